/* The least that SDL2 can do with pictures: bare PICTURE [LAYER...]. Decodes them all into the surface of a
 * window of 1920 by 1080; a key paints a band over its foot. */
#include <SDL.h>
#include <SDL_image.h>

static int put(SDL_Surface *page, const char *path, int is_first)
{
    SDL_Surface *read = IMG_Load(path);
    SDL_Surface *picture = read ? SDL_ConvertSurface(read, is_first ? page->format : read->format, 0) : NULL;
    int ok = picture && SDL_BlitScaled(picture, NULL, page, NULL) == 0;
    SDL_FreeSurface(picture);
    SDL_FreeSurface(read);
    return ok;
}

int main(int argc, char **argv)
{
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return 1;
    }
    SDL_Window *window = SDL_CreateWindow("bare", 0, 0, 1920, 1080, 0);
    SDL_Surface *page = window ? SDL_GetWindowSurface(window) : NULL;
    for (int i = 1; page && i < argc; i++) {
        if (!put(page, argv[i], i == 1)) {
            return 1;
        }
    }
    if (!page || SDL_UpdateWindowSurface(window) != 0) {
        return 1;
    }
    Uint32 colour = 0x405060;
    for (SDL_Event e; SDL_WaitEvent(&e) && e.type != SDL_QUIT;) {
        if (e.type == SDL_KEYDOWN) {
            SDL_FillRect(page, &(SDL_Rect){0, 800, 1920, 280}, colour ^= 0xFFFFFF);
        }
        if (e.type == SDL_KEYDOWN || e.type == SDL_WINDOWEVENT) {
            (void)SDL_UpdateWindowSurface(window);
        }
    }
    SDL_Quit();
    return 0;
}
