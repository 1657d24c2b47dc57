"""The views of a list that a person keeps under a name, beside the built-in ones.

*Save this view* keeps what is asked and which columns are shown; a right click on its tab renames,
renews or deletes it. Keeping a view changes no list, so no window reads anew.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.reports.list_questions import as_json, from_json
from erp_desktop.reports.listing import Question
from erp_desktop.services.shop.list_views import KeptView, forget_view, keep_view, kept_views
from erp_desktop.views import wording
from erp_desktop.views.office import Office
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets import list_columns
from erp_desktop.views.widgets.list_columns import Placed
from erp_desktop.views.widgets.menus import Menu

translate = wording.translate
MINE = "mine:"  # what the code of a person's own view begins with


class Seen(NamedTuple):
    """What a view shows: the question, and the columns."""

    question: Question
    columns: Sequence[Placed]


class KeptViews(QObject):
    """`changed(code)` after one was saved, renamed or deleted; the code of the view to show."""

    changed = Signal(str)

    def __init__(self, office: Office, list_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._list, self._page = office, list_name, parent
        self.usable = isinstance(office, ShopOffice)  # without a shop nothing can be kept
        self._kept: list[KeptView] = []

    def read(self) -> list[tuple[str, Question]]:
        """The code and question of each."""
        if self.usable:
            self._kept = self._office.ask(kept_views, self._list)
        return [(f"{MINE}{one.id}", from_json(one.question)) for one in self._kept]

    def name(self, code: str) -> str:
        return self._of(code).name

    def seen(self, code: str) -> Seen:
        """What a kept view shows."""
        one = self._of(code)
        return Seen(from_json(one.question), list_columns.from_text(one.columns))

    def save(self, seen: Seen) -> None:
        """Ask for a name and keep what is seen under it."""
        made = KeptView(self._list, "", as_json(seen.question), list_columns.as_text(seen.columns))
        self._ask_name(translate("List", "Save this view"), translate("List", "Save"), made)

    def offer(self, code: str, place: QPoint, seen: Seen) -> None:
        """The menu of a kept view."""
        if not code.startswith(MINE):
            return
        menu = Menu(parent=self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("List", "Rename…"), lambda: self.rename(code))
        menu.addAction(translate("List", "Update this view"), lambda: self.renew(code, seen))
        menu.addSeparator()
        menu.addAction(translate("List", "Delete"), lambda: self.delete(code))
        menu.popup(place)

    def rename(self, code: str) -> None:
        """Ask for another name."""
        self._ask_name(
            translate("List", "Rename the view"), translate("List", "Rename"), self._of(code)
        )

    def renew(self, code: str, seen: Seen) -> None:
        """Keep what is seen now under the same name."""
        one = self._of(code)
        columns = list_columns.as_text(seen.columns)
        self.keep(KeptView(self._list, one.name, as_json(seen.question), columns, one.id))

    def delete(self, code: str) -> None:
        self._quietly(forget_view, self._list, self._of(code).id)
        self.changed.emit("")

    def keep(self, view: KeptView) -> None:
        """Keep a view. Raises Missing, CodeTaken."""
        made = self._quietly(keep_view, view)
        self.changed.emit(f"{MINE}{made}")

    def _of(self, code: str) -> KeptView:
        number = int(code.removeprefix(MINE))
        return next(one for one in self._kept if one.id == number)

    def _ask_name(self, title: str, verb: str, view: KeptView) -> None:
        from erp_desktop.views.widgets.view_name import NameDialog

        NameDialog(self, title, verb, view, self._page).open()

    def _quietly(self, step: Any, *facts: Any) -> Any:
        with QSignalBlocker(self._office):
            return self._office.do(step, *facts)
