# takes: 450
# needs: a head start
"""Everything by ear: the story is told, chosen and ended with the display hidden and six keys, and every
string on every page is in the log of what was said."""
import itertools
import json
import os
import sys
import tempfile

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

from heard import bare, listen, unheard
from window import RELEASE, SMALL_STORY
from tap import DOCUMENTARY, Run, check, done_testing, same

SEEDS = 150  # walked to find a way to each ending
THROUGH = 40  # more than any long panel has parts
NEXT, BACK, DOWN, ENTER, AGAIN, HELP = "Space", "Backspace", "Down", "Return", "R", "F1"


def story_scene(folder):
    """Its first scene."""
    with open(folder + "/story.json", encoding="utf-8") as f:
        return json.load(f)["scenes"][0]["id"]


def n_of(steps):
    return int(steps[0].texts[-1].split()[-1])


def walk(level, *arguments):
    run = Run("walk", DOCUMENTARY, "--level", level, *arguments, program=RELEASE)
    return [json.loads(line) for line in run.out.splitlines()]


def choices_made(story, level, lines):
    """Which of those offered led on; where several lead to one scene, whichever gives this walk again."""
    scenes = {s["id"]: s for s in story["scenes"]}
    each = []
    for here, after in zip(lines, lines[1:]):
        if here["choices"]:
            leads = {c["text"]: c["to"] for c in scenes[here["scene"]]["choices"]}
            fits = [n + 1 for n, words in enumerate(here["choices"]) if leads[words] == after["scene"]]
            each.append(fits or [n + 1 for n in range(len(here["choices"]))])
    for made in itertools.islice(itertools.product(*each), 64):
        if not made or walk(level, "--choose", ",".join(map(str, made))) == lines:
            return made
    return None


def ways(story, level, seeds):
    """{ending: (choices made, lines)}, the shortest of those walked."""
    walks = {}
    for seed in range(seeds):
        lines = walk(level, "--random", seed)
        walks.setdefault(lines[-1]["ending"], []).append(lines)
    found = {}
    for ending, those in walks.items():
        for lines in sorted(those, key=len):
            made = choices_made(story, level, lines)
            if made is not None:
                found[ending] = made, lines
                break
    return found


def keys_for(made, lines):
    """Space past the last caption changes nothing: a few too many are as good as a count."""
    keys, spaces, made = [], 8, list(made)
    for line in lines:
        spaces += len(line["captions"]) + 3
        if line["choices"]:
            keys += [NEXT] * spaces + [DOWN] * made.pop(0) + [ENTER]
            spaces = 0
    return keys + [NEXT] * (spaces + 2)


def blind(level, ending, made, lines, title, **more):
    name = "%s, blind to %s" % (level, ending)
    keys = [HELP] + [NEXT] * THROUGH + [BACK, AGAIN] + keys_for(made, lines)
    status, frames, errors, said = listen(["key " + k for k in keys], "--speech", "--level", level, story=DOCUMENTARY,
                                          **more)
    check(name + ": plays to its end", status == 0 and frames and frames[-1]["screen"] == "ending",
          "status %s, %s, %s" % (status, frames[-1]["screen"] if frames else "", errors[-300:]))
    check(name + ": the ending is told", any(title in u.texts for u in said[-12:]), [str(u) for u in said[-3:]])
    missing = unheard(frames, said)
    check(name + ": every string was said", not missing, missing[:5])
    offered = [words for line in lines for words in line["choices"]]
    hay = "".join(u.bare for u in said)
    missing = [c for c in offered if bare(c) not in hay]
    check(name + ": every choice was said", not missing, missing[:5])
    pairs = list(zip(said, said[1:]))
    check(name + ": one voice at a time", all(a.end <= b.start for a, b in pairs),
          [str(b) for a, b in pairs if a.end > b.start][:3])
    return said


with open(DOCUMENTARY + "/story.json", encoding="utf-8") as file:
    story = json.load(file)
titles = {}
for scene in story["scenes"]:
    for holder in (scene, scene.get("gentle", {})):
        if "ending" in holder:
            titles.setdefault(holder["ending"]["id"], set()).add(holder["ending"]["title"])
endings = {s["ending"]["id"] for s in story["scenes"] if "ending" in s}
found = ways(story, "full", SEEDS)
same("a way to every ending is known", sorted(endings), sorted(found))
for ending, (made, lines) in sorted(found.items()):
    blind("full", ending, made, lines, min(titles[ending]), program=RELEASE)
for ending, (made, lines) in list(ways(story, "gentle", 10).items())[:1]:
    blind("gentle", ending, made, lines, min(titles[ending]))

# --- from every screen ---

TO = {
    "opening": [],
    "notice": ["key Space"],
    "chapter": ["key Space"] * 2,
    "scene": ["key Space"] * 3,
    "choices": ["key Space"] * 7,
    "because": ["key Space"] * 7 + ["key 1"],
    "ending": ["key Space"],
}
FROM = {"ending": ["--scene", "end"]}
PANELS = {"sources": "S", "glossary": "G", "picture": "D", "map": "M", "timeline": "T", "chapters": "C",
          "history": "H", "settings": "O", "help": "F1", "pause": "P"}
for screen, deeds in TO.items():
    status, frames, errors, said = listen([*deeds, "key F2", "key Ctrl+Alt+S", "key F2"], *FROM.get(screen, ()))
    check("%s: the screen is reached" % screen, status == 0 and frames[-1]["screen"] == screen, frames[-1]["screen"])
    texts = [u.texts[0] for u in said]
    same("%s: F2 and Ctrl+Alt+S switch speech, and say so" % screen, ["Speech on", "Speech off", "Speech on"], texts)
    check("%s: then the whole screen is said" % screen, not unheard(frames[-1:], said), unheard(frames[-1:], said))
beneath = next(f for f in listen(TO["scene"])[1] if f["screen"] == "scene")
caption = next(i["name"] for i in beneath["items"] if i["id"] == "caption")
ways_in = {panel: [*TO["scene"], "key " + key] for panel, key in PANELS.items()}
ways_in["about"] = ["press bar.about"]
for panel, deeds in ways_in.items():
    for switch in "F2", "Ctrl+Alt+S":
        status, frames, errors, said = listen([*deeds, "key " + switch, *["key Space"] * (THROUGH if switch == "F2" else 0)])
        name = "%s panel, %s" % (panel, switch)
        check(name + ": switches speech on", status == 0 and said and said[0].texts[0] == "Speech on", errors)
        if switch == "F2":
            same(name + ": Space does not leave it", panel, frames[-1]["panel"])
            check(name + ": all of it is said as one goes through", not unheard(frames[-1:], said), unheard(frames[-1:], said))
            check("lesson #5590: nothing beneath the %s panel is said" % panel, bare(caption) not in "".join(u.bare for u in said),
                  said[-1])
            longest = max(len(u.bare) for u in said)
            check(name + ": in parts, none of them endless", panel in ("pause", "picture") or longest < 900, longest)

# --- going through what is said ---

scene = ["--speech", "--scene", story_scene(SMALL_STORY)]
status, frames, errors, said = listen(["wait 700", "key Shift+Right", "wait 100", "key Shift+Right", "wait 100",
                                       "key Shift+Left", "wait 100000", "key Shift+Left"], *scene, wait=0)
whole = said[0].lines and listen([], *scene)[3][0].texts
starts = [whole.index(u.texts[0]) for u in said[1:]]
check("Next and Previous go through the parts of what is said", len(said) == 5 and
      starts[0] > 0 and starts[1] > starts[0] and starts[2] == starts[0], [whole, *map(str, said)])
check("at its end Previous is the one before the last", 0 < starts[3] < len(whole) - 1 and starts[3] > starts[1], starts)
for key in "]", "[":
    status, frames, errors, said = listen(["wait 700", "key " + key], *scene, wait=0)
    same("the bracket %s too" % key, "step", said[1].why)
status, frames, errors, said = listen(["key F1", *["key Space"] * 30, "key Up"], "--speech", "--size", "800x600")
steps = [u for u in said if u.why == "step"]
seen = []
for frame in frames:
    if frame["panel"] == "help":
        seen += [i["name"] for i in frame["items"] if i.get("seen")]
check("the page scrolls with what is read", len(steps) > 20 and frames[-1]["scroll_at"] > 0 and
      all(u.texts[0] in seen for u in steps[:-8]), [u.texts[0] for u in steps if u.texts[0] not in seen][:3])
check("each part says its place last", [u.texts[-1] for u in steps[:2]] == ["1 of %d" % n_of(steps), "2 of %d" % n_of(steps)],
      steps[0].texts)

# --- interruption, repeating, rate ---

status, frames, errors, said = listen(["key Space", "wait 700", "key z", "wait 100000", "key R"], "--speech", wait=0)
cut = [u for u in said if any(line["cut"] for line in u.lines)]
check("a key without a meaning cuts it off", len(said) == 3 and said[1] is cut[1] and said[1].end == 700,
      [str(u) for u in said])
check("R says it again from the start", said[2].why == "repeat" and said[2].texts[0] == said[1].texts[0], said[2])
status, frames, errors, said = listen(["key .", "key .", "key ,", "key X"], "--speech")
check("after another rate the words go on", len(said[1].texts) == 1, said[1])  # all had been said
status, frames, errors, cut = listen(["wait 700", "key .", "wait 100000"], "--speech", wait=0)
check("cut off by another rate, they go on where they were", cut[1].texts[0] == "200 words a minute" and
      cut[1].texts[1] == cut[0].texts[-1], [str(u) for u in cut])
same("comma and full stop", ["200 words a minute", "225 words a minute", "200 words a minute"],
     [u.texts[0] for u in said[1:4]])
same("a setting that changed", "Keep pictures still: off", said[4].texts[0])
status, frames, errors, said = listen(["key Pause", "wait 90000", "key Pause", "wait 1000", "key z"], "--speech", wait=0)
check("the Pause key holds it, and lets it go on", said and said[0].end == 91000, said and said[0].end)

# --- what others learnt late: the issues of Ren'Py's self-voicing ---

status, frames, errors, said = listen([*TO["choices"], "key F2", "key R"])
same("lesson #2078: it says that it was switched on", "Speech on", said[0].texts[0])
twice = [u for u in said for a, b in zip(u.texts, u.texts[1:]) if bare(a) == bare(b)]
check("lesson #1353: nothing is said twice in a row", not twice, [str(u) for u in twice])
status, frames, errors, said = listen(TO["choices"], "--speech", story=DOCUMENTARY)
respelt = [line for u in said for line in u.lines if "respelling" in line]
shown = {i["name"] for f in frames for i in f["items"]}
check("lesson #400: the words are there as they stand on the page, the pronunciation apart",
      all(any(line["text"] in name for name in shown) for line in respelt), respelt[:2])

# --- languages, what is kept ---

for tag, script in ("ko", "가힣"), ("es", ""):
    status, frames, errors, said = listen([*TO["scene"], "key F1", *["key Space"] * THROUGH, "key Escape", "key O",
                                             *["key Space"] * THROUGH], "--speech", "--lang", tag, story=DOCUMENTARY)
    lines = [line for u in said for line in u.lines]
    check("%s: every string was said" % tag, not unheard(frames, said), unheard(frames, said)[:5])
    check("%s: in its language" % tag, lines and all(
        line["lang"] == tag or line["text"] in ("English", "Español", "한국어") or "://" in line["text"] or
        line["lang"] == "en" for line in lines) and sum(line["lang"] == tag for line in lines) > 0.9 * len(lines),
        [line for line in lines if line["lang"] != tag][:3])
    if script:
        wrong = [line for line in lines if line["lang"] != tag and any(script[0] <= c <= script[1] for c in line["text"])
                 and line["text"] != "한국어"]
        check("%s: nothing of it is said in another" % tag, not wrong, wrong[:3])


def kept(deeds):
    """As play_script does it, but what is kept is kept."""
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/script", "w") as f:
            f.write("\n".join(deeds) + "\n")
        run = Run("play", DOCUMENTARY, "--script", folder + "/script", env={"LANTERN_SPEECH_LOG": folder + "/log"})
        with open(folder + "/log", "a+") as f:
            f.seek(0)
            return run.status, [json.loads(line)["text"] for line in f]


same("nobody asked: nothing is said", (0, []), kept(["wait 1000", "key Space"]))
same("switched on", (0, "Speech on"), (lambda r: (r[0], r[1][0]))(kept(["key F2", "key ."])))
status, texts = kept(["wait 100", "key ."])
check("it is kept, and the rate with it", "Speech on" in texts and "225 words a minute" in texts, texts)
status, texts = kept(["key F2"])
same("and off again", [], kept(["wait 10"])[1])
done_testing()
