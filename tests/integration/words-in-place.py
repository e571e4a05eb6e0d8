"""A word that the story explains is pressed where it stands, by hand, key and pad, and left again."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import done_testing
from window import case, item, play_script

LEAST_TARGET = 44
WORD = "caption.term.1"


def play(deeds, *more):
    status, frames, said = play_script(deeds, "--scene", "river", "--still", "--size", "1366x768", *more)
    return frames if status == 0 else [{"panel": f"exit {status}: {said}", "items": []}]


def has_focus(frame, name):
    return bool((item(frame, name) or {}).get("focus"))


start = play(["wait 10"])[-1]
word = item(start, WORD)
caption = item(start, "caption")
x, y, w, h = word["rect"]
hx, hy, hw, hh = word["hit"]
case(word["name"] == "Tumen" and word["role"] == "link", "the word is a link", word)
case(min(hw, hh) >= LEAST_TARGET, "a finger finds it", word["hit"])
case(caption["rect"][0] < x and x + w < caption["rect"][0] + caption["rect"][2], "it lies within its caption", word, caption)

ways = {
    "a tap in the middle": [f"tap {x + w // 2} {y + h // 2}"],
    "a tap at the edge": [f"tap {hx + 1} {hy + 1}"],
    "Tab and Enter": ["key Tab", "key Return"],
    "Down and Space": ["key Down", "key Space"],
    "a pad": ["pad dpdown", "pad a"],
}
for name, deeds in ways.items():
    frame = play(deeds)[-1]
    shown = [i["name"] for i in frame["items"] if "rect" in i]
    case(frame["panel"] == "glossary" and shown[0] == "Tumen" and any("521 km" in s for s in shown),
         f"{name} explains it", frame["panel"], shown)

for key in ("key Escape", "key Backspace", "pad b"):
    frame = play(["key Tab", "key Return", key])[-1]
    case(frame["panel"] == "none" and has_focus(frame, WORD), f"{key} leads back to the word", frame["panel"])
frame = play([f"tap {x + w // 2} {y + h // 2}", "key Escape"])[-1]
case(frame["panel"] == "none" and not any(i["focus"] for i in frame["items"]), "after a tap nothing has the focus")
frame = play([f"tap {hx - 2} {hy + hh // 2}"])[-1]
case(frame["panel"] == "none" and item(frame, "dots")["name"].startswith("2"), "beside it a tap goes on", frame["panel"])
frame = play([f"drag {x + w // 2} {y + h // 2} {x + w + 200} {y}"])[-1]
case(frame["panel"] == "none" and item(frame, "dots")["name"].startswith("1"), "slid off, nothing happens", frame["panel"])
frame = play(["key Tab", "key Return", "press glossary.all"])[-1]
case(frame["panel"] == "glossary" and item(frame, "panel.title")["name"] == "Words", "all words are one press away")

# In pages a word can be pressed on its own page alone.
frames = play(["key Space"], "--text-size", "300", "--size", "1280x720")
first, second = frames[0], frames[-1]
case(second["page"] == 1 and item(second, "caption")["name"] == caption["name"], "the caption falls into pages")
case(item(first, WORD)["can_focus"] and not item(second, WORD)["can_focus"] and "rect" not in item(second, WORD),
     "the word is on the first", item(second, WORD))
done_testing()
