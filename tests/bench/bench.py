"""What tests/bench/run runs: builds the small programs, measures in rounds, prints the tables."""
import argparse
import json
import os
import platform
import shlex
import signal
import subprocess
import sys
import tempfile

import aims
import callgrind
import display
import measure
import peers
import stories
import tables

HERE = os.path.dirname(os.path.realpath(__file__))
LANTERN = os.environ["LANTERN_RELEASE"]
SIZES = {"1080p": "1920x1080", "4k": "3840x2160"}
SCENES = 12
QUIET = 1  # a load below it
FULL = measure.How(rounds=5, idle_s=10, idle_rounds=2, presses=20, key_rounds=5, fades=4, fade_rounds=5,
                   rest_ms=2_500, settle_s=1.5)
QUICK = measure.How(rounds=3, idle_s=3, idle_rounds=1, presses=11, key_rounds=1, fades=2, fade_rounds=1,
                    rest_ms=1_500, settle_s=0.8)


def progress(words):
    print(words, file=sys.stderr, flush=True)


def arguments():
    p = argparse.ArgumentParser(prog="tests/bench/run")
    p.add_argument("--quick", action="store_true")
    p.add_argument("--only", action="append", default=[], metavar="NAME")
    p.add_argument("--rounds", type=int)
    p.add_argument("--markdown", action="store_true")
    p.add_argument("--json", metavar="FILE")
    p.add_argument("--shots", metavar="FOLDER")
    p.add_argument("--instructions", action="store_true")
    p.add_argument("--write", action="store_true")
    return p.parse_args()


def compile_c(folder, name, *packages):
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", *packages],
                           capture_output=True, text=True, check=True).stdout
    out = f"{folder}/{name}"
    subprocess.run(["cc", "-std=c11", "-D_GNU_SOURCE", "-O3", f"{HERE}/{name}.c", "-o", out, *shlex.split(flags)],
                   check=True)
    return out


def workload(folder, size):
    os.makedirs(folder)
    subprocess.run(["/usr/bin/python3", "-B", f"{HERE}/workload.py", folder, size], check=True)


# --- windows ---

def wanted(all_peers, options):
    if options.quick and not options.only:
        return [p for p in all_peers if p.name in ("lantern", "bare")]
    named = [p for p in all_peers if p.name in options.only]
    return named if options.only else all_peers


def windows(folder, shared, name, make_peers, options, how):
    """Figures of each peer on a display of that size, as (peer, figures). All in turn, round after round."""
    size = SIZES[name]
    work = f"{folder}/{name}"
    workload(work, size)
    chosen = wanted(make_peers(work, size), options)
    with display.Display(f"{shared}/{name}", f"{folder}/watch", *map(int, size.split("x"))) as d:
        trials = [measure.Trial(d, peer, folder, SCENES, how) for peer in chosen]
        for n in range(how.rounds):
            for trial in list(trials):
                progress(f"{name}, round {n + 1} of {how.rounds}: {trial.peer.name}")
                try:
                    trial.round(n)
                except RuntimeError as e:  # the others go on
                    print(f"{trial.peer.name} is left out: {e}", flush=True)
                    trials.remove(trial)
        for trial in trials if options.shots else []:
            trial.shots(options.shots)
    return [(trial.peer, trial.figures) for trial in trials]


def named(found):
    return [(peer.title + (f" {peers.version(peer)}" if peer.package else ""), figures) for peer, figures in found]


def figures_of(found, name):
    return next((figures for peer, figures in found if peer.name == name and figures.start_ms), None)


def show(title, head, rows):
    if rows:
        print(f"\n{title}\n\n{tables.text(head, rows)}", flush=True)


def show_windows(found, large):
    known = named(found)
    show("1920x1080, twelve scenes: median (least–most)", *tables.scenes(known))
    show("A cross-fade of half a second, 1920x1080", *tables.fades(known))
    show("Ratios of medians, 1920x1080", *tables.ratios(known, figures_of(found, "bare"),
                                                        figures_of(found, "chromium")))
    if large:
        known = named(large)
        show("3840x2160, pictures of that size", *tables.scenes(known))
        show("A cross-fade of half a second, 3840x2160", *tables.fades(known))
        show("Ratios of medians, 3840x2160", *tables.ratios(known, figures_of(large, "bare"), None))


# --- what to know ---

def machine():
    gpu = "a GPU" if os.path.isdir("/dev/dri") and any(n.startswith("render") for n in os.listdir("/dev/dri")) \
        else "no GPU"
    with open("/proc/meminfo", encoding="ascii") as f:
        memory = round(int(f.readline().split()[1]) / 1024 ** 2)
    load = os.getloadavg()[0]
    noise = "" if load < QUIET else ": NOT QUIET, times are worth little, counts, CPU and memory more"
    return f"{os.cpu_count()} cores ({platform.machine()}), {memory} GB, {gpu}; load before the run {load:.1f}{noise}."


UNEQUAL = """\
How: every program in turn on one Xvfb, round after round. The first scene is there when the display's own pixels are
those of the scene at rest, words and all; a key is answered when the first pixel changes, whole when the last one has.
Memory is PSS of all processes, wake-ups are the times a thread went to sleep by itself, frames are counted on the
display. CPU is all that the program's processes use: for a key from it to calm and a quarter of a second on, for a fade
in the second from its key on, the decoding of what comes next with it.
Not equal:
- Lantern shows a caption, and at the next key the two choices in its place; the others show both at once. Its key to
  change is the choice's, to the next scene; it alone also shows title, chapter and its own controls.
- bare C, imv and feh show pictures alone; bare C with words renders them with one font, without ICU.
- Lantern, Chromium and Ren'Py decode what comes next ahead of the key by themselves or as told, LÖVE in a thread of the
  game; bare C does where it says so, imv and feh do not.
- Scenes are cut (Lantern: --still) but where a fade is measured. LÖVE's usual loop draws all the time; Chromium has a
  used profile{sandbox}; Ren'Py's idle rate is its own default.
- Debian's Ren'Py 8.0.3 loads scripts anew at each start and stores none compiled, so its time is also given without
  that; it needs a fix in the project to start at all with Debian 12's Python.
- Ren'Py fills the screen, and imv is given keys, only by a window manager: matchbox runs beside these two, uncounted."""


def not_equal():
    return UNEQUAL.format(sandbox=", and as root no sandbox" if os.geteuid() == 0 else "")


# --- all of it ---

def instructions(options):
    program = callgrind.driver(LANTERN)
    build = callgrind.build_of(LANTERN)
    counts = {piece: callgrind.count(program, piece) for piece in callgrind.PIECES}
    for name, value in build.items():
        print(f"{name}: {value}")
    for piece, (_, what) in callgrind.PIECES.items():
        print(f"{counts[piece]:>14,}  {what}")
    if options.write:
        callgrind.keep(build, counts)


def run_all(options, folder, shared):
    how = QUICK if options.quick else FULL
    how.rounds = options.rounds or how.rounds
    bare = compile_c(folder, "bare", "sdl2", "SDL2_image", "SDL2_ttf")
    compile_c(folder, "watch", "x11", "xtst")
    parse = compile_c(folder, "parse", "libcjson")
    print(machine(), flush=True)

    def ours(work, size):
        return peers.lantern(LANTERN, size, work) + peers.bare(bare, size, work)

    found, large, rows = [], [], []
    names = set(options.only) - {"4k", "stories"}
    if names or not options.only:
        found = windows(folder, shared, "1080p", lambda w, s: ours(w, s) + peers.others(w), options, how)
    if "4k" in options.only or not options.only and not options.quick:
        large = windows(folder, shared, "4k",
                        lambda w, s: [p for p in ours(w, s) if p.name in ("lantern", "bare")],
                        argparse.Namespace(quick=True, only=[], shots=options.shots), how)
    show_windows(found, large)
    if "stories" in options.only or not options.only:
        progress("stories")
        rows = stories.measure(folder, LANTERN, callgrind.driver(LANTERN), parse, 2 if options.quick else 5,
                               options.quick)
        show("Stories of many scenes", *tables.stories(rows))
    by_name = [{p.name: f for p, f in some if f.start_ms} for some in (found, large)]
    show("What Lantern is to reach", *aims.table(aims.of_windows(*by_name) + (aims.of_stories(rows) if rows else [])))
    if found or large:
        print("\n" + not_equal())
    if options.markdown and found:
        print("\n" + tables.markdown(*tables.readme(named(pair for pair in found if pair[0].in_readme))))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as f:
            json.dump({"1080p": {p.name: vars(v) for p, v in found}, "4k": {p.name: vars(v) for p, v in large},
                       "stories": rows}, f, indent=1)


def in_memory():
    """Where the display's pixels lie, so that no disk is waited for."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def main():
    options = arguments()
    if options.instructions:
        return instructions(options)
    os.environ.pop("WAYLAND_DISPLAY", None)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what was started ends too
    with tempfile.TemporaryDirectory(prefix="lantern-bench-") as folder, \
            tempfile.TemporaryDirectory(prefix="lantern-bench-", dir=in_memory()) as shared:
        os.environ.update(HOME=folder, XDG_STATE_HOME=folder, XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder,
                          XDG_RUNTIME_DIR=folder, TMPDIR=folder)
        os.chdir(folder)
        run_all(options, folder, shared)
    return None


if __name__ == "__main__":
    sys.exit(main())
