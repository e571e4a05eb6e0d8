"""What the close maps share: true heights, finer ridges grown on them, rivers, borders and coast.

Relief between the 2-minute heights is illustrative; coasts, rivers and borders are the data's own.
"""
from scipy.ndimage import distance_transform_edt

from atelier import fbm, ridged
from cart import *

KM = 1000.0
FIRST_CELL = 234.375  # metres a pixel of the map that the blurs were chosen on


def ridges(z0, lon, lat, P, q):
    """Detail where the ground is steep or high; by how much is the second answer."""
    rough = gaussian_filter(np.hypot(*np.gradient(gaussian_filter(z0, 6 * q), P.cell)), 10 * q)
    amp = np.clip(rough * 1.5 + z0 / 9000, 0.02, 0.40)
    X = (lon - 128) * math.cos(P.f0) * 111 * KM
    Y = lat * 111 * KM
    wx = X + 2600 * fbm(X / 9000, Y / 9000, 3, 31)
    wy = Y + 2600 * fbm(X / 9000 + 5, Y / 9000 + 5, 3, 37)
    return ridged(wx / 10500, wy / 10500, 6, 5, 0.47, 2.03, 0.9) - 0.42, amp


def carved(z0, rivers, lon, lat, P, L, q, grown):
    """Rivers pull the ground down, so that slopes fall toward them."""
    s, c = blank(P)
    c.set_line_width(3 * PEN)
    for l in rivers:
        trace(c, P, l)
        c.stroke()
    dr = distance_transform_edt(alpha(s) < 0.3) * P.cell
    val = 1 - np.exp(-dr / 5200)
    det, amp = ridges(z0, lon, lat, P, q)
    z = np.maximum(z0, 0) * (0.55 + 0.45 * val)
    z = z + grown * det * amp * 1900 * (0.15 + 0.85 * val) * smooth(0, 250, z0)
    return gaussian_filter(z, 0.8 * q) * smooth(0.3, 0.9, gaussian_filter(L, 2 * q))


def lit_ground(z, P, top, steep, broad):
    """Three soft tones, as in the scenes; the highest snow a little paler.  `broad`: how much whole
    ranges are shaded beside their single slopes."""
    hs = gaussian_filter(hillshade(z, P.cell, steep, 318, 42), 0.9)
    if broad:
        hs = hs + broad * (hillshade(gaussian_filter(z, 6), P.cell, 2 * steep, 318, 42) - 0.67)
    h = np.clip(z / top, 0, 1)
    body = ramp([(0, '#323a5a'), (0.3, '#44466a'), (0.6, '#62577a'), (1, '#8a7690')], h)
    lit = ramp([(0, '#565a78'), (0.3, '#8b7683'), (0.6, '#c9a08d'), (1, '#f6dab2')], h)
    dark = ramp([(0, '#20274a'), (0.5, '#262650'), (1, '#35305a')], h)
    t1 = smooth(0.47, 0.60, hs)[..., None]
    t2 = smooth(0.71, 0.84, hs)[..., None]
    col = dark * (1 - t1) + body * t1
    col = col * (1 - t2) + lit * t2
    snow = 0.35 * (gaussian_filter((z > 0.71 * top) * 1.0, 3) * smooth(0.5, 0.7, hs))[..., None]
    return col * (1 - snow) + rgb('#f4e8dc') * snow


def waters(z0, L):
    sea = ramp(
        [(0, '#0a1128'), (0.6, '#10203f'), (1, '#1d3358')],
        np.clip(1 + np.minimum(z0, 0) / 2500, 0, 1) ** 1.4,
    )
    for sg, a in [(10, 0.10), (24, 0.10), (46, 0.08)]:
        sea = sea + (smooth(0.12, 0.5, gaussian_filter(L, sg * PEN)) * a)[..., None] * rgb('#8fb3d6')
    return sea


def draw(
    name, P, key, top=2100, steep=2.5, broad=0, blur=1.1, grown=1, widths=(3.0, 2.0), border=(9, 1.5)
):
    """`key`: the rivers that matter, the wider of `widths`; `top`: metres that are drawn brightest;
    `blur`: of the data's heights, in its own cells; `grown`: how high the finer ridges are."""
    q = FIRST_CELL / P.cell
    lon, lat = grid(P)
    bb = (lon.min() - 1.2, lat.min() - 1.2, lon.max() + 1.2, lat.max() + 1.2)
    land = [list(lines(g)) for g, _ in ne('ne_10m_land', bb)]
    riv = [
        (chaikin(l, 2), r.get('name') in key)
        for g, r in ne('ne_10m_rivers_lake_centerlines', bb)
        for l in lines(g)
    ]
    L = cover(land, P)
    z0 = relief(lon, lat, blur, 3)
    z = carved(z0, [l for l, _ in riv], lon, lat, P, L, q, grown)
    im = waters(z0, L) * (1 - L[..., None]) + lit_ground(z, P, top, steep, broad) * L[..., None]
    im = ink_borders(im, P, bb, *border, 2)
    # the rivers over the borders that run along them
    s, c = surf(P)
    for l, matters in sorted(riv, key=lambda row: row[1]):
        stroke(c, P, l, '#9fd0ea', 0.95 if matters else 0.6, widths[0 if matters else 1])
    for g in land:
        for l in g:
            stroke(c, P, chaikin(l, 2), '#bcd4e6', 0.7, 1.3)
    pull(name, comp(im, s), P)
