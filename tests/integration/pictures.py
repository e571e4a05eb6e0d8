# takes: 240
"""The documentary's pictures: those that ship are those the story lists, large enough, each with the script
that draws it; a small one is drawn anew and compared."""
import glob
import json
import os
import subprocess
import sys

from PIL import Image

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, check, done_testing

DRAWN_ANEW = ["taxi"]  # SVG alone: seconds, not minutes
CONTENT_BYTES = 45 << 20
WIDE = 1920


def pictures(story):
    yield story.get("cover")
    yield from (c.get("picture") for c in story["chapters"])
    for scene in story["scenes"]:
        yield scene.get("picture")
        yield scene.get("gentle", {}).get("picture")


def size_on_disk(folder):
    return sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(folder) for name in names)


with open(DOCUMENTARY + "/story.json", encoding="utf-8") as f:
    story = json.load(f)
shown = [p for p in pictures(story) if p]
maps = story.get("maps", [])
listed = {row["file"] for p in shown + maps for row in [p, *p.get("layers", [])]}
there = {os.path.relpath(p, DOCUMENTARY) for p in glob.glob(DOCUMENTARY + "/pictures/*") + glob.glob(DOCUMENTARY + "/maps/*")}
check("what is listed is there, and nothing else", listed == there, sorted(listed ^ there))

small, broken = [], []
for file in sorted({p["file"] for p in shown + maps}):
    try:
        with Image.open(f"{DOCUMENTARY}/{file}") as image:
            image.load()
            if image.width < WIDE:
                small.append((file, image.size))
    except OSError as e:
        broken.append((file, str(e)))
check("each decodes", not broken, broken)
check(f"each is at least {WIDE} pixels wide", not small, small)

unfitting = []
for p in shown:
    with Image.open(f"{DOCUMENTARY}/{p['file']}") as base:
        for row in p.get("layers", []):
            with Image.open(f"{DOCUMENTARY}/{row['file']}") as layer:
                wanted = (row["at"][2] * base.width, row["at"][3] * base.height)
                if any(abs(a - b) > 2 for a, b in zip(layer.size, wanted)):
                    unfitting.append((row["file"], layer.size, wanted))
check("each layer has the size that its place says", not unfitting, unfitting)

scenes = {s["id"]: s for s in story["scenes"]}
check("every scene has a picture of its own", all("picture" in s for s in scenes.values()))
files = [s["picture"]["file"] for s in scenes.values()]
check("no two scenes show the same", len(set(files)) == len(files), sorted(f for f in set(files) if files.count(f) > 1))
bare = [c["id"] for c in story["chapters"] if "picture" not in c]
check("every chapter has a card of its own; where the long way begins it is the map", bare == ["road"] and maps, bare)
deep = sum(1 for s in scenes.values() if any(row["depth"] >= 0.5 for row in s["picture"].get("layers", [])))
check("at least eight have layers that move", deep >= 8, deep)
outside = [s["id"] for s in scenes.values() if not all(0.05 < v < 0.95 for v in s["picture"].get("focus", [0.5, 0.5]))]
check("each has its focus well inside", not outside, outside)

undrawn = [n for n in {os.path.basename(p["file"])[:-5] for p in shown + maps}
           if not os.path.isfile(f"{DOCUMENTARY}/art/{n}.py")]
check("each has the script that draws it", not undrawn, undrawn)
total = size_on_disk(os.path.dirname(DOCUMENTARY))
check("the content is under 45 MB", total < CONTENT_BYTES, f"{total / 1e6:.1f} MB")

drawing = subprocess.run(["/usr/bin/python3", DOCUMENTARY + "/art/draw", "--check", *DRAWN_ANEW],
                         capture_output=True, text=True)
check("drawn anew it is the same", drawing.returncode == 0, drawing.stdout + drawing.stderr)
done_testing()
