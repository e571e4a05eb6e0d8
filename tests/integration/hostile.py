# takes: 240
"""Stories from a stranger: broken, huge, nested, and folders that lead elsewhere."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import concurrent.futures
import json
import random
import re
import socket

import story
from tap import DOCUMENTARY, Run, check, done_testing, same

PLACE = re.compile(r"^[^\n]*story\.json:\d+:\d+: error: [^\n]+ \[[a-z-]+\](?: \([^\n]*\))?$", re.M)
pool = concurrent.futures.ThreadPoolExecutor(os.cpu_count())


def is_calm(run, statuses=(0, 1)):
    """Ended by itself, and no sanitizer spoke."""
    return run.status in statuses and "ERROR: " not in run.err and "runtime error" not in run.err


def cut_off():
    with open(DOCUMENTARY + "/story.json", "rb") as file:
        whole = file.read()

    def one(at):
        folder = story.save("cut/%d" % at, whole[:at])
        run = Run("check", folder)
        return at, is_calm(run, (1,)) and len(PLACE.findall(run.out)) == 1, run
    # Every 97th byte, one length in some dozens: more would take minutes and find the same.
    lengths = list(range(0, len(whole), 97))
    chosen = lengths[:60] + lengths[60::31]
    wrong = [(at, str(run)) for at, ok, run in pool.map(one, chosen) if not ok]
    check("cut off: one fault, with its place", not wrong, wrong[:2])


def small_cut_off():
    """The whole of a small story, cut at every byte but those that end it."""
    whole = json.dumps(story.base()).encode()

    def one(at):
        folder = story.save("small/%d" % at, whole[:at])
        run = Run("walk", folder)
        return at, is_calm(run, (1,)) and run.out == "", run
    wrong = [(at, str(run)) for at, ok, run in pool.map(one, range(0, len(whole), 7)) if not ok]
    check("cut off: never shown", not wrong, wrong[:2])


def flipped():
    whole = json.dumps(story.base()).encode()

    def one(seed):
        chance = random.Random(seed)
        bytes_ = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 5))):
            bytes_[chance.randrange(len(bytes_))] ^= 1 << chance.randrange(8)
        folder = story.save("flipped/%d" % seed, bytes(bytes_), {"ko": bytes(bytes_[:400])})
        runs = [Run("check", folder), Run("walk", folder, "--lang", "ko", "--steps", "20"),
                Run("read", "--no-keep", folder, input="1\n1\ns\n")]
        return seed, all(is_calm(run, (0, 1, 2)) for run in runs), [str(run) for run in runs]
    wrong = [(seed, runs) for seed, ok, runs in pool.map(one, range(120)) if not ok]
    check("flipped bits", not wrong, wrong[:2])


def bombs():
    head = b'{"format":1,"x-a":'
    bombs_ = {
        "a million brackets": b"[" * 1000000,
        "a million objects": b'{"a":' * 1000000,
        "65 deep": head + b"[" * 64 + b"]" * 64 + b"}",
        "a string without an end": head + b'"' + b"x" * 1000000,
        "a long number": head + b"1" * 1000000 + b"}",
        "ten million zeros": head + b"[" + b"0," * 10000000 + b"0]}",
        "nothing": b"",
        "blanks": b" \n\t" * 1000,
        "only NUL": b"\0" * 1000,
        "half a character": head + b'"\xe2\x82"}',
        "a lone surrogate": head + b'"\\ud800"}',
        "too large": b" " * ((64 << 20) + 1),
    }
    for name, bytes_ in bombs_.items():
        folder = story.save("bomb", bytes_)
        run = Run("check", folder)
        check(name + ": check", is_calm(run, (1,)) and PLACE.search(run.out), run)
        run = Run("read", "--no-keep", folder)
        check(name + ": read", is_calm(run, (1,)) and run.out == "" and "check" in run.err, run)
        os.remove(folder + "/story.json")
    run = Run("check", story.save("bomb", head + b"[" * 63 + b"]" * 63 + b"}"))
    check("64 deep is a fault of another kind", "[too-deep]" not in run.out and run.status == 1, run)


def wild_rules():
    model = story.base()
    rule = {"var": "coins"}
    for _ in range(25):
        rule = {"!": [rule]}
    model["scenes"][0]["choices"][0]["if"] = {"or": [rule, True]}
    model["scenes"][0]["choices"][0]["set"] = {"coins": {"cat": [{"var": "coins"}] * 200}}
    model["scenes"][0]["captions"][0]["text"] = "*" * 2001 + "[" * 2000 + "{" * 2000
    folder = story.save("wild", model)
    for command in (("check",), ("walk", "--choose", "1"), ("read", "--no-keep")):
        run = Run(*command, folder, input="1\n")
        check("deep rules, wild marks: " + command[0], is_calm(run), run)


def long_names():
    """A megabyte of name must not stand in every message, key and pointer; nor an id behind all else cost a search."""
    many = {"n%d" % i: 1 for i in range(3000)}
    long = "x" * 1000000

    def scene(model):
        model["scenes"][0].update(many, id=long)

    def place(model):
        model["places"][long] = {"name": "x", "at": [1, 2], **many}

    def word(model):
        model["pronounce"] = {long: {"w%d" % i: 1 for i in range(3000)}}

    def variable(model):
        model["scenes"][0]["choices"][0]["set"] = {long: {"+": [{"nor": 1}] * 3000}}

    def late(model):
        model["scenes"][0] = {**{"y%d" % i: 1 for i in range(60000)}, **model["scenes"][0]}

    def almost(model):
        model["scenes"][0].update(many, id="x" * 256)
    for edit in (scene, place, word, variable, late, almost):
        model = story.base()
        edit(model)
        folder = story.save("long/" + edit.__name__, model)
        for command in ("check", "walk"):
            run = Run(command, folder, seconds=30, before=("prlimit", "--as=%d" % (1 << 30)),
                      program=os.environ["LANTERN_RELEASE"])
            check("a long name of a %s: %s" % (edit.__name__, command), run.status in (0, 1) and run.seconds < 10, run)


def odd_files():
    os.makedirs("odd/folder/story.json")
    os.mkfifo("odd/fifo")
    os.symlink("b", "odd/a")
    os.symlink("a", "odd/b")
    os.symlink("nowhere", "odd/c")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind("odd/socket")
    for path in ("odd/fifo", "odd/folder", "odd/a", "odd/b", "odd/c", "odd/socket", "/dev/zero",
                 "/dev/null", "/proc/self/mem", "/", "x" * 5000):
        for command in ("check", "read", "fmt"):
            run = Run(command, path, seconds=10)
            check("%s %s: exit 2 and one line" % (command, path[:20]), is_calm(run, (2,))
                  and run.out == "" and run.err.startswith("lantern: ")
                  and run.err.count("\n") == 1, run)
    listener.close()


def tags(folder, *options):
    run = Run("check", folder, "--format", "json", *options, seconds=20)
    if not is_calm(run):
        return [str(run)]
    return sorted({d["tag"] for d in json.loads(run.out)["diagnostics"]})


def links():
    story.write("outside.png", story.png())
    folder = story.save("links", story.base())
    for name, target in (("out", "../../outside.png"), ("absolute", "/etc/passwd"),
                         ("device", "/dev/zero")):
        os.symlink(target, folder + "/pictures/%s.png" % name)
        model = story.base()
        model["scenes"][0]["picture"]["file"] = "pictures/%s.png" % name
        story.save(folder, model)
        same("a link out of the folder: " + name, ["forbidden-path"], tags(folder, "--decode"))
    os.mkfifo(folder + "/pictures/fifo.png")
    model["scenes"][0]["picture"]["file"] = "pictures/fifo.png"
    same("a FIFO for a picture", ["unreadable-file"], tags(story.save(folder, model)))
    model["scenes"][0]["picture"]["file"] = "pictures"
    same("a folder for a picture", ["unreadable-file"], tags(story.save(folder, model)))
    for path in ("../outside.png", "/etc/passwd", "pictures/../../outside.png", "..",
                 "pictures\\a.png", ""):
        model["scenes"][0]["picture"]["file"] = path
        same("forbidden: %r" % path, ["forbidden-path"], tags(story.save(folder, model)))
    story.write("outside.json", b'{"gate/title": "SECRET"}')
    os.makedirs(folder + "/lang")
    os.symlink("../../outside.json", folder + "/lang/ko.json")
    story.save(folder, story.base())
    run = Run("walk", folder, "--lang", "ko")
    check("a link out of lang/", "SECRET" not in run.out + run.err and is_calm(run, (0, 2)), run)


def pictures():
    whole = story.png()
    corrupt = bytearray(whole)
    for i in range(60, len(corrupt) - 20, 3):
        corrupt[i] ^= 0xFF
    wide = bytearray(whole)
    wide[16:20] = (20000).to_bytes(4, "big")
    rows = (
        ("whole", whole, [], []),
        ("missing", None, ["missing-file"], ["missing-file"]),
        ("empty", b"", ["not-a-picture"], ["not-a-picture"]),
        ("a sound by another name", story.wav(), ["not-a-picture"], ["not-a-picture"]),
        ("a text that looks like XPM", b"/* XPM */\nstatic char *a[]={", ["not-a-picture"],
         ["not-a-picture"]),
        ("an SVG", b"<svg xmlns='http://www.w3.org/2000/svg'/>", ["not-a-picture"],
         ["not-a-picture"]),
        ("of a side too long", bytes(wide), ["oversized-file"], ["oversized-file"]),
        ("corrupt", bytes(corrupt), [], ["unreadable-file"]),
        ("cut off", whole[:len(whole) // 2], [], ["unreadable-file"]),
    )
    folder = story.save("pictures", story.base())
    for name, bytes_, header, decoded in rows:
        os.remove(folder + "/pictures/a.png")
        if bytes_ is not None:
            story.write(folder + "/pictures/a.png", bytes_)
        same("a picture " + name, header, tags(folder))
        same("a picture %s, decoded" % name, decoded, tags(folder, "--decode"))
        run = Run("read", "--no-keep", folder, input="1\n")
        check("a picture %s: told all the same" % name,
              run.status == 0 and "A river in winter." in run.out, run)
        if bytes_ is None:
            story.write(folder + "/pictures/a.png", b"")


cut_off()
small_cut_off()
flipped()
bombs()
wild_rules()
long_names()
odd_files()
links()
pictures()
done_testing()
