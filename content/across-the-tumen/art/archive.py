"""An archive at night: shelves of folders tied with string; one lies open on a table under a lamp, its
last page blank, with a chair pulled up to it.  On the shelf behind, the gap where it stood."""
import random

from still import *

R = random.Random(77)
eye = Eye((0.04, 1.66, 0.30), (0.04, 0.92, 2.5), 1420, 930, 462)
T = 0.74
BACK_Z, LEFT_X, RX = 4.0, -1.55, 1.75
LAMP = (0.55, 1.13, 2.62)
BOOK = turn(0.10, 2.30, -0.06)
GAP = (-0.10, -0.01)
D = [
    lg('wallr', [(0, '#3a3d58'), (1, '#4b4c66')], 0, 0, 1, 0),
    lg('shadeg', [(0, '#0e1b22'), (0.3, '#21434a'), (0.55, '#16303a'), (1, '#0b141c')], 0, 0, 1, 0),
    rg(
        'air',
        [
            (0, ('#ffe9bd', 0.9)),
            (0.2, ('#ffcf86', 0.42)),
            (0.5, ('#ffb35c', 0.13)),
            (1, ('#ffb35c', 0)),
        ],
    ),
    lg('vig', [(0, ('#0b0c1c', 0)), (0.4, ('#0b0c1c', 0.55)), (1, ('#090a18', 0.96))]),
    lg('cone', [(0, ('#ffd694', 0.34)), (1, ('#ffd694', 0))]),
    lg('night', [(0, '#22305e'), (1, '#5468a0')]),
    lg('end', [(0, '#0a0b1a'), (0.8, '#12132a'), (1, '#262443')], 0, 0, 1, 0),
]
SPINE = [
    '#8c7a5e',
    '#7a6c58',
    '#6c7484',
    '#5d6878',
    '#6f7a68',
    '#85766a',
    '#9a8b70',
    '#5a6272',
    '#746882',
]


def spine(p, u0, u1, y0, y1, col, q, k):
    """A folder's back on a shelf; p(u, y) -> picture.  k: picture points a metre"""
    w = u1 - u0
    o = el(poly([p(u0, y0), p(u1, y0), p(u1, y1), p(u0, y1)]), col)
    o += el(
        poly([p(u0, y0), p(u0 + w * 0.28, y0), p(u0 + w * 0.28, y1), p(u0, y1)]),
        hexd(col, 0.7),
        opacity=0.8,
    )
    o += st(
        line([p(u0 + 0.001, y1), p(u1 - 0.001, y1)]),
        hexd(col, 1.25),
        n(max(1, k * 0.004)),
        opacity=0.8,
    )
    o += st(line([p(u1, y0), p(u1, y1)]), '#15142a', n(max(1, k * 0.004)), opacity=0.85)
    # a paper label, and the string with its bow
    if w > 0.03:
        m = (u0 + u1) / 2
        ly = y0 + (y1 - y0) * 0.62
        o += el(
            poly(
                [
                    p(u0 + w * 0.2, ly),
                    p(u1 - w * 0.16, ly),
                    p(u1 - w * 0.16, ly + 0.05),
                    p(u0 + w * 0.2, ly + 0.05),
                ]
            ),
            '#b9ab92',
            opacity=0.9,
        )
        for i in range(2):
            o += st(
                line(
                    [
                        p(u0 + w * 0.32, ly + 0.014 + i * 0.016),
                        p(u1 - w * 0.3, ly + 0.014 + i * 0.016),
                    ]
                ),
                '#4d4652',
                n(max(0.8, k * 0.0035)),
                opacity=0.8,
            )
    by = y0 + (y1 - y0) * q.uniform(0.36, 0.42)
    m = u0 + w * q.uniform(0.45, 0.6)
    o += st(line([p(u0, by), p(u1, by)]), '#cfc2a6', n(max(1.1, k * 0.0048)))
    for s in (-1, 1):
        a = p(m, by)
        o += st(
            'M%s q%s,%s %s,%s q%s,%s %s,%s'
            % (
                (xy(a),)
                + tuple(
                    n(v * k)
                    for v in (
                        s * 0.008,
                        -0.018,
                        s * 0.016,
                        -0.002,
                        -s * 0.004,
                        0.012,
                        -s * 0.016,
                        0.002,
                    )
                )
            ),
            '#cfc2a6',
            n(max(1, k * 0.0038)),
        )
        o += st(
            'M%s q%s,%s %s,%s'
            % (
                (xy(a),)
                + tuple(n(v * k) for v in (s * 0.004, 0.02, s * 0.009, q.uniform(0.03, 0.05)))
            ),
            '#cfc2a6',
            n(max(0.9, k * 0.0034)),
        )
    return o


def shelf_row(p, kk, u0, u1, y, high, q, gap=None):
    """Folders standing on one board, a few lying, some leaning."""
    o = ''
    u = u0
    while u < u1 - 0.02:
        w = q.choice([0.026, 0.034, 0.04, 0.048, 0.058, 0.07]) * q.uniform(0.9, 1.1)
        if gap and u < gap[1] and u + w > gap[0]:
            if u < gap[0] - 0.012:
                w = gap[0] - u
            else:
                u = gap[1]
                continue
        if u + w > u1:
            break
        h = q.uniform(0.275, 0.32)
        if q.random() < 0.035 and u + 0.34 < u1 and not gap:
            yy = y
            for _ in range(q.randint(2, 4)):
                t = q.uniform(0.03, 0.05)
                c = q.choice(SPINE)
                o += el(
                    poly(
                        [p(u + 0.01, yy), p(u + 0.31, yy), p(u + 0.31, yy + t), p(u + 0.01, yy + t)]
                    ),
                    c,
                )
                o += st(line([p(u + 0.01, yy), p(u + 0.31, yy)]), '#15142a', 1.6, opacity=0.8)
                s = u + 0.16
                o += st(line([p(s, yy), p(s, yy + t)]), '#cfc2a6', 2)
                yy += t
            u += 0.33
            continue
        o += spine(p, u, u + w, y, y + h, q.choice(SPINE), q, kk(u))
        u += w + 0.0015
    return o


# ---- the room
room = [el('M0,0H1920V1080H0z', '#2c2e48')]
room.append(
    el(eye.face((LEFT_X, 0, BACK_Z), (RX, 0, BACK_Z), (RX, 0, 0.4), (LEFT_X, 0, 0.4)), '#6b5646')
)
for i in range(34):
    x = LEFT_X + i * 0.12
    room.append(st(line([eye(x, 0, BACK_Z), eye(x, 0, 0.5)]), '#3a2c2c', 1.8, opacity=0.5))
room.append(
    el(eye.face((RX, 0, BACK_Z), (RX, 0, 0.4), (RX, 3, 0.4), (RX, 3, BACK_Z)), 'url(#wallr)')
)
room.append(
    el(
        eye.face((LEFT_X, 0, BACK_Z), (RX, 0, BACK_Z), (RX, 3, BACK_Z), (LEFT_X, 3, BACK_Z)),
        '#25253c',
    )
)
room.append(
    el(
        eye.face((LEFT_X, 0, BACK_Z), (LEFT_X, 0, 0.5), (LEFT_X, 3, 0.5), (LEFT_X, 3, BACK_Z)),
        '#1e1e34',
    )
)
BOARDS = [0.10, 0.50, 0.90, 1.30, 1.70, 2.10, 2.50]
pb = lambda u, y: eye(u, y, BACK_Z)
pl = lambda u, y: eye(LEFT_X, y, u)
kb = lambda u: eye.k(u, 1, BACK_Z)
kl = lambda u: eye.k(LEFT_X, 1, u)
backfold, leftfold = '', ''
for j, y in enumerate(BOARDS):
    q = random.Random(100 + j)
    backfold += shelf_row(pb, kb, LEFT_X + 0.05, RX - 0.03, y, 0.3, q, GAP if j == 2 else None)
    q = random.Random(200 + j)
    leftfold += shelf_row(pl, kl, 0.75, BACK_Z - 0.04, y, 0.3, q)
    for p, u0, u1, k in ((pb, LEFT_X, RX, 330), (pl, 0.6, BACK_Z, 500)):
        t = el(poly([p(u0, y), p(u1, y), p(u1, y - 0.028), p(u0, y - 0.028)]), '#7a5c46') + st(
            line([p(u0, y - 0.028), p(u1, y - 0.028)]), '#15142a', 2.2, opacity=0.8
        )
        if p is pb:
            backfold += t
        else:
            leftfold += t
for x in (-0.62, 0.42, 1.46):
    backfold += el(
        poly([pb(x - 0.016, 0), pb(x + 0.016, 0), pb(x + 0.016, 3), pb(x - 0.016, 3)]), '#6b4f3e'
    ) + st(line([pb(x + 0.016, 0), pb(x + 0.016, 3)]), '#15142a', 2, opacity=0.7)
for z in (1.35, 2.3, 3.25):
    leftfold += el(
        poly([pl(z - 0.018, 0), pl(z + 0.018, 0), pl(z + 0.018, 3), pl(z - 0.018, 3)]), '#6b4f3e'
    ) + st(line([pl(z - 0.018, 0), pl(z - 0.018, 3)]), '#15142a', 2, opacity=0.7)
room_svg = ''.join(room) + '<g>' + backfold + leftfold + '</g>'
# ---- the table
TX0, TX1, TZ0, TZ1 = -0.34, 1.02, 1.94, 2.90
table = ''
for x, z in (
    (TX0 + 0.06, TZ1 - 0.06),
    (TX1 - 0.06, TZ1 - 0.06),
    (TX0 + 0.06, TZ0 + 0.06),
    (TX1 - 0.06, TZ0 + 0.06),
):
    table += block(
        eye,
        x - 0.03,
        x + 0.03,
        0,
        T - 0.03,
        z - 0.03,
        z + 0.03,
        ('#4a3428', '#3c2a24', '#3c2a24', '#4a3428'),
    )
table += el(
    eye.face(
        (TX0 + 0.04, T - 0.12, TZ0 + 0.03),
        (TX1 - 0.04, T - 0.12, TZ0 + 0.03),
        (TX1 - 0.04, T, TZ0 + 0.03),
        (TX0 + 0.04, T, TZ0 + 0.03),
    ),
    '#3a2822',
)
table += block(eye, TX0, TX1, T - 0.032, T, TZ0, TZ1, ('#86604a', '#4a3228', '#4a3228', '#4a3228'))
top = eye.face((TX0, T, TZ0), (TX1, T, TZ0), (TX1, T, TZ1), (TX0, T, TZ1))
# ---- the open folder
PW_, PD = 0.29, 0.385  # one half
bk = lambda u, v, y=T: eye(BOOK(u, v)[0], y, BOOK(u, v)[1])


def half(s, lift, w, d, col, bulge=0.012, **a):
    """A sheet from the spine outward (s: -1 left, 1 right), swelling near the spine"""
    pts_far = [
        bk(s * w * t, d / 2, T + lift + bulge * math.sin(math.pi * min(1, t * 1.6) * 0.9) * (1 - t))
        for t in np.linspace(0, 1, 9)
    ]
    pts_near = [
        bk(
            s * w * t,
            -d / 2,
            T + lift + bulge * math.sin(math.pi * min(1, t * 1.6) * 0.9) * (1 - t),
        )
        for t in np.linspace(1, 0, 9)
    ]
    return el(poly(pts_far + pts_near), col, **a)


folder = half(-1, 0.002, PW_, PD, '#7d7466', 0) + half(1, 0.002, PW_, PD, '#8a7f6e', 0)
folder += st(line([bk(0, PD / 2), bk(0, -PD / 2)]), '#4d463f', 5)
for i in range(7):
    folder += half(
        -1,
        0.004 + i * 0.0022,
        PW_ - 0.012 - R.uniform(0, 0.003),
        PD - 0.02,
        '#d9ceb8' if i % 2 else '#b7ab96',
        0.02,
    )
    if i < 4:
        folder += half(
            1,
            0.004 + i * 0.0022,
            PW_ - 0.012 - R.uniform(0, 0.003),
            PD - 0.02,
            '#d9ceb8' if i % 2 else '#b7ab96',
            0.02,
        )
folder += half(-1, 0.020, PW_ - 0.012, PD - 0.02, '#e6dcc8', 0.02)
folder += half(1, 0.014, PW_ - 0.012, PD - 0.02, '#fbf5e8', 0.02)
# the shade of the swell beside the spine
for s, lift in ((-1, 0.020), (1, 0.014)):
    pf = [bk(s * w, PD / 2 - 0.01, T + lift) for w in (0.0, 0.03)]
    pn = [bk(s * w, -PD / 2 + 0.01, T + lift) for w in (0.03, 0.0)]
    folder += el(poly(pf + pn), '#8a7560', opacity=0.45, filter='url(#b4)')
q = random.Random(31)
v = 0.15
while v > -0.045:
    u = -0.252
    end = -0.035 if v > -0.022 else -0.16  # here the record breaks off
    while u < end:
        w = min(q.uniform(0.006, 0.02), end - u)
        bul = (
            lambda t: 0.02
            * math.sin(math.pi * min(1, t / (PW_ - 0.012) * 1.6) * 0.9)
            * (1 - t / (PW_ - 0.012))
        )
        folder += st(
            line([bk(u, v, T + 0.020 + bul(-u)), bk(u + w, v, T + 0.020 + bul(-u - w))]),
            '#5a4e56',
            n(2.1 * q.uniform(0.8, 1.1)),
            opacity=0.85,
        )
        u += w + 0.004
    v -= 0.0185
# the string, untied
sp = [
    bk(u, v)
    for u, v in (
        (0.44, 0.15),
        (0.39, 0.10),
        (0.35, 0.13),
        (0.37, 0.17),
        (0.42, 0.16),
        (0.43, 0.08),
        (0.38, 0.02),
        (0.425, -0.04),
        (0.37, -0.10),
        (0.44, -0.15),
        (0.52, -0.13),
        (0.54, -0.08),
    )
]
string = (
    st(soft([(x + 2, y + 4) for x, y in sp], False), '#2a1c1a', 4, opacity=0.55, filter='url(#b1)')
    + st(soft(sp, False), '#d9ccae', 3.4)
    + st(soft([(x - 0.5, y - 1) for x, y in sp], False), '#f6ead0', 1.2, opacity=0.8)
)
cp = on_place(turn(-0.56, 2.40, -1.28))
# ---- albedo
defs = ''.join(D)
base = over(np.zeros((PH, PW, 3), np.float32), sheet(room_svg, defs))
X, _, Z = eye.hits(1, T)
tab = sheet(table, defs)
base = over(base, tab)
on = mask(el(top, '#fff'))
g = (
    1
    - 0.2 * smooth(0.0, 0.3, fbm(X * 2.2, Z * 40 + 3 * fbm(X * 1.4, Z * 3, 2, 9), 4, 6))
    - 0.08 * smooth(0.05, 0.3, fbm(X * 9, Z * 190, 3, 8))
)
base = base * (1 - on[..., None] * (1 - g[..., None]))
base = over(base, sheet(folder + string, defs))
# ---- light: the lamp under its shade, and what the page throws back
LIT = [
    (0, '#282c54'),
    (0.1, '#41375a'),
    (0.24, '#6b4a48'),
    (0.42, '#c0845a'),
    (0.62, '#f0ba74'),
    (0.8, '#ffdb9c'),
    (1, '#fff4da'),
]
PAGE = (0.2, T + 0.02, 2.32)


def shaded(p):
    """how much of the lamp clears the rim of its shade"""
    r = np.hypot(p[0] - LAMP[0], p[2] - LAMP[2])
    return smooth(0.10, -0.06, (p[1] - LAMP[1]) / (r + 0.02) + 0.09)


def thrown_back(p, normal):
    v = [PAGE[i] - p[i] for i in range(3)]
    d2 = sum(a * a for a in v)
    c1 = np.clip(sum(v[i] * normal[i] for i in range(3)) / np.sqrt(d2), 0, 1)
    c2 = np.clip(-v[1] / np.sqrt(d2), 0, 1)
    return c1 * c2 / d2


planes = []
e = lamplight(LAMP, (X, T, Z), UP, 0.42) * 8.0
bs = [
    (BOOK(u, v)[0], T + y, BOOK(u, v)[1])
    for u in (-PW_, PW_)
    for v in (-PD / 2, PD / 2)
    for y in (0, 0.018)
]
booksh = mask(shade(eye, bs, LAMP, T, '#fff', filter='url(#b2)')) * (1 - mask(folder))
e = e * (1 - 0.75 * booksh)
planes.append((np.clip(tab[..., 3] + mask(folder), 0, 1), e))
hx = eye.hits(2, BACK_Z)
e = lamplight(LAMP, hx, BACK, 1.0) * 2.4 * shaded(hx) + thrown_back(hx, BACK) * 2.6
planes.append(
    (
        mask(
            el(
                eye.face(
                    (LEFT_X, 0, BACK_Z), (RX, 0, BACK_Z), (RX, 3, BACK_Z), (LEFT_X, 3, BACK_Z)
                ),
                '#fff',
            )
        ),
        e,
    )
)
hx = eye.hits(0, LEFT_X)
e = lamplight(LAMP, hx, (1, 0, 0), 1.0) * 3.0 * shaded(hx) + thrown_back(hx, (1, 0, 0)) * 2.6
planes.append(
    (
        mask(
            el(
                eye.face(
                    (LEFT_X, 0, BACK_Z), (LEFT_X, 0, 0.5), (LEFT_X, 3, 0.5), (LEFT_X, 3, BACK_Z)
                ),
                '#fff',
            )
        ),
        e,
    )
)
hx = eye.hits(0, RX)
e = lamplight(LAMP, hx, (-1, 0, 0), 1.0) * 1.4 * shaded(hx) + thrown_back(hx, (-1, 0, 0)) * 0.9
planes.append(
    (mask(el(eye.face((RX, 0, BACK_Z), (RX, 0, 0.4), (RX, 3, 0.4), (RX, 3, BACK_Z)), '#fff')), e)
)
hx = eye.hits(1, 0.0)
tsh = mask(
    shade(
        eye,
        [(x, T, z) for x in (TX0, TX1) for z in (TZ0, TZ1)],
        LAMP,
        0.0,
        '#fff',
        filter='url(#b8)',
    )
)
csh = mask(
    shade(
        eye,
        [cp(u, 0.45, v) for u in (-0.2, 0.2) for v in (-0.2, 0.2)],
        LAMP,
        0.0,
        '#fff',
        filter='url(#b8)',
    )
    + shade(
        eye,
        [cp(u, y, -0.25) for u in (-0.2, 0.2) for y in (0.5, 0.86)],
        LAMP,
        0.0,
        '#fff',
        filter='url(#b8)',
        opacity=0.6,
    )
)
e = lamplight(LAMP, hx, UP, 1.0) * 2.2 * (1 - 0.92 * tsh) * (1 - 0.8 * csh)
planes.append(
    (
        mask(
            el(
                eye.face((LEFT_X, 0, BACK_Z), (RX, 0, BACK_Z), (RX, 0, 0.4), (LEFT_X, 0, 0.4)),
                '#fff',
            )
        ),
        e,
    )
)
E_ = np.zeros((PH, PW))
for m, e in planes[1:] + planes[:1]:
    E_ = E_ * (1 - m) + e * m
t = washed(E_, 83, 0.03)
light = ramp(LIT, t)
base = base * light
# night comes in by a high window on the right
win = (
    el(eye.face((RX, 1.42, 2.7), (RX, 1.42, 3.4), (RX, 2.2, 3.4), (RX, 2.2, 2.7)), 'url(#night)')
    + st(line([eye(RX, 1.42, 3.05), eye(RX, 2.2, 3.05)]), '#15162e', 9)
    + st(line([eye(RX, 1.85, 2.7), eye(RX, 1.85, 3.4)]), '#15162e', 7)
    + el(
        eye.face((RX, 1.37, 2.62), (RX, 1.37, 3.48), (RX, 1.43, 3.48), (RX, 1.43, 2.62)), '#2b2c4c'
    )
)
base = over(base, sheet(win, defs))
# ---- the chair, pulled up: between us and the lamp, so dark, with lit edges
chair = '<g>' + chair_of(eye, cp, '#241a20', '#5c3e30', '#7d5742') + '</g>'
# ---- the lamp: disc, stem, dome
lx0, lz0 = 0.72, 2.70
f0 = eye(lx0, T, lz0)
k = eye.k(lx0, T, lz0)
tl = eye.tilt(lx0, T, lz0)
lam = ell(f0[0] - 6, f0[1] + 5, 0.10 * k, 0.10 * k * tl, '#1a1014', opacity=0.6, filter='url(#b4)')
lam += (
    ell(f0[0], f0[1], 0.085 * k, 0.085 * k * tl, '#141a26')
    + ell(f0[0], f0[1] - 8, 0.082 * k, 0.082 * k * tl, '#2a3a44')
    + ell(f0[0] - 8, f0[1] - 9, 0.05 * k, 0.05 * k * tl, '#c98a4c', opacity=0.55)
)
s0, s1 = eye(lx0, T + 0.01, lz0), eye(lx0 + 0.01, T + 0.34, lz0)
sc_ = eye(LAMP[0], LAMP[1] + 0.13, LAMP[2])
stem = 'M%s C%s %s %s' % (
    xy(s0),
    xy((s0[0] + 14, s0[1] - 120)),
    xy((s1[0] + 8, sc_[1] - 42)),
    xy((sc_[0] + 4, sc_[1] - 2)),
)
lam += (
    st(stem, '#141a26', 13, stroke_linecap='round')
    + st(stem, '#4a5a62', 3, opacity=0.9)
    + st(
        'M%s C%s %s %s'
        % (
            xy((s0[0] - 5, s0[1])),
            xy((s0[0] + 9, s0[1] - 120)),
            xy((s1[0] + 2, sc_[1] - 40)),
            xy((sc_[0] + 2, sc_[1])),
        ),
        '#ffcf86',
        2,
        opacity=0.5,
    )
)
c0 = eye(*LAMP)
kk = eye.k(*LAMP)
tr = max(0.10, eye.tilt(*LAMP))
rw = 0.165 * kk
lam += ell(c0[0], c0[1] + 10, 250, 190, 'url(#air)', opacity=0.8)
# the cone of light, faint, down to the page
lam += (
    '<g style="mix-blend-mode:screen">'
    + el(
        poly(
            [
                (c0[0] - rw * 0.9, c0[1] + 4),
                (c0[0] + rw * 0.9, c0[1] + 4),
                (c0[0] + rw * 1.55, f0[1] + 30),
                (c0[0] - rw * 3.0, f0[1] + 70),
            ]
        ),
        'url(#cone)',
        opacity=0.5,
        filter='url(#b8)',
    )
    + '</g>'
)
lam += ell(c0[0], c0[1], rw, rw * tr, '#fff1d0') + ell(
    c0[0], c0[1] + 2, rw * 0.93, rw * tr * 0.8, '#fffaf0'
)
dome = 'M%s C%s %s %s C%s %s %s A%s,%s 0 0,0 %sz' % (
    xy((c0[0] - rw, c0[1])),
    xy((c0[0] - rw * 0.9, c0[1] - 0.085 * kk)),
    xy((c0[0] - rw * 0.42, sc_[1])),
    xy((c0[0], sc_[1])),
    xy((c0[0] + rw * 0.42, sc_[1])),
    xy((c0[0] + rw * 0.9, c0[1] - 0.085 * kk)),
    xy((c0[0] + rw, c0[1])),
    n(rw),
    n(rw * tr),
    xy((c0[0] - rw, c0[1])),
)
# we look from a little above the rim: the near lip hides the bulb
lam += el(dome, 'url(#shadeg)')
lam += st(
    'M%s A%s,%s 0 0,0 %s' % (xy((c0[0] - rw, c0[1])), n(rw), n(rw * tr), xy((c0[0] + rw, c0[1]))),
    '#ffe0a6',
    4,
) + st(
    'M%s A%s,%s 0 0,0 %s'
    % (xy((c0[0] - rw, c0[1] + 5)), n(rw), n(rw * tr), xy((c0[0] + rw, c0[1] + 5))),
    '#ffcf86',
    7,
    opacity=0.35,
    filter='url(#b4)',
)
lam += st(
    'M%s C%s %s %s'
    % (
        xy((c0[0] - rw * 0.82, c0[1] - 14)),
        xy((c0[0] - rw * 0.72, c0[1] - 0.075 * kk)),
        xy((c0[0] - rw * 0.4, sc_[1] + 14)),
        xy((c0[0] - rw * 0.1, sc_[1] + 9)),
    ),
    '#6fa0a8',
    4,
    opacity=0.5,
    filter='url(#b2)',
)
lam += ell(sc_[0], sc_[1] - 1, 9, 6, '#141a26')
chn = eye(LAMP[0] - 0.06, LAMP[1] - 0.10, LAMP[2])
lam += st('M%s L%s' % (xy((c0[0] - 0.06 * kk, c0[1] + 10)), xy(chn)), '#e8c68e', 1.8) + ell(
    chn[0], chn[1] + 3, 3.4, 4.2, '#e8c68e'
)
edges = (
    st(line([eye(TX0, T, TZ0), eye(TX1, T, TZ0)]), '#ffcf86', 2.6, opacity=0.45, filter='url(#b1)')
    + '<rect x="0" y="690" width="1920" height="390" fill="url(#vig)"/>'
)
base = over(base, sheet(lam, defs))
base = over(base, sheet(chair, defs))
base = over(base, sheet(edges + edge(), defs + edgedefs('#0a0b1a')))
# ---- near: the end of the stack we stand in
nr = (
    '<g filter="url(#cut)">'
    + el('M-40,-40H96L112,1120H-40z', 'url(#end)')
    + el('M1850,-40H1960V1120H1826z', '#0b0c1c')
    + '</g>'
    + st('M97,-10L113,1090', '#a8794c', 3, opacity=0.5, filter='url(#b1)')
    + st('M1849,-10L1827,1090', '#a8794c', 3, opacity=0.55, filter='url(#b1)')
)
for y, h in ((96, 226), (510, 240)):
    nr += (
        el('M106,%d h44 q6,0 6,6 v%d q0,6 -6,6 h-44z' % (y, h), '#171833')
        + st('M155,%d v%d' % (y + 6, h), '#c08a55', 2.4, opacity=0.55, filter='url(#b1)')
        + st('M108,%d h47' % (y + h * 0.6), '#6a5c50', 3.4)
        + st('M136,%d q10,-16 18,-2 q-6,10 -18,2 q6,22 10,36' % (y + h * 0.6), '#6a5c50', 2.4)
    )
nr += el('M-40,850H110L113,878H-40z', '#1c1b36') + el('M-40,420H102L104,446H-40z', '#1c1b36')
front = sheet(nr + edge(), defs + edgedefs('#0a0b1a'))
press.pull('archive', np.clip(base, 0, 1), [('stack', 0.55, front)])
