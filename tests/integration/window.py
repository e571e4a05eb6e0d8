# needs: display 1366x768
# takes: 240
"""The real window: keys, the mouse, another size, and what is kept when it ends well or badly."""
import os
import signal
import sys
import tempfile

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, done_testing
from window import Window, case, item, words

SIZE = ("--size", "1024x600", "--windowed", "--still")


def to_choices(w):
    """With the keyboard, from the opening to the cards; whether they came."""
    w.key("Return")
    for _ in range(20):
        w.settle(0.2, 3)
        if w.frame["screen"] == "choices":
            return True
        w.key("space")
    return False


def hands():
    w = Window(*SIZE, "--no-keep")
    case(w.wait_screen("opening"), "the opening is shown", w.said())
    case(w.frame["size"] == [1024, 600], "the window has the size asked for", w.frame["size"])
    w.settle()
    case(to_choices(w), "Return and Space lead to the choices", [f["screen"] for f in w.frames])
    w.key("Escape", "space")
    w.settle()
    case(w.frame["screen"] == "choices", "Space never chooses")
    w.key("Tab")
    focused = w.wait(lambda f: any(i["focus"] for i in f["items"]), 5)
    case(focused, "Tab gives the focus to something")
    w.key("Escape")
    w.settle()
    w.key("s")
    case(w.wait(lambda f: f["panel"] == "sources", 5), "S opens the sources", w.frame["panel"])
    w.key("Escape")
    case(w.wait_screen("choices", 5), "Escape closes them")
    w.resize(700, 900)
    case(w.wait(lambda f: f["size"] == [700, 900], 5), "a resized window is laid out anew", w.frame["size"])
    w.settle()
    inside = all(i["rect"][0] >= 0 and i["rect"][0] + i["rect"][2] <= 700
                 for i in w.frame["items"] if "rect" in i)
    case(inside, "and all stays inside")
    w.click("choice.1")
    case(w.wait_screen("because", 5), "a click on a choice chooses it", w.frame["screen"])
    w.settle()
    w.key("F11")
    case(w.wait(lambda f: f["size"] == [1366, 768], 5), "F11 fills the screen", w.frame["size"])
    w.settle()
    w.key("F11")
    case(w.wait(lambda f: f["size"] != [1366, 768], 5), "and F11 ends that", w.frame["size"])
    w.settle()
    w.key("ctrl+q")
    _, status = w.end(signal.SIGCONT)  # asks nothing of it: Ctrl+Q did
    case(status == 0, "Ctrl+Q ends it with 0", status, w.said())


def place(how, name):
    """Ends the program in the second scene; the next start offers to go on there."""
    os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp()  # nothing is kept yet
    w = Window(*SIZE)
    case(w.wait_screen("opening"), f"{name}: the opening is shown", w.said())
    w.settle()
    to_choices(w)
    w.settle()
    w.key("1")
    w.wait_screen("because", 5)
    for _ in range(8):
        if w.frame["screen"] == "scene":
            break
        w.key("space")
        w.settle(0.3, 3)
    w.settle()
    here = words(w.frame)
    case(w.frame["screen"] == "scene", f"{name}: a later scene is shown", w.frame["screen"])
    seconds, status = w.end(how)
    if how == signal.SIGTERM:
        case(seconds < 2 and status == 0, f"{name} ends it in 2 s with 0", seconds, status, w.said())

    w = Window(*SIZE)
    w.wait_screen("opening")
    w.settle()
    offered = item(w.frame, "opening.continue")
    case(offered, f"{name}: Continue is offered", [i["id"] for i in w.frame["items"]], w.said())
    if offered:
        w.click("opening.continue")
        for _ in range(4):
            if w.wait(lambda f: f["screen"] == "scene", 3):
                break
            w.key("space")
        w.settle()
        case(words(w.frame) == here, f"{name}: and leads to the same scene", here, words(w.frame))
    w.end()


def documentary():
    w = Window(*SIZE, "--no-keep", story=DOCUMENTARY)
    case(w.wait_screen("opening"), "the documentary opens", w.said())
    w.settle()
    w.click("language.ko")
    case(w.wait(lambda f: item(f, "language.ko")["on"], 5), "a click tells it in Korean")
    seconds, status = w.end()
    case(seconds < 2 and status == 0, "SIGTERM ends it from the opening", seconds, status, w.said())


hands()
place(signal.SIGTERM, "SIGTERM")
place(signal.SIGKILL, "kill -9")
documentary()
done_testing()
