"""A small kitchen in Seoul in the evening, seen from its door: a woman in a yellow cardigan, from behind,
at the table under the one lamp; a driving-school booklet stands against a jar of garlic. By the door,
on a stool, a sack of maize with a ribbon round it. The telephone on the wall is lit."""
import random

from figures import body, hand
from rays import *

R = random.Random(33)
r = Room(
    (-0.12, 1.12, -2.55), (-0.12, 1.12, 1), 1500, cx=960, cy=292, ambient='#34325a', upright=True
)
wall = r.mat('#b9b6b8', tex=worn('#9a97a8', 1.2, 0.4), cut=0.3, grain=0.05)
floor = r.mat('#8f7c86', tex=planks(0, 0.13, '#2a2438'), cut=0.4)
top = r.mat('#b58a62', tex=wood((2.4, 24, 26), 0.25), cut=0.5, grain=0.05)
leg = r.mat('#7d5f4c', cut=0.6)
frame = r.mat('#cfc8d2', cut=0.4, grain=0.03)
night = r.mat('#1f2450', emit='#141838', grain=0)
wool = r.mat('#f0be42', tex=ribbed(), rim=1.1, grain=0.05)
skin = r.mat('#cf9a78', grain=0.03, rim=0.8)
hair = r.mat('#3d2c2e', grain=0.25, rim=1.6)
slacks = r.mat('#5a587a', rim=0.6)
tieup = r.mat('#c99a2c', grain=0.05)
M = dict(tie=tieup, coat=wool, legs=slacks, skin=skin, hair=hair, sole=r.mat('#8a8496'))
jar = r.mat('#a9c2c6', shine=0.4, grain=0.03)
garlic_ = r.mat('#efe4d4', grain=0.1)
tin = r.mat('#a8a8b4', shine=0.5, grain=0.04)
card = r.mat('#5f86b8', grain=0.04, cut=0.4)
pages = r.mat('#f4efe0', grain=0.03)
cup = r.mat('#e8e2dc', shine=0.25, grain=0.03)
enamel = r.mat('#4b6a70', grain=0.03, shine=0.3)
inside = r.mat('#ffe9bd', emit='#d8a860', grain=0)
bulb = r.mat('#fff4d8', emit='#fff0cc', grain=0)
black = r.mat('#26243a', grain=0)
phone = r.mat('#dcd8e4', grain=0.03, shine=0.15)
screen = r.mat('#24505e', emit='#6fb8d0', grain=0)
fridge = r.mat('#c9ccd8', grain=0.03, cut=0.4, shine=0.1)
paper = r.mat('#efe9de', grain=0.03)
sack = r.mat('#ecd29a', tex=woven(0.009, 0.22), cut=0.7, rim=1.2)
ribbon = r.mat('#6f86cc', grain=0.04, rim=0.6, shine=0.15)
corn = r.mat('#e0b04a', grain=0.2)
stool = r.mat('#8d6a50', tex=wood((3, 30, 30), 0.3), cut=0.6)
X0, X1, Z1, H = -1.62, 1.95, 2.15, 2.5
W0, W1, WB, WT = 0.66, 1.52, 1.02, 1.72
r.flat((X0, -0.1, -3), (X1, 0, Z1), floor)
r.flat((X0 - 0.1, 0, -3), (X0, H, Z1), wall)
r.flat((X1, 0, -3), (X1 + 0.1, H, Z1), wall)
r.flat((X0, 0, Z1), (W0, H, Z1 + 0.14), wall)
r.flat((W1, 0, Z1), (X1, H, Z1 + 0.14), wall)
r.flat((W0, 0, Z1), (W1, WB, Z1 + 0.14), wall)
r.flat((W0, WT, Z1), (W1, H, Z1 + 0.14), wall)
r.flat((W0 - 0.1, WB - 0.1, Z1 + 0.14), (W1 + 0.1, WT + 0.1, Z1 + 0.16), night)
for a, b, c_, d in (
    (W0, W0 + 0.04, WB, WT),
    (W1 - 0.04, W1, WB, WT),
    (W0, W1, WB, WB + 0.04),
    (W0, W1, WT - 0.04, WT),
    (1.07, 1.11, WB, WT),
):
    r.flat((a, c_, Z1 + 0.04), (b, d, Z1 + 0.1), frame)
r.flat((W0 - 0.05, WB - 0.03, Z1 - 0.07), (W1 + 0.05, WB, Z1 + 0.14), frame)
r.flat((X0, 0, Z1 - 0.012), (X1, 0.09, Z1), frame)
r.flat((X0, 0, -3), (X0 + 0.012, 0.09, Z1), frame)
q = random.Random(4)
city = ''
for base, col, hs in ((430, '#2a2f60', (120, 300)), (560, '#1a1e46', (90, 260))):
    x = -20
    while x < 900:
        w, h = q.randint(46, 92), q.randint(*hs)
        city += f'<rect x="{x}" y="{base - h + 140}" width="{w}" height="{h + 400}" fill="{col}"/>'
        for yy in range(base - h + 156, 720, 24):
            for xx in range(x + 8, x + w - 10, 17):
                if q.random() < 0.22:
                    city += f'<rect x="{xx}" y="{yy}" width="8" height="11" fill="{q.choice(("#8f97d0", "#b9b4dc", "#7f9cc8"))}" opacity="{q.uniform(0.4, 0.95):.2f}"/>'
        x += w + q.randint(2, 20)
r.mats[night].decal(
    '<defs><linearGradient id="g" x2="0" y2="1"><stop offset="0" stop-color="#1b2050"/><stop offset=".6" stop-color="#40427c"/><stop offset="1" stop-color="#6a5f92"/></linearGradient></defs>'
    '<rect width="860" height="700" fill="url(#g)"/>' + city,
    (860, 700),
    (W0, WT, Z1 + 0.14),
    (W1 - W0, 0, 0),
    (0, WB - WT, 0),
    tol=0.03,
    px=1400,
)
# ---- fridge with papers, a calendar, the telephone
r.solid(fridge).box((-1.28, 0.80, 1.82), (0.31, 0.80, 0.31), rnd=0.03)
r.solid(black).box((-1.28, 1.07, 1.508), (0.305, 0.006, 0.004), rnd=0.002)
for y in (1.28, 0.86):
    r.solid(tin).box((-1.03, y, 1.49), (0.012, 0.12, 0.014), rnd=0.01)
for x, y, w, h, m, t in (
    (-1.36, 1.36, 0.06, 0.08, paper, -4),
    (-1.19, 1.42, 0.05, 0.035, card, 5),
    (-1.42, 1.21, 0.045, 0.04, ribbon, 3),
):
    r.solid(m).box((x, y, 1.504), (w, h, 0.002), rnd=0.001, roll=t)
CX, CY = 0.13, 1.66
r.solid(paper).box((CX, CY, Z1 - 0.006), (0.105, 0.14, 0.004), rnd=0.002)
grid_ = ''.join(
    f'<path d="M{14 + 26 * (i % 7)},{118 + 30 * (i // 7)}q5,-7 10,0t4,2" stroke="#6a6284" stroke-width="3" fill="none"/>'
    for i in range(30)
)
r.mats[paper].decal(
    '<rect width="210" height="280" fill="#f2ecdf"/><path d="M12,12H198V88H12z" fill="#8fa3c4"/><path d="M12,88L70,44L108,74L142,38L198,88z" fill="#5f6f9a"/>'
    + grid_
    + '<circle cx="125" cy="208" r="18" fill="none" stroke="#3f6fa0" stroke-width="5"/>',
    (210, 280),
    (CX - 0.105, CY + 0.14, Z1 - 0.01),
    (0.21, 0, 0),
    (0, -0.28, 0),
    tol=0.01,
)
TXP, TYP = -0.50, 1.48
P = Place((TXP, TYP, Z1), 0)
r.solid(phone, place=P).box((0, 0, -0.025), (0.115, 0.155, 0.025), rnd=0.018)
r.solid(screen, place=P, shade=False).box((0.03, 0.055, -0.052), (0.068, 0.045, 0.003), rnd=0.003)
for i in range(3):
    for j in range(3):
        r.solid(tin, place=P).box(
            (0.0 + 0.03 * i, -0.035 - 0.032 * j, -0.052), (0.010, 0.009, 0.003), rnd=0.003
        )
g = r.solid(phone, 0.012, place=P)
g.limb((-0.078, 0.11, -0.075), (-0.078, -0.10, -0.075), 0.020)
for y in (0.115, -0.105):
    g.egg((-0.078, y, -0.065), (0.030, 0.032, 0.026))
r.solid(phone, place=P).chain(
    [
        (-0.078, -0.13, -0.06),
        (-0.095, -0.23, -0.04),
        (-0.05, -0.28, -0.03),
        (-0.03, -0.2, -0.03),
        (-0.02, -0.155, -0.03),
    ],
    0.005,
)
# ---- table and what stands on it
TY, T0, T1, TZ0, TZ1 = 0.74, -0.42, 1.12, 1.02, 1.72
r.flat((T0, TY - 0.035, TZ0), (T1, TY, TZ1), top)
for x in (T0 + 0.05, T1 - 0.05):
    for z in (TZ0 + 0.05, TZ1 - 0.05):
        r.solid(leg).rod((x, 0, z), (x, TY - 0.03, z), 0.022, 0.028)
JX, JZ = 0.66, 1.40
g = r.solid(jar, 0.01)
g.rod((JX, TY, JZ), (JX, TY + 0.23, JZ), 0.075, rnd=0.025)
for i in range(14):
    a = R.uniform(3.3, 6.1)
    g.egg(
        (JX + 0.062 * math.cos(a), TY + 0.03 + 0.0125 * i, JZ + 0.062 * math.sin(a)),
        (0.021, 0.017, 0.02),
        mat=garlic_,
        melt=0.003,
        roll=R.uniform(-50, 50),
    )
r.solid(card).rod((JX, TY + 0.23, JZ), (JX, TY + 0.255, JZ), 0.07, rnd=0.006)
Bk = Place((JX + 0.075, TY + 0.108, JZ - 0.115), 10, 1.0, pitch=16)
r.solid(pages, place=Bk).box((0, 0, 0.003), (0.074, 0.105, 0.005), rnd=0.002)
r.solid(card, place=Bk).box((0, 0, -0.004), (0.077, 0.108, 0.0025), rnd=0.001)
r.mats[card].decal(
    '<rect width="160" height="220" fill="#5b84b6"/><rect x="14" y="16" width="132" height="12" rx="4" fill="#eaf0f2"/><rect x="14" y="36" width="84" height="8" rx="4" fill="#eaf0f2" opacity=".7"/>'
    '<path d="M0,220V150L64,84H96L160,150V220z" fill="#3c4a5c"/><path d="M80,88V110M80,124V150M80,166V200" stroke="#f3ead0" stroke-width="7"/>'
    '<path d="M42,150q2,-26 14,-28h48q12,2 14,28v32h-14v-10H56v10H42z" fill="#f0c04a"/><path d="M56,128h48l6,18H50z" fill="#dff0f4"/><circle cx="54" cy="158" r="6" fill="#fff6dc"/><circle cx="106" cy="158" r="6" fill="#fff6dc"/>',
    (160, 220),
    Bk((-0.077, 0.108, -0.0065)),
    Bk((0.154, 0, 0)) - Bk((0, 0, 0)),
    Bk((0, -0.216, 0)) - Bk((0, 0, 0)),
    tol=0.006,
)
for x, z in ((0.92, 1.25), (0.36, 1.5)):
    g = r.solid(cup)
    g.rod((x, TY, z), (x, TY + 0.085, z), 0.036, 0.04, rnd=0.006)
    g.rod((x, TY + 0.012, z), (x, TY + 0.1, z), 0.032, 0.036, op=CARVE)
    r.solid(cup).ring((x + 0.045, TY + 0.045, z), (0, 0.1, 1), 0.022, 0.006)
# ---- the lamp
LX, LY, LZ = 0.46, 1.46, 1.16
g = r.solid(enamel, shade=False)
g.rod((LX, LY + 0.02, LZ), (LX, LY + 0.14, LZ), 0.19, 0.055, rnd=0.006)
g.rod((LX, LY - 0.02, LZ), (LX, LY + 0.125, LZ), 0.192, 0.05, op=CARVE, mat=inside)
g.rod((LX, LY + 0.13, LZ), (LX, LY + 0.19, LZ), 0.026, 0.02)
r.solid(black, shade=False).rod((LX, LY + 0.18, LZ), (LX, 2.6, LZ), 0.0045)
r.solid(bulb, shade=False).egg((LX, LY + 0.03, LZ), (0.036, 0.045, 0.036))
r.lamp((LX, LY + 0.02, LZ), LANTERN, half=0.95, soft=9, power=1.15, aim=(-0.18, -1, -0.25))
r.lamp((LX, LY + 0.0, LZ - 0.02), LANTERN, half=1.8, soft=9, power=0.46)
r.lamp(
    (TXP + 0.03, TYP + 0.05, Z1 - 0.16),
    [(0, '#000000'), (0.2, '#2b5a70'), (0.7, '#7fc4d8'), (1.4, '#c4ecf4')],
    half=0.4,
    soft=8,
    power=0.22,
)
r.lamp(
    (1.09, 1.5, Z1 + 0.06),
    [(0, '#000000'), (0.1, '#22254e'), (0.4, '#4a4a8a'), (1, '#8a86c4')],
    half=1.5,
    soft=0,
    power=0.4,
    aim=(-0.3, -0.3, -1),
)
r.lamp(
    (-1.0, 1.9, -2.4),
    [(0, '#000000'), (0.4, '#3a3248'), (1, '#7a6a74')],
    half=2.5,
    soft=0,
    power=1.1,
)
# ---- chair and woman
CHX, CHZ = 0.12, 0.78
Ch = Place((CHX, 0, CHZ), 14)
g = r.solid(stool, layer=1, place=Ch)
g.box((0, 0.44, 0.0), (0.21, 0.018, 0.20), rnd=0.012)
for sx in (1, -1):
    g = r.solid(stool, layer=1, place=Ch)
    g.limb((0.18 * sx, 0.44, 0.17), (0.19 * sx, 0, 0.19), 0.018)
    g.limb((0.185 * sx, 0.0, -0.21), (0.185 * sx, 0.46, -0.19), 0.018)
    g.limb((0.185 * sx, 0.46, -0.19), (0.18 * sx, 0.86, -0.24), 0.018)
g = r.solid(stool, layer=1, place=Ch)
for y, z in ((0.82, -0.236), (0.70, -0.222)):
    g.box((0, y, z), (0.185, 0.032, 0.010), rnd=0.008)
place, ends, _ = body(
    r,
    (CHX, 0.035, CHZ - 0.02),
    14,
    M,
    'chair',
    lean=9,
    nod=13,
    turn=10,
    hair='knot',
    layer=1,
    puff=0.97,
    scale=0.97,
    freq=(11, 8, 11),
    folds=0.006,
    arms=[((0.22, 0.745, 0.44), (0.9, -0.5, -0.2)), ((-0.16, 0.745, 0.44), (-0.9, -0.5, -0.2))],
)
(w, a), (w2, a2) = ends
hand(r, place, w, (-0.5, -0.05, 0.8), (0, -1, 0), skin, curl=0.35, layer=1, side=-1)
hand(r, place, w2, (0.5, -0.05, 0.8), (0, -1, 0), skin, curl=0.35, layer=1)
# ---- by the door, on a stool: the sack, its ribbon, a few grains
SX, SZ, SY = -0.74, 0.62, 0.36
g = r.solid(stool, layer=2)
g.box((SX, SY - 0.02, SZ), (0.23, 0.02, 0.19), rnd=0.012)
for sx in (1, -1):
    for sz in (1, -1):
        g.limb(
            (SX + 0.18 * sx, SY - 0.03, SZ + 0.14 * sz),
            (SX + 0.21 * sx, 0, SZ + 0.17 * sz),
            0.021,
            0.017,
        )
g = r.solid(sack, 0.10, layer=2, folds=0.014, freq=(13, 7, 13))
g.egg((SX, SY + 0.17, SZ), (0.195, 0.185, 0.165))
g.egg((SX + 0.01, SY + 0.32, SZ), (0.155, 0.15, 0.135))
g.limb((SX + 0.01, SY + 0.42, SZ), (SX + 0.015, SY + 0.475, SZ), 0.075, 0.046)
g.half((0, SY + 0.002, 0), (0, 1, 0), 1)
g = r.solid(sack, 0.02, layer=2, folds=0.016, freq=(38, 5, 38))
g.rod((SX + 0.014, SY + 0.46, SZ), (SX + 0.03, SY + 0.60, SZ - 0.005), 0.040, 0.098, rnd=0.008)
g.rod(
    (SX + 0.022, SY + 0.53, SZ),
    (SX + 0.033, SY + 0.64, SZ - 0.006),
    0.030,
    0.10,
    op=CARVE,
    melt=0.012,
)
g = r.solid(ribbon, 0.012, layer=2, folds=0.003, freq=30)
g.ring((SX + 0.014, SY + 0.482, SZ), (0.1, 1, 0.05), 0.052, 0.017)
B = Place((SX + 0.03, SY + 0.482, SZ - 0.072), 6)
g = r.solid(ribbon, 0.008, layer=2, place=B)
g.egg((0, 0, 0), (0.019, 0.017, 0.014))
for s in (1, -1):
    g.egg((0.052 * s, 0.014, 0), (0.046, 0.026, 0.016), roll=18 * s)
    g.egg((0.056 * s, 0.013, -0.006), (0.028, 0.012, 0.02), roll=18 * s, op=CARVE, melt=0.004)
    g.chain(
        [
            (0.008 * s, -0.01, -0.006),
            (0.028 * s, -0.06, -0.045),
            (0.040 * s, -0.13 - 0.02 * s, -0.088),
        ],
        [0.011, 0.014, 0.017],
    )
for i in range(9):
    r.solid(corn, layer=2).egg(
        (SX + R.uniform(0.12, 0.21), SY + 0.006, SZ - R.uniform(0.06, 0.17)),
        (0.009, 0.006, 0.008),
        yaw=R.uniform(0, 90),
    )
# ---- near: the door's jamb and leaf, dark
dark = r.mat('#3a3558', cut=0.5)
r.flat((-1.12, -0.2, -1.25), (-0.90, 3, -1.1), dark, layer=3, shade=False)
r.flat((-0.90, -0.2, -1.19), (-0.865, 3, -1.16), r.mat('#6a628c', cut=0.5), layer=3, shade=False)
r.flat((0.86, -0.2, -1.25), (1.2, 3, -1.2), dark, layer=3, shade=False)
g = r.solid(tin, layer=3, shade=False)
g.rod((0.91, 1.0, -1.25), (0.91, 1.0, -1.30), 0.02)
g.limb((0.91, 1.0, -1.30), (1.0, 0.995, -1.305), 0.011)
INK = '#12122a'


def finish(pic, air=1.0):
    lx, ly = r.seen((LX, LY + 0.02, LZ))
    glow(pic, (lx, ly), 620, 460, '#c08040', 0.24 * air)
    glow(pic, (lx, ly), 220, 170, '#ffcf86', 0.42 * air)
    px, py = r.seen((TXP + 0.03, TYP + 0.05, Z1))
    glow(pic, (px, py), 110, 90, '#7fc4d8', 0.3 * air)
    shade(pic, INK, 750, 1065, 0.85)
    return pic


if __name__ == '__main__':
    base = finish(r.see([0]))
    her = finish(r.see([1], [0]), 0.4)
    kept = finish(r.see([2], [0]), 0.3)
    near = r.see([3], [3])
    near[..., :3] *= 0.6
    near = finish(near, 0)
    pull('maize', [(None, 0, base), ('her', 0.15, her), ('sack', 0.32, kept), ('door', 0.6, near)])
