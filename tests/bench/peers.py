"""What is compared: how each is started on the workload (tests/bench/workload.py), and by which keys it goes on."""
import os
import subprocess
from dataclasses import dataclass, field

HERE = os.path.dirname(os.path.realpath(__file__))


@dataclass
class Peer:
    name: str             # for --only
    title: str            # in the tables
    start: list           # shows scenes, each at once
    fade: list = None     # the same with a cross-fade of 500 ms; None: it has none
    fade_only: bool = False
    in_readme: bool = True
    keys: tuple = ("1",)  # the last leads to the next scene; those before make ready for it
    environment: dict = field(default_factory=dict)
    fade_environment: dict = field(default_factory=dict)
    package: str = None   # of Debian
    log: str = None       # a file in which it says how long parts of its start took
    managed: bool = False  # needs a window manager: to fill the screen, to be given keys

    def command(self, fade):
        environment = {**self.environment, **(self.fade_environment if fade else {})}
        return ["env", *(f"{k}={v}" for k, v in environment.items()), *(self.fade if fade else self.start)]


def bare(program, size, folder):
    pictures = [f"{folder}/pictures/{name}" for name in sorted(os.listdir(folder + "/pictures"))]

    def command(*ways):
        return [program, ",".join([size, *ways]), folder + "/font.ttf", *pictures]

    return [
        Peer("bare", "bare C, acceleration off", command(), command("fade")),
        Peer("bare-words", "bare C, with words (SDL2_ttf)", command("words"), command("words", "fade"),
             in_readme=False),
        Peer("bare-ahead", "bare C, a picture decoded ahead", command("ahead"), in_readme=False),
        Peer("bare-defaults", "bare C, SDL's defaults", command("accelerated"), command("accelerated", "fade"),
             in_readme=False),
        Peer("bare-renderer", "bare C, SDL's software renderer", command("renderer"), command("renderer"),
             fade_only=True),
    ]


def lantern(program, size, folder):
    """Space calls the choices up, which stand in the caption's place; 1 makes the first."""
    command = [program, "play", folder + "/story", "--scene", "s1", "--no-keep", "--windowed", "--size", size]
    return [Peer("lantern", "Lantern", [*command, "--still"], command, keys=("space", "1"))]


def others(folder):
    root = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium's sandbox is not for root
    chromium = ["/usr/bin/chromium", "--kiosk", "--no-first-run", "--no-default-browser-check", "--noerrdialogs",
                "--disable-session-crashed-bubble", "--password-store=basic", "--window-position=0,0",
                "--window-size=1920,1080", f"--user-data-dir={folder}/profile", *root]
    page = f"file://{folder}/page/page.html"
    pictures = [f"{folder}/pictures/{name}" for name in sorted(os.listdir(folder + "/pictures"))]
    return [
        Peer("chromium", "Chromium page", [*chromium, page], [*chromium, page + "?fade"], package="chromium"),
        Peer("love", "LÖVE", ["love", folder + "/love"], ["love", folder + "/love", "fade"], package="love"),
        Peer("renpy", "Ren'Py", ["/usr/games/renpy", folder + "/renpy"], ["/usr/games/renpy", folder + "/renpy"],
             fade_environment={"BENCH_FADE": "1"}, package="renpy", log=folder + "/renpy/log.txt",
             managed=True),
        Peer("imv", "imv (pictures alone)", ["imv-x11", *pictures], keys=("Right",), package="imv", in_readme=False,
             environment={"imv_config": f"{HERE}/peers/imv/config"}, managed=True),
        Peer("feh", "feh (pictures alone)", ["feh", "-F", "-Z", "--hide-pointer", *pictures], keys=("Right",),
             package="feh", in_readme=False),
    ]


def version(peer):
    found = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", peer.package], capture_output=True, text=True)
    return found.stdout.split("+")[0].split("-")[0] if found.returncode == 0 else ""
