# needs: quiet
# takes: 600
"""The 144 combinations of 6 screens, 3 text sizes, 4 themes and 2 languages, rendered: a caption, choices and the
sources, by the rules of the page and the contrast of their pixels. LANTERN_SHEETS names a folder for contact sheets."""
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile

from PIL import Image

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from contrast import load, text_faults
from page import faults
from tap import DOCUMENTARY, check, done_testing
from window import RELEASE

SCREENS = ("1024x768", "1280x800", "1366x768", "1920x1080", "3840x2160", "1080x1920")
TEXT_SIZES = (100, 200, 300)
THEMES = ("dark", "light", "cream", "contrast")
LANGUAGES = ("en", "ko")
SCENE = "s07"
PAGES = ("", "key Space\n" * 60, "key s\n")
SHEETS = os.environ.get("LANTERN_SHEETS")
SMALL = (320, 320)


def look(combination):
    """(least contrast, faults) of its pages."""
    screen, text_size, theme, language = combination
    name = f"{screen} at {text_size} %, {theme}, {language}"
    least, found = 99, []
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/script", "w", encoding="utf-8") as file:
            for n, deeds in enumerate(PAGES):
                file.write(f"{deeds}wait 2000\nground {folder}/g{n}.ppm\nshot {folder}/s{n}.ppm\n")
        run = subprocess.run(
            [RELEASE, "play", DOCUMENTARY, "--no-keep", "--still", "--scene", SCENE, "--size", screen, "--text-size",
             str(text_size), "--theme", theme, "--lang", language, "--script", folder + "/script", "--dump-ui"],
            capture_output=True, text=True)
        if run.returncode:
            return 0, [f"{name}: {run.stderr}"]
        frames = [json.loads(line) for line in run.stdout.splitlines()]
        places = (("scene", "none"), ("choices", "none"), ("choices", "sources"))
        for n, place in enumerate(places):
            frame = [f for f in frames if (f["screen"], f["panel"]) == place]
            if not frame:
                found.append(f"{name}: never at {place}")
                continue
            found += [f"{theme}, {language}, {fault}" for fault in faults(frame[0 if n == 0 else -1], text_size)]
            shot = load(f"{folder}/s{n}.ppm")
            text, pale = text_faults(name, frame[0 if n == 0 else -1], load(f"{folder}/g{n}.ppm"), shot)
            least, found = min(least, float(text)), found + pale
            if SHEETS:
                small = Image.fromarray(shot)
                small.thumbnail(SMALL)
                small.save(f"{SHEETS}/{theme}-{language}-{screen}-{text_size}-{n}.png")
    return least, found


combinations = [(s, t, theme, language) for s in SCREENS for t in TEXT_SIZES for theme in THEMES for language in LANGUAGES]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    results = dict(zip(combinations, pool.map(look, combinations)))
check("there are 144", len(results) == 144, len(results))
for theme in THEMES:
    mine = {c: r for c, r in results.items() if c[2] == theme}
    wrong = [fault for _, found in mine.values() for fault in found]
    check(f"{len(mine)} combinations in the theme {theme} hold to the rules", not wrong, f"{len(wrong)}: {wrong[:8]}")
    print("# the least contrast of text: %.2f to 1" % min(least for least, _ in mine.values()))
done_testing()
