"""What changes in earlier figures: the documents, the cost of sales by month, what customers bring.

Before a posting it asks (post all the same, or back); behind a posted document it only tells.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.core import clock
from erp_desktop.core.money import ZERO
from erp_desktop.reports.restated import Changed, Effect
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.panels import Entry

translate = wording.translate
SHOWN = 8  # documents; the rest is summed in one row
PARTS = 5  # months and customers


class RestatingDialog(Dialog):
    """`opened(document)` when a document of a posted effect is chosen."""

    opened = Signal(int)

    def __init__(
        self, office: Office, effect: Effect, *, posted: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        title = translate("Restating", "This changes earlier figures")
        verb = translate("Restating", "Post all the same")
        if posted:
            title = translate("Restating", "This changed earlier figures")
            verb = translate("Restating", "Close")
        super().__init__(office, title, verb, parent=parent)
        self.setMinimumWidth(theme.px(620))
        self.cancel.setText(translate("Restating", "Back"))
        self.cancel.setVisible(not posted)
        self.booked = Label(_booked(effect), theme.BODY, "text2")
        self.booked.setWordWrap(True)
        self.booked.setVisible(bool(effect.booked_on))
        self.body.addWidget(self.booked)
        self.documents = MiniTable(_columns(), pitch=44, total=True)
        self.documents.setAccessibleName(translate("Restating", "Documents that change"))
        self.documents.show_rows(_documents(effect.documents, opens=posted))
        self.documents.opened.connect(self._open)
        self.body.addWidget(self.documents)
        months = [(_month(month), more) for month, more in effect.cost_of_sales]
        customers = [
            (name or translate("Restating", "Sold at the till"), more)
            for name, more in effect.customers
        ]
        self.months = _sums(translate("Restating", "Cost of sales by month"), months, good=-1)
        self.customers = _sums(translate("Restating", "Earned by customer"), customers, good=1)
        beside = QHBoxLayout()
        beside.setSpacing(theme.px(28))
        for table, rows in ((self.months, months), (self.customers, customers)):
            if rows:
                beside.addLayout(_on_top(table))
        self.body.addSpacing(theme.px(4))
        self.body.addLayout(beside)

    def _open(self, document_id: int) -> None:
        self.opened.emit(document_id)
        self.accept()


def changed_entries(effect: Effect | None) -> list[Entry]:
    """A line of a posted document's side panel (its key is 0); none where nothing changed."""
    if not effect:
        return []
    count = len({one.id for one in effect.documents})
    words = translate("Restating", "Changed {0} documents").format(figures.number(count))
    more = sum((one.after - one.before for one in effect.documents), ZERO)
    detail = translate("Restating", "their costs, since then")
    return [Entry(words, detail, _more(more), "history", 0)]


def _booked(effect: Effect) -> str:
    if not effect.booked_on:
        return ""
    words = translate(
        "Restating",
        "Days of this are closed: their figures stay, and the change is booked on {0}.",
    )
    return words.format(figures.day(clock.day_date(effect.booked_on)))


def _columns() -> list[MiniColumn]:
    return [
        MiniColumn(translate("Restating", "Document")),
        MiniColumn(translate("Restating", "Product"), 110),
        MiniColumn(translate("Restating", "Cost before"), 100, right=True),
        MiniColumn(translate("Restating", "after"), 100, right=True),
        MiniColumn(translate("Restating", "Change"), 90, right=True),
    ]


def _documents(changed: Sequence[Changed], *, opens: bool) -> list[MiniRow]:
    rows = [
        MiniRow((
            MiniCell(one.number, "accent_text", below=wording.kind_word(one.kind)),
            MiniCell(one.sku, "text2"), *_cost(one.before, one.after),
        ), one.id if opens else -1)
        for one in changed[:SHOWN]
    ]  # fmt: skip
    rest = changed[SHOWN:]
    if rest:
        words = translate("Restating", "{0} more").format(figures.number(len(rest)))
        rows.append(_sum(words, rest, theme.FIGURE))
    if len(changed) > 1:
        rows.append(_sum(translate("Restating", "Together"), changed, theme.FIGURE_BOLD))
    return rows


def _sum(words: str, changed: Sequence[Changed], kind: theme.Type) -> MiniRow:
    before = sum((one.before for one in changed), ZERO)
    after = sum((one.after for one in changed), ZERO)
    return MiniRow((MiniCell(words), MiniCell(), *_cost(before, after, kind)))


def _cost(before: Decimal, after: Decimal, kind: theme.Type = theme.FIGURE) -> tuple[MiniCell, ...]:
    return (
        MiniCell(figures.money(before), "text2", kind),
        MiniCell(figures.money(after), "text", kind),
        MiniCell(_more(after - before), "text", kind),
    )  # fmt: skip


def _more(amount: Decimal) -> str:
    return f"+{figures.money(amount)}" if amount > 0 else figures.money(amount)


def _sums(title: str, rows: Sequence[tuple[str, Decimal]], *, good: int) -> MiniTable:
    """A name and how much more or less; `good` is the sign that is good for the shop."""
    table = MiniTable(
        [MiniColumn(title), MiniColumn(translate("Restating", "Change"), 100, right=True)], pitch=26
    )
    table.setAccessibleName(title)
    shown = list(rows[:PARTS])
    if rest := rows[PARTS:]:
        words = translate("Restating", "{0} more").format(figures.number(len(rest)))
        shown.append((words, sum((amount for _, amount in rest), ZERO)))
    table.show_rows([
        MiniRow((
            MiniCell(name),
            MiniCell(_more(amount), "ok" if amount * good > 0 else "bad", theme.FIGURE),
        ))
        for name, amount in shown
    ])  # fmt: skip
    return table


def _on_top(table: MiniTable) -> QVBoxLayout:
    box = QVBoxLayout()
    box.addWidget(table)
    box.addStretch(1)
    return box


def _month(month: int) -> str:
    return figures.month(date(month // 100, month % 100, 1))
