"""One's own PIN is everybody's own: whoever knows the one there is may choose another."""

from typing import Any

from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.users.people import Person, check_pin, set_pin
from erp_desktop.views import wording
from erp_desktop.views.office import Office
from erp_desktop.views.till.pin_asking import by_pin
from erp_desktop.views.till.pin_dialogs import PinField
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import FIELD_HEIGHT, Labelled

translate = wording.translate


class OwnPinDialog(Dialog):
    """The PIN that the person on duty has, and the one that they want."""

    def __init__(self, office: Office, person: Person, parent: QWidget | None = None) -> None:
        title = translate("Settings", "PIN of {0}").format(person.full_name)
        super().__init__(office, title, translate("Settings", "Save"), parent=parent)
        self._page_office, self._person = office, person
        self.before, self.pin, self.again = (PinField(FIELD_HEIGHT) for _ in range(3))
        self.asked = Labelled(translate("Settings", "PIN until now"), self.before)
        self.asked.setVisible(person.has_pin)
        self.body.addWidget(self.asked)
        self.body.addWidget(Labelled(translate("Settings", "New PIN, 4 to 8 digits"), self.pin))
        self.repeated = Labelled(translate("Settings", "Repeat the PIN"), self.again)
        self.body.addWidget(self.repeated)

    def confirm(self) -> None:
        same = self.pin.text() == self.again.text()
        self.repeated.refuse("" if same else translate("Settings", "Not the same"))
        if not same:
            return
        person = self._person
        try:
            by_pin(self._page_office, person.id, _change, person, self.before.text(),
                   self.pin.text())  # fmt: skip
        except RuleBroken as broken:
            self.refuse(broken)
        else:
            self.accept()


def _change(books: Any, person: Person, before: str, now: str) -> None:
    check_pin(books, person.id, before)
    set_pin(books, person.name, now)
