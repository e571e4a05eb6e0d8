# needs: display 1366x768
"""Both painters give the same picture: the same pages in real windows, taken from the X server."""
import os
import subprocess
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, done_testing
from window import SMALL_STORY, Window, case

SIZE = (800, 600)
# What Mesa's modules leak has no name any more when they are unloaded: no suppression could tell it.
GL = {"ASAN_OPTIONS": "detect_leaks=0"}
# Of 255 in one channel: blending rounds once in the CPU's painter, and as the renderer likes in SDL's.
MOST = 4
MEAN = 0.3
# A story, options, and pages: a name, the keys that lead there from the page before, screen, panel,
# and an item that holds this name, or has the focus.
VISITS = (
    (DOCUMENTARY, ("--scene", "s07"), (
        ("layers, a title, a caption", ("space",), "scene", "none", "Three people on the ice"),)),
    (SMALL_STORY, ("--scene", "river", "--text-size", "150"), (
        ("four scripts", ("space",), "scene", "none", "one word in four scripts"),
        ("cards, one with focus", ("space", "Tab"), "choices", "none", None),
        ("a panel", ("Escape", "s"), "choices", "sources", "How do we know?"))),
    (SMALL_STORY, ("--scene", "river", "--spacing", "widest", "--typeface", "plain"), (
        ("letters set apart", ("space",), "scene", "none", "one word in four scripts"),)),
)


def pixels(w):
    """What stands in the window, three bytes a pixel."""
    done = subprocess.run(["import", "-silent", "-window", w.id(), "-depth", "8", "rgb:-"], capture_output=True)
    return done.stdout


def is_shown(frame, screen, panel, name):
    there = any(name in i["name"] if name else i["focus"] for i in frame["items"])
    return (frame["screen"], frame["panel"]) == (screen, panel) and there


def shown(painter, story, arguments, pages):
    """The pages as this painter gives them: what stands on each, and its pixels."""
    w = Window("--windowed", "--still", "--no-keep", "--size", "%dx%d" % SIZE, *arguments, story=story,
               env={"LANTERN_PAINTER": painter, **GL})
    w.wait(lambda f: True, 30)
    w.settle(0.3, 5)
    shots = []
    for _, keys, *wanted in pages:
        for key in keys:
            before = len(w.frames)
            w.key(key)
            w.wait(lambda f: len(w.frames) > before, 5)
        w.wait(lambda f: is_shown(f, *wanted))
        w.settle(0.3, 5)
        shots.append((dict(w.frame), pixels(w)))
    w.end()
    return shots, w.said()


def leave(name, painter, pixels_):
    """A page that failed, as a picture in the working folder."""
    subprocess.run(["convert", "-size", "%dx%d" % SIZE, "-depth", "8", "rgb:-",
                    "%s-%s.png" % (name.split(",")[0].replace(" ", "-"), painter)], input=pixels_)


def differences(a, b):
    """The largest and the mean difference of two pages of one size."""
    counts = {}
    for pair in zip(a, b):
        counts[pair] = counts.get(pair, 0) + 1
    apart = [(abs(x - y), n) for (x, y), n in counts.items()]
    return max(d for d, n in apart), sum(d * n for d, n in apart) / len(a)


def compare(page, cpu, a, sdl, b):
    name, _, *wanted = page
    case(is_shown(cpu, *wanted) and is_shown(sdl, *wanted), name + ": is what is shown", cpu["screen"], sdl["screen"])
    case((cpu.pop("painter"), sdl.pop("painter")) == ("cpu", "sdl"), name + ": each painter paints")
    cpu.pop("now"), sdl.pop("now")
    case(cpu == sdl, name + ": the same things on it", cpu, sdl)
    whole = SIZE[0] * SIZE[1] * 3
    if case(len(a) == len(b) == whole, name + ": both windows are read", len(a), len(b), whole):
        most, mean = differences(a, b)
        if not case(most <= MOST and mean <= MEAN, name + ": the same pixels", f"at most {most}, mean {mean:.3f}"):
            leave(name, "cpu", a)
            leave(name, "sdl", b)
        case(len(set(zip(a[::3], a[1::3], a[2::3]))) > 50, name + ": it is a picture")


def visit(story, arguments, pages):
    """Returns the pixels of one painter, page by page."""
    cpu, said_cpu = shown("cpu", story, arguments, pages)
    sdl, said_sdl = shown("sdl", story, arguments, pages)
    said_cpu, said_sdl = ([line for line in said.splitlines()
                           if line.startswith("lantern: ") and "not-there.jpg" not in line]  # the story's own fault
                          for said in (said_cpu, said_sdl))
    case(said_cpu == said_sdl == [], pages[0][0] + ": nothing is complained about", said_cpu, said_sdl)
    for page, (frame_cpu, a), (frame_sdl, b) in zip(pages, cpu, sdl):
        compare(page, frame_cpu, a, frame_sdl, b)
    return [a for _, a in cpu]


taken = [a for row in VISITS for a in visit(*row)]
apart = [differences(a, b) for a, b in zip(taken, taken[1:])]
case(all(most > MOST and mean > MEAN for most, mean in apart), "other pages are told apart", apart)
done_testing()
