#include "stage/stage.h"

#include <stdlib.h>
#include <time.h>

#include "base/log.h"
#include "base/memory.h"
#include "stage/snapshot.h"
#include "stage/stage_internal.h"

/* From a worker: SDL_PushEvent is safe there, and wakes the wait. */
static void wake(void *self)
{
    struct stage *s = self;
    SDL_Event event = {.type = s->wake_event};
    (void)SDL_PushEvent(&event);
}

static void wake_for_pads(void *self)
{
    struct stage *s = self;
    SDL_Event event = {.type = s->wake_event + 2};
    (void)SDL_PushEvent(&event);
}

void stage_wake(struct stage *s)
{
    if (!s->options.headless) {
        SDL_Event event = {.type = s->wake_event + 1};
        (void)SDL_PushEvent(&event);
    }
}

static bool open_screen(struct stage *s, struct error *err)
{
    const struct stage_options *o = &s->options;
    struct fonts *fonts = canvas_fonts(s->canvas);
    if (o->headless) {
        struct size size = o->size.w > 0 ? o->size : (struct size){1920, 1080};
        return screen_open_memory(&s->screen, size, fonts, err);
    }
    return screen_open(&s->screen, o->title, o->size, player_settings(o->player)->full_screen, fonts, err);
}

/* What we log, as the rest of the program says things; what SDL thinks of itself helps nobody here. */
static void say_line(void *self, int category, SDL_LogPriority priority, const char *message)
{
    (void)self;
    (void)priority;
    if (category == SDL_LOG_CATEGORY_APPLICATION) {
        log_say(LOG_AS_ERROR, "%s", message);
    }
}

struct stage *stage_create(const struct stage_options *o, struct error *err)
{
    struct stage *s = memory_zeroed(sizeof *s);
    s->options = *o;
    s->input.item = -1;
    s->is_dirty = s->is_whole = true;
    s->due_ms = s->own_due_ms = INT64_MAX;
    SDL_LogSetOutputFunction(say_line, NULL);
    if (!o->headless) {
        screen_prepare();
        if (player_kiosk(o->player)) { /* who stops the service means it */
            (void)SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
        }
        pads_prepare();
        if (!screen_start(err)) {
            free(s);
            return NULL;
        }
        s->wake_event = SDL_RegisterEvents(3);
        s->pads_wanted = true;
        guard_set(&s->guard, GUARD_PRESS_MS, GUARD_KEY_MS);
    }
    struct canvas_options canvas = {
        .player = o->player,
        .folder = o->folder,
        .decoder = o->decoder,
        .picture_bytes = o->picture_bytes,
        .screen = o->screen,
        .threads = o->headless ? 0 : WORKERS,
        .wake = wake,
        .self = s,
    };
    s->canvas = canvas_create(&canvas, err);
    if (s->canvas && !o->headless) {
        canvas_expect(s->canvas, screen_foretell(o->size, player_settings(o->player)->full_screen));
    }
    if (!s->canvas || !open_screen(s, err)) {
        stage_destroy(s);
        return NULL;
    }
    if (!o->headless) {
        (void)SDL_ShowCursor(SDL_DISABLE); /* until the mouse moves */
        canvas_rehearse(s->canvas, s->screen.size, stage_now(s));
    }
    stage_show_keys(s);
    return s;
}

void stage_destroy(struct stage *s)
{
    if (!s) {
        return;
    }
    canvas_stop(s->canvas);
    pads_finish(&s->pads); /* from here on nobody wakes a window that goes */
    screen_close(&s->screen);
    canvas_destroy(s->canvas);
    if (!s->options.headless) {
        SDL_Quit();
    }
    free(s);
}

void stage_invalidate(struct stage *s)
{
    s->is_dirty = true;
}

void stage_follow(struct stage *s, int from, int count)
{
    canvas_follow(s->canvas, from, count);
    s->is_dirty = true;
}

/* --- drawing: the one place --- */

static void dump(struct stage *s)
{
    if (s->options.dump) {
        struct strbuf json = {0};
        struct look look = canvas_look(s->canvas);
        frame_dump(s->frame, s->options.player, &look, s->screen.painter->ops->name, &json);
        s->options.dump(s->options.self, strbuf_str(&json));
        strbuf_finish(&json);
    }
}

/* Paints the frame where it differs from the one before. */
static bool paint(struct stage *s)
{
    struct rect whole = rect_of_size(s->screen.size);
    struct damage damage = damage_of(whole);
    if (!s->is_whole) {
        damage = drawlist_damage(&canvas_frame_before(s->canvas)->list, &s->frame->list);
    }
    if (damage.count == 0) {
        return true;
    }
    struct error err = {0};
    bool ok = painter_paint_damage(s->screen.painter, &s->frame->list, &damage, &err);
    for (int tries = 0; !ok && tries < 3; tries++) {
        painter_reset(s->screen.painter);
        ok = painter_paint(s->screen.painter, &s->frame->list, whole, &err);
    }
    if (!ok) {
        SDL_LogError(SDL_LOG_CATEGORY_APPLICATION, "%s", err.text);
        return false;
    }
    s->is_whole = false;
    s->frames++;
    if (s->pads_wanted && pads_begin(&s->pads)) {
        s->pads_wanted = false;
        pads_watch(&s->pads, wake_for_pads, s);
    }
    dump(s);
    return true;
}

int64_t stage_frames(const struct stage *s)
{
    return s->frames;
}

/* Of this thread: what it waits for costs others nothing. */
static int64_t spent_us(void)
{
    struct timespec t = {0};
    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* A script's frames come when it says, on whatever machine. */
static void tell_drift(struct stage *s, int64_t began_us, int64_t at)
{
    if (canvas_drifts(s->canvas) && !s->options.headless) {
        int64_t spent = spent_us() - began_us;
        canvas_took(s->canvas, spent < INT32_MAX / 8 ? (int)spent : INT32_MAX / 8, at);
    }
}

bool stage_draw_now(struct stage *s)
{
    int64_t at = stage_now(s);
    int64_t began_us = spent_us();
    if (screen_measure(&s->screen)) {
        s->is_whole = true;
        painter_reset(s->screen.painter);
    }
    s->is_dirty = false;
    s->frame = canvas_frame_alone(s->canvas, s->screen.size, at);
    s->due_ms = s->frame->next_ms ? at + s->frame->next_ms : INT64_MAX;
    stage_settle_text(s);
    bool ok = paint(s);
    tell_drift(s, began_us, at);
    canvas_prepare(s->canvas);
    return ok;
}

static void draw_if_needed(struct stage *s)
{
    if (!s->is_hidden && (s->is_dirty || stage_now(s) >= s->due_ms)) {
        (void)stage_draw_now(s);
    }
}

/* --- going on by itself --- */

/* Not while a finger is down, nobody can see it, or what is to be read goes on below. */
static int64_t story_deadline(const struct stage *s)
{
    bool can = s->frame && !s->is_hidden && s->frame->scroll_at >= s->frame->scroll_most;
    int64_t due = can ? player_deadline(s->options.player) : INT64_MAX;
    int64_t free_ms = input_free_ms(&s->input);
    return free_ms > due ? free_ms : due;
}

/* A kiosk's rules hold whatever is to be seen. */
int64_t stage_deadline(const struct stage *s)
{
    int64_t story = story_deadline(s);
    int64_t kiosk = player_kiosk_deadline(s->options.player);
    int64_t due = kiosk < story ? kiosk : story;
    return s->own_due_ms < due ? s->own_due_ms : due;
}

void stage_set_deadline(struct stage *s, int64_t due_ms)
{
    s->own_due_ms = due_ms;
}

/* --- events --- */

/* A kiosk ends when its staff say so, not when something closes its window. */
static void close_window(struct stage *s)
{
    s->is_closed = player_kiosk(s->options.player) == NULL;
}

static void take_window(struct stage *s, const SDL_WindowEvent *e)
{
    switch (e->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_MAXIMIZED:
        s->is_hidden = false;
        player_stir(s->options.player, stage_now(s));
        s->is_dirty = s->is_whole = true;
        break;
    case SDL_WINDOWEVENT_MINIMIZED:
    case SDL_WINDOWEVENT_HIDDEN:
        s->is_hidden = true;
        canvas_rest(s->canvas);
        break;
    case SDL_WINDOWEVENT_FOCUS_LOST:
        stage_let_go(s);
        break;
    case SDL_WINDOWEVENT_CLOSE:
        close_window(s);
        break;
    default:
        break;
    }
}

void stage_take_event(struct stage *s, const SDL_Event *e)
{
    if (e->type == s->wake_event) {
        s->is_dirty |= canvas_collect(s->canvas);
        return;
    }
    if (e->type == s->wake_event + 1) {
        stage_give(s, ACTION_NONE, 0);
        return;
    }
    if (e->type == s->wake_event + 2) {
        pads_look(&s->pads, stage_now(s));
        return;
    }
    switch (e->type) {
    case SDL_QUIT:
        close_window(s);
        break;
    case SDL_WINDOWEVENT:
        take_window(s, &e->window);
        break;
    case SDL_RENDER_DEVICE_RESET:
    case SDL_RENDER_TARGETS_RESET:
        painter_reset(s->screen.painter);
        s->is_dirty = s->is_whole = true;
        break;
    default:
        stage_take_hands(s, e);
        break;
    }
}

/* A frame that is late waits for nothing. */
static int patience_ms(const struct stage *s, int64_t due)
{
    int64_t now = stage_now(s);
    if (!s->is_hidden && now >= s->due_ms) {
        return 0;
    }
    return due > now ? (int)(due - now) : 1;
}

/* Sleeps until an event, the next frame's time or the player's; takes in the events that are there, up to one that does
 * something: what comes after it is meant for what is shown then. */
static void wait_for_events(struct stage *s)
{
    SDL_Event e;
    int64_t due = s->is_hidden ? INT64_MAX : s->due_ms;
    int64_t pads = s->is_hidden ? INT64_MAX : pads_due(&s->pads, stage_now(s));
    due = pads < due ? pads : due;
    int64_t itself = stage_deadline(s);
    due = itself < due ? itself : due;
    int got = due == INT64_MAX ? SDL_WaitEvent(&e) : SDL_WaitEventTimeout(&e, patience_ms(s, due));
    pads_update(&s->pads);
    for (got = got ? got : SDL_PollEvent(&e); got; got = s->act_count == 0 && SDL_PollEvent(&e)) {
        stage_take_event(s, &e);
    }
    stage_take_pad(s, pads_repeat(&s->pads, stage_now(s)), s->pads.used);
}

bool stage_next(struct stage *s, struct act *act_out)
{
    while (s->act_count == 0) {
        draw_if_needed(s);
        if (s->is_closed) {
            return false;
        }
        if (stage_now(s) >= stage_deadline(s)) {
            stage_give(s, ACTION_NONE, 0);
        } else if (s->options.headless) {
            return false;
        } else {
            wait_for_events(s);
        }
    }
    *act_out = s->acts[s->first_act];
    s->first_act = (s->first_act + 1) % ACTS_MOST;
    s->act_count--;
    s->is_dirty = true;
    return true;
}

void stage_set_full_screen(struct stage *s, bool full_screen)
{
    if (s->screen.window) {
        screen_set_full(&s->screen, full_screen);
        s->is_dirty = s->is_whole = true;
    }
}

bool stage_shot(struct stage *s, const char *path, struct error *err)
{
    SDL_Surface *page = painter_shot(s->screen.painter, err);
    bool ok = page && snapshot_save(page, path, err);
    SDL_FreeSurface(page);
    return ok;
}

bool stage_ground(struct stage *s, const char *path, struct error *err)
{
    struct screen_target page;
    struct drawlist ground = {0};
    if (!screen_open_memory(&page, s->screen.size, canvas_fonts(s->canvas), err)) {
        return false;
    }
    drawlist_copy_ground(&ground, &s->frame->list);
    bool ok = painter_paint(page.painter, &ground, rect_of_size(ground.size), err) &&
              snapshot_save(page.memory, path, err);
    drawlist_finish(&ground);
    screen_close(&page);
    return ok;
}
