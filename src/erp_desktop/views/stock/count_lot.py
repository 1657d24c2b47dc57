"""Which lot was found: asked where a code does not say it and the product's lots are tracked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from erp_desktop.reports import count_plans
from erp_desktop.reports.count_rows import ScannedPieces
from erp_desktop.views import wording
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Labelled, LineField

if TYPE_CHECKING:
    from erp_desktop.views.stock.count_page import CountPage
    from erp_desktop.views.stock.count_work import CountWork

translate = wording.translate


def ask_lot(work: CountWork, page: CountPage, found: ScannedPieces | None) -> None:
    """The lots that the books know here as answers; another one can be typed."""
    if found is None:
        return
    shelf = page.board.shelf.text().strip()
    lots = page.office.ask(count_plans.lots_here, found.product_id, page.head.place_id, shelf)
    answers = [Answer(lot, _Lot(work, page, found, lot)) for lot in lots]
    answers.append(Answer(translate("Count", "Another lot…"), _Other(work, page, found)))
    words = translate("Count", "Which lot or serial number is it?")
    page.notice.refuse(words, answers, serious=False)


class LotDialog(Dialog):
    """The lot as it stands on the goods."""

    def __init__(self, take: Callable[[str], None], parent: QWidget | None = None) -> None:
        title = translate("Count", "Which lot or serial number is it?")
        super().__init__(None, title, translate("Count", "Count it"), parent=parent)
        self._take = take
        self.lot = LineField()
        self.body.addWidget(Labelled(translate("Count", "Lot or serial number"), self.lot))
        self.lot.setFocus()

    def confirm(self) -> None:
        lot = self.lot.text().strip()
        if lot:
            self.accept()
            self._take(lot)


class _Lot:
    """Counts what was scanned as of this lot."""

    def __init__(self, work: CountWork, page: CountPage, found: ScannedPieces, lot: str) -> None:
        self._work, self._page, self._found, self._lot = work, page, found, lot

    def __call__(self) -> None:
        self._work.count(self._found._replace(lot=self._lot))
        self._page.board.scan.field.setFocus()


class _Other:
    """Asks for a lot that the books do not know here."""

    def __init__(self, work: CountWork, page: CountPage, found: ScannedPieces) -> None:
        self._work, self._page, self._found = work, page, found

    def __call__(self) -> None:
        LotDialog(self.take, self._page).open()

    def take(self, lot: str) -> None:
        """This one it is."""
        _Lot(self._work, self._page, self._found, lot)()
