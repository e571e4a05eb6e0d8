# takes: 240
"""Star 14: what a scene touches is said before the scene, with a way round it; a gentle telling has nothing of that
kind to say. Every step of the documentary that leads to a scene with an advisory is taken in the window's own frames.
(What a gentle viewing can read at all is looked through in documentary.py.)"""
import concurrent.futures
import json
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DATA, DOCUMENTARY, check, done_testing
from window import RELEASE, item, play_script

with open(DOCUMENTARY + "/story.json", encoding="utf-8") as file:
    STORY = json.load(file)
with open(DATA + "/assets/strings/en.json", encoding="utf-8") as file:
    WORDS = json.load(file)
SCENES = {s["id"]: s for s in STORY["scenes"]}
TOLD = {s["title"]: s["id"] for s in STORY["scenes"]}
TO_CHOICES = ["key Space"] * 40
ON = ["key Space"] * 4


def leads_to(scene):
    return [c["to"] for c in scene.get("choices", [])] + ([scene["next"]] if "next" in scene else [])


def frames_of(scene, deeds, *more):
    status, frames, said = play_script(deeds, "--scene", scene, "--size", "480x320", "--still", *more,
                                       story=DOCUMENTARY, program=RELEASE)
    if status or not frames:
        raise RuntimeError(f"{scene}: {status} {said}")
    return frames


def first_of(frames, scene):
    """The index of the first frame that tells the scene, or -1."""
    title = SCENES[scene]["title"]
    return next((n for n, f in enumerate(frames)
                 if f["screen"] == "scene" and item(f, "title") and item(f, "title")["name"] == title), -1)


def judge(start, frames):
    """{scene with an advisory that was come to: what is wrong, or nothing}"""
    found = {}
    for scene in set(leads_to(SCENES[start])):
        at = first_of(frames, scene)
        if not SCENES[scene].get("advisory") or at < 0:
            continue
        before = [f for f in frames[:at] if f["screen"] in ("notice", "chapter") and item(f, "notice")]
        if not before:
            found[scene] = f"{start} to {scene}: told without a word before"
            continue
        notice = before[-1]
        missing = [a for a in SCENES[scene]["advisory"] if WORDS["advisory." + a] not in item(notice, "notice")["name"]]
        picture = SCENES[scene].get("picture", {}).get("alt")
        shown = item(notice, "picture")
        wrong = (missing and f"does not name {missing}",
                 not item(notice, "skip") and "offers no way round",
                 shown and shown["name"] == picture and "shows its picture before")
        found[scene] = "; ".join(f"{start} to {scene}: {w}" for w in wrong if w)
    return found


def ways_from(start):
    """Every choice that is offered there, taken; the frames of each."""
    if not SCENES[start].get("choices"):
        return [frames_of(start, TO_CHOICES[:20])]
    here = frames_of(start, TO_CHOICES)
    offered = [i for f in here[-1:] for i in f["items"] if i["role"] == "choice"]
    return [frames_of(start, TO_CHOICES + [f"key {n + 1}", *ON]) for n in range(len(offered))]


def from_scene(start):
    found = {}
    for frames in ways_from(start):
        found.update(judge(start, frames))
    return found


def skipped(scene):
    """K in place of the scene: one sentence, none of its captions, no picture."""
    before = next(s["id"] for s in STORY["scenes"] if scene in leads_to(s))
    captions = [c["text"] for c in SCENES[scene]["captions"]]
    for frames in ways_from_skipping(before):
        told = {item(f, "caption")["name"] for f in frames if f["screen"] == "scene" and item(f, "caption")}
        if SCENES[scene]["skip"] in told:
            return not told & set(captions)
    return False


def ways_from_skipping(start):
    here = frames_of(start, TO_CHOICES)
    offered = [i for f in here[-1:] for i in f["items"] if i["role"] == "choice"]
    # Because-card, chapter and notice come before the scene: K does nothing on the first.
    return [frames_of(start, TO_CHOICES + [f"key {n + 1}", "key k", "key Space", "key k", "key Space", "key k"])
            for n in range(len(offered))]


def is_gentle(start):
    deeds = TO_CHOICES + ["key 1", *ON]
    frames = frames_of(start, deeds, "--level", "gentle")
    return [start for f in frames if item(f, "notice")]


starts = [s["id"] for s in STORY["scenes"] if any(SCENES[t].get("advisory") for t in leads_to(s))]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    found = {}
    for one in pool.map(from_scene, starts):
        for scene, wrong in one.items():
            found[scene] = "; ".join(filter(None, (found.get(scene, ""), wrong)))
    warned = list(pool.map(is_gentle, starts))
wrong = [w for w in found.values() if w]
check(f"{len(found)} scenes say what they touch before they are told, with a way round", len(found) > 15 and not wrong, wrong)
check("the skipped scene is one sentence", skipped("s07"))
check("a gentle telling has no notice to give", not any(warned), [w for w in warned if w])
opening = frames_of(STORY["start"], ["key Home"])
check("the level is chosen on the first screen, before anything is told",
      all(item(opening[-1], f"level.{level}") for level in ("full", "gentle")), opening[-1]["screen"])
done_testing()
