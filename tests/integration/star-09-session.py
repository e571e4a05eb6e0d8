# takes: 60
"""★9: what the unit runs. It is the main process, and so passes on what the program under the compositor says;
nothing outlives it; and how the compositor ends is how it ends. A script stands for the compositor."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import signal
import socket
import subprocess
import tempfile
import time

from tap import LANTERN, check, done_testing, same

SESSION = os.path.join(os.path.dirname(LANTERN), "lantern-kiosk-session")

SAYS = """
import os, socket, sys, time
assert os.environ["WATCHDOG_USEC"] == "20000000" and "WATCHDOG_PID" not in os.environ, dict(os.environ)
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.connect(os.environ["NOTIFY_SOCKET"])
s.send(b"READY=1")
s.send(b"STATUS=" + str(os.getpid()).encode())
s.send(b"WATCHDOG=1")
"""


def begin(code, folder):
    """The session with a child; the ear of a service manager; what the session is called."""
    ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    ear.bind(folder + "/manager")
    ear.settimeout(20)
    environment = dict(os.environ, NOTIFY_SOCKET=folder + "/manager", WATCHDOG_USEC="20000000", WATCHDOG_PID="1",
                       XDG_RUNTIME_DIR=folder)
    return ear, subprocess.Popen([SESSION, sys.executable, "-c", SAYS + code], env=environment, stderr=subprocess.PIPE)


def heard(ear, count):
    try:
        return [ear.recv(4096).decode() for _ in range(count)]
    except socket.timeout:
        return ["nothing"] * count


def is_alive(pid):
    """Alive, and no corpse that nobody has fetched."""
    try:
        with open("/proc/%d/stat" % pid, encoding="utf-8") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def dies(pid, seconds=10):
    until = time.monotonic() + seconds
    while is_alive(pid) and time.monotonic() < until:
        time.sleep(0.02)
    return not is_alive(pid)


def passes_on():
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        ear, session = begin("sys.exit(7)", folder)
        words = heard(ear, 3)
        check("it passes on what is said", words[0] == "READY=1" and words[1].startswith("STATUS=") and
              words[2] == "WATCHDOG=1", words)
        same("it ends as the compositor did", 7, session.wait(20))
        same("nothing is left in the session's folder", ["manager"], os.listdir(folder))
        ear.close()
        session.stderr.close()


def ends(name, how, wanted):
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        ear, session = begin("time.sleep(600)", folder)
        words = heard(ear, 3)
        pid = int(words[1].partition("=")[2] or 0)
        check("%s: the compositor runs" % name, pid and is_alive(pid), words)
        how(session, pid)
        same("%s: the session's end" % name, wanted, session.wait(20))
        check("%s: nothing outlives it" % name, dies(pid), pid)
        ear.close()
        session.stderr.close()


def hung_and_killed(session, pid):
    """As the watchdog does to a program that is stopped."""
    os.kill(pid, signal.SIGSTOP)
    session.send_signal(signal.SIGABRT)


passes_on()
ends("asked to end", lambda session, pid: session.terminate(), 128 + signal.SIGTERM)
ends("killed", lambda session, pid: session.kill(), -signal.SIGKILL)
ends("the watchdog's", hung_and_killed, -signal.SIGABRT)
ends("a crash below", lambda session, pid: os.kill(pid, signal.SIGSEGV), 128 + signal.SIGSEGV)

done = subprocess.run([SESSION, "/nowhere/at/all"], capture_output=True, text=True)
check("what is not there is complained about", done.returncode == 127 and "cannot run \"/nowhere/at/all\"" in done.stderr, done)
same("without a program it says how", 2, subprocess.run([SESSION], capture_output=True).returncode)
done_testing()
