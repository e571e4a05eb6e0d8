"""A bright small kitchen in the evening, over the shoulder of a woman in a yellow cardigan: her hands
peel garlic over a bowl under a hanging lamp. A radio, a driving-school booklet; on the tiles a
child's drawing is pinned. In the window, dark."""
import random

from figures import bend, hand
from rays import *

R = random.Random(18)
r = Room(
    (0.98, 1.36, -0.98), (0.08, 1.0, 0.5), 1400, cx=960, cy=285, ambient='#5a5460', upright=True
)
wall = r.mat('#e9e0c4', cut=0.25, grain=0.04)
tile = r.mat('#b7ccd0', cut=0.4, grain=0.05, shine=0.12)
top = r.mat('#c99a63', tex=wood((2.2, 20, 24), 0.22), cut=0.5, grain=0.05)
edge_ = r.mat('#8d6a44', cut=0.5)
night = r.mat('#0e2a33', emit='#07161c', grain=0.3)
frame = r.mat('#f2ead6', cut=0.4, grain=0.03)
wool = r.mat('#e8ba3c', tex=ribbed(), rim=0.8, grain=0.05)
cuff = r.mat('#d99f2c', tex=knitted(0.008, 0.3), grain=0.05)
skin = r.mat('#cf9a78', grain=0.03, rim=0.4)
slacks = r.mat('#4c4a60')
hair = r.mat('#3d2c2a', grain=0.25, rim=1.4)
bowl_ = r.mat('#6f93a6', shine=0.4, grain=0.04)
clove = r.mat('#f6edda', grain=0.04, shine=0.2)
skin_of = r.mat('#efe2d0', grain=0.1)
purple = r.mat('#b79aa6', grain=0.15)
body_ = r.mat('#3f5a5e', grain=0.05, shine=0.2)
grille = r.mat('#22353a', grain=0)
steel = r.mat('#c9ccc6', grain=0, shine=0.6)
card = r.mat('#5f86b8', grain=0.04, cut=0.4)
pages = r.mat('#f4efe0', grain=0.03)
draw = r.mat('#f8f2e2', cut=0.2, grain=0.03)
pin = r.mat('#3c6f78', grain=0)
enamel = r.mat('#3f6d62', grain=0.03, shine=0.3)
inside = r.mat('#ffe9bd', emit='#d8a860', grain=0)
bulb = r.mat('#fff4d8', emit='#fff0cc', grain=0)
cloth = r.mat('#dfe4da', grain=0.04, cut=0.6)
TY = 0.74


def tiles(p, n, c):
    u, v = p[:, 0] / 0.105 + 40, p[:, 1] / 0.105 + 40.4
    i, j = np.floor(u), np.floor(v)
    h = np.sin(i * 12.9898 + j * 78.233) * 43758.5453
    h = h - np.floor(h)
    c = c * (0.93 + 0.1 * h)[:, None]
    gap = np.minimum(np.minimum(u - i, 1 - u + i), np.minimum(v - j, 1 - v + j)) * 0.105
    k = (1 - smooth(0.0016, 0.004, gap))[:, None]
    return c * (1 - 0.28 * k)


def checks(p, n, c):
    u, v = p[:, 0] / 0.045, p[:, 2] / 0.045
    a = ((np.floor(u) % 2) + (np.floor(v) % 2)) / 2
    return c * (1 - 0.0 * a)[:, None] * np.where(a > 0.9, 0.78, np.where(a > 0.4, 0.9, 1))[:, None]


r.mats[tile].tex = tiles
r.mats[cloth].tex = checks
ZW = 1.42
# ---- wall, tiles below, window right of the middle
W0, W1, WB, WT = 0.06, 0.84, 1.02, 1.75
r.flat((-2, 0, ZW), (3, 0.98, ZW + 0.1), tile)
r.flat((-2, 0.98, ZW), (W0, 2.6, ZW + 0.1), tile)
r.flat((W1, 0.98, ZW), (3, 2.6, ZW + 0.1), tile)
r.flat((W0, 0.98, ZW), (W1, WB, ZW + 0.1), tile)
r.flat((W0, WT, ZW), (W1, 2.6, ZW + 0.1), tile)
r.flat((W0 - 0.1, WB - 0.1, ZW + 0.1), (W1 + 0.1, WT + 0.1, ZW + 0.12), night)
for a, b, c_, d in (
    (W0 - 0.03, W0 + 0.03, WB, WT),
    (W1 - 0.03, W1 + 0.03, WB, WT),
    (W0, W1, WB - 0.01, WB + 0.045),
    (W0, W1, WT - 0.045, WT),
    (0.44, 0.49, WB, WT),
):
    r.flat((a, c_, ZW - 0.02), (b, d, ZW + 0.06), frame)
r.flat((W0 - 0.08, WB - 0.045, ZW - 0.1), (W1 + 0.08, WB, ZW + 0.02), frame)
# ---- table
r.flat((-0.95, TY - 0.035, 0.06), (1.05, TY, 1.12), top)
r.flat((-0.95, TY - 0.10, 0.07), (1.05, TY - 0.035, 0.09), edge_)
r.flat((-3, -0.1, -2), (3, 0, 1.5), r.mat('#8b7a66', tex=planks(0, 0.12, '#3a2a22')))
r.flat((-1.3, 0, -2), (-1.2, 2.6, ZW), wall)
r.flat((-1.3, 0, -2), (-1.185, 1.0, ZW), tile)
# a shelf with jars on that wall, a towel on a hook
r.flat((-1.2, 1.42, 0.15), (-1.02, 1.445, 1.1), top)
for z, q, h, m in (
    (0.3, 0.05, 0.14, bowl_),
    (0.47, 0.045, 0.11, enamel),
    (0.66, 0.055, 0.16, frame),
    (0.86, 0.045, 0.12, card),
):
    g = r.solid(m)
    g.rod((-1.11, 1.445, z), (-1.11, 1.445 + h, z), q, rnd=0.015)
    g.rod((-1.11, 1.445 + h, z), (-1.11, 1.465 + h, z), q * 0.8, mat=steel)

# ---- bowl
BX, BZ = 0.15, 0.60
g = r.solid(bowl_, 0.0)
g.rod((BX, TY + 0.012, BZ), (BX, TY + 0.098, BZ), 0.072, 0.142, rnd=0.01)
g.rod((BX, TY + 0.026, BZ), (BX, TY + 0.13, BZ), 0.066, 0.146, op=CARVE, melt=0.004)
g.rod((BX, TY, BZ), (BX, TY + 0.016, BZ), 0.055, 0.06, melt=0.01)
for i in range(30):
    a = R.uniform(0, 6.28)
    d = 0.085 * R.random() ** 0.6
    y = TY + 0.040 + 0.03 * (1 - d / 0.11) + R.uniform(0, 0.012)
    r.solid(clove).egg(
        (BX + d * math.cos(a), y, BZ + d * math.sin(a)),
        (0.0115, 0.019, 0.0125),
        yaw=R.uniform(0, 180),
        pitch=R.uniform(40, 100),
        roll=R.uniform(-30, 30),
    )


def head_of_garlic(x, z, s=1.0, y=TY):
    g = r.solid(skin_of, 0.01 * s, folds=0.0016, freq=(60, 20, 60))
    for i in range(7):
        a = i * 6.28 / 7 + x * 9
        g.egg(
            (x + 0.019 * s * math.cos(a), y + 0.025 * s, z + 0.019 * s * math.sin(a)),
            (0.016 * s, 0.026 * s, 0.016 * s),
            mat=purple if i % 3 == 0 else skin_of,
        )
    g.limb((x, y + 0.04 * s, z), (x + 0.006, y + 0.075 * s, z), 0.011 * s, 0.005 * s, melt=0.02)


for x, z, s in (
    (-0.30, 0.60, 1.15),
    (-0.385, 0.54, 1.05),
    (-0.33, 0.475, 1.1),
    (-0.245, 0.53, 0.95),
):
    head_of_garlic(x, z, s)
# skins: thin curled leaves
for i in range(26):
    a = R.uniform(0, 6.28)
    d = R.uniform(0.16, 0.30)
    x, z = BX + d * math.cos(a) * 1.05, BZ + 0.02 + d * math.sin(a) * 0.62
    g = r.solid(purple if i % 4 == 0 else skin_of)
    y = R.uniform(0, 180)
    g.egg((x, TY + 0.006, z), (0.016, 0.010, 0.011), yaw=y)
    g.egg((x, TY + 0.0105, z), (0.016, 0.0095, 0.0115), yaw=y, op=CARVE)
# ---- radio
P = Place((0.135, TY, 1.05), -14)
g = r.solid(body_, place=P)
g.box((0, 0.095, 0), (0.155, 0.09, 0.045), rnd=0.018)
g = r.solid(steel, place=P)
g.box((-0.055, 0.095, -0.046), (0.083, 0.07, 0.003), mat=grille, rnd=0.003)
for i in range(9):
    r.solid(steel, place=P).box(
        (-0.055, 0.035 + 0.015 * i, -0.0495), (0.078, 0.0022, 0.002), rnd=0.001
    )
r.solid(frame, place=P).box((0.088, 0.13, -0.046), (0.05, 0.026, 0.003), rnd=0.003)
r.solid(pin, place=P).box((0.078, 0.13, -0.05), (0.0016, 0.022, 0.001), rnd=0.0005)
for x, q in ((0.065, 0.02), (0.115, 0.015)):
    r.solid(steel, place=P).rod((x, 0.065, -0.045), (x, 0.065, -0.062), q, q * 0.9)
g = r.solid(steel, place=P)
g.rod((0.13, 0.18, 0.0), (0.30, 0.56, 0.03), 0.0032, 0.0022)
g.egg((0.30, 0.56, 0.03), 0.006)
# ---- booklet, ajar
P = Place((0.50, TY, 0.80), -24)
r.solid(pages, place=P).box((0, 0.007, 0), (0.078, 0.006, 0.108), rnd=0.002)
g = r.solid(card, place=P)
g.box((0, 0.0015, 0), (0.08, 0.0015, 0.11), rnd=0.001)
g.box((0.004, 0.021, 0.0), (0.08, 0.0016, 0.11), rnd=0.001, roll=5)
o, u, v = (
    P((-0.076, 0.014, 0.11)),
    P((0.16, 0.014, 0)) - P((0, 0, 0)),
    P((0, 0, -0.22)) - P((0, 0, 0)),
)
r.mats[card].decal(
    '<rect width="160" height="220" fill="#5b84b6"/><rect x="14" y="16" width="132" height="12" rx="4" fill="#eaf0f2"/>'
    '<rect x="14" y="36" width="84" height="8" rx="4" fill="#eaf0f2" opacity=".7"/>'
    '<path d="M0,220V150L64,84H96L160,150V220z" fill="#3c4a5c"/><path d="M80,88V110M80,124V150M80,166V200" stroke="#f3ead0" stroke-width="7"/>'
    '<path d="M42,150q2,-26 14,-28h48q12,2 14,28v32h-14v-10H56v10H42z" fill="#f0c04a"/><path d="M56,128h48l6,18H50z" fill="#dff0f4"/><circle cx="54" cy="158" r="6" fill="#fff6dc"/><circle cx="106" cy="158" r="6" fill="#fff6dc"/>',
    (160, 220),
    o,
    u,
    v,
    tol=0.05,
)
# ---- a child's drawing on the tiles: a house, a tree, two who hold hands
DX, DY = -0.60, 1.42
r.solid(draw, folds=0.004, freq=5).box(
    (DX + 0.17, DY - 0.125, ZW - 0.006), (0.17, 0.125, 0.002), rnd=0.001, roll=-2.5
)
r.solid(pin).egg((DX + 0.17, DY - 0.012, ZW - 0.012), 0.009)
r.mats[draw].decal(
    '<rect width="340" height="250" fill="#faf4e4"/><g fill="none" stroke-linecap="round" stroke-linejoin="round">'
    '<path d="M10,214q60,-10 120,-2t198,-6" stroke="#6a9a58" stroke-width="9"/><path d="M16,226q90,-8 308,-6" stroke="#7fae64" stroke-width="7"/>'
    '<path d="M34,206l2,-78l92,-3l1,82z" stroke="#4a6fa8" stroke-width="7"/><path d="M22,132l58,-52l62,47" stroke="#7d5a44" stroke-width="8"/>'
    '<path d="M70,206l1,-40l24,-1l1,40" stroke="#7d5a44" stroke-width="6"/>'
    '<path d="M298,206q-4,-50 2,-84" stroke="#7d5a44" stroke-width="9"/><path d="M268,110q-14,-38 24,-50q40,-4 40,36q-6,30 -38,24q-18,2 -26,-10z" stroke="#5c9a62" stroke-width="8" fill="#a9cf96"/>'
    '<circle cx="190" cy="128" r="17" stroke="#3d3238" stroke-width="5"/><path d="M190,146v38M190,160l-24,8M190,160l24,14M190,184l-10,24M190,184l12,24" stroke="#e0a93c" stroke-width="8"/>'
    '<circle cx="234" cy="150" r="13" stroke="#3d3238" stroke-width="5"/><path d="M234,164v24M234,172l-20,2M234,172l20,-6M234,188l-8,20M234,188l9,20" stroke="#5f86b8" stroke-width="7"/>'
    '<path d="M38,44q12,-20 30,-6q20,-10 26,10q-30,14 -56,-4z" stroke="#9fb8cc" stroke-width="6"/></g>',
    (340, 250),
    (DX, DY + 0.004, ZW - 0.006),
    (0.34, -0.0148, 0),
    (-0.0109, -0.25, 0),
    tol=0.02,
)
# ---- the lamp over the table
LX, LY, LZ = 0.03, 1.50, 0.80
g = r.solid(enamel, shade=False)
g.rod((LX, LY + 0.02, LZ), (LX, LY + 0.13, LZ), 0.17, 0.05, rnd=0.006)
g.rod((LX, LY - 0.02, LZ), (LX, LY + 0.115, LZ), 0.172, 0.045, op=CARVE, mat=inside)
g.rod((LX, LY + 0.12, LZ), (LX, LY + 0.18, LZ), 0.026, 0.02)
r.solid(grille, shade=False).rod((LX, LY + 0.17, LZ), (LX, 2.6, LZ), 0.0045)
r.solid(bulb, shade=False).egg((LX, LY + 0.035, LZ), (0.034, 0.042, 0.034))
LIGHT = [
    (0, '#000000'),
    (0.08, '#3a2a20'),
    (0.25, '#86664a'),
    (0.5, '#c79f78'),
    (0.9, '#efcca0'),
    (1.6, '#ffecd0'),
]
r.lamp((LX, LY + 0.03, LZ), LIGHT, half=0.95, soft=9, power=0.8, aim=(0, -1, 0.12))
r.lamp((LX, LY + 0.06, LZ), LIGHT, half=1.3, soft=9, power=0.16)
r.lamp(
    (1.6, 1.9, -1.2), [(0, '#000000'), (0.4, '#4a4540'), (1, '#8c837c')], half=2, soft=0, power=0.7
)
# ---- the woman: shoulder, head and arms, near
L = 1
g = r.solid(wool, 0.07, layer=L, folds=0.006, freq=(11, 8, 11))
g.egg((-0.05, 1.03, -0.11), (0.175, 0.23, 0.125), pitch=12)
g.limb((-0.05, 0.86, -0.14), (-0.05, 0.66, -0.17), 0.135, 0.155)
g.egg((-0.05, 0.60, -0.18), (0.185, 0.13, 0.165))
g.limb((-0.23, 1.215, -0.045), (0.125, 1.215, -0.045), 0.066)
g.limb((-0.05, 1.20, -0.05), (-0.045, 1.275, -0.03), 0.10, 0.062)
g = r.solid(cuff, 0.02, layer=L)
g.ring((-0.047, 1.285, -0.03), (0.05, 1, 0.3), 0.06, 0.014)
g = r.solid(skin, 0.03, layer=L)
g.limb((-0.05, 1.26, -0.03), (-0.045, 1.36, 0.01), 0.052, 0.05)
r.solid(cuff, 0.02, layer=L).rod((-0.05, 0.50, -0.18), (-0.05, 0.56, -0.18), 0.182, 0.186, rnd=0.03)
g = r.solid(slacks, 0.06, layer=L)
g.egg((-0.05, 0.52, -0.17), (0.18, 0.09, 0.17))
for s in (1, -1):
    g.limb((-0.05 + 0.09 * s, 0.52, -0.1), (-0.05 + 0.11 * s, 0.5, 0.3), 0.1, 0.075)
    g.limb((-0.05 + 0.11 * s, 0.5, 0.3), (-0.05 + 0.11 * s, 0.1, 0.3), 0.068, 0.05)
g = r.solid(edge_, layer=L)
g.rod((-0.05, 0.40, -0.18), (-0.05, 0.435, -0.18), 0.2, rnd=0.012)
for x in (-0.19, 0.09):
    for z in (-0.31, -0.05):
        g.limb((x, 0.4, z), (x * 1.15, 0, z * 1.1), 0.018)
Hd = Place((-0.04, 1.42, 0.045), 8, 1.0, pitch=32)
g = r.solid(skin, 0.03, layer=L, place=Hd)
g.egg((0, 0, 0), (0.074, 0.10, 0.09))
g.egg((0, -0.055, 0.03), (0.05, 0.05, 0.052))
for s in (1, -1):
    g.egg((0.075 * s, -0.02, -0.005), (0.012, 0.03, 0.02), melt=0.01)
g = r.solid(hair, 0.025, layer=L, place=Hd, folds=0.0022, freq=(60, 14, 60))
g.egg((0, 0.022, -0.012), (0.084, 0.10, 0.098))
g.half((0, -0.03, 0.045), (0, 0.75, -0.66), 1, 0.02)
g.egg((0, -0.05, -0.052), (0.06, 0.052, 0.044))
g.egg((0.0, 0.03, -0.105), (0.05, 0.05, 0.04), melt=0.012)
g.ring((0.0, 0.025, -0.085), (0, 0.2, -1), 0.036, 0.008, mat=cuff, melt=0.004)
WR = np.array([0.205, TY + 0.195, 0.375])
WL = np.array([0.0, TY + 0.265, 0.49])
for sh, w, hint in (
    ((0.13, 1.20, -0.03), WR, (0.3, -1, -0.3)),
    ((-0.235, 1.20, -0.03), WL, (-0.7, -0.8, 0)),
):
    e, w2 = bend(sh, w, 0.27, 0.24, hint)
    g = r.solid(wool, 0.05, layer=L, folds=0.006, freq=(15, 12, 15))
    g.limb(sh, e, 0.066, 0.056)
    c0 = w2 + unit(e - w2) * 0.05
    g.limb(e, c0, 0.056, 0.045)
    g = r.solid(cuff, 0.02, layer=L)
    g.rod(c0, c0 + unit(w2 - e) * 0.04, 0.045, 0.041, rnd=0.012)
    r.solid(skin, 0.02, layer=L).limb(c0, w2, 0.029, 0.027)
# her hands: the left holds a head, the right strips a clove
hand(
    r,
    None,
    WR,
    (-0.12, 0.30, 0.95),
    (-0.85, -0.2, 0.1),
    skin,
    layer=L,
    size=1.05,
    thumb=0.95,
    side=-1,
    fingers=(0.5, 0.62, 0.8, 0.9),
)
hand(
    r,
    None,
    WL,
    (0.75, 0.05, 0.65),
    (0.45, 0.35, -0.75),
    skin,
    layer=L,
    size=1.05,
    thumb=0.55,
    fingers=(0.5, 0.55, 0.6, 0.68),
)
GX = (0.115, TY + 0.295, 0.535)
g = r.solid(skin_of, 0.01, layer=L, folds=0.0016, freq=(60, 20, 60))
for i in range(7):
    a = i * 6.28 / 7
    g.egg(
        (GX[0] + 0.018 * math.cos(a), GX[1], GX[2] + 0.018 * math.sin(a)),
        (0.016, 0.026, 0.016),
        mat=purple if i % 3 == 0 else skin_of,
    )
g.limb((GX[0], GX[1] + 0.02, GX[2]), (GX[0] + 0.01, GX[1] + 0.055, GX[2]), 0.011, 0.005, melt=0.02)
# a strip of skin comes away
g = r.solid(skin_of, 0.004, layer=L)
g.chain(
    [
        (0.14, TY + 0.285, 0.525),
        (0.155, TY + 0.25, 0.52),
        (0.15, TY + 0.215, 0.53),
        (0.165, TY + 0.19, 0.525),
    ],
    [0.008, 0.007, 0.006, 0.003],
)
# ---- the jamb we look past
r.flat((0.36, -0.1, -0.90), (0.56, 3, -0.74), r.mat('#2a3a3a', cut=0.4), layer=2, shade=False)
r.flat((0.55, -0.1, -0.90), (0.575, 3, -0.86), r.mat('#5d6a64', cut=0.4), layer=2, shade=False)
INK = '#10201f'


def finish(pic, air=1.0):
    lx, ly = r.seen((LX, LY + 0.02, LZ))
    glow(pic, (lx, ly), 900, 620, '#e0a860', 0.16 * air)
    glow(pic, (lx, ly), 300, 220, '#ffcf86', 0.34 * air)
    shade(pic, INK, 740, 1075, 0.8)
    return pic


if __name__ == '__main__':
    base = finish(r.see([0]))
    her = finish(r.see([1], [0]), 0.3)
    near = finish(r.see([2], [2]), 0.1)
    pull('garlic', [(None, 0, base), ('hands', 0.2, her), ('jamb', 0.6, near)])
