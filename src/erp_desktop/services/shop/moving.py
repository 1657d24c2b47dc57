"""A shop moves between a server and a file: whole, proved, or not at all."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from erp_desktop.models.books import Books
from erp_desktop.models.database import Database
from erp_desktop.services.catalogue.search import index_products
from erp_desktop.services.shop.founding import lay_tables, make_tables, refuse_tables
from erp_desktop.services.unit_of_work import UnitOfWork, open_shop

if TYPE_CHECKING:
    from sqlalchemy import Connection


def server_to_file(server: Database, file: Path) -> None:
    """Write the shop of a server into a new file, as it stands at this moment."""
    from erp_desktop.models.copying import copy_tables

    copy = Database(str(file), new=True)
    try:
        with copy.understood():
            make_tables(copy)
            with copy.engine.connect() as connection:
                raw: Any = connection.connection.dbapi_connection
                raw.execute("PRAGMA foreign_keys = OFF")  # rows come before what they rest on
                with connection.begin():
                    copy_tables(server.engine, connection)
                    _index(connection, postgres=False)
                raw.execute("PRAGMA foreign_keys = ON")
            _fold(copy)
    finally:
        copy.close()


def shop_to_server(
    file: Path, place: str, proof: Callable[[UnitOfWork], None],
    told: Callable[[int, int], None] | None = None,
) -> None:  # fmt: skip
    """Fill a server's empty database with the shop of a file, and prove it there.

    `told` hears (tables copied, of how many); what it raises leaves the database empty. Raises
    ShopExists when a shop is there, DatabaseNotEmpty when something else is, ServerUnreachable,
    ShopDamaged (then nothing stays).
    """
    from erp_desktop.models.copying import copy_tables

    source, target = Database(str(file)), Database(place, new=True)
    with ExitStack() as closing, target.understood():
        closing.callback(source.close)
        closing.callback(target.close)
        with target.engine.begin() as connection:
            refuse_tables(connection, target)
            lay_tables(connection, target)
            copy_tables(source.engine, connection, told)
            _index(connection, postgres=True)
        with ExitStack() as undoing:
            undoing.callback(_take_away, target)
            work = open_shop(place)
            closing.callback(work.close)
            proof(work)
            undoing.pop_all()


def _index(connection: "Connection", *, postgres: bool) -> None:
    """Make the products findable: the index is derived and does not travel."""
    books = Books(connection.connection.dbapi_connection, postgres=postgres)
    index_products(books, [row[0] for row in books.rows("SELECT id FROM product ORDER BY id")])


def _fold(copy: Database) -> None:
    """One file is the whole shop: nothing stays beside it in a log."""
    with copy.engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _take_away(target: Database) -> None:
    """Leave a server's database as empty as it was."""
    from erp_desktop.models.tables import metadata

    with target.engine.begin() as connection:
        metadata.drop_all(connection)
        for name in ("product_search", "alembic_version"):
            connection.exec_driver_sql(f"DROP TABLE {name}")
