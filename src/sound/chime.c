#include "sound/chime.h"

#include <math.h>

enum { RATE = 48000, FRAMES = RATE / 1000 * CHIME_MS };

#define TURN 6.283185307179586

/* One note and its octave, begun without a click. */
static double note(double hz, double s)
{
    static const double attack_s = 0.02;
    static const double halved_s = 0.22;
    if (s < 0) {
        return 0;
    }
    double rise = s < attack_s ? s / attack_s : 1;
    double fall = exp2(-s / halved_s);
    return rise * (fall * sin(TURN * hz * s) + 0.25 * fall * fall * sin(2 * TURN * hz * s));
}

struct sound_samples chime_make(struct arena *a)
{
    static const double first_hz = 659.26; /* e" */
    static const double second_hz = 523.25; /* c" */
    static const double second_s = 0.32;
    static const double end_s = 0.15;
    int16_t *samples = arena_new(a, int16_t, FRAMES);
    for (int i = 0; i < FRAMES; i++) {
        double s = (double)i / RATE;
        double left_s = CHIME_MS / 1000.0 - s;
        double end = left_s < end_s ? left_s / end_s : 1;
        double both = note(first_hz, s) + note(second_hz, s - second_s);
        samples[i] = (int16_t)lround(0.2 * INT16_MAX * end * both);
    }
    return (struct sound_samples){samples, FRAMES, RATE, 1};
}
