#include "player/deed.h"

#include <assert.h>

#include "base/compiler.h"
#include "player/player.h"

static const struct {
    const char *name;
    enum action action;
    int value;
} deeds[] = {
    [DEED_NONE] = {"", ACTION_NONE, 0},
    [DEED_FORWARD] = {"forward", ACTION_NONE, 0},
    [DEED_BACK] = {"back", ACTION_BACK, 0},
    [DEED_UP] = {"up", ACTION_NONE, 0},
    [DEED_DOWN] = {"down", ACTION_NONE, 0},
    [DEED_LEFT] = {"left", ACTION_NONE, 0},
    [DEED_RIGHT] = {"right", ACTION_NONE, 0},
    [DEED_NEXT] = {"next", ACTION_FOCUS_NEXT, 0},
    [DEED_PREVIOUS] = {"previous", ACTION_FOCUS_PREVIOUS, 0},
    [DEED_PAGE_DOWN] = {"page-down", ACTION_NONE, 0},
    [DEED_PAGE_UP] = {"page-up", ACTION_NONE, 0},
    [DEED_CLOSE] = {"close", ACTION_CLOSE, 0},
    [DEED_HOME] = {"home", ACTION_HOME, 0},
    [DEED_HELP] = {"help", ACTION_PANEL, PANEL_HELP},
    [DEED_SOURCES] = {"sources", ACTION_PANEL, PANEL_SOURCES},
    [DEED_GLOSSARY] = {"glossary", ACTION_PANEL, PANEL_GLOSSARY},
    [DEED_MAP] = {"map", ACTION_PANEL, PANEL_MAP},
    [DEED_TIMELINE] = {"timeline", ACTION_PANEL, PANEL_TIMELINE},
    [DEED_CHAPTERS] = {"chapters", ACTION_PANEL, PANEL_CHAPTERS},
    [DEED_HISTORY] = {"history", ACTION_PANEL, PANEL_HISTORY},
    [DEED_PICTURE] = {"picture", ACTION_PANEL, PANEL_PICTURE},
    [DEED_PAUSE] = {"pause", ACTION_PANEL, PANEL_PAUSE},
    [DEED_SETTINGS] = {"settings", ACTION_PANEL, PANEL_SETTINGS},
    [DEED_VIEWERS] = {"viewers", ACTION_PANEL, PANEL_VIEWERS},
    [DEED_MORE] = {"more", ACTION_PANEL, PANEL_MORE},
    [DEED_ABOUT] = {"about", ACTION_PANEL, PANEL_ABOUT},
    [DEED_BLANK] = {"blank", ACTION_NONE, 0},
    [DEED_SKIP] = {"skip", ACTION_SKIP, 0},
    [DEED_STILL] = {"still", ACTION_STILL, 0},
    [DEED_REACH] = {"reach", ACTION_REACH, 0},
    [DEED_SOUND] = {"sound", ACTION_SOUND, 0},
    [DEED_SPEECH] = {"speech", ACTION_SPEECH, 0},
    [DEED_SPEECH_ON] = {"speech-on", ACTION_SPEECH, 1},
    [DEED_SPEECH_OFF] = {"speech-off", ACTION_SPEECH, 2},
    [DEED_REPEAT] = {"repeat", ACTION_REPEAT, 0},
    [DEED_PART_NEXT] = {"next-part", ACTION_SPEECH_NEXT, 0},
    [DEED_PART_PREVIOUS] = {"previous-part", ACTION_SPEECH_PREVIOUS, 0},
    [DEED_WAIT] = {"wait", ACTION_SPEECH_PAUSE, 0},
    [DEED_SLOWER] = {"slower", ACTION_SPEECH_RATE, -1},
    [DEED_FASTER] = {"faster", ACTION_SPEECH_RATE, 1},
    [DEED_LARGER] = {"larger", ACTION_TEXT_SIZE, 0},
    [DEED_SMALLER] = {"smaller", ACTION_TEXT_SIZE, -1},
    [DEED_USUAL_SIZE] = {"usual-size", ACTION_TEXT_SIZE, 100},
    [DEED_FULL_SCREEN] = {"full-screen", ACTION_FULL_SCREEN, 0},
    [DEED_SCREENSHOT] = {"screenshot", ACTION_SCREENSHOT, 0},
    [DEED_QUIT] = {"quit", ACTION_QUIT, 0},
    [DEED_CHOOSE_1] = {"choose-1", ACTION_CHOOSE, 0},
    [DEED_CHOOSE_1 + 1] = {"choose-2", ACTION_CHOOSE, 1},
    [DEED_CHOOSE_1 + 2] = {"choose-3", ACTION_CHOOSE, 2},
    [DEED_CHOOSE_1 + 3] = {"choose-4", ACTION_CHOOSE, 3},
    [DEED_CHOOSE_1 + 4] = {"choose-5", ACTION_CHOOSE, 4},
    [DEED_CHOOSE_1 + 5] = {"choose-6", ACTION_CHOOSE, 5},
    [DEED_CHOOSE_1 + 6] = {"choose-7", ACTION_CHOOSE, 6},
    [DEED_CHOOSE_1 + 7] = {"choose-8", ACTION_CHOOSE, 7},
    [DEED_CHOOSE_9] = {"choose-9", ACTION_CHOOSE, 8},
};
static_assert(COUNT(deeds) == DEED_COUNT, "deeds");

const char *deed_name(enum deed c)
{
    return deeds[c].name;
}

enum deed deed_find(struct str name)
{
    for (int i = DEED_NONE + 1; i < DEED_COUNT; i++) {
        if (str_is(name, deeds[i].name)) {
            return (enum deed)i;
        }
    }
    return DEED_NONE;
}

enum action deed_action(enum deed c, int *value_out)
{
    *value_out = deeds[c].value;
    return deeds[c].action;
}

enum deed deed_of(enum action action, int value)
{
    if (action == ACTION_FORWARD) {
        return DEED_FORWARD;
    }
    for (int i = DEED_NONE + 1; i < DEED_COUNT && action != ACTION_NONE; i++) {
        if (deeds[i].action == action && deeds[i].value == value) {
            return (enum deed)i;
        }
    }
    return DEED_NONE;
}
