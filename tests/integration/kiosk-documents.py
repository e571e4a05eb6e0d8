# takes: 60
"""What is written of a kiosk's settings is what the program does: the manual, the file that the setup puts in place,
and the curator's page, each against `kiosk --check-config`; and the number that `kiosk --make-pin` makes lets in."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import pty
import re
import shutil
import subprocess
import time

from tap import DATA, LANTERN, Run, check, done_testing, same, skip


def settings():
    """Each setting's name: its effect, its bounds and its value, as the program tells them."""
    found = {}
    for block in Run("kiosk", "--check-config", "--config", write("empty.conf", "")).out.split("\n\n"):
        told = re.fullmatch(r"((?:# .*\n)+)# (Default: .*)\n([a-z_.-]+) = (.*)", block.strip("\n"))
        if told:
            found[told[3]] = (re.sub(r"\n?# ", " ", "\n" + told[1]).strip(), told[2], told[4].strip())
    return found


def write(name, text):
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)
    return name


def bare(text):
    """Without what a page lays out otherwise: spaces, ends of lines, and the form of quotes."""
    return re.sub("[\\s\"“”]", "", text)


def manual():
    done = subprocess.run(["mandoc", "-Tutf8", "-Owidth=200", DATA + "/assets/man/kiosk.conf.5"], capture_output=True, text=True)
    text = re.sub(r".\x08", "", done.stdout)
    parts = re.split(r"^     ([a-z_.]+(?:ACTION)?)(?:  |$)", text, flags=re.M)
    items = dict(zip(parts[1::2], parts[2::2]))
    same("the manual has every setting, and no other", sorted([*SETTINGS, "keys.ACTION"]), sorted(items))
    for name, (effect, bounds, _) in SETTINGS.items():
        written = bare(items.get(name, ""))
        check("%s: the manual tells what it does" % name, bare(effect) in written, (effect, items.get(name)))
        check("%s: its default and its bounds" % name, bare(bounds) in written, (bounds, items.get(name)))
    for n, example in enumerate(re.findall(r"^\.Bd -literal\n(.*?)^\.Ed", read("man/kiosk.conf.5"), re.M | re.S)):
        faultless("the manual's example %d" % (n + 1), example)


def read(name):
    with open(DATA + "/assets/" + name, encoding="utf-8") as file:
        return file.read()


def faultless(name, text):
    run = Run("kiosk", "--check-config", "--config", write("example.conf", text))
    same("%s is understood" % name, (0, ""), (run.status, run.err))
    return run


def sample():
    """As it stands it sets nothing; with each line's sign taken away it is still a file of settings."""
    text = read("kiosk/kiosk.conf")
    same("the setup's file changes nothing", EMPTY.out, faultless("the setup's file", text).out)
    lines = dict(re.findall(r"^#([a-z_.-]+) =(.*)$", text, re.M))
    faultless("and each of its lines", re.sub(r"^#([a-z_.-]+ =)", r"\1", text, flags=re.M))
    same("it has every setting", [], sorted(set(SETTINGS) - set(lines)))
    for name in ("idle", "warn", "mount", "level_lock", "stats", "audio.default_volume", "pin_hash"):
        same("%s: the file shows its default" % name, SETTINGS[name][2], lines.get(name, "").strip())


def guide():
    text = read("guide/curator.md")
    written = "".join(re.findall(r"^    ([a-z_.]+ = .*\n)", text, re.M))
    faultless("what a curator is told to write", written + "\n".join(re.findall(r"`([a-z_.-]+ = [^`]*)`", text)) + "\n")
    for name in ("idle", "warn"):
        check("%s: the curator's page has its default" % name,
              re.search(r"\b%s\s+seconds[^.]*?\(`%s`\)" % (SETTINGS[name][2], name), text))
    ends = re.search(r'"service.exit": "([^"]*)"', read("strings/en.json"))[1]
    check("what the staff read on their screen is on it", bare(ends) in bare(text), ends)
    told = set(re.findall(r"lantern (kiosk|update|stats|keys)((?: --[a-z-]+)*)", text))
    for command, options in sorted(told):
        help_text = Run(command, "--help").out
        same("%s has the options it tells of" % command, [], [o for o in options.split() if o not in help_text])
    check("it is one page", len(text.split()) < 800, len(text.split()))


def pin():
    run = Run("kiosk", "--make-pin", input="2468\n")
    check("a number becomes a line of settings", run.status == 0 and run.out.startswith("pin_hash = $y$"), run)
    made = faultless("that line", run.out)
    check("and is not shown again", "It is set" in made.out and run.out.split()[2] not in made.out)
    grip = ["pass 100", "finger 1 down 12 12", "finger 2 down 1268 788", "pass 5100", "finger 1 up 12 12",
            "finger 2 up 1268 788"]
    for number, wanted in (("2468", "service"), ("2469", "pin")):
        presses = ["press pin.%s" % digit for digit in number] + ["press pin.enter"]
        write("script", "\n".join(grip + presses) + "\n")
        shown = Run("kiosk", DATA + "/tests/golden/story", "--config", "example.conf", "--script", "script", "--size", "1280x800",
                    "--dump-ui", env={"XDG_STATE_HOME": os.getcwd()})
        same("%s on the pad" % number, wanted, re.findall(r'"panel":"([a-z-]+)"', shown.out)[-1])
    for number in ("", "246", "24a8", "1" * 13, "2468 "):
        run = Run("kiosk", "--make-pin", input=number + "\n")
        same("\"%s\" is no number" % number, (1, ""), (run.status, run.out))


def typed(first, again):
    """At a terminal: status, what it showed, and what went to standard output."""
    ours, theirs = pty.openpty()
    program = subprocess.Popen([LANTERN, "kiosk", "--make-pin"], stdin=theirs, stderr=theirs, stdout=subprocess.PIPE)
    shown = b""
    for line in (first, again):
        while not shown.rstrip().endswith(b":") and program.poll() is None:
            shown += os.read(ours, 1000)
        os.write(ours, line.encode() + b"\n")
        time.sleep(0.1)
        shown += os.read(ours, 1000)
    out = program.stdout.read().decode()
    status = program.wait(20)
    os.close(theirs)
    os.close(ours)
    return status, shown.decode(), out


def pin_at_a_terminal():
    status, shown, out = typed("2468", "2468")
    check("typed twice it becomes a line", status == 0 and out.startswith("pin_hash = "), (status, shown))
    check("and is not seen", "2468" not in shown, shown)
    status, shown, out = typed("2468", "2469")
    same("typed otherwise it does not", (1, ""), (status, out))


EMPTY = Run("kiosk", "--check-config", "--config", write("empty.conf", ""))
SETTINGS = settings()
check("the program tells its settings", len(SETTINGS) >= 17, sorted(SETTINGS))
if shutil.which("mandoc"):
    manual()
else:
    skip("the manual of the settings", "mandoc is not installed")
sample()
guide()
pin()
pin_at_a_terminal()
done_testing()
