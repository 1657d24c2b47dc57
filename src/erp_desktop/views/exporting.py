"""Export and print of what is seen: any list to Excel, CSV or paper, in a thread when it is long.

What a person sees (columns, order, filter) is what comes out.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.table import Cell, Kind, Row, Said, Table, each_row
from erp_desktop.reports.stock_units import any_packs, beside
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.views import figures, wording
from erp_desktop.views.shop_office import Job, Progress, ShopOffice
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.faces import Face, LinkFace, TranslatedFace
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import ListingPages, TableSource
from erp_desktop.views.widgets.list_words import group_words
from erp_desktop.views.widgets.pack_face import PackFace
from erp_desktop.views.widgets.page import Page

translate = wording.translate
PRINTED_AT_ONCE = 200  # so many are drawn within a blink; more are drawn beside the window
PRINTED_AT_MOST = 2_000  # more rows than that are seldom meant to be printed
ROWS_ON_A_PAGE = 45
KINDS = "Excel (*.xlsx);;CSV (*.csv)"


class Sheeted(Protocol):
    """Something whose rows are read while the file is written: a listing."""

    def streamed(self, books: Any, told: Callable[[int, int], None] = ...) -> Table: ...


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
        found = self._page.source.found()
        if found <= PRINTED_AT_MOST:
            self.print_it()
            return
        words = translate("List", "{0} rows are about {1} pages.")
        pages = figures.number(found // ROWS_ON_A_PAGE + 1)
        self._page.notice.refuse(
            words.format(figures.number(found), pages),
            [
                Answer(translate("List", "Export instead"), Exporting(self._page)),
                Answer(translate("List", "Print anyway"), self.print_it),
            ],
            serious=False,
        )

    def print_it(self) -> None:
        """Show the paper."""
        from erp_desktop.views.printing_lists import print_beside, print_table

        page, source, office = self._page, self._page.source, self._page.office
        page.notice.clear()
        long = source.found() > PRINTED_AT_ONCE
        if long and isinstance(source, ListingPages) and isinstance(office, ShopOffice):
            asked, look = source.listing.asked(source.question), Shown(page).on_paper(page)

            def read(books: Any) -> Table:
                return look.of(asked.table(books))

            print_beside(page, office, title_of(page), read, asked_facts(page))
        else:
            print_table(page, seen_table(page, Shown(page).on_paper(page)), asked_facts(page))


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


class Shown:
    """What of a list is seen: which columns in which order, and the words their faces say.

    Found in the window's thread; a file is written from it in another.
    """

    def __init__(self, page: ListPage) -> None:
        self.keys = page.view.shown_columns()
        self._packs: list[PackFace] = []
        self._paper = False
        self._worded = {
            face.column.key: face
            for face in page.view.faces
            if isinstance(face, LinkFace | TranslatedFace) and face.column.kind is Kind.TEXT
        }
        asked = page.source.question
        self._by_day = asked.by_day
        self._group = next(
            (face for face in page.view.faces if face.column.key == asked.grouped_by), None
        )

    def in_units(self, page: ListPage) -> "Shown":
        """For a file: what is read in packs stands in words beside its figure."""
        packs = [face for face in page.view.faces if isinstance(face, PackFace)]
        shown: bool = page.office.ask(any_packs)
        self._packs = packs if shown else []
        return self

    def on_paper(self, page: ListPage) -> "Shown":
        """For a paper: what is read in packs stands so instead of its figure."""
        self._paper = True
        return self.in_units(page)

    def of(self, table: Table) -> Table:
        """The table as it is seen."""
        for key, face in self._worded.items():
            table = _said(table, table.column(key), face)
        packs = [face for face in self._packs if face.column.key in self.keys]
        keys = self.keys
        if packs and self._paper:
            rows = each_row(table.rows, partial(_said_in_packs, packs))
            table = replace(table, rows=rows)
        elif packs:
            table = beside(table, [face.at for face in packs], partial(_in_packs, packs))
            keys = _with_units(keys, {face.column.key for face in packs})
        return with_columns(self._with_heads(table), keys)

    def _with_heads(self, table: Table) -> Table:
        """What the rows of each group have in common, in words."""
        face = self._group
        if face is None:
            return replace(table, heads=())
        heads = [
            one._replace(words=group_words(face, one.value, by_day=self._by_day))
            for one in table.heads
        ]
        return replace(table, heads=heads)


def _in_packs(packs: Sequence[PackFace], row: Row) -> list[Cell]:
    return [" ".join(filter(None, face.packed(row))) if row[face.at] else "" for face in packs]


def _said_in_packs(packs: Sequence[PackFace], row: Row) -> Row:
    cells = list(row)
    for face, words in zip(packs, _in_packs(packs, row), strict=True):
        cell = cells[face.at]
        if isinstance(cell, Decimal) and words:
            cells[face.at] = Said(cell, str(words))
    return tuple(cells)


def _with_units(keys: Sequence[str], told: set[str]) -> list[str]:
    """The columns that are seen, each quantity that is told in units with the words behind it."""
    both = [(key, f"{key}_units" if key in told else "") for key in keys]
    return [key for pair in both for key in pair if key]


def _said(table: Table, at: int, face: Face) -> Table:
    """One column in the words of its face."""

    def worded(row: Row) -> Row:
        return (*row[:at], face.words(row), *row[at + 1 :])

    return replace(table, rows=each_row(table.rows, worded))


def seen_table(page: ListPage, look: Shown | None = None) -> Table:
    """The rows that are seen, with the columns and words that are seen."""
    source = page.source
    if isinstance(source, ListingPages):
        table = page.office.ask(source.listing.asked(source.question).table)
    elif isinstance(source, TableSource):
        table = source.table
    else:
        raise TypeError(source)
    return (look or Shown(page)).of(table)


def with_columns(table: Table, keys: Sequence[str]) -> Table:
    """The same table with these columns, in this order; a column that is seen is not hidden."""
    places = [table.column(key) for key in keys]
    columns = tuple(replace(table.columns[at], hidden=False) for at in places)
    rows = each_row(table.rows, lambda row: tuple(row[at] for at in places))
    heads = [one._replace(sums=tuple(one.sums[at] for at in places)) for one in table.heads]
    return replace(table, columns=columns, rows=rows, heads=heads)


def asked_facts(page: ListPage) -> list[tuple[str, str]]:
    """What the list is narrowed to, for the head of a paper: view, words, filters, groups."""
    asked = page.source.question
    facts = [(translate("List", "View"), page.tabs.words())] if page.tabs.words() else []
    if asked.search:
        facts.append((translate("List", "Contains"), asked.search))
    grouped = [(translate("List", "Group"), words)] if (words := page.bar.said_group()) else []
    return [*facts, *page.bar.said_filters(), *grouped]


def export_page(page: ListPage, path: Path) -> None:
    """Write what is seen; a listing is read and written in a thread."""
    source = page.source
    said = translate("List", "Saved: {0}").format(path.name)
    if isinstance(source, ListingPages) and isinstance(page.office, ShopOffice):
        _write_beside(page, page.office, source.listing.asked(source.question), path, said)
        return
    _write_here(page, lambda: seen_table(page, Shown(page).in_units(page)), path, said)


def _write_here(page: Page, read: Callable[[], Table], path: Path, said: str) -> None:
    try:
        write_table(path, read())
    except RuleBroken as broken:
        page.refuse(broken)
    else:
        page.said.emit(said, "", None)


def _write_beside(
    page: ListPage, office: ShopOffice, asked: Sheeted, path: Path, said: str
) -> None:
    titles, look = current_titles(), Shown(page).in_units(page)

    def write(work: UnitOfWork, progress: Progress) -> None:
        """Read and written page by page: a million rows take no more memory than ten thousand."""
        work.read(lambda books: write_table(path, look.of(asked.streamed(books, progress)), titles))

    job = Job(office, write, translate("Jobs", "Export {0}").format(path.name))
    job.refused.connect(page.refuse)
    job.ended.connect(_Saying(page, said))
    job.start()


def write_rows(page: Page, table: Table, path: Path) -> None:
    """Write rows that a page holds: in a thread, so that nobody waits for the file."""
    said, titles = translate("List", "Saved: {0}").format(path.name), current_titles()
    if not isinstance(page.office, ShopOffice):
        _write_here(page, lambda: table, path, said)
        return

    def write(_work: UnitOfWork, progress: Progress) -> None:
        progress(0)
        write_table(path, table, titles)

    job = Job(page.office, write, translate("Jobs", "Export {0}").format(path.name))
    job.refused.connect(page.refuse)
    job.ended.connect(_Saying(page, said))
    job.start()


class _Saying:
    """Says that the file is there, if the page still is."""

    def __init__(self, page: Page, said: str) -> None:
        self._page, self._said = page, said

    def __call__(self, _: object) -> None:
        if isValid(self._page):
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
