"""Inspection while goods are received: what was rejected, why, and a photo that shows it.

The reason is asked under the line, with the shop's own list as buttons; without one nothing is
handed in. A photo is chosen, dropped on the page or pasted; it goes with the line that the keyboard
is in, else with the first that waits for its reason.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.purchasing.terms import buying_terms
from erp_desktop.views import figures, wording
from erp_desktop.views.attachments.carried import Coming, from_path
from erp_desktop.views.attachments.opened import is_picture
from erp_desktop.views.trade.answers import Then
from erp_desktop.views.trade.draft_grid import DraftGrid
from erp_desktop.views.trade.part_grid import PartGrid
from erp_desktop.views.trade.photos import keep_photo
from erp_desktop.views.trade.pricing import number
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.page import Page

translate = wording.translate
OFFERED = 5  # reasons that find room under a line
Inspected = PartGrid | DraftGrid  # grids with a column of what was rejected
PICTURES = "*.png *.jpg *.jpeg *.webp"


class Inspecting:
    """Asks why, under every line with something rejected and no reason yet."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._grid: Inspected | None = None

    def take(self, coming: Sequence[Coming]) -> bool:
        """A picture that came to the page: the photo of a line, where one has a use for it."""
        grid = self._grid
        if grid is None or not isValid(grid) or len(coming) != 1 or not is_picture(coming[0].name):
            return False
        row = _waiting(grid)
        if row >= 0:
            self._keep(grid, row, coming[0])
        return row >= 0

    def ask(self, grid: Inspected) -> None:
        self._grid = grid
        for row in grid.unexplained():
            if row not in grid.refused_rows():
                self._ask(grid, row)

    def _ask(self, grid: Inspected, row: int) -> None:
        rejected = figures.quantity(number(grid.cell(row, "rejected")))
        words = translate("Trade", "Why were {0} {1} rejected?")
        words = words.format(rejected, grid.cell(row, "unit"))
        reasons = self._page.office.ask(buying_terms).reasons[:OFFERED]
        answers = [Answer(reason, Then(self._because, grid, row, reason)) for reason in reasons]
        photo = translate("Trade", "Photo…")
        if grid.cell(row, "photo"):
            photo = translate("Trade", "Another photo…")
        answers.append(Answer(photo, Then(self._add_photo, grid, row)))
        grid.refuse(row, words, answers, serious=False, cell="rejected")

    @staticmethod
    def _because(grid: Inspected, row: int, reason: str) -> None:
        grid.lines.write(row, {"reason": reason})
        grid.clear_refusal(row)
        grid.setFocus()  # the button that had the keyboard is gone

    def _add_photo(self, grid: Inspected, row: int) -> None:
        """Choose a photo; the reason is asked on."""
        title = translate("Trade", "Photo of what was rejected")
        path, _ = QFileDialog.getOpenFileName(grid, title, "", f"({PICTURES})")
        if path:
            self._keep(grid, row, from_path(Path(path)))

    def _keep(self, grid: Inspected, row: int, coming: Coming) -> None:
        keep_photo(coming, grid, partial(self._kept, grid, row), self._refused)

    def _kept(self, grid: Inspected, row: int, photo: Path) -> None:
        """It lies ready; a reason that is missing is asked on."""
        grid.lines.write(row, {"photo": str(photo)})
        words = translate("Trade", "The photo goes with line {0}").format(row + 1)
        self._page.said.emit(words, "", None)
        if row in grid.unexplained():
            grid.clear_refusal(row)
            self._ask(grid, row)

    def _refused(self, broken: RuleBroken) -> None:
        self._page.refuse(broken)


def _waiting(grid: Inspected) -> int:
    """The line that a photo goes with; -1 where nothing was rejected."""
    current = grid.currentIndex().row()
    if number(grid.cell(current, "rejected")) > 0:
        return current
    return next(iter(grid.unexplained()), -1)
