"""The people who work here, and the shop's warehouses."""

from decimal import Decimal
from typing import Any, NamedTuple

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from erp_desktop.services.stock.places import save_warehouse, warehouses
from erp_desktop.services.users.people import ROLES, add_person, people, set_pin, set_role
from erp_desktop.services.users.rights import (
    DISCOUNT,
    PEOPLE,
    RIGHTS,
    SETTINGS,
    Rights,
    rights_of,
    set_rights,
    usual_rights,
)
from erp_desktop.views import theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.right_words import right_word
from erp_desktop.views.settings.own_pin import OwnPinDialog
from erp_desktop.views.settings.section import Section
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.till.pin_dialogs import PinField
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import FIELD_HEIGHT, Labelled, LineField, in_a_row

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
    """Who may work here; a click on a person changes the role. One's own PIN is everybody's own."""

    needed_right = PEOPLE

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        card = self.card(
            translate("Settings", "People"),
            translate("Settings", "Owners and managers may do everything. Whoever may not do "
                      "something asks one of them, and they say yes with their PIN."),
        )  # fmt: skip
        self.table = MiniTable(
            [
                MiniColumn(translate("Settings", "Short name"), 180),
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
        self._own_card()

    def _own_card(self) -> None:
        """The PIN of whoever is on duty."""
        card = self.card(translate("Settings", "Your PIN"), free=True)
        self.pin = Button(translate("Settings", "Change my PIN…"), icon="key-round")
        self.pin.clicked.connect(self.change_pin)
        card.body.addLayout(in_a_row(self.pin, 0))

    def change_pin(self) -> None:
        ident = self.office.facts.person_id
        person = next((one for one in self.office.ask(people) if one.id == ident), None)
        if person is not None:
            OwnPinDialog(self.office, person, self).open()

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
        PersonDialog(self.office, self, person.name, person.full_name, person.role,
                     person.id).open()  # fmt: skip


class PersonDialog(Dialog):
    """A new person, or another role of one who is there."""

    needed_right = PEOPLE

    def __init__(
        self, office: ShopOffice, parent: QWidget | None = None, name: str = "",
        full_name: str = "", role: str = "clerk", ident: int | None = None,
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
        self.pin, self.most = PinField(FIELD_HEIGHT), Combo(_percents())
        self.pin.setPlaceholderText(translate("Settings", "4 to 8 digits; empty leaves it"))
        self.rights = {right: Check(right_word(right)) for right in RIGHTS if right != DISCOUNT}
        self.body.addWidget(Labelled(translate("Settings", "PIN at the till"), self.pin))
        self.body.addWidget(Labelled(translate("Settings", "May take off at most"), self.most))
        grid = QGridLayout()
        grid.setVerticalSpacing(theme.px(2))
        grid.setHorizontalSpacing(theme.px(16))
        for at, check in enumerate(self.rights.values()):
            grid.addWidget(check, at // 2, at % 2)
        left = QHBoxLayout()  # the boxes stand under the fields, however short their words are
        left.addLayout(grid)
        left.addStretch(1)
        self.body.addLayout(left)
        self._show(usual_rights(role) if ident is None else office.ask(rights_of, ident))
        self.role.currentIndexChanged.connect(self._role_changed)

    def _show(self, rights: Rights) -> None:
        for right, check in self.rights.items():
            check.setChecked(rights.may(right))
        self.most.choose(int(rights.most_off) if rights.may(DISCOUNT) else 0)

    def _role_changed(self) -> None:
        """Another role begins with its own rights."""
        self._show(usual_rights(str(self.role.value())))

    def confirm(self) -> None:
        command = _Kept(
            self.name.text().strip(), str(self.role.value()), self.full_name.text().strip(),
            self.pin.text(), {right: check.isChecked() for right, check in self.rights.items()},
            Decimal(int(self.most.value() or 0)), self._known,
        )  # fmt: skip
        self.hand_in(_keep_person, command)


class _Kept(NamedTuple):
    """A person as the form says."""

    name: str
    role: str
    full_name: str
    pin: str
    granted: dict[str, bool]
    most: Decimal
    known: bool


def _keep_person(books: Any, person: _Kept) -> None:
    if person.known:
        set_role(books, person.name, person.role)
    else:
        add_person(books, person.name, person.role, person.full_name)
    if person.pin:
        set_pin(books, person.name, person.pin)
    granted = person.granted | {DISCOUNT: person.most > 0}
    set_rights(books, person.name, granted, person.most)


def _percents() -> list[tuple[int, str]]:
    return [(at, f"{at}%") for at in (0, 5, 10, 15, 20, 30, 50, 100)]


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

    needed_right = SETTINGS

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
