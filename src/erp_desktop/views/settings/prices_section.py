"""Price levels (价格级别): which there are, what percent each takes, in which order they stand."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.catalogue.levels import (
    Level,
    SaveLevel,
    drop_level,
    levels,
    offer_levels,
    save_level,
)
from erp_desktop.services.users import rights
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.price_words import percent_words
from erp_desktop.views.settings.section import Section
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, LineField, in_a_row
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate


class PricesSection(Section):
    """A row for each level; a click changes it. An empty shop is offered the usual ones."""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        card = self.card(
            translate("Settings", "Price levels"),
            translate(
                "Settings",
                "Customers who carry a level pay its prices: those named for it on the product,"
                " else its percent of the retail price. What is agreed with one customer comes"
                " first. Documents keep the prices they were written with.",
            ),
        )
        self.table = MiniTable(
            [
                MiniColumn(translate("Settings", "Level")),
                MiniColumn(translate("Settings", "Of the retail price"), 120, right=True),
                MiniColumn(translate("Settings", "Customers"), 90, right=True),
                MiniColumn(translate("Settings", "Named prices"), 100, right=True),
                MiniColumn("", 110),
            ],
            pitch=34,
        )
        self.table.opened.connect(self._change)
        card.body.addWidget(self.table)
        add = Button(translate("Settings", "Add a level"), icon="plus")
        add.clicked.connect(self.add)
        self.usual = Button("", Look.GHOST)
        self.usual.clicked.connect(self.take_usual)
        card.body.addLayout(in_a_row(add, self.usual, 0))
        self._levels: list[Level] = []

    def load(self) -> None:
        self._levels = self.office.ask(levels, all_of_them=True)
        self.table.setVisible(bool(self._levels))
        self.table.show_rows([_row(one, at) for at, one in enumerate(self._levels)])
        words = translate("Settings", "Take the usual ones: Member 94%, Wholesale A, Wholesale B")
        self.usual.setText(words)
        self.usual.updateGeometry()
        self.usual.setVisible(not self._levels)

    def add(self) -> None:
        LevelDialog(self.office, None, self).open()

    def take_usual(self) -> None:
        """The levels that shops usually have."""

        def offer(books: object, _: object) -> None:
            offer_levels(books)  # type: ignore[arg-type]

        self.hand_in(offer, None, translate("Settings", "Price levels made"))

    def _change(self, at: int) -> None:
        LevelDialog(self.office, self._levels[at], self).open()


def _row(one: Level, at: int) -> MiniRow:
    quiet = "text" if one.active else "text3"
    state = MiniCell()
    if not one.active:
        state = MiniCell(translate("Settings", "not in use"), tone=Tone.NEUTRAL)
    percent = figures.ZERO_WORD if one.percent is None else percent_words(one.percent)
    return MiniRow((
        MiniCell(one.name, quiet),
        MiniCell(percent, quiet, theme.FIGURE),
        MiniCell(figures.number(one.customers), "text2", theme.FIGURE),
        MiniCell(figures.number(one.prices), "text2", theme.FIGURE),
        state,
    ), at)  # fmt: skip


class LevelDialog(Dialog):
    """A new level, or one that is there."""

    needed_right = rights.SETTINGS

    def __init__(
        self, office: ShopOffice, known: Level | None, parent: QWidget | None = None
    ) -> None:
        title = translate("Settings", "Add a level")
        if known is not None:
            title = translate("Settings", "Price level {0}").format(known.name)
        super().__init__(office, title, translate("Settings", "Save"), parent=parent)
        self._known = known
        self.name, self.percent = LineField(), NumberField(unit="%")
        self.place = NumberField()
        self.active = Check(translate("Settings", "In use"))
        self.active.setChecked(True)
        self.forget = Button(translate("Settings", "Delete"), Look.GHOST, icon="trash-2")
        self.forget.clicked.connect(self._forget)
        self._lay_out_fields()
        if known is not None:
            self._show(known)
        self.forget.setVisible(known is not None and not known.customers)
        self.name.setFocus()

    def _lay_out_fields(self) -> None:
        self.name_field = Labelled(translate("Settings", "Name"), self.name)
        self.percent_field = Labelled(translate("Settings", "Of the retail price"), self.percent)
        self.place_field = Labelled(translate("Settings", "Place in the list"), self.place)
        self.body.addWidget(self.name_field)
        self.body.addLayout(in_a_row(self.percent_field, self.place_field, gap=12))
        words = translate("Settings", "Empty: only the prices named for it count")
        self.body.addWidget(Label(words, theme.HINT, "text3"))
        self.body.addWidget(self.active)
        self.foot.insertWidget(0, self.forget)

    def _show(self, known: Level) -> None:
        self.name.setText(known.name)
        self.percent.set_value(known.percent)
        self.place.set_value(Decimal(known.position + 1))
        self.active.setChecked(known.active)

    def _forget(self) -> None:
        if self._known is not None:
            self.hand_in(drop_level, self._known.id)

    def confirm(self) -> None:
        try:
            percent, place = self.percent.value(), self.place.value()
        except RuleBroken as broken:
            self.percent_field.refuse(wording.explain(broken))
            return
        if not self.name.text().strip():
            self.name_field.refuse(translate("Settings", "Give it a name"))
            return
        self.hand_in(save_level, SaveLevel(
            self.name.text(), Decimal(-1) if percent is None else percent,
            active=self.active.isChecked(),
            position=None if place is None else max(int(place) - 1, 0),
            level_id=None if self._known is None else self._known.id,
        ))  # fmt: skip
