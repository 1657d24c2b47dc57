"""The sheet of keys (F1), and what the program is."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from erp_desktop import __version__
from erp_desktop.views import theme, wording
from erp_desktop.views.cards.scrolled import Scrolled
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import key_words
from erp_desktop.views.widgets.dialog import Dialog, Question
from erp_desktop.views.widgets.fields import Label

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP

KEYS: Final = (
    (mark("Keys", "Everywhere"), (
        ("Ctrl+K", mark("Keys", "Find anything, run a command")),
        ("Ctrl+N", mark("Keys", "New, of the kind the page shows")),
        ("Ctrl+Return", mark("Keys", "Commit: save, confirm, receive, ship")),
        ("Esc", mark("Keys", "Back, close, take back")),
        ("Ctrl+W", mark("Keys", "Close the tab")),
        ("Ctrl+B", mark("Keys", "Collapse the sidebar (on a card: order more)")),
        ("F3", mark("Keys", "Open the till")),
        ("F1", mark("Keys", "List of keys")),
        ("Shift+F1", mark("Keys", "What the manual says about this page")),
    )),
    (mark("Keys", "Lists"), (
        ("Ctrl+F", mark("Keys", "Filter as you type")),
        ("Return", mark("Keys", "Open the row")),
        ("Space", mark("Keys", "Mark the row and go on; the arrows keep marks")),
        ("Ctrl+C", mark("Keys", "Copy the chosen rows as a table")),
        ("Ctrl+E", mark("Keys", "Export what is seen")),
        ("Ctrl+Shift+P", mark("Keys", "Print what is seen")),
        ("Ctrl+A", mark("Keys", "Choose all rows")),
    )),
    (mark("Keys", "Documents"), (
        ("Return", mark("Keys", "Next cell; makes the next line")),
        ("F2", mark("Keys", "Edit the cell or the card")),
        ("Ctrl+P", mark("Keys", "Print, or print labels")),
        ("Ctrl+Shift+L", mark("Keys", "Labels of what arrived")),
        ("Ctrl+Shift+A", mark("Keys", "Attach a file")),
        ("Ctrl+Z", mark("Keys", "Undo in a draft")),
        ("Del", mark("Keys", "Take the line out")),
    )),
    (mark("Keys", "Till"), (
        ("F12", mark("Keys", "Pay")),
        ("F2", mark("Keys", "Quantity, F3 price, F4 discount, F5 customer")),
        ("F6", mark("Keys", "Hold the cart, F7 resume")),
        ("F8", mark("Keys", "Return, with Shift without a receipt")),
        ("F9", mark("Keys", "Print the last receipt, with Shift another")),
        ("F10", mark("Keys", "The shift: open, cash, report, close")),
        ("Ctrl+L", mark("Keys", "Lock the till")),
    )),
)  # fmt: skip

BESIDE: Final = 190  # what a window has above and below the keys: its title, ours, the buttons


class KeyCap(QWidget):
    """A key as it looks on the keyboard."""

    def __init__(self, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = key_words(shortcut)
        self.setAccessibleName(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(ink.key_cap_width(self._words) + 1, theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        middle = QRectF(self.rect()).center().y()
        ink.key_cap(painter, self._words, self.width() - 1, middle)


class KeysSheet(Dialog):
    """All keys at a glance; the verb (Enter) opens the manual at the page one came from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        verb = translate("Keys", "What the manual says here")
        super().__init__(None, translate("Keys", "Keys"), verb, parent=parent)
        self.verb.show_icon("book-open")
        self.cancel.setText(translate("Keys", "Close"))
        self.cancel.updateGeometry()
        keys_ = QWidget()
        grid = QGridLayout(keys_)
        grid.setContentsMargins(0, 0, theme.px(10), 0)
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(4))
        for side, groups in enumerate((KEYS[:1] + KEYS[3:], KEYS[1:3])):
            line = 0
            for title, keys in groups:
                heading = Label(translate("Keys", title), theme.BOLD)
                grid.addWidget(heading, line, side * 3, 1, 2)
                line += 1
                for shortcut, words in keys:
                    grid.addWidget(KeyCap(shortcut), line, side * 3)
                    grid.addWidget(Label(translate("Keys", words), theme.BODY, "text2"),
                                   line, side * 3 + 1)  # fmt: skip
                    line += 1
                line += 1
        grid.setColumnMinimumWidth(2, theme.px(28))
        sheet = Scrolled(keys_, "page", translate("Keys", "Keys"))
        needs = keys_.sizeHint()
        screen = self.screen().availableGeometry().height()
        sheet.setMinimumSize(needs.width(), min(needs.height(), screen - theme.px(BESIDE)))
        self.body.addWidget(sheet)


def about(parent: QWidget | None = None) -> Question:
    """What this program is, and under which terms."""
    words = translate(
        "Keys",
        "Version {0}. A shop's trade on one computer: buying, selling, stock, money."
        " Free software under the MIT licence.",
    ).format(__version__)
    said = Question("ERP Desktop", words, translate("Keys", "Close"), parent=parent)
    said.cancel.hide()
    return said
