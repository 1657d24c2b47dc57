"""The invoice 销售发票 (also credit note and bill): who owes what for what, and by when."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from erp_desktop.documents import figures
from erp_desktop.documents.blocks import Notes
from erp_desktop.documents.page import Block, Sheet, draw_sheet, head_of
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import ZERO, Party, PricedPaper
from erp_desktop.documents.priced import priced_grid, sums_of


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicePaper(PricedPaper):
    """An invoice. `title` is "Invoice", "Credit note" or "Bill"; `paid` is what was paid so far."""

    party: Party
    title: str = "Invoice"
    due_on: date | None = None
    order_number: str = ""
    delivery_number: str = ""
    their_number: str = ""
    paid: Decimal = ZERO


def draw(paper: InvoicePaper) -> bytes:
    """The invoice on A4."""
    paper.require_sum()
    facts = [
        ("Date", figures.day(paper.day, paper.language)),
        ("Due", figures.day(paper.due_on, paper.language) if paper.due_on else ""),
        ("Order", paper.order_number),
        ("Receipt no." if paper.title == "Bill" else "Delivery", paper.delivery_number),
        ("Their number", paper.their_number),
    ]
    side = "Supplier" if paper.title == "Bill" else "Bill to"
    head = head_of(paper, paper.title, [(side, paper.party)], facts)
    return draw_sheet(Sheet(paper.language, head, priced_grid(paper), _ending(paper)))


def _ending(paper: InvoicePaper) -> list[Block]:
    say, places = words_of(paper.language), paper.shop.places
    after = []
    if paper.paid:
        left = paper.total - paper.paid
        after = [
            (say("Paid or credited"), figures.figure(-paper.paid, places)),
            (say("Still to pay"), figures.priced(left, paper.shop.symbol, places)),
        ]
    return [sums_of(paper, after=after), Notes(say("Notes"), paper.notes)]
