"""A bare office on the river bank at grey winter noon: wet boots in a row by the door, one pair
small; a desk with a form, a stamp and a paper-shaded lamp, two empty stools, a stove pipe; beyond
the window the white river; nobody is there."""
import random

from stage import *

R = random.Random(31)
c = Cam(960, 225, 1700, 1.3)
bw = 4.5
L, Rt, H = -2.75, 2.75, 2.6
D = [
    lg('sky', [(0, '#8b959a'), (0.6, '#b4bbbb'), (1, '#d5d6cf')], 0, 40, 0, 215, True),
    lg('ice', [(0, '#c9cecd'), (0.35, '#e6e7e2'), (1, '#c3c9c9')], 0, 222, 0, 380, True),
    lg('wall', [(0, '#b9bdb6'), (1, '#a9aca4')]),
    lg('dado', [(0, '#7f9488'), (1, '#6d8277')]),
    lg('floor', [(0, '#8f8f88'), (1, '#6f716e')]),
    lg('door', [(0, '#7d7264'), (1, '#665c50')]),
    rg(
        'day',
        [(0, '#f4f6f2'), (0.35, ('#c3ccce', 0.85)), (0.7, ('#7d8a92', 0.4)), (1, ('#39424a', 0))],
    ),
    rg(
        'lamp',
        [
            (0, '#ffe7b8'),
            (0.2, ('#ffcf86', 0.9)),
            (0.5, ('#d9944c', 0.45)),
            (1, ('#6b4020', 0)),
        ],
    ),
    rg('glow', [(0, ('#ffe9bd', 0.9)), (0.3, ('#ffcf86', 0.4)), (1, ('#ff9d48', 0))]),
    lg('shade', [(0, '#e9b76a'), (0.55, '#ffdf9f'), (1, '#fff0cf')]),
    lg('jamb', [(0, '#2b3034'), (0.16, '#191d21'), (1, '#0e1114')], 0, 0, 1, 0),
    lg('vig', [(0, ('#0e1114', 0)), (0.45, ('#0e1114', 0.5)), (1, ('#0e1114', 0.95))]),
]
# ---------------------------------------------------------------- outside: the white river
WX0, WX1, WY0, WY1 = -0.62, 0.82, 0.93, 1.76
W = [c(WX0, WY1, bw), c(WX1, WY1, bw), c(WX1, WY0, bw), c(WX0, WY0, bw)]
D.append('<clipPath id="win"><path d="%s"/></clipPath>' % poly(W))
o = ['<rect x="600" y="20" width="800" height="220" fill="url(#sky)"/>']
q = random.Random(4)
o.append(
    '<g filter="url(#cut2)">'
    + el(
        'M640,190C720,164 780,172 840,150C900,140 960,170 1030,160C1100,146 1170,158 1290,170V240H640z',
        '#a3acae',
    )
    + el(
        'M640,214C700,196 760,200 830,184C900,176 950,196 1010,206C1100,214 1180,190 1290,198V240H640z',
        '#87949a',
    )
    + el(
        'M676,208C716,196 744,194 770,204C748,204 716,206 676,212zM812,192C836,182 858,184 884,194C862,192 838,194 812,198zM1110,208C1150,196 1190,194 1230,206C1190,204 1150,206 1110,212z',
        '#c0c7c6',
        opacity=0.7,
    )
    + '</g>'
)
o.append('<rect x="600" y="220" width="800" height="200" fill="url(#ice)"/>')
for i in range(46):
    y = 224 + (q.random() ** 1.5) * 120
    t = (y - 220) / 120
    w = q.uniform(16, 70) * (0.4 + t)
    x = q.uniform(620, 1290)
    o.append(
        ell(
            x,
            y,
            w,
            1 + 2.6 * t,
            q.choice(['#aab4b8', '#b7bfc1', '#f4f4ef', '#9eabb1']),
            opacity=n(q.uniform(0.3, 0.75)),
        )
    )
# the line somebody walked, from the far bank to this one
walked = smoothed(
    [(1120, 226), (1090, 231), (1010, 238), (930, 252), (905, 274), (850, 304), (838, 346)], 9
)
for i, p in enumerate(walked):
    t = i / len(walked)
    o.append(
        ell(
            p[0] + (i % 2) * (1 + 5 * t), p[1], 0.9 + 3.8 * t, 0.6 + 1.5 * t, '#76838b', opacity=0.8
        )
    )
o.append(
    '<g filter="url(#cut2)">'
    + el('M640,352C760,336 860,344 960,352C1080,362 1180,344 1290,338V400H640z', '#dcddd7')
    + el('M640,368C780,354 900,372 1000,366C1120,360 1200,372 1290,360V400H640z', '#b9bfbe')
    + '</g>'
)
for i in range(54):
    x = R.choice([R.uniform(716, 800), R.uniform(1150, 1272), R.uniform(716, 1272)])
    h = R.uniform(16, 46)
    l = R.uniform(-6, 9)
    o.append(
        st(
            'M%s,%s q%s,%s %s,%s' % (n(x), n(380), n(l * 0.2), n(-h * 0.6), n(l), n(-h)),
            '#6e6a5e',
            1.6,
            opacity=0.75,
        )
    )
# ---------------------------------------------------------------- the room in its own colours
r = [el(wall(c, L, Rt, 0, H, bw), 'url(#wall)')]
r.append(el(side(c, L, 0, H, 1.6, bw), '#8d918b') + el(side(c, Rt, 0, H, 1.6, bw), '#9da19a'))
r.append(
    el(wall(c, L, Rt, 0, 0.88, bw), 'url(#dado)')
    + el(side(c, L, 0, 0.88, 1.6, bw), '#62766c')
    + el(side(c, Rt, 0, 0.88, 1.6, bw), '#6d8277')
)
r.append(
    el(wall(c, L, Rt, 0.875, 0.9, bw), '#4f6058') + el(side(c, Rt, 0.875, 0.9, 1.6, bw), '#4f6058')
)
r.append(el(wall(c, L, Rt, 0, H, bw), '#000', filter='url(#fibre)', opacity=0.2))
# the paint has come off in places, above all where chairs and bags have rubbed
for i in range(26):
    x, y = R.uniform(-1.1, 2.5), R.uniform(0.08, 0.82)
    p = c(x, y, bw)
    s = R.uniform(5, 22)
    r.append(
        el(
            soft(
                [
                    (
                        p[0] + s * R.uniform(0.6, 1.5) * math.cos(a),
                        p[1] + s * 0.5 * R.uniform(0.5, 1.3) * math.sin(a),
                    )
                    for a in (0, 0.9, 1.8, 2.7, 3.6, 4.5, 5.4)
                ]
            ),
            R.choice(['#9aa79d', '#586b61', '#b9bdb0']),
            opacity=n(R.uniform(0.25, 0.6)),
        )
    )
# where a picture has hung: a paler oblong and its two nails
r.append(el(wall(c, 1.22, 1.62, 1.5, 1.98, bw), '#c9ccc4', opacity=0.7))
r.append(el(wall(c, L, Rt, 0, 0.07, bw), '#4a564f'))
fl = [c(L, 0, bw), c(Rt, 0, bw), c(Rt, 0, 1.6), c(L, 0, 1.6)]
r.append(el(poly(fl), 'url(#floor)') + el(poly(fl), '#000', filter='url(#fibre)', opacity=0.4))
for z in (4.05, 3.4, 2.75):  # cement, cast in three goes
    r.append(
        st(line([c(L, 0, z), c(-0.4, 0, z + 0.02), c(Rt, 0, z - 0.02)]), '#565955', 2, opacity=0.7)
    )
for P in (
    ((-0.9, 4.2), (-0.7, 3.8), (-0.75, 3.4), (-0.4, 3.0), (-0.5, 2.6)),
    ((0.9, 4.3), (0.7, 3.9), (0.95, 3.5), (0.8, 2.9)),
):
    r.append(st(line([c(x, 0, z) for x, z in P]), '#4c4f4c', 1.7, opacity=0.75))
# window: deep reveal, frame of two leaves, sill with old snow outside
r.append(el(wall(c, WX0 - 0.1, WX1 + 0.1, WY0 - 0.06, WY1 + 0.1, bw), '#7a7f78'))
# door, left: planks under nailed felt
dx0, dx1, dh = -2.2, -1.36, 1.95
r.append(el(wall(c, dx0 - 0.09, dx1 + 0.09, 0, dh + 0.3, bw), '#5d564b'))
r.append(
    el(wall(c, dx0, dx1, 0.02, dh + 0.3, bw), 'url(#door)')
    + el(wall(c, dx0, dx1, 0.02, dh + 0.3, bw), '#000', filter='url(#woodv)', opacity=0.5)
)
for i in range(1, 5):
    x = dx0 + (dx1 - dx0) * i / 5
    r.append(st(line([c(x, dh + 0.3, bw), c(x, 0.02, bw)]), '#453d33', 2.4, opacity=0.8))
for y in (0.42, 1.42):
    r.append(
        el(wall(c, dx0 + 0.03, dx1 - 0.03, y, y + 0.12, bw - 0.02), '#6e6456')
        + st(line([c(dx0 + 0.03, y, bw), c(dx1 - 0.03, y, bw)]), '#3d362e', 3, opacity=0.7)
    )
p = c(dx1 - 0.1, 0.98, bw)
r.append(
    el(wall(c, dx1 - 0.15, dx1 - 0.06, 0.86, 1.1, bw - 0.02), '#3b3d3e')
    + st('M%s h-34' % xy((p[0] + 4, p[1])), '#24282b', 8, stroke_linecap='round')
)
r.append(
    el(wall(c, dx0 - 0.09, dx1 + 0.09, 0, 0.035, bw - 0.08), '#4a443b')
    + st(line([c(dx0, 0.028, bw - 0.02), c(dx1, 0.028, bw - 0.02)]), '#dfe4e2', 2.4, opacity=0.75)
)
# melted snow, carried in from the door
wet = [
    (-2.15, 4.3),
    (-1.5, 4.42),
    (-0.8, 4.34),
    (0.0, 4.4),
    (0.16, 4.24),
    (-0.1, 4.02),
    (-0.7, 3.92),
    (-1.1, 3.72),
    (-1.7, 3.6),
    (-2.3, 3.84),
]
WP = soft([c(x, 0, z) for x, z in wet])
r.append('<g filter="url(#cut)">' + el(WP, '#4b504f', opacity=0.7, filter='url(#b2)') + '</g>')
for x, z, s in (
    (-1.9, 3.3, 0.12),
    (-1.55, 3.1, 0.1),
    (-0.2, 3.66, 0.09),
    (0.12, 3.72, 0.07),
    (-0.5, 3.45, 0.1),
):
    p = c(x, 0, z)
    r.append(ell(p[0], p[1], s * c.f / z, s * 0.16 * c.f / z, '#4b504f', opacity=0.75))
# iron stove in the far corner, its pipe up and into the wall
sx0, sx1, sz = 1.5, 1.92, 4.1
r.append(box(c, sx0, sx1, 0.16, 0.72, sz, sz + 0.35, '#3d3f40', '#5b5e5e', '#2c2e30'))
r.append(el(wall(c, sx0 + 0.1, sx1 - 0.1, 0.36, 0.56, sz - 0.01), '#2a2c2e'))
pp = [c(1.66, 0.7, 4.25), c(1.79, 0.7, 4.25), c(1.79, 2.4, 4.25), c(1.66, 2.4, 4.25)]
r.append(
    el(poly(pp), '#4a4d4e')
    + st(line([(pp[0][0] + 9, pp[0][1]), (pp[3][0] + 9, pp[3][1])]), '#9ba3a4', 7, opacity=0.8)
    + st(line([(pp[1][0] - 5, pp[1][1]), (pp[2][0] - 5, pp[2][1])]), '#2b2d2f', 10, opacity=0.8)
)
for y in (0.95, 1.45):
    a, b = c(1.645, y, 4.25), c(1.805, y, 4.25)
    r.append(
        st('M%s Q%s %s' % (xy(a), xy(((a[0] + b[0]) / 2, a[1] + 5)), xy(b)), '#2b2d2f', 5)
        + st(
            'M%s Q%s %s'
            % (xy((a[0], a[1] + 7)), xy(((a[0] + b[0]) / 2, a[1] + 12)), xy((b[0], b[1] + 7))),
            '#737979',
            2,
        )
    )
# a rail with three bare hooks between window and door
r.append(el(wall(c, -1.2, -0.8, 1.42, 1.48, bw), '#6a6054'))
for x in (-1.12, -1.0, -0.88):
    r.append(st('M%s v10 q0,8 8,6' % xy(c(x, 1.45, bw)), '#2b2a28', 4, stroke_linecap='round'))


# ---------------------------------------------------------------- boots
def boot(x, z, col, kind=0, s=1.0, flip=1, fall=0):
    t = tones(col, '#dfe6e6', '#15191c', 0.5, 0.55)
    p = c(x, 0, z)
    b = Body(p[0], p[1], c.f / z / 100 * s, light=(0.7, 0.75), flip=flip)
    h, w = ((31, 5.6), (25, 6.6), (33, 6.2))[kind]
    P = [
        (-w + 1.6, h),
        (w + 0.8, h),
        (w + 1, h * 0.62),
        (w + 0.2, 11),
        (w + 1.6, 5),
        (w + 1.4, 0.6),
        (-3, 0.2),
        (-9, 0.9),
        (-16.5, 0.2),
        (-19.6, 2.4),
        (-18.6, 7),
        (-13, 10.4),
        (-7, 12.4),
        (-w + 1, 17),
        (-w + 0.9, h * 0.72),
    ]
    g = b.form(P, t, 1.2, 5.5, t=0.42)
    # soaked to the ankle
    i = R.randint(0, 3)
    g += shaded(
        soft(
            b.at(
                [
                    (-19.6, 2.2),
                    (-18, 6 + i),
                    (-10, 8.6),
                    (-4, 9.4 + i),
                    (3, 8.4),
                    (w + 0.6, 10 + i),
                    (w + 1.6, 4),
                    (w + 1.4, 0.6),
                    (-3, 0.2),
                    (-16.5, 0.2),
                ]
            ),
            t=0.42,
        ),
        (mix(t[1], '#101417', 0.25), mix(t[1], '#101417', 0.5), mix(t[2], '#101417', 0.55)),
        b.away(0.9),
        b.away(6),
    )
    g += el(
        poly(b.at([(-19.4, 2.6), (-10, 2.4), (-3, 2.1), (w + 1.7, 2.4), (w + 1.4, 0), (-17, 0)])),
        '#17191a',
    )
    g += b.fold([(-19, 2.9), (-10, 2.8), (-3, 2.4), (w + 1.5, 2.8)], '#c9d3d3', 0.4, 0.55)
    m = b.at([(0.8 + 0.4, h)])[0]
    g += ell(m[0], m[1], (w - 0.2) * b.u, 1.7 * b.u, '#14171a') + st(
        'M%s a%s,%s 0 0,1 %s,0'
        % (
            xy((m[0] - (w - 0.2) * b.u, m[1])),
            n((w - 0.2) * b.u),
            n(1.7 * b.u),
            n(2 * (w - 0.2) * b.u),
        ),
        t[0],
        1.6,
        opacity=0.8,
    )
    if kind == 1:  # laced
        for j in range(4):
            g += b.fold(
                [(-5.2 - (3 - j) * 0.25, 13.6 + j * 2.6), (-1.2, 14.7 + j * 2.7)],
                '#1c1e20',
                0.55,
                0.9,
            )
    elif kind == 2:  # felt: creases across the ankle
        for j in (0, 1, 2):
            g += b.fold(
                [(-w + 1.4, 16 + j * 2.4), (0, 14.6 + j * 2.2), (w, 16.2 + j * 2)],
                deep(t),
                0.6,
                0.6,
            )
        g += el(soft(b.at(P), t=0.42), '#000', filter='url(#weave)', opacity=0.4)
    else:  # rubber: one long light
        g += b.fold([(w - 1.6, h - 3), (w - 1.4, h * 0.6), (w - 2, 13)], '#eef3f2', 0.9, 0.6)
    g += b.fold([(-16, 6.6), (-12.6, 8.6), (-9, 9.8)], '#eef3f2', 0.8, 0.7)
    return g, b


boots, mirror = '', ''
row = [
    (-1.06, 4.24, '#4a5157', 0, 1.16),
    (-0.70, 4.23, '#7a6a56', 1, 1.16),
    (-0.33, 4.22, '#85868a', 2, 1.16),
    (0.01, 4.16, '#9a8268', 1, 0.76),
    (0.31, 4.24, '#5d6258', 0, 1.1),
]
for x, z, col, kind, s in row:
    for dx, dz in ((0.095 * s, 0.1), (-0.01, 0)):
        g, b = boot(
            x + dx + R.uniform(-0.012, 0.012),
            z + dz,
            mix(col, '#22272b', 0.12 if dx > 0 else 0),
            kind,
            s,
        )
        # the wet floor holds their likeness, for a hand's breadth
        mirror += '<g transform="translate(0,%s) scale(1,-1)">%s</g>' % (n(2 * b.y), g)
        boots += b.shadow('#1b1f21', 15, 2.2, -3, 0.55, 2) + g
r.append('<clipPath id="wet"><path d="%s"/></clipPath>' % WP)
r.append('<g clip-path="url(#wet)" opacity=".28">' + mirror + '</g>')
p0 = c(WX0 + 0.05, 0, 4.2)
r.append(
    '<g clip-path="url(#wet)"><g filter="url(#f16)" opacity=".55">'
    + el(poly([(p0[0] - 30, 716), (1010, 716), (1000, 860), (p0[0] - 90, 860)]), '#dfe6e6')
    + '</g></g>'
)
r.append(boots)
for i in range(34):  # crumbs of snow not melted yet
    x, z = R.uniform(-2.1, 0.3), R.uniform(3.75, 4.4)
    p = c(x, 0, z)
    r.append(
        ell(
            p[0],
            p[1],
            R.uniform(2, 6),
            R.uniform(1, 2.4),
            '#e2e6e4',
            opacity=n(R.uniform(0.5, 0.95)),
        )
    )


# ---------------------------------------------------------------- stools, desk
def stool(x, z, a, col):
    q = Turned(c, x, z, a)
    h, s = 0.44, 0.16
    o = ''
    p = c(x, 0, z)
    o += ell(
        p[0] + 12,
        p[1] - 2,
        0.3 * c.f / z,
        0.05 * c.f / z,
        '#15181a',
        opacity=0.55,
        filter='url(#f4)',
    )
    for u, v in ((-s, s), (s, s), (-s, -s), (s, -s)):
        e, f = q(u * 1.12, 0, v * 1.12), q(u * 0.82, h - 0.03, v * 0.82)
        w = 0.018 * c.f / z
        o += el(
            poly(
                [(f[0] - w, f[1]), (f[0] + w, f[1]), (e[0] + w * 0.8, e[1]), (e[0] - w * 0.8, e[1])]
            ),
            mix(col, '#15181a', 0.45 if v > 0 else 0.22),
        )
    for pair in (((-s, -s), (s, -s)), ((s, -s), (s, s)), ((-s, -s), (-s, s))):
        o += st(
            line([q(u * 1.03, 0.14, v * 1.03) for u, v in pair]),
            mix(col, '#15181a', 0.35),
            n(0.025 * c.f / z),
        )
    top = [q(u, h, v) for u, v in ((-0.19, 0.17), (0.19, 0.17), (0.19, -0.17), (-0.19, -0.17))]
    low = [(x_, y_ + 0.04 * c.f / z) for x_, y_ in top]
    o += el(
        poly([top[0], top[1], top[2], low[2], low[3], low[0]]),
        mix(col, '#15181a', 0.5),
        stroke=mix(col, '#15181a', 0.5),
        stroke_width=3,
        stroke_linejoin='round',
    )
    o += el(
        poly(top),
        mix(col, '#e6e3d8', 0.25),
        stroke=mix(col, '#e6e3d8', 0.25),
        stroke_width=4,
        stroke_linejoin='round',
    ) + el(poly(top), '#000', filter='url(#wood)', opacity=0.6)
    return o + st(line(top[2:]), mix(col, '#f0ede0', 0.55), 2, opacity=0.7)


r.append(stool(0.69, 3.72, 0.3, '#86735d'))
hx0, hx1, hz0, hz1, hh = 0.72, 2.2, 3.35, 3.98, 0.74
r.append(
    '<g filter="url(#f8)" opacity=".6">'
    + el(flat(c, hx0 - 0.1, hx1, 0, hz0 - 0.1, hz1), '#15181a')
    + '</g>'
)
r.append(el(wall(c, hx0 + 0.06, hx1, 0.1, hh, hz1 - 0.05), '#3a342c'))
r.append(
    el(side(c, hx0 + 0.05, 0.0, hh - 0.02, hz0 + 0.05, hz1 - 0.05), '#6a5c4b')
    + el(
        side(c, hx0 + 0.05, 0.0, hh - 0.02, hz0 + 0.05, hz1 - 0.05),
        '#000',
        filter='url(#woodv)',
        opacity=0.6,
    )
)
r.append(el(wall(c, hx0 + 0.05, hx0 + 0.1, 0, hh, hz0 + 0.05), '#80705c'))
r.append(
    el(wall(c, hx0 + 0.1, hx1, 0.3, hh - 0.03, hz0 + 0.06), '#75664f')
    + el(
        wall(c, hx0 + 0.1, hx1, 0.3, hh - 0.03, hz0 + 0.06),
        '#000',
        filter='url(#wood)',
        opacity=0.7,
    )
)
r.append(el(wall(c, hx0 + 0.1, hx1, 0.0, 0.3, hz0 + 0.06), '#2b2822'))
for x in (1.16, 1.62):
    r.append(st(line([c(x, hh - 0.05, hz0 + 0.05), c(x, 0.32, hz0 + 0.05)]), '#4a4032', 2.6))
    p = c(x - 0.22, 0.55, hz0 + 0.04)
    r.append(
        el(
            poly(
                [
                    (p[0] - 15, p[1] - 4),
                    (p[0] + 15, p[1] - 4),
                    (p[0] + 15, p[1] + 4),
                    (p[0] - 15, p[1] + 4),
                ]
            ),
            '#39322a',
        )
    )
r.append(
    el(flat(c, hx0, hx1 + 0.3, hh, hz0, hz1), '#8b775b')
    + el(flat(c, hx0, hx1 + 0.3, hh, hz0, hz1), '#000', filter='url(#wood)', opacity=0.6)
)
r.append(el(wall(c, hx0, hx1 + 0.3, hh - 0.04, hh, hz0), '#584a39'))
r.append(stool(1.24, 2.9, -0.25, '#75654f'))
room = ''.join(r)
lx, ly = c(0.98, hh + 0.3, 3.66)
px, py = c(0.1, 1.3, bw)
light = (
    '<g style="mix-blend-mode:multiply"><rect width="1920" height="1080" fill="#56616a"/>'
    + ''.join(
        '<g style="mix-blend-mode:screen">' + ell(x, y, a, b, 'url(#%s)' % g, opacity=op) + '</g>'
        for x, y, a, b, g, op in (
            (px, py + 60, 900, 560, 'day', 0.9),
            (840, 720, 700, 220, 'day', 0.9),
            (760, 650, 470, 170, 'day', 0.7),
            (lx, ly + 30, 560, 330, 'lamp', 0.75),
            (lx + 10, ly + 90, 330, 110, 'lamp', 0.9),
        )
    )
    + '</g>'
)
B = [
    '<rect width="1920" height="1080" fill="#3b444a"/>'
    + '<g style="isolation:isolate">'
    + room
    + light
    + '</g>'
]
# ---------------------------------------------------------------- what has light of its own
w = ['<g clip-path="url(#win)">' + ''.join(o) + '</g>']
fr = '#4a514f'
for x0, x1, y0, y1 in (
    (WX0, WX0 + 0.035, WY0, WY1),
    (WX1 - 0.035, WX1, WY0, WY1),
    (WX0, WX1, WY1 - 0.035, WY1),
    (WX0, WX1, WY0, WY0 + 0.04),
    (0.075, 0.125, WY0, WY1),
    (WX0, WX1, 1.50, 1.525),
):
    w.append(el(wall(c, x0, x1, y0, y1, bw), fr))
for x in (WX0 + 0.035, 0.125):
    w.append(st(line([c(x, WY1 - 0.035, bw), c(x, WY0 + 0.04, bw)]), '#dfe3e0', 2, opacity=0.7))
# frost in the lower corners of the panes
for x, sg in ((WX0 + 0.035, 1), (0.075, -1), (0.125, 1), (WX1 - 0.035, -1)):
    a = c(x, WY0 + 0.04, bw)
    w.append(
        '<g opacity=".5">'
        + el(
            'M%s l%d,0 q%d,-10 %d,-26 q%d,-14 %d,-34z'
            % (xy(a), sg * 74, sg * -40, sg * -56, sg * -12, sg * -16),
            '#eef1ee',
            filter='url(#b4)',
        )
        + '</g>'
    )
w.append(
    el(flat(c, WX0 - 0.14, WX1 + 0.14, WY0 - 0.02, bw - 0.16, bw), '#aab2b0')
    + el(wall(c, WX0 - 0.14, WX1 + 0.14, WY0 - 0.06, WY0 - 0.02, bw - 0.16), '#59615f')
)
w.append(
    '<g style="mix-blend-mode:screen">' + ell(px, py, 460, 250, 'url(#day)', opacity=0.2) + '</g>'
)
B.append(''.join(w))
g = []
# the form, ruled, with one line filled in; a stamp on its pad; an ink pot
q = Turned(c, 1.30, 3.52, -0.12)
F = [q(u, hh, v) for u, v in ((-0.16, 0.23), (0.16, 0.23), (0.16, -0.1), (-0.16, -0.1))]
g.append(
    el(poly([(x + 4, y + 4) for x, y in F]), '#2b1d12', opacity=0.5, filter='url(#b1)')
    + el(poly(F), '#efd9ac')
)
for i in range(1, 9):
    a, b = along(F[0], F[3], i / 9), along(F[1], F[2], i / 9)
    g.append(st(line([along(a, b, 0.08), along(a, b, 0.92)]), '#8d7150', 1.1, opacity=0.7))
    if i in (1, 2):
        x, y = along(a, b, 0.1)
        g.append(
            st(
                'M%s' % xy((x, y - 1))
                + ''.join(
                    ' q%d,%d %d,0' % (R.randint(1, 3), R.randint(-4, 2), R.randint(4, 7))
                    for _ in range(9)
                ),
                '#4a3a34',
                1.3,
                opacity=0.8,
            )
        )
a, b = along(F[1], F[2], 0.12), along(F[0], F[1], 0.55)
g.append(st(line([F[0], F[1]]), '#fff0c8', 1.6, opacity=0.8))
x, y = c(1.62, hh, 3.56)
g.append(
    ell(x, y, 30, 7, '#20160f', opacity=0.6, filter='url(#b2)')
    + el('M%s h40 v-11 h-40z' % xy((x - 20, y + 2)), '#3d2a20')
    + el(
        'M%s c-2,-10 -8,-14 -8,-22 a12,11 0 0,1 24,0 c0,8 -6,12 -8,22z' % xy((x - 4, y - 9)),
        '#6e4a30',
    )
    + st(
        'M%s c-2,-9 -8,-13 -8,-21 a11,10 0 0,1 8,-9' % xy((x - 3, y - 10)),
        '#ffcf8c',
        2,
        opacity=0.8,
    )
)
x, y = c(1.86, hh, 3.6)
g.append(
    el('M%s h34 v-17 l-8,-5 h-18 l-8,5z' % xy((x - 17, y)), '#2b2a2c')
    + st('M%s v-16 l8,-5' % xy((x - 16, y - 1)), '#d9a25e', 1.6, opacity=0.7)
)
# the lamp: iron foot, bent stem, a shade folded from paper
bx, by = c(0.98, hh, 3.68)
g.append(
    ell(bx + 6, by + 4, 60, 10, '#2a1a10', opacity=0.6, filter='url(#b4)')
    + ell(bx, by, 34, 8, '#2d2a28')
    + ell(bx, by - 4, 32, 7, '#4a423a')
    + st('M%s c-2,-30 3,-60 0,-100' % xy((bx, by - 4)), '#3a342e', 6)
    + st('M%s c-2,-28 3,-54 0,-92' % xy((bx + 2.5, by - 6)), '#ffcf86', 1.6, opacity=0.7)
)
g.append(ell(bx, by - 92, 260, 180, 'url(#glow)', opacity=0.6))
S = [(-22, -170), (22, -172), (70, -96), (34, -88), (0, -94), (-36, -87), (-72, -97)]
S = [(bx + x, by + y) for x, y in S]
g.append(el(poly(S), 'url(#shade)'))
for a, b, f in (
    ((-22, -170), (-36, -87), 0.3),
    ((-7, -171), (0, -94), 0.22),
    ((8, -171), (34, -88), 0.32),
):
    g.append(
        el(
            poly(
                [
                    (bx + a[0], by + a[1]),
                    (bx + a[0] + 15, by + a[1]),
                    (bx + b[0] + 34, by + b[1] - 7),
                    (bx + b[0], by + b[1]),
                ]
            ),
            '#c98544',
            opacity=f,
        )
    )
for a, b in (((-22, -170), (-36, -87)), ((-7, -171), (0, -94)), ((8, -171), (34, -88))):
    g.append(
        st(line([(bx + a[0], by + a[1]), (bx + b[0], by + b[1])]), '#b9753a', 1.8, opacity=0.6)
    )
g.append(
    st(line([S[6], S[5], S[4], S[3], S[2]]), '#fff6dc', 3, opacity=0.9)
    + ell(bx, by - 84, 120, 50, 'url(#glow)', opacity=0.5)
)
B.append(''.join(g))
# ---------------------------------------------------------------- the dark next room we look from
f = [
    '<rect x="0" y="770" width="1920" height="310" fill="url(#vig)"/>',
    '<g filter="url(#cut)">'
    + el('M1780,-40H1960V1120H1790C1796,700 1774,320 1780,-40z', 'url(#jamb)')
    + el('M-40,-40H64C58,300 72,700 66,1120H-40z', '#14181b')
    + '</g>',
    st('M1781,0C1776,320 1797,700 1790,900', '#8f9a9c', 2.6, opacity=0.55, filter='url(#b1)'),
    st('M65,0C59,300 73,700 67,860', '#7d888b', 2.2, opacity=0.4, filter='url(#b1)'),
    st('M1822,0C1818,400 1834,800 1830,1080', '#2b3034', 3, opacity=0.9),
]
pull_layers('office', D, B, [('door', 0.5, f)], '#0e1114', 'door')
