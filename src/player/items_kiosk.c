/* What a kiosk shows beside the story: the loop that invites, the warning, the question, the staff's screens. */
#include "player/items_panel.h"
#include "player/kiosk_internal.h"

#include <string.h>

/* More names than this do not fit the foot of the screen: the settings hold them all. */
enum { BAR_LANGUAGES_MOST = 4 };

/* `id`: the settings have a list of their own beside them. */
static void add_languages(struct player *p, const char *id, bool own_too)
{
    if (p->options.language_count > BAR_LANGUAGES_MOST) {
        (void)item_add_button(p, PART_BAR, "bar.languages", "opening.language", ACTION_PANEL, PANEL_SETTINGS);
        return;
    }
    for (int i = 0; i < p->options.language_count; i++) {
        bool is_own = str_eq(p->options.languages[i], p->language);
        if (p->options.language_count > 1 && (own_too || !is_own)) {
            struct item *item = item_add_language(p, id, i);
            item->role = ROLE_BUTTON;
            item->part = PART_BAR;
            item->action = ACTION_LANGUAGE;
        }
    }
}

void items_add_kiosk_bar(struct player *p)
{
    item_add_button(p, PART_BAR, "home", "bar.home", ACTION_HOME, 0)->hint = player_word(p, "key.home");
}

void items_add_kiosk_languages(struct player *p)
{
    add_languages(p, "language", false);
}

void items_add_kiosk_reach(struct player *p)
{
    if (kiosk_has_reach(p->kiosk)) {
        const char *key = p->settings.reach ? "bar.reach-up" : "bar.reach-down";
        item_add_button(p, PART_BAR, "bar.reach", key, ACTION_REACH, 0)->hint = STR("L");
    }
}

void items_add_kiosk_foot(struct player *p)
{
    bool lists_them = p->panel == PANEL_SETTINGS;
    if (kiosk_is_staff_panel(p->panel) || p->panel == PANEL_CLOSED) {
        return;
    }
    if (!lists_them || p->options.language_count <= BAR_LANGUAGES_MOST) {
        add_languages(p, lists_them ? "foot" : "language", false);
    }
    items_add_kiosk_reach(p);
}

void items_make_attract(struct player *p)
{
    add_languages(p, "language", true);
    (void)item_add_button(p, PART_ACTION, "attract.begin", "attract.begin", ACTION_FORWARD, 0);
}

/* --- the visitor's --- */

static struct item *add_deed(struct player *p, enum part part, const char *id, int deed)
{
    return item_add_button(p, part, id, id, ACTION_KIOSK, deed);
}

static void add_counted(struct player *p, enum part part, const char *id, int n)
{
    (void)item_add(p, ROLE_STATUS, part, id, strings_plural(p->strings, &p->items_arena, id, n));
}

static void add_line(struct player *p, const char *id)
{
    (void)item_add(p, ROLE_TEXT, PART_BODY, id, player_word(p, id));
}

static void make_warning(struct player *p)
{
    panel_add_title(p, "warning.title");
    add_counted(p, PART_SECTION, "warning.seconds", kiosk_seconds_left(p->kiosk));
    add_line(p, "warning.text");
    (void)add_deed(p, PART_OPTION, "warning.done", KIOSK_NEXT);
    (void)add_deed(p, PART_CLOSE, "warning.stay", KIOSK_STAY);
}

static void make_again(struct player *p)
{
    panel_add_title(p, "again.title");
    add_line(p, "again.text");
    (void)add_deed(p, PART_OPTION, "again.same", KIOSK_AGAIN);
    (void)add_deed(p, PART_OPTION, "again.next", KIOSK_NEXT);
    (void)add_deed(p, PART_CLOSE, "again.stay", KIOSK_REMAIN);
}

/* --- the staff's --- */

static void add_digit(struct player *p, int digit)
{
    struct item *item = item_add(p, ROLE_BUTTON, PART_OPTION, panel_id(p, "pin", digit).s, player_number(p, digit));
    item->action = ACTION_KIOSK;
    item->action_value = KIOSK_DIGIT + digit;
}

static void make_pin(struct player *p)
{
    const struct kiosk *k = p->kiosk;
    panel_add_title(p, "pin.title");
    add_counted(p, PART_BODY, "pin.entered", (int)strlen(k->pin));
    if (!staff_may_try(k)) {
        add_line(p, "pin.wait");
    } else if (k->is_wrong) {
        add_line(p, "pin.wrong");
    }
    for (int i = 1; i <= 9; i++) {
        add_digit(p, i);
    }
    (void)add_deed(p, PART_OPTION, "pin.erase", KIOSK_ERASE);
    add_digit(p, 0);
    (void)add_deed(p, PART_OPTION, "pin.enter", KIOSK_ENTER);
    (void)add_deed(p, PART_CLOSE, "pin.leave", KIOSK_LEAVE);
}

static void add_status(struct player *p)
{
    const struct kiosk_options *o = &p->kiosk->options;
    struct str text = o->status ? o->status(o->self, p->kiosk->now_ms, &p->items_arena) : (struct str){0};
    int n = 0;
    for (size_t at = 0; at < text.n;) {
        size_t end = str_find(text, '\n', at);
        (void)item_add(p, ROLE_TEXT, PART_NOTE, panel_id(p, "service.status", n++).s, str_sub(text, at, end - at));
        at = end + 1;
    }
}

static void make_service(struct player *p)
{
    const struct string_value volume = {"n", player_number(p, p->kiosk->volume)};
    panel_add_title(p, "service.title");
    add_status(p);
    (void)item_add(p, ROLE_STATUS, PART_LABEL, "service.volume",
                   strings_fill(p->strings, &p->items_arena, "service.volume", &volume, 1));
    (void)add_deed(p, PART_OPTION, "service.quieter", KIOSK_QUIETER);
    (void)add_deed(p, PART_OPTION, "service.louder", KIOSK_LOUDER);
    panel_add_label(p, "service.screen", "service.screen");
    (void)add_deed(p, PART_OPTION, "service.clean", KIOSK_CLEAN);
    (void)add_deed(p, PART_OPTION, "service.touch", KIOSK_TOUCH);
    panel_add_label(p, "service.program", "service.program");
    (void)add_deed(p, PART_OPTION, "service.exit", KIOSK_EXIT);
    (void)add_deed(p, PART_CLOSE, "service.leave", KIOSK_LEAVE);
}

static void make_clean(struct player *p)
{
    panel_add_title(p, "clean.title");
    add_counted(p, PART_SECTION, "clean.seconds", kiosk_seconds_left(p->kiosk));
    add_line(p, "clean.text");
}

static int percent(int part)
{
    return (part * 100 + KIOSK_WHOLE / 2) / KIOSK_WHOLE;
}

static void make_touch(struct player *p)
{
    const struct kiosk *k = p->kiosk;
    const struct string_value values[] = {{"x", player_number(p, percent(k->touch_x))},
                                          {"y", player_number(p, percent(k->touch_y))}};
    panel_add_title(p, "touch.title");
    add_line(p, "touch.text");
    add_counted(p, PART_SECTION, "touch.count", k->touches);
    if (k->touches) {
        (void)item_add(p, ROLE_STATUS, PART_BODY, "touch.last",
                       strings_fill(p->strings, &p->items_arena, "touch.last", values, 2));
    }
    (void)add_deed(p, PART_CLOSE, "touch.leave", KIOSK_LEAVE);
}

void items_make_kiosk_panel(struct player *p)
{
    switch ((int)p->panel) {
    case PANEL_WARNING:
        make_warning(p);
        break;
    case PANEL_AGAIN:
        make_again(p);
        break;
    case PANEL_PIN:
        make_pin(p);
        break;
    case PANEL_SERVICE:
        make_service(p);
        break;
    case PANEL_CLEAN:
        make_clean(p);
        break;
    case PANEL_TOUCH:
        make_touch(p);
        break;
    default: /* closed: nothing at all */
        break;
    }
}
