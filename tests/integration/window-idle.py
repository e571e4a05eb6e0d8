# needs: display 1366x768
# needs: quiet
"""A still window costs nothing: no frame, no CPU."""
import os
import sys
import time

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, done_testing
from window import RELEASE, Window, case

SECONDS = 10


def cpu(pid):
    with open(f"/proc/{pid}/stat") as f:
        fields = f.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def idle(name, *arguments):
    w = Window("--still", "--no-keep", "--windowed", *arguments, story=DOCUMENTARY, program=RELEASE)
    case(w.wait(lambda f: True), f"{name}: a frame is shown", w.said())
    w.settle(1)
    frames, used = len(w.frames), cpu(w.process.pid)
    time.sleep(SECONDS)
    frames, used = len(w.frames) - frames, cpu(w.process.pid) - used
    case(frames == 0, f"{name}: no frame in {SECONDS} s", f"{frames} frames")
    case(used < SECONDS / 100, f"{name}: less than 1 % of a CPU", f"{used:.2f} s of {SECONDS} s")
    w.end()


if not case(os.access(RELEASE, os.X_OK), "the release is built", RELEASE):
    done_testing()
idle("opening")
idle("scene", "--scene", "s07")
done_testing()
