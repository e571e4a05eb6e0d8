/* What every store must do. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/store.h"

/* Puts, gets and forgets by one table; the store is empty before. */
void store_try(struct store *s);

/* Places under names that viewers typed; the store is empty afterwards. */
void store_try_viewers(struct store *s);

/* Fails where the value is not this; NULL: nothing is kept. */
void store_expect(struct store *s, struct str kind, const char *name, const char *value);
void store_set(struct store *s, struct str kind, const char *name, const char *value);
