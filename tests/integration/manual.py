# takes: 60
"""The manual is well formed, and holds every command and every option that --help tells, with no other."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import re
import shutil
import subprocess

from tap import DATA, Run, check, done_testing, same, skip

MAN = DATA + "/assets/man"


def page(name):
    """As a reader sees it, in plain text."""
    done = subprocess.run(["mandoc", "-Tutf8", os.path.join(MAN, name)], capture_output=True, text=True)
    return re.sub(r".\x08", "", done.stdout)


def lint():
    for name in sorted(os.listdir(MAN)):
        done = subprocess.run(["mandoc", "-Tlint", "-W", "warning", os.path.join(MAN, name)], capture_output=True, text=True)
        same("%s is well formed" % name, (0, ""), (done.returncode, done.stdout + done.stderr))
        check("%s can be read" % name, len(page(name)) > 1000)
    with open("broken.1", "w", encoding="utf-8") as file:
        file.write(".Dd November 23, 2026\n.Dt BROKEN 1\n.Os\n.Sh NAME\n.Bl -tag\n.Sh OTHER\n")
    done = subprocess.run(["mandoc", "-Tlint", "-W", "warning", "broken.1"], capture_output=True)
    check("and a page that is not would be told", done.returncode != 0)


def sections(text):
    """Each command's part of the page."""
    commands = text[text.index("\nCOMMANDS"):text.index("\nKEYS")]
    parts = re.split(r"^   (\S+)$", commands, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


def options(text, indent):
    return {(name, bool(value)) for name, value in re.findall(r"^ {%d}--([a-z-]+)( \S)?" % indent, text, flags=re.M)}


def commands_and_options():
    told = re.findall(r"^  ([a-z]+)  ", Run("--help").out, flags=re.M)
    written = sections(page("lantern.1"))
    same("the manual has every command, and no other", told, list(written))
    for command in told:
        help_text = re.sub(r"^(  --[a-z-]+)  .*", r"\1", Run(command, "--help").out, flags=re.M)
        wanted = options(help_text, 2) - {("help", False), ("version", False)}
        same("%s: the manual has its options" % command, sorted(wanted), sorted(options(written.get(command, ""), 5)))


def setup():
    done = subprocess.run([DATA + "/assets/kiosk/lantern-kiosk-setup", "--help"], capture_output=True, text=True)
    told = set(re.findall(r"--[a-z]+", done.stdout.splitlines()[0]))
    text = page("lantern-kiosk-setup.8")
    same("the setup's manual has its options", [], sorted(name for name in told if "     %s" % name not in text))


def configuration():
    """What the setup puts in place is explained."""
    with open(DATA + "/assets/kiosk/kiosk.conf", encoding="utf-8") as file:
        names = re.findall(r"^#?([a-z_.]+) = ", file.read(), flags=re.M)
    text = page("kiosk.conf.5")
    check("the configuration has lines", len(names) >= 5, names)
    same("each of its names is explained", [], sorted(name for name in names if not re.search(r"\b%s\b" % re.escape(name), text)))


if shutil.which("mandoc"):
    lint()
    commands_and_options()
    setup()
    configuration()
else:
    skip("the manual", "mandoc is not installed")
done_testing()
