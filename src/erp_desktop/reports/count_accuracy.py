"""How right the books were: of what was counted, how much agreed, and what the rest was worth.

Taken from the posted counts as they found things then; a count that was reversed does not speak.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from erp_desktop.core.money import divided
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, Where, table

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

ACCURACY: Final = (
    Column("month", "Month", Kind.CODE, 90),
    Column("category", "Category", width=160),
    Column("counter", "Counted by", width=160),
    Column("lines", "Products counted", Kind.COUNT, 130, total=True),
    Column("exact", "Agreed", Kind.COUNT, 90, total=True),
    Column("accuracy", "Accuracy %", Kind.PERCENT, 110),
    Column("surplus", "Surplus", Kind.MONEY, 110, total=True, cost=True),
    Column("shortage", "Shortage", Kind.MONEY, 110, total=True, cost=True),
    Column("net", "Net difference", Kind.MONEY, 120, total=True, cost=True),
    Column("document", "Newest document", Kind.CODE, 150),
)
REASONS: Final = (
    Column("month", "Month", Kind.CODE, 90),
    Column("reason", "Reason", width=200),
    Column("lines", "Products that differ", Kind.COUNT, 140, total=True),
    Column("surplus", "Surplus", Kind.MONEY, 110, total=True, cost=True),
    Column("shortage", "Shortage", Kind.MONEY, 110, total=True, cost=True),
    Column("net", "Net difference", Kind.MONEY, 120, total=True, cost=True),
    Column("document", "Newest document", Kind.CODE, 150),
)
_WORTH = (
    "(SELECT SUM(CASE WHEN t.kind = 'storage' THEN e.amount ELSE -e.amount END) FROM stock_move m "
    "JOIN location t ON t.id = m.target_id JOIN stock_value_entry e ON e.move_id = m.id "
    "AND e.kind = 'cost' WHERE m.document_id = d.id AND m.line_id = l.id)"
)


class _Line(NamedTuple):
    """A counted product of a posted count."""

    month: str
    category: str
    counter: str
    reason: str
    exact: bool
    worth: int
    document: int
    number: str


def count_accuracy(books: Books, ask: ReportAsk) -> Table:
    """By month, category and counter: how much of what was counted agreed with the books."""
    grouped = [
        (*key, len(lines), exact, _percent(exact, len(lines)), *_sums(lines), *_newest(lines))
        for key, lines in _grouped(books, ask, lambda line: (line.month, line.category,
                                                              line.counter))
        for exact in (sum(line.exact for line in lines),)
    ]  # fmt: skip
    rows, keys = [row[:-1] for row in grouped], [int(str(row[-1])) for row in grouped]
    return table(books, ("count-accuracy", "Stock accuracy"), ACCURACY, rows, keys)


def count_reasons(books: Books, ask: ReportAsk) -> Table:
    """By month and reason: what differed, and what it was worth."""
    grouped = [
        (*key, len(differing), *_sums(differing), *_newest(differing))
        for key, lines in _grouped(books, ask, lambda line: (line.month, line.reason))
        for differing in ([line for line in lines if not line.exact],)
        if differing
    ]
    rows, keys = [row[:-1] for row in grouped], [int(str(row[-1])) for row in grouped]
    return table(books, ("count-reasons", "Count differences by reason"), REASONS, rows, keys)


def _percent(part: int, whole: int) -> int:
    """In percent parts, to two places."""
    return divided(part * 10_000, whole) * 10_000


def _sums(lines: list[_Line]) -> tuple[int, int, int]:
    """What was more, what was less, and both together."""
    more = sum(line.worth for line in lines if line.worth > 0)
    less = sum(line.worth for line in lines if line.worth < 0)
    return more, less, more + less


def _newest(lines: list[_Line]) -> tuple[str, int]:
    """The number and id of the newest count among them."""
    last = max(lines, key=lambda line: line.document)
    return last.number, last.document


def _grouped(
    books: Books, ask: ReportAsk, key: Callable[[_Line], tuple[str, ...]]
) -> list[tuple[tuple[str, ...], list[_Line]]]:
    groups: dict[tuple[str, ...], list[_Line]] = {}
    for line in _lines(books, ask):
        groups.setdefault(key(line), []).append(line)
    return sorted(groups.items(), key=lambda group: (_newest_first(group[0][0]), group[0][1:]))


def _newest_first(month: str) -> int:
    return -int(month.replace("-", ""))


def _lines(books: Books, ask: ReportAsk) -> Iterator[_Line]:
    where = Where(
        "d.kind = 'count'",
        "d.state = 'posted'",
        "d.happened_at <= ?",
        "d.booked_on BETWEEN ? AND ?",
    )
    where.params += [ask.moment, ask.first, ask.last]
    where.warehouse(books, ask, "d.place_id").sku(books, ask, "l.product_id")
    counters, reasons = _counters(books), _reasons(books)
    for document_id, number, booked, product_id, category, person, found, book, worth in books.rows(
        "SELECT d.id, d.number, d.booked_on, l.product_id, COALESCE(c.name, ''), "
        "COALESCE(u.full_name, u.name, ''), l.counted, l.expected, "
        f"COALESCE({_WORTH}, 0) FROM document d JOIN document_line l ON l.document_id = d.id "
        "JOIN product p ON p.id = l.product_id LEFT JOIN category c ON c.id = p.category_id "
        f"LEFT JOIN user_account u ON u.id = d.user_id{where.sql} ORDER BY d.booked_on, l.id",
        where.params,
    ):
        key = (document_id, product_id)
        yield _Line(
            f"{booked // 10_000}-{booked // 100 % 100:02d}", category,
            str(counters.get(key, person)), str(reasons.get(key, "")), found == book, int(worth),
            document_id, number,
        )  # fmt: skip


def _counters(books: Books) -> dict[tuple[int, int], str]:
    """Who counted a product of a posted count: the last round's counters."""
    told: dict[tuple[int, int], dict[str, None]] = {}
    for document_id, product_id, counter in books.rows(
        "SELECT n.document_id, e.product_id, e.counter FROM count_entry e "
        "JOIN count_plan n ON n.id = e.plan_id AND n.document_id IS NOT NULL "
        "WHERE NOT e.set_aside AND e.counter <> '' ORDER BY e.id"
    ):
        told.setdefault((document_id, product_id), {})[counter] = None
    return {key: ", ".join(names) for key, names in told.items()}


def _reasons(books: Books) -> dict[tuple[int, int], Any]:
    return {
        (row[0], row[1]): row[2]
        for row in books.rows(
            "SELECT n.document_id, i.product_id, i.reason FROM count_item i JOIN count_plan n "
            "ON n.id = i.plan_id AND n.document_id IS NOT NULL WHERE i.reason <> ''"
        )
    }
