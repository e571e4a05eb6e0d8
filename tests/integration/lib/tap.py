"""For integration scripts in Python: a line for each case, and the program run as a person would."""
import os
import subprocess
import sys
import time

LANTERN = os.environ["LANTERN"]
DATA = os.environ["LANTERN_DATA"]
DOCUMENTARY = DATA + "/content/across-the-tumen"

_failed = False


def check(name, holds, why=""):
    """`ok` where it holds; else why not, in one line."""
    global _failed
    if holds:
        print("ok", name)
    else:
        _failed = True
        print("not ok %s: %s" % (name, " ".join(str(why).split())[:600]))
    sys.stdout.flush()
    return bool(holds)


def skip(name, why):
    """What cannot be tested here: neither passed nor failed, and said at the end of all tests."""
    print("ok 0 # SKIP %s: %s" % (name, " ".join(why.split())))
    sys.stdout.flush()


def same(name, wanted, got):
    return check(name, wanted == got, "wanted %r, got %r" % (wanted, got))


class Run:
    """One run of the program: status (negative: the signal), out, err, seconds. `before`: words that
    stand before it on its command line (lib/namespace.py). `program`: the release, where memory is limited."""

    def __init__(self, *arguments, input=b"", env=None, seconds=60, before=(), program=LANTERN):
        environment = dict(os.environ)
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
            environment.pop(name, None)
        environment.update(env or {})
        environment = {k: v for k, v in environment.items() if v is not None}
        if isinstance(input, str):
            input = input.encode()
        began = time.monotonic()
        try:
            done = subprocess.run([*before, program, *map(str, arguments)], input=input, env=environment,
                                  capture_output=True, timeout=seconds)
            self.status, self.stdout, self.stderr = done.returncode, done.stdout, done.stderr
        except subprocess.TimeoutExpired:
            self.status, self.stdout, self.stderr = "time-out", b"", b""
        self.seconds = time.monotonic() - began

    @property
    def out(self):
        return self.stdout.decode("utf-8", "replace")

    @property
    def err(self):
        return self.stderr.decode("utf-8", "replace")

    def __str__(self):
        return "status %s, out %r, err %r" % (self.status, self.out[-300:], self.err[-300:])


def orders_to_terminal(raw):
    """Bytes that would give a terminal orders: controls but the newline, of C1 too."""
    text = raw.decode("utf-8", "replace")
    return [c for c in text if (ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0]


def done_testing():
    sys.exit(1 if _failed else 0)
