"""A PostgreSQL server of the tests' own, made in seconds and thrown away afterwards.

It lives in one temporary folder, speaks over a socket in that folder only, and does not wait for
the disk. The server program refuses to run as root, so there it runs as `nobody`.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

ENCODING = ("--encoding", "UTF8", "--no-locale")
SPEED_BEFORE_SAFETY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
SMALL = ("max_connections=30", "shared_buffers=32MB", "jit=off")
PATIENCE_SECONDS = 60


def server_program(name: str) -> Path | None:
    """Where `initdb` or `postgres` is, the newest of several; None when it is not installed."""
    folders = Path("/usr/lib/postgresql").glob(f"*/bin/{name}")
    newest = sorted(folders, key=lambda p: float(p.parts[-3]))
    on_path = shutil.which(name)
    return newest[-1] if newest else Path(on_path) if on_path else None


class Cluster:
    """A server in a folder of its own; it can be stopped and started again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server: subprocess.Popen[bytes] | None = None
        self.url = url(folder, "postgres")

    def start(self) -> None:
        self._server = _start(self._folder)
        _wait_until_it_answers(self._server, self._folder)

    def stop(self) -> None:
        if self._server is not None:
            _stop(self._server)
            self._server = None


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A new server that runs."""
    # A socket's path may be 107 characters at most, so not in a deep folder.
    folder = Path(tempfile.mkdtemp(prefix="erp-pg-", dir="/tmp"))
    try:
        _own(folder)
        _run("initdb", "-D", str(folder / "data"), "-U", "postgres", "-A", "trust", *ENCODING)
        made = Cluster(folder)
        try:
            made.start()
            yield made
        finally:
            made.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def throwaway_cluster() -> Iterator[str]:
    """A running server; the URL of its first database."""
    with cluster() as made:
        yield made.url


@contextmanager
def fresh_database(server_url: str, name: str) -> Iterator[str]:
    """An empty database of this name on the server; its URL."""
    admin = plain(server_url)
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield server_url.replace("/postgres?", f"/{name}?")
    finally:
        with psycopg.connect(admin, autocommit=True) as connection:
            drop = sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
            connection.execute(drop)


def url(folder: Path, database: str) -> str:
    return f"postgresql+psycopg://postgres@/{database}?host={quote(str(folder))}"


def plain(address: str) -> str:
    """The URL as psycopg itself reads it."""
    return address.replace("postgresql+psycopg://", "postgresql://")


def _own(folder: Path) -> None:
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody")
    folder.chmod(0o755)


def _command(name: str, *arguments: str) -> list[str]:
    """The command line, as nobody when we are root, and ending when we end."""
    found = server_program(name)
    assert found is not None, f"{name} is not installed"
    command = [str(found), *arguments]
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        return command
    as_nobody = ["--reuid=nobody", "--regid=nogroup", "--clear-groups"]
    return [setpriv, "--pdeathsig=INT", *(as_nobody if os.geteuid() == 0 else ()), *command]


def _run(name: str, *arguments: str) -> None:
    done = subprocess.run(
        _command(name, *arguments, "--no-sync"),
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
    )
    assert done.returncode == 0, done.stderr


def _start(folder: Path) -> subprocess.Popen[bytes]:
    own_place = ("listen_addresses=", f"unix_socket_directories={folder}")
    options = [f"-c{option}" for option in (*own_place, *SPEED_BEFORE_SAFETY, *SMALL)]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            _command("postgres", "-D", str(folder / "data"), *options),
            stdout=log,
            stderr=log,
            cwd="/",
        )


def _wait_until_it_answers(server: subprocess.Popen[bytes], folder: Path) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            psycopg.connect(plain(url(folder, "postgres"))).close()
        except psycopg.OperationalError:
            ended = server.poll() is not None
            assert not ended, (folder / "log").read_text()
            assert time.monotonic() < until, (folder / "log").read_text()
            time.sleep(0.05)
        else:
            return


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
