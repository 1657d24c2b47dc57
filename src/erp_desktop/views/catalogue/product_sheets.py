"""What stands under the tabs of a product's card; a table is read when its tab is first chosen."""

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from erp_desktop.core.table import Table
from erp_desktop.reports.lots import lots_of_product
from erp_desktop.reports.product_card import ProductCard, move_count, product_card, product_moves
from erp_desktop.services.catalogue.supply import offers_of
from erp_desktop.services.shop.attachments import PRODUCT, attachment_count, beside
from erp_desktop.views import theme, wording
from erp_desktop.views.attachments.panel import files_card
from erp_desktop.views.cards.card_columns import CardColumns, sheet_of
from erp_desktop.views.cards.scrolled import Scrolled
from erp_desktop.views.cards.tile_grid import TileGrid
from erp_desktop.views.catalogue.signed_face import SignedFace
from erp_desktop.views.catalogue.stock_unit import with_units_of
from erp_desktop.views.opening import open_document
from erp_desktop.views.widgets.faces import LinkFace, TranslatedFace
from erp_desktop.views.widgets.list_source import TableSource
from erp_desktop.views.widgets.list_view import ListView
from erp_desktop.views.widgets.page import PAGE_MARGIN
from erp_desktop.views.widgets.tab_row import Tab

if TYPE_CHECKING:
    from erp_desktop.views.catalogue.product_page import ProductPage

translate = wording.translate
MOST: Final = 5_000  # moves that are read
TRACKED: Final = frozenset({"lot", "serial"})


class ProductSheets(QStackedWidget):
    """`tabs(card)` says which there are, `turn(code)` shows one."""

    def __init__(self, page: "ProductPage", product_id: int) -> None:
        super().__init__()
        self._page, self._id = page, product_id
        self._sheets: dict[str, QWidget] = {}
        self._put("overview", Scrolled(_overview(page)))
        planning = CardColumns([page.supply, page.keeping], page.keeping)
        self._put("suppliers", sheet_of(planning, PAGE_MARGIN, top=12))
        page.promises.setMinimumHeight(theme.px(300))
        ahead = CardColumns([page.promises], lone=1_600)
        self._put("forecast", sheet_of(ahead, PAGE_MARGIN, top=12))
        self._put("files", sheet_of(files_card(page.files.panel), PAGE_MARGIN, top=12))

    def tabs(self, card: ProductCard) -> list[Tab]:
        """Only what this product has something to say about."""
        ask, goods = self._page.office.ask, card.kind == "goods"
        offers, moves = len(ask(offers_of, card.id)), ask(move_count, card.id)
        found = [Tab("overview", translate("Catalogue", "Overview"))]
        if goods:
            found.append(Tab("suppliers", translate("Catalogue", "Suppliers"), offers or None))
        if goods and card.details.track in TRACKED:
            lots = len(ask(lots_of_product, card.id).rows)
            found.append(Tab("lots", translate("Catalogue", "Lots"), lots or None))
        found.append(Tab("moves", translate("Catalogue", "Moves"), moves or None))
        if not self._page.promises.isHidden():
            found.append(Tab("forecast", translate("Catalogue", "Forecast")))
        count = ask(attachment_count, beside(PRODUCT, card.id))
        return [*found, Tab("files", translate("Files", "Attachments"), count or None)]

    def turn(self, code: str) -> None:
        """Show what belongs to a tab."""
        if code not in self._sheets:
            self._put(code, self._lots() if code == "lots" else self._moves())
        self.setCurrentWidget(self._sheets[code])

    def refresh(self) -> None:
        """Read the tables again that were read."""
        for sheet in self._sheets.values():
            if isinstance(sheet, ListView):
                sheet.refresh()

    def _put(self, code: str, sheet: QWidget) -> None:
        self._sheets[code] = sheet
        self.addWidget(sheet)

    def _table(self, read: Any, special: Any, name: str) -> ListView:
        view = ListView(TableSource(read(), read), special, on_sheet=True)
        view.setAccessibleName(name)
        view.nothing = translate("Catalogue", "Nothing has come or gone yet.")
        view.summed.connect(self._page.summed)
        return view

    def _moves(self) -> ListView:
        special = {"number": LinkFace(), "kind": TranslatedFace("Kind"), "quantity": SignedFace()}
        name = translate("Catalogue", "Moves")
        view = self._table(partial(_moves_of, self._page, self._id), special, name)
        view.opened.connect(self._open)
        view.linked.connect(self._open)
        return view

    def _lots(self) -> ListView:
        read = partial(_read, self._page, lots_of_product, self._id)
        view = self._table(read, {"lot": LinkFace()}, translate("Catalogue", "Lots"))
        view.opened.connect(self._open_lot)
        view.linked.connect(self._open_lot)
        return view

    def _open(self, document_id: int, _column: str = "") -> None:
        open_document(self._page, document_id)

    def _open_lot(self, lot_id: int, _column: str = "") -> None:
        self._page.wanted.emit("lot", lot_id)


def _read(page: "ProductPage", report: Any, *args: Any) -> Table:
    """Not bound to a table of the page: one that is gone is asked no more."""
    found: Table = page.office.ask(report, *args)
    return found


def _moves_of(page: "ProductPage", product_id: int) -> Table:
    """Its last moves, the quantities also in the unit that its stock is shown in."""
    moves = _read(page, product_moves, product_id, MOST)
    card: ProductCard = page.office.ask(product_card, product_id)
    return with_units_of(card, moves, ("quantity", "left"))


def _overview(page: "ProductPage") -> QWidget:
    sheet = QWidget()
    row = QHBoxLayout(sheet)
    margin, gap = theme.px(PAGE_MARGIN), theme.px(12)
    row.setContentsMargins(margin, gap, margin, margin)
    row.setSpacing(gap)
    wide = QVBoxLayout()
    wide.setSpacing(gap)
    page.flow.setMinimumHeight(theme.px(200))
    pair = TileGrid([page.codes, page.places], 2)
    left: tuple[QWidget, ...] = (page.variants, page.parts, page.flow, pair, page.moves)
    for card in left:
        wide.addWidget(card)
    wide.addStretch(1)
    row.addLayout(wide, 9)
    side = QVBoxLayout()
    side.setSpacing(gap)
    side.addWidget(page.prices)
    side.addWidget(page.cost)
    side.addStretch(1)
    row.addLayout(side, 4)
    return sheet
