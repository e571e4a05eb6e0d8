# takes: 120
"""A kiosk's own screens (attract, warning, start again?, number pad, service, cleaning, touch test): on each screen, in
each language, at each size of text all is on the page, nothing lies over another, targets have their millimetres; and
what the touch test felt is seen where it was."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import story
from kiosk import PIN, faults, find, grip, ids, kiosk, words
from tap import check, done_testing, same

LONG = bool(os.environ.get("LANTERN_LONG"))
STORY = story.save("story", story.base(), {"ko": {"title": "바탕"}, "es": {"title": "La base"}})
SCREENS = [("1080x1920", 268, 476), ("1920x1080", 476, 268), ("1280x800", 260, 162), ("1024x768", 304, 228)]
ENTER = ["pass 100", "key Space", "key Space"]
WANTED = {"none", "warning", "again", "pin", "service", "clean", "touch", "settings", "sources"}


# With keys, since what is pressed may have to be scrolled to: the way out is the last thing, what is wanted before it.
BACKWARDS = "key Shift+Tab"
PIN_KEYS = ["key 2", "key 4", "key 6", "key 8", BACKWARDS, BACKWARDS, "key Return"]


def visit(size, text):
    """As far as each of them, with the visitor's size of text."""
    larger = ["key o", "press text-size.%d" % text, "key Escape"] if text > 100 else []
    wrong = ["key 1", BACKWARDS, BACKWARDS, "key Return"]
    clean, touch = [BACKWARDS] * 4 + ["key Return"], [BACKWARDS] * 3 + ["key Return"]
    return ["pass 100", "key Space", *larger, "key Space", "key S", "key Escape", *["key Space"] * 8, "key 1",
            "key Home", "key PageDown", "key Escape", *grip(size), *wrong, "key Escape", *grip(size), *PIN_KEYS,
            "key PageDown", *clean, "pass 61000", *touch, "finger 1 down 300 200", "finger 2 down 500 400",
            "finger 1 up 300 200", "finger 2 up 500 400"]


def warned(text):
    """A visitor who goes away."""
    larger = ["key o", "press text-size.%d" % text, "key Escape"] if text > 100 else []
    return ["pass 100", "key Space", *larger, "key Space", "pass 195000", "pass 15000"]


found, panels = 0, set()
for size, width, height in SCREENS:
    for text in (100, 200, 300):
        for language in ("en", "ko", "es") if LONG or size == "1024x768" else ("es",):
            rest = [tag for tag in ("en", "ko", "es") if tag != language]
            config = "width_mm = %d\nheight_mm = %d\nlanguages = %s, %s, %s\n" % (width, height, language, *rest)
            frames = []
            for deeds in (visit(size, text), warned(text)):
                shown, run = kiosk(STORY, deeds, config, size)
                check("%s at %d %%, %s: a visit" % (size, text, language), run.status == 0 and shown, run)
                frames += shown
            wrong = sorted({w for f in frames for w in faults(f)})
            check("%s at %d %%, %s" % (size, text, language), not wrong, wrong)
            bare = [(f["screen"], f["panel"]) for f in frames if f["panel"] not in ("pin", "service", "clean", "touch")
                    and not all(any(i["id"].endswith("." + tag) and i["role"] == "button" and i.get("hit", [0] * 4)[2]
                                    for i in f["items"]) for tag in rest)]
            check("%s at %d %%, %s: the languages are always in sight" % (size, text, language), not bare, bare)
            panels |= {f["panel"] for f in frames}
same("all of them were looked at", set(), WANTED - panels)

# --- more languages than a foot holds
many = story.save("many", story.base(), {tag: {"title": tag} for tag in ("ko", "es", "fr", "de", "ja")})
frames, run = kiosk(many, [*ENTER, "key S", "press bar.languages"])
check("with more than four languages one button shows them all", frames[-1]["panel"] == "settings"
      and {"language.ko", "language.ja"} <= set(ids(frames[-1])), ids(frames[-1]))

# --- languages over a panel
frames, run = kiosk(STORY, [*ENTER, "key S", "press language.ko"])
same("a language is chosen over an open panel, and it stays open", ("sources", "ko"),
     (frames[-1]["panel"], find(frames[-1], "panel.close")["lang"]))

# --- the touch test
TO_TEST = ["pass 100", *grip("1280x800"), *PIN, "press service.touch"]
frames, run = kiosk(STORY, [*TO_TEST, "ground before.ppm", "finger 1 down 320 200", "finger 2 down 960 600",
                            "finger 1 move 420 200", "ground marks.ppm", "finger 1 up 420 200", "finger 2 up 960 600",
                            "ground after.ppm"])
same("fingers are counted", "2 touches", words(frames[-1], "touch.count"))


def pixels(path):
    with open(path, "rb") as f:
        return f.read()[len(b"P6\n1280 800\n255\n"):]


def differ(a, b, x, y):
    """In a small square around the point."""
    places = [3 * (1280 * v + u) for v in range(y - 4, y + 5) for u in range(x - 4, x + 5)]
    return sum(a[i:i + 3] != b[i:i + 3] for i in places)


before, marks, after = (pixels(name) for name in ("before.ppm", "marks.ppm", "after.ppm"))
check("each is marked where it was felt", differ(before, marks, 320, 200) > 15 and differ(before, marks, 960, 600) > 15
      and differ(before, marks, 420, 200) > 15, [differ(before, marks, *p) for p in ((320, 200), (960, 600), (420, 200))])
check("and nowhere else", differ(before, marks, 700, 300) == 0 and differ(before, marks, 200, 500) == 0)
check("lines lead to a finger that is down, and go with it",
      differ(before, marks, 1200, 600) > 0 and differ(before, after, 1200, 600) == 0)
check("the mark itself stays", differ(before, after, 960, 600) > 15 and differ(before, after, 320, 200) > 15)
frames, run = kiosk(STORY, [*TO_TEST, "tap 320 200", "press touch.leave"])
same("a button leads back", "service", frames[-1]["panel"])

# --- volume, heard
log = os.getcwd() + "/sound.log"
kiosk(STORY, ["pass 100", *grip("1280x800"), *PIN, "press service.louder", "press service.quieter",
              "press service.quieter"], "audio.default_volume = 50\n", env={"LANTERN_SOUND_LOG": log})
with open(log, encoding="utf-8") as f:
    gains = [line.split('"gain":')[1][:4] for line in f]
same("each step of the volume is heard as loud as it is", ["0.60", "0.50", "0.40"], gains)
done_testing()
