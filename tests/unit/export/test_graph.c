#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "export/graph.h"

static const char text[] =
    "{\"format\":1,\"id\":\"t\",\"title\":\"A \\\"T\\\"\",\"language\":\"en\",\"start\":\"a\","
    "\"chapters\":[{\"id\":\"c\",\"title\":\"C\\\\\"},{\"id\":\"d\",\"title\":\"D\"}],\"scenes\":["
    "{\"id\":\"a\",\"chapter\":\"c\",\"title\":\"A\",\"captions\":[{\"text\":\"x\"}],\"choices\":["
    "{\"text\":\"*forty* 890123456789012345678901234567890\",\"to\":\"b\"},"
    "{\"id\":\"2\",\"text\":\"forty-one 123456789012345678901234567890é\",\"to\":\"b\",\"if\":true,"
    "\"level\":\"full\"}]},"
    "{\"id\":\"b\",\"chapter\":\"c\",\"title\":\"B\",\"captions\":[{\"text\":\"x\"}],"
    "\"next\":\"e\",\"gentle\":{\"next\":\"a\"}},"
    "{\"id\":\"e\",\"chapter\":\"d\",\"title\":\"E\",\"captions\":[{\"text\":\"x\"}],"
    "\"ending\":{\"id\":\"e\",\"title\":\"E\"}}]}";

static const char expected[] =
    "digraph \"t\" {\n"
    "  label=\"A \\\"T\\\"\";\n"
    "  rankdir=TB;\n"
    "  node [shape=box, style=rounded, fontname=\"serif\"];\n"
    "  edge [fontname=\"serif\", fontsize=10];\n"
    "  subgraph cluster_0 {\n"
    "    label=\"C\\\\\";\n"
    "    \"a\" [label=\"a\\nA\"];\n"
    "    \"b\" [label=\"b\\nB\"];\n"
    "  }\n"
    "  subgraph cluster_1 {\n"
    "    label=\"D\";\n"
    "    \"e\" [label=\"e\\nE\", shape=box, peripheries=2];\n"
    "  }\n"
    "  _start [shape=point];\n"
    "  _start -> \"a\";\n"
    "  \"a\" -> \"b\" [label=\"forty 890123456789012345678901234567890\"];\n"
    "  \"a\" -> \"b\" [label=\"forty-one 123456789012345678901234567890…\\n(if)\\n(full)\"];\n"
    "  \"b\" -> \"e\";\n"
    "  \"b\" -> \"a\" [style=dashed, label=\"gentle\"];\n"
    "}\n";

static void test_graph(void **state)
{
    (void)state;
    struct diag_list diags = {0};
    struct error err = {0};
    struct strbuf out = {0};
    struct story *s = story_load_text(str_from(text), "story.json", NULL, &diags, &err);
    assert_non_null(s);
    assert_int_equal(diags.count, 0);
    struct words *w = words_original(s);
    graph_dot(s, w, &out);
    assert_string_equal(out.s, expected);
    strbuf_finish(&out);
    words_destroy(w);
    story_destroy(s);
    diag_list_finish(&diags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_graph)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
