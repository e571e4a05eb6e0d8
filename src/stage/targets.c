#include "stage/targets.h"

#include <SDL2/SDL.h>

#include "stage/screen.h"

/* A cross of a tenth of the shorter side, as thick as a finger's tip is not. */
enum { CROSS_PARTS = 10, LINE_PARTS = 200 };

/* In pixels, whatever the window's units are. */
static bool draw(SDL_Renderer *renderer, struct target at)
{
    int w = 0;
    int h = 0;
    if (SDL_GetRendererOutputSize(renderer, &w, &h) != 0 || SDL_SetRenderDrawColor(renderer, 15, 20, 42, 255) != 0 ||
        SDL_RenderClear(renderer) != 0) {
        return false;
    }
    int side = w < h ? w : h;
    int arm = side / CROSS_PARTS;
    int line = side / LINE_PARTS + 1;
    int x = (int)(at.x * w);
    int y = (int)(at.y * h);
    SDL_Rect bars[] = {{x - arm / 2, y - line / 2, arm, line}, {x - line / 2, y - arm / 2, line, arm}};
    if (SDL_SetRenderDrawColor(renderer, 255, 255, 255, 255) != 0 || SDL_RenderFillRects(renderer, bars, 2) != 0) {
        return false;
    }
    SDL_RenderPresent(renderer);
    return true;
}

static bool gives_up(const SDL_Event *e)
{
    return e->type == SDL_QUIT || (e->type == SDL_KEYDOWN && e->key.keysym.sym == SDLK_ESCAPE);
}

/* Until a finger has come and gone: the last that came counts, and none that lay there before. */
static bool ask(SDL_Renderer *renderer, struct target at, struct target *felt_out, struct error *err)
{
    SDL_Event e;
    SDL_FingerID finger = 0;
    bool is_down = false;
    while (draw(renderer, at) && SDL_WaitEvent(&e)) {
        if (gives_up(&e)) {
            return error_set(err, "given up");
        }
        if (e.type == SDL_FINGERDOWN) {
            *felt_out = (struct target){(double)e.tfinger.x, (double)e.tfinger.y};
            finger = e.tfinger.fingerId;
            is_down = true;
        } else if (e.type == SDL_FINGERUP && is_down && e.tfinger.fingerId == finger) {
            return true;
        }
    }
    return error_set(err, "the screen cannot be drawn on: %s", SDL_GetError());
}

bool targets_ask(const struct target *wanted, int count, struct target *felt_out, struct error *err)
{
    screen_prepare();
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return error_set(err, "no display can be used: %s", SDL_GetError());
    }
    SDL_Window *window = SDL_CreateWindow("Lantern", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 640, 480,
                                          SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_ALLOW_HIGHDPI);
    /* Not the window's surface, which SDL 2.26 does not have on Wayland. */
    SDL_Renderer *renderer = window ? SDL_CreateRenderer(window, -1, 0) : NULL;
    bool ok = renderer || error_set(err, "no window can be opened: %s", SDL_GetError());
    for (int i = 0; ok && i < count; i++) {
        ok = ask(renderer, wanted[i], &felt_out[i], err);
    }
    if (renderer) {
        SDL_DestroyRenderer(renderer);
    }
    if (window) {
        SDL_DestroyWindow(window);
    }
    SDL_Quit();
    return ok;
}
