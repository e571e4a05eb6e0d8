#include "stage/drawlist.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static void release_all(struct drawlist *l)
{
    for (int i = 0; i < l->count; i++) {
        bitmap_release(l->items[i].shot.bitmap);
        bitmap_release(l->items[i].to.bitmap);
    }
    l->count = 0;
    arena_finish(&l->texts);
}

void drawlist_finish(struct drawlist *l)
{
    release_all(l);
    free(l->items);
    *l = (struct drawlist){0};
}

void drawlist_start(struct drawlist *l, struct size page)
{
    release_all(l);
    l->size = page;
    l->clip = rect_of_size(page);
    l->mirrors = false;
    l->top = 0;
}

void drawlist_clip(struct drawlist *l, struct rect clip)
{
    l->clip = rect_intersect(clip, (struct rect){0, -l->top, l->size.w, l->size.h});
}

bool drawlist_mirror(struct drawlist *l, bool mirrors)
{
    bool before = l->mirrors;
    if (mirrors != before) {
        l->mirrors = mirrors;
        l->clip = rect_mirrored(l->clip, l->size.w);
    }
    return before;
}

int drawlist_lower(struct drawlist *l, int top)
{
    int before = l->top;
    l->top = top;
    l->clip.y += before - top;
    return before;
}

struct drawlist_way drawlist_as_seen(struct drawlist *l)
{
    return (struct drawlist_way){drawlist_mirror(l, false), drawlist_lower(l, 0)};
}

void drawlist_resume(struct drawlist *l, struct drawlist_way way)
{
    (void)drawlist_mirror(l, way.mirrors);
    (void)drawlist_lower(l, way.top);
}

struct rect drawlist_place(const struct drawlist *l, struct rect given)
{
    struct rect r = l->mirrors ? rect_mirrored(given, l->size.w) : given;
    r.y += l->top;
    return r;
}

/* ---- adding ---- */

static void add(struct drawlist *l, struct draw draw)
{
    draw.clip = drawlist_place(l, l->clip);
    draw.dest = draw.op == DRAW_GLYPHS ? draw.dest : drawlist_place(l, draw.dest);
    if (rect_is_empty(draw.dest) || rect_is_empty(rect_intersect(draw.dest, draw.clip))) {
        return;
    }
    if (l->count == l->capacity) {
        l->capacity = l->capacity ? l->capacity * 2 : 32;
        l->items =
            memory_resize(l->items, memory_product((size_t)l->capacity, sizeof l->items[0]));
    }
    bitmap_keep(draw.shot.bitmap);
    bitmap_keep(draw.to.bitmap);
    draw.run.text = draw.run.text.n ? arena_str(&l->texts, draw.run.text) : (struct str){0};
    l->items[l->count++] = draw;
}

void drawlist_picture(struct drawlist *l, struct rect dest, struct picture_shot shot)
{
    add(l, (struct draw){.op = DRAW_PICTURE, .dest = dest, .shot = shot});
}

static int whole_amount(double amount)
{
    return amount > 0 ? (int)lround(fmin(amount, 1) * FADE_WHOLE) : 0;
}

void drawlist_blend_faint(struct drawlist *l, struct rect dest, struct picture_shot shot, double amount)
{
    int whole = whole_amount(amount);
    if (shot.bitmap && whole > 0) {
        add(l, (struct draw){.op = DRAW_BLEND, .dest = dest, .shot = shot, .amount = whole});
    }
}

void drawlist_blend(struct drawlist *l, struct rect dest, struct picture_shot shot)
{
    drawlist_blend_faint(l, dest, shot, 1);
}

void drawlist_rect(struct drawlist *l, struct rect dest, struct colour colour)
{
    if (colour.a > 0) {
        add(l, (struct draw){.op = DRAW_RECT, .dest = dest, .colour = colour});
    }
}

void drawlist_fade(struct drawlist *l, struct rect dest, struct picture_shot from,
                   struct picture_shot to, double amount)
{
    int whole = whole_amount(amount);
    if (whole == 0 || whole == FADE_WHOLE) {
        drawlist_picture(l, dest, whole == 0 ? from : to);
        return;
    }
    add(l, (struct draw){.op = DRAW_FADE, .dest = dest, .shot = from, .to = to, .amount = whole});
}

void drawlist_glyphs(struct drawlist *l, struct rect box, const struct glyph_run *run)
{
    if (run->text.n > 0 && run->colour.a > 0) {
        add(l, (struct draw){.op = DRAW_GLYPHS, .dest = box, .run = *run});
    }
}

void drawlist_append(struct drawlist *to, const struct drawlist *from)
{
    struct rect clip = to->clip;
    for (int i = 0; i < from->count; i++) {
        to->clip = rect_intersect(clip, from->items[i].clip);
        add(to, from->items[i]);
    }
    to->clip = clip;
}

void drawlist_copy_ground(struct drawlist *to, const struct drawlist *from)
{
    drawlist_start(to, from->size);
    for (int i = 0; i < from->count; i++) {
        if (from->items[i].op != DRAW_GLYPHS) {
            to->clip = from->items[i].clip;
            add(to, from->items[i]);
        }
    }
    to->clip = rect_of_size(to->size);
}

/* ---- comparing ---- */

static bool colour_same(struct colour a, struct colour b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

static bool shot_same(const struct picture_shot *a, const struct picture_shot *b)
{
    if (a->bitmap != b->bitmap) {
        return false;
    }
    if (!a->bitmap) {
        return a->flat.r == b->flat.r && a->flat.g == b->flat.g && a->flat.b == b->flat.b;
    }
    return view_same(a->view, b->view);
}

static bool run_same(const struct glyph_run *a, const struct glyph_run *b)
{
    return a->face == b->face && a->px == b->px && strcmp(a->script, b->script) == 0 &&
           a->rtl == b->rtl && a->joins_before == b->joins_before && a->joins_after == b->joins_after &&
           a->letter_px == b->letter_px && a->word_px == b->word_px && a->x == b->x && a->baseline == b->baseline &&
           colour_same(a->colour, b->colour) && str_eq(a->text, b->text);
}

static bool draw_same(const struct draw *a, const struct draw *b)
{
    if (a->op != b->op || !rect_same(a->dest, b->dest) || !rect_same(a->clip, b->clip)) {
        return false;
    }
    switch (a->op) {
    case DRAW_PICTURE:
        return shot_same(&a->shot, &b->shot);
    case DRAW_BLEND:
        return a->amount == b->amount && shot_same(&a->shot, &b->shot);
    case DRAW_RECT:
        return colour_same(a->colour, b->colour);
    case DRAW_GLYPHS:
        return run_same(&a->run, &b->run);
    case DRAW_FADE:
        return a->amount == b->amount && shot_same(&a->shot, &b->shot) && shot_same(&a->to, &b->to);
    }
    return false;
}

bool drawlist_same(const struct drawlist *a, const struct drawlist *b)
{
    if (!size_same(a->size, b->size) || a->count != b->count) {
        return false;
    }
    for (int i = 0; i < a->count; i++) {
        if (!draw_same(&a->items[i], &b->items[i])) {
            return false;
        }
    }
    return true;
}

/* ---- damage ---- */

static int64_t area(struct rect r)
{
    return rect_is_empty(r) ? 0 : (int64_t)r.w * r.h;
}

/* How many pixels more would be painted if both were one. */
static int64_t growth(struct rect a, struct rect b)
{
    return area(rect_union(a, b)) - area(a) - area(b);
}

/* The one of `d` that `r` goes with best. */
static int nearest(const struct damage *d, struct rect r)
{
    int best = 0;
    for (int i = 1; i < d->count; i++) {
        best = growth(d->rects[i], r) < growth(d->rects[best], r) ? i : best;
    }
    return best;
}

/* Each rectangle costs a look through the whole list and a message to the display, as much as some thousand pixels.
 * What two were joined to may join a third. */
static void damage_add(struct damage *d, struct rect r)
{
    enum { RECT_COST_PX = 4096 };
    if (rect_is_empty(r)) {
        return;
    }
    while (d->count > 0) {
        int best = nearest(d, r);
        if (growth(d->rects[best], r) > RECT_COST_PX && d->count < DAMAGE_MOST) {
            break;
        }
        r = rect_union(d->rects[best], r);
        d->rects[best] = d->rects[--d->count];
    }
    d->rects[d->count++] = r;
}

static void damage_draws(struct damage *d, const struct draw *items, int from, int to)
{
    for (int i = from; i < to; i++) {
        damage_add(d, rect_intersect(items[i].dest, items[i].clip));
    }
}

struct damage damage_of(struct rect r)
{
    struct damage d = {0};
    damage_add(&d, r);
    return d;
}

struct rect damage_box(const struct damage *d)
{
    struct rect box = {0};
    for (int i = 0; i < d->count; i++) {
        box = rect_union(box, d->rects[i]);
    }
    return box;
}

/* What both lists hold in the same order paints the same wherever nothing else was painted: the rest
 * of both is the damage. */
struct damage drawlist_damage(const struct drawlist *before, const struct drawlist *after)
{
    struct rect page = rect_of_size(after->size);
    struct damage damage = {0};
    if (!size_same(before->size, after->size)) {
        return damage_of(page);
    }
    int seen = 0;
    for (int i = 0; i < before->count; i++) {
        int at = seen;
        while (at < after->count && !draw_same(&before->items[i], &after->items[at])) {
            at++;
        }
        if (at == after->count) {
            damage_draws(&damage, before->items, i, i + 1);
            continue;
        }
        damage_draws(&damage, after->items, seen, at);
        seen = at + 1;
    }
    damage_draws(&damage, after->items, seen, after->count);
    for (int i = 0; i < damage.count; i++) {
        damage.rects[i] = rect_intersect(damage.rects[i], page);
    }
    return damage;
}
