"""What is kept between runs: after kill -9, and where nothing can be kept."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import signal
import subprocess
import time

import story
from tap import LANTERN, Run, check, done_testing, same

KEPT = "A place is kept."
folder = story.save("story", story.base())


def read(state, *arguments, input=""):
    return Run("read", folder, *arguments, input=input, env={"XDG_STATE_HOME": state})


def here(name):
    return os.path.join(os.getcwd(), name)


def plain():
    state = here("plain")
    run = read(state, input="2\n")
    check("the first time it does not ask", run.status == 0 and KEPT not in run.out, run)
    same("the folder is for its owner alone", 0o700, os.stat(state + "/lantern").st_mode & 0o777)
    same("so is the file", 0o600, os.stat(state + "/lantern/lantern.db").st_mode & 0o777)
    run = read(state)
    check("the second time it asks", KEPT in run.out and "Mist" not in run.out, run)
    run = read(state, input="1\n")
    check("going on", "It is done." in run.out and "Mist over" not in run.out, run)
    run = read(state, input="2\n")
    check("from the start", "Mist over 3 stones." in run.out, run)
    run = read(state, input="x\n1\n")
    check("an unknown answer asks again", run.out.count(KEPT) == 2 and "It is done." in run.out, run)
    check("--scene does not ask", KEPT not in read(state, "--scene", "bank").out)
    check("--no-keep sees no kept place", KEPT not in read(state, "--no-keep").out)


def forgotten():
    state = here("forgotten")
    run = read(state, "--no-keep", input="1\n")
    check("--no-keep", "It is done." in run.out and not os.path.exists(state + "/lantern"), run)


def elsewhere():
    state = here("elsewhere")
    read(state, input="1\n")
    other = story.base()
    other["id"] = "another"
    run = Run("read", story.save("other", other), env={"XDG_STATE_HOME": state})
    check("another story has no part in it", KEPT not in run.out and "Mist over" in run.out, run)


def killed():
    """Ended in the middle of a telling, without a chance to tidy up."""
    for answer, told in ((b"2\n", "It is done."), (b"1\n", "It is done.")):
        state = here("killed-" + answer.decode().strip())
        process = subprocess.Popen([LANTERN, "read", folder], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE,
                                   env=dict(os.environ, XDG_STATE_HOME=state))
        process.stdin.write(answer)
        process.stdin.flush()
        read_so_far, until = b"", time.monotonic() + 20
        # The question after the ending: the place is kept by then.
        while read_so_far.count(b"> ") < 2 and time.monotonic() < until:
            read_so_far += os.read(process.stdout.fileno(), 65536)
        process.send_signal(signal.SIGKILL)
        process.wait()
        run = read(state, input="1\n")
        check("killed after %r" % answer, KEPT in run.out and told in run.out
              and "Mist over" not in run.out, run)


def edited():
    state = here("edited")
    read(state, input="2\n")
    model = story.base()
    model["scenes"][1]["choices"] = [{"id": "other", "text": "Swim", "to": "far"}]
    del model["scenes"][1]["next"]
    story.save(folder, model)
    run = read(state, input="1\n")
    story.save(folder, story.base())
    check("an edited story: as far as it fits", run.status == 0 and "Swim" in run.out
          and "The story has changed since then." in run.out, run)


def unable(name, state):
    run = read(state, input="2\n")
    check(name + ": the story goes on", run.status == 0 and "It is done." in run.out, run)
    same(name + ": said once", 1, (run.out + run.err).count("cannot be kept"))


def damaged():
    state = here("damaged")
    read(state, input="1\n")
    database = state + "/lantern/lantern.db"
    story.write(database, b"not a database, but long enough to be looked at" * 100)
    run = read(state, input="1\n")
    check("a damaged database: set aside and said", run.status == 0 and "set aside" in run.out, run)
    check("a damaged database: not deleted",
          any("damaged" in name for name in os.listdir(state + "/lantern")))
    check("a damaged database: a new one keeps", KEPT in read(state).out)


plain()
forgotten()
elsewhere()
killed()
edited()
story.write("file", b"not a folder")
unable("a file in place of the folder", here("file"))
if os.geteuid() == 0:
    unable("a folder nobody can write to", "/proc")
else:
    os.mkdir("read-only", 0o555)
    unable("a read-only folder", here("read-only"))
run = Run("read", folder, input="2\n", env={"XDG_STATE_HOME": None, "HOME": None})
check("no home at all", run.status == 0 and "It is done." in run.out, run)
damaged()
done_testing()
