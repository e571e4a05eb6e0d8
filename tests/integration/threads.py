# takes: 1800
# needs: long
# needs: quiet
"""The decode workers under ThreadSanitizer, in a build folder of their own. The voice's thread is not: it ends by
pthread_clockjoin_np, which ThreadSanitizer does not know."""
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

from tap import DATA, LANTERN, check, done_testing

BUILD = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(LANTERN)))) + "/threads"
TESTS = ("stage-worker", "stage-picture")
OPTIONS = ("--buildtype=debug", "-Doptimization=1", "-Dtests=enabled", "-Db_sanitize=thread", "-Db_lundef=false")


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def build():
    if not os.path.exists(BUILD + "/build.ninja"):
        if shutil.which("clang"):
            os.environ["CC"] = "clang"
        status, said = run("meson", "setup", BUILD, DATA, *OPTIONS)
        if status:
            return check("set up", False, said[-600:])
    status, said = run("ninja", "-C", BUILD, *("tests/unit/test_" + test.replace("-", "_") for test in TESTS))
    return check("builds for ThreadSanitizer", status == 0, said[-600:])


def races(test):
    """Without random addresses, which ThreadSanitizer's own map of memory has no room for on newer kernels."""
    os.environ["TSAN_OPTIONS"] = "exitcode=66:suppressions=%s/tsan.supp" % os.environ["LANTERN_TESTS"]
    status, said = run("setarch", "-R", "%s/tests/unit/test_%s" % (BUILD, test.replace("-", "_")))
    check("no race in " + test, status == 0 and "WARNING: ThreadSanitizer" not in said, said[-1500:])


if build():
    for name in TESTS:
        races(name)
done_testing()
