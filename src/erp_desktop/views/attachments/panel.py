"""The panel of files: a button to add one, the files, and a word on what else adds one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erp_desktop.services.shop.attachments import Attached
from erp_desktop.views import theme, wording
from erp_desktop.views.attachments.file_list import FileList
from erp_desktop.views.cards.card_columns import CardColumns
from erp_desktop.views.widgets.buttons import Button, Look, key_words
from erp_desktop.views.widgets.fields import Label, in_a_row
from erp_desktop.views.widgets.panels import Card

translate = wording.translate
ADD_KEY = "Ctrl+Shift+A"
WIDE = 760  # names of files are short; what is known of them stands close by


class FilesPanel(QWidget):
    """`adding` when a person wants to choose files, `seen` when the panel comes into sight."""

    adding = Signal()
    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button(translate("Files", "Attach a file…"), Look.SOFT, icon="paperclip")
        self.button.setToolTip(key_words(ADD_KEY))
        self.button.clicked.connect(self.adding)
        self.list = FileList()
        words = translate("Files", "Or drop files anywhere on this page, or paste a picture ({0}).")
        self.hint = Label(words.format(key_words("Ctrl+V")), theme.HINT, "text3")
        self.hint.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(8))
        box.addLayout(in_a_row(self.button, 0))
        box.addWidget(self.list)
        box.addWidget(self.hint)
        box.addStretch(1)
        self.list.hide()

    def show_files(self, files: Sequence[Attached]) -> None:
        """Show these."""
        had = self.list.hasFocus()
        self.list.show_files(files)
        self.list.setVisible(bool(files))
        if had and not files:
            self.button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()


def files_card(panel: FilesPanel) -> CardColumns:
    """The panel as the one card of a sheet."""
    card = Card(translate("Files", "Attachments"))
    card.body.addWidget(panel)
    return CardColumns([card], lone=WIDE)
