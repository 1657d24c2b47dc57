"""The home page: how the shop stands, and what to do next."""

from PySide6.QtWidgets import QWidget

from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec
from erp_desktop.views.wording import QT_TRANSLATE_NOOP


def _home(office: Office) -> QWidget:
    from erp_desktop.views.home.page import HomePage

    return HomePage(office)


SPECS = (
    PageSpec("home", QT_TRANSLATE_NOOP("Page", "Home"), "layout-dashboard", _home,
             shortcut="Alt+Home"),
)  # fmt: skip
