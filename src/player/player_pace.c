/* Going on by itself. What waits for a person has no deadline. */
#include <assert.h>

#include "base/compiler.h"
#include "player/player_internal.h"
#include "text/reading.h"

/* After the voice has ended, so that its last word can settle; and how often to ask until then. */
enum { AFTER_VOICE_MS = 800, WHILE_VOICE_MS = 400 };

#define WAITS INT64_MAX

int64_t pace_ms(int words, int words_a_minute, enum pace pace)
{
    static const int percent[] = {0, 50, 75, 100, 150, 200};
    static_assert(COUNT(percent) == PACE_COUNT, "percent");
    if (pace == PACE_OFF) {
        return WAITS;
    }
    int64_t ms = (int64_t)words * 60000 * 100 / ((int64_t)words_a_minute * percent[pace]);
    return ms > PACE_LEAST_MS ? ms : PACE_LEAST_MS;
}

static int pace_words_a_minute(const struct player *p)
{
    return reading_pace(p->level == LEVEL_GENTLE ? READING_LOWER : p->story->reading);
}

/* --- what there is to read --- */

static int words_of_item(const struct item *item)
{
    return reading_words(item->name, item->lang);
}

/* The page's part of a caption, or, for the second language's, as large a part of its own. */
static int words_on_page(const struct player *p, const struct item *item, size_t caption_bytes)
{
    size_t from = p->page_starts[p->page];
    size_t to = p->page + 1 < p->page_count ? p->page_starts[p->page + 1] : caption_bytes;
    if (item->part == PART_CAPTION) {
        return reading_words(str_sub(item->name, from, to - from), item->lang);
    }
    return (int)((size_t)words_of_item(item) * (to - from) / (caption_bytes ? caption_bytes : 1));
}

/* Either language may be the one that is read: the longer one counts. */
static int words_of_caption(const struct player *p)
{
    int first = 0;
    int second = 0;
    size_t bytes = 0;
    for (int i = 0; i < p->item_count; i++) {
        const struct item *item = &p->items[i];
        if (item->part == PART_CAPTION) {
            bytes = item->name.n;
            first += words_on_page(p, item, bytes);
        } else if (item->part == PART_SECOND && bytes) {
            second = words_on_page(p, item, bytes);
        } else if (item->part == PART_SPEAKER || item->part == PART_MESSAGE) {
            first += words_of_item(item);
        }
    }
    return first > second ? first : second;
}

static int words_of_card(const struct player *p)
{
    int first = 0;
    int second = 0;
    for (int i = 0; i < p->item_count; i++) {
        switch ((int)p->items[i].part) {
        case PART_OVERLINE:
        case PART_TITLE:
        case PART_BODY:
        case PART_NOTE:
        case PART_MESSAGE:
            first += words_of_item(&p->items[i]);
            break;
        case PART_SECOND:
            second += words_of_item(&p->items[i]);
            break;
        default:
            break;
        }
    }
    return first > second ? first : second;
}

/* --- whether and when --- */

static enum pace pace_of(const struct player *p)
{
    return p->is_attract ? PACE_USUAL : (enum pace)p->settings.preferred[PREFERENCE_PACE];
}

bool pace_goes(const struct player *p)
{
    if (pace_of(p) == PACE_OFF || p->panel != PANEL_NONE) {
        return false;
    }
    bool warns = p->screen == SCREEN_CHAPTER && scene_advisories(viewing_scene(p->viewing), p->level);
    return p->screen == SCREEN_SCENE || p->screen == SCREEN_BECAUSE || (p->screen == SCREEN_CHAPTER && !warns);
}

/* Before the first words of a scene, and on a chapter's card, there is a picture to look at. */
static bool shows_new_picture(const struct player *p)
{
    return p->screen == SCREEN_CHAPTER || (p->screen == SCREEN_SCENE && p->caption == 0 && p->page == 0);
}

void pace_settle(struct player *p)
{
    p->needs_ms = WAITS;
    if (!pace_goes(p) || (p->screen == SCREEN_SCENE && p->page_count == 0)) {
        return;
    }
    int words = p->screen == SCREEN_SCENE ? words_of_caption(p) : words_of_card(p);
    p->needs_ms = pace_ms(words, pace_words_a_minute(p), pace_of(p));
    p->needs_ms += shows_new_picture(p) ? PACE_PICTURE_MS : 0;
}

int64_t player_deadline(const struct player *p)
{
    /* Whoever has moved the focus is about to press something. */
    if (p->needs_ms == WAITS || p->since_ms < 0 || p->is_held || p->focus >= 0) {
        return WAITS;
    }
    int64_t at = p->since_ms + p->needs_ms;
    return at > p->not_before_ms ? at : p->not_before_ms;
}

void player_stir(struct player *p, int64_t now_ms)
{
    p->since_ms = now_ms;
}

void player_wait(struct player *p, int64_t now_ms)
{
    p->not_before_ms = now_ms + WHILE_VOICE_MS;
    p->has_waited = true;
}

bool player_tick(struct player *p, int64_t now_ms)
{
    if (now_ms < player_deadline(p)) {
        return false;
    }
    if (p->has_waited) { /* the voice has just ended */
        p->has_waited = false;
        p->not_before_ms = now_ms + AFTER_VOICE_MS;
        return false;
    }
    p->is_by_itself = true;
    bool changed = player_act(p, ACTION_FORWARD, 0, now_ms);
    p->is_by_itself = false;
    return changed;
}

int player_pace_step(const struct player *p, int64_t now_ms, int steps, int *next_ms_out)
{
    *next_ms_out = 0;
    if (player_deadline(p) == WAITS) {
        return -1;
    }
    int64_t passed = now_ms > p->since_ms ? now_ms - p->since_ms : 0;
    int64_t step = passed * steps / p->needs_ms;
    if (step >= steps) {
        return steps;
    }
    int64_t next = ((step + 1) * p->needs_ms + steps - 1) / steps;
    *next_ms_out = (int)(next - passed);
    return (int)step;
}
