#include "stage/backdrop.h"

#include "stage/look.h"

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
    return (struct picture_shot){.flat = look_ground};
}

/* What was faded from stands where its pan ends. */
static bool draw_fade(struct backdrop *b, struct drawlist *list, struct picture_shot to, int64_t now_ms)
{
    double fade = b->has_before && !b->still ? (double)(now_ms - b->shown_since_ms) / FADE_MS : 1;
    if (fade >= 1) {
        b->has_before = false;
        return false;
    }
    drawlist_fade(list, rect_of_size(b->page), shot_of(b, b->before, 1), to, fade);
    return true;
}

int backdrop_draw(struct backdrop *b, struct drawlist *list, int64_t now_ms)
{
    double pan = pan_time(b, b->shown, now_ms);
    struct picture_shot to = shot_of(b, b->shown, pan);
    if (draw_fade(b, list, to, now_ms)) {
        return FADE_FRAME_MS;
    }
    if (!to.bitmap) {
        drawlist_rect(list, rect_of_size(b->page), look_ground);
        return 0;
    }
    drawlist_picture(list, rect_of_size(b->page), to);
    return !b->still && pan < 1 && b->shown->has_pan ? PAN_FRAME_MS : 0;
}

static struct tones tones_of_picture(const struct backdrop *b, const struct picture *picture, struct rect region)
{
    struct ready_picture ready;
    return get(b, picture, &ready) ? ready_picture_tones(&ready, region) : tones_of(look_ground);
}

struct tones backdrop_tones(const struct backdrop *b, struct rect region, int64_t now_ms)
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
