# takes: 60
"""Star 7, the warning before a kiosk forgets its visitor: seen, heard and said, never over a voice, twice as long for who
reads slowly or listens, ended by whatever anybody does. And K19: nothing stands still all day before it."""
import json
import os
import sys
import zlib

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import story
from kiosk import find, ids, kiosk, words
from tap import check, done_testing, same


def picture(shade, width=320, height=200):
    """A step of grey every ten pixels, from another side for each shade."""
    def chunk(kind, data):
        return (len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big"))
    rows = b"".join(b"\0" + bytes((40 * shade + 5 * (x // 10 if shade % 2 else y // 10)) % 256 for x in range(width))
                    for y in range(height))
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 0, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def told():
    t = story.base()
    t["cuts"] = [{"id": "attract", "title": "In passing", "minutes": 1, "path": ["gate", "bank", "far"]}]
    for n, scene in enumerate(t["scenes"]):
        scene["picture"] = {**t["scenes"][0]["picture"], "file": "pictures/%d.png" % n}
    return t


STORY = story.save("story", told(), {"ko": {"title": "바탕"}, "es": {"title": "La base"}})
for n in range(3):
    story.write("story/pictures/%d.png" % n, picture(n + 1))
with open(os.environ["LANTERN_DATA"] + "/assets/strings/ko.json", encoding="utf-8") as f:
    KO = json.load(f)
ENTER = ["pass 100", "key Space", "key Space"]


def logs(*names):
    """Fresh ones, and what asks the program for them."""
    for name in names:
        if os.path.exists(name):
            os.remove(name)
    return {"LANTERN_%s_LOG" % name.split(".")[0].upper(): os.getcwd() + "/" + name for name in names}


def read(name):
    if not os.path.exists(name):
        return []
    with open(name, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def warning(frames):
    """When it came, the seconds it told, and when all was forgotten."""
    there = [f for f in frames if f["panel"] == "warning"]
    after = [f for f in frames if there and f["now"] > there[-1]["now"]]
    seconds = [int(words(f, "warning.seconds").split()[0].rstrip("초")) for f in there]
    return (there[0]["now"] if there else None), seconds, (after[0]["now"] if after else None)


# --- how long one waits, and is asked
last = 0
for name, deeds, factor in (("", [], 1), ("with text of 150 %", ["key o", "press text-size.150", "key Escape"], 1),
                            ("with text of 200 %", ["key o", "press text-size.200", "key Escape"], 2),
                            ("read aloud", ["key F2", "wait 30000"], 2)):
    env = logs("speech.log")
    frames, run = kiosk(STORY, [*ENTER, *deeds, *["pass 500"] * 400], "idle = 60\nwarn = 20\n", env=env)
    came, seconds, went = warning(frames)
    touched = 30200 if "wait 30000" in deeds else 200
    check("%s: it comes in its time" % (name or "usually"), came and 60000 * factor <= came - 100 <= 60000 * factor + touched
          + 12000 * factor, came)
    same("%s: it counts %d seconds" % (name or "usually", 20 * factor), (20 * factor, 1), (seconds[0], seconds[-1]))
    check("%s: second by second" % (name or "usually"), seconds == list(range(20 * factor, 0, -1))
          and abs(went - came - 20000 * factor) <= 500, [seconds, came, went])
_, run = kiosk(STORY, ["pass 100"], "warn = 19\n")
check("it cannot be set shorter than 20 seconds", "20 to 300" in run.err, run)

# --- chimed
env = logs("sound.log")
frames, run = kiosk(STORY, [*ENTER, "pass 110000", "tap 300 300", "pass 110000"], "audio.default_volume = 40\n", env=env)
chimes = read("sound.log")
same("a chime sounds once a warning, as loud as the kiosk is", [(1400, 0.4)] * 2, [(c["chime"], c["gain"]) for c in chimes])
there = [f["now"] for f in frames if f["panel"] == "warning"]
check("as it comes", chimes and abs(chimes[0]["now"] - there[0]) <= 1000, [chimes, there[:1]])
env = logs("sound.log")
kiosk(STORY, [*ENTER, "key N", "pass 110000"], env=env)
same("not for who has switched the sound off", [], read("sound.log"))

# --- said, in the visitor's language
env = logs("speech.log")
frames, run = kiosk(STORY, [*ENTER, "press language.ko", "key F2", "pass 400000"], env=env)
said = read("speech.log")
came, seconds, went = warning(frames)
before = [u for u in said if u["end"] <= came]
check("nobody is asked while somebody reads to them", came and before and came >= before[-1]["end"] + 180000
      and not any(u["start"] < came < u["end"] for u in said), [came, before[-1:]])
during = [u for u in said if came - 1000 <= u["start"] < came + 58000]
spoken = [u["text"] for u in during]
check("it is said, in the visitor's language", any(KO["warning.title"] in t for t in spoken)
      and any(KO["warning.text"] in t for t in spoken) and all(u["lang"] == "ko" for u in during if u["text"] not in ("English", "Español")), during)
counts = [t for t in spoken if "초" in t and t[0].isdigit()]
same("its seconds at its beginning, and ten before its end", ["60초", "10초"], [t.rstrip(".") for t in counts])
check("and otherwise nothing is said over and over", len(during) <= 9, spoken)

# --- whatever anybody does ends it
AWAY = "pass 110000"
for name, deed in (("a touch on nothing", ["tap 20 400"]), ("a key without a meaning", ["key J"]), ("Escape", ["key Escape"]),
                   ("a drag", ["drag 400 300 600 500"]), ("a pad", ["pad a"]), ("its button", ["press warning.stay"]),
                   ("two fingers", ["finger 3 down 600 300", "finger 4 down 700 300", "finger 3 up 600 300",
                                    "finger 4 up 700 300"])):
    frames, run = kiosk(STORY, [*ENTER, *[line for _ in range(3) for line in (AWAY, *deed)]])
    came = [n for n, f in enumerate(frames) if f["panel"] == "warning" and frames[n - 1]["panel"] != "warning"]
    same("%s ends it, again and again" % name, ("none", "The gate", 3),
         (frames[-1]["panel"], words(frames[-1], "title"), len(came)))
frames, run = kiosk(STORY, [*ENTER, AWAY, "press language.es"])
check("a language pressed over it is chosen", frames[-1]["panel"] == "none" and find(frames[-1], "home")["lang"] == "es",
      frames[-1]["panel"])
frames, run = kiosk(STORY, [*ENTER, AWAY, "press warning.done"])
check("who says that they are done makes way at once", "attract.begin" in ids(frames[-1]), ids(frames[-1]))

# --- K19
SIZE, W, H, MINUTES = "640x480", 640, 480, 40
frames, run = kiosk(STORY, ["pass 100", *[line for n in range(MINUTES) for line in ("shot %d.ppm" % n, "pass 60000")]],
                    size=SIZE)
shots = []
for n in range(MINUTES):
    with open("%d.ppm" % n, "rb") as f:
        shots.append(f.read()[-W * H * 3:])
still = [n for n in range(MINUTES - 2) if sum(shots[n][i] != shots[n + 2][i] for i in range(0, W * H * 3, 97)) < 500
         and sum(shots[n][i] != shots[n + 1][i] for i in range(0, W * H * 3, 97)) < 500]
same("what invites never stands still for two minutes", [], still)
foot = range((H - 60) * W * 3 + 1, H * W * 3, 3)  # green, of the controls
lit = sum(all(shot[i] > 150 for shot in shots) for i in foot)
once = sum(shots[0][i] > 150 for i in foot)
check("no point of its controls is lit all the time", once > 100 and lit <= once // 20, [lit, once])
_, run = kiosk(STORY, [*ENTER, "shot session.ppm"], size=SIZE)
with open("session.ppm", "rb") as f:
    session = f.read()[-W * H * 3:]
light = [sum(shot[i] for i in foot) for shot in (shots[0], session)]
check("and they are dimmer than a visitor's", max(shots[0][i] for i in foot) <= max(session[i] for i in foot)
      and find(frames[0], "attract.begin")["ink"] == find(frames[0], "language.en")["ink"], light)
done_testing()
