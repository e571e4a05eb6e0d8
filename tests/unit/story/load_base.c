#include "load_base.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

const char load_base[] =
    "{\"format\": 1, \"id\": \"base\", \"title\": \"Base\", \"language\": \"en\", \"start\": "
    "\"one\",\n"
    " \"pronounce\": {\"en\": {\"Tumen\": \"too-men\"}},\n"
    " \"cover\": {\"file\": \"c.png\", \"alt\": \"A bridge\", \"credit\": \"x\", \"focus\": [0.5, "
    "0.5]},\n"
    " \"state\": {\"debt\": 0, \"name\": \"x\"},\n"
    " \"chapters\": [{\"id\": \"ch\", \"title\": \"First\"}],\n"
    " \"places\": {\"seoul\": {\"name\": \"Seoul\", \"at\": [126.98, 37.57]}},\n"
    " \"maps\": [{\"file\": \"m.png\", \"alt\": \"Map\", \"credit\": \"x\",\n"
    "  \"projection\": {\"kind\": \"web-mercator\", \"bounds\": [100, 20, 130, 45]}}],\n"
    " \"sources\": {\"un\": {\"title\": \"Report\", \"date\": \"2014-02\"}},\n"
    " \"glossary\": {\"songbun\": {\"term\": \"songbun\", \"text\": \"A class.\"}},\n"
    " \"timeline\": [{\"date\": \"1994/1998\", \"text\": \"Famine\"}, {\"date\": \"2014\", "
    "\"text\": \"Report\"}],\n"
    " \"cuts\": [{\"id\": \"short\", \"title\": \"Short\", \"minutes\": 1, \"path\": [\"one\", "
    "\"two\"]}],\n"
    " \"scenes\": [\n"
    "  {\"id\": \"one\", \"chapter\": \"ch\", \"title\": \"One\", \"place\": \"seoul\", \"by\": "
    "\"foot\",\n"
    "   \"captions\": [{\"text\": \"She owes {debt}.\", \"cite\": [\"un\"], \"gentle\": null}],\n"
    "   \"sound\": {\"file\": \"s.ogg\", \"alt\": \"(wind)\", \"gain\": 1},\n"
    "   \"claims\": [{\"text\": \"Fact\", \"cite\": [], \"as-of\": \"2014\", \"confidence\": "
    "\"documented\"}],\n"
    "   \"advisory\": [\"death\"], \"skip\": \"Skip.\", \"gentle\": {\"next\": \"two\"},\n"
    "   \"questions\": [{\"ask\": \"Why?\", \"options\": [{\"text\": \"a\", \"right\": true, "
    "\"why\": \"b\"}]}],\n"
    "   \"choices\": [{\"text\": \"Go\", \"to\": \"two\", \"if\": {\"<\": [{\"var\": \"debt\"}, "
    "3]}, \"set\": {\"debt\": 1}},\n"
    "               {\"text\": \"Stay\", \"to\": \"three\"}]},\n"
    "  {\"id\": \"two\", \"chapter\": \"ch\", \"title\": \"Two\", \"captions\": [{\"text\": "
    "\"[a](term:songbun)\"}],\n"
    "   \"ending\": {\"id\": \"end\", \"title\": \"End\"}},\n"
    "  {\"id\": \"three\", \"chapter\": \"ch\", \"title\": \"Three\", \"captions\": [{\"text\": "
    "\"So\"}], \"next\": \"two\"}]}\n";

struct story *load_base_read(struct str text, struct diag_list *diags)
{
    struct error err = {0};
    struct story *s = story_load_text(text, "s", NULL, diags, &err);
    assert_string_equal(err.text, "");
    return s;
}

struct str load_base_changed(const char *from, const char *to, struct arena *a)
{
    const char *at = strstr(load_base, from);
    assert_non_null(at);
    assert_null(strstr(at + 1, from));
    return arena_printf(a, "%.*s%s%s", (int)(at - load_base), load_base, to, at + strlen(from));
}
