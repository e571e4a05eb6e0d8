"""The same bend of the river from the same roof, four times by night: no fence, a trodden path, a fence,
two fences and a row of lamps.  Four upright prints in one mat; all are drawn in the middle, then moved."""
from atelier import *
from folk import figure
from frozen import along, bank_line, flat_world, ice

HOR = 372
CAM = 42.0
F = 900
V = View(CAM, HOR, F)
LIGHT = (0.66, 0.50, 0.28)
WIDE, GAP = 396, 28
CENTRES = [960 + (i - 1.5) * (WIDE + GAP) for i in range(4)]
TOP = 34
RIVER = [
    (-320, 120),
    (-150, 142),
    (-40, 168),
    (26, 214),
    (44, 276),
    (22, 352),
    (-26, 440),
    (-52, 560),
]
RIVER += [(-30, 720), (40, 930), (96, 1250), (60, 1800), (-60, 2800), (40, 6000)]
RIVER = chaikin(RIVER, 3)


def half(z):
    return 25 + 0.010 * z


def hgt(x, z):
    wx = x / 900 + 0.2 * fbm(x / 1000, z / 1000, 2, 640)
    wz = z / 900 + 0.2 * fbm(x / 1000 + 7, z / 1000, 2, 644)
    m = ridged(wx + 2.65, wz + 6.1, 5, 33, 0.33, 2.1, 0.85)
    d = dist_poly(x, z, RIVER)
    hw = half(z) + 4 * fbm(x / 40, z / 40, 3, 605)
    v = smooth(60, 900, d) * smooth(240, 700, z)
    far = smooth(500, 3600, z)
    wall = 150 * np.exp(-(((x - 260) / 260) ** 2) - ((z - 1500) / 500) ** 2)
    return (
        -2
        + smooth(hw, hw + 7, d) * 3.4
        + v * (m * (120 + 470 * far) + 14 + wall * (0.4 + m))
        + 0.5 * fbm(x / 14, z / 14, 3, 607) * smooth(0, 30, d - hw)
    )


def ground(x, z):
    return float(hgt(np.array([[float(x)]]), np.array([[float(z)]]))[0, 0])


# sky from the zenith down, land, ice mirror, snow, dark ice, edge
YEARS = {
    1998: dict(
        sky=['#050c22', '#0a1835', '#12284d', '#254669', '#456a88'],
        land=[('#091430', '#274263'), ('#10203f', '#385678'), ('#365580', '#7a9bb8')],
        ice=['#5d81a0', '#34567f', '#18305a'],
        snow=('#b3cad9', '#7695b8'),
        dark=('#33557a', '#0c1f44'),
        edge='#a9c3d4',
    ),
    2009: dict(
        sky=['#0b0f2b', '#151b42', '#262f5e', '#454f7c', '#6f7a9c'],
        land=[('#0e1434', '#363f66'), ('#181f46', '#4a5479'), ('#474f80', '#8f98b6')],
        ice=['#7f8bac', '#4c5685', '#252d5c'],
        snow=('#c3c9da', '#8790b8'),
        dark=('#444d7a', '#151c48'),
        edge='#bcc4d8',
    ),
    2014: dict(
        sky=['#0a141f', '#13212f', '#223647', '#3d5565', '#66808a'],
        land=[('#0c1822', '#314854'), ('#152531', '#44606b'), ('#405b68', '#88a3aa')],
        ice=['#76929c', '#436072', '#1d3444'],
        snow=('#bccdd0', '#8099a5'),
        dark=('#3c5768', '#0f2230'),
        edge='#b2c6ca',
    ),
    2023: dict(
        sky=['#07151d', '#0d242c', '#1b3b42', '#3b6066', '#71938f'],
        land=[('#081a20', '#2b4c50'), ('#0f282e', '#3d6466'), ('#375f63', '#86aaa4')],
        ice=['#7fa19e', '#436a70', '#193a44'],
        snow=('#c2d5cf', '#7fa09f'),
        dark=('#386066', '#0c2630'),
        edge='#bad0ca',
    ),
}


def sky(c, y, p):
    t = YY / HOR + 0.04 * fbm(XX / 300, YY / 70, 3, 60 + y % 50)
    c.over(ramp(list(zip((0, 0.3, 0.6, 0.85, 1.06), p['sky'])), t), 1)
    r = random.Random(y)
    o = ''.join(
        f'<circle cx="{r.uniform(740,1180):.1f}" cy="{r.uniform(TOP,330):.1f}" r="{.6+1.2*r.random()**5:.2f}" opacity="{r.uniform(.25,.95):.2f}"/>'
        for _ in range({1998: 120, 2009: 80, 2014: 14, 2023: 46}[y])
    )
    moon = ''
    if y == 2009:  # a new moon
        moon = '<path d="M1046,120a19,19 0 1 0 17,28a15.4,15.4 0 1 1 -17,-28z" fill="#e9e6da"/>'
    c.put(svg(f'<g fill="#dfe8f0">{o}</g>{moon}'), 0.85)
    if y == 2009:
        glow(c, 1050, 138, 120, '#c9cbe0', 0.25, 2.0)
    k = fbm(XX / 330 + y, YY / 34, 5, 90) + 0.2 * fbm(XX / 90, YY / 14, 3, 95)
    thick = {1998: 0.0, 2009: 0.25, 2014: 0.85, 2023: 0.4}[y]
    c.over(rgb(p['sky'][3]), smooth(0.0, 0.24, k) * np.exp(-(((YY - 190) / 110) ** 2)) * thick)
    c.over(
        rgb(p['sky'][1]), smooth(0.12, 0.26, k) * np.exp(-(((YY - 110) / 80) ** 2)) * thick * 0.8
    )


def fence(pts, h, gap, ink, lit):
    ps = [
        (x, ground(x, z), z)
        for x, z in along(pts, gap)
        if z > 96 and abs(x) < 0.30 * z + 8 and z < 1100
    ]
    o = ''
    for (x, y, z), (x2, y2, z2) in zip(ps, ps[1:]):
        if math.hypot(x2 - x, z2 - z) > gap * 2:
            continue
        k = V.k(max(z, z2))
        for i in range(5 if k > 2.6 else 3):
            f = 0.25 + 0.75 * i / (4 if k > 2.6 else 2)
            a, b = V(x, y + h * f, z), V(x2, y2 + h * f, z2)
            o += f'<path d="M{a[0]:.1f},{a[1]:.1f}L{b[0]:.1f},{b[1]:.1f}" stroke="{ink}" stroke-width="{max(.6,.09*k):.2f}" opacity=".9"/>'
    for x, y, z in ps:
        o += V.line((x, y - 0.3, z), (x, y + h, z), 0.42, ink, 1, 1.0)
        o += V.line((x, y + h, z), (x + 0.9, y + h + 0.8, z), 0.3, ink, 1, 0.8)
        o += V.line((x + 0.17, y, z), (x + 0.17, y + h, z), 0.1, lit, 0.7, 0.4)
    return o


def window(c, wm):
    """the one window on the other bank"""
    x, z = -26, 322
    X, Y = V(x, ground(x, z), z)
    r = random.Random(2)
    o = ''.join(
        spruce(X + dx, Y + 1, h, r, '#0a1526')
        for dx, h in (
            (-34, 46),
            (-24, 58),
            (-15, 40),
            (20, 52),
            (30, 62),
            (40, 44),
            (52, 50),
            (-46, 34),
        )
    )
    o += (
        f'<path d="M{X-13:.1f},{Y:.1f}v-13h27v13z" fill="#101a2c"/><path d="M{X-17:.1f},{Y-12:.1f}l6,-10h22l6,10z" fill="#0a1220"/>'
        f'<path d="M{X-13:.1f},{Y-15:.1f}l3,-6h20l2,4q-12,1 -25,2z" fill="#8ea6b8" opacity=".8"/><rect x="{X-2:.1f}" y="{Y-9:.1f}" width="6" height="5.6" fill="#ffcf86"/>'
    )
    c.put(svg(o))
    halo(c, X + 1, Y - 6, 52, 0.62)
    c.over(
        rgb('#ffc878'),
        np.exp(-(((XX - X - 1) / (3 + 0.06 * np.maximum(YY - Y, 0))) ** 2))
        * smooth(Y + 4, Y + 12, YY)
        * smooth(Y + 80, Y + 20, YY)
        * smooth(-0.15, 0.2, fbm(XX / 26, YY / 2.6, 2, 210))
        * 0.6
        * wm,
    )


def view(y, m, wm, low):
    p = YEARS[y]
    c = Canvas()
    sky(c, y, p)
    paint_land(c, m, p['land'], (0.36, 0.61), (110, 4200), 1.5, 0.08, (p['sky'][4], 0.55, 34))
    base = ramp(list(zip((0, 0.35, 1), p['ice'])), smooth(HOR + 10, 680, YY))
    c.over(
        ice(
            wm,
            CAM,
            HOR,
            F,
            base,
            p['snow'],
            p['dark'],
            p['edge'],
            0.62,
            631 + y % 97,
            0.0,
            (2.5, 8),
        ),
        wm,
    )
    x, z = flat_world(CAM, HOR, F)
    g = fbm(x / 34 + 0.4 * fbm(x / 30, z / 30, 2, 641), z / 30, 4, 646) + 0.07 * fbm(
        x / 8, z / 8, 3, 647
    )
    c.over(rgb(p['snow'][1]), low * smooth(0.0, 0.08, g) * 0.45)
    mist = smooth(-0.4, 0.5, fbm(XX / 260, YY / 30, 4, 200 + y % 50))
    c.over(rgb(p['sky'][4]), mist * 0.5 * np.exp(-(((YY - 404) / 20) ** 2)))
    r = random.Random(y + 1)
    near = lambda off: bank_line(RIVER, half, -1, off)
    far = lambda off: bank_line(RIVER, half, 1, off)
    if y == 1998:
        d = dist_poly(x, z, [(-40, 150), (-16, 176), (6, 206), (24, 240), (52, 262), (80, 300)])
        c.over(
            rgb(p['dark'][1]),
            smooth(0.9, 0.5, d + 0.5 * fbm(x / 2, z / 2, 2, 650)) * 0.45 * smooth(140, 160, z),
        )
    if y == 2009:
        q = near(11)[::3]
        d = dist_poly(x, z, q) + 0.5 * fbm(x / 5, z / 5, 3, 651)
        c.over(rgb('#101640'), smooth(2.3, 1.5, d) * 0.85 * (1 - wm))
        c.over(rgb('#a8afd0'), smooth(2.3, 2.6, d) * smooth(3.6, 3.0, d) * 0.6 * (1 - wm))
    o = ''
    if y in (2014, 2023):
        c.put(svg(fence(far(7), 5.4, 5.6, hexmix(p['land'][0][0], '#000000', 0.2), p['edge'])))
    window(c, wm)
    if y == 2023:
        ps = [(a, b) for a, b in along(near(17), 30) if 110 < b < 900 and abs(a) < 0.3 * b + 10]
        for a, b in ps:  # cold lamps, each with its pool
            d = np.hypot(x - a, (z - b)) / 15
            c.screen(rgb('#cfe3dc'), np.clip(1 - d, 0, 1) ** 1.6 * 0.55 * (YY > HOR + 4))
        d = np.abs(dist_poly(x, z, near(13)[::3]))
        c.over(rgb('#c9dad3'), smooth(2.6, 1.8, d) * 0.35 * (1 - wm))
        s = fence(near(7), 4.6, 5.0, '#06141a', p['edge'])
        lamp = []
        for a, b in ps:
            g0 = ground(a, b)
            s += V.line((a, g0, b), (a, g0 + 9, b), 0.34, '#07151b', 1, 0.9) + V.line(
                (a, g0 + 9, b), (a + 1.7, g0 + 9.5, b), 0.26, '#07151b', 1, 0.8
            )
            lamp.append((V(a + 1.7, g0 + 9.2, b), V.k(b)))
        c.put(
            svg(
                s
                + ''.join(
                    f'<ellipse cx="{X:.1f}" cy="{Y:.1f}" rx="{max(1.5,.62*k):.1f}" ry="{max(1.1,.4*k):.1f}" fill="#eef7f2"/>'
                    for (X, Y), k in lamp
                )
            )
        )
        for (X, Y), k in lamp:
            glow(c, X, Y, 8 + 7 * k, '#cfe6de', 0.6, 2.0)
    # reeds on the home bank: many, fewer, cut down
    n_, hi = {1998: (520, 5.4), 2009: (150, 3.6), 2014: (90, 2.6), 2023: (0, 1)}[y]
    line = along(near(2.5), 0.9)
    line = [(a, b) for a, b in line if 100 < b < 620 and abs(a) < 0.3 * b + 8]
    d = ''
    for _ in range(n_):
        a, b = r.choice(line)
        a, b = a + r.uniform(-5, 3), b + r.uniform(-6, 3)
        X, Y = V(a, 1.2, b)
        h = hi * V.k(b) * r.uniform(0.5, 1.1)
        l = r.uniform(-0.1, 0.34) * h
        w = max(0.5, 0.12 * V.k(b))
        d += f'M{X-w:.1f},{Y:.1f}Q{X+l*.2:.1f},{Y-h*.6:.1f} {X+l:.1f},{Y-h:.1f}Q{X+l*.3+w:.1f},{Y-h*.5:.1f} {X+w:.1f},{Y:.1f}z'
        if r.random() < 0.4:
            d += f'M{X+l:.1f},{Y-h:.1f}q{h*.1:.1f},{-h*.12:.1f} {h*.2:.1f},{-h*.03:.1f}q{-h*.04:.1f},{h*.2:.1f} {-h*.2:.1f},{h*.22:.1f}z'
    if d:
        c.put(svg(f'<path d="{d}" fill="{hexmix(p["land"][0][0], "#000000", .25)}"/>'))
    return c


def roof(y):
    """the ridge they sit on, tiles and snow; the pair"""
    p = YEARS[y]
    r = random.Random(40)
    ink, body = hexmix(p['land'][0][0], '#000000', 0.35), p['land'][0][0]
    mid, snow = p['land'][1][0], p['snow'][1]
    x0, x1 = 960 - 230, 960 + 230
    ridge = lambda x: 694 - 0.035 * (x - 960)
    o = [f'<path d="M{x0},{ridge(x0)}L{x1},{ridge(x1)}V1100H{x0}z" fill="{mid}"/>']
    for i in range(-15, 16):  # rows of round tiles run down to us
        xa, xb = 960 + i * 17, 960 + i * 46
        o.append(
            f'<path d="M{xa-3:.1f},{ridge(xa):.1f}L{xb-13:.1f},1100H{xb+13:.1f}L{xa+3:.1f},{ridge(xa):.1f}z" fill="{body}"/>'
            f'<path d="M{xa+1.6:.1f},{ridge(xa):.1f}L{xb+6:.1f},1100H{xb+12:.1f}L{xa+3.2:.1f},{ridge(xa):.1f}z" fill="{hexmix(mid, snow, .34)}"/>'
        )
        for j in range(9):
            t = ((j + 0.3 * (i % 2)) / 9) ** 1.5
            xx, yy = xa + (xb - xa) * t, ridge(xa) + (1100 - ridge(xa)) * t
            w = 4 + 11 * t
            o.append(
                f'<path d="M{xx-w:.1f},{yy:.1f}q{w:.1f},{w*.55:.1f} {2*w:.1f},0" stroke="{ink}" stroke-width="{1+1.4*t:.1f}" fill="none" opacity=".8"/>'
            )
    q = random.Random(y + 9)
    o.append(
        f'<path d="M{x0},{ridge(x0)-2:.1f}'
        + ''.join(f'L{x},{ridge(x)-6-3*q.random():.1f}' for x in range(x0, x1 + 1, 9))
        + f'L{x1},{ridge(x1)+9:.1f}L{x0},{ridge(x0)+9:.1f}z" fill="{body}"/>'
    )
    # snow lies on the ridge and in drifts below
    top = [
        (x, ridge(x) - 9 - 4 * math.sin(x / 23 + y) - 2 * q.random()) for x in range(x0, x1 + 1, 7)
    ]
    low = [
        (x, ridge(x) + 5 + 9 * math.sin(x / 31 + y * 2) * math.sin(x / 57) + 5 * q.random())
        for x in range(x0, x1 + 1, 7)
    ]
    o.append(f'<path d="{path(top + low[::-1])}" fill="{snow}"/>')
    under = [(a, b + 6) for a, b in low]
    o.append(f'<path d="{path(low + under[::-1])}" fill="{ink}" opacity=".5"/>')
    for _ in range(7):
        x, yy = q.uniform(x0, x1), q.uniform(730, 830)
        o.append(
            f'<path d="{blob(x, yy, q.uniform(30, 90), q.uniform(4, 11), q, 15, .6, 1.15)}" fill="{snow}" opacity="{.62-.5*(yy-730)/140:.2f}"/>'
        )
    # chimney
    cx = 1098
    o.append(
        f'<path d="M{cx-17},{ridge(cx)+16:.0f}v-74h34v74z" fill="{ink}"/><path d="M{cx+6},{ridge(cx)+16:.0f}v-74h11v74z" fill="{mid}"/>'
        f'<path d="M{cx-21},{ridge(cx)-56:.0f}h42v-9h-42z" fill="{body}"/><path d="M{cx-20},{ridge(cx)-64:.0f}q4,-9 20,-9t20,9z" fill="{snow}"/>'
    )
    coat = lambda a, b, c_, d: (hexmix(a, p['edge'], 0.5), hexmix(b, p['land'][2][0], 0.3), c_, d)
    woman = dict(
        coat=coat(
            '#93a3bd',
            '#46557c',
            hexmix('#2b3860', p['land'][1][0], 0.3),
            hexmix('#1c2748', p['land'][1][0], 0.5),
        ),
        trousers=(None, mid, body, ink),
        boot=(None, body, body, ink),
        head=('#a86c64', '#84403a', '#7a342f', '#4a1c26'),
        mitt=(None, mid, mid, body),
        hair=(None, body, ink, ink),
        fold=ink,
    )
    child = dict(
        woman,
        coat=coat(
            '#9fb2bf',
            '#41647c',
            hexmix('#2b4d64', p['land'][1][0], 0.3),
            hexmix('#1c3548', p['land'][1][0], 0.5),
        ),
        head=('#b9c3cc', '#7a869c', '#56627a', '#323c54'),
    )
    # Sol looks another way each winter
    wx, cx_ = 934, 1002
    lean, turn = {1998: (-3, -1.5), 2009: (0, 1.4), 2014: (2, 0.2), 2023: (-1, 2.0)}[y]
    arms = (None, [(13, -72.6), (23, -78), (33, -86)] if y == 2009 else None)
    o.append(
        figure(
            'woman',
            wx,
            ridge(wx) + 39,
            152,
            woman,
            1,
            sit=True,
            turn=(1.2, 0, 0.6, -1.2)[(y - 1998) % 4],
        )
    )
    o.append(
        figure(
            'child', cx_, ridge(cx_) + 28, 116, child, 1, sit=True, tilt=lean, turn=turn, arms=arms
        )
    )
    for x, w in ((wx, 44), (cx_, 36)):
        o.append(f'<path d="{blob(x, ridge(x) + 3, w, 6, q, 15, .75, 1.1)}" fill="{snow}"/>')
    a = svg(
        f'<clipPath id="r"><rect x="{960-WIDE/2-GAP/2}" y="0" width="{WIDE+GAP}" height="1080"/></clipPath><g clip-path="url(#r)">{"".join(o)}</g>'
    )
    dim = smooth(740, 960, YY)[..., None]
    a[..., :3] = a[..., :3] * (1 - 0.84 * dim) + rgb('#060a18') * 0.84 * dim
    return a


def placed(a, cx):
    """the middle of a picture, moved to stand at cx"""
    w = WIDE / 2 + GAP / 2
    x0, x1 = round((960 - w) * S), round((960 + w) * S)
    out = np.zeros_like(a)
    at = round((cx - w) * S)
    lo, hi = max(0, at), min(PW, at + x1 - x0)
    out[:, lo:hi] = a[:, x0 + lo - at : x0 + hi - at]
    return out


def mat():
    """dark paper with four openings, their edges a little uneven, as cut by hand"""
    r = random.Random(6)
    holes = ''
    for cx in CENTRES:
        a, b = cx - WIDE / 2, cx + WIDE / 2
        j = lambda: r.uniform(-1.1, 1.1)
        pts = [(a + j(), TOP + j()), (cx + j(), TOP + j()), (b + j(), TOP + j())]
        pts += [(b + j(), y) for y in range(120, 1081, 120)] + [(b, 1120), (a, 1120)]
        pts += [(a + j(), y) for y in range(1080, 100, -120)]
        holes += path(pts)
    d = f'M-40,-40H1960V1120H-40z{holes}'
    return svg(
        f'<path d="{d}" fill="#0a0f1f" fill-rule="evenodd"/><path d="{d}" fill="#000" fill-rule="evenodd" filter="url(#fb)" opacity=".5"/>'
        f'<path d="{holes}" fill="none" stroke="#3a4a66" stroke-width="2" opacity=".8"/>'
        f'<rect width="1920" height="1080" fill="url(#ft)"/>',
        '<filter id="fb" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency=".012 .03" numOctaves="5" seed="21"/><feColorMatrix values="0 0 0 0 .02  0 0 0 0 .03  0 0 0 0 .06  0 1.7 0 0 -.66"/><feComposite in2="SourceGraphic" operator="in"/></filter>'
        '<linearGradient id="ft" gradientUnits="userSpaceOnUse" x1="0" y1="780" x2="0" y2="1060"><stop offset="0" stop-color="#0a0f1f" stop-opacity="0"/><stop offset="1" stop-color="#0a0f1f" stop-opacity=".96"/></linearGradient>',
    )


def main():
    sc = Scene('strips')
    base = sc.layer()
    base.over(rgb('#0a0f1f'), 1)
    m = landscape(hgt, CAM, HOR, F, 88, 6500, 1100, 0, LIGHT, ss=SS, nearest=True)
    wm = down(m['water'] * m['hitraw'], m['ss'])
    low = down(((m['h'] < 9) & (m['z'] < 900)).astype(float), m['ss']) * (1 - wm)
    for y, cx in zip(YEARS, CENTRES):
        base.put(placed(view(y, m, wm, low).a, cx))
    sc.part('roofs', 0.12)
    ro = sc.layer()
    for y, cx in zip(YEARS, CENTRES):
        ro.put(placed(roof(y), cx))
    sc.part('mat', 0.22)
    sc.layer().put(mat())
    return sc


if __name__ == '__main__':
    main().pull()
