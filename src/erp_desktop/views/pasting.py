"""Rows from a spreadsheet become lines of a document: all of them, or as many as a person says.

When a row cannot be read nothing is pasted; every such row is shown with what is wrong with it, and
the person decides whether the others come in without it. What comes in is one step to undo.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.core.later import loaded_later
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.cards.scrolled import Scrolled
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.widgets.page import Page

if TYPE_CHECKING:
    from erp_desktop.exchange import pasted
    from erp_desktop.exchange.pasted import PastedLine, Problem, Reading
    from erp_desktop.services.catalogue import matching
    from erp_desktop.services.catalogue.matching import Match
else:
    pasted = loaded_later("erp_desktop.exchange.pasted")
    matching = loaded_later("erp_desktop.services.catalogue.matching")

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
SHOWN = 8  # rows of the dialog before it scrolls
PROBLEMS = {
    "no_product": mark("Paste", "No product is named"),
    "unknown_product": mark("Paste", "No product is called “{0}”"),
    "several_products": mark("Paste", "Could be several: {0}"),
    "service": mark("Paste", "{0} is a service and has no stock"),
    "stranger": mark("Paste", "{0} is not on this document"),
    "not_positive": mark("Paste", "“{0}” must be above zero"),
    "decimal_comma": mark("Paste", "“{0}”: write a point before the decimals"),
    "too_many_places": mark("Paste", "“{0}” has too many decimal places"),
}


class Pasting(QObject):
    """Reads what is pasted into a grid; `take(line)` puts one line in.

    `goods` refuses services; `fits(product id)` says whether a product may stand in the document.
    """

    def __init__(
        self, page: Page, grid: LinesGrid, take: Callable[["PastedLine"], object], *,
        goods: bool = False, fits: Callable[[int], bool] | None = None,
        undo: Callable[[], object] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(grid)
        self._page, self._grid, self._take = page, grid, take
        self._goods, self._fits, self._undo = goods, fits, undo
        self._found: dict[int, Match] = {}
        grid.pasted.connect(self.paste)

    def paste(self, text: str) -> None:
        """Take the rows of this text, or show what is wrong with them."""
        if not text.strip():
            return
        wanted = [
            one.column.key
            for one in self._grid.lines.line_columns
            if one.editable and not one.finder
        ]
        names = {"now": "quantity", "cost": "price"}
        reading = pasted.read(text, [names.get(k, k) for k in wanted], self._exact, self._alike)
        reading = self._checked(reading)
        if reading.problems:
            self._show(reading)
        elif reading.lines:
            self.take(reading.lines)

    def take(self, lines: Sequence["PastedLine"]) -> None:
        """These rows come in, as one step."""
        with self._grid.lines.together():
            for line in lines:
                self._take(line)
        words = translate("Paste", "{0} rows pasted").format(figures.number(len(lines)))
        undo = translate("Paste", "Undo") if self._undo is not None else ""
        self._page.said.emit(words, undo, self._undo)
        self._grid.setFocus()

    def _show(self, reading: "Reading") -> None:
        dialog = PasteProblems(reading, self._page)
        dialog.wanted.connect(self.take)
        dialog.open()

    def _exact(self, texts: Sequence[str]) -> dict[str, list["Match"]]:
        return self._seen(self._page.office.ask(matching.match_products, texts))

    def _alike(self, text: str) -> list["Match"]:
        found = self._page.office.ask(matching.match_product, text)
        return self._seen({text: found})[text]

    def _seen(self, found: dict[str, list["Match"]]) -> dict[str, list["Match"]]:
        self._found.update({one.id: one for some in found.values() for one in some})
        return found

    def _checked(self, reading: "Reading") -> "Reading":
        """Products that this document has no place for are problems too."""
        problems, lines = list(reading.problems), []
        for line in reading.lines:
            match = self._found[line.product_id]
            fits = self._fits is None or self._fits(line.product_id)
            code = "service" if self._goods and not match.goods else "" if fits else "stranger"
            if code:
                problems.append(pasted.Problem(line.row, match.sku, code, match.name))
            else:
                lines.append(line)
        problems.sort()
        return pasted.Reading(lines, problems)


class PasteProblems(Dialog):
    """Every row that cannot be pasted, and why; `wanted(lines)` when the others are to come in."""

    wanted = Signal(object)

    def __init__(self, reading: "Reading", parent: QWidget | None = None) -> None:
        count, good = len(reading.problems), len(reading.lines)
        whole = figures.number(count + good)
        title = translate("Paste", "{0} of {1} rows cannot be pasted")
        verb = translate("Paste", "Paste the other {0}").format(figures.number(good))
        super().__init__(None, title.format(figures.number(count), whole), verb, parent=parent)
        self._lines = reading.lines
        self.verb.setVisible(good > 0)
        self.cancel.setText(translate("Paste", "Paste nothing"))
        said = translate("Paste", "Nothing is pasted yet. Correct the rows and paste them again.")
        self.body.addWidget(Label(said, theme.BODY, "text2"))
        self.body.addWidget(_scrolled(problem_table(reading.problems)))
        self.setMinimumWidth(theme.px(640))

    def confirm(self) -> None:
        self.accept()
        self.wanted.emit(self._lines)


def problem_table(problems: Sequence["Problem"]) -> MiniTable:
    """Row, its words, what is wrong."""
    table = MiniTable(
        [
            MiniColumn(translate("Paste", "Row"), 48, right=True),
            MiniColumn(translate("Paste", "What it says"), 260),
            MiniColumn(translate("Paste", "What is wrong")),
        ],
        pitch=30,
    )
    table.show_rows([
        MiniRow((MiniCell(str(one.row), "text3"), MiniCell(one.words),
                 MiniCell(sentence_of(one), "bad")))
        for one in problems
    ])  # fmt: skip
    return table


def sentence_of(problem: "Problem") -> str:
    """What is wrong with a row."""
    otherwise = mark("Paste", "“{0}” is no number")
    return translate("Paste", PROBLEMS.get(problem.code, otherwise)).format(problem.detail)


def _scrolled(table: MiniTable) -> QWidget:
    area = Scrolled(table, "page", translate("Paste", "Rows that could not be read"))
    high = table.sizeHint().height()
    area.setMinimumHeight(min(high, theme.px(30 * (SHOWN + 1))) + theme.px(8))
    return area
