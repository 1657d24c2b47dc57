"""The eight handles of the chosen element: where they stand, and what pulling one does."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt

from erp_desktop.core.label_design import SMALLEST, Element


class Handle(NamedTuple):
    """Which edge goes along: -1 the left or upper one, 1 the right or lower one, 0 none."""

    across: int
    down: int


HANDLES: Final = tuple(
    Handle(across, down) for down in (-1, 0, 1) for across in (-1, 0, 1) if across or down
)
CORNER: Final = Handle(1, 1)
_CURSORS: Final = {
    0: Qt.CursorShape.SizeHorCursor,
    1: Qt.CursorShape.SizeFDiagCursor,
    -1: Qt.CursorShape.SizeBDiagCursor,
}


def spots(box: QRectF, size: float) -> dict[Handle, QRectF]:
    """Where the handles of a frame stand."""
    middle = box.center()
    return {
        handle: QRectF(
            middle.x() + handle.across * box.width() / 2 - size / 2,
            middle.y() + handle.down * box.height() / 2 - size / 2, size, size,
        )
        for handle in HANDLES
    }  # fmt: skip


def pulled(was: Element, handle: Handle, dx: int, dy: int) -> Element:
    """The element once its handle went so many tenths; the other edges stay where they are."""
    left, wide = _edge(was.x, was.wide, handle.across, dx)
    top, high = _edge(was.y, was.high, handle.down, dy)
    return was.placed(left, top, wide, high)


def _edge(start: int, length: int, side: int, by: int) -> tuple[int, int]:
    """Start and length once the edge of this side moved."""
    if side < 0:
        moved = min(max(start + by, 0), start + length - SMALLEST)
        return moved, length + start - moved
    return start, max(length + side * by, SMALLEST)


def cursor_of(handle: Handle) -> Qt.CursorShape:
    """How the pointer looks over a handle."""
    if not handle.across:
        return Qt.CursorShape.SizeVerCursor
    return _CURSORS[handle.across * handle.down]
