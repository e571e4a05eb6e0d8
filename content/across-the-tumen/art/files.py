"""Four paper folders on a table under a window in hot noon light, karst hills outside: three tied shut, the
third from the left open and empty.  On the sill a child's worn shoes and a small lamp; a red scarf on a chair."""
import random

from still import *

eye = Eye((0.04, 1.64, -0.06), (-0.02, 0.98, 2.3), 1250, 898, 446)
T = 0.76
WALL, SILL = 2.72, 2.46  # the wall's inner face is SILL; the window lies in its depth at WALL
WX0, WX1, WY0, WY1 = -0.98, 0.92, 1.00, 2.05
SUN = (-0.16, -1.0, -0.84)  # it falls down, to the left and into the room
D = [
    lg('sky', [(0, '#a9bda6'), (0.5, '#cfd6b4'), (1, '#eceacb')], 0, 0, 0, 330, True),
    lg('glow', [(0, ('#f6f1d2', 0.55)), (1, ('#f6f1d2', 0))]),
    rg('bloom', [(0, ('#f6f1d2', 0.75)), (0.5, ('#e8e6c2', 0.28)), (1, ('#e8e6c2', 0))]),
    lg('vig', [(0, ('#0c1a1d', 0)), (0.45, ('#0c1a1d', 0.6)), (1, ('#081316', 0.96))]),
    lg('blind', [(0, '#0e1f22'), (1, '#1b3437')]),
    lantern_defs('l', '#12211f', '#3c4a40', '#a9b89a'),
]
# ---- outside: towers of rock in three distances, bleached by noon
out = ['<rect width="1920" height="700" fill="url(#sky)"/>']


def towers(base, lo, hi, w0, w1, col, light, dark, q, x0=150, x1=1900, gap=0.6):
    o = ''
    x = x0
    while x < x1:
        w, h = q.uniform(w0, w1), q.uniform(lo, hi)
        top = [
            (x - w * 0.62, base + 4),
            (x - w * 0.5, base - h * 0.25),
            (x - w * 0.40, base - h * 0.62),
            (x - w * 0.24, base - h * q.uniform(0.86, 0.94)),
            (x - w * 0.02, base - h),
            (x + w * 0.2, base - h * q.uniform(0.88, 0.96)),
            (x + w * 0.38, base - h * 0.66),
            (x + w * 0.48, base - h * 0.28),
            (x + w * 0.62, base + 4),
        ]
        o += el(soft(top, False, 0.5) + 'z', col)
        lt = [
            (x + w * 0.0, base - h * 0.99),
            (x + w * 0.2, base - h * 0.90),
            (x + w * 0.37, base - h * 0.64),
            (x + w * 0.46, base - h * 0.3),
            (x + w * 0.36, base - h * 0.2),
            (x + w * 0.24, base - h * 0.5),
            (x + w * 0.1, base - h * 0.7),
        ]
        o += el(soft(lt, t=0.4), light, opacity=0.75)
        for _ in range(int(w / 14)):
            a = q.uniform(-0.42, 0.1) * w + x
            y = base - h * q.uniform(0.2, 0.75)
            o += st(
                'M%s q%s,%s %s,%s'
                % (
                    xy((a, y)),
                    n(q.uniform(-4, 4)),
                    n(h * 0.08),
                    n(q.uniform(-3, 3)),
                    n(h * q.uniform(0.1, 0.2)),
                ),
                dark,
                n(q.uniform(1.5, 4)),
                opacity=0.5,
            )
        x += w * q.uniform(gap, gap + 0.75)
    return '<g filter="url(#cut2)">' + o + '</g>'


q = random.Random(6)
out.append(towers(330, 90, 190, 80, 140, '#b3c1a2', '#cbd2b0', '#9fb092', q))
out.append(
    '<rect x="0" y="290" width="1920" height="70" fill="#dfe0bd" opacity=".55" filter="url(#f8)"/>'
)
out.append(towers(376, 120, 285, 130, 210, '#7d9a80', '#a9b993', '#5e8069', q, gap=1.15))
out.append(
    '<rect x="0" y="336" width="1920" height="60" fill="#cfd6b0" opacity=".5" filter="url(#f8)"/>'
)
out.append(el('M0,372C400,356 900,366 1300,360C1600,358 1800,368 1920,364V620H0z', '#9db27c'))
for i in range(9):
    y = 380 + i * i * 1.8 + i * 6
    out.append(
        st(
            'M%d,%d q420,%d 860,2 t860,0' % (100 + i * 13, y, -6 - i),
            '#7c986a' if i % 2 else '#c3cb92',
            n(2 + i * 0.5),
            opacity=0.7,
        )
    )
fol = ''
for _ in range(70):
    x, y = q.uniform(240, 1700), q.uniform(384, 412)
    fol += ell(
        x, y, q.uniform(10, 26), q.uniform(7, 15), q.choice(['#5b7a62', '#4c6b58', '#6d8a68'])
    )
out.append('<g filter="url(#cut2)">' + fol + '</g>')
out.append('<rect width="1920" height="700" fill="#f4efcf" opacity=".16"/>')
view = sheet(''.join(out), ''.join(D))
# ---- the room, in its own colours
hole = eye.face((WX0, WY0, WALL), (WX1, WY0, WALL), (WX1, WY1, WALL), (WX0, WY1, WALL))
room = ['<rect width="1920" height="1080" fill="#8a9a86"/>']
wall_q = eye.face((-2.6, 0, SILL), (2.6, 0, SILL), (2.6, 3, SILL), (-2.6, 3, SILL))
room.append(el(wall_q, '#a3ae94'))
room.append(el(eye.face((-2.6, 0, SILL), (2.6, 0, SILL), (2.6, 0, 0.2), (-2.6, 0, 0.2)), '#6f6a58'))
room.append(
    el(eye.face((-1.95, 0, SILL), (-1.95, 3, SILL), (-1.95, 3, 0.2), (-1.95, 0, 0.2)), '#8c9a84')
)
room.append(
    el(eye.face((-2.6, 0, SILL), (2.6, 0, SILL), (2.6, 0.62, SILL), (-2.6, 0.62, SILL)), '#5f7a72')
)
room.append(st(line([eye(-2.6, 0.62, SILL), eye(2.6, 0.62, SILL)]), '#43605a', 4))
# the depth of the window
room.append(
    el(eye.face((WX0, WY0, SILL), (WX0, WY1, SILL), (WX0, WY1, WALL), (WX0, WY0, WALL)), '#dcd9bc')
)
room.append(
    el(eye.face((WX1, WY0, SILL), (WX1, WY1, SILL), (WX1, WY1, WALL), (WX1, WY0, WALL)), '#7f8f7c')
)
room.append(
    el(eye.face((WX0, WY1, SILL), (WX1, WY1, SILL), (WX1, WY1, WALL), (WX0, WY1, WALL)), '#8c9b86')
)
sill = eye.face(
    (WX0 - 0.06, WY0, SILL - 0.09),
    (WX1 + 0.06, WY0, SILL - 0.09),
    (WX1 + 0.0, WY0, WALL),
    (WX0 - 0.0, WY0, WALL),
)
room.append(el(sill, '#cdc19e'))
room.append(
    el(
        eye.face(
            (WX0 - 0.06, WY0 - 0.04, SILL - 0.09),
            (WX1 + 0.06, WY0 - 0.04, SILL - 0.09),
            (WX1 + 0.06, WY0, SILL - 0.09),
            (WX0 - 0.06, WY0, SILL - 0.09),
        ),
        '#8f8a6e',
    )
)


def slats(x0, x1, z0, z1):
    """A shutter folded back into the room, from (x0, z0) at its hinge to (x1, z1)."""
    P = lambda t, y: eye(x0 + (x1 - x0) * t, y, z0 + (z1 - z0) * t)
    o = el(poly([P(0, WY0 + 0.02), P(1, WY0 + 0.02), P(1, WY1), P(0, WY1)]), '#4f6f66')
    for i in range(17):
        y = WY0 + 0.11 + i * 0.052
        o += el(poly([P(0.1, y), P(0.9, y), P(0.9, y + 0.034), P(0.1, y + 0.034)]), '#6d8c7e') + st(
            line([P(0.1, y), P(0.9, y)]), '#29433f', 3
        )
    for t0, t1, y0, y1 in (
        (0, 0.1, WY0, WY1),
        (0.9, 1, WY0, WY1),
        (0, 1, WY0 + 0.02, WY0 + 0.1),
        (0, 1, WY1 - 0.07, WY1),
    ):
        o += el(poly([P(t0, y0), P(t1, y0), P(t1, y1), P(t0, y1)]), '#5d7d71')
    return o


room.append(slats(WX0 - 0.02, WX0 - 0.50, SILL - 0.01, SILL - 0.26))
room.append(slats(WX1 + 0.02, WX1 + 0.55, SILL - 0.01, SILL - 0.20))
# ---- table
TX0, TX1, TZ0, TZ1 = -1.27, 1.06, 1.52, 2.30
tab = ''
for x in (TX0 + 0.07, TX1 - 0.07):
    for z in (TZ1 - 0.06, TZ0 + 0.06):
        tab += block(
            eye,
            x - 0.035,
            x + 0.035,
            0,
            T - 0.03,
            z - 0.035,
            z + 0.035,
            ('#5a4a3c', '#4a3c32', '#4a3c32', '#5a4a3c'),
        )
tab += block(eye, TX0, TX1, T - 0.04, T, TZ0, TZ1, ('#84664a', '#4c3a2e', '#4c3a2e', '#4c3a2e'))
top = eye.face((TX0, T, TZ0), (TX1, T, TZ0), (TX1, T, TZ1), (TX0, T, TZ1))
for z in (1.69, 1.89, 2.10):
    a, b = eye(TX0, T, z), eye(TX1, T, z)
    tab += st(line([a, b]), '#5e4a3a', 2.4, opacity=0.8) + st(
        line([(a[0], a[1] + 2.4), (b[0], b[1] + 2.4)]), '#b09470', 1.3, opacity=0.6
    )
# ---- folders
FW, FD = 0.150, 0.205  # half sizes
up = lambda place, u, v, y: eye(place(u, v)[0], y, place(u, v)[1])
P1 = turn(-1.02, 1.95, 0.05)
P2 = turn(-0.60, 1.92, -0.04)
P3 = turn(0.26, 1.93, 0.02)  # its cover lies open to the left
P4 = turn(0.74, 1.95, -0.07)
goods = (
    folder_of(eye, T, P1, FW, FD, 0.030, '#b9a67c', random.Random(1))
    + folder_of(eye, T, P2, FW, FD, 0.020, '#8d9a94', random.Random(2))
    + folder_of(eye, T, P4, FW, FD, 0.026, '#9aa583', random.Random(4))
)
# the third: boards spread, nothing in it but the paler oblong where sheets have lain
y = T + 0.003
sp = lambda u, v, yy=y: up(P3, u, v, yy)
op = el(
    poly(
        [
            sp(-FW - 0.002, -FD),
            sp(-FW - 0.002, FD),
            up(P3, -3 * FW - 0.01, FD + 0.006, T + 0.022),
            up(P3, -3 * FW - 0.016, -FD + 0.004, T + 0.018),
        ]
    ),
    '#cfb78c',
)
op += el(poly([sp(-FW - 0.002, -FD), sp(FW, -FD), sp(FW, FD), sp(-FW - 0.002, FD)]), '#d6c096')
op += el(
    poly([sp(-FW - 0.03, -FD), sp(-FW + 0.008, -FD), sp(-FW + 0.008, FD), sp(-FW - 0.03, FD)]),
    '#86693f',
    opacity=0.6,
)
op += el(
    poly([sp(-0.115, -0.17), sp(0.118, -0.17), sp(0.118, 0.165), sp(-0.115, 0.165)]),
    '#e0cea6',
    opacity=0.7,
)
op += el(
    poly(
        [
            up(P3, -3 * FW + 0.025, -0.16, T + 0.017),
            up(P3, -FW - 0.05, -0.165, T + 0.006),
            up(P3, -FW - 0.05, 0.165, T + 0.006),
            up(P3, -3 * FW + 0.03, 0.17, T + 0.02),
        ]
    ),
    '#dccaa2',
    opacity=0.7,
)
op += st(line([sp(-FW - 0.012, -FD), sp(-FW - 0.012, FD)]), '#5f4a2e', 3, opacity=0.8)
# the mark of a clip, four tongues of the flap
a = sp(-0.06, 0.150)
op += st('M%s l3,20 q1,6 6,5 q5,-1 4,-7 l-3,-17' % xy(a), '#7a5230', 2.4, opacity=0.8)
for u0, u1 in ((-0.10, 0.10),):
    op += el(
        poly(
            [
                sp(u0, FD),
                sp(u1, FD),
                up(P3, u1 - 0.02, FD + 0.085, T + 0.02),
                up(P3, u0 + 0.02, FD + 0.085, T + 0.02),
            ]
        ),
        '#c0a678',
    )
op += el(
    poly(
        [
            sp(FW, -0.13),
            sp(FW, 0.13),
            up(P3, FW + 0.075, 0.11, T + 0.02),
            up(P3, FW + 0.075, -0.11, T + 0.02),
        ]
    ),
    '#c4ab7e',
)
op += cord(
    [
        sp(-0.02, -FD),
        sp(-0.035, -FD - 0.05),
        sp(0.02, -FD - 0.10),
        sp(0.005, -FD - 0.16),
        sp(0.05, -FD - 0.19),
        up(P3, 0.06, -0.43, T),
        up(P3, 0.062, -0.435, T - 0.05),
        up(P3, 0.05, -0.435, T - 0.10),
    ]
)
op += cord(
    [
        up(P3, -3 * FW, 0.02, T + 0.018),
        up(P3, -0.50, 0.0, T),
        up(P3, -0.515, -0.06, T),
        up(P3, -0.49, -0.12, T),
        up(P3, -0.53, -0.2, T),
    ]
)
goods += op


# ---- shoes on the sill
def shoe(x, z, s, flip=1, turnv=0):
    p = eye(x, WY0, z)
    k = eye.k(x, WY0, z) * 0.2 * s

    def Q(a, b):
        return (p[0] + flip * a * k, p[1] - b * k + turnv * a * k)

    o = '<g>'
    o += el(
        soft(
            [
                Q(-0.02, 0.02),
                Q(0.5, -0.03),
                Q(1.02, 0.02),
                Q(0.98, -0.06),
                Q(0.5, -0.10),
                Q(0.0, -0.05),
            ],
            t=0.5,
        ),
        '#2a2a22',
        opacity=0.5,
        filter='url(#b2)',
    )
    body = [
        Q(0.02, 0.08),
        Q(-0.01, 0.24),
        Q(0.02, 0.42),
        Q(0.10, 0.45),
        Q(0.22, 0.40),
        Q(0.36, 0.42),
        Q(0.50, 0.40),
        Q(0.64, 0.31),
        Q(0.82, 0.25),
        Q(0.97, 0.18),
        Q(1.0, 0.08),
    ]
    o += el(soft(body, t=0.5), '#5d6f78')
    o += el(
        soft(
            [Q(0.0, 0.1), Q(-0.01, 0.24), Q(0.02, 0.42), Q(0.10, 0.44), Q(0.16, 0.3), Q(0.14, 0.1)],
            t=0.5,
        ),
        '#435560',
    )
    o += el(
        soft([Q(0.05, 0.43), Q(0.22, 0.385), Q(0.36, 0.405), Q(0.30, 0.44), Q(0.16, 0.47)], t=0.5),
        '#202a2e',
    )
    o += el(
        soft([Q(0.62, 0.10), Q(0.66, 0.24), Q(0.82, 0.24), Q(0.97, 0.17), Q(1.0, 0.08)], t=0.5),
        '#8a9a94',
    )
    # worn through at the toe
    o += el(
        soft([Q(0.82, 0.19), Q(0.90, 0.20), Q(0.955, 0.15), Q(0.90, 0.12), Q(0.83, 0.13)], t=0.6),
        '#171d1e',
    )
    o += st(soft([Q(0.82, 0.195), Q(0.90, 0.205), Q(0.955, 0.155)], False), '#c9cfb8', 1.8)
    for a, b in ((0.42, 0.39), (0.50, 0.36), (0.58, 0.32)):
        o += st(line([Q(a - 0.04, b - 0.10), Q(a + 0.05, b)]), '#d9d8bc', n(max(1.6, k * 0.022)))
    o += st(
        soft([Q(0.46, 0.38), Q(0.40, 0.28), Q(0.50, 0.18), Q(0.44, 0.10)], False),
        '#d9d8bc',
        n(max(1.4, k * 0.018)),
    )
    o += el(
        soft(
            [
                Q(-0.01, 0.10),
                Q(0.5, 0.07),
                Q(1.02, 0.10),
                Q(1.03, 0.03),
                Q(0.98, 0.0),
                Q(0.5, -0.01),
                Q(0.02, 0.0),
                Q(-0.03, 0.04),
            ],
            t=0.4,
        ),
        '#cfc9ac',
    )
    o += st(soft([Q(-0.01, 0.05), Q(0.5, 0.03), Q(1.02, 0.05)], False), '#8f8a70', 1.8)
    o += st(soft(body[1:9], False), '#f6f0d0', 2.6, opacity=0.85, filter='url(#b1)')
    return o + '</g>'


shoes = shoe(0.20, WALL - 0.05, 0.98, 1, 0.02) + shoe(0.13, SILL + 0.06, 1.0, 1, 0.05)
# ---- chair with the scarf, at the right end
cp = on_place(turn(1.08, 1.90, 1.34))
chair = chair_of(eye, cp, '#3c3630', '#6b5c48', '#7d6c52', '#f2edcb', -1)
kk = eye.k(*cp(0, 0.88, -0.27))
rail_p = lambda u, yy: eye(
    *cp(u * 1.0, 0.885 + yy, -0.305 - 0.02 * min(1, -yy * 4 if yy < 0 else 0))
)
scarf = scarf_on(
    rail_p, kk, 0.25, 0.40, 0.27, ('#5d2a2a', '#8d3f3a', '#b0594c'), '#f6ead0', random.Random(9), -1
)
# ---- put together: albedo, then light
defs = ''.join(D)
alb = over(np.zeros((PH, PW, 3), np.float32), sheet(''.join(room), defs))
wallm = mask(el(wall_q, '#fff'))
alb = alb * (1 - 0.10 * wallm * smooth(0.0, 0.3, fbm(XX / 60, YY / 50, 5, 12)))[..., None]
alb = over(alb, sheet(tab, defs))
X, _, Z = eye.hits(1, T)
on = mask(el(top, '#fff'))
g = (
    1
    - 0.17 * smooth(0.0, 0.3, fbm(X * 2.0, Z * 40 + 3 * fbm(X * 1.4, Z * 3, 2, 9), 4, 6))
    - 0.07 * smooth(0.05, 0.3, fbm(X * 9, Z * 190, 3, 8))
)
alb = alb * (1 - on[..., None] * (1 - g[..., None]))
goods_a = sheet(goods, defs)
alb = over(alb, goods_a)


def window_light(at, nrm):
    """the open sky of the window, as nine small lamps"""
    e = 0
    for wx in np.linspace(WX0 + 0.2, WX1 - 0.2, 3):
        for wy in (WY0 + 0.2, (WY0 + WY1) / 2, WY1 - 0.2):
            e = e + lamplight((wx, wy, WALL), at, nrm, 0.75)
    return e / 9


def sunfall(h, x0, x1, y0, y1):
    """the pane (x0..x1, y0..y1) laid down by the sun on the level h"""
    pts = []
    for x, yy in ((x0, y0), (x1, y0), (x1, y1), (x0, y1)):
        t = yy - h
        pts.append(eye(x + SUN[0] * t, h, WALL + SUN[2] * t))
    return poly(pts)


BARS = [-0.35, 0.29]
sun_svg = ''
D.append('<clipPath id="insill"><path d="%s"/></clipPath>' % sill)
# the sill's inner edge cuts it: sun past (y = WY0, z = SILL - .09)
sun_svg += el(sunfall(T, WX0, WX1, WY0 + 0.02, WY1), '#fff', filter='url(#b1)')
for x in BARS:
    sun_svg += el(
        sunfall(T, x - 0.022, x + 0.022, WY0, WY1), '#000', opacity=0.75, filter='url(#b1)'
    )
sun_svg += el(sunfall(T, WX0, WX1, 1.76, 1.81), '#000', opacity=0.8, filter='url(#b1)')
t_cut = WY0 - T
zc = SILL - 0.09 + SUN[2] * t_cut
sun_svg += el(
    eye.face((-2.6, T, zc), (2.6, T, zc), (2.6, T, 2.6), (-2.6, T, 2.6)), '#000', filter='url(#b1)'
)
s = sheet('<rect width="1920" height="1080" fill="#000"/>' + sun_svg, defs)[..., 0]
fol_sh = ''
for pl, th in ((P1, 0.03), (P2, 0.02), (P4, 0.026), (P3, 0.004)):
    pts = []
    for u in (-FW, FW):
        for v in (-FD, FD):
            x, z = pl(u, v)
            for hh in (0, th):
                pts.append(eye(x + SUN[0] * hh, T, z + SUN[2] * hh))
    fol_sh += el(poly(hull(pts)), '#fff', filter='url(#b1)')
fsh = mask(fol_sh) * (1 - goods_a[..., 3])
sun = s * np.clip(on + goods_a[..., 3], 0, 1) * (1 - 0.85 * fsh)
sill_m = mask(el(sill, '#fff'))
bars_s = sheet(
    ''.join(
        el(sunfall(WY0, x - 0.022, x + 0.022, WY0, WY1), '#fff', filter='url(#b1)') for x in BARS
    ),
    defs,
)[..., 3]
sun = np.maximum(sun, sill_m * (1 - 0.7 * bars_s))
side = mask(
    el(eye.face((WX0, WY0, SILL), (WX0, WY1, SILL), (WX0, WY1, WALL), (WX0, WY0, WALL)), '#fff')
)
sun = np.maximum(sun, side * 0.8)
shut = mask(slats(WX0 - 0.02, WX0 - 0.50, SILL - 0.01, SILL - 0.26))
E_ = np.zeros((PH, PW))
planes = [
    (wallm, 0.16 + 0.0 * E_),
    (
        mask(
            el(
                eye.face((-1.95, 0, SILL), (-1.95, 3, SILL), (-1.95, 3, 0.2), (-1.95, 0, 0.2)),
                '#fff',
            )
        ),
        window_light(eye.hits(0, -1.95), (1, 0, 0)) * 1.6,
    ),
    (
        mask(el(eye.face((-2.6, 0, SILL), (2.6, 0, SILL), (2.6, 0, 0.2), (-2.6, 0, 0.2)), '#fff')),
        window_light(eye.hits(1, 0.0), UP) * 0.9,
    ),
    (np.clip(on + goods_a[..., 3] + mask(tab), 0, 1), window_light((X, T, Z), UP) * 1.5),
    (shut, 0.32 + 0 * E_),
    (mask(slats(WX1 + 0.02, WX1 + 0.55, SILL - 0.01, SILL - 0.20)), 0.12 + 0 * E_),
    (np.maximum(sill_m, side), 0.9 + 0 * E_),
]
for m, e in planes:
    E_ = E_ * (1 - m) + e * m
# what the lit table throws up on the wall
hx = eye.hits(2, SILL)
bounce = (
    wallm
    * np.exp(-(((hx[0] + 0.1) / 1.3) ** 2))
    * smooth(0.7, 0.8, hx[1])
    * smooth(1.0, 0.78, hx[1])
    * 0.32
)
t = washed(E_ + bounce, 91, 0.03)
cool = ramp(
    [(0, '#2a4a4c'), (0.2, '#4c736c'), (0.42, '#7fa088'), (0.66, '#b4c49c'), (1, '#dcdcb4')], t
)
light = cool + (sun[..., None]) * (rgb('#fff4dc') - cool * 0.35) * 1.02
base = alb * np.clip(light, 0, 1.2)
chair_a = sheet(chair, defs)
cl = chair_a[..., :3] * np.clip(
    ramp([(0, '#5a7a70'), (1, '#a9b894')], smooth(1800, 1300, XX)), 0, 1
)
base = base * (1 - chair_a[..., 3:]) + cl * chair_a[..., 3:]
base = over(base, sheet('<g>' + scarf + '</g>', defs) * np.array([0.58, 0.62, 0.64, 1]))
shoe_a = sheet(shoes, defs)
# window frame, seen dark against the light
bars = ''
for x in BARS:
    a, b = eye(x, WY0, WALL), eye(x, WY1, WALL)
    w = 0.05 * eye.k(x, 1.5, WALL)
    bars += el(
        poly(
            [(a[0] - w / 2, a[1]), (a[0] + w / 2, a[1]), (b[0] + w / 2, b[1]), (b[0] - w / 2, b[1])]
        ),
        '#4a5f58',
    ) + st(line([(a[0] + w / 2, a[1]), (b[0] + w / 2, b[1])]), '#f2edcb', 2.4, opacity=0.8)
a, b = eye(WX0, 1.785, WALL), eye(WX1, 1.785, WALL)
bars += st(line([a, b]), '#4a5f58', 17) + st(
    line([(a[0], a[1] - 8), (b[0], b[1] - 8)]), '#f2edcb', 2, opacity=0.7
)
bars += st(hole, '#5a7068', 16)
# the lamp, still burning at noon
lx, ly = eye(0.66, WY0, SILL + 0.06)
lk = 0.255 * eye.k(0.66, WY0, SILL + 0.06)
lamp_svg = (
    ell(lx - 14, ly + 6, 46, 9, '#2a2a22', opacity=0.6, filter='url(#b2)')
    + lantern('l', lx, ly, lk, 0.26, '#12211f', '#3c4a40', 0.4)
    + '<g opacity=".55">'
    + lantern_air('l', lx, ly, lk, 0.26, 0.8, 0.6)
    + '</g>'
)
wc = eye((WX0 + WX1) / 2, 1.55, WALL)
glare = ell(wc[0], wc[1] + 30, 900, 420, 'url(#bloom)', opacity=0.30)
end = glare + '<rect x="0" y="700" width="1920" height="380" fill="url(#vig)"/>' + edge()


def over4(a, b):
    al = b[..., 3:] + a[..., 3:] * (1 - b[..., 3:])
    c = (b[..., :3] * b[..., 3:] + a[..., :3] * a[..., 3:] * (1 - b[..., 3:])) / np.maximum(
        al, 1e-4
    )
    return np.dstack([c, al[..., 0]])


room4 = np.dstack([base, 1 - mask(el(hole, '#fff'))])
for part in (
    sheet(bars, defs),
    shoe_a,
    sheet(lamp_svg, defs),
    sheet(end, defs + edgedefs('#0a1619')),
):
    room4 = over4(room4, part)
# ---- near: a split-bamboo blind half let down, and the door post we stand by
nr = '<g filter="url(#cut2)">'
q = random.Random(3)
for i in range(13):
    yb = -10 + i * 9.2
    nr += st(
        'M-20,%s Q960,%s 1940,%s' % (n(yb), n(yb + 7), n(yb + q.uniform(-1, 1))),
        q.choice(['#14282a', '#10201f', '#1a3131', '#0e1c1e']),
        8,
    )
nr += st('M-20,112 Q960,121 1940,112', '#1f3a38', 11)
for x in (330, 980, 1560):
    nr += st('M%d,-10 V%d' % (x, 118), '#0a1517', 5)
nr += st('M1560,118 q4,90 -3,150', '#0f1d1f', 3.4) + ell(1557, 274, 6, 9, '#0f1d1f')
nr += el('M-40,-40H92C86,300 98,700 90,1120H-40z', '#0b181b') + '</g>'
nr += st('M-20,119 Q960,128 1940,119', '#dfe0b8', 2, opacity=0.35) + st(
    'M93,124C87,300 99,700 91,1010', '#b9c49d', 3, opacity=0.4, filter='url(#b1)'
)
front = sheet(nr + edge(), defs + edgedefs('#0a1619'))
back = np.zeros((PH, PW, 3), np.float32) + rgb('#16282a')
hm = mask(el(hole, '#fff', stroke='#fff', stroke_width=90))
back = over(back, np.dstack([view[..., :3], hm]))
press.pull(
    'files', np.clip(back, 0, 1), [('room', 0.28, np.clip(room4, 0, 1)), ('blind', 0.7, front)]
)
