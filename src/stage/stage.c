#include "stage/stage.h"

#include <stdio.h>
#include <stdlib.h>

#include <SDL.h>

#include "base/memory.h"
#include "stage/canvas.h"
#include "stage/snapshot.h"
#include "stage/stage_events.h"

/* One worker: what may come next is wanted soon, not at once, and each picture in work takes memory. */
enum { ACTS_MOST = 64, FAKE_POINTER = -1, WORKERS = 1 };

struct stage {
    struct stage_options options;
    struct canvas *canvas;
    struct screen_target screen;
    struct input input;
    SDL_GameController *pad; /* the one opened last */
    Uint32 wake_event; /* a picture is ready; the one after it: stage_wake */
    struct act acts[ACTS_MOST]; /* a ring */
    int first_act, act_count;
    bool is_dirty, is_whole; /* draw again; and paint all of it */
    bool is_hidden, is_closed;
    bool pads_wanted; /* until the first frame is out, nothing it does not need is started */
    int64_t due_ms;   /* when the next frame of something moving is due; INT64_MAX: nothing moves */
    const struct frame *frame; /* NULL until one was made */
};

static int64_t now(const struct stage *s)
{
    return clock_now(s->options.clock);
}

/* From a worker: SDL_PushEvent is safe there, and wakes the wait. */
static void wake(void *self)
{
    struct stage *s = self;
    SDL_Event event = {.type = s->wake_event};
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
static void log_line(void *self, int category, SDL_LogPriority priority, const char *message)
{
    (void)self;
    (void)priority;
    if (category == SDL_LOG_CATEGORY_APPLICATION) {
        (void)fprintf(stderr, "lantern: %s\n", message);
    }
}

struct stage *stage_create(const struct stage_options *o, struct error *err)
{
    struct stage *s = memory_zeroed(sizeof *s);
    s->options = *o;
    s->input.item = -1;
    s->is_dirty = s->is_whole = true;
    s->due_ms = INT64_MAX;
    SDL_LogSetOutputFunction(log_line, NULL);
    if (!o->headless) {
        screen_prepare();
        if (SDL_Init(SDL_INIT_VIDEO) != 0) {
            (void)error_set(err, "no display can be used: %s", SDL_GetError());
            free(s);
            return NULL;
        }
        s->wake_event = SDL_RegisterEvents(2);
        s->pads_wanted = true;
    }
    struct canvas_options canvas = {
        .player = o->player,
        .folder = o->folder,
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
    return s;
}

void stage_destroy(struct stage *s)
{
    if (!s) {
        return;
    }
    canvas_stop(s->canvas);
    screen_close(&s->screen);
    canvas_destroy(s->canvas);
    if (s->pad) {
        SDL_GameControllerClose(s->pad);
    }
    if (!s->options.headless) {
        SDL_Quit();
    }
    free(s);
}

void stage_invalidate(struct stage *s)
{
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
    struct rect damage = whole;
    if (!s->is_whole) {
        damage = drawlist_damage(&canvas_frame_before(s->canvas)->list, &s->frame->list);
    }
    if (rect_is_empty(damage)) {
        return true;
    }
    struct error err = {0};
    bool ok = painter_paint(s->screen.painter, &s->frame->list, damage, &err);
    for (int tries = 0; !ok && tries < 3; tries++) {
        painter_reset(s->screen.painter);
        ok = painter_paint(s->screen.painter, &s->frame->list, whole, &err);
    }
    if (!ok) {
        SDL_LogError(SDL_LOG_CATEGORY_APPLICATION, "%s", err.text);
        return false;
    }
    s->is_whole = false;
    s->pads_wanted = s->pads_wanted && SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) != 0;
    dump(s);
    return true;
}

bool stage_draw_now(struct stage *s)
{
    int64_t at = now(s);
    if (screen_measure(&s->screen)) {
        s->is_whole = true;
        painter_reset(s->screen.painter);
    }
    s->is_dirty = false;
    s->frame = canvas_frame(s->canvas, s->screen.size, at);
    s->due_ms = s->frame->next_ms ? at + s->frame->next_ms : INT64_MAX;
    return paint(s);
}

static void draw_if_needed(struct stage *s)
{
    if (!s->is_hidden && (s->is_dirty || now(s) >= s->due_ms)) {
        (void)stage_draw_now(s);
    }
}

/* --- what a person does --- */

static void give(struct stage *s, enum action action, int value)
{
    if (s->act_count < ACTS_MOST) {
        s->acts[(s->first_act + s->act_count++) % ACTS_MOST] = (struct act){action, value};
    }
}

static void take_intent(struct stage *s, struct intent intent)
{
    if (intent.presses) {
        canvas_press(s->canvas, s->input.is_down ? s->input.item : -1);
        s->is_dirty = true;
    }
    if (intent.scroll_px && canvas_scroll(s->canvas, intent.scroll_px)) {
        s->is_dirty = true;
    }
    if (intent.moves_focus) {
        canvas_follow_focus(s->canvas);
    }
    if (intent.action != ACTION_NONE) {
        give(s, intent.action, intent.value);
    }
}

static void take_key(struct stage *s, int keycode, unsigned modifiers)
{
    struct look look = canvas_look(s->canvas);
    struct intent intent = input_key(s->options.player, s->frame, &look, keycode, modifiers);
    if (intent.action == ACTION_NONE) {
        intent.action = ACTION_HUSH;
    }
    take_intent(s, intent);
}

static void take_button(struct stage *s, int button)
{
    struct look look = canvas_look(s->canvas);
    take_intent(s, input_button(s->options.player, s->frame, &look, button));
}

static void take_pointer(struct stage *s, const SDL_Event *e)
{
    struct look look = canvas_look(s->canvas);
    struct pointing p = {&s->input, s->options.player, s->frame, &look, &s->screen};
    take_intent(s, pointer_intent(&p, e));
}

/* Pads come and go: one is listened to at a time. */
static void take_pad(struct stage *s, const SDL_Event *e)
{
    if (e->type == SDL_CONTROLLERDEVICEREMOVED && s->pad && !SDL_GameControllerGetAttached(s->pad)) {
        SDL_GameControllerClose(s->pad);
        s->pad = NULL;
    }
    for (int i = 0; !s->pad && i < SDL_NumJoysticks(); i++) {
        s->pad = SDL_IsGameController(i) ? SDL_GameControllerOpen(i) : NULL;
    }
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
        s->is_dirty = s->is_whole = true;
        break;
    case SDL_WINDOWEVENT_MINIMIZED:
    case SDL_WINDOWEVENT_HIDDEN:
        s->is_hidden = true;
        canvas_rest(s->canvas);
        break;
    case SDL_WINDOWEVENT_CLOSE:
        s->is_closed = true;
        break;
    default:
        break;
    }
}

/* Held arrows and Tab may run through a list; nothing else repeats by itself. */
static bool may_repeat(int keycode)
{
    return keycode == SDLK_UP || keycode == SDLK_DOWN || keycode == SDLK_TAB;
}

/* Nobody can mean a thing that is not shown yet. */
static void take_input(struct stage *s, const SDL_Event *e)
{
    if (!s->frame) {
        return;
    }
    switch (e->type) {
    case SDL_KEYDOWN:
        if (!e->key.repeat || may_repeat(e->key.keysym.sym)) {
            take_key(s, e->key.keysym.sym, e->key.keysym.mod);
        }
        break;
    case SDL_CONTROLLERBUTTONDOWN:
        take_button(s, e->cbutton.button);
        break;
    default:
        take_pointer(s, e);
        break;
    }
}

static void take_event(struct stage *s, const SDL_Event *e)
{
    if (e->type == s->wake_event) {
        s->is_dirty |= canvas_collect(s->canvas);
        return;
    }
    if (e->type == s->wake_event + 1) {
        give(s, ACTION_NONE, 0);
        return;
    }
    switch (e->type) {
    case SDL_QUIT:
        s->is_closed = true;
        break;
    case SDL_WINDOWEVENT:
        take_window(s, &e->window);
        break;
    case SDL_RENDER_DEVICE_RESET:
    case SDL_RENDER_TARGETS_RESET:
        painter_reset(s->screen.painter);
        s->is_dirty = s->is_whole = true;
        break;
    case SDL_CONTROLLERDEVICEADDED:
    case SDL_CONTROLLERDEVICEREMOVED:
        take_pad(s, e);
        break;
    default:
        take_input(s, e);
        break;
    }
}

/* Sleeps until an event or the next frame's time; takes in all events that are there. */
static void wait_for_events(struct stage *s)
{
    SDL_Event e;
    int got = 0;
    if (s->due_ms == INT64_MAX || s->is_hidden) {
        got = SDL_WaitEvent(&e);
    } else {
        int64_t left = s->due_ms - now(s);
        got = SDL_WaitEventTimeout(&e, left > 0 ? (int)left : 1);
    }
    while (got) {
        take_event(s, &e);
        got = SDL_PollEvent(&e);
    }
}

bool stage_next(struct stage *s, struct act *act_out)
{
    while (s->act_count == 0) {
        draw_if_needed(s);
        if (s->is_closed || s->options.headless) {
            return false;
        }
        wait_for_events(s);
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

/* --- fake input --- */

bool stage_feed_key(struct stage *s, const char *name)
{
    static const struct {
        const char *name;
        unsigned modifier;
    } held[] = {{"Ctrl+", KMOD_LCTRL}, {"Shift+", KMOD_LSHIFT}, {"Alt+", KMOD_LALT}};
    unsigned modifiers = KMOD_NONE;
    for (size_t i = 0; i < COUNT(held);) {
        size_t n = SDL_strlen(held[i].name);
        bool is_held = SDL_strncasecmp(name, held[i].name, n) == 0;
        modifiers |= is_held ? held[i].modifier : 0;
        name += is_held ? n : 0;
        i = is_held ? 0 : i + 1;
    }
    SDL_Keycode code = SDL_GetKeyFromName(name);
    if (code == SDLK_UNKNOWN) {
        return false;
    }
    take_key(s, code, modifiers);
    return true;
}

void stage_feed_down(struct stage *s, struct point at)
{
    take_intent(s, input_down(&s->input, s->frame, FAKE_POINTER, at));
}

void stage_feed_move(struct stage *s, struct point at)
{
    struct look look = canvas_look(s->canvas);
    take_intent(s, input_move(&s->input, s->frame, &look, FAKE_POINTER, at));
}

void stage_feed_up(struct stage *s, struct point at)
{
    take_intent(s, input_up(&s->input, s->options.player, s->frame, FAKE_POINTER, at));
}

bool stage_feed_pad(struct stage *s, const char *button)
{
    SDL_GameControllerButton b = SDL_GameControllerGetButtonFromString(button);
    if (b == SDL_CONTROLLER_BUTTON_INVALID) {
        return false;
    }
    take_button(s, b);
    return true;
}

bool stage_find(const struct stage *s, struct str id, struct point *at_out)
{
    int count;
    const struct item *items = player_items(s->options.player, &count);
    for (int i = 0; i < s->frame->placed_count; i++) {
        const struct placed *p = &s->frame->placed[i];
        if (p->item < count && str_eq(items[p->item].id, id) && !rect_is_empty(p->hit)) {
            *at_out = (struct point){p->hit.x + p->hit.w / 2, p->hit.y + p->hit.h / 2};
            return true;
        }
    }
    return false;
}

void stage_feed_size(struct stage *s, struct size size)
{
    struct error err = {0};
    if (s->options.headless) {
        screen_close(&s->screen);
        if (!screen_open_memory(&s->screen, size, canvas_fonts(s->canvas), &err)) {
            abort(); /* a test asked for a page that no memory holds */
        }
        s->is_dirty = s->is_whole = true;
    }
}
