/* What a process that decodes leaves in the memory it shares with the one that asked: this, and from ANSWER_BYTES on
 * what it decoded. It is a stranger's word as soon as a stranger's file was decoded. */
#pragma once

#include <stdint.h>

/* Its command, which is not for people, and so in no list:
 *   lantern decode-child picture WIDTH HEIGHT WIDTH HEIGHT    as the file says, and where to decode it smaller; else 0 0
 *   lantern decode-child sound BYTES                          the room for samples
 * with the file as descriptor 0, what is shared as 3, and a pipe that is never written to as 1: it ends with it. */
#define DECODE_COMMAND "decode-child"
enum { DECODE_FILE = 0, DECODE_SHARED = 3, DECODE_WORDS_MOST = 8 };

enum { ANSWER_BYTES = 4096 }; /* what is decoded begins on a page of its own */

enum answer_state { ANSWER_NONE, ANSWER_DONE, ANSWER_FAILED };

struct answer {
    uint32_t state;            /* written last */
    int32_t width, height;     /* of a picture, whose rows follow one another without a gap */
    uint32_t order, has_alpha; /* of enum pixel_order */
    uint64_t bytes;            /* of samples: SOUND_RATE, SOUND_CHANNELS */
    char why[256];             /* where it failed */
};
