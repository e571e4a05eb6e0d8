/* Strict JSON with places: a scan of our own (RFC 8259) that refuses what the format refuses and
 * remembers where each value begins, then cJSON for the values. From any value on, the n-th offset of the scan is
 * the n-th node of a pre-order walk of cJSON's tree of that value. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/limits.h"
#include "base/str.h"

struct json_doc;

#define JSON_NONE UINT32_MAX

enum json_kind { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

/* Checks `text`, which must stay as long as the document, and finds its nodes. A fault (the first alone) goes to
 * `diags` with `file_name` and its place, and NULL is returned. The caller owns the document. */
struct json_doc *json_open(struct str text, struct str file_name, struct diag_list *diags);
void json_destroy(struct json_doc *doc);

/* Values are read a piece at a time: cJSON's tree takes four times the text's size, and time to fill it, while that
 * of one scene fits a processor's cache. json_enter reads `node` and all within it. Texts that json_name and
 * json_string give live until the next piece is entered or this one is left: what is to stay is copied. */
void json_enter(struct json_doc *doc, uint32_t node);
/* Gives up the piece; its memory too. */
void json_leave(struct json_doc *doc);
/* json_open, and the root entered: all values live as long as the document. For files whose texts are kept as they
 * stand: translations, the program's words; and for writing one anew. */
struct json_doc *json_parse(struct str text, struct str file_name, struct diag_list *diags);

/* Nodes are numbered in document order; 0 is the root. */
enum json_kind json_kind(const struct json_doc *doc, uint32_t node);
const char *json_kind_name(enum json_kind kind); /* "a number", "an object" … */
uint32_t json_count(const struct json_doc *doc, uint32_t node);  /* members or elements */
uint32_t json_first(const struct json_doc *doc, uint32_t node);  /* first child, or JSON_NONE */
uint32_t json_next(const struct json_doc *doc, uint32_t node);   /* next sibling, or JSON_NONE */
uint32_t json_parent(const struct json_doc *doc, uint32_t node); /* JSON_NONE for the root */
uint32_t json_ordinal(const struct json_doc *doc, uint32_t node); /* among its siblings, from 0 */
uint32_t json_member(const struct json_doc *doc, uint32_t object, struct str name); /* linear */
uint32_t json_string_count(const struct json_doc *doc); /* strings in the whole document */
struct str json_raw_number(const struct json_doc *doc, uint32_t node); /* as written */

/* Names, strings and truth may be asked of any node, for messages and to look ahead: outside the piece they are read
 * from the text each time, and not NUL-terminated. A number is only there within the piece. */
struct str json_name(const struct json_doc *doc, uint32_t node); /* of a member; else empty */
struct str json_string(const struct json_doc *doc, uint32_t node);
bool json_bool(const struct json_doc *doc, uint32_t node);
double json_number(const struct json_doc *doc, uint32_t node);

/* Where the value begins, or with at_name where its name does. */
struct diag_place json_place(const struct json_doc *doc, uint32_t node, bool at_name, struct arena *a);
