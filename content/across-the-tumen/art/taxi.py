"""A taxi on the river road at night: Lee under his cap, and lamps that stop half-way across the bridge.

The drawing is taxi.svg, written by hand; here it is taken apart into the picture's layers.
"""
import os

import ink
import press

with open(os.path.join(press.ART, 'taxi.svg'), encoding='utf-8') as file:
    defs, drawing = file.read().split('<defs>')[1].split('</defs>')
cab, lee = drawing.removesuffix('</svg>\n').split('<g id="L3-lee">')
lee, seat = lee.split('<g id="L4-seat">')

press.pull(
    'taxi',
    ink.inked(defs, [cab])[..., :3],
    [('lee', 0.2, ink.inked(defs, ['<g>' + lee])), ('seat', 0.5, ink.inked(defs, ['<g>' + seat]))],
)
