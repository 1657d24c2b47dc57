"""A stock count (盘点): scan or type what is there, see what differs, post it.

The shop goes on selling meanwhile. The count keeps itself: close it, lose the power, go on later.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import NotPositive, NotStocked, RuleBroken
from erp_desktop.core.money import ZERO
from erp_desktop.core.table import Cell
from erp_desktop.reports import count_rows
from erp_desktop.reports.count_rows import Countable
from erp_desktop.services.paper import Posted
from erp_desktop.services.reversing import reverse
from erp_desktop.services.stock.counting import post_count
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.drafts import DraftKeeper
from erp_desktop.views.office import Office
from erp_desktop.views.printing import Printing
from erp_desktop.views.stock.count_grid import CountGrid
from erp_desktop.views.stock.count_parts import CountStrip
from erp_desktop.views.stock.count_session import CountSession, Entry
from erp_desktop.views.stock.count_start import CountStart
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.document_page import ScanBar
from erp_desktop.views.widgets.number_field import NumberField
from erp_desktop.views.widgets.page import PAGE_MARGIN, Page
from erp_desktop.views.widgets.tab_row import Tab, TabRow
from erp_desktop.views.widgets.totals_strip import TotalsStrip

translate = wording.translate


class CountPage(Page):
    """The start, or the count under way. F2 corrects what was scanned last."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, translate("Count", "Stock count"))
        self._keeper = DraftKeeper(office, "count", self)
        kept = self._keeper.kept()
        self.session = CountSession.kept(kept.content) if kept else None
        self._known: dict[int, Countable] = {}
        self._last: tuple[int, Decimal | None] | None = None
        self.start, self.strip, self.grid = CountStart(), CountStrip(), CountGrid(self.found)
        self.tabs, self.totals = TabRow(), TotalsStrip(self.grid)
        self.scan = ScanBar(translate("Count", "Scan products: each scan counts one"), high=40)
        self.correct = NumberField(high=40)
        self._stack = QStackedWidget()
        self._lay_out()
        self._actions()
        self._connect()

    def _lay_out(self) -> None:
        self.correct.setFixedWidth(theme.px(96))
        self.correct.setAccessibleName(translate("Count", "Counted"))
        self.correct.setToolTip(translate("Count", "What was scanned last: correct it (F2)"))
        self.scan.add(self.correct)
        counting = QWidget()
        box = QVBoxLayout(counting)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(PAGE_MARGIN), 0, theme.px(PAGE_MARGIN), 0)
        row.addWidget(self.tabs)
        box.addWidget(self.strip)
        box.addWidget(self.scan)
        box.addLayout(row)
        box.addWidget(self.grid, 1)
        box.addWidget(self.totals)
        self._stack.addWidget(self.start)
        self._stack.addWidget(counting)
        self.body.addWidget(self._stack)

    def _actions(self) -> None:
        self.dropping = self.action(
            translate("Count", "Discard"), self.discard, look=Look.GHOST, icon="trash-2"
        )
        self.printing = self.action(
            translate("Count", "Print count sheet"), self.print_sheet, icon="printer",
            shortcut="Ctrl+P",
        )  # fmt: skip
        self.primary = self.action(
            "", self.finish, look=Look.PRIMARY, icon="send", shortcut="Ctrl+Return"
        )

    def _connect(self) -> None:
        self.start.started.connect(self.open)
        self.scan.scanned.connect(self.count_one)
        self.scan.echo.undone.connect(self._take_back)
        self.tabs.chosen.connect(self._choose_tab)
        self.grid.counted.connect(self._typed)
        self.correct.returnPressed.connect(self._corrected)
        self.key("F2", self._correct_last)

    # -- showing ---------------------------------------------------------------------------------

    def load(self) -> None:
        if self.session is None:
            self.start.offer(self.office.ask(count_rows.stock_terms))
        else:
            session = self.session
            self._known = {
                one.id: one
                for one in self.office.ask(count_rows.countables, session.place_id, session.scope)
            }
            self._ask_books(session.entries)
        self._show()
        self._show_rows()

    def _ask_books(self, products: Iterable[int]) -> None:
        """What the books say of the moments these products were counted at."""
        session = self.session
        if session is None:
            return
        wanted = {one: session.entries[one].at for one in products}
        books = self.office.ask(count_rows.book_quantities, session.place_id, wanted)
        for product_id, book in books.items():
            session.entries[product_id].book = book
            if product_id not in self._known:
                found = self.office.ask(count_rows.countable, product_id, session.place_id)
                if found is not None:
                    self._known[product_id] = found

    def _show(self) -> None:
        session = self.session
        self._stack.setCurrentIndex(0 if session is None else 1)
        for button in (self.dropping, self.printing, self.primary):
            button.setVisible(session is not None)
        self.header.chip.setVisible(session is not None)
        self.drafted.emit(session is not None)
        if session is None:
            self.header.facts.setText("")
            return
        whole = len(self._known)
        self.header.title.setText(translate("Count", "Count of {0}").format(session.place))
        self.header.chip.show_state(f"counting:{len(session.entries) / max(whole, 1):.2f}")
        self.header.facts.setText(self._facts(session))
        words = translate("Count", "Compare with the books") if session.hidden else ""
        self.primary.setText(words or translate("Count", "Post the count"))
        self.primary.updateGeometry()
        self.primary.setEnabled(bool(session.entries))
        self.strip.show_count(whole, self._found(session), hidden=session.hidden)
        self.grid.hide_books(hidden=session.hidden)
        self._show_tabs(session)
        self._show_totals(session)

    def _facts(self, session: CountSession) -> str:
        began = f"{clock.local_time(session.opened_at):%H:%M}"
        parts = [session.scope] if session.scope else []
        parts.append(translate("Count", "Blind") if session.blind else translate("Count", "Open"))
        parts.append(translate("Count", "since {0}, the shop may go on selling").format(began))
        return "  ·  ".join(parts)

    def _found(self, session: CountSession) -> list[tuple[Decimal, Decimal]]:
        return [
            (entry.difference, self._worth(product_id, entry))
            for product_id, entry in session.entries.items()
        ]

    def _worth(self, product_id: int, entry: Entry) -> Decimal:
        known = self._known.get(product_id)
        cost = known.cost if known else ZERO
        places = Decimal(1).scaleb(-figures.form().places)
        return (entry.difference * cost).quantize(places)

    def _show_tabs(self, session: CountSession) -> None:
        differing = sum(1 for entry in session.entries.values() if entry.difference)
        left = sum(1 for one in self._known if one not in session.entries)
        tabs = [
            Tab("recent", translate("Count", "Just scanned"), len(session.recent)),
            Tab("counted", translate("Count", "Counted"), len(session.entries)),
            Tab("left", translate("Count", "Not counted"), left),
        ]
        if not session.hidden:
            words = translate("Count", "Differences")
            tabs.insert(0, Tab("differ", words, differing, Tone.AMBER))
        before = self.tabs.code()
        self.tabs.show_tabs(tabs)
        self.tabs.choose(before or "recent")

    def _show_totals(self, session: CountSession) -> None:
        shown = len(self.grid.lines.lines())
        self.totals.say(translate("Count", "{0} products").format(figures.number(shown)))
        worth = sum((one[1] for one in self._found(session)), ZERO)
        cells: tuple[Cell, ...] = tuple(
            worth if column.key == "worth" and not session.hidden else None
            for column in self.grid.lines.columns
        )
        self.totals.show_totals(cells)

    def _choose_tab(self, _code: str) -> None:
        self._show_rows()

    def _show_rows(self) -> None:
        session = self.session
        if session is None:
            return
        self.grid.show_rows([self._row(one) for one in self._of_tab(session)])
        self._show_totals(session)

    def _of_tab(self, session: CountSession) -> list[int]:
        """The products of the chosen tab, in the order of the shelves."""
        code = self.tabs.code()
        if code == "recent":
            return list(session.recent)
        order = {one: at for at, one in enumerate(self._known)}
        counted = sorted(session.entries, key=lambda one: order.get(one, 0))
        if code == "left":
            return [one for one in self._known if one not in session.entries]
        if code == "differ":
            return [one for one in counted if session.entries[one].difference]
        return counted

    def _row(self, product_id: int) -> dict[str, Cell]:
        known = self._known[product_id]
        entry = self.session.entries.get(product_id) if self.session else None
        row: dict[str, Cell] = {
            "product": product_id, "name": known.name, "sku": known.sku, "unit": known.unit,
            "category": known.category, "at": None, "book": known.book, "counted": None,
            "difference": None, "worth": None,
        }  # fmt: skip
        return row | self._counted_cells(product_id, entry) if entry else row

    def _counted_cells(self, product_id: int, entry: Entry) -> dict[str, Cell]:
        return {
            "at": clock.local_time(entry.at),
            "book": entry.book,
            "counted": entry.counted,
            "difference": entry.difference,
            "worth": self._worth(product_id, entry),
        }

    # -- counting --------------------------------------------------------------------------------

    def open(self, session: CountSession) -> None:
        """The counting begins."""
        self.session = session
        self._keep()
        self.load()
        self.tabs.choose("recent")
        self.setFocusProxy(self.scan.field)
        self.scan.field.setFocus()

    def take_scan(self, code: str) -> bool:
        if self.session is None:
            return False
        self.count_one(code)
        return True

    def count_one(self, code: str) -> None:
        """A code was scanned or typed: one more of its product."""
        session = self.session
        if session is None:
            return
        try:
            found = self.office.ask(count_rows.scanned_pieces, code)
            if found is not None and not self._is_here(found.product_id):
                raise NotStocked(code)
        except RuleBroken as broken:
            self.scan.echo.say(code, wording.explain(broken), good=False)
            return
        if found is None:
            self.scan.echo.say(code, translate("Count", "is no product we know"), good=False)
            return
        before = session.entries.get(found.product_id)
        self._last = (found.product_id, before.counted if before else None)
        entry = session.scan(found.product_id, found.pieces)
        self._counted(found.product_id)
        words = translate("Count", "+{0}, {1} counted")
        said = words.format(figures.quantity(found.pieces), figures.quantity(entry.counted))
        self.scan.echo.say(self._known[found.product_id].name, said)
        self.correct.set_value(entry.counted)

    def found(self, text: str) -> list[Any]:  # noqa: ARG002  (lines come by scanning)
        return []

    def _is_here(self, product_id: int) -> bool:
        """Whether it can be counted; goods that never lay here join the count."""
        if product_id in self._known or self.session is None:
            return product_id in self._known
        found = self.office.ask(count_rows.countable, product_id, self.session.place_id)
        if found is not None:
            self._known[product_id] = found
        return found is not None

    def _counted(self, product_id: int) -> None:
        """A product was counted anew: ask the books, show it, keep it."""
        self._ask_books([product_id])
        self._keep()
        self._show()
        if self.tabs.code() in {"recent", "counted", "differ"}:
            self._show_rows()
        self.grid.show_product(product_id)

    def _take_back(self) -> None:
        """The last scan was a mistake."""
        session = self.session
        if self._last is None or session is None:
            return
        product_id, before = self._last
        self._last = None
        self.scan.echo.say("")
        self.correct.set_value(before)
        if before is None:
            session.forget(product_id)
            self._keep()
            self._show()
            self._show_rows()
            return
        session.set(product_id, before)
        self._counted(product_id)

    def _correct_last(self) -> None:
        if self._last is not None:
            self.correct.setFocus()
            self.correct.selectAll()

    def _corrected(self) -> None:
        """What was scanned last was counted by hand."""
        if self._last is None or self.session is None:
            return
        try:
            value = self.correct.value()
            self._set(self._last[0], value)
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        self._counted(self._last[0]) if value is not None else self.load()
        self.scan.field.setFocus()

    def _typed(self, row: int, product_id: int, cell: object) -> None:
        """A count was typed into the list."""
        value = cell if isinstance(cell, Decimal) else None
        try:
            self._set(product_id, value)
        except RuleBroken as broken:
            self.grid.refuse(row, wording.explain(broken))
            return
        self._ask_books([product_id] if value is not None else [])
        self._keep()
        self._show()
        self.grid.fill_row(row, self._row(product_id))

    def _set(self, product_id: int, value: Decimal | None) -> None:
        if self.session is None:
            return
        if value is None:
            self.session.forget(product_id)
            return
        if value < 0:
            raise NotPositive("quantity", value)
        self.session.set(product_id, value)

    # -- the end ---------------------------------------------------------------------------------

    def finish(self) -> None:
        """Compare a blind count first; then post, and say what happens to what was not counted."""
        session = self.session
        if session is None or not session.entries:
            return
        if session.hidden:
            session.revealed = True
            self._keep()
            self._show()
            self.tabs.choose("differ")
            self._show_rows()
            return
        left = [one for one in self._known if one not in session.entries]
        if left:
            self._ask_about(len(left))
            return
        self.post()

    def _ask_about(self, left: int) -> None:
        words = translate(
            "Count",
            "{0} products were not counted. Not counted is not zero: they stay as they are.",
        )
        answers = [
            Answer(translate("Count", "Post what is counted"), self.post),
            Answer(translate("Count", "Set the rest to zero"), self._zero_the_rest),
            Answer(translate("Count", "Go on counting"), self._go_on),
        ]
        self.notice.refuse(words.format(figures.number(left)), answers, serious=False)

    def _go_on(self) -> None:
        self.tabs.choose("left")
        self._show_rows()
        self.scan.field.setFocus()

    def _zero_the_rest(self) -> None:
        if self.session is not None:
            for product_id in self._known:
                if product_id not in self.session.entries:
                    self.session.set(product_id, ZERO)
            self.post()

    def post(self) -> None:
        """The stock becomes what was counted."""
        if self.session is None:
            return
        posted = self.hand_in(post_count, self.session.command())
        if not isinstance(posted, Posted):
            return
        self._forget()
        office = self.office

        def undo() -> None:
            office.do(reverse, posted.id)

        words = translate("Count", "{0} posted").format(posted.number)
        self.said.emit(words, translate("Count", "Undo"), undo)
        self.wanted.emit("count", posted.id)
        self.done.emit()

    def discard(self) -> None:
        """Throw the count away; the toast brings it back."""
        session = self.session
        self._forget()
        self.load()

        def bring_back() -> None:
            if session is not None:
                self.open(session)

        words = translate("Count", "Count thrown away")
        self.said.emit(words, translate("Count", "Undo"), bring_back)

    def _forget(self) -> None:
        self.session = None
        self._last = None
        self.scan.echo.say("")
        self._keeper.forget()

    def print_sheet(self) -> None:
        """A sheet to walk along the shelves with."""
        session = self.session
        if session is None:
            return
        terms = self.office.ask(count_rows.stock_terms)
        scope = next((ident for ident, name in terms.categories if name == session.scope), None)
        Printing(self.office).count_sheet(
            self, session.place_id, blind=session.blind, category_id=scope
        )

    def _keep(self) -> None:
        if self.session is not None:
            self._keeper.keep(self.session.content())

    def memory(self) -> Any:
        self._keeper.flush()
        return None

    def hideEvent(self, event: QHideEvent) -> None:
        self._keeper.flush()
        super().hideEvent(event)
