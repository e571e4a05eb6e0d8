/* What `check` prints. */
#pragma once

#include "base/diag.h"
#include "story/diag_tags.h"

enum check_format { CHECK_TEXT, CHECK_JSON };

/* Adds every fault and their numbers; the list is sorted. */
void check_write(const struct diag_list *diags, int scenes, enum check_format format,
                 struct strbuf *out);
/* The same to standard output. */
void check_report(const struct diag_list *diags, int scenes, enum check_format format);
/* What a tag means. */
void check_explain(const struct diag_tag_row *row);
