"""All suppliers of a product in a grid of any length: who, their code, price, pack, days.

The first line is the usual supplier; Alt with an arrow moves a line. A line that was there and is
not touched goes back as it came, whatever the grid does not show of it.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from erp_desktop.core.errors import NotANumber
from erp_desktop.core.money import ZERO
from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.services.catalogue.supply import Offer, Offered
from erp_desktop.views import theme, wording
from erp_desktop.views.office import Office
from erp_desktop.views.trade.finding import PartnerFinder
from erp_desktop.views.widgets import faces
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

translate = wording.translate
SHOWN = 6
_HIDDEN = tuple(LineColumn(Column(key, "", hidden=True)) for key in ("partner_code", "partner_id"))


class OffersGrid(LinesGrid):
    """`offers()` are all suppliers as they stand, the usual one first."""

    def __init__(self, office: Office) -> None:
        mark = QT_TRANSLATE_NOOP
        columns = (
            ("code", mark("Table", "Supplier's SKU"), Kind.CODE, 120),
            ("price", mark("Table", "Price"), Kind.PRICE, 90),
            ("minimum", mark("Table", "At least"), Kind.QUANTITY, 80),
            ("pack", mark("Table", "Pack"), Kind.QUANTITY, 76),
            ("days", mark("Table", "Lead days"), Kind.COUNT, 90),
        )
        super().__init__(
            [
                LineColumn(Column("supplier", mark("Table", "Supplier"), width=220), finder=True),
                *(
                    LineColumn(Column(key, title, kind, width, cost=key == "price"), editable=True)
                    for key, title, kind, width in columns
                ),
                *_HIDDEN,
            ],
            PartnerFinder(office, buying=True).find, _cells_of_found,
            faces={"supplier": faces.TwoLineFace("partner_code")},
        )  # fmt: skip
        self.adds = translate("Catalogue", "Enter adds a supplier: name or code")
        self.setAccessibleName(translate("Catalogue", "Suppliers"))
        self.changed.connect(self._fit)
        self._fit()

    def show_offers(self, offers: Sequence[Offered]) -> None:
        self.show_lines([_cells_of(one) for one in offers])

    def pick(self, row: int, found: Found) -> None:
        """A supplier stands here once: picked again, his line is gone to."""
        for at, line in enumerate(self.lines.lines()):
            if line.get("partner_id") == found.key and at != row:
                self.flash(at)
                return
        super().pick(row, found)

    def offers(self) -> list[Offer]:
        """What stands there. Raises NotANumber for days that are no whole number."""
        return [_offer(line) for line in self.lines.lines()]

    def _fit(self) -> None:
        rows = min(self.lines.rowCount(), SHOWN)
        self.setFixedHeight(theme.px(44) * rows + theme.px(36))


def _cells_of(one: Offered) -> dict[str, Cell]:
    return {
        "partner_id": one.partner_id, "supplier": one.supplier, "partner_code": one.supplier_code,
        "code": one.code or None, "price": one.price, "minimum": one.minimum or None,
        "pack": one.pack or None,
        "days": None if one.lead_days is None else Decimal(one.lead_days),
    }  # fmt: skip


def _cells_of_found(found: Found) -> Mapping[str, Cell]:
    return {"partner_id": found.key, "supplier": found.title, "partner_code": found.detail}


def _offer(line: Mapping[str, Any]) -> Offer:
    days = line.get("days")
    if days is not None and days != int(days):
        raise NotANumber(str(days))
    return Offer(
        int(line["partner_id"]), str(line.get("code") or ""), line.get("price"),
        line.get("minimum") or ZERO, line.get("pack") or ZERO,
        None if days is None else int(days),
    )  # fmt: skip
