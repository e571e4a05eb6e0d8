"""A map of East Asia spread on a floor under a lamp, seen from above: a green school ruler lies on it between
the Tumen and Seoul, a thread runs from the Tumen far down to Bangkok and back.  Two pairs of hands, one small;
the end of a red scarf lies across China.  The outlines and heights are those of the maps (see cart.py)."""
import random

import cart
from shapely.geometry import LineString
from still import *

eye = Eye((0.015, 0.62, -0.33), (0.0, 0, 0.105), 1860, 960, 452)
MC = turn(0.0, 0.10, 0.035)  # the sheet lies a little askew
HW, HD = 0.262, 0.186
SCALE_M = 17.6e6  # one metre of map is this many on the ground
PROJ = cart.LAEA(114.5, 27.2, 7000)
M_PX = 7000e3 / 1920 / SCALE_M  # metres of map to one of PROJ's points
LAMP = (0.345, 0.0, 0.175)
TALL = 0.135
FLAME = (
    LAMP[0],
    0.40,
    LAMP[2],
)  # for the shadows the light is taken from higher up, or they would hide the map
D = [
    lantern_defs('l', '#17131c', '#4a3c3c', '#8f8a9a'),
    lg('vig', [(0, ('#120d10', 0)), (0.5, ('#120d10', 0.5)), (1, ('#0e0a0d', 0.95))]),
    lg('sleeveA', [(0, '#3c4258'), (0.5, '#565e78'), (1, '#6d7590')], 0, 0, 1, 0),
    lg('sleeveB', [(0, '#6d6a58'), (0.5, '#8b8870'), (1, '#a5a288')], 0, 0, 1, 0),
]


def uv(lon, lat):
    x, y = PROJ.fwd(np.array(lon, float), np.array(lat, float))
    return (x - PROJ.cx) * M_PX, (PROJ.cy - y) * M_PX


def on_map(u, v, h=0.001):
    x, z = MC(u, v)
    return eye(x, h, z)


def geo(lon, lat, h=0.001):
    u, v = uv(lon, lat)
    return on_map(float(u), float(v), h)


def trail(ls, tol):
    return [(a, b) for a, b in LineString(ls).simplify(tol).coords]


BB = (60, -14, 175, 66)
LAND = [
    trail(l, 0.05)
    for g, _ in cart.ne('ne_10m_land', BB)
    for l in cart.lines(g)
    if LineString(l).length > 2.2
]
BORD = [
    trail(l, 0.05)
    for g, _ in cart.ne('ne_10m_admin_0_boundary_lines_land', BB)
    for l in cart.lines(g)
    if len(l) > 1
]
RIV = []
for g, r in cart.ne('ne_10m_rivers_lake_centerlines', BB):
    if int(r.get('scalerank', 9)) <= 4 or any(
        k in (r.get('name') or '') for k in ('Tumen', 'Yalu', 'Mekong', 'Lancang')
    ):
        RIV += [trail(l, 0.05) for l in cart.lines(g)]


def d_of(l, close=False):
    a = np.array(l, float)
    u, v = uv(a[:, 0], a[:, 1])
    keep = (np.abs(u) < HW * 1.6) & (np.abs(v) < HD * 1.7)
    if not keep.any():
        return ''
    u, v = np.clip(u, -HW * 1.7, HW * 1.7), np.clip(v, -HD * 1.45, HD * 1.8)
    return ('M' + 'L'.join(xy(on_map(p, q)) for p, q in zip(u, v))) + ('z' if close else '')


# ---- the floor
floor = '<rect width="1920" height="1080" fill="#9a7044"/>'
q = random.Random(3)
for i in range(-3, 4):
    for j in range(-3, 5):
        x0, z0 = i * 0.42 + (0.21 if j % 2 else 0), j * 0.30 - 0.1
        f4 = [
            eye(x0, 0, z0),
            eye(x0 + 0.42, 0, z0),
            eye(x0 + 0.42, 0, z0 + 0.30),
            eye(x0, 0, z0 + 0.30),
        ]
        if z0 < -0.2:
            continue
        floor += el(poly(f4), q.choice(['#a87c4a', '#976c40', '#b0844f', '#9f7446']), opacity=0.8)
        floor += st(line([f4[0], f4[1], f4[2]]), '#5c3f24', 2.4, opacity=0.7) + st(
            line([(f4[0][0], f4[0][1] - 2.6), (f4[1][0], f4[1][1] - 2.6)]),
            '#cfa56c',
            1.4,
            opacity=0.5,
        )
# ---- the sheet
corners = [(-HW, -HD), (HW, -HD), (HW, HD), (-HW, HD)]


def edge_pts(a, b, m=12):
    """an edge that has been handled: it waves, and one corner has curled"""
    out = []
    for i in range(m):
        t = i / m
        u, v = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t
        h = 0.0012 + 0.0016 * math.sin(t * 9 + a[0] * 30) ** 2
        out.append(on_map(u, v, h))
    return out


sheet_pts = []
for i in range(4):
    sheet_pts += edge_pts(corners[i], corners[(i + 1) % 4])
sheet_d = poly(sheet_pts)
inner = [(u * 0.945, v * 0.925) for u, v in corners]
inner_d = poly([on_map(u, v) for u, v in inner])
D.append(
    '<clipPath id="neat"><path d="%s"/></clipPath><clipPath id="sheetc"><path d="%s"/></clipPath>'
    % (inner_d, sheet_d)
)
land_d = ''.join(d_of(l, True) for l in LAND)
defs = ''.join(D)
paper = el(sheet_d, '#eadfc2')
sea = (
    '<g clip-path="url(#neat)">'
    + el(inner_d, '#b9cfc9')
    + ''.join(
        st(land_d, c, w, stroke_linejoin='round')
        for c, w in (('#a9c5c3', 30), ('#99bac0', 21), ('#87abb8', 13), ('#7198ab', 6))
    )
    + '</g>'
)
albedo = over(np.zeros((PH, PW, 3), np.float32), sheet(floor, defs))
fx, _, fz = eye.hits(1, 0.0)
albedo = (
    albedo
    * (
        1
        - 0.05 * smooth(-0.5, 0.6, fbm(fx * 6, fz * 9, 5, 12))
        - 0.05 * smooth(0, 0.3, fbm(fx * 60, fz * 50, 3, 14))
    )[..., None]
)
albedo = over(albedo, sheet(paper + sea, defs))
# land by its height, in flat washes; the hand that laid them on did not always keep to the line
mu = (fx - 0.0) * math.cos(0.035) + (fz - 0.10) * math.sin(0.035)
mv = -(fx - 0.0) * math.sin(0.035) + (fz - 0.10) * math.cos(0.035)
lon, lat = PROJ.inv(
    np.clip(mu, -HW * 1.1, HW * 1.1) / M_PX + PROJ.cx,
    PROJ.cy - np.clip(mv, -HD * 1.1, HD * 1.1) / M_PX,
)
z = cart.relief(lon, lat, 2.4, 1)
wob = 1 + 0.20 * fbm(mu * 30, mv * 30, 3, 31)
zz = np.maximum(z, 0) * wob
land = np.zeros((PH, PW, 3)) + rgb('#c9d0a0')
for h, c in (
    (170, '#dbd6a4'),
    (620, '#e6cd98'),
    (1500, '#dcb183'),
    (3000, '#c9977a'),
    (4700, '#e3cdbb'),
):
    land = mixc(land, rgb(c), smooth(h * 0.93, h * 1.07, zz))
hs = (
    cart.hillshade(
        gaussian_filter(np.maximum(z, 0), 2.0 * SCALE), SCALE_M / (2460 * SCALE), 5.0, 45
    )
    - 0.67
)
land = land * (1 + 0.20 * np.clip(hs, -0.5, 0.4))[..., None]
land = land * (1 + 0.05 * fbm(mu * 60, mv * 60, 3, 33))[..., None]
lm = mask('<g clip-path="url(#neat)">' + el(land_d, '#fff', fill_rule='evenodd') + '</g>', defs)
albedo = mixc(albedo, land, lm)
ink_ = '<g clip-path="url(#neat)">'
for lo in range(60, 175, 10):
    ink_ += st(
        'M' + 'L'.join(xy(geo(lo, la)) for la in range(-6, 64, 3)), '#4a5a68', 1.1, opacity=0.4
    )
for la in range(-10, 64, 10):
    ink_ += st(
        'M' + 'L'.join(xy(geo(lo, la)) for lo in range(62, 172, 3)), '#4a5a68', 1.1, opacity=0.4
    )
ink_ += st(''.join(d_of(l) for l in RIV), '#6d93a8', 1.7, opacity=0.9, stroke_linejoin='round')
ink_ += st(land_d, '#3f4a58', 1.7, opacity=0.9, stroke_linejoin='round')
bd = ''.join(d_of(l) for l in BORD)
ink_ += st(bd, '#b0685a', 4.6, opacity=0.22) + st(
    bd, '#4d4048', 1.7, stroke_dasharray='8 3 2 3', opacity=0.9
)
# names, as strokes too small to read, letter-spaced over each land and sea
for lo, la, wlon, cnt, w in (
    (104, 35, 17, 5, 3.2),
    (103.5, 46.8, 11, 8, 2.6),
    (126.9, 40.3, 0.1, 0, 2),
    (138.2, 36.4, 3, 4, 2),
    (96, 22, 3, 5, 2),
    (101, 16.4, 3, 6, 2),
    (125, 56, 20, 6, 3),
    (79, 22, 8, 5, 2.6),
    (134.5, 40.2, 5, 6, 2.0),
    (123.4, 36.2, 2.8, 5, 1.8),
    (114.5, 15.6, 6, 7, 2.2),
    (134, 22, 16, 9, 2.6),
):
    for i in range(cnt):
        lo_ = lo + wlon * (i / max(1, cnt - 1) - 0.5)
        a, b = geo(lo_, la), geo(lo_ + 0.42 + 0.3 * (i % 3 == 1), la)
        ink_ += st(line([a, b]), '#3a4250', w * 1.5, opacity=0.6)
q = random.Random(8)
for lo, la in (
    (116.4, 39.9),
    (121.5, 31.2),
    (113.3, 23.1),
    (104, 30.7),
    (108.9, 34.3),
    (123.4, 41.8),
    (126.6, 45.8),
    (106.9, 47.9),
    (139.7, 35.7),
    (135.5, 34.7),
    (130.4, 33.6),
    (105.8, 21),
    (102.6, 18),
    (96.1, 16.8),
    (106.7, 10.8),
    (121, 14.6),
    (102.7, 25),
    (127, 37.55),
    (125.75, 39),
    (129.75, 42.44),
    (100.5, 13.75),
    (114.3, 30.6),
    (87.6, 43.8),
    (91.1, 29.7),
    (131.9, 43.1),
):
    a = geo(lo, la)
    ink_ += ell(a[0], a[1], 3.4, 2.8, '#f4ead0', stroke='#3a3038', stroke_width=1.5)
    x = a[0] + 8
    for _ in range(q.randint(3, 5)):
        s_ = q.uniform(4, 8)
        ink_ += st('M%s h%s' % (xy((x, a[1] - 5)), n(s_)), '#3a3038', 1.5, opacity=0.75)
        x += s_ + 2
ink_ += '</g>'
# the frame of the map, black and white by degrees; a compass in the empty ocean
for a, b in zip(inner, inner[1:] + inner[:1]):
    p = [on_map(a[0] + (b[0] - a[0]) * i / 24, a[1] + (b[1] - a[1]) * i / 24) for i in range(25)]
    ink_ += st(line(p), '#4a4048', 6.4) + ''.join(
        st(line(p[i : i + 2]), '#efe6cc', 3.4) for i in range(0, 24, 2)
    )
o2 = [(u * 0.968, v * 0.957) for u, v in corners]
ink_ += st(poly([on_map(u, v) for u, v in o2]), '#6a5c58', 1.5, opacity=0.8)
rose = (0.196, 0.088)
for i in range(16):
    a = i * math.pi / 8
    r1 = 0.026 if i % 4 == 0 else (0.018 if i % 2 == 0 else 0.011)
    t = on_map(rose[0] + r1 * math.sin(a), rose[1] + r1 * math.cos(a))
    l_ = on_map(rose[0] + 0.0045 * math.sin(a - 0.4), rose[1] + 0.0045 * math.cos(a - 0.4))
    r_ = on_map(rose[0] + 0.0045 * math.sin(a + 0.4), rose[1] + 0.0045 * math.cos(a + 0.4))
    c_ = on_map(*rose)
    ink_ += (
        el(poly([t, l_, c_]), '#3f4a58')
        + el(poly([t, c_, r_]), '#e6dcc0')
        + st(poly([t, l_, c_, r_]), '#3f4a58', 1)
    )
rr_ = [
    on_map(rose[0] + 0.0145 * math.cos(t), rose[1] + 0.0145 * math.sin(t))
    for t in np.linspace(0, 6.283, 40)
]
ink_ += st(poly(rr_), '#3f4a58', 1.2, opacity=0.7)
albedo = over(albedo, sheet(ink_, defs))
# folds: eight panels, each turned a little otherwise to the light
fold = ''
us = [-HW, -HW / 2, 0, HW / 2, HW]
for i in range(4):
    for j in range(2):
        p = [
            on_map(us[i], -HD + j * HD),
            on_map(us[i + 1], -HD + j * HD),
            on_map(us[i + 1], j * HD),
            on_map(us[i], j * HD),
        ]
        fold += el(
            poly(p), '#2a2230' if (i + j) % 2 else '#fff4d8', opacity=0.09 if (i + j) % 2 else 0.10
        )
for i in (1, 2, 3):
    a, b = on_map(us[i], -HD), on_map(us[i], HD)
    sg = 1 if i % 2 else -1
    fold += st(line([a, b]), '#7d6a54', 2.6, opacity=0.65) + st(
        line([(a[0] + 3 * sg, a[1]), (b[0] + 3 * sg, b[1])]), '#fff8e4', 2.4, opacity=0.75
    )
a, b = on_map(-HW, 0), on_map(HW, 0)
fold += st(line([a, b]), '#7d6a54', 2.4, opacity=0.6) + st(
    line([(a[0], a[1] + 3), (b[0], b[1] + 3)]), '#fff8e4', 2, opacity=0.65
)
for i in (1, 2, 3):
    c_ = on_map(us[i], 0)
    fold += ell(c_[0], c_[1], 5, 4, '#8a7660', opacity=0.9)
albedo = over(albedo, sheet('<g clip-path="url(#sheetc)">' + fold + '</g>', defs))
# ---- the ruler: its nought at the Tumen, past Seoul into the Yellow Sea
A_, B_ = uv(129.75, 42.44), uv(127.0, 37.55)
A_, B_ = (float(A_[0]), float(A_[1])), (float(B_[0]), float(B_[1]))
dl = math.hypot(B_[0] - A_[0], B_[1] - A_[1])
dx, dy = (B_[0] - A_[0]) / dl, (B_[1] - A_[1]) / dl
RW, RL = 0.0185, 0.124


def ru(t, w, h=0.003):
    """a place on the ruler: t metres from its nought, w across (0 is the edge on the two towns)"""
    return on_map(A_[0] + dx * t - dy * w, A_[1] + dy * t + dx * w, h)


rul = el(poly([ru(-0.006, 0), ru(RL, 0), ru(RL, RW), ru(-0.006, RW)]), '#6f9f6a')
rul += el(poly([ru(-0.006, 0), ru(RL, 0), ru(RL, RW * 0.42), ru(-0.006, RW * 0.42)]), '#93bd82')
rul += el(poly([ru(-0.006, RW * 0.86), ru(RL, RW * 0.86), ru(RL, RW), ru(-0.006, RW)]), '#4f7a52')
for i in range(0, 119):
    t = i / 1000
    w = 0.0062 if i % 10 == 0 else (0.0046 if i % 5 == 0 else 0.003)
    rul += st(line([ru(t, 0.0004), ru(t, w)]), '#1f3a2c', 1.5 if i % 10 == 0 else 0.9, opacity=0.9)
    if i % 10 == 0:
        c_ = ru(t + 0.0004, 0.0085)
        rul += st('M%s l3,-1' % xy(c_), '#1f3a2c', 2.4, opacity=0.75)
rul += ell(*ru(0.1215, RW * 0.6), 4.4, 3.4, '#d9cfae') + st(
    line([ru(-0.006, 0), ru(RL, 0)]), '#d9efc0', 1.8, opacity=0.85
)
rul += st(line([ru(-0.006, RW), ru(-0.006, 0)]), '#d9efc0', 1.4, opacity=0.6)
rul_sh = poly(
    [
        eye(
            *thrown(
                (
                    MC(A_[0] + dx * t - dy * w, A_[1] + dy * t + dx * w)[0],
                    0.0035,
                    MC(A_[0] + dx * t - dy * w, A_[1] + dy * t + dx * w)[1],
                ),
                FLAME,
                0.001,
            )
        )
        for t, w in ((-0.006, 0), (RL, 0), (RL, RW), (-0.006, RW))
    ]
)
# ---- the thread
WAY = [
    (129.75, 42.44),
    (127.6, 43.6),
    (124.6, 43.0),
    (121.0, 40.9),
    (116.8, 39.2),
    (113.2, 35.4),
    (111.6, 31.0),
    (107.2, 27.2),
    (103.0, 25.2),
    (101.2, 21.8),
    (102.4, 18.4),
    (100.5, 13.75),
]
BACK_ = [
    (100.5, 13.75),
    (102.6, 11.6),
    (108.4, 14.2),
    (112.0, 19.6),
    (118.2, 23.0),
    (121.0, 29.0),
    (124.6, 32.0),
    (127.0, 37.45),
]


def thread(pts, seed):
    q = random.Random(seed)
    p = [geo(a, b, 0.002) for a, b in pts]
    out = [p[0]]
    for a, b in zip(p, p[1:]):
        m = ((a[0] + b[0]) / 2 + q.uniform(-7, 7), (a[1] + b[1]) / 2 + q.uniform(-5, 5))
        out += [m, b]
    return soft(out, False, 0.5)


th = thread(WAY, 2) + thread(BACK_, 4)
yarn = st(th, '#2b3058', 5.2, stroke_linecap='round') + st(
    th, '#6d76a8', 1.8, stroke_dasharray='5 4', opacity=0.9
)
yarn_sh = f'<g transform="translate(-7,4)">{st(th, "#fff", 5.5)}</g>'
# ---- the scarf: it hangs from the one who leans over, and its end has come to lie on China
SC = [
    (-0.225, -0.30, 0.09),
    (-0.214, -0.20, 0.05),
    (-0.200, -0.125, 0.020),
    (-0.176, -0.060, 0.009),
    (-0.142, -0.004, 0.011),
    (-0.106, 0.044, 0.006),
    (-0.078, 0.088, 0.010),
    (-0.062, 0.128, 0.005),
]
SW = [0.030, 0.029, 0.027, 0.026, 0.025, 0.027, 0.026, 0.030]


def ribbon(lo, hi, inset=0.0):
    """the strip of the scarf between lo and hi, -1 its left edge, 1 its right"""
    L, Rr = [], []
    for i, ((x, z, h), w) in enumerate(zip(SC, SW)):
        a, b = SC[max(0, i - 1)], SC[min(len(SC) - 1, i + 1)]
        tx, tz = b[0] - a[0], b[1] - a[1]
        m = math.hypot(tx, tz)
        nx, nz = tz / m, -tx / m
        for s_, out in ((lo, L), (hi, Rr)):
            ww = w * s_ * (1 + 0.06 * math.sin(i * 2.1 + s_ * 3))
            out.append((x + nx * ww, h * (1 + 0.25 * math.sin(i * 1.7 + s_ * 2)), z + nz * ww))
    return L, Rr


def rib(lo, hi, fill, m=lambda p: eye(*p), **k):
    L, Rr = ribbon(lo, hi)
    return el(soft([m(p) for p in L] + [m(p) for p in Rr[::-1]], t=0.42), fill, **k)


scarf = rib(-1, 1, '#8d3f3a')
for lo, hi, c, o_ in (
    (-1, -0.72, '#5d2a2c', 0.8),
    (-0.42, -0.16, '#5d2a2c', 0.75),
    (0.22, 0.40, '#5d2a2c', 0.7),
    (0.46, 0.70, '#a9574a', 0.8),
    (-0.66, -0.46, '#a9574a', 0.65),
    (-0.10, 0.10, '#a04e43', 0.7),
    (0.86, 1.0, '#a9574a', 0.8),
):
    scarf += rib(lo, hi, c, opacity=o_)
q = random.Random(12)
L, Rr = ribbon(-1, 1)
ex, ez = SC[-1][0] - SC[-2][0], SC[-1][1] - SC[-2][1]
fringe = ''
for i in range(17):
    t = (i + 0.5) / 17
    p = [L[-1][k] + (Rr[-1][k] - L[-1][k]) * t for k in range(3)]
    ln = q.uniform(0.30, 0.44)
    p2 = (
        p[0] + ex * ln + q.uniform(-0.003, 0.003),
        0.002,
        p[2] + ez * ln + q.uniform(-0.003, 0.003),
    )
    pm = ((p[0] + p2[0]) / 2 + q.uniform(-0.003, 0.003), 0.003, (p[2] + p2[2]) / 2)
    fringe += st(
        soft([eye(*p), eye(*pm), eye(*p2)], False),
        q.choice(['#8d3f3a', '#7a3531', '#9c4a41']),
        3,
        stroke_linecap='round',
    )
scarf = fringe + scarf
for t in (0.30, 0.62):  # two creases across
    i = t * (len(SC) - 1)
    k = int(i)
    a, b = L[k], Rr[k]
    m_ = [(a[j] + b[j]) / 2 for j in range(3)]
    scarf += st(
        soft([eye(*a), eye(m_[0], m_[1] + 0.006, m_[2] + 0.006), eye(*b)], False),
        '#4d2226',
        4,
        opacity=0.55,
        filter='url(#b1)',
    )


# ---- hands, from the back; in centimetres, wrist at 0,0, fingers toward +y; a right hand
FLAT = dict(
    palm=[
        (-2.5, -1.2),
        (-2.7, 1.0),
        (-3.7, 3.0),
        (-3.75, 5.0),
        (-3.55, 7.0),
        (-3.4, 8.9),
        (-1.9, 9.9),
        (0.0, 10.0),
        (1.9, 9.5),
        (3.4, 8.4),
        (3.9, 6.6),
        (3.75, 4.4),
        (3.2, 2.2),
        (2.6, 0.4),
        (2.5, -1.2),
    ],
    fingers=[
        ([(-2.9, 2.6), (-5.0, 5.6), (-6.0, 8.1), (-6.4, 9.9)], (1.45, 1.12, 0.98, 0.74)),
        ([(2.95, 7.6), (3.9, 11.0), (4.3, 12.7), (4.5, 14.0)], (0.92, 0.76, 0.68, 0.56)),
        ([(1.35, 8.8), (1.9, 13.0), (2.15, 15.2), (2.25, 16.7)], (0.98, 0.86, 0.76, 0.62)),
        ([(-0.6, 9.1), (-0.55, 13.6), (-0.5, 15.9), (-0.45, 17.5)], (1.0, 0.90, 0.80, 0.65)),
        ([(-2.5, 8.6), (-3.0, 12.6), (-3.2, 14.7), (-3.25, 16.2)], (0.98, 0.88, 0.78, 0.64)),
    ],
    lift=lambda y: 0.9 + 2.6 * max(0.0, 1 - abs(y - 6.0) / 12.0),
    order=(0, 1, 2, 3, 4),
)
PINCH = dict(
    palm=[
        (-2.5, -1.2),
        (-2.7, 1.0),
        (-3.6, 3.0),
        (-3.7, 5.0),
        (-3.6, 7.0),
        (-3.5, 8.7),
        (-2.0, 9.8),
        (-0.2, 9.9),
        (1.7, 9.3),
        (3.2, 8.2),
        (3.8, 6.4),
        (3.6, 4.2),
        (3.1, 2.2),
        (2.6, 0.4),
        (2.5, -1.2),
    ],
    fingers=[
        ([(-2.8, 2.8), (-4.9, 6.2), (-5.4, 9.6), (-4.75, 12.4)], (1.4, 1.12, 1.0, 0.76)),
        ([(2.8, 7.6), (3.5, 10.1), (3.2, 11.6), (2.7, 12.2)], (0.92, 0.80, 0.72, 0.6)),
        ([(1.25, 8.6), (1.5, 11.9), (1.0, 13.3), (0.5, 13.8)], (0.98, 0.90, 0.80, 0.66)),
        ([(-0.6, 8.9), (-0.9, 12.7), (-1.7, 14.1), (-2.3, 14.4)], (1.0, 0.94, 0.84, 0.68)),
        ([(-2.5, 8.5), (-3.3, 12.0), (-4.1, 13.5), (-4.5, 14.2)], (0.98, 0.90, 0.80, 0.66)),
    ],
    lift=lambda y: 1.2 + 3.6 * max(0.0, 1 - abs(y - 7.0) / 9.5),
    order=(0, 1, 2, 3, 4),
)


def tube(pts, rad):
    """a finger's outline: left side up, round the tip, right side down"""
    # smooth the middle line
    P = []
    for i in range(len(pts) - 1):
        for t in (0, 0.34, 0.67):
            P.append(
                (
                    pts[i][0] + (pts[i + 1][0] - pts[i][0]) * t,
                    pts[i][1] + (pts[i + 1][1] - pts[i][1]) * t,
                    rad[i] + (rad[i + 1] - rad[i]) * t - (0.05 * rad[i] if t else 0),
                )
            )
    P.append((*pts[-1], rad[-1]))
    for _ in range(2):
        P = (
            [P[0]]
            + [
                tuple((P[i - 1][k] + 2 * P[i][k] + P[i + 1][k]) / 4 for k in range(3))
                for i in range(1, len(P) - 1)
            ]
            + [P[-1]]
        )
    L_, R_ = [], []
    for i, (x, y, r) in enumerate(P):
        a, b = P[max(0, i - 1)], P[min(len(P) - 1, i + 1)]
        tx, ty = b[0] - a[0], b[1] - a[1]
        m = math.hypot(tx, ty) or 1
        nx, ny = -ty / m, tx / m
        L_.append((x + nx * r, y + ny * r))
        R_.append((x - nx * r, y - ny * r))
    a, b = P[-2], P[-1]
    m = math.hypot(b[0] - a[0], b[1] - a[1]) or 1
    ux, uy = (b[0] - a[0]) / m, (b[1] - a[1]) / m
    r = P[-1][2]
    tip = [
        (b[0] + ux * r * c - uy * r * s, b[1] + uy * r * c + ux * r * s)
        for c, s in ((0.62, 0.72), (0.95, 0.0), (0.62, -0.72))
    ]
    return L_, tip, R_[::-1], P, (ux, uy)


def hand(kind, place, size, flip, skin, fat=1.0, flat=None, extra=0.0):
    """flat: a function world -> picture, to draw only its shape there (for the shadow)"""
    dk, md, lt, line_ = skin

    def m(p, h=0.0):
        x, z = place(flip * p[0] * size / 100, p[1] * size / 100)
        y = (kind['lift'](p[1]) + h) * size / 100 + extra
        return flat((x, y, z)) if flat else eye(x, y, z)

    o = ''
    k = 1860 / 0.75 * size / 100  # picture points a centimetre of this hand
    worn = 1 if fat == 1 else 0.45  # a child's skin has fewer lines
    palm = el(soft([m(p) for p in kind['palm']], t=0.5), md)
    if flat:
        o = palm
        for pts, rad in kind['fingers']:
            a, t, b, _, _ = tube(pts, [r * fat for r in rad])
            o += el(soft([m(p) for p in a + t + b], t=0.5), md)
        return o
    for i in kind['order']:
        pts, rad = kind['fingers'][i]
        rad = [r * fat for r in rad]
        a, t, b, P, (ux, uy) = tube(pts, rad)
        ring = [m(p) for p in a + t + b]
        o += el(soft(ring, t=0.5), md, stroke=line_, stroke_width=n(0.16 * k), stroke_opacity=0.7)
        # the light comes from the upper right: the side away from it is dark
        s_ = [
            ((P[j][0] * 0.55 + q_[0] * 0.45), (P[j][1] * 0.55 + q_[1] * 0.45))
            for j, q_ in enumerate(a if flip > 0 else b[::-1])
        ]
        outer = a if flip > 0 else b[::-1]
        o += el(soft([m(p) for p in outer + t[1:2] + s_[::-1]], t=0.45), dk, opacity=0.75)
        inner_ = b[::-1] if flip > 0 else a
        s2 = [
            ((P[j][0] * 0.35 + q_[0] * 0.65), (P[j][1] * 0.35 + q_[1] * 0.65))
            for j, q_ in enumerate(inner_)
        ]
        o += el(soft([m(p) for p in inner_[2:-1] + s2[2:-1][::-1]], t=0.45), lt, opacity=0.75)
        # joints
        for j, w in ((1, 0.75), (2, 0.6)):
            jx, jy = pts[j]
            ax, ay = pts[j + 1][0] - pts[j - 1][0], pts[j + 1][1] - pts[j - 1][1]
            mm = math.hypot(ax, ay)
            tx, ty = ax / mm, ay / mm
            r = rad[j] * w
            for d_ in (-0.28, 0.0, 0.26):
                if j == 2 and d_:
                    continue
                cx_, cy_ = jx + tx * d_, jy + ty * d_
                o += st(
                    soft(
                        [
                            m((cx_ - ty * r, cy_ + tx * r)),
                            m((cx_ + tx * 0.14, cy_ + ty * 0.14)),
                            m((cx_ + ty * r, cy_ - tx * r)),
                        ],
                        False,
                    ),
                    line_,
                    n(0.10 * k),
                    opacity=n(0.55 * worn),
                )
        # nail
        if kind is FLAT or i in (0, 4):
            bx, by = pts[-1]
            r = rad[-1]
            nl = [
                (bx - uy * r * s + ux * r * c, by + ux * r * s + uy * r * c)
                for c, s in (
                    (-0.75, 0.52),
                    (0.2, 0.62),
                    (0.72, 0.30),
                    (0.72, -0.30),
                    (0.2, -0.62),
                    (-0.75, -0.52),
                    (-0.95, 0),
                )
            ]
            o += el(
                soft([m(p, 0.05) for p in nl], t=0.5),
                lt,
                stroke=line_,
                stroke_width=n(0.07 * k),
                stroke_opacity=0.6,
            )
            o += st(soft([m(p, 0.05) for p in nl[2:4]], False), '#fff2dc', n(0.12 * k), opacity=0.7)
    o += palm
    # roots of the fingers and the back of the hand
    dark_side = [
        (-2.5, -1.2),
        (-2.7, 1.0),
        (-3.7, 3.0),
        (-3.7, 5.0),
        (-3.55, 7.0),
        (-3.4, 8.6),
        (-2.6, 8.0),
        (-2.5, 5.6),
        (-2.2, 3.0),
        (-1.4, 1.0),
        (-1.2, -1.2),
    ]
    lite_side = [
        (2.6, 0.2),
        (3.2, 2.2),
        (3.7, 4.4),
        (3.8, 6.6),
        (3.3, 8.2),
        (2.5, 7.6),
        (2.6, 5.2),
        (2.2, 2.8),
        (1.8, 0.4),
    ]
    if flip < 0:
        o += el(soft([m(p) for p in dark_side], t=0.5), lt, opacity=0.6) + el(
            soft([m(p) for p in lite_side], t=0.5), dk, opacity=0.6
        )
    else:
        o += el(soft([m(p) for p in dark_side], t=0.5), dk, opacity=0.7) + el(
            soft([m(p) for p in lite_side], t=0.5), lt, opacity=0.65
        )
    for (x0, y0), (x1, y1) in (
        ((-2.3, 7.6), (-1.0, 3.0)),
        ((-0.5, 8.0), (-0.2, 3.2)),
        ((1.3, 7.6), (0.6, 3.2)),
        ((2.6, 6.8), (1.2, 3.0)),
    ):
        o += st(
            soft([m((x0, y0)), m(((x0 + x1) / 2 + 0.08, (y0 + y1) / 2)), m((x1, y1))], False),
            dk,
            n(0.26 * k),
            opacity=n(0.35 * worn),
            filter='url(#b2)',
        )
    for x0, y0 in ((-2.45, 8.5), (-0.55, 9.0), (1.3, 8.6), (2.85, 7.5)):
        c_ = m((x0, y0))
        o += ell(c_[0], c_[1], 0.72 * k, 0.46 * k, lt, opacity=0.55, filter='url(#b2)')
        o += st(
            soft([m((x0 - 0.5, y0 - 0.15)), m((x0, y0 + 0.12)), m((x0 + 0.5, y0 - 0.15))], False),
            line_,
            n(0.10 * k),
            opacity=n(0.4 * worn),
        )
    for x0 in (-1.65, 0.4, 2.15):  # the clefts
        y0 = 9.6 - 0.22 * abs(x0 - 0.2)
        o += st(
            soft([m((x0, y0 + 0.9)), m((x0 + 0.02, y0 - 0.2))], False),
            line_,
            n(0.2 * k),
            opacity=0.55,
            stroke_linecap='round',
        )
    return o


def sleeve(
    place,
    size,
    flip,
    fill,
    dk,
    lt,
    y0=0.04,
    y1=0.13,
    wide=(3.5, 4.7),
    length=44,
    seed=1,
    flat=None,
    cuff=True,
):
    def m(p):
        x, z = place(flip * p[0] * size / 100, p[1] * size / 100)
        t = min(1, max(0, -p[1] / length))
        y = y0 + (y1 - y0) * t
        return flat((x, y, z)) if flat else eye(x, y, z)

    a, b = wide
    ys = [-0.4] + [-length * t for t in (0.06, 0.12, 0.2, 0.3, 0.42, 0.55, 0.7, 0.85, 1)]
    wave = random.Random(seed + 7)
    ws = [(a + (b - a) * min(1, -y / 16)) * (1 + wave.uniform(0.0, 0.07) * (y < -1)) for y in ys]
    part = lambda f: [(f * w, y) for w, y in zip(ws, ys)]
    out = part(-1) + part(1)[::-1] + [(0, 0.5)]
    o = el(soft([m(p) for p in out], t=0.3), fill)
    if flat:
        return o
    cid = 's%d' % (seed + 500)
    o += '<clipPath id="%s"><path d="%s"/></clipPath><g clip-path="url(#%s)">' % (
        cid,
        soft([m(p) for p in out], t=0.3),
        cid,
    )
    k = 1860 / 0.75 * size / 100
    sd = -1 if flip > 0 else 1
    o += el(soft([m(p) for p in part(sd * 1.1) + part(sd * 0.42)[::-1]], t=0.3), dk, opacity=0.75)
    o += el(soft([m(p) for p in part(-sd * 1.1) + part(-sd * 0.72)[::-1]], t=0.3), lt, opacity=0.6)
    q = random.Random(seed)
    y_ = -2.6
    while y_ > -30:  # folds, from one seam or the other
        s_ = q.choice((-1, 1))
        r_ = q.uniform(0.1, 1.1)
        fold_ = [
            m((s_ * a * 0.98, y_)),
            m((s_ * a * 0.4, y_ - q.uniform(0.4, 1.3))),
            m((-s_ * a * (r_ - 0.5), y_ - q.uniform(0.2, 1.8))),
        ]
        o += st(
            soft(fold_, False),
            dk,
            n(q.uniform(0.22, 0.42) * k),
            opacity=0.6,
            stroke_linecap='round',
            filter='url(#b1)',
        )
        o += st(
            soft([(x - 2, y - 0.32 * k) for x, y in fold_], False),
            lt,
            n(0.16 * k),
            opacity=0.35,
            stroke_linecap='round',
            filter='url(#b1)',
        )
        y_ -= q.uniform(1.6, 3.6)
    o += '</g>'
    if cuff:
        o += st(
            soft([m((-a, -1.5)), m((0, -0.7)), m((a, -1.5))], False), dk, n(0.2 * k), opacity=0.7
        )
        o += st(
            soft([m((-a, -0.3)), m((0, 0.6)), m((a, -0.3))], False), lt, n(0.16 * k), opacity=0.7
        )
    return o


WOMAN = ('#8a5d48', '#b98a6a', '#dcb28c', '#4f3026')
CHILD = ('#96664e', '#c79874', '#e8c19a', '#5a382b')
bk = MC(*[float(v) for v in uv(100.5, 13.75)])
tu = MC(*A_)


def placed(tip, local, size, flip, a):
    """the turned place that brings the hand's point `local` (cm) over the world point `tip`"""
    co, si = math.cos(a), math.sin(a)
    u, v = flip * local[0] * size / 100, local[1] * size / 100
    return turn(tip[0] - (u * co - v * si), tip[1] - (u * si + v * co), a)


YR = (
    PINCH,
    placed((bk[0] + 0.002, bk[1] - 0.005), (-4.7, 13.6), 0.70, 1, 0.10),
    0.70,
    1,
    WOMAN,
    1.0,
)
YL = (FLAT, placed((-0.236, 0.045), (-0.45, 17.5), 0.70, -1, -0.22), 0.70, -1, WOMAN, 1.0)
low = MC(A_[0] + dx * 0.108 - dy * 0.009, A_[1] + dy * 0.108 + dx * 0.009)
SL = (FLAT, placed(low, (-0.9, 16.2), 0.54, -1, 0.06), 0.54, -1, CHILD, 1.10)
SR = (
    PINCH,
    placed((tu[0] + 0.004, tu[1] - 0.002), (-4.7, 13.6), 0.54, 1, 0.30),
    0.54,
    1,
    CHILD,
    1.10,
)
SLEEVES = [
    (YR, 'url(#sleeveA)', '#262b40', '#7d86a4', 0.03, 0.16),
    (YL, 'url(#sleeveA)', '#262b40', '#7d86a4', 0.03, 0.16),
    (SL, 'url(#sleeveB)', '#45432f', '#bdb998', 0.022, 0.14),
    (SR, 'url(#sleeveB)', '#45432f', '#bdb998', 0.022, 0.14),
]
people = ''
shadows = ''
thr = lambda p: eye(*thrown(p, FLAME, 0.001))
for h, f_, d_, l_, y0, y1 in SLEEVES:
    shadows += sleeve(
        h[1], h[2], h[3], '#fff', '', '', y0, y1, length=90 if h is SR else 44, flat=thr
    ) + hand(*h, flat=thr)
for h, f_, d_, l_, y0, y1 in (SLEEVES[1], SLEEVES[0], SLEEVES[3], SLEEVES[2]):
    people += hand(*h) + sleeve(
        h[1],
        h[2],
        h[3],
        f_,
        d_,
        l_,
        y0,
        y1,
        length=90 if h is SR else 44,
        seed=int(h[2] * 100) + h[3],
    )
# ---- light
POOL = (LAMP[0] - 0.03, 0.30, LAMP[2])
e = lamplight(POOL, (fx, 0.0, fz), UP, 0.46) * 3.4
sheet_sh = poly([eye(*thrown((MC(u, v)[0], 0.003, MC(u, v)[1]), FLAME, 0.0)) for u, v in corners])
sm = mask(el(sheet_d, '#fff'))
shm = np.maximum(mask(el(sheet_sh, '#fff', filter='url(#b2)')) * (1 - sm), 0)
shm = np.maximum(shm, mask('<g filter="url(#b2)">' + shadows + '</g>', defs) * 0.92)
scs = mask(
    rib(
        -1,
        1,
        '#fff',
        m=lambda p: eye(*thrown((p[0], p[1] * 1.1, p[2]), FLAME, 0.001)),
        filter='url(#b2)',
    )
)
shm = np.maximum(shm, scs * 0.8)
things = sheet(rul, defs)
shm_r = np.maximum(mask(el(rul_sh, '#fff', filter='url(#b1)')), mask(yarn_sh)) * 0.7
rl = np.hypot(fx - LAMP[0], fz - LAMP[2])
own = smooth(0.056, 0.044, rl)  # the lantern stands in its own shade
LIT = [
    (0, '#2c2436'),
    (0.1, '#43313c'),
    (0.24, '#7d5446'),
    (0.42, '#c48a55'),
    (0.62, '#f0ba72'),
    (0.8, '#ffdc9e'),
    (1, '#fff3d6'),
]


def lightened(e_, seed):
    return ramp(LIT, washed(e_, seed, 0.01))


base = albedo * lightened(e * (1 - 0.82 * np.maximum(shm, shm_r)) * (1 - 0.85 * own), 21)
lift = lightened(
    e
    * (
        1
        - 0.75
        * mask(
            '<g filter="url(#b2)">'
            + hand(*SR, flat=thr)
            + sleeve(SR[1], SR[2], SR[3], '#fff', '', '', 0.022, 0.14, length=90, flat=thr)
            + hand(*SL, flat=thr)
            + '</g>',
            defs,
        )
    ),
    22,
)
base = base * (1 - things[..., 3:]) + things[..., :3] * lift * things[..., 3:]
y_ = sheet(yarn, defs)
base = base * (1 - y_[..., 3:]) + y_[..., :3] * lift * y_[..., 3:] * 1.1
s_ = sheet('<g>' + scarf + '</g>', defs)
lw = lightened(lamplight(POOL, (fx, 0.01, fz), UP, 0.46) * 3.4, 23)
base = base * (1 - s_[..., 3:]) + s_[..., :3] * lw * s_[..., 3:] * 0.82
hands_a = sheet('<g>' + people + '</g>', defs)
lh = lightened(lamplight(POOL, (fx, 0.03, fz), UP, 0.46) * 3.6, 24)
base = base * (1 - hands_a[..., 3:]) + np.clip(hands_a[..., :3] * lh, 0, 1) * hands_a[..., 3:]
lx, ly = eye(*LAMP)
k = eye.k(*LAMP)
e_ = eye.tilt(LAMP[0], LAMP[1] + 0.1, LAMP[2])
tail = '<rect x="0" y="720" width="1920" height="360" fill="url(#vig)"/>'
base = over(base, sheet(tail, defs))
# ---- near: the lantern, taller than all else on the floor
near = (
    '<g opacity=".5">'
    + lantern_air('l', lx, ly, TALL * k, e_, 1.5, 0.75)
    + '</g>'
    + lantern('l', lx, ly, TALL * k, e_, '#17131c', '#4a3c3c', 0.4)
    + '<g opacity=".3">'
    + lantern_air('l', lx, ly, TALL * k, e_, 0.8, 0.5)
    + '</g>'
)
front = sheet(near, defs)
press.pull('thread', np.clip(base, 0, 1), [('lantern', 0.12, front)])
