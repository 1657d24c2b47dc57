"""Photos of what is rejected, kept until the receipt is posted.

A photo may come from a stick, a phone or the clipboard, all of which are gone when the goods are
handed in an hour later: it is copied at once to the person's own folder, beside the window. One
that is too large is made smaller there. Old ones are cleaned away with the next.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final
from uuid import uuid4

from PySide6.QtCore import QBuffer, QIODevice, QObject, QSize, Qt
from PySide6.QtGui import QImage

from erp_desktop.core import clock
from erp_desktop.core.errors import FileUnreadable, RuleBroken
from erp_desktop.core.file_names import parted
from erp_desktop.core.last_shop import config_folder
from erp_desktop.services.shop.pictures import LARGEST
from erp_desktop.views.attachments.carried import Coming
from erp_desktop.views.shop_office import LongWork, Progress

OLD: Final = 90 * 86_400  # seconds; no draft of a receipt waits so long
SIDE: Final = 2_400  # pixels; enough to see a scratch


def keep_photo(
    coming: Coming, owner: QObject, then: Callable[[Path], object],
    refused: Callable[[RuleBroken], object],
) -> None:  # fmt: skip
    """Copy a photo beside the window; `then` hears where it lies."""
    work = LongWork(partial(_kept, coming), owner)
    work.ended.connect(then)
    work.refused.connect(refused)
    work.finished.connect(work.deleteLater)
    work.start()


def _kept(coming: Coming, progress: Progress) -> Path:
    """Raises FileUnreadable."""
    folder = config_folder() / "photos"
    try:
        data, ending = coming.read(), parted(coming.name)[1].lower()
        progress(0)
        if len(data) > LARGEST:
            data, ending = _smaller(data), ".jpg"
        folder.mkdir(parents=True, exist_ok=True)
        _clean(folder)
        place = folder / f"{uuid4().hex}{ending}"
        place.write_bytes(data)
    except OSError as wrong:
        raise FileUnreadable(coming.name, wrong.strerror or "unknown") from wrong
    return place


def _smaller(data: bytes) -> bytes:
    """The same picture with fewer pixels; what is none stays as it is, and is refused later."""
    picture = QImage.fromData(data)
    if picture.isNull():
        return data
    size = QSize(SIDE, SIDE)
    scaled = picture.scaled(
        size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    scaled.save(buffer, "JPG", 88)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _clean(folder: Path) -> None:
    for place in folder.iterdir():
        with suppress(OSError):
            if clock.now() - place.stat().st_mtime > OLD:
                place.unlink()
