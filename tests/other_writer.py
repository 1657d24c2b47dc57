"""Somebody else who writes: another till, or a long import, that holds the books for a while."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Thread

import psycopg

from postgres import plain

PATIENCE_SECONDS = 60


class Writer:
    """Holds the books from `begin` on, until `end` or for so many seconds."""

    def __init__(self, place: Path | str, seconds: float) -> None:
        self._place, self._seconds = str(place), seconds
        self._holds, self._over = Event(), Event()
        self._thread = Thread(target=self._write)

    def begin(self) -> None:
        self._thread.start()
        assert self._holds.wait(PATIENCE_SECONDS)

    def end(self) -> None:
        self._over.set()
        self._thread.join()

    def _write(self) -> None:
        hold = _on_server if self._place.startswith("postgresql") else _in_file
        with hold(self._place):
            self._holds.set()
            self._over.wait(self._seconds)


@contextmanager
def somebody_writes(place: Path | str, seconds: float = PATIENCE_SECONDS) -> Iterator[Writer]:
    """Somebody else has begun to write, and does so for a while."""
    writer = Writer(place, seconds)
    writer.begin()
    try:
        yield writer
    finally:
        writer.end()


@contextmanager
def _in_file(place: str) -> Iterator[None]:
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("COMMIT")


@contextmanager
def _on_server(place: str) -> Iterator[None]:
    with psycopg.connect(plain(place)) as other:
        other.execute("SELECT id FROM ledger_head FOR UPDATE")
        yield
