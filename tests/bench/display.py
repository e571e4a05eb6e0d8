"""A display of our own, what is started on it, and what that costs."""
import os
import re
import signal
import subprocess
import time


PATIENCE_S = 5  # for a program to end by itself
TRIES = 5  # others may take the number that Xvfb has just found free


def serve(folder, width, height):
    """Starts Xvfb; returns it and its display's number, empty where it has ended."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-fbdir", folder,
         "-nolisten", "tcp", "-noreset", "-br"],
        pass_fds=[write], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as said:
        return server, said.readline().strip()


class Display:
    """Xvfb, whose pixels lie in a file. In the environment while it stands."""

    def __init__(self, folder, watch, width, height):
        self.size = width, height
        self.folder = folder
        os.makedirs(folder)
        for _ in range(TRIES):
            self.server, number = serve(folder, width, height)
            if number:
                break
            self.server.wait()
        else:
            raise RuntimeError("Xvfb does not start")
        os.environ["DISPLAY"] = ":" + number
        self.watch = subprocess.Popen([watch, folder + "/Xvfb_screen0"], stdin=subprocess.PIPE,
                                      stdout=subprocess.PIPE, text=True, cwd=folder)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end_all()
        for process in self.watch, self.server:
            process.terminate()
            process.wait()

    def ask(self, *words):
        """A line to tests/bench/watch.c, and the numbers it answers."""
        print(*words, sep="\t", file=self.watch.stdin, flush=True)
        answer = self.watch.stdout.readline()
        if not answer:
            raise RuntimeError(f"the watch has ended at: {words}")
        return [float(word) for word in answer.split()]

    # --- what runs on it ---

    def all(self):
        """The pids of what was started and of all it has started in turn."""
        return descendants(self.watch.pid)

    def end_all(self):
        """Asks what was started to end; then ends all that is left. The screen is black again after it."""
        end(child for child in self.all() if parent(child) == self.watch.pid)
        patience = time.monotonic() + PATIENCE_S
        while self.all() and time.monotonic() < patience:
            time.sleep(0.02)
        while left := self.all():
            end(left, signal.SIGKILL)
            time.sleep(0.02)
        self.ask("still", 200, 2000)

    def pss_mb(self):
        return sum(map(pss_mb, self.all()))

    def cost(self):
        """CPU in ms and wake-ups so far of what was started, and CPU in ms of the display server."""
        ours = [cost(pid) for pid in self.all()]
        return sum(ms for ms, _ in ours), sum(n for _, n in ours), cost(self.server.pid)[0]


def end(pids, sign=signal.SIGTERM):
    for pid in list(pids):
        try:
            os.kill(pid, sign)
        except ProcessLookupError:
            pass


def parent(pid):
    """None where it is gone, or about to be."""
    try:
        with open(f"/proc/{pid}/stat") as f:
            fields = f.read().rsplit(")", 1)[1].split()
    except OSError:
        return None
    return None if fields[0] == "Z" else int(fields[1])


def descendants(root):
    parents = {int(name): parent(name) for name in os.listdir("/proc") if name.isdigit()}
    below, before = {root}, 0
    while len(below) > before:
        before = len(below)
        below |= {pid for pid, above in parents.items() if above in below}
    return sorted(below - {root})


def pss_mb(pid):
    """Its share of memory: pages that several processes hold count in parts."""
    try:
        with open(f"/proc/{pid}/smaps_rollup") as f:
            return next(int(line.split()[1]) / 1024 for line in f if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


def cost(pid):
    """CPU time in ms and the times a thread of it went to sleep by itself, and so was woken."""
    ms, sleeps = 0, 0
    try:
        for thread in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{thread}/schedstat") as f:
                ms += int(f.read().split()[0]) / 1e6
            with open(f"/proc/{pid}/task/{thread}/status") as f:
                sleeps += int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)", f.read(), re.M).group(1))
    except (OSError, AttributeError):
        pass  # gone meanwhile
    return ms, sleeps
