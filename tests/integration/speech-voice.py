# needs: display 800x600
"""The voice itself, with a stand-in for espeak-ng in PATH that gives a tone: over the ducked loop, cut off by
a key, in place of a recording that is not there; and what is said where there is no engine at all."""
import json
import os
import shutil
import stat
import sys
import tempfile
import time

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import done_testing
from tones import HIGH, LOW, Recording, strength, write_loop
from window import SMALL_STORY, Window, case

DUCKED = 0.13  # 20 dB are 0.1; a tone beside it smears a little
PROMPT = 2.0  # seconds: a build with sanitizers on a busy machine; a release takes a tenth
STAND_IN = """#!/bin/sh
echo "$*" >> {0}/asked
exec cat {0}/voice.wav
"""


def story_with_a_sound(folder):
    shutil.copytree(SMALL_STORY, folder)
    os.makedirs(folder + "/sounds")
    write_loop(folder + "/sounds/low.wav", LOW)
    write_loop(folder + "/sounds/voice.wav", HIGH, seconds=30)
    with open(folder + "/story.json", encoding="utf-8") as f:
        story = json.load(f)
    for scene in story["scenes"]:
        scene.pop("sound", None)
    first = story["scenes"][0]
    first["sound"] = {"file": "sounds/low.wav", "alt": "(a low tone)", "loop": True}
    first["captions"][1]["voice"] = "sounds/voice.wav"
    with open(folder + "/story.json", "w", encoding="utf-8") as f:
        json.dump(story, f)
    return first["id"], first["captions"][1]["text"]


def put_stand_in(folder):
    os.makedirs(folder)
    write_loop(folder + "/voice.wav", HIGH, seconds=30)
    with open(folder + "/espeak-ng", "w") as f:
        f.write(STAND_IN.format(folder))
    os.chmod(folder + "/espeak-ng", stat.S_IRWXU)


def asked(folder):
    try:
        with open(folder + "/asked") as f:
            return f.read().splitlines()
    except FileNotFoundError:
        return []


def wait_asked(folder, count, seconds=10):
    end = time.monotonic() + seconds
    while len(asked(folder)) < count and time.monotonic() < end:
        time.sleep(0.005)
    return asked(folder)


def complaints(w):
    """The program's own; SDL's disk driver talks too."""
    return [line for line in w.said().splitlines() if not line.startswith("CRITICAL:")]


def wait_levels(recording, wanted, seconds=8):
    """The tones' levels, once they are as wanted or the time is over."""
    end = time.monotonic() + seconds
    while True:
        levels = tuple(strength(recording.last(), hz) for hz in (LOW, HIGH))
        if wanted(*levels) or time.monotonic() > end:
            return levels
        time.sleep(0.05)


with tempfile.TemporaryDirectory() as folder:
    first, recorded = story_with_a_sound(folder + "/story")
    put_stand_in(folder + "/bin")
    path = os.environ["PATH"]
    os.environ.update(SDL_AUDIODRIVER="disk", SDL_DISKAUDIOFILE=folder + "/out.raw", LANTERN_SPEECH="espeak-ng")
    voice = {"PATH": folder + "/bin:" + path}
    recording = Recording(folder + "/out.raw")

    w = Window("--still", "--windowed", "--no-keep", "--scene", first, story=folder + "/story", env=voice)
    case(w.wait_screen("scene"), "the scene is shown", w.said())
    levels = wait_levels(recording, lambda low, high: low > 7000 and high < 30)
    loud = levels[0]
    case(loud > 7000 and levels[1] < 30, "the loop alone is heard", levels)
    case(asked(folder + "/bin") == [], "nobody asked for a voice: none is started", asked(folder + "/bin"))
    began = time.monotonic()
    w.key("F2")
    lines = wait_asked(folder + "/bin", 1)
    took = time.monotonic() - began
    case(lines == ["--stdout -v en -s 175 -- Speech on"], "F2 starts it with what is said first", lines)
    case(took < PROMPT, "the voice is asked %.0f ms after the key (a build with sanitizers)" % (took * 1000), took)
    levels = wait_levels(recording, lambda low, high: high > 1000 and low < loud * DUCKED)
    case(levels[1] > 1000 and 0 < levels[0] < loud * DUCKED, "the voice is heard, the loop 20 dB below", loud, levels)
    w.key("z")
    good, levels = recording.hears(True, False)
    case(good, "any key silences it, and the loop is back", levels)

    before = len(asked(folder + "/bin"))
    w.key("space")
    levels = wait_levels(recording, lambda low, high: high > 1000)
    case(levels[1] > 1000, "the recording of a caption is heard", levels)
    case(len(asked(folder + "/bin")) == before, "and no engine is asked for its words", asked(folder + "/bin")[before:])
    os.remove(folder + "/story/sounds/voice.wav")
    w.key("r")
    lines = wait_asked(folder + "/bin", before + 1)
    case(len(lines) > before and "one word in four" in lines[before], "a recording that is gone is spoken", lines[before:])
    w.key("F2")
    lines = wait_asked(folder + "/bin", before + 2)
    case(lines[-1].endswith("-- Speech off"), "F2 again says so", lines[-1])
    took, status = w.end()
    case(status == 0 and took < 2 and complaints(w) == [], "it ends at once, in the middle of a word", took, status, w.said())

    os.makedirs(folder + "/empty")
    w = Window("--still", "--windowed", "--no-keep", "--speech", "--scene", first, story=folder + "/story",
               env={"PATH": folder + "/empty"})
    line = "To read aloud, a voice is needed: install the package espeak-ng."
    case(w.wait(lambda f: any(i["name"] == line for i in f["items"])), "without an engine the package is named", w.said())
    w.key("space")
    w.settle(0.3)
    took, status = w.end()
    case(status == 0 and complaints(w) == ["lantern: " + line], "in one line", w.said())
done_testing()
