#include "stage/palette.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "stage/look.h"

/* WCAG 2.2, relative luminance: linearised at 0.04045 (IEC 61966-2-1), and contrast ratio. Written down here
 * again, so that the program's own is not measured by itself. */
static double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

static double luminance(struct colour c)
{
    return 0.2126 * linear(c.r / 255.0) + 0.7152 * linear(c.g / 255.0) + 0.0722 * linear(c.b / 255.0);
}

static double ratio(struct colour a, struct colour b)
{
    double la = luminance(a);
    double lb = luminance(b);
    return (fmax(la, lb) + 0.05) / (fmin(la, lb) + 0.05);
}

static uint8_t mix(uint8_t over, uint8_t under, uint8_t alpha)
{
    return (uint8_t)lround((over * alpha + under * (255 - alpha)) / 255.0);
}

static struct colour over(struct colour c, struct colour under)
{
    return (struct colour){mix(c.r, under.r, c.a), mix(c.g, under.g, c.a), mix(c.b, under.b, c.a), 255};
}

/* --- pairs --- */

enum { TEXT = 7, SEEN = 3 }; /* WCAG 2.2, 1.4.6 and 1.4.11 */

#define MEMBER(name) #name, offsetof(struct palette, name)

struct pair {
    const char *name;
    size_t at;
    const char *on_name;
    size_t on;
    double least;
};

static struct colour member(const struct palette *p, size_t at)
{
    return *(const struct colour *)((const char *)p + at);
}

static const struct pair pairs[] = {
    {MEMBER(ink), MEMBER(panel), TEXT},
    {MEMBER(ink), MEMBER(ground), TEXT},
    {MEMBER(ink), MEMBER(button), TEXT},
    {MEMBER(ink), MEMBER(pressed), TEXT},
    {MEMBER(ink), MEMBER(card), TEXT},
    {MEMBER(ink), MEMBER(row), TEXT},
    {MEMBER(second), MEMBER(panel), TEXT},
    {MEMBER(second), MEMBER(ground), TEXT},
    {MEMBER(second), MEMBER(button), TEXT},
    {MEMBER(accent), MEMBER(panel), TEXT},
    {MEMBER(accent), MEMBER(ground), TEXT},
    {MEMBER(accent), MEMBER(card), TEXT},
    {MEMBER(accent), MEMBER(button), TEXT}, /* the mark of what is in force, too */
    {MEMBER(strip_ink), MEMBER(strip), TEXT},
    {MEMBER(link), MEMBER(panel), SEEN},
    {MEMBER(dot), MEMBER(panel), SEEN},
    {MEMBER(second), MEMBER(rail), SEEN}, /* how far it is scrolled */
    {MEMBER(strip), MEMBER(panel), SEEN},
    {MEMBER(map.name), MEMBER(map.shade), TEXT},
    {MEMBER(map.name), MEMBER(map.mark), TEXT},
    {MEMBER(map.water), MEMBER(map.shade), TEXT},
    {MEMBER(map.here_ink), MEMBER(map.road), TEXT},
    {MEMBER(map.road), MEMBER(map.casing), SEEN},
    {MEMBER(map.road), MEMBER(map.mark), SEEN},
    {MEMBER(map.direct), MEMBER(map.shade), SEEN},
};

static void test_contrast(void **state)
{
    (void)state;
    for (enum theme t = 0; t < THEME_COUNT; t++) {
        const struct palette *p = palette_of(t);
        for (size_t i = 0; i < COUNT(pairs); i++) {
            struct colour on = over(member(p, pairs[i].on), p->panel);
            double is = ratio(over(member(p, pairs[i].at), on), on);
            if (is < pairs[i].least) {
                fail_msg("theme %d: %s on %s: %.2f to 1", (int)t, pairs[i].name, pairs[i].on_name, is);
            }
        }
    }
}

/* Scrims are as strong as the second ink needs: all other text on them must do better. */
static void test_second_ink_decides(void **state)
{
    (void)state;
    for (enum theme t = 0; t < THEME_COUNT; t++) {
        const struct palette *p = palette_of(t);
        if (p->scrim == SCRIM_SOFT) {
            assert_true(ratio(p->second, p->panel) <= ratio(p->ink, p->panel));
            assert_true(ratio(p->second, p->panel) <= ratio(p->accent, p->panel));
        }
    }
    assert_true(ratio(palette_of(THEME_DARK)->ink, palette_of(THEME_DARK)->panel) >= 16.5);
    assert_true(ratio(palette_of(THEME_CONTRAST)->ink, palette_of(THEME_CONTRAST)->panel) >= 21);
}

/* Where a theme draws lines they are seen on both sides. */
static void test_lines(void **state)
{
    (void)state;
    for (enum theme t = 0; t < THEME_COUNT; t++) {
        const struct palette *p = palette_of(t);
        bool has_lines = p->outlines != OUTLINES_NONE || p->scrim == SCRIM_SHEET;
        assert_int_equal(p->line.a, has_lines ? 255 : 0);
        const struct colour sides[] = {p->panel, p->ground, p->button, p->pressed, over(p->card, p->panel),
                                       over(p->row, p->panel)};
        for (size_t i = 0; has_lines && i < COUNT(sides); i++) {
            assert_true(ratio(p->line, sides[i]) >= SEEN);
        }
    }
    assert_int_equal(palette_of(THEME_CONTRAST)->outlines, OUTLINES_ALL);
}

/* On whatever grey it lies, one tone of the ring is 3 to 1 against it (2.4.13): sampled, and all greys between
 * have more than the least of their neighbours. */
static void test_ring_on_any_ground(void **state)
{
    (void)state;
    for (enum theme t = 0; t < THEME_COUNT; t++) {
        const struct palette *p = palette_of(t);
        assert_true(ratio(p->ring_inner, p->ring_outer) >= 9);
        for (int grey = 0; grey < 256; grey++) {
            struct colour under = {(uint8_t)grey, (uint8_t)grey, (uint8_t)grey, 255};
            assert_true(fmax(ratio(p->ring_inner, under), ratio(p->ring_outer, under)) >= SEEN);
        }
        /* The inner one meets boxes, the outer what lies round them. */
        assert_true(ratio(p->ring_inner, p->button) >= SEEN);
        assert_true(ratio(p->ring_inner, over(p->card, p->panel)) >= SEEN);
    }
}

/* --- for eyes that see fewer colours --- */

/* Viénot, Brettel and Mollon 1999, "Digital video colourmaps for checking the legibility of displays by
 * dichromats": the projections for linear RGB; the last row sees luminance alone. */
static const double eyes[][3][3] = {
    {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}},  /* protanope */
    {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}},  /* deuteranope */
    {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}},
};

struct lab {
    double l, a, b;
};

static double lab_curve(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

/* CIE 1976 L*a*b*, D65, of the colour as this eye sees it. */
static struct lab seen_by(size_t eye, struct colour c)
{
    const double rgb[3] = {linear(c.r / 255.0), linear(c.g / 255.0), linear(c.b / 255.0)};
    double s[3];
    for (int i = 0; i < 3; i++) {
        s[i] = eyes[eye][i][0] * rgb[0] + eyes[eye][i][1] * rgb[1] + eyes[eye][i][2] * rgb[2];
        s[i] = fmin(fmax(s[i], 0), 1);
    }
    double x = lab_curve((0.4124 * s[0] + 0.3576 * s[1] + 0.1805 * s[2]) / 0.9505);
    double y = lab_curve(0.2126 * s[0] + 0.7152 * s[1] + 0.0722 * s[2]);
    double z = lab_curve((0.0193 * s[0] + 0.1192 * s[1] + 0.9505 * s[2]) / 1.089);
    return (struct lab){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

static double difference(size_t eye, struct colour a, struct colour b)
{
    struct lab p = seen_by(eye, a);
    struct lab q = seen_by(eye, b);
    return sqrt((p.l - q.l) * (p.l - q.l) + (p.a - q.a) * (p.a - q.a) + (p.b - q.b) * (p.b - q.b));
}

/* A just noticeable difference is about 2.3; marks that tell a state are to be ten times that, a ground that
 * changes under the finger, large and at once, twice. */
enum { STATE_LEAST = 23, PRESS_LEAST = 5 };

static void test_states_for_every_eye(void **state)
{
    (void)state;
    for (enum theme t = 0; t < THEME_COUNT; t++) {
        const struct palette *p = palette_of(t);
        const struct {
            const char *what;
            struct colour with, without;
            double least;
        } states[] = {
            {"the mark of what is on", p->accent, p->panel, STATE_LEAST},
            {"the mark on its ground", p->accent, p->button, STATE_LEAST},
            {"focus by its inner tone", p->ring_inner, p->panel, STATE_LEAST},
            {"the caption that is shown", p->accent, over(p->dot, p->panel), STATE_LEAST},
            {"scrolled so far", p->second, over(p->rail, p->panel), STATE_LEAST},
            {"held down", p->pressed, p->button, PRESS_LEAST},
            {"held down, on the panel", p->pressed, p->panel, PRESS_LEAST},
        };
        for (size_t i = 0; i < COUNT(states); i++) {
            for (size_t eye = 0; eye < COUNT(eyes); eye++) {
                double is = difference(eye, states[i].with, states[i].without);
                if (is < states[i].least) {
                    fail_msg("theme %d, eye %zu: %s: %.1f", (int)t, eye, states[i].what, is);
                }
            }
        }
    }
}

static void test_a_look_carries_its_theme(void **state)
{
    (void)state;
    for (enum theme t = 0; t < THEME_COUNT; t++) {
        struct look l = look_make((struct size){1366, 768}, 100, t);
        assert_ptr_equal(l.colours, palette_of(t));
        for (enum theme other = 0; other < t; other++) {
            assert_true(difference(1, palette_of(t)->panel, palette_of(other)->panel) >= PRESS_LEAST);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_contrast),
        cmocka_unit_test(test_second_ink_decides),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_ring_on_any_ground),
        cmocka_unit_test(test_states_for_every_eye),
        cmocka_unit_test(test_a_look_carries_its_theme),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
