"""For integration scripts in Python: a kiosk on a fake clock, and what its frames must keep to."""
import json
import os

import story
from page import meet, scrolled, within
from tap import Run

RELEASE = os.environ["LANTERN_RELEASE"]
PIN_2468 = "$5$rounds=1000$lantern$D2I5aFTUzEPEcfgtKPkbvyGP60FQwCTv6OOWserygnC"
PIN = ["press pin.2", "press pin.4", "press pin.6", "press pin.8", "press pin.enter"]
TARGET_MM, CHOICE_MM, CAP_MM = 15, 20, 4.8
LEAST_CONTRAST = 7
UNWRITTEN = ("picture", "map", "dots")  # what is drawn, and not in words


def grip(size):
    """Two opposite corners, held."""
    w, h = map(int, size.split("x"))
    corners = [(1, 20, 20), (2, w - 20, h - 20)]
    return (["finger %d down %d %d" % c for c in corners] + ["pass 5100"] + ["finger %d up %d %d" % c for c in corners])


def kiosk(folder, deeds, config="", size="1280x800", env=None, program=RELEASE):
    """The frames painted, and the run."""
    story.write("kiosk.conf", (config + "pin_hash = %s\n" % PIN_2468).encode())
    story.write("script", "".join(line + "\n" for line in deeds).encode())
    run = Run("kiosk", folder, "--config", "kiosk.conf", "--script", "script", "--size", size, "--day", "2026-11-23",
              "--dump-ui", env={"XDG_STATE_HOME": os.getcwd() + "/state", **(env or {})}, seconds=120, program=program)
    return [json.loads(line) for line in run.out.splitlines() if line.startswith("{")], run


def ids(frame):
    return [i["id"] for i in frame["items"]]


def words(frame, name):
    return next((i["name"] for i in frame["items"] if i["id"] == name), None)


def find(frame, name):
    return next((i for i in frame["items"] if i["id"] == name), None)


def item_faults(frame, i):
    """Of one that is placed: outside the page, too small, too pale."""
    top = frame["top"]
    page = [0, top, frame["size"][0], frame["size"][1] - top]
    if i["role"] != "picture" and not within(i["rect"], page) and not within(i["rect"], scrolled(frame)):
        yield "outside, and nothing scrolls there: %r" % i["rect"]
    if i["hit"][2] and not within(i["hit"], page):
        yield "takes presses outside: %r" % i["hit"]
    if i["px"] and i["contrast"] < LEAST_CONTRAST:
        yield "contrast %r" % i["contrast"]
    if "hit_mm" in i:
        least = CHOICE_MM if i["role"] == "choice" else TARGET_MM
        if i["can_focus"] and i["hit"][2] and i["seen"] == i["rect"] and min(i["hit_mm"]) < least - 0.01:
            yield "%r mm to press" % i["hit_mm"]
        if i["px"] and i["cap_mm"] < CAP_MM - 0.01:
            yield "capitals of %r mm" % i["cap_mm"]


def faults(frame):
    """What is wrong with a page, in words."""
    where = "%dx%d, %s/%s" % (*frame["size"], frame["screen"], frame["panel"])
    placed = [i for i in frame["items"] if "rect" in i]
    for i in frame["items"]:
        gives_way = i["id"] in ("chapter", "title") and frame["screen"] in ("scene", "choices")
        is_here = "rect" in i or frame["scroll_most"] > 0  # what is scrolled away is not drawn
        if not is_here and i["name"] and i["id"] not in UNWRITTEN and i["role"] != "link" and not gives_way:
            yield "%s: %s is left out" % (where, i["id"])
    for i in placed:
        for fault in item_faults(frame, i):
            yield "%s: %s: %s" % (where, i["id"], fault)
    texts = [i for i in placed if i["px"] and i["seen"][2] and i["seen"][3]]
    for n, i in enumerate(texts):
        for other in texts[n + 1:]:
            if meet(i["seen"], other["seen"]):
                yield "%s: %s %r lies over %s %r" % (where, i["id"], i["seen"], other["id"], other["seen"])
    if frame["scroll_most"] and frame["scroll_area"][3] < 2 * frame["unit"]:
        yield "%s: %r is too low to scroll in" % (where, frame["scroll_area"])
