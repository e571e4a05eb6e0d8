"""A lane between low houses on a winter evening: an elderly woman, from behind, brings a pot of soup, a
notebook under her arm; a child makes way at a gate; one bulb burns; far off, the line of a fence."""
from outdoors import *

E = Eye(980, 352, 1150, 1.9)
BULB = (-2.05, 2.25, 8.3)
WARM = '#ffcf86'
INK = '#0f1126'
T = dict(
    wall='#8d86a0',
    shade='#5c587c',
    plinth='#57527a',
    roof='#a9a2be',
    roof2='#8a85a8',
    snow='#c9c0d4',
    snowshade='#8b86a8',
    hole='#2a2848',
    frame='#6a6386',
    door='#4b476c',
    right='#4f4b70',
    left='#5c587c',
)


def far(t, a):
    """the same house, further into the air"""
    return {k: hexmix(v, '#6d6084', a) if isinstance(v, str) else v for k, v in t.items()}


def sky(c):
    heaven(
        c,
        [
            (0, '#171d40'),
            (0.25, '#262a56'),
            (0.5, '#46416c'),
            (0.74, '#77597c'),
            (0.9, '#a9727f'),
            (1, '#dfa48e'),
            (1.2, '#e8b394'),
        ],
        330,
        61,
        0.05,
    )
    glow_ell(c, 1560, 300, 760, 170, '#e0a08a', 0.4, 1.6)
    bars(c, '#2c2c58', 90, 70, 64, 0.0, 0.16, 0.6, 640, 40)
    bars(
        c,
        ramp([(0, '#6d5378'), (1, '#d79c8c')], smooth(500, 1500, XX)),
        226,
        46,
        67,
        0.04,
        0.16,
        0.75,
        520,
        20,
    )
    ridge(
        c,
        rolling(300, 150, 71, 520),
        ('#5d5179', '#6f5f84', '#92788f'),
        81,
        90,
        46,
        0.9,
        (0.46, 0.64),
    )


def fence(c):
    """the line of a fence along a far saddle, posts and wire, nobody"""
    q = random.Random(5)
    o = []
    crest = rolling(300, 150, 71, 520)(XX[0])

    def way(x):
        """along the slope, never above the crest"""
        y = 246 + 62 * step(1010, 800, x) - 14 * math.sin((x - 900) / 150)
        return max(y + 30 * step(1250, 1640, x), np.interp(x, XX[0], crest) + 7)

    pts = []
    x = 800
    while x < 1640:
        s = 0.62 + 0.5 * (x - 800) / 840
        pts.append((x, way(x), 14 * s))
        x += 14 * s
    for x, y, h in pts:
        lean = q.uniform(-0.5, 0.5)
        o.append(
            stroke(
                [(x, y + 3), (x + lean, y - h), (x + lean + h * 0.22, y - h * 1.28)], '#3d3960', 1.5
            )
        )
    for t in (0.25, 0.6, 0.95):
        o.append(stroke([(x, y - h * t) for x, y, h in pts], '#3d3960', 0.7, 0.8))
    c.put(svg(''.join(o)), 0.9)


def lane(c):
    x, z, on = E.ground()
    snowfield(
        c,
        E,
        [(0, '#a89cb6'), (0.2, '#a59fbd'), (1, '#8e8bb0')],
        [(0, '#bdb1c4'), (1, '#b6b2cc')],
        [(0, '#8f86a6'), (1, '#706e98')],
        310,
        70,
    )
    # trodden middle, ruts of a cart
    w = 0.22 * fbm(x * 0 + 1, z / 4, 3, 330)
    for off, half, col, am in (
        (-0.15, 1.05, '#7c7799', 0.6),
        (-0.62, 0.17, '#58547c', 0.75),
        (0.42, 0.17, '#58547c', 0.75),
    ):
        e = np.abs(x - off - w) - half * (1 + 0.5 * fbm(x / 0.8, z / 0.9, 3, 333))
        c.over(rgb(col), smooth(0.06, -0.04, e) * am * on * smooth(60, 20, z))


def walls():
    q = random.Random(12)
    o = []
    # the far end of the lane, then both rows toward us
    o.append(
        house(
            Place(E, -1.2, 44, 4),
            11,
            5,
            2.3,
            1.3,
            far(T, 0.55),
            ((-3, 0.8, 0.9, 0.8, None), (0.5, 0.8, 0.9, 0.8, None)),
            (),
            q,
        )
    )
    for z, w, a in ((34, 9, 0.45), (22.5, 8.4, 0.25)):
        o.append(
            house(
                Place(E, -4.5, z, 90),
                w,
                4.4,
                2.3,
                1.25,
                far(T, a),
                ((-2, 0.9, 0.9, 0.85, None), (2, 0.9, 0.9, 0.85, None)),
                ((0.2, 0.85, 1.85),),
                q,
                chimney=(-2, 0.6, 0.9),
            )
        )
    for z, w, a, x in ((36, 10, 0.5, 6.6), (25, 8.5, 0.34, 6.3), (15.2, 8.6, 0.12, 6.9)):
        o.append(
            house(
                Place(E, x, z, -90),
                w,
                4.6,
                2.2,
                1.3,
                far(T, a),
                ((-2.4, 0.9, 0.9, 0.85, None), (1.6, 0.9, 0.9, 0.85, None)),
                ((-0.3, 0.85, 1.85),),
                q,
                chimney=(2.6, -0.7, 0.9),
            )
        )
    return ''.join(o)


def yard_wall(z0, z1, x=1.9, h=1.25):
    q = random.Random(int(z0 * 10))
    P = Place(E, 0, 0)
    o = P.poly([(x, 0, z0), (x, 0, z1), (x, h, z1), (x, h, z0)], '#6f6a8c')
    for _ in range(int((z1 - z0) * 9)):
        z = q.uniform(z0, z1 - 0.3)
        y = q.choice([0.25, 0.5, 0.75, 1.0]) + q.uniform(-0.03, 0.03)
        o += P.bar(
            (x, y, z),
            (x, y, min(z1, z + q.uniform(0.2, 0.6))),
            0.018,
            q.choice(['#565178', '#8d86a0']),
            0.6,
        )
    o += P.poly([(x, 0, z0), (x + 0.25, 0, z0), (x + 0.25, h, z0), (x, h, z0)], '#4f4b70')
    a = [E(x - 0.06, h + 0.02, z) for z in np.linspace(z0, z1, 9)]
    b = [E(x + 0.34, h + 0.12, z) for z in np.linspace(z1, z0, 9)]
    o += curve(a + b, '#b9b1cb') + snowlid(a, E.k(z0) * 0.05, '#c9c0d4', q)
    # drift at its foot
    d = [E(x - 0.5 - 0.25 * q.random(), 0, z) for z in np.linspace(z0, z1, 8)] + [
        E(x, 0.28 + 0.1 * q.random(), z) for z in np.linspace(z1, z0, 8)
    ]
    return o + curve(d, '#b3abc6', 0.9)


def gate():
    P = Place(E, 0, 0)
    o = ''
    for x in np.arange(1.98, 3.0, 0.17):  # the leaf, swung into the yard
        o += P.poly(
            [
                (x, 0.12, 8.1),
                (x + 0.15, 0.12, 8.1),
                (x + 0.15, 1.45 - 0.04 * math.sin(x * 9), 8.1),
                (x, 1.45, 8.1),
            ],
            '#6b5f78',
        )
    o += P.bar((1.95, 0.45, 8.08), (3.02, 0.45, 8.08), 0.09, '#5a5070') + P.bar(
        (1.95, 1.15, 8.08), (3.02, 1.15, 8.08), 0.09, '#5a5070'
    )
    o += P.bar((1.98, 0.5, 8.07), (3.0, 1.1, 8.07), 0.07, '#5a5070')
    return o


def posts(zs):
    P = Place(E, 0, 0)
    o = ''
    for z in zs:
        a, b = E(1.78, 1.52, z), E(2.04, 1.52, z)
        o += box(P, 1.8, 2.02, z - 0.11, z + 0.11, 0, 1.5, '#5f5676', '#4b4566', '#c9c0d4')
        o += curve(
            [
                (a[0], a[1] + 3),
                (a[0] + 3, a[1] - 8),
                ((a[0] + b[0]) / 2, a[1] - 12),
                (b[0] - 2, b[1] - 8),
                (b[0], b[1] + 3),
            ],
            '#c9c0d4',
        )
    return o


def home():
    """the house with the bulb over its door"""
    q = random.Random(4)
    t = dict(T, wall='#958ea4')
    o = house(
        Place(E, -4.5, 8.9, 90),
        8.2,
        4.4,
        2.5,
        1.4,
        t,
        ((-2.6, 1.0, 0.95, 0.85, None), (1.6, 1.0, 0.95, 0.85, None)),
        ((-0.6, 0.95, 1.95),),
        q,
        chimney=(2.4, 0.5, 0.9),
        gable_wins=((0.4, 0.8, 1.15, 0.75, None),),
    )
    for i in range(9):
        for j in range(17 - (i * i) // 7):
            a = E(
                -5.9 + j * 0.2 + 0.1 * (i % 2) + q.uniform(-0.02, 0.02),
                0.11 + i * 0.15 + q.uniform(-0.015, 0.015),
                4.5,
            )
            r_ = q.uniform(14, 22)
            o += f'<circle cx="{a[0]:.1f}" cy="{a[1]:.1f}" r="{r_:.1f}" fill="{q.choice(["#6d5f70", "#7d6c78", "#5b5068"])}" stroke="#3a3556" stroke-width="2.4"/><circle cx="{a[0]-2:.1f}" cy="{a[1]-1:.1f}" r="{r_*.5:.1f}" fill="none" stroke="#4f4763" stroke-width="1.6" opacity=".7"/>'
    a = [
        E(-5.9 + j * 0.2, 0.22 + 0.15 * max(i for i in range(9) if j < 17 - i * i // 7), 4.5)
        for j in range(16)
    ]
    o += snowlid(a, 11, '#8f88aa', q)
    P = Place(E, 0, 0)
    o += box(P, -2.3, -1.75, 7.75, 8.85, 0, 0.14, '#8d86a0', '#77708f', '#c9c0d4')  # step
    o += P.bar((-2.3, 2.36, 8.3), (-2.03, 2.4, 8.3), 0.03, '#3a3558') + P.bar(
        (-2.05, 2.4, 8.3), (-2.05, 2.31, 8.3), 0.02, '#3a3558', 1, 1
    )
    a = E(-2.05, 2.3, 8.3)
    o += fill(
        [(a[0] - 15, a[1] + 4), (a[0] - 5, a[1] - 5), (a[0] + 5, a[1] - 5), (a[0] + 15, a[1] + 4)],
        '#4a4568',
    )
    # maize and a broom by the door
    for i in range(7):
        b = E(-2.26, 1.75 - 0.11 * i, 7.45)
        o += f'<ellipse cx="{b[0]-3+i%2*6:.1f}" cy="{b[1]:.1f}" rx="6" ry="9" fill="#b58f58"/>'
    o += P.bar((-2.1, 0.02, 9.3), (-2.25, 1.3, 9.35), 0.04, '#6a5a60') + P.poly(
        [(-2.0, 0, 9.15), (-2.0, 0, 9.45), (-2.14, 0.5, 9.34), (-2.14, 0.5, 9.28)], '#8a7868'
    )
    return o


def elder(x, y, h):
    L = 'litw'
    sc = '#6d7a8c'
    o = [
        legs(
            '#4d4a66',
            '#3a3654',
            L,
            ((-6, -42), (-7.2, -24), (-7.4, -2)),
            ((6, -42), (6.8, -26), (6.6, -8)),
            (14, 12.5, 7.6),
        )
    ]
    # far arm with the notebook clamped under it
    coat = [
        (-12.5, -78),
        (-6, -83.5),
        (6, -83.5),
        (12.5, -78),
        (16, -66),
        (17.5, -50),
        (18.6, -36),
        (9, -33.5),
        (0, -33),
        (-9, -33.5),
        (-18.6, -36),
        (-17.5, -50),
        (-16, -66),
    ]
    quilt = (
        ''.join(
            f'<path d="M{-17-i*.5:.1f},{y_}Q0,{y_+3.6} {17+i*.5:.1f},{y_}" fill="none" stroke="#4a4766" stroke-width=".8" opacity=".75"/>'
            for i, y_ in enumerate((-71, -62.5, -54, -45.5))
        )
        + '<path d="M0,-82Q-1,-58 .5,-33.5" fill="none" stroke="#4a4766" stroke-width=".7" opacity=".6"/>'
    )
    o.append(part(soft(coat), '#6d6884', L, quilt))
    book = '<path d="M-25,-64.5L-12.5,-67.5L-9.5,-50L-22,-47z" fill="#3f5a63"/><path d="M-25,-64.5L-22,-47L-20.9,-47.3L-23.9,-64.8z" fill="#e9e0cc"/><path d="M-22,-47L-9.5,-50L-9.3,-48.9L-21.7,-45.8z" fill="#cfc6ba"/>'
    o.append(f'<g filter="url(#{L})">{book}</g>')
    o.append(
        part(
            limb([(-11.5, -77), (-18, -64), (-18.5, -55), (-13, -47.5)], [9.5, 9.6, 8.6, 6.6]),
            '#6d6884',
            L,
            '<path d="M-22.5,-62q4,2.4 8.6,1M-22.4,-55.5q4,1.6 8,.2" fill="none" stroke="#4a4766" stroke-width=".8"/>',
        )
    )
    o.append(
        part(
            'M-15.6,-50.5q2.4,-2.2 4.8,-.6q2.6,1.6 1.6,4q-1.4,2.8 -4.4,2.4q-3,-.6 -3,-3z',
            '#8c7a78',
            L,
        )
    )
    # the near arm, the pot
    o.append(
        part(
            limb([(11.5, -77), (17.5, -64), (19.4, -52), (20, -43)], [9.5, 9.8, 8.4, 6.8]),
            '#6d6884',
            L,
            '<path d="M13.6,-63q4,2 8.6,0M15.2,-54q4,1.8 8.4,.2" fill="none" stroke="#4a4766" stroke-width=".8"/>',
        )
    )
    pot = (
        '<path d="M11.5,-30.5C12,-41 28,-41 28.5,-30.5" fill="none" stroke="#3c3a52" stroke-width="1.3"/>'
        '<path d="M10.2,-30.8H29.8V-22C29.8,-16.6 25.6,-15 20,-15C14.4,-15 10.2,-16.6 10.2,-22z" fill="#7f8798"/>'
        '<path d="M9.4,-31.6C10.5,-35 29.5,-35 30.6,-31.6L30.4,-30H9.6z" fill="#98a0ad"/><path d="M18.4,-35.4h3.2v2h-3.2z" fill="#4a4860"/>'
        '<path d="M12.4,-29.6v8q.2,4 3.4,5.6" fill="none" stroke="#d9d2c6" stroke-width="1" opacity=".8"/>'
    )
    o.append(f'<g filter="url(#{L})">{pot}</g>')
    o.append(
        part('M16.6,-45q3.2,-2.4 6.6,0q1.4,3 .2,6.2q-3.4,2 -6.8,0q-1.4,-3.2 0,-6.2z', '#8c7a78', L)
    )
    # headscarf, knotted at the nape
    o.append(
        part(
            'M-8.6,-89C-8.8,-97.4 -4.6,-100.6 0,-100.6C4.6,-100.6 8.8,-97.4 8.6,-89C8.4,-85 9.6,-82 10.4,-80C6,-76.5 3,-73 .6,-66.5C-2,-73 -6,-76.5 -10.4,-80C-9.6,-82 -8.4,-85 -8.6,-89z',
            sc,
            L,
            '<path d="M-7.6,-86Q0,-80.5 7.6,-86M-8.6,-80.5Q-2,-79 .4,-70M8.6,-80.5Q3,-79 .8,-71M-5,-96Q0,-99 5,-96" fill="none" stroke="#4d5868" stroke-width=".9" opacity=".85"/>',
        )
    )
    o.append(
        part(
            'M-1.8,-82.4q1.8,-1.2 3.6,0q.7,1.6 -.1,2.8L4.2,-73.6L1.6,-74.4L0,-78.6L-2,-73.8L-4.4,-73.2L-1.8,-79.6q-.7,-1.4 0,-2.8z',
            '#8592a4',
            L,
        )
    )
    return put(x, y, h, o, L)


def sol(x, y, h):
    """the child stands aside, back to the gate post, looking up the lane"""
    L = 'litc'
    o = [
        legs(
            '#54506e',
            '#3a3654',
            L,
            ((-5, -38), (-5.2, -20), (-6, -3)),
            ((4.6, -38), (5, -20), (5, -3)),
            (10.5, 9, 7.6),
        )
    ]
    coat = [
        (-11.5, -72),
        (-5, -77),
        (5, -77),
        (11, -72),
        (14, -60),
        (15.5, -46),
        (17, -33),
        (0, -30),
        (-17.5, -33),
        (-16, -46),
        (-14.5, -60),
    ]
    o.append(
        part(
            soft(coat),
            '#7b6f6a',
            L,
            '<path d="M-14.5,-58Q0,-55 14.5,-58M-15.6,-46Q0,-42.6 15.6,-46" fill="none" stroke="#544b52" stroke-width=".9" opacity=".8"/><path d="M-17.4,-34Q0,-30 17,-34L17.2,-30.6Q0,-27 -17.8,-31z" fill="#544b52" opacity=".6"/>',
        )
    )
    o.append(
        part(limb([(10.5, -71), (17, -60), (23, -52)], [9, 8.6, 6.8]), '#7b6f6a', L)
    )  # hand on the gate
    o.append(part('M21,-55q3,-2 5.4,.4q1.2,3 -1,5q-3.4,1 -5.2,-1.4z', '#a08a7c', L))
    o.append(part(limb([(-10.5, -71), (-16, -59), (-13, -48)], [9, 8.6, 6.8]), '#7b6f6a', L))
    o.append(part('M-15.4,-51q3,-1.8 5.2,.4q1,3 -1.2,4.6q-3,.8 -4.4,-1.4z', '#a08a7c', L))
    o.append(part('M-4,-80h8v6h-8z', '#8a7468', L))
    o.append(
        part(
            'M0,-101.5C-9,-101.5 -12,-95 -11.6,-88C-11.4,-82 -8.5,-77.6 0,-77.4C8,-77.6 11,-82 11.2,-88C11.4,-95 8.6,-101.5 0,-101.5z',
            '#3d3450',
            L,
        )
    )
    for sg in (-1, 1):
        o.append(
            part(
                limb([(sg * 7, -82), (sg * 9.6, -74), (sg * 8.4, -66)], [5, 4.6, 2.4]), '#3d3450', L
            )
        )
    return put(x, y, h, o, L)


def near(c):
    q = random.Random(8)
    o = []

    # jars for kimchi and soybean paste, capped with snow, right; a stack of coal cakes, left
    def jar(x, y, w, h):
        b = f'<path d="M{x-w*.32:.0f},{y}C{x-w*.62:.0f},{y-h*.3:.0f} {x-w*.6:.0f},{y-h*.78:.0f} {x-w*.36:.0f},{y-h*.9:.0f}H{x+w*.36:.0f}C{x+w*.6:.0f},{y-h*.78:.0f} {x+w*.62:.0f},{y-h*.3:.0f} {x+w*.32:.0f},{y}z" fill="#15152c"/>'
        b += f'<path d="M{x-w*.3:.0f},{y}C{x-w*.58:.0f},{y-h*.3:.0f} {x-w*.56:.0f},{y-h*.76:.0f} {x-w*.34:.0f},{y-h*.88:.0f}l5,0C{x-w*.48:.0f},{y-h*.7:.0f} {x-w*.5:.0f},{y-h*.3:.0f} {x-w*.24:.0f},{y}z" fill="#5b4c5e" opacity=".8"/>'
        b += f'<path d="M{x-w*.46:.0f},{y-h*.87:.0f}C{x-w*.5:.0f},{y-h*1.02:.0f} {x-w*.2:.0f},{y-h*1.12:.0f} {x:.0f},{y-h*1.1:.0f}C{x+w*.26:.0f},{y-h*1.12:.0f} {x+w*.5:.0f},{y-h*1.0:.0f} {x+w*.46:.0f},{y-h*.87:.0f}Q{x:.0f},{y-h*.8:.0f} {x-w*.46:.0f},{y-h*.87:.0f}z" fill="#77708f"/>'
        b += f'<path d="M{x-w*.46:.0f},{y-h*.88:.0f}C{x-w*.5:.0f},{y-h*1.02:.0f} {x-w*.2:.0f},{y-h*1.12:.0f} {x:.0f},{y-h*1.1:.0f}C{x-w*.2:.0f},{y-h*1.06:.0f} {x-w*.34:.0f},{y-h*.98:.0f} {x-w*.36:.0f},{y-h*.86:.0f}z" fill="#b49aa4"/>'
        return (
            b
            + f'<path d="M{x-w*.5:.0f},{y-h*.62:.0f}Q{x:.0f},{y-h*.55:.0f} {x+w*.5:.0f},{y-h*.62:.0f}" fill="none" stroke="#2a2848" stroke-width="3" opacity=".8"/>'
        )

    o.append(
        '<path d="M-20,1100V965C240,925 520,985 900,1000C1240,1010 1480,955 1940,900V1100z" fill="#1a1a36"/>'
    )
    o.append(
        '<path d="M-20,968C240,925 520,985 900,1000C1240,1010 1480,955 1940,900" fill="none" stroke="#4a4468" stroke-width="5" opacity=".6" filter="url(#soft2)"/>'
    )
    o += [jar(1560, 985, 120, 150), jar(1855, 990, 230, 290), jar(1690, 1010, 190, 230)]
    o.append(
        '<path d="M1450,1100C1500,990 1620,1000 1700,1008C1800,990 1900,980 1960,970V1100z" fill="#12122a"/>'
    )
    c.put(svg(group(o, 'filter="url(#knife0)"'), KNIFE))
    c.over(rgb(INK), smooth(800, 1075, YY) * 0.86)


def main():
    sc = Scene('soup')
    c = sc.layer()
    sky(c)
    fence(c)
    ridge(
        c,
        lambda xs: 342
        - 66 * np.exp(-(((xs - 1500) / 330) ** 2))
        - 60 * np.exp(-(((xs - 720) / 300) ** 2))
        - 14 * fbm(xs / 70, xs * 0, 3, 83),
        ('#4a4568', '#5d557a', '#8a7690'),
        85,
        60,
        26,
        1.0,
        (0.42, 0.6),
    )
    haze = np.exp(-(((YY - 345) / 26) ** 2)) * 0.5
    c.over(rgb('#a88090'), haze * smooth(-0.5, 0.5, fbm(XX / 400, YY / 50, 3, 91)))
    d = Canvas()  # by day
    lane(d)
    d.put(svg(group([walls()], 'filter="url(#knife0)"'), KNIFE))
    d.put(
        svg(
            group([yard_wall(7.95, 15)], 'filter="url(#knife0)"')
            + group([gate(), posts([7.95]), home()], 'filter="url(#knife0)"')
            + group([yard_wall(2.2, 5.8), posts([5.8])], 'filter="url(#knife0)"'),
            KNIFE,
        )
    )
    tooth(d, 0.07)
    bx, by = E(*BULB)
    x, z, on = E.ground()
    g = lamp_on_ground(x, z, BULB, 2.3) * on
    g = steps3(g, ((0.12, 0.26), (0.3, 0.3), (0.6, 0.44)), 0.05, 410, 0.06)
    warm = [
        (bx + 70, by + 170, 600, 470, '#c8844e', 0.75, 1.3),
        (bx + 10, by + 90, 300, 300, '#ffbf74', 0.85, 1.1),
        (1225, 560, 200, 200, '#d09058', 0.5, 1.3),
    ]
    # the gable end looks away from the bulb
    gable = smooth(434, 428, XX) * smooth(-6, 6, YY - 0.64 * (XX - 87) - 8) * (YY < 808)
    low = (YY > E.hor + 30) * (1 - gable)
    relight(d, '#4f5690', warm, where=1 - gable)
    d.a[..., :3] = np.clip(
        d.a[..., :3] + (g * low)[..., None] * rgb('#e08a3c') * 0.62 * (0.25 + d.a[..., :3]), 0, 1
    )
    c.put(d.a)
    glow(c, bx, by, 190, '#ffbf70', 0.5, 2.2)
    c.put(svg(f'<ellipse cx="{bx:.1f}" cy="{by+2:.1f}" rx="7.5" ry="9" fill="#fff0cc"/>'))
    glow(c, bx, by, 60, WARM, 0.85, 1.8)
    # smoke of one chimney
    n = fbm(XX / 46 + YY / 70, YY / 60, 4, 95)
    up = np.maximum(150 - YY, 0)
    sx = 1546 + up * 0.5 + 9 * np.sin(up / 26)
    c.over(
        rgb('#c9a9b2'),
        smooth(-0.35, 0.3, n)
        * np.exp(-(((XX - sx) / (7 + up * 0.22)) ** 2))
        * smooth(150, 140, YY)
        * smooth(-10, 110, YY)
        * 0.6,
    )
    sc.part('people', 0.2)
    p = sc.layer()
    ex, ez = -0.78, 5.55
    sx, sz = 1.42, 6.85
    X, Y = E(ex, 0, ez)
    CX, CY = E(sx, 0, sz)
    sh = f'<g opacity=".55" filter="url(#soft2)"><path d="{shadow_of(E, ex, ez, 1.5, BULB, 0.26, 2.4)}" fill="#22204a"/><path d="{shadow_of(E, sx, sz, 1.25, BULB, 0.2, 1.2)}" fill="#22204a"/></g>'
    D = (
        KNIFE
        + light_defs('litw', '#ffc983', '#17163a', -0.85, -0.45, 1.3, 11, 0.95, 0.62)
        + light_defs('litc', '#ffc983', '#1d1b40', -0.95, -0.2, 1.5, 9, 0.95, 0.6)
    )
    p.put(
        svg(
            sh
            + footprints(
                E, [(-0.3, 1.7), (-0.5, 3.2), (ex, ez)], 0.3, '#1a1940', '#7a749c', 2, 1.0, 0.7
            ),
            D,
        )
    )
    f = Canvas()
    f.put(svg(elder(X, Y, 1.5 * E.k(ez)) + sol(CX, CY, 1.24 * E.k(sz)), D))
    relight(
        f,
        '#7a78a8',
        [
            (bx + 60, by + 130, 300, 300, '#e8b98a', 0.5, 1.2),
            (1235, 560, 210, 200, '#e8b080', 0.6, 1.2),
        ],
        0.3,
    )
    p.put(f.a)
    px, py = X + 0.2 * 1.5 * E.k(ez), Y - 0.36 * 1.5 * E.k(ez)
    n = fbm(XX / 16 + YY / 40, YY / 26, 3, 97)
    p.over(
        rgb('#f0dccb'),
        smooth(-0.3, 0.5, n)
        * np.exp(
            -(
                ((XX - px - (py - YY) * 0.16 - 8 * np.sin((py - YY) / 22)) / (7 + (py - YY) * 0.12))
                ** 2
            )
        )
        * smooth(py + 2, py - 12, YY)
        * smooth(py - 150, py - 30, YY)
        * 0.9,
    )
    sc.part('near', 0.8)
    near(sc.layer())
    return sc


if __name__ == '__main__':
    main().pull()
