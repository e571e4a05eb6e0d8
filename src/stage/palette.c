#include "stage/palette.h"

#include <assert.h>

/* Maps are painted as night maps, and stay so: their inks are light in every theme. */
#define NIGHT_MAP                                                                                 \
    {                                                                                             \
        .name = {0xFF, 0xF3, 0xDF, 255},                                                          \
        .water = {0xCB, 0xE2, 0xF6, 255},                                                         \
        .rim = {0x0A, 0x11, 0x28, 170},                                                           \
        .shade = {0x0B, 0x0E, 0x1E, 255},                                                         \
        .road = {0xFF, 0xC4, 0x6B, 255},                                                          \
        .casing = {0x0A, 0x11, 0x28, 225},                                                        \
        .direct = {0xF3, 0xE3, 0xCD, 190},                                                        \
        .mark = {0x10, 0x14, 0x2B, 255},                                                          \
        .here_ink = {0x0B, 0x0E, 0x1E, 255},                                                      \
    }

static const struct palette palettes[] = {
    /* Art direction, palette "Interface": 16.5, 11 and 11.5 to 1 on the panel's ground. */
    [THEME_DARK] = {
        .ink = {0xFF, 0xF3, 0xDF, 255},
        .second = {0xD9, 0xC7, 0xB2, 255},
        .accent = {0xFF, 0xC4, 0x6B, 255},
        .panel = {0x10, 0x14, 0x2B, 255},
        .ground = {0x0B, 0x0E, 0x1E, 255},
        .veil = {0x0B, 0x0E, 0x1E, 150},
        .button = {0x26, 0x2C, 0x4C, 255},
        .pressed = {0x44, 0x4A, 0x6A, 255},
        .card = {0x10, 0x14, 0x2B, 236},
        .row = {0x26, 0x2C, 0x4C, 110},
        .link = {0xFF, 0xC4, 0x6B, 170},
        .dot = {0xD9, 0xC7, 0xB2, 150},
        .rail = {0xD9, 0xC7, 0xB2, 60},
        .strip = {0xFF, 0xF3, 0xDF, 255},
        .strip_ink = {0x10, 0x14, 0x2B, 255},
        .ring_inner = {0xFF, 0xC4, 0x6B, 255},
        .ring_outer = {0x0B, 0x0E, 0x1E, 255},
        .scrim = SCRIM_SOFT,
        .outlines = OUTLINES_NONE,
        .map = NIGHT_MAP,
    },
    /* The dark theme's night blue as ink, on the white of a cold morning. */
    [THEME_LIGHT] = {
        .ink = {0x10, 0x18, 0x2C, 255},
        .second = {0x2F, 0x38, 0x4F, 255},
        .accent = {0x07, 0x32, 0x7A, 255},
        .panel = {0xF6, 0xF7, 0xFA, 255},
        .ground = {0xE3, 0xE7, 0xEE, 255},
        .veil = {0x10, 0x18, 0x2C, 110},
        .button = {0xE4, 0xE9, 0xF2, 255},
        .pressed = {0xCB, 0xD6, 0xEA, 255},
        .card = {0xFF, 0xFF, 0xFF, 236},
        .row = {0xE4, 0xE9, 0xF2, 150},
        .line = {0x6A, 0x76, 0x8F, 255},
        .link = {0x07, 0x32, 0x7A, 170},
        .dot = {0x2F, 0x38, 0x4F, 150},
        .rail = {0x2F, 0x38, 0x4F, 60},
        .strip = {0x10, 0x18, 0x2C, 255},
        .strip_ink = {0xF6, 0xF7, 0xFA, 255},
        .ring_inner = {0x07, 0x32, 0x7A, 255},
        .ring_outer = {0xFF, 0xFF, 0xFF, 255},
        .scrim = SCRIM_SHEET,
        .outlines = OUTLINES_GROUNDS,
        .map = NIGHT_MAP,
    },
    /* Warm paper and brown ink: no glare (British Dyslexia Association, Style Guide 2023). */
    [THEME_CREAM] = {
        .ink = {0x2A, 0x20, 0x17, 255},
        .second = {0x46, 0x37, 0x25, 255},
        .accent = {0x6A, 0x20, 0x0B, 255},
        .panel = {0xFB, 0xF3, 0xE0, 255},
        .ground = {0xEF, 0xE2, 0xC6, 255},
        .veil = {0x2A, 0x20, 0x17, 110},
        .button = {0xF1, 0xE4, 0xC8, 255},
        .pressed = {0xE6, 0xD2, 0xA8, 255},
        .card = {0xFF, 0xFA, 0xEE, 236},
        .row = {0xF1, 0xE4, 0xC8, 150},
        .line = {0x85, 0x71, 0x50, 255},
        .link = {0x6A, 0x20, 0x0B, 170},
        .dot = {0x46, 0x37, 0x25, 150},
        .rail = {0x46, 0x37, 0x25, 60},
        .strip = {0x2A, 0x20, 0x17, 255},
        .strip_ink = {0xFB, 0xF3, 0xE0, 255},
        .ring_inner = {0x6A, 0x20, 0x0B, 255},
        .ring_outer = {0xFF, 0xFA, 0xEE, 255},
        .scrim = SCRIM_SHEET,
        .outlines = OUTLINES_GROUNDS,
        .map = NIGHT_MAP,
    },
    /* Nothing rests on a tint: black, white and yellow, and a line round all that can be pressed. */
    [THEME_CONTRAST] = {
        .ink = {0xFF, 0xFF, 0xFF, 255},
        .second = {0xFF, 0xFF, 0xFF, 255},
        .accent = {0xFF, 0xFF, 0x00, 255},
        .panel = {0, 0, 0, 255},
        .ground = {0, 0, 0, 255},
        .veil = {0, 0, 0, 200},
        .button = {0, 0, 0, 255},
        .pressed = {0x50, 0x50, 0x00, 255},
        .card = {0, 0, 0, 255},
        .row = {0, 0, 0, 255},
        .line = {0xFF, 0xFF, 0xFF, 255},
        .link = {0xFF, 0xFF, 0x00, 255},
        .dot = {0xFF, 0xFF, 0xFF, 140},
        .rail = {0xFF, 0xFF, 0xFF, 110},
        .strip = {0xFF, 0xFF, 0x00, 255},
        .strip_ink = {0, 0, 0, 255},
        .ring_inner = {0xFF, 0xFF, 0x00, 255},
        .ring_outer = {0, 0, 0, 255},
        .scrim = SCRIM_SHEET,
        .outlines = OUTLINES_ALL,
        .map = {
            .name = {0xFF, 0xFF, 0xFF, 255},
            .water = {0xFF, 0xFF, 0xFF, 255},
            .rim = {0, 0, 0, 255},
            .shade = {0, 0, 0, 255},
            .shade_least = 255,
            .road = {0xFF, 0xFF, 0x00, 255},
            .casing = {0, 0, 0, 255},
            .direct = {0xFF, 0xFF, 0xFF, 255},
            .mark = {0, 0, 0, 255},
            .here_ink = {0, 0, 0, 255},
        },
    },
};
static_assert(sizeof palettes / sizeof palettes[0] == THEME_COUNT, "palettes");

const struct palette *palette_of(enum theme theme)
{
    assert(theme >= 0 && theme < THEME_COUNT);
    return &palettes[theme];
}
