"""An office in Bangkok on a hot afternoon: between a thick stack of pages and one single sheet burns a
desk lamp; a girl, seen from behind, stands on tiptoe at the table; a red scarf hangs over a chair."""
import math
import random

from props import *

R = random.Random(29)
c = Cam(980, 250, 1400, 1.75)
S = Stage(c)
L, Rt, H, BW = -4.4, 3.9, 3.1, 6.2
D = [
    lg('wall', [(0, '#9db39c'), (1, '#b9cbb0')]),
    lg('floor', [(0, '#8f7f6c'), (1, '#a8957a')]),
    lg('out', [(0, '#cfdcc4'), (0.6, '#e3e8c8'), (1, '#b9cda4')]),
    pool('lamp', '#eeb063', '#a06a45', '#3c3f4a', '#ffe2a4'),
    rg('day', [(0, ('#c4d6b4', 0.85)), (0.5, ('#6f9484', 0.4)), (1, ('#2c4a4a', 0))]),
    shine('glow'),
    lg('shade', [(0, '#3f6a58'), (0.55, '#5f8f74'), (1, '#a8b380')]),
    lg('top', [(0, '#a9744c'), (1, '#8d5c40')]),
    lg('shirt', [(0, '#3f5468'), (0.55, '#56708a'), (1, '#8a8f8f')], 0, 0, 1, 0),
    lg('arm', [(0, '#5a4340'), (0.6, '#8a6450'), (1, '#c08a62')], 0, 0, 1, 0),
    lg('leg', [(0, '#3f3238'), (1, '#6b5048')], 0, 0, 1, 0),
    lg('skirt', [(0, '#222b3c'), (0.7, '#323d52'), (1, '#514f58')], 0, 0, 1, 0),
    lg('scarf', [(0, '#98463f'), (0.5, '#823936'), (1, '#542429')]),
    lg(
        'glass',
        [(0, ('#e8f0e4', 0.34)), (0.5, ('#cfe0dc', 0.16)), (1, ('#ffe6b4', 0.5))],
        0,
        0,
        1,
        0,
    ),
    scrim('foot', '#0c1218', 0, 640, 0, 1080, [(0, 0), (0.4, 0.6), (1, 0.97)]),
    scrim('roof', '#0c1218', 0, 0, 0, 260, [(0, 0.6), (1, 0)]),
    lg('door', [(0, '#0a0f15'), (0.8, '#111a22'), (1, '#223038')], 0, 0, 1, 0),
]

# ---- the room
S.upright(L, Rt, 0, H + 1, BW, 'url(#wall)')
S.deep(L, 0, H + 1, 2, BW, '#8ba28e')
S.deep(Rt, 0, H + 1, 2, BW, '#a9bda2')
S.flat(L, Rt, 1.9, BW, 0, 'url(#floor)')
for P in ([(L, H + 1, BW), (Rt, H + 1, BW), (Rt, 0, BW), (L, 0, BW)],):
    S.face(P, '#000', filter='url(#fibre)', opacity=0.12)
S.upright(L, Rt, 0, 1.02, BW, '#6d8f82')
S.deep(Rt, 0, 1.02, 2, BW, '#63857a')
S.deep(L, 0, 1.02, 2, BW, '#587a70')
S.edge([(L, 1.02, BW), (Rt, 1.02, BW), (Rt, 1.02, 2)], '#4c6f66', 5)
S.upright(L, Rt, 0, 0.1, BW, '#4a5f5a')
# terrazzo tiles
for i in range(15):
    x = L + i * 0.6
    S.edge([(x, 0, BW), (x, 0, 1.9)], '#6f6253', 1.6, opacity=0.5)
z = BW
while z > 1.9:
    S.edge([(L, 0, z), (Rt, 0, z)], '#6f6253', 1.6, opacity=0.5)
    z -= 0.6
# window: two leaves of slats, day between them
wx0, wx1, wy0, wy1 = -3.25, -1.65, 0.95, 2.62
S.upright(wx0 - 0.1, wx1 + 0.1, wy0 - 0.1, wy1 + 0.1, BW, '#4f6f5f')
S.upright(wx0, wx1, wy0, wy1, BW, 'url(#out)')
mid = (wx0 + wx1) / 2
for a, b in ((wx0, mid), (mid, wx1)):
    m = 19
    for i in range(m):
        y = wy0 + (wy1 - wy0) * i / m
        S.upright(a + 0.06, b - 0.06, y, y + 0.058, BW, '#557a66' if i % 2 else '#4c7260')
        S.edge([(a + 0.06, y + 0.06, BW), (b - 0.06, y + 0.06, BW)], '#d9e4bc', 1.6, opacity=0.8)
    for x in (a, b - 0.06):
        S.upright(x, x + 0.07, wy0, wy1, BW, '#4c7260')
    S.upright(a, b, wy0, wy0 + 0.1, BW, '#4c7260')
    S.upright(a, b, wy1 - 0.1, wy1, BW, '#4c7260')
    S.upright(a, b, 1.74, 1.82, BW, '#4c7260')
S.upright(wx0 - 0.16, wx1 + 0.16, wy0 - 0.16, wy0 - 0.08, BW, '#8fa890')
# shelf of boxes and binders on the right, a cabinet beneath
cx0, cx1 = 1.75, 3.35
S.box(cx0, cx1, 0, 1.28, 5.6, BW, '#5f7178', '#7d8d90', '#4f6068')
for k in range(3):
    for j in range(2):
        x0, x1 = cx0 + 0.04 + j * 0.8, cx0 + 0.76 + j * 0.8
        y0, y1 = 0.06 + k * 0.4, 0.42 + k * 0.4
        S.upright(x0, x1, y0, y1, 5.6, '#6b7e84')
        S.edge([(x0, y0, 5.6), (x0, y1, 5.6), (x1, y1, 5.6)], '#93a3a4', 1.6)
        S.upright((x0 + x1) / 2 - 0.09, (x0 + x1) / 2 + 0.09, y0 + 0.16, y0 + 0.2, 5.6, '#3d4c54')
        S.upright((x0 + x1) / 2 - 0.1, (x0 + x1) / 2 + 0.1, y0 + 0.24, y0 + 0.31, 5.6, '#c9cdbb')
x = cx0 + 0.06
q = random.Random(5)
while x < cx1 - 0.5:
    w, h = q.uniform(0.07, 0.1), q.uniform(0.3, 0.34)
    S.box(
        x,
        x + w,
        1.28,
        1.28 + h,
        5.75,
        6.0,
        q.choice(['#46606a', '#5b7480', '#6b6a60', '#3f5a58', '#77846f']),
        '#8a968f',
        '#3a4c52',
    )
    S.upright(x + 0.02, x + w - 0.02, 1.28 + h * 0.5, 1.28 + h * 0.8, 5.75, '#cfd0bd', opacity=0.8)
    x += w + 0.008
S.box(2.75, 3.25, 1.28, 1.56, 5.65, 6.05, '#8f8468', '#a89b7c', '#76694f')
# clock without figures
p = c(0.95, 2.3, BW)
S.add(
    ell(p[0] + 4, p[1] + 6, 39, 39, '#5f7a6e', opacity=0.6, filter='url(#b2)'),
    ell(*p, 37, 37, '#56665f'),
    ell(*p, 31, 31, '#dfe3d0'),
)
for k in range(12):
    a = k * math.pi / 6
    S.add(
        st(
            'M%s L%s'
            % (
                xy((p[0] + 25 * math.cos(a), p[1] + 25 * math.sin(a))),
                xy((p[0] + 29 * math.cos(a), p[1] + 29 * math.sin(a))),
            ),
            '#4a5650',
            2,
        )
    )
S.add(st('M%s l14,9 M%s l-7,-23' % (xy(p), xy(p)), '#3d4944', 2.6, stroke_linecap='round'))


# ---- the chair, turned a little
def chair(cx, cz, th):
    ca, sa = math.cos(th), math.sin(th)
    W = lambda x, y, z: (cx + x * ca - z * sa, y, cz + x * sa + z * ca)

    def stick(a, b, w, col):
        S.edge([W(*a), W(*b)], col, w, stroke_linecap='round')

    S.add(
        el(
            poly(
                [c(*W(x, 0, z)) for x, z in ((-0.3, 0.3), (0.34, 0.3), (0.34, -0.3), (-0.3, -0.3))]
            ),
            '#2d2a2c',
            opacity=0.5,
            filter='url(#b8)',
        )
    )
    for x, z in ((-0.2, 0.2), (0.2, 0.2)):
        stick((x, 0, z), (x, 0.98, z + 0.05), 11, '#6f4a35')
    S.face(
        [W(-0.2, 0.98, 0.25), W(0.2, 0.98, 0.25), W(0.2, 0.86, 0.24), W(-0.2, 0.86, 0.24)],
        '#8a5c40',
    )
    for u in (-0.1, 0.0, 0.1):
        stick((u, 0.46, 0.2), (u, 0.88, 0.24), 7, '#7c5239')
    S.face(
        [W(-0.23, 0.46, 0.22), W(0.23, 0.46, 0.22), W(0.23, 0.46, -0.22), W(-0.23, 0.46, -0.22)],
        '#a5724c',
    )
    S.face(
        [W(-0.23, 0.46, -0.22), W(0.23, 0.46, -0.22), W(0.23, 0.42, -0.22), W(-0.23, 0.42, -0.22)],
        '#6f4a35',
    )
    for x in (-0.2, 0.2):
        stick((x, 0, -0.2), (x, 0.44, -0.2), 11, '#7c5239')
    stick((-0.2, 0.2, -0.2), (0.2, 0.2, -0.2), 6, '#5f402f')
    return c(*W(0.02, 0.98, 0.25))


hook = chair(1.42, 4.75, -0.35)

# ---- the table
TX0, TX1, TZ0, TZ1, TY = -1.2, 1.12, 3.2, 4.5, 0.8
S.add(
    el(
        poly(
            [
                c(TX0 - 0.1, 0, TZ1),
                c(TX1 + 0.1, 0, TZ1),
                c(TX1 + 0.2, 0, TZ0 - 0.3),
                c(TX0 - 0.2, 0, TZ0 - 0.3),
            ]
        ),
        '#231f22',
        opacity=0.7,
        filter='url(#b16)',
    )
)
for x in (TX0 + 0.06, TX1 - 0.06):
    S.box(x - 0.035, x + 0.035, 0, TY, TZ1 - 0.1, TZ1 - 0.04, '#4a3428', '#4a3428', '#3a2a22')
top = [(TX0, TY, TZ1), (TX1, TY, TZ1), (TX1, TY, TZ0), (TX0, TY, TZ0)]
S.face(top, 'url(#top)')
S.face(top, '#000', filter='url(#wood)', opacity=0.5)
S.upright(TX0, TX1, TY - 0.05, TY, TZ0, '#6d4733')
S.upright(TX0 + 0.05, TX1 - 0.05, TY - 0.2, TY - 0.05, TZ0, '#4a3228')
for x in (TX0 + 0.06, TX1 - 0.06):
    S.upright(x - 0.045, x + 0.045, 0, TY - 0.05, TZ0, '#543a2c')


def shadow(x0, x1, z0, z1, dx, dz, op=0.6):
    P = [(x0, TY, z1), (x1, TY, z1), (x1 + dx, TY, z0 + dz), (x0 + dx, TY, z0 + dz)]
    S.add(el(poly([c(*p) for p in P]), '#2b1d1c', opacity=op, filter='url(#b4)'))


# the long list: a stack of pages, not quite straight
sx0, sx1, sz0, sz1 = -0.16, 0.15, 3.5, 3.92
shadow(sx0, sx1, sz0, sz1, -0.3, -0.12, 0.75)
q = random.Random(2)
y = TY
while y < TY + 0.17:
    t = q.uniform(0.007, 0.016)
    j = q.uniform(-0.009, 0.009)
    col = q.choice(['#d8cfb4', '#e6dcc0', '#c6bc9f', '#efe6cc'])
    S.box(sx0 + j, sx1 + j, y, y + t, sz0 + q.uniform(-0.006, 0.01), sz1, col, '#efe6cc', '#b8ae92')
    y += t
ty = y
j = 0.004


def strokes(x0, x1, z0, z1, y, m, col='#6d675c', seed=1, only=None):
    q = random.Random(seed)
    for i in range(m):
        z = z1 - (z1 - z0) * (i + 0.7) / (m + 0.6)
        a = x0
        if only and i >= only:
            break
        for w in (0.12, q.uniform(0.22, 0.42), q.uniform(0.1, 0.26)):
            b = a + (x1 - x0) * w
            S.edge([(a, y, z), (b, y, z)], col, 2.4, opacity=0.75)
            a = b + (x1 - x0) * 0.07


strokes(sx0 + 0.03, sx1 - 0.03, sz0 + 0.02, sz1 - 0.03, ty, 11, seed=3)
# the short list: one sheet, its corner lifted by the fan
px0, px1, pz0, pz1 = 0.43, 0.73, 3.42, 3.84
shadow(px0, px1, pz0, pz1, 0.02, -0.02, 0.45)
A, B_, C_, E_ = (
    c(px0 - 0.02, TY + 0.004, pz1),
    c(px1 - 0.02, TY + 0.004, pz1),
    c(px1 + 0.03, TY + 0.006, pz0),
    c(px0 + 0.03, TY + 0.006, pz0),
)
# its corner stands up and turns over
S.add(
    el(poly([A, B_, (C_[0] - 2, C_[1] - 22), (C_[0] - 34, C_[1]), E_]), '#f3ead0'),
    el(
        'M%s L%s Q%s %s Q%s %sz'
        % (
            xy((C_[0] - 4, C_[1] - 26)),
            xy((C_[0] - 38, C_[1] + 1)),
            xy((C_[0] - 22, C_[1] - 16)),
            xy((C_[0] - 12, C_[1] - 34)),
            xy((C_[0] - 8, C_[1] - 32)),
            xy((C_[0] - 4, C_[1] - 26)),
        ),
        '#c4b897',
    ),
)
strokes(px0 + 0.03, px1 - 0.02, pz0 + 0.02, pz1 - 0.03, TY + 0.006, 11, seed=9, only=6)
# pen
a, b = c(0.30, TY + 0.012, 3.42), c(0.40, TY + 0.012, 3.62)
S.add(
    st(line([(a[0] + 2, a[1] + 4), (b[0] + 2, b[1] + 4)]), '#2b1d1c', 5, opacity=0.5),
    st(line([a, b]), '#3d5a78', 6, stroke_linecap='round'),
)
room = S.take()

lx, ly = c(0.30, TY + 0.44, 4.12)
base = lit(
    room,
    '#45616c',
    [
        (420, 260, 620, 470, 'day', 0.95),
        (lx, ly + 90, 760, 470, 'lamp', 0.8),
        (lx, 600, 420, 170, 'lamp', 0.85),
        (lx + 330, 480, 330, 280, 'lamp', 0.45),
        (470, 760, 560, 260, 'day', 0.5),
    ],
    'L0-office',
)
g = []
# ---- the day between the slats has its own light, and lies in stripes on the floor
D.append(lg('hot', [(0, '#dfe9cf'), (0.5, '#f0f3dc'), (1, '#c6d8ae')], 0, 80, 0, 440, True))
m = 19
for a, b in ((wx0, mid), (mid, wx1)):
    for i in range(m):
        y = wy0 + (wy1 - wy0) * i / m
        if 0.1 < y - wy0 and y + 0.1 < wy1 and not 1.68 < y < 1.82:
            S.upright(a + 0.075, b - 0.065, y + 0.06, y + 0.088, BW, 'url(#hot)', opacity=0.9)
stripes = S.take()
g.append(screen('<g filter="url(#b16)" opacity=".8">' + stripes + '</g>') + stripes)
for i in range(9):
    z1 = 6.1 - i * 0.16
    S.face(
        [(-3.3, 0, z1), (-2.5, 0, z1), (-2.46, 0, z1 - 0.075), (-3.26, 0, z1 - 0.075)],
        '#b9d0a8',
        opacity=n(0.42 - 0.035 * i),
    )
g.append(screen('<g filter="url(#f2)">' + S.take() + '</g>'))
# ---- ceiling fan: hub on a rod, three blades in their own plane
fx, fy, fz = -0.36, 2.3, 4.5
p = c(fx, fy, fz)
g.append(st('M%s V-10' % xy(p), '#2a3a40', 7))
for k in range(3):
    a = 0.72 + k * math.tau / 3
    ca, sa = math.cos(a), math.sin(a)
    P = []
    for r, w in (
        (0.14, -0.04),
        (0.28, -0.1),
        (0.74, -0.12),
        (0.79, -0.05),
        (0.79, 0.06),
        (0.74, 0.1),
        (0.28, 0.08),
        (0.14, 0.04),
    ):
        P.append(c(fx + r * ca - w * sa, fy - 0.02 - 0.7 * w, fz + r * sa + w * ca))
    g.append(el(poly(P), '#22343a') + st(line(P[:4]), '#7f9a8c', 2, opacity=0.7))
    g.append(el(soft(P), '#6f8a80', opacity=0.16, filter='url(#b8)', transform='translate(0,5)'))
g.append(
    ell(p[0], p[1] - 10, 24, 17, '#2c3e44')
    + ell(p[0], p[1] + 1, 33, 13, '#3a5056')
    + ell(p[0], p[1] + 5, 20, 8, '#6f5f48')
)
g.append(st('M%s q18,9 36,0' % xy((p[0] - 18, p[1] + 7)), '#e0b277', 2, opacity=0.8))
# ---- lamp
bx, by = c(0.30, TY, 4.12)
g.append(ell(bx, by + 2, 58, 15, '#1a1410', opacity=0.6, filter='url(#b2)'))
g.append(
    ell(bx, by - 3, 46, 13, '#2e4a40')
    + ell(bx, by - 7, 46, 12, '#4c7160')
    + st('M%s q44,13 88,0' % xy((bx - 44, by - 6)), '#ffd79a', 2.4, opacity=0.85)
)
g.append(
    st(
        'M%s C%s %s %s'
        % (xy((bx, by - 8)), xy((bx - 2, by - 60)), xy((bx + 2, by - 90)), xy((bx, by - 128))),
        '#3a5a4c',
        8,
    )
    + st('M%s V%s' % (xy((bx + 2, by - 12)), n(by - 110)), '#ffd79a', 2, opacity=0.8)
)
sy = by - 112
g.append(screen(ell(bx, sy + 26, 330, 230, 'url(#glow)', opacity=0.6)))
g.append(
    el(
        'M%s C%s %s %s L%s C%s %s %s z'
        % (
            xy((bx - 26, sy - 46)),
            xy((bx - 46, sy - 40)),
            xy((bx - 74, sy - 16)),
            xy((bx - 84, sy + 12)),
            xy((bx + 84, sy + 12)),
            xy((bx + 74, sy - 16)),
            xy((bx + 46, sy - 40)),
            xy((bx + 26, sy - 46)),
        ),
        'url(#shade)',
    )
)
g.append(
    ell(bx, sy - 46, 26, 6, '#2e4a40')
    + ell(bx, sy + 12, 84, 15, '#fff0c8')
    + ell(bx, sy + 13, 74, 11, '#fffaf0')
)
g.append(ell(bx, sy + 20, 20, 14, '#fffdf4', filter='url(#b2)'))
g.append(
    st(
        'M%s C%s %s %s'
        % (
            xy((bx - 84, sy + 12)),
            xy((bx - 50, sy + 30)),
            xy((bx + 50, sy + 30)),
            xy((bx + 84, sy + 12)),
        ),
        '#ffe6b0',
        2.6,
    )
)
# light on the near edge of pages, stack and table
g.append(screen(ell(bx, by + 20, 300, 62, 'url(#glow)', opacity=0.5)))
a, b = c(TX0, TY, TZ0), c(TX1, TY, TZ0)
g.append(st(line([(a[0] + 90, a[1]), b]), '#f0bf84', 2.6, opacity=0.6, filter='url(#b1)'))
# ---- jug and glasses
jx, jy = c(0.86, TY, 4.2)
g.append(ell(jx - 4, jy + 2, 50, 12, '#241a18', opacity=0.5, filter='url(#b2)'))
jug = [
    (jx - 30, jy - 2),
    (jx - 38, jy - 34),
    (jx - 34, jy - 66),
    (jx - 24, jy - 88),
    (jx - 28, jy - 104),
    (jx + 22, jy - 104),
    (jx + 24, jy - 88),
    (jx + 34, jy - 66),
    (jx + 38, jy - 34),
    (jx + 30, jy - 2),
]
wat = [
    (jx - 30, jy - 3),
    (jx - 37, jy - 34),
    (jx - 34, jy - 62),
    (jx + 34, jy - 62),
    (jx + 37, jy - 34),
    (jx + 30, jy - 3),
]
g.append(
    el(soft(wat, t=0.4), '#6f9a9a', opacity=0.5) + ell(jx, jy - 62, 33, 7, '#cfe4da', opacity=0.6)
)
g.append(el(soft(jug, t=0.4), 'url(#glass)'))
for dx, dy, r in ((-14, -64, 16), (6, -66, -12), (18, -60, 30)):
    g.append(
        '<rect x="-9" y="-8" width="18" height="15" rx="3" fill="#eef6ee" opacity=".6" transform="translate(%s,%s) rotate(%d)"/>'
        % (n(jx + dx), n(jy + dy), r)
    )
g.append(st('M%s c28,-4 30,46 2,50' % xy((jx + 31, jy - 84)), '#bcd0c8', 6, opacity=0.75))
g.append(
    st(
        soft(
            [(jx - 29, jy - 6), (jx - 37, jy - 34), (jx - 34, jy - 66), (jx - 25, jy - 88)], False
        ),
        '#ffe3ac',
        3,
        opacity=0.9,
        filter='url(#b1)',
    )
)
g.append(ell(jx - 3, jy - 104, 25, 6, 'none', stroke='#e6efe4', stroke_width=2.4, opacity=0.8))
for x, z in ((0.6, 4.25), (1.0, 3.95)):
    q0 = c(x, TY, z)
    g.append(
        ell(q0[0], q0[1] + 1, 24, 6, '#241a18', opacity=0.5, filter='url(#b2)')
        + el('M%s l-4,-50 h42 l-4,50 q-17,6 -34,0z' % xy((q0[0] - 17, q0[1])), 'url(#glass)')
        + el(
            'M%s l-2,-26 h37 l-2,26 q-16,6 -33,0z' % xy((q0[0] - 16, q0[1] - 1)),
            '#7fa8a4',
            opacity=0.45,
        )
    )
    g.append(
        ell(q0[0], q0[1] - 50, 21, 5, 'none', stroke='#e6efe4', stroke_width=2, opacity=0.75)
        + st('M%s l-3,-44' % xy((q0[0] - 16, q0[1] - 3)), '#ffe3ac', 2.2, opacity=0.8)
    )
# ---- scarf over the back of the chair
hx, hy = hook
pp = lambda A: [(hx + x, hy + y) for x, y in A]
back = pp([(-6, -2), (20, -6), (40, 4), (44, 50), (40, 96), (46, 128), (18, 132), (6, 90)])
cl = pp(
    [
        (-50, 4),
        (-34, -9),
        (0, -10),
        (26, -3),
        (20, 26),
        (10, 60),
        (14, 110),
        (10, 158),
        (-24, 162),
        (-48, 154),
        (-46, 104),
        (-54, 52),
    ]
)
g.append(
    '<g filter="url(#b4)" opacity=".5">'
    + el(soft([(x + 12, y + 10) for x, y in cl], t=0.5), '#10161c')
    + '</g>'
)
g.append(
    '<g filter="url(#cut2)">'
    + el(soft(back, t=0.5), '#4c2229')
    + el(soft(cl, t=0.5), 'url(#scarf)')
)
g.append(
    el(
        soft(
            pp(
                [
                    (-2, -6),
                    (24, -2),
                    (18, 28),
                    (8, 60),
                    (12, 110),
                    (9, 157),
                    (-6, 160),
                    (-4, 110),
                    (-8, 60),
                    (0, 20),
                ]
            ),
            t=0.5,
        ),
        '#55262c',
        opacity=0.85,
    )
)
g.append(
    el(
        soft(
            pp(
                [
                    (-34, -4),
                    (-22, -6),
                    (-26, 40),
                    (-34, 90),
                    (-28, 156),
                    (-38, 157),
                    (-42, 100),
                    (-44, 50),
                ]
            ),
            t=0.5,
        ),
        '#5e2a2d',
        opacity=0.65,
    )
)
for i in range(10):
    x = -46 + i * 6
    g.append(
        st(
            'M%s q%d,7 %d,%d'
            % (
                xy((hx + x, hy + 157 + (3 if 2 < i < 8 else 0))),
                R.choice([-2, 2]),
                R.choice([-2, 0, 2]),
                R.randint(11, 15),
            ),
            '#7a3835',
            2,
        )
    )
g.append('</g>' + el(soft(cl, t=0.5), '#000', filter='url(#weave)', opacity=0.4))
g.append(
    st(
        soft(pp([(-34, -9), (-50, 4), (-54, 52), (-46, 104), (-48, 154)]), False),
        '#ffc98e',
        3,
        opacity=0.85,
        filter='url(#b1)',
    )
)
g.append(veil('roof'))
ground = [base, ''.join(g)]

# ---- Sol, from behind, on tiptoe; the lamp is before her and to the right
k = []
P = lambda A: soft(A, t=0.5)
# legs, heels up
for pts, fill in (
    (
        [
            (660, 850),
            (702, 850),
            (700, 905),
            (694, 950),
            (690, 1000),
            (672, 1000),
            (668, 955),
            (662, 905),
        ],
        'url(#leg)',
    ),
    (
        [
            (712, 850),
            (754, 850),
            (750, 905),
            (744, 955),
            (740, 1000),
            (722, 1000),
            (718, 950),
            (714, 905),
        ],
        'url(#leg)',
    ),
):
    k.append(el(P(pts), fill))
for x in (681, 731):
    k.append(
        el(
            P(
                [
                    (x - 12, 996),
                    (x + 12, 996),
                    (x + 14, 1016),
                    (x + 13, 1040),
                    (x - 13, 1040),
                    (x - 14, 1016),
                ]
            ),
            '#39424c',
        )
    )
# arms behind the body's line: elbows out, hands on the table's edge
for pts, fill in (
    (
        [(648, 604), (664, 640), (640, 690), (616, 714), (598, 706), (602, 690), (628, 640)],
        'url(#arm)',
    ),
    ([(616, 714), (597, 708), (600, 690), (618, 662), (636, 664), (630, 690)], 'url(#arm)'),
    (
        [(776, 604), (766, 640), (784, 686), (808, 706), (826, 696), (820, 680), (796, 636)],
        'url(#arm)',
    ),
    ([(808, 706), (827, 700), (824, 682), (806, 656), (788, 660), (794, 684)], 'url(#arm)'),
):
    k.append(el(P(pts), fill))
for x, f in ((630, 1), (796, -1)):
    k.append(
        '<g transform="translate(%d,658) scale(%d,1)">' % (x, f)
        + el(P([(-16, 8), (-15, -6), (-6, -12), (10, -11), (20, -5), (19, 3), (8, 7)]), '#7d5a4a')
    )
    k.append(
        st('M-4,-11 q2,6 0,11 M4,-11 q2,6 1,11 M12,-9 q2,5 1,9', '#4f3a36', 1.4, opacity=0.7)
        + '</g>'
    )
k.append(
    st(
        soft([(776, 604), (797, 636), (821, 680), (826, 698)], False),
        '#ffcf90',
        3,
        opacity=0.9,
        filter='url(#b1)',
    )
)
k.append(
    st(
        soft([(788, 648), (800, 645), (812, 652)], False),
        '#ffd9a0',
        2.4,
        opacity=0.9,
        filter='url(#b1)',
    )
)
# skirt with two folds
sk = [
    (660, 744),
    (712, 748),
    (764, 744),
    (774, 790),
    (782, 856),
    (740, 868),
    (700, 866),
    (650, 866),
    (640, 852),
    (648, 796),
]
k.append('<g filter="url(#cut2)">' + el(P(sk), 'url(#skirt)') + '</g>')
for d in ('M676,760 Q668,810 664,862', 'M706,762 Q706,810 700,864', 'M740,760 Q748,810 752,862'):
    k.append(st(d, '#151c2a', 3, opacity=0.6))
# shirt: the shoulders pulled up by the arms
sh = [
    (690, 580),
    (734, 580),
    (760, 592),
    (782, 610),
    (790, 640),
    (772, 652),
    (764, 640),
    (762, 690),
    (766, 750),
    (712, 758),
    (658, 750),
    (662, 690),
    (656, 640),
    (648, 654),
    (630, 642),
    (640, 610),
    (664, 592),
]
k.append('<g filter="url(#cut2)">' + el(P(sh), 'url(#shirt)') + '</g>')
k.append(
    el(
        P(
            [
                (690, 596),
                (700, 640),
                (690, 700),
                (696, 752),
                (664, 748),
                (666, 690),
                (660, 640),
                (656, 610),
                (670, 598),
            ]
        ),
        '#33465a',
        opacity=0.55,
    )
)
for d in (
    'M668,640 Q690,654 712,648',
    'M756,640 Q738,656 724,652',
    'M668,724 Q700,738 728,730',
    'M664,744 Q712,752 760,744',
):
    k.append(st(d, '#2a3a4c', 2.6, opacity=0.5))
k.append(
    st(
        soft([(736, 581), (761, 592), (783, 610), (791, 640)], False),
        '#ffd9a0',
        4,
        opacity=0.95,
        filter='url(#b1)',
    )
)
k.append(
    st(
        soft([(764, 642), (763, 690), (767, 748), (776, 800), (782, 854)], False),
        '#e9b27c',
        3,
        opacity=0.6,
        filter='url(#b1)',
    )
)
k.append(
    st(
        soft([(628, 642), (640, 610), (664, 592), (690, 580)], False),
        '#b9d0b8',
        3,
        opacity=0.6,
        filter='url(#b1)',
    )
)
k.append(
    st(
        soft([(598, 704), (602, 690), (627, 642)], False),
        '#a9c0a8',
        2.4,
        opacity=0.5,
        filter='url(#b1)',
    )
)
# neck, head turned a little to the lamp, hair cut at the nape
k.append(el(P([(694, 550), (732, 550), (736, 586), (712, 594), (688, 586)]), '#6b4d44'))
k.append(st(soft([(731, 556), (735, 584)], False), '#ffcf90', 3, opacity=0.8, filter='url(#b1)'))
k.append(el(P([(752, 520), (760, 514), (764, 524), (758, 538), (750, 538)]), '#a9765c'))
hair = [
    (664, 520),
    (668, 486),
    (688, 464),
    (716, 457),
    (744, 466),
    (758, 490),
    (758, 520),
    (750, 546),
    (738, 562),
    (716, 566),
    (694, 564),
    (676, 552),
]
k.append('<g filter="url(#cut2)">' + el(P(hair), '#17141f') + '</g>')
k.append(el('M706,458 q8,-16 22,-14 q-8,4 -10,16z', '#17141f'))
for d in (
    'M712,462 Q694,500 690,560',
    'M722,462 Q716,510 712,562',
    'M732,466 Q740,510 732,558',
    'M704,464 Q678,494 676,544',
):
    k.append(st(d, '#3a3442', 2.4, opacity=0.7))
k.append(
    st(
        soft([(718, 457), (745, 466), (758.5, 490), (758.5, 520), (751, 545)], False),
        '#ffd08c',
        4,
        opacity=0.95,
        filter='url(#b1)',
    )
)
k.append(
    st(
        soft([(730, 470), (744, 486), (747, 516), (741, 544)], False),
        '#b98350',
        2,
        opacity=0.6,
        filter='url(#b1)',
    )
)
k.append(
    st(
        soft([(676, 550), (664, 520), (668, 486), (688, 464)], False),
        '#8fa898',
        2.6,
        opacity=0.6,
        filter='url(#b1)',
    )
)
# ---- near: the edge of the door we stand in
f = [
    veil('foot'),
    '<g filter="url(#cut)">'
    + el('M-40,-40H128C122,300 134,700 124,1120H-40z', 'url(#door)')
    + '</g>',
    st('M128,0C122,300 134,700 125,1040', '#d9a86f', 3, opacity=0.4, filter='url(#b1)'),
    st('M84,0C80,300 90,700 82,1080', '#26343c', 3, opacity=0.8),
    '<rect x="94" y="560" width="18" height="66" rx="8" fill="#05080b"/>',
    st('M112,566 V620', '#c99a66', 2, opacity=0.5),
    edge(),
]
pulled('lists', D, ground, [('sol', 0.35, ''.join(k)), ('door', 0.6, ''.join(f))], '#0c1218')
