/* Fake hands, for tests: the same way in as true ones. */
#include <stdlib.h>

#include "stage/keymap.h"
#include "stage/stage_internal.h"

bool stage_feed_key(struct stage *s, const char *name, bool is_repeat)
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
    SDL_Scancode scancode = SDL_GetScancodeFromName(name);
    if (code == SDLK_UNKNOWN && scancode == SDL_SCANCODE_UNKNOWN) {
        return false;
    }
    stage_take_key(s, scancode, code, modifiers, is_repeat);
    return true;
}

void stage_feed_text(struct stage *s, const char *text, bool is_composing)
{
    if (is_composing) {
        stage_take_composing(s, text);
    } else {
        stage_take_text(s, text);
    }
}

void stage_feed_down(struct stage *s, int64_t finger, struct point at)
{
    stage_take_down(s, finger, at);
}

void stage_feed_move(struct stage *s, int64_t finger, struct point at)
{
    stage_take_move(s, finger, at);
}

void stage_feed_up(struct stage *s, int64_t finger, struct point at)
{
    stage_take_up(s, finger, at);
}

bool stage_feed_pad(struct stage *s, const char *button, const char *make)
{
    static const struct {
        const char *name;
        SDL_GameControllerType type;
    } makes[] = {
        {"", SDL_CONTROLLER_TYPE_UNKNOWN},
        {"xbox", SDL_CONTROLLER_TYPE_XBOXONE},
        {"playstation", SDL_CONTROLLER_TYPE_PS4},
        {"nintendo", SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_PRO},
    };
    SDL_GameControllerButton b = SDL_GameControllerGetButtonFromString(button);
    for (size_t i = 0; i < COUNT(makes) && b != SDL_CONTROLLER_BUTTON_INVALID; i++) {
        if (SDL_strcmp(make, makes[i].name) == 0) {
            stage_take_pad(s, (struct pad_deed){pad_deed_of(b), false}, makes[i].type);
            return true;
        }
    }
    return false;
}

void stage_feed_guard(struct stage *s, int press_ms, int key_ms)
{
    guard_set(&s->guard, press_ms, key_ms);
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
