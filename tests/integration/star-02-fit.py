# needs: quiet
# takes: 240
"""Every caption, choice, card and panel of the documentary, laid out in every language, at every text size, on
every screen of the design, in both tellings: nothing is cut off, left out, over another or too small to press."""
import concurrent.futures
import json
import os
import subprocess
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, check, done_testing
from window import RELEASE

LANGUAGES = ("en", "ko", "es")


def faults(language):
    run = subprocess.run([RELEASE, "check", DOCUMENTARY, "--fit", "--lang", language, "--format", "json"],
                         capture_output=True, text=True)
    found = json.loads(run.stdout)["diagnostics"] if run.returncode in (0, 1) else [{"message": run.stderr}]
    return [f"{d.get('pointer')}: {d['message']}" for d in found]


with concurrent.futures.ThreadPoolExecutor(2) as pool:
    for language, found in zip(LANGUAGES, pool.map(faults, LANGUAGES)):
        check(f"everything fits in {language}", not found, f"{len(found)}: {found[:6]}")
done_testing()
