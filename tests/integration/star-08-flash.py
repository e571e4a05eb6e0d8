# takes: 240
"""Flashes counted in rendered time, frame by frame at 60 a second (WCAG 2.2, 2.3.1 and its glossary): a pair of
opposing changes of relative luminance by a tenth or more, the darker below 0.80, together over more than a quarter
of a field of 341 by 256 of 1024 by 768. WCAG allows three a second; here two are the most anywhere. And with
motion off, nothing moves."""
import concurrent.futures
import glob
import os
import subprocess
import sys
import tempfile

import numpy as np
from PIL import Image

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, check, done_testing
from window import RELEASE

SIZE = (480, 320)  # a field is a third of it each way
FIELD = (SIZE[1] // 3, SIZE[0] // 3)
FRAME_MS = 1000 / 60
FRAMES = 36  # after each deed
STEP, DARKER, AREA, MOST = 0.1, 0.8, 0.25, 2


def luminance(path):
    c = np.asarray(Image.open(path).convert("RGB"), np.float32) / 255
    c = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    return c @ np.array([0.2126, 0.7152, 0.0722], np.float32)


def swings(series):
    """For each pixel and frame: +1 or -1 where a rise or fall of a tenth from the last turning point is completed."""
    low, high = series[0].copy(), series[0].copy()
    going = np.zeros(series[0].shape, np.int8)
    events = []
    for now in series[1:]:
        high, low = np.maximum(high, now), np.minimum(low, now)
        up = (now - low >= STEP) & (low < DARKER) & (going <= 0)
        down = (high - now >= STEP) & (now < DARKER) & (going >= 0)
        going = np.where(up, 1, np.where(down, -1, going)).astype(np.int8)
        turned = up | down
        high, low = np.where(turned, now, high), np.where(turned, now, low)
        events.append(np.where(up, 1, np.where(down, -1, 0)).astype(np.int8))
    return events


def largest_field(mask):
    """The part of the worst field that holds."""
    total = np.pad(mask.astype(np.int32).cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    h, w = FIELD
    sums = total[h:, w:] - total[:-h, w:] - total[h:, :-w] + total[:-h, :-w]
    return sums.max() / (h * w)


def flashes(frames):
    """The most flashes in any second: opposing pairs whose area is large enough within that second."""
    events = swings(frames)
    second = round(1000 / FRAME_MS)
    most = 0
    for start in range(0, max(1, len(events) - second + 1), 6):
        window = events[start:start + second]
        changes = np.sum([e != 0 for e in window], axis=0)
        count = 0
        while largest_field(changes >= 2 * (count + 1)) > AREA:  # a flash is two changes
            count += 1
        most = max(most, count)
    return most


def rendered(deeds, *arguments):
    """What is shown while `deeds` are done one after another, 60 pictures a second: more than the longest fade."""
    with tempfile.TemporaryDirectory() as folder:
        lines, number, clock = [], 0, 0.0
        for deed in deeds:
            lines.append(deed)
            for _ in range(FRAMES):
                clock += FRAME_MS
                lines += [f"wait {round(clock) - round(clock - FRAME_MS)}", f"shot {folder}/{number:05}.ppm"]
                number += 1
        with open(folder + "/script", "w", encoding="utf-8") as f:
            f.write("\n".join(lines) + "\n")
        run = subprocess.run([RELEASE, "play", DOCUMENTARY, "--no-keep", "--size", "%dx%d" % SIZE, "--script",
                              folder + "/script", *arguments], capture_output=True, text=True)
        if run.returncode:
            raise RuntimeError(run.stderr)
        return [luminance(path) for path in sorted(glob.glob(folder + "/*.ppm"))]


def checker():
    """That flashes are counted as they should be, on made frames."""
    def blinking(period, level, part=1.0):
        frames = []
        for i in range(60):
            f = np.full((SIZE[1], SIZE[0]), 0.1, np.float32)
            if (i // period) % 2:
                f[: int(SIZE[1] * part)] += level
            frames.append(f)
        return flashes(frames)
    check("the counter: no change, no flash", blinking(10, 0) == 0)
    check("the counter: three flashes a second", blinking(10, 0.5) in (2, 3), blinking(10, 0.5))
    check("the counter: six flashes a second", blinking(5, 0.5) in (5, 6), blinking(5, 0.5))
    check("the counter: less than a tenth is none", blinking(5, 0.09) == 0)
    check("the counter: too small a part is none", blinking(5, 0.5, 0.05) == 0)


# Everything that fades, cuts, opens or closes, each as soon as the one before is over.
ROAD = ["key Space", "key Space", "key Space", "key 1"] * 6
WORKS = {
    "a road from the opening": (["key Space"] + ROAD, ()),
    "another road, gently": (["key Space", "key Space", "key Space", "key 2"] * 4, ("--level", "gentle")),
    "panels over a picture": ([f"key {k}" for k in "sgmthdopc" for _ in range(2)], ("--scene", "s07")),
    "panels over a picture, light": ([f"key {k}" for k in "sgmto" for _ in range(2)],
                                     ("--scene", "s07", "--theme", "light")),
    "what falls in the air": (["wait 1"] * 5, ("--scene", "s07")),
}


def count(name):
    deeds, arguments = WORKS[name]
    frames = rendered(deeds, *arguments)
    return name, len(frames), flashes(frames)


checker()
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    for name, frames, most in pool.map(count, WORKS):
        check(f"{name}: at most {MOST} flashes in any second", frames >= 5 * FRAMES and most <= MOST, (frames, most))
still = rendered(["wait 1", "key Space", "wait 1"], "--scene", "s07", "--still")
check("with motion off a scene stands still", all(np.array_equal(still[0], f) for f in still[1:FRAMES]))
check("and a change is a cut", np.array_equal(still[FRAMES], still[-1]) and not np.array_equal(still[0], still[-1]))
done_testing()
