"""Why a sale left what it left: what it was sold for, less what its goods cost, as a tree.

Behind each product stands what was on its shelf before it was sold, less what stayed there: so the
leaves are receipts, bills, freight and roundings, and they sum to the margin to the cent. What
customers brought back counts the other way round.
"""

from erp_desktop.core.money import quantity
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.why import Telling
from erp_desktop.reports.why_steps import Step
from erp_desktop.reports.why_tree import COST, MARGIN, SOLD, Node, summed
from erp_desktop.services.records import header
from erp_desktop.services.users import rights


def why_margin(books: Books, document_id: int, as_of: int | None = None) -> Node:
    """The tree of what a sale, a stock-out or a return left, now or as of an instant.

    Raises UnknownDocument, NotAllowed.
    """
    rights.require(books, rights.COST)
    head = header(books, document_id)
    telling = Telling(books, ReportAsk(as_of=as_of), one_place=False)
    sign = -1 if head.kind is Kind.SALES_RETURN else 1
    net = telling.worth(sign * int(books.value(
        "SELECT net FROM document WHERE id = ?", (document_id,)
    )))  # fmt: skip
    goods = [
        _cost(telling, product, sku, name, step)
        for move, product, sku, name in books.rows(
            "SELECT m.id, m.product_id, p.sku, p.name FROM stock_move m "
            "JOIN product p ON p.id = m.product_id WHERE m.document_id = ? ORDER BY m.id",
            (document_id,),
        )
        if (step := telling.step(product, move)) is not None
    ]
    sold = Node(SOLD, {}, quantity(0), net)
    return summed(MARGIN, {"document": head.number or head.called}, (sold, *goods))


def _cost(telling: Telling, product: int, sku: str, name: str, step: Step) -> Node:
    """What the goods of one movement cost, taken off; what came back is added."""
    facts = {"pieces": f"{quantity(abs(step.quantity)):f}", "sku": sku, "name": name}
    behind = telling.before(product, step, 1) if step.quantity < 0 else None
    children = (behind.of_another().taken(),) if behind is not None else ()
    return Node(COST, facts, quantity(0), telling.worth(step.cost), children)
