"""Chapter card, Seoul: before dawn a block of flats is dark but for one window; on its balcony a red
scarf hangs to dry; nobody is there."""
import math
import random

from props import *

R = random.Random(41)
INK = '#0f1026'
c = Cam(500, 770, 1400, 0.0)
S = Stage(c)
D = [
    lg(
        'sky',
        [(0, '#232a52'), (0.3, '#3b4276'), (0.58, '#6f6797'), (0.8, '#a98aa6'), (1, '#c79fa6')],
        0,
        0,
        0,
        790,
        True,
    ),
    lg('wall', [(0, '#9a94b0'), (1, '#857f9f')]),
    lg('side', [(0, '#8f88ab'), (1, '#5d5a85')], 1, 0, 0, 0),
    lg('room', [(0, '#ffd998'), (0.45, '#ffcf86'), (1, '#eaa85c')]),
    lg('curt', [(0, ('#fff0cc', 0.95)), (0.6, ('#ffe0a8', 0.9)), (1, ('#f3bd76', 0.9))]),
    lg('pane', [(0, '#2a3160'), (0.6, '#3f4576'), (1, '#5f5c8a')], 0, 0, 1, 1),
    lg(
        'scarf',
        [(0, '#5c2a2e'), (0.25, '#8a3d38'), (0.55, '#6b3032'), (0.8, '#94463c'), (1, '#5c2a2e')],
        0,
        0,
        1,
        0,
    ),
    pool('lamp', '#eea155', '#8a5a60', '#2b2b5a', '#ffd48a'),
    rg('dawn', [(0, ('#b8a0bc', 0.9)), (0.5, ('#6f6a9a', 0.5)), (1, ('#2b2b5a', 0))]),
    shine('glow'),
    scrim('foot', INK, 0, 560, 0, 1080, [(0, 0), (0.5, 0.62), (1, 0.97)]),
    scrim('left', INK, 0, 1080, 760, 300, [(0, 0.75), (0.6, 0.3), (1, 0)]),
    scrim('right', INK, 1500, 0, 1920, 0, [(0, 0), (1, 0.55)]),
]
# ---- sky, far towers, hill
s = ['<rect width="1920" height="1080" fill="url(#sky)"/>']
q = random.Random(3)
for x, y, w, h, o, col in (
    (180, 90, 460, 12, 0.3, '#4d5288'),
    (470, 190, 520, 11, 0.35, '#5f5a8c'),
    (120, 300, 420, 10, 0.4, '#83759f'),
    (420, 392, 460, 9, 0.45, '#a98aa6'),
    (190, 470, 380, 8, 0.5, '#c79fa6'),
    (520, 530, 380, 7, 0.5, '#d3aaa8'),
    (250, 586, 460, 6, 0.5, '#dab4ab'),
):
    s.append(el(lens(x, y, w, h, q), col, opacity=o, filter='url(#b1)'))
for x, y, r in (
    (96, 60, 1.6),
    (300, 130, 1.3),
    (520, 52, 1.8),
    (610, 240, 1.2),
    (210, 214, 1.2),
    (420, 84, 1),
):
    s.append(ell(x, y, r, r, '#dfe0f2', opacity=0.8))
s.append(
    '<g filter="url(#cut)">'
    + el(
        'M-20,690 C80,650 150,668 220,640 C280,610 320,618 380,650 C460,690 540,660 700,680 V820 H-20z',
        '#8f7fa3',
        opacity=0.8,
    )
    + '</g>'
)
s.append(st('M300,622 v-46', '#8f7fa3', 4) + st('M300,578 v-18', '#8f7fa3', 1.8))


def towers(y, h0, h1, w0, w1, col, lt, seed, x0, x1, win):
    q = random.Random(seed)
    o = ''
    x = x0
    while x < x1:
        w, h = q.uniform(w0, w1), q.uniform(h0, h1)
        for _ in range(q.choice([1, 2, 2, 3])):
            o += el('M%s,%d v-%s h%s v%sz' % (n(x), y, n(h), n(w), n(h)), col)
            o += el(
                'M%s,%d v-%s h%s v%sz'
                % (n(x + w * 0.3), y, n(h + w * 0.12), n(w * 0.3), n(w * 0.12 + 2)),
                col,
            )
            o += el(
                'M%s,%d v-%s h%s v%sz' % (n(x + w * 0.78), y, n(h), n(w * 0.22), n(h)),
                lt,
                opacity=0.6,
            )
            if win:
                yy = y - h + 9
                while yy < y - 20:
                    o += st(
                        'M%s,%s h%s' % (n(x + w * 0.08), n(yy), n(w * 0.6)),
                        '#4b4a78',
                        3.6,
                        opacity=0.55,
                        stroke_dasharray='%s %s' % (n(w * 0.12), n(w * 0.05)),
                    )
                    yy += 13
            x += w + 2.5
        x += q.uniform(6, 40)
    return o


s.append(towers(780, 40, 110, 20, 32, '#8377a0', '#a793ae', 5, -10, 700, False))
s.append('<rect y="700" width="760" height="90" fill="#b99fb0" opacity=".3" filter="url(#f16)"/>')
s.append(towers(830, 120, 250, 52, 84, '#5d5a88', '#7d749c', 12, -30, 520, True))
q = random.Random(21)
for y, h, col in ((800, 34, '#454370'), (850, 46, '#33325c'), (920, 60, '#23234a')):
    P = [(-20, y)]
    x = -20
    while x < 720:
        w = h * q.uniform(0.4, 1.3)
        t = h * q.uniform(0.5, 1.0)
        P += [(x + w * 0.2, y - t * 0.8), (x + w * 0.5, y - t), (x + w, y - t * 0.6)]
        x += w
    s.append(el(soft(P + [(760, 1100), (-20, 1100)], t=0.45), col))
sky = ''.join(s)

# ---- our block: the side wall, the face, three balconies up and down
EX, ZW, ZB = 0.86, 8.0, 6.75  # its edge, its wall, the front of its balconies
S.deep(EX, -6, 9, ZW, 19, 'url(#side)')
for k in range(-2, 4):
    y = 1.0 + 2.8 * k
    S.deep(EX - 0.002, y - 0.16, y, ZW, 19, '#7a7499', opacity=0.7)
    for z in (9.6, 12.2, 14.8):
        S.deep(EX - 0.004, y + 1.0, y + 2.1, z, z + 0.9, '#3a3d6c')
S.upright(EX, 9, -6, 9, ZW, 'url(#wall)')
S.upright(EX, 9, -6, 9, ZW, '#000', filter='url(#fibre)', opacity=0.12)
for k in range(-2, 3):
    y = 1.0 + 2.8 * k
    S.edge([(EX, y - 0.08, ZW), (1.6, y - 0.08, ZW)], '#716b90', 3, opacity=0.8)
# drain pipe on the edge of the wall
S.edge([(1.22, -6, ZW), (1.22, 9, ZW)], '#6f6990', 10)
S.edge([(1.2, -6, ZW), (1.2, 9, ZW)], '#b5abc0', 2.4, opacity=0.7)
BX0, BX1, BX2 = 1.62, 6.3, 11.0
warm = []


def bay(x0, x1, y, light=False):
    # the back wall of the balcony and its doors
    S.upright(x0, x1, y, y + 2.62, ZW, '#8a84a4')
    d0, d1 = x0 + 0.62, x1 - 0.95
    S.upright(d0 - 0.07, d1 + 0.07, y, y + 2.36, ZW, '#4d4b74')
    if light:
        warm.append((d0, d1, y))
        S.upright(d0, d1, y, y + 2.29, ZW, '#c9a27c')
    else:
        S.upright(d0, d1, y, y + 2.29, ZW, 'url(#pane)')
        m = (d0 + d1) / 2
        S.upright(m - 0.05, m + 0.05, y, y + 2.29, ZW, '#4d4b74')
        S.face(
            [
                (d0 + 0.2, y + 2.29, ZW),
                (d0 + 0.75, y + 2.29, ZW),
                (d0 + 0.3, y, ZW),
                (d0, y, ZW),
                (d0, y + 1.2, ZW),
            ],
            '#8f88b0',
            opacity=0.22,
        )
    # outdoor machine of the cooling
    S.box(x1 - 0.8, x1 - 0.1, y + 0.06, y + 0.72, 7.3, 7.75, '#a09ab2', '#b5b0c2', '#7d7798')
    p = c(x1 - 0.5, y + 0.39, 7.3)
    S.add(
        ell(p[0], p[1], 48, 48, '#6d688c'),
        ell(p[0], p[1], 40, 40, '#57547c'),
        ell(p[0], p[1], 12, 12, '#8a84a4'),
    )
    for k in range(6):
        a = k * math.pi / 3
        S.add(
            st(
                'M%s L%s' % (xy(p), xy((p[0] + 40 * math.cos(a), p[1] + 40 * math.sin(a)))),
                '#8a84a4',
                2,
                opacity=0.6,
            )
        )


def front(x0, x1, y):
    # party walls, slab, parapet and rails
    for x in (x0, x1):
        if x - 0.09 > 0:
            S.deep(x - 0.09, y - 0.18, y + 2.62, ZB + 0.1, ZW, '#77719a')
        S.upright(x - 0.09, x + 0.09, y, y + 2.62, ZB + 0.1, '#9089aa')
    S.box(x0 - 0.09, x1 + 0.09, y - 0.18, y, ZB, ZW, '#aaa2bc', '#8a84a4', '#7d7798', '#a79fb4')
    S.upright(x0 - 0.09, x1 + 0.09, y, y + 0.42, ZB, '#a098b4')
    S.deep(x0 - 0.09, y, y + 0.42, ZB, ZW, '#7d7798')
    S.edge([(x0 - 0.09, y + 0.42, ZB), (x1 + 0.09, y + 0.42, ZB)], '#cbc0d0', 4, opacity=0.8)
    for yy in (0.62, 0.82):
        S.edge([(x0, y + yy, ZB), (x1, y + yy, ZB)], '#5d5a85', 4)
    x = x0
    while x < x1 + 0.01:
        S.edge([(x, y + 0.42, ZB), (x, y + 1.05, ZB)], '#5d5a85', 6)
        x += (x1 - x0) / 4
    S.edge([(x0 - 0.09, y + 1.05, ZB), (x1 + 0.09, y + 1.05, ZB)], '#6b668f', 11)
    S.edge([(x0 - 0.09, y + 1.07, ZB), (x1 + 0.09, y + 1.07, ZB)], '#d6c8d4', 3, opacity=0.8)


Y0 = 1.0
for y in (Y0 - 2.8, Y0 + 2.8):
    bay(BX0, BX1, y)
for y in (Y0 - 2.8, Y0, Y0 + 2.8):
    bay(BX1, BX2, y)
bay(BX0, BX1, Y0, True)
back = S.take()
for y in (Y0 - 2.8, Y0 + 2.8):
    front(BX1, BX2, y)
    front(BX0, BX1, y)
front(BX1, BX2, Y0)
fr_dark = S.take()
front(BX0, BX1, Y0)
fr_lit = S.take()

d0, d1, y = warm[0]
wx, wy = c((d0 + d1) / 2, y + 1.2, ZW)
lights = [
    (330, 560, 620, 620, 'dawn', 0.75),
    (800, 420, 460, 700, 'dawn', 0.32),
    (wx, wy - 40, 720, 470, 'lamp', 0.95),
    (wx, wy + 60, 420, 260, 'lamp', 0.7),
]
# light falls only within this bay and on what stands before it
D.append(
    '<clipPath id="block"><path d="%s"/></clipPath>'
    % poly([c(EX, 9, 19), c(EX, 9, ZW), (1960, -3000), (1960, 3000), c(EX, -6, ZW), c(EX, -6, 19)])
)
D.append(
    '<clipPath id="bay"><path d="%s"/></clipPath>'
    % poly(
        [
            c(BX0, Y0 + 2.62, ZW),
            c(BX0, Y0 + 2.62, ZB),
            c(BX1, Y0 + 2.62, ZB),
            c(BX1, Y0 - 0.18, ZB),
            c(BX0 - 0.09, Y0 - 0.18, ZB),
            c(BX0 - 0.09, Y0 + 2.62, ZB),
        ]
    )
)
NIGHT = '#3b3d72'
out_l = lights[:2] + [
    '<g clip-path="url(#bay)">'
    + ''.join(ell(a, b, rx, ry, 'url(#%s)' % p, opacity=o) for a, b, rx, ry, p, o in lights[2:])
    + '</g>',
    (wx, wy, 560, 420, 'lamp', 0.16),
]
g = ['<g clip-path="url(#block)">' + lit(back, NIGHT, out_l, 'L1-block') + '</g>']
# ---- the lit room behind the glass: wall, lamp, a curtain half drawn
w = []
P = [c(d0, y + 2.29, ZW), c(d1, y + 2.29, ZW), c(d1, y, ZW), c(d0, y, ZW)]
D.append('<clipPath id="door"><path d="%s"/></clipPath>' % poly(P))
w.append('<g clip-path="url(#door)">' + el(poly(P), 'url(#room)'))
I = Stage(c)
zb = 11.0
I.upright(0, 9, y - 1, y + 2.5, zb, '#f2bd74')
I.upright(0, 9, y + 2.35, y + 4, zb, '#e0a45c')
I.face([(0, y + 2.4, zb), (9, y + 2.4, zb), (9, y + 2.4, ZW), (0, y + 2.4, ZW)], '#e8b068')
I.upright(4.0, 4.9, y, y + 2.0, zb, '#c98a4c')  # a wardrobe
I.edge([(4.45, y, zb), (4.45, y + 2.0, zb)], '#a06a3a', 2.4)
I.upright(6.1, 6.8, y + 1.1, y + 1.6, zb, '#d99a56')
I.upright(6.16, 6.74, y + 1.16, y + 1.54, zb, '#f7d9a0')
w.append(I.take())
lx, ly = c(5.2, y + 2.28, 9.6)
w.append(screen(ell(lx, ly, 280, 240, 'url(#glow)')))
w.append(
    st('M%s V-20' % xy((lx, ly - 30)), '#8a5c34', 3)
    + el('M%s l-46,52 h100 l-46,-52z' % xy((lx - 4, ly - 32)), '#ffedc4')
    + ell(lx, ly + 21, 50, 9, '#fffaf0')
)
# curtains
for a, b, m in ((d0, d0 + 0.62, 6), (d1 - 0.42, d1, 4)):
    for k in range(m):
        x0, x1 = a + (b - a) * k / m, a + (b - a) * (k + 1) / m
        A, B_ = c(x0, y + 2.3, ZW + 0.1), c(x1, y + 2.3, ZW + 0.1)
        E, F = c(x0 - 0.02, y, ZW + 0.1), c(x1 + 0.02, y, ZW + 0.1)
        w.append(
            el(
                'M%s L%s Q%s %s L%s Q%s %sz'
                % (xy(A), xy(B_), xy((B_[0] + 4, 420)), xy(F), xy(E), xy((A[0] - 4, 420)), xy(A)),
                'url(#curt)',
            )
        )
        w.append(st(line([A, E]), '#c98f4c', 3, opacity=0.45))
w.append('</g>')
m = d0 + (d1 - d0) * 0.56
for a, b in ((m - 0.06, m + 0.03),):
    w.append(
        el(poly([c(a, y + 2.29, ZW), c(b, y + 2.29, ZW), c(b, y, ZW), c(a, y, ZW)]), '#7a5138')
    )
w.append(st(poly(P), '#8a5c40', 7) + st(line([P[3], P[0], P[1]]), '#ffe6b4', 2.4, opacity=0.7))
w.append(screen(ell(wx, wy, 520, 330, 'url(#glow)', opacity=0.4)))
g.append(''.join(w))

# ---- the drying pole under the ceiling, the scarf against the light
hang = []
zp = 7.25
pa, pb = c(BX0 + 0.3, Y0 + 2.2, zp), c(BX1 - 0.35, Y0 + 2.2, zp)
for x in (BX0 + 0.75, BX1 - 0.8):
    a, b = c(x, Y0 + 2.2, zp), c(x, Y0 + 2.62, zp)
    hang.append(st(line([a, b]), '#3d2c3c', 3))
hang.append(
    st(line([pa, pb]), '#3d2c3c', 7, stroke_linecap='round')
    + st(line([(pa[0], pa[1] + 2), (pb[0], pb[1] + 2)]), '#f0b878', 2, opacity=0.7)
)
hx, hy = c(3.05, Y0 + 2.2, zp)
pp = lambda A: [(hx + x, hy + yy) for x, yy in A]
bk = pp(
    [
        (-44, -2),
        (-22, -7),
        (4, -4),
        (0, 70),
        (-6, 140),
        (-2, 196),
        (-46, 200),
        (-50, 130),
        (-44, 60),
    ]
)
cl = pp(
    [
        (-28, -4),
        (-8, -9),
        (22, -8),
        (42, -2),
        (44, 60),
        (38, 130),
        (42, 200),
        (50, 262),
        (24, 272),
        (-8, 268),
        (-24, 258),
        (-18, 190),
        (-24, 120),
        (-28, 56),
    ]
)
hang.append('<g filter="url(#cut2)">' + el(soft(bk, t=0.5), '#74352f'))
for k in range(8):
    hang.append(
        st(
            'M%s q%d,8 %d,%d'
            % (
                xy((hx - 44 + k * 6, hy + 196)),
                R.choice([-2, 2]),
                R.choice([-2, 0, 2]),
                R.randint(12, 18),
            ),
            '#5e2a2a',
            2.2,
        )
    )
hang.append(el(soft(cl, t=0.5), 'url(#scarf)'))
hang.append(
    el(
        soft(
            pp(
                [
                    (-26, 2),
                    (-12, -4),
                    (-6, 60),
                    (-12, 120),
                    (-4, 190),
                    (-8, 264),
                    (-23, 257),
                    (-18, 190),
                    (-24, 120),
                    (-27, 56),
                ]
            ),
            t=0.5,
        ),
        '#4d2228',
        opacity=0.8,
    )
)
hang.append(
    el(
        soft(
            pp(
                [
                    (6, -7),
                    (16, -7),
                    (20, 60),
                    (14, 130),
                    (20, 200),
                    (22, 270),
                    (12, 270),
                    (12, 200),
                    (4, 130),
                    (10, 60),
                ]
            ),
            t=0.5,
        ),
        '#4d2228',
        opacity=0.55,
    )
)
for k in range(12):
    hang.append(
        st(
            'M%s q%d,9 %d,%d'
            % (
                xy((hx - 22 + k * 6.2, hy + 258 + (10 if 2 < k < 9 else 4))),
                R.choice([-2, 2]),
                R.choice([-2, 0, 2]),
                R.randint(14, 20),
            ),
            '#6b2f2e',
            2.4,
        )
    )
hang.append('</g>' + el(soft(cl, t=0.5), '#000', filter='url(#weave)', opacity=0.4))
hang.append(
    st(
        soft(pp([(42, -2), (44, 60), (38, 130), (42, 200), (50, 262)]), False),
        '#ffcf86',
        3.2,
        opacity=0.85,
        filter='url(#b1)',
    )
)
hang.append(
    st(
        soft(pp([(-44, -2), (-44, 60), (-50, 130), (-46, 198)]), False),
        '#e89a62',
        2.4,
        opacity=0.7,
        filter='url(#b1)',
    )
)
# two small socks and a cloth further on
for x in (4.18, 4.36):
    p = c(x, Y0 + 2.2, zp)
    hang.append(
        '<g filter="url(#cut2)">'
        + el(
            'M%s h22 v44 q2,12 14,16 q8,6 0,12 h-20 q-16,-2 -16,-22z' % xy((p[0] - 11, p[1] - 2)),
            '#39406a',
        )
        + '</g>'
        + el('M%s h8 v16 h-8z' % xy((p[0] - 4, p[1] - 8)), '#a9a0b8')
    )
p0, p1 = c(4.72, Y0 + 2.2, zp), c(5.25, Y0 + 2.2, zp)
hang.append(
    '<g filter="url(#cut2)">'
    + el(
        'M%s L%s q-6,70 2,122 q-30,8 -52,2 q-30,-6 -56,2 q8,-60 0,-126z'
        % (xy((p0[0], p0[1] - 3)), xy((p1[0], p1[1] - 3))),
        '#4a5280',
    )
    + el('M%s h26 q-4,60 0,124 h-24z' % xy((p0[0] + 34, p0[1] - 2)), '#3a4170', opacity=0.8)
    + '</g>'
)
hang.append(
    st('M%s q8,66 0,126' % xy((p0[0], p0[1])), '#ffcf86', 2.4, opacity=0.6, filter='url(#b1)')
)
g.append(''.join(hang))
# ---- what stands before the light: parapets and rails


def tint(text, name):
    """Lit like the block, but only where the text itself paints."""
    D.append('<mask id="m-%s">' % name + '<g filter="url(#white)">' + text + '</g></mask>')
    return (
        '<g mask="url(#m-%s)">' % name
        + lit(
            text,
            NIGHT,
            [
                (330, 560, 620, 620, 'dawn', 0.7),
                (800, 700, 700, 400, 'dawn', 0.3),
                (wx, wy - 40, 620, 380, 'lamp', 0.62),
            ],
            name,
        )
        + '</g>'
    )


D.append(
    '<filter id="white" x="-.1" y="-.1" width="1.2" height="1.2"><feColorMatrix values="0 0 0 0 1  0 0 0 0 1  0 0 0 0 1  0 0 0 1 0"/></filter>'
)
g.append(tint(fr_dark, 'L2-dark') + tint(fr_lit, 'L3-front'))
# lamp light on the top rail, the slab's lip above, a pot on the ledge
a, b = c(d0, Y0 + 1.085, ZB), c(d1, Y0 + 1.085, ZB)
D.append(
    lg(
        'rim',
        [
            (0, ('#ffcf86', 0)),
            (0.3, ('#ffcf86', 0.95)),
            (0.7, ('#ffcf86', 0.95)),
            (1, ('#ffcf86', 0)),
        ],
        a[0] - 60,
        0,
        b[0] + 100,
        0,
        True,
    )
)
g.append(
    el(
        'M%s L%s v3.4 L%s z'
        % (xy((a[0] - 60, a[1])), xy((b[0] + 100, b[1])), xy((a[0] - 60, a[1] + 3.4))),
        'url(#rim)',
        filter='url(#b1)',
    )
)
a, b = c(BX0, Y0 + 2.62, ZB), c(BX1, Y0 + 2.62, ZB)
g.append(
    el(
        'M%s L%s v3 L%sz' % (xy(a), xy(b), xy((a[0], a[1] + 3))),
        'url(#rim)',
        filter='url(#b1)',
        opacity=0.8,
    )
)
g.append(veil('left') + veil('foot') + veil('right'))
# ---- near: the top of a bare tree below the balcony
t = []


def twig(x, y, a, ln, w, k, q):
    x1, y1 = x + ln * math.cos(a), y + ln * math.sin(a)
    mx, my = (x + x1) / 2 + q.uniform(-6, 6), (y + y1) / 2 + q.uniform(-6, 6)
    t.append(
        st(
            'M%s Q%s %s' % (xy((x, y)), xy((mx, my)), xy((x1, y1))),
            '#0c0d20',
            n(w),
            stroke_linecap='round',
        )
    )
    if k:
        for d in (-0.42, 0.1, 0.5) if k > 2 else (-0.4, 0.36):
            twig(
                x1,
                y1,
                a + d + q.uniform(-0.16, 0.16),
                ln * q.uniform(0.62, 0.82),
                w * 0.64,
                k - 1,
                q,
            )


twig(60, 1100, -1.25, 150, 15, 5, random.Random(9))
twig(1830, 1110, -1.75, 130, 13, 5, random.Random(14))
pulled('balcony', D, [sky, ''.join(g)], [('tree', 0.8, ''.join(t) + edge())], INK)
