/* Values of a story's variables and rules, with ECMAScript's coercions. */
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum value_kind { VALUE_NULL, VALUE_BOOL, VALUE_NUMBER, VALUE_STRING };

struct value {
    enum value_kind kind;
    bool truth;        /* VALUE_BOOL */
    double number;     /* VALUE_NUMBER; may be NaN or infinite inside a rule */
    struct str string; /* VALUE_STRING */
};

/* JsonLogic's own truthiness: "0" is true; "", 0, null, NaN and false are not. */
bool value_is_true(struct value v);
/* ECMAScript's Number(v), parseFloat(String(v)) and String(v). */
double value_to_number(struct value v);
double value_parse_float(struct value v, struct arena *a);
struct str value_to_string(struct value v, struct arena *a);
/* === and ==; NaN differs from itself. */
bool value_same(struct value a, struct value b);
bool value_equal(struct value a, struct value b);
/* May a `set` store it? Not null, NaN, an infinity, or a string over 64 KiB. */
bool value_can_be_kept(struct value v);
