"""The base of the settings' sections: a card with a title, fields in rows, and a notice."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.views import theme, wording
from erp_desktop.views.cards.card_columns import CardColumns
from erp_desktop.views.office import Step
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.banner import Banner
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.panels import Card

LONE = 1_240  # a card that has the section to itself is a table more often than a form


class Section(QWidget):
    """`card(title)` adds a card; override `load`. `said(words)` becomes a toast."""

    said = Signal(str)

    def __init__(self, office: ShopOffice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.notice = Banner()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(theme.px(12))
        self.columns = CardColumns(lone=LONE)
        self.box.addWidget(self.notice)
        self.box.addWidget(self.columns)
        self.box.addStretch(1)

    def card(self, title: str, hint: str = "") -> Card:
        """A card at the end of the section."""
        card = Card(title)
        if hint:
            said = Label(hint, theme.BODY, "text2")
            said.setWordWrap(True)
            card.body.addWidget(said)
        card.body.setSpacing(theme.px(10))
        self.columns.add(card)
        return card

    def load(self) -> None:
        """Show what the shop's settings are now."""

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
            self.notice.refuse(wording.explain(broken))
            return False
        self.notice.clear()
        self.said.emit(said)
        return True


def row_of(*fields: tuple[QWidget, int]) -> QHBoxLayout:
    """Fields side by side, each with its share of the width."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(12))
    for field, share in fields:
        row.addWidget(field, share)
    return row
