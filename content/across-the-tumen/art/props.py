"""A stage for rooms and close objects: faces and boxes from metres, light laid over daylight colours,
shapes with a lit edge, and the pull of a picture with several layers.  Over ink.py, all SVG text."""
import press
from ink import *


class Stage:
    """Faces of things given in metres, seen by one Cam; `s` collects the SVG text."""

    def __init__(self, cam):
        self.c = cam
        self.s = []

    def add(self, *text):
        self.s.extend(text)

    def face(self, P, col, **a):
        self.s.append(el(poly([self.c(*p) for p in P]), col, **a))

    def edge(self, P, col, w, **a):
        self.s.append(st(line([self.c(*p) for p in P]), col, w, **a))

    def upright(self, x0, x1, y0, y1, z, col, **a):
        self.face([(x0, y1, z), (x1, y1, z), (x1, y0, z), (x0, y0, z)], col, **a)

    def flat(self, x0, x1, z0, z1, y, col, **a):
        self.face([(x0, y, z1), (x1, y, z1), (x1, y, z0), (x0, y, z0)], col, **a)

    def deep(self, x, y0, y1, z0, z1, col, **a):
        self.face([(x, y1, z0), (x, y1, z1), (x, y0, z1), (x, y0, z0)], col, **a)

    def box(self, x0, x1, y0, y1, z0, z1, front, top, side, under=None):
        """Only the faces that the eye can see."""
        ex = 0  # the eye stands at x 0
        if x0 > ex:
            self.deep(x0, y0, y1, z0, z1, side)
        if x1 < ex:
            self.deep(x1, y0, y1, z0, z1, side)
        if y1 < self.c.h:
            self.flat(x0, x1, z0, z1, y1, top)
        if y0 > self.c.h:
            self.flat(x0, x1, z0, z1, y0, under or side)
        self.upright(x0, x1, y0, y1, z0, front)

    def take(self):
        text = ''.join(self.s)
        self.s = []
        return text


def lit(text, dark, lights, name='lit'):
    """Daylight colours under light: lights = [(cx, cy, rx, ry, paint, opacity)], or SVG text."""
    o = ['<rect width="1920" height="1080" fill="%s"/>' % dark]
    for light in lights:
        if not isinstance(light, str):
            cx, cy, rx, ry, paint, op = light
            light = ell(cx, cy, rx, ry, 'url(#%s)' % paint, opacity=op)
        o.append('<g style="mix-blend-mode:screen">' + light + '</g>')
    return (
        '<g id="%s" style="isolation:isolate">' % name
        + text
        + '<g style="mix-blend-mode:multiply">'
        + ''.join(o)
        + '</g></g>'
    )


def screen(text):
    return '<g style="mix-blend-mode:screen">' + text + '</g>'


def pool(name, mid='#f0a95e', far='#a8602f', out='#6b3520', near='#ffe9bd'):
    return rg(
        name,
        [(0, near), (0.2, (near, 0.85)), (0.45, (mid, 0.5)), (0.75, (far, 0.18)), (1, (out, 0))],
    )


def shine(name):
    """What a lamp does to the air."""
    return rg(
        name,
        [
            (0, ('#fff0cc', 0.95)),
            (0.2, ('#ffcf86', 0.55)),
            (0.55, ('#f0a050', 0.16)),
            (1, ('#f0a050', 0)),
        ],
    )


def scrim(name, ink, x1, y1, x2, y2, stops):
    """A veil of the picture's own ink: stops = [(offset, opacity)]."""
    return lg(name, [(o, (ink, a)) for o, a in stops], x1, y1, x2, y2, True)


def veil(name):
    return '<rect width="1920" height="1080" fill="url(#%s)"/>' % name


def pulled(name, defs, base, layers, ink):
    """Ink base and layers = [(layer, depth, SVG text)], back to front, and save them."""
    defs = FIL + ''.join(defs) + edgedefs(ink)
    ground = inked(defs, base + [edge()])[..., :3]
    press.pull(name, ground, [(n_, depth, inked(defs, [text])) for n_, depth, text in layers])
