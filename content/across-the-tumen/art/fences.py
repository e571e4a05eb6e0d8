"""The bend of the crossing by grey daylight, fenced on both banks; in front, on a school bench by the
window, a child's drawing of it with a green ruler along the fence.  World in metres."""
from atelier import *
from frozen import along, bank_line, flat_world, ice
from ink import FIL, Cam, el, ell, lg, line, n, poly, rg, soft, st, xy

HOR = 300
CAM = 26.0
F = 900
V = View(CAM, HOR, F)
LIGHT = (0.55, 0.62, 0.10)
K = 0.3  # the valley of the crossing, nearer
RIVER = chaikin(
    [
        (K * x, K * z + 45)
        for x, z in (
            (2600, 260),
            (1000, 270),
            (350, 330),
            (0, 470),
            (-180, 760),
            (-420, 1300),
            (-520, 2100),
            (-1100, 3600),
            (-1500, 9000),
        )
    ],
    3,
)
AIR = '#a9b1b2'


def half(z):
    return K * (215 - 110 * smooth(500, 2600, (z - 45) / K))


def hgt(x, z):
    X, Z = x / K, (z - 45) / K
    wx = X / 1400 + 0.2 * fbm(X / 1500, Z / 1500, 2, 140)
    wz = Z / 1400 + 0.2 * fbm(X / 1500 + 7, Z / 1500, 2, 144)
    m = ridged(wx + 5.2, wz + 2.9, 5, 13, 0.33, 2.1, 0.85)
    d = dist_poly(x, z, RIVER) / K
    hw = half(z) / K + 26 * fbm(X / 170, Z / 170, 3, 15)
    bank = smooth(hw, hw + 30, d) * 10
    v = smooth(330, 2000, d) * smooth(300, 900, Z)
    far = smooth(500, 5200, Z)
    return K * (-5 + bank + v * (m * (230 + 760 * far) + 30)) + 0.5 * fbm(
        x / 12, z / 12, 3, 16
    ) * smooth(0, 60, d - hw)


R = [('#4c565c', '#8d979a'), ('#717c80', '#a3abab'), ('#9ca4a5', '#bcc1bd')]


def tone(col, z, k=1.0):
    return hexmix(col, AIR, min(1, (1 - math.exp(-max(0, z - 60) / 420)) * k))


def sky(c):
    t = YY / HOR + 0.06 * fbm(XX / 520, YY / 60, 4, 60)
    c.over(
        ramp(
            [
                (0, '#6c777d'),
                (0.4, '#868f93'),
                (0.8, '#a2a9a9'),
                (1.05, '#bbbfba'),
                (1.3, '#c3c6bf'),
            ],
            t,
        ),
        1,
    )
    k = fbm(XX / 560, YY / 50, 5, 90) + 0.22 * fbm(XX / 150, YY / 20, 3, 95)
    c.over(rgb('#616c73'), smooth(0.04, 0.24, k) * np.exp(-(((YY - 90) / 90) ** 2)) * 0.5)
    c.over(rgb('#bcc0bb'), smooth(0.16, 0.3, k) * np.exp(-(((YY - 170) / 60) ** 2)) * 0.4)


def beside(side, off):
    return bank_line(RIVER, half, side, off)


def ground(x, z):
    return float(hgt(np.array([[float(x)]]), np.array([[float(z)]]))[0, 0])


def fence(pts, h, gap, seed):
    r = random.Random(seed)
    ps = [(x, z) for x, z in along(pts, gap) if z > 42 and abs(x) < 1.25 * z and z < 1500]
    ps = [(x, ground(x, z), z) for x, z in ps]
    o = []
    for (x, y, z), (x2, y2, z2) in zip(ps, ps[1:]):
        if math.hypot(x2 - x, z2 - z) > gap * 2:
            continue
        zc = max(z, z2)
        k = V.k(zc)
        col = tone('#23292e', zc)
        rows = 8 if k > 4 else 5 if k > 2 else 3
        for i in range(rows + 1):
            f = 0.12 + 0.88 * i / rows
            a, b = V(x, y + h * f, z), V(x2, y2 + h * f, z2)
            o.append(
                (
                    zc,
                    f'<path d="M{a[0]:.1f},{a[1]:.1f}L{b[0]:.1f},{b[1]:.1f}" stroke="{col}" stroke-width="{max(.4,min(1.3,.035*k)):.2f}" opacity="{.85 if k>3 else .6}"/>',
                )
            )
        if k > 5:  # the mesh between
            d = ''
            for j in range(1, 6):
                t = j / 6
                a = V(x + (x2 - x) * t, y + (y2 - y) * t + h * 0.1, z + (z2 - z) * t)
                b = V(x + (x2 - x) * t, y + (y2 - y) * t + h, z + (z2 - z) * t)
                d += f'M{a[0]:.1f},{a[1]:.1f}L{b[0]:.1f},{b[1]:.1f}'
            o.append((zc, f'<path d="{d}" stroke="{col}" stroke-width=".6" opacity=".55"/>'))
    for x, y, z in ps:
        col = tone('#191e23', z)
        q = V.line((x, y - 0.3, z), (x, y + h, z), 0.34, col, 1, 0.8)
        q += V.line((x, y + h, z), (x + 0.7, y + h + 0.8, z), 0.24, col, 1, 0.6)
        if V.k(z) > 3:
            q += V.line((x - 0.13, y, z), (x - 0.13, y + h, z), 0.09, tone('#aeb4b4', z), 0.8, 0.4)
        o.append((z, q))
    return o


def post(x, y, z, h=8.4):
    """a small watch-post on legs"""
    dk, md, lt = tone('#1c2227', z), tone('#454e53', z), tone('#c9cdc9', z)
    L = lambda a, b, w, c_=dk: V.line(
        (x + a[0], y + a[1], z), (x + b[0], y + b[1], z), w, c_, 1, 0.7
    )
    Q = lambda pts, c_: V.poly([(x + a, y + b, z) for a, b in pts], c_)
    o = ''
    for s in (-1, 1):
        o += L((s * 1.9, -0.4), (s * 1.35, h * 0.66), 0.34)
    for a, b in ((0.05, 0.33), (0.33, 0.62)):
        o += L((-1.75, h * a), (1.5, h * b), 0.18) + L((1.75, h * a), (-1.5, h * b), 0.18)
    o += Q([(-2, h * 0.66), (2, h * 0.66), (2, h * 0.90), (-2, h * 0.90)], md)
    o += Q([(-2, h * 0.66), (-0.6, h * 0.66), (-0.6, h * 0.90), (-2, h * 0.90)], tone('#333b40', z))
    o += Q([(-1.5, h * 0.77), (1.5, h * 0.77), (1.5, h * 0.86), (-1.5, h * 0.86)], dk)
    o += Q([(-2.6, h * 0.90), (2.6, h * 0.90), (1.5, h * 1.04), (-1.5, h * 1.04)], dk)
    o += Q([(-2.4, h * 0.93), (2.3, h * 0.92), (1.4, h * 1.04), (-1.4, h * 1.04)], lt)
    return o


# ---------------------------------------------------------------- the room
C = Cam(960, HOR, 900, 0.0)
WZ = 1.72
WX0, WX1, WY0, WY1 = -1.34, 1.30, -0.50, 0.535
TB = -0.53  # the bench


def frame():
    """wall, window frame and sill; the panes stay open"""
    o = []
    hole = [C(WX0, WY1, WZ), C(WX1, WY1, WZ), C(WX1, WY0, WZ), C(WX0, WY0, WZ)]
    wall = 'M-40,-40H1960V1120H-40z M' + 'L'.join(xy(p) for p in hole[::-1]) + 'z'
    o.append(f'<path d="{wall}" fill="url(#wall)" fill-rule="evenodd"/>')
    # reveal: the thickness of the wall, seen from within
    WI = WZ - 0.16
    rev = lambda a, b, c_: el(poly([C(*a, WZ), C(*b, WZ), C(*b, WI), C(*a, WI)]), c_)
    o.append(rev((WX0, WY1), (WX0, WY0), '#555e66') + rev((WX1, WY1), (WX1, WY0), '#3f474f'))
    o.append(rev((WX0, WY1), (WX1, WY1), '#2a3037'))
    inner = [C(WX0, WY1, WI), C(WX1, WY1, WI), C(WX1, WY0, WI), C(WX0, WY0, WI)]
    wall = 'M-40,-40H1960V1120H-40z M' + 'L'.join(xy(p) for p in inner[::-1]) + 'z'
    o.append(f'<path d="{wall}" fill="url(#wall)" fill-rule="evenodd"/>')
    o.append(
        f'<path d="{wall}" fill="#000" fill-rule="evenodd" filter="url(#fibre)" opacity=".3"/>'
    )
    bar = lambda x0, x1, y0, y1, c_: el(
        poly([C(x0, y1, WZ), C(x1, y1, WZ), C(x1, y0, WZ), C(x0, y0, WZ)]), c_
    )
    fr, lit, dk = '#3c444c', '#7f8a90', '#22282f'
    for x0, x1 in ((WX0, WX0 + 0.06), (WX1 - 0.06, WX1), (-0.505, -0.455), (0.425, 0.475)):
        o.append(
            bar(x0, x1, WY0, WY1, fr)
            + bar(x0, x0 + 0.010, WY0, WY1, lit)
            + bar(x1 - 0.014, x1, WY0, WY1, dk)
        )
    for y0, y1 in ((WY0, WY0 + 0.07), (WY1 - 0.05, WY1), (0.315, 0.345)):
        o.append(
            bar(WX0, WX1, y0, y1, fr)
            + bar(WX0, WX1, y0, y0 + 0.010, dk)
            + bar(WX0, WX1, y1 - 0.008, y1, lit)
        )
    # paint that has come off
    r = random.Random(3)
    for _ in range(46):
        x = r.choice((WX0 + 0.03, WX1 - 0.03, -0.48, 0.45)) + r.uniform(-0.02, 0.02)
        p = C(x, r.uniform(WY0, WY1), WZ)
        o.append(
            el(
                blob(p[0], p[1], r.uniform(1, 4), r.uniform(3, 14), r, 9),
                r.choice(['#59483a', '#2b2f36', '#8b9296']),
                opacity=0.55,
            )
        )
    # handles
    p = C(-0.48, -0.10, WZ)
    o.append(
        el(
            f'M{n(p[0]-3)},{n(p[1]-26)}h7v40h-7z M{n(p[0]-1)},{n(p[1]-8)}h22q4,4 0,8h-22z',
            '#171b21',
        )
    )
    # sill
    s0, s1 = WY0 - 0.005, WI - 0.05
    o.append(
        el(
            poly(
                [
                    C(WX0 - 0.1, s0, WZ),
                    C(WX1 + 0.1, s0, WZ),
                    C(WX1 + 0.12, s0, s1),
                    C(WX0 - 0.12, s0, s1),
                ]
            ),
            '#6c757b',
        )
    )
    o.append(
        el(
            poly(
                [
                    C(WX0 - 0.12, s0, s1),
                    C(WX1 + 0.12, s0, s1),
                    C(WX1 + 0.12, s0 - 0.035, s1),
                    C(WX0 - 0.12, s0 - 0.035, s1),
                ]
            ),
            '#343b43',
        )
    )
    return ''.join(o)


def frost():
    """ice flowers at the foot of each pane and in its corners"""
    o = []
    panes = ((WX0 + 0.06, -0.505), (-0.455, 0.425), (0.475, WX1 - 0.06))
    for i, (x0, x1) in enumerate(panes):
        a, b = C(x0, WY0 + 0.07, WZ), C(x1, WY0 + 0.07, WZ)
        t = C(x0, 0.315, WZ)[1]
        d = f'M{n(a[0])},{n(a[1])}H{n(b[0])}V{n(a[1]-(150,60,170)[i])}'
        d += (
            f'C{n(b[0]-60)},{n(a[1]-70)} {n(b[0]-110)},{n(a[1]-26)} {n((a[0]+b[0])/2)},{n(a[1]-16)}'
        )
        d += f'C{n(a[0]+110)},{n(a[1]-26)} {n(a[0]+50)},{n(a[1]-66)} {n(a[0])},{n(a[1]-(170,64,120)[i])}z'
        o.append(f'<g filter="url(#rime)" opacity=".8">{el(d, "#dfe5e6")}</g>')
    return ''.join(o)


PA = math.radians(-5)
PX, PZ, PW_, PH_ = 0.035, 1.245, 0.60, 0.40


def sheet(u, v):
    """a point of the drawing (0..1 across, 0..1 down) on the bench"""
    a, b = (u - 0.5) * PW_, (0.5 - v) * PH_
    return C(PX + a * math.cos(PA) - b * math.sin(PA), TB, PZ + a * math.sin(PA) + b * math.cos(PA))


def mark(pts, col, w, op=1.0, close=False, smooth_=True):
    P = [sheet(u, v) for u, v in pts]
    d = soft(P, close, 0.5) if smooth_ else (poly(P) if close else line(P))
    return st(d, col, n(w), opacity=op, stroke_linecap='round', stroke_linejoin='round')


def fill(pts, col, op=1.0, smooth_=True):
    P = [sheet(u, v) for u, v in pts]
    return el(soft(P, True, 0.5) if smooth_ else poly(P), col, opacity=op)


def drawing():
    r = random.Random(9)
    j = lambda: r.uniform(-0.006, 0.006)
    o = [
        el(
            poly([(x + 8, y + 9) for x, y in (sheet(0, 0), sheet(1, 0), sheet(1, 1), sheet(0, 1))]),
            '#1a120e',
            opacity=0.6,
            filter='url(#f8)',
        )
    ]
    o.append(
        el(
            poly(
                [
                    sheet(0, 0),
                    sheet(0.5, -0.006),
                    sheet(1, 0),
                    sheet(1.004, 0.5),
                    sheet(1, 1),
                    sheet(0.5, 1.006),
                    sheet(0, 1),
                ]
            ),
            '#efe6d0',
        )
    )
    o.append(
        el(
            poly([sheet(0, 0), sheet(1, 0), sheet(1, 1), sheet(0, 1)]),
            '#000',
            filter='url(#fibre)',
            opacity=0.16,
        )
    )
    g = []
    # hills, in soft pencil, hatched on one side
    for pts, sh in (
        ([(0.02, 0.34), (0.09, 0.20), (0.15, 0.11), (0.21, 0.19), (0.30, 0.33)], 0.02),
        ([(0.22, 0.26), (0.31, 0.13), (0.37, 0.07), (0.44, 0.15), (0.54, 0.31)], 0.02),
        ([(0.60, 0.30), (0.70, 0.15), (0.76, 0.09), (0.84, 0.17), (0.97, 0.33)], 0.02),
    ):
        top = pts[2]
        for i in range(13):
            t = i / 13
            u = top[0] + (pts[4][0] - top[0]) * t
            v = top[1] + (pts[4][1] - top[1]) * t
            g.append(
                mark(
                    [(u + j(), v + 0.01), (u - 0.030 + j(), min(0.34, v + 0.10))],
                    '#7d8794',
                    1.6,
                    0.6,
                )
            )
        g.append(mark([(a + j(), b + j()) for a, b in pts], '#4b5361', 2.6, 0.9))
        g.append(mark([(a + 0.004 + j(), b + 0.004) for a, b in pts], '#4b5361', 1.4, 0.6))
    # the river: many strokes of one blue pencil
    mid = [
        (0.56, 0.33),
        (0.50, 0.40),
        (0.53, 0.49),
        (0.62, 0.58),
        (0.66, 0.68),
        (0.74, 0.80),
        (1.0, 0.93),
    ]
    wid = [0.010, 0.03, 0.05, 0.08, 0.11, 0.13, 0.12]
    up = [(u + w * 0.75, v - w * 0.55) for (u, v), w in zip(mid, wid)]
    lo = [(u - w * 0.75, v + w * 0.55) for (u, v), w in zip(mid, wid)]
    up[-1], lo[-1] = (1.0, 0.80), (0.93, 1.0)
    o.append(fill(up + lo[::-1], '#8db0c8', 0.7))
    for k in range(15):
        f = (k + 0.5) / 15
        g.append(
            mark(
                [
                    (a[0] * f + b[0] * (1 - f) + j(), a[1] * f + b[1] * (1 - f) + j())
                    for a, b in zip(up, lo)
                ],
                r.choice(['#4f82aa', '#6f9fc0', '#3d6e98']),
                r.uniform(1.2, 2.4),
                0.7,
            )
        )
    g.append(mark(up, '#2f5f8c', 2.6, 0.9) + mark(lo, '#2f5f8c', 2.6, 0.9))
    # houses on the home bank, one with a yellow window; smoke; trees on the other bank
    for u, v, s, w in ((0.10, 0.55, 1.0, 0), (0.26, 0.50, 0.9, 1), (0.13, 0.40, 0.7, 0)):
        a, b = 0.062 * s, 0.10 * s
        g.append(
            fill([(u - a, v), (u + a, v), (u + a, v + b), (u - a, v + b)], '#c8b394', 0.75, False)
        )
        g.append(
            mark(
                [(u - a, v), (u + a + j(), v), (u + a, v + b), (u - a, v + b)],
                '#4f4438',
                2.2,
                0.9,
                True,
                False,
            )
        )
        g.append(
            fill(
                [
                    (u - a * 1.3, v + 0.004),
                    (u - a * 0.7, v - b * 0.8),
                    (u + a * 0.7, v - b * 0.8),
                    (u + a * 1.3, v + 0.004),
                ],
                '#6e7f8a',
                0.75,
                False,
            )
        )
        g.append(
            mark(
                [
                    (u - a * 1.3, v),
                    (u - a * 0.7, v - b * 0.8),
                    (u + a * 0.7, v - b * 0.8),
                    (u + a * 1.3, v),
                ],
                '#4f4438',
                2.2,
                0.9,
                True,
                False,
            )
        )
        g.append(
            fill(
                [
                    (u - 0.018, v + b * 0.25),
                    (u + 0.018, v + b * 0.25),
                    (u + 0.018, v + b * 0.7),
                    (u - 0.018, v + b * 0.7),
                ],
                '#f0b64a' if w else '#8b97a0',
                1,
                False,
            )
        )
        g.append(
            mark(
                [
                    (u + a * 0.5, v - b * 0.9),
                    (u + a * 0.5 + 0.02, v - b * 1.5),
                    (u + a * 0.5 - 0.005, v - b * 2.0),
                    (u + a * 0.5 + 0.03, v - b * 2.5),
                ],
                '#8d8d8d',
                1.8,
                0.7,
            )
        )
    for u, v in ((0.70, 0.44), (0.77, 0.49), (0.84, 0.47), (0.90, 0.55), (0.94, 0.46)):
        g.append(mark([(u, v), (u, v + 0.10)], '#5b4a38', 2.4, 0.9))
        for i in range(7):
            g.append(
                mark(
                    [
                        (u - 0.024 + 0.003 * i, v + 0.058 - i * 0.012),
                        (u + 0.024 - 0.003 * i + j(), v + 0.05 - i * 0.012),
                    ],
                    '#3f6b52',
                    2.2,
                    0.75,
                )
            )
    # the near fence: ruled, with its posts; the last ones still to come
    f0, f1 = (0.09, 0.905), (0.62, 0.655)
    q = lambda t, h=0.0: (f0[0] + (f1[0] - f0[0]) * t, f0[1] + (f1[1] - f0[1]) * t - h)
    for h in (0.0, 0.045, 0.09):
        g.append(mark([q(0, h), q(0.98, h)], '#2b2d35', 1.9, 0.9, False, False))
    for i in range(12):
        t = i / 12.2
        g.append(mark([q(t, -0.015), q(t, 0.12)], '#2b2d35', 2.6, 0.95, False, False))
    # the far one: only a faint line as yet
    g.append(mark([(0.60, 0.40), (0.86, 0.66)], '#50525c', 1.6, 0.75, False, False))
    for i in range(6):
        g.append(
            mark(
                [(0.61 + 0.045 * i, 0.408 + 0.045 * i), (0.61 + 0.045 * i, 0.355 + 0.045 * i)],
                '#50525c',
                1.8,
                0.8,
                False,
                False,
            )
        )
    o.append(f'<g filter="url(#pencil)">{"".join(g)}</g>')
    # corner that lifts
    o.append(el(poly([sheet(1, 0), sheet(0.93, 0), sheet(1, 0.10)]), '#d9ccb0', opacity=0.8))
    return ''.join(o)


def ruler():
    """green wood, laid along the fence and over the edge of the sheet"""
    a, b = sheet(-0.10, 1.04), sheet(0.80, 0.625)
    # its far edge runs along the foot of the fence; thickness toward us
    p0, p1 = sheet(-0.075, 1.010), sheet(0.775, 0.608)
    q0, q1 = sheet(-0.045, 1.130), sheet(0.805, 0.722)
    lift = 5
    up = lambda p: (p[0], p[1] - lift)
    o = el(
        poly(
            [
                (p0[0] + 6, p0[1] + 6),
                (p1[0] + 8, p1[1] + 6),
                (q1[0] + 9, q1[1] + 9),
                (q0[0] + 6, q0[1] + 9),
            ]
        ),
        '#1a120e',
        opacity=0.62,
        filter='url(#f4)',
    )
    o += el(poly([up(q0), up(q1), q1, q0]), '#1f4d39')
    o += el(poly([up(q1), up(p1), p1, q1]), '#2c6448')
    o += el(poly([up(p0), up(p1), up(q1), up(q0)]), '#4a9a6d')
    o += el(poly([up(p0), up(p1), up(q1), up(q0)]), '#000', filter='url(#wood)', opacity=0.3)
    m = lambda t, s: tuple(
        (up(p0)[i] * (1 - t) + up(p1)[i] * t) * (1 - s) + (up(q0)[i] * (1 - t) + up(q1)[i] * t) * s
        for i in (0, 1)
    )
    d = ''
    for i in range(61):
        t = 0.025 + 0.95 * i / 60
        d += f'M{xy(m(t, 0.03))}L{xy(m(t, 0.44 if i % 10 == 0 else 0.32 if i % 5 == 0 else 0.2))}'
    o += f'<path d="{d}" stroke="#153a2a" stroke-width="1.3" opacity=".85" fill="none"/>'
    for i in range(0, 7):
        c0 = m(0.025 + 0.95 * i / 6 - 0.008, 0.62)
        o += ell(c0[0], c0[1], 2.2, 1.8, '#153a2a', opacity=0.75)
    o += st(line([up(p0), up(p1)]), '#c9efc4', 2.2, opacity=0.9)
    hx = m(0.97, 0.55)
    o += ell(hx[0], hx[1], 3.6, 2.8, '#12281e')
    return o


def bench():
    z0, z1, x0, x1 = 1.53, 0.915, -0.70, 0.74
    top = [C(x0, TB, z0), C(x1, TB, z0), C(x1, TB, z1), C(x0, TB, z1)]
    o = [el(poly(top), 'url(#wood0)')]
    r = random.Random(15)
    zs = [z0, 1.38, 1.235, 1.10, 1.0, z1]
    for a, b in zip(zs, zs[1:]):
        o.append(
            el(
                poly([C(x0, TB, a), C(x1, TB, a), C(x1, TB, b), C(x0, TB, b)]),
                r.choice(['#8d6244', '#a3734e', '#96694a', '#84593e']),
                opacity=0.55,
            )
        )
        o.append(st(line([C(x0, TB, b), C(x1, TB, b)]), '#35231a', 2.2, opacity=0.8))
    o.append(el(poly(top), '#000', filter='url(#wood)', opacity=0.6))
    for _ in range(26):  # scratches and ink of many classes
        x, z = r.uniform(x0, x1), r.uniform(z1, z0)
        a = r.uniform(-0.6, 0.6)
        l = r.uniform(0.02, 0.09)
        o.append(
            st(
                line([C(x, TB, z), C(x + l * math.cos(a), TB, z + l * math.sin(a))]),
                r.choice(['#3a261b', '#c08f63']),
                1.3,
                opacity=0.5,
            )
        )
    for x, z, w in ((-0.52, 1.20, 0.03), (0.55, 1.06, 0.022), (0.60, 1.10, 0.012)):
        p = C(x, TB, z)
        o.append(ell(p[0], p[1], w * 700, w * 260, '#2a2440', opacity=0.5, filter='url(#f2)'))
    # groove for pencils at the far side
    o.append(
        el(
            poly(
                [C(-0.44, TB, 1.495), C(0.44, TB, 1.495), C(0.44, TB, 1.468), C(-0.44, TB, 1.468)]
            ),
            '#2c1c14',
        )
    )
    o.append(st(line([C(-0.44, TB, 1.468), C(0.44, TB, 1.468)]), '#d3a06a', 1.4, opacity=0.8))
    o.append(
        el(
            poly([C(x0, TB, z1), C(x1, TB, z1), C(x1, TB - 0.05, z1), C(x0, TB - 0.05, z1)]),
            '#3c281d',
        )
    )
    # pencils
    for x, z, a, ln, col in (
        (0.43, 1.30, 0.75, 0.17, '#4f82aa'),
        (-0.40, 1.37, 0.12, 0.15, '#3f6b52'),
        (0.30, 1.05, -0.32, 0.18, '#3a3b46'),
    ):
        p, q = C(x - ln / 2 * math.cos(a), TB + 0.004, z - ln / 2 * math.sin(a)), C(
            x + ln / 2 * math.cos(a), TB + 0.004, z + ln / 2 * math.sin(a)
        )
        t = (p[0] + (q[0] - p[0]) * 0.12, p[1] + (q[1] - p[1]) * 0.12)
        tip = (p[0] + (q[0] - p[0]) * 0.03, p[1] + (q[1] - p[1]) * 0.03)
        o.append(
            st(
                line([(p[0] + 3, p[1] + 5), (q[0] + 3, q[1] + 5)]),
                '#1a120e',
                8,
                opacity=0.6,
                filter='url(#f2)',
            )
        )
        o.append(
            st(line([t, q]), col, 7.5)
            + st(
                line([(t[0], t[1] - 2), (q[0], q[1] - 2)]),
                hexmix(col, '#ffffff', 0.45),
                1.8,
                opacity=0.8,
            )
        )
        o.append(
            st(line([tip, t]), '#d8b98c', 4.6)
            + st(line([p, tip]), col, 2.4, stroke_linecap='round')
        )
    # shavings, a rubber
    p = C(0.36, TB, 1.18)
    o.append(
        el(f'M{n(p[0]-4)},{n(p[1]+14)}l44,4l4,-14l-42,-5z', '#d9d3c4')
        + el(f'M{n(p[0]-4)},{n(p[1]+14)}l44,4v8l-44,-4z', '#8c8477')
    )
    return ''.join(o)


def lamp():
    """an enamel shade on its cord, before the middle pane"""
    x, y = 1082, 214
    o = el(f'M{x-2},-30h3.6V{y-46}h-3.6z', '#12131a')
    o += el(f'M{x-9},{y-60}h18l3,20h-24z', '#1b1c24')
    o += el(
        f'M{x-13},{y-42}C{x-20},{y-36} {x-66},{y-14} {x-78},{y+6}C{x-50},{y+15} {x+50},{y+15} {x+78},{y+6}C{x+66},{y-14} {x+20},{y-36} {x+13},{y-42}z',
        'url(#enamel)',
    )
    o += el(
        f'M{x-78},{y+6}C{x-50},{y+16} {x+50},{y+16} {x+78},{y+6}C{x+50},{y-3} {x-50},{y-3} {x-78},{y+6}z',
        '#ffe0a8',
    )
    o += st(f'M{x-78},{y+6}C{x-50},{y+16} {x+50},{y+16} {x+78},{y+6}', '#0f1218', 3)
    o += ell(x, y + 10, 15, 13, '#fff4da') + ell(
        x, y + 10, 24, 20, '#ffdf9c', opacity=0.6, filter='url(#b4)'
    )
    return o


DEFS = (
    FIL
    + lg('wall', [(0, '#171920'), (0.6, '#1d1f27'), (1, '#101118')])
    + lg('wood0', [(0, '#a67650'), (1, '#7a5238')])
    + lg('enamel', [(0, '#1b2a2c'), (0.55, '#2e4446'), (1, '#1a2527')], 0, 0, 1, 0)
    + rg(
        'pool',
        [(0, '#fff2d2'), (0.32, ('#ffd99a', 0.95)), (0.62, ('#c98a4e', 0.55)), (1, ('#3a2a2a', 0))],
    )
    + rg('day', [(0, ('#9aa7b4', 0.9)), (1, ('#3a4048', 0))])
    + rg('halo', [(0, ('#ffcf86', 0.9)), (0.3, ('#ffcf86', 0.42)), (1, ('#ffcf86', 0))])
    + lg('cone', [(0, ('#ffcf86', 0.40)), (1, ('#ffcf86', 0.02))])
    + lg('foot', [(0, ('#0d0e14', 0)), (0.35, ('#0d0e14', 0.72)), (1, ('#0b0c12', 0.97))])
    + '<filter id="pencil" x="-.05" y="-.05" width="1.1" height="1.1"><feTurbulence type="fractalNoise" baseFrequency=".35" numOctaves="2" seed="4" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="2.6" xChannelSelector="R" yChannelSelector="G"/></filter>'
    '<filter id="rime" x="-.1" y="-.2" width="1.2" height="1.4"><feTurbulence type="fractalNoise" baseFrequency=".035 .05" numOctaves="4" seed="8" result="t"/><feDisplacementMap in="SourceGraphic" in2="t" scale="46" xChannelSelector="R" yChannelSelector="G" result="d"/><feGaussianBlur in="d" stdDeviation="5" result="s"/><feColorMatrix in="t" values="0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 0 2.6 0 0 -.85" result="m"/><feComposite in="s" in2="m" operator="in"/></filter>'
)


def main():
    sc = Scene('fences')
    heaven = sc.layer()
    sky(heaven)
    land = sc.layer()
    m = landscape(hgt, CAM, HOR, F, 66, 2800, 1200, 0, LIGHT, ss=SS, nearest=True)
    paint_land(land, m, R, (0.44, 0.64), (80, 2400), 1.5, 0.09, ('#b4bab8', 0.6, 26))
    wm = down(m['water'] * m['hitraw'], m['ss'])
    base = ramp([(0, '#b4bbbb'), (0.3, '#8f9da5'), (1, '#6b7e8a')], smooth(HOR + 8, 560, YY))
    land.over(
        ice(
            wm,
            CAM,
            HOR,
            F,
            base,
            ('#c6cbc8', '#a9b4b9'),
            ('#87959d', '#566a77'),
            '#d3d7d4',
            0.34,
            431,
            -0.03,
            (2, 7),
        ),
        wm,
    )
    # old snow and bare earth on the flats, a trodden lane behind the far wire
    x, z = flat_world(CAM, HOR, F)
    low = down(((m['h'] < 6) & (m['z'] < 900)).astype(float), m['ss']) * (1 - wm)
    g = fbm(x / 40 + 0.4 * fbm(x / 30, z / 30, 2, 441), z / 26, 4, 440) + 0.08 * fbm(
        x / 8, z / 7, 3, 444
    )
    land.over(rgb('#c1c5c2'), low * smooth(0.0, 0.07, g) * 0.7)
    land.over(rgb('#585c5c'), low * smooth(0.10, 0.16, fbm(x / 30, z / 20, 4, 447)) * 0.55)
    near, far = beside(1, 9), beside(-1, 9)
    lane = dist_poly(x, z, beside(-1, 22)[::4])
    land.over(rgb('#5d6366'), low * smooth(2.0, 1.2, lane) * 0.7)
    sand = dist_poly(x, z, beside(-1, 14)[::4])
    land.over(rgb('#d0d3cf'), low * smooth(3.4, 2.6, sand) * 0.55)
    hz = sc.layer()
    hz.over(
        rgb('#bcc1bd'),
        smooth(-0.4, 0.5, fbm(XX / 480, YY / 40, 4, 200))
        * (0.6 * np.exp(-(((YY - 322) / 18) ** 2)) + 0.2 * np.exp(-(((YY - 372) / 22) ** 2))),
    )
    o = fence(near, 4.6, 6.0, 3)
    for px, pz in along(beside(1, 20), 62):
        if 80 < pz < 1300 and abs(px) < 1.2 * pz and V(0, 0, pz)[1] < 540:  # none cut by the sill
            o.append((pz, post(px, ground(px, pz), pz, 7.4)))
    o += fence(far, 4.2, 4.2, 5)
    for px, pz in along(beside(-1, 15)[3:], 46):
        if 66 < pz < 1300 and abs(px) < 1.2 * pz:
            o.append((pz - 0.5, post(px, ground(px, pz), pz, 8.6)))
    sc.part('wire', 0.08)
    fe = sc.layer()
    fe.put(svg(''.join(b for _, b in sorted(o, key=lambda q: -q[0]))))
    # ---- the room
    sc.part('window', 0.35)
    wl = sc.layer()
    wl.put(svg(frost() + frame(), DEFS))
    sc.part('bench', 0.7)
    b = sc.layer()
    light = (
        '<rect width="1920" height="1080" fill="#2b2a3c"/>'
        '<g style="mix-blend-mode:screen">'
        + ell(960, 600, 900, 130, 'url(#day)', opacity=0.75)
        + '</g>'
        '<g style="mix-blend-mode:screen">' + ell(1000, 700, 560, 190, 'url(#pool)') + '</g>'
        '<g style="mix-blend-mode:screen">'
        + ell(980, 690, 300, 110, 'url(#pool)', opacity=0.8)
        + '</g>'
    )
    things = bench() + drawing() + ruler()
    z0, z1, x0, x1 = 1.53, 0.915, -0.70, 0.74
    shape = [
        C(x0, TB, z0),
        C(x1, TB, z0),
        C(x1, TB, z1),
        C(x1, TB - 0.05, z1),
        C(x0, TB - 0.05, z1),
        C(x0, TB, z1),
    ]
    lit = (
        f'<clipPath id="bc"><path d="{poly(shape)}"/></clipPath>'
        f'<g clip-path="url(#bc)" style="isolation:isolate">{things}<g style="mix-blend-mode:multiply">{light}</g></g>'
    )
    under = el(
        poly(
            [
                C(x0 + 0.03, TB - 0.05, z1),
                C(x1 - 0.03, TB - 0.05, z1),
                (C(x1, 0, z1)[0] - 30, 1120),
                (C(x0, 0, z1)[0] + 30, 1120),
            ]
        ),
        '#15131a',
    )
    b.put(
        svg(under + lit + '<rect x="0" y="740" width="1920" height="340" fill="url(#foot)"/>', DEFS)
    )
    sc.part('lamp', 0.6)
    la = sc.layer()
    la.put(
        svg(
            ell(1082, 224, 250, 190, 'url(#halo)', opacity=0.4)
            + el(
                'M1010,228L1150,228L1330,760L640,760z',
                'url(#cone)',
                opacity=0.26,
                filter='url(#f16)',
            )
            + lamp(),
            DEFS,
        )
    )
    return sc


if __name__ == '__main__':
    main().pull()
