/* The language it is told in, and the one beneath it. */
#include "player/player_internal.h"
#include "text/reading.h"

/* --- the place in a caption --- */

/* The caption shown, or {0}: the place in it is kept by character. */
static struct text present_caption(const struct player *p)
{
    if (!p->viewing || p->screen == SCREEN_OPENING) {
        return (struct text){0};
    }
    const struct scene *scene = viewing_scene(p->viewing);
    if (p->skipped) {
        return scene->skip;
    }
    bool is_there = p->caption < scene_caption_count(scene, p->level);
    return is_there ? scene_caption(scene, p->level, p->caption).text : (struct text){0};
}

static struct reading_text caption_as_shown(struct player *p, struct arena *a)
{
    struct text t = present_caption(p);
    struct str language = words_is_translated(p->words, t) ? p->language : p->story->language;
    struct str text = words_has(t) ? viewing_show(p->viewing, p->words, t, a).text : (struct str){0};
    return (struct reading_text){text, language};
}

/* --- the first --- */

static void take_words(struct player *p, struct str tag, const struct words *words, const struct strings *strings)
{
    p->words = words;
    p->strings = strings;
    p->language = tag;
    if (p->viewing) {
        viewing_set_yes_no(p->viewing, player_word(p, "yes"), player_word(p, "no"));
    }
}

bool language_set(struct player *p, struct str tag)
{
    const struct words *words;
    const struct strings *strings;
    if (!p->options.load_language(p->options.self, tag, &words, &strings)) {
        return false;
    }
    if (!p->words) {
        take_words(p, tag, words, strings);
        return true;
    }
    struct arena scratch = {0};
    struct reading_text was = caption_as_shown(p, &scratch);
    take_words(p, tag, words, strings);
    struct reading_text is = caption_as_shown(p, &scratch);
    if (p->page_at != PAGE_LAST) {
        p->page_at = reading_same_place(was, p->page_at, is);
        p->page_is_near = true;
    }
    p->page_count = 0;
    p->page = 0;
    arena_finish(&scratch);
    return true;
}

/* --- the second --- */

static int language_index(const struct player *p, struct str tag)
{
    for (int i = 0; i < p->options.language_count; i++) {
        if (str_eq(p->options.languages[i], tag)) {
            return i;
        }
    }
    return -1;
}

bool language_set_second(struct player *p, int n)
{
    struct str before = p->settings.second_language;
    const struct strings *strings;
    p->settings.second_language = (struct str){0};
    p->second_words = NULL;
    if (n >= 0 && n < p->options.language_count && !str_eq(p->options.languages[n], p->language) &&
        p->options.load_language(p->options.self, p->options.languages[n], &p->second_words, &strings)) {
        p->settings.second_language = p->options.languages[n];
    }
    return !str_eq(before, p->settings.second_language);
}

void language_settle_second(struct player *p)
{
    (void)language_set_second(p, language_index(p, p->settings.second_language));
}

bool language_change(struct player *p, int n)
{
    if (n < 0 || n >= p->options.language_count || str_eq(p->options.languages[n], p->language)) {
        return false;
    }
    struct str before = p->language;
    bool swaps = str_eq(p->options.languages[n], p->settings.second_language);
    if (!language_set(p, p->options.languages[n])) {
        return false;
    }
    if (swaps) { /* whoever reads two goes on reading two */
        (void)language_set_second(p, language_index(p, before));
    }
    return true;
}

/* A link stands in the first language alone: two of each would be one too many to press. */
static struct shown without_terms(struct player *p, struct shown shown)
{
    struct span *kept = arena_new(&p->items_arena, struct span, (size_t)shown.span_count);
    int count = 0;
    for (int i = 0; i < shown.span_count; i++) {
        if (shown.spans[i].kind != SPAN_TERM) {
            kept[count++] = shown.spans[i];
        }
    }
    shown.spans = kept;
    shown.span_count = count;
    return shown;
}

void item_add_second_shown(struct player *p, const char *id, struct shown shown)
{
    if (p->second_words && shown.text.n) {
        struct str own_id = arena_printf(&p->items_arena, "%s.second", id);
        struct item *item = item_add_shown(p, ROLE_TEXT, PART_SECOND, own_id.s, without_terms(p, shown));
        item->lang = p->settings.second_language;
    }
}

void item_add_second(struct player *p, const char *id, struct text t)
{
    bool is_told = p->second_words && words_has(t) &&
                   (words_is_translated(p->second_words, t) ||
                    str_eq(p->settings.second_language, p->story->language));
    if (is_told) {
        item_add_second_shown(p, id, p->viewing ? viewing_show(p->viewing, p->second_words, t, &p->items_arena)
                                                : marks_show(words_of(p->second_words, t), NULL, NULL, &p->items_arena));
    }
}
