"""A few words of a person about a document: a field of several lines that grows with them."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from erp_desktop.views import theme
from erp_desktop.views.widgets.fields import clear_base, paint_field

MOST_LINES = 6


class NoteField(QPlainTextEdit):
    """Tab goes on to the next field. Where it `sends`, Enter hands the words in: `entered`."""

    left = Signal()
    entered = Signal(str)

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sends = False
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)
        theme.worn.changed.connect(self._dress)
        self._dress()

    def words(self) -> str:
        return self.toPlainText().strip()

    def sizeHint(self) -> QSize:
        lines = min(max(self.document().blockCount(), 2), MOST_LINES)
        return QSize(theme.px(200), theme.px(19) * lines + theme.px(18))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter is the page's."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if self.sends and plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.words():
                self.entered.emit(self.words())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        box = QRectF(self.viewport().rect())
        paint_field(painter, box, self, refused=False, quiet=self.isReadOnly())
        painter.end()
        super().paintEvent(event)

    def _dress(self) -> None:
        clear_base(self)
        self.setFont(theme.font(theme.BODY))
        self.document().setDocumentMargin(theme.px(8))
        self.updateGeometry()
