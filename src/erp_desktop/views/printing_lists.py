"""Any list on paper, as it is seen: the same columns, order and words as on the screen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from shiboken6 import isValid

from erp_desktop.core.table import Table
from erp_desktop.documents import registry
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.views import language, shop_office, wording
from erp_desktop.views.print_preview import Job
from erp_desktop.views.printing import Printing
from erp_desktop.views.shop_office import Progress, ShopOffice
from erp_desktop.views.widgets.page import Page

translate = wording.translate


def print_table(page: Page, table: Table, facts: Sequence[tuple[str, str]] = ()) -> None:
    """Show a table before it is printed, in the language of the window.

    `facts` are (label, value): what stands above it.
    """
    said, paper = in_words(table), _paper(facts)
    _show(page, said.title, lambda _template: page.office.ask(paper, said))


def print_beside(
    page: Page, office: ShopOffice, title: str, read: Callable[[Any], Table],
    facts: Sequence[tuple[str, str]] = (),
) -> None:  # fmt: skip
    """The same for a long table: it is read and drawn in a thread, then shown."""
    paper = _paper(facts)

    def draw(work: UnitOfWork, progress: Progress) -> bytes:
        said = in_words(work.read(read))
        progress(0)
        return work.read(paper, said)

    words = wording.title(title)
    job = shop_office.Job(office, draw, translate("Jobs", "Print {0}").format(words))
    job.refused.connect(page.refuse)
    job.ended.connect(_Drawn(page, words))
    job.start()


class _Drawn:
    """Shows the paper when it is drawn, if the page is still there."""

    def __init__(self, page: Page, title: str) -> None:
        self._page, self._title = page, title

    def __call__(self, pdf: bytes) -> None:
        if isValid(self._page):
            _show(self._page, self._title, lambda _template: pdf)


def _paper(facts: Sequence[tuple[str, str]]) -> Callable[..., bytes]:
    """How a table in words is drawn, with the words of the language spoken now."""
    states = {code: wording.state_word(code) for code in wording.STATES}
    return partial(registry.table_paper, facts=facts, states=states, language=language.spoken())


def _show(page: Page, title: str, draw: Callable[[str], bytes]) -> None:
    Printing(page.office).show(page, Job("list", title, draw))


def in_words(table: Table) -> Table:
    """The table with its title and its columns' titles in the language of the window."""
    columns = tuple(replace(column, title=wording.title(column.title)) for column in table.columns)
    return replace(table, title=wording.title(table.title), columns=columns)
