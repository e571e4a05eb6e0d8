/* What was told already. */
#include <stdlib.h>

#include "base/hash.h"
#include "base/memory.h"
#include "player/narrator_internal.h"

bool has_seen(const struct seen *s, uint64_t hash)
{
    for (int i = 0; i < s->count; i++) {
        if (s->hashes[i] == hash) {
            return true;
        }
    }
    return false;
}

void see(struct seen *s, uint64_t hash)
{
    if (s->count == s->capacity) {
        s->capacity = s->capacity ? 2 * s->capacity : 64;
        s->hashes = memory_resize(s->hashes, memory_product((size_t)s->capacity, sizeof *s->hashes));
    }
    if (s->count < SEEN_MOST) {
        s->hashes[s->count++] = hash;
    }
}

int scene_index(const struct player *p)
{
    return player_viewing(p) ? viewing_scene_index(player_viewing(p)) : -1;
}

int steps_made(const struct player *p)
{
    return player_viewing(p) ? viewing_step_count(player_viewing(p)) : 0;
}

bool is_chapter(const struct item *item)
{
    return str_is(item->id, "chapter");
}

bool is_picture(const struct item *item)
{
    return item->part == PART_PICTURE || item->part == PART_MAP;
}

uint64_t identity(const struct narrator *n, const struct item *item)
{
    const struct player *p = n->player;
    int total;
    bool stays = is_chapter(item) || is_picture(item);
    bool is_said = item->part == PART_CAPTION || item->part == PART_SPEAKER || item->part == PART_DOTS;
    struct hash_key key = {
        stays ? 0 : ((uint64_t)(unsigned)scene_index(p) << 32 | (unsigned)steps_made(p)) + 1,
        is_said ? (uint64_t)(unsigned)player_caption(p, &total) + 1 : 0,
    };
    struct strbuf text = {0};
    strbuf_add(&text, item->id);
    strbuf_add_byte(&text, '\n');
    strbuf_add(&text, item->name);
    uint64_t hash = hash_text(key, strbuf_str(&text));
    strbuf_finish(&text);
    return hash;
}

bool is_told_once(const struct item *item)
{
    return item->part == PART_BAR || item->part == PART_CLOSE || item->part == PART_MAP_LABEL ||
           item->action == ACTION_FORWARD;
}

uint64_t name_hash(const struct item *item)
{
    return hash_text((struct hash_key){0}, item->name);
}
