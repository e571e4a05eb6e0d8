#include "app/keeping.h"

#include "app/command.h"
#include "app/output.h"
#include "text/name.h"

bool keeping_name_viewer(struct session *s, struct str typed)
{
    struct arena scratch = {0};
    struct str name = {0};
    bool ok = typed.n == 0 || name_tidy(typed, &scratch, &name);
    if (ok) {
        session_set_viewer(s, name);
    } else {
        complain("\"--viewer\" takes a name of 1 to %d characters that can be seen", NAME_MOST);
    }
    arena_finish(&scratch);
    return ok;
}

static bool has_place_of_nobody(struct session *s)
{
    struct arena scratch = {0};
    struct error err = {0};
    struct str place = {0};
    bool has = store_get(session_store(s), store_bookmark((struct str){0}, session_story(s)->id), &scratch, &place,
                         &err) && place.n > 0;
    arena_finish(&scratch);
    return has;
}

void keeping_show(struct session *s, struct player *p)
{
    struct arena scratch = {0};
    struct error err = {0};
    struct keeping k = {
        .can_keep = session_keeps(s) || session_is_shared(s),
        .is_shared = session_is_shared(s),
    };
    if (session_keeps(s)) {
        k.nobody_has = has_place_of_nobody(s);
        (void)store_viewers(session_store(s), &scratch, &k.viewers, &k.viewer_count, &err);
    }
    player_set_keeping(p, &k);
    arena_finish(&scratch);
}

/* --- what was asked for --- */

static void take_viewer(struct session *s, struct player *p, struct str viewer)
{
    struct arena scratch = {0};
    struct str name = arena_str(&scratch, viewer);
    session_set_viewer(s, name);
    player_set_viewer(p, name, session_bookmark(s, &scratch));
    arena_finish(&scratch);
}

/* What was done is said; what was not, with its reason. */
static void say(struct player *p, bool done, const char *key, const struct string_value *value, const struct error *err)
{
    struct arena scratch = {0};
    const struct string_value why = {"why", str_from(err->text)};
    player_say(p, done ? strings_fill(player_strings(p), &scratch, key, value, value ? 1 : 0)
                       : strings_fill(player_strings(p), &scratch, "home.failed", &why, 1));
    arena_finish(&scratch);
}

static void forget_viewer(struct session *s, struct player *p)
{
    struct arena scratch = {0};
    struct error err = {0};
    struct str name = arena_str(&scratch, player_viewer(p));
    const struct string_value value = {"name", name_within(name, player_language(p), &scratch)};
    bool done = store_forget_viewer(session_store(s), name, &err);
    if (done) {
        take_viewer(s, p, (struct str){0});
    }
    say(p, done, "forget-viewer.done", &value, &err);
    arena_finish(&scratch);
}

static void forget_all(struct session *s, struct player *p)
{
    struct error err = {0};
    bool done = store_forget_all(session_store(s), &err);
    if (done) {
        take_viewer(s, p, (struct str){0});
    }
    say(p, done, "forget-all.done", NULL, &err);
}

static void share(struct session *s, struct player *p, bool is_shared)
{
    struct error err = {0};
    bool done = session_set_shared(s, is_shared, &err);
    if (done && is_shared) {
        take_viewer(s, p, (struct str){0});
    }
    say(p, done, is_shared ? "share.on" : "share.off", NULL, &err);
}

void keeping_carry_out(struct session *s, struct player *p, unsigned effects)
{
    if (effects & EFFECT_VIEWER) {
        take_viewer(s, p, player_viewer(p));
    }
    if (effects & EFFECT_FORGET_VIEWER) {
        forget_viewer(s, p);
    }
    if (effects & EFFECT_FORGET_ALL) {
        forget_all(s, p);
    }
    if (effects & (EFFECT_SHARE | EFFECT_UNSHARE)) {
        share(s, p, (effects & EFFECT_SHARE) != 0);
    }
    keeping_show(s, p);
}
