"""Changing how a product is costed (计价方法变更): by another method, or by another standard.

The change is a posted document with its own moment: what happened before is costed as it was, what
happens after it by the new method, and at that moment quantity and value stay as they are, to the
cent (LEDGER L-13).
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from erp_desktop.core import clock, errors
from erp_desktop.core.costing.events import Event
from erp_desktop.core.money import price_parts
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.catalogue.columns import COSTING
from erp_desktop.services.catalogue.products import Product, product
from erp_desktop.services.paper import Line, Paper, Posted
from erp_desktop.services.users import rights

# A change is no move: it has an id of its own, below all ids of moves.
_PENDING: Final = -(2**62)


@dataclass(frozen=True, slots=True)
class ChangeCosting:
    """From `at` on the product is costed by `method`; `standard_cost` where that is standard."""

    product_id: int
    method: str
    standard_cost: Decimal | None = None
    at: int | None = None
    external_id: str | None = None
    reason: str = ""


def change_costing(books: Books, command: ChangeCosting) -> Posted:
    """Post the change; later documents are told again by the new method.

    Raises NotAmong, SameCosting, Missing (standard cost), BeforeLastChange, NotStocked.
    """
    rights.require(books, rights.REWORK)
    if again := posting.posted_before(books, command.external_id):
        return again
    changing = product(books, command.product_id)
    at = command.at if command.at is not None else clock.now()
    standard = _check(changing, command, at)
    was, standard_was = changing.costing, changing.standard_cost
    paper = Paper(
        kind=Kind.COSTING_CHANGE,
        at=at,
        external_id=command.external_id,
        reason=command.reason,
        lines=[
            Line(changing.id, changing.sku, changing.name, unit=changing.unit, price=standard or 0,
                 note=f"{was} > {command.method}")
        ],
        recosts={
            changing.id: Event(_PENDING, 0, 0, 0, at=at, becomes=command.method,
                               standard=standard or 0)
        },
    )  # fmt: skip
    posted = posting.post(books, paper)
    line_id, sequence = books.row(
        "SELECT l.id, d.sequence FROM document_line l JOIN document d ON d.id = l.document_id "
        "WHERE d.id = ?",
        (posted.id,),
    ) or (0, 0)
    books.insert(
        "costing_change", product_id=changing.id, document_id=posted.id, line_id=line_id,
        happened_at=at, sequence=sequence, was=was, becomes=command.method,
        standard_was=standard_was, standard=standard,
    )  # fmt: skip
    books.update("product", changing.id, costing=command.method, standard_cost=standard)
    return posted


def _check(changing: Product, command: ChangeCosting, at: int) -> int | None:
    if command.method not in COSTING:
        raise errors.NotAmong("costing", command.method, " | ".join(sorted(COSTING)))
    if not changing.is_goods:
        raise errors.NotStocked(changing.sku)
    standard = None
    if command.method == "standard":
        if command.standard_cost is None:
            raise errors.Missing("standard_cost")
        if command.standard_cost < 0:
            raise errors.NotPositive("standard_cost", command.standard_cost)
        standard = price_parts(command.standard_cost)
    if command.method == changing.costing and standard == changing.standard_cost:
        raise errors.SameCosting(changing.sku, command.method)
    if changing.changed_at is not None and at <= changing.changed_at:
        raise errors.BeforeLastChange(changing.sku, clock.iso(changing.changed_at))
    return standard


def put_back(books: Books, document_id: int) -> dict[int, tuple[int, int]]:
    """A change is reversed: the product is costed as before; which stories are told from when.

    Only the last change of a product can be reversed. Raises BeforeLastChange.
    """
    found: dict[int, tuple[int, int]] = {}
    for product_id, at, sequence, was, standard_was in books.rows(
        "SELECT product_id, happened_at, sequence, was, standard_was FROM costing_change "
        "WHERE document_id = ?",
        (document_id,),
    ):
        changing = product(books, product_id)
        if changing.changed_at is not None and changing.changed_at > at:
            raise errors.BeforeLastChange(changing.sku, clock.iso(changing.changed_at))
        books.update("product", product_id, costing=was, standard_cost=standard_was)
        found[product_id] = (at, sequence)
    return found
