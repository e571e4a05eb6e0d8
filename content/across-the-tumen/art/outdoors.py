"""The kit of the lanes and yards: true perspective from any eye, houses, cars, a bus and people seen
from behind, all as SVG text in metres; the ground under them and the light on them by numpy.

ART_SCALE (1.5) is the size, 1 being 1920x1080.
"""
import os

os.environ.setdefault('ART_SCALE', '1.5')
os.environ.setdefault('ART_SS', '1')

from atelier import *  # noqa: E402
from ink import soft  # noqa: E402


_fbm = fbm


def fbm(x, y, *args, **more):
    """atelier's noise; above full size every other point is enough, the rest lies between"""
    if S <= 1 or np.shape(x) != (PH, PW) or np.shape(y) != (PH, PW):
        return _fbm(x, y, *args, **more)
    a = _fbm(x[::2, ::2], y[::2, ::2], *args, **more).astype(np.float32)
    a = np.pad(a, ((0, 1), (0, 1)), 'edge')
    b = np.empty((a.shape[0] * 2 - 1, a.shape[1]), np.float32)
    b[::2] = a
    b[1::2] = (a[:-1] + a[1:]) / 2
    c = np.empty((b.shape[0], b.shape[1] * 2 - 1), np.float32)
    c[:, ::2] = b
    c[:, 1::2] = (b[:, :-1] + b[:, 1:]) / 2
    return c[:PH, :PW]


class Eye:
    """Stands at the origin, h metres up: x right, y up, z away, all in metres."""

    def __init__(s, cx, hor, f, h):
        s.cx, s.hor, s.f, s.h = cx, hor, f, h

    def __call__(s, x, y, z):
        z = max(z, 0.2)
        return (s.cx + x * s.f / z, s.hor + (s.h - y) * s.f / z)

    def k(s, z):
        return s.f / z

    def ground(s):
        """x and z of the ground at every point of the picture, and where there is ground."""
        drop = np.maximum(YY - s.hor, 0.4)
        z = s.h * s.f / drop
        return (XX - s.cx) * z / s.f, z, YY > s.hor


def fill(pts, col, op=1.0, extra=''):
    o = f' opacity="{op:.2f}"' if op < 1 else ''
    return f'<path d="{path(pts)}" fill="{col}"{o}{extra}/>'


def curve(pts, col, op=1.0, extra=''):
    o = f' opacity="{op:.2f}"' if op < 1 else ''
    return f'<path d="{soft(pts)}" fill="{col}"{o}{extra}/>'


def stroke(pts, col, w, op=1.0, extra=''):
    d = 'M' + 'L'.join(f'{a:.1f},{b:.1f}' for a, b in pts)
    o = f' opacity="{op:.2f}"' if op < 1 else ''
    return f'<path d="{d}" fill="none" stroke="{col}" stroke-width="{w:.2f}"{o}{extra}/>'


def bend(pts, col, w, op=1.0, extra=''):
    o = f' opacity="{op:.2f}"' if op < 1 else ''
    return f'<path d="{soft(pts, False)}" fill="none" stroke="{col}" stroke-width="{w:.2f}" stroke-linecap="round"{o}{extra}/>'


def group(parts, extra=''):
    return f'<g {extra}>' + ''.join(parts) + '</g>'


KNIFE = ''.join(
    f'<filter id="knife{i}" x="-.1" y="-.1" width="1.2" height="1.2"><feTurbulence type="fractalNoise" baseFrequency="{b}" numOctaves="3" seed="{5+i}" result="n"/>'
    f'<feDisplacementMap in="SourceGraphic" in2="n" scale="{s}" xChannelSelector="R" yChannelSelector="G"/></filter>'
    for i, (b, s) in enumerate(((0.06, 2.6), (0.04, 4.5), (0.022, 8)))
) + ''.join(
    f'<filter id="soft{k}" x="-1" y="-1" width="3" height="3"><feGaussianBlur stdDeviation="{k}"/></filter>'
    for k in (1, 2, 4, 8, 16, 30)
)


# ---------------------------------------------------------------- sky, hills, ground
def heaven(c, stops, hor, seed=60, warp=0.03):
    t = YY / hor + warp * fbm(XX / 420, YY / 80, 3, seed)
    c.over(ramp(stops, t), 1)


def bars(c, col, y, spread, seed, lo=0.06, hi=0.2, amount=0.6, sx=560, sy=44):
    """cloud bars, long and thin, gathered about the height y"""
    n = fbm(XX / sx, YY / sy, 5, seed) + 0.2 * fbm(XX / 120, YY / 14, 3, seed + 6)
    c.over(
        col if not isinstance(col, str) else rgb(col),
        smooth(lo, hi, n) * np.exp(-(((YY - y) / spread) ** 2)) * amount,
    )


def ridge(c, top, tones, seed, wide=70, tall=40, lean=0.8, cuts=(0.42, 0.6), fade=None, foot=None):
    """a hill in three flat tones under the line top(x); gullies lean away from the light"""
    xs = XX[0]
    t = top(xs)[None, :]
    d = YY - t
    u = (XX + lean * d) / wide
    L = (
        0.5
        + 0.5 * fbm(u + 0.4 * fbm(XX / 150, d / 60, 2, seed + 3), d / tall, 4, seed)
        + 0.12 * np.exp(-np.maximum(d, 0) / 30)
    )
    L = L + 0.05 * fbm(XX / 9, YY / 5, 2, seed + 9)
    col = rgb(tones[0])
    for cut, nx in zip(cuts, tones[1:]):
        col = mixc(
            np.broadcast_to(col, XX.shape + (3,)), rgb(nx), smooth(cut - 0.015, cut + 0.015, L)
        )
    if fade:
        col = mixc(col, rgb(fade[0]), smooth(fade[1], fade[2], YY) * fade[3])
    al = smooth(-0.7, 0.7, d)
    if foot is not None:
        al = al * smooth(foot + 1, foot - 1, YY)
    c.over(col, al)


def rolling(y, amp, seed, wide=300, sharp=False):
    """a skyline"""

    def top(xs):
        n = (
            ridged(xs / wide, xs * 0 + seed * 1.7, 4, seed, 0.42, 2.1, 0.8)
            if sharp
            else 0.5 + 0.5 * fbm(xs / wide, xs * 0 + seed * 1.7, 5, seed, 0.42)
        )
        return y - amp * n

    return top


def snowfield(c, eye, stops, light, dark, seed=300, far=90.0, mask=None, grain=1.0):
    """snow on level ground, in the tones of the print; every mark lies in world metres"""
    x, z, on = eye.ground()
    p = np.clip((YY - eye.hor) / (H - eye.hor), 0, 1)
    base = ramp(stops, p + 0.05 * fbm(XX / 300, YY / 40, 3, seed))
    keep = smooth(far, far * 0.25, z)
    d = fbm(x / 5.2 + 0.5 * fbm(x / 7, z / 7, 2, seed + 1), z / 3.4, 5, seed + 2)
    base = mixc(base, ramp(light, p), smooth(0.03, 0.09, d) * 0.55 * keep * grain)
    d = fbm(x / 4.1 + 9, z / 2.6 + 0.6 * fbm(x / 5, z / 5, 2, seed + 4), 5, seed + 5)
    base = mixc(base, ramp(dark, p), smooth(0.08, 0.14, d) * 0.5 * keep * grain)
    if mask is None:
        mask = on.astype(float)
    c.over(base, mask)
    return x, z


def lamp_on_ground(x, z, at, reach, power=1.0):
    """how much of a lamp at (x, y, z) the level ground gets: 1 below it"""
    lx, ly, lz = at
    d2 = ((x - lx) ** 2 + (z - lz) ** 2) / reach**2
    return (1 / (1 + d2)) ** (1.5 * power)


def steps3(v, cuts=((0.16, 0.3), (0.38, 0.34), (0.68, 0.36)), soft_=0.035, seed=400, rough=0.05):
    """a smooth light cut into three flat steps, as a printer would"""
    w = v + rough * fbm(XX / 40, YY / 14, 3, seed)
    return sum(a * smooth(c - soft_, c + soft_, w) for c, a in cuts)


def relight(c, amb, pools, true=0.6, where=1.0):
    """multiply what is painted: amb everywhere, and pools (x, y, rx, ry, colour, amount, power).
    In strong lamplight local colours give way to the lamp's, by `true` at most; where: a mask for
    the pools"""
    m = np.ones(XX.shape + (3,)) * rgb(amb)
    w = np.zeros(XX.shape)
    for x, y, rx, ry, col, amount, power in pools:
        d = np.hypot((XX - x) / rx, (YY - y) / ry)
        v = np.clip(1 - d, 0, 1) ** power * amount * where
        w = np.maximum(w, v)
        m = m * (1 - v[..., None]) + 1.1 * v[..., None] * rgb(col)
    a = c.a[..., :3]
    lum = (a @ np.array([0.3, 0.55, 0.15]))[..., None]
    w = (np.clip(w, 0, 1) * true)[..., None]
    c.a[..., :3] = (a * (1 - w) + lum * w) * m


def tooth(c, amount=0.05, seed=700):
    """the tooth of the block: uneven ink on what is painted"""
    n = fbm(XX / 34, YY / 11, 4, seed) + 0.6 * fbm(XX / 7, YY / 4, 2, seed + 5)
    c.a[..., :3] = np.clip(c.a[..., :3] * (1 + amount * n)[..., None], 0, 1)


# ---------------------------------------------------------------- solids
class Place:
    """a thing's own metres (u along, v across, both from its middle) set down in the world"""

    def __init__(s, eye, x, z, yaw=0.0, y=0.0):
        s.eye, s.x, s.z, s.y = eye, x, z, y
        s.c, s.s = math.cos(math.radians(yaw)), math.sin(math.radians(yaw))

    def world(s, u, y, v):
        return (s.x + u * s.c - v * s.s, s.y + y, s.z + u * s.s + v * s.c)

    def __call__(s, u, y, v):
        return s.eye(*s.world(u, y, v))

    def k(s, u=0, v=0):
        return s.eye.k(s.world(u, 0, v)[2])

    def poly(s, pts, col, op=1.0, extra=''):
        return fill([s(*p) for p in pts], col, op, extra)

    def bar(s, a, b, w, col, op=1.0, wmin=0.6):
        (x0, y0), (x1, y1) = s(*a), s(*b)
        w0 = max(wmin, w * s.eye.k(s.world(*a)[2])) / 2
        w1 = max(wmin, w * s.eye.k(s.world(*b)[2])) / 2
        m = math.hypot(x1 - x0, y1 - y0) or 1
        nx, ny = -(y1 - y0) / m, (x1 - x0) / m
        return fill(
            [
                (x0 + nx * w0, y0 + ny * w0),
                (x1 + nx * w1, y1 + ny * w1),
                (x1 - nx * w1, y1 - ny * w1),
                (x0 - nx * w0, y0 - ny * w0),
            ],
            col,
            op,
        )


def box(p, u0, u1, v0, v1, y0, y1, front, side, top, back=None):
    """a box by the faces that look at us, far ones first"""
    F = [
        ((u0, v1), (u1, v1), back or side),
        ((u0, v0), (u0, v1), side),
        ((u1, v1), (u1, v0), side),
        ((u1, v0), (u0, v0), front),
    ]
    o = []
    for (a, b), (c_, d), col in F:
        pts = [(a, y0, b), (c_, y0, d), (c_, y1, d), (a, y1, b)]
        if _faces(p, pts):
            o.append(p.poly(pts, col))
    if p.eye.h > p.y + y1:
        o.append(p.poly([(u0, y1, v0), (u1, y1, v0), (u1, y1, v1), (u0, y1, v1)], top))
    return ''.join(o)


def _faces(p, pts):
    """walls given along the ground: which way they look is told by the middle of the thing"""
    A, B = np.array(p.world(*pts[0])), np.array(p.world(*pts[1]))
    d = B - A
    n = np.array([-d[2], 0, d[0]])
    return float(np.dot(n, A - np.array([0.0, p.eye.h, 0.0]))) < 0


def snowlid(pts, th, col, q, under=None):
    """snow on an edge seen from below: an uneven strip along the line pts"""
    m = []
    for (a, b), (c_, d) in zip(pts, pts[1:]):
        n = max(2, int(math.hypot(c_ - a, d - b) / 26))
        m += [(a + (c_ - a) * i / n, b + (d - b) * i / n) for i in range(n)]
    m.append(pts[-1])
    up = [(x, y - th * q.uniform(0.7, 1.1)) for x, y in m]
    lo = [(x, y + th * q.uniform(0.05, 0.55)) for x, y in reversed(m)]
    o = curve(up + lo, col)
    if under:
        o += bend([(x, y + th * 0.35) for x, y in m], under, th * 0.3, 0.5)
    return o


def house(
    p,
    w,
    d,
    h,
    rise,
    T,
    wins=(),
    doors=(),
    q=None,
    eave=0.35,
    lid=0.09,
    chimney=None,
    courses=9,
    gable_wins=(),
):
    """a low house, ridge along u.  T: wall, shade, roof, snow, snowshade, hole, frame, lit.
    wins = (u, width, sill, height, lit) in the front; doors = (u, width, height)"""
    q = q or random.Random(1)
    o = []
    hw, hd = w / 2, d / 2

    def gable(sd, col):
        u = sd * hw
        g = p.poly([(u, 0, -hd), (u, 0, hd), (u, h, hd), (u, h + rise, 0), (u, h, -hd)], col)
        for y in (0.3,):
            g += p.poly([(u, 0, -hd), (u, 0, hd), (u, y, hd), (u, y, -hd)], T['plinth'])
        for v, ww, sill, hh, lit in gable_wins:
            g += pane(p, lambda a, y: (u, y, a), v, ww, sill, hh, lit, T, q)
        return g

    back = _faces(p, [(-hw, 0, hd), (hw, 0, hd)])
    left = _faces(p, [(-hw, 0, -hd), (-hw, 0, hd)])
    right = _faces(p, [(hw, 0, hd), (hw, 0, -hd)])
    front = _faces(p, [(hw, 0, -hd), (-hw, 0, -hd)])
    e = eave
    slope = rise / hd
    lowy = h - e * slope * 0.8
    # the roof plane that looks away, if seen
    walls = []
    if left:
        walls.append(gable(-1, T['shade'] if not T.get('left') else T['left']))
    if right:
        walls.append(gable(1, T['shade'] if not T.get('right') else T['right']))
    if front:
        f_ = p.poly([(-hw, 0, -hd), (hw, 0, -hd), (hw, h, -hd), (-hw, h, -hd)], T['wall'])
        f_ += p.poly([(-hw, 0, -hd), (hw, 0, -hd), (hw, 0.32, -hd), (-hw, 0.32, -hd)], T['plinth'])
        for i in range(1, courses):
            y = 0.32 + i * (h - 0.32) / courses
            u = -hw + q.uniform(0, 1)
            while u < hw - 0.3:
                l = q.uniform(0.4, 1.3)
                if q.random() < 0.45:
                    f_ += p.bar(
                        (u, y, -hd),
                        (min(u + l, hw), y, -hd),
                        0.02,
                        q.choice([T['shade'], T['frame']]),
                        0.35,
                        0.5,
                    )
                u += l + q.uniform(0.3, 1.2)
        # shadow of the eave
        f_ += p.poly(
            [(-hw, h - 0.42, -hd), (hw, h - 0.36, -hd), (hw, h, -hd), (-hw, h, -hd)],
            T['hole'],
            0.45,
        )
        for u, ww, sill, hh, lit in wins:
            f_ += pane(p, lambda a, y: (a, y, -hd), u, ww, sill, hh, lit, T, q)
        for u, ww, hh in doors:
            f_ += p.poly(
                [
                    (u - ww / 2 - 0.08, 0, -hd),
                    (u + ww / 2 + 0.08, 0, -hd),
                    (u + ww / 2 + 0.08, hh + 0.08, -hd),
                    (u - ww / 2 - 0.08, hh + 0.08, -hd),
                ],
                T['frame'],
            )
            f_ += p.poly(
                [
                    (u - ww / 2, 0.04, -hd),
                    (u + ww / 2, 0.04, -hd),
                    (u + ww / 2, hh, -hd),
                    (u - ww / 2, hh, -hd),
                ],
                T['door'],
            )
            for t in (0.25, 0.5, 0.75):
                f_ += p.bar(
                    (u - ww / 2 + ww * t, 0.06, -hd),
                    (u - ww / 2 + ww * t, hh - 0.02, -hd),
                    0.025,
                    T['hole'],
                    0.7,
                    0.5,
                )
        walls.append(f_)
    if back:
        walls.append(p.poly([(-hw, 0, hd), (hw, 0, hd), (hw, h, hd), (-hw, h, hd)], T['shade']))
    roof, last = [], ''
    planes = []
    for sd in (1, -1):
        pts = [
            (-hw - e, lowy, sd * (hd + e)),
            (hw + e, lowy, sd * (hd + e)),
            (hw + e, h + rise + 0.02, 0),
            (-hw - e, h + rise + 0.02, 0),
        ]
        A, B, C = (np.array(p.world(*k_)) for k_ in (pts[0], pts[1], pts[2]))
        n = np.cross(B - A, C - A)
        if n[1] < 0:
            n = -n
        planes.append((float(np.dot(n, A - np.array([0, p.eye.h, 0]))) < 0, sd, pts))
    o += walls
    if chimney:
        u, v, ch = chimney
        top = h + rise * (1 - abs(v) / hd)
        o_ch = box(
            p,
            u - 0.22,
            u + 0.22,
            v - 0.22,
            v + 0.22,
            top - 0.4,
            top + ch,
            T['shade'],
            T['hole'],
            T['snow'],
        )
        a = [p(u - 0.25, top + ch, v - 0.24), p(u + 0.25, top + ch, v - 0.24)]
        o_ch += snowlid(a, p.k(u, v) * lid * 0.8, T['snow'], q)
    for ok, sd, pts in sorted(planes, key=lambda t: t[0] and t[1] < 0):
        if not ok:
            continue
        roof.append(p.poly(pts, T['roof'] if sd < 0 else T['roof2'] if 'roof2' in T else T['roof']))
        for _ in range(T.get('slides', 14)):  # the courses of the tiles show through the snow
            u, t = q.uniform(-hw, hw * 0.8), q.uniform(0.06, 0.92)
            l = q.uniform(0.3, 1.6)
            y_, v_ = lowy + (h + rise - lowy) * t, sd * (hd + e) * (1 - t)
            roof.append(
                p.bar(
                    (u, y_, v_),
                    (min(hw + e * 0.8, u + l), y_, v_),
                    q.uniform(0.03, 0.09),
                    T['snowshade'],
                    q.uniform(0.25, 0.6),
                    0.5,
                )
            )
        k = p.k(0, sd * hd)
        if chimney and (chimney[1] < 0) == (sd < 0):
            last, o_ch = o_ch, ''
        L0, L1 = p(*pts[0]), p(*pts[1])
        roof.append(
            snowlid([L0, L1], max(1.6, p.k(0, sd * hd) * lid), T['snow'], q, T['snowshade'])
        )
        for sg in (-1, 1):  # verge
            a, b = p(sg * (hw + e), lowy, sd * (hd + e)), p(sg * (hw + e), h + rise, 0)
            roof.append(snowlid([a, b], max(1.4, p.k(sg * hw, 0) * lid * 0.8), T['snow'], q))
    if chimney and o_ch:
        roof.insert(0, o_ch)
    a, b = p(-hw - e, h + rise, 0), p(hw + e, h + rise, 0)
    roof.append(snowlid([a, b], max(1.4, p.k(0, 0) * lid * 0.9), T['snow'], q))
    return group(o + roof + [last])


def pane(p, at, u, ww, sill, hh, lit, T, q):
    a, b = u - ww / 2, u + ww / 2
    fr = 0.07
    o = p.poly(
        [
            at(a - fr, sill - fr),
            at(b + fr, sill - fr),
            at(b + fr, sill + hh + fr),
            at(a - fr, sill + hh + fr),
        ],
        T['frame'],
    )
    o += p.poly([at(a, sill), at(b, sill), at(b, sill + hh), at(a, sill + hh)], lit or T['hole'])
    if not lit:
        o += p.poly(
            [at(a, sill + hh), at(a + ww * 0.62, sill + hh), at(a + ww * 0.2, sill), at(a, sill)],
            T['frame'],
            0.35,
        )
    o += p.bar(at((a + b) / 2, sill), at((a + b) / 2, sill + hh), 0.045, T['frame'])
    o += p.bar(at(a, sill + hh * 0.62), at(b, sill + hh * 0.62), 0.04, T['frame'])
    A, B = p(*at(a - 0.1, sill - 0.06)), p(*at(b + 0.1, sill - 0.06))
    return o + snowlid([A, B], max(1.2, p.k(u if at(1, 0)[0] == 1 else 0) * 0.04), T['snow'], q)


# ---------------------------------------------------------------- cars
SECTIONS = [  # from the nose: s, bottom, top, half width
    (0.00, 0.36, 0.60, 0.66),
    (0.10, 0.25, 0.70, 0.76),
    (0.35, 0.20, 0.78, 0.83),
    (1.25, 0.20, 0.93, 0.865),
    (2.20, 0.20, 0.95, 0.875),
    (3.30, 0.20, 0.97, 0.87),
    (4.00, 0.21, 0.99, 0.85),
    (4.36, 0.25, 0.95, 0.79),
    (4.48, 0.34, 0.86, 0.70),
]
LONG = 4.48


def car(
    p, T, door=False, roof_lamp=None, lamps=None, tails=None, snow=True, sun=(-0.4, 0.75, -0.5)
):
    """a plain saloon, nose toward -u.  T: dark, body, light (three tones), glass, sheen, tyre, snow.
    returns the drawing and where its lamps are in the picture"""
    c = lambda s, y, v: (s - LONG / 2, y, v)
    eye = np.array([0, p.eye.h, 0])
    sn = np.array(sun) / np.linalg.norm(sun)
    o = []

    def face(pts, mid, tones=None, op=1.0):
        """drawn if it looks at us; its tone by the sun.  mid: a point inside the car"""
        Q = [np.array(p.world(*k_)) for k_ in pts]
        n = np.cross(Q[1] - Q[0], Q[2] - Q[0])
        m = np.array(p.world(*mid))
        cen = sum(Q) / len(Q)
        if np.dot(n, cen - m) < 0:
            n = -n
        if np.dot(n, cen - eye) > 0:
            return ''
        n = n / (np.linalg.norm(n) or 1)
        v = float(np.dot(n, sn))
        t = tones or (T['dark'], T['body'], T['light'])
        col = t[0] if v < 0.18 else t[1] if v < 0.62 else t[2]
        return p.poly(pts, col, op, f' stroke="{col}" stroke-width=".7" stroke-linejoin="round"')

    mid = c(2.3, 0.5, 0)
    # shadow under
    o.append(
        fill(
            [
                p(*c(s, 0.0, v))
                for s, v in ((-0.1, -0.9), (LONG + 0.1, -0.9), (LONG + 0.1, 0.95), (-0.1, 0.95))
            ],
            T['shadow'],
            0.85,
            ' filter="url(#soft2)"',
        )
    )

    def wheel(s, sd):
        r, v = 0.315, sd * 0.79
        N = 22
        ring = lambda rr, vv: [
            p(*c(s + rr * math.cos(a * 6.2832 / N), 0.315 + rr * math.sin(a * 6.2832 / N), vv))
            for a in range(N)
        ]
        return (
            fill(ring(r, v), T['tyre'])
            + fill(ring(r * 0.62, v + sd * 0.01), T['dark'])
            + fill(ring(r * 0.5, v + sd * 0.012), T['light'], 0.55)
            + fill(ring(r * 0.2, v + sd * 0.014), T['dark'])
        )

    def arch(s, sd):
        r, v = 0.385, sd * 0.872
        N = 20
        P = [
            p(*c(s + r * math.cos(a * 3.1416 / N), 0.315 + r * math.sin(a * 3.1416 / N), v))
            for a in range(N + 1)
        ]
        return fill(P + [p(*c(s - r, 0.2, v)), p(*c(s + r, 0.2, v))], T['tyre'])

    near = -1 if p.seen_side(-1) else 1
    for s_ in (0.82, 3.62):  # the tyres' width, under the body
        for v in np.linspace(-near * 0.79, near * 0.78, 9):
            o.append(
                fill(
                    [
                        p(
                            *c(
                                s_ + 0.315 * math.cos(a * 0.3307),
                                0.315 + 0.315 * math.sin(a * 0.3307),
                                v,
                            )
                        )
                        for a in range(19)
                    ],
                    T['tyre'],
                )
                if abs(v) > 0.55
                else ''
            )
    # lower body
    for (s0, b0, t0, w0), (s1, b1, t1, w1) in zip(SECTIONS, SECTIONS[1:]):
        for sd in (-near, near):
            m0, m1 = 0.55, 0.55
            o.append(
                face(
                    [
                        c(s0, b0, sd * w0 * 0.93),
                        c(s1, b1, sd * w1 * 0.93),
                        c(s1, m1, sd * w1),
                        c(s0, m0, sd * w0),
                    ],
                    mid,
                    (T['dark'], T['dark'], T['body']),
                )
            )
            o.append(
                face(
                    [
                        c(s0, m0, sd * w0),
                        c(s1, m1, sd * w1),
                        c(s1, t1, sd * w1 * 0.94),
                        c(s0, t0, sd * w0 * 0.94),
                    ],
                    mid,
                )
            )
        o.append(
            face(
                [
                    c(s0, t0, -w0 * 0.94),
                    c(s1, t1, -w1 * 0.94),
                    c(s1, t1, w1 * 0.94),
                    c(s0, t0, w0 * 0.94),
                ],
                mid,
                (T['body'], T['light'], T['snow'] if snow else T['light']),
            )
        )
    for s, b, t, w in (SECTIONS[0], SECTIONS[-1]):
        o.append(face([c(s, b, -w), c(s, b, w), c(s, t, w * 0.94), c(s, t, -w * 0.94)], mid))
    o.append(arch(0.82, near) + arch(3.62, near))
    o.append(wheel(0.82, near) + wheel(3.62, near))
    # greenhouse
    B0, B1, R0, R1 = 1.22, 4.02, 2.02, 3.28
    yb0, yb1, yr = 0.92, 0.98, 1.43
    wb, wr = 0.80, 0.60
    gm = c(2.6, 1.1, 0)
    glass = (T['glass'], T['glass'], T['sheen'])
    for sd in (-near, near):
        o.append(
            face(
                [c(B0, yb0, sd * wb), c(B1, yb1, sd * wb), c(R1, yr, sd * wr), c(R0, yr, sd * wr)],
                gm,
                (T['dark'], T['body'], T['body']),
            )
        )
    sd = near
    lerp = lambda a, b, t: a + (b - a) * t
    side = lambda s, t: c(s, lerp(0.96, yr, t), sd * lerp(wb, wr, t) * 1.005)
    g = ''
    if p.seen_side(sd):
        front_ = lambda t: lerp(B0 + 0.16, R0 + 0.06, t)
        rear_ = lambda t: lerp(B1 - 0.22, R1 - 0.03, t)
        for a0, a1 in ((front_, lambda t: 2.53), (lambda t: 2.63, rear_)):
            g += p.poly(
                [
                    side(a0(0.06), 0.06),
                    side(a1(0.06), 0.06),
                    side(a1(0.86), 0.86),
                    side(a0(0.86), 0.86),
                ],
                T['glass'],
            )
            g += p.poly(
                [
                    side(lerp(a0(0.06), a1(0.06), 0.1), 0.06),
                    side(lerp(a0(0.06), a1(0.06), 0.45), 0.06),
                    side(lerp(a0(0.86), a1(0.86), 0.75), 0.86),
                    side(lerp(a0(0.86), a1(0.86), 0.4), 0.86),
                ],
                T['sheen'],
                0.4,
            )
    o.append(g)
    for a, b, base in (((B0, yb0), (R0, yr), 0), ((B1, yb1), (R1, yr), 1)):
        o.append(
            face(
                [c(a[0], a[1], -wb), c(a[0], a[1], wb), c(b[0], b[1], wr), c(b[0], b[1], -wr)],
                gm,
                (T['dark'], T['body'], T['body']),
            )
        )
        i = lambda t, v: c(lerp(a[0], b[0], t), lerp(a[1], b[1], t), v * lerp(wb, wr, t))
        o.append(
            face(
                [i(0.1, -0.9), i(0.1, 0.9), i(0.92, 0.9), i(0.92, -0.9)],
                gm,
                (T['back'], T['back'], T['back']) if base and 'back' in T else glass,
            )
        )
    o.append(
        face(
            [c(R0, yr, -wr), c(R1, yr, -wr), c(R1, yr, wr), c(R0, yr, wr)],
            gm,
            (T['body'], T['light'], T['snow'] if snow else T['light']),
        )
    )
    if snow:
        k = p.k()
        rim = [
            p(*c(R0 + 0.02, yr + 0.02, near * wr)),
            p(*c((R0 + R1) / 2, yr + 0.03, near * wr)),
            p(*c(R1 - 0.02, yr + 0.02, near * wr)),
        ]
        o.append(snowlid(rim, max(1.4, k * 0.05), T['snow'], random.Random(3)))
    # seams and handles
    if p.seen_side(near):
        w_ = max(0.6, p.k() * 0.012)
        for s in (1.42, 2.58, 3.42):
            o.append(
                stroke(
                    [
                        p(*c(s, 0.28, near * 0.845)),
                        p(*c(s, 0.55, near * 0.88)),
                        p(*c(s, 0.93, near * 0.83)),
                    ],
                    T['tyre'],
                    w_,
                    0.7,
                )
            )
        o.append(
            stroke(
                [
                    p(*c(0.4, 0.62, near * 0.845)),
                    p(*c(2.3, 0.66, near * 0.88)),
                    p(*c(4.3, 0.66, near * 0.8)),
                ],
                T['light'],
                w_ * 1.3,
                0.55,
            )
        )
        for s in (2.4, 3.26):
            o.append(
                p.bar(
                    c(s - 0.09, 0.76, near * 0.87),
                    c(s + 0.09, 0.76, near * 0.87),
                    0.035,
                    T['light'],
                    0.7,
                )
            )
        a = p(*c(1.5, 1.0, near * 0.97))
        o.append(
            f'<ellipse cx="{a[0]:.1f}" cy="{a[1]:.1f}" rx="{p.k()*.1:.1f}" ry="{p.k()*.075:.1f}" fill="{T["dark"]}"/>'
        )
    spots = {}
    spots['nose'] = [p(*c(0.08, 0.6, v)) for v in (-0.58, 0.58)]
    spots['tail'] = [p(*c(4.45, 0.72, v)) for v in (-0.58, 0.58)]
    spots['roof'] = p(*c(2.6, 1.56, 0))
    return group(o), spots


def _seen_side(s, sd):
    """is the side v = sd*0.87 of a car turned to us?"""
    a, n = np.array(s.world(0, 0.5, sd * 0.87)), np.array(s.world(0, 0, sd)) - np.array(
        s.world(0, 0, 0)
    )
    return float(np.dot(n, a - np.array([0, s.eye.h, 0]))) < 0


Place.seen_side = _seen_side


# ---------------------------------------------------------------- people
def light_defs(name, rim, shade, ax, ay, w=1.1, d=7.0, rim_op=0.95, shade_op=0.5, inner=0.22):
    """Volume for flat shapes, in their own units (a person is 100 high); ax, ay points to the light.
    `name` shades one part on its far side; `name`-o draws the thin bright rim of the whole person.
    """
    rim_ = lambda op: (
        f'<feOffset in="SourceAlpha" dx="{-ax*w:.2f}" dy="{-ay*w:.2f}"/><feGaussianBlur stdDeviation="{w*.28:.2f}" result="o2"/>'
        f'<feComposite in="SourceAlpha" in2="o2" operator="out" result="r0"/>'
        f'<feFlood flood-color="{rim}" flood-opacity="{op}"/><feComposite in2="r0" operator="in" result="r1"/>'
    )
    return (
        f'<filter id="{name}" x="-.4" y="-.3" width="1.8" height="1.6">'
        f'<feOffset in="SourceAlpha" dx="{ax*d:.2f}" dy="{ay*d:.2f}"/><feGaussianBlur stdDeviation="{d*.22:.2f}" result="o1"/>'
        f'<feComposite in="SourceAlpha" in2="o1" operator="out" result="s0"/>'
        f'<feFlood flood-color="{shade}" flood-opacity="{shade_op}"/><feComposite in2="s0" operator="in" result="s1"/>'
        f'{rim_(inner)}<feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="s1"/><feMergeNode in="r1"/></feMerge></filter>'
        f'<filter id="{name}-o" x="-.4" y="-.3" width="1.8" height="1.6">{rim_(rim_op)}'
        f'<feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="r1"/></feMerge></filter>'
    )


def limb(pts, ws):
    """a sleeve or a leg through its joints, as thick at each as ws"""
    L, R = [], []
    for i, (x, y) in enumerate(pts):
        a, b = pts[max(0, i - 1)], pts[min(len(pts) - 1, i + 1)]
        tx, ty = b[0] - a[0], b[1] - a[1]
        m = math.hypot(tx, ty) or 1
        nx, ny = -ty / m * ws[i] / 2, tx / m * ws[i] / 2
        L.append((x + nx, y + ny))
        R.append((x - nx, y - ny))
    return soft(L + R[::-1])


def part(d, col, lit, extra=''):
    return f'<g filter="url(#{lit})"><path d="{d}" fill="{col}"/>{extra}</g>'


def put(x, y, h, parts, lit=None, flip=1):
    """a person of h picture points, feet at (x, y); lit: the light of light_defs"""
    o = ''.join(parts)
    if lit:
        o = f'<g filter="url(#{lit}-o)">{o}</g>'
    return f'<g transform="translate({x:.1f},{y:.1f}) scale({h/100*flip:.4f},{h/100:.4f})">{o}</g>'


def legs(
    col,
    boot,
    lit,
    left=((-5.5, -40), (-6, -22), (-6.5, -3)),
    right=((5.5, -40), (6, -22), (6.5, -3)),
    w=(10, 8.4, 7),
):
    o = []
    for pts, sg in ((left, -1), (right, 1)):
        ax, ay = pts[-1]
        o.append(part(limb(pts, w), col, lit))
        o.append(
            part(
                soft(
                    [
                        (ax - 4, ay - 4),
                        (ax + 4, ay - 4),
                        (ax + 4.4, ay + 1),
                        (ax + 4.6 + sg, ay + 3),
                        (ax - 4.6 + sg, ay + 3),
                        (ax - 4.4, ay + 1),
                    ],
                    t=0.4,
                ),
                boot,
                lit,
            )
        )
    return ''.join(o)


def shadow_of(eye, x, z, h, lamp, wide=0.22, reach=6.0):
    """the shadow a standing person throws on level ground from a lamp (x, y, z)"""
    out = [
        (-0.5, 0.0),
        (-0.8, 0.3),
        (-1, 0.55),
        (-1, 0.78),
        (-0.4, 0.86),
        (-0.42, 0.97),
        (0, 1.0),
        (0.42, 0.97),
        (0.4, 0.86),
        (1, 0.78),
        (1, 0.55),
        (0.8, 0.3),
        (0.5, 0.0),
    ]
    lx, ly, lz = lamp
    dx, dz = x - lx, z - lz
    m = math.hypot(dx, dz) or 1
    px, pz = -dz / m, dx / m
    P = []
    for a, b in out:
        y = b * h
        t = min(y / max(ly - y, 0.05), reach / m)
        P.append(eye(x + px * a * wide * (1 + t) + dx * t, 0, z + pz * a * wide * (1 + t) + dz * t))
    return path(P)


def footprints(eye, way, stepw=0.3, col='#000', rim='#fff', seed=1, size=1.0, op=0.8):
    """prints along a way of (x, z), the newest at its end"""
    q = random.Random(seed)
    way = chaikin(way, 3)
    o, acc, side = [], 0.0, 1
    for (ax, az), (bx, bz) in zip(way, way[1:]):
        d = math.hypot(bx - ax, bz - az)
        acc += d
        if acc < stepw:
            continue
        acc = 0
        ux, uz = (bx - ax) / d, (bz - az) / d
        x, z = bx + side * 0.09 * size * uz + q.uniform(-0.02, 0.02), bz - side * 0.09 * size * ux
        side = -side
        if z < 0.8:
            continue
        P = [
            eye(x + size * (a * uz + b * ux), 0, z + size * (-a * ux + b * uz))
            for a, b in (
                (-0.05, -0.13),
                (-0.055, 0),
                (-0.06, 0.1),
                (0, 0.16),
                (0.06, 0.1),
                (0.05, 0),
                (0.05, -0.13),
                (0, -0.16),
            )
        ]
        k = eye.k(z)
        o.append(
            curve([(a - k * 0.008, b - k * 0.004) for a, b in P], rim, op * 0.4) + curve(P, col, op)
        )
    return ''.join(o)
