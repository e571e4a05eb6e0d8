/* A story's JSON in stable order and layout. */
#pragma once

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"

/* Adds the text laid out anew; idempotent. A fault in the JSON goes to `diags`, and false is returned. */
bool fmt_json(struct str text, struct str file_name, struct strbuf *out, struct diag_list *diags);
