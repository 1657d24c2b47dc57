"""The goods receipt 采购入库单 (and customer return): what arrived, against the order."""

from dataclasses import dataclass

from erp_desktop.documents import figures
from erp_desktop.documents.blocks import Notes, Signatures
from erp_desktop.documents.goods_paper import goods_grid
from erp_desktop.documents.page import Block, Sheet, draw_sheet, head_of
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import Paper, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptOfGoodsPaper(Paper):
    """Goods that arrived. `title` is "Goods receipt" or "Customer return".

    `prices` prints cost and amount; leave it off for a clerk without the right to see costs.
    """

    party: Party
    title: str = "Goods receipt"
    order_number: str = ""
    their_number: str = ""
    warehouse: str = ""
    prices: bool = False


def draw(paper: ReceiptOfGoodsPaper) -> bytes:
    """The receipt on A4."""
    say = words_of(paper.language)
    facts = [
        ("Date", figures.day(paper.day, paper.language)),
        ("Order", paper.order_number),
        ("Their number", paper.their_number),
        ("Warehouse", paper.warehouse),
    ]
    side = "Customer" if paper.title == "Customer return" else "Supplier"
    head = head_of(paper, paper.title, [(side, paper.party)], facts)
    ending: list[Block] = [
        Notes(say("Notes"), paper.notes),
        Signatures([say(label) for label in ("Made by", "Checked by", "Received by")]),
    ]
    grid = goods_grid(paper, "Received", prices=paper.prices)
    return draw_sheet(Sheet(paper.language, head, grid, ending))
