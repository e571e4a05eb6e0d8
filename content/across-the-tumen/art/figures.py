"""People of the rooms: bodies in a frame of their own (z is where they face, metres of a woman of
1.58 m), without faces.  Every part is a Solid of rays.py."""
import numpy as np

from rays import Place, turned, unit


def bend(a, c, first, second, hint):
    """The joint between a and c: two bones of given lengths, bent towards the hint."""
    a, c = np.array(a, float), np.array(c, float)
    d = c - a
    far = min(np.linalg.norm(d), (first + second) * 0.999)
    way = unit(d)
    k = (first**2 - second**2 + far**2) / (2 * far)
    out = np.array(hint, float)
    out = unit(out - way * (out @ way))
    return a + way * k + out * np.sqrt(max(first**2 - k**2, 0)), a + way * far


def hand(
    room,
    place,
    at,
    ahead,
    palm,
    skin,
    curl=0.5,
    spread=0.15,
    size=1.0,
    layer=0,
    fingers=None,
    thumb=0.5,
    side=1,
):
    """A hand from the wrist: ahead is where the knuckles are, palm where the palm looks.
    curl 0 is flat, 1 a fist; fingers may give each its own."""
    at = np.array(at, float)
    y = unit(ahead)
    z = np.array(palm, float)
    z = unit(z - y * (z @ y))
    x = np.cross(y, z) * side
    g = room.solid(skin, 0.022 * size, layer=layer, place=place)
    P = lambda a, b, c: at + (x * a + y * b + z * c) * size
    g.limb(P(0, -0.03, 0), P(0, 0.02, 0), 0.026 * size, 0.029 * size)
    g.limb(P(-0.018, 0.04, 0), P(-0.026, 0.082, 0), 0.019 * size, 0.016 * size)
    g.limb(P(0.0, 0.035, 0), P(0.0, 0.088, 0), 0.021 * size, 0.016 * size)
    g.limb(P(0.018, 0.04, 0), P(0.026, 0.08, 0), 0.019 * size, 0.015 * size)
    lengths = (0.070, 0.080, 0.075, 0.058)
    for i in range(4):
        u = (-0.030 + 0.0205 * i) * -1
        c = fingers[i] if fingers else curl
        a = P(u, 0.088 - 0.004 * abs(i - 1), -0.002)
        tilt = u * spread * 12
        ang = 0.15 + c * 1.35
        p, way = a, 0.0
        total = lengths[i]
        for part, thick in ((0.46, 0.0098), (0.30, 0.0090), (0.24, 0.0080)):
            way += ang * (0.75 if part > 0.4 else 1.0)
            step = x * tilt * np.cos(way) * 0.6 + y * np.cos(way) + z * np.sin(way)
            q = p + unit(step) * total * part * size
            g.limb(p, q, thick * size, thick * 0.93 * size, melt=0.007 * size)
            p = q
    t0 = P(0.03, 0.012, 0.006)
    t1 = P(0.046 + 0.012 * (1 - thumb), 0.048, 0.018 + 0.018 * thumb)
    t2 = P(0.050 - 0.028 * thumb, 0.084, 0.026 + 0.026 * thumb)
    g.limb(t0, t1, 0.0165 * size, 0.0125 * size)
    g.limb(t1, t2, 0.0118 * size, 0.0095 * size, melt=0.008 * size)
    return g


def body(
    room,
    at,
    yaw,
    M,
    pose='kneel',
    lean=12.0,
    nod=10.0,
    turn=0.0,
    scale=1.0,
    arms=(),
    head=1.0,
    layer=0,
    puff=1.0,
    hair='bun',
    folds=0.007,
    bands=False,
    freq=(13, 8, 13),
    twist=0.0,
    tilt=0.0,
    skirt=False,
    feet=True,
    sleeve=1.0,
):
    """M has coat, legs, skin, hair, sole.  arms = [(hand, elbow hint)] right then left, in the
    body's own frame and size.  turn is the head's yaw, tilt its roll."""
    place = Place(at, yaw, scale)
    kw = dict(layer=layer, place=place)
    S = lambda m, k, **q: room.solid(M[m], k, **dict(kw, **q))
    hip = {'kneel': 0.25, 'cross': 0.15, 'chair': 0.53, 'stand': 0.88, 'long': 0.13}[pose]
    spine = np.array([0, np.cos(np.radians(lean)), np.sin(np.radians(lean))])
    pelvis = np.array([0, hip, 0.0])
    T = turned(twist)
    chest = pelvis + spine * 0.30
    neck = pelvis + spine * 0.475
    across = T @ np.array([1.0, 0, 0])
    sh = [neck - spine * 0.045 + across * 0.165 * s for s in (1, -1)]
    # the coat
    p = puff
    quilt = tuple(place.axes @ spine * (38.0 / scale)) if bands else freq
    g = S('coat', 0.09, folds=0.011 if bands else folds, freq=quilt, bands=bands)
    g.egg(pelvis + (0, 0.02, 0), (0.158 * p, 0.15, 0.135 * p), pitch=lean)
    g.limb(pelvis, chest, 0.125 * p, 0.135 * p)
    g.egg(chest, (0.165 * p, 0.19, 0.118 * p), pitch=lean, yaw=twist)
    g.limb(sh[0] - spine * 0.02, sh[1] - spine * 0.02, 0.07 * p, melt=0.1)
    g.limb(neck - spine * 0.05, neck + spine * 0.012, 0.085 * p, 0.058, melt=0.06)
    # sleeves: bodies of their own, so that the arm stands off
    ends = []
    for i, (end, hint) in enumerate(arms):
        a = sh[i]
        elbow, wrist = bend(a, end, 0.265, 0.235, hint)
        s = S('coat', 0.05, folds=folds, freq=freq)
        s.limb(a, elbow, 0.068 * p, 0.055 * p * sleeve)
        s.limb(elbow, wrist, 0.055 * p * sleeve, 0.042 * p * sleeve)
        ends.append((wrist, unit(wrist - elbow)))
    # legs
    g = S('legs', 0.05, folds=0.006, freq=(11, 7, 11))
    if pose == 'kneel':
        for s in (1, -1):
            g.limb((0.085 * s, 0.2, 0.0), (0.12 * s, 0.10, 0.36), 0.105, 0.075)
            g.limb((0.12 * s, 0.08, 0.34), (0.085 * s, 0.065, -0.08), 0.065, 0.055)
        soles = [
            ((0.08 * s, 0.055, -0.10), (0.05 * s, 0.035, -0.27), (0.045, 0.033)) for s in (1, -1)
        ]
    elif pose == 'cross':
        for s in (1, -1):
            g.limb((0.09 * s, 0.14, 0.0), (0.33 * s, 0.14, 0.24), 0.105, 0.072)
            g.limb((0.33 * s, 0.13, 0.24), (-0.05 * s, 0.065, 0.30), 0.068, 0.05)
        soles = [
            ((-0.07 * s, 0.05, 0.30), (-0.18 * s, 0.045, 0.27), (0.04, 0.034)) for s in (1, -1)
        ]
    elif pose == 'long':  # knees drawn up
        for s in (1, -1):
            g.limb((0.09 * s, 0.12, 0.0), (0.10 * s, 0.44, 0.27), 0.10, 0.068)
            g.limb((0.10 * s, 0.44, 0.27), (0.10 * s, 0.08, 0.40), 0.062, 0.045)
        soles = [((0.10 * s, 0.05, 0.38), (0.10 * s, 0.035, 0.56), (0.042, 0.03)) for s in (1, -1)]
    elif pose == 'chair':
        for s in (1, -1):
            g.limb((0.09 * s, 0.50, 0.0), (0.11 * s, 0.50, 0.40), 0.10, 0.073)
            g.limb((0.11 * s, 0.49, 0.40), (0.11 * s, 0.1, 0.40), 0.066, 0.045)
        soles = [((0.11 * s, 0.05, 0.38), (0.12 * s, 0.035, 0.55), (0.045, 0.033)) for s in (1, -1)]
    else:
        for s in (1, -1):
            g.limb((0.085 * s, 0.84, 0.0), (0.09 * s, 0.46, 0.02), 0.105, 0.075)
            g.limb((0.09 * s, 0.46, 0.02), (0.09 * s, 0.1, -0.02), 0.072, 0.055)
        soles = [
            ((0.09 * s, 0.05, -0.04), (0.10 * s, 0.035, 0.14), (0.045, 0.033)) for s in (1, -1)
        ]
    if skirt:
        if pose == 'stand':
            g.rod((0, 0.42, 0), (0, 0.9, 0), 0.24, 0.15, rnd=0.03, melt=0.06)
        elif pose == 'kneel':
            g.egg((0, 0.12, 0.14), (0.25, 0.15, 0.3), melt=0.1)
    if feet:
        for a, b, (r, q) in soles:
            g = S('sole', 0.02)
            g.limb(a, b, r, q)
    # head and hair
    bow = np.radians(lean * 0.6 + nod)
    top = np.array([np.sin(np.radians(tilt)) * 0.5, np.cos(bow), np.sin(bow)])
    top = unit(top)
    mid = neck + unit(spine + top) * 0.045 + top * 0.105 * head
    H = Place(place(mid), yaw + twist + turn, scale * head, pitch=np.degrees(bow), roll=-tilt)
    kw = dict(layer=layer, place=place)
    g = S('skin', 0.03)
    g.limb(neck - spine * 0.03, mid, 0.049, 0.046)
    g = room.solid(M['skin'], 0.03, layer=layer, place=H)
    g.egg((0, 0, 0.0), (0.074, 0.103, 0.09))
    g.egg((0, -0.055, 0.035), (0.05, 0.05, 0.052))
    if hair != 'scarf':
        for s in (1, -1):
            g.egg((0.075 * s, -0.02, -0.005), (0.012, 0.03, 0.02), melt=0.01)
        g = room.solid(M['hair'], 0.025, layer=layer, place=H, folds=0.0022, freq=(60, 14, 60))
        g.egg((0, 0.022, -0.014), (0.083, 0.099, 0.096))
        g.half((0, -0.03, 0.045), (0, 0.75, -0.66), 1, 0.02)
        if hair == 'bun':
            g.egg((0, -0.045, -0.065), (0.055, 0.05, 0.045))
            g.egg((0, -0.075, -0.085), (0.046, 0.04, 0.036), melt=0.008)
        elif hair == 'knot':
            g.egg((0, -0.052, -0.052), (0.058, 0.05, 0.042))
            g.egg((0.0, 0.075, -0.085), (0.052, 0.05, 0.046), melt=0.012)
            g.ring(
                (0.0, 0.058, -0.066), (0, 0.65, -0.75), 0.036, 0.008, mat=M.get('tie'), melt=0.004
            )
        elif hair == 'bob':
            g.egg((0, -0.065, -0.045), (0.082, 0.075, 0.056))
            for s in (1, -1):
                g.egg((0.066 * s, -0.05, -0.005), (0.024, 0.078, 0.045))
            g.half((0, -0.118, 0), (0, 1, 0.1), 1, 0.012)
        elif hair == 'plaits':
            for s in (1, -1):
                g.egg((0.045 * s, -0.055, -0.05), (0.045, 0.05, 0.04))
                for i in range(5):
                    g.egg(
                        (0.066 * s + 0.006 * s * i, -0.098 - 0.026 * i, -0.045 + 0.004 * i),
                        (0.021 - 0.0012 * i, 0.021, 0.02 - 0.001 * i),
                        melt=0.006,
                    )
                g.egg((0.094 * s, -0.238, -0.024), (0.012, 0.026, 0.011), melt=0.006)
        elif hair == 'short':
            g.egg((0, -0.04, -0.045), (0.068, 0.055, 0.048))
    else:
        g = room.solid(M['scarf'], 0.05, layer=layer, place=place, folds=0.009, freq=(11, 6, 11))
        w = lambda v: np.linalg.solve(place.axes, H(v) - place.at) / place.scale
        g.egg(w((0, 0.014, -0.012)), (0.093, 0.122, 0.112), pitch=np.degrees(bow), roll=-tilt)
        g.limb(w((0, -0.03, -0.03)), neck + spine * 0.02, 0.08, 0.064)
        back = neck - spine * 0.045
        off = np.array([0, spine[2], -spine[1]])
        g.limb(
            back + across * 0.13 + off * 0.02,
            back - across * 0.13 + off * 0.02,
            0.085 * p,
            melt=0.07,
        )
        g.limb(neck + off * 0.02, back - spine * 0.05 + off * 0.09 * p, 0.075 * p, 0.06, melt=0.06)
        g.egg(back - spine * 0.05 + off * 0.10 * p, (0.185, 0.085, 0.055), pitch=lean, melt=0.07)
        g.egg(back - spine * 0.13 + off * 0.128 * p, (0.10, 0.085, 0.04), pitch=lean, melt=0.06)
        g.egg(back - spine * 0.205 + off * 0.14 * p, (0.04, 0.07, 0.03), pitch=lean, melt=0.06)
    return place, ends, sh
