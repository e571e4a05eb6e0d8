/* "How do we know?" */
#include "player/items_panel.h"

static void add_confidence(struct player *p, const char *id, const struct claim *c)
{
    struct str key = arena_printf(&p->items_arena, "confidence.%s", confidence_name(c->confidence));
    const struct string_value values[] = {
        {"confidence", player_word(p, key.s)},
        {"date", strings_date(p->strings, &p->items_arena, c->as_of)},
    };
    struct str line = strings_fill(p->strings, &p->items_arena, "sources.as-of", values, 2);
    item_add(p, ROLE_TEXT, PART_NOTE, id, line)->level = 1;
}

static void add_now(struct player *p, const char *id, const struct claim *c)
{
    const struct string_value date = {"date", strings_date(p->strings, &p->items_arena, c->now_as_of)};
    struct str since = strings_fill(p->strings, &p->items_arena, "sources.now", &date, 1);
    struct str label = arena_printf(&p->items_arena, "%s.since", id);
    struct str text = arena_printf(&p->items_arena, "%s.now", id);
    item_add(p, ROLE_TEXT, PART_LABEL, label.s, since)->level = 1;
    item_add_shown(p, ROLE_TEXT, PART_BODY, text.s, player_show(p, c->now_text))->level = 1;
    item_add_terms(p);
    panel_add_cites(p, arena_printf(&p->items_arena, "%s.now.source", id).s, c->now_cites, 1);
}

static void add_claim(struct player *p, int n, const struct claim *c)
{
    struct str id = panel_id(p, "claim", n);
    (void)item_add_shown(p, ROLE_TEXT, PART_BODY, id.s, player_show(p, c->text));
    item_add_terms(p);
    add_confidence(p, arena_printf(&p->items_arena, "%s.as-of", id.s).s, c);
    panel_add_cites(p, arena_printf(&p->items_arena, "%s.source", id.s).s, c->cites, 1);
    if (c->has_now) {
        add_now(p, id.s, c);
    }
}

static struct cites present_cites(const struct player *p, const struct scene *scene)
{
    if (p->screen == SCREEN_SCENE && !p->skipped && p->caption < scene_caption_count(scene, p->level)) {
        return scene_caption(scene, p->level, p->caption).cites;
    }
    if (p->screen == SCREEN_BECAUSE && viewing_cause(p->viewing)) {
        return viewing_cause(p->viewing)->cites;
    }
    return (struct cites){0};
}

static bool any_cite_shown(const struct player *p, struct cites cites)
{
    for (int i = 0; i < cites.count; i++) {
        if (panel_tells(p, p->story->sources[cites.items[i]].full_only)) {
            return true;
        }
    }
    return false;
}

static bool add_claims(struct player *p, const struct scene *scene)
{
    bool any = false;
    for (int i = 0; i < scene->claim_count; i++) {
        if (!panel_tells(p, scene->claims[i].full_only)) {
            continue;
        }
        if (!any) {
            panel_add_label(p, "sources.scene", "sources.scene");
        }
        any = true;
        add_claim(p, i + 1, &scene->claims[i]);
    }
    return any;
}

void items_make_sources(struct player *p)
{
    panel_add_title(p, "sources.title");
    bool any = false;
    if (p->viewing) {
        const struct scene *scene = viewing_scene(p->viewing);
        struct cites cites = present_cites(p, scene);
        if (any_cite_shown(p, cites)) {
            panel_add_label(p, "sources.here", "sources.here");
            panel_add_cites(p, "here.source", cites, 0);
            any = true;
        }
        any = add_claims(p, scene) || any;
    }
    if (!any) {
        (void)item_add(p, ROLE_TEXT, PART_BODY, "sources.none", player_word(p, "sources.none"));
    }
    panel_add_close(p);
}

