"""Dusk at a market in a mining town: under a patched awning the gloved hand of a trader lifts a
hand steelyard with a pan of maize, mittened hands hold a sack open; a lamp, a radio, folded
cloth; stalls and far shapes recede down the lane."""
import random

from ink import *

R = random.Random(31)
c = Cam(1030, 452, 1100, 1.6)
D = [
    lg(
        'sky',
        [
            (0, '#1b2347'),
            (0.3, '#343a66'),
            (0.62, '#5c4870'),
            (0.84, '#9a6272'),
            (0.95, '#d08a6c'),
            (1, '#e8a67c'),
        ],
        0,
        60,
        0,
        440,
        True,
    ),
    lg(
        'snow',
        [(0, '#7d5c78'), (0.12, '#544a70'), (0.45, '#322f58'), (1, '#1c1d3c')],
        0,
        450,
        0,
        900,
        True,
    ),
    rg('dusk', [(0, ('#fbd0a0', 0.9)), (0.3, ('#e89c6e', 0.5)), (1, ('#b26f73', 0))]),
    rg(
        'glow',
        [
            (0, ('#fff0cc', 1)),
            (0.14, ('#ffd083', 0.75)),
            (0.4, ('#f2a055', 0.28)),
            (1, ('#d9803f', 0)),
        ],
    ),
    rg(
        'pool',
        [
            (0, '#fff0cc'),
            (0.22, ('#ffd893', 0.95)),
            (0.5, ('#d98f55', 0.5)),
            (0.8, ('#7d5560', 0.16)),
            (1, ('#39365a', 0)),
        ],
    ),
    lg(
        'rimh',
        [
            (0, ('#a88090', 0.25)),
            (0.3, ('#e0a070', 0.6)),
            (0.62, ('#ffdfa6', 1)),
            (0.85, ('#e0a070', 0.6)),
            (1, ('#a88090', 0.2)),
        ],
        0,
        0,
        1920,
        0,
        True,
    ),
    rg('breath', [(0, ('#f3dcc8', 0.5)), (0.6, ('#c9b6c4', 0.22)), (1, ('#a99ab8', 0))]),
    lg('tarp', [(0, '#14162f'), (0.6, '#1e2043'), (1, '#3a3254')]),
    lg('plank', [(0, '#c0906a'), (1, '#9a6c54')]),
    rg(
        'side',
        [
            (0, ('#1b1c3e', 0)),
            (0.42, ('#1b1c3e', 0)),
            (0.8, ('#1b1c3e', 0.62)),
            (1, ('#15162f', 0.85)),
        ],
    ),
    lg('slv', [(0, '#5a6092'), (0.5, '#777ca8'), (1, '#464a78')]),
    lg('slv2', [(0, '#7a6a6c'), (0.5, '#6a5860'), (1, '#453a4a')]),
    lg('vig', [(0, ('#12142e', 0)), (0.5, ('#12142e', 0.5)), (1, ('#10122a', 0.94))]),
    '<filter id="white" x="-.05" y="-.05" width="1.1" height="1.1"><feColorMatrix values="0 0 0 0 1  0 0 0 0 1  0 0 0 0 1  0 0 0 1 0"/></filter>',
]
B = []
# ---- L0 dusk
s = [
    '<rect width="1920" height="1080" fill="url(#sky)"/>',
    ell(1030, 440, 520, 120, 'url(#dusk)', opacity=0.6),
]
cq = random.Random(8)
for x, y, w, h, o, cl in (
    (760, 286, 520, 12, 0.3, '#b26f73'),
    (1180, 262, 380, 9, 0.22, '#9a6272'),
    (1420, 330, 420, 10, 0.3, '#c98070'),
    (900, 352, 560, 11, 0.5, '#e8a67c'),
    (1130, 384, 420, 8, 0.6, '#f3b98a'),
    (820, 402, 300, 6, 0.6, '#f3b98a'),
    (1300, 398, 260, 6, 0.45, '#e8a67c'),
):
    s.append(el(lens(x, y, w, h, cq), cl, opacity=o, filter='url(#b1)'))
s.append(
    '<g filter="url(#cut)">'
    + el(
        'M-20,380C140,300 240,330 360,262C420,236 470,272 540,300C640,330 700,352 780,372C880,400 960,412 1040,414C1140,410 1230,380 1330,352C1420,330 1500,280 1570,258C1640,236 1700,290 1780,312C1840,330 1900,318 1960,336V470H-20z',
        '#5d4a70',
    )
    + el(
        'M360,262C420,236 470,272 540,300C520,316 480,306 460,330C430,316 400,320 372,346C380,310 366,290 360,262zM1570,258C1640,236 1700,290 1780,312C1740,326 1700,310 1676,336C1650,306 1610,310 1576,340C1590,310 1580,284 1570,258z',
        '#7d6080',
        opacity=0.5,
    )
    + el(
        'M-20,430C200,410 420,424 640,418C800,414 900,432 1040,432C1200,430 1400,404 1600,412C1740,416 1860,406 1960,410V480H-20z',
        '#453b63',
    )
    + '</g>'
)
# spoil heap and head-frame
s.append(
    '<g filter="url(#cut2)">'
    + el('M1180,436L1292,338C1300,333 1308,334 1314,340L1430,436z', '#332f58')
    + el(
        'M1292,338L1300,336L1286,380L1268,400zM1310,340L1340,380L1330,392L1318,366z',
        '#7d6784',
        opacity=0.6,
    )
    + '</g>'
)
s.append(
    st('M1300,338L1410,376M1330,350V436M1366,362V436', '#2b2950', 3)
    + el('M1412,436L1424,350h16L1452,436h-8L1434,362h-4L1420,436z', '#2b2950')
    + ell(1432, 346, 15, 15, 'none', stroke='#2b2950', stroke_width=4)
    + st(
        'M1421,400H1444M1418,420H1447M1422,382L1446,420M1442,382L1418,420M1442,352L1476,436',
        '#2b2950',
        3,
    )
    + el('M1476,436V408l14,-8l22,8V436z', '#2b2950')
)
hs = ''
for x, y, w, h, dk in (
    (-30, 456, 250, 40, '#3a3560'),
    (190, 452, 210, 34, '#453d68'),
    (420, 448, 170, 28, '#54486f'),
    (1440, 448, 180, 28, '#54486f'),
    (1600, 452, 200, 34, '#453d68'),
    (1770, 456, 240, 42, '#3a3560'),
    (1300, 446, 130, 20, '#64527a'),
    (620, 446, 140, 22, '#64527a'),
):
    hs += (
        el('M%d,%d v-%d h%d v%dz' % (x, y + 14, h, w, h), dk)
        + el(
            'M%d,%d l14,-%d h%d l14,%d z'
            % (x - 8, y + 14 - h, int(h * 0.62), w - 12, int(h * 0.62)),
            '#8a7088',
        )
        + el(
            'M%d,%d l14,-%d h%d l14,%d q-%d,-%d -%d,-2 q-%d,-8 -%d,0z'
            % (
                x - 8,
                y + 14 - h,
                int(h * 0.25),
                w - 12,
                int(h * 0.25),
                w // 5,
                h // 3,
                w // 2,
                w // 6,
                w // 4,
            ),
            '#4a4068',
            opacity=0.8,
        )
    )
    hs += el('M%d,%d h12 v-%d h-12z' % (x + w // 3, y + 14 - int(h * 1.4), int(h * 0.5)), '#332f58')
    for k in range(3):
        hs += el(
            'M%d,%d h10 v12 h-10z' % (x + 22 + k * (w // 3), y + 14 - int(h * 0.62)),
            '#221f42',
            opacity=0.8,
        )
s.append('<g filter="url(#cut2)">' + hs + '</g>')
B.append('<g id="L0-dusk">' + ''.join(s) + '</g>')
# ---- L1 the lane and the rows of stalls
g = [el('M-20,452H1940V1090H-20z', 'url(#snow)')]
for i in range(90):
    z = 3 * (1.035**i)
    x = R.uniform(-1.7, 1.7)
    a = c(x, 0, z)
    k = 1100 / z
    g.append(
        el(
            soft(
                [
                    a,
                    (a[0] + k * 0.25, a[1] - k * 0.016),
                    (a[0] + k * R.uniform(0.4, 0.8), a[1]),
                    (a[0] + k * 0.25, a[1] + k * 0.02),
                ]
            ),
            R.choice(['#2f2c52', '#39365a', '#d3a096', '#a47c86']),
            opacity=n(R.uniform(0.15, 0.4)),
        )
    )


def mix(a, b, t):
    A = [int(a[i : i + 2], 16) for i in (1, 3, 5)]
    Bc = [int(b[i : i + 2], 16) for i in (1, 3, 5)]
    return '#%02x%02x%02x' % tuple(int(A[i] + (Bc[i] - A[i]) * t) for i in range(3))


def stall(sd, z0, z1, q, lamp=False):
    f = min(1, max(0, (z0 - 4) / 26)) ** 0.6
    dk = mix('#1c1d3e', '#6c5278', f)
    md = mix('#2b2a50', '#7d6080', f)
    lt = mix('#57496e', '#b98488', f)
    rim = mix('#8a6a80', '#f0b48a', f)
    X0, X1 = sd * 1.75, sd * 3.6
    o = ''
    # counter
    o += el(poly([c(X0, 0.85, z0), c(X0, 0.85, z1), c(X0, 0, z1), c(X0, 0, z0)]), md)
    o += el(poly([c(X0, 0.85, z0), c(X1, 0.85, z0), c(X1, 0, z0), c(X0, 0, z0)]), dk)
    o += el(poly([c(X0, 0.86, z0), c(X0, 0.86, z1), c(X1, 0.86, z1), c(X1, 0.86, z0)]), lt)
    # goods: bundles, basins
    zz = z0 + 0.2
    while zz < z1 - 0.15:
        a = c(X0 + sd * q.uniform(0.15, 0.35), 0.86, zz)
        k = 1100 / zz
        w = k * q.uniform(0.1, 0.2)
        hh = k * q.uniform(0.1, 0.28)
        o += el(
            soft(
                [
                    (a[0] - w, a[1]),
                    (a[0] - w * 0.9, a[1] - hh * 0.7),
                    (a[0], a[1] - hh),
                    (a[0] + w * 0.9, a[1] - hh * 0.7),
                    (a[0] + w, a[1]),
                ],
                t=0.5,
            ),
            q.choice([dk, md, mix(lt, '#8d6a70', 0.4)]),
        )
        zz += q.uniform(0.25, 0.5)
    # back cloth
    A_, B_, C_, D_ = c(X1, 2.35, z0), c(X1, 2.3, z1), c(X1, 0.8, z1), c(X1, 0.8, z0)
    o += el(
        'M%s Q%s %s L%s L%sz'
        % (
            xy(A_),
            xy(((A_[0] + B_[0]) / 2, (A_[1] + B_[1]) / 2 + (1100 / z0) * 0.12)),
            xy(B_),
            xy(C_),
            xy(D_),
        ),
        mix(dk, md, 0.4),
    )
    for u in (0.25, 0.5, 0.78):
        o += st(
            'M%s L%s'
            % (
                xy((A_[0] + (B_[0] - A_[0]) * u, (A_[1] + (B_[1] - A_[1]) * u) + 1100 / z0 * 0.08)),
                xy((D_[0] + (C_[0] - D_[0]) * u, D_[1] + (C_[1] - D_[1]) * u)),
            ),
            dk,
            n(1100 / z0 * 0.03),
            opacity=0.5,
        )
    # seller, a shape
    if q.random() < 0.8:
        zz = (z0 + z1) / 2
        a = c(X0 + sd * 0.85, 0.8, zz)
        k = 1100 / zz
        o += el(
            soft(
                [
                    (a[0] - 0.25 * k, a[1] + 0.1 * k),
                    (a[0] - 0.24 * k, a[1] - 0.35 * k),
                    (a[0] - 0.12 * k, a[1] - 0.5 * k),
                    (a[0] - 0.13 * k, a[1] - 0.68 * k),
                    (a[0], a[1] - 0.80 * k),
                    (a[0] + 0.13 * k, a[1] - 0.68 * k),
                    (a[0] + 0.12 * k, a[1] - 0.5 * k),
                    (a[0] + 0.24 * k, a[1] - 0.35 * k),
                    (a[0] + 0.25 * k, a[1] + 0.1 * k),
                ],
                t=0.5,
            ),
            mix(dk, '#10112c', 0.35 * (1 - f)),
        )
        o += st(
            soft(
                [
                    (a[0] - sd * 0.02 * k, a[1] - 0.80 * k),
                    (a[0] - sd * 0.13 * k, a[1] - 0.68 * k),
                    (a[0] - sd * 0.12 * k, a[1] - 0.5 * k),
                    (a[0] - sd * 0.24 * k, a[1] - 0.35 * k),
                ],
                False,
            ),
            rim,
            n(max(1, k * 0.012)),
            opacity=0.6,
        )
    # posts
    for z in (z0, z1):
        o += el(
            poly(
                [
                    c(X0 - sd * 0.02, 2.25, z),
                    c(X0 + sd * 0.04, 2.25, z),
                    c(X0 + sd * 0.04, 0, z),
                    c(X0 - sd * 0.02, 0, z),
                ]
            ),
            dk,
        )
    # awning: sags, edge scalloped by hand, snow on it
    a0, a1 = c(X0 - sd * 0.45, 2.02, z0 - 0.1), c(X0 - sd * 0.45, 2.02, z1 + 0.1)
    b0, b1 = c(X1, 2.62, z0 - 0.1), c(X1, 2.62, z1 + 0.1)
    m = c(X0 - sd * 0.1, 2.1, z0 - 0.1)
    o += el(
        'M%s Q%s %s L%s Q%s %s L%sz'
        % (xy(b0), xy(m), xy(a0), xy(a1), xy(c(X0 - sd * 0.1, 2.1, z1)), xy(b1), xy(b0)),
        mix(md, dk, 0.3),
    )
    k = 1100 / z0
    E = [
        (
            a0[0] + (a1[0] - a0[0]) * i / 8,
            a0[1]
            + (a1[1] - a0[1]) * i / 8
            + (q.uniform(0.04, 0.10) * k if i % 2 else 0.12 * k) * (1 - 0.55 * i / 8),
        )
        for i in range(9)
    ]
    o += el('M%s L%s ' % (xy(a0), xy(a1)) + 'L' + ' L'.join(xy(p) for p in reversed(E)) + 'z', lt)
    o += st(line([a0, a1]), rim, n(max(1.4, k * 0.018)), opacity=0.85)
    o += el(
        soft(
            [
                b0,
                ((a0[0] + b0[0]) / 2, (a0[1] + b0[1]) / 2 - k * 0.05),
                (a0[0], a0[1] - 2),
                (a0[0] + sd * k * 0.12, a0[1] + k * 0.02),
                ((a0[0] + b0[0]) / 2, (a0[1] + b0[1]) / 2 + k * 0.03),
            ],
            t=0.4,
        ),
        mix('#5a5478', '#c89a98', f),
        opacity=0.8,
    )
    if lamp:
        p = c(X0 + sd * 0.1, 1.85, z0 + 0.4)
        o += ell(p[0], p[1], k * 0.5, k * 0.42, 'url(#glow)', opacity=0.7) + ell(
            p[0], p[1], max(2, k * 0.03), max(2.4, k * 0.04), '#fff0cc'
        )
    return '<g filter="url(#cut2)">' + o + '</g>'


zs = [(26, 30), (20.5, 24.5), (16, 19.3), (12.4, 15), (9.4, 11.6), (6.9, 8.8)]
for i, (z0, z1) in enumerate(zs):
    g.append(stall(-1, z0, z1, random.Random(40 + i), lamp=(i in (3,))))
    g.append(stall(1, z0 + 0.3, z1 + 0.3, random.Random(60 + i), lamp=(i in (1,))))
    g.append(
        '<g opacity=".16">'
        + ell(1030, 470, 700, 50 - 5 * i, '#e89c6e', filter='url(#f16)')
        + '</g>'
        if i < 4
        else ''
    )
# a few buyers far down the lane
for x, z in ((-0.5, 15), (-0.15, 15.4), (0.6, 11), (0.3, 22), (-0.9, 9.6)):
    a = c(x, 0, z)
    k = 1100 / z
    cl = mix('#1f1f42', '#5a4468', min(1, z / 24))
    g.append(
        ell(a[0] + k * 0.05, a[1], k * 0.3, k * 0.03, '#2a2a4e', opacity=0.5)
        + '<g filter="url(#cut2)">'
        + el(
            soft(
                [
                    (a[0] - 0.10 * k, a[1]),
                    (a[0] - 0.14 * k, a[1] - 0.5 * k),
                    (a[0] - 0.27 * k, a[1] - 0.6 * k),
                    (a[0] - 0.24 * k, a[1] - 1.15 * k),
                    (a[0] - 0.12 * k, a[1] - 1.32 * k),
                    (a[0] - 0.12 * k, a[1] - 1.5 * k),
                    (a[0], a[1] - 1.62 * k),
                    (a[0] + 0.12 * k, a[1] - 1.5 * k),
                    (a[0] + 0.12 * k, a[1] - 1.32 * k),
                    (a[0] + 0.24 * k, a[1] - 1.15 * k),
                    (a[0] + 0.27 * k, a[1] - 0.6 * k),
                    (a[0] + 0.14 * k, a[1] - 0.5 * k),
                    (a[0] + 0.10 * k, a[1]),
                ],
                t=0.5,
            ),
            cl,
        )
        + '</g>'
    )
g.append(
    '<g style="mix-blend-mode:screen">'
    + ell(1030, 452, 420, 70, '#b26f73', opacity=0.35, filter='url(#f30)')
    + '</g>'
)
g.append(ell(1040, 440, 1500, 700, 'url(#side)'))
B.append('<g id="L1-lane">' + ''.join(g) + '</g>')
# ---- L2 our stall
f = []
CB, CF = 748, 868
f.append(
    '<g filter="url(#cut2)">' + el('M-30,%d H1950 V%d H-30z' % (CB, CF), 'url(#plank)') + '</g>'
)
vp = (1030, 452)
for x in (-700, -330, 60, 430, 800, 1190, 1570, 1960, 2400):
    a = (vp[0] + (x - vp[0]) * (CB - 452) / (CF - 452), CB)
    f.append(
        st(line([a, (x, CF)]), '#4a3540', 3, opacity=0.75)
        + st(line([(a[0] + 3, CB), (x + 4, CF)]), '#b08a70', 1.4, opacity=0.5)
    )
f.append(el('M-30,%d H1950 V%d H-30z' % (CB, CF), '#000', filter='url(#wood)', opacity=0.5))
# hanging cloth in front: wide calm folds
f.append(
    '<g filter="url(#cut2)">'
    + el('M-30,862C300,874 700,862 1000,870C1400,876 1700,862 1950,870V1110H-30z', '#3d3a5e')
    + '</g>'
)
for x in (90, 300, 560, 770, 1050, 1330, 1500, 1760):
    f.append(
        el(
            'M%d,868C%d,940 %d,1010 %d,1090H%dC%d,1010 %d,940 %d,868z'
            % (x, x - 14, x + 12, x - 6, x + 54, x + 40, x + 66, x + 34),
            '#2a2848',
            opacity=0.7,
            filter='url(#b4)',
        )
    )
f.append(el('M-30,866H1950V1100H-30z', '#000', filter='url(#weave)', opacity=0.4))


def kern(x, y, r, a, cl):
    return '<path d="M%s,%s q%s,%s %s,0 q%s,%s %s,0z" transform="rotate(%d %s %s)" fill="%s"/>' % (
        n(x - r),
        n(y),
        n(r),
        n(-r * 1.3),
        n(2 * r),
        n(-r),
        n(r * 1.1),
        n(-2 * r),
        a,
        n(x),
        n(y),
        cl,
    )


def heap(cx, cy, w, h, m, q):
    o = el(
        soft(
            [
                (cx - w, cy),
                (cx - w * 0.6, cy - h * 0.55),
                (cx - w * 0.1, cy - h),
                (cx + w * 0.3, cy - h * 0.85),
                (cx + w * 0.75, cy - h * 0.4),
                (cx + w, cy),
                (cx, cy + h * 0.25),
            ],
            t=0.5,
        ),
        '#a8773c',
    )
    P = []
    for _ in range(m):
        u = q.uniform(-1, 1)
        top = h * (1 - abs(u) ** 1.5)
        P.append((cx + u * w * 0.96, cy + h * 0.16 * (1 - u * u) - q.random() * top, u))
    P.sort(key=lambda p: p[1])
    for x, y, u in P:
        o += kern(
            x,
            y,
            q.uniform(5, 7.5),
            q.randint(-40, 40),
            q.choice(
                ['#e0b05a', '#cf9847', '#f2cf85', '#b88340', '#d9a24c']
                if u > -0.3
                else ['#b88340', '#96683a', '#cf9847']
            ),
        )
    return o


q = random.Random(2)
# shadows on the boards
for a in (
    (330, 834, 150, 16),
    (600, 838, 190, 18),
    (965, 832, 170, 17),
    (1185, 836, 120, 14),
    (1400, 842, 190, 20),
):
    f.append(ell(*a, '#1c1830', opacity=0.75, filter='url(#b8)'))
# radio
f.append(
    '<g transform="rotate(-1.5 330 780)">'
    + el('M236,706q0,-10 10,-10H428q10,0 10,10V826q0,8 -8,8H244q-8,0 -8,-8z', '#54405a')
    + el('M438,706l16,-8V822l-16,8z', '#8d6a68')
    + el('M246,696l14,-8H446q6,0 8,8l-16,4z', '#a07a70')
    + el('M250,712H350V820H250z', '#33294a')
    + ''.join(st('M256,%d H344' % y, '#7d6068', 2.2, opacity=0.7) for y in range(720, 818, 8))
    + el('M362,714H428V748H362z', '#c8a27a')
    + ''.join(st('M%d,%d v%d' % (x, 736, 8), '#3a2a40', 1.6) for x in range(368, 428, 6))
    + st('M398,716V746', '#8d3a33', 2.6)
    + ell(378, 786, 15, 15, '#2b2140')
    + ell(378, 784, 15, 15, 'none', stroke='#c08a68', stroke_width=1.6, opacity=0.7)
    + ell(414, 786, 11, 11, '#2b2140')
    + st('M440,692L520,520', '#5a4a60', 4)
    + st('M441,690L521,520', '#e8b98a', 1.6, opacity=0.8)
    + ell(521, 518, 4, 4, '#e8b98a')
    + st('M270,690C280,640 400,640 420,690', '#33294a', 7)
    + '</g>'
)
# cobs in a basket
bk = 'M470,768C474,806 500,838 540,842H668C706,838 728,806 732,768z'
cob = []
for x, y, a, l in (
    (548, 748, -30, 150),
    (650, 742, 26, 150),
    (596, 722, -6, 160),
    (560, 762, -14, 140),
    (648, 764, 14, 140),
):
    o = '<g transform="translate(%d,%d) rotate(%d)">' % (x, y, a) + el(
        soft(
            [
                (-l / 2, 0),
                (-l * 0.3, -21),
                (l * 0.2, -19),
                (l / 2, -4),
                (l * 0.5, 5),
                (l * 0.2, 19),
                (-l * 0.3, 21),
            ],
            t=0.5,
        ),
        '#a9743a',
        stroke='#54362a',
        stroke_width=5,
    )
    for r in range(-2, 3):
        for k in range(13):
            xx = -l * 0.42 + k * l * 0.07
            yy = r * 8 * (1 - 0.3 * (k / 12))
            o += '<rect x="%s" y="%s" width="9" height="6.6" rx="2.8" fill="%s"/>' % (
                n(xx + (r % 2) * 2),
                n(yy - 3),
                R.choice(['#e5b660', '#d9a24c', '#c28a42', '#f0cb80']),
            )
    o += el(
        soft([(-l * 0.44, 8), (0, 8), (l * 0.46, 3), (l * 0.2, 19), (-l * 0.3, 21)], t=0.5),
        '#54362a',
        opacity=0.5,
        filter='url(#b2)',
    ) + st(
        soft([(-l * 0.3, -18), (l * 0.1, -17), (l * 0.45, -5)], False),
        '#ffe2a8',
        2.6,
        opacity=0.7,
        filter='url(#b1)',
    )
    o += el(
        soft(
            [
                (-l * 0.42, -16),
                (-l * 0.62, -22),
                (-l * 0.78, -6),
                (-l * 0.7, 10),
                (-l * 0.5, 18),
                (-l * 0.4, 4),
            ],
            t=0.5,
        ),
        '#c4b48a',
    ) + st(
        'M%s,-10 Q%s,-8 %s,-4 M%s,6 Q%s,8 %s,4'
        % (n(-l * 0.44), n(-l * 0.58), n(-l * 0.74), n(-l * 0.44), n(-l * 0.56), n(-l * 0.7)),
        '#6d6450',
        2,
    )
    cob.append(o + '</g>')
f.append(''.join(cob) + '<g filter="url(#cut2)">' + el(bk, '#7a5648') + '</g>')
for k in range(5):
    y = 778 + k * 13
    w = 130 - k * 9
    f.append(
        st(
            'M%s,%s' % (n(601 - w), n(y))
            + ''.join(
                ' q%s,%s %s,0' % (n(w / 9), (5 if j % 2 else -5), n(w * 2 / 9)) for j in range(9)
            ),
            '#a87e5e',
            4,
            opacity=0.7,
        )
        + st('M%s,%s H%s' % (n(601 - w), n(y + 6), n(601 + w)), '#3d2a38', 2, opacity=0.6)
    )
# folded cloth
for i, (y, w, cl, dk) in enumerate(
    (
        (832, 112, '#5a6290', '#3a4068'),
        (806, 106, '#8a5f66', '#5a3c4c'),
        (780, 110, '#6d7a86', '#454f68'),
        (756, 98, '#9a8a86', '#6a5a66'),
    )
):
    x0 = 1186 - w + R.uniform(-6, 6)
    x1 = 1186 + w + R.uniform(-6, 6)
    f.append(
        '<g filter="url(#cut2)">'
        + el(
            'M%s,%s C%s,%s %s,%s %s,%s L%s,%s C%s,%s %s,%s %s,%sz'
            % tuple(
                n(v)
                for v in (
                    x0 + 6,
                    y,
                    x0 - 12,
                    y - 4,
                    x0 - 12,
                    y - 24,
                    x0 + 6,
                    y - 28,
                    x1 - 4,
                    y - 27,
                    x1 + 8,
                    y - 20,
                    x1 + 8,
                    y - 6,
                    x1 - 4,
                    y,
                )
            ),
            cl,
        )
        + el(
            'M%s,%s C%s,%s %s,%s %s,%s l0,8 C%s,%s %s,%s %s,%sz'
            % tuple(
                n(v)
                for v in (
                    x0 + 2,
                    y - 4,
                    x0 + 60,
                    y - 12,
                    x1 - 60,
                    y - 8,
                    x1 - 2,
                    y - 12,
                    x1 - 60,
                    y,
                    x0 + 60,
                    y - 2,
                    x0 + 2,
                    y + 2,
                )
            ),
            dk,
            opacity=0.8,
        )
        + '</g>'
        + st(
            'M%s,%s Q%s,%s %s,%s'
            % tuple(n(v) for v in (x0 + 8, y - 27, 1186, y - 31, x1 - 6, y - 26)),
            '#ffd9a0',
            2,
            opacity=0.65,
        )
    )
f.append(el('M1090,722L1196,716L1284,724L1280,732H1092z', '#b3a29a'))
# sack, near side after the far arm
far = 'M1960,470C1800,480 1640,520 1520,552C1470,566 1430,584 1420,604L1452,654C1520,650 1700,640 1960,650z'
f.append('<g filter="url(#cut2)">' + el(far, 'url(#slv2)') + '</g>')
for x in (1560, 1650, 1750, 1850):
    f.append(st('M%d,%d q26,50 6,%d' % (x, 540 - (x - 1560) * 0.16, 96), '#332a3c', 4, opacity=0.7))
f.append(
    '<g filter="url(#cut2)">'
    + el(
        soft(
            [
                (1470, 560),
                (1440, 566),
                (1400, 584),
                (1370, 606),
                (1362, 634),
                (1384, 652),
                (1420, 660),
                (1452, 650),
                (1480, 630),
            ],
            t=0.5,
        ),
        '#a58f8c',
    )
    + el('M1464,552L1500,548L1516,640L1480,650z', '#8a7478')
    + '</g>'
)
for k in range(5):
    f.append(st('M%d,%d q6,40 10,84' % (1470 + k * 8, 555 - k), '#5a4a54', 2, opacity=0.8))
sk = [
    (1258, 650),
    (1300, 628),
    (1370, 618),
    (1450, 624),
    (1498, 646),
    (1500, 664),
    (1524, 740),
    (1530, 800),
    (1506, 842),
    (1400, 852),
    (1290, 844),
    (1250, 806),
    (1248, 740),
    (1262, 680),
]
f.append(
    '<g filter="url(#cut2)">'
    + el(soft(sk, t=0.45), '#8d7c70')
    + el(
        soft(
            [
                (1440, 664),
                (1500, 660),
                (1524, 740),
                (1530, 800),
                (1506, 842),
                (1430, 850),
                (1470, 780),
                (1450, 720),
            ],
            t=0.45,
        ),
        '#5f525a',
    )
    + el(
        soft(
            [
                (1262, 676),
                (1290, 690),
                (1300, 740),
                (1286, 800),
                (1300, 842),
                (1254, 810),
                (1248, 740),
            ],
            t=0.45,
        ),
        '#6f6266',
    )
    + '</g>'
)
f.append(el(soft(sk, t=0.45), '#000', filter='url(#weave)', opacity=0.28))
f.append(
    el(
        soft(
            [
                (1266, 652),
                (1310, 634),
                (1380, 626),
                (1450, 632),
                (1490, 650),
                (1450, 668),
                (1380, 676),
                (1310, 670),
            ],
            t=0.5,
        ),
        '#2b2238',
    )
)
f.append(
    heap(1374, 668, 86, 22, 70, q)
    + el(
        soft(
            [
                (1258, 652),
                (1310, 674),
                (1380, 682),
                (1450, 674),
                (1498, 654),
                (1500, 672),
                (1450, 692),
                (1380, 700),
                (1310, 692),
                (1260, 672),
            ],
            t=0.5,
        ),
        '#a8958a',
    )
)
for d in (
    'M1310,696C1330,750 1320,800 1330,846',
    'M1386,702C1376,760 1392,800 1384,850',
    'M1446,692C1470,740 1456,800 1466,846',
):
    f.append(st(d, '#4f434c', 4, opacity=0.6, filter='url(#b1)'))
# near arm and mitten
f.append(
    '<g filter="url(#cut2)">'
    + el('M1960,640C1820,624 1700,628 1610,636L1586,742C1700,776 1840,800 1960,826z', 'url(#slv2)')
    + el('M1604,624L1642,628L1622,754L1578,742z', '#8a7478')
    + el(
        soft(
            [
                (1600, 636),
                (1560, 622),
                (1510, 626),
                (1470, 640),
                (1452, 664),
                (1464, 690),
                (1492, 700),
                (1506, 722),
                (1540, 740),
                (1586, 738),
            ],
            t=0.5,
        ),
        '#a58f8c',
    )
    + el(
        soft(
            [
                (1520, 646),
                (1480, 650),
                (1452, 664),
                (1440, 690),
                (1452, 712),
                (1474, 706),
                (1490, 690),
                (1524, 684),
            ],
            t=0.5,
        ),
        '#bfa79c',
    )
    + '</g>'
)
for k in range(6):
    f.append(st('M%d,%d q-8,60 -22,114' % (1608 + k * 6, 630 + k), '#5a4a54', 2.2, opacity=0.8))
for k in range(5):
    f.append(st('M%d,%d q10,34 -2,72' % (1582 - k * 20, 642 - k * 2), '#6a585c', 2.2, opacity=0.55))
for x in (1690, 1790, 1890):
    f.append(st('M%d,%d q-18,70 -26,150' % (x, 634), '#332a3c', 5, opacity=0.7))
f.append(
    st('M1500,552C1620,524 1780,484 1960,470', '#ffc98a', 3, opacity=0.75, filter='url(#b1)')
    + st('M1642,630C1740,624 1860,630 1960,640', '#e8b080', 2.6, opacity=0.6, filter='url(#b1)')
    + st(
        soft([(1384, 600), (1400, 584), (1440, 566), (1466, 558)], False),
        '#ffdca8',
        3.2,
        opacity=0.9,
        filter='url(#b1)',
    )
    + st(
        soft([(1454, 662), (1470, 640), (1510, 626), (1560, 622), (1600, 632)], False),
        '#ffdca8',
        3.2,
        opacity=0.9,
        filter='url(#b1)',
    )
)
# ---- the steelyard and the fist
beam = [(548, 486), (1010, 424)]


def onb(t, dy=0):
    return (
        beam[0][0] + (beam[1][0] - beam[0][0]) * t,
        beam[0][1] + (beam[1][1] - beam[0][1]) * t + dy,
    )


end = onb(0.93)
pan = (965, 690)
for dx, op in ((-128, 0.9), (0, 0.6), (126, 0.9)):
    f.append(
        st(
            'M%s L%s' % (xy((end[0], end[1] + 22)), xy((pan[0] + dx, pan[1] - (0 if dx else -14)))),
            '#b8906a',
            2.6,
            opacity=op,
        )
    )
f.append(st('M%s q10,10 0,24' % xy((end[0], end[1] - 2)), '#4a3a48', 5))
# pan with maize
f.append(
    el(
        'M%d,%d C%d,%d %d,%d %d,%dz'
        % (
            pan[0] - 136,
            pan[1],
            pan[0] - 100,
            pan[1] + 62,
            pan[0] + 100,
            pan[1] + 62,
            pan[0] + 136,
            pan[1],
        ),
        '#6f5a58',
    )
    + ell(pan[0], pan[1], 136, 24, '#4a3a48')
    + heap(pan[0], pan[1] + 2, 112, 60, 230, q)
)
f.append(
    '<path d="M%d,%d a136,24 0 0,0 272,0" fill="none" stroke="#d9b48c" stroke-width="5"/>'
    % (pan[0] - 136, pan[1])
)
f.append(
    '<g>'
    + el(
        'M%s L%s L%s L%sz' % (xy(onb(0, -4)), xy(onb(1, -8)), xy(onb(1, 8)), xy(onb(0, 3))),
        '#7a543e',
    )
    + st(line([onb(0, -3), onb(1, -7)]), '#ffd9a0', 2.4, opacity=0.85)
    + ''.join(
        st('M%s v8' % xy(onb(0.03 + i * 0.045, -2)), '#e8c298', 1.6, opacity=0.8) for i in range(11)
    )
    + '</g>'
)
w = onb(0.14)
f.append(
    st('M%s v54' % xy(w), '#b8906a', 2.4)
    + el(
        'M%s c-18,6 -26,30 -22,46 c4,12 40,12 44,0 c4,-16 -4,-40 -22,-46z' % xy((w[0], w[1] + 50)),
        '#4a4058',
    )
    + st('M%s c12,8 18,26 14,42' % xy((w[0] + 6, w[1] + 56)), '#e8b98a', 2.6, opacity=0.8)
)
piv = onb(0.60)
f.append(st('M%s L%s' % (xy((800, 380)), xy(piv)), '#c9a078', 4))
# sleeve of the trader
f.append(
    '<g filter="url(#cut2)">'
    + el(
        'M-40,398C20,380 90,372 150,376C200,358 250,352 292,358C340,340 386,336 422,342C460,328 500,326 532,334C570,324 610,324 640,330L664,420C640,440 596,446 560,452C536,470 490,488 452,496C420,520 360,544 312,552C260,584 200,606 150,616C90,650 20,680 -40,704z',
        'url(#slv)',
    )
    + el(
        'M-40,560C120,520 300,470 420,436C520,410 600,398 660,392L664,420C600,440 520,470 420,512C280,570 120,640 -40,700z',
        '#34375f',
        opacity=0.85,
    )
    + el('M620,322C640,318 664,320 676,326L696,424C684,434 662,436 646,432z', '#6a5a78')
    + '</g>'
)
for x, y, h in ((150, 384, 190), (290, 364, 150), (420, 346, 130), (530, 338, 96)):
    f.append(
        st('M%d,%d q34,%d 6,%d' % (x, y, h // 2, h), '#23244a', 5, opacity=0.75)
        + st('M%d,%d q34,%d 6,%d' % (x + 6, y + 4, h // 2, h - 10), '#8a86a8', 1.8, opacity=0.45)
    )
f.append(
    st(
        'M292,358C340,340 386,336 422,342C460,328 500,326 532,334C570,324 610,324 636,328',
        '#ffcf9a',
        3,
        opacity=0.8,
        filter='url(#b1)',
    )
    + st(
        'M664,424C640,442 596,448 560,454C536,472 490,490 452,498',
        '#d99a70',
        2.6,
        opacity=0.55,
        filter='url(#b1)',
    )
)
for k in range(7):
    f.append(
        st('M%d,%d q12,52 18,%d' % (626 + k * 8, 322 + (k % 2), 106), '#41365a', 2.2, opacity=0.8)
    )
# the hand: heel in a knitted mitt, fingers bare, closed round the cord
f.append(
    '<g>'
    + el(
        soft(
            [
                (672, 332),
                (700, 318),
                (740, 308),
                (776, 312),
                (800, 330),
                (812, 362),
                (806, 400),
                (790, 426),
                (752, 440),
                (712, 438),
                (684, 426),
            ],
            t=0.5,
        ),
        '#574a66',
    )
)
for k in range(6):
    f.append(st('M%d,%d q14,50 4,%d' % (690 + k * 12, 324 - k * 2, 104), '#3d3350', 2, opacity=0.6))
fing = [(312, '#a06a50'), (340, '#95604a'), (368, '#875443'), (395, '#74463c')]
for i, (y, cl) in enumerate(fing):
    L0 = [752, 746, 748, 756][i]
    X = [838, 848, 844, 828][i]
    hh = [15, 15.5, 15, 13.5][i]
    f.append(
        el(
            soft(
                [
                    (L0 + 8, y - hh + 3),
                    (L0 + 40, y - hh),
                    (X - 14, y - hh + 1),
                    (X, y - 2),
                    (X - 4, y + hh - 2),
                    (L0 + 44, y + hh + 1),
                    (L0 + 10, y + hh),
                    (L0 - 3, y + 2),
                ],
                t=0.5,
            ),
            cl,
            stroke='#3a2430',
            stroke_width=1.6,
        )
    )
    f.append(
        st(
            'M%d,%d q%d,-6 %d,2' % (L0 + 14, y - hh + 7, 30, X - L0 - 34),
            '#d69a70',
            3,
            opacity=0.6,
            filter='url(#b1)',
        )
    )
    f.append(
        '<path d="M%d,%d q-7,2 -6,9 q1,6 9,6" fill="none" stroke="#5a3a3a" stroke-width="2"/>'
        % (L0 + 12, y - 6)
    )
    f.append(
        st(
            soft([(X - 18, y - hh + 1), (X - 1, y - 3), (X - 4, y + hh - 3)], False),
            '#ffd9a0',
            3,
            opacity=0.95,
            filter='url(#b1)',
        )
    )
# thumb over the first finger
f.append(
    el(
        soft(
            [
                (716, 322),
                (740, 300),
                (776, 286),
                (806, 284),
                (822, 294),
                (818, 308),
                (796, 314),
                (768, 324),
                (744, 344),
                (720, 350),
            ],
            t=0.5,
        ),
        '#ad7657',
        stroke='#3a2430',
        stroke_width=1.6,
    )
    + el(
        soft(
            [(702, 330), (724, 306), (750, 296), (762, 312), (748, 336), (722, 352), (704, 350)],
            t=0.5,
        ),
        '#615472',
    )
    + st(
        soft([(758, 293), (780, 285), (806, 284), (822, 294)], False),
        '#ffdfae',
        3.4,
        opacity=0.95,
        filter='url(#b1)',
    )
    + '<path d="M804,290 q10,0 12,7 q-4,6 -12,6" fill="none" stroke="#6a443c" stroke-width="2"/>'
    + '</g>'
)
f.append(st('M798,414 L%s' % xy(piv), '#f0cfa0', 4) + ell(piv[0], piv[1], 6, 7, '#4a3a48'))
fg = '<g id="stall">' + ''.join(f) + '</g>'
lx, ly = 1236, 330
lm = [
    '<rect width="1920" height="1080" fill="#2b2a56"/>',
    '<g style="mix-blend-mode:screen">'
    + ell(lx, ly + 120, 900, 640, 'url(#pool)', opacity=0.95)
    + '</g>',
    '<g style="mix-blend-mode:screen">'
    + ell(lx - 150, 790, 760, 170, 'url(#pool)', opacity=1)
    + ell(lx - 160, 650, 420, 200, 'url(#pool)', opacity=0.6)
    + '</g>',
    '<g style="mix-blend-mode:screen">'
    + ell(830, 400, 270, 220, 'url(#pool)', opacity=0.55)
    + '</g>',
    '<g style="mix-blend-mode:screen">'
    + ell(600, 760, 330, 170, 'url(#pool)', opacity=0.55)
    + '</g>',
    '<g style="mix-blend-mode:screen">'
    + ell(420, 430, 520, 240, 'url(#pool)', opacity=0.28)
    + '</g>',
]
D.append(
    '<mask id="sm" maskUnits="userSpaceOnUse" x="-60" y="-60" width="2040" height="1200"><use xlink:href="#stall" filter="url(#white)"/></mask>'
)
B.append(
    '<g id="L2-stall" style="isolation:isolate">'
    + fg
    + '<g style="mix-blend-mode:multiply" mask="url(#sm)"><g>'
    + ''.join(lm)
    + '</g></g></g>'
)
# ---- L3 the lamp, breath
o = []
o.append(
    '<g style="mix-blend-mode:screen">' + ell(lx, ly, 600, 480, 'url(#glow)', opacity=0.6) + '</g>'
)
o.append(
    st('M%d,120 V%d' % (lx, ly - 104), '#17182f', 3)
    + st(
        'M%d,%d C%d,%d %d,%d %d,%d'
        % (lx - 44, ly + 34, lx - 78, ly - 60, lx - 44, ly - 106, lx, ly - 106)
        + ' M%d,%d C%d,%d %d,%d %d,%d'
        % (lx + 44, ly + 34, lx + 78, ly - 60, lx + 44, ly - 106, lx, ly - 106),
        '#23203a',
        5,
    )
    + st(
        'M%d,%d C%d,%d %d,%d %d,%d'
        % (lx - 41, ly + 34, lx - 74, ly - 60, lx - 42, ly - 102, lx, ly - 103),
        '#ffcf86',
        1.6,
        opacity=0.7,
    )
)
o.append(
    '<g>'
    + el('M%d,%d h40 l8,14 h-56z' % (lx - 20, ly - 84), '#2b2440')
    + el('M%d,%d h56 l10,12 h-76z' % (lx - 28, ly - 70), '#3a2f48')
    + el(
        'M%d,%d C%d,%d %d,%d %d,%d H%d C%d,%d %d,%d %d,%dz'
        % (
            lx - 26,
            ly - 58,
            lx - 50,
            ly - 26,
            lx - 46,
            ly + 10,
            lx - 26,
            ly + 34,
            lx + 26,
            lx + 46,
            ly + 10,
            lx + 50,
            ly - 26,
            lx + 26,
            ly - 58,
        ),
        '#ffd893',
        opacity=0.5,
    )
    + ell(lx, ly - 6, 34, 40, '#ffe0a0', opacity=0.6, filter='url(#b8)')
    + el(
        'M%d,%d C%d,%d %d,%d %d,%d C%d,%d %d,%d %d,%dz'
        % (
            lx,
            ly - 38,
            lx + 18,
            ly - 12,
            lx + 16,
            ly + 10,
            lx,
            ly + 16,
            lx - 16,
            ly + 10,
            lx - 18,
            ly - 12,
            lx,
            ly - 38,
        ),
        '#fff6df',
        filter='url(#b2)',
    )
    + st(
        'M%d,%d C%d,%d %d,%d %d,%d'
        % (lx - 27, ly - 56, lx - 49, ly - 26, lx - 45, ly + 10, lx - 26, ly + 32),
        '#fff0cc',
        2,
        opacity=0.7,
    )
    + st(
        'M%d,%d H%d M%d,%d C%d,%d %d,%d %d,%d'
        % (
            lx - 44,
            ly - 14,
            lx + 44,
            lx + 4,
            ly - 56,
            lx + 36,
            ly - 20,
            lx + 30,
            ly + 10,
            lx + 8,
            ly + 32,
        ),
        '#6a4a3a',
        2,
        opacity=0.7,
    )
    + el('M%d,%d h72 l10,34 q-46,14 -92,0z' % (lx - 36, ly + 34), '#33283e')
    + st('M%d,%d h72' % (lx - 36, ly + 35), '#ffd083', 3, opacity=0.9)
    + st('M%d,%d q46,12 90,0' % (lx - 45, ly + 66), '#b8754c', 2.4, opacity=0.7)
    + '</g>'
)
o.append(ell(lx, ly - 6, 120, 120, 'url(#glow)', opacity=0.85))


def br(P, op):
    return (
        '<g filter="url(#f16)" opacity="%s">' % op
        + ''.join(ell(x, y, rx, ry, 'url(#breath)') for x, y, rx, ry in P)
        + '</g>'
    )


o.append(
    br(
        [
            (60, 318, 130, 60),
            (170, 300, 130, 66),
            (280, 276, 120, 70),
            (380, 244, 110, 66),
            (250, 330, 110, 44),
        ],
        0.75,
    )
)
o.append(
    br(
        [
            (1880, 392, 130, 60),
            (1780, 366, 130, 70),
            (1670, 338, 120, 70),
            (1570, 300, 110, 70),
            (1500, 262, 90, 60),
            (1690, 404, 100, 40),
        ],
        0.9,
    )
)
o.append(
    '<g style="mix-blend-mode:screen">'
    + ell(1110, 812, 460, 36, 'url(#glow)', opacity=0.16)
    + ell(965, 664, 150, 50, 'url(#glow)', opacity=0.3)
    + '</g>'
)
B.append('<g id="L3-lamp">' + ''.join(o) + '</g>')
# ---- L4 awning over us
a = []
E0 = [
    (-40, 196),
    (60, 204),
    (150, 184),
    (270, 212),
    (380, 190),
    (500, 214),
    (620, 186),
    (740, 208),
    (860, 178),
    (990, 200),
    (1110, 172),
    (1236, 190),
    (1360, 170),
    (1480, 196),
    (1600, 176),
    (1720, 206),
    (1830, 184),
    (1960, 204),
]
edge = []
for i in range(len(E0) - 1):
    (xa, ya), (xb, yb) = E0[i], E0[i + 1]
    for u in (0, 0.25, 0.5, 0.75):
        edge.append(
            (
                xa + (xb - xa) * u,
                178
                + (ya - 190) * 0.5 * (1 - u)
                + (yb - 190) * 0.5 * u
                + (0, 16, 22, 17)[int(u * 4)]
                + R.uniform(-2.5, 2.5),
            )
        )
edge.append((1960, 186))
# the poles it hangs on
for x, x2 in ((150, 112), (1806, 1830)):
    a.append(
        '<g filter="url(#cut2)">'
        + el('M%d,140H%dL%d,1100H%dz' % (x - 15, x + 15, x2 + 18, x2 - 18), '#14152e')
        + '</g>'
    )
a.append(
    st('M164,190L128,1080', '#e8a868', 2.6, opacity=0.45, filter='url(#b1)')
    + st('M1792,190L1814,1080', '#ffc98a', 3, opacity=0.6, filter='url(#b1)')
)
a.append(
    '<g filter="url(#cut)">'
    + el('M-60,-60H1980V190L' + soft(edge[::-1], False, 0.5)[1:] + 'L-60,190z', 'url(#tarp)')
    + '</g>'
)
for i, (x, y) in enumerate(edge[4:-4:4]):
    a.append(
        st(
            'M%d,%d Q%s,%s %s,-20'
            % (x, y - 4, n(x + (960 - x) * 0.05), n(y * 0.5), n(x + (x - 1236) * 0.10)),
            '#1b1d3c',
            n(3 + (i % 3) * 2),
            opacity=0.5,
            filter='url(#b2)',
        )
    )
a.append(
    el(
        'M-60,-60H1980V190L' + soft(edge[::-1], False, 0.5)[1:] + 'L-60,190z',
        '#000',
        filter='url(#weave)',
        opacity=0.5,
    )
)
# patch, stitched
a.append(
    '<g filter="url(#cut2)">'
    + el('M560,58L688,44L702,140L574,150z', '#4d4468')
    + '</g>'
    + st('M566,64L684,50L697,135L579,145z', '#8a7a8c', 2.4, stroke_dasharray='9 8', opacity=0.7)
)
a.append(
    '<g style="mix-blend-mode:screen">'
    + ell(1236, 176, 460, 150, 'url(#glow)', opacity=0.5)
    + '</g>'
)
a.append(
    st(
        soft([(x, y + 1) for x, y in edge], False),
        'url(#rimh)',
        3.2,
        opacity=0.85,
        filter='url(#b1)',
    )
)
a.append('<rect x="0" y="850" width="1920" height="230" fill="url(#vig)"/>')
B.append('<g id="L4-awning">' + ''.join(a) + '</g>')
pull('market', D, B, '#12132b', 'awning')
