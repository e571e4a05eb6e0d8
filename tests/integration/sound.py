# needs: display 800x600
"""What is heard: SDL's disk driver writes the mixed sound to a file, tones tell which loop it is."""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from kiosk import PIN_2468
from tap import done_testing
from tones import HIGH, LOW, Recording, strength, write_loop
from window import SMALL_STORY, Window, case

CHIME = 659.26, 523.25  # Hz, one after the other


def story_with_sounds(folder):
    shutil.copytree(SMALL_STORY, folder)
    os.makedirs(folder + "/sounds")
    write_loop(folder + "/sounds/low.wav", LOW)
    write_loop(folder + "/sounds/high.wav", HIGH)
    with open(folder + "/story.json", encoding="utf-8") as f:
        story = json.load(f)
    for scene in story["scenes"]:
        scene.pop("sound", None)
    first = story["scenes"][0]
    target = first["choices"][0]["to"]
    second = next(s for s in story["scenes"] if s["id"] == target)
    first["sound"] = {"file": "sounds/low.wav", "alt": "(a low tone)", "loop": True}
    second["sound"] = {"file": "sounds/high.wav", "alt": "a high tone", "loop": True}
    with open(folder + "/story.json", "w", encoding="utf-8") as f:
        json.dump(story, f)
    return first["id"]


def heard_words(frame):
    return next((i["name"] for i in frame["items"] if i["id"] == "sound"), None)


def to_choices(w):
    for _ in range(20):
        if w.frame["screen"] == "choices":
            return True
        w.key("space")
        w.settle(0.2)
    return False


with tempfile.TemporaryDirectory() as folder:
    first = story_with_sounds(folder + "/story")
    os.environ.update(SDL_AUDIODRIVER="disk", SDL_DISKAUDIOFILE=folder + "/out.raw")
    recording = Recording(folder + "/out.raw")
    w = Window("--still", "--windowed", "--no-keep", "--scene", first, story=folder + "/story")
    case(w.wait_screen("scene"), "the first scene is shown", w.said())
    case(heard_words(w.frame) == "(a low tone)", "what is heard is written", heard_words(w.frame))
    good, levels = recording.hears(True, False)
    case(good, "the first scene's loop is heard", levels)
    w.key("n")
    good, levels = recording.hears(False, False)
    case(good, "N silences it", levels)
    w.settle(0.2)
    case(heard_words(w.frame) is None, "and its words go")
    w.key("n")
    good, levels = recording.hears(True, False)
    case(good, "N brings it back", levels)
    case(to_choices(w), "the choices are reached", w.frame["screen"])
    w.key("1")
    good, levels = recording.hears(True, True, 3)
    case(good, "both are heard while one fades into the other", levels)
    good, levels = recording.hears(False, True)
    case(good, "then the second alone", levels)
    took, status = w.end()
    case(status == 0 and took < 2, "it ends at once", took, status, w.said())

    # a kiosk's chime, as the staff try a volume
    with open(folder + "/kiosk.conf", "w", encoding="utf-8") as f:
        f.write("keys.staff = F9 F10\npin_hash = %s\n" % PIN_2468)
    os.environ["SDL_DISKAUDIOFILE"] = folder + "/kiosk.raw"
    recording = Recording(folder + "/kiosk.raw")
    w = Window("--config", folder + "/kiosk.conf", story=SMALL_STORY, command="kiosk")
    case(w.wait(lambda frame: frame["items"]), "a kiosk is shown", w.said())
    subprocess.run(["xdotool", "keydown", "F9", "keydown", "F10", "sleep", "3.4", "keyup", "F9", "keyup", "F10"], check=True)
    case(w.wait(lambda frame: frame["panel"] == "pin"), "two keys held open the pad", w.frame["panel"])
    w.key("2", "4", "6", "8", "shift+Tab", "shift+Tab", "Return")
    case(w.wait(lambda frame: frame["panel"] == "service"), "the number opens the service screen", w.frame["panel"])
    w.click("service.quieter")
    loudest, end = [0, 0], time.monotonic() + 4
    while time.monotonic() < end and min(loudest) < 500:
        heard = recording.last(0.1)
        loudest = [max(was, strength(heard, hz)) for was, hz in zip(loudest, CHIME)]
        time.sleep(0.02)
    case(min(loudest) >= 500, "the chime's two notes are heard at a new volume", loudest)
    w.end(signal.SIGTERM)

    for name, driver in ("no device", "none-such"), ("a device that says nothing", "dummy"):
        os.environ["SDL_AUDIODRIVER"] = driver
        w = Window("--still", "--windowed", "--no-keep", "--scene", first, story=folder + "/story")
        case(w.wait_screen("scene"), f"{name}: the scene is shown", w.said())
        w.settle(0.3)
        took, status = w.end()
        said = [line for line in w.said().splitlines() if "not-there.jpg" not in line]  # the story's own fault
        case(status == 0 and not said, f"{name} is no error", status, said)

    with open(folder + "/story/sounds/low.wav", "wb") as f:
        f.write(b"RIFF nothing that sounds")
    os.environ.update(SDL_AUDIODRIVER="disk", SDL_DISKAUDIOFILE=folder + "/bad.raw")
    w = Window("--still", "--windowed", "--no-keep", "--scene", first, story=folder + "/story")
    case(w.wait_screen("scene"), "a file without sound: the scene is shown", w.said())
    w.settle(0.5)
    took, status = w.end()
    case(status == 0, "and it ends well", status, w.said())
done_testing()
