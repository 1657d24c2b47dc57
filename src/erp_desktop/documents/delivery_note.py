"""The delivery note 销售出库单: goes with the goods, signed on arrival, tells no prices by default.

Its mirror images are papers of the same look: supplier return, transfer, write-off.
"""

from dataclasses import dataclass
from typing import Final

from erp_desktop.documents import figures
from erp_desktop.documents.blocks import Notes, Signatures
from erp_desktop.documents.goods_paper import goods_grid
from erp_desktop.documents.page import Block, Sheet, draw_sheet, head_of
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import Paper, Party

_HANDED_OVER: Final = ("Made by", "Delivered by", "Received by")
_INSIDE: Final = ("Made by", "Checked by", "Approved by")  # nothing is handed over
_SIGNED: Final = {"Write-off": _INSIDE, "Assembly": _INSIDE}


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryPaper(Paper):
    """Goods that left. `title` is "Delivery note", "Supplier return", "Stock transfer" …

    `ordered` of the lines and `place` (where to pick) are printed where the lines know them;
    `prices` prints unit price and amount too.
    """

    party: Party
    title: str = "Delivery note"
    order_number: str = ""
    warehouse: str = ""
    to_warehouse: str = ""
    prices: bool = False


def draw(paper: DeliveryPaper) -> bytes:
    """The note on A4."""
    say = words_of(paper.language)
    facts = [
        ("Date", figures.day(paper.day, paper.language)),
        ("Order", paper.order_number),
        ("From" if paper.to_warehouse else "Warehouse", paper.warehouse),
        ("To", paper.to_warehouse),
    ]
    side = "Supplier" if paper.title == "Supplier return" else "Deliver to"
    head = head_of(paper, paper.title, [(side, paper.party)], facts)
    ending: list[Block] = [
        Notes(say("Notes"), paper.notes),
        Signatures([say(label) for label in _SIGNED.get(paper.title, _HANDED_OVER)]),
    ]
    moved = "Delivered" if paper.title == "Delivery note" else "Quantity"
    grid = goods_grid(paper, moved, prices=paper.prices, summed=paper.title != "Assembly")
    return draw_sheet(Sheet(paper.language, head, grid, ending))
