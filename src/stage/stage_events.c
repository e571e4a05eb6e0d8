#include "stage/stage_events.h"

enum { MOUSE = -1 };

static struct point mouse_at(const struct screen_target *screen, int x, int y)
{
    double scale = screen_scale(screen);
    return (struct point){(int)(x * scale), (int)(y * scale)};
}

static enum pointer mouse_event(const struct screen_target *screen, const SDL_Event *e, struct point *at_out)
{
    switch (e->type) {
    case SDL_MOUSEBUTTONDOWN:
        *at_out = mouse_at(screen, e->button.x, e->button.y);
        return e->button.button == SDL_BUTTON_LEFT ? POINTER_DOWN : POINTER_NONE;
    case SDL_MOUSEBUTTONUP:
        *at_out = mouse_at(screen, e->button.x, e->button.y);
        if (e->button.button == SDL_BUTTON_LEFT) {
            return POINTER_UP;
        }
        return e->button.button == SDL_BUTTON_X1 || e->button.button == SDL_BUTTON_RIGHT ? POINTER_BACK : POINTER_NONE;
    case SDL_MOUSEMOTION:
        if (e->motion.xrel || e->motion.yrel) { /* a window that opens beneath it moves nothing */
            (void)SDL_ShowCursor(SDL_ENABLE);
        }
        *at_out = mouse_at(screen, e->motion.x, e->motion.y);
        return POINTER_MOVE;
    case SDL_MOUSEWHEEL:
        return POINTER_WHEEL;
    default:
        return POINTER_NONE;
    }
}

enum pointer pointer_event(const struct screen_target *screen, const SDL_Event *e, int64_t *finger_out,
                           struct point *at_out)
{
    enum pointer does = e->type == SDL_FINGERDOWN ? POINTER_DOWN
                        : e->type == SDL_FINGERUP ? POINTER_UP
                                                  : POINTER_MOVE;
    switch (e->type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION:
        (void)SDL_ShowCursor(SDL_DISABLE);
        *finger_out = e->tfinger.fingerId;
        *at_out = (struct point){(int)(e->tfinger.x * (float)screen->size.w),
                                 (int)(e->tfinger.y * (float)screen->size.h)};
        return does;
    default:
        *finger_out = MOUSE;
        return mouse_event(screen, e, at_out);
    }
}
