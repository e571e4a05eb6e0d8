/* The one table of diagnostics. */
#pragma once

#include <stdint.h>

#include "base/diag.h"
#include "base/limits.h"
#include "base/str.h"

enum diag_tag {
    TAG_MALFORMED_JSON, TAG_DUPLICATE_NAME, TAG_NUL_CHARACTER, TAG_NUMBER_RANGE, TAG_BYTE_ORDER_MARK,
    TAG_TOO_DEEP, TAG_TOO_LARGE, TAG_WRONG_FORMAT, TAG_WRONG_TYPE, TAG_MISSING_NAME, TAG_UNKNOWN_NAME,
    TAG_BAD_VALUE, TAG_BAD_ID, TAG_DUPLICATE_ID, TAG_BAD_MARK, TAG_UNKNOWN_SCENE, TAG_UNKNOWN_CHAPTER,
    TAG_UNKNOWN_PLACE, TAG_UNKNOWN_SOURCE, TAG_UNKNOWN_TERM, TAG_UNKNOWN_VARIABLE, TAG_BAD_RULE,
    TAG_UNREACHABLE, TAG_NO_ENDING, TAG_DEAD_END, TAG_UNGENTLE, TAG_GENTLE_EMPTY, TAG_GENTLE_LOOP,
    TAG_NO_SKIP, TAG_BAD_CUT, TAG_FORBIDDEN_PATH, TAG_MISSING_FILE, TAG_UNREADABLE_FILE,
    TAG_OVERSIZED_FILE, TAG_NOT_A_PICTURE, TAG_NOT_A_SOUND, TAG_NO_ALT, TAG_NO_CREDIT, TAG_UNCITED,
    TAG_NO_CLAIM, TAG_LONG_CAPTION, TAG_LONG_CHOICE, TAG_MANY_CHOICES, TAG_UNUSED_SOURCE,
    TAG_UNUSED_PLACE, TAG_UNUSED_TERM, TAG_UNUSED_VARIABLE, TAG_SMALL_PICTURE, TAG_EXACT_PLACE,
    TAG_UNKNOWN_LICENCE, TAG_MISSING_TRANSLATION, TAG_EXTRA_TRANSLATION, TAG_STALE_TRANSLATION,
    TAG_BROKEN_TRANSLATION, TAG_DOES_NOT_FIT,
    TAG_COUNT,
    TAG_NOTE = TAG_COUNT, /* a note carries no tag */
};

struct diag_tag_row {
    struct str name;
    enum severity severity; /* in check */
    bool refused;           /* in play; for a required name the caller says */
    struct str explanation; /* what it means, why it matters, how to mend it */
};

const struct diag_tag_row *diag_tag_row(enum diag_tag tag); /* NULL for TAG_NOTE */
int diag_tag_by_name(struct str name);                      /* -1: none */

struct json_doc;

/* Reports a fault at `node` of `doc` (story/json.h), which gives file, line, column and pointer. Where
 * `suggestion` is not empty, "; did you mean \"…\"?" is put behind the message. diag_node takes
 * `refused` from the table; diag_name is placed at the member's name. */
void diag_node(struct diag_list *list, const struct json_doc *doc, uint32_t node, enum diag_tag tag,
               struct str suggestion, const char *format, ...) PRINTF_LIKE(6, 7);
void diag_node_as(struct diag_list *list, const struct json_doc *doc, uint32_t node, enum diag_tag tag,
                  bool refused, struct str suggestion, const char *format, ...) PRINTF_LIKE(7, 8);
void diag_name(struct diag_list *list, const struct json_doc *doc, uint32_t node, enum diag_tag tag,
               struct str suggestion, const char *format, ...) PRINTF_LIKE(6, 7);
