"""For integration scripts in Python: a language made up for tests. Its words are the original's with accents,
longer by two fifths, in brackets: what stands on a page without them was never translated, and what lacks one
was cut off."""
import json
import os
import re
import shutil

from tap import DATA

TAG = "en-XA"  # CLDR's tag for accented English
OPEN, CLOSE = "⟦", "⟧"
LONGER = 0.4
PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTED = "åƀçđéƒǧĥîĵķļɱñøþɋřšţûṽŵẋýžÅƁÇĐÉƑǦĤÎĴĶĻṀÑØÞɊŘŠŢÛṼŴẊÝŽ"
# What is not for the eye: {variables}, marks' brackets and targets, escapes.
KEPT = re.compile(r"\{[^}]*\}|\]\((?:term|lang):[^)]*\)|\\.|[\[\]*]")


def _accents(text):
    return text.translate(str.maketrans(PLAIN, ACCENTED))


def pseudo(text):
    out, at = [], 0
    for kept in KEPT.finditer(text):
        out += [_accents(text[at:kept.start()]), kept.group()]
        at = kept.end()
    out.append(_accents(text[at:]))
    seen = len(KEPT.sub("", text))
    more, words = [], ("øñé", "ţŵø", "ţĥřéé", "ƒøûř", "ƒîṽé")
    while sum(map(len, more)) + len(more) < LONGER * seen:
        more.append(words[len(more) % len(words)])
    return OPEN + "".join(out) + "".join(" " + word for word in more) + CLOSE


def translation(originals):
    return {key: pseudo(text) for key, text in originals.items()}


def _save(path, value):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False)


def write_program(folder):
    """The program's data with its words in the made-up language too: for LANTERN_DATA."""
    shutil.copytree(DATA + "/assets", folder + "/assets")
    with open(DATA + "/assets/strings/en.json", encoding="utf-8") as file:
        words = translation(json.load(file))
    words["language." + TAG] = "⟦Þšéûđø⟧"
    _save("%s/assets/strings/%s.json" % (folder, TAG), words)


def write_story(folder, source, originals):
    """A story's folder with a translation of `originals`; what is large is linked."""
    os.makedirs(folder)
    for name in os.listdir(source):
        if name == "story.json":
            shutil.copy(source + "/story.json", folder)
        elif name != "lang" and name != "art":
            shutil.copytree(source + "/" + name, folder + "/" + name, copy_function=_link)
    os.makedirs(folder + "/lang")
    _save("%s/lang/%s.json" % (folder, TAG), translation(originals))
    _save("%s/lang/%s.from.json" % (folder, TAG), originals)


def _link(source, target):
    try:
        os.link(source, target)
    except OSError:
        shutil.copy(source, target)
