"""The lines of an expense: what it was for, and its amount with the tax in it."""

from collections.abc import Mapping, Sequence

from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.reports.document_rows import DocumentLine
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

COLUMNS = (
    Column("account", QT_TRANSLATE_NOOP("Table", "Account"), Kind.CODE, 90),
    Column("name", QT_TRANSLATE_NOOP("Table", "What for"), width=220),
    Column("rate", QT_TRANSLATE_NOOP("Table", "Tax rate"), Kind.PERCENT, 90),
    Column("net", QT_TRANSLATE_NOOP("Table", "Net"), Kind.MONEY, 110, cost=True),
    Column("tax", QT_TRANSLATE_NOOP("Table", "Tax"), Kind.MONEY, 110, cost=True),
    Column("total", QT_TRANSLATE_NOOP("Table", "Total"), Kind.MONEY, 120, cost=True),
)


class ExpenseGrid(LinesGrid):
    """Shows what was spent; nothing in it can be typed."""

    def __init__(self, lines: Sequence[DocumentLine]) -> None:
        columns = [LineColumn(one) for one in COLUMNS]
        super().__init__(columns, _nothing, _no_cells, growing=False)
        self.show_lines([_cells(line) for line in lines])


def _cells(line: DocumentLine) -> dict[str, Cell]:
    return {
        "account": line.sku, "name": line.name, "rate": line.rate, "net": line.net,
        "tax": line.tax, "total": line.net + line.tax,
    }  # fmt: skip


def _nothing(text: str) -> tuple[()]:  # noqa: ARG001
    return ()


def _no_cells(found: object) -> Mapping[str, Cell]:  # noqa: ARG001
    return {}
