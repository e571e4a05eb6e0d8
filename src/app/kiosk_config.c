#include "app/kiosk_config.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "app/pin.h"
#include "base/compiler.h"
#include "story/language.h"

#define CHORD_NAME "keys.staff"

enum setting_id {
    SET_STORY,
    SET_WIDTH,
    SET_HEIGHT,
    SET_CENTRE,
    SET_DISTANCE,
    SET_MOUNT,
    SET_IDLE,
    SET_WARN,
    SET_HOURS,
    SET_CLOSED,
    SET_LANGUAGES,
    SET_LEVEL,
    SET_DEVICE,
    SET_VOLUME,
    SET_STATS,
    SET_PIN,
    SET_CHORD,
    SET_COUNT,
};

enum kind { KIND_TEXT, KIND_NUMBER, KIND_WORD };

static const char *const mounts[] = {"wall", "table", NULL};
static const char *const levels[] = {"off", "full", "gentle", NULL};
static const char *const switches[] = {"on", "off", NULL};

static const struct {
    const char *name;
    enum kind kind;
    const char *usual; /* the default, as it is written */
    int low, high;
    bool may_be_0; /* which is "not known" */
    const char *const *words;
    const char *effect;
} settings[] = {
    [SET_STORY] = {"story", KIND_TEXT, "", .effect = "The folder of the story. Nothing: the documentary that comes with "
                                                     "the program."},
    [SET_WIDTH] = {"width_mm", KIND_NUMBER, "0", 20, 20000, true,
                   .effect = "How wide the picture on the screen is, measured with a rule. With height_mm it makes "
                             "text and buttons large enough to read and touch. 0: not known."},
    [SET_HEIGHT] = {"height_mm", KIND_NUMBER, "0", 20, 20000, true, .effect = "How high it is. 0: not known."},
    [SET_CENTRE] = {"centre_height_mm", KIND_NUMBER, "0", 200, 5000, true,
                    .effect = "How high the middle of the screen is above the floor, so that reach mode knows what is "
                              "too high. 0: not known."},
    [SET_DISTANCE] = {"distance_mm", KIND_NUMBER, "0", 1, 100000, true,
                      .effect = "From how far it is read. 0: not known."},
    [SET_MOUNT] = {"mount", KIND_WORD, "wall", .words = mounts,
                   .effect = "Whether it stands upright or lies flat: on a table everything is within reach."},
    [SET_IDLE] = {"idle", KIND_NUMBER, "90", 30, 3600,
                  .effect = "Seconds without a touch until it asks whether somebody is still there. A page with much "
                            "to read has more; with reading aloud, or text of 200 % and more, all of it is doubled."},
    [SET_WARN] = {"warn", KIND_NUMBER, "30", 20, 300,
                  .effect = "Seconds it then waits for a touch before it forgets the visitor. Doubled likewise."},
    [SET_HOURS] = {"hours", KIND_TEXT, "always",
                   .effect = "When it is open, as in: Tue-Fri 10:00-18:00, Sat-Sun 11:00-20:30. Outside the screen is "
                             "black."},
    [SET_CLOSED] = {"closed", KIND_TEXT, "",
                    .effect = "Days on which it stays closed, as in: 12-25, 2027-01-01."},
    [SET_LANGUAGES] = {"languages", KIND_TEXT, "",
                       .effect = "Which languages are offered, the first of them to begin with, as in: ko, en. Nothing: "
                                 "all of the story's."},
    [SET_LEVEL] = {"level_lock", KIND_WORD, "off", .words = levels,
                   .effect = "How the story is told, full or gentle, so that visitors cannot change it. off: they "
                             "choose."},
    [SET_DEVICE] = {"audio.speech_device", KIND_TEXT, "",
                    .effect = "The sound device for the voice and all other sound, by its name in the sound system, "
                              "such as that of the headset's socket. Nothing: the system's own."},
    [SET_VOLUME] = {"audio.default_volume", KIND_NUMBER, "70", 0, 100,
                    .effect = "How loud it is, in percent, until the staff set it otherwise."},
    [SET_STATS] = {"stats", KIND_WORD, "on", .words = switches,
                   .effect = "Whether totals of each day are kept, for \"lantern stats\". Nothing about one visitor "
                             "is."},
    [SET_PIN] = {"pin_hash", KIND_TEXT, "",
                 .effect = "The staff's number, hashed: \"lantern kiosk --make-pin\" makes the line. Nothing: there is no way "
                           "in."},
    [SET_CHORD] = {CHORD_NAME, KIND_TEXT, "",
                   .effect = "Keys that the staff hold together for 3 seconds, as in: F9 F10. They can hold two opposite "
                             "corners of the screen for 5 seconds as well."},
};
static_assert(COUNT(settings) == SET_COUNT, "settings");

/* --- reading --- */

struct taking {
    const struct config *file;
    struct arena *arena;
    struct diag_list *faults;
};

static void fault(const struct taking *t, const struct config_entry *e, struct str message)
{
    config_fault(t->file, e, message, t->faults);
}

static struct str shown(const struct taking *t, struct str value)
{
    struct strbuf visible = {0};
    strbuf_add_visible(&visible, value);
    struct str copy = arena_str(t->arena, strbuf_str(&visible));
    strbuf_finish(&visible);
    return copy;
}

static const struct config_entry *find(const struct taking *t, enum setting_id id)
{
    return config_find(t->file, settings[id].name);
}

static int number(const struct taking *t, enum setting_id id)
{
    const struct config_entry *e = find(t, id);
    int64_t value = 0;
    (void)str_to_int(str_from(settings[id].usual), 0, INT32_MAX, &value);
    int64_t given;
    if (!e) {
        return (int)value;
    }
    if (str_to_int(e->value, settings[id].low, settings[id].high, &given) ||
        (settings[id].may_be_0 && str_to_int(e->value, 0, 0, &given))) {
        return (int)given;
    }
    fault(t, e, arena_printf(t->arena, "\"%s\" takes a whole number from %d to %d%s, not \"%.*s\"; %s holds",
                             settings[id].name, settings[id].low, settings[id].high,
                             settings[id].may_be_0 ? ", or 0" : "", STR_ARG(shown(t, e->value)), settings[id].usual));
    return (int)value;
}

static int word(const struct taking *t, enum setting_id id)
{
    const struct config_entry *e = find(t, id);
    struct str value = e ? e->value : str_from(settings[id].usual);
    struct strbuf list = {0};
    int usual = 0;
    for (int i = 0; settings[id].words[i]; i++) {
        const char *known = settings[id].words[i];
        if (str_is(value, known)) {
            strbuf_finish(&list);
            return i;
        }
        usual = strcmp(known, settings[id].usual) == 0 ? i : usual;
        strbuf_add_c(&list, i == 0 ? "" : settings[id].words[i + 1] ? ", " : " or ");
        strbuf_add_c(&list, known);
    }
    fault(t, e, arena_printf(t->arena, "\"%s\" takes %s, not \"%.*s\"; %s holds", settings[id].name, list.s,
                             STR_ARG(shown(t, value)), settings[id].usual));
    strbuf_finish(&list);
    return usual;
}

static struct str text(const struct taking *t, enum setting_id id)
{
    const struct config_entry *e = find(t, id);
    return e ? e->value : str_from(settings[id].usual);
}

typedef bool (*hours_fn)(struct hours *h, struct str text, struct strbuf *fault);

static void take_hours(const struct taking *t, enum setting_id id, hours_fn parse, struct hours *hours)
{
    const struct config_entry *e = find(t, id);
    struct strbuf why = {0};
    if (e && !parse(hours, e->value, &why)) {
        fault(t, e, strbuf_str(&why));
    }
    strbuf_finish(&why);
}

static void take_languages(const struct taking *t, struct kiosk_config *c)
{
    const struct config_entry *e = find(t, SET_LANGUAGES);
    for (size_t at = 0; e && e->value.n && at <= e->value.n;) {
        size_t end = str_find(e->value, ',', at);
        struct str tag = str_trim(str_sub(e->value, at, end - at));
        at = end + 1;
        if (!language_tag_is_sound(tag)) {
            fault(t, e, arena_printf(t->arena, "\"%.*s\" is no language's tag: write them as in ko, en, pt-BR",
                                     STR_ARG(shown(t, tag))));
        } else if (c->language_count == KIOSK_LANGUAGES_MOST) {
            fault(t, e, arena_printf(t->arena, "more than %d languages are given", KIOSK_LANGUAGES_MOST));
            return;
        } else {
            c->languages[c->language_count++] = arena_str(t->arena, tag);
        }
    }
}

static void take_pin(const struct taking *t, struct kiosk_config *c)
{
    const struct config_entry *e = find(t, SET_PIN);
    if (!e || e->value.n == 0) {
        return;
    }
    c->pin_hash = arena_str(t->arena, e->value);
    if (!pin_hash_is_sound(c->pin_hash.s)) {
        c->pin_hash = (struct str){0};
        fault(t, e, STR("this is no hash of a number: \"lantern kiosk --make-pin\" makes one; until then there is no way in"));
    }
    c->rules.has_pin = c->pin_hash.n > 0;
}

static void take_chord(const struct taking *t, struct kiosk_rules *rules)
{
    const struct config_entry *e = find(t, SET_CHORD);
    struct str rest = e ? e->value : (struct str){0};
    while (rest.n) {
        size_t end = str_find(rest, ' ', 0);
        struct str name = str_sub(rest, 0, end);
        int code = keymap_scancode(arena_str(t->arena, name).s);
        rest = str_trim(str_after(rest, end));
        if (code == 0 || rules->chord_count == KIOSK_CHORD_MOST) {
            fault(t, e, code ? arena_printf(t->arena, "more than %d keys are held together", KIOSK_CHORD_MOST)
                             : arena_printf(t->arena, "no key is called \"%.*s\"; \"lantern keys\" shows what each is "
                                                      "called", STR_ARG(shown(t, name))));
            rules->chord_count = 0;
            return;
        }
        rules->chord[rules->chord_count++] = code;
    }
}

static void take_keys(const struct taking *t, struct kiosk_config *c)
{
    for (size_t i = 0; i < t->file->count; i++) {
        const struct config_entry *e = &t->file->entries[i];
        struct strbuf why = {0};
        enum deed deed = str_starts(e->name, STR("keys.")) ? deed_find(str_after(e->name, 5)) : DEED_NONE;
        if (deed != DEED_NONE && !keymap_bind(&c->keymap, deed, e->value, &why)) {
            fault(t, e, strbuf_str(&why));
        }
        strbuf_finish(&why);
    }
}

static void check_names(const struct taking *t)
{
    struct str known[SET_COUNT + DEED_COUNT];
    size_t count = 0;
    for (int i = 0; i < SET_COUNT; i++) {
        known[count++] = str_from(settings[i].name);
    }
    for (int i = DEED_NONE + 1; i < DEED_COUNT; i++) {
        known[count++] = arena_printf(t->arena, "keys.%s", deed_name((enum deed)i));
    }
    config_check_names(t->file, known, count, t->faults);
}

/* --- reach --- */

/* Rounded up, where the height is odd. */
static int beyond_mm(const struct kiosk_config *c)
{
    bool is_known = c->centre_height_mm > 0 && c->screen.height > 0 && c->mount == MOUNT_WALL;
    int beyond = c->centre_height_mm + (c->screen.height + 1) / 2 - KIOSK_REACH_MM;
    return is_known && beyond > 0 ? beyond : 0;
}

static bool is_too_high(const struct kiosk_config *c)
{
    return beyond_mm(c) > 0 && c->screen.height - beyond_mm(c) < KIOSK_REACH_LEAST_MM;
}

int kiosk_config_beyond_reach_mm(const struct kiosk_config *c)
{
    return is_too_high(c) ? 0 : beyond_mm(c);
}

static void check_reach(const struct taking *t, const struct kiosk_config *c)
{
    if (is_too_high(c)) {
        fault(t, find(t, SET_CENTRE),
              arena_printf(t->arena, "less than %d mm of the screen lie below %d mm, where every hand reaches: there is no "
                                     "reach mode", KIOSK_REACH_LEAST_MM, KIOSK_REACH_MM));
    }
}

struct kiosk_config kiosk_config_take(const struct config *file, struct arena *a, struct diag_list *faults)
{
    const struct taking t = {file, a, faults};
    struct kiosk_config c = {
        .story = arena_str(a, text(&t, SET_STORY)),
        .screen = {.width = number(&t, SET_WIDTH), .height = number(&t, SET_HEIGHT),
                   .distance = number(&t, SET_DISTANCE)},
        .centre_height_mm = number(&t, SET_CENTRE),
        .mount = word(&t, SET_MOUNT),
        .rules = {.idle_s = number(&t, SET_IDLE), .warn_s = number(&t, SET_WARN), .volume = number(&t, SET_VOLUME)},
        .level = word(&t, SET_LEVEL) - 1,
        .speech_device = arena_str(a, text(&t, SET_DEVICE)),
        .counts = word(&t, SET_STATS) == 0,
    };
    c.rules.locks_level = c.level >= 0;
    take_hours(&t, SET_HOURS, hours_parse, &c.rules.hours);
    take_hours(&t, SET_CLOSED, hours_parse_closed, &c.rules.hours);
    take_languages(&t, &c);
    take_pin(&t, &c);
    take_chord(&t, &c.rules);
    take_keys(&t, &c);
    check_reach(&t, &c);
    check_names(&t);
    return c;
}

bool kiosk_config_read(struct str path, bool is_needed, struct kiosk_config *config_out, struct arena *a,
                       struct diag_list *faults, struct error *err)
{
    struct config file;
    const char *name = arena_str(a, path).s;
    if (is_needed && access(name, R_OK) != 0) {
        return error_set_errno(err, errno, "cannot read \"%s\"", name);
    }
    if (!config_read(path, a, &file, faults, err)) {
        return false;
    }
    *config_out = kiosk_config_take(&file, a, faults);
    return true;
}

/* --- telling --- */

static void print_number(const struct kiosk_config *c, enum setting_id id, struct strbuf *out)
{
    const struct {
        enum setting_id id;
        int value;
    } values[] = {
        {SET_WIDTH, c->screen.width},       {SET_HEIGHT, c->screen.height}, {SET_CENTRE, c->centre_height_mm},
        {SET_DISTANCE, c->screen.distance}, {SET_IDLE, c->rules.idle_s},    {SET_WARN, c->rules.warn_s},
        {SET_VOLUME, c->rules.volume},
    };
    for (size_t i = 0; i < COUNT(values); i++) {
        if (values[i].id == id) {
            strbuf_printf(out, "%d", values[i].value);
        }
    }
}

static void print_days(const struct hours *h, struct strbuf *out)
{
    for (int i = 0; i < h->closed_count; i++) {
        const struct hours_date *d = &h->closed[i];
        strbuf_add_c(out, i ? ", " : "");
        if (d->year) {
            strbuf_printf(out, "%04d-", d->year);
        }
        strbuf_printf(out, "%02d-%02d", d->month, d->day);
    }
}

static void print_text(const struct kiosk_config *c, enum setting_id id, struct strbuf *out)
{
    switch ((int)id) {
    case SET_STORY:
        strbuf_add(out, c->story);
        break;
    case SET_HOURS:
        hours_print(&c->rules.hours, out);
        break;
    case SET_CLOSED:
        print_days(&c->rules.hours, out);
        break;
    case SET_LANGUAGES:
        for (int i = 0; i < c->language_count; i++) {
            strbuf_add_c(out, i ? ", " : "");
            strbuf_add(out, c->languages[i]);
        }
        break;
    case SET_DEVICE:
        strbuf_add(out, c->speech_device);
        break;
    case SET_CHORD:
        for (int i = 0; i < c->rules.chord_count; i++) {
            strbuf_printf(out, "%s#%d", i ? " " : "", c->rules.chord[i]);
        }
        break;
    default:
        break;
    }
}

static void print_value(const struct kiosk_config *c, enum setting_id id, struct strbuf *out)
{
    switch (settings[id].kind) {
    case KIND_TEXT:
        print_text(c, id, out);
        break;
    case KIND_NUMBER:
        print_number(c, id, out);
        break;
    case KIND_WORD: {
        int word = id == SET_MOUNT ? c->mount : id == SET_LEVEL ? c->level + 1 : !c->counts;
        strbuf_add_c(out, settings[id].words[word]);
        break;
    }
    }
}

/* Comments of at most so many bytes, broken between words. */
static void print_effect(const char *effect, struct strbuf *out)
{
    enum { LINE = 96 };
    size_t width = LINE;
    bool is_first = true;
    for (struct str rest = str_from(effect); rest.n;) {
        size_t end = str_find(rest, ' ', 0);
        if (width + 1 + end > LINE) {
            strbuf_add_c(out, is_first ? "#" : "\n#");
            is_first = false;
            width = 1;
        }
        strbuf_add_c(out, " ");
        strbuf_add(out, str_sub(rest, 0, end));
        width += 1 + end;
        rest = str_trim(str_after(rest, end));
    }
    strbuf_add_c(out, "\n");
}

static void print_bounds(enum setting_id id, struct strbuf *out)
{
    const char *usual = settings[id].usual;
    strbuf_printf(out, "# Default: %s", usual[0] ? usual : "nothing");
    if (settings[id].kind == KIND_NUMBER) {
        strbuf_printf(out, "; from %d to %d%s", settings[id].low, settings[id].high,
                      settings[id].may_be_0 ? ", or 0" : "");
    }
    for (int i = 0; settings[id].words && settings[id].words[i]; i++) {
        strbuf_printf(out, "%s%s", i ? " or " : "; ", settings[id].words[i]);
    }
    strbuf_add_c(out, ".\n");
}

static void print_keys(const struct kiosk_config *c, struct strbuf *out)
{
    print_effect("Which keys do what, by the names or numbers that \"lantern keys\" shows; speech-on and speech-off are "
                 "for the keys that a headset's socket sends as it is plugged in and out. A line "
                 "that is a comment tells the default.", out);
    for (int i = DEED_NONE + 1; i < DEED_COUNT; i++) {
        const struct keymap own = {0};
        struct strbuf usual = {0};
        keymap_list(&own, (enum deed)i, &usual);
        strbuf_printf(out, "%skeys.%s = ", c->keymap.is_own[i] ? "" : "# ", deed_name((enum deed)i));
        keymap_list(&c->keymap, (enum deed)i, out);
        strbuf_add_c(out, "\n");
        if (c->keymap.is_own[i]) {
            strbuf_printf(out, "# Default: %s.\n", usual.n ? usual.s : "nothing");
        }
        strbuf_finish(&usual);
    }
}

/* The hash itself stays in its file: what is printed is shown around. */
void kiosk_config_print(const struct kiosk_config *c, struct strbuf *out)
{
    for (int i = 0; i < SET_COUNT; i++) {
        strbuf_add_c(out, i ? "\n" : "");
        print_effect(settings[i].effect, out);
        print_bounds((enum setting_id)i, out);
        if (i == SET_PIN && c->pin_hash.n) {
            strbuf_add_c(out, "# It is set, and not shown here.\n# ");
        }
        strbuf_printf(out, "%s = ", settings[i].name);
        print_value(c, (enum setting_id)i, out);
        strbuf_add_c(out, "\n");
    }
    strbuf_add_c(out, "\n");
    print_keys(c, out);
}
