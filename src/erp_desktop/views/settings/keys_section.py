"""The keys of the program, each to be put elsewhere: press the new one in its field."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QKeySequenceEdit, QLineEdit, QWidget

from erp_desktop.views import keys, theme, wording
from erp_desktop.views.settings.section import Section
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.buttons import Button, LinkButton, key_words
from erp_desktop.views.widgets.fields import (
    FIELD_HEIGHT,
    Label,
    clear_base,
    in_a_row,
    paint_field,
)
from erp_desktop.views.widgets.panels import Card

translate = wording.translate
OF_PAGES: Final = frozenset({"Ctrl+Return", "Ctrl+F", "Ctrl+E", "Ctrl+Shift+P", "Ctrl+P", "F12"})


class KeysSection(Section):
    """A row for each key; a key that is taken is refused with what it does."""

    needed_right = ""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        hint = translate("Keys", "Press another key in the field of what it should do.")
        self.fields: dict[str, KeyField] = {}
        self._backs: dict[str, LinkButton] = {}
        own = [one for one in keys.OWN if one[0] not in OF_PAGES]
        self._group(self.card(translate("Keys", "In the whole window"), hint), own)
        own = [one for one in keys.OWN if one[0] in OF_PAGES]
        card = self.card(translate("Keys", "On a page"), hint)
        self._group(card, own)
        again = Button(translate("Keys", "Reset all keys"), icon="rotate-ccw")
        again.clicked.connect(self.restore)
        card.body.addLayout(in_a_row(again, 0))

    def _group(self, card: Card, own: Sequence[tuple[str, str]]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(0, 1)
        for at, (default, words) in enumerate(own):
            self._add(grid, at, default, translate("Keys", words))
        card.body.addLayout(grid)

    def _add(self, grid: QGridLayout, at: int, default: str, words: str) -> None:
        said = Label(words)
        field = KeyField(QKeySequence(keys.worn(default)))
        field.setAccessibleName(words)
        field.setFixedWidth(theme.px(132))
        field.editingFinished.connect(_Doing(self._put, default))
        said.setBuddy(field)
        back = LinkButton(key_words(default))
        back.setAccessibleName(translate("Keys", "Back to {0}").format(key_words(default)))
        back.setToolTip(back.accessibleName())
        back.clicked.connect(_Doing(self._back, default))
        keep = back.sizePolicy()
        keep.setRetainSizeWhenHidden(True)  # the fields do not move when it comes and goes
        back.setSizePolicy(keep)
        self.fields[default], self._backs[default] = field, back
        for column, widget in enumerate((said, field, back)):
            grid.addWidget(widget, at, column)

    def load(self) -> None:
        for default, field in self.fields.items():
            field.setKeySequence(QKeySequence(keys.worn(default)))
            self._backs[default].setVisible(keys.worn(default) != default)

    def restore(self) -> None:
        """Every key as in the drawings."""
        for default, _ in keys.OWN:
            keys.put(default, default)

    def _put(self, default: str) -> None:
        sequence = keys.plain(self.fields[default].keySequence())
        if not sequence or sequence == keys.worn(default):
            self.load()
            return
        taken = keys.taken_by(sequence, default)
        if taken:
            words = translate("Keys", "{0} is taken: {1}")
            said = words.format(key_words(sequence), translate("Keys", taken))
            self.notice.refuse(said, serious=False)
            self.load()
            return
        self.notice.clear()
        keys.put(default, sequence)
        self.said.emit(translate("Keys", "From now on: {0}").format(key_words(sequence)))

    def _back(self, default: str) -> None:
        keys.put(default, default)


class KeyField(QKeySequenceEdit):
    """Takes the next key that is pressed; looks like every other field."""

    def __init__(self, sequence: QKeySequence, parent: QWidget | None = None) -> None:
        super().__init__(sequence, parent)
        self.setMaximumSequenceLength(1)
        self._line = self.findChildren(QLineEdit)[0]
        self._line.setFrame(False)
        self._line.installEventFilter(self)
        self._dress()
        theme.worn.changed.connect(self._dress)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        paint_field(QPainter(self), QRectF(self.rect()), self, refused=False, quiet=False)

    def _dress(self) -> None:
        self._line.setPalette(QPalette())
        clear_base(self._line)
        self._line.setFont(theme.font(theme.BODY))
        self._line.setTextMargins(theme.px(6), 0, theme.px(6), 0)
        self.setFixedHeight(theme.px(FIELD_HEIGHT))


class _Doing:
    """Calls with the key that a row is about."""

    def __init__(self, act: object, default: str) -> None:
        self._act, self._default = act, default

    def __call__(self) -> None:
        if callable(self._act):
            self._act(self._default)
