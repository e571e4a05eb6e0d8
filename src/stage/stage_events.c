#include "stage/stage_events.h"

enum { MOUSE = -1 };

static struct point mouse_at(const struct screen_target *screen, int x, int y)
{
    double scale = screen_scale(screen);
    return (struct point){(int)(x * scale), (int)(y * scale)};
}

static struct point finger_at(const struct screen_target *screen, const SDL_TouchFingerEvent *e)
{
    return (struct point){(int)(e->x * (float)screen->size.w), (int)(e->y * (float)screen->size.h)};
}

static struct intent mouse_intent(const struct pointing *p, const SDL_Event *e)
{
    switch (e->type) {
    case SDL_MOUSEBUTTONDOWN:
        if (e->button.button == SDL_BUTTON_LEFT) {
            return input_down(p->input, p->frame, MOUSE, mouse_at(p->screen, e->button.x, e->button.y));
        }
        break;
    case SDL_MOUSEBUTTONUP:
        if (e->button.button == SDL_BUTTON_LEFT) {
            struct point at = mouse_at(p->screen, e->button.x, e->button.y);
            return input_up(p->input, p->player, p->frame, MOUSE, at);
        }
        if (e->button.button == SDL_BUTTON_X1 || e->button.button == SDL_BUTTON_RIGHT) {
            return (struct intent){.action = ACTION_BACK};
        }
        break;
    case SDL_MOUSEMOTION:
        (void)SDL_ShowCursor(SDL_ENABLE);
        return input_move(p->input, p->frame, p->look, MOUSE, mouse_at(p->screen, e->motion.x, e->motion.y));
    case SDL_MOUSEWHEEL:
        return input_wheel(p->frame, p->look, (double)e->wheel.preciseY);
    default:
        break;
    }
    return (struct intent){.action = ACTION_NONE};
}

struct intent pointer_intent(const struct pointing *p, const SDL_Event *e)
{
    switch (e->type) {
    case SDL_FINGERDOWN:
        (void)SDL_ShowCursor(SDL_DISABLE);
        return input_down(p->input, p->frame, e->tfinger.fingerId, finger_at(p->screen, &e->tfinger));
    case SDL_FINGERUP:
        return input_up(p->input, p->player, p->frame, e->tfinger.fingerId, finger_at(p->screen, &e->tfinger));
    case SDL_FINGERMOTION:
        return input_move(p->input, p->frame, p->look, e->tfinger.fingerId, finger_at(p->screen, &e->tfinger));
    default:
        return mouse_intent(p, e);
    }
}
