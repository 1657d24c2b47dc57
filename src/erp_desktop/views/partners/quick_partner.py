"""A customer or supplier nobody wrote down yet, made in the middle of a document.

Only what is needed now: the name, and a telephone number to find them by. All else is written on
the card later.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.services.partners.partners import SavePartner, add_partner
from erp_desktop.views import theme, wording
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Labelled, LineField
from erp_desktop.views.widgets.finder import Finder, Found

translate = wording.translate


class QuickPartner(Dialog):
    """`made(Found)` once the partner is in the books."""

    made = Signal(object)

    def __init__(
        self, office: Office, name: str, *, buying: bool, parent: QWidget | None = None
    ) -> None:
        title = (
            translate("Partners", "New supplier") if buying
            else translate("Partners", "New customer")
        )  # fmt: skip
        super().__init__(office, title, translate("Partners", "Add"), parent=parent)
        self._buying = buying
        self.name, self.phone = LineField(), LineField()
        self.name.setText(name)
        self.named = Labelled(translate("Partners", "Name"), self.name)
        self.body.addWidget(self.named)
        self.body.addWidget(Labelled(translate("Partners", "Phone"), self.phone))
        self.setMinimumWidth(theme.px(380))
        self.phone.setFocus()

    def confirm(self) -> None:
        """Write them down; a name that is in use is refused beside it."""
        name = self.name.text().strip()
        if not name:
            self.named.refuse(translate("Partners", "Give it a name"))
            self.name.setFocus()
            return
        command = SavePartner(
            code=name, name=name, phone=self.phone.text().strip(),
            is_customer=not self._buying, is_supplier=self._buying,
        )  # fmt: skip
        self.hand_in(add_partner, command, lambda key: self.made.emit(Found(int(key), name)))


def offer_new_partner(finder: Finder, office: Office, *, buying: bool, over: QWidget) -> None:
    """Let a field that finds partners make one that is not there."""

    def ask(typed: str) -> None:
        dialog = QuickPartner(office, typed, buying=buying, parent=over)
        dialog.made.connect(take)
        dialog.open()

    def take(found: Found) -> None:
        finder.set_value(found)
        finder.chosen.emit(found)

    finder.offer_new(
        translate("Partners", "New supplier “{0}”") if buying
        else translate("Partners", "New customer “{0}”")
    )  # fmt: skip
    finder.unknown.connect(ask)
