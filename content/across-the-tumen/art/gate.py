"""A street of embassies on a spring morning: an iron gate stands open by the width of a person,
beside it a guard's box with its lamp on; from behind, a woman in a red scarf and a child in an
ironed blouse have stopped some steps away; bicycles lean on the wall, the trees are in first leaf."""
import random

from atelier import branch
from stage import *

R = random.Random(514)
c = Cam(500, 372, 1350, 1.55)
WZ = 11.5  # the wall
D = [
    lg('sky', [(0, '#8fb0bf'), (0.55, '#c3d3cf'), (1, '#eee6cd')], 0, 0, 0, 380, True),
    lg('wall', [(0, '#b9b0a0'), (0.6, '#cfc5b0'), (1, '#ddd2ba')], 0, 0, 1, 0),
    lg('house', [(0, '#d9d2c0'), (1, '#e9e1cc')], 0, 0, 1, 0),
    lg('pave', [(0, '#cfc7b6'), (0.4, '#a9a79f'), (1, '#6a7480')], 0, 520, 0, 860, True),
    lg('road', [(0, '#a9adab'), (1, '#7c868e')], 0, 380, 0, 700, True),
    lg('iron', [(0, '#3f5750'), (1, '#2f453f')]),
    lg('ironlit', [(0, '#5f7d70'), (1, '#46625a')], 0, 0, 1, 0),
    lg('garden', [(0, '#f3efd2'), (0.5, '#dfe3b0'), (1, '#c9c79a')]),
    rg(
        'glow',
        [
            (0, ('#ffe9bd', 0.95)),
            (0.25, ('#ffcf86', 0.55)),
            (0.6, ('#ffb860', 0.14)),
            (1, ('#ffb860', 0)),
        ],
    ),
    rg('sun', [(0, ('#fffaf0', 0.7)), (0.5, ('#fff2d8', 0.25)), (1, ('#fff2d8', 0))]),
    lg(
        'cool',
        [(0, ('#4b5f80', 0.62)), (0.4, ('#5f7390', 0.3)), (1, ('#7d8ca0', 0))],
        0,
        0,
        1900,
        0,
        True,
    ),
    lg('vig', [(0, ('#1b2436', 0)), (0.4, ('#1b2436', 0.45)), (1, ('#161d2d', 0.97))]),
]
INK = '#161d2d'
LIT, DARK = '#fff3d8', '#2b3550'


def T(col, a=0.5, b=0.42):
    return tones(col, LIT, DARK, a, b)


def leaves(tips, r, k, cols, m=3, spread=0.3, size=0.05):
    """first leaf: a scatter of small blades round the twigs, light ones last"""
    o = {}
    for x, y in tips:
        for _ in range(m):
            a, b = x + r.gauss(0, spread) * k, y + r.gauss(0, spread * 0.75) * k
            s = size * k * r.uniform(0.5, 1.3)
            t = r.uniform(0, 3.14)
            dx, dy = math.cos(t) * s, math.sin(t) * s * 0.8
            o.setdefault(r.choice(cols), []).append(
                'M%s Q%s %s Q%s %sz'
                % (
                    xy((a - dx, b - dy)),
                    xy((a - dy * 0.6, b + dx * 0.6)),
                    xy((a + dx, b + dy)),
                    xy((a + dy * 0.6, b - dx * 0.6)),
                    xy((a - dx, b - dy)),
                )
            )
    return ''.join(el(''.join(o[col]), col) for col in cols if col in o)


def tree(x, z, hgt, seed, bark, cols, depth=5, m=3, lean=0.0, white=True, size=0.05, spread=0.3):
    r = random.Random(seed)
    p = c(x, 0, z)
    k = c.f / z
    out, tips = [], []
    branch(
        p[0], p[1] - 0.1 * k, -math.pi / 2 + lean, hgt * k, 0.26 * k, r, depth, out, 0.0, None, tips
    )
    lit = mix(bark, LIT, 0.45)
    o = el(''.join(out), lit, transform='translate(%s,0)' % n(0.022 * k)) + el(''.join(out), bark)
    if white:  # limewashed to the height of a hip, as street trees here are
        i = next(_id)
        D.append('<clipPath id="tr%d"><path d="%s"/></clipPath>' % (i, ''.join(out[:1])))
        o += (
            '<g clip-path="url(#tr%d)"><rect x="%s" y="%s" width="%s" height="%s" fill="#c3c4be"/><rect x="%s" y="%s" width="%s" height="%s" fill="#f1ead8"/></g>'
            % (
                i,
                n(p[0] - k),
                n(p[1] - 1.05 * k),
                n(2 * k),
                n(1.2 * k),
                n(p[0] + 0.03 * k),
                n(p[1] - 1.05 * k),
                n(k),
                n(1.2 * k),
            )
        )
    if white:
        o += ell(p[0], p[1] + 0.005 * k, 0.34 * k, 0.055 * k, '#7d766b')
    return o + leaves(tips, r, k, cols, m, spread, size)


_id = itertools.count()
GREEN = ['#7f9a58', '#9bb368', '#b9c97c', '#d5dc98']
# ---------------------------------------------------------------- sky, the house behind the wall
s = ['<rect width="1920" height="1080" fill="url(#sky)"/>']
q = random.Random(2)
for x, y, w, h, o in (
    (380, 90, 560, 11, 0.4),
    (1240, 60, 700, 12, 0.4),
    (820, 150, 460, 9, 0.45),
    (1640, 170, 420, 9, 0.5),
):
    s.append(el(lens(x, y, w, h, q), '#f4eedb', opacity=o, filter='url(#b1)'))
s.append(ell(1900, 130, 760, 420, 'url(#sun)'))
hz = 24
s.append(
    el(wall(c, 6.2, 22, 0, 6.6, hz), 'url(#house)')
    + el(side(c, 6.2, 0, 6.6, hz, hz + 9), '#a9abad')
)
s.append(
    el(
        face(
            c, (5.7, 6.5, hz - 0.6), (22.4, 6.5, hz - 0.6), (21.5, 8.3, hz + 4), (7.2, 8.3, hz + 4)
        ),
        '#8f8378',
    )
    + el(
        face(
            c,
            (5.7, 6.5, hz - 0.6),
            (22.4, 6.5, hz - 0.6),
            (22.4, 6.3, hz - 0.6),
            (5.7, 6.3, hz - 0.6),
        ),
        '#efe6d0',
    )
)
for i in range(7):
    for y in (3.7,):
        x = 7.3 + i * 2.05
        s.append(
            el(wall(c, x - 0.12, x + 1.02, y - 0.1, y + 1.9, hz), '#f3ecd9')
            + el(wall(c, x, x + 0.9, y, y + 1.8, hz), '#7f95a3')
            + el(wall(c, x, x + 0.42, y + 0.9, y + 1.8, hz), '#a9bcc2')
            + el(wall(c, x - 0.36, x - 0.14, y, y + 1.8, hz), '#8fa08f')
            + el(wall(c, x + 1.04, x + 1.26, y, y + 1.8, hz), '#8fa08f')
        )
# the side street runs away on the left: another wall, its trees, roofs
s.append('<rect x="-10" y="%s" width="1000" height="720" fill="url(#road)"/>' % n(c.cy))
s.append(
    el(side(c, -8.5, 0, 2.5, 7, 130), '#9aa0a0') + el(side(c, -8.5, 2.42, 2.62, 7, 130), '#c9c8bd')
)
s.append(
    el(flat(c, -8.5, -6.3, 0.0, 5, 130), '#b3b4ae')
    + el(side(c, -6.3, -0.12, 0.0, 5, 130), '#83898c')
)
for z0, z1, hh, col in (
    (34, 60, 6.4, '#b3b9b8'),
    (20, 31, 5.2, '#a3abad'),
    (12, 18, 6.2, '#959fa5'),
):
    s.append(
        el(side(c, -11, 2.4, hh, z0, z1), col)
        + el(wall(c, -26, -11, 2.4, hh, z0), mix(col, '#5f6d80', 0.35))
        + el(
            face(
                c,
                (-10.4, hh, z0 - 0.4),
                (-10.4, hh, z1),
                (-13.4, hh + 1.7, z1),
                (-13.4, hh + 1.7, z0 - 0.4),
            ),
            '#878381',
        )
    )
s.append(el(wall(c, -6, 8, 0, 3.4, 140), '#a9bbb4', opacity=0.8))
for i, z in enumerate((62, 46, 35, 27, 21, 16.5, 13)):
    s.append(
        tree(
            -7.1,
            z,
            1.75,
            40 + i,
            mix('#6d665c', '#b9c4c0', min(0.65, z / 90)),
            [mix(g, '#c3d3cf', min(0.6, z / 100)) for g in GREEN],
            4,
            4,
            0.02,
            z < 40,
            0.06,
            0.36,
        )
    )
for i, z in enumerate((70, 52, 40, 31, 24.5)):
    s.append(
        tree(
            -1.1,
            z,
            1.7,
            60 + i,
            mix('#6d665c', '#b9c4c0', min(0.65, z / 90)),
            [mix(g, '#c3d3cf', min(0.6, z / 100)) for g in GREEN],
            4,
            4,
            -0.02,
            False,
            0.06,
            0.36,
        )
    )
s.append(
    '<rect x="300" y="300" width="420" height="130" fill="#e9e6d3" opacity=".4" filter="url(#f30)"/>'
)
# garden trees behind the wall
for i, (x, z, hh) in enumerate(((1.2, 17, 2.2), (4.2, 20, 2.4), (9.2, 18, 2.3), (12.6, 16, 2.0))):
    s.append(
        tree(
            x,
            z,
            hh,
            80 + i,
            '#8a8072',
            [mix(g, '#dfe3c8', 0.32) for g in GREEN],
            5,
            3,
            0,
            False,
            0.055,
            0.34,
        )
    )
base = ['<g>' + ''.join(s) + '</g>']
# ---------------------------------------------------------------- pavement, wall, gate
s = []
s.append(
    el(
        poly(
            [
                c(-1.5, 0, 130),
                c(-1.5, 0, 6.2),
                c(18, 0, 6.2),
                c(18, 0, WZ),
                c(-0.55, 0, WZ),
                c(-0.55, 0, 130),
            ]
        ),
        'url(#pave)',
    )
)
z = WZ
while z > 6.3:
    s.append(st(line([c(-1.5, 0, z), c(18, 0, z)]), '#7d8288', 1.3, opacity=0.45))
    z -= 0.52
for i in range(38):
    x = -1.5 + i * 0.52
    s.append(st(line([c(x, 0, WZ), c(x, 0, 6.2)]), '#7d8288', 1.3, opacity=0.4))
for i in range(60):
    x, z = -1.5 + R.randint(0, 36) * 0.52, WZ - R.randint(1, 9) * 0.52
    s.append(
        el(
            flat(c, x, x + 0.52, 0, z, z + 0.52),
            R.choice(['#e6dcc4', '#8f949a', '#b9b3a6']),
            opacity=n(R.uniform(0.12, 0.35)),
        )
    )
s.append(
    el(wall(c, -1.5, 18, -0.14, 0, 6.2), '#8f969c')
    + el(side(c, -1.5, -0.14, 0, 6.2, 130), '#7f878e')
    + st(line([c(-1.5, 0, 6.2), c(18, 0, 6.2)]), '#efe5cd', 2.4, opacity=0.7)
)
s.append('<rect x="-10" y="%s" width="1940" height="400" fill="#7a828b"/>' % n(c(0, -0.14, 6.2)[1]))
s.append(
    el(
        face(c, (-1.5, -0.14, 6.2), (18, -0.14, 6.2), (18, -0.14, 5.75), (-1.5, -0.14, 5.75)),
        '#5f6975',
        opacity=0.6,
    )
)
for i in range(9):  # the painted edge of the carriageway
    x = -2.6 + i * 1.5
    s.append(
        el(
            face(
                c,
                (x, -0.14, 4.95),
                (x + 0.9, -0.14, 4.95),
                (x + 0.9, -0.14, 4.83),
                (x, -0.14, 4.83),
            ),
            '#cfccbf',
            opacity=0.75,
        )
    )
a = c(3.5, -0.14, 5.3)
s.append(
    ell(a[0], a[1], 74, 15, '#5a636e')
    + ell(a[0], a[1] - 1.5, 68, 13, '#6a737d')
    + ''.join(
        st('M%s h%d' % (xy((a[0] - w, a[1] - 7 + i * 4)), 2 * w), '#525b66', 1.6)
        for i, w in enumerate((40, 56, 58, 44))
    )
)
wx0 = -0.55
gx0, gx1 = 3.25, 6.15
hh = 2.55


def walling(x0, x1):
    o = el(wall(c, x0, x1, 0, hh, WZ), 'url(#wall)')
    r = random.Random(int(x0 * 7))
    for i in range(7):
        y = 0.5 + i * 0.3
        x = x0
        while x < x1:
            d = r.uniform(0.5, 0.9)
            if r.random() < 0.5:
                o += el(
                    wall(c, x, min(x + d, x1), y, y + 0.28, WZ),
                    r.choice(['#b3a892', '#e6dcc6', '#a9a294']),
                    opacity=n(r.uniform(0.1, 0.32)),
                )
            x += d
    o += el(wall(c, x0, x1, 0, 0.42, WZ), '#8d8a84') + st(
        line([c(x0, 0.42, WZ), c(x1, 0.42, WZ)]), '#efe6d0', 2, opacity=0.6
    )
    o += el(wall(c, x0 - 0.05, x1 + 0.05, hh, hh + 0.12, WZ - 0.1), '#ddd3bd') + el(
        wall(c, x0 - 0.05, x1 + 0.05, hh + 0.12, hh + 0.3, WZ), '#8b9690'
    )
    x = x0
    while x < x1 - 0.1:  # a coping of round tiles
        o += el(
            face(
                c,
                (x, hh + 0.12, WZ - 0.1),
                (x + 0.16, hh + 0.12, WZ - 0.1),
                (x + 0.16, hh + 0.32, WZ + 0.1),
                (x, hh + 0.32, WZ + 0.1),
            ),
            '#6f7f7a',
        ) + st(
            line([c(x + 0.13, hh + 0.12, WZ - 0.1), c(x + 0.13, hh + 0.32, WZ + 0.1)]), '#a9b7ac', 2
        )
        x += 0.19
    return o + st(line([c(x0, hh - 0.01, WZ), c(x1, hh - 0.01, WZ)]), '#6f6a66', 4, opacity=0.5)


s.append(
    el(side(c, wx0, 0, hh + 0.2, WZ, 60), '#8f9297')
    + el(side(c, wx0, hh, hh + 0.3, WZ, 60), '#77817f')
)
s.append(walling(wx0, gx0 - 0.5) + walling(gx1 + 0.5, 16))
# what the open gate shows: a bright path, steps, shrubs
s.append(el(wall(c, gx0, gx1, 0, 2.75, WZ + 0.4), 'url(#garden)'))
s.append(el(face(c, (gx0, 0, WZ), (gx1, 0, WZ), (5.5, 0, 22), (4.9, 0, 22)), '#efe6c9'))
s.append(
    el(wall(c, 4.6, 6.8, 0.3, 2.4, 20), '#d9d3b9')
    + el(wall(c, 5.35, 5.95, 0.3, 1.8, 19.9), '#9c8f76')
    + ''.join(
        el(
            wall(
                c, 5.0 - i * 0.1, 6.3 + i * 0.1, 0.3 - i * 0.1, 0.2 - i * 0.1 + 0.1, 19.8 - i * 0.3
            ),
            ('#f3ead2', '#e3d9be')[i % 2],
        )
        for i in range(3)
    )
)
for x, z, sz in ((6.1, 17, 0.5), (4.7, 16, 0.5), (5.9, 14.6, 0.4)):
    p = c(x, 0.3, z)
    s.append(
        el(
            soft(
                [
                    (p[0] + sz * c.f / z * math.cos(a), p[1] + sz * 0.8 * c.f / z * math.sin(a))
                    for a in (0, 0.8, 1.6, 2.4, 3.1, 3.9, 4.7, 5.5)
                ]
            ),
            '#a9bb78',
            opacity=0.9,
        )
    )


def leaf(P, lit):
    """an iron leaf: frame, sheet below, a row of rings above; P maps (0..1, metres) to the picture"""
    w = lambda t0, t1, y0, y1: poly([P(t0, y1), P(t1, y1), P(t1, y0), P(t0, y0)])
    o = el(w(0, 1, 0.06, 2.55), 'url(#ironlit)' if lit else 'url(#iron)')
    o += el(w(0, 1, 1.98, 2.42), '#22342f')
    for i in range(6):
        a, b = P((i + 0.5) / 6, 2.2), P((i + 0.95) / 6, 2.2)
        rx = abs(b[0] - a[0]) * 0.95
        o += ell(
            a[0],
            a[1],
            max(2, rx),
            0.17 * 105,
            'none',
            stroke='#7d9a88' if lit else '#5f7d70',
            stroke_width=3.4,
        )
    for y in (0.06, 1.0, 1.92, 2.42):
        o += el(w(0, 1, y, y + 0.07), '#587569' if lit else '#405a52') + st(
            line([P(0, y + 0.07), P(1, y + 0.07)]), '#a9c3ad', 1.6, opacity=0.7 if lit else 0.45
        )
    for t in (0, 0.93):
        o += el(w(t, t + 0.07, 0.03, 2.55), '#4d6a60' if lit else '#37504a')
    for y in (0.24, 0.8, 1.2, 1.76):
        for t in (0.18, 0.4, 0.62, 0.82):
            a = P(t, y)
            o += ell(a[0], a[1], 2.6, 2.6, '#8aa596', opacity=0.7)
    for y0, y1 in ((0.2, 0.92), (1.14, 1.84)):
        o += st(w(0.13, 0.87, y0, y1), '#2a3f39', 2, opacity=0.7)
    return o


# the shut leaf, and the one that has been left ajar: it swings inward on the right pillar
s.append(leaf(lambda t, y: c(gx0 + t * 1.45, y, WZ), False))
an = 1.30
s.append(
    leaf(
        lambda t, y: c(gx1 - (1 - t) * 1.45 * math.cos(an), y, WZ + (1 - t) * 1.45 * math.sin(an)),
        True,
    )
)
a, b = c(gx0 + 1.36, 1.14, WZ - 0.05), c(gx0 + 1.36, 1.3, WZ - 0.05)
s.append(st(line([a, b]), '#c9b68a', 6, stroke_linecap='round'))
# pillars with a ball of stone
for x0, x1 in ((gx0 - 0.55, gx0), (gx1, gx1 + 0.55)):
    s.append(
        el(wall(c, x0, x1, 0, 2.95, WZ - 0.2), '#d3c8b0')
        + el(side(c, x0, 0, 2.95, WZ - 0.2, WZ + 0.2), '#9c978e')
    )
    s.append(el(wall(c, x1 - 0.16, x1, 0, 2.95, WZ - 0.2), '#f1e6cb'))
    for y in (0.0, 0.62, 1.2, 1.8, 2.4):
        s.append(st(line([c(x0, y, WZ - 0.2), c(x1, y, WZ - 0.2)]), '#a39b8a', 2, opacity=0.7))
    s.append(
        el(wall(c, x0 - 0.1, x1 + 0.1, 2.95, 3.13, WZ - 0.28), '#e6dabf')
        + el(wall(c, x0 - 0.1, x1 + 0.1, 2.9, 2.95, WZ - 0.28), '#8d877c')
    )
    p = c((x0 + x1) / 2, 3.36, WZ)
    s.append(
        shaded(
            soft(
                [
                    (p[0] + 25 * math.cos(t), p[1] + 25 * math.sin(t))
                    for t in [i * 0.785 for i in range(8)]
                ],
                t=0.56,
            ),
            T('#cbbfa6'),
            (-6, 4),
            (-22, 10),
        )
    )
    s.append(el(wall(c, x0 - 0.06, x1 + 0.06, 0, 0.3, WZ - 0.24), '#9a958a'))
# ---------------------------------------------------------------- the guard's box
gb = []
bx0, bx1, bz = 7.05, 8.15, 10.3
gb.append(
    '<g filter="url(#f4)" opacity=".45">'
    + el(
        face(
            c,
            (bx1, 0, bz),
            (bx0, 0, bz),
            (bx0 - 2.2, 0, bz - 0.6),
            (bx0 - 2.0, 0, bz + 0.3),
            (bx1, 0, bz + 1),
        ),
        '#3a4458',
    )
    + '</g>'
)
gb.append(el(wall(c, bx0 - 0.12, bx1 + 0.12, 0, 0.12, bz - 0.1), '#8f938f'))
gb.append(box(c, bx0, bx1, 0.1, 2.4, bz, bz + 1.0, '#a9b3ae', '#d9d6c6', '#7d8a8f'))
gb.append(el(wall(c, bx0 + 0.1, bx1 - 0.1, 1.05, 2.16, bz), '#3b4a4f'))
gb.append(
    el(wall(c, bx0 + 0.14, bx1 - 0.14, 1.09, 2.12, bz), '#c98f50')
    + el(wall(c, bx0 + 0.14, bx1 - 0.14, 1.72, 2.12, bz), '#ffcf86')
)
D.append(
    '<clipPath id="pane"><path d="%s"/></clipPath>'
    % wall(c, bx0 + 0.14, bx1 - 0.14, 1.09, 2.12, bz)
)
p = c(bx0 + 0.66, 1.06, bz)
k = c.f / bz / 100
b = Body(p[0], p[1] + 100 * k, k)
gb.append(
    '<g clip-path="url(#pane)">'
    + el(
        soft(
            b.at(
                [
                    (-22, 96),
                    (-21, 122),
                    (-14, 130),
                    (-6, 133),
                    (-7, 140),
                    (-9, 150),
                    (-11.5, 154),
                    (-10, 159),
                    (0, 162),
                    (10, 159),
                    (11.5, 154),
                    (9, 150),
                    (7, 140),
                    (6, 133),
                    (14, 130),
                    (21, 122),
                    (22, 96),
                ]
            ),
            t=0.4,
        ),
        '#4a4540',
    )
    + ell(p[0] + 18, c(0, 2.02, bz)[1], 80, 60, 'url(#glow)', opacity=0.8)
    + '</g>'
)
lx, ly = c((bx0 + bx1) / 2 + 0.14, 2.0, bz)
gb.append(el('M%s l-12,16 h24z' % xy((lx, ly - 14)), '#6d5a44') + ell(lx, ly + 6, 10, 8, '#fff6dc'))
gb.append(
    st(wall(c, bx0 + 0.14, bx1 - 0.14, 1.09, 2.12, bz), '#56666a', 3)
    + st(line([c(bx0 + 0.42, 2.12, bz), c(bx0 + 0.42, 1.09, bz)]), '#56666a', 3)
)
gb.append(
    el(wall(c, bx0 + 0.14, bx1 - 0.14, 0.24, 0.94, bz), '#98a5a1')
    + st(wall(c, bx0 + 0.14, bx1 - 0.14, 0.24, 0.94, bz), '#6f7f82', 2)
)
gb.append(el(side(c, bx0, 1.09, 2.12, bz + 0.15, bz + 0.85), '#b58a55'))
gb.append(
    el(
        face(
            c,
            (bx0 - 0.22, 2.4, bz - 0.22),
            (bx1 + 0.22, 2.4, bz - 0.22),
            (bx1 + 0.1, 2.66, bz + 0.5),
            (bx0 - 0.1, 2.66, bz + 0.5),
        ),
        '#7d9088',
    )
    + el(wall(c, bx0 - 0.22, bx1 + 0.22, 2.32, 2.4, bz - 0.22), '#d9d6c6')
)
gb.append(el(wall(c, bx1 - 0.1, bx1, 0.1, 2.32, bz), '#f3ead2', opacity=0.7))
gb.append(ell(lx, ly, 190, 150, 'url(#glow)', opacity=0.55))
# ---------------------------------------------------------------- bicycles, lent against the wall


def bike(x, z, col, flip=1, lean=0.1, rider=False):
    p = c(x, 0, z)
    k = c.f / z
    Q = lambda u, y: (p[0] + flip * (u + lean * y * 0.4) * k, p[1] - y * k)
    dk = '#2f3640'
    o = ell(
        p[0] + 0.5 * k * flip - 0.2 * k,
        p[1],
        0.95 * k,
        0.05 * k,
        '#3a4458',
        opacity=0.45,
        filter='url(#f2)',
    )
    for u in (0, 1.06):
        a = Q(u, 0.33)
        o += ell(
            a[0], a[1], 0.32 * k, 0.32 * k, 'none', stroke=dk, stroke_width=n(0.034 * k)
        ) + ell(
            a[0], a[1], 0.295 * k, 0.295 * k, 'none', stroke='#c9c8bd', stroke_width=n(0.012 * k)
        )
        for i in range(9):
            t = i * 0.349
            o += st(
                line(
                    [
                        (a[0] - 0.29 * k * math.cos(t), a[1] - 0.29 * k * math.sin(t)),
                        (a[0] + 0.29 * k * math.cos(t), a[1] + 0.29 * k * math.sin(t)),
                    ]
                ),
                '#8b9298',
                0.8,
                opacity=0.7,
            )
        o += st(
            'M%s A%s,%s 0 0,%d %s'
            % (
                xy((a[0] - 0.35 * k, a[1] - 0.06 * k)),
                n(0.355 * k),
                n(0.355 * k),
                1,
                xy((a[0] + 0.3 * k, a[1] - 0.2 * k)),
            ),
            col,
            n(0.03 * k),
        )
    w = n(0.036 * k)
    for A in (
        ((0, 0.33), (0.42, 0.3)),
        ((0.42, 0.3), (0.3, 0.82)),
        ((0, 0.33), (0.33, 0.72)),
        ((0.42, 0.3), (0.88, 0.76)),
        ((0.33, 0.72), (0.87, 0.82)),
        ((1.06, 0.33), (0.86, 0.94)),
    ):
        o += st(line([Q(*A[0]), Q(*A[1])]), col, w, stroke_linecap='round')
    o += st(line([Q(0.36, 0.755), Q(0.87, 0.845)]), mix(col, LIT, 0.5), n(0.012 * k))
    o += st(
        soft([Q(0.72, 1.0), Q(0.84, 0.96), Q(0.92, 1.0), Q(0.8, 1.02)], False),
        dk,
        w,
        stroke_linecap='round',
    )
    o += el(soft([Q(0.14, 0.86), Q(0.24, 0.89), Q(0.42, 0.87), Q(0.36, 0.82), Q(0.2, 0.82)]), dk)
    o += st(line([Q(-0.16, 0.69), Q(0.22, 0.69)]), dk, n(0.03 * k)) + st(
        line([Q(0.42, 0.3), Q(0.5, 0.16)]), dk, w
    )
    o += st(
        line([Q(0.9, 0.9), Q(1.16, 0.9), Q(1.13, 0.68), Q(0.94, 0.68)]) + 'z',
        '#a68f68',
        n(0.02 * k),
    ) + el(poly([Q(0.9, 0.9), Q(1.16, 0.9), Q(1.13, 0.68), Q(0.94, 0.68)]), '#b9a27a', opacity=0.75)
    return o


bk = [
    bike(0.55, 10.9, '#4f6878', 1, 0.16),
    bike(1.32, 10.75, '#5f6f5a', 1, 0.14),
    bike(-0.25, 10.5, '#6a6258', 1, 0.1),
]
# somebody rides off down the side street
x, z = -3.4, 19
p = c(x, 0, z)
k = c.f / z / 100
b = Body(p[0], p[1], k, light=(0.9, 0.4))
rd = b.shadow('#3a4458', 30, 3, -20, 0.4, 2)
rd += (
    st(line(b.at([(0, 2), (0, 66)])), '#2f3640', n(4.5 * k))
    + b.limb([(-7, 92), (-9, 62), (-5, 34)], (14, 12, 9), T('#4f5a66'))
    + b.limb([(7, 92), (10, 56), (5, 18)], (14, 12, 9), T('#4f5a66'))
)
rd += (
    arm(b, [(-13, 136), (-22, 118), (-20, 100)], T('#7d8a98'), None)
    + arm(b, [(13, 136), (22, 118), (20, 100)], T('#7d8a98'), None)
    + coat(b, T('#7d8a98'), top=144, hem=90, w=(17, 16, 17), quilts=0)
    + crop(b, T('#2b2a30', 0.3), T('#94705a'), 162)
)
rd += st(line(b.at([(-24, 101), (24, 101)])), '#2f3640', n(3 * k))
bk.append(rd)
# shadows of unseen trees across wall and pavement, from the right
dap = []
q = random.Random(88)
for i in range(70):
    x, y = q.uniform(-0.4, 15), q.uniform(0.2, 2.5)
    p = c(x, y, WZ)
    dap.append(
        ell(
            p[0],
            p[1],
            q.uniform(12, 46),
            q.uniform(5, 14),
            '#6f7690',
            opacity=n(q.uniform(0.12, 0.3)),
            filter='url(#f4)',
            transform='rotate(-18 %s %s)' % (n(p[0]), n(p[1])),
        )
    )
for i in range(46):
    x, z = q.uniform(-1, 13), q.uniform(6.4, 11.2)
    p = c(x, 0, z)
    k = c.f / z
    dap.append(
        ell(
            p[0],
            p[1],
            q.uniform(0.3, 1.0) * k,
            q.uniform(0.03, 0.08) * k,
            '#5f6880',
            opacity=n(q.uniform(0.15, 0.34)),
            filter='url(#f4)',
        )
    )
tr = tree(-0.02, 8.6, 1.95, 5, '#6a5f54', GREEN, 5, 4, 0.05, True, 0.05, 0.3)
p = c(-0.02, 0, 8.6)
k = c.f / 8.6
trs = (
    '<g filter="url(#f4)" opacity=".45">'
    + el(
        poly(
            [
                (p[0] - 0.12 * k, p[1]),
                (p[0] + 0.14 * k, p[1]),
                (p[0] - 5.2 * k, p[1] + 0.95 * k),
                (p[0] - 5.6 * k, p[1] + 0.92 * k),
            ]
        ),
        '#3a4458',
    )
    + '</g>'
)
# the whole lies in cool shade on the left
cool = '<rect width="1920" height="1080" fill="url(#cool)" style="mix-blend-mode:multiply"/>'
base += [
    '<g>' + ''.join(s) + '</g>',
    '<g style="mix-blend-mode:multiply">' + ''.join(dap) + '</g>',
    '<g>' + ''.join(gb) + ''.join(bk) + trs + tr + '</g>',
    cool,
]
D.append(
    lg(
        'warm',
        [(0, ('#ffe9c4', 0)), (0.5, ('#ffe9c4', 0.1)), (1, ('#ffedcf', 0.42))],
        300,
        0,
        1920,
        0,
        True,
    )
)
base.append(
    '<rect y="150" width="1920" height="600" fill="url(#warm)" style="mix-blend-mode:soft-light"/>'
)
p = c(5.0, 1.2, WZ + 1)
base.append(
    '<g style="mix-blend-mode:screen">'
    + ell(p[0] + 18, p[1] - 30, 150, 230, 'url(#sun)', opacity=0.7)
    + '</g>'
)
# ---------------------------------------------------------------- the two
hair, skin = T('#2b2a30', 0.35, 0.5), T('#94705a', 0.5, 0.42)


def stand(x, z):
    p = c(x, 0, z)
    b = Body(p[0], p[1], c.f / z / 100, light=(0.92, 0.4))
    u = b.u
    sh = (
        '<g filter="url(#f4)" opacity=".5">'
        + el(
            poly(
                [
                    (p[0] - 12 * u, p[1]),
                    (p[0] + 12 * u, p[1] - 2),
                    (p[0] - 250 * u, p[1] + 46 * u),
                    (p[0] - 300 * u, p[1] + 42 * u),
                ]
            ),
            '#333d54',
        )
        + '</g>'
    )
    return b, sh + ell(p[0], p[1], 18 * u, 3.4 * u, '#333d54', opacity=0.5, filter='url(#f2)')


b, yun = stand(2.16, 7.3)
k = T('#5f6b80')
yun += legs(b, T('#414a5c'), T('#2b2f38'), feet=((-2, 0), (4, 1.6)))
yun += arm(b, [(-15, 123), (-24, 100), (-21, 75)], k, skin) + arm(
    b, [(15, 123), (25, 102), (27, 78)], k, skin
)
yun += coat(b, k, hem=66, w=(18, 16.4, 20), quilts=0)
for P in (
    [(-14, 112), (-8, 100), (-11, 88)],
    [(14, 112), (9, 100), (12, 86)],
    [(-15, 80), (0, 76.5), (15, 80)],
):
    yun += b.fold(P, deep(k), 0.8, 0.45)
yun += shawl(b, T('#8D3F3A', 0.3, 0.4), 148, 20)
b, sol = stand(2.74, 7.05)
k = T('#dfe2e2', 0.7, 0.34)
sk = T('#4a566e')
sol += legs(
    b,
    T('#a98a74', 0.45, 0.4),
    T('#33363f'),
    hip=58,
    gap=6,
    w=(10, 8.6, 7),
    feet=((-1.5, 0), (2, 1.4)),
    creases=False,
)
sol += b.limb([(-6.6, 17), (-7.4, 7)], (8, 7.6), T('#e6e2d6', 0.6, 0.3)) + b.limb(
    [(6.9, 18), (8, 8.4)], (8, 7.6), T('#e6e2d6', 0.6, 0.3)
)
sol += b.form(
    [(-12.4, 72), (-17.5, 46), (-9, 44), (0, 45), (9, 44), (17.5, 46.4), (12.4, 72)],
    sk,
    1.2,
    10,
    t=0.3,
)
for x in (-8, -3, 2.4, 7.6):
    sol += b.fold([(x * 0.8, 70), (x * 1.3, 46)], deep(sk), 0.7, 0.6)
sol += arm(b, [(-11, 96), (-18.5, 80), (-23, 65)], k, skin, (10.4, 9.4, 7.4), 3, '#c9ced2') + arm(
    b, [(11, 96), (18, 79), (17, 62)], k, skin, (10.4, 9.4, 7.4), 3, '#c9ced2'
)
sol += coat(b, k, top=103, hem=66, w=(14.2, 12.8, 13.6), quilts=0, seam=False)
# the creases an iron leaves: one down each sleeve, one below the yoke
sol += b.fold([(-12.8, 94), (0, 91.6), (12.8, 94)], deep(k), 0.6, 0.45) + b.fold(
    [(0, 91.6), (0.4, 68)], deep(k), 0.6, 0.4
)
sol += neck(b, skin, 111, 6.4) + collar(b, k, 103.2, 8.8, 4.4) + bob(b, hair, 120, (11, 12.4))
# ---------------------------------------------------------------- near: a trunk and its leaves, the kerb in shade
f = [
    '<rect x="0" y="720" width="1920" height="360" fill="url(#vig)"/>',
    '<rect x="0" y="0" width="90" height="1080" fill="#2c3140"/>',
]
r = random.Random(19)
bark = '#2c3140'
f.append(
    '<g filter="url(#cut)">'
    + el('M-40,-40H176C160,120 150,300 148,470C146,640 150,800 176,1120H-40z', bark)
    + el(
        'M148,-40H184C166,120 156,300 154,470C152,640 156,800 184,1120H160C142,800 140,640 142,470C143,300 150,120 148,-40z',
        '#8d8c80',
        opacity=0.8,
    )
    + '</g>'
)
for i in range(14):
    x, y = r.uniform(0, 130), r.uniform(0, 760)
    f.append(
        st(
            'M%s q%d,%d %d,%d'
            % (
                xy((x, y)),
                r.randint(-10, 10),
                r.randint(20, 50),
                r.randint(-8, 8),
                r.randint(60, 120),
            ),
            '#1d2230',
            n(r.uniform(2, 5)),
            opacity=0.6,
        )
    )
out, tips = [], []
branch(150, 150, -0.5, 190, 24, r, 4, out, 0.2, None, tips)
branch(160, 40, -0.2, 170, 18, r, 4, out, 0.3, None, tips)
f.append(el(''.join(out), bark))
f.append(
    leaves(
        [t for t in tips if t[1] < 330],
        r,
        150,
        ['#3f5140', '#556a48', '#6f8652', '#93a862'],
        2,
        0.2,
        0.075,
    )
)
pull_layers('gate', D, base, [('two', 0.3, [yun, sol]), ('tree', 0.85, f)], INK)
