"""Targets of tests/fuzz: files that are kept run through them, and libFuzzer for a while."""
import concurrent.futures
import glob
import json
import os
import re
import subprocess

from tap import DATA, LANTERN, check, skip

TESTS = os.environ["LANTERN_TESTS"]
BUILD = os.path.dirname(os.path.dirname(os.path.realpath(LANTERN)))
REPLAYS = BUILD + "/tests/fuzz/replay_"
FUZZERS = os.path.dirname(BUILD) + "/fuzz/tests/fuzz/fuzz_"
MOST_MB = 1024  # of memory for one target; what the sanitizers keep for themselves with it
# The longest input that is tried: what is larger costs more than it finds.
TARGETS = {"story": 16384, "rules": 2048, "marks": 1024, "translations": 4096, "bookmarks": 2048,
           "config": 65536, "kiosk": 4096, "packs": 4096, "pictures": 8192, "sounds": 8192}


def environment():
    env = dict(os.environ)
    env["ASAN_OPTIONS"] = "hard_rss_limit_mb=%d:quarantine_size_mb=16" % MOST_MB
    return env


def files(target):
    """Seeds and what was found once, in a stable order; what tests of other kinds keep with them."""
    more = {"story": "/fixtures/*/story.json", "translations": "/fixtures/*/lang/*.json",
            "pictures": "/fixtures/*/pictures/*"}.get(target)
    found = [path for kind in ("corpus", "found") for path in glob.glob("%s/fuzz/%s/%s/*" % (TESTS, kind, target))]
    return sorted(found) + sorted(glob.glob(TESTS + more) if more else [])


def replay(target, paths, seconds=100):
    """None where all came back; else what the target said last."""
    try:
        done = subprocess.run([REPLAYS + target, *paths], env=environment(), capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired as late:
        return "took longer than %d s: %s" % (seconds, (late.stderr or b"")[-600:])
    if done.returncode == 0 and done.stdout == b"%d\n" % len(paths):
        return None
    return "status %d: %s" % (done.returncode, done.stderr[-2000:])


def write_dictionary(path):
    """Every name and word of the story's schema: what chance does not write."""
    with open(DATA + "/content/story.schema.json", encoding="utf-8") as file:
        schema = json.load(file)
    words = {"lantern 1\\x0a", "story sea\\x0a", " full ", " gentle ", ">\\x0a", "(term:", "(lang:", "visited.", "x-",
             "  story.json\\x0a", "  ./", " *", "Tue-Sun 10:00-18:00", "closed = ", "pin_hash = $y$", "keys.staff = ", "tries = ",
             "\\\\u0000", "\\\\ud83d", "1e308", "-0"}

    def gather(value):
        if isinstance(value, dict):
            words.update(value.get("properties", {}))
            words.update(str(word) for word in value.get("enum", []))
            value = list(value.values())
        if isinstance(value, list):
            for inner in value:
                gather(inner)
    gather(schema)
    with open(path, "w", encoding="utf-8") as file:
        file.writelines('"%s"\n' % word for word in sorted(words))
    return len(words)


def fuzz(target, seconds):
    """Runs libFuzzer; returns its status, how many inputs it tried and what it said last. Inputs that were found
    to be at fault are left in the working folder, which is kept then."""
    os.makedirs("new/" + target, exist_ok=True)
    os.makedirs("seeds/" + target, exist_ok=True)
    for i, path in enumerate(files(target)):
        if not os.path.exists("seeds/%s/%d" % (target, i)):
            os.symlink(path, "seeds/%s/%d" % (target, i))
    command = [FUZZERS + target, "new/" + target, "seeds/" + target, "-max_total_time=%d" % seconds, "-timeout=30",
               "-rss_limit_mb=%d" % MOST_MB, "-max_len=%d" % TARGETS[target], "-dict=words", "-print_final_stats=1",
               "-artifact_prefix=%s-" % target]
    with open(target + ".log", "wb") as log:
        try:
            status = subprocess.run(command, env=environment(), stdout=log, stderr=log, timeout=seconds + 60).returncode
        except subprocess.TimeoutExpired:
            status = "took too long"
    with open(target + ".log", "rb") as log:
        log.seek(max(0, os.path.getsize(target + ".log") - 20000))
        said = log.read().decode("utf-8", "replace")
    tried = re.search(r"stat::number_of_executed_units:\s*(\d+)", said)
    return status, int(tried[1]) if tried else 0, said


def planted():
    """What must be seen is seen."""
    for fault in ("crash", "past", "leak", "much", "long"):
        with open(fault, "w", encoding="utf-8") as file:
            file.write(fault)
        check("a target that does not come back well is told: " + fault, replay("planted", [fault], 10))
    with open("calm", "w", encoding="utf-8") as file:
        file.write("calm")
    check("a calm one is not", replay("planted", ["calm"]) is None, "it is")


def replay_all():
    for target in TARGETS:
        paths = files(target)
        fault = replay(target, paths)
        check("%s: %d files come back" % (target, len(paths)), len(paths) > 0 and fault is None, fault)


def fuzz_all(seconds, at_once=2):
    if not os.path.exists(FUZZERS + "story"):
        skip("fuzzing", "libFuzzer comes with clang, which is not installed")
        return
    check("names of the format are tried", write_dictionary("words") > 100, "too few")
    with concurrent.futures.ThreadPoolExecutor(at_once) as pool:
        runs = dict(zip(TARGETS, pool.map(lambda target: fuzz(target, seconds), TARGETS)))
    for target, (status, tried, said) in runs.items():
        check("%s: nothing found in %d s of fuzzing" % (target, seconds), status == 0 and tried > 100,
              "%s after %d inputs: %s" % (status, tried, said[-1500:]))
