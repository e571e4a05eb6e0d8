/* How wide characters are in a terminal. */
#pragma once

#include <stdint.h>

#include "base/str.h"

/* 0 for marks that join the one before, 2 for wide ones (UAX #11, W and F), else 1. */
int columns_of_code(uint32_t code);
int columns_of(struct str text);
