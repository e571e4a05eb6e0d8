# takes: 300
"""A small story in Arabic, Thai and Chinese: a page read from the right is the mirror of its twin, focus goes in
reading order, nothing is cut off or without a glyph, at six sizes and three sizes of text."""
import concurrent.futures
import json
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DATA, done_testing
from window import RELEASE, TESTS, case, item, play_script

SIZES = ("1024x768", "1280x800", "1366x768", "1920x1080", "3840x2160", "1080x1920")
TEXT_SIZES = (100, 200, 300)
STORY = TESTS + "/fixtures/scripts"
LANGUAGES = ("ar", "th", "zh-Hans")
MOST_HAN = 40  # characters a line, WCAG 2.2, 1.4.8

PANELS = [line for key in "SGTCHOP" for line in (f"key {key}", "key PageDown", "key Tab", "key Escape")]
VISIT = ["wait 100", "key Tab", "key Tab", "key Tab", "key O", "key Escape", "key F1", "key PageDown", "key Escape"]
SCENE = ["wait 4000", *PANELS, *["key Space"] * 12, "key Tab", "key Tab", "key 1", *["key Space"] * 20, "key H",
         "key Escape", "key Tab"]
VISITS = ((None, VISIT), ("ford", SCENE))


def play(data, story, language, size, text_size, scene, deeds):
    """In this data folder; the environment is every thread's own business."""
    more = ("--scene", scene) if scene else ()
    return play_script(deeds, "--size", size, "--text-size", str(text_size), "--lang", language, "--still", *more,
                       story=story, program=RELEASE, before=("env", "LANTERN_DATA=" + data))


# --- the mirror ---

def mirrored(rect, frame):
    x, y, w, h = rect
    return [frame["size"][0] - x - w, y, w, h] if w and h else [0, 0, 0, 0]


def plain(rect):
    return rect if rect[2] and rect[3] else [0, 0, 0, 0]


def is_its_own(name):
    """Each names the other as its second language; and a word within a line goes the way of the line."""
    return name.startswith("second.") or ".term." in name


def unlike(frame, twin):
    """How a page and the one read from the right differ, but for being each other's mirror."""
    if not twin["rtl"] or frame["rtl"]:
        yield "not one page of each direction"
    if plain(twin["scroll_area"]) != mirrored(frame["scroll_area"], frame):
        yield f"scrolls {twin['scroll_area']}, not the mirror of {frame['scroll_area']}"
    here, there = ([i for i in f["items"] if not is_its_own(i["id"])] for f in (frame, twin))
    if [i["id"] for i in here] != [i["id"] for i in there]:
        yield "other items, or in another order"
        return
    for a, b in zip(here, there):
        if ("rect" in a) != ("rect" in b) or a["focus"] != b["focus"]:
            yield f"{a['id']}: shown or focused on one page alone"
        for part in ("rect", "seen", "hit") if "rect" in a and "rect" in b else ():
            if plain(b[part]) != mirrored(a[part], frame):
                yield f"{a['id']}: {part} {b[part]}, not the mirror of {a[part]}"


def mirror_case(folder, size, text_size):
    """English as it is, and as the page of a language from the right that has no words of its own yet."""
    for scene, deeds in VISITS:
        runs = [play(folder, folder + "/story", tag, size, text_size, scene, deeds) for tag in ("en", "he")]
        (status, frames, said), (twin_status, twins, twin_said) = runs
        found = [fault for frame, twin in zip(frames, twins) for fault in unlike(frame, twin)]
        case(status == twin_status == 0 and len(frames) == len(twins) > 8 and not found,
             f"from the right, the mirror: {scene or 'opening'}, {size} at {text_size} %",
             status, twin_status, len(frames), len(twins), said, twin_said, *found[:6])


# --- the pages of each language ---

def within(inner, outer):
    return (inner[0] >= outer[0] and inner[1] >= outer[1] and inner[0] + inner[2] <= outer[0] + outer[2]
            and inner[1] + inner[3] <= outer[1] + outer[3])


def meet(a, b):
    return (min(a[0] + a[2], b[0] + b[2]) > max(a[0], b[0]) and min(a[1] + a[3], b[1] + b[3]) > max(a[1], b[1]))


def scrolled(frame):
    x, y, w, h = frame["scroll_area"]
    return [x, y - frame["scroll_at"], w, h + frame["scroll_most"]]


def is_apart(i):
    """In a place of its own, not in the column: the bar at the foot, the button that closes."""
    return i["id"].startswith("bar.") or i["id"] in ("forward", "panel.close", "close")


def order_faults(frame):
    """Focus goes down the page, and along a row from its start to its end."""
    stops = [i for i in frame["items"] if i["can_focus"] and "rect" in i and i["role"] != "picture" and not is_apart(i)]
    for a, b in zip(stops, stops[1:]):
        ahead = a["rect"][0] - b["rect"][0] if frame["rtl"] else b["rect"][0] - a["rect"][0]
        if b["rect"][1] < a["rect"][1] or (b["rect"][1] == a["rect"][1] and ahead <= 0):
            yield f"{b['id']} {b['rect']} comes after {a['id']} {a['rect']}"


def page_faults(frame, language):
    page = [0, 0, *frame["size"]]
    placed = [i for i in frame["items"] if "rect" in i and i["role"] != "picture"]
    for i in placed:
        if not within(i["rect"], page) and not within(i["rect"], scrolled(frame)):
            yield f"{i['id']} {i['rect']}: cut off, and nothing scrolls there"
        if language.startswith("zh") and i["px"] and i["rect"][2] > MOST_HAN * i["px"]:
            yield f"{i['id']}: a line of {i['rect'][2] / i['px']:.0f} characters"
    texts = [i for i in placed if i["px"] and i["seen"][2] and i["seen"][3]]
    for n, a in enumerate(texts):
        for b in texts[n + 1:]:
            if meet(a["seen"], b["seen"]):
                yield f"{a['id']} {a['seen']} lies over {b['id']} {b['seen']}"
    yield from order_faults(frame)


def language_case(folder, language, size, text_size):
    found, said, seen, status = [], "", set(), 0
    for scene, deeds in VISITS:
        code, frames, errors = play(folder, STORY, language, size, text_size, scene, deeds)
        status, said = status or code, said + errors
        for frame in frames:
            where = f"{frame['screen']}/{frame['panel']}: "
            found += [where + fault for fault in page_faults(frame, language)]
            if frame["rtl"] != (language == "ar"):
                found.append(where + "read from the wrong side")
            seen.add((frame["screen"], frame["panel"]))
    wanted = {("opening", "none"), ("scene", "none"), ("choices", "none"), ("because", "none"), ("ending", "none"),
              ("scene", "sources"), ("scene", "glossary"), ("scene", "timeline"), ("scene", "settings")}
    # A missing font or glyph is said, and would be a box on the page.
    case(status == 0 and not said and not found and wanted <= seen, f"{language}: {size} at {text_size} %",
         status, said, wanted - seen, *sorted(set(found))[:6])


def checkers():
    """That each fault is found: a sound pair with one thing changed."""
    def thing(name, x, y, focus=True):
        return {"id": name, "role": "button", "rect": [x, y, 30, 20], "seen": [x, y, 30, 20], "hit": [x, y, 30, 20],
                "px": 20, "focus": False, "can_focus": focus}
    sound = {"size": [200, 100], "rtl": False, "scroll_area": [0, 0, 0, 0], "scroll_at": 0, "scroll_most": 0,
             "items": [thing("a", 0, 0), thing("b", 40, 0), thing("c", 0, 40)]}
    twin = {**sound, "rtl": True, "items": [thing("a", 170, 0), thing("b", 130, 0), thing("c", 170, 40)]}
    case(not list(unlike(sound, twin)), "the checker: a mirror", *unlike(sound, twin))
    case(list(unlike(sound, {**sound, "rtl": True})), "the checker: no mirror")
    case(list(unlike(sound, sound)), "the checker: one direction twice")
    for frame in (sound, twin):
        case(not list(page_faults(frame, "zh")), "the checker: a page", *page_faults(frame, "zh"))
    case(list(order_faults({**sound, "rtl": True})), "the checker: focus against the reading")
    a, b, c = sound["items"]
    case(list(order_faults({**sound, "items": [c, a, b]})), "the checker: focus up the page")
    case(list(page_faults({**sound, "items": [thing("a", 171, 0)]}, "th")), "the checker: past the edge")
    case(list(page_faults({**sound, "items": [a, thing("b", 29, 0)]}, "th")), "the checker: text over text")
    case(list(page_faults({**sound, "items": [{**a, "px": 0.7}]}, "zh")), "the checker: a line too long")


def arrows(folder):
    """From the right, the left arrow goes on."""
    rows = (("ar", "Left", "Right", "→"), ("th", "Right", "Left", "←"))
    for language, on, back, hint in rows:
        _, frames, said = play(folder, STORY, language, "1366x768", 100, "ford", ["key " + on, "key " + back])
        captions = [item(f, "caption")["name"] for f in frames if item(f, "caption")]
        steps = [c for n, c in enumerate(captions) if n == 0 or c != captions[n - 1]]
        case(len(steps) == 3 and steps[0] == steps[2] and item(frames[0], "bar.back")["hint"] == hint,
             f"{language}: the {on.lower()} arrow goes on", steps, said)


def digits(folder):
    _, frames, said = play(folder, STORY, "ar", "1366x768", 100, "ford", ["key T", "key Escape", "key O"])
    names = [i["name"] for f in frames for i in f["items"]]
    case("١٨٩٨" in " ".join(names) and "١٠٠ %" in names and "فبراير" in " ".join(names), "ar: dates and numbers", names,
         said)


def story_faults():
    done = subprocess.run([RELEASE, "check", STORY], capture_output=True, text=True)
    case(done.returncode == 0 and "translation" not in done.stdout, "the story and its three languages", done.stdout)


def make_data(folder, more):
    os.makedirs(folder + "/assets/strings")
    shutil.copy(DATA + "/assets/strings/en.json", folder + "/assets/strings")
    for name in more:
        shutil.copy(f"{STORY}/strings/{name}.json", folder + "/assets/strings")
    return folder


checkers()
story_faults()
with tempfile.TemporaryDirectory() as temporary:
    told = make_data(temporary + "/told", LANGUAGES)
    twins = make_data(temporary + "/twins", ())
    shutil.copytree(STORY, twins + "/story", ignore=shutil.ignore_patterns("lang", "strings"))
    os.mkdir(twins + "/story/lang")
    with open(twins + "/story/lang/he.json", "w", encoding="utf-8") as file:
        json.dump({}, file)
    arrows(told)
    digits(told)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(mirror_case, twins, size, text) for size in SIZES for text in TEXT_SIZES]
        jobs += [pool.submit(language_case, told, language, size, text)
                 for language in LANGUAGES for size in SIZES for text in TEXT_SIZES]
        for job in jobs:
            job.result()
done_testing()
