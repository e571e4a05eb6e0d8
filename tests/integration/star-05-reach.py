# takes: 120
"""Star 5, reach: on screens of known size and height all can be moved below 1220 mm with one touch, and nothing is
lost or too small there; elsewhere nothing offers it."""
import json
import math
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import story
from kiosk import faults, find, ids, kiosk, words
from tap import Run, check, done_testing, same

REACH_MM = 1220


def told():
    """With all that a visitor meets: a warning first, cards, many choices, a long caption, an ending."""
    t = story.base()
    t["advisory"] = "This story touches on hunger."
    gate = t["scenes"][0]
    gate["captions"].append({"text": "The river was low that autumn, and whoever knew it could cross on foot. " * 4,
                             "cite": ["book"]})
    gate["choices"] += [{"text": "Ask the man with the cart who waits beside the road", "to": "bank"},
                        {"text": "Go back", "to": "far"}]
    return t


STORY = story.save("story", told(), {"ko": {"title": "바탕"}, "es": {"title": "La base"}})
# name, page, mm, heights of the middle; each with part of it out of reach, and 100 mm or more within
SCREENS = [
    ("21.5 inches", "1920x1080", 476, 268, (1120, 1220)),
    ("21.5 inches, upright", "1080x1920", 268, 476, (1000, 1220, 1340)),
    ("32 inches", "1920x1080", 708, 398, (1100, 1300)),
    ("32 inches, upright", "1080x1920", 398, 708, (1100, 1300, 1450)),
    ("55 inches", "1920x1080", 1218, 685, (1000, 1200, 1400)),
    ("15 inches, 4:3", "1024x768", 304, 228, (1120, 1220)),
]


def config(width, height, centre, more=""):
    return "width_mm = %d\nheight_mm = %d\ncentre_height_mm = %d\n%s" % (width, height, centre, more)


def visit(text):
    larger = ["key o", "press text-size.%d" % text, "key Escape"] if text > 100 else []
    pages = [line for _ in range(3) for line in ("key PageDown",)]
    panels = [line for key in "OSG" for line in ("key " + key, *pages, "key Escape")]
    return (["pass 100", "key Space", *larger, "key L", "key Space", *["key Space"] * 12, "key PageDown", *panels,
             "key F10", "key PageDown", "key Escape", "key 1", "key Space", "key Home", "key Escape", "key Space",
             "key Space", "key Space", "pass 300000"])


def floor_mm(frame, y, height, centre):
    return centre + height / 2 - y * height / frame["size"][1]


def too_high(frame, height, centre):
    """What can be pressed, or stands, where not every hand reaches."""
    top = frame["top"]
    for i in frame["items"]:
        box = i.get("hit") if i["can_focus"] else i.get("seen")
        if box and box[2] and i["role"] != "picture" and floor_mm(frame, box[1], height, centre) > REACH_MM + 0.001:
            yield "%s at %.1f mm" % (i["id"], floor_mm(frame, box[1], height, centre))
    if floor_mm(frame, top - 1, height, centre) < REACH_MM - 2:
        yield "a page that begins at %.1f mm" % floor_mm(frame, top, height, centre)


seen = set()
for name, size, width, height, centres in SCREENS:
    # in short the lowest part and the highest: between them are more of the same
    for centre in centres if os.environ.get("LANTERN_LONG") else {centres[0], centres[-1]}:
        for text in (100, 300):
            where = "%s, its middle at %d mm, text of %d %%" % (name, centre, text)
            frames, run = kiosk(STORY, visit(text), config(width, height, centre), size)
            low = [f for f in frames if f["top"] > 0]
            wrong = sorted({w for f in low for w in (*too_high(f, height, centre), *faults(f))})
            check(where, run.status == 0 and len(low) > 20 and not wrong, wrong or run)
            seen |= {(f["screen"], f["panel"]) for f in low}
            last = frames[-1]
            below = [f for f in frames if f["top"] == 0 and "bar.reach" in ids(f)]
            check(where + ": the way there is itself within reach", below and all(
                floor_mm(f, find(f, "bar.reach")["hit"][1], height, centre) <= REACH_MM for f in below), run)
            check(where + ": forgotten with the visitor", any(f["panel"] == "warning" for f in low), seen)
wanted = {("scene", "none"), ("choices", "none"), ("notice", "none"), ("scene", "warning"), ("choices", "sources"),
          ("choices", "settings"), ("choices", "glossary"), ("choices", "more"), ("ending", "none")}
check("every kind of page was looked at", seen >= wanted, wanted - seen)

# --- the checker: a sound page with one thing moved or shrunk
page = json.loads(json.dumps([f for f in low if f["panel"] == "none"][-1]))
same("the checker finds nothing wrong there", [], [*too_high(page, height, centre), *faults(page)])
thing = next(i for i in page["items"] if i["can_focus"] and i.get("hit", [0] * 4)[2])
for name, change in (("raised", {"hit": [thing["hit"][0], page["top"] - 9, *thing["hit"][2:]]}), ("small", {"hit_mm": [14, 30]}),
                     ("pale", {"contrast": 6.9}), ("outside", {"rect": [-1, *thing["rect"][1:]]})):
    wrong = {**page, "items": [{**i, **change} if i is thing else i for i in page["items"]]}
    check("the checker finds what is %s" % name, [*too_high(wrong, height, centre), *faults(wrong)])

# --- one touch there and one back; reset
tall = config(398, 708, 1300)
ENTER = ["pass 100", "key Space", "key Space"]
frames, run = kiosk(STORY, [*ENTER, "press bar.reach"], tall, "1080x1920")
check("one touch moves all down", frames[-1]["top"] == math.ceil(1920 * 434 / 708), frames[-1]["top"])
same("and the picture stays where it was", [f for f in frames if find(f, "picture")][-1]["size"], [1080, 1920])
frames, run = kiosk(STORY, [*ENTER, "press bar.reach", "press bar.reach"], tall, "1080x1920")
same("another moves it up again", (0, "Move all down"), (frames[-1]["top"], words(frames[-1], "bar.reach")))
frames, run = kiosk(STORY, [*ENTER, "press bar.reach", "key o", "press bar.reach"], tall, "1080x1920")
same("from within a panel too", (0, "settings"), (frames[-1]["top"], frames[-1]["panel"]))
frames, run = kiosk(STORY, [*ENTER, "press bar.reach", "pass 600000", "pass 1000"], tall, "1080x1920")
same("the next visitor finds all as it was", (True, 0), ("attract.begin" in ids(frames[-1]), frames[-1]["top"]))

# --- a caption keeps its place
frames, run = kiosk(STORY, [*ENTER, "key Space", "press bar.reach"], config(1218, 685, 1400), "1920x1080")
check("the caption that was being read is read on", words(frames[-1], "caption") == words(frames[-2], "caption")
      and words(frames[-1], "caption").startswith("The river"), words(frames[-1], "caption"))

# --- where there is nothing to reach down for
for name, conf, size in (
        ("a size that is not known", "centre_height_mm = 1300\n", "1080x1920"),
        ("a height that is not known", "width_mm = 398\nheight_mm = 708\n", "1080x1920"),
        ("a screen all within reach", config(476, 268, 1086), "1920x1080"),
        ("a table", config(398, 708, 1300, "mount = table\n"), "1080x1920"),
        ("a screen out of all reach", config(476, 268, 1500), "1920x1080")):
    frames, run = kiosk(STORY, [*ENTER, "key L", "key F1"], conf, size)
    check("%s: not offered" % name, not any("bar.reach" in ids(f) or f["top"] or "help.reach" in ids(f) for f in frames),
          run)
frames, run = kiosk(STORY, [*ENTER, "key F1"], tall, "1080x1920")
check("the help tells of it where it is", "help.reach" in ids(frames[-1]), ids(frames[-1]))
story.write("high.conf", config(476, 268, 1500).encode())
run = Run("kiosk", "--check-config", "--config", "high.conf")
check("who sets a screen too high is told", run.status == 1 and "1220 mm" in run.err, run)

# --- by ear, and in the totals
log = os.getcwd() + "/speech.log"
kiosk(STORY, [*ENTER, "key F2", "wait 60000", "key L", "wait 8000"], tall, "1080x1920", {"LANTERN_SPEECH_LOG": log})
with open(log, encoding="utf-8") as f:
    said = [json.loads(line)["text"] for line in f]
check("it is said", any("All within reach" in text for text in said), said[-4:])
totals = Run("stats", "--json", env={"XDG_STATE_HOME": os.getcwd() + "/state"})
check("and counted", totals.status == 0 and '"reach"' in totals.out, totals)
done_testing()
