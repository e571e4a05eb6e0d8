"""Chapter card, the village: the great wheel over the pit against a dusk of snow-light; its cable runs
down to the winding house, where one lamp burns; nobody is there."""
import math
import random

from props import *

R = random.Random(77)
INK = '#12142c'
D = [
    lg(
        'sky',
        [
            (0, '#1b2347'),
            (0.25, '#343a66'),
            (0.5, '#5f4f7a'),
            (0.72, '#96688a'),
            (0.9, '#bd8791'),
            (1, '#cfa09c'),
        ],
        0,
        0,
        0,
        690,
        True,
    ),
    lg(
        'snow',
        [(0, '#a59ac0'), (0.12, '#8580ac'), (0.34, '#5a5786'), (1, '#1d2046')],
        0,
        660,
        0,
        1080,
        True,
    ),
    lg('rim', [(0, '#6a648e'), (0.45, '#3b375e'), (1, '#2b2848')], 0, 0, 1, 1),
    lg('wall', [(0, '#3a3354'), (1, '#2b2848')], 0, 0, 1, 0),
    lg('pane', [(0, '#fff0c8'), (0.5, '#ffcf86'), (1, '#eaa65a')]),
    shine('glow'),
    rg('halo', [(0, ('#cfa0a8', 0.55)), (0.5, ('#96688a', 0.25)), (1, ('#5f4f7a', 0))]),
    scrim('foot', INK, 0, 560, 0, 1080, [(0, 0), (0.45, 0.55), (1, 0.96)]),
    scrim('left', INK, 0, 1080, 820, 260, [(0, 0.7), (0.55, 0.3), (1, 0)]),
]
s = ['<rect width="1920" height="1080" fill="url(#sky)"/>', ell(1150, 640, 900, 240, 'url(#halo)')]
q = random.Random(6)
for x, y, w, h, o, col in (
    (300, 120, 620, 15, 0.35, '#454377'),
    (900, 86, 520, 12, 0.3, '#4d4a7c'),
    (1660, 150, 560, 14, 0.35, '#5f5684'),
    (560, 236, 620, 13, 0.35, '#66588a'),
    (1500, 300, 560, 12, 0.4, '#8f6a90'),
    (330, 350, 520, 11, 0.4, '#8a668c'),
    (820, 420, 620, 12, 0.45, '#b0808f'),
    (1640, 440, 480, 10, 0.5, '#bd8b94'),
    (420, 486, 520, 9, 0.5, '#c2939a'),
    (1060, 528, 640, 9, 0.5, '#cfa3a0'),
    (1500, 566, 420, 7, 0.5, '#d8b0a8'),
):
    s.append(el(lens(x, y, w, h, q), col, opacity=o, filter='url(#b1)'))


def mountains(y, amp, n_, seed, snow, shade, foot, x0=-60, x1=1980):
    """Peaks cut with a knife: one side has the light, the other not; gullies between."""
    q = random.Random(seed)
    pts = []
    for i in range(n_ + 1):
        x = x0 + (x1 - x0) * i / n_ + q.uniform(-0.3, 0.3) * (x1 - x0) / n_
        up = i % 2
        pts.append((x, y - amp * (q.uniform(0.55, 1.0) if up else q.uniform(0.05, 0.35))))
    line_ = []
    for (xa, ya), (xb, yb) in zip(pts, pts[1:]):
        for k in range(6):
            t = k / 6
            line_.append(
                (
                    xa + (xb - xa) * t,
                    ya + (yb - ya) * t + (q.uniform(-0.05, 0.05) * amp if k else 0),
                )
            )
    line_.append(pts[-1])
    o = el(line(line_) + 'L%d,%d L%d,%dz' % (x1, foot, x0, foot), shade)
    for i in range(1, n_, 2):
        (px, py) = pts[i]
        (rx, ry_) = pts[i + 1]
        P = [(px, py)]
        m = 5
        for k in range(1, m + 1):
            t = k / m
            P.append((px + (rx - px) * t, py + (ry_ - py) * t))
        P.append((rx + 10, min(foot, ry_ + amp * 0.35)))
        for k in range(m, 0, -1):
            t = k / m
            P.append(
                (
                    px + (rx - px) * t * 0.42 + q.uniform(-14, 20),
                    py + (ry_ - py) * t * 0.9 + amp * 0.36 * t + q.uniform(-8, 8),
                )
            )
        o += el(poly(P), snow)
        for k in range(3):
            t = q.uniform(0.15, 0.6)
            lx, ly = px - (px - pts[i - 1][0]) * t, py + (pts[i - 1][1] - py) * t
            o += el(
                'M%s l%s,%s l%s,%sz'
                % (xy((lx, ly)), n(-amp * 0.22), n(amp * 0.42), n(amp * 0.06), n(-amp * 0.1)),
                snow,
                opacity=0.55,
            )
    return '<g filter="url(#cut)">' + o + '</g>'


s.append(mountains(660, 150, 9, 5, '#a98a9f', '#8a7396', 700))
s.append(
    '<rect x="-10" y="590" width="1940" height="90" fill="#cfa3a4" opacity=".4" filter="url(#f16)"/>'
)
s.append(mountains(690, 96, 13, 11, '#7d7399', '#5f587f', 740))
s.append(
    '<rect x="-10" y="650" width="1940" height="60" fill="#a98aa0" opacity=".35" filter="url(#f8)"/>'
)
# the plain, with the spoil heap and rows of roofs, all dark
s.append('<rect y="690" width="1920" height="400" fill="url(#snow)"/>')
heap = [
    (90, 712),
    (170, 676),
    (250, 628),
    (322, 588),
    (366, 574),
    (404, 580),
    (470, 622),
    (560, 676),
    (640, 712),
]
s.append('<g filter="url(#cut)">' + el(soft(heap, t=0.35), '#4a4468'))
q = random.Random(19)
for k in range(15):
    x = 336 + k * 5
    t0, t1 = q.uniform(0.05, 0.4), q.uniform(0.6, 1.0)
    e = 120 + k * 36
    A, B_ = (x + (e - x) * t0, 586 + 122 * t0), (x + (e - x) * t1, 586 + 122 * t1)
    w = 4 + 12 * t1
    s.append(
        el(
            'M%s Q%s %s L%s z'
            % (
                xy(A),
                xy(((A[0] + B_[0]) / 2 - 4, (A[1] + B_[1]) / 2)),
                xy((B_[0] - w, B_[1])),
                xy((B_[0] + w * 0.6, B_[1] + 3)),
            ),
            '#8a82ab' if k > 5 else '#6d668f',
            opacity=0.7,
        )
    )
s.append('</g>' + st('M366,576 L470,520 M386,580 L478,526 M400,560 v18 M440,538 v44', '#4a4468', 4))
q = random.Random(15)
for row, (y, h, a, b) in enumerate(
    ((716, 15, 560, 1120), (734, 19, 300, 1060), (758, 24, 60, 960))
):
    x = a
    while x < b:
        w = h * q.uniform(3.4, 6)
        s.append(
            el(
                'M%s,%d v-%s h%s v%sz' % (n(x), y, n(h * 0.75), n(w), n(h * 0.75)),
                ['#3d3962', '#322f57', '#34335c'][row],
            )
        )
        s.append(
            el(
                'M%s,%s l%s,-%s h%s l%s,%sz'
                % (
                    n(x - h * 0.2),
                    n(y - h * 0.7),
                    n(h * 0.35),
                    n(h * 0.55),
                    n(w - h * 0.3),
                    n(h * 0.35),
                    n(h * 0.55),
                ),
                ['#b5adca', '#bab3d2', '#c3bcda'][row],
            )
        )
        s.append(
            el(
                'M%s,%s v-%s h%s v%sz'
                % (n(x + w * 0.7), n(y - h * 0.98), n(h * 0.5), n(h * 0.28), n(h * 0.5)),
                ['#454169', '#3f3c64', '#34335c'][row],
            )
        )
        for k in range(int(w / h / 1.1)):
            s.append(
                '<rect x="%s" y="%s" width="%s" height="%s" fill="#23224a"/>'
                % (n(x + h * (0.4 + k * 1.1)), n(y - h * 0.52), n(h * 0.34), n(h * 0.3))
            )
        x += w + h * q.uniform(0.3, 1.4)
# swept snow: long lenses
for i in range(70):
    t = R.random()
    y = 775 + 290 * t
    s.append(
        el(
            lens(R.uniform(-100, 2000), y, 120 + 420 * t * R.uniform(0.5, 1.2), 3 + 10 * t, R),
            R.choice(['#8a86b0', '#35356a', '#6a6798']),
            opacity=n(0.28 * (1 - 0.5 * t)),
        )
    )

# ---- the winding house, right
hx0, hx1, hx2, hy, top = 1518, 1668, 1920, 738, 600
w = []
w.append(ell(1690, hy + 6, 260, 20, '#1a1c40', opacity=0.6, filter='url(#b8)'))
w.append(
    '<g filter="url(#cut2)">'
    + el(
        'M%d,%d V%d L%d,%d L%d,%d V%dz'
        % (hx0, hy, top + 26, (hx0 + hx1) // 2, top - 46, hx1, top + 26, hy),
        'url(#wall)',
    )
)
w.append(el('M%d,%d H%d V%d H%dz' % (hx1, top + 26, hx2 + 20, hy, hx1), '#23224a') + '</g>')
q = random.Random(2)
for k in range(90):  # brick, here and there
    x, y = q.uniform(hx0 + 6, hx1 - 20), q.uniform(top + 30, hy - 8)
    w.append(
        '<rect x="%s" y="%s" width="13" height="5" fill="%s" opacity=".5"/>'
        % (n(x), n(round(y / 7) * 7), q.choice(['#4d4468', '#262348', '#564a66']))
    )
# roof with snow, eaves
w.append(
    '<g filter="url(#cut2)">'
    + el(
        'M%d,%d L%d,%d L%d,%d H%d V%dz'
        % (
            hx1 + 12,
            top + 34,
            (hx0 + hx1) // 2,
            top - 54,
            (hx0 + hx1) // 2 + 6,
            top - 68,
            hx2 + 30,
            top + 34,
        ),
        '#8f89b4',
    )
    + el(
        'M%d,%d L%d,%d L%d,%d L%d,%dz'
        % (
            hx0 - 14,
            top + 36,
            (hx0 + hx1) // 2 + 2,
            top - 68,
            (hx0 + hx1) // 2 + 2,
            top - 50,
            hx0 - 4,
            top + 42,
        ),
        '#a49dc2',
    )
    + el(
        'M%d,%d L%d,%d L%d,%d L%d,%dz'
        % (
            hx1 + 14,
            top + 36,
            (hx0 + hx1) // 2 - 1,
            top - 68,
            (hx0 + hx1) // 2 - 1,
            top - 50,
            hx1 + 4,
            top + 42,
        ),
        '#6d6896',
    )
    + '</g>'
)
w.append(
    el('M1760,%d v-64 h30 v64z' % (top - 4), '#2f2c52')
    + el('M1756,%d h38 v-9 q-18,-8 -38,0z' % (top - 66), '#a49dc2')
)
# the slot for the cable and the window with the lamp
w.append('<rect x="1576" y="586" width="22" height="26" fill="#15152f"/>')
wx, wy = 1590, 672
w.append(screen(ell(wx, wy, 190, 150, 'url(#glow)')))
w.append(
    '<rect x="%d" y="%d" width="58" height="58" fill="#1c1b3c"/><rect x="%d" y="%d" width="48" height="48" fill="url(#pane)"/>'
    % (wx - 29, wy - 31, wx - 24, wy - 26)
)
w.append(
    ell(wx + 6, wy - 12, 9, 9, '#fffaf0')
    + st('M%d,%d v48 M%d,%d h48' % (wx, wy - 26, wx - 24, wy - 3), '#5f3f3c', 4)
    + el('M%d,%d h66 v-6 q-33,-6 -66,0z' % (wx - 33, wy + 30), '#ffdfb0', opacity=0.85)
)
w.append(
    screen(
        '<g filter="url(#f16)">'
        + el('M1560,738 L1622,738 L1680,856 L1450,846z', '#e8a868', opacity=0.34)
        + '</g>'
    )
)
land = ''.join(s) + ''.join(w) + veil('left')

# ---- the head-frame and its wheel
CX, CY, RR = 1168, 318, 236
KX, KA = 0.74, 0.66
f = []


def W(r, th, ax=0.0):
    """A point of the wheel: radius, angle, and along the axle (towards us, left)."""
    return (
        CX + r * math.cos(th) * KX - ax * KA,
        CY + r * math.sin(th) + r * math.cos(th) * 0.03 + ax * 0.10,
    )


def ring(r0, r1, ax, col, **a):
    A = [W(r0, i * math.tau / 72, ax) for i in range(72)]
    B = [W(r1, i * math.tau / 72, ax) for i in range(72)]
    return '<path d="%s%s" fill="%s" fill-rule="evenodd"%s/>' % (poly(A), poly(B), col, at(a))


def arc(r, a0, a1, ax, col, w_, **a):
    P = [W(r, a0 + (a1 - a0) * i / 40, ax) for i in range(41)]
    return st(line(P), col, w_, **a)


def beam(a, b, wd, face='#302c50', lit_='#7a749e', warm=None, rivets=True):
    """A steel beam from a to b: a face, a lighter upper edge, rivets."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    L = math.hypot(dx, dy)
    nx, ny = -dy / L * wd / 2, dx / L * wd / 2
    if ny > 0 or (abs(ny) < 1e-6 and nx > 0):
        nx, ny = -nx, -ny  # n points up (or left)
    o = el(
        poly(
            [
                (a[0] + nx, a[1] + ny),
                (b[0] + nx, b[1] + ny),
                (b[0] - nx, b[1] - ny),
                (a[0] - nx, a[1] - ny),
            ]
        ),
        face,
    )
    e = 0.72
    o += el(
        poly(
            [
                (a[0] + nx, a[1] + ny),
                (b[0] + nx, b[1] + ny),
                (b[0] + nx * e, b[1] + ny * e),
                (a[0] + nx * e, a[1] + ny * e),
            ]
        ),
        lit_,
    )
    if warm:
        o += st(
            line([(a[0] - nx * 0.92, a[1] - ny * 0.92), (b[0] - nx * 0.92, b[1] - ny * 0.92)]),
            '#e8a868',
            2.4,
            opacity=warm,
            filter='url(#b1)',
        )
    if rivets:
        m = int(L / 34)
        for k in range(1, m):
            x, y = a[0] + dx * k / m, a[1] + dy * k / m
            o += ell(x, y, 2.2, 2.2, '#5f5a86', opacity=0.8)
    return o


def lattice(a0, b0, a1, b1, m, wd, col, lit_):
    """Crosses between two legs: a0-b0 and a1-b1."""
    o = ''
    at_ = lambda P, Q, t: (P[0] + (Q[0] - P[0]) * t, P[1] + (Q[1] - P[1]) * t)
    for k in range(m):
        t0, t1 = (k / m) ** 0.92, ((k + 1) / m) ** 0.92
        o += beam(at_(a0, b0, t0), at_(a1, b1, t1), wd, col, lit_, rivets=False)
        o += beam(at_(a1, b1, t0), at_(a0, b0, t1), wd, col, lit_, rivets=False)
        o += beam(at_(a0, b0, t1), at_(a1, b1, t1), wd * 1.25, col, lit_, rivets=False)
    return o


PY = CY + 34  # the platform that carries the axle
# far legs, then the stays towards the winding house
f.append(beam((1096, PY + 10), (1062, 1100), 20, '#38345a', '#5f5a86', rivets=False))
f.append(beam((1262, PY - 4), (1300, 1100), 20, '#38345a', '#5f5a86', rivets=False))
f.append(
    lattice((1096, PY + 10), (1062, 1100), (1262, PY - 4), (1300, 1100), 4, 9, '#34305a', '#544f7c')
)
f.append(beam((1330, PY - 4), (1500, 768), 22, '#34305a', '#77719c', 0.4))
f.append(
    el('M1478,752 h44 l10,28 h-64z', '#2b284a')
    + el('M1474,754 q26,-12 52,0 l-2,7 h-48z', '#b9b3d0')
)
# platform, far girder
f.append(beam((1010, PY + 2), (1372, PY - 22), 30, '#2b284a', '#6a648e', rivets=False))
# cable down the shaft, behind the wheel's front flange
ta = math.pi
sx_, sy_ = W(222, ta)
f.append(
    st('M%s L%s' % (xy((sx_, sy_)), xy((sx_ + 2, 1100))), '#15152f', 5)
    + st('M%s L%s' % (xy((sx_ + 1.6, sy_)), xy((sx_ + 3.6, 1100))), '#6a648e', 1.4)
)
# the wheel: far flange, spokes in pairs, groove, near flange
f.append(ring(RR, RR - 30, -20, '#1f1d3c'))
for k in range(10):
    th = 0.2 + k * math.tau / 10
    a, b = W(34, th + 0.1, -26), W(RR - 28, th, -4)
    f.append(st(line([a, b]), '#211f40', 8))
    f.append(st(line([(a[0] + 1, a[1] - 2), (b[0] + 1, b[1] - 2)]), '#544f7c', 1.8))
for k in range(12):
    f.append(ring(RR - 12, RR - 30, -18 + 3 * k, '#26244a'))
f.append(arc(RR - 32, -0.2, 1.9, 8, '#4a456c', 5))
f.append(arc(RR - 34, 0.3, 1.5, 6, '#e8a868', 2.6, opacity=0.55, filter='url(#b1)'))
la = -1.02  # where the cable leaves for the winding house
lp = W(RR - 4, la)
f.append(
    arc(RR - 5, math.pi, math.tau + la, 2, '#15152f', 7)
    + arc(RR - 3.4, math.pi, math.tau + la, 2, '#6a648e', 1.8)
)
f.append(
    st('M%s Q%s %s' % (xy(lp), xy((1420, 348)), xy((1588, 600))), '#1c1a38', 4.4)
    + st(
        'M%s Q%s %s' % (xy((lp[0] + 1, lp[1] - 1.6)), xy((1421, 346)), xy((1589, 598))),
        '#a99fbe',
        1.3,
        opacity=0.8,
    )
)
for k in range(10):
    th = 0.2 + k * math.tau / 10
    a, b = W(34, th - 0.1, 30), W(RR - 26, th, 8)
    f.append(st(line([a, b]), '#2d2a4e', 10))
    f.append(st(line([(a[0] - 1, a[1] - 2.6), (b[0] - 1, b[1] - 2.6)]), '#77719c', 2.4))
    if 0 < th < 2.2:
        f.append(
            st(
                line([(a[0] + 2, a[1] + 3.4), (b[0] + 2, b[1] + 3.4)]),
                '#e8a868',
                2,
                opacity=0.5,
                filter='url(#b1)',
            )
        )
f.append(ring(RR, RR - 27, 20, 'url(#rim)') + ring(RR - 20, RR - 25, 21, '#26244a'))
f.append(arc(RR - 1, math.pi * 0.95, math.pi * 1.9, 20, '#a49dc2', 3, opacity=0.9))
f.append(arc(RR - 1, -0.25, 1.25, 20, '#f0b070', 3.4, opacity=0.8, filter='url(#b1)'))
for k in range(30):
    x, y = W(RR - 12, k * math.tau / 30 + 0.05, 20)
    f.append(ell(x, y, 2.3, 2.6, '#8f88b0', opacity=0.75))
# snow that has stayed: on the rim above, inside it below, on the hub
P = [
    W(RR + 1, math.pi * 1.5 + u, 18)
    for u in (-0.6, -0.5, -0.38, -0.25, -0.1, 0.06, 0.2, 0.32, 0.44)
]
U = [(x, y - hgt) for (x, y), hgt in zip(P, (0, 6, 11, 15, 17, 16, 12, 7, 0))]
f.append(
    '<g filter="url(#cut2)">'
    + el(soft(U + P[::-1], t=0.4), '#c9c3dc')
    + el(soft([(x, y + 1) for x, y in U[4:]] + P[::-1][:5], t=0.4), '#928cb8', opacity=0.7)
    + '</g>'
)
P = [W(RR - 29, math.pi * 0.5 + u, 16) for u in (-0.5, -0.3, -0.1, 0.12, 0.34, 0.52)]
U = [(x, y - hgt) for (x, y), hgt in zip(P, (0, 9, 13, 13, 8, 0))]
f.append('<g filter="url(#cut2)">' + el(soft(U + P[::-1], t=0.4), '#a9a3c6') + '</g>')
hub = W(0, 0, 30)
f.append(
    ell(hub[0] + 16, hub[1] - 4, 38, 48, '#211f40')
    + ell(*hub, 36, 47, '#3a365c')
    + ell(hub[0] - 4, hub[1] + 1, 25, 33, '#2b284a')
    + ell(hub[0] - 9, hub[1] + 2, 14, 19, '#4a456c')
)
f.append(
    st(
        soft(
            [
                (hub[0] + 26, hub[1] - 28),
                (hub[0] + 35, hub[1] + 4),
                (hub[0] + 24, hub[1] + 34),
                (hub[0] + 4, hub[1] + 46),
            ],
            False,
        ),
        '#f0b070',
        3,
        opacity=0.75,
        filter='url(#b1)',
    )
)
f.append(
    '<g filter="url(#cut2)">'
    + el(
        soft(
            [
                (hub[0] - 28, hub[1] - 30),
                (hub[0] - 14, hub[1] - 50),
                (hub[0] + 8, hub[1] - 54),
                (hub[0] + 26, hub[1] - 40),
                (hub[0] + 10, hub[1] - 42),
                (hub[0] - 10, hub[1] - 40),
            ]
        ),
        '#c9c3dc',
    )
    + '</g>'
)
# bearing block and near girder
bx, by = hub[0] - 22, hub[1] + 4
f.append(
    el(
        poly([(bx - 46, PY + 26), (bx - 30, by - 4), (bx + 22, by - 6), (bx + 40, PY + 22)]),
        '#26244a',
    )
    + el(
        poly([(bx - 46, PY + 26), (bx - 30, by - 4), (bx - 22, by - 4), (bx - 36, PY + 26)]),
        '#6a648e',
    )
    + ell(bx - 2, by + 6, 20, 22, '#3a365c')
    + ell(bx - 4, by + 6, 10, 12, '#1c1a38')
)
f.append(beam((950, PY + 50), (1330, PY + 26), 38, '#2d2a4e', '#8580a8', 0.0))
q = random.Random(9)
T = []
for i in range(20):
    t = i / 19
    T.append(
        (
            950 + 380 * t,
            PY
            + 31
            - 24 * t
            - (q.uniform(7, 15) if 0 < i < 19 and not 0.3 < t < 0.56 else q.uniform(1, 4)),
        )
    )
f.append(
    '<g filter="url(#cut2)">'
    + el(soft(T + [(1330, PY + 9), (950, PY + 33)], t=0.4), '#c9c3dc')
    + '</g>'
)
f.append(
    st('M1110,%d L1330,%d' % (PY + 58, PY + 43), '#f0b070', 2.6, opacity=0.6, filter='url(#b1)')
)
# near legs and their crosses, running down out of the picture
f.append(beam((974, PY + 62), (890, 1110), 30, '#2b284a', '#77719c'))
f.append(beam((1306, PY + 44), (1356, 1110), 30, '#2b284a', '#6a648e', 0.6))
f.append(
    lattice((974, PY + 66), (890, 1110), (1306, PY + 48), (1356, 1110), 3, 15, '#2b284a', '#625c8a')
)
# ladder on the left leg
for k in range(34):
    t = k / 34
    x, y = 946 - 84 * t, PY + 90 + 700 * t
    f.append(st('M%s h-24' % xy((x, y)), '#3b375e', 2.6))
f.append(st('M922,%d L838,%d' % (PY + 80, PY + 790), '#3b375e', 3.4))
# rail of the platform
for x, y in ((960, PY + 30), (1060, PY + 24)):
    f.append(st('M%d,%d v-66' % (x, y), '#2d2a4e', 4.4))
f.append(
    st('M958,%d L1062,%d M958,%d L1062,%d' % (PY - 36, PY - 42, PY - 6, PY - 12), '#2d2a4e', 3.4)
    + st('M958,%d L1062,%d' % (PY - 39, PY - 45), '#b9b3d0', 2.2)
)
frame = ''.join(f)
# ---- near: a tub with snow on it, at the foot; a few flakes
t = [veil('foot')]
t.append(el('M1330,1048 H1960 V1056 H1330z', '#2a2b56'))
for x in (1566, 1728):
    t.append(
        ell(x, 1018, 33, 33, '#171939')
        + ell(x, 1018, 24, 24, '#23254d')
        + ell(x, 1018, 8, 8, '#3b3c68')
    )
t.append(
    '<g filter="url(#cut2)">'
    + el('M1470,868 C1500,836 1560,822 1650,818 C1730,820 1796,836 1826,868z', '#6a6796')
    + el('M1650,818 C1730,820 1796,836 1826,868 H1700 C1720,850 1700,830 1650,818z', '#4a4a7a')
    + el('M1478,880 H1816 L1752,986 H1542z', '#1d1f45')
    + el('M1478,880 H1560 L1590,986 H1542z', '#2a2b56')
    + el('M1456,864 H1838 V882 H1456z', '#34355f')
    + el('M1510,984 H1784 V1002 H1510z', '#262850')
    + '</g>'
)
for x in (1600, 1690):
    t.append(st('M%d,882 V986' % x, '#2a2b56', 7))
t.append(st('M1458,865 H1650', '#d9a37c', 3, opacity=0.55, filter='url(#b1)'))
q = random.Random(31)
for i in range(130):
    r = q.choice([1.1, 1.4, 1.8, 2.4, 3.4])
    t.append(
        ell(
            q.uniform(0, 1920),
            q.uniform(0, 1000),
            r,
            r,
            '#e2ddee',
            opacity=n(q.uniform(0.25, 0.7)),
            filter='url(#b1)' if r > 2 else None,
        )
    )
pulled('pithead', D, [land], [('frame', 0.3, frame), ('snow', 0.8, ''.join(t) + edge())], INK)
