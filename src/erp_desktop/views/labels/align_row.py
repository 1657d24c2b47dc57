"""Where the chosen element stands on the label, by one press: at an edge, or in the middle."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from erp_desktop.core.label_design import Design, Element
from erp_desktop.views import theme, wording
from erp_desktop.views.widgets.buttons import Button

translate = wording.translate
MARGIN: Final = 20  # tenths of a millimetre that stay free at an edge


class AlignRow(QWidget):
    """`wanted(side)`: left, centre, right, top, middle or bottom."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        self.buttons: dict[Button, str] = {}
        for side, icon, words in _sides():
            button = Button(icon=icon, high=30)
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(self._pressed)
            self.buttons[button] = side
            row.addWidget(button)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.wanted.emit(self.buttons[button])


def aligned(element: Element, design: Design, side: str) -> Element:
    """The element at a side of its label."""
    right, bottom = design.wide - element.wide, design.high - element.high
    x = {"left": MARGIN, "centre": right // 2, "right": right - MARGIN}.get(side, element.x)
    y = {"top": MARGIN, "middle": bottom // 2, "bottom": bottom - MARGIN}.get(side, element.y)
    return element.placed(max(x, 0), max(y, 0), element.wide, element.high)


def _sides() -> list[tuple[str, str, str]]:
    return [
        ("left", "align-start-vertical", translate("Label", "Align left")),
        ("centre", "align-center-vertical", translate("Label", "Centre horizontally")),
        ("right", "align-end-vertical", translate("Label", "Align right")),
        ("top", "align-start-horizontal", translate("Label", "Align top")),
        ("middle", "align-center-horizontal", translate("Label", "Centre vertically")),
        ("bottom", "align-end-horizontal", translate("Label", "Align bottom")),
    ]
