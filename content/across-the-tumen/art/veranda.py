"""A veranda over a wide brown river, evening, after rain: on the table two folders, one thick, one a single
sheet under a stone, and a lamp.  A girl from behind leans on the rail beside a red scarf; far off an empty boat
lies on the other bank.  World in metres, y = 0 is the river."""
import os

os.environ.setdefault('ART_SCALE', '1.5')
from atelier import *
from still import *

HOR = 352
CAM = 7.4
F = 1150
DECK = CAM - 1.36
eye = Eye((0, CAM, 0), (0, CAM, 1), F, 960, HOR)
V = View(CAM, HOR, F)
LIGHT = (0.66, 0.40, 0.30)
LX = 1330  # where the sky has opened


def hgt(x, z):
    far = smooth(400, 5200, z)
    shore = 168 + 10 * fbm(x / 90, z * 0 + 3, 3, 15) - 0.10 * x * (x < 0) + 0.05 * x * (x > 0)
    bank = smooth(shore, shore + 7, z) * 5.5
    inl = smooth(shore + 7, shore + 22, z)
    e, idn, du, dv = plates(x / 13 + 0.25 * fbm(x / 30, z / 30, 2, 711), z / 13, 812, 0.9)
    crown = np.sqrt(np.clip(1 - (np.hypot(du, dv) / 0.72) ** 2, 0, 1)) * (5 + 6 * idn)
    clear = np.maximum(
        smooth(20, 40, np.abs(x - 4)), smooth(215, 240, z)
    )  # a landing place among the trees
    trees = (
        (5 + crown + 4 * fbm(x / 70, z / 70, 2, 713))
        * inl
        * smooth(6000, 2500, z)
        * (0.12 + 0.88 * clear)
    )
    wx, wz = x / 1350 + 0.14 * fbm(x / 1300, z / 1300, 2, 715), z / 1350 + 0.14 * fbm(
        x / 1300 + 5, z / 1300, 2, 717
    )
    hill = np.clip(0.42 + 0.7 * fbm(wx * 1.5 + 4.4, wz * 1.5 + 2.2, 4, 720, 0.45), 0, 1) ** 1.3
    return (
        -5
        + bank
        + trees
        + hill
        * smooth(shore + 80, shore + 1500, z)
        * (150 + 620 * far)
        * (0.5 + 0.5 * smooth(1400, -900, x * (1500 / np.maximum(z, 300))))
    )


def sky(c):
    t = (
        YY / HOR
        + 0.05 * fbm(XX / 520, YY / 70, 4, 60)
        + 0.20 * np.exp(-(((XX - LX) / 620) ** 2)) * smooth(0.2, 1, YY / HOR)
    )
    c.over(
        ramp(
            [
                (0, '#1b2836'),
                (0.25, '#2b3d4b'),
                (0.48, '#4a5f68'),
                (0.68, '#7c8a86'),
                (0.84, '#b5ac96'),
                (1.0, '#dcc6a2'),
                (1.16, '#efdab4'),
            ],
            t,
        ),
        1,
    )
    n = fbm(XX / 520, YY / 64, 5, 890) + 0.25 * fbm(XX / 120, YY / 26, 4, 895)
    lid = smooth(-0.12, 0.12, n + 0.9 * smooth(250, 60, YY) - 0.28)
    c.over(
        ramp([(0, '#1a2632'), (0.6, '#33434d'), (1, '#76807a')], smooth(40, 330, YY)), lid * 0.82
    )
    rimc = (
        np.clip(lid * (1 - lid) * 4, 0, 1)
        * np.exp(-(((XX - LX) / 560) ** 2))
        * smooth(120, 250, YY)
    )
    c.over(rgb('#f3e2bd'), rimc * 0.6)
    # the shower that has passed trails off on the left
    sl = (XX - 330 + (YY - 120) * 0.34) / 210
    veil = (
        np.exp(-(sl**2))
        * smooth(110, 210, YY)
        * (0.55 + 0.45 * smooth(-0.2, 0.3, fbm((XX + YY * 0.34) / 26, YY / 260, 3, 77)))
    )
    c.over(rgb('#3d4f59'), veil * 0.62)
    glow_ell(c, LX, HOR - 22, 640, 170, '#f6e2b6', 0.5, 1.9)


R = [('#16302f', '#6d807c'), ('#23473f', '#8f9a8a'), ('#44695a', '#c6b999')]


def paint(c, m):
    paint_land(c, m, R, (0.44, 0.74), (170, 6000), 1.0, 0.09, ('#bdb69c', 0.5, 60))


# ---- things on the veranda, in their own colours
T = DECK + 0.73
RAILZ, RAILY = 3.52, DECK + 0.86
D = [
    lantern_defs('l', '#121a20', '#3e4646', '#9fb0ac'),
    lg('vig', [(0, ('#0a1418', 0)), (0.45, ('#0a1418', 0.6)), (1, ('#081014', 0.96))]),
    lg('sheen', [(0, ('#cfc3a4', 0.75)), (1, ('#cfc3a4', 0))]),
]
TX0, TX1, TZ0, TZ1 = -1.42, 0.16, 1.98, 2.72
LAMP = (-0.40, T, 2.52)
TALL = 0.31
FLAME = (LAMP[0], T + 0.14, LAMP[2])
P1 = turn(-0.80, 2.30, 0.10)
P2 = turn(-0.10, 2.26, -0.13)
FW, FD = 0.165, 0.21
deck = el(eye.face((-4, DECK, 1.0), (4, DECK, 1.0), (4, DECK, 3.7), (-4, DECK, 3.7)), '#7d6a5a')
q = random.Random(4)
x = -4.0
while x < 4:
    w = q.uniform(0.15, 0.19)
    deck += el(
        eye.face(
            (x, DECK, 1.0), (x + w - 0.012, DECK, 1.0), (x + w - 0.012, DECK, 3.7), (x, DECK, 3.7)
        ),
        q.choice(['#8a7564', '#75624f', '#937d68', '#6a594a']),
    )
    deck += st(
        line([eye(x - 0.006, DECK, 1.0), eye(x - 0.006, DECK, 3.7)]), '#241c1a', 3, opacity=0.8
    )
    x += w


def bamboo(a, b, w, q, knots=9):
    """A pole with its joints, light along the top"""
    o = stick(eye, a, b, w, '#75694e')
    k = eye.k(*a)
    p, r = eye(*a), eye(*b)
    o += st(
        line([(p[0], p[1] - w * k * 0.24), (r[0], r[1] - w * k * 0.24)]), '#b5a982', n(w * k * 0.34)
    )
    o += st(
        line([(p[0], p[1] + w * k * 0.34), (r[0], r[1] + w * k * 0.34)]), '#463d30', n(w * k * 0.3)
    )
    for i in range(1, knots):
        t = i / knots + q.uniform(-0.015, 0.015)
        x, y = p[0] + (r[0] - p[0]) * t, p[1] + (r[1] - p[1]) * t
        o += st(
            'M%s q3,%s 0,%s' % (xy((x, y - w * k * 0.52)), n(w * k * 0.5), n(w * k * 1.04)),
            '#3d3429',
            3,
        ) + st(
            'M%s q3,%s 0,%s' % (xy((x + 3, y - w * k * 0.5)), n(w * k * 0.3), n(w * k * 0.7)),
            '#cdc29c',
            1.6,
            opacity=0.8,
        )
    return o


q = random.Random(14)
rail = bamboo((-4, DECK + 0.14, RAILZ), (4, DECK + 0.14, RAILZ), 0.05, q, 11) + bamboo(
    (-4, DECK + 0.50, RAILZ + 0.03), (4, DECK + 0.50, RAILZ + 0.03), 0.05, q, 10
)
rail_top = bamboo((-4, RAILY, RAILZ), (4, RAILY, RAILZ), 0.075, q, 9)


def post(x, w=0.13):
    o = el(
        eye.face(
            (x - w / 2, DECK, RAILZ),
            (x + w / 2, DECK, RAILZ),
            (x + w / 2, DECK + 3, RAILZ),
            (x - w / 2, DECK + 3, RAILZ),
        ),
        '#6b5a49',
    )
    o += el(
        eye.face(
            (x + w * 0.18, DECK, RAILZ),
            (x + w / 2, DECK, RAILZ),
            (x + w / 2, DECK + 3, RAILZ),
            (x + w * 0.18, DECK + 3, RAILZ),
        ),
        '#94826a',
    )
    o += st(
        line([eye(x + w / 2, DECK, RAILZ), eye(x + w / 2, DECK + 3, RAILZ)]),
        '#e3d3ac',
        2.4,
        opacity=0.75,
    )
    return o


posts = post(-2.52) + post(2.30)
# table
tab = ''
for x in (TX0 + 0.07, TX1 - 0.07):
    for z in (TZ1 - 0.06, TZ0 + 0.06):
        tab += block(
            eye,
            x - 0.035,
            x + 0.035,
            DECK,
            T - 0.03,
            z - 0.035,
            z + 0.035,
            ('#5a4a3c', '#4a3c32', '#4a3c32', '#6a5846'),
        )
tab += block(eye, TX0, TX1, T - 0.045, T, TZ0, TZ1, ('#8f7558', '#54432f', '#54432f', '#54432f'))
for z in (2.18, 2.37, 2.55):
    a, b = eye(TX0, T, z), eye(TX1, T, z)
    tab += st(line([a, b]), '#4a3a2c', 2.2, opacity=0.8)
up = lambda place, u, v, y: eye(place(u, v)[0], y, place(u, v)[1])
q = random.Random(7)
goods = folder_of(eye, T, P1, FW, FD, 0.085, '#a8946c', random.Random(3), 0.9)
# the second: a thin board and one sheet, its corner lifted by the wind; a stone
c4 = lambda y, fw=FW, fd=FD: [
    up(P2, u, v, y) for u, v in ((-fw, -fd), (fw, -fd), (fw, fd), (-fw, fd))
]
goods += el(poly(c4(T + 0.003)), '#7f8f86') + st(
    line([c4(T + 0.003)[0], c4(T + 0.003)[1]]), '#4d5a55', 3
)
sw, sd = 0.135, 0.185
near = [up(P2, u, -sd, T + 0.005) for u in np.linspace(-sw, sw * 0.55, 6)]
lift = [
    up(P2, sw * 0.80, -sd * 0.98, T + 0.018),
    up(P2, sw * 0.97, -sd * 0.88, T + 0.045),
    up(P2, sw * 1.0, -sd * 0.55, T + 0.022),
]
side_ = [up(P2, sw, v, T + 0.005) for v in np.linspace(-sd * 0.3, sd, 4)]
back_ = [up(P2, u, sd, T + 0.005) for u in np.linspace(sw, -sw, 4)]
goods += el(
    poly(
        [(x + 5, y + 8) for x, y in near[3:] + lift + side_[:1]] + [up(P2, 0, -sd * 0.4, T + 0.003)]
    ),
    '#2a2620',
    opacity=0.5,
    filter='url(#b2)',
)
goods += el(poly(near + lift + side_ + back_), '#fff6e4')
goods += el(
    poly([near[-1], lift[0], lift[1], lift[2], side_[0], up(P2, sw * 0.62, -sd * 0.62, T + 0.006)]),
    '#fff6e2',
)
goods += st(line([near[-1], lift[0], lift[1], lift[2]]), '#fffdf4', 2.2, opacity=0.9)
goods += st(
    line([up(P2, sw * 0.5, -sd, T + 0.006), up(P2, sw, -sd * 0.32, T + 0.006)]),
    '#b5a58a',
    2,
    opacity=0.6,
)
v = 0.155
while v > -0.02:
    u = -0.105
    end = 0.105 if v > 0.0 else 0.02
    while u < end:
        s_ = min(q.uniform(0.008, 0.022), end - u)
        goods += st(
            line([up(P2, u, v, T + 0.006), up(P2, u + s_, v, T + 0.006)]),
            '#5a5048',
            1.7,
            opacity=0.85,
        )
        u += s_ + 0.006
    v -= 0.021
sx, sy = up(P2, -0.055, 0.035, T + 0.005)
SK = 0.74
ST = lambda pts: soft([(sx + a * SK, sy + b * SK) for a, b in pts], t=0.5)
stone = (
    ell(sx - 8, sy + 3, 34, 7, '#2a2620', opacity=0.6, filter='url(#b2)')
    + el(
        ST(
            [
                (-34, -2),
                (-37, -13),
                (-25, -27),
                (-2, -32),
                (20, -28),
                (34, -15),
                (31, -1),
                (6, 6),
                (-18, 5),
            ]
        ),
        '#57616b',
    )
    + el(ST([(-2, -31), (20, -27), (33, -15), (30, -2), (20, -4), (16, -16), (4, -24)]), '#8f979e')
    + el(
        ST([(-33, -12), (-24, -24), (-14, -20), (-20, -8), (-12, 3), (-26, 3), (-33, -3)]),
        '#343c45',
    )
    + st(
        soft(
            [(sx + a * SK, sy + b * SK) for a, b in ((-20, -22), (-4, -12), (14, -9), (28, -9))],
            False,
        ),
        '#c9cdd0',
        1.3,
        opacity=0.6,
    )
)
# ---- the girl, from behind, her elbows on the rail; 100 units are 1.27 m
GX, GZ = 0.80, 3.30
g0 = eye(GX, DECK, GZ)
u = 1.27 * eye.k(GX, DECK, GZ) / 100
G = lambda pts: [(g0[0] + a * u, g0[1] - b * u) for a, b in pts]
skin, skin2 = '#93715a', '#6e5242'
girl = ell(g0[0] + 12, g0[1] - 2, 24 * u, 2.6 * u, '#1a1614', opacity=0.6, filter='url(#b4)')
# legs: one carries her, the other rests on its toe behind
girl += el(
    soft(
        G(
            [
                (-8.4, 34),
                (-1.4, 34),
                (-1.6, 25),
                (-2.0, 18),
                (-3.2, 9),
                (-3.6, 3.4),
                (-7.2, 3.2),
                (-7.6, 8),
                (-9.0, 15),
                (-9.2, 22),
            ]
        ),
        t=0.5,
    ),
    skin,
)
girl += el(
    soft(
        G(
            [
                (-8.4, 34),
                (-6.2, 34),
                (-6.8, 22),
                (-7.0, 14),
                (-6.4, 5),
                (-7.2, 3.2),
                (-7.6, 8),
                (-9.0, 15),
                (-9.2, 22),
            ]
        ),
        t=0.5,
    ),
    '#a87a60',
    opacity=0.75,
)
girl += st(
    soft(G([(-7.0, 24.4), (-4.6, 23.6), (-2.2, 24.4)]), False), '#5a3c30', n(0.6 * u), opacity=0.6
)
girl += el(
    soft(
        G(
            [
                (3.6, 34),
                (10.6, 34),
                (10.8, 26),
                (9.8, 19),
                (7.2, 12),
                (4.2, 7.8),
                (1.6, 5.0),
                (-1.0, 4.2),
                (0.6, 8.6),
                (3.0, 14),
                (4.0, 20),
                (3.8, 27),
            ]
        ),
        t=0.5,
    ),
    skin2,
)
girl += el(
    soft(
        G(
            [
                (3.6, 34),
                (5.6, 34),
                (6.0, 25),
                (5.4, 18),
                (3.2, 11.5),
                (0.8, 7),
                (-0.6, 4.6),
                (-1.0, 4.4),
                (0.6, 8.6),
                (3.0, 14),
                (4.0, 20),
                (3.8, 27),
            ]
        ),
        t=0.5,
    ),
    skin,
    opacity=0.9,
)
girl += el(
    soft(G([(-9.2, 3.6), (-3.4, 4.2), (-2.0, 1.8), (-1.8, 0), (-9.2, 0), (-10.2, 1.2)]), t=0.5),
    '#4d5a5e',
) + el(soft(G([(-8.0, 4.6), (-4.0, 5.0), (-3.4, 3.2), (-8.0, 2.8)]), t=0.5), '#7a584a')
girl += el(
    soft(G([(-1.6, 5.8), (1.4, 5.6), (2.8, 3.2), (0.8, 0.6), (-1.8, 0), (-2.6, 1.8)]), t=0.5),
    '#4a4f50',
) + el(soft(G([(-2.0, 5.4), (-0.4, 5.6), (-1.2, 0.6), (-2.6, 0.6)]), t=0.5), '#9a8f7c')
# forearms: she has her chin in her hands
for s_, c1, c2 in ((-1, '#9a7058', skin), (1, skin2, '#553a30')):
    girl += el(
        soft(
            G(
                [
                    (s_ * 19.6, 64.6),
                    (s_ * 21.6, 67.0),
                    (s_ * 18.6, 74),
                    (s_ * 14.6, 79.4),
                    (s_ * 10.6, 84.2),
                    (s_ * 6.4, 85.4),
                    (s_ * 5.4, 82),
                    (s_ * 10.6, 76),
                    (s_ * 15.2, 68.6),
                    (s_ * 16.0, 64.6),
                ]
            ),
            t=0.45,
        ),
        c1,
    )
    girl += el(
        soft(
            G(
                [
                    (s_ * 16.4, 65),
                    (s_ * 18.2, 66),
                    (s_ * 14.2, 75),
                    (s_ * 9.8, 81.6),
                    (s_ * 7.0, 84.6),
                    (s_ * 5.4, 82),
                    (s_ * 10.6, 76),
                    (s_ * 15.2, 68.6),
                ]
            ),
            t=0.45,
        ),
        c2,
        opacity=0.8,
    )
# skirt, a little swung to the right
girl += el(
    soft(
        G(
            [
                (-9.4, 49.4),
                (10.4, 49.4),
                (14.6, 43),
                (16.4, 36),
                (17.0, 31.4),
                (11.0, 30.2),
                (3, 29.8),
                (-5, 30.2),
                (-13.4, 31.6),
                (-13.4, 36),
                (-12.0, 43),
            ]
        ),
        t=0.4,
    ),
    '#5d6a74',
)
for a, b, c_ in ((-7.6, -9.6, -8.6), (-2.0, -3.0, -1.4), (3.8, 4.6, 6.4), (9.2, 11.6, 13.4)):
    girl += el(
        soft(G([(a, 47), (a + 1.0, 40), (c_ + 1.3, 31.6), (c_ - 1.1, 31.4), (b, 38)]), t=0.5),
        '#3d4851',
        opacity=0.85,
    )
girl += el(
    soft(
        G(
            [
                (-10.4, 49),
                (-12.0, 42),
                (-13.4, 36),
                (-13.4, 31.8),
                (-10.8, 31.0),
                (-10.0, 38),
                (-8.4, 47),
            ]
        ),
        t=0.5,
    ),
    '#82909a',
    opacity=0.85,
)
# back of the shirt, rounded as she leans; sleeves to the elbow's bend
shirt = [
    (-4.0, 79.0),
    (-9, 78.4),
    (-13.4, 76.4),
    (-17.0, 72.6),
    (-20.4, 67.6),
    (-20.6, 64.6),
    (-16.8, 63.4),
    (-13.4, 66.6),
    (-12.4, 60),
    (-11.0, 53),
    (-11.6, 46.4),
    (-5, 44.6),
    (2, 44.2),
    (9, 44.8),
    (13.0, 46.8),
    (12.2, 54),
    (12.8, 60),
    (13.6, 66.6),
    (17.0, 63.4),
    (20.8, 64.6),
    (20.6, 67.6),
    (17.2, 72.8),
    (13.4, 76.6),
    (9, 78.6),
    (4.0, 79.2),
    (0, 79.6),
]
girl += el(soft(G(shirt), t=0.4), '#a9ab98')
girl += el(
    soft(
        G(
            [
                (6.0, 79),
                (9, 78.4),
                (13.4, 76.4),
                (17.2, 72.6),
                (20.6, 67.6),
                (20.6, 64.8),
                (17.0, 63.6),
                (13.6, 66.6),
                (12.8, 60),
                (12.2, 54),
                (12.8, 47),
                (8.0, 45),
                (7.0, 52),
                (8.6, 60),
                (9.4, 68),
                (8.0, 74),
            ]
        ),
        t=0.42,
    ),
    '#6f7670',
    opacity=0.9,
)
girl += el(
    soft(
        G(
            [
                (-9, 77.8),
                (-13.4, 75.8),
                (-16.8, 72.2),
                (-20.0, 67.2),
                (-19.8, 65),
                (-17.4, 64.6),
                (-13.8, 68.6),
                (-12.4, 62),
                (-11.0, 53),
                (-11.2, 47),
                (-8.8, 46.2),
                (-8.2, 54),
                (-8.6, 63),
                (-7.4, 72),
            ]
        ),
        t=0.42,
    ),
    '#c9c6ac',
    opacity=0.8,
)
# folds: pulled from the arms to the small of the back, loose at the waist
for pts, w_ in (
    ([(-13.2, 67.4), (-9.6, 63.6), (-4.6, 61.6)], 0.8),
    ([(13.4, 67.4), (9.8, 62.6), (5.4, 60.4)], 0.8),
    ([(-11.0, 52.8), (-7.0, 50.0), (-2.0, 50.4)], 0.9),
    ([(12.2, 54), (8.6, 50.6), (4.6, 50.2), (2.0, 51.4)], 0.9),
    ([(-16.8, 70.6), (-14.6, 68.6), (-14.0, 66.4)], 0.7),
    ([(16.8, 70.6), (14.8, 68.6), (14.2, 66.4)], 0.7),
):
    girl += st(
        soft(G(pts), False),
        '#565d57',
        n(w_ * u),
        opacity=0.55,
        stroke_linecap='round',
        filter='url(#b1)',
    )
girl += el(
    soft(G([(-5.0, 77.4), (0, 75.4), (5.2, 77.6), (3.6, 79.0), (0, 78.2), (-3.6, 78.8)]), t=0.5),
    '#7d827a',
    opacity=0.8,
)
girl += st(
    soft(G([(-11.4, 46.6), (-5, 44.8), (2, 44.4), (9, 45.0), (12.8, 47.0)]), False),
    '#50574f',
    n(0.7 * u),
    opacity=0.8,
)
# neck and hair, cut short at the nape; her head a little to the left, over the water
girl += el(soft(G([(-4.2, 84), (2.2, 84), (3.4, 79.2), (0, 77.4), (-4.4, 79.0)]), t=0.45), skin2)
HD = lambda pts: G(
    [
        (
            -1.0 + a * math.cos(0.07) + (b - 80) * -math.sin(0.07),
            80 + a * math.sin(0.07) + (b - 80) * math.cos(0.07),
        )
        for a, b in pts
    ]
)
girl += el(
    soft(
        HD(
            [
                (-8.6, 85.2),
                (-9.9, 89.6),
                (-9.5, 95),
                (-6.6, 99.4),
                (-1.0, 101.4),
                (4.8, 100),
                (8.6, 96),
                (9.6, 90.4),
                (8.8, 85),
                (6.8, 82.4),
                (4.6, 81.8),
                (2.4, 82.4),
                (-0.4, 81.6),
                (-3.0, 82.3),
                (-5.4, 81.5),
                (-7.6, 82.8),
            ]
        ),
        t=0.46,
    ),
    '#2b2624',
)
girl += el(
    soft(
        HD(
            [
                (-8.4, 85.6),
                (-9.7, 90),
                (-9.2, 94.8),
                (-6.4, 98.8),
                (-2.2, 100.6),
                (-5.0, 95.6),
                (-6.4, 89.6),
                (-6.0, 83.6),
            ]
        ),
        t=0.5,
    ),
    '#4f4139',
    opacity=0.9,
)
for a in (-5.6, -2.8, 0.4, 3.4, 6.2):
    girl += st(
        soft(HD([(a * 0.35 - 0.6, 99.2), (a * 0.92, 91.6), (a, 83.2)]), False),
        '#171412',
        n(0.5 * u),
        opacity=0.6,
    )
rim_sky = st(
    soft(HD([(3.0, 100.9), (6.4, 98.8), (8.8, 95.4)]), False),
    '#efdab4',
    n(0.4 * u),
    opacity=0.5,
    filter='url(#b1)',
)
rim_sky += st(
    soft(G([(9, 78.8), (13.6, 76.8), (17.4, 73), (20.9, 67.8)]), False),
    '#efdab4',
    n(0.5 * u),
    opacity=0.45,
    filter='url(#b1)',
)
rim_lamp = st(
    soft(HD([(-7.6, 82.8), (-8.8, 85.2), (-10.1, 89.6), (-9.7, 95), (-6.6, 99.6)]), False),
    '#ffcf86',
    n(0.45 * u),
    opacity=0.45,
    filter='url(#b1)',
)
rim_lamp += st(
    soft(G([(-9, 78.6), (-13.6, 76.6), (-17.2, 72.8), (-20.8, 67.6), (-20.8, 64.8)]), False),
    '#ffcf86',
    n(0.8 * u),
    opacity=0.75,
    filter='url(#b1)',
)
rim_lamp += st(
    soft(
        G(
            [
                (-13.5, 66.4),
                (-12.5, 60),
                (-11.2, 53),
                (-11.8, 46.4),
                (-12.2, 43),
                (-13.6, 36),
                (-13.6, 31.8),
            ]
        ),
        False,
    ),
    '#ffcf86',
    n(0.7 * u),
    opacity=0.55,
    filter='url(#b1)',
)
# ---- scarf on the rail, beside her
SX = 1.36
rail_p = lambda a, b: eye(SX + a, RAILY + 0.035 + b, RAILZ - 0.05)
scarf = scarf_on(
    rail_p,
    eye.k(SX, RAILY, RAILZ),
    0.26,
    0.46,
    0.33,
    ('#5d2a2a', '#8d3f3a', '#a9574a'),
    '#ffcf86',
    random.Random(5),
    -1,
)


D.append(
    '<clipPath id="belowrail"><rect x="0" y="%s" width="1920" height="1080"/></clipPath>'
    % n(rail_p(0, 0.022)[1])
)


def boat(W_, mir=False):
    """narrow, empty, its nose on the mud of the far bank"""
    bx, bz = 3.2, 160.0
    L = 6.6
    pts = lambda y, w: [(bx + l, y(l), bz + w) for l in np.linspace(-L, L, 25)]
    she = lambda l: 0.65 + 0.020 * l * l * (1.25 if l > 0 else 0.8)
    hull_ = [W_(*p) for p in pts(she, -0.6)] + [
        W_(*p) for p in pts(lambda l: 0.02 + 0.014 * l * l, -0.6)
    ][::-1]
    o = el(poly(hull_), '#1b1f1e')
    if not mir:
        o += st(line([W_(*p) for p in pts(she, -0.6)]), '#e9d6ac', 1.7, opacity=0.95)
        o += st(line([W_(*p) for p in pts(lambda l: she(l) - 0.24, -0.6)]), '#7a6a50', 1.4)
        for l in (-2.4, 0.2, 2.6):
            a, b = W_(bx + l, she(l), bz - 0.5), W_(bx + l + 0.1, she(l) + 0.14, bz + 0.4)
            o += st(line([a, b]), '#8f7d5e', 1.6)
        a, b = W_(bx + 6.2, 1.4, bz), W_(bx + 9.5, 3.0, bz + 9)
        o += st(line([a, b]), '#2a2c28', 1)
        o += st(line([W_(bx + 9.5, 1.0, bz + 9), W_(bx + 9.5, 3.6, bz + 9)]), '#232824', 2)
        o += st(line([W_(bx - 5, 0.9, bz - 0.4), W_(bx - 1, 1.15, bz + 0.3)]), '#c9b68e', 1.2)
    return o


def main():
    sc = Scene('veranda')
    heaven = sc.layer()
    sky(heaven)
    land = 0
    for z0, z1, steps in ((1500, 9000, 460), (500, 1500, 360), (120, 500, 600)):
        m = landscape(hgt, CAM, HOR, F, z0, z1, steps, 0, LIGHT, ss=SS)
        L_ = sc.layer()
        paint(L_, m)
        land = np.maximum(land, L_.a[..., 3])
        if z0 > 300:
            mi = sc.layer()
            mi.over(
                mixc(rgb('#a5a898'), rgb('#e6d3ac'), np.exp(-(((XX - LX) / 560) ** 2))),
                np.exp(-(((YY - HOR + 12) / 22) ** 2))
                * (0.3 + 0.7 * smooth(-0.3, 0.4, fbm(XX / 420, YY / 40, 4, z0)))
                * 0.62,
            )
    # ---- river
    refl = Canvas()
    rows = np.clip(HOR - (YY[:, 0] - HOR) * 0.8, 4, HOR) * S
    refl.over(heaven.a[rows.astype(int)][..., :3], 1)
    refl.put(mirror_land(paint, hgt, CAM, HOR, F, [(500, 3000), (120, 500)], 380, LIGHT, sink=0.3))
    qy = YY - HOR
    dw = smooth(HOR + 30, 800, YY)
    wc = ripple(refl.a[..., :3], 2.0 + 20 * dw, 830)
    warm = np.exp(-(((XX - LX - qy * 0.06) / (190 + 330 * dw)) ** 2))
    wc = mixc(
        wc,
        ramp(
            [(0, '#b8a586'), (0.3, '#8a765c'), (0.65, '#5c4e41'), (1, '#352f2d')],
            smooth(HOR + 40, 830, YY) - 0.16 * warm,
        ),
        0.46 + 0.44 * dw,
    )
    stv = fbm(
        (XX - 960) / (80 + 150 * dw) + 0.25 * fbm(XX / 300, qy / 60, 2, 849),
        qy / (1.8 + 5 * dw),
        3,
        851,
    )
    wc = mixc(wc, rgb('#f3e0b4'), smooth(0.05, 0.20, stv) * warm * 0.66 * smooth(900, 420, YY))
    wc = mixc(wc, rgb('#b9a684'), smooth(0.19, 0.27, stv) * 0.4)
    wc = mixc(
        wc,
        rgb('#2b2725'),
        smooth(0.14, 0.24, fbm((XX - 960) / (230 + 80 * dw), qy / (4 + 8 * dw), 3, 871))
        * 0.42
        * dw,
    )
    bm = ripple(svg(boat(View(CAM, HOR, F, mirror=True), True)), 2.5 + 0 * YY, 835)
    wc = mixc(wc, rgb('#1d1b19'), np.clip(bm[..., 3], 0, 1) * 0.6)
    w = sc.layer()
    w.over(wc, smooth(HOR + 1, HOR + 4, YY) * (1 - land))
    bo = sc.layer()
    bo.put(svg(boat(V)))
    # ---- the veranda: albedo, then light
    defs = FIL + ''.join(D)
    rgba = lambda body: svg(body, defs)
    alpha = lambda body: svg(body, defs)[..., 3]
    parts = [
        ('deck', deck),
        ('posts', posts),
        ('rail', rail),
        ('top', rail_top),
        ('scarf', '<g clip-path="url(#belowrail)">' + scarf + '</g>'),
        ('girl', '<g>' + girl + '</g>'),
        ('table', tab),
        ('goods', goods + stone),
    ]
    lay = {k: rgba(b) for k, b in parts}
    LIT = [
        (0, '#34444c'),
        (0.1, '#45494c'),
        (0.24, '#75594a'),
        (0.42, '#b9814f'),
        (0.62, '#efb56c'),
        (0.8, '#ffd999'),
        (1, '#fff2d2'),
    ]
    X, _, Z = eye.hits(1, T)
    et = lamplight(FLAME, (X, T, Z), UP, 0.40) * 4.0
    corner = lambda place, w_, d_, h: [
        (place(a, b)[0], T + y, place(a, b)[1])
        for a in (-w_, w_)
        for b in (-d_, d_)
        for y in (0, h)
    ]
    sh = shade(eye, corner(P1, FW, FD, 0.085), FLAME, T, '#fff', filter='url(#b2)') + shade(
        eye,
        [
            (P2(-0.055, 0.035)[0] + a, T + y, P2(-0.055, 0.035)[1] + b)
            for a in (-0.045, 0.045)
            for b in (-0.02, 0.02)
            for y in (0, 0.045)
        ],
        FLAME,
        T,
        '#fff',
        filter='url(#b2)',
        opacity=0.7,
    )
    shm = alpha(sh) * (
        1
        - rgba(folder_of(eye, T, P1, FW, FD, 0.085, '#a8946c', random.Random(3), 0.9) + stone)[
            ..., 3
        ]
    )
    rr = np.hypot(X - LAMP[0], Z - LAMP[2])
    et = et * (1 - 0.8 * shm) * (1 - 0.9 * smooth(0.155, 0.12, rr))
    hd = eye.hits(1, DECK)
    tsh = alpha(
        shade(
            eye,
            [(x, T, z) for x in (TX0, TX1) for z in (TZ0, TZ1)],
            FLAME,
            DECK,
            '#fff',
            filter='url(#b8)',
        )
    )
    ed = lamplight(FLAME, hd, UP, 1.0) * 1.2 * (1 - 0.9 * tsh)
    gsh = alpha(
        el(
            soft(G([(-16, 2), (-2, 5), (16, 3), (60, -6), (66, -12), (20, -10), (-8, -4)]), t=0.5),
            '#fff',
            filter='url(#b8)',
        )
    )
    ed = ed * (1 - 0.7 * gsh)
    hv = lambda z: lamplight(FLAME, eye.hits(2, z), BACK, 1.0)
    scsh = alpha(
        el(
            soft(
                [
                    eye(SX - 0.06, RAILY - 0.05, RAILZ),
                    eye(SX + 0.2, RAILY - 0.03, RAILZ),
                    eye(SX + 0.24, RAILY - 0.5, RAILZ),
                    eye(SX, RAILY - 0.5, RAILZ),
                ],
                t=0.4,
            ),
            '#fff',
            filter='url(#b4)',
        )
    )
    light_of = {
        'deck': ed,
        'posts': hv(RAILZ) * 1.3,
        'rail': hv(RAILZ) * 1.5,
        'top': hv(RAILZ) * 1.5,
        'scarf': hv(RAILZ - 0.05) * 1.7,
        'girl': hv(GZ) * 1.5,
        'table': et,
        'goods': et,
    }
    grain = 1 - 0.16 * smooth(0.0, 0.3, fbm(X * 2.0, Z * 40 + 3 * fbm(X * 1.4, Z * 3, 2, 9), 4, 6))
    acc = np.zeros((PH, PW, 4), np.float32)
    skyl = np.clip(smooth(500, 1700, XX), 0, 1)  # evening comes from the right
    for i, (k, _) in enumerate(parts):
        a = lay[k]
        tt = washed(light_of[k], 60 + i, 0.03)
        col = ramp(LIT, tt) + (
            skyl * (1 - tt) * (0.30 if k in ('deck', 'top', 'rail', 'posts') else 0.16)
        )[..., None] * rgb('#b9b198')
        c = a[..., :3] * col
        if k == 'table':
            c = c * grain[..., None]
        if k == 'goods':
            c = np.clip(c * 1.22, 0, 1)
        if k == 'deck':  # wet boards hold the sky and the lamp
            u_, v_ = hd[0], hd[2]
            wet = smooth(-0.08, 0.16, fbm(u_ * 0.7, v_ * 2.2, 4, 33)) * smooth(1.5, 3.6, v_)
            far_ = np.clip((v_ - 1.8) / 1.8, 0, 1)
            c = c + (
                wet * (0.10 + 0.22 * far_) * (0.35 + 0.65 * np.exp(-(((XX - LX - 60) / 420) ** 2)))
            )[..., None] * rgb('#d9c8a4') * (1 - 0.6 * gsh[..., None])
        if k == 'rail':
            c = c * (1 - 0.5 * scsh[..., None])
        al = a[..., 3:]
        acc[..., :3] = c * al + acc[..., :3] * (1 - al)
        acc[..., 3:] = al + acc[..., 3:] * (1 - al)
    acc[..., :3] = np.where(acc[..., 3:] > 1e-4, acc[..., :3] / np.maximum(acc[..., 3:], 1e-4), 0)
    sc.part('deck', 0.35)
    de = sc.layer()
    de.a[:] = np.clip(acc, 0, 1)
    lx, ly = eye(*LAMP)
    k = eye.k(*LAMP)
    e_ = eye.tilt(LAMP[0], T + 0.1, LAMP[2])
    dots = ''
    q = random.Random(9)
    for _ in range(15):  # drops under the top pole
        x = q.uniform(20, 1900)
        y = eye(0, RAILY - 0.04, RAILZ)[1] + q.uniform(-1, 2)
        if abs(x - g0[0]) < 130 or abs(x - eye(SX, 0, RAILZ)[0]) < 60:
            continue
        dots += ell(x, y, 2, q.uniform(2.6, 4.2), '#f3e6c6', opacity=n(q.uniform(0.4, 0.9)))
    lamp_svg = (
        rim_lamp
        + rim_sky
        + dots
        + st(
            line([eye(TX0, T, TZ0), eye(TX1, T, TZ0)]),
            '#ffcf86',
            2.2,
            opacity=0.45,
            filter='url(#b1)',
        )
        + '<g opacity=".5">'
        + lantern_air('l', lx, ly, TALL * k, e_, 2.3, 0.75)
        + '</g>'
        + lantern('l', lx, ly, TALL * k, e_, '#121a20', '#3e4646', -0.45)
        + '<g opacity=".3">'
        + lantern_air('l', lx, ly, TALL * k, e_, 0.8, 0.5)
        + '</g>'
        + '<rect x="0" y="730" width="1920" height="350" fill="url(#vig)"/>'
    )
    de.put(rgba(lamp_svg))
    # ---- near: the eave, dripping, and a leaf
    sc.part('eave', 0.85)
    ne = sc.layer()
    r = random.Random(33)
    o = (
        '<path d="M-20,-20H1940V58'
        + ''.join(
            'L%d,%.1f' % (x, 62 + 10 * math.sin(x / 210) + r.uniform(-13, 15))
            for x in range(1940, -30, -9)
        )
        + 'z" fill="#0c171a"/>'
    )
    for i in range(300):
        x = r.uniform(-10, 1930)
        y = 56 + 10 * math.sin(x / 210)
        o += f'<path d="M{x:.1f},{r.uniform(-10,30):.1f}L{x+r.uniform(-8,8):.1f},{y+r.uniform(6,34):.1f}" stroke="{r.choice(["#0c171a","#14262a","#1d3235"])}" stroke-width="{r.uniform(1.4,3.6):.1f}" fill="none"/>'
    for i in range(15):
        x = r.uniform(30, 1890)
        y = 96 + 10 * math.sin(x / 210) + r.uniform(-4, 10)
        o += f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="2.600" ry="{r.uniform(4,6):.1f}" fill="#d9cfae" opacity=".75"/>'
    for a, ln, w_ in ((-2.5, 520, 46), (-2.86, 430, 40), (-2.1, 400, 38)):
        o += broadleaf(1990, 1130, a, ln, w_, 0.35, r, '#17302f', '#0a1619', '#2c4f4a', 0.3)
    ne.put(svg(o))
    return sc


if __name__ == '__main__':
    main().pull()
