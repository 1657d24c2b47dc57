"""A shop to import into, on both databases; its books are proved at the end of every test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from builders import Shop
from erp_desktop.exchange.imports.registry import run_import
from erp_desktop.exchange.imports.report import ImportReport
from shop_proof import assert_books_are_exact

Take = Callable[..., ImportReport]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shop]:
    place = (
        str(tmp_path / "corner.shop")
        if request.param == "sqlite"
        else request.getfixturevalue("postgres_database")
    )
    shop = Shop.found(place)
    yield shop
    shop.work.read(assert_books_are_exact)
    shop.work.close()


@pytest.fixture
def take(shop: Shop, tmp_path: Path) -> Take:
    """Import the lines of a CSV file, or a file that is there already."""

    def take(kind: str, source: str | Path, *, encoding: str = "utf-8", **facts: Any) -> Any:
        path = source if isinstance(source, Path) else tmp_path / f"{kind}.csv"
        if isinstance(source, str):
            path.write_bytes(source.encode(encoding))
        return run_import(shop.work, kind, path, **facts)

    return take


def told(report: ImportReport) -> list[tuple[int, str, str, str]]:
    """The problems of a report as row, column, key and suggestion."""
    return [(p.row, p.column, p.problem, p.suggestion) for p in report.problems]
