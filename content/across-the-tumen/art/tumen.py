"""The Tumen valley.  Relief between the 2-minute heights is illustrative."""
from scipy.ndimage import distance_transform_edt

from cart import *
from atelier import fbm, ridged

P = LAEA(129.35, 42.42, 450)
lon, lat = grid(P)
bb = (lon.min() - 1.2, lat.min() - 1.2, lon.max() + 1.2, lat.max() + 1.2)
land = [list(lines(g)) for g, _ in ne('ne_10m_land', bb)]
riv = [(list(lines(g)), r) for g, r in ne('ne_10m_rivers_lake_centerlines', bb)]
bord = [(list(lines(g)), r) for g, r in ne('ne_10m_admin_0_boundary_lines_land', bb)]
Lm = cover(land, P)
# --- relief: real 2' heights, then detail grown on top of them where the ground is steep or high
z0 = relief(lon, lat, 1.1, 3)
rough = gaussian_filter(np.hypot(*np.gradient(gaussian_filter(z0, 6), P.cell)), 10)
amp = np.clip(rough * 1.5 + z0 / 9000, 0.02, 0.40)
km = 1000.0
X = (lon - 128) * np.cos(np.radians(42.4)) * 111 * km
Y = lat * 111 * km
wx = X + 2600 * fbm(X / 9000, Y / 9000, 3, 31)
wy = Y + 2600 * fbm(X / 9000 + 5, Y / 9000 + 5, 3, 37)
det = ridged(wx / 10500, wy / 10500, 6, 5, 0.47, 2.03, 0.9) - 0.42
# valleys: rivers pull the ground down so that slopes fall toward them
s = cairo.ImageSurface(cairo.FORMAT_A8, W, H)
c = cairo.Context(s)
c.set_source_rgba(1, 1, 1, 1)
c.set_line_width(3)
allr = [chaikin([(a[0], a[1]) for a in l], 2) for ls, _ in riv for l in ls]
for l in allr:
    trace(c, P, l)
    c.stroke()
rm = np.ndarray((H, s.get_stride()), np.uint8, s.get_data())[:, :W].astype(float) / 255

dr = distance_transform_edt(rm < 0.3) * P.cell
val = 1 - np.exp(-dr / 5200)
z = np.maximum(z0, 0) * (0.55 + 0.45 * val) + det * amp * 1900 * (0.15 + 0.85 * val) * smooth(
    0, 250, z0
)
z = gaussian_filter(z, 0.8) * smooth(0.3, 0.9, gaussian_filter(Lm, 2))
hs = hillshade(z, P.cell, 2.5, 318, 42)
h = np.clip(z / 2100, 0, 1)
body = ramp([(0, '#323a5a'), (0.3, '#44466a'), (0.6, '#62577a'), (1, '#8a7690')], h)
lit = ramp([(0, '#565a78'), (0.3, '#8b7683'), (0.6, '#c9a08d'), (1, '#f6dab2')], h)
dark = ramp([(0, '#20274a'), (0.5, '#262650'), (1, '#35305a')], h)
hq = gaussian_filter(hs, 0.9)
t1 = smooth(0.47, 0.60, hq)
t2 = smooth(0.71, 0.84, hq)
col = dark * (1 - t1[..., None]) + body * t1[..., None]
col = col * (1 - t2[..., None]) + lit * t2[..., None]
gl = gaussian_filter((z > 1500) * 1.0, 3) * smooth(0.5, 0.7, hq)
col = col * (1 - 0.35 * gl[..., None]) + rgb('#f4e8dc') * 0.35 * gl[..., None]
sea = ramp(
    [(0, '#0a1128'), (0.6, '#10203f'), (1, '#1d3358')],
    np.clip(1 + np.minimum(z0, 0) / 2500, 0, 1) ** 1.4,
)
for k, (sg, a) in enumerate([(10, 0.10), (24, 0.10), (46, 0.08)]):
    sea = sea + (smooth(0.12, 0.5, gaussian_filter(Lm, sg)) * a)[..., None] * rgb('#8fb3d6')
im = sea * (1 - Lm[..., None]) + col * Lm[..., None]
s, c = surf()
c.set_line_join(1)
c.set_line_cap(1)
for ls, r in riv:
    for l in ls:
        trace(c, P, chaikin([(a[0], a[1]) for a in l], 2))
        c.set_source_rgba(*rgb('#9fd0ea'), 0.95)
        c.set_line_width(3.4 if r.get('name') == 'Tumen' else 2.2)
        c.stroke()
im = comp(im, s)
s, c = surf()
for g in land:
    for l in g:
        trace(c, P, chaikin([(a[0], a[1]) for a in l], 2))
        c.set_source_rgba(*rgb('#bcd4e6'), 0.7)
        c.set_line_width(1.3)
        c.stroke()
for ls, r in bord:
    for l in ls:
        q = chaikin([(a[0], a[1]) for a in l], 2)
        trace(c, P, q)
        c.set_source_rgba(*rgb('#ffe9cf'), 0.20)
        c.set_line_width(11)
        c.set_dash([])
        c.stroke()
        trace(c, P, q)
        c.set_source_rgba(*rgb('#ffe9cf'), 0.8)
        c.set_line_width(1.5)
        c.set_dash([9, 4, 1.5, 4])
        c.stroke()
c.set_dash([])
im = comp(im, s)
pull('tumen', im, P)
