/* Rows against the plainest form of what painter_rows.h promises, over numbers that look random: bit for bit. */
#include "stage/painter_rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define OPAQUE UINT32_C(0xFF000000)

/* Longer than the vectors and their blocks, and every length up to that, so that each remainder occurs. */
enum { LONGEST = 300, GUARD = 8 };

struct rows {
    uint32_t out[LONGEST + GUARD], wanted[LONGEST + GUARD], a[LONGEST + GUARD], b[LONGEST + GUARD];
    uint8_t coverage[LONGEST];
    uint64_t seed;
};

/* xorshift64 */
static uint32_t some(struct rows *r)
{
    r->seed ^= r->seed << 13;
    r->seed ^= r->seed >> 7;
    r->seed ^= r->seed << 17;
    return (uint32_t)(r->seed >> 32);
}

/* Of any alpha, and often of none or all for a stretch, as pictures are. */
static uint32_t some_pixel(struct rows *r, int i)
{
    uint32_t pixel = some(r);
    uint32_t kind = (uint32_t)(i / 24) % 3;
    return kind == 0 ? pixel : kind == 1 ? pixel | OPAQUE : pixel & ~OPAQUE;
}

static void fill(struct rows *r)
{
    for (int i = 0; i < LONGEST + GUARD; i++) {
        r->out[i] = r->wanted[i] = some(r);
        r->a[i] = some_pixel(r, i);
        r->b[i] = some_pixel(r, i + 24);
    }
    for (int i = 0; i < LONGEST; i++) {
        r->coverage[i] = (uint8_t)(some_pixel(r, i) >> 24);
    }
}

static int channel(uint32_t pixel, int shift)
{
    return (int)(pixel >> shift & 255);
}

static uint32_t mixed(uint32_t a, uint32_t b, int amount)
{
    uint32_t out = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        out |= (uint32_t)((channel(a, shift) * (256 - amount) + channel(b, shift) * amount + 128) / 256) << shift;
    }
    return out;
}

/* The quotient, rounded as on paper. */
static uint32_t covered(uint32_t below, uint32_t above, int alpha)
{
    uint32_t out = OPAQUE;
    for (int shift = 0; shift < 24; shift += 8) {
        int sum = channel(below, shift) * (255 - alpha) + channel(above, shift) * alpha;
        out |= (uint32_t)((2 * sum + 255) / 510) << shift;
    }
    return alpha ? out : below;
}

/* Where nothing is laid, what is below stays as it is or becomes opaque: its fourth byte says nothing. */
static void compare(const struct rows *r, int count)
{
    for (int i = 0; i < LONGEST + GUARD; i++) {
        uint32_t unused = i < count ? OPAQUE : 0;
        if ((r->out[i] | unused) != (r->wanted[i] | unused)) {
            fail_msg("pixel %d of %d: %08x, not %08x", i, count, r->out[i], r->wanted[i]);
        }
    }
}

static void rows_are_mixed(void **state)
{
    struct rows *r = *state;
    for (int count = 0; count <= LONGEST; count += 1 + count / 40) {
        int amount = count % 257;
        fill(r);
        for (int i = 0; i < count; i++) {
            r->wanted[i] = mixed(r->a[i], r->b[i], amount);
        }
        row_lerp(r->out, r->a, r->b, count, amount);
        compare(r, count);
    }
}

static void a_row_is_mixed_into_itself(void **state)
{
    struct rows *r = *state;
    for (int count = 0; count <= LONGEST; count += 7) {
        fill(r);
        for (int i = 0; i < count; i++) {
            r->wanted[i] = mixed(r->wanted[i], r->b[i], 200);
        }
        row_lerp(r->out, r->out, r->b, count, 200);
        compare(r, count);
        fill(r);
        for (int i = 0; i < count; i++) {
            r->wanted[i] = mixed(r->a[i], r->wanted[i], 9);
        }
        row_lerp(r->out, r->a, r->out, count, 9);
        compare(r, count);
    }
}

static void a_row_is_spread(void **state)
{
    struct rows *r = *state;
    int at[LONGEST];
    uint8_t shares[4 * LONGEST];
    for (int count = 1; count <= LONGEST; count += 13) {
        fill(r);
        for (int i = 0; i < count; i++) {
            at[i] = i * 9 / 10;
            memset(shares + 4 * i, (int)(some(r) & 255), 4);
            r->wanted[i] = mixed(r->a[at[i]], r->a[at[i] + 1], shares[4 * i]);
        }
        row_spread(r->out, r->a, at, shares, count);
        compare(r, count);
    }
}

static void a_row_is_tinted(void **state)
{
    struct rows *r = *state;
    for (int count = 0; count <= LONGEST; count += 1 + count / 40) {
        struct colour c = {(uint8_t)some(r), (uint8_t)some(r), (uint8_t)some(r), (uint8_t)(count & 255)};
        uint32_t over = (uint32_t)c.r << 16 | (uint32_t)c.g << 8 | c.b;
        fill(r);
        for (int i = 0; i < count; i++) {
            r->wanted[i] = covered(r->wanted[i], over, c.a);
        }
        row_tint(r->out, count, c);
        compare(r, count);
    }
}

static void a_row_is_blended(void **state)
{
    struct rows *r = *state;
    for (int count = 0; count <= LONGEST; count += 1 + count / 40) {
        int amount = count % 3 ? 256 : count % 257;
        fill(r);
        for (int i = 0; i < count; i++) {
            int alpha = (channel(r->a[i], 24) * amount + 128) / 256;
            r->wanted[i] = covered(r->wanted[i], r->a[i], alpha);
        }
        if (amount == 256) {
            row_blend(r->out, r->a, count);
        } else {
            row_blend_faint(r->out, r->a, count, amount);
        }
        compare(r, count);
    }
}

static void a_colour_goes_through_a_coverage(void **state)
{
    struct rows *r = *state;
    for (int count = 0; count <= LONGEST; count += 1 + count / 40) {
        struct colour c = {(uint8_t)some(r), (uint8_t)some(r), (uint8_t)some(r), count % 2 ? 255 : (uint8_t)some(r)};
        uint32_t over = (uint32_t)c.r << 16 | (uint32_t)c.g << 8 | c.b;
        fill(r);
        for (int i = 0; i < count; i++) {
            r->wanted[i] = covered(r->wanted[i], over, (2 * r->coverage[i] * c.a + 255) / 510);
        }
        row_cover(r->out, r->coverage, count, c);
        compare(r, count);
    }
}

/* A page of 32 bits shows the fourth byte where it has an alpha: what is laid wholly is wholly there. */
static void what_is_laid_is_opaque(void **state)
{
    struct rows *r = *state;
    fill(r);
    row_tint(r->out, LONGEST, (struct colour){1, 2, 3, 4});
    for (int i = 0; i < LONGEST; i++) {
        assert_int_equal(r->out[i] >> 24, 255);
    }
    memset(r->out, 0, sizeof r->out);
    row_blend(r->out, r->a, LONGEST);
    for (int i = 0; i < LONGEST; i++) {
        assert_true(r->a[i] >> 24 == 0 || r->out[i] >> 24 == 255);
    }
}

static int set_up(void **state)
{
    struct rows *r = calloc(1, sizeof *r);
    if (r) {
        r->seed = UINT64_C(0x9E3779B97F4A7C15);
    }
    *state = r;
    return r ? 0 : -1;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_mixed),
        cmocka_unit_test(a_row_is_mixed_into_itself),
        cmocka_unit_test(a_row_is_spread),
        cmocka_unit_test(a_row_is_tinted),
        cmocka_unit_test(a_row_is_blended),
        cmocka_unit_test(a_colour_goes_through_a_coverage),
        cmocka_unit_test(what_is_laid_is_opaque),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
