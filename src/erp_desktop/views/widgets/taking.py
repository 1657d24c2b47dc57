"""Before something is done, what is still being typed in a cell is taken: a quick hand goes on with
Ctrl+Enter out of the cell."""

from PySide6.QtWidgets import QWidget


def take_typed(place: QWidget) -> bool:
    """Take what is being typed in any grid in here; False where it was refused, under its line."""
    from erp_desktop.views.widgets.lines_grid import LinesGrid

    return all(grid.take_typed() for grid in place.findChildren(LinesGrid))
