"""Labels 条码标签: name, price, bars; on rolls of one label a page, or on A4 sheets of 3 x 8.

Bars are whole dots of the label printer wide (1/8 mm at 203 dpi) and stand on that grid, so that no
bar is a dot too wide. What would need bars too fine for a scanner becomes a QR code. A label is
planned once and drawn as often as it is wanted: text as text, all bars as one path.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from erp_desktop.documents import fonts
from erp_desktop.documents.barcodes import Bars, Symbology, bars_of
from erp_desktop.documents.figures import priced
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.pen import BLACK, MM, Pen, Style

FINEST: Final = 0.165 * MM  # bars finer than this print, but few scanners read them
PIECES: Final = frozenset({"pcs", "pc", "piece", "each", "ea"})


@dataclass(frozen=True, slots=True)
class LabelSize:
    """One label in mm; `across` x `down` of them on a page with these margins (rolls: 1 x 1)."""

    wide: float
    high: float
    across: int = 1
    down: int = 1
    left: float = 0
    top: float = 0
    edge: float = 2  # free on all sides; more on sheets, whose printers do not reach the edge

    @property
    def page(self) -> tuple[float, float]:
        if self.across * self.down > 1:
            return 210 * MM, 297 * MM
        return self.wide * MM, self.high * MM


SIZES: Final = {
    "50x30": LabelSize(50, 30),
    "40x30": LabelSize(40, 30),
    "60x40": LabelSize(60, 40),
    "57x32": LabelSize(57, 32),
    "A4-3x8": LabelSize(70, 36, across=3, down=8, top=4.5, edge=5),
}


@dataclass(frozen=True, slots=True)
class Label:
    """What one label says, and how many of it are wanted."""

    name: str
    barcode: str
    sku: str = ""
    price: Decimal | None = None
    unit: str = ""
    copies: int = 1
    lot: str = ""  # or the serial number
    expires: str = ""
    shelf: str = ""
    supplier: str = ""
    picture: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelPaper:
    """Labels of one size. `skip` leaves the first places of a started A4 sheet empty.

    `dots_per_mm` is the printer's resolution: 8 for 203 dpi, 300 / 25.4 for 300 dpi.
    """

    language: str
    labels: Sequence[Label]
    shop_name: str = ""
    symbol: str = "¥"
    places: int = 2
    size: str = "50x30"
    skip: int = 0
    dots_per_mm: float = 8

    @property
    def dot(self) -> float:
        """One dot of the printer, in points."""
        return MM / self.dots_per_mm


@dataclass(frozen=True, slots=True)
class _Put:
    """Words at a place on the label, measured from its top left in points."""

    x: float
    y: float
    text: str
    style: Style
    figures: bool = False


@dataclass(frozen=True, slots=True)
class _Plan:
    """A label laid out once."""

    puts: tuple[_Put, ...]
    bars: Bars | None
    at: tuple[float, float] = (0, 0)
    module: float = 0
    high: float = 0
    guard: int = 0


def draw(paper: LabelPaper) -> bytes:
    """All copies of all labels, in order. ValueError for an unknown size or no label at all."""
    if paper.size not in SIZES:
        raise ValueError(f"no label size {paper.size}")
    size = SIZES[paper.size]
    pen = Pen(*size.page, "Labels" if paper.language == "en" else "标签", paper.shop_name)
    per_page = size.across * size.down
    place = paper.skip % per_page
    drawn = 0
    for label in paper.labels:
        plan = _planned(paper, label, size)
        for _ in range(label.copies):
            if drawn and place == per_page:
                pen.next_page()
                place = 0
            x = (size.left + place % size.across * size.wide) * MM
            y = (size.top + place // size.across * size.high) * MM
            _draw(pen, plan, x, y)
            place, drawn = place + 1, drawn + 1
    if not drawn:
        raise ValueError("no label to draw")
    return pen.done()


def _draw(pen: Pen, plan: _Plan, x: float, y: float) -> None:
    for put in plan.puts:
        if put.figures:
            pen.figures(x + put.x, y + put.y, put.text, put.style, "left")
        else:
            pen.words(x + put.x, y + put.y, put.text, put.style)
    if plan.bars:
        place = (x + plan.at[0], y + plan.at[1])
        pen.bars(plan.bars, place, plan.module, plan.high, guard=plan.guard)


@dataclass(frozen=True, slots=True)
class _Look:
    """Sizes of letters that suit a label's height."""

    edge: float
    name: Style
    small: Style
    price: Style
    digits: Style


@lru_cache
def _look(size: LabelSize) -> _Look:
    scale = min(size.high / 30, size.wide / 50)
    points = max(scale, 0.8)
    return _Look(
        edge=size.edge * MM,
        name=Style(round(9 * points, 1), "semibold", BLACK, round(11.5 * points, 1)),
        small=Style(round(6.5 * points, 1), "regular", BLACK, round(8.5 * points, 1)),
        price=Style(round(15 * points, 1), "bold", BLACK, round(17 * points, 1)),
        digits=Style(round(7 * points, 1), "regular", BLACK, round(8 * points, 1)),
    )


def _planned(paper: LabelPaper, label: Label, size: LabelSize) -> _Plan:
    """Name on top, price beside shop and code in the middle, bars below with their figures."""
    look = _look(size)
    wide = size.wide * MM
    puts, y = _name(label.name, look, wide)
    puts += _price(paper, label, look, wide, y)
    puts += _left(paper, label, look, wide, y)
    y += look.price.height + 1.5
    if not label.barcode:
        return _Plan(tuple(puts), None)
    bars = bars_of(label.barcode)
    bottom = size.high * MM - min(look.edge, 3 * MM)
    high = bottom - y - look.digits.height
    module = _module(bars, wide, paper.dot)
    if bars.square or module * bars.unit < FINEST:
        return _square(tuple(puts), label.barcode, look, (wide, y, size.high * MM), paper.dot)
    left, right = bars.quiet
    free = wide - (bars.size + left + right) * module
    start = round((free / 2 + left * module) / paper.dot) * paper.dot
    puts += _digits(bars, (start, y + high, module), look)
    return _Plan(tuple(puts), bars, (start, y), module, high, guard=5 if bars.guards else 0)


def _name(name: str, look: _Look, wide: float) -> tuple[list[_Put], float]:
    room = wide - 2 * look.edge
    lines = fonts.wrapped(name, room, look.name.size, look.name.weight, 2)
    y = 1.5 * MM if look.edge < 3 * MM else 3 * MM
    puts = [
        _Put(look.edge, y + at * look.name.height + look.name.drop, line, look.name)
        for at, line in enumerate(lines)
    ]
    return puts, y + len(lines) * look.name.height + 1


def _price(paper: LabelPaper, label: Label, look: _Look, wide: float, y: float) -> list[_Put]:
    """The price on the right."""
    if label.price is None:
        return []
    text = priced(label.price, paper.symbol, paper.places)
    x = wide - look.edge - look.price.width(text)
    return [_Put(x, y + look.price.drop, text, look.price)]


def _left(paper: LabelPaper, label: Label, look: _Look, wide: float, y: float) -> list[_Put]:
    """Shop above code and unit, left of the price."""
    taken = 0.0
    if label.price is not None:
        taken = look.price.width(priced(label.price, paper.symbol, paper.places)) + 6
    room = wide - 2 * look.edge - taken
    code = label.sku if label.sku != label.barcode else ""
    unit = _unit(paper, label) if label.price is not None else ""
    below = " · ".join(text for text in (code, unit) if text)
    texts = [text for text in (paper.shop_name, below) if text]
    top = y + look.price.drop - (len(texts) - 1) * look.small.height
    return [
        _Put(
            look.edge,
            top + at * look.small.height,
            fonts.fitted(text, room, look.small.size, look.small.weight),
            look.small,
        )
        for at, text in enumerate(texts)
    ]


def _unit(paper: LabelPaper, label: Label) -> str:
    say = words_of(paper.language)
    if label.unit in PIECES:
        return say("each").format(unit=label.unit)
    return say("per {unit}").format(unit=label.unit) if label.unit else ""


def _module(bars: Bars, wide: float, dot: float) -> float:
    """The widest module of whole dots with which the bars and their free zones fit."""
    modules = bars.size + sum(bars.quiet)
    dots = int(wide / modules / dot * bars.unit)
    most = int((0.376 if bars.guards else 0.26) * MM / dot)
    return min(dots, most) * dot / bars.unit


def _digits(bars: Bars, place: tuple[float, float, float], look: _Look) -> list[_Put]:
    """The figures below the bars; EAN and UPC sort them between their guard bars."""
    x, y, module = place
    style, base = look.digits, y + look.digits.drop
    if not bars.guards:
        middle = x + (bars.size * module - style.width(bars.text)) / 2
        return [_Put(max(middle, 2), base + 1, bars.text, style)]
    return [
        _Put(x + start * module - style.figures_width(text) / 2, base, text, style, figures=True)
        for start, text in _groups(bars)
    ]


def _groups(bars: Bars) -> list[tuple[float, str]]:
    """The middles (in modules) of the groups of figures below EAN and UPC bars."""
    code = bars.text
    match bars.symbology:
        case Symbology.EAN13:
            return [(-6, code[0]), (24.5, code[1:7]), (70.5, code[7:])]
        case Symbology.UPCA:
            return [(-5, code[0]), (28, code[1:6]), (67, code[6:11]), (100, code[11])]
    return [(17.5, code[:4]), (49.5, code[4:])]


def _square(
    puts: tuple[_Put, ...], code: str, look: _Look, place: tuple[float, float, float], dot: float
) -> _Plan:
    """A code too long for bars, or not made of Latin letters, as a square at the left."""
    wide, y, bottom = place
    bars = bars_of(code, Symbology.QR)
    side = bottom - look.edge - y
    module = max(int(side / bars.size / dot), 1) * dot
    start = round((look.edge + 2 * module) / dot) * dot
    room = wide - start - side - 2 * look.edge
    lines = fonts.wrapped(code, room, look.digits.size, look.digits.weight, 3)
    said = tuple(
        _Put(start + side + 4, y + look.digits.height * (at + 1), line, look.digits)
        for at, line in enumerate(lines)
    )
    return _Plan((*puts, *said), bars, (start, y), module, side)
