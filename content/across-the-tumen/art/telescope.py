"""Chapter card, the border: a coin telescope by a snowy railing on a winter morning, turned to the far
bank; its lens holds the one lamp that burns there; nobody is there."""
import math
import random

from props import *

R = random.Random(22)
INK = '#141d26'
D = [
    lg(
        'sky',
        [(0, '#3b5064'), (0.3, '#637d8c'), (0.62, '#93a6ac'), (0.86, '#bcc4be'), (1, '#d3d2c4')],
        0,
        0,
        0,
        450,
        True,
    ),
    lg(
        'water',
        [(0, '#aab6b4'), (0.2, '#7f9299'), (0.6, '#4a606c'), (1, '#22313c')],
        0,
        448,
        0,
        900,
        True,
    ),
    lg('lens', [(0, '#7d929b'), (0.5, '#b9c2bd'), (1, '#5b7078')]),
    lg('stone', [(0, '#3f4f59'), (0.4, '#2c3943'), (1, '#182129')]),
    lg('post', [(0, '#3c4a54'), (0.3, '#2a363f'), (0.8, '#18212a'), (1, '#2a343c')], 0, 0, 1, 0),
    lg('box', [(0, '#4c5b65'), (1, '#26323b')], 0, 0, 1, 1),
    shine('glow'),
    rg(
        'amber',
        [
            (0, '#fff3d2'),
            (0.18, ('#ffdc9c', 1)),
            (0.42, ('#ffcf86', 0.85)),
            (0.75, ('#c99a68', 0.5)),
            (1, ('#5f747f', 0.3)),
        ],
    ),
    scrim('foot', INK, 0, 560, 0, 1080, [(0, 0), (0.45, 0.6), (1, 0.97)]),
    scrim('left', INK, 0, 1080, 700, 380, [(0, 0.6), (0.6, 0.2), (1, 0)]),
    scrim('top', INK, 0, 0, 0, 240, [(0, 0.4), (1, 0)]),
]
HOR = 448
s = ['<rect width="1920" height="470" fill="url(#sky)"/>']
q = random.Random(5)
for x, y, w, h, o, col in (
    (400, 90, 700, 16, 0.4, '#566e7e'),
    (1250, 60, 620, 14, 0.35, '#566e7e'),
    (820, 150, 560, 12, 0.4, '#7f96a0'),
    (1600, 170, 520, 13, 0.4, '#7a919c'),
    (260, 216, 520, 11, 0.45, '#a3b2b4'),
    (1020, 250, 640, 11, 0.45, '#aab7b6'),
    (620, 300, 520, 9, 0.5, '#c4cac2'),
    (1480, 312, 460, 8, 0.5, '#c4cac2'),
):
    s.append(el(lens(x, y, w, h, q), col, opacity=o, filter='url(#b2)'))


def bald(y, amp, seed, body, shade, light, foot, ph, wave, x0=-60, x1=1980):
    """Bald hills under thin snow: a body, gullies in shade to the left, snow on the right."""
    q = random.Random(seed)
    top = lambda x: y - amp * (
        0.55
        + 0.3 * math.sin(x / wave + ph)
        + 0.2 * math.sin(x / wave * 2.3 + ph * 2.1)
        + 0.07 * math.sin(x / wave * 6.1 + ph)
    )
    P = []
    x = x0
    while x <= x1:
        P.append((x, top(x) + q.uniform(-2, 2)))
        x += 18
    o = el(line(P) + 'L%d,%d L%d,%dz' % (x1, foot, x0, foot), body)
    for i in range(150):
        x = q.uniform(x0, x1)
        h0 = top(x)
        if foot - h0 < 16:
            continue
        ln = (foot - h0) * q.uniform(0.15, 0.5)
        slope = (top(x + 12) - top(x - 12)) / 24
        lean = ln * (0.9 * (1 if slope > 0 else -1) * min(1, abs(slope) * 4) + q.uniform(-0.2, 0.2))
        w = q.uniform(3, 9) * amp / 120
        a0 = h0 + (foot - h0) * q.uniform(0.03, 0.4)
        o += el(
            'M%s Q%s %s Q%s %sz'
            % (
                xy((x, a0)),
                xy((x + lean * 0.35 + w, a0 + ln * 0.5)),
                xy((x + lean, min(foot, a0 + ln))),
                xy((x + lean * 0.35 - w, a0 + ln * 0.6)),
                xy((x, a0)),
            ),
            light if slope > 0.02 else shade,
            opacity=n(q.uniform(0.35, 0.75)),
        )
    return '<g filter="url(#cut)">' + o + '</g>'


s.append(bald(440, 170, 3, '#a3b0b2', '#95a4a9', '#c3c9c4', 452, 0.4, 260))
s.append(
    '<rect x="-10" y="380" width="1940" height="80" fill="#c9cfc8" opacity=".5" filter="url(#f16)"/>'
)
s.append(bald(446, 92, 8, '#7f9099', '#6d808b', '#b3bdbb', 452, 2.2, 190))
s.append(
    '<rect x="-10" y="420" width="1940" height="40" fill="#c9cfc8" opacity=".45" filter="url(#f8)"/>'
)
# low roofs and bare trees of the far bank
q = random.Random(12)
for k in range(46):
    x = q.uniform(-20, 1940)
    if 660 < x < 800:
        continue
    w, h = q.uniform(18, 46), q.uniform(5, 10)
    s.append(
        el('M%s,%d v-%s h%s v%sz' % (n(x), HOR + 2, n(h), n(w), n(h)), '#5f717c', opacity=0.85)
        + el(
            'M%s,%s l%s,-%s h%s l%s,%sz'
            % (n(x - 2), n(HOR + 2 - h), n(4), n(h * 0.8), n(w - 4), n(4), n(h * 0.8)),
            '#c3cac6',
            opacity=0.9,
        )
    )
for k in range(60):
    x = q.gauss(q.choice([240, 520, 930, 1300, 1700]), 60)
    h = q.uniform(12, 26)
    s.append(
        el(
            soft(
                [
                    (x - h * 0.3, HOR + 2),
                    (x - h * 0.26, HOR - h * 0.6),
                    (x, HOR - h),
                    (x + h * 0.26, HOR - h * 0.55),
                    (x + h * 0.3, HOR + 2),
                ]
            ),
            '#5b6e79',
            opacity=0.5,
        )
    )
# ---- river: ice in plates, wet between
s.append('<rect y="%d" width="1920" height="%d" fill="url(#water)"/>' % (HOR, 1080 - HOR))
q = random.Random(44)
y = HOR + 4.0
while y < 900:
    t = (y - HOR) / 450
    h = 2.2 + 40 * t
    x = -120 - q.uniform(0, 200)
    while x < 2000:
        w = (22 + 330 * t) * q.uniform(0.35, 1.5)
        if q.random() < 0.66:
            m = 9
            P = []
            for k in range(m):
                a = k * math.tau / m
                P.append(
                    (
                        x + w / 2 + w / 2 * math.cos(a) * q.uniform(0.78, 1.08),
                        y
                        + h / 2 * math.sin(a) * q.uniform(0.65, 1.05)
                        + q.uniform(-0.15, 0.15) * h,
                    )
                )
            d = poly(P)
            lo = poly([(a, b + 1 + 5 * t) for a, b in P])
            s.append(
                el(lo, '#3d5462', opacity=n(0.75))
                + el(
                    d,
                    q.choice(['#c9d0cc', '#b3bfc0', '#dadcd3', '#9fb0b5']),
                    opacity=n(q.uniform(0.6, 0.9) * (1 - 0.3 * t)),
                )
            )
            if t > 0.12 and q.random() < 0.5:
                s.append(
                    el(
                        lens(x + w * 0.5, y - h * 0.05, w * 0.5, h * 0.12, q),
                        '#eef0e8',
                        opacity=0.5,
                    )
                )
        x += w * q.uniform(0.9, 1.25)
    y += h * 0.78
s.append(
    '<rect x="-10" y="%d" width="1940" height="34" fill="#d3d6cd" opacity=".55" filter="url(#f8)"/>'
    % (HOR - 4)
)
# the lamp over there, and its road on the water
LX, LY = 736, 424
s.append(screen(ell(LX, LY, 92, 70, 'url(#glow)', opacity=0.9)))
s.append(
    st('M%d,%d V%d' % (LX, LY, HOR + 3), '#4a5c68', 3)
    + st('M%d,%d h-12' % (LX, LY), '#4a5c68', 3)
    + ell(LX - 12, LY + 3, 5.5, 4.6, '#fff3d2')
)
for k in range(9):
    yy = HOR + 10 + k * 9
    s.append(
        el(
            lens(LX - 12 + R.uniform(-5, 5), yy, 30 - k * 1.8, 1.6 + 0.12 * k, R),
            '#ffcf86',
            opacity=n(0.75 - 0.075 * k),
        )
    )
s.append(veil('top') + veil('left'))
land = ''.join(s)

# ---- the railing: posts with caps, balusters, snow
r = []
RT = 716


def rail_y(x):
    return RT + (x - 960) * 0.012


r.append('<g filter="url(#cut2)">')
r.append(
    el(
        'M-20,%s L1940,%s v34 L-20,%sz' % (n(rail_y(-20)), n(rail_y(1940)), n(rail_y(-20) + 34)),
        'url(#stone)',
    )
)
r.append('</g>')
for i in range(41):
    x = -10 + i * 48
    y0 = rail_y(x) + 34
    r.append(
        el(
            'M%s c-4,26 -13,40 -13,66 c0,34 8,52 6,90 h22 c-2,-38 6,-56 6,-90 c0,-26 -9,-40 -13,-66z'
            % xy((x - 4, y0)),
            '#1f2a33',
        )
        + st('M%s c4,26 13,40 13,66 c0,34 -8,52 -6,90' % xy((x + 5, y0)), '#46565f', 2, opacity=0.6)
    )
for x in (130, 690, 1250, 1810):
    y0 = rail_y(x)
    r.append(
        '<g filter="url(#cut2)">'
        + el('M%d,%s h86 v400 h-86z' % (x - 43, n(y0 - 26)), 'url(#stone)')
        + el('M%d,%s h104 v22 h-104z' % (x - 52, n(y0 - 44)), '#3d4c56')
        + '</g>'
    )
    r.append(
        '<g filter="url(#cut2)">'
        + el(
            soft(
                [
                    (x - 54, y0 - 42),
                    (x - 50, y0 - 60),
                    (x - 20, y0 - 72),
                    (x + 20, y0 - 71),
                    (x + 48, y0 - 58),
                    (x + 54, y0 - 42),
                ],
                t=0.4,
            ),
            '#cfd6d4',
        )
        + el(
            soft(
                [
                    (x - 54, y0 - 42),
                    (x - 50, y0 - 60),
                    (x - 26, y0 - 70),
                    (x - 10, y0 - 56),
                    (x - 14, y0 - 42),
                ],
                t=0.4,
            ),
            '#94a5ab',
        )
        + '</g>'
    )
q = random.Random(7)
P = []
x = -30
while x < 1960:
    P.append((x, rail_y(x) - q.uniform(6, 15)))
    x += q.uniform(40, 90)
r.append(
    '<g filter="url(#cut2)">'
    + el(
        soft(P, False, t=0.5) + 'L1960,%s L-30,%sz' % (n(rail_y(1960) + 5), n(rail_y(-30) + 5)),
        '#c6cfce',
    )
    + el(
        'M-30,%s L1960,%s v5 L-30,%sz'
        % (n(rail_y(-30) + 1), n(rail_y(1960) + 1), n(rail_y(-30) + 7)),
        '#7f929a',
    )
    + '</g>'
)
railing = ''.join(r)

# ---- the telescope: a barrel turned to the lamp, seen from behind
g = []
C0, C1 = (1486, 292), (1126, 352)
dx, dy = C1[0] - C0[0], C1[1] - C0[1]
L = math.hypot(dx, dy)
A = (dx / L, dy / L)
V = (-A[1], A[0])
if V[1] > 0:
    V = (-V[0], -V[1])  # up
SB = 0.5


def C(d):
    """The axis, d along it from the eyepiece."""
    return (C0[0] + A[0] * d, C0[1] + A[1] * d)


def rim(d, rad, m=48, a0=0.0, a1=math.tau):
    c0 = C(d)
    return [
        (
            c0[0] + rad * (math.cos(t) * V[0] + math.sin(t) * SB * A[0]),
            c0[1] + rad * (math.cos(t) * V[1] + math.sin(t) * SB * A[1]),
        )
        for t in (a0 + (a1 - a0) * i / m for i in range(m + 1))
    ]


TONES = ['#10181f', '#1a252e', '#263540', '#354753', '#4a5f6b', '#6f858e', '#a9b8ba']


def tone(t):
    """Light from the sky above, a little of it off the snow below."""
    v = 0.5 + 0.5 * math.cos(t - 0.35)
    v = v**1.5
    if t > 2.6:
        v = max(v, 0.18 + 0.12 * (t - 2.6))
    return TONES[min(6, int(v * 7))]


def barrel(d0, r0, d1, r1, shift=0):
    m = 60
    a, b = rim(d0, r0, m, 0, math.pi), rim(d1, r1, m, 0, math.pi)
    o = ''
    i = 0
    while i < m:
        j = i
        tn = tone(math.pi * (i + 0.5) / m)
        while j < m and tone(math.pi * (j + 0.5) / m) == tn:
            j += 1
        k = max(0, min(6, TONES.index(tn) + shift))
        o += el(
            poly(a[i : j + 1] + b[i : j + 1][::-1]), TONES[k], stroke=TONES[k], stroke_width=0.8
        )
        i = j
    return o


def disc(d, rad, col, **a):
    return el(poly(rim(d, rad)), col, **a)


# post, collar, fork
px = 1352
g.append(
    '<g filter="url(#cut2)">' + el('M%d,560 h84 l6,540 h-96z' % (px - 42), 'url(#post)') + '</g>'
)
g.append(
    el('M%d,640 h100 v24 h-100z M%d,556 h112 l-8,34 h-96z' % (px - 50, px - 56), '#1d2830')
    + st('M%d,641 h100 M%d,557 h112' % (px - 50, px - 56), '#6f858e', 2.4, opacity=0.7)
)
g.append(
    '<g filter="url(#cut2)">'
    + el(
        'M%d,560 C%d,500 %d,470 %d,380 L%d,372 C%d,460 %d,500 %d,520 H%d C%d,500 %d,470 %d,402 L%d,396 C%d,480 %d,520 %d,560z'
        % (
            px - 60,
            px - 84,
            px - 98,
            px - 96,
            px - 70,
            px - 66,
            px - 52,
            px - 30,
            px + 34,
            px + 62,
            px + 72,
            px + 78,
            px + 104,
            px + 104,
            px + 92,
            px + 66,
        ),
        '#1d2830',
    )
    + '</g>'
)
g.append(
    st(
        'M%d,378 C%d,470 %d,505 %d,560' % (px - 94, px - 96, px - 80, px - 58),
        '#8fa2a8',
        2.4,
        opacity=0.7,
    )
)
# barrel from the far end towards us
g.append(
    barrel(344, 94, 400, 104)
    + disc(344, 94, '#1a252e')
    + barrel(330, 82, 346, 82, -1)
    + barrel(60, 104, 332, 84)
    + barrel(208, 96, 226, 95, 1)
    + barrel(36, 112, 66, 112, 1)
)
g.append(disc(36, 112, '#222e38') + disc(36, 104, '#2c3a45'))
# screws of the back plate
for k in range(8):
    t = 0.4 + k * math.tau / 8
    c0 = C(36)
    x, y = c0[0] + 92 * (math.cos(t) * V[0] + math.sin(t) * SB * A[0]), c0[1] + 92 * (
        math.cos(t) * V[1] + math.sin(t) * SB * A[1]
    )
    g.append(ell(x, y, 4, 5, '#4a5f6b') + st('M%s l3,3' % xy((x - 1.5, y - 1.5)), '#10181f', 1.4))
# coin box beneath the barrel, with slot and lock
g.append(
    '<g filter="url(#cut2)">'
    + el('M1376,404 L1512,384 L1526,502 L1394,526z', 'url(#box)')
    + el('M1376,404 L1394,526 L1366,516 L1350,404z', '#1a242c')
    + '</g>'
)
g.append(
    st('M1378,405 L1511,385', '#8fa2a8', 3, opacity=0.8)
    + '<g transform="translate(1452,448) rotate(-8)">'
    + '<rect x="-30" y="-24" width="60" height="22" rx="3" fill="#2a3740" stroke="#6f858e" stroke-width="1.6"/><rect x="-17" y="-16" width="34" height="6" rx="3" fill="#0b1116"/>'
    + ell(0, 24, 15, 15, '#35454f')
    + ell(0, 24, 9, 9, '#1a242c')
    + '<rect x="-1.6" y="17" width="3.2" height="13" fill="#6f858e"/></g>'
)
# eyepiece: tube, cup, glass
g.append(
    barrel(-6, 76, 38, 80, -1)
    + disc(-6, 76, '#18222a')
    + barrel(-34, 66, -4, 62, 0)
    + disc(-34, 66, '#0d141a')
    + disc(-34, 58, '#1d2932')
    + disc(-30, 50, '#05090c')
)
lp = rim(-24, 46)
D.append('<clipPath id="eye"><path d="%s"/></clipPath>' % poly(lp))
ec = C(-24)
e = ['<g clip-path="url(#eye)">' + el(poly(lp), 'url(#lens)')]
e.append(
    el('M%s q20,-16 34,-12 q18,-10 34,2 l20,4 v16 h-90z' % xy((ec[0] - 46, ec[1] + 12)), '#7a8d95')
    + el('M%s h100 v60 h-100z' % xy((ec[0] - 50, ec[1] + 14)), '#5f747f')
)
e.append(
    el(lens(ec[0] - 10, ec[1] + 24, 40, 2.6, R), '#c3cac6', opacity=0.8)
    + el(lens(ec[0] + 10, ec[1] + 34, 46, 3, R), '#c3cac6', opacity=0.7)
)
e.append(ell(ec[0], ec[1] + 2, 74, 74, 'url(#amber)'))
e.append(
    st('M%s v26' % xy((ec[0] + 5, ec[1] - 8)), '#43545f', 3)
    + ell(ec[0], ec[1] - 4, 9, 7.5, '#fffaf0')
)
for k in range(4):
    e.append(el(lens(ec[0], ec[1] + 19 + 6 * k, 16 - 2 * k, 1.8, R), '#ffcf86', opacity=0.85))
e.append('</g>')
g.append(''.join(e))
g.append(
    st(line(rim(-24, 46, 40, -0.6, 1.2)), '#0b1116', 5, opacity=0.6)
    + st(line(rim(-24, 45, 40, 2.6, 5.2)), '#ffdfa6', 2.4, opacity=0.85, filter='url(#b1)')
)
g.append(st(line(rim(-34, 64, 40, 2.2, 5.6)), '#e8b878', 2.6, opacity=0.55, filter='url(#b1)'))
g.append(screen(ell(ec[0], ec[1], 120, 120, 'url(#glow)', opacity=0.34)))
g.append(
    st(line(rim(-34, 65, 30, -0.9, 0.9)), '#8fa2a8', 2.4, opacity=0.8)
    + st(line(rim(36, 111, 40, -1.0, 1.1)), '#b9c6c6', 3, opacity=0.8)
)
# snow along the back of the barrel
ta, tb = [], []
q = random.Random(3)
for i in range(15):
    d = 70 + i * 19
    rad = 104 - 20 * i / 14
    c0 = C(d)
    ta.append(
        (
            c0[0] + V[0] * (rad + (q.uniform(9, 17) if 0 < i < 14 else 0)),
            c0[1] + V[1] * (rad + (q.uniform(9, 17) if 0 < i < 14 else 0)),
        )
    )
    k = 0.55
    tb.append(
        (
            c0[0] + rad * (math.cos(k) * V[0] + math.sin(k) * SB * A[0]) + q.uniform(-5, 5),
            c0[1] + rad * (math.cos(k) * V[1] + math.sin(k) * SB * A[1]) + q.uniform(-8, 6),
        )
    )
g.append(
    '<g filter="url(#cut2)">'
    + el(soft(ta + tb[::-1], t=0.4), '#dfe3df')
    + el(soft(ta[8:] + [(a, b - 12) for a, b in tb[::-1][:7]], t=0.4), '#b3c0c2', opacity=0.6)
    + '</g>'
)
P = rim(372, 103, 12, -0.1, 0.75) + rim(398, 104, 12, -0.1, 0.75)[::-1]
g.append('<g filter="url(#cut2)">' + el(soft(P, t=0.4), '#cfd6d4') + '</g>')
scope = ''.join(g)
near = [veil('foot'), edge()]
q = random.Random(6)
for i in range(60):
    rr = q.choice([1.1, 1.5, 2.0, 3.0])
    near.insert(
        0,
        ell(
            q.uniform(0, 1920),
            q.uniform(0, 900),
            rr,
            rr,
            '#eef1ee',
            opacity=n(q.uniform(0.3, 0.7)),
            filter='url(#b1)' if rr > 2 else None,
        ),
    )
pulled(
    'telescope',
    D,
    [land],
    [('rail', 0.35, railing), ('scope', 0.55, scope), ('foot', 0.8, ''.join(near))],
    INK,
)
