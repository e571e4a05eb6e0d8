"""Figures as tables, in plain text or Markdown."""
import math
import statistics


def number(x):
    return f"{x:,.0f}" if abs(x) >= 20 or x == 0 else f"{x:.1f}"


def exact(x):
    """As many figures as tell whether a limit is kept."""
    return number(x) if abs(x) >= 100 else f"{x:.2f}"


def spread(values, scale=1):
    """Median (least–most)."""
    if not values:
        return "–"
    values = [v * scale for v in values]
    middle = number(statistics.median(values))
    if len(values) == 1 or number(min(values)) == number(max(values)):
        return middle
    return f"{middle} ({number(min(values))}–{number(max(values))})"


def middle(values):
    return number(statistics.median(values)) if values else "–"


def percentile(values, part):
    """Of a hundred values and 0.99 the 99th from below."""
    ordered = sorted(values)
    if not ordered:
        return math.nan
    return ordered[math.ceil(part * len(ordered)) - 1]


def ratio(ours, theirs):
    if not ours or not theirs or statistics.median(theirs) == 0:
        return "–"
    return f"{statistics.median(ours) / statistics.median(theirs):.2f}"


def text(head, rows):
    lines = [head, *rows]
    widths = [max(len(line[n]) for line in lines) for n in range(len(head))]
    out = []
    for line in lines:
        cells = [line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:]))]
        out.append("  ".join(cells).rstrip())
    out.insert(1, "-" * max(map(len, out)))
    return "\n".join(out)


def markdown(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.strip() for cell in line) + " |" for line in lines)


# --- the tables ---

def scenes(found):
    """`found`: titles and figures, in order."""
    head = ["", "exec → first scene, ms", "PSS scene 1, MB", "after all 12", "idle CPU, ms/s", "wake-ups/s",
            "key → change, ms", "p99", "→ whole", "its CPU"]
    rows = []
    for title, f in found:
        if not f.start_ms:
            continue
        rows.append([title, spread(f.start_ms), spread(f.first_mb), spread(f.all_mb), spread(f.idle_ms),
                     spread(f.idle_wakes), spread(f.key_ms), number(percentile(f.key_ms, 0.99)), middle(f.whole_ms),
                     middle(f.key_cpu_ms)])
        if any(f.scripts_ms):
            without = [a - b for a, b in zip(f.start_ms, f.scripts_ms)]
            rows.append(["  without loading scripts", spread(without), *[""] * 8])
    return head, rows


def ratios(found, bare, chromium):
    """Of medians: to bare C, and to Chromium."""
    head = ["times bare C | Chromium", "first scene", "PSS scene 1", "after all 12", "key → change", "fade's frames",
            "fade's CPU"]
    rows = []
    for title, f in found:
        row = [title]
        for name in "start_ms", "first_mb", "all_mb", "key_ms", "frames", "fade_ms":
            ours = getattr(f, name)
            row.append(" | ".join(ratio(ours, getattr(peer, name) if peer else None) for peer in (bare, chromium)))
        rows.append(row)
    return head, rows


def fades(found):
    head = ["500 ms fade", "frames shown", "gap, ms", "worst gap", "CPU used, ms", "and by the display server"]
    return head, [[title, spread(f.frames), middle(f.gap_ms), spread(f.worst_ms), spread(f.fade_ms),
                   spread(f.fade_server_ms)] for title, f in found if f.frames]


def stories(rows):
    return ["", "Lantern", "cJSON", "ratio"], [
        [what, f"{spread(ours)} {unit}".strip(), f"{spread(theirs)} {unit}" if theirs else "",
         ratio(ours, theirs) if theirs else ""] for what, unit, ours, theirs in rows]


def readme(found):
    """The small table."""
    head = ["", "first scene", "memory, scene 1 / all 12", "idle: CPU, wake-ups", "key → change",
            "500 ms fade: frames, worst gap"]
    rows = []
    for title, f in found:
        if f.start_ms:
            fade = f"{middle(f.frames)}, {middle(f.worst_ms)} ms" if f.frames else "–"
            rows.append([title, f"{middle(f.start_ms)} ms", f"{middle(f.first_mb)} / {middle(f.all_mb)} MB",
                         f"{middle(f.idle_ms)} ms/s, {middle(f.idle_wakes)}/s", f"{middle(f.key_ms)} ms", fade])
    return head, rows
