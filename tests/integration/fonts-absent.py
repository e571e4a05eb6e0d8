# needs: display 1366x768
"""Without fonts: what to install is said in one line. Without one family, or with a file that is no
font: the nearest stands in, and every word is still there."""
import os
import shutil
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from namespace import bind, inside, why_not
from tap import Run, check, done_testing, same, skip
from window import SMALL_STORY, play_script

FONTS = "/usr/share/fonts"
FOLDERS = (FONTS, "/usr/local/share/fonts")
CACHE = "/var/cache/fontconfig"
PACKAGES = ("fonts-noto-core", "fonts-ebgaramond", "fonts-inter", "fonts-nanum", "fonts-noto-cjk")
DISPLAY = {"DISPLAY": os.environ.get("DISPLAY")}
SMALL = ("--size", "683x384")
TO_CHOICES = ["key Return"] + ["key Space"] * 6
TO_SETTINGS = TO_CHOICES + ["key O"]


def here(name):
    return os.path.join(os.getcwd(), name)


def slug(name):
    return name.replace(",", "").replace(" ", "-")


def own_cache(name, filled):
    """What fontconfig notes about the fonts must not be noted for the rest of the machine."""
    folder = here("cache-" + slug(name))
    if filled and os.path.isdir(CACHE):
        shutil.copytree(CACHE, folder)
    else:
        os.makedirs(folder)
    orders = ["export XDG_CACHE_HOME=" + folder]
    return orders + ([bind(folder, CACHE)] if os.path.isdir(CACHE) else [])


def without_fonts(name, cache_is_stale):
    os.makedirs(here("empty"), exist_ok=True)
    hide = [bind(here("empty"), folder) for folder in FOLDERS if os.path.isdir(folder)]
    return inside(*hide, *own_cache(name, cache_is_stale))


def says_what_to_install(name, err):
    check(name + ": one line", err.startswith("lantern: ") and err.count("\n") == 1, err)
    missing = [package for package in PACKAGES if package not in err]
    check(name + ": the packages are named", not missing, (missing, err))


def none_at_all(name, cache_is_stale):
    before = without_fonts(name, cache_is_stale)
    status, frames, said = play_script(TO_CHOICES, before=before)
    same(name + ", --script: the work failed", (1, []), (status, frames))
    says_what_to_install(name + ", --script", said)
    out = here("out-" + slug(name))
    run = Run("render", SMALL_STORY, *SMALL, "--out", out, before=before)
    check(name + ", render: the work failed", run.status == 1 and run.out == "", run)
    says_what_to_install(name + ", render", run.err)
    check(name + ", render: nothing is left", not os.path.isdir(out) or not os.listdir(out))
    run = Run("play", SMALL_STORY, "--no-keep", input="3\n", before=before, env=DISPLAY)
    check(name + ", window: the story goes on in the terminal",
          run.status == 0 and "Ice and names" in run.out and "\n> 3\n" in run.out, run)
    says_what_to_install(name + ", window", run.err)
    check(name + ", window: nobody looks for a display", "isplay" not in run.err, run.err)


def broken(path):
    """An order: this file of the fonts holds something else."""
    with open(here("no-font"), "wb") as file:
        file.write(b"OTTO\0\x0b\0\x80" + b"no font, whatever it begins with\n" * 99)
    return bind(here("no-font"), path)


def absent(folder):
    os.makedirs(here("empty"), exist_ok=True)
    return bind(here("empty"), folder)


def widths(frames):
    """Each thing on the pages with words in sight: its name, and whether it takes room."""
    return [(i["id"], i["name"], i["px"] > 0 and i["rect"][2] > 0 and i["rect"][3] > 0)
            for f in frames for i in f["items"] if i.get("px")]


def one_family(name, order, package, whole, words="stands in for it", more=()):
    """`words`: what each line says besides; a script may have no second font."""
    before = inside(order, *own_cache(name, True))
    status, frames, said = play_script(TO_SETTINGS, *SMALL, *more, before=before)
    check(name + ": the story is shown", status == 0 and len(frames) == len(whole), (status, len(frames), said))
    check(name + ": with every word",
          set(widths(frames)) == set(widths(whole)), set(widths(frames)) ^ set(widths(whole)))
    lines = [line for line in said.splitlines() if not line.startswith("lantern: no font has ")]  # a lone character
    check(name + ": said, each file once", lines and len(lines) == len(set(lines)) and all(
        line.startswith('lantern: font "') and package in line and words in line for line in lines), said)
    out = here("out-" + slug(name))
    run = Run("render", SMALL_STORY, *SMALL, "--scene", "lamp", *more, "--out", out, before=before)
    check(name + ": render", run.status == 0 and os.path.getsize(out + "/001-lamp.png") > 10000, run)


def families():
    status, whole, said = play_script(TO_SETTINGS, *SMALL)
    check("with all fonts: nothing is said", status == 0 and said == "", (status, said))
    one_family("no Inter", absent(FONTS + "/opentype/inter"), "fonts-inter", whole)
    one_family("no EB Garamond", absent(FONTS + "/opentype/ebgaramond"), "fonts-ebgaramond", whole)
    one_family("no Noto", absent(FONTS + "/truetype/noto"), "fonts-noto-core", whole)
    one_family("no Nanum", absent(FONTS + "/truetype/nanum"), "fonts-nanum", whole)
    plain = ("--typeface", "plain")
    _, whole_plain, _ = play_script(TO_SETTINGS, *SMALL, *plain)
    one_family("no Andika", absent(FONTS + "/truetype/andika"), "fonts-sil-andika", whole_plain, more=plain)
    one_family("a file that is no font", broken(FONTS + "/opentype/inter/Inter-Regular.otf"),
               "fonts-inter", whole, "cannot be used: ")


obstacle = why_not()
if obstacle:
    skip("fonts-absent", obstacle)
else:
    none_at_all("no fonts", False)
    none_at_all("no fonts, an old cache", True)
    families()
done_testing()
