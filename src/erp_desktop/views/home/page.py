"""The home page: what to do first, how the shop stands, and the lists behind each figure.

The page is painted before its figures are read, so that the window is there at once.
"""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.core import clock
from erp_desktop.reports import home_rows
from erp_desktop.reports.home_panels import Panels, panels_of
from erp_desktop.reports.home_rows import Figures, Late, Low
from erp_desktop.views import costs, figures, theme, wording
from erp_desktop.views.cards.scrolled import Scrolled
from erp_desktop.views.home import panels
from erp_desktop.views.home.arranging import Placed, forget_places, keep_places, kept_places
from erp_desktop.views.home.first_strip import FirstStrip, Task
from erp_desktop.views.home.panels import ListPanel, TakingsPanel
from erp_desktop.views.office import Office
from erp_desktop.views.opening import open_document
from erp_desktop.views.reading import Latest
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.kpi import KpiTile
from erp_desktop.views.widgets.page import PAGE_MARGIN, Page
from erp_desktop.views.widgets.panels import Card
from erp_desktop.views.widgets.tab_row import Segmented

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
ABREAST = 3  # panels
WEEKDAYS = (
    mark("Home", "Monday"), mark("Home", "Tuesday"), mark("Home", "Wednesday"),
    mark("Home", "Thursday"), mark("Home", "Friday"), mark("Home", "Saturday"),
    mark("Home", "Sunday"),
)  # fmt: skip


class HomePage(Page):
    """Tiles and panels; each leads to its list."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._role = "ground"
        self._figures, self._panels = Latest(), Latest()
        for reading in (self._figures, self._panels):
            self.destroyed.connect(reading.give_up)
        self.span = Segmented([
            ("day", translate("Home", "Today")),
            ("week", translate("Home", "Week")),
            ("month", translate("Home", "Month")),
        ])  # fmt: skip
        self.span.chosen.connect(self._read_figures)
        self.header.add(self.span)
        self.arranger = self.action("", self.offer_panels, icon="sliders-horizontal")
        self.arranger.setAccessibleName(translate("Home", "Arrange the panels"))
        self.arranger.setToolTip(self.arranger.accessibleName())
        till = self.action(
            translate("Home", "Open the till"), self.open_till,
            look=Look.PRIMARY, icon="scan-barcode", shortcut="F3",
        )  # fmt: skip
        till.setShortcut("")  # shown here; the window has the key, from every page
        self.strip = FirstStrip()
        self._make_tiles()
        self._make_panels()
        self._connect()
        self._lay_out()
        self._greet()

    # -- building --------------------------------------------------------------------------------

    def _make_tiles(self) -> None:
        self.takings = KpiTile(translate("Home", "Takings"), translate("Home", "By day"))
        self.profit = KpiTile(translate("Home", "Gross profit"), translate("Home", "By product"))
        self.basket = KpiTile(translate("Home", "Average sale"), translate("Home", "Sales"))
        self.stock = KpiTile(translate("Home", "Stock value"), translate("Home", "Valuation"))
        if not costs.seen():
            self.profit.hide()
            self.stock.hide()
        for tile, report in (
            (self.takings, self._by_day()), (self.profit, "sales-by-product"),
            (self.basket, "sales"), (self.stock, "valuation"),
        ):  # fmt: skip
            tile.clicked.connect(_Leading(self, "report", report))

    @staticmethod
    def _by_day() -> str:
        """The report behind the takings: with what was earned, for whoever may know that."""
        return "profit-by-day" if costs.seen() else "sales"

    def _make_panels(self) -> None:
        self.ship = ListPanel(
            translate("Home", "To ship"), panels.ship_columns(),
            empty=translate("Home", "Everything that was ordered has left."),
            button=(translate("Home", "Ship the first"), "truck"),
        )  # fmt: skip
        self.receive = ListPanel(
            translate("Home", "To receive"), panels.receive_columns(),
            empty=translate("Home", "Nothing is on its way."), tone=Tone.AMBER, pitch=48,
            button=(translate("Home", "Receive the first"), "scan-barcode"),
        )  # fmt: skip
        self.low = ListPanel(
            translate("Home", "Running out"), panels.low_columns(),
            empty=translate("Home", "Nothing is below its minimum."), tone=Tone.RED,
            button=(translate("Home", "What to order"), "shopping-cart"),
        )  # fmt: skip
        self.weeks = TakingsPanel()
        self.sellers = ListPanel(
            translate("Home", "Best sellers, 30 days"), panels.seller_columns(),
            empty=translate("Home", "Nothing was sold yet."),
        )  # fmt: skip
        self.expiring = ListPanel(
            translate("Home", "Expiring lots"), panels.expiring_columns(),
            empty=translate("Home", "No lot expires within two months."), tone=Tone.AMBER,
            button=(translate("Home", "Look at the first"), "badge-percent"),
        )  # fmt: skip
        self.late = ListPanel(
            translate("Home", "Overdue"), panels.late_columns(),
            empty=translate("Home", "Nobody is late with paying."), tone=Tone.RED,
            button=(translate("Home", "Take payment"), "hand-coins"),
        )  # fmt: skip

    def _connect(self) -> None:
        for panel in (self.ship, self.receive):
            panel.opened.connect(self._open_document)
            panel.begun.connect(_First(panel, self._open_document))
        for panel in (self.low, self.sellers, self.expiring):
            panel.opened.connect(_Going(self, "product"))
        self.expiring.begun.connect(_First(self.expiring, _Going(self, "product")))
        self.expiring.all_wanted.connect(_Leading(self, "stock", None))
        self.late.opened.connect(_Going(self, "partner"))
        self.late.begun.connect(_First(self.late, _Going(self, "partner")))
        self.ship.all_wanted.connect(_Leading(self, "sales", None))
        self.receive.all_wanted.connect(_Leading(self, "purchases", None))
        self.low.all_wanted.connect(_Leading(self, "replenish", None))
        self.low.begun.connect(_Leading(self, "replenish", None))
        self.sellers.all_wanted.connect(_Leading(self, "report", "sales-by-product"))
        self.late.all_wanted.connect(_Leading(self, "money", "receivables"))
        self.weeks.all_wanted.connect(_Leading(self, "report", self._by_day()))

    def _lay_out(self) -> None:
        sheet = QWidget()
        rows = QVBoxLayout(sheet)
        margin, gap = theme.px(PAGE_MARGIN), theme.px(12)
        rows.setContentsMargins(margin, 0, margin, theme.px(16))
        rows.setSpacing(gap)
        rows.addWidget(self.strip)
        tiles = QHBoxLayout()
        tiles.setSpacing(gap)
        for tile in (self.takings, self.profit, self.basket, self.stock):
            tiles.addWidget(tile)
        rows.addLayout(tiles)
        self._grid = QGridLayout()
        self._grid.setSpacing(gap)
        # what expires stands instead of what sells, where lots have a day
        self._cards: dict[str, tuple[Card, ...]] = {
            "ship": (self.ship,), "receive": (self.receive,), "low": (self.low,),
            "weeks": (self.weeks,), "sellers": (self.sellers, self.expiring), "late": (self.late,),
        }  # fmt: skip
        self._placed, self._lots = [Placed(code) for code in self._cards], False
        self._laid: tuple[list[Placed], bool] = ([], False)
        for at in range(ABREAST):
            self._grid.setColumnStretch(at, 1)
        rows.addLayout(self._grid, 1)
        self.place_panels()
        self.body.addWidget(Scrolled(sheet), 1)

    # -- arranging -------------------------------------------------------------------------------

    def place_panels(self) -> None:
        """Each panel that is to be seen at its place; the others leave no hole."""
        if self._laid == (self._placed, self._lots):
            return  # a panel that is hidden for a moment loses the keyboard
        self._laid = (list(self._placed), self._lots)
        for cards in self._cards.values():
            for card in cards:
                self._grid.removeWidget(card)
                card.hide()
        shown = [one.code for one in self._placed if one.shown]
        for at, code in enumerate(shown):
            for card in self._cards[code]:
                self._grid.addWidget(card, at // ABREAST, at % ABREAST)
            self._cards[code][-1 if self._lots else 0].show()

    def offer_panels(self) -> None:
        """Let the person say which panels are seen, and in which order."""
        from erp_desktop.views.home.arranging_panel import Arranging

        titles = {code: cards[0].title.text() for code, cards in self._cards.items()}
        titles["sellers"] = translate("Home", "Expiring lots, or best sellers")
        panel = Arranging(self._placed, titles, self.window())
        panel.arranged.connect(self._arrange)
        panel.reset.connect(self._as_at_first)
        panel.hang_from(self.arranger)

    def _arrange(self, placed: list[Placed]) -> None:
        keep_places(self.office, placed)
        self._placed = placed
        self.place_panels()

    def _as_at_first(self) -> None:
        forget_places(self.office)
        self.read()

    # -- showing ---------------------------------------------------------------------------------

    def load(self) -> None:
        """Read after the page was painted; a change of the books reads at once."""
        QTimer.singleShot(0, self, self.read)

    def read(self) -> None:
        """Read everything beside the window, and show it."""
        self._greet()
        self._read_figures()
        self._panels.asking(self.office.ask_beside(panels_of, self._show_panels))

    def _read_figures(self) -> None:
        asked = partial(home_rows.figures_of, span=self.span.code())
        self._figures.asking(self.office.ask_beside(asked, self._show_figures))

    def _greet(self) -> None:
        hour = clock.local_time(clock.now()).hour
        said = (
            translate("Home", "Good morning, {0}") if hour < 12
            else translate("Home", "Good afternoon, {0}") if hour < 18
            else translate("Home", "Good evening, {0}")
        )  # fmt: skip
        person = self.office.facts.person if isinstance(self.office, ShopOffice) else ""
        self.header.title.setText(said.format(person))

    def _show_figures(self, found: Figures) -> None:
        self._show_facts(found)
        net = figures.money_with_sign(found.now.net)
        than = (
            self._than()
            if found.before.takings
            else (translate("Home", "{0} without tax").format(net) if found.now.net else "")
        )
        _compare(self.takings, found.now.takings, found.before.takings, than, found.takings_line)
        share = found.now.profit * 100 / found.now.net if found.now.net else Decimal(0)
        self.profit.show_figure(
            figures.money_with_sign(found.now.profit), translate("Home", "margin"),
            change=f"{figures.percent(share)}%", good=True if share > 0 else None,
            line=found.profit_line,
        )  # fmt: skip
        sales = translate("Home", "{0} sales").format(figures.number(found.now.sales))
        _compare(self.basket, found.now.basket, found.before.basket, sales, found.basket_line)
        start = found.stock_line[0]
        words = translate("Home", "in two weeks") if start else ""
        _compare(self.stock, found.stock, start, words, found.stock_line, neutral=True)

    def _show_facts(self, found: Figures) -> None:
        now = clock.local_time(clock.now())
        weekday = translate("Home", WEEKDAYS[now.weekday()])
        said = [f"{weekday} {figures.day(now.date())}"]
        if found.opened_at is not None:
            minutes = max((clock.now() - found.opened_at) // 60, 0)
            words = translate("Home", "selling for {0} h {1} min")
            said.append(words.format(minutes // 60, minutes % 60))
        self.header.facts.setText("  ·  ".join(said))

    def _than(self) -> str:
        return {
            "day": translate("Home", "than a week ago"),
            "week": translate("Home", "than last week by this day"),
            "month": translate("Home", "than last month by this day"),
        }[self.span.code()]

    def _show_panels(self, found: Panels) -> None:
        self.ship.show_rows(panels.ship_rows(found.ships), found.to_ship.count)
        self.receive.show_rows(panels.receive_rows(found.coming), found.to_come.count)
        self.low.show_rows(panels.low_rows(found.low), found.running_out)
        owed = found.owed
        self.late.show_rows(
            panels.late_rows(found.late), owed.count,
            figures.money_with_sign(owed.amount) if owed.count else "",
        )  # fmt: skip
        self._lots = bool(found.lots)
        self._placed = kept_places(self.office, tuple(self._cards))
        self.place_panels()
        if found.lots:
            self.expiring.show_rows(panels.expiring_rows(found.lots), found.expiring)
        else:
            self.sellers.show_rows(panels.seller_rows(found.sellers), 0)
        self.weeks.show_takings(*found.lately)
        self.strip.show_tasks(self._tasks(found.low, found.late, found.to_ship.count))

    def _tasks(self, low: list[Low], late: list[Late], to_ship: int) -> list[Task]:
        """What a good shopkeeper would do first."""
        tasks = []
        if low:
            left = low[0].available
            words = translate("Home", "{0}: {1} {2} left")
            if left < 0:  # more is promised than is there
                words = translate("Home", "{0}: {1} {2} short")
            words = words.format(low[0].name, figures.quantity(abs(left)), low[0].unit)
            note = translate("Home", "order {0}").format(figures.quantity(low[0].suggested))
            act = _Leading(self, "product", low[0].id)
            tasks.append(Task(words, note, translate("Home", "Look"), act))
        if late:
            words = translate("Home", "{0} is {1} d late").format(late[0].name, late[0].days)
            note = figures.money_with_sign(late[0].amount)
            act = _Leading(self, "partner", late[0].partner_id)
            tasks.append(Task(words, note, translate("Home", "Remind"), act))
        if to_ship:
            words = translate("Home", "To ship: {0}").format(to_ship)
            act = _Leading(self, "sales", None)
            tasks.append(Task(words, "", translate("Home", "Pick"), act))
        return tasks

    # -- hands -----------------------------------------------------------------------------------

    def open_till(self) -> None:
        self.wanted.emit("till", None)

    def _open_document(self, document_id: int) -> None:
        open_document(self, document_id)

    def memory(self) -> str:
        return self.span.code()

    def recall(self, memory: object) -> None:
        if isinstance(memory, str) and memory:
            self.span.choose(memory)


class _Leading:
    """Opens a page, for one thing or as it is."""

    def __init__(self, page: Page, code: str, key: object) -> None:
        self._page, self._code, self._key = page, code, key

    def __call__(self) -> None:
        self._page.wanted.emit(self._code, self._key)


class _Going:
    """Opens a page for what was clicked."""

    def __init__(self, page: Page, code: str) -> None:
        self._page, self._code = page, code

    def __call__(self, key: int) -> None:
        self._page.wanted.emit(self._code, key)


class _First:
    """Does with the first row of a panel what a click on it does."""

    def __init__(self, panel: ListPanel, act: object) -> None:
        self._panel, self._act = panel, act

    def __call__(self) -> None:
        rows = self._panel.table.rows()
        if rows and callable(self._act):
            self._act(rows[0].key)


def _compare(
    tile: KpiTile, now: Decimal, before: Decimal, words: str, line: tuple[Decimal, ...], *,
    neutral: bool = False,
) -> None:  # fmt: skip
    """A figure with its change against another one, if there was one."""
    shown = figures.money_with_sign(now)
    if not before or now == before:
        tile.show_figure(shown, words if not before else "", line=line)
        return
    change = (now - before) * 100 / before
    rising = change > 0
    tile.show_figure(
        shown, words, change=f"{figures.percent(abs(change))}%", rising=rising,
        good=None if neutral else rising, line=line,
    )  # fmt: skip
