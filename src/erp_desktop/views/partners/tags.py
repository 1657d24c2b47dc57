"""Tags: the shop's own words for what a partner is, as quiet chips and as a field."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from erp_desktop.views import theme
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.faces import Face, Row

_BETWEEN = re.compile(r"[,，;；、\n]+")


def tags_of(text: str) -> list[str]:
    """The tags in a text that separates them by commas or lines."""
    return [tag.strip() for tag in _BETWEEN.split(text) if tag.strip()]


def tags_text(tags: Sequence[str]) -> str:
    """As the field writes them."""
    return ", ".join(tags)


class TagsFace(Face):
    """Each tag as a chip, as many as there is room for; then how many more there are."""

    def paint(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:
        tags, left, gap = tags_of(self.words(row)), box.x(), theme.px(6)
        for at, tag in enumerate(tags):
            wide = ink.chip_width(tag, ink.Glyph.NONE)
            if left + wide > box.right() + 1:
                rest = QRectF(left, box.y(), box.right() - left, box.height())
                ink.text(painter, f"+{len(tags) - at}", rest, theme.HINT, theme.tokens().text3)
                return
            ink.chip(painter, tag, left, box.center().y(), Tone.NEUTRAL, on_selection=chosen)
            left += wide + gap
