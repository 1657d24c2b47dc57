"""Reconciliation (对账): what the bank says beside what the books say, until nothing is left open.

Left stand the lines of the bank that are not matched, right those of the books. Who walks through
the left list sees on the right what fits; Ctrl+Enter matches what is marked when both come to the
same. A line that the books lack is entered from here, and is matched with what it became.
"""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from erp_desktop.reports.lists.bank import document_of_match, statement_line
from erp_desktop.reports.reconciliation import standing
from erp_desktop.services.finance.bank_lines import METHODS, unmatch
from erp_desktop.services.finance.reconciling import match_with_fees
from erp_desktop.services.finance.reconciling_alone import Matched, match_automatically
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.figure_strip import FigureStrip
from erp_desktop.views.finance import reconciling_words as words_for
from erp_desktop.views.finance.entering import Entering
from erp_desktop.views.finance.open_lines import OpenLines
from erp_desktop.views.office import Office
from erp_desktop.views.opening import open_document
from erp_desktop.views.reading import Latest
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_view import RowAction
from erp_desktop.views.widgets.page import PAGE_MARGIN, Deed, Page
from erp_desktop.views.widgets.panels import Surface
from erp_desktop.views.widgets.tab_row import Segmented

translate = wording.translate
EMPTY, OPEN, MATCHED = range(3)


class ReconcilingPart(Page):
    """A part of the money page; its header is the page's own."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, translate("Bank", "Reconciliation"))
        self.header.hide()
        self.account = Combo(words_for.accounts())
        self.account.setFixedWidth(theme.px(190))
        self.account.setAccessibleName(translate("Bank", "Account"))
        self.account.activated.connect(self._change_account)
        self.views = Segmented([
            ("open", translate("Bank", "Open")), ("matched", translate("Bank", "Matched")),
        ])  # fmt: skip
        self.views.chosen.connect(self.load)
        self.figures = FigureStrip()
        self._reading = Latest()
        self.destroyed.connect(self._reading.give_up)
        self.lines = OpenLines(office, self.role())
        self.matched = words_for.matched_list(office, self.role())
        self.nothing = words_for.nothing_yet()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        margin = theme.px(PAGE_MARGIN)
        self._above = Surface("page", "b")
        row = QHBoxLayout(self._above)
        row.setContentsMargins(margin, 0, margin, theme.px(10))
        row.setSpacing(theme.px(16))
        choices = QVBoxLayout()
        choices.setSpacing(theme.px(6))
        choices.addWidget(self.account)
        choices.addWidget(self.views)
        row.addLayout(choices)
        row.addWidget(self.figures, 1)
        self.body.addWidget(self._above)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.nothing)
        self.stack.addWidget(self.lines)
        self.stack.addWidget(self._matched_sheet())
        self.body.addWidget(self.stack, 1)

    def _matched_sheet(self) -> QWidget:
        sheet = QWidget()
        box = QVBoxLayout(sheet)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.matched, 1)
        foot = Surface("page", "t")
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(PAGE_MARGIN), theme.px(8), theme.px(PAGE_MARGIN),
                               theme.px(8))  # fmt: skip
        said = translate("Bank", "Taking apart changes neither the books nor the statement.")
        row.addWidget(Label(said, theme.HINT, "text2"))
        row.addStretch(1)
        self.apart = Button(translate("Bank", "Take apart"), icon="undo-2")
        self.apart.clicked.connect(lambda: self.take_apart(self.matched.view.chosen_keys()))
        self.apart.setEnabled(False)
        row.addWidget(self.apart)
        box.addWidget(foot)
        return sheet

    def _connect(self) -> None:
        self.nothing.started.connect(self.import_statement)
        self.lines.matched.connect(self._say_matched)
        self.lines.refused.connect(self.refuse)
        self.lines.alone_wanted.connect(self.match_what_explains_itself)
        self.lines.fees_wanted.connect(self._match_with_fees)
        self.lines.entering_wanted.connect(self._enter)
        self.lines.document_wanted.connect(partial(open_document, self))
        self.lines.summed.connect(self.summed)
        view = self.matched.view
        view.opened.connect(self._open_match)
        view.linked.connect(self._open_match)
        view.summed.connect(self.summed)
        view.summed.connect(lambda _: self.apart.setEnabled(bool(view.chosen_count())))
        view.actions_of_rows = (RowAction(translate("Bank", "Take apart"), self.take_apart),)

    # -- what is shown ---------------------------------------------------------------------------

    def role(self) -> str:
        """The account, by what it is for."""
        return str(self.account.value())

    def current(self) -> ListPage:
        """The list that is exported and printed: the one that is worked in."""
        return self.matched if self.views.code() == "matched" else self.lines.current()

    def toast_place(self) -> QWidget:
        """Over the rows: below them stand the buttons."""
        return self.matched.view if self.views.code() == "matched" else self.lines.books.view

    def load(self, *_: object) -> None:
        """Read how the account stands; the lists read themselves."""
        self._reading.give_up()
        role = self.role()
        self._reading.asking(
            self.office.ask_beside(lambda books: standing(books, role), self._show_standing)
        )

    def _show_standing(self, stands: Any) -> None:
        self.figures.show_figures(words_for.figures_of(stands, figures.form().places))
        shown = MATCHED if self.views.code() == "matched" else OPEN
        self.stack.setCurrentIndex(EMPTY if stands.bank_on is None else shown)

    def _change_account(self) -> None:
        self.notice.clear()
        self.lines.show_account(self.role())
        self.matched.show_source(words_for.matches_of(self.office, self.role()), {})
        if self.isVisible():
            self.matched.load()
        self.load()

    # -- hands -----------------------------------------------------------------------------------

    def more_deeds(self) -> list[Deed]:
        words = translate("Bank", "Match automatically")
        return [Deed(words, self.match_what_explains_itself)]

    def match_what_explains_itself(self) -> None:
        """Match what can mean but one thing; it can be taken back at once."""
        done = self.hand_in(match_automatically, self.role())
        if not isinstance(done, Matched):
            return
        words = translate("Bank", "{0} of {1} lines of the bank matched")
        said = words.format(figures.number(done.lines), figures.number(done.of))
        if done.matches:
            undo = partial(self.take_apart, list(done.matches))
            self.said.emit(said, translate("Finance", "Undo"), undo)
        else:
            self.said.emit(said, "", None)

    def take_apart(self, match_ids: list[int]) -> None:
        """Take matches apart again."""
        if match_ids and self.hand_in(unmatch, match_ids):
            words = translate("Bank", "Matches taken apart: {0}")
            self.said.emit(words.format(figures.number(len(match_ids))), "", None)

    def import_statement(self) -> None:
        """Take a statement of this account in."""
        if isinstance(self.office, ShopOffice):
            from erp_desktop.views.import_dialog import ImportDialog

            dialog = ImportDialog(self.office, self)
            dialog.choose.choose_kind("bank-statement", account=self.role())
            dialog.choose.file.setFocus()
            dialog.open()

    def _say_matched(self, match_id: int) -> None:
        self.notice.clear()
        words = translate("Bank", "Matched")
        self.said.emit(words, translate("Finance", "Undo"), partial(self.take_apart, [match_id]))

    def _match_with_fees(self, command: Any) -> None:
        done = self.hand_in(match_with_fees, command)
        if done is not None:
            self.said.emit(translate("Bank", "The rest is entered as bank fees, and all of it is"
                                     " matched"), "", None)  # fmt: skip

    def _enter(self, line_id: int, what: str) -> None:
        line = self.office.ask(statement_line, line_id)
        entering = Entering(self.office, line, METHODS[self.role()], self)
        entering.done.connect(lambda said: self.said.emit(said, "", None))
        entering.open(what)

    def _open_match(self, match_id: int, _column: str = "") -> None:
        found = self.office.ask(document_of_match, match_id)
        if found is not None:
            open_document(self, found)
