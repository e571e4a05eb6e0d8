# needs: display 1366x768
"""Quitting while pictures are still being decoded: a worker that woke a window already gone ended the program
with X's BadWindow, in one run of fifteen."""
import os
import subprocess
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, check, done_testing
from window import RELEASE

TIMES = 20


def quit_at_once():
    p = subprocess.Popen([RELEASE, "play", DOCUMENTARY, "--windowed", "--size", "900x600", "--no-keep", "--scene", "s07",
                          "--dump-ui"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    p.stdout.readline()  # the first frame; what may come next is being decoded
    subprocess.run(["xdotool", "key", "space", "ctrl+q"], check=True)
    try:
        _, err = p.communicate(timeout=20)
    except subprocess.TimeoutExpired:
        p.kill()
        _, err = p.communicate()
    return p.returncode, err


ends = [quit_at_once() for _ in range(TIMES)]
check(f"{TIMES} times in a row it ends with 0", all(status == 0 for status, _ in ends),
      [end for end in ends if end[0] != 0][:2])
done_testing()
