# takes: 500
"""★13: going on by itself keeps to the reading level's pace, waits for the voice, and for whoever is there."""
import json
import os
import re
import sys
import tempfile

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

from heard import utterances
from tap import DOCUMENTARY, check, done_testing, same
from window import item, play_script

WORDS_A_MINUTE = {"full": 140, "gentle": 130}  # the documentary's audience reads at the middle level
FACTORS = {"half": 0.5, "slower": 0.75, "usual": 1, "faster": 1.5, "double": 2}
LEAST_MS, PICTURE_MS, FRAME_MS = 2000, 5000, 16
HOUR = "wait 3600000"
WAITING = {"choices", "ending", "notice", "chapter"}


def unpictured(folder):
    """The documentary without its pictures: nothing but words changes on a page."""
    def strip(value):
        if isinstance(value, dict):
            return {k: strip(v) for k, v in value.items() if k not in ("picture", "cover", "sound", "map", "maps")}
        return [strip(v) for v in value] if isinstance(value, list) else value
    with open(DOCUMENTARY + "/story.json", encoding="utf-8") as f:
        story = strip(json.load(f))
    with open(folder + "/story.json", "w", encoding="utf-8") as f:
        json.dump(story, f)
    os.symlink(DOCUMENTARY + "/lang", folder + "/lang")
    return story


def words(text):
    """What even the strictest count calls a word: signs alone are none."""
    return sum(any(c.isalnum() for c in token) for token in re.split(r"\s+", text))


def shown(frame):
    """What a caption's or card's page is known by."""
    title, caption = item(frame, "title"), item(frame, "caption") or item(frame, "because") or item(frame, "chapter")
    return (frame["screen"], title and title["name"], caption and caption["name"], frame["page"])


def stretches(frames):
    """[(frame, ms it stood)]: the last one stands until the end, and is left out."""
    starts = [f for i, f in enumerate(frames) if i == 0 or shown(f) != shown(frames[i - 1])]
    return [(f, after["now"] - f["now"]) for f, after in zip(starts, starts[1:])], starts[-1]


def go(folder, *arguments, deeds=(HOUR,)):
    status, frames, errors = play_script(list(deeds), "--size", "1366x768", *arguments, story=folder)
    return frames if status == 0 and frames else sys.exit("not ok play: %s" % errors)


# --- every caption, at every pace ---

def every_caption(folder, story):
    for level, rate in WORDS_A_MINUTE.items():
        for pace, factor in FACTORS.items():
            seen, short, long, stuck = set(), [], [], []
            for scene in story["scenes"]:
                if scene["id"] in seen or (level == "gentle" and pace not in ("usual", "double")):
                    continue
                frames = go(folder, "--still", "--pace", pace, "--level", level, "--scene", scene["id"])
                stood, last = stretches(frames)
                stuck += [] if last["screen"] in WAITING else [shown(last)]
                pages = {}
                for f, ms in stood:
                    pages.setdefault(shown(f)[:3], []).append(ms)
                for (screen, title, text), times in pages.items():
                    if screen != "scene" or not text:
                        continue
                    least = max(LEAST_MS, words(text) * 60000 / rate / factor)
                    most = least * 1.4 + PICTURE_MS + LEAST_MS * len(times)
                    short += [(text[:40], sum(times), least)] if sum(times) < least - FRAME_MS else []
                    short += [(text[:40], times)] if min(times) < LEAST_MS - FRAME_MS else []
                    long += [(text[:40], sum(times), most)] if sum(times) > most else []
                    seen.add(next((s["id"] for s in story["scenes"] for c in s["captions"]
                                   if s["title"] == title), None))
            if level == "full" or pace in ("usual", "double"):
                name = "%s, %s: " % (level, pace)
                check(name + "every scene went on by itself", len(seen) > 0.6 * len(story["scenes"]), len(seen))
                check(name + "no caption goes before its time", not short, short[:3])
                check(name + "none stands far longer", not long, long[:3])
                check(name + "it stops where there is something to decide, and nowhere else", not stuck, stuck[:3])


# --- what waits ---

def the_voice(folder, scene):
    with tempfile.TemporaryDirectory() as logs:
        os.environ["LANTERN_SPEECH_LOG"] = logs + "/speech.log"
        frames = go(folder, "--still", "--speech", "--pace", "double", "--scene", scene)
        del os.environ["LANTERN_SPEECH_LOG"]
        with open(logs + "/speech.log", encoding="utf-8") as f:
            lines = [json.loads(line) for line in f]
        said = utterances(logs + "/speech.log")
    stood, last = stretches(frames)
    starts = [f["now"] for f, _ in stood[1:]] + [last["now"]]
    ends = [u.end for u in said]
    check("voice: there is something to wait for", len(starts) > 3 and len(said) > 3, starts)
    check("voice: no word is cut off", not any(line["cut"] for line in lines), [l for l in lines if l["cut"]][:2])
    gaps = [start - max(e for e in ends if e <= start) for start in starts]
    check("voice: a moment of quiet, and no more, before it goes on", all(500 <= g <= 3000 for g in gaps), gaps)


def held(folder, scene):
    """Deeds after which an hour changes nothing; and those that let it go on. A finger is one for 20 s: after that its
    lifting was lost."""
    holds = {
        "a panel": (["key S"], ["key Escape"]),
        "the pause": (["key P"], ["key Escape"]),
        "the Pause key": (["key Pause"], ["key Pause"]),
        "the focus": (["key Tab"], ["key Escape"]),
        "a finger": (["finger 1 down 600 300"], ["finger 1 up 600 200"]),
    }
    waits = {"a finger": "wait 19000"}
    for name, (deeds, release) in holds.items():
        arguments = ("--still", "--pace", "double", "--scene", scene)
        frames = go(folder, *arguments, deeds=[*deeds, waits.get(name, HOUR)])
        first = shown(frames[0])
        check("%s holds it" % name, all(shown(f) == first for f in frames if f["panel"] == "none"), shown(frames[-1]))
        frames = go(folder, *arguments, deeds=[*deeds, waits.get(name, HOUR), *release, HOUR])
        check("%s: let go, it goes on" % name, shown(frames[-1]) != first, first)
    frames = go(folder, "--still", "--pace", "double", "--scene", scene, deeds=["wait 1900", "key F9"] * 40)
    check("any key begins the time anew", len({shown(f) for f in frames}) == 1, shown(frames[-1]))
    frames = go(folder, "--still", "--scene", scene)
    check("nothing goes on unless it is asked for", len({shown(f) for f in frames}) == 1, shown(frames[-1]))


def quiet(folder, scene):
    """The sign that it goes on costs a few redraws a caption; where motion is reduced, none."""
    still = go(folder, "--still", "--pace", "usual", "--scene", scene)
    stood, _ = stretches(still)
    same("still: one frame a page", len(stood) + 1, len(still))
    moving = go(folder, "--pace", "usual", "--scene", scene)
    stood, _ = stretches(moving)
    check("a line: at most seven frames a page", len(stood) > 2 and len(moving) <= 7 * (len(stood) + 1), len(moving))
    check("a line: and it is there", len(moving) > len(still), len(moving))
    check("the button says it", item(still[0], "forward")["name"] == "Forward · by itself", item(still[0], "forward"))
    off = go(folder, "--scene", scene, deeds=["wait 100"])
    check("and only then", item(off[0], "forward")["name"] == "Forward", item(off[0], "forward"))


with tempfile.TemporaryDirectory() as folder:
    story = unpictured(folder)
    every_caption(folder, story)
    the_voice(folder, story["start"])
    held(folder, story["start"])
    quiet(folder, story["start"])
done_testing()
