"""The stairwell of a block of flats in Seoul late in the afternoon: a girl runs down towards the lit
lamp of the third landing, in green shoes, her school bag flying; a door below stands ajar, a plate
waits before the next one, and over the rail at the top hangs a red scarf."""
import random

from props import *

R = random.Random(32)
c = Cam(930, 374, 1500, 1.5)
S = Stage(c)
F2, F3, F4 = -2.3, 0.0, 2.3
L, Rt, BW = -3.6, 3.8, 10.5
XA, XB = -1.9, 2.1  # the flights lie between
FAR, NEAR = (9.3, 10.5), (8.0, 9.2)
D = [
    lg('wall', [(0, '#c4b5ba'), (1, '#dccbc4')]),
    lg('wallL', [(0, '#746c92'), (1, '#9a90ac')], 0, 0, 1, 0),
    lg('wallR', [(0, '#c3b6c0'), (1, '#8f87a4')], 0, 0, 1, 0),
    lg('sky', [(0, '#8d86b4'), (0.5, '#dba6a4'), (1, '#f0c3a8')]),
    pool('lamp', '#eea155', '#a8605a', '#4a3a6a', '#ffd48a'),
    rg('rose', [(0, ('#e0a6a8', 0.9)), (0.5, ('#a8809c', 0.45)), (1, ('#6a5a88', 0))]),
    rg('cool', [(0, ('#8f8fc4', 0.8)), (1, ('#3b4a7c', 0))]),
    shine('glow'),
    lg('scarf', [(0, '#98463f'), (0.4, '#823936'), (1, '#542429')]),
    scrim('foot', '#0e0c22', 0, 600, 0, 1080, [(0, 0), (0.45, 0.62), (1, 0.97)]),
    scrim('top', '#0e0c22', 0, 0, 0, 220, [(0, 0.55), (1, 0)]),
    lg('sider', [(0, '#262048'), (0.2, '#151232'), (1, '#0d0b20')], 0, 0, 1, 0),
]

# ---- the shell
S.upright(L, Rt, -7, 6, BW, 'url(#wall)')
S.deep(L, -7, 6, 2.2, BW, 'url(#wallL)')
S.deep(Rt, -7, 6, 2.2, BW, 'url(#wallR)')
for P in (
    [(L, 6, BW), (Rt, 6, BW), (Rt, -7, BW), (L, -7, BW)],
    [(L, 6, BW), (L, 6, 2.2), (L, -7, 2.2), (L, -7, BW)],
    [(Rt, 6, BW), (Rt, 6, 2.2), (Rt, -7, 2.2), (Rt, -7, BW)],
):
    S.face(P, '#000', filter='url(#fibre)', opacity=0.1)
# the lower wall is painted blue-green; the paint climbs with the stairs
TEAL, TEALD = '#7f9aa4', '#66808e'
DH = 1.15


def paint(P, col=TEAL):
    S.face(P, col, opacity=0.85, filter='url(#cut2)')


paint([(L, F4 + DH, BW), (XA, F4 + DH, BW), (XA, F4, BW), (L, F4, BW)])
paint([(XA, F4 + DH, BW), (XB, F3 + DH, BW), (XB, F3, BW), (XA, F4, BW)])
paint([(XB, F3 + DH, BW), (Rt, F3 + DH, BW), (Rt, F3, BW), (XB, F3, BW)])
paint([(L, F2 + DH, BW), (XA, F2 + DH, BW), (XA, F2, BW), (L, F2, BW)])
paint([(XA, F2 + DH, BW), (XB, 2 * F2 + DH, BW), (XB, 2 * F2, BW), (XA, F2, BW)])
for y in (F2, F4):
    paint([(L, y + DH, NEAR[0]), (L, y + DH, BW), (L, y, BW), (L, y, NEAR[0])], TEALD)
paint([(Rt, DH, NEAR[0]), (Rt, DH, BW), (Rt, 0, BW), (Rt, 0, NEAR[0])], TEALD)


# the tall window on the left
def window(z0, z1, y0, y1):
    P = [(L, y1, z0), (L, y1, z1), (L, y0, z1), (L, y0, z0)]
    D.append('<clipPath id="win"><path d="%s"/></clipPath>' % poly([c(*p) for p in P]))
    S.add('<g clip-path="url(#win)">')
    S.face(P, 'url(#sky)')
    q = random.Random(8)
    z = z1 + 0.5
    while z > z0 - 1:
        w = q.uniform(0.3, 0.6)
        h = y0 + q.uniform(0.25, 0.8)
        S.face(
            [(L - 0.02, h, z), (L - 0.02, h, z - w), (L - 0.02, y0, z - w), (L - 0.02, y0, z)],
            q.choice(['#8f7f9f', '#7f7196', '#9d889f']),
        )
        z -= w + q.uniform(0, 0.25)
    S.deep(L - 0.01, y0, y1, z1 - 0.1, z1, '#e9bfae')
    for zz in (z0 + (z1 - z0) / 2,):
        S.deep(L, y0, y1, zz - 0.035, zz + 0.035, '#4d4770')
    S.deep(L, y0 + 1.15, y0 + 1.2, z0, z1, '#4d4770')
    S.add('</g>')
    S.edge(P + P[:1], '#4d4770', 9)
    S.edge([P[3], P[2]], '#e7c3b6', 5)


window(5.6, 7.2, -0.1, 2.2)
# its light on the wall beneath the flight
D.append(
    '<clipPath id="under"><path d="%s"/></clipPath>'
    % poly([c(XA, F4 - 0.1, BW), c(XB, F3 - 0.1, BW), c(XB, F2, BW), c(XA, F2, BW)])
)
S.add('<g clip-path="url(#under)">')
for z0, z1 in ((5.7, 6.35), (6.45, 7.1)):
    P = []
    for y, z in ((2.1, z0), (2.1, z1), (0.0, z1), (0.0, z0)):
        t = BW - z
        P.append((L + 0.92 * t, y - 0.2 * t, BW))
    S.face(P, '#ffd9c8', opacity=0.75, filter='url(#b2)')
S.add('</g>')


# a pipe, and then the doors
S.edge([(3.66, 6, BW), (3.66, -7, BW)], '#8d849c', 9)
S.edge([(3.645, 6, BW), (3.645, -7, BW)], '#d6cbd2', 2, opacity=0.7)


def door(x0, y, col, lt, shut=True):
    x1, y1 = x0 + 0.9, y + 2.02
    S.upright(x0 - 0.1, x1 + 0.1, y, y1 + 0.1, BW, '#8b8299')
    S.upright(x0 - 0.02, x1 + 0.02, y, y1, BW, '#2c2845')
    if shut:
        S.upright(x0, x1, y, y1, BW, col)
        for a, b in ((0.16, 0.98), (1.1, 1.88)):
            S.upright(x0 + 0.12, x1 - 0.12, y + a, y + b, BW, lt, opacity=0.5)
            S.edge(
                [(x0 + 0.12, y + a, BW), (x1 - 0.12, y + a, BW), (x1 - 0.12, y + b, BW)],
                '#3b3858',
                1.6,
                opacity=0.6,
            )
        S.upright(x0 + 0.06, x0 + 0.11, y + 0.92, y + 1.12, BW, '#e2d6d4')
        p = c(x0 + 0.45, y + 1.5, BW)
        S.add(ell(p[0], p[1], 3, 3, '#2c2845'))
    # bell and a small plate beside it
    S.upright(x1 + 0.2, x1 + 0.28, y + 1.25, y + 1.4, BW, '#e6dcda')
    p = c(x1 + 0.24, y + 1.33, BW)
    S.add(ell(p[0], p[1], 2.4, 2.4, '#6a6484'))


door(-3.2, F4, '#7f8aa0', '#98a0b2')
door(2.55, F3, '#76899a', '#93a6b2')
door(-3.25, F2, '#7f8aa0', '#98a0b2', False)


# ---- floors and flights, back to front
def slab(x0, x1, y):
    S.box(x0, x1, y - 0.2, y, NEAR[0], BW, '#a79cae', '#c4b8bd', '#8b8199', '#7d7592')
    if y < c.h:
        for z in (8.6, 9.2, 9.8):
            S.edge([(x0, y, z), (x1, y, z)], '#9188a0', 1.3, opacity=0.5)


def flight(xa, ya, xb, yb, z0, z1):
    """From the top (xa, ya) down to (xb, yb)."""
    m = 14
    dx, dy = (xb - xa) / (m - 1), (yb - ya) / m
    prof = []
    for i in range(m):
        y = ya + dy * (i + 1)
        x = xa + dx * i
        prof += [(x, ya + dy * i), (x, y)]
    prof.append((xb, yb))
    lo = [(xb, yb - 0.24), (xa, ya - 0.34)]
    if ya > c.h:
        S.face(
            [(xa, ya - 0.34, z1), (xb, yb - 0.24, z1), (xb, yb - 0.24, z0), (xa, ya - 0.34, z0)],
            '#7d7592',
        )
    for i in range(m):
        x, y = xa + dx * i, ya + dy * (i + 1)
        S.face([(x, y - dy, z0), (x, y - dy, z1), (x, y, z1), (x, y, z0)], '#a69bb0')
        if i < m - 1 and y < c.h:
            S.face([(x, y, z1), (x + dx, y, z1), (x + dx, y, z0), (x, y, z0)], '#d2c5c8')
            S.edge([(x + dx, y, z1), (x + dx, y, z0)], '#efe3da', 2, opacity=0.7)
    S.face([(x, y, z0) for x, y in prof] + [(x, y, z0) for x, y in lo], '#9a8fa6')
    S.edge([(x, y, z0) for x, y in prof], '#d9ccd2', 2, opacity=0.8)


def rail(P, z0, top=0.95, posts=()):
    """A handrail of wood over two thin pipes, along P = [(x, y)] of the floor."""
    for x, y in posts:
        S.edge([(x, y, z0), (x, y + top, z0)], '#4f4a70', 4)
    for k in (0.36 * top, 0.68 * top):
        S.edge([(x, y + k, z0) for x, y in P], '#4f4a70', 2.4, opacity=0.9)
    S.edge([(x, y + top, z0) for x, y in P], '#6e4a4a', 10, stroke_linejoin='round')
    S.edge([(x, y + top + 0.018, z0) for x, y in P], '#c9978a', 2.6, opacity=0.8)


slab(L, XA, F2)
# the door of the second floor opens towards us; its light comes out
x0, x1, y0, y1 = -3.25, -2.35, F2, F2 + 2.02
warm = Stage(c)
warm.upright(x0 + 0.3, x1, y0, y1, BW, '#ffd9a0')
warm.upright(x0 + 0.55, x1, y0 + 0.0, y0 + 0.9, BW, '#d99a62', opacity=0.55)
warm.upright(x1 - 0.16, x1 - 0.05, y0 + 1.2, y0 + 1.7, BW, '#b9784e', opacity=0.7)
leaf = [(x0, y1, BW), (x0 + 0.66, y1, 9.85), (x0 + 0.66, y0, 9.85), (x0, y0, BW)]
S.face(leaf, '#6d7790')
S.edge([leaf[1], leaf[2]], '#a9aab8', 3)
flight(XA, F4, XB, F3, *FAR)
slab(XB, Rt, F3)
# before the third door: a mat
S.flat(2.5, 3.4, 9.85, 10.3, F3 + 0.004, '#75607a')
S.flat(2.5, 3.4, 9.85, 10.3, F3 + 0.004, '#000', filter='url(#weave)', opacity=0.5)
# shoes by that door, set down with care
for dx in (0.62, 0.74):
    q = c(2.55 + dx, F3, 9.75)
    S.add(el('M%s c-2,-9 2,-15 7,-15 c5,0 8,6 7,15z' % xy(q), '#4a4468'))


# jars of paste, as on many a landing
def jar(x, y, z, s):
    q = c(x, y, z)
    u = c.f / z * s
    S.add(
        el(
            soft(
                [
                    (q[0] - 0.1 * u, q[1]),
                    (q[0] - 0.2 * u, q[1] - 0.22 * u),
                    (q[0] - 0.13 * u, q[1] - 0.42 * u),
                    (q[0] + 0.13 * u, q[1] - 0.42 * u),
                    (q[0] + 0.2 * u, q[1] - 0.22 * u),
                    (q[0] + 0.1 * u, q[1]),
                ],
                t=0.5,
            ),
            '#6b5058',
        ),
        el(
            soft(
                [
                    (q[0] + 0.02 * u, q[1] - 2),
                    (q[0] + 0.08 * u, q[1] - 0.2 * u),
                    (q[0] + 0.05 * u, q[1] - 0.4 * u),
                    (q[0] + 0.13 * u, q[1] - 0.41 * u),
                    (q[0] + 0.19 * u, q[1] - 0.22 * u),
                    (q[0] + 0.1 * u, q[1] - 2),
                ],
                t=0.5,
            ),
            '#8f6f70',
        ),
        ell(q[0], q[1] - 0.43 * u, 0.16 * u, 0.035 * u, '#8a6a6c'),
    )


jar(3.6, F3, 10.3, 1.05)
jar(3.64, F3, 9.75, 0.7)
flight(XB, F3, XA, F2, *NEAR)
slab(L, XA, F4)
# conduit and meters
S.edge([(1.72, 6, BW), (1.72, F3 + 2.4, BW)], '#9a91a6', 3)
for x in (2.0, 2.22):
    S.upright(x, x + 0.17, 1.34, 1.66, BW, '#a9a3b4')
    S.edge([(x, 1.66, BW), (x + 0.17, 1.66, BW), (x + 0.17, 1.34, BW)], '#6a6484', 1.6)
    p = c(x + 0.085, 1.54, BW)
    S.add(ell(p[0], p[1], 8, 8, '#e8e0df'), st('M%s l4,-4' % xy(p), '#5a5474', 1.4))
S.edge([(2.1, 1.66, BW), (2.1, 6, BW)], '#9a91a6', 2.4, opacity=0.8)
shell = S.take()

# ---- light
lx, ly = c(1.72, F3 + 2.32, BW - 0.12)
room = lit(
    shell + warm.take(),
    '#423c6e',
    [
        (950, 360, 900, 560, 'cool', 0.35),
        (lx + 20, ly + 80, 640, 520, 'lamp', 0.92),
        (lx - 60, ly + 60, 330, 300, 'lamp', 0.55),
        (c(2.9, F3, 9.2)[0], c(2.9, F3, 9.2)[1], 300, 80, 'lamp', 0.6),
        (620, 520, 460, 420, 'rose', 0.6),
        (360, 380, 420, 420, 'rose', 0.5),
        (c(-2.4, F2 + 1.2, BW)[0], c(0, F2 + 1.2, BW)[1], 210, 260, 'lamp', 0.75),
        (560, 90, 360, 260, 'rose', 0.45),
    ],
    'L0-well',
)
# ---- rails and things with their own light
# between the flights, behind the girl's feet the wall; rail before them
g = []
# lamp: a globe on an arm
g.append(screen(ell(lx, ly + 6, 300, 240, 'url(#glow)', opacity=0.75)))
g.append(
    st('M%s v-22 h18' % xy((lx, ly - 18)), '#4d4668', 5)
    + ell(lx, ly, 25, 24, '#fff3d6')
    + ell(lx, ly + 2, 18, 17, '#fffaf0')
    + el('M%s h28 l-4,-9 h-20z' % xy((lx - 14, ly - 20)), '#4d4668')
)
# light of the open door on its floor and jamb
a, b = c(-2.35, F2 + 2.02, BW), c(-2.35, F2, BW)
g.append(
    st(line([a, b]), '#ffe3b0', 4, opacity=0.9, filter='url(#b1)')
    + screen(ell(b[0] - 46, (a[1] + b[1]) / 2 + 10, 210, 230, 'url(#glow)', opacity=0.34))
)


# ---- Sol
def sol(px, py, s):
    """She runs to the right, down and away from us; her foot stands at the origin."""
    P = lambda A: soft(A, t=0.5)
    coat, coatd, coatl = '#4b5f8a', '#333f68', '#7f8fae'
    sk, trou, troul = '#3a2c3e', '#2b2a4c', '#4d4a70'
    o = []
    # far arm, forward
    o.append(
        el(
            P(
                [
                    (10, -73),
                    (20, -70),
                    (29, -63),
                    (35, -68),
                    (38, -66),
                    (32, -57),
                    (24, -58),
                    (12, -65),
                ]
            ),
            coatl,
        )
    )
    o.append(el(P([(35, -68), (37, -73), (41, -74), (42, -70), (38.5, -65.5)]), '#a77862'))
    # far leg: forward, reaching for the lower tread
    o.append(
        el(
            P(
                [
                    (3, -48),
                    (12, -44),
                    (20, -34),
                    (20, -25),
                    (19, -13),
                    (14, -13),
                    (13, -24),
                    (8, -31),
                    (0, -38),
                ]
            ),
            troul,
        )
    )
    o.append(
        el(
            P(
                [
                    (13.4, -13),
                    (19.6, -13),
                    (20, -9),
                    (26, -6),
                    (30, -3),
                    (29, 0),
                    (18, 0),
                    (13.5, -2),
                    (13, -7),
                ]
            ),
            '#4f8f5f',
        )
    )
    o.append(st('M14,-0.4 C20,1 25,0.8 29.4,0', '#e6e2d2', 2.2))
    o.append(st(soft([(20, -9), (26, -6), (30, -3)], False), '#b9d69a', 1.6))
    # near leg: behind, folded up
    o.append(
        el(
            P(
                [
                    (-7, -48),
                    (3, -47),
                    (5, -38),
                    (1, -26),
                    (-2, -22),
                    (-12, -22),
                    (-22, -27),
                    (-23, -32),
                    (-12, -30),
                    (-7, -29),
                    (-7, -38),
                ]
            ),
            trou,
        )
    )
    o.append(
        st(soft([(5, -44), (5, -37), (1, -26), (-3, -22)], False), '#c98f7a', 1.3, opacity=0.8)
    )
    o.append(
        el(
            P(
                [
                    (-22, -33),
                    (-19.5, -26.5),
                    (-23, -21),
                    (-27, -16),
                    (-31, -16),
                    (-32, -20),
                    (-29, -27),
                    (-26, -32),
                ]
            ),
            '#437f55',
        )
    )
    o.append(
        st(soft([(-26.5, -33), (-30, -27), (-33, -20), (-31.5, -15.6)], False), '#e6e2d2', 2.4)
    )
    o.append(st(soft([(-19.6, -26), (-23, -20.5), (-27, -15.6)], False), '#a9c98f', 1.3))
    # coat: a flared back
    body = [
        (-3, -73),
        (6, -77),
        (14, -74),
        (15, -64),
        (13, -54),
        (12, -44),
        (3, -41),
        (-8, -44),
        (-12, -48),
        (-8, -56),
        (-5, -64),
    ]
    o.append(el(P(body), coat))
    o.append(
        el(
            P(
                [
                    (-3, -73),
                    (2, -74),
                    (1, -62),
                    (0, -50),
                    (-2, -42),
                    (-8, -44),
                    (-12, -48),
                    (-8, -56),
                    (-5, -64),
                ]
            ),
            coatd,
        )
    )
    o.append(st('M4,-60 Q4,-50 2,-42 M9,-58 Q9,-50 8,-43', coatd, 1.2, opacity=0.8))
    o.append(
        st(
            soft([(14, -74), (15.2, -64), (13.2, -54), (12.2, -44)], False),
            '#ffd9a0',
            1.7,
            opacity=0.95,
        )
    )
    # neck and head, turned away; the hair flies back
    o.append(el(P([(6, -80), (12, -80), (12, -74), (6, -74)]), sk))
    o.append(
        el(
            P(
                [
                    (3, -88),
                    (6, -96),
                    (13, -98.5),
                    (19.5, -95),
                    (21.5, -88),
                    (19.5, -81.5),
                    (13, -78.5),
                    (7, -80.5),
                ]
            ),
            '#241c33',
        )
    )
    o.append(
        el(
            'M8,-95 C0,-97 -7,-93 -13,-95 C-9,-91 -6,-90 -3,-89 C-8,-88 -11,-86 -15,-86 C-9,-83 -3,-83 0,-84 C-3,-81 -6,-80 -8,-80 C-2,-77 7,-77 12,-79z',
            '#241c33',
        )
    )
    o.append(
        st(
            soft([(12, -98.6), (19, -95.6), (21.6, -88), (19.6, -81.5)], False),
            '#e9b27c',
            1.5,
            opacity=0.95,
        )
    )
    o.append(
        st('M10,-96 C4,-96 0,-93 -6,-93 M14,-94 C8,-92 4,-88 -3,-86', '#4a3c58', 1.1, opacity=0.8)
    )
    o.append(el(P([(18.5, -89), (20, -90.5), (21, -88), (19.5, -85.5)]), '#8a5f55'))
    # the bag, off her back, hanging by its straps
    o.append('<g transform="translate(-8,-70) rotate(-24)">')
    o.append(st('M10,-4 C4,-12 0,-13 -3,-10 M10,8 C4,12 0,11 -3,9', '#211c3c', 2.2))
    o.append(
        el(
            'M-21,-13 C-21,-17 -18,-18 -14,-18 H-3 C1,-18 3,-16 3,-12 V13 C3,16 1,17 -2,17 H-16 C-19,17 -21,16 -21,13z',
            '#6a5f92',
        )
    )
    o.append(el('M-3,-18 C1,-18 3,-16 3,-12 V13 C3,16 1,17 -2,17 C-4,6 -4,-8 -3,-18z', '#8a7fae'))
    o.append(el('M-20,0 H-6 V12 C-6,14 -8,15 -10,15 H-17 C-19,15 -20,14 -20,12z', '#544a7c'))
    o.append(st('M-20,-2 H-5', '#8a7fae', 1.2) + st('M-13,-18 q3,-5 7,0', '#211c3c', 2))
    o.append(st('M-10,15 q-3,4 -1,7', '#cfc6da', 0.8) + ell(-11, 24, 2, 2.4, '#cfd9b8'))
    o.append('</g>')
    o.append(st('M2,-75 C-1,-76 -4,-75 -6,-72 M-4,-63 C-6,-62 -8,-60 -10,-60', '#211c3c', 2.2))
    # near arm, thrown out behind her
    o.append(
        el(
            P(
                [
                    (3, -73),
                    (9, -71),
                    (8, -64),
                    (0, -57),
                    (-10, -52),
                    (-18, -52),
                    (-19, -55),
                    (-11, -57),
                    (-4, -62),
                    (0, -69),
                ]
            ),
            '#42547e',
        )
    )
    o.append(
        st(soft([(9, -71), (8.4, -64), (0.4, -57), (-9, -52)], False), '#b98f8a', 1, opacity=0.7)
    )
    o.append(el(P([(-18, -55), (-23, -56), (-25.5, -53.5), (-23, -51), (-18, -51.8)]), '#8a6258'))
    return '<g transform="translate(%s,%s) scale(%s)">%s</g>' % (n(px), n(py), s, ''.join(o))


# a plate of rice cakes before the third door
p = c(2.95, F3, 9.1)
k = c.f / 9.1 * 1.15
g.append(
    ell(p[0] + 5, p[1] + 4, 0.25 * k, 0.075 * k, '#2a2040', opacity=0.6, filter='url(#b2)')
    + ell(p[0], p[1] - 3, 0.24 * k, 0.072 * k, '#8f8198')
    + ell(p[0], p[1] - 6, 0.24 * k, 0.066 * k, '#d9c4b8')
    + ell(p[0], p[1] - 6, 0.18 * k, 0.046 * k, '#a9949c')
)
for dx, dy, col in (
    (-18, -11, '#f3dfc4'),
    (-3, -13, '#b3b894'),
    (13, -12, '#f3dfc4'),
    (21, -8, '#c29aa0'),
    (-10, -6, '#c29aa0'),
    (6, -5, '#f7e6cc'),
    (-5, -20, '#f7e6cc'),
    (8, -19, '#b3b894'),
):
    g.append(
        ell(p[0] + dx, p[1] + dy, 10, 7, col)
        + st('M%s q9,-7 18,0' % xy((p[0] + dx - 9, p[1] + dy - 1)), '#fff0d4', 1.4, opacity=0.7)
    )

sx = 0.30
i = round((sx - XA) / ((XB - XA) / 13))
fx = XA + (XB - XA) / 13 * (i + 0.35)
fy = F4 - (F4 - F3) / 14 * (i + 1)
fp = c(fx, fy, 9.75)
g.append(
    '<g filter="url(#b4)" opacity=".5">'
    + el(
        soft(
            [
                (fp[0] - 66, fp[1] - 44),
                (fp[0] - 10, fp[1] - 16),
                (fp[0] + 34, fp[1] + 4),
                (fp[0] - 10, fp[1] + 4),
                (fp[0] - 70, fp[1] - 26),
            ]
        ),
        '#1b1736',
    )
    + '</g>'
)
# her shadow on the wall, long, up to the left, away from the lamp
g.append(
    '<g filter="url(#b8)" opacity=".33" transform="translate(%s,%s) skewX(-12) scale(1.9,1.75)">'
    % (n(fp[0] - 116), n(fp[1] - 36))
    + el(
        soft(
            [
                (-8, -46),
                (0, -74),
                (8, -96),
                (20, -94),
                (18, -78),
                (16, -50),
                (22, -20),
                (10, -24),
                (-4, -28),
                (-24, -26),
            ]
        ),
        '#1b1736',
    )
    + '</g>'
)
g.append(sol(fp[0] - 20 * 2.02, fp[1], 2.02))
# rail between the flights
S.add('<g opacity=".95">')
rail([(XA, F4), (XB, F3)], FAR[0], 0.7)
S.add('</g>')
# rail of the lower flight and of the landings
rail([(XB, F3), (XA, F2)], NEAR[0], 0.9)
rail([(XB, F3), (Rt, F3)], NEAR[0], 0.95, [(XB, F3), (Rt - 0.05, F3)])
rail([(L, F4), (XA, F4)], NEAR[0], 0.95, [(L + 0.05, F4), (-2.75, F4), (XA, F4)])
rails = S.take()
g.append(rails)
# ---- the scarf over the rail of the fourth
hx, hy = c(-2.42, F4 + 0.95, NEAR[0])
pp = lambda A: [(hx + x, hy + y) for x, y in A]
back = pp(
    [(-40, -3), (-20, -8), (2, -6), (0, 50), (-6, 100), (-4, 138), (-40, 140), (-44, 90), (-38, 44)]
)
cl = pp(
    [
        (-22, -5),
        (-6, -10),
        (20, -9),
        (36, -3),
        (40, 34),
        (34, 88),
        (38, 140),
        (46, 196),
        (24, 206),
        (-4, 202),
        (-18, 192),
        (-12, 140),
        (-18, 90),
        (-24, 40),
    ]
)
g.append(
    '<g filter="url(#b4)" opacity=".5">'
    + el(soft([(x - 13, y + 12) for x, y in cl], t=0.5), '#1b1736')
    + '</g>'
)
g.append('<g filter="url(#cut2)">' + el(soft(back, t=0.5), '#54262e'))
for x in (-39, -33, -27, -21, -15, -9):
    g.append(
        st(
            'M%s q%d,7 %d,%d'
            % (xy((hx + x, hy + 137)), R.choice([-2, 2]), R.choice([-2, 0, 2]), R.randint(11, 16)),
            '#4a222a',
            2,
        )
    )
g.append(el(soft(cl, t=0.5), 'url(#scarf)'))
g.append(
    el(
        soft(
            pp(
                [
                    (-20, 4),
                    (-4, 0),
                    (2, 40),
                    (-6, 90),
                    (2, 140),
                    (-2, 200),
                    (-18, 190),
                    (-12, 140),
                    (-18, 90),
                    (-24, 40),
                ]
            ),
            t=0.5,
        ),
        '#5c2830',
        opacity=0.85,
    )
)
g.append(
    el(
        soft(
            pp(
                [
                    (8, -6),
                    (16, -6),
                    (20, 40),
                    (14, 90),
                    (22, 150),
                    (18, 204),
                    (10, 204),
                    (12, 150),
                    (6, 90),
                    (10, 40),
                ]
            ),
            t=0.5,
        ),
        '#652c30',
        opacity=0.7,
    )
)
g.append(
    el(
        soft(
            pp(
                [
                    (26, -7),
                    (36, -3),
                    (40, 34),
                    (34, 88),
                    (38, 140),
                    (45, 195),
                    (34, 201),
                    (30, 150),
                    (26, 90),
                    (31, 40),
                ]
            ),
            t=0.5,
        ),
        '#9c4c45',
        opacity=0.75,
    )
)
for x, y in [
    (-16, 192),
    (-10, 196),
    (-4, 201),
    (3, 203),
    (10, 205),
    (17, 206),
    (24, 206),
    (31, 203),
    (38, 200),
    (44, 197),
]:
    g.append(
        st(
            'M%s q%d,7 %d,%d'
            % (
                xy((hx + x, hy + y - 2)),
                R.choice([-2, 2]),
                R.choice([-2, 0, 2]),
                R.randint(12, 17),
            ),
            '#7a3835',
            2,
        )
    )
g.append('</g>' + el(soft(cl, t=0.5), '#000', filter='url(#weave)', opacity=0.4))
g.append(
    st(
        soft(pp([(20, -9), (36, -3), (40, 34), (34, 88), (38, 140), (46, 196)]), False),
        '#ffcf9a',
        3,
        opacity=0.8,
        filter='url(#b1)',
    )
)
g.append(veil('top') + veil('foot'))
# ---- near: the wall's edge beside us and our own handrail
f = [
    '<g filter="url(#cut)">'
    + el('M1960,-40H1778C1784,300 1776,700 1786,1120H1960z', 'url(#sider)')
    + '</g>',
    st('M1778,0C1784,300 1776,640 1784,1000', '#b98a86', 3, opacity=0.45, filter='url(#b1)'),
    el(
        'M-40,918 C500,934 1300,946 1960,936 V1120 H-40z', '#0d0b20', filter='url(#f4)', opacity=0.9
    ),
    st('M-20,914 C500,931 1300,943 1940,932', '#3a2c4a', 26),
    st('M-20,903 C500,920 1300,932 1940,921', '#8f6670', 3, opacity=0.55, filter='url(#b1)'),
]
pulled('staircase', D, [room, ''.join(g)], [('rail', 0.6, ''.join(f) + edge())], '#0e0c22')
