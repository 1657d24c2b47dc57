"""All pages of the window, in the order of the rail. Each wing exports its own `SPECS`."""

import importlib
from typing import Final

from erp_desktop.views.pages import PageSpec

WINGS: Final = (
    "home", "till", "sales", "purchasing", "stock", "catalogue", "partners", "finance", "reports",
    "settings",
)  # fmt: skip


def all_pages() -> list[PageSpec]:
    """The specs of every wing."""
    found: list[PageSpec] = []
    for wing in WINGS:
        try:
            module = importlib.import_module(f"erp_desktop.views.{wing}")
        except ModuleNotFoundError as missing:
            if missing.name != f"erp_desktop.views.{wing}":
                raise
            continue
        found += getattr(module, "SPECS", ())
    return found
