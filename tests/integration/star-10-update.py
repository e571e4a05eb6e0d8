# takes: 300
"""★10: content updates. A sealed story is taken in whole or not at all: damaged, faulty, with the disk full, or
with the plug pulled in the middle; what is shown is touched by none of them."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import random
import shutil
import signal
import subprocess
import time

import story
from namespace import why_not
from tap import LANTERN, Run, check, done_testing, same, skip

LONG = bool(os.environ.get("LANTERN_LONG"))
SEED = int(os.environ.get("LANTERN_SEED") or 20261123)
STORE = os.path.join(os.getcwd(), "store")


def pack(name, title, padding=0):
    folder = os.path.join(os.getcwd(), name)
    model = story.base()
    model["title"] = title
    story.save(folder, model)
    if padding:
        with open(folder + "/padding.bin", "wb") as file:
            file.write(random.Random(SEED).randbytes(padding))
    return folder


def update(*arguments, store=STORE, **more):
    return Run("update", "--store", store, *arguments, **more)


def link(name, store=STORE):
    try:
        return os.readlink(os.path.join(store, name))
    except FileNotFoundError:
        return None


def is_whole(name, store=STORE):
    """By sha256sum's word."""
    done = subprocess.run(["sha256sum", "--check", "--quiet", os.path.join(os.getcwd(), "sums")],
                          cwd=os.path.join(store, link(name, store)), capture_output=True, text=True)
    return done.returncode == 0


def copies(store=STORE):
    return sorted(name for name in os.listdir(store) if os.path.isdir(os.path.join(store, name)) and
                  not os.path.islink(os.path.join(store, name)))


def good():
    folder = pack("one", "The first")
    refused = update(folder)
    check("what is not sealed is refused", refused.status == 1 and "there is no SHA256SUMS" in refused.err, refused)
    sealed = update("--seal", folder)
    check("a story is sealed", sealed.status == 0 and "files are listed" in sealed.out, sealed)
    same("sha256sum agrees with the seal", 0, subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"],
                                                            cwd=folder).returncode)
    # And one that sha256sum made is as good.
    names = sorted(os.path.relpath(os.path.join(at, name), folder) for at, _, files in os.walk(folder) for name in files
                   if name != "SHA256SUMS")
    with open(folder + "/SHA256SUMS", "w", encoding="utf-8") as file:
        subprocess.run(["sha256sum", "--", *names], cwd=folder, stdout=file, check=True)
    taken = update(folder)
    check("a sealed story is taken in, and waits", taken.status == 0 and link("next") in taken.out, taken)
    same("nothing else is shown yet", None, link("current"))
    shutil.copy(folder + "/SHA256SUMS", "sums")
    check("the copy is whole", is_whole("next"))
    told = update()
    check("and that is told", "waits: %s\n" % link("next") in told.out and "shown: the documentary" in told.out, told)
    # As the kiosk does when nobody watches.
    os.rename(STORE + "/next", STORE + "/current")
    check("then it is what is shown", "shown: %s\nnothing waits\n" % link("current") == update().out)


def bad():
    before = (link("current"), copies())
    folder = pack("bad", "The second")
    update("--seal", folder)
    with open(folder + "/story.json", "a", encoding="utf-8") as file:
        file.write(" ")
    refused = update(folder)
    check("one byte more is found", refused.status == 1 and "\"story.json\" is not as SHA256SUMS says" in refused.err, refused)
    model = story.base()
    model["scenes"][0]["choices"][0]["to"] = "nowhere"
    story.save(folder, model)
    update("--seal", folder)
    refused = update(folder)
    check("a story with faults is refused, and they are told", refused.status == 1 and "[unknown-scene]" in refused.err, refused)
    refused = update(os.path.join(os.getcwd(), "absent"))
    check("a folder that is not there", refused.status == 1 and "absent" in refused.err, refused)
    same("all that left things as they were", before, (link("current"), copies()))
    same("and nothing waits", None, link("next"))


def cut(runs):
    """Killed at a random moment: what waits is whole, or nothing does; the next one works."""
    chance = random.Random(SEED)
    folder = pack("cut", "The third", padding=3 << 20)
    update("--seal", folder)
    shutil.copy(folder + "/SHA256SUMS", "sums")
    began = time.monotonic()
    update(folder)
    whole_seconds = time.monotonic() - began
    shown = link("current")
    torn, waited = [], 0
    for n in range(runs):
        if os.path.lexists(STORE + "/next"):
            os.unlink(STORE + "/next")
        process = subprocess.Popen([LANTERN, "update", "--store", STORE, folder], stdout=subprocess.DEVNULL)
        time.sleep(chance.random() * whole_seconds * 1.1)
        process.send_signal(signal.SIGKILL)
        process.wait()
        waits = link("next")
        waited += waits is not None
        if link("current") != shown or (waits and not is_whole("next")):
            torn.append((n, waits))
        if n % 2:
            # The copy is made anew, not found.
            for name in copies():
                if name != shown:
                    shutil.rmtree(os.path.join(STORE, name))
    same("killed %d times, what waits is whole and what is shown the same" % runs, [], torn)
    check("it was cut before the end and after", 0 < waited < runs, waited)
    same("and the next one works", 0, update(folder).status)
    same("nothing is left lying about", 2, len(copies()))


def full():
    store = os.path.join(os.getcwd(), "small")
    os.makedirs(store, exist_ok=True)
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", store])
    if done.returncode:
        skip("a full disk", "cannot mount")
        return
    refused = update(os.path.join(os.getcwd(), "cut"), store=store)
    check("a full disk is said", refused.status == 1 and "No space left" in refused.err, refused)
    same("nothing waits there", None, link("next", store))
    small = pack("tiny", "The fourth")
    update("--seal", small)
    same("what was left half done makes room again", 0, update(small, store=store).status)


def shows_what_waits():
    """What was taken in is a story that plays."""
    read = Run("read", os.path.join(STORE, link("next")), "--no-keep")
    check("what waits can be told", read.status == 0 and "The third" in read.out, read)


INSIDE = "LANTERN_TEST_IS_INSIDE"
if not why_not() and INSIDE not in os.environ:
    os.environ[INSIDE] = "1"
    os.execvp("unshare", ["unshare", "--mount", "--propagation", "private", sys.executable, __file__])
good()
bad()
cut(400 if LONG else 24)
shows_what_waits()
if INSIDE in os.environ:
    full()
else:
    skip("a full disk", why_not())
done_testing()
