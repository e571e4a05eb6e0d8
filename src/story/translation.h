/* One file of lang/, read and compared with the story. */
#pragma once

#include "story/json.h"
#include "story/story.h"

struct translation {
    struct arena arena;
    struct json_doc *doc; /* NULL: there is no file, or it is malformed */
    uint32_t *nodes;      /* by text: where it stands in the file, or JSON_NONE */
    struct str *texts;    /* by text: its words, where they can be shown; else {NULL, 0} */
};

/* Reads lang/TAG.json and lang/TAG.from.json into `t`, which is zeroed. Faults go to `diags`, none
 * refused. */
void translation_read(const struct story *s, struct str tag, struct translation *t,
                      struct diag_list *diags);
void translation_finish(struct translation *t);

/* "ko" of "ko.json"; empty for any other name, "ko.from.json" among them. */
struct str translation_tag(struct str file_name);
/* How diagnostics call the file `path` of the story's folder. */
struct str translation_file_name(const struct story *s, struct str path, struct arena *a);
