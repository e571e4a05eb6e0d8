"""The documentary's loops: each decodes, is quiet, meets its own beginning, and is named by a scene."""
import glob
import json
import os
import subprocess
import sys
import tempfile
import wave

import numpy as np

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
from tap import DOCUMENTARY, check, done_testing

RATE, SECONDS = 48000, 24
TOTAL_BYTES = 12 << 20


def decoded(path):
    """Two rows, -1 … 1."""
    with tempfile.NamedTemporaryFile(suffix=".wav") as out:
        subprocess.run(["opusdec", "--quiet", "--rate", str(RATE), path, out.name], check=True)
        with wave.open(out.name) as w:
            samples = np.frombuffer(w.readframes(w.getnframes()), "<i2").astype(float) / 32768
            return samples.reshape(-1, w.getnchannels()).T


def decibel(amplitude):
    return 20 * np.log10(max(amplitude, 1e-6))


with open(DOCUMENTARY + "/story.json", encoding="utf-8") as f:
    scenes = json.load(f)["scenes"]
named = {s["sound"]["file"] for s in scenes if "sound" in s}
there = {os.path.relpath(p, DOCUMENTARY) for p in glob.glob(DOCUMENTARY + "/sounds/*")}
check("each loop is named by a scene, each name is there", named == there, str(named ^ there))
check("every scene has one, with words and without an end",
      all(s.get("sound", {}).get("alt") and s["sound"].get("loop") for s in scenes),
      str([s["id"] for s in scenes if "sound" not in s]))
total = sum(os.path.getsize(f"{DOCUMENTARY}/{p}") for p in there)
check("together under 12 MB", total < TOTAL_BYTES, f"{total / 1e6:.1f} MB")
for file in sorted(there):
    x = decoded(f"{DOCUMENTARY}/{file}")
    check(f"{file}: {SECONDS} s in stereo", x.shape == (2, RATE * SECONDS), x.shape)
    rms, most = decibel(np.sqrt((x**2).mean())), decibel(np.abs(x).max())
    check(f"{file}: about -30 dBFS", -31.5 < rms < -28.5, f"{rms:.1f}")
    check(f"{file}: peaks under -10 dBFS", most < -10 + 0.2, f"{most:.1f}")
    steps = np.abs(np.diff(x, axis=1))
    seam = np.abs(x[:, 0] - x[:, -1])
    usual = np.maximum(np.quantile(steps, 0.9999, axis=1), 0.002)
    check(f"{file}: no click where it begins again", (seam <= usual).all(), f"{seam} against {usual}")
done_testing()
