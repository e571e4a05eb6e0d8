# takes: 600
# needs: a head start
"""Without a display: each way of handling leads to an ending, and every page can be read and pressed."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, LANTERN, done_testing
from window import RELEASE, SMALL_STORY, case, item, play_script

SIZES = ((1024, 768), (1366, 768), (1920, 1080), (1080, 1920))
TEXT_SIZES = (100, 200, 300)
LEAST_PX = 15
LEAST_CONTRAST = 7


def keys():
    deeds = ["key Return"] + (["key Space"] * 14 + ["key 1"]) * 30
    status, frames, said = play_script(deeds, story=DOCUMENTARY)
    case(status == 0 and any(f["screen"] == "ending" for f in frames),
         "the keys alone lead the documentary to an ending", status, said, frames[-1:])


def pad():
    deeds = ["pad a"] + (["pad a"] * 18 + ["pad dpdown", "pad a"]) * 40
    status, frames, said = play_script(deeds, story=DOCUMENTARY, program=RELEASE)
    case(status == 0 and any(f["screen"] == "ending" for f in frames),
         "the pad alone leads the documentary to an ending", status, said, frames[-1:])


def mouse():
    """Presses what is there to go on, one thing more with each run."""
    wanted = ("opening.begin", "go-on", "choice.1", "forward")
    deeds, screens = [], []
    for _ in range(40):
        status, frames, said = play_script(deeds)
        if status or not frames:
            break
        screens.append(frames[-1]["screen"])
        if screens[-1] == "ending":
            break
        there = [name for name in wanted if item(frames[-1], name)]
        if not there:
            break
        deeds.append("press " + there[0])
    case(screens and screens[-1] == "ending", "the mouse alone leads to an ending", status, said, *deeds)


def no_such_thing():
    status, _, said = play_script(["key Space", "press nothing-of-that-name"])
    case(status == 1 and ":2:" in said and said.count("\n") == 1, "a line that cannot be done is named, once", status, said)


# --- what is on the pages ---

def faults(frame):
    """What nobody could read or press, a sentence each."""
    w, h = frame["size"]
    least = max(44 * min(w, h) / 1080 - 1, 32)
    for i in frame["items"]:
        if "rect" not in i:
            continue
        name = f"{frame['screen']}/{frame['panel']} {i['id']}"
        x, y, wide, high = i["hit"]
        if i["px"] and i["px"] < LEAST_PX:
            yield f"{name}: text of {i['px']} px"
        if i["px"] and i["contrast"] < LEAST_CONTRAST:
            yield f"{name}: contrast {i['contrast']}"
        if i["can_focus"] and wide and high:
            # What a list has scrolled to the edge of its part is cut there, its rectangle is not.
            whole = i["rect"][3]
            if max(high, whole) < least:
                yield f"{name}: {high} px high, {least:.0f} wanted"
            if x < 0 or y < 0 or x + wide > w or y + high > h:
                yield f"{name}: outside the page: {i['hit']}"


def pages(story, label, deeds, *arguments, with_sanitizers=()):
    for w, h in SIZES:
        for text_size in TEXT_SIZES:
            status, frames, said = play_script(
                deeds, "--size", f"{w}x{h}", "--text-size", str(text_size), *arguments, story=story,
                program=LANTERN if (w, h) in with_sanitizers else RELEASE)
            found = sorted({f for frame in frames for f in faults(frame)})
            case(status == 0 and frames and not found, f"{label}: {w}x{h} at {text_size} %",
                 f"exit {status}, {len(frames)} frames", said, *found)


def panel_keys():
    """The panels by their keys: at large sizes the bar may not show every button."""
    return [line for key in ("S", "G", "H", "O", "F1", "I", "P") for line in (f"key {key}", "key Escape")]


def checker():
    """That faults are found at all."""
    good = {"id": "x", "rect": [0, 0, 90, 60], "hit": [0, 0, 90, 60], "px": 20, "contrast": 7.0, "can_focus": True}
    page = {"size": [1920, 1080], "screen": "scene", "panel": "none"}
    bad = [{"px": 14}, {"contrast": 6.9}, {"hit": [0, 0, 90, 20], "rect": [0, 0, 90, 20]},
           {"hit": [1900, 0, 90, 60]}, {"hit": [0, -1, 90, 60]}]
    caught = [len(list(faults({**page, "items": [{**good, **change}]}))) for change in [{}] + bad]
    case(caught == [0, 1, 1, 1, 1, 1], "the checker finds small, pale, low and lost things", caught)


keys()
pad()
mouse()
no_such_thing()
checker()
to_choices = ["key Return"] + ["key Space"] * 16
pages(SMALL_STORY, "small story", to_choices + panel_keys() + ["key 1"] + ["key Space"] * 20,
      with_sanitizers=SIZES[:1])
pages(DOCUMENTARY, "documentary", ["key Return"] + (["key Space"] * 30 + ["key 1"]) * 2 + panel_keys(), "--still")
done_testing()
