"""The Mekong: from Yunnan by Laos and northern Thailand to Bangkok."""
import valley

P = valley.LAEA(101.9, 19.35, 2170, 2160, 1620)
RIVERS = {'Mekong', 'Lancang (Mekong)'}
valley.draw(
    'south',
    P,
    RIVERS,
    top=3300,
    steep=4.2,
    broad=0.45,
    blur=1.3,
    grown=0.3,
    widths=(2.8, 0.8),
    border=(6, 1.1),
)
