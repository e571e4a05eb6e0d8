"""Morning on the upper Yalu, clear and very cold: a narrow river between two towns, washing, a bicycle;
in front two people climb onto a small truck loaded with cabbages.  World in metres, the road at y = 0."""
from atelier import *
from folk import figure
from frozen import ice

HOR = 350
CAM = 4.6
F = 1250
V = View(CAM, HOR, F)
LIGHT = (0.80, 0.40, 0.10)
BED = -3.0  # the ice
EDGE, SHORE = 22.0, 64.0  # our bank ends, theirs begins
AIR = '#a9bac4'
TH = math.radians(27)
TX, TZ = -2.75, 15.9  # the tail of the truck


def tone(col, z, k=1.0):
    return hexmix(col, AIR, min(1, (1 - math.exp(-max(0, z - 30) / 260)) * k))


def shore(x):
    return SHORE + 0.30 * x + 2.5 * np.sin(x / 21 + 0.8) + 1.2 * np.sin(x / 7.3)


def kerb_at(x):
    return EDGE + 0.10 * x


def hgt(x, z):
    d = z - shore(x)
    bank = smooth(0, 4.5, d) * 3.4
    flat = np.clip(d, 0, 170) * 0.045
    hump = lambda cx, cz, rx, rz, hh: hh * np.exp(-(((x - cx) / rx) ** 2) - ((z - cz) / rz) ** 2)
    hu = np.maximum.reduce(
        [
            hump(-210, 430, 170, 130, 62),
            hump(70, 620, 240, 170, 92),
            hump(330, 470, 170, 150, 58),
            hump(-520, 900, 330, 240, 150),
            hump(470, 1100, 420, 300, 190),
            hump(-90, 1500, 460, 300, 215),
            hump(-1100, 1700, 520, 400, 300),
            hump(1300, 1900, 620, 400, 330),
        ]
    )
    v = smooth(130, 330, d)
    q = ridged(
        x / 150 + 0.25 * fbm(x / 120, z / 120, 2, 731) + 2.0, z / 260, 3, 730, 0.40, 2.1, 0.8
    )
    h = hu * v * (1 + 0.2 * fbm(x / 120, z / 120, 3, 733)) - q * (5 + 0.10 * hu) * v
    return (
        BED
        - 0.6
        + bank
        + flat * smooth(0, 8, d)
        + np.maximum(h, 0)
        + 0.12 * fbm(x / 6, z / 6, 3, 735) * smooth(0, 6, d)
    )


def ground(x, z):
    return float(hgt(np.array([[float(x)]]), np.array([[float(z)]]))[0, 0])


def sky(c):
    t = (
        YY / HOR
        + 0.03 * fbm(XX / 520, YY / 70, 3, 60)
        + 0.16 * np.exp(-(((XX - 1560) / 620) ** 2)) * smooth(0.2, 1, YY / HOR)
    )
    c.over(
        ramp(
            [
                (0, '#486a8e'),
                (0.3, '#6f91ad'),
                (0.58, '#9fb7c4'),
                (0.82, '#cdd3cd'),
                (1.0, '#e8dfd0'),
                (1.2, '#f0e2cf'),
            ],
            t,
        ),
        1,
    )
    k = fbm(XX / 620, YY / 20, 4, 790) + 0.2 * fbm(XX / 150, YY / 9, 3, 795)
    c.over(rgb('#e6e2da'), smooth(0.12, 0.26, k) * np.exp(-(((YY - 110) / 46) ** 2)) * 0.5)


R = [('#4d6378', '#7f96a8'), ('#7e92a0', '#a3b2ba'), ('#e0d4c2', '#eee2d0')]


def paint(c, m):
    """hills lit at the top, the valley still in blue shade"""
    ss = m['ss']
    k = S * ss
    x, z, h = m['x'], m['z'], m['h']
    yy, xx = np.mgrid[0 : x.shape[0], 0 : x.shape[1]] / k
    L = gaussian_filter(m['L'], 1.4 * k) + 0.08 * fbm(x / (0.03 * z + 4), z / (0.06 * z + 6), 3, 77)
    d = np.clip(np.log(z / 70) / np.log(2600 / 70), 0, 1)
    cs = [mixc(rgb(a), rgb(b), d) for a, b in R]
    sun = smooth(
        26, 44, h + 5 * fbm(x / 60, z / 60, 3, 740) - 0.006 * z
    )  # where the morning has come
    col = cs[0]
    t = smooth(0.42, 0.46, L)[..., None]
    col = col * (1 - t) + cs[1] * t
    t = (smooth(0.50, 0.54, L) * sun)[..., None]
    col = col * (1 - t) + cs[2] * t
    wood = smooth(0.08, 0.14, fbm(x / 46 + 3, z / 60, 4, 742) - 0.004 * h)
    col = mixc(col, mixc(rgb('#3f5566'), rgb('#6f8797'), d), wood * smooth(200, 300, z) * 0.55)
    rows = np.abs(np.sin((h + 1.2 * fbm(x / 30, z / 30, 2, 744)) * 1.15))
    col = mixc(
        col,
        mixc(rgb('#5a7083'), rgb('#8fa3af'), d),
        smooth(0.22, 0.12, rows) * smooth(8, 14, h) * smooth(46, 30, h) * 0.5,
    )
    bank = smooth(0.6, -1.8, h) * smooth(26, 12, z - shore(x))
    col = mixc(col, rgb('#44596b'), bank * smooth(-0.05, 0.06, fbm(xx / 46, yy / 13, 4, 746)) * 0.7)
    col = mixc(col, rgb('#aebfc9'), smooth(0.2, 0.6, h) * smooth(12, 5, z - shore(x)) * 0.6)
    mist = 0.55 * np.exp(-np.maximum(h - 6, 0) / 26) * smooth(0.18, 0.6, d)
    col = mixc(col, rgb('#c9d0cf'), np.clip(mist, 0, 0.8))
    al = m['hitraw'].astype(float)
    col = down(col * al[..., None], ss)
    al = down(al, ss)
    zf = (CAM - BED) * F / np.maximum(YY - HOR, 0.6)  # the waterline, from the plain itself
    line = smooth(
        0.0, 0.7, zf - shore((XX - 960) * zf / F) - 0.9 - 0.5 * fbm(XX / 30, YY / 30, 2, 748)
    )
    c.over(col / np.maximum(al, 1e-6)[..., None], np.where(YY > HOR + 40, line, 1) * al)


# ---------------------------------------------------------------- the other town
def cottage(x, z, w, r, smoke):
    y = ground(x + w / 2, z) - 0.2
    T = lambda col, k=1.0: tone(col, z, k)
    P = V.poly
    wall = r.choice(['#c3c8c4', '#b7bdb9', '#a9b4b8', '#c9c6ba'])
    o = P(
        [(x, y - 0.5, z), (x + w, y - 0.5, z), (x + w, y + 2.5, z), (x, y + 2.5, z)],
        T(hexmix(wall, '#6d8496', 0.42)),
    )
    o += P(
        [(x, y - 0.5, z), (x + w, y - 0.5, z), (x + w, y + 0.45, z), (x, y + 0.45, z)], T('#6b7d89')
    )
    o += P(
        [(x, y + 2.1, z), (x + w, y + 2.1, z), (x + w, y + 2.5, z), (x, y + 2.5, z)],
        T('#4b5d6c'),
        0.7,
    )
    n_ = max(2, int(w / 3.1))
    for i in range(n_):
        cx = x + w * (i + 0.5) / n_ + r.uniform(-0.15, 0.15)
        if i % 3 == 1:
            o += P(
                [
                    (cx - 0.42, y - 0.2, z),
                    (cx + 0.42, y - 0.2, z),
                    (cx + 0.42, y + 1.75, z),
                    (cx - 0.42, y + 1.75, z),
                ],
                T('#3c5c70'),
            )
        else:
            o += P(
                [
                    (cx - 0.5, y + 0.85, z),
                    (cx + 0.5, y + 0.85, z),
                    (cx + 0.5, y + 1.75, z),
                    (cx - 0.5, y + 1.75, z),
                ],
                T('#34495a'),
            )
            o += P(
                [
                    (cx - 0.05, y + 0.85, z),
                    (cx + 0.05, y + 0.85, z),
                    (cx + 0.05, y + 1.75, z),
                    (cx - 0.05, y + 1.75, z),
                ],
                T('#93a5ad'),
            )
    rz = z + 3.2
    ov = 0.5
    o += P(
        [
            (x - ov, y + 2.35, z - 0.4),
            (x + w + ov, y + 2.35, z - 0.4),
            (x + w + ov - 1.2, y + 4.4, rz),
            (x - ov + 1.2, y + 4.4, rz),
        ],
        T('#4a5b69'),
    )
    edge = [
        (
            x - ov + 0.4 + (w + 2 * ov - 0.8) * i / 9,
            y + 2.35 + 2.05 * (u := r.uniform(0.12, 0.5)),
            z - 0.4 + 3.6 * u,
        )
        for i in range(10)
    ]
    o += P(edge + [(x + w + ov - 1.3, y + 4.4, rz), (x - ov + 1.3, y + 4.4, rz)], T('#c6d0d2'))
    o += P(
        [
            (x - ov, y + 2.2, z - 0.42),
            (x + w + ov, y + 2.2, z - 0.42),
            (x + w + ov, y + 2.42, z - 0.42),
            (x - ov, y + 2.42, z - 0.42),
        ],
        T('#384956'),
    )
    for i in range(max(1, n_ // 2)):
        cx = x + w * (i + 0.7) / max(1, n_ // 2) * 0.92
        a = V(cx, y + 4.2, rz)
        k = V.k(rz)
        o += f'<path d="M{a[0]-.3*k:.1f},{a[1]+.6*k:.1f}v{-1.7*k:.1f}h{.6*k:.1f}v{1.7*k:.1f}z" fill="{T("#46545f")}"/><path d="M{a[0]-.36*k:.1f},{a[1]-1.1*k:.1f}h{.72*k:.1f}v{-.22*k:.1f}h{-.72*k:.1f}z" fill="{T("#cdd5d5")}"/>'
        if r.random() < 0.5:
            smoke.append((a[0], a[1] - 1.3 * k, k, rz))
    return o


def block(x, z, w, storeys, r):
    y = ground(x + w / 2, z) - 0.5
    T = lambda col: tone(col, z, 1.1)
    h = storeys * 2.9
    o = V.poly([(x, y, z), (x + w, y, z), (x + w, y + h, z), (x, y + h, z)], T('#93a5ae'))
    o += V.poly(
        [(x + w, y, z), (x + w, y, z + 9), (x + w, y + h, z + 9), (x + w, y + h, z)], T('#d9cfbf')
    )
    n_ = int(w / 3.4)
    for j in range(storeys):
        for i in range(n_):
            cx = x + w * (i + 0.5) / n_
            yy = y + 2.9 * j + 1.0
            o += V.poly(
                [
                    (cx - 0.8, yy, z),
                    (cx + 0.8, yy, z),
                    (cx + 0.8, yy + 1.2, z),
                    (cx - 0.8, yy + 1.2, z),
                ],
                T('#5a7080'),
            )
        o += V.poly(
            [
                (x, y + 2.9 * j + 0.1, z),
                (x + w, y + 2.9 * j + 0.1, z),
                (x + w, y + 2.9 * j + 0.3, z),
                (x, y + 2.9 * j + 0.3, z),
            ],
            T('#7b8e9a'),
        )
    o += V.poly(
        [
            (x - 0.3, y + h, z),
            (x + w + 0.3, y + h, z),
            (x + w + 0.3, y + h + 0.5, z),
            (x - 0.3, y + h + 0.5, z),
        ],
        T('#d6dad6'),
    )
    return o


def plume(x, y, k, z, r):
    a, b = [], []
    hh, dr = r.uniform(5.5, 9) * k, r.uniform(2, 5) * k
    for i in range(20):
        t = i / 19
        cx = x - dr * t**2.2 + 0.22 * k * math.sin(t * 8 + x) * t
        cy = y - hh * t**0.9
        w = (0.16 + 0.95 * t) * k
        a.append((cx - w, cy))
        b.append((cx + w, cy + w * 0.3))
    d = path(chaikin(a + b[::-1], 1, True))
    return f'<path d="{d}" fill="url(#smk)" filter="url(#soft)" opacity=".62"/>'


def washing(x0, x1, z, r):
    """a line between two poles, with what hangs on it, stiff with frost"""
    y = ground((x0 + x1) / 2, z) + 2.2
    o = V.line((x0, y - 2.6, z), (x0, y + 0.15, z), 0.11, tone('#3b4a55', z)) + V.line(
        (x1, y - 2.6, z), (x1, y + 0.15, z), 0.11, tone('#3b4a55', z)
    )
    a, b = V(x0, y, z), V(x1, y, z)
    o += f'<path d="M{a[0]:.1f},{a[1]:.1f}Q{(a[0]+b[0])/2:.1f},{a[1]+.35*V.k(z):.1f} {b[0]:.1f},{b[1]:.1f}" fill="none" stroke="{tone("#3b4a55", z)}" stroke-width="1"/>'
    x = x0 + 0.4
    while x < x1 - 0.9:
        w, h = r.uniform(0.55, 1.25), r.uniform(0.75, 1.5)
        t = (x + w / 2 - x0) / (x1 - x0)
        yy = y - 0.35 * 2 * t * (1 - t)
        c_ = r.choice(
            ['#dfe3e0', '#5d7f9c', '#d5d9d4', '#7d9486', '#44617e', '#b4b0a0', '#e6e6e0', '#8a9cab']
        )
        sk = r.uniform(-0.05, 0.05)
        o += V.poly(
            [
                (x, yy, z),
                (x + w, yy, z),
                (x + w + sk, yy - h, z),
                (x + w * 0.5, yy - h * r.uniform(0.94, 1.02), z),
                (x + sk, yy - h, z),
            ],
            tone(c_, z, 0.5),
        )
        o += V.poly(
            [
                (x + w * 0.62, yy, z),
                (x + w, yy, z),
                (x + w + sk, yy - h, z),
                (x + w * 0.7 + sk, yy - h, z),
            ],
            tone(hexmix(c_, '#3f5468', 0.35), z, 0.5),
        )
        x += w + r.uniform(0.12, 0.5)
    return o


def cyclist(x, z):
    y = ground(x, z)
    X, Y = V(x, y + 0.02, z)
    k = V.k(z) * 1.25
    ink = tone('#22303d', z, 0.7)
    p = lambda a, b: f'{X+a*k:.1f},{Y-b*k:.1f}'
    w = (
        lambda a: f'<circle cx="{X+a*k:.1f}" cy="{Y-.34*k:.1f}" r="{.33*k:.1f}" fill="none" stroke="{ink}" stroke-width="{max(.9,.055*k):.2f}"/>'
    )
    o = w(-0.52) + w(0.52)
    o += f'<path d="M{p(-.52,.34)}L{p(-.12,.36)}L{p(.40,.84)}L{p(-.22,.84)}L{p(-.12,.36)}M{p(-.52,.34)}L{p(-.22,.84)}L{p(-.26,.95)}M{p(.52,.34)}L{p(.40,.84)}L{p(.37,1.02)}L{p(.28,1.04)}" fill="none" stroke="{ink}" stroke-width="{max(.9,.05*k):.2f}" stroke-linejoin="round"/>'
    o += f'<path d="M{p(-.36,.98)}C{p(-.36,1.25)} {p(-.22,1.46)} {p(-.02,1.52)}C{p(.10,1.50)} {p(.12,1.36)} {p(.08,1.28)}L{p(.36,1.04)}L{p(.30,.98)}L{p(.0,1.16)}L{p(-.06,.98)}L{p(.12,.78)}L{p(-.04,.40)}L{p(.06,.34)}L{p(-.14,.30)}L{p(-.10,.74)}z" fill="{ink}"/>'
    o += f'<path d="M{p(-.02,1.48)}C{p(-.10,1.60)} {p(-.06,1.76)} {p(.06,1.77)}C{p(.18,1.76)} {p(.20,1.62)} {p(.14,1.52)}z" fill="{ink}"/>'
    o += f'<path d="M{p(-.50,.86)}h{.30*k:.1f}v{.28*k:.1f}h{-.34*k:.1f}z" fill="{tone("#5d6f7c", z, .7)}"/>'
    return o


# ---------------------------------------------------------------- the truck
def T3(s, t, u):
    """length, breadth (away from us), height -> world"""
    return (TX + s * math.cos(TH) - t * math.sin(TH), u, TZ + s * math.sin(TH) + t * math.cos(TH))


def q(pts, col, op=1):
    return V.poly([T3(*p) for p in pts], col, op)


def wheel(s, t, r_, far=False):
    pts = lambda rr, tt: [
        T3(s + rr * math.cos(a), tt, r_ + rr * math.sin(a))
        for a in [i / 24 * 6.2832 for i in range(24)]
    ]
    o = V.poly(pts(r_, t + 0.2), '#121a22')
    o += V.poly(pts(r_, t), '#1b242d')
    if not far:
        o += (
            V.poly(pts(r_ * 0.93, t - 0.005), '#27323c')
            + V.poly(pts(r_ * 0.60, t - 0.01), '#5d7180')
            + V.poly(pts(r_ * 0.5, t - 0.01), '#3a4b59')
        )
        o += V.poly(pts(r_ * 0.22, t - 0.015), '#8294a0')
    return o


def cabbage(X, Y, w, a, r, dim):
    """one head of Chinese cabbage: white ribs, green leaf tips"""
    h = w * r.uniform(0.50, 0.58)
    lit, body, shade = '#dfe6c9', '#aebf97', '#6f8b74'
    lit, body, shade = (hexmix(c_, '#3c5264', dim) for c_ in (lit, body, shade))
    tip = hexmix(r.choice(['#6f9463', '#7d9f6a', '#5f8760']), '#2d4656', dim)
    o = f'<g transform="translate({X:.1f},{Y:.1f}) rotate({a:.0f})">'
    o += f'<path d="M{-w/2:.1f},0C{-w/2:.1f},{-h*.55:.1f} {-w*.2:.1f},{-h*.62:.1f} {w*.1:.1f},{-h*.56:.1f}C{w*.36:.1f},{-h*.5:.1f} {w*.54:.1f},{-h*.3:.1f} {w*.54:.1f},0C{w*.54:.1f},{h*.34:.1f} {w*.3:.1f},{h*.56:.1f} 0,{h*.52:.1f}C{-w*.3:.1f},{h*.5:.1f} {-w/2:.1f},{h*.36:.1f} {-w/2:.1f},0z" fill="{shade}"/>'
    o += f'<path d="M{-w*.48:.1f},{-h*.08:.1f}C{-w*.46:.1f},{-h*.5:.1f} {-w*.2:.1f},{-h*.58:.1f} {w*.1:.1f},{-h*.53:.1f}C{w*.34:.1f},{-h*.47:.1f} {w*.5:.1f},{-h*.28:.1f} {w*.5:.1f},{-h*.04:.1f}C{w*.3:.1f},{h*.24:.1f} {-w*.26:.1f},{h*.26:.1f} {-w*.48:.1f},{-h*.08:.1f}z" fill="{body}"/>'
    o += f'<path d="M{-w*.46:.1f},{-h*.12:.1f}C{-w*.42:.1f},{-h*.46:.1f} {-w*.14:.1f},{-h*.54:.1f} {w*.06:.1f},{-h*.48:.1f}C{-w*.02:.1f},{-h*.22:.1f} {-w*.2:.1f},{-h*.02:.1f} {-w*.46:.1f},{-h*.12:.1f}z" fill="{lit}"/>'
    o += f'<path d="M{w*.14:.1f},{-h*.5:.1f}C{w*.38:.1f},{-h*.46:.1f} {w*.54:.1f},{-h*.26:.1f} {w*.54:.1f},0C{w*.54:.1f},{h*.3:.1f} {w*.36:.1f},{h*.46:.1f} {w*.16:.1f},{h*.48:.1f}C{w*.30:.1f},{h*.2:.1f} {w*.30:.1f},{-h*.2:.1f} {w*.14:.1f},{-h*.5:.1f}z" fill="{tip}"/>'
    o += f'<path d="M{-w*.4:.1f},{h*.02:.1f}C{-w*.1:.1f},{h*.08:.1f} {w*.1:.1f},{h*.02:.1f} {w*.34:.1f},{-h*.08:.1f}M{-w*.36:.1f},{h*.2:.1f}C{-w*.1:.1f},{h*.3:.1f} {w*.1:.1f},{h*.28:.1f} {w*.3:.1f},{h*.2:.1f}" stroke="{lit}" stroke-width="{max(.7,w*.035):.1f}" fill="none" opacity=".75"/></g>'
    return o


def truck():
    r = random.Random(23)
    o = []
    cab, cabd, cabl, cabt = '#5f7f8d', '#39525f', '#9ab4ba', '#c3cfce'
    o.append(
        f'<g filter="url(#b6)">{q([(-0.5,-1.15,0),(5.1,-1.15,0),(5.0,1.1,0),(-0.4,1.1,0)], "#1c2c3c", .75)}</g>'
    )
    o.append(wheel(0.85, 0.75, 0.40, True) + wheel(4.0, 0.75, 0.40, True))
    o.append(
        q([(0.1, -0.8, 0.45), (4.7, -0.8, 0.45), (4.7, -0.8, 0.8), (0.1, -0.8, 0.8)], '#18222b')
    )
    # far side of the bed, tail opening
    o.append(q([(0, 0.95, 0.9), (3.15, 0.95, 0.9), (3.15, 0.95, 1.45), (0, 0.95, 1.45)], '#4b5c62'))
    o.append(q([(0, -0.95, 0.85), (0, 0.95, 0.85), (0, 0.95, 1.0), (0, -0.95, 1.0)], '#2a343b'))
    # heap
    items = []
    for s in [0.18 + 0.29 * i for i in range(11)]:
        for t in [-0.78 + 0.26 * j for j in range(7)]:
            top = 1.42 + 0.62 * math.exp(-(((s - 1.75) / 1.25) ** 2) - (t / 0.62) ** 2)
            for u in (0.98, 1.2, 1.42, 1.62, 1.82, 2.0):
                if u < top:
                    items.append(
                        (
                            s + r.uniform(-0.09, 0.09),
                            t + r.uniform(-0.07, 0.07),
                            u + r.uniform(-0.03, 0.08),
                        )
                    )
    items.sort(key=lambda p: (-T3(*p)[2] + p[2] * 1.4))
    for s, t, u in items:
        (
            X,
            Y,
        ) = V(*T3(s, t, u))
        k = V.k(T3(s, t, u)[2])
        dim = 0.52 - 0.26 * (u - 0.9) + 0.10 * t + r.uniform(-0.06, 0.06)
        o.append(
            cabbage(
                X,
                Y,
                0.42 * k * r.uniform(0.9, 1.12),
                r.uniform(-50, 50) + (180 if r.random() < 0.4 else 0),
                r,
                min(0.62, max(0.05, dim)),
            )
        )
    # tailboard let down
    o.append(
        q([(0, -0.95, 0.92), (0, 0.95, 0.92), (-0.10, 0.95, 0.42), (-0.10, -0.95, 0.42)], '#6a5a4b')
    )
    for u in (0.58, 0.75):
        f = (0.92 - u) / 0.5 * 0.10
        o.append(V.line(T3(-f, -0.95, u), T3(-f, 0.95, u), 0.02, '#3d3630'))
    o.append(q([(0, -0.95, 0.90), (0, 0.95, 0.90), (0, 0.95, 0.95), (0, -0.95, 0.95)], '#b9b7a8'))
    # near side boards and stakes
    for u0, u1, col in ((0.92, 1.08, '#5d5247'), (1.10, 1.26, '#6a5d4f'), (1.28, 1.46, '#74665a')):
        o.append(q([(0, -0.95, u0), (3.15, -0.95, u0), (3.15, -0.95, u1), (0, -0.95, u1)], col))
        o.append(
            q(
                [
                    (0, -0.951, u1 - 0.03),
                    (3.15, -0.951, u1 - 0.03),
                    (3.15, -0.951, u1),
                    (0, -0.951, u1),
                ],
                '#a29a8c',
                0.8,
            )
        )
    for s in (0.03, 0.8, 1.58, 2.36, 3.12):
        o.append(
            q(
                [
                    (s - 0.05, -0.97, 0.8),
                    (s + 0.05, -0.97, 0.8),
                    (s + 0.05, -0.97, 1.62),
                    (s - 0.05, -0.97, 1.62),
                ],
                '#3f3a35',
            )
        )
        o.append(
            q(
                [
                    (s - 0.05, -0.98, 0.8),
                    (s - 0.02, -0.98, 0.8),
                    (s - 0.02, -0.98, 1.62),
                    (s - 0.05, -0.98, 1.62),
                ],
                '#8f877b',
                0.8,
            )
        )
    o.append(
        q(
            [(0.0, -0.93, 0.78), (3.2, -0.93, 0.78), (3.2, -0.93, 0.92), (0.0, -0.93, 0.92)],
            '#26303a',
        )
    )
    # cab: back, roof, near side
    b, f, n_, w = 3.28, 4.82, -0.93, 0.93
    o.append(q([(b, n_, 0.75), (b, w, 0.75), (b, w, 2.08), (b, n_, 2.08)], cabd))
    o.append(
        q(
            [
                (b - 0.01, n_ + 0.3, 1.5),
                (b - 0.01, w - 0.3, 1.5),
                (b - 0.01, w - 0.3, 1.95),
                (b - 0.01, n_ + 0.3, 1.95),
            ],
            '#1d2c37',
        )
    )
    o.append(
        q(
            [(b, n_, 2.08), (f - 0.32, n_ + 0.06, 2.08), (f - 0.32, w - 0.06, 2.08), (b, w, 2.08)],
            cabt,
        )
    )
    o.append(
        q(
            [
                (b, n_, 2.08),
                (f - 0.32, n_ + 0.06, 2.08),
                (f - 0.32, n_ + 0.06, 2.16),
                (b, n_, 2.16),
            ],
            '#e6e6de',
        )
    )
    side = [
        (b, n_, 0.62),
        (f, n_, 0.62),
        (f + 0.03, n_, 1.30),
        (f - 0.32, n_ + 0.04, 2.08),
        (b, n_, 2.08),
    ]
    o.append(q(side, cab))
    o.append(q([(b, n_, 0.62), (f, n_, 0.62), (f + 0.01, n_, 0.95), (b, n_, 0.95)], cabd))
    o.append(
        q([(b, n_, 1.24), (f + 0.03, n_, 1.24), (f + 0.03, n_, 1.30), (b, n_, 1.30)], cabl, 0.9)
    )
    o.append(
        q(
            [
                (b + 0.30, n_ - 0.005, 1.36),
                (f - 0.16, n_ - 0.005, 1.36),
                (f - 0.38, n_, 1.97),
                (b + 0.30, n_ - 0.005, 1.97),
            ],
            '#20313d',
        )
    )
    o.append(
        q(
            [
                (b + 0.30, n_ - 0.006, 1.36),
                (b + 0.62, n_ - 0.006, 1.36),
                (b + 0.98, n_ - 0.006, 1.97),
                (b + 0.66, n_ - 0.006, 1.97),
            ],
            '#7f99a6',
            0.5,
        )
    )
    for s0, s1 in ((b + 0.22, b + 0.225), (f - 0.14, f - 0.135)):
        o.append(V.line(T3(s0, n_ - 0.01, 0.72), T3(s1, n_ - 0.01, 1.30), 0.02, cabd))
    o.append(V.line(T3(b + 0.42, n_ - 0.02, 1.16), T3(b + 0.60, n_ - 0.02, 1.16), 0.045, '#c3cdcd'))
    o.append(
        q(
            [
                (f, n_, 0.62),
                (f + 0.12, n_ + 0.02, 0.62),
                (f + 0.12, n_ + 0.02, 0.80),
                (f, n_, 0.80),
            ],
            '#8a989c',
        )
    )
    # mirror
    o.append(
        V.line(T3(f - 0.22, n_, 1.62), T3(f - 0.02, n_ - 0.20, 1.66), 0.03, '#1b242d')
        + q(
            [
                (f - 0.03, n_ - 0.28, 1.48),
                (f - 0.03, n_ - 0.12, 1.48),
                (f - 0.03, n_ - 0.12, 1.80),
                (f - 0.03, n_ - 0.28, 1.80),
            ],
            '#202b34',
        )
    )
    # mudguards and wheels
    o.append(wheel(0.85, -0.86, 0.40) + wheel(4.0, -0.86, 0.40))
    arch = [
        T3(4.0 + 0.5 * math.cos(a), n_ - 0.01, 0.40 + 0.5 * math.sin(a))
        for a in [i / 12 * 3.1416 for i in range(13)]
    ]
    arch += [
        T3(4.0 + 0.42 * math.cos(a), n_ - 0.01, 0.40 + 0.42 * math.sin(a))
        for a in [3.1416 - i / 12 * 3.1416 for i in range(13)]
    ]
    o.append(V.poly(arch, cabd))
    # step for climbing, number plate blank, one tail reflector left dark
    o.append(
        q(
            [(-0.16, -0.35, 0.40), (-0.16, 0.35, 0.40), (-0.34, 0.35, 0.40), (-0.34, -0.35, 0.40)],
            '#4b5862',
        )
    )
    o.append(
        V.line(T3(-0.10, -0.3, 0.85), T3(-0.30, -0.3, 0.40), 0.05, '#2a343b')
        + V.line(T3(-0.10, 0.3, 0.85), T3(-0.30, 0.3, 0.40), 0.05, '#2a343b')
    )
    return ''.join(o)


Y_ = dict(
    coat=('#c9cbd0', '#66779a', '#465677', '#31405c'),
    trousers=(None, '#45506a', '#333d55', '#252e43'),
    boot=(None, '#2e3746', '#202834', '#181f29'),
    head=('#bd857a', '#97483f', '#8d3f3a', '#5b2a30'),
    mitt=(None, '#5d6680', '#444d66', '#333b51'),
    hair=(None, '#2b2d38', '#1f212b', '#171922'),
    fold='#263048',
)
S_ = dict(
    Y_,
    coat=('#cdd3d2', '#5f8c98', '#41697a', '#2d4c5e'),
    head=('#d9dcd9', '#a2abb4', '#7d8894', '#58626f'),
)


def road(c):
    z = CAM * F / np.maximum(YY - HOR, 0.6)
    x = (XX - 960) * z / F
    on = (z < kerb_at(x) + 0.25 * fbm(x / 3, x * 0, 2, 760)).astype(float) * (YY > HOR)
    on = gaussian_filter(on, 0.7 * S)
    col = ramp(
        [(0, '#a9bccb'), (0.35, '#8ea4b8'), (0.65, '#66809a'), (1, '#2e4257')],
        smooth(590, 1000, YY),
    )
    g = fbm(x / 2.6 + 0.3 * fbm(x / 2, z / 2, 2, 761), z / 1.1, 4, 762)
    col = mixc(col, rgb('#c3d0d9'), smooth(0.06, 0.14, g) * 0.55 * smooth(860, 700, YY))
    col = mixc(col, rgb('#5f7890'), smooth(0.12, 0.2, fbm(x / 1.7 + 5, z / 0.8, 4, 764)) * 0.45)
    # ruts run with the truck
    a = (x - TX) * -math.sin(TH) + (z - TZ) * math.cos(TH)
    s = (x - TX) * math.cos(TH) + (z - TZ) * math.sin(TH)
    wob = 0.10 * fbm(s / 2.5, a, 2, 766)
    for t in (-0.76, 0.76, -3.1, -4.6):
        w = np.abs(a - t - wob)
        k = smooth(-14, -2, s) if t > -2 else 0.75
        col = mixc(col, rgb('#566e86'), smooth(0.24, 0.17, w) * 0.7 * k)
        col = mixc(col, rgb('#c9d4da'), smooth(0.20, 0.24, w) * smooth(0.36, 0.28, w) * 0.6 * k)
    col = mixc(col, rgb('#223345'), smooth(800, 1040, YY) * 0.8)
    c.over(col, on)
    return on, s, a


def main():
    sc = Scene('cabbages')
    c = sc.layer()
    sky(c)
    m = landscape(hgt, CAM, HOR, F, 44, 4200, 1200, None, LIGHT, ss=SS, nearest=True)
    # the river first: everything below the horizon that nothing else covers
    z = (CAM - BED) * F / np.maximum(YY - HOR, 0.6)
    x = (XX - 960) * z / F
    wet = (z < shore(x) + 1.5).astype(float) * (YY > HOR + 20)
    base = ramp([(0, '#c9d3d3'), (0.5, '#9db2bf'), (1, '#6d8aa1')], smooth(480, 640, YY))
    icy = ice(
        wet,
        CAM - BED,
        HOR,
        F,
        base,
        ('#e0e4e0', '#c6d2d8'),
        ('#8ea6b4', '#5d7c96'),
        '#e3e7e4',
        0.16,
        771,
        0.02,
        (2, 9),
    )
    # a dark lead where the current keeps it open
    mid = 52 + 0.27 * x + 3 * np.sin(x / 16 + 1) + 1.4 * np.sin(x / 6)
    lead = smooth(
        3.4, 2.7, np.abs(z - mid) + 2.4 * fbm(x / 9, z / 7, 3, 773) + 1.4 * np.sin(x / 26 - 0.6)
    )
    water = mixc(rgb('#3d5a72'), rgb('#a9b9bd'), smooth(0.05, 0.25, fbm(x / 5, z / 0.9, 3, 775)))
    icy = mixc(
        icy,
        rgb('#eef0ea'),
        smooth(
            4.4, 3.5, np.abs(z - mid) + 2.4 * fbm(x / 9, z / 7, 3, 773) + 1.4 * np.sin(x / 26 - 0.6)
        )
        * 0.7,
    )
    icy = mixc(icy, water, lead * 0.95)
    c.over(icy, smooth(HOR + 30, HOR + 34, YY))
    land = sc.layer()
    paint(land, m)
    # ---- the town
    r = random.Random(18)
    smokes, o = [], []
    for xx, zz, w, st_ in (
        (-64, 190, 26, 5),
        (-24, 215, 30, 5),
        (34, 205, 22, 4),
        (72, 185, 26, 5),
        (108, 200, 24, 4),
    ):
        o.append((zz, block(xx, zz, w, st_, r)))
    for zz in (150, 128, 110, 95, 83):
        xx = -0.84 * zz + r.uniform(-6, 0)
        while xx < 0.84 * zz * 1.3:
            w = r.uniform(8, 17)
            zr = zz + 0.3 * (xx + w / 2) * 0.9 + r.uniform(-1.5, 1.5)
            o.append((zr, cottage(xx, zr, w, r, smokes)))
            xx += w + r.uniform(1.5, 6.5)
        for _ in range(9):
            px = r.uniform(-0.8, 0.8) * zz
            zr = zz + 0.27 * px - 3
            X, Y = V(px, ground(px, zr), zr)
            h = r.uniform(5, 9) * V.k(zz)
            col = tone('#3f5160', zz)
            d = ''.join(
                f'M{X-.4:.1f},{Y-h*.25:.1f}L{X+h*a*.5:.1f},{Y-h*b:.1f}l1,.4z'
                for a, b in ((-0.22, 0.72), (0.2, 0.78), (-0.12, 0.95), (0.1, 1.0), (0.02, 1.08))
            )
            o.append(
                (
                    zr,
                    f'<path d="M{X-.9:.1f},{Y:.1f}L{X-.3:.1f},{Y-h:.1f}h.6L{X+.9:.1f},{Y:.1f}z{d}" fill="{col}" stroke="{col}" stroke-width=".7"/>',
                )
            )
    for x0, x1, zz in ((-23, -15.5, 74), (-13, -6.4, 75.5), (2.4, 9.2, 74.5), (15, 24, 75)):
        zz += 0.3 * (x0 + x1) / 2 - 1
        o.append((zz, washing(x0, x1, zz, r)))
    o.append((71.5 + 0.3 * 11.6, cyclist(11.6, 71.5 + 0.3 * 11.6)))
    o.sort(key=lambda p: -p[0])
    town = ''.join(b for _, b in o)
    fume = ''.join(plume(X, Y, k, zz, r) for X, Y, k, zz in smokes if r.random() < 0.62)
    tw = sc.layer()
    DEF = (
        '<linearGradient id="smk" x1="0" y1="1" x2="0" y2="0"><stop offset="0" stop-color="#eef0ec"/><stop offset=".45" stop-color="#e6e4dc" stop-opacity=".75"/><stop offset="1" stop-color="#efe3d2" stop-opacity="0"/></linearGradient>'
        '<filter id="soft" x="-.5" y="-.3" width="2" height="1.6"><feTurbulence type="fractalNoise" baseFrequency=".03 .05" numOctaves="3" seed="4" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="14" xChannelSelector="R" yChannelSelector="G"/><feGaussianBlur stdDeviation="1.3"/></filter>'
        '<filter id="b6" x="-.2" y="-.6" width="1.4" height="2.2"><feGaussianBlur stdDeviation="6"/></filter>'
    )
    tw.put(svg(town + fume, DEF))
    tw.over(
        rgb('#d3d8d5'),
        smooth(-0.4, 0.5, fbm(XX / 420, YY / 30, 4, 200))
        * 0.34
        * np.exp(-(((YY - 428) / 22) ** 2)),
    )
    # ---- our bank: the road, the truck, the two
    sc.part('road', 0.3)
    rd = sc.layer()
    on, s, a = road(rd)
    rr = random.Random(5)
    kerb = ''
    for xx in np.arange(-19, 21, 2.0):
        z0, z1 = kerb_at(xx), kerb_at(xx + 1.9)
        col = hexmix('#5b7080', '#6c8191', rr.random())
        h = rr.uniform(-0.05, 0.06)
        kerb += V.poly(
            [(xx, -0.3, z0), (xx + 1.9, -0.3, z1), (xx + 1.9, 0.42, z1), (xx, 0.42, z0)], col
        )
        kerb += V.poly(
            [
                (xx - 0.03, 0.36, z0),
                (xx + 1.95, 0.36, z1),
                (xx + 1.95, 0.55 + h, z1),
                (xx + 1.0, 0.62, (z0 + z1) / 2),
                (xx - 0.03, 0.55, z0),
            ],
            '#cfd9dc',
        )
    rd.put(svg(kerb))
    # the beam: on the road ahead and in the frosty air
    hs, ht = 4.86, -0.62
    ah = s - hs
    aw = np.abs(a - ht - 0.10 * np.maximum(ah, 0))
    beam = (
        smooth(0.0, 1.2, ah)
        * np.exp(-np.maximum(ah, 0) / 5.5)
        * np.exp(-((aw / (0.42 + 0.26 * np.maximum(ah, 0))) ** 2))
    )
    rd.over(rgb('#ffd894'), np.clip(beam * 0.95, 0, 1) * on)
    body = sc.layer()
    fg = V(*T3(-0.98, 0.20, 0))
    kk = V.k(T3(-0.98, 0.20, 0)[2])
    sg = V(*T3(-0.24, -0.30, 0.50))
    ks = V.k(T3(-0.24, -0.30, 0.50)[2])
    hand = lambda p, base, h: ((p[0] - base[0]) / h * 100, (p[1] - base[1]) / h * 100)
    yh, sh = 1.62 * kk, 1.28 * ks
    help_ = hand((sg[0] - 8, sg[1] - sh * 0.44), fg, yh)
    g1 = hand(V(*T3(0.06, -0.55, 1.32)), sg, sh)
    g2 = hand(V(*T3(0.02, 0.25, 1.42)), sg, sh)
    shade = f'<ellipse cx="{fg[0]+6:.1f}" cy="{fg[1]+2:.1f}" rx="36" ry="6" fill="#22364a" opacity=".65"/>'
    sol = figure(
        'child',
        sg[0],
        sg[1],
        sh,
        S_,
        1,
        legs=([(-5.6, -34), (-8.0, -16), (-7.0, 12)], [(5.6, -34), (11.6, -24), (9.6, -9)]),
        arms=(
            [(-12, -72), (-14, -82), (g2[0] * 0.4 - 4, g2[1])],
            [(13, -72), (22, -72), (g1[0] + 3, g1[1] + 4)],
        ),
        tilt=6,
        turn=1.6,
    )
    yun = figure(
        'woman',
        fg[0],
        fg[1],
        yh,
        Y_,
        1,
        legs=([(-5, -38), (-6.2, -21), (-7.4, -5)], [(5, -38), (7.6, -22), (7.4, -6.6)]),
        arms=(None, [(11.4, -79), (22, -70), (help_[0], help_[1])]),
        tilt=3,
        turn=1.4,
    )
    body.put(svg(truck() + shade + sol + yun, DEF))
    lx, ly = V(*T3(hs + 0.06, ht - 0.1, 0.98))
    gl = sc.layer()
    ex, ey = V(*T3(hs + 7, ht, 0.4))
    an = math.atan2(ey - ly, ex - lx)
    u = (XX - lx) * math.cos(an) + (YY - ly) * math.sin(an)
    v = -(XX - lx) * math.sin(an) + (YY - ly) * math.cos(an)
    cone = (
        np.exp(-np.maximum(u, 0) / 150)
        * np.exp(-((v / (5 + 0.20 * np.maximum(u, 0))) ** 2))
        * smooth(-4, 6, u)
        * (0.6 + 0.4 * smooth(-0.3, 0.4, fbm(XX / 60, YY / 22, 3, 671)))
    )
    gl.over(rgb('#ffd894'), np.clip(cone * 0.8, 0, 1))
    d = np.hypot(XX - lx, YY - ly) / 84
    gl.over(rgb('#ffcf86'), np.clip(1 - d, 0, 1) ** 2.2 * 0.8)
    gl.put(svg(f'<ellipse cx="{lx:.1f}" cy="{ly:.1f}" rx="6.5" ry="9" fill="#fff1cf"/>'))
    # exhaust, white in the cold
    ex_ = V(*T3(0.3, -0.95, 0.4))
    puff = ''.join(
        f'<path d="{blob(ex_[0]-26-i*24, ex_[1]+4-i*i*2.2, 18+i*8, 9+i*5, rr, 13)}" fill="#dfe5e6" opacity="{.42-.07*i:.2f}"/>'
        for i in range(5)
    )
    gl.put(svg(f'<g filter="url(#b6)">{puff}</g>', DEF))
    # ---- near: a bare willow on the right, a snow bank
    sc.part('near', 0.85)
    ne = sc.layer()
    rb = random.Random(44)
    base_ = (
        lambda q_: 1002
        - 110 * step(1380, 1960, q_)
        - 40 * step(420, -40, q_)
        + 7 * math.sin(q_ / 66)
    )
    top = [(q_, base_(q_) + rb.uniform(-2, 2)) for q_ in range(-20, 1960, 12)]
    tws, sn = [], []
    branch(1822, 940, -1.5, 350, 40, rb, 6, tws, -0.05, sn)
    branch(1880, 940, -1.74, 250, 22, rb, 5, tws, 0.1, sn)
    ne.put(
        svg(
            f'<path d="{"".join(tws)}" fill="#1d2c3b"/><path d="{"".join(sn)}" fill="#cdd8dc" opacity=".85"/>'
            f'<path d="M-20,1100L{"L".join(f"{p},{b:.1f}" for p, b in top)}L1960,1100z" fill="url(#nb)"/>'
            + reeds(-20, 420, base_, 20, 80, 60, '#1a2836', 0.2, 3, 0.2)
            + reeds(1420, 1960, base_, 24, 90, 80, '#1a2836', -0.12, 4, 0.2),
            '<linearGradient id="nb" gradientUnits="userSpaceOnUse" x1="0" y1="890" x2="0" y2="1080"><stop offset="0" stop-color="#4a627a"/><stop offset=".4" stop-color="#263a4e"/><stop offset="1" stop-color="#162331"/></linearGradient>',
        )
    )
    return sc


if __name__ == '__main__':
    main().pull()
