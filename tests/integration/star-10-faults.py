# takes: 1800
"""★10: a disk that fails at the n-th thing done to it, for every n: full, broken, read-only; once, or from
then on. No crash, what was kept before is whole, each loss is said, and what failed once is kept after all."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import shutil
import sqlite3
import subprocess
import time

import story
from tap import LANTERN, check, done_testing

RIGS = os.path.join(os.path.dirname(LANTERN), "..", "tests", "rigs")
LONG = bool(os.environ.get("LANTERN_LONG"))
HERE = os.path.realpath(os.getcwd())
ROUNDS = 4
slowest = 0  # run so far, in seconds
LOG = ("377f0682002de218000010000000000a4c7c5a547ba8c8e233417f5fd7f1ff7f")
INDEX = ("18e22d0000000000150000000100001000000000030000006e4f8afc5f6c4d514c7c5a547ba8c8e2d98fd424cc8038a9"
         "18e22d0000000000150000000100001000000000030000006e4f8afc5f6c4d514c7c5a547ba8c8e2d98fd424cc8038a9"
         "000000000000000000000000ffffffffffffffffffffffff00000000000000000000000000000000")
LOST = "The place cannot be kept: "


def run(orders, folder, at=0, error="EIO", lasts=0, **more):
    environment = dict(os.environ, LD_PRELOAD=os.path.join(RIGS, "disk_faults.so"), FAULT_FOLDER=folder,
                       FAULT_AT=str(at), FAULT_ERROR=error, FAULT_LASTS=str(lasts), FAULT_COUNT=HERE + "/count",
                       ASAN_OPTIONS="verify_asan_link_order=0", **more.pop("env", {}))
    global slowest
    began = time.monotonic()
    done = subprocess.run(orders, env=environment, capture_output=True, text=True, timeout=60, **more)
    slowest = max(slowest, time.monotonic() - began)
    return done


def things_done():
    with open(HERE + "/count") as file:
        return int(file.read())


def copy(template, name):
    folder = os.path.join(HERE, name)
    if os.path.exists(folder):
        shutil.rmtree(folder)
    if template:
        shutil.copytree(template, folder)
    return folder


def look(folder):
    database = sqlite3.connect(folder + "/lantern.db")
    try:
        word = database.execute("PRAGMA integrity_check").fetchone()[0]
        rows = database.execute("SELECT value FROM item WHERE kind = CAST('bookmark' AS BLOB)").fetchall()
        sessions = database.execute("SELECT n FROM total WHERE what = 'sessions'").fetchall()
        dwell = database.execute("SELECT n FROM total WHERE what = 'dwell'").fetchall()
    finally:
        database.close()
    return word, int(rows[0][0]) if rows else 0, sessions[0][0] if sessions else 0, dwell[0][0] if dwell else 0


def judge(name, done, folder, before, is_once):
    """What must hold of a run of the driver, whatever failed."""
    said = done.stdout.splitlines()
    kept = [int(line.split()[1]) for line in said if line.startswith("kept ")]
    counted = said.count("counted")
    refused = [line for line in said if line.startswith("refused")]
    good = done.returncode == 0 and said[-1:] == ["over"] and not done.stderr and len(kept) + counted + len(refused) >= 2 * ROUNDS
    good = good and all(len(line) > len("refused ") for line in refused) and "spoilt" not in said
    try:
        word, place, sessions, dwell = look(folder)
    except sqlite3.OperationalError as error:
        # Nothing could be made, and nothing was there: nothing is lost.
        word, place, sessions, dwell = ("ok" if before == (0, 0) and not kept and not counted else str(error)), 0, 0, 0
    good = good and word == "ok" and sessions == dwell and "set aside" not in said
    good = good and place >= max([before[0], *kept]) and place <= before[0] + ROUNDS
    good = good and before[1] + counted <= sessions <= before[1] + ROUNDS
    if is_once:
        good = good and (place, sessions) == (before[0] + ROUNDS, before[1] + ROUNDS)
    return good or check(name, False, (done.returncode, said, done.stderr[-300:], word, place, sessions, before))


def sweep(name, template, before):
    """Every n, until nothing fails any more."""
    folder = copy(template, "work")
    run([RIGS + "/store_driver", folder, str(ROUNDS)], folder)
    count = things_done()
    step = 1 if LONG else 4
    runs = 0
    for error in ("ENOSPC", "EIO", "EROFS"):
        for lasts in (1, 0):
            # In the usual run each way to fail begins at another thing, so that together they see all.
            for at in range(1 + runs % step, count + 2, step):
                folder = copy(template, "work")
                done = run([RIGS + "/store_driver", folder, str(ROUNDS)], folder, at, error, lasts)
                label = "%s: %s at %d%s" % (name, error, at, ", once" if lasts else "")
                runs += 1
                if not judge(label, done, folder, before, lasts == 1):
                    return
    check("%s: %d ways to fail, in %d things done" % (name, runs, count), count > 20 and runs > count, (count, runs))


def program():
    """The terminal's telling: it goes on to the end, and says what it must."""
    folder = story.save(HERE + "/story", story.base())
    state = HERE + "/state"

    def read(at, error):
        copy(None, "state")
        return run([LANTERN, "read", folder], state, at, error, input="2\n", env={"XDG_STATE_HOME": state})

    read(0, "EIO")
    count = things_done()
    errors = ("ENOSPC", "EIO", "EROFS") if LONG else ("EIO",)
    for error in errors:
        for at in range(1, count + 1, 1 if LONG else 4):
            done = read(at, error)
            lost = (done.stdout + done.stderr).count(LOST)
            # Closing is the last: what fails there was kept in the log already.
            if not (done.returncode == 0 and "It is done." in done.stdout and lost <= 1
                    and (lost == 1 or at > count // 2)):
                check("the program: %s at %d of %d" % (error, at, count), False,
                      (done.returncode, lost, done.stdout[-200:], done.stderr[-300:]))
                return
    check("the program: %s at %d things done, said once" % (", ".join(errors), count), count > 10, count)


def journal(folder):
    """Bytes 18 and 19 of the header: 1 is a journal, 2 a log (sqlite.org/fileformat2.html, 1.3)."""
    with open(folder + "/lantern.db", "rb") as file:
        return set(file.read(20)[18:])


def over_the_network():
    """There is no memory for the log's index there: a journal does, also for a store that had a log."""
    folder = copy(None, "network")
    for name, more, wanted in (("here", {}, 2), ("over the network", {"FAULT_REMOTE": "1"}, 1), ("here again", {}, 2)):
        done = run([RIGS + "/store_driver", folder, "5"], folder, env=more)
        check("a store %s: %s" % (name, "a log" if wanted == 2 else "a journal"),
              done.stdout.count("kept") == 5 and "refused" not in done.stdout and journal(folder) == {wanted},
              (done.stdout, journal(folder)))
    check("a store over the network: nothing lost", look(folder)[:3] == ("ok", 15, 15), look(folder))


over_the_network()
sweep("a new store", None, (0, 0))
old = copy(None, "old")
subprocess.run([RIGS + "/store_driver", old, "10"], check=True, capture_output=True)
sweep("a store in use", old, (10, 10))
# Left by a plug that was pulled: its last places are in the log alone.
killed = copy(None, "killed")
process = subprocess.Popen([RIGS + "/store_driver", killed, "1000000"], stdout=subprocess.PIPE, text=True)
last = [process.stdout.readline().split() for _ in range(20)]
process.kill()
process.stdout.close()
process.wait()
probe = copy(killed, "probe")
word, place, sessions, dwell = look(probe)
check("a store that was killed", word == "ok" and place >= 10 and os.path.exists(killed + "/lantern.db-wal"), place)
sweep("a store that was killed", killed, (place, sessions))
# Killed as its log began anew: a header with nothing behind it, and an index that knows the log before. SQLite
# would wait ten seconds for whoever changes them, at each thing done.
begun = copy(old, "begun")
with open(begun + "/lantern.db-wal", "wb") as log:
    log.write(bytes.fromhex(LOG))
with open(begun + "/lantern.db-shm", "wb") as index:
    index.write(bytes.fromhex(INDEX).ljust(32768, b"\0"))
slowest = 0
sweep("a log that has begun", begun, (10, 10))
check("nothing waits long for a dead disk", slowest < 8, slowest)
program()
done_testing()
