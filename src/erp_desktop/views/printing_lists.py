"""Any list on paper, as it is seen: the same columns, order and words as on the screen."""

from collections.abc import Sequence
from dataclasses import replace

from erp_desktop.core.table import Table
from erp_desktop.documents import registry
from erp_desktop.views import language, wording
from erp_desktop.views.print_preview import Job
from erp_desktop.views.printing import Printing
from erp_desktop.views.widgets.page import Page


def print_table(page: Page, table: Table, facts: Sequence[tuple[str, str]] = ()) -> None:
    """Show a table before it is printed, in the language of the window.

    `facts` are (label, value): what stands above it.
    """
    said = in_words(table)
    states = {code: wording.state_word(code) for code in wording.STATES}

    def draw(template: str) -> bytes:  # noqa: ARG001
        return page.office.ask(
            registry.table_paper, said, facts=facts, states=states, language=language.spoken()
        )

    Printing(page.office).show(page, Job("list", said.title, draw))


def in_words(table: Table) -> Table:
    """The table with its title and its columns' titles in the language of the window."""
    columns = tuple(replace(column, title=wording.title(column.title)) for column in table.columns)
    return replace(table, title=wording.title(table.title), columns=columns)
