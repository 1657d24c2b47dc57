"""What can be put on a label: keys for the kinds of things, and how each begins."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from erp_desktop.core.label_design import Element, Part, Source
from erp_desktop.views import theme, wording
from erp_desktop.views.widgets.buttons import Button

translate = wording.translate
CODED: Final = frozenset({Source.BARCODE})


class AddKeys(QWidget):
    """`wanted(Element)` when a key is pressed."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(8))
        self._begun: dict[Button, Element] = {}
        for at, (words, icon, element) in enumerate(_kinds()):
            button = Button(words, icon=icon)
            button.clicked.connect(self._pressed)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._begun[button] = element
            grid.addWidget(button, at // 2, at % 2)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.wanted.emit(self._begun[button])


def field_of(source: Source) -> Element:
    """A field of the product as it begins: the codes as bars, the rest as words."""
    if source in CODED:
        return Element(Part.BARCODE, 20, 20, 320, 120, source)
    return Element(Part.TEXT, 20, 20, 250, 40, source)


def _kinds() -> list[tuple[str, str, Element]]:
    """The words of a key, its icon, and how the thing begins."""
    return [
        (translate("Label", "Text"), "type",
         Element(Part.TEXT, 20, 20, 250, 45, Source.OWN, translate("Label", "Text"))),
        (translate("Label", "Barcode"), "barcode",
         Element(Part.BARCODE, 20, 100, 320, 120, Source.BARCODE)),
        (translate("Label", "QR code"), "qr-code",
         Element(Part.QR, 20, 80, 150, 150, Source.BARCODE)),
        (translate("Label", "Price"), "coins",
         Element(Part.TEXT, 200, 60, 250, 70, Source.PRICE, size=17, bold=True, align="right")),
        (translate("Label", "Picture"), "image",
         Element(Part.PICTURE, 20, 20, 120, 120, Source.SHOP)),
        (translate("Label", "Line"), "minus", Element(Part.LINE, 20, 120, 400, 10)),
    ]  # fmt: skip
