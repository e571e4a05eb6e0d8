# takes: 120
"""Star 4: forgiving touch. Acts on release, sliding off cancels, one tap is one action, a palm does nothing; what is
to be pressed is large enough, lies over nothing else, and can be brought wholly into sight."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, done_testing
from window import RELEASE, SMALL_STORY, case, item, play_script

LEAST_PX = 44  # at 1,080 lines
SIZES = ("1024x768", "1366x768", "1920x1080", "1080x1920")


def run(deeds, *more, story=SMALL_STORY):
    status, frames, said = play_script(deeds, "--still", *more, story=story, program=RELEASE)
    if status or not frames:
        raise RuntimeError(f"{deeds}: {status} {said}")
    return frames


def middle(frame, name):
    x, y, w, h = item(frame, name)["hit"]
    return x + w // 2, y + h // 2


def releases():
    frame = run(["wait 1"])[-1]
    x, y = middle(frame, "bar.settings")
    ox, oy = middle(frame, "bar.help")
    row = (
        ("down alone does nothing", [f"finger 1 down {x} {y}"], "none"),
        ("down and up opens", [f"finger 1 down {x} {y}", f"finger 1 up {x} {y}"], "settings"),
        ("sliding off cancels", [f"finger 1 down {x} {y}", f"finger 1 move {ox} {oy}", f"finger 1 up {ox} {oy}"], "none"),
        ("sliding onto it does nothing", [f"finger 1 down {ox} {oy}", f"finger 1 move {x} {y}", f"finger 1 up {x} {y}"], "none"),
        ("sliding off and back still means it",
         [f"finger 1 down {x} {y}", f"finger 1 move {ox} {oy}", f"finger 1 move {x} {y}", f"finger 1 up {x} {y}"], "settings"),
        ("a palm beside does nothing",
         [f"finger 1 down {x} {y}", f"finger 2 down {ox} {oy}", f"finger 2 up {ox} {oy}", f"finger 1 up {x} {y}"], "settings"),
        ("nor does one that stays",
         [f"finger 2 down 900 500", f"finger 1 down {x} {y}", f"finger 1 up {x} {y}", "finger 2 up 900 500"], "none"),
    )
    for name, deeds, panel in row:
        last = run(["guard 500 150", *deeds])[-1]
        case(last["panel"] == panel, name, last["panel"])


def taps():
    """On the ground of a scene, where each tap goes on."""
    start = ["key Return"] + ["key Space"] * 2

    def captions(deeds):
        return [i["name"] for f in run(start + deeds)[-1:] for i in f["items"] if i["id"] in ("dots", "caption")]

    first, second = captions([]), captions(["tap 600 300"])
    case(first != second, "a tap goes on", first)
    double = ["guard 500 150", "tap 600 300", "wait 200", "tap 604 297"]
    case(captions(double) == second, "two taps 200 ms apart are one", captions(double))
    case(captions(["guard 500 150", "tap 600 300", "wait 600", "tap 600 300"]) == captions(["tap 600 300"] * 2),
         "two taps 600 ms apart are two")
    x, y = middle(run(start)[-1], "bar.settings")
    shut = ["guard 500 150", f"tap {x} {y}", "wait 200", f"tap {x} {y}", "wait 600"]
    case(run(start + shut)[-1]["panel"] == "settings", "an impatient second tap does not press what has come there")
    keys = ["guard 500 150", "key Space", "wait 100", "key Space"]
    case(captions(keys) == second, "a key that bounces within 150 ms goes on once")
    keys = ["guard 500 150", "key Space", "wait 200", "key Space"]
    case(captions(keys) == captions(["key Space"] * 2), "and one pressed twice goes on twice")


# --- sizes and gaps ---

def meet(a, b):
    return min(a[0] + a[2], b[0] + b[2]) > max(a[0], b[0]) and min(a[1] + a[3], b[1] + b[3]) > max(a[1], b[1])


def faults(frame):
    least = LEAST_PX * min(frame["size"]) / 1080
    pressable = [i for i in frame["items"] if i["can_focus"] and i.get("hit", [0, 0, 0, 0])[3]]
    for n, i in enumerate(pressable):
        x, y, w, h = i["hit"]
        if min(i["rect"][2:]) + 0.5 < least:
            yield f"{i['id']}: {i['rect'][2]} by {i['rect'][3]} px, {least:.0f} wanted"
        if [w, h] != i["rect"][2:] and not frame["scroll_most"]:
            yield f"{i['id']}: cut, and nothing scrolls"
        for other in pressable[n + 1:]:
            if meet(i["hit"], other["hit"]):
                yield f"{i['id']} {i['hit']} takes presses of {other['id']} {other['hit']}"


def sweep(frame_of, deeds):
    """Drags to the end of what scrolls; the frames on the way."""
    frames = frame_of(deeds)[-1:]
    drags = []
    while frames[-1]["scroll_at"] < frames[-1]["scroll_most"] and len(drags) < 60:
        x, y, w, h = frames[-1]["scroll_area"]
        drags.append(f"drag {x + w // 2} {y + h * 4 // 5} {x + w // 2} {y + h // 5}")
        frames += frame_of(deeds + drags)[-1:]
    return frames


def page(name, deeds, size, text_size, scene=None):
    more = ("--scene", scene) if scene else ()
    frames = sweep(lambda d: run(d, "--size", size, "--text-size", str(text_size), *more, story=DOCUMENTARY), deeds)
    label = f"{name}: {size} at {text_size} %"
    found = sorted({fault for frame in frames for fault in faults(frame)})
    case(not found, f"{label}: large enough, each by itself", *found)
    whole = {i["id"] for f in frames for i in f["items"] if i["can_focus"] and i.get("hit") and i["hit"] == i["rect"]}
    # What is larger than the part that scrolls is whole once all of it was in sight.
    tall = {i["id"] for f in frames for i in f["items"] if "rect" in i and i["rect"][3] > f["scroll_area"][3] > 0}
    missed = {i["id"] for i in frames[-1]["items"] if i["can_focus"]} - whole - tall
    case(not missed, f"{label}: each comes wholly into sight by dragging", *missed)


def checker():
    one = {"id": "a", "can_focus": True, "rect": [0, 0, 90, 50], "hit": [0, 0, 90, 50]}
    two = {"id": "b", "can_focus": True, "rect": [90, 0, 90, 50], "hit": [90, 0, 90, 50]}
    for change, wanted in (({}, 0), ({"rect": [90, 0, 90, 43], "hit": [90, 0, 90, 43]}, 1), ({"hit": [89, 0, 90, 50]}, 1),
                           ({"hit": [90, 0, 90, 20]}, 1)):
        frame = {"size": [1920, 1080], "scroll_most": 0, "items": [one, {**two, **change}]}
        case(len(list(faults(frame))) == wanted, f"the checker: {change}", *faults(frame))


checker()
releases()
taps()
for size in SIZES:
    for text_size in (100, 300):
        page("opening", ["wait 1"], size, text_size)
        page("settings", ["press bar.settings"], size, text_size)
        page("choices", ["key Space"] * 30, size, text_size, "s07")
page("ending", ["key Space"] * 30, "1366x768", 200, "e3")
page("history", ["key Space"] * 30 + ["key 1", "key H"], "1366x768", 200, "s07")
done_testing()
