/* What the program says, what it is told, and where it lives. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"

/* Standard output and error go into files until hear_end. Nothing between the two may fail: cmocka
 * would then have no place to say so. */
struct heard {
    int kept_out, kept_err;
    int file_out, file_err;
    struct str out, err;
};
void hear_begin(struct heard *h);
void hear_end(struct heard *h, struct arena *a);

/* Standard input holds `text` until it is given back. Returns what answer_end takes. */
int answer_begin(const char *text);
void answer_end(int kept);

/* Fails, naming the row, where the text is another one. */
void expect_text(const char *row, const char *what, struct str got, const char *wanted);
void expect_holds(const char *row, const char *what, struct str got, const char *part);

/* NULL unsets it. */
void set_variable(const char *name, const char *value);
struct str data_folder(struct arena *a);
/* tests/NAME, from `a`. */
struct str tests_path(struct arena *a, const char *name);

/* A folder of its own for one test, beneath the one it runs in; the path is whole. */
struct home {
    char path[512];
};
void home_make(struct home *h);
/* A file in it, from `a`. */
struct str home_path(const struct home *h, struct arena *a, const char *name);
void home_write(const struct home *h, const char *name, const char *text);
/* Takes away the files named, one by one, then the folders the program makes; nothing else. */
void home_clear(const struct home *h, const char *const *names, size_t count);
