"""The map maker: numpy relief and cairo lines.

Nothing is written on a map and no road is drawn: the program does that, from the story.
Data: Natural Earth 10m vectors (libmagics++-data), 2-minute relief and NASA/NOAA city lights
(marble-qt-data); all in the public domain.
"""
import math

import cairo
import numpy as np
import shapefile
from PIL import Image
from scipy.ndimage import gaussian_filter, map_coordinates
from shapely.geometry import box, shape

import press

NE = '/usr/share/magics/10m/'
MARBLE = '/usr/share/marble/data/maps/earth/'
shapefile.VERBOSE = False  # one ring of the data is odd; it does no harm
W, H = 2880, 1620  # sharp on a screen of 3840; widths of lines are told for 1920
PEN = W / 1920
EARTH_KM = 6371.0
# the relief raster is 8-bit on a curve; these knots (value -> metres) were fitted against ETOPO5
# fmt: off
VAL = [0, 14, 22, 30, 38, 46, 54, 62, 66, 70, 74, 78, 82, 86, 90, 94, 98, 102, 106, 110, 114, 122, 130,
       138, 146, 154, 162, 170, 178, 186, 194, 202, 210, 218, 226, 234, 244, 255]
MET = [-9000, -7000, -5700, -4720, -3670, -2740, -1840, -1004, -547, -220, -113, -66, -43, -30, -20, -8,
       0, 22, 48, 70, 90, 145, 210, 310, 450, 600, 760, 914, 1143, 1500, 2000, 2700, 3350, 4150, 4870,
       5400, 6200, 7500]
# fmt: on


def rgb(h):
    return np.array([int(h[i : i + 2], 16) for i in (1, 3, 5)], float) / 255


def smooth(a, b, x):
    t = np.clip((x - a) / (b - a), 0, 1)
    return t * t * (3 - 2 * t)


def ramp(st, t):
    xs = [s[0] for s in st]
    cs = np.array([rgb(s[1]) for s in st])
    return np.stack([np.interp(t, xs, cs[:, k]) for k in range(3)], -1)


class LAEA:
    """Lambert azimuthal equal-area on a sphere, centred on the picture; s = px per radian"""

    def __init__(p, lon0, lat0, width_km, w=W, h=H):
        p.w, p.h = w, h
        p.cx, p.cy = w / 2, h / 2
        p.l0, p.f0, p.s = math.radians(lon0), math.radians(lat0), w * EARTH_KM / width_km
        p.cell = width_km * 1000 / w  # metres a pixel
        p.words = {'kind': 'laea', 'centre': [lon0, lat0], 'width-km': width_km}

    def fwd(p, lon, lat):
        l = np.radians(lon) - p.l0
        f = np.radians(lat)
        k = np.sqrt(2 / (1 + math.sin(p.f0) * np.sin(f) + math.cos(p.f0) * np.cos(f) * np.cos(l)))
        return p.cx + p.s * k * np.cos(f) * np.sin(l), p.cy - p.s * k * (
            math.cos(p.f0) * np.sin(f) - math.sin(p.f0) * np.cos(f) * np.cos(l)
        )

    def inv(p, x, y):
        X = (x - p.cx) / p.s
        Y = (p.cy - y) / p.s
        r = np.hypot(X, Y) + 1e-12
        c = 2 * np.arcsin(np.clip(r / 2, -1, 1))
        lat = np.arcsin(np.cos(c) * math.sin(p.f0) + Y * np.sin(c) * math.cos(p.f0) / r)
        lon = p.l0 + np.arctan2(
            X * np.sin(c), r * math.cos(p.f0) * np.cos(c) - Y * math.sin(p.f0) * np.sin(c)
        )
        return np.degrees(lon), np.degrees(lat)


_g = None


def relief_raster():
    """the whole world, 10800x5400, 30 px per degree, from 16x8 tiles"""
    global _g
    if _g is None:
        w = Image.new('L', (16 * 675, 8 * 675))
        for r in range(8):
            for c in range(16):
                w.paste(
                    Image.open(f'{MARBLE}srtm/3/{r:06d}/{r:06d}_{c:06d}.jpg').convert('L'),
                    (c * 675, r * 675),
                )
        _g = np.asarray(w, float)
    return _g


def citylights(lon, lat):
    """night lights 0..1; 7.5 px per degree - only for overview maps"""
    nt = np.asarray(Image.open(MARBLE + 'citylights/citylights.jpg').convert('RGB'), float) / 255
    lum = np.clip(nt[..., 0] * 1.15 - 0.22, 0, 1)
    return np.clip(
        map_coordinates(lum, [(90 - lat) * 7.5 - 0.5, (lon + 180) * 7.5 - 0.5], order=3), 0, 1
    )


def ne(name, bb):
    """Natural Earth layer clipped to bb=(lon0,lat0,lon1,lat1) -> [(geometry, attributes)]"""
    r = shapefile.Reader(NE + name, encoding='utf-8', encodingErrors='replace')
    b = box(*bb)
    out = []
    for i in range(len(r)):
        try:
            sr = r.shapeRecord(i)
        except Exception:
            break  # one file has a short tail
        if not sr.shape.points:
            continue
        if sr.shape.shapeType not in (1, 11):
            x0, y0, x1, y1 = sr.shape.bbox
            if x1 < bb[0] or x0 > bb[2] or y1 < bb[1] or y0 > bb[3]:
                continue
        g = shape(sr.shape.__geo_interface__)
        if not g.is_valid:
            g = g.buffer(0)
        g = g.intersection(b)
        if not g.is_empty:
            out.append((g, sr.record.as_dict()))
    return out


def lines(g):
    t = g.geom_type
    if t == 'LineString':
        yield list(g.coords)
    elif t == 'Polygon':
        yield list(g.exterior.coords)
        for i in g.interiors:
            yield list(i.coords)
    elif hasattr(g, 'geoms'):
        for q in g.geoms:
            yield from lines(q)


def relief(lon, lat, presmooth=0.6, order=3):
    g = relief_raster()
    r0 = int((90 - lat.max()) * 30) - 40
    r1 = int((90 - lat.min()) * 30) + 40
    c0 = int((lon.min() + 180) * 30) - 40
    c1 = int((lon.max() + 180) * 30) + 40
    sub = gaussian_filter(g[r0:r1, c0:c1], presmooth)
    v = map_coordinates(
        sub, [(90 - lat) * 30 - 0.5 - r0, (lon + 180) * 30 - 0.5 - c0], order=order, mode='nearest'
    )
    return np.interp(v, VAL, MET)


def hillshade(z, cell, ex=1.0, az=315, alt=42):
    gy, gx = np.gradient(z * ex, cell)
    a = math.radians(az)
    e = math.radians(alt)
    lx, ly, lz = math.sin(a) * math.cos(e), -math.cos(a) * math.cos(e), math.sin(e)
    return (-gx * lx - gy * ly + lz) / np.sqrt(gx * gx + gy * gy + 1)


def blank(proj):
    """What covers: a surface of alpha alone."""
    s = cairo.ImageSurface(cairo.FORMAT_A8, proj.w, proj.h)
    c = cairo.Context(s)
    c.set_source_rgba(1, 1, 1, 1)
    return s, c


def alpha(s):
    w, h = s.get_width(), s.get_height()
    return np.ndarray((h, s.get_stride()), np.uint8, s.get_data())[:, :w].astype(float) / 255


def cover(polys, proj):
    s, c = blank(proj)
    c.set_fill_rule(cairo.FILL_RULE_EVEN_ODD)
    for g in polys:
        for l in g:
            a = np.asarray(l, float)
            x, y = proj.fwd(a[:, 0], a[:, 1])
            c.move_to(x[0], y[0])
            [c.line_to(u, v) for u, v in zip(x[1:], y[1:])]
            c.close_path()
        c.fill()
    return alpha(s)


def surf(proj):
    s = cairo.ImageSurface(cairo.FORMAT_ARGB32, proj.w, proj.h)
    c = cairo.Context(s)
    c.set_line_join(cairo.LINE_JOIN_ROUND)
    c.set_line_cap(cairo.LINE_CAP_ROUND)
    return s, c


def arr(s):
    a = np.ndarray((s.get_height(), s.get_width(), 4), np.uint8, s.get_data()).astype(float) / 255
    return a[..., 2::-1], a[..., 3]  # premultiplied rgb, alpha


def comp(base, s):
    c, a = arr(s)
    return base * (1 - a[..., None]) + c


def trace(c, proj, l):
    a = np.asarray(l, float)
    x, y = proj.fwd(a[:, 0], a[:, 1])
    c.move_to(x[0], y[0])
    [c.line_to(u, v) for u, v in zip(x[1:], y[1:])]


def chaikin(p, n=2):
    for _ in range(n):
        q = [p[0]]
        for a, b in zip(p, p[1:]):
            q += [
                (0.75 * a[0] + 0.25 * b[0], 0.75 * a[1] + 0.25 * b[1]),
                (0.25 * a[0] + 0.75 * b[0], 0.25 * a[1] + 0.75 * b[1]),
            ]
        p = q + [p[-1]]
    return p


def stroke(c, proj, l, colour, a, width, dash=()):
    trace(c, proj, l)
    c.set_source_rgba(*rgb(colour), a)
    c.set_line_width(width * PEN)
    c.set_dash([v * PEN for v in dash])
    c.stroke()


def ink_borders(im, proj, bb, halo, width, smoothed):
    """Borders as Natural Earth has them, by who holds the ground; disputed ones are dashed."""
    s, c = surf(proj)
    rows = []
    for g, r in ne('ne_10m_admin_0_boundary_lines_land', bb):
        kind = r.get('featurecla') or ''
        if kind.startswith('Overlay'):
            continue  # the edges of a zone round a line that is there already
        disputed = not kind.startswith('International')
        rows += [(chaikin(l, smoothed) if smoothed else l, disputed) for l in lines(g)]
    for l, disputed in rows:
        stroke(c, proj, l, '#ffe9cf', 0.10 if disputed else 0.20, halo)
    for l, disputed in rows:
        stroke(c, proj, l, '#ffe9cf', 0.8, width, (3.2, 4.4) if disputed else ())
    return comp(im, s)


def grid(proj):
    """Longitude and latitude of every pixel's middle."""
    yy, xx = np.mgrid[0 : proj.h, 0 : proj.w] + 0.5
    return proj.inv(xx, yy)


def pull(name, im, proj):
    press.pull_map(name, np.clip(im, 0, 1), proj.words)
