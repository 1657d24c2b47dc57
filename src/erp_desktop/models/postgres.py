"""What PostgreSQL does differently, kept out of everybody's way."""

from typing import Any, Final

from psycopg.adapt import Buffer, Loader
from sqlalchemy import Connection, Engine, create_engine, event

from erp_desktop.core.server_address import passfile

# A server that does not answer is noticed within seconds, not when the network gives up.
PATIENCE: Final = {
    "connect_timeout": 5, "keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}  # fmt: skip

# Each change holds the head of the ledgers: the transaction that held it last is written on its row
_LAST: Final = "SELECT CASE WHEN xmax::text = '0' THEN xmin::text ELSE xmax::text END"
HEAD_MARK: Final = f"{_LAST} FROM ledger_head WHERE id = 1"
HOLD_HEAD: Final = (
    f"{_LAST}, pg_current_xact_id()::xid::text FROM ledger_head WHERE id = 1 FOR UPDATE"
)

LEAST_WAIT: Final = 10  # milliseconds; 0 would mean for ever


def wait_at_most(milliseconds: int) -> str:
    """The sentence that bounds how long this transaction waits for another one."""
    return f"SET LOCAL lock_timeout = '{max(milliseconds, LEAST_WAIT)}ms'"


class WholeNumber(Loader):
    """A NUMERIC that is the SUM of whole numbers is read as a whole number."""

    def load(self, data: Buffer) -> int:
        return int(bytes(data))


def read_sums_whole(connection: Any) -> None:
    """Make one connection read NUMERIC as whole numbers; the shop has no other NUMERIC."""
    connection.adapters.register_loader("numeric", WholeNumber)


def one_state(engine: Engine) -> Connection:
    """A connection all of whose questions see the books as they were at the first: a server's
    usual way shows each question what others have posted since, and a proof of the books would
    find differences that there never were."""
    return engine.connect().execution_options(
        isolation_level="REPEATABLE READ", postgresql_readonly=True
    )


def make_engine(url: str) -> Engine:
    """The engine for a shop on a server. A password that is remembered here is used by itself."""
    known = {"passfile": str(passfile())} if passfile().is_file() else {}
    engine = create_engine(url, pool_pre_ping=True, connect_args={**PATIENCE, **known})

    @event.listens_for(engine, "connect")
    def _whole_sums(connection: Any, _record: Any) -> None:
        # SUM of whole numbers is NUMERIC there; the books know only whole numbers.
        read_sums_whole(connection)

    return engine
