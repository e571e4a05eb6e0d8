"""A small story without a fault, to be edited and written as a folder."""
import json
import os
import struct
import zlib


def png(width=1280, height=720):
    """A grey picture."""
    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data
                + struct.pack(">I", zlib.crc32(kind + data)))
    rows = (b"\0" + b"\x80" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
            + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def wav():
    data = b"\x80" * 800
    return (b"RIFF" + struct.pack("<I", 36 + len(data)) + b"WAVEfmt "
            + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8)
            + b"data" + struct.pack("<I", len(data)) + data)


def base():
    return {
        "format": 1, "id": "base", "title": "The base", "language": "en", "start": "gate",
        "state": {"coins": 3},
        "chapters": [{"id": "one", "title": "One"}],
        "places": {"ford": {"name": "The ford", "at": [129.7, 42.4]}},
        "sources": {"book": {"title": "A book"}},
        "glossary": {"mist": {"term": "Mist", "text": "Low cloud."}},
        "scenes": [
            {"id": "gate", "chapter": "one", "title": "The gate", "place": "ford",
             "picture": {"file": "pictures/a.png", "alt": "A river in winter.",
                         "kind": "illustration", "credit": "Drawn for this test",
                         "licence": "CC-BY-4.0"},
             "sound": {"file": "sounds/a.wav", "alt": "wind"},
             "captions": [{"text": "[Mist](term:mist) over {coins} stones.", "cite": []}],
             "claims": [{"text": "There was mist.", "cite": ["book"], "as-of": "2014",
                         "confidence": "documented"}],
             "choices": [{"text": "Cross", "to": "far",
                          "set": {"coins": {"-": [{"var": "coins"}, 1]}}},
                         {"text": "Wait", "to": "bank"}]},
            {"id": "bank", "chapter": "one", "title": "The bank",
             "captions": [{"text": "Grass."}], "next": "far"},
            {"id": "far", "chapter": "one", "title": "The far side",
             "captions": [{"text": "Here."}],
             "ending": {"id": "over", "title": "Across", "text": "It is done."}},
        ],
    }


def write(path, data):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def save(folder, story, lang=None):
    """`story` is a dict, or the bytes of story.json; `lang` {"ko": dict or bytes}. Returns `folder`."""
    def encoded(value):
        return value if isinstance(value, bytes) else json.dumps(value).encode()
    write(folder + "/story.json", encoded(story))
    write(folder + "/pictures/a.png", png())
    write(folder + "/sounds/a.wav", wav())
    for name, value in (lang or {}).items():
        write("%s/lang/%s.json" % (folder, name), encoded(value))
    return folder
