#include <stdlib.h>

#include "base/compiler.h"
#include "player/kiosk_internal.h"

static const int text_sizes[] = {100, 125, 150, 200, 250, 300};

static void settle_text_size(struct player *p, int percent)
{
    percent = percent < TEXT_SIZE_LEAST ? TEXT_SIZE_LEAST : percent;
    percent = percent > TEXT_SIZE_MOST ? TEXT_SIZE_MOST : percent;
    int best = text_sizes[0];
    for (size_t i = 0; i < COUNT(text_sizes); i++) {
        if (abs(text_sizes[i] - percent) < abs(best - percent)) {
            best = text_sizes[i];
        }
    }
    p->settings.text_size = best;
}

static bool step_text_size(struct player *p, int direction)
{
    int before = p->settings.text_size;
    for (int i = 0; i < (int)COUNT(text_sizes); i++) {
        int next = i + direction;
        if (text_sizes[i] == before && next >= 0 && next < (int)COUNT(text_sizes)) {
            p->settings.text_size = text_sizes[next];
        }
    }
    return p->settings.text_size != before;
}

static void settle_speech_rate(struct player *p, int rate)
{
    rate = rate < VOICE_RATE_LEAST ? VOICE_RATE_LEAST : rate;
    p->settings.speech_rate = rate > VOICE_RATE_MOST ? VOICE_RATE_MOST : rate;
}

static bool step_speech_rate(struct player *p, int direction)
{
    int before = p->settings.speech_rate;
    if (p->settings.speech) {
        settle_speech_rate(p, before + (direction < 0 ? -VOICE_RATE_STEP : VOICE_RATE_STEP));
    }
    return p->settings.speech_rate != before;
}

static bool set_level(struct player *p, int value)
{
    if ((value != LEVEL_FULL && value != LEVEL_GENTLE) || value == (int)p->level) {
        return false;
    }
    flow_set_level(p, (enum level)value);
    return true;
}

static bool set_text_size(struct player *p, int value)
{
    if (value <= 0) {
        return step_text_size(p, value == 0 ? 1 : -1);
    }
    settle_text_size(p, value);
    return true;
}

static bool set_preference(struct player *p, enum preference preference, int word)
{
    int before = p->settings.preferred[preference];
    if (word >= 0 && word < preference_count(preference)) {
        p->settings.preferred[preference] = word;
    }
    return p->settings.preferred[preference] != before;
}

static void settle_preferences(struct player *p)
{
    for (int i = 0; i < PREFERENCE_COUNT; i++) {
        int word = p->settings.preferred[i];
        p->settings.preferred[i] = word >= 0 && word < preference_count((enum preference)i) ? word : 0;
    }
}

bool settings_change(struct player *p, enum action action, int value)
{
    bool changed = true;
    switch ((int)action) {
    case ACTION_LEVEL:
        changed = set_level(p, value);
        break;
    case ACTION_LANGUAGE:
        changed = language_change(p, value);
        break;
    case ACTION_SECOND_LANGUAGE:
        changed = language_set_second(p, value);
        break;
    case ACTION_TEXT_SIZE:
        changed = set_text_size(p, value);
        break;
    case ACTION_PREFER:
        changed = value >= 0 && value / 16 < PREFERENCE_COUNT &&
                  set_preference(p, (enum preference)(value / 16), value % 16);
        break;
    case ACTION_SPACING:
        changed = value >= 0 && value < SPACING_COUNT && settings_space(&p->settings, (enum spacing)value);
        break;
    case ACTION_STILL:
        p->settings.still = !p->settings.still;
        break;
    case ACTION_REACH:
        changed = p->kiosk && kiosk_has_reach(p->kiosk);
        p->settings.reach = p->settings.reach != changed;
        break;
    case ACTION_SOUND:
        p->settings.silent = !p->settings.silent;
        break;
    case ACTION_SPEECH:
        changed = value == 0 || p->settings.speech != (value == 1);
        p->settings.speech = p->settings.speech != changed;
        p->settings.speech_chosen = true;
        break;
    case ACTION_SPEECH_RATE:
        changed = step_speech_rate(p, value);
        break;
    case ACTION_FULL_SCREEN:
        p->settings.full_screen = !p->settings.full_screen;
        p->effects |= EFFECT_FULL_SCREEN;
        break;
    default:
        return false;
    }
    p->effects |= changed ? EFFECT_SETTINGS : 0;
    return changed;
}

void settings_settle(struct player *p)
{
    settle_text_size(p, p->settings.text_size);
    settle_speech_rate(p, p->settings.speech_rate ? p->settings.speech_rate : VOICE_RATE_USUAL);
    settle_preferences(p);
    for (int i = PREFERENCE_PARAGRAPH; i <= PREFERENCE_WORD; i++) {
        bool differs = p->settings.preferred[i] != p->settings.preferred[PREFERENCE_LINE];
        p->spaces_each = p->spaces_each || differs;
    }
}
