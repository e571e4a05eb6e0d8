# needs: quiet
# takes: 120
"""200,000 scenes: checked and begun in seconds, within memory."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import json
import resource
import time

import story
from tap import check, done_testing

SCENES = 200000
SECONDS = 10
MEGABYTES = 1500
PROGRAM = os.environ.get("LANTERN_RELEASE", "")
if not os.access(PROGRAM, os.X_OK):
    PROGRAM = os.environ["LANTERN"]


def measured(*arguments):
    """Status, seconds and megabytes of one run; standard output goes to a file."""
    began = time.monotonic()
    with open("out", "wb") as out, open("err", "wb") as err, open("/dev/null", "rb") as nothing:
        process = os.posix_spawn(PROGRAM, [PROGRAM, *arguments], os.environ, file_actions=[
            (os.POSIX_SPAWN_DUP2, nothing.fileno(), 0), (os.POSIX_SPAWN_DUP2, out.fileno(), 1),
            (os.POSIX_SPAWN_DUP2, err.fileno(), 2)])
        _, status, usage = os.wait4(process, 0)
    return os.waitstatus_to_exitcode(status), time.monotonic() - began, usage.ru_maxrss / 1024


def scene(n):
    it = {"id": "s%d" % n, "chapter": "one", "title": "Scene %d" % n,
          "captions": [{"text": "The river is the same, and it is another one.", "cite": []}]}
    if n == SCENES - 1:
        it["ending"] = {"id": "end", "title": "End"}
    elif n % 3 == 0:
        it["choices"] = [{"text": "On", "to": "s%d" % (n + 1), "set": {"coins": n % 2}},
                         {"id": "far", "text": "Far, for {coins}",
                          "to": "s%d" % min(n + 50, SCENES - 1)}]
    else:
        it["next"] = "s%d" % (n + 1)
    return it


model = {"format": 1, "id": "huge", "title": "Huge", "language": "en", "start": "s0",
         "state": {"coins": 0}, "chapters": [{"id": "one", "title": "One"}],
         "scenes": [scene(n) for n in range(SCENES)]}
story.write("huge/story.json", json.dumps(model).encode())
for arguments in (("check", "huge"), ("walk", "--random", "1", "--steps", "1000", "huge"),
                  ("read", "--no-keep", "huge"), ("graph", "huge")):
    status, seconds, megabytes = measured(*arguments)
    check(arguments[0] + ": exit 0", status == 0, (status, open("err", errors="replace").read()))
    check("%s: under %d s" % (arguments[0], SECONDS), seconds < SECONDS, seconds)
    check("%s: under %d MB" % (arguments[0], MEGABYTES), megabytes < MEGABYTES, megabytes)
check("this test itself stays small",
      resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 4 << 20)
done_testing()
