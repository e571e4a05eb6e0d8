/* The least that C and SDL2 can do with pictures: bare WIDTHxHEIGHT[,WAY...] FONT PICTURE...
 * The key 1 shows the next picture, after the last the first. Ways:
 *   accelerated  leaves SDL to choose how a window's surface reaches the screen; else framebuffer acceleration is off
 *   words        a caption and two choices are set on every picture, with SDL2_ttf
 *   ahead        the next picture is decoded before it is asked for
 *   fade         the next picture fades in for half a second: a lerp into the window's surface
 *   renderer     the same fade by SDL's software renderer: two textures, the upper one blended */
#include <SDL.h>
#include <SDL_image.h>
#include <SDL_ttf.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { FADE_MS = 500, FRAME_MS = 16, MARGIN = 64 };

static const char *const lines[] = {
    "She waits until the guards have walked on, and counts to a hundred before she puts a foot on the ice. It holds.",
    "1  Go on across the river before it is light",
    "2  Turn back and wait for another night",
};

static struct {
    bool accelerated, words, ahead, fade, renderer;
    int width, height;
    char **pictures;
    int count, at;
    TTF_Font *font;
    SDL_Window *window;
    SDL_Surface *page;             /* the window's */
    SDL_Renderer *render;          /* or this */
    SDL_Surface *shown, *next;     /* pages of our own, where the way needs them */
    SDL_Texture *texture, *before; /* or these */
} bare;

static bool set_words(SDL_Surface *page)
{
    int y = bare.height * 21 / 32;
    SDL_Rect band = {0, y - MARGIN / 2, bare.width, bare.height - y + MARGIN / 2};
    if (SDL_FillRect(page, &band, 0x101828) != 0) {
        return false;
    }
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        SDL_Surface *text =
            TTF_RenderUTF8_Blended_Wrapped(bare.font, lines[i], (SDL_Color){244, 238, 222, 255},
                                           (Uint32)(bare.width - 2 * MARGIN));
        if (!text || SDL_BlitSurface(text, NULL, page, &(SDL_Rect){MARGIN, y, 0, 0}) != 0) {
            return false;
        }
        y += text->h + text->h / 4;
        SDL_FreeSurface(text);
    }
    return true;
}

static bool put(int n, SDL_Surface *page)
{
    SDL_Surface *read = IMG_Load(bare.pictures[n]);
    bool same = read && read->w == page->w && read->h == page->h;
    bool ok = read && (same ? SDL_BlitSurface(read, NULL, page, NULL) : SDL_BlitScaled(read, NULL, page, NULL)) == 0;
    SDL_FreeSurface(read);
    return ok && (!bare.words || set_words(page));
}

static SDL_Surface *make(int n)
{
    SDL_Surface *page = SDL_CreateRGBSurfaceWithFormat(0, bare.width, bare.height, 32, SDL_PIXELFORMAT_RGB888);
    if (!page || !put(n, page)) {
        fprintf(stderr, "bare: %s\n", SDL_GetError());
        exit(1);
    }
    return page;
}

/* --- half a second --- */

static void lerp(uint32_t *restrict to, const uint32_t *restrict a, const uint32_t *restrict b, int n, uint32_t part)
{
    for (int i = 0; i < n; i++) {
        uint32_t rb = ((a[i] & 0xFF00FF) * (256 - part) + (b[i] & 0xFF00FF) * part) >> 8 & 0xFF00FF;
        uint32_t g = ((a[i] & 0x00FF00) * (256 - part) + (b[i] & 0x00FF00) * part) >> 8 & 0x00FF00;
        to[i] = rb | g;
    }
}

static void *row(SDL_Surface *s, int y)
{
    return (uint8_t *)s->pixels + (size_t)y * (size_t)s->pitch;
}

static void frame_of_lerp(uint32_t part)
{
    for (int y = 0; y < bare.height; y++) {
        lerp(row(bare.page, y), row(bare.shown, y), row(bare.next, y), bare.width, part);
    }
    (void)SDL_UpdateWindowSurface(bare.window);
}

static void frame_of_renderer(uint32_t part)
{
    SDL_SetTextureAlphaMod(bare.texture, (Uint8)(part * 255 / 256));
    SDL_RenderCopy(bare.render, bare.before, NULL, NULL);
    SDL_RenderCopy(bare.render, bare.texture, NULL, NULL);
    SDL_RenderPresent(bare.render);
}

static void fade(void (*frame)(uint32_t part))
{
    Uint64 began = SDL_GetTicks64(), passed = 0;
    for (Uint64 due = FRAME_MS; passed < FADE_MS; due += FRAME_MS) {
        passed = SDL_GetTicks64() - began;
        frame(passed < FADE_MS ? (uint32_t)(passed * 256 / FADE_MS) : 256);
        Uint64 now = SDL_GetTicks64() - began;
        if (now < due) {
            SDL_Delay((Uint32)(due - now));
        } else {
            due = now;
        }
    }
}

/* --- from picture to picture --- */

static SDL_Texture *texture_of(SDL_Surface *s)
{
    SDL_Texture *t = SDL_CreateTextureFromSurface(bare.render, s);
    SDL_SetTextureBlendMode(t, SDL_BLENDMODE_BLEND);
    return t;
}

static void present(void)
{
    if (bare.render) {
        SDL_RenderCopy(bare.render, bare.texture, NULL, NULL);
        SDL_RenderPresent(bare.render);
    } else {
        (void)SDL_UpdateWindowSurface(bare.window);
    }
}

static void go_on(void)
{
    bare.at = (bare.at + 1) % bare.count;
    bool owns_pages = bare.ahead || bare.fade || bare.renderer;
    if (!owns_pages) {
        (void)put(bare.at, bare.page);
        present();
        return;
    }
    if (bare.renderer) {
        SDL_DestroyTexture(bare.before);
        bare.before = bare.texture;
        bare.texture = texture_of(bare.next);
        fade(frame_of_renderer);
    } else if (bare.fade) {
        fade(frame_of_lerp);
    } else {
        (void)SDL_BlitSurface(bare.next, NULL, bare.page, NULL);
        present();
    }
    SDL_FreeSurface(bare.shown);
    bare.shown = bare.next;
    bare.next = make((bare.at + 1) % bare.count);
}

static bool begin(void)
{
    if (!bare.accelerated) {
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    }
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return false;
    }
    bare.window = SDL_CreateWindow("bare", 0, 0, bare.width, bare.height, SDL_WINDOW_BORDERLESS);
    bool owns_pages = bare.ahead || bare.fade || bare.renderer;
    if (bare.renderer) {
        bare.render = SDL_CreateRenderer(bare.window, -1, SDL_RENDERER_SOFTWARE);
    } else {
        bare.page = SDL_GetWindowSurface(bare.window);
    }
    if (!bare.page && !bare.render) {
        return false;
    }
    if (owns_pages) {
        bare.shown = make(0);
        if (bare.render) {
            bare.texture = texture_of(bare.shown);
        } else {
            (void)SDL_BlitSurface(bare.shown, NULL, bare.page, NULL);
        }
    } else if (!put(0, bare.page)) {
        return false;
    }
    present();
    if (owns_pages) {
        bare.next = make(1 % bare.count);
    }
    return true;
}

static bool has_way(const char *ways, const char *way)
{
    return strstr(ways, way) != NULL;
}

int main(int argc, char **argv)
{
    if (argc < 4 || sscanf(argv[1], "%dx%d", &bare.width, &bare.height) != 2) {
        return 2;
    }
    bare.accelerated = has_way(argv[1], "accelerated");
    bare.words = has_way(argv[1], "words");
    bare.ahead = has_way(argv[1], "ahead");
    bare.fade = has_way(argv[1], "fade");
    bare.renderer = has_way(argv[1], "renderer");
    bare.pictures = argv + 3;
    bare.count = argc - 3;
    if (bare.words && (TTF_Init() != 0 || !(bare.font = TTF_OpenFont(argv[2], bare.height / 22)))) {
        return 1;
    }
    if (!begin()) {
        fprintf(stderr, "bare: %s\n", SDL_GetError());
        return 1;
    }
    for (SDL_Event e; SDL_WaitEvent(&e) && e.type != SDL_QUIT;) {
        if (e.type == SDL_KEYDOWN && e.key.keysym.sym == SDLK_1) {
            go_on();
        } else if (e.type == SDL_WINDOWEVENT && e.window.event == SDL_WINDOWEVENT_EXPOSED) {
            present();
        }
    }
    SDL_Quit();
    return 0;
}
