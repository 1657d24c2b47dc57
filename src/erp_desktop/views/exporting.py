"""Export and print of what is seen: any list to Excel, CSV or paper, in a thread when it is long.

What a person sees (columns, order, filter) is what comes out.
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.table import Table
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.views import figures, wording
from erp_desktop.views.shop_office import Job, Progress, ShopOffice
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import ListingPages, TableSource

translate = wording.translate
KINDS = "Excel (*.xlsx);;CSV (*.csv)"


class Sheeted(Protocol):
    """Something whose rows are read when the file is written: a listing, or a finished table."""

    def table(self, books: Any) -> Table: ...


def offer_export(page: ListPage) -> None:
    """Give a list the actions Export and Print."""
    page.action(
        translate("List", "Export"), Exporting(page), look=Look.GHOST, icon="file-spreadsheet",
        shortcut="Ctrl+E",
    )  # fmt: skip
    page.action(
        translate("List", "Print"), Printing(page), look=Look.GHOST, icon="printer",
        shortcut="Ctrl+Shift+P",
    )  # fmt: skip


class Exporting:
    """Asks where, and writes the file."""

    def __init__(self, page: ListPage) -> None:
        self._page = page

    def __call__(self) -> None:
        path = asked_path(self._page, wording.title(title_of(self._page)))
        if path is not None:
            export_page(self._page, path)


class Printing:
    """Shows the list on paper."""

    def __init__(self, page: ListPage) -> None:
        self._page = page

    def __call__(self) -> None:
        from erp_desktop.views.printing_lists import print_table

        print_table(self._page, seen_table(self._page))


def title_of(page: ListPage) -> str:
    """The English title of what the page lists."""
    source = page.source
    if isinstance(source, ListingPages):
        return source.listing.listing.title
    return source.table.title if isinstance(source, TableSource) else ""


def asked_path(parent: QWidget, name: str) -> Path | None:
    """Ask where the file shall lie."""
    title = translate("List", "Export")
    chosen, kind = QFileDialog.getSaveFileName(parent, title, f"{name}.xlsx", KINDS)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(".csv" if "csv" in kind else ".xlsx")


def seen_table(page: ListPage) -> Table:
    """The rows that are seen, with the columns that are seen."""
    source = page.source
    if isinstance(source, ListingPages):
        table = page.office.ask(source.listing.table)
    elif isinstance(source, TableSource):
        table = source.table
    else:
        raise TypeError(source)
    return with_columns(table, page.view.shown_columns())


def with_columns(table: Table, keys: Sequence[str]) -> Table:
    """The same table with these columns, in this order."""
    places = [table.column(key) for key in keys]
    columns = tuple(table.columns[at] for at in places)
    rows = [tuple(row[at] for at in places) for row in table.rows]
    return replace(table, columns=columns, rows=rows)


def export_page(page: ListPage, path: Path) -> None:
    """Write what is seen; a listing is read and written in a thread."""
    source, keys = page.source, page.view.shown_columns()
    said = translate("List", "Saved: {0}").format(path.name)
    if isinstance(source, ListingPages) and isinstance(page.office, ShopOffice):
        asked = copy(source.listing)
        asked.refresh()
        _write_beside(page, page.office, asked, keys, path, said)
        return
    try:
        write_table(path, seen_table(page))
    except RuleBroken as broken:
        page.refuse(broken)
    else:
        page.said.emit(said, "", None)


def _write_beside(
    page: ListPage, office: ShopOffice, asked: Sheeted, keys: Sequence[str], path: Path, said: str
) -> None:  # fmt: skip
    titles = current_titles()

    def write(work: UnitOfWork, progress: Progress) -> None:
        table = with_columns(work.read(asked.table), keys)
        progress(0)
        write_table(path, table, titles)

    job = Job(office, write, translate("Jobs", "Export {0}").format(path.name))
    job.refused.connect(page.refuse)
    job.ended.connect(_Saying(page, said))
    job.start()


class _Saying:
    """Says that the file is there, if the page still is."""

    def __init__(self, page: ListPage, said: str) -> None:
        self._page, self._said = page, said

    def __call__(self, _: object) -> None:
        self._page.said.emit(self._said, "", None)


class Titles:
    """The words of a file, found before a thread writes it."""

    def __init__(self, language: str, places: int) -> None:
        self.language, self.places = language, places

    def title(self, text: str) -> str:
        return wording.title(text)

    def state(self, code: str) -> str:
        return wording.state_word(code.partition(":")[0])


def current_titles() -> Titles:
    """The words of the language spoken now."""
    return Titles(figures.form().language, figures.form().places)


def write_table(path: Path, table: Table, titles: Titles | None = None) -> None:
    """Write an Excel or CSV file, by the path's ending. Raises DiskFull, FileUnwritable."""
    from erp_desktop.exchange.worded import with_words
    from erp_desktop.views.purchasing.reasons import with_reasons

    words = titles or current_titles()
    table = with_reasons(with_words(table, wording.kind_word))
    if path.suffix.lower() == ".csv":
        from erp_desktop.exchange.csv_file import write_csv

        write_csv(path, table, title=words.title)
        return
    from erp_desktop.exchange.workbook import write_workbook

    write_workbook(
        path, [table], title=words.title, state=words.state, language=words.language,
        places=words.places,
    )  # fmt: skip
