#include "export/graph.h"

#include "base/utf8.h"
#include "story/marks.h"

enum { LABEL_MOST = 40 }; /* code points; longer labels make graphs that nobody can read */

/* A text as a DOT string: marks removed, quotes and backslashes escaped. */
static void add_label(struct strbuf *out, struct str raw)
{
    struct arena scratch = {0};
    struct str text = marks_show(raw, NULL, NULL, &scratch).text;
    size_t at = 0;
    for (int n = 0; at < text.n && n < LABEL_MOST; n++) {
        (void)utf8_next(text, &at);
    }
    strbuf_add_byte(out, '"');
    for (size_t i = 0; i < at; i++) {
        char c = text.s[i];
        if (c == '"' || c == '\\') {
            strbuf_add_byte(out, '\\');
        }
        strbuf_add_byte(out, c == '\n' ? ' ' : c);
    }
    strbuf_add_c(out, at < text.n ? "…\"" : "\"");
    arena_finish(&scratch);
}

/* Ids are of a-z, 0-9 and "-": quoted they need no escaping. */
static void add_scene(struct strbuf *out, const struct scene *scene, const struct words *w)
{
    strbuf_printf(out, "    \"%.*s\" [label=", STR_ARG(scene->id));
    add_label(out, words_of(w, scene->title));
    strbuf_add_c(out, scene->ending ? ", shape=doubleoctagon];\n" : "];\n");
}

static void add_chapter(struct strbuf *out, const struct story *s, int chapter, const struct words *w)
{
    strbuf_printf(out, "  subgraph \"cluster_%.*s\" {\n    label=", STR_ARG(s->chapters[chapter].id));
    add_label(out, words_of(w, s->chapters[chapter].title));
    strbuf_add_c(out, ";\n");
    for (int i = 0; i < s->scene_count; i++) {
        if (s->scenes[i].chapter == chapter) {
            add_scene(out, &s->scenes[i], w);
        }
    }
    strbuf_add_c(out, "  }\n");
}

static void add_edge(struct strbuf *out, const struct story *s, const struct scene *from, int to)
{
    strbuf_printf(out, "  \"%.*s\" -> \"%.*s\"", STR_ARG(from->id), STR_ARG(s->scenes[to].id));
}

static void add_choice(struct strbuf *out, const struct story *s, const struct scene *from,
                       const struct choice *choice, const struct words *w)
{
    add_edge(out, s, from, choice->to);
    strbuf_add_c(out, " [label=");
    add_label(out, words_of(w, choice->text));
    if (choice->condition) {
        strbuf_add_c(out, ", color=\"gray40\", taillabel=\"if\"");
    }
    strbuf_add_c(out, "];\n");
}

static void add_ways(struct strbuf *out, const struct story *s, const struct scene *scene, const struct words *w)
{
    for (int i = 0; i < scene->choice_count; i++) {
        add_choice(out, s, scene, &scene->choices[i], w);
    }
    if (scene->next >= 0) {
        add_edge(out, s, scene, scene->next);
        strbuf_add_c(out, ";\n");
    }
    if (scene->gentle && scene->gentle->next >= 0) {
        add_edge(out, s, scene, scene->gentle->next);
        strbuf_add_c(out, " [style=dashed];\n");
    }
}

void graph_dot(const struct story *s, const struct words *w, struct strbuf *out)
{
    strbuf_add_c(out, "digraph story {\n  rankdir=TB;\n  node [shape=box];\n");
    for (int i = 0; i < s->chapter_count; i++) {
        add_chapter(out, s, i, w);
    }
    for (int i = 0; i < s->scene_count; i++) {
        add_ways(out, s, &s->scenes[i], w);
    }
    strbuf_add_c(out, "}\n");
}
