"""The lines of money moved between own accounts: what left, what arrived, what was kept of it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.reports.document_rows import DocumentView
from erp_desktop.services.finance.means import Means, name_of
from erp_desktop.views.finance.money_words import place_word
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

COLUMNS = (
    Column("account", QT_TRANSLATE_NOOP("Table", "Account"), width=220),
    Column("out", QT_TRANSLATE_NOOP("Table", "Out"), Kind.MONEY, 120),
    Column("into", QT_TRANSLATE_NOOP("Table", "In"), Kind.MONEY, 120),
    Column("rate", QT_TRANSLATE_NOOP("Table", "Tax rate"), Kind.PERCENT, 90),
    Column("tax", QT_TRANSLATE_NOOP("Table", "Tax"), Kind.MONEY, 100),
)


class TransferGrid(LinesGrid):
    """Shows what moved; nothing in it can be typed."""

    def __init__(self, office: Office, view: DocumentView) -> None:
        columns = [replace(one, cost=one.kind is Kind.MONEY) for one in COLUMNS]
        super().__init__([LineColumn(one) for one in columns], _nothing, _no_cells, growing=False)
        moved = [_moved(office, method, amount) for method, amount in view.methods]
        kept: list[dict[str, Cell]] = [
            {"account": one.name, "out": None, "into": one.total,
             "rate": one.rate or None, "tax": one.tax or None}
            for one in view.lines
        ]  # fmt: skip
        self.show_lines([*moved, *kept])


def _moved(office: Office, means: str, amount: Decimal) -> dict[str, Cell]:
    name = office.ask(name_of, means)
    return {
        "account": place_word(Means(means, name)),
        "out": -amount if amount < 0 else None,
        "into": amount if amount > 0 else None,
        "rate": None, "tax": None,
    }  # fmt: skip


def _nothing(text: str) -> tuple[()]:  # noqa: ARG001
    return ()


def _no_cells(found: object) -> Mapping[str, Cell]:  # noqa: ARG001
    return {}
