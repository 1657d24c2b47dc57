"""The base of the settings' sections: a card with a title, fields in rows, and a notice.

Whoever may not change the shop's settings reads them: the cards stand there greyed, under one line
that says who may and lets a colleague say yes. What belongs to this computer or to the person
(a card that is `free`) is everybody's to choose.
"""

from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.users.rights import SETTINGS, Approve, holders, may
from erp_desktop.views import lending, theme, wording
from erp_desktop.views.cards.card_columns import CardColumns
from erp_desktop.views.office import Step
from erp_desktop.views.settings.guard_line import GuardLine
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.banner import Banner
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.panels import Card

translate = wording.translate
LONE = 1_240  # a card that has the section to itself is a table more often than a form


class Section(QWidget):
    """`card(title)` adds a card; override `load`. `said(words)` becomes a toast.

    One that keeps what is typed only when told so `has_save`, and overrides `save`: the button is
    the page's main one and stands in its header, as on every form.
    `needed_right` is the right that its cards take; `guarded` are they, and what else takes it.
    """

    said = Signal(str)
    needed_right: ClassVar[str] = SETTINGS

    def __init__(self, office: ShopOffice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.notice, self.guard = Banner(), GuardLine()
        self.guard.asked.connect(self._ask_who_may)
        self.guarded: list[QWidget] = []
        self.keeper: Button | None = None
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(theme.px(12))
        self.columns = CardColumns(lone=LONE)
        self.box.addWidget(self.guard)
        self.box.addWidget(self.notice)
        self.box.addWidget(self.columns)
        self.box.addStretch(1)

    def card(self, title: str, hint: str = "", *, free: bool = False) -> Card:
        """A card at the end of the section."""
        card = Card(title)
        if not free:
            self.guarded.append(card)
        if hint:
            said = Label(hint, theme.BODY, "text2")
            said.setWordWrap(True)
            card.body.addWidget(said)
        card.body.setSpacing(theme.px(10))
        self.columns.add(card)
        return card

    def has_save(self) -> None:
        """What is typed here is kept by *Save*."""
        self.keeper = Button(translate("Settings", "Save"), Look.PRIMARY, shortcut="Ctrl+Return")
        self.keeper.clicked.connect(self.save)
        self.guarded.append(self.keeper)

    def save(self) -> None:
        """Keep what is typed here."""

    def load(self) -> None:
        """Show what the shop's settings are now."""

    def keep_guard(self) -> None:
        """Let change what the person on duty may change now; the rest is read."""
        fine = not self.needed_right or not self.guarded or self.office.ask(may, self.needed_right)
        for part in self.guarded:
            part.setEnabled(fine)
        self.guard.setVisible(not fine)
        if not fine:
            self.guard.name(self.office.ask(holders, self.needed_right))

    def _ask_who_may(self) -> None:
        words = translate("Rights", "Settings")
        lending.ask_who_may(
            self.office, Approve(self.needed_right, 0, "", words=words), self._lent, self
        )

    def _lent(self, _: int) -> None:
        """A colleague said yes."""
        self.keep_guard()

    def take_scan(self, code: str) -> bool:  # noqa: ARG002
        """Whether the section had a use for a scan; only the scanner's own has."""
        return False

    def back_up(self) -> None:
        """Only the backup's section can."""

    def hand_in(self, step: Step[[Any], Any], command: Any, said: str) -> bool:
        """Have it done and say so; a refusal is said at the top."""
        try:
            self.office.do(step, command)
        except RuleBroken as broken:
            self.refuse(broken)
            return False
        self.notice.clear()
        self.said.emit(said)
        return True

    def refuse(self, broken: RuleBroken) -> None:
        """Say why not, with the way to somebody who may."""
        ways = lending.answers(self.office, broken, self._lent, self)
        self.notice.refuse(wording.explain(broken), ways, serious=not ways)


def row_of(*fields: tuple[QWidget, int]) -> QHBoxLayout:
    """Fields side by side, each with its share of the width."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(12))
    for field, share in fields:
        row.addWidget(field, share)
    return row
