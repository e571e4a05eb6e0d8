"""Blue hour in karst country: terraces hold the last sky, one van on a long road.  World in metres."""
from atelier import *

HOR = 398
CAM = 150.0
F = 1180
V = View(CAM, HOR, F)
LIGHT = (0.74, 0.46, 0.30)
ROAD = chaikin(
    [
        (330, 150),
        (215, 205),
        (70, 262),
        (-70, 318),
        (-112, 372),
        (-30, 420),
        (120, 452),
        (250, 500),
        (292, 566),
        (200, 640),
        (20, 690),
        (-150, 760),
        (-190, 850),
        (-60, 950),
        (150, 1040),
        (300, 1180),
        (260, 1400),
        (60, 1600),
        (-60, 1900),
        (-40, 2300),
    ],
    3,
)
r0 = random.Random(64)
T = []  # towers: x, z, radius, height, steepness


def tower(x, z, r, h, p=3.2):
    T.append((x, z, r, h, p))


for a in [
    (-620, 1180, 150, 330, 3.4),
    (-455, 1330, 120, 250, 3.0),
    (-850, 1120, 210, 310, 2.3),
    (560, 1240, 130, 300, 3.6),
    (745, 1120, 205, 390, 2.1),
    (455, 1420, 100, 210, 3.0),
    (1040, 1390, 170, 300, 2.4),
    (-250, 1900, 130, 330, 3.4),
    (-420, 2100, 150, 420, 3.0),
    (-110, 2250, 105, 250, 3.2),
    (330, 2050, 150, 450, 3.4),
    (190, 2350, 110, 300, 3.0),
    (520, 2250, 140, 340, 3.0),
    (-700, 2200, 190, 380, 3.0),
    (860, 2150, 200, 420, 3.0),
]:
    tower(*a)
for i in range(58):
    z = r0.uniform(2700, 6800)
    x = r0.uniform(-0.92, 0.92) * z
    if abs(x + 60) < 0.07 * z:
        continue
    tower(
        x, z, r0.uniform(110, 230), r0.uniform(220, 520) * (0.85 + z / 9000), r0.uniform(2.6, 3.8)
    )


def base(x, z):
    """the slope we stand on and its hollows, before it is cut into steps"""
    n = (
        fbm(x / 250 + 3.3, z / 210, 2, 601) * 34
        + fbm(x / 620, z / 620 + 4, 2, 603) * 30
        + fbm(x / 80, z / 80, 2, 605) * 2.6
    )
    near = smooth(760, 150, z)
    bowl = 92 * near * (0.30 + 0.70 * np.clip(((x - 60) / 330) ** 2, 0, 1.5)) * smooth(
        120, -120, x
    ) + 78 * near * smooth(60, 380, x)
    return bowl + n * (0.66 + 0.34 * near) + smooth(900, 600, z) * 10


STEP = 4.0


def cut(h):
    q = h / STEP
    i = np.floor(q)
    f = q - i
    return (i + smooth(0.80, 1.0, f)) * STEP, f


def hgt(x, z):
    b = base(x, z)
    t, f = cut(b)
    on = smooth(980, 820, z)
    h = b * (1 - on) + t * on
    rd = dist_poly(x, z, ROAD)
    h = np.where(rd < 26, h * (s := smooth(7, 26, rd)) + roadh(x, z, b) * (1 - s), h)
    k = np.zeros_like(h)
    wob = 1 + 0.20 * fbm(x / 95, z / 95, 3, 620) + 0.07 * fbm(x / 24, z / 24, 2, 625)
    top = 1 + 0.16 * fbm(x / 60, z / 60, 3, 630)
    for cx, cz, r, hh, p in T:
        m = (np.abs(x - cx) < r * 1.7) & (np.abs(z - cz) < r * 2.2)
        if not m.any():
            continue
        q = np.hypot((x[m] - cx) / r, (z[m] - cz) / r * 0.8) * wob[m]
        body = (
            np.clip(1 - q**p, 0, 1) ** 0.62 * hh * top[m]
            + np.clip(1 - (q / 1.55) ** 1.4, 0, 1) * hh * 0.13
        )
        k[m] = np.maximum(k[m], body)
    g = (fbm(x / 26, z / 26, 3, 640) * 11 + fbm(x / 9, z / 9, 2, 644) * 4) * smooth(20, 90, k)
    return h + k + g - smooth(900, 1300, z) * 8


def roadh(x, z, b):
    return b + 0.6


def sky(c):
    t = (
        YY / HOR
        + 0.04 * fbm(XX / 460, YY / 80, 4, 60)
        + 0.17 * np.exp(-(((XX - 1240) / 560) ** 2)) * smooth(0.1, 1, YY / HOR)
    )
    c.over(
        ramp(
            [
                (0, '#122229'),
                (0.24, '#1b343c'),
                (0.46, '#2b5054'),
                (0.66, '#4c7268'),
                (0.84, '#86a38a'),
                (1.0, '#b9c49d'),
                (1.16, '#d9d8ac'),
            ],
            t,
        ),
        1,
    )
    s = random.Random(12)
    st = ''.join(
        f'<circle cx="{s.uniform(0,W):.0f}" cy="{s.uniform(0,210):.0f}" r="{s.choice([.7,.8,1.,1.3])}" opacity="{s.uniform(.2,.8):.2f}"/>'
        for _ in range(90)
    )
    c.put(svg(f'<g fill="#dfe9d8">{st}</g>'), 0.7)
    n = fbm(XX / 560, YY / 52, 5, 690) + 0.22 * fbm(XX / 130, YY / 18, 3, 695)
    f = smooth(0.05, 0.24, n) * np.exp(-(((YY - 185) / 110) ** 2))
    c.over(ramp([(0, '#1c353d'), (0.55, '#48706c'), (1, '#a9b993')], smooth(40, 330, YY)), f * 0.6)
    f = smooth(0.20, 0.33, n) * np.exp(-(((YY - 225) / 80) ** 2))
    c.over(rgb('#cdd0a4'), f * 0.5 * np.exp(-(((XX - 1240) / 640) ** 2)))


R = [('#14262b', '#44706c'), ('#26474a', '#5f8a7c'), ('#4c7268', '#8fab90')]
VAN = (0, 0, 0)


def paint(c, m):
    ss = m['ss']
    k = S * ss
    x, z = m['x'], m['z']
    L = gaussian_filter(m['L'], 1.3 * k)
    yy, xx = np.mgrid[0 : L.shape[0], 0 : L.shape[1]].astype(np.float32) / k
    L = L + 0.08 * fbm(xx / 22, yy / 10, 3, 77)
    d = np.clip(np.log(z / 300) / np.log(6800 / 300), 0, 1)
    cs = [mixc(rgb(a), rgb(b), d) for a, b in R]
    col = cs[0]
    for cutv, nx in zip((0.33, 0.60), cs[1:]):
        t = smooth(cutv - 0.02, cutv + 0.02, L)[..., None]
        col = col * (1 - t) + nx * t
    # limestone faces
    st = fbm(x / 14, m['h'] / 60, 3, 650)
    col = mixc(
        col,
        mixc(rgb('#6f8f80'), rgb('#a4b798'), d),
        smooth(0.18, 0.26, st)
        * smooth(0.62, 0.5, m['slope'])
        * smooth(50, 100, m['h'])
        * smooth(900, 1000, z)
        * 0.5,
    )
    b = base(x, z)
    on = smooth(960, 840, z) * smooth(20, 9, m['h'] - b)  # no terraces on the cliffs
    _, f = cut(b)
    rd = dist_poly(x, z, ROAD)
    pw = on * smooth(0.80, 0.76, f) * smooth(0.05, 0.10, f) * smooth(9, 12, rd)
    idn = np.floor(b / STEP)
    e, pid, _, _ = plates(x / 62 + idn * 0.37, z / 110, 657, 0.7)
    plot = np.abs(idn).astype(np.int32) * 37 + (pid * 510).astype(np.int32)
    own = UNIT[plot & 511]
    wet = (own < 0.34 + 0.34 * np.exp(-(((xx - 1180) / 520) ** 2))).astype(np.float32)
    sky_ = ramp(
        [(0, '#2f5657'), (0.3, '#4c7a70'), (0.55, '#86a38a'), (0.8, '#b9c49d'), (1, '#dfdcb2')],
        np.clip(
            0.14
            + 0.74 * np.exp(-(((xx - 1180) / 430) ** 2))
            + 0.16 * (pid - 0.5)
            - 0.62 * smooth(640, 960, yy),
            0,
            1,
        ),
    )
    sky_ = mixc(sky_, rgb('#26474a'), smooth(0.12, 0.2, fbm(x / 9, z / 14, 3, 659)) * 0.35)
    col = mixc(col, sky_, pw * wet * 0.92 * smooth(0.02, 0.045, e))
    col = mixc(col, mixc(rgb('#2c4d4b'), rgb('#496f60'), own), pw * (1 - wet) * 0.75)
    col = mixc(
        col, rgb('#0f1e23'), on * smooth(0.80, 0.86, f) * 0.60 * smooth(170, 300, z)
    )  # the risers in shade, a light lip
    col = mixc(
        col,
        rgb('#8fab8c'),
        on
        * smooth(0.06, 0.03, f)
        * 0.40
        * smooth(210, 330, z)
        * smooth(-0.2, 0.1, fbm(x / 90, z / 90, 2, 667)),
    )
    nr = smooth(380, 215, z)
    col = mixc(col, rgb('#12242a'), nr * 0.80)
    # the road
    w = 4.3
    col = mixc(col, rgb('#16292d'), smooth(w + 3.4, w + 1, rd) * 0.75 * smooth(1100, 800, z))
    rc = mixc(rgb('#93a593'), rgb('#c3cba9'), d) * (1 - 0.45 * smooth(360, 190, z))[..., None]
    col = mixc(
        col,
        mixc(rc, rgb('#66807a'), smooth(-0.05, 0.2, fbm(x / 7, z / 7, 3, 663))),
        smooth(w + 0.5, w - 0.4, rd) * 0.95 * smooth(1120, 860, z),
    )
    vx, vy, vz, dx, dz = VAN
    ax = (x - vx) * dx + (z - vz) * dz
    ay = np.abs(-(x - vx) * dz + (z - vz) * dx)
    beam = (
        smooth(1, 9, ax)
        * np.exp(-np.maximum(ax, 0) / 62)
        * np.exp(-((ay / (2.2 + 0.26 * np.maximum(ax, 0))) ** 2))
    )
    col = 1 - (1 - col) * (
        1
        - rgb('#ffd79a')
        * np.clip(beam * 1.6, 0, 1)[..., None]
        * (0.5 + 0.5 * smooth(w + 6, w, rd))[..., None]
    )
    mist = 0.78 * np.exp(-np.maximum(m['h'] - 14, 0) / (46 + 60 * d)) * smooth(0.30, 0.62, d)
    mc = ramp([(0, '#8fae98'), (1, '#c5cba2')], np.exp(-(((xx - 1200) / 700) ** 2)))
    col = mixc(col, mc, np.clip(mist + 0.42 * smooth(0.55, 1.0, d), 0, 0.88))
    al = m['hitraw'].astype(np.float32)
    col = down(col * al[..., None], ss)
    al = down(al, ss)
    c.over(col / np.maximum(al, 1e-6)[..., None], al)


def one(f, x, z):
    return float(f(np.array([[float(x)]]), np.array([[float(z)]]))[0, 0])


def find_van(i):
    global VAN
    (x, z), (x2, z2) = ROAD[i], ROAD[i + 2]
    m = math.hypot(x2 - x, z2 - z)
    VAN = (x, one(hgt, x, z), z, (x2 - x) / m, (z2 - z) / m)


def bamboo(x, y, h, lean, r, col, lcol):
    o = []
    pts = [(x + lean * h * (t := i / 14) ** 2.2, y - h * t * (1 - 0.12 * t * t)) for i in range(15)]
    for (a, b), (c_, d_) in zip(pts, pts[1:]):
        w = max(0.7, h * 0.0115 * (1 - (y - b) / h * 0.75))
        o.append(
            f'<path d="M{a-w:.1f},{b:.1f}L{c_-w*.9:.1f},{d_+1.2:.1f}h{w*1.8:.1f}L{a+w:.1f},{b:.1f}z" fill="{col}"/>'
        )
    lf = ''
    for i in range(5, 15):
        px, py = pts[i]
        for _ in range(int(5 + i * 0.9)):
            a = r.uniform(0.1, 1.15) * (1 if r.random() < 0.5 + 0.35 * (lean > 0) else -1)
            l = h * r.uniform(0.05, 0.115)
            sx = px + r.uniform(-1, 1) * h * 0.05
            sy = py + r.uniform(-0.02, 0.06) * h
            ex, ey = sx + math.sin(a) * l, sy + math.cos(a) * l * 0.8
            nx, ny = -(ey - sy) / l, (ex - sx) / l
            w = l * 0.10
            lf += f'M{sx:.1f},{sy:.1f}Q{(sx+ex)/2+nx*w:.1f},{(sy+ey)/2+ny*w:.1f} {ex:.1f},{ey:.1f}Q{(sx+ex)/2-nx*w:.1f},{(sy+ey)/2-ny*w:.1f} {sx:.1f},{sy:.1f}z'
    return ''.join(o) + f'<path d="{lf}" fill="{lcol}"/>'


def main():
    find_van(90)  # on the far bend
    sc = Scene('karst')
    sky(sc.layer())
    # distance band, rays, and the height on the screen of the mist in front of it
    for z0, z1, steps, y in (
        (2600, 7600, 620, 430),
        (1560, 2600, 520, 470),
        (840, 1560, 640, 520),
        (120, 840, 1050, None),
    ):
        m = landscape(hgt, CAM, HOR, F, z0, z1, steps, None, LIGHT, ss=SS, nearest=z0 == 120)
        paint(sc.layer(), m)
        if y:
            h = sc.layer()
            h.over(
                mixc(rgb('#8fae98'), rgb('#c9cda6'), np.exp(-(((XX - 1220) / 640) ** 2))),
                np.exp(-(((YY - y) / 30) ** 2))
                * (0.25 + 0.75 * smooth(-0.35, 0.45, fbm(XX / 420, YY / 46, 4, y)))
                * 0.62,
            )
    # ---- trees and roofs along the road; the van
    r = random.Random(8)
    o = []
    for _ in range(420):
        z = r.uniform(240, 930)
        x = r.uniform(-0.86, 0.86) * z
        rd = float(dist_poly(np.array([[x]]), np.array([[z]]), ROAD)[0, 0])
        if rd < 11 or math.hypot(x - VAN[0], z - VAN[2]) < 34:
            continue
        if rd > 34 and r.random() < 0.80:
            continue
        X, Y = V(x, one(hgt, x, z), z)
        k = V.k(z)
        hh = r.uniform(3.5, 8.5) * k
        t = min(1, z / 1000)
        cc = hexmix(r.choice(['#0d1b20', '#122429', '#162c30']), '#44706c', t * 0.55)
        d_ = ''.join(
            blob(
                X + hh * r.uniform(-0.5, 0.5) * (i > 0),
                Y - hh * (0.42 if i == 0 else 0.28),
                hh * (0.5 if i == 0 else 0.36) * r.uniform(0.8, 1.15),
                hh * (0.46 if i == 0 else 0.30),
                r,
                10,
                0.72,
                1.12,
            )
            for i in range(r.randint(1, 3))
        )
        o.append((z, f'<path d="{d_}" fill="{cc}"/>'))
    tr = sc.layer()
    tr.put(svg(''.join(b for _, b in sorted(o, key=lambda q: -q[0]))))
    vx, vy, vz, dx, dz = VAN
    X, Y = V(vx, vy, vz)
    k = V.k(vz) * 5.8  # larger than life: it must be seen
    sg = 1 if dx > 0 else -1
    va = (
        f'<g transform="translate({X:.1f},{Y:.1f}) scale({k*sg:.3f},{k:.3f})"><path d="M-2.6,-.45V-2.05Q-2.55,-2.35 -2.2,-2.38H.75Q1.1,-2.36 1.35,-2.0L1.95,-1.3L2.5,-1.12Q2.68,-1.0 2.68,-.8V-.42z" fill="#0d1a1f"/><path d="M-2.5,-2.1Q-2.4,-2.38 -2.2,-2.38H.75Q1.1,-2.36 1.3,-2.06L1.1,-2.2H-2.3z" fill="#c9cda6"/>'
        f'<path d="M-2.2,-1.95H-.9V-1.35H-2.2z M-.7,-1.95H.45V-1.35H-.7z M.62,-1.95H.9L1.5,-1.35H.62z" fill="#5f8a7c"/><circle cx="-1.6" cy="-.42" r=".46" fill="#091216"/><circle cx="1.65" cy="-.42" r=".46" fill="#091216"/></g>'
    )
    vn = sc.layer()
    vn.put(svg(va))
    hx, hy = X + 2.7 * k * sg, Y - 0.8 * k
    hl = sc.layer()
    ex, ey = V(vx + dx * 60, vy, vz + dz * 60)
    an = math.atan2(ey - hy, ex - hx)
    u = (XX - hx) * math.cos(an) + (YY - hy) * math.sin(an)
    v = -(XX - hx) * math.sin(an) + (YY - hy) * math.cos(an)
    cone = (
        np.exp(-np.maximum(u, 0) / 210)
        * np.exp(-((v / (2.5 + 0.16 * np.maximum(u, 0))) ** 2))
        * (u > 0)
        * (0.55 + 0.45 * smooth(-0.3, 0.4, fbm(XX / 60, YY / 22, 3, 671)))
    )
    hl.over(rgb('#ffd79a'), np.clip(cone * 0.95, 0, 1))
    d = np.hypot(XX - hx, YY - hy)
    hl.over(rgb('#ffcf8a'), np.clip(1 - d / 86, 0, 1) ** 2.4 * 0.75)
    hl.put(
        svg(
            f'<circle cx="{hx:.1f}" cy="{hy:.1f}" r="3.6" fill="#fff0cf"/><circle cx="{hx-1.2*sg:.1f}" cy="{hy-1:.1f}" r="2.2" fill="#fff6e2"/>'
        )
    )
    sc.part('mist', 0.12)
    mi = sc.layer()
    mi.over(
        rgb('#a9bd9f'),
        smooth(-0.2, 0.5, fbm(XX / 460, YY / 50, 4, 231))
        * (
            0.40 * np.exp(-(((YY - 560) / 22) ** 2)) * smooth(1700, 900, XX) * smooth(-100, 500, XX)
            + 0.22 * np.exp(-(((YY - 690) / 26) ** 2)) * smooth(700, 1500, XX)
        ),
    )
    sc.part('near', 0.85)
    ne = sc.layer()
    r = random.Random(17)
    b = []
    bs = lambda x: 1046 - 150 * step(420, -60, x) - 60 * step(1560, 1960, x) + 7 * math.sin(x / 60)
    b.append(
        '<path d="M-20,1100L'
        + 'L'.join(f'{x},{bs(x)+r.uniform(-4,4):.1f}' for x in range(-20, 1960, 12))
        + 'L1960,1100z" fill="#0b161a"/>'
    )
    for x, h, l in (
        (20, 900, 0.26),
        (78, 720, 0.36),
        (-24, 820, 0.14),
        (140, 540, 0.44),
        (46, 640, 0.20),
        (190, 400, 0.5),
        (-10, 980, 0.30),
    ):
        b.append(
            bamboo(x, bs(x) + 20, h, l, r, '#0d1b1f', r.choice(['#0b171b', '#0f2024', '#0d1b1f']))
        )
    for x, h, l in ((1890, 360, -0.34), (1930, 440, -0.28), (1840, 260, -0.42)):
        b.append(bamboo(x, bs(x) + 20, h, l, r, '#0d1b1f', '#0c191d'))
    g = ''
    for _ in range(260):
        x = r.uniform(-20, 1940)
        y = bs(x) + r.uniform(2, 20)
        h = r.uniform(10, 44) * (1.4 if x < 500 or x > 1600 else 0.7)
        l = r.uniform(-0.5, 0.6) * h
        g += f'M{x-1.5:.1f},{y:.1f}Q{x+l*.2:.1f},{y-h*.7:.1f} {x+l:.1f},{y-h:.1f}Q{x+l*.3+2:.1f},{y-h*.5:.1f} {x+1.5:.1f},{y:.1f}z'
    b.append(f'<path d="{g}" fill="#0b161a"/>')
    ne.put(svg(''.join(b)))
    return sc


if __name__ == '__main__':
    main().pull()
