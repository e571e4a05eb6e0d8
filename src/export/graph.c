#include "export/graph.h"

#include "base/utf8.h"
#include "story/marks.h"

/* Code points of a label; longer ones make graphs that nobody can read. */
#define MOST_SHOWN 40

struct graph {
    const struct story *story;
    const struct words *words;
    struct strbuf *out;
};

/* The inside of a DOT string. */
static void write_quoted_part(struct strbuf *out, struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.s[i] == '\n') {
            strbuf_add_c(out, "\\n");
            continue;
        }
        if (s.s[i] == '"' || s.s[i] == '\\') {
            strbuf_add_byte(out, '\\');
        }
        strbuf_add_byte(out, s.s[i]);
    }
}

static void write_quoted(struct strbuf *out, struct str s)
{
    strbuf_add_byte(out, '"');
    write_quoted_part(out, s);
    strbuf_add_byte(out, '"');
}

static void write_short(struct strbuf *out, struct str s)
{
    size_t at = 0;
    for (int i = 0; i < MOST_SHOWN && at < s.n; i++) {
        (void)utf8_next(s, &at);
    }
    write_quoted_part(out, str_sub(s, 0, at));
    strbuf_add_c(out, at < s.n ? "…" : "");
}

static void write_text(const struct graph *g, struct text t)
{
    write_quoted_part(g->out, words_of(g->words, t));
}

static void write_node(const struct graph *g, const struct scene *scene, const char *indent)
{
    strbuf_add_c(g->out, indent);
    write_quoted(g->out, scene->id);
    strbuf_add_c(g->out, " [label=\"");
    write_quoted_part(g->out, scene->id);
    strbuf_add_c(g->out, "\\n");
    write_text(g, scene->title);
    strbuf_add_c(g->out, scene->ending ? "\", shape=box, peripheries=2];\n" : "\"];\n");
}

/* The scenes of each chapter, chained in story order. */
struct chapter_lists {
    int *first; /* by chapter; -1: none */
    int *next;  /* by scene */
};

static struct chapter_lists lists_of(const struct story *s, struct arena *a)
{
    struct chapter_lists lists = {
        .first = arena_new(a, int, (size_t)s->chapter_count),
        .next = arena_new(a, int, (size_t)s->scene_count),
    };
    for (int i = 0; i < s->chapter_count; i++) {
        lists.first[i] = -1;
    }
    for (int i = s->scene_count - 1; i >= 0; i--) {
        int chapter = s->scenes[i].chapter;
        if (chapter >= 0) {
            lists.next[i] = lists.first[chapter];
            lists.first[chapter] = i;
        }
    }
    return lists;
}

static void write_chapters(const struct graph *g)
{
    struct arena arena = {0};
    struct chapter_lists lists = lists_of(g->story, &arena);
    for (int i = 0; i < g->story->chapter_count; i++) {
        strbuf_printf(g->out, "  subgraph cluster_%d {\n    label=\"", i);
        write_text(g, g->story->chapters[i].title);
        strbuf_add_c(g->out, "\";\n");
        for (int k = lists.first[i]; k >= 0; k = lists.next[k]) {
            write_node(g, &g->story->scenes[k], "    ");
        }
        strbuf_add_c(g->out, "  }\n");
    }
    arena_finish(&arena);
}

static void start_edge(const struct graph *g, const struct scene *from, int to)
{
    strbuf_add_c(g->out, "  ");
    write_quoted(g->out, from->id);
    strbuf_add_c(g->out, " -> ");
    write_quoted(g->out, g->story->scenes[to].id);
}

static void write_choice(const struct graph *g, const struct scene *scene, const struct choice *c)
{
    struct arena scratch = {0};
    start_edge(g, scene, c->to);
    strbuf_add_c(g->out, " [label=\"");
    /* Without its marks; the variables stand as they are written, for there is no state. */
    write_short(g->out, marks_show(words_of(g->words, c->text), NULL, NULL, &scratch).text);
    strbuf_add_c(g->out, c->condition ? "\\n(if)" : "");
    strbuf_add_c(g->out, c->full_only ? "\\n(full)" : "");
    strbuf_add_c(g->out, "\"];\n");
    arena_finish(&scratch);
}

static void write_edges(const struct graph *g, const struct scene *scene)
{
    for (int i = 0; i < scene->choice_count; i++) {
        write_choice(g, scene, &scene->choices[i]);
    }
    if (scene->next >= 0) {
        start_edge(g, scene, scene->next);
        strbuf_add_c(g->out, ";\n");
    }
    if (scene->gentle && scene->gentle->next >= 0) {
        start_edge(g, scene, scene->gentle->next);
        strbuf_add_c(g->out, " [style=dashed, label=\"gentle\"];\n");
    }
}

void graph_dot(const struct story *s, const struct words *w, struct strbuf *out)
{
    struct graph g = {s, w, out};
    strbuf_add_c(out, "digraph ");
    write_quoted(out, s->id);
    strbuf_add_c(out, " {\n  label=\"");
    write_text(&g, s->title);
    strbuf_add_c(out, "\";\n  rankdir=TB;\n  node [shape=box, style=rounded, fontname=\"serif\"];\n"
                      "  edge [fontname=\"serif\", fontsize=10];\n");
    write_chapters(&g);
    strbuf_add_c(out, "  _start [shape=point];\n  _start -> ");
    write_quoted(out, s->scenes[s->start].id);
    strbuf_add_c(out, ";\n");
    for (int i = 0; i < s->scene_count; i++) {
        write_edges(&g, &s->scenes[i]);
    }
    strbuf_add_c(out, "}\n");
}
