"""Modules that are loaded when they are first used, not when they are named.

The first window must not wait for papers and proofs that nobody has asked for yet. Where a module
is needed only by an action, it is named with `loaded_later`; type checkers see the plain import.
"""

import importlib.util
import sys
from types import ModuleType


def loaded_later(name: str) -> ModuleType:
    """The module of this name; its code runs at the first look into it."""
    known = sys.modules.get(name)
    if known is not None:
        return known
    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
