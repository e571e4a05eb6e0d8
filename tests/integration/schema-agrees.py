# takes: 300
"""content/story.schema.json says of a story what `lantern check` says, as far as a schema can, and the
same whether it is read as JSON Schema 2020-12 or as draft-07."""
import os
import sys

try:
    import jsonschema
except ImportError:  # Debian's package belongs to Debian's Python
    if sys.executable == "/usr/bin/python3":
        raise
    os.execv("/usr/bin/python3", ["/usr/bin/python3", "-B", *sys.argv])

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import concurrent.futures
import copy
import json

from tap import DATA, DOCUMENTARY, Run, check, done_testing

PICTURE = {"file": "p.png", "alt": "A bridge", "credit": "x"}
BASE = {
    "$schema": "../story.schema.json", "format": 1, "id": "base", "title": "Base", "language": "en",
    "start": "one", "audience": {"ages": "11-14", "reading": "middle"},
    "pronounce": {"en": {"Tumen": "too-men"}}, "credits": [{"role": "Text", "name": "A"}],
    "state": {"debt": 0, "name": "x"},
    "chapters": [{"id": "ch", "title": "First"}],
    "places": {"seoul": {"name": "Seoul", "at": [126.98, 37.57]}},
    "maps": [{**PICTURE, "projection": {"kind": "web-mercator", "bounds": [100, 20, 130, 45]},
              "labels": [{"text": "Sea", "at": [120, 30], "kind": "water", "angle": 10}]},
             {**PICTURE, "projection": {"kind": "laea", "centre": [100, 20], "width-km": 500}}],
    "sources": {"un": {"title": "Report", "date": "2014-02", "level": "full"}},
    "glossary": {"term": {"term": "Word", "text": "Meaning."}},
    "timeline": [{"date": "1994/1998", "text": "Famine"}],
    "cuts": [{"id": "short", "title": "Short", "minutes": 1, "path": ["one", "two"]}],
    "scenes": [
        {"id": "one", "chapter": "ch", "title": "One", "place": "seoul", "by": "foot",
         "captions": [{"text": "Hello {name}.", "cite": ["un"], "gentle": None}, {"text": "So."}],
         "picture": {**PICTURE, "kind": "archive", "focus": [0.5, 0.5], "air": "snow",
                     "pan": {"from": [0, 0, 1], "to": [1, 1, 2], "seconds": 3},
                     "layers": [{"file": "l.png", "depth": 0.5, "at": [0, 0, 1, 1]}]},
         "sound": {"file": "s.ogg", "alt": "(wind)", "gain": 1},
         "claims": [{"text": "Fact", "cite": [], "as-of": "2014", "confidence": "documented"}],
         "advisory": ["death"], "skip": "Skip.", "discuss": ["Why?"],
         "questions": [{"ask": "Why?", "options": [{"text": "a", "right": True, "why": "b"}]}],
         "choices": [{"text": "Go", "to": "two", "if": {"<": [{"var": "debt"}, 3]}, "set": {"debt": 1}},
                     {"id": "stay", "text": "Stay", "to": "three"}]},
        {"id": "two", "chapter": "ch", "title": "Two", "captions": [{"text": "Then."}],
         "ending": {"id": "end", "title": "End"}, "gentle": {"title": "Soft"}},
        {"id": "three", "chapter": "ch", "title": "Three", "captions": [{"text": "So."}], "next": "two"},
    ],
}
LEFT_OUT = object()
SCENE, CHOICE = "/scenes/0", "/scenes/0/choices/0"
ENDING = {"id": "e", "title": "E"}

# What is edited, to what, and the tag that `check` gives; None where both find it sound.
BOTH = [
    ("/x-own", {"any": 1}, None), ("/format", LEFT_OUT, "missing-name"), ("/format", 2, "wrong-format"),
    ("/format", "1", "wrong-format"), ("/format", 1.0, None), ("/title", LEFT_OUT, "missing-name"),
    ("/title", 7, "wrong-type"), ("/titel", "x", "unknown-name"), ("/id", "Base", "bad-id"),
    ("/id", "a" * 65, "bad-id"), ("/id", "a" * 64, None), ("/language", "e n", "bad-value"),
    ("/language", "zh-Hant", None), ("/audience/reading", "high", "bad-value"),
    ("/audience/age", "11", "unknown-name"), ("/pronounce/e n", {}, "bad-value"),
    ("/pronounce/en/Tumen", 1, "wrong-type"), ("/credits/0/role", LEFT_OUT, "missing-name"),
    ("/state/Debt", 1, "bad-id"), ("/state/level", 1, "bad-id"), ("/state/debt", None, "wrong-type"),
    ("/state/debt", [1], "wrong-type"), ("/state/x-note", [1], None), ("/state/debt", True, None),
    ("/chapters", [], "bad-value"), ("/chapters", {}, "wrong-type"),
    ("/chapters/0/titel", "x", "unknown-name"), ("/places/Seoul", {"name": "S", "at": [1, 2]}, "bad-id"),
    ("/places/x-y", 3, "wrong-type"), ("/places/seoul/at", [200, 0], "bad-value"),
    ("/places/seoul/at", [1, 2, 3], "bad-value"), ("/places/seoul/at", ["a", "b"], "wrong-type"),
    ("/places/seoul/name", LEFT_OUT, "missing-name"), ("/maps/0/projection/kind", "mercator", "bad-value"),
    ("/maps/0/projection/kind", "laea", "missing-name"), ("/maps/0/projection/kind", LEFT_OUT, "missing-name"),
    ("/maps/1/projection/width-km", 0, "bad-value"), ("/maps/1/projection/width-km", 25485, "bad-value"),
    ("/maps/0/labels/0/kind", "sea", "bad-value"), ("/maps/0/labels/0/angle", 361, "bad-value"),
    ("/maps/0/credit", LEFT_OUT, None), ("/maps/0/alt", LEFT_OUT, "no-alt"),
    ("/sources/un/date", "2014-13", "bad-value"), ("/sources/un/date", "1994/1998-02-03", None),
    ("/sources/un/level", "gentle", "bad-value"), ("/sources/un/title", LEFT_OUT, "missing-name"),
    ("/glossary/term/text", LEFT_OUT, "missing-name"), ("/timeline/0/date", "20140", "bad-value"),
    ("/cuts/0/minutes", 0, "bad-value"), ("/cuts/0/minutes", 1441, "bad-value"),
    ("/cuts/0/path", [], "bad-value"), ("/scenes", [], "bad-value"), (SCENE + "/by", "car", "bad-value"),
    (SCENE + "/captions", [], "bad-value"), (SCENE + "/captions", ["So."], "wrong-type"),
    (SCENE + "/captions/0/gentle", 1, "wrong-type"), (SCENE + "/captions/0/voice", "/v.opus", "forbidden-path"),
    (SCENE + "/captions/0/cite", [1], "wrong-type"), (SCENE + "/picture/file", "../p.png", "forbidden-path"),
    (SCENE + "/picture/file", "a\\b", "forbidden-path"), (SCENE + "/picture/file", "", "forbidden-path"),
    (SCENE + "/picture/alt", LEFT_OUT, "no-alt"), (SCENE + "/picture/kind", "photo", "bad-value"),
    (SCENE + "/picture/focus", [0.5], "bad-value"), (SCENE + "/picture/focus", [0.5, 1.5], "bad-value"),
    (SCENE + "/picture/pan/seconds", 0, "bad-value"), (SCENE + "/picture/pan/to", LEFT_OUT, "missing-name"),
    (SCENE + "/picture/layers/0/depth", 2, "bad-value"), (SCENE + "/picture/air", "fog", "bad-value"),
    (SCENE + "/sound/gain", 17, "bad-value"), (SCENE + "/sound/loop", "yes", "wrong-type"),
    (SCENE + "/claims/0/confidence", "sure", "bad-value"), (SCENE + "/claims/0/as-of", LEFT_OUT, "missing-name"),
    (SCENE + "/claims/0/now", {"text": "n", "cite": [], "as-of": "2020"}, None),
    (SCENE + "/claims/0/now", {"text": "n", "cite": []}, "missing-name"),
    (SCENE + "/advisory", ["deaths"], "bad-value"), (SCENE + "/advisory", "death", "wrong-type"),
    (SCENE + "/questions/0/options", [], "bad-value"),
    (SCENE + "/questions/0/options/0/right", False, "bad-value"),
    (SCENE + "/questions/0/options/0/right", 1, "wrong-type"), (SCENE + "/discuss", [1], "wrong-type"),
    (SCENE + "/next", "two", "bad-value"), (SCENE + "/choices", LEFT_OUT, "missing-name"),
    (SCENE + "/choices", [], "bad-value"), (CHOICE + "/to", LEFT_OUT, "missing-name"),
    (CHOICE + "/id", "A", "bad-id"), (CHOICE + "/level", "full", None), (CHOICE + "/because", 1, "wrong-type"),
    (CHOICE + "/if", {}, "bad-rule"), (CHOICE + "/if", {"==": [1]}, "bad-rule"),
    (CHOICE + "/if", {"<": [1, 2, 3]}, None), (CHOICE + "/if", {"andd": [1]}, "bad-rule"),
    (CHOICE + "/if", {"and": []}, "bad-rule"), (CHOICE + "/if", {"!": 1}, None),
    (CHOICE + "/if", {"!": [[1]]}, "bad-rule"), (CHOICE + "/if", [1], "bad-rule"),
    (CHOICE + "/if", {"==": [1, 1], "x-why": "so"}, None), (CHOICE + "/if", {"var": 1}, "bad-rule"),
    (CHOICE + "/if", {"var": ["debt", 0]}, None), (CHOICE + "/set/debt", {"+": [{"var": "debt"}, 1]}, None),
    (CHOICE + "/set/x-note", [1], None), (CHOICE + "/set", 1, "wrong-type"),
    ("/scenes/1/ending/title", LEFT_OUT, "missing-name"), ("/scenes/1/ending/id", "E", "bad-id"),
    ("/scenes/1/gentle/captions", [], "bad-value"),
    ("/scenes/1/gentle", {"next": "three", "ending": ENDING}, "bad-value"),
]

# What no schema can say.
CHECK_ALONE = [
    ("/start", "onee", "unknown-scene"), (SCENE + "/chapter", "hc", "unknown-chapter"),
    (SCENE + "/place", "busan", "unknown-place"), (SCENE + "/captions/0/cite", ["nu"], "unknown-source"),
    (SCENE + "/captions/0/text", "[a](term:nope)", "unknown-term"),
    (SCENE + "/captions/0/text", "{nope}", "unknown-variable"), (SCENE + "/captions/0/text", "*a", "bad-mark"),
    (CHOICE + "/if", {"var": "dept"}, "unknown-variable"), ("/scenes/2/id", "two", "duplicate-id"),
    ("/sources/un/date", "2014-02-30", "bad-value"), ("/timeline/0/date", "1998/1994", "bad-value"),
    ("/maps/0/projection/bounds", [130, 20, 100, 45], "bad-value"),
    (SCENE + "/gentle", {"ending": ENDING}, "bad-value"),
]

# Faults of the graph and of files are no matter of a schema.
MATTERS = {tag for rows in (BOTH, CHECK_ALONE) for _, _, tag in rows if tag}


def edited(pointer, value):
    story = copy.deepcopy(BASE)
    *way, last = pointer[1:].split("/")
    at = story
    for name in way:
        at = at[int(name)] if isinstance(at, list) else at[name]
    if isinstance(at, list):
        last = int(last)
    if value is LEFT_OUT:
        del at[last]
    else:
        at[last] = value
    return story


def tags_of(number, story):
    """The tags of the errors that `lantern check` finds, as far as they matter here."""
    path = "story-%d.json" % number
    with open(path, "w", encoding="utf-8") as file:
        json.dump(story, file)
    run = Run("check", "--format", "json", path)
    try:
        found = json.loads(run.out)["diagnostics"]
    except (ValueError, KeyError):
        return {"no answer: %s" % run}
    return {d["tag"] for d in found if d["severity"] == "error"} & MATTERS


with open(DATA + "/content/story.schema.json", encoding="utf-8") as file:
    SCHEMA = json.load(file)
NEWER = jsonschema.Draft202012Validator(SCHEMA)
OLDER = jsonschema.Draft7Validator({**SCHEMA, "$schema": "http://json-schema.org/draft-07/schema#"})

for name, validator in (("2020-12", NEWER), ("draft-07", OLDER)):
    try:
        validator.check_schema(validator.schema)
        check("the schema is sound as " + name, True)
    except jsonschema.SchemaError as error:
        check("the schema is sound as " + name, False, error.message)
check("the schema has its name", SCHEMA["$id"] == "https://lantern.invalid/schema/story-1.json")

ROWS = [("both", *row) for row in BOTH] + [("check alone", *row) for row in CHECK_ALONE]
STORIES = [BASE] + [edited(pointer, value) for _, pointer, value, _ in ROWS]
with concurrent.futures.ThreadPoolExecutor(4) as pool:
    TAGS = list(pool.map(tags_of, range(len(STORIES)), STORIES))

check("the story to edit is sound", not TAGS[0] and NEWER.is_valid(BASE) and OLDER.is_valid(BASE),
      "%s %s" % (TAGS[0], [e.message for e in NEWER.iter_errors(BASE)]))
for (who, pointer, value, tag), story, tags in zip(ROWS, STORIES[1:], TAGS[1:]):
    shown = "left out" if value is LEFT_OUT else json.dumps(value)
    valid = tag is None or who == "check alone"
    answers = (NEWER.is_valid(story), OLDER.is_valid(story))
    check("%s %s: %s, %s" % (pointer, shown[:40], tag or "sound", who),
          answers == (valid, valid) and (tag in tags if tag else not tags),
          "check says %s; 2020-12 and draft-07 find it valid: %s" % (sorted(tags), answers))

for path in (DOCUMENTARY + "/story.json", os.environ["LANTERN_TESTS"] + "/fixtures/sample/story.json"):
    with open(path, encoding="utf-8") as file:
        story = json.load(file)
    faults = [e.message for e in NEWER.iter_errors(story)] + [e.message for e in OLDER.iter_errors(story)]
    check("%s is valid" % os.path.relpath(path, DATA), not faults, faults[:2])

done_testing()
