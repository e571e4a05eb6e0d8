/* The least that SDL2 can do: a window of one colour, until it is closed. */
#include <SDL.h>
#include <stdio.h>

int main(void)
{
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return 1;
    }
    SDL_Window *window = SDL_CreateWindow("bare", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1366, 768, 0);
    SDL_Surface *page = window ? SDL_GetWindowSurface(window) : NULL;
    if (!page) {
        return 1;
    }
    (void)SDL_FillRect(page, NULL, 0x405060);
    (void)SDL_UpdateWindowSurface(window);
    for (SDL_Event e; SDL_WaitEvent(&e) && e.type != SDL_QUIT;) {
        if (e.type == SDL_WINDOWEVENT && e.window.event == SDL_WINDOWEVENT_EXPOSED) {
            (void)SDL_UpdateWindowSurface(window);
        }
    }
    SDL_Quit();
    return 0;
}
