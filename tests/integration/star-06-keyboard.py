# takes: 300
"""Star 6: every control of every screen and panel is reached, does what its name says, and is left again, with each
hand alone: keyboard, a keypad of four keys, a presenter's clicker, a pad, and what points."""
import concurrent.futures
import os
import sys
import tempfile

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
import story as sample
from tap import DOCUMENTARY, Run, done_testing
from window import RELEASE, case, item, play_script

ON = ["key Space"] * 4  # never chooses, so it stops at choices or at an ending
SCREENS = {
    "opening": (None, []),
    "notice": (None, ["press opening.begin"]),
    "chapter": (None, ["press opening.begin", "press go-on"]),
    "scene": ("gate", []),
    "choices": ("gate", ON),
    "because": ("gate", ON + ["key 1"]),
    "ending": ("far", ON),
}
MOST_STEPS = 60
FOLDER = tempfile.TemporaryDirectory()


def make_story():
    """Small, but with every kind of screen, and panels that are longer than the page."""
    s = sample.base()
    s["advisory"] = "It touches on hunger."
    s["chapters"].append({"id": "two", "title": "Two"})
    s["glossary"] = {f"word{n}": {"term": f"Word {n}", "text": f"It is the word {n}. " * 4} for n in range(12)}
    s["glossary"]["mist"] = {"term": "Mist", "text": "Low cloud."}
    s["timeline"] = [{"date": str(1990 + n), "text": f"In that year the {n}th thing came about. " * 3, "cite": ["book"]}
                     for n in range(15)]
    gate, far = s["scenes"][0], s["scenes"][2]
    gate["captions"].append({"text": "There is a second thing to tell."})
    gate["claims"] *= 8
    gate["choices"][0]["because"] = "Somebody had a boat."
    far["chapter"] = "two"
    s["scenes"][1]["place"] = "ford"
    return sample.save(FOLDER.name, s, {"ko": {}, "es": {}})


STORY = make_story()


class Hand:
    def __init__(self, name, next, back, take, leave, screens=tuple(SCREENS), order=True, reads=True):
        self.name, self.next, self.back, self.take, self.leave = name, next, back, take, leave
        self.screens, self.order, self.reads = screens, order, reads


HANDS = (
    Hand("keyboard, Tab", "key Tab", "key Shift+Tab", "key Return", "key Escape", reads=False),
    Hand("keyboard, arrows", "key Down", "key Up", "key Space", "key Backspace"),
    Hand("keypad", "key Down", "key Up", "key Return", "key Escape"),
    # Its arrows tell the story where there is nothing to choose.
    Hand("clicker", "key PageDown", "key PageUp", "key .", "key Escape", screens=("opening", "choices", "ending"), order=False),
    Hand("pad", "pad dpdown", "pad dpup", "pad a", "pad b"),
)


def run(deeds, screen, *more):
    scene, before = SCREENS[screen]
    start = ("--scene", scene) if scene else ()
    status, frames, said = play_script([*before, *deeds], "--size", "1024x576", "--still", *start, *more,
                                       story=STORY, program=RELEASE)
    if status or not frames:
        raise RuntimeError(f"{screen}: {deeds}: {status} {said}")
    return frames


def here(frames, screen, panel="none"):
    """The frames of the last stay there."""
    stay = []
    for frame in frames:
        stay = stay + [frame] if (frame["screen"], frame["panel"]) == (screen, panel) else []
    return stay


def focused(frame):
    return next((i["id"] for i in frame["items"] if i["focus"]), None)


def controls(frame):
    return [i["id"] for i in frame["items"] if i["can_focus"]]


def walk(frames):
    """What had the focus, one after another."""
    path = []
    for frame in frames:
        name = focused(frame)
        if name and path[-1:] != [name]:
            path.append(name)
    return path


def in_order(path, names):
    """The first round is the order of the list."""
    first = list(dict.fromkeys(path))
    return [n for n in first] == [n for n in names if n in first]


def out_of_sight(frames):
    """Where the focus went to what cannot be seen. It may be left behind while text is scrolled through: then nothing
    is pressed."""
    for before, f in zip([None, *frames], frames):
        i = item(f, focused(f) or "")
        went = not before or focused(before) != focused(f)
        if i and went and ("seen" not in i or i["seen"][3] < i["rect"][3] or i["seen"][2] < i["rect"][2]):
            yield i["id"]


def unread(frames):
    """Words of a panel that no frame had in sight, as far as they fit."""
    seen = {}
    for f in frames:
        for i in f["items"]:
            if "rect" in i and i["px"]:
                part = min(i["rect"][3], f["scroll_area"][3] or i["rect"][3])
                tall = i["rect"][3] > f["scroll_area"][3] * 0.9 if f["scroll_area"][3] else False
                good = i["seen"][3] >= part or (tall and i["seen"][3] > 0)
                seen[i["id"]] = seen.get(i["id"], False) or good
    return [name for name, good in seen.items() if not good] + \
        [i["id"] for i in frames[-1]["items"] if i["id"] not in seen and i["role"] != "picture"]


def crawl_screen(hand, screen):
    """Returns for each control how many steps it takes."""
    base = run([], screen)[-1]
    case(base["screen"] == screen, f"{hand.name}: {screen} is shown", base["screen"])
    names = controls(base)
    steps = {}
    frames = run([hand.next] * (len(names) + 6), screen)
    stay = here(frames, screen)
    path = walk(stay)
    for n, name in enumerate(path):
        steps.setdefault(name, n + 1)
    case(set(steps) == set(names), f"{hand.name}: {screen}: all controls are reached", set(names) - set(steps))
    case(in_order(path, names), f"{hand.name}: {screen}: in reading order", path, names)
    lost = list(out_of_sight(stay))
    case(not lost, f"{hand.name}: {screen}: the focus is always in sight", *lost)
    return steps


def crawl_panel(hand, screen, opener, deeds, back):
    """Opens a panel by its button, goes through all of it, closes it, and is back at the button that led there."""
    panel = run(deeds, screen)[-1]["panel"]
    name = f"{hand.name}: {screen}: {opener}"
    if not case(panel == opener.split(".")[1], f"{name} opens its panel", panel):
        return
    frames = here(run(deeds + [hand.next] * MOST_STEPS, screen), screen, panel)
    names = controls(frames[0])
    missed = set(names) - set(walk(frames))
    case(not missed, f"{name}: all controls in it are reached", missed)
    lost = list(out_of_sight(frames))
    case(not lost, f"{name}: the focus is always in sight", *set(lost))
    if hand.reads:
        # The timeline opens where the scene stands: what came before is above.
        above = run(deeds + [hand.back] * MOST_STEPS, screen) if opener == "bar.timeline" else []
        left = unread(frames + here(above, screen, panel))
        case(not left, f"{name}: nothing in it is passed over unseen", *left)
    last = run(deeds + [hand.next] * 3 + [hand.leave], screen)[-1]
    case(last["panel"] == "none" and focused(last) == back, f"{name}: left again, back at its button",
         last["panel"], focused(last))
    # The button that closes it does so too.
    closing = walk(frames)
    if "panel.close" in closing:
        last = press_focused(hand, deeds, screen, panel, "panel.close")
        case(last["panel"] == "none", f"{name}: its Close closes it", last["panel"])


def steps_to(hand, deeds, screen, panel, name):
    """How many lead to `name`: some may only scroll, so it is searched for."""
    few, many = 0, MOST_STEPS
    while few + 1 < many:
        middle = (few + many) // 2
        path = walk(here(run(deeds + [hand.next] * middle, screen), screen, panel))
        few, many = (few, middle) if name in path else (middle, many)
    return many


def press_focused(hand, deeds, screen, panel, name):
    """Steps until `name` has the focus, then takes it."""
    many = steps_to(hand, deeds, screen, panel, name)
    return run(deeds + [hand.next] * many + [hand.take], screen)[-1]


IN_BAR = ("bar.sources", "bar.glossary", "bar.map", "bar.settings", "bar.more")
IN_MORE = {"bar.timeline": "t", "bar.chapters": "c", "bar.picture": "d", "bar.history": "h", "bar.pause": "p",
           "bar.help": "F1", "bar.about": None}
PANELS = (*IN_BAR, *IN_MORE)


def crawl(job):
    hand, screen = job
    steps = crawl_screen(hand, screen)
    # Each panel once for each hand: they are the same wherever they are opened.
    wanted = [o for o in IN_BAR if o in steps] if screen == "choices" else ["bar.about"] if screen == "opening" else []
    for opener in wanted:
        crawl_panel(hand, screen, opener, [hand.next] * steps[opener] + [hand.take], opener)
    if "bar.more" in wanted:
        more = [hand.next] * steps["bar.more"] + [hand.take]
        for opener in IN_MORE:
            deeds = more + [hand.next] * steps_to(hand, more, screen, "more", opener) + [hand.take]
            crawl_panel(hand, screen, opener, deeds, "bar.more")
        wanted += IN_MORE
    return set(wanted)


# --- what pressing does ---

def state(frame, name):
    i = item(frame, name)
    return (i["on"], i["value"]) if i else None


def does(frame_before, frame, name):
    """Has pressing `name` done what it says?"""
    kind = name.split(".")[0]
    if kind == "bar" and frame_before["panel"] == "none" and name not in ("bar.back", "bar.sound"):
        return frame["panel"] == name.split(".")[1]
    if name in ("settings.aloud", "settings.still", "settings.full-screen", "settings.sound"):
        return state(frame, name) != state(frame_before, name)
    was = item(frame_before, name)
    if was["role"] == "option":
        return state(frame, name)[0]
    return (frame["screen"], frame["panel"], [i["name"] for i in frame["items"]]) != \
        (frame_before["screen"], frame_before["panel"], [i["name"] for i in frame_before["items"]])


def pressing(screen, opener=None):
    """With a finger or the mouse, which take the same way in: every control of the page is brought into sight by
    dragging and pressed in its middle."""
    key = IN_MORE.get(opener)
    deeds = [f"key {key}"] if key else [f"press {opener}"] if opener else []
    base = run(deeds, screen)[-1]
    names = controls(base)
    failed = []
    for name in names:
        if name in ("quit", "settings.delete"):
            continue  # nothing of them is to be seen on this page; unit tests have them
        before, drags = base, []
        while not item(before, name).get("hit", [0, 0, 0, 0])[3] and len(drags) < 30:
            x, y, w, h = before["scroll_area"]
            drags.append(f"drag {x + w // 2} {y + h * 9 // 10} {x + w // 2} {y + h // 10}")
            before = run(deeds + drags, screen)[-1]
        after = run(deeds + drags + [f"press {name}"], screen)[-1]
        i = item(after, name)
        unchanged_on = item(before, name)["role"] == "option" and item(before, name)["on"]
        if not (unchanged_on or does(before, after, name)):
            failed.append((name, len(drags), i and i["on"]))
    case(not failed, f"pressing: {screen}/{base['panel']}: each of {len(names)} controls does what it says", *failed)


# --- whole ways ---

def whole_documentary():
    """The same stays true of a long one: every control of its settings and its longest panel."""
    status, frames, said = play_script(["press bar.about"] + ["key Down"] * 250, "--size", "1366x768", "--still",
                                       story=DOCUMENTARY, program=RELEASE)
    panel = here(frames, "opening", "about")
    case(status == 0 and "panel.close" in walk(panel), "the documentary's sources: gone through to the way out", said)
    left = unread(panel)
    case(not left, "and nothing in them is passed over unseen", *left)
    for deed in ("key Down", "pad dpdown"):
        status, frames, said = play_script(["press bar.settings"] + [deed] * 90, "--size", "1366x768", "--still",
                                           "--text-size", "300", story=DOCUMENTARY, program=RELEASE)
        panel = here(frames, "opening", "settings")
        missed = set(controls(frames[-1])) - set(walk(panel))
        case(status == 0 and not missed, f"the settings at 300 %, {deed}: all are reached", said, *missed)
        lost = set(out_of_sight(panel))
        case(not lost, f"the settings at 300 %, {deed}: the focus is always in sight", *lost)


def clicker():
    """Begins, goes on, chooses, goes back and comes to an ending with a clicker alone."""
    deeds = ["key F5"] + (["key PageDown"] * 5 + ["key ."]) * 6
    frames = run(deeds, "opening")
    case(any(f["screen"] == "ending" for f in frames), "clicker: from the opening to an ending", frames[-1]["screen"])
    frames = run(["key F5"] + ["key PageDown"] * 6 + ["key PageUp"] * 30, "opening")
    case(frames[-1]["screen"] == "opening", "clicker: and back to the opening", frames[-1]["screen"])


def keypad():
    for back in ("Escape", "Backspace"):
        deeds = ["key Down", "key Return"] + (["key Return"] * 5 + ["key Down", "key Return"]) * 6 + [f"key {back}"]
        frames = run(deeds, "opening")
        case(any(f["screen"] == "ending" for f in frames), f"keypad with {back}: from the opening to an ending",
             frames[-1]["screen"])
    frames = run(["key Home"], "scene")
    case(frames[-1]["screen"] == "opening" and item(frames[-1], "opening.continue"),
         "Home: the opening, and the place is kept", frames[-1]["screen"])
    kept = item(run(["key Home", "key Return"], "scene")[-1], "title")
    case(kept == item(run([], "scene")[-1], "title"), "and Return goes on there", kept)
    case(run(["key F1"], "scene")[-1]["panel"] == "help", "Help opens the help")


def held():
    frames = run(["guard 500 150", "hold Space 60"], "scene")
    case(frames[-1]["screen"] == "scene" and item(frames[-1], "dots")["name"].startswith("2 "),
         "a held key goes on once", item(frames[-1], "dots"))
    frames = run(["guard 500 150", "key Down", "hold Return 60"], "choices")
    case(frames[-1]["screen"] in ("because", "scene", "chapter", "notice"), "and chooses once", frames[-1]["screen"])
    path = walk(run(["guard 500 150", "hold Down 60"], "choices"))
    case(3 <= len(path) <= 9, "a held arrow moves the focus calmly: in 1.8 s", len(path))


def hints():
    keys = run(["key S"], "scene")[-1]
    case(item(keys, "panel.close")["hint"] == "Esc", "after a key hints are keys")
    for make, close, sources in (("xbox", "B", "X"), ("playstation", "○", "□"), ("nintendo", "B", "X")):
        pad = run([f"pad dpdown {make}"], "scene")[-1]
        case(item(pad, "bar.sources")["hint"] == sources and item(pad, "bar.back")["hint"] == close,
             f"after a pad they are its buttons: {make}", item(pad, "bar.sources"), item(pad, "bar.back"))
    back = run(["pad dpdown xbox", "key Down"], "scene")[-1]
    case(item(back, "bar.sources")["hint"] == "S", "and after a key keys again")
    touched = run(["pad dpdown xbox", "tap 600 300"], "scene")[-1]
    case(item(touched, "bar.sources")["hint"] == "S", "and after a finger too")
    text = [i["name"] for i in run(["pad y playstation"], "scene")[-1]["items"]]
    case("Back: circle (○)" in text and not any("F11" in t for t in text), "the help names the pad's buttons", *text)


def own_keys():
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(folder + "/lantern")
        path = folder + "/lantern/lantern.conf"
        with open(path, "w") as f:
            f.write("# mine\nkeys.forward = F13, Rigth, #105\nkeys.sources = F15\nkeys.soures = X\n")
        os.environ["XDG_CONFIG_HOME"] = folder
        try:
            first = item(run([], "scene")[-1], "caption")
            for key, moves in (("F13", True), ("F14", True), ("Space", False)):
                last = run([f"key {key}"], "scene")[-1]
                case((item(last, "caption") != first) == moves, f"own keys: {key} goes on: {moves}")
            last = run(["key F15"], "scene")[-1]
            case(last["panel"] == "sources", "own keys: F15 opens the sources")
            case(item(run([], "scene")[-1], "bar.sources")["hint"] == "F15", "and is its hint")
            rows = [i["name"] for i in run(["key F1"], "scene")[-1]["items"]]
            case("Forward: F13, F14" in rows and "How do we know?: F15" in rows, "and stands in the help", *rows)
            listed = Run("keys", "--list", env={"XDG_CONFIG_HOME": folder})
            case(listed.status == 1 and "keys.forward = F13, F14\n" in listed.out and "keys.back = Backspace, B" in listed.out,
                 "lantern keys lists them", listed)
            case(f'{path}:2:16: error: no key is called "Rigth"; did you mean "Right"?' in listed.err
                 and f'{path}:4:1: warning: no setting is called "keys.soures"; did you mean "keys.sources"?' in listed.err,
                 "what is wrong is said with its line", listed.err)
        finally:
            del os.environ["XDG_CONFIG_HOME"]
    shown = Run("keys")
    case(shown.status == 0 and "keys.forward = Space, Return" in shown.out and shown.err.count("\n") == 1,
         "without a display lantern keys lists and says so", shown)


with concurrent.futures.ThreadPoolExecutor(2) as pool:
    jobs = [(hand, screen) for hand in HANDS for screen in hand.screens]
    opened = set().union(*pool.map(crawl, jobs))
    case(opened == set(PANELS), "every panel was opened", set(PANELS) - opened)
    pages = [(screen, None) for screen in SCREENS] + [("choices", p) for p in PANELS if p != "bar.about"] + \
        [("opening", "bar.about"), ("opening", "bar.settings")]
    list(pool.map(lambda page: pressing(*page), pages))
whole_documentary()
clicker()
keypad()
held()
hints()
own_keys()
done_testing()
