"""A pear orchard on a late autumn afternoon: a woman in a faded red scarf stands on a ladder, from
behind, pruning, and a girl hands her a saw; beyond the rows a village school with one lamp lit,
and a woman and a small girl who have stopped short of its gate."""
import random

from atelier import branch
from stage import *

R = random.Random(1616)
c = Cam(1010, 430, 1300, 1.5)
D = [
    lg(
        'sky',
        [(0, '#8590ae'), (0.4, '#b9b0b8'), (0.75, '#dcc9b4'), (1, '#efe2c0')],
        0,
        0,
        0,
        436,
        True,
    ),
    lg(
        'ground',
        [(0, '#b7a37c'), (0.12, '#9c9068'), (0.45, '#66694c'), (1, '#2e3430')],
        0,
        428,
        0,
        1000,
        True,
    ),
    rg(
        'sun',
        [
            (0, ('#fff6dc', 0.95)),
            (0.2, ('#fbeac0', 0.6)),
            (0.6, ('#efd9b0', 0.2)),
            (1, ('#efd9b0', 0)),
        ],
    ),
    rg('glow', [(0, ('#ffe9bd', 0.95)), (0.3, ('#ffcf86', 0.5)), (1, ('#ffb860', 0))]),
    lg(
        'path',
        [(0, '#d9c69c'), (0.4, '#b5a27c'), (0.8, ('#7d7660', 0.5)), (1, ('#5d6049', 0))],
        0,
        440,
        0,
        860,
        True,
    ),
    lg('blade', [(0, '#e9ecea'), (1, '#8f9aa0')], 0, 0, 1, 0),
    lg('vig', [(0, ('#171c20', 0)), (0.45, ('#171c20', 0.5)), (1, ('#12161a', 0.97))]),
]
INK = '#12161a'
LIT, DARK = '#fbe9c6', '#272b44'
HOR = c.cy


def T(col, a=0.5, b=0.46):
    return tones(col, LIT, DARK, a, b)


LEAF = ['#6f6a3c', '#8f8048', '#a38a4c', '#7d5f3c']


def leaves(tips, r, size, keep, cols, hang=0.6):
    o = {}
    for x, y in tips:
        if r.random() > keep:
            continue
        a, b = x + r.gauss(0, 1) * size * 0.4, y + r.uniform(0, 1) * size
        t = r.uniform(0.9, 2.2)
        s = size * r.uniform(0.6, 1.2)
        dx, dy = math.cos(t) * s, math.sin(t) * s
        o.setdefault(r.choice(cols), []).append(
            'M%s Q%s %s Q%s %sz'
            % (
                xy((a, b)),
                xy((a + dx * 0.4 - dy * 0.42, b + dy * 0.4 + dx * 0.42)),
                xy((a + dx, b + dy)),
                xy((a + dx * 0.5 + dy * 0.4, b + dy * 0.5 - dx * 0.4)),
                xy((a, b)),
            )
        )
    return ''.join(el(''.join(o[k]), k) for k in cols if k in o)


def pear(px, py, k, seed, bark, lit, cols, depth=4, keep=0.5, limbs=None, trunk=0.75, girth=0.24):
    """a pruned pear tree: short trunk, four or five limbs like a vase"""
    r = random.Random(seed)
    out, tips = [], []
    top = (px + r.uniform(-0.06, 0.06) * k, py - trunk * k)
    w = girth * k
    out.append(
        'M%s C%s %s %s L%s C%s %s %sz'
        % (
            xy((px - w * 0.85, py + 0.02 * k)),
            xy((px - w * 0.45, py - 0.15 * k)),
            xy((top[0] - w * 0.5, top[1] + 0.36 * k)),
            xy((top[0] - w * 0.9, top[1] - 0.1 * k)),
            xy((top[0] + w * 0.9, top[1] - 0.1 * k)),
            xy((top[0] + w * 0.5, top[1] + 0.36 * k)),
            xy((px + w * 0.45, py - 0.15 * k)),
            xy((px + w * 0.85, py + 0.02 * k)),
        )
    )
    for a, ln in limbs or ((-2.45, 1.0), (-1.95, 1.15), (-1.2, 1.15), (-0.72, 1.0)):
        branch(
            top[0] + math.cos(a) * w * 0.3,
            top[1],
            a + r.uniform(-0.08, 0.08),
            ln * k,
            w * 0.62,
            r,
            depth,
            out,
            (-1.57 - a) * 0.55,
            None,
            tips,
        )
    d = ''.join(out[1:])
    o = ''.join(
        el(p, lit, transform='translate(%s,%s)' % (n(-0.028 * k), n(-0.006 * k)))
        for p in (d, out[0])
    )
    return o + el(d, bark) + el(out[0], bark) + leaves(tips, r, 0.085 * k, keep, cols)


# ---------------------------------------------------------------- sky and what lies far off
s = ['<rect width="1920" height="1080" fill="url(#sky)"/>']
q = random.Random(12)
for x, y, w, h, o, cl in (
    (520, 96, 760, 14, 0.4, '#cbbcc0'),
    (1360, 130, 620, 12, 0.45, '#d6c6be'),
    (900, 210, 700, 11, 0.5, '#ead9c0'),
    (300, 262, 460, 9, 0.5, '#f1e3c6'),
    (1560, 268, 520, 9, 0.5, '#e6d6c0'),
    (1100, 318, 460, 7, 0.6, '#f3e6c8'),
):
    s.append(el(lens(x, y, w, h, q), cl, opacity=o, filter='url(#b1)'))
s.append(
    ell(230, 372, 620, 380, 'url(#sun)')
    + ell(226, 366, 46, 46, '#fff8e4', opacity=0.9, filter='url(#b2)')
)
s.append(
    '<g filter="url(#cut2)">'
    + el(
        'M-20,398C160,356 300,372 470,352C640,330 760,366 930,352C1120,330 1260,300 1440,322C1640,346 1760,318 1940,330V450H-20z',
        '#a89fb0',
        opacity=0.85,
    )
    + el(
        'M-20,420C200,394 380,410 560,392C760,376 960,404 1180,390C1400,372 1620,386 1940,372V450H-20z',
        '#8d8798',
        opacity=0.85,
    )
    + '</g>'
)
s.append('<rect x="-10" y="%s" width="1940" height="700" fill="url(#ground)"/>' % n(HOR - 2))
s.append(ell(960, HOR + 2, 1100, 22, '#ead9b8', opacity=0.7, filter='url(#f8)'))
# poplars and roofs of the village
for i in range(17):
    x = -46 + i * 6.4 + q.uniform(-2, 2)
    z = q.uniform(88, 130)
    p, k = c(x, 0, z), c.f / z
    h = q.uniform(6, 10)
    s.append(
        el(
            soft(
                [
                    (p[0] - 0.5 * k, p[1]),
                    (p[0] - 0.9 * k, p[1] - h * 0.5 * k),
                    (p[0], p[1] - h * k),
                    (p[0] + 0.9 * k, p[1] - h * 0.5 * k),
                    (p[0] + 0.5 * k, p[1]),
                ],
                t=0.4,
            ),
            q.choice(['#8f8a88', '#a3988c', '#9a8f80']),
            opacity=0.75,
        )
    )
for i in range(9):
    x = q.choice([-1, 1]) * q.uniform(10, 50) - 6
    z = q.uniform(80, 100)
    w = q.uniform(5, 9)
    s.append(
        box(c, x, x + w, 0, 2.2, z, z + 4, '#b7a796', '#8d8790', '#99909a')
        + el(
            face(
                c,
                (x - 0.4, 2.1, z - 0.3),
                (x + w + 0.4, 2.1, z - 0.3),
                (x + w - 0.4, 3.6, z + 2),
                (x + 0.4, 3.6, z + 2),
            ),
            q.choice(['#858596', '#918c92', '#7d8090']),
        )
    )
# ---- the school: long, one storey, a lamp in one window; a wall and a gate before it
SX, SZ = 2.15, 52
sc = []
sc.append(
    el(
        face(c, (SX, 0, SZ), (SX + 26, 0, SZ), (SX + 34, 0, SZ - 3), (SX + 3, 0, SZ - 3)),
        '#5f5a52',
        opacity=0.4,
    )
)
sc.append(
    el(wall(c, SX, SX + 22, 0, 3.6, SZ), '#d3cabb')
    + el(side(c, SX, 0, 3.6, SZ, SZ + 8), '#efe4cc')
    + el(wall(c, SX, SX + 22, 0, 0.9, SZ), '#8f9a98')
)
sc.append(
    el(
        face(
            c,
            (SX - 0.7, 3.5, SZ - 0.6),
            (SX + 22.7, 3.5, SZ - 0.6),
            (SX + 21.6, 5.5, SZ + 4),
            (SX + 0.6, 5.5, SZ + 4),
        ),
        '#6f7488',
    )
    + el(
        face(c, (SX - 0.7, 3.5, SZ - 0.6), (SX + 0.6, 5.5, SZ + 4), (SX - 0.7, 3.5, SZ + 8.6)),
        '#d9ccb6',
    )
    + st(
        line([c(SX - 0.7, 3.5, SZ - 0.6), c(SX + 22.7, 3.5, SZ - 0.6)]), '#e6dbc6', 1.6, opacity=0.7
    )
)
for i in range(8):
    x = SX + 0.9 + i * 2.65
    lit = i == 1
    sc.append(
        el(wall(c, x - 0.12, x + 1.72, 1.08, 2.9, SZ), '#ece3d2')
        + el(wall(c, x, x + 1.6, 1.2, 2.8, SZ), '#ffcf86' if lit else '#6a7288')
    )
    if lit:
        p = c(x + 0.8, 2.1, SZ)
        sc.append(
            ell(p[0], p[1], 10, 9, '#fff3d2', filter='url(#b2)')
            + ell(p[0], p[1], 74, 60, 'url(#glow)', opacity=0.75)
        )
    sc.append(st(line([c(x + 0.8, 2.8, SZ), c(x + 0.8, 1.2, SZ)]), '#ece3d2', 1.6))
GZ = 44
gx = 3.6
for x0, x1 in ((-8, gx - 0.3), (gx + 3.5, 30)):
    sc.append(
        el(wall(c, x0, x1, 0, 1.25, GZ), '#b5a690')
        + el(wall(c, x0, x1, 1.2, 1.36, GZ), '#e0d3b8')
        + el(wall(c, x0, x1, 0, 0.3, GZ), '#8f8474')
    )
for x in (gx - 0.35, gx + 2.95):
    sc.append(
        el(wall(c, x, x + 0.6, 0, 2.3, GZ - 0.1), '#a59a8c')
        + el(wall(c, x, x + 0.2, 0, 2.3, GZ - 0.1), '#efe2c6')
        + el(wall(c, x - 0.1, x + 0.7, 2.3, 2.5, GZ - 0.1), '#ded1b6')
    )
# its two leaves stand open
for a, b in (((gx + 0.25, GZ), (gx + 0.5, GZ + 1.5)), ((gx + 2.95, GZ), (gx + 2.7, GZ + 1.5))):
    sc.append(
        el(
            face(c, (a[0], 1.7, a[1]), (b[0], 1.7, b[1]), (b[0], 0.1, b[1]), (a[0], 0.1, a[1])),
            '#6a7a7a',
        )
    )
# the path between the rows to the gate
PA = smoothed([(0.9, 3.2), (1.0, 6), (1.3, 12), (2.2, 24), (4.4, 38), (5.0, 46)], 8)
sc.insert(
    0,
    el(
        poly([c(x - 0.8, 0, z) for x, z in PA] + [c(x + 0.8, 0, z) for x, z in PA[::-1]]),
        'url(#path)',
        opacity=0.6,
    ),
)
s += sc
# the woman and the small girl, some steps short of it
p = c(2.95, 0, 30)
b = Body(p[0], p[1], c.f / 30 / 100, light=(-0.9, 0.4))
k = T('#5a6270')
o = el(
    poly([(p[0] - 4, p[1]), (p[0] + 4, p[1]), (p[0] + 110, p[1] + 7), (p[0] + 80, p[1] + 7)]),
    '#4a463c',
    opacity=0.5,
)
o += (
    legs(b, T('#3d4050'), T('#2d2d33'), creases=False)
    + arm(b, [(-15, 123), (-22, 100), (-19, 76)], k, None)
    + arm(b, [(15, 123), (24, 100), (29, 78)], k, None)
    + coat(b, k, hem=54, quilts=0)
    + bob(b, T('#2b282c'), 148, (10.4, 12.6), -9, False)
)
s.append(o)
b = Body(p[0] + 20, p[1] + 0.5, c.f / 30 / 100, light=(-0.9, 0.4))
k = T('#8d8468')
s.append(
    legs(b, T('#4a4d5c'), T('#2d2d33'), hip=50, gap=5.5, w=(11, 9, 7), creases=False)
    + arm(b, [(-9, 80), (-15, 66), (-17, 56)], k, None, (9, 8, 6))
    + arm(b, [(9, 80), (15, 66), (14, 52)], k, None, (9, 8, 6))
    + coat(b, k, top=86, hem=42, w=(12.4, 12.4, 15.4), quilts=0)
    + b.form([(-9, 80), (9, 80), (10, 58), (-10, 58)], T('#5f7f86'), 1, 6, t=0.3)
    + bob(b, T('#2b282c'), 102, (10.4, 11.6), -8, False)
)
# ---------------------------------------------------------------- the rows
rows = []
for x in (-15.5, -10.4, -5.6, 6.6, 11.4, 16.4, 21.5):
    z = 11.5 if x > 0 else 10.5
    while z < 62:
        if not (x > 0 and z > 36):
            rows.append((z + R.uniform(-0.4, 0.4), x + R.uniform(-0.3, 0.3)))
        z += 4.6
rows.sort(reverse=True)
o = ''
for i, (z, x) in enumerate(rows):
    p, k = c(x, 0, z), c.f / z
    far = min(0.72, (z - 8) / 70)
    air = '#c9b7a8'
    o += ell(
        p[0] + 1.5 * k,
        p[1] + 0.05 * k,
        2.1 * k,
        0.1 * k,
        '#3d3f3a',
        opacity=n(0.4 * (1 - far)),
        filter='url(#f2)',
    )
    o += pear(
        p[0],
        p[1],
        k,
        100 + i,
        mix('#4a433f', air, far),
        mix('#c9b088', air, far * 0.8),
        [mix(l, '#d6c39c', far * 0.9) for l in LEAF],
        4 if z < 20 else 3,
        0.35 if z < 20 else 0.55,
    )
s.append(o)
# long shadows over the grass, the light between them, leaves that have come down
g = []
q = random.Random(77)
for i in range(46):
    z = 6.2 * (1.045**i)
    x = q.uniform(-1.3, 0.9) * z
    p, k = c(x, 0, z), c.f / z
    g.append(
        el(
            soft(
                [
                    (p[0], p[1]),
                    (p[0] + 1.8 * k, p[1] - 0.03 * k),
                    (p[0] + q.uniform(3, 6) * k, p[1] + 0.02 * k),
                    (p[0] + 2.2 * k, p[1] + 0.07 * k),
                ]
            ),
            '#2f3532',
            opacity=n(q.uniform(0.12, 0.3)),
            filter='url(#b2)',
        )
    )
for i in range(60):  # the sun gets through between the rows
    z = 5.6 * (1.035**i)
    x = q.uniform(-1.0, 0.8) * z
    p, k = c(x, 0, z), c.f / z
    g.append(
        el(
            soft(
                [
                    (p[0], p[1]),
                    (p[0] + 1.2 * k, p[1] - 0.025 * k),
                    (p[0] + q.uniform(2, 4) * k, p[1]),
                    (p[0] + 1.4 * k, p[1] + 0.035 * k),
                ]
            ),
            '#f0dfa6',
            opacity=n(q.uniform(0.12, 0.34)),
            filter='url(#b2)',
        )
    )
for i in range(300):
    z = 4.8 * (1.0075**i)
    x = q.uniform(-0.85, 0.8) * z
    p, k = c(x, 0, z), c.f / z
    t = q.uniform(0, 3.1)
    w = k * q.uniform(0.03, 0.07)
    g.append(
        ell(
            p[0],
            p[1],
            w,
            w * 0.36,
            q.choice(['#a38a4c', '#8f7a48', '#7d5f3c', '#c9b27a', '#6a5a3a']),
            opacity=n(q.uniform(0.4, 0.9)),
            transform='rotate(%d %s %s)' % (q.randint(-30, 30), n(p[0]), n(p[1])),
        )
    )
for i in range(170):
    z = q.uniform(4.6, 14)
    x = q.uniform(-0.8, 0.8) * z
    p, k = c(x, 0, z), c.f / z
    col = q.choice(['#6f6f4a', '#4a5040', '#8f8a5c'])
    for t in (-1, 0, 0.8):
        h = k * q.uniform(0.05, 0.13)
        g.append(
            st(
                'M%s q%s,%s %s,%s'
                % (
                    xy((p[0] + t * k * 0.015, p[1])),
                    n(h * t * 0.1),
                    n(-h * 0.6),
                    n(h * t * 0.5),
                    n(-h),
                ),
                col,
                n(max(1, k * 0.008)),
                opacity=0.6,
            )
        )
s += g
base = [
    '<g>' + ''.join(s) + '</g>',
    '<g style="mix-blend-mode:screen">'
    + ell(230, 380, 1000, 560, 'url(#sun)', opacity=0.5)
    + '</g>',
]
# ---------------------------------------------------------------- our tree, its ladder
tr = []
k = c.f / 6.3
tx, ty = 600, c(0, 0, 6.3)[1]
tr.append(
    '<g filter="url(#f8)" opacity=".5">'
    + el(
        poly([(tx - 40, ty), (tx + 50, ty - 6), (tx + 1400, ty + 60), (tx + 1300, ty + 96)]),
        '#262b2c',
    )
    + '</g>'
)
bark, lit = '#413a38', '#c3a87e'
tr.append(
    pear(
        tx,
        ty,
        k,
        7,
        bark,
        lit,
        LEAF,
        4,
        0.34,
        ((-2.75, 1.25), (-2.2, 1.35), (-1.5, 1.3), (-0.95, 1.5), (-0.45, 1.35)),
        0.95,
        0.3,
    )
)
for i in range(16):  # bark, cracked in plates
    y = ty - q.uniform(0.05, 0.9) * k
    x = tx + q.uniform(-0.18, 0.18) * k
    tr.append(
        st(
            'M%s q%d,%d %d,%d'
            % (xy((x, y)), q.randint(-4, 4), q.randint(8, 18), q.randint(-5, 5), q.randint(20, 40)),
            q.choice(['#2a2527', '#6f6050']),
            n(q.uniform(2, 4)),
            opacity=0.6,
        )
    )
for i in range(40):  # grass stands against its foot
    x = tx + q.uniform(-0.5, 0.5) * k
    h = q.uniform(8, 20)
    tr.append(
        st(
            'M%s q%s,%s %s,%s'
            % (
                xy((x, ty + 6)),
                n(h * q.uniform(-0.2, 0.2)),
                n(-h * 0.6),
                n(h * q.uniform(-0.4, 0.4)),
                n(-h),
            ),
            q.choice(['#3a4034', '#545a40', '#2f352e', '#7d7a50']),
            2.4,
            opacity=0.9,
        )
    )
ladder = []
K = 2.12  # px a centimetre where they stand
gy = 752
A0, A1, B0, B1 = (776, gy + 6), (934, gy), (836, 214), (878, 214)
ladder.append(
    st(line([(858, 218), (742, gy - 34)]), '#4d4238', 9, stroke_linecap='round')
    + st(line([(855, 220), (740, gy - 34)]), '#b59c74', 2.4, opacity=0.7)
)
for P0, P1 in ((A0, B0), (A1, B1)):
    ladder.append(
        st(line([P0, P1]), '#6e5a44', 13, stroke_linecap='round')
        + st(line([(P0[0] - 4, P0[1]), (P1[0] - 4, P1[1])]), '#e0c79a', 3.4, opacity=0.85)
    )
rung = {}
for i in range(1, 9):
    t = i / 8.6
    a, e = along(A0, B0, t), along(A1, B1, t)
    rung[i] = (a, e)
    ladder.append(
        st(line([a, e]), '#5a4938', 10)
        + st(line([(a[0], a[1] - 4), (e[0], e[1] - 4)]), '#d9bf92', 2.6, opacity=0.8)
    )
ladder.append(st(line([(832, 214), (882, 214)]), '#6e5a44', 12, stroke_linecap='round'))
# cut twigs and a basket at the foot
for i in range(26):
    x, y = q.uniform(1130, 1330), gy - 8 + q.uniform(-16, 14)
    l = q.uniform(40, 120)
    t = q.uniform(-0.35, 0.35)
    ladder.append(
        st(
            'M%s q%s,%s %s,%s' % (xy((x, y)), n(l * 0.5), n(l * t * 0.3 - 8), n(l), n(l * t)),
            q.choice(['#4a403a', '#6b5a4a', '#a08a68']),
            n(q.uniform(2, 5)),
            stroke_linecap='round',
        )
    )
# ---------------------------------------------------------------- the two
hair, skin = T('#2a272c', 0.4, 0.5), T('#94705a', 0.5, 0.44)
L = (-0.92, 0.4)
fy = along(*rung[4], 0.5)[1] - 4  # what she stands on
fx = 856
b = Body(fx, fy, K, light=L)
k = T('#58657a')
tw = T('#454a58')
yu = []
up = (rung[4][0][1] - rung[5][0][1]) / K  # one rung
yu.append(b.limb([(-8, 76), (-10, 42), (-10.5, 8)], (15, 12, 10), tw, 1, 4.5))
yu.append(
    b.limb(
        [(8, 78), (17, 62 + 0.2 * up), (13, 40 + 0.5 * up), (11, up + 8)],
        (15.5, 14.5, 12, 10),
        tw,
        1,
        4.5,
    )
)
for x, y in ((-10.5, 0), (11, up)):
    yu.append(
        b.form(
            [
                (x - 5.6, y + 1),
                (x - 5.6, y + 7),
                (x - 4.4, y + 11),
                (x + 4.4, y + 11),
                (x + 5.6, y + 7),
                (x + 5.6, y + 1),
                (x, y - 0.6),
            ],
            T('#33323a'),
            0.9,
            4,
            t=0.4,
        )
    )
# left arm up among the branches, shears in the hand
yu.append(arm(b, [(-14.5, 122), (-30, 139), (-33, 163)], k, skin, (13, 11.5, 8.8)))
sh = b.at([(-33.5, 167)])[0]
yu.append(
    st(
        'M%s l-9,-25 M%s l1,-28' % (xy((sh[0] - 2, sh[1] - 2)), xy((sh[0] + 2, sh[1] - 3))),
        '#cfd4d2',
        4.4,
        stroke_linecap='round',
    )
    + st(
        'M%s l3,12 M%s l8,9' % (xy((sh[0] - 2, sh[1])), xy((sh[0] + 2, sh[1]))),
        '#5f4b3a',
        5,
        stroke_linecap='round',
    )
)
ra = [(14.5, 122), (30, 107), (43, 92)]
yu.append(arm(b, ra, k, None, (13, 11.5, 8.8)))
yu.append(coat(b, k, hem=66, w=(18.6, 17, 21), quilts=4))
yu.append(shawl(b, T('#96524a', 0.42, 0.42), 148.5, 24))
# the saw, handle first
hd = b.at([(46.5, 88.5)])[0]
so_hand = (hd[0] + 26, hd[1] + 92)
a, e = hd, so_hand
dx, dy = (e[0] - a[0]), (e[1] - a[1])
m = math.hypot(dx, dy)
ux, uy = dx / m, dy / m
saw = lambda t, w: (a[0] + ux * t - uy * w, a[1] + uy * t + ux * w)
saw_ = el(
    soft(
        [saw(26, -4), saw(54, -6), saw(86, -5), saw(112, 2), saw(86, 6), saw(54, 7), saw(26, 5)],
        t=0.4,
    ),
    'url(#blade)',
)
teeth = 'M' + 'L'.join(
    xy(saw(30 + i * 4, 5.6 + (2.6 if i % 2 else 0) - max(0, (i - 12)) * 0.35)) for i in range(20)
)
saw_ += st(teeth, '#59636a', 1.6)
saw_ += el(
    soft(
        [
            saw(-16, -3),
            saw(-14, 6),
            saw(-2, 6.5),
            saw(14, 5),
            saw(28, 5),
            saw(28, -4.5),
            saw(10, -5),
            saw(-8, -6),
        ],
        t=0.4,
    ),
    '#8d6a44',
) + st(soft([saw(-13, -3.6), saw(8, -3.8), saw(26, -3)], False), '#ecd3a0', 2)
yu.append(saw_)
yu.append(b.hand(46, 89, skin, 4, -0.8))
# Sol: she has grown out of the coat, wrists and all
bx = so_hand[0] + 92
b2 = Body(bx, gy, K, light=L)
j = T('#66785f')
so = [
    '<g filter="url(#f8)" opacity=".5">'
    + el(
        poly([(bx - 26, gy), (bx + 26, gy - 4), (bx + 620, gy + 36), (bx + 560, gy + 50)]),
        '#262b2c',
    )
    + '</g>',
    b2.shadow('#1d2223', 22, 3.6, 3, 0.55, 4),
]
so.append(
    legs(b2, T('#4a5468'), T('#5b5a50'), hip=72, gap=7, w=(13.5, 11, 8.8), feet=((-3, 0), (3, 1.6)))
)
hx, hy = (so_hand[0] - bx) / K, (gy - so_hand[1]) / K
wx, wy = hx + 3.5, hy - 5
so.append(
    arm(b2, [(13, 108), (20, 90), (20, 76)], j, None, (11.5, 10.5, 8.4))
    + b2.limb([(20, 77), (20, 70)], (6, 5.6), skin, 0.5, 2.4)
    + b2.hand(20, 67.4, skin, 3.4, -1.5)
)
so.append(b2.limb([(wx + 3, wy - 8), (hx + 1.2, hy - 2.4)], (6.4, 5.8), skin, 0.5, 2.4))
so.append(
    b2.limb(
        [(-12, 109), ((-12 + wx) / 2 - 1.4, (109 + wy) / 2 - 3), (wx + 2.6, wy - 7)],
        (12, 10.5, 8.4),
        j,
        1,
        5,
    )
)
so.append(coat(b2, j, top=117, hem=67, w=(16.4, 15, 17.4), quilts=4))
so.append(collar(b2, j, 117.4, 9.2, 6.4) + bob(b2, hair, 133.6, (10.8, 12.8), -12.4))
so.append(b2.hand(hx + 0.4, hy - 0.6, skin, 3.8, 2.0))
# ---------------------------------------------------------------- near: twigs of the next tree, grass in shade
twigs, f = [], []
r = random.Random(3)
out, tips = [], []
branch(1990, 190, 2.95, 330, 34, r, 4, out, 0.25, None, tips)
branch(1980, 20, 2.75, 300, 22, r, 4, out, 0.3, None, tips)
twigs.append(
    el(''.join(out), '#b59c78', opacity=0.7, transform='translate(-3,-2)')
    + el(''.join(out), '#2a2a32')
)
twigs.append(leaves(tips, r, 34, 0.3, ['#3d3c30', '#5a5236', '#7d6b3e']))
blades = ''
for i in range(120):
    x = r.uniform(-20, 1940)
    h = r.uniform(16, 70) * (1 + 1.3 * abs(x / 960 - 1) ** 2)
    y = 968 + r.uniform(-14, 40) - 40 * abs(x / 960 - 1) ** 2
    l, w = h * r.uniform(-0.5, 0.5), r.uniform(2, 5)
    blades += 'M%s,%s Q%s,%s %s,%s Q%s,%s %s,%sz' % tuple(
        n(t)
        for t in (
            x - w,
            y,
            x + l * 0.2,
            y - h * 0.6,
            x + l,
            y - h,
            x + l * 0.3 + w,
            y - h * 0.5,
            x + w,
            y,
        )
    )
f.append(el(blades + 'M-20,940C300,975 700,985 1000,982C1300,980 1650,968 1940,935V1100H-20z', INK))
pull_layers(
    'orchard',
    D,
    base
    + [
        '<g>' + ''.join(tr) + '</g>',
        '<rect x="0" y="740" width="1920" height="340" fill="url(#vig)"/>',
    ],
    [
        (
            'pair',
            0.2,
            [
                '<g>' + ''.join(ladder) + '</g>',
                '<g>' + ''.join(yu) + '</g>',
                '<g>' + ''.join(so) + '</g>',
            ],
        ),
        ('twigs', 0.6, twigs),
        ('grass', 0.85, f),
    ],
    INK,
)
