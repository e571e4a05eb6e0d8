"""The mine town on the Tumen at dusk: row houses, head-frame, mirror river, three lit windows."""
from atelier import *

rnd = random.Random(11)
HOR = 392
CAM = 118
F = 1150
RIVER = chaikin(
    [
        (-2600, 520),
        (-700, 470),
        (-150, 440),
        (260, 520),
        (520, 760),
        (760, 1050),
        (900, 1500),
        (960, 2300),
        (1300, 3600),
        (1500, 9000),
    ],
    2,
)


def hgt(x, z):
    wx = x / 1500 + 0.18 * fbm(x / 1500, z / 1500, 2, 40)
    wz = z / 1500 + 0.18 * fbm(x / 1500 + 7, z / 1500, 2, 44)
    m = ridged(wx + 0.35, wz + 0.2, 5, 3, 0.33, 2.1, 0.85)
    d = dist_poly(x, z, RIVER)
    hw = (150 - 60 * smooth(500, 2600, z)) + 18 * fbm(x / 160, z / 160, 2, 5)
    terrace = smooth(hw, hw + 36, d) * 12
    v = smooth(330, 1900, d + 0.45 * np.maximum(z - 700, 0) * smooth(200, -600, x))
    far = smooth(500, 5200, z)
    terrace = terrace * smooth(380, 430, z) - 6 * (1 - smooth(380, 430, z))
    v = v * smooth(380, 470, z)
    return -8 + terrace + v * (m * (240 + 930 * far) + 30)


LIGHT = (0.86, 0.42, 0.22)
INK, RIM = '#17152b', '#e6a878'  # the two by the fence


def sky(c):
    t = YY / HOR + 0.035 * fbm(XX / 420, YY / 90, 3, 60)
    t = t + 0.14 * np.exp(-(((XX - 1330) / 620) ** 2)) * smooth(0.2, 1, t)
    c.over(
        ramp(
            [
                (0, '#1b2347'),
                (0.28, '#343a66'),
                (0.52, '#6c5278'),
                (0.74, '#b26f73'),
                (0.92, '#e89c6e'),
                (1.06, '#f9cf95'),
                (1.2, '#fbe0b4'),
            ],
            t,
        ),
        1,
    )
    # cloud bars, cut like bokashi strips
    n = fbm(XX / 520, YY / 46, 4, 90) + 0.25 * fbm(XX / 130, YY / 16, 3, 95)
    band = np.exp(-(((YY - 205) / 95) ** 2))
    f = smooth(0.10, 0.26, n) * band
    c.over(ramp([(0, '#4a4370'), (0.5, '#8d5a76'), (1, '#e6987a')], smooth(80, 330, YY)), f * 0.75)
    f2 = smooth(0.2, 0.34, n) * band
    c.over(rgb('#f4b486'), f2 * 0.55 * smooth(120, 300, YY))
    glow_ell(c, 1320, HOR - 20, 900, 330, '#ffc27a', 0.55, 1.7)


def house(x, y, s, w, lit=(), snow=True, flip=False, rows=3):
    """a row ("harmonica") house: long low wall, tile roof, one chimney a family"""
    o = []
    wh = 15 * s
    rh = 13 * s
    ov = 3 * s
    dx = 7 * s * (-1 if flip else 1)
    j = lambda a: a + rnd.uniform(-0.6, 0.6) * s
    wall, shade, roof, roofl = '#8f8399', '#5c5676', '#2b2a48', '#a99db2'
    o.append(f'<path d="M{x:.1f},{y:.1f}h{w:.1f}v{-wh:.1f}h{-w:.1f}z" fill="{wall}"/>')
    o.append(
        f'<path d="M{x:.1f},{y-wh:.1f}h{w:.1f}v{3.4*s:.1f}h{-w:.1f}z" fill="{shade}" opacity=".8"/>'
    )
    o.append(
        f'<path d="M{x:.1f},{y-2*s:.1f}h{w:.1f}v{2*s:.1f}h{-w:.1f}z" fill="{shade}" opacity=".55"/>'
    )
    # roof
    x0, x1 = x - ov, x + w + ov
    o.append(
        f'<path d="M{j(x0):.1f},{y-wh+1.5*s:.1f}L{j(x0+dx+4*s):.1f},{y-wh-rh:.1f}L{j(x1-4*s+dx*.4):.1f},{y-wh-rh:.1f}L{j(x1):.1f},{y-wh+1.5*s:.1f}z" fill="{roof}"/>'
    )
    if snow:
        a = rnd.uniform(0.02, 0.12)
        b = rnd.uniform(0.7, 0.97)
        xa = x0 + dx + 4 * s + (w) * a
        xb = x0 + w * b
        pts = [(xa, y - wh - rh), (xb, y - wh - rh)]
        n = 7
        for i in range(n + 1):
            t = 1 - i / n
            pts.append(
                (
                    xa + (xb - xa) * t + rnd.uniform(-2, 2) * s,
                    y - wh - rh + rh * (rnd.uniform(0.35, 0.95)),
                )
            )
        o.append(
            '<path d="M'
            + 'L'.join(f'{a:.1f},{b:.1f}' for a, b in pts)
            + f'z" fill="{roofl}" opacity=".92"/>'
        )
    n = max(2, int(w / (17 * s)))
    for i in range(n):
        cx = x + w * (i + 0.5) / n
        isl = i in lit
        ww, hh = 4.6 * s, 5.6 * s
        if isl and (cx, y - wh + 7 * s, 52 * s) not in LIT:
            LIT.append((cx, y - wh + 7 * s, 52 * s))
        o.append(
            f'<rect x="{cx-ww/2:.1f}" y="{y-wh+4.6*s:.1f}" width="{ww:.1f}" height="{hh:.1f}" fill="{"#ffd083" if isl else "#332f4d"}"/>'
        )
        if i % 2 == 0:
            ccx = cx + 4 * s
            o.append(
                f'<rect x="{ccx:.1f}" y="{y-wh-rh-6*s:.1f}" width="{2.6*s:.1f}" height="{8*s:.1f}" fill="#23213b"/>'
            )
    return ''.join(o)


def smoke(x, y, h, drift, w=5, op=0.5):
    p = []
    q = []
    for i in range(24):
        t = i / 23
        cx = x + drift * t**1.7 + 5 * math.sin(t * 7 + x) * t
        cy = y - h * t**0.9
        ww = 0.8 + w * t * 2.4
        p.append((cx - ww * 0.6, cy - ww * 0.3))
        q.append((cx + ww * 0.8, cy + ww * 0.4))
    P = chaikin(p + q[::-1], 1, True)
    return (
        '<path d="M'
        + 'L'.join(f'{a:.1f},{b:.1f}' for a, b in P)
        + f'z" fill="url(#smk)" filter="url(#soft)" opacity="{op}"/>'
    )


def pole(x, y, h):
    return f'<path d="M{x-.9},{y}L{x-.6},{y-h}h1.3L{x+1},{y}z M{x-h*.12},{y-h*.93}h{h*.24}v1.4h{-h*.24}z M{x-h*.09},{y-h*.83}h{h*.18}v1.2h{-h*.18}z" fill="#1d1b33"/>'


def wires(ps, h, col='#1d1b33'):
    o = ''
    for (x0, y0, h0), (x1, y1, h1) in zip(ps, ps[1:]):
        for side in (-0.11, 0.11):
            a = (x0 + side * h0, y0 - h0 * 0.93)
            b = (x1 + side * h1, y1 - h1 * 0.93)
            sag = abs(x1 - x0) * 0.06
            o += f'<path d="M{a[0]:.1f},{a[1]:.1f}Q{(a[0]+b[0])/2:.1f},{(a[1]+b[1])/2+sag:.1f} {b[0]:.1f},{b[1]:.1f}" fill="none" stroke="{col}" stroke-width=".8" opacity=".75"/>'
    return o


def village_svg():
    o = []
    rnd.seed(11)
    # spoil heap + head-frame of the mine, on the left shoulder
    o.append(
        '<path d="M60,572C120,548 150,512 186,484C204,468 222,448 240,440C252,442 258,452 272,462C300,486 336,528 420,566z" fill="#2c2845"/>'
        '<path d="M240,440C252,442 258,452 272,462C300,486 336,528 420,566L330,568C310,548 300,530 286,520C280,500 262,486 258,470C250,462 246,450 240,440z" fill="#4a3f5e"/>'
        '<path d="M240,440C248,452 251,466 258,470L264,488C254,480 248,470 243,458C230,470 214,486 200,494C212,478 228,456 240,440zM292,500C304,518 322,536 338,552L322,546C306,532 298,516 292,500zM150,540C166,532 178,520 190,516C182,530 170,542 156,550zM222,520C228,512 234,506 236,496C242,512 238,530 230,544C228,534 226,528 222,520z" fill="#9a86a2" opacity=".75"/>'
    )
    hx, hy = 452, 556
    o.append(
        f'<g fill="none" stroke="#1f1c33" stroke-width="3.2" stroke-linejoin="round"><path d="M{hx-16},{hy}L{hx-7},{hy-96}h16L{hx+18},{hy}M{hx+9},{hy-92}L{hx+58},{hy}"/>'
        f'<g stroke-width="1.6"><path d="M{hx-14},{hy-18}L{hx+12},{hy-40}M{hx+15},{hy-18}L{hx-12},{hy-40}M{hx-12},{hy-40}L{hx+10},{hy-62}M{hx+12},{hy-40}L{hx-10},{hy-62}M{hx-10},{hy-62}L{hx+9},{hy-86}M{hx+10},{hy-62}L{hx-8},{hy-86}M{hx-14},{hy-18}H{hx+15}M{hx-12},{hy-40}H{hx+12}M{hx-10},{hy-62}H{hx+10}"/></g>'
        f'<circle cx="{hx+1}" cy="{hy-103}" r="10.5" stroke-width="2.4"/><path stroke-width="1.1" d="M{hx-9},{hy-103}h20M{hx+1},{hy-113}v20M{hx-6},{hy-110}l14,14M{hx+8},{hy-110}l-14,14"/></g>'
    )
    o.append(
        f'<path d="M{hx+40},{hy+2}v-34l26,-12 26,12v34z" fill="#28243d"/><path d="M{hx+40},{hy-32}l26,-12 26,12v3l-26,-11 -26,11z" fill="#9d8fa6"/>'
    )
    # conveyor from the shaft to the heap
    o.append(
        f'<path d="M{hx-14},{hy-46}L246,446l-2,-8L{hx-12},{hy-57}z" fill="#25213a"/>'
        + ''.join(
            f'<path d="M{x},{446+(x-246)*.33:.0f}V566" stroke="#25213a" stroke-width="2"/>'
            for x in (300, 350, 400)
        )
    )
    g = random.Random(8)
    for k in range(70):
        cx = g.uniform(20, 1330)
        cy = g.uniform(556, 648)
        w = g.uniform(14, 80) * (cy - 500) / 120
        h = w * 0.06
        if cx > 1180 + (650 - cy) * 1.2:
            continue
        pts = [
            (
                cx + w * math.cos(t / 9 * 6.283) * g.uniform(0.6, 1.1),
                cy + h * math.sin(t / 9 * 6.283) * g.uniform(0.5, 1.3),
            )
            for t in range(9)
        ]
        o.append(
            '<path d="M'
            + 'L'.join(f'{a:.1f},{b:.1f}' for a, b in chaikin(pts, 1, True))
            + f'z" fill="{"#c9a3a4" if k%3 else "#5b4c6a"}" opacity=".55"/>'
        )
    rows = [
        (548, 0.74, [(560, 118, ()), (700, 96, ()), (812, 128, ()), (968, 90, ())]),
        (571, 0.95, [(520, 150, ()), (690, 132, (3,)), (850, 150, ()), (1022, 116, ())]),
        (
            600,
            1.2,
            [
                (150, 150, ()),
                (330, 168, ()),
                (530, 160, ()),
                (716, 190, ()),
                (930, 170, (2,)),
                (1128, 120, ()),
            ],
        ),
        (
            634,
            1.5,
            [(40, 190, ()), (262, 215, (5,)), (512, 200, ()), (752, 230, ()), (1018, 170, ())],
        ),
    ]
    for y, s, hs in rows:
        # poplars behind rows
        for k in range(9):
            px = rnd.uniform(60, 1240)
            ph = rnd.uniform(26, 46) * s
            if rnd.random() < 0.55:
                o.append(
                    f'<path d="M{px:.1f},{y}C{px-4*s:.1f},{y-ph*.3:.1f} {px-3.2*s:.1f},{y-ph*.8:.1f} {px:.1f},{y-ph:.1f}C{px+3.4*s:.1f},{y-ph*.75:.1f} {px+4*s:.1f},{y-ph*.3:.1f} {px:.1f},{y}z" fill="#252340" opacity=".72"/>'
                )
        for x, w, lit in hs:
            o.append(house(x + rnd.uniform(-6, 6), y + rnd.uniform(-3, 3), s, w, lit))
    for x, y, h, dr in [
        (604, 520, 110, 150),
        (742, 545, 120, 150),
        (980, 565, 150, 190),
        (322, 590, 150, 170),
        (826, 590, 128, 150),
        (1070, 560, 90, 120),
    ]:
        o.append(smoke(x, y, h, dr, 5.2, 0.5))
    # brushwood fence along the river lane, and two people going home
    for x in range(30, 1240, 7):
        if (x // 97) % 4 == 3:
            continue
        hh = g.uniform(7, 11)
        o.append(
            f'<path d="M{x},{641}l{g.uniform(-.8,.8):.1f},{-hh:.1f}h1.6l.4,{hh:.1f}z" fill="#2a2743" opacity=".9"/>'
        )
    o.append(
        '<path d="M30,634.5H1236" stroke="#2a2743" stroke-width="1" opacity=".7" stroke-dasharray="286 102"/>'
    )
    o.append(
        fig('woman', 598, 649.5, 36, INK, RIM, -0.7) + fig('child', 611.5, 651, 24, INK, RIM, -0.6)
    )
    ps = [
        (20, 628, 66),
        (210, 640, 72),
        (470, 650, 78),
        (745, 654, 80),
        (1010, 648, 76),
        (1232, 636, 66),
    ]
    o.append(wires(ps, 0) + ''.join(pole(*p) for p in ps))
    return ''.join(o)


DEFS = '''<linearGradient id="smk" x1="0" y1="1" x2=".5" y2="0"><stop offset="0" stop-color="#e4c9c4"/><stop offset=".35" stop-color="#d8b6b4" stop-opacity=".75"/><stop offset="1" stop-color="#e2b7a4" stop-opacity="0"/></linearGradient>
<filter id="soft" x="-.5" y="-.3" width="2" height="1.6"><feTurbulence type="fractalNoise" baseFrequency=".025 .04" numOctaves="3" seed="4" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="22" xChannelSelector="R" yChannelSelector="G"/><feGaussianBlur stdDeviation="1.6"/></filter>'''
LIT = []  # x, y and glow of each lit window, gathered while the houses are drawn
RAMPS = [('#242745', '#7a6480'), ('#39365a', '#a47c86'), ('#7d6784', '#dba58d')]


def main():
    sc = Scene('village')
    heaven = sc.layer()
    sky(heaven)
    land = (RAMPS, (0.34, 0.60), (300, 9000), 1.6, 0.07, ('#d79a86', 0.55, 95))
    wets = []
    for z0, z1 in ((2300, 13000), (980, 2300), (300, 980)):
        m = landscape(hgt, CAM, HOR, F, z0, z1, 700, 0, LIGHT, ss=SS, nearest=z0 == 300)
        paint_land(sc.layer(), m, *land)
        wets.append(down(m['water'] * m['hitraw'], m['ss']))
    wm = np.maximum.reduce(wets)
    # water: a true mirror of sky and land, the front of the village flipped, then rippled
    refl = Canvas()
    rows = np.clip((HOR - (YY[:, 0] - HOR) * 0.92), 4, HOR + 60) * S
    refl.over(heaven.a[rows.astype(int)][..., :3], 1)
    ml = mirror_land(
        lambda c, m: paint_land(c, m, *land),
        hgt,
        CAM,
        HOR,
        F,
        [(2300, 13000), (980, 2300), (470, 980)],
        500,
        LIGHT,
    )
    refl.put(ml)
    refl.put(svg(f'<g transform="translate(0,1284) scale(1,-1)">{village_svg()}</g>', DEFS), 0.8)
    dw = smooth(610, 900, YY)
    r = ripple(refl.a[..., :3], 5 + 26 * dw)
    tint = ramp(
        [(0, '#e0a88c'), (0.3, '#8f6c86'), (0.65, '#3a3a63'), (1, '#1a2044')], smooth(520, 900, YY)
    )
    wc = mixc(r, tint, 0.22 + 0.5 * dw)
    st = fbm(XX / (60 + 70 * dw), YY / (1.5 + 1.6 * dw), 3, 151)
    wc = mixc(
        wc,
        rgb('#ffd2a0'),
        smooth(0.22, 0.30, st)
        * 0.45
        * np.exp(-(((XX - 1330 - (YY - 600) * 0.1) / 300) ** 2))
        * smooth(930, 760, YY),
    )
    wc = mixc(
        wc,
        rgb('#12173a'),
        smooth(0.20, 0.28, fbm(XX / 170, YY / 5, 3, 171)) * 0.42 * smooth(660, 900, YY),
    )
    wc = mixc(
        wc,
        rgb('#9a86a0'),
        smooth(0.27, 0.31, fbm(XX / 110, YY / 2.4, 3, 175)) * 0.35 * smooth(640, 700, YY),
    )
    dd = gaussian_filter((wm < 0.5).astype(float), (7 * S, 26 * S))
    ice = smooth(0.20, 0.24, dd + 0.20 * fbm(XX / 70, YY / 8, 4, 190))
    wc = mixc(
        wc,
        ramp([(0, '#e3bdaf'), (0.4, '#a695ae'), (1, '#6d6f9a')], smooth(560, 880, YY)),
        ice * 0.9,
    )
    wl = sc.layer()
    wl.over(wc, wm)
    vill = svg(village_svg(), DEFS)
    hl = sc.layer()
    hl.put(vill)
    for x, y, r_ in LIT:
        halo(hl, x, y, r_, 0.55)
    for x, y, r_ in LIT:  # the lamp finds the river
        if y > 620:
            f = (
                np.exp(-(((XX - x) / (7 + (YY - 650) * 0.05)) ** 2))
                * smooth(650, 662, YY)
                * smooth(820, 690, YY)
                * smooth(-0.05, 0.2, fbm(XX / 40, YY / 3, 2, 210))
            )
            wl.over(rgb('#ffc873'), np.clip(f, 0, 1) * 0.8 * wm)
    sc.part('mist', 0.12)
    ml = sc.layer()
    n = smooth(-0.25, 0.5, fbm(XX / 520, YY / 60, 4, 200))
    ml.over(
        rgb('#e9bd9f'),
        n * 0.42 * np.exp(-(((YY - 655) / 30) ** 2))
        + n * 0.25 * np.exp(-(((YY - 540) / 26) ** 2)) * smooth(300, 1500, XX),
    )
    sc.part('near', 0.85)
    sc.layer().put(svg(near_svg()))
    return sc


def near_svg():
    r = random.Random(5)
    base = (
        lambda x: 968
        - 74 * math.exp(-(((x - 1750) / 420) ** 2))
        - 58 * math.exp(-(((x - 60) / 360) ** 2))
        + 10 * math.sin(x / 90)
    )
    top = [(x, base(x) + r.uniform(-3, 3)) for x in range(-20, 1960, 16)]
    land = 'M-20,1100L' + 'L'.join(f'{a},{b:.1f}' for a, b in top) + 'L1960,1100z'
    snow = ''
    for k in range(26):
        cx = r.uniform(0, 1920)
        cy = base(cx) + r.uniform(14, 70)
        w = r.uniform(40, 170)
        h = w * r.uniform(0.05, 0.1)
        pts = [
            (
                cx + w * math.cos(t / 12 * 6.283) * r.uniform(0.75, 1.1),
                cy + h * math.sin(t / 12 * 6.283) * r.uniform(0.6, 1.2),
            )
            for t in range(12)
        ]
        snow += 'M' + 'L'.join(f'{a:.1f},{b:.1f}' for a, b in chaikin(pts, 1, True)) + 'z'
    o = f'<path d="{land}" fill="#12142b"/><path d="{snow}" fill="#6a6a93" opacity=".55"/>'
    o += (
        reeds(-20, 620, base, 60, 190, 150, '#0d0f22', 0.16, 3, 0.5)
        + reeds(1380, 1960, base, 60, 210, 170, '#0d0f22', -0.12, 4, 0.5)
        + reeds(500, 1500, base, 20, 70, 120, '#0f1126', 0.1, 6, 0.2)
    )
    return o


if __name__ == '__main__':
    main().pull()
