"""A plain room in Kunming at four in the morning, warm rain on the window, seen from near the floor: five
pairs of shoes in a row by the door, the last small and worn through; a kettle, a lamp on the floor. A
girl, from behind, kneels with her ear to the wall; a woman sleeps with a red scarf about her."""
import random

from figures import body, hand
from rays import *

R = random.Random(24)
r = Room((0.26, 0.62, -2.7), (0.26, 0.62, 1), 1480, cx=960, cy=400, ambient='#23393c', upright=True)
wall = r.mat('#a9bfae', tex=worn('#7f9a8e', 1.3, 0.5), cut=0.3)
floor = r.mat('#8f9a8c', cut=0.4, shine=0.05)
door = r.mat('#5d7a6c', tex=worn('#3f5a50', 2.5, 0.4), cut=0.5)
frame = r.mat('#6f8478', cut=0.5)
night = r.mat('#14343a', emit='#0d262c', grain=0)
mat_ = r.mat('#b59a6a', tex=woven(0.012, 0.25), cut=0.5)
quilt = r.mat('#56808a', grain=0.06)
pillow = r.mat('#d8d4c2', grain=0.05)
tin = r.mat('#a3a8a4', shine=0.5, grain=0.05)
black = r.mat('#2b2e30', shine=0.2)
glass = r.mat('#ffe7b0', emit='#ffcf86', grain=0)
scarf = r.mat('#742f2a', tex=knitted(0.016, 0.22), rim=0.4)
skin = r.mat('#c48d6b', grain=0.03, rim=1.0)
hair = r.mat('#33272a', grain=0.25, rim=1.6)
tress = r.mat('#1d1518', grain=0.3, cut=0.8)
navy_band = r.mat('#3a4a66', grain=0)
bag = r.mat('#6a6f58', tex=woven(0.01, 0.2), grain=0.1)
sole = r.mat('#d8d2c0', grain=0.1)
worn_ = r.mat('#2a2422', grain=0)
plug = r.mat('#d8d8cc', grain=0)
SOL = dict(
    coat=r.mat('#b39d6c', rim=1.0),
    legs=r.mat('#5d5f7c', rim=0.8),
    skin=skin,
    hair=hair,
    sole=r.mat('#d8d2c4'),
)


def tiles(p, n, c):
    """A floor of cement tiles."""
    u, v = p[:, 0] / 0.4 + 20.2, p[:, 2] / 0.4 + 20.1
    i, j = np.floor(u), np.floor(v)
    h = np.sin(i * 12.9898 + j * 78.233) * 43758.5453
    h = h - np.floor(h)
    c = c * (0.88 + 0.2 * h)[:, None]
    gap = np.minimum(np.minimum(u - i, 1 - u + i), np.minimum(v - j, 1 - v + j)) * 0.4
    k = 1 - smooth(0.002, 0.006, gap)
    return c * (1 - 0.4 * k)[:, None]


r.mats[floor].tex = tiles
X0, X1, Z1, H = -1.98, 2.15, 1.75, 2.5
W0, W1, WB, WT = -0.80, 0.18, 0.98, 1.80
r.flat((X0, -0.1, -3), (X1, 0, Z1), floor)
r.flat((X0 - 0.1, 0, -3), (X0, H, Z1), wall)
r.flat((X0, 0, Z1), (W0, H, Z1 + 0.16), wall)
r.flat((W1, 0, Z1), (X1, H, Z1 + 0.16), wall)
r.flat((W0, 0, Z1), (W1, WB, Z1 + 0.16), wall)
r.flat((W0, WT, Z1), (W1, H, Z1 + 0.16), wall)
r.flat((W0 - 0.1, WB - 0.1, Z1 + 0.16), (W1 + 0.1, WT + 0.1, Z1 + 0.18), night)
for a, b, c_, d in (
    (W0, W0 + 0.045, WB, WT),
    (W1 - 0.045, W1, WB, WT),
    (W0, W1, WB, WB + 0.045),
    (W0, W1, WT - 0.045, WT),
    (-0.333, -0.288, WB, WT),
):
    r.flat((a, c_, Z1 + 0.07), (b, d, Z1 + 0.12), frame)
r.flat((W0 - 0.05, WB - 0.035, Z1 - 0.06), (W1 + 0.05, WB, Z1 + 0.16), frame)
# rain: drops and runs on the panes, a lamp far off in the street drowned in it
q = random.Random(8)
runs = ''
for _ in range(34):
    x, y = q.uniform(10, 1030), q.uniform(-40, 500)
    d = f'M{x:.0f},{y:.0f}'
    for _ in range(q.randint(3, 7)):
        d += f'q{q.uniform(-7, 7):.0f},{q.uniform(18, 40):.0f} {q.uniform(-5, 5):.0f},{q.uniform(40, 80):.0f}'
    runs += f'<path d="{d}" fill="none" stroke="#9cc4c0" stroke-width="{q.uniform(2.5, 6):.1f}" stroke-linecap="round" opacity="{q.uniform(0.25, 0.6):.2f}"/>'
drops = ''.join(
    f'<ellipse cx="{q.uniform(0, 1040):.0f}" cy="{q.uniform(0, 850):.0f}" rx="{(s := q.uniform(2.5, 8)):.1f}" ry="{s * q.uniform(1.1, 1.7):.1f}" fill="#b7d8d2" opacity="{q.uniform(0.25, 0.7):.2f}"/>'
    for _ in range(150)
)
r.mats[night].decal(
    '<defs><linearGradient id="g" x2="0" y2="1"><stop offset="0" stop-color="#173c44"/><stop offset=".7" stop-color="#2c5f63"/><stop offset="1" stop-color="#43787a"/></linearGradient>'
    '<filter id="b"><feGaussianBlur stdDeviation="16"/></filter></defs><rect width="1040" height="850" fill="url(#g)"/>'
    '<g filter="url(#b)"><path d="M-20,860V560H120V500H250V590H400V440H520V600H700V520H860V610H1060V860z" fill="#123038" opacity=".8"/></g>'
    + runs
    + drops,
    (1040, 850),
    (W0, WT, Z1 + 0.16),
    (W1 - W0, 0, 0),
    (0, WB - WT, 0),
    tol=0.03,
    px=1400,
)
# ---- the door, shut, on the right of the back wall
D0, D1, DH = 1.02, 1.84, 2.0
r.flat((D0 - 0.06, 0, Z1 - 0.025), (D1 + 0.06, DH + 0.06, Z1 + 0.02), frame)
r.flat((D0, 0.01, Z1 - 0.04), (D1, DH, Z1 + 0.02), door)
for a, b in ((0.25, 0.85), (1.1, 1.82)):
    for x in (D0 + 0.1, D0 + 0.46):
        r.solid(door).box((x + 0.13, (a + b) / 2, Z1 - 0.045), (0.13, (b - a) / 2, 0.01), rnd=0.008)
g = r.solid(tin)
g.rod((D0 + 0.07, 0.98, Z1 - 0.04), (D0 + 0.07, 0.98, Z1 - 0.085), 0.018)
g.limb((D0 + 0.07, 0.98, Z1 - 0.085), (D0 + 0.17, 0.98, Z1 - 0.085), 0.011)
r.solid(tin).box((D0 + 0.06, 1.18, Z1 - 0.05), (0.03, 0.022, 0.014), rnd=0.004)
r.flat((X0, 0, Z1 - 0.012), (D0 - 0.06, 0.08, Z1), frame)
r.flat((X0, 0, -3), (X0 + 0.012, 0.08, Z1), frame)
r.flat((X1, 0, -3), (X1 + 0.1, H, Z1), wall)


# ---- shoes: five pairs in a row by the door, toes to the wall
def shoe(x, z, s, col, hole=False, yaw=0, lace=None, boot=0.0):
    P = Place((x, 0, z), yaw, s)
    g = r.solid(col, 0.03, place=P, folds=0.003, freq=30)
    g.limb((0, 0.048, 0.0), (0, 0.05, 0.10), 0.036, 0.037)
    g.limb((0, 0.05, 0.10), (0.004, 0.040, 0.195), 0.040, 0.033)
    g.limb((0, 0.06, -0.01), (0, 0.085 + boot, -0.012), 0.037, 0.036)
    g.limb((0, 0.078, 0.03), (0, 0.058, 0.12), 0.030, 0.030)
    g.half((0, 0.016, 0), (0, 1, 0), 1)
    g.rod(
        (0, 0.055, 0.012), (0, 0.16 + boot, -0.008), 0.026, 0.030, op=CARVE, melt=0.006, mat=worn_
    )
    if hole:
        g.egg((-0.022, 0.05, -0.028), (0.026, 0.028, 0.022), op=CARVE, mat=worn_, melt=0.004)
    g = r.solid(sole if not hole else mat_, 0.02, place=P)
    g.limb((0, 0.012, -0.002), (0.002, 0.012, 0.195), 0.043, 0.042)
    g.half((0, 0.022, 0), (0, -1, 0), 1)
    g.half((0, 0.0, 0), (0, 1, 0), 1)
    if lace is not None:
        for k in range(3):
            r.solid(lace, place=P).limb(
                (-0.02, 0.088 - 0.009 * k, 0.06 + 0.028 * k),
                (0.02, 0.088 - 0.009 * k, 0.066 + 0.028 * k),
                0.004,
            )


navy = r.mat('#6478a4', grain=0.1)
brown = r.mat('#96704f', grain=0.15)
grey = r.mat('#a8b0ae', grain=0.1)
olive = r.mat('#989a70', grain=0.12)
small = r.mat('#d8a8a8', grain=0.2)
ROW = 0.50
for i, (s, m, lace, boot) in enumerate(
    (
        (1.12, brown, None, 0.05),
        (1.02, navy, sole, 0.0),
        (1.0, olive, None, 0.02),
        (0.96, grey, sole, 0.0),
        (0.72, small, None, 0.0),
    )
):
    x = 0.70 + 0.262 * i + (0.01 if i == 4 else 0)
    for k in (0, 1):
        shoe(
            x + 0.105 * k * s,
            ROW + R.uniform(-0.02, 0.02) - (0.03 if i == 4 else 0),
            s,
            m,
            i == 4,
            R.uniform(-5, 5) + (9 if i == 4 and k else 0),
            lace,
            boot,
        )
# ---- lamp on the floor: a shade of paper round a bulb, its cord to the wall
LX, LZ = 0.10, 0.27
paperl = r.mat('#ffe6b8', emit='#e8b068', grain=0.03)
g = r.solid(black, shade=False)
g.rod((LX, 0, LZ), (LX, 0.022, LZ), 0.075, 0.065)
g.rod((LX, 0.02, LZ), (LX, 0.10, LZ), 0.011)
g = r.solid(paperl, shade=False, folds=0.002, freq=(60, 3, 60))
g.rod((LX, 0.085, LZ), (LX, 0.285, LZ), 0.105, 0.078, rnd=0.004)
g.rod((LX, 0.06, LZ), (LX, 0.31, LZ), 0.104, 0.074, op=CARVE, mat=glass)
r.solid(glass, shade=False).egg((LX, 0.17, LZ), (0.03, 0.04, 0.03))
r.solid(black, shade=False).chain(
    [
        (LX + 0.06, 0.006, LZ + 0.03),
        (0.2, 0.005, 0.85),
        (0.28, 0.005, 1.3),
        (0.06, 0.005, 1.66),
        (0.02, 0.03, 1.72),
        (0.02, 0.26, 1.735),
    ],
    0.0055,
)
r.solid(plug).box((0.02, 0.28, Z1 - 0.008), (0.04, 0.04, 0.008), rnd=0.004)
WARM = [
    (0, '#000000'),
    (0.05, '#2a1d12'),
    (0.16, '#5f4226'),
    (0.38, '#a87a44'),
    (0.7, '#e0b06a'),
    (1.1, '#ffd894'),
    (1.8, '#fff0cc'),
]
r.lamp((LX, 0.30, LZ), WARM, half=0.9, soft=7, power=0.9)
r.lamp((LX, 0.16, LZ - 0.02), WARM, half=0.9, soft=7, power=0.32)
r.lamp(
    (-0.1, 1.5, Z1 + 0.10),
    [(0, '#000000'), (0.1, '#16302f'), (0.4, '#34615f'), (1, '#6a9a94')],
    half=1.7,
    soft=0,
    power=0.5,
    aim=(0, -0.3, -1),
)
r.lamp(
    (1.6, 1.9, -2.6),
    [(0, '#000000'), (0.4, '#1f3030'), (1, '#43605c')],
    half=2.4,
    soft=0,
    power=0.8,
)
# ---- kettle, on a ring of its own, and two cups
KX, KZ = 0.28, 0.86
g = r.solid(black)
g.rod((KX, 0, KZ), (KX, 0.035, KZ), 0.11, 0.10, rnd=0.01)
g = r.solid(tin, 0.02)
g.rod((KX, 0.04, KZ), (KX, 0.20, KZ), 0.112, 0.075, rnd=0.03)
g.limb((KX + 0.09, 0.10, KZ - 0.01), (KX + 0.165, 0.185, KZ - 0.01), 0.024, 0.013)
g.egg((KX, 0.228, KZ), (0.018, 0.014, 0.018), mat=black)
r.solid(black).chain(
    [
        (KX - 0.075, 0.19, KZ),
        (KX - 0.07, 0.27, KZ),
        (KX, 0.30, KZ),
        (KX + 0.07, 0.27, KZ),
        (KX + 0.075, 0.19, KZ),
    ],
    0.009,
)
# ---- the woman asleep, on her side, back to us, on a mat
MX, MZ = -0.93, 0.98
r.solid(mat_).box((MX, 0.012, MZ), (0.98, 0.012, 0.36), rnd=0.008)
g = r.solid(pillow, 0.05, folds=0.006, freq=12)
g.egg((MX + 0.72, 0.075, MZ + 0.02), (0.19, 0.055, 0.14))
g = r.solid(quilt, 0.16, folds=0.014, freq=(9, 9, 9))
g.egg((MX + 0.36, 0.17, MZ), (0.20, 0.16, 0.15))
g.limb((MX + 0.36, 0.16, MZ), (MX - 0.08, 0.18, MZ + 0.01), 0.14, 0.165)
g.egg((MX - 0.10, 0.20, MZ), (0.20, 0.185, 0.17))
g.limb((MX - 0.10, 0.16, MZ), (MX - 0.48, 0.12, MZ + 0.12), 0.15, 0.10)
g.limb((MX - 0.48, 0.12, MZ + 0.12), (MX - 0.85, 0.08, MZ), 0.10, 0.075)
g.box((MX - 0.2, 0.03, MZ), (0.66, 0.03, 0.32), rnd=0.028, melt=0.14)
g.half((0, 0.024, 0), (0, 1, 0), 1)
Hd = Place((MX + 0.68, 0.185, MZ), 0, 1.0, roll=-84)
g = r.solid(skin, 0.03, place=Hd)
g.egg((0, 0, 0.0), (0.074, 0.103, 0.09))
g.egg((-0.075, -0.02, 0.0), (0.012, 0.03, 0.02), melt=0.01)
g.limb((0, -0.05, -0.01), (0, -0.16, -0.02), 0.05)
g = r.solid(tress, 0.022, place=Hd, folds=0.003, freq=(30, 70, 30))
g.egg((0, 0.026, -0.016), (0.085, 0.099, 0.097))
g.egg((0.01, -0.05, -0.06), (0.058, 0.05, 0.044))
g.egg((0.0, -0.02, -0.115), (0.05, 0.047, 0.036), melt=0.008)
g.ring((0.0, -0.02, -0.088), (0, 0, 1), 0.038, 0.007, mat=navy_band, melt=0.003)
g = r.solid(scarf, 0.07, folds=0.008, freq=(10, 12, 12))
g.limb((MX + 0.585, 0.175, MZ - 0.01), (MX + 0.52, 0.175, MZ - 0.01), 0.076, 0.085)
g.egg((MX + 0.48, 0.185, MZ - 0.02), (0.10, 0.135, 0.15), melt=0.13)
g.egg((MX + 0.42, 0.24, MZ - 0.06), (0.11, 0.09, 0.10))
g.half((0, 0.02, 0), (0, 1, 0), 1)
# ---- the girl: kneels, her ear to the wall
place, ends, _ = body(
    r,
    (0.57, 0, 1.31),
    8,
    SOL,
    'kneel',
    lean=20,
    nod=2,
    hair='plaits',
    layer=1,
    scale=0.8,
    head=1.16,
    puff=1.05,
    bands=True,
    turn=-68,
    tilt=-16,
    arms=[((0.27, 0.62, 0.50), (0.9, -0.6, -0.2)), ((-0.22, 0.20, 0.30), (-0.9, 0.0, -0.3))],
)
(w, a), (w2, a2) = ends
hand(
    r,
    place,
    w,
    (0.15, 1, 0.05),
    (0, 0, 1),
    skin,
    curl=0.04,
    layer=1,
    spread=0.35,
    thumb=0.05,
    side=1,
)
hand(r, place, w2, (0.2, -0.2, 1), (0, -1, 0), skin, curl=0.3, layer=1)
# ---- a packed bag by the wall, and near, dark: the edge of a bunk's post and blanket
Bg = Place((1.98, 0, 1.42), -28)
g = r.solid(bag, 0.05, folds=0.01, freq=9, place=Bg)
g.box((0, 0.19, 0), (0.15, 0.19, 0.10), rnd=0.07)
g.box((0, 0.13, -0.11), (0.11, 0.09, 0.04), rnd=0.035)
g.box((0, 0.35, -0.01), (0.155, 0.035, 0.115), rnd=0.03)
for s in (1, -1):
    r.solid(black, place=Bg).chain(
        [(0.07 * s, 0.36, -0.12), (0.07 * s, 0.25, -0.135), (0.07 * s, 0.2, -0.16)], 0.010
    )
r.solid(black, place=Bg).ring((0, 0.41, 0.02), (0, 0.2, 1), 0.045, 0.011)
stool = r.mat('#4a4a40', tex=wood((30, 30, 4), 0.35))
g = r.solid(stool, layer=2, shade=False)
g.box((-0.72, 0.30, -1.05), (0.19, 0.018, 0.14), rnd=0.01, yaw=20)
for x, z in ((-0.86, -1.1), (-0.62, -1.2), (-0.82, -0.9), (-0.58, -1.0)):
    g.limb((x, 0.29, z), (x + (x + 0.72) * 0.25, -0.05, z + (z + 1.05) * 0.25), 0.018, 0.015)
g.limb((-0.87, 0.13, -1.1), (-0.60, 0.13, -1.21), 0.011)
r.solid(r.mat('#3c5456', grain=0.1), 0.05, layer=2, shade=False, folds=0.012, freq=9).box(
    (-0.73, 0.345, -1.05), (0.14, 0.032, 0.10), rnd=0.03, yaw=12
)
INK = '#0a1719'


def finish(pic, air=1.0):
    lx, ly = r.seen((LX, 0.2, LZ))
    glow(pic, (lx, ly), 560, 420, '#b8803c', 0.26 * air)
    glow(pic, (lx, ly), 190, 170, '#ffcf86', 0.5 * air)
    shade(pic, INK, 755, 1070, 0.85)
    return pic


if __name__ == '__main__':
    base = finish(r.see([0]))
    girl = finish(r.see([1], [0]), 0.4)
    near = finish(r.see([2], [2]), 0.1)
    pull('rain', [(None, 0, base), ('girl', 0.18, girl), ('stool', 0.6, near)])
