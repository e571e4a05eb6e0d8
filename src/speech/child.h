/* A program that writes and ends, as a child process. */
#pragma once

#include <stdbool.h>
#include <sys/types.h>

struct child {
    pid_t pid;
    int output; /* read its standard output here */
};

/* The first file of this name in PATH that may be run; the caller's to free, or NULL. */
char *child_find(const char *name);
/* Runs the file `program` with nothing to read, and its complaints thrown away. */
bool child_start(struct child *c, const char *program, char *const arguments[]);
/* Kills it where it still runs, and forgets it. Returns whether it had ended well. */
bool child_end(struct child *c);
