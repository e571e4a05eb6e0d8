#include "stage/key_window.h"

#include <SDL.h>


/* No words are drawn, which would need fonts: the terminal tells, and the window flashes nothing. */
static void paint(SDL_Window *window)
{
    SDL_Surface *page = SDL_GetWindowSurface(window);
    if (page) {
        (void)SDL_FillRect(page, NULL, SDL_MapRGB(page->format, 0x10, 0x14, 0x2B));
        (void)SDL_UpdateWindowSurface(window);
    }
}

static bool take(const SDL_Event *e, bool (*seen)(void *self, const struct key_seen *key), void *self)
{
    if (e->type == SDL_QUIT || (e->type == SDL_WINDOWEVENT && e->window.event == SDL_WINDOWEVENT_CLOSE)) {
        return false;
    }
    if (e->type != SDL_KEYDOWN || e->key.repeat) {
        return true;
    }
    const SDL_Keysym *key = &e->key.keysym;
    return seen(self, &(struct key_seen){(int)key->scancode, key->sym, key->mod, SDL_GetKeyName(key->sym)});
}

bool key_window_show(const char *title, bool (*seen)(void *self, const struct key_seen *key), void *self,
                     struct error *err)
{
    (void)SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return error_set(err, "%s", SDL_GetError());
    }
    SDL_Window *window = SDL_CreateWindow(title, (int)SDL_WINDOWPOS_CENTERED, (int)SDL_WINDOWPOS_CENTERED, 480, 160, 0);
    if (!window) {
        (void)error_set(err, "%s", SDL_GetError());
        SDL_Quit();
        return false;
    }
    SDL_StopTextInput();
    paint(window);
    SDL_Event e;
    while (SDL_WaitEvent(&e) && take(&e, seen, self)) {
        if (e.type == SDL_WINDOWEVENT) {
            paint(window);
        }
    }
    SDL_DestroyWindow(window);
    SDL_Quit();
    return true;
}
