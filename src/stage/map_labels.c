#include "stage/map_labels.h"

#include <math.h>
#include <string.h>

enum { CELL_PX = 4, EDGE_PX = 4, ANY_WIDTH = 1 << 20 };

#define RADIANS_A_DEGREE 0.017453292519943295

/* --- room --- */

struct map_room map_room_make(struct size size, struct arena *a)
{
    struct size cells = {(size.w + CELL_PX - 1) / CELL_PX, (size.h + CELL_PX - 1) / CELL_PX};
    return (struct map_room){size, cells, arena_new(a, bool, (size_t)cells.w * (size_t)cells.h)};
}

static struct rect cells_of(const struct map_room *r, struct rect what)
{
    struct rect in = rect_intersect(what, rect_of_size(r->size));
    int x = in.x / CELL_PX;
    int y = in.y / CELL_PX;
    return (struct rect){x, y, (in.x + in.w + CELL_PX - 1) / CELL_PX - x, (in.y + in.h + CELL_PX - 1) / CELL_PX - y};
}

void map_room_take(struct map_room *r, struct rect what)
{
    struct rect cells = cells_of(r, what);
    for (int y = cells.y; y < cells.y + cells.h; y++) {
        for (int x = cells.x; x < cells.x + cells.w; x++) {
            r->taken[(size_t)y * (size_t)r->cells.w + (size_t)x] = true;
        }
    }
}

bool map_room_is_free(const struct map_room *r, struct rect what)
{
    struct rect inside = rect_intersect(what, rect_inset(rect_of_size(r->size), EDGE_PX, EDGE_PX));
    if (!rect_same(inside, what)) {
        return false;
    }
    struct rect cells = cells_of(r, what);
    for (int y = cells.y; y < cells.y + cells.h; y++) {
        for (int x = cells.x; x < cells.x + cells.w; x++) {
            if (r->taken[(size_t)y * (size_t)r->cells.w + (size_t)x]) {
                return false;
            }
        }
    }
    return true;
}

/* --- placing --- */

/* A turned line of words as squares, one after another along it. */
struct tiles {
    struct spot first, step;
    int count, side;
};

static struct tiles tiles_of(const struct map_lettering *l)
{
    int side = l->block.line_px;
    int width = l->block.size.w;
    int count = 2 * (width / (side > 0 ? side : 1)) + 1;
    double span = width > side ? width - side : 0;
    struct spot toward = {cos(l->angle_deg * RADIANS_A_DEGREE), sin(l->angle_deg * RADIANS_A_DEGREE)};
    double each = count > 1 ? span / (count - 1) : 0;
    return (struct tiles){
        .first = {l->middle.x - toward.x * span / 2, l->middle.y - toward.y * span / 2},
        .step = {toward.x * each, toward.y * each},
        .count = count,
        .side = side,
    };
}

static struct rect tile(const struct tiles *t, int i)
{
    double x = t->first.x + i * t->step.x - t->side / 2.0;
    double y = t->first.y + i * t->step.y - t->side / 2.0;
    return (struct rect){(int)floor(x), (int)floor(y), t->side, t->side};
}

static bool try_at(struct map_room *room, struct map_lettering *l, struct spot middle)
{
    l->middle = middle;
    struct tiles t = tiles_of(l);
    for (int i = 0; i < t.count; i++) {
        if (!map_room_is_free(room, tile(&t, i))) {
            return false;
        }
    }
    for (int i = 0; i < t.count; i++) {
        map_room_take(room, tile(&t, i));
    }
    return true;
}

static bool place_beside(struct map_room *room, const struct map_name *n, struct map_lettering *l)
{
    static const int sides[][2] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}};
    double x = n->clear_px + l->block.size.w / 2.0;
    double y = n->clear_px + l->block.line_px / 2.0;
    for (size_t i = 0; i < COUNT(sides); i++) {
        if (try_at(room, l, (struct spot){n->at.x + sides[i][0] * x, n->at.y + sides[i][1] * y})) {
            return true;
        }
    }
    return false;
}

static bool place_upon(struct map_room *room, const struct map_name *n, struct map_lettering *l)
{
    double aside = n->wander * l->block.line_px;
    const double shifts[] = {0, -aside / 2, aside / 2, -aside, aside};
    for (size_t i = 0; i < (aside > 0 ? COUNT(shifts) : 1); i++) {
        if (try_at(room, l, (struct spot){n->at.x, n->at.y + shifts[i]})) {
            return true;
        }
    }
    return false;
}

static struct block lay_line(struct composer *c, int item, struct str words, struct setting setting)
{
    struct block block = block_lay_name(c, item, words, setting, ANY_WIDTH);
    block.layout.line_count = block.layout.line_count > 1 ? 1 : block.layout.line_count;
    block.size.w = block.layout.line_count ? block.layout.lines[0].width_px : 0;
    return block;
}

bool map_name_place(struct composer *c, struct map_room *room, const struct map_name *name,
                    struct map_lettering *out)
{
    struct map_lettering l = {.angle_deg = name->angle_deg};
    l.block = lay_line(c, name->item, name->words, name->setting);
    bool fits = l.block.layout.line_count > 0 &&
                (name->clear_px > 0 ? place_beside(room, name, &l) : place_upon(room, name, &l));
    *out = l;
    return fits;
}

struct rect map_lettering_box(const struct map_lettering *l)
{
    struct tiles t = tiles_of(l);
    if (l->angle_deg == 0) {
        int w = l->block.size.w;
        return (struct rect){(int)floor(l->middle.x - w / 2.0), tile(&t, 0).y, w, t.side};
    }
    return rect_union(tile(&t, 0), tile(&t, t.count - 1));
}

/* --- letters --- */

/* The words about `middle`, in a mask whose top left is at `corner`. */
static void stamp_words(struct composer *c, struct mask *m, const struct map_lettering *l, struct point corner)
{
    const struct block *b = &l->block;
    struct font_metrics f = fonts_metrics(c->fonts, b->setting.face, b->setting.px);
    struct spot pivot = {l->middle.x - corner.x, l->middle.y - corner.y};
    double left = floor(pivot.x - b->size.w / 2.0);
    double baseline = floor(pivot.y - (f.ascent + f.descent) / 2.0) + f.ascent;
    for (int i = 0; i < b->layout.lines[0].run_count; i++) {
        const struct layout_run *run = &b->layout.lines[0].runs[i];
        struct glyph_run glyphs = {
            .face = face_with_flags(b->setting.face, run->style.flags),
            .px = b->setting.px,
            .rtl = run->style.rtl,
            .joins_before = run->style.joins_before,
            .joins_after = run->style.joins_after,
            .text = str_sub(b->text, run->from, run->to - run->from),
        };
        memcpy(glyphs.script, run->style.script, sizeof glyphs.script);
        const struct coverage *seen = fonts_coverage(c->fonts, &glyphs);
        if (seen) {
            struct stamp stamp = {{seen->w, seen->h}, seen->pixels};
            struct spot at = {left + run->x_px + seen->left, baseline + seen->top};
            mask_stamp(m, stamp, at, pivot, l->angle_deg);
        }
    }
}

static struct rect with_room(const struct map_lettering *l, int pad)
{
    return rect_inset(map_lettering_box(l), -pad, -pad);
}

/* The shade lies under all of the box, so that every pixel beneath a letter has it. */
void map_lettering_shade(struct composer *c, struct bitmap *b, const struct map_lettering *l)
{
    struct rect box = with_room(l, l->block.line_px);
    struct rect whole = rect_of_size(bitmap_size(b));
    struct rect words = rect_intersect(map_lettering_box(l), whole);
    struct tones tones = bitmap_tones(b, view_whole(bitmap_size(b)), whole, words);
    struct colour shade = c->look.colours->map.shade;
    uint8_t least = c->look.colours->map.shade_least;
    uint8_t needed = scrim_alpha(tones, shade, l->block.setting.ink, LOOK_CONTRAST);
    shade.a = needed > least ? needed : least;
    if (shade.a == 0) {
        return;
    }
    double fade = l->block.line_px * 0.9;
    struct mask m = mask_make((struct size){box.w, box.h}, c->arena);
    struct spot middle = {l->middle.x - box.x, l->middle.y - box.y};
    struct spot half = {l->block.size.w / 2.0 + 2, l->block.line_px / 2.0};
    mask_plate(&m, middle, half, l->angle_deg, fade);
    bitmap_ink(b, &m, (struct point){box.x, box.y}, shade);
}

void map_lettering_ink(struct composer *c, struct bitmap *b, const struct map_lettering *l)
{
    struct rect box = with_room(l, l->block.line_px);
    struct point corner = {box.x, box.y};
    struct mask letters = mask_make((struct size){box.w, box.h}, c->arena);
    stamp_words(c, &letters, l, corner);
    struct mask wide = mask_make((struct size){box.w, box.h}, c->arena);
    memcpy(wide.pixels, letters.pixels, (size_t)box.w * (size_t)box.h);
    mask_grow(&wide, l->block.setting.px / 14 > 1 ? l->block.setting.px / 14 : 1, c->arena);
    bitmap_ink(b, &wide, corner, c->look.colours->map.rim);
    bitmap_ink(b, &letters, corner, l->block.setting.ink);
}

void map_number_ink(struct composer *c, struct bitmap *b, int item, struct str words, struct setting setting,
                    struct spot middle)
{
    struct map_lettering l = {.block = lay_line(c, item, words, setting), .middle = middle};
    if (l.block.layout.line_count == 0) {
        return;
    }
    struct rect box = with_room(&l, setting.px / 2);
    struct mask letters = mask_make((struct size){box.w, box.h}, c->arena);
    stamp_words(c, &letters, &l, (struct point){box.x, box.y});
    bitmap_ink(b, &letters, (struct point){box.x, box.y}, setting.ink);
}
