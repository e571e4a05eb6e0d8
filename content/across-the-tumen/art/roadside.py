"""The taxi from outside, some way off, at night by a cold river: its roof lamp on, its back window misted, nobody
to be made out.  On the road ahead of it fresh snow, without a track."""
from outdoors import *

HOR = 430
CAMH = 7.2
E = Eye(1000, HOR, 1300, CAMH)
INK = '#070f1e'
CAR = (2.75, 34.0, 76)  # nose away from us, a little to the left
ROAD = chaikin(
    [
        (5.4, 2),
        (4.4, 12),
        (3.5, 24),
        (2.2, 36),
        (-1.5, 52),
        (-4.6, 70),
        (1, 95),
        (16, 130),
        (40, 190),
        (60, 300),
    ],
    3,
)
BANK = chaikin(
    [
        (-3.6, 4),
        (-4.4, 14),
        (-5.4, 26),
        (-7.6, 38),
        (-12.5, 52),
        (-16, 70),
        (-12, 98),
        (2, 136),
        (24, 200),
        (70, 420),
        (400, 2000),
    ],
    3,
)


def side_of(x, z, pts):
    """x of the line at that z"""
    zs, xs = [p[1] for p in pts], [p[0] for p in pts]
    return np.interp(z, zs, xs)


def sky(c):
    heaven(
        c,
        [
            (0, '#091428'),
            (0.25, '#10213a'),
            (0.55, '#1c3a56'),
            (0.8, '#385a70'),
            (0.95, '#5d7c88'),
            (1.1, '#728e94'),
        ],
        HOR,
        65,
        0.04,
    )
    q = random.Random(6)
    s = ''.join(
        f'<circle cx="{q.uniform(0, W):.0f}" cy="{q.uniform(0, 300):.0f}" r="{q.choice([.7, .9, 1.1, 1.6])}" opacity="{q.uniform(.2, .85):.2f}"/>'
        for _ in range(190)
    )
    c.put(svg(f'<g fill="#dbe7ea">{s}</g>'), 0.75)
    bars(c, '#16304a', 250, 60, 101, 0.04, 0.18, 0.7, 700, 26)
    bars(c, '#8aa3a6', 352, 30, 104, 0.06, 0.2, 0.55, 620, 12)


def far_shore(c):
    """hills of the other bank: no light on them"""
    ridge(
        c,
        rolling(432, 150, 31, 360),
        ('#2a4a60', '#365a70', '#557a8a'),
        34,
        90,
        34,
        0.9,
        (0.45, 0.62),
        ('#5d7c88', 330, 436, 0.55),
    )
    ridge(
        c,
        rolling(440, 56, 37, 260),
        ('#1b3850', '#264860', '#3f6478'),
        38,
        70,
        18,
        0.9,
        (0.5, 0.7),
        ('#4f7080', 400, 442, 0.35),
        foot=HOR + 8,
    )


def river(c, hills):
    x, z, on = E.ground()
    bx = side_of(x, z, BANK)
    wat = smooth(0.15, -0.15, x - bx + 0.5 * fbm(x / 4, z / 6, 3, 501) * np.minimum(1, z / 20)) * on
    rows = np.clip((2 * (HOR + 4) - YY[:, 0]), 2, HOR) * S
    refl = hills.a[rows.astype(int)][..., :3]
    r = ripple(refl, 5 + 12 * smooth(HOR, 900, YY), 530)
    col = mixc(
        r, ramp([(0, '#5a7a88'), (0.3, '#23425c'), (1, '#0a1a30')], smooth(HOR, 900, YY)), 0.45
    )
    for n_, lo, hi, cl, am in (
        (fbm(x / 9, z / 5, 4, 510), 0.12, 0.2, '#7f9ca8', 0.4),
        (fbm(x / 12 + 4, z / 4, 4, 512), 0.1, 0.22, '#0e2138', 0.5),
    ):
        col = mixc(col, rgb(cl), smooth(lo, hi, n_) * am * smooth(260, 60, z))
    # ice: a shelf at the bank and plates adrift
    d = bx - x
    e, idn, du, dv = plates(x / 4.6 + 0.1 * fbm(x / 3, z / 3, 2, 541), z / 6.0, 540, 0.95)
    dens = fbm(x / 22, z / 34, 4, 543) + 0.55 * np.exp(-np.maximum(d, 0) / 3.4) - 0.02
    ice = (
        smooth(0.05, 0.08, e + 0.02)
        * smooth(0.06, 0.1, dens + 0.25 * (idn - 0.5))
        * smooth(200, 120, z)
    )
    shelf = smooth(2.1, 1.7, d + 1.0 * fbm(x / 3, z / 4, 3, 545))
    ice = np.maximum(ice, shelf)
    top = mixc(mixc(rgb('#7d99a8'), rgb('#a3b9bf'), smooth(0.45, 0.5, idn)), rgb('#8aa5b2'), shelf)
    top = mixc(top, ramp([(0, '#9ab2ba'), (1, '#33506c')], smooth(HOR, 950, YY)), 0.5)
    col = mixc(
        col,
        rgb('#122840'),
        smooth(0.0, 0.08, gaussian_filter(ice, (3 * S, 2 * S)) - 0.1) * (1 - ice) * 0.5,
    )
    col = mixc(col, top, ice * 0.92)
    c.over(col, wat)
    return x, z, wat


def land(c, x, z, wat):
    on = (YY > HOR + 1).astype(float)
    lay = Canvas()
    snowfield(
        lay,
        E,
        [(0, '#6d8a96'), (0.1, '#6a8a9c'), (0.35, '#577a96'), (0.7, '#2f5174'), (1, '#16304f')],
        [(0, '#8aa6b0'), (0.35, '#84a3b6'), (1, '#3d6488')],
        [(0, '#4c6c80'), (0.35, '#3d5f7e'), (1, '#16304f')],
        520,
        190,
    )
    rx = side_of(x, z, ROAD)
    d = np.abs(x - rx)
    # the road: smooth new snow, a shallow lip each side
    new = smooth(3.1, 2.8, d + 0.25 * fbm(x / 2, z / 3, 3, 523)) * on
    lay.over(
        ramp(
            [(0, '#83a0ac'), (0.3, '#8fabbb'), (0.6, '#6d90ab'), (1, '#2f5276')],
            np.clip((YY - HOR) / (H - HOR), 0, 1),
        ),
        new * 0.92,
    )
    lip = np.exp(-(((d - 3.15) / 0.28) ** 2)) * on
    lay.over(rgb('#34567a'), lip * smooth(0.0, 0.5, x - rx) * 0.7)
    lay.over(rgb('#b4c8cf'), lip * smooth(0.0, 0.5, rx - x) * 0.5 * smooth(12, 30, z))
    # tracks behind the car only
    for off in (-0.72, 0.72):
        t = np.abs(x - rx - off - 0.0)
        tr = (
            smooth(0.15, 0.10, t + 0.03 * fbm(x / 0.3, z / 0.4, 2, 525))
            * smooth(CAR[1] - 0.8, CAR[1] - 1.6, z)
            * on
        )
        lay.over(rgb('#2c4a6a'), tr * 0.85)
        ed = np.exp(-(((t - 0.17) / 0.035) ** 2)) * smooth(CAR[1] - 0.8, CAR[1] - 1.6, z) * on
        lay.over(rgb('#b4c8cf'), ed * 0.4)
    # the bank's edge toward the water
    bd = x - side_of(x, z, BANK)
    lay.over(
        rgb('#1c3a58'),
        smooth(1.1, 0.2, bd + 0.5 * fbm(x / 1.5, z / 2, 3, 527)) * on * smooth(150, 60, z) * 0.9,
    )
    c.over(lay.a[..., :3], (1 - wat) * on)
    return rx


def posts(q):
    """low stone posts along the river side, each with its cap of snow; bare willows on the other"""
    o = []
    P = Place(E, 0, 0)
    for zz in (120, 104, 90, 78, 68, 59, 51, 44, 38, 32.6, 27.8, 23.6, 20):
        xr = float(np.interp(zz, [p[1] for p in ROAD], [p[0] for p in ROAD])) - 3.9
        o.append(
            box(
                P,
                xr - 0.14,
                xr + 0.14,
                zz - 0.14,
                zz + 0.14,
                0,
                0.78,
                '#284662',
                '#1b344e',
                '#8fabbb',
            )
        )
        a, b = E(xr - 0.16, 0.79, zz - 0.14), E(xr + 0.16, 0.79, zz - 0.14)
        o.append(snowlid([a, b], max(1.4, E.k(zz) * 0.09), '#a9bfc8', q))
    return ''.join(o)


def willows(q):
    o = []
    for xo, zz, h in (
        (9.5, 150, 8),
        (8.6, 104, 8.5),
        (10.5, 78, 8),
        (8.2, 60, 9),
        (11.4, 47, 8.6),
        (14.5, 36, 9.5),
    ):
        xr = float(np.interp(zz, [p[1] for p in ROAD], [p[0] for p in ROAD])) + xo
        X, Y = E(xr, 0, zz)
        hh = h * E.k(zz)
        tw, sn = [], []
        f = max(0, min(1, (zz - 30) / 110))
        branch(
            X,
            Y,
            -1.57 + q.uniform(-0.12, 0.08),
            hh * 0.36,
            hh * 0.055,
            q,
            6 if zz < 90 else 4,
            tw,
            q.uniform(-0.2, 0.2),
            sn,
        )
        o.append(
            f'<path d="{"".join(tw)}" fill="{hexmix("#10243a", "#3d5f74", f)}"/><path d="{"".join(sn)}" fill="#9ab4c0" opacity=".7"/><path d="{blob(X, Y + hh*.006, hh*.07, hh*.014 + 1, q, 11, 0.8, 1.1)}" fill="#7596ab"/>'
        )
    return ''.join(o)


TC = dict(
    dark='#12263a',
    body='#22405a',
    light='#3c617c',
    glass='#0f1f33',
    sheen='#4a6b80',
    tyre='#08121f',
    snow='#a9bfc8',
    shadow='#16304c',
    back='#8fa9b2',
)


def main():
    sc = Scene('roadside')
    c = sc.layer()
    sky(c)
    far_shore(c)
    hills = Canvas()
    hills.put(c.a)
    x, z, wat = river(c, hills)
    rx = land(c, x, z, wat)
    q = random.Random(13)
    o = []
    for i in range(150):
        x_ = 1010 + 930 * q.random() ** 0.9
        h_ = q.uniform(5, 15) * (0.6 + 0.6 * (x_ - 1000) / 900)
        y_ = HOR + 7 + q.uniform(-3, 6)
        o.append(
            f'<path d="{blob(x_, y_ - h_ * .5, q.uniform(9, 24), h_ * .6, q, 9, 0.6, 1.15)}" fill="{q.choice(["#2b4c62", "#355a70", "#24445a"])}"/>'
        )
    c.put(svg(''.join(o)), 0.9)
    c.over(
        rgb('#7d98a0'),
        np.exp(-(((YY - HOR - 16) / 12) ** 2))
        * smooth(-0.4, 0.4, fbm(XX / 300, YY / 30, 3, 207))
        * 0.55,
    )
    q = random.Random(3)
    c.put(svg(group([willows(q)]), KNIFE))
    c.put(svg(group([posts(q)], 'filter="url(#knife0)"'), KNIFE))
    on = YY > HOR + 4
    p = Place(E, CAR[0], CAR[1], -CAR[2])
    body, spots = car(p, TC, sun=(-0.5, 0.8, 0.1))
    rl = spots['roof']
    k = p.k()
    # what the roof lamp gives to the snow around, in three steps
    g = np.exp(-(((x - CAR[0]) / 3.6) ** 2) - ((z - CAR[1]) / 6.5) ** 2) * on
    c.over(
        rgb('#e0a863'),
        (
            0.5 * g**1.5 * 0.62
            + 0.5 * steps3(g, ((0.14, 0.12), (0.4, 0.18), (0.72, 0.22)), 0.14, 470, 0.1)
        )
        * (1 - wat),
    )
    sc.part('car', 0.2)
    ca = sc.layer()
    lamp = (
        f'<path d="M{rl[0]-.30*k:.1f},{rl[1]+.15*k:.1f}l{.06*k:.1f},{-.22*k:.1f}h{.48*k:.1f}l{.06*k:.1f},{.22*k:.1f}z" fill="#ffe2ae"/>'
        f'<path d="M{rl[0]-.30*k:.1f},{rl[1]+.15*k:.1f}h{.6*k:.1f}v{.03*k:.1f}h{-.6*k:.1f}z" fill="#12263a"/>'
        f'<path d="M{rl[0]-.15*k:.1f},{rl[1]+.02*k:.1f}h{.09*k:.1f}M{rl[0]-.02*k:.1f},{rl[1]+.02*k:.1f}h{.05*k:.1f}M{rl[0]+.07*k:.1f},{rl[1]+.02*k:.1f}h{.09*k:.1f}" stroke="#b07a3c" stroke-width="{.06*k:.1f}" opacity=".8"/>'
    )
    # the misted pane: pale, darker where it has run
    ca.put(svg(body, KNIFE))
    runs = []
    bw = lambda t, v: p(
        4.02 - LONG / 2 + (3.28 - 4.02) * t, 0.98 + (1.43 - 0.98) * t, v * (0.8 + (0.6 - 0.8) * t)
    )
    for _ in range(12):
        v = q.uniform(-0.8, 0.8)
        a, b = bw(0.88, v), bw(q.uniform(0.12, 0.6), v)
        runs.append(stroke([a, b], '#5d7c8c', q.uniform(0.8, 1.8), 0.6))
    warm = fill(
        [bw(0.5, -0.85), bw(0.5, 0.85), bw(0.92, 0.85), bw(0.92, -0.85)],
        '#e0b887',
        0.4,
        ' filter="url(#soft2)"',
    )
    pl = [
        p(LONG / 2 + 0.01, y_, v_)
        for v_, y_ in ((-0.24, 0.56), (0.24, 0.56), (0.24, 0.7), (-0.24, 0.7))
    ]
    tl = ''.join(
        fill(
            [
                p(LONG / 2 + 0.01, y_, sg * v_)
                for v_, y_ in ((0.42, 0.66), (0.66, 0.66), (0.64, 0.8), (0.42, 0.8))
            ],
            '#4a4048',
        )
        for sg in (-1, 1)
    )
    ca.put(svg(fill(pl, '#8fa5ae') + tl + warm + ''.join(runs) + lamp, KNIFE))
    halo(ca, rl[0], rl[1], 120, 0.5)
    halo(ca, rl[0], rl[1], 34, 0.6)
    ca.put(svg(lamp))
    # exhaust, thin: the engine is on
    tail = p(LONG / 2 + 0.1, 0.3, 0.5)
    n = fbm(XX / 22, YY / 18, 3, 475)
    up = np.maximum(tail[1] - YY, -8)
    ca.over(
        rgb('#b9c9cc'),
        smooth(-0.3, 0.4, n)
        * np.exp(-(((XX - tail[0] - 6 - up * 0.35) / (9 + up * 0.28)) ** 2))
        * smooth(-6, 4, up)
        * smooth(95, 10, up)
        * 0.5,
    )
    sc.part('mist', 0.1)
    m = sc.layer()
    m.over(
        rgb('#86a0a8'),
        smooth(-0.3, 0.5, fbm(XX / 520, YY / 40, 4, 206))
        * (0.5 * np.exp(-(((YY - 452) / 18) ** 2)) + 0.16 * np.exp(-(((YY - 520) / 40) ** 2)))
        * smooth(1300, 500, XX),
    )
    sc.part('near', 0.85)
    ne = sc.layer()
    base = (
        lambda x_: 1000
        - 150 * step(520, -80, x_)
        - 40 * step(1300, 1960, x_)
        + 6 * math.sin(x_ / 66)
    )
    top = [(x_, base(x_)) for x_ in range(-20, 1960, 12)]
    ne.put(
        svg(
            '<path d="M-20,1100L'
            + 'L'.join(f'{a},{b:.1f}' for a, b in top)
            + 'L1960,1100z" fill="#0f2440"/>'
            + bend([(a, b + 1) for a, b in top[::4]], '#3d6488', 4, 0.55, ' filter="url(#soft2)"')
            + reeds(-20, 620, base, 80, 260, 130, '#081424', 0.2, 41, 0.6)
            + reeds(1520, 1960, base, 40, 130, 60, '#081424', -0.16, 42, 0.4)
            + '<path d="M-20,1100L'
            + 'L'.join(f'{a},{b+30:.1f}' for a, b in top)
            + 'L1960,1100z" fill="#0a1830"/>',
            KNIFE,
        )
    )
    ne.over(rgb(INK), smooth(800, 1060, YY) * 0.8)
    return sc


if __name__ == '__main__':
    main().pull()
