"""Modules that are loaded when they are first used, not when they are named.

The first window must not wait for papers and proofs that nobody has asked for yet. Where a module
is needed only by an action, it is named with `loaded_later`; type checkers see the plain import.

The module is imported in the plain way at the first look into it, so two threads that look at the
same moment wait for each other (`importlib.util.LazyLoader` lets the second one see half of it).
"""

import importlib
import importlib.util
import sys
from types import ModuleType
from typing import Any


class _Later(ModuleType):
    """Stands for a module until something of it is wanted."""

    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module(self.__name__), name)


def loaded_later(name: str) -> ModuleType:
    """The module of this name; its code runs at the first look into it."""
    known = sys.modules.get(name)
    if known is not None:
        return known
    if importlib.util.find_spec(name) is None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    return _Later(name)
