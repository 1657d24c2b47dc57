"""The rest of the tour: every page, every part of the settings, every panel that the day passed by.

The day shows what a shop does; this shows what there is. Each is looked at beside its picture
before a version goes out.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QWidget

from erp_desktop.views.pages import PageSpec, Place
from erp_desktop.views.wings import all_pages

if TYPE_CHECKING:
    from erp_desktop.views.shop_window import ShopWindow
    from erp_desktop.views.tour import Tour

SEEN = frozenset({"home", "till", "sales", "purchases", "stock", "counts", "count", "products",
                  "product_form", "partners", "money", "reports", "settings"})  # fmt: skip
SHOWN = frozenset({"shop", "look", "books"})  # parts of the settings that the day shows


def see_everything(tour: "Tour") -> None:
    """Take the pictures that are missing."""
    window = tour.window
    if window is None:
        return
    for spec in all_pages():
        if spec.code not in SEEN and _stands_alone(spec):
            tour.page(spec.code)
            tour.picture(spec.code.replace("_", "-"))
    _documents(tour)
    _settings(tour)
    tour.page("home")
    for name, opened in _over(window):
        opened()
        tour.settle(150)
        for seen in _floating(window):
            tour.picture(name, seen if isinstance(seen, QDialog) else None)
            seen.close()
            tour.settle()


def _stands_alone(spec: PageSpec) -> bool:
    """Whether it can be opened without a document."""
    return spec.place is not Place.NOWHERE or bool(spec.new_words) or spec.make_for is None


def _documents(tour: "Tour") -> None:
    """The newest document of each kind that has a page."""
    found = tour.ask(_newest)
    for spec in all_pages():
        if spec.code in found and spec.make_for is not None:
            tour.page(spec.code, found[spec.code])
            tour.picture(f"{spec.code.replace('_', '-')}-filled")


def _newest(books: Any) -> dict[str, int]:
    rows = books.rows("SELECT kind, MAX(id) FROM document WHERE state <> 'draft' GROUP BY kind")
    return dict(rows)


def _settings(tour: "Tour") -> None:
    from erp_desktop.views.settings.sections import ICONS

    page = tour.page("settings")
    for code in ICONS:
        if code not in SHOWN:
            page.show_section(code)
            tour.picture(f"settings-{code}")


def _over(window: "ShopWindow") -> list[tuple[str, Callable[[], object]]]:
    """What opens over the window."""
    return [
        ("notices", window.show_notices),
        ("keys", window.show_keys),
        ("import", window.show_import),
        ("about", window.show_about),
    ]


def _floating(window: QWidget) -> list[QWidget]:
    from erp_desktop.views.shell.popover import Popover

    kinds = (QDialog, Popover)
    found = window.findChildren(QWidget)
    return [one for one in found if isinstance(one, kinds) and one.isVisible()]
