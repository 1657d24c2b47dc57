"""Inspection while goods are received: what was rejected, why, and a photo that shows it.

The reason is asked under the line, with the shop's own list as buttons; without one nothing is
handed in.
"""

from PySide6.QtWidgets import QFileDialog

from erp_desktop.services.purchasing.terms import buying_terms
from erp_desktop.views import figures, wording
from erp_desktop.views.office import Office
from erp_desktop.views.trade.answers import Then
from erp_desktop.views.trade.draft_grid import DraftGrid
from erp_desktop.views.trade.part_grid import PartGrid
from erp_desktop.views.trade.pricing import number
from erp_desktop.views.widgets.banner import Answer

translate = wording.translate
OFFERED = 5  # reasons that find room under a line
Inspected = PartGrid | DraftGrid  # grids with a column of what was rejected
PICTURES = "*.png *.jpg *.jpeg *.webp"


class Inspecting:
    """Asks why, under every line with something rejected and no reason yet."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def ask(self, grid: Inspected) -> None:
        for row in grid.unexplained():
            if row not in grid.refused_rows():
                self._ask(grid, row)

    def _ask(self, grid: Inspected, row: int) -> None:
        rejected = figures.quantity(number(grid.cell(row, "rejected")))
        words = translate("Trade", "Why were {0} {1} rejected?")
        words = words.format(rejected, grid.cell(row, "unit"))
        reasons = self._office.ask(buying_terms).reasons[:OFFERED]
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
            grid.lines.write(row, {"photo": path})
        grid.clear_refusal(row)
        self._ask(grid, row)
