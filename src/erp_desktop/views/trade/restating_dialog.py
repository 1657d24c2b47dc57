"""What a posting changes in earlier figures, before it is posted: the documents that cost
differently, the cost of sales by month, what customers bring, and what a closed period passes on.

It asks and waits for nobody: Enter posts, Esc goes back to what was typed.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.core import clock
from erp_desktop.core.money import ZERO
from erp_desktop.reports.restated import Effect
from erp_desktop.views import costs, figures, theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.trade.story import more
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label

translate = wording.translate
SHOWN = 6  # documents; the rest is summed in one row
PARTS = 4  # months and customers
PITCH = 28
WIDE = 760
FIGURE = 84  # the width of a column of amounts


class RestatingDialog(Dialog):
    """`accepted` when the person posts it all the same, `rejected` when it is not yet right."""

    def __init__(self, effect: Effect, parent: QWidget | None = None) -> None:
        title = translate("Restating", "This changes earlier figures")
        verb = translate("Restating", "Post and restate")
        super().__init__(None, title, verb, parent=parent)
        self.setMinimumWidth(theme.px(WIDE))
        self.cancel.setText(translate("Restating", "Not yet"))
        self.said = _said(_sentence(effect))
        self.body.addWidget(self.said)
        self.documents = MiniTable(_columns(), pitch=PITCH)
        self.documents.setAccessibleName(translate("Restating", "Documents that change"))
        self.documents.show_rows(_documents(effect))
        self.body.addWidget(self.documents)
        months = [(_month(one.month), one.before, one.after) for one in effect.months]
        customers = [
            (name or translate("Restating", "Sold at the till"), before, after)
            for name, before, after in effect.customers
        ]
        self.months = _sums(translate("Restating", "Cost of sales"), months, good=-1)
        self.customers = _sums(translate("Restating", "Earned with these goods"), customers, good=1)
        beside = QHBoxLayout()
        beside.setSpacing(theme.px(28))
        for table, rows in ((self.months, months), (self.customers, customers)):
            table.setVisible(costs.seen())
            if rows and costs.seen():
                beside.addLayout(_on_top(table), 1)
        self.body.addSpacing(theme.px(4))
        self.body.addLayout(beside)
        self.booked = _said(_booked(effect))
        self.booked.setVisible(bool(effect.booked_on))
        self.body.addWidget(self.booked)
        self.verb.setFocus()


def _said(words: str) -> Label:
    said = Label(words, theme.BODY, "text2")
    said.setWordWrap(True)
    return said


def _sentence(effect: Effect) -> str:
    told = [one for one in effect.documents if not one.stated] or effect.documents
    count = figures.number(len({one.id for one in told}))
    first = figures.day(clock.day_date(told[0].day))
    words = translate("Restating", "Documents whose goods cost differently: {0}, from {1} on.")
    return words.format(count, first)


def _booked(effect: Effect) -> str:
    if not effect.booked_on:
        return ""
    day = figures.day(clock.day_date(effect.booked_on))
    if not effect.booked or not costs.seen():
        words = translate(
            "Restating", "Closed days keep their figures; what changes there is booked on {0}."
        )
        return words.format(day)
    words = translate(
        "Restating",
        "Closed days keep their figures; what changes there is booked on {0}: {1} cost of sales.",
    )
    return words.format(day, more(effect.booked))


def _columns() -> list[MiniColumn]:
    return [
        MiniColumn(translate("Restating", "Document")),
        MiniColumn(translate("Restating", "Day"), 62),
        MiniColumn(translate("Restating", "Product"), 120),
        *(_amounts() if costs.seen() else ()),
    ]


def _amounts() -> list[MiniColumn]:
    return [
        MiniColumn(translate("Restating", "Before"), FIGURE, right=True),
        MiniColumn(translate("Restating", "After"), FIGURE, right=True),
        MiniColumn(translate("Restating", "Change"), FIGURE, right=True),
    ]


def _documents(effect: Effect) -> list[MiniRow]:
    """What somebody may not have thought of stands first, what arrivals are worth last."""
    changed = sorted(effect.documents, key=lambda one: one.stated)
    rows = [
        MiniRow((
            MiniCell(one.number, note=wording.kind_word(one.kind)),
            MiniCell(figures.day(clock.day_date(one.day)), "text2"),
            MiniCell(one.sku, "text2", note=_part(one.part)),
            *_cost(one.before, one.after),
        ))
        for one in changed[:SHOWN]
    ]  # fmt: skip
    rest = changed[SHOWN:]
    if rest:
        words = translate("Restating", "{0} more").format(figures.number(len(rest)))
        rows.append(MiniRow((MiniCell(words, "text2"), *[MiniCell()] * (5 if costs.seen() else 2))))
    return rows


def _part(part: str) -> str:
    """What differs, where it is not simply what the goods cost."""
    return {
        "variance": translate("Restating", "sold below zero"),
        "price": translate("Restating", "off the standard"),
    }.get(part, "")


def _cost(before: Decimal, after: Decimal) -> tuple[MiniCell, ...]:
    if not costs.seen():
        return ()
    return (
        MiniCell(figures.money(before), "text2", theme.FIGURE),
        MiniCell(figures.money(after), "text", theme.FIGURE),
        MiniCell(more(after - before), "text", theme.FIGURE),
    )


def _sums(title: str, rows: Sequence[tuple[str, Decimal, Decimal]], *, good: int) -> MiniTable:
    """A name with before and after; `good` is the sign of a change that is good for the shop."""
    table = MiniTable([MiniColumn(title), *_amounts()], pitch=26)
    table.setAccessibleName(title)
    shown = list(rows[:PARTS])
    if rest := rows[PARTS:]:
        words = translate("Restating", "{0} more").format(figures.number(len(rest)))
        before = sum((row[1] for row in rest), ZERO)
        shown.append((words, before, sum((row[2] for row in rest), ZERO)))
    table.show_rows([
        MiniRow((
            MiniCell(name), MiniCell(figures.money(before), "text2", theme.FIGURE),
            MiniCell(figures.money(after), "text", theme.FIGURE),
            MiniCell(more(after - before), "ok" if (after - before) * good > 0 else "bad",
                     theme.FIGURE),
        ))
        for name, before, after in shown
    ])  # fmt: skip
    return table


def _on_top(table: MiniTable) -> QVBoxLayout:
    box = QVBoxLayout()
    box.addWidget(table)
    box.addStretch(1)
    return box


def _month(month: int) -> str:
    return figures.month(date(month // 100, month % 100, 1))
