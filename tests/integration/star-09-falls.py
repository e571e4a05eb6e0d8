# needs: display 1280x800
# takes: 120
"""★9, K12: a kiosk that falls. Three times in five minutes: the card "back soon", which invites nobody, lets the
staff in and ends itself; content on trial that falls, or cannot be read, gives way to what worked."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import json
import shutil
import signal
import subprocess
import time

import manager as kiosk
import story
from tap import Run, check, done_testing, same

BACK_S = 10  # from a crash to the next first frame
LOOK_S = 10  # the main loop comes by as often
GRIP = ["finger 1 down 20 20", "finger 2 down 1260 780", "pass 5100", "finger 1 up 20 20", "finger 2 up 1260 780"]
PIN = ["press pin.%s" % digit for digit in kiosk.PIN] + ["press pin.enter"]


def pack(name, title):
    folder = os.path.join(os.getcwd(), name)
    model = story.base()
    model["id"], model["title"] = name, title
    story.save(folder, model)
    run = Run("update", "--seal", folder)
    same("%s: sealed" % name, 0, run.status)
    return folder


def install(manager, folder):
    """Lets it wait, and has the kiosk take it: nobody watches."""
    store = manager.state + "/lantern/content"
    run = Run("update", "--store", store, folder)
    same("%s: taken in" % os.path.basename(folder), 0, run.status)
    return os.readlink(store + "/next")


def current(manager):
    try:
        return os.readlink(manager.state + "/lantern/content/current")
    except FileNotFoundError:
        return ""


def falls(manager, how=signal.SIGSEGV):
    """The story on the screen when it was struck down."""
    ready = manager.start().ready()
    if not check("it is there", ready is not None, manager.said()):
        return None
    shown = manager.wait_state("attract") or manager.health()
    manager.end(how)
    return shown["story"]


def own_story():
    manager = kiosk.Manager("pin_hash = %s\n" % kiosk.PIN_HASH)
    for n in range(3):
        shown = falls(manager)
        check("fall %d is of the story itself" % (n + 1), shown and shown != "lantern-back-soon", shown)
    struck = time.monotonic()
    manager.start()
    check("then it is there again", manager.ready() is not None and time.monotonic() - struck < BACK_S, manager.said())
    card = manager.wait_state("back-soon")
    check("with the card", card and card["story"] == "lantern-back-soon" and card["scene"] is None, card)
    kiosk.touch(640, 400)
    kiosk.key("space", "Return", "1", "o", "Escape", "F1")
    time.sleep(1)
    os.unlink(manager.run + "/health.json")
    card = manager.wait_state("back-soon")
    check("touches and keys do nothing", card and card["scene"] is None and card["last_input_s"] is not None, card)
    seconds, status = manager.end()
    check("it ends when it is told to", seconds < 2 and status == 0, (seconds, status))
    totals = Run("stats", "--json", env={"XDG_STATE_HOME": manager.state})
    check("nothing was counted of the card", totals.status == 0 and "starts" in totals.out and
          "lantern-back-soon" not in totals.out and "sessions" not in totals.out, totals)
    manager.close()


def card(deeds, size, language="en", falls=True):
    """A script of it, on a clock that can be turned."""
    state = os.path.join(os.getcwd(), "card-state")
    shutil.rmtree(state, ignore_errors=True)
    if falls:
        kiosk.crashed_three_times(state)
    story.write("card.conf", ("languages = %s\npin_hash = %s\n" % (language, kiosk.PIN_HASH)).encode())
    story.write("card.script", "".join(line + "\n" for line in deeds).encode())
    run = Run("kiosk", "--config", "card.conf", "--script", "card.script", "--size", size, "--dump-ui",
              env={"XDG_STATE_HOME": state, "LC_ALL": "C.UTF-8", "RUNTIME_DIRECTORY": os.getcwd()})
    frames = [json.loads(line) for line in run.out.splitlines() if line.startswith("{")]
    with open(state + "/lantern/content/state", encoding="utf-8") as file:
        return run, frames, file.read()


def the_card():
    titles = {"en": "Back soon", "ko": "곧 돌아옵니다", "es": "Volvemos enseguida"}
    for language, title in titles.items():
        for size in ("1280x800", "1080x1920"):
            run, frames, _ = card(["pass 1000"], size, language)
            name = "the card in %s, %s" % (language, size)
            last = frames[-1] if frames else {"items": []}
            same(name, ["title", "subtitle"], [i["id"] for i in last["items"]])
            same(name + " says so in that language", title, last["items"][0]["name"])
            check(name + ": nothing can be pressed", all(not i["can_focus"] and i["hit"][2:] == [0, 0] for i in last["items"]))
            check(name + ": nothing is said to the staff", run.status == 0 and run.err == "", run)
            check(name + ": all of it is on the page", all(
                i["rect"][0] >= 0 and i["rect"][0] + i["rect"][2] <= last["size"][0] and
                i["rect"][1] + i["rect"][3] <= last["size"][1] * 0.9 for i in last["items"]), last["items"])
    run, frames, _ = card(["pass 1000", "tap 640 400", "key Space", "key o", "pass 1000"], "1280x800")
    same("hands change nothing on it", 1, len({json.dumps(f["items"]) for f in frames}))
    run, frames, _ = card(["pass 100", *GRIP, *PIN], "1280x800")
    same("the staff get in", "service", frames[-1]["panel"])

    run, _, record = card(["pass 3600000"], "1280x800")
    with open("health.json", encoding="utf-8") as file:
        stood_s = json.load(file)["uptime_s"]
    check("it stands for five minutes, and ends itself", run.status == 0 and 300 - LOOK_S <= stood_s <= 300 + LOOK_S,
          (run, stood_s))
    same("as if it had been told to: that was no fall", 3, len(record.partition("starts =")[2].split()))
    _, frames, _ = card(["pass 1000"], "1280x800", falls=False)
    check("without a fall there is no card", frames and frames[-1]["items"][0]["id"] != "subtitle" and
          "attract.begin" in [i["id"] for i in frames[-1]["items"]], frames[-1:])


def on_trial():
    """First one that works, as five minutes of it say; then one that falls."""
    manager = kiosk.Manager()
    good = install(manager, pack("good", "The first"))
    # The kiosk takes what waits when nobody watches, which is looked at every ten seconds; the rename is all it does.
    store = manager.state + "/lantern/content"
    os.rename(store + "/next", store + "/current")
    story.write("steady.script", b"pass 320000\n")
    run = Run("kiosk", "--config", manager.folder + "/kiosk.conf", "--script", "steady.script", "--size", "640x480",
              env={"XDG_STATE_HOME": manager.state})
    same("five minutes of it", (0, good), (run.status, manager.record().get("worked")))

    bad = install(manager, pack("bad", "The second"))
    manager.start()
    check("the one that works is shown", manager.ready() is not None and
          (manager.wait_state("attract") or {}).get("story") == "good", manager.said())
    try:
        manager.process.wait(25)
    except subprocess.TimeoutExpired:
        pass
    same("it ends itself when nobody watches, for the one that waits", 0, manager.process.poll())
    same("which then is what is shown", bad, current(manager))
    for n in range(3):
        same("fall %d is of the new one" % (n + 1), "bad", falls(manager))
    same("then it is the one that worked again", "good", falls(manager, signal.SIGTERM))
    same("as the link says", good, current(manager))
    check("and that is told", "content %s failed" % bad in manager.said(), manager.said())
    same("the record names what failed", bad, manager.record().get("failed"))
    manager.close()
    return bad


def unreadable():
    """Sound when it was taken in, broken on the disk since."""
    manager = kiosk.Manager()
    broken = install(manager, pack("broken", "The third"))
    store = manager.state + "/lantern/content"
    os.rename(store + "/next", store + "/current")
    with open("%s/%s/story.json" % (store, broken), "w", encoding="utf-8") as file:
        file.write("{\"format\": 1, \"scenes\": [")
    manager.start()
    same("a story that is broken ends the program with a word", (1, True),
         (manager.process.wait(20), "cannot be shown" in manager.said()))
    same("the next start has what worked before", "across-the-tumen", falls(manager, signal.SIGTERM))
    same("as the link says, too", "", current(manager))
    manager.close()


own_story()
the_card()
on_trial()
unreadable()
done_testing()
