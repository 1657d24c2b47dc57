"""The lines of a count as a file: what the list shows, codes and units in columns of their own."""

from functools import partial
from pathlib import Path

from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.views import costs, wording
from erp_desktop.views.exporting import asked_path, write_rows
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.widgets.page import Page

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
SKU = Column("sku", mark("Table", "SKU"), Kind.CODE, 110)
UNIT = Column("unit", mark("Table", "Unit"), Kind.TEXT, 60)
PIECES_UNIT = Column("catch_unit", mark("Table", "Pieces unit"), Kind.TEXT, 80)


def offer_count_export(page: Page, grid: LinesGrid) -> None:
    """Give a count's window the action Export."""
    page.action(
        translate("List", "Export"), partial(ask_and_export, page, grid), look=Look.GHOST,
        icon="file-spreadsheet", shortcut="Ctrl+E",
    )  # fmt: skip


def ask_and_export(page: Page, grid: LinesGrid) -> None:
    """Ask where, and write the lines there."""
    path = asked_path(page, page.header.title.text().replace("/", "-"))
    if path is not None:
        export_lines(page, grid, path)


def export_lines(page: Page, grid: LinesGrid, path: Path) -> None:
    """Write what is seen to an Excel or CSV file, by the path's ending; beside the window."""
    write_rows(page, lines_table(grid), path)


def lines_table(grid: LinesGrid) -> Table:
    """The lines of the grid with the columns that are seen."""
    shown = [
        column for at, column in enumerate(grid.lines.columns)
        if not column.hidden and not grid.header.isSectionHidden(at + 1)
    ]  # fmt: skip
    columns = [SKU, *shown, UNIT]
    columns += [PIECES_UNIT] if any(column.key == "pieces" for column in shown) else []
    rows = [tuple(line.get(column.key) for column in columns) for line in grid.lines.lines()]
    return costs.table(Table("count", mark("Table", "Stock count"), tuple(columns), rows))
