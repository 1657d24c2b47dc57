"""Pausing Python's search for rings of garbage while very many small values are made.

A large import or a long story told again makes hundreds of thousands of small tuples and no rings
of them; looking for rings among them again and again would cost a fifth of the time and more.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused_collecting() -> Iterator[None]:
    """No search for rings inside; it goes on afterwards if it was on."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
