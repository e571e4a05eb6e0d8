/* A sound's file: told by its first bytes, and how long it plays. */
#include <math.h>
#include <stdlib.h>

#include "fuzz.h"
#include "sound/sound_length.h"
#include "story/media.h"

void fuzz_one(struct str bytes)
{
    struct media_info info;
    (void)media_identify(bytes, &info);
    double seconds = sound_seconds(bytes);
    if (!isfinite(seconds) || seconds < 0) {
        abort();
    }
}
