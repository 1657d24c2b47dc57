"""The function keys below the cart, as keys to press and as tiles to touch."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from erp_desktop.views import theme, wording
from erp_desktop.views.till.tiles import KeyTile

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
KEYS = (
    ("F2", mark("Till", "Quantity"), "hash"),
    ("F3", mark("Till", "Price"), "tag"),
    ("F4", mark("Till", "Discount"), "badge-percent"),
    ("F5", mark("Till", "Customer"), "user-round"),
    ("F6", mark("Till", "Hold cart"), "pause"),
    ("F7", mark("Till", "Resume"), "play"),
    ("F8", mark("Till", "Return"), "undo-2"),
    ("F9", mark("Till", "Reprint"), "printer"),
)


class KeyRow(QWidget):
    """`acts` in the order of the keys; the page itself listens to the keys."""

    def __init__(self, acts: Sequence[Callable[[], object]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: dict[str, KeyTile] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for (key, words, icon), act in zip(KEYS, acts, strict=True):
            tile = KeyTile(translate("Till", words), icon, key)
            tile.clicked.connect(act)
            self.tiles[key] = tile
            row.addWidget(tile, 1)

    def show_use(self, *, line: bool, held: int) -> None:
        """Which keys do something now: with a line chosen, with carts on hold."""
        for key in ("F2", "F3", "F4", "F6"):
            self.tiles[key].setEnabled(line)
        self.tiles["F7"].setEnabled(bool(held))
        resume = translate("Till", "Resume {0}").format(held) if held else ""
        self.tiles["F7"].say(resume or translate("Till", "Resume"))
