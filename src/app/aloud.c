#include "app/aloud.h"

#include <stdlib.h>
#include <string.h>

#include "app/output.h"
#include "base/memory.h"
#include "player/narrator.h"
#include "speech/screen_reader.h"
#include "speech/speech.h"

struct aloud {
    struct aloud_options options;
    struct narrator *narrator;
    struct speech *speech; /* NULL until something is to be said */
    bool is_paused;
    struct screen_reader *reader; /* NULL: was not asked, or has been answered */
};

/* --- the mixer as the voice's sink --- */

static int play(void *self, const struct speech_pcm *pcm)
{
    const struct sound_samples samples = {pcm->samples, pcm->frames, pcm->rate, pcm->channels};
    return sound_speak(self, &samples);
}

static int play_file(void *self, struct str file)
{
    return sound_speak_file(self, file);
}

static void pause_voice(void *self, bool pauses)
{
    sound_pause_voice(self, pauses);
}

static void stop_voice(void *self)
{
    sound_stop_voice(self);
}

static void duck(void *self, bool ducks)
{
    sound_duck(self, ducks);
}

/* --- the voice --- */

static enum speech_choice choice(void)
{
    struct str name = str_from(getenv("LANTERN_SPEECH"));
    if (str_is(name, "espeak-ng")) {
        return SPEECH_ESPEAK;
    }
    return str_is(name, "speech-dispatcher") ? SPEECH_DISPATCHER : SPEECH_ANY;
}

static struct speech *open_log(const char *path, struct clock clock)
{
    struct speech *log = speech_log_create(path, clock);
    if (!log) {
        complain("the log of speech \"%s\" cannot be written", path);
        log = speech_none_create();
    }
    return log;
}

static struct speech *open_voice(const struct aloud *a)
{
    const char *log = getenv("LANTERN_SPEECH_LOG");
    if (log && log[0]) {
        return open_log(log, a->options.clock);
    }
    if (a->options.is_mute) {
        return speech_none_create();
    }
    sound_expect_voice(a->options.sound);
    return speech_create(&(struct speech_options){
        .sink = {a->options.sound, play, play_file, pause_voice, stop_voice, duck},
        .choice = choice(),
        .wake = a->options.wake,
        .self = a->options.self,
    });
}

struct aloud *aloud_create(const struct aloud_options *o)
{
    struct aloud *a = memory_zeroed(sizeof *a);
    a->options = *o;
    a->narrator = narrator_create(o->player);
    const struct settings *settings = player_settings(o->player);
    if (!o->is_mute && !settings->speech && !settings->speech_chosen) {
        a->reader = screen_reader_ask(o->wake, o->self);
    }
    return a;
}

void aloud_destroy(struct aloud *a)
{
    if (a) {
        screen_reader_destroy(a->reader);
        speech_destroy(a->speech);
        narrator_destroy(a->narrator);
        free(a);
    }
}

/* --- turns --- */

static enum speech_priority priority_of(enum why why)
{
    switch (why) {
    case WHY_SWITCH:
    case WHY_MESSAGE:
    case WHY_SETTING:
        return SPEECH_MESSAGE;
    case WHY_FOCUS:
    case WHY_HINT:
        return SPEECH_FOCUS;
    case WHY_SCREEN:
    case WHY_CAPTION:
    case WHY_STEP:
    case WHY_REPEAT:
    case WHY_COUNT:
        break;
    }
    return SPEECH_SCREEN;
}

static void say(struct aloud *a, const struct narration *n)
{
    struct speech_part *parts = memory_zeroed(memory_product((size_t)n->count, sizeof *parts));
    for (int i = 0; i < n->count; i++) {
        const struct narration_part *p = &n->parts[i];
        parts[i] = (struct speech_part){p->text, p->respelling, p->lang, p->file};
    }
    a->speech = a->speech ? a->speech : open_voice(a);
    speech_say(a->speech, &(struct utterance){
                              .parts = parts,
                              .count = n->count,
                              .rate = player_settings(a->options.player)->speech_rate,
                              .priority = priority_of(n->why),
                              .why = why_name(n->why),
                          });
    free(parts);
}

static struct narration tell(struct aloud *a, enum action action)
{
    if (a->speech) {
        narrator_heard(a->narrator, speech_begun(a->speech), speech_speaks(a->speech));
    }
    if (action == ACTION_SPEECH_NEXT || action == ACTION_SPEECH_PREVIOUS) {
        return narrator_skip(a->narrator, action == ACTION_SPEECH_NEXT ? 1 : -1);
    }
    return narrator_tell(a->narrator, action);
}

void aloud_turn(struct aloud *a, enum action action)
{
    if (action == ACTION_SPEECH_PAUSE && a->speech) {
        a->is_paused = !a->is_paused && speech_speaks(a->speech);
        speech_pause(a->speech, a->is_paused);
        return;
    }
    a->is_paused = false;
    struct narration n = tell(a, action);
    if (n.count > 0) {
        say(a, &n);
    } else if (a->speech) {
        speech_stop(a->speech);
    }
}

void aloud_prepare(struct aloud *a)
{
    a->speech = a->speech ? a->speech : open_voice(a);
}

bool aloud_speaks(const struct aloud *a)
{
    return a->speech && speech_speaks(a->speech);
}

bool aloud_should_begin(struct aloud *a)
{
    if (!screen_reader_is_on(a->reader)) {
        return false;
    }
    screen_reader_destroy(a->reader);
    a->reader = NULL;
    return !player_settings(a->options.player)->speech_chosen;
}

struct str aloud_trouble(struct aloud *a, struct arena *arena)
{
    static const char *const keys[] = {NULL, "speech.no-engine", "speech.no-voice", "speech.no-device"};
    char lang[SPEECH_LANG_BYTES];
    enum speech_trouble trouble = a->speech ? speech_take_trouble(a->speech, lang) : SPEECH_WELL;
    if (trouble == SPEECH_WELL) {
        return (struct str){0};
    }
    const struct string_value value = {"lang", str_from(lang)};
    return strings_fill(player_strings(a->options.player), arena, keys[trouble], &value, 1);
}

int aloud_step(const struct aloud *a, int *from_out)
{
    return narrator_step(a->narrator, from_out);
}
