"""For integration scripts in Python: the rigs of tests/hands, and what they say of memory."""
import os
import re
import subprocess
import sys
import time

from tap import DOCUMENTARY, LANTERN

# "902751843316", longer than chance finds it.
PIN_HASH = "$5$rounds=1000$lantern$5AZGIzLbCEM3v8TLoaDDQeQPvwcMd/7Q0ebCnTLXZR/"
KIOSK_CONFIG = "pin_hash = %s\nkeys.staff = F9 F10\nlevel_lock = full\n" % PIN_HASH
SMALL = ("--size", "320x256")


def rig(program, name):
    """The rig built beside this program; where it is made only when asked for by name, it is made now."""
    build = os.path.dirname(os.path.dirname(os.path.realpath(program)))
    if not os.access("%s/tests/hands/%s" % (build, name), os.X_OK):
        subprocess.run(["ninja", "-C", build, "-j2", "tests/hands/" + name], stdout=sys.stderr, check=True)
    return "%s/tests/hands/%s" % (build, name)


class Home:
    """A home of one's own for a run, and what was written into it."""

    def __init__(self, name):
        self.folder = os.path.abspath(name)
        self.seen = set()
        os.makedirs(self.folder + "/tmp")

    def environment(self, **more):
        env = dict(os.environ, HOME=self.folder, TMPDIR=self.folder + "/tmp", XDG_STATE_HOME=self.folder + "/state",
                   XDG_CONFIG_HOME=self.folder + "/config", XDG_CACHE_HOME=self.folder + "/cache", **more)
        for gone in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "XDG_PICTURES_DIR"):
            env.pop(gone, None)
        return env

    def files(self):
        return sorted(os.path.relpath(os.path.join(at, name), self.folder)
                      for at, _, names in os.walk(self.folder) for name in names)


def again(command):
    return "again with: " + " ".join(command)


def kiosk_arguments(home, *, hours=""):
    with open(home.folder + ".conf", "w", encoding="utf-8") as file:
        file.write(KIOSK_CONFIG + hours)
    return ["--config", home.folder + ".conf", "--day", "2026-11-23"]


def monkey(face, seed, events, name, *, story=DOCUMENTARY, seconds=600):
    """(status, the last line it said, all it said, its home, its command)."""
    home = Home(name)
    more = kiosk_arguments(home, hours="hours = Mon-Sun 09:00-20:00\n") if face == "kiosk" else []
    command = [rig(LANTERN, "monkey"), face, story, *SMALL, *more, "--script", "%d:%d" % (seed, events)]
    try:
        run = subprocess.run(command, env=home.environment(), cwd=home.folder + "/tmp", capture_output=True,
                             timeout=seconds, stdin=subprocess.DEVNULL)
        status, said = run.returncode, run.stderr.decode("utf-8", "replace")
    except subprocess.TimeoutExpired:
        status, said = "time-out", ""
    last = [line for line in said.splitlines() if line.startswith("monkey: ")]
    return status, last[-1] if last else "", said, home, command


def tallied(line):
    """{"events": 10000, "screens": 127, ...} of a monkey's last line."""
    counts = {name: int(n) for n, name in re.findall(r"(\d+) (events|visitors|resets)", line)}
    counts.update((name, int(bits, 16)) for name, bits in re.findall(r"(screens|panels|state|page) ([0-9a-f]+)", line))
    return counts


# --- memory ---

class Soak:
    """A soak under way: samples of (changes, RSS in KB, open files, KB of the heap)."""

    def __init__(self, face, seed, changes, name, *more, program, size="320x256", seconds=600):
        self.home = Home(name)
        arguments = kiosk_arguments(self.home) if face == "kiosk" else ["--still"]
        env = self.home.environment()
        self.state = None
        if os.path.isdir("/dev/shm"):  # its places are kept as anybody's are, but no disk is worn out by it
            self.state = "/dev/shm/lantern-soak-%d-%s" % (os.getpid(), name)
            env["XDG_STATE_HOME"] = self.state
        self.command = [rig(program, "soak"), face, DOCUMENTARY, "--size", size, *arguments, *more,
                        "--script", "%d:%d" % (seed, changes)]
        began = time.monotonic()
        try:
            run = subprocess.run(self.command, env=env, capture_output=True, timeout=seconds, stdin=subprocess.DEVNULL)
            self.status, self.said = run.returncode, run.stderr.decode("utf-8", "replace")
            lines = run.stdout.decode("ascii", "replace").splitlines()
        except subprocess.TimeoutExpired as late:
            self.status, self.said = "time-out", ""
            lines = (late.stdout or b"").decode("ascii", "replace").splitlines()
        self.seconds = time.monotonic() - began
        self.samples = [tuple(map(int, line.split())) for line in lines if re.fullmatch(r"\d+ \d+ \d+ \d+", line)]
        self.over = lines[-1] if lines and lines[-1].startswith("over") else ""
        self.forget()

    def forget(self):
        """Only what this run made itself."""
        for at, folders, names in os.walk(self.state or "", topdown=False):
            for name in names:
                os.unlink(os.path.join(at, name))
            for name in folders:
                os.rmdir(os.path.join(at, name))
        if self.state and os.path.isdir(self.state):
            os.rmdir(self.state)


def settled(samples, warm):
    """Those after the first part, in which caches fill and every language is read once."""
    return [s for s in samples if s[0] >= warm * samples[-1][0]]


def slope(samples, column):
    """KB for 100,000 changes, by least squares."""
    n = len(samples)
    mean_x = sum(s[0] for s in samples) / n
    mean_y = sum(s[column] for s in samples) / n
    below = sum((s[0] - mean_x) ** 2 for s in samples)
    return 1e5 * sum((s[0] - mean_x) * (s[column] - mean_y) for s in samples) / below if below else float("inf")
