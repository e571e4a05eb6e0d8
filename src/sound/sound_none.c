#include <stdlib.h>

#include "base/memory.h"
#include "sound/sound.h"

static void none_play(struct sound_device *s, const struct sound_loop *wanted)
{
    (void)s;
    (void)wanted;
}

static void none_duck(struct sound_device *s, bool ducks)
{
    (void)s;
    (void)ducks;
}

static void none_destroy(struct sound_device *s)
{
    free(s);
}

struct sound_device *sound_none_create(void)
{
    static const struct sound_ops ops = {none_play, none_duck, none_destroy};
    struct sound_device *s = memory_zeroed(sizeof *s);
    s->ops = &ops;
    return s;
}
