#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"
#include "speech/speech.h"

const char *speech_priority_name(enum speech_priority p)
{
    static const char *const names[] = {"message", "screen", "focus"};
    static_assert(COUNT(names) == SPEECH_PRIORITY_COUNT, "names");
    return names[p];
}

static void none_say(struct speech *s, const struct utterance *u)
{
    (void)s;
    (void)u;
}

static void none_stop(struct speech *s)
{
    (void)s;
}

static void none_pause(struct speech *s, bool pauses)
{
    (void)s;
    (void)pauses;
}

static bool none_speaks(struct speech *s)
{
    (void)s;
    return false;
}

static int none_begun(struct speech *s)
{
    (void)s;
    return 0;
}

static enum speech_trouble none_take_trouble(struct speech *s, char lang_out[SPEECH_LANG_BYTES])
{
    (void)s;
    lang_out[0] = '\0';
    return SPEECH_WELL;
}

static void none_destroy(struct speech *s)
{
    free(s);
}

struct speech *speech_none_create(void)
{
    static const struct speech_ops ops = {none_say,   none_stop,         none_pause,  none_speaks,
                                          none_begun, none_take_trouble, none_destroy};
    struct speech *s = memory_zeroed(sizeof *s);
    s->ops = &ops;
    return s;
}
