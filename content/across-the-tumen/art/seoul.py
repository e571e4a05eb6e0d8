"""Seoul at dawn across the Han: Bukhansan, Namsan, the first metro, a mother and her child."""
from atelier import *

HOR = 380
CAM = 70
F = 1100
SX, SY = 560, 284
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
        YY / 420
        + 0.03 * fbm(XX / 420, YY / 90, 3, 60)
        - 0.20 * np.exp(-(((XX - SX) / 900) ** 2)) * -smooth(0.2, 1, YY / 420)
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
    f = smooth(0.06, 0.24, n) * np.exp(-(((YY - 150) / 85) ** 2))
    c.over(
        ramp(
            [(0, '#6a6796'), (0.5, '#c592a0'), (1, '#fcc79c')],
            smooth(20, 250, YY) + 0.25 * np.exp(-(((XX - SX) / 500) ** 2)),
        ),
        f * 0.8,
    )
    c.over(
        rgb('#ffe1b0'),
        smooth(0.22, 0.36, n)
        * np.exp(-(((YY - 162) / 75) ** 2))
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
    n = 11
    x0, x1 = -40, 1980
    w = (x1 - x0) / n
    rise = 42
    for i in range(n):
        a = x0 + i * w
        b = a + w
        o += f'<path d="M{a:.0f},{y}C{a+w*.2:.0f},{y-rise} {b-w*.2:.0f},{y-rise} {b:.0f},{y}" fill="none" stroke="{col}" stroke-width="4"/>'
        for k in range(1, 10):
            t = k / 10
            yy = y - rise * 3 * t * (1 - t) * 0.985
            o += f'<path d="M{a+w*t:.1f},{y}V{yy:.1f}" stroke="{col}" stroke-width="1.2"/>'
            if k < 9:
                t2 = (k + 1) / 10
                yy2 = y - rise * 3 * t2 * (1 - t2) * 0.985
                o += f'<path d="M{a+w*t:.1f},{y}L{a+w*t2:.1f},{yy2:.1f}M{a+w*t2:.1f},{y}L{a+w*t:.1f},{yy:.1f}" stroke="{col}" stroke-width=".8"/>'
        o += f'<path d="M{a-6:.1f},{y+5}h12l-1,{PIER-5}h-10z" fill="{col}"/><path d="M{a-6:.1f},{y+5}h3.500l1,{PIER-5}h-3z" fill="{lightcol}" opacity=".6"/>'
    o += f'<path d="M{x0},{y-2}H{x1}v6.500H{x0}z" fill="{col}"/><path d="M{x0},{y-2}H{x1}v1.500H{x0}z" fill="{lightcol}" opacity=".8"/>'
    # the first metro of the morning
    for i in range(6):
        xx = 980 + i * 50
        o += (
            f'<rect x="{xx}" y="{y-14}" width="48" height="12" rx="1.500" fill="#4f4a70"/><rect x="{xx}" y="{y-14}" width="48" height="2.200" fill="#f0c4a4" opacity=".8"/>'
            + ''.join(
                f'<rect x="{xx+3.8+k*7.1:.1f}" y="{y-10.8:.1f}" width="5" height="4.600" fill="#ffe7b2"/>'
                for k in range(6)
            )
        )
    return o


PIER = 20


EDGE = 636  # where the terrace ends
BED = (1722, 1004, 218, 61)  # the ginkgo's
ROWS = [
    HOR + 1 / (0.003597 - 0.000371 * i) for i in range(-1, 8)
]  # joints of the slabs, in perspective


def cast(x):
    """how far a shadow on the terrace leans, a pixel down"""
    return (x - SX) / (EDGE - HOR)


def slabs():
    q = random.Random(5)
    o = ''
    at = lambda k, y: W / 2 + 0.545 * k * (y - HOR)
    for y0, y1 in zip(ROWS, ROWS[1:]):
        y0 = max(y0, EDGE)
        for k in range(-8, 8):
            d = path([(at(k, y0), y0), (at(k + 1, y0), y0), (at(k + 1, y1), y1), (at(k, y1), y1)])
            shade = q.choice(['#ffd9c0', '#12122f'])
            o += f'<path d="{d}" fill="{shade}" opacity="{q.uniform(0, .035):.3f}"/>'
    for y in ROWS[1:]:
        o += f'<path d="M-20,{y:.1f}H1940" stroke="#2d2b57" stroke-width="1.700" opacity=".8"/>'
    for k in range(-8, 9):
        o += f'<path d="M{at(k, EDGE):.1f},{EDGE}L{at(k, 1090):.1f},1090" stroke="#2d2b57" stroke-width="1.700" opacity=".8"/>'
    return o


def fallen(q):
    """x, y, size and colour of the leaves on the ground: most in the bed, some blown about"""
    colours = ['#c98548', '#e0a052', '#a8693f']
    for _ in range(64):
        a, b = q.uniform(0, 6.283), q.random() ** 0.7
        yield BED[0] - 10 + b * 160 * math.cos(a), BED[1] + 4 + b * 42 * math.sin(a), q.uniform(
            4, 8
        ), q.choice(colours)
    for _ in range(170):
        y = EDGE + 14 + 420 * q.random() ** 1.2
        x = q.gauss(1480, 300)
        if math.hypot((x - BED[0]) / BED[2], (y - BED[1]) / BED[3]) > 1:
            yield x, y, (y - HOR) / 700 * q.uniform(4.5, 9), q.choice(colours)


def lifted(body):
    """the far shore was drawn for a horizon 140 lower"""
    return svg(f'<g transform="translate(0,-140)">{body}</g>')


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

    haze(420, 70, '#fbd9b4', 0.75)
    city = sc.layer()
    env = (
        lambda x: 0.55
        + 0.9 * math.exp(-(((x - 360) / 260) ** 2))
        + 0.7 * math.exp(-(((x - 1640) / 260) ** 2))
    )
    city.put(
        lifted(
            landmarks_far()
            + skyline(
                572, -20, 1940, (9, 20), (26, 80), '#b29bb0', '#9187a6', None, 3, 0.12, 0.3, env
            )
            + lotte(1662, 574, 268, '#d8b0ac', '#8f86a8')
        )
    )
    haze(444, 46, '#fbd5b2', 0.62)
    mid = sc.layer()
    env2 = (
        lambda x: 0.6
        + 0.7 * math.exp(-(((x - 250) / 300) ** 2))
        + 0.55 * math.exp(-(((x - 1500) / 330) ** 2))
    )
    mid.put(
        lifted(
            skyline(
                602, -30, 1940, (15, 30), (34, 104), '#9d86a0', '#6f6a90', 0.05, 8, 0.10, 0.3, env2
            )
            + tower63(232, 604, 196, '#e7b48e', '#7f7598')
        )
    )
    mid.a[..., 3] *= 1 - 0.92 * smooth(426, 464, YY)  # the feet of the blocks are lost in mist
    haze(470, 22, '#f9d0b0', 0.7)
    nr = sc.layer()
    trees = ''.join(
        f'<ellipse cx="{r.uniform(-20,1940):.0f}" cy="{r.uniform(630,638):.0f}" rx="{r.uniform(8,22):.0f}" ry="{r.uniform(6,13):.0f}"/>'
        for _ in range(210)
    )
    nr.put(
        lifted(
            skyline(634, -30, 560, (24, 40), (50, 96), '#7c6c90', '#544f79', 0.08, 31, 0.12, 0.34)
            + skyline(
                634, 1180, 1960, (24, 40), (50, 104), '#7c6c90', '#544f79', 0.08, 37, 0.1, 0.34
            )
            + f'<g fill="#4a4a70">{trees}</g><path d="M-20,634H1940v14H-20z" fill="#57557c"/><path d="M-20,646H1940v5H-20z" fill="#8c7f9c"/>'
        )
    )
    # river
    YW = 510
    flat = sc.flat().a[..., :3]
    rows = np.clip(YW - (YY[:, 0] - YW) * 1.0, 0, H - 1) * S
    mir = flat[np.clip(rows.astype(int), 0, PH - 1)]
    dw = smooth(YW, 860, YY)
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
    YB = 552
    bs = bridge(YB, '#4b476e', '#eab999')
    br.put(svg(bs))
    b2 = ripple(svg(f'<g transform="translate(0,{2*(YB+PIER)}) scale(1,-1)">{bs}</g>'), 6 + 0 * YY)
    wl.over(b2[..., :3], b2[..., 3] * 0.55 * (YY > YB + PIER) * smooth(700, 590, YY))
    sc.part('mist', 0.12)
    haze(590, 28, '#f7cdb0', 0.30)
    # terrace: two people, a bare ginkgo, magpies
    sc.part('near', 0.85)
    ne = sc.layer()
    rr = random.Random(12)
    tw = []
    tips = []
    branch(1716, 1001, -1.62, 250, 30, rr, 6, tw, 0.18, None, tips)
    branch(1740, 991, -1.25, 190, 18, rr, 5, tw, -0.3, None, tips)
    LV = [
        (tx + rr.gauss(0, 7), ty + rr.gauss(0, 7))
        for tx, ty in rr.sample(tips, min(len(tips), 620))
    ]
    LV += [(rr.uniform(1300, 1900), rr.uniform(691, 931)) for _ in range(24)]
    leaves = ''.join(
        f'<path d="M{x:.1f},{y:.1f}q{s:.1f},{-s*1.1:.1f} {s*2:.1f},0q{-s:.1f},{s*.9:.1f} {-s*2:.1f},0z" transform="rotate({a:.0f} {x:.1f} {y:.1f})" fill="{c_}"/>'
        for x, y, s, a, c_ in [
            (
                lx,
                ly,
                rr.uniform(2.8, 5.3),
                rr.uniform(0, 360),
                rr.choice(['#f0a94f', '#e58f45', '#f7c468', '#d97f45', '#f7c468']),
            )
            for lx, ly in LV
        ]
    )
    leaves2 = ''.join(
        f'<path d="M{x:.1f},{y:.1f}q{s_:.1f},{-s_*.5:.1f} {s_*2:.1f},0q{-s_:.1f},{s_*.5:.1f} {-s_*2:.1f},0z" fill="{c_}" opacity=".8"/>'
        for x, y, s_, c_ in fallen(rr)
    )
    ground = f'<path d="M-20,{EDGE}H1940V1100H-20z" fill="url(#pave)"/>' + slabs()
    ground += f'<path d="M-20,{EDGE-4}H1940v4H-20z" fill="#eabf9f"/>'
    bed = f'<ellipse cx="{BED[0]}" cy="{BED[1]}" rx="{BED[2]}" ry="{BED[3]}" fill="#1f1e3d"/><ellipse cx="{BED[0]}" cy="{BED[1]}" rx="{BED[2]}" ry="{BED[3]}" fill="none" stroke="#584c77" stroke-width="2.500"/><ellipse cx="{BED[0]}" cy="{BED[1]}" rx="{BED[2]-8}" ry="{BED[3]-4}" fill="none" stroke="#2c2a4e" stroke-width="3"/>'
    posts = range(14, 1940, 118)
    rail = ''.join(
        f'<path d="M{x-2},{EDGE-1}v-58h4v58z" fill="#26264a"/><path d="M{x-3.3},{EDGE-1}v-58h1.300v58z" fill="#f2be98"/>'
        for x in posts
    )
    for y, thick, lit in ((576, 4, 1.8), (597, 1.8, 0.8), (616, 1.8, 0.8)):
        rail += f'<path d="M-20,{y}H1940v{thick}H-20z" fill="#26264a"/><path d="M-20,{y-lit}H1940v{lit}H-20z" fill="#f6c59d"/>'
    bars = ''.join(
        f'<path d="M{x-2},{EDGE}h4l{cast(x)*130+2:.1f},130h-7z" fill="url(#bar)"/>' for x in posts
    )
    INK = '#232346'
    RIM = '#ffd9a8'
    mother, child = ('woman', 652, 646, 175), ('child', 717, 650, 112)
    ppl = fig(
        *mother,
        INK,
        RIM,
        -1.5,
        extra=f'<path d="{FIG["scarf"]}" fill="#8d3f3a"/><path d="M-3,98.6C-9.5,97 -10.5,89 -8,84C-9.4,89 -8.5,95.5 -3,98.6z" fill="#f0a67c"/>',
    ) + fig(*child, '#28284e', RIM, -1.3)
    shadow = ''.join(
        f'<g transform="matrix({h/100:.3f},0,{cast(x)*h*.0148:.3f},{h*.0148:.3f},{x},{y-2})"><path d="{FIG[n]}" fill="url(#shd)"/></g>'
        for n, x, y, h in (mother, child)
    )

    def magpie(x, y, s, fl=1):
        return f'<g transform="translate({x},{y}) scale({s*fl},{s})"><path d="M0,0C6,-7 14,-9 22,-6C26,-8 30,-6 33,-4L28,-2C27,4 20,9 11,9C4,10 -14,16 -30,20C-20,12 -8,4 0,0z" fill="#1e1e3c"/><path d="M8,2C13,-1 18,0 20,3C17,7 12,8 6,7z" fill="#fbe6cc"/></g>'

    def fly(x, y, s):
        return f'<g transform="translate({x},{y}) scale({s})"><path d="M0,0C10,-14 26,-20 42,-16C32,-12 24,-6 20,2C30,2 40,6 62,4C44,12 28,14 14,10C2,12 -18,18 -40,14C-26,10 -10,8 0,0z" fill="#232346"/><path d="M24,-13C30,-15 36,-16 42,-16C34,-13 28,-9 24,-4z" fill="#fbe6cc"/></g>'

    tone = lambda c_, op: f'stop-color="{c_}" stop-opacity="{op}"'
    ne.put(
        svg(
            ground
            + bars
            + bed
            + leaves2
            + shadow
            + rail
            + ppl
            + magpie(867, 560.5, 1.07, -1)
            + magpie(846, 658.5, 0.97, -1)
            + f'<path d="{"".join(tw)}" fill="#26243f"/>'
            + leaves,
            f'<linearGradient id="shd" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="100"><stop offset="0" {tone("#12122f", .62)}/><stop offset=".6" {tone("#12122f", .38)}/><stop offset="1" {tone("#12122f", 0)}/></linearGradient>'
            f'<linearGradient id="bar" gradientUnits="userSpaceOnUse" x1="0" y1="{EDGE}" x2="0" y2="{EDGE+130}"><stop offset="0" {tone("#12122f", .32)}/><stop offset="1" {tone("#12122f", 0)}/></linearGradient>'
            f'<linearGradient id="pave" gradientUnits="userSpaceOnUse" x1="0" y1="{EDGE}" x2="0" y2="1080"><stop offset="0" stop-color="#7f6486"/><stop offset=".25" stop-color="#4c4670"/><stop offset=".5" stop-color="#37355f"/><stop offset="1" stop-color="#2a294d"/></linearGradient>',
        )
    )
    sc.part('birds', 0.5)
    sc.layer().put(svg(fly(1001, 238, 0.9) + fly(1083, 201, 0.62)))
    for c in sc.canvases():  # the sun's haze lies over everything
        glow_ell(c, SX, SY, 1300, 760, '#ffcf94', 0.2, 2.0)
    return sc


if __name__ == '__main__':
    main().pull()
