"""For integration scripts in Python: a kiosk as its unit starts it, and somebody in systemd's place."""
import json
import os
import signal
import socket
import subprocess
import tempfile
import threading
import time

RELEASE = os.environ.get("LANTERN_RELEASE", os.environ["LANTERN"])
PIN = "2468"
PIN_HASH = "$5$rounds=1000$lantern$D2I5aFTUzEPEcfgtKPkbvyGP60FQwCTv6OOWserygnC"


class Manager:
    """A folder with all that a unit has, and an ear for what the program says."""

    def __init__(self, config="", watchdog_s=0, program=RELEASE, env=None):
        # In /tmp, since a socket's name is short.
        self.folder = tempfile.mkdtemp(dir="/tmp", prefix="lantern-kiosk-")
        self.state, self.run = self.folder + "/state", self.folder + "/run"
        os.mkdir(self.run)
        with open(self.folder + "/kiosk.conf", "w", encoding="utf-8") as file:
            file.write(config)
        self.program, self.watchdog_s, self.process = program, watchdog_s, None
        self.ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.ear.bind(self.folder + "/notify")
        self.heard = []  # (when, what)
        self.news = threading.Condition()
        self.env = {**os.environ, "XDG_STATE_HOME": self.state, "RUNTIME_DIRECTORY": self.run,
                    "NOTIFY_SOCKET": self.folder + "/notify", **(env or {})}
        if watchdog_s:
            self.env["WATCHDOG_USEC"] = str(int(watchdog_s * 1e6))
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        while True:
            try:
                word = self.ear.recv(4096).decode()
            except OSError:
                return
            with self.news:
                self.heard.append((time.monotonic(), word))
                self.news.notify_all()

    def start(self, *arguments, before=()):
        if os.path.exists(self.run + "/health.json"):
            os.unlink(self.run + "/health.json")
        self.errors = open(self.folder + "/stderr", "a+", encoding="utf-8")
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [*before, self.program, "kiosk", *arguments, "--config", self.folder + "/kiosk.conf"], env=self.env,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self.errors)
        return self

    def ready(self, seconds=20):
        """Seconds from its start to READY; None: it never came, or the program ended."""
        until = time.monotonic() + seconds
        with self.news:
            while time.monotonic() < until:
                at = next((t for t, word in self.heard if word == "READY=1" and t >= self.began), None)
                if at is not None:
                    return at - self.began
                if self.process.poll() is not None:
                    return None
                self.news.wait(0.05)
        return None

    def pings(self, since):
        return [t for t, word in self.heard if word == "WATCHDOG=1" and t >= since]

    def widest_gap(self, seconds):
        """Listens for so long; the longest time without a ping."""
        since = time.monotonic()
        time.sleep(seconds)
        times = [since, *self.pings(since), time.monotonic()]
        return max(b - a for a, b in zip(times, times[1:]))

    def health(self):
        try:
            with open(self.run + "/health.json", encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return None

    def health_age(self):
        return time.time() - os.stat(self.run + "/health.json").st_mtime

    def wait_state(self, state, seconds=20):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            now = self.health()
            if now and now["state"] == state:
                return now
            time.sleep(0.1)
        return None

    def end(self, how=signal.SIGTERM, seconds=20):
        """Seconds that it took, and its status."""
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
        with open(self.folder + "/stderr", encoding="utf-8") as file:
            return file.read()

    def record(self):
        """What it keeps of its starts and falls."""
        with open(self.state + "/lantern/content/state", encoding="utf-8") as file:
            return dict(line.strip().partition(" = ")[::2] for line in file if " = " in line)

    def close(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.ear.close()
        subprocess.run(["rm", "-r", "--", self.folder], check=True)


def touch(x, y):
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)


def key(*names):
    subprocess.run(["xdotool", "key", *names], check=True)


def crashed_three_times(state_home):
    """The record of a kiosk with its own story that has fallen three times just now."""
    with open("/proc/uptime", encoding="utf-8") as file:
        now = int(float(file.read().split()[0]))
    with open("/proc/sys/kernel/random/boot_id", encoding="utf-8") as file:
        boot = file.read().strip()
    os.makedirs(state_home + "/lantern/content", exist_ok=True)
    with open(state_home + "/lantern/content/state", "w", encoding="utf-8") as file:
        file.write("current = \nworked = \nfailed = \nshown = yes\ntries = 0\nboot = %s\nstarts = %d %d %d\n"
                   % (boot, now - 3, now - 2, now - 1))
