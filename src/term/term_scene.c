#include "base/compiler.h"
#include "term/term_internal.h"

static struct str advisories_list(struct term *t, unsigned advisories)
{
    struct str list = {0};
    for (int i = 0; i < ADVISORY_COUNT; i++) {
        unsigned bit = 1u << i;
        if (!(advisories & bit)) {
            continue;
        }
        const char *name = advisory_name((enum advisory)bit);
        struct str word = term_word(t, arena_printf(&t->scratch, "advisory.%s", name).s);
        const char *key = advisories >> i > 1 ? "list.more" : "list.last";
        struct string_value values[] = {{"first", list}, {"last", word}};
        list = list.n ? strings_fill(t->o->strings, &t->scratch, key, values, COUNT(values)) : word;
    }
    return list;
}

static void tell_advisories(struct term *t, const struct scene *scene)
{
    unsigned advisories = scene_advisories(scene, viewing_level(t->viewing));
    if (advisories) {
        struct string_value list = {"list", advisories_list(t, advisories)};
        term_say_filled(t, STR(""), "notice.scene", &list, 1);
        paper_gap(&t->paper);
    }
}

static void tell_because(struct term *t)
{
    struct shown because = viewing_because(t->viewing, t->o->words, &t->scratch);
    paper_add(&t->paper, STR(""), because.text, words_language(t->o->words));
    paper_gap(&t->paper);
}

static void tell_heads(struct term *t, const struct scene *scene)
{
    if (scene->chapter >= 0 && scene->chapter != t->chapter) {
        t->chapter = scene->chapter;
        struct string_value values[] = {
            {"n", term_number(t, scene->chapter + 1)},
            {"title", term_shown(t, t->o->story->chapters[scene->chapter].title)}};
        term_say_filled(t, STR(""), "read.chapter", values, COUNT(values));
        paper_gap(&t->paper);
    }
    term_tell(t, STR(""), scene_title(scene, viewing_level(t->viewing)));
    paper_gap(&t->paper);
}

static void tell_picture(struct term *t, const struct picture *picture)
{
    struct str alt = picture ? term_shown(t, picture->alt) : (struct str){0};
    if (alt.n == 0) {
        return;
    }
    const char *key = "read.picture";
    if (picture->kind != KIND_NONE) {
        key = arena_printf(&t->scratch, "kind.%s", picture_kind_name(picture->kind)).s;
    }
    struct string_value values[] = {{"kind", term_word(t, key)}, {"words", alt}};
    term_say_filled(t, STR(""), "read.seen", values, COUNT(values));
    paper_gap(&t->paper);
}

/* A sound's words often stand in parentheses already. */
static void tell_sound(struct term *t, const struct sound *sound)
{
    struct str alt = sound ? term_shown(t, sound->alt) : (struct str){0};
    if (alt.n == 0) {
        return;
    }
    if (str_starts(alt, STR("("))) {
        paper_add(&t->paper, STR(""), alt, words_language(t->o->words));
    } else {
        struct string_value words = {"words", alt};
        term_say_filled(t, STR(""), "read.heard", &words, 1);
    }
    paper_gap(&t->paper);
}

static void tell_caption(struct term *t, struct shown_caption caption)
{
    struct str speaker = term_shown(t, caption.speaker);
    if (speaker.n) {
        struct string_value values[] = {{"who", speaker}, {"words", term_shown(t, caption.text)}};
        term_say_filled(t, STR(""), "read.said", values, COUNT(values));
    } else {
        term_tell(t, STR(""), caption.text);
    }
    paper_gap(&t->paper);
}

static void tell_ending(struct term *t, const struct ending *ending)
{
    term_say(t, "ending");
    term_tell(t, STR(""), ending->title);
    paper_gap(&t->paper);
    term_tell(t, STR(""), ending->text);
    paper_gap(&t->paper);
    term_tell(t, STR(""), t->o->story->support);
    paper_gap(&t->paper);
}

void term_tell_scene(struct term *t, bool is_chosen)
{
    const struct scene *scene = viewing_scene(t->viewing);
    enum level level = viewing_level(t->viewing);
    paper_gap(&t->paper);
    if (is_chosen) {
        tell_because(t);
    }
    tell_heads(t, scene);
    tell_advisories(t, scene);
    tell_picture(t, scene_picture(scene, level));
    tell_sound(t, scene->sound);
    int count = scene_caption_count(scene, level);
    for (int i = 0; i < count; i++) {
        tell_caption(t, scene_caption(scene, level, i));
    }
    const struct ending *ending = scene_ending(scene, level);
    if (ending) {
        tell_ending(t, ending);
    }
}
