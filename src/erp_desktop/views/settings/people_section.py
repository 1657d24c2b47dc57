"""The people who work here, and the shop's warehouses."""

from typing import Any

from PySide6.QtWidgets import QWidget

from erp_desktop.services.stock.places import save_warehouse, warehouses
from erp_desktop.services.users.people import ROLES, add_person, people, set_role
from erp_desktop.views import theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.settings.section import Section
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Labelled, LineField, in_a_row

translate = wording.translate


def role_words() -> dict[str, str]:
    """What a person does here."""
    words = {
        "owner": translate("Settings", "Owner"),
        "manager": translate("Settings", "Manager"),
        "clerk": translate("Settings", "Clerk"),
        "accountant": translate("Settings", "Accountant"),
    }
    return {role: words.get(role, role) for role in ROLES}


class PeopleSection(Section):
    """Who may work here; a click on a person changes the role."""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        card = self.card(
            translate("Settings", "People"),
            translate("Settings", "Rights and passwords for each role come with a later version."),
        )
        self.table = MiniTable(
            [
                MiniColumn(translate("Settings", "Name"), 180),
                MiniColumn(translate("Settings", "Full name")),
                MiniColumn(translate("Settings", "Role"), 140),
            ],
            pitch=34,
        )
        self.table.opened.connect(self._change)
        card.body.addWidget(self.table)
        add = Button(translate("Settings", "Add a person"), icon="user-round-plus")
        add.clicked.connect(self.add)
        card.body.addLayout(in_a_row(add, 0))

    def load(self) -> None:
        words = role_words()
        self.table.show_rows([
            MiniRow((
                MiniCell(one.name), MiniCell(one.full_name, "text2"),
                MiniCell(words.get(one.role, one.role)),
            ), one.id)
            for one in self.office.ask(people)
        ])  # fmt: skip

    def add(self) -> None:
        PersonDialog(self.office, self).open()

    def _change(self, person_id: int) -> None:
        person = next(one for one in self.office.ask(people) if one.id == person_id)
        PersonDialog(self.office, self, person.name, person.full_name, person.role).open()


class PersonDialog(Dialog):
    """A new person, or another role of one who is there."""

    def __init__(
        self, office: ShopOffice, parent: QWidget | None = None, name: str = "",
        full_name: str = "", role: str = "clerk",
    ) -> None:  # fmt: skip
        title = name or translate("Settings", "Add a person")
        super().__init__(office, title, translate("Settings", "Save"), parent=parent)
        self._known = bool(name)
        self.name, self.full_name = LineField(), LineField()
        self.role = Combo(list(role_words().items()))
        self.name.setText(name)
        self.full_name.setText(full_name)
        self.role.choose(role)
        for field in (self.name, self.full_name):
            field.setReadOnly(self._known)
        self.body.addWidget(Labelled(translate("Settings", "Short name"), self.name))
        self.body.addWidget(Labelled(translate("Settings", "Full name"), self.full_name))
        self.body.addWidget(Labelled(translate("Settings", "Role"), self.role))

    def confirm(self) -> None:
        command = (self.name.text().strip(), str(self.role.value()), self.full_name.text().strip())
        self.hand_in(_change_role if self._known else _add, command)


def _add(books: Any, person: tuple[str, str, str]) -> None:
    add_person(books, *person)


def _change_role(books: Any, person: tuple[str, str, str]) -> None:
    set_role(books, person[0], person[1])


class WarehousesSection(Section):
    """Where stock lies; a click on a warehouse renames it."""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        card = self.card(
            translate("Settings", "Warehouses"),
            translate("Settings", "The first one is where the shop trades unless you say else."),
        )
        self.table = MiniTable(
            [MiniColumn(translate("Settings", "Code"), 160),
             MiniColumn(translate("Settings", "Name"))],
            pitch=34,
        )  # fmt: skip
        self.table.opened.connect(self._rename)
        card.body.addWidget(self.table)
        add = Button(translate("Settings", "Add a warehouse"), icon="plus")
        add.clicked.connect(self.add)
        card.body.addLayout(in_a_row(add, 0))

    def load(self) -> None:
        self.table.show_rows([
            MiniRow((MiniCell(one.code, "text2", theme.FIGURE), MiniCell(one.name)), one.id)
            for one in self.office.ask(warehouses)
        ])  # fmt: skip

    def add(self) -> None:
        WarehouseDialog(self.office, self).open()

    def _rename(self, place_id: int) -> None:
        place = next(one for one in self.office.ask(warehouses) if one.id == place_id)
        WarehouseDialog(self.office, self, place.code, place.name).open()


class WarehouseDialog(Dialog):
    """A new warehouse, or another name for one."""

    def __init__(
        self, office: ShopOffice, parent: QWidget | None = None, code: str = "", name: str = ""
    ) -> None:
        title = name or translate("Settings", "Add a warehouse")
        super().__init__(office, title, translate("Settings", "Save"), parent=parent)
        self.code, self.name = LineField(), LineField()
        self.code.setText(code)
        self.code.setReadOnly(bool(code))
        self.name.setText(name)
        self.body.addWidget(Labelled(translate("Settings", "Code"), self.code))
        self.body.addWidget(Labelled(translate("Settings", "Name"), self.name))

    def confirm(self) -> None:
        self.hand_in(_save_warehouse, (self.code.text().strip(), self.name.text().strip()))


def _save_warehouse(books: Any, place: tuple[str, str]) -> None:
    save_warehouse(books, *place)
