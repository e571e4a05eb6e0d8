/* What the libraries that decode are not to be asked: few bytes of it would take them for ever, or all memory. */
#pragma once

#include <stdbool.h>

#include "base/str.h"

/* Does every chunk of a PNG end inside the file, and the last one end it? SDL_image goes on past a file's end with the
 * bytes it read last, and may never come back. Are its chunks, and the packed texts among them, not too many? */
bool png_is_bounded(struct str bytes);

/* Has a JPEG no more scans than JPEG_SCANS_MOST? Each goes over the whole picture, and may have a few bytes only. */
bool jpeg_is_bounded(struct str bytes);
