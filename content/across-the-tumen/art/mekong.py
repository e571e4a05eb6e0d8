"""First light on the Mekong: a narrow boat, three hooded figures, one lamp in the far trees.  World in metres."""
from atelier import *

HOR = 446
CAM = 20.0
F = 1150
V = View(CAM, HOR, F)
VM = View(CAM, HOR, F, mirror=True)
LIGHT = (-0.70, 0.44, 0.30)
LX = 660
RIVER = chaikin(
    [
        (900, 120),
        (380, 190),
        (60, 250),
        (-210, 420),
        (-330, 760),
        (-250, 1250),
        (30, 1900),
        (140, 2700),
        (-250, 4200),
        (-900, 6500),
    ],
    3,
)


def hgt(x, z):
    d = dist_poly(x, z, RIVER)
    hw = (
        (212 - 70 * smooth(500, 2600, z))
        + 20 * fbm(x / 170, z / 170, 3, 705)
        + 7 * fbm(x / 34, z / 34, 2, 706)
    )
    bank = smooth(hw, hw + 16, d)
    inl = smooth(hw + 10, hw + 40, d)
    e, idn, du, dv = plates(x / 15 + 0.25 * fbm(x / 30, z / 30, 2, 711), z / 15, 710, 0.9)
    crown = np.sqrt(np.clip(1 - (np.hypot(du, dv) / 0.72) ** 2, 0, 1)) * (7 + 6 * idn)
    wx, wz = x / 1500 + 0.14 * fbm(x / 1300, z / 1300, 2, 715), z / 1500 + 0.14 * fbm(
        x / 1300 + 5, z / 1300, 2, 717
    )
    hill = (
        np.clip(0.5 + 0.62 * fbm(wx * 1.5 + 1.7, wz * 1.5 + 6.2, 4, 720, 0.45) - 0.16, 0, 1) ** 1.25
    )
    far = smooth(900, 5200, z)
    v = smooth(hw + 60, hw + 900, d)
    rise = hill * v * (250 + 620 * far)
    trees = (9 + crown + 5 * fbm(x / 80, z / 80, 2, 712)) * inl * smooth(9000, 4200, z)
    return -6 + bank * 8.5 + trees + rise


def sky(c):
    t = (
        YY / HOR
        + 0.045 * fbm(XX / 500, YY / 80, 4, 60)
        + 0.26 * np.exp(-(((XX - LX) / 700) ** 2)) * smooth(0.1, 1, YY / HOR)
    )
    c.over(
        ramp(
            [
                (0, '#17383a'),
                (0.18, '#2a544f'),
                (0.40, '#4f7c69'),
                (0.60, '#8fa983'),
                (0.78, '#c3c595'),
                (0.96, '#ebd9a0'),
                (1.2, '#f6e6b6'),
            ],
            t,
        ),
        1,
    )
    n = fbm(XX / 640, YY / 60, 5, 790) + 0.22 * fbm(XX / 140, YY / 20, 3, 795)
    f = smooth(0.02, 0.22, n) * np.exp(-(((YY - 160) / 130) ** 2))
    c.over(
        ramp(
            [(0, '#1f4643'), (0.5, '#6b927a'), (1, '#dccf98')],
            smooth(30, 360, YY) + 0.25 * np.exp(-(((XX - LX) / 500) ** 2)),
        ),
        f * 0.62,
    )
    f = smooth(0.19, 0.33, n) * np.exp(-(((YY - 225) / 110) ** 2))
    c.over(rgb('#f3dfa6'), f * 0.6 * np.exp(-(((XX - LX) / 760) ** 2)))
    glow_ell(c, LX, HOR - 44, 860, 320, '#ffe7ae', 0.58, 1.8)


R = [('#14302f', '#66866f'), ('#23504a', '#8aa07c'), ('#4f7a62', '#c3bd8c')]


def paint(c, m, cut=0.0):
    ss = m['ss']
    k = S * ss
    x, z = m['x'], m['z']
    L = gaussian_filter(m['L'], 1.1 * k)
    yy, xx = np.mgrid[0 : L.shape[0], 0 : L.shape[1]].astype(np.float32) / k
    L = L + 0.07 * fbm(xx / 14, yy / 8, 3, 77)
    d = np.clip(np.log(z / 330) / np.log(6500 / 330), 0, 1)
    cs = [mixc(rgb(a), rgb(b), d) for a, b in R]
    col = cs[0]
    for cutv, nx in zip((0.47, 0.80), cs[1:]):
        t = smooth(cutv - 0.03, cutv + 0.03, L)[..., None]
        col = col * (1 - t) + nx * t
    sb = smooth(5.5, 2.2, m['h'] + 1.1 * fbm(x / 22, z / 12, 3, 748))
    col = mixc(col, mixc(rgb('#5c5038'), rgb('#a08a60'), smooth(0.3, 0.6, d + 0.3 * L)), sb * 0.9)
    warm = np.exp(-(((xx - LX) / 520) ** 2))
    mc = mixc(rgb('#9fb08c'), rgb('#f0dca4'), warm)
    f = 0.80 * np.exp(-np.maximum(m['h'] - 4, 0) / (26 + 120 * d)) * smooth(
        0.12, 0.55, d
    ) + 0.58 * smooth(0.42, 1, d)
    col = mixc(col, mc, np.clip(f, 0, 0.9))
    al = (m['hitraw'] * (m['h'] > -0.6) * (z > m['zmin'] * 1.0004)).astype(np.float32)
    col = down(col * al[..., None], ss)
    al = down(al, ss)
    c.over(col / np.maximum(al, 1e-6)[..., None], al)


# ---- the boat: length axis toward the lamp
BX, BZ = -11.1, 138.0
ANG = math.atan2(0.60, 0.80)
UX, UZ = math.cos(ANG), math.sin(ANG)
BS = 3.09


def B(l, w, h):
    return (BX + BS * (l * UX + w * UZ), BS * h, BZ + BS * (l * UZ - w * UX))


LEN = 6.6


def sheer(l):
    t = l / LEN
    return 0.34 + (1.05 * max(0, t) ** 3.2 if t > 0 else 0.55 * (-t) ** 3)


def beam(l):
    t = abs(l / LEN)
    return 0.60 * max(0, 1 - t**2.6)


def boat(W_, mir=False):
    ls = [-LEN + 2 * LEN * i / 40 for i in range(41)]
    o = []
    ng = [B(l, beam(l), sheer(l)) for l in ls]
    fg = [B(l, -beam(l), sheer(l)) for l in ls]
    nw = [B(l * 0.93, beam(l * 0.93) * 0.86, 0) for l in ls]
    fw = [B(l * 0.93, -beam(l * 0.93) * 0.86, 0) for l in ls]
    o.append(W_.poly(fg + fw[::-1], '#120f0f'))
    o.append(W_.poly(ng + fg[::-1], '#27241e' if not mir else '#15110f'))
    o.append(
        W_.poly(
            [B(l, -beam(l) * 0.55, sheer(l) - 0.12) for l in ls] + fg[::-1],
            '#54493a' if not mir else '#15110f',
        )
    )
    K = W_.k(BZ) * BS
    P = []
    for kind, l, h, fill, sc in (
        ('seated', 2.3, 1.42, '#14292c', 0),
        ('seated', 0.35, 1.46, '#122528', 1),
        ('seated', -3.3, 1.62, '#0e1f22', 2),
    ):
        a = W_(*B(l, 0, 0.14))
        hh = h * K * 1.08 * (1 if not mir else -1)
        ex = (
            f'<path d="{FIG["shawl"]}" fill="#7a342f"/><path d="M0,100C-11,100 -17,91 -15,79C-20,77 -24,73 -28,67C-22,72 -14,74 -11,79C-13,90 -8,97 0,100z" fill="#b5684c"/>'
            if sc == 1
            else (f'<path d="{FIG["shawl"]}" fill="{("#2b4a48","","#203c3c")[sc]}"/>')
        )
        P.append(
            (
                l,
                fig(
                    kind, a[0], a[1], hh, fill, '#e9d49a', -1.5 if not mir else None or -0.1, 1, ex
                ),
            )
        )
    for _, g in sorted(P, key=lambda q: -q[0]):
        o.append(g)
    o.append(W_.poly(ng + nw[::-1], '#171714'))
    o.append(
        W_.poly(
            [B(l, beam(l) * 1.0, sheer(l)) for l in ls]
            + [B(l, beam(l) * 1.02, sheer(l) - 0.10 - 0.02) for l in ls][::-1],
            '#8d7850',
        )
    )
    o.append(
        W_.line(
            B(LEN * 0.985, 0, sheer(LEN) - 0.1),
            B(LEN * 1.04, 0, sheer(LEN) + 0.34),
            0.10 * BS,
            '#171714',
        )
    )
    o.append(
        W_.line(
            B(-3.4, 0.35, 1.05),
            B(-8.1, 1.0, -0.02 if not mir else 0),
            0.055 * BS,
            '#171714',
            1,
            1.4,
        )
    )
    o.append(W_.line(B(-7.4, 0.88, 0.16), B(-8.5, 1.06, -0.03), 0.16 * BS, '#171714', 1, 2))
    return ''.join(o)


def wake():
    r = random.Random(4)
    o = ''
    for side in (-1, 1):
        for j in range(3):
            l0 = 4.6 - j * 3.2
            pts = []
            for i in range(15):
                t = i / 14
                l = l0 - t * (9 + 8 * j)
                w = side * (0.55 + (l0 - l) * (0.16 + 0.012 * j)) + r.uniform(-0.05, 0.05)
                pts.append((l, w))
            for i in range(14):
                if r.random() < 0.22 + 0.25 * i / 14:
                    continue
                (l, w), (l2, w2) = pts[i], pts[i + 1]
                a, b = V(*B(l, w, 0)), V(*B(l2, w2, 0))
                sw = (2.1 - 0.5 * j) * (1 - i / 17)
                o += f'<path d="M{a[0]:.1f},{a[1]:.1f}Q{(a[0]+b[0])/2:.1f},{(a[1]+b[1])/2-sw*.7:.1f} {b[0]:.1f},{b[1]:.1f}Q{(a[0]+b[0])/2:.1f},{(a[1]+b[1])/2+sw*.9:.1f} {a[0]:.1f},{a[1]:.1f}z" fill="{"#f0dca4" if (side<0)^(j==1) else "#3d3430"}" opacity="{.85-.2*j:.2f}"/>'
    for i in range(46):
        l = -5.6 - i * 0.75
        w = r.gauss(0, 0.22 + 0.05 * i)
        a = V(*B(l, w, 0))
        q = r.uniform(7, 26) * (1 + i / 40)
        o += f'<ellipse cx="{a[0]:.1f}" cy="{a[1]:.1f}" rx="{q:.1f}" ry="{q*.055+.4:.1f}" fill="{r.choice(["#e3cd95","#c6ac79","#3d3430"])}" opacity="{max(.08,.6-.012*i):.2f}"/>'
    return o


def palm(x, y, h, lean, r, col):
    tx, ty = x + lean * h, y - h
    o = f'<path d="M{x-h*.016:.1f},{y:.1f}Q{x+lean*h*.2:.1f},{y-h*.6:.1f} {tx-h*.008:.1f},{ty:.1f}h{h*.016:.1f}Q{x+lean*h*.25+h*.02:.1f},{y-h*.55:.1f} {x+h*.018:.1f},{y:.1f}z" fill="{col}"/>'
    for i in range(11):
        a = -math.pi * (0.02 + 0.96 * i / 10) + r.uniform(-0.12, 0.12)
        o += frond(
            tx, ty, a, h * r.uniform(0.26, 0.36), 0.55 + 0.25 * abs(math.cos(a)), r, col, 0.26, 12
        )
    return o


def main():
    sc = Scene('mekong')
    heaven = sc.layer()
    sky(heaven)
    land = 0  # where any ground stands in front of the river
    for z0, z1, steps, mist in (
        (2300, 9000, 560, (408, 20)),
        (980, 2300, 460, (428, 16)),
        (250, 980, 760, None),
    ):
        L = sc.layer()
        m = landscape(hgt, CAM, HOR, F, z0, z1, steps, 0, LIGHT, ss=SS)
        paint(L, dict(m, zmin=z0, h=np.where(m['water'] > 0, -5, m['h'])))
        land = np.maximum(land, L.a[..., 3])
        if mist:
            y, spread = mist
            h = sc.layer()
            h.over(
                mixc(rgb('#a9b893'), rgb('#f3e0aa'), np.exp(-(((XX - LX) / 620) ** 2))),
                np.exp(-(((YY - y) / spread) ** 2))
                * (0.2 + 0.8 * smooth(-0.35, 0.4, fbm(XX / 420, YY / 40, 4, y)))
                * 0.72,
            )
    # a few crowns and palms stand above the far forest; one lamp among them
    r = random.Random(22)
    o = []
    shore = []
    for x in np.arange(-180, 260, 2.0):
        z = np.arange(250.0, 760.0, 3.0)
        hh = hgt(np.full_like(z, x)[:, None], z[:, None])[:, 0]
        k = np.argmax(hh > 1.5)
        shore.append((x, z[k]))
    for x, zs in shore:
        if r.random() < 0.13 and x > -70:
            z = zs + r.uniform(4, 16)
            a = V(x, 1.5, z)
            t = min(1, (z - 260) / 900)
            cc = hexmix('#14302f', '#66866f', 0.25 + t * 0.6)
            H_ = r.uniform(17, 26) * V.k(z)
            o.append((z, palm(a[0], a[1], H_, r.uniform(-0.16, 0.16), r, cc)))
    em = sc.layer()
    em.put(svg(''.join(b for _, b in sorted(o, key=lambda q: -q[0]))))
    lx_ = 1248
    xs, zs = min(shore, key=lambda q: abs(V(q[0], 0, q[1])[0] - lx_))
    lx, ly = V(xs, 4.6, zs + 4)
    wl_y = V(xs, 0, zs - 3)[1]
    la = sc.layer()
    la.put(
        svg(
            f'<path d="M{lx-15},{ly+13}v-15l-4,0 13,-11h14l13,11h-4v15z" fill="#0c1f22"/><path d="M{lx-13},{ly+13}v8M{lx+11},{ly+13}v8M{lx-2},{ly+13}v7" stroke="#0c1f22" stroke-width="1.6"/>'
        )
    )
    d = np.hypot(XX - lx, YY - ly - 3)
    la.over(rgb('#ffc46b'), np.clip(1 - d / 96, 0, 1) ** 2.2 * 0.80)
    la.put(
        svg(
            f'<rect x="{lx-3.2:.1f}" y="{ly-1:.1f}" width="6.400" height="8" rx="1" fill="#ffe8b4"/>'
        )
    )
    # ---- river
    refl = Canvas()
    rows = np.clip(HOR - (YY[:, 0] - HOR) * 0.86, 4, HOR) * S
    refl.over(heaven.a[rows.astype(int)][..., :3], 1)
    refl.put(
        mirror_land(
            lambda c_, m: paint(c_, dict(m, zmin=0)),
            hgt,
            CAM,
            HOR,
            F,
            [(2300, 9000), (980, 2300), (250, 980)],
            420,
            LIGHT,
            sink=0.3,
        )
    )
    dw = smooth(450, 1010, YY)
    rp = ripple(refl.a[..., :3], 2.5 + 22 * dw, 730)
    warm = np.exp(-(((XX - LX - (YY - HOR) * 0.10) / (300 + 360 * dw)) ** 2))
    tint = ramp(
        [(0, '#d9c48d'), (0.22, '#a98d63'), (0.55, '#6e5a45'), (1, '#3d3430')],
        smooth(446, 930, YY) - 0.20 * warm,
    )
    wc = mixc(rp, tint, 0.40 + 0.40 * dw)
    q = YY - HOR
    st = fbm(
        (XX - 960) / (90 + 120 * dw) + 0.25 * fbm(XX / 300, q / 60, 2, 749),
        q / (1.9 + 3.2 * dw),
        3,
        751,
    )
    wc = mixc(wc, rgb('#f3dfa6'), smooth(0.06, 0.20, st) * warm * 0.62 * smooth(900, 470, YY))
    wc = mixc(wc, rgb('#cdb27e'), smooth(0.20, 0.26, st) * 0.42 * smooth(980, 560, YY))
    wc = mixc(
        wc,
        rgb('#2f2825'),
        smooth(0.15, 0.24, fbm((XX - 960) / (240 + 60 * dw), q / (4 + 6 * dw), 3, 771)) * 0.42 * dw,
    )
    sw = fbm((XX - 960) / 420 + 0.5 * fbm(XX / 380, q / 70, 2, 775), q / 46, 3, 774)
    wc = mixc(
        wc, rgb('#8d7352'), smooth(0.10, 0.14, sw) * 0.28 * dw
    )  # slow boils of silt, flat as paper
    wc = mixc(
        wc,
        rgb('#ffc46b'),
        np.exp(-(((XX - lx) / (4 + 0.05 * np.maximum(YY - wl_y, 0))) ** 2))
        * smooth(wl_y, wl_y + 6, YY)
        * smooth(wl_y + 150, wl_y + 20, YY)
        * smooth(-0.1, 0.2, fbm(XX / 40, q / 3, 2, 210))
        * 0.85,
    )
    bm = ripple(svg(boat(VM, True)), 4 + 0 * YY, 735)
    wc = mixc(wc, rgb('#1d1816'), np.clip(bm[..., 3], 0, 1) * 0.72)
    wl = sc.layer()
    wl.over(wc, smooth(HOR + 1, HOR + 4, YY) * (1 - land))
    sc.part('mist', 0.12)
    mi = sc.layer()
    mi.over(
        mixc(rgb('#b4bf96'), rgb('#f6e5b4'), np.exp(-(((XX - LX) / 560) ** 2))),
        smooth(-0.28, 0.45, fbm(XX / 460, YY / 34, 4, 231))
        * (0.62 * np.exp(-(((YY - 468) / 15) ** 2)) + 0.26 * np.exp(-(((YY - 520) / 30) ** 2))),
    )
    sc.part('lamp', 0)  # shines through the mist
    gl = sc.layer()
    d = np.hypot(XX - lx, (YY - ly - 3) * 1.15)
    gl.over(rgb('#ffb95c'), np.clip(1 - d / 70, 0, 1) ** 2.6 * 0.72)
    gl.put(
        svg(
            f'<rect x="{lx-3.4:.1f}" y="{ly-1.5:.1f}" width="6.800" height="8.500" rx="1.200" fill="#ffedc4"/>'
        )
    )
    sc.part('boat', 0.22)
    bo = sc.layer()
    bo.put(svg(wake() + boat(V)))
    # ---- jungle, near
    sc.part('near', 0.85)
    ne = sc.layer()
    r = random.Random(33)
    o = []
    D, Lt = '#0a1a1d', '#1d4441'
    bs = lambda x: 1040 - 190 * step(560, -40, x) - 120 * step(1480, 1940, x) + 9 * math.sin(x / 70)
    back = [
        (
            x,
            bs(x)
            - 26
            - 30 * abs(math.sin(x / 47)) * (1 if x < 520 or x > 1480 else 0.25)
            + r.uniform(-8, 8),
        )
        for x in range(-20, 1960, 10)
    ]
    o.append(
        '<path d="M-20,1100L'
        + 'L'.join(f'{a},{b:.1f}' for a, b in back)
        + 'L1960,1100z" fill="#11292b"/>'
    )
    for x, y, h, l, n in (
        (150, 930, 470, 0.10, 9),
        (330, 985, 300, 0.16, 8),
        (30, 900, 620, 0.05, 9),
    ):  # banana
        o.append(
            f'<path d="M{x-15},{y+60}Q{x+l*h*.3-9:.0f},{y-h*.5:.0f} {x+l*h-6:.0f},{y-h*.62:.0f}h12Q{x+l*h*.3+12:.0f},{y-h*.4:.0f} {x+17},{y+60}z" fill="{D}"/>'
        )
        for i in range(n):
            a = -math.pi * (0.06 + 0.88 * i / (n - 1)) + r.uniform(-0.1, 0.1)
            ln = h * r.uniform(0.52, 0.74)
            o.append(
                broadleaf(
                    x + l * h,
                    y - h * 0.60,
                    a,
                    ln,
                    ln * 0.135,
                    0.50 + 0.45 * abs(math.cos(a)),
                    r,
                    r.choice([Lt, '#173a38']),
                    D,
                    '#2f5d55' if i % 2 else None,
                    0.30,
                )
            )
    for x, y, h, l in ((1800, 960, 560, -0.10), (1905, 930, 760, -0.06)):
        o.append(
            f'<path d="M{x-13},{y+60}Q{x+l*h*.2-8:.0f},{y-h*.5:.0f} {x+l*h-5:.0f},{y-h:.0f}h10Q{x+l*h*.2+10:.0f},{y-h*.5:.0f} {x+14},{y+60}z" fill="{D}"/>'
        )
        for i in range(13):
            a = -math.pi * (0.0 + 1.0 * i / 12) + r.uniform(-0.12, 0.12)
            o.append(
                frond(
                    x + l * h,
                    y - h,
                    a,
                    h * r.uniform(0.34, 0.46),
                    0.55 + 0.3 * abs(math.cos(a)),
                    r,
                    r.choice([D, '#0d2124', '#12302f']),
                    0.27,
                    30,
                    0.032,
                )
            )
    for k in range(34):
        x = r.choice([r.uniform(-20, 560), r.uniform(1430, 1940)])
        y = bs(x) + r.uniform(-6, 36)
        a = -math.pi * r.uniform(0.15, 0.85)
        ln = r.uniform(70, 150)
        o.append(frond(x, y, a, ln, 0.6, r, r.choice([D, '#0d2124']), 0.30, 16))
    front = [(x, bs(x) + r.uniform(-5, 5) + 18) for x in range(-20, 1960, 12)]
    o.append(
        '<path d="M-20,1100L'
        + 'L'.join(f'{a},{b:.1f}' for a, b in front)
        + f'L1960,1100z" fill="{D}"/>'
    )
    g = ''
    for _ in range(330):
        x = r.uniform(-20, 1940)
        y = bs(x) + r.uniform(14, 34)
        h = r.uniform(12, 52) * (1.2 if x < 560 or x > 1460 else 0.55)
        l = r.uniform(-0.5, 0.5) * h
        g += f'M{x-2:.1f},{y:.1f}Q{x+l*.2:.1f},{y-h*.7:.1f} {x+l:.1f},{y-h:.1f}Q{x+l*.3+2.6:.1f},{y-h*.5:.1f} {x+2:.1f},{y:.1f}z'
    o.append(f'<path d="{g}" fill="{D}"/>')
    ne.put(svg(''.join(o)))
    return sc


if __name__ == '__main__':
    main().pull()
