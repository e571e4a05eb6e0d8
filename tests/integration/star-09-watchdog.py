# needs: display 1280x800
# takes: 120
"""★9, K11, K16, K17: a kiosk and its service manager. It is ready once it shows something, says that it lives at least
each half of the watchdog's period whatever it shows, is started anew where it hangs, and ends in order when it is told
to. Meanwhile health.json is fresh, and nothing is said about what visitors do."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import json
import signal
import subprocess
import time

import manager as kiosk
import story
from tap import Run, check, done_testing, same

WATCHDOG_S = 2
SLACK_S = 0.5  # of a machine that has other things to do
BACK_S = 10
RESTART_S = 2  # RestartSec= of the unit


def told():
    """With pictures that move: the loop is never still."""
    t = story.base()
    t["cuts"] = [{"id": "attract", "title": "In passing", "minutes": 1, "path": ["gate", "bank", "far"]}]
    t["scenes"][0]["picture"]["pan"] = {"from": [0, 0, 1, 1], "to": [0.2, 0.2, 0.6, 0.6], "seconds": 30}
    return t


STORY = story.save(os.path.join(os.getcwd(), "story"), told())
KEYS = {"state", "scene", "uptime_s", "last_input_s", "frames", "errors", "version", "story"}


def lives(manager, name, seconds=2.5 * WATCHDOG_S):
    gap = manager.widest_gap(seconds)
    check("%s: it says that it lives" % name, gap <= WATCHDOG_S / 2 + SLACK_S, gap)
    now = manager.health()
    check("%s: health.json is fresh" % name, now and set(now) == KEYS and manager.health_age() < 20,
          (now, manager.health_age()))
    return now


def at_work():
    manager = kiosk.Manager("idle = 600\n", WATCHDOG_S).start(STORY)
    waited = manager.ready()
    check("it is ready after its first frame", waited is not None, manager.said())
    check("and not before", manager.health() and manager.health()["frames"] >= 1, manager.health())
    now = lives(manager, "the loop")
    check("the loop: as it is", now["state"] == "attract" and now["story"] == "base" and now["errors"] == 0 and
          now["last_input_s"] is None and now["scene"] in ("gate", "bank", "far"), now)
    kiosk.touch(640, 300)
    kiosk.key("space")
    manager.wait_state("session")
    now = lives(manager, "a visitor, sitting still")
    check("a visitor: as it is", now["state"] == "session" and now["last_input_s"] is not None and
          now["frames"] > 1, now)
    kiosk.key("o")
    lives(manager, "a panel")
    for n in range(50):
        kiosk.touch(100 + n * 20, 100 + n * 10)
        if n % 5 == 0:
            kiosk.key("space", "Escape")
    time.sleep(0.5)
    check("fifty touches: nothing is said of them", manager.said() == "", manager.said())
    return manager


def hangs(manager):
    os.kill(manager.process.pid, signal.SIGSTOP)
    stopped = time.monotonic()
    time.sleep(WATCHDOG_S)
    check("stopped, it says no more", len(manager.pings(stopped + 0.1)) == 0, manager.pings(stopped))
    # As systemd does: the time since the last word has passed.
    manager.process.send_signal(signal.SIGABRT)
    manager.end(signal.SIGKILL)
    struck = time.monotonic()
    time.sleep(RESTART_S)
    manager.start(STORY)
    manager.ready()
    check("it is there again in ten seconds", time.monotonic() - struck < BACK_S, time.monotonic() - struck)


def ends(manager):
    same("no session is left half counted by the fall", 0, sessions(manager))
    kiosk.touch(640, 300)
    for _ in range(2):
        kiosk.key("space")
    check("somebody is there", manager.wait_state("session") is not None, manager.health())
    seconds, status = manager.end()
    check("told to end, it does in two seconds", seconds < 2 and status == 0, (seconds, status))
    same("whoever was there is counted once", 1, sessions(manager))
    same("and nothing was said", "", manager.said())
    manager.close()


def sessions(manager):
    totals = Run("stats", "--json", env={"XDG_STATE_HOME": manager.state})
    rows = json.loads(totals.out)["rows"]
    return sum(read_count(row) for row in rows if row["what"] == "sessions")


def read_count(row):
    return row["count"] if row["count"] is not None else 1  # fewer than five are not told apart


def told_twice():
    """The disk takes its time with the last count; whoever says it twice does not wait for it."""
    rig = os.path.join(os.path.dirname(os.environ["LANTERN"]), "../tests/rigs/disk_faults.so")
    manager = kiosk.Manager()
    manager.env.update(LD_PRELOAD=rig, FAULT_FOLDER=manager.state, FAULT_WAITS=manager.folder + "/slow")
    manager.start(STORY)
    check("with a disk that may wait it is there", manager.ready() is not None, manager.said())
    kiosk.touch(640, 300)
    kiosk.key("space")
    check("and somebody is", manager.wait_state("session") is not None, manager.health())
    story.write(manager.folder + "/slow", b"")
    manager.process.terminate()
    time.sleep(1.5)
    check("told once, it waits for the disk", manager.process.poll() is None, manager.process.poll())
    seconds, status = manager.end()
    check("told twice, it ends at once", seconds < 1 and status in (-signal.SIGTERM, 128 + signal.SIGTERM),
          (seconds, status))
    manager.close()


def closed():
    """Open at an hour of a day that is far from now."""
    day = time.strftime("%a", time.localtime(time.time() + 3 * 86400))
    manager = kiosk.Manager("hours = %s 10:00-10:01\n" % day, WATCHDOG_S).start(STORY)
    check("closed: it is ready all the same", manager.ready() is not None, manager.said())
    now = lives(manager, "closed")
    check("closed: as it is", now["state"] == "closed" and now["scene"] is None, now)
    manager.close()


def in_the_journal():
    """What it says there has its level; elsewhere it has none."""
    story.write("wrong.conf", b"idle = 5\n")
    stream = os.memfd_create("journal")
    st = os.fstat(stream)
    subprocess.run([kiosk.RELEASE, "kiosk", "/nowhere/at/all"], stderr=stream, stdin=subprocess.DEVNULL,
                   env={**os.environ, "JOURNAL_STREAM": "%d:%d" % (st.st_dev, st.st_ino)})
    os.lseek(stream, 0, os.SEEK_SET)
    lines = os.read(stream, 65536).decode().splitlines()
    check("the journal's lines have their level", lines and all(line.startswith("<3>") for line in lines), lines)
    plain = Run("kiosk", "/nowhere/at/all", env={"JOURNAL_STREAM": "1:1"}).err
    check("others have none", plain.startswith("lantern: "), plain)


manager = at_work()
hangs(manager)
ends(manager)
told_twice()
closed()
in_the_journal()
done_testing()
