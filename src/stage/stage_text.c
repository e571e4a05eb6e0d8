/* Text that is typed: only where the player has a field for it is text input on, so that nowhere else an input
 * method swallows the letters. */
#include "base/utf8.h"
#include "player/home.h"
#include "stage/stage_internal.h"

static const struct placed *field_of(const struct stage *s)
{
    int count;
    const struct item *items = player_items(s->options.player, &count);
    for (int i = 0; i < s->frame->placed_count; i++) {
        const struct placed *p = &s->frame->placed[i];
        if (p->item < count && items[p->item].role == ROLE_FIELD) {
            return p;
        }
    }
    return NULL;
}

/* The input method's own window stands beside it; in the window's units. */
static void tell_where(struct stage *s)
{
    const struct placed *field = field_of(s);
    double scale = screen_scale(&s->screen);
    if (field) {
        SDL_SetTextInputRect(&(SDL_Rect){(int)(field->rect.x / scale), (int)(field->rect.y / scale),
                                         (int)(field->rect.w / scale), (int)(field->rect.h / scale)});
    }
}

void stage_settle_text(struct stage *s)
{
    bool types = player_types(s->options.player);
    if (!s->screen.window || (!types && !s->takes_text)) {
        return;
    }
    if (types && !s->takes_text) {
        SDL_StartTextInput();
    } else if (!types) {
        SDL_StopTextInput();
    }
    if (types) {
        tell_where(s);
    }
    s->takes_text = types;
}

/* Its character comes as text. */
static bool is_character(int keycode)
{
    bool is_of_pad = (keycode >= SDLK_KP_DIVIDE && keycode <= SDLK_KP_PLUS) ||
                     (keycode >= SDLK_KP_1 && keycode <= SDLK_KP_PERIOD);
    bool is_code = !(keycode & SDLK_SCANCODE_MASK) && keycode >= SDLK_SPACE && keycode != SDLK_DELETE;
    return is_of_pad || is_code;
}

static bool is_on_another(const struct stage *s)
{
    int count;
    int focus = player_focus(s->options.player);
    const struct item *items = player_items(s->options.player, &count);
    return focus >= 0 && focus < count && items[focus].role != ROLE_FIELD;
}

bool stage_types_key(struct stage *s, int keycode, unsigned modifiers, bool is_repeat)
{
    if (!player_types(s->options.player)) {
        return false;
    }
    if (keycode == SDLK_BACKSPACE) {
        if (!is_repeat || guard_repeat(&s->guard, stage_now(s))) {
            stage_give(s, ACTION_ERASE, 0);
        }
        return true;
    }
    if ((keycode == SDLK_RETURN || keycode == SDLK_KP_ENTER) && !is_on_another(s)) {
        if (!is_repeat) {
            stage_give(s, ACTION_NAME, 0);
        }
        return true;
    }
    return is_character(keycode) && !(modifiers & (KMOD_CTRL | KMOD_ALT | KMOD_GUI));
}

void stage_take_text(struct stage *s, const char *text)
{
    struct str typed = str_from(text);
    if (!player_types(s->options.player)) {
        return;
    }
    player_stir(s->options.player, stage_now(s));
    for (size_t at = 0; at < typed.n;) {
        uint32_t code = utf8_next(typed, &at);
        if (code != UTF8_BAD) {
            stage_give(s, ACTION_TYPE, (int)code);
        }
    }
}

void stage_take_composing(struct stage *s, const char *text)
{
    player_set_composing(s->options.player, str_from(text));
    s->is_dirty = true;
}
