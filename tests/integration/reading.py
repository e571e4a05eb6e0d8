# takes: 300
"""read: through a pipe, at any width, in every language, whatever the answers are."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import random
import unicodedata

import story
from tap import DATA, Run, check, done_testing, orders_to_terminal, same


def read(*arguments, **more):
    return Run("read", "--no-keep", *arguments, **more)


def columns(line):
    width = 0
    for c in line:
        if unicodedata.category(c) not in ("Mn", "Me", "Cf"):
            width += 2 if unicodedata.east_asian_width(c) in "WF" else 1
    return width


def piped():
    folder = story.save("piped", story.base())
    run = read(folder, input="2\n")
    same("an answer through a pipe: exit 0", 0, run.status)
    check("an answer is shown", "> 2\n" in run.out, run)
    check("next is told without a question", "Grass." in run.out and "It is done." in run.out, run)
    check("it ends with a whole line", run.out.endswith("\n"), run)
    run = read(folder)
    check("no input at all", run.status == 0 and "Mist over 3 stones." in run.out, run)
    run = Run("play", "--no-keep", folder, input="1\n")
    check("play without a display reads", run.status == 0 and "It is done." in run.out, run)
    check("and says so in one line", run.err.startswith("lantern: ") and run.err.count("\n") == 1, run)
    check("CR LF", "Grass." in read(folder, input="2\r\n").out)
    run = read(folder, input="7\nq\n")
    check("an unknown answer: the choices again", run.out.count(" 1  Cross\n") == 2, run)
    run = read(folder, input="q\n1\n")
    check("q ends it", "It is done." not in run.out and run.status == 0, run)
    run = read(folder, input="2\nb\n1\n")
    check("b goes back", run.out.count("The gate\n") == 2 and run.out.count("Grass.") == 1, run)
    run = read(folder, input="1\nh 1\n2\n")
    check("h and a number", "Grass." in run.out, run)
    run = read(folder, input="b\n")
    check("b at the beginning", run.out.count("The gate\n") == 1 and run.status == 0, run)
    run = read(folder, input="s\ng\nm\nh\n")
    for word in ("A book", "Low cloud.", "The ford", "The road so far"):
        check("panels: " + word, word in run.out, run)


def circle():
    model = story.base()
    model["scenes"][1]["next"] = "edge"
    model["scenes"].insert(2, {"id": "edge", "chapter": "one", "title": "Edge",
                               "captions": [{"text": "Snow."}], "next": "bank"})
    run = read(story.save("circle", model), input="2\n1\n1\n", seconds=10)
    check("a circle of next asks", run.status == 0 and " 1  Go on\n" in run.out, run)
    check("and goes on", run.out.count("Grass.") == 3, run.out.count("Grass."))


def dead_end():
    model = story.base()
    for choice in model["scenes"][0]["choices"]:
        choice["if"] = False
    run = read(story.save("dead", model), input="1\nb\nq\n")
    check("a dead end", run.status == 0 and "no way on" in run.out, run)


def hostile_answers():
    folder = story.save("answers", story.base())
    answers = {
        "a megabyte without an end": b"x" * (1 << 20),
        "a megabyte of lines": b"\n" * (1 << 16),
        "NUL": b"\0\n1\0\n\0\n",
        "every byte": bytes(range(256)) * 4,
        "escapes": b"\x1b[2J\x1b]0;x\x07\n\xc2\x9b31m\n\xe2\x80\xae\n",
        "long numbers": b"9" * 5000 + b"\n-1\n0\n4294967297\n18446744073709551617\n",
    }
    for name, answer in answers.items():
        run = read(folder, input=answer)
        same(name + ": exit 0", 0, run.status)
        same(name + ": no orders to the terminal", [], orders_to_terminal(run.stdout))


def hostile_story():
    model = story.base()
    wild = "\x1b[31mred\x1b[0m\x07\x08\x9b2J\x7f \u202eright\ttab"
    model["title"] = model["scenes"][0]["title"] = wild
    model["scenes"][0]["captions"] = [{"text": "\x1b]0;x\x07 " + "w" * 300, "cite": []}]
    model["scenes"][0]["picture"]["alt"] = wild
    model["scenes"][0]["choices"][0]["text"] = "\x1b(0go"
    run = read(story.save("hostile", model), input="s\nh\nm\ng\n1\n", env={"COLUMNS": "40"})
    same("a hostile story: exit 0", 0, run.status)
    same("a hostile story: no orders to the terminal", [], orders_to_terminal(run.stdout))


def documentary():
    chance = random.Random(1)
    answers = "".join(chance.choice("1 1 1 2 3 s g h m b".split()) + "\n" for _ in range(120))
    for language in ("en", "ko", "es"):
        for level in ("full", "gentle"):
            name = "%s, %s: " % (language, level)
            run = read("--lang", language, "--level", level, input=answers, env={"COLUMNS": "40"})
            wide = [line for line in run.out.splitlines()
                    if columns(line) > 40 and not line.startswith("> ")]
            check(name + "40 columns", run.status == 0 and not wide, wide[:3] or run)
            same(name + "no orders to the terminal", [], orders_to_terminal(run.stdout))
            check(name + "words for every key", "read." not in run.out and "sources." not in run.out,
                  [line for line in run.out.splitlines() if "read." in line or "sources." in line])
    run = read(input=answers, env={"COLUMNS": "200"})
    check("66 columns at most", max(columns(line) for line in run.out.splitlines()) <= 66)
    same("the same answers, the same telling", run.out, read(input=answers).out)


piped()
circle()
dead_end()
hostile_answers()
hostile_story()
documentary()
done_testing()
