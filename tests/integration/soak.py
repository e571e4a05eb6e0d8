# takes: 240
# needs: quiet
"""Thousands of changes of scene: memory and open files stay what they are. A million with --long (soak-long.py)."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

from hands import Soak, again, settled, slope
from tap import check, done_testing
from window import RELEASE

# So few changes tell a leak of pages or pictures, 80 KB or more each, from caches of fonts and texts that are still
# filling; the million tells less.
CHANGES = {"play": 5000, "kiosk": 600}
WARM = 0.5
MOST_KB_A_CHANGE = {"play": 2, "kiosk": 24}
MOST_MB = 90
MOST_FILES = 48  # a font in each size in use is one

for face, changes in CHANGES.items():
    soak = Soak(face, 1, changes, face, program=RELEASE, seconds=110)
    if not check("%s: %d changes of scene: %s, %.0f s" % (face, changes, soak.over[6:], soak.seconds),
                 soak.status == 0 and soak.over and len(soak.samples) > 50,
                 "%s; %s; %s" % (soak.status, again(soak.command), soak.said[-600:])):
        continue
    late = settled(soak.samples, WARM)
    heap = slope(late, 3) / 1e5
    check("%s: the heap does not grow with them: %.3f KB a change" % (face, heap), heap < MOST_KB_A_CHANGE[face], late[::10])
    most = max(s[1] for s in soak.samples)
    check("%s: %d MB at most" % (face, most / 1024), most < MOST_MB * 1024, soak.samples[::20])
    files = [s[2] for s in soak.samples]
    check("%s: nor do open files: %d at most" % (face, max(files)), max(files) < MOST_FILES, files[::20])
done_testing()
