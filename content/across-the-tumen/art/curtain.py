"""A village street in falling snow, every window dark but one, where a drawn curtain glows; a
single line of footprints crosses its light and ends at the door; nobody is there."""
import math
import random

from ink import *

R = random.Random(9)
c = Cam(520, 452, 1150, 1.7)  # street runs away to the left third; houses on our right hand
D = [
    lg(
        'sky',
        [(0, '#14121c'), (0.3, '#1f1b2a'), (0.62, '#3a3042'), (0.86, '#5f4e5f'), (1, '#75606a')],
    ),
    lg('snowg', [(0, '#6f6676'), (0.25, '#5a5264'), (0.7, '#393345'), (1, '#1b1824')]),
    lg('wall', [(0, '#332c3b'), (1, '#2a2433')], 0, 0, 1, 0),
    lg('roofs', [(0, '#8b8494'), (1, '#6b6478')]),
    rg(
        'glow',
        [
            (0, ('#ffcf9a', 0.9)),
            (0.2, ('#f2a869', 0.55)),
            (0.5, ('#d98c5a', 0.2)),
            (1, ('#d98c5a', 0)),
        ],
    ),
    lg('cur', [(0, '#b9683c'), (0.5, '#f2b274'), (0.8, '#e49a5e'), (1, '#b9683c')]),
    lg(
        'pool',
        [(0, ('#f0a868', 0.95)), (0.5, ('#d98c5a', 0.55)), (1, ('#d98c5a', 0))],
        1040,
        790,
        470,
        900,
        True,
    ),
    lg('vig', [(0, ('#0d0b14', 0)), (1, ('#0d0b14', 0.9))]),
    lg('dk', [(0, '#0e0c15'), (1, '#17141f')]),
]
B = []
# ---- L0 sky, hills
s = ['<rect width="1920" height="1080" fill="url(#sky)"/>']
for d, f, o in (
    (
        'M0,150C200,120 420,160 640,132C900,104 1200,150 1500,120C1700,104 1820,116 1920,108V160C1600,190 1300,176 1000,190C700,200 300,190 0,206z',
        '#3a3042',
        0.35,
    ),
    (
        'M0,262C300,236 520,268 820,244C1100,226 1400,256 1920,232V270C1500,290 1100,282 760,300C420,306 200,296 0,304z',
        '#5a4a5c',
        0.3,
    ),
    ('M0,352C260,336 520,352 900,338V372C600,384 260,380 0,384z', '#8a7280', 0.3),
):
    s.append(el(d, f, opacity=o, filter='url(#b8)'))
s.append(
    '<g filter="url(#cut)">'
    + el(
        'M-20,408C80,384 150,392 240,372C320,356 380,384 440,386C520,374 580,352 660,366C740,380 800,392 960,384V470H-20z',
        '#5d4d5e',
    )
    + el(
        'M-20,436C120,410 240,420 340,398C420,384 480,412 560,410C680,408 780,420 960,412V480H-20z',
        '#463a4a',
    )
    + '</g>'
)
B.append('<g id="L0-sky">' + ''.join(s) + '</g>')
# ---- L1 street
g = []
g.append(el('M-10,%s L1930,%s V1090 H-10z' % (n(452 + 8), n(452 + 8)), 'url(#snowg)'))
XR = 2.55  # right fronts
XL = -3.1  # left wall


def bank(x0, x1, z0, z1, col, op, seed):
    q = random.Random(seed)
    P = []
    z = z0
    while z < z1:
        P.append(c(x0 + q.uniform(-0.08, 0.08), 0, z))
        z *= 1.12
    P.append(c((x0 + x1) / 2, 0, z1))
    z = z1
    while z > z0:
        P.append(c(x1 + q.uniform(-0.1, 0.1), 0, z))
        z /= 1.1
    return el(soft(P, t=0.5), col, opacity=op)


# trodden middle of the lane and wheel ruts, swept light
g.append(
    '<g filter="url(#cut)">'
    + bank(-1.25, 1.15, 1.6, 60, '#413a4c', 0.55, 1)
    + bank(-0.85, -0.45, 1.6, 60, '#2f2938', 0.6, 2)
    + bank(0.4, 0.78, 1.6, 60, '#2f2938', 0.6, 3)
    + bank(-2.6, -1.5, 1.6, 40, '#7f7787', 0.35, 4)
    + bank(1.3, 2.3, 1.6, 40, '#8b8494', 0.34, 5)
    + '</g>'
)
for i in range(70):
    z = 1.7 * (1.06**i) if i < 60 else 3 + i * 0.1
    x = R.uniform(-2.8, 2.4)
    a = c(x, 0, z)
    k = 1150 / z
    g.append(
        el(
            soft(
                [
                    (a[0], a[1]),
                    (a[0] + k * 0.25, a[1] - k * 0.018),
                    (a[0] + k * R.uniform(0.4, 0.7), a[1]),
                    (a[0] + k * 0.25, a[1] + k * 0.015),
                ]
            ),
            R.choice(['#a29aa8', '#8b8494', '#2b2634', '#2b2634']),
            opacity=n(R.uniform(0.08, 0.22)),
        )
    )
g.append(el('M-10,460 L1930,460 V1090 H-10z', '#000', filter='url(#fibre)', opacity=0.35))
B.append('<g id="L1-street">' + ''.join(g) + '</g>')
# ---- L2 houses. left: low walls, dark; right: fronts
h = []


def snowcap(P, th, col='#8b8494', seed=1):
    q = random.Random(seed)
    U = [(x, y - th * q.uniform(0.75, 1.2)) for x, y in P]
    Lw = [(x, y + th * q.uniform(-0.05, 0.5)) for x, y in reversed(P)]
    return el(soft(U + Lw, t=0.42), col)


def seg(a, b, m):
    return [(a[0] + (b[0] - a[0]) * i / m, a[1] + (b[1] - a[1]) * i / m) for i in range(m + 1)]


# left row, far to near
def left(z0, z1, hh, seed, roof=True, dep=3.2, wall='#2a2434'):
    o = el(poly([c(XL, hh, z0), c(XL, hh, z1), c(XL, 0, z1), c(XL, 0, z0)]), wall)
    o += el(poly([c(XL, hh, z0), c(XL - dep, hh, z0), c(XL - dep, 0, z0), c(XL, 0, z0)]), '#1d1926')
    if roof:
        o += el(
            poly(
                [
                    c(XL + 0.25, hh - 0.06, z0 - 0.15),
                    c(XL + 0.25, hh - 0.06, z1),
                    c(XL - 1.3, hh + 1.0, z1),
                    c(XL - 1.3, hh + 1.0, z0 - 0.15),
                ]
            ),
            '#6b6478',
        )
        o += el(
            poly([c(XL + 0.1, hh, z0), c(XL - 1.3, hh + 1.0, z0), c(XL - 2.9, hh, z0)]), '#1d1926'
        )
        o += snowcap(
            seg(c(XL + 0.28, hh - 0.04, z0 - 0.15), c(XL + 0.28, hh - 0.04, z1), 8),
            900 / z0 * 0.05,
            '#8b8494',
            seed,
        )
        m = max(1, int((z1 - z0) / 1.5))
        for i in range(m):
            zz = z0 + (i + 0.5) * (z1 - z0) / m
            o += el(
                poly(
                    [
                        c(XL, 1.55, zz - 0.35),
                        c(XL, 1.55, zz + 0.35),
                        c(XL, 0.75, zz + 0.35),
                        c(XL, 0.75, zz - 0.35),
                    ]
                ),
                '#14121c',
            )
            o += st(line([c(XL, 0.74, zz - 0.4), c(XL, 0.74, zz + 0.4)]), '#8b8494', 2, opacity=0.6)
        o += el(
            poly(
                [
                    c(XL - 0.9, hh + 1.5, z0 + 0.9),
                    c(XL - 0.6, hh + 1.5, z0 + 0.9),
                    c(XL - 0.6, hh + 0.6, z0 + 0.9),
                    c(XL - 0.9, hh + 0.6, z0 + 0.9),
                ]
            ),
            '#17141f',
        ) + snowcap(
            seg(c(XL - 0.92, hh + 1.5, z0 + 0.9), c(XL - 0.58, hh + 1.5, z0 + 0.9), 3),
            900 / z0 * 0.04,
            '#8b8494',
            seed + 1,
        )
    else:
        o += snowcap(seg(c(XL, hh, z0), c(XL, hh, z1), 10), 900 / z0 * 0.05, '#8b8494', seed)
    return '<g filter="url(#cut2)">' + o + '</g>'


# far end of lane
h.append(
    '<g filter="url(#cut2)" opacity=".9">'
    + el('M430,452V428L470,412L520,428V452zM540,454V424L590,404L640,424V454z', '#3a3042')
    + el(
        'M424,428L470,410L526,428L520,424L470,405L430,424zM534,424L590,402L646,424L640,418L590,396L540,419z',
        '#8b8494',
        opacity=0.8,
    )
    + '</g>'
)
h.append(left(26, 40, 2.3, 5, wall='#403648'))
h.append(left(16.5, 23, 2.4, 6, wall='#352d3d'))
h.append(left(13.2, 16, 1.5, 7, False, wall='#302838'))
h.append(left(8.2, 12.4, 2.4, 8))
h.append(left(5.2, 7.8, 1.35, 9, False, dep=0.3, wall='#241f2d'))


def right(z0, z1, hh, seed, wins=(), door=None, wall='url(#wall)', lit=None):
    o = ''
    o += el(poly([c(XR, hh, z0), c(XR, hh, z1), c(XR, 0, z1), c(XR, 0, z0)]), wall)
    o += el(
        poly([c(XR, hh, z0), c(XR, hh, z1), c(XR, 0, z1), c(XR, 0, z0)]),
        '#000',
        filter='url(#fibre)',
        opacity=0.4,
    )
    # plinth, brick courses
    o += el(poly([c(XR, 0.35, z0), c(XR, 0.35, z1), c(XR, 0, z1), c(XR, 0, z0)]), '#1f1a28')
    q = random.Random(seed)
    for i in range(1, 12):
        y = 0.35 + i * (hh - 0.35) / 12
        z = z0
        while z < z1 - 0.3:
            d = q.uniform(0.5, 1.6)
            if q.random() < 0.6:
                o += st(
                    line([c(XR, y, z), c(XR, y, min(z + d, z1))]),
                    q.choice(['#17141f', '#4a3c4e']),
                    n(1150 / z * 0.012),
                    opacity=0.5,
                )
            z += d + q.uniform(0.2, 0.7)
    # end wall toward us
    o += el(poly([c(XR, hh, z0), c(XR + 3, hh, z0), c(XR + 3, 0, z0), c(XR, 0, z0)]), '#201b29')
    # roof slope with its snow, eave over the street
    E = -0.32
    o += el(
        poly(
            [
                c(XR + E, hh - 0.12, z0 - 0.2),
                c(XR + E, hh - 0.12, z1),
                c(XR + 1.6, hh + 1.15, z1),
                c(XR + 1.6, hh + 1.15, z0 - 0.2),
            ]
        ),
        '#5b5366',
    )
    o += el(
        poly(
            [
                c(XR + E, hh - 0.12, z0 - 0.2),
                c(XR + 1.6, hh + 1.15, z0 - 0.2),
                c(XR + 3.4, hh - 0.1, z0 - 0.2),
            ]
        ),
        '#201b29',
    )
    # underside of the eave
    o += el(
        poly(
            [c(XR + E, hh - 0.14, z0 - 0.2), c(XR + E, hh - 0.14, z1), c(XR, hh, z1), c(XR, hh, z0)]
        ),
        '#100e17',
    )
    for a, dr in wins:
        P = [c(XR, 1.72, a), c(XR, 1.72, a + 1.15), c(XR, 0.82, a + 1.15), c(XR, 0.82, a)]
        o += el(poly(P), '#0f0d16', stroke='#3d3343', stroke_width=n(1150 / a * 0.04))
        o += el(
            poly(
                [
                    c(XR, 1.7, a + 0.08),
                    c(XR, 1.7, a + 0.5),
                    c(XR, 1.2, a + 0.5),
                    c(XR, 1.3, a + 0.08),
                ]
            ),
            '#3c3647',
            opacity=0.5,
        )
        o += st(
            line([c(XR, 1.72, a + 0.57), c(XR, 0.82, a + 0.57)]), '#3d3343', n(1150 / a * 0.03)
        ) + st(line([c(XR, 1.35, a), c(XR, 1.35, a + 1.15)]), '#3d3343', n(1150 / a * 0.025))
        o += snowcap(
            seg(c(XR - 0.06, 0.81, a - 0.06), c(XR - 0.06, 0.81, a + 1.22), 5),
            1150 / a * 0.03,
            '#8b8494',
            seed,
        )
    if door:
        P = [c(XR, 1.95, door), c(XR, 1.95, door + 0.9), c(XR, 0.04, door + 0.9), c(XR, 0.04, door)]
        o += el(poly(P), '#14111a', stroke='#3d3343', stroke_width=n(1150 / door * 0.045))
        for t in (0.22, 0.45, 0.68):
            o += st(line([c(XR, 1.93, door + t), c(XR, 0.06, door + t)]), '#2b2433', 2.4)
    return o


h.append(
    '<g filter="url(#cut2)">'
    + right(24, 34, 2.3, 21, ((27, 0), (30, 0)), wall='#4a3f50')
    + snowcap(seg(c(XR - 0.34, 2.2, 23.8), c(XR - 0.34, 2.2, 34), 8), 3, '#8b8494', 3)
    + '</g>'
)
h.append(
    '<g filter="url(#cut2)">'
    + right(15.5, 22, 2.4, 22, ((16.6, 0), (19.6, 0)), 18.2, wall='#3d3443')
    + snowcap(seg(c(XR - 0.34, 2.3, 15.3), c(XR - 0.34, 2.3, 22), 8), 4.5, '#918a9a', 4)
    + '</g>'
)
h.append(
    '<g filter="url(#cut2)">'
    + right(10.4, 14.6, 2.45, 23, ((10.9, 0), (13.0, 0)), 12.1, wall='#332b3b')
    + snowcap(seg(c(XR - 0.34, 2.36, 10.2), c(XR - 0.34, 2.36, 14.6), 8), 6, '#918a9a', 5)
    + '</g>'
)
# the house: window z 5.3-6.7, door 7.2-8.1
Z0, Z1, HH = 3.9, 9.3, 2.5
h.append('<g filter="url(#cut2)">' + right(Z0, Z1, HH, 24, (), None) + '</g>')
# neighbour door
W = [c(XR, 1.86, 4.55), c(XR, 1.86, 5.95), c(XR, 0.80, 5.95), c(XR, 0.80, 4.55)]
D.append('<clipPath id="front"><path d="M0,0H%s V1080H0z"/></clipPath>' % n(c(XR, 0, Z0)[0]))
h.append(
    '<g clip-path="url(#front)">'
    + ell(*c(XR, 1.35, 5.2), 470, 340, 'url(#glow)', opacity=0.62)
    + '</g>'
    + ell(*c(XR, 1.35, 5.0), 300, 260, 'url(#glow)', opacity=0.16)
)
h.append(
    el(
        poly([c(XR, 1.95, 4.45), c(XR, 1.95, 6.06), c(XR, 0.72, 6.06), c(XR, 0.72, 4.45)]),
        '#231c28',
    )
)
cu = [el(poly(W), 'url(#cur)')]
z = 4.55
while z < 5.93:
    d = R.choice([0.07, 0.1, 0.14])
    zz = min(z + d, 5.95)
    cu.append(
        el(
            poly(
                [
                    c(XR, 1.86, z),
                    c(XR, 1.86, zz),
                    c(XR, 0.8, zz + R.uniform(-0.02, 0.02)),
                    c(XR, 0.8, z + R.uniform(-0.02, 0.02)),
                ]
            ),
            R.choice(['#8f4a2c', '#ffd29a', '#c8774a', '#a85a34']),
            opacity=n(R.uniform(0.12, 0.38)),
            filter='url(#b2)',
        )
    )
    z = zz + R.choice([0, 0.04])
wc = c(XR, 1.42, 5.05)
cu.append(ell(wc[0], wc[1], 130, 100, '#ffe3b0', opacity=0.55, filter='url(#b30)'))
h.append('<g>' + ''.join(cu) + '</g>')
# flowers printed on the cloth, very faint
for i in range(26):
    q = c(XR, R.uniform(0.9, 1.8), R.uniform(4.6, 5.9))
    h.append(
        ell(
            q[0],
            q[1],
            R.uniform(4, 7),
            R.uniform(4, 8),
            '#8f3f2a',
            opacity=n(R.uniform(0.12, 0.28)),
        )
    )
# glazing bars
for zz, w in ((5.03, 0.05), (5.5, 0.045)):
    h.append(
        el(
            poly(
                [
                    c(XR - 0.02, 1.88, zz - w / 2),
                    c(XR - 0.02, 1.88, zz + w / 2),
                    c(XR - 0.02, 0.79, zz + w / 2),
                    c(XR - 0.02, 0.79, zz - w / 2),
                ]
            ),
            '#2a1c20',
        )
    )
h.append(
    el(
        poly(
            [
                c(XR - 0.02, 1.50, 4.53),
                c(XR - 0.02, 1.50, 5.97),
                c(XR - 0.02, 1.46, 5.97),
                c(XR - 0.02, 1.46, 4.53),
            ]
        ),
        '#2a1c20',
    )
)
h.append(
    '<g filter="url(#cut2)">'
    + snowcap(seg(c(XR - 0.12, 0.78, 4.4), c(XR - 0.12, 0.78, 6.1), 6), 15, '#c99a84', 31)
    + '</g>'
)
# the door
Dz0, Dz1 = 6.85, 7.75
h.append(
    el(
        poly(
            [
                c(XR, 2.02, Dz0 - 0.08),
                c(XR, 2.02, Dz1 + 0.08),
                c(XR, 0, Dz1 + 0.08),
                c(XR, 0, Dz0 - 0.08),
            ]
        ),
        '#3b2f38',
    )
)
h.append(
    el(poly([c(XR, 1.95, Dz0), c(XR, 1.95, Dz1), c(XR, 0.03, Dz1), c(XR, 0.03, Dz0)]), '#15111a')
)
for t in (0.2, 0.4, 0.62, 0.8):
    h.append(st(line([c(XR, 1.94, Dz0 + t), c(XR, 0.05, Dz0 + t)]), '#2a222e', 2.6))
for y in (1.6, 0.55):
    h.append(st(line([c(XR, y, Dz0 + 0.04), c(XR, y, Dz1 - 0.04)]), '#2a222e', 6))
q = c(XR - 0.03, 0.98, Dz0 + 0.14)
h.append(ell(q[0], q[1], 4, 6, '#c98a5e'))
h.append(
    st(line([c(XR, 0.05, Dz0 + 0.02), c(XR, 0.03, Dz1 - 0.02)]), '#f2b274', 2.6, opacity=0.85)
    + st(line([c(XR, 1.95, Dz0), c(XR, 0.03, Dz0)]), '#b8754c', 2, opacity=0.6)
)
# step
stp = [
    c(XR - 0.42, 0.12, Dz0 - 0.1),
    c(XR - 0.42, 0.12, Dz1 + 0.1),
    c(XR, 0.12, Dz1 + 0.1),
    c(XR, 0.12, Dz0 - 0.1),
]
h.append(
    '<g filter="url(#cut2)">'
    + el(
        poly(
            [
                c(XR - 0.42, 0, Dz0 - 0.1),
                c(XR - 0.42, 0, Dz1 + 0.1),
                c(XR - 0.42, 0.12, Dz1 + 0.1),
                c(XR - 0.42, 0.12, Dz0 - 0.1),
            ]
        ),
        '#2a2430',
    )
    + el(
        poly(
            [
                c(XR - 0.42, 0, Dz0 - 0.1),
                c(XR, 0, Dz0 - 0.1),
                c(XR, 0.12, Dz0 - 0.1),
                c(XR - 0.42, 0.12, Dz0 - 0.1),
            ]
        ),
        '#6b4f4e',
    )
    + el(poly(stp), '#a08a8e')
    + '</g>'
)
# thick snow on the eave above the window, lit from under, and icicles
ev = seg(c(XR - 0.34, HH - 0.14, Z0 - 0.2), c(XR - 0.34, HH - 0.14, Z1), 14)
h.append('<g filter="url(#cut2)">' + snowcap(ev, 20, '#8b8494', 41) + '</g>')
h.append(
    st(
        line(
            [
                (x, y + 6)
                for x, y in seg(c(XR - 0.34, HH - 0.16, 4.3), c(XR - 0.34, HH - 0.16, 7.4), 6)
            ]
        ),
        '#f2b274',
        4,
        opacity=0.75,
        filter='url(#b2)',
    )
)
for i in range(26):
    z = R.uniform(4.0, 9)
    a = c(XR - 0.33, HH - 0.17, z)
    l = 1150 / z * R.uniform(0.05, 0.22)
    w = 1150 / z * 0.012
    lit = 4.3 < z < 6.6
    h.append(
        el(
            'M%s l%s,0 l%s,%s z' % (xy((a[0] - w, a[1] + 2)), n(2 * w), n(-w), n(l)),
            '#e8b58a' if lit else '#8b8494',
            opacity=0.75 if lit else 0.45,
        )
    )
# gable of the house: snow along its edge, a drainpipe
s_ = seg(c(XR - 0.32, HH - 0.12, Z0 - 0.2), c(XR + 1.6, HH + 1.15, Z0 - 0.2), 8)
h.append('<g filter="url(#cut2)">' + snowcap(s_, 26, '#857d90', 51) + '</g>')
# firewood stack and broom by the wall
fw = []
for i in range(6):
    for j in range(8 - i):
        p = c(XR - 0.18, 0.09 + i * 0.15, 8.25 + j * 0.12 - i * 0.0)
        fw.append(
            ell(
                p[0],
                p[1],
                1150 / 8.6 * 0.055,
                1150 / 8.6 * 0.075,
                R.choice(['#3a2f38', '#4a3c44', '#2e2630']),
                stroke='#17131d',
                stroke_width=1.4,
            )
        )
h.append('<g filter="url(#cut2)">' + ''.join(fw) + '</g>')
B.append('<g id="L2-houses">' + ''.join(h) + '</g>')
# ---- L3 light on snow, footprints that go in and do not come out
l = []
# window thrown on the snow
pl = [c(XR - 0.45, 0, 4.3), c(XR - 0.45, 0, 6.3), c(-0.2, 0, 7.2), c(-0.5, 0, 3.5)]
l.append(
    '<g style="mix-blend-mode:screen" opacity=".85">'
    + el(poly(pl), 'url(#pool)', filter='url(#f16)')
    + '</g>'
)
for za, zb in ((4.98, 5.1), (5.46, 5.58)):
    l.append(
        el(
            poly(
                [
                    c(XR - 0.45, 0, za),
                    c(XR - 0.45, 0, zb),
                    c(0.1, 0, zb + 0.25),
                    c(0.1, 0, za + 0.0),
                ]
            ),
            '#4a3640',
            opacity=0.45,
            filter='url(#b4)',
        )
    )
l.append(
    '<g style="mix-blend-mode:screen">'
    + ell(*c(XR - 0.75, 0, 5.2), 430, 110, 'url(#glow)', opacity=0.8)
    + '</g>'
)
# drifts at the wall foot: three soft layers, warm where the window reaches
q = random.Random(12)


def drift(z0, z1, w, hh, fill, op, bl):
    P = []
    m = 9
    for i in range(m + 1):
        z = z1 + (z0 - z1) * i / m
        P.append(c(XR, (hh + q.uniform(-0.05, 0.05)) * (1 - abs(i / m - 0.45) * 0.9), z))
    for i in range(m + 1):
        z = z0 + (z1 - z0) * i / m
        P.append(
            c(XR - w * (0.55 + 0.45 * (1 - abs(i / m - 0.5) * 1.6)) + q.uniform(-0.06, 0.06), 0, z)
        )
    return el(soft(P, t=0.5), fill, opacity=op, filter=bl)


l.append(
    '<g filter="url(#cut2)">'
    + drift(3.1, 6.65, 0.95, 0.16, '#a08890', 0.22, 'url(#b4)')
    + drift(3.4, 6.6, 0.6, 0.2, '#8b7278', 0.55, 'url(#b4)')
    + drift(4.2, 6.5, 0.40, 0.22, '#c79a84', 0.75, 'url(#b4)')
    + '</g>'
)
l.append('<g filter="url(#cut2)">' + drift(8.1, 9.2, 0.5, 0.2, '#6f6676', 0.8, 'url(#b2)') + '</g>')
# prints
path = []

ctrl = [(-0.30, 2.6), (-0.22, 3.2), (0.0, 4.1), (0.45, 5.1), (1.1, 6.1), (1.72, 6.85), (2.02, 7.15)]
P = []
for i in range(len(ctrl) - 1):
    for t in range(20):
        u = t / 20
        a, b = ctrl[i], ctrl[i + 1]
        P.append((a[0] + (b[0] - a[0]) * u, a[1] + (b[1] - a[1]) * u))
# walk by arc length, 0.36 m steps
acc = 0
last = P[0]
side = 1
marks = []
for p in P[1:]:
    d = math.hypot(p[0] - last[0], p[1] - last[1])
    acc += d
    if acc > 0.37:
        acc = 0
        dx, dz = (p[0] - last[0]) / d, (p[1] - last[1]) / d
        marks.append(
            (p[0] + side * 0.085 * dz + R.uniform(-0.02, 0.02), p[1] - side * 0.085 * dx, dx, dz)
        )
        side = -side
    last = p
fp = []


def foot(x, z, dx, dz, sc=1):
    sh = [
        (-0.040, -0.12),
        (-0.044, -0.05),
        (-0.040, 0.02),
        (-0.054, 0.09),
        (-0.034, 0.15),
        (0.01, 0.165),
        (0.044, 0.11),
        (0.042, 0.02),
        (0.036, -0.05),
        (0.034, -0.12),
        (0, -0.145),
    ]
    pts = []
    for a, b in sh:
        a *= 1.05 * sc
        b *= 1.3 * sc
        pts.append(c(x + a * dz + b * dx, 0, z - a * dx + b * dz))
    return pts


for x, z, dx, dz in marks:
    pts = foot(x, z, dx, dz)
    inlit = x > 0.2 and z > 3.8
    k = 1150 / z
    fp.append(
        el(
            soft([(px - k * 0.006, py - k * 0.008) for px, py in pts], t=0.5),
            '#eec3a0' if inlit else '#8f8798',
            opacity=0.45,
        )
    )
    fp.append(el(soft(pts, t=0.5), '#2e2228' if inlit else '#15121b', opacity=0.92))
    fp.append(
        el(
            soft([(px + k * 0.008, py - k * 0.010) for px, py in pts][5:10], t=0.5),
            '#5a4148' if inlit else '#2a2533',
            opacity=0.8,
        )
    )
l.append(''.join(fp))
B.append('<g id="L3-prints">' + ''.join(l) + '</g>')
# ---- L4 pole, wires, tree, near dark
nr = []
pp = c(XL + 0.6, 0, 6.4)
pt = (pp[0] + 4, -20)
nr.append(
    '<g filter="url(#cut2)">'
    + el(
        'M%s L%s L%s L%sz'
        % (
            xy((pp[0] - 11, pp[1])),
            xy((pt[0] - 7, pt[1])),
            xy((pt[0] + 7, pt[1])),
            xy((pp[0] + 11, pp[1])),
        ),
        '#0f0d15',
    )
    + el('M%s l-90,6 v9 l190,-10 v-9z' % xy((pt[0] - 4, 96)), '#0f0d15')
    + '</g>'
)
nr.append(st('M%s V%s' % (xy((pp[0] - 8, pp[1] - 20)), 40), '#8b8494', 2.4, opacity=0.5))
far = c(XL + 0.6, 5.6, 26)
for dx in (-84, 86):
    nr.append(
        st(
            'M%s Q%s %s'
            % (
                xy((pt[0] + dx, 98)),
                xy(((pt[0] + far[0]) / 2 + dx * 0.4, 300)),
                xy((far[0] + dx * 0.2, far[1])),
            ),
            '#0f0d15',
            2,
            opacity=0.8,
        )
        + st(
            'M%s Q%s %s'
            % (xy((pt[0] + dx, 98)), xy((pt[0] + dx - 60, 150)), xy((-20, 60 + dx * 0.3))),
            '#0f0d15',
            2.6,
            opacity=0.8,
        )
    )
nr.append(st('M%s Q515,233 839,319' % xy((pt[0] + 86, 98)), '#0f0d15', 2.2, opacity=0.8))
# the drift at the foot of the pole
nr.append(
    '<g filter="url(#cut2)">'
    + el('M50,738C84,738 112,752 148,768Q156,774 146,780L104,796Q80,800 50,800z', '#474257')
    + el('M50,738C84,738 112,752 148,768L108,758Q80,752 50,750z', '#443a4e')
    + el('M50,744Q84,746 121,762Q84,762 50,756z', '#5f5869')
    + '</g>'
)
# near right: corner of the wall we stand by; near left: drift and courtyard post
nr.append(
    '<g filter="url(#cut)">'
    + el(
        'M1724,-40H1960V1120H1640C1700,1000 1730,900 1738,760C1748,500 1730,200 1724,-40z',
        'url(#dk)',
    )
    + el('M1660,-40C1700,-10 1722,20 1742,60C1800,74 1880,70 1960,64V-40z', '#6b6478')
    + el('M1700,-40C1720,0 1740,40 1760,44C1820,54 1890,46 1960,40V-40z', '#8b8494', opacity=0.6)
    + '</g>'
)
nr.append(
    st(
        'M1740,90C1746,300 1748,560 1738,760C1732,860 1716,940 1690,1000',
        '#d98c5a',
        3,
        opacity=0.42,
        filter='url(#b2)',
    )
)
nr.append(
    '<g filter="url(#cut)">'
    + el('M-40,560L54,548C72,700 76,840 70,1000L-40,1020z', '#0e0c15')
    + el('M-40,566C0,540 40,532 66,548C50,560 10,566 -40,584z', '#6b6478')
    + '</g>'
)
nr.append(
    '<g filter="url(#cut)">'
    + el(
        'M-40,1010C160,960 360,992 600,1004C900,1016 1200,1000 1500,960C1700,936 1800,960 1960,950V1120H-40z',
        '#16131d',
        opacity=0.85,
    )
    + '</g>'
)
nr.append(
    st(
        'M0,992C160,962 360,994 600,1006C900,1018 1200,1002 1500,962',
        '#5a5264',
        3,
        opacity=0.5,
        filter='url(#b2)',
    )
)
nr.append('<rect x="0" y="700" width="1920" height="380" fill="url(#vig)"/>')


# twigs over the sky
def twig(x, y, a, l, w, dep):
    if dep == 0 or l < 8:
        return ''
    x2 = x + math.cos(a) * l
    y2 = y - math.sin(a) * l
    o = st(
        'M%s Q%s %s'
        % (
            xy((x, y)),
            xy(((x + x2) / 2 + R.uniform(-6, 6), (y + y2) / 2 + R.uniform(-6, 6))),
            xy((x2, y2)),
        ),
        '#0d0b13',
        n(w),
        stroke_linecap='round',
    )
    if w > 2:
        o += st(
            'M%s L%s' % (xy((x, y - w * 0.5)), xy((x2, y2 - w * 0.4))),
            '#8b8494',
            n(w * 0.4),
            opacity=0.6,
        )
    for k in range(R.choice([2, 2, 3])):
        o += twig(x2, y2, a + R.uniform(-0.7, 0.62), l * R.uniform(0.6, 0.82), w * 0.62, dep - 1)
    return o


nr.append(twig(-20, 330, 0.35, 130, 13, 7))
B.append('<g id="L4-near">' + ''.join(nr) + '</g>')
pull('curtain', D, B, '#0d0b13', 'yard')
