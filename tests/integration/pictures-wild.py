"""A story's own pictures may be anything. Each is shown, or its alt text stands in a quiet frame and the reason is
said; in bounded time and memory, and nothing outside the folder is read."""
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

from PIL import Image, ImageCms

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")
import story
from tap import check, done_testing
from window import RELEASE

SECONDS = 5
MEGABYTES = 200


def saved(image, format_, **options):
    out = io.BytesIO()
    image.save(out, format_, **options)
    return out.getvalue()


def colours(size, mode="RGB"):
    return Image.linear_gradient("L").resize(size).convert(mode)


def exif(orientation):
    tags = Image.Exif()
    tags[0x0112] = orientation
    return tags.tobytes()


def kinds():
    """(what, bytes, whether it can be shown)"""
    wide = colours((1400, 800))
    frames = [colours((64, 64)), colours((64, 64)).rotate(90)]
    webp = saved(wide, "WEBP")
    laughs = b"".join([b"<?xml version='1.0'?><!DOCTYPE s [<!ENTITY a 'aaaaaaaaaa'>"]
                      + [b"<!ENTITY %c '&%c;&%c;&%c;&%c;&%c;'>" % (98 + i, *[97 + i] * 5) for i in range(20)]
                      + [b"]><svg xmlns='http://www.w3.org/2000/svg'>&u;</svg>"])
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    yield "a plain one", saved(wide, "PNG"), True
    yield "one pixel", saved(colours((1, 1)), "PNG"), True
    yield "a sliver, 3 by 9,000", saved(colours((3, 9000)), "PNG"), True
    yield "30,000 pixels wide", saved(Image.new("1", (30000, 4)), "PNG"), False
    yield "one that says 60 megapixels and ends", saved(Image.new("1", (10000, 6000)), "PNG")[:400], False
    yield "in CMYK", saved(colours((1400, 800)).convert("CMYK"), "JPEG"), True
    yield "grey with alpha", saved(wide.convert("LA"), "PNG"), True
    yield "of 16 bits", saved(colours((640, 400), "I"), "PNG"), True
    yield "of a palette", saved(wide.convert("P"), "PNG"), True
    yield "with a profile", saved(wide, "JPEG", icc_profile=profile), True
    yield "with a broken profile", saved(wide, "JPEG", icc_profile=b"\xff" * 4000), True
    yield "lying on its side", saved(wide, "JPEG", exif=exif(6)), True
    yield "progressive", saved(wide, "JPEG", progressive=True), True
    yield "an animated WebP", saved(frames[0], "WEBP", save_all=True, append_images=frames[1:]), False
    yield "an animated PNG", saved(frames[0], "PNG", save_all=True, append_images=frames[1:]), True
    yield "a GIF", saved(frames[0], "GIF"), False
    yield "a TIFF", saved(wide, "TIFF"), False
    yield "a WebP cut off", webp[:len(webp) // 3], False
    yield "a JPEG cut off in its head", saved(wide, "JPEG")[:200], False
    yield "an SVG that reads a file", b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>", False
    yield "an SVG that asks the network", b"<svg xmlns='http://www.w3.org/2000/svg'><image href='http://127.0.0.1:9/'/></svg>", False
    yield "an SVG without end", laughs, False
    yield "nothing", b"", False


def limited():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS * 2, SECONDS * 2))


def play(folder):
    """Status, the last frame, standard error, seconds, megabytes."""
    with tempfile.NamedTemporaryFile("w", suffix=".script") as script:
        script.write("wait 3000\n")
        script.flush()
        began = time.monotonic()
        p = subprocess.Popen([RELEASE, "play", folder, "--no-keep", "--still", "--size", "1280x720", "--script", script.name,
                              "--dump-ui", "--scene", "gate"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             text=True, preexec_fn=limited)
        out, err = p.stdout.read(), p.stderr.read()
        _, status, usage = os.wait4(p.pid, 0)
        p.returncode = os.waitstatus_to_exitcode(status)
    frames = [json.loads(line) for line in out.splitlines()]
    return p.returncode, frames[-1] if frames else {}, err, time.monotonic() - began, usage.ru_maxrss / 1024


folder = story.save("wild", story.base())
for name, bytes_, can_be_shown in kinds():
    story.write(folder + "/pictures/a.png", bytes_)
    status, frame, err, seconds, megabytes = play(folder)
    quiet = any(i["role"] == "picture" and i.get("px") for i in frame.get("items", []))
    calm = status == 0 and seconds < SECONDS * 4 and megabytes < MEGABYTES
    check(f"{name}: calm", calm, f"{status}, {seconds:.1f} s, {megabytes:.0f} MB, {err}")
    if can_be_shown is not None:
        check(f"{name}: {'shown' if can_be_shown else 'a quiet frame'}", quiet != can_be_shown, frame)
    if quiet:
        check(f"{name}: the reason is said", "pictures/a.png" in err, err)
done_testing()
