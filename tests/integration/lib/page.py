"""The rules of the page, on a frame of --dump-ui."""

LEAST_TARGET = 44
LEAST_CONTRAST = 7
# In units of a twentieth of the shorter side; what is the story's own grows by all of the text size.
TELLING = {"caption": 1, "because": 1, "ending.text": 1}
LEAST_TITLE = 1.5
LEAST_TITLE_BESIDE = 1.2  # where the telling is large, the title gives way to it
LEAST_TEXT = 0.6
MOST_BAR_ROWS = 2


def within(inner, outer):
    return (inner[0] >= outer[0] and inner[1] >= outer[1] and inner[0] + inner[2] <= outer[0] + outer[2]
            and inner[1] + inner[3] <= outer[1] + outer[3])


def meet(a, b):
    return (min(a[0] + a[2], b[0] + b[2]) > max(a[0], b[0])
            and min(a[1] + a[3], b[1] + b[3]) > max(a[1], b[1]))


def scrolled(frame):
    """All that can be brought into the part that scrolls, as a rectangle of the page; or nothing."""
    x, y, w, h = frame["scroll_area"]
    return [x, y - frame["scroll_at"], w, h + frame["scroll_most"]] if h else [0, 0, 0, 0]


def wanted_px(frame, i, text_size):
    u = frame["unit"]
    if i["id"] in TELLING:
        return TELLING[i["id"]] * u * text_size / 100
    if i["id"] == "title":
        return (LEAST_TITLE if text_size == 100 else LEAST_TITLE_BESIDE) * u
    return LEAST_TEXT * u


def item_faults(frame, i, text_size):
    page = [0, 0, *frame["size"]]
    if i["role"] != "picture" and not within(i["rect"], page) and not within(i["rect"], scrolled(frame)):
        yield f"outside, and nothing scrolls there: {i['rect']}"
    if not within(i["hit"], page):
        yield f"takes presses outside: {i['hit']}"
    if i["px"] and i["px"] + 0.5 < wanted_px(frame, i, text_size):
        yield f"text of {i['px']} px, {wanted_px(frame, i, text_size):.1f} wanted"
    if i["px"] and i["contrast"] < LEAST_CONTRAST:
        yield f"contrast {i['contrast']}"
    whole = i["seen"] == i["rect"]
    if i["can_focus"] and i["hit"][2] and whole and min(i["hit"][2:]) < LEAST_TARGET:
        yield f"{i['hit'][2]} by {i['hit'][3]} px to press"


def faults(frame, text_size):
    placed = [i for i in frame["items"] if "rect" in i]
    where = f"{frame['size'][0]}x{frame['size'][1]} at {text_size} %, {frame['screen']}/{frame['panel']}"
    for i in placed:
        for fault in item_faults(frame, i, text_size):
            yield f"{where}: {i['id']}: {fault}"
    rows = {i["rect"][1] for i in placed if i["id"].startswith("bar.") and frame["panel"] == "none"}
    if len(rows) > MOST_BAR_ROWS:
        yield f"{where}: the controls at the foot take {len(rows)} rows"
    texts = [i for i in placed if i["px"] and i["seen"][2] and i["seen"][3]]
    for n, i in enumerate(texts):
        for other in texts[n + 1:]:
            if meet(i["seen"], other["seen"]):
                yield f"{where}: {i['id']} {i['seen']} lies over {other['id']} {other['seen']}"
