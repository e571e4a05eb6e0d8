/* The inside of a JSON document: shared by the scan, its texts and the tree; for nobody else. */
#pragma once

#include "story/json.h"

struct json_marks;
struct json_piece;

struct json_node {
    uint32_t offset : 29; /* of the value's first byte; JSON_MAX_BYTES is 2^26 */
    uint32_t kind : 3;
    uint32_t parent, next;
    uint32_t count, ordinal;
};

struct json_doc {
    struct str text;
    struct str file_name;
    struct json_node *nodes; /* on the heap while it grows */
    size_t node_count, node_capacity;
    uint32_t string_count;
    bool has_long_number;     /* longer than cJSON's own buffer for one */
    struct json_marks *marks; /* filled when the first place is asked for */
    struct json_piece *piece; /* what was entered, with its values */
    struct arena arena;
};

/* Checks the whole text and fills the nodes; the first fault goes to `diags`. */
bool json_scan(struct json_doc *doc, struct diag_list *diags);

/* Where lines begin; made empty, filled when it is first needed. */
struct json_marks *json_marks_create(struct arena *a);
void json_marks_finish(struct json_marks *m);

/* No piece is entered yet. */
struct json_piece *json_piece_create(struct arena *a);
void json_piece_finish(struct json_piece *p);

/* The place of a byte, with the pointer of a node (JSON_NONE: of the root). */
struct diag_place json_place_at(const struct json_doc *doc, size_t offset, uint32_t node,
                                struct arena *a);
/* A member's name as it is written, without its quotation marks; empty for an element. */
struct str json_raw_name(const struct json_doc *doc, uint32_t node);

/* Which kind of value begins with `byte`; false where none does. */
bool json_kind_of(int byte, enum json_kind *kind_out);
/* The four hexadecimal digits at `at`, or -1. */
int json_code_unit(struct str text, size_t at);
bool json_is_high_surrogate(int unit);
bool json_is_low_surrogate(int unit);
/* How many bytes from `at` on belong to a number that was scanned. */
size_t json_number_length(struct str text, size_t at);
/* A string that was scanned, as it is written between the quotation marks; the first of them is at `at`. */
struct str json_raw_string(struct str text, size_t at);
/* Bytes that one byte of text may be written with: "\u0061". A pair of them stands for four. */
#define JSON_LONGEST_ESCAPE 6
/* A scanned string's text, from what stands between its quotation marks; `raw` itself where nothing
 * is escaped. */
struct str json_unescape(struct str raw, struct arena *a);
