"""Three people cross the frozen river by moonlight; far off, one window."""
from atelier import *

HOR = 372
CAM = 96
F = 1120
MX, MY = 1392, 176
RIVER = chaikin(
    [
        (2600, 260),
        (1000, 270),
        (350, 330),
        (0, 470),
        (-180, 760),
        (-420, 1300),
        (-520, 2100),
        (-1100, 3600),
        (-1500, 9000),
    ],
    2,
)
LIGHT = (0.72, 0.48, 0.30)


def hgt(x, z):
    wx = x / 1400 + 0.2 * fbm(x / 1500, z / 1500, 2, 140)
    wz = z / 1400 + 0.2 * fbm(x / 1500 + 7, z / 1500, 2, 144)
    m = ridged(wx + 5.2, wz + 2.9, 5, 13, 0.33, 2.1, 0.85)
    d = dist_poly(x, z, RIVER)
    hw = (215 - 110 * smooth(500, 2600, z)) + 26 * fbm(x / 170, z / 170, 3, 15)
    bank = smooth(hw, hw + 30, d) * 10
    v = smooth(300, 2000, d)
    far = smooth(500, 5200, z)
    near = smooth(430, 560, z + 0.30 * x + 60 * fbm(x / 140, z / 140, 3, 17)) * (x < 200) + smooth(
        300, 420, z
    ) * (x >= 200)
    return (-5 + bank + v * (m * (230 + 760 * far) + 30)) * near - 5 * (1 - near)


R = [('#0a1630', '#2c466c'), ('#132645', '#40608a'), ('#3f628c', '#8fb0cb')]


def sky(c):
    t = YY / HOR + 0.03 * fbm(XX / 420, YY / 90, 3, 60)
    c.over(
        ramp(
            [
                (0, '#07122b'),
                (0.3, '#0e2144'),
                (0.6, '#1d3c66'),
                (0.85, '#3d6389'),
                (1.05, '#6d93ae'),
            ],
            t,
        ),
        1,
    )
    r = random.Random(4)
    s = ''.join(
        f'<circle cx="{r.uniform(0,W):.0f}" cy="{r.uniform(0,330)**1:.0f}" r="{r.choice([.7,.8,.9,1.2,1.6])}" opacity="{r.uniform(.25,.9):.2f}"/>'
        for _ in range(230)
    )
    c.put(svg(f'<g fill="#dfeaf2">{s}</g>'), 0.8)
    n = fbm(XX / 560, YY / 70, 5, 90) + 0.2 * fbm(XX / 120, YY / 30, 3, 95)
    glow_ell(c, MX, MY, 720, 430, '#8fb7d2', 0.55, 2.0)
    cl = smooth(0.02, 0.30, n) * np.exp(-(((YY - 190) / 120) ** 2))
    c.over(
        ramp([(0, '#1b3358'), (1, '#86a9c4')], np.exp(-np.hypot((XX - MX) / 560, (YY - MY) / 200))),
        cl * 0.62,
    )
    d = np.hypot(XX - MX, YY - MY)
    c.over(rgb('#f4efdc'), smooth(47.6, 46.4, d) * 0.97)
    cr = fbm(XX / 16, YY / 16, 3, 300)
    c.over(rgb('#cfd3cf'), smooth(0.08, 0.16, cr) * smooth(46, 43, d) * 0.55)
    glow(c, MX, MY, 150, '#fff2d0', 0.5, 2.0)
    cl2 = smooth(0.12, 0.22, fbm(XX / 300, YY / 24, 4, 190)) * np.exp(-(((YY - 206) / 22) ** 2))
    c.over(rgb('#4a6d92'), cl2 * 0.75)


# who, x and y of the feet, height; and the way each came, back to the near bank
PEOPLE = [('man', 878.5, 605.5, 89), ('woman', 934.5, 615, 86), ('child', 966.8, 619, 56)]
TRACKS = [
    [
        (883, 610),
        (874, 630),
        (850, 685),
        (818, 747),
        (753, 841),
        (691, 913),
        (635, 976),
        (555, 1075),
    ],
    [
        (938, 619),
        (938, 665),
        (928, 720),
        (900, 792),
        (870, 850),
        (844, 895),
        (767, 1016),
        (724, 1075),
    ],
    [
        (970, 622),
        (975, 650),
        (977, 685),
        (965, 755),
        (942, 830),
        (917, 899),
        (857, 1017),
        (824, 1075),
    ],
]


def main():
    sc = Scene('crossing')
    sky(sc.layer())
    wets = []
    for z0, z1 in ((2400, 13000), (1050, 2400), (300, 1050)):
        m = landscape(hgt, CAM, HOR, F, z0, z1, 700, 0, LIGHT, ss=SS, nearest=z0 == 300)
        paint_land(sc.layer(), m, R, (0.33, 0.60), (300, 9000), 1.7, 0.08, ('#6f93ae', 0.6, 80))
        wets.append(down(m['water'] * m['hitraw'], m['ss']))
    wm = np.maximum.reduce(wets)
    # ---- frozen river: swept snow, dark windows of ice, cracks, the moon's road
    ice = sc.layer()
    p = (YY - HOR) / (H - HOR)  # 0 far .. 1 near : perspective of every mark below
    sx = XX - 960
    u = sx / np.maximum(p, 0.02) / 9
    v = 1 / np.maximum(p, 0.02) * 40
    base = ramp(
        [(0, '#86a6c0'), (0.25, '#5f84a8'), (0.6, '#3a5e88'), (1, '#1c3660')],
        p + 0.10 * fbm(XX / 300, YY / 40, 3, 7),
    )
    drift = fbm(u / 46 + 0.4 * fbm(u / 90, v / 20, 2, 5), v / 7.5, 5, 31)
    base = mixc(
        base,
        ramp([(0, '#c4d8e4'), (0.5, '#86a8c6'), (1, '#5b7fa8')], p),
        smooth(0.02, 0.10, drift) * 0.75,
    )
    dark = fbm(u / 60 + 3, v / 9 + 2, 4, 51)
    base = mixc(
        base,
        ramp([(0, '#4b7196'), (0.5, '#1c3b63'), (1, '#0c2145')], p),
        smooth(0.13, 0.19, dark) * 0.85,
    )
    # a field of snow, swept smooth, for the three to stand against
    field = 1.05 - np.hypot((XX - 935) / 370, (YY - 566) / 76) + 0.5 * drift
    base = mixc(
        base,
        ramp([(0, '#b4cddd'), (1, '#8fb0cf')], smooth(505, 650, YY)),
        smooth(0.02, 0.3, field) * 0.85,
    )
    road = np.exp(-(((XX - MX - (YY - HOR) * 0.02) / (95 + 260 * p)) ** 2))
    spark = smooth(0.05, 0.22, fbm(XX / (26 + 60 * p), YY / (1.6 + 2.6 * p), 3, 71))
    base = mixc(base, rgb('#e9f0ea'), road * (0.22 + 0.55 * spark) * smooth(1.0, 0.05, p))
    edge = gaussian_filter((wm < 0.5).astype(float), (6 * S, 22 * S))
    base = mixc(
        base, rgb('#c9dbe6'), smooth(0.16, 0.22, edge + 0.14 * fbm(XX / 60, YY / 8, 4, 190)) * 0.75
    )
    ice.over(base, wm)
    r = random.Random(21)
    cr = []
    for k in range(15):
        x, y = r.uniform(120, 1750), r.uniform(560, 980)
        a = r.uniform(-0.3, 0.3) + (3.14 if r.random() < 0.5 else 0)
        pts = [(x, y)]
        for i in range(r.randint(5, 11)):
            pp = (y - HOR) / (H - HOR)
            st = r.uniform(26, 70) * (0.3 + pp)
            a += r.uniform(-0.5, 0.5)
            x += math.cos(a) * st
            y += math.sin(a) * st * 0.22 * (1 if r.random() < 0.8 else -1)
            pts.append((x, y))
        cr.append(
            f'<path d="M{"L".join(f"{a:.1f},{b:.1f}" for a,b in pts)}" stroke-width="{.5+1.3*((pts[0][1]-HOR)/(H-HOR)):.1f}"/>'
        )
    crk = svg(
        f'<g fill="none" stroke="#b9d0df" opacity=".5" stroke-linejoin="bevel">{"".join(cr)}</g>'
    )
    ice.over(crk[..., :3], crk[..., 3] * wm)
    # ---- forest on the far bank, one window
    r = random.Random(9)
    o = []
    for k in range(250):
        x = r.uniform(-10, 1930)
        y = 508 + 26 * math.sin(x / 330 + 1) - 0.02 * (x - 700) + r.uniform(-22, 8)
        if 150 < x < 760:
            y -= 36 * math.exp(-(((x - 520) / 190) ** 2))
        if (
            wm[min(PH - 1, int((y + 1) * S)), min(PW - 1, max(0, int(x * S)))] > 0.4
            or wm[min(PH - 1, int((y + 9) * S)), min(PW - 1, max(0, int(x * S)))] > 0.4
        ):
            continue
        o.append(
            (
                y,
                spruce(
                    x,
                    y,
                    r.uniform(38, 92) * (1 if r.random() < 0.8 else 1.3),
                    r,
                    r.choice(['#0a1631', '#0c1a38', '#0e1f40', '#122747']),
                ),
            )
        )
    o = [b for _, b in sorted(o)]
    fo = sc.layer()
    hut = '<g transform="translate(1086,505)"><path d="M0,0v-13l-3,0 7,-12h30l8,12h-3v13z" fill="#0b1631"/><path d="M3,-14l5,-10h27l6,10z" fill="#6e8fb0" opacity=".7"/><rect x="14" y="-10" width="5" height="5.4" fill="#ffcf86"/></g>'
    fo.put(svg(''.join(o[:170]) + hut + ''.join(o[170:])))
    halo(fo, 1102, 498, 64, 0.6)
    ice2 = sc.layer()
    ice2.over(
        rgb('#ffc878'),
        np.exp(-(((XX - 1102) / (5 + 14 * p)) ** 2))
        * smooth(520, 548, YY)
        * smooth(760, 560, YY)
        * smooth(-0.1, 0.2, fbm(XX / 40, YY / 3, 2, 210))
        * 0.6
        * wm,
    )
    sc.part('mist', 0.10)
    mi = sc.layer()
    mi.over(
        rgb('#9fbdd1'),
        smooth(-0.3, 0.5, fbm(XX / 560, YY / 70, 4, 200))
        * (0.5 * np.exp(-(((YY - 520) / 34) ** 2)) + 0.2 * np.exp(-(((YY - 640) / 60) ** 2))),
    )
    # ---- three people, from behind, hand in hand; their tracks; long shadows from the moon
    sc.part('people', 0.20)
    pe = sc.layer()
    shadow = ''.join(
        f'<g transform="translate({x},{y-2}) skewX(-36) scale({h/100:.3f},{h/100*.75:.3f})"><path d="{FIG[k]}" fill="url(#sh)"/></g>'
        for k, x, y, h in PEOPLE
    )
    fp = ''
    r = random.Random(2)
    for way in TRACKS:
        xs, ys = zip(*chaikin(way, 2))
        for i in range(60):
            q = 1 / (1 / (ys[0] - HOR) - i * 0.0000473)  # even steps, in perspective
            yy = HOR + q
            if yy > 1072:
                break
            s_ = q * 0.0112
            xx = np.interp(yy, ys, xs) + (s_ if i % 2 else -s_)
            fp += f'<ellipse cx="{xx+r.uniform(-.1,.1)*s_:.1f}" cy="{yy:.1f}" rx="{s_:.1f}" ry="{s_*.6:.1f}" fill="#12305c" opacity=".7"/><path d="M{xx-s_*.9:.1f},{yy+s_*.5:.1f}q{s_*.9:.1f},{s_*.52:.1f} {s_*1.8:.1f},0" stroke="#b5d9f8" stroke-width="{s_*.14:.1f}" fill="none" opacity=".4"/>'
    (man, woman, child), RIM = PEOPLE, '#f1f5f3'
    ppl = (
        fig(
            *man,
            '#0a1127',
            RIM,
            1.1,
            extra=f'<path d="{FIG["pack"]}" fill="#16223f"/><path d="M-12,80C-6,83 6,83 12,80L13,76C6,79 -6,79 -13,76z" fill="#6d8bb0" opacity=".9"/>',
        )
        + fig(
            *woman,
            '#0e1a36',
            RIM,
            1.1,
            extra=f'<path d="{FIG["scarf"]}" fill="#7a342f"/><path d="M4,99C11,97 12,88 8.5,82C10,87 9,95 3,98.6z" fill="#b5604c"/>',
        )
        + fig(*child, '#0a1127', RIM, 1.0)
    )
    pe.put(
        svg(
            fp + f'<g opacity=".62">{shadow}</g>' + ppl,
            '<linearGradient id="sh" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="140"><stop offset="0" stop-color="#0a2450" stop-opacity=".95"/><stop offset="1" stop-color="#14305f" stop-opacity="0"/></linearGradient>',
        )
    )
    # ---- near bank: snow, reeds, a willow leaning in
    sc.part('near', 0.85)
    ne = sc.layer()
    base = (
        lambda x: 1006 - 120 * step(700, -80, x) - 96 * step(1450, 1980, x) + 7 * math.sin(x / 70)
    )
    top = [(x, base(x)) for x in range(-20, 1960, 12)]
    snowland = 'M-20,1100L' + 'L'.join(f'{a},{b:.1f}' for a, b in top) + 'L1960,1100z'
    r = random.Random(31)
    tw = []
    sn = []
    branch(70, 1010, -1.18, 330, 44, r, 6, tw, 0.42, sn)
    branch(150, 1000, -0.9, 210, 22, r, 5, tw, 0.3, sn)
    r = random.Random(44)
    branch(1870, 980, -1.85, 250, 26, r, 5, tw, -0.5, sn)
    # drifts round the feet of the trees
    r = random.Random(7)
    drifts = ''.join(
        f'<path d="{blob(x, y, rx, ry, r, 15, 0.86, 1.06)}" fill="{fill}"/>'
        for x, y, rx, ry, fill in (
            (96, 1052, 250, 46, '#1c3560'),
            (80, 1082, 270, 50, '#101f40'),
            (1850, 1022, 170, 44, '#1c3560'),
            (1872, 1050, 190, 48, '#101f40'),
        )
    )
    body = (
        f'<path d="{snowland}" fill="url(#nb)"/>'
        + reeds(-20, 520, base, 70, 200, 120, '#081127', 0.2, 3, 0.55)
        + reeds(1480, 1960, base, 60, 190, 130, '#081127', -0.16, 4, 0.55)
        + f'<path d="{"".join(tw)}" fill="#070f22"/><path d="{"".join(sn)}" fill="#9db9cf" opacity=".8"/>'
        + drifts
        + reeds(-20, 640, lambda x: base(x) + 46, 30, 110, 110, '#050b1b', 0.2, 8, 0.3)
        + reeds(1380, 1960, lambda x: base(x) + 46, 30, 100, 120, '#050b1b', -0.1, 9, 0.3)
    )
    ne.put(
        svg(
            body,
            '<linearGradient id="nb" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#4a6b93"/><stop offset=".25" stop-color="#1d3761"/><stop offset="1" stop-color="#081228"/></linearGradient>',
        )
    )
    return sc


if __name__ == '__main__':
    main().pull()
