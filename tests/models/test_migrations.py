"""A shop brought up by the migrations is the same as a shop made today."""

import gzip
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from builders import D, Shop
from erp_desktop.core.errors import ShopTooNew
from erp_desktop.models.database import SCHEMA, Database, connect_sqlite
from erp_desktop.models.tables import metadata
from erp_desktop.models.upgrading import MIGRATIONS, NEWEST, upgrade
from erp_desktop.reports.integrity import verify
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.unit_of_work import open_shop

HERE = Path(__file__).parent
LEDGERS = ("stock_move", "stock_value_entry", "journal_line", "document_line")


def schema(path: Path) -> set[tuple[str, str, tuple[str, ...]]]:
    """Every table and index with its columns."""
    inspector = sa.inspect(sa.create_engine(f"sqlite:///{path}"))
    found = set()
    for table in inspector.get_table_names():
        found.add(("table", table, tuple(sorted(str(c) for c in inspector.get_columns(table)))))
        for index in inspector.get_indexes(table):
            found.add(("index", str(index["name"]), tuple(map(str, index["column_names"]))))
        for check in inspector.get_check_constraints(table):
            found.add(("check", str(check["name"]), ()))
        for key in inspector.get_foreign_keys(table):
            found.add(("key", str(key["name"]), tuple(key["referred_columns"])))
    return found


def test_migrating_an_empty_file_makes_todays_tables(tmp_path: Path) -> None:
    made = Shop.found(tmp_path / "made.shop")
    made.work.close()
    migrated = Database(str(tmp_path / "migrated.shop"), new=True)
    upgrade(migrated.engine)
    migrated.close()
    assert schema(tmp_path / "migrated.shop") == schema(tmp_path / "made.shop")


def test_models_and_migrations_do_not_drift_apart(tmp_path: Path) -> None:
    database = Database(str(tmp_path / "migrated.shop"), new=True)
    upgrade(database.engine)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: "product_search" not in str(name)},
        )
        assert compare_metadata(context, metadata) == []
    database.close()


def test_a_shop_of_the_first_version_is_brought_up_and_proves_its_books(tmp_path: Path) -> None:
    """LEDGER: nothing that was posted is changed, also not by a new version of the program."""
    old = tmp_path / "old.shop"
    old.write_bytes(gzip.decompress((HERE / "shop-of-0.1.sqlite.gz").read_bytes()))
    work = open_shop(str(old))
    try:
        proof = work.read(verify)
        assert proof.differences == []
        assert proof.ok
        assert proof.checked["documents"] == 14
        roles = {row[0] for row in work.read(lambda books: books.rows("SELECT role FROM account"))}
        assert roles == {str(role) for role in Role}
    finally:
        work.close()
    made = Shop.found(tmp_path / "made.shop")
    made.work.close()
    assert schema(old) == schema(tmp_path / "made.shop")


def test_a_shop_of_the_second_version_keeps_every_row_and_proves_its_books(tmp_path: Path) -> None:
    """A shop with stock in depth: lots, layers, bins, late bills, changed methods."""
    old = tmp_path / "old.shop"
    old.write_bytes(gzip.decompress((HERE / "shop-of-0.2.sqlite.gz").read_bytes()))
    work = open_shop(str(old))
    try:
        proof = work.read(verify)
        assert proof.differences == []
        assert proof.checked["documents"] == 40
        partners = "SELECT code, price_level_id, credit_limit, tags FROM partner ORDER BY id"
        told = work.read(lambda books: books.rows(partners))
        assert [tuple(row) for row in told] == [("ACME", None, None, ""), ("ZHOU", None, None, "")]
    finally:
        work.close()
    made = Shop.found(tmp_path / "made.shop")
    made.work.close()
    assert schema(old) == schema(tmp_path / "made.shop")


def test_a_shop_of_the_fourth_version_keeps_prices_and_proves_its_books(tmp_path: Path) -> None:
    """A shop with price levels, agreed prices, credit limits, pieces, bins and expenses."""
    old = tmp_path / "old.shop"
    old.write_bytes(gzip.decompress((HERE / "shop-of-0.4.sqlite.gz").read_bytes()))
    raw = connect_sqlite(old)
    ledgers = {table: raw.execute(f"SELECT * FROM {table}").fetchall() for table in LEDGERS}
    raw.close()
    work = open_shop(str(old))
    try:
        proof = work.read(verify)
        assert proof.differences == []
        assert proof.checked["documents"] == 17
        for table, rows in ledgers.items():
            now = work.read(lambda books, table=table: books.rows(f"SELECT * FROM {table}"))
            assert [tuple(row) for row in now] == [tuple(row) for row in rows]
        agreed = work.read(lambda books: books.rows("SELECT price FROM partner_price"))
        assert [row[0] for row in agreed] == [55_000_000]
    finally:
        work.close()
    made = Shop.found(tmp_path / "made.shop")
    made.work.close()
    assert schema(old) == schema(tmp_path / "made.shop")


def test_what_a_shop_wide_average_stands_at_in_each_warehouse_is_reckoned_anew(
    tmp_path: Path,
) -> None:
    """Of 0.2 a warehouse that was short stood at nothing, and its value at the others (L-1)."""
    old = tmp_path / "whole.shop"
    old.write_bytes(gzip.decompress((HERE / "whole-shop-of-0.2.sqlite.gz").read_bytes()))
    raw = connect_sqlite(old)
    ledgers = {table: raw.execute(f"SELECT * FROM {table}").fetchall() for table in LEDGERS}
    raw.close()
    shop = Shop(open_shop(str(old)))
    told = {
        sku: [shop.stock_value(sku, place) for place in ("MAIN", "BACK")]
        for sku in ("TEA", "CUP", "MUG")
    }
    assert told == {"TEA": [D(90), D(-50)], "CUP": [D(90), D(-50)], "MUG": [D(9), D(6)]}
    assert shop.work.read(verify).differences == []
    for table, rows in ledgers.items():
        now = shop.work.read(lambda books, table=table: books.rows(f"SELECT * FROM {table}"))
        assert [tuple(row)[: len(rows[0])] for row in now] == [tuple(row) for row in rows]
    shop.work.close()


@pytest.mark.parametrize("version", ["shop-of-0.1", "shop-of-0.2", "shop-of-0.4"])
def test_a_shop_is_brought_up_once_and_older_programs_refuse_it_from_then_on(
    tmp_path: Path, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old.shop"
    old.write_bytes(gzip.decompress((HERE / f"{version}.sqlite.gz").read_bytes()))
    open_shop(str(old)).close()
    with connect_sqlite(old) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        told = raw.execute("SELECT value FROM setting WHERE key = 'schema'").fetchone()
        assert told == (str(SCHEMA),)
    raw.close()
    again: list[object] = []
    monkeypatch.setattr("erp_desktop.models.upgrading.upgrade", again.append)
    open_shop(str(old)).close()
    assert again == []
    monkeypatch.setattr("erp_desktop.models.database.SCHEMA", SCHEMA - 1)
    with pytest.raises(ShopTooNew):
        open_shop(str(old))


def test_a_servers_shop_is_brought_up_once(postgres_database: str) -> None:
    Shop.found(postgres_database).work.close()
    database = Database(postgres_database)
    with database.engine.begin() as connection:  # as a shop of the version before stands there
        connection.exec_driver_sql(
            f"UPDATE setting SET value = '{SCHEMA - 1}' WHERE key = 'schema'"
        )
    assert database.check() == SCHEMA - 1
    database.close()
    open_shop(postgres_database).close()
    brought_up = Database(postgres_database)
    assert brought_up.check() == SCHEMA
    brought_up.close()


def test_the_schema_number_is_the_count_of_revisions(tmp_path: Path) -> None:
    revisions = sorted((MIGRATIONS / "versions").glob("0*.py"))
    assert len(revisions) == SCHEMA
    assert revisions[-1].name.startswith(NEWEST)
    shop = Shop.found(tmp_path / "made.shop")
    shop.work.close()
    with connect_sqlite(tmp_path / "made.shop") as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    connection.close()
