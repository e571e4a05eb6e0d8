/* What libpng is not to be asked. */
#pragma once

#include <stdbool.h>

#include "base/str.h"

/* Does every chunk end inside the file, and the last one end it? SDL_image goes on past a file's end with the bytes
 * it read last, and may never come back. */
bool png_is_whole(struct str bytes);
