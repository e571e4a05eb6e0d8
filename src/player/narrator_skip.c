/* What was said last: repeated, gone through, gone on with. */
#include <stdlib.h>

#include "player/narrator_internal.h"

void telling_finish(struct telling *t)
{
    arena_finish(&t->arena);
    free(t->parts);
    *t = (struct telling){0};
}

struct narration told(struct narrator *n, enum why why)
{
    if (n->now.count == 0) {
        telling_finish(&n->now);
        return (struct narration){NULL, 0, why};
    }
    telling_finish(&n->last);
    n->last = n->now;
    n->now = (struct telling){0};
    n->from = n->heard = 0;
    n->rest = ASIDE_NONE;
    return (struct narration){n->last.parts, n->last.count, why};
}

struct narration told_aside(struct narrator *n, enum why why)
{
    n->rest = n->last.count;
    if (why != WHY_HINT && n->is_speaking) {
        n->rest = n->heard;
        for (int i = n->rest; i < n->last.count; i++) {
            tell_part(n, &n->last.parts[i]);
        }
    }
    telling_finish(&n->aside);
    n->aside = n->now;
    n->now = (struct telling){0};
    return (struct narration){n->aside.parts, n->aside.count, why};
}

/* An aside has one part of its own, and then those of the last words from `rest` on. */
void narrator_heard(struct narrator *n, int begun, bool is_speaking)
{
    int first = n->rest == ASIDE_NONE ? n->from : n->rest - 1;
    int at = first + begun - 1;
    n->is_speaking = is_speaking && n->rest < n->last.count;
    if (at >= n->from && at < n->last.count && (n->rest == ASIDE_NONE || at >= n->rest)) {
        n->heard = at;
    }
}

static int stretch_start(const struct telling *t, int at)
{
    while (at > 0 && t->parts[at - 1].stretch == t->parts[at].stretch) {
        at--;
    }
    return at;
}

/* Past the last stretch, the last one again; before the first, the first. */
static int stretch_beside(const struct telling *t, int at, int direction)
{
    int i = stretch_start(t, at);
    if (direction < 0) {
        return i > 0 ? stretch_start(t, i - 1) : 0;
    }
    while (at < t->count && t->parts[at].stretch == t->parts[i].stretch) {
        at++;
    }
    return at < t->count ? at : i;
}

struct narration narrator_skip(struct narrator *n, int direction)
{
    if (!n->is_on || n->last.count == 0) {
        return (struct narration){NULL, 0, WHY_STEP};
    }
    if (steps_hold(n)) {
        steps_go(n, direction);
        remember(n);
        return told(n, WHY_STEP);
    }
    n->from = n->heard = stretch_beside(&n->last, n->heard, direction);
    n->rest = ASIDE_NONE;
    return (struct narration){n->last.parts + n->from, n->last.count - n->from, WHY_STEP};
}

int narrator_step(const struct narrator *n, int *from_out)
{
    *from_out = n->step.from;
    return n->is_on && steps_hold(n) ? n->step.to - n->step.from : 0;
}
