"""The strip above a practice shop: it can never be mistaken for the real one."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from erp_desktop.views import theme, wording
from erp_desktop.views.widgets.buttons import LinkButton
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.panels import Surface

translate = wording.translate


class PracticeStrip(Surface):
    """Says what it is, and leads to a shop of one's own."""

    def __init__(
        self, new_shop: Callable[[], object] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("warn_tint", "b", parent)
        self._said = Label("", theme.BODY, "warn")
        self._leave = LinkButton("")
        self._leave.setVisible(new_shop is not None)
        if new_shop is not None:
            self._leave.clicked.connect(new_shop)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._said, 0, Qt.AlignmentFlag.AlignVCenter)
        self.tasks = LinkButton("")
        self._row.addWidget(self.tasks)
        self._row.addStretch(1)
        self._row.addWidget(self._leave)
        self._speak()
        self._dress()
        theme.worn.changed.connect(self._dress)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)

    def _speak(self) -> None:
        self._said.setText(
            translate("Window", "Practice shop: try anything, nothing here is for keeps")
        )
        self.tasks.setText(translate("Window", "First tasks"))
        self.tasks.updateGeometry()
        self._leave.setText(translate("Window", "Make my own shop"))
        self._leave.updateGeometry()

    def _dress(self) -> None:
        self.setFixedHeight(theme.px(28))
        self._row.setContentsMargins(theme.px(16), 0, theme.px(8), 0)
