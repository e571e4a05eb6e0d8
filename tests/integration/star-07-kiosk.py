# takes: 240
"""Star 7, and the rules of a kiosk: attract loop, warning, reset, home, hours, staff, settings; on a fake clock."""
import json
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import story
from tap import Run, check, done_testing, orders_to_terminal, same

STATE = os.path.join(os.getcwd(), "state")
PIN_2468 = "$5$rounds=1000$lantern$D2I5aFTUzEPEcfgtKPkbvyGP60FQwCTv6OOWserygnC"


def told():
    """Two scenes pass by in the loop; a third needs a warning, and is left out."""
    t = story.base()
    t["advisory"] = "This story touches on hunger."
    t["scenes"][1]["advisory"] = ["hunger"]
    t["scenes"][1]["skip"] = "Somebody waits."
    t["cuts"] = [{"id": "attract", "title": "In passing", "minutes": 1, "path": ["gate", "bank", "far"]}]
    return t


STORY = story.save("story", told(), {"ko": {"title": "바탕"}})


def kiosk(deeds, config="", size="1280x800", day="2026-11-23"):
    """The frames painted, and the run."""
    story.write("kiosk.conf", config.encode())
    story.write("script", "".join(line + "\n" for line in deeds).encode())
    run = Run("kiosk", STORY, "--config", "kiosk.conf", "--script", "script", "--size", size, "--day", day, "--dump-ui",
              env={"XDG_STATE_HOME": STATE}, seconds=120)
    frames = [json.loads(line) for line in run.out.splitlines() if line.startswith("{")]
    if run.status != 0 or not frames:
        check("a script of " + " ".join(deeds)[:60], False, run)
        sys.exit(1)
    return frames, run


def ids(frame):
    return [i["id"] for i in frame["items"]]


def words(frame, name):
    return next((i["name"] for i in frame["items"] if i["id"] == name), None)


def titles(frames):
    return {words(f, "title") for f in frames if "attract.begin" in ids(f)}


ENTER = ["pass 100", "key Space", "key Space"]

# --- the loop
frames, _ = kiosk(["pass 3600000"])
same("the loop shows its scenes, but none that needs a warning", {"The gate", "The far side"}, titles(frames))
check("languages are in sight all the time",
      all({"language.en", "language.ko"} <= set(ids(f)) for f in frames), ids(frames[-1]))
check("no picture of it stays for longer than two minutes", len(frames) > 30, len(frames))

places = {tuple(i["hit"][:2]) for f in frames for i in f["items"] if i["id"] == "language.en"}
check("what stands still moves about its place, so that it does not burn in", len(places) == 9, places)

frames, _ = kiosk(["pass 100", "tap 640 300"])
same("a touch brings what the story touches on", "notice", frames[-1]["screen"])
frames, _ = kiosk([*ENTER])
same("and then the scene that was shown", "The gate", words(frames[-1], "title"))
frames, _ = kiosk(["pass 100", "drag 640 300 700 500"])
same("a swipe is a touch", "notice", frames[-1]["screen"])
frames, _ = kiosk(["pass 100", "press language.ko"])
check("a language's name begins in it", "language.en" in ids(frames[-1]) and "language.ko" not in ids(frames[-1]),
      ids(frames[-1]))

# --- the warning
frames, _ = kiosk([*ENTER, "pass 89000"])
same("nobody is warned before their time", "none", frames[-1]["panel"])
frames, _ = kiosk([*ENTER, "pass 110000"])
same("then somebody is asked whether they are there", "warning", frames[-1]["panel"])
seconds = [words(f, "warning.seconds") for f in frames if f["panel"] == "warning"]
check("with a countdown, second by second", len(seconds) >= 10 and len(set(seconds)) == len(seconds), seconds)
frames, _ = kiosk([*ENTER, *["pass 110000", "tap 20 400"] * 12])
same("any touch extends it, twelve times over", ("scene", "none", "The gate"),
     (frames[-1]["screen"], frames[-1]["panel"], words(frames[-1], "title")))
frames, _ = kiosk([*ENTER, "key o", "press text-size.300", "key Escape", "press language.ko", "pass 600000"])
check("else all is forgotten: place, size, language",
      "attract.begin" in ids(frames[-1]) and words(frames[-1], "attract.begin") == "Touch the screen to begin",
      ids(frames[-1]))
same("to the last pixel", kiosk(["pass 100"])[0][0]["items"], [f for f in frames if "attract.begin" in ids(f)][0]["items"])

# --- home
frames, _ = kiosk([*ENTER, "press home"])
same("home without a choice made asks nothing", ("opening", "none"), (frames[-1]["screen"], frames[-1]["panel"]))
frames, _ = kiosk([*ENTER, "key Space", "key 1", "press home"])
same("after one it asks", "again", frames[-1]["panel"])
frames, _ = kiosk([*ENTER, "key Space", "key 1", "press home", "press again.same"])
same("and begins again", ("opening", "none"), (frames[-1]["screen"], frames[-1]["panel"]))

# --- what visitors cannot do
frames, _ = kiosk([*ENTER, "key Ctrl+Q", "key F11", "key F12", "key Escape"])
same("they cannot leave", "scene", frames[-1]["screen"])

# --- hours
frames, _ = kiosk(["pass 21660000"], "hours = Mon 10:00-18:00\n")
same("outside its hours nothing is shown", ("closed", []), (frames[-1]["panel"], frames[-1]["items"]))
frames, _ = kiosk(["pass 21660000", "pass 57600000"], "hours = Mon-Tue 10:00-18:00\n")
check("in the morning it is there again", "attract.begin" in ids(frames[-1]), frames[-1]["panel"])

# --- staff
GRIP = ["finger 1 down 20 20", "finger 2 down 1260 780", "pass 5100", "finger 1 up 20 20", "finger 2 up 1260 780"]
frames, _ = kiosk(["pass 100", *GRIP], "pin_hash = %s\n" % PIN_2468)
same("two corners open the number pad", "pin", frames[-1]["panel"])
frames, _ = kiosk(["pass 100", *GRIP])
check("but not where no number is set", frames[-1]["panel"] == "none", frames[-1]["panel"])
PIN = ["press pin.2", "press pin.4", "press pin.6", "press pin.8", "press pin.enter"]
frames, _ = kiosk(["pass 100", *GRIP, *PIN], "pin_hash = %s\n" % PIN_2468)
same("the number opens the service screen", "service", frames[-1]["panel"])
wrong = ["press pin.1", "press pin.enter"] * 3
frames, _ = kiosk(["pass 100", *GRIP, *wrong, *PIN], "pin_hash = %s\n" % PIN_2468)
same("not after three wrong ones", ("pin", True), (frames[-1]["panel"], "pin.wait" in ids(frames[-1])))

# --- totals
kiosk([*ENTER, "key Space", "key 1", "pass 600000"], day="2027-01-05")
totals = Run("stats", "--json", env={"XDG_STATE_HOME": STATE})
check("a session is counted under its day", "2027-01-05" in totals.out and "idle" in totals.out, totals)
kiosk([*ENTER, "pass 600000"], "stats = off\n", day="2027-02-05")
totals = Run("stats", "--json", env={"XDG_STATE_HOME": STATE})
check("where the settings say so, none is", "2027-02-05" not in totals.out, totals)

# --- settings
run = Run("kiosk", "--check-config", "--config", "kiosk.conf")
same("settings in order end with 0", 0, run.status)
for name in ("width_mm", "height_mm", "centre_height_mm", "distance_mm", "mount", "idle", "warn", "hours", "languages",
             "level_lock", "keys.speech-on", "audio.speech_device", "audio.default_volume", "stats", "pin_hash"):
    check("%s is explained" % name, any(line.lstrip("# ").startswith(name + " =") for line in run.out.splitlines()),
          run.out)
story.write("again.conf", run.stdout)
again = Run("kiosk", "--check-config", "--config", "again.conf")
same("what is printed is a file of settings", (0, run.out, ""), (again.status, again.out, again.err))
story.write("wrong.conf", b"idle = 5\nwarm = 20\nhours = never\npin_hash = \x1b[2J\n")
run = Run("kiosk", "--check-config", "--config", "wrong.conf")
same("wrong ones end with 1", 1, run.status)
for place in ("wrong.conf:1:8: error:", "wrong.conf:2:1: warning:", "wrong.conf:3:9: error:", "wrong.conf:4:1: error:"):
    check("the fault at %s is told" % place, place in run.err, run.err)
same("nothing orders the terminal about", [], orders_to_terminal(run.stderr))
run = Run("kiosk", "--check-config", "--config", "none.conf")
same("a file that is not there is an error", 2, run.status)

done_testing()
