# takes: 900
"""Star 3: contrast measured on the rendered pixels, in every theme. Text against each pixel round its letters (WCAG
2.2, 1.4.6: 7 to 1, large text 4.5), outlines and marks of controls (1.4.11: 3 to 1), the ring of the focus
(2.4.13: a perimeter of 2 px that changes by 3 to 1); and a theme chosen in the settings is there at once.

A tour of all screens and panels in each theme, and every fourth scene in the dark one, whose scrims depend on the
picture; with --long every scene in each."""
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile

import numpy as np

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from contrast import inside, load, luminance, ratio, text_faults
from tap import DOCUMENTARY, check, done_testing
from window import RELEASE, SMALL_STORY

THEMES = ("dark", "light", "cream", "contrast")
WIDE, TALL = (1366, 768), (1080, 1920)
TO_CHOICES = "key Space\n" * 30


def grown(rect, by):
    return [rect[0] - by, rect[1] - by, rect[2] + 2 * by, rect[3] + 2 * by]


# --- pages ---

class Visit:
    """One run of the program through some pages: (name, size, lines of script). Each page is one pixel wider than
    the one before, and by its size its frame is found."""

    def __init__(self, theme, pages, *arguments, story=DOCUMENTARY):
        self.theme, self.pages, self.arguments, self.story = theme, pages, arguments, story

    def run(self, folder):
        lines, sizes = [], []
        for i, (_, (w, h), deeds) in enumerate(self.pages):
            sizes.append([w + i, h])
            lines += [f"size {w + i} {h}", deeds, "wait 2000", f"ground {folder}/g{i}.ppm", f"shot {folder}/s{i}.ppm"]
        frames = play(folder, lines, self.story, "--theme", self.theme, *self.arguments)
        for i, (name, _, _) in enumerate(self.pages):
            frame = [f for f in frames if f["size"] == sizes[i]][-1]
            yield f"{name}, {self.theme}", frame, load(f"{folder}/g{i}.ppm"), load(f"{folder}/s{i}.ppm")


def play(folder, lines, story, *arguments):
    with open(folder + "/script", "w", encoding="utf-8") as f:
        f.write("\n".join(lines) + "\n")
    run = subprocess.run([RELEASE, "play", story, "--no-keep", "--still", "--script", folder + "/script", "--dump-ui",
                          *arguments], capture_output=True, text=True, env={**os.environ, "HOME": folder})
    if run.returncode:
        raise RuntimeError(run.stderr)
    return [json.loads(line) for line in run.stdout.splitlines()]


def scene_visit(theme, scene):
    pages = [(f"{scene} caption", WIDE, ""), (f"{scene} tall", TALL, ""), (f"{scene} choices", WIDE, TO_CHOICES)]
    return Visit(theme, pages, "--scene", scene)


def tour(theme):
    """Every screen and panel once, tall ones, large text, a picture that is missing, a message, a map."""
    panels = [(f"panel {key}", WIDE, f"key Escape\nkey {key}") for key in ("s", "g", "t", "c", "h", "d", "F1", "p", "o", "m")]
    yield Visit(theme, [("opening", WIDE, ""), ("opening tall", TALL, ""), ("notice", WIDE, "key Return"),
                        ("chapter", WIDE, "key Space"), ("first scene", WIDE, "key Space"), ("message", WIDE, "key F12")])
    yield Visit(theme, [("caption", WIDE, ""), *panels, ("panel o tall", TALL, "key Escape\nkey o"),
                        ("choices", WIDE, "key Escape\n" + TO_CHOICES), ("because", WIDE, "key 1"),
                        ("because tall", TALL, "")], "--scene", "s05")
    yield Visit(theme, [("ending", WIDE, TO_CHOICES), ("ending tall", TALL, "")], "--scene", "e1")
    yield Visit(theme, [("large caption", WIDE, ""), ("large settings", WIDE, "key o"),
                        ("large choices", WIDE, "key Escape\n" + TO_CHOICES)], "--scene", "s05", "--text-size", "300")
    yield Visit(theme, [("missing picture", WIDE, "")], "--scene", "lamp", "--level", "gentle", story=SMALL_STORY)


# --- controls ---

def has_outline(theme, item):
    if theme == "dark":
        return False
    if theme == "contrast":
        return True
    if item["id"].startswith("bar.") or item["role"] in ("option", "switch"):
        return item["on"]
    return item["id"] != "forward"


def control_faults(name, theme, frame, ground):
    """Lines round what can be pressed, and the mark of the option in force."""
    faults = []
    for item in frame["items"]:
        if not item["can_focus"] or not item.get("rect") or item["rect"] != item["seen"]:
            continue
        box = luminance(ground[inside(item["rect"], frame["size"])])
        plain = np.median(box[4:-4, 4:-4])
        edge = np.concatenate([box[0], box[-1], box[:, 0], box[:, -1]])
        if has_outline(theme, item) and np.mean(ratio(edge, plain) >= 3) < 0.98:
            faults.append(f"{name}: {item['id']} has no outline")
        marked = int((ratio(box[4:-4, 4:-4], plain) >= 3).sum())
        if item["role"] == "option" and (marked < item["rect"][2] / 2) == item["on"]:
            faults.append(f"{name}: {item['id']} is {'on' if item['on'] else 'off'}, its mark has {marked} px")
    return faults


def look_at(visit):
    least, faults = (99, ""), []
    with tempfile.TemporaryDirectory() as folder:
        for name, frame, ground, shot in visit.run(folder):
            text, found = text_faults(name, frame, ground, shot)
            least = min(least, (float(text), name))
            faults += found + control_faults(name, visit.theme, frame, ground)
    return visit.theme, least, faults


# --- focus ---

FOCUS = (("opening", [], ""), ("bar", ["--scene", "s05"], ""), ("choices", ["--scene", "s05"], TO_CHOICES),
         ("settings", ["--scene", "s05"], "key o\n"), ("ending tall", ["--scene", "e1"], "size 1080 1920\n" + TO_CHOICES))


def focus_faults(work):
    theme, (name, arguments, deeds) = work
    with tempfile.TemporaryDirectory() as folder:
        lines = [deeds + "wait 2000", f"shot {folder}/a.ppm", "key Tab", "wait 500", f"shot {folder}/b.ppm"]
        frame = play(folder, lines, DOCUMENTARY, "--size", "1366x768", "--theme", theme, *arguments)[-1]
        before, after = luminance(load(folder + "/a.ppm")), luminance(load(folder + "/b.ppm"))
    item = next((i for i in frame["items"] if i["focus"]), None)
    if not item:
        return [f"{name}, {theme}: nothing took the focus"]
    changed = ratio(before, after) >= 3
    changed[inside(item["rect"], frame["size"])] = False
    ring = int(changed[inside(grown(item["rect"], 14), frame["size"])].sum())
    wanted = 2 * 2 * (item["rect"][2] + item["rect"][3])
    return [] if ring >= wanted else [f"{name}, {theme}: {item['id']}'s ring has {ring} px of {wanted}"]


# --- at once ---

def shots(folder, name, theme, deeds):
    """The settings after they were done with, and the scene behind them."""
    lines = ["wait 500", "key o", deeds, "wait 500", f"shot {folder}/{name}-o.ppm", "key Escape", "wait 500",
             f"shot {folder}/{name}.ppm"]
    play(folder, lines, DOCUMENTARY, "--scene", "s02", "--theme", theme, "--size", "1366x768")
    return load(f"{folder}/{name}-o.ppm"), load(f"{folder}/{name}.ppm")


def switch_faults(theme):
    before = THEMES[(THEMES.index(theme) + 1) % len(THEMES)]
    with tempfile.TemporaryDirectory() as folder:
        switched = shots(folder, "switched", before, f"press theme.{theme}")
        begun = shots(folder, "begun", theme, f"press theme.{theme}")
        other = shots(folder, "other", before, f"press theme.{before}")
    faults = [f"{before} to {theme}: {what}" for what, a, b in zip(("settings", "scene"), switched, begun)
              if not np.array_equal(a, b)]
    faults += [f"{before} and {theme} look the same" for a, b in zip(begun, other) if np.array_equal(a, b)]
    return faults


with open(DOCUMENTARY + "/story.json", encoding="utf-8") as f:
    scenes = [s["id"] for s in json.load(f)["scenes"]]
visits = [v for theme in THEMES for v in tour(theme)]
if os.environ.get("LANTERN_LONG"):
    visits += [scene_visit(theme, scene) for theme in THEMES for scene in scenes]
else:
    visits += [scene_visit("dark", scene) for scene in scenes[::4]]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    results = list(pool.map(look_at, visits))
    unseen = [f for found in pool.map(focus_faults, [(t, p) for t in THEMES for p in FOCUS]) for f in found]
    late = [f for found in pool.map(switch_faults, THEMES) for f in found]
for theme in THEMES:
    mine = [r for r in results if r[0] == theme]
    pages = sum(len(v.pages) for v in visits if v.theme == theme)
    faults = [f for r in mine for f in r[2]]
    check(f"text, outlines and marks keep their contrast on {pages} pages in the theme {theme}", not faults, faults[:12])
    print("# the least for text is {:.2f} to 1, on {}".format(*min(r[1] for r in mine)))
check("the focus has a ring of at least 2 px and 3 to 1 in every theme", not unseen, unseen[:8])
check("a theme chosen in the settings is there at once", not late, late[:8])
done_testing()
