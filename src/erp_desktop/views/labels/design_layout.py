"""The three columns of the label designer: what can be put on it, the label, what is chosen."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.views import theme, wording
from erp_desktop.views.cards.scrolled import Scrolled
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.panels import Line, Surface

if TYPE_CHECKING:
    from erp_desktop.views.labels.design_page import DesignPage

translate = wording.translate


def lay_out(page: "DesignPage") -> None:
    """Put the parts of the page where they stand."""
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addWidget(_left(page))
    row.addLayout(_middle(page), 1)
    right = Surface("page", "l")
    right.setFixedWidth(theme.px(264))
    inside = QVBoxLayout(right)
    inside.setContentsMargins(1, 0, 0, 0)
    both = QWidget()
    box = QVBoxLayout(both)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    box.addWidget(page.properties)
    box.addWidget(Line())
    box.addWidget(page.sheet)
    box.addStretch(1)
    inside.addWidget(Scrolled(both, "page"))
    row.addWidget(right)
    page.body.addWidget(Line())
    page.body.addLayout(row, 1)


def _left(page: "DesignPage") -> QWidget:
    left = Surface("ground", "r")
    left.setFixedWidth(theme.px(252))
    box = QVBoxLayout(left)
    box.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
    box.setSpacing(theme.px(8))
    box.addWidget(_title(translate("Label", "Add")))
    box.addWidget(page.keys)
    box.addSpacing(theme.px(4))
    box.addWidget(_title(translate("Label", "Elements")))
    box.addWidget(page.list, 1)
    box.addWidget(_title(translate("Label", "Fields you can place")))
    box.addWidget(page.fields)
    return left


def _middle(page: "DesignPage") -> QVBoxLayout:
    middle = QVBoxLayout()
    middle.setSpacing(0)
    middle.addWidget(page.sample)
    middle.addWidget(page.canvas, 1)
    foot = Surface("chrome")
    box = QVBoxLayout(foot)
    box.setContentsMargins(theme.px(20), 0, theme.px(20), theme.px(16))
    box.addWidget(page.card)
    middle.addWidget(foot)
    return middle


def _title(words: str) -> Label:
    return Label(words, theme.Type(12, 600), "text2")
