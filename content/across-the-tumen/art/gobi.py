"""The Gobi on a blue evening: a plain to the edge of the sky, one wire fence, a lorry's lamp.  World in metres."""
from atelier import *
from folk import figure
from frozen import flat_world

HOR = 492
CAM = 1.02
F = 1150
V = View(CAM, HOR, F)
LX, LY = 1223, 487  # the lamp
FA, FB = (-15.5, 14.5), (66.0, 74.0)  # the fence runs from here to there, and on
AIR = '#5a6c96'


def tone(col, z, k=1.0):
    return hexmix(col, AIR, min(1, (1 - math.exp(-max(0, z - 8) / 120)) * k))


def sky(c):
    t = (
        YY / HOR
        + 0.025 * fbm(XX / 520, YY / 70, 3, 60)
        + 0.10 * np.exp(-(((XX - 420) / 760) ** 2)) * smooth(0.35, 1, YY / HOR)
    )
    c.over(
        ramp(
            [
                (0, '#060b22'),
                (0.22, '#0b1636'),
                (0.45, '#152a55'),
                (0.66, '#2b4a7c'),
                (0.82, '#52719f'),
                (0.93, '#8294b6'),
                (1.02, '#b5a9b8'),
                (1.12, '#c7abb0'),
            ],
            t,
        ),
        1,
    )
    # the star road, a paler breath across the dark
    u = (XX - 960) * 0.80 + (YY - 120) * 0.60
    v = -(XX - 1090) * 0.60 + (YY - 130) * 0.80
    veil = fbm(u / 190, v / 80, 5, 310)
    road = np.exp(-((v / 150) ** 2)) * smooth(470, 120, YY)
    c.over(rgb('#6f8abb'), road * smooth(-0.25, 0.5, veil) * 0.42)
    c.over(
        rgb('#0a1533'),
        np.exp(-(((v + 8) / 44) ** 2))
        * smooth(0.02, 0.3, fbm(u / 130, v / 50, 4, 316))
        * smooth(420, 100, YY)
        * 0.5,
    )
    r = random.Random(33)
    o = []
    for _ in range(3600):
        x, y = r.uniform(0, W), HOR * r.random() ** 1.25
        d = -(x - 1090) * 0.60 + (y - 130) * 0.80
        if r.random() > 0.36 + 0.64 * math.exp(-((d / 150) ** 2)):
            continue
        q = r.random() ** 7
        fade = max(0.0, 1 - y / (HOR - 40)) ** 0.6
        o.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{.5+.95*q:.2f}" fill="{r.choice(["#e8eef8","#cfdcf2","#f2ece6"])}" opacity="{min(1,(.22+.8*q+.3*r.random())*fade):.2f}"/>'
        )
    c.put(svg(''.join(o)), 0.95)
    f = smooth(0.05, 0.2, fbm(XX / 700, YY / 16, 4, 320)) * np.exp(-(((YY - 452) / 26) ** 2))
    c.over(rgb('#6a779f'), f * 0.55)


def plain(c):
    x, z = flat_world(CAM, HOR, F)
    far = smooth(4, 160, z)
    near = smooth(HOR, 900, YY)
    base = ramp(
        [(0, '#8d8ca6'), (0.08, '#62698f'), (0.3, '#424c76'), (0.6, '#2a335a'), (1, '#141a38')],
        near + 0.02 * fbm(XX / 300, YY / 30, 3, 7),
    )
    g = fbm(x / 5.5 + 0.3 * fbm(x / 9, z / 9, 2, 332), z / 9, 4, 331)
    base = mixc(
        base, mixc(rgb('#1e2850'), rgb('#5a6590'), far), smooth(0.03, 0.10, g) * 0.28 * (0.5 + far)
    )
    st = fbm(x / 0.55, z / 0.9, 3, 335)
    base = mixc(
        base, rgb('#10183a'), smooth(0.16, 0.22, st) * smooth(26, 9, z) * smooth(3.4, 6.5, z) * 0.55
    )
    base = mixc(
        base,
        rgb('#7f86aa'),
        smooth(0.24, 0.32, fbm(x / 0.4, z / 0.7, 3, 336))
        * smooth(22, 9, z)
        * smooth(4, 7.5, z)
        * 0.34,
    )
    # the last snow, in the lee of things
    s = fbm(x / 7.5 + 0.5 * fbm(x / 6, z / 8, 2, 341), z / 4.2, 4, 340) + 0.16 * fbm(
        x / 1.3, z / 0.5, 3, 344
    )
    s = s - 0.20 * smooth(8.6, 5.6, z)
    lee = smooth(0.11, 0.16, s) * smooth(170, 60, z)
    snow = ramp([(0, '#a8adc6'), (0.35, '#8b97bd'), (1, '#5a6a9a')], near)
    base = mixc(base, rgb('#151d42'), smooth(0.085, 0.11, s) * smooth(90, 20, z) * 0.45)
    base = mixc(base, snow, lee * 0.9)
    base = mixc(base, rgb('#bcc2d6'), lee * smooth(0.24, 0.30, s) * 0.4)
    # a worn track along the wire
    dx, dz = FB[0] - FA[0], FB[1] - FA[1]
    ln = math.hypot(dx, dz)
    off = ((x - FA[0]) * dz - (z - FA[1]) * dx) / ln + 0.5 * fbm(x / 14, z / 14, 2, 361)
    for k in (4.4, 6.0):
        w = np.abs(off - k) / (0.24 + 0.002 * z)
        t = smooth(-0.2, 0.1, fbm(x / 9, z / 9, 3, 362)) * smooth(130, 50, z)
        base = mixc(base, mixc(rgb('#161f45'), rgb('#4d5a86'), far), smooth(1.1, 0.7, w) * 0.6 * t)
        base = mixc(base, rgb('#9aa4c4'), smooth(1.7, 1.4, w) * smooth(1.0, 1.2, w) * 0.35 * t)
    # the lamp on the ground: a long thin road of light
    base = mixc(
        base,
        rgb('#ffcf86'),
        np.exp(-(((XX - LX) / (9 + 1.1 * np.maximum(YY - HOR, 0))) ** 2))
        * smooth(HOR - 1, HOR + 2, YY)
        * np.exp(-np.maximum(YY - HOR, 0) / 16)
        * 0.75,
    )
    base = mixc(base, rgb('#0c1230'), smooth(720, 1010, YY) * 0.82)
    c.over(base, smooth(HOR - 0.6, HOR + 0.6, YY))


def hills(c):
    x = np.arange(-20, 1960, 8.0)
    lo = 12 + 11 * fbm(x / 260, x * 0, 4, 350) + 16 * np.exp(-(((x - 240) / 260) ** 2))
    lo2 = 5 + 7 * fbm(x / 170, x * 0 + 3, 4, 353) + 7 * np.exp(-(((x - 1700) / 260) ** 2))
    c.put(
        svg(
            f'<path d="M-20,{HOR+2}L{"L".join(f"{a:.0f},{HOR-max(0,b):.1f}" for a,b in zip(x,lo))}L1960,{HOR+2}z" fill="#77809f"/>'
            f'<path d="M-20,{HOR+2}L{"L".join(f"{a:.0f},{HOR-max(0,b):.1f}" for a,b in zip(x,lo2))}L1960,{HOR+2}z" fill="#5b6690"/>'
        )
    )


def fence():
    r = random.Random(5)
    dx, dz = FB[0] - FA[0], FB[1] - FA[1]
    ln = math.hypot(dx, dz)
    ux, uz = dx / ln, dz / ln
    posts = []
    s = -2.0
    while s < 420:
        posts.append(
            (
                FA[0] + ux * s,
                FA[1] + uz * s,
                r.uniform(-0.09, 0.09),
                1.5 + r.uniform(-0.07, 0.07),
                r.uniform(-0.06, 0.06),
            )
        )
        s += 4.6 * r.uniform(0.94, 1.06)
    o = []
    for (x, z, l, h, d), (x2, z2, l2, h2, d2) in list(zip(posts, posts[1:]))[::-1]:
        zc = (z + z2) / 2
        col = tone('#11183a', zc, 0.9)
        for i in range(6):
            f = 0.16 + 0.82 * i / 5
            a, b = V(x + l * f, h * f, z), V(x2 + l2 * f, h2 * f, z2)
            sag = r.uniform(0.01, 0.07) * V.k(zc)
            sw = max(0.5, min(1.7, 0.016 * V.k(zc)))
            o.append(
                f'<path d="M{a[0]:.1f},{a[1]:.1f}Q{(a[0]+b[0])/2:.1f},{(a[1]+b[1])/2+sag:.1f} {b[0]:.1f},{b[1]:.1f}" stroke="{col}" stroke-width="{sw:.2f}" fill="none" opacity=".9"/>'
            )
            if zc < 34 and i % 2:
                e = 0.035 * V.k(zc)
                q = ''
                for j in range(1, 9):
                    t = j / 9
                    bx = (1 - t) * a[0] + t * b[0]
                    by = (
                        (1 - t) ** 2 * a[1]
                        + 2 * t * (1 - t) * ((a[1] + b[1]) / 2 + sag)
                        + t * t * b[1]
                    )
                    q += f'M{bx-e:.1f},{by-e:.1f}l{2*e:.1f},{2*e:.1f}M{bx+e:.1f},{by-e:.1f}l{-2*e:.1f},{2*e:.1f}'
                o.append(f'<path d="{q}" stroke="{col}" stroke-width="{sw*.8:.2f}" fill="none"/>')
        k = V.k(z)
        X, Y = V(x, 0, z)
        if k > 14:
            o.append(
                f'<path d="{blob(X+.32*k, Y+.03*k, .62*k, .07*k, r, 11)}" fill="{tone("#98a2c2", z, .8)}" opacity=".85"/>'
            )
        o.append(V.line((x, -0.05, z), (x + l, h, z), 0.13, tone('#0f1534', z, 0.85), 1, 0.9))
        if k > 12:
            o.append(
                V.line(
                    (x - 0.045, 0, z),
                    (x + l - 0.045, h, z),
                    0.035,
                    tone('#8f8fae', z, 0.6),
                    0.85,
                    0.4,
                )
            )
        if k > 30:
            o.append(
                V.line(
                    (x + l - 0.09, h, z), (x + l + 0.08, h + 0.03, z), 0.06, tone('#aab2cc', z, 0.6)
                )
            )
    return ''.join(o)


def tuft(x, z, h, r, col, lit):
    X, Y = V(x, 0, z)
    k = V.k(z) * h
    d, e = '', ''
    for _ in range(15):
        a = r.uniform(-1.15, 1.15)
        l = k * r.uniform(0.55, 1.05)
        ex, ey = X + math.sin(a) * l * 0.8, Y - math.cos(a) * l
        w = max(0.6, k * 0.022)
        s = f'M{X+a*k*.1-w:.1f},{Y+1:.1f}Q{X+a*k*.2:.1f},{Y-l*.5:.1f} {ex:.1f},{ey:.1f}Q{X+a*k*.3+w:.1f},{Y-l*.4:.1f} {X+a*k*.1+w:.1f},{Y+1:.1f}z'
        if a < -0.5 and r.random() < 0.5:
            e += s
        else:
            d += s
    return (
        f'<path d="{blob(X + k*.2, Y + 1, k*.8, k*.1, r)}" fill="#0d1433" opacity=".6"/>'
        f'<path d="{d}" fill="{col}"/><path d="{e}" fill="{lit}"/>'
    )


Y_ = dict(
    coat=('#c3b3c4', '#4b5887', '#2d3761', '#1b2347'),
    trousers=(None, '#2f3860', '#1f274b', '#151b3a'),
    boot=(None, '#222a4e', '#141a38', '#0e132c'),
    head=('#a8706c', '#84403a', '#7a342f', '#4c1d27'),
    mitt=(None, '#46507c', '#2d3660', '#1e2648'),
    hair=(None, '#20264a', '#151a38', '#0f132c'),
    fold='#10163a',
)
S_ = dict(
    Y_,
    coat=('#bdb6cc', '#44708a', '#2b4d69', '#1a3350'),
    head=('#c9c3d4', '#7c83a8', '#535b84', '#384068'),
)


def bottle(x, y, w, h):
    """hung by its neck at x, y"""
    return (
        f'<path d="M{x-w*.2},{y-h*.04}h{w*.4}v{h*.12}C{x+w*.5},{y+h*.2} {x+w*.5},{y+h*.24} {x+w*.5},{y+h*.34}V{y+h*.95}q0,{h*.05} {-w*.12},{h*.05}H{x-w*.38}q{-w*.12},0 {-w*.12},{-h*.05}V{y+h*.34}C{x-w*.5},{y+h*.24} {x-w*.5},{y+h*.2} {x-w*.2},{y+h*.08}z" fill="#86a3c6"/>'
        f'<path d="M{x-w*.5},{y+h*.42}H{x+w*.5}V{y+h*.95}q0,{h*.05} {-w*.12},{h*.05}H{x-w*.38}q{-w*.12},0 {-w*.12},{-h*.05}z" fill="#4a75a4"/>'
        f'<path d="M{x-w*.5},{y+h*.30}h{w*.2}v{h*.62}h{-w*.2}z" fill="#d3deea" opacity=".85"/><path d="M{x-w*.26},{y-h*.08}h{w*.52}v{h*.1}h{-w*.52}z" fill="#dfe6ee"/>'
    )


def main():
    sc = Scene('gobi')
    c = sc.layer()
    sky(c)
    hills(c)
    plain(c)
    glow_ell(c, LX, LY, 250, 40, '#ffbf6e', 0.34, 2.0)
    halo(c, LX, LY, 96, 0.75)
    c.put(
        svg(
            f'<ellipse cx="{LX}" cy="{LY}" rx="5.6" ry="4.4" fill="#ffdb9c"/><circle cx="{LX}" cy="{LY}" r="3" fill="#fff0cf"/>'
        )
    )
    fe = sc.layer()
    fe.put(svg(fence()))
    r = random.Random(71)
    o = []
    for _ in range(120):
        z = 5.5 * (40 / 5.5) ** r.random()
        x = r.uniform(-0.9, 0.9) * z
        if abs(x + 1.05) < 1.5 and abs(z - 8.9) < 1.9:
            continue
        o.append(
            (
                z,
                tuft(
                    x, z, r.uniform(0.12, 0.34), r, tone('#1a2450', z, 1.0), tone('#6f7aa4', z, 0.8)
                ),
            )
        )
    tf = sc.layer()
    tf.put(svg(''.join(b for _, b in sorted(o, key=lambda q: -q[0]))))
    # ---- the two, and their prints
    sc.part('people', 0.2)
    z = 9.3
    yx, yy = V(-1.62, 0, z)
    sx, sy = V(-0.72, 0, z - 0.25)
    k = V.k(z)
    walk = ''
    for x0, z0 in ((-1.62, z), (-0.72, z - 0.25)):
        for i in range(7):
            zz = z0 - 0.35 - i * 0.52
            X, Y = V(x0 + 0.05 * i + (0.11 if i % 2 else -0.11), 0, zz)
            s_ = 0.085 * V.k(zz)
            walk += f'<ellipse cx="{X:.1f}" cy="{Y:.1f}" rx="{s_*.8:.1f}" ry="{s_*.22:.1f}" fill="#0f1738" opacity=".42"/>'
    shade = f'<ellipse cx="{yx+14}" cy="{yy+2}" rx="54" ry="6" fill="#0b1130" opacity=".6"/><ellipse cx="{sx+12}" cy="{sy+2}" rx="38" ry="4.6" fill="#0b1130" opacity=".6"/>'
    ruler = '<g transform="rotate(14 18 -40)"><rect x="16.4" y="-52" width="3.8" height="31" fill="#3f8a63"/><rect x="16.4" y="-52" width="1.2" height="31" fill="#93cfa6"/></g>'
    body = figure(
        'woman',
        yx,
        yy,
        1.6 * k,
        Y_,
        -1,
        scarf='hood',
        legs=([(-5, -38), (-6.4, -21), (-7.4, -5)], [(5, -38), (6.6, -20), (5.4, -8.4)]),
        held=bottle(-17.4, -43, 7.6, 20),
        turn=0.5,
    ) + figure(
        'child',
        sx,
        sy,
        1.24 * k,
        S_,
        -1,
        legs=([(-5.6, -34), (-7, -19), (-6, -8)], [(5.6, -34), (6.6, -20), (7.4, -5)]),
        arms=(None, [(13, -72.6), (17.6, -57), (18.4, -42)]),
        held=bottle(-18.8, -40, 9, 23) + ruler,
        turn=0.8,
    )
    sc.layer().put(svg(walk + shade + body))
    # ---- near: a dark swell of gravel with dry scrub at both sides
    sc.part('near', 0.8)
    ne = sc.layer()
    base = lambda x: 990 - 84 * step(520, -60, x) - 120 * step(1320, 1960, x) + 6 * math.sin(x / 80)
    top = [(x, base(x) + random.Random(x).uniform(-2, 2)) for x in range(-20, 1960, 12)]
    body = f'<path d="M-20,1100L{"L".join(f"{a},{b:.1f}" for a, b in top)}L1960,1100z" fill="#0a0f28"/>'
    rs = random.Random(8)
    tw = []
    for x, n_, ln in (
        (1770, 9, 88),
        (1880, 8, 110),
        (1660, 6, 56),
        (60, 8, 96),
        (190, 5, 58),
        (1560, 4, 36),
    ):
        for _ in range(n_):
            branch(
                x + rs.uniform(-12, 12),
                base(x) + 8,
                -1.57 + rs.uniform(-0.85, 0.85),
                ln * rs.uniform(0.5, 1),
                ln * 0.06,
                rs,
                3,
                tw,
                rs.uniform(-0.3, 0.3),
            )
    ne.put(
        svg(
            f'<path d="{"".join(tw)}" fill="#090e25"/>'
            + body
            + reeds(-20, 560, base, 14, 60, 70, '#090e25', 0.2, 3, 0)
            + reeds(1300, 1960, base, 14, 60, 90, '#090e25', 0.2, 4, 0)
        )
    )
    return sc


if __name__ == '__main__':
    main().pull()
