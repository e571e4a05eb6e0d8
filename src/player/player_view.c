/* What the player shows, for whoever draws or says it. */
#include "player/player_internal.h"
#include "text/writing.h"

int player_page(const struct player *p)
{
    return p->page;
}

size_t player_page_start(const struct player *p)
{
    return p->page < p->page_count ? p->page_starts[p->page] : 0;
}

int player_caption(const struct player *p, int *count_out)
{
    *count_out = p->viewing && !p->skipped ? scene_caption_count(viewing_scene(p->viewing), p->level) : 1;
    return p->caption;
}

/* Adds what is not there yet and is not the picture shown. */
static int add_picture(const struct player *p, const struct picture **list, int count,
                       const struct picture *picture)
{
    if (!picture || picture == player_picture(p) || count == PLAYER_PICTURES_MOST) {
        return count;
    }
    for (int i = 0; i < count; i++) {
        if (list[i] == picture) {
            return count;
        }
    }
    list[count] = picture;
    return count + 1;
}

static int add_scene_pictures(const struct player *p, const struct picture **list, int count, int scene)
{
    if (scene < 0) {
        return count;
    }
    const struct scene *next = &p->story->scenes[scene];
    count = add_picture(p, list, count, scene_picture(next, p->level));
    return add_picture(p, list, count, p->story->chapters[next->chapter].picture);
}

int player_next_pictures(const struct player *p, const struct picture *pictures_out[PLAYER_PICTURES_MOST])
{
    if (!p->viewing) {
        return add_scene_pictures(p, pictures_out, 0, p->story->start);
    }
    int count = add_picture(p, pictures_out, 0, scene_picture(viewing_scene(p->viewing), p->level));
    count = add_scene_pictures(p, pictures_out, count, viewing_peek_next(p->viewing));
    struct offers offers = viewing_offers(p->viewing);
    for (int i = 0; i < offers.count; i++) {
        count = add_scene_pictures(p, pictures_out, count, viewing_peek_choice(p->viewing, i));
    }
    int steps = viewing_step_count(p->viewing);
    if (steps > 0) {
        int before = story_find_scene(p->story, viewing_step(p->viewing, steps - 1).scene);
        count = add_scene_pictures(p, pictures_out, count, before);
    }
    return count;
}

const struct item *player_items(const struct player *p, int *count_out)
{
    *count_out = p->item_count;
    return p->items;
}

int player_focus(const struct player *p)
{
    return p->focus;
}

enum screen player_screen(const struct player *p)
{
    return p->screen;
}

enum panel player_panel(const struct player *p)
{
    return p->panel;
}

const struct settings *player_settings(const struct player *p)
{
    return &p->settings;
}

const struct viewing *player_viewing(const struct player *p)
{
    return p->viewing;
}

const struct story *player_story(const struct player *p)
{
    return p->story;
}

const struct words *player_words(const struct player *p)
{
    return p->words;
}

const struct strings *player_strings(const struct player *p)
{
    return p->strings;
}

struct str player_language(const struct player *p)
{
    return p->language;
}

bool player_is_rtl(const struct player *p)
{
    return writing_of(p->language).rtl;
}

enum level player_level(const struct player *p)
{
    return p->level;
}

const struct picture *player_picture(const struct player *p)
{
    return p->skipped || map_is_screen(p) ? NULL : p->picture;
}

struct str player_voice(const struct player *p)
{
    const struct scene *scene = p->viewing ? viewing_scene(p->viewing) : NULL;
    if (!scene || p->skipped || p->caption >= scene_caption_count(scene, p->level)) {
        return (struct str){0};
    }
    return words_of(p->words, scene_caption(scene, p->level, p->caption).voice);
}

const struct sound *player_sound(const struct player *p)
{
    bool tells = p->viewing && p->screen != SCREEN_OPENING && !p->skipped && !p->is_attract;
    return tells && !p->settings.silent ? viewing_scene(p->viewing)->sound : NULL;
}
