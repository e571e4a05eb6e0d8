"""A classroom in a settlement centre on a bright winter noon: on a low stage a bus of cardboard,
whose stop button a child presses; grown-ups at desks, among them a woman in a red scarf with a
bank card before her; across the yard a bed lamp has been left on."""
import random

from stage import *

R = random.Random(12)
c = Cam(965, 318, 1500, 1.42)
bw = 6.9
L, Rt, H = -3.3, 3.2, 2.9
D = [
    lg('wall', [(0, '#dfe2dc'), (1, '#cfd2cc')]),
    lg('floor', [(0, '#c9a57c'), (1, '#9b7857')]),
    lg('sky', [(0, '#a9c3d8'), (1, '#e9eef0')], 0, 0, 0, 330, True),
    rg(
        'day',
        [(0, '#ffffff'), (0.35, ('#e4edf2', 0.9)), (0.7, ('#8fa3ba', 0.4)), (1, ('#3c4a66', 0))],
    ),
    rg('lamp', [(0, ('#ffe9bd', 0.95)), (0.3, ('#ffcf86', 0.55)), (1, ('#ffb860', 0))]),
    lg('card', [(0, '#c39b6b'), (1, '#a98255')]),
    lg('vig', [(0, ('#1a2136', 0)), (0.45, ('#1a2136', 0.45)), (1, ('#151b2d', 0.96))]),
    lg('near', [(0, '#2b3450'), (1, '#161c2e')]),
]
INK = '#151b2d'
LIT, DARK = '#f2f4f0', '#273050'
T = lambda col, a=0.45, b=0.46: tones(col, LIT, DARK, a, b)
# ---------------------------------------------------------------- the room
r = ['<rect width="1920" height="1080" fill="#3a435c"/>']
r.append(el(wall(c, L, Rt, 0, H, bw), 'url(#wall)'))
r.append(el(side(c, L, 0, H, 1.7, bw), '#bcc3c6') + el(side(c, Rt, 0, H, 1.7, bw), '#d6d6cc'))
r.append(el(flat(c, L, Rt, H, 1.7, bw), '#e3e5e0'))
r.append(
    el(wall(c, L, Rt, 0, 0.1, bw), '#a78d6d')
    + el(side(c, Rt, 0, 0.1, 1.7, bw), '#a78d6d')
    + el(side(c, L, 0, 0.1, 1.7, bw), '#84705a')
)
r.append(el(flat(c, L, Rt, 0, 1.7, bw), 'url(#floor)'))
z = bw
while z > 1.9:
    z2 = z - 0.11
    x = L - R.uniform(0, 1)
    while x < Rt:
        x2 = x + R.uniform(0.8, 1.3)
        r.append(
            el(
                flat(c, max(x, L), min(x2, Rt), 0, z2, z),
                R.choice(['#c9a880', '#b8946a', '#d2b28a', '#ab8760']),
                opacity=n(R.uniform(0.3, 0.75)),
                stroke='#7d6046',
                stroke_width=0.8,
                stroke_opacity=0.5,
            )
        )
        x = x2
    z = z2
# a green board behind the stage, wiped; a clock without figures
r.append(
    el(wall(c, -1.55, 2.25, 1.02, 2.3, bw), '#8f7a5e')
    + el(wall(c, -1.5, 2.2, 1.07, 2.25, bw), '#5f7d74')
)
r.append(el(wall(c, -1.5, 2.2, 1.07, 2.25, bw), '#fff', filter='url(#fibre)', opacity=0.2))
for i in range(9):
    x, y = R.uniform(-1.3, 1.9), R.uniform(1.5, 2.1)
    a = c(x, y, bw)
    r.append(
        ell(
            a[0],
            a[1],
            R.uniform(40, 130),
            R.uniform(8, 20),
            '#8fa89e',
            opacity=n(R.uniform(0.1, 0.25)),
            filter='url(#f8)',
        )
    )
a = c(2.66, 2.18, bw)
r.append(
    ell(a[0] + 4, a[1] + 5, 36, 36, '#7c8690', opacity=0.6)
    + ell(*a, 36, 36, '#5f6b7d')
    + ell(*a, 31, 31, '#eef0ea')
    + st('M%s v-21 M%s l2,-24' % (xy(a), xy(a)), '#333c52', 3.2, stroke_linecap='round')
)
# stage
sh, sz = 0.24, 5.2
r.append(
    el(flat(c, -2.05, 2.75, sh, sz, bw), '#cfae86')
    + el(flat(c, -2.05, 2.75, sh, sz, bw), '#000', filter='url(#wood)', opacity=0.35)
)
r.append(
    el(wall(c, -2.05, 2.75, 0, sh, sz), '#94724f')
    + st(line([c(-2.05, sh, sz), c(2.75, sh, sz)]), '#f1dcba', 3, opacity=0.8)
)
for i in range(1, 8):
    x = -2.05 + i * 0.6
    r.append(st(line([c(x, sh - 0.02, sz), c(x, 0.02, sz)]), '#6b5038', 2, opacity=0.6))
# the windows are in the left wall
WZ = [(2.35, 3.55), (3.8, 5.0), (5.25, 6.45)]
wy0, wy1 = 0.92, 2.5
out = []
hz = c.cy
out.append('<rect x="-20" y="-20" width="900" height="500" fill="url(#sky)"/>')
# snow in the yard, and the dormitory across it: a long block, its shaded front to us
far = Cam(c.cx, c.cy, c.f, 3.2)
X = -17
out.append(el(poly([(-20, hz), (900, hz), (900, 700), (-20, 700)]), '#eef1f0'))
out.append(
    el(side(far, X, 0, 7.2, 15, 60), '#93a2b8') + el(wall(far, X - 9, X, 0, 7.2, 60), '#a9b6c6')
)
out.append(
    el(
        face(far, (X + 0.3, 7.5, 15), (X + 0.3, 7.5, 60), (X + 0.3, 7.1, 60), (X + 0.3, 7.1, 15)),
        '#f4f6f6',
    )
)
lampat = None
for fl in range(2):
    for i in range(13):
        z = 18.6 + i * 3.2
        y0 = 1.2 + fl * 3.1
        lit = fl == 1 and i == 3
        out.append(
            el(side(far, X + 0.02, y0, y0 + 1.5, z, z + 1.6), '#566884' if not lit else '#ffcf86')
        )
        out.append(
            st(
                line([far(X, y0 - 0.05, z - 0.1), far(X, y0 - 0.05, z + 1.7)]),
                '#e9eef2',
                2.4,
                opacity=0.9,
            )
        )
        out.append(st(line([far(X, y0 + 1.5, z + 0.8), far(X, y0, z + 0.8)]), '#93a2b8', 1.6))
        if lit:
            lampat = far(X, y0 + 0.7, z + 0.8)
            out.append(ell(*lampat, 8, 16, '#fff3d2', filter='url(#b2)'))
for z in (19, 27, 38):  # small pines in the yard, snow on them
    p = far(-11.5, 0, z)
    k = c.f / z
    for t in range(4):
        out.append(
            el(
                poly(
                    [
                        (p[0] - k * (0.75 - t * 0.15), p[1] - k * (0.3 + t * 0.55)),
                        (p[0] + k * (0.75 - t * 0.15), p[1] - k * (0.3 + t * 0.55)),
                        (p[0], p[1] - k * (1.15 + t * 0.55)),
                    ]
                ),
                '#5d7568',
            )
        )
        out.append(
            el(
                poly(
                    [
                        (p[0] + k * (0.75 - t * 0.15), p[1] - k * (0.3 + t * 0.55)),
                        (p[0] + k * 0.1, p[1] - k * (0.5 + t * 0.55)),
                        (p[0], p[1] - k * (1.15 + t * 0.55)),
                    ]
                ),
                '#e8edee',
                opacity=0.9,
            )
        )
hole = ''.join(side(c, L, wy0, wy1, a, b) for a, b in WZ)
D.append('<clipPath id="win"><path d="%s"/></clipPath>' % hole)
w = ['<g clip-path="url(#win)">' + ''.join(out) + '</g>']
lx, ly = lampat
w.append('<g clip-path="url(#win)">' + ell(lx, ly, 64, 64, 'url(#lamp)') + '</g>')
for a, b in WZ:
    # the wall's thickness, and the frame
    w.append(el(face(c, (L, wy0, a), (L, wy0, b), (L - 0.0, wy0, b), (L - 0.0, wy0, a)), '#fff'))
    w.append(
        el(flat(c, L, L + 0.16, wy0, a - 0.06, b + 0.06), '#f6f7f4')
        + el(
            face(
                c,
                (L + 0.16, wy0, a - 0.06),
                (L + 0.16, wy0, b + 0.06),
                (L + 0.16, wy0 - 0.04, b + 0.06),
                (L + 0.16, wy0 - 0.04, a - 0.06),
            ),
            '#8f9aa6',
        )
    )
    m = (a + b) / 2
    for P in ((a, a + 0.05), (b - 0.05, b), (m - 0.03, m + 0.03)):
        w.append(el(side(c, L + 0.01, wy0, wy1, *P), '#6d7a8e'))
    for y in (wy0, wy1 - 0.05, 2.02):
        w.append(el(side(c, L + 0.01, y, y + 0.05, a, b), '#6d7a8e'))
    for y in (wy0 + 0.05,):
        w.append(st(line([c(L + 0.012, y, a), c(L + 0.012, y, b)]), '#ffffff', 2, opacity=0.8))
# radiators under them
for a, b in WZ:
    r.append(el(side(c, L + 0.08, 0.18, 0.74, a + 0.1, b - 0.1), '#a9b0b2'))
    z = a + 0.14
    while z < b - 0.12:
        r.append(
            st(
                line([c(L + 0.09, 0.72, z), c(L + 0.09, 0.2, z)]),
                '#7c8790',
                n(0.03 * c.f / z),
                opacity=0.8,
            )
        )
        z += 0.075
# light on the floor and on the stage: each pane laid down by a low sun (from the left, a little behind)
D.append('<clipPath id="fl"><path d="%s"/></clipPath>' % flat(c, L, Rt, 0, 1.9, sz))
D.append('<clipPath id="st"><path d="%s"/></clipPath>' % flat(c, -2.05, 2.75, sh, sz, bw))
D.append('<clipPath id="bwl"><path d="%s"/></clipPath>' % wall(c, L, Rt, sh, H, bw))
SX, SZ = 1.25, 0.42  # run of the sun for a metre of height


def cast(y, z, base=0.0):
    t = y - base
    return c(L + SX * t, base, z + SZ * t)


sun = []
for a, b in WZ:
    m = (a + b) / 2
    for p0, p1 in ((a + 0.05, m - 0.03), (m + 0.03, b - 0.05)):
        for y0, y1 in ((wy0 + 0.05, 2.02), (2.07, wy1 - 0.05)):
            for base, clip in ((0.0, 'fl'), (sh, 'st')):
                P = [cast(y0, p0, base), cast(y0, p1, base), cast(y1, p1, base), cast(y1, p0, base)]
                sun.append(
                    '<g clip-path="url(#%s)">' % clip
                    + el(poly(P), '#fff4e0', opacity=0.6, filter='url(#b2)')
                    + '</g>'
                )
# ---------------------------------------------------------------- the bus of cardboard, side on
zb = 6.0
bx0, bx1 = -1.38, 1.89
by0 = sh
cardd = '#98744c'
u = []
u.append(
    '<g filter="url(#f8)" opacity=".5">'
    + el(flat(c, bx0 - 0.1, bx1 + 0.25, sh, zb - 0.1, zb + 0.6), '#4b3a2c')
    + '</g>'
)
u.append(el(side(c, bx0, by0 + 0.22, by0 + 1.62, zb, zb + 0.55), cardd))
body = [
    (bx0, 0.26),
    (bx0, 1.62),
    (bx0 + 0.1, 1.70),
    (bx1 - 0.32, 1.70),
    (bx1 - 0.12, 1.62),
    (bx1, 1.0),
    (bx1, 0.26),
]
BD = poly([c(x, by0 + y, zb) for x, y in body])
u.append(el(BD, 'url(#card)', stroke=cardd, stroke_width=3, stroke_linejoin='round'))
# painted by hand: a broad blue band, not quite straight
band = [
    c(bx0 + 0.01 + (bx1 - bx0 - 0.02) * t, by0 + y, zb)
    for t, y in (
        (0, 0.78),
        (0.25, 0.795),
        (0.5, 0.77),
        (0.8, 0.785),
        (1, 0.77),
        (1, 0.42),
        (0.7, 0.405),
        (0.4, 0.43),
        (0.15, 0.41),
        (0, 0.42),
    )
]
u.append(el(poly(band), '#5f93a8') + el(poly(band), '#000', filter='url(#fibre)', opacity=0.3))
for t in range(22):
    x = bx0 + 0.04 + t * 0.148
    a, b = c(x, by0 + R.uniform(0.44, 0.6), zb), c(
        x + R.uniform(0.1, 0.3), by0 + R.uniform(0.5, 0.76), zb
    )
    u.append(
        st(
            line([a, b]),
            R.choice(['#79aabb', '#4d8096']),
            3.4,
            opacity=0.35,
            stroke_linecap='round',
        )
    )
u.append(el(BD, '#000', filter='url(#weave)', opacity=0.16))
# windows cut out with a knife: through them the board, and two paper passengers left white
for i in range(4):
    x = bx0 + 0.16 + i * 0.62
    P = [
        c(x + R.uniform(-0.01, 0.01), by0 + 1.5, zb),
        c(x + 0.5, by0 + 1.5 + R.uniform(-0.012, 0.012), zb),
        c(x + 0.5 + R.uniform(-0.01, 0.01), by0 + 0.92, zb),
        c(x, by0 + 0.92, zb),
    ]
    u.append(
        el(poly(P), '#40594f')
        + st(line([P[0], P[1]]), '#6b5034', 6, opacity=0.9)
        + st(line([P[3], P[0]]), '#7d5f3f', 4)
        + st(line([P[3], P[2]]), '#e6c898', 3)
    )
    if i in (1, 2):
        q = c(x + 0.27, by0 + 0.92, zb)
        k = c.f / zb
        h_ = 1 if i == 1 else 0.86
        u.append(
            el(
                soft(
                    [
                        (q[0] + a_ * k * h_, q[1] - b_ * k * h_)
                        for a_, b_ in (
                            (-0.2, 0),
                            (-0.18, 0.13),
                            (-0.06, 0.19),
                            (-0.055, 0.23),
                            (-0.115, 0.29),
                            (-0.11, 0.38),
                            (0, 0.44),
                            (0.11, 0.38),
                            (0.115, 0.29),
                            (0.055, 0.23),
                            (0.06, 0.19),
                            (0.18, 0.13),
                            (0.2, 0),
                        )
                    ],
                    t=0.45,
                ),
                '#dcdcd0',
            )
            + el(wall(c, x, x + 0.5, by0 + 0.89, by0 + 0.92, zb), '#b98f5f')
            + st(line([P[3], P[2]]), '#e6c898', 3)
        )
# door at the back end of the side, folded open: a dark upright and the pole with the button
dx = bx1 - 0.62
P = wall(c, dx, dx + 0.46, by0 + 0.3, by0 + 1.52, zb)
u.append(el(P, '#3d4f4c') + el(wall(c, dx + 0.4, dx + 0.46, by0 + 0.3, by0 + 1.52, zb), '#8d6b46'))
# wheels: plates
for x in (bx0 + 0.55, bx1 - 0.95):
    p = c(x, by0 + 0.25, zb - 0.03)
    k = c.f / zb
    u.append(
        ell(p[0], p[1], 0.27 * k, 0.27 * k, '#3f4352')
        + ell(p[0] - 2, p[1] - 2, 0.25 * k, 0.25 * k, '#555b6c')
        + ell(p[0], p[1], 0.13 * k, 0.13 * k, '#d9d8cc')
        + ell(p[0], p[1], 0.05 * k, 0.05 * k, '#8f8f8c')
    )
# lamp of foil, strips of tape, a fold of the box
u.append(ell(*c(bx1 - 0.08, by0 + 0.5, zb), 13, 15, '#d9dcda', stroke='#8f9496', stroke_width=2))
for x, y, w_, h_, a in (
    (bx0 + 0.02, 1.3, 0.3, 0.07, 8),
    (0.42, 1.6, 0.34, 0.07, -4),
    (bx1 - 0.3, 0.9, 0.3, 0.07, 30),
):
    p = c(x, by0 + y, zb)
    u.append(
        '<g transform="rotate(%d %s %s)">' % (a, n(p[0]), n(p[1]))
        + '<rect x="%s" y="%s" width="%s" height="%s" fill="#e9dcb8" opacity=".75"/></g>'
        % (n(p[0]), n(p[1]), n(w_ * 250), n(h_ * 250))
    )
for x in (bx0 + 0.72, bx0 + 1.96):
    u.append(
        st(line([c(x, by0 + 1.69, zb), c(x, by0 + 0.27, zb)]), '#8b683f', 2.4, opacity=0.6)
        + st(
            line([c(x + 0.012, by0 + 1.69, zb), c(x + 0.012, by0 + 0.27, zb)]),
            '#e3c394',
            2,
            opacity=0.5,
        )
    )
u.append(
    st(
        line(
            [
                c(bx0, by0 + 0.26, zb),
                c(bx0, by0 + 1.62, zb),
                c(bx0 + 0.1, by0 + 1.70, zb),
                c(bx1 - 0.32, by0 + 1.70, zb),
            ]
        ),
        '#f5e3c0',
        3,
        opacity=0.85,
    )
)
# the stop button, on a mop stick beside the door
px_ = dx - 0.13
a, b = c(px_, by0 + 1.62, zb - 0.12), c(px_, by0, zb - 0.12)
u.append(
    st(line([a, b]), '#5b6274', 9) + st(line([(a[0] - 2, a[1]), (b[0] - 2, b[1])]), '#d9dfe4', 3)
)
btn = c(px_, by0 + 1.12, zb - 0.16)
u.append(
    '<rect x="%s" y="%s" width="44" height="58" rx="6" fill="#e8e4d2" stroke="#6b7283" stroke-width="2.4"/>'
    % (n(btn[0] - 22), n(btn[1] - 29))
    + ell(btn[0], btn[1], 13, 13, '#4d8096')
    + ell(btn[0] - 2, btn[1] - 2, 9, 9, '#86b6c4')
)
r += u
room = ''.join(r)
light = (
    '<g style="mix-blend-mode:multiply"><rect width="1920" height="1080" fill="#8c9bb4"/>'
    + ''.join(
        '<g style="mix-blend-mode:screen">' + ell(x, y, a, b_, 'url(#day)', opacity=op) + '</g>'
        for x, y, a, b_, op in (
            (330, 300, 900, 560, 0.8),
            (1000, 380, 950, 520, 0.9),
            (900, 620, 900, 200, 0.8),
        )
    )
    + '</g>'
)
B = [
    '<g style="isolation:isolate">' + room + light + '</g>',
    '<g style="mix-blend-mode:soft-light">' + ''.join(sun) + '</g>',
    '<g style="mix-blend-mode:screen" opacity=".32">' + ''.join(sun) + '</g>',
    '<g>' + ''.join(w) + '</g>',
]
# ---------------------------------------------------------------- Sol on the stage
hair, skin = T('#2a2830', 0.3, 0.5), T('#94705a', 0.5, 0.45)
zs = 5.62
p = c(px_ - 0.40, sh, zs)
b = Body(p[0], p[1], c.f / zs / 100, light=(-0.75, 0.7))
top = T('#d8c9a6', 0.5, 0.4)
vest = T('#5c7d9c')
kid = b.shadow('#3a2f2a', 22, 3, 10, 0.5, 2)
kid += legs(
    b,
    T('#475067'),
    T('#5c8264', 0.4, 0.5),
    hip=62,
    gap=6.2,
    w=(12.5, 10.5, 8.5),
    feet=((-2, 0), (2, 1.2)),
)
kid += arm(b, [(-10.5, 97), (-18, 80), (-19, 63)], top, skin, (10.5, 9, 7.2), 3.1)
kid += arm(b, [(10.5, 98), (22, 96), (32, 107)], top, None, (10.5, 9, 7.2), 3.1)
kid += b.limb([(32, 107.6), (36.5, 111.4), (39.5, 112.2)], (5.6, 4.6, 2.2), skin, 0.4, 2) + b.limb(
    [(37, 111.5), (41.5, 112.6)], (2.2, 1.8), skin, 0.3, 1
)
kid += coat(b, top, top=103, hem=56, w=(14.4, 13.6, 16), quilts=0, seam=False)
kid += b.form(
    [
        (-9, 104.5),
        (-13, 98),
        (-13.4, 84),
        (-14.6, 61),
        (0, 58.6),
        (14.6, 61),
        (13.4, 84),
        (13, 98),
        (9, 104.5),
        (0, 102),
    ],
    vest,
    1.2,
    9,
    t=0.4,
)
kid += (
    b.fold([(-14, 64.6), (0, 62.4), (14, 64.8)], deep(vest), 0.8, 0.6)
    + b.fold([(-8, 95), (-5, 86), (-7, 78)], deep(vest), 0.8, 0.5)
    + b.fold([(9, 97), (5, 90), (7, 80)], deep(vest), 0.8, 0.5)
)
kid += (
    neck(b, skin, 112, 6.4) + collar(b, top, 103.6, 8.2, 4) + bob(b, hair, 121, (10.8, 12.2), -8.4)
)
# ---------------------------------------------------------------- the grown-ups, from behind, at their desks


def desk(x0, x1, z0, z1, h=0.72):
    o = (
        '<g filter="url(#f4)" opacity=".45">'
        + el(flat(c, x0, x1, 0, z0 - 0.1, z1), '#3a2f2a')
        + '</g>'
    )
    for x in (x0 + 0.04, x1 - 0.04):
        o += st(line([c(x, h, z1 - 0.03), c(x, 0, z1 - 0.03)]), '#4c5266', 5) + st(
            line([c(x, h, z0 + 0.03), c(x, 0, z0 + 0.03)]), '#5b6274', 7
        )
    o += (
        el(flat(c, x0, x1, h, z0, z1), '#d3c3a2')
        + el(flat(c, x0, x1, h, z0, z1), '#000', filter='url(#wood)', opacity=0.35)
        + el(wall(c, x0, x1, h - 0.035, h, z0), '#9c8462')
    )
    return o + st(line([c(x0, h, z0), c(x0, h, z1)]), '#fbf4e2', 2.4, opacity=0.8)


def chair(x, z):
    o = ''
    for sx in (-0.19, 0.19):
        o += st(
            line([c(x + sx, 0.86, z - 0.02), c(x + sx, 0.44, z), c(x + sx, 0, z - 0.02)]),
            '#4c5266',
            n(0.024 * c.f / z),
            stroke_linejoin='round',
        )
    P = [
        c(x - 0.2, 0.86, z - 0.03),
        c(x + 0.2, 0.86, z - 0.03),
        c(x + 0.2, 0.62, z - 0.02),
        c(x - 0.2, 0.62, z - 0.02),
    ]
    return (
        o
        + el(soft(P, t=0.16), '#7f8ea4')
        + st(line([P[0], P[1]]), '#d8e0e6', 3, opacity=0.8, stroke_linecap='round')
    )


def sitter(x, z, knit, head, w=1.0, skirt=None, arms=((-18, 78), (19, 79)), up=0):
    p = c(x, 0, z)
    b = Body(p[0], p[1], c.f / z / 100 * w, light=(-0.85, 0.6))
    o = b.form(
        [(-18, 50), (-20, 42), (-14, 38), (14, 38), (20, 42), (18, 50)], T('#414a60'), 1.2, 10
    )
    for sg, (hx, hy) in ((-1, arms[0]), (1, arms[1])):
        o += arm(b, [(sg * 14, 96 + up), (sg * 24, 78 + up), (hx, hy)], knit, None, (13, 11.5, 9))
    o += coat(b, knit, top=103 + up, hem=44, w=(18.6, 16.6, 18.4), quilts=0, seam=False)
    for P in (
        [(-12, 94), (-7, 84), (-10, 72)],
        [(12, 95), (8, 84), (12, 74)],
        [(-13, 60), (-2, 57), (10, 59)],
    ):
        o += b.fold([(q[0], q[1] + up) for q in P], deep(knit), 0.9, 0.5)
    return o + head(b, 122 + up)


bunh = lambda kn: (lambda b, y: collar(b, kn, y - 18, 8.6, 3) + bun(b, hair, skin, y))
croph = lambda kn: (
    lambda b, y: collar(b, kn, y - 18, 9, 4) + crop(b, T('#33323a', 0.3, 0.5), skin, y)
)
grey = lambda kn: (
    lambda b, y: collar(b, kn, y - 18, 8.6, 3) + bun(b, T('#7d7f8a', 0.4, 0.5), skin, y)
)
red = T('#8D3F3A', 0.26, 0.42)
people = []
k1, k2, k3, k4 = T('#6c7f74'), T('#7a6f86'), T('#8a8576'), T('#566a86')
# second row
for x, kn, hd in ((-1.86, k3, grey(k3)), (1.52, k1, croph(k1)), (2.36, k2, bunh(k2))):
    z = 4.25
    people.append(
        desk(x - 0.42, x + 0.42, z + 0.3, z + 0.72) + sitter(x, z, kn, hd) + chair(x, z - 0.12)
    )
# first row: Yun-a
z = 3.25
yx = -0.52
people2 = [desk(-1.16, 0.12, z + 0.26, z + 0.74)]
# on her desk the bank card, a form, a pencil
P = [c(x, 0.722, zz) for x, zz in ((-0.24, 3.83), (-0.04, 3.86), (0.0, 3.73), (-0.20, 3.70))]
people2.append(
    el(poly([(x + 3, y + 3) for x, y in P]), '#4b3a2c', opacity=0.5)
    + el(poly(P), '#3f6f96', stroke='#3f6f96', stroke_width=3, stroke_linejoin='round')
    + el(
        poly(
            [
                along(P[0], P[3], 0.22),
                along(P[1], P[2], 0.22),
                along(P[1], P[2], 0.42),
                along(P[0], P[3], 0.42),
            ]
        ),
        '#22324e',
    )
    + el(
        poly(
            [along(along(P[0], P[3], 0.56), along(P[1], P[2], 0.56), t) for t in (0.1, 0.3)]
            + [along(along(P[0], P[3], 0.84), along(P[1], P[2], 0.84), t) for t in (0.3, 0.1)]
        ),
        '#e6d9a8',
    )
    + st(line([P[0], P[1]]), '#e6f0f6', 2)
)
P = [c(x, 0.722, zz) for x, zz in ((-1.06, 3.93), (-0.78, 3.95), (-0.76, 3.62), (-1.06, 3.60))]
people2.append(
    el(poly(P), '#f3f1e6')
    + ''.join(
        st(
            line(
                [
                    along(along(P[0], P[3], t), along(P[1], P[2], t), 0.1),
                    along(along(P[0], P[3], t), along(P[1], P[2], t), 0.9),
                ]
            ),
            '#9aa0ac',
            1.3,
        )
        for t in (0.2, 0.4, 0.6, 0.8)
    )
)
people2.append(
    sitter(yx, z, k4, lambda b, y: shawl(b, red, y + 0.5, 17, knit=True), up=1)
    + chair(yx, z - 0.14)
)
# ---------------------------------------------------------------- what we look past: an empty desk row, dark
f = []
zz = 1.95
e0, e1 = c(0, 0.70, zz), c(0, 0.70, zz + 0.34)
f.append('<rect x="0" y="%s" width="1920" height="400" fill="url(#near)"/>' % n(e1[1]))
f.append('<rect x="0" y="%s" width="1920" height="400" fill="#131928"/>' % n(e0[1]))
f.append(
    st('M0,%s H1920' % n(e1[1]), '#b9c9dc', 2.6, opacity=0.6, filter='url(#b1)')
    + st('M0,%s H1920' % n(e0[1]), '#4a5878', 2, opacity=0.8)
)
# what lies on it: two schoolbooks, a pencil, a flask
for k, (x0, x1, y, col) in enumerate(
    ((-1.16, -0.74, 0.70, '#242c46'), (-1.13, -0.76, 0.735, '#303a58'))
):
    f.append(
        box(c, x0, x1, y, y + 0.035, zz + 0.08, zz + 0.3, col, mix(col, '#8fa3ba', 0.25), '#1a2136')
    )
    f.append(
        st(
            line([c(x0, y + 0.035, zz + 0.08), c(x1, y + 0.035, zz + 0.08)]),
            '#9fb2c8',
            1.6,
            opacity=0.5,
        )
    )
    f.append(el(wall(c, x0 + 0.03, x1, y + 0.006, y + 0.027, zz + 0.079), '#8d97a8', opacity=0.4))
a, b = c(0.62, 0.70, zz + 0.2), c(0.84, 0.70, zz + 0.12)
f.append(
    st(line([a, b]), '#4f5b78', 7, stroke_linecap='round')
    + st(line([(a[0], a[1] - 2), (b[0], b[1] - 2)]), '#9fb2c8', 1.6, opacity=0.6)
)
a = c(1.04, 0.70, zz + 0.16)
f.append(
    el(
        'M%s h58 v-128 q0,-12 -10,-14 v-26 h-38 v26 q-10,2 -10,14z' % xy((a[0] - 29, a[1])),
        '#1d2540',
    )
    + st('M%s v-126 q0,-12 10,-14 v-24' % xy((a[0] - 28, a[1] - 2)), '#a9bccf', 2.4, opacity=0.6)
    + st('M%s h38' % xy((a[0] - 19, a[1] - 142)), '#4a5878', 3)
)
f.append('<rect x="0" y="760" width="1920" height="320" fill="url(#vig)"/>')
pull_layers(
    'classroom',
    D,
    B,
    [('stage', 0.1, [kid]), ('pupils', 0.22, people), ('desk', 0.32, people2), ('row', 0.5, f)],
    INK,
)
