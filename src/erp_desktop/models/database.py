"""Where a shop lives: one SQLite file, or a PostgreSQL server when there are several tills.

Every writing transaction on SQLite begins with BEGIN IMMEDIATE, because the default mode loses
updates silently when two tills write at once; WAL lets lists be read while a document is posted,
and `synchronous=FULL` keeps a posted sale through a power cut. The file carries its own mark
(`application_id`) and schema number (`user_version`), so that a wrong or newer file is refused
with a clear word before anything touches it.
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import RLock, get_ident
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Final

from erp_desktop.core import errors
from erp_desktop.core.last_shop import without_password

if TYPE_CHECKING:
    from sqlalchemy import Engine

SHOP_MARK: Final = 0x45525053  # "ERPS"
SCHEMA: Final = 4
BUSY_MILLISECONDS: Final = 15_000
ASKING_SECONDS: Final = 0.001  # how often whoever waits to write asks for the turn …
GIVING_WAY_SECONDS: Final = 0.004  # … and how long one who writes without a pause gives way, …
AT_A_STRETCH_SECONDS: Final = 0.25  # … after so long
READING_KILOBYTES: Final = (
    8_192  # each thread that reads has its own; the system caches the file too
)

_PRAGMAS: Final = (
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
)


class Database:
    """One shop's database: knows how to connect, and what a failure of the file means."""

    def __init__(self, place: str, *, new: bool = False) -> None:
        self.place = place
        self.new = new
        self.postgres = place.startswith("postgresql")
        self.known: dict[str, Any] = {}
        self._engine: Engine | None = None
        self._readers: dict[int, sqlite3.Connection] = {}  # one for each thread that asks
        self._writer: sqlite3.Connection | None = None
        self._one_at_a_time = RLock()
        self._wrote_at = self._writing_since = 0.0
        self._seen = ""  # the books as this program left or saw them

    @property
    def path(self) -> Path:
        return Path(self.place)

    @property
    def called(self) -> str:
        """The place as it may be told: a server's address without its password."""
        return without_password(self.place)

    @property
    def engine(self) -> "Engine":
        if self._engine is None:
            self._engine = (
                _server(self.place) if self.postgres else _sqlite(self.path, new=self.new)
            )
        return self._engine

    def close(self) -> None:
        """Let go of every connection (the WAL is folded back into the file)."""
        for reader in self._readers.values():
            reader.close()
        self._readers.clear()
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    @contextmanager
    def writing(self, milliseconds: int = BUSY_MILLISECONDS) -> Iterator[Any]:
        """A connection for one change, its transaction begun but not ended.

        While somebody else writes it waits so long, then it is refused (on a server the unit of
        work says how long).

        A file has one writer at a time, so one connection is kept, and it is a plain one: nobody
        waits for SQLAlchemy to be loaded before the first sale.
        """
        if self.postgres:
            with closing(self.engine.raw_connection()) as pooled:
                yield pooled.dbapi_connection
            return
        with self._ours_alone(milliseconds):
            if self._writer is None:
                self._writer = connect_sqlite(self.path, new=self.new)
                self._writer.execute("PRAGMA busy_timeout = 0")
            self._give_way()
            _begin_in_turn(self._writer, milliseconds)
            try:
                yield self._writer
            finally:
                self._wrote_at = monotonic()

    @contextmanager
    def _ours_alone(self, milliseconds: int) -> Iterator[None]:
        """One thread of this program at a time; another one's writing is waited for no longer than
        another program's."""
        if not self._one_at_a_time.acquire(timeout=milliseconds / 1000):
            raise errors.ShopBusy(self.called)
        try:
            yield
        finally:
            self._one_at_a_time.release()

    def _give_way(self) -> None:
        """A program that posts without a pause makes one now and then, so that others get their
        turn at the file (LEDGER L-84)."""
        now = monotonic()
        if now - self._wrote_at > GIVING_WAY_SECONDS:
            self._writing_since = now
        elif now - self._writing_since > AT_A_STRETCH_SECONDS:
            sleep(GIVING_WAY_SECONDS)
            self._writing_since = monotonic()

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """A connection in a read transaction of its own: all questions see one state."""
        if self.postgres:
            from erp_desktop.models.postgres import one_state

            with one_state(self.engine) as connection:
                yield connection.connection.dbapi_connection
            return
        reader = self._readers.get(get_ident())
        if reader is None:
            reader = self._readers[get_ident()] = connect_sqlite(self.path)
            reader.execute(f"PRAGMA cache_size = -{READING_KILOBYTES}")
            reader.execute("PRAGMA query_only = ON")
            reader.execute("PRAGMA temp_store = FILE")  # a sort of a million rows is not memory's
        if reader.in_transaction:  # a question within a question sees the same state
            yield reader
            return
        reader.execute("BEGIN")
        try:
            yield reader
        finally:
            with suppress(sqlite3.OperationalError):  # a fault may have ended it already
                reader.execute("COMMIT")

    def seen(self, mark: str, before: str) -> None:
        """We hold the books of a server for a change: what stood there `before`, and our mark."""
        if before == self._seen:
            self._seen = mark

    def others_wrote(self) -> bool:
        """Whether another program changed the shop since this was asked last.

        SQLite counts the changes of other connections; on a server the head of the ledgers carries
        the transaction that held it last. Changes of this database's own do not count.
        """
        with self.understood():
            now = self._mark_of_server() if self.postgres else self._mark_of_file()
        before, self._seen = self._seen, now
        return before not in {"", now}

    def _mark_of_file(self) -> str:
        with self._one_at_a_time:
            if self._writer is None:
                self._writer = connect_sqlite(self.path)
            return str(self._writer.execute("PRAGMA data_version").fetchone()[0])

    def _mark_of_server(self) -> str:
        from erp_desktop.models.postgres import HEAD_MARK

        with self.reading() as raw:
            return str(raw.execute(HEAD_MARK).fetchone()[0])

    def check(self) -> int:
        """The shop's schema number; refuses what is not a shop of this or an older schema."""
        if self.postgres:
            return self._check_server()
        if not self.path.is_file():
            raise errors.ShopMissing(self.place)
        with self.understood():
            probe = connect_sqlite(self.path)
            try:
                mark = probe.execute("PRAGMA application_id").fetchone()[0]
                version = probe.execute("PRAGMA user_version").fetchone()[0]
                tables = _tables_read(probe) if mark == SHOP_MARK else set()
            finally:
                probe.close()
        if mark != SHOP_MARK:
            raise errors.NotAShop(self.place)
        if version > SCHEMA:
            raise errors.ShopTooNew(self.place, version, SCHEMA)
        if version == SCHEMA and not tables >= _NEEDED:
            raise errors.ShopDamaged(self.place, "tables are missing")
        return int(version)

    def _check_server(self) -> int:
        with self.understood(), self.engine.connect() as connection:
            known = connection.exec_driver_sql(
                "SELECT to_regclass('ledger_head'), to_regclass('setting')"
            ).one()
            if None in known:
                raise errors.NotAShop(self.called)
            version = int(
                connection.exec_driver_sql(
                    "SELECT value FROM setting WHERE key = 'schema'"
                ).scalar_one()
            )
        if version > SCHEMA:
            raise errors.ShopTooNew(self.called, version, SCHEMA)
        return version

    @contextmanager
    def understood(self) -> Iterator[None]:
        """Turn the database's own failures into refusals that name what happened."""
        try:
            yield
        except _failures() as fault:
            meant = self._meaning(fault)
            if meant is None:
                raise
            raise meant from fault
        except OverflowError as fault:
            raise errors.AmountTooLarge from fault

    def _meaning(self, fault: Exception) -> errors.RuleBroken | None:
        cause = getattr(fault, "orig", None) or fault
        if isinstance(cause, sqlite3.Error):
            return _sqlite_meaning(str(cause), self.place)
        if type(cause).__name__ == "NumericValueOutOfRange":
            return errors.AmountTooLarge()
        if type(cause).__name__ == "LockNotAvailable":
            return errors.ShopBusy(self.called)
        if type(cause).__name__ == "DiskFull":
            return errors.DiskFull(self.called)
        if type(cause).__module__.startswith("psycopg") and type(cause).__name__ in {
            "OperationalError",
            "ConnectionTimeout",
            "AdminShutdown",
        }:
            return errors.ServerUnreachable(self.called, str(cause).split("\n")[0])
        return None


def _begin_in_turn(raw: sqlite3.Connection, milliseconds: int) -> None:
    """Begin to write as soon as nobody else does, if that is within this time.

    SQLite's own waiting asks ten times a second: beside a program that posts a long file it misses
    the moment between two postings until the patience is over. Asking costs microseconds.
    """
    until = monotonic() + milliseconds / 1000
    while True:
        try:
            raw.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as fault:
            if "locked" not in str(fault) or monotonic() > until:
                raise
            sleep(ASKING_SECONDS)
        else:
            return


def _failures() -> tuple[type[Exception], ...]:
    """The database errors that can occur, of the libraries that are loaded by now."""
    kinds: list[type[Exception]] = [sqlite3.Error]
    if "sqlalchemy" in sys.modules:
        from sqlalchemy.exc import DBAPIError

        kinds.append(DBAPIError)
    if "psycopg" in sys.modules:
        from psycopg import Error

        kinds.append(Error)
    return tuple(kinds)


_MEANINGS: Final[tuple[tuple[str, type[errors.RuleBroken]], ...]] = (
    ("not a database", errors.NotAShop),
    ("readonly", errors.ShopReadOnly),
    ("full", errors.DiskFull),
    ("disk i/o", errors.DiskFull),
    ("locked", errors.ShopBusy),
    ("unable to open", errors.ShopReadOnly),
)


def _sqlite_meaning(said: str, place: str) -> errors.RuleBroken | None:
    if "malformed" in said or "corrupt" in said:
        return errors.ShopDamaged(place, said)
    for word, refusal in _MEANINGS:
        if word in said.lower():
            return refusal(place)
    return None


_NEEDED: Final = frozenset({"document", "ledger_head", "setting", "stock_move", "stock_balance"})


def _tables_read(connection: sqlite3.Connection) -> set[str]:
    """The tables, after a look into each: a damaged one says so before a window opens on it."""
    names = {
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_master "
            "WHERE type = 'table' AND name NOT LIKE 'product_search%'"
        )
    }
    for name in names:
        connection.execute(f'SELECT * FROM "{name}" LIMIT 1').fetchone()  # noqa: S608
    return names


def connect_sqlite(path: Path, *, new: bool = False) -> sqlite3.Connection:
    """A plain connection with the shop's pragmas; transactions are begun by hand.

    Only a `new` shop makes a file: asking a shop that was moved away must not leave an empty one.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={'rwc' if new else 'rw'}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    return connection


def _sqlite(path: Path, *, new: bool) -> "Engine":
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import QueuePool

    engine = create_engine(
        "sqlite://", creator=lambda: connect_sqlite(path, new=new), poolclass=QueuePool, pool_size=2
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.connection.dbapi_connection.execute("BEGIN IMMEDIATE")

    return engine


def _server(url: str) -> "Engine":
    from erp_desktop.models.postgres import make_engine  # psycopg is not loaded for a file

    return make_engine(url)
