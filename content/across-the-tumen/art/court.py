"""A small court room from the back bench: gold afternoon light falls through tall shuttered
windows on an empty teak floor, a ceiling fan, three empty high chairs, a row of plastic chairs
and one small bag; nobody is there."""
import math
import random

from ink import *

R = random.Random(17)
c = Cam(1090, 400, 1350, 1.45)
D = [
    lg('wall', [(0, '#6b3a4e'), (0.55, '#a05a4e'), (1, '#b8604f')]),
    lg('wallL', [(0, '#5a3346'), (1, '#7d4450')], 0, 0, 1, 0),
    lg('floor', [(0, '#8a5640'), (1, '#c98a52')]),
    lg('sky', [(0, '#ffe3a8'), (0.55, '#f9cf85'), (1, '#e79a58')]),
    lg('panel', [(0, '#7a4636'), (1, '#5a3030')]),
    lg(
        'gold',
        [(0, ('#fff0c0', 1)), (0.3, ('#f9cf85', 0.95)), (1, ('#d9a441', 0.25))],
        300,
        760,
        1250,
        900,
        True,
    ),
    lg(
        'shaft',
        [(0, ('#ffe3a8', 0.55)), (0.5, ('#f9cf85', 0.22)), (1, ('#e79a58', 0))],
        250,
        300,
        1150,
        860,
        True,
    ),
    rg(
        'glow',
        [
            (0, ('#fff0c8', 0.95)),
            (0.3, ('#f9cf85', 0.45)),
            (0.65, ('#d9a441', 0.12)),
            (1, ('#d9a441', 0)),
        ],
    ),
    rg(
        'pool',
        [(0, '#ffe9b8'), (0.3, ('#f9cf85', 0.8)), (0.65, ('#c9803f', 0.35)), (1, ('#8a4a3a', 0))],
    ),
    rg('rose', [(0, ('#b8604f', 0.8)), (1, ('#6b3a4e', 0))]),
    lg('bench', [(0, '#3a2026'), (0.1, '#22131c'), (1, '#120a12')]),
    lg('shell', [(0, '#4f6b55'), (1, '#25392f')]),
    lg('vig', [(0, ('#120a14', 0)), (1, ('#120a14', 0.85))]),
]
B = []
L, Rt, H, bw = -3.3, 2.7, 3.3, 8.6
r = ['<rect width="1920" height="1080" fill="#2b1b33"/>']


back = [c(L, H, bw), c(Rt, H, bw), c(Rt, 0, bw), c(L, 0, bw)]
r.append(el(poly(back), 'url(#wall)'))
r.append(el(poly([c(L, H, bw), c(L, H, 1.6), c(L, 0, 1.6), c(L, 0, bw)]), 'url(#wallL)'))
r.append(el(poly([c(Rt, H, bw), c(Rt, H, 1.6), c(Rt, 0, 1.6), c(Rt, 0, bw)]), '#a85c4e'))
r.append(el(poly([c(L, H, bw), c(Rt, H, bw), c(Rt, H, 1.6), c(L, H, 1.6)]), '#5e3a48'))
for P in (
    back,
    [c(Rt, H, bw), c(Rt, H, 1.6), c(Rt, 0, 1.6), c(Rt, 0, bw)],
    [c(L, H, bw), c(L, H, 1.6), c(L, 0, 1.6), c(L, 0, bw)],
):
    r.append(el(poly(P), '#000', filter='url(#fibre)', opacity=0.3))
# ceiling boards
for i in range(13):
    x = L + i * 0.5
    r.append(st(line([c(x, H, bw), c(x, H, 1.6)]), '#3b2233', 2, opacity=0.5))
# teak floor: boards run toward us
fl = [c(L, 0, bw), c(Rt, 0, bw), c(Rt, 0, 1.6), c(L, 0, 1.6)]
r.append(el(poly(fl), 'url(#floor)'))
x = L
while x < Rt - 0.02:
    x2 = min(x + 0.2, Rt)
    z = bw
    while z > 1.6:
        d = R.uniform(1.1, 2.6)
        zz = max(z - d, 1.6)
        r.append(
            el(
                poly([c(x, 0, z), c(x2, 0, z), c(x2, 0, zz), c(x, 0, zz)]),
                R.choice(['#b4774a', '#9a5f40', '#c98a52', '#a86a44', '#8a5038']),
                opacity=n(R.uniform(0.35, 0.8)),
                stroke='#5a3028',
                stroke_width=1.2,
                stroke_opacity=0.5,
            )
        )
        z = zz
    x = x2
r.append(el(poly(fl), '#000', filter='url(#fibre)', opacity=0.5))


# dado of dark boards
def dado(P):
    return el(poly(P), 'url(#panel)')


r.append(dado([c(L, 1.05, bw), c(Rt, 1.05, bw), c(Rt, 0, bw), c(L, 0, bw)]))
r.append(dado([c(Rt, 1.05, bw), c(Rt, 1.05, 1.6), c(Rt, 0, 1.6), c(Rt, 0, bw)]))
r.append(dado([c(L, 1.05, bw), c(L, 1.05, 1.6), c(L, 0, 1.6), c(L, 0, bw)]))
for i in range(26):
    x = L + i * 0.24
    r.append(st(line([c(x, 1.0, bw), c(x, 0, bw)]), '#3a1f24', 1.6, opacity=0.6))
z = bw
while z > 1.9:
    for X in (L, Rt):
        r.append(st(line([c(X, 1.0, z), c(X, 0, z)]), '#3a1f24', 1.8, opacity=0.6))
    z -= 0.3
for a, b in (
    (c(L, 1.05, bw), c(Rt, 1.05, bw)),
    (c(Rt, 1.05, bw), c(Rt, 1.05, 1.6)),
    (c(L, 1.05, bw), c(L, 1.05, 1.6)),
):
    r.append(st(line([a, b]), '#c98a5a', 4, opacity=0.75))


# the bench of the judge: raised, closed, nobody behind it
def box(x0, x1, y0, y1, z0, z1, f, t, s, side=None):
    o = ''
    if side == 'L':
        o += el(poly([c(x0, y1, z0), c(x0, y1, z1), c(x0, y0, z1), c(x0, y0, z0)]), s)
    if side == 'R':
        o += el(poly([c(x1, y1, z0), c(x1, y1, z1), c(x1, y0, z1), c(x1, y0, z0)]), s)
    o += el(poly([c(x0, y1, z0), c(x1, y1, z0), c(x1, y1, z1), c(x0, y1, z1)]), t)
    return o + el(poly([c(x0, y1, z0), c(x1, y1, z0), c(x1, y0, z0), c(x0, y0, z0)]), f)


r.append(box(-1.9, 1.5, 0, 0.22, 6.6, bw, '#6b3f34', '#a8704a', '#8a5038', 'L'))
# three high chair backs behind
for x in (-0.95, -0.2, 0.55):
    w = 0.27 if abs(x + 0.2) > 0.1 else 0.31
    t = 1.72 if abs(x + 0.2) > 0.1 else 1.86
    a, b = c(x - w, t, 8.0), c(x + w, t, 8.0)
    a2, b2 = c(x - w, 1.0, 8.0), c(x + w, 1.0, 8.0)
    r.append(
        '<g filter="url(#cut2)">'
        + el(
            'M%s L%s Q%s %s Q%s %s L%sz'
            % (
                xy(a2),
                xy((a[0] - 2, a[1] + 12)),
                xy((a[0] + 4, a[1] - 6)),
                xy(((a[0] + b[0]) / 2, a[1] - 10)),
                xy((b[0] - 4, b[1] - 6)),
                xy((b[0] + 2, b[1] + 12)),
                xy(b2),
            ),
            '#4a2830',
        )
        + '</g>'
    )
    r.append(
        st(
            'M%s L%s Q%s %s'
            % (
                xy((a2[0] + 2, a2[1])),
                xy((a[0], a[1] + 13)),
                xy((a[0] + 6, a[1] - 4)),
                xy(((a[0] + b[0]) / 2, a[1] - 8)),
            ),
            '#f0b070',
            2.6,
            opacity=0.7,
            filter='url(#b1)',
        )
    )
r.append(box(-1.55, 1.15, 0.22, 1.22, 7.1, 7.7, '#7a4434', '#c08a58', '#b87a4c', 'L'))
for i in range(6):
    x = -1.5 + i * 0.44
    P = [
        c(x + 0.04, 1.08, 7.1),
        c(x + 0.38, 1.08, 7.1),
        c(x + 0.38, 0.36, 7.1),
        c(x + 0.04, 0.36, 7.1),
    ]
    r.append(
        el(poly(P), '#663628', stroke='#3f2020', stroke_width=2)
        + st(line([P[3], P[0], P[1]]), '#b8784e', 1.8, opacity=0.6)
    )
r.append(st(line([c(-1.58, 1.23, 7.08), c(1.18, 1.23, 7.08)]), '#f0b878', 3, opacity=0.75))
# a shut ledger and a glass
p = c(-0.45, 1.24, 7.3)
r.append(
    el(
        poly([c(-0.7, 1.24, 7.4), c(-0.35, 1.24, 7.4), c(-0.3, 1.24, 7.2), c(-0.68, 1.24, 7.2)]),
        '#8a4a42',
    )
    + el(
        poly([c(-0.68, 1.30, 7.2), c(-0.3, 1.30, 7.2), c(-0.3, 1.24, 7.2), c(-0.68, 1.24, 7.2)]),
        '#e8c89a',
    )
    + el(
        poly([c(-0.7, 1.30, 7.4), c(-0.35, 1.30, 7.4), c(-0.3, 1.30, 7.2), c(-0.68, 1.30, 7.2)]),
        '#7a3f3a',
    )
)
p = c(0.45, 1.24, 7.3)
r.append(el('M%s l3,-22 h12 l-2,22z' % xy(p), '#f9cf85', opacity=0.6))


# ---- windows in the left wall
def win(z0, z1, y0=0.75, y1=2.85):
    o = ''
    P = [c(L, y1, z0), c(L, y1, z1), c(L, y0, z1), c(L, y0, z0)]
    # reveal (thickness of wall)
    cl = 'w%d' % int(z0 * 10)
    D.append('<clipPath id="%s"><path d="%s"/></clipPath>' % (cl, poly(P)))
    o += '<g clip-path="url(#%s)">' % cl + el(
        poly(
            [
                c(L - 0.4, y1 + 0.2, z0 - 0.5),
                c(L - 0.4, y1 + 0.2, z1 + 1),
                c(L - 0.4, y0 - 0.2, z1 + 1),
                c(L - 0.4, y0 - 0.2, z0 - 0.5),
            ]
        ),
        'url(#sky)',
    )
    # palms and roofs, washed out by the light
    a = c(L - 0.4, y0, z0)
    b = c(L - 0.4, y0, z1)
    o += el(
        'M%s C%s %s %s V1000 H-40z'
        % (
            xy((a[0] - 60, a[1] - 150)),
            xy((a[0] + 80, a[1] - 190)),
            xy((b[0] - 40, b[1] - 60)),
            xy((b[0] + 20, b[1] - 80)),
        ),
        '#d98a4e',
        opacity=0.55,
    )
    m = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    for k in range(7):
        an = -2.9 + k * 0.42
        o += st(
            'M%s q%s,%s %s,%s'
            % (
                xy((m[0] - 10, m[1] - 230)),
                n(30 * math.cos(an)),
                n(40 * math.sin(an) - 16),
                n(74 * math.cos(an)),
                n(52 * math.sin(an) + 16),
            ),
            '#c9783f',
            9,
            opacity=0.5,
            stroke_linecap='round',
        )
    o += st('M%s q14,90 4,240' % xy((m[0] - 10, m[1] - 230)), '#c9783f', 8, opacity=0.5)
    # far jamb and sill have thickness
    o += el(
        poly([c(L, y1, z1), c(L - 0.28, y1, z1), c(L - 0.28, y0, z1), c(L, y0, z1)]), '#f3c27c'
    ) + el(poly([c(L, y0, z0), c(L, y0, z1), c(L - 0.28, y0, z1), c(L - 0.28, y0, z0)]), '#ffe6b4')
    # bars
    for t in (0.34, 0.67):
        zz = z0 + (z1 - z0) * t
        o += el(
            poly(
                [
                    c(L - 0.1, y1, zz - 0.025),
                    c(L - 0.1, y1, zz + 0.025),
                    c(L - 0.1, y0, zz + 0.025),
                    c(L - 0.1, y0, zz - 0.025),
                ]
            ),
            '#6a3b34',
        )
    for yy in (y0 + 0.72, y0 + 1.42):
        o += el(
            poly(
                [
                    c(L - 0.1, yy + 0.025, z0),
                    c(L - 0.1, yy + 0.025, z1),
                    c(L - 0.1, yy - 0.025, z1),
                    c(L - 0.1, yy - 0.025, z0),
                ]
            ),
            '#6a3b34',
        )
    o += '</g>' + st(poly(P), '#4a2830', 14) + st(poly(P), '#c98a52', 2.4, opacity=0.8)
    # open shutter with slats, folded against the wall
    for s0, s1 in ((z1 + 0.06, z1 + 0.66),):
        Q = [c(L + 0.06, y1, s0), c(L + 0.06, y1, s1), c(L + 0.06, y0, s1), c(L + 0.06, y0, s0)]
        o += el(poly(Q), '#4f6b45', stroke='#2e4a3a', stroke_width=4)
        for k in range(15):
            yy = y0 + 0.08 + k * (y1 - y0 - 0.1) / 15
            o += st(
                line([c(L + 0.06, yy, s0 + 0.07), c(L + 0.06, yy, s1 - 0.07)]),
                '#2a3f34',
                3,
                opacity=0.8,
            )
    return o


W1 = (3.75, 4.75)
W2 = (6.05, 7.05)
r.append(win(*W2))
r.append(win(*W1))
D.append(
    '<clipPath id="flc"><path d="%s"/></clipPath>'
    % poly([c(L, 0, 6.6), c(Rt - 0.1, 0, 6.6), c(Rt - 0.1, 0, 1.6), c(L, 0, 1.6)])
)
room = ''.join(r)
lm = [
    '<rect width="1920" height="1080" fill="#3d2a45"/>',
    '<g style="mix-blend-mode:screen">'
    + ell(300, 380, 620, 620, 'url(#pool)', opacity=0.75)
    + '</g>',
    '<g style="mix-blend-mode:screen">'
    + ell(900, 760, 900, 300, 'url(#pool)', opacity=0.7)
    + '</g>',
    '<g style="mix-blend-mode:screen">'
    + ell(1560, 640, 420, 420, 'url(#pool)', opacity=0.55)
    + '</g>',
    '<g style="mix-blend-mode:screen">'
    + ell(1050, 330, 620, 300, 'url(#rose)', opacity=0.4)
    + '</g>',
    '<g style="mix-blend-mode:screen">'
    + ell(900, 120, 760, 260, 'url(#pool)', opacity=0.42)
    + '</g>',
]
B.append(
    '<g id="L0-room" style="isolation:isolate">'
    + room
    + '<g style="mix-blend-mode:multiply">'
    + ''.join(lm)
    + '</g></g>'
)
# ---- the windows again, unmultiplied glow, and the light they throw
g = []
for w in (W2, W1):
    P = [
        c(L - 0.1, 2.75, w[0] + 0.05),
        c(L - 0.1, 2.75, w[1] - 0.03),
        c(L - 0.1, 0.85, w[1] - 0.03),
        c(L - 0.1, 0.85, w[0] + 0.05),
    ]
    g.append(
        '<g style="mix-blend-mode:screen">'
        + el(poly(P), '#f9cf85', opacity=0.55, filter='url(#b4)')
        + el(poly(P), '#ffe3a8', opacity=0.5, filter='url(#f30)')
        + '</g>'
    )
# patches: window projected along the sun direction (right and a bit toward us)
dx, dy, dz = 1.0, -0.47, -0.21


def cast(y, z, X=L):
    t = y / -dy
    return (X + dx * t, 0, z + dz * t)


for w, op in ((W2, 0.75), (W1, 1)):
    z0, z1 = w
    for i in range(3):
        for j in range(3):
            ya = 0.75 + 0.7 * j + 0.05
            yb = 0.75 + 0.7 * (j + 1) - 0.05
            za = z0 + (z1 - z0) * i / 3 + 0.035
            zb = z0 + (z1 - z0) * (i + 1) / 3 - 0.035
            P = [cast(ya, za), cast(ya, zb), cast(yb, zb), cast(yb, za)]
            P = [c(*p) for p in P]
            g.append(
                '<g style="mix-blend-mode:screen" clip-path="url(#flc)">'
                + el(poly(P), '#f0b860', opacity=n(op * 0.72), filter='url(#b2)')
                + el(poly(P), '#f9cf85', opacity=n(op * 0.2), filter='url(#b16)')
                + '</g>'
            )
    # shafts in the air
    A = [c(L, 2.85, z0), c(L, 2.85, z1), c(*cast(2.85, z1)), c(*cast(0.75, z0)), c(L, 0.75, z0)]
    g.append(
        '<g style="mix-blend-mode:screen" opacity="%s">' % n(op * 0.55)
        + el(poly(A), 'url(#shaft)', filter='url(#f8)')
        + '</g>'
    )
g.append(
    '<g style="mix-blend-mode:screen">'
    + ell(1050, 800, 560, 90, 'url(#glow)', opacity=0.25)
    + '</g>'
)
for i in range(70):
    x = R.uniform(280, 1200)
    y = 360 + (x - 280) * 0.42 + R.uniform(-170, 150)
    g.append(ell(x, y, *[R.uniform(1, 2.6)] * 2, '#fff0c8', opacity=n(R.uniform(0.2, 0.7))))
B.append('<g id="L1-light">' + ''.join(g) + '</g>')
# ---- L2 the row of plastic chairs along the right wall, facing the light
ch = []


def chair(zc, lit=1.0, X=Rt - 0.5):
    """seat faces -x (toward the window)"""
    w = 0.24
    o = ''
    a = X - 0.62
    bk = X - 0.12
    # shadow thrown on wall and floor
    o += el(
        poly(
            [
                c(a, 0, zc - w),
                c(X + 0.2, 0, zc - w - 0.12),
                c(X + 0.2, 0, zc + w - 0.1),
                c(a, 0, zc + w),
            ]
        ),
        '#1a0f18',
        opacity=0.55,
        filter='url(#b4)',
    )
    # legs
    for lx, lz, cl in (
        (bk + 0.06, zc + w - 0.03, '#2a1a22'),
        (bk + 0.06, zc - w + 0.03, '#2a1a22'),
        (a + 0.03, zc + w - 0.03, '#6a4a3c'),
        (a + 0.03, zc - w + 0.03, '#8a6248'),
    ):
        e0 = c(lx, 0.42, lz)
        e1 = c(lx + (0.05 if lx > a + 0.1 else -0.03), 0, lz)
        o += st(line([e0, e1]), cl, n(1350 / lz * 0.022))
        if lx < a + 0.1:
            o += st(line([(e0[0] - 2, e0[1]), (e1[0] - 2, e1[1])]), '#ffd992', 1.4, opacity=0.5)

    # back shell (seen from the front-left): rounded quad, lit face
    def pt(x, y, z):
        return c(x, y, z)

    Bk = [
        pt(bk - 0.02, 0.47, zc - w),
        pt(bk + 0.04, 0.70, zc - w * 1.02),
        pt(bk + 0.07, 0.84, zc - w * 0.86),
        pt(bk + 0.08, 0.88, zc - w * 0.3),
        pt(bk + 0.08, 0.88, zc + w * 0.3),
        pt(bk + 0.07, 0.84, zc + w * 0.86),
        pt(bk + 0.04, 0.70, zc + w * 1.02),
        pt(bk - 0.02, 0.47, zc + w),
    ]
    thick = [(x + 5, y + 1) for x, y in Bk]
    o += el(soft(thick, t=0.5), '#16211d')
    o += el(soft(Bk, t=0.5), 'url(#shell)')
    o += el(
        soft(
            [
                pt(bk + 0.03, 0.56, zc - w * 0.8),
                pt(bk + 0.06, 0.78, zc - w * 0.7),
                pt(bk + 0.07, 0.82, zc),
                pt(bk + 0.06, 0.78, zc + w * 0.7),
                pt(bk + 0.03, 0.56, zc + w * 0.8),
                pt(bk + 0.01, 0.52, zc),
            ],
            t=0.5,
        ),
        '#b9a860',
        opacity=n(0.38 * lit),
    )
    # hand slot
    o += el(
        poly(
            [
                pt(bk + 0.07, 0.80, zc - 0.07),
                pt(bk + 0.07, 0.80, zc + 0.07),
                pt(bk + 0.065, 0.77, zc + 0.07),
                pt(bk + 0.065, 0.77, zc - 0.07),
            ]
        ),
        '#120f14',
    )
    # seat
    St = [
        pt(a, 0.43, zc - w),
        pt(a - 0.02, 0.41, zc),
        pt(a, 0.43, zc + w),
        pt(a + 0.3, 0.425, zc + w * 1.02),
        pt(bk + 0.02, 0.47, zc + w),
        pt(bk + 0.02, 0.46, zc - w),
        pt(a + 0.3, 0.425, zc - w * 1.02),
    ]
    o += el(soft([(x, y + 9) for x, y in St], t=0.4), '#1a2a22')
    o += el(soft(St, t=0.4), '#4a5f45')
    o += el(
        soft(
            [
                pt(a + 0.05, 0.435, zc - w * 0.7),
                pt(a + 0.05, 0.435, zc + w * 0.7),
                pt(bk - 0.1, 0.44, zc + w * 0.7),
                pt(bk - 0.1, 0.44, zc - w * 0.7),
            ],
            t=0.5,
        ),
        '#e8cf90',
        opacity=n(0.55 * lit),
    )
    o += st(
        soft([pt(a, 0.43, zc - w), pt(a - 0.02, 0.41, zc), pt(a, 0.43, zc + w)], False),
        '#ffe6ae',
        3,
        opacity=0.9,
    )
    o += st(
        soft([Bk[0], Bk[1], Bk[2], Bk[3]], False), '#ffdf9e', 3, opacity=0.85, filter='url(#b1)'
    )
    return o


zs = [7.05, 6.45, 5.85, 5.25, 4.65]
for i, zc in enumerate(zs):
    ch.append('<g>' + chair(zc, [0.25, 0.4, 0.8, 1, 0.45][i]) + '</g>')
    if i == 3:
        # the bag
        X = Rt - 0.5 - 0.36
        p = c(X, 0.45, zc)
        k = 1350 / zc
        bag = [
            (p[0] - 0.19 * k, p[1] + 0.02 * k),
            (p[0] - 0.20 * k, p[1] - 0.06 * k),
            (p[0] - 0.17 * k, p[1] - 0.18 * k),
            (p[0] - 0.13 * k, p[1] - 0.29 * k),
            (p[0] - 0.04 * k, p[1] - 0.33 * k),
            (p[0] + 0.08 * k, p[1] - 0.32 * k),
            (p[0] + 0.15 * k, p[1] - 0.25 * k),
            (p[0] + 0.17 * k, p[1] - 0.12 * k),
            (p[0] + 0.20 * k, p[1] - 0.01 * k),
            (p[0] + 0.12 * k, p[1] + 0.035 * k),
            (p[0] - 0.06 * k, p[1] + 0.04 * k),
        ]
        ch.append(
            '<g>'
            + el(
                soft([(x + 0.10 * k, y + 0.01 * k) for x, y in bag], t=0.5),
                '#1a1018',
                opacity=0.6,
                filter='url(#b4)',
            )
            + st(
                'M%s c%s,%s %s,%s %s,%s'
                % (
                    (xy((p[0] - 0.05 * k, p[1] - 0.30 * k)),)
                    + tuple(n(v * k) for v in (-0.02, -0.15, 0.12, -0.15, 0.10, 0))
                ),
                '#3a2430',
                6,
            )
            + '<g filter="url(#cut2)">'
            + el(soft(bag, t=0.5), '#5f4450')
            + el(
                soft(
                    [
                        bag[0],
                        bag[1],
                        bag[2],
                        bag[3],
                        (p[0] - 0.02 * k, p[1] - 0.2 * k),
                        (p[0] - 0.05 * k, p[1] - 0.05 * k),
                        (p[0] - 0.08 * k, p[1] + 0.02 * k),
                    ],
                    t=0.5,
                ),
                '#c08a60',
            )
            + el(
                soft(
                    [
                        (p[0] + 0.08 * k, p[1] - 0.28 * k),
                        (p[0] + 0.15 * k, p[1] - 0.24 * k),
                        (p[0] + 0.19 * k, p[1] - 0.1 * k),
                        (p[0] + 0.16 * k, p[1] + 0.01 * k),
                        (p[0] + 0.06 * k, p[1] + 0.02 * k),
                        (p[0] + 0.11 * k, p[1] - 0.1 * k),
                    ],
                    t=0.5,
                ),
                '#3b2630',
            )
            + '</g>'
            + el(
                soft(
                    [
                        (p[0] - 0.12 * k, p[1] - 0.02 * k),
                        (p[0] - 0.13 * k, p[1] - 0.12 * k),
                        (p[0] + 0.02 * k, p[1] - 0.13 * k),
                        (p[0] + 0.03 * k, p[1] - 0.01 * k),
                    ],
                    t=0.35,
                ),
                '#8a5f50',
            )
            + st(
                'M%s q%s,%s %s,%s'
                % (
                    xy((p[0] - 0.13 * k, p[1] - 0.12 * k)),
                    n(0.08 * k),
                    n(0.03 * k),
                    n(0.15 * k),
                    n(-0.01 * k),
                ),
                '#3a2430',
                2.6,
            )
            + el(soft(bag, t=0.5), '#000', filter='url(#weave)', opacity=0.28)
            + st(
                'M%s q%s,%s %s,%s'
                % (
                    xy((p[0] - 0.11 * k, p[1] - 0.27 * k)),
                    n(0.1 * k),
                    n(0.05 * k),
                    n(0.24 * k),
                    n(0.01 * k),
                ),
                '#2a1824',
                3,
                opacity=0.8,
            )
            + st(
                'M%s c%s,%s %s,%s %s,%s'
                % (
                    (xy((p[0] + 0.10 * k, p[1] - 0.28 * k)),)
                    + tuple(n(v * k) for v in (0.14, 0.06, 0.16, 0.22, 0.08, 0.31))
                ),
                '#2a1824',
                5,
                opacity=0.9,
            )
            + st(
                soft([bag[0], bag[1], bag[2], bag[3], bag[4]], False),
                '#ffe6ae',
                3.4,
                opacity=0.95,
                filter='url(#b1)',
            )
            + '</g>'
        )
lx_, ly_ = c(Rt - 0.85, 0.55, 5.35)
halo = (
    '<g style="mix-blend-mode:screen">'
    + ell(lx_, ly_, 250, 150, 'url(#glow)', opacity=0.38)
    + '</g>'
)
B.append('<g id="L2-chairs">' + ''.join(ch) + halo + '</g>')
# ---- L3 fan
f = []
hx, hy = c(-0.1, 2.42, 5.0)
f.append(
    st('M%s V-20' % xy((hx, hy - 10)), '#1d1220', 9)
    + st('M%s V-20' % xy((hx - 4, hy - 10)), '#d99a58', 1.8, opacity=0.6)
)


def blade(a, op=1):
    P = []
    for u, v in (
        (0.14, -0.04),
        (0.3, -0.085),
        (0.95, -0.10),
        (1.02, 0),
        (0.95, 0.09),
        (0.3, 0.06),
        (0.14, 0.04),
    ):
        X = u * math.cos(a) - v * math.sin(a)
        Z = u * math.sin(a) + v * math.cos(a)
        P.append(c(-0.1 + X * 1.05, 2.38 + v * 0.55, 5.0 + Z * 1.05))
    return el(soft(P, t=0.4), '#1f1322', opacity=op), P


for a in (0.35, 0.35 + 2.094, 0.35 + 4.188):
    for k in (3, 2, 1):
        f.append('<g filter="url(#b4)">' + blade(a - k * 0.13, 0.16)[0] + '</g>')
    e, P = blade(a)
    f.append(e)
    f.append(
        st(
            soft([P[6], P[5], P[4], P[3]] if math.cos(a) < 0 else [P[0], P[1], P[2], P[3]], False),
            '#ffcf86',
            3.4,
            opacity=0.85,
            filter='url(#b1)',
        )
    )
f.append(
    '<g>'
    + el(
        soft(
            [
                (hx - 38, hy - 6),
                (hx - 30, hy - 24),
                (hx + 30, hy - 24),
                (hx + 38, hy - 6),
                (hx + 22, hy + 18),
                (hx - 22, hy + 18),
            ],
            t=0.5,
        ),
        '#1f1322',
    )
    + st(
        soft([(hx - 36, hy - 8), (hx - 30, hy - 22), (hx, hy - 26)], False),
        '#f0b878',
        2.6,
        opacity=0.8,
    )
    + '</g>'
)
B.append('<g id="L3-fan">' + ''.join(f) + '</g>')
# ---- L4 our bench: the back of the row in front of us, and the pillars behind it
b = []
b.append(
    '<g filter="url(#cut)">'
    + el('M-40,-40H92C84,300 98,640 88,920H-40z', '#140b14')
    + el('M1960,-40H1836C1846,300 1832,700 1844,920H1960z', '#140b14')
    + '</g>'
)
b.append(
    st('M92,0C84,300 98,640 90,880', '#c98a52', 3, opacity=0.6, filter='url(#b1)')
    + st('M1838,0C1846,300 1834,700 1844,890', '#e0a868', 3, opacity=0.7, filter='url(#b1)')
)
b.append(
    '<g filter="url(#cut)">'
    + el('M-40,902C300,884 900,886 1300,892C1600,896 1800,900 1960,896V1120H-40z', 'url(#bench)')
    + '</g>'
)
b.append(
    el(
        'M0,905C300,888 900,889 1300,895C1600,899 1800,903 1920,899V930C1500,934 700,916 0,940z',
        '#4a2a2c',
        opacity=0.8,
    )
)
b.append(el('M0,905H1920V1080H0z', '#000', filter='url(#wood)', opacity=0.5))
b.append(
    st(
        'M0,904C300,887 900,888 1300,894C1600,898 1800,902 1920,898',
        '#e0a05a',
        3.4,
        opacity=0.75,
        filter='url(#b1)',
    )
)
b.append(st('M260,892C500,886 800,887 1010,890', '#ffdf9e', 4, opacity=0.9, filter='url(#b2)'))
for x in (210, 640, 1090, 1560):
    b.append(
        st('M%d,940 q4,60 -2,140' % x, '#0d070c', 3, opacity=0.8)
        + st('M%d,940 q4,60 -2,140' % (x + 4), '#4a2a2c', 1.6, opacity=0.6)
    )
b.append('<rect x="0" y="860" width="1920" height="220" fill="url(#vig)"/>')
B.append('<g id="L4-bench">' + ''.join(b) + '</g>')
pull('court', D, B, '#120a14', 'bench')
