"""Why a product is suggested, in the user's words."""

from decimal import Decimal

from erp_desktop.core.table import Table
from erp_desktop.reports.replenishment import in_words, sentence
from erp_desktop.views import figures
from erp_desktop.views.widgets.faces import Face, Row
from erp_desktop.views.wording import translate


class WhyFace(Face):
    """The reason of a suggestion, in one line with the row's own figures."""

    def words(self, row: Row) -> str:
        facts = {key: _figure(row[at]) for key, at in self.columns.items()}
        return sentence(str(row[self.at]), facts, _said)


def with_reasons(table: Table) -> Table:
    """The table with its reasons as sentences, for a file or paper."""
    return in_words(table, _said, _figure)


def _said(text: str) -> str:
    return translate("Replenishment", text)


def _figure(cell: object) -> str:
    return figures.quantity(cell) if isinstance(cell, Decimal) else str(cell)
