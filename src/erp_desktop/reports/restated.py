"""What a late fact changes: before it is posted (a preview) and after (who changed what, and why).

A document with an earlier date, a bill at another price, freight or a reversal tells the story of
its goods again. These are the documents whose cost comes out differently, the cost of sales by
month, and the margin by customer (LEDGER L-20: +15.00).
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, NamedTuple, ParamSpec

from erp_desktop.core.money import money
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, Where, table
from erp_desktop.services.paper import Posted
from erp_desktop.services.stock.places import outside

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

P = ParamSpec("P")

COLUMNS: Final = (
    Column("cause", "Caused by", Kind.CODE, 150),
    Column("booked", "Booked", Kind.DATE),
    Column("document", "Document", Kind.CODE, 150),
    Column("kind", "Kind"),
    Column("sku", "SKU", Kind.CODE),
    Column("before", "Cost before", Kind.MONEY),
    Column("more", "Change", Kind.MONEY, total=True),
)


class Changed(NamedTuple):
    """A document whose cost comes out differently."""

    id: int
    number: str
    kind: str
    sku: str
    before: Decimal
    after: Decimal


class Effect(NamedTuple):
    """All that a posting changes in what was posted before."""

    documents: tuple[Changed, ...]
    cost_of_sales: tuple[tuple[int, Decimal], ...]  # by month (202601), + costs more
    customers: tuple[tuple[str, Decimal], ...]  # by customer, + earns more; "" is the till

    def __bool__(self) -> bool:
        return bool(self.documents)


def preview(books: Books, step: Callable[..., Posted], *args: Any, **kwargs: Any) -> Effect:
    """What would change if this were posted. Run it with `UnitOfWork.try_out`."""
    return effect_of(books, step(books, *args, **kwargs).id)


def effect_of(books: Books, document_id: int) -> Effect:
    """What a posted document changed in others."""
    places = books.money_places
    documents = tuple(
        Changed(row[0], row[1], row[2], row[3], money(int(row[4]), places),
                money(int(row[5]), places))
        for row in books.rows(
            "SELECT d.id, d.number, d.kind, p.sku, "
            "SUM(CASE WHEN e.caused_by_id <> ? THEN e.amount ELSE 0 END), SUM(e.amount) "
            "FROM stock_move m JOIN stock_value_entry e ON e.move_id = m.id "
            "JOIN document d ON d.id = m.document_id JOIN product p ON p.id = m.product_id "
            "WHERE m.document_id <> ? AND m.id IN "
            "(SELECT c.move_id FROM stock_value_entry c WHERE c.caused_by_id = ?) "
            "AND e.kind = 'cost' GROUP BY d.id, d.number, d.kind, p.sku, p.id "
            "HAVING SUM(CASE WHEN e.caused_by_id = ? THEN e.amount ELSE 0 END) <> 0 "
            "ORDER BY d.id, p.sku",
            (document_id, document_id, document_id, document_id),
        )
    )  # fmt: skip
    sold = _cost_of_sales(books, document_id)
    months: dict[int, int] = {}
    customers: dict[str, int] = {}
    for day, customer, amount in sold:
        months[day // 100] = months.get(day // 100, 0) + int(amount)
        customers[customer] = customers.get(customer, 0) - int(amount)
    return Effect(
        documents,
        tuple((month, money(amount, places)) for month, amount in sorted(months.items()) if amount),
        tuple((name, money(more, places)) for name, more in sorted(customers.items()) if more),
    )


def _cost_of_sales(books: Books, document_id: int) -> list[tuple[Any, ...]]:
    """Day of the books, customer and cost of what this document changed in earlier sales."""
    customer = outside(books, "customer")
    return books.rows(
        "SELECT e.booked_on, d.partner_name, SUM(CASE WHEN e.kind = 'variance' THEN -e.amount "
        "WHEN m.target_id = ? THEN e.amount ELSE -e.amount END) FROM stock_value_entry e "
        "JOIN stock_move m ON m.id = e.move_id JOIN document d ON d.id = m.document_id "
        "WHERE e.caused_by_id = ? AND m.document_id <> ? AND (e.kind = 'variance' OR "
        "(e.kind = 'cost' AND (m.target_id = ? OR m.source_id = ?))) "
        "GROUP BY e.booked_on, d.partner_name",
        (customer, document_id, document_id, customer, customer),
    )


def restated(books: Books, ask: ReportAsk) -> Table:
    """Every cost that a later document changed, and by how much."""
    where = Where("e.kind = 'cost'", "e.caused_by_id <> m.document_id",
                  "e.booked_on BETWEEN ? AND ?", "x.kind <> 'reversal'")  # fmt: skip
    where.params += [ask.first, ask.last]
    where.sku(books, ask, "m.product_id").warehouse(books, ask, "m.source_id", "m.target_id")
    raw = books.rows(
        "SELECT x.number, e.booked_on, d.number, d.kind, p.sku, "
        "COALESCE((SELECT SUM(b.amount) FROM stock_value_entry b WHERE b.move_id = m.id "
        "AND b.kind = 'cost' AND b.id < MIN(e.id)), 0), SUM(e.amount), d.id "
        "FROM stock_value_entry e JOIN stock_move m ON m.id = e.move_id "
        "JOIN document d ON d.id = m.document_id JOIN document x ON x.id = e.caused_by_id "
        f"JOIN product p ON p.id = m.product_id{where.sql} "
        "GROUP BY x.number, e.booked_on, d.number, d.kind, p.sku, m.id, d.id, x.id "
        "HAVING SUM(e.amount) <> 0 ORDER BY x.id, d.id",
        where.params,
    )
    keys = [row[-1] for row in raw]
    return table(books, ("restated", "Restated costs"), COLUMNS, [row[:-1] for row in raw], keys)
