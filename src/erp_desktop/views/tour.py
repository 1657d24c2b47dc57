"""The tour: a trading day of the demo shop in the real windows, with a picture of each screen.

Everything goes the way a person's hands go: pages are opened by the rail, goods are scanned, the
buttons are clicked. It works without a screen too. The pictures show the product in the README and
in the manual, so the day is the same each time but for its date.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QSettings
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from erp_desktop.core import clock
from erp_desktop.core.states import Kind
from erp_desktop.reports.count_progress import count_rows
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.finance.bills import EnterBill, enter_bill
from erp_desktop.services.finance.invoices import WriteInvoice, write_invoice
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.paper import Posted
from erp_desktop.services.partners.partners import by_code
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.records import record
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.stock.count_entries import CountFound, count_found
from erp_desktop.services.stock.count_plans import OpenCount, open_count
from erp_desktop.services.trade import PartLine, TradeLine
from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.views import figures, language, memory, theme
from erp_desktop.views.shop_window import ShopWindow
from erp_desktop.views.theme import Choice, Scheme
from erp_desktop.views.tour_all import see_everything
from erp_desktop.views.tour_files import lay_files
from erp_desktop.views.tour_goods import fill_shop
from erp_desktop.views.tour_orders import live_on_account
from erp_desktop.views.tour_till import live_at_till
from erp_desktop.views.wings import all_pages

WIDE, HIGH = 1440, 900
TABS = 4  # a person keeps a few open, not twenty
CAKESTAND, TINS, HEART, LUNCH_BAG = "22423", "22720", "85123A", "20725"
WICKER_HEART, CHALKBOARD, JUMBO_BAG = "22470", "84378", "85099B"
LANGUAGES: Final = ("en", "zh_CN")
SCHEMES: Final = ("light", "dark")


@dataclass(frozen=True, slots=True)
class View:
    """How the day is looked at: every page there is, or only what the day passes; how sharp."""

    everything: bool = False
    scale: float = 1.0


def main(out: Path, languages: tuple[str, ...] = LANGUAGES, schemes: tuple[str, ...] = SCHEMES,
         tell: Callable[[str], None] | None = print, view: View | None = None) -> int:  # fmt: skip
    """Live the day in each language, and take the pictures in each look; 0 when all are there."""
    view = view or View()
    os.environ.setdefault("QT_SCALE_FACTOR", "1")
    out.mkdir(parents=True, exist_ok=True)
    with own_habits():
        app = dressed_application()
        for spoken in languages:
            for scheme in schemes:
                theme.wear(Choice(scheme=Scheme(scheme), motion=False))
                sharp = "" if view.scale == 1 else f"-{view.scale:g}x"
                folder = out / f"{spoken}-{scheme}{sharp}"
                folder.mkdir(exist_ok=True)
                count = Tour(app, folder, spoken, view=view).live()
                if tell is not None:
                    tell(f"{count} pictures in {folder}")
    return 0


@contextmanager
def own_habits() -> Iterator[None]:
    """Keep the person's own settings and printers out of it."""
    with tempfile.TemporaryDirectory(prefix="erp-tour-", ignore_cleanup_errors=True) as folder:
        native, person = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
        QSettings.setPath(native, person, folder)
        memory.remember("printing/folder", folder)
        try:
            yield
        finally:
            clock.set_now(None)


def dressed_application() -> QApplication:
    """The one Qt application, with the program's fonts."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["erp-desktop"])
    app.setStyle("Fusion")
    theme.load_fonts()
    return app


@dataclass(slots=True)
class Tour:
    """One day in one language and one look."""

    app: QApplication
    folder: Path
    spoken: str
    count: int = 0
    places: list[str] = field(default_factory=list)
    seen: set[str | type[QWidget]] = field(default_factory=set)  # pages by code, dialogs
    window: ShopWindow | None = None
    view: View = field(default_factory=View)
    keys: dict[str, Any] = field(default_factory=dict)  # what pages are opened for
    _at: str = ""

    def live(self) -> int:
        """Live the day; how many pictures were taken."""
        language.speak(self.spoken)
        memory.remember("language", self.spoken)
        figures.use(figures.Form(self.spoken))
        self._begin()
        with tempfile.TemporaryDirectory(prefix="erp-tour-", ignore_cleanup_errors=True) as shop:
            self._open(Path(shop) / "tour.shop")
            self._morning()
            if self.has("till"):
                live_at_till(self)
            self._orders()
            self._look_around()
            self._settings()
            if self.view.everything:
                see_everything(self)
            self._close()
        return self.count

    # -- hands and eyes --------------------------------------------------------------------------

    def picture(self, name: str, widget: QWidget | None = None, *, toast: bool = False) -> None:
        """Take a picture of the window (or of a dialog) as it is now; a toast is in the way."""
        self.settle()
        if self.window is not None and not toast:
            self.window.toast.hide()
        shown = widget or self.window
        if shown is not None:
            self.count += 1
            self.seen.add(type(widget) if widget is not None else self._at)
            shot = pictured(shown, self.view.scale)
            shot.save(str(self.folder / f"{self.count:03}-{name}.png"))

    def settle(self, milliseconds: int = 60) -> None:
        """Let the windows do what they have to."""
        timer = QElapsedTimer()
        timer.start()
        while timer.elapsed() < milliseconds:
            self.app.processEvents()
        QCoreApplication.sendPostedEvents()  # what that laid out anew

    def at(self, hour: int, minute: int = 0) -> None:
        """It is this time of the day now."""
        today = clock.day_date(clock.today())
        moment = clock.parsed(f"{today.isoformat()}T{hour:02}:{minute:02}")
        clock.set_now(lambda: moment)

    def page(self, code: str, key: Any = None) -> Any:
        """Go to a page."""
        window, self._at = self.shop(), code
        page = window.show_page(code, key)
        self.settle()
        while window.sheets.tabs.count() > TABS:
            window.sheets.close_sheet(0)
        return page

    def shop(self) -> ShopWindow:
        """The window. Raises RuntimeError before it is open."""
        if self.window is None:
            raise RuntimeError("the shop is not open")
        return self.window

    @property
    def office(self) -> Any:
        return self.shop().office

    def words(self, english: str, chinese: str) -> str:
        """A name or a note that a person of this shop would write."""
        return chinese if self.spoken.startswith("zh") else english

    def has(self, code: str) -> bool:
        """Whether the window has such a page."""
        return self.window is not None and code in self.places

    def do(self, step: Any, command: Any) -> Posted:
        """Have something posted, through the window's own office."""
        posted: Posted = self.office.do(step, command)
        return posted

    def ask(self, step: Any, *args: Any) -> Any:
        return self.office.ask(step, *args)

    def line(self, sku: str, count: int, price: str | None = None) -> TradeLine:
        """A line of a document, at the product's own price when none is named."""
        product = self.ask(by_sku, sku)
        asked = Decimal(price) if price else Decimal(product.price).scaleb(-6)
        return TradeLine(product.id, Decimal(count), asked)

    def parts(self, document: Posted, counts: dict[str, int]) -> list[PartLine]:
        """Some of a document's lines."""
        return [
            PartLine(line.id, Decimal(counts[line.sku]))
            for line in self.ask(record, document.id).lines
            if line.sku in counts
        ]

    # -- the day ---------------------------------------------------------------------------------

    def _begin(self) -> None:
        """The first run, step by step."""
        from erp_desktop.views.first_run.wizard import FirstRun

        wizard = FirstRun()
        wizard.show()
        for at, name in enumerate(("language", "shop", "beginning", "printer", "ready")):
            wizard.show_step(at)
            if name == "shop":
                wizard.shop.skip()
            self.picture(f"first-run-{name}", wizard)
        wizard.close()
        wizard.deleteLater()

    def _open(self, place: Path) -> None:
        from erp_desktop.exchange.demo import make_demo_shop

        make_demo_shop(str(place), language=self.spoken).close()
        specs = all_pages()
        self.places = [spec.code for spec in specs]
        self.window = ShopWindow(open_shop(str(place)), specs)
        self.window.resize(WIDE, HIGH)
        self.window.show()
        self.at(8, 5)
        live_on_account(self)
        self.keys = fill_shop(self)
        self.window.books_light.check()
        self.settle(400)

    def _morning(self) -> None:
        """An order to a supplier; a part of it arrives and is billed."""
        supplier = self.ask(by_code, "BRIGHT").id
        lines = [self.line(CAKESTAND, 24, "5.20"), self.line(TINS, 36, "2.05"),
                 self.line(HEART, 48, "1.10"), self.line(LUNCH_BAG, 60, "0.70")]  # fmt: skip
        order = self.do(confirm_order, WriteOrder(Kind.PURCHASE_ORDER, supplier, lines))
        self.at(9, 40)
        parts = self.parts(order, {CAKESTAND: 12, TINS: 36, HEART: 24})
        receipt = self.do(receive_goods, ReceiveGoods(order_id=order.id, parts=parts))
        self.do(enter_bill, EnterBill([receipt.id], reference="BW-7741"))
        self.keys["order_with_files"] = order.id
        lay_files(self, order.id, HEART, "BRIGHT")
        for code, key in (("purchases", None), ("purchase_order", order.id),
                          ("goods_receipt", receipt.id)):  # fmt: skip
            if self.has(code):
                self.page(code, key)
                self.picture(code.replace("_", "-"))

    def partner(self, code: str) -> int:
        """A customer of the demo shop."""
        return int(self.ask(by_code, code).id)

    def _orders(self) -> None:
        """A customer orders on account, and a part of it leaves."""
        self.at(11, 30)
        customer = self.partner("PENNY")
        lines = [self.line(JUMBO_BAG, 12), self.line(HEART, 12), self.line(CHALKBOARD, 3)]
        order = self.do(confirm_order, WriteOrder(Kind.SALES_ORDER, customer, lines))
        self.at(12, 10)
        parts = self.parts(order, {JUMBO_BAG: 12, HEART: 6})
        issue = self.do(issue_goods, IssueGoods(order_id=order.id, parts=parts))
        invoice = self.do(write_invoice, WriteInvoice(issue.id))
        for code, key in (("sales", None), ("sales_order", order.id), ("goods_issue", issue.id),
                          ("invoice", invoice.id)):  # fmt: skip
            if self.has(code):
                self.page(code, key)
                self.picture(code.replace("_", "-"))

    def _look_around(self) -> None:
        """Every page that shows what came of it."""
        self.at(15, 45)
        heart = self.ask(by_sku, HEART).id
        pages: tuple[tuple[str, Any, str], ...] = (
            ("home", None, "home"), ("stock", None, "stock"), ("counts", None, "counts"),
            ("count", None, "count"), ("count_run", self._counting(), "count-run"),
            ("products", None, "products"),
            ("product", heart, "product-card"), ("product_form", None, "product-form"),
            ("partners", None, "partners"), ("partner", self.partner("CASTLE"), "partner-card"),
            ("money", None, "money"), ("reports", None, "reports"),
            ("report", "sales-by-product", "report"),
        )  # fmt: skip
        for code, key, name in pages:
            if self.has(code):
                self.page(code, key)
                self.picture(name)
        self._palette()

    def _counting(self) -> int:
        """Two people count the shelves while the shop sells."""
        plan: Any = self.do(open_count, OpenCount())
        found = {HEART: (1, "A1-01", "Kim"), JUMBO_BAG: (0, "A1-02", "Kim"),
                 CHALKBOARD: (-1, "B2-01", "Lee")}  # fmt: skip
        for row in self.ask(count_rows, plan):
            if row.sku in found:
                off, shelf, name = found[row.sku]
                self.do(count_found, CountFound(plan, row.product_id, row.book + off, name, shelf))
        self.keys["count_run"] = int(plan)
        return int(plan)

    def _palette(self) -> None:
        from erp_desktop.views.palette import Palette

        if self.window is None:
            return
        self.window.show_palette()
        palette = self.window.findChild(Palette)
        if palette is not None:
            palette.field.setText("heart")
            palette.look()
            self.picture("palette")
            palette.close()

    def _settings(self) -> None:
        page = self.page("settings")
        for section in ("shop", "look", "books"):
            shown = page.show_section(section)
            if section == "books":
                shown.check()
                self.settle(1_500)
            self.picture(f"settings-{section}")

    def _close(self) -> None:
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        self.settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        clock.set_now(None)


def pictured(widget: QWidget, scale: float) -> QPixmap:
    """A widget as it is on a screen of this sharpness (2: twice the pixels for the same size)."""
    made = QPixmap(widget.size() * scale)
    made.setDevicePixelRatio(scale)
    widget.render(made)
    return made
