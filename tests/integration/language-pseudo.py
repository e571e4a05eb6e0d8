# takes: 450
"""A made-up language finds every word that is not translated, and every one that is cut off."""
import json
import os
import re
import sys
import tempfile

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import pseudo
from tap import DOCUMENTARY, Run, check, done_testing, same
from window import LANTERN, RELEASE, play_script

SIZES = (("1920x1080", 100), ("1366x768", 200), ("1080x1920", 150))
PANELS = {"sources": "S", "glossary": "G", "map": "M", "timeline": "T", "chapters": "C", "picture": "D",
          "history": "H", "pause": "P", "settings": "O", "help": "F1"}

# What is the same in every language, by the item's id, with the reason.
LITERAL = {
    r"language\..*|second\.(?!none).*": "a language's name in itself",
    r"text-size\..*": "a number with its sign",
    r"when\.\d+": "a date, in the words that ICU has for the language",
    r"(.*\.)?source\.\d+|source\.\d+|.*\.cite\.\d+|claim\..*\.\d+": "a citation: titles stay as they are printed",
}


def is_literal(item):
    return any(re.fullmatch(pattern, item["id"]) for pattern in LITERAL) or not re.search(r"[^\W\d_]", item["name"])


def is_whole(name):
    """In brackets from end to end, each opened one closed."""
    depth = 0
    for i, c in enumerate(name):
        depth += (c == pseudo.OPEN) - (c == pseudo.CLOSE)
        if depth < 0 or (depth == 0 and i < len(name) - 1):
            return False
    return name.startswith(pseudo.OPEN) and depth == 0


def inside(rect, frame):
    x, y, w, h = rect
    return x >= 0 and y >= 0 and x + w <= frame["size"][0] and y + h <= frame["size"][1]


def scrolls(item, frame):
    x, y, w, h = frame["scroll_area"]
    left, top, width, _ = item["rect"]
    return frame["scroll_most"] > 0 and left >= x - 60 and left + width <= x + w + 60


def is_cut(item, frame):
    """Part of it lies where nobody comes to see it."""
    if "rect" not in item or not item["px"]:
        return False
    left, _, width, _ = item["rect"]
    if scrolls(item, frame):
        return left < 0 or left + width > frame["size"][0]
    return item["seen"] != item["rect"] or not inside(item["rect"], frame)


def tour(first):
    """Every panel over what is shown then."""
    deeds = list(first)
    for key in PANELS.values():
        deeds += ["key " + key, "key PageDown", "key Escape"]
    return deeds


def ways(story):
    """(scene to begin at or None, deeds): to every screen and every panel. Long words make many pages: a Space too
    many is as good as a count."""
    choosing = next(s for s in story["scenes"] if "because" in s.get("choices", [{}])[0])
    ending = next(s for s in story["scenes"] if "ending" in s)
    pages = ["key Space"] * 60
    return [
        (None, ["wait 10", "press bar.about", "key PageDown", "key Escape"] + ["key Space"] * 16),
        (None, tour(["wait 10"])),
        (choosing["id"], tour(["key Space"])),
        (choosing["id"], pages + ["key 1"] + ["key Space"] * 4),
        (ending["id"], pages),
    ]


def judge(name, frames, found):
    for frame in frames:
        place = "%s/%s" % (frame["screen"], frame["panel"])
        found["places"].add(place)
        for item in frame["items"]:
            found["strings"].add(item["name"])
            if not is_literal(item) and ".term." not in item["id"] and not is_whole(item["name"]):
                found["plain"].setdefault(item["id"], (name, place, item["name"][:80]))
            if is_cut(item, frame):
                found["cut"].setdefault((name, place, item["id"]), (item["rect"], item["seen"], item["name"][:40]))


def check_maker():
    """The made-up words themselves."""
    same("marks and variables stay", "⟦Å [ƒéřřý](term:ferry) ţø {place}, *ñøŵ* øñé ţŵø⟧"[:38],
         pseudo.pseudo("A [ferry](term:ferry) to {place}, *now*")[:38])
    for text in ("A short one", "A much longer sentence that goes on for a while, and then some more."):
        made = pseudo.pseudo(text)
        check("two fifths longer", 1.4 * len(text) <= len(made) <= 1.8 * len(text) + 6, made)
    check("a lost bracket is found", not is_whole("⟦ab") and not is_whole("ab⟧") and not is_whole("⟦a⟧ b"), "")
    check("and nothing else", is_whole("⟦a ⟦b⟧ c⟧") and is_whole("⟦⟧"), "")


check_maker()
originals = json.loads(Run("strings", DOCUMENTARY).out)
with open(DOCUMENTARY + "/story.json", encoding="utf-8") as file:
    told = json.load(file)
with tempfile.TemporaryDirectory() as folder:
    pseudo.write_program(folder)
    os.environ["LANTERN_DATA"] = folder
    story = folder + "/story"
    pseudo.write_story(story, DOCUMENTARY, originals)
    same("the made-up translation is whole", {}, json.loads(Run("strings", story, "--lang", pseudo.TAG).out))
    for size, text in SIZES:
        found = {"places": set(), "strings": set(), "plain": {}, "cut": {}}
        name = "%s at %d %%" % (size, text)
        arguments = ("--still", "--size", size, "--text-size", str(text), "--lang", pseudo.TAG)
        program = LANTERN if size == SIZES[1][0] else RELEASE
        for start, deeds in ways(told):
            begin = ("--scene", start) if start else ()
            status, frames, errors = play_script(deeds, *arguments, *begin, story=story, program=program)
            same(name + ": plays", (0, ""), (status, errors))
            judge(name, frames, found)
        check(name + ": every screen and panel was seen",
              {"opening/none", "notice/none", "chapter/none", "scene/none", "choices/none", "because/none",
               "ending/none", "opening/about"} | {"scene/" + p for p in PANELS} <= found["places"],
              sorted(found["places"]))
        check(name + ": hundreds of strings", len(found["strings"]) > 200, len(found["strings"]))
        check(name + ": every word is translated", not found["plain"], list(found["plain"].items())[:8])
        check(name + ": no word is cut off", not found["cut"], list(found["cut"].items())[:8])
done_testing()
