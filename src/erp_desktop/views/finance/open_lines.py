"""Two lists beside each other: the bank's open lines, and those of the books; what is marked in
both is matched when it comes to the same.

Under each list stands what its marked rows come to, between them the difference. Where the bank has
a little less, the rest can be entered as its fees. Enter on a line of the bank offers what it may
become.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import money
from erp_desktop.core.table import Listing
from erp_desktop.reports.listing import ListingSource
from erp_desktop.reports.lists import bank
from erp_desktop.reports.lists.finance import document_of_line
from erp_desktop.services.finance.reconciling import Match, Sums, match, sums_of
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.finance import reconciling_words as words_for
from erp_desktop.views.finance.entering import entries_for
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.faces import Face, LinkFace, TranslatedFace
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import ListingPages
from erp_desktop.views.widgets.list_view import RowAction
from erp_desktop.views.widgets.menus import Menu
from erp_desktop.views.widgets.page import PAGE_MARGIN
from erp_desktop.views.widgets.panels import EmptyState, Surface

translate = wording.translate
LITTLE = 10  # the rest that may be fees is at most this part of the whole (a tenth)
LOOKED_THROUGH = 5_000  # in a longer list nobody is shown what fits


class OpenLines(QWidget):
    """`matched(match id)`, `refused(rule)`, `fees_wanted(Match)`, `entering_wanted(line, what)`,
    `document_wanted(its id)`; `summed` as every page has it."""

    matched = Signal(int)
    refused = Signal(object)
    fees_wanted = Signal(object)
    entering_wanted = Signal(int, str)
    document_wanted = Signal(int)
    alone_wanted = Signal()  # match what explains itself
    summed = Signal(object)

    def __init__(self, office: Office, role: str) -> None:
        super().__init__()
        self.office = office
        self._sums = Sums(0, 0)
        self._proposed = -1  # what was marked in the books because it fits
        self._next = 0  # the row to go on at
        self.bank = self._list(bank.bank_lines(role), {}, _all_in_books())
        self.books = self._list(
            bank.book_lines(role),
            {"number": LinkFace(quiet=True), "kind": TranslatedFace("Kind")}, _all_at_bank(),
        )  # fmt: skip
        self.bank_sum, self.books_sum = Label("", theme.BOLD), Label("", theme.BOLD)
        self.between = Label("", theme.BOLD)
        self._lay_out()
        self._connect()
        self._reckon()

    # -- building --------------------------------------------------------------------------------

    def _list(self, listing: Listing, faces: dict[str, Face], empty: EmptyState) -> ListPage:
        page = ListPage(
            self.office, wording.title(listing.title), self._source(listing), faces,
            search_hint=translate("Bank", "Filter"), empty=empty,
        )  # fmt: skip
        page.header.hide()
        page.view.summed.connect(self.summed)
        return page

    def _source(self, listing: Listing) -> ListingPages:
        return ListingPages(self.office, ListingSource(listing, figures.form().places))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        titles = (translate("Bank", "At the bank"), translate("Bank", "In the books"))
        parts = ((self.bank, self.bank_sum), (self.books, self.books_sum))
        for title, (page, total) in zip(titles, parts, strict=True):
            sides.addWidget(_side(title, page, total, first=page is self.bank), 1)
        box.addLayout(sides, 1)
        box.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = Surface("page", "t")
        row = QHBoxLayout(foot)
        margin = theme.px(PAGE_MARGIN)
        row.setContentsMargins(margin, theme.px(8), margin, theme.px(8))
        row.setSpacing(theme.px(8))
        self.alone = Button(translate("Bank", "Match automatically"), icon="sparkles")
        self.enter = Button(translate("Bank", "Enter this line"), icon="plus")
        self.enter.show_menu_arrow()
        self.fees = Button(translate("Bank", "Enter the rest as bank fees"), icon="coins")
        self.verb = Button(
            translate("Bank", "Match"), Look.PRIMARY, icon="check", shortcut="Ctrl+Return"
        )
        row.addWidget(self.between)
        row.addStretch(1)
        for button in (self.alone, self.enter, self.fees, self.verb):
            row.addWidget(button)
        return foot

    def _connect(self) -> None:
        self.alone.clicked.connect(self.alone_wanted)
        self.verb.clicked.connect(self.match)
        self.fees.clicked.connect(lambda: self.fees_wanted.emit(self._marked()))
        self.enter.clicked.connect(self._offer_at_button)
        self.bank.view.summed.connect(self._propose)
        self.books.view.summed.connect(self._reckon)
        self.bank.view.opened.connect(self._offer_at_row)
        self.books.view.opened.connect(self._open)
        self.books.view.linked.connect(self._open)
        self.bank.view.answered.connect(self._go_on)

    # -- what is shown ---------------------------------------------------------------------------

    def show_account(self, role: str) -> None:
        """Show the open lines of another account."""
        faces: dict[str, Face] = {
            "number": LinkFace(quiet=True), "kind": TranslatedFace("Kind"),
        }  # fmt: skip
        self._next = 0
        for page, listing, worn in (
            (self.bank, bank.bank_lines(role), {}), (self.books, bank.book_lines(role), faces),
        ):  # fmt: skip
            page.show_source(self._source(listing), worn)
            if page.isVisible():
                page.load()

    def current(self) -> ListPage:
        """The list that is worked in."""
        return self.books if self.books.view.hasFocus() else self.bank

    def _go_on(self) -> None:
        """Where a line was matched the next one is chosen."""
        view = self.bank.view
        if view.source.found() and not view.chosen_count():
            view.choose_row(min(self._next, view.source.found() - 1))

    # -- what is marked --------------------------------------------------------------------------

    def _marked(self) -> Match:
        books = [bank.entry_of(key) for key in self.books.view.chosen_keys()]
        return Match(self.bank.view.chosen_keys(), books)

    def _propose(self) -> None:
        """Mark in the books what fits the one line of the bank that is chosen."""
        chosen, view = self.bank.view.chosen_keys(), self.books.view
        mine = view.chosen_keys() in ([], [self._proposed])
        if mine and view.source.found() <= LOOKED_THROUGH:
            fits = self.office.ask(bank.likely, chosen[0]) if len(chosen) == 1 else -1
            keys = view.source.keys([(0, view.source.count())])
            self._proposed = fits if fits in keys else -1
            if self._proposed < 0:
                view.clearSelection()
            elif view.chosen_keys() != [fits]:
                view.choose_row(keys.index(fits))
        self._reckon()

    def _reckon(self, *_: object) -> None:
        """Say what is marked, and offer what can be done with it."""
        marked = self._marked()
        try:
            self._sums = self.office.ask(sums_of, marked.bank, marked.books)
        except RuleBroken:  # another till took one away; the lists are about to read anew
            self._sums = Sums(0, 0)
        places = figures.form().places
        for label, lines, parts in (
            (self.bank_sum, marked.bank, self._sums.bank),
            (self.books_sum, marked.books, self._sums.books),
        ):
            label.setText(words_for.marked(len(lines), money(parts, places)))
        either = bool(marked.bank or marked.books)
        rest = money(self._sums.rest, places)
        words = translate("Bank", "Difference {0}").format(figures.money_with_sign(rest))
        self.between.setText(words if either else translate("Bank", "Mark what is the same money"))
        self.verb.setEnabled(either and not self._sums.rest)
        self._offer(marked)

    def _offer(self, marked: Match) -> None:
        rest, whole = -self._sums.rest, max(abs(self._sums.bank), abs(self._sums.books))
        both = bool(marked.bank and marked.books)
        self.fees.setVisible(both and 0 < rest <= whole // LITTLE)
        one = len(marked.bank) == 1 and not marked.books
        self.enter.setVisible(one)
        offered = entries_for(self._sums.bank) if one else ()
        self.bank.view.actions_of_rows = [
            RowAction(words, self._entering(what)) for what, words in offered
        ]

    # -- hands -----------------------------------------------------------------------------------

    def match(self) -> None:
        """Match what is marked."""
        self._next = max(self.bank.view.currentIndex().row(), 0)
        try:
            done = self.office.do(match, self._marked())
        except RuleBroken as broken:
            self.refused.emit(broken)
        else:
            self.matched.emit(done)

    def _entering(self, what: str) -> Callable[[list[int]], object]:
        return lambda keys: self.entering_wanted.emit(keys[0], what)

    def offers(self) -> Menu:
        """What the chosen line of the bank may become."""
        menu = Menu(parent=self)
        menu.aboutToHide.connect(menu.deleteLater)
        chosen = self.bank.view.chosen_keys()
        for what, words in entries_for(self._sums.bank):
            menu.addAction(words, partial(self._entering(what), chosen))
        return menu

    def _offer_at_button(self) -> None:
        menu = self.offers()
        above = self.enter.mapToGlobal(self.enter.rect().topLeft())
        above.setY(above.y() - menu.sizeHint().height() - 4)
        menu.popup(above)

    def _offer_at_row(self, _key: int) -> None:
        view = self.bank.view
        if len(view.chosen_keys()) == 1:
            self._reckon()
            place = view.visualRect(view.currentIndex()).bottomLeft()
            self.offers().popup(view.viewport().mapToGlobal(place))

    def _open(self, key: int, _column: str = "") -> None:
        self.document_wanted.emit(self.office.ask(document_of_line, key))


def _side(title: str, page: ListPage, total: Label, *, first: bool) -> QWidget:
    """A list under its title, with what is marked of it below."""
    side = Surface("page", "r" if first else "")
    box = QVBoxLayout(side)
    box.setContentsMargins(0, 0, 1 if first else 0, 0)
    box.setSpacing(0)
    margin = theme.px(PAGE_MARGIN)
    for label, above, below in ((Label(title, theme.PANEL), 8, 0), (total, 6, 8)):
        row = QHBoxLayout()
        row.setContentsMargins(margin, theme.px(above), margin, theme.px(below))
        row.addWidget(label)
        row.addStretch(1)
        box.addLayout(row)
    box.insertWidget(1, page, 1)
    return side


def _all_in_books() -> EmptyState:
    return EmptyState(
        "circle-check",
        translate("Bank", "Every line of the bank is matched"),
        translate("Bank", "Lines of the next statement will stand here"),
    )


def _all_at_bank() -> EmptyState:
    return EmptyState(
        "circle-check",
        translate("Bank", "The bank has all that is in the books"),
        translate("Bank", "Payments stand here until the bank has them"),
    )
