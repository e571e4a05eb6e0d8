/* What a person has set in $XDG_CONFIG_HOME/lantern/lantern.conf. */
#pragma once

#include "base/arena.h"
#include "stage/keymap.h"

/* Where that file is, there or not; empty where no folder is named for it. From `a`. */
struct str user_config_path(struct arena *a);

/* Takes from the file what it sets. What is wrong in it is said on standard error, line by line; the rest holds.
 * Returns whether all was right. */
bool user_config_read(struct keymap *keymap_out);
