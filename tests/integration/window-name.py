# needs: display 1366x768
# takes: 40
"""A name typed in a real window: text input is on in the field alone, and letters are keys again after it."""
import os
import subprocess
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import done_testing
from window import RELEASE, Window, case, item


def value(frame):
    return (item(frame, "name.field") or {}).get("value")


w = Window("--still", "--windowed", "--size", "1024x700", program=RELEASE)
case(w.wait(lambda f: item(f, "bar.viewers")), "the title page asks who is watching", w.said())
w.settle()
w.click("bar.viewers")
case(w.wait(lambda f: f["panel"] == "viewers"), "a click opens the question")
w.settle()
w.click("viewers.new")
case(w.wait(lambda f: f["panel"] == "name" and item(f, "name.field")["focus"]), "and the field has the focus")
w.settle()
subprocess.run(["xdotool", "type", "--delay", "80", "Nils O'Shea-7 s"], check=True)
case(w.wait(lambda f: value(f) == "Nils O'Shea-7 s"), "each key is a letter, none of them a panel", value(w.frame))
w.key("BackSpace")
w.settle()
w.key("BackSpace")  # sent at once, SDL takes it for one that is held
case(w.wait(lambda f: value(f) == "Nils O'Shea-7"), "Backspace takes letters away", value(w.frame))
w.key("Left")
case(w.wait(lambda f: not item(f, "name.field")["focus"]), "arrows move the focus")
w.key("Right", "Return")
case(w.wait_screen("opening"), "Return takes the name", w.frame["panel"])
case("Nils" in item(w.frame, "bar.viewers")["name"], "it is who watches", item(w.frame, "bar.viewers"))
w.settle()
w.key("o")
case(w.wait(lambda f: f["panel"] == "settings"), "letters are keys again")
w.settle()
frames = len(w.frames)
w.key("z")
w.settle()
case(len(w.frames) == frames, "and those without a meaning draw nothing", len(w.frames) - frames)
w.end()
done_testing()
