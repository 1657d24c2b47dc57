"""Where a shop lives on a server: host, port, database, user, and the URL made of them.

The URL is the one that SQLAlchemy understands (`postgresql+psycopg://…`) and that `--shop` takes.
Passwords are not part of what is remembered: they lie in a file of PostgreSQL's own form (passfile,
one line for each server), in the folder of this person's settings, readable by nobody else.
"""

from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import parse_qs, quote, unquote, urlsplit

from erp_desktop.core.last_shop import config_folder

SCHEME: Final = "postgresql+psycopg"
PORT: Final = 5432


class ServerAddress(NamedTuple):
    """A database on a server. `host` may be a folder with the server's socket."""

    host: str
    database: str
    user: str
    port: int = PORT
    password: str = ""

    def url(self) -> str:
        """The place of the shop, with the password if there is one."""
        secret = f":{quote(self.password, safe='')}" if self.password else ""
        person = f"{quote(self.user, safe='')}{secret}@" if self.user else ""
        database = quote(self.database, safe="")
        if self.host.startswith("/"):
            return f"{SCHEME}://{person}/{database}?host={quote(self.host)}"
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORT else f":{self.port}"
        return f"{SCHEME}://{person}{host}{port}/{database}"

    def called(self) -> str:
        """How people name it: the database and the computer it is on."""
        host = "localhost" if self.host.startswith("/") else self.host
        return f"{self.database} @ {host}"


def read_address(url: str) -> ServerAddress | None:
    """The parts of a server's URL; None for what is none (a path, a wrong port)."""
    parts = urlsplit(url.strip())
    if not parts.scheme.startswith("postgres"):
        return None
    try:
        port = parts.port or PORT
    except ValueError:
        return None
    host = parts.hostname or (parse_qs(parts.query).get("host") or ["localhost"])[0]
    return ServerAddress(
        host, unquote(parts.path.lstrip("/")), unquote(parts.username or ""), port,
        unquote(parts.password or ""),
    )  # fmt: skip


def passfile() -> Path:
    """The file with the passwords that a person wanted to be remembered here."""
    return config_folder() / "server-passwords"


def remember_password(address: ServerAddress) -> None:
    """Keep the password of a server, and forget the one kept before for the same.

    An empty password only forgets. Raises OSError when the file cannot be written.
    """
    kept = [line for line in _lines() if not line.startswith(f"{_key(address)}:")]
    if address.password:
        kept.append(f"{_key(address)}:{_escaped(address.password)}")
    file = passfile()
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".new")
    draft.touch(mode=0o600)
    draft.write_text("".join(f"{line}\n" for line in kept), "utf-8")
    draft.replace(file)


def password_kept(address: ServerAddress) -> bool:
    """Whether a password of this server is remembered here."""
    return any(line.startswith(f"{_key(address)}:") for line in _lines())


def _lines() -> list[str]:
    with suppress(OSError, UnicodeDecodeError):
        return passfile().read_text("utf-8").splitlines()
    return []


def _key(address: ServerAddress) -> str:
    parts = (address.host, str(address.port), address.database, address.user)
    return ":".join(_escaped(part) for part in parts)


def _escaped(word: str) -> str:
    """A word in a passfile: its backslashes and colons are marked with a backslash."""
    return word.replace("\\", "\\\\").replace(":", "\\:")
