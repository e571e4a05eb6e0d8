# takes: 400
"""A kiosk as a museum has it, in short: the unit's own command line under its compositor, on a screen with a panel
of five fingers (lib/touch_screen.py), driven by real touches from the loop that invites to the staff's end. The
test stands in the service manager's place, and does what the unit tells that to do. With --long a visitor is
forgotten too, which takes as long as it does in a museum. Each screen's picture is left in LANTERN_SHOTS."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import json
import re
import shlex
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

from PIL import Image

import touch_screen
from tap import DATA, LANTERN, check, done_testing, same, skip

RELEASE = os.environ.get("LANTERN_RELEASE", LANTERN)
SESSION = os.path.join(os.path.dirname(RELEASE), "lantern-kiosk-session")
SHOTS = os.environ.get("LANTERN_SHOTS", os.getcwd())
LONG = os.environ.get("LANTERN_LONG") == "1"
NOBODY = 65534
BACK_MOST_S = 10  # from a crash to the first frame
PIN, PIN_HASH = "2468", "$5$rounds=1000$lantern$D2I5aFTUzEPEcfgtKPkbvyGP60FQwCTv6OOWserygnC"
IDLE_S, WARN_S = 30, 20  # the least that is allowed


def read_unit():
    """What stands under a name, in order; systemd's own form of lists."""
    unit = {}
    with open(DATA + "/assets/kiosk/lantern-kiosk@.service", encoding="utf-8") as file:
        for name, value in re.findall(r"^([A-Z]\w+)=(.*)$", file.read(), re.M):
            unit.setdefault(name, []).append(value)
    return unit


UNIT = read_unit()


def calls_denied():
    """The system calls that the unit's filters keep from all it runs."""
    sets, name = {}, None
    told = subprocess.run(["systemd-analyze", "--no-pager", "syscall-filter"], capture_output=True, text=True, check=True).stdout
    for line in told.splitlines():
        if line.startswith("@"):
            name = line.strip()
        elif name and line.startswith("    ") and not line.strip().startswith("#"):
            sets.setdefault(name, []).append(line.strip())

    def members(word):
        return {call for inner in sets[word] for call in members(inner)} if word.startswith("@") else {word}

    denied = members("@known") - members("@default")
    for line in UNIT["SystemCallFilter"]:
        named = {call for word in line.lstrip("~").split() for call in members(word)}
        denied = denied | named if line.startswith("~") else denied - named
    return sorted(denied)


def as_in_the_unit(folder):
    """The words before a command, so that it runs as another user and without those calls; `folder`/denied tells of them."""
    calls = ",".join("?" + call for call in calls_denied())
    return ["setpriv", "--reuid", str(NOBODY), "--regid", str(NOBODY), "--clear-groups", "strace", "-D", "-f", "--seccomp-bpf", "-qq",
            "-o", folder + "/denied", "-e", "trace=" + calls, "-e", "inject=" + calls + ":error=EPERM", "-e", "signal=none"]


class Kiosk:
    """A service manager with this one unit."""

    def __init__(self, folder, screen, config):
        self.screen, self.folder = screen, folder
        self.frame, self.starts, self.statuses = None, 0, []
        self.news = threading.Condition()
        self.ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.ear.bind(folder + "/manager")
        os.chmod(folder + "/manager", 0o777)
        self.ear.settimeout(60)
        for name in ("run", "state"):
            os.mkdir(folder + "/" + name, 0o700)
            os.chown(folder + "/" + name, NOBODY, NOBODY)
        with open(folder + "/kiosk.conf", "w", encoding="utf-8") as file:
            file.write(config)
        self.process = None

    def environment(self):
        env = {k: v for k, v in os.environ.items() if k not in UNIT["UnsetEnvironment"][0].split()}
        for line in UNIT["Environment"]:
            env.update(word.replace("=/var/lib", "=" + self.folder + "/state").split("=", 1) for word in line.split())
        usec = int(UNIT["WatchdogSec"][0]) * 1000000
        # The screen stands in for the machine's own; sounds go nowhere.
        env.update({"DISPLAY": self.screen.display, "WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman", "SDL_AUDIODRIVER": "dummy",
                    "XDG_RUNTIME_DIR": self.folder + "/run", "NOTIFY_SOCKET": self.folder + "/manager",
                    "WATCHDOG_USEC": str(usec), "WATCHDOG_PID": "1", "LANTERN_DATA": DATA})
        return env

    def start(self):
        """Returns how long it took until it said that it is ready."""
        line = UNIT["ExecStart"][0].replace("@LIBEXECDIR@/lantern-kiosk-session", SESSION)  # twice: the player is bound to it
        words = shlex.split(line.replace("@BINDIR@/lantern", RELEASE)) + ["--config", self.folder + "/kiosk.conf", "--dump-ui"]
        began = time.monotonic()
        self.frame = None
        self.process = subprocess.Popen(
            [*as_in_the_unit(self.folder + "/run"), *words],
            env=self.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=open("%s/said-%d" % (self.folder, self.starts), "wb"))
        self.starts += 1
        threading.Thread(target=self._read, args=[self.process.stdout], daemon=True).start()
        self.screen.fill()
        self.hear("READY=1")
        return time.monotonic() - began

    def _read(self, pipe):
        for line in pipe:
            frame = json.loads(line) if line.endswith(b"\n") else None
            with self.news:
                self.frame = frame or self.frame
                self.news.notify_all()

    def hear(self, wanted):
        try:
            while self.ear.recv(4096).decode() != wanted:
                pass
            return True
        except socket.timeout:
            return False

    def drain(self):
        """Words of one that is gone are not another's."""
        self.ear.setblocking(False)
        try:
            while True:
                self.ear.recv(4096)
        except BlockingIOError:
            self.ear.settimeout(60)

    def restart(self):
        """As the unit has it when its main process has ended; returns whether it was started again."""
        status = self.process.wait(30)
        self.statuses.append(status)
        if str(status) in UNIT["RestartPreventExitStatus"][0].split():
            return False
        time.sleep(float(UNIT["RestartSec"][0]))
        self.drain()
        self.start()
        return True

    def below(self):
        """Every process of it, by what each is called."""
        found, parents = {}, [self.process.pid]
        while parents:
            parent = parents.pop()
            listed = subprocess.run(["ps", "-o", "pid=,comm=", "--ppid", str(parent)], capture_output=True, text=True).stdout
            for line in listed.splitlines():
                pid, name = line.split(None, 1)
                found[name] = int(pid)
                parents.append(int(pid))
        return found

    # --- a visitor's eyes and fingers

    def sees(self, wanted, seconds=10):
        until = time.monotonic() + seconds
        with self.news:
            while not (self.frame and wanted(self.frame)):
                left = until - time.monotonic()
                if left <= 0:
                    return False
                self.news.wait(left)
        return True

    def item(self, name):
        return next((i for i in self.frame["items"] if i["id"] == name), None)

    def has(self, name, seconds=10):
        return self.sees(lambda f: any(i["id"] == name and i.get("hit", [0] * 4)[2] for i in f["items"]), seconds)

    def middle(self, name):
        x, y, w, h = self.item(name)["hit"]
        return x + w // 2, y + h // 2

    def touch(self, name):
        if not self.has(name):
            return check("there is %s to touch" % name, False, [i["id"] for i in (self.frame or {"items": []})["items"]])
        self.screen.touch(self.middle(name))
        time.sleep(0.6)  # the same place counts once in half a second
        return True

    def shot(self, name):
        """What the panel shows, as a picture; whether every word on it that the program tells of can be seen there."""
        time.sleep(0.8)
        frame = self.frame
        path = "%s/%dx%d-%s.png" % (SHOTS, *self.screen.size, name)
        self.screen.shot(path)
        page = Image.open(path).convert("L")
        same("%s: the picture is as large as the screen" % name, self.screen.size, page.size)
        faint = []
        for i in frame["items"]:
            x, y, w, h = i.get("seen", [0] * 4)
            if i.get("px") and w > 4 and h > 4:
                low, high = page.crop((x, y, x + w, y + h)).getextrema()
                if high - low < 60:
                    faint.append(i["id"])
        check("%s: its words are on the panel" % name, not faint and len(frame["items"]) > 1, faint)


def word(kiosk, name):
    return (kiosk.item(name) or {}).get("name")


def invites(kiosk, name):
    """The loop that invites, in the language it begins in."""
    ok = kiosk.sees(lambda f: any(i["id"] == "attract.begin" and i["name"] == "Touch the screen to begin" for i in f["items"]), 20)
    return check("%s: it invites, in the first language" % name, ok, kiosk.frame and kiosk.frame["items"][-1])


def to_a_choice(kiosk):
    """Goes on until there is something to choose."""
    for _ in range(40):
        if kiosk.item("choice.1"):
            return True
        kiosk.touch("forward") if kiosk.item("forward") else time.sleep(0.2)
    return False


def viewing(kiosk):
    """From the scene in passing to a choice made, in another language, and home."""
    invites(kiosk, "at first")
    kiosk.sees(lambda f: f["size"] == list(kiosk.screen.size))
    kiosk.shot("1-attract")
    passing = word(kiosk, "title")
    kiosk.screen.touch([kiosk.screen.size[0] // 2, kiosk.screen.size[1] // 3])
    check("a touch brings what it touches on", kiosk.sees(lambda f: f["screen"] == "notice"), kiosk.frame["screen"])
    kiosk.shot("2-notice")
    kiosk.touch("go-on")
    kiosk.sees(lambda f: f["screen"] == "scene")
    same("then the scene that passed by", passing, word(kiosk, "title"))
    kiosk.touch("language.ko")
    check("a language's name changes it", kiosk.sees(lambda f: any(i["lang"] == "ko" and i["id"] == "caption" for i in f["items"])),
          word(kiosk, "title"))
    kiosk.shot("3-language")
    check("there comes something to choose", to_a_choice(kiosk))
    kiosk.shot("4-choices")
    kiosk.touch("choice.1")
    check("a choice is made", kiosk.sees(lambda f: f["screen"] != "choices"), kiosk.frame["screen"])


def home(kiosk):
    kiosk.touch("home")
    check("home asks first", kiosk.sees(lambda f: f["panel"] == "again"), kiosk.frame["panel"])
    kiosk.shot("5-home")
    kiosk.touch("again.next")
    invites(kiosk, "after somebody is done")


def forgotten(kiosk):
    """In the real time of the clock: warned, there after all, warned, gone."""
    kiosk.screen.touch([kiosk.screen.size[0] // 2, kiosk.screen.size[1] // 3])
    kiosk.touch("go-on")
    kiosk.touch("language.es")
    for n in (1, 2):
        ok = kiosk.sees(lambda f: f["panel"] == "warning", 4 * IDLE_S)
        check("somebody who does nothing is asked whether they are there (%d)" % n, ok, kiosk.frame["panel"])
        if n == 1:
            kiosk.shot("6-warning")
            kiosk.screen.touch([kiosk.screen.size[0] // 2, 40])
            check("a touch anywhere goes on", kiosk.sees(lambda f: f["panel"] == "none"), kiosk.frame["panel"])
    began = time.monotonic()
    ok = kiosk.sees(lambda f: f["panel"] == "none", 2 * WARN_S)
    check("they have the time they were told", ok and WARN_S - 2 <= time.monotonic() - began <= WARN_S + 2, time.monotonic() - began)
    invites(kiosk, "after somebody is gone")
    kiosk.shot("7-attract-again")


def crash(kiosk):
    """As somebody watches: all of it ends, and begins anew."""
    kiosk.screen.touch([kiosk.screen.size[0] // 2, kiosk.screen.size[1] // 3])
    kiosk.touch("go-on")
    before = kiosk.below()
    check("it runs under its compositor", {"cage", "lantern"} <= set(before), before)
    began = time.monotonic()
    os.kill(before["lantern"], signal.SIGSEGV)
    check("a crash is not the staff's end", kiosk.restart(), kiosk.statuses)
    back = time.monotonic() - began
    check("and back within %d s: %.1f" % (BACK_MOST_S, back), back < BACK_MOST_S, back)
    print("# from the crash to the first frame: %.2f s, %s of it by the unit's RestartSec=" % (back, UNIT["RestartSec"][0]))
    left = [pid for pid in before.values() if os.path.exists("/proc/%d" % pid)]
    same("nothing of the one before is left", [], left)
    invites(kiosk, "after a crash")
    kiosk.sees(lambda f: f["size"] == list(kiosk.screen.size))
    kiosk.shot("8-after-crash")


def staff(kiosk):
    w, h = kiosk.screen.size
    corners = [(12, 12), (w - 12, h - 12)]
    for n, corner in enumerate(corners):
        kiosk.screen.finger(touch_screen.BEGIN, corner, n)
    check("two corners held let the staff in", kiosk.sees(lambda f: f["panel"] == "pin", 8), kiosk.frame["panel"])
    for n, corner in enumerate(corners):
        kiosk.screen.finger(touch_screen.END, corner, n)
    time.sleep(0.6)
    kiosk.shot("9-pin")
    for digit in PIN:
        kiosk.touch("pin." + digit)
    kiosk.touch("pin.enter")
    check("their number shows the service screen", kiosk.sees(lambda f: f["panel"] == "service"), kiosk.frame["panel"])
    kiosk.shot("10-service")
    kiosk.touch("service.exit")
    check("ended by the staff, it stays so", not kiosk.restart(), kiosk.statuses)
    same("and the service manager was told why", UNIT["SuccessExitStatus"][0], str(kiosk.statuses[-1]))
    same("nothing is left in the session's folder", [], [n for n in os.listdir(kiosk.folder + "/run") if n.startswith("lantern-")])


def counted(kiosk, wanted):
    """Those that came to an end: of whoever stood there at the crash nothing was kept, and the staff are none."""
    done = subprocess.run([RELEASE, "stats", "--json", "--exact", "--store", kiosk.folder + "/state/lantern"],
                          capture_output=True, text=True, env={**os.environ, "LANTERN_DATA": DATA})
    rows = json.loads(done.stdout)["rows"] if done.returncode == 0 else []
    totals = {(r["what"], r["item"]): r["count"] for r in rows if r["what"] in ("starts", "ended")}
    same("visits and starts are counted, by how they ended", wanted, totals)


def calibrated(screen, folder):
    """A panel that lies upside down, brought into line."""
    env = {**os.environ, "DISPLAY": screen.display, "WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman", "LANTERN_DATA": DATA,
           "XDG_RUNTIME_DIR": folder + "/run", "SDL_VIDEODRIVER": "wayland"}
    program = subprocess.Popen(["setpriv", "--reuid", str(NOBODY), "--regid", str(NOBODY), "--clear-groups", "cage", "-d", "--",
                                RELEASE, "calibrate", "--device", "Panel"], env=env, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, text=True)
    screen.fill()
    w, h = screen.size
    for n, (x, y) in enumerate(((0.9, 0.9), (0.1, 0.9), (0.5, 0.1))):
        time.sleep(1.5)
        if n == 0:
            screen.shot("%s/%dx%d-11-calibrate.png" % (SHOTS, w, h))
        screen.touch((round(x * (w - 1)), round(y * (h - 1))))
    try:
        out = program.communicate(timeout=20)[0]
    except subprocess.TimeoutExpired:
        program.kill()
        out = program.communicate()[0]
    found = re.fullmatch(r'ATTRS\{name\}=="Panel", ENV\{LIBINPUT_CALIBRATION_MATRIX\}="([-0-9. ]+)"\n', out)
    matrix = [float(n) for n in found[1].split()] if found else []
    check("three touches bring a panel into line that lies upside down",
          len(matrix) == 6 and all(abs(a - b) < 0.01 for a, b in zip(matrix, [-1, 0, 1, 0, -1, 1])), out)


def whole(w, h, mm):
    config = "pin_hash = %s\nidle = %d\nwarn = %d\nwidth_mm = %d\nheight_mm = %d\n" % (PIN_HASH, IDLE_S, WARN_S, *mm)
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        os.chmod(folder, 0o755)
        screen = touch_screen.TouchScreen(folder, w, h)
        kiosk = Kiosk(folder, screen, config)
        try:
            print("# %dx%d: ready after %.2f s" % (w, h, kiosk.start()))
            viewing(kiosk)
            home(kiosk)
            if LONG:
                forgotten(kiosk)
            crash(kiosk)
            staff(kiosk)
            calibrated(screen, folder)
            counted(kiosk, {("starts", ""): 2, ("ended", "home"): 1, **({("ended", "idle"): 1} if LONG else {})})
        finally:
            kiosk.process.kill()
            kiosk.process.wait(10)
            screen.close()


def reason():
    """Why it cannot be shown here, or nothing."""
    lacks = [touch_screen.missing()] + [p for p in ("cage", "Xwayland", "setpriv", "strace", "systemd-analyze") if not shutil.which(p)]
    if not any(lacks) and subprocess.run(["setpriv", "--reuid", str(NOBODY), "--regid", str(NOBODY), "--clear-groups",
                                          "test", "-x", SESSION, "-a", "-r", DATA + "/content"]).returncode:
        lacks = ["a place of the repository that every user may read"]
    return ", ".join(filter(None, lacks))


if reason():
    skip("a kiosk's session on a touch screen", "it takes " + reason())
else:
    whole(1080, 1920, (268, 477))
    if LONG:
        whole(1920, 1080, (477, 268))
done_testing()
