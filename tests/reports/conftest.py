"""What the tests of the reports share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import Shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop.found(tmp_path / "corner.shop")
    shop.product("TEA", price="20")
    yield shop
    shop.work.close()
