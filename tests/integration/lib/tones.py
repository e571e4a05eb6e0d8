"""For integration scripts in Python: tones, to tell what is heard; SDL's disk driver writes it to a file."""
import array
import math
import os
import time
import wave

RATE = 48000
LOW, HIGH = 441, 1323  # Hz; a whole number of periods in the loops


def write_loop(path, hz, seconds=2):
    with wave.open(path, "wb") as w:
        w.setnchannels(1)
        w.setsampwidth(2)
        w.setframerate(RATE)
        samples = array.array("h", (int(8000 * math.sin(2 * math.pi * hz * i / RATE)) for i in range(RATE * seconds)))
        w.writeframes(samples.tobytes())


def strength(samples, hz):
    """Amplitude of one tone (Goertzel's sum, without its recursion)."""
    n = len(samples)
    turn = 2 * math.pi * hz / RATE
    a = sum(v * math.cos(turn * i) for i, v in enumerate(samples))
    b = sum(v * math.sin(turn * i) for i, v in enumerate(samples))
    return 2 * math.hypot(a, b) / n if n else 0


class Recording:
    def __init__(self, path):
        self.path = path

    def last(self, seconds=0.25):
        """The left channel of what was written last; nothing where nothing was yet."""
        if not os.path.exists(self.path):
            return []
        with open(self.path, "rb") as f:
            f.seek(0, 2)
            frames = f.tell() // 4
            want = min(frames, int(RATE * seconds))
            f.seek((frames - want) * 4)
            both = array.array("h", f.read(want * 4))
        return both[0::2]

    def hears(self, low, high, seconds=8):
        """Until the tones are there (True), gone (False)."""
        end = time.monotonic() + seconds
        levels = (0, 0)
        while time.monotonic() < end:
            heard = self.last()
            levels = (strength(heard, LOW), strength(heard, HIGH))
            if all((level > 1000) if wanted else (level < 30) for wanted, level in zip((low, high), levels)):
                return True, levels
            time.sleep(0.1)
        return False, levels
