"""Seoul at dawn across the Han: Bukhansan, Namsan, the first metro, a mother and her child."""
from atelier import *

HOR = 520
CAM = 70
F = 1100
SX, SY = 640, 424
LIGHT = (-0.80, 0.42, 0.30)


def hgt(x, z):  # Bukhansan: bald granite domes over wooded ridges
    wx = x / 1500 + 0.2 * fbm(x / 1500, z / 1500, 2, 240)
    wz = z / 1500 + 0.2 * fbm(x / 1500 + 7, z / 1500, 2, 244)
    m = ridged(wx + 1.1, wz + 7.4, 5, 23, 0.34, 2.1, 0.85)

    def dome(cx, cz, r, hh):
        q = np.hypot((x - cx) / r, (z - cz) / r * 0.8) * (1 + 0.16 * fbm(x / 260, z / 260, 3, 260))
        return hh * np.clip(1 - q**1.9, 0, 1) ** 0.9

    far = smooth(2500, 6000, z)
    g = fbm(x / 120, z / 120, 4, 250) * 26
    return (
        far * (m * 620 + 30)
        + np.maximum.reduce(
            [
                dome(2560, 7700, 640, 1010),
                dome(3020, 7900, 560, 1120),
                dome(3560, 7900, 620, 860),
                dome(1300, 8600, 700, 560),
            ]
        )
        * 0.86
        + g * far
    )


R = [('#6b6488', '#8d86a8'), ('#8c7d9b', '#b59db0'), ('#d69f94', '#ecc0a2')]
r = random.Random(17)


def sky(c):
    t = (
        YY / 560
        + 0.03 * fbm(XX / 420, YY / 90, 3, 60)
        - 0.20 * np.exp(-(((XX - SX) / 900) ** 2)) * -smooth(0.2, 1, YY / 560)
    )
    c.over(
        ramp(
            [
                (0, '#3b4a7c'),
                (0.2, '#5d6a9a'),
                (0.42, '#9d8fb0'),
                (0.62, '#dba6a4'),
                (0.82, '#f4c49b'),
                (1.0, '#fde2b0'),
                (1.2, '#fff0cb'),
            ],
            t,
        ),
        1,
    )
    n = fbm(XX / 640, YY / 44, 5, 90) + 0.2 * fbm(XX / 140, YY / 18, 3, 95)
    f = smooth(0.06, 0.24, n) * np.exp(-(((YY - 210) / 120) ** 2))
    c.over(
        ramp(
            [(0, '#6a6796'), (0.5, '#c592a0'), (1, '#fcc79c')],
            smooth(60, 360, YY) + 0.25 * np.exp(-(((XX - SX) / 500) ** 2)),
        ),
        f * 0.8,
    )
    c.over(
        rgb('#ffe1b0'),
        smooth(0.22, 0.36, n)
        * np.exp(-(((YY - 230) / 100) ** 2))
        * 0.7
        * np.exp(-(((XX - SX) / 760) ** 2)),
    )
    glow_ell(c, SX, SY, 900, 420, '#ffdca0', 0.6, 1.8)
    d = np.hypot(XX - SX, YY - SY)
    c.over(rgb('#fff3d2'), smooth(54.5, 53.2, d))
    glow(c, SX, SY, 210, '#ffe9b8', 0.75, 1.8)


def block(
    x, y, w, h, f, face, side, sw=0, lit=None, seed=0, win='#ffe6b0', grid=(4.6, 6.2), roof=True
):
    """an apartment slab or office: lit face toward the sun, shaded side, quiet window grid"""
    q = random.Random(seed)
    o = f'<path d="M{x:.1f},{y:.1f}h{w:.1f}v{-h:.1f}h{-w:.1f}z" fill="{face}"/>'
    if sw:
        o += f'<path d="M{x+w:.1f},{y:.1f}h{sw:.1f}v{-h+sw*.12:.1f}l{-sw:.1f},{-sw*.12:.1f}z" fill="{side}"/>'
    if roof and h > 40 and q.random() < 0.6:
        o += f'<rect x="{x+w*.3:.1f}" y="{y-h-5:.1f}" width="{w*.3:.1f}" height="5.5" fill="{side}"/>'
    if lit is not None:
        gx, gy = grid
        d = ''
        e = ''
        ny = int((h - 8) / gy)
        nx = int((w - 4) / gx)
        for j in range(ny):
            yy = y - h + 5 + j * gy
            d += f'M{x+2.5:.1f},{yy:.1f}h{w-5:.1f}v{gy*.42:.1f}h{-(w-5):.1f}z'
            for i in range(nx):
                if q.random() < lit:
                    e += f'M{x+3+i*gx:.1f},{yy:.1f}h{gx*.62:.1f}v{gy*.42:.1f}h{-gx*.62:.1f}z'
        o += (
            f'<path d="{d}" fill="{side}" opacity=".35"/><path d="{e}" fill="{win}" opacity=".95"/>'
        )
    return o


def skyline(y, x0, x1, wr, hr, face, side, lit, seed, gap=0.2, sw=0.25, env=lambda x: 1.0):
    q = random.Random(seed)
    o = []
    x = x0
    while x < x1:
        if q.random() < gap:
            x += q.uniform(*wr) * 0.6
            continue
        n = q.choice([1, 1, 2, 3, 4])
        w = q.uniform(*wr)
        h = q.uniform(*hr) * env(x)
        for i in range(n):
            o.append(
                block(
                    x,
                    y + q.uniform(-2, 2),
                    w,
                    h * q.uniform(0.96, 1.03),
                    0,
                    face,
                    side,
                    w * sw,
                    lit,
                    q.randint(0, 9999),
                )
            )
            x += w * (1.12 + sw)
        x += q.uniform(2, 14)
    return ''.join(o)


def landmarks_far():
    o = ''
    # Namsan and its tower
    o += '<path d="M930,566C1010,560 1060,520 1120,488C1150,474 1172,462 1196,461C1226,462 1246,480 1290,498C1350,524 1400,556 1500,566z" fill="#7d7596"/>'
    o += '<path d="M930,566C1010,560 1060,520 1120,488C1150,474 1172,462 1196,461C1182,478 1160,496 1150,520C1130,520 1110,540 1096,566z" fill="#a68ea3" opacity=".7"/>'
    o += '<g fill="#5f5a80"><path d="M1193.5,463l1.4,-58h2.6l1.4,58z M1187,412l2.5,-6h13l2.5,6 -2.6,5h-12.8z M1189.5,404h13l-1.4,-3.4h-10.2z M1195,401l.6,-24h1l.6,24z M1195.8,377l.2,-32h.4l.2,32z"/></g><circle cx="1196.1" cy="344" r="1.3" fill="#ff9a7a"/>'
    return o


def lotte(x, y, h, face, side):
    return (
        f'<path d="M{x-h*.085:.1f},{y}C{x-h*.078:.1f},{y-h*.5:.1f} {x-h*.045:.1f},{y-h*.82:.1f} {x-h*.012:.1f},{y-h:.1f}L{x},{y-h*.965:.1f}L{x+h*.012:.1f},{y-h:.1f}C{x+h*.045:.1f},{y-h*.82:.1f} {x+h*.078:.1f},{y-h*.5:.1f} {x+h*.085:.1f},{y}z" fill="{side}"/>'
        f'<path d="M{x-h*.085:.1f},{y}C{x-h*.078:.1f},{y-h*.5:.1f} {x-h*.045:.1f},{y-h*.82:.1f} {x-h*.012:.1f},{y-h:.1f}L{x-h*.006:.1f},{y-h*.97:.1f}C{x-h*.012:.1f},{y-h*.7:.1f} {x-h*.02:.1f},{y-h*.4:.1f} {x-h*.02:.1f},{y}z" fill="{face}"/>'
    )


def tower63(x, y, h, face, side):
    return (
        f'<path d="M{x-19},{y}C{x-19},{y-h*.5} {x-15},{y-h*.8} {x-14},{y-h}h28C{x+15},{y-h*.8} {x+19},{y-h*.5} {x+19},{y}z" fill="{face}"/><path d="M{x+4},{y}V{y-h}h10C{x+15},{y-h*.8} {x+19},{y-h*.5} {x+19},{y}z" fill="{side}"/>'
        + ''.join(
            f'<path d="M{x-17},{y-i}h21" stroke="#ffe2ae" stroke-width=".8" opacity=".55"/>'
            for i in range(8, int(h), 7)
        )
    )


def bridge(y, col, lightcol):
    o = ''
    n = 9
    x0, x1 = -40, 1980
    w = (x1 - x0) / n
    for i in range(n):
        a = x0 + i * w
        b = a + w
        o += f'<path d="M{a:.0f},{y}C{a+w*.2:.0f},{y-58} {b-w*.2:.0f},{y-58} {b:.0f},{y}" fill="none" stroke="{col}" stroke-width="5"/>'
        for k in range(1, 10):
            t = k / 10
            yy = y - 58 * 3 * t * (1 - t) * 0.985
            o += f'<path d="M{a+w*t:.1f},{y}V{yy:.1f}" stroke="{col}" stroke-width="1.5"/>'
            if k < 9:
                t2 = (k + 1) / 10
                yy2 = y - 58 * 3 * t2 * (1 - t2) * 0.985
                o += f'<path d="M{a+w*t:.1f},{y}L{a+w*t2:.1f},{yy2:.1f}M{a+w*t2:.1f},{y}L{a+w*t:.1f},{yy:.1f}" stroke="{col}" stroke-width=".9"/>'
        o += f'<path d="M{a-9:.1f},{y+6}h18l-2,34h-14z" fill="{col}"/><path d="M{a-9:.1f},{y+6}h5l1,34h-4z" fill="{lightcol}" opacity=".6"/>'
    o += f'<path d="M{x0},{y-3}H{x1}v10H{x0}z" fill="{col}"/><path d="M{x0},{y-3}H{x1}v2H{x0}z" fill="{lightcol}" opacity=".8"/>'
    # the first metro of the morning
    for i in range(6):
        xx = 1010 + i * 66
        o += (
            f'<rect x="{xx}" y="{y-18}" width="63" height="15" rx="2" fill="#4f4a70"/><rect x="{xx}" y="{y-18}" width="63" height="3" fill="#f0c4a4" opacity=".8"/>'
            + ''.join(
                f'<rect x="{xx+5+k*9.4:.1f}" y="{y-13.5}" width="6" height="5" fill="#ffe7b2"/>'
                for k in range(6)
            )
        )
    return o


def main():
    sc = Scene('seoul')
    sky(sc.layer())
    L = sc.layer()
    m = landscape(hgt, CAM, HOR, F, 2400, 14000, 800, None, LIGHT, ss=SS)
    paint_land(L, m, R, (0.36, 0.60), (1500, 12000), 1.6, 0.07, ('#f6cfae', 0.85, 240))

    def haze(y, amp, col, a):
        h = sc.layer()
        h.over(
            rgb(col),
            a
            * np.exp(-(((YY - y) / amp) ** 2))
            * (0.75 + 0.35 * fbm(XX / 500, YY / 60, 3, int(y))),
        )

    haze(560, 70, '#fbd9b4', 0.75)
    city = sc.layer()
    env = (
        lambda x: 0.55
        + 0.9 * math.exp(-(((x - 360) / 260) ** 2))
        + 0.7 * math.exp(-(((x - 1640) / 260) ** 2))
    )
    city.put(
        svg(
            landmarks_far()
            + skyline(
                572, -20, 1940, (9, 20), (26, 80), '#b29bb0', '#9187a6', None, 3, 0.12, 0.3, env
            )
            + lotte(1662, 574, 268, '#d8b0ac', '#8f86a8')
        )
    )
    haze(584, 46, '#fbd5b2', 0.62)
    mid = sc.layer()
    env2 = (
        lambda x: 0.6
        + 0.7 * math.exp(-(((x - 250) / 300) ** 2))
        + 0.55 * math.exp(-(((x - 1500) / 330) ** 2))
    )
    mid.put(
        svg(
            skyline(
                602, -30, 1940, (15, 30), (34, 104), '#9d86a0', '#6f6a90', 0.05, 8, 0.10, 0.3, env2
            )
            + tower63(232, 604, 196, '#e7b48e', '#7f7598')
        )
    )
    mid.a[..., 3] *= 1 - 0.92 * smooth(566, 604, YY)  # the feet of the blocks are lost in mist
    haze(610, 22, '#f9d0b0', 0.85)
    nr = sc.layer()
    trees = ''.join(
        f'<ellipse cx="{r.uniform(-20,1940):.0f}" cy="{r.uniform(630,638):.0f}" rx="{r.uniform(8,22):.0f}" ry="{r.uniform(6,13):.0f}"/>'
        for _ in range(210)
    )
    nr.put(
        svg(
            skyline(634, -30, 640, (24, 40), (50, 96), '#7c6c90', '#544f79', 0.08, 31, 0.12, 0.34)
            + skyline(
                634, 1180, 1960, (24, 40), (50, 104), '#7c6c90', '#544f79', 0.08, 37, 0.1, 0.34
            )
            + f'<g fill="#4a4a70">{trees}</g><path d="M-20,634H1940v14H-20z" fill="#57557c"/><path d="M-20,646H1940v5H-20z" fill="#8c7f9c"/>'
        )
    )
    # river
    YW = 650
    flat = sc.flat().a[..., :3]
    rows = np.clip(YW - (YY[:, 0] - YW) * 1.0, 0, H - 1) * S
    mir = flat[np.clip(rows.astype(int), 0, PH - 1)]
    dw = smooth(YW, 1000, YY)
    rp = ripple(mir, 4 + 34 * dw)
    tint = ramp([(0, '#f2c3a2'), (0.35, '#c79aa4'), (0.7, '#7a74a0'), (1, '#46507f')], dw)
    wc = mixc(rp, tint, 0.28 + 0.42 * dw)
    st = fbm(XX / (60 + 90 * dw), YY / (1.5 + 2.6 * dw), 3, 151)
    road = np.exp(-(((XX - SX - (YY - YW) * 0.05) / (70 + 190 * dw)) ** 2))
    wc = mixc(wc, rgb('#fff0c8'), smooth(0.02, 0.16, st) * road * 0.9)
    wc = mixc(wc, rgb('#ffdcb4'), smooth(0.20, 0.27, st) * 0.5)
    wc = mixc(
        wc, rgb('#4d5486'), smooth(0.18, 0.27, fbm(XX / 170, YY / (3 + 2 * dw), 3, 171)) * 0.45 * dw
    )
    wl = sc.layer()
    wl.over(wc, (YY >= YW).astype(float))
    br = sc.layer()
    YB = 712
    bs = bridge(YB, '#4b476e', '#eab999')
    br.put(svg(bs))
    b2 = ripple(svg(f'<g transform="translate(0,{2*(YB+40)}) scale(1,-1)">{bs}</g>'), 9 + 0 * YY)
    wl.over(b2[..., :3], b2[..., 3] * 0.55 * (YY > YB + 40) * smooth(930, 760, YY))
    sc.part('mist', 0.12)
    haze(748, 40, '#f7cdb0', 0.30)
    # terrace: two people, a bare ginkgo, magpies
    sc.part('near', 0.85)
    ne = sc.layer()
    rr = random.Random(12)
    tw = []
    tips = []
    branch(1716, 1010, -1.62, 250, 30, rr, 6, tw, 0.18, None, tips)
    branch(1740, 1000, -1.25, 190, 18, rr, 5, tw, -0.3, None, tips)
    LV = [
        (tx + rr.gauss(0, 7), ty + rr.gauss(0, 7))
        for tx, ty in rr.sample(tips, min(len(tips), 620))
    ]
    LV += [(rr.uniform(1300, 1900), rr.uniform(700, 940)) for _ in range(24)]
    leaves = ''.join(
        f'<path d="M{x:.1f},{y:.1f}q{s:.1f},{-s*1.1:.1f} {s*2:.1f},0q{-s:.1f},{s*.9:.1f} {-s*2:.1f},0z" transform="rotate({a:.0f} {x:.1f} {y:.1f})" fill="{c_}"/>'
        for x, y, s, a, c_ in [
            (
                lx,
                ly,
                rr.uniform(2.4, 4.6),
                rr.uniform(0, 360),
                rr.choice(['#f0a94f', '#e58f45', '#f7c468', '#d97f45', '#f7c468']),
            )
            for lx, ly in LV
        ]
    )
    leaves2 = ''.join(
        f'<path d="M{x:.1f},{y:.1f}q{s_:.1f},{-s_*.5:.1f} {s_*2:.1f},0q{-s_:.1f},{s_*.5:.1f} {-s_*2:.1f},0z" fill="{c_}" opacity=".8"/>'
        for x, y, s_, c_ in [
            (
                rr.gauss(1640, 210),
                980 + abs(rr.gauss(0, 42)),
                rr.uniform(3, 6),
                rr.choice(['#c98548', '#e0a052', '#a8693f']),
            )
            for _ in range(150)
        ]
    )
    ground = '<path d="M-20,1100V968C300,952 640,946 960,950C1300,954 1640,962 1940,946V1100z" fill="#2b2b4d"/><path d="M-20,968C300,952 640,946 960,950C1300,954 1640,962 1940,946v9C1640,971 1300,963 960,959C640,955 300,961 -20,977z" fill="#e3ac92" opacity=".85"/>'
    pave = ''.join(
        f'<path d="M{960+(i-12)*118-60:.0f},956L{960+(i-12)*190-90:.0f},1090" stroke="#3a3a60" stroke-width="1.6"/>'
        for i in range(25)
    ) + ''.join(
        f'<path d="M-20,{y}H1940" stroke="#3a3a60" stroke-width="{w_}"/>'
        for y, w_ in [(978, 1.2), (1004, 1.5), (1040, 1.9)]
    )
    pave += '<path d="M420,1100L560,958H770L900,1100z" fill="#f0b48c" opacity=".16"/>'
    rail = ''.join(
        f'<path d="M{x},{956-6*math.sin((x+40)/1960*3.14):.1f}v-58h5v58z" fill="#26264a"/><path d="M{x},{956-6*math.sin((x+40)/1960*3.14):.1f}v-58h1.4v58z" fill="#f2be98"/>'
        for x in range(-10, 1940, 118)
    )
    rail += '<path d="M-20,902C500,884 1300,886 1940,896v6C1300,892 500,890 -20,908z" fill="#26264a"/><path d="M-20,902C500,884 1300,886 1940,896v2C1300,888 500,886 -20,904z" fill="#f6c59d"/><path d="M-20,930C500,914 1300,916 1940,924v3C1300,919 500,917 -20,933z" fill="#26264a"/>'
    INK = '#232346'
    RIM = '#ffd9a8'
    ppl = fig(
        'woman',
        600,
        992,
        226,
        INK,
        RIM,
        -1.7,
        extra=f'<path d="{FIG["scarf"]}" fill="#8d3f3a"/><path d="M-3,98.6C-9.5,97 -10.5,89 -8,84C-9.4,89 -8.5,95.5 -3,98.6z" fill="#f0a67c"/>',
    ) + fig('child', 684, 996, 142, '#28284e', RIM, -1.5)
    shadow = ''.join(
        f'<g transform="translate({x},{y-4}) skewX({k}) scale({h/100:.3f},{h/100*.62:.3f})"><path d="{FIG[n]}" fill="url(#shd)"/></g>'
        for n, x, y, h, k in [('woman', 600, 992, 226, 4), ('child', 684, 996, 142, 9)]
    )

    def magpie(x, y, s, fl=1):
        return f'<g transform="translate({x},{y}) scale({s*fl},{s})"><path d="M0,0C6,-7 14,-9 22,-6C26,-8 30,-6 33,-4L28,-2C27,4 20,9 11,9C4,10 -14,16 -30,20C-20,12 -8,4 0,0z" fill="#1e1e3c"/><path d="M8,2C13,-1 18,0 20,3C17,7 12,8 6,7z" fill="#fbe6cc"/></g>'

    def fly(x, y, s):
        return f'<g transform="translate({x},{y}) scale({s})"><path d="M0,0C10,-14 26,-20 42,-16C32,-12 24,-6 20,2C30,2 40,6 62,4C44,12 28,14 14,10C2,12 -18,18 -40,14C-26,10 -10,8 0,0z" fill="#232346"/><path d="M24,-13C30,-15 36,-16 42,-16C34,-13 28,-9 24,-4z" fill="#fbe6cc"/></g>'

    ne.put(
        svg(
            f'<path d="{"".join(tw)}" fill="#26243f"/>'
            + leaves
            + ground
            + pave
            + leaves2
            + shadow
            + rail
            + ppl
            + magpie(842, 880, 1.0, -1),
            '<linearGradient id="shd" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="80"><stop offset="0" stop-color="#12122f" stop-opacity=".55"/><stop offset="1" stop-color="#12122f" stop-opacity="0"/></linearGradient>',
        )
    )
    sc.part('birds', 0.5)
    sc.layer().put(svg(fly(1010, 300, 0.9) + fly(1090, 262, 0.62)))
    for c in sc.canvases():  # the sun's haze lies over everything
        glow_ell(c, SX, SY, 1300, 760, '#ffcf94', 0.2, 2.0)
    return sc


if __name__ == '__main__':
    main().pull()
