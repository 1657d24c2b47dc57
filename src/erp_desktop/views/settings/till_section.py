"""The till: what this one is called, what it is paid with, rounding, shifts, its lock, returns."""

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from erp_desktop.services.finance.means import OFFERED, OWN, Means, means_offered, set_means
from erp_desktop.services.sales.return_rules import ReturnRules, return_rules, set_return_rules
from erp_desktop.services.sales.till_rules import SaveTillRules, save_till_rules, till_rules
from erp_desktop.views import memory, theme, wording
from erp_desktop.views.settings.section import Section, row_of
from erp_desktop.views.shop_office import ShopOffice, till_name
from erp_desktop.views.till.duty import MINUTES, lock_minutes
from erp_desktop.views.till.means import means_word
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Labelled, LineField

translate = wording.translate
OWN_MEANS = 2  # means of the shop's own that can be named here
STEPS = ("0", "0.05", "0.10", "0.50", "1", "10")


class TillSection(Section):
    """Its name and lock belong to this computer, the rest to the shop."""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        self.name, self.minutes = LineField(), Combo(_minutes())
        self.needs = Check(translate("Settings", "Sell only while a shift is open"))
        self.step = Combo(_steps())
        self.days = Combo(_days())
        self.means = {code: Check(means_word(code)) for code in OFFERED}
        self.own = [
            LineField(translate("Settings", "Another way to pay")) for _ in range(OWN_MEANS)
        ]
        self._here_card()
        self._shop_card()

    def _here_card(self) -> None:
        card = self.card(translate("Settings", "This till"), free=True)
        card.body.addLayout(
            row_of(
                (Labelled(translate("Settings", "Name of this till"), self.name), 1),
                (Labelled(translate("Settings", "Locks itself"), self.minutes), 1),
            )
        )
        self.name.editingFinished.connect(self.keep_here)
        self.minutes.activated.connect(self.keep_here)

    def _shop_card(self) -> None:
        card = self.card(translate("Settings", "All tills of the shop"))
        offered = QWidget()
        grid = QGridLayout(offered)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(6))
        for at, check in enumerate(self.means.values()):
            grid.addWidget(check, at // 3, at % 3)
        grid.setColumnStretch(3, 1)
        grid.setHorizontalSpacing(theme.px(28))
        card.body.addWidget(Labelled(translate("Settings", "Paid with"), offered))
        card.body.addLayout(row_of(*((field, 1) for field in self.own)))
        card.body.addLayout(
            row_of(
                (Labelled(translate("Settings", "Cash is rounded down to"), self.step), 1),
                (Labelled(translate("Settings", "Goods are taken back for"), self.days), 1),
            )
        )
        card.body.addWidget(self.needs)
        self.has_save()

    def load(self) -> None:
        self.name.setText(till_name())
        self.minutes.choose(lock_minutes())
        kept = self.office.ask(_kept)
        self.needs.setChecked(kept["needs"])
        self.step.choose(kept["step"])
        self.days.choose(kept["days"])
        codes = [one.code for one in kept["means"]]
        for code, check in self.means.items():
            check.setChecked(code in codes)
        own = [one.name for one in kept["means"] if one.code.startswith(OWN)]
        for field, name in zip(self.own, [*own, *[""] * OWN_MEANS], strict=False):
            field.setText(name)

    def keep_here(self) -> None:
        """What belongs to this computer is kept as soon as it was said."""
        memory.remember("till/name", self.name.text().strip() or "1")
        memory.remember(MINUTES, str(self.minutes.value()))
        self.office.work.till = till_name()

    def save(self) -> None:
        """Keep all of it."""
        self.keep_here()
        chosen = [Means(code) for code, check in self.means.items() if check.isChecked()]
        names = [field.text().strip() for field in self.own]
        chosen += [Means(f"{OWN}{at}", name) for at, name in enumerate(names, 1) if name]
        command = {
            "means": chosen, "needs": self.needs.isChecked(), "step": self.step.value(),
            "days": self.days.value(),
        }  # fmt: skip
        self.hand_in(_keep, command, translate("Settings", "The till is set up."))


def _kept(books: Any) -> dict[str, Any]:
    rules = till_rules(books)
    return {
        "means": means_offered(books),
        "needs": rules.needs_shift,
        "step": books.setting("till_rounding") or "0",
        "days": return_rules(books).days,
    }


def _keep(books: Any, kept: dict[str, Any]) -> None:
    set_means(books, kept["means"])
    save_till_rules(books, SaveTillRules(bool(kept["needs"]), Decimal(kept["step"])))
    set_return_rules(books, ReturnRules(int(kept["days"]), return_rules(books).reasons))


def _minutes() -> list[tuple[Any, str]]:
    words = translate("Settings", "after {0} minutes")
    never = translate("Settings", "never")
    return [(0, never), *((at, words.format(at)) for at in (1, 2, 5, 10, 30))]


def _steps() -> list[tuple[Any, str]]:
    exact = translate("Settings", "nothing: it is exact")
    return [(step, step if step != "0" else exact) for step in STEPS]


def _days() -> list[tuple[Any, str]]:
    words, always = translate("Settings", "{0} days"), translate("Settings", "any time")
    return [(0, always), *((at, words.format(at)) for at in (7, 14, 15, 30, 60, 90, 365))]
