#include "stage/pads.h"

#include <stdlib.h>

#include "base/compiler.h"
#include "stage/pads_watch.h"

/* A stick is pushed past the first and let go within the second, in SDL's units of 32,767: worn ones do not flutter. */
enum { PUSHED = 20000, LET_GO = 12000 };

static const struct pad_deed nothing = {DEED_NONE, false};

static const struct {
    SDL_GameControllerButton button;
    enum deed deed;
} buttons[] = {
    {SDL_CONTROLLER_BUTTON_A, DEED_FORWARD},
    {SDL_CONTROLLER_BUTTON_B, DEED_BACK},
    {SDL_CONTROLLER_BUTTON_X, DEED_SOURCES},
    {SDL_CONTROLLER_BUTTON_Y, DEED_HELP},
    {SDL_CONTROLLER_BUTTON_START, DEED_SETTINGS},
    {SDL_CONTROLLER_BUTTON_BACK, DEED_HISTORY},
    {SDL_CONTROLLER_BUTTON_LEFTSTICK, DEED_REPEAT},
    {SDL_CONTROLLER_BUTTON_RIGHTSTICK, DEED_SPEECH},
    {SDL_CONTROLLER_BUTTON_DPAD_UP, DEED_UP},
    {SDL_CONTROLLER_BUTTON_DPAD_DOWN, DEED_DOWN},
    {SDL_CONTROLLER_BUTTON_DPAD_LEFT, DEED_PREVIOUS},
    {SDL_CONTROLLER_BUTTON_DPAD_RIGHT, DEED_NEXT},
    {SDL_CONTROLLER_BUTTON_LEFTSHOULDER, DEED_PAGE_UP},
    {SDL_CONTROLLER_BUTTON_RIGHTSHOULDER, DEED_PAGE_DOWN},
};

enum deed pad_deed_of(int button)
{
    for (size_t i = 0; i < COUNT(buttons); i++) {
        if ((int)buttons[i].button == button) {
            return buttons[i].deed;
        }
    }
    return DEED_NONE;
}

/* --- coming and going --- */

void pads_prepare(void)
{
    (void)SDL_SetHint(SDL_HINT_AUTO_UPDATE_JOYSTICKS, "0");
    (void)SDL_SetHint(SDL_HINT_GAMECONTROLLER_USE_BUTTON_LABELS, "1"); /* Nintendo's A is where it says A */
}

bool pads_begin(struct pads *p)
{
    p->is_begun = p->is_begun || SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) == 0;
    return p->is_begun;
}

void pads_watch(struct pads *p, void (*wake)(void *self), void *self)
{
    p->watch = p->is_begun && !p->watch ? pads_watch_create(wake, self) : p->watch;
}

void pads_look(struct pads *p, int64_t now_ms)
{
    p->look_until_ms = now_ms + PADS_LOOK_ENDS_MS;
}

static void close_pad(struct pad *pad)
{
    if (pad->controller) {
        SDL_GameControllerClose(pad->controller);
    }
    *pad = (struct pad){0};
}

void pads_finish(struct pads *p)
{
    pads_watch_destroy(p->watch);
    for (int i = 0; i < PADS_MOST; i++) {
        close_pad(&p->pad[i]);
    }
    if (p->is_begun) {
        SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER);
    }
    *p = (struct pads){0};
}

static struct pad *find(struct pads *p, SDL_JoystickID id)
{
    for (int i = 0; i < PADS_MOST; i++) {
        if (p->pad[i].controller && p->pad[i].id == id) {
            return &p->pad[i];
        }
    }
    return NULL;
}

/* `index` counts the devices there are now, and SDL may tell of one twice. */
static void open_pad(struct pads *p, int index)
{
    SDL_GameController *controller = SDL_GameControllerOpen(index);
    if (!controller) {
        return;
    }
    SDL_JoystickID id = SDL_JoystickInstanceID(SDL_GameControllerGetJoystick(controller));
    for (int i = 0; i < PADS_MOST && !find(p, id); i++) {
        if (!p->pad[i].controller) {
            p->pad[i] = (struct pad){.controller = controller, .id = id};
            return;
        }
    }
    SDL_GameControllerClose(controller);
}

static void lose_pad(struct pads *p, SDL_JoystickID id)
{
    struct pad *pad = find(p, id);
    if (pad) {
        close_pad(pad);
        p->held = DEED_NONE;
    }
}

/* --- what is done with them --- */

static bool has_pads(const struct pads *p)
{
    for (int i = 0; i < PADS_MOST; i++) {
        if (p->pad[i].controller) {
            return true;
        }
    }
    return false;
}

static struct pad_deed press(struct pads *p, const struct pad *pad, enum deed c, int64_t now_ms)
{
    p->used_ms = now_ms;
    p->used = SDL_GameControllerGetType(pad->controller);
    p->held = c;
    p->repeat_ms = now_ms + PADS_REPEAT_FIRST_MS;
    return (struct pad_deed){c, false};
}

static void let_go(struct pads *p, enum deed c)
{
    p->held = p->held == c ? DEED_NONE : p->held;
}

/* Either axis past the edge; the one pushed further decides. */
static enum deed direction_of(int x, int y, int edge)
{
    if (abs(x) < edge && abs(y) < edge) {
        return DEED_NONE;
    }
    if (abs(x) > abs(y)) {
        return x > 0 ? DEED_NEXT : DEED_PREVIOUS;
    }
    return y > 0 ? DEED_DOWN : DEED_UP;
}

static struct pad_deed take_axis(struct pads *p, struct pad *pad, int axis, int64_t now_ms)
{
    if (axis > SDL_CONTROLLER_AXIS_RIGHTY) {
        return nothing; /* the triggers */
    }
    int stick = axis / 2;
    int x = SDL_GameControllerGetAxis(pad->controller, (SDL_GameControllerAxis)(2 * stick));
    int y = SDL_GameControllerGetAxis(pad->controller, (SDL_GameControllerAxis)(2 * stick + 1));
    enum deed was = pad->pushed[stick];
    enum deed is = direction_of(x, y, was ? LET_GO : PUSHED);
    if (was && is) {
        return nothing; /* it is to come back before it means another thing */
    }
    pad->pushed[stick] = is;
    if (is == DEED_NONE) {
        let_go(p, was);
        return nothing;
    }
    return press(p, pad, is, now_ms);
}

struct pad_deed pads_take(struct pads *p, const SDL_Event *e, int64_t now_ms)
{
    struct pad *pad;
    switch (e->type) {
    case SDL_CONTROLLERDEVICEADDED:
        open_pad(p, e->cdevice.which);
        break;
    case SDL_CONTROLLERDEVICEREMOVED:
        lose_pad(p, e->cdevice.which);
        break;
    case SDL_CONTROLLERBUTTONDOWN:
        pad = find(p, e->cbutton.which);
        return pad ? press(p, pad, pad_deed_of(e->cbutton.button), now_ms) : nothing;
    case SDL_CONTROLLERBUTTONUP:
        let_go(p, pad_deed_of(e->cbutton.button));
        break;
    case SDL_CONTROLLERAXISMOTION:
        pad = find(p, e->caxis.which);
        return pad ? take_axis(p, pad, e->caxis.axis, now_ms) : nothing;
    default:
        break;
    }
    return nothing;
}

struct pad_deed pads_repeat(struct pads *p, int64_t now_ms)
{
    if (p->held == DEED_NONE || now_ms < p->repeat_ms) {
        return nothing;
    }
    p->used_ms = now_ms;
    p->repeat_ms = now_ms + PADS_REPEAT_MS;
    return (struct pad_deed){p->held, true};
}

void pads_update(struct pads *p)
{
    if (p->is_begun) {
        SDL_GameControllerUpdate();
    }
}

int64_t pads_due(const struct pads *p, int64_t now_ms)
{
    if (!p->is_begun) {
        return INT64_MAX;
    }
    if (!has_pads(p)) {
        return !p->watch || now_ms < p->look_until_ms ? now_ms + PADS_LOOK_MS : INT64_MAX;
    }
    bool in_use = p->used_ms && now_ms - p->used_ms < PADS_USE_ENDS_MS;
    int64_t due = now_ms + (in_use ? PADS_USE_MS : PADS_REST_MS);
    return p->held && p->repeat_ms < due ? p->repeat_ms : due;
}

/* --- what the buttons are called --- */

enum family { FAMILY_LETTERS, FAMILY_XBOX, FAMILY_SHAPES, FAMILY_NINTENDO, FAMILY_COUNT };

static enum family family_of(SDL_GameControllerType type)
{
    switch ((int)type) {
    case SDL_CONTROLLER_TYPE_XBOX360:
    case SDL_CONTROLLER_TYPE_XBOXONE:
        return FAMILY_XBOX;
    case SDL_CONTROLLER_TYPE_PS3:
    case SDL_CONTROLLER_TYPE_PS4:
    case SDL_CONTROLLER_TYPE_PS5:
        return FAMILY_SHAPES;
    case SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_PRO:
    case SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_JOYCON_LEFT:
    case SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_JOYCON_RIGHT:
    case SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_JOYCON_PAIR:
        return FAMILY_NINTENDO;
    default:
        return FAMILY_LETTERS;
    }
}

static const char *button_sign(enum family family, SDL_GameControllerButton button)
{
    static const struct {
        SDL_GameControllerButton button;
        const char *sign[FAMILY_COUNT];
    } signs[] = {
        {SDL_CONTROLLER_BUTTON_A, {"A", "A", "✕", "A"}},
        {SDL_CONTROLLER_BUTTON_B, {"B", "B", "○", "B"}},
        {SDL_CONTROLLER_BUTTON_X, {"X", "X", "□", "X"}},
        {SDL_CONTROLLER_BUTTON_Y, {"Y", "Y", "△", "Y"}},
        {SDL_CONTROLLER_BUTTON_START, {"Start", "Menu", "Options", "+"}},
        {SDL_CONTROLLER_BUTTON_BACK, {"Back", "View", "Share", "−"}},
        {SDL_CONTROLLER_BUTTON_LEFTSTICK, {"L3", "LS", "L3", "L3"}},
        {SDL_CONTROLLER_BUTTON_RIGHTSTICK, {"R3", "RS", "R3", "R3"}},
    };
    for (size_t i = 0; i < COUNT(signs); i++) {
        if (signs[i].button == button) {
            return signs[i].sign[family];
        }
    }
    return NULL; /* the cross and the shoulders are not named beside anything */
}

void pad_hints(SDL_GameControllerType type, struct hints *hints_out)
{
    enum family family = family_of(type);
    *hints_out = (struct hints){.device = DEVICE_PAD};
    for (size_t i = 0; i < COUNT(buttons); i++) {
        hints_out->sign[buttons[i].deed] = str_from(button_sign(family, buttons[i].button));
    }
    hints_out->sign[DEED_CLOSE] = hints_out->sign[DEED_BACK];
}
