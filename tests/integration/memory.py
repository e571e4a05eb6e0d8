# takes: 1800
# needs: long
"""A short session under valgrind: no byte read before it was written, none past its end, none lost."""
import os
import shutil
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

from tap import Run, check, done_testing, skip
from window import RELEASE, SMALL_STORY, play_script

VALGRIND = ("valgrind", "--quiet", "--error-exitcode=99", "--leak-check=full", "--errors-for-leak-kinds=definite",
            "--suppressions=" + os.environ["LANTERN_TESTS"] + "/valgrind.supp")
DEEDS = ("key Return", "key Space", "wait 400", "key 1", "wait 700", "key S", "key Escape", "key O", "key Down", "key Escape", "key M",
         "wait 500", "key Escape", "key Left", "wait 300", "tap 400 300")


def commands():
    for arguments, typed in ((("check", SMALL_STORY, "--decode"), ""), (("walk", SMALL_STORY, "--random", "1"), ""),
                             (("read", SMALL_STORY, "--no-keep"), "1\n1\ns\nb\n1\nq\n"),
                             (("fmt", SMALL_STORY), ""), (("graph", SMALL_STORY), "")):
        run = Run(*arguments, input=typed, before=VALGRIND, program=RELEASE, seconds=300)
        check("valgrind: " + arguments[0], run.status in (0, 1) and run.status != 99 and "==" not in run.err, run)


def session():
    status, frames, said = play_script(DEEDS, "--size", "640x400", before=VALGRIND, program=RELEASE)
    check("valgrind: play", status == 0 and len(frames) > 5 and "==" not in said, said[-1500:])


if shutil.which("valgrind"):
    commands()
    session()
else:
    skip("memory", "valgrind is not installed")
done_testing()
