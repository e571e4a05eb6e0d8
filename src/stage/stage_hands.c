/* Keys, pads, the mouse and fingers: from what they do to the player's actions. */
#include "player/kiosk.h"
#include "stage/keymap.h"
#include "stage/stage_events.h"
#include "stage/stage_internal.h"

static const struct keymap no_keymap;

static const struct keymap *keymap_of(const struct stage *s)
{
    return s->options.keymap ? s->options.keymap : &no_keymap;
}

void stage_give(struct stage *s, enum action action, int value)
{
    if (s->act_count < ACTS_MOST) {
        s->acts[(s->first_act + s->act_count++) % ACTS_MOST] = (struct act){action, value};
    }
}

/* Somebody is there: what goes on by itself waits for them anew. */
static void stir(struct stage *s)
{
    player_stir(s->options.player, stage_now(s));
}

static void take_intent(struct stage *s, struct intent intent)
{
    if (intent.presses) {
        canvas_press(s->canvas, s->input.is_down ? s->input.item : -1);
        s->is_dirty = true;
    }
    if (intent.scroll_px && canvas_scroll(s->canvas, intent.scroll_px)) {
        s->is_dirty = true;
    }
    if (intent.moves_focus) {
        canvas_follow_focus(s->canvas);
    }
    if (intent.action != ACTION_NONE) {
        stage_give(s, intent.action, intent.value);
    }
}

void stage_let_go(struct stage *s)
{
    take_intent(s, input_cancel(&s->input));
    s->pads.held = DEED_NONE;
}

/* --- what is in hand --- */

static struct str first_of(struct str list)
{
    size_t end = 0;
    while (end < list.n && !str_starts(str_after(list, end), STR(", "))) {
        end++;
    }
    return str_sub(list, 0, end);
}

static void show_keys(struct stage *s)
{
    struct arena scratch = {0};
    struct hints hints = {.device = DEVICE_KEYS};
    for (int i = DEED_NONE + 1; i < DEED_COUNT; i++) {
        struct strbuf keys = {0};
        keymap_list(keymap_of(s), (enum deed)i, &keys);
        hints.is_set[i] = keymap_of(s)->is_own[i];
        hints.words[i] = arena_str(&scratch, strbuf_str(&keys));
        hints.sign[i] = first_of(hints.words[i]);
        strbuf_finish(&keys);
    }
    player_set_hints(s->options.player, &hints);
    arena_finish(&scratch);
}

void stage_show_keys(struct stage *s)
{
    if (keymap_of(s)->own_count) {
        show_keys(s);
    }
}

/* Another hand: what is told of it changes before it does anything, for it may change what is on the page. */
static void take_in_hand(struct stage *s, enum device device, SDL_GameControllerType type)
{
    struct hints hints;
    if (device == s->device && (device == DEVICE_KEYS || type == s->pad_type)) {
        return;
    }
    s->device = device;
    s->pad_type = type;
    if (device == DEVICE_KEYS) {
        show_keys(s);
    } else {
        pad_hints(type, &hints);
        player_set_hints(s->options.player, &hints);
    }
    (void)stage_draw_now(s);
}

/* --- keys and buttons --- */

void stage_take_key(struct stage *s, int scancode, int keycode, unsigned modifiers, bool is_repeat)
{
    stir(s);
    if (stage_types_key(s, keycode, modifiers, is_repeat)) {
        return;
    }
    bool speaks = player_settings(s->options.player)->speech;
    enum deed c = keymap_find(keymap_of(s), scancode, keycode, modifiers, speaks);
    take_in_hand(s, DEVICE_KEYS, s->pad_type);
    struct look look = canvas_look(s->canvas);
    struct intent intent = input_deed(s->options.player, s->frame, &look, c);
    bool moves = input_may_repeat(c, &intent);
    if (is_repeat ? !moves || !guard_repeat(&s->guard, stage_now(s))
                  : !moves && !guard_key(&s->guard, keycode ? keycode : scancode, stage_now(s))) {
        return;
    }
    if (intent.action == ACTION_NONE) {
        intent.action = ACTION_HUSH;
    }
    take_intent(s, intent);
}

void stage_take_pad(struct stage *s, struct pad_deed deed, SDL_GameControllerType type)
{
    if (deed.deed == DEED_NONE) {
        return;
    }
    stir(s);
    take_in_hand(s, DEVICE_PAD, type);
    struct look look = canvas_look(s->canvas);
    enum deed here = input_pad(s->options.player, s->frame, deed.deed);
    struct intent intent = input_deed(s->options.player, s->frame, &look, here);
    bool moves = input_may_repeat(deed.deed, &intent);
    if (deed.repeats ? moves : moves || guard_key(&s->guard, -(int)deed.deed, stage_now(s))) {
        take_intent(s, intent);
    }
}

/* --- pointers --- */

static int part_of(int px, int whole)
{
    return (int)((int64_t)px * KIOSK_WHOLE / whole);
}

/* The staff's grip needs more fingers than one, and their touch test shows each. */
static void tell_kiosk(struct stage *s, int64_t finger, struct point at, bool is_down)
{
    struct kiosk *k = player_kiosk(s->options.player);
    struct size page = s->screen.size;
    if (k && page.w > 0 && page.h > 0) {
        kiosk_finger(k, finger, part_of(at.x, page.w), part_of(at.y, page.h), is_down, stage_now(s));
        s->is_dirty = true;
    }
}

void stage_take_down(struct stage *s, int64_t finger, struct point at)
{
    stir(s);
    tell_kiosk(s, finger, at, true);
    take_in_hand(s, DEVICE_KEYS, s->pad_type);
    take_intent(s, input_down(&s->input, s->options.player, s->frame, finger, at, stage_now(s)));
}

void stage_take_move(struct stage *s, int64_t finger, struct point at)
{
    struct look look = canvas_look(s->canvas);
    bool is_mouse = finger == -1;
    bool is_tested = player_panel(s->options.player) == PANEL_TOUCH;
    if (is_tested ? !is_mouse || s->input.is_down : s->input.is_down && !is_mouse) {
        tell_kiosk(s, finger, at, true);
    }
    if (s->input.is_down) { /* a mouse may tremble on its table */
        stir(s);
    }
    take_intent(s, input_move(&s->input, s->frame, &look, finger, at));
}

/* Slower and faster, larger and smaller, the letters of a name: one presses them until it is enough. */
static bool is_stepwise(const struct stage *s, const struct intent *i)
{
    int count;
    const struct item *items = player_items(s->options.player, &count);
    if (i->action != ACTION_PRESS || i->value >= count) {
        return false;
    }
    const struct item *item = &items[i->value];
    return item->part == PART_KEY || item->action == ACTION_SPEECH_RATE || (item->action == ACTION_TEXT_SIZE && item->action_value <= 0);
}

void stage_take_up(struct stage *s, int64_t finger, struct point at)
{
    struct input down = s->input;
    stir(s);
    struct intent intent = input_up(&s->input, s->options.player, s->frame, finger, at);
    struct look look = canvas_look(s->canvas);
    tell_kiosk(s, finger, at, false);
    if (player_takes_any(s->options.player) && intent.action == ACTION_NONE) {
        intent.action = ACTION_FORWARD; /* wherever they touched */
    }
    if (intent.action != ACTION_NONE &&
        !guard_press(&s->guard, &down, is_stepwise(s, &intent), look.target, stage_now(s))) {
        intent.action = ACTION_NONE;
    }
    take_intent(s, intent);
}

static void take_pointer(struct stage *s, const SDL_Event *e)
{
    struct point at;
    int64_t finger;
    struct look look = canvas_look(s->canvas);
    switch (pointer_event(&s->screen, e, &finger, &at)) {
    case POINTER_DOWN:
        stage_take_down(s, finger, at);
        break;
    case POINTER_MOVE:
        stage_take_move(s, finger, at);
        break;
    case POINTER_UP:
        stage_take_up(s, finger, at);
        break;
    case POINTER_BACK:
        stage_give(s, ACTION_BACK, 0);
        break;
    case POINTER_WHEEL:
        stir(s);
        take_intent(s, input_wheel(s->frame, &look, (double)e->wheel.preciseY));
        break;
    case POINTER_NONE:
        break;
    }
}

/* Nobody can mean a thing that is not shown yet. */
void stage_take_hands(struct stage *s, const SDL_Event *e)
{
    struct pad_deed deed = pads_take(&s->pads, e, stage_now(s)); /* they come and go at any time */
    if (!s->frame) {
        return;
    }
    if ((e->type == SDL_KEYDOWN || e->type == SDL_KEYUP) && player_kiosk(s->options.player)) {
        kiosk_key(player_kiosk(s->options.player), e->key.keysym.scancode, e->type == SDL_KEYDOWN, stage_now(s));
    }
    if (e->type == SDL_TEXTINPUT) {
        stage_take_text(s, e->text.text);
        return;
    }
    if (e->type == SDL_TEXTEDITING) {
        stage_take_composing(s, e->edit.text);
        return;
    }
    if (e->type == SDL_KEYDOWN) {
        stage_take_key(s, e->key.keysym.scancode, e->key.keysym.sym, e->key.keysym.mod, e->key.repeat);
        return;
    }
    stage_take_pad(s, deed, s->pads.used);
    take_pointer(s, e);
}
