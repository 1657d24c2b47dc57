"""What chosen rows of a list come to: the sums that stand in the status bar."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from erp_desktop.core.table import NUMERIC, Cell, Column, Kind
from erp_desktop.views import figures, wording
from erp_desktop.views.widgets.list_source import PageSource, Row

if TYPE_CHECKING:
    from erp_desktop.views.widgets.list_view import ListView

SUMMED_AT_MOST: Final = 50_000


class ChosenSums(QObject):
    """Says what the chosen rows of a list come to, a moment after they changed."""

    def __init__(self, view: "ListView") -> None:
        super().__init__(view)
        self._view = view
        self._timer = QTimer(self, singleShot=True, interval=40)
        self._timer.timeout.connect(self._sum)

    def soon(self) -> None:
        self._timer.start()

    def _sum(self) -> None:
        """Count and sum what is chosen; everything chosen needs no reading of rows."""
        view = self._view
        if not view.isVisible():
            return  # the window is closing, or another page is seen
        count, found = view.chosen_count(), view.source.found()
        view.header.show_ticked(ticked=bool(count) if count in {0, found} else None)
        if count > 1 and count == found:
            view.source.read_totals(self._tell)
        elif 1 < count <= SUMMED_AT_MOST:
            view.source.read_sums(view.chosen_stretches(), self._tell)
        else:
            self._tell(())

    def _tell(self, totals: Row) -> None:
        count = self._view.chosen_count()
        if not count:
            self._view.summed.emit([])
            return
        said = [(wording.translate("List", "{0} selected").format(figures.number(count)), "")]
        columns = self._view.columns if totals else ()
        self._view.summed.emit([*said, *said_sums(columns, totals, count)])


def rows_of(source: PageSource, stretches: Iterable[tuple[int, int]]) -> list[Row]:
    """Rows by (start, size), read without pushing the visible ones out of memory."""
    found: list[Row] = []
    for start, size in stretches:
        found += source.page(start, size)
    return found


def said_sums(columns: Sequence[Column], totals: Row, count: int) -> list[tuple[str, str]]:
    """Title and figure of every column that was summed, money with its sign; then the average."""
    sign = figures.form().symbol
    sums: list[tuple[str, str]] = []
    average: list[tuple[str, str]] = []
    for column, total in zip(columns, totals, strict=True):
        if isinstance(total, Decimal | int) and column.kind in NUMERIC:
            sums.append(
                (wording.title(column.title).removesuffix(f" {sign}"), _figure(column, total))
            )
            if column.kind is Kind.MONEY and isinstance(total, Decimal) and not average and count:
                mean = (total / count).quantize(
                    Decimal(1).scaleb(-figures.form().places), ROUND_HALF_UP
                )
                average.append((wording.translate("List", "Average"), _figure(column, mean)))
    return [*sums, *average]


def _figure(column: Column, cell: Cell) -> str:
    if column.kind is Kind.MONEY and isinstance(cell, Decimal):
        return figures.money_with_sign(cell)
    return figures.written(column.kind, cell)
