# needs: display 1366x768
# needs: quiet
"""A still window costs nothing: no frame, no CPU, and nothing wakes it."""
import os
import sys
import time

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, done_testing
from window import RELEASE, Window, case

SECONDS = 10
LOOKS_FOR_PADS = 6  # a little more than it looks after the first frame, and when a device comes


def cpu(pid):
    with open(f"/proc/{pid}/stat") as f:
        fields = f.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wakes(pid):
    """How often its threads have let go of the processor to wait, all of them together."""
    n = 0
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/status") as f:
            n += sum(int(line.split()[1]) for line in f if line.startswith("voluntary_ctxt_switches"))
    return n


def idle(name, *arguments):
    w = Window("--still", "--no-keep", "--windowed", *arguments, story=DOCUMENTARY, program=RELEASE)
    case(w.wait(lambda f: True), f"{name}: a frame is shown", w.said())
    w.settle(1)
    time.sleep(LOOKS_FOR_PADS)
    frames, used, woken = len(w.frames), cpu(w.process.pid), wakes(w.process.pid)
    time.sleep(SECONDS)
    frames, used, woken = len(w.frames) - frames, cpu(w.process.pid) - used, wakes(w.process.pid) - woken
    case(frames == 0, f"{name}: no frame in {SECONDS} s", f"{frames} frames")
    case(used < SECONDS / 100, f"{name}: less than 1 % of a CPU", f"{used:.2f} s of {SECONDS} s")
    case(woken == 0, f"{name}: nothing wakes it", f"{woken} times in {SECONDS} s")
    w.end()


if not case(os.access(RELEASE, os.X_OK), "the release is built", RELEASE):
    done_testing()
idle("opening")
idle("scene", "--scene", "s07")
done_testing()
