"""The inks of the interiors: one-point perspective, soft closed curves and maps of light, all as SVG text.

ART_SCALE (1.5) is the size, 1 being 1920x1080.
"""
import os

import press

SCALE = float(os.environ.get('ART_SCALE', '1.5'))


class Cam:
    def __init__(s, cx, cy, f, h):
        s.cx, s.cy, s.f, s.h = cx, cy, f, h

    def __call__(s, x, y, z):
        k = s.f / z
        return (s.cx + x * k, s.cy + (s.h - y) * k)


def n(v):
    return ('%.1f' % v).rstrip('0').rstrip('.')


def xy(p):
    return n(p[0]) + ',' + n(p[1])


def poly(P):
    return 'M' + 'L'.join(xy(p) for p in P) + 'z'


def line(P):
    return 'M' + 'L'.join(xy(p) for p in P)


def soft(P, close=True, t=0.5):
    """Catmull-Rom through the points"""
    m = len(P)
    d = 'M' + xy(P[0])
    k = t / 3 * 2
    for i in range(m if close else m - 1):
        g = lambda j: P[j % m] if close else P[max(0, min(m - 1, j))]
        a, b, c, e = g(i - 1), g(i), g(i + 1), g(i + 2)
        d += 'C%s %s %s' % (
            xy((b[0] + (c[0] - a[0]) * k / 2, b[1] + (c[1] - a[1]) * k / 2)),
            xy((c[0] - (e[0] - b[0]) * k / 2, c[1] - (e[1] - b[1]) * k / 2)),
            xy(c),
        )
    return d + ('z' if close else '')


def el(d, fill, **a):
    return '<path d="%s" fill="%s"%s/>' % (d, fill, at(a))


def at(a):
    return ''.join(' %s="%s"' % (k.replace('_', '-'), v) for k, v in a.items() if v is not None)


def st(d, c, w, **a):
    return '<path d="%s" fill="none" stroke="%s" stroke-width="%s"%s/>' % (d, c, w, at(a))


def lg(id, stops, x1=0, y1=0, x2=0, y2=1, user=False):
    s = ''.join(
        '<stop offset="%s" stop-color="%s"%s/>'
        % (
            o,
            c[0] if isinstance(c, tuple) else c,
            ' stop-opacity="%s"' % c[1] if isinstance(c, tuple) else '',
        )
        for o, c in stops
    )
    return '<linearGradient id="%s"%s x1="%s" y1="%s" x2="%s" y2="%s">%s</linearGradient>' % (
        id,
        ' gradientUnits="userSpaceOnUse"' if user else '',
        x1,
        y1,
        x2,
        y2,
        s,
    )


def rg(id, stops):
    s = ''.join(
        '<stop offset="%s" stop-color="%s"%s/>'
        % (
            o,
            c[0] if isinstance(c, tuple) else c,
            ' stop-opacity="%s"' % c[1] if isinstance(c, tuple) else '',
        )
        for o, c in stops
    )
    return '<radialGradient id="%s">%s</radialGradient>' % (id, s)


def ell(cx, cy, rx, ry, fill, **a):
    return '<ellipse cx="%s" cy="%s" rx="%s" ry="%s" fill="%s"%s/>' % (
        n(cx),
        n(cy),
        n(rx),
        n(ry),
        fill,
        at(a),
    )


BL = ''.join(
    '<filter id="b%d" x="-.6" y="-.6" width="2.2" height="2.2"><feGaussianBlur stdDeviation="%d"/></filter>'
    % (k, k)
    for k in (1, 2, 4, 8, 16, 30, 60)
)


def blurbox(k):
    return (
        '<filter id="f%d" x="-.4" y="-.5" width="1.8" height="2"><feGaussianBlur stdDeviation="%d"/></filter>'
        % (k, k)
    )


FIL = (
    BL
    + ''.join(blurbox(k) for k in (1, 2, 4, 8, 16, 30, 60))
    + '''
<filter id="cut" x="-.08" y="-.08" width="1.16" height="1.16"><feTurbulence type="fractalNoise" baseFrequency=".022" numOctaves="3" seed="5" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="7" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter id="cut2" x="-.08" y="-.08" width="1.16" height="1.16"><feTurbulence type="fractalNoise" baseFrequency=".05" numOctaves="3" seed="11" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="5" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter id="wood" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency=".004 .09" numOctaves="4" seed="3"/><feColorMatrix values="0 0 0 0 .05  0 0 0 0 .02  0 0 0 0 .02  0 1.9 0 0 -.72"/><feComposite in2="SourceGraphic" operator="in"/></filter>
<filter id="weave" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency=".35 .12" numOctaves="2" seed="7"/><feColorMatrix values="0 0 0 0 .03  0 0 0 0 .02  0 0 0 0 .03  0 1.6 0 0 -.6"/><feComposite in2="SourceGraphic" operator="in"/></filter>
<filter id="fibre" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency=".012 .03" numOctaves="5" seed="21"/><feColorMatrix values="0 0 0 0 .06  0 0 0 0 .03  0 0 0 0 .04  0 1.7 0 0 -.66"/><feComposite in2="SourceGraphic" operator="in"/></filter>
'''
)


def edge(w=12):
    """displaced edges fray at the border of the canvas: close the picture with a soft band of its own ink"""
    o = '<g id="L9-edge">'
    for i, (x, y, W, H) in enumerate(
        ((0, 0, w, 1080), (1920 - w, 0, w, 1080), (0, 0, 1920, w), (0, 1080 - w, 1920, w))
    ):
        o += '<rect x="%d" y="%d" width="%d" height="%d" fill="url(#edge%d)"/>' % (x, y, W, H, i)
    return o + '</g>'


def edgedefs(ink):
    S = [(0, (ink, 1)), (0.3, (ink, 1)), (1, (ink, 0))]
    return (
        lg('edge0', S, 0, 0, 1, 0)
        + lg('edge1', S, 1, 0, 0, 0)
        + lg('edge2', S, 0, 0, 0, 1)
        + lg('edge3', S, 0, 1, 0, 0)
    )


def lens(x, y, w, h, q):
    """a cloud cut with the knife: tapered, uneven, flat below"""
    m = 7
    U = []
    Lw = []
    for i in range(m + 1):
        u = i / m
        b = (4 * u * (1 - u)) ** 0.7
        U.append((x - w / 2 + w * u, y - h * b * q.uniform(0.7, 1.15)))
        Lw.append(
            (x - w / 2 + w * u + q.uniform(-0.02, 0.02) * w, y + h * 0.35 * b * q.uniform(0.5, 1.2))
        )
    return soft(U + Lw[::-1][1:-1], t=0.5)


def document(defs, groups):
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 1920 1080" width="1920" height="1080"><defs>{defs}</defs>{"".join(groups)}</svg>'
    )


def inked(defs, groups):
    return press.ink_svg(document(defs, groups), round(1920 * SCALE), round(1080 * SCALE))


def pull(name, defs, groups, ink, near, depth=0.5):
    """Ink a room and save it: the last group is what we look past, a layer called `near`."""
    defs = FIL + ''.join(defs) + edgedefs(ink)
    base = inked(defs, groups[:-1] + [edge()])
    front = inked(defs, groups[-1:] + [edge()])
    press.pull(name, base[..., :3], [(near, depth, front)])
