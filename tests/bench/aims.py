"""What Lantern is to reach, beside what was measured."""
import statistics

import tables


def median_of(values):
    return statistics.median(values) if values else None


def part(ours, theirs, name):
    """The ratio of two medians."""
    if not ours or not theirs:
        return None
    a, b = median_of(getattr(ours, name)), median_of(getattr(theirs, name))
    return a / b if a is not None and b else None


def row_of(stories, words):
    return next(((ours, theirs) for what, _, ours, theirs in stories if what.startswith(words)), (None, None))


def of_windows(small, large):
    """`small`, `large`: figures by peer, at 1080p and at 4K."""
    lantern, tall = small.get("lantern"), large.get("lantern")
    found = [("first scene, times bare C", part(lantern, small.get("bare"), "start_ms"), "most", 1.5),
             ("  at 3840x2160", part(tall, large.get("bare"), "start_ms"), "most", 1.5),
             ("  times sooner than Chromium", part(small.get("chromium"), lantern, "start_ms"), "least", 6)]
    if lantern:
        found += [("memory on scene 1, MB", median_of(lantern.first_mb), "most", 48),
                  ("  after all twelve", median_of(lantern.all_mb), "most", 72),
                  ("idle CPU, ms a second", median_of(lantern.idle_ms), "most", 0),
                  ("idle wake-ups a second", median_of(lantern.idle_wakes), "most", 0),
                  ("key to change, ms", median_of(lantern.key_ms), "most", 8),
                  ("  the 99th of a hundred", tables.percentile(lantern.key_ms, 0.99), "most", 16),
                  ("frames of a fade", median_of(lantern.frames), "least", 29),
                  ("  worst gap, ms", median_of(lantern.worst_ms), "most", 30),
                  ("  CPU, ms", median_of(lantern.fade_ms), "most", 400)]
    if tall:
        found.append(("frames of a fade at 3840x2160", median_of(tall.frames), "least", 24))
    return found


def of_stories(rows):
    found = []
    for n, (what, _, ours, theirs) in enumerate(rows):
        if what.startswith("100,000 scenes loaded"):
            found.append(("100,000 scenes loaded, times cJSON", median_of(ours) / median_of(theirs), "most", 1.6))
            ours, theirs = rows[n + 1][2:]
            found.append(("  memory, times cJSON's", median_of(ours) / median_of(theirs), "most", 1.3))
    found.append(("10,000 choices, ms", median_of(row_of(rows, "10,000 choices")[0]), "most", 20))
    found.append(("steps a second", median_of(row_of(rows, "steps a second")[0]), "least", 1_000_000))
    return found


def table(found):
    rows = []
    for what, measured, way, limit in found:
        if measured is not None:
            met = measured <= limit if way == "most" else measured >= limit
            rows.append([what, tables.exact(measured), f"at {way} {limit:,}", "yes" if met else "NO"])
    return ["", "measured", "wanted", "reached"], rows
