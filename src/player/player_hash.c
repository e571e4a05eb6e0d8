/* All that a person can have done to a player, as a number. */
#include "base/hash.h"
#include "player/kiosk_internal.h"

static void add_settings(const struct player *p, struct strbuf *out)
{
    const struct settings *s = &p->settings;
    strbuf_printf(out, "%d %d %d %d %d %d %d %d \"%.*s\"", s->text_size, s->still, s->full_screen, s->silent,
                  s->reach, s->speech, s->speech_chosen, s->speech_rate, STR_ARG(s->second_language));
    for (int i = 0; i < PREFERENCE_COUNT; i++) {
        strbuf_printf(out, " %d", s->preferred[i]);
    }
    strbuf_printf(out, " \"%.*s\" %d %d\n", STR_ARG(p->language), p->level, p->spaces_each);
}

static void add_place(const struct player *p, struct strbuf *out)
{
    struct arena scratch = {0};
    struct str steps = p->viewing ? viewing_to_text(p->viewing, p->caption, &scratch) : STR("none");
    strbuf_printf(out, "%.*s \"%.*s\" %d %zu %d %d %d\n", STR_ARG(steps), STR_ARG(strbuf_str(&p->bookmark)),
                  p->has_place, p->page_at, p->skipped, p->settled, p->came_from);
    for (int i = 0; i < p->story->scene_count; i++) {
        const struct scene *scene = &p->story->scenes[i];
        strbuf_printf(out, " %d", trail_has_scene(p->trail, i));
        for (int c = 0; c < scene->choice_count; c++) {
            strbuf_printf(out, ",%d", trail_has_choice(p->trail, i, &scene->choices[c]));
        }
    }
    arena_finish(&scratch);
}

static void add_screen(const struct player *p, struct strbuf *out)
{
    strbuf_printf(out, "\n\"%.*s\" \"%.*s\"", STR_ARG(strbuf_str(&p->viewer)), STR_ARG(strbuf_str(&p->typed)));
    strbuf_printf(out, "\n%.*s %.*s", STR_ARG(strbuf_str(&p->focus_below)), STR_ARG(strbuf_str(&p->focus_link)));
    strbuf_printf(out, "\n%d %d %d %d %d %d %d %d %d %d %d\n", p->screen, p->panel, p->focus, p->term, p->below,
                  p->map_is_close, p->is_held, p->has_waited, p->is_attract, p->attract_at, p->place_is_lost);
    for (int i = 0; i < p->item_count; i++) {
        const struct item *item = &p->items[i];
        strbuf_printf(out, "%.*s \"%.*s\" \"%.*s\" %d\n", STR_ARG(item->id), STR_ARG(item->name),
                      STR_ARG(item->value), item->on);
    }
}

uint64_t player_hash(const struct player *p)
{
    struct strbuf all = {0};
    add_settings(p, &all);
    add_place(p, &all);
    add_screen(p, &all);
    uint64_t hash = hash_text((struct hash_key){1, 2}, strbuf_str(&all));
    strbuf_finish(&all);
    return hash;
}

bool player_is_attract(const struct player *p)
{
    return p->is_attract;
}

bool player_takes_any(const struct player *p)
{
    return p->is_attract || p->panel == PANEL_WARNING;
}

struct kiosk *player_kiosk(const struct player *p)
{
    return p->kiosk;
}

int64_t player_kiosk_deadline(const struct player *p)
{
    return p->kiosk ? kiosk_deadline(p->kiosk) : INT64_MAX;
}
