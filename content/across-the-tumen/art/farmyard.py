"""A farmyard at first light under hoar frost: a woman from behind, a sack of maize on her shoulder, has just
gone through the open gate; a neighbour's hand lamp burns at a sill; a bus with lit windows waits at the road."""
from outdoors import *

E = Eye(1040, 218, 1240, 6.4)
WARM = '#ffcf86'
INK = '#1c1826'
T = dict(
    wall='#8f7f86',
    shade='#6b5e6e',
    plinth='#5f5364',
    roof='#cfc6cc',
    roof2='#a99fae',
    snow='#e0d8da',
    snowshade='#a89cab',
    hole='#3a3242',
    frame='#5a4d58',
    door='#584852',
    right='#7d6f7a',
    left='#5f5364',
)


def sky(c):
    heaven(
        c,
        [
            (0, '#5f5a72'),
            (0.3, '#8a7f92'),
            (0.62, '#bfa9ae'),
            (0.86, '#dcc3bb'),
            (1, '#e6d2c4'),
            (1.2, '#e6d2c4'),
        ],
        218,
        64,
        0.07,
    )
    glow_ell(c, 1560, 214, 760, 120, '#f2dfcc', 0.6, 1.5)
    bars(c, '#7d738a', 60, 50, 92, 0.0, 0.18, 0.6, 640, 34)
    bars(c, '#efdccf', 148, 30, 95, 0.05, 0.18, 0.7, 520, 14)
    ridge(
        c,
        rolling(224, 118, 61, 480),
        ('#9c8f9f', '#a99ba8', '#bdaeb5'),
        64,
        120,
        40,
        -0.9,
        (0.46, 0.66),
        ('#dcc9c2', 150, 222, 0.6),
    )


def land(c):
    x, z = snowfield(
        c,
        E,
        [(0, '#cbbcbd'), (0.1, '#bdb1ba'), (0.35, '#a89eae'), (1, '#6a6178')],
        [(0, '#ddd0cd'), (0.4, '#c6bcc4'), (1, '#8a8096')],
        [(0, '#a3969f'), (0.35, '#877b8c'), (1, '#4d465c')],
        380,
        200,
    )
    on = (YY > E.hor + 1).astype(float)
    # frozen field furrows, right of the lane
    f = fbm(x / 30, z / 30, 2, 381)
    row = np.sin((z + 0.35 * x) * 2.2 + f * 3)
    c.over(
        rgb('#8d8190'),
        smooth(0.45, 0.7, row)
        * smooth(22, 26, z)
        * smooth(95, 40, z)
        * smooth(5.0, 6.5, x)
        * 0.55
        * on,
    )
    c.over(
        rgb('#8d8190'),
        smooth(0.45, 0.7, row)
        * smooth(24, 28, z)
        * smooth(95, 40, z)
        * smooth(-4.0, -6.5, x)
        * 0.5
        * on,
    )
    # the lane: from our gate out, bending right to the road
    d = dist_poly(x, z, LANE) + 0.3 * fbm(x / 2, z / 3, 3, 383)
    c.over(rgb('#75697a'), smooth(1.5, 1.25, d) * 0.6 * on)
    for off in (0.55,):
        c.over(rgb('#554a5c'), np.exp(-(((d - off) / 0.2) ** 2)) * 0.6 * on)
    r = np.abs(z - (61 + 0.06 * x)) - 2.6 + 0.5 * fbm(x / 4, z / 2, 3, 386)
    c.over(rgb('#75697a'), smooth(0.5, -0.5, r) * 0.85 * on)
    # the trodden yard
    yd = smooth(
        0.0,
        0.16,
        fbm(x / 3, z / 3, 4, 388)
        + 0.5 * np.exp(-(((x - 0.6) / 3.0) ** 2) - ((z - 11) / 5) ** 2)
        - 0.2,
    )
    c.over(rgb('#6b5f6e'), yd * smooth(16.2, 15.8, z) * 0.5 * on)
    return x, z


LANE = chaikin([(0.3, 2), (0.8, 12), (1.0, 18.5), (1.5, 26), (4.0, 36), (9.5, 48), (13.5, 60)], 3)
GATE = (-0.75, 2.45, 16.2)


def poplars(c):
    """a row along the road, white with frost"""
    q = random.Random(8)
    o = []
    for i in range(30):
        x = -60 + i * 4.6 + q.uniform(-0.5, 0.5)
        z = 65.5 + 0.06 * x
        X, Y = E(x, 0, z)
        h = q.uniform(8, 11) * E.k(z)
        tw = []
        branch(X, Y, -1.57 + q.uniform(-0.03, 0.03), h * 0.55, 4, q, 3, tw, 0.0)
        o.append(
            f'<ellipse cx="{X:.0f}" cy="{Y-h*.62:.0f}" rx="{h*.22:.0f}" ry="{h*.4:.0f}" fill="#e8dcd8" opacity=".16" filter="url(#soft8)"/><path d="{"".join(tw)}" fill="#8f8390" opacity=".85"/>'
        )
        o.append(
            f'<path d="{"".join(tw)}" fill="#f2e8e4" opacity=".7" transform="translate(1.2,-1)"/>'
        )
    c.put(svg(''.join(o), KNIFE))


def bus():
    """waits where the lane meets the road, its nose to the left"""
    p = Place(E, 10.4, 58.2, 5)
    L, Wd, Ht = 9.2, 2.5, 2.95
    u0, u1, v0, v1 = -L / 2, L / 2, -Wd / 2, Wd / 2
    o = fill(
        [
            p(u0 - 0.2, 0, v0 - 0.4),
            p(u1 + 0.2, 0, v0 - 0.4),
            p(u1 + 0.2, 0, v1),
            p(u0 - 0.2, 0, v1),
        ],
        '#4d4454',
        0.6,
        ' filter="url(#soft2)"',
    )
    o += box(p, u0, u1, v0, v1, 0.4, Ht, '#6f8088', '#56666e', '#d8d0d2')
    o += p.poly([(u0, 0.4, v0), (u1, 0.4, v0), (u1, 1.35, v0), (u0, 1.35, v0)], '#d3c9c4') + p.poly(
        [(u0, 0.4, v0), (u1, 0.4, v0), (u1, 0.62, v0), (u0, 0.62, v0)], '#5b6a72'
    )
    n = 7
    for i in range(n):
        a = u0 + 1.5 + i * (L - 1.9) / n
        o += p.poly(
            [
                (a, 1.5, v0),
                (a + (L - 1.9) / n - 0.16, 1.5, v0),
                (a + (L - 1.9) / n - 0.16, 2.45, v0),
                (a, 2.45, v0),
            ],
            WARM,
        )
    o += p.poly(
        [(u0 + 0.35, 0.55, v0), (u0 + 1.25, 0.55, v0), (u0 + 1.25, 2.5, v0), (u0 + 0.35, 2.5, v0)],
        '#ffe2ae',
    )  # the open door
    for i in (0, 2, 3, 5):  # heads behind the glass
        a = u0 + 1.5 + (i + 0.5) * (L - 1.9) / n
        b = p(a, 1.72, v0)
        o += f'<ellipse cx="{b[0]:.1f}" cy="{b[1]-1:.1f}" rx="3.1" ry="3.6" fill="#a97c4a"/><path d="M{b[0]-5:.1f},{p(a,1.5,v0)[1]:.1f}q5,-7 10,0z" fill="#a97c4a"/>'
    for s in (u0 + 2.2, u1 - 1.9):
        b = p(s, 0.42, v0)
        o += f'<circle cx="{b[0]:.1f}" cy="{b[1]:.1f}" r="{0.46*p.k():.1f}" fill="#2c2632"/><circle cx="{b[0]:.1f}" cy="{b[1]:.1f}" r="{0.2*p.k():.1f}" fill="#8f8390"/>'
    o += snowlid([p(u0, Ht, v0), p(u1, Ht, v0)], 2.4, '#efe6e2', random.Random(3))
    return o, p


def tree(X, Y, h, seed, frost='#f0e7e5', wood='#6d6070', lean=0.0):
    q = random.Random(seed)
    tw, tips = [], []
    branch(X, Y, -1.57 + lean, h * 0.34, h * 0.055, q, 5, tw, 0.1 * q.choice((-1, 1)), None, tips)
    fr = ''.join(
        f'<circle cx="{a:.1f}" cy="{b-1:.1f}" r="{q.uniform(0.9, 2.3):.1f}" opacity="{q.uniform(.3, .9):.2f}"/>'
        for a, b in tips
        if q.random() < 0.8
    )
    d = ''.join(tw)
    return f'<path d="{d}" fill="{wood}"/><path d="{d}" fill="{frost}" opacity=".72" transform="translate(1.6,-1.3)"/><g fill="{frost}">{fr}</g>'


def wall_run(a, b, h, front, top, q, cap='#e0d8da', thick=0.3):
    """a mud-brick wall along the ground from a to b, frost on it"""
    P = Place(E, 0, 0)
    o = P.poly([(a[0], 0, a[1]), (b[0], 0, b[1]), (b[0], h, b[1]), (a[0], h, a[1])], front)
    dx, dz = b[0] - a[0], b[1] - a[1]
    m = math.hypot(dx, dz)
    for _ in range(int(m * 7)):
        t = q.random()
        y = q.choice([0.2, 0.4, 0.6, 0.8, 1.0]) * h + q.uniform(-0.03, 0.03)
        l = q.uniform(0.2, 0.5) / m
        o += P.bar(
            (a[0] + dx * t, y, a[1] + dz * t),
            (a[0] + dx * min(1, t + l), y, a[1] + dz * min(1, t + l)),
            0.025,
            q.choice(['#5f5364', '#9a8b90']),
            0.55,
        )
    nx, nz = -dz / m * thick, dx / m * thick
    if nz < 0:
        nx, nz = -nx, -nz
    N = 10
    A = [E(a[0] + dx * i / N, h + 0.05, a[1] + dz * i / N) for i in range(N + 1)]
    B = [E(a[0] + dx * i / N + nx, h + 0.05, a[1] + dz * i / N + nz) for i in range(N + 1)]
    o += fill(A + B[::-1], top) + snowlid(A, E.k((a[1] + b[1]) / 2) * 0.04, cap, q)
    return o


def miran(x, y, h):
    """walks away, the sack on her left shoulder held by a raised arm"""
    L = 'dawn'
    o = []
    o.append(
        part(limb([(-4.6, -41), (-6.4, -22), (-6.2, -3)], [11, 9.6, 7.4]), '#4a4358', L)
        + part('M-10,-7h7.4l.8,7q-.6,2.6 -4.4,2.6t-4.6,-2.6z', '#2c2534', L)
    )
    o.append(
        part(limb([(5, -41), (6.6, -24), (6.8, -9)], [11, 9.2, 7]), '#433c50', L)
        + part('M3.4,-12h7l1,6.4q-.6,2.8 -4.2,2.8t-4.6,-2.6z', '#2c2534', L)
    )
    coat = [
        (-11, -77),
        (-5, -81),
        (5, -81),
        (11, -77),
        (14.4, -65),
        (14.8, -52),
        (17, -36),
        (8, -32.6),
        (-8, -32.6),
        (-17, -36),
        (-15, -52),
        (-14.4, -65),
    ]
    o.append(
        part(
            soft(coat),
            '#6d6472',
            L,
            '<path d="M-14.8,-54Q0,-50.5 14.8,-54" fill="none" stroke="#463e4e" stroke-width="1.4"/><path d="M0,-79Q-.6,-56 .4,-33M-8,-52Q-9,-42 -10,-34M8,-52Q9,-42 10,-34" fill="none" stroke="#463e4e" stroke-width=".8" opacity=".8"/>',
        )
    )
    o.append(
        part(limb([(11, -76), (16.6, -63), (18, -50), (15, -42)], [9, 8.6, 7, 5.4]), '#6d6472', L)
    )
    o.append(
        part(
            'M12.6,-44.6q3,-1.8 5.6,0q.8,3.4 -.8,6.2q-2.6,1.2 -4.4,-.6q-1.2,-3 -.4,-5.6z',
            '#4a3c40',
            L,
        )
    )
    o.append(
        part(
            'M-8.4,-90C-8.6,-98 -4.4,-100.8 0,-100.8C4.4,-100.8 8.6,-98 8.4,-90C8.2,-86 9.4,-83 11,-80C6,-76 3,-74 0,-68C-3,-74 -6,-76 -11,-80C-9.4,-83 -8.2,-86 -8.4,-90z',
            '#7f8a86',
            L,
            '<path d="M-7.6,-86Q0,-81 7.6,-86M-9,-80Q-2,-77 0,-70M9,-80Q3,-77 .4,-71" fill="none" stroke="#58625f" stroke-width=".9"/>',
        )
    )
    # the sack lies along the shoulder, sagging behind
    o.append(
        part(
            'M-34,-86C-37,-78 -35,-69 -29,-65.5C-22,-62.5 -13,-65 -8,-70C-5.4,-75 -6,-84 -8.6,-90C-13,-96.4 -27,-95 -34,-86z',
            '#b79f7d',
            L,
            '<path d="M-32.4,-83Q-22,-79 -8,-84M-33,-75Q-22,-71 -7,-76M-26,-93Q-28,-80 -25,-64.4M-16,-94.4Q-15,-80 -16,-64.4" fill="none" stroke="#86705a" stroke-width=".9" opacity=".75"/><path d="M-33.4,-85q-5,-2.6 -6.6,-.8q1,3.4 5,5z" fill="#a08a6c"/>',
        )
    )
    o.append(
        part(
            limb([(-11, -75), (-19, -62), (-26, -68)], [9, 8.4, 6.2]),
            '#665d6b',
            L,
            '<path d="M-15,-69q3,1 5,-1" fill="none" stroke="#463e4e" stroke-width=".8"/>',
        )
    )
    o.append(
        part('M-30,-71q2.8,-1.6 5.6,.4q1.2,3 .2,5.6q-2.8,1.4 -5.4,0q-1.4,-3 -.4,-6z', '#4a3c40', L)
    )
    return put(x, y, h, o, L)


def crib(q):
    """maize in a crib of poles: the yard's own colour, but not the lamp's"""
    p = Place(E, 8.7, 14.0, -8)
    o = ''
    for u in (-1.7, 1.7):
        for v in (0.7, -0.7):
            o += p.bar((u, 0, v), (u, 0.7, v), 0.14, '#4d4250')
    o += box(p, -1.9, 1.9, -0.8, 0.8, 0.7, 2.5, '#7a6a5c', '#5f5350', '#cfc6cc')
    for _ in range(420):
        u, y = q.uniform(-1.85, 1.85), q.uniform(0.75, 2.45)
        a = p(u, y, -0.81)
        o += f'<ellipse cx="{a[0]:.1f}" cy="{a[1]:.1f}" rx="{q.uniform(4.5, 7):.1f}" ry="{q.uniform(2.6, 3.8):.1f}" transform="rotate({q.uniform(-40, 40):.0f} {a[0]:.1f} {a[1]:.1f})" fill="{q.choice(["#97835f", "#877356", "#a38f6c", "#7a6852", "#ad9b7c"])}"/>'
    for i in range(9):
        u = -1.9 + i * 0.475
        o += p.bar((u, 0.68, -0.84), (u + q.uniform(-0.03, 0.03), 2.55, -0.84), 0.07, '#574a55')
    for y in (0.75, 1.6, 2.45):
        o += p.bar((-2.0, y, -0.86), (2.0, y, -0.86), 0.06, '#574a55')
    # a little roof of thatch under frost
    o += p.poly([(-2.2, 2.5, -1.1), (2.2, 2.5, -1.1), (2.1, 3.2, 0), (-2.1, 3.2, 0)], '#d9d1d5')
    o += snowlid([p(-2.25, 2.48, -1.12), p(2.25, 2.48, -1.12)], 8, '#e6dedf', q, '#a89cab')
    return o


def main():
    sc = Scene('farmyard')
    c = sc.layer()
    sky(c)
    x, z = land(c)
    poplars(c)
    bs, bp = bus()
    on = YY > E.hor + 6
    at = bp.world(0, 0, -2.4)
    g = np.exp(-(((x - at[0]) / 6) ** 2) - ((z - at[2]) / 2.6) ** 2) * on
    c.over(rgb('#f0c389'), steps3(g, ((0.2, 0.3), (0.5, 0.35)), 0.06, 460, 0.06) * 0.8)
    c.put(svg(bs, KNIFE))
    b = bp(0.3, 1.95, -1.25)
    glow_ell(c, b[0], b[1], 170, 60, '#ffbf70', 0.4, 2.0)
    n = fbm(XX / 26, YY / 16, 3, 462)
    c.over(
        rgb('#efe2da'),
        smooth(-0.3, 0.4, n)
        * np.exp(
            -(((XX - bp(4.9, 0, 0)[0] - 26) / 34) ** 2) - ((YY - bp(4.9, 0.7, 0)[1]) / 14) ** 2
        )
        * 0.7,
    )
    q = random.Random(31)
    # bean poles left in the field, and the neighbour's side
    o = []
    P = Place(E, 0, 0)
    for i in range(16):
        x0, z0 = -7.4 + (i % 8) * 1.1, 24.5 + (i // 8) * 3.2
        if x0 > -1:
            continue
        o.append(
            P.bar((x0 - 0.35, 0, z0), (x0 + 0.05, 2.1, z0 + 0.3), 0.05, '#6d6070')
            + P.bar((x0 + 0.4, 0, z0), (x0 - 0.05, 2.1, z0 + 0.3), 0.05, '#84778a')
        )
        o.append(
            P.bar((x0 - 0.33, 0.1, z0 - 0.02), (x0 + 0.07, 2.12, z0 + 0.28), 0.02, '#efe6e4', 0.8)
        )
    c.put(svg(group(o, 'filter="url(#knife0)"'), KNIFE))
    o = []
    X, Y = E(-4.6, 0, 30)
    o.append(tree(X, Y, 250, 12))
    X, Y = E(13.4, 0, 29)
    o.append(tree(X, Y, 270, 19, lean=-0.05))
    c.put(svg(''.join(o), KNIFE))
    # the far wall of the yard with its gate
    d = Canvas()
    o = [
        wall_run((GATE[1] + 0.25, GATE[2]), (11.8, 15.0), 1.25, '#83757f', '#d8cfd2', q),
        wall_run((-4.55, 16.5), (GATE[0] - 0.25, GATE[2]), 1.25, '#83757f', '#d8cfd2', q),
    ]
    for gx in (GATE[0] - 0.2, GATE[1] + 0.2):
        o.append(
            box(
                P,
                gx - 0.17,
                gx + 0.17,
                GATE[2] - 0.17,
                GATE[2] + 0.17,
                0,
                1.75,
                '#8a7b83',
                '#665968',
                '#e6dedf',
            )
            + snowlid(
                [E(gx - 0.19, 1.76, GATE[2] - 0.17), E(gx + 0.19, 1.76, GATE[2] - 0.17)],
                4,
                '#efe6e4',
                q,
            )
        )
    # leaves of the gate, swung out
    for gx, sg in ((GATE[0], -1), (GATE[1], 1)):
        a0, a1 = (gx, GATE[2]), (gx + sg * 0.35, GATE[2] + 1.5)
        for i in range(7):
            t0, t1 = i / 7, (i + 0.82) / 7
            w0 = (a0[0] + (a1[0] - a0[0]) * t0, a0[1] + (a1[1] - a0[1]) * t0)
            w1 = (a0[0] + (a1[0] - a0[0]) * t1, a0[1] + (a1[1] - a0[1]) * t1)
            o.append(
                P.poly(
                    [
                        (w0[0], 0.1, w0[1]),
                        (w1[0], 0.1, w1[1]),
                        (w1[0], 1.35, w1[1]),
                        (w0[0], 1.4, w0[1]),
                    ],
                    '#6b5b66' if sg < 0 else '#8f7d82',
                )
            )
        o.append(
            P.bar((a0[0], 1.15, a0[1]), (a1[0], 1.1, a1[1]), 0.09, '#574a55')
            + P.bar((a0[0], 0.4, a0[1]), (a1[0], 0.4, a1[1]), 0.09, '#574a55')
        )
    o.append(crib(q))
    d.put(svg(group(o, 'filter="url(#knife0)"'), KNIFE))
    tooth(d, 0.06)
    c.put(d.a)
    # the neighbour's house over the party wall, left: her window looks to the lane
    d = Canvas()
    o = []
    nb = Place(E, -8.5, 14.2, 64)
    o.append(
        house(
            nb,
            7.6,
            4.6,
            2.5,
            1.6,
            T,
            ((-1.7, 1.15, 0.95, 1.0, '#463c48'), (1.9, 1.1, 0.95, 1.0, None)),
            ((0.3, 0.9, 1.9),),
            q,
            chimney=(2.2, 0.4, 0.9),
        )
    )
    o.append(wall_run((-4.5, 16.4), (-5.2, 7.0), 1.35, '#75677a', '#d3c9ce', q))
    d.put(svg(group(o, 'filter="url(#knife0)"'), KNIFE))
    tooth(d, 0.06, 702)
    c.put(d.a)
    sill = nb(-1.7, 1.02, -2.36)
    k = nb.k(-1.7, -2.3)
    # her hand, the lamp no higher than the sill
    at_ = lambda a, b: nb(-1.7 + a * 1.05, 0.93 + b * 1.05, -2.31)
    h_ = lambda pts: ' '.join(f'{at_(*t)[0]:.1f},{at_(*t)[1]:.1f}' for t in pts)
    s = f'<path d="M{h_([(-.42, .02)])}C{h_([(-.44, .3), (-.36, .44), (-.2, .5)])}C{h_([(-.26, .58), (-.24, .78), (-.08, .8)])}C{h_([(.08, .8), (.12, .6), (.06, .5)])}C{h_([(.14, .46), (.2, .38), (.22, .26)])}L{h_([(.24, .1)])}L{h_([(.1, .02)])}z" fill="#33282c"/>'
    s += f'<path d="M{h_([(.0, .79)])}C{h_([(.1, .74), (.1, .6), (.06, .5)])}C{h_([(.14, .46), (.2, .38), (.22, .26)])}" fill="none" stroke="#d99a5c" stroke-width="2" opacity=".8"/>'
    s += f'<path d="M{h_([(-.24, .52)])}Q{h_([(-.06, .4), (.07, .51)])}" fill="none" stroke="#2e2226" stroke-width="1.6"/>'
    lx, ly = at_(0.27, 0.17)
    s += f'<path d="M{lx-.07*k:.1f},{ly+.11*k:.1f}h{.14*k:.1f}v{-.05*k:.1f}h{-.14*k:.1f}z" fill="#3a3242"/><path d="M{lx-.055*k:.1f},{ly+.05*k:.1f}q{-.03*k:.1f},{-.1*k:.1f} {.02*k:.1f},{-.18*k:.1f}h{.07*k:.1f}q{.05*k:.1f},{.08*k:.1f} {.02*k:.1f},{.18*k:.1f}z" fill="#ffe3ae"/><path d="M{lx-.06*k:.1f},{ly-.12*k:.1f}q{.06*k:.1f},{-.16*k:.1f} {.12*k:.1f},0" fill="none" stroke="#3a3242" stroke-width="1.6"/>'
    glow(c, lx, ly, 120, '#ffbf70', 0.5, 2.1)
    c.put(svg(s))
    glow(c, lx, ly, 38, WARM, 0.8, 1.8)
    sc.part('mist', 0.1)
    m = sc.layer()
    m.over(
        rgb('#e6d8d2'),
        smooth(-0.3, 0.5, fbm(XX / 480, YY / 30, 4, 204))
        * (0.5 * np.exp(-(((YY - 276) / 16) ** 2)) + 0.22 * np.exp(-(((YY - 350) / 26) ** 2))),
    )
    sc.part('people', 0.2)
    pe = sc.layer()
    wx, wz = 0.78, 17.3
    X, Y = E(wx, 0, wz)
    D = KNIFE + light_defs('dawn', '#f6e6dc', '#2a2234', 0.9, -0.3, 1.2, 9, 0.9, 0.5)
    fp = footprints(
        E,
        [(0.0, 6.6), (0.3, 10), (0.6, 14), (wx, wz - 0.15)],
        0.42,
        '#5a4f60',
        '#e2d8da',
        4,
        1.15,
        0.8,
    )
    sh = f'<path d="{shadow_of(E, wx, wz, 1.6, (30, 6.5, 30), 0.24, 4.2)}" fill="#6a5f78" opacity=".55" filter="url(#soft2)"/>'
    pe.put(svg(fp + sh + miran(X, Y, 1.7 * E.k(wz)), D))
    sc.part('near', 0.8)
    ne = sc.layer()
    q = random.Random(9)
    # our own eave and a frosted bough, upper right; the foot dark
    tw, tips = [], []
    branch(1990, 70, 2.75, 190, 24, q, 6, tw, 0.25, None, tips)
    fr = ''.join(
        f'<circle cx="{a:.1f}" cy="{b-1.5:.1f}" r="{q.uniform(1.2, 2.8):.1f}" opacity="{q.uniform(.3, .9):.2f}"/>'
        for a, b in tips
        if q.random() < 0.7
    )
    base = lambda x_: 950 + 36 * math.sin(x_ / 420 + 1.2) + 5 * math.sin(x_ / 50)
    top = [(x_, base(x_)) for x_ in range(-20, 1960, 12)]
    ne.put(
        svg(
            '<path d="M-20,1100L'
            + 'L'.join(f'{a},{b:.1f}' for a, b in top)
            + 'L1960,1100z" fill="#3a3344"/>'
            + bend([(a, b + 1) for a, b in top[::4]], '#8d8290', 4, 0.7, ' filter="url(#soft2)"')
            + f'<path d="{"".join(tw)}" fill="#40374a"/><path d="{"".join(tw)}" fill="#efe6e4" opacity=".75" transform="translate(2,-2.4)"/><path d="{"".join(tw)}" fill="#40374a" opacity=".55" transform="translate(-1,1)"/><g fill="#f3ebe8">{fr}</g>'
            + reeds(-20, 700, base, 30, 110, 120, '#332b3c', 0.15, 33, 0.5),
            KNIFE,
        )
    )
    ne.over(rgb(INK), smooth(800, 1040, YY) * 0.82)
    return sc


if __name__ == '__main__':
    main().pull()
