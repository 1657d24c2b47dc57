"""How the label is looked at: rulers, grid and snapping on or off, larger and smaller."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from erp_desktop.views import figures, memory, theme, wording
from erp_desktop.views.labels.viewing import FIT
from erp_desktop.views.widgets.buttons import Button, Look, key_words
from erp_desktop.views.widgets.menus import Menu

translate = wording.translate
KEPT: Final = "label/{0}"
WHOLE: Final = (FIT, 100, 200, 400)


class ZoomBar(QWidget):
    """`switched` when something is shown or not, `wanted(percent)` a size, `stepped(by)` a step."""

    switched = Signal()
    wanted = Signal(int)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rulers = self._switch("ruler", translate("Label", "Rulers"))
        self.snap = self._switch("magnet", translate("Label", "Snap to half millimetres"))
        self.grid = self._switch("grid-3x3", translate("Label", "Grid"))
        self.smaller = self._step("minus", translate("Label", "Smaller"), "Ctrl+-", -1)
        self.larger = self._step("plus", translate("Label", "Larger"), "Ctrl++", 1)
        self.size_button = Button("", Look.GHOST, high=30)
        self.size_button.setAccessibleName(translate("Label", "Zoom"))
        self.size_button.clicked.connect(self._offer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        for part in (self.rulers, self.snap, self.grid):
            row.addWidget(part)
        row.addSpacing(theme.px(8))
        for part in (self.smaller, self.size_button, self.larger):
            row.addWidget(part)

    def _switch(self, icon: str, words: str) -> Button:
        button = Button(icon=icon, high=30)
        button.setCheckable(True)
        button.setChecked(memory.recalled(KEPT.format(icon), "yes") == "yes")
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(self._switched)
        button.setProperty("kept", KEPT.format(icon))
        return button

    def _step(self, icon: str, words: str, keys: str, by: int) -> Button:
        button = Button(icon=icon, high=30)
        button.setAccessibleName(words)
        button.setToolTip(f"{words} {key_words(keys)}")
        button.clicked.connect(self._larger if by > 0 else self._smaller)
        return button

    def show_size(self, percent: int) -> None:
        """What the label is looked at in."""
        self.size_button.setText(f"{figures.number(percent)}%")

    def _switched(self) -> None:
        for button in (self.rulers, self.snap, self.grid):
            memory.remember(button.property("kept"), "yes" if button.isChecked() else "no")
        self.switched.emit()

    def _larger(self) -> None:
        self.stepped.emit(1)

    def _smaller(self) -> None:
        self.stepped.emit(-1)

    def _offer(self) -> None:
        menu = Menu(parent=self)
        for percent in WHOLE:
            words = translate("Label", "Fit to window") if percent == FIT else f"{percent}%"
            menu.addAction(words).setData(percent)
        menu.triggered.connect(self._chosen)
        menu.popup(self.size_button.mapToGlobal(self.size_button.rect().bottomLeft()))

    def _chosen(self, action: object) -> None:
        data = getattr(action, "data", None)
        if callable(data):
            self.wanted.emit(int(data()))
