# needs: display 1280x800
# takes: 120
"""In a kiosk, the pictures and sounds of a story that did not come with the program are decoded by processes that can
do nothing else: shown as ever, and a picture that takes a library over is one that cannot be shown. `play` and the
program's own story start no process."""
import glob
import io
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import time
import zlib

from PIL import Image

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
import story
from tap import DATA, LANTERN, check, done_testing, same, skip
from tones import HIGH, LOW, Recording, write_loop
from window import RELEASE, Window

SHIM = os.path.join(os.path.dirname(LANTERN), "..", "tests", "rigs", "bad_decoder.so")
LONG = bool(os.environ.get("LANTERN_LONG"))
SIZE = "1280x720"
ALT = "A river in winter."
ENTER = ["pass 100", "key Space", "key Space"]


def marked(word):
    """A picture that a library taken over would know."""
    text = b"Comment\0LANTERN:" + word.encode()
    chunk = struct.pack(">I", len(text)) + b"tEXt" + text + struct.pack(">I", zlib.crc32(b"tEXt" + text))
    plain = story.png(640, 360)
    return plain[:33] + chunk + plain[33:]


def told(pictures=1):
    t = story.base()
    t["scenes"][1]["picture"] = dict(t["scenes"][0]["picture"], file="pictures/b.png", alt="A bank.")
    for i in range(2, pictures):
        t["scenes"].append({"id": "more-%d" % i, "chapter": "one", "title": "More %d" % i, "next": "far",
                            "captions": [{"text": "Further."}],
                            "picture": dict(t["scenes"][0]["picture"], file="pictures/%d.png" % i)})
    return t


def log():
    """The processes started since it was asked last."""
    lines = []
    if os.path.exists("started"):
        with open("started", encoding="utf-8") as file:
            lines = file.read().split()
        os.remove("started")
    return lines


def script(command, deeds, *arguments, environment=(), shim=True):
    """Status, the frames, standard error."""
    story.write("script", "".join(line + "\n" for line in deeds).encode())
    preload = {"LD_PRELOAD": SHIM, "BAD_DECODER_LOG": os.path.abspath("started")} if shim else {}
    done = subprocess.run([RELEASE, command, *arguments, "--script", "script", "--size", SIZE, "--dump-ui"],
                          capture_output=True, text=True, env={**os.environ, **preload, **dict(environment)})
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def kiosk(deeds, *arguments, **more):
    return script("kiosk", deeds, *arguments, "--config", "kiosk.conf", **more)


def shows_alt(frame):
    return any(i["role"] == "picture" and i.get("px") for i in frame.get("items", []))


def has(frame, name):
    return any(i["name"] == name for i in frame["items"])


def bytes_of(path):
    with open(path, "rb") as file:
        return file.read()


def same_pictures():
    """Every kind of file, in and out of process: of the kiosk's two stories one is a copy."""
    foreign = os.path.abspath("foreign")
    subprocess.run(["cp", "-r", DATA + "/content/across-the-tumen", foreign], check=True)
    deeds = ["pass 100", "shot %s-0.png", *ENTER, "shot %s-1.png", "key Space", "key Space", "pass 4000", "shot %s-2.png"]
    log()
    for name, arguments in ("own", []), ("named", [DATA + "/content/../content/across-the-tumen"]), ("copy", [foreign]):
        status, frames, err = kiosk([d.replace("%s", name) for d in deeds], *arguments)
        check("%s: shown" % name, status == 0 and not shows_alt(frames[-1]), (status, err))
        started = log()
        check("%s: %s" % (name, "decoded by processes" if name == "copy" else "by itself"),
              bool(started) == (name == "copy") and set(started) <= {"picture"}, started)
    for i in range(3):
        check("picture %d is the same, pixel for pixel" % i, bytes_of("own-%d.png" % i) == bytes_of("copy-%d.png" % i))


def wild_pictures():
    """Formats that are decoded each in its own way."""
    tags = Image.Exif()
    tags[0x0112] = 6
    wide = Image.linear_gradient("L").resize((1400, 800)).convert("RGB")
    kinds = [("jpg", "JPEG", wide, {"exif": tags.tobytes()}), ("png", "PNG", wide.convert("P"), {}),
             ("png", "PNG", wide.convert("LA"), {}), ("webp", "WEBP", wide.convert("RGBA"), {"lossless": True})]
    for n, (end, kind, image, options) in enumerate(kinds):
        t = told()
        t["scenes"][0]["picture"]["file"] = "pictures/c." + end
        out = io.BytesIO()
        image.save(out, kind, **options)
        folder = story.save("wild", t)
        story.write(folder + "/pictures/c." + end, out.getvalue())
        story.write(folder + "/pictures/b.png", story.png(640, 360))
        kiosk([*ENTER, "shot out.png"], folder)
        out_of = log()
        script("play", ["shot in.png"], folder, "--no-keep", "--scene", "gate")
        same("%s %s: played by itself" % (kind, image.mode), [], log())
        # The bars of a kiosk are its own: the middle of the page is the picture's.
        pages = [Image.open(name).convert("RGB").crop((0, 80, 1280, 300)) for name in ("in.png", "out.png")]
        check("%s %s: as it is here" % (kind, image.mode), out_of and pages[0].tobytes() == pages[1].tobytes(), out_of)


def bad_pictures():
    folder = story.save("bad", told())
    story.write(folder + "/pictures/b.png", story.png(640, 360))
    for word, why in (("crash", "ended with signal 11"), ("eat", "no memory"), ("escape", None)):
        story.write(folder + "/pictures/a.png", marked(word))
        status, frames, err = kiosk([*ENTER, "key Space", "key 2"], folder)
        at_gate = [f for f in frames if f["screen"] == "scene" and has(f, "The gate")]
        check("%s: the kiosk goes on" % word, status == 0 and has(frames[-1], "The bank") and not shows_alt(frames[-1]),
              (status, err))
        if why:
            check("%s: what is to be seen is written" % word, at_gate and all(shows_alt(f) for f in at_gate), err)
            check("%s: the reason is said" % word, why in err and "pictures/a.png" in err, err)
        else:
            check("%s: nothing was possible, so it is shown" % word, at_gate and not any(map(shows_alt, at_gate)), err)
        if word != "eat":
            status, frames, _ = script("play", ["wait 100"], folder, "--no-keep", "--scene", "gate")
            check("%s: and would have been, without" % word, status < 0 if why else shows_alt(frames[-1]), status)


def children(pid):
    found = []
    for path in glob.glob("/proc/%d/task/*/children" % pid):
        try:
            with open(path, encoding="utf-8") as file:
                found += [int(n) for n in file.read().split()]
        except FileNotFoundError:
            pass
    return found


def facts(pid):
    if not is_there(pid):
        return {}, {}
    with open("/proc/%d/status" % pid, encoding="utf-8") as file:
        status = dict(line.rstrip("\n").split(":", 1) for line in file)
    with open("/proc/%d/limits" % pid, encoding="utf-8") as file:
        limits = {line[:25].strip(): line[26:].split()[:2] for line in file}
    return {k: v.strip() for k, v in status.items()}, limits


def is_there(pid):
    return os.path.exists("/proc/%d" % pid)


def until(wanted, seconds=15):
    end = time.monotonic() + seconds
    while not wanted() and time.monotonic() < end:
        time.sleep(0.02)
    return wanted()


def hanging_picture():
    """While it hangs: what its process may, that the kiosk lives, and that both end at once."""
    folder = story.save("hanging", told())
    story.write(folder + "/pictures/b.png", marked("hang"))
    w = Window("--config", "kiosk.conf", "--size", SIZE, story=folder, program=RELEASE, command="kiosk",
               env={"LD_PRELOAD": SHIM})
    w.wait(lambda f: has(f, "Touch the screen to begin"))
    for _ in range(8):  # on the way to a choice what it leads to is made ready
        if children(w.process.pid):
            break
        w.key("space")
        w.settle(0.3)
    check("a picture hangs", until(lambda: children(w.process.pid)), w.said())
    child = children(w.process.pid)[0]
    until(lambda: facts(child)[0].get("Seccomp") == "2")
    status, limits = facts(child)
    same("its process may ask for little", ("2", "1"), (status.get("Seccomp"), status.get("NoNewPrivs")))
    wanted = {"Max core file size": "0", "Max file size": "0", "Max processes": "0", "Max open files": "0"}
    same("and take little", {k: [v, v] for k, v in wanted.items()}, {k: limits.get(k) for k in wanted})
    most = [int(limits.get(k, ["", "0"])[1].replace("unlimited", "0")) for k in ("Max address space", "Max cpu time")]
    check("of memory and time", 0 < most[0] < 1 << 30 and 0 < most[1] <= 20, most)
    answers = False
    for _ in range(3):  # what comes on the heels of another key is not meant
        w.key("o")
        answers = answers or w.wait(lambda f: f["panel"] == "settings", 2)
    check("meanwhile, the kiosk answers", answers and is_there(child), w.said())
    if LONG:
        w.key("Escape", "space", "2")
        check("then it is as any other that cannot be shown", w.wait(shows_alt, 30), w.said())
        check("and that is said", until(lambda: "takes longer than 10000 ms" in w.said(), 5), w.said())
        check("its process is gone", not is_there(child))
    took, ended = w.end()
    check("told to end, it does at once", took < 3 and ended == 0, (took, ended, w.said()))
    check("and nothing stays behind", until(lambda: not is_there(child), 2))


def sounds():
    t = told()
    t["scenes"][0]["sound"] = {"file": "sounds/low.wav", "alt": "a low tone", "loop": True}
    t["scenes"][1]["sound"] = {"file": "sounds/high.opus", "alt": "a high tone", "loop": True}
    folder = story.save("sounding", t)
    story.write(folder + "/pictures/b.png", story.png(640, 360))
    write_loop(folder + "/sounds/low.wav", LOW)
    write_loop("high.wav", HIGH)
    subprocess.run(["opusenc", "--quiet", "high.wav", folder + "/sounds/high.opus"], check=True)
    log()
    recording = Recording(os.path.abspath("out.raw"))
    w = Window("--config", "kiosk.conf", "--size", SIZE, story=folder, program=RELEASE, command="kiosk",
               env={"LD_PRELOAD": SHIM, "BAD_DECODER_LOG": os.path.abspath("started"), "SDL_AUDIODRIVER": "disk",
                    "SDL_DISKAUDIOFILE": os.path.abspath("out.raw")})
    w.wait(lambda f: has(f, "Touch the screen to begin"))
    w.key("space")
    w.settle(0.3)
    w.key("space")
    check("a scene with a sound", w.wait(lambda f: f["screen"] in ("scene", "choices")), w.frame["screen"])
    good, levels = recording.hears(True, False, 12)
    check("is heard", good, levels)
    for _ in range(20):
        if w.frame["screen"] == "choices":
            break
        w.key("space")
        w.settle(0.2)
    w.key("2")
    good, levels = recording.hears(False, True, 12)
    check("and so is the next, of another format", good, levels)
    same("each by a process", 2, log().count("sound"))
    took, status = w.end()
    check("it ends at once", status == 0 and took < 3, (status, took, w.said()))


def kilobytes(pid):
    with open("/proc/%d/smaps_rollup" % pid, encoding="utf-8") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Pss_Anon:"))


def memory():
    """A loop of more pictures than are kept, each decoded again and again."""
    count, least = 8, 200 if LONG else 100
    t = told(count)
    t["cuts"] = [{"id": "attract", "title": "In passing", "minutes": 1,
                  "path": ["gate", "bank"] + ["more-%d" % i for i in range(2, count)]}]
    folder = story.save("many", t)
    for name in ["b"] + list(range(2, count)):
        story.write(folder + "/pictures/%s.png" % name, story.png(1280, 720))
    story.write("script", b"pass 400000\n" * (least // 33))
    log()
    p = subprocess.Popen([RELEASE, "kiosk", folder, "--config", "kiosk.conf", "--script", "script", "--size", SIZE],
                         env={**os.environ, "LD_PRELOAD": SHIM, "BAD_DECODER_LOG": os.path.abspath("started")})
    seen = []
    while p.poll() is None:
        try:
            seen.append((kilobytes(p.pid), len(os.listdir("/proc/%d/fd" % p.pid))))
        except (FileNotFoundError, ProcessLookupError, StopIteration):
            pass
        time.sleep(0.05)
    decoded = len(log())
    half = len(seen) // 2
    early, late = (max(s[0] for s in part) for part in (seen[len(seen) // 5:half], seen[half:]))
    check("%d pictures and more" % least, decoded >= least and p.returncode == 0, (decoded, p.returncode))
    check("memory stays as it is", late - early < 1024, (early, late, decoded))
    same("and so do open files", min(s[1] for s in seen[len(seen) // 5:half]), min(s[1] for s in seen[half:]))


def group(name):
    """The calls of one of systemd's groups, with those of groups in it."""
    found = set()
    done = subprocess.run(["systemd-analyze", "syscall-filter", name], capture_output=True, text=True)
    for line in done.stdout.splitlines()[1:]:
        word = line.strip()
        found |= group(word) if word.startswith("@") else {word} if word and word[0] not in "#(" else set()
    return found


def called(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return set(re.findall(r"^\d+ +(\w+)\(", file.read(), re.M))


def unit_allows():
    """The kiosk's unit filters calls too: none that it needs for this is refused there."""
    name = "the unit allows it"
    if not shutil.which("strace") or not shutil.which("systemd-analyze"):
        skip(name, "strace or systemd-analyze is not installed")
        return
    with open(DATA + "/assets/kiosk/lantern-kiosk@.service", encoding="utf-8") as file:
        rows = re.findall(r"^SystemCallFilter=(~?)(.*)$", file.read(), re.M)
    allowed = group("@default")
    for sign, words in rows:
        calls = set().union(*(group(w) if w.startswith("@") else {w} for w in words.split()))
        allowed = allowed - calls if sign else allowed | calls
    folder = story.save("traced", told())
    story.write("script", "".join(line + "\n" for line in ENTER).encode())
    subprocess.run(["strace", "-f", "-qq", "-o", "trace", "-e", "signal=none", RELEASE, "kiosk", folder, "--config", "kiosk.conf",
                    "--script", "script", "--size", SIZE], check=True)
    calls = called("trace")
    check("a process was traced", {"memfd_create", "seccomp", "prctl", "execve"} <= calls, sorted(calls))
    same(name, [], sorted(calls - allowed - {"fchown"}))  # SQLite's, where root runs it


story.write("kiosk.conf", b"stats = off\n")
os.environ["XDG_STATE_HOME"] = os.path.abspath("state")
same_pictures()
wild_pictures()
bad_pictures()
hanging_picture()
sounds()
memory()
unit_allows()
done_testing()
