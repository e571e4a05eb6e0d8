"""One start of a peer on a display, and what of it is measured."""
import os
import random
import re
import subprocess
import time
from dataclasses import dataclass, field

START_LIMIT_MS = 30_000
KEY_LIMIT_MS = 3_000
CALM_MS = 250  # after a key, until the next may come
FADE_MS = 1_000  # looked at from the key on
SAME_FRAME_MS = 2  # pixels of one row that change twice so soon were seen half written
PROBE_PX = 256  # of a row, watched during a fade


@dataclass
class How:
    """How often and how long; "of them" are the first rounds."""
    rounds: int  # each starts every program
    idle_s: float
    idle_rounds: int  # of them, in which it is left alone for so long
    presses: int
    key_rounds: int  # of them, in which so many keys are pressed
    fades: int
    fade_rounds: int  # of them, in which so many fades are seen
    rest_ms: int  # when a program has shown nothing new for so long it has started
    settle_s: float  # after the first scene: what is prepared for the next one is in memory


@dataclass
class Figures:
    """Of one peer on one display; a list for all its runs."""
    start_ms: list = field(default_factory=list)
    scripts_ms: list = field(default_factory=list)  # of it, loading scripts, as its log says
    first_mb: list = field(default_factory=list)
    all_mb: list = field(default_factory=list)
    idle_ms: list = field(default_factory=list)  # CPU a second
    idle_wakes: list = field(default_factory=list)  # a second
    key_ms: list = field(default_factory=list)
    key_cpu_ms: list = field(default_factory=list)  # until all is calm, with what is prepared for the next key
    whole_ms: list = field(default_factory=list)  # from a key to the last change
    ready_ms: list = field(default_factory=list)  # of the keys before it
    frames: list = field(default_factory=list)
    gap_ms: list = field(default_factory=list)
    worst_ms: list = field(default_factory=list)
    fade_ms: list = field(default_factory=list)  # CPU
    fade_server_ms: list = field(default_factory=list)


class Trial:
    """A peer on a display; runs it again and again."""

    def __init__(self, display, peer, folder, scenes, how, seed=1):
        self.display, self.peer, self.scenes, self.how = display, peer, scenes, how
        self.scene = f"{folder}/{peer.name}-{display.size[0]}.raw"
        self.figures = Figures()
        self.random = random.Random(seed)

    def run(self, fade, deeds):
        """From its start to its end; deeds is called between. The first run tells what its first scene looks like."""
        manager = self.manage() if self.peer.managed else None
        try:
            if not os.path.exists(self.scene):
                self.start("-", fade)
                self.display.ask("still", self.how.rest_ms, START_LIMIT_MS)
                self.display.ask("save", self.scene)
                self.display.end_all()
            shown = self.start(self.scene, fade)
            if shown < 0:
                raise RuntimeError(f"{self.peer.name} does not show its first scene again: {self.said()}")
            deeds(shown)
        finally:
            self.display.end_all()
            if manager:
                manager.terminate()
                manager.wait()

    def start(self, scene, fade):
        """In how many ms it shows the scene."""
        return self.display.ask("start", START_LIMIT_MS, scene, *self.peer.command(fade))[2]

    def manage(self):
        manager = subprocess.Popen(["matchbox-window-manager", "-use_titlebar", "no", "-use_cursor", "no"],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.5)
        return manager

    def said(self):
        with open(self.display.folder + "/log", errors="replace") as f:
            return f.read()[-500:]

    # --- deeds ---

    def shots(self, folder):
        """Its first and second scene as PNGs."""
        def deeds(_):
            self.shot(f"{folder}/{self.peer.name}-1.png")
            self.go_on()
            time.sleep(0.5)
            self.shot(f"{folder}/{self.peer.name}-2.png")

        os.makedirs(folder, exist_ok=True)
        self.run(self.peer.fade_only, deeds)

    def shot(self, path):
        raw = f"{self.display.folder}/shot"
        self.display.ask("save", raw)
        script = ("import sys; from PIL import Image; w, h = int(sys.argv[1]), int(sys.argv[2]); "
                  "pixels = open(sys.argv[3], 'rb').read(); "
                  "Image.frombuffer('RGB', (w, h), pixels, 'raw', 'BGRX', 0, 1).save(sys.argv[4])")
        subprocess.run(["/usr/bin/python3", "-c", script, *map(str, self.display.size), raw, path], check=True)

    def key(self, name, calm_ms=CALM_MS):
        first, last = self.display.ask("key", name, KEY_LIMIT_MS, calm_ms)
        if first < 0:
            raise RuntimeError(f"{self.peer.name} does not answer the key {name}: {self.said()}")
        time.sleep(self.random.uniform(0.05, 0.15))  # so that keys come at any time of a frame
        return first, last

    def go_on(self):
        f = self.figures
        for name in self.peer.keys[:-1]:
            f.ready_ms.append(self.key(name)[0])
        before = self.display.cost()
        first, last = self.key(self.peer.keys[-1])
        f.key_cpu_ms.append(self.display.cost()[0] - before[0])
        f.key_ms.append(first)
        f.whole_ms.append(last)

    def round(self, n):
        """All that is measured in the n-th round."""
        if not self.peer.fade_only:
            self.cut(n < self.how.idle_rounds, n < self.how.key_rounds)
        if self.peer.fade and n < self.how.fade_rounds:
            self.fade()

    def cut(self, idles, walks):
        """Start, memory, stillness, and keys, through all scenes at least."""
        def deeds(shown):
            f = self.figures
            f.start_ms.append(shown)
            if self.peer.log:
                f.scripts_ms.append(scripts_ms(self.peer.log))
            time.sleep(self.how.settle_s)
            f.first_mb.append(self.display.pss_mb())
            if idles:
                self.idle(self.how.idle_s)
            for n in range(max(self.how.presses, self.scenes - 1) if walks else 0):
                self.go_on()
                if n == self.scenes - 2:
                    time.sleep(0.3)
                    f.all_mb.append(self.display.pss_mb())

        self.run(False, deeds)

    def idle(self, seconds):
        before = self.display.cost()
        time.sleep(seconds)
        after = self.display.cost()
        self.figures.idle_ms.append((after[0] - before[0]) / seconds)
        self.figures.idle_wakes.append((after[1] - before[1]) / seconds)

    def fade(self):
        def deeds(_):
            for _ in range(self.how.fades):
                time.sleep(self.how.settle_s / 2)
                for name in self.peer.keys[:-1]:
                    self.key(name)
                    time.sleep(0.3)
                self.fade_once()

        self.run(True, deeds)

    def fade_once(self):
        width, height = self.display.size
        before = self.display.cost()
        times = merged(self.display.ask("fade", self.peer.keys[-1], FADE_MS, width // 2 - PROBE_PX // 2,
                                        height // 3, PROBE_PX))
        after = self.display.cost()
        gaps = [b - a for a, b in zip(times, times[1:])] or [FADE_MS]
        f = self.figures
        f.frames.append(len(times))
        f.gap_ms += gaps
        f.worst_ms.append(max(gaps))
        f.fade_ms.append(after[0] - before[0])
        f.fade_server_ms.append(after[2] - before[2])


def merged(times):
    out = []
    for t in times:
        if not out or t - out[-1] >= SAME_FRAME_MS:
            out.append(t)
    return out


def scripts_ms(log):
    """What Ren'Py counts as loading scripts."""
    with open(log, encoding="utf-8") as f:
        found = re.search(r"^Loading script took ([\d.]+)s", f.read(), re.M)
    return float(found.group(1)) * 1e3 if found else 0
