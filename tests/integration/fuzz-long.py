# takes: 7200
# needs: long
# needs: quiet
"""The same for longer: 20 minutes for each target, two at once."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import fuzzing
from tap import done_testing

SECONDS = 20 * 60  # for each target

fuzzing.fuzz_all(SECONDS)
done_testing()
