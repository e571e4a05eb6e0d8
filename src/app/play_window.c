#include "app/play_window.h"

#include <stdlib.h>
#include <time.h>

#include "app/aloud.h"
#include "app/decoder.h"
#include "app/ending.h"
#include "app/keeping.h"
#include "app/kiosk_run.h"
#include "app/output.h"
#include "app/paths.h"
#include "app/play_script.h"
#include "app/tally.h"
#include "sound/chime.h"
#include "stage/stage.h"

struct play {
    struct session *session;
    struct player *player;
    struct stage *stage;
    struct sound_device *sound;
    struct aloud *aloud;
    struct clock clock;
    struct decoder *decoder; /* of a kiosk that shows a stranger's story; or NULL */
    struct kiosk_run *kiosk; /* NULL: somebody's own computer */
    struct tally *tally; /* NULL: the session is not counted */
    bool is_over;
    bool place_is_lost; /* said once until it is kept again */
    bool settings_are_lost; /* likewise, on standard error */
};

/* --- effects --- */

static void say(struct play *p, const char *key, const char *name, struct str value)
{
    struct arena scratch = {0};
    const struct string_value values[] = {{name, value}};
    player_say(p->player, strings_fill(player_strings(p->player), &scratch, key, values, 1));
    stage_invalidate(p->stage);
    arena_finish(&scratch);
}

static void keep_place(struct play *p)
{
    struct arena scratch = {0};
    struct error err = {0};
    struct str place = player_bookmark(p->player, &scratch);
    bool kept = place.n == 0 || session_keep_bookmark(p->session, place, &err);
    if (!kept && !p->place_is_lost) {
        say(p, "place.lost", "why", str_from(err.text));
    }
    p->place_is_lost = !kept;
    player_set_place_lost(p->player, !kept);
    arena_finish(&scratch);
}

static void keep_settings(struct play *p)
{
    struct error err = {0};
    bool kept = session_keep_settings(p->session, player_settings(p->player), player_level(p->player),
                                      player_language(p->player), &err);
    if (!kept && !p->settings_are_lost) {
        complain("%s", err.text);
    }
    p->settings_are_lost = !kept;
}

/* "lantern-20261123-041500.png" in the folder for pictures, else at home. */
static bool shot_path(struct arena *a, struct str *path_out)
{
    const char *folder = getenv("XDG_PICTURES_DIR");
    if (!folder || folder[0] != '/') {
        folder = getenv("HOME");
    }
    time_t now = time(NULL);
    struct tm local;
    char stamp[32];
    if (!folder || folder[0] != '/' || !localtime_r(&now, &local) ||
        !strftime(stamp, sizeof stamp, "%Y%m%d-%H%M%S", &local)) {
        return false;
    }
    *path_out = arena_printf(a, "%s/lantern-%s.png", folder, stamp);
    return true;
}

static void take_screenshot(struct play *p)
{
    struct arena scratch = {0};
    struct error err = {0};
    struct str path;
    if (!shot_path(&scratch, &path)) {
        (void)error_set(&err, "HOME names no folder");
    }
    if (!err.text[0] && stage_shot(p->stage, path.s, &err)) {
        say(p, "screenshot.saved", "path", path);
    } else {
        say(p, "screenshot.failed", "why", str_from(err.text));
    }
    arena_finish(&scratch);
}

static void forget_place(struct play *p)
{
    struct error err = {0};
    if (!session_forget_bookmark(p->session, &err)) {
        say(p, "place.not-deleted", "why", str_from(err.text)); /* in place of the word that it is */
    }
}

static void carry_out(struct play *p, unsigned effects)
{
    if (p->kiosk) { /* visitors leave nothing behind */
        effects &= EFFECT_QUIT;
    }
    if (effects & EFFECT_FORGET) {
        forget_place(p);
    }
    if (effects & EFFECT_KEEP) {
        (void)stage_draw_now(p->stage); /* the disk may take its time; whoever pressed the key need not */
        keep_place(p);
    }
    if (effects & EFFECT_SETTINGS) {
        keep_settings(p);
    }
    if (effects & HOME_EFFECTS) {
        keeping_carry_out(p->session, p->player, effects);
        stage_invalidate(p->stage);
    }
    if (effects & EFFECT_FULL_SCREEN) {
        stage_set_full_screen(p->stage, player_settings(p->player)->full_screen);
    }
    if (effects & EFFECT_SCREENSHOT) {
        take_screenshot(p);
    }
    if (effects & EFFECT_QUIT) {
        p->is_over = true;
    }
}

/* Who has switched the sound off sees the warning, and who has it read aloud hears that. */
static void chime_if_due(struct play *p)
{
    const struct settings *settings = player_settings(p->player);
    if (p->kiosk && kiosk_run_chimes(p->kiosk) && (!settings->silent || settings->speech)) {
        struct arena scratch = {0};
        struct sound_samples chime = chime_make(&scratch);
        sound_chime(p->sound, &chime, kiosk_run_gain(p->kiosk));
        arena_finish(&scratch);
    }
}

/* After what is seen: nobody waits for a device. */
static void sound_what_is_shown(struct play *p)
{
    const struct sound *s = player_sound(p->player);
    struct sound_loop wanted = {.gain = 1};
    if (s) {
        wanted = (struct sound_loop){s->file, s->loop, s->gain * (p->kiosk ? kiosk_run_gain(p->kiosk) : 1)};
    }
    if (p->kiosk) {
        sound_set_voice_gain(p->sound, kiosk_run_gain(p->kiosk));
    }
    sound_play(p->sound, &wanted);
    chime_if_due(p);
}

static struct sound_device *sound_of_script(struct clock clock)
{
    const char *log = getenv("LANTERN_SOUND_LOG");
    struct sound_device *sound = log && log[0] ? sound_log_create(log, clock) : NULL;
    return sound ? sound : sound_none_create();
}

/* What is said follows what is seen: only when it is drawn does it have its pages. */
static void say_what_is_shown(struct play *p, enum action action)
{
    if (player_settings(p->player)->speech) {
        (void)stage_draw_now(p->stage);
    }
    aloud_turn(p->aloud, action);
    int from;
    int count = aloud_step(p->aloud, &from);
    if (count > 0) {
        stage_follow(p->stage, from, count); /* what is read is in sight */
    }
}

static void tell_trouble(struct play *p)
{
    struct arena scratch = {0};
    struct str line = aloud_trouble(p->aloud, &scratch);
    if (line.n > 0) {
        complain("%.*s", STR_ARG(line));
        player_say(p->player, line);
        stage_invalidate(p->stage);
    }
    arena_finish(&scratch);
}

/* Whoever reads aloud is never cut off. */
static bool goes_on_by_itself(struct play *p, int64_t now_ms)
{
    if (now_ms >= player_deadline(p->player) && aloud_speaks(p->aloud)) {
        player_wait(p->player, now_ms);
    }
    return player_tick(p->player, now_ms);
}

/* What could not be written and waits is tried again when its time has come, whether anybody does anything or not. */
static void retry_store(struct play *p)
{
    struct store *store = session_store(p->session);
    if (store_trouble(store)->is_lost) {
        store_retry(store);
        p->place_is_lost = p->place_is_lost && store_trouble(store)->is_lost;
        player_set_place_lost(p->player, store_trouble(store)->is_lost);
    }
    const struct store_trouble *trouble = store_trouble(store);
    stage_set_deadline(p->stage, trouble->is_lost ? trouble->retry_ms : INT64_MAX);
}

/* Has time brought a kiosk another screen? */
static bool kiosk_moves_on(struct play *p, int64_t now_ms)
{
    return kiosk_run_turn(p->kiosk, now_ms, aloud_speaks(p->aloud), stage_frames(p->stage));
}

/* What was done goes into the totals. */
static void take_down(struct play *p, int64_t now_ms)
{
    if (p->tally) {
        tally_turn(p->tally);
    }
    if (p->kiosk) {
        (void)kiosk_moves_on(p, now_ms);
    }
}

bool play_turn(struct play *p)
{
    struct act act;
    retry_store(p);
    if (p->is_over || (p->kiosk && kiosk_run_is_over(p->kiosk)) || !stage_next(p->stage, &act)) {
        return false;
    }
    int64_t now_ms = clock_now(p->clock);
    bool moves_on = p->kiosk && act.action == ACTION_NONE && kiosk_moves_on(p, now_ms);
    if (act.action == ACTION_NONE && !moves_on) {
        tell_trouble(p);
        if (aloud_should_begin(p->aloud)) {
            (void)player_act(p->player, ACTION_SPEECH, 0, now_ms);
            act.action = ACTION_SPEECH;
        } else if (goes_on_by_itself(p, now_ms)) {
            act.action = ACTION_FORWARD;
        } else {
            return true;
        }
    } else if (!moves_on) {
        (void)player_act(p->player, act.action, act.value, now_ms);
    }
    take_down(p, now_ms);
    carry_out(p, player_take_effects(p->player));
    sound_what_is_shown(p);
    say_what_is_shown(p, act.action);
    return !p->is_over;
}

/* What takes its time with the disk, after the first frame. */
static void look_after_store(struct play *p)
{
    struct str notice = session_check_store(p->session);
    if (notice.n && p->kiosk) {
        complain("%.*s", STR_ARG(notice));
    } else if (notice.n) {
        player_say(p->player, notice);
        stage_invalidate(p->stage);
    }
    player_set_place_lost(p->player, store_trouble(session_store(p->session))->is_lost);
}

/* --- setting up --- */

static struct player *make_player(struct session *s, const struct play_options *o, struct error *err)
{
    struct arena scratch = {0};
    int count;
    const struct str *languages = session_languages(s, &count);
    if (o->language_count > 0) {
        languages = o->languages;
        count = o->language_count;
    }
    const struct player_options options = {
        .story = session_story(s),
        .level = o->level,
        .language = o->language_count > 0 ? languages[0] : session_language(s),
        .languages = languages,
        .language_count = count,
        .load_language = session_words,
        .self = s,
        .settings = o->settings,
        .start = o->scene,
        .viewer = session_viewer(s),
        .bookmark = o->kiosk ? (struct str){0} : session_bookmark(s, &scratch),
        .keeps = session_keeps(s),
    };
    struct player *p = player_create(&options, err);
    if (p && !o->kiosk) {
        keeping_show(s, p);
    }
    if (p && session_notice(s).n && o->kiosk) {
        complain("%.*s", STR_ARG(session_notice(s))); /* the staff's affair */
    } else if (p && session_notice(s).n) {
        player_say(p, session_notice(s));
    }
    arena_finish(&scratch);
    return p;
}

static void print_frame(void *self, struct str json)
{
    (void)self;
    (void)output_add(json);
    (void)output_finish(0); /* handed over at once: whoever reads it waits for it */
}

static void wake(void *self)
{
    stage_wake(self);
}

static struct aloud *make_aloud(struct play *p, bool is_script, struct clock clock)
{
    return aloud_create(&(struct aloud_options){
        .player = p->player,
        .sound = p->sound,
        .clock = clock,
        .is_mute = is_script,
        .wake = wake,
        .self = p->stage,
    });
}

static void count_session(struct play *p, struct str day, int64_t now_ms)
{
    struct error err = {0};
    struct session_count count = tally_end(p->tally, day, SESSION_QUIT, now_ms);
    if (!store_count_session(session_store(p->session), &count, &err)) {
        complain("%s", err.text);
    }
}

static enum window_result show(struct play *p, const struct play_options *o, struct error *err)
{
    struct arena scratch = {0};
    const struct story *story = session_story(p->session);
    if (o->kiosk && !paths_is_documentary(session_data(p->session), &story->folder)) {
        p->decoder = decoder_create(&(struct decoder_options){0});
    }
    struct str title = words_of(player_words(p->player), story->title);
    const struct stage_options options = {
        .player = p->player,
        .folder = &story->folder,
        .decoder = decoder_pictures(p->decoder),
        .title = arena_str(&scratch, title).s,
        .size = {o->size.width_px, o->size.height_px},
        .picture_bytes = o->picture_bytes,
        .screen = o->screen,
        .headless = o->script.n > 0,
        .keymap = o->keymap,
        .clock = o->script.n > 0 ? clock_fake(o->script_ms) : clock_system(),
        .dump = o->dumps ? print_frame : NULL,
    };
    enum window_result result = WINDOW_DONE;
    p->clock = options.clock;
    p->tally = o->count_day.n ? tally_create(p->player, clock_now(p->clock)) : NULL;
    if (o->kiosk) {
        const struct kiosk_run_options run = {o->kiosk, o->life, p->session, p->player,
                                              o->script.n > 0 ? o->wall_s : -1};
        p->kiosk = kiosk_run_create(&run, clock_now(p->clock));
    }
    if (o->script.n == 0) {
        ending_hold();
    }
    p->stage = stage_create(&options, err);
    if (!p->stage && o->script.n > 0) {
        complain("%s", err->text); /* a script has no use for the terminal */
        result = WINDOW_FAILED;
    } else if (!p->stage) {
        result = WINDOW_NO_DISPLAY;
    } else if (o->script.n > 0) {
        p->sound = sound_of_script(options.clock);
        p->aloud = make_aloud(p, true, options.clock);
        look_after_store(p);
        say_what_is_shown(p, ACTION_NONE);
        player_stir(p->player, clock_now(p->clock));
        if (p->kiosk) {
            kiosk_run_shown(p->kiosk, clock_now(p->clock), stage_frames(p->stage));
        }
        result = play_script(p, p->stage, o->script, o->script_ms) ? WINDOW_DONE : WINDOW_FAILED;
    } else {
        p->sound = sound_mixer_create(&story->folder, decoder_sounds(p->decoder));
        (void)stage_draw_now(p->stage);
        look_after_store(p);
        p->aloud = make_aloud(p, false, options.clock);
        sound_what_is_shown(p);
        say_what_is_shown(p, ACTION_NONE);
        player_stir(p->player, clock_now(p->clock));
        if (p->kiosk) {
            aloud_prepare(p->aloud);
            kiosk_run_shown(p->kiosk, clock_now(p->clock), stage_frames(p->stage));
        }
        (void)ending_watch(wake, p->stage);
        while (!ending_is_wanted() && play_turn(p)) {
        }
        ending_unwatch();
    }
    if (p->tally && p->stage) {
        count_session(p, o->count_day, clock_now(options.clock));
    }
    tally_destroy(p->tally);
    kiosk_run_destroy(p->kiosk, clock_now(p->clock));
    decoder_stop(p->decoder); /* the threads below wait for it */
    aloud_destroy(p->aloud); /* its thread plays on the sound, and wakes the stage */
    sound_destroy(p->sound);
    stage_destroy(p->stage);
    decoder_destroy(p->decoder);
    arena_finish(&scratch);
    return result;
}

enum window_result play_window(struct session *session, const struct play_options *o, struct error *err)
{
    struct play p = {.session = session, .player = make_player(session, o, err)};
    if (!p.player) {
        complain("%s", err->text);
        return WINDOW_FAILED;
    }
    enum window_result result = show(&p, o, err);
    player_destroy(p.player);
    return result;
}
