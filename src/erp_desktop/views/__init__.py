"""Everything with a window. Here, before any window's module, one cost of Qt's binding is saved.

After each import PySide reads the whole source of the imported module, to learn whether it wrote
`from __feature__ import snake_case`. No module of this program does; reading two hundred files for
that took a fifth of the start.

There is no public way to say so: the binding's own functions (`set_selection`, `reset`) choose
features for a module that was read already, and no option of its environment stops the reading. So
its private question is answered for it, which is safe for two reasons. The answer only says which
modules may wear such features, and ours is right for every module, whatever the binding does with
it. And where a later binding has another question, or none, nothing is replaced: the start is
slower then, and that is all. `tests/test_pins.py` says when it comes to that.
"""

from types import FunctionType, ModuleType

import shiboken6  # noqa: F401  (where what is imported next comes from)

try:
    from shibokensupport import feature as _feature
except ImportError:
    _feature = None


def _is_ours(module: ModuleType) -> bool:
    """Whether a module may use Qt, without reading it."""
    return module.__name__.startswith("erp_desktop")


def _asks_of_a_module(question: object) -> bool:
    """Whether this is the question that we know: of one module, and of nothing else."""
    return isinstance(question, FunctionType) and question.__code__.co_argcount == 1


if _asks_of_a_module(getattr(_feature, "_mod_uses_pyside", None)):
    _feature._mod_uses_pyside = _is_ours  # noqa: SLF001
