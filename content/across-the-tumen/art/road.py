"""The whole way out: East Asia by night, from the Tumen to Bangkok."""
from cart import *

P = LAEA(114.72, 30.6, 7500)
lon, lat = grid(P)
bb = (66, -5, 170, 62)
land = [list(lines(g)) for g, _ in ne('ne_10m_land', bb)]
riv = [(list(lines(g)), r) for g, r in ne('ne_10m_rivers_lake_centerlines', bb)]
L = cover(land, P)
z = relief(lon, lat, 0.55)
zl = np.maximum(z, 0)
hs = hillshade(gaussian_filter(zl, 0.7 * PEN), P.cell, 3.2) + 0.35 * (
    hillshade(gaussian_filter(zl, 4 * PEN), P.cell, 6) - 0.67
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
seahs = hillshade(gaussian_filter(np.minimum(z, 0), 1.5 * PEN), P.cell, 1.6) - 0.67
sea = sea * (1 + 0.45 * seahs[..., None])
# shore glow: a pale line of shallow water that fades outward, like engraved waterlines
d = gaussian_filter(L, 9 * PEN)
sea = sea + (smooth(0.02, 0.5, d) * 0.10)[..., None] * rgb('#8fb3d6')
im = sea * (1 - L[..., None]) + col * L[..., None]
# lights of the cities by night (public-domain NASA/NOAA)
li = citylights(lon, lat)
im = (
    im
    + (gaussian_filter(li, 2.2 * PEN) ** 1.3)[..., None] * rgb('#ffb860') * 0.42
    + (gaussian_filter(li, 0.6 * PEN) ** 2.2)[..., None] * rgb('#ffe3b0') * 0.30
)
im = ink_borders(im, P, bb, 3.4, 0.8, 0)
# the rivers over the borders that run along them
KEY = ('Tumen', 'Yalu', 'Mekong', 'Lancang (Mekong)')
SEOUL_KEY = ('Han', 'Namhan')  # there is a Han in China too
WIDTHS = {0: 1.9, 1: 1.9, 2: 1.6, 3: 1.35, 4: 1.1, 5: 0.9, 6: 0.75}


def matters(ls, r):
    return r.get('name') in KEY or (r.get('name') in SEOUL_KEY and ls[0][0][0] > 120)


s, c = surf(P)
for ls, r in sorted(riv, key=lambda row: matters(*row)):
    key = matters(ls, r)
    w = WIDTHS.get(int(r.get('scalerank', 9)), 0.55)
    for l in ls:
        l = chaikin(l, 1)
        stroke(c, P, l, '#8fc0dc' if key else '#6d9cc0', 0.95 if key else 0.5, max(w, 1.5) if key else w)
im = comp(im, s)
s, c = surf(P)
for g in land:
    for l in g:
        stroke(c, P, l, '#a9c3d8', 0.55, 0.9)
im = comp(im, s)
pull('road', im, P)
