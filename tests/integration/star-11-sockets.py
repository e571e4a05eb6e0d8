# needs: display 1280x800
# takes: 120
"""★11, K15: what the player opens to the world, by strace's word: the display, sound, speech, and nothing that leads
off this machine."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import re
import shutil
import signal
import subprocess
import tempfile
import time

import manager as kiosk
from tap import check, done_testing, skip

PROGRAM = os.path.basename(kiosk.RELEASE)
# Where they lead, and what for. Anything else is a fault.
ALLOWED = (
    (r"@?/tmp/\.X11-unix/X\d+$", "the display"),
    (r".*/wayland-\d+$", "the display"),
    (r".*/pulse(-\w+)?/native$", "sound"),
    (r".*/pipewire-\d+(-manager)?$", "sound"),
    (r".*/speech-dispatcher/speechd\.sock$", "speech"),
    # SDL asks the desktop not to darken the screen (org.freedesktop.ScreenSaver), and hears a screen reader's name.
    (r"@?/tmp/dbus-[^/]*$", "the display's saver, on the session's bus"),
    (r".*/run/dbus/system_bus_socket$", "a sound thread's priority, by rtkit"),
    (r".*/bus$", "the display's saver, on the session's bus"),
    # Not opened by us: the C library asks it for the name of the user's home, for the sound's and the speech's cookie.
    (r"/var/run/nscd/socket$", "the C library's names"),
)


def why_allowed(path):
    return next((why for pattern, why in ALLOWED if re.match(pattern, path)), None)


def read_trace(path):
    """(program, call) for each line; a process is called by what it last ran, or by its parent."""
    names, calls = {}, []
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            pid, _, call = line.rstrip("\n").partition(" ")
            call = call.strip()
            names.setdefault(pid, "?")
            ran = re.match(r'execve\("([^"]+)"', call)
            born = re.search(r"\b(?:clone3?|v?fork)\b.*= (\d+)$", call)
            if ran and "= -1" not in call:
                names[pid] = os.path.basename(ran[1])
            elif born and names.get(born[1], "?") == "?":  # it may have run something before its parent was told
                names[born[1]] = names[pid]
            calls.append((names, pid, call))
    # A child may speak before its parent's clone has returned.
    return [(names[pid], call) for names, pid, call in calls]


def judge(name, calls, ours):
    """`ours`: the programs that are held to it."""
    families, paths, bad = {}, {}, []
    for program, call in calls:
        if program not in ours:
            continue
        made = re.match(r"socket(?:pair)?\((AF_\w+), ([^,]+), (\w+)", call)
        if made:
            families[made[1]] = families.get(made[1], 0) + 1
            if not (made[1] in ("AF_UNIX", "AF_LOCAL") or
                    (made[1] == "AF_NETLINK" and made[3] == "NETLINK_KOBJECT_UEVENT")):  # what is plugged in, by udev
                bad.append((program, call))
        led = re.match(r'(?:connect|sendto|bind)\(\d+, .*sa_family=(AF_\w+)(?:, sun_path=(@?)"([^"]*)")?', call)
        if led and led[1] not in ("AF_UNIX", "AF_NETLINK"):
            bad.append((program, call))
        elif led and led[3] is not None:
            path = led[2] + led[3]
            why = "the service manager" if path.endswith("/notify") else why_allowed(path)
            paths[path] = why
            if not why and not call.startswith("bind"):
                bad.append((program, call))
    check("%s: no socket but to display, sound and speech" % name, not bad, bad[:5])
    check("%s: and there were some" % name, families.get("AF_UNIX", 0) >= 2 and "the display" in paths.values(), families)
    return paths


def trace(name, start, program_runs):
    trace_file = os.path.join(os.getcwd(), name + ".strace")
    before = ["strace", "-f", "-qq", "-s", "300", "-e", "trace=network,execve,clone,clone3,fork,vfork",
              "-o", trace_file]
    process = start(before)
    program_runs()
    # strace hands its own signals on to nobody: the program itself is told.
    told = subprocess.run(["pgrep", "--parent", str(process.pid)], capture_output=True, text=True)
    for pid in told.stdout.split():
        os.kill(int(pid), signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        check("%s: it ends" % name, False, "still there")
        process.kill()
        process.wait()
    return read_trace(trace_file)


def walk():
    time.sleep(0.5)
    kiosk.touch(640, 300)
    time.sleep(0.5)
    kiosk.key("F2")  # speech
    for _ in range(3):
        time.sleep(0.7)
        kiosk.key("space")
    time.sleep(1.5)


def has_bus():
    """A session's bus of our own, as a desktop has one."""
    bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE,
                           stderr=subprocess.DEVNULL, text=True)
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    return bus


def kiosk_opens():
    manager = kiosk.Manager()

    def runs():
        check("kiosk: it is there", manager.ready(30) is not None, manager.said())
        walk()

    calls = trace("kiosk", lambda before: manager.start(before=before).process, runs)
    programs = {program for program, _ in calls}
    if shutil.which("espeak-ng"):
        check("kiosk: it spoke", "espeak-ng" in programs, programs)
    paths = judge("kiosk, with all it runs", calls, programs)
    check("kiosk: it told the service manager", "the service manager" in paths.values(), paths)
    manager.close()


def play_opens():
    """Speech-dispatcher is the person's own, and its modules ask servers of this machine for voices: they are not held
    to it."""
    with tempfile.TemporaryDirectory(dir="/tmp") as run:
        os.chmod(run, 0o700)
        env = {**os.environ, "XDG_RUNTIME_DIR": run, "XDG_STATE_HOME": run + "/state"}

        def start(before):
            return subprocess.Popen([*before, kiosk.RELEASE, "play", "--speech"], env=env, stdin=subprocess.DEVNULL,
                                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        def runs():
            time.sleep(2)
            walk()
            try:  # it was started by the library of speech, and stays behind
                with open(run + "/speech-dispatcher/pid/speech-dispatcher.pid", encoding="utf-8") as file:
                    os.kill(int(file.read()), signal.SIGTERM)
            except (FileNotFoundError, ProcessLookupError):
                pass

        calls = trace("play", start, runs)
        paths = judge("play", calls, {PROGRAM, "espeak-ng"})
        check("play: speech was looked for", "speech" in paths.values(), paths)


def planted():
    """A program that does open one is found out."""
    calls = trace("planted", lambda before: subprocess.Popen(
        [*before, sys.executable, "-c", "import socket; socket.socket(socket.AF_INET).connect_ex(('127.0.0.1', 9))"]),
        lambda: time.sleep(0.5))
    check("a program that asks the network is found out",
          any(call.startswith("socket(AF_INET") for _, call in calls) and
          any("sa_family=AF_INET" in call for _, call in calls), calls[-5:])


if not shutil.which("strace"):
    skip("sockets", "strace is not installed")
elif subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True).returncode != 0:
    skip("sockets", "strace may not look into programs here")
else:
    bus = has_bus() if shutil.which("dbus-daemon") else None
    planted()
    kiosk_opens()
    play_opens()
    if bus:
        bus.kill()
        bus.wait()
done_testing()
