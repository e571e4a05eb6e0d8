# takes: 240
"""Every tag of the story format: the least edit that earns it, in check; and what play does then."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import json

import story
from tap import Run, check, done_testing, same

FOLDER = "story"


def put(*path_and_value):
    """An edit that sets one value: put("scenes", 0, "title", "x")."""
    *path, last, value = path_and_value

    def edit(model):
        at = model
        for step in path:
            at = at[step]
        at[last] = value
    return edit


def drop(*path):
    def edit(model):
        at = model
        for step in path[:-1]:
            at = at[step]
        del at[path[-1]]
    return edit


def both(*edits):
    def edit(model):
        for one in edits:
            one(model)
    return edit


def text(old, new):
    """An edit of the JSON's bytes."""
    return lambda raw: raw.replace(old, new, 1)


def scene(id_, **names):
    return lambda model: model["scenes"].append(
        {"id": id_, "chapter": "one", "title": id_, "captions": [{"text": "Words."}], **names})


GATE = ("scenes", 0)
CAPTION = (*GATE, "captions", 0, "text")
PICTURE = (*GATE, "picture", "file")


def gentle_loop(model):
    model["scenes"][0]["choices"].append({"text": "Round", "to": "a"})
    for id_, to in (("a", "b"), ("b", "a")):
        scene(id_, choices=[{"text": "Out", "to": "far"}], gentle={"next": to})(model)


def dead_end(model):
    """Who waits without paying finds no choice at the bank."""
    model["scenes"][0]["choices"].append(
        {"id": "pay", "text": "Pay", "to": "bank", "set": {"coins": 0}})
    del model["scenes"][1]["next"]
    model["scenes"][1]["choices"] = [
        {"text": "On", "to": "far", "if": {"<": [{"var": "coins"}, 1]}}]


def many_choices(model):
    model["scenes"][0]["choices"] += [
        {"id": "c%d" % n, "text": "Go %d" % n, "to": "far"} for n in range(5)]


# tag: (refused in play, edit of the model)
MODEL = {
    "wrong-format": (True, put("format", 2)),
    "wrong-type": (True, put(*GATE, "title", 7)),
    "missing-name": (True, drop(*GATE, "title")),
    "unknown-name": (False, put(*GATE, "captoins", [])),
    "bad-value": (False, put(*GATE, "claims", 0, "as-of", "2014-13")),
    "bad-id": (False, put("scenes", 2, "ending", "id", "Over!")),
    "duplicate-id": (False, put("chapters", [{"id": "one", "title": "One"},
                                             {"id": "one", "title": "Two"}])),
    "bad-mark": (False, put(*CAPTION, "[Mist](term:mist) over *{coins}")),
    "unknown-scene": (True, put("scenes", 1, "next", "fra")),
    "unknown-chapter": (True, put("scenes", 1, "chapter", "two")),
    "unknown-place": (False, put("scenes", 1, "place", "frod")),
    "unknown-source": (False, put("scenes", 1, "captions", 0, "cite", ["bok"])),
    "unknown-term": (False, put("scenes", 1, "captions", 0, "text", "[Fog](term:fog).")),
    "unknown-variable": (True, put(*GATE, "choices", 1, "if", {"var": "coin"})),
    "bad-rule": (True, put(*GATE, "choices", 1, "if", {"map": [1]})),
    "unreachable": (False, scene("alone", next="far")),
    "no-ending": (False, both(put("scenes", 1, "next", "ring"), scene("ring", next="bank"))),
    "dead-end": (False, dead_end),
    "ungentle": (False, both(put("scenes", 1, "advisory", ["death"]),
                             put("scenes", 1, "skip", "They wait."))),
    "gentle-empty": (False, put("scenes", 1, "captions", 0, "gentle", None)),
    "gentle-loop": (False, gentle_loop),
    "no-skip": (False, both(put("scenes", 1, "advisory", ["death"]),
                            put("scenes", 1, "gentle", {"next": "far"}))),
    "bad-cut": (False, put("cuts", [{"id": "short", "title": "Short", "minutes": 90,
                                     "path": ["gate", "far"]}])),
    "forbidden-path": (False, put(*PICTURE, "../a.png")),
    "missing-file": (False, put(*PICTURE, "pictures/none.png")),
    "unreadable-file": (False, put(*PICTURE, "pictures")),
    "oversized-file": (False, put(*PICTURE, "pictures/wide.png")),
    "not-a-picture": (False, put(*PICTURE, "sounds/a.wav")),
    "not-a-sound": (False, put(*GATE, "sound", "file", "pictures/a.png")),
    "no-alt": (False, drop(*GATE, "picture", "alt")),
    "no-credit": (False, drop(*GATE, "picture", "credit")),
    "uncited": (False, put(*GATE, "captions", 0,
                           {"text": "[Mist](term:mist) of 2014: {coins}"})),
    "no-claim": (False, put("scenes", 1, "captions", 0, {"text": "In 2014.", "cite": ["book"]})),
    "long-caption": (False, put("scenes", 1, "captions", 0, "text", "word " * 57)),
    "long-choice": (False, put(*GATE, "choices", 1, "text", "word " * 19)),
    "many-choices": (False, many_choices),
    "unused-source": (False, put("sources", "other", {"title": "Other"})),
    "unused-place": (False, put("places", "other", {"name": "Other", "at": [1, 2]})),
    "unused-term": (False, put("glossary", "other", {"term": "Other", "text": "Other."})),
    "unused-variable": (False, put("state", "other", 1)),
    "small-picture": (False, put(*PICTURE, "pictures/small.png")),
    "exact-place": (False, put("places", "ford", "at", [129.712, 42.4])),
    "unknown-licence": (False, put(*GATE, "picture", "licence", "free-for-all")),
}
# The same, with edits of the JSON's bytes.
RAW = {
    "malformed-json": (True, text(b"{", b"{,")),
    "duplicate-name": (True, text(b'"format": 1', b'"format": 1, "format": 1')),
    "nul-character": (True, text(b"The base", b"The \\u0000base")),
    "number-range": (True, text(b'"coins": 3', b'"coins": 1e999')),
    "byte-order-mark": (True, lambda raw: b"\xef\xbb\xbf" + raw),
    "too-deep": (True, text(b'"format": 1', b'"format": 1, "x-a": ' + b"[" * 64 + b"]" * 64)),
    "too-large": (True, lambda raw: raw + b" " * (64 << 20)),
}
# tag: what differs in a whole translation; None leaves a key out.
LANG = {
    "missing-translation": {"gate/title": None},
    "extra-translation": {"gate/titel": "문"},
    "broken-translation": {"gate/caption.1": "안개."},
    "stale-translation": {},
}


def template():
    """All keys of the base story, translated by themselves."""
    return {"title": "The base", "chapter.one": "One", "place.ford": "The ford",
            "glossary.mist.term": "Mist", "glossary.mist.text": "Low cloud.",
            "gate/title": "The gate", "gate/picture.alt": "A river in winter.",
            "gate/sound.alt": "wind", "gate/caption.1": "[Mist](term:mist) over {coins} stones.",
            "gate/claim.1": "There was mist.", "gate/choice.1": "Cross", "gate/choice.2": "Wait",
            "bank/title": "The bank", "bank/caption.1": "Grass.",
            "far/title": "The far side", "far/caption.1": "Here.",
            "far/ending.title": "Across", "far/ending.text": "It is done."}


def tags(*options):
    run = Run("check", FOLDER, "--format", "json", *options)
    try:
        return run, sorted({d["tag"] or "note" for d in json.loads(run.out)["diagnostics"]})
    except ValueError:
        return run, [str(run)]


def in_check(tag, also=()):
    run, found = tags()
    same(tag + " in check", sorted({tag, *also}), found)
    row = Run("check", "--explain", tag)
    check(tag + " explained", row.status == 0 and row.out.startswith(tag + ": "), row)
    faulty = ": error in check" in row.out
    same(tag + ": exit status", 1 if faulty else 0, run.status)
    same(tag + ": --strict", 1, tags("--strict")[0].status)


def in_play(tag, refused, *language):
    walked = Run("walk", FOLDER, "--steps", "30", *language)
    told = Run("read", "--no-keep", FOLDER, *language, input="1\n")
    if refused:
        for run in (walked, told):
            check(tag + " is refused", run.status == 1 and run.out == "" and tag in run.err, run)
    else:
        for run in (walked, told):
            check(tag + " is passed over", run.status == 0 and run.out, run)
        said = Run("check", "--explain", tag).out
        check(tag + ": explained so", "passed over" in said, said)


# What an edit cannot help earning besides.
ALSO = {"bad-mark": ["unused-term"]}

story.save(FOLDER, story.base())
story.write(FOLDER + "/pictures/small.png", story.png(640, 360))
wide = bytearray(story.png())
wide[16:20] = (20000).to_bytes(4, "big")
story.write(FOLDER + "/pictures/wide.png", bytes(wide))
same("the story has no fault", [], tags("--strict", "--decode")[1])

for tag, (refused, edit) in MODEL.items():
    model = story.base()
    edit(model)
    story.save(FOLDER, model)
    in_check(tag, ALSO.get(tag, ()))
    in_play(tag, refused)
for tag, (refused, edit) in RAW.items():
    story.save(FOLDER, edit(json.dumps(story.base()).encode()))
    in_check(tag)
    in_play(tag, refused)
for tag, change in LANG.items():
    words = {k: v for k, v in {**template(), **change}.items() if v is not None}
    story.save(FOLDER, story.base(), {"ko": words})
    if tag == "stale-translation":
        originals = dict(template(), title="An older base")
        story.save(FOLDER, story.base(), {"ko.from": originals})
    in_check(tag)
    in_play(tag, False, "--lang", "ko")
    for name in os.listdir(FOLDER + "/lang"):
        os.remove(FOLDER + "/lang/" + name)
# Looked for where it is asked for alone.
model = story.base()
put(*GATE, "title", "word " * 300)(model)
story.save(FOLDER, model)
same("does-not-fit: not without --fit", [], tags()[1])
run, found = tags("--fit")
same("does-not-fit in check --fit", (["does-not-fit"], 0), (found, run.status))
check("does-not-fit names the scene and the page", '"pointer":"/scenes/0"' in run.out and "1024x768 at " in run.out, run)
in_play("does-not-fit", False)
tested = len(MODEL) + len(RAW) + len(LANG) + 1
same("all 55 tags are here", 55, tested)
done_testing()
