"""A bare new room at dawn: on a table lie an envelope with bank notes half out, a key on a
ribbon and a dark phone; a red scarf hangs on a hook, and the window shows a river, a bridge and
a city with the sun just up."""
import math
import random

from ink import *

R = random.Random(23)
c = Cam(900, 215, 1700, 1.2)
D = [
    lg(
        'sky',
        [(0, '#5f66a0'), (0.3, '#9d8fb0'), (0.62, '#dba6a4'), (0.85, '#f4c49b'), (1, '#fde2b0')],
        0,
        0,
        0,
        230,
        True,
    ),
    lg('river', [(0, '#f4cfa6'), (0.3, '#c79aa6'), (1, '#6f6590')], 0, 268, 0, 392, True),
    lg('wall', [(0, '#8f86a6'), (0.6, '#b3a5ba'), (1, '#c9b4bd')]),
    lg('wallL', [(0, '#6b6488'), (1, '#9a8eaa')], 0, 0, 1, 0),
    lg('floor', [(0, '#a58f9c'), (1, '#c7a692')]),
    rg(
        'sun',
        [
            (0, '#fff6de'),
            (0.12, ('#fff3d2', 1)),
            (0.2, ('#ffe6b0', 0.75)),
            (0.5, ('#f9c890', 0.3)),
            (1, ('#f4c49b', 0)),
        ],
    ),
    rg(
        'pool',
        [(0, '#fff1d0'), (0.3, ('#f9d3a0', 0.85)), (0.65, ('#c98f8a', 0.4)), (1, ('#6a5a88', 0))],
    ),
    rg('cool', [(0, ('#8f8fc4', 0.8)), (1, ('#3b4a7c', 0))]),
    lg('tab', [(0, '#a9744f'), (1, '#7a4f40')]),
    lg('scarf', [(0, '#552a33'), (0.6, '#733439'), (1, '#8a3f3c')], 0, 0, 1, 0),
    lg('env', [(0, '#fff0cf'), (1, '#e2c39c')]),
    lg(
        'phone', [(0, '#6a6f9c'), (0.5, '#f4c49b'), (0.62, '#3b3c63'), (1, '#24244a')], 0, 0, 1, 0.6
    ),
    lg(
        'floorlight',
        [(0, ('#ffe0ae', 0.95)), (0.45, ('#f4bf92', 0.7)), (1, ('#c98a86', 0.0))],
        0,
        600,
        0,
        1010,
        True,
    ),
    lg(
        'rimv',
        [
            (0, ('#e8b098', 0.15)),
            (0.4, ('#ffcf9f', 0.85)),
            (0.75, ('#e8a888', 0.5)),
            (1, ('#e0a898', 0)),
        ],
        0,
        0,
        0,
        1000,
        True,
    ),
    lg('jamb', [(0, '#12122a'), (0.85, '#1a1a38'), (1, '#2b2b4d')], 0, 0, 1, 0),
    lg('jambr', [(0, '#2b2b4d'), (0.2, '#1a1a38'), (1, '#101026')], 0, 0, 1, 0),
    lg('vig', [(0, ('#14142e', 0)), (0.5, ('#14142e', 0.5)), (1, ('#10102a', 0.96))]),
]
B = []
bw = 5.0
L = -2.35
Rt = 2.75
H = 2.6
WX0, WX1, WY0, WY1 = -0.55, 2.25, 0.46, 2.1
# ---- L0 outside
s = ['<rect width="1920" height="700" fill="url(#sky)"/>']
sx, sy = 1262, 184
cq = random.Random(3)
for x, y, w, h, o, cl in (
    (900, 36, 420, 11, 0.35, '#e6b9b0'),
    (1420, 28, 460, 10, 0.3, '#d9a8b0'),
    (1080, 74, 520, 12, 0.5, '#ffdcae'),
    (1520, 88, 300, 8, 0.45, '#ffd0a4'),
    (840, 106, 260, 7, 0.5, '#ffd9ae'),
    (1330, 116, 420, 9, 0.6, '#ffe6c0'),
    (960, 140, 360, 7, 0.6, '#ffe6c0'),
    (1560, 142, 240, 5, 0.5, '#ffe0b8'),
):
    s.append(el(lens(x, y, w, h, cq), cl, opacity=o, filter='url(#b1)'))
s.append(ell(sx, sy, 300, 210, 'url(#sun)'))
s.append(
    '<g filter="url(#cut)">'
    + el(
        'M600,196C660,176 700,190 760,192C820,186 880,196 930,200C1000,208 1040,186 1100,196C1180,206 1240,198 1330,204C1400,176 1440,160 1480,150C1520,138 1540,160 1580,178C1620,190 1660,186 1720,196V270H600z',
        '#b29bb0',
        opacity=0.85,
    )
    + el(
        'M600,232C700,214 800,226 900,216C1020,206 1120,224 1240,218C1360,214 1440,200 1560,214C1620,222 1680,214 1720,220V280H600z',
        '#9d86a0',
        opacity=0.8,
    )
    + '</g>'
)
# far shore: slabs in mist
q = random.Random(5)


def towers(y, h0, h1, w0, w1, col, op, lit=0, gap=3, x0=700, x1=1680, lt=None):
    o = ''
    x = x0
    while x < x1:
        w = q.uniform(w0, w1)
        hh = q.uniform(h0, h1)
        m = q.choice([1, 2, 3])
        for k in range(m):
            o += el('M%s,%s v-%s h%s v%sz' % (n(x), n(y), n(hh), n(w), n(hh)), col)
            o += el(
                'M%s,%s v-%s h%s v%sz'
                % (n(x + w * 0.35), n(y - hh), n(hh * 0.07), n(w * 0.3), n(hh * 0.07)),
                col,
            )
            if lt:
                sd = w * 0.22
                o += el(
                    'M%s,%s v-%s h%s v%sz'
                    % ((n(x) if x > sx else n(x + w - sd)), n(y), n(hh), n(sd), n(hh)),
                    lt,
                    opacity=0.5,
                )
            for _ in range(lit):
                o += (
                    '<rect x="%s" y="%s" width="2.6" height="3.4" fill="#ffe6b4" opacity=".85"/>'
                    % (n(x + q.uniform(3, w - 5)), n(y - q.uniform(0.2, 0.95) * hh))
                )
            x += w + q.uniform(1.5, 3)
        x += q.uniform(gap, gap * 6)
    return '<g opacity="%s">%s</g>' % (op, o)


s.append(towers(262, 16, 44, 8, 14, '#a88fa8', 0.8, 0, 3))
s.append(towers(268, 12, 36, 12, 20, '#917a9c', 0.85, 0, 5, lt='#dba6a4'))
s.append(
    el('M690,262C900,256 1300,258 1690,262V276H690z', '#7c6c90', opacity=0.8, filter='url(#b2)')
)
s.append('<rect x="690" y="270" width="1000" height="130" fill="url(#river)"/>')
for i in range(120):
    y = 274 + (R.random() ** 1.3) * 112
    t = (y - 270) / 120
    w = (4 + 26 * t) * R.uniform(0.5, 1.4)
    x = sx + R.gauss(0, 1) * (16 + 34 * t)
    s.append(
        el(
            'M%s,%s q%s,%s %s,0 q%s,%s %s,0z'
            % (
                n(x - w / 2),
                n(y),
                n(w / 2),
                n(-1.2 - 2 * t),
                n(w),
                n(-w / 2),
                n(1.2 + 2 * t),
                n(-w),
            ),
            '#fff0cc',
            opacity=n(R.uniform(0.4, 0.9)),
        )
    )
for i in range(90):
    y = 276 + R.random() * 110
    t = (y - 270) / 120
    w = (10 + 50 * t) * R.uniform(0.4, 1.3)
    x = R.uniform(690, 1680)
    s.append(
        el(
            'M%s,%s q%s,%s %s,0 q%s,%s %s,0z'
            % (
                n(x - w / 2),
                n(y),
                n(w / 2),
                n(-1 - 1.6 * t),
                n(w),
                n(-w / 2),
                n(1 + 1.6 * t),
                n(-w),
            ),
            R.choice(['#544f79', '#7c6c90', '#e6b9a6']),
            opacity=n(R.uniform(0.25, 0.5)),
        )
    )
# bridge
br = 'M690,318H1690V324H690z'
for k in range(14):
    x = 700 + k * 78
    br += 'M%d,324h7v22h-7z' % x
s.append(el(br, '#544f79', opacity=0.9))
for k in range(13):
    s.append(
        st('M%d,318 q39,-34 78,0' % (703 + k * 78), '#544f79', 2.6, opacity=0.9)
        + ''.join(
            st(
                'M%d,318 V%d'
                % (703 + k * 78 + u, 318 - int(30 * 4 * (u / 78) * (1 - u / 78) * 0.56)),
                '#544f79',
                1.4,
                opacity=0.7,
            )
            for u in (13, 26, 39, 52, 65)
        )
    )
# near shore trees and near blocks
s.append(
    el(
        soft(
            [(690, 392)]
            + [(690 + i * 22, 384 + R.uniform(-8, 4)) for i in range(46)]
            + [(1690, 392), (1690, 420), (690, 420)],
            t=0.5,
        ),
        '#4b456e',
    )
)
s.append('<path d="M680,400H1700V520H680z" fill="#4b456e"/>')
s.append(towers(452, 20, 44, 26, 44, '#5d5682', 1, 3, 8, lt='#a98a9a'))
s.append(towers(474, 40, 72, 44, 70, '#544f79', 1, 5, 26, lt='#9d7f94'))
s.append(el('M680,448H1700V500H680z', '#3f3c66'))
out = ''.join(s)
# ---- room
WP = [c(WX0, WY1, bw), c(WX1, WY1, bw), c(WX1, WY0, bw), c(WX0, WY0, bw)]
D.append('<clipPath id="win"><path d="%s"/></clipPath>' % poly(WP))
r = []
BWp = [c(L, H, bw), c(Rt, H, bw), c(Rt, 0, bw), c(L, 0, bw)]
r.append(el(poly(BWp), 'url(#wall)'))
r.append(el(poly([c(L, H, bw), c(L, H, 1.5), c(L, 0, 1.5), c(L, 0, bw)]), 'url(#wallL)'))
r.append(el(poly([c(Rt, H, bw), c(Rt, H, 1.5), c(Rt, 0, 1.5), c(Rt, 0, bw)]), '#8f84a6'))
r.append(el(poly(BWp), '#000', filter='url(#fibre)', opacity=0.14))
for x in (-1.75, -1.15):
    r.append(st(line([c(x, H, bw), c(x, 0.1, bw)]), '#7d7496', 1.4, opacity=0.5))
fl = [c(L, 0, bw), c(Rt, 0, bw), c(Rt, 0, 1.5), c(L, 0, 1.5)]
r.append(el(poly(fl), 'url(#floor)'))
# laminate boards across
z = bw
while z > 1.5:
    z2 = z - 0.16
    x = L - R.uniform(0, 0.9)
    while x < Rt:
        x2 = x + R.uniform(0.9, 1.3)
        r.append(
            el(
                poly(
                    [
                        c(max(x, L), 0, z),
                        c(min(x2, Rt), 0, z),
                        c(min(x2, Rt), 0, z2),
                        c(max(x, L), 0, z2),
                    ]
                ),
                R.choice(['#b89a94', '#a88a8a', '#c4a698', '#9c8088']),
                opacity=n(R.uniform(0.3, 0.8)),
                stroke='#6a5468',
                stroke_width=1,
                stroke_opacity=0.45,
            )
        )
        x = x2
    z = z2
r.append(el(poly(fl), '#000', filter='url(#fibre)', opacity=0.3))
for a in (
    [c(L, 0.08, bw), c(Rt, 0.08, bw), c(Rt, 0, bw), c(L, 0, bw)],
    [c(L, 0.08, bw), c(L, 0.08, 1.5), c(L, 0, 1.5), c(L, 0, bw)],
):
    r.append(el(poly(a), '#746a8c'))
# switch, intercom
r.append(
    el(
        poly([c(-0.83, 1.28, bw), c(-0.72, 1.28, bw), c(-0.72, 1.12, bw), c(-0.83, 1.12, bw)]),
        '#d8ccd4',
        stroke='#7d7496',
        stroke_width=1.4,
    )
    + st(line([c(-0.775, 1.25, bw), c(-0.775, 1.15, bw)]), '#9a8eaa', 2)
)
# bedding roll and the one box, by the wall
bx = [c(-2.2, 0.36, 4.55), c(-1.55, 0.36, 4.55), c(-1.55, 0, 4.55), c(-2.2, 0, 4.55)]
r.append(
    el(
        poly([c(-2.3, 0, 4.4), c(-1.5, 0, 4.5), c(-1.5, 0, 4.1), c(-2.35, 0, 4.0)]),
        '#2b2b4d',
        opacity=0.5,
        filter='url(#b8)',
    )
)
r.append(
    '<g filter="url(#cut2)">'
    + el(poly(bx), '#8a6a5c')
    + el(
        poly([c(-1.55, 0.36, 4.55), c(-1.55, 0.36, 4.9), c(-1.55, 0, 4.9), c(-1.55, 0, 4.55)]),
        '#c79a78',
    )
    + el(
        poly([c(-2.2, 0.36, 4.55), c(-1.55, 0.36, 4.55), c(-1.55, 0.36, 4.9), c(-2.2, 0.36, 4.9)]),
        '#a98570',
    )
    + st(line([c(-1.9, 0.36, 4.55), c(-1.9, 0.0, 4.55)]), '#c9b09a', 9, opacity=0.55)
    + st(line([c(-1.9, 0.36, 4.55), c(-1.9, 0.36, 4.9)]), '#c9b09a', 8, opacity=0.55)
    + '</g>'
)
p = c(-1.17, 0.0, 4.5)
k = 1700 / 4.5
roll = [
    (p[0] - 0.30 * k, p[1] + 2),
    (p[0] - 0.36 * k, p[1] - 0.14 * k),
    (p[0] - 0.28 * k, p[1] - 0.30 * k),
    (p[0] + 0.02 * k, p[1] - 0.33 * k),
    (p[0] + 0.26 * k, p[1] - 0.31 * k),
    (p[0] + 0.36 * k, p[1] - 0.16 * k),
    (p[0] + 0.29 * k, p[1] + 1),
]
r.append(
    '<g filter="url(#cut2)">'
    + ell(p[0] - 30, p[1] + 4, 170, 12, '#2b2b4d', opacity=0.55, filter='url(#b4)')
    + el(soft(roll, t=0.5), '#8d93b8')
    + el(
        soft(
            [
                (p[0] + 0.10 * k, p[1] - 0.32 * k),
                (p[0] + 0.28 * k, p[1] - 0.31 * k),
                (p[0] + 0.36 * k, p[1] - 0.16 * k),
                (p[0] + 0.29 * k, p[1]),
                (p[0] + 0.14 * k, p[1]),
                (p[0] + 0.2 * k, p[1] - 0.16 * k),
            ],
            t=0.5,
        ),
        '#d2c2cc',
    )
    + st(
        'M%s c%s,%s %s,%s %s,%s'
        % (
            (xy((p[0] + 0.27 * k, p[1] - 0.25 * k)),)
            + tuple(n(v * k) for v in (-0.09, 0.02, -0.09, 0.17, 0.0, 0.18))
        )
        + ' M%s c-8,4 -8,22 0,26' % xy((p[0] + 0.29 * k, p[1] - 0.19 * k)),
        '#7a7a9c',
        2.4,
    )
    + st(
        'M%s q%s,%s %s,%s'
        % (xy((p[0] - 0.12 * k, p[1] - 0.32 * k)), n(0.06 * k), n(0.16 * k), n(0.0), n(0.33 * k)),
        '#e8dcd0',
        4,
        opacity=0.8,
    )
    + '</g>'
)
r.append(
    st(
        soft(
            [
                (p[0] + 0.02 * k, p[1] - 0.33 * k),
                (p[0] + 0.26 * k, p[1] - 0.31 * k),
                (p[0] + 0.36 * k, p[1] - 0.16 * k),
            ],
            False,
        ),
        '#ffe2b4',
        3,
        opacity=0.8,
        filter='url(#b1)',
    )
)
# hook and scarf: soft shadow to the left, it hangs by its middle
hk = c(-1.42, 1.66, bw)
r.append(
    el(
        poly(
            [
                (hk[0] - 46, hk[1] - 14),
                (hk[0] + 46, hk[1] - 14),
                (hk[0] + 46, hk[1] + 4),
                (hk[0] - 46, hk[1] + 4),
            ]
        ),
        '#9a8490',
        filter='url(#cut2)',
    )
)
S = [
    (-10, 2),
    (10, 0),
    (26, 18),
    (34, 60),
    (38, 120),
    (36, 190),
    (42, 262),
    (18, 272),
    (-2, 266),
    (-6, 230),
    (-12, 234),
    (-16, 300),
    (-14, 330),
    (-36, 336),
    (-56, 326),
    (-50, 260),
    (-44, 180),
    (-42, 110),
    (-34, 50),
    (-24, 16),
]
S = [(hk[0] + x, hk[1] + y) for x, y in S]
r.append(
    '<g filter="url(#b8)" opacity=".5">'
    + el(soft([(x - 26, y + 12) for x, y in S], t=0.5), '#3b3560')
    + '</g>'
)
room = ''.join(r)
lm = [
    '<rect width="1920" height="1080" fill="#38386a"/>',
    '<g style="mix-blend-mode:screen">'
    + ell(1150, 240, 820, 460, 'url(#cool)', opacity=0.5)
    + '</g>',
    '<g style="mix-blend-mode:screen">'
    + ell(960, 760, 950, 300, 'url(#pool)', opacity=0.95)
    + '</g>',
    '<g style="mix-blend-mode:screen">'
    + ell(620, 330, 330, 420, 'url(#pool)', opacity=0.22)
    + '</g>',
    '<g style="mix-blend-mode:screen">'
    + ell(1640, 420, 260, 420, 'url(#pool)', opacity=0.3)
    + '</g>',
]
B.append(
    '<g id="L0-room" style="isolation:isolate">'
    + room
    + '<g style="mix-blend-mode:multiply">'
    + ''.join(lm)
    + '</g></g>'
)
B.append('<g id="L1-window"><g clip-path="url(#win)">' + out + '</g>')
w = []


def bar(x0, x1, y0, y1, col='#2b2b4d'):
    return el(poly([c(x0, y1, bw), c(x1, y1, bw), c(x1, y0, bw), c(x0, y0, bw)]), col)


# frame, sashes; thin gold on the edges that look at the sun
fr = '#2e2e54'
w.append(
    bar(WX0 - 0.07, WX1 + 0.07, WY1, WY1 + 0.09, fr)
    + bar(WX0 - 0.09, WX1 + 0.09, WY0 - 0.10, WY0, '#3b3a66')
    + bar(WX0 - 0.07, WX0 + 0.02, WY0, WY1, fr)
    + bar(WX1 - 0.02, WX1 + 0.07, WY0, WY1, fr)
)
w.append(
    bar(0.83, 0.92, WY0, WY1, fr)
    + bar(WX0, WX1, WY0, WY0 + 0.05, fr)
    + bar(0.78, 0.83, WY0, WY1, '#3b3a66')
)
q0, q1 = c(0.92, WY1, bw), c(0.92, WY0, bw)
w.append(st(line([q0, q1]), '#ffe0ae', 2.6, opacity=0.85, filter='url(#b1)'))
q0, q1 = c(WX0 + 0.02, WY1, bw), c(WX0 + 0.02, WY0 + 0.05, bw)
w.append(st(line([q0, q1]), '#ffe0ae', 2.6, opacity=0.8, filter='url(#b1)'))
q0, q1 = c(WX1 - 0.02, WY1, bw), c(WX1 - 0.02, WY0 + 0.05, bw)
w.append(st(line([q0, q1]), '#ffe0ae', 2.2, opacity=0.6, filter='url(#b1)'))
q0, q1 = c(WX0, WY0 + 0.05, bw), c(WX1, WY0 + 0.05, bw)
w.append(st(line([q0, q1]), '#ffd9a4', 3, opacity=0.85))
w.append(
    el(
        poly(
            [
                c(WX0 - 0.12, WY0 - 0.09, bw),
                c(WX1 + 0.12, WY0 - 0.09, bw),
                c(WX1 + 0.14, WY0 - 0.12, bw - 0.2),
                c(WX0 - 0.14, WY0 - 0.12, bw - 0.2),
            ]
        ),
        '#6f6590',
    )
    + st(
        line([c(WX0 - 0.12, WY0 - 0.075, bw), c(WX1 + 0.12, WY0 - 0.075, bw)]),
        '#ffe0ae',
        3,
        opacity=0.6,
        filter='url(#b1)',
    )
)
w.append(
    '<g style="mix-blend-mode:screen">'
    + ell(sx, sy + 10, 460, 330, 'url(#sun)', opacity=0.42)
    + '</g>'
)
B.append(''.join(w) + '</g>')
# ---- L2 dawn on the floor: the window laid down, with the bar's shadow
g = []
el_ = 0.31
sxx = -0.215


def cast(x, y, base=0):
    t = (y - base) / el_
    return c(x + sxx * t, base, bw - t)


D.append(
    '<clipPath id="flc"><path d="%s"/></clipPath>'
    % poly([c(L, 0, 4.9), c(Rt, 0, 4.9), c(Rt, 0, 1.3), c(L, 0, 1.3)])
)
for x0, x1 in ((WX0 + 0.03, 0.77), (0.94, WX1 - 0.03)):
    P = [cast(x0, WY0 + 0.06), cast(x1, WY0 + 0.06), cast(x1, 1.5), cast(x0, 1.5)]
    g.append(
        '<g style="mix-blend-mode:screen" clip-path="url(#flc)">'
        + el(poly(P), 'url(#floorlight)', filter='url(#b4)', opacity=0.95)
        + '</g>'
    )
B.append('<g id="L2-dawn">' + ''.join(g) + '</g>')
# scarf in its own light
sc = ['<g filter="url(#cut2)">' + el(soft(S, t=0.5), 'url(#scarf)')]
hx, hy = hk
pp = lambda A: [(hx + x, hy + y) for x, y in A]
sc.append(
    el(
        soft(
            pp(
                [
                    (-8, 6),
                    (6, 30),
                    (8, 110),
                    (-2, 200),
                    (-6, 230),
                    (-12, 234),
                    (-18, 180),
                    (-22, 100),
                    (-18, 40),
                ]
            ),
            t=0.5,
        ),
        '#4a2230',
        opacity=0.9,
    )
)
sc.append(
    el(
        soft(
            pp(
                [
                    (-26, 20),
                    (-36, 60),
                    (-42, 130),
                    (-46, 220),
                    (-54, 322),
                    (-42, 330),
                    (-36, 240),
                    (-32, 150),
                    (-28, 70),
                ]
            ),
            t=0.5,
        ),
        '#55262f',
        opacity=0.8,
    )
)
sc.append(
    el(
        soft(
            pp([(12, 8), (26, 22), (33, 80), (35, 180), (40, 260), (28, 266), (26, 180), (22, 90)]),
            t=0.5,
        ),
        '#96463f',
        opacity=0.75,
    )
)
for i, (x, y) in enumerate(
    [
        (-54, 328),
        (-46, 331),
        (-38, 333),
        (-30, 334),
        (-22, 333),
        (-15, 330),
        (0, 266),
        (8, 269),
        (16, 270),
        (24, 269),
        (32, 266),
        (40, 262),
    ]
):
    sc.append(
        st(
            'M%s q%d,10 %d,%d'
            % (
                xy((hx + x, hy + y - 2)),
                R.choice([-2, 2]),
                R.choice([-2, 0, 2]),
                R.randint(16, 23),
            ),
            '#7a3835',
            2.4,
        )
    )
sc.append('</g>')
sc.append(el(soft(S, t=0.5), '#000', filter='url(#weave)', opacity=0.5))
for d in ((-14, 20, -26, 120, -30, 320), (16, 18, 22, 110, 20, 262)):
    sc.append(
        st(
            'M%s Q%s %s'
            % (xy((hx + d[0], hy + d[1])), xy((hx + d[2], hy + d[3])), xy((hx + d[4], hy + d[5]))),
            '#3d1a24',
            2.4,
            opacity=0.6,
        )
    )
sc.append(
    st(
        soft(pp([(10, 0), (26, 18), (34, 60), (38, 120), (36, 190), (42, 262)]), False),
        '#ffd3a0',
        3.2,
        opacity=0.9,
        filter='url(#b1)',
    )
)
sc.append(
    st(
        'M%s q10,-2 10,10 q0,12 -12,10' % xy((hx - 4, hy - 10)),
        '#d8ccd4',
        4,
        stroke_linecap='round',
    )
)
B.append('<g id="L3-scarf">' + ''.join(sc) + '</g>')
# ---- L4 the table
t = []
h = 0.56
x0, x1, z0, z1 = -0.72, 0.66, 2.42, 3.32
top = [c(x0, h, z1), c(x1, h, z1), c(x1, h, z0), c(x0, h, z0)]
# long shadow toward us
sh = [c(x0, 0, z1), c(x1, 0, z1), c(x1 - 0.24, 0, z0 - 0.7), c(x0 - 0.34, 0, z0 - 0.7)]
t.append('<g filter="url(#f8)" opacity=".78">' + el(poly(sh), '#1f1d40') + '</g>')
for x, z, cl in (
    (x0 + 0.1, z1 - 0.08, '#2b2444'),
    (x1 - 0.1, z1 - 0.08, '#2b2444'),
    (x0 + 0.07, z0 + 0.07, '#3a2c46'),
    (x1 - 0.07, z0 + 0.07, '#3a2c46'),
):
    a, b = c(x - 0.028, h - 0.02, z), c(x + 0.028, h - 0.02, z)
    e, f = c(x + 0.016, 0, z), c(x - 0.016, 0, z)
    t.append(el(poly([a, b, e, f]), cl) + st(line([b, e]), '#e8b08a', 2, opacity=0.6))
t.append(el(poly(top), 'url(#tab)', stroke='#7f5343', stroke_width=16, stroke_linejoin='round'))
t.append(el(poly(top), '#000', filter='url(#wood)', opacity=0.55))
lowlip = [
    (top[3][0] - 7, top[3][1] + 6),
    (top[2][0] + 7, top[2][1] + 6),
    (top[2][0] + 5, top[2][1] + 26),
    (top[3][0] - 5, top[3][1] + 26),
]
t.append(el(poly(lowlip), '#2f2440', stroke='#2f2440', stroke_width=4, stroke_linejoin='round'))
# dawn lying on the lacquer; bar of the window crosses it
D.append(
    '<clipPath id="tc"><path d="%s"/></clipPath>'
    % poly(
        [
            (top[0][0] - 6, top[0][1] - 6),
            (top[1][0] + 6, top[1][1] - 6),
            (top[2][0] + 7, top[2][1] + 6),
            (top[3][0] - 7, top[3][1] + 6),
        ]
    )
)
t.append(
    '<g clip-path="url(#tc)"><g style="mix-blend-mode:multiply">'
    + el('M0,500H1920V750H0z', '#8a6f86', opacity=0.55)
    + '</g>'
)
for xa, xb in ((WX0 + 0.03, 0.77), (0.94, WX1 - 0.03)):
    P = [cast(xa, WY0 + 0.06, h), cast(xb, WY0 + 0.06, h), cast(xb, 1.6, h), cast(xa, 1.6, h)]
    t.append(
        '<g style="mix-blend-mode:screen">'
        + el(poly(P), '#e8a878', opacity=0.55, filter='url(#b4)')
        + '</g>'
    )
t.append(
    '<g style="mix-blend-mode:screen">'
    + ell(1010, 555, 260, 60, 'url(#sun)', opacity=0.5)
    + '</g></g>'
)
t.append(
    st(
        line([(top[0][0] - 6, top[0][1] - 7), (top[1][0] + 6, top[1][1] - 7)]),
        '#ffe6b8',
        3.4,
        opacity=0.9,
        filter='url(#b1)',
    )
)
t.append(
    st(
        line([(top[3][0] - 6, top[3][1] + 7), (top[2][0] + 6, top[2][1] + 7)]),
        '#c98f7a',
        2,
        opacity=0.7,
    )
)


def on(x, z, y=h):
    return c(x, y, z)


def rot(cx, cz, w, d, a):
    o = []
    for u, v in ((-w / 2, d / 2), (w / 2, d / 2), (w / 2, -d / 2), (-w / 2, -d / 2)):
        o.append((cx + u * math.cos(a) - v * math.sin(a), cz + u * math.sin(a) + v * math.cos(a)))
    return o


# envelope, a little swollen, notes drawn half out to the left front
A = 0.16
ex, ez, ew, ed = 0.02, 2.86, 0.50, 0.33
E = rot(ex, ez, ew, ed, A)
Ep = [on(*p) for p in E]
t.append(el(poly([(x - 18, y + 16) for x, y in Ep]), '#2a2040', opacity=0.7, filter='url(#b8)'))


def note(du, dv, a, col, lift):
    w = 0.36
    d = 0.215
    cx = ex - 0.30 * math.cos(A) + du
    cz = ez - 0.30 * math.sin(A) + dv
    P = [on(p[0], p[1], h + lift) for p in rot(cx, cz, w, d, A + a)]
    o = el(poly([(x - 5, y + 7) for x, y in P]), '#2a2040', opacity=0.5, filter='url(#b2)')
    # paper curls: far edge bows up
    m = ((P[0][0] + P[1][0]) / 2, (P[0][1] + P[1][1]) / 2 - 7)
    m2 = ((P[3][0] + P[2][0]) / 2, (P[3][1] + P[2][1]) / 2 - 9)
    dd = 'M%s Q%s %s L%s Q%s %sz' % (xy(P[0]), xy(m), xy(P[1]), xy(P[2]), xy(m2), xy(P[3]))
    o += el(dd, col)
    I = [
        (
            P[i][0] * 0.84 + sum(p[0] for p in P) / 4 * 0.16,
            P[i][1] * 0.84 + sum(p[1] for p in P) / 4 * 0.16 - 4,
        )
        for i in range(4)
    ]
    o += st(poly(I), '#8a5f45', 1.6, opacity=0.55)
    cc = (sum(p[0] for p in P) / 4 - 46, sum(p[1] for p in P) / 4 - 3)
    o += (
        ell(cc[0], cc[1], 17, 9, '#a8744e', opacity=0.5)
        + st('M%s h34' % xy((I[0][0] + 10, I[0][1] + 14)), '#8a5f45', 2.4, opacity=0.5)
        + st('M%s h26' % xy((I[3][0] + 12, I[3][1] - 8)), '#8a5f45', 2, opacity=0.5)
    )
    for k in range(5):
        o += st(
            'M%s q9,-4 18,0' % xy((cc[0] + 26 + k * 3, cc[1] - 9 + k * 4)),
            '#8a5f45',
            1.1,
            opacity=0.45,
        )
    o += st('M%s Q%s %s' % (xy(P[0]), xy(m), xy(P[1])), '#fff0c8', 2.6, opacity=0.9) + st(
        line([P[0], P[3]]), '#ffe0b0', 1.8, opacity=0.7
    )
    return o


t.append(
    note(-0.10, 0.085, 0.34, '#a8865c', 0.002)
    + note(-0.11, 0.045, 0.20, '#c79d66', 0.007)
    + note(-0.10, 0.0, 0.05, '#b58f60', 0.012)
    + note(-0.085, -0.045, -0.10, '#d3aa70', 0.017)
    + note(-0.03, -0.01, 0.02, '#e2bd84', 0.022)
)
Eu = [(x, y - 16) for x, y in Ep]
# front pocket of the envelope, top sheet
t.append(el(poly([Ep[3], Ep[2], (Eu[2][0], Eu[2][1] + 6), (Eu[3][0], Eu[3][1] + 6)]), '#a8836c'))
ed_ = 'M%s Q%s %s L%s Q%s %s L%s z' % (
    xy((Eu[0][0] + 6, Eu[0][1] + 3)),
    xy(((Eu[0][0] + Eu[1][0]) / 2, (Eu[0][1] + Eu[1][1]) / 2 - 7)),
    xy(Eu[1]),
    xy((Eu[2][0], Eu[2][1] + 4)),
    xy(((Eu[3][0] + Eu[2][0]) / 2, (Eu[3][1] + Eu[2][1]) / 2 + 1)),
    xy((Eu[3][0] + 4, Eu[3][1] + 5)),
    xy(((Eu[0][0] + Eu[3][0]) / 2 + 20, (Eu[0][1] + Eu[3][1]) / 2)),
)
t.append(
    '<g>' + el(ed_, 'url(#env)') + el(ed_, '#000', filter='url(#fibre)', opacity=0.18) + '</g>'
)
mid = ((Eu[1][0] * 0.45 + Eu[0][0] * 0.55), (Eu[1][1] * 0.45 + Eu[0][1] * 0.55))
t.append(
    st(
        'M%s L%s L%s'
        % (
            xy(Eu[1]),
            xy(
                (
                    (Eu[0][0] + Eu[1][0] * 1.4 + Eu[2][0] * 1.4 + Eu[3][0]) / 4.8,
                    (Eu[0][1] + Eu[1][1] * 1.4 + Eu[2][1] * 1.4 + Eu[3][1]) / 4.8,
                )
            ),
            xy(Eu[2]),
        ),
        '#c9a27c',
        2,
        opacity=0.7,
    )
)
t.append(
    st(
        'M%s Q%s %s'
        % (
            xy((Eu[0][0] + 6, Eu[0][1] + 3)),
            xy(((Eu[0][0] + Eu[1][0]) / 2, (Eu[0][1] + Eu[1][1]) / 2 - 7)),
            xy(Eu[1]),
        ),
        '#fffaf0',
        3,
        opacity=0.95,
        filter='url(#b1)',
    )
)
# open mouth: the shadow inside
t.append(
    st(
        'M%s L%s L%s'
        % (
            xy((Eu[0][0] + 6, Eu[0][1] + 3)),
            xy(((Eu[0][0] + Eu[3][0]) / 2 + 20, (Eu[0][1] + Eu[3][1]) / 2)),
            xy((Eu[3][0] + 4, Eu[3][1] + 5)),
        ),
        '#7a5444',
        3,
        opacity=0.7,
    )
)
# phone
Pp = [on(*p) for p in rot(0.44, 2.70, 0.145, 0.30, -0.30)]
t.append(el(poly([(x - 10, y + 12) for x, y in Pp]), '#2a2040', opacity=0.65, filter='url(#b4)'))
t.append(
    el(
        poly([(x, y + 4) for x, y in Pp]),
        '#12122a',
        stroke='#12122a',
        stroke_width=13,
        stroke_linejoin='round',
    )
    + el(
        poly([(x, y - 4) for x, y in Pp]),
        '#24244a',
        stroke='#24244a',
        stroke_width=12,
        stroke_linejoin='round',
    )
    + el(poly([(x, y - 4) for x, y in Pp]), 'url(#phone)', opacity=0.85)
)
t.append(
    st(
        line([(Pp[0][0] - 4, Pp[0][1] - 10), (Pp[1][0] + 3, Pp[1][1] - 10)]),
        '#ffe6b8',
        2.6,
        opacity=0.9,
    )
    + st(
        line([(Pp[1][0] + 6, Pp[1][1] - 7), (Pp[2][0] + 6, Pp[2][1] - 4)]),
        '#f4c49b',
        2,
        opacity=0.7,
    )
)
# key on a ribbon, near the left edge; ribbon falls over
k0 = on(-0.46, 2.62)
k1 = on(-0.33, 2.70)
t.append(
    el(
        'M%s C%s %s %s C%s %s %s L%s C%s %s %s C%s %s %sz'
        % (
            xy((k0[0] - 6, k0[1] - 6)),
            xy((k0[0] - 60, k0[1] - 34)),
            xy((k0[0] - 96, k0[1] + 10)),
            xy((k0[0] - 66, k0[1] + 40)),
            xy((k0[0] - 44, k0[1] + 62)),
            xy((k0[0] - 70, k0[1] + 76)),
            xy((k0[0] - 62, k0[1] + 118)),
            xy((k0[0] - 44, k0[1] + 116)),
            xy((k0[0] - 50, k0[1] + 80)),
            xy((k0[0] - 22, k0[1] + 58)),
            xy((k0[0] - 44, k0[1] + 30)),
            xy((k0[0] - 66, k0[1] + 6)),
            xy((k0[0] - 40, k0[1] - 14)),
            xy((k0[0] - 2, k0[1] + 4)),
        ),
        '#6d83b8',
    )
)
t.append(
    st(
        'M%s C%s %s %s'
        % (
            xy((k0[0] - 6, k0[1] - 6)),
            xy((k0[0] - 60, k0[1] - 34)),
            xy((k0[0] - 96, k0[1] + 10)),
            xy((k0[0] - 66, k0[1] + 40)),
        ),
        '#d6dcf0',
        2.4,
        opacity=0.8,
    )
)
t.append(
    '<g>'
    + ell(k0[0] + 8, k0[1] + 6, 24, 11, '#2a2040', opacity=0.5, filter='url(#b2)')
    + ell(k0[0] + 4, k0[1], 20, 10, 'none', stroke='#b89a6a', stroke_width=7)
    + ell(k0[0] + 4, k0[1] - 2, 20, 10, 'none', stroke='#f4d9a0', stroke_width=2.4)
    + st(
        'M%s L%s' % (xy((k0[0] + 22, k0[1] - 3)), xy((k1[0] + 8, k1[1] - 2))),
        '#b89a6a',
        8,
        stroke_linecap='round',
    )
    + st('M%s L%s' % (xy((k0[0] + 22, k0[1] - 6)), xy((k1[0] + 8, k1[1] - 5))), '#ffe6b8', 2.4)
    + el(
        'M%s l5,13 l8,-1 l-3,-7 l7,-2 l3,7 l7,-2 l-5,-14z' % xy((k1[0] - 22, k1[1] + 2)), '#a88a5e'
    )
    + '</g>'
)
B.append('<g id="L4-table">' + ''.join(t) + '</g>')
# ---- L5 frame: the doorway where one takes off one's shoes
f = [
    '<rect x="0" y="760" width="1920" height="320" fill="url(#vig)"/>',
    '<g filter="url(#cut)">'
    + el('M-40,-40H250C240,300 256,700 244,1120H-40z', 'url(#jamb)')
    + el('M1960,-40H1716C1726,300 1712,720 1722,1120H1960z', 'url(#jambr)')
    + '</g>',
    st('M250,0C242,300 256,700 246,1040', 'url(#rimv)', 3, opacity=0.6, filter='url(#b1)'),
    st('M1716,0C1726,300 1712,700 1720,1040', 'url(#rimv)', 3.6, filter='url(#b1)'),
    st('M210,0C204,300 216,700 206,1080', '#34345c', 3, opacity=0.8),
    st('M1762,0C1770,300 1756,700 1766,1080', '#34345c', 3, opacity=0.8),
]
# two pairs of shoes at the sill, left
B.append('<g id="L5-door">' + ''.join(f) + '</g>')
pull('envelope', D, B, '#10102a', 'door')
