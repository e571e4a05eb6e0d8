/* Who is watching, and what is kept at home. */
#include "base/utf8.h"
#include "player/kiosk_internal.h"
#include "text/grapheme.h"
#include "text/name.h"

void player_set_keeping(struct player *p, const struct keeping *k)
{
    struct arena fresh = {0};
    struct str *names = arena_new(&fresh, struct str, (size_t)k->viewer_count);
    for (int i = 0; i < k->viewer_count; i++) {
        names[i] = arena_str(&fresh, k->viewers[i]);
    }
    arena_finish(&p->keeping_arena);
    p->keeping_arena = fresh;
    p->keeping = *k;
    p->keeping.viewers = names;
    p->options.keeps = k->can_keep ? !k->is_shared : p->options.keeps;
    player_remake(p);
}

struct str player_viewer(const struct player *p)
{
    return strbuf_str(&p->viewer);
}

static void set_text(struct strbuf *b, struct str text)
{
    if (text.s != b->s) { /* it may be its own */
        strbuf_clear(b);
        strbuf_add(b, text);
    }
}

/* At the title page; who watched before leaves nothing behind. */
static void begin_for(struct player *p, struct str viewer, struct str bookmark)
{
    set_text(&p->viewer, viewer);
    set_text(&p->bookmark, bookmark);
    p->has_place = bookmark.n > 0;
    viewing_destroy(p->viewing);
    p->viewing = NULL;
    trail_forget(p->trail);
    p->settled = p->skipped = false;
    p->caption = 0;
    p->came_from = -1;
    p->screen = SCREEN_OPENING;
    p->picture = p->story->cover;
    p->panel = p->below = PANEL_NONE;
    p->effects &= ~(unsigned)(EFFECT_KEEP | EFFECT_FORGET);
}

void player_set_viewer(struct player *p, struct str viewer, struct str bookmark)
{
    begin_for(p, viewer, bookmark);
    player_remake(p);
}

bool home_keeps(const struct player *p)
{
    return p->keeping.can_keep && !p->keeping.is_shared && !p->kiosk;
}

/* Who watches changes at the title page alone: a place on the way is the viewer's who went there. */
bool home_open(struct player *p, enum panel panel)
{
    bool at_title = home_keeps(p) && p->screen == SCREEN_OPENING;
    bool may = panel == PANEL_VIEWERS || panel == PANEL_NAME ? at_title
               : panel == PANEL_FORGET_VIEWER                ? at_title && p->viewer.n > 0
               : panel == PANEL_SHARE                        ? home_keeps(p)
                                                             : panel == PANEL_FORGET_ALL && home_keeps(p);
    if (!may) {
        return false;
    }
    bool is_open = p->panel == panel;
    bool lies_over = p->panel == PANEL_VIEWERS || p->panel == PANEL_SETTINGS;
    p->below = !is_open && lies_over ? p->panel : PANEL_NONE;
    p->panel = is_open ? PANEL_NONE : panel;
    strbuf_clear(&p->typed);
    strbuf_clear(&p->composing);
    p->effects |= EFFECT_LOOK;
    return true;
}

/* --- the field --- */

bool player_types(const struct player *p)
{
    return p->panel == PANEL_NAME;
}

struct str player_typed(const struct player *p)
{
    return strbuf_str(&p->typed);
}

void player_set_composing(struct player *p, struct str text)
{
    if (player_types(p)) {
        set_text(&p->composing, text);
        player_remake(p);
    }
}

static bool type(struct player *p, uint32_t code)
{
    char bytes[4];
    if (!name_takes(code)) {
        return false;
    }
    size_t before = p->typed.n;
    strbuf_clear(&p->composing);
    strbuf_add(&p->typed, (struct str){bytes, (size_t)utf8_put(bytes, code)});
    if (!name_has_room(strbuf_str(&p->typed))) {
        p->typed.n = before;
        p->typed.s[before] = '\0';
        message_set(p, player_word(p, "name.full"));
    }
    return true;
}

/* The last letter, as a reader counts them. */
static bool erase(struct player *p)
{
    struct str typed = strbuf_str(&p->typed);
    size_t last = 0;
    for (size_t at = 0; at < typed.n; at = grapheme_end(typed, at)) {
        last = at;
    }
    if (typed.n) {
        p->typed.n = last;
        p->typed.s[last] = '\0';
    }
    return typed.n > 0;
}

static bool watch(struct player *p, struct str name)
{
    begin_for(p, name, (struct str){0});
    p->effects |= EFFECT_VIEWER;
    return true;
}

static bool take_name(struct player *p)
{
    struct arena scratch = {0};
    struct str name;
    if (name_tidy(strbuf_str(&p->typed), &scratch, &name)) {
        (void)watch(p, name);
    } else {
        message_set(p, player_word(p, "name.refused"));
    }
    arena_finish(&scratch);
    return true;
}

static bool act_on_field(struct player *p, enum action action, int value)
{
    if (!player_types(p)) {
        return false;
    }
    switch ((int)action) {
    case ACTION_TYPE:
        return type(p, (uint32_t)value);
    case ACTION_LETTER:
        return value > 0 && type(p, name_letter((uint32_t)value, strbuf_str(&p->typed)));
    case ACTION_ERASE:
        return erase(p);
    default:
        return action == ACTION_NAME && take_name(p);
    }
}

/* --- what is asked for --- */

static bool choose_viewer(struct player *p, int n)
{
    if (p->panel != PANEL_VIEWERS || n < -1 || n >= p->keeping.viewer_count) {
        return false;
    }
    struct arena scratch = {0};
    (void)watch(p, n < 0 ? (struct str){0} : arena_str(&scratch, p->keeping.viewers[n]));
    arena_finish(&scratch);
    return true;
}

/* Done only from the panel that asks whether it is meant; what came of it, who does it says. */
static bool ask_for(struct player *p, enum panel from, enum effect effect)
{
    if (p->panel == from) {
        p->panel = p->below;
        p->below = PANEL_NONE;
        p->effects |= effect;
        return true;
    }
    return false;
}

bool home_act(struct player *p, enum action action, int value)
{
    switch ((int)action) {
    case ACTION_VIEWER:
        return choose_viewer(p, value);
    case ACTION_FORGET_VIEWER:
        return ask_for(p, PANEL_FORGET_VIEWER, EFFECT_FORGET_VIEWER);
    case ACTION_FORGET_ALL:
        return ask_for(p, PANEL_FORGET_ALL, EFFECT_FORGET_ALL);
    case ACTION_SHARE:
        return ask_for(p, PANEL_SHARE, EFFECT_SHARE);
    case ACTION_UNSHARE:
        if (p->keeping.is_shared) {
            p->effects |= EFFECT_UNSHARE;
        }
        return p->keeping.is_shared;
    default:
        return act_on_field(p, action, value);
    }
}
