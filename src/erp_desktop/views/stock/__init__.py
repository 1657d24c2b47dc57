"""Stock and counts: the lists, the ledger card, transfers, write-offs, opening stock, counting.

A page of a document's kind is made for a document's id to show it, and without one to write a new
one; a dictionary brings lines along (chosen in the stock list, or copied).
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from erp_desktop.views.drafts import Unfinished, fresh_name
from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec, Place
from erp_desktop.views.wording import QT_TRANSLATE_NOOP


def _stock(office: Office) -> QWidget:
    from erp_desktop.views.stock.stock_page import StockPage

    return StockPage(office)


def _card(office: Office, product_id: Any = 0) -> QWidget:
    from erp_desktop.views.stock.card_page import StockCardPage

    return StockCardPage(office, int(product_id))


def _papers(office: Office) -> QWidget:
    from erp_desktop.views.stock.lists import StockPapersPage

    return StockPapersPage(office)


def _counts(office: Office) -> QWidget:
    from erp_desktop.views.stock.lists import CountsPage

    return CountsPage(office)


def _under_way(office: Office) -> int:
    from erp_desktop.services.stock.count_plans import open_plans

    return len(office.ask(open_plans))


def _count(office: Office) -> QWidget:
    from erp_desktop.views.stock.count_start import CountStartPage

    return CountStartPage(office)


def _count_run(office: Office, plan_id: Any = 0) -> QWidget:
    from erp_desktop.views.stock.count_page import CountPage

    return CountPage(office, int(plan_id))


def _transfer(office: Office, name: str = "") -> QWidget:
    from erp_desktop.views.stock.papers import TransferPage

    return TransferPage(office, name)


def _write_off(office: Office, name: str = "") -> QWidget:
    from erp_desktop.views.stock.papers import WriteOffPage

    return WriteOffPage(office, name)


def _assembly(office: Office, name: str = "") -> QWidget:
    from erp_desktop.views.stock.assembly_page import AssemblyPage

    return AssemblyPage(office, name)


def _opening(office: Office, name: str = "") -> QWidget:
    from erp_desktop.views.stock.papers import OpeningPage

    return OpeningPage(office, name)


def posted(office: Office, key: Any) -> QWidget:
    """The page of a posted document, by its id."""
    from erp_desktop.views.stock.document_view import DocumentViewPage

    return DocumentViewPage(office, int(key))


def _warehouses(office: Office) -> QWidget:
    from erp_desktop.views.stock.warehouses import WarehousesPage

    return WarehousesPage(office)


def _bins(office: Office) -> QWidget:
    from erp_desktop.views.stock.bins import BinsPage

    return BinsPage(office)


def _transit(office: Office) -> QWidget:
    from erp_desktop.views.stock.transit_page import TransitPage

    return TransitPage(office)


def _back_orders(office: Office) -> QWidget:
    from erp_desktop.views.stock.back_orders import BackOrdersPage

    return BackOrdersPage(office)


def _lots(office: Office) -> QWidget:
    from erp_desktop.views.stock.lots_page import LotsPage

    return LotsPage(office)


def _expiry(office: Office) -> QWidget:
    from erp_desktop.views.stock.lots_page import ExpiryPage

    return ExpiryPage(office)


def _lot(office: Office, key: Any = 0) -> QWidget:
    from erp_desktop.views.stock.lot_page import LotPage

    return LotPage(office, int(key))


def _picking(office: Office, key: Any = None) -> QWidget:
    """For {"orders": [...]} these orders; without, all that can leave."""
    from erp_desktop.views.sales.picking_page import PickingPage

    return PickingPage(office, key["orders"] if isinstance(key, dict) else ())


def _transfer_in(office: Office, key: Any = 0) -> QWidget:
    """A posted arrival for its id; for {"of": transfer} the page that receives it."""
    from erp_desktop.views.stock.transit_page import TransferInPage

    return TransferInPage(office, int(key["of"])) if isinstance(key, dict) else posted(office, key)


def _shown_or(
    write: Callable[[Office, str], QWidget], code: str
) -> Callable[[Office, Any], QWidget]:
    """A posted document for an id; one that is being written for its draft; a new one with lines
    for a dictionary of them."""

    def make(office: Office, key: Any) -> QWidget:
        if isinstance(key, Unfinished):
            return write(office, key.name)
        if not isinstance(key, dict):
            return posted(office, key)
        page: Any = write(office, fresh_name(code))
        page.bring(key)
        return page  # type: ignore[no-any-return]

    return make


def _shown_count(office: Office, key: Any) -> QWidget:
    return _count(office) if isinstance(key, Unfinished) else posted(office, key)


SPECS: list[PageSpec] = [
    PageSpec("stock", QT_TRANSLATE_NOOP("Page", "Stock"), "boxes", _stock),
    PageSpec("counts", QT_TRANSLATE_NOOP("Page", "Counts"), "clipboard-check", _counts,
             count=_under_way),
    PageSpec("stock_card", QT_TRANSLATE_NOOP("Page", "Ledger card"), "boxes", _card, _card,
             Place.NOWHERE),
    PageSpec("stock_papers", QT_TRANSLATE_NOOP("Page", "Stock documents"), "files", _papers,
             place=Place.NOWHERE),
    PageSpec("transfer", QT_TRANSLATE_NOOP("Page", "Transfer"), "arrow-left-right", _transfer,
             _shown_or(_transfer, "transfer"), Place.NOWHERE,
             new_words=QT_TRANSLATE_NOOP("Page", "Transfer")),
    PageSpec("transfer_in", QT_TRANSLATE_NOOP("Page", "Transfer receipt"), "package-check",
             _transfer_in, _transfer_in, Place.NOWHERE),
    PageSpec("transit", QT_TRANSLATE_NOOP("Page", "On the way"), "truck", _transit,
             place=Place.PALETTE),
    PageSpec("back_orders", QT_TRANSLATE_NOOP("Page", "Back orders"), "calendar-clock",
             _back_orders, place=Place.PALETTE),
    PageSpec("picking", QT_TRANSLATE_NOOP("Page", "Picking"), "scan-barcode", _picking, _picking,
             Place.PALETTE),
    PageSpec("lots", QT_TRANSLATE_NOOP("Page", "Lots"), "layers", _lots, place=Place.PALETTE),
    PageSpec("expiry", QT_TRANSLATE_NOOP("Page", "Expiry"), "timer", _expiry,
             place=Place.PALETTE),
    PageSpec("lot", QT_TRANSLATE_NOOP("Page", "Lot"), "layers", _lot, _lot, Place.NOWHERE),
    PageSpec("warehouses", QT_TRANSLATE_NOOP("Page", "Warehouses"), "warehouse", _warehouses,
             place=Place.PALETTE),
    PageSpec("bins", QT_TRANSLATE_NOOP("Page", "Bins"), "layout-grid", _bins,
             place=Place.PALETTE),
    PageSpec("write_off", QT_TRANSLATE_NOOP("Page", "Write-off"), "package-minus", _write_off,
             _shown_or(_write_off, "write_off"), Place.NOWHERE,
             new_words=QT_TRANSLATE_NOOP("Page", "Write-off")),
    PageSpec("assembly", QT_TRANSLATE_NOOP("Page", "Assembly"), "boxes", _assembly,
             _shown_or(_assembly, "assembly"), Place.NOWHERE,
             new_words=QT_TRANSLATE_NOOP("Page", "Assembly")),
    PageSpec("opening", QT_TRANSLATE_NOOP("Page", "Opening stock"), "boxes", _opening,
             _shown_or(_opening, "opening"), Place.NOWHERE, costs=True),
    PageSpec("count", QT_TRANSLATE_NOOP("Page", "Stock count"), "clipboard-check", _count,
             _shown_count, Place.NOWHERE,
             new_words=QT_TRANSLATE_NOOP("Page", "Stock count")),
    PageSpec("count_run", QT_TRANSLATE_NOOP("Page", "Stock count"), "clipboard-check", _count,
             _count_run, Place.NOWHERE),
]  # fmt: skip
