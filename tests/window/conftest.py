"""The screen that every test in a window has for itself, and a clerk before the program."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from real_window import Clerk, program, screen


@pytest.fixture
def display(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a new user before a screen of its own."""
    with screen(tmp_path) as environment:
        yield environment


@pytest.fixture
def sit_down(display: dict[str, str]) -> Iterator[Callable[..., Clerk]]:
    """Open a shop's file in the program at a page, and sit down before it: `sit_down(file, page)`.

    The program ends with the test. `kind` is the clerk that sits there.
    """
    with ExitStack() as running:

        def sit(shop_file: Path, page: str, kind: type[Clerk] = Clerk) -> Clerk:
            clerk = kind(display, shop_file)
            clerk.program = running.enter_context(program(display, shop_file, page))
            clerk.wait_for_window()
            clerk.sees(page)
            return clerk

        yield sit
