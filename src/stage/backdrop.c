#include "stage/backdrop.h"

void backdrop_finish(struct backdrop *b)
{
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
    b->before = b->shown;
    b->has_before = b->has_shown && !b->still;
    b->shown = picture;
    b->has_shown = true;
    b->shown_since_ms = now_ms;
}

static double pan_time(const struct backdrop *b, const struct picture *picture, int64_t now_ms)
{
    if (!picture || !picture->has_pan || picture->pan.seconds <= 0) {
        return 0;
    }
    if (b->still) {
        return 1;
    }
    double t = (double)(now_ms - b->shown_since_ms) / (1000 * picture->pan.seconds);
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
    double done = b->has_before && !b->still ? (double)(now_ms - b->shown_since_ms) / FADE_MS : 1;
    return done < 1 ? done : 1;
}

static void draw_near(const struct backdrop *b, struct drawlist *list, const struct picture *picture, double t,
                      double amount)
{
    struct ready_picture ready;
    struct picture_shot shot;
    struct rect dest;
    if (get(b, picture, &ready) && ready_picture_near(&ready, t, &shot, &dest)) {
        drawlist_blend_faint(list, dest, shot, amount);
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
    return air_draw(&b->air, list, b->shown->air, b->still ? AIR_SETTLED_MS : now_ms - b->shown_since_ms);
}

/* What was faded from stands where its pan ends. */
int backdrop_draw(struct backdrop *b, struct drawlist *list, int64_t now_ms)
{
    double pan = pan_time(b, b->shown, now_ms);
    double fade = fade_done(b, now_ms);
    struct picture_shot to = shot_of(b, b->shown, pan);
    if (fade < 1) {
        drawlist_fade(list, rect_of_size(b->page), shot_of(b, b->before, 1), to, fade);
        draw_near(b, list, b->before, 1, 1 - fade);
        draw_near(b, list, b->shown, pan, fade);
        return FADE_FRAME_MS;
    }
    b->has_before = false;
    drawlist_picture(list, rect_of_size(b->page), to);
    draw_near(b, list, b->shown, pan, 1);
    bool pans = to.bitmap && !b->still && pan < 1 && b->shown->has_pan;
    return sooner(pans ? PAN_FRAME_MS : 0, to.bitmap ? draw_air(b, list, now_ms) : 0);
}

/* Counting a million pixels takes longer than painting them. */
static struct tones tones_known(struct backdrop *b, const struct ready_picture *ready, struct rect region)
{
    const struct picture *picture = ready->want.picture;
    for (int i = 0; i < BACKDROP_TONES; i++) {
        if (b->known[i].picture == picture && size_same(b->known[i].page, b->page) &&
            rect_same(b->known[i].region, region)) {
            return b->known[i].tones;
        }
    }
    struct tones tones = ready_picture_tones(ready, region);
    b->known[b->known_next].picture = picture;
    b->known[b->known_next].page = b->page;
    b->known[b->known_next].region = region;
    b->known[b->known_next].tones = tones;
    b->known_next = (b->known_next + 1) % BACKDROP_TONES;
    return tones;
}

static struct tones tones_of_picture(struct backdrop *b, const struct picture *picture, struct rect region)
{
    struct ready_picture ready;
    if (!get(b, picture, &ready)) {
        return tones_of(b->ground);
    }
    return air_tones(picture->air, tones_known(b, &ready, region));
}

struct tones backdrop_tones(struct backdrop *b, struct rect region, int64_t now_ms)
{
    struct tones tones = tones_of_picture(b, b->shown, region);
    bool fading = b->has_before && now_ms - b->shown_since_ms < FADE_MS;
    return fading ? tones_join(tones, tones_of_picture(b, b->before, region)) : tones;
}

bool backdrop_failed(const struct backdrop *b)
{
    struct ready_picture ready;
    return b->shown &&
           picture_cache_get(b->cache, (struct picture_want){b->shown, b->page}, &ready) == PICTURE_FAILED;
}
