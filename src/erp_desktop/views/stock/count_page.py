"""A stock count (盘点): scan or type what is there, see what differs, post it.

The shop goes on selling meanwhile. The count keeps itself: close it, lose the power, go on later.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import NotPositive, NotStocked, RuleBroken
from erp_desktop.reports import count_rows
from erp_desktop.reports.count_rows import Countable
from erp_desktop.services.paper import Posted
from erp_desktop.services.reversing import reverse
from erp_desktop.services.stock.counting import post_count
from erp_desktop.views import figures, wording
from erp_desktop.views.drafts import DraftKeeper
from erp_desktop.views.office import Office
from erp_desktop.views.printing import Printing
from erp_desktop.views.stock.count_board import CountBoard
from erp_desktop.views.stock.count_end import CountEnd
from erp_desktop.views.stock.count_session import CountSession
from erp_desktop.views.stock.count_start import CountStart
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.page import Page

translate = wording.translate


class CountPage(Page):
    """The start, or the count under way. F2 corrects what was scanned last."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, translate("Count", "Stock count"))
        self._keeper = DraftKeeper(office, "count", self)
        kept = self._keeper.kept()
        self.session = CountSession.kept(kept.content) if kept else None
        self.known: dict[int, Countable] = {}
        self._last: tuple[int, Decimal | None] | None = None
        self.start, self.board = CountStart(), CountBoard()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.board)
        self.body.addWidget(self._stack)
        self.end = CountEnd(self)
        self._actions()
        self._connect()

    def _actions(self) -> None:
        self.dropping = self.action(
            translate("Count", "Discard"), self.end.discard, look=Look.GHOST, icon="trash-2"
        )
        self.printing = self.action(
            translate("Count", "Print count sheet"), self.print_sheet, icon="printer",
            shortcut="Ctrl+P",
        )  # fmt: skip
        self.primary = self.action(
            "", self.end.finish, look=Look.PRIMARY, icon="send", shortcut="Ctrl+Return"
        )

    def _connect(self) -> None:
        self.start.started.connect(self.open)
        self.board.scan.scanned.connect(self.count_one)
        self.board.scan.echo.undone.connect(self._take_back)
        self.board.grid.counted.connect(self._typed)
        self.board.correct.returnPressed.connect(self._corrected)
        self.key("F2", self._correct_last)

    # -- showing ---------------------------------------------------------------------------------

    def load(self) -> None:
        if self.session is None:
            self.start.offer(self.office.ask(count_rows.stock_terms))
        else:
            session = self.session
            self.known = {
                one.id: one
                for one in self.office.ask(count_rows.countables, session.place_id, session.scope)
            }
            self._ask_books(session.entries)
        self.show_session()
        self.board.show_rows()

    def _ask_books(self, products: Iterable[int]) -> None:
        """What the books say of the moments these products were counted at."""
        session = self.session
        if session is None:
            return
        wanted = {one: session.entries[one].at for one in products}
        books = self.office.ask(count_rows.book_quantities, session.place_id, wanted)
        for product_id, book in books.items():
            session.entries[product_id].book = book
            if product_id not in self.known:
                found = self.office.ask(count_rows.countable, product_id, session.place_id)
                if found is not None:
                    self.known[product_id] = found

    def show_session(self) -> None:
        """Show how far the count is, or the start."""
        session = self.session
        self._stack.setCurrentIndex(0 if session is None else 1)
        for button in (self.dropping, self.printing, self.primary):
            button.setVisible(session is not None)
        self.header.chip.setVisible(session is not None)
        self.drafted.emit(session is not None)
        if session is None:
            self.header.facts.setText("")
            return
        whole = len(self.known)
        self.header.title.setText(translate("Count", "Count of {0}").format(session.place))
        self.header.chip.show_state(f"counting:{len(session.entries) / max(whole, 1):.2f}")
        self.header.facts.setText(self._facts(session))
        words = translate("Count", "Compare with the books") if session.hidden else ""
        self.primary.setText(words or translate("Count", "Post the count"))
        self.primary.setShortcut("Ctrl+Return")  # Qt forgets the key with each new text
        self.primary.updateGeometry()
        self.primary.setEnabled(bool(session.entries))
        self.board.show_session(session, self.known)

    def _facts(self, session: CountSession) -> str:
        began = f"{clock.local_time(session.opened_at):%H:%M}"
        parts = [session.scope] if session.scope else []
        parts.append(translate("Count", "Blind") if session.blind else translate("Count", "Open"))
        parts.append(translate("Count", "since {0}, the shop may go on selling").format(began))
        return "  ·  ".join(parts)

    # -- counting --------------------------------------------------------------------------------

    def open(self, session: CountSession) -> None:
        """The counting begins."""
        self.session = session
        self.keep()
        self.load()
        self.board.tabs.choose("recent")
        self.setFocusProxy(self.board.scan.field)
        self.board.scan.field.setFocus()

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
            self.board.scan.echo.say(code, wording.explain(broken), good=False)
            return
        if found is None:
            self.board.scan.echo.say(code, translate("Count", "is no product we know"), good=False)
            return
        before = session.entries.get(found.product_id)
        self._last = (found.product_id, before.counted if before else None)
        entry = session.scan(found.product_id, found.pieces)
        self._counted(found.product_id)
        words = translate("Count", "+{0}, {1} counted")
        said = words.format(figures.quantity(found.pieces), figures.quantity(entry.counted))
        self.board.scan.echo.say(self.known[found.product_id].name, said)
        self.board.correct.set_value(entry.counted)

    def _is_here(self, product_id: int) -> bool:
        """Whether it can be counted; goods that never lay here join the count."""
        if product_id in self.known or self.session is None:
            return product_id in self.known
        found = self.office.ask(count_rows.countable, product_id, self.session.place_id)
        if found is not None:
            self.known[product_id] = found
        return found is not None

    def _counted(self, product_id: int) -> None:
        """A product was counted anew: ask the books, show it, keep it."""
        self._ask_books([product_id])
        self.keep()
        self.show_session()
        if self.board.tabs.code() in {"recent", "counted", "differ"}:
            self.board.show_rows()
        self.board.grid.show_product(product_id)

    def _take_back(self) -> None:
        """The last scan was a mistake."""
        session = self.session
        if self._last is None or session is None:
            return
        product_id, before = self._last
        self._last = None
        self.board.scan.echo.say("")
        self.board.correct.set_value(before)
        if before is None:
            session.forget(product_id)
            self.keep()
            self.show_session()
            self.board.show_rows()
            return
        session.set(product_id, before)
        self._counted(product_id)

    def _correct_last(self) -> None:
        if self._last is not None:
            self.board.correct.setFocus()
            self.board.correct.selectAll()

    def _corrected(self) -> None:
        """What was scanned last was counted by hand."""
        if self._last is None or self.session is None:
            return
        try:
            value = self.board.correct.value()
            self._set(self._last[0], value)
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        self._counted(self._last[0]) if value is not None else self.load()
        self.board.scan.field.setFocus()

    def _typed(self, row: int, product_id: int, cell: object) -> None:
        """A count was typed into the list."""
        value = cell if isinstance(cell, Decimal) else None
        try:
            self._set(product_id, value)
        except RuleBroken as broken:
            self.board.grid.refuse(row, wording.explain(broken))
            return
        self._ask_books([product_id] if value is not None else [])
        self.keep()
        self.show_session()
        self.board.grid.fill_row(row, self.board.row(product_id))

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

    def post(self) -> None:
        """The stock becomes what was counted."""
        if self.session is None:
            return
        posted = self.hand_in(post_count, self.session.command())
        if not isinstance(posted, Posted):
            return
        self.forget()
        office = self.office

        def undo() -> None:
            office.do(reverse, posted.id)

        words = translate("Count", "{0} posted").format(posted.number)
        self.said.emit(words, translate("Count", "Undo"), undo)
        self.wanted.emit("count", posted.id)
        self.done.emit()

    def forget(self) -> None:
        """There is no count under way any more."""
        self.session = None
        self._last = None
        self.board.scan.echo.say("")
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

    def keep(self) -> None:
        """Keep the count as a draft."""
        if self.session is not None:
            self._keeper.keep(self.session.content())

    def memory(self) -> Any:
        self._keeper.flush()
        return None

    def hideEvent(self, event: QHideEvent) -> None:
        self._keeper.flush()
        super().hideEvent(event)
