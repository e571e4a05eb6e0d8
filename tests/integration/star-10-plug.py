# takes: 1800
"""★10: pull the plug at any moment. A driver of the store, and the program itself, are killed at random
moments; after each the database is sound, and nothing is lost that was said to be kept or counted."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import random
import signal
import sqlite3
import subprocess
import time

import story
from tap import LANTERN, check, done_testing, same

DRIVER = os.path.join(os.path.dirname(LANTERN), "..", "tests", "rigs", "store_driver")
LONG = bool(os.environ.get("LANTERN_LONG"))
SEED = int(os.environ.get("LANTERN_SEED") or 20261123)


def look(folder):
    """SQLite's word on the file, the bookmarks, and the totals; another program looking changes nothing."""
    database = sqlite3.connect(folder + "/lantern.db")
    try:
        word = database.execute("PRAGMA integrity_check").fetchone()[0]
        kept = [value for (value,) in database.execute("SELECT value FROM item WHERE kind = CAST('bookmark' AS BLOB)")]
        totals = {(what, item): n for what, item, n in database.execute("SELECT what, item, n FROM total")}
    finally:
        database.close()
    return word, kept, totals


def whole(totals, sessions):
    """A session is in all of the totals or in none."""
    return all(totals.get(key, 0) == sessions for key in
               (("sessions", ""), ("with-choice", ""), ("completed", ""), ("dwell", "under-15s"), ("ended", "home"),
                ("last-scene", "far"), ("choice", "gate far")))


def run_driver(folder, seconds):
    """Killed after so long; the last it said it kept, and how often that it counted."""
    process = subprocess.Popen([DRIVER, folder, "1000000"], stdout=subprocess.PIPE)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    said = process.stdout.read().decode().splitlines()
    process.wait()
    # What was cut off in the middle was done, and not yet said.
    return [int(line.split()[1]) for line in said if line.startswith("kept ")], said.count("counted"), said


def driver(runs):
    folder = os.path.join(os.getcwd(), "driver")
    chance = random.Random(SEED)
    kept = counted = said_count = 0
    for n in range(1, runs + 1):
        numbers, times, said = run_driver(folder, chance.choice((0.005, 0.05, 0.2)) * (0.5 + chance.random()))
        said_count += len(said)
        if not os.path.exists(folder + "/lantern.db"):
            continue
        try:
            word, places, totals = look(folder)
        except sqlite3.OperationalError as error: # killed before the tables were made
            word, places, totals = str(error), [], {}
            if kept == counted == 0 and not numbers and "no such table" in word:
                continue
        least = numbers[-1] if numbers else kept
        place = int(places[0]) if places else 0
        sessions = totals.get(("sessions", ""), 0)
        good = word == "ok" and least <= place <= least + 1 and whole(totals, sessions) \
            and counted + times <= sessions <= counted + times + 1 \
            and not [line for line in said if not line.startswith(("kept ", "counted"))] \
            and not [name for name in os.listdir(folder) if "damaged" in name]
        if not check_quietly("driver, run %d of %d (seed %d)" % (n, runs, SEED), good,
                             (word, least, place, counted, times, sessions, said[-3:])):
            return
        kept, counted = place, sessions
    print("# %d kills: bookmark %d, sessions %d, %d answers" % (runs, kept, counted, said_count))
    check("driver: %d kills, nothing lost" % runs, kept > runs and counted > runs, (kept, counted))


def check_quietly(name, holds, why):
    return holds or check(name, holds, why)


def program(runs):
    """The program itself, with a script of many steps; where it gets to its end, the session is counted."""
    model = story.base()
    model["scenes"][0]["choices"][1]["to"] = "bank"
    del model["scenes"][1]["next"]
    model["scenes"][1]["choices"] = [{"id": "round", "text": "Round again", "to": "bank"}]
    folder = story.save(os.path.join(os.getcwd(), "story"), model)
    state = os.path.join(os.getcwd(), "program")
    story.write("script", b"key Return\nkey Space\nkey Space\nkey 2\n" + b"key Space\nkey Space\nkey 1\n" * 30)
    orders = [LANTERN, "play", folder, "--script", "script", "--size", "640x480", "--count", "2026-11-23"]
    environment = dict(os.environ, XDG_STATE_HOME=state)
    began = time.monotonic()
    subprocess.run(orders, env=environment, check=True)
    takes = time.monotonic() - began
    chance = random.Random(SEED + 1)
    counted = 1
    for n in range(1, runs + 1):
        process = subprocess.Popen(orders, env=environment)
        try:
            process.wait(takes * (0.2 + chance.random()))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        ended = process.wait() == 0
        word, places, totals = look(state + "/lantern")
        sessions = totals.get(("sessions", ""), 0)
        good = word == "ok" and len(places) == 1 and places[0].startswith(b"lantern 1\nstory base\n") \
            and places[0].endswith(b"\n") and counted + ended <= sessions <= counted + 1
        if not check_quietly("program, run %d of %d (seed %d)" % (n, runs, SEED), good,
                             (word, places, counted, ended, sessions)):
            return
        counted = sessions
    done = subprocess.run([LANTERN, "read", folder], env=environment, input=b"1\n", capture_output=True)
    check("program: %d kills, a place to go on from" % runs,
          done.returncode == 0 and b"A place is kept." in done.stdout and b"set aside" not in done.stdout, done)


driver(1000 if LONG else 40)
program(100 if LONG else 8)
done_testing()
