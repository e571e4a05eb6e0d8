#include "story/load.h"

/* What is collected from where, before anything is read or entered: a scene may lead to one further down. */
static const struct {
    struct str list;
    const char *what;
    enum diag_tag tag;
} refs[] = {
    [REF_SCENE] = {STR_INIT("scenes"), "scene", TAG_UNKNOWN_SCENE},
    [REF_CHAPTER] = {STR_INIT("chapters"), "chapter", TAG_UNKNOWN_CHAPTER},
    [REF_PLACE] = {STR_INIT("places"), "place", TAG_UNKNOWN_PLACE},
    [REF_SOURCE] = {STR_INIT("sources"), "source", TAG_UNKNOWN_SOURCE},
    [REF_TERM] = {STR_INIT("glossary"), "glossary entry", TAG_UNKNOWN_TERM},
    [REF_VARIABLE] = {STR_INIT("state"), "variable", TAG_UNKNOWN_VARIABLE},
};

static bool name_add(struct loader *ld, struct names *names, struct str name)
{
    struct str copy = arena_str(&ld->s->arena, name);
    if (!map_add(&names->by_name, &ld->s->arena, copy, names->count)) {
        return false;
    }
    names->items[names->count++] = copy;
    return true;
}

/* Reports where the reading stops: at an id far too long. */
static bool is_readable(struct loader *ld, uint32_t node, struct str id)
{
    if (id.n <= ID_MOST_BYTES) {
        return true;
    }
    diag_node(ld->diags, ld->doc, node, TAG_TOO_LARGE, (struct str){0},
              "an id has at most %d characters; this one has %zu bytes", ID_BYTES, id.n);
    return false;
}

static bool collect_ids(struct loader *ld, uint32_t list, struct names *names, const char *what)
{
    for (uint32_t e = json_first(ld->doc, list); e != JSON_NONE; e = json_next(ld->doc, e)) {
        uint32_t id = json_member(ld->doc, e, STR("id"));
        if (id == JSON_NONE || json_kind(ld->doc, id) != JSON_STRING) {
            continue; /* said when it is read */
        }
        struct str name = json_string(ld->doc, id);
        if (!is_readable(ld, id, name)) {
            return false;
        }
        if (!name_add(ld, names, name)) {
            diag_node(ld->diags, ld->doc, id, TAG_DUPLICATE_ID, (struct str){0},
                      "two %ss are called \"%.*s\"", what, STR_ARG(name));
        }
    }
    return true;
}

static void report_bad_key(struct loader *ld, uint32_t member, enum ref ref)
{
    struct str name = json_name(ld->doc, member);
    if (ref == REF_VARIABLE) {
        diag_name(
            ld->diags, ld->doc, member, TAG_BAD_ID, (struct str){0},
            "\"%.*s\" is no name for a variable: a to z, 0 to 9 and \"_\", a letter first, and not "
            "\"level\", \"steps\" or \"visited\"",
            STR_ARG(name));
    } else {
        diag_name(ld->diags, ld->doc, member, TAG_BAD_ID, (struct str){0},
                  "\"%.*s\" is no id: at most 64 of a to z, 0 to 9 and \"-\", not \"-\" first",
                  STR_ARG(name));
    }
}

static bool collect_keys(struct loader *ld, uint32_t object, struct names *names, enum ref ref)
{
    for (uint32_t m = json_first(ld->doc, object); m != JSON_NONE; m = json_next(ld->doc, m)) {
        struct str name = json_name(ld->doc, m);
        bool is_variable = ref == REF_VARIABLE;
        if (is_variable && is_own_name(name)) {
            continue;
        }
        if (!is_readable(ld, m, name)) {
            return false;
        }
        if (is_variable ? !variable_name_is_sound(name) : !id_is_sound(name)) {
            report_bad_key(ld, m, ref);
        }
        (void)name_add(ld, names, name);
    }
    return true;
}

bool names_collect(struct loader *ld)
{
    for (int ref = 0; ref < REF_COUNT; ref++) {
        bool is_list = ref == REF_SCENE || ref == REF_CHAPTER;
        uint32_t list = json_member(ld->doc, 0, refs[ref].list);
        if (list == JSON_NONE || json_kind(ld->doc, list) != (is_list ? JSON_ARRAY : JSON_OBJECT)) {
            continue;
        }
        struct names *names = &ld->names[ref];
        names->items = arena_new(&ld->lasting, struct str, json_count(ld->doc, list));
        map_reserve(&names->by_name, &ld->s->arena, json_count(ld->doc, list));
        if (!(is_list ? collect_ids(ld, list, names, refs[ref].what)
                      : collect_keys(ld, list, names, (enum ref)ref))) {
            return false;
        }
    }
    return true;
}

int name_find(const struct loader *ld, enum ref ref, struct str name)
{
    return (int)map_find(&ld->names[ref].by_name, name, -1);
}

/* What a reference says, before its fault is told. */
static struct str ref_label(struct loader *ld, uint32_t node)
{
    struct str name = json_string(ld->doc, node);
    uint32_t object = json_parent(ld->doc, node);
    if (!str_is(json_name(ld->doc, node), "to")) {
        struct str label = node_label(ld, node);
        return arena_printf(&ld->scratch, "%.*s is \"%.*s\"", STR_ARG(label), STR_ARG(name));
    }
    struct str scene = node_label(ld, json_parent(ld->doc, json_parent(ld->doc, object)));
    return arena_printf(&ld->scratch, "%.*s sends choice %u to \"%.*s\"", STR_ARG(scene),
                        (unsigned)json_ordinal(ld->doc, object) + 1, STR_ARG(name));
}

int ref_read(struct loader *ld, uint32_t node, enum ref ref)
{
    if (node == JSON_NONE) {
        return -1;
    }
    struct str name = json_string(ld->doc, node);
    int found = name_find(ld, ref, name);
    if (found >= 0) {
        return found;
    }
    /* A cut goes on without the scene; nothing else can. */
    uint32_t list = json_parent(ld->doc, node);
    bool is_in_cut = str_is(json_name(ld->doc, list), "path");
    struct str nearest = name_nearest(ld, name, ld->names[ref].items, ld->names[ref].count);
    struct str label = ref_label(ld, node);
    diag_node_as(ld->diags, ld->doc, node, refs[ref].tag,
                 diag_tag_row(refs[ref].tag)->refused && !is_in_cut, nearest,
                 "%.*s, which no %s is called", STR_ARG(label), refs[ref].what);
    return -1;
}

struct cites cites_read(struct loader *ld, uint32_t node)
{
    struct cites cites = {.given = node != JSON_NONE};
    int *items = arena_new(&ld->s->arena, int, list_count(ld, node));
    for (uint32_t e = list_first(ld, node, A_STRING, OPTIONAL); e != JSON_NONE;
         e = list_next(ld, e, A_STRING, OPTIONAL)) {
        int source = ref_read(ld, e, REF_SOURCE);
        if (source >= 0) {
            items[cites.count++] = source;
        }
    }
    cites.items = items;
    return cites;
}
