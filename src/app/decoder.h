/* A stranger's pictures and sounds, each decoded by a process of its own that can do nothing else: a file that
 * takes a library over, brings it down or keeps it busy for ever is then a file that cannot be decoded. A process
 * serves one file, so that none outlives a bad one and none grows. */
#pragma once

#include "sound/sound.h"
#include "stage/picture_decode.h"

struct decoder; /* any thread */

struct decoder_options {
    const char *program; /* that knows DECODE_COMMAND; NULL: this one */
    int most_ms;         /* that one file takes; 0: DECODE_MOST_S */
};

/* Starts nothing yet. Never NULL. */
struct decoder *decoder_create(const struct decoder_options *o);
/* What is asked of it fails from here on, and what is under way ends at once; NULL is fine. Before whoever waits for
 * it is waited for. */
void decoder_stop(struct decoder *d);
void decoder_destroy(struct decoder *d);

/* The decoder's; NULL where it is: each decodes for itself. */
const struct picture_decoder *decoder_pictures(const struct decoder *d);
const struct sound_decoder *decoder_sounds(const struct decoder *d);
