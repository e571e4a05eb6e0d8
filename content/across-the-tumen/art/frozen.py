"""River ice for landscapes: swept snow, bare ice and cracks, laid in world metres so that they lie flat."""
from atelier import *


def flat_world(cam, hor, f):
    """World x and z of a plain at height 0 under every pixel; above the horizon, very far."""
    z = cam * f / np.maximum(YY - hor, 0.6)
    return (XX - W / 2) * z / f, z


def ice(wet, cam, hor, f, base, snow, dark, edge, k=1.0, seed=31, swept=0.0, reach=(6, 22)):
    """Colour of the ice.  base: (H,W,3) of the sky it mirrors; snow, dark: (far, near) colours;
    wet: mask of the river; k: size of the drifts; swept: more snow or less."""
    x, z = flat_world(cam, hor, f)
    near = smooth(hor, H, YY)
    seen = smooth(14 * k * f, 3 * k * f, z * z / 60)  # far off the small marks run together
    drift = fbm(
        x / (74 * k) + 0.4 * fbm(x / (150 * k), z / (90 * k), 2, seed + 5), z / (30 * k), 5, seed
    )
    col = mixc(
        base, mixc(rgb(snow[0]), rgb(snow[1]), near), smooth(0.02, 0.10, drift + swept) * 0.6
    )
    bare = fbm(x / (110 * k) + 3, z / (40 * k) + 2, 4, seed + 20)
    col = mixc(
        col,
        mixc(rgb(dark[0]), rgb(dark[1]), near),
        smooth(0.13, 0.19, bare - swept) * 0.55,
    )
    rough = fbm(x / (9 * k), z / (5 * k), 3, seed + 33)
    col = mixc(col, rgb(edge), smooth(0.22, 0.30, rough) * 0.16 * seen)
    for i, (a, b) in enumerate(((120, 70), (52, 34))):
        n_ = np.abs(
            perlin(
                x / (a * k) + 0.25 * fbm(x / (20 * k), z / (20 * k), 2, seed + 50 + i),
                z / (b * k),
                seed + 40 + i,
            )
        )
        thin = np.clip(z / f * 1.1 / (b * k), 0.002, 0.03)
        crack = smooth(thin * 1.6, thin * 0.4, n_) * smooth(0.03, 0.012, thin)
        keep = smooth(-0.05, 0.1, fbm(x / (60 * k), z / (60 * k), 2, seed + 60 + i))
        col = mixc(col, rgb(edge), crack * keep * 0.55)
    shore = gaussian_filter((wet < 0.5).astype(float), (reach[0] * S, reach[1] * S))
    t = smooth(0.16, 0.22, shore + 0.14 * fbm(x / (20 * k), z / (14 * k), 4, seed + 70))
    return mixc(col, rgb(edge), t * 0.7)


def bank_line(river, half, side, off):
    """A line along the river: its middle moved sideways (side 1 or -1) by half its width and off."""
    out = []
    for i, (x, z) in enumerate(river):
        a, b = river[max(i - 1, 0)], river[min(i + 1, len(river) - 1)]
        m = math.hypot(b[0] - a[0], b[1] - a[1]) or 1
        w = float(half(z)) + off
        out.append((x - (b[1] - a[1]) / m * w * side, z + (b[0] - a[0]) / m * w * side))
    return chaikin(out[:-1:3] + [out[-1]], 3)


def along(pts, gap):
    """Places on a line, every gap metres."""
    out, rest = [], 0.0
    for (ax, az), (bx, bz) in zip(pts, pts[1:]):
        ln = math.hypot(bx - ax, bz - az)
        s = rest
        while s < ln:
            out.append((ax + (bx - ax) * s / ln, az + (bz - az) * s / ln))
            s += gap
        rest = s - ln
    return out
