"""The parts of the settings by name: what each is called, and its icon."""

from typing import Final

from erp_desktop.views import wording

translate = wording.translate

ICONS: Final = {
    "shop": "store",
    "taxes": "percent",
    "look": "palette",
    "keys": "keyboard",
    "modules": "layout-grid",
    "people": "users-round",
    "warehouses": "warehouse",
    "buying": "truck",
    "numbers": "hash",
    "printers": "printer",
    "till": "banknote",
    "returns": "undo-2",
    "scanner": "scan-barcode",
    "books": "shield-check",
    "backup": "hard-drive-download",
    "imports": "import",
}


def section_words() -> dict[str, str]:
    """The sections' names."""
    return {
        "shop": translate("Settings", "Shop"),
        "taxes": translate("Settings", "Taxes"),
        "look": translate("Settings", "Look and language"),
        "keys": translate("Settings", "Keys"),
        "modules": translate("Settings", "Parts of the program"),
        "people": translate("Settings", "People"),
        "warehouses": translate("Settings", "Warehouses"),
        "buying": translate("Settings", "Buying"),
        "numbers": translate("Settings", "Numbers"),
        "printers": translate("Settings", "Printers"),
        "till": translate("Settings", "Till"),
        "returns": translate("Settings", "Returns"),
        "scanner": translate("Settings", "Scanner"),
        "books": translate("Settings", "Books"),
        "backup": translate("Settings", "Backup"),
        "imports": translate("Settings", "Imports"),
    }
