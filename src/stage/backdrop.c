#include "stage/backdrop.h"

#include "stage/painter.h"

void backdrop_end_fade(struct backdrop *b)
{
    for (int i = 0; i < BACKDROP_TONES; i++) {
        if (b->fade.from && b->known[i].of == b->fade.from) {
            b->known[i].of = NULL;
        }
    }
    bitmap_release(b->fade.from);
    bitmap_release(b->fade.to);
    b->fade.from = b->fade.to = NULL;
    ready_picture_release(&b->fade.of);
    drawlist_finish(&b->fade.was);
    b->fade.is_on = b->fade.is_mixed = false;
}

void backdrop_forget(struct backdrop *b)
{
    backdrop_end_fade(b);
    b->has_shown = false;
}

void backdrop_finish(struct backdrop *b)
{
    backdrop_end_fade(b);
    air_finish(&b->air);
}

static bool get(const struct backdrop *b, const struct picture *picture, struct ready_picture *out)
{
    return picture &&
           picture_cache_get(b->cache, (struct picture_want){picture, b->page}, out) == PICTURE_READY;
}

/* What stands at another size, after the window changed, is decoded anew before it is drawn. */
static void keep_shown(struct backdrop *b)
{
    struct ready_picture ready;
    b->waiting = false;
    if (b->shown && b->loads_now) {
        (void)picture_cache_load_now(b->cache, (struct picture_want){b->shown, b->page}, &ready);
    }
}

/* ---- moving ---- */

static double pan_time(const struct backdrop *b, int64_t now_ms)
{
    const struct picture *picture = b->shown;
    if (!picture || !picture->has_pan || picture->pan.seconds <= 0) {
        return 0;
    }
    if (b->still) {
        return 1;
    }
    int64_t elapsed_ms = drift_time(&b->drift, now_ms) - b->moves_from_ms;
    double t = elapsed_ms > 0 ? (double)elapsed_ms / (1000 * picture->pan.seconds) : 0;
    return t < 1 ? t : 1;
}

static struct picture_shot shot_of(const struct backdrop *b, const struct picture *picture, double t)
{
    struct ready_picture ready;
    if (get(b, picture, &ready)) {
        return ready_picture_shot(&ready, t);
    }
    return (struct picture_shot){.flat = b->ground};
}

/* How much of the fade to what is shown is done; 1: all. */
static double fade_done(const struct backdrop *b, int64_t now_ms)
{
    bool fades = b->fade.is_on && !b->still && size_same(b->fade.was.size, b->page);
    double done = fades ? (double)(now_ms - b->shown_since_ms) / FADE_MS : 1;
    return done < 1 ? done : 1;
}

bool backdrop_fades(const struct backdrop *b, int64_t now_ms)
{
    return fade_done(b, now_ms) < 1;
}

static void draw_near(const struct backdrop *b, struct drawlist *list, double t)
{
    struct ready_picture ready;
    struct picture_shot shot;
    struct rect dest;
    if (get(b, b->shown, &ready) && ready_picture_near(&ready, t, &shot, &dest)) {
        drawlist_blend(list, dest, shot);
    }
}

static int sooner(int a_ms, int b_ms)
{
    return a_ms == 0 || (b_ms != 0 && b_ms < a_ms) ? b_ms : a_ms;
}

/* At rest it hangs in the air: that is how it is shown where nothing may move. */
static int draw_air(struct backdrop *b, struct drawlist *list, int64_t now_ms)
{
    if (!b->shown) {
        return 0;
    }
    bool rests = b->still || drift_ms(&b->drift) == 0;
    bool moves = air_draw(&b->air, list, b->shown->air, rests ? AIR_SETTLED_MS : now_ms - b->moves_from_ms);
    return moves ? drift_ms(&b->drift) : 0;
}

/* Who presses a key in between sees what the key does, at once; what drifts moves on when its time has come. So only
 * little is painted then. */
static int64_t drift_tick(struct backdrop *b, int64_t now_ms)
{
    int64_t since_ms = now_ms - b->drawn_ms;
    if (b->drawn_ms == 0 || since_ms < 0 || since_ms >= drift_ms(&b->drift)) {
        b->drawn_ms = now_ms;
    }
    return b->drawn_ms;
}

/* Returns in how many ms after `now_ms` it moves. */
static int draw_shown(struct backdrop *b, struct drawlist *list, int64_t at_ms)
{
    int64_t now_ms = drift_tick(b, at_ms);
    double pan = pan_time(b, now_ms);
    struct picture_shot shot = shot_of(b, b->shown, pan);
    drawlist_picture(list, rect_of_size(b->page), shot);
    draw_near(b, list, pan);
    bool pans = shot.bitmap && !b->still && pan < 1 && b->shown->has_pan;
    int step_ms = sooner(pans ? drift_ms(&b->drift) : 0, shot.bitmap ? draw_air(b, list, now_ms) : 0);
    return step_ms ? step_ms - (int)(at_ms - now_ms) : 0;
}

/* ---- fading ---- */

static struct picture_shot whole(struct bitmap *page)
{
    return (struct picture_shot){.bitmap = page, .view = view_whole(bitmap_size(page))};
}

/* The bitmap that the list shows and nothing else, all of it at its own size; or NULL. */
static struct bitmap *alone(const struct drawlist *list)
{
    if (list->count != 1 || list->items[0].op != DRAW_PICTURE || !list->items[0].shot.bitmap) {
        return NULL;
    }
    const struct draw *d = &list->items[0];
    bool is_whole = size_same(bitmap_size(d->shot.bitmap), list->size) &&
                    rect_same(d->dest, rect_of_size(list->size)) &&
                    view_same(d->shot.view, view_whole(list->size));
    return is_whole ? d->shot.bitmap : NULL;
}

/* The list painted; NULL where there is no memory for it. */
static struct bitmap *painted(const struct drawlist *list)
{
    struct error err = {0};
    struct bitmap *page = bitmap_create(list->size, true);
    struct painter *painter = page ? painter_cpu_for_surface(bitmap_surface(page), NULL) : NULL;
    if (painter && !painter_paint(painter, list, rect_of_size(list->size), &err)) {
        bitmap_release(page);
        page = NULL;
    }
    painter_destroy(painter);
    return page;
}

/* A picture that fills the page by itself is one already. */
static struct bitmap *page_of(const struct drawlist *list)
{
    struct bitmap *page = bitmap_keep(alone(list));
    return page ? page : painted(list);
}

/* NULL where there is no memory for it. */
static struct bitmap *fade_from(struct backdrop *b)
{
    b->fade.from = b->fade.from ? b->fade.from : page_of(&b->fade.was);
    return b->fade.from;
}

/* As the fade ends it stands where its motion begins. */
static struct picture_shot fade_to(struct backdrop *b)
{
    if (!b->fade.to) {
        struct drawlist list = {0};
        drawlist_start(&list, b->page);
        (void)draw_shown(b, &list, b->moves_from_ms);
        b->fade.to = page_of(&list);
        drawlist_finish(&list);
    }
    return b->fade.to ? whole(b->fade.to) : shot_of(b, b->shown, 0);
}

void backdrop_prepare(struct backdrop *b, int64_t now_ms)
{
    if (backdrop_fades(b, now_ms) && fade_from(b)) {
        (void)fade_to(b);
    }
}

/* Only a page that was mixed is painted before it must be: whoever pressed a key waits for its answer. */
static void begin_fade(struct backdrop *b, int64_t now_ms)
{
    struct drawlist was = {0};
    struct ready_picture of = {0};
    bool is_mixed = backdrop_fades(b, now_ms);
    drawlist_start(&was, b->page);
    (void)backdrop_draw(b, &was, now_ms);
    if (get(b, b->shown, &of)) {
        (void)bitmap_keep(of.bitmap);
        (void)bitmap_keep(of.near.bitmap);
    }
    backdrop_end_fade(b);
    b->fade.was = was;
    b->fade.of = of;
    b->fade.is_mixed = is_mixed;
    b->fade.is_on = !is_mixed || fade_from(b);
}

void backdrop_set(struct backdrop *b, const struct picture *picture, int64_t now_ms)
{
    if (b->has_shown && picture == b->shown) {
        keep_shown(b);
        return;
    }
    struct picture_want want = {picture, b->page};
    struct ready_picture ready;
    enum picture_state state = PICTURE_FAILED;
    if (picture) {
        bool now = b->loads_now || !b->has_shown;
        state = now ? picture_cache_load_now(b->cache, want, &ready) : picture_cache_get(b->cache, want, &ready);
    }
    b->waiting = picture && state == PICTURE_PENDING;
    if (b->waiting) {
        return;
    }
    if (b->has_shown && !b->still) {
        begin_fade(b, now_ms);
    } else {
        backdrop_end_fade(b);
    }
    b->shown = picture;
    b->has_shown = true;
    b->shown_since_ms = now_ms;
    b->moves_from_ms = now_ms + (b->fade.is_on ? FADE_MS : 0);
    b->drawn_ms = 0;
    drift_begin(&b->drift);
}

int backdrop_draw(struct backdrop *b, struct drawlist *list, int64_t now_ms)
{
    double fade = fade_done(b, now_ms);
    b->drifts = false;
    if (fade <= 0) {
        drawlist_append(list, &b->fade.was);
        return FADE_FRAME_MS;
    }
    if (fade < 1 && fade_from(b)) {
        drawlist_fade(list, rect_of_size(b->page), whole(b->fade.from), fade_to(b), fade);
        return FADE_FRAME_MS;
    }
    backdrop_end_fade(b);
    int next_ms = draw_shown(b, list, now_ms);
    b->drifts = next_ms != 0 && b->drawn_ms == now_ms;
    return next_ms;
}

/* ---- tones ---- */

/* Counting a million pixels takes longer than painting them. */
static const struct tones *tones_known(const struct backdrop *b, const void *of, struct rect region)
{
    for (int i = 0; i < BACKDROP_TONES; i++) {
        if (b->known[i].of == of && size_same(b->known[i].page, b->page) && rect_same(b->known[i].region, region)) {
            return &b->known[i].tones;
        }
    }
    return NULL;
}

static struct tones tones_remember(struct backdrop *b, const void *of, struct rect region, struct tones tones)
{
    b->known[b->known_next].of = of;
    b->known[b->known_next].page = b->page;
    b->known[b->known_next].region = region;
    b->known[b->known_next].tones = tones;
    b->known_next = (b->known_next + 1) % BACKDROP_TONES;
    return tones;
}

/* {0} shows the flat ground. */
static struct tones tones_of_picture(struct backdrop *b, const struct ready_picture *ready, struct rect region)
{
    const struct picture *picture = ready->want.picture;
    if (!picture) {
        return tones_of(b->ground);
    }
    const struct tones *known = tones_known(b, picture, region);
    struct tones tones = known ? *known : tones_remember(b, picture, region, ready_picture_tones(ready, region));
    return air_tones(picture->air, tones);
}

static struct tones tones_of_page(struct backdrop *b, struct bitmap *page, struct rect region)
{
    struct rect all = rect_of_size(b->page);
    const struct tones *known = tones_known(b, page, region);
    return known ? *known : tones_remember(b, page, region, bitmap_tones(page, view_whole(b->page), all, region));
}

struct tones backdrop_tones(struct backdrop *b, struct rect region, int64_t now_ms)
{
    struct ready_picture ready = {0};
    (void)get(b, b->shown, &ready);
    struct tones tones = tones_of_picture(b, &ready, region);
    if (!backdrop_fades(b, now_ms)) {
        return tones;
    }
    return tones_join(tones, b->fade.is_mixed ? tones_of_page(b, b->fade.from, region)
                                              : tones_of_picture(b, &b->fade.of, region));
}

bool backdrop_failed(const struct backdrop *b)
{
    struct ready_picture ready;
    return b->shown &&
           picture_cache_get(b->cache, (struct picture_want){b->shown, b->page}, &ready) == PICTURE_FAILED;
}
