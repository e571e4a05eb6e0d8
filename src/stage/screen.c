#include "stage/screen.h"

#include <stdlib.h>
#include <unistd.h>

#include <SDL.h>

#include "base/compiler.h"

#define BUS "DBUS_SESSION_BUS_ADDRESS"

/* Without a render node OpenGL would be llvmpipe: 71 to 105 MB and 235 ms to the first frame, measured,
 * against 17 MB and 76 ms. */
static bool has_gpu(void)
{
    const char *wanted = SDL_getenv("LANTERN_PAINTER"); /* "cpu" or "sdl": for tests and odd machines */
    if (wanted && *wanted) {
        return SDL_strcmp(wanted, "sdl") == 0;
    }
    for (int i = 128; i < 136; i++) {
        char node[32];
        (void)SDL_snprintf(node, sizeof node, "/dev/dri/renderD%d", i);
        if (access(node, R_OK | W_OK) == 0) {
            return true;
        }
    }
    return false;
}

void screen_prepare(void)
{
    static const char *const hints[][2] = {
        {SDL_HINT_TOUCH_MOUSE_EVENTS, "0"}, /* else each tap arrives twice */
        {SDL_HINT_MOUSE_TOUCH_EVENTS, "0"},
        {SDL_HINT_APP_NAME, "Lantern"},
        {SDL_HINT_SCREENSAVER_INHIBIT_ACTIVITY_NAME, "Showing a documentary"},
        {SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0"},
        {SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1"},
    };
    for (size_t i = 0; i < COUNT(hints); i++) {
        (void)SDL_SetHint(hints[i][0], hints[i][1]);
    }
    if (!has_gpu()) {
        (void)SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    }
}

/* Is there a session's bus, or where it usually lies? */
static bool has_bus(void)
{
    const char *folder = getenv("XDG_RUNTIME_DIR");
    char path[4096];
    int n = SDL_snprintf(path, sizeof path, "%s/bus", folder ? folder : "");
    return getenv(BUS) || (folder && n < (int)sizeof path && access(path, F_OK) == 0);
}

/* SDL looks for the session's bus, to keep the screen awake. Where there is none libdbus would start one: programs to
 * wait for before the window, and to outlive us. */
bool screen_start(struct error *err)
{
    bool alone = !has_bus() && setenv(BUS, "disabled:", 1) == 0;
    bool ok = SDL_Init(SDL_INIT_VIDEO) == 0 || error_set(err, "no display can be used: %s", SDL_GetError());
    if (alone) {
        (void)unsetenv(BUS); /* whom we start later decides for himself */
    }
    return ok;
}

/* Four fifths of the display's free part, as a 16:9 window. */
static struct size suitable_size(void)
{
    SDL_Rect free = {0, 0, 1280, 720};
    (void)SDL_GetDisplayUsableBounds(0, &free);
    int w = free.w * 4 / 5;
    int h = w * 9 / 16;
    if (h > free.h * 4 / 5) {
        h = free.h * 4 / 5;
        w = h * 16 / 9;
    }
    return (struct size){w, h};
}

static bool make_renderer(struct screen_target *t)
{
    t->renderer = SDL_CreateRenderer(t->window, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
    t->renderer = t->renderer ? t->renderer : SDL_CreateRenderer(t->window, -1, 0);
    /* For OpenGL SDL makes the window anew: that it was hidden meanwhile is no reason to let go of what
     * it is about to show. */
    SDL_FlushEvent(SDL_WINDOWEVENT);
    return t->renderer != NULL;
}

static bool make_painter(struct screen_target *t, struct fonts *fonts, struct error *err)
{
    if (!has_gpu() || !make_renderer(t)) {
        t->painter = painter_cpu_for_window(t->window, fonts, err);
    }
    /* SDL 2.26 has no window surface on Wayland but through a renderer, be it a slow one. */
    if (!t->painter && (t->renderer || make_renderer(t))) {
        t->painter = painter_sdl_create(t->renderer, fonts);
        *err = t->painter ? (struct error){0} : *err;
    }
    return t->painter != NULL;
}

struct size screen_foretell(struct size size, bool full_screen)
{
    SDL_Rect display;
    if (full_screen && SDL_GetDisplayBounds(0, &display) == 0) {
        return (struct size){display.w, display.h}; /* without a window manager nobody else makes it so large */
    }
    return size.w > 0 ? size : suitable_size();
}

bool screen_open(struct screen_target *t, const char *title, struct size size, bool full_screen,
                 struct fonts *fonts, struct error *err)
{
    struct size s = screen_foretell(size, full_screen);
    int at = full_screen ? 0 : (int)SDL_WINDOWPOS_CENTERED;
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    *t = (struct screen_target){.windowed = screen_foretell(size, false)};
    t->window = SDL_CreateWindow(title, at, at, s.w, s.h,
                                 flags | (full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0));
    if (!t->window) {
        return error_set(err, "cannot open a window: %s", SDL_GetError());
    }
    SDL_SetWindowMinimumSize(t->window, 320, 256);
    SDL_StopTextInput(); /* else an input method swallows the letters */
    (void)screen_measure(t);
    if (!make_painter(t, fonts, err)) {
        screen_close(t);
        return false;
    }
    return true;
}

bool screen_open_memory(struct screen_target *t, struct size size, struct fonts *fonts, struct error *err)
{
    *t = (struct screen_target){.size = size};
    t->memory = SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, SDL_PIXELFORMAT_XRGB8888);
    if (!t->memory) {
        return error_set(err, "cannot make a page of %d by %d pixels: %s", size.w, size.h, SDL_GetError());
    }
    t->painter = painter_cpu_for_surface(t->memory, fonts);
    return true;
}

void screen_close(struct screen_target *t)
{
    painter_destroy(t->painter);
    if (t->renderer) {
        SDL_DestroyRenderer(t->renderer);
    }
    SDL_FreeSurface(t->memory);
    if (t->window) {
        SDL_DestroyWindow(t->window);
    }
    *t = (struct screen_target){0};
}

bool screen_measure(struct screen_target *t)
{
    struct size now = t->size;
    if (t->window) {
        SDL_GetWindowSizeInPixels(t->window, &now.w, &now.h);
    }
    bool changed = !size_same(now, t->size);
    t->size = now;
    return changed;
}

double screen_scale(const struct screen_target *t)
{
    int w = 0;
    int h = 0;
    if (t->window) {
        SDL_GetWindowSize(t->window, &w, &h);
    }
    return w > 0 ? (double)t->size.w / w : 1;
}

void screen_set_full(struct screen_target *t, bool full)
{
    SDL_Rect display;
    int index = SDL_GetWindowDisplayIndex(t->window);
    if (full && SDL_GetDisplayBounds(index < 0 ? 0 : index, &display) == 0) {
        SDL_GetWindowSize(t->window, &t->windowed.w, &t->windowed.h);
        SDL_SetWindowPosition(t->window, display.x, display.y);
        SDL_SetWindowSize(t->window, display.w, display.h);
    }
    (void)SDL_SetWindowFullscreen(t->window, full ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    if (!full) {
        SDL_SetWindowSize(t->window, t->windowed.w, t->windowed.h);
        SDL_SetWindowPosition(t->window, (int)SDL_WINDOWPOS_CENTERED, (int)SDL_WINDOWPOS_CENTERED);
    }
}
