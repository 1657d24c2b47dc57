"""Shown while something is made that takes a while: what happens, how far it is, a way to stop it.

The practice shop is made so, and a shop that is restored from a backup before any shop is open.
Stopped, nothing of it stays.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from erp_desktop.views import language, theme, wording
from erp_desktop.views.first_run.frame import WelcomeFrame
from erp_desktop.views.first_run.practice import make_practice_shop
from erp_desktop.views.first_run.restoring import free_place, restored
from erp_desktop.views.shop_office import LongWork, Progress
from erp_desktop.views.widgets.buttons import Button

translate = wording.translate


class Waiting(WelcomeFrame):
    """`start` begins; `made(place)`, `refused(place, RuleBroken)` or `cancelled` ends it."""

    made = Signal(str)
    refused = Signal(str, object)
    cancelled = Signal()

    def __init__(
        self, said: str, hint: str, place: str, task: Callable[[Progress], Any],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(said, hint, parent)
        self._place = place
        self.steps.hide()
        self.going = QProgressBar()
        self.going.setRange(0, 0)
        self.going.setTextVisible(False)
        self.going.setFixedHeight(theme.px(6))
        self.going.setAccessibleName(said)
        self.body.addWidget(self.going)
        self.body.addStretch(1)
        self.stop = Button(translate("Dialog", "Cancel"))
        self.stop.clicked.connect(self.cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self.stop)
        self._work = LongWork(task, self)
        self._work.moved.connect(self._move)
        self._work.ended.connect(self._end)
        self._work.refused.connect(self._refuse)
        self._work.stopped.connect(self.cancelled)

    def start(self) -> None:
        self._work.start()

    def cancel(self) -> None:
        """Stop at the next step."""
        self.stop.setEnabled(False)
        self._work.cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing goes on behind a window that is gone."""
        self._work.cancel()
        self._work.wait()
        super().closeEvent(event)

    def _move(self, done: int, whole: int) -> None:
        self.going.setRange(0, whole)
        self.going.setValue(done)

    def _end(self, _result: object) -> None:
        self.made.emit(self._place)

    def _refuse(self, broken: object) -> None:
        self.refused.emit(self._place, broken)


class Making(Waiting):
    """The practice shop at a place that is free."""

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        said = translate("FirstRun", "The practice shop is being made")
        hint = translate("FirstRun", "Products, customers and three weeks of sales. Seconds only.")
        task = partial(make_practice_shop, place, language.spoken())
        super().__init__(said, hint, place, task, parent)


class RestoringBackup(Waiting):
    """A shop out of a backup, beside it; the backup stays as it is."""

    def __init__(self, backup: Path, password: str = "", parent: QWidget | None = None) -> None:
        said = translate("FirstRun", "The backup is being restored")
        hint = translate(
            "FirstRun", "{0} is copied, and the books of the copy are proved from the first row."
        ).format(backup.name)
        target = free_place(backup)
        task = partial(restored, backup, target, password)
        super().__init__(said, hint, str(target), task, parent)
