"""The twelve scenes that all are shown, each in a peer's own format: workload.py FOLDER WIDTHxHEIGHT

Pictures and captions are the documentary's; every scene has one caption and two choices, of which the first leads to
the next scene, and from the last to the first.
"""
import json
import os
import re
import shutil
import subprocess
import sys

from PIL import Image

HERE = os.path.dirname(os.path.realpath(__file__))
DOCUMENTARY = os.path.dirname(os.path.dirname(HERE)) + "/content/across-the-tumen"
SCENES = 12
QUALITY = 90  # of the JPEGs
CHOICES = ["Go on before it is light", "Turn back and wait for another night"]


def plain(text):
    """A caption without its marks; None where it is not a plain one of an ordinary length."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text).replace("*", "")
    return text if 60 <= len(text) <= 130 and not re.search(r'[{}\\\[\]"“”0-9]', text) else None


def chosen():
    """Of the first scenes with a picture of their own that fills the screen: its file and a caption."""
    with open(DOCUMENTARY + "/story.json", encoding="utf-8") as f:
        scenes = json.load(f)["scenes"]
    captions = [c for scene in scenes for c in map(plain, (c["text"] for c in scene["captions"])) if c]
    files = []
    for scene in scenes:
        name = scene.get("picture", {}).get("file")
        if name and name not in files:
            width, height = Image.open(f"{DOCUMENTARY}/{name}").size
            if width * 9 == height * 16:
                files.append(name)
    return list(zip(files, captions))[:SCENES]


def pictures(folder, size, files):
    """Writes them as JPEGs; returns their names in the folder."""
    os.makedirs(f"{folder}/pictures")
    names = []
    for i, name in enumerate(files):
        names.append(f"pictures/{i + 1:02}.jpg")
        picture = Image.open(f"{DOCUMENTARY}/{name}").convert("RGB").resize(size, Image.LANCZOS)
        picture.save(f"{folder}/{names[-1]}", quality=QUALITY)
    return names


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def story(scenes):
    """A Lantern story; the second choice of the last scene leads to its ending, for `check` to be content."""
    last = len(scenes)
    told = [{"id": f"s{n}", "chapter": "one", "title": f"Scene {n}",
             "picture": {"file": scene["picture"], "alt": "A picture.", "credit": "Ours", "kind": "illustration"},
             "captions": [{"text": scene["caption"], "cite": []}],
             "choices": [{"text": scene["choices"][0], "to": f"s{n % last + 1}"},
                         {"text": scene["choices"][1], "to": f"s{n + 2}" if n + 2 <= last else "end"}]}
            for n, scene in enumerate(scenes, 1)]
    told.append({"id": "end", "chapter": "one", "title": "The end", "captions": [{"text": "Over."}],
                 "ending": {"id": "over", "title": "Over"}})
    return json.dumps({"format": 1, "id": "bench", "title": "Bench", "language": "en", "start": "s1",
                       "chapters": [{"id": "one", "title": "One"}], "scenes": told}, ensure_ascii=False, indent=1)


def lua(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k} = {lua(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "{" + ", ".join(map(lua, value)) + "}"
    return json.dumps(value, ensure_ascii=False)


def renpy(scenes):
    last = len(scenes)
    said = lambda text: json.dumps(text, ensure_ascii=False)
    out = []
    for n, scene in enumerate(scenes, 1):
        out.append(f'image picture{n} = "{scene["picture"]}"\n')
    for n, scene in enumerate(scenes, 1):
        out.append(f"label scene{n}:\n    scene picture{n}\n    with turn\n    menu:\n"
                   f"        {said(scene['caption'])}\n")
        for steps, choice in enumerate(scene["choices"], 1):
            out.append(f"        {said(choice)}:\n            jump scene{(n - 1 + steps) % last + 1}\n")
    return "".join(out)


def font():
    """A file of the serif that the documentary is told in."""
    found = subprocess.run(["fc-match", "-f", "%{file}", "Noto Serif:regular"], capture_output=True, text=True)
    return found.stdout


def main(folder, size):
    width, height = map(int, size.split("x"))
    found = chosen()
    if len(found) < SCENES:
        sys.exit(f"workload: {len(found)} scenes found, {SCENES} wanted")
    names = pictures(folder, (width, height), [file for file, _ in found])
    scenes = [{"picture": name, "caption": caption, "choices": CHOICES}
              for name, (_, caption) in zip(names, found)]
    write(folder + "/story/story.json", story(scenes))
    write(folder + "/page/scenes.js", f"const scenes = {json.dumps(scenes)};\n")
    write(folder + "/love/scenes.lua", f"return {lua(scenes)}\n")
    write(folder + "/renpy/game/scenes.rpy", renpy(scenes))
    for source, target in ("chromium", "page"), ("love", "love"), ("renpy", "renpy/game"):
        shutil.copytree(f"{HERE}/peers/{source}", f"{folder}/{target}", dirs_exist_ok=True)
    for target in "story", "page", "love", "renpy/game":
        shutil.copytree(folder + "/pictures", f"{folder}/{target}/pictures")
    for target in "love", "renpy/game":
        shutil.copy(font(), f"{folder}/{target}/font.ttf")
    shutil.copy(font(), folder + "/font.ttf")


if __name__ == "__main__":
    main(*sys.argv[1:])
