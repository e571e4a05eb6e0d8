"""The rules of the page, on what --dump-ui says: nothing outside the screen, no text over another, no text
too small or too pale, everything to press large enough; what scrolls can be scrolled to its end."""
import concurrent.futures
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from page import faults
from tap import DOCUMENTARY, done_testing
from window import RELEASE, case, play_script

SIZES = ("1366x768", "1920x1080", "1080x1920")
TEXT_SIZES = (100, 300)

ON = ["key Space"] * 40
VISITS = (
    ("opening", None, ["wait 100"]),
    ("captions, choices, because, sources", "s07", ON + ["key 1", "key S", "key PageDown", "key Escape"]),
    ("captions, sources", "s13", ["key Space"] * 4 + ["key S", "key PageDown"]),
    ("a word, and every panel", "s04", ["key Space", "key Tab", "key Return", "key Escape"]
     + [line for key in "GTCHODP" for line in (f"key {key}", "key PageDown", "key Escape")]
     + ["key F10", "key PageDown", "key F1", "key PageDown"]),
    ("captions, ending", "e3", ON + ["key PageDown"]),
)
WANTED = {("opening", "none"), ("scene", "none"), ("choices", "none"), ("because", "none"), ("because", "sources"),
          ("scene", "sources"), ("ending", "none")}
WANTED |= {("scene", panel) for panel in ("glossary", "timeline", "chapters", "history", "settings", "picture", "pause",
                                          "more", "help")}


def visit(size, text_size, language, row):
    name, scene, deeds = row
    more = ("--scene", scene) if scene else ()
    status, frames, said = play_script(
        deeds, "--size", size, "--text-size", str(text_size), "--lang", language, "--still", *more,
        story=DOCUMENTARY, program=RELEASE)
    found = sorted({fault for frame in frames for fault in faults(frame, text_size)})
    told = {i["name"] for f in frames for i in f["items"] if i["id"] == "caption"}
    case(status == 0 and frames and not found, f"{name}: {size} at {text_size} %, {language}", status, said, *found)
    return {(f["screen"], f["panel"]) for f in frames}, len(told)


def checker():
    """That each fault is found: a sound page with one thing changed."""
    button = {"role": "button", "id": "go", "rect": [0, 0, 90, 60], "seen": [0, 0, 90, 60], "hit": [0, 0, 90, 60],
              "px": 33, "contrast": 7.0, "can_focus": True}
    caption = {"role": "text", "id": "caption", "rect": [0, 600, 400, 70], "seen": [0, 600, 400, 70],
               "hit": [0, 0, 0, 0], "px": 108, "contrast": 9.0, "can_focus": False}
    picture = {"role": "picture", "id": "picture", "rect": [-9, -9, 2000, 1100], "seen": [0, 0, 1920, 1080],
               "hit": [0, 0, 1920, 1080], "px": 0, "contrast": 0, "can_focus": True}
    page = {"size": [1920, 1080], "unit": 54.0, "screen": "scene", "panel": "none",
            "scroll_area": [0, 500, 1000, 300], "scroll_at": 20, "scroll_most": 100}
    rows = (
        (button, {}, 0), (caption, {}, 0),
        (button, {"rect": [1900, 0, 90, 60], "seen": [1900, 0, 20, 60]}, 1), # beside what scrolls
        (button, {"rect": [0, -1, 90, 60], "seen": [0, 0, 90, 59]}, 1),
        (caption, {"rect": [0, 480, 400, 420]}, 0),                          # all that scrolls
        (caption, {"rect": [0, 1030, 400, 70]}, 1),                          # and one px more
        (button, {"hit": [1900, 0, 90, 60]}, 1),
        (button, {"px": 31}, 1), (button, {"px": 32}, 0), (button, {"id": "title", "px": 64}, 1),
        (caption, {"px": 107}, 1), (caption, {"contrast": 6.99}, 1),
        (button, {"hit": [0, 0, 90, 43]}, 1), (button, {"hit": [0, 0, 43, 60]}, 1),
        (button, {"hit": [0, 0, 90, 20], "seen": [0, 0, 90, 20]}, 0),        # cut where it scrolls
        (button, {"rect": [399, 600, 90, 60], "seen": [399, 600, 90, 60]}, 1),
        (button, {"rect": [400, 600, 90, 60], "seen": [400, 600, 90, 60]}, 0),
    )
    bar = [{**button, "id": f"bar.{n}", "rect": [0, 70 * n, 90, 60], "seen": [0, 70 * n, 90, 60]} for n in range(3)]
    for n, wanted in ((2, 0), (3, 1)):
        case(len(list(faults({**page, "panel": "none", "items": bar[:n]}, 100))) == wanted, f"the checker: {n} rows")
    for thing, change, wanted in rows:
        items = [{**i, **change} if i is thing else i for i in (picture, button, caption)]
        found = list(faults({**page, "items": items}, 200))
        case(len(found) == wanted, f"the checker: {thing['id']} {change}", wanted, *found)


checker()
rows = [(size, text_size, language, row) for size in SIZES for text_size in TEXT_SIZES for language in ("en", "ko")
        for row in VISITS if language == "en" or (size, text_size) == ("1366x768", 300)]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    seen = list(pool.map(lambda row: visit(*row), rows))
case(set.union(*(pages for pages, _ in seen)) >= WANTED, "every kind of page was looked at",
     WANTED - set.union(*(pages for pages, _ in seen)))
case(sum(count for _, count in seen) > 80, "captions were looked at", [count for _, count in seen])
done_testing()
