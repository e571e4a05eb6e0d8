# needs: display 1366x768
"""A state folder that is full, read-only, or left in the middle of writing: the story goes on, the loss is
said once, what was kept before is whole, and is kept again when there is room."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import signal
import sqlite3
import subprocess
import time

import story
from namespace import why_not
from tap import LANTERN, Run, check, done_testing, same, skip
from window import Window, item

KEPT = "A place is kept."
LOST = "The place cannot be kept: "
INSIDE = "LANTERN_TEST_IS_INSIDE"
DISK = 160 << 10


def circle():
    """A story in which one can go on for ever."""
    model = story.base()
    model["scenes"][0]["choices"][1]["to"] = "bank"
    del model["scenes"][1]["next"]
    model["scenes"][1]["choices"] = [{"id": "round", "text": "Round again", "to": "bank"},
                                     {"id": "over", "text": "Over", "to": "far"}]
    return story.save(os.path.join(os.getcwd(), "story"), model)


def read(state, *arguments, input=""):
    return Run("read", STORY, *arguments, input=input, env={"XDG_STATE_HOME": state})


def place(state):
    """The steps of the place that is kept, and SQLite's word on the file; itself it changes nothing."""
    path = state + "/lantern/lantern.db"
    # Where nothing is in the log, and its index cannot be made, it is a file that nobody changes.
    logged = os.path.exists(path + "-wal") and os.path.getsize(path + "-wal")
    how = "mode=ro" if logged else "immutable=1"
    database = sqlite3.connect("file:%s?%s" % (path, how), uri=True)
    try:
        (word,), = database.execute("PRAGMA integrity_check")
        rows = database.execute("SELECT value FROM item WHERE kind = CAST('bookmark' AS BLOB)").fetchall()
    finally:
        database.close()
    return (rows[0][0].decode().splitlines()[5:] if rows else None), word


def mount(*words):
    subprocess.run(["mount", *words], check=True)


def small_disk(name):
    """A disk of its own, with room for the database, its log and the index of that."""
    folder = os.path.join(os.getcwd(), name)
    os.mkdir(folder)
    mount("-t", "tmpfs", "-o", "size=%d" % DISK, "tmpfs", folder)
    return folder


def fill(folder):
    with open(folder + "/filler", "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass


def make_room(folder):
    """And the time until it is tried again goes by: 1 s after the first loss, then twice as long."""
    os.remove(folder + "/filler")
    time.sleep(2.2)


class Reading:
    """The terminal's telling, answered line by line."""

    def __init__(self, state):
        self.process = subprocess.Popen([LANTERN, "read", STORY], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, env=dict(os.environ, XDG_STATE_HOME=state))
        self.out = b""
        self.asked = 0
        self.wait()

    def wait(self):
        """Until it asks; what was told is kept by then, or will not be."""
        self.asked += 1
        end = time.monotonic() + 20
        while self.out.count(b"\n> ") < self.asked and time.monotonic() < end:
            more = os.read(self.process.stdout.fileno(), 65536)
            if not more:
                break
            self.out += more

    def answer(self, *answers):
        for line in answers:
            self.process.stdin.write(line.encode() + b"\n")
            self.process.stdin.flush()
            self.wait()

    def end(self):
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, (self.out + out).decode(), err.decode()


def full_with_a_place():
    state = small_disk("full")
    read(state, input="2\n1\n")
    before = place(state)
    same("a place is kept", (["gate full bank", "bank full round"], "ok"), before)
    fill(state)
    reading = Reading(state)
    reading.answer("1", "1", "1", "1")
    same("full: what was kept is whole", before, place(state))
    make_room(state)
    reading.answer("1")
    kept, word = place(state)
    same("room again: kept again, with all steps since", (6, "ok"), (len(kept), word))
    fill(state)
    reading.answer("1", "1")
    same("full again: what was kept is whole", (kept, "ok"), place(state))
    status, out, err = reading.end()
    same("full: the story goes on", (0, 7), (status, out.count("Grass.")))
    check("full: the place from before is offered", KEPT in out, out)
    same("full: each loss is said once", (2, 0), (out.count(LOST), err.count(LOST)))
    check("full: with the reason", "database or disk is full. The story goes on." in " ".join(out.split()), out)
    run = read(state, input="1\n")
    check("still full: the place is offered, and gone on from",
          run.status == 0 and KEPT in run.out and "Grass." in run.out and "set aside" not in run.out, run)
    make_room(state)
    run = read(state, input="1\n2\n")
    check("with room: to the end", run.status == 0 and "It is done." in run.out and LOST not in run.out, run)
    kept, word = place(state)
    # The two that could not be kept were, at the end: closing the log gave its room back.
    same("with room: kept", (9, "ok"), (len(kept), word))


def full_from_the_start(name, options):
    state = os.path.join(os.getcwd(), name)
    os.mkdir(state)
    mount("-t", "tmpfs", "-o", options, "tmpfs", state)
    if "inodes" not in options:
        fill(state)
    run = read(state, input="2\n1\n2\n")
    check(name + ": the story goes on", run.status == 0 and "It is done." in run.out, run)
    same(name + ": said once", 1, (run.out + run.err).count(LOST))
    mount("-o", "remount,size=1m,nr_inodes=100", state)
    run = read(state, input="2\n")
    check(name + ": with room nothing is said", run.status == 0 and LOST not in run.out
          and "set aside" not in run.out, run)
    same(name + ": and the place is kept", (["gate full bank"], "ok"), place(state))


def read_only():
    state = small_disk("read-only")
    read(state, input="2\n")
    before = place(state)
    mount("-o", "remount,ro", state)
    run = read(state, input="1\n1\n1\n1\n")
    check("read-only: the place is offered, and gone on from", run.status == 0 and KEPT in run.out
          and run.out.count("Grass.") == 4, run)
    same("read-only: said once", 1, (run.out + run.err).count(LOST))
    check("read-only: with the reason", "readonly" in run.out, run.out)
    same("read-only: what was kept is whole", before, place(state))
    mount("-o", "remount,rw", state)
    read(state, input="1\n1\n")
    same("writable: kept again", (2, "ok"), (len(place(state)[0]), place(state)[1]))
    bare = small_disk("read-only-and-bare")
    mount("-o", "remount,ro", bare)
    run = read(bare, input="2\n2\n")
    check("read-only and bare: the story goes on", run.status == 0 and "It is done." in run.out, run)
    same("read-only and bare: said once", 1, (run.out + run.err).count(LOST))


# --- the window ---

def message(w):
    found = item(w.frame, "message")
    return found["name"] if found else ""


def press(w, *keys):
    """One after the other, each done before the next, and no two so close that the window takes them for one
    that bounces; the messages shown meanwhile."""
    said = []
    for key in keys:
        before = len(w.frames)
        w.key(key)
        w.wait(lambda f: len(w.frames) > before, 1)
        w.settle(0.2, 3)
        said.append(message(w))
    return [line for line in said if line]


def settings_say(w, wanted):
    """What the settings say about the place; the panel is closed again."""
    w.key("o")
    shown = w.wait(lambda f: f["panel"] == "settings" and item(f, "settings.keeps"), 5)
    words = item(w.frame, "settings.keeps")["name"] if shown else ""
    press(w, "Escape")
    return check("window: the settings say: " + wanted, wanted in words, words)


def window():
    state = small_disk("window")
    w = Window("--size", "1024x600", "--windowed", "--still", story=STORY, env={"XDG_STATE_HOME": state})
    check("window: it opens", w.wait_screen("opening"), w.said())
    press(w, "Return", "space", "space", "2", "space", "space", "1")
    before = place(state)
    check("window: a place is kept", before[0] and before[1] == "ok", before)
    settings_say(w, "The place is kept on this computer")
    fill(state)
    said = press(w, "space", "space", "1", "space", "space", "1")
    check("window, full: said once", len(said) == 1 and said[0].startswith(LOST), said)
    same("window, full: what was kept is whole", before, place(state))
    settings_say(w, "The place cannot be kept just now.")
    press(w, "o")
    w.choose("settings.delete")
    w.settle(0.1, 3)
    check("window, full: what cannot be deleted is not said to be",
          message(w).startswith("The kept place cannot be deleted: "), message(w))
    same("window, full: nor is it", before, place(state))
    press(w, "Escape")
    make_room(state)
    said = press(w, "space", "space", "1", "space", "space", "1")
    same("window, room again: nothing is said", [], said)
    after, word = place(state)
    check("window, room again: kept again", len(after) > len(before[0]) and word == "ok", (before, after))
    settings_say(w, "The place is kept on this computer")
    seconds, status = w.end(signal.SIGTERM)
    same("window: ends with 0", 0, status)
    complaints = [line for line in w.said().splitlines() if line.startswith("lantern: ")]
    same("window: nothing on standard error", [], complaints)


# --- killed ---

def killed():
    """In the middle of a long row of steps, each kept: the file is sound, and as far as was told."""
    state = os.path.join(os.getcwd(), "killed")
    os.mkdir(state)
    read(state, input="2\n")
    steps = len(place(state)[0])
    for n in range(8):
        process = subprocess.Popen([LANTERN, "read", STORY], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   env=dict(os.environ, XDG_STATE_HOME=state))
        process.stdin.write(b"1\n" * 2000)
        process.stdin.flush()
        out = b""
        while out.count(b"Grass.") < 2 + 7 * n % 40:
            out += os.read(process.stdout.fileno(), 512)
        process.send_signal(signal.SIGKILL)
        out += process.stdout.read()
        process.wait()
        # Asked for the way in, then before each step: at the last question all before it was kept.
        least = steps + out.count(b"\n> ") - 2
        run = read(state)  # SQLite takes back what was half written
        kept, word = place(state)
        good = word == "ok" and least <= len(kept) <= least + 1 and kept[0] == "gate full bank" \
            and run.status == 0 and KEPT in run.out and "set aside" not in run.out
        if not check("killed %d: sound, and nothing that was told is lost" % (n + 1), good,
                     (word, least, len(kept), run.out[-300:])):
            break
        steps = len(kept)
    run = read(state, input="1\n2\n")
    check("killed: and gone on from", run.status == 0 and "It is done." in run.out, run)


if not os.environ.get(INSIDE):
    obstacle = why_not()
    if not obstacle:
        os.execvp("unshare", ["unshare", "--mount", "--propagation", "private",
                              "env", INSIDE + "=1", sys.executable, "-B", __file__])
    skip("disk-full: full and read-only disks", obstacle)

STORY = circle()
if os.environ.get(INSIDE):
    full_with_a_place()
    full_from_the_start("full from the start", "size=%d" % DISK)
    full_from_the_start("no file more", "size=1m,nr_inodes=1")
    read_only()
    window()
killed()
done_testing()
