# takes: 120
"""At home: two names with two places, after a restart too; a shared computer keeps nothing, nor is anything left of
what was deleted, after kill -9 either; and all that is ever kept are places, names and settings."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import json
import signal
import sqlite3
import subprocess
import time

import story
from tap import LANTERN, Run, check, done_testing, same

FOLDER = story.save("story", story.base())
RIGS = os.path.join(os.path.dirname(LANTERN), "..", "tests", "rigs")
# Names that no other byte of the program's happens to spell.
ANA, BEN = "Anastasía Ruiz", "벤자민"
NAMES = {"ana": ANA.encode(), "ben": BEN.encode(), "ana without its accent": b"Anastas"}
TRACES = {**NAMES, "a place": b"gate", "the story's id": b"bookmark"}


def here(name):
    return os.path.join(os.getcwd(), name)


def play(state, lines, *options, program=LANTERN, **environment):
    story.write("script", "".join(line + "\n" for line in lines).encode())
    return Run("play", FOLDER, "--script", "script", "--size", "1280x800", "--still", "--dump-ui", *options,
               program=program, env={"XDG_STATE_HOME": state, **environment})


def last(run):
    return json.loads(run.out.splitlines()[-1]) if run.status == 0 else {"items": [], "panel": str(run)}


def ids(frame):
    return {i["id"]: i for i in frame["items"]}


def read(state, *options, input=""):
    return Run("read", FOLDER, *options, input=input, env={"XDG_STATE_HOME": state})


def rows(state):
    database = sqlite3.connect("file:%s/lantern/lantern.db?mode=ro" % state, uri=True)
    try:
        return [(bytes(k).decode(), bytes(v).decode(), bytes(n).decode(), bytes(t).decode())
                for k, v, n, t in database.execute("SELECT kind, viewer, name, value FROM item")]
    finally:
        database.close()


def left_of(state, traces):
    """What of these is in any file of the folder: the database, its log, what was set aside."""
    found = []
    for folder, _, names in os.walk(state):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                data = file.read()
            found += ["%s in %s" % (what, name) for what, bytes_ in traces.items() if bytes_ in data]
    return found


NEW = ["key w", "press viewers.new"]
# From the title page to the choices of the first scene, and one of them taken; then home.
GO = ["key Space", "key Space", "key Space"]


def two_names(state):
    run = play(state, [*NEW, "type " + ANA, "key Return", *GO, "key 1", "key Home",
                       *NEW, "type " + BEN, "key Return", *GO, "key 2", "key Home", "key w"])
    frame = last(run)
    same("both names are known", [ANA, BEN],
         [i["name"] for i in frame["items"] if i["id"].startswith("viewer.") and i["id"] != "viewer.nobody"])
    same("the one who watches is marked", [BEN], [i["name"] for i in frame["items"] if i["on"]])
    kept = {(v, n): t for k, v, n, t in rows(state) if k == "bookmark"}
    same("a place for each", [(ANA, "base"), (BEN, "base")], sorted(kept))
    check("and they differ", len(set(kept.values())) == 2, kept)


def each_goes_on(state):
    before = rows(state)
    opening = ids(last(play(state, [])))
    check("at the start it is nobody in particular", "opening.continue" not in opening and
          opening["bar.viewers"]["name"] == "Who is watching?", opening.get("bar.viewers"))
    for n, name, scene in ((1, ANA, "Here."), (2, BEN, "Grass.")):
        frame = last(play(state, ["key w", "press viewer.%d" % n, "press opening.continue"]))
        same("%s goes on" % name, scene, ids(frame).get("caption", {}).get("name"))
        frame = last(play(state, ["key Space"], "--viewer", name))
        same("%s goes on by --viewer" % name, scene, ids(frame).get("caption", {}).get("name"))
        run = read(state, "--viewer", "  %s " % name, input="1\n")
        check("%s goes on in the terminal" % name, "A place is kept." in run.out and scene in run.out
              and "Mist over" not in run.out, run)
    run = read(state, input="x\n2\n1\n")
    check("the terminal asks first who it is", run.out.count("Who is watching?") == 2 and "3  " + BEN in run.out
          and "Here." in run.out and "Grass." not in run.out, run)
    run = read(state, input="1\n")
    check("and nobody begins anew", "A place is kept." not in run.out and "Mist over" in run.out, run)
    run = read(state, input="q\n")
    check("and can be left there", run.status == 0 and "Mist over" not in run.out, run)
    check("--scene does not ask", "Who is watching?" not in read(state, "--scene", "bank").out)
    same("names and places stayed as they were", [r[:3] for r in before if r[0] == "bookmark" and r[1]],
         [r[:3] for r in rows(state) if r[0] == "bookmark" and r[1]])


def typing(state):
    """By keys, by touch and by a pad; and nowhere else."""
    frame = last(play(state, ["type abc", "key w", "type abc"]))
    check("no field, no text", not any("abc" in i["name"] + i["value"] for i in frame["items"]), frame)
    frame = last(play(state, [*NEW, "key s", "key 1", "key Space", "type Mar", "key Backspace", "compose ㄱ"]))
    same("letters are the field's", ("name", "Maㄱ"), (frame["panel"], ids(frame).get("name.field", {}).get("value")))
    frame = last(play(state, [*NEW, "type Mar", "key F1"]))
    same("a key that is no letter is what it is elsewhere", "help", frame["panel"])
    frame = last(play(state, [*NEW, *("press letter.%d" % ord(c) for c in "IDA"), "press letter.space",
                              "press letter.77", "press name.erase", "press letter.77", "press name.done"]))
    same("by touch", "Watching: Ida M", ids(frame)["bar.viewers"]["name"])
    pad = ["key w", "pad dpdown", "pad dpdown", "pad a", "pad dpdown", "pad dpdown"]
    frame = last(play(state, pad))
    same("by pad: to the keys", ["letter.65"], [i["id"] for i in frame["items"] if i["focus"]])
    frame = last(play(state, [*pad, "pad dpright", "pad dpdown"]))
    at = [i for i in frame["items"] if i["focus"]]
    b = ids(frame)["letter.66"]["rect"]
    check("by pad: down is the key below", at and at[0]["rect"][0] == b[0] and 0 < at[0]["rect"][1] - b[1] < 2 * b[3], at)
    frame = last(play(state, [*pad, "pad dpright", "pad dpdown", "pad a", "pad dpup", "pad a"]))
    same("by pad: typed", at[0]["name"] + "b" if at else "", ids(frame)["name.field"]["value"])
    frame = last(play(state, ["key w", "key Escape", "key w", "key Down", "key Down", "key Return", "key Escape"]))
    same("Escape leads back to who is watching", "viewers", frame["panel"])


def wrong_names(state):
    for name in ("a\nb", " \t ", "x" * 41, "a‮b"):
        run = read(state, "--viewer", name)
        check("%r is no name" % name, run.status == 2 and run.err.count("\n") == 1 and "--viewer" in run.err, run)


def only_what_is_said(state):
    words = {"theme", "typeface", "spacing.line", "spacing.paragraph", "spacing.letter", "spacing.word", "pace", "text-size", "still", "full-screen",
             "sound", "speech", "speech-rate", "level", "language", "second-language", "shared"}
    play(state, ["key x", "key x"])
    for kind, viewer, name, value in rows(state):
        right = (kind == "bookmark" and name == "base" and viewer in ("", ANA, BEN)) or \
            (kind == "setting" and viewer == "" and name in words and len(value) < 20)
        check("kept: %s %s" % (kind, name), right, (kind, viewer, name, value))
    database = sqlite3.connect("file:%s/lantern/lantern.db?mode=ro" % state, uri=True)
    same("no totals at home", 0, database.execute("SELECT count(*) FROM total").fetchone()[0])
    same("no table beside", ["item", "total"],
         sorted(n for n, in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")))
    database.close()
    same("no file beside", [], [n for n in os.listdir(state + "/lantern") if not n.startswith("lantern.db")])


def forgetting_one(state):
    run = play(state, ["key w", "press viewer.1", "key w", "press viewers.delete", "press forget-viewer.do"])
    frame = ids(last(run))
    check("it is said that the name is deleted", ANA in frame.get("message", {}).get("name", ""), frame.get("message"))
    check("and it is nobody again", frame["bar.viewers"]["name"] == "Who is watching?", frame["bar.viewers"])
    same("the other one is still there", [BEN], sorted(v for k, v, _, _ in rows(state) if k == "bookmark" and v))
    same("nothing is left of the name", [], left_of(state, {"ana": NAMES["ana"], "Anastas": b"Anastas"}))


def keyboard(name):
    """How to press what stands in the settings, wherever it is scrolled to."""
    return ["key o"] + ["key PageDown"] * 9 + ["press " + name]


def deleting(state, what, does, said):
    two_names(state)
    check("before: it is all there", len(left_of(state, NAMES)) >= 2)
    run = play(state, [*keyboard(what), "press " + does])
    frame = ids(last(run))
    check("%s: it is said" % what, said in frame.get("message", {}).get("name", ""), frame.get("message", run))
    check("%s: no place to go on from" % what, "opening.continue" not in frame)
    same("%s: nothing is left in any file" % what, [], left_of(state, TRACES))


def deleting_everything():
    state = here("everything")
    deleting(state, "settings.delete-all", "forget-all.do", "Everything that was kept is deleted.")
    check("the settings went too", rows(state) == [], rows(state))
    run = play(state, [*NEW, "type Ida", "key Return", *GO, "key 1"])
    check("and what comes after is kept", ("bookmark", "Ida") in [r[:2] for r in rows(state)], run)


def sharing():
    state = here("shared")
    deleting(state, "settings.shared", "share.do", "nothing is kept from now on")
    same("that it is shared is all that is kept", [("setting", "", "shared", "on")], rows(state))
    for n in range(2):
        frame = ids(last(play(state, ["key Right"] if n else [*GO, "key 1", "key x", "key Home"])))
        check("shared: who is watching is not asked (%d)" % n, "bar.viewers" not in frame)
    check("shared: the terminal keeps nothing", "A place is kept." not in read(state, "--viewer", ANA, input="1\n").out
          and "A place is kept." not in read(state, "--viewer", ANA).out)
    same("shared: still nothing", [], left_of(state, TRACES))
    same("shared: still that alone", [("setting", "", "shared", "on")], rows(state))
    frame = ids(last(play(state, [*keyboard("settings.shared")])))
    check("not shared any more", frame.get("settings.shared", {}).get("on") is False, frame.get("message"))
    play(state, [*NEW, "type Ida", "key Return", *GO, "key 1"])
    check("and kept again", ("bookmark", "Ida") in [r[:2] for r in rows(state)])


def killed(name, what, does):
    """Killed as soon as the word is on screen: what was deleted is gone then."""
    state = here(name)
    two_names(state)
    lines = [*keyboard(what), "press " + does, "hold Tab 10000"]
    story.write("script", "".join(line + "\n" for line in lines).encode())
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    process = subprocess.Popen([LANTERN, "play", FOLDER, "--script", "script", "--size", "640x480", "--still",
                                "--dump-ui"], stdout=subprocess.PIPE, env=dict(environment, XDG_STATE_HOME=state))
    until = time.monotonic() + 30
    for line in process.stdout:
        if b'"id":"message"' in line or time.monotonic() > until:
            break
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    same(name + ": nothing is left", [], left_of(state, TRACES))
    check(name + ": and it opens again", play(state, []).status == 0)


def retried():
    """A disk that fails for a while: what waits is kept without anybody doing anything, at its time."""
    state = here("retried")
    play(state, ["key x"])
    environment = {"LD_PRELOAD": os.path.join(RIGS, "disk_faults.so"), "FAULT_FOLDER": os.path.realpath(state),
                   "FAULT_AT": "1", "FAULT_ERROR": "ENOSPC", "FAULT_LASTS": "6",
                   "ASAN_OPTIONS": "verify_asan_link_order=0"}
    settings = ["key o"] + ["key PageDown"] * 9
    lost = last(play(state, [*GO, "key 1", *settings], **environment))
    check("at first it is lost", "cannot be kept just now" in ids(lost).get("settings.keeps", {}).get("name", ""),
          ids(lost).get("settings.keeps", lost))
    frame = last(play(state, [*GO, "key 1", "pass 600000", *settings], **environment))
    check("after a while it is kept", "is kept on this computer" in ids(frame).get("settings.keeps", {}).get("name", ""),
          ids(frame).get("settings.keeps", frame))


STATE = here("state")
two_names(STATE)
each_goes_on(STATE)
typing(here("typing"))
wrong_names(STATE)
only_what_is_said(STATE)
forgetting_one(STATE)
deleting_everything()
sharing()
killed("killed-deleting", "settings.delete-all", "forget-all.do")
killed("killed-sharing", "settings.shared", "share.do")
retried()
done_testing()
