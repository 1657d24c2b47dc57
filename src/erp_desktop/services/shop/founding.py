"""Founding a shop: the empty books, with the shop's name, currency, language and tax.

The file is made whole or not at all: a half-made shop is removed again.
"""

from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from erp_desktop.core import clock, errors
from erp_desktop.core.chain import GENESIS
from erp_desktop.core.money import parts
from erp_desktop.models.books import Books
from erp_desktop.models.database import SCHEMA, SHOP_MARK, Database
from erp_desktop.services.finance.chart import open_chart
from erp_desktop.services.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from sqlalchemy import Connection

# Places of the currencies that do not have two (ISO 4217).
_PLACES = {
    **dict.fromkeys(("JPY", "KRW", "VND", "CLP", "ISK", "XAF", "XOF", "PYG", "UGX", "RWF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}

OUTSIDE = (
    ("~SUPPLIER", "Suppliers", "supplier"),
    ("~CUSTOMER", "Customers", "customer"),
    ("~ADJUSTMENT", "Count differences", "adjustment"),
    ("~SCRAP", "Written off", "scrap"),
    ("~OPENING", "Opening stock", "opening"),
    ("~TRANSIT", "In transit", "transit"),
    ("~PRODUCTION", "Assembling", "production"),
)


@dataclass(frozen=True, slots=True)
class FoundShop:
    """What the first-run page asks."""

    name: str
    currency: str = "CNY"
    language: str = "zh_CN"
    tax: Decimal = Decimal(13)
    prices_include_tax: bool = True
    time_zone: str = ""
    warehouse: str = ""
    valuation: str = "warehouse"  # or "shop": one average for all warehouses, chosen once
    practice: bool = False  # a practice shop can never be mistaken for the real one


def found_shop(place: str, command: FoundShop) -> UnitOfWork:
    """Make a new shop at `place` (a path or a PostgreSQL URL) and open it.

    Raises ShopExists when something is there already, ShopReadOnly or DiskFull when the place
    cannot be written.
    """
    if not command.name.strip():
        raise errors.Missing("name")
    if command.valuation not in {"warehouse", "shop"}:
        raise errors.NotAmong("valuation", command.valuation, "warehouse | shop")
    database = Database(place, new=True)
    if not database.postgres and Path(place).exists():
        raise errors.ShopExists(place)
    work = UnitOfWork(database)
    with ExitStack() as undoing:
        undoing.callback(_remove, database)
        with database.understood():
            make_tables(database)
        work.run(_fill, command)
        undoing.pop_all()
    clock.use_zone(work.read(lambda books: books.setting("time_zone")))
    return work


def _remove(database: Database) -> None:
    """Take away what was half made."""
    database.close()
    if not database.postgres:
        for suffix in ("", "-wal", "-shm"):
            Path(database.place + suffix).unlink(missing_ok=True)


def make_tables(database: Database) -> None:
    """Lay out an empty shop, without a row. Raises ShopExists where a server has one already."""
    if not database.postgres:
        raw = database.engine.raw_connection()
        raw.cursor().execute("PRAGMA journal_mode = WAL")
        raw.close()
    with database.engine.begin() as connection:
        lay_tables(connection, database)


def refuse_tables(connection: "Connection", database: Database) -> None:
    """A server's database that is to take a whole shop is empty. Raises ShopExists,
    DatabaseNotEmpty."""
    found = [
        str(row[0])
        for row in connection.exec_driver_sql(
            "SELECT table_name FROM information_schema.tables "
            "WHERE table_schema = current_schema() ORDER BY table_name"
        )
    ]
    if "ledger_head" in found:
        raise errors.ShopExists(database.called)
    if found:
        raise errors.DatabaseNotEmpty(database.called, found[0])


def lay_tables(connection: "Connection", database: Database) -> None:
    """`make_tables` inside a transaction of the caller's."""
    from erp_desktop.models.search import make_search
    from erp_desktop.models.tables import metadata
    from erp_desktop.models.upgrading import stamp

    if database.postgres:
        present = connection.exec_driver_sql(
            "SELECT count(*) FROM information_schema.tables "
            "WHERE table_schema = current_schema() AND table_name = 'ledger_head'"
        ).scalar()
        if present:
            raise errors.ShopExists(database.called)
    metadata.create_all(connection)
    make_search(connection)
    stamp(connection)
    if not database.postgres:
        connection.exec_driver_sql(f"PRAGMA application_id = {SHOP_MARK}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")


def _fill(books: Books, command: FoundShop) -> None:
    books.run(
        "INSERT INTO ledger_head (id, sequence, document_id, line_id, move_id, entry_id, "
        "journal_id, hash) VALUES (1, 0, 0, 0, 0, 0, 0, ?)",
        (GENESIS,),
    )
    for key, value in _settings(command).items():
        books.put_setting(key, value)
    for code, name, kind in OUTSIDE:
        books.insert("location", code=code, name=name, kind=kind)
    main = command.warehouse or ("门店" if command.language.startswith("zh") else "Shop")
    books.insert("location", code="MAIN", name=main, kind="storage")
    owner = "店主" if command.language.startswith("zh") else "Owner"
    books.insert("user_account", name="owner", full_name=owner, role="owner")
    open_chart(books)


def _settings(command: FoundShop) -> dict[str, str]:
    currency = command.currency.upper()
    return {
        "name": command.name.strip(),
        "currency": currency,
        "money_places": str(_PLACES.get(currency, 2)),
        "language": command.language,
        "tax": str(parts(command.tax, 6)),
        "prices_include_tax": "1" if command.prices_include_tax else "0",
        "time_zone": command.time_zone or _local_zone(),
        "schema": str(SCHEMA),
        "founded_at": str(clock.now()),
        "practice": "1" if command.practice else "0",
        "valuation_scope": command.valuation,
    }


def _local_zone() -> str:
    """The machine's own IANA zone; UTC where it has none (a container)."""
    import tzlocal

    try:
        name: str = tzlocal.get_localzone_name() or "UTC"
    except (LookupError, OSError):
        return "UTC"
    return name
