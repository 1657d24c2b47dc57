"""What a drop or the clipboard carries, as far as it can be laid beside something.

Files come by their paths. A picture without a file (of the screen, out of a browser or a chat) is
one too; what a spreadsheet copies is text first, with a picture of it behind, and stays text.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from erp_desktop.core import clock
from erp_desktop.views import wording

translate = wording.translate


class Coming(NamedTuple):
    """A file on its way in: its name, and what reads it (beside the window: it may be large)."""

    name: str
    read: Callable[[], bytes]


def holds_files(carried: QMimeData | None) -> bool:
    """Whether there is a file or a picture in it."""
    if carried is None:
        return False
    return bool(_paths(carried)) or (carried.hasImage() and not carried.hasText())


def files_in(carried: QMimeData) -> list[Coming]:
    """The files in it, or the one picture."""
    paths = _paths(carried)
    if paths or not carried.hasImage() or carried.hasText():
        return [from_path(path) for path in paths]
    picture = QImage(carried.imageData())
    return [Coming(picture_name(), partial(_png, picture))]


def from_path(path: Path) -> Coming:
    """A file that was chosen or dropped."""
    return Coming(path.name, path.read_bytes)


def picture_name() -> str:
    """What a picture without a name is called: when it came."""
    at = clock.local_time(clock.now())
    return translate("Files", "Picture {0}").format(f"{at:%Y-%m-%d %H.%M.%S}") + ".png"


def _paths(carried: QMimeData) -> list[Path]:
    """Files only: a folder is no attachment, and nothing is fetched from the network."""
    local = (Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile())
    return [path for path in local if path.is_file()]


def _png(picture: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(content.data())
