# takes: 28800
# needs: long
# needs: quiet
"""A million changes of scene: RSS grows by less than 1 MB for 100,000 of them, and open files not at all."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

from hands import Soak, again, settled, slope
from tap import check, done_testing
from window import RELEASE

CHANGES = {"play": 900000, "kiosk": 100000}
WARM = 25000  # changes until every file was opened and each language was read: fewer, and that looks like growth
MOST_KB = 1024

for face, changes in CHANGES.items():
    soak = Soak(face, 1, changes, face, program=RELEASE, seconds=21600 if face == "play" else 7000)
    if not check("%s: %d changes of scene: %s, %.0f s" % (face, changes, soak.over[6:], soak.seconds),
                 soak.status == 0 and soak.over,
                 "%s; %s; %s; %s" % (soak.status, again(soak.command), soak.said[-600:], soak.samples[-1:])):
        continue
    late = settled(soak.samples, WARM / changes)
    rss, heap = slope(late, 1), slope(late, 3)
    check("%s: RSS grows by %.0f KB for 100,000 changes, the heap by %.0f KB; %d KB at the end"
          % (face, rss, heap, late[-1][1]), rss < MOST_KB and heap < MOST_KB, late[::20])
    middle = len(late) // 2
    first, last = (max(s[2] for s in part) for part in (late[:middle], late[middle:]))
    check("%s: no more open files later than before: %d, %d" % (face, first, last), last <= first, late[::20])
done_testing()
