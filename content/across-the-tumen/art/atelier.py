"""The kit of the landscapes: numpy for sky, ground and water, SVG text for all that is drawn by hand.

Every coordinate is in a picture of 1920x1080.  ART_SCALE is the size, ART_SS the rays a pixel each way.
"""
import math
import os
import random

import numpy as np
from scipy.ndimage import gaussian_filter, map_coordinates

import press

W, H = 1920, 1080
S = float(os.environ.get('ART_SCALE', '1'))
PW, PH = round(W * S), round(H * S)
SS = int(os.environ.get('ART_SS', 1 if S < 1 else 2))


# ---------------------------------------------------------------- colour
def rgb(h):
    return np.array([int(h[i : i + 2], 16) for i in (1, 3, 5)], float) / 255


def mixc(a, b, t):
    t = np.asarray(t)[..., None]
    return a * (1 - t) + b * t


def ramp(stops, t):
    """stops = [(0,'#..'),(1,'#..')]; t array -> (...,3)"""
    xs = [s[0] for s in stops]
    cs = np.array([rgb(s[1]) for s in stops])
    return np.stack([np.interp(t, xs, cs[:, k]) for k in range(3)], -1)


def smooth(a, b, x):
    t = np.clip((x - a) / (b - a), 0, 1)
    return t * t * (3 - 2 * t)


def step(a, b, x):
    """smooth() for one number."""
    t = min(1, max(0, (x - a) / (b - a)))
    return t * t * (3 - 2 * t)


# ---------------------------------------------------------------- noise
_r = np.random.RandomState(7)
PERM = np.tile(_r.permutation(512), 3)
UNIT = (PERM / 511).astype(np.float32)  # the same, 0 to 1
_A = _r.uniform(0, 2 * np.pi, 512)
_GX, _GY = np.cos(_A), np.sin(_A)


def perlin(x, y, seed=0):
    xi = np.floor(x).astype(np.int64)
    yi = np.floor(y).astype(np.int64)
    fx, fy = x - xi, y - yi
    u = fx * fx * fx * (fx * (fx * 6 - 15) + 10)
    v = fy * fy * fy * (fy * (fy * 6 - 15) + 10)

    def g(ix, iy, dx, dy):
        h = PERM[(PERM[(ix + seed * 57) & 511] + iy) & 511]
        return _GX[h] * dx + _GY[h] * dy

    n00 = g(xi, yi, fx, fy)
    n10 = g(xi + 1, yi, fx - 1, fy)
    n01 = g(xi, yi + 1, fx, fy - 1)
    n11 = g(xi + 1, yi + 1, fx - 1, fy - 1)
    a = n00 + u * (n10 - n00)
    b = n01 + u * (n11 - n01)
    return (a + v * (b - a)) * 1.5


def fbm(x, y, oct=5, seed=0, gain=0.5, lac=2.03):
    s = 0
    a = 1
    t = 0
    for o in range(oct):
        s = s + a * perlin(x, y, seed + o)
        t += a
        a *= gain
        x = x * lac + 3.1
        y = y * lac + 1.7
    return s / t


def ridged(x, y, oct=6, seed=0, gain=0.5, lac=2.05, sharp=1.6):
    s = 0
    a = 1
    t = 0
    w = 1
    for o in range(oct):
        n = np.clip(1 - np.abs(perlin(x, y, seed + o)), 0, 1) ** (2 * sharp)
        s = s + a * n * w
        t += a
        w = np.clip(n * 1.6, 0.15, 1)
        a *= gain
        x = x * lac + 5.3
        y = y * lac + 2.9
    return s / t


# ---------------------------------------------------------------- canvas
class Canvas:
    def __init__(s):
        s.a = np.zeros((PH, PW, 4), np.float32)

    def over(s, col, alpha):
        """col (3,) or (H,W,3); alpha scalar or (H,W)"""
        al = np.broadcast_to(np.asarray(alpha, float), (PH, PW))[..., None]
        da = s.a[..., 3:]
        oa = al + da * (1 - al)
        s.a[..., :3] = np.where(
            oa > 1e-6,
            (np.asarray(col) * al + s.a[..., :3] * da * (1 - al)) / np.maximum(oa, 1e-6),
            0,
        )
        s.a[..., 3:] = oa

    def screen(s, col, amount):
        am = np.broadcast_to(np.asarray(amount, float), (PH, PW))[..., None] * np.asarray(col)
        s.a[..., :3] = 1 - (1 - s.a[..., :3]) * (1 - am)

    def put(s, rgba, alpha=1.0):
        s.over(rgba[..., :3], rgba[..., 3] * alpha)


YY, XX = np.mgrid[0:PH, 0:PW].astype(float) / S  # design-space pixel coordinates


def svg(body, defs=''):
    """SVG text drawn by hand, as an array of RGBA"""
    doc = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {W} {H}" width="{W}" height="{H}"><defs>{defs}</defs>{body}</svg>'
    )
    return press.ink_svg(doc, PW, PH)


# ---------------------------------------------------------------- landscape
def landscape(
    height,
    cam_h=60.0,
    horizon=470.0,
    f=1100.0,
    z0=60.0,
    z1=9000.0,
    steps=1100,
    water=None,
    light=(-0.6, 0.55, -0.35),
    ss=2,
    nearest=False,
):
    """Walk a height function front to back, one ray per column.
    nearest: no other band lies in front of this one.
    returns screen maps: hitraw, z, light(-1..1), h, water, x  (all at PHxPW after supersampling)"""
    w, h = PW * ss, PH * ss
    k = S * ss
    col = (np.arange(w) + 0.5) / k - W / 2
    z = z0 * (z1 / z0) ** (np.linspace(0, 1, steps))
    Z = z[:, None]
    X = col[None, :] / f * Z
    Ht = height(X, np.broadcast_to(Z, X.shape))
    wat = np.zeros(Ht.shape, bool)
    if water is not None:
        wat = Ht < water
        Ht = np.where(wat, water, Ht)
    y = horizon - (Ht - cam_h) * f / Z
    m = np.minimum.accumulate(y, 0)
    hx = np.gradient(Ht, axis=1) * k * f / Z
    hz = np.gradient(Ht, axis=0) / np.gradient(z)[:, None] - hx * col[None, :] / f
    n = np.sqrt(hx * hx + hz * hz + 1)
    lx, ly, lz = np.array(light) / np.linalg.norm(light)
    L = (-hx * lx + ly - hz * lz) / n
    slope = 1 / n
    rows = (np.arange(h) + 0.5) / k
    idx = np.empty((h, w), np.int32)
    for c in range(w):
        idx[:, c] = np.searchsorted(-m[:, c], -rows)
    hit = idx < steps
    if not nearest:  # only the nearest band goes on below its own first step
        hit &= idx > 0
    idx = np.minimum(idx, steps - 1)
    cc = np.broadcast_to(np.arange(w), (h, w))
    pick = lambda a: a[idx, cc]
    out = dict(
        z=np.broadcast_to(z[:, None], Ht.shape)[idx, cc],
        L=pick(L),
        h=pick(Ht),
        slope=pick(slope),
        x=pick(X),
        water=pick(wat).astype(float),
    )
    out['hitraw'] = hit
    out['ss'] = ss
    return out


def down(a, ss):
    if ss == 1:
        return a
    h, w = a.shape[:2]
    return a.reshape(h // ss, ss, w // ss, ss, *a.shape[2:]).mean((1, 3))


def glow(c, x, y, r, col, amount=1.0, power=2.2):
    d = np.hypot(XX - x, YY - y) / r
    c.screen(rgb(col), np.clip(1 - d, 0, 1) ** power * amount)


# ---------------------------------------------------------------- scene = stack of layers
class Scene:
    """Canvases, painted back to front.  The first part is the base and must be opaque; every
    further one becomes a layer of the picture: depth 0 = infinitely far, 1 = at the glass."""

    def __init__(s, name):
        s.name, s.parts = name, [(name, 0, [])]

    def part(s, name, depth):
        s.parts.append((name, depth, []))

    def layer(s):
        c = Canvas()
        s.parts[-1][2].append(c)
        return c

    def canvases(s):
        return [c for _, _, cs in s.parts for c in cs]

    def flat(s):
        """All that is painted so far."""
        return stacked(s.canvases())

    def pull(s):
        base, *layers = [(name, depth, stacked(cs).a) for name, depth, cs in s.parts]
        press.pull(s.name, base[2][..., :3], layers)


def stacked(canvases):
    out = Canvas()
    for c in canvases:
        out.put(c.a)
    return out


def dist_poly(x, z, pts):
    """distance to a polyline - rivers, roads, ridges"""
    best = np.full(np.broadcast(x, z).shape, 1e9)
    for (ax, az), (bx, bz) in zip(pts, pts[1:]):
        vx, vz = bx - ax, bz - az
        t = np.clip(((x - ax) * vx + (z - az) * vz) / (vx * vx + vz * vz), 0, 1)
        best = np.minimum(best, np.hypot(x - ax - t * vx, z - az - t * vz))
    return best


def chaikin(p, n=2, closed=False):
    for _ in range(n):
        q = [] if closed else [p[0]]
        m = len(p) if closed else len(p) - 1
        for i in range(m):
            a, b = p[i], p[(i + 1) % len(p)]
            q += [
                (0.75 * a[0] + 0.25 * b[0], 0.75 * a[1] + 0.25 * b[1]),
                (0.25 * a[0] + 0.75 * b[0], 0.25 * a[1] + 0.75 * b[1]),
            ]
        if not closed:
            q.append(p[-1])
        p = q
    return p


def paint_land(
    c, m, ramps, cuts=(0.36, 0.62), d_range=(200, 9000), blur=1.4, rough=0.05, mist=None
):
    """three flat tones per depth (shadow, body, light), like three blocks of a colour print.
    ramps = [(near,far) hex pairs for shadow, body, light]; edges cut rough by noise"""
    ss = m['ss']
    k = S * ss
    L = gaussian_filter(m['L'], blur * k)
    h, w = L.shape
    yy, xx = np.mgrid[0:h, 0:w] / k
    L = L + rough * fbm(xx / 26, yy / 11, 3, 77)
    d = np.clip(np.log(m['z'] / d_range[0]) / np.log(d_range[1] / d_range[0]), 0, 1)
    cs = [mixc(rgb(a), rgb(b), d) for a, b in ramps]
    e = 0.018
    col = cs[0]
    for cut, nxt in zip(cuts, cs[1:]):
        t = smooth(cut - e, cut + e, L)[..., None]
        col = col * (1 - t) + nxt * t
    if mist is not None:
        mc, amt, hh = mist  # colour ramp over depth, amount, scale height
        f = amt * np.exp(-np.maximum(m['h'], 0) / hh) * smooth(0, 0.5, d)
        col = mixc(col, rgb(mc), f)
    al = m['hitraw'].astype(float) * (1 - m['water'])
    col = down(col * al[..., None], ss)
    al = down(al, ss)
    c.over(col / np.maximum(al, 1e-6)[..., None], al)


def mirror_land(paint, height, cam_h, horizon, f, bands, steps, light, ss=1, sink=None):
    """true reflection of a landscape in still water at height 0: look at it from below, then flip.
    paint(canvas, map) inks one band.  returns RGBA aligned with the picture.
    sink: water wider than the first band - ground below this height hides nothing (else open water masks the far shore)
    """
    c = Canvas()
    hz = H - 60.0
    for z0, z1 in bands:
        m = landscape(
            lambda x, z: np.maximum(height(x, z), 0)
            if sink is None
            else (lambda q: np.where(q > sink, q, -1e3))(height(x, z)),
            -cam_h,
            hz,
            f,
            z0,
            z1,
            steps,
            None,
            light,
            ss=ss,
            nearest=True,
        )
        m['water'] = m['water'] * 0
        paint(c, m)
    rows = (hz - (YY[:, 0] - horizon)) * S
    out = np.zeros_like(c.a)
    r = np.clip(rows, 0, PH - 1)
    i0 = np.floor(r).astype(int)
    i1 = np.minimum(i0 + 1, PH - 1)
    t = (r - i0)[:, None, None]
    out = c.a[i0] * (1 - t) + c.a[i1] * t
    out[rows < 0] = 0
    return out


def ripple(img, amp, seed=120):
    """shake a reflection sideways the way water does; amp is an (H,W) map in design px"""
    rip = fbm(XX / 90, YY / 6, 3, seed) + 0.5 * fbm(XX / 28, YY / 2.6, 2, seed + 11)
    sy = np.clip((YY + rip * amp * 0.9) * S, 0, PH - 1)
    sx = np.clip((XX + rip * amp * 0.5) * S, 0, PW - 1)
    b = [gaussian_filter(img[..., k], (1.8 * S, 0.7 * S)) for k in range(img.shape[2])]
    return np.stack([map_coordinates(a, [sy, sx], order=1, mode='nearest') for a in b], -1)


def glow_ell(c, x, y, rx, ry, col, amount=1.0, power=2.2):
    d = np.hypot((XX - x) / rx, (YY - y) / ry)
    c.screen(rgb(col), np.clip(1 - d, 0, 1) ** power * amount)


def halo(c, x, y, r, amount):
    """The warm air round a small lamp."""
    d = np.hypot(XX - x, YY - y) / r
    c.over(rgb('#ffbf66'), np.clip(1 - d, 0, 1) ** 2.4 * amount)


# ---------------------------------------------------------------- people: always from behind or far, never a face
def path(pts):
    return 'M' + 'L'.join(f'{a:.1f},{b:.1f}' for a, b in pts) + 'z'


FIG = {  # drawn in a box 100 tall, feet at 0,0, y up.  M/L/C only
    'woman': 'M-3,98.6C-9.5,97 -10.5,89 -8,83C-13,80 -17,75 -18,66L-21,46C-21,42 -17,40 -15,43L-14,47L-16,30C-10,27.5 -6,27.5 -4,28L-5,14L-8,4C-8,0 -1,0 -.5,3L0,27C2,27 3,27 4,27.5L5,16L4,7C4,3 11,3 11,7L10,28C13,28.5 15,29.5 16.5,31L14.5,47L24,38C27,36 29,40 27,42L17,57C17,66 15,77 8,83C10.5,89 9.5,97 3,98.6C1,99.2 -1,99.2 -3,98.6z',
    'scarf': 'M-3,98.6C-9.5,97 -10.5,89 -8,84C-12,80 -15,78 -17,74C-8,69 -3,74 0,66C4,74 9,70 17,74C15,78 12,80 8,84C10.5,89 9.5,97 3,98.6C1,99.2 -1,99.2 -3,98.6z',
    'man': 'M-7,92C-8,98 -4,101 0,101C5,101 8,98 7.5,92L9,90L9,86L7,84L7,82C12,81 17,78 18,70L21,52L22,41C22,37 16.5,37 16,41L14,52L13,44L13,30L12,8C12.5,6 12,2 9,2C4,2 4,5 4.5,8L2,34L0,38L-3,34L-5,16L-7,5C-7,1 -14,1 -14,5L-12,30L-13,46L-14.5,54L-17,42C-18,38 -23,39 -22.5,43L-19,70C-18,78 -12,81 -7,82L-7,84L-9,86L-9,90z',
    'pack': 'M-12,80C-15,78 -16,58 -13,52C-8,49 8,49 13,52C16,58 15,78 12,80C6,83 -6,83 -12,80z',
    'child': 'M-5,98C-12,96 -13,85 -9,79C-16,77 -19,72 -20,62L-24,50C-25,45 -30,44 -31,40C-29,36 -24,38 -22,41L-16,52L-18,30C-10,27 -4,27 -2,27.5L-3,10L-4,3C-3,-1 4,-1 4.5,3L4.5,26L6,14L7,6C8,2 14,3 14,7L13,29C16,30 18,31 19,32L16,54C20,50 21,42 23,38C26,36 29,39 27,43L20,66C19,74 15,78 10,79C14,85 13,96 6,98C3,100 -2,100 -5,98z',
}


def fig(kind, x, y, h, fill, rim=None, rimdx=1.4, flip=1, extra=''):
    """one silhouette; rim = colour of the light behind it, on the rimdx side"""
    u = h / 100
    t = f'translate({x:.1f},{y:.1f}) scale({u*flip:.4f},{-u:.4f})'
    o = ''
    if rim:
        o += f'<g transform="translate({x+rimdx:.1f},{y-abs(rimdx)*.45:.1f}) scale({u*flip:.4f},{-u:.4f})"><path d="{FIG[kind]}" fill="{rim}"/></g>'
    return o + f'<g transform="{t}"><path d="{FIG[kind]}" fill="{fill}"/>{extra}</g>'


# ---------------------------------------------------------------- trees
def spruce(x, y, h, r, col, lean=0):
    n = 7
    L = []
    R = []
    for i in range(n + 1):
        t = i / n
        w = h * 0.19 * t**0.85 + 0.6
        yy = y - h * (1 - t)
        L += [(x - w * r.uniform(0.75, 1.1), yy + h * 0.02), (x - w * 0.45, yy - h * 0.005)]
        R += [(x + w * r.uniform(0.75, 1.1), yy + h * 0.02), (x + w * 0.45, yy - h * 0.005)]
    return f'<path d="{path([(x,y-h*1.04)]+L+R[::-1])}" fill="{col}"/>'


def branch(x, y, ang, ln, w, r, depth, out, bend=0.0, snow=None, tips=None):
    """bare winter tree, tapering strokes as filled paths"""
    segs = 5
    px, py = x, y
    a = ang
    pts = [(x, y)]
    for i in range(segs):
        a += r.uniform(-0.13, 0.13) + bend / segs
        px += math.cos(a) * ln / segs
        py += math.sin(a) * ln / segs
        pts.append((px, py))
    Lp, Rp = [], []
    for i, (qx, qy) in enumerate(pts):
        j = min(i + 1, len(pts) - 1)
        k = max(i - 1, 0)
        tx, ty = pts[j][0] - pts[k][0], pts[j][1] - pts[k][1]
        m = math.hypot(tx, ty) or 1
        ww = w * (1 - 0.62 * i / segs) / 2
        Lp.append((qx - ty / m * ww, qy + tx / m * ww))
        Rp.append((qx + ty / m * ww, qy - tx / m * ww))
    heel = (x - math.cos(ang) * w * 0.4, y - math.sin(ang) * w * 0.4)  # lost in the parent limb
    out.append(path([heel] + Lp + Rp[::-1]))
    knot = w * 0.19
    if depth and knot > 0.6:
        out.append(
            f'M{px-knot:.1f},{py:.1f}a{knot:.1f},{knot:.1f} 0 1 0 {2*knot:.1f},0'
            f'a{knot:.1f},{knot:.1f} 0 1 0 {-2*knot:.1f},0z'
        )
    if snow is not None and w > 1.6 and abs(math.cos(ang)) > 0.45:
        snow.append(
            path(
                [(a_, b_ - w * 0.16) for a_, b_ in (Lp if Lp[1][1] < Rp[1][1] else Rp)[1:]]
                + pts[::-1]
            )
        )
    if tips is not None and depth <= 1:
        tips += pts[2:]
    if depth == 0:
        return
    nb = r.choice([2, 3, 3])
    for b in range(nb):
        i = r.randint(2, segs) if b else segs
        turn, reach, girth = r.uniform(-0.75, 0.75), r.uniform(0.58, 0.82), r.uniform(0.6, 0.95)
        if b == 0:  # the limb itself goes on
            turn, girth = turn * 0.6, 1
        branch(
            *pts[i],
            a + turn,
            ln * reach,
            w * (1 - 0.62 * i / segs) * girth,
            r,
            depth - 1,
            out,
            bend * 0.8,
            snow,
            tips,
        )


# ---------------------------------------------------------------- true perspective for things drawn by hand
class View:
    """landscape()'s camera for SVG: world (x right, y up, z away) -> design px.  mirror=True looks into still water at y=0"""

    def __init__(s, cam_h, horizon, f, mirror=False):
        s.cam, s.hor, s.f, s.sg = cam_h, horizon, f, -1 if mirror else 1

    def __call__(s, x, y, z):
        return (W / 2 + x * s.f / z, s.hor - (s.sg * y - s.cam) * s.f / z)

    def k(s, z):
        return s.f / z

    def poly(s, pts, fill, op=1):
        return (
            f'<path d="{path([s(*p) for p in pts])}" fill="{fill}"'
            + (f' opacity="{op:.2f}"' if op < 1 else '')
            + '/>'
        )

    def line(s, a, b, w, col, op=1, wmin=0.5):
        """a bar of world width w: tapers with distance"""
        (x0, y0), (x1, y1) = s(*a), s(*b)
        w0, w1 = max(wmin, w * s.k(a[2])) / 2, max(wmin, w * s.k(b[2])) / 2
        m = math.hypot(x1 - x0, y1 - y0) or 1
        nx, ny = -(y1 - y0) / m, (x1 - x0) / m
        return (
            f'<path d="{path([(x0+nx*w0,y0+ny*w0),(x1+nx*w1,y1+ny*w1),(x1-nx*w1,y1-ny*w1),(x0-nx*w0,y0-ny*w0)])}" fill="{col}"'
            + (f' opacity="{op:.2f}"' if op < 1 else '')
            + '/>'
        )


def hexmix(a, b, t):
    c = np.clip(rgb(a) * (1 - t) + rgb(b) * t, 0, 1) * 255 + 0.5
    return '#%02x%02x%02x' % tuple(int(v) for v in c)


def plates(u, v, seed=0, jitter=0.85):
    """cracked plates (cellular): edge = 0 on the crack, grows inward; ident = one random number a plate; du,dv to its heart"""
    iu, iv = np.floor(u).astype(np.int64), np.floor(v).astype(np.int64)
    best = [np.full(u.shape, 9.0), np.full(u.shape, 9.0)]
    ident = np.zeros(u.shape)
    du = np.zeros(u.shape)
    dv = np.zeros(u.shape)
    for i in (-1, 0, 1):
        for j in (-1, 0, 1):
            h = PERM[(PERM[(iu + i + seed * 57) & 511] + iv + j) & 511]
            h2 = PERM[h + 101]
            px, py = (
                iu + i + 0.5 + (h / 511 - 0.5) * jitter,
                iv + j + 0.5 + (h2 / 511 - 0.5) * jitter,
            )
            d = np.hypot(px - u, py - v)
            near = d < best[0]
            best[1] = np.where(near, best[0], np.minimum(best[1], d))
            best[0] = np.where(near, d, best[0])
            ident = np.where(near, PERM[h2 + 57] / 511, ident)
            du = np.where(near, px - u, du)
            dv = np.where(near, py - v, dv)
    return best[1] - best[0], ident, du, dv


def blob(cx, cy, rx, ry, r, n=11, lo=0.7, hi=1.1):
    """a hand-cut patch (snow, leaf mass, foam)"""
    return path(
        chaikin(
            [
                (
                    cx + rx * math.cos(t / n * 6.2832) * r.uniform(lo, hi),
                    cy + ry * math.sin(t / n * 6.2832) * r.uniform(lo, hi),
                )
                for t in range(n)
            ],
            1,
            True,
        )
    )


# ---------------------------------------------------------------- more people, in the same box; leaves
FIG[
    'seated'
] = 'M0,100C-11,100 -17,91 -15,79C-27,74 -35,58 -38,34L-42,0H42L38,34C35,58 27,74 15,79C17,91 11,100 0,100z'  # hooded, from behind
FIG[
    'shawl'
] = 'M0,100C-11,100 -17,91 -15,79C-23,76 -29,69 -33,58C-16,52 -7,58 0,48C7,58 16,52 33,58C29,69 23,76 15,79C17,91 11,100 0,100z'


def _curve(x, y, ang, ln, droop, n=16):
    pts = []
    for i in range(n + 1):
        t = i / n
        pts.append((x + math.cos(ang) * ln * t, y + math.sin(ang) * ln * t + droop * ln * t * t))
    return pts


def broadleaf(x, y, ang, ln, w, droop, r, lit, dark, rib=None, slit=0.22):
    """banana-like blade: two halves, torn along the veins, one side toward the light"""
    p = _curve(x, y, ang, ln, droop)
    o = ''
    for sg, col in ((1, dark), (-1, lit)):
        e = []
        for i, (a, b) in enumerate(p):
            t = i / (len(p) - 1)
            j = min(i + 1, len(p) - 1)
            k = max(i - 1, 0)
            tx, ty = p[j][0] - p[k][0], p[j][1] - p[k][1]
            m = math.hypot(tx, ty) or 1
            ww = w * math.sin(math.pi * min(1, 0.06 + 0.94 * t) ** 0.8) ** 0.7 * sg
            nx, ny = -ty / m * ww, tx / m * ww
            bx, by = tx / m * w * 0.35, ty / m * w * 0.35
            e.append((a + nx + bx, b + ny + by))
            if 2 < i < len(p) - 2 and r.random() < slit:
                e += [
                    (a + nx * 0.25, b + ny * 0.25),
                    (a + nx * 0.94 + bx * 1.35, b + ny * 0.94 + by * 1.35 + abs(w) * 0.08),
                ]
        o += f'<path d="{path(p+e[::-1])}" fill="{col}"/>'
    if rib:
        o += (
            '<path d="M'
            + 'L'.join(f'{a:.1f},{b:.1f}' for a, b in p)
            + f'" fill="none" stroke="{rib}" stroke-width="{max(.8,w*.05):.1f}"/>'
        )
    return o


def frond(x, y, ang, ln, droop, r, col, leaf=0.34, n=26, fat=0.055):
    """palm leaf: a bent rib and hanging leaflets, one path"""
    p = _curve(x, y, ang, ln, droop, n)
    d = ''
    for i in range(2, n + 1):
        a, b = p[i]
        t = i / n
        tx, ty = p[i][0] - p[i - 1][0], p[i][1] - p[i - 1][1]
        th = math.atan2(ty, tx)
        l = ln * leaf * math.sin(math.pi * (0.12 + 0.84 * t)) ** 0.7 * r.uniform(0.85, 1.1)
        for sg in (1, -1):
            q = th + sg * (0.95 - 0.45 * t)
            ex, ey = a + math.cos(q) * l, b + math.sin(q) * l + l * 0.28
            w = l * fat + 0.5
            nx, ny = -math.sin(q) * w, math.cos(q) * w
            d += f'M{a-nx:.1f},{b-ny:.1f}Q{(a+ex)/2-nx:.1f},{(b+ey)/2-ny-l*.06:.1f} {ex:.1f},{ey:.1f}Q{(a+ex)/2+nx:.1f},{(b+ey)/2+ny-l*.06:.1f} {a+nx:.1f},{b+ny:.1f}z'
    return (
        f'<path d="{d}" fill="{col}"/><path d="M'
        + 'L'.join(f'{a:.1f},{b:.1f}' for a, b in p)
        + f'" fill="none" stroke="{col}" stroke-width="{max(1.,ln*.010):.1f}"/>'
    )


def reeds(x0, x1, base, hmin, hmax, n, col, lean=0.18, seed=1, plume=0.4):
    r = random.Random(seed)
    o = []
    for _ in range(n):
        x = r.uniform(x0, x1)
        h = r.uniform(hmin, hmax) * (0.55 + 0.45 * r.random())
        y = base(x) + r.uniform(0, 14)
        l = (lean + r.uniform(-0.16, 0.16)) * h
        w = r.uniform(0.9, 2.1)
        o.append(
            f'M{x-w:.1f},{y:.1f}Q{x+l*.25:.1f},{y-h*.6:.1f} {x+l:.1f},{y-h:.1f}Q{x+l*.3+w:.1f},{y-h*.55:.1f} {x+w:.1f},{y:.1f}z'
        )
        if r.random() < plume:
            tx, ty = x + l, y - h
            pl = r.uniform(9, 20)
            o.append(
                f'M{tx:.1f},{ty-2:.1f}q{pl*.25:.1f},{-pl*.5:.1f} {pl*.55:.1f},{-pl*.35:.1f}q{-pl*.05:.1f},{pl*.55:.1f} {-pl*.5:.1f},{pl*.85:.1f}z'
            )
    return f'<path d="{"".join(o)}" fill="{col}"/>'
