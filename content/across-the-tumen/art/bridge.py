"""The road bridge over the Tumen on a cold morning, seen from the Chinese bank.  World in metres, river at y = 0."""
from atelier import *

HOR = 418
CAM = 13.0
F = 1500
V = View(CAM, HOR, F)
VM = View(CAM, HOR, F, mirror=True)
LIGHT = (-0.78, 0.40, 0.18)
A = (36.0, 30.0)
B = (-128.0, 372.0)  # bridge: from our shoulder to the other shore
DL = math.hypot(B[0] - A[0], B[1] - A[1])
UX, UZ = (B[0] - A[0]) / DL, (B[1] - A[1]) / DL
NX, NZ = UZ, -UX
DECK = 7.6
HALF = 3.4
SHORE = 350.0


def shore(x):
    return SHORE + 26 * np.sin(x / 150 + 0.6) + 12 * np.sin(x / 52) + 0.10 * (x + 120)


def hgt(x, z):
    d = z - shore(x)
    g = 0.9 * fbm(x / 17, z / 17, 3, 502)
    bank = smooth(0, 34, d) * 3.6 + smooth(20, 110, d) * 6
    wx = x / 820 + 0.16 * fbm(x / 900, z / 900, 2, 511)
    wz = z / 820 + 0.16 * fbm(x / 900 + 5, z / 900, 2, 513)
    soft = 0.5 + 0.5 * fbm(wx * 1.35 + 2.2, wz * 1.35 + 8.1, 3, 520, 0.42)  # old, round, bald
    hill = np.clip(soft - 0.22, 0, 1) ** 1.35
    q = ridged(
        x / 210 + 0.25 * fbm(x / 160, z / 160, 2, 531) + 2.0, z / 330, 3, 530, 0.40, 2.1, 0.8
    )  # gullies the rain has cut
    v = smooth(24, 560, d)
    far = smooth(900, 3600, z)

    def hump(cx, cz, rx, rz, hh):
        return hh * np.exp(-(((x - cx) / rx) ** 2) - ((z - cz) / rz) ** 2)

    hu = np.maximum.reduce(
        [
            hump(-290, 610, 200, 150, 74),
            hump(40, 720, 230, 170, 88),
            hump(330, 600, 190, 150, 60),
            hump(-90, 1250, 420, 260, 142),
            hump(700, 1050, 330, 260, 150),
            hump(-760, 1300, 420, 300, 170),
        ]
    )
    h = (
        hill * (44 + 250 * far) * v
        + hu * v * (1 + 0.22 * fbm(x / 150, z / 150, 3, 533))
        - q * (9 + 20 * far) * smooth(40, 300, d)
    )
    return np.where(d < 0, -3.0, bank + np.maximum(h, 0) * 1.02 + g * smooth(8, 60, d))


def sky(c):
    t = (
        YY / HOR
        + 0.045 * fbm(XX / 480, YY / 70, 4, 60)
        + 0.15 * np.exp(-(((XX - 470) / 640) ** 2)) * smooth(0.15, 1, YY / HOR)
    )
    c.over(
        ramp(
            [
                (0, '#2c3e50'),
                (0.26, '#46606f'),
                (0.5, '#6d868f'),
                (0.66, '#9badad'),
                (0.82, '#c8cfc4'),
                (0.95, '#e4dfcc'),
                (1.1, '#efe6cf'),
            ],
            t,
        ),
        1,
    )
    n = fbm(XX / 700, YY / 40, 5, 590) + 0.24 * fbm(XX / 150, YY / 17, 3, 595)
    f = smooth(0.04, 0.22, n) * np.exp(-(((YY - 150) / 120) ** 2))
    c.over(ramp([(0, '#3b5162'), (0.5, '#7f959c'), (1, '#dcd9ca')], smooth(40, 330, YY)), f * 0.62)
    f = smooth(0.18, 0.31, n) * np.exp(-(((YY - 215) / 90) ** 2))
    c.over(rgb('#ece4cf'), f * 0.6 * np.exp(-(((XX - 520) / 800) ** 2)))
    glow_ell(c, 480, HOR - 70, 900, 320, '#f6e6c2', 0.55, 1.7)


R = [('#3a4a52', '#74898f'), ('#5d6f74', '#9fafae'), ('#a3a79a', '#d8d5c4')]


def paint(c, m):
    """bald hills: field strips, snow left in the furrows"""
    ss = m['ss']
    x, z = m['x'], m['z']
    k = S * ss
    L = gaussian_filter(m['L'], 1.3 * k)
    yy, xx = np.mgrid[0 : L.shape[0], 0 : L.shape[1]] / k
    L = L + 0.06 * fbm(xx / 26, yy / 11, 3, 577)
    d = np.clip(np.log(z / 330) / np.log(4200 / 330), 0, 1)
    cs = [mixc(rgb(a), rgb(b), d) for a, b in R]
    col = cs[0]
    for cut, nx in zip((0.47, 0.66), cs[1:]):
        t = smooth(cut - 0.02, cut + 0.02, L)[..., None]
        col = col * (1 - t) + nx * t
    st = fbm(x / 26 + 0.2 * fbm(x / 40, z / 40, 2, 541), z / 150, 4, 542)
    fur = (
        smooth(0.10, 0.16, st + 0.10 * fbm(x / 4, z / 9, 2, 543))
        * smooth(1500, 500, z)
        * smooth(4, 14, m['h'])
    )
    col = mixc(col, mixc(rgb('#d9d8ca'), rgb('#dcdacb'), d), fur * 0.42)
    u = x / 74 + 0.3 * fbm(x / 200, z / 200, 2, 545)
    e, idn, _, _ = plates(u, z / 54, 546, 0.9)  # field strips on the lower slope
    fl = smooth(10, 22, m['h']) * smooth(92, 44, m['h']) * smooth(900, 600, z)
    col = mixc(col, mixc(rgb('#566466'), rgb('#b9b7a6'), idn), fl * 0.42 * smooth(0.05, 0.08, e))
    col = mixc(col, rgb('#46555a'), fl * 0.5 * smooth(0.05, 0.02, e))
    sb = smooth(9, 3, m['h'] + 2.2 * fbm(x / 30, z / 12, 3, 548)) * smooth(700, 420, z)
    col = mixc(col, rgb('#bcc5c0'), sb * 0.85)
    col = mixc(col, rgb('#4d5c61'), sb * smooth(0.12, 0.2, fbm(x / 16, z / 7, 4, 549)) * 0.6)
    f = 0.62 * np.exp(-np.maximum(m['h'], 0) / 62) * smooth(0.0, 0.5, d) + 0.62 * smooth(0.40, 1, d)
    col = mixc(col, rgb('#d6d7ca'), np.clip(f, 0, 0.85))
    al = m['hitraw'] * (m['h'] > -0.5)
    al = al.astype(float)
    col = down(col * al[..., None], ss)
    al = down(al, ss)
    c.over(col / np.maximum(al, 1e-6)[..., None], al)


def P(s, n, y):
    return (A[0] + UX * s + NX * n, y, A[1] + UZ * s + NZ * n)


def tn(col, z, k=1.0):
    return hexmix(col, '#b9c2bd', min(0.74, k * (1 - math.exp(-max(0, z - 40) / 330))))


LAMPS = []


def bridge(W_, lamps=True):
    o = []
    n = 15
    sp = DL / n
    r = random.Random(77)

    def q(pts, c_, op=1):
        o.append(W_.poly(pts, c_, op))

    if W_.sg < 0:
        for i in range(40):
            q(
                [
                    P(DL * i / 40, -HALF + 0.3, DECK - 0.7),
                    P(DL * (i + 1) / 40, -HALF + 0.3, DECK - 0.7),
                    P(DL * (i + 1) / 40, HALF, DECK - 0.7),
                    P(DL * i / 40, HALF, DECK - 0.7),
                ],
                tn('#33434c', P(DL * i / 40, 0, 0)[2]),
            )
    for i in range(n, -1, -1):  # piers, far to near
        s = i * sp
        z = P(s, 0, 0)[2]
        HW = HALF - 1.35
        if z < 34:
            continue
        c1, c2, c3 = tn('#47575f', z), tn('#7d8f93', z), tn('#26333c', z)
        t = 0.95
        kx = W_.k(P(s, -HW * 0.5, 0)[2])
        (fx, fy) = W_(*P(s, -HW * 0.55, 0.1))
        dy = kx * CAM / P(s, 0, 0)[2]
        if W_.sg > 0:
            o.append(
                f'<path d="{blob(fx,fy+.35*kx*.5,2.5*kx,2.3*dy*1.25+.3*kx,r,13,.8,1.1)}" fill="{tn("#7f959d",z)}"/><path d="{blob(fx,fy-.1*kx,2.4*kx,2.2*dy*1.2,r,13,.8,1.08)}" fill="{tn("#dcdfd5",z)}"/>'
            )
        q(
            [
                P(s - t, HW, -0.5),
                P(s - t, -HW, -0.5),
                P(s - t * 0.8, -HW + 0.2, DECK - 1.6),
                P(s - t * 0.8, HW - 0.2, DECK - 1.6),
            ],
            c1,
        )
        q(
            [
                P(s - t, -HW, -0.5),
                P(s, -HW - 0.9, -0.5),
                P(s, -HW - 0.5, DECK - 3),
                P(s + t * 0.8, -HW + 0.2, DECK - 1.6),
                P(s - t * 0.8, -HW + 0.2, DECK - 1.6),
            ],
            c2,
        )
        q(
            [
                P(s, -HW - 0.9, -0.5),
                P(s + t, -HW, -0.5),
                P(s + t * 0.8, -HW + 0.2, DECK - 1.6),
                P(s, -HW - 0.5, DECK - 3),
            ],
            tn('#65767d', z),
        )
        q(
            [
                P(s - t * 1.2, HALF - 0.2, DECK - 1.9),
                P(s - t * 1.2, -HALF + 0.1, DECK - 1.9),
                P(s - t * 1.2, -HALF + 0.1, DECK - 1.0),
                P(s - t * 1.2, HALF - 0.2, DECK - 1.0),
            ],
            c3,
        )
        q(
            [
                P(s - t * 1.5, -HALF - 0.1, DECK - 1.7),
                P(s + t * 1.5, -HALF - 0.1, DECK - 1.7),
                P(s + t * 1.5, -HALF - 0.1, DECK - 1.1),
                P(s - t * 1.5, -HALF - 0.1, DECK - 1.1),
            ],
            c3,
        )
    for i in range(n - 1, -1, -1):  # girders with a shallow haunch, slab, pavement
        s0, s1 = i * sp, (i + 1) * sp
        z = P(s0, 0, 0)[2]
        hc = [
            P(s0 + (s1 - s0) * t, -HALF + 0.3, DECK - 0.75 - 1.35 * (1 - 4 * t * (1 - t)) ** 1.2)
            for t in [k / 12 for k in range(13)]
        ]
        q([P(s0, -HALF + 0.3, DECK)] + hc + [P(s1, -HALF + 0.3, DECK)], tn('#5d7077', z))
        q(
            [P(s0, -HALF + 0.28, DECK - 0.0)]
            + [
                P(
                    s0 + (s1 - s0) * k / 12,
                    -HALF + 0.28,
                    DECK - 0.42 - 0.2 * (1 - 4 * (k / 12) * (1 - k / 12)),
                )
                for k in range(13)
            ]
            + [P(s1, -HALF + 0.28, DECK)],
            tn('#35444c', z),
            0.85,
        )
    for i in range(60):
        s0, s1 = DL * i / 60, DL * (i + 1) / 60
        z = P(s0, 0, 0)[2]
        if W_.sg < 0:
            continue
        q(
            [P(s0, -HALF, DECK), P(s1, -HALF, DECK), P(s1, HALF, DECK), P(s0, HALF, DECK)],
            tn('#8b999a', z),
        )
        q(
            [
                P(s0, -1.9, DECK + 0.02),
                P(s1, -1.9, DECK + 0.02),
                P(s1, 2.0, DECK + 0.02),
                P(s0, 2.0, DECK + 0.02),
            ],
            tn('#a9b1ad' if i % 3 else '#b7bdb7', z),
            0.9,
        )
        q(
            [
                P(s0, -HALF - 0.02, DECK - 0.4),
                P(s1, -HALF - 0.02, DECK - 0.4),
                P(s1, -HALF - 0.02, DECK + 0.22),
                P(s0, -HALF - 0.02, DECK + 0.22),
            ],
            tn('#9aa7a6', z),
        )
        q(
            [
                P(s0, -HALF - 0.03, DECK + 0.12),
                P(s1, -HALF - 0.03, DECK + 0.12),
                P(s1, -HALF - 0.03, DECK + 0.24),
                P(s0, -HALF - 0.03, DECK + 0.24),
            ],
            tn('#e2e0d2', z),
        )
    return ''.join(o)


def rail(W_, n_, near):
    o = []
    s = 0
    st = 2.05
    while s < DL:
        a = P(s, n_, DECK + 0.2)
        z = a[2]
        half = s > 104  # the paint of the rail changes in mid-river
        c_ = tn('#2b3841' if not half else '#6d8894', z, 0.8) if near else tn('#45565f', z)
        o.append(W_.line(a, P(s, n_, DECK + 1.28), 0.16, c_, 1, 0.55))
        for y, w in ((1.24, 0.13), (0.92, 0.05), (0.6, 0.05), (0.28, 0.05)):
            e = min(s + st, DL)
            o.append(W_.line(P(s, n_, DECK + y), P(e, n_, DECK + y), w, c_, 1, 0.45))
        if near:
            o.append(
                W_.line(
                    P(s, n_, DECK + 1.31),
                    P(min(s + st, DL), n_, DECK + 1.31),
                    0.05,
                    tn('#eee9d9', z, 0.6),
                    0.9,
                    0.4,
                )
            )
        s += st
    return ''.join(o)


def lamps(W_):
    o = []
    del LAMPS[:]
    for i, s in enumerate((29, 54, 81, 110, 142, 178, 218, 262, 310)):
        a = P(s, HALF - 0.3, DECK)
        z = a[2]
        c_ = tn('#26333c', z, 0.8)
        o.append(W_.line(a, P(s, HALF - 0.3, DECK + 6.4), 0.17, c_, 1, 0.7))
        o.append(
            W_.line(P(s, HALF - 0.3, DECK + 6.4), P(s, HALF - 2.0, DECK + 6.9), 0.11, c_, 1, 0.6)
        )
        o.append(
            W_.line(P(s, HALF - 1.8, DECK + 6.86), P(s, HALF - 2.7, DECK + 6.92), 0.22, c_, 1, 0.8)
        )
        LAMPS.append((W_(*P(s, HALF - 2.3, DECK + 6.72)), z))
    return ''.join(o)


def tourists():
    o = []
    INK = lambda z: tn('#1a252e', z, 0.55)
    L = [
        ('man', 80, -2.5, 1.76, 1),
        ('woman', 82.6, -2.6, 1.66, 1),
        ('child', 84.6, -2.55, 1.2, 1),
        ('man', 97, -2.55, 1.74, -1),
        ('woman', 103, -2.5, 1.64, 1),
    ]
    for k, s, n, h, fl in L[::-1]:
        a = P(s, n, DECK + 0.05)
        X, Y = V(*a)
        o.append(fig(k, X, Y, h * 1.42 * V.k(a[2]), INK(a[2]), '#e9e3d2', -0.7, fl))
    return ''.join(o)


def water():
    p = np.maximum(YY - HOR, 1.0)
    z = CAM * F / p
    x = (XX - 960) * z / F
    return x, z


def main():
    sc = Scene('bridge')
    heaven = sc.layer()
    sky(heaven)
    for z0, z1 in ((900, 6400), (300, 900)):
        paint(sc.layer(), landscape(hgt, CAM, HOR, F, z0, z1, 620, None, LIGHT, ss=SS))
    hz = sc.layer()
    hz.over(
        rgb('#dfddcd'),
        smooth(-0.4, 0.5, fbm(XX / 520, YY / 60, 4, 200))
        * (
            0.50 * np.exp(-(((YY - 440) / 24) ** 2))
            + 0.30 * np.exp(-(((YY - 380) / 26) ** 2)) * smooth(1500, 200, XX)
        ),
    )
    # ---- river: slow mirror, then plates of ice
    x, z = water()
    rows = np.clip(HOR + 14 - (YY[:, 0] - HOR - 44) * 0.95, 2, HOR + 30) * S
    refl = Canvas()
    refl.over(heaven.a[rows.astype(int)][..., :3], 1)
    refl.put(mirror_land(paint, hgt, CAM, HOR, F, [(900, 6400), (300, 900)], 420, LIGHT))
    bsv = bridge(VM) + rail(VM, HALF, 0) + rail(VM, -HALF, 1) + lamps(VM)
    refl.put(svg(bsv), 0.92)
    dw = smooth(470, 1000, YY)
    rp = ripple(refl.a[..., :3], 3 + 15 * dw, 520)
    tint = ramp(
        [(0, '#b4bfba'), (0.3, '#6f8388'), (0.65, '#3a4a52'), (1, '#1e2a33')], smooth(452, 930, YY)
    )
    wc = mixc(rp, tint, 0.26 + 0.36 * dw)
    wc = mixc(
        wc,
        rgb('#dfe0d3'),
        smooth(0.20, 0.27, fbm((XX - 960) / (70 + 80 * dw), (YY - HOR) / (1.6 + 2 * dw), 3, 551))
        * 0.40
        * smooth(900, 480, YY),
    )
    wc = mixc(
        wc,
        rgb('#1e2a33'),
        smooth(0.17, 0.26, fbm(XX / 180, (YY - HOR) / (3 + 2 * dw), 3, 571)) * 0.40 * dw,
    )
    # floes: cracked plates in world metres; big sheets near the banks, loose ones in the current
    flo = np.zeros_like(XX)
    side_ = np.zeros_like(XX)
    tone_ = np.zeros_like(XX)
    hx = np.zeros_like(XX)
    dens = (
        fbm(x / 62 + 0.3 * fbm(x / 60, z / 60, 2, 561), z / 34, 4, 560)
        + 0.34 * smooth(60, 26, z) * smooth(-40, 30, x)
        + 0.26 * smooth(300, 345, z)
        + 0.10 * smooth(130, 60, z)
        - 0.045
    )
    wob = 0.16 * fbm(x / 2.6, z / 2.6, 3, 563)
    for size, seed, lo in ((17.0, 580, 0.05), (7.4, 583, 0.03), (3.1, 587, -0.01)):
        for kind in (0, 1):  # 1 = the wet side of the plate, seen below its near edge
            zz = z + (kind * (0.34 + 0.02 * z**0.5))
            e, idn, du, dv = plates(
                (x + 0.22 * zz) / size + 0.12 * fbm(x / 5, zz / 5, 2, seed + 1),
                zz / (size * 1.15),
                seed,
                0.95,
            )
            dn = dens + 0.30 * (idn - 0.5)
            f = (
                smooth(0.055, 0.085, e + wob * 0.5)
                * smooth(lo + 0.06, lo + 0.10, dn)
                * smooth(34, 60, z * 3)
            )
            if kind == 0:
                tone_ = tone_ * (1 - f) + f * idn
                hx = hx * (1 - f) + f * smooth(0.10, 0.28, e)
                flo = np.maximum(flo, f)
            else:
                side_ = np.maximum(side_, f)
    bank = (z > shore(x) - 1).astype(float)
    wc = mixc(wc, rgb('#1b2730'), gaussian_filter(side_, (3.2 * S, 2 * S)) * (1 - flo) * 0.55)
    wc = mixc(wc, mixc(rgb('#5b7688'), rgb('#93a9ae'), smooth(40, 260, z)), side_ * (1 - flo) * 0.9)
    shade = fbm(XX / 300, YY / 60, 3, 566)
    top = mixc(
        mixc(rgb('#8ea3a9'), rgb('#c0cac4'), smooth(0.18, 0.24, tone_ * 0.5 + 0.25 * shade)),
        rgb('#e0dfd0'),
        smooth(0.56, 0.60, tone_ + 0.35 * shade) * 0.9,
    )
    top = mixc(top, rgb('#7f969f'), smooth(0.14, 0.2, fbm(x / 2.4, z / 3.4, 4, 568)) * 0.35 * hx)
    top = mixc(top, rgb('#eee9d9'), (1 - hx) * 0.55)
    top = mixc(top, rgb('#4b606c'), smooth(820, 1010, YY) * 0.62)
    wc = mixc(wc, top, flo * 0.96)
    wl = sc.layer()
    wl.over(wc, smooth(HOR + 30, HOR + 34, YY) * (1 - bank))
    # ---- bridge
    br = sc.layer()
    br.put(svg(bridge(V) + rail(V, HALF, 0) + lamps(V) + tourists() + rail(V, -HALF, 1), ''))
    (lx, ly), lz = LAMPS[1]
    gl = sc.layer()
    d = np.hypot(XX - lx, YY - ly)
    gl.over(rgb('#f2b45a'), np.clip(1 - d / 92, 0, 1) ** 2.3 * 0.62)
    gl.put(svg(f'<ellipse cx="{lx:.1f}" cy="{ly:.1f}" rx="6.4" ry="3.4" fill="#ffdf9f"/>'))
    ry = VM(*P(54, HALF - 2.3, DECK + 6.7))[1]
    f = (
        np.exp(-(((XX - lx) / (4 + 0.030 * np.abs(YY - ry))) ** 2))
        * np.exp(-(((YY - ry) / 54) ** 2))
        * smooth(-0.12, 0.2, fbm(XX / 40, YY / 3.2, 2, 210))
    )
    wl.over(rgb('#f2b45a'), f * 0.85 * (1 - flo * 0.75) * (1 - bank))
    sc.part('mist', 0.12)
    mi = sc.layer()
    mi.over(
        rgb('#dcdccf'),
        smooth(-0.3, 0.5, fbm(XX / 480, YY / 46, 4, 231))
        * (
            0.42 * np.exp(-(((YY - 486) / 26) ** 2)) * smooth(1500, 500, XX)
            + 0.16 * np.exp(-(((YY - 600) / 46) ** 2))
        ),
    )
    # ---- near: the promenade's stone rail in shade, a coin telescope left pointing across
    sc.part('near', 0.85)
    ne = sc.layer()
    r = random.Random(6)
    o = []
    o.append(
        '<path d="M-20,1100V985C400,972 900,968 1300,976C1600,982 1800,990 1960,984V1100z" fill="url(#pv)"/>'
    )
    for k in range(24):
        o.append(
            f'<path d="{blob(r.uniform(-20,1940),r.uniform(1010,1075),r.uniform(40,150),r.uniform(3,8),r)}" fill="#5f737c" opacity=".42"/>'
        )
    yb = lambda x: 980 - 10 * math.sin((x + 60) / 2040 * 3.14)
    for x in range(-70, 1990, 212):
        y = yb(x)
        o.append(
            f'<path d="M{x-13},{y+8:.0f}v-104q0,-5 5,-5h20q5,0 5,5v104z" fill="#18232c"/><path d="M{x-13},{y+8:.0f}v-104q0,-5 5,-5h2v109z" fill="#7d9196" opacity=".75"/>'
            f'<path d="M{x-17},{y-92:.0f}h38v-7h-38z" fill="#223039"/><path d="M{x-15},{y-99:.0f}q2,-12 19,-13q15,0 17,13z" fill="#c3ccc8"/><path d="M{x+4},{y-99:.0f}q14,-2 14,-8q2,3 3,8z" fill="#7c9097"/>'
        )
    for x0 in range(-70, 1930, 212):
        x1 = x0 + 212
        y0, y1 = yb(x0), yb(x1)
        a, b = x0 + 17, x1 - 13
        o.append(
            f'<path d="M{a},{y0-70:.1f}L{b},{y1-70:.1f}v15L{a},{y0-55:.1f}z M{a},{y0-14:.1f}L{b},{y1-14:.1f}v14L{a},{y0:.1f}z" fill="#1b2730"/>'
        )
        o.append(
            f'<path d="M{a},{y0-71:.1f}q30,-8 66,-6t70,-2t{b-a-136},{y1-y0+6:.1f}v3L{a},{y0-68:.1f}z" fill="#b5c0be"/>'
        )
        for k in range(1, 8):
            xx = a + (b - a) * k / 8
            yy = y0 + (y1 - y0) * k / 8
            o.append(
                f'<path d="M{xx-5:.1f},{yy-13:.1f}c-4,-12 -4,-18 1,-26c3,-6 1,-11 -1,-16h10c-2,5 -4,10 -1,16c5,8 5,14 1,26z" fill="#1b2730"/><path d="M{xx-5:.1f},{yy-13:.1f}c-4,-12 -4,-18 1,-26c3,-6 1,-11 -1,-16h2.6c2,6 3,11 0,17c-4,8 -4,13 -1,25z" fill="#6a7f87" opacity=".6"/>'
            )
    T = (
        '<g transform="translate(462,1000) scale(1.2)"><path d="M-44,6C-38,-7 -20,-12 -9,-14L-7,-132H7L9,-14C20,-12 38,-7 44,6z" fill="#0f1820"/><path d="M-7,-132h4L-5,-14C-16,-12 -34,-6 -40,6h-4C-38,-7 -20,-12 -9,-14z" fill="#6f858d" opacity=".85"/>'
        '<path d="M-15,-134h30l4,-14v-28h-9v20h-20v-20h-9v28z" fill="#16212a"/><path d="M-19,-176h4v28l5,14h-5l-4,-14z" fill="#7d9298" opacity=".8"/>'
        '<g transform="translate(0,-176) rotate(-9)"><path d="M-64,-13h20v10h-20z M-60,3h18v10h-18z" fill="#0b1218"/><path d="M-67,-15q-3,6 0,13h6v-13z M-63,2q-3,6 0,12h6v-12z" fill="#1f2c35"/>'
        '<path d="M-46,-17C-30,-23 -12,-26 8,-28L46,-32V25L8,23C-12,22 -30,20 -46,15z" fill="#17232c"/><path d="M44,-36h17q3,34 0,66H44z" fill="#0d161d"/><path d="M61,-36q3,34 0,66q7,-32 0,-66z" fill="#93a9ae"/>'
        '<path d="M-46,-17C-30,-23 -12,-26 8,-28L46,-32v5L8,-23C-12,-21 -30,-18 -46,-12z" fill="#8ea1a6"/><path d="M-46,1C-20,4 10,4 44,2v4C10,8 -20,8 -46,5z" fill="#0b1218" opacity=".8"/><circle cx="0" cy="4" r="8" fill="#0b1218"/><path d="M-8,4a8,8 0 0 1 8,-8a7,7 0 0 0 -6,8z" fill="#7d9298"/>'
        '<path d="M-40,-19C-28,-27 -10,-31 8,-33C20,-36 34,-38 46,-37L58,-39q4,1 3,4L46,-31L8,-27C-12,-25 -26,-22 -40,-19z" fill="#e3e5db"/></g></g>'
    )
    o.append(T)
    ne.put(
        svg(
            ''.join(o),
            '<linearGradient id="pv" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#33434c"/><stop offset="1" stop-color="#141d25"/></linearGradient>',
        )
    )
    sc.part('gulls', 0.4)
    gulls = (
        '<g fill="none" stroke="#26333c" stroke-width="1.7" stroke-linecap="round">'
        + ''.join(
            f'<path d="M{x-w},{y-w*.35:.1f}q{w*.55:.1f},{-w*.3:.1f} {w},{w*.4:.1f}q{w*.5:.1f},{-w*.75:.1f} {w*1.1:.1f},{-w*.5:.1f}"/>'
            for x, y, w in ((604, 268, 13), (640, 288, 10), (668, 262, 9), (560, 296, 8))
        )
        + '</g>'
    )
    sc.layer().put(svg(gulls))
    return sc


if __name__ == '__main__':
    main().pull()
