"""A one-room house at night: on the floor a soap wrapper covered in sums, a pencil and a small sack of
salt. A woman in a red scarf bends over it, a girl beside her counts on her fingers. One oil lamp.
In the door, half open, the toes of somebody else's boots."""
import random

from figures import body, hand
from rays import *

r = Room((-0.16, 1.95, -2.6), (0.10, 0.55, 0.9), 2050, cx=905, cy=335, ambient='#2d2c46')
# ---- what things are made of
floor = r.mat('#b58a52', cut=0.45)
wall = r.mat('#9a8468', tex=worn('#6d5f58', 1.6, 0.5), cut=0.3)
wood_ = r.mat('#6b4a34', tex=wood((30, 2.5, 30), 0.4), cut=0.6)
dark = r.mat('#2a2434', cut=0.6)
night = r.mat('#0d1530', emit='#080e22', grain=0)
tin = r.mat('#6e7078', shine=0.35)
glass = r.mat('#ffe7b0', emit='#ffcf86', grain=0)
paper = r.mat('#eadfc0', cut=0.3, grain=0.05)
sack = r.mat('#cdbd9c', tex=woven(0.008, 0.2))
rope = r.mat('#8a6c48')
boot = r.mat('#6e5c52', rim=0.8, grain=0.06)
pencil = r.mat('#b98b3c', grain=0)
lead = r.mat('#2a2226', grain=0)
M = dict(
    coat=r.mat('#6a6f92', rim=1.2),
    legs=r.mat('#4a4a6a', rim=1),
    skin=r.mat('#c48c6a', grain=0.03, rim=1.2),
    hair=r.mat('#3a2a2e', grain=0.2, rim=2.5),
    sole=r.mat('#8d8078'),
    scarf=r.mat('#dc5b45', tex=knitted(), rim=1.2),
)
SOL = dict(M, coat=r.mat('#b09a66', rim=1.2), legs=r.mat('#4a4258'))
quilt = r.mat('#6e7a96', tex=woven(0.01, 0.15))
quilt2 = r.mat('#8f7d86', tex=woven(0.01, 0.15))
chest = r.mat('#5b3a2a', tex=wood((2.5, 30, 30), 0.35), cut=0.6)
brass = r.mat('#b58a4a', shine=0.5)


def sheets(p, n, c):
    """Floor paper in oiled sheets, darker where many have walked."""
    u, v = p[:, 0] / 0.62 + 20, p[:, 2] / 0.5 + 20.3
    i = np.floor(v)
    u = u + 0.5 * (i % 2)
    j = np.floor(u)
    h = np.sin(i * 12.9898 + j * 78.233) * 43758.5453
    h = h - np.floor(h)
    c = c * (0.9 + 0.2 * h)[:, None]
    gap = np.minimum(np.minimum(u - j, 1 - u + j) * 0.62, np.minimum(v - i, 1 - v + i) * 0.5)
    k = 1 - smooth(0.001, 0.005, gap)
    c = c * (1 - 0.35 * k)[:, None]
    return c * (1 - 0.28 * smooth(0.05, 0.4, noise(p, (2.2, 2, 5), 4)))[:, None]


r.mats[floor].tex = sheets
# ---- the room
X0, X1, Z1, H = -1.75, 1.85, 2.25, 2.2
r.flat((X0, -0.1, -4), (X1, 0, Z1 + 0.3), floor)
r.flat((X0 - 0.1, 0, -4), (X0, H, Z1), wall)
r.flat((X1, 0, -4), (X1 + 0.1, H, Z1), wall)
D0, D1, DH = 0.80, 1.38, 1.72
r.flat((X0, 0, Z1), (D0, H, Z1 + 0.14), wall)
r.flat((D1, 0, Z1), (X1, H, Z1 + 0.14), wall)
r.flat((D0, DH, Z1), (D1, H, Z1 + 0.14), wall)
r.flat((X0, H, -4), (X1, H + 0.1, Z1), dark, shade=False)
r.flat((-1, -0.2, Z1 + 2.5), (6, 4, Z1 + 2.6), night, shade=False)
r.flat((0.5, -0.14, Z1 + 0.3), (6, -0.08, Z1 + 2.6), dark)
# door frame, sill, leaf
for x in (D0 - 0.04, D1 - 0.02):
    r.flat((x, 0, Z1 - 0.03), (x + 0.06, DH + 0.05, Z1 + 0.16), wood_)
r.flat((D0, DH, Z1 - 0.03), (D1, DH + 0.07, Z1 + 0.16), wood_)
r.flat((D0, 0, Z1 - 0.03), (D1, 0.045, Z1 + 0.16), wood_)
r.flat((D1 - 0.58, 0.06, Z1 - 0.05), (D1, DH, Z1 - 0.01), wood_, yaw=-45, pivot=(D1, 0, Z1 - 0.03))


def lost(p, n, c):
    """The lamp does not reach above the toes."""
    k = smooth(0.09, 0.19, p[:, 1])[:, None]
    return c * (1 - k) + rgb('#191f3c') * k


r.mats[boot].tex = lost
for x, z in ((0.885, Z1 + 0.0), (0.995, Z1 - 0.015)):
    B = Place((x, 0.046, z), 197)
    g = r.solid(boot, 0.03, place=B)
    g.egg((0, 0.034, 0.0), (0.046, 0.034, 0.052))
    g.limb((0, 0.036, -0.03), (0, 0.07, -0.12), 0.042, 0.048)
    g.limb((0, 0.07, -0.13), (0, 0.26, -0.16), 0.05, 0.06)
    g.half((0, 0.014, 0), (0, 1, 0), 1)
    g = r.solid(boot, 0.01, place=B)
    g.limb((0, 0.006, 0.0), (0, 0.006, -0.17), 0.053, 0.048)
    g.half((0, 0, 0), (0, 1, 0), 1)
    g.half((0, 0.017, 0), (0, -1, 0), 1)
    g = r.solid(boot, place=B)
    g.ring((0, 0.034, -0.028), (0, 0.35, 1), 0.0425, 0.004)
    for k in range(3):
        r.solid(rope, place=B).limb(
            (-0.022, 0.098 + 0.017 * k, -0.058 - 0.026 * k),
            (0.022, 0.102 + 0.017 * k, -0.05 - 0.026 * k),
            0.0045,
        )
# ---- at the wall: a chest with folded quilts, a basin
r.solid(chest).box((-1.2, 0.24, 2.0), (0.42, 0.24, 0.2), rnd=0.012)
r.solid(brass).box((-1.2, 0.33, 1.795), (0.05, 0.045, 0.008), rnd=0.004)
for x in (-1.58, -0.82):
    r.solid(brass).box((x, 0.43, 1.797), (0.03, 0.03, 0.006), rnd=0.003)
for i, (y, w, m) in enumerate(((0.54, 0.36, quilt), (0.65, 0.34, quilt2), (0.755, 0.35, quilt))):
    g = r.solid(m, 0.03, folds=0.012, freq=(7, 12, 7))
    g.box((-1.2 + 0.02 * (i - 1), y, 2.0), (w, 0.058, 0.17), rnd=0.055)
# ---- lamp: a tin with a glass, and on the floor what the sum is about
LX, LZ = 0.22, 1.14
g = r.solid(chest)
g.box((LX, 0.075, LZ), (0.13, 0.075, 0.1), rnd=0.01, yaw=12)
g = r.solid(tin, shade=False)
g.rod((LX, 0.15, LZ), (LX, 0.20, LZ), 0.055, 0.05, rnd=0.01)
g.rod((LX, 0.20, LZ), (LX, 0.225, LZ), 0.022, 0.02)
g = r.solid(glass, 0.02, shade=False)
g.rod((LX, 0.225, LZ), (LX, 0.245, LZ), 0.022, 0.034, rnd=0.004)
g.egg((LX, 0.27, LZ), (0.037, 0.042, 0.037))
g.rod((LX, 0.30, LZ), (LX, 0.38, LZ), 0.02, 0.017)
LAMP_AT = (LX, 0.29, LZ)
r.lamp((LX, 0.36, LZ - 0.02), LANTERN, half=0.95, soft=10, power=0.95)
r.lamp(
    (1.9, 1.5, Z1 + 1.4), [(0, '#000000'), (0.5, '#1c2848'), (1.2, '#3c5078')], half=1.6, soft=14
)
r.lamp(
    (-1.5, 2.1, -2.4),
    [(0, '#000000'), (0.4, '#2e2d48'), (1, '#5a5878')],
    half=2.2,
    soft=0,
    power=0.75,
)
# the wrapper: unfolded, creased, full of sums
WX, WZ, WY = 0.13, 0.52, 8
g = r.solid(paper, folds=0.003, freq=(9, 9, 9))
P = Place((WX, 0.003, WZ), WY)
g.box(P((0, 0, 0)), (0.19, 0.0014, 0.14), rnd=0.001, yaw=WY)
q = random.Random(5)


def stroke(x, y, s):
    """A cipher that is none: one to three strokes of a pencil."""
    d = f'M{x:.1f},{y:.1f}'
    for _ in range(q.choice((2, 2, 3))):
        d += (
            f' q{q.uniform(-0.6, 0.9) * s:.1f},{q.uniform(-0.5, 0.5) * s:.1f} '
            f'{q.uniform(-0.3, 0.6) * s:.1f},{q.uniform(-0.2, 0.8) * s:.1f}'
        )
    return d


sums = []
for x0, rows in ((34, 6), (138, 5), (238, 7)):
    y = 40
    for i in range(rows):
        for k in range(q.choice((2, 3, 3, 4))):
            sums.append(stroke(x0 + 78 - k * 19, y, 13))
        y += 27
        if i in (1, rows - 2):
            sums.append(f'M{x0 - 4},{y - 4} q40,{q.uniform(-3, 3):.1f} {q.uniform(86, 94):.0f},-1')
            y += 9
svg = (
    '<rect width="380" height="280" fill="#efe6cb"/>'
    '<path d="M0,0H380V280H0z" fill="none" stroke="#b49a6a" stroke-width="3"/>'
    '<path d="M128,0L124,280M252,0L256,280M0,96H380M0,188L380,184" stroke="#b9a67e" stroke-width="3" opacity=".8" fill="none"/>'
    '<path d="M129,0L125,280M0,98H380" stroke="#fff8e2" stroke-width="2" opacity=".9" fill="none"/>'
    '<path d="M258,190H378V278H260z" fill="#8fa59a" opacity=".55"/><ellipse cx="318" cy="234" rx="42" ry="26" fill="none" stroke="#4f6b68" stroke-width="4" opacity=".6"/>'
    f'<path d="{" ".join(sums)}" fill="none" stroke="#33283a" stroke-width="3.1" stroke-linecap="round"/>'
    '<path d="M232,250q20,-8 52,-2" stroke="#33283a" stroke-width="3" fill="none"/>'
)
r.mats[paper].decal(
    svg,
    (380, 280),
    P((-0.19, 0.004, 0.14)),
    np.subtract(P((0.38, 0, 0)), P((0, 0, 0))),
    np.subtract(P((0, 0, -0.28)), P((0, 0, 0))),
    tol=0.03,
)
# the salt
SX, SZ = -0.03, 1.55
g = r.solid(sack, 0.05, folds=0.014, freq=(15, 9, 15))
g.egg((SX, 0.10, SZ), (0.135, 0.10, 0.12))
g.egg((SX, 0.15, SZ), (0.09, 0.08, 0.085))
g.limb((SX, 0.2, SZ), (SX + 0.005, 0.235, SZ), 0.032, 0.026)
g.limb((SX + 0.005, 0.24, SZ), (SX + 0.02, 0.275, SZ - 0.01), 0.026, 0.046, melt=0.02)
r.solid(rope).ring((SX + 0.003, 0.23, SZ), (0.1, 1, 0), 0.031, 0.009)
# ---- the two
place, ends, _ = body(
    r,
    (-0.42, 0, 0.22),
    42,
    M,
    'kneel',
    lean=31,
    nod=26,
    hair='scarf',
    layer=1,
    puff=1.1,
    bands=True,
    arms=[((0.26, 0.10, 0.55), (0.6, 0.1, -0.3)), ((-0.2, 0.07, 0.42), (-0.7, 0.2, -0.2))],
)
(w, a), (w2, a2) = ends
hand(r, place, w, (0.1, -0.25, 0.9), (0, -1, -0.2), M['skin'], curl=0.62, layer=1, side=-1)
hand(r, place, w2, (0.15, -0.3, 0.9), (0, -1, 0), M['skin'], curl=0.2, layer=1)
g = r.solid(pencil, layer=1)
grip = place(np.array(w) + unit((0.1, -0.25, 0.9)) * 0.085)
tip = np.array([grip[0] - 0.035, 0.009, grip[2] + 0.012])
back = tip + unit(grip + (0, 0.012, -0.012) - tip) * 0.2
g.rod(tip + (back - tip) * 0.1, back, 0.0045)
g.rod(tip, tip + (back - tip) * 0.1, 0.001, 0.0045, mat=lead)
place, ends, _ = body(
    r,
    (0.86, 0, 0.34),
    -46,
    SOL,
    'kneel',
    lean=14,
    nod=16,
    hair='plaits',
    layer=1,
    scale=0.8,
    head=1.16,
    puff=1.06,
    bands=True,
    arms=[((0.12, 0.47, 0.33), (0.8, -0.6, 0)), ((-0.13, 0.50, 0.34), (-0.8, -0.6, 0))],
)
(w, a), (w2, a2) = ends
hand(
    r,
    place,
    w,
    (-0.1, 1, 0.15),
    (-0.9, 0.0, -0.4),
    SOL['skin'],
    layer=1,
    fingers=(0.05, 0.05, 0.95, 1),
    spread=0.3,
    size=0.92,
    side=-1,
)
hand(
    r,
    place,
    w2,
    (0.15, 1, 0.1),
    (0.9, 0, -0.4),
    SOL['skin'],
    layer=1,
    fingers=(0.02, 0.02, 0.02, 0.02),
    spread=0.4,
    thumb=0.1,
    size=0.92,
)

# ---- near: a water jar, dark
jar = r.mat('#3a2c2c', shine=0.12)
g = r.solid(jar, 0.05, layer=2)
g.egg((1.06, 0.24, -0.72), (0.27, 0.26, 0.27))
g.rod((1.06, 0.44, -0.72), (1.06, 0.52, -0.72), 0.17, 0.19, rnd=0.02, melt=0.03)
g.rod((1.06, 0.5, -0.72), (1.06, 0.60, -0.72), 0.15, op=CARVE)

INK = '#0b0d1c'


def finish(pic, air=1.0):
    lx, ly = r.seen(LAMP_AT)
    glow(pic, (lx, ly), 520, 400, '#a8602f', 0.28 * air)
    glow(pic, (lx, ly), 150, 140, '#ffcf86', 0.55 * air)
    shade(pic, INK, 730, 1060, 0.86)
    return pic


if __name__ == '__main__':
    base = finish(r.see([0]))
    lx, ly = r.seen((LX, 0.268, LZ))
    over(
        base,
        f'<path d="M{lx - 6:.1f},{ly + 10:.1f}q-9,-22 6,-44q16,20 6,44q-6,6 -12,0z" fill="#fffbe8"/>',
    )
    two = finish(r.see([1], [0]), 0.6)
    near = finish(r.see([2], [2]), 0.2)
    pull('wrapper', [(None, 0, base), ('two', 0.22, two), ('jar', 0.6, near)])
