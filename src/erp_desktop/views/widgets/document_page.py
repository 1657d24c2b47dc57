"""A page that is a document: its fields, scan bar with echo, lines, totals, side panel."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from erp_desktop.core.shares import percent
from erp_desktop.views import icons, scan_sound, theme, wording
from erp_desktop.views.drafts import Unfinished
from erp_desktop.views.office import Office
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import LinkButton
from erp_desktop.views.widgets.fields import Labelled, LineField
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.widgets.page import PAGE_MARGIN, Deed, Page
from erp_desktop.views.widgets.panels import Surface
from erp_desktop.views.widgets.side_story import SideStory

if TYPE_CHECKING:
    from erp_desktop.views.attachments.files import Files, Nearer
    from erp_desktop.views.drafting import Drafting
    from erp_desktop.views.remarking import Remarking

translate = wording.translate


IN_A_ROW = 7  # fields that can be read side by side
NARROW = 700  # pixels at font size 13: a scan bar with buttons in it


class ScanEcho(QWidget):
    """What the last scan did, on green, with a way to take it back; red when it did nothing."""

    undone = Signal()
    told = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = self._words = ""
        self._good = True
        self.undo = LinkButton(translate("Document", "Undo"))
        self.undo.clicked.connect(self.undone)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.px(10), 0)
        row.addStretch(1)
        row.addWidget(self.undo)
        self.undo.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, name: str, words: str = "", *, good: bool = True, undo: bool = True) -> None:
        """The product in bold and what happened to it."""
        self._name, self._words, self._good = name, words, good
        self.undo.setVisible(undo and good and bool(name))
        if name:
            scan_sound.play(taken=good)
        self.setAccessibleName(f"{name} {words}")
        self.update()
        self.told.emit()

    def speaks(self) -> bool:
        """Whether it says anything."""
        return bool(self._name)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if not self._name:
            return
        painter, t = QPainter(self), theme.tokens()
        colour = t.ok if self._good else t.bad
        ink.frame(painter, self.rect(), theme.px(6), t.ok_tint if self._good else t.bad_tint)
        size = theme.px(16)
        box = QRectF(theme.px(12), round((self.height() - size) / 2), size, size)
        icons.draw(painter, "check" if self._good else "circle-alert", colour, box)
        room = QRectF(theme.px(36), 0, self.width() - theme.px(110), self.height())
        drawn = ink.text(painter, self._name, room, theme.BOLD, colour)
        room.setLeft(room.left() + drawn + theme.px(8))
        ink.text(painter, self._words, room, theme.BODY, t.text2)


class ScanBar(QWidget):
    """A field for scans and typed codes (`scanned`), the echo beside it, room for buttons."""

    scanned = Signal(str)

    def __init__(self, hint: str, high: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = LineField(hint, icon="scan-barcode", high=high)
        self.field.setAccessibleName(hint)
        self.field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)  # codes only
        self.field.returnPressed.connect(self._take)
        self.echo = ScanEcho()
        self.row = QHBoxLayout(self)
        margin = theme.px(PAGE_MARGIN)
        self.row.setContentsMargins(margin, theme.px(12), margin, theme.px(10))
        self.row.setSpacing(theme.px(10))
        self.row.addWidget(self.field, 4)
        self.row.addWidget(self.echo, 5)
        self.echo.told.connect(self._fit)

    def add(self, widget: QWidget) -> None:
        """A button at the right end."""
        self.row.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, an echo that says nothing leaves it to the field."""
        self.echo.setVisible(self.width() >= theme.px(NARROW) or self.echo.speaks())

    def _take(self) -> None:
        code = self.field.text().strip()
        self.field.clear()
        if code:
            self.scanned.emit(code)


class TotalsPanel(QWidget):
    """The amounts at the foot of a document, the last one large; words and a bar at the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[tuple[str, str]] = ()
        self._progress: tuple[str, str, str, Decimal | None] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.worn.changed.connect(self.updateGeometry)

    def show_totals(self, lines: Sequence[tuple[str, str]]) -> None:
        """(words, figure) from top to bottom; the last is what is to pay."""
        self._lines = tuple(lines)
        self.setAccessibleName(", ".join(" ".join(line) for line in lines))
        self.updateGeometry()
        self.update()

    def show_progress(self, title: str, words: str, note: str, share: Decimal | None) -> None:
        """How far the document is: a quiet title, bold words, a bar (0 to 1; None has no bar), a
        note below."""
        self._progress = (title, words, note, share)
        self.update()

    def sizeHint(self) -> QSize:
        rows = max(len(self._lines) - 1, 2)
        return QSize(theme.px(400), theme.px(24) * rows + theme.px(62))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        painter.fillRect(self.rect(), t.page)
        painter.fillRect(0, 0, self.width(), 1, t.line2)
        margin = theme.px(PAGE_MARGIN)
        right = self.width() - margin
        top = theme.px(12)
        for words, figure in self._lines[:-1]:
            row = QRectF(right - theme.px(340), top, theme.px(340), theme.px(24))
            drawn = ink.text(painter, figure, row, theme.FIGURE, t.text, right=True)
            names = row.adjusted(0, 0, -max(drawn + theme.px(24), theme.px(130)), 0)
            ink.text(painter, words, names, theme.BODY, t.text2, right=True)
            top += theme.px(24)
        if self._lines:
            self._paint_last(painter, right, top)
        if self._progress:
            self._paint_progress(painter, margin)

    def _paint_last(self, painter: QPainter, right: int, top: int) -> None:
        t = theme.tokens()
        words, figure = self._lines[-1]
        if len(self._lines) > 1:  # where there is nothing to sum up the line above is enough
            painter.fillRect(right - theme.px(340), top + theme.px(4), theme.px(340), 1, t.line2)
        row = QRectF(right - theme.px(340), top + theme.px(6), theme.px(340), theme.px(34))
        drawn = ink.text(painter, figure, row, theme.FIGURE_TITLE, t.text, right=True)
        names = row.adjusted(0, 0, -max(drawn + theme.px(24), theme.px(130)), 0)
        ink.text(painter, words, names, theme.BOLD, t.text, right=True)

    def _paint_progress(self, painter: QPainter, margin: int) -> None:
        if self._progress is None:
            return
        t = theme.tokens()
        title, words, note, share = self._progress
        row = QRectF(margin, theme.px(12), theme.px(360), theme.px(24))
        ink.text(painter, title, row, theme.HINT, t.text2)
        row.translate(0, theme.px(24))
        ink.text(painter, words, row, theme.Type(14, 600), t.text)
        row.translate(0, theme.px(28))
        if share is None:
            ink.text(painter, note, row, theme.HINT, t.text2)
            return
        bar = QRectF(margin, row.y() + theme.px(2), theme.px(300), theme.px(6))
        ink.bar(painter, bar, float(share), t.ok)
        beside = QRectF(
            bar.right() + theme.px(10), bar.center().y() - theme.px(12), 99, theme.px(24)
        )
        ink.text(painter, f"{percent(share, 1)}%", beside, theme.Type(12, 600), t.text)
        row.translate(0, theme.px(12))
        ink.text(painter, note, row, theme.HINT, t.text2)


class DocumentPage(Page):
    """Give it a `LinesGrid`; fields, scan bar, totals and side panel are here.

    `add_field(words, widget, stretch)` puts a labelled field into the row; `scan_bar(hint)` makes
    the scan bar; `steps`, `related` and `history` live in the side panel (hidden until
    `show_side()`), with a `remark` at its foot; `totals` at the foot of the lines. `code` is what
    the window knows the page by.
    """

    code = ""

    def __init__(
        self, office: Office, title: str, grid: LinesGrid, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, title, parent)
        self.grid = grid
        self.drafting: Drafting | None = None  # while somebody writes on it
        self._remarking: Remarking | None = None  # once it is settled
        self.files: Files | None = None  # beside a document that can have some
        self.scan: ScanBar | None = None
        self.totals = TotalsPanel()
        self.story = SideStory()
        self.side, self.steps = self.story.side, self.story.steps
        self.related, self.history = self.story.related, self.story.history
        self.remark = self.story.note
        self._lay_out()
        for keys, act in (("Ctrl+Z", self.undo), ("Ctrl+Shift+Z", self.redo),
                          ("Ctrl+Y", self.redo), ("Ctrl+S", self.keep)):  # fmt: skip
            self.key(keys, act)

    def _lay_out(self) -> None:
        fields = Surface("page", "b")
        self._rows = QVBoxLayout(fields)
        margin = theme.px(PAGE_MARGIN)
        self._rows.setContentsMargins(margin, 0, margin, theme.px(12))
        self._rows.setSpacing(theme.px(8))
        self._row_of_fields()
        self.body.addWidget(fields)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self.totals)
        self.beside.addWidget(self.side)

    def add_field(self, words: str, field: QWidget, stretch: int = 1) -> Labelled:
        """A labelled field in the row under the header."""
        made = Labelled(words, field)
        if words not in self._named and len(self._named) == IN_A_ROW:
            self._row_of_fields()
        self._named.add(words)
        self._fields.addWidget(made, stretch, Qt.AlignmentFlag.AlignTop)
        return made

    def _row_of_fields(self) -> None:
        """One row is the rule; more fields than can be read side by side begin another. Two of one
        name (to be written, to be read) are never seen together."""
        self._named: set[str] = set()
        self._fields = QHBoxLayout()
        self._fields.setSpacing(theme.px(12))
        self._rows.addLayout(self._fields)

    def scan_bar(self, hint: str, take: Callable[[str], object]) -> ScanBar:
        """A scan bar above the lines; scans of the whole page go to `take(code)` too."""
        bar = ScanBar(hint)
        bar.scanned.connect(take)
        self.body.insertWidget(1, bar)
        self.scan = bar
        return bar

    def show_side(self) -> None:
        self.side.show()

    def take_scan(self, code: str) -> bool:
        if self.scan is None:
            return False
        self.scan.scanned.emit(code)
        return True

    def say_fact(self, words: str) -> None:
        """A quiet fact beside the title: 'saved 11:46'."""
        self.header.facts.setText(words)

    def take_remarks(self, document_id: int | None) -> None:
        """The note is for what people say about this document; for none it is the page's own."""
        if self._remarking is not None and self._remarking.document_id != document_id:
            self._remarking.stop()
            self._remarking = None
        if self._remarking is None and document_id is not None:
            from erp_desktop.views.remarking import Remarking

            self._remarking = Remarking(self, self.remark, document_id)
            self.remark.show()

    def take_files(
        self, of: Callable[[], str | None], made: Callable[[], str | None] | None = None,
        nearer: "Nearer | None" = None,
    ) -> None:  # fmt: skip
        """Files may lie beside this document; `of`, `made` and `nearer` as `Files` wants them."""
        from erp_desktop.views.attachments.files import Files

        self.files = Files(self, of, made)
        self.files.nearer = nearer
        self.story.offer_files(self.files.panel)
        self.files.counted.connect(self.story.count_files)

    def more_deeds(self) -> Sequence[Deed]:
        return () if self.files is None else (self.files.deed(),)

    # -- while it is written ---------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back."""
        if self.drafting is not None:
            self.drafting.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.drafting is not None:
            self.drafting.redo()

    def keep(self) -> None:
        """Keep now what is written; it keeps itself a moment later anyway."""
        if self.drafting is not None:
            self.drafting.flush()

    def is_for(self, key: object) -> bool:
        mine = self.drafting
        return isinstance(key, Unfinished) and mine is not None and mine.store.name == key.name

    def again(self) -> object:
        """A page that is written on comes back by its draft."""
        if self.drafting is None:
            return super().again()
        return Unfinished(self.drafting.store.name)

    def come_back(self) -> None:
        if self.drafting is not None:
            self.drafting.come_back()

    def memory(self) -> object:
        self.keep()
        return self.drafting.store.name if self.drafting is not None else None

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)
