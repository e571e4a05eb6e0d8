"""The kit of the tables: a camera that may look down, lamplight reckoned on floor, table and wall with
the shadows it throws, and the lantern.  World in metres: x right, y up, z away."""
import math

import numpy as np
from atelier import fbm, mixc, ramp, rgb, smooth  # none of these knows the size of the picture
from ink import *
from scipy.ndimage import gaussian_filter

PW, PH = round(1920 * SCALE), round(1080 * SCALE)
YY, XX = np.mgrid[0:PH, 0:PW].astype(np.float32) / SCALE  # in a picture of 1920x1080
UP = (0.0, 1.0, 0.0)
BACK = (0.0, 0.0, -1.0)


class Eye:
    """Where we stand, what the point (cx, cy) of the picture looks at, and the focal length."""

    def __init__(s, pos, to, f, cx=960, cy=540):
        s.pos, s.f, s.cx, s.cy = np.array(pos, float), f, cx, cy
        s.fwd = np.array(to, float) - s.pos
        s.fwd /= np.linalg.norm(s.fwd)
        s.right = np.array([s.fwd[2], 0, -s.fwd[0]])
        s.right /= np.linalg.norm(s.right)
        s.up = np.cross(s.fwd, s.right)

    def __call__(s, x, y, z):
        d = np.array([x, y, z], float) - s.pos
        w = max(0.02, d @ s.fwd)
        return (s.cx + s.f * (d @ s.right) / w, s.cy - s.f * (d @ s.up) / w)

    def k(s, x, y, z):
        """Picture points a metre at this place."""
        return s.f / ((np.array([x, y, z]) - s.pos) @ s.fwd)

    def tilt(s, x, y, z):
        """How we see a level ring there: its height to its width."""
        d = s.pos - np.array([x, y, z])
        return d[1] / np.linalg.norm(d)

    def face(s, *pts):
        return poly([s(*p) for p in pts])

    def hits(s, axis, value):
        """Where the rays of the pixels meet the plane x, y or z = value."""
        u, v = (XX - s.cx) / s.f, (s.cy - YY) / s.f
        d = [s.fwd[i] + s.right[i] * u + s.up[i] * v for i in range(3)]
        t = (value - s.pos[axis]) / np.where(np.abs(d[axis]) < 1e-6, 1e-6, d[axis])
        t = np.where(t > 0, t, 1e3)
        return [s.pos[i] + d[i] * t for i in range(3)]


def lamplight(lamp, at, normal, reach):
    """Light of a lamp on a plane, 1 at the distance `reach` if it fell straight."""
    v = [lamp[i] - at[i] for i in range(3)]
    d2 = v[0] ** 2 + v[1] ** 2 + v[2] ** 2 + 1e-6
    cos = sum(v[i] * normal[i] for i in range(3)) / np.sqrt(d2)
    return np.clip(cos, 0, 1) * reach * reach / d2


def washed(e, seed=40, rough=0.035, steps=(0.1, 0.22, 0.38, 0.56, 0.74)):
    """Light laid on like a print's: squeezed to 0..1, half of it in flat tones with uneven edges."""
    t = e / (e + 1)
    w = t + rough * fbm(XX / 70, YY / 34, 4, seed)
    flat = np.zeros_like(t)
    last = 0.0
    for i, s in enumerate(steps):
        to = (s + (steps[i + 1] if i + 1 < len(steps) else 1)) / 2
        flat += smooth(s - 0.022, s + 0.022, w) * (to - last)
        last = to
    return 0.55 * t + 0.45 * flat


def sheet(body, defs=''):
    """SVG text as an array of RGBA."""
    return inked(FIL + defs, [body])


def mask(body, defs=''):
    return sheet(body, defs)[..., 3]


def over(a, b):
    """RGBA b on RGB a"""
    return a * (1 - b[..., 3:]) + b[..., :3] * b[..., 3:]


def screen(a, b):
    return 1 - (1 - a) * (1 - b[..., :3] * b[..., 3:])


def thrown(p, lamp, h):
    """The shadow of point p on the level h."""
    drop = max(0.012, lamp[1] - p[1])
    t = min(60.0, (lamp[1] - h) / drop)
    return (lamp[0] + (p[0] - lamp[0]) * t, h, lamp[2] + (p[2] - lamp[2]) * t)


def hull(pts):
    pts = sorted(set((round(a, 2), round(b, 2)) for a, b in pts))
    out = []
    for seq in (pts, pts[::-1]):
        part = []
        for p in seq:
            while len(part) > 1 and (part[-1][0] - part[-2][0]) * (p[1] - part[-2][1]) <= (
                part[-1][1] - part[-2][1]
            ) * (p[0] - part[-2][0]):
                part.pop()
            part.append(p)
        out += part[:-1]
    return out


def shade(eye, solid, lamp, h, fill='#000', **a):
    """The shadow of a convex thing, given by its corners, on the level h."""
    return el(poly(hull([eye(*thrown(p, lamp, h)) for p in solid])), fill, **a)


def turn(cx, cz, a):
    """Places (u, v) on a level, turned by a round (cx, cz)"""
    co, si = math.cos(a), math.sin(a)
    return lambda u, v: (cx + u * co - v * si, cz + u * si + v * co)


def block(eye, x0, x1, y0, y1, z0, z1, col, place=None, **a):
    """A box, the faces we see.  col: top, front (toward small z), left, right"""
    place = place or (lambda u, v: (u, v))
    P = lambda u, y, v: (place(u, v)[0], y, place(u, v)[1])
    sides = [
        ((x0, z0), (x1, z0), col[1]),
        ((x1, z0), (x1, z1), col[3]),
        ((x1, z1), (x0, z1), col[1]),
        ((x0, z1), (x0, z0), col[2]),
    ]
    rows = []
    for p, q, c in sides:
        (ax, az), (bx, bz) = place(*p), place(*q)
        nx, nz = bz - az, -(bx - ax)  # outward
        if (eye.pos[0] - ax) * nx + (eye.pos[2] - az) * nz > 0:
            far = math.hypot((ax + bx) / 2 - eye.pos[0], (az + bz) / 2 - eye.pos[2])
            rows.append(
                (
                    far,
                    el(
                        eye.face(
                            P(p[0], y0, p[1]),
                            P(q[0], y0, q[1]),
                            P(q[0], y1, q[1]),
                            P(p[0], y1, p[1]),
                        ),
                        c,
                        **a,
                    ),
                )
            )
    o = ''.join(t for _, t in sorted(rows, key=lambda r: -r[0]))
    if eye.pos[1] > y1:
        o += el(eye.face(P(x0, y1, z0), P(x1, y1, z0), P(x1, y1, z1), P(x0, y1, z1)), col[0], **a)
    return o


# ---------------------------------------------------------------- the lantern
def lantern_defs(p, dark, mid, cool, warm='#ffcf86'):
    """Inks of lantern(); p keeps the names of two lanterns apart."""
    return (
        lg(
            p + 'tank',
            [(0, dark), (0.1, cool), (0.2, dark), (0.62, mid), (0.8, dark), (1, dark)],
            0,
            0,
            1,
            0,
        )
        + lg(
            p + 'hood',
            [(0, dark), (0.16, cool), (0.26, dark), (0.58, mid), (0.86, dark), (1, dark)],
            0,
            0,
            1,
            0,
        )
        + rg(
            p + 'globe',
            [
                (0, '#fffbec'),
                (0.2, '#fff0cc'),
                (0.5, ('#ffd996', 0.96)),
                (0.82, ('#f7ac58', 0.86)),
                (1, ('#c9752f', 0.8)),
            ],
        )
        + rg(
            p + 'air',
            [
                (0, (warm, 0.95)),
                (0.16, (warm, 0.52)),
                (0.4, ('#ffb35c', 0.2)),
                (0.7, ('#f08a44', 0.06)),
                (1, ('#f08a44', 0)),
            ],
        )
        + lg(p + 'flame', [(0, '#fffdf2'), (0.7, '#fff3cf'), (1, '#ffb14e')])
    )


def lantern(p, x, y, high, e, dark, mid, yaw=0.35, bail=0.0, warm='#ffcf86'):
    """A hurricane lantern standing at x, y: `high` to the top of the hood, e how level rings look.
    yaw turns the two tubes of its frame, bail lays the handle over (0 upright, 1 down)."""
    u = high / 100
    c = math.sqrt(1 - e * e)
    P = lambda a, b: (x + a * u, y - b * u * c)

    def turned(prof, fill, **kw):
        (b0, r0), (b1, r1) = prof[0], prof[-1]
        left = [P(-r, b) for b, r in prof]
        right = [P(r, b) for b, r in prof][::-1]
        d = 'M' + xy(left[0])
        d += soft(left, False, 0.5)[1 + len(xy(left[0])) :]
        d += 'A%s,%s 0 0,1 %s' % (n(r1 * u), n(max(0.1, r1 * u * e)), xy(right[0]))
        d += soft(right, False, 0.5)[1 + len(xy(right[0])) :]
        d += 'A%s,%s 0 0,1 %sz' % (n(r0 * u), n(max(0.1, r0 * u * e)), xy(left[0]))
        return el(d, fill, **kw)

    def ring(b, r, fill, **kw):
        return ell(x, P(0, b)[1], r * u, r * u * e, fill, **kw)

    def tube(side):
        # up from the tank, out, up, and into the hood: seen from the yaw
        k = math.cos(yaw) * side
        dz = math.sin(yaw) * side * e  # what is nearer stands lower
        Q = lambda a, b: (x + a * k * u, y - b * u * c + a * dz * u * 0.9)
        line_ = [Q(20, 15), Q(27, 19), Q(30, 28), Q(30, 60), Q(28, 73), Q(20, 81), Q(11, 83)]
        o = st(soft(line_, False), dark, n(4.6 * u), stroke_linecap='round')
        lit = [(a - k * 1.3 * u, b) for a, b in line_[1:6]]
        o += st(soft(lit, False), warm, n(1.1 * u), opacity=0.75, stroke_linecap='round')
        return o, Q(30, 66)

    o = ''
    back = 1 if yaw * 1 > 0 else -1
    t_far, h_far = tube(-back if math.sin(yaw) > 0 else back)
    t_near, h_near = tube(back if math.sin(yaw) > 0 else -back)
    if high:
        o += t_far
    # the tank: a drum with a rounded shoulder, lit from above
    o += turned([(0, 25), (2, 27), (12, 27.5), (16, 26), (19, 20)], f'url(#{p}tank)')
    o += (
        ring(19, 20, mid)
        + ring(19.2, 18.4, '#c98a4c', opacity=0.9)
        + ring(19.6, 13, warm, opacity=0.75)
    )
    o += st(
        'M%s A%s,%s 0 0,0 %s'
        % (xy(P(-26.2, 15.6)), n(26.2 * u), n(26.2 * u * e), xy(P(26.2, 15.6))),
        warm,
        n(0.9 * u),
        opacity=0.55,
    )
    o += st(
        'M%s A%s,%s 0 0,0 %s' % (xy(P(-27, 2.4)), n(27 * u), n(27 * u * e), xy(P(27, 2.4))),
        mid,
        n(0.8 * u),
        opacity=0.8,
    )
    # filler cap
    o += el(poly([P(14, 20), P(21, 19), P(21, 23), P(14, 24)]), dark) + st(
        line([P(14, 24), P(21, 23)]), warm, n(0.8 * u), opacity=0.8
    )
    # burner
    o += turned([(18.5, 11), (22, 12.5), (25, 12)], dark) + ring(25, 12, '#8a5a34')
    # globe
    o += turned(
        [(25, 12), (30, 17), (37, 21), (44, 22), (52, 19.5), (60, 14), (64, 11.5)],
        f'url(#{p}globe)',
    )
    o += ring(64, 11.5, '#e0913f', opacity=0.7)
    fl = [P(-3.6, 28), P(-5.2, 34), P(-3.2, 41), P(-0.6, 49), P(1.2, 43), P(4.4, 36), P(3.6, 28)]
    o += el(soft(fl, t=0.5), f'url(#{p}flame)')
    o += el(
        soft(
            [P(-13, 33), P(-15.5, 41), P(-13, 51), P(-11.8, 50), P(-13.4, 41), P(-11.4, 34)], t=0.5
        ),
        '#fffdf4',
        opacity=0.75,
    )
    # the wires of the guard
    for a, w in ((-0.9, 0.9), (0.55, 0.9)):
        W = [P(21 * a, 26), P(25.5 * a, 36), P(26 * a, 46), P(20 * a, 58), P(13 * a, 66)]
        o += st(soft(W, False), dark, n(w * u))
    o += st(
        'M%s A%s,%s 0 0,0 %s'
        % (xy(P(-25, 43)), n(25 * u), n(25 * u * max(e, 0.05)), xy(P(25, 43))),
        dark,
        n(1.0 * u),
    )
    # the hood: a flue plate, a cone with slots, a cap
    o += turned([(64, 14.5), (66.5, 15.5), (69, 13)], f'url(#{p}hood)')
    o += st(
        'M%s A%s,%s 0 0,0 %s'
        % (xy(P(-14.6, 64.6)), n(14.6 * u), n(14.6 * u * e), xy(P(14.6, 64.6))),
        warm,
        n(1.3 * u),
        opacity=0.95,
    )
    o += turned([(69, 12), (76, 13), (86, 12), (92, 9.5)], f'url(#{p}hood)')
    for a in (-8.6, -4.6, 0, 4.6, 8.6):
        w = 1.1 * math.sqrt(max(0.1, 1 - (a / 12) ** 2))
        o += el(
            poly([P(a - w, 78.2), P(a + w, 78.2), P(a + w * 0.9, 83.6), P(a - w * 0.9, 83.6)]),
            warm,
            opacity=0.85,
        )
    o += turned([(91, 13.5), (93, 13.8), (97, 8.5), (100, 4)], f'url(#{p}hood)')
    o += ell(*P(0, 102.5), 3.4 * u, 3.4 * u, 'none', stroke=mid, stroke_width=n(1.3 * u))
    o += t_near
    # the handle
    top = (x + bail * 46 * u, y - (118 - 46 * bail) * u * c - 4 * e * u)
    a, b = h_far, h_near
    o += st(
        'M%s C%s %s %s C%s %s %s'
        % (
            xy(a),
            xy((a[0] + bail * 24 * u, a[1] - 34 * u * c * (1 - 0.6 * bail))),
            xy((top[0] + (a[0] - x) * 0.7, top[1])),
            xy(top),
            xy((top[0] + (b[0] - x) * 0.7, top[1])),
            xy((b[0] + bail * 24 * u, b[1] - 34 * u * c * (1 - 0.6 * bail))),
            xy(b),
        ),
        dark,
        n(1.7 * u),
    )
    for q in (a, b):
        o += ell(q[0], q[1], 1.9 * u, 1.9 * u, mid)
    return o


def lantern_air(p, x, y, high, e, r=2.6, amount=0.8):
    """The warm air round it, to be laid over everything."""
    c = math.sqrt(1 - e * e)
    cy = y - 42 * high / 100 * c
    return ell(x, cy, high * r, high * r * 0.92, f'url(#{p}air)', opacity=amount) + ell(
        x, cy, high * 0.62, high * 0.6, f'url(#{p}air)', opacity=0.75
    )


# ---------------------------------------------------------------- a chair; a scarf hung over something
def on_place(place):
    """(u, y, v) on a turned place -> the world"""

    def p(u, y, v):
        x, z = place(u, v)
        return (x, y, z)

    return p


def stick(eye, a, b, w, col, **k):
    m = [(a[i] + b[i]) / 2 for i in range(3)]
    return st(line([eye(*a), eye(*b)]), col, n(w * eye.k(*m)), stroke_linecap='round', **k)


def stick_rim(eye, a, b, w, dx, col='#ffcf86', op=0.75):
    """The lit edge of a stick, dx metres beside its middle"""
    m = [(a[i] + b[i]) / 2 for i in range(3)]
    k = eye.k(*m)
    p, q = eye(*a), eye(*b)
    return st(
        line([(p[0] + dx * k, p[1]), (q[0] + dx * k, q[1])]),
        col,
        n(w * k),
        opacity=op,
        stroke_linecap='round',
        filter='url(#b1)',
    )


def chair_of(eye, cp, dk, md, seat_col, lit='#ffcf86', side=1):
    """A kitchen chair; cp(u, y, v) puts it in the room, its back at v < 0.  side: where the light is"""
    o = ''
    for u, v in ((-0.19, 0.20), (0.19, 0.20)):
        o += stick(eye, cp(u, 0.44, v), cp(u * 1.06, 0, v * 1.05), 0.032, dk)
    seat = [
        eye(*cp(u, 0.455, v))
        for u, v in ((-0.20, -0.20), (0.20, -0.20), (0.225, 0.21), (-0.225, 0.21))
    ]
    o += el(soft(seat, t=0.12), seat_col) + el(
        soft([(x, y + 13) for x, y in seat[:2]] + seat[1::-1], t=0.05), dk
    )
    o += stick(eye, cp(-0.21, 0.458, 0.21), cp(0.21, 0.458, 0.21), 0.008, lit, opacity=0.7)
    for u in (-0.19, 0.19):
        o += stick(eye, cp(u, 0.2, 0.2), cp(u, 0.2, -0.2), 0.02, dk)
    for u in (-0.19, 0.19):
        a, b, c = cp(u, 0, -0.22), cp(u, 0.46, -0.19), cp(u * 1.02, 0.88, -0.27)
        o += stick(eye, a, b, 0.034, dk) + stick(eye, b, c, 0.033, md)
        o += stick_rim(eye, b, c, 0.006, 0.013 * side, lit) + stick_rim(
            eye, a, b, 0.005, 0.013 * side, lit, 0.3
        )

    def rail(y, w, bow):
        pts = [
            cp(u, y, -0.27 + 0.08 * (0.88 - y) / 0.42 - bow * (1 - (u / 0.2) ** 2))
            for u in np.linspace(-0.2, 0.2, 9)
        ]
        k = eye.k(*pts[4])
        d = soft([eye(*p) for p in pts], False)
        up = soft([(eye(*p)[0], eye(*p)[1] - w * k * 0.46) for p in pts], False)
        return st(d, md, n(w * k), stroke_linecap='round') + st(
            up, lit, n(0.007 * k), opacity=0.85, filter='url(#b1)'
        )

    o += rail(0.55, 0.03, 0.02) + rail(0.84, 0.085, 0.035)
    for u in (-0.09, 0.0, 0.09):
        a, b = cp(u, 0.56, -0.235), cp(u, 0.81, -0.29)
        o += stick(eye, a, b, 0.018, md) + stick_rim(eye, a, b, 0.004, 0.007 * side, lit, 0.55)
    return o


def scarf_on(p, k, wide, front, back, cols, rim, q, side=1, seed_fold=0.0):
    """A scarf hung over a rail.  p(u, y): the rail's face, y = 0 on its top edge, down negative; k: picture
    points a metre; front, back: how far the two ends hang.  cols: shadow, body, light"""
    dk, md, lt = cols
    w = wide / 2

    def tail(u0, u1, low, d, col, skew=0.0):
        L = [
            p(u0 + 0.010, 0.012),
            p(u0 - 0.006, -0.05),
            p(u0 + 0.006 + skew * 0.3, -low * 0.35),
            p(u0 - 0.010 + skew * 0.6, -low * 0.7),
            p(u0 - 0.002 + skew, -low),
        ]
        Rr = [
            p(u1 + 0.006 + skew, -low * 1.03),
            p(u1 + 0.012 + skew * 0.6, -low * 0.7),
            p(u1 - 0.006 + skew * 0.3, -low * 0.35),
            p(u1 + 0.008, -0.05),
            p(u1 - 0.010, 0.014),
        ]
        o = el(soft(L + Rr, t=0.42), col)
        m = 9
        for i in range(m):
            t = (i + 0.5) / m
            a, b = L[-1], Rr[0]
            x, y = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t - 1
            o += st(
                'M%s q%s,%s %s,%s'
                % (
                    n(x) + ',' + n(y),
                    n(q.uniform(-0.005, 0.005) * k),
                    n(0.018 * k),
                    n(q.uniform(-0.006, 0.006) * k),
                    n(q.uniform(0.026, 0.040) * k),
                ),
                col,
                n(max(1.2, 0.0055 * k)),
            )
        return o

    o = tail(-w * 0.55, w * 1.12, back, 0, dk, 0.015 * side)
    o += tail(-w, w * 0.72, front, 0, md, -0.01)
    # folds: dark valleys, light ridges running down from the rail
    for u, wd, c, op, low in (
        (-w * 0.62, 0.020, dk, 0.75, 0.97),
        (-w * 0.05, 0.026, dk, 0.8, 0.9),
        (w * 0.40, 0.016, dk, 0.7, 0.96),
        (-w * 0.86 if side < 0 else w * 0.60, 0.020, lt, 0.85, 0.93),
        (-w * 0.34, 0.018, lt, 0.7, 0.8),
        (w * 0.16, 0.014, lt, 0.6, 0.7),
    ):
        pts = [
            p(u, 0.010),
            p(u + 0.012, -front * 0.3),
            p(u - 0.008 + seed_fold, -front * 0.62),
            p(u + 0.004, -front * low),
        ]
        pts += [
            p(u + wd * 0.8, -front * low * 0.99),
            p(u + wd * 0.9 - 0.006 + seed_fold, -front * 0.6),
            p(u + wd * 1.15 + 0.010, -front * 0.3),
            p(u + wd * 0.4, 0.012),
        ]
        o += el(soft(pts, t=0.5), c, opacity=op)
    # it is creased where it goes over
    o += st(
        soft([p(-w, 0.006), p(-w * 0.3, 0.016), p(w * 0.3, 0.012), p(w * 0.7, 0.016)], False),
        lt,
        n(0.012 * k),
        opacity=0.8,
        stroke_linecap='round',
    )
    o += st(
        soft([p(-w * 0.9, -0.03), p(-w * 0.2, -0.022), p(w * 0.6, -0.032)], False),
        dk,
        n(0.006 * k),
        opacity=0.55,
    )
    sd = side
    e = [
        p(sd * w * (1.0 if sd < 0 else 0.74), 0.01),
        p(sd * w * 0.98 if sd < 0 else w * 0.74, -0.06),
        p((-w + 0.006) if sd < 0 else w * 0.70, -front * 0.4),
        p((-w - 0.008) if sd < 0 else w * 0.73, -front * 0.75),
        p((-w - 0.004) if sd < 0 else w * 0.70, -front),
    ]
    o += st(soft(e, False), rim, n(max(1.6, 0.006 * k)), opacity=0.85, filter='url(#b1)')
    return o


# ---------------------------------------------------------------- folders
def hexd(c, t):
    """A colour, lighter or darker."""
    v = np.clip(rgb(c) * t, 0, 1) * 255
    return '#%02x%02x%02x' % tuple(int(x) for x in v)


def cord(pts, w=3.2, col='#e9dfc0'):
    return st(soft([(x + 1.5, y + 3) for x, y in pts], False), '#3a2c22', n(w), opacity=0.45) + st(
        soft(pts, False), col, n(w), stroke_linecap='round'
    )


def folder_of(eye, top, place, fw, fd, thick, col, q, size=1.0):
    """A paper folder tied with string, lying at the height `top`; fw, fd: half its sides; size: of the string"""
    up = lambda u, v, y: eye(place(u, v)[0], y, place(u, v)[1])
    o = ''
    dk = hexd(col, 0.62)
    y0, y1 = top, top + thick
    c4 = lambda y, g=0: [
        up(u, v, y)
        for u, v in ((-fw - g, -fd - g), (fw + g, -fd - g), (fw + g, fd + g), (-fw - g, fd + g))
    ]
    o += el(poly(c4(y0 + 0.002, 0.004)), dk)
    m = max(2, int(thick / 0.005))
    for i in range(m):  # the papers between the boards
        y = y0 + 0.003 + (thick - 0.006) * i / m
        p = c4(y, -0.006)
        j = q.uniform(-1.2, 1.2)
        o += el(poly([(a + j, b) for a, b in p]), '#efe6cc' if i % 2 else '#bdb294')
    p = c4(y1, 0.004)
    o += el(poly(p), col)
    o += el(poly([p[0], p[1], (p[1][0], p[1][1] + 4), (p[0][0], p[0][1] + 4)]), dk)
    o += el(
        poly(
            [
                up(u, v, y1)
                for u, v in (
                    (-fw - 0.004, -fd),
                    (-fw + 0.03, -fd),
                    (-fw + 0.03, fd),
                    (-fw - 0.004, fd),
                )
            ]
        ),
        dk,
        opacity=0.45,
    )
    o += el(
        poly(
            [
                up(u, v, y1)
                for u, v in ((-0.075, 0.075), (0.095, 0.075), (0.095, 0.145), (-0.075, 0.145))
            ]
        ),
        '#f0e7cd',
    )
    for i, w in enumerate((0.12, 0.09, 0.05)):  # strokes for writing
        v = 0.127 - i * 0.018
        u = -0.06
        while u < -0.06 + w:
            s = q.uniform(0.008, 0.02)
            o += st(
                line([up(u, v, y1), up(min(u + s, 0.07), v, y1)]),
                '#5a5650',
                n(2.2 * size),
                opacity=0.8,
            )
            u += s + 0.006
    # string both ways, and a bow
    u0 = 0.018
    w = 3.2 * size
    o += cord(
        [
            up(u0, -fd - 0.006, y0 + 0.002),
            up(u0, -fd - 0.004, y1 + 0.001),
            up(u0 + 0.002, 0, y1 + 0.003),
            up(u0, fd, y1 + 0.001),
        ],
        w,
    )
    o += cord(
        [
            up(-fw - 0.005, -0.03, y0),
            up(-fw - 0.003, -0.03, y1 + 0.001),
            up(0, -0.028, y1 + 0.003),
            up(fw, -0.03, y1 + 0.001),
        ],
        w,
    )
    k = up(u0, -0.03, y1 + 0.004)
    z = size
    for s in (-1, 1):
        lp = [
            k,
            (k[0] + s * 20 * z, k[1] - 13 * z),
            (k[0] + s * 36 * z, k[1] - 3 * z),
            (k[0] + s * 22 * z, k[1] + 7 * z),
            k,
        ]
        o += cord(lp, w * 1.05) + cord(
            [
                k,
                (k[0] + s * 12 * z, k[1] + 13 * z),
                (k[0] + s * (17 + q.uniform(0, 10)) * z, k[1] + 30 * z),
            ],
            w * 0.95,
        )
    return o + ell(k[0], k[1], 5 * z, 4.4 * z, '#fff7dc')
