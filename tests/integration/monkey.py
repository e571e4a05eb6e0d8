# takes: 240
"""A monkey with a seed at every key, finger, mouse and pad: a kiosk's visitors stay on their screens and leave nothing
behind, and nothing anybody does stops the program; with sanitizers. More of it with --long (monkey-long.py)."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

from hands import again, monkey, tallied
from tap import check, done_testing, same

EVENTS = {"kiosk": 1600, "play": 1000}
SAME = 100
STORE = {"lantern.db", "lantern.db-wal", "lantern.db-shm"}
# Opening, notice, chapter, scene, choices, because; an ending is far. Of the panels anybody opens, most.
SCREENS = 0x3F
ANYBODYS, MOST_PANELS = 0x1FFE, 8
# Who watches, at home: five panels. Then come the kiosk's.
HOMES, PANEL_WARNING, PANEL_PIN = 0x1F << 13, 1 << 18, 1 << 20


def ran(face, seed, events):
    name = "%s-%d-%d" % (face, seed, events)
    status, last, said, home, command = monkey(face, seed, events, name)
    tally = tallied(last)
    held = check("%s: %d random events of seed %d" % (face, events, seed),
                 status == 0 and tally.get("events") == events and "Sanitizer" not in said and "runtime error" not in said,
                 "%s; %s; %s" % (status, again(command), said[-900:]))
    return tally if held else None, home


for face, events in EVENTS.items():
    tally, home = ran(face, 7, events)
    if not tally:
        continue
    same("%s: they reach every kind of screen" % face, SCREENS, tally["screens"] & SCREENS)
    check("%s: and most panels" % face, (tally["panels"] & ANYBODYS).bit_count() >= MOST_PANELS, hex(tally["panels"]))
    if face == "kiosk":
        check("kiosk: visitors come and are forgotten", tally["visitors"] > 2 and tally["resets"] > 2, tally)
        check("kiosk: the warning and the staff's pad are among what they see",
              tally["panels"] & PANEL_WARNING and tally["panels"] & PANEL_PIN, hex(tally["panels"]))
        check("kiosk: a home's are not", not tally["panels"] & HOMES, hex(tally["panels"]))
        check("kiosk: nothing is written but the store", {os.path.basename(f) for f in home.files()} <= STORE, home.files())
    once, _ = ran(face, 11, SAME)
    twice = tallied(monkey(face, 11, SAME, face + "-again")[1])
    other, _ = ran(face, 12, SAME)
    same("%s: the same seed comes to the same page" % face, once, twice)
    check("%s: another one does not" % face, once and other and once["state"] != other["state"], once)
done_testing()
