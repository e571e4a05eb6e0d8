"""Yun-a and Sol from behind, large enough for folds: limbs by their joints, every part in four tones.

A figure stands in a box 100 high, the feet at 0,0 and y downward; faces are never drawn.
"""
import math

from ink import n, soft

_ids = [0]


def limb(joints, widths):
    """A sleeve or a trouser leg through its joints, tapering; the end is round."""
    left, right = [], []
    for i, (x, y) in enumerate(joints):
        a, b = joints[max(i - 1, 0)], joints[min(i + 1, len(joints) - 1)]
        m = math.hypot(b[0] - a[0], b[1] - a[1]) or 1
        dx, dy = (b[0] - a[0]) / m, (b[1] - a[1]) / m
        w = widths[i] / 2
        left.append((x + dy * w, y - dx * w))
        right.append((x - dy * w, y + dx * w))
        if i == len(joints) - 1:
            left.append((x + dx * w * 0.7, y + dy * w * 0.7))
    return soft(left + right[::-1], t=0.5)


def cel(d, tones, lx, depth=1.0, extra=''):
    """One part: rim, light, body and shade, cut by shifting the shape away from the light."""
    _ids[0] += 1
    i = f'k{_ids[0]}'
    rim, lit, body, shade = tones
    o = f'<clipPath id="{i}"><path d="{d}"/></clipPath><g clip-path="url(#{i})">'
    for by, col in ((0, rim), (0.9, lit), (3.4 * depth, body), (11.0 * depth, shade)):
        if col:
            o += f'<path d="{d}" transform="translate({n(-lx*by)},{n(by*.28)})" fill="{col}"/>'
    return o + extra + '</g>'


def folds(lines, col, w=0.9, op=0.55):
    d = ''.join(lines)
    return (
        f'<path d="{d}" fill="none" stroke="{col}" stroke-width="{w}" '
        f'stroke-linecap="round" opacity="{op}"/>'
    )


WOMAN = {
    'coat': 'M-5,-85C-11,-84.5 -15.5,-81 -16,-75L-14.6,-58C-15,-50 -17.6,-42 -18.4,-33.5'
    'C-12,-30.6 12,-30.9 18,-33.8C17.5,-42 15,-50 14.6,-58L16,-75C15.5,-81 11,-84.5 5,-85z',
    'quilt': [
        'M-16,-72.5C-6,-70 6,-70.4 16,-73',
        'M-15,-62.5C-6,-60.4 6,-60.6 15,-63',
        'M-15.6,-52C-6,-49.4 6,-49.8 15.4,-52.6',
        'M-17,-42C-6,-39.2 6,-39.6 17,-42.6',
    ],
    'shoulder': 11.4,
    'top': -79.4,
    'elbow': -62,
    'hand': -45.5,
    'hip': 5,
    'hem': -38,
    'sleeve': (9.4, 8.0, 6.4),
    'leg': (8.8, 7.6, 6.4),
}
CHILD = {
    'coat': 'M-6,-78.5C-13,-78 -17.6,-74 -18.2,-67L-17.2,-50C-18,-43 -20,-37 -20.8,-30.5'
    'C-13,-27.8 13,-28 20.6,-30.7C20,-37 18,-43 17.2,-50L18.2,-67C17.6,-74 13,-78 6,-78.5z',
    'quilt': [
        'M-18,-64C-7,-61 7,-61.4 18,-64.4',
        'M-17.6,-53C-7,-50 7,-50.4 17.6,-53.4',
        'M-19,-41.5C-7,-38.4 7,-38.8 19,-41.8',
    ],
    'shoulder': 13.0,
    'top': -72.6,
    'elbow': -57,
    'hand': -41,
    'hip': 5.6,
    'hem': -34,
    'sleeve': (10.6, 9.0, 7.6),
    'leg': (10.4, 9.0, 7.8),
}
SCARF = (
    'M0,-100.4C-6.6,-100.4 -9.4,-95.4 -8.9,-89.4C-8.6,-86 -10,-83 -13.4,-80.2'
    'C-9,-77.6 -4.4,-76 -.6,-69.6C3.8,-76 9,-77.8 13.2,-80.4C10,-83.2 8.6,-86 8.9,-89.4'
    'C9.4,-95.4 6.6,-100.4 0,-100.4z'
)
HAIR = (
    'M0,-99.4C-6.2,-99.4 -8.6,-94.6 -8.2,-89.4C-8,-86 -6.6,-83.4 -5.2,-81.6'
    'C-2,-80.6 2,-80.6 5.2,-81.6C6.6,-83.4 8,-86 8.2,-89.4C8.6,-94.6 6.2,-99.4 0,-99.4z'
)
HOOD = (
    'M0,-100.6C-7.4,-100.6 -10.6,-95 -10,-88.6C-9.8,-85.6 -11,-82.4 -11.6,-79.6'
    'C-6,-75.4 6,-75.4 11.6,-79.6C11,-82.4 9.8,-85.6 10,-88.6C10.6,-95 7.4,-100.6 0,-100.6z'
)
BUNDLE = (
    'M-15,-63C-16.6,-57 -13,-50.4 -6,-48.6C0,-47.2 8,-48 12.4,-52C16.6,-56 16,-63.4 11.6,-66.8'
    'C6,-70.6 -4,-71 -9,-69C-12.4,-67.8 -14.2,-66 -15,-63z'
)
HAT = (
    'M0,-100C-9,-100 -12.4,-93 -12,-84.6C-12,-81.8 -6,-80.6 0,-80.6S12,-81.8 12,-84.6'
    'C12.4,-93 9,-100 0,-100z'
)


def figure(
    kind,
    x,
    y,
    h,
    pal,
    lx=1,
    arms=(None, None),
    legs=(None, None),
    tilt=0,
    hands=('mitt', 'mitt'),
    scarf=True,
    sit=False,
    held='',
    turn=0,
):
    """kind 'woman' or 'child'.  pal: coat, trousers, boot, head, mitt, each (rim, light, body, shade),
    and 'fold'.  arms and legs: joints, left and right as we see them; None hangs or stands.
    held: what the hands hold, in the same box, drawn before the arms.  turn: the head's shift."""
    g = WOMAN if kind == 'woman' else CHILD
    fold = pal['fold']
    o = []
    for s, leg in zip((-1, 1), legs):
        if sit:
            break
        p = leg or [(s * g['hip'], g['hem']), (s * g['hip'] * 1.08, -20), (s * g['hip'] * 1.15, -5)]
        o.append(cel(limb(p, g['leg']), pal['trousers'], lx, 0.6))
        fx, fy = p[-1]
        boot = (
            f'M{n(fx-4.4)},{n(fy-4)}C{n(fx-4.2)},{n(fy-1)} {n(fx-5.2)},{n(fy+2)} {n(fx-5)},{n(fy+4)}'
            f'C{n(fx-4.6)},{n(fy+5.6)} {n(fx+4.6)},{n(fy+5.6)} {n(fx+5)},{n(fy+4)}'
            f'C{n(fx+5.2)},{n(fy+2)} {n(fx+4.2)},{n(fy-1)} {n(fx+4.4)},{n(fy-4)}z'
        )
        o.append(cel(boot, pal['boot'], lx, 0.5))
    o.append(held)
    back = [i for i, a in enumerate(arms) if a and len(a) > 3 and a[3] == 'back']
    front = [i for i in (0, 1) if i not in back]

    def arm(i):
        s = (-1, 1)[i]
        p = arms[i] or [
            (s * g['shoulder'], g['top']),
            (s * (g['shoulder'] + 4.4), g['elbow']),
            (s * (g['shoulder'] + 4.8), g['hand']),
        ]
        p = list(p[:3])
        q = ''
        cloth = pal['coat'] if s == lx else pal['coat'][1:2] * 2 + pal['coat'][2:]
        (ax, ay), (bx, by) = p[1], p[2]
        m = math.hypot(bx - ax, by - ay) or 1
        hx, hy = bx + (bx - ax) / m * 2.6, by + (by - ay) / m * 2.6
        if hands[i]:
            w = g['sleeve'][2]
            q += cel(
                limb(
                    [(bx, by), (hx, hy), (hx + (bx - ax) / m * 2.4, hy + (by - ay) / m * 2.4)],
                    (w * 0.8, w * 0.92, w * 0.62),
                ),
                pal['mitt'],
                lx,
                0.5,
            )
        q += cel(
            limb(p, g['sleeve']),
            cloth,
            lx,
            0.55,
            folds(
                [
                    f'M{n(ax-4)},{n(ay-2.4)}q4,2.2 8,.2',
                    f'M{n(ax-3.6)},{n(ay+1)}q3.6,1.8 7.4,-.2',
                    f'M{n((ax+bx)/2-4)},{n((ay+by)/2)}q4,1.8 8,0',
                ],
                fold,
                0.7,
                0.5,
            ),
        )
        return q

    o += [arm(i) for i in back]
    coat = g['coat']
    if sit:
        coat = (
            'M-5,-85C-11,-84.5 -15,-81 -16,-74C-16.4,-64 -17,-56 -20,-46C-23,-37 -24,-30 -21,-27'
            'C-12,-25 12,-25 21,-27C24,-30 23,-37 20,-46C17,-56 16.4,-64 16,-74C15,-81 11,-84.5 5,-85z'
        )
        if kind == 'child':
            coat = (
                'M-6,-78.5C-13,-78 -17,-74 -18,-67C-18.4,-58 -19,-51 -22,-42C-25,-33 -26,-28 -23,-25'
                'C-12,-23 12,-23 23,-25C26,-28 25,-33 22,-42C19,-51 18.4,-58 18,-67C17,-74 13,-78 6,-78.5z'
            )
    seam = 'M0,-76C.8,-62 .6,-50 0,-32'
    o.append(
        cel(
            coat,
            pal['coat'],
            lx,
            1.0,
            folds(g['quilt'], fold, 0.8, 0.5)
            + folds([seam], fold, 0.7, 0.35)
            + f'<path d="M-22,-36C-10,-31.5 10,-31.5 22,-36V-26H-22z" fill="{fold}" opacity=".4"/>'
            + f'<ellipse cx="{turn}" cy="-78" rx="15" ry="6" fill="{fold}" opacity=".55"/>',
        )
    )
    o += [arm(i) for i in front]
    if kind == 'child':
        o.append(
            f'<g transform="translate({turn},0)">'
            + ''.join(
                cel(
                    f'M{n(s*8.6)},-84C{n(s*11.4)},-78 {n(s*10.6)},-72 {n(s*9.4)},-64'
                    f'L{n(s*6.6)},-64C{n(s*5.4)},-70 {n(s*5.4)},-76 {n(s*5)},-82z',
                    pal['hair'],
                    lx,
                    0.35,
                )
                for s in (-1, 1)
            )
            + cel('M-9.4,-86L-7,-76.6C-3,-75.4 3,-75.4 7,-76.6L9.4,-86z', pal['hair'], lx, 0.5)
            + cel(
                HAT,
                pal['head'],
                lx,
                0.9,
                folds(['M-12,-87C-6,-84.6 6,-84.6 12,-87'], fold, 1.0, 0.7)
                + folds(
                    [
                        'M-7.6,-98C-9,-94 -9,-90 -8.4,-87',
                        'M-3.2,-99.6C-4,-95 -4,-90 -3.6,-86',
                        'M3.2,-99.6C4,-95 4,-90 3.6,-86',
                        'M7.6,-98C9,-94 9,-90 8.4,-87',
                    ],
                    fold,
                    0.6,
                    0.4,
                ),
            )
            + '</g>'
        )
    elif scarf == 'hood':  # the scarf is a bundle, tied across her back
        red = pal['head']
        o.append(
            cel('M9,-84L15,-78L-13.6,-45L-17,-50z', red, lx, 0.5)
            + cel(
                BUNDLE,
                red,
                lx,
                1.1,
                folds(
                    [
                        'M-14,-60C-8,-58 -4,-61 -1,-65',
                        'M-12,-54C-6,-54 0,-58 1,-63',
                        'M-2,-49C2,-53 3,-58 2.6,-63',
                        'M8,-50C8,-55 6,-60 4,-63.6',
                        'M14,-58C10,-61 7,-62.6 4.6,-64',
                    ],
                    red[3],
                    1.1,
                    0.9,
                ),
            )
            + cel('M-1,-67.4C-5,-71.6 -9,-71.4 -9.6,-68.6C-9,-66 -5,-65.2 -1,-65.6z', red, lx, 0.3)
            + cel('M3,-67.4C6,-72 10.4,-73 11.4,-70C11,-67 7,-65.6 3,-65.6z', red, lx, 0.3)
            + cel('M-2,-68.4C-2,-63.6 4.6,-63.6 4.6,-68.4C3,-70 -.6,-70 -2,-68.4z', red, lx, 0.3)
            + f'<g transform="translate({turn},0)">'
            + cel(
                HOOD,
                pal['coat'],
                lx,
                0.9,
                folds(
                    [
                        'M-9.6,-85.6C-4,-82.4 4,-82.4 9.6,-85.6',
                        'M0,-100C1.4,-94 1.2,-88 .4,-83',
                        'M-6,-98C-7.4,-93 -7,-88 -6,-84.6',
                    ],
                    fold,
                    0.8,
                    0.6,
                ),
            )
            + '</g>'
        )
    elif scarf:
        o.append(
            f'<g transform="translate({turn},0)">'
            + cel(
                SCARF,
                pal['head'],
                lx,
                0.85,
                folds(
                    [
                        'M-8.8,-87.4C-4,-84.8 4,-84.8 8.8,-87.4',
                        'M-8,-84.4C-5,-82 -2.4,-78 -.9,-72.4',
                        'M7.6,-84.6C5,-82 2.6,-78.6 .7,-73',
                        'M-.4,-84.6C-.8,-80 -.7,-76 -.6,-71.4',
                        'M-6.6,-97C-8,-93.6 -7.8,-90 -7,-87.6',
                    ],
                    pal['head'][3],
                    0.9,
                    0.9,
                ),
            )
            + '</g>'
        )
    else:
        o.append(
            f'<g transform="translate({turn},0)">'
            + cel(
                'M-9,-84C-5,-81 5,-81 9,-84L10,-79C4,-76.6 -4,-76.6 -10,-79z', pal['coat'], lx, 0.4
            )
            + cel(
                HAIR,
                pal['hair'],
                lx,
                0.6,
                folds(
                    ['M-4,-98C-6,-92 -5,-86 -2,-83', 'M3,-98.6C5,-93 4.6,-87 2,-83'], fold, 0.6, 0.5
                ),
            )
            + cel(
                'M-2.6,-86C-4.6,-83.6 -3.4,-79.4 0,-79.2S4.6,-83.6 2.6,-86z', pal['hair'], lx, 0.4
            )
            + '</g>'
        )
    u = h / 100
    return (
        f'<g transform="translate({n(x)},{n(y)}) rotate({tilt}) scale({u:.4f})">'
        + ''.join(o)
        + '</g>'
    )
