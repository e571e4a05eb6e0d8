"""For integration scripts in Python: an X server whose screen exists in memory alone, with a panel of five fingers.
Real touches reach what runs on it: through XInput 2, and under a compositor there as a panel's would. Xvfb has no
such panel; Xorg does, with the drivers `dummy` and `inputtest`."""
import os
import re
import shutil
import socket
import struct
import subprocess
import time

MODULES = "/usr/lib/xorg/modules"
SERVER = "/usr/lib/xorg/Xorg"
FULL = 65535  # how wide and how high the panel is, in its own steps
BEGIN, MOVE, END = 18, 19, 20  # XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd
# xf86-input-inputtest-protocol.h: what is said, and what is answered.
VERSION, SYNC, TOUCH = 0, 1, 6
VALUATORS = 64

CONFIG = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "panel"
  HorizSync 1-2000
  VertRefresh 1-2000
  Modeline "wanted" %(clock)d %(w)d %(w1)d %(w2)d %(w3)d %(h)d %(h1)d %(h2)d %(h3)d
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "panel"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "wanted"
    Virtual %(w)d %(h)d
  EndSubSection
EndSection
Section "InputDevice"
  Identifier "fingers"
  Driver "inputtest"
  Option "SocketPath" "%(folder)s/fingers"
  Option "DeviceType" "Touch"
  Option "TouchCount" "5"
EndSection
Section "ServerLayout"
  Identifier "all"
  Screen "screen"
  InputDevice "fingers"
EndSection
"""


def missing():
    """What it would need and is not installed, as a person would say it; or nothing."""
    needed = {SERVER: "xserver-xorg-core", MODULES + "/drivers/dummy_drv.so": "xserver-xorg-video-dummy",
              MODULES + "/input/inputtest_drv.so": "xserver-xorg-core"}
    lacks = sorted({package for path, package in needed.items() if not os.path.exists(path)})
    lacks += [name for name in ("xdotool", "import", "xwininfo") if not shutil.which(name)]
    if os.geteuid() != 0:
        lacks.append("the administrator's rights, which Xorg wants")
    return " and ".join(lacks)


class TouchScreen:
    def __init__(self, folder, w, h):
        self.size = w, h
        lines = {"w": w, "w1": w + 88, "w2": w + 132, "w3": w + 280, "h": h, "h1": h + 3, "h2": h + 8, "h3": h + 31}
        with open(folder + "/xorg.conf", "w", encoding="utf-8") as file:
            file.write(CONFIG % {**lines, "folder": folder, "clock": (w + 280) * (h + 31) * 60 // 1000000})
        told, tells = os.pipe()
        self.log = open(folder + "/xorg.out", "wb")
        self.server = subprocess.Popen(
            [SERVER, "-displayfd", str(tells), "-config", folder + "/xorg.conf", "-logfile", folder + "/xorg.log",
             "-modulepath", MODULES, "-ac", "-noreset", "-novtswitch", "-sharevts", "-nolisten", "tcp"],
            pass_fds=[tells], stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        os.close(tells)
        with os.fdopen(told) as file:
            self.display = ":" + file.readline().strip()
        if self.display == ":":
            raise RuntimeError("no X server: " + self._said(folder))
        self.env = {**os.environ, "DISPLAY": self.display}
        self.hand = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.hand.settimeout(10)
        self.hand.connect(folder + "/fingers")
        self._say(VERSION, struct.pack("=HH", 1, 1))
        self.hand.recv(64)

    @staticmethod
    def _said(folder):
        with open(folder + "/xorg.log", encoding="utf-8", errors="replace") as file:
            return " ".join(line.strip() for line in file if "(EE)" in line)

    def _say(self, kind, body):
        self.hand.sendall(struct.pack("=II", 8 + len(body), kind) + body)

    def finger(self, does, at, n=0):
        """A finger, from 0, begins, moves or ends at a point of the screen."""
        places = [at[i] * FULL / (self.size[i] - 1) for i in (0, 1)] + [0.0] * (VALUATORS - 2)
        mask = bytes([0b11]) + bytes(7)
        body = struct.pack("=II", n, does) + struct.pack("=I8s4x", 0, mask) + struct.pack("=64d", *places) + bytes(8 * VALUATORS)
        self._say(TOUCH, body)
        self._say(SYNC, b"")
        self.hand.recv(64)

    def touch(self, at, seconds=0.08):
        self.finger(BEGIN, at)
        time.sleep(seconds)
        self.finger(END, at)

    def fill(self, seconds=20):
        """The one window there is covers the screen, as no window manager is there to see to it."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            told = subprocess.run(["xwininfo", "-root", "-children"], env=self.env, capture_output=True, text=True).stdout
            found = re.findall(r"^ +(0x[0-9a-f]+) ", told, flags=re.M)
            if found:
                subprocess.run(["xdotool", "windowsize", found[0], *map(str, self.size), "windowmove", found[0], "0", "0"],
                               env=self.env, check=True, capture_output=True)
                return True
            time.sleep(0.02)
        return False

    def shot(self, path):
        subprocess.run(["import", "-window", "root", path], env=self.env, check=True)

    def close(self):
        self.hand.close()
        self.server.terminate()
        self.server.wait(10)
        self.log.close()
