"""What a kit is sold from, or what is assembled is made of: parts found by name, and how much."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.reports.product_details import PartRow
from erp_desktop.services.catalogue.columns import SavePart
from erp_desktop.views import theme, wording
from erp_desktop.views.office import Office
from erp_desktop.views.trade.finding import ProductFinder
from erp_desktop.views.widgets import faces
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

translate = wording.translate
SHOWN = 6


class PartsGrid(LinesGrid):
    """`parts()` is what stands there. `per` is for how many it is made of these."""

    def __init__(self, office: Office) -> None:
        self._finder = ProductFinder(office, lambda: None, buying=True, goods=True)
        super().__init__(
            [
                LineColumn(Column("product", QT_TRANSLATE_NOOP("Table", "Product"), width=260),
                           finder=True),
                LineColumn(Column("quantity", QT_TRANSLATE_NOOP("Table", "Per unit"), Kind.QUANTITY,
                                  110), editable=True),
                LineColumn(Column("unit", QT_TRANSLATE_NOOP("Table", "Unit"), width=60)),
                LineColumn(Column("stock", QT_TRANSLATE_NOOP("Table", "Available"), Kind.QUANTITY,
                                  110)),
                LineColumn(Column("sku", "", hidden=True)),
            ],
            self._finder.find, self._fill,
            faces={"product": faces.TwoLineFace("sku"), "unit": faces.Face(role="text3")},
        )  # fmt: skip
        self.setAccessibleName(translate("Catalogue", "Parts"))
        self.changed.connect(self._fit)
        self._fit()

    def show_parts(self, parts: Sequence[PartRow]) -> None:
        self.show_lines([
            {"product": one.name, "sku": one.sku, "quantity": one.quantity, "unit": one.unit,
             "stock": one.available}
            for one in parts
        ])  # fmt: skip

    def parts(self) -> list[SavePart]:
        """The parts as the service takes them; a missing quantity is nothing, and is refused."""
        found = []
        for line in self.lines.lines():
            much = line.get("quantity")
            much = much if isinstance(much, Decimal) else Decimal(0)
            found.append(SavePart(str(line.get("sku")), much))
        return found

    def _fill(self, found: Found) -> Mapping[str, Cell]:
        facts = self._finder.facts(found.key)
        return {
            "product": facts.name, "sku": facts.sku, "quantity": Decimal(1), "unit": facts.unit,
            "stock": facts.available,
        }  # fmt: skip

    def _fit(self) -> None:
        rows = min(self.lines.rowCount(), SHOWN)
        self.setFixedHeight(theme.px(44) * rows + theme.px(36))
