"""A van at the roadside before sunrise, its side door open and the lamp inside lit, more bags than
seats; from behind, people wait beside it, a woman in a red scarf, a child and a tall boy among
them; ahead the road divides in the mist, and nobody is on either branch."""
import random

from stage import *

c = Cam(1080, 372, 1400, 2.5)
D = [
    lg(
        'sky',
        [(0, '#10242a'), (0.35, '#22474b'), (0.62, '#4f7a78'), (0.82, '#93a893'), (1, '#d9d3a9')],
        0,
        0,
        0,
        384,
        True,
    ),
    lg(
        'ground',
        [(0, '#7d9788'), (0.12, '#4d6b63'), (0.4, '#2c4644'), (1, '#14262b')],
        0,
        372,
        0,
        1080,
        True,
    ),
    lg(
        'road',
        [(0, '#b9c2ab'), (0.2, '#7f948c'), (0.55, '#4f6664'), (1, '#24393c')],
        0,
        380,
        0,
        860,
        True,
    ),
    lg('verge', [(0, '#47635a'), (0.25, '#2c4743'), (1, '#1c3031')], 0, 500, 0, 860, True),
    rg(
        'veil',
        [
            (0, ('#d2d5b6', 1)),
            (0.35, ('#d0d4b6', 0.75)),
            (0.7, ('#ccd1b4', 0.25)),
            (1, ('#c6ccb0', 0)),
        ],
    ),
    lg(
        'mist',
        [
            (0, ('#cfd3b4', 0)),
            (0.4, ('#cfd3b4', 0.85)),
            (0.56, ('#cdd2b4', 0.9)),
            (1, ('#b9c4ae', 0)),
        ],
    ),
    lg('side', [(0, '#7c9490'), (0.5, '#8fa49d'), (1, '#4d6665')]),
    lg('rear', [(0, '#5f7a78'), (1, '#34504f')]),
    lg('inside', [(0, '#ffe6b0'), (0.4, '#f2bd74'), (1, '#8a5a38')]),
    rg(
        'glow',
        [
            (0, ('#ffe9bd', 0.85)),
            (0.25, ('#ffcf86', 0.45)),
            (0.6, ('#f0a050', 0.14)),
            (1, ('#ff9d48', 0)),
        ],
    ),
    lg('vig', [(0, ('#0c191d', 0)), (0.5, ('#0c191d', 0.55)), (1, ('#0a1518', 0.97))]),
]
INK = '#0a1518'
LIT, DARK = '#ffd79a', '#0f2127'


def T(col, a=0.62, b=0.55):
    return tones(col, LIT, DARK, a, b)


HOR = c.cy
# ---------------------------------------------------------------- sky, rocks, mist
s = ['<rect width="1920" height="1080" fill="url(#sky)"/>']
q = random.Random(5)
for x, y, w, h, o, cl in (
    (420, 110, 620, 12, 0.35, '#3f6a6b'),
    (1420, 82, 760, 13, 0.35, '#3a6365'),
    (960, 190, 700, 12, 0.4, '#7c9a8c'),
    (1500, 238, 520, 9, 0.5, '#b4bd9d'),
    (700, 262, 480, 9, 0.5, '#b9c0a0'),
    (1150, 300, 560, 8, 0.6, '#dfd9b0'),
    (380, 312, 360, 7, 0.4, '#b4bd9d'),
):
    s.append(el(lens(x, y, w, h, q), cl, opacity=o, filter='url(#b1)'))
for x, y in ((240, 60), (530, 40), (760, 92), (1280, 36), (1610, 130), (1760, 58), (1000, 70)):
    s.append(ell(x, y, 1.6, 1.6, '#dfe4cf', opacity=0.7))


def tower(x, y, w, h, col, lit, q):
    """a karst rock: steep, round-shouldered, its eastern face caught by the dawn"""
    P = []
    m = 9
    for i in range(m + 1):
        t = 0.95 * i / m
        P.append((x - w / 2 * (1 - t) ** 0.42 * q.uniform(0.9, 1.08), y - h * t))
    for i in range(m, -1, -1):
        t = 0.95 * i / m
        P.append((x + w / 2 * (1 - t) ** 0.5 * q.uniform(0.88, 1.1), y - h * t * 0.97))
    d = soft(P, t=0.42)
    sg = 1 if x < 1080 else -1
    o = shaded(
        d,
        (lit, col, mix(col, '#1c3a3f', 0.32)),
        (-sg * w * 0.07, h * 0.035),
        (-sg * w * 0.4, h * 0.08),
    )
    i = next(_n)
    o += '<clipPath id="kt%d"><path d="%s"/></clipPath><g clip-path="url(#kt%d)">' % (i, d, i)
    for k in range(6):
        a = x + w * q.uniform(-0.34, 0.34)
        yy = y - h * q.uniform(0.55, 0.9)
        o += st(
            'M%s q%s,%s %s,%s'
            % (
                xy((a, yy)),
                n(q.uniform(-6, 6)),
                n(h * 0.12),
                n(q.uniform(-5, 5)),
                n(h * q.uniform(0.16, 0.34)),
            ),
            mix(col, '#16323a', 0.5),
            n(q.uniform(1.4, 3.4)),
            opacity=0.5,
            stroke_linecap='round',
        )
    return o + '</g>'


_n = itertools.count()
q = random.Random(14)
far, mid = '', ''
for x, w, h in (
    (80, 210, 170),
    (250, 150, 120),
    (420, 170, 210),
    (560, 120, 140),
    (1000, 130, 96),
    (1210, 150, 190),
    (1330, 120, 130),
    (1560, 190, 220),
    (1700, 150, 150),
    (1860, 220, 190),
):
    far += tower(x, HOR + 12, w, h, '#5d8480', '#a9b79a', q)
s.append('<g filter="url(#cut2)">' + far + '</g>')
s.append(ell(1080, HOR - 4, 900, 60, '#d6d7b4', opacity=0.6, filter='url(#f30)'))
for x, w, h in (
    (-30, 330, 320),
    (205, 240, 236),
    (1055, 190, 168),
    (1480, 230, 300),
    (1690, 300, 236),
    (1930, 330, 350),
):
    mid += tower(x, HOR + 26, w, h, '#34595a', '#6d9083', q)
s.append('<g filter="url(#cut2)">' + mid + '</g>')
for x, w in ((100, 420), (420, 380), (1000, 420), (1480, 420), (1860, 360)):
    s.append(ell(x, HOR + 12, w * 1.2, 56, 'url(#veil)', opacity=0.75))
s.append('<rect x="-10" y="%s" width="1940" height="700" fill="url(#ground)"/>' % n(HOR + 6))
# fields on both sides: low terraces, some under water and pale with the sky
q = random.Random(3)
for i in range(70):
    z = 13 * (1.06**i) % 190 + 12
    x = q.uniform(-1.5, 1.5) * z
    w = q.uniform(2.5, 9)
    dpt = q.uniform(0.06, 0.2) * z
    P = [
        c(x, -0.3, z),
        c(x + w * 0.5, -0.3, z - dpt * 0.4),
        c(x + w, -0.3, z + dpt * 0.2),
        c(x + w * 0.9, -0.3, z + dpt),
        c(x + w * 0.3, -0.3, z + dpt * 1.2),
    ]
    s.append(
        el(
            soft(P, t=0.4),
            q.choice(['#a9b89c', '#33524f', '#3d5d57', '#c3c9a6', '#2a4644']),
            opacity=n(q.uniform(0.18, 0.5)),
        )
    )
s.append(
    '<rect x="-10" y="%s" width="1940" height="700" fill="#000" filter="url(#fibre)" opacity=".14"/>'
    % n(HOR + 6)
)


# ---------------------------------------------------------------- the road and its two branches
def strip(axis, half, col, **a):
    left, right = [], []
    for i, (x, z) in enumerate(axis):
        x0, z0 = axis[max(0, i - 1)]
        x1, z1 = axis[min(len(axis) - 1, i + 1)]
        m = math.hypot(x1 - x0, z1 - z0) or 1
        nx, nz = (z1 - z0) / m, -(x1 - x0) / m
        left.append(c(x - nx * half, 0, z - nz * half))
        right.append(c(x + nx * half, 0, z + nz * half))
    return el(poly(left + right[::-1]), col, **a)


trunk = smoothed([(-4.9, 4), (-3.9, 8), (-2.2, 14), (-0.3, 20), (0.4, 23)], 10)
lbr = smoothed(
    [(-1.0, 18), (0.2, 23), (-0.6, 31), (-5.5, 44), (-13, 62), (-17, 90), (-10, 130), (-22, 190)],
    10,
)
rbr = smoothed(
    [(-1.0, 18), (0.9, 23), (4.4, 30), (10, 40), (19, 54), (27, 78), (25, 110), (34, 170)], 10
)
for w, col, o in ((3.2, '#2d4745', 0.8), (2.75, 'url(#road)', 1)):
    for A in (lbr, rbr, trunk):
        s.append(strip(A, w * (0.86 if A is not trunk else 1), col, opacity=o))
for A in (trunk, lbr, rbr):
    for off, col, o in ((-1.1, '#3a5352', 0.2), (0.9, '#3a5352', 0.2)):
        B_ = [(x + off, z) for x, z in A]
        s.append(strip(B_, 0.24, col, opacity=o))
# kilometre stones at the fork, unlettered, and the wedge of grass between
for x, z in ((2.0, 38), (-5.9, 37), (10.2, 35.5)):
    p = c(x, 0, z)
    k = c.f / z
    s.append(
        el(
            soft(
                [
                    (p[0] - 0.16 * k, p[1]),
                    (p[0] - 0.16 * k, p[1] - 0.5 * k),
                    (p[0], p[1] - 0.62 * k),
                    (p[0] + 0.16 * k, p[1] - 0.5 * k),
                    (p[0] + 0.16 * k, p[1]),
                ],
                t=0.3,
            ),
            '#dcdcc0',
        )
    )
# mist over the fork
q = random.Random(9)
for x, y, w, h, o in (
    (1080, 384, 760, 16, 0.8),
    (800, 402, 420, 12, 0.5),
    (1520, 396, 520, 15, 0.6),
    (1040, 424, 360, 10, 0.4),
    (330, 394, 420, 16, 0.6),
    (1400, 428, 380, 10, 0.35),
):
    s.append(ell(x, y, w * 1.3, h * 2.4, 'url(#veil)', opacity=o))
# drawn as a ramp: a blur would fade out at the border of the canvas
s.append('<rect x="-10" y="%s" width="1940" height="70" fill="url(#mist)"/>' % n(HOR - 26))
base = ['<g>' + ''.join(s) + '</g>']
# a layer of mist that drifts alone
mist = []
for x, y, w, h, o in (
    (520, 376, 520, 13, 0.5),
    (1330, 384, 560, 14, 0.55),
    (930, 410, 420, 9, 0.4),
    (1700, 416, 360, 11, 0.4),
):
    mist.append(ell(x, y, w * 1.25, h * 2.2, 'url(#veil)', opacity=o))
# ---------------------------------------------------------------- the verge where they stand
g = []
verge = [
    (5.4, 27),
    (2.9, 22),
    (1.3, 17.5),
    (0.0, 13.4),
    (-1.0, 9.6),
    (-1.8, 6.4),
    (-2.4, 4.2),
    (9, 4.2),
    (16, 8),
    (17, 14),
    (14, 20),
    (10, 25),
]
g.append(
    '<g filter="url(#cut)">'
    + el(soft([c(x, 0, z) for x, z in verge], t=0.3), 'url(#verge)')
    + '</g>'
)
q = random.Random(21)
for i in range(110):
    z = q.uniform(5.4, 22)
    x = -2.2 + (z - 4.2) * 0.34 + abs(q.gauss(0, 1)) * 5
    p = c(x, 0, z)
    k = c.f / z
    col = q.choice(['#35524b', '#1a2e2e', '#1a2e2e', '#41604f'])
    for t in (-1, -0.3, 0.4, 1.1):
        h = k * q.uniform(0.06, 0.2)
        g.append(
            st(
                'M%s q%s,%s %s,%s'
                % (
                    xy((p[0] + t * k * 0.02, p[1])),
                    n(h * t * 0.1),
                    n(-h * 0.6),
                    n(h * t * 0.5),
                    n(-h),
                ),
                col,
                n(max(1, k * 0.011)),
                opacity=0.7,
            )
        )
# ---------------------------------------------------------------- the van, standing askew on the verge
v = Turned(c, -4.15, 9.9, -0.36)  # u to the right along its rear, v forward along its length
VW, VL, VH, FL = 1.74, 4.5, 2.0, 0.42


def vf(*P):
    return poly([v(*p) for p in P])


vx = []
# shadow on the ground, and the light that falls out of the door
shad = [v(-0.15, 0, -0.2), v(VW + 0.25, 0, -0.2), v(VW + 0.3, 0, VL), v(0, 0, VL)]
vx.append(el(poly(shad), '#0c191c', opacity=0.75, filter='url(#f8)'))
# wheels behind the sill
for vv in (0.85, 3.55):
    P = [
        v(VW - 0.02, 0.32 + 0.32 * math.sin(a), vv + 0.32 * math.cos(a))
        for a in [i * 0.3307 for i in range(19)]
    ]
    vx.append(el(poly(P), '#0d171a'))
# side wall
S0, S1 = FL - 0.1, VH
side_ = [
    (VW, S0, 0.0),
    (VW, 1.15, -0.03),
    (VW - 0.05, 1.75, 0.12),
    (VW - 0.12, S1, 0.24),
    (VW - 0.12, S1, 3.0),
    (VW - 0.08, S1 - 0.16, 3.42),
    (VW - 0.02, 1.18, 4.0),
    (VW, 1.05, 4.4),
    (VW, S0, VL),
]
vx.append(el(vf(*side_), 'url(#side)'))
# roof seen edge on, rear wall
vx.append(
    el(
        vf((0.12, S1, 0.24), (VW - 0.12, S1, 0.24), (VW - 0.12, S1, 3.0), (0.12, S1, 3.0)),
        '#8fa297',
    )
)
vx.append(el(vf((0.06, 0, 0.05), (0.3, 0, 0.05), (0.3, 0.4, 0.05), (0.06, 0.4, 0.05)), '#0d171a'))
rear = [
    (0, S0, 0),
    (0, 1.15, -0.03),
    (0.05, 1.75, 0.12),
    (0.12, S1, 0.24),
    (VW - 0.12, S1, 0.24),
    (VW - 0.05, 1.75, 0.12),
    (VW, 1.15, -0.03),
    (VW, S0, 0),
]
vx.append(el(vf(*rear), 'url(#rear)'))
vx.append(
    el(
        vf((0.16, 1.12, -0.03), (0.2, 1.72, 0.1), (VW - 0.2, 1.72, 0.1), (VW - 0.16, 1.12, -0.03)),
        '#14282c',
    )
)
# heaped bags against the rear glass, lit from in there
D.append(
    '<clipPath id="back"><path d="%s"/></clipPath>'
    % vf((0.16, 1.12, -0.03), (0.2, 1.72, 0.1), (VW - 0.2, 1.72, 0.1), (VW - 0.16, 1.12, -0.03))
)
vx.append(
    '<g clip-path="url(#back)">'
    + el(
        vf((0.2, 1.14, -0.02), (0.22, 1.7, 0.1), (VW - 0.22, 1.7, 0.1), (VW - 0.2, 1.14, -0.02)),
        '#d39a58',
    )
)
for u, w, h, col in (
    (0.42, 0.3, 0.34, '#6b4a34'),
    (1.34, 0.28, 0.42, '#5c4632'),
    (0.9, 0.34, 0.3, '#4a3328'),
):
    a, k = v(u, 1.1, 0), c.f / v.z
    P = [
        (a[0] - w * k, a[1]),
        (a[0] - w * k, a[1] - h * k * 0.6),
        (a[0] - w * k * 0.5, a[1] - h * k),
        (a[0] + w * k * 0.4, a[1] - h * k * 0.96),
        (a[0] + w * k, a[1] - h * k * 0.55),
        (a[0] + w * k, a[1]),
    ]
    vx.append(el(soft(P, t=0.4), col) + st(soft(P[1:5], False, 0.4), '#ffcf86', 1.6, opacity=0.7))
vx.append('</g>')
vx.append(st(line([v(VW / 2, 1.08, -0.03), v(VW / 2, S0 + 0.14, 0)]), '#233b3d', 2.4))
vx.append(
    el(
        vf((0.5, 0.78, -0.02), (1.24, 0.78, -0.02), (1.24, 0.62, -0.02), (0.5, 0.62, -0.02)),
        '#93a79c',
        opacity=0.6,
    )
)
vx.append(
    el(
        vf(
            (0, S0 + 0.12, -0.06),
            (VW, S0 + 0.12, -0.06),
            (VW, S0 - 0.02, -0.06),
            (0, S0 - 0.02, -0.06),
        ),
        '#1c3134',
    )
    + st(line([v(0, S0 + 0.12, -0.06), v(VW, S0 + 0.12, -0.06)]), '#7f9a92', 2.2, opacity=0.7)
)
for u in (0.04, VW - 0.16):
    vx.append(
        el(
            vf(
                (u, 1.02, -0.035),
                (u + 0.12, 1.02, -0.035),
                (u + 0.12, 0.72, -0.02),
                (u, 0.72, -0.02),
            ),
            '#53403a',
        )
    )
# side glass, the door slid back over the rear flank
vx.append(
    el(
        vf(
            (VW - 0.02, 1.15, 0.3),
            (VW - 0.07, 1.7, 0.36),
            (VW - 0.07, 1.7, 0.9),
            (VW - 0.02, 1.15, 0.9),
        ),
        '#14282c',
    )
)
d0, d1 = 1.22, 2.55
op = [
    (VW - 0.01, FL, d0),
    (VW - 0.01, 1.12, d0),
    (VW - 0.08, 1.8, d0),
    (VW - 0.08, 1.8, d1),
    (VW - 0.01, 1.12, d1),
    (VW - 0.01, FL, d1),
]
D.append('<clipPath id="open"><path d="%s"/></clipPath>' % vf(*op))
vx.append(el(vf(*op), 'url(#inside)'))
ins = [el(vf((0.1, FL, d0), (VW, FL, d0), (VW, FL, d1), (0.1, FL, d1)), '#7a5236')]
ins.append(
    el(vf((0.1, 1.85, d0), (0.1, FL, d0), (0.1, FL, d1 + 1), (0.1, 1.85, d1 + 1)), '#d99f5c')
)
ins.append(
    el(
        vf((0.1, 1.62, d0), (0.1, 1.12, d0), (0.1, 1.12, d1 + 0.6), (0.1, 1.62, d1 + 0.6)),
        '#5f5a48',
        opacity=0.7,
    )
)
# the seat row, and what is on it: bags, bundles, a rolled quilt
ins.append(
    el(
        vf((0.2, 0.8, d1 - 0.2), (1.5, 0.8, d1 - 0.2), (1.5, FL, d1 - 0.2), (0.2, FL, d1 - 0.2)),
        '#6b4a3a',
    )
)
ins.append(
    el(
        vf(
            (0.2, 1.36, d1 - 0.05),
            (1.45, 1.36, d1 - 0.05),
            (1.45, 0.8, d1 - 0.15),
            (0.2, 0.8, d1 - 0.15),
        ),
        '#845c44',
    )
)


def lump(u, y, vv, w, h, col, up=0.0, tie=True):
    a = v(u, y, vv)
    k = c.f / (v.z + vv)
    P = [
        (a[0] - w * k, a[1]),
        (a[0] - w * k * 1.04, a[1] - h * k * 0.5),
        (a[0] - w * k * 0.6, a[1] - h * k * 0.92),
        (a[0], a[1] - h * k),
        (a[0] + w * k * 0.66, a[1] - h * k * 0.9),
        (a[0] + w * k * 1.05, a[1] - h * k * 0.45),
        (a[0] + w * k * 0.98, a[1]),
    ]
    o = shaded(soft(P, t=0.42), tones(col, '#ffe3ae', '#2a1a14', 0.5, 0.5), (2.5, 5), (9, 22))
    if tie:
        o += st(
            'M%s q%s,%s %s,0' % (xy((P[1][0], P[1][1])), n(w * k), n(h * k * 0.12), n(2 * w * k)),
            mix(col, '#2a1a14', 0.6),
            2.4,
            opacity=0.7,
        )
    return o


for u, y, vv, w, h, col in (
    (0.5, FL, 2.3, 0.32, 0.5, '#6d7466'),
    (0.55, FL + 0.44, 2.25, 0.3, 0.42, '#8a6a4e'),
    (1.1, FL, 2.25, 0.3, 0.56, '#4f6066'),
    (1.0, FL + 0.5, 2.25, 0.27, 0.36, '#9a8560'),
    (1.48, FL, 1.95, 0.24, 0.4, '#7a6a6a'),
    (0.75, FL + 0.8, 2.2, 0.24, 0.3, '#5f6f66'),
):
    ins.append(lump(u, y, vv, w, h, col))
vx.append('<g clip-path="url(#open)">' + ''.join(ins) + '</g>')
lampp = v(0.95, 1.76, 1.85)
vx.append(
    '<g clip-path="url(#open)">'
    + ell(lampp[0] + 46, lampp[1] + 10, 30, 8, '#fff3d2')
    + '</g>'
    + ell(lampp[0] + 40, lampp[1] + 24, 130, 110, 'url(#glow)', opacity=0.7)
)
vx.append(
    st(vf(*op), '#1c3134', 5)
    + st(line([v(*op[0]), v(*op[1]), v(*op[2]), v(*op[3])]), '#ffe3ae', 2, opacity=0.6)
)
# the door itself, on its rail behind the opening
dr = [
    (VW + 0.09, FL - 0.02, 0.0),
    (VW + 0.09, 1.12, 0.0),
    (VW + 0.02, 1.8, 0.1),
    (VW + 0.02, 1.8, d0 - 0.02),
    (VW + 0.09, 1.12, d0 - 0.02),
    (VW + 0.09, FL - 0.02, d0 - 0.02),
]
vx.append(
    el(vf(*dr), '#7f9792')
    + el(
        vf(
            (VW + 0.08, 1.16, 0.12),
            (VW + 0.035, 1.7, 0.18),
            (VW + 0.035, 1.7, d0 - 0.12),
            (VW + 0.08, 1.16, d0 - 0.12),
        ),
        '#1a2f33',
    )
    + st(line([v(VW + 0.09, 0.98, 0.02), v(VW + 0.09, 0.98, d0 - 0.04)]), '#4d6665', 2.4)
)
vx.append(
    el(
        vf(
            (VW + 0.09, FL - 0.02, d0 - 0.03),
            (VW + 0.09, 1.12, d0 - 0.03),
            (VW + 0.02, 1.8, d0 - 0.03),
            (VW - 0.06, 1.8, d0),
            (VW - 0.01, 1.12, d0),
            (VW - 0.01, FL, d0),
        ),
        '#f2c684',
    )
)
a, b = v(VW + 0.1, 0.92, d0 - 0.3), v(VW + 0.1, 0.92, d0 - 0.1)
vx.append(st(line([a, b]), '#22393b', 5, stroke_linecap='round'))
# front door with its glass and mirror
vx.append(
    el(
        vf(
            (VW - 0.03, 1.16, 2.72),
            (VW - 0.09, 1.74, 2.72),
            (VW - 0.1, 1.74, 3.2),
            (VW - 0.04, 1.16, 3.78),
        ),
        '#1a2f33',
    )
    + st(line([v(VW, FL, 2.66), v(VW, 1.14, 2.66), v(VW - 0.1, 1.82, 2.66)]), '#3a5554', 2.2)
    + st(line([v(VW, FL, 3.72), v(VW, 1.1, 3.86)]), '#3a5554', 2.2)
)
a = v(VW + 0.12, 1.2, 3.72)
vx.append(el('M%s h15 v22 h-15z' % xy((a[0] - 2, a[1] - 12)), '#22393b'))
vx.append(
    st(
        line([v(VW - 0.12, S1, 0.24), v(VW - 0.12, S1, 3.0), v(VW - 0.06, S1 - 0.2, 3.46)]),
        '#dfe0c0',
        2.6,
        opacity=0.8,
    )
    + st(line([v(0.12, S1, 0.24), v(VW - 0.12, S1, 0.24)]), '#b9c4ae', 2.2, opacity=0.8)
)
# bags tied on the roof
for u, vv, w, h, col in (
    (0.5, 1.0, 0.42, 0.34, '#3f5854'),
    (1.1, 1.3, 0.4, 0.42, '#4d5f52'),
    (0.7, 2.0, 0.46, 0.36, '#384f50'),
    (1.15, 2.4, 0.34, 0.3, '#566258'),
):
    a = v(u, S1, vv)
    k = c.f / (v.z + vv)
    P = [
        (a[0] - w * k, a[1] + 2),
        (a[0] - w * k, a[1] - h * k * 0.6),
        (a[0] - w * k * 0.5, a[1] - h * k),
        (a[0] + w * k * 0.5, a[1] - h * k * 0.95),
        (a[0] + w * k, a[1] - h * k * 0.5),
        (a[0] + w * k, a[1] + 2),
    ]
    vx.append(
        shaded(soft(P, t=0.4), tones(col, '#dfe0c0', DARK, 0.45, 0.5), (-2.5, 4), (-14, 18))
        + st(line([P[1], P[4]]), '#1c3134', 2, opacity=0.7)
        + st(line([P[2], (P[2][0] + 4, P[0][1])]), '#1c3134', 2, opacity=0.7)
    )
a = v(VW + 0.1, 0, 1.2)
pool = [
    v(VW, 0, d0 - 0.1),
    v(VW, 0, d1 + 0.05),
    v(VW + 3.2, 0, d1 + 1.6),
    v(VW + 4.0, 0, d0 + 0.2),
    v(VW + 3.0, 0, d0 - 1.7),
]
D.append(
    lg(
        'fall',
        [(0, ('#ffd79a', 0.8)), (0.5, ('#e6a862', 0.35)), (1, ('#c98a4a', 0))],
        *pool[0],
        *v(VW + 3.4, 0, 1.6),
        True
    )
)
g.append(
    '<g style="mix-blend-mode:screen">' + el(poly(pool), 'url(#fall)', filter='url(#f16)') + '</g>'
)
m = v(VW + 0.3, 0.9, 1.9)
glow = ell(m[0] + 30, m[1], 360, 260, 'url(#glow)', opacity=0.55)
# ---------------------------------------------------------------- people: light from the door, on their left
hair, skin = T('#242a2e', 0.4, 0.5), T('#7d6556', 0.6, 0.55)


def shade_of(b, ln=1.0):
    x, y, u = b.x, b.y, b.u
    return el(
        poly(
            [
                (x - 10 * u, y + 1),
                (x + 10 * u, y - 1),
                (x + 120 * u * ln, y + 34 * u * ln * 0.5),
                (x + 96 * u * ln, y + 40 * u * ln * 0.5),
            ]
        ),
        '#0c191c',
        opacity=0.5,
        filter='url(#f4)',
    ) + ell(x + 2 * u, y, 17 * u, 3.4 * u, '#0c191c', opacity=0.6, filter='url(#f2)')


def body(x, z, w=1.0, **a):
    p = c(x, 0, z)
    return Body(p[0], p[1], c.f / z / 100 * w, light=(-0.92, 0.38), **a)


def man(x, z, col, w=1.0, cap=False, tr='#2b3a3d'):
    b = body(x, z, w)
    k = T(col)
    o = shade_of(b) + legs(b, T(tr), T('#1b2427'), hip=82, gap=8.2, feet=((-3, 0), (3, 1.6)))
    o += (
        arm(b, [(-16, 130), (-24, 106), (-21, 80)], k, skin)
        + arm(b, [(16, 130), (24, 106), (22, 80)], k, skin)
        + coat(b, k, top=138, hem=72, w=(20.5, 19, 21.5))
    )
    o += collar(b, k, 138.5) + (
        crop(b, hair, skin, 156) if not cap else crop(b, T('#3d4a48'), skin, 156)
    )
    return o


def hooded(x, z, col, w=1.0, h=0):
    b = body(x, z, w)
    k = T(col)
    o = shade_of(b) + legs(b, T('#2b3a3d'), T('#1b2427'), feet=((-2, 0), (3, 1.4)))
    o += (
        arm(b, [(-15, 123), (-23, 99), (-12, 84)], k, None)
        + arm(b, [(15, 123), (23, 99), (12, 84)], k, None)
        + coat(b, k)
    )
    o += b.form(
        [
            (0, 163),
            (8, 161),
            (12.4, 152),
            (12.6, 142),
            (11, 133),
            (15, 129),
            (8, 126),
            (0, 124.6),
            (-8, 126),
            (-15, 129),
            (-11, 133),
            (-12.6, 142),
            (-12.4, 152),
            (-8, 161),
        ],
        k,
        1.4,
        9,
    )
    o += b.fold([(0, 161), (1.6, 148), (0.4, 130)], deep(k), 0.8, 0.5)
    return o


def sack(x, z, w, h, col, strap=True):
    b = body(x, z)
    k = T(col)
    o = b.shadow('#0c191c', w * 0.7, 3, 6, 0.6, 2)
    o += b.form(
        [
            (-w / 2, 1),
            (-w / 2 - 1.5, h * 0.5),
            (-w * 0.34, h * 0.94),
            (0, h),
            (w * 0.36, h * 0.92),
            (w / 2 + 1.5, h * 0.45),
            (w / 2, 0.6),
            (0, -0.6),
        ],
        k,
        1.3,
        9,
        t=0.42,
    )
    o += b.fold([(-w / 2, h * 0.6), (0, h * 0.52), (w / 2, h * 0.62)], deep(k), 1, 0.6)
    if strap:
        o += b.fold(
            [(-w * 0.2, h * 0.95), (-w * 0.12, h * 1.2), (w * 0.12, h * 1.2), (w * 0.2, h * 0.94)],
            k[1],
            1.7,
            1,
        )
    return o


far_p = [hooded(2.66, 12.6, '#5d5a52', 0.97), man(2.02, 12.9, '#4c5a58', 1.0)]
near_p = [sack(2.5, 10.6, 56, 42, '#5a6a5c'), sack(2.24, 10.3, 42, 32, '#7a6a55')]
# Min-jun: tall, thin, his hands up his sleeves
b = body(1.42, 10.2)
k = T('#54696c')
mj = shade_of(b) + legs(
    b, T('#303f46'), T('#1f282b'), hip=86, gap=7, w=(13, 11, 8.6), feet=((-2, 0), (3, 1.6))
)
mj += arm(b, [(-13.6, 128), (-23, 108), (-6, 98)], k, None, (12, 11, 9.4)) + arm(
    b, [(13.6, 128), (23, 108), (6, 98)], k, None, (12, 11, 9.4)
)
mj += (
    coat(b, k, top=137, hem=80, w=(17.5, 15.6, 17), quilts=5)
    + collar(b, k, 137.5, 9.4)
    + crop(b, hair, skin, 154, (9.2, 12))
)
# Sol
b = body(0.70, 9.8)
k = T('#6c7f66')
sol = shade_of(b) + legs(
    b, T('#3a4650'), T('#4f5a50'), hip=60, gap=6.2, w=(12.5, 10.5, 8.5), feet=((-2, 0), (2, 1.4))
)
sol += arm(b, [(-11, 96), (-19, 80), (-26, 66)], k, skin, (11, 10, 8), 3) + arm(
    b, [(11, 96), (18, 78), (17, 61)], k, skin, (11, 10, 8), 3
)
sol += (
    coat(b, k, top=103, hem=52, w=(15, 15, 18.4), quilts=3)
    + collar(b, k, 103.4, 9, 7)
    + bob(b, hair, 119.5, (11.2, 12.6))
)
# Yun-a
b = body(0.08, 9.6)
k = T('#4a5668')
red = T('#84372f', 0.4, 0.45)
yun = shade_of(b) + legs(b, T('#2f3a44'), T('#1f282b'), feet=((-2, 0), (4, 1.4)))
yun += arm(b, [(-15, 123), (-24, 101), (-25, 77)], k, skin) + arm(
    b, [(15, 123), (25, 100), (30, 78)], k, skin
)
yun += coat(b, k, hem=58) + shawl(b, red, 148)
near_p += [mj, sol, yun, sack(-0.56, 9.2, 48, 38, '#6d6a58')]
# a lookout from the van: one who waits in the open door, seen only as a shape
g2 = ''.join(vx)
V = [
    '<g>' + ''.join(g) + '</g>',
    '<g>' + g2 + '</g>',
    '<g style="mix-blend-mode:screen">' + glow + '</g>',
]
# ---------------------------------------------------------------- near: dark verge, bamboo grass
q = random.Random(2)
f = ['<rect x="0" y="720" width="1920" height="360" fill="url(#vig)"/>']
f.append(
    el(
        'M-20,905C200,880 420,900 640,930C900,960 1200,950 1480,915C1660,895 1800,880 1940,886V1100H-20z',
        INK,
    )
)
blades = ''
for x0, x1, m, hh in ((-20, 420, 46, 230), (1500, 1940, 60, 300), (420, 1500, 60, 60)):
    for i in range(m):
        x = q.uniform(x0, x1)
        edge_ = 1 - abs((x - (0 if x0 < 0 else 1940)) / 440) if hh > 100 else 0.8
        h = hh * q.uniform(0.3, 1) * max(0.25, edge_)
        y = 930 + q.uniform(-16, 30)
        l = h * q.uniform(-0.4, 0.4)
        w = q.uniform(2.5, 6)
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
f.append(el(blades, INK))
pull_layers(
    'parting',
    D,
    base,
    [
        ('mist', 0.1, mist),
        ('van', 0.22, V + ['<g>' + ''.join(far_p) + '</g>']),
        ('people', 0.32, near_p),
        ('near', 0.85, f),
    ],
    INK,
)
