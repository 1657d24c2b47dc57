"""Everything with a window. Here, before any window's module, one cost of Qt's binding is saved.

After each import PySide reads the whole source of the imported module, to learn whether it wrote
`from __feature__ import snake_case`. No module of this program does; reading two hundred files for
that took a fifth of the start.
"""

from types import ModuleType

import shiboken6  # noqa: F401  (where what is imported next comes from)

try:
    from shibokensupport import feature as _feature
except ImportError:  # a later binding may have none: then nothing is saved, and nothing is lost
    _feature = None


def _is_ours(module: ModuleType) -> bool:
    """Whether a module may use Qt, without reading it."""
    return module.__name__.startswith("erp_desktop")


if hasattr(_feature, "_mod_uses_pyside"):
    _feature._mod_uses_pyside = _is_ours  # noqa: SLF001  (there is no public switch)
