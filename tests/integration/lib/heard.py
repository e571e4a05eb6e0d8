"""For integration scripts in Python: the log of what was said (LANTERN_SPEECH_LOG)."""
import json
import os
import re
import tempfile

from window import play_script

SAID_MS = 400000  # longer than any utterance takes


def bare(text):
    """Without white space: parts of an utterance join without any."""
    return re.sub(r"\s+", "", text)


class Utterance:
    def __init__(self, lines):
        self.lines = lines
        self.why, self.start, self.end = lines[0]["why"], lines[0]["start"], lines[-1]["end"]
        self.texts = [line["text"] for line in lines]
        self.bare = bare("".join(self.texts))

    def __str__(self):
        return "%s: %s" % (self.why, " | ".join(self.texts))


def utterances(path):
    by_number = {}
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            for line in map(json.loads, file):
                by_number.setdefault(line["utterance"], []).append(line)
    return [Utterance(lines) for lines in by_number.values()]


def listen(deeds, *arguments, wait=SAID_MS, **more):
    """Plays deeds, hearing each one's words to their end. Returns status, frames, errors, utterances."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LANTERN_SPEECH_LOG"] = folder + "/speech.log"
        waits = ["wait %d" % wait] if wait else []
        script = waits + [line for deed in deeds for line in [deed, *waits]]
        try:
            status, frames, errors = play_script(script, "--still", *arguments, **more)
        finally:
            del os.environ["LANTERN_SPEECH_LOG"]
        return status, frames, errors, utterances(folder + "/speech.log")


def unheard(frames, said):
    """Strings that stood on a page and were never said."""
    hay = "\n".join(u.bare for u in said)
    strings = {i[field] for f in frames for i in f["items"] for field in ("name", "value") if i[field].strip()}
    return sorted(s for s in strings if bare(s) not in hay)
