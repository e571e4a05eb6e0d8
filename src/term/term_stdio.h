/* Standard input and output as a terminal's two ends. */
#pragma once

#include <stdio.h>

#include "term/term.h"

/* A longer answer is cut. */
struct term_stdio {
    FILE *in, *out;
    char line[4096];
};

/* `t` must outlive what is returned. */
struct term_io term_stdio_io(struct term_stdio *t);
