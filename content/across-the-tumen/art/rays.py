"""Rooms in the round: solids of smooth shapes stand in metres, lamps light them by rays, and the
result is cut into the flat tones of a colour print.  The rays themselves are rays.c, compiled on
first use (Debian: gcc).

ART_SCALE (1.5) is the size, 1 being 1920x1080.  ART_ROUGH=1 leaves the edges rough, for proofs.
"""
import ctypes
import math
import os
import subprocess
import tempfile

import numpy as np
from scipy.ndimage import maximum_filter, minimum_filter

import press

SCALE = float(os.environ.get('ART_SCALE', '1.5'))
ROUGH = os.environ.get('ART_ROUGH') == '1'
CONE, EGG, BOX, ROD, RING, HALF = range(6)
JOIN, CARVE, MEET = range(3)
NO_SHADE, FLAT = 1, 2
F, I = np.float32, np.int32

SHAPE = np.dtype(
    [
        ('kind', I),
        ('op', I),
        ('mat', I),
        ('melt', F),
        ('turn', F, 9),
        ('at', F, 3),
        ('size', F, 3),
        ('round', F),
    ]
)
SOLID = np.dtype(
    [
        ('first', I),
        ('count', I),
        ('flags', I),
        ('layer', I),
        ('at', F, 3),
        ('reach', F),
        ('amp', F),
        ('freq', F, 3),
        ('bands', I),
    ]
)
LAMP = np.dtype(
    [
        ('at', F, 3),
        ('soft', F),
        ('half', F),
        ('aim', F, 3),
        ('aimed', I),
        ('spread', F, 3),
        ('spread2', F, 3),
        ('samples', I),
    ]
)
VIEW = np.dtype(
    [
        ('eye', F, 3),
        ('right', F, 3),
        ('up', F, 3),
        ('ahead', F, 3),
        ('cx', F),
        ('cy', F),
        ('f', F),
        ('wobble', F),
        ('width', I),
        ('height', I),
        ('dx', F),
        ('dy', F),
    ]
)


def _compiled():
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'rays.c')
    with tempfile.TemporaryDirectory() as folder:
        made = os.path.join(folder, 'rays.so')
        subprocess.run(
            [
                'gcc',
                '-std=c11',
                '-O3',
                '-march=native',
                '-ffast-math',
                '-shared',
                '-fPIC',
                '-o',
                made,
                source,
                '-lm',
            ],
            check=True,
        )
        return ctypes.CDLL(made)


LIB = _compiled()


def _p(a):
    return a.ctypes.data_as(ctypes.c_void_p)


def noise(p, freq=1.0, octaves=3):
    """Layered noise at points (n, 3), about -1 to 1."""
    q = np.ascontiguousarray(np.asarray(p, F) * np.asarray(freq, F), F)
    out = np.empty(len(q), F)
    LIB.noise_at(_p(q), ctypes.c_int64(len(q)), ctypes.c_int(octaves), _p(out))
    return out


def rgb(c):
    if isinstance(c, str):
        return np.array([int(c[i : i + 2], 16) / 255 for i in (1, 3, 5)], F)
    return np.asarray(c, F)


def smooth(a, b, x):
    t = np.clip((x - a) / (b - a), 0, 1)
    return t * t * (3 - 2 * t)


def ramp(stops, v):
    at = [s[0] for s in stops]
    cols = np.array([rgb(s[1]) for s in stops])
    return np.stack([np.interp(v, at, cols[:, k]) for k in range(3)], -1).astype(F)


def unit(v):
    v = np.asarray(v, float)
    return v / (np.linalg.norm(v) + 1e-12)


def turned(yaw=0.0, pitch=0.0, roll=0.0):
    """Columns are the own axes in the world; degrees, yaw turns z towards x."""
    y, p, r = (math.radians(v) for v in (yaw, pitch, roll))
    a = np.array([[math.cos(y), 0, math.sin(y)], [0, 1, 0], [-math.sin(y), 0, math.cos(y)]])
    b = np.array([[1, 0, 0], [0, math.cos(p), -math.sin(p)], [0, math.sin(p), math.cos(p)]])
    c = np.array([[math.cos(r), -math.sin(r), 0], [math.sin(r), math.cos(r), 0], [0, 0, 1]])
    return a @ b @ c


def along(a, b):
    """Axes with y from a to b."""
    y = unit(np.subtract(b, a))
    h = np.array([0, 0, 1.0]) if abs(y[2]) < 0.9 else np.array([1.0, 0, 0])
    x = unit(np.cross(y, h))
    return np.stack([x, y, np.cross(x, y)], 1)


class Mat:
    """colour in daylight; tex(p, n, rgb) may paint it; cut is how flat its tones are."""

    def __init__(self, colour, tex=None, cut=0.75, emit=None, grain=0.1, shine=0.0, rim=0.0):
        self.rim = rim
        self.colour, self.tex, self.cut, self.grain = rgb(colour), tex, cut, grain
        self.emit = None if emit is None else rgb(emit)
        self.shine = shine
        self.decals = []

    def decal(self, svg, box, origin, u, v, tol=0.02, px=900):
        """SVG text of size box lies from origin along u and v."""
        w, h = box
        doc = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" '
            f'height="{h}">{svg}</svg>'
        )
        pic = press.ink_svg(doc, px, round(px * h / w))
        self.decals.append((pic, np.array(origin, F), np.array(u, F), np.array(v, F), tol))

    def daylight(self, p, n):
        c = np.broadcast_to(self.colour, p.shape).copy()
        if self.grain:
            c *= 1 + self.grain * noise(p, (9, 9, 9), 4)[:, None]
        if self.tex:
            c = self.tex(p, n, c)
        for pic, o, u, v, tol in self.decals:
            d = p - o
            s, t = d @ u / (u @ u), d @ v / (v @ v)
            off = np.abs(d @ unit(np.cross(u, v)).astype(F))
            on = (s >= 0) & (s < 1) & (t >= 0) & (t < 1) & (off < tol)
            if not on.any():
                continue
            h, w = pic.shape[:2]
            x, y = np.clip(s[on] * w - 0.5, 0, w - 1.001), np.clip(t[on] * h - 0.5, 0, h - 1.001)
            x0, y0 = x.astype(int), y.astype(int)
            fx, fy = (x - x0)[:, None], (y - y0)[:, None]
            x1, y1 = np.minimum(x0 + 1, w - 1), np.minimum(y0 + 1, h - 1)
            q = (pic[y0, x0] * (1 - fx) + pic[y0, x1] * fx) * (1 - fy) + (
                pic[y1, x0] * (1 - fx) + pic[y1, x1] * fx
            ) * fy
            a = q[:, 3:]
            c[on] = c[on] * (1 - a) + q[:, :3] * a
        return c


class Solid:
    """One body: shapes that run into each other.  Points are in `place`."""

    def __init__(self, layer=0, folds=0.0, freq=(9, 9, 9), bands=False, shade=True, place=None):
        self.shapes = []
        self.layer, self.folds, self.bands = layer, folds, bands
        self.freq = (freq,) * 3 if np.isscalar(freq) else freq
        self.flags = 0 if shade else NO_SHADE
        self.place = place or Place()
        self.mat = 0
        self.melt = 0.0

    def _add(self, kind, at, axes, size, reach, mat, op, melt, rnd=0.0):
        k = self.place.scale
        at = self.place(at)
        axes = self.place.axes @ axes
        self.shapes.append(
            (
                kind,
                op,
                self.mat if mat is None else mat,
                (self.melt if melt is None else melt) * k,
                axes.T.ravel(),
                at,
                np.array(size, float) * k,
                rnd * k,
                self.place(reach[0]),
                reach[1] * k,
            )
        )
        return self

    def limb(self, a, b, ra, rb=None, mat=None, melt=None, op=JOIN):
        rb = ra if rb is None else rb
        a, b = np.array(a, float), np.array(b, float)
        length = max(np.linalg.norm(b - a), 1e-4)
        return self._add(
            CONE,
            a,
            along(a, b),
            (length, ra, rb),
            ((a + b) / 2, length / 2 + max(ra, rb)),
            mat,
            op,
            melt,
        )

    def chain(self, points, radii, mat=None, melt=None):
        radii = [radii] * len(points) if np.isscalar(radii) else radii
        for i in range(len(points) - 1):
            self.limb(points[i], points[i + 1], radii[i], radii[i + 1], mat, melt)
        return self

    def egg(self, at, radii, mat=None, melt=None, op=JOIN, yaw=0, pitch=0, roll=0):
        radii = (radii,) * 3 if np.isscalar(radii) else radii
        return self._add(EGG, at, turned(yaw, pitch, roll), radii, (at, max(radii)), mat, op, melt)

    def box(self, at, half, mat=None, melt=None, op=JOIN, rnd=0.004, yaw=0, pitch=0, roll=0):
        return self._add(
            BOX,
            at,
            turned(yaw, pitch, roll),
            half,
            (at, float(np.linalg.norm(half))),
            mat,
            op,
            melt,
            min(rnd, min(half) * 0.98),
        )

    def rod(self, a, b, ra, rb=None, mat=None, melt=None, op=JOIN, rnd=0.003):
        rb = ra if rb is None else rb
        a, b = np.array(a, float), np.array(b, float)
        half = np.linalg.norm(b - a) / 2
        return self._add(
            ROD,
            (a + b) / 2,
            along(a, b),
            (half, ra, rb),
            ((a + b) / 2, math.hypot(half, max(ra, rb))),
            mat,
            op,
            melt,
            min(rnd, half * 0.9, min(ra, rb) * 0.9),
        )

    def ring(self, at, axis, big, small, mat=None, melt=None, op=JOIN):
        return self._add(
            RING,
            at,
            along((0, 0, 0), axis),
            (big, small, 0),
            (at, big + small),
            mat,
            op,
            melt,
        )

    def half(self, at, up, op=CARVE, melt=0.0, mat=None):
        """All that lies below a plane."""
        return self._add(HALF, at, along((0, 0, 0), up), (0, 0, 0), (at, 0), mat, op, melt)


class Place:
    """A frame of one's own: z is where it looks."""

    def __init__(self, at=(0, 0, 0), yaw=0.0, scale=1.0, pitch=0.0, roll=0.0):
        self.at = np.array(at, float)
        self.axes = turned(yaw, pitch, roll)
        self.scale = scale

    def __call__(self, p):
        return self.at + self.axes @ (np.asarray(p, float) * self.scale)


class Room:
    def __init__(self, eye, look, f, cx=960, cy=540, wobble=1.6, ambient='#2a2433', upright=False):
        self.eye = np.array(eye, float)
        ahead = unit(np.subtract(look, eye))
        if upright:
            ahead = unit(ahead * (1, 0, 1))
        self.right = unit(np.cross((0, 1, 0), ahead))
        self.up = np.cross(ahead, self.right)
        self.ahead = ahead
        self.f, self.cx, self.cy, self.wobble = f, cx, cy, wobble
        self.mats, self.solids, self.lamps = [], [], []
        self.ambient = rgb(ambient)
        self.width, self.height = round(1920 * SCALE), round(1080 * SCALE)

    def mat(self, *a, **k):
        self.mats.append(Mat(*a, **k))
        return len(self.mats) - 1

    def solid(self, mat=0, melt=0.0, **k):
        s = Solid(**k)
        s.mat, s.melt = mat, melt
        self.solids.append(s)
        return s

    def flat(self, lo, hi, mat, yaw=0.0, layer=0, shade=True, pivot=None):
        """A box by two corners, met exactly."""
        lo, hi = np.minimum(lo, hi), np.maximum(lo, hi)
        c = (np.array(lo, float) + hi) / 2
        if pivot is not None:
            c = np.array(pivot, float) + turned(yaw) @ (c - pivot)
        s = self.solid(mat, layer=layer, shade=shade)
        s.flags |= FLAT
        s.box(c, (np.array(hi, float) - lo) / 2, rnd=0, yaw=yaw)
        return s

    def lamp(
        self,
        at,
        tones,
        half=1.0,
        soft=9.0,
        power=1.0,
        aim=None,
        spread=None,
        spread2=None,
        samples=1,
    ):
        self.lamps.append(
            (np.array(at, float), tones, half, soft, power, aim, spread, spread2, samples)
        )

    def seen(self, p):
        """Where a point lies in the picture, in 1920x1080."""
        d = np.asarray(p, float) - self.eye
        z = d @ self.ahead
        return (self.cx + self.f * (d @ self.right) / z, self.cy - self.f * (d @ self.up) / z)

    def _packed(self):
        shapes, solids = [], []
        for s in self.solids:
            row = np.zeros((), SOLID)
            row['first'], row['count'] = len(shapes), len(s.shapes)
            row['flags'], row['layer'] = s.flags, s.layer
            own = [q for q in s.shapes if q[1] == JOIN]
            mid = sum(q[8] for q in own) / len(own)
            row['at'] = mid
            row['reach'] = (
                max(np.linalg.norm(q[8] - mid) + q[9] + q[3] * 0.25 for q in own) + s.folds
            )
            row['amp'], row['freq'], row['bands'] = s.folds, s.freq, s.bands
            solids.append(row)
            for q in s.shapes:
                r = np.zeros((), SHAPE)
                for i, key in enumerate(SHAPE.names):
                    r[key] = q[i]
                shapes.append(r)
        return np.array(shapes), np.array(solids)

    def _lamps(self):
        out = np.zeros(len(self.lamps), LAMP)
        for row, (at, _, half, soft, _, aim, s1, s2, count) in zip(out, self.lamps):
            row['at'], row['soft'], row['half'], row['samples'] = at, soft, half, count
            if aim is not None:
                row['aim'], row['aimed'] = unit(aim), 1
            row['spread'] = (0, 0, 0) if s1 is None else s1
            row['spread2'] = (0, 0, 0) if s2 is None else s2
        return out

    def _reach(self, solids, wanted, w, h, k):
        """Where in the picture the wanted solids can be at all."""
        mask = np.zeros((h, w), np.uint8)
        for s in solids[wanted]:
            z = float((s['at'] - self.eye) @ self.ahead)
            q = float(s['reach'])
            if z - q < 0.1:
                mask[:] = 1
                break
            x, y = self.seen(s['at'])
            q = self.f * q / (z - q) * 1.2 + 8
            x0, x1, y0, y1 = (round(v * k) for v in (x - q, x + q, y - q, y + q))
            mask[max(0, y0) : max(0, y1), max(0, x0) : max(0, x1)] = 1
        return mask

    def see(self, layers, behind=()):
        """The layers as an array of RGBA, 0 to 1, cut where `behind` stands before them."""
        shapes, solids = self._packed()
        lamps = self._lamps()
        bits = sum(1 << v for v in {*layers, *behind})
        wanted = np.isin(solids['layer'], list(layers))
        h, w = self.height, self.width
        k = w / 1920
        view = np.zeros((), VIEW)
        view['eye'], view['right'], view['up'], view['ahead'] = (
            self.eye,
            self.right,
            self.up,
            self.ahead,
        )
        view['cx'], view['cy'], view['f'] = self.cx * k, self.cy * k, self.f * k
        view['wobble'] = self.wobble * k
        view['width'], view['height'] = w, h
        mat = np.zeros((h, w), I)
        solid = np.full((h, w), -1, I)
        where, facing = np.zeros((h, w, 3), F), np.zeros((h, w, 3), F)
        lit = np.zeros((max(1, len(lamps)), h, w), F)
        bare = np.zeros((h, w), F)

        def go(mask, dx, dy):
            view['dx'], view['dy'] = dx, dy
            lit[:] = 0
            solid[mask > 0] = -1
            LIB.see(
                _p(shapes),
                _p(solids),
                ctypes.c_int(len(solids)),
                _p(view),
                _p(lamps),
                ctypes.c_int(len(lamps)),
                ctypes.c_uint32(bits),
                _p(mask),
                _p(mat),
                _p(solid),
                _p(where),
                _p(facing),
                _p(lit),
                _p(bare),
            )
            on = mask > 0
            s = solid[on]
            out = np.zeros((len(s), 4), F)
            hit = (s >= 0) & wanted[s]
            out[hit, :3] = self._coloured(
                mat[on][hit], where[on][hit], facing[on][hit], lit[:, on][:, hit], bare[on][hit]
            )
            out[hit, 3] = 1
            return out

        mask = self._reach(solids, wanted, w, h, k) if behind else np.ones((h, w), np.uint8)
        seen = mask > 0
        pic = np.zeros((h, w, 4), F)
        pic[seen] = go(mask, 0, 0)
        if not ROUGH:
            grey = pic[..., :3].max(-1) + pic[..., 3]
            rough = (maximum_filter(grey, 3) - minimum_filter(grey, 3) > 0.035) | (
                maximum_filter(solid, 3) != minimum_filter(solid, 3)
            )
            rough &= seen
            mask = rough.astype(np.uint8)
            total = pic[rough].copy()
            more = [(-0.33, -0.33), (0.33, -0.1), (-0.1, 0.36)]
            for dx, dy in more:
                total += go(mask, dx, dy)
            pic[rough] = total / (len(more) + 1)
        a = pic[..., 3:]
        pic[..., :3] = np.where(a > 0, pic[..., :3] / np.maximum(a, 1e-4), 0)
        return pic

    def _coloured(self, mats, p, n, lit, bare):
        out = np.zeros((len(mats), 3), F)
        shake = noise(p, (26, 26, 26), 3)
        for m in np.unique(mats):
            on = mats == m
            M = self.mats[m]
            q, f = p[on], n[on]
            c = M.daylight(q, f)
            up = 0.8 + 0.2 * f[:, 1]
            light = self.ambient * ((0.35 + 0.65 * bare[on]) * up)[:, None]
            eye = self.eye - q
            eye /= np.linalg.norm(eye, axis=1, keepdims=True)
            brim = 1 + M.rim * smooth(0.45, 0.8, 1 - (eye * f).sum(1)) if M.rim else 1.0
            for i, (at, tones, _, _, power, *_) in enumerate(self.lamps):
                v = lit[i][on] * power * brim
                steps = 5.0
                s = np.sqrt(np.clip(v, 0, 4)) * steps + 0.22 * shake[on]
                low = np.floor(s)
                t = low + smooth(0.38, 0.62, s - low)
                flat = (np.maximum(t, 0) / steps) ** 2
                v = v * (1 - M.cut) + flat * M.cut * (v > 0)
                v = v * (0.55 + 0.45 * bare[on])
                light = light + ramp(tones, v)
                if M.shine:
                    to = at - q
                    to /= np.linalg.norm(to, axis=1, keepdims=True)
                    mid = to + eye
                    mid /= np.linalg.norm(mid, axis=1, keepdims=True)
                    g = smooth(0.955, 0.985, (mid * f).sum(1)) * M.shine * (lit[i][on] > 0.01)
                    c = c + g[:, None].astype(F) * ramp(tones, np.full(len(q), 1.0, F))
            c = c * light
            if M.emit is not None:
                c = c + M.emit
            out[on] = c
        return np.clip(out, 0, 1)


LANTERN = [
    (0, '#000000'),
    (0.05, '#2c160e'),
    (0.16, '#6b3a20'),
    (0.38, '#b8703a'),
    (0.7, '#eaa85c'),
    (1.1, '#ffd894'),
    (1.8, '#fff0cc'),
]


def grid():
    h, w = round(1080 * SCALE), round(1920 * SCALE)
    y, x = np.mgrid[0:h, 0:w].astype(F)
    return (x + 0.5) / SCALE, (y + 0.5) / SCALE


def glow(pic, at, rx, ry, colour, strength):
    """Light in the air, screened over; at and radii in 1920x1080."""
    x, y = grid()
    d = np.sqrt(((x - at[0]) / rx) ** 2 + ((y - at[1]) / ry) ** 2)
    k = (np.clip(1 - d, 0, 1) ** 2.2 * strength)[..., None] * rgb(colour)
    pic[..., :3] = 1 - (1 - pic[..., :3]) * (1 - k)


def shade(pic, ink, start=700, end=1080, strength=0.8, shape=None):
    """The foot, where captions lie, goes down into the ink."""
    x, y = grid()
    k = smooth(start, end, y if shape is None else shape(x, y))[..., None] * strength
    pic[..., :3] = pic[..., :3] * (1 - k) + rgb(ink) * k


def over(pic, svg):
    """Draw SVG text of 1920x1080 on top."""
    h, w = pic.shape[:2]
    doc = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1920 1080" width="1920" '
        f'height="1080">{svg}</svg>'
    )
    q = press.ink_svg(doc, w, h)
    a = q[..., 3:]
    pic[..., :3] = pic[..., :3] * (1 - a) + q[..., :3] * a
    if pic.shape[2] == 4:
        pic[..., 3:] = pic[..., 3:] + a * (1 - pic[..., 3:])
    return pic


def pull(name, pics):
    """pics = [(layer or None, depth, RGBA)], back to front; the first is the base."""
    press.pull(name, pics[0][2][..., :3], pics[1:])


# ---- ways to paint


def planks(across, width, dark, board=0.16, seed=0):
    """Boards: across is the axis (0, 1, 2) they follow each other on."""
    run = 2 if across == 0 else 0

    def tex(p, n, c):
        u = p[:, across] / width
        i = np.floor(u)
        h = np.sin(i * 91.7 + seed) * 43758.5
        h = h - np.floor(h)
        c = c * (1 + board * (h - 0.5))[:, None]
        f = [3.0, 3.0, 3.0]
        f[across] = 46
        f[run] = 1.6
        q = p.copy()
        q[:, run] += i * 3.7
        v = noise(q, f, 3)
        c = c * (1 - 0.2 * smooth(0.0, 0.5, v))[:, None]
        gap = np.minimum(u - i, 1 - (u - i)) * width
        k = 1 - smooth(0.0015, 0.005, gap)
        return c * (1 - 0.55 * k)[:, None] + rgb(dark) * (0.3 * k)[:, None]

    return tex


def wood(freq=(3, 40, 40), depth=0.3):
    def tex(p, n, c):
        return c * (1 - depth * smooth(-0.1, 0.5, noise(p, freq, 3)))[:, None]

    return tex


def woven(step=0.006, depth=0.16):
    def tex(p, n, c):
        a = np.sin(p[:, 0] / step * 6.28) * np.sin(p[:, 1] / step * 6.28) + 0.6 * noise(
            p, (70, 70, 70), 2
        )
        return c * (1 - depth * smooth(0, 1, a))[:, None]

    return tex


def worn(colour, freq=2.2, amount=0.35):
    """Blots of another colour, as old plaster and clay have them."""

    def tex(p, n, c):
        k = smooth(0.02, 0.32, noise(p, freq, 4)) * amount
        c = c * (1 - k)[:, None] + rgb(colour) * k[:, None]
        return c * (1 + 0.07 * noise(p, (3, 30, 3), 3))[:, None]

    return tex


def knitted(rib=0.018, depth=0.3):
    """Ribs of wool, as in the scarf."""

    def tex(p, n, c):
        q = p[:, 1] + 0.55 * p[:, 0] + 0.012 * noise(p, 7, 2)
        rib_ = np.abs(np.sin(q / rib * 3.1416))
        loop = np.sin((p[:, 0] - p[:, 1]) / rib * 9)
        return c * (1 - depth * (1 - smooth(0.1, 0.75, rib_)) - 0.1 * (loop > 0.3))[:, None]

    return tex


def ribbed(way=(0.85, 0, 0.5), step=0.012, depth=0.14):
    """A knitted jacket: fine ribs that run down."""
    way = np.array(way, F)

    def tex(p, n, c):
        u = (p @ way + 0.004 * noise(p, 6, 2)) / step
        k = smooth(0.2, 0.9, np.abs(np.sin(u * 3.1416)))
        return c * (1 - depth + depth * k)[:, None]

    return tex
