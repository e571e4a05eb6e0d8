"""After dark, a field of snow outside a city: three lights far apart - a farmhouse window, a car's headlamps,
a lamp over a church door.  Yun-a in her scarf and Sol stand before them; Sol points at the farmhouse and its dog."""
from outdoors import *

E = Eye(860, 402, 1180, 3.0)
WARM = '#ffcf86'
INK = '#081422'
T = dict(
    wall='#3c5468',
    shade='#22374b',
    plinth='#1d3145',
    roof='#7f9cb0',
    roof2='#5f7d95',
    snow='#94b0c0',
    snowshade='#587690',
    hole='#14263a',
    frame='#1a2d40',
    door='#182a3c',
    right='#22374b',
    left='#22374b',
)
FARM = (-11.5, 40.0)
CAR = (6.0, 58.0)
CHURCH = (35.0, 70.0)


def sky(c):
    heaven(
        c,
        [
            (0, '#0a1626'),
            (0.3, '#102338'),
            (0.6, '#1b384e'),
            (0.85, '#33566a'),
            (1, '#55757f'),
            (1.1, '#64827f'),
        ],
        402,
        62,
        0.05,
    )
    # the city's own glow, cold, low on the right
    glow_ell(c, 1250, 400, 900, 130, '#8fb0ac', 0.42, 1.5)
    bars(c, '#0f2236', 120, 90, 72, -0.02, 0.16, 0.75, 700, 60)
    bars(
        c,
        ramp([(0, '#2c4d61'), (1, '#6f9196')], np.exp(-(((XX - 1250) / 560) ** 2))),
        250,
        70,
        76,
        0.02,
        0.15,
        0.7,
        620,
        26,
    )
    q = random.Random(3)
    s = ''.join(
        f'<circle cx="{q.uniform(0, W):.0f}" cy="{q.uniform(0, 150):.0f}" r="{q.choice([.8, 1, 1.4])}" opacity="{q.uniform(.2, .7):.2f}"/>'
        for _ in range(60)
    )
    c.put(svg(f'<g fill="#cfe0e4">{s}</g>'), 0.6)
    ridge(
        c,
        rolling(408, 96, 41, 430),
        ('#2f5064', '#385a6c', '#45687a'),
        44,
        150,
        26,
        0.8,
        (0.46, 0.66),
    )


def city(c):
    """blocks of flats on the sky's edge, no lamp among them that could be told from the dark"""
    q = random.Random(11)
    o = []
    for x0, x1, n, a in ((880, 1960, 46, 0), (980, 1700, 26, 1)):
        for _ in range(n):
            x = q.uniform(x0, x1)
            m = math.exp(-(((x - 1330) / 260) ** 2))
            h = q.uniform(6, 15) + 30 * m * q.uniform(0.3, 1)
            w = q.uniform(12, 30)
            o.append(
                fill(
                    [(x, 410), (x, 404 - h), (x + w, 404 - h + q.uniform(-1, 1)), (x + w, 410)],
                    q.choice(['#2c4c5e', '#31536a', '#294759']) if not a else '#213f53',
                )
            )
            if q.random() < 0.3:
                o.append(stroke([(x + w * 0.4, 404 - h), (x + w * 0.4, 396 - h)], '#294759', 1.3))
    for x, h in ((1196, 66), (1500, 52)):  # chimneys of the heating works
        o.append(fill([(x, 410), (x + 3, 404 - h), (x + 9, 404 - h), (x + 12, 410)], '#213f53'))
    # lights of the city are cold and small
    for _ in range(90):
        x = q.gauss(1330, 210)
        o.append(
            f'<circle cx="{x:.0f}" cy="{q.uniform(380, 403):.0f}" r=".9" fill="#b9d3d0" opacity="{q.uniform(.2, .6):.2f}"/>'
        )
    c.put(svg(''.join(o)))


def field(c):
    x, z = snowfield(
        c,
        E,
        [(0, '#5d7e90'), (0.08, '#587c95'), (0.3, '#44688a'), (0.65, '#24466a'), (1, '#122a48')],
        [(0, '#82a0ae'), (0.3, '#6f93ae'), (1, '#3a6088')],
        [(0, '#3d5f74'), (0.4, '#2c4f70'), (1, '#122c4c')],
        320,
        160,
    )
    q = random.Random(14)  # stubble of last year's maize, in rows that run away to the left
    o = []
    zz = 4.2
    while zz < 44:
        step_ = 0.34 + 0.012 * zz
        for i in range(-50, 50):
            X0 = i * 1.15 - 0.12 * (zz - 10) + q.uniform(-0.05, 0.05)
            a, b = E(X0, 0, zz)
            if (
                not -10 < a < W + 10
                or abs(X0 - 0.2) < 1.5
                and zz < 14
                or q.random() < 0.45 + 0.3 * math.sin(i * 0.9 + zz * 0.22)
            ):
                continue
            k = E.k(zz)
            h = k * q.uniform(0.05, 0.13)
            o.append(
                f'<path d="M{a-k*.02:.1f},{b:.1f}L{a+q.uniform(-.03,.03)*k:.1f},{b-h:.1f}L{a+k*.025:.1f},{b:.1f}z"/>'
            )
        zz += step_
    c.put(svg(f'<g fill="#142f4c" opacity=".75">{"".join(o)}</g>'))
    return x, z


def bank_of_trees(c):
    q = random.Random(17)
    o = []
    for _ in range(34):  # poplars along the road
        x = -34 + 2.4 * _ + q.uniform(-0.5, 0.5)
        z = 84 + 6 * math.sin(_ * 0.7)
        X, Y = E(x, 0, z)
        h = q.uniform(6.5, 9.5) * E.k(z)
        tw = []
        branch(X, Y, -1.57 + q.uniform(-0.04, 0.04), h * 0.7, 3.0, q, 2, tw, 0.0)
        o.append(f'<path d="{"".join(tw)}" fill="#1b3549" opacity=".8"/>')
    c.put(svg(''.join(o)), 0.9)


def farm(o_, q):
    p = Place(E, FARM[0], FARM[1], 14)
    T2 = dict(T)
    o_.append(
        house(
            Place(E, FARM[0] - 8.4, FARM[1] + 4, 14), 5, 4, 2.0, 1.2, T2, (), ((0.5, 1.2, 1.7),), q
        )
    )  # barn
    o_.append(
        house(
            p,
            9.4,
            5,
            2.4,
            1.7,
            T2,
            ((2.3, 1.5, 0.95, 1.0, WARM), (-2.5, 1.3, 0.95, 1.0, None)),
            ((0.2, 0.95, 1.95),),
            q,
            chimney=(-2.8, 0.4, 1.0),
        )
    )
    # fence of staves round the yard, a maize crib
    P = Place(E, 0, 0)
    for i in range(26):
        if 12 < i < 17:
            continue
        x = FARM[0] - 8 + i * 0.62
        z = FARM[1] - 6.4 - 0.02 * i
        o_.append(
            P.bar(
                (x, 0, z), (x + q.uniform(-0.06, 0.06), q.uniform(0.75, 1.05), z), 0.09, '#182c40'
            )
        )
    c0 = Place(E, FARM[0] + 7.4, FARM[1] + 1, 14)
    o_.append(
        box(c0, -0.9, 0.9, -0.5, 0.5, 0.4, 2.0, '#4d5a58', '#31444e', '#7f9cb0')
        + snowlid([c0(-1.0, 2.0, -0.55), c0(1.0, 2.0, -0.55)], 5, T['snow'], q)
    )
    return p(2.3, 1.45, -2.5), p


def dog(x, y, h):
    """sits and listens"""
    return (
        f'<g transform="translate({x:.1f},{y:.1f}) scale({h/100:.4f})" fill="#0b1826"><path d="M-34,0C-40,-10 -34,-34 -18,-48C-8,-58 -6,-70 -4,-80C-10,-84 -14,-96 -10,-102C-6,-98 -2,-96 2,-97C6,-100 12,-104 14,-100C16,-92 16,-88 20,-85L32,-80C36,-76 32,-70 26,-69L14,-67C16,-50 18,-30 18,-6L24,0H6L2,-24C-2,-12 -6,-6 -8,0z"/>'
        '<path d="M-30,-4C-48,-2 -56,-14 -52,-28C-48,-34 -42,-30 -44,-24C-46,-14 -38,-10 -26,-12z"/></g>'
    )


def church(o_, q):
    p = Place(E, CHURCH[0], CHURCH[1], -18)
    o_.append(
        house(
            p,
            9,
            6.5,
            4.2,
            3.0,
            T,
            ((-2.6, 0.8, 1.6, 1.8, None), (0, 0.8, 1.6, 1.8, None), (2.6, 0.8, 1.6, 1.8, None)),
            (),
            q,
            lid=0.07,
        )
    )
    t = Place(E, *[p.world(-5.2, 0, 0)[i] for i in (0, 2)], -18)
    o = box(t, -1.5, 1.5, -1.5, 1.5, 0, 7.4, '#3c5468', '#22374b', '#94b0c0')
    apex = t(0, 11.2, 0)
    cs = [t(-1.7, 7.3, -1.7), t(1.7, 7.3, -1.7), t(1.7, 7.3, 1.7), t(-1.7, 7.3, 1.7)]
    o += (
        fill([cs[0], cs[3], apex], '#5f7d95')
        + fill([cs[0], cs[1], apex], '#7f9cb0')
        + fill([cs[1], cs[2], apex], '#4d6b83')
    )
    k = t.k()
    o += stroke([apex, (apex[0], apex[1] - 1.5 * k)], '#14263a', 2.2) + stroke(
        [(apex[0] - 0.5 * k, apex[1] - 1.0 * k), (apex[0] + 0.5 * k, apex[1] - 1.0 * k)],
        '#14263a',
        2.2,
    )
    o += t.poly(
        [
            (-0.75, 0, -1.51),
            (0.75, 0, -1.51),
            (0.75, 2.3, -1.51),
            (0, 2.8, -1.51),
            (-0.75, 2.3, -1.51),
        ],
        '#14263a',
    )
    o += t.poly(
        [(-0.5, 4.6, -1.51), (0.5, 4.6, -1.51), (0.5, 6, -1.51), (0, 6.5, -1.51), (-0.5, 6, -1.51)],
        '#14263a',
    )
    o_.append(o)
    return t(0, 3.3, -1.6), t


def yuna(x, y, h):
    L = 'cool'
    o = [
        legs(
            '#1c2c44',
            '#101d30',
            L,
            ((-5.5, -40), (-6.2, -22), (-6.6, -3)),
            ((5.5, -40), (6, -22), (6.8, -3)),
            (11, 9.4, 7.8),
        )
    ]
    coat = [
        (-11.5, -78),
        (-5, -82),
        (5, -82),
        (11.5, -78),
        (15, -66),
        (16, -52),
        (18, -33),
        (8, -30),
        (-8, -30),
        (-18, -33),
        (-16, -52),
        (-15, -66),
    ]
    o.append(
        part(
            soft(coat),
            '#1b2f4b',
            L,
            '<path d="M-16,-52Q0,-48.5 16,-52" fill="none" stroke="#0e1d33" stroke-width="1.6"/><path d="M0,-80Q-.6,-56 .4,-31M-9,-50Q-10,-40 -11.5,-31.5M9,-50Q10,-40 11.5,-31.5" fill="none" stroke="#0e1d33" stroke-width=".8" opacity=".8"/>',
        )
    )
    o.append(
        part(
            limb([(-11, -76), (-16.6, -62), (-18.2, -48), (-17.6, -41)], [9, 8.8, 7.4, 5.6]),
            '#1b2f4b',
            L,
        )
    )
    o.append(
        part(
            'M-20.6,-43q3,-1.6 5.6,0q.8,3.4 -.8,6.4q-2.6,1.2 -4.4,-.6q-1.2,-3 -.4,-5.8z',
            '#121f33',
            L,
        )
    )
    # right hand on the child's shoulder side: holds a bundle
    o.append(
        part(
            limb([(11, -76), (16.4, -62), (16.8, -50), (13.4, -41)], [9, 8.8, 7.4, 5.6]),
            '#1b2f4b',
            L,
        )
    )
    o.append(
        part(
            'M4,-44C5,-38 3,-29 6,-23.5C11,-20.5 19,-21.5 22,-25C24,-31 21,-38 17,-42.5C13.6,-45 8,-46 4,-44z',
            '#3a4a5c',
            L,
            '<path d="M10,-43Q12,-34 9,-23M16,-42Q18,-32 16,-22" fill="none" stroke="#23364c" stroke-width=".9"/>',
        )
    )
    scarf = 'M-8.8,-90C-9,-98.6 -4.6,-101.4 0,-101.4C4.6,-101.4 9,-98.6 8.8,-90C8.6,-86 9.8,-83.6 12.4,-80.5C10,-76 5,-74 1.6,-72.6C2.6,-66 3.4,-60 2.6,-55L-2.6,-54.4C-3.6,-60 -3.4,-67 -2.6,-72.4C-6,-74 -10,-76.4 -12.4,-80.5C-9.8,-83.6 -8.6,-86 -8.8,-90z'
    o.append(
        part(
            scarf,
            '#71312d',
            L,
            '<path d="M-11.6,-80.4Q-3,-76 .4,-72.4Q4,-76 11.6,-80.4M-8.4,-87Q0,-81.6 8.4,-87M-5,-97Q0,-99.6 5,-97M-.6,-71Q.6,-63 -.4,-55.4" fill="none" stroke="#552420" stroke-width="1" opacity=".9"/>',
        )
    )
    return put(x, y, h, o, L)


def sol(x, y, h):
    L = 'cool'
    o = [
        legs(
            '#1c2c44',
            '#101d30',
            L,
            ((-5, -38), (-5.4, -20), (-6, -3)),
            ((4.6, -38), (5.2, -20), (6, -3)),
            (10.5, 9.2, 8),
        )
    ]
    o.append(part(limb([(-9.5, -70.5), (-24, -74), (-37, -78.5)], [9, 8, 6]), '#25405e', L))
    o.append(
        part(
            'M-36,-81.6Q-39,-82.6 -41,-81.2L-47.4,-82.6Q-48.8,-81.6 -47.4,-80.2L-42,-78.2Q-39.6,-75.8 -36,-76z',
            '#121f33',
            L,
        )
    )
    coat = [
        (-11, -72),
        (-5, -76.5),
        (5, -76.5),
        (11, -72),
        (13.6, -60),
        (15, -46),
        (17.4, -31),
        (0, -28),
        (-17.4, -31),
        (-15, -46),
        (-13.6, -60),
    ]
    o.append(
        part(
            soft(coat),
            '#25405e',
            L,
            '<path d="M-14.8,-48Q0,-44 14.8,-48M-14,-60Q0,-57 14,-60" fill="none" stroke="#12243b" stroke-width="1"/>',
        )
    )
    o.append(part(limb([(10, -71), (15.6, -58), (15, -45)], [8.8, 8.2, 6]), '#25405e', L))
    o.append(
        part('M12.4,-47q3,-1.6 5.4,0q.6,3 -1,5.6q-2.6,1 -4.2,-.8q-1,-2.6 -.2,-4.8z', '#121f33', L)
    )
    # hood with a bobble
    o.append(
        part(
            'M0,-103C-9.6,-103 -12.6,-95 -12,-88C-11.6,-81 -9,-76 0,-74.4C9,-76 11.6,-81 12,-88C12.6,-95 9.6,-103 0,-103z',
            '#1f3650',
            L,
            '<path d="M-11.6,-84Q0,-78 11.6,-84M0,-102Q-1.6,-90 0,-76" fill="none" stroke="#10223a" stroke-width="1"/>',
        )
    )
    return put(x, y, h, o, L)


def main():
    sc = Scene('lights')
    c = sc.layer()
    sky(c)
    city(c)
    x, z = field(c)
    road = np.abs(z - (62 + 0.06 * x)) - 1.7
    c.over(
        rgb('#2b485c'),
        smooth(0.4, -0.4, road + 0.5 * fbm(x / 3, z, 3, 350))
        * 0.6
        * (YY > E.hor)
        * smooth(-60, -20, x),
    )
    bank_of_trees(c)
    q = random.Random(6)
    o = []
    ch, t = church(o, q)
    fm, p = farm(o, q)
    c.put(svg(group(o, 'filter="url(#knife0)"'), KNIFE))
    # the car, the lamps on the snow
    cp = Place(E, CAR[0], CAR[1], 63)
    TC = dict(
        dark='#0c1826',
        body='#16283a',
        light='#27405a',
        glass='#0a1420',
        sheen='#3f5d70',
        tyre='#060d16',
        snow='#4d6a80',
        shadow='#0a1826',
    )
    body, spots = car(cp, TC, snow=False)
    lamps = sorted(spots['nose'])
    lw = []
    for at, reach, am in (
        ((p.world(2.3, 0, -4.4)), 4.2, 0.95),
        (t.world(0, 0, -3.2), 5.0, 0.9),
        (cp.world(-5.5, 0, 0), 4.6, 0.8),
    ):
        g = lamp_on_ground(x, z, (at[0], 0, at[2]), reach) * (YY > E.hor + 20)
        lw.append(steps3(g, ((0.10, 0.2), (0.25, 0.3), (0.55, 0.45)), 0.05, 420, 0.05) * am)
    gx = np.maximum.reduce(lw)
    c.over(rgb('#e0a863'), gx * 0.62 * smooth(70, 66, z))
    c.put(svg(group([body])))
    sx, sy = p(1.0, 0, -6.0)
    c.put(svg(dog(sx, sy + 2, 25)))
    glow(c, fm[0], fm[1], 150, '#ffbf70', 0.55, 2.3)
    glow(c, ch[0], ch[1], 110, '#ffbf70', 0.6, 2.3)
    c.put(
        svg(
            fill(
                [
                    p(1.6, 0.98, -2.52),
                    p(3.0, 0.98, -2.52),
                    p(3.0, 1.92, -2.52),
                    p(1.6, 1.92, -2.52),
                ],
                '#ffe0a6',
                0.55,
            )
            + f'<path d="M{ch[0]-6:.1f},{ch[1]-2:.1f}h12l-3,-5h-6z" fill="#14263a"/><ellipse cx="{ch[0]:.1f}" cy="{ch[1]+1:.1f}" rx="4" ry="3.4" fill="#fff0cc"/>'
            + ''.join(f'<circle cx="{a:.1f}" cy="{b:.1f}" r="5" fill="#fff0cc"/>' for a, b in lamps)
        )
    )
    mx, my = (lamps[0][0] + lamps[1][0]) / 2, (lamps[0][1] + lamps[1][1]) / 2
    for a, b in lamps:
        glow(c, a, b, 60, WARM, 0.8, 2.4)
    glow_ell(c, mx, my, 210, 60, '#ffbf70', 0.5, 2.2)
    # breath of the exhaust
    n = fbm(XX / 30, YY / 14, 3, 430)
    c.over(
        rgb('#c9b79a'),
        smooth(-0.2, 0.5, n)
        * np.exp(-(((XX - mx - 52) / 34) ** 2) - ((YY - my + 8) / 15) ** 2)
        * 0.4,
    )
    sc.part('mist', 0.12)
    m = sc.layer()
    m.over(
        rgb('#7f9ea6'),
        smooth(-0.3, 0.5, fbm(XX / 520, YY / 40, 4, 200))
        * (0.42 * np.exp(-(((YY - 436) / 16) ** 2)) + 0.12 * np.exp(-(((YY - 500) / 40) ** 2))),
    )
    sc.part('people', 0.25)
    pe = sc.layer()
    D = KNIFE + light_defs('cool', '#b9d0d6', '#071222', 0.75, -0.55, 1.1, 9, 0.85, 0.55)
    YZ, YX = 11.0, 0.3
    SZ, SX = 10.6, -0.72
    X, Y = E(YX, 0, YZ)
    X2, Y2 = E(SX, 0, SZ)
    prints = footprints(
        E,
        [(1.3, 2.2), (0.9, 5.0), (0.5, 8.2), (YX, YZ - 0.1)],
        0.36,
        '#12294a',
        '#86a8c2',
        2,
        1.05,
        0.75,
    ) + footprints(
        E,
        [(0.5, 2.2), (-0.1, 5.0), (-0.6, 8.2), (SX, SZ - 0.1)],
        0.27,
        '#12294a',
        '#86a8c2',
        3,
        0.8,
        0.75,
    )
    sh = f'<g filter="url(#soft2)" opacity=".6"><ellipse cx="{X-16:.0f}" cy="{Y+2:.0f}" rx="40" ry="7" fill="#0c2340"/><ellipse cx="{X2-12:.0f}" cy="{Y2+2:.0f}" rx="32" ry="6" fill="#0c2340"/></g>'
    pe.put(svg(prints + sh + yuna(X, Y, 1.6 * E.k(YZ)) + sol(X2, Y2, 1.27 * E.k(SZ)), D))
    sc.part('near', 0.85)
    ne = sc.layer()
    base = (
        lambda x_: 985 - 70 * step(620, -60, x_) - 90 * step(1300, 1980, x_) + 6 * math.sin(x_ / 80)
    )
    top = [(x_, base(x_)) for x_ in range(-20, 1960, 12)]
    q = random.Random(9)
    stalks = []
    for x0, x1, n_ in ((-20, 420, 26), (1500, 1960, 34)):  # maize left standing
        for _ in range(n_):
            a = q.uniform(x0, x1)
            b = base(a) + 14
            h = q.uniform(70, 230) * (0.6 + 0.4 * abs(a - 960) / 960)
            ln = q.uniform(-0.2, 0.25)
            P = [(a, b), (a + ln * h * 0.3, b - h * 0.5), (a + ln * h, b - h)]
            stalks.append(bend(P, '#0a1726', q.uniform(2.4, 4.6)))
            for t_ in (0.35, 0.55, 0.75):
                s_ = q.choice((-1, 1))
                l = q.uniform(22, 60)
                px, py = a + ln * h * t_ * 0.9, b - h * t_
                stalks.append(
                    f'<path d="M{px:.1f},{py:.1f}q{s_*l*.5:.1f},{-l*.55:.1f} {s_*l:.1f},{l*.35:.1f}q{-s_*l*.5:.1f},{-l*.5:.1f} {-s_*l:.1f},{-l*.22:.1f}z" fill="#0c1a2b"/>'
                )
            if q.random() < 0.5:
                px, py = P[2]
                stalks.append(
                    f'<path d="M{px-9:.1f},{py+5:.1f}q9,-9 20,1q-10,-3 -20,-1z" fill="#7f9cb0" opacity=".8"/>'
                )
    ne.put(
        svg(
            '<path d="M-20,1100L'
            + 'L'.join(f'{a},{b:.1f}' for a, b in top)
            + 'L1960,1100z" fill="#0d2038"/>'
            + bend([(a, b + 1) for a, b in top[::4]], '#3a5f80', 4, 0.6, ' filter="url(#soft2)"')
            + ''.join(stalks)
            + '<path d="M-20,1100L'
            + 'L'.join(f'{a},{b+26:.1f}' for a, b in top)
            + 'L1960,1100z" fill="#0a1728"/>',
            KNIFE,
        )
    )
    ne.over(rgb(INK), smooth(820, 1070, YY) * 0.8)
    return sc


if __name__ == '__main__':
    main().pull()
