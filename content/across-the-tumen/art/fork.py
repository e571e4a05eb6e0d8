"""A country road at night in wet snow: two cars alike, some way apart, their headlamps on; the road forks by
a mill.  A woman in a red scarf and a child get into the first; by the second stands another woman with one bag."""
from outdoors import *

E = Eye(1060, 322, 1180, 3.5)
WARM = '#ffcf86'
INK = '#0a0a14'
T = dict(
    wall='#6a6676',
    shade='#34324a',
    plinth='#2a2840',
    roof='#8b8796',
    roof2='#68647a',
    snow='#a29dab',
    snowshade='#63607a',
    hole='#1a1828',
    frame='#2c2a3c',
    door='#22202f',
    right='#34324a',
    left='#3a3850',
)
C1 = (-0.9, 13.4, 30)  # x, z, yaw: nose to the left and a little to us
C2 = (6.4, 25.0, 30)


def road_d(x, z):
    """how far off the road's middle: it comes from the right, and parts at the mill"""
    main = dist_poly(
        x,
        z,
        chaikin(
            [
                (60, 62),
                (30, 40),
                (14, 31),
                (5.2, 23.6),
                (-1.6, 13.9),
                (-4.6, 10.2),
                (-9.0, 7.2),
                (-20, 4.4),
            ],
            3,
        ),
    )
    left = dist_poly(
        x, z, chaikin([(-2.3, 13.4), (-3.6, 16), (-4.3, 20.0), (-5.6, 30), (-11, 50), (-24, 80)], 3)
    )
    return np.minimum(main, left + 0.25)


def sky(c):
    heaven(
        c,
        [(0, '#0d0d18'), (0.35, '#161724'), (0.7, '#262838'), (0.95, '#4a4b5c'), (1.1, '#565666')],
        330,
        63,
        0.07,
    )
    bars(c, '#2d2f40', 150, 150, 84, -0.05, 0.2, 0.7, 620, 90)
    bars(c, '#4a4b5c', 270, 70, 87, 0.02, 0.2, 0.6, 700, 46)
    ridge(
        c,
        rolling(322, 120, 51, 600),
        ('#313346', '#3a3c51', '#484a5e'),
        54,
        160,
        60,
        0.7,
        (0.46, 0.66),
    )
    q = random.Random(5)
    o = []
    for i in range(150):  # larches on the rise behind
        x = q.uniform(-20, 1940)
        y = (
            342
            - 34 * math.exp(-(((x - 1500) / 420) ** 2))
            - 18 * math.exp(-(((x - 300) / 300) ** 2))
            + q.uniform(-8, 6)
        )
        o.append(
            (y, spruce(x, y, q.uniform(26, 62), q, q.choice(['#1c1d2c', '#212333', '#191a28'])))
        )
    c.put(svg(''.join(b for _, b in sorted(o))), 0.95)


def ground(c):
    x, z = snowfield(
        c,
        E,
        [(0, '#62626f'), (0.12, '#7a7986'), (0.4, '#6f6e80'), (1, '#32324a')],
        [(0, '#85848f'), (0.4, '#8e8c9a'), (1, '#4a4a62')],
        [(0, '#515062'), (0.4, '#55546a'), (1, '#262638')],
        360,
        110,
    )
    on = (YY > E.hor + 2).astype(float)
    d = road_d(x, z) + 0.22 * fbm(x / 1.3, z / 1.3, 3, 371)
    wet = smooth(1.85, 1.6, d) * on
    c.over(
        mixc(rgb('#2b2b3c'), rgb('#232333'), smooth(-0.2, 0.3, fbm(x / 2.5, z / 2.5, 3, 372))),
        wet * 0.92,
    )
    # slush between the ruts, a lip of it at the edge
    slush = smooth(0.06, 0.14, fbm(x / 1.1, z / 1.6, 4, 373)) * smooth(
        1.7, 1.4, np.abs(d - 0.2) * 1.6
    )
    c.over(rgb('#5c5b6e'), slush * wet * 0.7)
    rut = np.exp(-(((d - 0.78) / 0.2) ** 2))
    c.over(rgb('#14141f'), rut * wet * 0.75)
    lip = np.exp(-(((d - 1.85) / 0.16) ** 2)) * on
    c.over(rgb('#7c7a8a'), lip * 0.5 * smooth(60, 10, z))
    q = random.Random(77)
    o = []
    for _ in range(60):
        zz = q.uniform(6.4, 24)
        xx = q.uniform(-9, 11)
        dd = road_d(np.array([xx]), np.array([zz]))[0]
        if not 2.3 < dd < 8:
            continue
        a, b = E(xx, 0, zz)
        k = E.k(zz)
        w_, h_ = k * q.uniform(0.25, 0.9), k * q.uniform(0.25, 0.6) * 3.5 / zz * 0.6
        o.append(
            f'<path d="{blob(a, b, w_, h_, q, 13, 0.7, 1.1)}" fill="#8f8d9c" opacity=".2" transform="translate(0,{h_*.25:.1f})"/><path d="{blob(a, b, w_, h_, q, 13, 0.7, 1.08)}" fill="#45455a" opacity=".6"/>'
        )
    c.put(svg(''.join(o)))
    return x, z, wet


def mill(q):
    """a water mill, its wheel hung with ice"""
    X, Z = -11.3, 20.4
    p = Place(E, X, Z, -10)
    o = house(
        p,
        5.6,
        4.4,
        2.9,
        1.9,
        T,
        ((1.5, 0.8, 1.3, 0.8, None),),
        ((-0.7, 1.0, 1.95),),
        q,
        chimney=None,
        lid=0.11,
    )
    # the wheel at its right end, its plane along v: seen nearly edge on, so turn it to us
    w = Place(E, X + 3.6, Z - 1.9, 22)
    r, N = 1.75, 16
    cy = 1.55
    ring = lambda rr, vv, a: w(rr * math.cos(a), cy + rr * math.sin(a), vv)
    o += w.poly(
        [(-2.1, 0, -0.75), (2.1, 0, -0.75), (2.1, 0.35, -0.75), (-2.1, 0.35, -0.75)], '#232132'
    )
    for vv, col in ((0.45, '#1d1b29'), (-0.45, '#2b2838')):
        P = [ring(r, vv, i * 6.2832 / 40) for i in range(41)]
        Pi = [ring(r * 0.84, vv, i * 6.2832 / 40) for i in range(41)]
        if vv < 0:
            for i in range(N):  # paddles between the rims
                a = i * 6.2832 / N
                o += fill(
                    [
                        ring(r * 1.1, 0.45, a),
                        ring(r * 1.1, -0.45, a),
                        ring(r * 0.78, -0.45, a),
                        ring(r * 0.78, 0.45, a),
                    ],
                    '#35313f' if math.sin(a) > 0 else '#242131',
                )
        o += f'<path d="{path(P)}{path(Pi[::-1])}" fill="{col}" fill-rule="evenodd"/>'
        for i in range(8):
            a = i * 6.2832 / 8 + 0.2
            o += stroke([ring(0.12, vv, a), ring(r * 0.86, vv, a)], col, w.k() * 0.09)
    P = [ring(r * 1.02, -0.46, math.radians(d_)) for d_ in range(20, 160, 6)]
    o += snowlid(P, 4.5, T['snow'], q)
    for i in range(26):
        a = math.radians(q.uniform(190, 350) if i < 13 else q.uniform(10, 170))
        b = ring(r * (1.0 if i < 13 else 0.86), -0.47, a)
        l = w.k() * q.uniform(0.12, 0.5)
        o += (
            f'<path d="M{b[0]-2.2:.1f},{b[1]:.1f}h4.4l-2.2,{l:.1f}z" fill="#8b8a9c" opacity=".75"/>'
        )
    c0 = ring(0, -0.5, 0)
    o += f'<circle cx="{c0[0]:.1f}" cy="{c0[1]:.1f}" r="{w.k()*.16:.1f}" fill="#15131f"/>'
    # the frozen tail of the leat
    for i in range(9):
        a, b = w(q.uniform(-1.6, 1.9), 0, -0.8 - 0.35 * i)
        o += f'<ellipse cx="{a:.0f}" cy="{b:.0f}" rx="{q.uniform(26, 60):.0f}" ry="{q.uniform(3, 7):.0f}" fill="{q.choice(["#8f8d9e", "#6d6c80", "#55556a"])}" opacity=".5"/>'
    return o


TC = dict(
    dark='#12121d',
    body='#20202e',
    light='#3a3a4c',
    glass='#0d0d16',
    sheen='#3d3d50',
    tyre='#08080f',
    snow='#6f6d7e',
    shadow='#0a0a14',
)


def door_of(p, sd=-1):
    """the rear door, open toward us"""
    c = lambda s, y, v: p(s - LONG / 2, y, v)
    h = 2.6  # hinge
    a = math.radians(62)
    e = lambda t, y: c(h + t * math.cos(a), y, sd * (0.86 + t * math.sin(a)))
    L = 0.92
    o = fill(
        [
            c(h, 0.3, sd * 0.86),
            c(3.46, 0.32, sd * 0.86),
            c(3.42, 0.96, sd * 0.84),
            c(3.1, 1.36, sd * 0.66),
            c(h, 1.36, sd * 0.66),
        ],
        '#4a3420',
    )  # the way in, lit from the roof
    o += fill(
        [
            c(2.75, 0.5, sd * 0.8),
            c(3.4, 0.5, sd * 0.8),
            c(3.4, 0.72, sd * 0.8),
            c(2.75, 0.72, sd * 0.8),
        ],
        '#8a6238',
    )  # the seat
    o += fill(
        [
            c(2.75, 0.74, sd * 0.8),
            c(3.4, 0.74, sd * 0.8),
            c(3.34, 1.2, sd * 0.7),
            c(3.2, 1.2, sd * 0.7),
        ],
        '#6e4d2e',
    )
    d = fill([e(0, 0.3), e(L, 0.34), e(L, 0.94), e(0, 0.94)], '#191924')
    d += fill([e(0.04, 0.4), e(L - 0.06, 0.42), e(L - 0.06, 0.86), e(0.04, 0.86)], '#262634')
    d += f'<path d="{path([e(0, .94), e(L, .94), e(L*.72, 1.34), e(0, 1.38)])}{path([e(.07, .98), e(.07, 1.32), e(L*.68, 1.28), e(L*.9, .98)])}" fill="#191924" fill-rule="evenodd"/>'
    d += stroke([e(L, 0.34), e(L, 0.94), e(L * 0.72, 1.34)], '#8a7a66', 1.6, 0.8)
    return o, d


def yuna(x, y, h):
    """stands behind the child, a hand at her back"""
    L = 'lamp'
    o = [
        legs(
            '#202436',
            '#12121c',
            L,
            ((-5.4, -40), (-6, -22), (-6.6, -3)),
            ((5.4, -40), (6, -22), (6.6, -3)),
            (11, 9.4, 7.6),
        )
    ]
    o.append(part(limb([(-10.5, -75), (-20, -65), (-30, -58)], [9, 8.2, 5.8]), '#2b3048', L))
    o.append(part('M-29,-60.6q-3,-.6 -5.4,1.2q-1.2,2.2 .4,3.8q3.2,1 6,-.8z', '#15151f', L))
    o.append(
        part(
            soft(
                [
                    (-11.5, -78),
                    (-5, -82),
                    (5, -82),
                    (11.5, -78),
                    (15, -66),
                    (16, -52),
                    (18, -33),
                    (8, -30),
                    (-8, -30),
                    (-18, -33),
                    (-16, -52),
                    (-15, -66),
                ]
            ),
            '#2b3048',
            L,
            '<path d="M-16,-52Q0,-48.5 16,-52" fill="none" stroke="#171a2a" stroke-width="1.6"/><path d="M0,-80Q-.6,-56 .4,-31M-9,-50Q-10,-40 -11.5,-31.5M9,-50Q10,-40 11.5,-31.5" fill="none" stroke="#171a2a" stroke-width=".8" opacity=".8"/>',
        )
    )
    o.append(
        part(
            limb([(11, -76), (16.4, -62), (17.8, -50), (16.8, -42)], [9, 8.8, 7.4, 5.6]),
            '#2b3048',
            L,
        )
    )
    o.append(
        part(
            'M14.4,-44.4q3,-1.6 5.4,0q.8,3.2 -.8,6q-2.4,1.2 -4.2,-.6q-1.2,-2.8 -.4,-5.4z',
            '#15151f',
            L,
        )
    )
    o.append(
        part(
            'M-8.8,-90C-9,-98.6 -4.6,-101.4 0,-101.4C4.6,-101.4 9,-98.6 8.8,-90C8.6,-86 9.8,-83.6 12.4,-80.5C10,-76 5,-74 1.6,-72.6C2.6,-66 3.4,-60 2.6,-55L-2.6,-54.4C-3.6,-60 -3.4,-67 -2.6,-72.4C-6,-74 -10,-76.4 -12.4,-80.5C-9.8,-83.6 -8.6,-86 -8.8,-90z',
            '#6e302c',
            L,
            '<path d="M-11.6,-80.4Q-3,-76 .4,-72.4Q4,-76 11.6,-80.4M-8.4,-87Q0,-81.6 8.4,-87M-5,-97Q0,-99.6 5,-97M-.6,-71Q.6,-63 -.4,-55.4" fill="none" stroke="#4a201e" stroke-width="1" opacity=".9"/>',
        )
    )
    return put(x, y, h, o, L)


def sol(x, y, h):
    """one foot on the sill, both hands on the seat, her head already under the roof"""
    L = 'lamp'
    o = [
        part(limb([(5, -40), (7, -21), (7.6, -3)], [11, 9.4, 7.8]), '#23273a', L),
        part('M3,-6h8.8l.8,6.2q-.6,2.6 -4.4,2.6t-5.6,-2.6z', '#12121c', L),
    ]
    o.append(part(limb([(-3, -40), (-16, -37), (-17, -22)], [12, 10.4, 8]), '#262a3e', L))
    o.append(part('M-21,-24h8.4l.6,5.6q-.8,2.6 -4.6,2.6t-5.6,-2.6z', '#12121c', L))
    o.append(part(limb([(-12, -68), (-24, -62), (-33, -54)], [9, 8, 6]), '#343a54', L))
    o.append(
        part(
            soft(
                [
                    (-20, -70),
                    (-12, -76),
                    (-3, -74),
                    (6, -66),
                    (12, -54),
                    (15, -42),
                    (16, -31),
                    (2, -28),
                    (-12, -33),
                    (-15, -46),
                    (-19, -58),
                ]
            ),
            '#3a405c',
            L,
            '<path d="M-15,-46Q0,-42 14,-47" fill="none" stroke="#23263a" stroke-width="1"/>',
        )
    )
    o.append(part(limb([(0, -69), (-9, -60), (-20, -52)], [9, 8.2, 6]), '#3f4562', L))
    o.append(
        part(
            'M-16,-100C-25,-101 -29,-94 -28.6,-87C-28,-80 -25,-75 -17,-73C-9,-74 -5,-79 -4.6,-86C-4.4,-94 -8,-99.4 -16,-100z',
            '#30344c',
            L,
            '<path d="M-27,-82Q-17,-75 -6,-81" fill="none" stroke="#1d2032" stroke-width="1"/>',
        )
    )
    return put(x, y, h, o, L)


def miran(x, y, h):
    """stands with one bag, and looks at the open car"""
    L = 'lamp'
    o = [
        legs(
            '#252638',
            '#12121c',
            L,
            ((-5, -40), (-5.4, -22), (-6, -3)),
            ((5, -40), (5.4, -22), (6, -3)),
            (10, 8.4, 7.2),
        )
    ]
    o.append(
        part(
            soft(
                [
                    (-11, -79),
                    (-5, -83),
                    (5, -83),
                    (11, -79),
                    (14, -66),
                    (13, -54),
                    (15.6, -36),
                    (8, -32),
                    (-8, -32),
                    (-15.6, -36),
                    (-13, -54),
                    (-14, -66),
                ]
            ),
            '#4d4a4a',
            L,
            '<path d="M-13.4,-55Q0,-52 13.4,-55" fill="none" stroke="#2d2a2e" stroke-width="1.8"/><path d="M0,-81V-33" stroke="#2d2a2e" stroke-width=".8" opacity=".7"/>',
        )
    )
    o.append(
        part(
            limb([(-10.4, -77), (-15.4, -63), (-16.4, -50), (-16, -43)], [8.6, 8, 6.8, 5.2]),
            '#4d4a4a',
            L,
        )
    )
    o.append(
        part(
            limb([(10.4, -77), (15.4, -63), (16.8, -50), (17, -42)], [8.6, 8, 6.8, 5.2]),
            '#4d4a4a',
            L,
        )
    )
    o.append(part('M15,-43.4h4.6l.6,5.4q-1,1.6 -2.8,1.6t-2.8,-1.6z', '#2a2224', L))
    o.append(
        part(
            'M9,-29C9,-30.6 10,-31.6 11.6,-31.6H23.6C25.2,-31.6 26.2,-30.6 26.2,-29L27.4,-12.6C27.4,-11 26.6,-10.2 25,-10.2H10.4C8.8,-10.2 8,-11 8,-12.6z',
            '#3a4650',
            L,
            '<path d="M13,-31.4C13.4,-40 21.6,-40 22,-31.4" fill="none" stroke="#1c222a" stroke-width="1.3"/><path d="M8.8,-23H26.6" stroke="#222a32" stroke-width="1"/>',
        )
    )
    # hair tied low
    o.append(
        part(
            'M0,-101C-7.4,-101 -9.4,-95 -9,-89.6C-8.6,-85 -6,-81.6 0,-81.4C6,-81.6 8.6,-85 9,-89.6C9.4,-95 7.4,-101 0,-101z',
            '#1b1822',
            L,
        )
    )
    o.append(
        part('M-2.6,-84q2.6,-1.4 5.2,0q2,8 .6,14.6q-3.2,3 -6.2,0q-1.6,-6.6 .4,-14.6z', '#1b1822', L)
    )
    return put(x, y, h, o, L)


def main():
    sc = Scene('fork')
    c = sc.layer()
    sky(c)
    d = Canvas()
    x, z, wet = ground(d)
    q = random.Random(21)
    d.put(svg(group([mill(q)], 'filter="url(#knife0)"'), KNIFE))
    p1, p2 = Place(E, C1[0], C1[1], C1[2]), Place(E, C2[0], C2[1], C2[2])
    b1, s1 = car(p1, TC, sun=(-0.2, 0.8, -0.3))
    b2, s2 = car(p2, TC, sun=(-0.2, 0.8, -0.3))
    inn, leaf = door_of(p1)
    # beams: cones of light on the ground, ahead of each nose
    on = YY > E.hor + 4
    lit = np.zeros(XX.shape)
    for p, far_, am in ((p1, 11, 1.0), (p2, 13, 0.85)):
        nx, _, nz = p.world(-LONG / 2, 0, 0)
        tx, _, tz = p.world(-LONG / 2 - 1, 0, 0)
        ux, uz = tx - nx, tz - nz
        a = (x - nx) * ux + (z - nz) * uz
        b = -(x - nx) * uz + (z - nz) * ux
        cone = (
            np.exp(-((b / (0.75 + 0.30 * np.maximum(a, 0))) ** 2))
            * smooth(0.0, 1.6, a)
            / (1 + (np.maximum(a, 0) / far_ * 2.2) ** 2)
        )
        lit = np.maximum(lit, cone * am)
    g = steps3(lit, ((0.09, 0.24), (0.28, 0.3), (0.58, 0.4)), 0.06, 440, 0.07) * on
    mw = E(-9.8, 1.5, 18.4)
    relight(d, '#a2a5c6', [(mw[0] - 60, mw[1] + 40, 260, 170, '#ffc070', 0.6, 1.2)], 0.4)
    d.a[..., :3] = np.clip(
        d.a[..., :3] * (1 + 0.9 * g[..., None] * rgb('#ffcf86'))
        + g[..., None] * rgb('#c98538') * 0.5 * on[..., None],
        0,
        1,
    )
    c.put(d.a)
    # wet road: the lamps stand in it
    lamps = [sorted(s['nose']) for s in (s1, s2)]
    r = np.zeros(XX.shape)
    for pts, p in ((lamps[0], p1), (lamps[1], p2)):
        k = p.k(-LONG / 2)
        for a, b in pts:
            gy = b + 2 * 0.6 * k
            r += (
                np.exp(-(((XX - a) / (0.05 * k + 0.05 * np.maximum(YY - gy, 0))) ** 2))
                * smooth(b + 0.75 * k, gy, YY)
                * np.exp(-np.maximum(YY - gy, 0) / (1.1 * k))
            )
    r *= smooth(-0.15, 0.2, fbm(XX / 46, YY / 3.4, 3, 450)) * (0.35 + 0.65 * wet) * on
    c.over(rgb('#ffcf86'), np.clip(r, 0, 1) * 0.7)
    c.put(svg(b2))
    mz = 24.6
    mx = 9.0
    MX, MY = E(mx, 0, mz)
    D = KNIFE + light_defs('lamp', '#f0b878', '#080812', -0.9, -0.25, 1.2, 9, 0.9, 0.5)
    c.put(
        svg(
            f'<ellipse cx="{MX+16:.0f}" cy="{MY+1:.0f}" rx="34" ry="4" fill="#0a0a14" opacity=".7" filter="url(#soft2)"/>'
            + footprints(
                E,
                [(11.5, 20.0), (10.2, 22.4), (mx, mz - 0.1)],
                0.4,
                '#20202f',
                '#7c7a8a',
                5,
                1.0,
                0.7,
            )
            + miran(MX, MY, 1.62 * E.k(mz)),
            D,
        )
    )
    for (a, b), rr in [(t, 1.0) for t in lamps[0]] + [(t, 0.62) for t in lamps[1]]:
        glow(c, a, b, 130 * rr, '#ffbf70', 0.55, 2.2)
        c.put(
            svg(
                f'<ellipse cx="{a:.1f}" cy="{b:.1f}" rx="{9.5*rr:.1f}" ry="{8*rr:.1f}" fill="#fff0cc"/>'
            )
        )
        glow(c, a, b, 46 * rr, WARM, 0.9, 1.8)
    # the beam in the falling snow
    for pts, rr, am in ((lamps[0], 1.0, 0.30), (lamps[1], 0.55, 0.24)):
        ax = pts[0][0]
        ay = (pts[0][1] + pts[1][1]) / 2
        t = np.maximum(ax + 20 * rr - XX, 0) / (560 * rr)
        cone = (
            np.exp(-(((YY - ay - t * 70 * rr) / (14 * rr + 170 * rr * t)) ** 2))
            * smooth(0, 0.08, t)
            * np.exp(-t * 2.1)
        )
        c.over(rgb('#ffc987'), cone * am)
    q = random.Random(33)
    fl = ''
    for _ in range(170):
        t = q.random() ** 0.8
        ax, ay = lamps[0][0]
        px, py = ax - 20 - t * 560, ay + t * 70 + q.gauss(0, 1) * (10 + 80 * t)
        fl += f'<ellipse cx="{px:.0f}" cy="{py:.0f}" rx="{q.uniform(1,2.6):.1f}" ry="{q.uniform(1.4,3.4):.1f}" fill="#ffe6bd" opacity="{q.uniform(.25,.95)*(1-t*.75):.2f}"/>'
    c.put(svg(fl))
    sc.part('people', 0.2)
    pe = sc.layer()
    c1, c3 = p1.world(1.72, 0, -1.62), p1.world(1.06, 0, -1.2)
    X, Y = E(c1[0], 0, c1[2])
    X2, Y2 = E(c3[0], 0, c3[2])
    pe.put(svg(b1 + inn, KNIFE))
    gl_ = p1(0.75, 1.0, -0.86)
    halo(pe, gl_[0], gl_[1], 105, 0.5)
    sh = f'<g filter="url(#soft4)" opacity=".5"><ellipse cx="{X+18:.0f}" cy="{Y:.0f}" rx="44" ry="5" fill="#08080f"/><ellipse cx="{X2+16:.0f}" cy="{Y2:.0f}" rx="34" ry="5" fill="#08080f"/></g>'
    pe.put(
        svg(
            leaf
            + sh
            + footprints(
                E,
                [(5.6, 6.9), (3.4, 9.0), (2.0, 10.6), (c1[0], c1[2] - 0.15)],
                0.42,
                '#20202f',
                '#8e8c9a',
                6,
                1.05,
                0.75,
            )
            + footprints(
                E,
                [(5.0, 6.9), (2.9, 9.0), (1.6, 10.4), (c3[0] + 0.1, c3[2] - 0.2)],
                0.3,
                '#20202f',
                '#8e8c9a',
                7,
                0.8,
                0.75,
            )
            + sol(X2, Y2, 1.24 * E.k(c3[2]))
            + yuna(X, Y, 1.6 * E.k(c1[2])),
            D,
        )
    )
    for a, b in lamps[0]:
        pe.put(svg(f'<ellipse cx="{a:.1f}" cy="{b:.1f}" rx="9.5" ry="8" fill="#fff0cc"/>'))
        halo(pe, a, b, 70, 0.75)
    sc.part('near', 0.85)
    ne = sc.layer()
    q = random.Random(19)
    base = (
        lambda x_: 968 + 26 * step(0, 700, x_) - 110 * step(1200, 1960, x_) + 5 * math.sin(x_ / 60)
    )
    top = [(x_, base(x_)) for x_ in range(-20, 1960, 12)]
    tw, sn = [], []
    branch(1830, 960, -1.5, 300, 32, q, 6, tw, 0.2, sn)
    branch(1925, 960, -1.6, 240, 24, q, 5, tw, 0.1, sn)
    ne.put(
        svg(
            '<path d="M-20,1100L'
            + 'L'.join(f'{a},{b:.1f}' for a, b in top)
            + 'L1960,1100z" fill="#14141f"/>'
            + bend([(a, b + 1) for a, b in top[::4]], '#4a495a', 4, 0.5, ' filter="url(#soft2)"')
            + f'<path d="{"".join(tw)}" fill="#0c0c15"/><path d="{"".join(sn)}" fill="#8b8998" opacity=".85"/>'
            + reeds(-20, 560, base, 40, 130, 90, '#0c0c15', 0.2, 23, 0.2)
            + reeds(1420, 1960, base, 40, 150, 90, '#0c0c15', -0.16, 24, 0.2)
            + '<path d="M-20,1100L'
            + 'L'.join(f'{a},{b+30:.1f}' for a, b in top)
            + 'L1960,1100z" fill="#0d0d17"/>',
            KNIFE,
        )
    )
    ne.over(rgb(INK), smooth(800, 1060, YY) * 0.85)
    return sc


if __name__ == '__main__':
    main().pull()
