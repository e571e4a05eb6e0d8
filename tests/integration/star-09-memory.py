# takes: 1500
"""★9, K12: memory runs out, once or for good, at each point of a run (tests/rigs/memory_faults.c). The program then
ends with one line that says so, or does its work all the same: it never falls without a word, hangs, or gives out
something wrong as if it were right."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import collections
import re
import resource
import shutil
import signal
import sqlite3
import subprocess

import story
from tap import check, done_testing, same

LONG = bool(os.environ.get("LANTERN_LONG"))
PROGRAM = os.environ["LANTERN_RELEASE"]
HERE = os.getcwd()
RIG = os.path.join(os.path.dirname(os.environ["LANTERN"]), "../tests/rigs/memory_faults.so")
NO_MEMORY = re.compile(r"^lantern: out of memory \(\d+ bytes asked for\)\n$")

# Libraries that do less without a word where memory was out for a moment: a line's letters are missing until it is set
# anew. SDL_ttf tells nobody.
SILENT = {"libharfbuzz.so.0", "libfreetype.so.6"}
# Libraries that fall by themselves, each with where it does. None is known since ICU and SQLite take their memory from
# us (text/icu_memory.h, store/sqlite_file.c).
FALLS = {}

resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Outcome:
    """What became of one run."""

    def __init__(self, arguments, at, whose, lasts, env):
        for name in ("count", "log"):
            if os.path.exists(name):
                os.unlink(name)
        environment = {**os.environ, "LD_PRELOAD": RIG, "MEMORY_AT": str(at), "MEMORY_LASTS": str(lasts),
                       "MEMORY_WHOSE": whose, "MEMORY_COUNT": HERE + "/count", "MEMORY_LOG": HERE + "/log", **env}
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            environment.pop(name, None)
        try:
            done = subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, timeout=30)
            self.status, self.out, self.err = done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            self.status, self.out, self.err = "hangs", b"", ""
        log = open("log", encoding="utf-8").read() if os.path.exists("log") else ""
        asked = re.search(r"^asked (\S+)", log, re.M)
        fell = re.search(r"^fell \d+ (.*)$", log, re.M)
        self.asked = asked[1] if asked else ""
        self.fell = [name for name in fell[1].split() if name != "libc.so.6"] if fell else []

    def verdict(self, whole):
        """How it went, and whether that is in order. `whole`: the run in which nothing failed."""
        if self.status == whole.status and self.out == whole.out:
            return "did its work", True
        if self.status == whole.status == 0 and self.out.splitlines()[-1:] == whole.out.splitlines()[-1:]:
            return "painted once more", True  # what could not be painted was tried again
        if self.status == -signal.SIGABRT and NO_MEMORY.match(self.err):
            return "said that memory is out", True
        if self.status in (1, 2) and self.err.startswith("lantern: "):
            return "gave up with a word", True
        if self.status == 0 and self.err.startswith("lantern: "):
            return "did without, with a word", True
        if self.status == 0 and self.asked in SILENT:
            return "letters are missing (%s)" % self.asked, True
        if isinstance(self.status, int) and self.status < 0 and self.fell and self.fell[0] in FALLS:
            return "fell in %s" % self.fell[0], True
        return "%s, asked by %s, fell in %s: %s" % (self.status, self.asked, self.fell[:3], self.err[:100]), False


def sweep(name, arguments, whose, lasts, most, env=None, after=None):
    """At every point, or at `most` of them spread over the run. `after`: what must hold each time."""
    env = env or {}
    whole = Outcome(arguments, 0, whose, 0, env)
    if after:
        after()
    with open("count", encoding="utf-8") as file:
        count = int(file.read())
    step = 1 if LONG or count <= most else count / most
    points = sorted({int(1 + i * step) for i in range(int(count / step))})
    kinds, faults = collections.Counter(), []
    for at in points:
        outcome = Outcome(arguments, at, whose, lasts, env)
        kind, is_fine = outcome.verdict(whole)
        wrong = after() if after else ""
        kinds[kind] += 1
        if not is_fine or wrong:
            faults.append((at, kind, wrong))
    told = ", ".join("%s %d" % pair for pair in kinds.most_common(6))
    check("%s: at %d of %d points: %s" % (name, len(points), count, told if not faults else "faults"),
          not faults and count > 20, (len(faults), faults[:4]))


def rewritten(folder, source, wanted):
    """The file is the old one or the new one; then it is the old one again."""
    def after():
        with open(folder + "/story.json", "rb") as file:
            now = file.read()
        wrong = "" if now in (source, wanted) else "story.json is neither the old nor the new"
        story.write(folder + "/story.json", source)
        for name in os.listdir(folder):
            if name.startswith(".lantern-"):
                os.unlink(os.path.join(folder, name))
        return wrong
    return after


def store_is_sound():
    path = HERE + "/state/lantern/lantern.db"
    if not os.path.exists(path):
        return ""
    base = sqlite3.connect(path)
    word = base.execute("PRAGMA integrity_check").fetchone()[0]
    base.close()
    return "" if word == "ok" else word


def rig_works():
    whole = Outcome(["check", FOLDER], 0, "own", 0, {})
    first = Outcome(["check", FOLDER], 1, "own", 1, {})
    same("the story is sound", (0, ""), (whole.status, whole.err))
    check("the rig makes it fail", first.status != 0 and first.asked == os.path.basename(PROGRAM), vars(first))


FOLDER = story.save(HERE + "/story", story.base())
if not os.path.exists(RIG):
    check("the rig is built", False, RIG)
    done_testing()
rig_works()
sweep("check", ["check", FOLDER], "own", 1, 100)
sweep("check, and none from then on", ["check", FOLDER], "own", 0, 40)
sweep("check, with its libraries", ["check", FOLDER], "all", 1, 60)
sweep("walk, with its libraries", ["walk", FOLDER], "all", 1, 80)

with open(FOLDER + "/story.json", "rb") as file:
    SOURCE = file.read()
subprocess.run([PROGRAM, "fmt", FOLDER], check=True, capture_output=True)
with open(FOLDER + "/story.json", "rb") as file:
    WANTED = file.read()
story.write(FOLDER + "/story.json", SOURCE)
check("fmt: there is something to rewrite", SOURCE != WANTED)
sweep("fmt", ["fmt", FOLDER], "own", 1, 60, after=rewritten(FOLDER, SOURCE, WANTED))

story.write("play.script", b"key Space\nkey Space\nkey 1\n")
PLAY = ["play", FOLDER, "--script", "play.script", "--size", "640x480", "--dump-ui", "--lang", "en"]
KEPT = {"XDG_STATE_HOME": HERE + "/state"}


def forgets():
    """Each run begins as the first did."""
    wrong = store_is_sound()
    shutil.rmtree(HERE + "/state", ignore_errors=True)
    return wrong


shutil.rmtree(HERE + "/state", ignore_errors=True)
forgets()
sweep("play", PLAY, "own", 1, 40, KEPT, forgets)
sweep("play, and none from then on", PLAY, "own", 0, 12, KEPT, forgets)
sweep("play, with its libraries", PLAY, "all", 1, 50, KEPT, forgets)
done_testing()
