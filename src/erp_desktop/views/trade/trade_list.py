"""The list of one side of the trade: what is next stands on every row, one key opens it."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from erp_desktop.core import clock
from erp_desktop.core.table import Listing
from erp_desktop.reports.listing import ListingSource, Question
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.opening import open_document
from erp_desktop.views.trade.keys import fresh
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.faces import Face, LinkFace, Row, TranslatedFace
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import ListingPages
from erp_desktop.views.widgets.page import Deed
from erp_desktop.views.widgets.panels import EmptyState

translate = wording.translate
ENDED = frozenset({"paid", "returned", "cancelled", "reversed", "closed"})
SOON = 2  # days ahead that are worth a word


class NewWay(NamedTuple):
    """A way to begin: the words in the menu, and the page that is opened."""

    words: str
    page: str


class DueFace(Face):
    """A day with how late it is, or that it is today or tomorrow; silent once all is done."""

    def note(self, row: Row) -> tuple[str, str]:
        """The words behind the day and the colour they have."""
        day, state = row[self.at], str(self.other(row, "state") or "")
        if not isinstance(day, date) or state in ENDED:
            return "", "text2"
        days = (day - clock.day_date(clock.today())).days
        if days < 0:
            return translate("Trade", "{0} d late").format(-days), "bad"
        if days == 0:
            return translate("Trade", "today"), "warn"
        if days == 1:
            return translate("Trade", "tomorrow"), "warn"
        if days <= SOON:
            return translate("Trade", "in {0} days").format(days), "warn"
        return "", "text2"

    def paint(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:  # noqa: ARG002
        words, role = self.note(row)
        t = theme.tokens()
        drawn = ink.text(painter, self.words(row), box, self.kind, t.text if words else t.text2)
        if words:
            colour: QColor = getattr(t, role)
            ink.text(painter, words, box.adjusted(drawn + theme.px(8), 0, 0, 0), theme.HINT, colour)

    def room(self, row: Row) -> float:
        words, _ = self.note(row)
        return super().room(row) + (theme.px(8) + theme.width(theme.HINT, words) if words else 0)


class TradeList(ListPage):
    """Purchases or sales. A click on the next step opens the document where it is done."""

    def __init__(
        self, office: Office, title: str, listing: Listing, empty: EmptyState, *,
        hint: str, ways: Sequence[NewWay],
    ) -> None:  # fmt: skip
        source = ListingPages(office, ListingSource(listing, figures.form().places))
        special = {
            "next": LinkFace("Trade"),
            "due": DueFace(),
            "kind": TranslatedFace("Kind", "text2"),
        }
        super().__init__(office, title, source, special, search_hint=hint, empty=empty)
        self._ways = tuple(ways)
        empty.started.connect(self.make_new)
        self.view.opened.connect(self.open_row)
        self.view.linked.connect(self._follow)
        offer_export(self)
        self.new_ways = self.action("", self._open_ways, look=Look.GHOST, icon="ellipsis")
        self.new_ways.setAccessibleName(translate("Trade", "More ways to begin"))
        self.new_ways.setToolTip(translate("Trade", "More ways to begin"))
        self.new_button: Button = self.action(
            self._ways[0].words, self.make_new, look=Look.PRIMARY, icon="plus", shortcut="Ctrl+N"
        )
        self.show_view("all")

    def make_new(self) -> None:
        """Begin the first of the ways."""
        self.begin(self._ways[0].page)

    def begin(self, page: str) -> None:
        self.wanted.emit(page, fresh())

    def open_row(self, key: int) -> None:
        open_document(self, key)

    def _follow(self, key: int, column: str) -> None:
        if column == "next":
            open_document(self, key)

    def _open_ways(self) -> None:
        self.offer_more(self.new_ways)

    def more_deeds(self) -> list[Deed]:
        return [Deed(way.words, partial(self.begin, way.page)) for way in self._ways[1:]]

    def recall(self, memory: object) -> None:
        super().recall(memory)
        if isinstance(memory, Question) and memory.view:
            self.tabs.choose(memory.view)
