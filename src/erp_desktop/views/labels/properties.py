"""What the chosen element is: where its words come from, how large they are, where it stands."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erp_desktop.core.errors import NotANumber
from erp_desktop.core.label_design import SMALLEST, WIDEST, Element, Part, Source
from erp_desktop.views import theme, wording
from erp_desktop.views.labels.align_row import AlignRow
from erp_desktop.views.settings.section import row_of
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Label, Labelled, LineField
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate
TENTHS = Decimal(10)
TURNS = (0, 90, 180, 270)
SIZES = (6, 7, 8, 9, 10, 11, 12, 14, 17, 20, 24, 28, 34, 40)


class Properties(QWidget):
    """`changed(Element)` after every choice; `picture_wanted` to choose another picture."""

    changed = Signal(object)
    picture_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._element: Element | None = None
        self.title = Label("", theme.PANEL)
        self.hint = Label(
            translate("Label", "Select an element on the label."), theme.BODY, "text2"
        )
        self.hint.setWordWrap(True)
        self.source = Combo(list(source_words().items()))
        self.words = LineField()
        self.letters = Combo([(size, f"{size} pt") for size in SIZES])
        self.align = Combo([
            ("left", translate("Label", "Left")), ("center", translate("Label", "Middle")),
            ("right", translate("Label", "Right")),
        ])  # fmt: skip
        self.bold = Check(translate("Label", "Bold"))
        self.digits = Check(translate("Label", "Numbers under the bars"))
        self.turn = Combo([(turn, f"{turn}°") for turn in TURNS])
        self.shows = Combo([
            (Source.SHOP, translate("Label", "The shop's mark")),
            (Source.NAME, translate("Label", "The product's picture")),
        ])  # fmt: skip
        self.other = Button(translate("Label", "Choose a picture…"), icon="image-plus")
        self.other.clicked.connect(self.picture_wanted)
        self.from_left, self.from_top, self.wide, self.high = (
            NumberField(places=1, unit="mm") for _ in range(4)
        )
        self.align_row = AlignRow()
        self._lay_out()
        self._listen()
        self.show_element(None)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        box.setSpacing(theme.px(10))
        box.addWidget(self.title)
        box.addWidget(self.hint)
        self._source = Labelled(translate("Label", "Content"), self.source)
        self._words = Labelled(translate("Label", "Words"), self.words)
        self._size = Labelled(translate("Label", "Size"), self.letters)
        self._align = Labelled(translate("Label", "Alignment"), self.align)
        self._turn = Labelled(translate("Label", "Rotation"), self.turn)
        self._shows = Labelled(translate("Label", "Shows"), self.shows)
        for field in (self._source, self._words, self._shows, self.other):
            box.addWidget(field)
        box.addLayout(row_of((self._size, 1), (self._align, 1)))
        box.addWidget(self.bold)
        box.addWidget(self.digits)
        self._place = [
            Labelled(translate("Label", "From the left"), self.from_left),
            Labelled(translate("Label", "From the top"), self.from_top),
            Labelled(translate("Label", "Width"), self.wide),
            Labelled(translate("Label", "Height"), self.high),
        ]
        box.addLayout(row_of((self._place[0], 1), (self._place[1], 1)))
        box.addLayout(row_of((self._place[2], 1), (self._place[3], 1)))
        box.addWidget(self._turn)
        box.addWidget(self.align_row)
        box.addStretch(1)

    def _listen(self) -> None:
        for combo in (self.source, self.letters, self.align, self.turn, self.shows):
            combo.activated.connect(self._tell)
        for check in (self.bold, self.digits):
            check.clicked.connect(self._tell)
        for field in (self.words, self.from_left, self.from_top, self.wide, self.high):
            field.editingFinished.connect(self._tell)

    def show_element(self, element: Element | None) -> None:
        """Show this one; None shows nothing."""
        self._element = element
        text = element is not None and element.part is Part.TEXT
        coded = element is not None and element.part in {Part.BARCODE, Part.QR}
        own = element is not None and element.source is Source.OWN and (text or coded)
        pictured = element is not None and element.part is Part.PICTURE
        self.hint.setVisible(element is None)
        self._shows.setVisible(pictured)
        self.other.setVisible(pictured)
        self._turn.setVisible(element is not None and element.part is not Part.LINE)
        self._source.setVisible(text or coded)
        self._words.setVisible(own)
        for field in (self._size, self._align, self.bold):
            field.setVisible(text)
        self.digits.setVisible(element is not None and element.part is Part.BARCODE)
        for measure in (*self._place, self.align_row):
            measure.setVisible(element is not None)
        self.title.setText(
            element_words(element) if element else translate("Label", "No selection")
        )
        if element is not None:
            self._fill(element)

    def _fill(self, element: Element) -> None:
        self.source.choose(element.source)
        if not self.words.hasFocus():
            self.words.setText(element.words)
        self.shows.choose(element.source)
        self.turn.choose(element.turn)
        self.letters.choose(min(SIZES, key=lambda size: abs(size - element.size)))
        self.align.choose(element.align)
        self.bold.setChecked(element.bold)
        self.digits.setChecked(element.digits)
        for field, value in (
            (self.from_left, element.x), (self.from_top, element.y),
            (self.wide, element.wide), (self.high, element.high),
        ):  # fmt: skip
            if not field.hasFocus():
                field.set_value(Decimal(value) / TENTHS)

    def _tell(self) -> None:
        if self._element is None:
            return
        try:
            x, y, wide, high = map(_tenths, (self.from_left, self.from_top, self.wide, self.high))
        except NotANumber:
            return
        shown = self.shows if self._element.part is Part.PICTURE else self.source
        changed = replace(
            self._element, source=Source(shown.value()), words=self.words.text(),
            size=int(self.letters.value()), align=str(self.align.value()),
            bold=self.bold.isChecked(), digits=self.digits.isChecked(),
            turn=int(self.turn.value()),
        ).placed(x, y, wide, high)  # fmt: skip
        if changed != self._element:
            self.changed.emit(changed)


def element_words(element: Element) -> str:
    """What a person calls an element."""
    if element.part is Part.LINE:
        return translate("Label", "Line")
    if element.part is Part.PICTURE:
        return translate("Label", "Picture")
    if element.part is Part.QR:
        return translate("Label", "QR code")
    if element.part is Part.BARCODE:
        return translate("Label", "Barcode")
    if element.source is Source.OWN:
        return element.words or translate("Label", "Custom text")
    return source_words()[element.source]


def source_words() -> dict[Source, str]:
    """What each source is called."""
    return {
        Source.NAME: translate("Label", "Product name"),
        Source.PRICE: translate("Label", "Price"),
        Source.BARCODE: translate("Label", "Barcode number"),
        Source.SKU: translate("Label", "SKU"),
        Source.UNIT: translate("Label", "Unit"),
        Source.SHOP: translate("Label", "Shop"),
        Source.PACKED: translate("Label", "Print date"),
        Source.LOT: translate("Label", "Lot or serial number"),
        Source.EXPIRES: translate("Label", "Best before"),
        Source.SHELF: translate("Label", "Shelf"),
        Source.SUPPLIER: translate("Label", "Supplier"),
        Source.OWN: translate("Label", "Custom text"),
    }


def _tenths(field: NumberField) -> int:
    """A measure in tenths of a millimetre. Raises NotANumber."""
    value = int((field.value() or Decimal(0)) * TENTHS)
    return min(max(value, 0 if value < SMALLEST else SMALLEST), WIDEST)
