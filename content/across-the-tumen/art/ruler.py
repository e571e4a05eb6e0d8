"""River ice from straight above, by night: cracks, bubbles, swept snow; a school ruler lies on it, and a
lamp out of the picture shines back from the ice."""
from atelier import *

LX, LY = 1292, 150  # where the lamp shines back
RX, RY, RA, RL, RW = 905, 420, -17.0, 640, 76  # the ruler: middle, turn, length, width


def bent():
    """the wind's way: along and across"""
    a = math.radians(-24)
    return XX * math.cos(a) + YY * math.sin(a), -XX * math.sin(a) + YY * math.cos(a)


def deep(c):
    t = np.hypot((XX - LX) / 1500, (YY - LY) / 1050) + 0.16 * fbm(XX / 520, YY / 420, 4, 11)
    col = ramp(
        [(0, '#3a5c7a'), (0.25, '#234568'), (0.5, '#14305a'), (0.75, '#0b1f44'), (1.05, '#071433')],
        t,
    )
    cloud = fbm(XX / 240 + 0.5 * fbm(XX / 200, YY / 200, 2, 13), YY / 210, 5, 12)
    col = mixc(col, rgb('#5f86a4'), smooth(0.05, 0.45, cloud) * 0.34 * smooth(1.3, 0.2, t))
    col = mixc(col, rgb('#050f2a'), smooth(0.06, 0.30, -cloud) * 0.5)
    c.over(col, 1)


def bubbles():
    """breath of the river, frozen in strings and pans"""
    r = random.Random(17)
    o = []
    for _ in range(46):
        cx, cy = r.uniform(-40, 1960), r.uniform(-30, 820)
        n_ = r.randint(3, 15)
        sp = r.uniform(14, 60)
        for _ in range(n_):
            x, y = cx + r.gauss(0, sp), cy + r.gauss(0, sp * 0.7)
            d = math.hypot((x - LX) / 1300, (y - LY) / 900)
            op = max(0.10, 0.62 - 0.5 * d) * r.uniform(0.5, 1)
            w = 1.4 + 8 * r.random() ** 4
            h = w * r.uniform(0.82, 1)
            a = r.uniform(0, 180)
            o.append(
                f'<g transform="translate({x:.1f},{y:.1f}) rotate({a:.0f})" opacity="{op:.2f}"><ellipse rx="{w:.1f}" ry="{h:.1f}" fill="#a9c4d4" opacity="{r.uniform(.35,.75):.2f}"/>'
                f'<ellipse rx="{w:.1f}" ry="{h:.1f}" fill="none" stroke="#c3d8e4" stroke-width="{max(.7,w*.13):.1f}"/></g>'
            )
            for k in range(r.randint(0, 3)):  # the string below it
                o.append(
                    f'<ellipse cx="{x-5-k*4.6:.1f}" cy="{y+7+k*6.2:.1f}" rx="{w*.7**(k+1):.1f}" ry="{h*.7**(k+1):.1f}" fill="none" stroke="#8fb0c8" stroke-width=".8" opacity="{op*.6*.7**k:.2f}"/>'
                )
    return ''.join(o)


def cracks():
    r = random.Random(53)
    sheets, lines = [], []

    def run(x, y, a, n_, w, depth):
        pts = [(x, y)]
        for i in range(n_):
            a += r.uniform(-0.34, 0.34)
            st = r.uniform(26, 70)
            x += math.cos(a) * st
            y += math.sin(a) * st
            pts.append((x, y))
            if depth and r.random() < 0.19:
                run(
                    x,
                    y,
                    a + r.choice((-1, 1)) * r.uniform(0.5, 1.2),
                    r.randint(3, 9),
                    w * 0.55,
                    depth - 1,
                )
            a += 0.10 * (a0 - a)
        q = [
            (px - 15 * w * 0.5 - r.uniform(0, 5), py + 21 * w * 0.5 + r.uniform(0, 6))
            for px, py in pts
        ]
        sheets.append(f'<path d="{path(pts + q[::-1])}" fill="#9dbdd0" opacity="{.05+.05*w:.2f}"/>')
        mids = [
            (px * 0.72 + qx * 0.28, py * 0.72 + qy * 0.28) for (px, py), (qx, qy) in zip(pts, q)
        ]
        sheets.append(
            f'<path d="{path(pts + mids[::-1])}" fill="#cfe1ea" opacity="{.07+.05*w:.2f}"/>'
        )
        d = 'M' + 'L'.join(f'{a_:.1f},{b_:.1f}' for a_, b_ in pts)
        lines.append(
            f'<path d="{d}" stroke="#061029" stroke-width="{w*1.5:.1f}" transform="translate(1.6,1.4)" opacity=".7"/><path d="{d}" stroke="#dbe9ef" stroke-width="{w*.8:.1f}" opacity="{.5+.2*min(1,w/2):.2f}"/>'
        )

    for x, y, a, n_, w in (
        (-40, 214, 0.16, 42, 2.3),
        (420, -40, 1.25, 24, 1.7),
        (1960, 560, 2.86, 34, 1.9),
        (1160, 1120, -1.2, 18, 1.3),
        (1500, -40, 1.75, 16, 1.1),
    ):
        a0 = a
        run(x, y, a, n_, w, 2)
    return f'<g fill="none" stroke-linejoin="bevel">{"".join(sheets)}{"".join(lines)}</g>'


def snow_map():
    u, v = bent()
    n_ = fbm(u / 560 + 0.30 * fbm(u / 420, v / 200, 2, 41), v / 205, 4, 40, 0.42)
    edge = (
        0.34 * smooth(330, 40, YY) * smooth(1000, 200, XX)
        + 0.5 * smooth(700, 1010, YY)
        + 0.22 * smooth(1560, 1900, XX) * smooth(300, 620, YY)
    )
    hole = 0.50 * np.exp(-(((XX - 1250) / 330) ** 2) - ((YY - 215) / 190) ** 2) + 0.22 * np.exp(
        -(((XX - 900) / 430) ** 2) - ((YY - 430) / 150) ** 2
    )
    h = n_ + edge - hole - 0.05
    rip = fbm(u / 190 + 0.6 * fbm(u / 160, v / 90, 2, 46), v / 34, 2, 45)
    return h, rip


def ruler_svg():
    r = random.Random(3)
    x0, x1, y0, y1 = -RL / 2, RL / 2, -RW / 2, RW / 2
    ticks = ''
    for i in range(151):
        x = x0 + 20 + (RL - 40) * i / 150
        ticks += f'M{x:.2f},{y0+3}v{30 if i%10==0 else 22 if i%5==0 else 14}'
    dots = ''.join(
        f'<circle cx="{x0+20+(RL-40)*i/15:.1f}" cy="{y0+43}" r="{3.2 if i%5==0 else 2.1}" fill="#16402f"/>'
        for i in range(16)
    )
    chips = ''.join(
        f'<path d="{blob(r.uniform(x0+8, x1-8), r.choice((y0, y1)), r.uniform(2, 9), r.uniform(1, 3.4), r, 9)}" fill="#b59463"/>'
        for _ in range(20)
    ) + ''.join(
        f'<path d="{blob(x, y, r.uniform(3, 8), r.uniform(3, 8), r, 9)}" fill="#b59463"/>'
        for x in (x0, x1)
        for y in (y0, y1)
    )
    scr = ''.join(
        f'<path d="M{(x:=r.uniform(x0, x1-60)):.0f},{(y:=r.uniform(y0+6, y1-6)):.0f}l{r.uniform(20,90):.0f},{r.uniform(-5,5):.1f}" stroke="{r.choice(["#8fd0a5","#245c43"])}" stroke-width="1" opacity=".5"/>'
        for _ in range(26)
    )
    body = f'M{x0+3},{y0}H{x1-3}q3,0 3,3V{y1-3}q0,3 -3,3H{x0+3}q-3,0 -3,-3V{y0+3}q0,-3 3,-3z'
    return (
        f'<g transform="translate({RX},{RY}) rotate({RA})">'
        f'<path d="{body}" transform="translate(-13,20)" fill="#030a1e" opacity=".62" filter="url(#b8)"/>'
        f'<path d="{body}" transform="translate(-4,7)" fill="#030a1e" opacity=".75" filter="url(#b3)"/>'
        f'<path d="{body}" transform="translate(0,6)" fill="#16402f"/>'
        f'<clipPath id="rc"><path d="{body}"/></clipPath><g clip-path="url(#rc)">'
        f'<path d="{body}" fill="url(#green)"/><path d="M{x0},{y0}H{x1}v36H{x0}z" fill="#5aa377" opacity=".55"/>'
        f'<path d="M{x0},{y0+36}H{x1}" stroke="#2d6a4d" stroke-width="1.4"/>'
        f'<path d="{body}" fill="#000" filter="url(#grain)" opacity=".4"/>{scr}'
        f'<path d="{ticks}" stroke="#123827" stroke-width="1.25" fill="none" opacity=".9"/>{dots}{chips}'
        f'<path d="M{x0},{y1-4}H{x1}v6H{x0}z" fill="#1f5540" opacity=".8"/></g>'
        f'<circle cx="{x1-18}" cy="{y1-19}" r="8" fill="#0d2447"/><path d="M{x1-26},{y1-19}a8,8 0 0 1 16,0a8,6.4 0 0 0 -16,0z" fill="#123827"/>'
        f'<path d="M{x0+4},{y0+.8}H{x1-3}q2.2,0 2.2,3V{y1-6}" fill="none" stroke="url(#rim)" stroke-width="2.4"/>'
        '</g>'
    )


DEFS = (
    '<linearGradient id="green" gradientUnits="userSpaceOnUse" x1="-320" y1="0" x2="320" y2="0"><stop offset="0" stop-color="#2c6b50"/><stop offset=".6" stop-color="#3f8a63"/><stop offset="1" stop-color="#63ab7c"/></linearGradient>'
    '<linearGradient id="rim" gradientUnits="userSpaceOnUse" x1="-320" y1="0" x2="320" y2="0"><stop offset="0" stop-color="#a9cdb4" stop-opacity=".35"/><stop offset=".6" stop-color="#ffe0a6" stop-opacity=".9"/><stop offset="1" stop-color="#ffe6b8"/></linearGradient>'
    + ''.join(
        f'<filter id="b{k}" x="-.2" y="-.8" width="1.4" height="2.6"><feGaussianBlur stdDeviation="{k}"/></filter>'
        for k in (3, 8)
    )
    + '<filter id="grain" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency=".006 .12" numOctaves="4" seed="3"/><feColorMatrix values="0 0 0 0 .03  0 0 0 0 .10  0 0 0 0 .08  0 1.9 0 0 -.72"/><feComposite in2="SourceGraphic" operator="in"/></filter>'
)


def main():
    sc = Scene('ruler')
    c = sc.layer()
    deep(c)
    c.put(svg(bubbles()))
    c.put(svg(cracks()))
    # the lamp, given back by the ice: a core broken by ripples, and its road toward us
    x = XX - LX + 15 * fbm(XX / 46, YY / 58, 3, 61)
    y = YY - LY + 15 * fbm(XX / 52, YY / 46, 3, 63)
    far = np.hypot((XX - LX) / 620, (YY - LY) / 430)
    c.screen(rgb('#ffb861'), np.clip(1 - far, 0, 1) ** 2.4 * 0.40)
    scour = fbm(XX / 15, YY / 52, 4, 66) + 0.5 * fbm(
        XX / 60, YY / 70, 3, 68
    )  # rough ice holds more of it
    smear = np.exp(-((x / (40 + 0.24 * np.abs(y))) ** 2)) * np.exp(
        -np.abs(y) / np.where(y > 0, 96, 52)
    )
    c.over(rgb('#ffcf86'), np.clip(smear * (0.34 + 0.8 * smooth(-0.1, 0.35, scour)), 0, 0.9))
    core = np.exp(-((x / 34) ** 2) - (y / 28) ** 2)
    c.over(rgb('#ffdf9f'), smooth(0.05, 0.7, core) * 0.95)
    c.over(rgb('#fff3d6'), smooth(0.45, 0.95, core) * 0.9)
    # ---- swept snow, lit from the lamp's side
    sc.part('snow', 0.08)
    s = sc.layer()
    h, rip = snow_map()
    u_, v_ = bent()
    body = smooth(0.045, 0.075, h + 0.05 * rip)
    relief = gaussian_filter(h * 250 + rip * 13 * smooth(0.06, 0.2, h), 5 * S)
    gy, gx = np.gradient(relief)
    gx, gy = gx * S, gy * S
    dx, dy = LX - XX, LY - YY
    m = np.hypot(dx, dy) + 60
    lit = -(gx * dx + gy * dy) / m
    d = np.hypot(dx / 1250, dy / 900)
    base = ramp(
        [(0, '#b3b6c0'), (0.3, '#7f93b4'), (0.6, '#4f6a97'), (1, '#243d6c'), (1.4, '#152a54')], d
    )
    t1, t2 = smooth(0.02, 0.07, lit), smooth(-0.05, -0.12, lit)
    col = mixc(base, base * 0.66 + rgb('#0b1d44') * 0.1, t2 * 0.85)
    bright = mixc(rgb('#c6d6e6'), rgb('#f6dfb6'), np.exp(-((d / 0.42) ** 2)))
    col = mixc(col, bright, t1 * (0.62 - 0.34 * np.clip(d, 0, 1)))
    warm = np.exp(-((d / 0.40) ** 2))
    col = mixc(col, rgb('#ffcf86'), warm * 0.22)
    dust = (
        smooth(0.0, 0.05, h + 0.09 * fbm(u_ / 60, v_ / 14, 3, 71)) * 0.36
    )  # a breath of it round the drifts
    s.over(base, np.clip(dust * (1 - body), 0, 1))
    shade = gaussian_filter(np.roll(body, (int(5 * S), int(-4 * S)), (0, 1)), 2.4 * S)
    s.over(rgb('#040c24'), np.clip(shade - body, 0, 1) * 0.6)
    s.over(col, body * 0.97)
    foot = smooth(690, 1000, YY)
    s.over(rgb('#08132f'), np.clip(foot * 0.86, 0, 1))
    # ---- the ruler, a little snow blown over its end
    sc.part('ruler', 0.12)
    q = sc.layer()
    q.put(svg(ruler_svg(), DEFS))
    a = math.radians(RA)
    u = (XX - RX) * math.cos(a) + (YY - RY) * math.sin(a)
    v = -(XX - RX) * math.sin(a) + (YY - RY) * math.cos(a)
    on = smooth(RL / 2, RL / 2 - 3, np.abs(u)) * smooth(RW / 2 + 7, RW / 2, np.abs(v - 3))
    # a streak of snow has blown across one end, with the wind
    w = math.radians(-38)
    px, py = RX - 268, RY + 74
    uu = (XX - px) * math.cos(w) + (YY - py) * math.sin(w)
    vv = -(XX - px) * math.sin(w) + (YY - py) * math.cos(w)
    n_ = 0.62 * fbm(uu / 130, vv / 42, 3, 83)
    body = 1 - (uu / 176) ** 2 - (vv / (36 - 0.05 * uu)) ** 2 + n_
    blown = smooth(0.0, 0.08, body)
    q.over(
        rgb('#050e28'),
        gaussian_filter(np.roll(blown, (int(6 * S), int(-5 * S)), (0, 1)), 3 * S)
        * (1 - blown)
        * 0.5,
    )
    q.over(
        mixc(rgb('#465f90'), rgb('#8399bd'), smooth(0.30, 0.36, body - 0.016 * vv)), blown * 0.97
    )
    glow_on = np.exp(-(((u - 330) / 190) ** 2)) * on
    q.screen(rgb('#ffb861'), glow_on * 0.26)
    return sc


if __name__ == '__main__':
    main().pull()
