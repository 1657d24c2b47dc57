"""The shop of a test, on both databases: a file, and a server as shops with several tills have."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import Shop
from erp_desktop.reports.integrity import verify
from shop_proof import assert_books_are_exact


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shop]:
    """A new shop with one product, TEA; its books are proved at the end of every test."""
    if request.param == "sqlite":
        place = str(tmp_path / "corner.shop")
    else:
        place = request.getfixturevalue("postgres_database")
    yield from proved(place)


@pytest.fixture
def local_shop(tmp_path: Path) -> Iterator[Shop]:
    """The same on a file alone, for what does not depend on the database."""
    yield from proved(str(tmp_path / "corner.shop"))


def proved(place: str) -> Iterator[Shop]:
    shop = Shop.found(place)
    shop.product("TEA")
    yield shop
    shop.work.read(assert_books_are_exact)
    assert shop.work.read(verify).differences == []  # the program's own proof agrees
    shop.work.close()
