# takes: 240
# needs: quiet
"""Bytes from a stranger, by the kind: what is kept comes back, and libFuzzer finds nothing in a short while."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import fuzzing
from tap import done_testing

SECONDS = 8  # for each target

fuzzing.planted()
fuzzing.replay_all()
fuzzing.fuzz_all(SECONDS)
done_testing()
