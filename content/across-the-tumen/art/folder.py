"""Chapter card, after: a long table in the pale morning, one empty chair drawn back from it, a lamp
still lit and a folder tied with string; nobody is there."""
import math
import random

from props import *

R = random.Random(88)
INK = '#10131f'
c = Cam(1330, 330, 1300, 1.15)
S = Stage(c)
BW, H = 7.0, 3.6
D = [
    lg('wall', [(0, '#8d90a6'), (1, '#a7a6b4')]),
    lg('morning', [(0, '#b4c0d2'), (0.5, '#d3d8de'), (1, '#e6dfdc')]),
    lg('floor', [(0, '#7d7480'), (1, '#978a8c')]),
    lg('top', [(0, '#8a6a5c'), (1, '#6f5048')]),
    pool('lamp', '#eea960', '#8f6458', '#3c4058', '#ffd88e'),
    rg('day', [(0, ('#c3cde0', 0.9)), (0.5, ('#7f8cac', 0.4)), (1, ('#3c4664', 0))]),
    shine('glow'),
    lg('shade', [(0, '#e8b878'), (0.5, '#ffe6b4'), (1, '#fff3d2')]),
    lg('card', [(0, '#b39a78'), (1, '#d6bd92')]),
    scrim('foot', INK, 0, 600, 0, 1080, [(0, 0), (0.42, 0.62), (1, 0.97)]),
    scrim('left', INK, 0, 960, 760, 380, [(0, 0.75), (0.55, 0.3), (1, 0)]),
    scrim('ceil', INK, 0, 0, 0, 240, [(0, 0.34), (1, 0)]),
]
# ---- the room
S.upright(-9, 4.2, 0, H + 1, BW, 'url(#wall)')
S.upright(-9, 4.2, 0, H + 1, BW, '#000', filter='url(#fibre)', opacity=0.12)
S.deep(4.2, 0, H + 1, 1, BW, '#8a8698')
S.flat(-9, 4.2, 1.2, BW, 0, 'url(#floor)')
x = -9
while x < 4.2:
    z = BW
    while z > 1.2:
        z2 = max(1.2, z - R.uniform(0.9, 2.0))
        S.flat(
            x,
            x + 0.22,
            z2,
            z,
            0,
            R.choice(['#8a7e84', '#7c7078', '#998c8e', '#6f656f']),
            opacity=n(R.uniform(0.3, 0.7)),
            stroke='#544c58',
            stroke_width=1,
            stroke_opacity=0.5,
        )
        z = z2
    x += 0.22
S.upright(-9, 4.2, 0, 0.86, BW, '#7a7b90')
for k in range(24):
    x = -9 + k * 0.56
    S.upright(x + 0.06, x + 0.5, 0.2, 0.74, BW, '#868799', stroke='#5f6078', stroke_width=1.4)
S.edge([(-9, 0.86, BW), (4.2, 0.86, BW)], '#b5b4c0', 5)
S.upright(-9, 4.2, 0, 0.14, BW, '#5a5a70')
WIN = [(-7.6, -6.2), (-5.45, -4.05), (-3.3, -1.9), (1.0, 2.4)]
WY0, WY1 = 1.0, 3.7
for a, b in WIN:
    S.upright(a - 0.12, b + 0.12, WY0 - 0.1, WY1 + 0.2, BW, '#6f7088')
    S.upright(a - 0.18, b + 0.18, WY0 - 0.16, WY0 - 0.08, BW, '#c3c2cb')
room = S.take()
D.append(
    '<clipPath id="panes"><path d="%s"/></clipPath>'
    % ''.join(poly([c(a, WY1, BW), c(b, WY1, BW), c(b, WY0, BW), c(a, WY0, BW)]) for a, b in WIN)
)
# outside: mist, one bare tree, roofs
o = [
    '<g clip-path="url(#panes)"><rect x="-300" y="-260" width="2500" height="700" fill="url(#morning)"/>'
]
q = random.Random(4)
for x, y, w, h in (
    (120, 120, 420, 12),
    (520, 60, 360, 10),
    (820, 170, 320, 9),
    (1600, 110, 300, 9),
    (300, 230, 420, 8),
):
    o.append(el(lens(x, y, w, h, q), '#e4e0dc', opacity=0.6, filter='url(#b2)'))
o.append(
    el(
        'M-300,336 C-100,300 60,318 240,306 C420,292 560,322 760,304 C960,290 1200,318 1500,300 C1640,292 1760,310 1900,300 V420 H-300z',
        '#a3adbd',
        opacity=0.8,
    )
)


def twig(x, y, a, ln, w, k, col):
    x1, y1 = x + ln * math.cos(a), y + ln * math.sin(a)
    o.append(
        st(
            'M%s Q%s %s'
            % (xy((x, y)), xy(((x + x1) / 2 + q.uniform(-4, 4), (y + y1) / 2)), xy((x1, y1))),
            col,
            n(w),
            stroke_linecap='round',
        )
    )
    if k:
        for d in (-0.45, 0.05, 0.42) if k > 2 else (-0.4, 0.36):
            twig(
                x1,
                y1,
                a + d + q.uniform(-0.18, 0.18),
                ln * q.uniform(0.62, 0.82),
                w * 0.62,
                k - 1,
                col,
            )


twig(360, 400, -1.5, 92, 13, 5, '#8792a6')
twig(1700, 400, -1.7, 70, 9, 4, '#97a1b3')
o.append('</g>')
for a, b in WIN:
    m = (a + b) / 2
    for u in (m,):
        o.append(
            el(
                poly(
                    [
                        c(u - 0.035, WY1, BW),
                        c(u + 0.035, WY1, BW),
                        c(u + 0.035, WY0, BW),
                        c(u - 0.035, WY0, BW),
                    ]
                ),
                '#565a74',
            )
        )
    for yy in (1.75, 2.55):
        o.append(
            el(
                poly(
                    [
                        c(a, yy + 0.025, BW),
                        c(b, yy + 0.025, BW),
                        c(b, yy - 0.025, BW),
                        c(a, yy - 0.025, BW),
                    ]
                ),
                '#565a74',
            )
        )
    o.append(st(poly([c(a, WY1, BW), c(b, WY1, BW), c(b, WY0, BW), c(a, WY0, BW)]), '#565a74', 7))
outside = ''.join(o)

# ---- the table, long, dark, waxed: it mirrors the windows
TX0, TX1, TZ0, TZ1, TY = -1.75, -0.12, 1.5, 6.2, 0.75
S.add(
    el(
        poly([c(TX0 - 0.2, 0, TZ1), c(TX1 + 0.25, 0, TZ1), c(TX1 + 0.3, 0, TZ0), c(TX0, 0, TZ0)]),
        '#1c1a26',
        opacity=0.75,
        filter='url(#b16)',
    )
)
for z in (5.9, 4.5, 3.1, 1.75):
    S.box(TX1 - 0.13, TX1 - 0.05, 0, TY - 0.08, z, z + 0.08, '#3f302f', '#3f302f', '#55403a')
top = [(TX0, TY, TZ1), (TX1, TY, TZ1), (TX1, TY, TZ0), (TX0, TY, TZ0)]
S.deep(TX1, TY - 0.13, TY - 0.035, TZ0, TZ1, '#4a3733')
S.face([(TX1, TY - 0.03, TZ1), (TX1, TY - 0.03, TZ0), (TX1, TY, TZ0), (TX1, TY, TZ1)], '#5f453d')
S.upright(TX0, TX1, TY - 0.16, TY, TZ0, '#4a3733')
S.face(top, 'url(#top)')
S.face(top, '#000', filter='url(#wood)', opacity=0.45)
for x in (-1.35, -0.95, -0.53):
    S.edge([(x, TY, TZ1), (x, TY, TZ0)], '#432f2c', 1.6, opacity=0.5)
table = S.take()
D.append('<clipPath id="tt"><path d="%s"/></clipPath>' % poly([c(*p) for p in top]))
lx, lyb = c(-0.62, TY, 3.5)
base = lit(
    room + table,
    '#4a5678',
    [
        (760, 200, 900, 460, 'day', 0.85),
        (1700, 200, 460, 420, 'day', 0.6),
        (lx, lyb - 150, 620, 430, 'lamp', 0.85),
        (lx, lyb + 30, 420, 170, 'lamp', 0.8),
        (lx + 330, lyb + 110, 330, 300, 'lamp', 0.45),
    ],
    'L0-room',
)
g = [base, '<g opacity=".97">' + outside + '</g>']
# mirrored windows and lamp in the wax
m = ['<g clip-path="url(#tt)"><g filter="url(#f4)">']
for a, b in WIN:
    for u0, u1 in ((a, (a + b) / 2 - 0.05), ((a + b) / 2 + 0.05, b)):
        P = [
            c(u0, 2 * TY - WY0, BW),
            c(u1, 2 * TY - WY0, BW),
            c(u1, 2 * TY - WY1, BW),
            c(u0, 2 * TY - WY1, BW),
        ]
        m.append(el(poly(P), 'url(#mir)'))
D.append(
    lg(
        'mir',
        [(0, ('#c9d0da', 0.6)), (0.5, ('#aab4c6', 0.34)), (1, ('#8f9ab4', 0.08))],
        0,
        430,
        0,
        800,
        True,
    )
)
m.append('</g>')
m.append(screen(ell(lx, lyb + 190, 130, 150, 'url(#glow)', opacity=0.42)))
m.append(screen(ell(lx, lyb + 10, 300, 74, 'url(#glow)', opacity=0.55)) + '</g>')
g.append(''.join(m))
# edges of the table in the light
a, b = c(TX1, TY, TZ1), c(TX1, TY, TZ0)
D.append(
    lg(
        'rimt',
        [
            (0, ('#ffcf86', 0.2)),
            (0.35, ('#ffcf86', 0.9)),
            (0.7, ('#e0a868', 0.35)),
            (1, ('#e0a868', 0)),
        ],
        0,
        a[1],
        0,
        b[1],
        True,
    )
)
g.append(
    '<path d="%s" fill="none" stroke="url(#rimt)" stroke-width="3" filter="url(#b1)"/>'
    % line([a, b])
)

# ---- the lamp: brass foot, cloth shade
h = [ell(lx + 6, lyb + 3, 62, 13, '#14121c', opacity=0.6, filter='url(#b2)')]
h.append(
    ell(lx, lyb - 2, 50, 12, '#4a3a2c')
    + ell(lx, lyb - 7, 50, 11, '#8a6a44')
    + ell(lx, lyb - 10, 30, 6, '#b08a58')
)
h.append(
    el(
        'M%s c4,-20 -3,-30 -3,-44 c0,-14 8,-20 8,-40 v-36 h8 v36 c0,20 8,26 8,40 c0,14 -7,24 -3,44z'
        % xy((lx - 9, lyb - 10)),
        '#7a5c3c',
    )
    + st(
        'M%s c3,-20 -3,-30 -3,-44 c0,-14 6,-20 7,-40 v-34' % xy((lx - 3, lyb - 11)),
        '#ffdc9c',
        2.6,
        opacity=0.8,
    )
)
sy = lyb - 128
h.append(screen(ell(lx, sy - 30, 400, 330, 'url(#glow)', opacity=0.62)))
h.append(
    el(
        'M%s L%s Q%s %s L%s Q%s %sz'
        % (
            xy((lx - 56, sy - 108)),
            xy((lx + 56, sy - 108)),
            xy((lx + 72, sy - 40)),
            xy((lx + 104, sy)),
            xy((lx - 104, sy)),
            xy((lx - 72, sy - 40)),
            xy((lx - 56, sy - 108)),
        ),
        'url(#shade)',
    )
)
for k in range(9):
    t = -1 + 2 * k / 8
    h.append(
        st(
            'M%s Q%s %s'
            % (xy((lx + 56 * t, sy - 108)), xy((lx + 74 * t, sy - 40)), xy((lx + 104 * t, sy))),
            '#c98f4c',
            1.8,
            opacity=0.4,
        )
    )
h.append(
    ell(lx, sy, 104, 15, '#fff6de')
    + ell(lx, sy - 108, 56, 7, '#ffe3ac')
    + st('M%s q104,30 208,0' % xy((lx - 104, sy)), '#d9a05c', 3, opacity=0.7)
)
h.append(ell(lx, sy - 46, 34, 30, '#fffaf0', opacity=0.75, filter='url(#f16)'))
g.append(''.join(h))

# ---- the folder, tied with string: a bow, two ends
fx0, fx1, fz0, fz1 = -0.66, -0.28, 2.22, 2.72


def turned(x, z, a=-0.12):
    cx, cz = (fx0 + fx1) / 2, (fz0 + fz1) / 2
    u, v = x - cx, z - cz
    return cx + u * math.cos(a) - v * math.sin(a), cz + u * math.sin(a) + v * math.cos(a)


def at_(x, z, y=TY):
    X, Z = turned(x, z)
    return c(X, y, Z)


fh = 0.055
Q = lambda y, d=0.0: [
    at_(fx0 - d, fz1 + d, y),
    at_(fx1 + d, fz1 + d, y),
    at_(fx1 + d, fz0 - d, y),
    at_(fx0 - d, fz0 - d, y),
]
f = [
    '<g filter="url(#b8)" opacity=".7">'
    + el(poly([(x + 6, y + 14) for x, y in Q(TY, 0.01)]), '#14101a')
    + '</g>'
]
b0, b1 = Q(TY), Q(TY + fh)
f.append(el(poly(b0), '#8a7454'))
for k in range(7):
    t = k / 7
    y0, y1 = TY + 0.006 + (fh - 0.01) * t, TY + 0.006 + (fh - 0.01) * (t + 0.86 / 7)
    A0, A1 = Q(y0, -0.008 - 0.004 * (k % 2)), Q(y1, -0.008 - 0.004 * (k % 2))
    f.append(
        el(poly([A0[3], A0[2], A1[2], A1[3]]), ['#cfc3a8', '#b5a98f', '#ddd2b8'][k % 3])
        + el(poly([A0[2], A0[1], A1[1], A1[2]]), ['#b5a484', '#9a8b70', '#c4b594'][k % 3])
    )
f.append(el(poly(b1), 'url(#card)') + el(poly(b1), '#000', filter='url(#fibre)', opacity=0.25))
f.append(
    el(poly([b1[3], b1[2], (b1[2][0], b1[2][1] + 4), (b1[3][0], b1[3][1] + 4)]), '#8a7454')
    + st(line([b1[0], b1[1]]), '#ffe6b4', 2.6, opacity=0.9, filter='url(#b1)')
    + st(line([b1[0], b1[3]]), '#f0d09a', 2, opacity=0.6)
)
ty = TY + fh + 0.003
# label with two strokes of writing
P = [
    at_(fx0 + 0.2, fz1 - 0.05, ty),
    at_(fx0 + 0.34, fz1 - 0.05, ty),
    at_(fx0 + 0.34, fz1 - 0.13, ty),
    at_(fx0 + 0.2, fz1 - 0.13, ty),
]
f.append(
    el(poly(P), '#efe3c6')
    + st(line([at_(fx0 + 0.22, fz1 - 0.08, ty), at_(fx0 + 0.31, fz1 - 0.08, ty)]), '#6a5f56', 2.4)
    + st(line([at_(fx0 + 0.22, fz1 - 0.105, ty), at_(fx0 + 0.28, fz1 - 0.105, ty)]), '#6a5f56', 2.4)
)


def string(pts, w=4.2):
    return (
        st(soft([(x + 1.5, y + 3) for x, y in pts], False), '#5a4632', w, opacity=0.6)
        + st(soft(pts, False), '#d9cdb4', w, stroke_linecap='round')
        + st(soft(pts, False), '#f6ecd4', 1.4, opacity=0.8)
    )


xm, zm = (fx0 + fx1) / 2 - 0.02, (fz0 + fz1) / 2 - 0.02
f.append(
    string(
        [
            at_(fx0 - 0.004, zm, TY + 0.01),
            at_(fx0, zm, ty),
            at_(xm, zm, ty),
            at_(fx1, zm, ty),
            at_(fx1 + 0.004, zm, TY + 0.01),
        ]
    )
)
f.append(
    string(
        [
            at_(xm, fz1 + 0.004, ty),
            at_(xm, zm, ty),
            at_(xm, fz0, ty),
            at_(xm, fz0 - 0.004, TY + 0.008),
        ]
    )
)
k = at_(xm, zm, ty)
f.append(
    string(
        [
            (k[0], k[1]),
            (k[0] - 24, k[1] - 18),
            (k[0] - 52, k[1] - 12),
            (k[0] - 46, k[1] + 4),
            (k[0] - 20, k[1] + 4),
            (k[0], k[1]),
        ]
    )
)
f.append(
    string(
        [
            (k[0], k[1]),
            (k[0] + 22, k[1] - 16),
            (k[0] + 50, k[1] - 16),
            (k[0] + 50, k[1] - 2),
            (k[0] + 24, k[1] + 4),
            (k[0], k[1]),
        ]
    )
)
f.append(
    string(
        [(k[0], k[1]), (k[0] - 14, k[1] + 16), (k[0] - 40, k[1] + 22), (k[0] - 56, k[1] + 34)], 3.6
    )
    + string(
        [(k[0], k[1]), (k[0] + 16, k[1] + 14), (k[0] + 34, k[1] + 28), (k[0] + 60, k[1] + 26)], 3.6
    )
)
f.append(ell(k[0], k[1], 7, 6, '#e6dac0'))
g.append(''.join(f))

# ---- the chair, drawn back and turned to the table
t = []
TH = -0.62
ca, sa = math.cos(TH), math.sin(TH)
CX_, CZ_ = 0.34, 2.95
Wd = lambda x, y, z: (CX_ + x * ca - z * sa, y, CZ_ + x * sa + z * ca)
w = lambda *p: c(*Wd(*p))


def bar(a, b, wd, face, lit_=None, op=0.8, side=-1):
    A, B = w(*a), w(*b)
    dx, dy = B[0] - A[0], B[1] - A[1]
    L = math.hypot(dx, dy)
    nx, ny = -dy / L, dx / L
    za, zb = Wd(*a)[2], Wd(*b)[2]
    ra, rb = wd * c.f / za / 2, wd * c.f / zb / 2
    o = el(
        poly(
            [
                (A[0] + nx * ra, A[1] + ny * ra),
                (B[0] + nx * rb, B[1] + ny * rb),
                (B[0] - nx * rb, B[1] - ny * rb),
                (A[0] - nx * ra, A[1] - ny * ra),
            ]
        ),
        face,
    )
    if lit_:
        if (nx < 0) != (side < 0):
            nx, ny = -nx, -ny
        o += st(
            line(
                [
                    (A[0] + nx * ra * 0.85, A[1] + ny * ra * 0.85),
                    (B[0] + nx * rb * 0.85, B[1] + ny * rb * 0.85),
                ]
            ),
            lit_,
            3,
            opacity=op,
            filter='url(#b1)',
        )
    return o


DK, MD, LT = '#2b2430', '#3f3236', '#574340'
t.append(
    '<g filter="url(#b8)" opacity=".75">'
    + el(
        poly(
            [
                w(-0.28, 0, 0.26),
                w(0.3, 0, 0.3),
                w(0.62, 0, -0.1),
                w(0.4, 0, -0.34),
                w(-0.26, 0, -0.28),
            ]
        ),
        '#0d0d16',
    )
    + '</g>'
)
# back legs and posts, lean outward above
t.append(
    bar((0.21, 0, 0.25), (0.21, 0.46, 0.21), 0.042, DK)
    + bar((-0.21, 0, 0.25), (-0.21, 0.46, 0.21), 0.042, MD, '#e0a868', 0.5)
)
t.append(bar((-0.21, 0.2, 0.23), (0.21, 0.2, 0.23), 0.026, DK))
t.append(
    bar((0.2, 0.46, 0.21), (0.2, 1.06, 0.3), 0.04, MD)
    + bar((-0.2, 0.46, 0.21), (-0.2, 1.06, 0.3), 0.042, LT, '#ffcf86', 0.95)
)
for u in (-0.1, 0.0, 0.1):
    t.append(bar((u, 0.56, 0.225), (u, 0.92, 0.28), 0.03, MD, '#e0a868', 0.6))
t.append(bar((-0.2, 0.58, 0.228), (0.2, 0.58, 0.228), 0.036, MD, '#e0a868', 0.4))
P = [
    w(-0.23, 1.07, 0.3),
    w(-0.1, 1.10, 0.305),
    w(0.1, 1.10, 0.305),
    w(0.23, 1.07, 0.3),
    w(0.22, 0.93, 0.28),
    w(0, 0.905, 0.278),
    w(-0.22, 0.93, 0.28),
]
t.append(
    '<g filter="url(#cut2)">'
    + el(soft(P, t=0.35), LT)
    + '</g>'
    + el(soft(P, t=0.35), '#000', filter='url(#wood)', opacity=0.5)
)
t.append(
    st(
        soft(
            [
                w(-0.22, 0.94, 0.281),
                w(-0.235, 1.0, 0.29),
                w(-0.23, 1.07, 0.3),
                w(-0.1, 1.10, 0.305),
                w(0.04, 1.105, 0.305),
            ],
            False,
        ),
        '#ffcf86',
        3.4,
        opacity=0.9,
        filter='url(#b1)',
    )
)
t.append(
    st(
        soft([w(0.04, 1.105, 0.305), w(0.14, 1.095, 0.304), w(0.235, 1.07, 0.3)], False),
        '#b9c3d6',
        2.6,
        opacity=0.7,
        filter='url(#b1)',
    )
)
# seat: frame, cushion
t.append(
    el(
        poly(
            [
                w(-0.235, 0.45, 0.22),
                w(0.235, 0.45, 0.22),
                w(0.25, 0.45, -0.24),
                w(-0.25, 0.45, -0.24),
            ]
        ),
        MD,
    )
)
t.append(
    el(
        poly(
            [
                w(-0.25, 0.45, -0.24),
                w(0.25, 0.45, -0.24),
                w(0.25, 0.39, -0.24),
                w(-0.25, 0.39, -0.24),
            ]
        ),
        DK,
    )
    + el(
        poly(
            [
                w(-0.25, 0.45, -0.24),
                w(-0.235, 0.45, 0.22),
                w(-0.235, 0.39, 0.22),
                w(-0.25, 0.39, -0.24),
            ]
        ),
        LT,
    )
)
cu = [
    w(-0.21, 0.475, 0.19),
    w(0, 0.487, 0.2),
    w(0.21, 0.475, 0.19),
    w(0.235, 0.48, 0),
    w(0.225, 0.47, -0.21),
    w(0, 0.478, -0.23),
    w(-0.225, 0.47, -0.21),
    w(-0.235, 0.48, 0),
]
t.append('<g filter="url(#cut2)">' + el(soft(cu, t=0.45), '#4d5570') + '</g>')
t.append(
    el(
        soft(
            [
                w(-0.21, 0.475, 0.19),
                w(-0.02, 0.487, 0.2),
                w(-0.06, 0.488, 0),
                w(-0.04, 0.478, -0.22),
                w(-0.225, 0.47, -0.21),
                w(-0.235, 0.48, 0),
            ],
            t=0.45,
        ),
        '#7f7470',
        opacity=0.75,
    )
)
t.append(
    st(
        soft([w(-0.225, 0.47, -0.21), w(-0.236, 0.48, 0), w(-0.21, 0.475, 0.19)], False),
        '#ffcf86',
        3,
        opacity=0.8,
        filter='url(#b1)',
    )
)
t.append(
    bar((0.22, 0, -0.22), (0.22, 0.42, -0.22), 0.044, DK)
    + bar((-0.22, 0, -0.22), (-0.22, 0.42, -0.22), 0.046, MD, '#ffcf86', 0.7)
)
t.append(
    bar((-0.22, 0.16, -0.22), (0.22, 0.16, -0.22), 0.026, DK)
    + bar((-0.22, 0.22, 0.23), (-0.22, 0.22, -0.22), 0.026, MD, '#e0a868', 0.4)
)
chair = ''.join(t)
g.append(veil('ceil') + veil('left'))
pulled(
    'folder', D, [''.join(g)], [('chair', 0.3, chair), ('foot', 0.7, veil('foot') + edge())], INK
)
