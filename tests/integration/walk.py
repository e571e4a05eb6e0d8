"""walk: what one line holds, the same for the same choices, and where a walk ends."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import json

import story
from tap import DOCUMENTARY, Run, check, done_testing, same


def lines(run):
    return [json.loads(line) for line in run.out.splitlines()]


def walk(folder, *options):
    return Run("walk", folder, *options)


def form():
    folder = story.save("form", story.base())
    first = ('{"step":1,"scene":"gate","chapter":"one","title":"The gate","because":null,'
             '"captions":["Mist over 3 stones."],"choices":["Cross","Wait"],'
             '"state":{"coins":3},"ending":null}')
    same("a line", first, walk(folder).out.rstrip("\n"))
    run = walk(folder, "--choose", "2")
    same("next goes on by itself", ["gate", "bank", "far"], [line["scene"] for line in lines(run)])
    same("an ending ends it", "over", lines(run)[-1]["ending"])
    same("steps are counted", [1, 2, 3], [line["step"] for line in lines(run)])
    same("set", 2, lines(walk(folder, "--choose", "1"))[-1]["state"]["coins"])
    same("--steps", 2, len(lines(walk(folder, "--choose", "2", "--steps", "2"))))
    same("the list runs out: exit 0", 0, walk(folder).status)
    other = story.save("ko", story.base(), {"ko": {"gate/title": "문"}})
    same("--lang", "문", lines(walk(other, "--lang", "ko-KR"))[0]["title"])
    run = Run("walk", other, env={"LC_ALL": "ko_KR.UTF-8"})
    same("the system's language has no part in it", "The gate", lines(run)[0]["title"])


def errors():
    folder = story.save("errors", story.base())
    for name, choices in (("a number not offered", "3"), ("left over after an ending", "1,1")):
        run = walk(folder, "--choose", choices)
        same(name + ": exit 1", 1, run.status)
        check(name + ": names the step", run.err.startswith("lantern: ") and "step" in run.err, run)
        check(name + ": what was walked is printed", run.out.startswith('{"step":1,'), run)
    refused = story.base()
    refused["scenes"][1]["next"] = "nowhere"
    run = walk(story.save("refused", refused))
    same("a refused story: exit 1", 1, run.status)
    same("a refused story: nothing on stdout", "", run.out)
    check("a refused story: why", "[unknown-scene]" in run.err and "lantern check" in run.err, run)


def circle():
    round_about = story.base()
    round_about["scenes"][1]["next"] = "bank"
    run = walk(story.save("round", round_about), "--choose", "2", "--steps", "50")
    same("a circle ends with --steps", (0, 50), (run.status, len(run.out.splitlines())))


def chance():
    for level in ("full", "gentle"):
        seen = set()
        for seed in range(20):
            runs = [walk(DOCUMENTARY, "--random", seed, "--level", level).stdout for _ in range(2)]
            if runs[0] != runs[1]:
                check("%s: seed %d twice" % (level, seed), False, "the walks differ")
            seen.add(runs[0])
        check(level + ": the same seed, the same walk; other seeds, others", len(seen) > 5, len(seen))


def replay():
    """What chance chose, chosen: the same walk."""
    folder = story.save("replay", story.base())
    for seed in range(8):
        by_chance = lines(walk(folder, "--random", seed))
        choice = 1 if by_chance[1]["scene"] == "far" else 2
        same("seed %d, chosen" % seed, by_chance, lines(walk(folder, "--choose", choice)))


form()
errors()
circle()
chance()
replay()
done_testing()
