# needs: display 800x600
"""The voice itself, with a stand-in for espeak-ng in PATH that gives a tone: over the ducked loop, cut off by
a key, in place of a recording that is not there; and what is said where there is no engine at all."""
import json
import os
import shutil
import socket
import stat
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import done_testing, skip
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


class Dispatcher:
    """A stand-in for speech-dispatcher: says yes to all it is sent, and tells that a message ended when asked to."""

    def __init__(self, path):
        self.sent, self.messages, self.is_mute = [], 0, False
        self.listening = socket.socket(socket.AF_UNIX)
        self.listening.bind(path)
        self.listening.listen()
        threading.Thread(target=self._serve, daemon=True).start()

    def _answer(self, line, lines):
        if line.upper() == "SPEAK":
            self.connection.sendall(b"230 OK RECEIVING DATA\r\n")
            words = []
            while (words and words[-1]) != ".":
                words.append(next(lines).strip())
            self.messages += 1
            self.sent.append("SAY " + " ".join(words[:-1]))
            return b"225-%d\r\n225 OK MESSAGE QUEUED\r\n" % self.messages
        if "CLIENT_ID" in line:
            return b"245-1\r\n245 OK CLIENT ID SENT\r\n"
        return b"200 OK\r\n"

    def _serve(self):
        self.connection, _ = self.listening.accept()
        lines = iter(self.connection.makefile("r", newline="\r\n"))
        for line in lines:  # until the program hangs up
            self.sent.append(line.strip())
            if self.is_mute:
                continue
            self.connection.sendall(self._answer(line.strip(), lines))

    def tell_end(self):
        self.connection.sendall(b"702-%d\r\n702-1\r\n702 END\r\n" % self.messages)

    def said(self):
        return [line[4:] for line in self.sent if line.startswith("SAY ")]

    def wait(self, wanted, seconds=10):
        end = time.monotonic() + seconds
        while not wanted() and time.monotonic() < end:
            time.sleep(0.01)
        return wanted()


def put_program(folder, name, *lines):
    os.makedirs(folder, exist_ok=True)
    with open("%s/%s" % (folder, name), "w") as f:
        f.write("\n".join(["#!/bin/sh", *lines]) + "\n")
    os.chmod("%s/%s" % (folder, name), stat.S_IRWXU)


def complaints(w):
    """What the program says about itself."""
    return [line for line in w.said().splitlines() if "not-there.jpg" not in line]  # the story's own fault


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

    # The desktop's screen reader, by a stand-in for busctl.
    for answer, begins in ("echo b true", True), ("echo b false", False), ("exit 1", False), ("sleep 60", False):
        bus = folder + "/bus"
        put_program(bus, "busctl", answer)
        os.path.exists(folder + "/bin/asked") and os.remove(folder + "/bin/asked")
        w = Window("--still", "--windowed", "--no-keep", "--scene", first, story=folder + "/story",
                   env={"PATH": "%s:%s/bin:%s" % (bus, folder, path), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/none"})
        w.wait_screen("scene")
        lines = wait_asked(folder + "/bin", 1, 10 if begins else 1)
        case(bool(lines) == begins, "screen reader, %s: %s" % (answer, "speech is on" if begins else "silence"), lines)
        took, status = w.end()
        case(status == 0 and took < 2, "screen reader, %s: it ends at once" % answer, took, status, w.said())

    # The desktop's voice, where the program was built with it.
    dispatcher = Dispatcher(folder + "/speechd.sock")
    os.environ.pop("LANTERN_SPEECH")
    w = Window("--still", "--windowed", "--no-keep", "--scene", first, story=folder + "/story",
               env={"PATH": folder + "/empty", "SPEECHD_ADDRESS": "unix_socket:" + folder + "/speechd.sock"})
    w.wait_screen("scene")
    w.key("F2")
    if not dispatcher.wait(lambda: dispatcher.said()) and line in w.said():
        skip("speech-dispatcher", "the program was built without libspeechd")
    else:
        case(dispatcher.said() == ["Speech on"], "speech-dispatcher is given the first words alone", dispatcher.said())
        orders = [order.lower() for order in dispatcher.sent]
        case(any("language en" in order for order in orders) and any("rate 0" in order for order in orders),
             "with language and rate", dispatcher.sent)
        dispatcher.tell_end()
        case(dispatcher.wait(lambda: len(dispatcher.said()) == 2), "and more once they were said", dispatcher.said())
        w.key("period")
        case(dispatcher.wait(lambda: "200 words a minute" in dispatcher.said()), "a key brings other words",
             dispatcher.said())
        case(any(order.upper().startswith("CANCEL") for order in dispatcher.sent), "after the old ones are cancelled",
             dispatcher.sent[-8:])
        dispatcher.is_mute = True
        w.key("x")
        case(dispatcher.wait(lambda: dispatcher.sent[-1].upper().startswith("CANCEL")), "and so with the next",
             dispatcher.sent[-3:])
    took, status = w.end()
    case(status == 0 and took < 4, "a speech-dispatcher that answers no more holds nothing up", took, status, w.said())
done_testing()
