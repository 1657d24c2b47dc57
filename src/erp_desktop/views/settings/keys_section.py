"""The keys of the program, each to be put elsewhere: press the new one in its field."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QKeySequenceEdit

from erp_desktop.views import keys, theme, wording
from erp_desktop.views.settings.section import Section
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.buttons import Button, LinkButton, key_words
from erp_desktop.views.widgets.fields import Label, in_a_row

translate = wording.translate


class KeysSection(Section):
    """A row for each key; a key that is taken is refused with what it does."""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        card = self.card(
            translate("Keys", "Keys"),
            translate("Keys", "Press another key in the field of what it should do."),
        )
        self.fields: dict[str, QKeySequenceEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(0, 1)
        for at, (default, words) in enumerate(keys.OWN):
            self._add(grid, at, default, translate("Keys", words))
        card.body.addLayout(grid)
        again = Button(translate("Keys", "All as they were"), icon="rotate-ccw")
        again.clicked.connect(self.restore)
        card.body.addLayout(in_a_row(again, 0))

    def _add(self, grid: QGridLayout, at: int, default: str, words: str) -> None:
        said = Label(words)
        field = QKeySequenceEdit(QKeySequence(keys.worn(default)))
        field.setMaximumSequenceLength(1)
        field.setAccessibleName(words)
        field.setFixedWidth(theme.px(180))
        field.setFont(theme.font(theme.BODY))
        field.editingFinished.connect(_Doing(self._put, default))
        said.setBuddy(field)
        back = LinkButton(key_words(default))
        back.setAccessibleName(translate("Keys", "Back to {0}").format(key_words(default)))
        back.setToolTip(back.accessibleName())
        back.clicked.connect(_Doing(self._back, default))
        self.fields[default] = field
        for column, widget in enumerate((said, field, back)):
            grid.addWidget(widget, at, column)

    def load(self) -> None:
        for default, field in self.fields.items():
            field.setKeySequence(QKeySequence(keys.worn(default)))

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


class _Doing:
    """Calls with the key that a row is about."""

    def __init__(self, act: object, default: str) -> None:
        self._act, self._default = act, default

    def __call__(self) -> None:
        if callable(self._act):
            self._act(self._default)
