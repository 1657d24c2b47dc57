"""Shows Markdown as a page to read: our type and colours, pictures as wide as there is room."""

import re
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QFocusEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from erp_desktop.views import theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.slim_bar import SlimBar

PICTURE = "\ufffc"  # what stands for one in a text
WIDE = 760  # a line longer than this is tiring to read
_HEADINGS = {1: theme.Type(22, 700), 2: theme.Type(17, 600), 3: theme.Type(14, 600)}


class Reader(QTextBrowser):
    """`read(file)` shows one; `followed(file, heading)` when a link leads to another."""

    followed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: Path | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self._bar = SlimBar(self, Qt.Orientation.Vertical)
        self.anchorClicked.connect(self._follow)
        theme.worn.changed.connect(self._dress)
        self._colour()

    def read(self, file: Path, heading: str = "", words: str = "") -> None:
        """Show a file, at a heading or at the first place where words are said."""
        self._file = file
        self._dress()
        self._go_to(heading, words)

    def file(self) -> Path | None:
        return self._file

    def _dress(self) -> None:
        """Lay the text out in the look that is worn."""
        self._colour()
        if self._file is None:
            return
        document = QTextDocument(self)
        document.setDefaultFont(theme.font(theme.Type(14)))
        document.setBaseUrl(QUrl.fromLocalFile(f"{self._file.parent}/"))
        document.setMarkdown(
            self._file.read_text("utf-8"), QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        )
        document.setDocumentMargin(theme.px(20))
        self._style(document)
        self.setDocument(document)  # which frees the one before
        self._fit()

    def _colour(self) -> None:
        t = theme.tokens()
        own = QPalette()
        own.setColor(QPalette.ColorRole.Base, t.page)
        own.setColor(QPalette.ColorRole.Text, t.text)
        own.setColor(QPalette.ColorRole.Link, t.accent_text)
        self.setPalette(own)

    @staticmethod
    def _style(document: QTextDocument) -> None:
        """Headings in their types, air between paragraphs, code on a ground of its own."""
        t, block = theme.tokens(), document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            level = block.blockFormat().headingLevel()
            air = QTextBlockFormat()
            air.setTopMargin(theme.px(18 if level > 1 else 4))
            air.setBottomMargin(theme.px(6))
            high = 100 if _is_picture(block) else 140  # else the air grows with the picture
            air.setLineHeight(high, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if level:
                worn = QTextCharFormat()
                worn.setFont(theme.font(_HEADINGS.get(level, theme.BOLD)))
                worn.setForeground(t.text)
                cursor.mergeCharFormat(worn)
            if cursor.currentTable() is not None:
                air.setTopMargin(0)
                air.setBottomMargin(0)
            cursor.mergeBlockFormat(air)
            _dress_code(block, t.sunken)
            block = block.next()
        _dress_tables(document, t.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            ink.focus_ring(painter, QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 6)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Lines as wide as there is room, but no wider than is good to read."""
        self.setLineWrapColumnOrWidth(min(self.viewport().width(), theme.px(WIDE)))
        self._fit_pictures()

    def _fit_pictures(self) -> None:
        """No picture is wider than the text, nor wider than itself."""
        room = min(self.viewport().width(), theme.px(WIDE)) - theme.px(44)
        for cursor, shown in _pictures(self.document()):
            url = QUrl.fromLocalFile(str((self._file or Path()).parent)).toLocalFile()
            image = QImage(str(Path(url) / shown.name()))
            if image.isNull():
                continue
            wide = min(image.width() / max(image.devicePixelRatio(), 1), max(room, 80))
            if round(shown.width()) != round(wide):
                shown.setWidth(wide)
                shown.setHeight(wide * image.height() / image.width())
                cursor.setCharFormat(shown)

    def _go_to(self, heading: str, words: str) -> None:
        self.moveCursor(QTextCursor.MoveOperation.Start)
        block = self.document().begin()
        while heading and block.isValid():
            if block.blockFormat().headingLevel() and slug(block.text()) == heading:
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(int(top) - theme.px(8))
                return
            block = block.next()
        if words:
            self.find(words)

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in {"http", "https", "mailto"}:
            QDesktopServices.openUrl(url)
            return
        name = url.path()
        file = self._file if not name else (self._file or Path()).parent / Path(name).name
        self.followed.emit(file, url.fragment())


def slug(heading: str) -> str:
    """A heading as links name it: small letters, dashes for spaces."""
    plain = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return plain.replace(" ", "-")


def _is_picture(block: QTextBlock) -> bool:
    """Whether it holds a picture and nothing else."""
    return block.text() == PICTURE


def _pictures(document: QTextDocument) -> list[tuple[QTextCursor, QTextImageFormat]]:
    found, block = [], document.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            piece = at.fragment()
            if piece.charFormat().isImageFormat():
                cursor = QTextCursor(document)
                cursor.setPosition(piece.position())
                cursor.setPosition(
                    piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor
                )
                found.append((cursor, piece.charFormat().toImageFormat()))
            at += 1
        block = block.next()
    return found


def _dress_tables(document: QTextDocument, colour: QColor) -> None:
    """Rows with hairlines between them, and no boxes."""
    for table in document.rootFrame().childFrames():
        if not isinstance(table, QTextTable):
            continue
        worn = table.format()
        worn.setBorder(0)
        worn.setCellPadding(theme.px(7))
        worn.setCellSpacing(0)
        worn.setBorderCollapse(True)
        worn.setTopMargin(theme.px(6))
        table.setFormat(worn)
        for row in range(table.rows()):
            for column in range(table.columns()):
                cell = table.cellAt(row, column)
                line = cell.format().toTableCellFormat()
                line.setBottomBorder(1)
                line.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                line.setBottomBorderBrush(colour)
                cell.setFormat(line)


def _dress_code(block: object, ground: QColor) -> None:
    """What is written in fixed letters stands on a quiet ground."""
    at = block.begin()  # type: ignore[attr-defined]
    spans = []
    while not at.atEnd():
        piece = at.fragment()
        if piece.charFormat().fontFixedPitch():
            spans.append((piece.position(), piece.position() + piece.length()))
        at += 1
    for start, end in spans:
        cursor = QTextCursor(block)  # type: ignore[call-overload]
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        worn = QTextCharFormat()
        worn.setBackground(ground)
        worn.setFontFixedPitch(True)
        cursor.mergeCharFormat(worn)
