/* Gamepads: they come and go, any of them is listened to, and one at rest costs next to nothing. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include <SDL.h>

#include "player/hints.h"

/* At rest a pad is asked this seldom, in use this often: SDL by itself would ask every millisecond. What is pressed
 * between is not lost, only late. Without any, one that comes is looked for when the system tells of a device, for a
 * while: until it is made ready. Where it cannot tell, always. */
enum { PADS_MOST = 4, PADS_REST_MS = 100, PADS_USE_MS = 16, PADS_USE_ENDS_MS = 4000, PADS_LOOK_MS = 1000 };
enum { PADS_LOOK_ENDS_MS = 5000 };
/* Of what is held: scrolling and the focus go on by themselves, calmly. */
enum { PADS_REPEAT_FIRST_MS = 600, PADS_REPEAT_MS = 300 };

struct pad {
    SDL_GameController *controller; /* NULL: none */
    SDL_JoystickID id;
    enum deed pushed[2]; /* where each stick is pushed to, or DEED_NONE */
};

/* Zeroed: not begun. */
struct pads {
    bool is_begun;
    struct pad pad[PADS_MOST];
    SDL_GameControllerType used; /* the type of the one used last */
    enum deed held;           /* may repeat */
    int64_t repeat_ms, used_ms;  /* when held does next; when one was used last */
    struct pads_watch *watch;    /* NULL: none, one that comes is looked for all the time */
    int64_t look_until_ms;
};

/* One thing a person meant with a pad. */
struct pad_deed {
    enum deed deed;
    bool repeats; /* it is held */
};

/* Before SDL_Init: nobody else asks the pads. */
void pads_prepare(void);
/* False where there is no support for pads; to be tried again. */
bool pads_begin(struct pads *p);
void pads_finish(struct pads *p);

/* Calls `wake` from a thread when a device comes or goes: pads_look() is to be called then. */
void pads_watch(struct pads *p, void (*wake)(void *self), void *self);
void pads_look(struct pads *p, int64_t now_ms);
/* Asks the pads: their events are in SDL's queue then. */
void pads_update(struct pads *p);
/* What an event of a pad means; DEED_NONE where nothing, and for all other events. */
struct pad_deed pads_take(struct pads *p, const SDL_Event *e, int64_t now_ms);
/* What is held is due again. */
struct pad_deed pads_repeat(struct pads *p, int64_t now_ms);
/* When to ask again; INT64_MAX: never. */
int64_t pads_due(const struct pads *p, int64_t now_ms);

/* What a button means, by SDL's number. */
enum deed pad_deed_of(int button);
/* How this kind of pad calls the buttons: signs for each deed that has one. */
void pad_hints(SDL_GameControllerType type, struct hints *hints_out);
