#include "app/fault_story.h"

#include <string.h>

#include "base/num.h"

enum { FAULTS_SHOWN = 5 };

static void add_member(struct strbuf *json, const char *name, struct str value)
{
    strbuf_printf(json, "\"%s\":", name);
    json_write_string(json, value);
}

/* The sentence as a caption: what would be a mark is taken literally. */
static void add_caption(struct strbuf *json, struct str sentence)
{
    struct strbuf plain = {0};
    for (size_t i = 0; i < sentence.n; i++) {
        if (sentence.s[i] && strchr("*[]{}\\", sentence.s[i])) {
            strbuf_add_byte(&plain, '\\');
        }
        strbuf_add_byte(&plain, sentence.s[i]);
    }
    strbuf_add_c(json, "{\"cite\":[],");
    add_member(json, "text", strbuf_str(&plain));
    strbuf_add_c(json, "}");
    strbuf_finish(&plain);
}

static void add_captions(struct strbuf *json, const struct diag_list *faults)
{
    int shown = 0;
    for (size_t i = 0; i < faults->count && shown < FAULTS_SHOWN; i++) {
        if (faults->items[i].refused) {
            struct strbuf line = {0};
            diag_print(&faults->items[i], &line);
            strbuf_add_c(json, shown++ ? "," : "");
            add_caption(json, strbuf_str(&line));
            strbuf_finish(&line);
        }
    }
}

static struct story *from_json(struct str json)
{
    struct diag_list none = {0};
    struct error err = {0};
    struct story *s = story_load_text(json, "faults", NULL, &none, &err);
    diag_list_finish(&none);
    return s;
}

struct story *fault_story(const struct diag_list *faults, const struct strings *strings)
{
    if (!faults->refusals) {
        return NULL;
    }
    struct strbuf json = {0};
    struct str title = strings_get(strings, "fault.title");
    struct str hint = strings_get(strings, "fault.hint");
    strbuf_add_c(&json, "{\"format\":1,\"id\":\"lantern-faults\",\"start\":\"faults\",");
    add_member(&json, "language", strings_language(strings));
    strbuf_add_c(&json, ",");
    add_member(&json, "title", title);
    strbuf_add_c(&json, ",\"chapters\":[{\"id\":\"faults\",");
    add_member(&json, "title", hint);
    strbuf_add_c(&json, "}],\"scenes\":[{\"id\":\"faults\",\"chapter\":\"faults\",");
    add_member(&json, "title", title);
    strbuf_add_c(&json, ",\"captions\":[");
    add_captions(&json, faults);
    strbuf_add_c(&json, "],\"ending\":{\"id\":\"faults\",");
    add_member(&json, "title", title);
    strbuf_add_c(&json, ",");
    add_member(&json, "text", hint);
    strbuf_add_c(&json, "}}]}");
    struct story *s = from_json(strbuf_str(&json));
    strbuf_finish(&json);
    return s;
}
