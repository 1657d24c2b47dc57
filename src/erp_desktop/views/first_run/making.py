"""Shown while the practice shop is being made: what happens, and that it goes on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from erp_desktop.views import theme, wording
from erp_desktop.views.first_run.frame import WelcomeFrame
from erp_desktop.views.first_run.practice import PracticeMaker

translate = wording.translate


class Making(WelcomeFrame):
    """`start` begins; `made(place)` or `refused(place, RuleBroken)` ends it."""

    made = Signal(str)
    refused = Signal(str, object)

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        said = translate("FirstRun", "The practice shop is being made")
        hint = translate("FirstRun", "Products, customers and three weeks of sales. Seconds only.")
        super().__init__(said, hint, parent)
        self._place = place
        self.steps.hide()
        going = QProgressBar()
        going.setRange(0, 0)
        going.setTextVisible(False)
        going.setFixedHeight(theme.px(6))
        going.setAccessibleName(said)
        self.body.addWidget(going)
        self.body.addStretch(1)
        self._maker = PracticeMaker(place)
        self._maker.finished.connect(self._end)

    def start(self) -> None:
        self._maker.start()

    def wait(self) -> None:
        """Stay until it is made (for the program's end)."""
        self._maker.wait()

    def _end(self) -> None:
        if self._maker.refusal is None:
            self.made.emit(self._place)
        else:
            self.refused.emit(self._place, self._maker.refusal)
