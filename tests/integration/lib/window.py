"""For integration scripts in Python: the program's frames, and a real window with fake hands."""
import json
import os
import signal
import subprocess
import tempfile
import threading
import time

from tap import LANTERN, check

RELEASE = os.environ.get("LANTERN_RELEASE", LANTERN)
TESTS = os.environ["LANTERN_TESTS"]
SMALL_STORY = TESTS + "/golden/story"

def case(good, name, *details):
    """A case, with as many details as help where it fails."""
    return check(name, good, " | ".join(str(d) for d in details))


def play_script(deeds, *arguments, story=SMALL_STORY, before=(), program=LANTERN):
    """Plays lines of fake input without a window. Returns exit status, frames and standard error."""
    with tempfile.NamedTemporaryFile("w", suffix=".script") as file:
        file.write("\n".join(deeds) + "\n")
        file.flush()
        p = subprocess.run(
            [*before, program, "play", story, "--no-keep", "--script", file.name, "--dump-ui", *arguments],
            capture_output=True, text=True)
    return p.returncode, [json.loads(line) for line in p.stdout.splitlines()], p.stderr


def item(frame, name):
    return next((i for i in frame["items"] if i["id"] == name), None)


def words(frame):
    """What stands on the page, to tell one page from another."""
    return [i["name"] for i in frame["items"] if not i["id"].startswith("bar.")]


class Window:
    """The program in a real window; its frames arrive as they are painted."""

    def __init__(self, *arguments, story=SMALL_STORY, program=LANTERN, before=(), env=None, command="play"):
        self.frames = []
        self.news = threading.Condition()
        self.errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [*before, program, command, story, "--dump-ui", *arguments],
            stdout=subprocess.PIPE, stderr=self.errors, text=True, env={**os.environ, **(env or {})})
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            with self.news:
                if line.endswith("\n"):  # a killed program may leave half a line
                    self.frames.append(json.loads(line))
                self.news.notify_all()

    @property
    def frame(self):
        return self.frames[-1]

    def wait(self, wanted, seconds=15):
        """Until the last frame is as wanted; returns whether it is."""
        end = time.monotonic() + seconds
        with self.news:
            while not (self.frames and wanted(self.frame)):
                left = end - time.monotonic()
                if left <= 0:
                    return False
                self.news.wait(min(left, 0.1))
        return True

    def wait_screen(self, screen, seconds=15):
        return self.wait(lambda f: f["screen"] == screen and f["panel"] == "none", seconds)

    def settle(self, seconds=0.5, most=10):
        """Until no frame has come for so long."""
        end = time.monotonic() + most
        seen = -1
        while seen != len(self.frames) and time.monotonic() < end:
            seen = len(self.frames)
            time.sleep(seconds)

    def id(self):
        """X's number of the window."""
        for _ in range(100):
            p = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               capture_output=True, text=True)
            if p.stdout.strip():
                return p.stdout.split()[-1]
            time.sleep(0.1)
        raise RuntimeError("no window")

    def key(self, *names):
        subprocess.run(["xdotool", "key", *names], check=True)

    def click(self, name):
        """With the mouse, in the middle of the item with this id."""
        hit = item(self.frame, name)["hit"]
        subprocess.run(["xdotool", "mousemove", "--window", self.id(),
                        str(hit[0] + hit[2] // 2), str(hit[1] + hit[3] // 2), "click", "1"], check=True)

    def choose(self, name):
        """With Tab and Return: what lies further down is scrolled to."""
        for _ in range(80):
            if (item(self.frame, name) or {}).get("focus"):
                self.key("Return")
                return
            seen = len(self.frames)
            self.key("Tab")
            self.wait(lambda f: len(self.frames) > seen, 5)
        raise RuntimeError(f"{name} takes no focus")

    def resize(self, w, h):
        subprocess.run(["xdotool", "windowsize", self.id(), str(w), str(h)], check=True)

    def end(self, how=signal.SIGTERM, seconds=15):
        """Returns how long it took to end, and its status."""
        began = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(how)
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return seconds, None
        return time.monotonic() - began, self.process.returncode

    def said(self):
        self.errors.seek(0)
        return self.errors.read()
