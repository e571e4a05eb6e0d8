"""Instructions of Lantern's own functions for pieces of its work, counted by callgrind: the same on any machine, quiet
or not, as long as compiler and flags are. tests/bench/instructions.txt keeps them; tests/integration/instructions.py
compares; `tests/bench/run --instructions --write` renews them.
"""
import json
import os
import platform
import re
import subprocess
import tempfile

HERE = os.path.dirname(os.path.realpath(__file__))
DOCUMENTARY = os.path.dirname(os.path.dirname(HERE)) + "/content/across-the-tumen"
STORY = os.path.dirname(HERE) + "/fixtures/sample"
KEPT = HERE + "/instructions.txt"
HEAD = """\
# Instructions that Lantern's own functions take, libraries left out, counted by callgrind. The build that they hold for
# stands above them, and how long the documentary's story.json was. tests/integration/instructions.py compares, with 5 %
# either way; renewed by tests/bench/run --instructions --write
"""
# What is counted: what the driver is told, and what to call it in words.
PIECES = {
    "load": (["load", DOCUMENTARY], "load of the documentary"),
    "choice": (["choice", STORY], "one choice, with the texts of the scene it leads to"),
    "caption": (["caption"], "one caption laid out"),
    "fade": (["fade"], "one frame of a cross-fade at 1920x1080"),
}


def driver(release):
    """Builds tests/bench/driver.c beside the released program; returns it."""
    folder = os.path.dirname(os.path.dirname(os.path.realpath(release)))
    subprocess.run(["ninja", "-C", folder, "tests/bench/driver"], check=True, stdout=subprocess.DEVNULL)
    return folder + "/tests/bench/driver"


def build_of(release):
    """Compiler, flags that change what is made, and the processor as far as the program looks at it."""
    folder = os.path.dirname(os.path.dirname(os.path.realpath(release)))
    with open(folder + "/compile_commands.json", encoding="utf-8") as f:
        commands = [unit["command"].split() for unit in json.load(f) if "liblantern-" in unit["output"]]
    said = subprocess.run([commands[0][0], "--version"], capture_output=True, text=True, check=True).stdout
    flags = {word for command in commands for word in command
             if re.match(r"-[Ofm]|-std=|-DNDEBUG", word) and "diagnostics" not in word}
    with open("/proc/cpuinfo", encoding="utf-8") as f:
        features = f.read().split()
    wide = [name for name in ("avx2", "asimd") if name in features]
    return {"compiler": said.splitlines()[0], "flags": " ".join(sorted(flags)),
            "processor": " ".join([platform.machine(), *wide])}


def count(program, piece):
    """The instructions of one piece, by functions of the program's own file."""
    arguments = PIECES[piece][0]
    with tempfile.TemporaryDirectory() as folder:
        out = folder + "/out"
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", f"--toggle-collect={piece}_once",
             "--compress-strings=no", "--compress-pos=no", program, *arguments], capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{piece}: exit {done.returncode}: {done.stderr[-500:]}")
        with open(out, encoding="utf-8") as f:
            return own(f, os.path.realpath(program))


def expected(piece, known):
    """What the file says of a piece; loading the documentary takes more as that grows."""
    return known[piece] * story_bytes() // known["bytes"] if piece == "load" else known[piece]


def story_bytes():
    return os.path.getsize(DOCUMENTARY + "/story.json")


def own(lines, program):
    """Of a callgrind.out: the costs of lines that stand under ob=PROGRAM, calls left out."""
    total, ours, is_call = 0, False, False
    for line in lines:
        if line.startswith("ob="):
            ours = line[3:].strip() == program
        elif line.startswith("calls="):
            is_call = True
            continue
        elif ours and not is_call and line[:1].isdigit():
            total += int(line.split()[1])
        is_call = False
    return total


def kept():
    """What is in the file: the build's lines, and counts."""
    found = {}
    with open(KEPT, encoding="utf-8") as f:
        for line in f:
            if not line.startswith("#"):
                name, value = line.rstrip("\n").split(" ", 1)
                found[name] = int(value) if name in PIECES or name == "bytes" else value
    return found


def keep(build, counts):
    with open(KEPT, "w", encoding="utf-8") as f:
        f.write(HEAD)
        f.writelines(f"{name} {value}\n" for name, value in {**build, "bytes": story_bytes(), **counts}.items())
