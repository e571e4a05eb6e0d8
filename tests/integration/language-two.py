# takes: 400
"""Two languages at once: both whole at every size, the second below the first and in its own language; another
language in mid-scene leaves everything where it was; and the setting is kept."""
import json
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

from heard import listen
from tap import DOCUMENTARY, Run, check, done_testing, same
from window import RELEASE, item, play_script

SCREENS = ("1024x768", "1280x800", "1366x768", "1920x1080", "3840x2160", "1080x1920")
TEXTS = (100, 200, 300)
PAIRS = (("en", "ko"), ("ko", "es"))


def longest_caption(story):
    """The scene and the number, from 0, of the caption with the most words."""
    return max(((len(c["text"]), s["id"], n) for s in story["scenes"] for n, c in enumerate(s["captions"])))[1:]


def box(frame, name):
    found = item(frame, name)
    return found["rect"] if found and "rect" in found else None


def overlap(a, b):
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def faults_of(frame, first, second):
    """What is wrong on a page that holds a caption in two languages."""
    if frame["screen"] != "scene" or not item(frame, "caption.second"):
        return []
    above, below = box(frame, "caption"), box(frame, "caption.second")
    faults = []
    if item(frame, "caption")["lang"] != first or item(frame, "caption.second")["lang"] != second:
        faults.append("languages")
    if not below:
        return faults  # a page of the caption alone: judged over all of its pages
    w, h = frame["size"]
    bar = min((i["rect"][1] for i in frame["items"] if i["id"].startswith("bar.") and "rect" in i), default=h)
    if below[1] < above[1] + above[3] or below[1] + below[3] > bar or overlap(above, below):
        faults.append("order")
    if any(r[0] < 0 or r[1] < 0 or r[0] + r[2] > w or r[1] + r[3] > h for r in (above, below)):
        faults.append("clipped")
    if item(frame, "caption.second")["px"] > item(frame, "caption")["px"]:
        faults.append("larger")
    title = box(frame, "title")
    if title and overlap(title, above):
        faults.append("title")
    return faults


def both_whole(story):
    scene, n = longest_caption(story)
    keys = ["key Space"] * 40
    for first, second in PAIRS:
        for screen in SCREENS:
            for text in TEXTS:
                status, frames, errors = play_script(
                    ["wait 10", *keys], "--still", "--size", screen, "--text-size", str(text), "--lang", first,
                    "--second-lang", second, "--scene", scene, story=DOCUMENTARY, program=RELEASE)
                told = [f for f in frames if f["screen"] == "scene"]
                by_caption = {}
                for f in told:
                    by_caption.setdefault(item(f, "caption")["name"], []).append(f)
                faults = {fault for f in told for fault in faults_of(f, first, second)}
                never = [c[:30] for c, pages in by_caption.items()
                         if not any(box(f, "caption.second") for f in pages)]
                check("%s over %s, %s at %d %%: both are whole" % (first, second, screen, text),
                      status == 0 and len(by_caption) > n and not faults and not never,
                      (status, errors, len(by_caption), sorted(faults), never[:2]))


def on_cards_and_choices(story):
    scene = next(s["id"] for s in story["scenes"] if "because" in s.get("choices", [{}])[0])
    for screen in ("1366x768", "1080x1920"):
        _, frames, _ = play_script(["key Space"] * 16 + ["key 1"], "--still", "--size", screen, "--lang", "en",
                                   "--second-lang", "ko", "--scene", scene, story=DOCUMENTARY)
        choices = next(f for f in frames if f["screen"] == "choices")
        pairs = [(box(choices, "choice.%d" % n), box(choices, "choice.%d.second" % n)) for n in (1, 2)]
        check(screen + ": a choice holds both", all(a and b and a[1] < b[1] and b[1] + b[3] <= a[1] + a[3] for a, b in pairs),
              pairs)
        check(screen + ": and is one thing to press", not item(choices, "choice.1.second")["can_focus"], "")
        because = next(f for f in frames if f["screen"] == "because")
        check(screen + ": so has a because", box(because, "because.second"), "")


def another_language(story):
    """Settings are opened in mid-scene, at a later page, and the language changed and changed back."""
    scene, n = longest_caption(story)
    there = ["key Space"] * 7
    common = ("--still", "--size", "1366x768", "--text-size", "300", "--scene", scene)
    switch = ["key O", "press language.ko", "key Escape"]
    back = ["key O", "press language.en", "key Escape"]
    _, frames, _ = play_script(there + switch + back, *common, "--lang", "en", story=DOCUMENTARY)
    scenes = [f for f in frames if f["panel"] == "none"]
    start = next(f for f, after in zip(frames, frames[1:]) if after["panel"] == "settings")
    korean = [f for f in scenes if item(f, "caption")["lang"] == "ko"][-1]
    end = scenes[-1]
    check("another language: the caption is the same one", item(korean, "dots")["on"] == item(start, "dots")["on"]
          and item(start, "caption")["lang"] == "en" and korean["page"] > 0 < start["page"],
          (start["page"], korean["page"]))
    same("and back: the very page", (start["page"], item(start, "caption")["name"]), (end["page"], item(end, "caption")["name"]))
    panels = [f for f in frames if f["panel"] == "settings"]
    check("the panel stays open", any(item(f, "caption") is None and item(f, "panel.title")["lang"] == "ko" for f in panels), "")
    _, frames, _ = play_script(["key G", "key PageDown", "key PageDown", "key PageDown"], *common, "--lang", "en", story=DOCUMENTARY)
    check("a panel can be scrolled", frames[-1]["scroll_at"] > 0, "")


def heard(story):
    deeds = ["key Space", "key O", "press language.ko", "key Escape", "key Space"]
    _, _, _, said = listen(deeds, "--speech", "--lang", "en", "--second-lang", "es", "--size", "1366x768",
                           "--scene", story["start"], story=DOCUMENTARY)
    after = [line for u in said[-2:] for line in u.lines]
    check("the voice goes on in the new language", after and all(line["lang"] == "ko" for line in after), after[:3])
    spanish = [line for u in said for line in u.lines if line["lang"] == "es"]
    check("and never reads the second", not [l for l in spanish if len(l["text"]) > 12], spanish[:2])


def kept():
    deeds = ["key O", "press second.ko", "key Escape"]
    with open("kept.script", "w", encoding="utf-8") as file:
        file.write("\n".join(deeds) + "\n")
    with open("look.script", "w", encoding="utf-8") as file:
        file.write("wait 10\n")
    arguments = ("play", DOCUMENTARY, "--dump-ui", "--size", "3840x2160", "--lang", "en", "--still", "--script")
    done = Run(*arguments, "kept.script")
    same("it is set", 0, done.status)
    look = Run(*arguments, "look.script", "--scene", "s01")
    frame = json.loads(look.out.splitlines()[-1])
    check("it is kept for another day", item(frame, "caption.second") and item(frame, "caption.second")["lang"] == "ko", look)
    off = Run(*arguments, "look.script", "--scene", "s01", "--second-lang", "off")
    check("and can be left out", not item(json.loads(off.out.splitlines()[-1]), "caption.second"), off)
    other = Run(*arguments, "look.script", "--scene", "s01", "--second-lang", "fi")
    check("a language it is not told in is said", "not told in that language" in other.out, other)


with open(DOCUMENTARY + "/story.json", encoding="utf-8") as f:
    story = json.load(f)
both_whole(story)
on_cards_and_choices(story)
another_language(story)
heard(story)
kept()
done_testing()
