"""The pages of the import dialog behind the first: which column is what, and what came of it."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from erp_desktop.core.table import Cell, Column, Kind, Table
from erp_desktop.exchange.imports.channel_goods import unlinked
from erp_desktop.exchange.imports.registry import Preview
from erp_desktop.exchange.imports.report import NOTES, TITLES, ImportReport
from erp_desktop.exchange.mapping import FieldSpec, Mapping
from erp_desktop.exchange.problems import Problem
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.scrolled import Scrolled
from erp_desktop.views.problem_words import advice, sentence
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Label, Labelled, in_a_row
from erp_desktop.views.widgets.list_source import TableSource
from erp_desktop.views.widgets.list_view import ListView

translate = wording.translate
ENCODINGS: Final = ("", "utf-8", "gb18030", "big5", "cp1252", "shift_jis")


class ColumnsPage(QWidget):
    """Which column of the file is which field, with the first rows as they would be read.

    `reread` when another encoding was chosen.
    """

    reread = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Preview | None = None
        self._choices: dict[str, Combo] = {}
        self._encoding = Combo([(code, code or _found_out()) for code in ENCODINGS])
        self._encoding.activated.connect(self.reread)
        self._day_first = Combo([
            (None, translate("Import", "as the file tells")),
            (True, translate("Import", "day first: 31/12/2026")),
            (False, translate("Import", "month first: 12/31/2026")),
        ])  # fmt: skip
        self.facts = Label("", theme.HINT, "text2")
        self._fields = QWidget()
        self._grid = QGridLayout(self._fields)
        self._grid.setContentsMargins(0, 0, theme.px(12), 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(6))
        self.rows = ListView(TableSource(Table("preview", "", (Column("a", ""),), [])))
        self._lay_out()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(10))
        top = in_a_row(
            Labelled(translate("Import", "Encoding"), self._encoding),
            Labelled(translate("Import", "Dates"), self._day_first), 0, gap=12,
        )  # fmt: skip
        box.addLayout(top)
        box.addWidget(self.facts)
        self._mapped = Scrolled(self._fields, "page")
        self._rows_head = Label(
            translate("Import", "The first rows as they would be read"), theme.BOLD
        )
        box.addWidget(self._mapped, 3)
        box.addWidget(self._rows_head)
        box.addWidget(self.rows, 2)

    def encoding(self) -> str:
        return str(self._encoding.value() or "")

    def channel(self) -> str:
        """The sales channel that wrote the file; empty when none did."""
        return self._found.kind.channel if self._found is not None else ""

    def mapping(self) -> Mapping | None:
        """What was chosen; None for a bundle of files that know themselves."""
        if self._found is None or self._found.bundle or self._found.kind.sheets:
            return None
        columns = {name: str(c.value()) for name, c in self._choices.items() if c.value()}
        guessed = self._found.mapping
        day_first = self._day_first.value()
        return Mapping(
            columns, guessed.day_first if day_first is None else day_first, guessed.decimal_comma
        )

    # -- showing ---------------------------------------------------------------------------------

    def show_preview(self, found: Preview) -> None:
        """Show the columns as they were guessed."""
        self._found = found
        sheet = found.sheets[0]
        said = [
            translate("Import", "{0} rows").format(figures.number(len(sheet.rows))),
            translate("Import", "head in row {0}").format(sheet.header_row),
        ]
        if sheet.encoding:
            words = translate("Import", "read as {0}").format(sheet.encoding)
            said.append(f"{words} (?)" if sheet.guessed else words)
        if found.kind.channel:
            said.insert(0, translate("Import", found.kind.title))
        self.facts.setText("  ·  ".join(said))
        self._show_fields(found.fields, sheet.header, found.mapping)
        self._show_rows(found)

    def show_bundle(self, found: Preview) -> None:
        """Files that belong together and need no mapping."""
        self._found = found
        self._clear()
        words = translate("Import", "These files are read together: {0}")
        self.facts.setText(words.format(", ".join(path.name for path in found.bundle)))
        for part in (self._mapped, self._rows_head, self.rows):
            part.hide()

    def show_parts(self, found: Preview) -> None:
        """The sheets of a workbook that brings several lists; they know their columns."""
        self._found = found
        self._clear()
        names = {spec.title: translate("Import", spec.title) for spec in found.kind.sheets}
        if found.parts:
            self.facts.setText(translate("Import", "These sheets are read together:"))
        else:
            words = translate("Import", "No sheet of this file is known here. Name the sheets: {0}")
            self.facts.setText(words.format(", ".join(names.values())))
        rows: list[tuple[Cell, ...]] = [
            (part.sheet.name, names[part.kind.title], len(part.sheet.rows), ", ".join(part.unread))
            for part in found.parts
        ]
        self._mapped.hide()
        self._rows_head.hide()
        self.rows.setVisible(bool(rows))
        self.rows.show_source(TableSource(Table("import_sheets", "", SHEETS, rows)))

    def _clear(self) -> None:
        self._mapped.show()
        self._rows_head.show()
        self._choices = {}
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _show_fields(
        self, fields: Sequence[FieldSpec], header: Sequence[str], mapping: Mapping
    ) -> None:
        self._clear()
        columns = [("", translate("Import", "(not in the file)")), *((c, c) for c in header if c)]
        first = sorted(fields, key=lambda one: not (one.required or one.name in mapping.columns))
        for at, field in enumerate(first):
            name = field.title_zh if figures.form().chinese else field.title_en
            label = Label(f"{name} *" if field.required else name, theme.BODY)
            choice = Combo(columns)
            choice.choose(mapping.columns.get(field.name, ""))
            choice.setAccessibleName(name)
            self._choices[field.name] = choice
            row, side = divmod(at, 2)  # what the file brings stands at the top
            self._grid.addWidget(label, row, side * 2)
            self._grid.addWidget(choice, row, side * 2 + 1)
        for side in (0, 1):
            self._grid.setColumnStretch(side * 2 + 1, 1)

    def _show_rows(self, found: Preview) -> None:
        named = [field for field in found.fields if field.name in found.mapping.columns]
        columns = tuple(
            Column(field.name, field.title_zh if figures.form().chinese else field.title_en,
                   Kind.TEXT, 110)
            for field in named
        )  # fmt: skip
        shown: list[tuple[Cell, ...]] = []
        for number, read in found.rows:
            if isinstance(read, dict):
                shown.append((str(number), *(_words(read.get(field.name)) for field in named)))
            else:
                said = "; ".join(sentence(problem) for problem in read)
                shown.append((str(number), said, *("" for _ in named[1:])))
        row = Column("row", translate("Import", "Row"), Kind.CODE, 60)
        self.rows.setVisible(bool(columns))
        if columns:
            table = Table("import_preview", "", (row, *columns), shown)
            self.rows.show_source(TableSource(table))


class ResultPage(QWidget):
    """What came of it, or would: rows by what they became, and every problem.

    `save_wanted` when the faulty rows shall be saved; `link_wanted` when a channel's titles shall
    be linked to products.
    """

    save_wanted = Signal()
    link_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", theme.EMPHASIS)
        self.facts = Label("", theme.BODY, "text2")
        self.facts.setWordWrap(True)
        self.problems = ListView(TableSource(_problem_table([])))
        self.whole = Label("", theme.BODY)  # the current problem in full
        self.whole.setWordWrap(True)
        self.save = Button(translate("Import", "Save the faulty rows"), icon="file-down", high=30)
        self.save.clicked.connect(self.save_wanted)
        words = translate("Import", "Link titles to products…")
        self.link = Button(words, Look.PRIMARY, icon="link", high=30)
        self.link.clicked.connect(self.link_wanted)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(10))
        box.addWidget(self.title)
        box.addWidget(self.facts)
        box.addWidget(self.problems, 1)
        box.addWidget(self.whole)
        box.addLayout(in_a_row(self.link, self.save, 0))
        self._box = box
        self._told: list[Problem] = []
        box.addStretch(0)

    def show_report(self, report: ImportReport) -> None:
        """Say what came of it, in the order a person asks."""
        self.title.setText(_verdict(report))
        self.facts.setText("\n".join(_facts(report)))
        wrong = bool(report.problems)
        self.problems.setVisible(wrong)
        self.save.setVisible(wrong)
        self.link.setVisible(bool(unlinked(report.problems)))
        self.whole.setVisible(wrong)
        if wrong:
            self.problems.show_source(TableSource(_problem_table(report.problems)))
            self._say(report.problems[0])
            self.problems.selectionModel().currentRowChanged.connect(self._say_current)
        self._told = list(report.problems)
        self._box.setStretch(self._box.count() - 1, 0 if wrong else 1)

    def _say_current(self, now: QModelIndex) -> None:
        """The chosen problem in full, where its columns are too narrow for it."""
        rows = self.problems.source.page(now.row(), 1) if now.isValid() else []
        for one in self._told:
            if rows and rows[0][:3] == (one.sheet, one.row, one.column):
                self._say(one)
                return

    def _say(self, problem: Problem) -> None:
        where = " · ".join(filter(None, (problem.sheet, str(problem.row or ""), problem.column)))
        said = " → ".join(filter(None, (sentence(problem), advice(problem))))
        self.whole.setText(f"{where}: {said}")


def _verdict(report: ImportReport) -> str:
    if report.cancelled:
        return translate("Import", "Cancelled: nothing was taken in.")
    if len(report.problems) == 1:
        return translate("Import", "One problem: nothing would be taken in until it is right.")
    if report.problems:
        words = translate("Import", "{0} problems: nothing would be taken in until they are right.")
        return words.format(figures.number(len(report.problems)))
    if report.dry_run:
        return translate("Import", "The file is in order. This would come in:")
    return translate("Import", "Imported as {0}. It can be taken back as a whole.").format(
        report.id
    )


def _facts(report: ImportReport) -> list[str]:
    """Every row accounted for, and what else was noticed."""
    said = [translate("Import", "{0} rows in the file").format(figures.number(report.rows))]
    for tally, out in ((report.came, False), (report.stayed, True)):
        for key, count in tally.rows.items():
            what = translate("Import", TITLES.get(key, key))
            amount = tally.sums.get(key)
            reason = out and key != NOTHING
            words = translate("Import", "left out, {0}: {1}") if reason else "{0}: {1}"
            line = words.format(what, figures.number(count))
            said.append(f"  {line}   {figures.money_with_sign(amount)}" if amount else f"  {line}")
    notes = (translate("Import", NOTES[one.code]).format(**one.facts) for one in report.notes)
    return [*said, *notes]


SHEETS: Final = (
    Column("sheet", "Sheet", Kind.TEXT, 150),
    Column("brings", "What it brings", Kind.TEXT, 170),
    Column("rows", "Rows", Kind.COUNT, 80),
    Column("unread", "Columns that are not read", Kind.TEXT, 380),
)
NOTHING: Final = "not_imported"  # says itself that the rows were left out
PROBLEMS: Final = (
    Column("sheet", "Sheet", Kind.TEXT, 90),
    Column("row", "Row", Kind.COUNT, 60),
    Column("column", "Column", Kind.TEXT, 130),
    Column("value", "In the file", Kind.TEXT, 160),
    Column("problem", "Problem", Kind.TEXT, 270),
    Column("advice", "Should be", Kind.TEXT, 260),
)


def _problem_table(problems: Sequence[Problem]) -> Table:
    rows = [
        (one.sheet, one.row, one.column, one.value, sentence(one), advice(one)) for one in problems
    ]
    return Table("import_problems", "Problems", PROBLEMS, rows)


def _words(value: object) -> str:
    """A value that was read, as a person writes it."""
    if isinstance(value, Decimal):
        return figures.plain(value)
    if isinstance(value, datetime):
        return value.isoformat(" ", timespec="minutes")
    return value.isoformat() if isinstance(value, date) else str(value if value is not None else "")


def _found_out() -> str:
    return translate("Import", "detected")
