"""The parts of the settings by name: what each is called, and its icon."""

from typing import Final

from erp_desktop.views import wording

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP

ICONS: Final = {
    "shop": "store",
    "taxes": "percent",
    "prices": "tags",
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


TITLES: Final = {
    "shop": mark("Settings", "Shop"),
    "taxes": mark("Settings", "Taxes"),
    "prices": mark("Settings", "Price levels"),
    "look": mark("Settings", "Look and language"),
    "keys": mark("Settings", "Keys"),
    "modules": mark("Settings", "Parts of the program"),
    "people": mark("Settings", "People"),
    "warehouses": mark("Settings", "Warehouses"),
    "buying": mark("Settings", "Buying"),
    "numbers": mark("Settings", "Numbers"),
    "printers": mark("Settings", "Printers"),
    "till": mark("Settings", "Till"),
    "returns": mark("Settings", "Returns"),
    "scanner": mark("Settings", "Scanner"),
    "books": mark("Settings", "Books"),
    "backup": mark("Settings", "Backup"),
    "imports": mark("Settings", "Imports"),
}


def section_words() -> dict[str, str]:
    """The sections' names."""
    return {code: translate("Settings", words) for code, words in TITLES.items()}
