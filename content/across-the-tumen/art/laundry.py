"""A laundromat at night, seen from the wet street: from behind, a woman folds a red scarf on a
machine, and a child at a wall map has one hand on Korea, the other stretched as far as it goes; a
neon lamp over the door, rain on the glass."""
import random

from stage import *

R = random.Random(58)
c = Cam(905, 392, 1500, 1.5)
bw, gz = 6.8, 3.6  # back wall, glass
L, Rt, H = -3.3, 2.55, 2.75
D = [
    lg('wall', [(0, '#a9b6b2'), (0.55, '#b9c2ba'), (1, '#8fa19f')]),
    lg('floor', [(0, '#9aa5a0'), (1, '#5f6f74')]),
    rg(
        'room',
        [(0, '#f2efdc'), (0.4, ('#bccbc6', 0.9)), (0.75, ('#5f7f88', 0.4)), (1, ('#1d2c38', 0))],
    ),
    rg(
        'neon',
        [
            (0, ('#ffe9bd', 0.85)),
            (0.22, ('#ffcf86', 0.5)),
            (0.55, ('#f0963e', 0.16)),
            (1, ('#ff9d48', 0)),
        ],
    ),
    rg('drop', [(0, ('#e9f2ee', 0.1)), (0.7, ('#dfeae8', 0.35)), (1, ('#f4fbf6', 0.75))]),
    lg('brick', [(0, '#141a26'), (1, '#0b0f18')]),
    lg('pave', [(0, '#141c28'), (0.5, '#0d131d'), (1, '#080c13')]),
    lg(
        'glassdark',
        [
            (0, ('#0e1824', 0.5)),
            (0.3, ('#0e1824', 0.05)),
            (0.75, ('#0e1824', 0.1)),
            (1, ('#0b1119', 0.75)),
        ],
    ),
    lg('vig', [(0, ('#080c13', 0)), (0.5, ('#080c13', 0.6)), (1, ('#080c13', 0.97))]),
]
INK = '#0b1119'
LIT, DARK = '#f3ecd2', '#182430'
T = lambda col, a=0.42, b=0.48: tones(col, LIT, DARK, a, b)
# ---------------------------------------------------------------- the room
r = ['<rect width="1920" height="1080" fill="#202c36"/>']
r.append(el(wall(c, L, Rt, 0, H, bw), 'url(#wall)'))
r.append(el(side(c, L, 0, H, gz, bw), '#84938f') + el(side(c, Rt, 0, H, gz, bw), '#95a39e'))
r.append(el(flat(c, L, Rt, H, gz, bw), '#c3c8bd'))
for z in (4.2, 4.8, 5.4, 6.0, 6.6):
    r.append(st(line([c(L, H, z), c(Rt, H, z)]), '#8f9b98', 1.6, opacity=0.7))
for i in range(11):
    x = L + i * 0.6
    r.append(st(line([c(x, H, gz), c(x, H, bw)]), '#8f9b98', 1.6, opacity=0.6))
r.append(el(flat(c, L, Rt, 0, gz, bw), 'url(#floor)'))
for i in range(14):
    for j in range(9):
        x, z = L + i * 0.45, gz + j * 0.4
        if (i + j) % 2 and x + 0.45 <= Rt + 0.01:
            r.append(
                el(
                    flat(c, x, x + 0.45, 0, z, min(z + 0.4, bw)),
                    '#6d7d80',
                    opacity=n(R.uniform(0.45, 0.7)),
                )
            )
r.append(el(wall(c, L, Rt, 0, 0.1, bw), '#56666a'))


def machine(x0, x1, y0, y1, z, depth, col, r_=0.21, glass='#33464f', cloth=None):
    """a box with a porthole, its panel and its coin slide"""
    o = box(c, x0, x1, y0, y1, z, z + depth, col, mix(col, '#ffffff', 0.35), mix(col, DARK, 0.45))
    m, w, h = (x0 + x1) / 2, x1 - x0, y1 - y0
    o += el(wall(c, x0 + 0.03, x1 - 0.03, y1 - 0.14, y1 - 0.03, z), mix(col, DARK, 0.35))
    for t in (0.16, 0.26, 0.36):
        p = c(x0 + w * t, y1 - 0.085, z)
        o += ell(p[0], p[1], 3.2, 3.2, mix(col, '#ffffff', 0.4))
    o += el(wall(c, x1 - w * 0.36, x1 - w * 0.12, y1 - 0.11, y1 - 0.06, z), '#2b3a42')
    p = c(m, y0 + h * 0.44, z)
    k = c.f / z
    o += (
        ell(p[0], p[1], r_ * k, r_ * k, mix(col, DARK, 0.5))
        + ell(p[0], p[1], r_ * k * 0.93, r_ * k * 0.93, mix(col, '#ffffff', 0.3))
        + ell(p[0], p[1], r_ * k * 0.74, r_ * k * 0.74, glass)
    )
    if cloth:
        o += el(
            soft(
                [
                    (p[0] + r_ * k * 0.7 * a, p[1] + r_ * k * 0.7 * b)
                    for a, b in (
                        (-0.9, 0.3),
                        (-0.5, 0.05),
                        (-0.1, 0.28),
                        (0.4, -0.05),
                        (0.92, 0.3),
                        (0.6, 0.78),
                        (0, 0.98),
                        (-0.6, 0.78),
                    )
                ]
            ),
            cloth,
        )
        o += st(
            soft(
                [
                    (p[0] + r_ * k * 0.7 * a, p[1] + r_ * k * 0.7 * b)
                    for a, b in ((-0.4, 0.3), (0.0, 0.5), (0.5, 0.35))
                ],
                False,
            ),
            mix(cloth, DARK, 0.5),
            2,
        )
    o += st(
        'M%s A%s,%s 0 0,1 %s'
        % (
            xy((p[0] - r_ * k * 0.55, p[1] - r_ * k * 0.2)),
            n(r_ * k * 0.6),
            n(r_ * k * 0.6),
            xy((p[0] - r_ * k * 0.05, p[1] - r_ * k * 0.58)),
        ),
        '#dfeae6',
        3,
        opacity=0.6,
        stroke_linecap='round',
    )
    o += el(wall(c, x0, x1, y0, y0 + 0.05, z), mix(col, DARK, 0.6)) if y0 < 0.1 else ''
    return o + st(line([c(x0, y0, z), c(x0, y1, z)]), mix(col, DARK, 0.6), 2.2)


# dryers in two storeys along the back wall, left and right of the map
for i in range(4):
    x = -3.28 + i * 0.62
    for y in (0.0, 0.98):
        r.append(
            machine(
                x,
                x + 0.61,
                y,
                y + 0.97,
                bw - 0.62,
                0.6,
                R.choice(['#a3aea9', '#99a6a3', '#aab3ac']),
                0.22,
                '#2d3f49',
                R.choice([None, '#66788a', None, '#8a8f86']),
            )
        )
for i in range(2):
    x = 1.42 + i * 0.62
    for y in (0.0, 0.98):
        r.append(
            machine(x, x + 0.61, y, y + 0.97, bw - 0.62, 0.6, '#9da9a5', 0.22, '#2d3f49', None)
        )
# ---- the map: nothing on it but land and water
mx0, mx1, my0, my1 = -0.70, 1.30, 0.76, 1.85
TOP, BOT = 80, -57


def at(lon, lat):
    return c(
        mx0 + (lon + 180) / 360 * (mx1 - mx0), my1 - (TOP - lat) / (TOP - BOT) * (my1 - my0), bw
    )


LAND = [
    [
        (-168, 66),
        (-156, 71),
        (-128, 70),
        (-110, 68),
        (-95, 72),
        (-82, 68),
        (-94, 60),
        (-82, 54),
        (-79, 52),
        (-77, 60),
        (-65, 59),
        (-56, 52),
        (-66, 46),
        (-70, 42),
        (-75, 36),
        (-81, 31),
        (-80, 25),
        (-84, 30),
        (-94, 29),
        (-97, 25),
        (-95, 18),
        (-88, 21),
        (-88, 16),
        (-83, 10),
        (-79, 9),
        (-86, 12),
        (-95, 15),
        (-105, 20),
        (-112, 29),
        (-117, 33),
        (-124, 40),
        (-124, 48),
        (-133, 56),
        (-148, 60),
        (-160, 57),
        (-165, 61),
    ],
    [(-58, 78), (-30, 79), (-20, 76), (-24, 69), (-42, 60), (-52, 66), (-60, 75)],
    [
        (-79, 9),
        (-72, 12),
        (-60, 9),
        (-50, 0),
        (-35, -6),
        (-39, -15),
        (-48, -27),
        (-58, -37),
        (-66, -46),
        (-69, -54),
        (-74, -50),
        (-72, -30),
        (-70, -18),
        (-81, -5),
        (-77, 3),
    ],
    [
        (-6, 36),
        (10, 37),
        (20, 32),
        (32, 31),
        (36, 22),
        (43, 11),
        (51, 11),
        (40, -4),
        (40, -16),
        (32, -28),
        (20, -35),
        (12, -17),
        (9, 3),
        (-8, 5),
        (-17, 14),
        (-13, 27),
    ],
    [
        (-9, 43),
        (-9, 37),
        (-2, 36.5),
        (3, 43),
        (12, 40),
        (16, 38),
        (19, 41),
        (23, 37),
        (28, 40),
        (36, 36),
        (35, 31),
        (43, 13),
        (52, 17),
        (59, 22),
        (56, 25),
        (50, 29),
        (57, 26),
        (66, 25),
        (72, 20),
        (77, 8),
        (81, 16),
        (88, 22),
        (93, 20),
        (98, 9),
        (103, 2),
        (101, 13),
        (105, 9),
        (109, 12),
        (106, 20),
        (114, 22),
        (121, 28),
        (121, 37),
        (118, 39),
        (122, 40),
        (125, 39),
        (126.5, 34.5),
        (129, 35.5),
        (128, 39),
        (131, 43),
        (140, 50),
        (137, 54),
        (155, 59),
        (157, 51),
        (163, 58),
        (178, 63),
        (180, 69),
        (160, 70),
        (140, 73),
        (113, 76),
        (100, 77),
        (80, 73),
        (68, 68),
        (44, 66),
        (40, 66),
        (30, 71),
        (15, 69),
        (5, 61),
        (8, 58),
        (13, 55.5),
        (18, 60),
        (24, 66),
        (22, 60),
        (28, 60),
        (20, 55),
        (10, 54),
        (2, 51),
        (-4, 48),
        (-1, 45),
    ],
    [(-5, 50), (1, 52), (-2, 57), (-5, 58), (-4, 54)],
    [(130, 32), (136, 34), (141, 36), (141, 42), (145, 44), (141, 45), (139, 38), (132, 35)],
    [
        (114, -22),
        (122, -18),
        (131, -12),
        (136, -13),
        (141, -11),
        (146, -19),
        (153, -26),
        (150, -37),
        (140, -38),
        (130, -32),
        (116, -35),
    ],
    [(95, 5), (106, -6), (103, -1)],
    [(109, 1), (117, 6), (117, -3), (111, -3)],
    [(131, -1), (141, -3), (150, -10), (141, -9)],
    [(44, -16), (50, -16), (47, -25), (43, -23)],
    [(172, -35), (178, -38), (171, -45), (167, -46)],
]
r.append(
    el(
        wall(c, mx0 - 0.02, mx1 + 0.05, my0 - 0.05, my1, bw),
        '#4f6266',
        opacity=0.5,
        filter='url(#f4)',
    )
)
r.append(
    el(wall(c, mx0 - 0.03, mx1 + 0.03, my0 - 0.03, my1 + 0.03, bw), '#d9d6c2')
    + el(wall(c, mx0, mx1, my0, my1, bw), '#8fb0b6')
)
for lat in (60, 30, 0, -30):
    r.append(st(line([at(-180, lat), at(180, lat)]), '#6f9199', 1, opacity=0.6))
for lon in range(-150, 180, 30):
    r.append(st(line([at(lon, TOP), at(lon, BOT)]), '#6f9199', 1, opacity=0.5))
for i, A in enumerate(LAND):
    P = [at(*p) for p in A]
    d = soft(P, t=0.32)
    r.append(
        el(d, '#5f8288', opacity=0.6, transform='translate(1.5,2)')
        + el(d, ('#c9b684', '#d6d2bd', '#b7b98a', '#cfb487', '#c2b98c')[min(i, 4)])
    )
for t in (0.25, 0.5, 0.75):  # it has been folded
    x = mx0 + (mx1 - mx0) * t
    r.append(
        st(line([c(x, my1, bw), c(x, my0, bw)]), '#eef0e2', 1.4, opacity=0.45)
        + st(line([c(x + 0.008, my1, bw), c(x + 0.008, my0, bw)]), '#56717a', 1.2, opacity=0.4)
    )
# four tubes on the ceiling
tubes = ''
for x in (-2.2, 0.75):
    for z in (4.5, 5.9):
        tubes += el(flat(c, x - 0.6, x + 0.6, H - 0.02, z, z + 0.16), '#e4eade') + el(
            flat(c, x - 0.56, x + 0.56, H - 0.03, z + 0.05, z + 0.11), '#fbfcf0'
        )
# the row of washers in the middle, their backs to the dryers
for i in range(5):
    x = -3.62 + i * 0.7
    r.append(
        machine(
            x,
            x + 0.69,
            0,
            0.92,
            5.25,
            0.66,
            '#b3bab2',
            0.22,
            '#31444e',
            ['#66788a', None, '#8a8478', None, '#6f8a84', None][i],
        )
    )
# basket on wheels, right
bx = c(1.15, 0, 4.9)
k = c.f / 4.9 / 100
b = Body(bx[0], bx[1], k)
cart = b.shadow('#18232c', 40, 5, 4, 0.5, 4)
for x in (-27, 27):
    cart += ell(*b.at([(x, 4)])[0], 4 * k, 4 * k, '#27333b')
cart += b.form([(-36, 66), (36, 66), (29, 12), (-29, 12)], T('#6f8488', 0.3, 0.4), 1.2, 24, t=0.12)
for i in range(9):
    cart += b.fold([(-32 + i * 8, 64), (-26 + i * 6.5, 13)], '#43565c', 0.7, 0.8)
for y in (52, 38, 25):
    cart += b.fold([(-34.5 + (66 - y) * 0.13, y), (34.5 - (66 - y) * 0.13, y)], '#43565c', 0.7, 0.8)
cart += b.form(
    [(-34, 65), (-24, 74), (-10, 70), (2, 78), (18, 72), (34, 66), (20, 62), (-18, 62)],
    T('#b4b7a8', 0.4, 0.4),
    1.4,
    9,
)
cart += b.fold([(-40, 69), (40, 69)], '#8fa0a0', 1.6, 0) + b.form(
    [(-37, 68), (37, 68), (37, 64.5), (-37, 64.5)], T('#9fb0ae'), 0.5, 2, t=0.2
)
r.append(cart)
room = ''.join(r)
light = (
    '<g style="mix-blend-mode:multiply"><rect width="1920" height="1080" fill="#4a606a"/>'
    + ''.join(
        '<g style="mix-blend-mode:screen">' + ell(x, y, a, b_, 'url(#room)', opacity=op) + '</g>'
        for x, y, a, b_, op in (
            (1000, 330, 600, 500, 1),
            (1000, 420, 360, 300, 0.6),
            (470, 300, 620, 420, 0.7),
            (980, 600, 460, 260, 0.8),
            (620, 760, 560, 170, 0.6),
        )
    )
    + '</g>'
)
B = ['<g style="isolation:isolate">' + room + light + '</g>', '<g>' + tubes + '</g>']
g = []
for x in (-2.2, 0.75):
    for z in (4.5, 5.9):
        p = c(x, H - 0.03, z + 0.08)
        g.append(ell(p[0], p[1] + 10, 380 / z * 1.4, 120, 'url(#room)', opacity=0.22))
B.append('<g style="mix-blend-mode:screen">' + ''.join(g) + '</g>')
# ---------------------------------------------------------------- the two
hair, skin = T('#2b2a30', 0.28, 0.5), T('#8a6a58', 0.5, 0.45)
p = c(0.36, 0, 6.28)
b = Body(p[0], p[1], c.f / 6.28 / 100, light=(0.35, 0.9))
jacket, trou = T('#58788a'), T('#3d4350')
green = T('#5c8264', 0.4, 0.5)
kid = b.shadow('#18232c', 22, 3, 2, 0.55, 2)
kid += legs(b, trou, green, hip=62, gap=6.2, w=(12.5, 10.5, 8.5), ankle=9, feet=((-1, 1), (2, 2)))
kid += arm(b, [(11, 100), (33, 122), (50, 141)], jacket, skin, (11, 9.5, 7.6), 3.6)
kid += arm(b, [(-11, 100), (-33, 115), (-56, 127)], jacket, skin, (11, 9.5, 7.6), 3.6)
# palms laid flat, fingers spread
for hx, hy, a0 in ((52.5, 143.5, 0.82), (-59, 128.3, 2.62)):
    for j, da in enumerate((-0.42, -0.14, 0.14, 0.42)):
        ln = (6.2, 7.2, 7, 5.8)[j]
        kid += b.limb(
            [(hx, hy), (hx + ln * math.cos(a0 + da), hy + ln * math.sin(a0 + da))],
            (2, 1.5),
            skin,
            0.3,
            1.2,
        )
    kid += b.limb(
        [
            (hx - math.cos(a0), hy - math.sin(a0)),
            (hx + 4.4 * math.cos(a0 + 1.25), hy + 4.4 * math.sin(a0 + 1.25)),
        ],
        (2.1, 1.6),
        skin,
        0.3,
        1.2,
    )
kid += coat(b, jacket, top=104, hem=57, w=(14.6, 14.4, 16.6), quilts=0)
kid += (
    b.fold([(-13, 60.6), (0, 58.8), (13, 61)], deep(jacket), 0.7, 0.6)
    + b.fold([(-9, 96), (-5, 88), (-8, 78)], deep(jacket), 0.8, 0.5)
    + b.fold([(9, 97), (6, 88), (9, 76)], deep(jacket), 0.8, 0.5)
)
kid += (
    neck(b, skin, 112, 6.6)
    + collar(b, jacket, 104.5, 8.6, 5)
    + bob(b, hair, 121.5, (11, 12.4), -8.6)
)
p = c(-1.12, 0, 4.98)
b = Body(p[0], p[1], c.f / 4.98 / 100, light=(0.75, 0.7))
knit = T('#5f6a72', 0.4, 0.5)
red = T('#97403a', 0.3, 0.42)
woman = b.shadow('#18232c', 30, 5, -6, 0.5, 4)
woman += legs(b, T('#35404c', 0.35, 0.5), T('#22262c'), hip=78, gap=7.6, feet=((-2, 0), (3, 1.4)))
# the scarf lies over the edge of the machine, folded once; its end hangs down
S = [
    (c(-0.93, 0.925, 5.72)),
    (c(-0.30, 0.925, 5.74)),
    (c(-0.26, 0.925, 5.30)),
    (c(-0.86, 0.925, 5.26)),
]
sc = (
    '<g filter="url(#f4)" opacity=".55">'
    + el(poly([(x + 8, y + 6) for x, y in S]), '#1a2128')
    + '</g>'
)
a0, a1 = c(-0.80, 0.93, 5.24), c(-0.40, 0.93, 5.24)
h0, h1 = c(-0.78, 0.60, 5.22), c(-0.39, 0.56, 5.22)
hang = 'M%s L%s C%s %s %s Q%s %s C%s %s %sz' % (
    xy(a0),
    xy(a1),
    xy((a1[0] + 5, a1[1] + 30)),
    xy((h1[0] - 4, h1[1] - 30)),
    xy(h1),
    xy(((h0[0] + h1[0]) / 2, h0[1] + 5)),
    xy(h0),
    xy((h0[0] + 5, h0[1] - 30)),
    xy((a0[0] - 4, a0[1] + 30)),
    xy(a0),
)
fringe = ''.join(
    st(
        'M%s q%d,8 %d,%d'
        % (
            xy(along(h0, h1, (i + 0.5) / 12)),
            R.choice([-2, 2]),
            R.choice([-2, 0, 2]),
            R.randint(13, 18),
        ),
        red[1],
        2.6,
    )
    for i in range(12)
)
top = soft(
    [
        S[0],
        along(S[0], S[1], 0.5),
        S[1],
        (S[1][0] + 8, S[1][1] + 12),
        S[2],
        a1,
        a0,
        S[3],
        (S[3][0] - 8, S[3][1] - 20),
    ],
    t=0.28,
)
sc += (
    el(top, mix(red[0], red[1], 0.35))
    + fringe
    + shaded(hang, red, (-7, 3), (-58, 8))
    + el(hang, '#000', filter='url(#weave)', opacity=0.5)
    + el(top, '#000', filter='url(#weave)', opacity=0.35)
)
for t in (0.28, 0.52, 0.76):
    e, f = along(a0, a1, t), along(h0, h1, t + 0.03)
    sc += st(
        'M%s Q%s %s' % (xy(e), xy((e[0] + 6, (e[1] + f[1]) / 2)), xy(f)),
        deep(red),
        2.4,
        opacity=0.6,
    )
# the second fold, being turned back over the first
fold_back = soft(
    [
        along(S[0], S[1], 0.08),
        along(S[0], S[1], 0.62),
        (along(S[0], S[2], 0.62)[0] + 6, along(S[0], S[2], 0.6)[1] - 4),
        along(S[3], S[2], 0.44),
        along(S[3], S[2], 0.02),
    ],
    t=0.3,
)
sc += (
    el(fold_back, '#1a2128', opacity=0.35, filter='url(#b2)', transform='translate(7,5)')
    + shaded(fold_back, red, (-6, 4), (-46, 6))
    + el(fold_back, '#000', filter='url(#weave)', opacity=0.4)
)
sc += st(line([a0, a1]), mix(red[0], LIT, 0.3), 2.4, opacity=0.7, filter='url(#b1)')
sleeve_r = arm(b, [(13.5, 121), (30, 105), (42, 97.6)], knit, None, (13, 11.5, 8.6))
woman += sc
# the far hand is on the cloth too, beyond her
woman += arm(b, [(-13, 121), (-24, 103), (-15, 96)], knit, None, (13, 11.5, 9))
woman += coat(b, knit, top=128, hem=72, w=(17.5, 15.8, 18.6), quilts=0, seam=False)
for P in (
    [(-12, 118), (-6, 108), (-8, 96)],
    [(12, 119), (8, 109), (11, 98)],
    [(-14, 88), (-4, 84.5), (8, 86)],
    [(-15, 81), (0, 78.5), (14, 81)],
):
    woman += b.fold(P, deep(knit), 0.9, 0.5)
woman += b.fold([(-18, 75.4), (0, 73.4), (18, 75.8)], deep(knit), 0.9, 0.6)
# a tie of the laundry's apron
woman += b.form(
    [(-17, 98), (0, 96), (17, 98), (17.2, 94.5), (0, 92.4), (-17.2, 94.5)],
    T('#a8ad9e', 0.4, 0.4),
    0.6,
    6,
)
woman += (
    b.limb([(0, 94.5), (5, 90), (4, 80)], (3, 2.6, 3), T('#a8ad9e', 0.4, 0.4), 0.5, 2)
    + b.limb([(0, 94.5), (-4, 89), (-3, 82)], (3, 2.6, 3), T('#a8ad9e', 0.4, 0.4), 0.5, 2)
    + b.limb(
        [(0, 94.5), (-6, 97), (-7, 93.6), (0, 94)],
        (2.2, 2.6, 2.4, 2),
        T('#a8ad9e', 0.4, 0.4),
        0.4,
        2,
    )
    + b.limb(
        [(0, 94.5), (6, 97), (7, 93.4), (0, 94)], (2.2, 2.6, 2.4, 2), T('#a8ad9e', 0.4, 0.4), 0.4, 2
    )
)
woman += sleeve_r
for j in range(4):
    woman += b.limb(
        [(44, 97.2 - j * 0.5), (51.5 - j * 0.7, 94.6 - j * 1.1)], (2.4, 1.9), skin, 0.4, 1.4
    )
woman += b.form([(40, 99.4), (45, 99), (47.6, 96.4), (45.5, 93.6), (41, 94.4)], skin, 0.5, 2.4)
woman += collar(b, knit, 128.5, 8.6, 3) + bun(b, hair, skin, 146.5)
kid, woman = '<g>' + kid + '</g>', '<g>' + woman + '</g>'
# ---------------------------------------------------------------- the front: brick, glass, rain, the lamp
q = random.Random(8)
gx0, gx1, gy0, gy1 = -2.02, 1.0, 0.42, 2.42
dx0, dx1, dy1 = 1.16, 2.04, 2.06
GL = [wall(c, gx0, gx1, gy0, gy1, gz), wall(c, dx0 + 0.09, dx1 - 0.09, 0.24, dy1 - 0.09, gz)]
hole = ''.join(GL)
D.append('<clipPath id="glass"><path d="%s"/></clipPath>' % hole)
D.append(
    '<mask id="front"><rect x="-60" y="-60" width="2040" height="1200" fill="#fff"/><path d="%s" fill="#000"/></mask>'
    % hole
)
f = ['<g clip-path="url(#glass)"><rect width="1920" height="1080" fill="url(#glassdark)"/>']
# rain: runs and beads, each with its light at the rim
for i in range(40):
    x = q.uniform(60, 1740)
    y = q.uniform(-40, 620)
    ln = q.uniform(60, 300)
    w = q.uniform(1.2, 3.2)
    P = [(x, y)]
    while P[-1][1] < y + ln:
        P.append((P[-1][0] + q.uniform(-4, 4), P[-1][1] + q.uniform(18, 42)))
    f.append(
        st(
            soft(P, False),
            '#dfeeea',
            n(w),
            opacity=n(q.uniform(0.08, 0.24)),
            stroke_linecap='round',
        )
    )
    f.append(ell(P[-1][0], P[-1][1], w * 1.0, w * 1.6, '#dfeeea', opacity=0.5))
for i in range(430):
    x, y = q.uniform(40, 1740), q.uniform(-10, 880)
    s = q.choice([1.2, 1.6, 2.2, 3.2]) * q.uniform(0.7, 1.2)
    warm = math.hypot(x - 1560, y - 110) < 420 and q.random() < 0.6
    f.append(
        ell(
            x,
            y,
            s,
            s * q.uniform(1, 1.5),
            '#ffdca0' if warm else 'url(#drop)',
            opacity=n(q.uniform(0.35, 0.85)),
        )
    )
f.append('</g>')
m = ['<rect x="-60" y="-60" width="2040" height="1200" fill="url(#brick)"/>']
z = gz
yy = -0.2
row = 0
while yy < 2.6:
    x = -2.6 + (row % 2) * 0.12
    while x < 2.6:
        m.append(
            el(
                wall(c, x + 0.006, x + 0.234, yy + 0.006, yy + 0.074, z),
                q.choice(['#1d2633', '#18202c', '#232d3a', '#1a222e']),
                opacity=n(q.uniform(0.5, 1)),
            )
        )
        x += 0.24
    yy += 0.08
    row += 1
# pavement before it, wet
m.append('<rect x="-60" y="%s" width="2040" height="300" fill="url(#pave)"/>' % n(c(0, 0, gz)[1]))
f.append('<g mask="url(#front)">' + ''.join(m) + '</g>')
fr = '#101823'
edge_c = '#5f7680'
for x0, x1, y0, y1 in (
    (gx0 - 0.07, gx0 + 0.0, gy0 - 0.07, gy1),
    (gx1, gx1 + 0.07, gy0 - 0.07, gy1),
    (gx0 - 0.07, gx1 + 0.07, gy0 - 0.08, gy0),
    (gx0, gx1, gy1, gy1 + 0.1),
    (-1.16, -1.12, gy0, gy1),
    (dx0, dx0 + 0.09, 0, dy1),
    (dx1 - 0.09, dx1, 0, dy1),
    (dx0, dx1, dy1 - 0.09, dy1),
    (dx0, dx1, 0.02, 0.24),
):
    f.append(el(wall(c, x0, x1, y0, y1, gz), fr))
f.append(
    el(flat(c, gx0 - 0.12, gx1 + 0.12, gy0 - 0.07, gz - 0.14, gz), '#1f2b36')
    + el(wall(c, gx0 - 0.12, gx1 + 0.12, gy0 - 0.12, gy0 - 0.07, gz - 0.14), '#121a24')
)
for P in ((gx0, gy0, gy1), (-1.12, gy0, gy1), (dx0 + 0.09, 0.24, dy1 - 0.09)):
    f.append(st(line([c(P[0], P[1], gz), c(P[0], P[2], gz)]), edge_c, 2.2, opacity=0.6))
f.append(st(line([c(gx0, gy0, gz), c(gx1, gy0, gz)]), '#9fb6b4', 2.6, opacity=0.6))
a, e = c(dx0 + 0.045, 0.95, gz), c(dx0 + 0.045, 1.3, gz)
f.append(
    st(line([a, e]), '#c9b48a', 7, stroke_linecap='round')
    + st(line([(a[0] - 2, a[1]), (e[0] - 2, e[1])]), '#ffe3b0', 2, opacity=0.8)
)
# the lamp over the door: one bent tube
nx, ny = c(1.6, 2.3, gz)
f.append(
    ell(nx, ny, 560, 420, 'url(#neon)', opacity=0.55)
    + ell(nx, ny + 20, 300, 180, 'url(#neon)', opacity=0.5)
)
f.append(
    el('M%s h236 v12 h-236z' % xy((nx - 118, ny - 50)), '#0c121b')
    + ''.join(st('M%d,%s v22' % (nx + x, n(ny - 42)), '#0c121b', 4) for x in (-80, 80))
)
loop = 'M%s h170 a26,26 0 0,1 0,52 h-170 a26,26 0 0,1 0,-52z' % xy((nx - 85, ny - 26))
wave = 'M%s q20,-22 40,0 t40,0 t40,0 t40,0' % xy((nx - 80, ny))
for d in (loop, wave):
    f.append(
        st(d, '#ff9f43', 20, opacity=0.35, filter='url(#f8)')
        + st(d, '#ffcf86', 8, opacity=0.95, stroke_linecap='round')
        + st(d, '#fff4d8', 3.2, stroke_linecap='round')
    )
# its light on the brick edges, on the sill and in the wet
f.append(
    st(line([c(dx1, 0.1, gz), c(dx1, dy1, gz)]), '#ffcf86', 2.4, opacity=0.55, filter='url(#b1)')
    + st(line([c(dx0, dy1, gz), c(dx1, dy1, gz)]), '#ffcf86', 3, opacity=0.8, filter='url(#b1)')
    + st(
        line([c(0.3, gy0 - 0.07, gz - 0.14), c(gx1 + 0.12, gy0 - 0.07, gz - 0.14)]),
        '#ffcf86',
        2.4,
        opacity=0.5,
        filter='url(#b1)',
    )
)
for i in range(26):
    x = nx + q.gauss(0, 1) * 62
    y = q.uniform(1022, 1072)
    f.append(
        ell(x, y, q.uniform(14, 60), q.uniform(1, 3), '#ffcf86', opacity=n(q.uniform(0.1, 0.4)))
    )
for i in range(40):
    x = q.uniform(80, 1330)
    y = q.uniform(1024, 1074)
    f.append(
        ell(
            x, y, q.uniform(20, 90), q.uniform(0.8, 2.2), '#8fb0b4', opacity=n(q.uniform(0.06, 0.2))
        )
    )
f.append('<rect x="0" y="760" width="1920" height="320" fill="url(#vig)" opacity=".85"/>')
pull_layers(
    'laundry',
    D,
    B[:3],
    [('child', 0.12, [kid]), ('woman', 0.25, [woman]), ('front', 0.5, f)],
    INK,
    'front',
)
