"""Outside the wire at iron noon: the compound climbs a slope to the right.  Nobody.  World in metres."""
from atelier import *

HOR = 424
CAM = 2.5
F = 1120
V = View(CAM, HOR, F)
DX, DZ = -0.311, 0.951  # the fence runs this way; its vanishing point is at x = 594
FX = 7.6  # where it would meet z = 0


def side(x, z):
    return (x - FX) * DZ - z * DX  # metres inside the wire (negative: outside, where we stand)


def slope(x, z):
    n = side(x, z)
    s = (x - FX) * DX + z * DZ
    s = np.clip(s - 20, 0, 150)
    return 0.27 * s * smooth(-26, 24, n) * (1 - 0.42 * smooth(40, 150, s))


def hgt(x, z):
    n = 0.10 * fbm(x / 3.1, z / 3.1, 3, 411) + 0.34 * fbm(x / 16, z / 16, 3, 412) * smooth(5, 30, z)
    far = smooth(150, 520, z)
    m = ridged(x / 330 + 4.4, z / 330 + 1.3, 4, 421, 0.30, 2.1, 0.7)
    return slope(x, z) + n + far * (m * 92 - 10) - 14 * smooth(150, 420, z) * smooth(-50, 60, x)


PATH = chaikin(
    [
        (-0.35, 2.6),
        (-0.5, 4.2),
        (-0.9, 7),
        (-2.9, 12),
        (-4.0, 18),
        (-7.4, 26),
        (-9.4, 36),
        (-14.9, 52),
        (-18.0, 64),
        (-26, 88),
        (-44, 130),
        (-60, 200),
    ],
    3,
)
FOG = '#a7adaa'
FOGL = '#c2c5be'


def fogt(z):
    return 1 - math.exp(-max(0, z - 6) / 104)


def tone(col, z, k=1.0):
    return hexmix(col, FOG, min(1, fogt(z) * k))


def sky(c):
    t = (
        YY / HOR
        + 0.06 * fbm(XX / 520, YY / 60, 4, 60)
        + 0.24 * np.exp(-(((XX - 560) / 680) ** 2)) * smooth(0.1, 0.8, YY / HOR)
        - 0.16 * smooth(1100, 1920, XX) * smooth(1, 0.2, YY / HOR)
    )
    c.over(
        ramp(
            [
                (0, '#252c31'),
                (0.22, '#3b444a'),
                (0.5, '#6b7478'),
                (0.76, '#939a98'),
                (0.98, '#bcc0b9'),
                (1.2, '#c9cbc3'),
            ],
            t,
        ),
        1,
    )
    n = fbm(XX / 620, YY / 58, 5, 90) + 0.22 * fbm(XX / 150, YY / 22, 3, 95)
    f = smooth(0.02, 0.24, n) * np.exp(-(((YY - 150) / 130) ** 2))
    c.over(ramp([(0, '#2c3439'), (1, '#7d8588')], smooth(20, 330, YY)), f * 0.55)
    f = smooth(0.17, 0.33, n) * np.exp(-(((YY - 190) / 110) ** 2))
    c.over(rgb('#8f9796'), f * 0.38)
    k = fbm(XX / 210 + YY / 260, YY / 900, 3, 97)  # curtains of snow hang from the cloud
    c.over(rgb('#b4b9b5'), smooth(0.0, 0.4, k) * smooth(120, 360, YY) * 0.30)


def ground(c, m):
    """frozen earth, old snow, one trodden path: all marks laid in world metres, all sunk in fog by distance"""
    ss = m['ss']
    x, z = m['x'], m['z']
    zz = np.maximum(z, 1)
    L = gaussian_filter(m['L'], 1.2 * S * ss) + 0.05 * fbm(x * 1.4, z * 1.4, 3, 77)
    snow = mixc(rgb('#5f686c'), rgb('#868e8f'), smooth(0.60, 0.72, L))
    snow = mixc(snow, rgb('#a5aba9'), smooth(0.78, 0.82, L) * 0.8)
    e = fbm(x / 5.2 + 0.3 * fbm(x / 2, z / 2, 2, 431), z / 2.6, 5, 432) + 0.22 * fbm(
        x / 1.1, z / 0.6, 3, 433
    )
    bare = smooth(0.045, 0.10, e - 0.30 * smooth(14, 60, z) + 0.20 * smooth(7, 3.4, z))
    earth = mixc(rgb('#23282b'), rgb('#3d3a36'), smooth(-0.1, 0.25, fbm(x / 1.6, z / 0.8, 4, 434)))
    col = mixc(snow, earth, bare * 0.92)
    # furrows the wind left
    col = mixc(
        col, rgb('#b3b8b5'), smooth(0.16, 0.22, fbm(x / 2.2, z / 0.42, 3, 436)) * (1 - bare) * 0.45
    )
    d = (
        dist_poly(x, z, PATH)
        + 0.15 * fbm(x / 1.3, z / 1.3, 3, 437)
        + 0.07 * fbm(x * 3, z * 3, 2, 438)
    )
    col = mixc(
        col,
        mixc(rgb('#4c5051'), rgb('#404343'), smooth(-0.1, 0.2, fbm(x / 0.8, z / 1.4, 3, 442))),
        smooth(0.46, 0.38, d) * 0.80,
    )
    for k, q in enumerate((0.36, 0.29, 0.33)):  # feet over feet over feet
        _, idn, du, dv = plates(
            x / (q * 0.86) + 0.3 * k + 0.11 * z * (0.5 - k % 2), z / (q * 2.7) + 7 * k, 440 + k, 0.8
        )
        pr = (
            smooth(1, 0.7, np.hypot(du / 0.22, dv / 0.26))
            * (idn > (0.50, 0.62, 0.40)[k])
            * smooth((0.50, 0.42, 1.0)[k], (0.40, 0.34, 0.5)[k], d)
        )
        col = mixc(col, rgb(('#23272a', '#1b1f22', '#2d2c2a')[k]), pr * 0.9)
        col = mixc(
            col,
            rgb('#b4b9b5'),
            smooth(0.30, 0.16, np.hypot(du / 0.8, (dv - 0.36) / 0.40))
            * (idn > (0.50, 0.62, 0.40)[k])
            * smooth(0.5, 0.4, d)
            * 0.45,
        )
    col = mixc(
        col, rgb('#bfc3be'), smooth(0.44, 0.48, d) * smooth(0.72, 0.60, d) * 0.62
    )  # the shoved rim
    n = np.abs(side(x, z))
    col = mixc(
        col,
        rgb('#1d2225'),
        np.exp(-((n / 0.5) ** 2)) * smooth(-0.05, 0.2, fbm(x / 1.3, z / 1.3, 3, 441)) * 0.75,
    )
    far = smooth(110, 260, z)  # hills: only two greys of wood and snow
    w = smooth(0.02, 0.10, fbm(x / 46, z / 80, 4, 450) + 0.30 * (L - 0.6))
    col = mixc(col, mixc(rgb('#6f7879'), rgb('#9aa19e'), w), far)
    fg = 1 - np.exp(-np.maximum(zz - 6, 0) / 92)
    fg = np.clip(fg + 0.10 * far, 0, 0.94)
    fc = mixc(rgb(FOG), rgb(FOGL), smooth(1400, 200, down_x(m)))
    col = mixc(col, fc, fg)
    near = smooth(9.5, 2.6, z)
    col = col * (1 - near[..., None] * 0.80) + rgb('#14181b') * near[..., None] * 0.80
    al = m['hitraw'].astype(float)
    col = down(col * al[..., None], ss)
    al = down(al, ss)
    c.over(col / np.maximum(al, 1e-6)[..., None], al)


def down_x(m):
    return np.broadcast_to((np.arange(m['z'].shape[1]) + 0.5) / (S * m['ss']), m['z'].shape)


def at(s, n):
    return FX + DX * s + DZ * n, DZ * s - DX * n


def gy(x, z):
    return float(slope(np.array([float(x)]), np.array([float(z)]))[0])


def barrack(s, n0, n1, r, wd=7.5, eh=2.5, rh=2.3):
    """one long hut, eaves toward us; drawn face by face in true perspective"""
    o = []
    y0 = min(gy(*at(s, n0)), gy(*at(s, (n0 + n1) / 2))) - 0.2
    zc = at(s, n0)[1]
    P = lambda ds, n, y: (lambda q: (q[0], y0 + y, q[1]))(at(s + ds, n))
    wall, gable, roof, snow, dark = (
        tone(c_, zc) for c_ in ('#454b4f', '#2b3136', '#1c2125', '#98a09f', '#0f1316')
    )
    o.append(V.poly([P(0, n0, -1), P(0, n1, -1), P(0, n1, eh), P(0, n0, eh)], wall))
    o.append(
        V.poly([P(0, n0, eh - 0.45), P(0, n1, eh - 0.45), P(0, n1, eh), P(0, n0, eh)], dark, 0.65)
    )
    o.append(
        V.poly(
            [P(0, n0, -1), P(wd, n0, -1), P(wd, n0, eh), P(wd / 2, n0, eh + rh), P(0, n0, eh)],
            gable,
        )
    )
    w = 2.9
    n = n0 + 1.6
    while n < n1 - 1.6:
        if r.random() < 0.86:
            o.append(
                V.poly(
                    [
                        P(-0.02, n, 0.95),
                        P(-0.02, n + 0.8, 0.95),
                        P(-0.02, n + 0.8, 1.75),
                        P(-0.02, n, 1.75),
                    ],
                    dark,
                    0.9,
                )
            )
            o.append(
                V.poly(
                    [
                        P(-0.03, n - 0.06, 0.9),
                        P(-0.03, n + 0.86, 0.9),
                        P(-0.03, n + 0.86, 0.97),
                        P(-0.03, n - 0.06, 0.97),
                    ],
                    snow,
                    0.6,
                )
            )
        else:
            o.append(
                V.poly(
                    [
                        P(-0.02, n, -0.1),
                        P(-0.02, n + 0.9, -0.1),
                        P(-0.02, n + 0.9, 1.85),
                        P(-0.02, n, 1.85),
                    ],
                    dark,
                    0.95,
                )
            )
        n += w * r.uniform(0.92, 1.08)
    ov = 0.45
    o.append(
        V.poly(
            [
                P(-ov, n0 - ov, eh - 0.22),
                P(-ov, n1 + ov, eh - 0.22),
                P(wd / 2, n1 + ov, eh + rh),
                P(wd / 2, n0 - ov, eh + rh),
            ],
            roof,
        )
    )

    def edge(a, b, k, lo, hi):
        return [
            P(
                -ov + (wd / 2 + ov) * (u := r.uniform(lo, hi)),
                a + (b - a) * i / k,
                eh - 0.22 + (rh + 0.22) * u,
            )
            for i in range(k + 1)
        ]

    top = [P(wd / 2, n1 + ov - 0.2, eh + rh), P(wd / 2, n0 - ov + 0.2, eh + rh)]
    o.append(V.poly(edge(n0 - ov + 0.2, n1 + ov - 0.2, 13, 0.07, 0.30) + top, snow))
    o.append(
        V.poly(edge(n0 - ov + 0.2, n1 + ov - 0.2, 15, 0.50, 0.80) + top, tone('#b9bfbc', zc), 0.85)
    )
    o.append(
        V.poly(
            [
                P(-ov, n0 - ov, eh - 0.22),
                P(-ov, n1 + ov, eh - 0.22),
                P(-ov, n1 + ov, eh - 0.40),
                P(-ov, n0 - ov, eh - 0.40),
            ],
            dark,
            0.8,
        )
    )
    for f in (0.22, 0.5, 0.8):
        nn = n0 + (n1 - n0) * f + r.uniform(-1, 1)
        a = P(wd / 2 - 0.2, nn, eh + rh - 0.1)
        b = P(wd / 2 - 0.2, nn, eh + rh + 1.0)
        o.append(
            V.line(a, b, 0.5, dark)
            + V.line((b[0], b[1], b[2]), (b[0], b[1] + 0.12, b[2]), 0.62, snow)
        )
    return ''.join(o)


def watchpost(x, z, h):
    y = gy(x, z) - 0.1
    col = tone('#20262b', z, 1.22)
    dk = tone('#14181b', z, 1.16)
    sn = tone('#c4c8c3', z, 0.8)
    o = []
    L = lambda a, b, w, c_=col: o.append(
        V.line((x + a[0], y + a[1], z), (x + b[0], y + b[1], z), w, c_)
    )
    t = 1.15
    b = 1.75
    for s_ in (-1, 1):
        L((s_ * b, 0), (s_ * t, h), 0.24)
        L((s_ * b * 0.55, 0.2), (s_ * t * 0.62, h), 0.15, tone('#3b444a', z, 1.2))
    for i in range(3):
        y0, y1 = h * i / 3, h * (i + 1) / 3
        w0, w1 = b + (t - b) * i / 3, b + (t - b) * (i + 1) / 3
        L((-w0, y0), (w1, y1), 0.10)
        L((w0, y0), (-w1, y1), 0.10)
        L((-w1, y1), (w1, y1), 0.13)
    for i in range(17):
        L(
            (b + 0.35 - 0.55 * i / 17 - 0.22, h * i / 17),
            (b + 0.35 - 0.55 * i / 17 + 0.22, h * i / 17),
            0.07,
        )
    L((b + 0.13, 0), (t - 0.05 + 0.1, h), 0.07)
    L((b + 0.57, 0), (t + 0.35, h), 0.07)
    Q = lambda pts, c_: o.append(V.poly([(x + a, y + c, z) for a, c in pts], c_))
    Q([(-1.9, h), (1.9, h), (1.9, h - 0.22), (-1.9, h - 0.22)], dk)
    Q([(-1.5, h), (1.5, h), (1.5, h + 1.0), (-1.5, h + 1.0)], col)
    Q([(-1.4, h + 1.0), (1.4, h + 1.0), (1.4, h + 1.8), (-1.4, h + 1.8)], tone('#7b8386', z, 0.9))
    for a in (-1.42, -0.5, 0.5, 1.42):
        L((a, h + 0.9), (a, h + 1.9), 0.14)
    Q([(-2.1, h + 1.75), (2.1, h + 1.75), (0.95, h + 2.9), (-0.95, h + 2.9)], dk)
    Q([(-1.9, h + 1.95), (1.2, h + 1.9), (1.0, h + 2.9), (-0.95, h + 2.9)], sn)
    Q([(-0.06, h + 2.9), (0.06, h + 2.9), (0.04, h + 4.1), (-0.04, h + 4.1)], dk)
    for a, w in ((-1.9, 0.09), (1.9, 0.09)):
        L((a, h), (a, h + 0.95), w)
    L((-1.9, h + 0.95), (1.9, h + 0.95), 0.08)
    return ''.join(o)


def fence(s0, s1, step, r, rows=9, h=3.9, n=0.0, op=1.0, k=1.0):
    o = []
    w = []
    ps = []
    s = s0
    while s < s1:
        ps.append(s + r.uniform(-0.12, 0.12))
        s += step
    tip = {}
    for s in ps:
        x, z = at(s, n)
        y = gy(x, z)
        le = r.uniform(-0.09, 0.09)
        hh = h + r.uniform(-0.08, 0.08)
        c_ = tone('#14181b', z, k)
        b = (x, y - 0.3, z)
        t = (x + le, y + hh, z)
        a = (x + le + 0.85 * DZ, y + hh + 0.62, z - 0.85 * DX)  # the arm leans inward
        tip[s] = (x, y, z, le, hh)
        o.append(
            (
                z,
                V.line(b, t, 0.19, c_)
                + V.line(t, a, 0.12, c_)
                + V.line(
                    (x - 0.05, y - 0.3, z),
                    (x + le - 0.05, y + hh, z),
                    0.04,
                    tone('#59626a', z, k),
                    0.8,
                    0.3,
                )
                + V.line(
                    (t[0] - 0.1, t[1] + 0.05, z),
                    (t[0] + 0.12, t[1] + 0.07, z),
                    0.09,
                    tone('#cdd1cc', z, k),
                )
                + (
                    f'<path d="{blob(V(x,0,z)[0]+.12*V.k(z),V(x,y-.27,z)[1],.50*V.k(z),.10*V.k(z),r,11)}" fill="{tone("#7d8689",z,k)}"/>'
                    if z < 30
                    else ''
                )
                + ''.join(
                    f'<circle cx="{(q:=V(x+le*i/rows+.11,y+.35+(hh-.35)*i/rows,z))[0]:.1f}" cy="{q[1]:.1f}" r="{max(.5,.055*V.k(z)):.1f}" fill="{tone("#a9b0ae",z,k)}"/>'
                    for i in range(0, rows + 1, 2)
                ),
            )
        )
    for s, s2 in zip(ps, ps[1:]):
        A, B = tip[s], tip[s2]
        z = (A[2] + B[2]) / 2
        c_ = tone('#1a1f23', z, k)
        for i in range(rows + 3):
            if i <= rows:
                f = lambda T: (T[0] + T[3] * i / rows, T[1] + 0.35 + (T[4] - 0.35) * i / rows, T[2])
            else:
                g = (i - rows) / 2
                f = lambda T: (
                    T[0] + T[3] + 0.85 * DZ * g,
                    T[1] + T[4] + 0.62 * g,
                    T[2] - 0.85 * DX * g,
                )
            (xa, ya), (xb, yb) = V(*f(A)), V(*f(B))
            sag = r.uniform(0.02, 0.09) * V.k(z)
            sw = max(0.45, min(2.4, 0.017 * V.k(z)))
            mx, my = (xa + xb) / 2, (ya + yb) / 2 + sag
            w.append(
                f'<path d="M{xa:.1f},{ya:.1f}Q{mx:.1f},{my:.1f} {xb:.1f},{yb:.1f}" stroke="{c_}" stroke-width="{sw:.2f}" fill="none"/>'
            )
            if z < 42:
                d = ''
                m_ = int(9 * min(1, 24 / z))
                for q in range(1, m_):
                    t = q / m_
                    bx = (1 - t) ** 2 * xa + 2 * t * (1 - t) * mx + t * t * xb
                    by = (1 - t) ** 2 * ya + 2 * t * (1 - t) * my + t * t * yb
                    e = 0.045 * V.k(A[2] + (B[2] - A[2]) * t)
                    d += f'M{bx-e:.1f},{by-e:.1f}l{2*e:.1f},{2*e:.1f}M{bx+e*.9:.1f},{by-e:.1f}l{-1.8*e:.1f},{2*e:.1f}'
                w.append(f'<path d="{d}" stroke="{c_}" stroke-width="{sw*.8:.2f}" fill="none"/>')
    return f'<g opacity="{op}">{"".join(w)}{"".join(b for _,b in sorted(o,key=lambda q:-q[0]))}</g>'


def main():
    sc = Scene('camp')
    sky(sc.layer())
    for z0, z1, steps in ((120, 900, 500), (2.6, 120, 900)):
        m = landscape(hgt, CAM, HOR, F, z0, z1, steps, None, (-0.55, 0.62, -0.2), ss=SS)
        ground(sc.layer(), m)

    def fogbank(y, amp, col, a, seed):
        h = sc.layer()
        k = smooth(-0.4, 0.5, fbm(XX / 460, YY / 70, 4, seed))
        h.over(rgb(col), a * np.exp(-(((YY - y) / amp) ** 2)) * (0.45 + 0.55 * k))

    fogbank(396, 74, '#bfc3bd', 0.85, 200)
    fogbank(292, 62, '#b0b6b2', 0.62, 203)
    fogbank(250, 36, '#8d9596', 0.45, 207)
    wp = sc.layer()
    wx, wz = at(70, 1.6)
    wp.put(svg(watchpost(wx, wz, 6.6)))
    k = smooth(-0.15, 0.35, fbm(XX / 120 + YY / 200, YY / 70, 4, 205))
    w0 = V(wx, 0, wz)
    wp.over(
        rgb('#bcc0ba'),
        np.exp(-(((XX - w0[0] - 34) / 74) ** 2) - ((YY - w0[1] + 4) / 46) ** 2) * 0.86,
    )
    wp.over(
        rgb('#b6bbb6'),
        np.exp(-(((XX - w0[0] - 20) / 110) ** 2) - ((YY - w0[1] + 70) / 130) ** 2)
        * (0.25 + 0.75 * k)
        * 0.80,
    )
    hu = sc.layer()
    r = random.Random(41)
    rows = []
    for s in (142, 116, 92, 71, 53, 39, 27):
        cols = [(11, 34), (42, 66), (74, 98)]
        for n0, n1 in cols[::-1]:
            rows.append((s, n0 + r.uniform(-1.5, 1.5), n1 + r.uniform(-1, 3)))
    for i, s in enumerate((142, 116, 92, 71, 53, 39, 27)):
        part = ''.join(barrack(a, b, d, r) for a, b, d in rows if a == s)
        hu.put(svg(part))
        x, z = at(s, 30)
        yb = V(x, gy(x, z), z)[1]  # snow smoke between the rows: each sinks behind the next
        q = smooth(-0.35, 0.5, fbm(XX / 300, YY / 36, 4, 220 + i))
        al = hu.a[..., 3]
        hu.over(
            rgb('#b1b6b2'),
            np.exp(-(((YY - yb - 2) / (9 + 0.22 * V.k(z))) ** 2))
            * (0.3 + 0.6 * q)
            * 0.62
            * al
            * smooth(20, 60, s),
        )
    # poles, the lane lamp: one bulb, four pixels
    po = []
    for s, n in ((36, 10.4), (54, 7.2), (74, 7.4), (98, 7.6)):
        x, z = at(s, n)
        y = gy(x, z)
        c_ = tone('#171c20', z)
        po.append(
            V.line((x, y - 0.3, z), (x, y + 6.2, z), 0.17, c_)
            + V.line((x - 0.75, y + 5.7, z), (x + 0.75, y + 5.7, z), 0.11, c_)
            + V.line((x - 0.5, y + 5.2, z), (x + 0.5, y + 5.2, z), 0.09, c_)
        )
    g0 = min(q[1] for q in rows if q[0] == 27)
    x, z = at(27 + 5.7, g0 - 0.12)
    y = min(gy(*at(27, g0)), gy(*at(27, (g0 + 34) / 2))) - 0.2
    po.append(
        V.line((x, y + 2.75, z), (x - 0.35, y + 2.9, z), 0.06, '#0f1316')
        + V.poly(
            [
                (x - 0.62, y + 2.72, z),
                (x - 0.14, y + 2.72, z),
                (x - 0.28, y + 2.95, z),
                (x - 0.48, y + 2.95, z),
            ],
            '#0f1316',
        )
    )
    bx, by = V(x - 0.38, y + 2.62, z)
    hu.put(svg(''.join(po)))
    sc.part('fence', 0.15)
    fe = sc.layer()
    r = random.Random(5)
    fe.put(svg(fence(16, 72, 3.6, random.Random(9), 7, 2.8, 4.6, 0.55, 1.05)))
    fe.put(svg(fence(2.2, 74, 3.4, r)))
    sc.part('lamp', 0)  # its glow lies over the wire
    la = sc.layer()
    d = np.hypot(XX - bx, YY - by - 5)
    la.over(rgb('#e0b070'), np.clip(1 - d / 64, 0, 1) ** 2.3 * 0.55)
    la.put(svg(f'<circle cx="{bx:.1f}" cy="{by:.1f}" r="2.6" fill="#f3cf98"/>'))
    sc.part('mist', 0.3)
    fogbank(505, 44, '#b9beb9', 0.34, 231)
    sc.part('near', 0.85)
    ne = sc.layer()
    base = (
        lambda x: 1052
        - 70 * math.exp(-(((x - 1780) / 360) ** 2))
        - 34 * math.exp(-(((x - 60) / 300) ** 2))
        + 8 * math.sin(x / 80)
    )
    top = [(x, base(x) + random.Random(x).uniform(-4, 4)) for x in range(-20, 1960, 14)]
    body = (
        '<path d="M-20,1100L'
        + 'L'.join(f'{a},{b:.1f}' for a, b in top)
        + 'L1960,1100z" fill="#0f1316"/>'
    )
    body += (
        reeds(1330, 1960, base, 40, 170, 150, '#0e1215', -0.30, 14, 0.12)
        + reeds(-20, 520, base, 26, 110, 90, '#101417', -0.28, 15, 0.10)
        + reeds(500, 1400, lambda x: base(x) + 16, 10, 44, 70, '#12171a', -0.3, 16, 0)
    )
    ne.put(svg(body))
    return sc


if __name__ == '__main__':
    main().pull()
