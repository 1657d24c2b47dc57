"""How a count comes to its end: compared, looked at again, approved and posted, or thrown away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt

from erp_desktop.core.errors import RuleBroken
from erp_desktop.reports.count_progress import DisputedLine, disputed_lines
from erp_desktop.services.paper import Posted
from erp_desktop.services.reversing import reverse
from erp_desktop.services.stock.count_deciding import (
    ApproveCount,
    accept_difference,
    approve_count,
    ask_recount,
    compare_count,
    say_reason,
)
from erp_desktop.services.stock.count_entries import settle_shelf
from erp_desktop.services.stock.count_plans import drop_count, take_up_count
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.stock.count_parts import products_words
from erp_desktop.views.stock.count_words import reasons, shelf_words
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.menus import Menu

if TYPE_CHECKING:
    from erp_desktop.views.stock.count_page import CountPage

translate = wording.translate


class CountEnd:
    """Asks before anything happens to what was not counted."""

    def __init__(self, page: CountPage) -> None:
        self._page = page

    # -- one product -----------------------------------------------------------------------------

    def say_why(self) -> None:
        """A menu of reasons below the button."""
        page = self._page
        product_id = page.board.grid.chosen_product()
        if not product_id:
            return
        menu = self.reasons(product_id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = page.board.why
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + theme.px(2))))

    def reasons(self, product_id: int) -> Menu:
        """The reasons to choose from for a product."""
        menu = Menu(parent=self._page)
        for words in reasons():
            menu.addAction(words).setData((product_id, words))
        menu.addSeparator()
        menu.addAction(translate("Count", "No reason")).setData((product_id, ""))
        menu.triggered.connect(self._reasoned)
        return menu

    def _reasoned(self, action: Any) -> None:
        product_id, words = action.data()
        self._decide(say_reason, product_id, words)

    def accept(self) -> None:
        """The chosen difference is so; of two results, one is."""
        product_id = self._page.board.grid.chosen_product()
        row = self._page.rows.get(product_id)
        if row is None:
            return
        if row.status == "dispute":
            self._ask_which(product_id)
        else:
            self._decide(accept_difference, product_id)

    def again(self) -> None:
        """The chosen product is counted once more."""
        product_id = self._page.board.grid.chosen_product()
        if product_id:
            self._decide(ask_recount, product_id)

    def _decide(self, step: Callable[..., Any], product_id: int, *facts: object) -> None:
        page = self._page
        try:
            page.quietly(step, page.head.id, product_id, *facts)
        except RuleBroken as broken:
            page.refuse(broken)
            return
        page.counted(product_id, flash=False)

    def _ask_which(self, product_id: int) -> None:
        """Two people found different numbers on one shelf."""
        page = self._page
        lines = [
            line
            for line in page.office.ask(disputed_lines, page.head.id)
            if line.product_id == product_id
        ]
        if not lines:
            return
        first = lines[0]
        same = [line for line in lines if (line.shelf, line.lot) == (first.shelf, first.lot)]
        words = translate("Count", "{0} on shelf “{1}”: which result is right?")
        answers = [self._answer(line) for line in same]
        answers.append(Answer(translate("Count", "Count again"), self.again))
        said = words.format(first.name, shelf_words(first.shelf) or "–")
        page.notice.refuse(said, answers, serious=False)

    def _answer(self, line: DisputedLine) -> Answer:
        words = translate("Count", "{0} found {1}")
        counter = line.counter or translate("Count", "Nobody's name")
        found = figures.quantity(line.counted)
        if line.pieces is not None:
            unit = self._page.rows[line.product_id].catch_unit
            found += f" · {figures.quantity(line.pieces)} {unit}"
        return Answer(words.format(counter, found), _Settle(self._page, line))

    # -- the whole -------------------------------------------------------------------------------

    def finish(self) -> None:
        """Compare first where something is hidden or must be looked at; then approve and post."""
        page, head = self._page, self._page.head
        if not any(row.counted is not None for row in page.rows.values()):
            return
        if head.state == "counting" and (head.hidden or self._to_look_at() or not head.may_approve):
            self._compare()
            return
        left = sum(1 for row in page.rows.values() if row.counted is None)
        if left:
            self._ask_about(left)
        else:
            page.post()

    def _to_look_at(self) -> bool:
        return any(row.status in {"recount", "dispute"} for row in self._page.rows.values())

    def _compare(self) -> None:
        """Lay the count beside the books."""
        page = self._page
        again = page.hand_in(compare_count, page.head.id)
        if again is None:
            return
        page.load()
        page.board.choose("again" if self._to_look_at() else "differ")
        if again:
            words = translate("Count", "To be counted again, because it differs much: {0}.")
            page.notice.refuse(words.format(products_words(again)), serious=False)

    def _ask_about(self, left: int) -> None:
        words = translate(
            "Count",
            "{0} products were not counted. Not counted is not zero: they stay as they are.",
        )
        answers = [
            Answer(translate("Count", "Post what is counted"), self._page.post),
            Answer(translate("Count", "Set the rest to zero"), self._zero_the_rest),
            Answer(translate("Count", "Go on counting"), self._go_on),
        ]
        self._page.notice.refuse(words.format(figures.number(left)), answers, serious=False)

    def _go_on(self) -> None:
        self._page.board.choose("left")
        self._page.board.scan.field.setFocus()

    def _zero_the_rest(self) -> None:
        """Everything that was not counted is gone."""
        self.post(zero_rest=True)

    def post(self, *, zero_rest: bool = False) -> None:
        """The stock becomes what was counted."""
        page = self._page
        page.book(approve_count, ApproveCount(page.head.id, zero_rest=zero_rest), self._posted)

    def _posted(self, posted: Posted) -> None:
        page = self._page
        words = translate("Count", "{0} posted").format(posted.number)
        page.said.emit(words, translate("Count", "Undo"), _Reverse(page, posted.id))
        page.wanted.emit("count", posted.id)
        page.done.emit()

    def discard(self) -> None:
        """Throw the count away; the toast brings it back."""
        page = self._page
        if page.hand_in(drop_count, page.head.id) is None and page.notice.sentence():
            return
        words = translate("Count", "Count thrown away")
        page.said.emit(words, translate("Count", "Undo"), _TakeUp(page))
        page.done.emit()


class _Settle:
    """This result is right, the others are set aside."""

    def __init__(self, page: CountPage, line: DisputedLine) -> None:
        self._page, self._line = page, line

    def __call__(self) -> None:
        self._page.quietly(settle_shelf, self._page.head.id, self._line.id)
        self._page.counted(self._line.product_id, flash=False)


class _Reverse:
    """Undo of a posted count."""

    def __init__(self, page: CountPage, document_id: int) -> None:
        self._office, self._id = page.office, document_id

    def __call__(self) -> None:
        self._office.do(reverse, self._id)


class _TakeUp:
    """Undo of a thrown away count."""

    def __init__(self, page: CountPage) -> None:
        self._office, self._id = page.office, page.head.id

    def __call__(self) -> None:
        self._office.do(take_up_count, self._id)
