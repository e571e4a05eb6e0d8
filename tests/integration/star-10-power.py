# takes: 1800
"""★10: the power goes. Whatever was written and not yet synced may be on the disk or not, in any order and
by halves: the driver's writes are taken down in order, cut off at every place, and what may be left of them
is put together many times. Whatever it is, the store opens, and holds all that was said to be kept."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import random
import shutil
import sqlite3
import subprocess

from tap import LANTERN, check, done_testing

RIGS = os.path.join(os.path.dirname(LANTERN), "..", "tests", "rigs")
LONG = bool(os.environ.get("LANTERN_LONG"))
SEED = int(os.environ.get("LANTERN_SEED") or 20261123)
HERE = os.path.realpath(os.getcwd())
SECTOR = 512


def driver(folder, times, **environment):
    return subprocess.run([RIGS + "/store_driver", folder, str(times)], capture_output=True, text=True,
                          env=dict(os.environ, **environment))


def events(path):
    """(kind, name, where, bytes) of all that was done; what was said as kind "o"."""
    with open(path, "rb") as file:
        while True:
            line = file.readline()
            if not line:
                return
            kind, where, count, name = line.decode().rstrip("\n").split(" ", 3)
            yield kind, os.path.basename(name), int(where), file.read(int(count))


def apply(files, kind, name, where, data):
    content = files.setdefault(name, bytearray())
    if kind == "c":
        del content[where:]
        content.extend(bytes(max(0, where - len(content))))
    else:
        content.extend(bytes(max(0, where - len(content))))
        content[where:where + len(data)] = data


def torn(chance, data):
    """The sectors of a write that came through: all, or some; the others are as they were."""
    if chance.random() < 0.5:
        return [(0, data)]
    return [(at, data[at:at + SECTOR]) for at in range(0, len(data), SECTOR) if chance.random() < 0.5]


def left_on_disk(chance, synced, waiting):
    files = {name: bytearray(content) for name, content in synced.items()}
    kept = [event for event in waiting if chance.random() < chance.choice((0.1, 0.5, 0.9))]
    for kind, name, where, data in kept:
        if kind == "c":
            apply(files, kind, name, where, data)
        else:
            for at, part in torn(chance, data):
                apply(files, kind, name, where + at, part)
    return files


def opens(files, kept, counted):
    """Nothing, or what is wrong with what is left."""
    folder = os.path.join(HERE, "left")
    if os.path.exists(folder):
        shutil.rmtree(folder)
    os.mkdir(folder)
    for name, content in files.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)
    database = sqlite3.connect(folder + "/lantern.db")
    try:
        word = database.execute("PRAGMA integrity_check").fetchone()[0]
        place = int(database.execute("SELECT value FROM item").fetchone()[0])
        totals = [n for (n,) in database.execute("SELECT n FROM total WHERE what <> 'starts'")]
    except (sqlite3.Error, TypeError) as error:
        return str(error)
    finally:
        database.close()
    good = word == "ok" and kept <= place <= kept + 1 and len(set(totals)) == 1 and counted <= totals[0] <= counted + 1
    return None if good else (word, place, kept, totals, counted)


def power(times, tries):
    template = os.path.join(HERE, "store")
    driver(template, 1)
    synced = {}
    with open(template + "/lantern.db", "rb") as file:
        synced["lantern.db"] = bytearray(file.read())
    driver(template, times, LD_PRELOAD=os.path.join(RIGS, "disk_faults.so"), FAULT_FOLDER=template,
           FAULT_LOG=HERE + "/log", ASAN_OPTIONS="verify_asan_link_order=0")
    chance = random.Random(SEED)
    waiting, kept, counted, cuts, syncs = [], 1, 1, 0, 0
    for kind, name, where, data in events(HERE + "/log"):
        if kind == "o":
            kept += data.startswith(b"kept ")
            counted += data == b"counted\n"
            if data == b"over\n":
                break
        elif name.endswith("-shm"):
            continue # memory of those that were running
        elif kind == "s":
            syncs += 1
            for event in [e for e in waiting if e[1] == name]:
                apply(synced, *event)
            waiting = [e for e in waiting if e[1] != name]
        else:
            waiting.append((kind, name, where, data))
        for n in range(tries):
            wrong = opens(left_on_disk(chance, synced, waiting), kept, counted)
            cuts += 1
            if wrong:
                check("after event %d (%s %s at %d, seed %d)" % (cuts // tries, kind, name, where, SEED), False, wrong)
                return
    check("%d cuts of the power in %d keepings and countings, nothing lost" % (cuts, 2 * times),
          kept == counted == times + 1 and syncs >= 2 * times, (kept, counted, syncs))


power(60 if LONG else 8, 6 if LONG else 3)
done_testing()
