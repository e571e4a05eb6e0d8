/* Where the program finds its own files. */
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/path.h"

/* The folder that holds assets/ and content/: $LANTERN_DATA, beside the program, where it was
 * installed, or the source tree; the first that holds them. From `a`. */
bool paths_data(struct arena *a, struct str *folder_out, struct error *err) NODISCARD;
/* The documentary that comes with the program, from `a`. */
struct str paths_documentary(struct str data, struct arena *a);

/* Is this folder, held open, that of the documentary? */
bool paths_is_documentary(struct str data, const struct folder *folder);

/* Is anything there under this name? */
bool file_is_there(const char *path);
/* Is a display named for windows to open on? SDL finds drivers without, that show nothing. */
bool has_display(void);
