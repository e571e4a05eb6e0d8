"""The whole border: the Yalu down to Dandong, the Tumen down to the sea."""
import valley

valley.draw('border', valley.LAEA(127.5, 41.45, 760), {'Tumen', 'Yalu'}, widths=(3.0, 1.4))
