# takes: 180
"""Lantern's own functions take as many instructions as tests/bench/instructions.txt says, within 5 %: a change that
makes them slower is seen on a noisy machine too, and one that makes them faster is kept."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/bench")

import callgrind
from tap import check, done_testing, skip

PART = 0.05

release = os.environ["LANTERN_RELEASE"]
if not check("the release is built", os.access(release, os.X_OK), release):
    done_testing()
program, build, kept = callgrind.driver(release), callgrind.build_of(release), callgrind.kept()
other = ["%s: %s, not %s" % (name, value, kept.get(name)) for name, value in build.items() if kept.get(name) != value]
for piece, (_, what) in callgrind.PIECES.items():
    counted, wanted = callgrind.count(program, piece), callgrind.expected(piece, kept)
    said = "%s: %d instructions, kept are %d (%+.1f %%)" % (what, counted, wanted, (counted / wanted - 1) * 100)
    if other:
        check("%s: counted" % what, counted > 0)
        skip(said, "another build: " + "; ".join(other))
    else:
        check("%s: as many instructions as were kept" % what, abs(counted - wanted) <= PART * wanted,
              said + "; tests/bench/run --instructions --write keeps these")
done_testing()
