/* The story that a command is about. */
#pragma once

#include <stdbool.h>

#include "player/strings.h"
#include "story/story.h"

/* The path of the story named, else of the documentary that comes with the program; from `a`. False
 * when that is not to be found, which is then complained about. */
bool source_path(struct str given, struct arena *a, struct str *path_out);

/* Loads it to be shown. NULL with the exit status: EXIT_USAGE where it cannot be read, complained
 * about; EXIT_FAULTY where it is refused, about which nothing is said. The caller owns it. */
struct story *source_load(struct str given, struct diag_list *diags, int *status_out);
/* The same, saying all there is to say, also about what was passed over. */
struct story *source_open(struct str given, int *status_out);

/* The first faults for which a story is refused, and how to see all; on standard error. */
void source_print_refusals(const struct diag_list *diags);
/* Every fault, on standard error. */
void source_print_faults(const struct diag_list *diags);
/* What was passed over, on standard error: each with LANTERN_LOG=1, else their number, on a
 * terminal. */
void source_log(const struct diag_list *diags);
/* One line of the log, with LANTERN_LOG=1. */
void source_log_line(const char *line);

/* The tag that `wanted` means among the story's languages, from `a`; the story's own where it is
 * empty. False, complained about, where the story is not told in it. */
bool source_language(const struct story *s, struct str wanted, struct arena *a,
                     struct str *tag_out);
/* The program's words for a language; NULL, complained about, where there are none. The caller owns
 * them. */
struct strings *source_strings(struct str language);
/* As LC_ALL, LC_MESSAGES or LANG name it; empty where none does. */
struct str source_system_language(void);
