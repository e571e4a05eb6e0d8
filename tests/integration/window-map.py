# needs: display 1366x768
# takes: 240
"""The map: its key and its button, in a real window and without one; the road of the documentary."""
import os
import re
import sys
import time

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, Run, done_testing
from window import TESTS, Window, case, item, play_script

JOURNEY = TESTS + "/golden/journey"
HOME = ("--scene", "home", "--windowed", "--size", "1024x600", "--no-keep")


def on_map(frame):
    return frame["panel"] == "map"


def hands():
    w = Window(*HOME, "--still", story=JOURNEY)
    case(w.wait_screen("scene"), "a scene is shown", w.said())
    w.settle()
    w.key("m")
    case(w.wait(on_map, 5), "M opens the map", w.frame["panel"])
    case(item(w.frame, "map.length")["name"] == "The road begins here: The valley.", "it says where we are")
    w.key("Escape")
    case(w.wait_screen("scene", 5), "Escape closes it", w.frame["panel"])
    w.settle()
    w.click("bar.map")
    case(w.wait(on_map, 5), "so does its button", w.frame["panel"])
    w.settle()
    w.click("panel.close")
    case(w.wait_screen("scene", 5), "and the button that closes", w.frame["panel"])
    w.settle()
    w.key("m")
    case(w.wait(on_map, 5), "M again")
    w.settle()
    w.key("m")
    case(w.wait_screen("scene", 5), "and M closes it too", w.frame["panel"])
    w.end()


def moving():
    w = Window(*HOME, story=JOURNEY)
    case(w.wait_screen("scene"), "with motion: a scene is shown", w.said())
    w.key("space")
    w.settle()
    before = len(w.frames)
    w.key("m")
    case(w.wait(lambda f: on_map(f) and f["moving"], 5), "the newest leg moves", w.frame["panel"])
    case(w.wait(lambda f: on_map(f) and not f["moving"], 8), "and comes to its end")
    w.settle()
    case(len(w.frames) - before > 10, "bit by bit", len(w.frames) - before)
    still = len(w.frames)
    time.sleep(3)
    case(len(w.frames) == still, "then nothing is drawn again", len(w.frames) - still)
    w.key("Escape")
    w.settle()
    w.key("m")
    case(w.wait(lambda f: on_map(f) and not f["moving"], 1), "opened again, it stands")
    w.end()


def listed():
    status, frames, err = play_script(["key Space"] * 6 + ["key m"], "--scene", "home", "--still", story=JOURNEY)
    case(status == 0, "without a window: exit 0", err)
    f = frames[-1]
    case(f["panel"] == "map", "M opens the map there too", f["panel"])
    names = [i["id"] for i in f["items"]]
    wanted = ["panel.title", "map.length", "map.direct", "map.station.1", "map.station.5", "map.schematic", "map",
              "map.label.1", "map.label.7", "map.credit", "panel.close"]
    case(all(n in names for n in wanted), "all that is on the map is listed", [n for n in wanted if n not in names])
    china = item(f, "map.label.1")
    case(china["contrast"] >= 7 and china["px"] >= 15, "a name says its size and contrast", china)
    across, down = item(f, "map")["rect"], china["rect"]
    inside = across[0] <= down[0] and down[0] + down[2] <= across[0] + across[2]
    case(inside, "and lies on the map", across, down)
    case("rect" not in item(f, "map.label.2"), "what has no room is not said to be drawn")
    case(f["moving"] is False, "still is still")


def whole_road():
    """By the long way: about 8,300 km, fourteen times the straight line; in the terminal as in the window."""
    last, text = ("",) * 4, ""
    for n in range(8, 20):
        run = Run("read", DOCUMENTARY, "--no-keep", "--lang", "en", input="1\n" * n + "m\nq\n")
        text = " ".join(run.out.split())
        found = re.findall(r"The road so far is (\d+) km long\. The straight line from ([\w ]+) to ([\w ]+) is (\d+) km", text)
        last = found[-1] if found else last
        if last[2] == "Seoul":
            break
    case(last[1:3] == ("North Hamgyong Province", "Seoul"), "the road leads from the province to Seoul", last)
    case(8250 <= int(last[0]) <= 8350 and 580 <= int(last[3]) <= 600, "about 8,300 km for about 590", last)
    case("9. Seoul: by road" in text and "8. Incheon: by air, 3678 km" in text, "station by station", text[-600:])
    case("The lines are schematic." in text, "and says that it is schematic")
    run = Run("read", DOCUMENTARY, "--no-keep", "--lang", "ko", input="1\nm\nq\n")
    case("길은 여기서 시작됩니다: 함경북도." in run.out, "in Korean too", run.out[-400:])


hands()
moving()
listed()
whole_road()
done_testing()
