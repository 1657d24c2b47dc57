"""`Books`: one open transaction on the shop's database, spoken to in plain SQL.

Posting is set-wise and must cost hardly more than the rows it writes; lists and reports are
questions to the database. Both are plain SQL with `?` placeholders that runs on SQLite and
PostgreSQL alike, on the connection that the unit of work (or a reader) opened. Amounts here are
whole parts (`core.money`), instants and days are whole numbers (`core.clock`).

Importing this module does not import SQLAlchemy: the first window reads its rows without waiting
for it (docs/decisions/0002-plain-sql-on-the-posting-path.md).
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from erp_desktop.core import money

Row = tuple[Any, ...]
MANY = 2_000  # rows of a long answer fetched at a time
AT_ONCE = 10_000  # values named in one question: no database takes as many as one likes


@lru_cache(maxsize=2048)
def _for_postgres(sql: str) -> str:
    return sql.replace("%", "%%").replace("?", "%s")


class Books:
    """Reads and writes inside one transaction; it never begins, commits or rolls back."""

    def __init__(
        self,
        connection: Any,
        *,
        postgres: bool = False,
        user_id: int | None = None,
        till: str = "",
        known: dict[str, Any] | None = None,
    ) -> None:
        self._cursor = connection.cursor()
        self.postgres = postgres
        self.user_id = user_id
        self.till = till  # the till this is done at, where it is one
        # What never changes once written (ids of accounts, kinds of places): kept by the database
        # object across transactions.
        self.known: dict[str, Any] = {} if known is None else known
        self._settings: dict[str, str] | None = None
        self._minor = 0

    def _execute(self, sql: str, params: Sequence[Any]) -> Any:
        if self.postgres:
            return self._cursor.execute(_for_postgres(sql), params or None)
        return self._cursor.execute(sql, params)

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """All rows of a question."""
        found: list[Row] = self._execute(sql, params).fetchall()
        return found

    def among(
        self, sql: str, values: Sequence[Any], before: Sequence[Any] = (), after: Sequence[Any] = ()
    ) -> list[Row]:
        """The rows of a question about any number of values, for whose placeholders `{}` stands;
        `before` and `after` are what it asks beside them. Its order is that within the portions."""
        found: list[Row] = []
        for first in range(0, len(values), AT_ONCE):
            some = list(values[first : first + AT_ONCE])
            asked = sql.replace("{}", marks(some))
            found += self.rows(asked, [*before, *some * sql.count("{}"), *after])
        return found

    def each(self, sql: str, params: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows of a long answer, never all in memory; ask nothing else meanwhile."""
        cursor = self._execute(sql, params)
        while some := cursor.fetchmany(MANY):
            yield from some

    def interrupt(self) -> None:
        """Stop the question that another thread is asking here; it fails there."""
        connection = self._cursor.connection
        if self.postgres:
            connection.cancel()
        else:
            connection.interrupt()

    def row(self, sql: str, params: Sequence[Any] = ()) -> Row | None:
        """The first row, or None."""
        found: Row | None = self._execute(sql, params).fetchone()
        return found

    def value(self, sql: str, params: Sequence[Any] = ()) -> Any:
        """The first column of the first row, or None."""
        found = self._execute(sql, params).fetchone()
        return None if found is None else found[0]

    def run(self, sql: str, params: Sequence[Any] = ()) -> int:
        """Execute one statement; how many rows it touched."""
        return int(self._execute(sql, params).rowcount)

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Execute one statement for each row of values."""
        batch = rows if isinstance(rows, list) else list(rows)
        if batch:
            self._cursor.executemany(_for_postgres(sql) if self.postgres else sql, batch)

    def insert(self, table: str, **values: Any) -> int:
        """Insert one row of master data and tell its id."""
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        sql = f"INSERT INTO {table} ({names}) VALUES ({marks}) RETURNING id"  # noqa: S608
        return int(self.value(sql, list(values.values())))

    def update(self, table: str, row_id: int, **values: Any) -> int:
        """Change columns of one row by its id."""
        sets = ", ".join(f"{name} = ?" for name in values)
        sql = f"UPDATE {table} SET {sets} WHERE id = ?"  # noqa: S608
        return self.run(sql, [*values.values(), row_id])

    # -- the shop's settings, read once a transaction ------------------------------------------

    @property
    def settings(self) -> dict[str, str]:
        if self._settings is None:
            short = "SELECT key, value FROM setting WHERE key NOT LIKE '~%'"
            self._settings = dict(self.rows(short))
        return self._settings

    def setting(self, key: str, default: str = "") -> str:
        return self.settings.get(key, default)

    def long_setting(self, key: str) -> str:
        """A setting whose key begins with ~: long, so it is not read with the others."""
        return self.value("SELECT value FROM setting WHERE key = ?", (key,)) or ""

    def put_setting(self, key: str, value: str) -> None:
        """Keep a setting of the shop (an empty text removes nothing: it is a value)."""
        self.run(
            "INSERT INTO setting (key, value) VALUES (?, ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )
        self.settings[key] = value

    @property
    def money_places(self) -> int:
        """Places of the shop's currency (2 for CNY)."""
        return int(self.setting("money_places", "2"))

    @property
    def minor(self) -> int:
        """The currency's minor unit in money parts."""
        if not self._minor:
            self._minor = money.minor_unit(self.money_places)
        return self._minor

    def amount(self, value: Decimal) -> int:
        """An amount that somebody states, in money parts. Raises TooManyPlaces where the currency
        has no coin that small."""
        return money.in_coins(money.money_parts(value), self.minor)

    @property
    def tax_included(self) -> bool:
        """Do the shop's sale prices contain the tax?"""
        return self.setting("prices_include_tax", "1") == "1"

    @property
    def closed_through(self) -> int:
        """The last day of the closed periods, 0 when none is closed."""
        return int(self.setting("closed_through", "0"))


def marks(values: Sequence[Any]) -> str:
    """Placeholders for an IN list."""
    return ", ".join("?" * len(values))
