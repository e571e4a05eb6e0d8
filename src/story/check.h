/* Every fault that the text of a story alone does not show: its graph, its files, its translations. */
#pragma once

#include "story/story.h"

struct check_options {
    bool decode; /* also decode pictures, through the callback */
    bool (*decode_picture)(void *self, struct str bytes, struct error *err);
    void *self;
    void (*progress)(void *self, int done, int of); /* NULL: none */
};

/* Adds to `diags`. The story must still have its source (no story_forget_source before). */
void story_check(const struct story *s, const struct check_options *options, struct diag_list *diags);

/* The parts, for tests. */
void check_graph(const struct story *s, struct diag_list *diags);
void check_files(const struct story *s, const struct check_options *options, struct diag_list *diags);
void check_style(const struct story *s, struct diag_list *diags);
