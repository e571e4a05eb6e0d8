/* Files of settings, as people write them: "name = value" lines, "#" before a line of comment. */
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"

/* One line. A name is of small letters, digits, "-", "_" and dots between: "keys.forward". */
struct config_entry {
    struct str name, value; /* the value without white space around it; it may be empty */
    int line, value_column; /* from 1 */
};

struct config {
    struct str file; /* as it is called in complaints */
    struct config_entry *entries;
    size_t count;
};

/* Reads `text`; entries come from `a`. What is wrong with a line is added to `faults` as an error with its place
 * and the way out, and the other lines hold. A name given twice is a fault of the second line, which does not hold. */
struct config config_parse(struct str file, struct str text, struct arena *a, struct diag_list *faults);

/* The same for the file at `path`; one that is not there is empty. False with `err` where it cannot be read. */
bool config_read(struct str path, struct arena *a, struct config *config_out, struct diag_list *faults,
                 struct error *err) NODISCARD;

/* The entry of this name, or NULL. */
const struct config_entry *config_find(const struct config *c, const char *name);

/* Warns of each name that is not among the known ones, with the nearest of them. */
void config_check_names(const struct config *c, const struct str *known, size_t count, struct diag_list *faults);

/* A fault of an entry's value. */
void config_fault(const struct config *c, const struct config_entry *e, struct str message, struct diag_list *faults);
