"""The frozen river at nightfall, seen low and close: one lit lantern set down on the ice, three lines of
tracks leading from it to the far bank, hills and a wide sky.  World in metres."""
from atelier import *
from still import lantern, lantern_air, lantern_defs

HOR = 420
CAM = 0.42
F = 1300
V = View(CAM, HOR, F)
LIGHT = (-0.72, 0.42, 0.2)
FOOT = 742  # where the lantern stands
LZ = CAM * F / (FOOT - HOR)
LX = (1240 - W / 2) * LZ / F
TALL = 0.40
FLAME = 0.17
YAW = 0.38


def hgt(x, z):
    far = smooth(300, 2600, z)
    shore = 66 + 7 * fbm(x / 60, z * 0 + 3, 3, 15) + 0.00022 * x * x
    bank = smooth(shore, shore + 5, z) * 1.5 + smooth(shore + 5, shore + 160, z) * 7
    wx, wz = x / 1750 + 0.2 * fbm(x / 1400, z / 1400, 2, 140), z / 1750 + 0.2 * fbm(
        x / 1400 + 7, z / 1400, 2, 144
    )
    m = ridged(wx + 8.3, wz + 1.1, 5, 21, 0.33, 2.1, 0.85)
    lean = 0.34 + 0.95 * smooth(
        -1500, 1700, x * (2200 / np.maximum(z, 400))
    )  # the valley opens on the left
    return -2 + bank + far * (m * (210 + 640 * smooth(900, 5200, z)) + 24) * lean


R = [('#25264c', '#5f5580'), ('#3b3b66', '#80698a'), ('#6f769f', '#b98f98')]


def sky(c):
    t = (
        YY / HOR
        + 0.035 * fbm(XX / 460, YY / 80, 3, 60)
        + 0.10 * smooth(900, 0, XX) * smooth(120, 420, YY)
    )
    c.over(
        ramp(
            [
                (0, '#141b40'),
                (0.28, '#262d5c'),
                (0.52, '#474a7c'),
                (0.72, '#77618a'),
                (0.88, '#ac7d92'),
                (1.0, '#d69f9a'),
                (1.12, '#e7b8a2'),
            ],
            t,
        ),
        1,
    )
    r = random.Random(12)
    s = ''.join(
        f'<circle cx="{r.uniform(0,W):.0f}" cy="{r.uniform(0,230)*r.random()**.4:.0f}" r="{r.choice([.7,.8,.9,1.1,1.5])}" opacity="{r.uniform(.2,.8):.2f}"/>'
        for _ in range(120)
    )
    c.put(svg(f'<g fill="#dfe4f2">{s}</g>'), 0.75)
    n = fbm(XX / 700, YY / 46, 5, 190) + 0.16 * fbm(XX / 130, YY / 20, 3, 195)
    bars = smooth(0.10, 0.22, n) * np.exp(-(((YY - 262) / 74) ** 2))
    c.over(
        ramp([(0, '#3a3e70'), (0.55, '#75608c'), (1, '#c08d98')], smooth(120, 380, YY)), bars * 0.72
    )
    lit = smooth(0.16, 0.24, n) * np.exp(-(((YY - 330) / 52) ** 2))
    c.over(rgb('#e3ab9f'), lit * 0.6 * smooth(1250, 200, XX))
    glow_ell(c, 250, HOR - 8, 900, 190, '#eab5a4', 0.42, 1.9)


WAY = [
    (LX - 0.42, LZ + 0.3),
    (LX - 0.62, 2.7),
    (LX - 0.8, 4.2),
    (-0.9, 8),
    (-2.6, 18),
    (-4.2, 36),
    (-8.0, 68),
]


def prints():
    """Three people went off together: feet as (x, z, heading, length)."""
    r = random.Random(8)
    out = []
    way = chaikin(WAY, 3)
    xs, zs = np.array(way).T
    d = np.concatenate([[0], np.cumsum(np.hypot(np.diff(xs), np.diff(zs)))])
    for off, stride, size, begin, wide in (
        (-0.40, 0.66, 0.29, 0.5, 0.08),
        (0.06, 0.58, 0.25, 0.3, 0.07),
        (0.40, 0.38, 0.19, 0.16, 0.05),
    ):
        s, left = begin, 1
        while s < d[-1]:
            x, z = np.interp(s, d, xs), np.interp(s, d, zs)
            x2, z2 = np.interp(s + 0.3, d, xs), np.interp(s + 0.3, d, zs)
            a = math.atan2(x2 - x, z2 - z + 1e-9)
            o = off * (1 + 0.12 * math.sin(s / 2.7 + off * 9)) + left * wide
            out.append(
                (
                    x + o * math.cos(a) + r.uniform(-0.02, 0.02),
                    z - o * math.sin(a),
                    a + left * 0.1 + r.uniform(-0.08, 0.08),
                    size,
                    s,
                )
            )
            s += stride * r.uniform(0.93, 1.07)
            left = -left
    # where they stood a while
    for x, z, a, size in (
        (-0.47, 0.05, -0.35, 0.29),
        (-0.34, 0.16, -0.1, 0.29),
        (-0.30, -0.16, 0.3, 0.25),
        (-0.24, 0.33, -0.2, 0.19),
    ):
        out.append((LX + x, LZ + z, a, size, 0))
    return out


FORE = [
    (-0.13, -0.02),
    (-0.17, 0.14),
    (-0.17, 0.32),
    (-0.10, 0.47),
    (0.02, 0.5),
    (0.13, 0.42),
    (0.17, 0.24),
    (0.13, 0.06),
    (0.08, -0.06),
    (-0.05, -0.08),
]
HEEL = [
    (-0.11, -0.14),
    (-0.13, -0.3),
    (-0.10, -0.45),
    (0.0, -0.5),
    (0.10, -0.45),
    (0.13, -0.3),
    (0.10, -0.15),
    (0.0, -0.12),
]
SOLE = [
    (-0.13, -0.4),
    (-0.11, -0.12),
    (-0.17, 0.12),
    (-0.17, 0.32),
    (-0.10, 0.47),
    (0.02, 0.5),
    (0.13, 0.42),
    (0.17, 0.24),
    (0.12, -0.02),
    (0.11, -0.2),
    (0.13, -0.36),
    (0.08, -0.49),
    (-0.06, -0.5),
]


def sole(x, z, a, size, grow=1.0, part=None):
    pts = []
    for u, v in part or SOLE:
        u, v = u * size * grow, v * size * (1 + (grow - 1) * 0.5)
        px, pz = x + u * math.cos(a) + v * math.sin(a), z - u * math.sin(a) + v * math.cos(a)
        pts.append(V(px, 0, max(pz, 0.9)))
    return path(chaikin(pts, 1, True))


def ice(c):
    """The river: bare ice and thin snow, in three tones; the lantern's light and shadows on it."""
    q = np.maximum(YY - HOR, 0.35)
    Z = CAM * F / q
    X = (XX - W / 2) * Z / F
    p = np.clip(q / (H - HOR), 0, 1)
    # bare ice mirrors the sky over it
    bare = ramp(
        [
            (0, '#c39aa4'),
            (0.03, '#96859f'),
            (0.09, '#66709c'),
            (0.25, '#3a5484'),
            (0.5, '#233a68'),
            (1, '#101c40'),
        ],
        p + 0.02 * fbm(XX / 300, YY / 30, 3, 7),
    )
    dark = fbm(X / 1.5 + 0.3 * fbm(X / 3, Z / 3, 2, 50), Z / 2.6, 3, 51)
    bare = mixc(bare, bare * 0.74, smooth(0.06, 0.14, dark) * 0.8 * smooth(0.03, 0.14, p))
    # air in the ice: pale drifting veils and seams
    veil = fbm(X / 0.5 + 0.8 * fbm(X / 1.1, Z / 1.6, 3, 61), Z / 1.3, 4, 63)
    bare = mixc(bare, rgb('#7f9cc6'), smooth(0.10, 0.26, veil) * 0.34 * smooth(0.06, 0.3, p))
    for size, seed, w, amt in ((1.35, 71, 1.5, 0.62), (0.42, 74, 0.9, 0.22)):
        e, _, _, _ = plates(
            X / size + 0.5 * fbm(X / 1.2, Z / 1.2, 3, seed + 1),
            Z / size / 1.5 + 0.5 * fbm(X / 1.2 + 9, Z / 1.2, 3, seed + 2),
            seed,
            0.95,
        )
        gy, gx = np.gradient(e)
        e = e / (np.hypot(gx, gy) * S + 1e-6)  # in picture points
        line = smooth(w * 1.3, w * 0.4, e) * smooth(9, 3, Z)
        line *= smooth(-0.05, 0.2, fbm(X / 1.7, Z / 2.4, 2, seed + 5))
        bare = mixc(bare, rgb('#b7cbe6'), line * amt)
    # thin snow, combed by the wind
    sn = fbm(X / 1.3 + 0.35 * fbm(X / 2.5, Z / 4, 2, 31), Z / 2.3, 4, 33) * smooth(14, 5, Z) + fbm(
        X / 9, Z / 16, 4, 36
    ) * smooth(3, 12, Z)
    ways = chaikin(WAY, 3)
    wx = np.interp(Z, [b for _, b in ways], [a for a, _ in ways])
    path_ = np.exp(-(((X - wx) / (1.15 + 0.05 * Z)) ** 2)) * smooth(1.5, 2.0, Z)
    near = np.exp(-(((X - LX) / 1.25) ** 2 + ((Z - LZ - 0.25) / 0.62) ** 2))
    sn = sn + 0.34 * path_ + 0.30 * near - 0.03
    snow = smooth(0.015, 0.055, sn + 0.02 * fbm(X / 0.12, Z / 0.25, 2, 41) * smooth(6, 2, Z))
    rise = fbm(X / 0.7, Z / 1.2, 3, 45) + 0.25 * fbm(X / 0.2, Z / 0.5, 3, 47) * smooth(6, 2, Z)
    white = ramp(
        [(0, '#d8b3b2'), (0.04, '#b8a3b8'), (0.14, '#8f9bc2'), (0.4, '#6f86b6'), (1, '#46609a')], p
    )
    white = mixc(white, white * 0.82, smooth(0.02, 0.08, rise) * 0.75)
    white = mixc(white, np.minimum(white * 1.16, 1), smooth(-0.10, -0.18, rise) * 0.7)
    edge = np.clip(snow * (1 - snow) * 4, 0, 1)
    col = mixc(bare, white, snow)
    col = mixc(col, rgb('#c3d2ec'), edge * 0.16 * smooth(0.02, 0.2, p))
    trod = np.exp(-(((X - wx) / 0.55) ** 2)) * smooth(2.0, 2.6, Z)
    col = mixc(col, col * 0.80, trod * 0.75 * smooth(60, 3, Z))
    # footprints
    holes = lips = treads = ''
    for x, z, a, size, s in prints():
        if z > 46:
            continue
        holes += sole(x, z, a, size)
        treads += sole(x, z, a, size, 1, FORE) + sole(x, z, a, size, 1, HEEL)
        lips += sole(x, z, a, size, 1.22)
    hole = svg(f'<path d="{holes}" fill="#fff"/>')[..., 3]
    tread = svg(f'<path d="{treads}" fill="#fff"/>')[..., 3]
    lip = svg(f'<path d="{lips}" fill="#fff"/>')[..., 3]
    far = svg(
        ''.join(
            f'<path d="M{"L".join("%.1f,%.1f" % V(np.interp(z, [18, 36, 68], [-2.6, -4.2, -8.0]) + o, 0, z) for z in range(24, 68, 2))}" fill="none" stroke="#4a5480" stroke-width=".9" opacity=".55"/>'
            for o in (-0.4, 0.06, 0.4)
        )
    )
    lip = np.clip(lip - hole, 0, 1)
    col = mixc(col, rgb('#a9b8da'), gaussian_filter(lip, 1.6 * S) * 0.30 * smooth(14, 3, Z))
    col = mixc(col, rgb('#2d4074'), hole * 0.72)
    col = mixc(col, rgb('#182450'), tread * 0.72)
    col = mixc(col, far[..., :3], far[..., 3])
    col = col * mixc(rgb('#c9bfd0'), rgb('#8f9cc4'), smooth(0.0, 0.25, p))  # night
    # ---- the lantern's light: cos/d2 on the ice
    dx, dz = X - LX, Z - LZ
    r2 = dx * dx + dz * dz
    e = 0.34 * FLAME / (r2 + FLAME * FLAME) ** 1.5 * (0.92 + 0.5 * np.clip(rise, -0.4, 0.4))
    t = e / (e + 1)
    w = t + 0.03 * fbm(X / 0.16, Z / 0.3, 3, 91)
    flat = np.zeros_like(t)
    last = 0
    for a, b in ((0.06, 0.10), (0.16, 0.22), (0.32, 0.40), (0.52, 0.60), (0.72, 0.82)):
        flat = flat + smooth(a - 0.02, a + 0.02, w) * (b - last)
        last = b
    t = 0.5 * t + 0.5 * flat
    # shadows: the drum's disc, the two tubes, the wires
    r = np.sqrt(r2)
    th = np.arctan2(dz, dx)
    sh = smooth(0.215, 0.175, r) * 0.93
    for a, wid, amt in (
        (-YAW, 0.085, 0.62),
        (math.pi - YAW, 0.085, 0.62),
        (-1.2, 0.028, 0.28),
        (1.9, 0.028, 0.28),
        (0.75, 0.028, 0.28),
        (-2.3, 0.028, 0.28),
    ):
        d = np.abs((th - a + math.pi) % (2 * math.pi) - math.pi)
        soft = 1 + 0.7 * smooth(0.3, 2.5, r)
        sh = np.maximum(
            sh,
            smooth(wid * 1.45 * soft, wid * 0.55, d)
            * amt
            * smooth(0.12, 0.2, r)
            * smooth(5, 1.4, r),
        )
    t = t * (1 - sh)
    # a print is a bowl: dark on the lamp's side, lit on the far side
    away = gaussian_filter(hole, (0.6 * S, 0.6 * S))
    gz, gx = np.gradient(away)
    slope = (gz * (-1) * np.sign(-dz) * np.abs(dz) / (r + 1e-3) + gx * dx / (r + 1e-3)) * S
    warm = ramp(
        [
            (0, '#20264e'),
            (0.12, '#7a4a50'),
            (0.3, '#d08a4c'),
            (0.5, '#ffc26e'),
            (0.8, '#ffdd9e'),
            (1, '#fff1cf'),
        ],
        t,
    )
    alb = mixc(rgb('#5f86b4') * 0.9, rgb('#fff4e2'), snow)
    alb = mixc(alb, rgb('#5c4a58'), hole * 0.6)
    alb = mixc(alb, rgb('#40303e'), tread * 0.6)
    alb = mixc(alb, rgb('#fffaf0'), lip * 0.6)
    shine = warm * alb
    amt = np.clip(smooth(0.015, 0.30, t), 0, 1) * (0.35 + 0.65 * snow)
    col = mixc(col, 1 - (1 - col * 0.62) * (1 - shine * 0.95), amt)
    col = mixc(col, rgb('#ffd694'), np.clip(-slope * 1.2, 0, 1) * smooth(0.03, 0.3, t) * 0.8)
    col = mixc(col, col * 0.35, smooth(0.215, 0.165, r) * 0.72)
    # its mirror in the bare ice, broken by grain
    streak = (
        np.exp(-(((XX - 1240) / (34 + 0.05 * np.maximum(YY - FOOT, 0))) ** 2))
        * smooth(FOOT + 60, FOOT + 90, YY)
        * smooth(FOOT + 330, FOOT + 110, YY)
    )
    streak = (
        streak * (0.5 + 0.5 * smooth(-0.1, 0.2, fbm(XX / 60, YY / 5, 3, 97))) * (1 - 0.8 * snow)
    )
    col = 1 - (1 - col) * (1 - streak[..., None] * rgb('#f0a050') * 0.55)
    # calm foot
    col = mixc(col, rgb('#0c1434'), 0.78 * smooth(740, 1060, YY))
    c.over(np.clip(col, 0, 1), smooth(HOR + 0.2, HOR + 1.2, YY))


def main():
    sc = Scene('lantern')
    sky(sc.layer())
    for z0, z1, n in ((2600, 14000, 620), (700, 2600, 520)):
        m = landscape(hgt, CAM, HOR, F, z0, z1, n, None, LIGHT, ss=SS)
        paint_land(sc.layer(), m, R, (0.34, 0.6), (700, 9000), 1.6, 0.08, ('#c79aa2', 0.55, 130))
    mi = sc.layer()
    mi.over(
        mixc(rgb('#8d7a9a'), rgb('#e0aca2'), smooth(1300, 100, XX)),
        smooth(-0.3, 0.5, fbm(XX / 600, YY / 40, 4, 200))
        * 0.6
        * np.exp(-(((YY - HOR + 16) / 22) ** 2)),
    )
    # ---- the river and its far bank
    sc.part('river', 0.16)
    ba = sc.layer()
    m = landscape(hgt, CAM, HOR, F, 50, 700, 700, None, LIGHT, ss=SS, nearest=True)
    m['hitraw'] = m['hitraw'] & (m['h'] > -1.2)
    paint_land(
        ba,
        m,
        [('#2b2b55', '#5a5280'), ('#3c3b68', '#6e6190'), ('#8289b2', '#a58ba4')],
        (0.36, 0.66),
        (60, 900),
        1.0,
        0.12,
    )
    r = random.Random(17)
    trees = []
    for _ in range(420):
        x, z = r.uniform(-62, 66), r.uniform(74, 120)
        if (
            abs(x + 8) < 5
            and z < 110
            or abs(V(x, 0, z)[0] - 1240) < 110
            or math.sin(x / 5.1) + 0.6 * math.sin(x / 2.3 + 1) < r.uniform(-0.5, 0.9)
        ):
            continue
        a = V(x, 1.4, z)
        h = (
            r.uniform(1.6, 3.6)
            * (1.5 if r.random() < 0.14 else 1)
            * V.k(z)
            * (0.75 + 0.5 * step(-20, 60, x))
        )
        trees.append(
            (-z, spruce(a[0], a[1] + 3, h, r, hexmix('#171a3c', '#443f6c', (z - 70) / 80)))
        )
    tufts = ''
    for _ in range(150):
        x = r.uniform(-54, 56)
        if abs(x + 8) < 2.5 or math.sin(x / 3.3) + math.sin(x / 1.3) < r.uniform(-1, 1):
            continue
        a = V(x, 0, 68)
        for _ in range(5):
            u, h = r.uniform(-6, 6), r.uniform(3, 11)
            tufts += f'M{a[0]+u:.1f},{a[1]+1:.1f}q{r.uniform(-1,1):.1f},{-h*.6:.1f} {r.uniform(-3,3):.1f},{-h:.1f}'
    ba.put(
        svg(
            ''.join(b for _, b in sorted(trees))
            + f'<path d="{tufts}" fill="none" stroke="#2a2850" stroke-width=".9"/>'
        )
    )
    ic = sc.layer()
    ice(ic)
    lit = sc.layer()
    high = TALL * F / LZ
    e = CAM / math.hypot(CAM, LZ)
    d = lantern_defs('l', '#12122c', '#3b3454', '#8c93c0')
    x = 1240
    lit.put(
        svg(
            '<g opacity=".62">'
            + lantern_air('l', x, FOOT, high, e, 2.1, 0.8)
            + '</g>'
            + lantern('l', x, FOOT, high, e, '#12122c', '#3b3454', YAW)
            + '<g opacity=".28">'
            + lantern_air('l', x, FOOT, high, e, 0.8, 0.5)
            + '</g>',
            d,
        )
    )
    # ---- near: dry reeds frozen in
    sc.part('near', 0.85)
    ne = sc.layer()
    bs = lambda x: 1092 - 46 * step(420, -60, x) - 60 * step(1560, 1960, x)
    ne.put(
        svg(
            reeds(-20, 400, bs, 90, 330, 46, '#0b1130', 0.16, 3, 0.6)
            + reeds(-20, 700, lambda x: bs(x) + 14, 30, 110, 60, '#080d26', 0.2, 6, 0.3)
            + reeds(1600, 1960, bs, 110, 400, 52, '#0b1130', -0.14, 4, 0.6)
            + reeds(1430, 1960, lambda x: bs(x) + 14, 30, 120, 70, '#080d26', -0.12, 9, 0.3)
        )
    )
    return sc


if __name__ == '__main__':
    main().pull()
