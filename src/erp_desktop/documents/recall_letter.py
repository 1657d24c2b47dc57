"""The recall letter 召回通知: one page for each customer, with the goods in question.

Who bought them at the till is not known by name: for them there is a page to be hung up.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from erp_desktop.core import clock
from erp_desktop.core.errors import NothingToPost
from erp_desktop.core.money import quantity
from erp_desktop.documents import figures
from erp_desktop.documents.blocks import Notes, Signatures
from erp_desktop.documents.figures import places_of
from erp_desktop.documents.gather import shop_head
from erp_desktop.documents.grid import BESIDE, BODY, SMALL, Cell, Grid, GridColumn, Words
from erp_desktop.documents.page import Block, Sheet, draw_sheets, head_of
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import Paper, PaperLine, Party
from erp_desktop.documents.priced import quantity_mark
from erp_desktop.models.books import Books
from erp_desktop.services.stock.tracing import Holder, holders


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallLetter(Paper):
    """To one customer; the lines' `place` is the lot, their `note` the papers they came with.

    One for `everybody` is to be hung up in the shop.
    """

    party: Party
    everybody: bool = False


def draw(letters: Sequence[RecallLetter]) -> bytes:
    """All letters, one after another. Raises NothingToPost for none."""
    if not letters:
        raise NothingToPost
    return draw_sheets([_sheet(letter) for letter in letters])


def _sheet(paper: RecallLetter) -> Sheet:
    say = words_of(paper.language)
    facts = [("Date", figures.day(paper.day, paper.language))]
    head = head_of(paper, "Recall", [("Customer", paper.party)], facts)
    if not paper.stamps:  # it has no number, and is no draft for that
        head = replace(head, stamp="")
    please = say("Please set these goods aside, do not use or sell them, and tell us.")
    if paper.everybody:
        please = say("Please do not use these goods any more, and bring them back to us.")
    ending: list[Block] = [
        Notes("", please),
        Notes(say("Notes"), paper.notes),
        *([] if paper.everybody else [Signatures([say("Signature")])]),
    ]
    return Sheet(paper.language, head, _grid(paper), ending)


def _grid(paper: RecallLetter) -> Grid:
    say, lines = words_of(paper.language), paper.lines
    columns = (
        GridColumn(say("No."), least=14),
        GridColumn(say("Item"), share=2),
        GridColumn(say("Lot"), least=60),
        GridColumn(say("Quantity"), right=True),
        GridColumn(say("Unit"), least=24),
        GridColumn(say("Delivered with"), share=1),
    )
    if paper.everybody:
        return _public_grid(paper, columns[:3])
    places = places_of(line.quantity for line in lines)
    rows: list[tuple[Cell, ...]] = [
        (
            (Words(str(at), BESIDE),),
            (Words(line.name), Words(line.sku, SMALL, 1)),
            (Words(line.place, BODY, 1),),
            (quantity_mark(line.quantity, places),),
            (Words(line.unit, BESIDE, 1),),
            (Words(line.note, SMALL, 3),),
        )
        for at, line in enumerate(lines, start=1)
    ]
    return Grid(columns, rows)


def _public_grid(paper: RecallLetter, columns: tuple[GridColumn, ...]) -> Grid:
    """Which goods, and of which lots; how many there were is nobody's business."""
    rows: list[tuple[Cell, ...]] = [
        (
            (Words(str(at), BESIDE),),
            (Words(line.name), Words(line.sku, SMALL, 1)),
            (Words(line.place, BODY, 1),),
        )
        for at, line in enumerate(paper.lines, start=1)
    ]
    return Grid(columns, rows)


def gather_letters(
    books: Books, lot_ids: Sequence[int], *, reason: str = "", language: str | None = None
) -> list[RecallLetter]:
    """A letter for each customer who has goods of these lots, and of what was made of them; last
    one for everybody, where some were sold to nobody known."""
    found: dict[int | None, list[Holder]] = {}
    for held in sorted(holders(books, lot_ids), key=lambda held: held.partner_id is None):
        found.setdefault(held.partner_id, []).append(held)
    spoken, shop = language or books.setting("language", "en"), shop_head(books)
    stamps = ("Practice",) if books.setting("practice") == "1" else ()
    return [
        RecallLetter(
            language=spoken,
            shop=shop,
            number="",
            day=clock.day_date(clock.today()),
            lines=tuple(_line(held) for held in mine),
            reason=reason,
            stamps=stamps,
            party=_party(partner_id, mine[0], spoken),
            everybody=partner_id is None,
        )
        for partner_id, mine in found.items()
    ]


def _party(partner_id: int | None, held: Holder, language: str) -> Party:
    if partner_id is None:
        return Party(words_of(language)("Everybody who bought these goods from us"))
    return Party(held.customer, held.code, held.address, held.phone)


def _line(held: Holder) -> PaperLine:
    return PaperLine(
        name=held.name,
        quantity=quantity(held.quantity),
        unit=held.unit,
        sku=held.sku,
        place=held.lot,
        note=", ".join(held.numbers),
    )
