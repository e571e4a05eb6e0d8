"""The Tumen valley, close: from the mountain it rises on to the sea."""
import valley

valley.draw('tumen', valley.LAEA(129.35, 42.42, 450), {'Tumen', 'Yalu'}, widths=(3.4, 2.2))
