"""What to order: on hand + on order − promised, against what the product should have.

The figures are those of `services/stock/replenishing`: a product is suggested only while what is
on its way in time does not bring it back to its minimum, so asking twice changes nothing and an
order that is under way mutes the alert (LEDGER L-46, L-47).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from erp_desktop.core.money import divided, value_of
from erp_desktop.core.table import Cell, Column, Kind, Row, Table, each_row
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, table
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.stock.places import warehouse
from erp_desktop.services.stock.replenishing import Advice, Asked, advise

COLUMNS: Final = (
    Column("sku", "SKU", Kind.CODE, 84),
    Column("name", "Name", width=230),
    Column("supplier", "Supplier", width=180),
    Column("on_hand", "On hand", Kind.QUANTITY, 76),
    Column("on_order", "On order", Kind.QUANTITY, 76),
    Column("reserved", "Reserved", Kind.QUANTITY, 76, hidden=True),
    Column("minimum", "Minimum", Kind.QUANTITY, 76),
    Column("suggested", "Suggested", Kind.QUANTITY, 88, total=True),
    Column("amount", "Amount", Kind.MONEY, 92, total=True, cost=True),
    Column("why", "Why", width=300),
    Column("forecast", "Forecast", Kind.QUANTITY, 84, hidden=True),
    Column("unit", "Unit", width=60, hidden=True),
    Column("price", "Unit cost", Kind.PRICE, 84, hidden=True, cost=True),
    Column("target", "Target", Kind.QUANTITY, hidden=True),
    Column("safety", "Safety stock", Kind.QUANTITY, hidden=True),
    Column("daily", "Daily use", Kind.QUANTITY, hidden=True),
    Column("season", "Season %", Kind.PERCENT, hidden=True),
    Column("lead_days", "Lead time (days)", Kind.COUNT, hidden=True),
    Column("later", "Comes too late", Kind.QUANTITY, hidden=True),
    Column("drafted", "In drafts", Kind.QUANTITY, hidden=True),
    Column("pack", "Pack", Kind.QUANTITY, hidden=True),
    Column("least", "Minimum order", Kind.QUANTITY, hidden=True),
)

# A row's `why` names one or more of these, with + between; its columns fill the places. The views
# translate them.
SENTENCES: Final[dict[str, str]] = {
    "short": "Promised {reserved}, but {on_hand} on hand and {on_order} on order.",
    "below": "{forecast} will be left, below the minimum of {minimum}.",
    "coming": "{on_order} on order bring it back to {forecast}: nothing to do.",
    "enough": "{forecast} will be left, the minimum is {minimum}.",
    "below+use": "{forecast} will be left; minimum {minimum} = {safety} + {daily} a day × "
    "{lead_days} days.",
    "use": "Minimum: {safety} + {daily} a day × {lead_days} days.",
    "season": "Last year the coming weeks sold {season} % of the usual.",
    "late": "{later} more are on order but come too late.",
    "draft": "{drafted} of what is on order are in drafts.",
    "pack": "It is sold in packs of {pack}.",
    "least": "The supplier sells no less than {least}.",
    # what mends stock below zero (`below_zero`)
    "move-here": "Move {missing} here: {elsewhere} lie in other warehouses.",
    "receive-it": "Receive the order: {on_order} are on their way.",
    "never-came": "It never came in: enter its receipt or its opening stock.",
    "count-it": "Count it, or enter the receipt that is missing.",
}

ON_ORDER: Final = """
SELECT l.product_id, SUM(CASE WHEN l.quantity > COALESCE(x.done, 0)
                              THEN l.quantity - COALESCE(x.done, 0) ELSE 0 END) AS coming
FROM document o JOIN document_line l ON l.document_id = o.id
LEFT JOIN (
    SELECT a.answers_id, SUM(a.quantity) AS done FROM document i
    JOIN document_line a ON a.document_id = i.id
    WHERE i.kind = 'goods_receipt' AND i.state = 'posted' AND a.answers_id IS NOT NULL
    GROUP BY a.answers_id
) x ON x.answers_id = l.id
WHERE o.kind = 'purchase_order' AND o.state = 'confirmed'
GROUP BY l.product_id
"""
_TITLE: Final = ("replenishment", "What to order")


def replenishment(books: Books, ask: ReportAsk) -> Table:
    """Products that have a minimum, are promised or are on order; what is short comes first."""
    found = advise(books, asked(books, ask))
    rows = [_row(one, books.minor) for one in found]
    return table(books, _TITLE, COLUMNS, rows, [one.product_id for one in found])


def asked(books: Books, ask: ReportAsk) -> Asked:
    """The question in the service's words. Raises UnknownProduct, UnknownWarehouse."""
    return Asked(
        None if ask.warehouse is None else warehouse(books, ask.warehouse).id,
        None if ask.sku is None else by_sku(books, ask.sku).id,
    )


def _row(one: Advice, minor: int) -> tuple[Any, ...]:
    return (
        one.sku, one.name, one.supplier, one.on_hand, one.on_order, one.reserved, one.minimum,
        one.suggested, value_of(one.suggested, one.price, minor), "+".join(one.why), one.forecast,
        one.unit, one.price, one.target, one.safety,
        daily_of(one), season_of(one), one.lead_days, one.later, one.drafted, one.pack, one.least,
    )  # fmt: skip


def daily_of(one: Advice) -> int:
    """What is used in a day, to two places, for reading only."""
    return divided(one.use.quantity, one.use.days * 10_000) * 10_000


def season_of(one: Advice) -> int:
    """The season's factor as a percentage (parts), to whole percents."""
    return divided(100 * one.use.up, one.use.down) * 1_000_000


def sentence(why: str, facts: Mapping[str, Any], say: Callable[[str], str]) -> str:
    """Why a product is suggested, in one line; `say` finds a sentence in another language."""
    codes = why.split("+")
    if codes[:2] == ["below", "use"]:
        codes[:2] = ["below+use"]
    said = [say(SENTENCES[code]).format(**facts) for code in codes if code in SENTENCES]
    return " ".join(said)


def in_words(
    found: Table, say: Callable[[str], str] = str, figure: Callable[[Any], str] = str
) -> Table:
    """The table with its codes of `why` as sentences, for people who open a file."""
    keys = [column.key for column in found.columns]
    if found.name not in {_TITLE[0], "negative-stock"} or "why" not in keys:
        return found
    at = keys.index("why")

    def worded(row: Row) -> Row:
        said = sentence(str(row[at]), _facts(keys, row, figure), say)
        return (*row[:at], said, *row[at + 1 :])

    return replace(found, rows=each_row(found.rows, worded))


def _facts(
    keys: Iterable[str], row: tuple[Cell, ...], figure: Callable[[Any], str]
) -> dict[str, Any]:
    return {
        key: figure(cell) if isinstance(cell, Decimal) else cell
        for key, cell in zip(keys, row, strict=True)
    }
