# takes: 120
"""★2, text in millimetres and degrees: capitals and targets on screens of known size; 200 and 300 percent,
and the widest spacing, with nothing lost; pages of a panel end with whole lines."""
import concurrent.futures
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, done_testing
from window import RELEASE, case, item, play_script

LEAST_CAP_MM = 4.8      # Section 508, 402.4
LEAST_CAP_DEG = 0.7     # EN 301 549, 5.1.4
LEAST_TARGET_MM = 15
LEAST_CHOICE_MM = 20

# Pixels, millimetres, the distance they are read from.
GEOMETRIES = (
    ("kiosk of 21.5 inches", "1920x1080", "476x268", 600),
    ("kiosk of 32 inches", "1920x1080", "708x398", 600),
    ("wall of 55 inches", "3840x2160", "1218x685", 900),
    ("laptop of 15.6 inches", "1366x768", "345x194", 500),
    ("kiosk of 21.5 inches, upright", "1080x1920", "268x476", 600),
    ("projector, the last row", "1920x1080", "2000x1125", 8000),
)
VISIT = ["key Space", "key S", "key Escape", "key O", "key Escape"] + ["key Space"] * 40
SPACINGS = {"usual": (1.5, 0, 0), "wider": (1.5, 0.06, 0.08), "widest": (1.5, 0.12, 0.16)}


def play(deeds, *arguments):
    return play_script(deeds, "--still", "--scene", "s07", *arguments, story=DOCUMENTARY, program=RELEASE)


def placed(frames):
    return [(f, i) for f in frames for i in f["items"] if "rect" in i]


def whole(i):
    return i["seen"] == i["rect"]


def on_screen(name, size, mm, distance):
    """The sizes of all text and of all there is to press, in millimetres."""
    more = ("--size", size, "--screen-mm", mm, "--distance-mm", str(distance))
    status, frames, said = play(VISIT, *more, "--lang", "en")
    texts = [i for _, i in placed(frames) if i["px"]]
    small = sorted({(i["id"], i["cap_mm"]) for i in texts if i["cap_mm"] < LEAST_CAP_MM and not i["id"].startswith("map.")})
    case(status == 0 and texts and not small, f"{name}: capitals of {LEAST_CAP_MM} mm", said, *small[:9])
    pressed = [i for _, i in placed(frames) if i["hit"][2] and i["role"] != "picture" and whole(i)]
    low = sorted({(i["id"], *i["hit_mm"]) for i in pressed
                  if min(i["hit_mm"]) < (LEAST_CHOICE_MM if i["role"] == "choice" else LEAST_TARGET_MM)})
    case(pressed and any(i["role"] == "choice" for i in pressed) and not low,
         f"{name}: {LEAST_TARGET_MM} mm to press, {LEAST_CHOICE_MM} mm to choose", *low[:9])
    status, frames, said = play(["key Space"], *more, "--text-size", "300")
    caption = item(frames[-1], "caption")
    case(caption["cap_deg"] >= LEAST_CAP_DEG, f"{name}: capitals of {LEAST_CAP_DEG} degrees at 300 %", caption["cap_deg"])
    return min(i["cap_mm"] for i in texts if i["id"] == "caption"), min(min(i["hit_mm"]) for i in pressed)


def inside(inner, outer, slack=1):
    return inner[1] >= outer[1] - slack and inner[1] + inner[3] <= outer[1] + outer[3] + slack


def set_whole(f, i):
    """The lines of it that are set: all, unless it scrolls."""
    return f["scroll_most"] > 0 or i["set"] == i["words"]


def nothing_is_lost(size, text_size, spacing, language, *more):
    name = f"{size} at {text_size} %, {spacing}, {language}"
    status, frames, said = play(VISIT, "--size", size, "--text-size", str(text_size), "--spacing", spacing,
                                "--lang", language, *more)
    faults = set()
    for f, i in placed(frames):
        page = [0, 0, *f["size"]]
        area = f["scroll_area"]
        scrolls = [area[0], area[1] - f["scroll_at"], area[2], area[3] + f["scroll_most"]] if area[3] else page
        if i["px"] and not (inside(i["rect"], page) or inside(i["rect"], scrolls)):
            faults.add((f["screen"], f["panel"], i["id"], "outside", *i["rect"]))
        if i["px"] and f["panel"] == "none" and f["screen"] == "scene" and not set_whole(f, i):
            faults.add((f["screen"], i["id"], "cut", *i["set"]))
        if i["px"] and i["set"][3] and i["set"][0] + i["words"][2] > f["size"][0] + 1:
            faults.add((f["screen"], i["id"], "too wide", *i["rect"]))
    scenes = [f for f in frames if f["screen"] == "scene" and f["panel"] == "none"]
    for f in scenes:
        caption = item(f, "caption")
        if "set" not in caption or caption["set"][3] < caption["px"]:
            faults.add(("no line of the caption",))
    case(status == 0 and len(scenes) > 6 and not faults, name + ": nothing is lost", said, *sorted(map(str, faults))[:6])
    line, letter, word = SPACINGS[spacing]
    tight = {(i["id"], i["px"], i["line_px"], i["letter_px"], i["word_px"]) for f, i in placed(frames)
             if i["px"] and i["id"] in ("caption", "because") and
             (i["line_px"] < line * i["px"] or i["letter_px"] < letter * i["px"] or i["word_px"] < word * i["px"])}
    case(not tight, name + ": lines, letters and words stand as far apart as was asked", *tight)


def all_is_reached(size, text_size, spacing, panel):
    """Page by page: each line of the panel is set whole on some page, and none half."""
    name = f"{size} at {text_size} %, {spacing}: the panel of {panel}"
    status, frames, said = play(["key Space", f"key {panel}"] + ["key PageDown"] * 90 + ["key PageUp"] * 200,
                                "--size", size, "--text-size", str(text_size), "--spacing", spacing)
    pages = [f for f in frames if f["panel"] != "none"]
    seen = {}
    for f in pages:
        for i in f["items"]:
            if i.get("px") and i["set"][3]:
                top = i["set"][1] - i["words"][1]
                seen.setdefault(i["id"], [i["words"][3], set()])[1].update(range(top, top + i["set"][3]))
    missed = {f"{n}: {h - len(rows)} of {h} px" for n, (h, rows) in seen.items() if len(rows) < h - 2}
    names = {i["id"] for f in pages for i in f["items"] if i["role"] != "picture"}
    case(status == 0 and len(pages) > 2 and not missed and names <= set(seen), name + ": every line is set on some page",
         said, *sorted(missed)[:6], names - set(seen))
    way = [f["scroll_at"] for f in pages]
    end = pages[-1]["scroll_most"]
    case(end in way and 0 in way[way.index(end):], name + ": to its end and back", way[-1])
    cut = {(f["scroll_at"], i["id"], *i["set"]) for f in pages for i in f["items"]
           if i.get("px") and i["set"][3] and f["scroll_most"] and i["rect"][1] + i["rect"][3] > f["scroll_area"][1]
           and i["id"] not in ("title", "close", "message") and f["scroll_area"][3] > 2 * i["line_px"]
           and not inside(i["set"], f["scroll_area"], i["line_px"] // 2)}
    case(not cut, name + ": no line is cut", *sorted(map(str, cut))[:6])


JOBS = [(nothing_is_lost, *row) for row in (
    ("1366x768", 200, "usual", "en"), ("1366x768", 300, "widest", "en"), ("1366x768", 300, "usual", "ko"),
    ("1080x1920", 300, "widest", "ko", "--typeface", "plain"), ("1920x1080", 200, "widest", "es"),
    ("320x256", 100, "usual", "en"), ("320x256", 100, "wider", "ko"), ("320x256", 200, "widest", "en"),
    ("320x256", 300, "widest", "en", "--typeface", "plain"), ("320x256", 300, "wider", "es"))]
JOBS += [(all_is_reached, *row) for row in (
    ("1366x768", 300, "widest", "S"), ("1366x768", 100, "usual", "O"), ("320x256", 300, "widest", "S"))]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    sizes = list(pool.map(lambda row: on_screen(*row), GEOMETRIES))
    list(pool.map(lambda job: job[0](*job[1:]), JOBS))
print("# least capital of a caption %.2f mm, least target %.2f mm" % tuple(map(min, zip(*sizes))))
done_testing()
