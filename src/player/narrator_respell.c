/* What the voice is given in place of what stands on the page: the story's pronunciations, and figures as
 * engines read them. */
#include "player/narrator_internal.h"

static bool is_of_language(struct str tag, struct str language)
{
    return str_starts(tag, language) && (tag.n == language.n || tag.s[language.n] == '-');
}

bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* A word ends where another kind of sign begins; behind one in another script particles may follow, as
 * they do in Korean. */
static bool stands_alone(struct str text, size_t at, struct str word)
{
    size_t end = at + word.n;
    bool is_ascii = (unsigned char)word.s[word.n - 1] < 0x80;
    return (at == 0 || !is_word_byte(text.s[at - 1])) && (!is_ascii || end == text.n || !is_word_byte(text.s[end]));
}

/* The longest word of the list that stands at this byte, or NULL. */
static const struct pronunciation *word_at(const struct story *story, struct str lang, struct str text, size_t at)
{
    const struct pronunciation *best = NULL;
    for (int i = 0; i < story->pronunciation_count; i++) {
        const struct pronunciation *p = &story->pronunciations[i];
        if (p->word.n > 0 && is_of_language(lang, p->language) && str_starts(str_after(text, at), p->word) &&
            stands_alone(text, at, p->word) && (!best || p->word.n > best->word.n)) {
            best = p;
        }
    }
    return best;
}

static bool is_digit(struct str text, size_t at)
{
    return at < text.n && text.s[at] >= '0' && text.s[at] <= '9';
}

/* How many bytes of one of these signs stand here; 0: none does. */
static size_t sign_at(struct str text, size_t at, const struct str *signs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_starts(str_after(text, at), signs[i])) {
            return signs[i].n;
        }
    }
    return 0;
}

/* A space that sets off three digits, "80 000", cuts a number in two for the ear. */
static size_t group_space(struct str text, size_t at)
{
    static const struct str spaces[] = {STR_INIT("\u00a0"), STR_INIT("\u202f"), STR_INIT("\u2009")};
    size_t n = at > 0 && is_digit(text, at - 1) ? sign_at(text, at, spaces, COUNT(spaces)) : 0;
    bool groups = n && is_digit(text, at + n) && is_digit(text, at + n + 1) && is_digit(text, at + n + 2) &&
                  !is_digit(text, at + n + 3);
    return groups ? n : 0;
}

/* "1994–1998", and "8만~12만" with a unit between. */
static size_t range_sign(struct str text, size_t at)
{
    static const struct str dashes[] = {STR_INIT("\u2013"), STR_INIT("~")};
    size_t n = at > 0 ? sign_at(text, at, dashes, COUNT(dashes)) : 0;
    bool leads = n && (is_digit(text, at - 1) || (n == 1 && (unsigned char)text.s[at - 1] >= 0x80));
    return leads && is_digit(text, at + n) ? n : 0;
}

static size_t percent_sign(struct str text, size_t at)
{
    static const struct str spaces[] = {STR_INIT("\u00a0"), STR_INIT("\u202f"), STR_INIT(" ")};
    size_t n = sign_at(text, at, spaces, COUNT(spaces));
    bool follows = at > 0 && is_digit(text, at - 1);
    return follows && at + n < text.n && text.s[at + n] == '%' ? n + 1 : 0;
}

/* How many bytes at `at` are figures' signs, said by `out`; 0: none are. */
static size_t respell_sign(struct narrator *n, struct str text, size_t at, struct strbuf *out)
{
    const struct strings *strings = player_strings(n->player);
    static const struct string_value between[] = {{"from", STR_INIT("")}, {"to", STR_INIT("")}};
    size_t bytes = group_space(text, at);
    if (bytes) {
        return bytes;
    }
    bytes = range_sign(text, at);
    if (bytes) {
        strbuf_add(out, strings_fill(strings, &n->now.arena, "speech.range", between, 2));
        return bytes;
    }
    bytes = percent_sign(text, at);
    if (bytes) {
        strbuf_add_byte(out, ' ');
        strbuf_add(out, strings_get(strings, "speech.percent"));
    }
    return bytes;
}

struct str respell(struct narrator *n, struct str lang, struct str text)
{
    struct strbuf out = {0};
    bool any = false;
    bool is_ours = str_eq(lang, strings_language(player_strings(n->player)));
    for (size_t at = 0; at < text.n;) {
        const struct pronunciation *p = word_at(player_story(n->player), lang, text, at);
        size_t bytes = p ? p->word.n : (is_ours ? respell_sign(n, text, at, &out) : group_space(text, at));
        any = any || bytes;
        if (p) {
            strbuf_add(&out, p->respelling);
        } else if (!bytes) {
            strbuf_add_byte(&out, text.s[at++]);
        }
        at += bytes;
    }
    struct str respelled = any ? arena_str(&n->now.arena, strbuf_str(&out)) : (struct str){0};
    strbuf_finish(&out);
    return respelled;
}
