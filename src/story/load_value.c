#include "base/num.h"
#include "story/language.h"
#include "story/load.h"

struct str string_read(struct loader *ld, uint32_t node)
{
    return node == JSON_NONE ? (struct str){0}
                             : arena_str(&ld->s->arena, json_string(ld->doc, node));
}

bool bool_read(const struct loader *ld, uint32_t node, bool otherwise)
{
    return node == JSON_NONE ? otherwise : json_bool(ld->doc, node);
}

/* A value that is of the right kind and cannot be: the message goes on behind its label. */
static void report_value(struct loader *ld, uint32_t node, struct str suggestion,
                         const char *format, ...) PRINTF_LIKE(4, 5);

static void report_value(struct loader *ld, uint32_t node, struct str suggestion,
                         const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str text = arena_vprintf(&ld->scratch, format, args);
    va_end(args);
    struct str label = node_label(ld, node);
    diag_node(ld->diags, ld->doc, node, TAG_BAD_VALUE, suggestion, "%.*s %.*s", STR_ARG(label),
              STR_ARG(text));
}

static bool number_in(struct loader *ld, uint32_t node, struct range range)
{
    double value = json_number(ld->doc, node);
    if (value >= range.low && value <= range.high) {
        return true;
    }
    char shown[32], low[32], high[32];
    size_t shown_n = num_write(value, shown), low_n = num_write(range.low, low);
    size_t high_n = num_write(range.high, high);
    report_value(ld, node, (struct str){0}, "is %.*s; it may be from %.*s to %.*s", (int)shown_n,
                 shown, (int)low_n, low, (int)high_n, high);
    return false;
}

double number_read(struct loader *ld, uint32_t node, struct range range, double otherwise)
{
    bool is_sound = node != JSON_NONE && number_in(ld, node, range);
    return is_sound ? json_number(ld->doc, node) : otherwise;
}

bool numbers_read(struct loader *ld, uint32_t node, const struct range *ranges, int count,
                  double *out)
{
    if (node == JSON_NONE) {
        return false;
    }
    uint32_t there = json_count(ld->doc, node);
    if (there != (uint32_t)count) {
        report_value(ld, node, (struct str){0}, "holds %u element%s; it needs %d numbers",
                     (unsigned)there, there == 1 ? "" : "s", count);
        return false;
    }
    int sound = 0;
    for (uint32_t e = list_first(ld, node, A_NUMBER, OPTIONAL); e != JSON_NONE;
         e = list_next(ld, e, A_NUMBER, OPTIONAL)) {
        uint32_t i = json_ordinal(ld->doc, e);
        if (number_in(ld, e, ranges[i])) {
            out[i] = json_number(ld->doc, e);
            sound++;
        }
    }
    return sound == count;
}

/* "a", "b" or "c" */
static struct str words_label(struct loader *ld, const struct str *words, int count)
{
    struct strbuf text = {0};
    for (int i = 0; i < count; i++) {
        strbuf_printf(&text, "%s\"%.*s\"",
                      i == 0           ? ""
                      : i == count - 1 ? " or "
                                       : ", ",
                      STR_ARG(words[i]));
    }
    struct str label = arena_str(&ld->scratch, strbuf_str(&text));
    strbuf_finish(&text);
    return label;
}

int word_read(struct loader *ld, uint32_t node, const struct str *words, int count, int otherwise)
{
    if (node == JSON_NONE) {
        return otherwise;
    }
    struct str word = json_string(ld->doc, node);
    for (int i = 0; i < count; i++) {
        if (str_eq(words[i], word)) {
            return i;
        }
    }
    struct str allowed = words_label(ld, words, count);
    report_value(ld, node, name_nearest(ld, word, words, count), "is \"%.*s\"; it may be %.*s",
                 STR_ARG(word), STR_ARG(allowed));
    return otherwise;
}

bool full_only_read(struct loader *ld, uint32_t node)
{
    static const struct str words[] = {STR_INIT("full")};
    return word_read(ld, node, words, COUNT(words), -1) == 0;
}

struct str language_read(struct loader *ld, uint32_t node)
{
    if (node != JSON_NONE && !language_tag_is_sound(json_string(ld->doc, node))) {
        report_value(ld, node, (struct str){0},
                     "is \"%.*s\", which is no language tag such as \"en\" or \"zh-Hant\"",
                     STR_ARG(json_string(ld->doc, node)));
    }
    return string_read(ld, node);
}

struct str language_name_read(struct loader *ld, uint32_t member)
{
    struct str tag = json_name(ld->doc, member);
    if (!language_tag_is_sound(tag)) {
        diag_name(ld->diags, ld->doc, member, TAG_BAD_VALUE, (struct str){0},
                  "\"%.*s\" is no language tag such as \"en\" or \"zh-Hant\"", STR_ARG(tag));
    }
    return arena_str(&ld->s->arena, tag);
}

struct str path_read(struct loader *ld, uint32_t node)
{
    if (node == JSON_NONE || path_is_tame(json_string(ld->doc, node))) {
        return string_read(ld, node);
    }
    struct str label = node_label(ld, node);
    diag_node(
        ld->diags, ld->doc, node, TAG_FORBIDDEN_PATH, (struct str){0},
        "%.*s is \"%.*s\"; a path stays within the folder of the story, with \"/\" and without "
        "\"..\", \"\\\" or a \"/\" in front",
        STR_ARG(label), STR_ARG(json_string(ld->doc, node)));
    return (struct str){0};
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool id_is_sound(struct str id)
{
    if (id.n == 0 || id.n > 64 || id.s[0] == '-') {
        return false;
    }
    for (size_t i = 0; i < id.n; i++) {
        if (!is_lower(id.s[i]) && !is_digit(id.s[i]) && id.s[i] != '-') {
            return false;
        }
    }
    return true;
}

bool variable_name_is_sound(struct str name)
{
    if (name.n == 0 || !is_lower(name.s[0])) {
        return false;
    }
    for (size_t i = 0; i < name.n; i++) {
        if (!is_lower(name.s[i]) && !is_digit(name.s[i]) && name.s[i] != '_') {
            return false;
        }
    }
    return !str_is(name, "level") && !str_is(name, "steps") && !str_is(name, "visited");
}

struct str id_read(struct loader *ld, uint32_t node)
{
    if (node != JSON_NONE && !id_is_sound(json_string(ld->doc, node))) {
        diag_node(ld->diags, ld->doc, node, TAG_BAD_ID, (struct str){0},
                  "\"%.*s\" is no id: at most 64 of a to z, 0 to 9 and \"-\", not \"-\" first",
                  STR_ARG(json_string(ld->doc, node)));
    }
    return string_read(ld, node);
}
