"""The lines of a stock paper: what comes in variants is asked for in their grid, and pieces can be
written beside a weight where a product is kept in both (LEDGER L-59)."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from erp_desktop.reports.variant_rows import is_template
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.lines_grid import LinesGrid

Taken = Callable[[dict[int, Decimal]], object]


class WaresGrid(LinesGrid):
    """`place()` is the warehouse whose stock stands in the grid of variants; `put(product, how
    many)` takes what was written there."""

    def __init__(
        self, office: Office, place: Callable[[], int], put: Callable[[int, Decimal], int],
        columns: Sequence[Any],
        find: Callable[[str], Sequence[Found]], fill: Callable[[Found], Mapping[str, Any]],
        **more: Any,
    ) -> None:  # fmt: skip
        super().__init__(columns, find, fill, **more)
        self._office, self._place, self._put = office, place, put
        self.changed.connect(self._offer_pieces)

    def pick(self, row: int, found: Found) -> None:
        if not self.asked_variants(found.key):
            super().pick(row, found)

    def asked_variants(self, product_id: int) -> bool:
        """What comes in sizes and colours is written in their grid; whether it does."""
        if not self._office.ask(is_template, product_id):
            return False
        ask_variants(self._office, product_id, self._place(), self._put_all, self)
        return True

    def _put_all(self, found: dict[int, Decimal]) -> None:
        with self.lines.together():
            for product_id, pieces in found.items():
                self._put(product_id, pieces)

    def _offer_pieces(self) -> None:
        keys = [column.key for column in self.lines.columns]
        if "pieces" not in keys:
            return
        lines = list(enumerate(self.lines.lines()))
        weighed = {row for row, line in lines if line.get("catch_unit")}
        self.lines.closed = {(row, "pieces") for row, _ in lines if row not in weighed}
        at = keys.index("pieces") + 1
        if self.header.isSectionHidden(at) == bool(weighed):
            self.header.setSectionHidden(at, not weighed)
            self.share_room()


def ask_variants(
    office: Office, template_id: int, place_id: int, taken: Taken, parent: QWidget, verb: str = ""
) -> None:
    """The quantities of a template's variants, typed into their grid."""
    from erp_desktop.views.catalogue.matrix_dialog import MatrixDialog

    dialog = MatrixDialog(office, template_id, place_id, verb=verb, parent=parent)
    dialog.chosen.connect(taken)
    dialog.open()
