"""The screen that every test in a window has for itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from real_window import screen


@pytest.fixture
def display(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a new user before a screen of its own."""
    with screen(tmp_path) as environment:
        yield environment
