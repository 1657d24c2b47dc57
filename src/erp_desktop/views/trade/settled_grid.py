"""The lines of a payment: which invoices or bills it settled, and how much of each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.reports.settled import Settled
from erp_desktop.views import wording
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

COLUMNS = (
    Column("kind", QT_TRANSLATE_NOOP("Table", "Document"), width=200),
    Column("number", QT_TRANSLATE_NOOP("Table", "Number"), Kind.CODE, 170),
    Column("day", QT_TRANSLATE_NOOP("Table", "Date"), Kind.DATE, 110),
    Column("total", QT_TRANSLATE_NOOP("Table", "Total"), Kind.MONEY, 120),
    Column("amount", QT_TRANSLATE_NOOP("Table", "Settled here"), Kind.MONEY, 130),
)


class SettledGrid(LinesGrid):
    """Shows what was settled; nothing in it can be typed."""

    def __init__(self, rows: Sequence[Settled], *, buying: bool) -> None:
        """What is paid to suppliers is a cost, for those who may not see costs."""
        columns = [replace(one, cost=buying and one.kind is Kind.MONEY) for one in COLUMNS]
        super().__init__([LineColumn(one) for one in columns], _nothing, _no_cells, growing=False)
        self.show_lines([_cells(row) for row in rows])


def _cells(row: Settled) -> dict[str, Cell]:
    return {
        "kind": wording.kind_word(row.kind), "number": row.number, "day": row.day,
        "total": row.total, "amount": row.amount,
    }  # fmt: skip


def _nothing(text: str) -> tuple[()]:  # noqa: ARG001
    return ()


def _no_cells(found: object) -> Mapping[str, Cell]:  # noqa: ARG001
    return {}
