"""The base of every page of buying and selling: one document, its next step, and its story.

The main button is always the next step; what else can be done stands beside it or in the ... menu.
A refusal is said under its line, or at the top, with its ways out as buttons; the form stays open.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from erp_desktop.core import clock, errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.states import BUYING, Kind, State
from erp_desktop.reports import trade_facts
from erp_desktop.reports.document_rows import DocumentView
from erp_desktop.services.paper import Posted
from erp_desktop.services.records import find_document
from erp_desktop.views import wording
from erp_desktop.views.office import Office
from erp_desktop.views.opening import open_document
from erp_desktop.views.trade import papers, story
from erp_desktop.views.trade.answers import answers_to
from erp_desktop.views.trade.fitting import Fitting
from erp_desktop.views.trade.head_fields import HeadFields
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.buttons import Button, Look, key_words
from erp_desktop.views.widgets.document_page import DocumentPage
from erp_desktop.views.widgets.field_values import put_value
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.widgets.page import Deed
from erp_desktop.views.widgets.panels import Entry, Step

translate = wording.translate
MAIN_KEY = "Ctrl+Return"


class Action(NamedTuple):
    """Something that can be done: the words on its button, its icon, and what it does."""

    words: str
    act: Callable[[], object]
    icon: str = ""


class TradePage(DocumentPage):
    """Subclasses show a grid (`show_grid`) and say what can be done (`offer`).

    `view` is the document as the books have it; None while it is new.
    """

    def __init__(
        self, office: Office, kind: Kind, grid: LinesGrid, *, discount: bool = False
    ) -> None:
        super().__init__(office, wording.kind_word(kind), grid)
        self.kind = kind
        self.code = kind.value
        self.buying = kind in BUYING
        self.terms = office.ask(trade_facts.terms)
        self.view: DocumentView | None = None
        self.fields = HeadFields(
            self, office, self.terms, kind, buying=self.buying, discount=discount
        )
        self._title = (wording.kind_word(kind), "")
        self._offers: list[Action] = []
        self._menu: list[Action] = []
        self.fitting = Fitting(self)
        self.paper_button = self.action("", self.print_paper, look=Look.GHOST, icon="printer")
        self.more = self.action("", self._open_menu, look=Look.GHOST, icon="ellipsis")
        self.second = self.action("", self._do_second)
        self.main = self.action("", self._do_main, look=Look.PRIMARY, shortcut=MAIN_KEY)
        self.paper_button.setAccessibleName(translate("Trade", "Print"))
        self.paper_button.setToolTip(f"{translate('Trade', 'Print')}  {key_words('Ctrl+P')}")
        self.more.setAccessibleName(translate("Trade", "More"))
        self.more.setToolTip(translate("Trade", "More"))
        self.key("Ctrl+P", self.print_paper)
        self.key("Ctrl+Shift+L", self.print_labels)
        self.key("Ctrl+N", self.make_new)
        self.related.opened.connect(self._open_related)
        self.fields.through.connect(self._to_the_lines)
        self.offer([], [])

    # -- what is shown ---------------------------------------------------------------------------

    def show_grid(self, grid: LinesGrid) -> None:
        """Put another grid where the lines stand."""
        if grid is self.grid:
            return
        old, focus = self.grid, QApplication.focusWidget()
        had_keyboard = focus is not None and (focus is old or old.isAncestorOf(focus))
        self.body.replaceWidget(old, grid)
        old.hide()
        old.deleteLater()
        self.grid = grid
        self.setFocusProxy(grid)
        if had_keyboard:
            grid.setFocus()

    def show_view(self, view: DocumentView) -> None:
        """Title, state, fields and side panel of a document."""
        self.view = view
        head = view.head
        name = f"{wording.kind_word(head.kind)} {head.number}".strip()
        self.call(name, head.number)
        self.header.chip.show_state(head.shown)
        self.header.chip.show()
        self.named.emit(" ".join(word for word in (head.number or name, head.partner) if word))
        self.fields.show_head(head)
        if head.state == State.DRAFT:
            self.show_note(head.note)
        else:
            self.take_remarks(head.id)
        self.show_story(story.steps_of(view), story.related_of(view), story.history_of(view))

    def show_note(self, words: str) -> None:
        """What somebody writes about the document while it is written."""
        self.take_remarks(None)
        put_value(self.remark, words)
        self.remark.setReadOnly(False)
        self.remark.show()

    def kept_fields(self) -> dict[str, QWidget]:
        """The fields that a draft keeps, by name."""
        return {**self.fields.kept(), "note": self.remark}

    def call(self, title: str, short: str = "") -> None:
        """The page's title, and what is left of it where there is little room."""
        self._title = (title, short or title)
        self.header.title.setText(title)
        self.header.title.setToolTip(title)

    def full_title(self) -> str:
        return self._title[0]

    def short_title(self) -> str:
        return self._title[1]

    def has_second(self) -> bool:
        """Is there something to be done beside the next step?"""
        return len(self._offers) > 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fitting.fit()

    def show_story(
        self, steps: list[Step], related: Sequence[Entry] = (), history: Sequence[Entry] = ()
    ) -> None:
        """The side panel, and the room it needs."""
        self.story.show(steps, related, history)
        self.fitting.show_side()

    def offer(self, actions: list[Action], menu: list[Action]) -> None:
        """The first action is the main button, the second stands beside it, then the menu."""
        self._offers, self._menu = actions, [*actions[2:], *menu]
        for at, button in enumerate((self.main, self.second)):
            button.setVisible(at < len(actions))
            if at < len(actions):
                relabel(button, actions[at].words, actions[at].icon)
        self.main.setShortcut(MAIN_KEY)
        self.more.setVisible(bool(self._menu) or self.files is not None)
        self.paper_button.setVisible(self.view is not None and self.kind in papers.PRINTED)
        self.fitting.fit()

    def offered(self) -> list[str]:
        """The words of everything that can be done now, the main button first."""
        return [action.words for action in (*self._offers[:2], *self._menu)]

    def choose(self, words: str) -> None:
        """Do what stands under these words (in the menu or on a button)."""
        next(one for one in (*self._offers, *self._menu) if one.words == words).act()

    # -- doing -----------------------------------------------------------------------------------

    def _do_main(self) -> None:
        if self.taken() and self._offers:
            self._offers[0].act()

    def _do_second(self) -> None:
        if self.taken() and len(self._offers) > 1:
            self._offers[1].act()

    def taken(self) -> bool:
        good = super().taken()
        self.grid.setFocus()  # takes what is typed in a field of the head
        return good

    def _open_menu(self) -> None:
        self.offer_more(self.more)

    def more_deeds(self) -> list[Deed]:
        folded = self._offers[1:2] if self.second.isHidden() else []
        more = [Deed(one.words, one.act) for one in (*folded, *self._menu)]
        return [*more, *super().more_deeds()]

    def print_paper(self) -> None:
        """Show the paper of this document."""
        if self.view is not None and self.kind in papers.PRINTED:
            papers.preview(self, self.view.head.id)

    def print_labels(self) -> None:
        """Labels of what arrived, where the page offers them."""
        words = translate("Trade", "Print labels")
        if words in self.offered():
            self.choose(words)

    def make_new(self) -> None:
        """Another new document of this kind."""
        from erp_desktop.views.trade.keys import fresh

        self.wanted.emit(self.kind.value, fresh())

    def go_back(self) -> None:
        self.wanted.emit("purchases" if self.buying else "sales", None)

    def open_posted(self, kind: Kind, posted: Posted) -> None:
        """Say what was posted and show it; a posted paper prints from its own page."""
        self.tell(kind, posted)
        self.wanted.emit(kind.value, posted.id)

    def tell(self, kind: Kind, posted: Posted) -> None:
        """A toast with the number, and what a rule wanted to be heard."""
        words = f"{wording.kind_word(kind)} {posted.number}"
        for warned in posted.warnings:
            rule = getattr(errors, warned.rule, None)
            if rule is not None:
                words += " · " + wording.explain(rule(*warned.facts.values()))
        self.said.emit(words, "", None)

    def _open_related(self, document_id: int) -> None:
        story.open_related(self, self.view, document_id)

    # -- refusals: what can be done about them ---------------------------------------------------

    def verb(self) -> str:
        """What the main button does, for the words of an answer."""
        return self._offers[0].words if self._offers else ""

    def row_for(self, broken: RuleBroken) -> int:  # noqa: ARG002
        """The line a refusal is about; -1 when it is about the whole document."""
        return -1

    def refuse(self, broken: RuleBroken) -> None:
        """Say why a rule said no: under its line, at its field, or at the top."""
        row, answers = self.row_for(broken), []
        answers = answers_to(broken, self, row, self.verb())
        box = self.fields.box_of(broken)
        if box is not None:
            box.refuse(wording.explain(broken))
        if row >= 0:
            self.grid.refuse(row, wording.explain(broken), answers)
        else:
            self.notice.refuse(wording.explain(broken), answers)

    def set_now(self, row: int, quantity: Decimal) -> None:
        """Do it with this much of a line."""

    def _to_the_lines(self) -> None:
        """Enter in the last field: to the first cell that can be written, or the empty line."""
        self.grid.setFocus()
        if self.grid.lines.lines():
            self.grid.go_on(self.grid.lines.index(0, 0))
        elif self.grid.may_change_lines():
            self.grid.start()

    def take_everything(self) -> None:
        """All that there is to do."""

    def order_more(self, row: int) -> None:
        """Write a purchase order for what is short."""
        line = self.grid.lines.line(row) or {}
        self.wanted.emit(Kind.PURCHASE_ORDER.value, {"product_id": line.get("product_id")})

    def choose_partner(self) -> None:
        self.fields.partner.setFocus()

    def use_today(self) -> None:
        self.fields.day.set_value(clock.day_date(clock.today()))
        self.fields.clear_refusals()

    def open_number(self, number: str) -> None:
        open_document(self, self.office.ask(find_document, number))

    def open_theirs(self) -> None:
        """Show what somebody else saved."""
        self.load()

    def keep_mine(self) -> None:
        """Keep what stands here as a document of its own."""

    def no_discount(self) -> None:
        self.fields.discount.set_value(None)
        self.fields.changed.emit()

    def leave_be(self) -> None:
        self.grid.setFocus()

    def take_payment(self) -> None:
        """The customer pays something first; then the deed is tried again by hand."""
        from erp_desktop.views.finance.pay_dialog import PayDialog

        partner_id = self.fields.partner.key()
        if partner_id is None and self.view is not None:
            partner_id = self.view.head.partner_id
        dialog = PayDialog(self.office, self, incoming=True, partner_id=partner_id)
        dialog.paid.connect(self._was_paid)
        dialog.open()

    def _was_paid(self, words: str) -> None:
        self.notice.clear()
        self.said.emit(words, "", None)

    def anyway(self, broken: RuleBroken) -> Answer | None:  # noqa: ARG002
        """How it can be done all the same, where that takes no more than a right."""
        return None

    def again(self) -> object:
        """A page that is not written on comes back by its document."""
        if self.drafting is None and self.view is not None:
            return self.view.head.id
        return super().again()

    # -- the keyboard ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
            return
        super().keyPressEvent(event)


def relabel(button: Button, words: str, icon: str = "") -> None:
    """Other words on a button; Qt forgets the shortcut of a button whose words change."""
    kept = button.shortcut()
    button.setText(words)
    button.show_icon(icon)
    button.setShortcut(kept)
    button.setAccessibleName(words)
