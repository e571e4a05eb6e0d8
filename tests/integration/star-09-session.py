# takes: 60
"""★9: what the unit runs. It is the main process, and so passes on what the program under the compositor says;
nothing outlives it; and how the compositor ends is how it ends. A script stands for the compositor."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import glob
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time

from namespace import inside, why_not
from tap import DATA, LANTERN, check, done_testing, same, skip

SESSION = os.path.join(os.path.dirname(LANTERN), "lantern-kiosk-session")
# One that another user may run too.
PYTHON = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable

SAYS = """
import os, socket, sys, time
assert os.environ["WATCHDOG_USEC"] == "20000000" and "WATCHDOG_PID" not in os.environ, dict(os.environ)
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.connect(os.environ["NOTIFY_SOCKET"])
s.send(b"READY=1")
s.send(b"STATUS=" + str(os.getpid()).encode())
s.send(b"WATCHDOG=1")
"""


def begin(code, folder, before=(), above=(), more=(), says=SAYS):
    """The session with a child; the ear of a service manager. `before`: what stands between the two; `above`: before
    the session; `more`: of the environment; `says`: what the child begins with."""
    ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    ear.bind(folder + "/manager")
    os.chmod(folder + "/manager", 0o777)
    ear.settimeout(20)
    environment = dict(os.environ, NOTIFY_SOCKET=folder + "/manager", WATCHDOG_USEC="20000000", WATCHDOG_PID="1",
                       XDG_RUNTIME_DIR=folder, **dict(more))
    return ear, subprocess.Popen([*above, SESSION, *before, PYTHON, "-c", says + code], env=environment,
                                 stderr=subprocess.PIPE)


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


def stays_ended():
    """The unit knows the status, and its compositor's is not heard."""
    with open(DATA + "/assets/kiosk/lantern-kiosk@.service", encoding="utf-8") as file:
        unit = dict(line.split("=", 1) for line in file.read().splitlines() if re.match(r"[A-Z]\w+=", line))
    same("what the unit takes for the staff's end is a success", unit["RestartPreventExitStatus"], unit["SuccessExitStatus"])
    check("only then is there a login prompt", '"$EXIT_STATUS" != %s ]' % unit["SuccessExitStatus"] in unit["ExecStopPost"] and
          "OnSuccess" not in unit, unit)
    for name, code, wanted in (("ended by the staff", "s.send(b'STOPPING=1'); sys.exit(0)", int(unit["SuccessExitStatus"])),
                               ("though the compositor falls", "s.send(b'STOPPING=1'); os.abort()", int(unit["SuccessExitStatus"])),
                               ("ended to be started again", "sys.exit(0)", 0),
                               ("a word like it", "s.send(b'STATUS=STOPPING=1'); sys.exit(0)", 0)):
        with tempfile.TemporaryDirectory(dir="/tmp") as folder:
            ear, session = begin(code, folder)
            same("%s: the session's end" % name, wanted, session.wait(20))
            ear.close()
            session.stderr.close()


def chooses_renderer():
    """Where there is no graphics processor the compositor and the player are told so, but by whoever knows better."""
    by_gl, by_itself = "None wayland,x11 None", "pixman x11,wayland cpu"
    usual = by_gl if glob.glob("/dev/dri/renderD*") else by_itself
    given = {"SDL_VIDEODRIVER": "wayland,x11"}
    for name, wanted, more in (("nobody says", usual, {}), ("somebody chose OpenGL", by_gl.replace("None", "gles2", 1), {"WLR_RENDERER": "gles2"}),
                               ("somebody chose the processor", by_itself, {"WLR_RENDERER": "pixman"})):
        with tempfile.TemporaryDirectory(dir="/tmp") as folder:
            names = "('WLR_RENDERER', 'SDL_VIDEODRIVER', 'LANTERN_PAINTER')"
            ear, session = begin("s.send(b'STATUS=' + ' '.join(str(os.environ.get(n)) for n in %s).encode())" % names, folder,
                                 more={**given, **more})
            same("who paints, where " + name, "STATUS=" + wanted, heard(ear, 4)[3])
            session.wait(20)
            ear.close()
            session.stderr.close()


FALLS = """
import os
where = os.environ.get("XDG_RUNTIME_DIR") + "/starts"
with open(where, "a") as file:
    print(os.environ.get("WLR_RENDERER"), file=file)
if %s:
    os.abort()
sys.exit(5)
"""


def tries_without_gl():
    """Where there is one, but it falls before anything is shown, the compositor is tried once more without."""
    name = "a graphics processor that falls"
    lacking = why_not()
    if lacking:
        skip(name, lacking)
        return
    for how, said, falls, more, starts, status in (
            ("at first", "", "'WLR_RENDERER' not in os.environ", {}, ["None", "pixman"], 5),
            ("always", "", "True", {}, ["None", "pixman"], 128 + signal.SIGABRT),
            ("later on", "s.send(b'READY=1')", "True", {}, ["None"], 128 + signal.SIGABRT),
            ("though somebody chose it", "", "True", {"WLR_RENDERER": "gles2"}, ["gles2"], 128 + signal.SIGABRT)):
        with tempfile.TemporaryDirectory(dir="/tmp") as folder:
            os.makedirs(folder + "/dev/dri")
            orders = []
            for node in ("null", "urandom"):
                orders += ["touch %s/dev/%s" % (folder, node), "mount --bind /dev/%s %s/dev/%s" % (node, folder, node)]
            orders += ["touch %s/dev/dri/renderD128" % folder, "mount --rbind %s/dev /dev" % folder]
            code = "import socket, sys; s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)\n" \
                   "s.connect(__import__('os').environ['NOTIFY_SOCKET']); %s\n" % said + FALLS % falls
            ear, session = begin(code, folder, above=inside(*orders), more=more, says="")
            name = "a graphics processor that falls " + how
            same(name + ": the session's end", status, session.wait(20))
            with open(folder + "/starts", encoding="utf-8") as file:
                same(name + ": how it was started", starts, file.read().split())
            told = session.stderr.read().decode()
            same(name + ": is said", len(starts) > 1, "trying again without OpenGL" in told)
            ear.close()
            session.stderr.close()


def hung_and_killed(session, pid):
    """As the watchdog does to a program that is stopped."""
    os.kill(pid, signal.SIGSTOP)
    session.send_signal(signal.SIGABRT)


passes_on()
stays_ended()
chooses_renderer()
tries_without_gl()
ends("asked to end", lambda session, pid: session.terminate(), 128 + signal.SIGTERM)
ends("killed", lambda session, pid: session.kill(), -signal.SIGKILL)
ends("the watchdog's", hung_and_killed, -signal.SIGABRT)
ends("a crash below", lambda session, pid: os.kill(pid, signal.SIGSEGV), 128 + signal.SIGSEGV)

def real_compositor():
    """As the unit has it, with cage on no screen."""
    name = "under cage"
    if not shutil.which("cage") or not shutil.which("Xwayland"):
        skip(name, "cage or Xwayland is not installed")
        return
    with open(DATA + "/assets/kiosk/lantern-kiosk@.service", encoding="utf-8") as file:
        order = re.search(r"^ExecStart=\S+/lantern-kiosk-session (.*) @BINDIR@/lantern kiosk$", file.read(), re.M)[1]
        order = order.replace("@LIBEXECDIR@/lantern-kiosk-session", SESSION)
    # cage will not be root.
    above = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        os.chmod(folder, 0o777)
        ear, session = begin("time.sleep(600)", folder, order.split(), above,
                             {"WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1",
                              "ASAN_OPTIONS": "detect_leaks=0"})
        words = heard(ear, 3)
        pid = int(words[1].partition("=")[2] or 0)
        check(name + ": what is said there is passed on", words[0] == "READY=1", words)
        session.kill()
        session.wait(20)
        check(name + ": nothing outlives the session", pid and dies(pid), pid)
        ear.close()
        session.stderr.close()


real_compositor()
done = subprocess.run([SESSION, "/nowhere/at/all"], capture_output=True, text=True)
check("what is not there is complained about", done.returncode == 127 and "cannot run \"/nowhere/at/all\"" in done.stderr, done)
same("without a program it says how", 2, subprocess.run([SESSION], capture_output=True).returncode)
done_testing()
