"""What visitors did, counted by scripted sessions of the real program, and told by `lantern stats`."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import csv
import io
import json
import sqlite3

import story
from tap import DATA, Run, check, done_testing, orders_to_terminal, same

STORY = story.save("story", story.base())
STATE = os.path.join(os.getcwd(), "state")
STORE = STATE + "/lantern"

# The scripts of visitors: what each does, how often, on which day, with which options.
ON = ["key Return", "key Space", "key Space"]
VISITS = [
    (6, "2026-11-23", [*ON, "key 1", "key Space", "key Space", "key Space", "wait 20000"], []),
    (5, "2026-11-23", [*ON, "key 2", "wait 70000"], ["--speech", "--text-size", "150"]),
    (2, "2026-11-23", [], []),
    (5, "2026-11-24", [*ON, "key 2", "key Left", "key 1", "wait 700000"], ["--theme", "light"]),
    (5, "2026-11-25", [*ON, "key 2", "key p", "press home", "press opening.begin", "key Space"], ["--lang", "en"]),
]


def visit(day, script, options):
    story.write("script", "".join(line + "\n" for line in script).encode())
    return Run("play", STORY, "--script", "script", "--size", "640x480", "--count", day, *options,
               env={"XDG_STATE_HOME": STATE})


def visits():
    for times, day, script, options in VISITS:
        for _ in range(times):
            os.makedirs(STORE, exist_ok=True)
            forget_places()
            run = visit(day, script, options)
            if run.status != 0:
                check("a visit: " + " ".join(script), False, run)
                return


def forget_places():
    """A kiosk keeps none: each visitor begins anew."""
    if os.path.exists(STORE + "/lantern.db"):
        database = sqlite3.connect(STORE + "/lantern.db")
        database.execute("DELETE FROM item")
        database.commit()
        database.close()


GOLDEN = """\
day,story,language,what,item,count
2026-11-23,base,en,access,large-text,5
2026-11-23,base,en,access,speech,5
2026-11-23,base,en,choice,gate bank,5
2026-11-23,base,en,choice,gate far,6
2026-11-23,base,en,completed,,6
2026-11-23,base,en,dwell,under-15s,<5
2026-11-23,base,en,dwell,under-1min,6
2026-11-23,base,en,dwell,under-3min,<5
2026-11-23,base,en,ended,quit,13
2026-11-23,base,en,last-scene,bank,5
2026-11-23,base,en,last-scene,far,6
2026-11-23,base,en,sessions,,13
2026-11-23,base,en,with-choice,,11
2026-11-24,base,en,access,theme,5
2026-11-24,base,en,choice,gate bank,5
2026-11-24,base,en,choice,gate far,5
2026-11-24,base,en,dwell,longer,5
2026-11-24,base,en,ended,quit,5
2026-11-24,base,en,last-scene,far,5
2026-11-24,base,en,sessions,,5
2026-11-24,base,en,with-choice,,5
2026-11-25,base,en,choice,gate bank,5
2026-11-25,base,en,dwell,under-15s,5
2026-11-25,base,en,ended,quit,5
2026-11-25,base,en,last-scene,gate,5
2026-11-25,base,en,restarts,,5
2026-11-25,base,en,sessions,,5
2026-11-25,base,en,with-choice,,5
"""


def stats(*arguments, **more):
    return Run("stats", *arguments, **{"env": {"XDG_STATE_HOME": STATE}, **more})


def exports():
    run = stats("--csv")
    same("--csv: as it should be", GOLDEN, run.out)
    same("--csv: nothing else said", (0, ""), (run.status, run.err))
    exact = stats("--csv", "--exact").out
    check("--exact: small numbers too", ",dwell,under-15s,2\n" in exact and "<5" not in exact, exact)
    rows = list(csv.DictReader(io.StringIO(run.out)))
    told = json.loads(stats("--json").out)
    same("--json: the same rows", [(r["day"], r["what"], r["item"], r["count"]) for r in rows],
         [(r["day"], r["what"], r["item"], "<5" if r["count"] is None else str(r["count"])) for r in told["rows"]])
    same("--json: what is hidden", 5, told["least"])
    same("--from and --to", {"2026-11-24"}, {r["day"] for r in json.loads(stats("--json", "--from", "2026-11-24", "--to", "2026-11-24").out)["rows"]})
    same("--to", {"2026-11-23"}, {r["day"] for r in json.loads(stats("--json", "--to", "2026-11-23").out)["rows"]})
    same("neither", [], json.loads(stats("--json", "--to", "2026-11-22").out)["rows"])
    by_all = stats("--csv", "--by", "all").out
    check("--by all: all days together", by_all.startswith("all,story,") and "\n,base,en,sessions,,23\n" in by_all
          and "\n,base,en,choice,gate bank,15\n" in by_all, by_all)
    same("--store", run.out, stats("--csv", "--store", STORE, env={"XDG_STATE_HOME": "/nowhere"}).out)
    same("a story", run.out, stats(STORY, "--csv").out)
    same("a story by its id", run.out, stats("base", "--csv").out)
    same("another story", "day,story,language,what,item,count\n", stats("another", "--csv").out)


def tables():
    run = stats(STORY)
    check("the table: in words", run.status == 0 and "The base\n2026-11-23 to 2026-11-25\n" in run.out
          and "\nChoices: The gate\n" in run.out and "\n  bank: Wait " in run.out and run.err == "", run)
    for columns in (40, 80):
        out = stats(STORY, env={"XDG_STATE_HOME": STATE, "COLUMNS": str(columns)}).stdout
        same("the table: within %d columns" % columns, [],
             [line for line in out.decode().splitlines() if len(line) > columns])
        same("the table: no orders to a terminal", [], orders_to_terminal(out))
    lines = {line.split("  ")[1]: line.split() for line in run.out.splitlines() if line.startswith("  ")}
    same("the table: all sessions, exactly", "23", lines["all"][1])
    same("the table: and of those to an ending", ["6", "26", "%"], lines["to an ending"][3:6])
    check("the table: nothing", "Nothing was counted.\n" == stats("--to", "2026-01-01").out)
    check("the table: without a story of that id, its ids", "\nChoices: gate\n" in stats().out, stats())


def refusals():
    rows = [
        (("--from", "yesterday"), '"--from" takes a day such as 2026-11-23, not "yesterday"'),
        (("--to", "2026-02-30"), '"--to" takes a day such as 2026-11-23, not "2026-02-30"'),
        (("--from", "2026-11-24", "--to", "2026-11-23"), '"--from" is later than "--to"'),
        (("--csv", "--json"), '"--csv" and "--json" exclude each other'),
        (("--store", "absent"), 'cannot open the folder "absent": No such file or directory'),
        (("--store", DATA), "cannot read"),
    ]
    for arguments, words in rows:
        run = stats(*arguments)
        check("refused: " + " ".join(arguments), run.status == 2 and words in run.err and run.out == "", run)
    check("refused: nothing was made", not os.path.exists("absent") and not os.path.exists(DATA + "/lantern.db"))
    story.write("damaged/lantern.db", b"nothing that was ever a database" * 100)
    run = stats("--store", "damaged")
    check("a damaged store: said, and left alone", run.status == 2 and "not a database" in run.err
          and os.listdir("damaged") == ["lantern.db"], run)
    run = Run("play", STORY, "--script", "script", "--count", "today")
    check("play --count: a day", run.status == 2 and '"--count" takes a day' in run.err, run)


def nothing_of_a_visitor():
    """The database's own words: no column but counters."""
    database = sqlite3.connect("file:%s/lantern.db?mode=ro" % STORE, uri=True)
    tables = {name: [c[1] for c in database.execute("PRAGMA table_info(%s)" % name)]
              for (name,) in database.execute("SELECT name FROM sqlite_schema").fetchall()}
    same("no column but counters", {"item": ["kind", "viewer", "name", "value"],
                                    "total": ["day", "story", "language", "what", "item", "n"]}, tables)
    database.close()


visits()
exports()
tables()
refusals()
nothing_of_a_visitor()
run = visit("2026-11-26", [], ["--no-keep"])
same("--no-keep counts nothing", [], json.loads(stats("--json", "--from", "2026-11-26").out)["rows"])
done_testing()
