"""The rented room of shelter.py some hours later, from its window, in early grey light: on the low table
three cups, one overturned; a kettle boiled dry on its ring; the quilt thrown back. The doors stand open
on a stairwell whose lamp is still on. Snow has been trodden in. Nobody is there."""
import random

from rays import *

r = Room(
    (-0.22, 1.18, -2.05), (-0.22, 1.18, 3), 1370, cx=960, cy=302, ambient='#37425c', upright=True
)


def stems(p, n, c):
    """The wallpaper of shelter.py: narrow stems, a leaf here and there."""
    u = (p[:, 0] + p[:, 2] + 20 + 0.006 * np.sin(p[:, 1] * 9)) / 0.098
    i = np.floor(u)
    d = np.abs(u - i - 0.5) * 0.098
    c = c * (1 - 0.2 * (1 - smooth(0.0012, 0.003, d)))[:, None]
    v = p[:, 1] / 0.19 + (i % 2) * 0.5
    j = np.floor(v)
    h = np.sin(i * 12.9898 + j * 78.233) * 43758.5453
    h = h - np.floor(h)
    e = np.hypot((u - i - 0.5) * 0.098 / 0.011 - 0.8, (v - j - 0.5) * 0.19 / 0.026)
    return c * (1 - 0.3 * (1 - smooth(0.8, 1.1, e)) * (h > 0.4))[:, None]


def sheets(p, n, c):
    """The floor paper of shelter.py, in oiled sheets."""
    u, v = p[:, 0] / 0.92 + 20, p[:, 2] / 0.72 + 20.3
    i = np.floor(v)
    u = u + 0.5 * (i % 2)
    j = np.floor(u)
    h = np.sin(i * 12.9898 + j * 78.233) * 43758.5453
    h = h - np.floor(h)
    c = c * (0.9 + 0.18 * h)[:, None]
    gap = np.minimum(np.minimum(u - j, 1 - u + j) * 0.92, np.minimum(v - i, 1 - v + i) * 0.72)
    k = 1 - smooth(0.001, 0.005, gap)
    c = c * (1 - 0.35 * k)[:, None]
    return c * (1 - 0.22 * smooth(0.05, 0.4, noise(p, (1.6, 2, 4), 4)))[:, None]


def paint(p, n, c):
    """Stairwells are painted to the shoulder."""
    k = (p[:, 1] + 0.012 * noise(p, 6, 2) < 1.32)[:, None]
    line = (np.abs(p[:, 1] - 1.33) < 0.012)[:, None]
    c = np.where(k, c * rgb('#8fa596'), c)
    return np.where(line, c * 0.6, c) * (1 - 0.25 * smooth(0.1, 0.4, noise(p, 2.2, 4)))[:, None]


floor = r.mat('#c29a68', tex=sheets, cut=0.35)
wall = r.mat('#b3967c', tex=stems, cut=0.3)
hall = r.mat('#b0a08e', tex=worn('#7f766c', 1.6, 0.4), cut=0.3)
stair = r.mat('#e0d8c6', tex=paint, cut=0.35)
stone = r.mat('#9c968c', tex=worn('#6c6864', 2.6, 0.5), cut=0.4)
dark = r.mat('#4a342a', tex=wood((30, 2.5, 30), 0.4), cut=0.6)
door = r.mat('#6d7f86', tex=worn('#4f5e66', 2.5, 0.35), cut=0.5, shine=0.1)
table = r.mat('#7d5134', tex=wood((2.5, 30, 26), 0.35), cut=0.6, shine=0.1)
cup = r.mat('#dcd2c0', shine=0.25, grain=0.04)
tea = r.mat('#5b3a22', grain=0, shine=0.3)
tin = r.mat('#9a9da2', shine=0.5, grain=0.06)
kettle = r.mat('#9a9da2', shine=0.4, grain=0.08)
burnt = r.mat('#26221f', grain=0.2)
enamel = r.mat('#c9c9c0', shine=0.2, grain=0.04)
iron = r.mat('#2c2a2c', shine=0.2)
quilt = r.mat('#6f7796', grain=0.06)
lining = r.mat('#d9c9a8', grain=0.06)
pillow = r.mat('#cfc3ae', grain=0.05)
shade_ = r.mat('#ab9c82', grain=0.05)
paper = r.mat('#e6dcc0', grain=0.04)
bulb = r.mat('#fff3d0', emit='#ffdf9e', grain=0)
curtain = r.mat('#5c463c', grain=0.08, cut=0.6)
snow = r.mat('#d4dae2', grain=0.06)
wood_ = r.mat('#7a5337', tex=wood((30, 3, 30), 0.35), cut=0.6)


def squares(p, n, c):
    """The quilt's stitching."""
    q = p + 0.02 * noise(p, 5, 2)[:, None]
    d = np.minimum(
        np.abs(((q[:, 0] + q[:, 1] * 0.5) / 0.13) % 1 - 0.5),
        np.abs(((q[:, 2] + q[:, 1]) / 0.13) % 1 - 0.5),
    )
    return c * (1 - 0.3 * (1 - smooth(0.015, 0.05, d)))[:, None]


r.mats[quilt].tex = squares
# ---- the room: x -2.2 to 2.3, its window behind us, the doors at Z
X0, X1, Z, H = -2.2, 2.3, 3.0, 2.5
O0, O1, OH = 0.02, 1.72, 2.02
r.flat((X0, -0.1, -2.2), (X1, 0, 4.4), floor)
r.flat((X0 - 0.1, 0, -2.2), (X0, H, Z), wall)
r.flat((X1, 0, -2.2), (X1 + 0.1, H, Z), wall)
r.flat((X0, 0, Z), (O0, H, Z + 0.1), wall)
r.flat((O1, 0, Z), (X1, H, Z + 0.1), wall)
r.flat((O0, OH, Z), (O1, H, Z + 0.1), wall)
r.flat((X0, H, -2.2), (X1, H + 0.1, 4.4), hall, shade=False)
for a, b in ((X0, O0 - 0.06), (O1 + 0.06, X1)):
    r.flat((a, 0, Z - 0.012), (b, 0.09, Z), dark)
r.flat((X0, 0, -2.2), (X0 + 0.012, 0.09, Z), dark)
r.flat((X1 - 0.012, 0, -2.2), (X1, 0.09, Z), dark)
for x in (O0 - 0.06, O1):
    r.flat((x, 0, Z - 0.03), (x + 0.06, OH + 0.06, Z + 0.12), dark)
r.flat((O0 - 0.06, OH, Z - 0.03), (O1 + 0.06, OH + 0.06, Z + 0.12), dark)
# a sliding leaf, pushed back on the right
r.flat((1.30, 0.02, Z + 0.02), (O1 + 0.02, OH, Z + 0.055), dark)
r.solid(iron).rod((1.36, 0.98, Z + 0.018), (1.36, 0.98, Z + 0.012), 0.035)
# ---- the hall, its outer door open
ZE = 4.4
E0, E1, EH = 0.36, 1.20, 2.0
r.flat((-0.9, 0, Z + 0.1), (-0.8, H, ZE), hall)
r.flat((2.2, 0, Z + 0.1), (2.3, H, ZE), hall)
r.flat((X0, 0, ZE), (E0, H, ZE + 0.12), hall)
r.flat((E1, 0, ZE), (X1, H, ZE + 0.12), hall)
r.flat((E0, EH, ZE), (E1, H, ZE + 0.12), hall)
for x in (E0 - 0.05, E1):
    r.flat((x, 0, ZE - 0.03), (x + 0.05, EH + 0.05, ZE + 0.14), door)
r.flat((E0 - 0.05, EH, ZE - 0.03), (E1 + 0.05, EH + 0.05, ZE + 0.14), door)
PV = (E0, 0, ZE - 0.02)
r.flat((E0, 0.012, ZE - 0.06), (E0 + 0.83, EH, ZE - 0.02), door, yaw=104, pivot=PV)
g = r.solid(tin, place=Place(PV, 104))
g.limb((0.77, 0.98, -0.07), (0.66, 0.98, -0.075), 0.013)
g.rod((0.77, 0.98, -0.03), (0.77, 0.98, -0.075), 0.02)
r.flat((E0, 0, ZE - 0.02), (E1, 0.035, ZE + 0.13), stone)
# ---- the stairwell
r.flat((-2, -0.1, ZE + 0.12), (3.2, 0, 5.75), stone)
r.flat((-2, 0, 6.9), (3.5, 3.5, 7), stair)
r.flat((-2, -2, ZE + 0.12), (-0.6, 3.5, 7), stair)
r.flat((2.2, -2, ZE + 0.12), (2.3, 3.5, 7), stair)
for i in range(1, 8):
    r.flat((0.55 - 0.27 * i, -0.1, 5.8), (0.82 - 0.27 * i, 0.075 + 0.17 * i, 6.9), stone)
for x in np.arange(0.35, 2.2, 0.145):
    r.solid(iron).limb((x, 0.0, 5.68), (x, 0.92, 5.68), 0.009)
r.solid(wood_).limb((0.30, 0.94, 5.68), (2.2, 0.94, 5.68), 0.026)
r.solid(iron).limb((0.30, 0.0, 5.68), (0.30, 1.02, 5.68), 0.022)
for i in range(7):
    x = 0.30 - 0.27 * i
    r.solid(iron).limb((x, 0.1 + 0.17 * i, 5.76), (x, 0.95 + 0.17 * i, 5.76), 0.008)
r.solid(wood_).limb((0.3, 0.94, 5.70), (-1.4, 2.02, 5.76), 0.026)
LX, LY, LZ = 0.66, 1.66, 6.62
g = r.solid(iron, shade=False)
g.chain([(LX, LY + 0.16, 6.87), (LX, LY + 0.17, LZ - 0.05), (LX, LY + 0.10, LZ - 0.05)], 0.014)
r.solid(bulb, 0.02, shade=False).egg((LX, LY + 0.02, LZ - 0.05), (0.06, 0.07, 0.06)).limb(
    (LX, LY + 0.05, LZ - 0.05), (LX, LY + 0.1, LZ - 0.05), 0.028
)
r.lamp((LX, LY + 0.05, LZ - 0.22), LANTERN, half=2.2, soft=12, power=0.62)
# early light from the window behind us
r.lamp(
    (0.25, 1.55, -2.0),
    [(0, '#000000'), (0.1, '#1d2431'), (0.3, '#465266'), (0.6, '#7686a0'), (1.0, '#a6b4ca')],
    half=3.3,
    soft=5,
    power=1.05,
    spread=(0.8, 0, 0),
    spread2=(0, 0.6, 0),
    samples=5,
)
# ---- counter, ring, kettle
KX, KY = -0.62, 0.72
r.flat((-1.75, 0, 2.52), (-0.22, KY - 0.03, Z), wood_)
r.flat((-1.78, KY - 0.03, 2.48), (-0.20, KY, Z), enamel)
for a, b in ((-1.70, -1.26), (-1.22, -0.76), (-0.72, -0.27)):
    r.solid(wood_).box(((a + b) / 2, 0.33, 2.515), ((b - a) / 2, 0.30, 0.008), rnd=0.004)
    r.solid(iron).limb((b - 0.06, 0.52, 2.50), (b - 0.06, 0.44, 2.50), 0.008)
g = r.solid(iron)
g.box((KX, KY + 0.04, 2.74), (0.19, 0.035, 0.16), rnd=0.012)
for a in range(4):
    t = a * 1.5708 + 0.78
    g.box(
        (KX + 0.08 * math.cos(t), KY + 0.085, 2.74 + 0.08 * math.sin(t)),
        (0.035, 0.012, 0.007),
        rnd=0.003,
        yaw=-math.degrees(t),
    )
r.solid(tin).rod((KX + 0.12, KY + 0.04, 2.58), (KX + 0.12, KY + 0.04, 2.555), 0.022)
B0 = KY + 0.097
r.mats[kettle].tex = (
    lambda p, n, c: c
    * (0.28 + 0.72 * smooth(B0 + 0.01, B0 + 0.09, p[:, 1] + 0.03 * noise(p, 14, 3)))[:, None]
)
g = r.solid(kettle, 0.02)
g.rod((KX, B0, 2.74), (KX, B0 + 0.15, 2.74), 0.128, 0.088, rnd=0.03)
g.rod((KX, B0 - 0.004, 2.74), (KX, B0 + 0.03, 2.74), 0.131, 0.127, mat=burnt, rnd=0.012, melt=0.004)
g.limb((KX - 0.10, B0 + 0.05, 2.74), (KX - 0.185, B0 + 0.13, 2.73), 0.028, 0.015)
g = r.solid(tin)
g.rod((KX, B0 + 0.148, 2.74), (KX, B0 + 0.168, 2.74), 0.07, 0.05, rnd=0.008)
g.egg((KX, B0 + 0.185, 2.74), 0.016, mat=iron)
r.solid(iron).chain(
    [
        (KX - 0.085, B0 + 0.14, 2.74),
        (KX - 0.075, B0 + 0.235, 2.74),
        (KX, B0 + 0.27, 2.74),
        (KX + 0.075, B0 + 0.235, 2.74),
        (KX + 0.085, B0 + 0.14, 2.74),
    ],
    0.009,
)
for i, (x, q, h) in enumerate(((-1.52, 0.07, 0.18), (-1.30, 0.055, 0.12))):
    g = r.solid(enamel if i else cup)
    g.rod((x, KY, 2.8), (x, KY + h, 2.8), q, rnd=0.02)
# ---- low table, cups, book, the lamp that is out
TX, TZ, TY = -0.66, 1.02, 0.31
TW, TD = 0.52, 0.34
r.solid(table).box((TX, TY - 0.022, TZ), (TW, 0.022, TD), rnd=0.012)
for sx in (1, -1):
    for sz in (1, -1):
        r.solid(table).rod(
            (TX + sx * (TW - 0.10), 0, TZ + sz * (TD - 0.07)),
            (TX + sx * (TW - 0.08), TY - 0.03, TZ + sz * (TD - 0.07)),
            0.02,
            0.032,
            rnd=0.006,
        )


def cup_at(x, z):
    g = r.solid(cup)
    g.rod((x, TY, z), (x, TY + 0.072, z), 0.026, 0.043, rnd=0.005)
    g.rod((x, TY + 0.012, z), (x, TY + 0.09, z), 0.024, 0.042, op=CARVE)
    r.solid(tea).rod((x, TY + 0.03, z), (x, TY + 0.042, z), 0.028)


cup_at(-0.98, 1.20)
cup_at(-0.42, 1.22)
FC = Place((-0.50, TY + 0.042, 0.86), 152)
g = r.solid(cup, place=FC)
g.rod((0, 0, 0), (0, 0.008, 0.072), 0.026, 0.043, rnd=0.005)
g.rod((0, 0.001, 0.012), (0, 0.010, 0.09), 0.024, 0.0425, op=CARVE)
g = r.solid(tea, 0.03)
for x, z, a, b in (
    (-0.44, 0.79, 0.055, 0.03),
    (-0.36, 0.765, 0.05, 0.022),
    (-0.385, 0.735, 0.035, 0.02),
    (-0.30, 0.745, 0.025, 0.012),
):
    g.egg((x, TY - 0.001, z), (a, 0.004, b))
Bk = Place((-0.83, TY, 0.92), 8)
for s in (1, -1):
    g = r.solid(paper, place=Bk)
    g.box((0.082 * s, 0.008, 0), (0.08, 0.006, 0.115), rnd=0.004, roll=4 * s)
q = random.Random(3)
rows = ''
for y in range(26, 220, 17):
    for x0 in (14, 176):
        rows += f'M{x0},{y}h132' if y % 2 == 9 else ''
        x = x0
        while x < x0 + 120 and y < 190:
            rows += f'M{x},{y}q{q.uniform(2, 5):.1f},{q.uniform(-9, 2):.1f} {q.uniform(6, 10):.1f},{q.uniform(-2, 1):.1f}'
            x += q.uniform(9, 17)
r.mats[paper].decal(
    f'<rect width="324" height="230" fill="#e9dfc4"/><path d="{rows}" stroke="#55485a" stroke-width="2.2" fill="none" opacity=".8"/><path d="M162,0V230" stroke="#a8997c" stroke-width="4"/>',
    (324, 230),
    Bk((-0.162, 0.01, 0.115)),
    Bk((0.324, 0, 0)) - Bk((0, 0, 0)),
    Bk((0, 0, -0.23)) - Bk((0, 0, 0)),
    tol=0.03,
)
g = r.solid(wood_)
g.rod((-0.62, TY, 1.24), (-0.62, TY + 0.018, 1.24), 0.062, 0.055)
g.rod((-0.62, TY, 1.24), (-0.62, TY + 0.17, 1.24), 0.009)
r.solid(shade_, folds=0.003, freq=(70, 4, 70)).rod(
    (-0.62, TY + 0.15, 1.24), (-0.62, TY + 0.29, 1.24), 0.125, 0.062, rnd=0.006
)
# ---- the bed on the floor, the quilt thrown back
QX, QZ = 1.02, 1.58
g = r.solid(lining, 0.05, folds=0.008, freq=7)
g.box((QX, 0.045, QZ), (0.62, 0.04, 0.36), rnd=0.035)
g = r.solid(pillow, 0.05, folds=0.006, freq=12)
g.egg((QX - 0.42, 0.12, QZ + 0.04), (0.15, 0.055, 0.20))
g = r.solid(quilt, 0.10, folds=0.016, freq=(8, 8, 8))
g.box((QX + 0.36, 0.12, QZ + 0.02), (0.30, 0.045, 0.40), rnd=0.04)
g.limb((QX + 0.10, 0.15, QZ + 0.30), (QX + 0.02, 0.13, QZ - 0.30), 0.085, 0.07)
g.limb((QX - 0.04, 0.10, QZ - 0.16), (QX - 0.12, 0.08, QZ - 0.42), 0.05, 0.03)
g.limb((QX + 0.2, 0.19, QZ + 0.2), (QX + 0.25, 0.17, QZ - 0.25), 0.07, 0.06)
# ---- snow trodden in: it lies thick at the sill and thins out, and goes both ways
q = random.Random(29)
marks = []


def sole(x, z, a, k, wet):
    """A boot's sole on the floor, in hundredths of metres."""
    t = f'translate({(x + 1.2) * 100:.1f},{(4.4 - z) * 100:.1f}) rotate({a:.0f})'
    o = f'<g transform="{t}"><path d="M-6,-14C-7,-20 6,-21 7,-13C8,-4 4,2 5,9C6,16 -5,17 -6,9C-7,2 -5,-5 -6,-14z" fill="#3c3e48" opacity="{0.22 + 0.2 * k:.2f}" transform="scale(0.98)"/>'
    if wet < 0.75:
        o += f'<path d="M-5,-10C-6,-16 4,-17 5,-11C6,-5 4,-1 3.4,2L-3.4,2C-4,-2 -4.6,-6 -5,-10zM-3.6,5L3.8,5C5,10 4,13 0,13C-4,13 -4.8,10 -3.6,5z" fill="#f2f5fa" opacity="{0.95 - 0.75 * wet:.2f}"/>'
        for _ in range(int(7 * (1 - wet))):
            o += f'<ellipse cx="{q.gauss(0, 5):.1f}" cy="{q.gauss(0, 9):.1f}" rx="{q.uniform(0.6, 2):.1f}" ry="{q.uniform(0.5, 1.4):.1f}" fill="#ffffff" opacity="{0.9 - 0.5 * wet:.2f}"/>'
    return o + '</g>'


def walk(pts, side, w0, w1):
    P = []
    for i in range(len(pts) - 1):
        a, b = np.array(pts[i]), np.array(pts[i + 1])
        for t in np.arange(0, 1, 0.02):
            P.append(a + (b - a) * t)
    last, acc, k = P[0], 0, side
    for i, p in enumerate(P[1:]):
        d = p - last
        acc += np.linalg.norm(d)
        last = p
        if acc > 0.33:
            acc = 0
            dirn = unit(np.array([d[0], 0, d[1]]))
            off = np.array([dirn[2], -dirn[0]]) * 0.10 * k
            a = math.degrees(math.atan2(d[0], d[1]))
            u = i / len(P)
            marks.append(
                sole(
                    p[0] + off[0] + q.uniform(-0.03, 0.03),
                    p[1] + off[1],
                    a + q.uniform(-9, 9) - k * -6,
                    1 - u,
                    w0 + (w1 - w0) * u,
                )
            )
            k = -k


walk([(0.72, 4.36), (0.60, 3.5), (0.25, 2.5), (0.05, 1.75), (-0.02, 1.2)], 1, 0.0, 0.7)
walk([(0.86, 4.36), (0.80, 3.3), (0.66, 2.4), (0.40, 1.75)], -1, 0.05, 0.75)
walk([(0.02, 1.5), (0.42, 2.4), (0.70, 3.4), (0.80, 4.36)], 1, 0.6, 0.2)
walk([(0.95, 4.36), (1.0, 3.4), (0.92, 2.6), (0.80, 2.2)], 1, 0.1, 0.7)
drift = ''.join(
    f'<ellipse cx="{(q.gauss(0.8, 0.22) + 1.2) * 100:.1f}" cy="{abs(q.gauss(0, 16)):.1f}" rx="{q.uniform(1, 6):.1f}" ry="{q.uniform(0.8, 3):.1f}" fill="#e2e7ee" opacity="{q.uniform(0.5, 0.95):.2f}"/>'
    for _ in range(70)
)
r.mats[floor].decal(
    '<rect width="340" height="340" fill="none"/>' + ''.join(marks) + drift,
    (340, 340),
    (-1.2, 0, 4.4),
    (3.4, 0, 0),
    (0, 0, -3.4),
    tol=0.02,
    px=2400,
)
g = r.solid(snow, 0.03, folds=0.012, freq=16)
for _ in range(12):
    x = q.gauss(0.80, 0.2)
    g.egg(
        (x, 0.03, ZE + 0.06 + q.uniform(-0.05, 0.05)),
        (q.uniform(0.04, 0.10), 0.018, q.uniform(0.03, 0.06)),
    )
# ---- near: the window's own curtains, drawn apart
for side, xs in ((1, np.arange(-1.62, -1.02, 0.042)), (-1, np.arange(0.64, 0.92, 0.042))):
    g = r.solid(curtain, 0.012, layer=2, folds=0.006, freq=(12, 2, 12), shade=False)
    for i, x in enumerate(xs):
        z = -0.62 + (0.02 if i % 3 else -0.02)
        g.limb((x, 2.4, z), (x + 0.01 * (i % 3 - 1), -0.3, z + 0.01), 0.034, 0.040)
INK = '#10131f'


def finish(pic, air=1.0):
    lx, ly = r.seen((LX, LY, LZ))
    glow(pic, (lx, ly), 420, 330, '#c07a38', 0.30 * air)
    glow(pic, (lx, ly), 110, 100, '#ffcf86', 0.6 * air)
    shade(pic, INK, 750, 1070, 0.82)
    return pic


if __name__ == '__main__':
    base = finish(r.see([0]))
    near = r.see([2], [2])
    near[..., :3] *= 0.62
    near = finish(near, 0)
    pull('stairwell', [(None, 0, base), ('curtains', 0.55, near)])
