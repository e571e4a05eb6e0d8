"""A farmhouse kitchen at night, warm and low. At a clay stove an old woman lifts on a bigger pot; an old
man draws the curtain of the window where the lamp stands. A girl at a low table reads the label of a
noodle packet. A red scarf dries on a line over the stove; folded paper props the table's short leg."""
import random

from figures import body, hand
from rays import *

R = random.Random(12)
r = Room(
    (-0.28, 0.86, -2.75), (-0.2, 0.86, 1), 1480, cx=905, cy=335, ambient='#4a3836', upright=True
)
clay = r.mat('#b58a66', tex=worn('#7d5c48', 2.4, 0.5), cut=0.35)
wall = r.mat('#b79268', tex=worn('#7a5d4c', 1.5, 0.55), cut=0.3)
earth = r.mat('#8d6b4c', tex=worn('#5f4736', 2.0, 0.6), cut=0.4)
beam = r.mat('#5b3d2c', tex=wood((4, 40, 40), 0.4), cut=0.6)
night = r.mat('#152238', emit='#0a1222', grain=0)
iron = r.mat('#3a3536', shine=0.35, grain=0.1)
lid = r.mat('#8d6844', tex=wood((30, 30, 3), 0.35))
tin = r.mat('#8c8e92', shine=0.5)
glass = r.mat('#ffe7b0', emit='#ffcf86', grain=0)
table = r.mat('#8a5836', tex=wood((2.5, 30, 26), 0.35), cut=0.6, shine=0.08)
paper = r.mat('#d8cdb0', grain=0.05)
curtain = r.mat('#c9b48c', cut=0.6)
string = r.mat('#a08a64', grain=0)
scarf = r.mat('#c9503f', tex=knitted(0.016, 0.25), rim=0.8)
bowl = r.mat('#cfc6b0', shine=0.2, grain=0.04)
packet = r.mat('#4f8f88', shine=0.15, grain=0.03)
cob = r.mat('#d9ae52', grain=0.25, rim=2.5)
husk = r.mat('#c0aa80', grain=0.2, rim=1.5)
post = r.mat('#33231e', tex=wood((40, 3, 40), 0.4), cut=0.5)
SHE = dict(
    coat=r.mat('#7a5a72', rim=1.0),
    legs=r.mat('#4a4250', rim=0.8),
    skin=r.mat('#c08a68', grain=0.03, rim=1.0),
    hair=r.mat('#9a9490', grain=0.15, rim=0.8),
    sole=r.mat('#6a5a50'),
)
HE = dict(
    SHE,
    coat=r.mat('#54627a', rim=1.0),
    legs=r.mat('#3e3c46', rim=0.8),
    hair=r.mat('#b0aaa4', grain=0.15, rim=0.8),
)
SOL = dict(
    SHE,
    coat=r.mat('#b09a66', rim=1.0),
    legs=r.mat('#55506a', rim=0.8),
    hair=r.mat('#3a2a2c', grain=0.2, rim=1.6),
    skin=r.mat('#c8906c', grain=0.03, rim=1.0),
)


def flowers(p, n, c):
    """A washed print on the curtain."""
    u, v = p[:, 0] / 0.075, p[:, 1] / 0.075
    i, j = np.floor(u), np.floor(v)
    h = np.sin(i * 12.9898 + j * 78.233) * 43758.5453
    h = h - np.floor(h)
    d = np.hypot(u - i - 0.5 + 0.3 * (h - 0.5), v - j - 0.5)
    k = (1 - smooth(0.16, 0.24, d)) * (h > 0.35) * 0.5
    return c * (1 - k)[:, None] + rgb('#7d6a86') * k[:, None]


r.mats[curtain].tex = flowers
X0, X1, Z1, H = -2.0, 1.95, 1.95, 2.12
W0, W1, WB, WT = 0.20, 1.12, 0.92, 1.66
T = 0.26
r.flat((X0, -0.1, -3), (X1, 0, Z1 + 0.3), earth)
r.flat((X0 - 0.1, 0, -3), (X0, H, Z1), wall)
r.flat((X1, 0, -3), (X1 + 0.1, H, Z1), wall)
r.flat((X0, 0, Z1), (W0, H, Z1 + T), wall)
r.flat((W1, 0, Z1), (X1, H, Z1 + T), wall)
r.flat((W0, 0, Z1), (W1, WB, Z1 + T), wall)
r.flat((W0, WT, Z1), (W1, H, Z1 + T), wall)
r.flat((W0 - 0.2, WB - 0.2, Z1 + T), (W1 + 0.2, WT + 0.2, Z1 + T + 0.02), night)
for a, b, c_, d in (
    (W0, W0 + 0.05, WB, WT),
    (W1 - 0.05, W1, WB, WT),
    (W0, W1, WB, WB + 0.045),
    (W0, W1, WT - 0.05, WT),
    (0.64, 0.675, WB, WT),
    (W0, W1, 1.30, 1.33),
):
    r.flat((a, c_, Z1 + T - 0.06), (b, d, Z1 + T), beam)
r.flat((W0 - 0.04, WB - 0.03, Z1 - 0.05), (W1 + 0.04, WB, Z1 + T), table)
r.flat((X0, H, -3), (X1, H + 0.1, Z1), earth, shade=False)
for z in (-1.2, -0.3, 0.6, 1.45):
    r.solid(beam, shade=False, folds=0.01, freq=4).rod(
        (X0, H - 0.03, z), (X1, H - 0.05, z), 0.075, 0.065
    )
# ---- the curtain hangs in the niche, drawn as far as his hand
CZ = Z1 + T - 0.11
r.solid(beam, shade=False).rod((W0 - 0.02, WT - 0.05, CZ), (W1 + 0.02, WT - 0.05, CZ), 0.008)
CE = 0.66
g = r.solid(curtain, 0.03, shade=False, folds=0.004, freq=(30, 5, 30))
x = W0 + 0.02
i = 0
while x < CE:
    w = R.uniform(0.024, 0.036)
    g.limb(
        (x, WT - 0.05, CZ),
        (x + R.uniform(-0.008, 0.008), WB + 0.06, CZ + (0.012 if i % 2 else -0.012)),
        w * 0.6,
        w * 0.72,
    )
    x += w * 1.0
    i += 1
# ---- the stove
SX0, SX1, SZ0, SY = X0, -0.30, 1.18, 0.60
g = r.solid(clay, 0.03, folds=0.012, freq=3)
g.box(
    ((SX0 + SX1) / 2, SY / 2, (SZ0 + Z1) / 2 + 0.1),
    ((SX1 - SX0) / 2, SY / 2, (Z1 - SZ0) / 2 + 0.1),
    rnd=0.05,
)
for x, z, q in ((-1.45, 1.56, 0.27), (-0.74, 1.53, 0.215)):
    g.rod((x, SY - 0.02, z), (x, SY + 0.03, z), q + 0.07, q + 0.045, rnd=0.02, melt=0.04)
g.box((-0.74, 0.13, SZ0 - 0.06), (0.13, 0.15, 0.14), rnd=0.04, op=CARVE, melt=0.02, mat=iron)
r.solid(iron).rod((-1.45, SY, 1.56), (-1.45, SY + 0.06, 1.56), 0.26, 0.275, rnd=0.01)
g = r.solid(lid)
g.rod((-1.45, SY + 0.055, 1.56), (-1.45, SY + 0.085, 1.56), 0.262, rnd=0.008)
g.box((-1.45, SY + 0.10, 1.56), (0.14, 0.018, 0.016), rnd=0.008)
# the bigger pot, on its way
PX, PY, PZ = -0.72, SY + 0.05, 1.46
g = r.solid(tin, 0.01)
g.rod((PX, PY, PZ), (PX, PY + 0.24, PZ), 0.185, 0.20, rnd=0.03)
g.rod((PX, PY + 0.05, PZ), (PX, PY + 0.3, PZ), 0.18, 0.192, op=CARVE, mat=iron)
g.ring((PX, PY + 0.24, PZ), (0, 1, 0), 0.2, 0.008)
for s in (1, -1):
    g.ring((PX + 0.205 * s, PY + 0.16, PZ - 0.02), (s, 0.9, 0), 0.038, 0.009)
# the old pot set aside, a ladle, bowls
g = r.solid(iron)
g.rod((-1.05, SY, 1.80), (-1.05, SY + 0.14, 1.80), 0.12, 0.13, rnd=0.02)
for i in range(4):
    r.solid(bowl).rod(
        (-0.42, SY + 0.005 + 0.028 * i, 1.32),
        (-0.42, SY + 0.05 + 0.028 * i, 1.32),
        0.04,
        0.078,
        rnd=0.006,
    )
# things on the wall: a sieve, a ladle, a shelf
g = r.solid(husk)
g.ring((-0.98, 1.52, Z1 - 0.025), (0, 0, 1), 0.15, 0.018)
g.rod((-0.98, 1.52, Z1 - 0.012), (-0.98, 1.52, Z1 - 0.006), 0.145)
r.solid(iron).limb((-0.62, 1.62, Z1 - 0.02), (-0.62, 1.36, Z1 - 0.02), 0.008).egg(
    (-0.62, 1.32, Z1 - 0.03), (0.045, 0.045, 0.022)
)
# ---- line over the stove, the scarf on it
r.solid(string, shade=False).chain(
    [(X0, 1.66, 1.30), (-1.45, 1.615, 1.34), (-0.9, 1.62, 1.42), (-0.1, 1.72, 1.96)], 0.004
)
r.solid(iron).egg((-0.105, 1.72, 1.94), 0.012)
g = r.solid(scarf, 0.03, folds=0.012, freq=(30, 6, 30), layer=0)
for x, low, q in (
    (-1.62, 0.98, 0.02),
    (-1.56, 0.965, 0.024),
    (-1.49, 0.97, 0.024),
    (-1.43, 0.985, 0.02),
):
    g.limb((x, 1.625, 1.315), (x + 0.008, low, 1.295), 0.030, q + 0.014)
g.limb((-1.64, 1.635, 1.32), (-1.41, 1.63, 1.335), 0.034)
for x in np.linspace(-1.65, -1.39, 12):
    r.solid(scarf).limb(
        (x, 0.97, 1.295),
        (x + R.uniform(-0.01, 0.01), 0.905 + R.uniform(-0.01, 0.01), 1.295),
        0.0052,
        0.0035,
    )
# ---- the lamp in the window
LX, LZ = 0.90, Z1 + 0.06
g = r.solid(tin, shade=False)
g.rod((LX, WB, LZ), (LX, WB + 0.07, LZ), 0.062, 0.055, rnd=0.012)
g.rod((LX, WB + 0.07, LZ), (LX, WB + 0.095, LZ), 0.024)
g = r.solid(glass, 0.02, shade=False)
g.rod((LX, WB + 0.095, LZ), (LX, WB + 0.12, LZ), 0.024, 0.036, rnd=0.004)
g.egg((LX, WB + 0.15, LZ), (0.042, 0.05, 0.042))
g.rod((LX, WB + 0.19, LZ), (LX, WB + 0.28, LZ), 0.022, 0.019)
LAMP_AT = (LX, WB + 0.16, LZ)
r.lamp((LX - 0.02, WB + 0.24, LZ - 0.11), LANTERN, half=1.55, soft=10, power=0.95)
r.lamp(
    (-1.2, 1.9, -2.2),
    [(0, '#000000'), (0.4, '#3e2c26'), (1, '#7c5e4a')],
    half=2.4,
    soft=0,
    power=1.2,
)
# ---- the low table, its short leg on a folded paper
TX, TZ, TW, TD, TY = 0.54, 0.30, 0.46, 0.30, 0.31
g = r.solid(table)
g.box((TX, TY, TZ), (TW, 0.02, TD), rnd=0.012)
for sx in (1, -1):
    for sz in (1, -1):
        foot = 0.035 if (sx, sz) == (-1, -1) else 0.0
        a = (TX + sx * (TW - 0.07), TY - 0.02, TZ + sz * (TD - 0.06))
        b = (TX + sx * (TW - 0.05), foot, TZ + sz * (TD - 0.045))
        g.rod(b, a, 0.021, 0.03, rnd=0.004)
FX, FZ = TX - (TW - 0.05), TZ - (TD - 0.045)
for i in range(4):
    r.solid(paper).box(
        (FX + 0.004 * i, 0.0045 + 0.0088 * i, FZ - 0.004),
        (0.062 - 0.003 * i, 0.0036, 0.05),
        rnd=0.003,
        yaw=14 - 5 * i,
    )
for x, z, q in ((0.32, 0.36, 0.062), (0.54, 0.46, 0.056)):
    g = r.solid(bowl)
    g.rod((x, TY + 0.025, z), (x, TY + 0.075, z), q * 0.55, q, rnd=0.004)
    g.rod((x, TY + 0.035, z), (x, TY + 0.09, z), q * 0.5, q, op=CARVE)
for dz in (0.0, 0.02):
    r.solid(beam).rod((0.2, TY + 0.026, 0.20 + dz), (0.42, TY + 0.026, 0.235 + dz), 0.0045, 0.003)
# ---- people: she, he, the girl
place, ends, _ = body(
    r,
    (-1.12, 0, 0.97),
    30,
    SHE,
    'stand',
    lean=13,
    nod=12,
    hair='bun',
    layer=0,
    scale=0.95,
    puff=1.12,
    bands=True,
    skirt=True,
    arms=[((0.20, 0.84, 0.50), (0.7, -0.7, 0)), ((-0.20, 0.86, 0.44), (-0.9, -0.6, 0))],
)
for (w, a), s in zip(ends, (-1, 1)):
    hand(r, place, w, (0, -0.1, 1), (0, -1, 0.1), SHE['skin'], curl=0.7, side=s)
place, ends, _ = body(
    r,
    (0.02, 0, 1.28),
    34,
    HE,
    'stand',
    lean=5,
    nod=-4,
    hair='short',
    layer=0,
    scale=1.0,
    puff=1.06,
    arms=[((0.10, 1.40, 0.52), (0.9, -0.5, 0)), ((-0.24, 0.86, 0.10), (-0.5, -0.3, -0.9))],
)
(w, a), (w2, a2) = ends
hand(r, place, w, (0, 0.5, 0.85), (-0.4, -0.3, 0.6), HE['skin'], curl=0.75, side=-1)
hand(r, place, w2, (0, -1, 0.15), (1, 0, 0), HE['skin'], curl=0.35)
place, ends, _ = body(
    r,
    (1.24, 0, 0.05),
    -52,
    SOL,
    'cross',
    lean=6,
    nod=14,
    hair='plaits',
    layer=1,
    scale=0.8,
    head=1.16,
    puff=1.06,
    bands=True,
    arms=[((0.10, 0.50, 0.40), (0.9, -0.7, 0)), ((-0.12, 0.49, 0.40), (-0.9, -0.7, 0))],
)
(w, a), (w2, a2) = ends
hand(
    r,
    place,
    w,
    (-0.25, 0.75, 0.6),
    (-0.9, 0.2, 0.1),
    SOL['skin'],
    curl=0.5,
    layer=1,
    side=-1,
    size=0.95,
)
hand(r, place, w2, (0.25, 0.75, 0.6), (0.9, 0.2, 0.1), SOL['skin'], curl=0.5, layer=1, size=0.95)
Pk = Place(place((-0.01, 0.61, 0.47)), -52, 1.0, pitch=24)
g = r.solid(packet, 0.01, layer=1, place=Pk, folds=0.003, freq=25)
g.box((0, 0, 0), (0.104, 0.085, 0.022), rnd=0.021)
for s in (1, -1):
    g.box((0.114 * s, 0, 0), (0.014, 0.082, 0.002), rnd=0.002)
o = Pk((-0.128, 0.085, -0.018))
u = Pk((0.256, 0, 0)) - Pk((0, 0, 0))
v = Pk((0, -0.17, 0)) - Pk((0, 0, 0))
r.mats[packet].decal(
    '<rect width="236" height="150" fill="#fff4dc"/><path d="M24,0H212V150H24z" fill="#fbf3dd"/><path d="M24,0H110L80,150H24z" fill="#6fb8ac"/>'
    '<ellipse cx="152" cy="84" rx="52" ry="46" fill="#7fa8bc"/><ellipse cx="152" cy="80" rx="44" ry="36" fill="#ffe6ae"/>'
    '<path d="M114,80q10,-14 20,0t20,0t20,0t16,0M118,94q10,-12 18,0t18,0t18,0t14,0M120,66q10,-12 18,0t18,0t18,0t10,0" stroke="#b98836" stroke-width="5" fill="none"/>'
    '<path d="M36,30h28M50,22v34M38,56h26M36,74h22M47,66v30M36,98h24M38,112h24" stroke="#f4ead0" stroke-width="6" fill="none"/>',
    (236, 150),
    o,
    u,
    v,
    tol=0.035,
)
# ---- near: a post, cobs on strings under the beam
g = r.solid(post, layer=2, folds=0.008, freq=(5, 1.5, 5), shade=False)
g.rod((-1.15, -0.2, -1.25), (-1.14, 2.6, -1.25), 0.085, 0.08)
for k, (x, low) in enumerate(((0.33, 2), (0.48, 4), (0.64, 3))):
    r.solid(post, layer=2, shade=False).limb((x, 1.6, -1.24), (x, 1.2 - 0.06 * low, -1.24), 0.004)
    for j in range(low):
        for s in (1, -1):
            y = 1.22 - 0.062 * j
            lean = R.uniform(0.03, 0.05) * s
            r.solid(cob, 0.01, layer=2, folds=0.0025, freq=160, shade=False).limb(
                (x + 0.012 * s, y, -1.25), (x + lean, y - 0.105, -1.26), 0.020, 0.013
            )
            g = r.solid(husk, 0.01, layer=2, shade=False)
            g.limb((x, y + 0.03, -1.25), (x + 0.014 * s, y + 0.004, -1.25), 0.007, 0.019)
INK = '#140c0b'


def finish(pic, air=1.0):
    lx, ly = r.seen(LAMP_AT)
    glow(pic, (lx, ly), 640, 480, '#b8702f', 0.26 * air)
    glow(pic, (lx, ly), 170, 160, '#ffcf86', 0.6 * air)
    shade(pic, INK, 745, 1065, 0.86)
    return pic


if __name__ == '__main__':
    base = finish(r.see([0]))
    lx, ly = r.seen((LX, WB + 0.145, LZ))
    over(
        base,
        f'<path d="M{lx - 5:.1f},{ly + 9:.1f}q-8,-20 5,-40q15,18 6,40q-6,5 -11,0z" fill="#fffbe8"/>',
    )
    girl = finish(r.see([1], [0]), 0.4)
    near = finish(r.see([2], [2]), 0.25)
    pull('stove', [(None, 0, base), ('girl', 0.2, girl), ('beam', 0.6, near)])
