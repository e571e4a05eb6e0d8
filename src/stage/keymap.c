#include "stage/keymap.h"

#include <string.h>

#include <SDL.h>

enum held { HELD_NOTHING = 0, HELD_SHIFT = 1 << 0, HELD_CTRL = 1 << 1, HELD_ALT = 1 << 2 };

/* By keycode, so that letters are where the keyboard's layout has them. */
static const struct {
    int keycode;
    unsigned held;
    enum deed deed;
    enum deed silent; /* in its place where nothing is read aloud */
} defaults[] = {
    {SDLK_SPACE, 0, DEED_FORWARD, 0},
    {SDLK_RETURN, 0, DEED_FORWARD, 0},
    {SDLK_KP_ENTER, 0, DEED_FORWARD, 0},
    {SDLK_F5, 0, DEED_FORWARD, 0}, /* a presenter's key that begins the show */
    {SDLK_BACKSPACE, 0, DEED_BACK, 0},
    {SDLK_b, 0, DEED_BACK, 0},
    {SDLK_AC_BACK, 0, DEED_BACK, 0},
    {SDLK_UP, 0, DEED_UP, 0},
    {SDLK_DOWN, 0, DEED_DOWN, 0},
    {SDLK_LEFT, 0, DEED_LEFT, 0},
    {SDLK_RIGHT, 0, DEED_RIGHT, 0},
    {SDLK_TAB, 0, DEED_NEXT, 0},
    {SDLK_TAB, HELD_SHIFT, DEED_PREVIOUS, 0},
    {SDLK_PAGEDOWN, 0, DEED_PAGE_DOWN, 0},
    {SDLK_PAGEUP, 0, DEED_PAGE_UP, 0},
    {SDLK_ESCAPE, 0, DEED_CLOSE, 0},
    {SDLK_HOME, 0, DEED_HOME, 0},
    {SDLK_AC_HOME, 0, DEED_HOME, 0},
    {SDLK_F1, 0, DEED_HELP, 0},
    {SDLK_QUESTION, 0, DEED_HELP, 0},
    {SDLK_SLASH, HELD_SHIFT, DEED_HELP, 0}, /* "?" on many keyboards */
    {SDLK_HELP, 0, DEED_HELP, 0},
    {SDLK_s, 0, DEED_SOURCES, 0},
    {SDLK_g, 0, DEED_GLOSSARY, 0},
    {SDLK_m, 0, DEED_MAP, 0},
    {SDLK_t, 0, DEED_TIMELINE, 0},
    {SDLK_c, 0, DEED_CHAPTERS, 0},
    {SDLK_h, 0, DEED_HISTORY, 0},
    {SDLK_d, 0, DEED_PICTURE, 0},
    {SDLK_p, 0, DEED_PAUSE, 0},
    {SDLK_o, 0, DEED_SETTINGS, 0},
    {SDLK_w, 0, DEED_VIEWERS, 0},
    {SDLK_F10, 0, DEED_MORE, 0},
    {SDLK_APPLICATION, 0, DEED_MORE, 0},
    {SDLK_k, 0, DEED_SKIP, 0},
    {SDLK_x, 0, DEED_STILL, 0},
    {SDLK_l, 0, DEED_REACH, 0},
    {SDLK_n, 0, DEED_SOUND, 0},
    {SDLK_F2, 0, DEED_SPEECH, 0},
    {SDLK_s, HELD_CTRL | HELD_ALT, DEED_SPEECH, 0},
    {SDLK_F15, 0, DEED_SPEECH_ON, 0}, /* audio keypads send these as the headset comes and goes */
    {SDLK_F16, 0, DEED_SPEECH_OFF, 0},
    {SDLK_r, 0, DEED_REPEAT, 0},
    {SDLK_RIGHT, HELD_SHIFT, DEED_PART_NEXT, 0},
    {SDLK_LEFT, HELD_SHIFT, DEED_PART_PREVIOUS, 0},
    {SDLK_RIGHTBRACKET, 0, DEED_PART_NEXT, 0}, /* on a Spanish keyboard it takes AltGr */
    {SDLK_LEFTBRACKET, 0, DEED_PART_PREVIOUS, 0},
    {SDLK_PAUSE, 0, DEED_WAIT, 0},
    {SDLK_COMMA, 0, DEED_SLOWER, 0},
    {SDLK_PERIOD, 0, DEED_FASTER, DEED_BLANK}, /* a presenter's key that blanks the show */
    {SDLK_PLUS, HELD_CTRL, DEED_LARGER, 0},
    {SDLK_EQUALS, HELD_CTRL, DEED_LARGER, 0},
    {SDLK_KP_PLUS, HELD_CTRL, DEED_LARGER, 0},
    {SDLK_MINUS, HELD_CTRL, DEED_SMALLER, 0},
    {SDLK_KP_MINUS, HELD_CTRL, DEED_SMALLER, 0},
    {SDLK_0, HELD_CTRL, DEED_USUAL_SIZE, 0},
    {SDLK_KP_0, HELD_CTRL, DEED_USUAL_SIZE, 0},
    {SDLK_F11, 0, DEED_FULL_SCREEN, 0},
    {SDLK_F12, 0, DEED_SCREENSHOT, 0},
    {SDLK_q, HELD_CTRL, DEED_QUIT, 0},
};

static const struct {
    const char *name;
    unsigned held;
} holds[] = {{"Ctrl+", HELD_CTRL}, {"Alt+", HELD_ALT}, {"Shift+", HELD_SHIFT}};

/* --- what a key means --- */

/* The Windows key does what Ctrl does. */
static unsigned held_of(unsigned modifiers)
{
    return (modifiers & (KMOD_CTRL | KMOD_GUI) ? HELD_CTRL : 0) | (modifiers & KMOD_ALT ? HELD_ALT : 0) |
           (modifiers & KMOD_SHIFT ? HELD_SHIFT : 0);
}

static enum deed find_own(const struct keymap *k, int scancode, unsigned held)
{
    for (int i = 0; i < k->own_count; i++) {
        if (k->own[i].scancode == scancode && k->own[i].held == held) {
            return k->own[i].deed;
        }
    }
    return DEED_NONE;
}

static enum deed find_default(int keycode, unsigned held, bool speaks)
{
    for (size_t i = 0; i < COUNT(defaults); i++) {
        if (defaults[i].keycode == keycode && defaults[i].held == held) {
            return defaults[i].silent && !speaks ? defaults[i].silent : defaults[i].deed;
        }
    }
    if (held == HELD_NOTHING && keycode >= SDLK_1 && keycode <= SDLK_9) {
        return (enum deed)(DEED_CHOOSE_1 + keycode - SDLK_1);
    }
    if (held == HELD_NOTHING && keycode >= SDLK_KP_1 && keycode <= SDLK_KP_9) {
        return (enum deed)(DEED_CHOOSE_1 + keycode - SDLK_KP_1);
    }
    return DEED_NONE;
}

static enum deed find_with(const struct keymap *k, int scancode, int keycode, unsigned held, bool speaks)
{
    enum deed own = find_own(k, scancode, held);
    if (own != DEED_NONE) {
        return own;
    }
    enum deed c = find_default(keycode, held, speaks);
    return k->is_own[c] ? DEED_NONE : c;
}

enum deed keymap_find(const struct keymap *k, int scancode, int keycode, unsigned modifiers, bool speaks)
{
    unsigned held = held_of(modifiers);
    enum deed c = find_with(k, scancode, keycode, held, speaks);
    /* Shift beside a key that means nothing with it changes nothing. */
    if (c == DEED_NONE && (held & HELD_SHIFT)) {
        c = find_with(k, scancode, keycode, held & ~(unsigned)HELD_SHIFT, speaks);
    }
    return c;
}

/* --- keys of a person's own --- */

/* The comma parts keys, so the key needs a name. */
int keymap_scancode(const char *name)
{
    int64_t number;
    if (name[0] == '#' && name[1]) {
        return str_to_int(str_from(name + 1), 1, SDL_NUM_SCANCODES - 1, &number) ? (int)number : SDL_SCANCODE_UNKNOWN;
    }
    return SDL_strcasecmp(name, "Comma") == 0 ? SDL_SCANCODE_COMMA : SDL_GetScancodeFromName(name);
}

static const char *take_holds(const char *name, unsigned *held)
{
    for (size_t i = 0; i < COUNT(holds);) {
        size_t n = SDL_strlen(holds[i].name);
        bool is_held = SDL_strncasecmp(name, holds[i].name, n) == 0;
        *held |= is_held ? holds[i].held : 0;
        name += is_held ? n : 0;
        i = is_held ? 0 : i + 1;
    }
    return name;
}

/* The nearest key of that sound, for "did you mean". */
static struct str nearest_key(const char *name)
{
    struct str names[SDL_NUM_SCANCODES];
    size_t count = 0;
    for (int i = 1; i < SDL_NUM_SCANCODES; i++) {
        struct str known = str_from(SDL_GetScancodeName((SDL_Scancode)i));
        if (known.n) {
            names[count++] = known;
        }
    }
    return str_nearest(str_from(name), names, count);
}

static void refuse_name(struct strbuf *fault, const char *name)
{
    struct str nearest = nearest_key(name);
    if (!name[0]) {
        strbuf_add_c(fault, "a key is missing beside a comma; the key \",\" itself is called Comma");
        return;
    }
    if (name[0] == '#' && name[1]) {
        strbuf_printf(fault, "no key has the number \"%s\"; they go from #1 to #%d", name, SDL_NUM_SCANCODES - 1);
        return;
    }
    strbuf_printf(fault, "no key is called \"%s\"", name);
    if (nearest.n) {
        strbuf_printf(fault, "; did you mean \"%.*s\"?", STR_ARG(nearest));
    } else {
        strbuf_add_c(fault, "; \"lantern keys\" shows what each is called");
    }
}

static bool bind_one(struct keymap *k, enum deed deed, struct str key, struct strbuf *fault)
{
    char name[64];
    (void)SDL_snprintf(name, sizeof name, "%.*s", STR_ARG(key));
    struct own_key own = {.deed = deed};
    const char *plain = take_holds(name, &own.held);
    struct strbuf wrong = {0};
    own.scancode = keymap_scancode(plain);
    if (own.scancode == SDL_SCANCODE_UNKNOWN) {
        refuse_name(&wrong, plain);
    }
    enum deed before = find_own(k, own.scancode, own.held);
    if (before != DEED_NONE && before != deed) {
        strbuf_printf(&wrong, "\"%s\" does \"%s\" already; give it to one of the two", name, deed_name(before));
    } else if (k->own_count == KEYMAP_OWN_MOST) {
        strbuf_printf(&wrong, "\"%s\" is one key too many", name);
    }
    bool right = wrong.n == 0;
    if (right) {
        k->own[k->own_count++] = own;
    } else {
        strbuf_add_c(fault, fault->n ? "; " : "");
        strbuf_add(fault, strbuf_str(&wrong));
    }
    strbuf_finish(&wrong);
    return right;
}

bool keymap_bind(struct keymap *k, enum deed deed, struct str keys, struct strbuf *fault)
{
    bool all = true;
    bool any = keys.n == 0;
    for (size_t at = 0; keys.n && at <= keys.n;) {
        size_t end = str_find(keys, ',', at);
        bool bound = bind_one(k, deed, str_trim(str_sub(keys, at, end - at)), fault);
        any = any || bound;
        all = all && bound;
        at = end + 1;
    }
    k->is_own[deed] = any;
    return all;
}

/* --- names --- */

/* By a name that keymap_bind takes, so that what is listed can be written down: "?" and "+" are no keys. */
static void add_key(struct strbuf *out, size_t before, unsigned held, const char *name)
{
    if (name[0] != '#' && SDL_GetScancodeFromName(name) == SDL_SCANCODE_UNKNOWN) {
        return;
    }
    strbuf_add_c(out, out->n > before ? ", " : "");
    for (size_t i = 0; i < COUNT(holds); i++) {
        strbuf_add_c(out, held & holds[i].held ? holds[i].name : "");
    }
    strbuf_add_c(out, strcmp(name, ",") == 0 ? "Comma" : name);
}

static void list_defaults(enum deed deed, struct strbuf *out, size_t before)
{
    for (size_t i = 0; i < COUNT(defaults); i++) {
        if (defaults[i].deed == deed || defaults[i].silent == deed) {
            add_key(out, before, defaults[i].held, SDL_GetKeyName(defaults[i].keycode));
        }
    }
    if (deed >= DEED_CHOOSE_1 && deed <= DEED_CHOOSE_9) {
        int n = deed - DEED_CHOOSE_1;
        add_key(out, before, 0, SDL_GetKeyName(SDLK_1 + n));
        add_key(out, before, 0, SDL_GetKeyName(SDLK_KP_1 + n));
    }
}

void keymap_list(const struct keymap *k, enum deed deed, struct strbuf *out)
{
    size_t before = out->n;
    if (!k->is_own[deed]) {
        list_defaults(deed, out, before);
        return;
    }
    for (int i = 0; i < k->own_count; i++) {
        if (k->own[i].deed == deed) {
            struct strbuf number = {0};
            const char *name = SDL_GetScancodeName((SDL_Scancode)k->own[i].scancode);
            strbuf_printf(&number, "#%d", k->own[i].scancode);
            add_key(out, before, k->own[i].held, name[0] ? name : number.s);
            strbuf_finish(&number);
        }
    }
}

void keymap_name(int scancode, struct strbuf *out)
{
    const char *name = scancode > 0 && scancode < SDL_NUM_SCANCODES ? SDL_GetScancodeName((SDL_Scancode)scancode) : "";
    if (name[0]) {
        strbuf_printf(out, "%s (#%d)", strcmp(name, ",") == 0 ? "Comma" : name, scancode);
    } else {
        strbuf_printf(out, "#%d", scancode);
    }
}
