/* What the files of the checks share. */
#pragma once

#include "base/limits.h"
#include "story/check.h"
#include "story/check_passing.h"
#include "story/diag_tags.h"
#include "story/json.h"

/* Scenes that a message names of a way. */
#define CHECK_MOST_NAMED 100

/* For diag_node(), where no name is near. */
static const struct str check_no_suggestion = {NULL, 0};

/* The member of an object, or where it is absent the object; likewise an element of its array. */
uint32_t check_member_or(const struct json_doc *doc, uint32_t node, const char *name);
uint32_t check_element_or(const struct json_doc *doc, uint32_t node, const char *name, int n);
/* The element behind one that check_element_or gave; the same where there is none. */
uint32_t check_element_behind(const struct json_doc *doc, uint32_t array_owner, uint32_t element);

/* Every picture but those of maps, each once: the cover, the chapters', the scenes'. */
typedef void (*check_picture_fn)(void *self, const struct picture *picture);
void check_each_picture(const struct story *s, check_picture_fn visit, void *self);

void check_reach(const struct story *s, struct passing passing, uint32_t most_states,
                 struct diag_list *diags);
void check_cuts(const struct story *s, struct passing passing, struct diag_list *diags);
void check_licences(const struct story *s, struct diag_list *diags);

/* Is a choice told at a level at all, whatever its condition says? */
static inline bool check_is_told(const struct choice *c, enum level level)
{
    return level == LEVEL_FULL || !c->full_only;
}
