#include "story/check_internal.h"

/* Of SPDX's list, what pictures, texts and data are given under, and the commonest for programs.
 * The families of Creative Commons are built from their terms and versions. */
static const struct str spdx_ids[] = {
    STR_INIT("0BSD"), STR_INIT("AGPL-3.0-only"), STR_INIT("AGPL-3.0-or-later"),
    STR_INIT("Apache-2.0"), STR_INIT("Artistic-2.0"), STR_INIT("BSD-2-Clause"),
    STR_INIT("BSD-3-Clause"), STR_INIT("C-UDA-1.0"), STR_INIT("CC-PDDC"), STR_INIT("CC-PDM-1.0"),
    STR_INIT("CC0-1.0"), STR_INIT("CDLA-Permissive-1.0"), STR_INIT("CDLA-Permissive-2.0"),
    STR_INIT("CDLA-Sharing-1.0"), STR_INIT("DL-DE-BY-2.0"), STR_INIT("DL-DE-ZERO-2.0"),
    STR_INIT("EUPL-1.2"), STR_INIT("FreeImage"), STR_INIT("GFDL-1.1-only"),
    STR_INIT("GFDL-1.1-or-later"), STR_INIT("GFDL-1.2-only"), STR_INIT("GFDL-1.2-or-later"),
    STR_INIT("GFDL-1.3-only"), STR_INIT("GFDL-1.3-or-later"), STR_INIT("GPL-2.0-only"),
    STR_INIT("GPL-2.0-or-later"), STR_INIT("GPL-3.0-only"), STR_INIT("GPL-3.0-or-later"),
    STR_INIT("ISC"), STR_INIT("LAL-1.2"), STR_INIT("LAL-1.3"), STR_INIT("LGPL-2.1-only"),
    STR_INIT("LGPL-2.1-or-later"), STR_INIT("LGPL-3.0-only"), STR_INIT("LGPL-3.0-or-later"),
    STR_INIT("MIT"), STR_INIT("MIT-0"), STR_INIT("MPL-2.0"), STR_INIT("NLOD-1.0"),
    STR_INIT("NLOD-2.0"), STR_INIT("ODC-By-1.0"), STR_INIT("ODbL-1.0"), STR_INIT("OFL-1.0"),
    STR_INIT("OFL-1.1"), STR_INIT("OGC-1.0"), STR_INIT("OGL-Canada-2.0"), STR_INIT("OGL-UK-1.0"),
    STR_INIT("OGL-UK-2.0"), STR_INIT("OGL-UK-3.0"), STR_INIT("PDDL-1.0"), STR_INIT("Unlicense"),
    STR_INIT("WTFPL"), STR_INIT("Zlib"), STR_INIT("etalab-2.0"),
};

static const struct str spdx_ports[] = {
    STR_INIT("CC-BY-2.5-AU"), STR_INIT("CC-BY-3.0-AT"), STR_INIT("CC-BY-3.0-AU"),
    STR_INIT("CC-BY-3.0-DE"), STR_INIT("CC-BY-3.0-IGO"), STR_INIT("CC-BY-3.0-NL"),
    STR_INIT("CC-BY-3.0-US"), STR_INIT("CC-BY-NC-3.0-DE"), STR_INIT("CC-BY-NC-ND-3.0-DE"),
    STR_INIT("CC-BY-NC-ND-3.0-IGO"), STR_INIT("CC-BY-NC-SA-2.0-DE"),
    STR_INIT("CC-BY-NC-SA-2.0-FR"), STR_INIT("CC-BY-NC-SA-2.0-UK"), STR_INIT("CC-BY-NC-SA-3.0-DE"),
    STR_INIT("CC-BY-NC-SA-3.0-IGO"), STR_INIT("CC-BY-ND-3.0-DE"), STR_INIT("CC-BY-SA-2.0-UK"),
    STR_INIT("CC-BY-SA-2.1-JP"), STR_INIT("CC-BY-SA-3.0-AT"), STR_INIT("CC-BY-SA-3.0-DE"),
    STR_INIT("CC-BY-SA-3.0-IGO"),
};

static const char *const cc_terms[] = {"BY", "BY-NC", "BY-NC-ND", "BY-NC-SA", "BY-ND", "BY-SA"};
static const char *const cc_versions[] = {"1.0", "2.0", "2.5", "3.0", "4.0"};

/* https://rightsstatements.org/page/1.0/ */
static const char *const rights[] = {
    "InC",    "InC-OW-EU", "InC-EDU", "InC-NC", "InC-RUU", "NoC-CR",
    "NoC-NC", "NoC-OKLR",  "NoC-US",  "CNE",    "UND",     "NKC",
};

struct known {
    struct str *ids;
    size_t count;
};

static void add_id(struct known *k, struct str id)
{
    k->ids[k->count++] = id;
}

static struct known known_ids(struct arena *a)
{
    size_t families = COUNT(cc_terms) * COUNT(cc_versions);
    size_t most = families + COUNT(spdx_ids) + COUNT(spdx_ports);
    struct known k = {.ids = arena_new(a, struct str, most)};
    for (size_t i = 0; i < families; i++) {
        add_id(&k, arena_printf(a, "CC-%s-%s", cc_terms[i / COUNT(cc_versions)],
                                cc_versions[COUNT(cc_versions) - 1 - i % COUNT(cc_versions)]));
    }
    for (size_t i = 0; i < COUNT(spdx_ids); i++) {
        add_id(&k, spdx_ids[i]);
    }
    for (size_t i = 0; i < COUNT(spdx_ports); i++) {
        add_id(&k, spdx_ports[i]);
    }
    return k;
}

static bool is_among(struct str word, const struct str *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_eq(word, words[i])) {
            return true;
        }
    }
    return false;
}

/* SPDX, annex D: a licence of one's own, "LicenseRef-" and letters, digits, "." or "-". */
static bool is_own_reference(struct str id)
{
    const struct str prefix = STR("LicenseRef-");
    if (!str_starts(id, prefix) || id.n == prefix.n) {
        return false;
    }
    for (size_t i = prefix.n; i < id.n; i++) {
        char c = id.s[i];
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!is_letter && !(c >= '0' && c <= '9') && c != '.' && c != '-') {
            return false;
        }
    }
    return true;
}

/* Takes `prefix` off where it stands. */
static bool take(struct str *s, struct str prefix)
{
    if (!str_starts(*s, prefix)) {
        return false;
    }
    *s = str_after(*s, prefix.n);
    return true;
}

/* Takes what stands before the next "/", and the "/". */
static struct str take_part(struct str *s)
{
    size_t end = str_find(*s, '/', 0);
    struct str part = str_sub(*s, 0, end);
    *s = str_after(*s, end + 1);
    return part;
}

static bool is_lower_of(struct str part, const char *word)
{
    for (size_t i = 0; i < part.n; i++) {
        char c = word[i];
        char lower = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        if (c == '\0' || part.s[i] != lower) {
            return false;
        }
    }
    return word[part.n] == '\0';
}

static bool is_cc_licence(struct str terms, struct str version)
{
    bool has_terms = false;
    bool has_version = str_is(version, "2.1"); /* Japan's, and Spain's */
    for (size_t i = 0; i < COUNT(cc_terms); i++) {
        has_terms = has_terms || is_lower_of(terms, cc_terms[i]);
    }
    for (size_t i = 0; i < COUNT(cc_versions); i++) {
        has_version = has_version || str_is(version, cc_versions[i]);
    }
    return has_terms && has_version;
}

/* What follows, a country or "deed.ko", is not looked at. */
static bool is_cc_uri(struct str rest)
{
    struct str group = take_part(&rest);
    struct str terms = take_part(&rest);
    struct str version = take_part(&rest);
    if (str_is(group, "licenses")) {
        return is_cc_licence(terms, version);
    }
    return str_is(group, "publicdomain") && str_is(version, "1.0") &&
           (str_is(terms, "zero") || str_is(terms, "mark"));
}

static bool is_rights_uri(struct str rest)
{
    struct str group = take_part(&rest);
    struct str statement = take_part(&rest);
    struct str version = take_part(&rest);
    if (!(str_is(group, "vocab") || str_is(group, "page")) || !str_is(version, "1.0")) {
        return false;
    }
    for (size_t i = 0; i < COUNT(rights); i++) {
        if (str_is(statement, rights[i])) {
            return true;
        }
    }
    return false;
}

static bool is_known_uri(struct str uri)
{
    if (!take(&uri, STR("https://")) && !take(&uri, STR("http://"))) {
        return false;
    }
    (void)take(&uri, STR("www."));
    if (take(&uri, STR("creativecommons.org/"))) {
        return is_cc_uri(uri);
    }
    return take(&uri, STR("rightsstatements.org/")) && is_rights_uri(uri);
}

struct licensing {
    const struct story *story;
    struct diag_list *diags;
    struct known known;
};

static void check_licence(const struct licensing *l, struct str licence, uint32_t node)
{
    if (licence.n == 0 || is_among(licence, l->known.ids, l->known.count) ||
        is_own_reference(licence) || is_known_uri(licence)) {
        return;
    }
    struct str nearest = str_nearest(licence, l->known.ids, l->known.count);
    diag_node(l->diags, l->story->doc, check_member_or(l->story->doc, node, "licence"),
              TAG_UNKNOWN_LICENCE, nearest,
              "\"%.*s\" is no SPDX id and no Creative Commons or RightsStatements.org address",
              STR_ARG(licence));
}

static void check_picture(void *self, const struct picture *picture)
{
    const struct licensing *l = self;
    check_licence(l, picture->licence, picture->node);
}

void check_licences(const struct story *s, struct diag_list *diags)
{
    struct arena arena = {0};
    struct licensing l = {s, diags, known_ids(&arena)};
    check_licence(&l, s->licence, 0);
    check_each_picture(s, check_picture, &l);
    arena_finish(&arena);
}
