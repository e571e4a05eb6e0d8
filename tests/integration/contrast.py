# takes: 300
"""Contrast measured on the pixels: every scene's text against the brightest pixel of what it stands on,
captions and choices, wide and tall (WCAG 2.2, 1.4.6: 7 to 1, large text 4.5)."""
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
from PIL import Image
from scipy.ndimage import grey_opening

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, check, done_testing
from window import RELEASE

SIZES = ("1366x768", "1080x1920")
TO_CHOICES = "key Space\n" * 30
PLACES = (("caption", ""), ("choices", TO_CHOICES))
PAGES = [(size, place) for size in SIZES for place in PLACES if size == SIZES[0] or place == PLACES[0]]
LARGE_PX = 24  # 18 pt
THIN_PX = 9


def luminance(rgb):
    c = np.asarray(rgb, float) / 255
    c = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    return c @ np.array([0.2126, 0.7152, 0.0722])


def ratio(a, b):
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)


def inside(rect, w, h):
    x0, y0 = max(rect[0], 0), max(rect[1], 0)
    return slice(y0, min(rect[1] + rect[3], h)), slice(x0, min(rect[0] + rect[2], w))


def weakest(work):
    """(ratio, what) of the item whose ground leaves it least contrast, and the faults."""
    scene, size, (place, keys) = work
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/script", "w", encoding="utf-8") as f:
            f.write(f"wait 3000\n{keys}wait 3000\nground {folder}/ground.png\n")
        run = subprocess.run([RELEASE, "play", DOCUMENTARY, "--no-keep", "--still", "--scene", scene, "--size", size,
                              "--script", folder + "/script", "--dump-ui"], capture_output=True, text=True)
        name = f"{scene} {place} {size}"
        if run.returncode:
            return 0, name, [f"{name}: {run.stderr}"]
        frame = json.loads(run.stdout.splitlines()[-1])
        light = luminance(np.asarray(Image.open(folder + "/ground.png").convert("RGB")))
    worst, faults = 99, []
    for item in frame["items"]:
        if not item.get("px"):
            continue
        ground = light[inside(item["rect"], *frame["size"])]
        if ground.size == 0:
            continue
        ink = luminance([int(item["ink"][i:i + 2], 16) for i in (1, 3, 5)])
        if item["id"] in ("caption", "because"):
            # The line under a word of the glossary belongs to the text, not to what it stands on.
            ground = grey_opening(ground, size=(min(THIN_PX, ground.shape[0]), 1))
        r = min(ratio(ink, ground.max()), ratio(ink, ground.min()))
        worst = min(worst, r)
        if r < (4.5 if item["px"] >= 2 * LARGE_PX else 7) - 0.02:
            faults.append(f"{name}: {item['id']} {r:.2f}")
    return worst, name, faults


with open(DOCUMENTARY + "/story.json", encoding="utf-8") as f:
    scenes = [s["id"] for s in json.load(f)["scenes"]]
works = [(scene, size, place) for scene in scenes for size, place in PAGES]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    results = list(pool.map(weakest, works))
faults = [fault for _, _, found in results for fault in found]
least = min(results, key=lambda r: r[0])
check(f"text keeps its contrast on all {len(works)} pages", not faults, faults[:8])
print(f"# the least is {least[0]:.2f} to 1, on {least[1]}")
done_testing()
