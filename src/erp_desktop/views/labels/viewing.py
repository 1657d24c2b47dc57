"""How large a label is looked at, and which part of it: fitted, or at a size with a place.

100 % is the label's own size on this screen, as far as the screen says how large it is.
"""

from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF

FIT: Final = 0
STEPS: Final = (25, 50, 75, 100, 150, 200, 300, 400, 600, 800)
EDGE: Final = 28  # pixels that stay free around a fitted label
TENTHS: Final = 254  # of a millimetre in an inch


@dataclass(frozen=True, slots=True)
class Viewing:
    """`percent` FIT is as large as there is room; `gone` is how far the label was pushed."""

    percent: int = FIT
    gone: QPointF = field(default_factory=QPointF)

    def scale(self, label: QSizeF, room: QRectF, dots: float) -> float:
        """Pixels for a tenth of a millimetre; `dots` are the screen's pixels in an inch."""
        if self.percent == FIT:
            across = (room.width() - 2 * EDGE) / max(label.width(), 1)
            down = (room.height() - 2 * EDGE) / max(label.height(), 1)
            return max(min(across, down, 4 * dots / TENTHS), 0.1)
        return self.percent / 100 * dots / TENTHS

    def origin(self, size: QSizeF, room: QRectF) -> QPointF:
        """Where the label's corner stands: in the middle, or where it was pushed to."""
        x = room.x() + (room.width() - size.width()) / 2 + self.gone.x()
        y = room.y() + (room.height() - size.height()) / 2 + self.gone.y()
        return QPointF(round(x), round(y))

    def pushed(self, by: QPointF, size: QSizeF, room: QRectF) -> "Viewing":
        """Another part of the label; never further than its edge."""
        far_x = max((size.width() - room.width()) / 2 + EDGE, 0)
        far_y = max((size.height() - room.height()) / 2 + EDGE, 0)
        at = self.gone + by
        kept = QPointF(min(max(at.x(), -far_x), far_x), min(max(at.y(), -far_y), far_y))
        return replace(self, gone=kept)

    def showing(self, box: QRectF, room: QRectF) -> QPointF:
        """How far it has to be pushed until a box is seen."""
        return QPointF(_into(box.left(), box.right(), room.left(), room.right()),
                       _into(box.top(), box.bottom(), room.top(), room.bottom()))  # fmt: skip


def next_step(percent: int, by: int) -> int:
    """The next larger or smaller of the usual sizes."""
    if by > 0:
        return next((step for step in STEPS if step > percent), STEPS[-1])
    return next((step for step in reversed(STEPS) if step < percent), STEPS[0])


def _into(low: float, high: float, least: float, most: float) -> float:
    """How far a stretch has to move to lie within another, as far as it can."""
    if low < least:
        return least - low
    return max(most - high, least - low) if high > most else 0.0
