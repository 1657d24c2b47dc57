"""The purchase order 采购订单, and its mirror the sales order 销售订单 and quotation 报价单."""

from dataclasses import dataclass
from datetime import date

from erp_desktop.documents import figures
from erp_desktop.documents.blocks import Notes, Signatures
from erp_desktop.documents.page import Block, Sheet, draw_sheet, head_of
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import Party, PricedPaper
from erp_desktop.documents.priced import priced_grid, sums_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPaper(PricedPaper):
    """An order. `title` is "Purchase order", "Sales order" or "Quotation".

    `expected_on` is when the goods should come, or until when a quotation holds; `warehouse` is
    where they should go.
    """

    party: Party
    title: str = "Purchase order"
    expected_on: date | None = None
    warehouse: str = ""
    their_number: str = ""


def draw(paper: OrderPaper) -> bytes:
    """The order on A4."""
    paper.require_sum()
    say = words_of(paper.language)
    buying = paper.title == "Purchase order"
    until = "Valid until" if paper.title == "Quotation" else "Expected"
    facts = [
        ("Date", figures.day(paper.day, paper.language)),
        (until, figures.day(paper.expected_on, paper.language) if paper.expected_on else ""),
        ("Warehouse", paper.warehouse),
        ("Their number", paper.their_number),
    ]
    head = head_of(paper, paper.title, [("Supplier" if buying else "Customer", paper.party)], facts)
    signed = ("Ordered by", "Approved by") if buying else ("Made by", "Customer")
    ending: list[Block] = [
        sums_of(paper, after=[]),
        Notes(say("Notes"), paper.notes),
        Signatures([say(label) for label in signed]),
    ]
    return draw_sheet(Sheet(paper.language, head, priced_grid(paper), ending))
