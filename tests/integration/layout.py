"""The rules of the page, on what --dump-ui says: nothing outside the screen, no text over another, no text
too small or too pale, everything to press large enough; what scrolls can be scrolled to its end."""
import concurrent.futures
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, done_testing
from window import RELEASE, case, item, play_script

SIZES = ("1366x768", "1920x1080", "1080x1920")
TEXT_SIZES = (100, 300)
LEAST_TARGET = 44
LEAST_CONTRAST = 7
# In units of a twentieth of the shorter side; what is the story's own grows by all of the text size.
TELLING = {"caption": 1, "because": 1, "ending.text": 1}
LEAST_TITLE = 1.5
LEAST_TITLE_BESIDE = 1.2  # where the telling is large, the title gives way to it
LEAST_TEXT = 0.6

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
MOST_BAR_ROWS = 2


def within(inner, outer):
    return (inner[0] >= outer[0] and inner[1] >= outer[1] and inner[0] + inner[2] <= outer[0] + outer[2]
            and inner[1] + inner[3] <= outer[1] + outer[3])


def meet(a, b):
    return (min(a[0] + a[2], b[0] + b[2]) > max(a[0], b[0])
            and min(a[1] + a[3], b[1] + b[3]) > max(a[1], b[1]))


def scrolled(frame):
    """All that can be brought into the part that scrolls, as a rectangle of the page; or nothing."""
    x, y, w, h = frame["scroll_area"]
    return [x, y - frame["scroll_at"], w, h + frame["scroll_most"]] if h else [0, 0, 0, 0]


def wanted_px(frame, i, text_size):
    u = frame["unit"]
    if i["id"] in TELLING:
        return TELLING[i["id"]] * u * text_size / 100
    if i["id"] == "title":
        return (LEAST_TITLE if text_size == 100 else LEAST_TITLE_BESIDE) * u
    return LEAST_TEXT * u


def item_faults(frame, i, text_size):
    page = [0, 0, *frame["size"]]
    if i["role"] != "picture" and not within(i["rect"], page) and not within(i["rect"], scrolled(frame)):
        yield f"outside, and nothing scrolls there: {i['rect']}"
    if not within(i["hit"], page):
        yield f"takes presses outside: {i['hit']}"
    if i["px"] and i["px"] + 0.5 < wanted_px(frame, i, text_size):
        yield f"text of {i['px']} px, {wanted_px(frame, i, text_size):.1f} wanted"
    if i["px"] and i["contrast"] < LEAST_CONTRAST:
        yield f"contrast {i['contrast']}"
    whole = i["seen"] == i["rect"]
    if i["can_focus"] and i["hit"][2] and whole and min(i["hit"][2:]) < LEAST_TARGET:
        yield f"{i['hit'][2]} by {i['hit'][3]} px to press"


def faults(frame, text_size):
    placed = [i for i in frame["items"] if "rect" in i]
    where = f"{frame['size'][0]}x{frame['size'][1]} at {text_size} %, {frame['screen']}/{frame['panel']}"
    for i in placed:
        for fault in item_faults(frame, i, text_size):
            yield f"{where}: {i['id']}: {fault}"
    rows = {i["rect"][1] for i in placed if i["id"].startswith("bar.") and frame["panel"] == "none"}
    if len(rows) > MOST_BAR_ROWS:
        yield f"{where}: the controls at the foot take {len(rows)} rows"
    texts = [i for i in placed if i["px"] and i["seen"][2] and i["seen"][3]]
    for n, i in enumerate(texts):
        for other in texts[n + 1:]:
            if meet(i["seen"], other["seen"]):
                yield f"{where}: {i['id']} {i['seen']} lies over {other['id']} {other['seen']}"


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
