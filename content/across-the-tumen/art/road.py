"""The whole way out: East Asia by night, from the Tumen to Bangkok."""
from cart import *

P = LAEA(114.72, 29.3, 6577)
lon, lat = grid(P)
bb = (70, -3, 165, 58)
land = [list(lines(g)) for g, _ in ne('ne_10m_land', bb)]
bord = [(list(lines(g)), r) for g, r in ne('ne_10m_admin_0_boundary_lines_land', bb)]
riv = [(list(lines(g)), r) for g, r in ne('ne_10m_rivers_lake_centerlines', bb)]
L = cover(land, P)
z = relief(lon, lat, 0.55)
zl = np.maximum(z, 0)
hs = hillshade(gaussian_filter(zl, 0.7), P.cell, 3.2) + 0.35 * (
    hillshade(gaussian_filter(zl, 4), P.cell, 6) - 0.67
)
h = np.clip(zl / 5200, 0, 1) ** 0.55
# land: indigo night lit from the upper left by something warm - three soft tones, as in the scenes
body = ramp(
    [(0, '#2a3150'), (0.25, '#353a5c'), (0.5, '#4a4668'), (0.75, '#675672'), (1, '#8a7284')], h
)
lit = ramp(
    [(0, '#39405f'), (0.25, '#51506f'), (0.5, '#8a6f7c'), (0.75, '#c49a86'), (1, '#f0cfa6')], h
)
dark = ramp([(0, '#1e2440'), (0.4, '#1f2241'), (1, '#2b2848')], h)
t1 = smooth(0.58, 0.66, hs)
t2 = smooth(0.70, 0.86, hs)
col = dark * (1 - t1[..., None]) + body * t1[..., None]
col = col * (1 - t2[..., None]) + lit * t2[..., None]
sea = ramp(
    [(0, '#0a1128'), (0.35, '#0d1732'), (0.7, '#12203f'), (1, '#1b2d50')],
    np.clip(1 + np.minimum(z, 0) / 6500, 0, 1) ** 1.6,
)
seahs = hillshade(gaussian_filter(np.minimum(z, 0), 1.5), P.cell, 1.6) - 0.67
sea = sea * (1 + 0.45 * seahs[..., None])
# shore glow: a pale line of shallow water that fades outward, like engraved waterlines
d = gaussian_filter(L, 9)
sea = sea + (smooth(0.02, 0.5, d) * 0.10)[..., None] * rgb('#8fb3d6')
im = sea * (1 - L[..., None]) + col * L[..., None]
# lights of the cities by night (public-domain NASA/NOAA)
li = citylights(lon, lat)
im = (
    im
    + (gaussian_filter(li, 2.2) ** 1.3)[..., None] * rgb('#ffb860') * 0.42
    + (gaussian_filter(li, 0.6) ** 2.2)[..., None] * rgb('#ffe3b0') * 0.30
)
s, c = surf()
c.set_line_join(cairo.LINE_JOIN_ROUND)
c.set_line_cap(cairo.LINE_CAP_ROUND)
for ls, r in riv:
    sr = r.get('scalerank', 9)
    nm = r.get('name') or ''
    w = {0: 1.9, 1: 1.9, 2: 1.6, 3: 1.35, 4: 1.1, 5: 0.9, 6: 0.75}.get(int(sr), 0.55)
    key = any(k in nm for k in ('Tumen', 'Yalu', 'Mekong', 'Lancang'))
    for l in ls:
        trace(c, P, chaikin([(a[0], a[1]) for a in l], 1))
        c.set_source_rgba(*rgb('#8fc0dc' if key else '#6d9cc0'), 0.95 if key else 0.5)
        c.set_line_width(max(w, 1.5) if key else w)
        c.stroke()
im = comp(im, s)
s, c = surf()
c.set_line_join(cairo.LINE_JOIN_ROUND)
for g in land:
    for l in g:
        trace(c, P, l)
        c.set_source_rgba(*rgb('#a9c3d8'), 0.55)
        c.set_line_width(0.9)
        c.stroke()
im = comp(im, s)
s, c = surf()
c.set_line_join(cairo.LINE_JOIN_ROUND)
for ls, r in bord:
    for l in ls:
        trace(c, P, l)
        c.set_source_rgba(*rgb('#f3e3cd'), 0.16)
        c.set_line_width(4)
        c.set_dash([])
        c.stroke()
    for l in ls:
        trace(c, P, l)
        c.set_source_rgba(*rgb('#f3e3cd'), 0.72)
        c.set_line_width(1.15)
        c.set_dash([6, 3, 1.2, 3])
        c.stroke()
im = comp(im, s)
pull('road', im, P)
