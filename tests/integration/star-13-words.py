"""Every picture, map and sound of the documentary has words, in each of its languages."""
import json
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, check, done_testing, same


def read(path):
    with open("%s/%s" % (DOCUMENTARY, path), encoding="utf-8") as file:
        return json.load(file)


def files(value, at=""):
    """(JSON pointer, object) of all that names a file to be seen or heard."""
    if isinstance(value, dict):
        if isinstance(value.get("file"), str):
            yield at, value
        for key, inner in value.items():
            if key == "layers":  # parts of one picture
                continue
            yield from files(inner, at + "/" + key)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from files(inner, "%s/%d" % (at, i))


found = list(files(read("story.json")))
kinds = {kind: sum(o["file"].startswith(kind + "/") for _, o in found) for kind in ("pictures", "maps", "sounds")}
check("there are pictures, maps and sounds", all(kinds.values()), kinds)
same("each has words", [], [at for at, o in found if not o.get("alt", "").strip()])
same("and none the name of its file", [], [at for at, o in found if os.path.basename(o["file"]) in o.get("alt", "")])
alts = {o["alt"] for _, o in found if "alt" in o}
for tag in "ko", "es":
    words, original = read("lang/%s.json" % tag), read("lang/%s.from.json" % tag)
    keys = {}
    for key, text in original.items():
        keys.setdefault(text, []).append(key)
    same("%s: each of their words is to be translated" % tag, [], sorted(a for a in alts if a not in keys))
    lacks = [key for alt in alts for key in keys.get(alt, []) if words.get(key, "").strip() in ("", alt)]
    same("%s: and is" % tag, [], sorted(lacks))
done_testing()
