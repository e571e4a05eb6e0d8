"""Inside a van at noon, from the back seat, on a straight road through brown winter fields: a red
scarf in the seat before us, a child's head against the window, a driver's arm, a cassette half out
of the radio; outside, on an embankment, a long train with lit windows goes the same way, faster."""
import random

from stage import *

R = random.Random(1603)
c = Cam(690, 380, 1100, 0)  # heights are from the eye
G = -1.8  # the road
D = [
    lg('sky', [(0, '#a9b4b6'), (0.5, '#cfcdc0'), (1, '#efe0bf')], 0, 0, 0, 382, True),
    lg(
        'field',
        [(0, '#d6bd95'), (0.12, '#b99a74'), (0.5, '#8d7058'), (1, '#5f4d44')],
        0,
        380,
        0,
        760,
        True,
    ),
    lg('road', [(0, '#cfc2aa'), (0.3, '#9c9286'), (1, '#6f6863')], 0, 380, 0, 620, True),
    lg('bank', [(0, '#b79a72'), (1, '#8a6f54')]),
    lg('roof', [(0, '#0f1116'), (0.6, '#1a1d24'), (1, '#2a2d34')], 0, 0, 0, 230, True),
    lg('dash', [(0, '#4a4a4e'), (0.14, '#2d2f36'), (1, '#14161b')], 0, 480, 0, 800, True),
    lg('door', [(0, '#565350'), (0.1, '#32333a'), (1, '#15171c')], 0, 480, 0, 900, True),
    rg('haze', [(0, ('#fff3d8', 0.75)), (1, ('#f3e2bf', 0))]),
    lg('seat', [(0, '#3d4048'), (0.2, '#24262d'), (1, '#101217')]),
    lg('vig', [(0, ('#0c0e13', 0)), (0.5, ('#0c0e13', 0.7)), (1, ('#0c0e13', 0.98))]),
]
INK = '#0c0e13'
LIT, DARK = '#f3e6cc', '#15182a'


def T(col, a=0.4, b=0.5):
    return tones(col, LIT, DARK, a, b)


def rounded(P, r):
    """a polygon with its corners taken off, r px each way"""
    o = ''
    for i, p in enumerate(P):
        a, b = P[i - 1], P[(i + 1) % len(P)]
        d0 = math.hypot(a[0] - p[0], a[1] - p[1])
        d1 = math.hypot(b[0] - p[0], b[1] - p[1])
        o += '%s%s Q%s %s' % (
            'L' if o else 'M',
            xy(along(p, a, r / d0)),
            xy(p),
            xy(along(p, b, r / d1)),
        )
    return o + 'z'


# ---------------------------------------------------------------- outside
s = ['<rect width="1920" height="1080" fill="url(#sky)"/>']
q = random.Random(6)
for x, y, w, h, o in (
    (500, 250, 520, 10, 0.4),
    (980, 212, 560, 9, 0.4),
    (1580, 120, 640, 16, 0.35),
    (860, 300, 420, 7, 0.5),
    (1400, 250, 460, 10, 0.3),
):
    s.append(el(lens(x, y, w, h, q), '#f6ecd6', opacity=o, filter='url(#b1)'))
s.append(ell(690, 376, 900, 90, 'url(#haze)'))
s.append(
    '<g filter="url(#cut2)">'
    + el(
        'M-20,384C120,366 260,372 420,362C560,356 700,372 900,364C1100,356 1300,370 1940,360V400H-20z',
        '#c3ae93',
    )
    + '</g>'
)
s.append('<rect x="-10" y="379" width="1940" height="720" fill="url(#field)"/>')


def ray(x0, x1, col, z0=3.0, z1=400, y=G, **a):
    return el(face(c, (x0, y, z1), (x1, y, z1), (x1, y, z0), (x0, y, z0)), col, **a)


x = -150
while x < 150:  # furrows run with the road
    w = R.uniform(0.5, 2.4)
    if not -7 < x < 4:
        s.append(
            ray(
                x,
                x + w,
                R.choice(['#6f5846', '#a5866a', '#c9ab84', '#7d6450', '#e2d6c0']),
                4,
                opacity=n(R.uniform(0.2, 0.55)),
            )
        )
    x += w + R.uniform(0.2, 1.6)
for i in range(26):  # old snow left in the lee of the ridges
    z = R.uniform(14, 90)
    x = R.choice([-1, 1]) * R.uniform(7, 60)
    if 12 < x < 30:
        continue
    p = c(x, G, z)
    k = c.f / z
    s.append(
        ell(
            p[0],
            p[1],
            R.uniform(1, 4) * k,
            R.uniform(0.06, 0.16) * k,
            '#ece6d8',
            opacity=n(R.uniform(0.4, 0.8)),
        )
    )
# a far village under its trees, left
for i in range(11):
    p = c(-70 + i * 5.4 + R.uniform(-1, 1), G, 150)
    s.append(
        el('M%s h26 v-9 l-6,-6 h-15 l-5,6z' % xy((p[0], p[1])), '#9c8675')
        + el('M%s h26 l-6,-6 h-15z' % xy((p[0], p[1] - 9)), '#d9cdb8')
    )
# road
s.append(ray(-5.6, 2.5, '#a48d70') + ray(-5.2, 2.1, 'url(#road)'))
for x0, x1 in ((-5.05, -4.95), (1.85, 1.95)):
    s.append(ray(x0, x1, '#efe6d0', opacity=0.8))
z = 4
while z < 160:
    s.append(
        el(
            face(c, (-1.62, G, z + 3), (-1.5, G, z + 3), (-1.5, G, z), (-1.62, G, z)),
            '#f3ead2',
            opacity=0.85,
        )
    )
    z += 7
for x0 in (-0.9, 0.6):
    s.append(ray(x0, x0 + 0.5, '#6a625d', opacity=0.25))
# poplars, bare, on the far side of the road; a few small ones on ours
tr = ''
for x, z0, dz, m in ((-7.6, 9, 8.5, 17), (4.4, 62, 9, 10)):
    for i in range(m - 1, -1, -1):
        z = z0 + i * dz
        p, k = c(x, G, z), c.f / z
        r = random.Random(i * 3 + int(x))
        far = min(0.75, z / 150)
        col = mix('#4d4038', '#d3c2a4', far)
        twigs = ''
        for t in range(44 if z < 40 else 20):
            h = r.uniform(1.5, 7.6)
            sg = r.choice((-1, 1))
            ln = (1.9 - 0.12 * h) * r.uniform(0.5, 1.05)
            sp = r.uniform(0.18, 0.42) * ln
            twigs += 'M%s Q%s %s' % (
                xy((p[0], p[1] - h * k)),
                xy((p[0] + sg * sp * 0.9 * k, p[1] - (h + ln * 0.34) * k)),
                xy((p[0] + sg * sp * k, p[1] - (h + ln) * k)),
            )
        tr += el(
            'M%s L%s L%s z'
            % (xy((p[0] - 0.1 * k, p[1])), xy((p[0], p[1] - 8.6 * k)), xy((p[0] + 0.1 * k, p[1]))),
            col,
        )
        tr += st(twigs, col, n(max(0.7, 0.03 * k)), opacity=0.8)
        tr += el(
            poly(
                [
                    (p[0] - 0.1 * k, p[1]),
                    (p[0] + 0.1 * k, p[1]),
                    (p[0] + 0.09 * k, p[1] - 1.1 * k),
                    (p[0] - 0.09 * k, p[1] - 1.1 * k),
                ]
            ),
            mix('#e9e2d2', '#d3c2a4', far),
        )
s.append(tr)
# the embankment and the train on it
X0, X1, Y1 = 15.5, 20.4, 0.75
s.append(el(face(c, (X0, G, 500), (X1, Y1, 500), (X1, Y1, 12), (X0, G, 12)), 'url(#bank)'))
q = random.Random(9)
for i in range(90):
    z = 13 * (1.035**i)
    t0, t1 = q.uniform(0, 0.6), q.uniform(0.2, 0.5)
    a = c(X0 + (X1 - X0) * t0, G + (Y1 - G) * t0, z)
    b = c(X0 + (X1 - X0) * (t0 + t1), G + (Y1 - G) * min(1, t0 + t1), z * q.uniform(0.97, 1.03))
    s.append(
        st(
            line([a, b]),
            q.choice(['#7d6450', '#d6bd95', '#e6dcc8']),
            n(max(0.8, 18 / z)),
            opacity=0.4,
        )
    )
s.append(
    el(side(c, X1, Y1 - 0.35, Y1, 12, 500), '#77685c')
    + st(line([c(X1, Y1, 12), c(X1, Y1, 500)]), '#d9cdb8', 1.6, opacity=0.7)
)
TX, TY0, TY1 = 21.2, 1.15, 4.75
cars = []
L_ = 24.6
z = 8.0
while z < 430:
    z0, z1 = z + 0.5, z + L_ - 0.1
    f_ = min(0.7, z / 260)
    g0 = mix('#3c5b50', '#c9bb9f', f_)
    o = el(
        side(c, TX + 0.2, Y1 - 0.1, TY0 + 0.1, max(z, 10), z1), mix('#2b2a2b', '#a99a84', f_)
    ) + el(side(c, TX, TY0, TY1, max(z0, 10), z1), g0)
    o += el(side(c, TX, TY1 - 0.45, TY1 + 0.05, max(z0, 10), z1), mix('#8fa79a', '#d9ceb4', f_))
    o += el(side(c, TX, TY0 + 0.75, TY0 + 0.9, max(z0, 10), z1), mix('#d8c486', '#dccfb2', f_))
    o += el(side(c, TX, TY0, TY0 + 0.28, max(z0, 10), z1), mix('#2a3836', '#b9a98f', f_))
    if z < 240:
        m = 11
        for j in range(m):
            a = z0 + 1.7 + j * 1.95
            if a < 10:
                continue
            o += el(
                side(c, TX - 0.02, TY0 + 1.5, TY0 + 2.55, a, a + 1.25),
                mix('#ffcf86', '#f6d9a8', f_ * 0.6),
            )
            if z < 60:
                o += el(side(c, TX - 0.03, TY0 + 2.0, TY0 + 2.4, a + 0.35, a + 0.9), '#fff0cc')
        for a in (z0 + 0.35, z1 - 1.1):
            if a > 10:
                o += el(
                    side(c, TX - 0.02, TY0 + 0.4, TY0 + 2.6, a, a + 0.75),
                    mix('#2f4b42', '#b9ae94', f_),
                )
    if z < 130:
        for a in (z0 + 3, z0 + 4.9, z1 - 5.6, z1 - 3.7):
            if a > 11:
                p, k = c(TX - 0.05, TY0 - 0.1, a), c.f / a
                o += ell(p[0], p[1], 0.36 * k, 0.46 * k, mix('#262a2c', '#a99a84', f_))
    cars.append(
        (
            z,
            o,
            el(
                side(c, TX + 0.4, TY0 + 0.3, TY1 - 0.4, z1, z1 + 0.6), mix('#232b2b', '#a99a84', f_)
            ),
        )
    )
    z += L_
for z, o, gap in reversed(cars):
    s.append(gap + o)
# warm air along the row of windows
s.append(
    st(
        line([c(TX, TY0 + 2.0, 12), c(TX, TY0 + 2.0, 120)]),
        '#ffcf86',
        20,
        opacity=0.2,
        filter='url(#f8)',
    )
)
# poles of the telegraph on the bank
for i in range(9):
    z = 34 + i * 28
    a, b, k = c(17.5, -0.4, z), c(17.5, 6.2, z), c.f / z
    s.append(
        st(line([a, b]), mix('#4d4038', '#cbb999', min(0.7, z / 200)), n(max(1, 0.16 * k)))
        + st(
            line([(b[0] - 0.7 * k, b[1] + 0.4 * k), (b[0] + 0.7 * k, b[1] + 0.4 * k)]),
            mix('#4d4038', '#cbb999', min(0.7, z / 200)),
            n(max(0.8, 0.1 * k)),
        )
    )
s.append(ell(720, 376, 220, 40, 'url(#haze)', opacity=0.8))
base = ['<g>' + ''.join(s) + '</g>']
# ---------------------------------------------------------------- the shell of the van
WSP = [c(-0.60, 0.37, 1.96), c(0.93, 0.37, 1.96), c(0.99, -0.21, 2.3), c(-0.66, -0.21, 2.3)]
SIDE = [c(1.0, 0.355, 0.92), c(1.0, 0.355, 1.84), c(1.03, -0.27, 1.99), c(1.03, -0.27, 0.92)]
LEFT = [c(-0.68, 0.34, 1.84), c(-0.68, 0.34, 0.86), c(-0.7, -0.27, 0.86), c(-0.7, -0.27, 1.99)]
holes = rounded(WSP, 34) + rounded(SIDE, 30) + rounded(LEFT, 24)
v = []
v.append('<path d="M-40,-40H1960V1120H-40z%s" fill="#191b21" fill-rule="evenodd"/>' % holes)
D.append(
    '<mask id="shell"><path d="M-40,-40H1960V1120H-40z%s" fill="#fff" fill-rule="evenodd"/></mask>'
    % holes
)
u = []
# roof lining with its ribs; it takes a little of the day near the glass
u.append(
    el(
        face(c, (-0.68, 0.44, 0.5), (1.0, 0.44, 0.5), (0.93, 0.40, 1.96), (-0.60, 0.40, 1.96)),
        'url(#roof)',
    )
)
for z in (0.72, 1.0, 1.36, 1.72):
    a, b = c(-0.66, 0.435, z), c(0.99, 0.435, z)
    u.append(
        st(line([a, b]), '#3a3d45', 3, opacity=0.5)
        + st(line([(a[0], a[1] + 5), (b[0], b[1] + 5)]), '#0c0e13', 3, opacity=0.6)
    )
u.append(
    el(
        face(c, (-0.62, 0.41, 1.95), (0.95, 0.41, 1.95), (0.93, 0.365, 1.96), (-0.6, 0.365, 1.96)),
        '#3d4047',
    )
)
# sun visors
for x0, x1 in ((-0.52, 0.02), (0.34, 0.86)):
    P = [c(x0, 0.40, 1.9), c(x1, 0.40, 1.9), c(x1, 0.335, 1.82), c(x0, 0.335, 1.82)]
    u.append(el(rounded(P, 10), '#2b2e35') + st(line([P[3], P[2]]), '#6d6a66', 2.4, opacity=0.8))
# pillar and frame edges catch the light
for P, r in ((WSP, 34), (SIDE, 30), (LEFT, 24)):
    u.append(st(rounded(P, r), '#0a0c10', 14) + st(rounded(P, r), '#3b3d43', 5))
u.append(
    el(
        face(c, (1.02, -0.29, 0.5), (1.03, -0.29, 2.1), (1.02, -1.2, 2.1), (1.02, -1.2, 0.5)),
        'url(#door)',
    )
)
u.append(
    st(
        line([c(1.03, -0.285, 0.8), c(1.03, -0.285, 2.06)]),
        '#d9cbb0',
        3,
        opacity=0.6,
        filter='url(#b1)',
    )
)
# dash
DT = [c(-0.72, -0.235, 2.32), c(1.05, -0.235, 2.32), c(1.02, -0.275, 2.02), c(-0.7, -0.275, 2.02)]
DF = [DT[3], DT[2], c(1.02, -0.9, 2.06), c(-0.7, -0.9, 2.06)]
u.append(
    el(poly(DF), 'url(#dash)')
    + el(poly(DT), '#55534f')
    + st(line([DT[3], DT[2]]), '#9c9280', 2.6, opacity=0.7)
)
u.append(el(poly(DT), '#000', filter='url(#fibre)', opacity=0.4))
v.append('<g mask="url(#shell)">' + ''.join(u) + '</g>')
# glass: one long pale reflection each
D.append(
    '<clipPath id="ws"><path d="%s"/></clipPath><clipPath id="sd"><path d="%s"/></clipPath>'
    % (rounded(WSP, 34), rounded(SIDE, 30))
)
v.append(
    '<g clip-path="url(#sd)">'
    + el('M1330,-40L1480,-40L1360,640L1270,640z', '#fff', opacity=0.1)
    + el('M1720,-40L1762,-40L1600,760L1566,760z', '#fff', opacity=0.08)
    + '</g>'
)
v.append(
    '<g clip-path="url(#ws)">'
    + el('M470,150L560,150L520,500L440,500z', '#fff', opacity=0.1)
    + '</g>'
)
# mirror, and what hangs from it
m = c(0.19, 0.30, 1.84)
v.append(
    st(line([m, (m[0] - 4, m[1] - 46)]), '#14161b', 9)
    + '<rect x="%s" y="%s" width="150" height="44" rx="15" fill="#14161b" transform="rotate(3 %s %s)"/>'
    % (n(m[0] - 75), n(m[1] - 22), n(m[0]), n(m[1]))
    + '<rect x="%s" y="%s" width="136" height="32" rx="11" fill="#7f8482" transform="rotate(3 %s %s)"/>'
    % (n(m[0] - 68), n(m[1] - 16), n(m[0]), n(m[1]))
    + el('M%s l60,-2 l-22,22 l-44,1z' % xy((m[0] - 50, m[1] - 8)), '#b9b7a8', opacity=0.8)
)
v.append(
    st('M%s q3,24 -3,46' % xy((m[0] - 10, m[1] + 20)), '#1d2027', 2)
    + ell(m[0] - 13, m[1] + 72, 9, 9, '#5f8272')
    + ell(m[0] - 15.5, m[1] + 69, 3, 3, '#dfe8da')
    + ''.join(
        st('M%s q%d,16 %d,32' % (xy((m[0] - 13 + t * 1.6, m[1] + 80)), -t, -3 + t), '#4d6a5e', 1.8)
        for t in (-2, -1, 0, 1, 2)
    )
)
# radio: a dial, two knobs, and the cassette that will not go in
rx, ry = c(0.20, -0.375, 2.02)
k = c.f / 2.02
v.append(
    '<rect x="%s" y="%s" width="172" height="62" rx="7" fill="#0e1014"/>' % (n(rx - 86), n(ry - 31))
    + '<rect x="%s" y="%s" width="166" height="56" rx="5" fill="#2f3138" stroke="#6d6a66" stroke-width="1.6"/>'
    % (n(rx - 83), n(ry - 28))
)
v.append(
    '<rect x="%s" y="%s" width="92" height="15" rx="2" fill="#0e1014"/>' % (n(rx - 46), n(ry + 5))
    + '<rect x="%s" y="%s" width="92" height="12" rx="2" fill="#7d9a8c"/>'
    % (n(rx - 46), n(ry - 20))
    + ''.join(st('M%s v6' % xy((rx - 40 + i * 9, ry - 18)), '#24342f', 1.4) for i in range(10))
    + st('M%s v12' % xy((rx + 12, ry - 20)), '#f3e6cc', 2)
)
for sg in (-1, 1):
    v.append(
        ell(rx + sg * 66, ry - 2, 13, 13, '#15171c')
        + ell(rx + sg * 66 - 1.5, ry - 4, 10.5, 10.5, '#55565a')
        + st('M%s v-8' % xy((rx + sg * 66 - 1, ry - 5)), '#d9d2c0', 2)
    )
CA = [(rx - 40, ry + 9), (rx + 40, ry + 9), (rx + 46, ry + 42), (rx - 46, ry + 42)]
v.append(
    el(poly([(x + 2, y + 9) for x, y in CA]), '#08090c', opacity=0.7, filter='url(#b2)')
    + el(poly(CA), '#d3c9b2')
    + el(poly([CA[3], CA[2], (CA[2][0], CA[2][1] + 9), (CA[3][0], CA[3][1] + 9)]), '#8f8878')
)
v.append(
    el(
        poly([(rx - 32, ry + 13), (rx + 32, ry + 13), (rx + 36, ry + 31), (rx - 36, ry + 31)]),
        '#5f7f86',
    )
    + el(
        poly([(rx - 20, ry + 20), (rx + 20, ry + 20), (rx + 21, ry + 28), (rx - 21, ry + 28)]),
        '#2a2d33',
    )
    + ell(rx - 12, ry + 24, 4.4, 3.4, '#e6dfcc')
    + ell(rx + 12, ry + 24, 4.4, 3.4, '#e6dfcc')
    + st(line([CA[0], CA[3]]), '#f6efe0', 2, opacity=0.8)
)
# heater slots, glove box
for i in range(5):
    v.append(
        st(
            line([c(-0.02 + i * 0.11, -0.56, 2.04), c(0.06 + i * 0.11, -0.56, 2.04)]),
            '#0c0e13',
            6,
            opacity=0.8,
        )
    )
# the driver: his seat, shoulder and cap dark at the left; an arm on the wheel
wc = c(-0.33, -0.37, 1.78)
v.append(
    '<g transform="rotate(-4 %s %s)">' % (n(wc[0]), n(wc[1]))
    + ell(wc[0], wc[1], 128, 108, 'none', stroke='#0d0f13', stroke_width=19)
    + st('M%s a128,108 0 0,1 176,-64' % xy((wc[0] - 118, wc[1] - 42)), '#77726a', 3, opacity=0.9)
    + st(
        'M%s h250 M%s v104' % (xy((wc[0] - 125, wc[1] + 6)), xy((wc[0], wc[1] + 6))), '#0d0f13', 15
    )
    + ell(wc[0], wc[1] + 8, 36, 30, '#14161b')
    + '</g>'
)
dr = []
b = Body(398, 760, 7.2, light=(0.5, 0.8))
jk = T('#4f4a44', 0.4, 0.5)
skin = T('#8f6d58', 0.45, 0.5)
hair = T('#25242a', 0.35, 0.5)
# forearm and fist on the rim
dr.append(
    coat(b, jk, top=37, hem=-40, w=(20, 19, 20), quilts=0, seam=False)
    + b.fold([(9, 33), (12, 22), (10, 8)], deep(jk), 0.8, 0.5)
)
dr.append(collar(b, jk, 37.5, 9, 5) + crop(b, hair, skin, 54.5, (10.4, 13)))
sl = [(14, 31), (21, 21), (26, 17.4), (27.6, 21), (25.2, 33.4)]
dr.append(b.limb(sl, (12, 11.5, 10, 9.4, 7.4), jk, 0.9, 4.5))
dr.append(
    b.form([(22, 33), (22.4, 38.6), (25, 41), (28.4, 40), (29, 36), (27.6, 32.4)], skin, 0.6, 3)
)
for i in range(4):
    dr.append(
        b.fold([(23.6 + i * 1.4, 40.2 - i * 0.15), (24.4 + i * 1.25, 37.2)], deep(skin), 0.35, 0.8)
    )
dr.append(
    b.fold([(22.4, 27), (25.6, 25.4), (29.4, 26.6)], deep(jk), 0.6, 0.6)
    + b.fold([(22, 17), (24.6, 19.6), (24.4, 23)], deep(jk), 0.6, 0.6)
)
# cap
cp = T('#5f6156', 0.4, 0.5)
dr.append(
    b.form(
        [
            (-11.4, 54.5),
            (-11.8, 61),
            (-7, 68.6),
            (0, 70.4),
            (7, 68.6),
            (11.8, 61),
            (11.4, 54.5),
            (0, 52.6),
        ],
        cp,
        0.9,
        7,
    )
    + b.fold([(-11.2, 56.4), (0, 54.6), (11.2, 56.4)], deep(cp), 0.7, 0.7)
    + b.fold([(0, 70), (1.6, 63), (0.6, 55.4)], deep(cp), 0.6, 0.5)
)
dr.append(
    el(rounded([(150, 690), (640, 690), (690, 1120), (90, 1120)], 60), 'url(#seat)')
    + st('M190,692 H604', '#77726a', 3, opacity=0.6, filter='url(#b1)')
)
# ---------------------------------------------------------------- Yun-a, in the front seat on the right
yu = []
b = Body(1018, 1120, 6.5, light=(0.85, 0.5))
red = T('#8D3F3A', 0.32, 0.45)
ct = T('#4a5264')
yu.append(coat(b, ct, top=90, hem=20, w=(20, 19, 21), quilts=2))
yu.append(shawl(b, red, 108.5, 16, knit=True))
yu.append(
    st(
        soft(
            b.at([(4, 123.4), (9.6, 119), (12.6, 112), (12.7, 105), (15, 98), (21.5, 91.4)]), False
        ),
        '#ffe9cc',
        3,
        opacity=0.65,
        filter='url(#b1)',
    )
)
ST = [(800, 662), (1236, 650), (1290, 1120), (760, 1120)]
yu.append(
    el(rounded(ST, 56), 'url(#seat)')
    + st('M852,660 L1186,651', '#8d867a', 3, opacity=0.7, filter='url(#b1)')
    + st('M860,700 C960,690 1080,688 1180,692', '#0c0e13', 3, opacity=0.6)
)
# ---------------------------------------------------------------- Sol, her head on the glass
so = []
b = Body(1436, 1112, 7.4, light=(0.75, 0.66), lean=0.03)
k2 = T('#5f7468')
so.append(
    b.form(
        [
            (-22, 10),
            (-21, 38),
            (-17, 50),
            (-8, 57),
            (4, 58),
            (14, 55),
            (20.5, 47),
            (22.5, 30),
            (23, 8),
        ],
        k2,
        1.3,
        12,
        t=0.45,
    )
)
for y in (46, 34, 22):
    so.append(b.fold([(-20, y), (-6, y - 3), (8, y - 2.4), (21, y + 0.5)], deep(k2), 0.7, 0.6))
so.append(b.fold([(1, 56), (2.4, 36), (1, 14)], deep(k2), 0.7, 0.45))
so.append(
    b.form(
        [(-11, 57), (-6, 64), (6, 66), (14, 61), (13, 55), (2, 52.6), (-9, 53)], k2, 1, 7, t=0.45
    )
)
hx, hy = b.at([(9.5, 76.5)])[0]
h = Body(hx, hy, 7.4, light=(0.75, 0.66), lean=0.3)
so.append(
    h.limb([(-3, -6), (-4.6, -15)], (8.4, 9), T('#8f6d58', 0.45, 0.5), 0.6, 3)
    + b.form(
        [(-11, 57), (-6, 63), (6, 64.6), (14, 60), (13, 55), (2, 52.6), (-9, 53)], k2, 1, 7, t=0.45
    )
)
hr = T('#25242a', 0.34, 0.5)
so.append(
    h.form(
        [
            (0, 13.2),
            (7.3, 10.8),
            (11.8, 2.6),
            (12.5, -4.6),
            (12.2, -11.5),
            (9.6, -14.2),
            (6.8, -11.8),
            (3.4, -14),
            (0.4, -12),
            (-3, -13.8),
            (-6, -11.6),
            (-9.6, -13),
            (-12, -9),
            (-12.4, -4.6),
            (-11.8, 2.6),
            (-7.3, 10.8),
        ],
        hr,
        1,
        8,
        t=0.42,
    )
)
for t in (-0.75, -0.45, -0.12, 0.2, 0.5, 0.8):
    so.append(
        h.fold(
            [(11.8 * t * 0.35, 11.5), (11.8 * t * 0.95, 3), (11.8 * t * 1.05, -10.5)],
            mix(hr[0], hr[1], 0.45),
            0.35,
            0.5,
        )
    )
so.append(h.fold([(-6.8, 6.2), (-2, 7.6), (4, 7)], hr[0], 0.7, 0.3))
so.append(
    st(
        soft(h.at([(-2, 13.2), (6, 11.6), (11, 4), (12.4, -3), (12, -10)]), False),
        '#ffeccb',
        3,
        opacity=0.75,
        filter='url(#b1)',
    )
)
# her breath on the pane
br = (
    '<g clip-path="url(#sd)">'
    + ell(hx + 108, hy + 50, 70, 80, '#f3efe4', opacity=0.34, filter='url(#f16)')
    + '</g>'
)
# the edge of our own seat, dark
f = ['<rect x="0" y="700" width="1920" height="380" fill="url(#vig)"/>']
f.append(
    '<g>'
    + el(rounded([(1120, 905), (1800, 893), (1960, 1120), (1080, 1120)], 70), '#101217')
    + st('M1196,905 L1722,895', '#6d6a66', 3, opacity=0.5, filter='url(#b1)')
    + '</g>'
)
f.append(el('M-40,980C300,940 760,948 1120,985V1120H-40z', INK))
pull_layers(
    'backseat',
    D,
    base,
    [
        ('van', 0.25, ['<g>' + ''.join(v) + '</g>', '<g>' + ''.join(dr) + '</g>']),
        ('scarf', 0.4, yu),
        ('child', 0.6, [br, '<g>' + ''.join(so) + '</g>'] + f),
    ],
    INK,
)
