"""Bringing an older shop up to this program's schema, by the shipped Alembic migrations.

A new shop is made whole from the tables; it is stamped with the newest revision. The schema number
in the file (`user_version`) is the count of revisions, so that a newer file is refused before
Alembic is even imported. SQLite runs a migration in one transaction: it is done or not done, and
with it the number, in the file and (for a server's shop) among the settings. An older program that
meets it afterwards refuses it, and this one does not begin again.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

MIGRATIONS = Path(__file__).parent / "migrations"
NEWEST = "0004"


def stamp(connection: "Connection") -> None:
    """Note in a new shop that it has the newest schema."""
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
    )
    connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{NEWEST}')")  # noqa: S608


def upgrade(engine: "Engine") -> None:
    """Run the migrations a shop does not have yet; foreign keys are checked afterwards."""
    from alembic import command

    with engine.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        raw: Any = connection.connection.dbapi_connection
        if sqlite:
            raw.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                command.upgrade(config(connection), "head")
                _number(connection, sqlite=sqlite)
        finally:
            if sqlite:
                raw.execute("PRAGMA foreign_keys = ON")


def _number(connection: "Connection", *, sqlite: bool) -> None:
    """Write down which schema the shop has now."""
    if sqlite:
        connection.exec_driver_sql(f"PRAGMA user_version = {int(NEWEST)}")
    connection.exec_driver_sql(
        f"UPDATE setting SET value = '{int(NEWEST)}' WHERE key = 'schema'"  # noqa: S608
    )


def config(connection: "Connection") -> Any:
    """Alembic's settings for one connection."""
    from alembic.config import Config

    found = Config()
    found.set_main_option("script_location", str(MIGRATIONS))
    found.attributes["connection"] = connection
    return found
