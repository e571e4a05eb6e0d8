#include "player/kiosk_internal.h"

/* The choice that was just made has something to say. */
static bool has_because(const struct player *p)
{
    struct arena scratch = {0};
    bool has = viewing_because(p->viewing, p->words, &scratch).text.n > 0;
    arena_finish(&scratch);
    return has;
}

static bool chapter_is_new(const struct player *p)
{
    int chapter = viewing_scene(p->viewing)->chapter;
    return p->came_from < 0 || p->story->scenes[p->came_from].chapter != chapter;
}

static bool needs_notice(const struct player *p)
{
    return scene_advisories(viewing_scene(p->viewing), p->level) != 0;
}

/* A scene without a picture keeps the last one. */
static void take_picture(struct player *p)
{
    const struct picture *picture = scene_picture(viewing_scene(p->viewing), p->level);
    if (picture) {
        p->picture = picture;
    }
}

/* After a jump the last picture is that of the nearest scene before which has one. */
static void find_picture(struct player *p)
{
    struct arena scratch = {0};
    const struct visit *visits;
    int count = viewing_history(p->viewing, &scratch, &visits);
    p->picture = NULL;
    for (int i = count - 1; i >= 0 && !p->picture; i--) {
        p->picture = scene_picture(&p->story->scenes[visits[i].scene], visits[i].level);
    }
    p->picture = p->picture ? p->picture : p->story->cover; /* begun at a scene without one */
    p->came_from = count > 1 ? visits[count - 2].scene : -1;
    arena_finish(&scratch);
}

static void show_caption(struct player *p, int caption, size_t page_at)
{
    p->screen = SCREEN_SCENE;
    p->caption = caption;
    p->page_at = page_at;
    p->page_is_near = false;
    p->page_count = 0;
    p->page = 0;
    p->effects |= EFFECT_KEEP;
}

static int caption_total(const struct player *p)
{
    return p->skipped ? 1 : scene_caption_count(viewing_scene(p->viewing), p->level);
}

static void show_last_caption(struct player *p)
{
    int total = caption_total(p);
    show_caption(p, total ? total - 1 : 0, PAGE_LAST);
}

/* The cards that stand before a scene, in their order. The chapter's card carries the notice too. */
enum card { CARD_BECAUSE, CARD_CHAPTER, CARD_NOTICE, CARD_NONE };

/* A scene that warns of itself shows its picture only once it has been entered. */
static void show_from(struct player *p, enum card first)
{
    if (first <= CARD_BECAUSE && has_because(p)) {
        p->screen = SCREEN_BECAUSE;
        return;
    }
    bool warns = needs_notice(p);
    if (first <= CARD_CHAPTER && chapter_is_new(p)) {
        const struct chapter *chapter = &p->story->chapters[viewing_scene(p->viewing)->chapter];
        if (!warns) {
            take_picture(p);
        }
        p->picture = chapter->picture ? chapter->picture : p->picture;
        p->screen = SCREEN_CHAPTER;
        return;
    }
    if (first <= CARD_NOTICE && warns) {
        p->screen = SCREEN_NOTICE;
        return;
    }
    take_picture(p);
    show_caption(p, 0, 0);
}

void flow_enter(struct player *p)
{
    p->skipped = false;
    p->caption = 0;
    p->effects |= EFFECT_KEEP;
    show_from(p, CARD_BECAUSE);
}

void flow_stand(struct player *p, int caption)
{
    p->skipped = false;
    find_picture(p);
    int total = caption_total(p);
    show_caption(p, caption < total ? caption : (total ? total - 1 : 0), 0);
}

/* What follows the last caption. A dead end that play passed over shows as choices without any. */
static bool leave_captions(struct player *p)
{
    if (p->is_attract) {
        return attract_go_on(p);
    }
    const struct scene *scene = viewing_scene(p->viewing);
    if (scene_ending(scene, p->level)) {
        p->screen = SCREEN_ENDING;
        return true;
    }
    int from = viewing_scene_index(p->viewing);
    if (!scene_has_choices(scene, p->level) && viewing_next(p->viewing)) {
        p->came_from = from;
        flow_enter(p);
        return true;
    }
    p->screen = SCREEN_CHOICES;
    return true;
}

static bool forward_in_scene(struct player *p)
{
    if (p->page + 1 < p->page_count) {
        p->page++;
        p->page_at = p->page_starts[p->page];
        p->page_is_near = false;
        return true;
    }
    if (p->caption + 1 < caption_total(p)) {
        show_caption(p, p->caption + 1, 0);
        return true;
    }
    return leave_captions(p);
}

bool flow_forward(struct player *p)
{
    switch (p->screen) {
    case SCREEN_OPENING:
        return p->has_place ? flow_continue(p) : flow_begin(p, -1);
    case SCREEN_NOTICE:
        show_from(p, p->settled ? CARD_NONE : CARD_BECAUSE);
        p->settled = true;
        return true;
    case SCREEN_CHAPTER:
        show_from(p, CARD_NONE);
        return true;
    case SCREEN_BECAUSE:
        show_from(p, CARD_CHAPTER);
        return true;
    case SCREEN_SCENE:
        return forward_in_scene(p);
    case SCREEN_CHOICES:
    case SCREEN_ENDING:
    case SCREEN_COUNT:
        return false;
    }
    return false;
}

/* Undoes the last step and stands where it was made. */
static bool back_over_step(struct player *p)
{
    if (!p->settled || !viewing_back(p->viewing)) {
        return flow_home(p);
    }
    p->skipped = false;
    find_picture(p);
    show_last_caption(p);
    if (scene_has_choices(viewing_scene(p->viewing), p->level)) {
        p->screen = SCREEN_CHOICES;
    }
    return true;
}

static bool back_in_scene(struct player *p)
{
    if (p->page > 0) {
        p->page--;
        p->page_at = p->page_starts[p->page];
        p->page_is_near = false;
        return true;
    }
    if (p->caption > 0 && !p->skipped) {
        show_caption(p, p->caption - 1, PAGE_LAST);
        return true;
    }
    return back_over_step(p);
}

bool flow_back(struct player *p)
{
    switch (p->screen) {
    case SCREEN_OPENING:
    case SCREEN_COUNT:
        return false;
    case SCREEN_NOTICE:
    case SCREEN_CHAPTER:
    case SCREEN_BECAUSE:
        return back_over_step(p);
    case SCREEN_SCENE:
        return back_in_scene(p);
    case SCREEN_CHOICES:
    case SCREEN_ENDING:
        show_last_caption(p);
        return true;
    }
    return false;
}

bool flow_choose(struct player *p, int n)
{
    if (p->screen != SCREEN_CHOICES) {
        return false;
    }
    int from = viewing_scene_index(p->viewing);
    if (!viewing_choose(p->viewing, n)) {
        return false;
    }
    p->came_from = from;
    flow_enter(p);
    return true;
}

static void take_viewing(struct player *p, struct viewing *v)
{
    viewing_destroy(p->viewing);
    p->viewing = v;
    viewing_set_yes_no(v, player_word(p, "yes"), player_word(p, "no"));
}

bool flow_begin(struct player *p, int scene)
{
    take_viewing(p, viewing_create(p->story, scene, p->level));
    p->came_from = -1;
    p->skipped = false;
    p->caption = 0;
    p->settled = p->settled || !words_has(p->story->advisory);
    if (!p->settled) {
        p->screen = SCREEN_NOTICE;
        return true;
    }
    flow_enter(p);
    return true;
}

bool flow_continue(struct player *p)
{
    struct viewing *kept = NULL;
    int caption = 0;
    enum replay replay = viewing_from_text(p->story, strbuf_str(&p->bookmark), &kept, &caption, NULL);
    if (replay == REPLAY_NOTHING) {
        message_set(p, player_word(p, "place.unusable"));
        return flow_begin(p, -1);
    }
    take_viewing(p, kept);
    viewing_set_level(kept, p->level); /* the level in force, not the one of another day */
    p->settled = true;
    flow_stand(p, replay == REPLAY_WHOLE ? caption : 0);
    if (replay == REPLAY_PART) {
        message_set(p, player_word(p, "place.partly"));
    }
    return true;
}

bool flow_home(struct player *p)
{
    /* Before the story's notice is passed nothing has begun, and the place kept before still holds. */
    if (p->viewing && p->settled) {
        struct arena scratch = {0};
        strbuf_clear(&p->bookmark);
        strbuf_add(&p->bookmark, player_bookmark(p, &scratch));
        p->has_place = true;
        arena_finish(&scratch);
    }
    p->skipped = false;
    p->screen = SCREEN_OPENING;
    p->picture = p->story->cover;
    return true;
}

/* The place that is kept, where nothing has been told yet. */
static bool take_kept(struct player *p)
{
    if (p->screen == SCREEN_OPENING) {
        return p->has_place && (p->viewing || flow_continue(p));
    }
    return p->viewing != NULL;
}

bool flow_jump(struct player *p, int steps, bool to_choices)
{
    if (!take_kept(p) || !viewing_back_to(p->viewing, steps)) {
        return false;
    }
    p->panel = PANEL_NONE;
    p->settled = true;
    flow_stand(p, 0);
    if (to_choices && scene_has_choices(viewing_scene(p->viewing), p->level)) {
        show_last_caption(p);
        p->screen = SCREEN_CHOICES;
    }
    return true;
}

bool flow_begin_at(struct player *p, int scene)
{
    if (scene < 0 || scene >= p->story->scene_count) {
        return false;
    }
    p->panel = PANEL_NONE;
    return flow_begin(p, scene);
}

bool flow_can_skip(const struct player *p)
{
    if (!p->viewing || p->skipped || !words_has(viewing_scene(p->viewing)->skip)) {
        return false;
    }
    bool before = (p->screen == SCREEN_NOTICE && p->settled) || p->screen == SCREEN_CHAPTER;
    return needs_notice(p) && (p->screen == SCREEN_SCENE || before);
}

bool flow_skip(struct player *p)
{
    if (!flow_can_skip(p)) {
        return false;
    }
    p->skipped = true;
    p->picture = NULL; /* nor does it come back on the next card */
    show_caption(p, 0, 0);
    return true;
}

void flow_set_level(struct player *p, enum level level)
{
    p->level = level;
    if (!p->viewing) {
        return;
    }
    viewing_set_level(p->viewing, level);
    switch (p->screen) {
    case SCREEN_SCENE:
    case SCREEN_CHOICES:
    case SCREEN_ENDING:
        flow_stand(p, p->caption);
        break;
    case SCREEN_BECAUSE:
        show_from(p, CARD_BECAUSE);
        break;
    case SCREEN_CHAPTER:
    case SCREEN_NOTICE:
        if (p->settled) {
            show_from(p, CARD_CHAPTER);
        }
        break;
    case SCREEN_OPENING:
    case SCREEN_COUNT:
        break;
    }
}
