# takes: 300
"""A thousand seeds at each level come to an ending, and between them see all there is."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import concurrent.futures
import json

from tap import DOCUMENTARY, LANTERN, Run, check, done_testing, same
from window import RELEASE

SEEDS = 1000
SANITIZED = 150  # of them walk with sanitizers, at a tenth of the speed


def wanted(level):
    """Scenes and endings that a viewer may come to at a level, by the story itself."""
    with open(DOCUMENTARY + "/story.json", encoding="utf-8") as file:
        story = json.load(file)
    scenes, endings = {}, {}
    for scene in story["scenes"]:
        own, gentle = scene, scene.get("gentle", {}) if level == "gentle" else {}
        passed = "next" in gentle and "captions" not in gentle
        ways = [gentle["next"]] if "next" in gentle else (
            [c["to"] for c in own.get("choices", ()) if level == "full" or c.get("level") != "full"]
            or ([own["next"]] if "next" in own else []))
        ending = None if "next" in gentle else own.get("ending") and (
            gentle.get("ending") or own["ending"])
        scenes[scene["id"]] = (passed, ways)
        if ending:
            endings[scene["id"]] = ending["id"]
    reached, left = set(), [story["start"]]
    while left:
        at = left.pop()
        if at not in reached:
            reached.add(at)
            left += scenes[at][1]
    return ({s for s in reached if not scenes[s][0]},
            {endings[s] for s in reached if s in endings})


def walk(level, seed):
    program = LANTERN if seed < SANITIZED else RELEASE
    run = Run("walk", DOCUMENTARY, "--level", level, "--random", seed, program=program)
    lines = [json.loads(line) for line in run.out.splitlines()]
    ended = run.status == 0 and run.err == "" and lines and lines[-1]["ending"]
    return seed, ended, {line["scene"] for line in lines}


for level in ("full", "gentle"):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        walks = list(pool.map(lambda seed: walk(level, seed), range(SEEDS)))
    endless = [seed for seed, ended, _ in walks if not ended]
    check("%s: %d seeds come to an ending" % (level, SEEDS), not endless, endless[:20])
    scenes, endings = wanted(level)
    seen = set().union(*(s for _, _, s in walks))
    same(level + ": every scene is seen", sorted(scenes), sorted(seen))
    same(level + ": every ending is reached", sorted(endings),
         sorted({ended for _, ended, _ in walks if ended}))
done_testing()
