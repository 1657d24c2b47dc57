"""An A4 paper: head, parties, lines over as many pages as they need, an ending, a foot.

What each paper says is its own; how it stands on the page is here, so that all papers of a shop
look alike: hairlines, one column edge left and right, figures under figures, and one blue mark.
The pages are planned before the first stroke, so each foot can say how many there are. The ending
(totals, words, signatures) is never torn apart, and never stands alone without a line above it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from erp_desktop.documents import fonts
from erp_desktop.documents.barcodes import bars_of
from erp_desktop.documents.grid import (
    BODY,
    SMALL,
    STRONG,
    Grid,
    Laid,
    carried_height,
    draw_carried,
    draw_head,
    draw_row,
    draw_totals,
    laid_out,
)
from erp_desktop.documents.paper_words import Say, words_of
from erp_desktop.documents.papers import Paper, Party, ShopHead
from erp_desktop.documents.pen import FAINT, LINE, MM, SOFT, Pen, Style

A4: Final = (210 * MM, 297 * MM)
SIDE: Final = 18 * MM
TOP: Final = 16 * MM
FOOT: Final = 18 * MM
ACCENT: Final = 0x2B5BD7

TITLE: Final = Style(19, "semibold", leading=24)
SHOP: Final = Style(11, "semibold", leading=15)
LABEL: Final = Style(7.5, ink=SOFT, leading=10.5)
FOOTING: Final = Style(7.5, ink=FAINT)
STAMP: Final = Style(10, "bold", 0xB42A1B, 15)  # red on a colour printer, dark on a grey one
FACTS_ACROSS: Final = 4
BAR_HIGH: Final = 6.5 * MM


class Block(Protocol):
    """A piece of the ending: it knows its height before it is drawn."""

    def height(self, wide: float) -> float: ...

    def draw(self, pen: Pen, x: float, y: float, wide: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the lines. `parties` and `facts` are (label, what it says)."""

    title: str
    number: str
    shop: ShopHead
    parties: tuple[tuple[str, Party], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    landscape: bool = False
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole paper, ready to be laid out."""

    language: str
    head: Head
    grid: Grid
    ending: Sequence[Block] = field(default=())

    @property
    def size(self) -> tuple[float, float]:
        return (A4[1], A4[0]) if self.head.landscape else A4

    @property
    def room(self) -> float:
        return self.size[0] - 2 * SIDE


@dataclass(frozen=True, slots=True)
class _Part:
    """The rows of one page."""

    first: int
    end: int
    ending: bool


def head_of(
    paper: Paper,
    title: str,
    parties: Sequence[tuple[str, Party]],
    facts: Sequence[tuple[str, str]],
) -> Head:
    """The head of a business paper; parties and facts without content are left out."""
    say = words_of(paper.language)
    common = [
        ("Answers", paper.answers),
        ("Reversed by", paper.reversed_by),
        ("Reason", paper.reason),
        ("Made by", paper.made_by),
    ]
    return Head(
        title=say(title),
        number=paper.number,
        shop=paper.shop,
        parties=tuple((say(label), party) for label, party in parties if party.name),
        facts=tuple((say(label), value) for label, value in [*facts, *common] if value),
        stamp=stamp_of(paper),
    )


def stamp_of(paper: Paper) -> str:
    """The words that nobody may overlook; a paper without a number is a draft."""
    say = words_of(paper.language)
    return " · ".join(map(say, paper.stamps or (() if paper.number else ("Draft",))))


def draw_sheet(sheet: Sheet) -> bytes:
    """The paper as a PDF."""
    return draw_sheets([sheet])


def draw_sheets(sheets: Sequence[Sheet]) -> bytes:
    """Several papers of one size in one PDF, each with its own pages."""
    first = sheets[0]
    pen = Pen(*first.size, f"{first.head.title} {first.head.number}".strip(), first.head.shop.name)
    for sheet in sheets:
        if sheet is not first:
            pen.next_page()
        _draw_pages(pen, sheet)
    return pen.done()


def _draw_pages(pen: Pen, sheet: Sheet) -> None:
    laid = laid_out(sheet.grid, sheet.room)
    pages = _planned(sheet, laid)
    for number, part in enumerate(pages, start=1):
        if number > 1:
            pen.next_page()
        y = _draw_first_head(pen, sheet) if number == 1 else _draw_next_head(pen, sheet)
        _draw_part(pen, sheet, laid, part, y)
        _draw_foot(pen, sheet, number, len(pages))


# planning


def _planned(sheet: Sheet, laid: Laid) -> list[_Part]:
    """Which rows stand on which page."""
    bottom = sheet.size[1] - FOOT
    ending = _ending_height(sheet)
    rows = len(laid.heights)
    pages: list[_Part] = []
    first = 0
    while True:
        top = _first_head_height(sheet) if not pages else _next_head_height()
        room = (
            bottom - top - laid.head_height - (carried_height() if pages and _carries(laid) else 0)
        )
        if sum(laid.heights[first:]) + ending <= room:
            return [*pages, _Part(first, rows, ending=True)]
        end = _page_end(laid, first, room)
        if end == rows and rows - first > 1:
            end -= 1  # the ending takes a line along to its page
        elif end == rows:
            return [*pages, _Part(first, end, ending=False), _Part(end, end, ending=True)]
        pages.append(_Part(first, end, ending=False))
        first = end


def _page_end(laid: Laid, first: int, room: float) -> int:
    left = room - (carried_height() if _carries(laid) else 0)
    end = first
    while end < len(laid.heights) and laid.heights[end] <= left:
        left -= laid.heights[end]
        end += 1
    return max(end, min(first + 1, len(laid.heights)))


def _carries(laid: Laid) -> bool:
    return laid.grid.carried is not None


def _ending_height(sheet: Sheet) -> float:
    totals = STRONG.height + 9 if sheet.grid.totals else 0
    return totals + sum(block.height(sheet.room) for block in sheet.ending)


# drawing


def _draw_part(pen: Pen, sheet: Sheet, laid: Laid, part: _Part, y: float) -> None:
    say = words_of(sheet.language)
    if part.end > part.first or not part.ending or not laid.heights:
        y = draw_head(pen, laid, SIDE, y)
    if part.first and _carries(laid):
        y = draw_carried(pen, laid, say("Brought forward"), part.first, (SIDE, y))
    for at in range(part.first, part.end):
        y = draw_row(pen, laid, at, SIDE, y)
    if not part.ending:
        draw_carried(pen, laid, say("Carried forward"), part.end, (SIDE, y))
        return
    y = draw_totals(pen, laid, SIDE, y)
    for block in sheet.ending:
        block.draw(pen, SIDE, y, sheet.room)
        y += block.height(sheet.room)


def _first_head_height(sheet: Sheet) -> float:
    return _draw_first_head(None, sheet)


def _draw_first_head(pen: Pen | None, sheet: Sheet) -> float:
    """Draw the head, or without a pen only measure it; returns where the lines begin."""
    left = _draw_shop(pen, sheet.head.shop, sheet.room * 0.55, words_of(sheet.language))
    right = _draw_title(pen, sheet)
    y = max(left, right) + 16
    if not sheet.head.parties and not sheet.head.facts:
        return y
    if pen:
        pen.rule(SIDE, y, sheet.room, LINE)
    y += 12
    return max(_draw_parties(pen, sheet, y), _draw_facts(pen, sheet, y)) + 14


def _tax_number(number: str, say: Say) -> str:
    return f"{say('Tax no.')} {number}" if number else ""


def _draw_shop(pen: Pen | None, shop: ShopHead, room: float, say: Say) -> float:
    y = TOP
    if pen:
        pen.block(SIDE, y + 2, 2.5, SHOP.height - 4, ACCENT)
        name = fonts.fitted(shop.name, room, SHOP.size, SHOP.weight)
        pen.words(SIDE + 9, y + SHOP.drop, name, SHOP)
    y += SHOP.height + 3
    contact = " · ".join(part for part in (shop.phone, shop.email) if part)
    for text in (shop.address, contact, _tax_number(shop.tax_number, say)):
        for line in fonts.wrapped(text, room, LABEL.size, LABEL.weight, 2):
            if pen:
                pen.words(SIDE, y + LABEL.drop, line, LABEL)
            y += LABEL.height
    return y


def _draw_title(pen: Pen | None, sheet: Sheet) -> float:
    head, right = sheet.head, sheet.size[0] - SIDE
    if pen:
        pen.words(right, TOP + TITLE.drop - 2, head.title, TITLE, "right")
        pen.words(right, TOP + TITLE.height + BODY.drop, head.number, STRONG, "right")
        _draw_stamp(pen, head, right, TOP + TITLE.height)
    y = TOP + TITLE.height + BODY.height + 5
    if not head.number or not head.number.isascii():
        return y
    bars = bars_of(head.number)
    module = min(0.25 * MM, 55 * MM / bars.size)
    if pen:
        pen.bars(bars, (right - bars.size * module, y), module, BAR_HIGH)
    return y + BAR_HIGH


def _draw_stamp(pen: Pen, head: Head, right: float, y: float) -> None:
    """The stamp in its frame, left of the number."""
    if not head.stamp:
        return
    wide = STAMP.width(head.stamp) + 12
    x = right - wide - (STRONG.width(head.number) + 10 if head.number else 0)
    pen.frame(x, y - 1, wide, STAMP.height, STAMP.ink, 1)
    pen.words(x + 6, y - 1 + STAMP.drop, head.stamp, STAMP)


def _draw_parties(pen: Pen | None, sheet: Sheet, y: float) -> float:
    """The parties side by side in the left part."""
    if not sheet.head.parties:
        return y
    room = (sheet.room * (0.62 if sheet.head.facts else 1)) / len(sheet.head.parties) - 16
    return max(
        _draw_party(pen, sheet.language, said, (SIDE + at * (room + 16), y, room))
        for at, said in enumerate(sheet.head.parties)
    )


def _draw_party(
    pen: Pen | None,
    language: str,
    said_party: tuple[str, Party],
    place: tuple[float, float, float],
) -> float:
    label, party = said_party
    x, y, room = place
    name = " · ".join(part for part in (party.name, party.code) if part)
    contact = " · ".join(part for part in (party.contact, party.phone) if part)
    tax = _tax_number(party.tax_number, words_of(language))
    said = [(label, LABEL), (name, STRONG), (party.address, BODY), (contact, BODY), (tax, BODY)]
    for text, style in said:
        for line in fonts.wrapped(text, room, style.size, style.weight, 3):
            if pen:
                pen.words(x, y + style.drop, line, style)
            y += style.height
    return y


def _draw_facts(pen: Pen | None, sheet: Sheet, y: float) -> float:
    """Labels and values in two columns on the right; across the page when there is no party."""
    if not sheet.head.parties:
        return _draw_facts_across(pen, sheet, y)
    x = SIDE + sheet.room * 0.62
    labels = max((LABEL.width(label) for label, _ in sheet.head.facts), default=0) + 12
    for label, value in sheet.head.facts:
        lines = fonts.wrapped(value, SIDE + sheet.room - x - labels, BODY.size, BODY.weight, 2)
        if pen:
            pen.words(x, y + BODY.drop, label, LABEL)
            for at, line in enumerate(lines):
                pen.words(x + labels, y + at * BODY.height + BODY.drop, line, BODY)
        y += BODY.height * len(lines) + 2
    return y


def _draw_facts_across(pen: Pen | None, sheet: Sheet, y: float) -> float:
    """Labels above values, four beside each other."""
    room, facts = sheet.room / FACTS_ACROSS, sheet.head.facts
    for first in range(0, len(facts), FACTS_ACROSS):
        row = facts[first : first + FACTS_ACROSS]
        y = max(_draw_fact(pen, fact, (SIDE + at * room, y, room - 8)) for at, fact in
                enumerate(row)) + 5  # fmt: skip
    return y - 5


def _draw_fact(pen: Pen | None, fact: tuple[str, str], place: tuple[float, float, float]) -> float:
    (label, value), (x, y, room) = fact, place
    if pen:
        pen.words(x, y + LABEL.drop, label, LABEL)
    y += LABEL.height
    for line in fonts.wrapped(value, room, BODY.size, BODY.weight, 3):
        if pen:
            pen.words(x, y + BODY.drop, line, BODY)
        y += BODY.height
    return y


def _next_head_height() -> float:
    return TOP + STRONG.height + 14


def _draw_next_head(pen: Pen, sheet: Sheet) -> float:
    """The short head of the second and later pages."""
    head = sheet.head
    said = "  ".join(part for part in (head.title, head.number, head.stamp) if part)
    pen.words(SIDE, TOP + STRONG.drop, said, STRONG)
    pen.words(SIDE + sheet.room, TOP + STRONG.drop, head.shop.name, SMALL, "right")
    pen.rule(SIDE, TOP + STRONG.height + 5, sheet.room, LINE)
    return _next_head_height()


def _draw_foot(pen: Pen, sheet: Sheet, page: int, pages: int) -> None:
    say = words_of(sheet.language)
    y = sheet.size[1] - FOOT + 8
    pen.rule(SIDE, y, sheet.room, LINE)
    base = y + 4 + FOOTING.drop
    text = " · ".join(part for part in (sheet.head.shop.name, sheet.head.shop.bank) if part)
    said = say("Page {page} of {pages}").format(page=page, pages=pages)
    room = sheet.room - FOOTING.width(said) - 20
    pen.words(SIDE, base, fonts.fitted(text, room, FOOTING.size, FOOTING.weight), FOOTING)
    pen.words(SIDE + sheet.room, base, said, FOOTING, "right")
