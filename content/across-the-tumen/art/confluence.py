"""A frozen confluence from a hill at dusk: one river to the left, one to the right.  World in metres."""
from atelier import *
from folk import figure
from frozen import flat_world, ice

HOR = 436
CAM = 150.0
F = 1100
V = View(CAM, HOR, F)
LIGHT = (-0.84, 0.44, 0.22)
GX = 470  # where the day went
STEM = [(40, 300), (30, 520), (70, 700), (150, 860)]
LEFT = [
    (150, 860),
    (40, 1010),
    (-250, 1120),
    (-560, 1330),
    (-640, 1620),
    (-980, 2000),
    (-1500, 2400),
]
LEFT += [(-1700, 3000), (-2500, 4000), (-4200, 6200)]
RIGHT = [
    (150, 860),
    (330, 1000),
    (480, 1230),
    (800, 1420),
    (1090, 1800),
    (1160, 2300),
    (1750, 2900),
]
RIGHT += [(2700, 4200), (4400, 6400)]
STEM, LEFT, RIGHT = (chaikin(p, 2) for p in (STEM, LEFT, RIGHT))


def hgt(x, z):
    wx = x / 1450 + 0.18 * fbm(x / 1500, z / 1500, 2, 240)
    wz = z / 1450 + 0.18 * fbm(x / 1500 + 7, z / 1500, 2, 244)
    m = ridged(wx + 8.35, wz + 4.6, 5, 21, 0.33, 2.1, 0.85)
    d = np.minimum.reduce([dist_poly(x, z, p) for p in (STEM, LEFT, RIGHT)])
    hw = 64 + 12 * fbm(x / 130, z / 130, 3, 205) + 18 * smooth(1000, 760, z)
    bank = smooth(hw, hw + 16, d) * 7
    v = smooth(70, 1250, d)
    far = smooth(900, 5200, z)
    peak = 250 * np.exp(-(((x - 420) / 900) ** 2) - ((z - 3900) / 1200) ** 2)
    spur = 150 * np.exp(-(((x - 60) / 210) ** 2) - ((z - 1620) / 330) ** 2)
    q = fbm(x / 130, z / 130, 3, 230) * 9 * smooth(90, 260, d)
    return (
        -4 + bank + v * (m * (190 + 760 * far) + 24 + peak * (0.6 + 0.8 * m)) + q + spur * (0.7 + m)
    )


R = [('#1b1f42', '#5d5578'), ('#2f3059', '#85708c'), ('#6a6389', '#c79aa0')]


def sky(c):
    t = (
        YY / HOR
        + 0.035 * fbm(XX / 420, YY / 90, 3, 60)
        + 0.20 * np.exp(-(((XX - GX) / 640) ** 2)) * smooth(0.25, 1, YY / HOR)
    )
    c.over(
        ramp(
            [
                (0, '#10183a'),
                (0.25, '#1e2850'),
                (0.48, '#3a3d69'),
                (0.68, '#6a5a80'),
                (0.86, '#a5788c'),
                (1.02, '#cf9a96'),
                (1.2, '#e0b3a2'),
            ],
            t,
        ),
        1,
    )
    r = random.Random(14)
    c.put(
        svg(
            '<g fill="#dfe6f2">'
            + ''.join(
                f'<circle cx="{r.uniform(0,W):.0f}" cy="{r.uniform(0,200):.0f}" r="{r.choice([.7,.8,1.,1.4])}" opacity="{r.uniform(.2,.8):.2f}"/>'
                for _ in range(80)
            )
            + '</g>'
        ),
        0.7,
    )
    n_ = fbm(XX / 620, YY / 44, 5, 290) + 0.22 * fbm(XX / 150, YY / 16, 3, 295)
    band = np.exp(-(((YY - 215) / 80) ** 2))
    c.over(
        ramp([(0, '#2b2f58'), (0.6, '#6b5578'), (1, '#b98490')], smooth(90, 320, YY)),
        smooth(0.06, 0.22, n_) * band * 0.7,
    )
    c.over(
        rgb('#d49c96'),
        smooth(0.19, 0.30, n_)
        * band
        * 0.6
        * np.exp(-(((XX - GX) / 620) ** 2))
        * smooth(120, 260, YY),
    )


def huts(wm):
    """the two windows, each with its house, on either river; returns SVG and the lamps' places"""
    o, lamps = '', []
    for x, z, s in ((-512, 1225, 1), (640, 1450, -1)):
        X, Y = V(x, 4, z)
        k = V.k(z) * 2.7  # larger than life
        w, h = 8.6 * k, 2.6 * k
        o += (
            f'<path d="M{X-w/2:.1f},{Y:.1f}v{-h:.1f}h{w:.1f}v{h:.1f}z" fill="#211f40"/>'
            f'<path d="M{X-w/2-.8*k:.1f},{Y-h:.1f}L{X-w/2+1.4*k:.1f},{Y-h-2.3*k:.1f}H{X+w/2-1.4*k:.1f}L{X+w/2+.8*k:.1f},{Y-h:.1f}z" fill="#17172f"/>'
            f'<path d="M{X-w/2+.4*k:.1f},{Y-h-.9*k:.1f}L{X-w/2+1.4*k:.1f},{Y-h-2.3*k:.1f}H{X+w/2-1.4*k:.1f}L{X+w/2-1.1*k:.1f},{Y-h-1.5*k:.1f}z" fill="#9c8ba6"/>'
            f'<path d="M{X+s*2.2*k-.4*k:.1f},{Y-h-2.1*k:.1f}v{-1.5*k:.1f}h{.8*k:.1f}v{1.5*k:.1f}z" fill="#17172f"/>'
            f'<rect x="{X-s*1.4*k-.75*k:.1f}" y="{Y-h*.78:.1f}" width="{1.5*k:.1f}" height="{1.35*k:.1f}" fill="#ffcf86"/>'
        )
        lamps.append((X - s * 1.4 * k, Y - h * 0.5, k))
    return o, lamps


Y_ = dict(
    coat=('#d8a7a8', '#5d5480', '#393563', '#262448'),
    trousers=(None, '#383457', '#26233f', '#1b1a33'),
    boot=(None, '#2a2745', '#1a1930', '#131327'),
    head=('#b56f66', '#84403a', '#7a342f', '#4c1d27'),
    mitt=(None, '#5a5277', '#3b3759', '#2a2745'),
    hair=(None, '#2a2540', '#1b1830', '#131226'),
    fold='#17162f',
)
S_ = dict(
    Y_,
    coat=('#d3abb0', '#54708f', '#365172', '#243757'),
    head=('#d8bcc0', '#8b86a4', '#615f82', '#434364'),
)


def hill():
    """the knoll they stand on, its snow and its grass"""
    r = random.Random(12)
    brow = [
        (-30, 604),
        (90, 614),
        (220, 640),
        (360, 652),
        (500, 656),
        (640, 648),
        (760, 646),
        (850, 652),
    ]
    brow += [
        (920, 672),
        (985, 712),
        (1040, 764),
        (1120, 822),
        (1230, 872),
        (1380, 910),
        (1560, 930),
    ]
    brow += [(1760, 918), (1960, 884)]
    line = chaikin(brow, 3)
    at = lambda x: float(np.interp(x, [p[0] for p in line], [p[1] for p in line]))
    body = (
        'M-30,1110L'
        + 'L'.join(f'{a:.1f},{b + r.uniform(-1.6, 1.6):.1f}' for a, b in line)
        + 'L1960,1110z'
    )
    o = [f'<path d="{body}" fill="url(#hl)"/>']
    lip = [(a, b) for a, b in line]
    under = [
        (a, b + 7 + 9 * (0.5 + 0.5 * math.sin(a / 47)) + 5 * math.sin(a / 19)) for a, b in line
    ]
    o.append(f'<path d="{path(lip + under[::-1])}" fill="url(#lip)"/>')
    for _ in range(60):  # wind ridges in the snow
        x = r.uniform(-40, 900)
        t = r.random() ** 0.8
        y = at(x) + 18 + t * 210
        w = r.uniform(70, 260) * (0.6 + t)
        tilt = (at(x + 30) - at(x - 30)) / 60
        h = w * r.uniform(0.016, 0.034)
        col = r.choice(['#6f688f', '#211f42', '#5a557d'])
        o.append(
            f'<g transform="translate({x:.0f},{y:.0f}) rotate({math.degrees(math.atan(tilt))*.8:.1f})">'
            f'<path d="{blob(0, 0, w / 2, h, r, 13, 0.7, 1.1)}" fill="{col}" opacity="{0.42*(1-t*.75):.2f}"/></g>'
        )
    return o, at


def tufts(at, x0, x1, n_, lo, hi, col, seed, lean=-0.1, dy=6):
    r = random.Random(seed)
    d = ''
    for _ in range(n_):
        cx = r.uniform(x0, x1)
        for _ in range(r.randint(3, 8)):
            x = cx + r.gauss(0, 7)
            y = at(x) + dy + r.uniform(0, 8)
            h = r.uniform(lo, hi)
            l = (lean + r.uniform(-0.35, 0.35)) * h
            d += f'M{x-1.2:.1f},{y:.1f}Q{x+l*.2:.1f},{y-h*.7:.1f} {x+l:.1f},{y-h:.1f}Q{x+l*.35+1:.1f},{y-h*.5:.1f} {x+1.2:.1f},{y:.1f}z'
    return f'<path d="{d}" fill="{col}"/>'


def main():
    sc = Scene('confluence')
    heaven = sc.layer()
    sky(heaven)
    m = landscape(hgt, CAM, HOR, F, 330, 12500, 2600, 0, LIGHT, ss=SS, nearest=True)
    land = sc.layer()
    paint_land(land, m, R, (0.35, 0.60), (420, 8000), 1.6, 0.08, ('#b58a94', 0.55, 90))
    wm = down(m['water'] * m['hitraw'], m['ss'])
    # ice that keeps the sky: rose on the left, blue on the right
    side = smooth(300, 1650, XX + 0.8 * (YY - HOR))
    mirror = mixc(
        ramp([(0, '#dba9a2'), (0.4, '#a98698'), (1, '#4a4872')], smooth(HOR + 30, 800, YY)),
        ramp([(0, '#9a92ae'), (0.4, '#6f7aa2'), (1, '#343f6e')], smooth(HOR + 30, 800, YY)),
        side,
    )
    col = ice(
        wm,
        CAM,
        HOR,
        F,
        mirror,
        ('#e6cfcb', '#a9a5c2'),
        ('#6a6288', '#262c58'),
        '#d9c9d2',
        0.85,
        131,
        0.0,
        (4, 12),
    )
    land.over(col, wm)
    x, z = flat_world(CAM, HOR, F)
    field = fbm(x / 190 + 0.5 * fbm(x / 90, z / 90, 2, 271), z / 70, 4, 270) + 0.10 * fbm(
        x / 30, z / 16, 3, 274
    )
    low = down(((m['h'] < 40) & (m['z'] < 3000)).astype(float), m['ss']) * (1 - wm)
    snow = mixc(rgb('#a58fa4'), rgb('#5d5a85'), smooth(520, 760, YY))
    land.over(snow, low * smooth(0.04, 0.10, field) * 0.5)
    land.over(rgb('#23244a'), low * smooth(0.16, 0.22, fbm(x / 120, z / 50, 4, 277)) * 0.4)
    # woods along the rivers and on the spur
    r = random.Random(9)
    o = []
    pw = lambda X, Y: wm[min(PH - 1, max(0, int(Y * S))), min(PW - 1, max(0, int(X * S)))]
    one = lambda x, z: float(hgt(np.array([[float(x)]]), np.array([[float(z)]]))[0, 0])
    for _ in range(1900):
        z = r.uniform(820, 2300)
        x = r.uniform(-0.9, 0.9) * z
        if fbm(np.array([x / 260.0]), np.array([z / 300.0]), 3, 250)[0] < 0.13:
            continue
        y = one(x, z)
        if y < 3.5 or y > 130:
            continue
        X, Y = V(x, y, z)
        if pw(X, Y + 2) > 0.3 or pw(X, Y + 7) > 0.3:
            continue
        t = min(1, (z - 700) / 2200)
        h = r.uniform(13, 24) * V.k(z)
        o.append(
            (
                z,
                spruce(
                    X,
                    Y + 1,
                    h,
                    r,
                    hexmix(r.choice(['#141634', '#191b3b', '#1f2145']), '#6a5f80', t * 0.75),
                ),
            )
        )
    hs, lamps = huts(wm)
    grove = ''
    for X, Y, k in lamps:
        for i in range(17):
            dx = r.uniform(-62, 62)
            grove += spruce(
                X + dx,
                Y - 1 + abs(dx) * 0.03,
                r.uniform(26, 50),
                r,
                r.choice(['#141634', '#191b3b']),
            )
    wood = sc.layer()
    wood.put(svg(''.join(b for _, b in sorted(o, key=lambda q: -q[0]))))
    wood.put(svg(grove + hs))
    for X, Y, k in lamps:
        halo(wood, X, Y, 46, 0.62)
        f = (
            np.exp(-(((XX - X) / (3.4 + 0.05 * np.maximum(YY - Y, 0))) ** 2))
            * smooth(Y + 8, Y + 16, YY)
            * smooth(Y + 74, Y + 22, YY)
            * smooth(-0.2, 0.2, fbm(XX / 30, YY / 2.6, 2, 210))
        )
        wood.over(rgb('#ffc878'), f * 0.7 * wm)
    sc.part('mist', 0.12)
    mi = sc.layer()
    k = smooth(-0.3, 0.5, fbm(XX / 520, YY / 46, 4, 200))
    tint = mixc(rgb('#d3a29c'), rgb('#8f8aac'), smooth(300, 1500, XX))
    mi.over(
        tint,
        k
        * (
            0.46 * np.exp(-(((YY - 486) / 24) ** 2))
            + 0.20 * np.exp(-(((YY - 556) / 26) ** 2)) * smooth(700, 1500, XX)
        ),
    )
    # ---- the knoll, the two, the ruler
    sc.part('hill', 0.5)
    o, at = hill()
    yx, sx = 668, 772
    yf, sf = at(yx) + 9, at(sx) + 13
    sh = (
        f'<path d="M{yx-10},{yf-2}C{yx+60},{yf+2} {yx+190},{yf+44} {yx+330},{yf+96}L{yx+296},{yf+104}C{yx+170},{yf+60} {yx+60},{yf+18} {yx-14},{yf+4}z" fill="#15163a" opacity=".5"/>'
        f'<path d="M{sx-8},{sf-2}C{sx+50},{sf+4} {sx+150},{sf+44} {sx+240},{sf+84}L{sx+214},{sf+90}C{sx+130},{sf+52} {sx+50},{sf+16} {sx-12},{sf+3}z" fill="#15163a" opacity=".5"/>'
    )
    ruler = (
        '<g transform="rotate(-1.5 26 -108)"><rect x="4" y="-113.6" width="46" height="4.6" fill="#3f8a63"/>'
        '<rect x="4" y="-113.6" width="46" height="1.3" fill="#9fd6ae"/>'
        + ''.join(
            f'<rect x="{5+i*1.5:.1f}" y="-110.6" width=".5" height="{1.5 if i%5 else 1.6}" fill="#1f4f3c" opacity=".8"/>'
            for i in range(30)
        )
        + '</g>'
    )
    o.append(tufts(at, -20, 620, 26, 12, 44, '#1a1a38', 3))
    o.append(tufts(at, 800, 1010, 10, 10, 34, '#1a1a38', 4))
    o.append(f'<g filter="url(#b3)">{sh}</g>')
    o.append(figure('woman', yx, yf, 214, Y_, -1, turn=0.6))
    o.append(
        figure(
            'child',
            sx,
            sf,
            164,
            S_,
            -1,
            arms=(None, [(13, -73), (24.5, -82), (28.6, -102)]),
            held=ruler,
            turn=1.0,
        )
    )
    d = ''
    for way in (
        [(yx, yf), (610, yf + 46), (520, yf + 120), (380, yf + 210)],
        [(sx, sf), (716, sf + 52), (622, sf + 128), (478, sf + 214)],
    ):
        xs, ys = zip(*chaikin(way, 2))
        for i in range(22):
            t = (i + 0.6) / 22
            yy = ys[0] + (ys[-1] - ys[0]) * t**1.25
            xx = float(np.interp(yy, ys, xs)) + (6 if i % 2 else -6) * (0.7 + t)
            s_ = 4.6 + 4.5 * t
            d += f'<ellipse cx="{xx:.1f}" cy="{yy:.1f}" rx="{s_:.1f}" ry="{s_*.46:.1f}" fill="#1a1a3c" opacity="{.75*(1-t*.6):.2f}"/><path d="M{xx-s_:.1f},{yy+s_*.3:.1f}q{s_:.1f},{s_*.5:.1f} {2*s_:.1f},0" stroke="#9c92b4" stroke-width="{s_*.14:.1f}" fill="none" opacity="{.5*(1-t):.2f}"/>'
    o.insert(-2, d)
    o.append(tufts(at, 560, 740, 5, 6, 15, '#191936', 14, dy=18))
    hl = sc.layer()
    hl.put(
        svg(
            ''.join(o),
            '<linearGradient id="hl" gradientUnits="userSpaceOnUse" x1="300" y1="600" x2="420" y2="1000"><stop offset="0" stop-color="#6d6489"/><stop offset=".3" stop-color="#3c3a63"/><stop offset=".7" stop-color="#1b1c3d"/><stop offset="1" stop-color="#101128"/></linearGradient>'
            '<linearGradient id="lip" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="1400" y2="0"><stop offset="0" stop-color="#c9a0a6"/><stop offset=".5" stop-color="#8d7f9f"/><stop offset="1" stop-color="#3c3d66"/></linearGradient>'
            '<filter id="b3" x="-.2" y="-.4" width="1.4" height="1.8"><feGaussianBlur stdDeviation="3"/></filter>',
        )
    )
    # ---- near: a bare birch at the right, the dark foot
    sc.part('near', 0.85)
    ne = sc.layer()
    rb = random.Random(31)
    base = lambda x: 1044 - 164 * step(1300, 1960, x) + 8 * math.sin(x / 70)
    top = [(x, base(x)) for x in range(-20, 1960, 12)]
    tw, sn = [], []
    branch(1842, 960, -1.52, 340, 32, rb, 6, tw, -0.12, sn)
    branch(1902, 960, -1.75, 250, 22, rb, 5, tw, -0.1, sn)
    ne.put(
        svg(
            f'<path d="{"".join(tw)}" fill="#0f1026"/><path d="{"".join(sn)}" fill="#8f86a8" opacity=".7"/>'
            f'<path d="M-20,1100L{"L".join(f"{a},{b:.1f}" for a, b in top)}L1960,1100z" fill="#0f1028"/>'
            + reeds(1380, 1960, base, 26, 96, 90, '#0d0e22', -0.16, 4, 0.1)
        )
    )
    return sc


if __name__ == '__main__':
    main().pull()
