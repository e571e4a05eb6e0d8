/* The stage's own files share this: its window, and what hands do with it. */
#pragma once

#include <SDL.h>

#include "stage/canvas.h"
#include "stage/guard.h"
#include "stage/pads.h"
#include "stage/screen.h"
#include "stage/stage.h"

/* One worker: what may come next is wanted soon, not at once, and each picture in work takes memory. */
enum { ACTS_MOST = 64, WORKERS = 1 };

struct stage {
    struct stage_options options;
    struct canvas *canvas;
    struct screen_target screen;
    struct input input;
    struct guard guard;
    struct pads pads;
    enum device device; /* used last, and the type of the pad that hints name */
    SDL_GameControllerType pad_type;
    Uint32 wake_event; /* a picture is ready; the next: stage_wake; the one after it: a device came or went */
    struct act acts[ACTS_MOST]; /* a ring */
    int first_act, act_count;
    bool is_dirty, is_whole; /* draw again; and paint all of it */
    bool is_hidden, is_closed;
    bool takes_text; /* SDL gives text */
    bool pads_wanted; /* until the first frame is out, nothing it does not need is started */
    int64_t own_due_ms; /* stage_set_deadline's */
    int64_t due_ms;   /* when the next frame of something moving is due; INT64_MAX: nothing moves */
    const struct frame *frame; /* NULL until one was made */
    int64_t frames; /* painted */
};

static inline int64_t stage_now(const struct stage *s)
{
    return clock_now(s->options.clock);
}

/* One of SDL's events: of hands, the window, the display. */
void stage_take_event(struct stage *s, const SDL_Event *e);

/* --- hands --- */

void stage_give(struct stage *s, enum action action, int value);
/* The hints of the keys a person has set, where there are any. */
void stage_show_keys(struct stage *s);
void stage_take_key(struct stage *s, int scancode, int keycode, unsigned modifiers, bool is_repeat);
/* `type`: of the pad. */
void stage_take_pad(struct stage *s, struct pad_deed deed, SDL_GameControllerType type);
/* Text input goes on where the frame just made has a field, and off elsewhere. */
void stage_settle_text(struct stage *s);
/* Is this key the field's? It is then done, or comes as text. */
bool stage_types_key(struct stage *s, int keycode, unsigned modifiers, bool is_repeat);
void stage_take_text(struct stage *s, const char *text);
/* What an input method still works on. */
void stage_take_composing(struct stage *s, const char *text);
void stage_take_down(struct stage *s, int64_t finger, struct point at);
void stage_take_move(struct stage *s, int64_t finger, struct point at);
void stage_take_up(struct stage *s, int64_t finger, struct point at);
/* A key, a button, a pointer; anything else means nothing. */
void stage_take_hands(struct stage *s, const SDL_Event *e);
/* What is held down is forgotten: its end will not be told. */
void stage_let_go(struct stage *s);
