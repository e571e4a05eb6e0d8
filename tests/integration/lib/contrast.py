"""Contrast measured on pixels: text against each pixel round its letters (WCAG 2.2, 1.4.6)."""
import numpy as np
from PIL import Image
from scipy.ndimage import binary_dilation, grey_closing, grey_opening

LARGE_PX = 24  # 18 pt
THIN_PX = 9    # a line under a word, or a stroke of a letter on a map
LINEAR = np.array([c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in np.arange(256) / 255])
WEIGHTS = np.array([0.2126, 0.7152, 0.0722])


def luminance(rgb):
    return LINEAR[np.asarray(rgb)] @ WEIGHTS


def ratio(a, b):
    return (np.maximum(a, b) + 0.05) / (np.minimum(a, b) + 0.05)


def load(path):
    return np.asarray(Image.open(path).convert("RGB"))


def inside(rect, size):
    x0, y0 = max(rect[0], 0), max(rect[1], 0)
    return slice(y0, min(rect[1] + rect[3], size[1])), slice(x0, min(rect[0] + rect[2], size[0]))


def text_ground(item, ground, letters):
    """Luminances of what the item's letters stand on."""
    light = luminance(ground)
    if item["id"].startswith("map.label"):
        return grey_opening(light, size=(min(THIN_PX, light.shape[0]), min(THIN_PX, light.shape[1])))
    if item["id"] in ("caption", "because") or item["role"] == "option":
        # The line under a word belongs to the text, not to what it stands on.
        is_dark_ink = luminance(ink_of(item)) < 0.2
        light = (grey_closing if is_dark_ink else grey_opening)(light, size=(min(THIN_PX, light.shape[0]), 1))
    return light[letters]


def ink_of(item):
    return [int(item["ink"][i:i + 2], 16) for i in (1, 3, 5)]


def strip_height(frame):
    """A message covers the top of the page; its words stand in the middle of its strip."""
    rect = next((i["rect"] for i in frame["items"] if i["id"] == "message"), (0, 0, 0, 0))
    return rect[3] + 2 * rect[1]


def text_faults(name, frame, ground, shot):
    """(least ratio, faults) of a page."""
    least, faults = 99, []
    letters = binary_dilation((ground != shot).any(2), iterations=2)
    strip = strip_height(frame)
    for item in frame["items"]:
        if not item.get("px") or 0 in item["seen"][2:] or (item["id"] != "message" and item["seen"][1] < strip):
            continue
        at = inside(item["seen"], frame["size"])
        under = text_ground(item, ground[at], letters[at])
        if not under.size:
            continue
        ink = luminance(ink_of(item))
        is_on = min(ratio(ink, under.max()), ratio(ink, under.min()))
        if item["id"].startswith("map.label"):
            is_on = ratio(ink, np.percentile(under, 90))
        least = min(least, is_on)
        if is_on < (4.5 if item["px"] >= 2 * LARGE_PX else 7) - 0.02:
            faults.append(f"{name}: {item['id']} {is_on:.2f}")
    return least, faults
