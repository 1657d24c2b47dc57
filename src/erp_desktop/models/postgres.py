"""What PostgreSQL does differently, kept out of everybody's way."""

from typing import Any

from psycopg.adapt import Buffer, Loader


class WholeNumber(Loader):
    """A NUMERIC that is the SUM of whole numbers is read as a whole number."""

    def load(self, data: Buffer) -> int:
        return int(bytes(data))


def read_sums_whole(connection: Any) -> None:
    """Make one connection read NUMERIC as whole numbers; the shop has no other NUMERIC."""
    connection.adapters.register_loader("numeric", WholeNumber)
