"""Chapter card, Thailand: a tin lamp hangs under a veranda roof by a wide gold river; a banana leaf is
near, the far bank low and blue; nobody is there."""
import math
import random

from props import *

R = random.Random(66)
INK = '#140d18'
D = [
    lg(
        'sky',
        [
            (0, '#241830'),
            (0.2, '#43294a'),
            (0.42, '#784452'),
            (0.64, '#a5645a'),
            (0.84, '#c68a68'),
            (1, '#d6a67c'),
        ],
        0,
        0,
        0,
        500,
        True,
    ),
    lg(
        'water',
        [(0, '#cfa070'), (0.14, '#b5804f'), (0.36, '#85543f'), (0.7, '#3f2738'), (1, '#1a1020')],
        0,
        494,
        0,
        1000,
        True,
    ),
    lg(
        'tin',
        [(0, '#3a3434'), (0.3, '#6f6257'), (0.55, '#a18a6c'), (0.8, '#5a4c46'), (1, '#2c2528')],
        0,
        0,
        1,
        0,
    ),
    lg('tind', [(0, '#2a2426'), (0.5, '#6a5644'), (1, '#211b1f')], 0, 0, 1, 0),
    lg(
        'glass',
        [(0, ('#ffdf9c', 0.75)), (0.5, ('#fff0c8', 0.9)), (1, ('#ffc873', 0.7))],
        0,
        0,
        1,
        0,
    ),
    lg('post', [(0, '#7a4a30'), (0.25, '#3a2422'), (1, '#170f14')], 0, 0, 1, 0),
    rg('sun', [(0, ('#f0cc96', 0.7)), (0.4, ('#e6a870', 0.35)), (1, ('#e6a870', 0))]),
    shine('glow'),
    scrim('foot', INK, 0, 520, 0, 1080, [(0, 0), (0.42, 0.5), (1, 0.96)]),
    scrim('left', INK, 0, 0, 1180, 0, [(0, 0.62), (0.6, 0.3), (1, 0)]),
]
s = ['<rect width="1920" height="520" fill="url(#sky)"/>']
HOR = 494
s.append(ell(820, HOR - 6, 760, 150, 'url(#sun)'))
q = random.Random(4)
for x, y, w, h, o, col in (
    (520, 250, 620, 12, 0.4, '#b8604f'),
    (1010, 216, 520, 10, 0.35, '#a85650'),
    (260, 316, 460, 9, 0.45, '#d98a5c'),
    (900, 300, 700, 11, 0.5, '#e09a62'),
    (640, 362, 560, 9, 0.55, '#ecb678'),
    (1150, 380, 420, 7, 0.5, '#ecb678'),
    (350, 404, 380, 6, 0.5, '#f0c286'),
    (860, 424, 520, 6, 0.6, '#f0c890'),
    (1300, 330, 420, 9, 0.4, '#d98a5c'),
):
    s.append(el(lens(x, y, w, h, q), col, opacity=o, filter='url(#b1)'))


# ---- far bank: hills, then a line of trees in two tones
def ridge(y, amp, col, seed, x0=-20, x1=1940, stepx=40, op=1, foot=HOR + 2):
    q = random.Random(seed)
    P = []
    ph = [q.uniform(0, 6.3) for _ in range(4)]
    x = x0
    while x <= x1:
        t = x / 1920
        v = (
            math.sin(t * 7 + ph[0])
            + 0.5 * math.sin(t * 17 + ph[1])
            + 0.22 * math.sin(t * 41 + ph[2])
        )
        P.append((x, y - amp * v * 0.6 + q.uniform(-0.05, 0.05) * amp))
        x += stepx
    return el(line(P) + 'L%d,%d L%d,%dz' % (x1, foot, x0, foot), col, opacity=op)


s.append(
    '<g filter="url(#cut)">'
    + ridge(452, 34, '#b0705a', 2, op=0.75)
    + ridge(470, 24, '#8f5855', 9, op=0.85)
    + '</g>'
)
s.append(
    '<rect x="-10" y="452" width="1940" height="60" fill="#e6b07a" opacity=".35" filter="url(#f8)"/>'
)


def crowns(y, h, col, seed, x0=-30, x1=1950, wave=230):
    """A closed line of trees: crowns of many sizes on one mass."""
    q = random.Random(seed)
    P = [(x0, y)]
    x = x0
    while x < x1:
        w = h * q.choice([0.35, 0.5, 0.7, 0.9, 1.3])
        t = h * (0.45 + 0.4 * math.sin(x / wave + seed) ** 2) * q.uniform(0.7, 1.15)
        P += [
            (x + w * 0.1, y - t * 0.78),
            (x + w * 0.35, y - t),
            (x + w * 0.7, y - t * 0.93),
            (x + w, y - t * 0.66),
        ]
        x += w
    return el(soft(P + [(x1, y), (x1, y + 3), (x0, y + 3)], t=0.45), col)


def palm(x, y, h, lean, col, seed):
    q = random.Random(seed)
    o = st(
        'M%s q%s,%s %s,%s' % (xy((x, y)), n(-lean * 0.3), n(-h * 0.5), n(lean), n(-h)),
        col,
        h * 0.05,
    )
    for k in range(11):
        a = -math.pi * (k + q.uniform(-0.3, 0.3)) / 10
        l = h * q.uniform(0.34, 0.48)
        ex, ey = l * math.cos(a), l * math.sin(a) * 0.55 + l * 0.3 * abs(math.cos(a))
        o += el(
            'M%s q%s,%s %s,%s q%s,%s %s,%sz'
            % (
                xy((x + lean, y - h)),
                n(ex * 0.5),
                n(l * math.sin(a) * 0.5 - l * 0.14),
                n(ex),
                n(ey),
                n(-ex * 0.45),
                n(-ey * 0.5 - l * 0.02),
                n(-ex),
                n(-ey),
            ),
            col,
        )
    return o


bank = (
    crowns(HOR + 1, 26, '#754a50', 3)
    + palm(596, HOR, 64, 7, '#6a434c', 1)
    + palm(628, HOR, 48, -6, '#6a434c', 2)
    + crowns(HOR + 2, 40, '#4c3444', 8, 1080, 1960, 160)
    + palm(1512, HOR, 92, -12, '#432e3e', 3)
    + palm(1548, HOR, 70, 9, '#432e3e', 4)
    + palm(1090, HOR, 56, 8, '#4c3444', 5)
)
s.append(bank)
# ---- water: the bank upside down, then the sky's strokes
s.append('<rect y="%d" width="1920" height="%d" fill="url(#water)"/>' % (HOR, 1080 - HOR))
s.append(
    '<g transform="translate(0,%d) scale(1,-1.25)" opacity=".5" filter="url(#f2)">' % (HOR * 2.25)
    + bank
    + '</g>'
)
s.append('<rect y="%d" width="1920" height="3" fill="#f0c890" opacity=".7"/>' % (HOR))
for i in range(420):
    t = R.random() ** 1.5
    y = HOR + 6 + t * 400
    w = (16 + 190 * t) * R.uniform(0.4, 1.3)
    mid = 860 + 40 * math.sin(y / 40)
    if R.random() < 0.62:
        x = R.gauss(mid, 330 - 90 * t)
        col = R.choice(['#e6b87c', '#f0c890', '#d99a62'])
        op = R.uniform(0.25, 0.75) * (1 - 0.75 * t)
    else:
        x = R.uniform(-60, 1980)
        col = R.choice(['#3f2738', '#54304a', '#2b1b33', '#7d4a48'])
        op = R.uniform(0.2, 0.5)
    hh = 0.9 + 3.4 * t
    s.append(
        el(
            'M%s q%s,%s %s,0 q%s,%s %s,0z'
            % (xy((x - w / 2, y)), n(w / 2), n(-hh), n(w), n(-w / 2), n(hh), n(-w)),
            col,
            opacity=n(op),
        )
    )
# a moored boat, far and small, and one pole
s.append(
    '<g>'
    + el(
        'M384,%d q30,13 96,9 q34,-2 52,-14 q-12,22 -40,24 h-62 q-34,-2 -46,-19z' % (HOR + 46),
        '#2b1b2c',
    )
    + st('M470,%d V%d' % (HOR + 52, HOR - 14), '#2b1b2c', 3.4)
    + el(
        'M396,%d q40,12 120,6 l-8,12 h-84z' % (HOR + 74), '#2b1b2c', opacity=0.35, filter='url(#b2)'
    )
    + '</g>'
)
s.append(veil('left'))
s.append(veil('foot'))
land = ''.join(s)

# ---- the veranda: boards of the roof, seen from below, and what hangs there
c = Cam(560, 520, 1150, 1.55)
V = Stage(c)
RY = 3.05  # the eave; the boards rise towards us
rise = 0.34
zf, zn = 4.3, 1.2
ry = lambda z: RY + (zf - z) * rise
for i in range(52):
    x = -3.2 + i * 0.2
    P = [(x, ry(zf), zf), (x + 0.2, ry(zf), zf), (x + 0.2, ry(zn), zn), (x, ry(zn), zn)]
    V.face(
        P, R.choice(['#4f3a34', '#5a4238', '#463430', '#614a3c']), stroke='#2a1c1e', stroke_width=2
    )
for z in (4.1, 3.3, 2.5):
    y = ry(z) - 0.02
    V.box(-3.4, 7.2, y - 0.12, y, z, z + 0.09, '#55392f', '#55392f', '#55392f', '#3f2a28')
for x in (-2.0, -0.9, 0.2, 1.3, 2.4, 3.5, 4.6, 5.7):
    P0, P1 = (x, ry(zf) - 0.14, zf + 0.1), (x, ry(zn) - 0.14, zn)
    V.face([P0, (x + 0.08, P0[1], P0[2]), (x + 0.08, P1[1], P1[2]), P1], '#4a322c')
    V.face([P0, (x, P0[1] + 0.12, P0[2]), (x, P1[1] + 0.12, P1[2]), P1], '#5f4336')
# fringe of thatch at the eave
q = random.Random(12)
fr = []
x = -3.3
while x < 5.3:
    a = c(x, RY - 0.02, zf)
    b = (a[0] + q.uniform(-7, 7), a[1] + q.uniform(16, 46))
    fr.append(
        st(
            'M%s L%s' % (xy(a), xy(b)),
            q.choice(['#2a1c20', '#3a2828', '#1f1519']),
            q.uniform(3, 7),
            stroke_linecap='round',
        )
    )
    x += 0.02
roofs = V.take()
LX, LY = 1322, 392
roof = lit(
    '<g>' + roofs + '</g>',
    '#2a1d30',
    [(LX + 10, 150, 560, 330, 'lampw', 0.95), (LX, 200, 260, 170, 'lampw', 0.6)],
    'L1-roof',
)
D.append(pool('lampw', '#eea155', '#8a4a3a', '#2a1d30', '#ffd48a'))
# the roof only paints itself: mask the light by its own shape
z0a = c(-3.4, RY - 0.12, zf)
D.append('<clipPath id="rc"><path d="M-10,-10H1930V%s H-10z"/></clipPath>' % n(z0a[1] + 4))
over = '<g clip-path="url(#rc)">' + roof + '</g>' + ''.join(fr)

# ---- the lamp: a tin hurricane lamp on a hook
o = []
hook_y = z0a[1] - 30
o.append(screen(ell(LX, LY + 4, 430, 400, 'url(#glow)', opacity=0.75)))
o.append(
    st('M%d,%s V%d' % (LX, n(hook_y), LY - 226), '#1f1519', 5)
    + st(
        'M%d,%d q0,18 -11,20 q-12,1 -12,-11' % (LX, LY - 230), '#1f1519', 5, stroke_linecap='round'
    )
)
# bail handle
o.append(
    st(
        'M%d,%d C%d,%d %d,%d %d,%d C%d,%d %d,%d %d,%d'
        % (
            LX - 74,
            LY - 60,
            LX - 92,
            LY - 160,
            LX - 40,
            LY - 214,
            LX - 6,
            LY - 214,
            LX + 44,
            LY - 214,
            LX + 92,
            LY - 160,
            LX + 74,
            LY - 60,
        ),
        '#3a3030',
        6,
    )
)
o.append(
    st(
        'M%d,%d C%d,%d %d,%d %d,%d'
        % (LX - 72, LY - 66, LX - 88, LY - 160, LX - 40, LY - 211, LX - 8, LY - 211),
        '#c98f58',
        2,
        opacity=0.8,
    )
)
# side tubes
for sg in (-1, 1):
    d = 'M%d,%d C%d,%d %d,%d %d,%d V%d C%d,%d %d,%d %d,%d' % (
        LX + sg * 28,
        LY - 140,
        LX + sg * 62,
        LY - 146,
        LX + sg * 76,
        LY - 128,
        LX + sg * 76,
        LY - 96,
        LY + 92,
        LX + sg * 76,
        LY + 122,
        LX + sg * 64,
        LY + 132,
        LX + sg * 48,
        LY + 134,
    )
    o.append(st(d, '#2c2426', 17) + st(d, '#5f5048', 12))
    o.append(st(d, '#e6a860', 3, opacity=0.9, transform='translate(%d,0)' % (-sg * 5)))
# chimney cap
o.append(
    el('M%d,%d h64 l7,26 h-78z' % (LX - 32, LY - 176), 'url(#tin)')
    + ell(LX, LY - 176, 32, 7, '#4a403c')
)
for k in range(5):
    o.append(
        '<rect x="%s" y="%d" width="6" height="13" rx="3" fill="#ffcf86" opacity=".9"/>'
        % (n(LX - 25 + k * 11), LY - 168)
    )
o.append(
    el(
        'M%d,%d C%d,%d %d,%d %d,%d H%d C%d,%d %d,%d %d,%dz'
        % (
            LX - 40,
            LY - 150,
            LX - 52,
            LY - 132,
            LX - 60,
            LY - 118,
            LX - 58,
            LY - 104,
            LX + 58,
            LX + 60,
            LY - 118,
            LX + 52,
            LY - 132,
            LX + 40,
            LY - 150,
        ),
        'url(#tin)',
    )
)
o.append(st('M%d,%d H%d' % (LX - 57, LY - 104, LX + 57), '#f4c07a', 3, opacity=0.9))
# globe
gl = [
    (LX - 38, LY - 100),
    (LX - 54, LY - 60),
    (LX - 62, LY - 10),
    (LX - 56, LY + 40),
    (LX - 40, LY + 76),
    (LX + 40, LY + 76),
    (LX + 56, LY + 40),
    (LX + 62, LY - 10),
    (LX + 54, LY - 60),
    (LX + 38, LY - 100),
]
o.append(
    el(soft(gl, t=0.4), '#7a4a26', opacity=0.55) + el(soft(gl, t=0.4), 'url(#glass)', opacity=0.85)
)
o.append(screen(ell(LX, LY + 16, 90, 110, 'url(#glow)')))
# flame and burner
o.append(
    el(
        'M%d,%d C%d,%d %d,%d %d,%d C%d,%d %d,%d %d,%dz'
        % (
            LX - 17,
            LY + 44,
            LX - 25,
            LY + 12,
            LX - 6,
            LY - 14,
            LX,
            LY - 40,
            LX + 8,
            LY - 14,
            LX + 25,
            LY + 12,
            LX + 17,
            LY + 44,
        ),
        '#fff3d0',
        filter='url(#b1)',
    )
)
o.append(
    el(
        'M%d,%d C%d,%d %d,%d %d,%d C%d,%d %d,%d %d,%dz'
        % (
            LX - 9,
            LY + 46,
            LX - 12,
            LY + 26,
            LX - 4,
            LY + 14,
            LX,
            LY + 2,
            LX + 4,
            LY + 14,
            LX + 12,
            LY + 26,
            LX + 9,
            LY + 46,
        ),
        '#fffdf2',
    )
)
o.append(
    el('M%d,%d h44 l6,16 h-56z' % (LX - 22, LY + 46), '#8a6a44')
    + el('M%d,%d h60 l12,16 h-84z' % (LX - 30, LY + 60), '#5f4a3a')
)
# wire round the globe
o.append(
    st('M%d,%d q58,18 116,0' % (LX - 58, LY + 22), '#4a3a32', 3.4)
    + st('M%d,%d q56,-14 112,0' % (LX - 56, LY - 46), '#4a3a32', 3.4)
)
o.append(
    st(
        soft([(LX - 44, LY - 84), (LX - 55, LY - 30), (LX - 56, LY + 20)], False),
        '#fffaf0',
        4,
        opacity=0.85,
        filter='url(#b1)',
    )
)
# gallery, tank
o.append(el('M%d,%d H%d l8,14 H%dz' % (LX - 50, LY + 76, LX + 50, LX - 58), '#a18a6c'))
o.append(
    el(
        'M%d,%d C%d,%d %d,%d %d,%d H%d C%d,%d %d,%d %d,%dz'
        % (
            LX - 58,
            LY + 90,
            LX - 84,
            LY + 96,
            LX - 92,
            LY + 116,
            LX - 92,
            LY + 150,
            LX + 92,
            LX + 92,
            LY + 116,
            LX + 84,
            LY + 96,
            LX + 58,
            LY + 90,
        ),
        'url(#tin)',
    )
)
o.append(el('M%d,%d H%d v10 q-92,14 -184,0z' % (LX - 92, LY + 150, LX + 92), 'url(#tind)'))
o.append(
    ell(LX + 54, LY + 104, 15, 6, '#3a3030')
    + el('M%d,%d h24 v-10 h-24z' % (LX + 42, LY + 104), '#6a5a4c')
)
o.append(
    st('M%d,%d q72,-16 144,0' % (LX - 72, LY + 100), '#f0b870', 3, opacity=0.85, filter='url(#b1)')
)
o.append(st('M%d,%d v36' % (LX - 88, LY + 112), '#c98a58', 2.4, opacity=0.6))
lamp = '<g id="L2-lamp">' + ''.join(o) + '</g>'
# the post at the right edge and its rail
p = []
p.append(
    '<g filter="url(#cut)">'
    + el(
        'M1716,120H1800C1796,400 1804,760 1798,1100H1712C1720,760 1710,400 1716,120z', 'url(#post)'
    )
    + '</g>'
)
p.append(el('M1716,120H1800V1100H1712z', '#000', filter='url(#fibre)', opacity=0.35))
p.append(st('M1716,170C1711,400 1719,640 1714,860', '#ffc983', 4, opacity=0.75, filter='url(#b1)'))
p.append(screen(ell(1716, 400, 60, 300, 'url(#glow)', opacity=0.35)))
p.append(
    '<g filter="url(#cut2)">'
    + el('M-20,774 L1726,752 V786 L-20,812z', '#22161d')
    + el('M1796,750 L1940,748 V782 L1796,785z', '#22161d')
    + '</g>'
)
for x in (70, 330, 590, 850, 1110, 1370, 1630):
    p.append(el('M%d,798h18v300h-18z' % x, '#1a1118'))
D.append(
    lg(
        'rimr',
        [(0, ('#e0a05c', 0)), (0.7, ('#e0a05c', 0.7)), (1, ('#e0a05c', 0.5))],
        500,
        0,
        1716,
        0,
        True,
    )
)
p.append(el('M500,767.5 L1716,752 v4 L500,771z', 'url(#rimr)', filter='url(#b1)'))
# ---- near: a banana leaf, ribs drawn, torn in two places
b = []


def banana(x0, y0, x1, y1, wid, bend, fill, rib, tears, seed, lit_edge=None):
    """A leaf from its stem (x0, y0) to its tip; tears = places along it, 0 to 1, each side."""
    q = random.Random(seed)
    m = 30
    mx, my = (x0 + x1) / 2 + bend[0], (y0 + y1) / 2 + bend[1]
    C = lambda t: (
        (1 - t) ** 2 * x0 + 2 * t * (1 - t) * mx + t * t * x1,
        (1 - t) ** 2 * y0 + 2 * t * (1 - t) * my + t * t * y1,
    )

    def T(t):
        a, b_ = C(max(0, t - 0.01)), C(min(1, t + 0.01))
        dx, dy = b_[0] - a[0], b_[1] - a[1]
        L_ = math.hypot(dx, dy)
        return dx / L_, dy / L_

    def off(t, sd, k=1.0):
        w = wid * (min(1, t * 4.2 + 0.12) ** 0.7) * ((1 - t) ** 0.75) * 1.35 * k
        dx, dy = T(t)
        lag = 0.10
        p_ = C(min(1, t + lag * 0.5))
        return (p_[0] + sd * -dy * w, p_[1] + sd * dx * w)

    o = ''
    for sd in (-1, 1):
        P = [C(0)]
        for i in range(1, m + 1):
            t = i / m
            if any(abs(t - z) < 0.018 for z in tears[0 if sd < 0 else 1]):
                P += [off(t - 0.014, sd, 1), off(t - 0.02, sd, 0.22), off(t + 0.016, sd, 0.96)]
            else:
                P.append(off(t, sd, q.uniform(0.96, 1.02)))
        P += [C(1)] + [C(1 - i / m) for i in range(m + 1)]
        o += el(poly(P), fill[0 if sd < 0 else 1])
        for i in range(2, m * 2 - 2):
            t = i / (m * 2)
            a, e = C(t), off(t, sd, 0.93)
            o += st(
                'M%s Q%s %s'
                % (xy(a), xy(((a[0] + e[0]) / 2 + q.uniform(-2, 2), (a[1] + e[1]) / 2 - 3)), xy(e)),
                rib,
                1.6,
                opacity=0.35,
            )
        if lit_edge and sd == lit_edge[0]:
            Q = [off(i / m, sd) for i in range(lit_edge[1], lit_edge[2])]
            o += st(line(Q), '#e9b070', 2.6, opacity=0.7, filter='url(#b1)')
    o += st(
        line([C(i / m) for i in range(m + 1)]), '#8a8a50', 7, opacity=0.75, stroke_linecap='round'
    ) + st(line([C(i / m) for i in range(m + 1)]), '#d0b878', 2, opacity=0.6)
    return '<g>' + o + '</g>'


b.append(
    banana(
        2010,
        1000,
        1216,
        812,
        84,
        (-60, -270),
        ('#1a2a26', '#131f1c'),
        '#0c1815',
        ((0.5, 0.72), (0.42, 0.63)),
        5,
    )
)
b.append(
    banana(
        1990,
        1150,
        1452,
        572,
        100,
        (-60, -190),
        ('#3a4c34', '#1f352a'),
        '#12241c',
        ((0.36, 0.62), (0.52, 0.74)),
        8,
        (-1, 20, 29),
    )
)
pulled(
    'eaves',
    D,
    [land, over, ''.join(p)],
    [('lamp', 0.3, lamp), ('leaf', 0.8, ''.join(b) + edge())],
    INK,
)
