"""What stands on a floor or a street: boxes in perspective, turned things, and people from behind.

People are drawn in centimetres on a `Body`, feet at 0,0 and y up; light comes from one side and
every form takes it in three flat tones.
"""
import itertools
import math

import press
from ink import *

_count = itertools.count()
# the grain of boards that stand
UPRIGHT = (
    FIL[FIL.index('<filter id="wood"') : FIL.index('<filter id="weave"')]
    .replace('id="wood"', 'id="woodv"')
    .replace('".004 .09"', '".09 .004"')
)


# ---------------------------------------------------------------- colour
def mix(a, b, t):
    p = [int(a[i : i + 2], 16) for i in (1, 3, 5)]
    q = [int(b[i : i + 2], 16) for i in (1, 3, 5)]
    return '#%02x%02x%02x' % tuple(round(u + (v - u) * t) for u, v in zip(p, q))


def tones(col, lit, dark, a=0.42, b=0.5):
    """lit, body, shade of one colour under a light and in a dark"""
    return (mix(col, lit, a), col, mix(col, dark, b))


# ---------------------------------------------------------------- perspective
def face(c, *P):
    return poly([c(*p) for p in P])


def wall(c, x0, x1, y0, y1, z):
    """a rectangle that looks at us"""
    return face(c, (x0, y1, z), (x1, y1, z), (x1, y0, z), (x0, y0, z))


def side(c, x, y0, y1, z0, z1):
    """a rectangle that runs away from us"""
    return face(c, (x, y1, z0), (x, y1, z1), (x, y0, z1), (x, y0, z0))


def flat(c, x0, x1, y, z0, z1):
    """a rectangle that lies down"""
    return face(c, (x0, y, z1), (x1, y, z1), (x1, y, z0), (x0, y, z0))


def box(c, x0, x1, y0, y1, z0, z1, front, top, flank, eye=None):
    """a box before `c`; eye is where we stand in its own measure"""
    ex, ey = eye or (0, c.h)
    o = ''
    if ey > y1:
        o += el(flat(c, x0, x1, y1, z0, z1), top)
    if ex > x1:
        o += el(side(c, x1, y0, y1, z0, z1), flank)
    if ex < x0:
        o += el(side(c, x0, y0, y1, z0, z1), flank)
    return o + el(wall(c, x0, x1, y0, y1, z0), front)


class Turned:
    """`c` for a thing that stands turned: u along it, v across it, both in metres from its foot"""

    def __init__(s, c, x, z, angle):
        s.c, s.x, s.z, s.h = c, x, z, c.h
        s.cos, s.sin = math.cos(angle), math.sin(angle)

    def __call__(s, u, y, v):
        return s.c(s.x + u * s.cos - v * s.sin, y, s.z + u * s.sin + v * s.cos)


def along(a, b, t):
    return tuple(p + (q - p) * t for p, q in zip(a, b))


# ---------------------------------------------------------------- forms
def smoothed(P, steps=6):
    """Catmull-Rom through the points, as points"""
    out = []
    for i in range(len(P) - 1):
        a, b, c, d = (P[max(0, min(len(P) - 1, i + k))] for k in (-1, 0, 1, 2))
        for j in range(steps):
            t = j / steps
            out.append(
                tuple(
                    0.5
                    * (
                        2 * b[k]
                        + (c[k] - a[k]) * t
                        + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t
                        + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t**3
                    )
                    for k in (0, 1)
                )
            )
    return out + [P[-1]]


def tube(P, W):
    """the outline of a limb: a bent line with a width at each of its points"""
    Q = smoothed([(p[0], p[1]) for p in P])
    V = [w[0] for w in smoothed([(w, 0) for w in W])]
    left, right = [], []
    for i, (x, y) in enumerate(Q):
        a, b = Q[max(0, i - 1)], Q[min(len(Q) - 1, i + 1)]
        dx, dy = b[0] - a[0], b[1] - a[1]
        m = math.hypot(dx, dy) or 1
        w = V[i] / 2
        left.append((x - dy / m * w, y + dx / m * w))
        right.append((x + dy / m * w, y - dx / m * w))

    def cap(a, b, w):  # beyond the end b, seen from a
        m = math.hypot(b[0] - a[0], b[1] - a[1]) or 1
        dx, dy = (b[0] - a[0]) / m * w, (b[1] - a[1]) / m * w
        return [
            (b[0] + dx * 0.62 - dy * 0.72, b[1] + dy * 0.62 + dx * 0.72),
            (b[0] + dx, b[1] + dy),
            (b[0] + dx * 0.62 + dy * 0.72, b[1] + dy * 0.62 - dx * 0.72),
        ]

    head = cap(Q[1], Q[0], V[0] / 2)
    return left + [(p[0], p[1]) for p in cap(Q[-2], Q[-1], V[-1] * 0.16)] + right[::-1] + head


def deep(three):
    """the ink of folds in a thing of these tones"""
    return mix(three[2], '#0a0a12', 0.42)


def shaded(d, three, shift, turn):
    """one outline in three tones; shift = how far body and shade lie from the lit edge"""
    i = next(_count)
    move = lambda v: 'translate(%s,%s)' % (n(v[0]), n(v[1]))
    return (
        f'<clipPath id="fm{i}"><path d="{d}"/></clipPath><g clip-path="url(#fm{i})">'
        + el(d, three[0])
        + el(d, three[1], transform=move(shift))
        + el(d, three[2], transform=move(turn))
        + '</g>'
    )


class Body:
    def __init__(s, x, y, u, light=(-0.9, 0.45), flip=1, lean=0):
        s.x, s.y, s.u, s.flip, s.light = x, y, u, flip, light
        s.cos, s.sin = math.cos(lean), math.sin(lean)

    def at(s, P):
        return [
            (
                s.x + s.flip * (p[0] * s.cos + p[1] * s.sin) * s.u,
                s.y - (p[1] * s.cos - p[0] * s.sin) * s.u,
            )
            for p in P
        ]

    def away(s, cm):
        return (-s.light[0] * cm * s.u, s.light[1] * cm * s.u)

    def form(s, P, three, rim=1.3, turn=9, t=0.5):
        return shaded(soft(s.at(P), t=t), three, s.away(rim), s.away(turn))

    def limb(s, P, W, three, rim=1.1, turn=5):
        return shaded(soft(s.at(tube(P, W)), t=0.5), three, s.away(rim), s.away(turn))

    def fold(s, P, col, w=0.7, op=0.7):
        return st(soft(s.at(P), False), col, n(w * s.u), opacity=op, stroke_linecap='round')

    def hand(s, x, y, three, r=3.6, angle=0):
        """a fist or a flat hand far enough away to have no fingers"""
        ca, sa = math.cos(angle), math.sin(angle)
        P = [(-0.8, -1), (0.1, -1.05), (1.0, -0.7), (1.15, 0.1), (0.8, 0.9), (-0.1, 1), (-0.9, 0.7)]
        return s.form(
            [(x + r * (p * ca - q * sa), y + r * (p * sa + q * ca)) for p, q in P], three, 0.6, 2.4
        )

    def shadow(s, col, rx=24, ry=4, dx=0, op=0.5, blur=4):
        return ell(
            s.x + dx * s.u, s.y, rx * s.u, ry * s.u, col, opacity=op, filter='url(#f%d)' % blur
        )


# ---------------------------------------------------------------- people, all from behind
def legs(
    b, three, shoe, hip=76, gap=8, w=(15, 12, 9.5), ankle=7, feet=((0, 0), (0, 0)), creases=True
):
    """two legs and what is on the feet; feet = how far each is moved"""
    o = ''
    for sg, (dx, dy) in ((-1, feet[0]), (1, feet[1])):
        x = sg * gap
        o += b.form(
            [
                (x + dx - 5.4, dy + 1),
                (x + dx - 5.6, dy + 6),
                (x + dx - 4.4, dy + 11),
                (x + dx + 4.4, dy + 11),
                (x + dx + 5.6, dy + 6),
                (x + dx + 5.4, dy + 1),
                (x + dx, dy - 0.6),
            ],
            shoe,
            0.8,
            4,
            t=0.4,
        )
        o += b.limb(
            [
                (x * 0.9, hip),
                (x * 1.02 + dx * 0.45, hip * 0.52 + dy * 0.6),
                (x + dx * 0.8, hip * 0.27 + dy * 0.8),
                (x + dx, ankle + dy),
            ],
            (w[0], w[1], (w[1] + w[2]) / 2 + 0.6, w[2]),
            three,
            0.9,
            4,
        )
        for k, q in ((0.5, 1.2), (0.16, 0.8), (0.11, -0.6)) if creases else ():
            o += b.fold(
                [
                    (x + dx * (1 - k) - 3.6, hip * k + dy + q),
                    (x + dx * (1 - k), hip * k + dy - 0.6),
                    (x + dx * (1 - k) + 3.2, hip * k + dy + q * 0.4),
                ],
                deep(three),
                0.5,
                0.6,
            )
    return o


def arm(b, P, three, hand=None, w=(13.5, 12, 9), r=3.6, cuff=None):
    """a sleeve along P (shoulder, elbow, wrist) and a hand at its end"""
    (ax, ay), (bx, by) = P[-2], P[-1]
    a = math.atan2(by - ay, bx - ax)
    o = ''
    if hand:
        o += b.hand(bx + 2.6 * math.cos(a), by + 2.6 * math.sin(a), hand, r, a)
    o += b.limb(P, w, three)
    for t in (0.35, 0.6):  # the sleeve creases inside the elbow
        px, py = P[1][0] + (P[2][0] - P[1][0]) * (t - 0.35), P[1][1] + (P[2][1] - P[1][1]) * (
            t - 0.35
        )
        nx, ny = -math.sin(a) * 4.2, math.cos(a) * 4.2
        o += b.fold(
            [
                (px - nx, py - ny),
                (px + 1.2 * math.cos(a), py + 1.2 * math.sin(a)),
                (px + nx, py + ny),
            ],
            deep(three),
            0.6,
            0.55,
        )
    if cuff:
        o += b.fold(
            [
                (bx - math.sin(a) * 4, by + math.cos(a) * 4),
                (bx + math.sin(a) * 4, by - math.cos(a) * 4),
            ],
            cuff,
            1.6,
            0.9,
        )
    return o


def coat(b, three, top=131, hem=62, w=(19, 18, 24), quilts=4, seam=True):
    """a padded coat from behind: shoulders, waist, hem half widths"""
    s, m, h = w
    mid = hem + (top - hem) * 0.45
    o = b.form(
        [
            (-7, top + 4),
            (-s * 0.72, top + 0.5),
            (-s, top - 7),
            (-s * 1.01, top - 20),
            (-m, mid),
            (-h * 0.98, hem + 9),
            (-h, hem + 1),
            (-h * 0.5, hem - 1.6),
            (0, hem - 2.2),
            (h * 0.5, hem - 1.4),
            (h, hem + 1.4),
            (h * 0.98, hem + 10),
            (m, mid),
            (s * 1.01, top - 20),
            (s, top - 7),
            (s * 0.72, top + 0.5),
            (7, top + 4),
        ],
        three,
        1.5,
        11,
        t=0.45,
    )
    for i in range(quilts):
        y = top - 14 - i * (top - hem - 16) / quilts
        k = (top - y) / (top - hem)
        hw = s + (h - s) * max(0, k - 0.3)
        o += b.fold(
            [(-hw * 0.93, y + 1.5), (-hw * 0.4, y - 1.2), (hw * 0.2, y - 0.6), (hw * 0.93, y + 1)],
            deep(three),
            0.75,
            0.6,
        )
    if seam:
        o += b.fold([(0.5, top - 2), (1.2, mid), (0, hem)], deep(three), 0.7, 0.45)
    return o


def collar(b, three, y, w=10.5, h=8):
    """stands round the neck: drawn after neck or hair it goes under"""
    return b.form(
        [
            (-w * 0.86, y + h),
            (0, y + h - 1.8),
            (w * 0.86, y + h),
            (w * 1.06, y + 1),
            (w * 0.6, y - 2.6),
            (0, y - 3.4),
            (-w * 0.6, y - 2.6),
            (-w * 1.06, y + 1),
        ],
        three,
        1,
        6,
        t=0.42,
    ) + b.fold([(-w, y + 0.5), (0, y - 2.4), (w, y + 0.5)], deep(three), 0.6, 0.5)


def shawl(b, three, y=148, tail=26, w=1.0, knit=False):
    """Yun-a's knitted scarf over head and shoulders, one end down the back; y is the head's middle;
    knit shows its stitches, for a scarf that is near"""
    P = [
        (0, 15),
        (8, 13),
        (12.3, 5),
        (12.4, -3),
        (13.5, -9),
        (20, -15),
        (22.5, -21),
        (20, -26),
        (13, -27.5),
        (9, -31),
        (7.5, -36),
        (7, -38 - tail * 0.6),
        (6.5, -34 - tail),
        (-2, -35 - tail),
        (-4.5, -33.5 - tail * 0.8),
        (-5, -36),
        (-9, -31),
        (-15, -27),
        (-21, -25.5),
        (-22.5, -20),
        (-19.5, -14.5),
        (-13.5, -9),
        (-12.4, -3),
        (-12.3, 5),
        (-8, 13),
    ]
    P = [(p * w, y + q) for p, q in P]
    o = ''
    for i in range(7):  # fringe
        x = -3.6 + i * 1.6
        o += b.fold([(x, y - 33 - tail), (x + 0.4, y - 38.5 - tail - (i % 2))], three[1], 0.7, 1)
    o += b.form(P, three, 1.5, 10, t=0.5)
    if knit:
        d = ''
        for i in range(int((75 + tail) / 2.1)):
            q = y + 15 - i * 2.1
            for j in range(24):
                p = (-23 + j * 2 + (i % 2)) * w
                d += line(b.at([(p - 0.7, q + 0.7), (p, q - 0.5), (p + 0.7, q + 0.7)]))
        i = next(_count)
        o += f'<clipPath id="kn{i}"><path d="{soft(b.at(P), t=0.5)}"/></clipPath><g clip-path="url(#kn{i})">'
        o += st(d, deep(three), n(0.34 * b.u), opacity=0.3) + '</g>'
    for Q in (
        [(-12, -8), (-4, -12), (4, -12.5), (12.6, -8.5)],
        [(-13, -11), (-5, -17), (3, -18), (9, -15)],
        [(-19, -17), (-9, -22), (-2, -24), (2, -27), (3.5, -34 - tail * 0.8)],
        [(20, -18), (11, -21), (5, -24.5), (3, -30)],
        [(-3.5, -30), (-2.2, -36 - tail * 0.5)],
        [(3.8, 13), (7.6, 6), (7.8, -3), (5, -9)],
    ):
        o += b.fold([(p * w, y + q) for p, q in Q], deep(three), 0.9, 0.75)
    return o


def neck(b, three, y, w=8):
    return b.limb([(0, y), (0, y - 10)], (w, w + 1), three, 0.6, 3)


def bob(b, three, y, r=(11.5, 13), cut=-9, sheen=True):
    """a child's straight-cut hair from behind; y is the head's middle"""
    rx, ry = r
    o = b.form(
        [
            (0, y + ry),
            (rx * 0.62, y + ry * 0.82),
            (rx, y + ry * 0.2),
            (rx * 1.06, y - ry * 0.35),
            (rx * 0.98, y + cut - 1.2),
            (rx * 0.5, y + cut - 2.2),
            (0, y + cut - 2.4),
            (-rx * 0.5, y + cut - 2),
            (-rx * 0.98, y + cut - 1),
            (-rx * 1.06, y - ry * 0.35),
            (-rx, y + ry * 0.2),
            (-rx * 0.62, y + ry * 0.82),
        ],
        three,
        0.9,
        7,
        t=0.48,
    )
    if sheen:
        o += b.fold(
            [(-rx * 0.72, y + ry * 0.36), (-rx * 0.2, y + ry * 0.5), (rx * 0.45, y + ry * 0.42)],
            three[0],
            1.1,
            0.5,
        )
    for k in (-0.5, -0.12, 0.3, 0.66):
        o += b.fold([(rx * k, y + ry * 0.05), (rx * k * 1.16, y + cut - 1)], deep(three), 0.55, 0.6)
    return o


def crop(b, three, skin, y, r=(9.6, 12.5)):
    """a man's short hair from behind, ears and neck below it"""
    rx, ry = r
    o = neck(b, skin, y - 7, rx * 1.05)
    for sg in (-1, 1):
        o += b.form(
            [
                (sg * rx * 0.9, y + 1),
                (sg * rx * 1.18, y + 0.6),
                (sg * rx * 1.14, y - 4.4),
                (sg * rx * 0.92, y - 5),
            ],
            skin,
            0.4,
            2,
        )
    return o + b.form(
        [
            (0, y + ry),
            (rx * 0.66, y + ry * 0.8),
            (rx, y + ry * 0.2),
            (rx * 0.98, y - ry * 0.4),
            (rx * 0.6, y - ry * 0.82),
            (0, y - ry * 0.9),
            (-rx * 0.6, y - ry * 0.82),
            (-rx * 0.98, y - ry * 0.4),
            (-rx, y + ry * 0.2),
            (-rx * 0.66, y + ry * 0.8),
        ],
        three,
        0.9,
        7,
    )


def bun(b, three, skin, y, r=(10.4, 12.6)):
    """a woman's hair gathered low, from behind"""
    rx, ry = r
    o = neck(b, skin, y - 6, 8.6)
    o += b.form(
        [
            (0, y + ry),
            (rx * 0.66, y + ry * 0.8),
            (rx, y + ry * 0.15),
            (rx * 0.92, y - ry * 0.5),
            (rx * 0.45, y - ry * 0.85),
            (-rx * 0.45, y - ry * 0.85),
            (-rx * 0.92, y - ry * 0.5),
            (-rx, y + ry * 0.15),
            (-rx * 0.66, y + ry * 0.8),
        ],
        three,
        0.9,
        7,
    )
    for k in (-0.6, -0.2, 0.25, 0.6):
        o += b.fold([(rx * k, y + ry * 0.75), (rx * k * 0.5, y - ry * 0.4)], deep(three), 0.5, 0.6)
    return o + b.form(
        [(0, y - 3.4), (5, y - 5.4), (5.6, y - 10), (0, y - 13.4), (-5.4, y - 10), (-5, y - 5.2)],
        three,
        0.8,
        4,
    )


# ---------------------------------------------------------------- the press
def pull_layers(name, defs, base, layers, ink, near=None):
    """base = what lies behind all; layers = [(name, depth, groups)], back to front; near = the one
    that closes the frame with the soft band of edge(); a picture without frayed edges needs none"""
    defs = FIL + UPRIGHT + ''.join(defs) + edgedefs(ink)
    band = [edge()] if near else []
    under = inked(defs, base + band)
    rows = [(a, d, inked(defs, g + (band if a == near else []))) for a, d, g in layers]
    press.pull(name, under[..., :3], rows)
