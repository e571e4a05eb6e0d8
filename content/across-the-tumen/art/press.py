"""The press: inks SVG text, trims layers, saves WebP and prints what story.json has to know.

ART_INTO is the folder that gets pictures/ and maps/; without it, the documentary itself.
"""
import io
import json
import os
import subprocess

import numpy as np
from PIL import Image
from scipy.ndimage import distance_transform_edt

ART = os.path.dirname(os.path.abspath(__file__))
INTO = os.environ.get('ART_INTO') or os.path.dirname(ART)
QUALITY = 92
FAINT = 1  # of 255: what is no stronger is trimmed away


def ink_svg(doc, width, height):
    """An SVG document as an array of RGBA, 0 to 1."""
    p = subprocess.run(
        ['rsvg-convert', '-w', str(width), '-h', str(height), '-f', 'png'],
        input=doc.encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    return np.asarray(Image.open(io.BytesIO(p.stdout)).convert('RGBA'), np.float32) / 255


def folder_for(kind):
    folder = os.path.join(INTO, kind)
    os.makedirs(folder, exist_ok=True)
    return folder


def bytes_of(a):
    return (np.clip(a, 0, 1) * 255 + 0.5).astype(np.uint8)


def save_webp(a, path):
    # exact: the colour under transparent pixels stays
    Image.fromarray(bytes_of(a)).save(path, quality=QUALITY, method=6, exact=True)


def bled(a):
    """Carry the colour on under the transparent parts: no dark rims when the layer is scaled."""
    bare = a[..., 3] * 255 < 0.5
    if not bare.any() or bare.all():
        return a
    rows, cols = distance_transform_edt(bare, return_distances=False, return_indices=True)
    return np.dstack([a[rows, cols, :3], a[..., 3]])


def pull(name, base, layers):
    """base is RGB and opaque; layers = [(name, depth, RGBA)], back to front."""
    folder = folder_for('pictures')
    save_webp(base, f'{folder}/{name}.webp')
    h, w = base.shape[:2]
    rows = []
    for layer, depth, a in layers:
        seen = bytes_of(a[..., 3]) > FAINT
        ys, xs = np.flatnonzero(seen.any(1)), np.flatnonzero(seen.any(0))
        y0, y1, x0, x1 = ys[0], ys[-1] + 1, xs[0], xs[-1] + 1
        file = f'{name}-{layer}.webp'
        save_webp(bled(a[y0:y1, x0:x1]), f'{folder}/{file}')
        at = [round(float(v), 4) for v in (x0 / w, y0 / h, (x1 - x0) / w, (y1 - y0) / h)]
        rows.append({'file': f'pictures/{file}', 'depth': depth, 'at': at})
    print(json.dumps({'file': f'pictures/{name}.webp', 'layers': rows}))


def pull_map(name, rgb, projection):
    save_webp(rgb, f'{folder_for("maps")}/{name}.webp')
    print(json.dumps({'file': f'maps/{name}.webp', 'projection': projection}))
