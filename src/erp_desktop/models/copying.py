"""A whole shop carried from one database to another: from a server to a file, and back.

Every table goes over as it stands, in the order in which they rest on one another. A server is read
in one transaction (REPEATABLE READ), so that the copy shows one moment while the tills go on; what
is written is one transaction too: a copy that was stopped is none.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, Table

AT_ONCE: Final = 2_000  # rows that are under way together
HEAVY_AT_ONCE: Final = 4  # of those with files or pictures in them


def copy_tables(
    source: "Engine", target: "Connection", told: Callable[[int, int], None] | None = None
) -> None:
    """Copy every row of every table into the same tables of `target`, which are empty.

    `told` hears (tables copied, of how many); what it raises stops the copy.
    """
    from erp_desktop.models.tables import metadata

    tables = metadata.sorted_tables
    with _one_moment(source) as connection:
        for done, table in enumerate(tables):
            if told is not None:
                told(done, len(tables))
            _put(target, table, _rows(connection, table))


def _one_moment(engine: "Engine") -> "Connection":
    if engine.dialect.name == "sqlite":
        return engine.connect()
    reading = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    return engine.connect().execution_options(**reading)


def _rows(connection: "Connection", table: "Table") -> Iterator[Sequence[Any]]:
    """The rows as the database keeps them, without the types that the program reads them by."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    order = ", ".join(f'"{column.name}"' for column in table.primary_key)
    many = HEAVY_AT_ONCE if _heavy(table) else AT_ONCE
    found = connection.execution_options(stream_results=True, yield_per=many).exec_driver_sql(
        f'SELECT {names} FROM "{table.name}" ORDER BY {order}'  # noqa: S608
    )
    with found:
        for some in found.partitions(many):
            yield from some


def _heavy(table: "Table") -> bool:
    from sqlalchemy import LargeBinary

    return any(isinstance(column.type, LargeBinary) for column in table.columns)


def _put(target: "Connection", table: "Table", rows: Iterator[Sequence[Any]]) -> None:
    raw: Any = target.connection.dbapi_connection
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    if target.dialect.name == "sqlite":
        held = ", ".join("?" for _ in table.columns)
        raw.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({held})', rows)  # noqa: S608
        return
    flags = _flags(table)
    with raw.cursor() as cursor:
        with cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row([
                    bool(value) if at in flags and value is not None else value
                    for at, value in enumerate(row)
                ])  # fmt: skip
        _go_on_numbering(cursor, table)


def _flags(table: "Table") -> set[int]:
    """The places of the columns that are yes or no: a file keeps 1 and 0."""
    from sqlalchemy import Boolean

    return {at for at, column in enumerate(table.columns) if isinstance(column.type, Boolean)}


def _go_on_numbering(cursor: Any, table: "Table") -> None:
    """New rows are numbered behind those that came."""
    for column in table.primary_key:
        sequence = cursor.execute(
            "SELECT pg_get_serial_sequence(%s, %s)", (table.name, column.name)
        ).fetchone()[0]
        if sequence is not None:
            cursor.execute(
                f'SELECT setval(%s, MAX("{column.name}")) FROM "{table.name}" '  # noqa: S608
                f'HAVING MAX("{column.name}") IS NOT NULL',
                (sequence,),
            )
