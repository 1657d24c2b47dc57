"""What a paste would change, before it does: every cell with before and after, problems first."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from erp_desktop.core.table import Cell, Column, Kind, Table
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.catalogue.cell_plans import Plan, said
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.faces import Face
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.list_view import ListView
from erp_desktop.views.widgets.table_source import TableSource
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

translate = wording.translate
REST, ROW = 240, 30  # what stands around the list, and one row of it
COLUMNS: Final = (
    Column("sku", QT_TRANSLATE_NOOP("Table", "SKU"), Kind.CODE, 110),
    Column("column", QT_TRANSLATE_NOOP("Table", "Column"), Kind.TEXT, 120),
    Column("before", QT_TRANSLATE_NOOP("Table", "Before"), Kind.TEXT, 120),
    Column("after", QT_TRANSLATE_NOOP("Table", "After"), Kind.TEXT, 120),
    Column("problem", QT_TRANSLATE_NOOP("Table", "Problem"), Kind.TEXT, 260),
)


class ChangePreview(Dialog):
    """`change` is called with the plans that are right when the person says so."""

    def __init__(
        self, plans: Sequence[Plan], columns: Sequence[Column],
        change: Callable[[Sequence[Plan]], bool], parent: QWidget,
    ) -> None:  # fmt: skip
        self._right = [plan for plan in plans if plan.change is not None]
        wrong = [plan for plan in plans if plan.problem]
        words = translate("Changes", "Change {0} cells").format(figures.number(len(self._right)))
        if len(self._right) == 1:
            words = translate("Changes", "Change 1 cell")
        super().__init__(None, translate("Changes", "Paste into the list"), words, parent=parent)
        self._change = change
        self.verb.setEnabled(bool(self._right))
        self.facts = Label(_facts(len(self._right), len(wrong), len(plans)), theme.BODY, "text2")
        self.facts.setWordWrap(True)
        table = _table([*wrong, *self._right], columns)
        self.list = ListView(TableSource(table), {"problem": Face(role="bad")})
        self.list.setAccessibleName(translate("Changes", "Cells"))
        self.body.addWidget(self.facts)
        self.body.addWidget(self.list, 1)
        self.resize(theme.px(940), theme.px(min(REST + ROW * len(table.rows), 520)))

    def confirm(self) -> None:
        if self._change(self._right):
            self.accept()


def _facts(right: int, wrong: int, every: int) -> str:
    words = translate("Changes", "{0} cells would change.")
    if right == 1:
        words = translate("Changes", "1 cell would change.")
    said_parts = [words.format(figures.number(right))]
    same = every - right - wrong
    if same:
        words = translate("Changes", "{0} say the same already.")
        said_parts.append(words.format(figures.number(same)))
    if wrong:
        words = translate("Changes", "{0} cannot be taken and are left as they are.")
        said_parts.append(words.format(figures.number(wrong)))
    return ("" if figures.form().chinese else " ").join(said_parts)


def _table(plans: Sequence[Plan], columns: Sequence[Column]) -> Table:
    known = {column.key: column for column in columns}
    rows: list[tuple[Cell, ...]] = []
    for plan in plans:
        column = known.get(plan.column, Column("", ""))
        title = wording.title(column.title) if column.title else ""
        if plan.change is None:
            rows.append((plan.sku, title, "", plan.typed, plan.problem))
        else:
            before, after = (said(column, one) for one in (plan.change.before, plan.change.after))
            rows.append((plan.sku, title, before, after, plan.note))
    return Table("changes", "Changes", COLUMNS, rows)
