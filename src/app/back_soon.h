/* What a kiosk shows where nothing it has can be shown: a calm card, as a story. */
#pragma once

#include "player/strings.h"
#include "story/story.h"

/* A story of one scene without a picture. The caller's. */
struct story *back_soon_story(const struct strings *strings);
