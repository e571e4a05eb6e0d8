#include "app/back_soon.h"

#include <assert.h>

#include "base/num.h"

static void add_member(struct strbuf *json, const char *before, const char *name, struct str value)
{
    strbuf_printf(json, "%s\"%s\":", before, name);
    json_write_string(json, value);
}

struct story *back_soon_story(const struct strings *strings)
{
    struct str title = strings_get(strings, "soon.title");
    struct str text = strings_get(strings, "soon.text");
    struct strbuf json = {0};
    add_member(&json, "{\"format\":1,\"id\":\"lantern-back-soon\",\"start\":\"soon\",", "language",
               strings_language(strings));
    add_member(&json, ",", "title", title);
    add_member(&json, ",", "subtitle", text); /* the opening shows it; the scene is there because a story has one */
    add_member(&json, ",\"chapters\":[{\"id\":\"soon\",", "title", title);
    add_member(&json, "}],\"scenes\":[{\"id\":\"soon\",\"chapter\":\"soon\",", "title", title);
    add_member(&json, ",\"captions\":[{\"cite\":[],", "text", text);
    add_member(&json, "}],\"ending\":{\"id\":\"soon\",", "title", title);
    strbuf_add_c(&json, "}}]}");
    struct diag_list diags = {0};
    struct error err = {0};
    struct story *s = story_load_text(strbuf_str(&json), "back-soon", NULL, &diags, &err);
    assert(s);
    diag_list_finish(&diags);
    strbuf_finish(&json);
    return s;
}
