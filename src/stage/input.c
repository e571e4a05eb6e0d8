#include "stage/input.h"

#include <stdlib.h>

#include <SDL.h>

static const struct intent nothing = {.action = ACTION_NONE};

static struct intent act(enum action action, int value)
{
    return (struct intent){.action = action, .value = value};
}

static struct intent focus(enum action action)
{
    return (struct intent){.action = action, .moves_focus = true};
}

static struct intent scroll(int px)
{
    return (struct intent){.scroll_px = px};
}

/* Left and right tell the story, but where there are things to choose they move among them. */
static bool chooses(const struct player *p)
{
    enum screen s = player_screen(p);
    return player_panel(p) != PANEL_NONE || s == SCREEN_CHOICES || s == SCREEN_OPENING || s == SCREEN_ENDING;
}

static struct intent page_down(const struct player *p, const struct frame *f, int direction)
{
    if (f->scroll_most > 0 && (player_panel(p) != PANEL_NONE || !chooses(p))) {
        return scroll(direction * f->scroll_area.h * 9 / 10);
    }
    if (chooses(p)) {
        return focus(direction > 0 ? ACTION_FOCUS_NEXT : ACTION_FOCUS_PREVIOUS);
    }
    return act(direction > 0 ? ACTION_FORWARD : ACTION_BACK, 0);
}

static struct intent go(const struct player *p, const struct frame *f)
{
    if (player_focus(p) >= 0) {
        return act(ACTION_ACTIVATE, 0);
    }
    /* A card or panel that goes on below is read to its end first. */
    bool is_opening = player_panel(p) == PANEL_NONE && player_screen(p) == SCREEN_OPENING;
    if (f->scroll_at < f->scroll_most && !is_opening) {
        return scroll(f->scroll_area.h * 9 / 10);
    }
    return act(ACTION_FORWARD, 0);
}

static struct intent up_or_down(const struct player *p, const struct frame *f, const struct look *look, int direction)
{
    /* A panel of reading alone has only its close button to focus: there the arrows scroll. */
    enum panel panel = player_panel(p);
    bool reads = panel != PANEL_NONE && panel != PANEL_SETTINGS && panel != PANEL_HISTORY && panel != PANEL_PAUSE &&
                 panel != PANEL_CHAPTERS && panel != PANEL_MORE;
    if (reads && f->scroll_most > 0) {
        return scroll(direction * look_px(look, 2));
    }
    return focus(direction > 0 ? ACTION_FOCUS_NEXT : ACTION_FOCUS_PREVIOUS);
}

static struct intent left(const struct player *p)
{
    bool moves = player_panel(p) != PANEL_NONE || player_screen(p) == SCREEN_OPENING;
    return moves ? focus(ACTION_FOCUS_PREVIOUS) : act(ACTION_BACK, 0);
}

static struct intent key_with_control(int keycode)
{
    switch (keycode) {
    case SDLK_q:
        return act(ACTION_QUIT, 0);
    case SDLK_PLUS:
    case SDLK_EQUALS:
    case SDLK_KP_PLUS:
        return act(ACTION_TEXT_SIZE, 0);
    case SDLK_MINUS:
    case SDLK_KP_MINUS:
        return act(ACTION_TEXT_SIZE, -1);
    case SDLK_0:
    case SDLK_KP_0:
        return act(ACTION_TEXT_SIZE, 100);
    default:
        return nothing;
    }
}

static const struct {
    int keycode;
    enum action action;
    int value;
} letters[] = {
    {SDLK_s, ACTION_PANEL, PANEL_SOURCES},     {SDLK_g, ACTION_PANEL, PANEL_GLOSSARY},
    {SDLK_m, ACTION_PANEL, PANEL_MAP},         {SDLK_t, ACTION_PANEL, PANEL_TIMELINE},
    {SDLK_c, ACTION_PANEL, PANEL_CHAPTERS},
    {SDLK_h, ACTION_PANEL, PANEL_HISTORY},     {SDLK_d, ACTION_PANEL, PANEL_PICTURE},
    {SDLK_o, ACTION_PANEL, PANEL_SETTINGS},    {SDLK_p, ACTION_PANEL, PANEL_PAUSE},
    {SDLK_F10, ACTION_PANEL, PANEL_MORE},      {SDLK_APPLICATION, ACTION_PANEL, PANEL_MORE},
    {SDLK_F1, ACTION_PANEL, PANEL_HELP},       {SDLK_QUESTION, ACTION_PANEL, PANEL_HELP},
    {SDLK_k, ACTION_SKIP, 0},                  {SDLK_x, ACTION_STILL, 0},
    {SDLK_n, ACTION_SOUND, 0},                 {SDLK_F2, ACTION_SPEECH, 0},
    {SDLK_r, ACTION_REPEAT, 0},                {SDLK_PAUSE, ACTION_SPEECH_PAUSE, 0},
    {SDLK_COMMA, ACTION_SPEECH_RATE, -1},      {SDLK_PERIOD, ACTION_SPEECH_RATE, 1},
    {SDLK_F11, ACTION_FULL_SCREEN, 0},         {SDLK_F12, ACTION_SCREENSHOT, 0},
    {SDLK_ESCAPE, ACTION_CLOSE, 0},            {SDLK_BACKSPACE, ACTION_BACK, 0},
    {SDLK_b, ACTION_BACK, 0},                  {SDLK_AC_BACK, ACTION_BACK, 0},
};

static struct intent key_from_table(int keycode)
{
    for (size_t i = 0; i < COUNT(letters); i++) {
        if (letters[i].keycode == keycode) {
            return act(letters[i].action, letters[i].value);
        }
    }
    if (keycode >= SDLK_1 && keycode <= SDLK_9) {
        return act(ACTION_CHOOSE, keycode - SDLK_1);
    }
    if (keycode >= SDLK_KP_1 && keycode <= SDLK_KP_9) {
        return act(ACTION_CHOOSE, keycode - SDLK_KP_1);
    }
    return nothing;
}

/* The arrows follow the page: where it is read from the right, on is to the left, as in its books. */
static int key_on_page(const struct frame *f, int keycode)
{
    if (!f->rtl || (keycode != SDLK_LEFT && keycode != SDLK_RIGHT)) {
        return keycode;
    }
    return keycode == SDLK_LEFT ? SDLK_RIGHT : SDLK_LEFT;
}

struct intent input_key(const struct player *p, const struct frame *f, const struct look *look, int keycode,
                        unsigned modifiers)
{
    if ((modifiers & KMOD_CTRL) && (modifiers & KMOD_ALT)) {
        return keycode == SDLK_s ? act(ACTION_SPEECH, 0) : nothing;
    }
    if (modifiers & (KMOD_CTRL | KMOD_GUI)) {
        return key_with_control(keycode);
    }
    if (modifiers & KMOD_ALT) {
        return nothing;
    }
    switch (key_on_page(f, keycode)) {
    case SDLK_SPACE:
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        return go(p, f);
    case SDLK_SLASH: /* "?" on many keyboards */
        return modifiers & KMOD_SHIFT ? act(ACTION_PANEL, PANEL_HELP) : nothing;
    case SDLK_RIGHT:
        return chooses(p) ? focus(ACTION_FOCUS_NEXT) : go(p, f);
    case SDLK_LEFT:
        return left(p);
    case SDLK_DOWN:
        return up_or_down(p, f, look, 1);
    case SDLK_UP:
        return up_or_down(p, f, look, -1);
    case SDLK_TAB:
        return focus(modifiers & KMOD_SHIFT ? ACTION_FOCUS_PREVIOUS : ACTION_FOCUS_NEXT);
    case SDLK_PAGEDOWN:
        return page_down(p, f, 1);
    case SDLK_PAGEUP:
        return player_panel(p) == PANEL_NONE ? act(ACTION_BACK, 0) : page_down(p, f, -1);
    default:
        return key_from_table(keycode);
    }
}

/* --- mouse and touch --- */

struct intent input_down(struct input *in, const struct frame *f, int64_t finger, struct point at)
{
    if (in->is_down) {
        return nothing; /* a second finger, or a palm */
    }
    *in = (struct input){.is_down = true, .finger = finger, .at = at, .from = at, .item = frame_hit(f, at)};
    return (struct intent){.presses = in->item >= 0};
}

struct intent input_move(struct input *in, const struct frame *f, const struct look *look, int64_t finger,
                         struct point at)
{
    if (!in->is_down || in->finger != finger) {
        return nothing;
    }
    int moved = in->at.y - at.y;
    bool far = abs(at.y - in->from.y) > look_px(look, 0.4);
    if (f->scroll_most > 0 && (in->is_drag || (far && rect_contains(f->scroll_area, in->from)))) {
        bool held = in->item >= 0;
        in->is_drag = true;
        in->item = -1;
        in->at = at;
        return (struct intent){.scroll_px = moved, .presses = held};
    }
    return nothing;
}

/* Where pressing the ground goes on: not where there is something to choose. */
static bool ground_goes_on(const struct player *p)
{
    enum screen s = player_screen(p);
    return player_panel(p) == PANEL_NONE &&
           (s == SCREEN_SCENE || s == SCREEN_CHAPTER || s == SCREEN_BECAUSE || s == SCREEN_NOTICE);
}

/* A press on the ground that was dragged away was not a tap. */
static bool is_far(const struct frame *f, struct point from, struct point to)
{
    int shorter = f->list.size.w < f->list.size.h ? f->list.size.w : f->list.size.h;
    return frame_hit(f, to) < 0 && (abs(to.x - from.x) > shorter / 16 || abs(to.y - from.y) > shorter / 16);
}

struct intent input_up(struct input *in, const struct player *p, const struct frame *f, int64_t finger,
                       struct point at)
{
    if (!in->is_down || in->finger != finger) {
        return nothing;
    }
    struct input was = *in;
    *in = (struct input){.item = -1};
    int item = frame_hit(f, at);
    if (was.is_drag || item != was.item || is_far(f, was.from, at)) {
        return (struct intent){.presses = was.item >= 0}; /* slid off: nothing is meant */
    }
    if (item >= 0) {
        return (struct intent){.action = ACTION_PRESS, .value = item, .presses = true};
    }
    return ground_goes_on(p) ? act(ACTION_FORWARD, 0) : nothing;
}

struct intent input_wheel(const struct frame *f, const struct look *look, double notches)
{
    return f->scroll_most > 0 ? scroll((int)(-notches * look_px(look, 1.6))) : nothing;
}

/* --- gamepad --- */

struct intent input_button(const struct player *p, const struct frame *f, const struct look *look, int button)
{
    switch (button) {
    case SDL_CONTROLLER_BUTTON_A:
        return go(p, f);
    case SDL_CONTROLLER_BUTTON_B:
        return act(ACTION_BACK, 0);
    case SDL_CONTROLLER_BUTTON_X:
        return act(ACTION_PANEL, PANEL_SOURCES);
    case SDL_CONTROLLER_BUTTON_Y:
        return act(ACTION_PANEL, PANEL_HELP);
    case SDL_CONTROLLER_BUTTON_START:
        return act(ACTION_PANEL, PANEL_SETTINGS);
    case SDL_CONTROLLER_BUTTON_BACK:
        return act(ACTION_PANEL, PANEL_HISTORY);
    case SDL_CONTROLLER_BUTTON_DPAD_UP:
        return up_or_down(p, f, look, -1);
    case SDL_CONTROLLER_BUTTON_DPAD_DOWN:
        return up_or_down(p, f, look, 1);
    case SDL_CONTROLLER_BUTTON_DPAD_LEFT:
        return focus(f->rtl ? ACTION_FOCUS_NEXT : ACTION_FOCUS_PREVIOUS);
    case SDL_CONTROLLER_BUTTON_DPAD_RIGHT:
        return focus(f->rtl ? ACTION_FOCUS_PREVIOUS : ACTION_FOCUS_NEXT);
    case SDL_CONTROLLER_BUTTON_LEFTSHOULDER:
        return page_down(p, f, -1);
    case SDL_CONTROLLER_BUTTON_RIGHTSHOULDER:
        return page_down(p, f, 1);
    default:
        return nothing;
    }
}
