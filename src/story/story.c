#include "story/story.h"

#include <assert.h>
#include <stdlib.h>

#include "story/json.h"

void story_forget_source(struct story *s)
{
    json_destroy(s->doc);
    s->doc = NULL;
    arena_finish(&s->source);
}

void story_destroy(struct story *s)
{
    if (!s) {
        return;
    }
    story_forget_source(s);
    folder_close(&s->folder);
    arena_finish(&s->arena);
    free(s);
}

int story_find_scene(const struct story *s, struct str id)
{
    return (int)map_find(&s->scene_by_id, id, -1);
}

/* What the scene has for a gentle telling, or NULL at another level. */
static const struct gentle *gentle_at(const struct scene *scene, enum level level)
{
    return level == LEVEL_GENTLE ? scene->gentle : NULL;
}

const struct picture *scene_picture(const struct scene *scene, enum level level)
{
    const struct gentle *g = gentle_at(scene, level);
    return g && g->picture ? g->picture : scene->picture;
}

struct text scene_title(const struct scene *scene, enum level level)
{
    const struct gentle *g = gentle_at(scene, level);
    return g && g->title.id ? g->title : scene->title;
}

const struct ending *scene_ending(const struct scene *scene, enum level level)
{
    const struct gentle *g = gentle_at(scene, level);
    if (g && g->next >= 0) {
        return NULL;
    }
    return g && g->ending ? g->ending : scene->ending;
}

int scene_next(const struct scene *scene, enum level level)
{
    const struct gentle *g = gentle_at(scene, level);
    return g && g->next >= 0 ? g->next : scene->next;
}

bool scene_has_choices(const struct scene *scene, enum level level)
{
    const struct gentle *g = gentle_at(scene, level);
    return scene->choice_count > 0 && !(g && g->next >= 0);
}

bool scene_is_passed(const struct scene *scene, enum level level)
{
    const struct gentle *g = gentle_at(scene, level);
    return g && g->next >= 0 && g->caption_count == 0;
}

unsigned scene_advisories(const struct scene *scene, enum level level)
{
    return level == LEVEL_GENTLE ? 0 : scene->advisories;
}

/* In a gentle telling the scene's own captions for it win over what each caption says. */
static const struct caption *own_gentle(const struct scene *scene, enum level level)
{
    const struct gentle *g = gentle_at(scene, level);
    return g && g->caption_count > 0 ? g->captions : NULL;
}

static bool is_shown(const struct caption *c, enum level level)
{
    return level != LEVEL_GENTLE || !c->gentle_omits;
}

int scene_caption_count(const struct scene *scene, enum level level)
{
    if (own_gentle(scene, level)) {
        return scene->gentle->caption_count;
    }
    int count = 0;
    for (int i = 0; i < scene->caption_count; i++) {
        count += is_shown(&scene->captions[i], level);
    }
    return count;
}

/* A recording reads the text that is written, not the gentle one in its place. */
static struct shown_caption show(const struct caption *c, enum level level)
{
    bool is_gentle = level == LEVEL_GENTLE && c->gentle.id != 0;
    return (struct shown_caption){
        .text = is_gentle ? c->gentle : c->text,
        .speaker = c->speaker,
        .voice = is_gentle ? (struct text){0} : c->voice,
        .cites = c->cites,
    };
}

struct shown_caption scene_caption(const struct scene *scene, enum level level, int n)
{
    assert(n >= 0 && n < scene_caption_count(scene, level));
    const struct caption *gentle = own_gentle(scene, level);
    if (gentle) {
        return (struct shown_caption){gentle[n].text, gentle[n].speaker, gentle[n].voice,
                                      gentle[n].cites};
    }
    const struct caption *c = scene->captions;
    while (!is_shown(c, level) || n-- > 0) {
        c++;
    }
    return show(c, level);
}

const char *picture_kind_name(enum picture_kind kind)
{
    switch (kind) {
    case KIND_NONE:
        return "";
    case KIND_PHOTOGRAPH:
        return "photograph";
    case KIND_ARCHIVE:
        return "archive";
    case KIND_ILLUSTRATION:
        return "illustration";
    case KIND_MAP:
        return "map";
    case KIND_SATELLITE:
        return "satellite";
    }
    return "";
}

const char *confidence_name(enum confidence c)
{
    switch (c) {
    case CONFIDENCE_DOCUMENTED:
        return "documented";
    case CONFIDENCE_TESTIMONY:
        return "testimony";
    case CONFIDENCE_ESTIMATE:
        return "estimate";
    case CONFIDENCE_DISPUTED:
        return "disputed";
    case CONFIDENCE_OUTDATED:
        return "outdated";
    }
    return "";
}

const char *advisory_name(enum advisory a)
{
    switch (a) {
    case ADVISORY_VIOLENCE:
        return "violence";
    case ADVISORY_IMPRISONMENT:
        return "imprisonment";
    case ADVISORY_SEXUAL_VIOLENCE:
        return "sexual-violence";
    case ADVISORY_TRAFFICKING:
        return "trafficking";
    case ADVISORY_DEATH:
        return "death";
    case ADVISORY_HUNGER:
        return "hunger";
    }
    return "";
}

const char *travel_name(enum travel t)
{
    switch (t) {
    case BY_NONE:
        return "";
    case BY_FOOT:
        return "foot";
    case BY_ROAD:
        return "road";
    case BY_RAIL:
        return "rail";
    case BY_RIVER:
        return "river";
    case BY_AIR:
        return "air";
    }
    return "";
}

bool story_has_sound(const struct story *s)
{
    for (int i = 0; i < s->scene_count; i++) {
        if (s->scenes[i].sound) {
            return true;
        }
    }
    return false;
}

int reading_pace(enum reading reading)
{
    static const int paces[] = {
        [READING_LOWER] = 130,
        [READING_MIDDLE] = 140,
        [READING_UPPER] = 160,
    };
    return paces[reading];
}
