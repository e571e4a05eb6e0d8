# takes: 7200
# needs: long
# needs: quiet
"""100,000 random events in a kiosk and as many at home, with sanitizers, of several seeds."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

from hands import again, monkey, tallied
from tap import check, done_testing

SEEDS = (101, 102, 103, 104)
EVENTS = 25000
STORE = {"lantern.db", "lantern.db-wal", "lantern.db-shm"}

for face in ("kiosk", "play"):
    for seed in SEEDS:
        status, last, said, home, command = monkey(face, seed, EVENTS, "%s-%d" % (face, seed), seconds=1700)
        tally = tallied(last)
        check("%s: %d random events of seed %d: %s" % (face, EVENTS, seed, last[8:]),
              status == 0 and tally.get("events") == EVENTS and "Sanitizer" not in said and "runtime error" not in said,
              "%s; %s; %s" % (status, again(command), said[-900:]))
        if face == "kiosk":
            check("kiosk: seed %d has nothing written but the store" % seed,
                  {os.path.basename(f) for f in home.files()} <= STORE, home.files())
done_testing()
