# needs: display 800x600
"""With the desktop's own speech-dispatcher, in a folder of its own and with a voice that writes down what it is
given: it speaks, is cut off, waits, is told language and rate; and is followed by espeak-ng where it is lost."""
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, done_testing, skip
from window import Window, case

MODULES = "/usr/lib/speech-dispatcher-modules"
# Words a minute, the language, the words; then it "speaks" until it is cut off, or as long as a word takes.
VOICE = """#!/bin/sh
cat > {0}/words
printf '%s %s %s\\n' "$1" "$2" "$(cat {0}/words)" >> {0}/said
exec sleep {1}
"""
MODULE = """GenericExecuteSynth "printf %s \\'$DATA\\' | {0}/voice $RATE $LANGUAGE"
GenericCmdDependency "sleep"
GenericRateAdd 0
GenericRateMultiply 100
GenericRateForceInteger 1
GenericLanguage "en" "en" "utf-8"
GenericLanguage "ko" "ko" "utf-8"
AddVoice "en" "MALE1" "one"
AddVoice "ko" "MALE1" "two"
DefaultVoice "one"
"""
DAEMON = """LogLevel 5
LogDir "{0}"
DefaultVolume 100
AudioOutputMethod "alsa"
AudioALSADevice "null"
AddModule "pen" "sd_generic" "pen.conf"
DefaultModule pen
LanguageDefaultModule "en" "pen"
LanguageDefaultModule "ko" "pen"
DefaultLanguage "en"
"""


def write(path, text, runs=False):
    with open(path, "w") as f:
        f.write(text)
    if runs:
        os.chmod(path, stat.S_IRWXU)


def lines(path):
    try:
        with open(path, errors="replace") as f:
            return f.read().splitlines()
    except FileNotFoundError:
        return []


def wait(wanted, seconds=15):
    end = time.monotonic() + seconds
    while not wanted() and time.monotonic() < end:
        time.sleep(0.02)
    return wanted()


def start_daemon(folder):
    socket = folder + "/speechd.sock"
    if os.path.exists(socket):
        os.remove(socket)
    daemon = subprocess.Popen(
        ["speech-dispatcher", "-s", "-t", "0", "-c", "unix_socket", "-S", socket, "-C", folder + "/conf", "-L", folder,
         "-P", folder + "/pid"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True)
    wait(lambda: os.path.exists(socket) or daemon.poll() is not None)
    return daemon


def end_daemon(daemon):
    """It and what it started: they are alone in their session."""
    try:
        os.killpg(daemon.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    daemon.wait()


def put_espeak(folder):
    """A stand-in that writes down what it is asked for and has nothing to play."""
    os.makedirs(folder, exist_ok=True)
    write(folder + "/espeak-ng", '#!/bin/sh\necho "$*" >> %s/asked\n' % folder, True)


if not shutil.which("speech-dispatcher") or not os.path.exists(MODULES + "/sd_generic"):
    skip("speech-dispatcher", "it is not installed")
    done_testing()
    sys.exit()

with tempfile.TemporaryDirectory() as folder:
    os.makedirs(folder + "/conf/modules")
    os.makedirs(folder + "/empty")
    write(folder + "/conf/speechd.conf", DAEMON.format(folder))
    write(folder + "/conf/modules/pen.conf", MODULE.format(folder))
    write(folder + "/voice", VOICE.format(folder, 30), True)
    write(folder + "/said", "")
    put_espeak(folder + "/bin")
    daemon = start_daemon(folder)
    log = folder + "/speech-dispatcher.log"

    def said():
        return [line.split(" ", 2) for line in lines(folder + "/said")]

    def words():
        return [line[2] for line in said() if len(line) > 2]

    voice = {"SPEECHD_ADDRESS": "unix_socket:" + folder + "/speechd.sock", "PATH": folder + "/bin:" + os.environ["PATH"],
             "SDL_AUDIODRIVER": "dummy"}
    w = Window("--still", "--windowed", "--no-keep", story=DOCUMENTARY, env=voice)
    w.wait_screen("opening")
    began = time.monotonic()
    w.key("F2")
    if not wait(lambda: words()) and lines(folder + "/bin/asked"):
        skip("speech-dispatcher", "the program was built without libspeechd")
        w.end()
        end_daemon(daemon)
        done_testing()
        sys.exit()
    case(words() == ["Speech on"], "it speaks: the first words, and no others while they last", said(), lines(log)[-5:])
    case(said() and said()[0][0] == "0" and said()[0][1] == "en", "in the language, at the usual rate", said())

    write(folder + "/voice", VOICE.format(folder, 0.05), True)
    w.key("period")
    case(wait(lambda: "200 words a minute" in words()), "a key cuts it off and brings other words", words())
    case(wait(lambda: [line for line in said() if line[0] != "0"]) and int(said()[-1][0]) > 0, "at the higher rate", said()[-1])
    count = len(words())
    write(folder + "/voice", VOICE.format(folder, 2), True)
    w.key("space")
    case(wait(lambda: "Before it begins" in words()), "the next screen is said", words()[count:])
    case(words()[-1] == "Before it begins", "part by part, each when the one before has ended", words()[count:])

    # This kind of module comes to rest at the end of what it is saying.
    w.key("Pause")
    case(wait(lambda: any("PAUSE" in line.upper() for line in lines(log))), "the Pause key reaches it", lines(log)[-5:])
    time.sleep(4)
    case("Go on" not in words(), "and it waits", words()[count:])
    write(folder + "/voice", VOICE.format(folder, 0.05), True)
    w.key("Pause")
    case(wait(lambda: any("RESUME" in line.upper() for line in lines(log))), "the second reaches it too", lines(log)[-5:])
    case(wait(lambda: "Go on" in words()[count:]), "and the words go on", words()[count:])
    write(folder + "/voice", VOICE.format(folder, 30), True)
    w.end()

    # Another language, from the start.
    count = len(said())
    w = Window("--still", "--windowed", "--no-keep", "--speech", "--lang", "ko", story=DOCUMENTARY, env=voice)
    w.wait_screen("opening")
    case(wait(lambda: len(said()) > count) and said()[count][1:] == ["ko", "읽기 켜짐"], "Korean is asked for as Korean",
         said()[count:])

    # The daemon is killed in the middle of a word.
    end_daemon(daemon)
    w.key("space")
    asked = folder + "/bin/asked"
    case(wait(lambda: any("-v ko" in line for line in lines(asked))), "killed, it is followed by espeak-ng", lines(asked), w.said())
    case(w.process.poll() is None, "and the program plays on", w.said())
    took, status = w.end()
    case(status == 0 and took < 4, "and ends when it is told to", took, status, w.said())

    # And where there is no espeak-ng either.
    daemon = start_daemon(folder)
    count = len(said())
    alone = dict(voice, PATH=folder + "/empty")
    w = Window("--still", "--windowed", "--no-keep", "--speech", story=DOCUMENTARY, env=alone)
    w.wait_screen("opening")
    case(wait(lambda: len(said()) > count), "it speaks again", said()[count:], lines(log)[-5:])
    end_daemon(daemon)
    w.key("space")
    line = "To read aloud, a voice is needed: install the package espeak-ng."
    case(w.wait(lambda f: any(i["name"] == line for i in f["items"])), "with neither, one line names the package", w.said())
    w.key("space")
    w.settle(0.3)
    took, status = w.end()
    case(status == 0 and w.said().count(line) == 1, "and it stands there once", w.said())
done_testing()
