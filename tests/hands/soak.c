/* Somebody who never tires: goes on and back through the story, along every road, for as many changes of scene as are
 * asked for, and says now and then what it takes to remember them:
 *   soak play|kiosk [STORY] --script SEED:CHANGES [options]
 * prints "CHANGES RSS_KB FDS HEAP_KB" five hundred times or so, and "over" with the frames painted at the end. */
#include <dirent.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/compiler.h"
#include "hands.h"

enum { SAMPLES = 500, DRY_MOST = 2000, FRAME_MS = 16, FADE_MS = 1200, VISIT_MOST = 30, PACE_MOST = 40, CARDS_MOST = 6, BACK_MOST = 60, AWAY_MS = 10 * 60 * 1000 };

struct soak {
    struct hands hands;
    int64_t changes, turns, next_sample, every;
    int64_t dry; /* turns since the last change */
    int64_t frames, visits;
    const struct frame *frame;
    int scene;
};

static _Noreturn void fail(const struct soak *s, const char *what)
{
    const struct player *p = hands_player(&s->hands);
    (void)fprintf(stderr, "soak: after %lld changes, on the screen \"%s\" with the panel \"%s\": %s\n",
                  (long long)s->changes, screen_name(player_screen(p)), panel_name(player_panel(p)), what);
    abort();
}

/* --- what is used up --- */

static long rss_kb(void)
{
    long pages = 0;
    FILE *f = fopen("/proc/self/statm", "r");
    if (!f || fscanf(f, "%*d %ld", &pages) != 1) {
        abort();
    }
    (void)fclose(f);
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

static int open_fds(void)
{
    int n = 0;
    DIR *d = opendir("/proc/self/fd");
    while (d && readdir(d)) {
        n++;
    }
    (void)closedir(d);
    return n - 3; /* itself, and two names that are none */
}

static void sample(struct soak *s)
{
    struct mallinfo2 heap = mallinfo2();
    (void)printf("%lld %ld %d %zu\n", (long long)s->changes, rss_kb(), open_fds(),
                 (heap.uordblks + heap.hblkhd) / 1024);
    (void)fflush(stdout);
    s->next_sample += s->every;
}

/* --- looking on --- */

/* A scene that is on the page, the visitor's or the loop's. */
static int scene_shown(const struct soak *s)
{
    const struct player *p = hands_player(&s->hands);
    bool is_scene = player_screen(p) == SCREEN_SCENE || player_screen(p) == SCREEN_CHOICES;
    return is_scene && player_viewing(p) ? viewing_scene_index(player_viewing(p)) : -1;
}

static void watch(void *self)
{
    struct soak *s = self;
    if (s->frame != s->hands.stage->frame) {
        s->frame = s->hands.stage->frame;
        s->frames++;
    }
    int scene = scene_shown(s);
    if (scene >= 0 && scene != s->scene) {
        s->scene = scene;
        s->changes++;
        s->dry = 0;
    }
}

/* A fade is seen as it begins, on its way, and at its end. */
static void look(struct soak *s, int64_t ms)
{
    s->turns++;
    s->dry++;
    if (s->dry > DRY_MOST) {
        fail(s, "the story does not go on");
    }
    if (!hands_wait(&s->hands, ms, ms / 2)) {
        fail(s, "the program has ended, or is deaf");
    }
    if (s->changes >= s->next_sample) {
        sample(s);
    }
}

static void press(struct soak *s, int scancode)
{
    if (!hands_press(&s->hands, scancode)) {
        fail(s, "the program has ended, or is deaf");
    }
    look(s, chance_in(&s->hands, 8) ? FADE_MS : FRAME_MS);
}

/* --- what they do --- */

static void open_panel(struct soak *s)
{
    static const int panels[] = {SDL_SCANCODE_S, SDL_SCANCODE_H, SDL_SCANCODE_G,  SDL_SCANCODE_T,  SDL_SCANCODE_C,
                                 SDL_SCANCODE_M, SDL_SCANCODE_D, SDL_SCANCODE_O,  SDL_SCANCODE_F1, SDL_SCANCODE_P,
                                 SDL_SCANCODE_F10};
    press(s, panels[chance_of(&s->hands, (int)COUNT(panels))]);
    for (int i = chance_of(&s->hands, 4); i > 0; i--) {
        press(s, SDL_SCANCODE_PAGEDOWN);
    }
    press(s, SDL_SCANCODE_ESCAPE);
}

/* Language, size of the text, colours: what the settings show, by its button. */
static void change_settings(struct soak *s)
{
    struct hands *h = &s->hands;
    press(s, SDL_SCANCODE_O);
    int count;
    const struct item *items = player_items(hands_player(h), &count);
    int n = chance_of(h, count);
    enum action a = items[n].action;
    if (a == ACTION_LANGUAGE || a == ACTION_SECOND_LANGUAGE || a == ACTION_TEXT_SIZE || a == ACTION_PREFER ||
        a == ACTION_SPACING || a == ACTION_STILL) {
        stage_give(h->stage, ACTION_PRESS, n);
        look(s, FRAME_MS);
    }
    press(s, SDL_SCANCODE_ESCAPE);
}

static void choose(struct soak *s)
{
    int offers = viewing_offers(player_viewing(hands_player(&s->hands))).count;
    press(s, SDL_SCANCODE_1 + (offers > 0 ? chance_of(&s->hands, offers) : 0));
}

/* On, through cards and choices, to a scene that is another. */
static void go_on(struct soak *s)
{
    int64_t changes = s->changes;
    for (int i = 0; i < CARDS_MOST && s->changes == changes; i++) {
        if (player_screen(hands_player(&s->hands)) == SCREEN_CHOICES) {
            choose(s);
        } else {
            press(s, SDL_SCANCODE_SPACE);
        }
    }
}

/* Most changes are between two scenes that are at hand; what lies further off is decoded anew each time. */
static void back_and_forth(struct soak *s)
{
    for (int i = chance_of(&s->hands, PACE_MOST); i > 0; i--) {
        press(s, SDL_SCANCODE_LEFT);
        go_on(s);
    }
}

/* Another road from one of the turns behind, or all of it again. */
static void leave_ending(struct soak *s)
{
    if (chance_in(&s->hands, 3)) {
        press(s, SDL_SCANCODE_HOME);
        return;
    }
    for (int i = 1 + chance_of(&s->hands, BACK_MOST); i > 0; i--) {
        press(s, SDL_SCANCODE_LEFT);
    }
}

static void step(struct soak *s)
{
    const struct player *p = hands_player(&s->hands);
    int scene = s->scene;
    switch (player_screen(p)) {
    case SCREEN_OPENING:
        if (!chance_in(&s->hands, 4)) { /* else from the kept place */
            stage_give(s->hands.stage, ACTION_BEGIN, 0);
        }
        press(s, SDL_SCANCODE_RETURN);
        break;
    case SCREEN_CHOICES:
        choose(s);
        break;
    case SCREEN_ENDING:
        leave_ending(s);
        break;
    default:
        press(s, SDL_SCANCODE_SPACE);
        break;
    }
    if (player_panel(p) || player_focus(p) >= 0) { /* Space would take it, again and again */
        press(s, SDL_SCANCODE_ESCAPE);
    }
    if (s->scene != scene && scene_shown(s) >= 0) {
        back_and_forth(s);
    }
    if (chance_in(&s->hands, 60)) {
        open_panel(s);
    }
    if (chance_in(&s->hands, 250)) {
        change_settings(s);
    }
}

/* A visitor comes to the kiosk, stays for a while, and goes without a word or says so. */
static void visit(struct soak *s)
{
    struct hands *h = &s->hands;
    struct kiosk *k = hands_kiosk(h);
    int64_t loop_ms = 1000 * (int64_t)chance_of(h, 600);
    if (!hands_idle(h, loop_ms) || !hands_tap(h, 1, 0.5, 0.5)) {
        fail(s, "the program has ended, or is deaf");
    }
    for (int i = chance_of(h, VISIT_MOST); i > 0 && kiosk_state(k) == KIOSK_IN_SESSION; i--) {
        step(s);
    }
    if (chance_in(h, 3)) {
        press(s, SDL_SCANCODE_HOME);
        press(s, SDL_SCANCODE_RETURN);
    }
    (void)hands_idle(h, AWAY_MS);
    if (kiosk_state(k) != KIOSK_ATTRACTS) {
        fail(s, "the kiosk does not return to its loop");
    }
    s->visits++;
    s->dry = 0;
}

bool play_script(struct play *p, struct stage *stage, struct str order, int64_t *now_ms)
{
    struct soak s = {.scene = -1};
    int64_t count;
    if (!hands_begin(&s.hands, p, stage, order, now_ms, &count)) {
        return false;
    }
    s.every = count / SAMPLES > 0 ? count / SAMPLES : 1;
    s.hands.after = watch;
    s.hands.self = &s;
    while (s.changes < count) {
        if (hands_kiosk(&s.hands)) {
            visit(&s);
            if (s.changes >= s.next_sample) {
                sample(&s);
            }
        } else {
            step(&s);
        }
    }
    sample(&s);
    (void)printf("over: %lld changes, %lld turns, %lld frames, %lld visits, %.1f h\n", (long long)s.changes,
                 (long long)s.turns, (long long)s.frames, (long long)s.visits, (double)*now_ms / 3600000.0);
    return true;
}
