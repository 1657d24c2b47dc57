"""Settings: the shop, the look, people, warehouses, the books, backup, imports."""

from PySide6.QtWidgets import QWidget

from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec, Place
from erp_desktop.views.wording import QT_TRANSLATE_NOOP


def _settings(office: Office) -> QWidget:
    from erp_desktop.views.settings.settings_page import SettingsPage

    return SettingsPage(office)


SPECS = (
    PageSpec("settings", QT_TRANSLATE_NOOP("Page", "Settings"), "settings", _settings,
             place=Place.FOOT),
)  # fmt: skip
