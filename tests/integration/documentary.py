# takes: 300
"""The rules of the documentary's graph, held by walks of chance (../shared/facts.md, section 8)."""
import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, LANTERN, done_testing
from window import RELEASE, TESTS, case

SEEDS = 1000 if os.environ.get("LANTERN_LONG") else 300
PROGRAM = RELEASE if os.access(RELEASE, os.X_OK) else LANTERN
LEVELS = ("full", "gentle")
TURNS = ("s06", "s11", "s14", "s15", "s20", "s24")  # of road and trust
ENDINGS = ["e1", "e2", "e3", "e4", "e5", "e6"]


def walk(job):
    level, seed = job
    p = subprocess.run([PROGRAM, "walk", DOCUMENTARY, "--level", level, "--random", str(seed)],
                       capture_output=True, text=True)
    if p.returncode:
        raise RuntimeError(f"walk {level} {seed}: exit {p.returncode}: {p.stderr}")
    return [json.loads(line) for line in p.stdout.splitlines()]


def sample(items):
    return ", ".join(str(i) for i in sorted(items)[:12])


def story():
    with open(DOCUMENTARY + "/story.json", encoding="utf-8") as f:
        return json.load(f)


def gentle_patterns():
    with open(TESTS + "/fixtures/gentle-words.txt", encoding="utf-8") as f:
        lines = [line.strip() for line in f]
    found = []
    for line in lines:
        if line and not line.startswith("#"):
            # Whole words: no letter directly before or after.
            found.append((line, re.compile(r"(?<![^\W\d_])" + re.escape(line) + r"(?![^\W\d_])")))
    return found


def texts(step):
    yield from [step["title"], step["because"] or ""]
    yield from step["captions"]
    yield from step["choices"]


def graph_cases(level, walks, told):
    roads = defaultdict(set)  # ending: the roads to it
    ends_after = defaultdict(set)  # turn and where it went: the endings
    for steps in walks:
        road = tuple(s["scene"] for s in steps)
        roads[road[-1]].add(road)
        for here, there in zip(road, road[1:]):
            if here in TURNS:
                ends_after[here, there].add(road[-1])
    everything = [road for some in roads.values() for road in some]
    seen = {scene for road in everything for scene in road}

    case(all(s[-1]["ending"] for s in walks), f"{level}: every walk ends")
    case(seen >= told, f"{level}: every scene and ending is reached", "not reached: " + sample(told - seen))
    for ending in ENDINGS:
        case(len(roads[ending]) >= 2, f"{level}: {ending} is reached by two roads", *roads[ending])
    wrong = [r for r in roads["e1"] if "s18" in r]
    case(not wrong, f"{level}: no road through s18 reaches e1", *wrong)
    through = [r for r in everything if "s18" in r and "s31" in r]
    case(through and all(r[-1] == "e3" for r in through), f"{level}: s18 and s31 lead to e3", *through[:3])
    one = [f"{a} to {b}: {sample(e)}" for (a, b), e in ends_after.items() if len(e) < 2 and b[0] != "e"]
    case(ends_after and not one, f"{level}: no turn of road or trust leads to one outcome only", *one)
    return roads


def embassy_case(level, walks):
    """1998, then the years in hiding to 2002."""
    wrong, count = [], 0
    for steps in walks:
        years = [s["state"]["year"] for s in steps]
        scenes = [s["scene"] for s in steps]
        if "s22" in scenes:
            at = scenes.index("s22")
            count += 1
            if years[at] != 2002 or 1998 not in years[:at] or "s16" not in scenes[:at]:
                wrong.append(list(zip(scenes, years)))
    case(count and not wrong, f"{level}: the embassy opens only to 1998 gone on to 2002",
         f"{count} walks reach it", *wrong[:3])


def gentle_case(walks):
    patterns = gentle_patterns()
    case(len(patterns) > 80, "gentle: the word list is there")
    seen, found = set(), []
    for steps in walks:
        for step in steps:
            for text in texts(step):
                if text not in seen:
                    seen.add(text)
                    found += [f"{step['scene']}: \"{w}\" in: {text}" for w, p in patterns if p.search(text.lower())]
    case(not found, "gentle: no word that is kept from eleven-year-olds", *found)


def cites_case(scenes):
    """Where a road is closed by return, the law on it stands beside."""
    bare = [s for s in ("s17", "s25") if not scenes[s].get("claims")]
    case(not bare, "s17 and s25 carry claims", *bare)


def main():
    scenes = {s["id"]: s for s in story()["scenes"]}
    jobs = [(level, seed) for level in LEVELS for seed in range(1, SEEDS + 1)]
    with ThreadPoolExecutor(4) as pool:
        walked = list(pool.map(walk, jobs))
    case(walk(jobs[0]) == walked[0], "the same seed walks the same road")
    for level in LEVELS:
        walks = [w for (at, _), w in zip(jobs, walked) if at == level]
        passed = {i for i, s in scenes.items()
                  if level == "gentle" and "next" in s.get("gentle", {}) and "captions" not in s["gentle"]}
        graph_cases(level, walks, set(scenes) - passed)
        embassy_case(level, walks)
        if level == "gentle":
            gentle_case(walks)
    cites_case(scenes)
    done_testing()


main()
