"""Labels as the shop laid them out itself: each element drawn where it was put.

Bars are whole dots of the label printer wide, so that what is seen can be scanned; where there is
too little room for them, they are drawn as narrow as one dot and the designer says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from erp_desktop.core.label_design import Design, Element, Part, Source
from erp_desktop.documents import fonts
from erp_desktop.documents.barcodes import Bars, Symbology, bars_of
from erp_desktop.documents.figures import priced
from erp_desktop.documents.label import Label
from erp_desktop.documents.pen import BLACK, MM, Align, Pen, Style

TENTH: Final = MM / 10
DOTS_PER_MM: Final = 8  # 203 dpi, what most label printers have
DIGITS: Final = Style(7, "regular", BLACK, 8)


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignedPaper:
    """Labels of one design; `packed` is the day that stands on them, as it is written,
    `logo` the shop's mark."""

    design: Design
    labels: Sequence[Label]
    shop_name: str = ""
    symbol: str = "¥"
    places: int = 2
    packed: str = ""
    logo: bytes | None = None
    dots_per_mm: float = DOTS_PER_MM


def draw(paper: DesignedPaper) -> bytes:
    """All copies of all labels, in order. ValueError for no label at all."""
    design = paper.design
    pen = Pen(design.wide * TENTH, design.high * TENTH, design.name, paper.shop_name)
    drawn = 0
    for label in paper.labels:
        for _ in range(label.copies):
            if drawn:
                pen.next_page()
            for element in design.elements:
                _draw(pen, paper, element, label)
            drawn += 1
    if not drawn:
        raise ValueError("no label to draw")
    return pen.done()


def words_of(paper: DesignedPaper, element: Element, label: Label) -> str:
    """What an element says of a product."""
    price = "" if label.price is None else priced(label.price, paper.symbol, paper.places)
    return {
        Source.OWN: element.words, Source.NAME: label.name, Source.SKU: label.sku,
        Source.BARCODE: label.barcode, Source.PRICE: price, Source.UNIT: label.unit,
        Source.SHOP: paper.shop_name, Source.PACKED: paper.packed, Source.LOT: label.lot,
        Source.EXPIRES: label.expires, Source.SHELF: label.shelf,
        Source.SUPPLIER: label.supplier,
    }[element.source]  # fmt: skip


def module_of(bars: Bars, element: Element, dots_per_mm: float = DOTS_PER_MM) -> int:
    """How many printer dots the narrowest bar is wide; 0 where there is no room for one."""
    modules = bars.size + (0 if bars.square else sum(bars.quiet))
    side = element.high if element.lies else element.wide
    side = min(element.wide, element.high) if bars.square else side
    return int(side / 10 * dots_per_mm / modules)


@dataclass(frozen=True, slots=True)
class _Room:
    """Where an element is drawn, in points, as it lies before it is turned. `grid` is how far its
    left stands from the printer's first dot."""

    wide: float
    high: float
    grid: float


def _draw(pen: Pen, paper: DesignedPaper, element: Element, label: Label) -> None:
    x, y, wide, high = (one * TENTH for one in (element.x, element.y, element.wide, element.high))
    room = _Room(wide, high, x)
    if element.lies:
        room = _Room(high, wide, y if element.turn == 90 else -(y + high))
    elif element.turn:
        room = _Room(wide, high, -(x + wide))
    with pen.turned(x, y, wide, high, element.turn):
        _fill(pen, paper, element, label, room)


def _fill(pen: Pen, paper: DesignedPaper, element: Element, label: Label, room: _Room) -> None:
    if element.part is Part.LINE:
        pen.block(0, 0, room.wide, min(room.wide, room.high, 4 * TENTH), BLACK)
        return
    if element.part is Part.PICTURE:
        data = paper.logo if element.source is Source.SHOP else label.picture
        if data:
            pen.picture(0, 0, room.wide, room.high, data)
        return
    words = words_of(paper, element, label)
    if words and element.part is Part.TEXT:
        _write(pen, element, words, room)
    elif words:
        _code(pen, paper, element, words, room)


def _write(pen: Pen, element: Element, words: str, room: _Room) -> None:
    """Words in their box: as many lines as it is high, the last one cut where it must be."""
    style = Style(element.size, "bold" if element.bold else "regular", BLACK, element.size * 1.2)
    lines = max(int(room.high / style.height), 1)
    align: Align = "right" if element.align == "right" else "left"
    x = room.wide if align == "right" else 0
    if element.align == "center":
        align, x = "center", room.wide / 2
    for at, line in enumerate(fonts.wrapped(words, room.wide, style.size, style.weight, lines)):
        pen.words(x, at * style.height + style.drop, line, style, align)


def _code(pen: Pen, paper: DesignedPaper, element: Element, words: str, room: _Room) -> None:
    bars = bars_of(words, Symbology.QR if element.part is Part.QR else None)
    dot = MM / paper.dots_per_mm
    module = max(module_of(bars, element, paper.dots_per_mm), 1) * dot
    below = DIGITS.height if element.digits and not bars.square else 0
    left = 0 if bars.square else bars.quiet[0] * module
    left = round((room.grid + left) / dot) * dot - room.grid
    high = max(room.high - below, 3 * MM)
    pen.bars(bars, (left, 0), module, high)
    if below:
        middle = left + bars.size * module / 2
        pen.words(middle, high + DIGITS.drop, bars.text, DIGITS, "center")
