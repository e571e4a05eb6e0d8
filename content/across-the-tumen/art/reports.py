"""A low table at night, seen from above and over a shoulder: two printed reports, a folded map, a pencil
worn short and a lantern that lights only the paper; beyond it the dark room, a window and snow."""
import random

from still import *

R = random.Random(61)
T = 0.36  # the table top
eye = Eye((0.13, 1.02, -0.50), (0.03, T, 0.66), 1680, 960, 478)
LAMP = (-0.19, T, 0.76)
TALL = 0.29
FLAME = (LAMP[0], T + 0.13, LAMP[2])
X0, X1, Z0, Z1 = -0.66, 0.78, 0.10, 0.96
D = [
    lg('night', [(0, '#1b2450'), (0.6, '#3a4a80'), (1, '#6676a4')], 0, 0, 0, 1),
    lg('vig', [(0, ('#0c0d20', 0)), (0.45, ('#0c0d20', 0.5)), (1, ('#0a0b1c', 0.94))]),
    lg('coat', [(0, '#1c1a34'), (0.3, '#131430'), (1, '#0c0d22')], 0, 0, 1, 0),
    lantern_defs('l', '#15142c', '#473c54', '#7f86b4'),
]


def leaf(place, w, d, y, fill, **a):
    """A sheet of paper lying on something at the height y"""
    return el(
        poly(
            [
                eye(place(u, v)[0], y, place(u, v)[1])
                for u, v in ((-w, -d), (w, -d), (w, d), (-w, d))
            ]
        ),
        fill,
        **a,
    )


def rows(place, u0, u1, v0, v1, count, y, col, q, ragged=0.2, wide=1.3):
    """Printed lines, too small to read: broken strokes."""
    o = ''
    for i in range(count):
        v = v1 + (v0 - v1) * i / max(1, count - 1)
        u = u0
        end = u1 - (q.uniform(0, ragged) * (u1 - u0) if q.random() < 0.3 else 0)
        if i % 7 == 6:
            end = u0 + (u1 - u0) * q.uniform(0.3, 0.7)
        while u < end:
            w = min(q.uniform(0.004, 0.017), end - u)
            a, b = place(u, v), place(u + w, v)
            o += st(
                line([eye(a[0], y, a[1]), eye(b[0], y, b[1])]),
                col,
                n(wide * 0.85 * q.uniform(0.8, 1.1)),
                opacity=0.85,
            )
            u += w + 0.0024
    return o


def quad(place, u0, u1, v0, v1, y):
    return [
        eye(place(u, v)[0], y, place(u, v)[1]) for u, v in ((u0, v1), (u1, v1), (u1, v0), (u0, v0))
    ]


def inquad(q4, body):
    """Draw body, made for a 100x60 field, into the four corners (affine, near enough for something small)"""
    (ax, ay), (bx, by), _, (dx, dy) = q4
    return f'<g transform="matrix({(bx-ax)/100:.4f},{(by-ay)/100:.4f},{(dx-ax)/60:.4f},{(dy-ay)/60:.4f},{ax:.2f},{ay:.2f})">{body}</g>'


PHOTOS = [
    # a river between hills
    '<path d="M0,0H100V60H0z" fill="#a9b4c6"/><path d="M0,26L22,12 40,22 62,8 100,24V60H0z" fill="#6f7c98"/><path d="M0,34C30,30 60,34 100,30V60H0z" fill="#c9d2dc"/><path d="M40,34C52,40 30,46 52,60H84C70,48 74,40 58,33z" fill="#8ea0bc"/><path d="M0,52L30,48 34,60H0z" fill="#3c435c"/>',
    # a bridge
    '<path d="M0,0H100V60H0z" fill="#c3c6c8"/><path d="M0,30H100V60H0z" fill="#8f9db0"/><path d="M0,24H100V30H0z" fill="#4a5168"/><path d="M8,24Q24,2 40,24M40,24Q56,2 72,24M72,24Q86,4 99,22" fill="none" stroke="#4a5168" stroke-width="3"/><path d="M10,30h6v16h-6zM40,30h6v18h-6zM72,30h6v20h-6z" fill="#4a5168"/>',
    # two backs on a road
    '<path d="M0,0H100V60H0z" fill="#d2c8b8"/><path d="M0,22L30,16 60,24 100,14V60H0z" fill="#9a9488"/><path d="M44,22L56,22 84,60H18z" fill="#c4bcae"/><path d="M43,52V36q0,-7 5,-7q5,0 5,7V52zM56,53V42q0,-5 4,-5q4,0 4,5V53z" fill="#3d3a44"/><circle cx="48" cy="26" r="3.4" fill="#3d3a44"/><circle cx="60" cy="34.500" r="2.800" fill="#3d3a44"/>',
    # a lit window at night
    '<path d="M0,0H100V60H0z" fill="#39405e"/><path d="M12,60V28L50,14L88,28V60z" fill="#272c46"/><path d="M40,34h18v16H40z" fill="#e6d3a6"/><path d="M49,34v16M40,42h18" stroke="#272c46" stroke-width="1.600"/><path d="M8,30L50,12L92,30" fill="none" stroke="#aab4cc" stroke-width="3"/>',
]
# ---- the dark room beyond the table: floor, wall, window
FAR = 1.75
room = [el('M0,0H1920V1080H0z', '#3c3650')]
room.append(el(eye.face((-3, 0, FAR), (3, 0, FAR), (3, 0, -0.2), (-3, 0, -0.2)), '#7c6048'))
for i in range(8):
    z = FAR - i * 0.3
    room.append(st(line([eye(-3, 0, z), eye(3, 0, z)]), '#4c3829', 2, opacity=0.6))
    for j in range(8):
        x = -2.8 + j * 0.8 + (0.4 if i % 2 else 0)
        room.append(
            st(line([eye(x, 0, z), eye(x, 0, max(0.0, z - 0.3))]), '#4c3829', 1.6, opacity=0.5)
        )
room.append(el(eye.face((-3, 0, FAR), (3, 0, FAR), (3, 2.6, FAR), (-3, 2.6, FAR)), '#6a6078'))
room.append(el(eye.face((-3, 0, FAR), (3, 0, FAR), (3, 0.08, FAR), (-3, 0.08, FAR)), '#40384e'))
# a cushion on the far side and a chest by the wall
room.append(
    '<g filter="url(#cut2)">'
    + el(
        soft(
            [
                eye(-0.1, 0.03, 1.12),
                eye(0.36, 0.03, 1.10),
                eye(0.42, 0.05, 1.42),
                eye(0.2, 0.07, 1.54),
                eye(-0.14, 0.05, 1.46),
            ],
            t=0.5,
        ),
        '#6d5a78',
    )
    + '</g>'
)
WX0, WX1, WY0, WY1 = 0.08, 0.94, 0.17, 1.2
win = [
    el(eye.face((WX0, WY0, FAR), (WX1, WY0, FAR), (WX1, WY1, FAR), (WX0, WY1, FAR)), 'url(#night)'),
    '<g filter="url(#cut2)">'
    + el(
        soft(
            [
                eye(-0.1, 0.225, FAR),
                eye(0.2, 0.262, FAR),
                eye(0.4, 0.238, FAR),
                eye(0.6, 0.28, FAR),
                eye(0.8, 0.25, FAR),
                eye(1.14, 0.27, FAR),
            ],
            False,
        )
        + 'L%s L%sz' % (xy(eye(1.14, WY0, FAR)), xy(eye(-0.1, WY0, FAR))),
        '#8f9cc2',
    )
    + '</g>',
]
for _ in range(230):
    x, y = R.uniform(WX0, WX1), R.uniform(WY0, WY1)
    a = eye(x, y, FAR)
    w = R.choice([1.4, 1.8, 2.4, 3.4, 4.4])
    win.append(ell(a[0], a[1], w, w, '#e4ebf6', opacity=n(R.uniform(0.35, 0.9))))
D.append(
    '<clipPath id="win"><path d="%s"/></clipPath>'
    % eye.face((WX0, WY0, FAR), (WX1, WY0, FAR), (WX1, WY1, FAR), (WX0, WY1, FAR))
)


def bar(x0, x1, y0, y1, col):
    return el(
        eye.face(
            (x0, y0, FAR - 0.02), (x1, y0, FAR - 0.02), (x1, y1, FAR - 0.02), (x0, y1, FAR - 0.02)
        ),
        col,
    )


fr = '#1d1c38'
frame = (
    bar(WX0 - 0.06, WX1 + 0.06, WY0 - 0.07, WY0, '#2e2d50')
    + bar(WX0 - 0.06, WX0 + 0.02, WY0, WY1, fr)
    + bar(WX1 - 0.02, WX1 + 0.06, WY0, WY1, fr)
    + bar(0.505, 0.54, WY0, WY1, fr)
    + bar(WX0, WX1, 0.44, 0.462, fr)
    + st(line([eye(WX0, WY0 + 0.004, FAR), eye(WX1, WY0 + 0.004, FAR)]), '#a9b7dc', 3, opacity=0.8)
    + st(line([eye(WX0, 0.463, FAR), eye(WX1, 0.463, FAR)]), '#a9b7dc', 1.6, opacity=0.5)
)
# ---- the table
table = [
    block(eye, X0, X1, T - 0.035, T, Z0, Z1, ('#7d5644', '#4a3030', '#4a3030', '#4a3030')),
]
top = eye.face((X0, T, Z0), (X1, T, Z0), (X1, T, Z1), (X0, T, Z1))
zz = [Z0 + 0.18, Z0 + 0.365, Z0 + 0.56, Z0 + 0.73]
for i, z in enumerate(zz):
    a, b = eye(X0, T, z), eye(X1, T, z)
    table.append(
        st(line([a, b]), '#3a2620', 2.2, opacity=0.8)
        + st(line([(a[0], a[1] + 2), (b[0], b[1] + 2)]), '#a87c60', 1.2, opacity=0.5)
    )
for i, (za, zb) in enumerate(zip([Z0] + zz, zz + [Z1])):
    table.append(
        el(
            eye.face((X0, T, za), (X1, T, za), (X1, T, zb), (X0, T, zb)),
            ('#936650', '#6c4a3c', '#86604a', '#745040', '#8c6250')[i],
            opacity=0.4,
        )
    )
# ---- what lies on it: (place, half width, half depth, thickness)
A = turn(-0.118, 0.505, 0.12)  # the one with photographs
Bp = turn(0.165, 0.515, -0.12)  # the report
M = turn(0.47, 0.70, -0.30)  # the folded map
W_, H_ = 0.108, 0.150
goods = []
# the stapled report: a few sheets, the upper one turned up at its corner
for i in range(5):
    q = turn(0.165 + R.uniform(-0.002, 0.002), 0.515 - 0.0012 * i, -0.12 + R.uniform(-0.008, 0.008))
    goods.append(
        leaf(
            q,
            W_,
            H_,
            T + 0.001 + i * 0.0016,
            '#cdbfae' if i < 4 else '#efe4d0',
            stroke='#8e7c6c',
            stroke_width=0.8,
        )
    )
y = T + 0.009
goods.append(rows(Bp, -0.085, 0.01, 0.118, 0.122, 2, y, '#4a3f48', R, 0.1, 4.2))
goods.append(rows(Bp, -0.085, 0.085, 0.098, 0.100, 1, y, '#5a4e54', R, 0.5, 2.2))
goods.append(rows(Bp, -0.085, 0.086, 0.010, 0.082, 9, y, '#665a5e', R, 0.25, 1.7))
goods.append(rows(Bp, -0.085, 0.012, -0.128, -0.012, 13, y, '#665a5e', R, 0.25, 1.7))
q4 = quad(Bp, 0.024, 0.086, -0.062, -0.012, y)
goods.append(inquad(q4, PHOTOS[1]))
goods.append(rows(Bp, 0.024, 0.086, -0.128, -0.076, 6, y, '#665a5e', R, 0.25, 1.7))
# margin strokes of the pencil and one line underlined
a, b = Bp(-0.094, 0.066), Bp(-0.094, 0.030)
goods.append(
    st(
        'M%s Q%s %s'
        % (
            xy(eye(a[0], y, a[1])),
            xy((eye(a[0], y, a[1])[0] - 5, eye(a[0], y, a[1])[1] + 16)),
            xy(eye(b[0], y, b[1])),
        ),
        '#3c3a52',
        2.6,
        opacity=0.8,
    )
)
a, b = Bp(-0.02, 0.0395), Bp(0.06, 0.0400)
goods.append(st(line([eye(a[0], y, a[1]), eye(b[0], y, b[1])]), '#3c3a52', 2.4, opacity=0.75))
# the essay: printed from a screen, mostly pictures
for i in range(4):
    q = turn(-0.118 + R.uniform(-0.002, 0.002), 0.505 - 0.001 * i, 0.12 + R.uniform(-0.012, 0.012))
    goods.append(
        leaf(
            q,
            W_ + 0.004,
            H_,
            T + 0.005 + i * 0.0016,
            '#cbb99f' if i < 3 else '#f2e7d2',
            stroke='#8e7c6c',
            stroke_width=0.8,
        )
    )
y2 = T + 0.0115
for (u0, u1, v0, v1), ph in zip(
    (
        (-0.094, 0.094, 0.030, 0.122),
        (-0.094, -0.006, -0.060, 0.006),
        (0.008, 0.094, -0.060, 0.006),
        (-0.094, -0.02, -0.134, -0.082),
    ),
    (PHOTOS[0], PHOTOS[2], PHOTOS[3], PHOTOS[1]),
):
    goods.append(inquad(quad(A, u0, u1, v0, v1, y2), ph))
goods.append(rows(A, -0.094, 0.05, 0.134, 0.136, 1, y2, '#4a3f48', R, 0.1, 3.2))
goods.append(rows(A, -0.094, 0.07, 0.017, 0.0215, 2, y2, '#7a6c68', R, 0.2, 1.5))
goods.append(rows(A, -0.006, 0.09, -0.132, -0.084, 6, y2, '#665a5e', R, 0.3, 1.6))
# staples
for q, yy in ((A, y2), (Bp, y)):
    a, b = q(-0.098, 0.141), q(-0.084, 0.144)
    goods.append(
        st(line([eye(a[0], yy, a[1]), eye(b[0], yy, b[1])]), '#b9b4bc', 2.2)
        + st(
            line(
                [
                    (eye(a[0], yy, a[1])[0], eye(a[0], yy, a[1])[1] + 2),
                    (eye(b[0], yy, b[1])[0], eye(b[0], yy, b[1])[1] + 2),
                ]
            ),
            '#5a5058',
            1.2,
        )
    )
# the folded map: four panels of a zigzag, the coast of the Yellow Sea across two of them
mh = T + 0.006
cols = ('#d8cfae', '#b9b595', '#d8cfae', '#aeab8d')
pw = 0.058
for i in range(4):
    u0, u1 = -2 * pw + i * pw, -pw + i * pw
    ya, yb = (mh, mh + 0.016) if i % 2 == 0 else (mh + 0.016, mh)
    pts = [(u0, -0.12, ya), (u1, -0.12, yb), (u1, 0.12, yb), (u0, 0.12, ya)]
    goods.append(el(poly([eye(M(u, v)[0], yy, M(u, v)[1]) for u, v, yy in pts]), cols[i]))
    goods.append(
        st(
            line(
                [eye(M(u1, -0.12)[0], yb, M(u1, -0.12)[1]), eye(M(u1, 0.12)[0], yb, M(u1, 0.12)[1])]
            ),
            '#f4ead0' if i % 2 == 0 else '#6d6a5c',
            1.6,
            opacity=0.8,
        )
    )
mp = lambda pts: [eye(M(u, v)[0], mh + 0.008, M(u, v)[1]) for u, v in pts]
goods.append(
    '<g filter="url(#cut2)">'
    + el(
        soft(
            mp(
                [
                    (-0.03, 0.06),
                    (-0.005, 0.052),
                    (0.016, 0.066),
                    (0.03, 0.03),
                    (0.026, -0.02),
                    (0.05, -0.055),
                    (0.078, -0.03),
                    (0.084, 0.02),
                    (0.072, 0.058),
                    (0.112, 0.095),
                    (0.114, -0.118),
                    (-0.02, -0.118),
                    (-0.004, -0.08),
                    (-0.034, -0.04),
                    (-0.016, 0.0),
                    (-0.046, 0.03),
                ]
            ),
            t=0.5,
        ),
        '#7f9fb4',
        opacity=0.85,
    )
    + '</g>'
)
for pts in (
    [(-0.11, 0.08), (-0.08, 0.06), (-0.07, 0.03), (-0.046, 0.03)],
    [(-0.11, -0.03), (-0.08, -0.05), (-0.05, -0.03), (-0.02, -0.05)],
    [(0.04, 0.0), (0.06, 0.02), (0.07, 0.0)],
):
    goods.append(st(soft(mp(pts), False), '#5f86a0', 1.6, opacity=0.8))
# the pencil, worn short
pa, pb = (0.32, 0.475), (0.375, 0.515)


def pencil(a, b, y):
    p, q = eye(a[0], y, a[1]), eye(b[0], y, b[1])
    L = lambda t: (p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t)
    return (
        st(line([L(0.2), L(1)]), '#b58a3c', 15)
        + st(line([(L(0.2)[0], L(0.2)[1] - 4), (L(1)[0], L(1)[1] - 4)]), '#e6c272', 4)
        + st(line([(L(0.2)[0], L(0.2)[1] + 5), (L(1)[0], L(1)[1] + 5)]), '#7c5a28', 4)
        + st(line([L(0.9), L(1)]), '#8c5a50', 15)
        + el(
            poly([(L(0.2)[0], L(0.2)[1] - 7.5), (L(0.2)[0] - 2, L(0.2)[1] + 7.5), L(0.0)]),
            '#e3c79c',
        )
        + el(
            poly([(L(0.05)[0], L(0.05)[1] - 2.6), (L(0.05)[0], L(0.05)[1] + 2.6), L(-0.005)]),
            '#2e2a3a',
        )
    )


goods.append(pencil(pa, pb, T + 0.004))
for _ in range(14):  # shavings
    u, v = R.uniform(0.33, 0.42), R.uniform(0.42, 0.47)
    a = eye(u, T, v)
    goods.append(
        st(
            'M%s q%d,%d %d,%d'
            % (xy(a), R.randint(-5, 5), R.randint(-7, -2), R.randint(4, 10), R.randint(-2, 4)),
            R.choice(['#d9b888', '#b58a5c']),
            2.2,
            opacity=0.8,
        )
    )
# ---- albedo
base = np.full((PH, PW, 3), 0.2, np.float32)
base = over(base, sheet(''.join(room), ''.join(D)))
base = over(base, sheet(''.join(table), ''.join(D)))
X, _, Z = eye.hits(1, T)
on = mask(el(top, '#fff'))
grain = fbm(X * 2.2 + 0.3 * fbm(X * 4, Z * 9, 2, 5), Z * 44 + 3 * fbm(X * 1.6, Z * 3, 2, 9), 4, 6)
fine = fbm(X * 9, Z * 210, 3, 8)
g = 1 - 0.17 * smooth(0.0, 0.3, grain) - 0.09 * smooth(0.05, 0.35, fine)
base = base * (1 - on[..., None] * (1 - g[..., None]))
base = over(base, sheet(''.join(goods), ''.join(D)))
# ---- light
e = lamplight(FLAME, (X, T, Z), UP, 0.42) * 3.9
corner = lambda place, w, d, y0, y1: [
    (*([place(u, v)[0], yy, place(u, v)[1]]),) for u in (-w, w) for v in (-d, d) for yy in (y0, y1)
]
sh = (
    shade(eye, corner(A, W_ + 0.004, H_, T, T + 0.011), FLAME, T, '#fff', filter='url(#b2)')
    + shade(eye, corner(Bp, W_, H_, T, T + 0.009), FLAME, T, '#fff', filter='url(#b2)')
    + shade(eye, corner(M, 0.116, 0.12, T, T + 0.014), FLAME, T, '#fff', filter='url(#b2)')
    + shade(
        eye,
        [
            (pa[0], T + 0.008, pa[1]),
            (pb[0], T + 0.009, pb[1]),
            (pa[0], T, pa[1]),
            (pb[0], T, pb[1]),
        ],
        FLAME,
        T,
        '#fff',
        filter='url(#b2)',
    )
)
shadow = mask(sh) * (1 - mask(''.join(goods), ''.join(D)))
rr = np.hypot(X - LAMP[0], Z - LAMP[2])
th = np.arctan2(Z - LAMP[2], X - LAMP[0])
e = e * (1 - 0.8 * shadow)
e = e * (1 - 0.9 * smooth(0.150, 0.118, rr))
YAW = 0.5
for a, wid, amt in (
    (-0.16, 0.06, 0.5),
    (math.pi - 0.16, 0.06, 0.5),
    (-2.1, 0.02, 0.2),
    (0.7, 0.02, 0.22),
    (1.9, 0.02, 0.22),
    (-2.6, 0.02, 0.22),
):
    d = np.abs((th - a + math.pi) % (2 * math.pi) - math.pi)
    e = e * (
        1 - amt * smooth(wid * 1.5, wid * 0.5, d) * smooth(0.1, 0.16, rr) * smooth(0.8, 0.3, rr)
    )
# paper answers the light a little by its own swell
t = washed(e, 51)
LIT = [
    (0, '#20223f'),
    (0.1, '#3c2f46'),
    (0.24, '#7a5248'),
    (0.42, '#c98a55'),
    (0.62, '#f2ba70'),
    (0.8, '#ffdb9c'),
    (1, '#fff2d2'),
]
table_zone = np.clip(on + mask(''.join(goods), ''.join(D)) + mask(table[0]), 0, 1)
# the floor and wall get a breath of it
fx, fy, fz = eye.hits(1, 0.0)
ef = lamplight(FLAME, (fx, fy, fz), UP, 0.34) * smooth(1.1, 1.5, fz)
wx, wy, wz = eye.hits(2, FAR)
ew = lamplight(FLAME, (wx, wy, wz), BACK, 0.62)
wall = mask(el(eye.face((-3, 0, FAR), (3, 0, FAR), (3, 2.6, FAR), (-3, 2.6, FAR)), '#fff'))
far = washed(np.where(wall > 0.5, ew, ef), 53, 0.03)
tt = np.where(table_zone > 0.5, t, far * 0.8)
light = ramp(LIT, tt)
# snow light from the window lies on the floor and on the far rim of the table
cool = np.exp(-(((fx - 0.5) / 0.75) ** 2 + ((fz - 1.75) / 0.55) ** 2)) * (1 - wall)
light = light + (cool * (1 - table_zone) * 0.34)[..., None] * rgb('#8ea2d8')
light = light + (table_zone * smooth(0.6, 0.95, Z) * smooth(-0.2, 0.7, X) * 0.10)[..., None] * rgb(
    '#8ea2d8'
)
base = base * np.clip(light, 0, 1.15)
# ---- what shines by itself
glow = sheet('<g clip-path="url(#win)">' + ''.join(win) + '</g>' + frame, ''.join(D))
dim = glow.copy()
dim[..., :3] *= 0.74
base = over(base, dim)
lx, ly = eye(*LAMP)
k = eye.k(*LAMP)
e_ = eye.tilt(LAMP[0], T + 0.15, LAMP[2])
lamp = sheet(
    '<g opacity=".5">'
    + lantern_air('l', lx, ly, TALL * k, e_, 2.2, 0.8)
    + '</g>'
    + lantern('l', lx, ly, TALL * k, e_, '#15142c', '#473c54', YAW, 0.0)
    + '<g opacity=".3">'
    + lantern_air('l', lx, ly, TALL * k, e_, 0.8, 0.5)
    + '</g>',
    ''.join(D),
)
base = over(base, lamp)
edges = sheet(
    st(line([eye(X0, T, Z0), eye(X1, T, Z0)]), '#ffcf86', 2.4, opacity=0.28, filter='url(#b1)')
    + st(line([eye(X0, T, Z1), eye(X1, T, Z1)]), '#9fb0dc', 2, opacity=0.35)
    + '<rect x="0" y="700" width="1920" height="380" fill="url(#vig)"/>',
    ''.join(D),
)
base = over(base, edges)
# ---- near: the shoulder we look over, and the edge of a hood
sh_ = [
    (1960, 560),
    (1880, 572),
    (1790, 612),
    (1712, 680),
    (1650, 760),
    (1596, 850),
    (1556, 950),
    (1530, 1100),
    (1960, 1100),
]
hood = [
    (1960, 250),
    (1900, 268),
    (1852, 322),
    (1828, 400),
    (1832, 486),
    (1862, 556),
    (1912, 596),
    (1960, 604),
]
D.append(
    lg(
        'rim',
        [
            (0, ('#ffcf86', 0)),
            (0.25, ('#ffcf86', 0.85)),
            (0.55, ('#f0a860', 0.45)),
            (1, ('#a8602f', 0)),
        ],
        1900,
        560,
        1540,
        980,
        True,
    )
    + lg(
        'rim2',
        [(0, ('#ffcf86', 0)), (0.5, ('#ffcf86', 0.8)), (1, ('#ffcf86', 0.1))],
        0,
        250,
        0,
        600,
        True,
    )
)
seams = ''
for pts in (
    [(1700, 694), (1780, 716), (1870, 716), (1960, 700)],
    [(1634, 786), (1730, 826), (1850, 836), (1960, 822)],
    [(1580, 892), (1690, 940), (1830, 956), (1960, 944)],
):
    seams += st(soft(pts, False), '#06071a', 5, opacity=0.8, filter='url(#b2)')
    seams += st(
        soft([(x + 2, y + 8) for x, y in pts], False), '#3a3350', 3, opacity=0.45, filter='url(#b1)'
    )
near = (
    '<g filter="url(#cut)">'
    + el(soft(sh_, t=0.5), 'url(#coat)')
    + seams
    + el(soft(hood, t=0.5), '#0d0e24')
    + el(
        soft([(1960, 300), (1916, 322), (1888, 392), (1890, 480), (1920, 560), (1960, 580)], t=0.5),
        '#15162f',
    )
    + '</g>'
    + st(soft(sh_[1:8], False), 'url(#rim)', 4.5, filter='url(#b2)')
    + st(soft(hood[1:7], False), 'url(#rim2)', 3.6, filter='url(#b2)')
)
front = sheet(near, ''.join(D))
press.pull('reports', np.clip(base, 0, 1), [('shoulder', 0.6, front)])
