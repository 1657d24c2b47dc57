"""Menus with round corners: the one place besides menu and tab bar where a style sheet is used."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from erp_desktop.views import theme


def style() -> str:
    """The style sheet of a menu in the worn colours; set on the menu itself, never on the app."""
    t, px = theme.tokens(), theme.px
    return (
        f"QMenu {{ background: {t.raised.name()}; color: {t.text.name()};"
        f" border: 1px solid {t.line2.name()}; border-radius: {px(8)}px; padding: {px(4)}px;"
        f" font-size: {px(13)}px; }}"
        f"QMenu::item {{ padding: {px(5)}px {px(14)}px {px(5)}px {px(10)}px;"
        f" border-radius: {px(5)}px; min-height: {px(18)}px; }}"
        f"QMenu::item:selected {{ background: {t.sel.name()}; color: {t.text.name()}; }}"
        f"QMenu::item:disabled {{ color: {t.disabled.name()}; }}"
        f"QMenu::separator {{ height: 1px; background: {t.line.name()};"
        f" margin: {px(4)}px {px(6)}px; }}"
        f"QMenu::icon {{ padding-left: {px(8)}px; }}"
    )


class Menu(QMenu):
    """A QMenu with round corners, dressed in the worn colours when it is opened."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setWindowFlags(
            self.windowFlags()
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.NoDropShadowWindowHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.aboutToShow.connect(self._dress)

    def _dress(self) -> None:
        worn = style()
        if worn != self.styleSheet():
            self.setStyleSheet(worn)
