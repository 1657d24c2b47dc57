"""A stock count (盘点) under way: scan or type what is there, see what differs, approve, post.

The shop goes on selling meanwhile, and others may count with it: every finding is written down at
once, under its counter's name, and what others do shows a few seconds later.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtGui import QShowEvent

from erp_desktop.core import clock
from erp_desktop.core.shares import fraction
from erp_desktop.reports import count_plans, count_progress
from erp_desktop.reports.count_progress import CountRow, PlanHead
from erp_desktop.services.stock.count_plans import assign_shelf, finish_shelf
from erp_desktop.views import wording
from erp_desktop.views.office import Office
from erp_desktop.views.printing import Printing
from erp_desktop.views.stock.count_board import CountBoard
from erp_desktop.views.stock.count_end import CountEnd
from erp_desktop.views.stock.count_export import ask_and_export
from erp_desktop.views.stock.count_words import recount_words, scope_words
from erp_desktop.views.stock.count_work import CountWork
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.page import Page

translate = wording.translate
EVERY = 4000  # milliseconds between two looks at what others counted
SOON = 400  # milliseconds after the last scan the shelves are looked at


class CountPage(Page):
    """F2 corrects what was scanned last, F6 says why, F7 accepts, F8 counts again."""

    def __init__(self, office: Office, plan_id: int) -> None:
        super().__init__(office, translate("Count", "Stock count"))
        self.head: PlanHead = office.ask(count_progress.plan_head, plan_id)
        self.rows: dict[int, CountRow] = {}
        self._pulse: Any = None
        self.board = CountBoard()
        self.body.addWidget(self.board)
        self.work, self.end = CountWork(self), CountEnd(self)
        self.board.counter.setText(_own_name(office))
        self.setFocusProxy(self.board.scan.field)
        self._others = QTimer(self, interval=EVERY)
        self._others.timeout.connect(self.look_around)
        self._others.start()
        self._side = QTimer(self, singleShot=True, interval=SOON)
        self._side.timeout.connect(self._show_side)
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
        board = self.board
        board.scan.scanned.connect(self.work.scan)
        board.scan.echo.undone.connect(self.work.take_back)
        board.grid.counted.connect(self.work.typed)
        board.grid.pieced.connect(self.work.typed_pieces)
        board.grid.current_line.connect(self._turned)
        board.correct.returnPressed.connect(self.work.corrected)
        board.why.clicked.connect(self.end.say_why)
        board.accept.clicked.connect(self.end.accept)
        board.again.clicked.connect(self.end.again)
        board.shelf.returnPressed.connect(self._moved)
        board.side.here.connect(self.work.go_to)
        board.side.given.connect(self._give)
        board.side.finished.connect(self._finish_shelf)
        board.export.clicked.connect(self.export)
        self.key("Ctrl+E", self.export)
        self.key("F2", self.work.correct_last)
        self.key("F6", self.end.say_why)
        self.key("F7", self.end.accept)
        self.key("F8", self.end.again)

    # -- showing ---------------------------------------------------------------------------------

    def load(self) -> None:
        self.head = self.office.ask(count_progress.plan_head, self.head.id)
        found = self.office.ask(count_progress.count_rows, self.head.id)
        self.rows = {row.product_id: row for row in found}
        self._pulse = self.office.ask(count_plans.count_pulse, self.head.id)
        if not self.board.recent:
            self.board.recent = self.office.ask(
                count_plans.recent_products, self.head.id, self.board.counter.text()
            )
        self._show_head()
        self._show_side()
        self._show_figures()
        self.board.show_rows()
        self.board.begin()

    def show_product(self, product_id: int) -> None:
        """What the books say of one product now."""
        rows = self.office.ask(count_progress.count_rows, self.head.id, [product_id])
        if rows:
            self.rows[product_id] = rows[0]
        else:
            self.rows.pop(product_id, None)
        self._show_figures()

    def counted(self, product_id: int, *, flash: bool = True) -> None:
        """A product was counted, or something was decided about it."""
        before = self.board.recent
        if flash:
            rest = [one for one in before if one != product_id]
            self.board.recent = [product_id, *rest][:50]
            self.board.scanned()
        self._pulse = self.office.ask(count_plans.count_pulse, self.head.id)
        self.show_product(product_id)
        self._side.start()
        if flash or self.board.tabs.code() in {"differ", "again"}:
            self.board.show_rows()
        else:
            self.board.show_row(product_id)
        if flash:
            self.board.grid.show_product(product_id)
        self._show_primary()

    def look_around(self) -> None:
        """Show what others counted meanwhile."""
        if not self.isVisible() or not self.head.open:
            return
        before, now = self._pulse, self.office.ask(count_plans.count_pulse, self.head.id)
        if now == before:
            return
        if before is None or now.lines < before.lines or now.decided != before.decided:
            self.load()
            return
        changed = self.office.ask(count_plans.counted_since, self.head.id, before.last)
        rows = self.office.ask(count_progress.count_rows, self.head.id, changed)
        self.rows |= {row.product_id: row for row in rows}
        self._pulse = now
        self._show_figures()
        self.board.show_rows()
        self._show_side()

    def _show_head(self) -> None:
        head = self.head
        title = translate("Count", "Count of {0}").format(head.place)
        self.header.title.setText(f"{title} · {head.name}" if head.name else title)
        self.named.emit(head.name or title)
        self.header.facts.setText(self._facts())
        for button in (self.dropping, self.printing, self.primary):
            button.setVisible(head.open)
        self.header.chip.show()
        self._show_primary()

    def _show_primary(self) -> None:
        counted = sum(1 for row in self.rows.values() if row.counted is not None)
        share = fraction(counted, len(self.rows))
        state = f"counting:{share}" if self.head.state == "counting" else self.head.state
        self.header.chip.show_state(state)
        ask = self.head.state == "counting" and (self.head.hidden or not self.head.may_approve)
        words = translate("Count", "Compare with the books") if ask else ""
        self.primary.setText(words or translate("Count", "Post the count"))
        self.primary.setShortcut("Ctrl+Return")  # Qt forgets the key with each new text
        self.primary.updateGeometry()
        self.primary.setEnabled(bool(counted))

    def _facts(self) -> str:
        head = self.head
        began = f"{clock.local_time(head.opened_at):%H:%M}"
        blind = translate("Count", "Blind") if head.blind else translate("Count", "Open")
        parts = [scope_words(head), blind]
        parts.append(translate("Count", "since {0}, the shop may go on selling").format(began))
        parts.append(recount_words(head))
        return "  ·  ".join(part for part in parts if part)

    def _show_figures(self) -> None:
        shelves = any(row.shelf for row in self.rows.values())
        self.board.show_count(self.rows, hidden=self.head.hidden, shelves=shelves)

    def _show_side(self) -> None:
        shelves = self.office.ask(count_progress.plan_shelves, self.head.id)
        if self.head.hidden:
            shelves = [shelf._replace(differing=0) for shelf in shelves]
        counters = self.office.ask(count_progress.plan_counters, self.head.id)
        names = self.office.ask(count_plans.counter_names)
        own, here = self.board.counter.text().strip(), self.board.shelf.text().strip()
        self.board.side.setVisible(bool(shelves) or len(counters) > 1)
        self.board.side.show_state(shelves, counters, names, own, here)

    def _turned(self, _row: int) -> None:
        self.board.show_actions()

    # -- counting --------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self.board.scan.field, self.board.scan.field.setFocus)

    def take_scan(self, code: str) -> bool:
        if not self.head.open:
            return False
        self.work.scan(code)
        return True

    def quietly(self, step: Callable[..., Any], *facts: Any) -> Any:
        """Have it done without every window reading anew: a count changes no list."""
        with QSignalBlocker(self.office):
            return self.office.do(step, *facts)

    def _moved(self) -> None:
        """A shelf was typed."""
        self.work.go_to(self.board.shelf.text().strip())

    def _give(self, shelf: str, name: str) -> None:
        self.quietly(assign_shelf, self.head.id, shelf, name)
        self._show_side()

    def _finish_shelf(self, shelf: str, done: Any) -> None:
        self.quietly(_set_done, self.head.id, shelf, bool(done))
        self._show_side()

    def post(self) -> None:
        """The stock becomes what was counted."""
        self.end.post()

    def export(self) -> None:
        """What the list shows, as a file."""
        ask_and_export(self, self.board.grid)

    def print_sheet(self) -> None:
        """A sheet to walk along the shelves with."""
        Printing(self.office).count_sheet(
            self, self.head.place_id, blind=self.head.blind, product_ids=list(self.rows)
        )


def _own_name(office: Office) -> str:
    """The name of the person on duty."""
    facts = getattr(office, "facts", None)
    return str(facts.person) if facts is not None else ""


def _set_done(books: Any, plan_id: int, shelf: str, done: bool) -> None:  # noqa: FBT001
    finish_shelf(books, plan_id, shelf, done=done)
