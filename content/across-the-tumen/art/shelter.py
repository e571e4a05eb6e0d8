"""A small rented room at night: a lamp on a low table with three cups and an open exercise book, a
child asleep under a quilt, coats and shoes by the wall, a red scarf over a chair; one line of
blue street light falls between the drawn curtains."""
import random

from ink import *

R = random.Random(4)
c = Cam(900, 330, 1500, 1.25)
D = []
B = []
D += [
    lg('wall', [(0, '#6f5140'), (0.5, '#b98a60'), (1, '#a97c54')]),
    lg('floor', [(0, '#c08a4c'), (1, '#dca75f')]),
    lg('curt', [(0, '#6e5246'), (0.5, '#9b7660'), (1, '#7e5c4a')]),
    lg(
        'foldg',
        [(0, ('#2a1a18', 0.75)), (0.45, ('#c99f7c', 0.35)), (1, ('#2a1a18', 0.7))],
        0,
        0,
        1,
        0,
    ),
    rg(
        'lamp',
        [
            (0, '#fff0cc'),
            (0.18, ('#ffe0a6', 0.9)),
            (0.45, ('#f0a95e', 0.5)),
            (0.75, ('#a8602f', 0.2)),
            (1, ('#6b3520', 0)),
        ],
    ),
    rg(
        'glow',
        [
            (0, ('#ffe9bd', 0.95)),
            (0.25, ('#ffcf86', 0.5)),
            (0.6, ('#ff9d48', 0.14)),
            (1, ('#ff9d48', 0)),
        ],
    ),
    rg('blue', [(0, ('#5f7fb4', 0.9)), (1, ('#24324a', 0))]),
    lg('shade', [(0, '#ffdc9c'), (0.6, '#fff0cf'), (1, '#ffc676')]),
    lg(
        'beam',
        [(0, ('#b4cdf2', 0.62)), (0.45, ('#9dbcec', 0.45)), (1, ('#7d9fd4', 0))],
        0,
        640,
        0,
        960,
        True,
    ),
    lg('scarf', [(0, '#b0503f'), (0.5, '#8d3a33'), (1, '#5a2624')]),
    lg('jamb', [(0, '#0d0908'), (0.8, '#160f0e'), (1, '#241815')], 0, 0, 1, 0),
    lg('jambr', [(0, '#241815'), (0.25, '#150f0e'), (1, '#0b0807')], 0, 0, 1, 0),
    lg('vig', [(0, ('#0a0606', 0)), (0.5, ('#0a0606', 0.35)), (1, ('#0a0606', 0.82))]),
]
bw = 5.2
L = -2.3
Rt = 2.2
H = 2.5
# ---- room
r = []
r.append('<rect width="1920" height="1080" fill="#3a2620"/>')
r.append(el(poly([c(L, H, bw), c(Rt, H, bw), c(Rt, 0, bw), c(L, 0, bw)]), 'url(#wall)'))
r.append(el(poly([c(L, H, bw), c(L, H, 2.2), c(L, 0, 2.2), c(L, 0, bw)]), '#7d5b45'))
r.append(el(poly([c(Rt, H, bw), c(Rt, H, 2.2), c(Rt, 0, 2.2), c(Rt, 0, bw)]), '#94694a'))
# wallpaper: narrow stems, printed by hand
for i in range(46):
    x = L + 0.05 + i * 0.098
    if x > Rt - 0.03:
        break
    a = c(x, H, bw)
    b = c(x, 0.08, bw)
    r.append(
        st(
            'M%s Q%s %s'
            % (xy(a), xy(((a[0] + b[0]) / 2 + R.uniform(-2, 2), (a[1] + b[1]) / 2)), xy(b)),
            '#5c3d2c',
            R.choice([1.2, 1.6, 2.2]),
            opacity=n(R.uniform(0.12, 0.3)),
        )
    )
    for j in range(12):
        if R.random() < 0.55:
            q = c(x, 0.25 + j * 0.19 + R.uniform(-0.02, 0.02) + (0.09 if i % 2 else 0), bw)
            r.append(
                '<path d="M%s q%d,-10 0,-19 q-%d,8 0,19z" fill="#55382a" opacity=".22"/>'
                % (xy(q), R.choice([-7, 7]), R.choice([5, 6]))
            )
# skirting
r.append(el(poly([c(L, 0.09, bw), c(Rt, 0.09, bw), c(Rt, 0, bw), c(L, 0, bw)]), '#4b3024'))
r.append(el(poly([c(Rt, 0.09, bw), c(Rt, 0.09, 2.2), c(Rt, 0, 2.2), c(Rt, 0, bw)]), '#4b3024'))
r.append(el(poly([c(L, 0.09, bw), c(L, 0.09, 2.2), c(L, 0, 2.2), c(L, 0, bw)]), '#3b271f'))
# floor paper in oiled sheets
fl = [c(L, 0, bw), c(Rt, 0, bw), c(Rt, 0, 2.2), c(L, 0, 2.2)]
r.append(el(poly(fl), 'url(#floor)'))
k = 0
for zi in range(5):
    z0, z1 = bw - zi * 0.72, bw - (zi + 1) * 0.72
    for xi in range(5):
        x0 = L + xi * 0.92 - (0.46 if zi % 2 else 0)
        x1 = x0 + 0.92
        x0, x1 = max(x0, L), min(x1, Rt)
        if x1 <= x0:
            continue
        q = [c(x0, 0, z0), c(x1, 0, z0), c(x1, 0, z1), c(x0, 0, z1)]
        r.append(
            el(
                poly(q),
                R.choice(['#c9924f', '#b98545', '#d9a25a', '#cf9a55', '#ad7b40']),
                opacity=n(R.uniform(0.25, 0.6)),
            )
        )
        r.append(st(line([q[0], q[3], q[2]]), '#70471f', 1.6, opacity=0.5))
        r.append(
            st(line([(q[3][0], q[3][1] + 2), (q[2][0], q[2][1] + 2)]), '#f2cf8d', 1.2, opacity=0.35)
        )
r.append(el(poly(fl), '#000', filter='url(#fibre)', opacity=0.55))
r.append(
    el(
        poly([c(L, H, bw), c(Rt, H, bw), c(Rt, 0, bw), c(L, 0, bw)]),
        '#000',
        filter='url(#fibre)',
        opacity=0.2,
    )
)


# curtain rod and curtains
def curtain(x0, x1, side):
    g = []
    w = []
    x = x0
    while x < x1 - 0.03:
        d = R.choice([0.05, 0.06, 0.09, 0.12, 0.15]) * R.uniform(0.9, 1.15)
        w.append((x, min(x + d, x1)))
        x += d
    for a, b in w:
        lean = R.uniform(-0.02, 0.02)
        t0, t1 = c(a, 2.16, bw - 0.05), c(b, 2.16, bw - 0.05)
        b0, b1 = c(a + lean, 0.70 + R.uniform(-0.01, 0.015), bw - 0.12), c(
            b + lean + 0.012, 0.70 + R.uniform(-0.01, 0.015), bw - 0.12
        )
        dd = 'M%s L%s C%s %s %s Q%s %s C%s %s %sz' % (
            xy(t0),
            xy(t1),
            xy((t1[0] + 4, 200)),
            xy((b1[0] - 3, 360)),
            xy(b1),
            xy(((b0[0] + b1[0]) / 2, b0[1] + R.uniform(7, 13))),
            xy(b0),
            xy((b0[0] - 4, 360)),
            xy((t0[0] + 3, 200)),
            xy(t0),
        )
        g.append(el(dd, 'url(#curt)'))
        g.append(el(dd, 'url(#foldg)'))
    return ''.join(g)


r.append(
    el(poly([c(-0.35, 2.1, bw), c(0.15, 2.1, bw), c(0.15, 0.8, bw), c(-0.35, 0.8, bw)]), '#8fb0e0')
)
r.append('<g filter="url(#cut2)">' + curtain(-1.12, -0.118, 0) + curtain(-0.093, 0.62, 1) + '</g>')
r.append(
    el(
        poly([c(-1.15, 2.17, bw), c(0.65, 2.17, bw), c(0.65, 0.68, bw), c(-1.15, 0.68, bw)]),
        '#000',
        filter='url(#weave)',
        opacity=0.35,
    )
)
a = c(-1.2, 2.18, bw)
b = c(0.7, 2.18, bw)
r.append(st(line([a, b]), '#3a241c', 7, stroke_linecap='round'))
r.append(ell(a[0], a[1], 8, 8, '#3a241c'))
r.append(ell(b[0], b[1], 8, 8, '#3a241c'))
# hook rail with three coats
ra, rb = c(-2.12, 1.8, bw), c(-1.28, 1.8, bw)
# cast shadows of coats, away from the lamp
r.append(
    '<g filter="url(#f8)" opacity=".55">'
    + el(
        soft(
            [
                (262, 205),
                (330, 190),
                (400, 205),
                (420, 330),
                (430, 480),
                (340, 505),
                (258, 480),
                (240, 340),
            ]
        ),
        '#1c0f0c',
    )
    + el(soft([(420, 215), (500, 200), (520, 330), (540, 500), (420, 500), (400, 340)]), '#1c0f0c')
    + '</g>'
)
r.append(
    el(
        poly([(ra[0], ra[1] - 8), (rb[0], rb[1] - 8), (rb[0], rb[1] + 8), (ra[0], ra[1] + 8)]),
        '#5b3a28',
    )
)


def coat(x, w, h, col, dk, lt, seed):
    q = random.Random(seed)
    j = lambda v: v + q.uniform(-3, 3)
    y = 182
    o = []
    body = [
        (x - 0.10 * w, y + 4),
        (x - 0.30 * w, y + 16),
        (j(x - 0.46 * w), y + 40),
        (j(x - 0.50 * w), y + 0.3 * h),
        (j(x - 0.47 * w), y + 0.62 * h),
        (j(x - 0.52 * w), y + h),
        (j(x - 0.2 * w), y + h + 9),
        (j(x + 0.14 * w), y + h + 3),
        (j(x + 0.46 * w), y + h + 8),
        (j(x + 0.48 * w), y + 0.6 * h),
        (j(x + 0.52 * w), y + 0.3 * h),
        (x + 0.46 * w, y + 42),
        (x + 0.30 * w, y + 16),
        (x + 0.10 * w, y + 4),
    ]
    o.append(el(soft(body, t=0.42), col))
    # sleeves hang in front
    sl = [
        (x + 0.34 * w, y + 24),
        (x + 0.52 * w, y + 52),
        (x + 0.60 * w, y + 0.34 * h),
        (x + 0.57 * w, y + 0.72 * h),
        (x + 0.42 * w, y + 0.74 * h),
        (x + 0.38 * w, y + 0.4 * h),
        (x + 0.30 * w, y + 60),
    ]
    o.append(el(soft(sl, t=0.45), lt))
    sl2 = [
        (x - 0.34 * w, y + 24),
        (x - 0.54 * w, y + 52),
        (x - 0.60 * w, y + 0.34 * h),
        (x - 0.55 * w, y + 0.70 * h),
        (x - 0.40 * w, y + 0.71 * h),
        (x - 0.36 * w, y + 0.4 * h),
        (x - 0.30 * w, y + 60),
    ]
    o.append(el(soft(sl2, t=0.45), dk))
    o.append(
        el(
            soft(
                [
                    (x - 0.14 * w, y - 4),
                    (x + 0.14 * w, y - 4),
                    (x + 0.24 * w, y + 26),
                    (x + 0.02 * w, y + 48),
                    (x - 0.22 * w, y + 26),
                ],
                t=0.4,
            ),
            dk,
        )
    )
    o.append(
        st(
            'M%s q%d,%d %d,%d' % (xy((x + 0.02 * w, y + 46)), 6, int(0.4 * h), -2, int(h - 44)),
            dk,
            3,
            opacity=0.8,
        )
    )
    for u in (0.30, 0.48, 0.66, 0.84):
        o.append(
            st(
                'M%s q%s,12 %s,-2' % (xy((x - 0.44 * w, y + u * h)), n(0.45 * w), n(0.9 * w)),
                dk,
                2.4,
                opacity=0.55,
            )
        )
    o.append(
        st(
            soft(
                [
                    (x + 0.32 * w, y + 20),
                    (x + 0.53 * w, y + 52),
                    (x + 0.61 * w, y + 0.34 * h),
                    (x + 0.58 * w, y + 0.72 * h),
                ],
                False,
            ),
            '#ffc98a',
            3,
            opacity=0.75,
            filter='url(#b1)',
        )
    )
    return '<g filter="url(#cut2)">' + ''.join(o) + '</g>'


r.append(coat(322, 112, 290, '#4a4652', '#2f2b36', '#6a6068', 1))
r.append(coat(506, 104, 250, '#6b5a48', '#3c3026', '#94775a', 2))
r.append(coat(418, 70, 168, '#7a5348', '#4a3029', '#a3705a', 3))
for hx in (322, 418, 506):
    r.append(st('M%d,168 v12 q0,8 7,6' % hx, '#24160f', 4, stroke_linecap='round'))
# shoes by the door mat (left)
mat = [c(-2.15, 0, 4.75), c(-1.72, 0, 4.75), c(-1.70, 0, 3.95), c(-2.22, 0, 3.95)]
r.append(el(poly(mat), '#6b4b3c', filter='url(#cut2)'))
r.append(el(poly(mat), '#000', filter='url(#weave)', opacity=0.6))


def shoe(x, z, s, col, lt, fl=1):
    p = c(x, 0, z)
    k = s * 1500 / z * 0.26
    d = 'M%s c%s,%s %s,%s %s,%s c%s,%s %s,%s %s,%s c%s,%s %s,%s %s,%sz' % (
        (xy(p),)
        + tuple(
            n(v * k)
            for v in (
                -0.02,
                -0.30,
                0.05,
                -0.42,
                0.22,
                -0.40,
                0.12,
                0.02,
                0.18,
                0.22,
                0.40,
                0.24,
                0.24,
                0.02,
                0.40,
                0.08,
                0.38,
                0.20,
            )
        )
    )
    return (
        '<g transform="translate(%s,0) scale(%d,1) translate(%s,0)">' % (n(p[0]), fl, n(-p[0]))
        + ell(p[0] + k * 0.5, p[1] + 3, k * 0.62, 6, '#160b08', opacity=0.6)
        + el(d, col)
        + st(
            'M%s c%s,%s %s,%s %s,%s'
            % (
                (xy((p[0] + 0.22 * k, p[1] - 0.40 * k)),)
                + tuple(n(v * k) for v in (0.12, 0.02, 0.18, 0.22, 0.40, 0.24))
            ),
            lt,
            2.4,
            opacity=0.8,
        )
        + '</g>'
    )


for x, z, s, co, f in (
    (-2.12, 4.62, 1, '#3b3036', 1),
    (-2.02, 4.5, 1, '#3b3036', 1),
    (-2.1, 4.3, 0.86, '#5a3a30', 1),
    (-1.98, 4.2, 0.86, '#5a3a30', 1),
    (-2.02, 4.04, 0.58, '#7a6a58', 1),
    (-1.93, 3.99, 0.58, '#7a6a58', 1),
):
    r.append(shoe(x, z, s, co, '#ffca8a', f))
# quilt with the shape of a child
sh = [(318, 748), (470, 792), (700, 800), (900, 790), (1000, 768), (960, 760), (600, 745)]
r.append(
    '<g filter="url(#f8)" opacity=".6">'
    + el(soft([(310, 762), (480, 806), (720, 812), (940, 792), (980, 770), (600, 740)]), '#23120c')
    + '</g>'
)
mattress = [
    (330, 742),
    (360, 716),
    (600, 700),
    (900, 706),
    (958, 742),
    (944, 772),
    (700, 792),
    (460, 786),
    (344, 768),
]
r.append(el(soft(mattress, t=0.35), '#8f8172'))
r.append(st(soft([(344, 768), (460, 786), (700, 792), (944, 772)], False), '#4d4038', 4))
pil = [
    (842, 704),
    (868, 668),
    (930, 660),
    (972, 676),
    (980, 712),
    (958, 734),
    (890, 738),
    (850, 730),
]
r.append(el(soft(pil, t=0.5), '#c9b79a'))
r.append(
    st(
        soft([(868, 668), (930, 660), (972, 676), (980, 712)], False),
        '#ffe4b4',
        3,
        opacity=0.8,
        filter='url(#b1)',
    )
)
hair = [(856, 698), (866, 664), (900, 650), (930, 664), (938, 694), (920, 712), (884, 716)]
r.append(el(soft(hair), '#2b1c19'))
r.append(
    st(
        soft([(892, 651), (922, 658), (937, 684)], False),
        '#e0a468',
        3,
        opacity=0.8,
        filter='url(#b1)',
    )
)
q1 = [
    (326, 754),
    (332, 722),
    (372, 704),
    (420, 690),
    (470, 640),
    (520, 628),
    (572, 650),
    (630, 640),
    (690, 612),
    (750, 606),
    (806, 626),
    (850, 668),
    (884, 700),
    (902, 722),
    (896, 764),
    (820, 786),
    (700, 796),
    (560, 794),
    (420, 784),
]
r.append(
    '<g filter="url(#cut2)">'
    + el(soft(q1, t=0.5), '#6f7796')
    + el(
        soft(
            [
                (470, 640),
                (520, 628),
                (572, 650),
                (560, 700),
                (510, 760),
                (470, 786),
                (420, 784),
                (430, 720),
            ],
            t=0.5,
        ),
        '#565d7c',
        opacity=0.8,
    )
    + el(
        soft(
            [
                (690, 612),
                (750, 606),
                (806, 626),
                (850, 668),
                (884, 700),
                (830, 700),
                (770, 672),
                (720, 670),
                (660, 700),
                (630, 740),
                (620, 690),
            ],
            t=0.5,
        ),
        '#8d90a6',
    )
    + el(
        soft(
            [(850, 668), (884, 700), (902, 722), (896, 764), (850, 780), (846, 730), (826, 690)],
            t=0.5,
        ),
        '#d9c9a8',
    )
    + '</g>'
)
# stitched squares follow the form
for i in range(9):
    x = 370 + i * 54
    top = [754, 700, 668, 634, 640, 652, 628, 612, 616][i] + 6
    r.append(
        st(
            'M%d,%d C%d,%d %d,%d %d,%d'
            % (x + 20, top, x - 4, top + 50, x + 14, top + 90, x - 10, 786 if i > 1 else 780),
            '#3c4260',
            2.2,
            opacity=0.6,
        )
    )
r.append(
    st(
        soft([(750, 606), (806, 626), (850, 668), (884, 700), (902, 722)], False),
        '#ffe0ac',
        5,
        opacity=0.9,
        filter='url(#b2)',
    )
)
for d in (
    'M338,736C420,712 470,676 520,664C580,676 640,680 700,650C760,640 800,660 846,700',
    'M330,756C430,742 480,722 530,712C600,724 660,716 720,694C770,690 810,706 852,734',
    'M380,780C480,772 560,764 640,760C720,752 790,748 850,764',
):
    r.append(st(d, '#3c4260', 2.2, opacity=0.55))
r.append(el(soft(q1, t=0.5), '#000', filter='url(#weave)', opacity=0.5))
r.append(
    st(
        soft([(630, 640), (690, 612), (750, 606), (806, 626), (850, 668)], False),
        '#ffd9a0',
        4,
        opacity=0.85,
        filter='url(#b2)',
    )
)
r.append(
    st(
        soft([(500, 630), (530, 629), (572, 650)], False),
        '#e9b67a',
        3,
        opacity=0.6,
        filter='url(#b2)',
    )
)


# chair with the scarf
def leg(x, z, y0, y1, w=0.035, col='#5a3a26'):
    return el(
        poly([c(x - w / 2, y1, z), c(x + w / 2, y1, z), c(x + w / 2, y0, z), c(x - w / 2, y0, z)]),
        col,
    )


r.append(
    '<g filter="url(#f16)" opacity=".38">'
    + el(
        poly(
            [c(1.55, 0, 4.75), c(2.2, 0, 4.9), c(2.2, 0.95, 4.9), c(2.2, 0.5, 4.4), c(1.62, 0, 4.3)]
        ),
        '#1c0d09',
    )
    + '</g>'
)
r.append(leg(1.95, 4.75, 0, 0.92, 0.04) + leg(1.56, 4.75, 0, 0.92, 0.04, '#7a5033'))
for y in (0.88, 0.74, 0.60):
    r.append(
        el(
            poly(
                [
                    c(1.55, y + 0.035, 4.75),
                    c(1.97, y + 0.035, 4.75),
                    c(1.97, y - 0.02, 4.75),
                    c(1.55, y - 0.02, 4.75),
                ]
            ),
            '#8a5c3a',
        )
    )
r.append(leg(1.50, 4.32, 0, 0.45, 0.04, '#a06c42') + leg(1.96, 4.32, 0, 0.45, 0.04, '#6a4630'))
r.append(
    el(
        poly([c(1.48, 0.46, 4.28), c(1.99, 0.46, 4.28), c(1.97, 0.46, 4.78), c(1.54, 0.46, 4.78)]),
        '#a87146',
    )
    + el(
        poly([c(1.48, 0.46, 4.28), c(1.99, 0.46, 4.28), c(1.99, 0.41, 4.28), c(1.48, 0.41, 4.28)]),
        '#6b4530',
    )
)
r.append(
    el(
        poly([c(1.51, 0.20, 4.32), c(1.95, 0.20, 4.32), c(1.95, 0.17, 4.32), c(1.51, 0.17, 4.32)]),
        '#5a3a26',
    )
)
# one tail falls behind the rails, one in front: cloth has weight
bt = [
    (1398, 440),
    (1438, 440),
    (1440, 500),
    (1434, 560),
    (1438, 606),
    (1404, 610),
    (1400, 556),
    (1404, 500),
]
rail = ''.join(
    el(
        poly(
            [
                c(1.55, y + 0.035, 4.75),
                c(1.97, y + 0.035, 4.75),
                c(1.97, y - 0.02, 4.75),
                c(1.55, y - 0.02, 4.75),
            ]
        ),
        '#8a5c3a',
    )
    for y in (0.74, 0.60)
)
r.append(
    '<g filter="url(#cut2)">'
    + el(soft(bt, t=0.5), '#5c2a28')
    + el(
        soft([(1400, 470), (1416, 470), (1414, 540), (1418, 606), (1404, 608), (1402, 540)], t=0.5),
        '#7a3a34',
        opacity=0.8,
    )
    + ''.join(
        '<path d="M%d,606 q%d,10 %d,%d" fill="none" stroke="#5c2a28" stroke-width="2.4"/>'
        % (x, R.choice([-2, 2]), R.choice([-2, 0, 2]), R.randint(14, 20))
        for x in (1407, 1414, 1421, 1428, 1435)
    )
    + '</g>'
    + rail
)
s = [
    (1400, 446),
    (1408, 430),
    (1440, 422),
    (1484, 420),
    (1512, 426),
    (1524, 444),
    (1526, 480),
    (1516, 530),
    (1520, 590),
    (1530, 640),
    (1532, 676),
    (1500, 684),
    (1462, 678),
    (1460, 620),
    (1452, 560),
    (1450, 510),
    (1440, 474),
    (1420, 466),
    (1402, 462),
]
r.append(
    '<g filter="url(#f4)" opacity=".55">'
    + el(soft([(p[0] + 15, p[1] + 9) for p in s], t=0.5), '#241008')
    + '</g>'
)
r.append(
    '<g filter="url(#cut2)">'
    + el(soft(s, t=0.5), 'url(#scarf)')
    + el(
        soft(
            [
                (1496, 436),
                (1514, 428),
                (1524, 446),
                (1525, 480),
                (1514, 530),
                (1518, 590),
                (1528, 640),
                (1530, 674),
                (1506, 680),
                (1504, 610),
                (1496, 540),
                (1502, 480),
            ],
            t=0.5,
        ),
        '#5c2724',
        opacity=0.85,
    )
    + el(
        soft(
            [
                (1404, 450),
                (1440, 462),
                (1470, 456),
                (1492, 440),
                (1498, 470),
                (1480, 500),
                (1470, 540),
                (1456, 510),
                (1442, 474),
                (1420, 466),
            ],
            t=0.5,
        ),
        '#5c2724',
        opacity=0.65,
    )
    + el(
        soft([(1402, 444), (1412, 431), (1446, 424), (1480, 424), (1474, 436), (1440, 444)], t=0.5),
        '#c25f49',
        opacity=0.85,
    )
    + el(
        soft([(1453, 530), (1466, 540), (1472, 600), (1476, 678), (1463, 676), (1461, 620)], t=0.5),
        '#c25f49',
        opacity=0.8,
    )
    + ''.join(
        '<path d="M%d,%d q%d,12 %d,%d" fill="none" stroke="#8d3a33" stroke-width="2.6"/>'
        % (x, y, R.choice([-3, 3]), R.choice([-2, 0, 2]), R.randint(18, 27))
        for x, y in [
            (1465, 676),
            (1474, 679),
            (1483, 681),
            (1492, 682),
            (1501, 683),
            (1510, 682),
            (1519, 680),
            (1528, 677),
        ]
    )
    + '</g>'
)
for d in (
    'M1488,446C1478,500 1486,590 1490,678',
    'M1506,436C1510,470 1498,530 1508,600C1512,640 1514,660 1514,680',
    'M1402,456C1430,460 1462,452 1490,432',
):
    r.append(st(d, '#4b1f1e', 2.6, opacity=0.6))
r.append(el(soft(s, t=0.5), '#000', filter='url(#weave)', opacity=0.55))
r.append(
    st(
        soft([(1440, 422), (1408, 430), (1400, 446), (1402, 462)], False),
        '#ffcf9a',
        3,
        opacity=0.85,
        filter='url(#b1)',
    )
)
r.append(
    st(
        soft([(1442, 476), (1451, 510), (1453, 560), (1461, 620), (1463, 676)], False),
        '#ffcf9a',
        2.8,
        opacity=0.8,
        filter='url(#b1)',
    )
)
# ---- low table
z0, z1, x0, x1, h = 3.72, 4.4, 0.30, 1.28, 0.30
r.append(
    '<g filter="url(#f16)" opacity=".5">'
    + el(
        poly(
            [
                c(x0 - 0.05, 0, z1),
                c(x1 + 0.1, 0, z1),
                c(x1 + 0.16, 0, z0 - 0.12),
                c(x0 - 0.1, 0, z0 - 0.12),
            ]
        ),
        '#1c0d08',
    )
    + '</g>'
)
for x, z, co in (
    (x0 + 0.1, z1 - 0.1, '#3a2218'),
    (x1 - 0.1, z1 - 0.1, '#3a2218'),
    (x0 + 0.1, z0 + 0.08, '#5b3624'),
    (x1 - 0.1, z0 + 0.08, '#4a2c1e'),
):
    a, b = c(x - 0.03, h - 0.03, z), c(x + 0.03, h - 0.03, z)
    e, f = c(x + 0.012, 0, z), c(x - 0.016, 0, z)
    r.append(
        '<g filter="url(#cut2)">'
        + el(
            'M%s L%s Q%s %s L%s Q%s %sz'
            % (
                xy(a),
                xy(b),
                xy((b[0] + 7, (b[1] + e[1]) / 2)),
                xy(e),
                xy(f),
                xy((a[0] + 4, (a[1] + f[1]) / 2)),
                xy(a),
            ),
            co,
        )
        + '</g>'
    )
top = [c(x0, h, z1), c(x1, h, z1), c(x1 + 0.01, h, z0), c(x0 - 0.01, h, z0)]
r.append(el(poly(top), '#9a5f36', stroke='#9a5f36', stroke_width=10, stroke_linejoin='round'))
r.append(el(poly(top), '#000', filter='url(#wood)', opacity=0.7))
ed = [top[3], top[2], (top[2][0], top[2][1] + 17), (top[3][0], top[3][1] + 17)]
r.append(el(poly(ed), '#54301d', stroke='#54301d', stroke_width=5, stroke_linejoin='round'))
r.append(
    st(
        line([(top[3][0] - 3, top[3][1] + 1), (top[2][0] + 3, top[2][1] + 1)]),
        '#ffd79a',
        2.6,
        opacity=0.8,
    )
)
room = ''.join(r)
# ---- the light: overlapping pools, multiplied
lx, ly = 1262, 566
lm = [
    '<rect width="1920" height="1080" fill="#332c3a"/>',
    '<g style="mix-blend-mode:screen">'
    + ell(lx, ly, 1180, 800, 'url(#lamp)', opacity=0.92)
    + '</g>',
    '<g style="mix-blend-mode:screen">'
    + ell(lx + 10, ly + 150, 620, 210, 'url(#lamp)', opacity=0.9)
    + '</g>',
    '<g style="mix-blend-mode:screen">'
    + ell(lx, ly - 40, 330, 330, 'url(#lamp)', opacity=0.6)
    + '</g>',
    '<g style="mix-blend-mode:screen">'
    + ell(900, 980, 900, 230, 'url(#lamp)', opacity=0.4)
    + '</g>',
    '<g style="mix-blend-mode:screen">'
    + ell(868, 300, 320, 440, 'url(#blue)', opacity=0.5)
    + '</g><g style="mix-blend-mode:screen">'
    + ell(360, 420, 380, 420, 'url(#blue)', opacity=0.34)
    + '</g>',
    # shade of the lamp's own hood on the upper wall, and table's shade on floor
    el(
        'M%d,%d L%d,0 H1920 V0 L1920,330z M%d,%d L560,0 H0 V330z' % (lx, ly, 1640, lx, ly),
        '#1a1014',
        opacity=0,
    ),
    '<g filter="url(#f16)" opacity=".4">'
    + el('M1040,770L1400,770L1440,905L1000,905z', '#2a1813')
    + '</g>',
]
light = '<g style="mix-blend-mode:multiply">' + ''.join(lm) + '</g>'
B.append('<g id="L0-room" style="isolation:isolate">' + room + light + '</g>')
# ---- things that carry light of their own, on the table
o = []
# blue line
o.append(
    '<g>'
    + st('M869,78C867,180 873,330 870,470', '#7fa4dc', 16, opacity=0.35, filter='url(#f8)')
    + el(
        'M867.5,76L870.5,76C871,200 875,340 872.5,474L868,474C870,330 866,200 867.5,76z', '#bcd4f6'
    )
    + st('M858,90C858,220 862,350 860,466', '#7d9bd0', 3, opacity=0.35, filter='url(#b2)')
    + st('M882,90C881,220 888,350 885,466', '#7d9bd0', 3, opacity=0.3, filter='url(#b2)')
    + '</g>'
)
# it lies over the quilt and the floor
bm = 'M838,640C834,672 826,700 812,724C806,750 800,770 796,790L760,860L650,1080L622,1080L748,858L786,790C790,768 796,748 800,724C816,698 824,672 830,640z'
o.append(el(bm, '#6f93cf', opacity=0.28, filter='url(#f4)'))
o.append(
    el(
        'M836,646C832,672 824,700 810,724C804,750 798,770 794,788L712,964L700,964L788,788C792,768 797,748 803,724C817,699 826,672 831,646z',
        'url(#beam)',
        filter='url(#b1)',
    )
)
# exercise book, open
bk = [c(0.46, h, 4.06), c(0.90, h, 4.02), c(0.95, h, 3.80), c(0.46, h, 3.84)]
mid0 = ((bk[0][0] + bk[1][0]) / 2, (bk[0][1] + bk[1][1]) / 2 - 2)
mid1 = ((bk[3][0] + bk[2][0]) / 2, (bk[3][1] + bk[2][1]) / 2 - 1)
o.append(el(poly([(p[0] + 4, p[1] + 7) for p in bk]), '#3a1f12', opacity=0.6, filter='url(#b2)'))
o.append(
    el(
        'M%s Q%s %s Q%s %s L%s Q%s %s Q%s %sz'
        % (
            xy(bk[0]),
            xy(((bk[0][0] + mid0[0]) / 2, mid0[1] - 11)),
            xy(mid0),
            xy(((bk[1][0] + mid0[0]) / 2 + 6, mid0[1] - 10)),
            xy(bk[1]),
            xy(bk[2]),
            xy(((bk[2][0] + mid1[0]) / 2 + 6, mid1[1] - 11)),
            xy(mid1),
            xy(((bk[3][0] + mid1[0]) / 2, mid1[1] - 11)),
            xy(bk[3]),
        ),
        '#f2d9a8',
    )
)
o.append(
    el(
        'M%s L%s L%s Q%s %s L%s Q%s %sz'
        % (
            xy(mid0),
            xy(mid0),
            xy(mid1),
            xy(((bk[3][0] + mid1[0]) / 2, mid1[1] - 11)),
            xy(bk[3]),
            xy(bk[0]),
            xy(((bk[0][0] + mid0[0]) / 2, mid0[1] - 11)),
            xy(mid0),
        ),
        '#c99d68',
        opacity=0.6,
    )
)
for i in range(1, 8):
    t = i / 8
    l0 = [bk[0][k] + (bk[3][k] - bk[0][k]) * t for k in (0, 1)]
    lm_ = [mid0[k] + (mid1[k] - mid0[k]) * t for k in (0, 1)]
    l1 = [bk[1][k] + (bk[2][k] - bk[1][k]) * t for k in (0, 1)]
    o.append(
        st(
            'M%s Q%s %s'
            % (
                xy((lm_[0] + 8, lm_[1] - 1)),
                xy(((l1[0] + lm_[0]) / 2, lm_[1] - 9)),
                xy((l1[0] - 8, l1[1] - 1)),
            ),
            '#6d5a72',
            1.1,
            opacity=0.55,
        )
    )
    o.append(
        st(
            'M%s Q%s %s'
            % (
                xy((l0[0] + 10, l0[1] - 1)),
                xy(((l0[0] + lm_[0]) / 2, lm_[1] - 9)),
                xy((lm_[0] - 8, lm_[1] - 2)),
            ),
            '#5a4450',
            1.1,
            opacity=0.5,
        )
    )
    if i < 6:
        x = l0[0] + 14
        y = l0[1] - 5
        o.append(
            st(
                'M%s' % xy((x, y))
                + ''.join(
                    ' q%d,%d %d,%d'
                    % (R.randint(2, 4), R.randint(-5, 3), R.randint(5, 9), R.randint(-1, 0))
                    for _ in range(R.randint(5, 9))
                ),
                '#4c3a44',
                1.2,
                opacity=0.5,
            )
        )
o.append(
    st(
        'M%s L%s' % (xy((mid1[0] + 16, mid1[1] - 32)), xy((mid1[0] + 78, mid1[1] - 16))),
        '#e0a14c',
        4,
        stroke_linecap='round',
    )
    + st('M%s l8,2' % xy((mid1[0] + 76, mid1[1] - 16.5)), '#3a241c', 3)
)


# cups: three
def cup(x, z, s=1, col='#d9c3a0'):
    p = c(x, h, z)
    k = 1500 / z * 0.075 * s
    w = k * 0.62
    g = (
        ell(p[0] - k * 0.9, p[1] + 4, k * 1.2, k * 0.22, '#2e170d', opacity=0.75, filter='url(#b2)')
        if x < 0.98
        else ell(
            p[0] + k * 0.8, p[1] + 4, k * 1.1, k * 0.22, '#2e170d', opacity=0.75, filter='url(#b2)'
        )
    )
    s_ = 1 if x < 0.98 else -1
    g += el(
        'M%s C%s %s %s L%s C%s %s %sz'
        % (
            xy((p[0] - w * 0.62, p[1] - 2)),
            xy((p[0] - w * 0.3, p[1] + 5)),
            xy((p[0] + w * 0.3, p[1] + 5)),
            xy((p[0] + w * 0.62, p[1] - 2)),
            xy((p[0] + w, p[1] - k)),
            xy((p[0] + w * 0.6, p[1] - k * 0.8)),
            xy((p[0] - w * 0.6, p[1] - k * 0.8)),
            xy((p[0] - w, p[1] - k)),
        ),
        '#6f5440',
    )
    lit = [
        (p[0] + s_ * w, p[1] - k),
        (p[0] + s_ * w * 0.62, p[1] - 2),
        (p[0] + s_ * w * 0.05, p[1] + 3),
        (p[0] + s_ * w * 0.2, p[1] - k * 0.84),
    ]
    g += el(poly(lit), col)
    g += (
        ell(p[0], p[1] - k, w, w * 0.3, col)
        + ell(p[0], p[1] - k + 1, w * 0.82, w * 0.21, '#5b2f1a')
        + st(
            'M%s a%s,%s 0 0,%d %s,%s'
            % (xy((p[0] - w, p[1] - k)), n(w), n(w * 0.3), 0, n(2 * w), 0),
            '#fff0cf',
            1.6,
            opacity=0.8,
        )
    )
    return g


o.append(cup(0.58, 4.26) + cup(1.18, 4.22) + cup(1.10, 3.86, 1.06))
for x, y in ((1096, 636), (1300, 664)):
    o.append(
        '<path d="M%d,%d c-14,-22 14,-34 2,-62 c-8,-18 8,-28 4,-44" fill="none" stroke="#ffe6c0" stroke-width="7" opacity=".16" filter="url(#b4)"/>'
        % (x, y - 2)
    )
# lamp
bx, by = c(0.96, h, 4.14)
o.append(
    ell(bx, by, 40, 11, '#2e1a12')
    + ell(bx, by - 5, 38, 10, '#6b4026')
    + st('M%s a36,9 0 0,0 70,0' % xy((bx - 35, by - 5)), '#ffd79a', 2, opacity=0.8)
)
o.append(
    el('M%s c2,-30 -3,-60 0,-92 l9,0 c3,30 -2,62 1,92z' % xy((bx - 5, by - 6)), '#4a2b1b')
    + st('M%s c2,-30 -3,-60 0,-88' % xy((bx + 5, by - 8)), '#ffdb9e', 2, opacity=0.8)
)
o.append(ell(bx, by - 96, 250, 210, 'url(#glow)', opacity=0.75))
o.append(
    '<g filter="url(#cut2)">'
    + el(
        'M%s C%s %s %s L%s C%s %s %sz'
        % (
            xy((bx - 34, by - 168)),
            xy((bx - 16, by - 176)),
            xy((bx + 16, by - 176)),
            xy((bx + 34, by - 168)),
            xy((bx + 76, by - 84)),
            xy((bx + 40, by - 70)),
            xy((bx - 40, by - 70)),
            xy((bx - 76, by - 84)),
        ),
        'url(#shade)',
    )
    + '</g>'
)
for t in (-0.7, -0.42, -0.14, 0.16, 0.44, 0.72):
    o.append(
        st(
            'M%s Q%s %s'
            % (
                xy((bx + 34 * t, by - 171)),
                xy((bx + 50 * t, by - 130)),
                xy((bx + 74 * t, by - 78)),
            ),
            '#d98c44',
            1.8,
            opacity=0.45,
        )
    )
o.append(
    ell(bx, by - 82, 74, 10, '#fff7df', opacity=0.75)
    + ell(bx, by - 170, 34, 5, '#c98748', opacity=0.7)
)
o.append(ell(bx, by - 90, 150, 100, 'url(#glow)', opacity=0.55))
o.append(ell(bx - 70, by + 24, 150, 22, '#ffe0a6', opacity=0.22, filter='url(#b8)'))
# sheen on oiled paper below the table: the lamp again, stretched
o.append(
    '<g opacity=".16" filter="url(#f8)">'
    + ell(1190, 905, 150, 12, '#ffcf86')
    + ell(1150, 950, 110, 7, '#ffcf86')
    + ell(1215, 985, 80, 6, '#ffcf86')
    + '</g>'
)
B.append('<g id="L1-lamp">' + ''.join(o) + '</g>')
# ---- frame: the dark sliding doors we look through
f = [
    '<rect x="0" y="640" width="1920" height="440" fill="url(#vig)"/>',
    '<g filter="url(#cut)">'
    + el('M-40,-40H1960V44C1500,30 700,34 118,52L112,1120H-40z', 'url(#jamb)')
    + el('M1700,-40H1960V1120H1712C1720,700 1694,320 1700,40z', 'url(#jambr)')
    + '</g>',
    st('M1702,52C1696,320 1722,700 1714,1080', '#d08a4a', 3, opacity=0.7, filter='url(#b1)'),
    st('M1740,46C1738,400 1752,800 1748,1080', '#3a2620', 3, opacity=0.9),
    st('M118,56L112,700', '#8a6038', 2.6, opacity=0.5, filter='url(#b1)'),
    st('M115,690L110,1080', '#8a6038', 2.2, opacity=0.18, filter='url(#b2)'),
    st('M120,54C700,36 1400,32 1698,46', '#7a5233', 2.4, opacity=0.5, filter='url(#b1)'),
    el('M1726,560c10,-4 22,-2 24,8v54c-2,10 -14,12 -24,8z', '#080505')
    + st('M1727,562v66', '#b0743e', 2, opacity=0.6),
]
B.append('<g id="L2-doors">' + ''.join(f) + '</g>')
pull('shelter', D, B, '#0b0807', 'doors')
