"""Stories of many scenes, and how long Lantern and what it is compared with take for them."""
import json
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.realpath(__file__))
DOCUMENTARY = os.path.dirname(os.path.dirname(HERE)) + "/content/across-the-tumen"
CHOICES = 10_000
STEPS = 1_000_000


def write(path, count):
    """A story of so many scenes with two choices each, written scene by scene: whoever measures must stay small."""
    with open(path, "w", encoding="utf-8") as f:
        f.write('{"format": 1, "id": "huge", "title": "Huge", "language": "en", "start": "s0",'
                ' "chapters": [{"id": "one", "title": "One"}], "scenes": [\n')
        for i in range(count):
            json.dump({"id": f"s{i}", "chapter": "one", "title": f"Scene {i}",
                       "captions": [{"text": f"A caption of an *ordinary* length, the one of scene {i}.", "cite": []}],
                       "choices": [{"text": "One way", "to": f"s{i + 1}"},
                                   {"text": "Another way", "to": f"s{(i + count // 2) % count}", "id": "other"}]}, f)
            f.write(",\n")
        json.dump({"id": f"s{count}", "chapter": "one", "title": "The end", "captions": [{"text": "Over."}],
                   "ending": {"id": "over", "title": "Over"}}, f)
        f.write("\n]}\n")


def run(*command):
    """Milliseconds, megabytes at most, and what it printed, of one run."""
    began = time.monotonic()
    p = subprocess.Popen(command, stdout=subprocess.PIPE)
    printed = p.stdout.read()
    _, status, usage = os.wait4(p.pid, 0)
    took = (time.monotonic() - began) * 1e3
    p.returncode = os.waitstatus_to_exitcode(status)
    if p.returncode:
        sys.exit(f"{' '.join(command)}: exit {p.returncode}")
    return took, usage.ru_maxrss / 1024, printed


def compared(runs, ours, theirs):
    """Times and memory of both, run in turn."""
    found = [[], [], [], []]
    for _ in range(runs):
        for n, command in enumerate((ours, theirs)):
            took, memory, _ = run(*command)
            found[n].append(took)
            found[n + 2].append(memory)
    return found


def measure(folder, lantern, driver, parse, runs, quick):
    """Rows of a table: what, ours, theirs, both as lists, and the unit."""
    rows = []
    for count in (10_000,) if quick else (10_000, 100_000):
        path = f"{folder}/{count}.json"
        write(path, count)
        ours, theirs, our_memory, their_memory = compared(
            runs, (lantern, "walk", path, "--steps", "1"), (parse, path))
        rows.append((f"{count:,} scenes loaded; cJSON alone", "ms", ours, theirs))
        rows.append(("  memory at most", "MB", our_memory, their_memory))
    found = [run(lantern, "check", path) for _ in range(runs)]
    rows.append((f"{count:,} scenes checked", "ms", [ms for ms, _, _ in found], None))
    rows.append(("  memory at most", "MB", [mb for _, mb, _ in found], None))
    rows.append((f"{CHOICES:,} choices with their texts", "ms",
                 [float(run(driver, "choices", f"{folder}/10000.json", str(CHOICES))[2]) for _ in range(runs)], None))
    rates = [float(run(driver, "steps", f"{folder}/10000.json", str(10 * CHOICES))[2]) for _ in range(runs)]
    rows.append(("  without texts", "ms", [CHOICES * 1e3 / rate for rate in rates], None))
    rows.append(("the documentary loaded and checked", "ms",
                 [run(lantern, "check", DOCUMENTARY)[0] for _ in range(runs)], None))
    for name, what in ("steps", "steps a second on the documentary"), ("lines", "  each written out as `walk` does"):
        count = STEPS // (4 if quick else 1) // (100 if name == "lines" else 1)
        rows.append((what, "", [float(run(driver, name, DOCUMENTARY, str(count))[2]) for _ in range(runs)], None))
    return rows
