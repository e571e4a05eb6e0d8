"""A village street on a grey school-day morning: a girl with a bag walks through the school gate; her mother, from
behind, hood up, has stopped ten steps short of it by a noodle stand, in the light of its lamp and its steam."""
from outdoors import *

E = Eye(1190, 396, 1150, 1.55)
LAMP = (-1.55, 2.0, 6.6)
INK = '#15181c'
T = dict(
    wall='#a8a093',
    shade='#7d7a75',
    plinth='#6f6d6c',
    roof='#c3c5c2',
    roof2='#a3a7a6',
    snow='#d3d5d0',
    snowshade='#8f9494',
    hole='#41474b',
    frame='#6d7474',
    door='#5a6668',
    right='#8a8780',
    left='#7d7a75',
)
GZ = 14.4  # the school's wall and gate


def far(t, a):
    return {k: hexmix(v, '#a3abad', a) if isinstance(v, str) else v for k, v in t.items()}


def sky(c):
    heaven(
        c,
        [(0, '#7b868c'), (0.4, '#929b9f'), (0.8, '#b3b8b6'), (1, '#c3c5bf'), (1.2, '#c3c5bf')],
        396,
        66,
        0.09,
    )
    bars(c, '#6f7a82', 120, 120, 112, -0.05, 0.22, 0.5, 620, 70)
    bars(c, '#cfd0ca', 250, 70, 115, 0.04, 0.22, 0.5, 700, 36)
    ridge(
        c,
        rolling(404, 140, 91, 420),
        ('#8f999d', '#9aa3a5', '#adb3b1'),
        94,
        150,
        40,
        0.8,
        (0.46, 0.66),
        ('#b9bdb9', 330, 410, 0.6),
    )


def street(c):
    x, z = snowfield(
        c,
        E,
        [(0, '#b9bcb9'), (0.15, '#a5a9a9'), (0.5, '#8b9093'), (1, '#4d5358')],
        [(0, '#cbcdc9'), (0.4, '#b7bbba'), (1, '#7d8488')],
        [(0, '#989d9e'), (0.4, '#767c80'), (1, '#3d4348')],
        610,
        80,
    )
    on = (YY > E.hor + 1).astype(float)
    # a road of trodden slush and brown earth, wheel ruts with water in them
    w = 0.3 * fbm(x * 0 + 1, z / 5, 3, 611)
    mud = (
        smooth(0.1, -0.1, np.abs(x + 0.1 - w) - 2.1 + 0.7 * fbm(x / 1.6, z / 2.2, 4, 612))
        * on
        * smooth(40, 20, z)
    )
    c.over(
        mixc(rgb('#746c63'), rgb('#8b857d'), smooth(0.0, 0.1, fbm(x / 1.2, z / 1.4, 4, 613))),
        mud * 0.75,
    )
    for off in (-0.75, 0.7):
        r = np.abs(x - off - w) - 0.16 * (1 + 0.8 * fbm(x / 0.7, z / 1.1, 3, 614))
        c.over(rgb('#5b554f'), smooth(0.06, -0.03, r) * on * 0.8 * smooth(40, 20, z))
        wet = smooth(0.04, 0.1, fbm(x / 0.8, z / 1.7, 3, 615)) * smooth(0.0, -0.08, r)
        c.over(rgb('#aab1b3'), wet * on * 0.75 * smooth(30, 14, z))
    return x, z


def school():
    q = random.Random(41)
    o = []
    t = far(T, 0.3)
    p = Place(E, 3.4, 31, 0)
    # a long two-storey school house beyond its yard
    L, Hh = 27, 6.4
    u0, u1, v0 = -L / 2, L / 2, 0
    o.append(
        p.poly([(u0, 0, v0), (u1, 0, v0), (u1, Hh, v0), (u0, Hh, v0)], '#b3aea4')
        + p.poly([(u0, 0, v0), (u1, 0, v0), (u1, 0.6, v0), (u0, 0.6, v0)], '#959692')
    )
    o.append(
        p.poly([(u0, 3.05, v0), (u1, 3.05, v0), (u1, 3.3, v0), (u0, 3.3, v0)], '#9c9f9b')
        + p.poly([(u0, Hh - 0.3, v0), (u1, Hh - 0.3, v0), (u1, Hh, v0), (u0, Hh, v0)], '#8f9390')
    )
    for fl in (0.95, 3.9):
        for i in range(15):
            u = u0 + 1.2 + i * 1.75
            if fl < 1 and i == 7:
                o.append(
                    p.poly(
                        [
                            (u - 0.1, 0, v0),
                            (u + 1.2, 0, v0),
                            (u + 1.2, 2.6, v0),
                            (u - 0.1, 2.6, v0),
                        ],
                        '#6d7678',
                    )
                )
                continue
            o.append(
                p.poly(
                    [(u, fl, v0), (u + 1.1, fl, v0), (u + 1.1, fl + 1.5, v0), (u, fl + 1.5, v0)],
                    '#7d888b',
                )
                + p.bar((u + 0.55, fl, v0), (u + 0.55, fl + 1.5, v0), 0.08, '#b9bab4')
                + p.bar((u, fl + 0.95, v0), (u + 1.1, fl + 0.95, v0), 0.07, '#b9bab4')
            )
            o.append(
                p.poly(
                    [(u, fl + 1.5, v0), (u + 0.6, fl + 1.5, v0), (u + 0.1, fl, v0), (u, fl, v0)],
                    '#939da0',
                    0.6,
                )
            )
    o.append(snowlid([p(u0 - 0.3, Hh, v0), p(u1 + 0.3, Hh, v0)], 6, '#d9dad5', q))
    return group(o)


def gate(q):
    """two pillars, a lintel with a painted row of strokes, leaves folded back"""
    o = []
    P = Place(E, 0, 0)
    gx0, gx1 = -0.9, 3.5
    for a, b in ((-9.5, gx0 - 0.3), (gx1 + 0.3, 12)):
        o.append(
            P.poly([(a, 0, GZ), (b, 0, GZ), (b, 1.75, GZ), (a, 1.75, GZ)], '#9a948a')
            + P.poly([(a, 0, GZ), (b, 0, GZ), (b, 0.4, GZ), (a, 0.4, GZ)], '#7f7c78')
        )
        n = int((b - a) / 1.1)
        for i in range(n):
            u = a + 0.2 + i * 1.1
            o.append(
                P.poly(
                    [
                        (u, 0.62, GZ - 0.01),
                        (u + 0.75, 0.62, GZ - 0.01),
                        (u + 0.75, 1.5, GZ - 0.01),
                        (u, 1.5, GZ - 0.01),
                    ],
                    '#8b877f',
                )
            )
        o.append(snowlid([E(a, 1.77, GZ), E(b, 1.77, GZ)], 6, '#d3d5d0', q, '#8f9494'))
    for gx in (gx0, gx1):
        o.append(
            box(
                P,
                gx - 0.32,
                gx + 0.32,
                GZ - 0.32,
                GZ + 0.32,
                0,
                2.75,
                '#a39c90',
                '#7a7772',
                '#d3d5d0',
            )
        )
        o.append(
            P.poly(
                [
                    (gx - 0.2, 1.0, GZ - 0.33),
                    (gx + 0.2, 1.0, GZ - 0.33),
                    (gx + 0.2, 2.4, GZ - 0.33),
                    (gx - 0.2, 2.4, GZ - 0.33),
                ],
                '#d0cbbd',
            )
        )
        y = 2.3
        while y > 1.1:  # strokes of a brush, no writing
            w_ = q.uniform(0.05, 0.13)
            o.append(
                P.bar(
                    (gx - w_, y, GZ - 0.34),
                    (gx + w_ * q.uniform(0.3, 1), y + q.uniform(-0.03, 0.03), GZ - 0.34),
                    0.03,
                    '#6d6a66',
                    0.75,
                )
            )
            y -= q.choice([0.06, 0.07, 0.09, 0.16])
        o.append(
            snowlid([E(gx - 0.38, 2.78, GZ - 0.32), E(gx + 0.38, 2.78, GZ - 0.32)], 7, '#d9dad5', q)
        )
    # iron arch from pillar to pillar
    arc = lambda r_: [
        E((gx0 + gx1) / 2 + (gx1 - gx0) / 2 * math.cos(a), 2.75 + r_ * math.sin(a), GZ)
        for a in np.linspace(math.pi, 0, 22)
    ]
    A, B = arc(1.0), arc(0.68)
    o.append(stroke(A, '#6b7375', 4) + stroke(B, '#6b7375', 3))
    for a, b in list(zip(A, B))[1:-1:2]:
        o.append(stroke([a, b], '#6b7375', 2))
    for gx, sg in ((gx0 + 0.34, 1), (gx1 - 0.34, -1)):  # leaves, open inward
        for i in range(9):
            t = i / 8
            X, Z = gx + sg * 0.25 * t, GZ + 0.3 + 1.7 * t
            o.append(P.bar((X, 0.1, Z), (X, 1.9 - 0.25 * math.sin(t * 3.1), Z), 0.045, '#6b7375'))
        for y in (0.3, 1.5):
            o.append(P.bar((gx, y, GZ + 0.3), (gx + sg * 0.25, y, GZ + 2.0), 0.06, '#6b7375'))
    return group(o, 'filter="url(#knife0)"')


def stand(q):
    """the noodle stand at our left: a barrow with an awning, two pots, bowls, its lamp"""
    P = Place(E, -3.05, 7.0, 0)
    o = []
    W2, D2 = 1.15, 0.75
    o.append(
        '<g filter="url(#soft4)" opacity=".6">'
        + P.poly([(-1.3, 0, -0.9), (1.4, 0, -0.9), (1.3, 0, 0.9), (-1.3, 0, 0.9)], '#3a3c3e')
        + '</g>'
    )
    for u in (-W2 + 0.05, W2 - 0.05):
        o.append(P.bar((u, 0, D2), (u, 2.35, D2), 0.06, '#54595b'))
    # back sheet against the wind
    o.append(
        P.poly([(-W2, 0.9, D2), (W2, 0.9, D2), (W2, 2.2, D2), (-W2, 2.2, D2)], '#7d9092')
        + ''.join(
            P.bar((u, 0.9, D2 - 0.01), (u + 0.05, 2.2, D2 - 0.01), 0.03, '#647678', 0.7)
            for u in (-0.8, -0.3, 0.25, 0.75)
        )
    )
    o.append(box(P, -W2, W2, -D2, D2, 0.32, 0.92, '#7b6a57', '#5d5347', '#a8977f'))
    for i in range(6):
        u = -W2 + 0.06 + i * 0.385
        o.append(P.bar((u, 0.34, -D2 - 0.01), (u, 0.9, -D2 - 0.01), 0.02, '#5d5043', 0.8))
    for u in (-0.75, 0.75):
        a, k = P(u, 0.3, -D2 - 0.05), P.k(0, -D2)
        o.append(
            f'<ellipse cx="{a[0]:.1f}" cy="{a[1]:.1f}" rx="{.3*k:.1f}" ry="{.3*k:.1f}" fill="#33373a"/><ellipse cx="{a[0]:.1f}" cy="{a[1]:.1f}" rx="{.21*k:.1f}" ry="{.21*k:.1f}" fill="#777a79"/><ellipse cx="{a[0]:.1f}" cy="{a[1]:.1f}" rx="{.06*k:.1f}" ry="{.06*k:.1f}" fill="#33373a"/>'
            + ''.join(
                stroke(
                    [a, (a[0] + 0.25 * k * math.cos(t), a[1] + 0.25 * k * math.sin(t))],
                    '#33373a',
                    2,
                )
                for t in np.arange(0.3, 6.3, 1.05)
            )
        )
    # the keeper, a shape in apron and cap behind the pots
    a = P(-0.1, 0.92, 0.45)
    k = P.k(0, 0.45)
    o.append(
        f'<path d="M{a[0]-.3*k:.1f},{a[1]:.1f}C{a[0]-.32*k:.1f},{a[1]-.36*k:.1f} {a[0]-.26*k:.1f},{a[1]-.5*k:.1f} {a[0]-.1*k:.1f},{a[1]-.56*k:.1f}H{a[0]+.1*k:.1f}C{a[0]+.26*k:.1f},{a[1]-.5*k:.1f} {a[0]+.32*k:.1f},{a[1]-.36*k:.1f} {a[0]+.3*k:.1f},{a[1]:.1f}z" fill="#4f5f6a"/><ellipse cx="{a[0]:.1f}" cy="{a[1]-.68*k:.1f}" rx="{.105*k:.1f}" ry="{.13*k:.1f}" fill="#6d5a4e"/><path d="M{a[0]-.13*k:.1f},{a[1]-.68*k:.1f}C{a[0]-.14*k:.1f},{a[1]-.86*k:.1f} {a[0]+.14*k:.1f},{a[1]-.86*k:.1f} {a[0]+.13*k:.1f},{a[1]-.68*k:.1f}z" fill="#dad5c8"/>'
    )
    # pots
    for u, r, hh in ((-0.5, 0.33, 0.42), (0.32, 0.4, 0.5)):
        k = P.k(0, 0)
        a, b = P(u, 0.92, 0), P(u, 0.92 + hh, 0)
        R_ = r * k
        o.append(
            f'<path d="M{a[0]-R_*.92:.1f},{a[1]:.1f}L{b[0]-R_:.1f},{b[1]:.1f}H{b[0]+R_:.1f}L{a[0]+R_*.92:.1f},{a[1]:.1f}Q{a[0]:.1f},{a[1]+R_*.2:.1f} {a[0]-R_*.92:.1f},{a[1]:.1f}z" fill="#8f9697"/><path d="M{b[0]+R_*.3:.1f},{b[1]:.1f}H{b[0]+R_:.1f}L{a[0]+R_*.92:.1f},{a[1]:.1f}Q{a[0]+R_*.6:.1f},{a[1]+R_*.1:.1f} {a[0]+R_*.3:.1f},{a[1]+R_*.1:.1f}z" fill="#b9bcb6"/>'
            f'<ellipse cx="{b[0]:.1f}" cy="{b[1]:.1f}" rx="{R_:.1f}" ry="{R_*.13:.1f}" fill="#d8d2c0"/><path d="M{b[0]-R_:.1f},{b[1]+6:.1f}q-9,2 -9,9t10,8" fill="none" stroke="#6d7476" stroke-width="3"/>'
        )
    # bowls
    for i, u in enumerate((0.86, 0.9, 0.88)):
        a = P(u, 0.94 + i * 0.07, -0.35)
        o.append(
            f'<path d="M{a[0]-19:.1f},{a[1]-12:.1f}h38q-3,14 -12,14h-14q-9,0 -12,-14z" fill="{["#cfcabb","#c3beae","#d8d3c4"][i]}"/>'
        )
    # awning
    f0, f1, b0, b1 = (
        P(-W2 - 0.25, 2.02, -D2 - 0.45),
        P(W2 + 0.3, 2.02, -D2 - 0.45),
        P(-W2 - 0.1, 2.5, D2),
        P(W2 + 0.15, 2.5, D2),
    )
    o.append(fill([f0, f1, b1, b0], '#5f7568'))
    for t in (0.14, 0.42, 0.7):
        m = lambda a_, b_, s: (a_[0] + (b_[0] - a_[0]) * s, a_[1] + (b_[1] - a_[1]) * s)
        o.append(
            fill(
                [m(f0, f1, t), m(f0, f1, t + 0.14), m(b0, b1, t + 0.14), m(b0, b1, t)],
                '#a8a996',
                0.8,
            )
        )
    n = 9
    sc_ = 'M' + f'{f0[0]:.1f},{f0[1]:.1f}'
    wv = (f1[0] - f0[0]) / n
    sc_ += (
        f'V{f0[1]+17:.1f}'
        + ''.join(f'q{wv/2:.1f},17 {wv:.1f},0' for _ in range(n))
        + f'V{f1[1]:.1f}z'
    )
    o.append(f'<path d="{sc_}" fill="#4f6459"/>')
    o.append(snowlid([(b0[0], b0[1]), (b1[0], b1[1])], 6, '#d3d5d0', q))
    for u in (-W2 - 0.1, W2 + 0.14):
        o.append(P.bar((u, 0.3, -D2 - 0.1), (u, 2.02, -D2 - 0.42), 0.05, '#54595b'))
    return group(o, 'filter="url(#knife0)"')


def mother(x, y, h):
    L = 'morn'
    o = [
        legs(
            '#4a4d55',
            '#33353c',
            L,
            ((-5, -40), (-5.4, -22), (-5.8, -3)),
            ((5, -40), (5.4, -22), (6.2, -3)),
            (10.6, 9, 7.8),
        )
    ]
    o.append(
        part(
            soft(
                [
                    (-12, -77),
                    (-5, -82),
                    (5, -82),
                    (12, -77),
                    (15.4, -65),
                    (16.4, -50),
                    (18, -32),
                    (8, -29),
                    (-8, -29),
                    (-18, -32),
                    (-16.4, -50),
                    (-15.4, -65),
                ]
            ),
            '#6b6f7c',
            L,
            ''.join(
                f'<path d="M{-15.6-i*.6:.1f},{y_}Q0,{y_+3.4} {15.6+i*.6:.1f},{y_}" fill="none" stroke="#4d515d" stroke-width=".9" opacity=".8"/>'
                for i, y_ in enumerate((-67, -58, -49, -40))
            ),
        )
    )
    o.append(
        part(
            limb([(-11.4, -76), (-17.4, -63), (-17.6, -53), (-12, -46)], [9.2, 9, 7.6, 6]),
            '#6b6f7c',
            L,
        )
    )
    o.append(
        part(
            limb([(11.4, -76), (17.4, -63), (17.8, -53), (12.6, -46)], [9.2, 9, 7.6, 6]),
            '#6b6f7c',
            L,
        )
    )
    # hood, its trim
    o.append(
        part(
            'M0,-102C-9.4,-102 -12.4,-95 -11.6,-88C-11,-82 -12,-79 -13.4,-76C-8,-71.4 8,-71.4 13.4,-76C12,-79 11,-82 11.6,-88C12.4,-95 9.4,-102 0,-102z',
            '#626673',
            L,
            '<path d="M-12.6,-77Q0,-71 12.6,-77M0,-101Q-1.4,-88 0,-74" fill="none" stroke="#474b57" stroke-width="1"/><path d="M-10.6,-94C-9,-101 -4,-103.4 0,-103.4C4,-103.4 9,-101 10.6,-94" fill="none" stroke="#9a958c" stroke-width="2.2"/>',
        )
    )
    return put(x, y, h, o, L)


def girl(x, y, h):
    """walks in, her bag on her back"""
    L = 'day'
    o = [
        legs(
            '#565a66',
            '#3a3d45',
            L,
            ((-5, -39), (-6, -21), (-6, -3)),
            ((4.6, -39), (5.6, -23), (6, -9)),
            (9.6, 8.2, 7),
        )
    ]
    o.append(
        part(
            soft(
                [
                    (-11, -73),
                    (-5, -77.5),
                    (5, -77.5),
                    (11, -73),
                    (14, -60),
                    (15, -46),
                    (16.4, -33),
                    (0, -30),
                    (-16.4, -33),
                    (-15, -46),
                    (-14, -60),
                ]
            ),
            '#a9b6ae',
            L,
        )
    )
    o.append(
        part(limb([(-10.4, -72), (-16.4, -59), (-17, -46)], [8.6, 8, 6]), '#a9b6ae', L)
        + part(limb([(10.4, -72), (16.4, -60), (15, -48)], [8.6, 8, 6]), '#a9b6ae', L)
    )
    o.append(
        part(
            'M-9.6,-71C-9.6,-74 -8,-75 -5.6,-75H5.6C8,-75 9.6,-74 9.6,-71L11,-46C11,-43.4 9.4,-42 7,-42H-7C-9.4,-42 -11,-43.4 -11,-46z',
            '#2f6480',
            L,
            '<path d="M-8.6,-57H8.6L9.2,-46H-9.2z" fill="#285268"/><path d="M-10,-62Q0,-58.4 10,-62M-2.4,-74.6Q0,-79 2.4,-74.6" fill="none" stroke="#274656" stroke-width="1.2"/>',
        )
    )
    o.append(
        part(
            'M0,-101C-8.6,-101 -11,-95 -10.6,-89C-10.2,-83.4 -7,-79 0,-79C7,-79 10.2,-83.4 10.6,-89C11,-95 8.6,-101 0,-101z',
            '#2f2c2e',
            L,
        )
    )
    o.append(
        part(limb([(5, -84), (8.4, -77), (8, -69)], [5.4, 4.8, 2.4]), '#2f2c2e', L)
        + part(limb([(-5, -84), (-8.4, -77), (-8, -69)], [5.4, 4.8, 2.4]), '#2f2c2e', L)
    )
    return put(x, y, h, o, L)


def passer(x, y, h, coat, trousers, hair, walk=1, bag=None, cap=None, flip=1):
    L = 'day'
    o = [
        legs(
            trousers,
            '#3a3d42',
            L,
            ((-5, -41), (-6.6, -22), (-7, -3)),
            ((5, -41), (6.6, -25), (6, -9 if walk else -3)),
            (10, 8.6, 7.2),
        )
    ]
    o.append(
        part(
            soft(
                [
                    (-11.6, -79),
                    (-5, -83),
                    (5, -83),
                    (11.6, -79),
                    (14.6, -66),
                    (14.4, -52),
                    (15.4, -38),
                    (0, -35.4),
                    (-15.4, -38),
                    (-14.4, -52),
                    (-14.6, -66),
                ]
            ),
            coat,
            L,
            '<path d="M0,-81V-37" stroke="#2c3034" stroke-width=".8" opacity=".4"/>',
        )
    )
    o.append(
        part(limb([(-11, -77), (-16.4, -63), (-16.6, -48)], [8.8, 8, 6]), coat, L)
        + part(limb([(11, -77), (16.6, -64), (18.6, -50)], [8.8, 8, 6]), coat, L)
    )
    if bag:
        o.append(part('M14,-48h10l1.6,18h-13z', bag, L))
    o.append(
        part(
            'M0,-101C-7.4,-101 -9.4,-95 -9,-89.6C-8.6,-85 -6,-82 0,-82C6,-82 8.6,-85 9,-89.6C9.4,-95 7.4,-101 0,-101z',
            cap or hair,
            L,
        )
    )
    return put(x, y, h, o, L, flip)


def main():
    sc = Scene('school')
    c = sc.layer()
    sky(c)
    x, z = street(c)
    q = random.Random(51)
    c.put(svg(school(), KNIFE), 0.96)
    # bare trees in the school yard
    o = []
    for X0, Z0, hh, sd in ((-5.4, 21, 6.6, 3), (7.2, 20, 6.2, 5), (11.6, 24, 7, 8)):
        X, Y = E(X0, 0, Z0)
        tw, sn = [], []
        branch(
            X, Y, -1.57, hh * E.k(Z0) * 0.34, hh * E.k(Z0) * 0.05, random.Random(sd), 6, tw, 0.1, sn
        )
        o.append(
            f'<path d="{"".join(tw)}" fill="#6f7678"/><path d="{"".join(sn)}" fill="#d9dad5" opacity=".8"/>'
        )
    c.put(svg(''.join(o)))
    haze = np.exp(-(((YY - 420) / 44) ** 2)) * smooth(-0.5, 0.5, fbm(XX / 300, YY / 60, 3, 620))
    c.over(rgb('#bcc0bc'), haze * 0.35)
    c.put(svg(gate(q), KNIFE))
    # low houses of the street: the right row, the far left
    d = Canvas()
    o = [
        house(
            Place(E, 7.3, 10.6, -90),
            5.4,
            4.4,
            2.4,
            1.3,
            T,
            ((-1.4, 0.95, 0.95, 0.9, None), (1.4, 0.95, 0.95, 0.9, None)),
            ((0, 0.9, 1.95),),
            q,
            chimney=(1.8, 0.4, 0.9),
        ),
        house(
            Place(E, -8.3, 11.2, 90),
            5.0,
            4.4,
            2.4,
            1.3,
            T,
            ((-1.3, 0.95, 0.95, 0.9, None), (1.3, 0.95, 0.95, 0.9, None)),
            ((0, 0.9, 1.95),),
            q,
            chimney=(1.6, 0.4, 0.9),
        ),
        house(
            Place(E, 5.6, 4.8, -90),
            4.6,
            3.4,
            2.3,
            1.2,
            dict(T, wall='#8b857b'),
            ((0.9, 0.9, 0.95, 0.9, None),),
            ((-0.7, 0.9, 1.9),),
            q,
        ),
    ]
    d.put(svg(group(o, 'filter="url(#knife0)"'), KNIFE))
    tooth(d, 0.06)
    c.put(d.a)
    D = (
        KNIFE
        + light_defs('day', '#e6e6df', '#33383e', 0.5, -0.85, 1.0, 7, 0.55, 0.4)
        + light_defs('morn', '#ffcf8a', '#2a2d36', -0.9, -0.35, 1.5, 11, 0.95, 0.55)
    )
    ppl = []
    for X0, Z0, hh, fn in (
        (0.78, 15.3, 1.26, lambda X, Y, h: girl(X, Y, h)),
        (-0.5, 19.6, 1.2, lambda X, Y, h: passer(X, Y, h, '#8a7f74', '#5f6468', '#3a3634', 1)),
        (2.3, 18.8, 1.15, lambda X, Y, h: passer(X, Y, h, '#7a848f', '#55595f', '#3a3634', 1)),
        (
            2.0,
            12.6,
            1.68,
            lambda X, Y, h: passer(X, Y, h, '#5b6168', '#4a4d52', '#3a3634', 1, '#7d7566'),
        ),
        (2.52, 12.4, 1.18, lambda X, Y, h: passer(X, Y, h, '#727c7c', '#565a60', '#35312f', 1)),
        (
            -0.35,
            11.2,
            1.64,
            lambda X, Y, h: passer(X, Y, h, '#75695f', '#4a4d52', '#4a4543', 0, None, '#5f6a70'),
        ),
    ):
        X, Y = E(X0, 0, Z0)
        h = hh * E.k(Z0)
        ppl.append(
            (
                Z0,
                f'<ellipse cx="{X:.0f}" cy="{Y+1:.0f}" rx="{h*.2:.0f}" ry="{h*.025:.1f}" fill="#4a4e52" opacity=".5" filter="url(#soft1)"/>'
                + fn(X, Y, h),
            )
        )
    g_far = [s for z0, s in sorted(ppl, reverse=True)]
    c.put(svg(''.join(g_far), D))
    # the lamp's ground
    on = YY > E.hor + 20
    lx, ly = E(*LAMP)
    g = lamp_on_ground(x, z, (LAMP[0], 0, LAMP[2] - 0.4), 1.7) * on
    g = steps3(g, ((0.12, 0.22), (0.32, 0.3), (0.62, 0.38)), 0.06, 640, 0.06)
    c.a[..., :3] = np.clip(
        c.a[..., :3] * (1 + 0.1 * g[..., None]) + g[..., None] * rgb('#c98538') * 0.30, 0, 1
    )
    sc.part('stand', 0.2)
    st_ = sc.layer()
    s = Canvas()
    s.put(svg(stand(random.Random(61)), D))
    tooth(s, 0.05)
    relight(s, '#b4bac0', [(lx - 60, ly + 70, 360, 300, '#ffc37a', 0.85, 1.2)], 0.35)
    st_.put(s.a)
    MX, MZ = -0.98, 6.0
    X, Y = E(MX, 0, MZ)
    st_.put(
        svg(
            f'<path d="{shadow_of(E, MX, MZ, 1.6, (LAMP[0], 2.6, LAMP[2] - 0.2), 0.24, 1.6)}" fill="#33363c" opacity=".5" filter="url(#soft2)"/>'
            + mother(X, Y, 1.6 * E.k(MZ)),
            D,
        )
    )
    # the lamp on its wire, and the steam
    st_.put(
        svg(
            f'<path d="M{lx:.1f},{ly-60:.1f}V{ly-14:.1f}" stroke="#44494c" stroke-width="2.4"/><path d="M{lx-20:.1f},{ly-2:.1f}L{lx-7:.1f},{ly-15:.1f}H{lx+7:.1f}L{lx+20:.1f},{ly-2:.1f}z" fill="#4f5a58"/><ellipse cx="{lx:.1f}" cy="{ly+4:.1f}" rx="8.5" ry="9.5" fill="#fff0cc"/>'
        )
    )
    halo(st_, lx, ly + 4, 150, 0.55)
    halo(st_, lx, ly + 4, 44, 0.8)
    st_.put(svg(f'<ellipse cx="{lx:.1f}" cy="{ly+4:.1f}" rx="8.5" ry="9.5" fill="#fff3d4"/>'))
    sc.part('steam', 0.28)
    sm = sc.layer()
    for px, wd, sd in ((E(-3.55, 1.36, 7.0), 26, 650), (E(-2.72, 1.44, 7.0), 34, 655)):
        up = np.maximum(px[1] - YY, -4)
        n = fbm(XX / 52 + np.sin(up / 60) * 0.4, (YY + 0.4 * XX) / 46, 4, sd)
        cx_ = px[0] + up * 0.34 + 16 * np.sin(up / 52 + sd)
        f = (
            smooth(-0.42, 0.34, n)
            * np.exp(-(((XX - cx_) / (wd + up * 0.34)) ** 2))
            * smooth(-4, 22, up)
            * smooth(470, 60, up)
        )
        warm = np.exp(-np.hypot((XX - lx) / 300, (YY - ly) / 240))
        sm.over(ramp([(0, '#d5d8d6'), (0.45, '#f0d8b4'), (1, '#ffe2b0')], warm), f * 0.72)
    sc.part('near', 0.85)
    ne = sc.layer()
    qn = random.Random(71)
    o = []
    # our own corner: the end of a plank fence, right; a bicycle leaning on it, dark
    for i in range(7):
        xx = 1668 + i * 44
        o.append(
            f'<path d="M{xx},1100V{650-i*16+qn.uniform(-8,8):.0f}l20,-14l20,12V1100z" fill="#262a2e"/><path d="M{xx},1100V{650-i*16:.0f}l4,-4V1100z" fill="#5b6165" opacity=".7"/>'
        )
        o.append(
            f'<path d="M{xx-1},{652-i*16:.0f}q6,-24 21,-22q17,0 21,18q-12,10 -21,2q-10,10 -21,2z" fill="#b9bdbb"/>'
        )
    o.append(
        '<path d="M1650,770L1960,720V756L1650,804z" fill="#202428"/><path d="M1650,950L1960,930V966L1650,984z" fill="#202428"/>'
    )
    R_ = 118
    for cx_, cy_ in ((1250 + 130, 905), (1250 + 420, 905)):
        o.append(
            f'<circle cx="{cx_}" cy="{cy_}" r="{R_}" fill="none" stroke="#191c20" stroke-width="11"/><circle cx="{cx_}" cy="{cy_}" r="{R_-9}" fill="none" stroke="#5b6165" stroke-width="1.6" opacity=".7"/>'
            + ''.join(
                f'<path d="M{cx_},{cy_}l{(R_-8)*math.cos(a):.1f},{(R_-8)*math.sin(a):.1f}" stroke="#2b2f33" stroke-width="1.4"/>'
                for a in np.arange(0.1, 6.28, 0.35)
            )
        )
    o.append(
        '<path d="M1380,905L1450,760L1610,748L1670,905M1450,760L1530,905H1380M1530,905L1610,748M1670,905L1600,716" fill="none" stroke="#191c20" stroke-width="11" stroke-linejoin="round"/><path d="M1444,748L1430,712M1396,706Q1430,696 1466,706Q1470,716 1450,718H1410Q1394,716 1396,706z" fill="#191c20" stroke="#191c20" stroke-width="8"/><path d="M1600,716Q1590,690 1560,688M1600,716Q1624,696 1652,704" fill="none" stroke="#191c20" stroke-width="9" stroke-linecap="round"/><path d="M1398,700Q1430,690 1464,700" fill="none" stroke="#c3c6c2" stroke-width="6" stroke-linecap="round"/>'
    )
    ne.put(
        svg(
            '<path d="M-20,1100V1006C400,972 900,1000 1960,968V1100z" fill="#24282c"/>'
            + group(o, 'filter="url(#knife0)"'),
            KNIFE,
        )
    )
    ne.over(rgb(INK), smooth(790, 1050, YY) * 0.86)
    return sc


if __name__ == '__main__':
    main().pull()
