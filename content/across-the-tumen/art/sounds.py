#!/usr/bin/python3
"""Make the quiet loops of "Across the Tumen" again.

    sounds.py                  list their names
    sounds.py NAME... | all    make these; ART_INTO is the folder that gets sounds/, else the documentary

Everything is built in the frequency domain or laid round a circle, so each loop meets its own beginning:
there is no seam to hide. About -30 dBFS RMS, peaks under -10.

Debian: python3-numpy opus-tools
"""
import os
import struct
import subprocess
import sys
import zlib

import numpy as np

ART = os.path.dirname(os.path.abspath(__file__))
INTO = os.environ.get('ART_INTO') or os.path.dirname(ART)
RATE = 48000
SECONDS = 24
N = RATE * SECONDS
F = np.fft.rfftfreq(N, 1 / RATE)
RMS_DB = -30
PEAK_DB = -13


class Kit:
    """The chances of one loop, from its name: each is the same every time."""

    def __init__(self, name):
        self.rng = np.random.RandomState(zlib.crc32(name.encode()) & 0x7FFFFFFF)

    def noise(self, shape):
        """Noise of this spectrum, of RMS 1."""
        phase = self.rng.uniform(0, 2 * np.pi, len(F))
        x = np.fft.irfft(shape(F) * np.exp(1j * phase), N)
        return x / np.sqrt((x**2).mean())

    def slow(self, rate, low, high):
        """A wandering level between low and high that turns about `rate` times a second."""
        x = self.noise(lambda f: np.exp(-((f / rate) ** 2)) * (f > 0))
        return low + (high - low) * (np.tanh(0.9 * x) + 1) / 2

    def lay(self, events):
        """Stereo from (start in samples, mono samples, pan 0..1): what runs over the end goes on at the start."""
        out = np.zeros((2, N))
        for start, samples, pan in events:
            at = (start + np.arange(len(samples))) % N
            np.add.at(out[0], at, samples * np.cos(pan * np.pi / 2))
            np.add.at(out[1], at, samples * np.sin(pan * np.pi / 2))
        return out

    def times(self, count, apart=0.0):
        """Starts, never nearer than `apart` seconds by much, in samples."""
        step = N / count
        return [int((i + self.rng.uniform(0.1, 0.9)) * step + apart) % N for i in range(count)]


def band(low, high, steep=2.0):
    return lambda f: 1 / (1 + (low / np.maximum(f, 1e-3)) ** (2 * steep)) / (1 + (f / high) ** (2 * steep))


def pink(f):
    return 1 / np.sqrt(np.maximum(f, 20))


def peak(at, width):
    return lambda f: np.exp(-(((f - at) / width) ** 2))


def colour(low, high, steep=2.0):
    shape = band(low, high, steep)
    return lambda f: pink(f) * shape(f)


def level(x):
    return x / np.sqrt((x**2).mean())


def decaying(seconds, attack=0.004):
    t = np.arange(int(RATE * seconds)) / RATE
    return t, np.minimum(1, t / attack) * np.exp(-5 * t / seconds)


def both(make):
    return np.stack([make(), make()])


# --- what sounds ---

def wind(k, low=60, high=420, whistle=0.10, snow=0.05):
    gust, flutter = k.slow(0.12, 0.25, 1), k.slow(0.35, 0.5, 1)
    side = []
    for _ in range(2):
        body = k.noise(colour(low, high))
        middle = k.noise(colour(high * 0.85, high * 2.2, 3))
        song = k.noise(peak(640, 46)) + 0.7 * k.noise(peak(910, 60))
        grains = k.noise(colour(2500, 7000))
        side.append(body * gust * flutter + 0.42 * middle * gust**2.2 * k.slow(0.5, 0.6, 1)
                    + whistle * song * gust**4 * k.slow(0.25, 0.1, 1) + snow * grains * gust**2)
    return np.stack([0.85 * side[0] + 0.15 * side[1], 0.85 * side[1] + 0.15 * side[0]])


def ice(k):
    """Now and then the ice sounds: a short falling tone, far off."""
    events = []
    for start in k.times(5):
        t, fall = decaying(k.rng.uniform(0.5, 1.1))
        f0 = k.rng.uniform(240, 420)
        tone = np.sin(2 * np.pi * f0 * (t - 0.35 * t * t)) + 0.4 * np.sin(2 * np.pi * 2.7 * f0 * (t - 0.4 * t * t))
        events.append((start, tone * fall * k.rng.uniform(0.3, 1), k.rng.uniform(0.2, 0.8)))
    return k.lay(events)


def crackle(k, count=260):
    events = []
    for start in k.times(count):
        t, fall = decaying(k.rng.uniform(0.004, 0.02), 0.0005)
        events.append((start, k.rng.randn(len(t)) * fall * k.rng.gamma(0.8, 0.5), k.rng.uniform(0.35, 0.65)))
    return k.lay(events)


def clock(k):
    """A second hand, tick and tock unlike."""
    events = []
    for second in range(SECONDS):
        t, fall = decaying(0.05, 0.0008)
        f0 = 2100 if second % 2 else 1750
        events.append((second * RATE, np.sin(2 * np.pi * f0 * t) * fall * 0.7 + k.rng.randn(len(t)) * fall**3 * 0.3, 0.62))
    return k.lay(events)


def bubbles(k, count=2600):
    events = []
    for _ in range(count):
        t, fall = decaying(k.rng.uniform(0.012, 0.06), 0.001)
        f0 = k.rng.uniform(380, 1500)
        chirp = np.sin(2 * np.pi * (f0 * t + f0 * k.rng.uniform(0.4, 2.2) * t * t * 4))
        events.append((k.rng.randint(N), chirp * fall * k.rng.gamma(1.3, 0.5), k.rng.uniform(0.15, 0.85)))
    return k.lay(events)


def crickets(k):
    """Three of them, each with its own beat; a whole number of chirps goes round the loop."""
    out = np.zeros((2, N))
    t = np.arange(N) / RATE
    for f0, chirps, pan in ((4100, 34, 0.25), (4560, 29, 0.7), (3800, 41, 0.5)):
        beat = np.maximum(0, np.sin(2 * np.pi * chirps * t / SECONDS)) ** 6
        trill = 0.5 + 0.5 * np.sin(2 * np.pi * round(28 * SECONDS) * t / SECONDS)
        tone = np.sin(2 * np.pi * round(f0 * SECONDS) * t / SECONDS) * beat * trill * k.slow(0.2, 0.2, 1)
        out += np.stack([tone * np.cos(pan * np.pi / 2), tone * np.sin(pan * np.pi / 2)])
    return out


def rain_drops(k, count=5200):
    events = []
    for _ in range(count):
        t, fall = decaying(k.rng.uniform(0.002, 0.012), 0.0004)
        f0 = k.rng.uniform(1800, 5200)
        drop = np.sin(2 * np.pi * f0 * t) * fall + k.rng.randn(len(t)) * fall * 0.4
        events.append((k.rng.randint(N), drop * k.rng.gamma(0.9, 0.5), k.rng.uniform(0.05, 0.95)))
    return k.lay(events)


def engine(k, turns=47):
    """A comb over a slow wander of the turns: periodic because the wander is."""
    wander = np.cumsum(k.slow(0.3, 0.985, 1.015))
    phase = 2 * np.pi * round(turns * SECONDS) * wander / wander[-1]
    hum = sum(np.sin(n * phase + k.rng.uniform(0, 6.28)) / n**1.3 for n in range(1, 9))
    return level(hum) * k.slow(0.4, 0.75, 1)


def joints(k, beats=30):
    """The road's joints under the wheels, front axle and back."""
    events = []
    for i in range(beats):
        for late, loud in ((0, 1.0), (0.17, 0.7)):
            t, fall = decaying(0.09, 0.004)
            thump = np.sin(2 * np.pi * 62 * t) * fall + 0.12 * k.rng.randn(len(t)) * fall**2
            events.append((int((i * SECONDS / beats + late) * RATE), thump * loud * k.rng.uniform(0.6, 1), 0.5))
    return k.lay(events)


def horn(k, at, f0=(180, 226), seconds=2.4, pan=0.3):
    """A train far away: two tones out of tune, without their upper half."""
    t = np.arange(int(RATE * seconds)) / RATE
    shape = np.minimum(1, t / 0.25) * np.minimum(1, (seconds - t) / 0.6)
    tone = sum(np.sin(2 * np.pi * f * t) + 0.3 * np.sin(4 * np.pi * f * t) for f in f0)
    return k.lay([(int(at * RATE), tone * shape, pan)])


def passing(k, count=5):
    """Cars that come and go some streets away."""
    out = np.zeros((2, N))
    for start in k.times(count):
        length = int(RATE * k.rng.uniform(4, 7))
        swell = np.sin(np.pi * np.arange(length) / length) ** 3
        sound = k.noise(colour(90, 1300))[:length] * swell * k.rng.uniform(0.4, 1)
        across = np.linspace(0.1, 0.9, length) if k.rng.rand() < 0.5 else np.linspace(0.9, 0.1, length)
        at = (start + np.arange(length)) % N
        out[0, at] += sound * np.cos(across * np.pi / 2)
        out[1, at] += sound * np.sin(across * np.pi / 2)
    return out


def birds(k, count=16):
    events = []
    for start in k.times(count):
        for i in range(k.rng.randint(2, 5)):
            t, fall = decaying(k.rng.uniform(0.05, 0.11), 0.008)
            f0 = k.rng.uniform(2600, 3900)
            call = np.sin(2 * np.pi * (f0 * t + f0 * k.rng.uniform(-1.2, 0.9) * t * t))
            events.append((start + int(i * 0.14 * RATE), call * fall * k.rng.uniform(0.3, 1), k.rng.uniform(0.1, 0.9)))
    return k.lay(events)


def steps(k, count=11):
    """Feet in snow, some way off."""
    events = []
    for i, start in enumerate(k.times(count)):
        t, fall = decaying(0.16, 0.02)
        events.append((start, k.rng.randn(len(t)) * fall, 0.3 + 0.03 * i))
    return k.lay(events)


def soften(x, low, high):
    """The same through a band, still periodic."""
    shape = band(low, high)(F)
    return np.stack([np.fft.irfft(np.fft.rfft(side) * shape, N) for side in x])


def murmur(k):
    """Many voices, none to be understood: noise through the places where vowels lie, in syllables."""
    out = np.zeros((2, N))
    for i in range(14):
        f1, f2 = k.rng.uniform(300, 700), k.rng.uniform(900, 1900)
        voice = k.noise(lambda f, a=f1, b=f2: pink(f) * (peak(a, 90)(f) + 0.5 * peak(b, 160)(f)))
        voice = voice * np.maximum(0, k.slow(3.2, -0.6, 1)) * k.slow(0.15, 0.2, 1)
        pan = k.rng.uniform(0.1, 0.9)
        out += np.stack([voice * np.cos(pan * np.pi / 2), voice * np.sin(pan * np.pi / 2)])
    return out


def room(k):
    return both(lambda: k.noise(colour(40, 160)))


# --- the places ---

def ice_wind(k):
    return level(wind(k)) + 0.10 * level(ice(k))


def village_night(k):
    still = level(wind(k, 50, 260, 0.02, 0.01)) * 0.8
    return still + 0.07 * level(soften(steps(k), 300, 2600)) + 0.09 * level(horn(k, 9)) + 0.05 * room(k)


def lamp_room(k):
    return 0.8 * level(room(k)) + 0.22 * level(soften(crackle(k), 500, 5000)) + 0.25 * level(wind(k, 60, 220, 0, 0))


def paper_room(k):
    return 0.9 * level(room(k)) + 0.12 * level(soften(clock(k), 400, 3500)) + 0.2 * both(lambda: k.noise(colour(60, 300)))


def car(k):
    motor = engine(k)
    road = both(lambda: k.noise(colour(70, 700)) * k.slow(0.3, 0.7, 1))
    air = both(lambda: k.noise(colour(900, 3500)))
    return 0.55 * np.stack([motor, motor]) + 0.8 * road + 0.07 * air + 0.25 * level(joints(k))


def river_insects(k):
    water = both(lambda: k.noise(colour(180, 1400)) * k.slow(0.4, 0.8, 1))
    return water + 0.45 * level(bubbles(k)) + 0.10 * level(crickets(k))


def rain(k):
    fall = both(lambda: k.noise(colour(700, 6000, 1)) * k.slow(0.2, 0.8, 1))
    return 0.7 * fall + 0.5 * level(rain_drops(k)) + 0.3 * room(k)


def dry_wind(k):
    return wind(k, 90, 620, 0.03, 0.16)


def street(k):
    return 0.5 * level(passing(k)) + 0.4 * level(murmur(k)) + 0.35 * both(lambda: k.noise(colour(50, 300)))


def fan_hall(k):
    t = np.arange(N) / RATE
    blades = 0.6 + 0.4 * np.sin(2 * np.pi * round(3.5 * SECONDS) * t / SECONDS)
    draught = both(lambda: k.noise(colour(120, 900))) * blades
    hum = np.sin(2 * np.pi * 100 * t) + 0.3 * np.sin(2 * np.pi * 200 * t)
    return 0.8 * draught + 0.12 * np.stack([hum, hum]) + 0.18 * level(murmur(k)) + 0.3 * room(k)


def city_dawn(k):
    hum = both(lambda: k.noise(colour(40, 250)) * k.slow(0.1, 0.7, 1))
    return 0.8 * hum + 0.45 * level(passing(k, 4)) + 0.08 * level(birds(k))


PLACES = {
    'ice-wind': ice_wind,
    'village-night': village_night,
    'lamp-room': lamp_room,
    'paper-room': paper_room,
    'car': car,
    'river-insects': river_insects,
    'rain': rain,
    'dry-wind': dry_wind,
    'street': street,
    'fan-hall': fan_hall,
    'city-dawn': city_dawn,
}


def mastered(x):
    """At its level; what stands out is rounded off."""
    most = 10 ** (PEAK_DB / 20)
    for _ in range(4):  # each rounding takes a little of the level away, which is given back
        x = level(x) * 10 ** (RMS_DB / 20)
        x = most * np.tanh(x / most)
    return x


# --- Opus that meets its own beginning ---
#
# An encoder starts and ends in silence. So a little of the loop's end is encoded before it and a little of
# its beginning behind it, and both are cut by what the format has for it: the pre-skip of the first page
# and the last page's granule position (RFC 7845 §4.5, §5.1).

BEFORE = 30 * 960
BEHIND = 8 * 960


def pages(ogg):
    """Where each page begins (RFC 3533 §6)."""
    at = 0
    while at < len(ogg):
        yield at
        at += 27 + ogg[at + 26] + sum(ogg[at + 27:at + 27 + ogg[at + 26]])


def checked(page):
    """The page with its checksum anew: polynomial 0x04C11DB7, over the page with a checksum of 0."""
    page[22:26] = bytes(4)
    crc = 0
    for byte in page:
        crc ^= byte << 24
        for _ in range(8):
            crc = (crc << 1 ^ (0x04C11DB7 if crc & 0x80000000 else 0)) & 0xFFFFFFFF
    page[22:26] = struct.pack('<I', crc)
    return page


def trimmed(ogg):
    starts = list(pages(ogg)) + [len(ogg)]
    first, last = starts[0], starts[-2]
    skip = struct.unpack_from('<H', ogg, first + 28 + 10)[0] + BEFORE
    end = skip + N
    before_last = struct.unpack_from('<q', ogg, starts[-3] + 6)[0]
    if end <= before_last:
        sys.exit('sounds.py: the last page is too short to be cut: change BEFORE')
    struct.pack_into('<H', ogg, first + 28 + 10, skip)
    struct.pack_into('<q', ogg, last + 6, end)
    for start, until in (starts[:2], starts[-2:]):
        ogg[start:until] = checked(ogg[start:until])
    return ogg


def save(name, x):
    folder = os.path.join(INTO, 'sounds')
    os.makedirs(folder, exist_ok=True)
    around = np.concatenate([x[:, -BEFORE:], x, x[:, :BEHIND]], axis=1)
    pcm = (np.clip(around, -1, 1) * 32767).astype('<i2').T.tobytes()
    run = subprocess.run(['opusenc', '--quiet', '--bitrate', '64', '--serial', '1', '--discard-comments', '--raw',
                          '--raw-rate', str(RATE), '--raw-chan', '2', '-', '-'],
                         input=pcm, stdout=subprocess.PIPE, check=True)
    with open(f'{folder}/{name}.opus', 'wb') as f:
        f.write(trimmed(bytearray(run.stdout)))


def main():
    names = sys.argv[1:]
    if not names:
        print('\n'.join(PLACES))
        return
    for name in PLACES if 'all' in names else names:
        if name not in PLACES:
            sys.exit(f'sounds.py: there is no loop called {name}')
        x = mastered(PLACES[name](Kit(name)))
        save(name, x)
        print(f'{name}: {20 * np.log10(np.sqrt((x**2).mean())):.1f} dBFS RMS, peak '
              f'{20 * np.log10(np.abs(x).max()):.1f}, seam {np.abs(x[:, 0] - x[:, -1]).max() * 32767:.0f}', flush=True)


if __name__ == '__main__':
    main()
