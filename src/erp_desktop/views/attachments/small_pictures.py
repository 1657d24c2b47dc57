"""Pictures among the files, small: read and scaled beside the window, one after another."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QBuffer, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader
from shiboken6 import isValid

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.shop.attachments import Attached, attachment
from erp_desktop.views.attachments.opened import is_picture
from erp_desktop.views.office import Office
from erp_desktop.views.reading import BEHIND

SIDE: Final = 144  # pixels: enough for the largest letters on a sharp screen


class SmallPictures(QObject):
    """`want(files)` asks for those that are pictures; `came(by id)` each time one is there."""

    came = Signal(object)

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._found: dict[int, QImage] = {}
        self._waiting: list[int] = []
        self._asked = 0

    def want(self, files: Sequence[Attached]) -> None:
        """These are seen now."""
        wanted = [one.id for one in files if is_picture(one.name)]
        self._found = {ident: self._found[ident] for ident in wanted if ident in self._found}
        self._waiting = [ident for ident in wanted if ident not in self._found]
        self.came.emit(self._found)
        self._next()

    def _next(self) -> None:
        if self._asked or not self._waiting:
            return
        self._asked = self._waiting.pop(0)
        step = partial(small_picture, file_id=self._asked)
        self._office.ask_beside(step, partial(self._take, self._asked), self._without, BEHIND)

    def _take(self, file_id: int, picture: QImage) -> None:
        if not isValid(self):
            return
        self._found[file_id] = picture
        self._asked = 0
        self.came.emit(self._found)
        self._next()

    def _without(self, _: RuleBroken) -> None:
        """It was taken away meanwhile."""
        if isValid(self):
            self._asked = 0
            self._next()


def small_picture(books: Any, file_id: int) -> QImage:
    """A picture no larger than it is seen; none where it cannot be read. Raises UnknownFile."""
    buffer = QBuffer()
    buffer.setData(attachment(books, file_id).data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size, side = reader.size(), QSize(SIDE, SIDE)
    if size.isValid() and min(size.width(), size.height()) > SIDE:
        reader.setScaledSize(size.scaled(side, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()
