"""`Desk`: what every command works at: which shop, who asks, and how the answer is to be given.

Standard output carries the answer and nothing else; what goes on meanwhile goes to standard error,
and only when somebody sits there to read it.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from erp_desktop.core import last_shop

if TYPE_CHECKING:
    from erp_desktop.services.unit_of_work import UnitOfWork

DONE: Final = 0
REFUSED: Final = 1
USAGE: Final = 2
DAMAGED: Final = 3
BUG: Final = 70


class WrongUsage(Exception):
    """The command was not given as it must be; the text says what is missing."""


@dataclass(slots=True)
class Desk:
    """The options before the command. `as_json` asks for one JSON value on standard output."""

    shop: str | None = None
    user: str | None = None
    as_json: bool = False
    quiet: bool = False

    def named_place(self) -> str:
        """The shop that was named, by option or by $ERP_SHOP. Raises WrongUsage without one."""
        place = self._named()
        if not place:
            raise WrongUsage("say which shop: --shop PATH (or set ERP_SHOP)")
        return place

    def place(self) -> str:
        """The shop to work on: the one named, else the one opened last."""
        place = self._named() or last_shop.last_shop()
        if not place:
            raise WrongUsage("say which shop: --shop PATH (or set ERP_SHOP)")
        return place

    def _named(self) -> str | None:
        """An empty name is a script's slip: it must never mean the shop that was opened last."""
        if self.shop is not None and not self.shop.strip():
            raise WrongUsage("--shop is empty: say which shop")
        return self.shop or os.environ.get("ERP_SHOP")

    @contextmanager
    def open(self) -> "Iterator[UnitOfWork]":
        """The shop, opened for the person who asks, and remembered as the last one."""
        from erp_desktop.services.unit_of_work import open_shop

        place = self.place()
        work = open_shop(place)
        try:
            self._sign_in(work)
            last_shop.remember_shop(place)
            yield work
        finally:
            work.close()

    def _sign_in(self, work: "UnitOfWork") -> None:
        if self.user is None:
            return
        from erp_desktop.services.users.people import people, sign_in

        known = {person.name: person for person in work.read(people)}
        person = known.get(self.user)
        password = ""
        if person is not None and person.has_password:
            password = password_for(self.user)
        work.user_id = work.read(sign_in, self.user, password).id

    def say(self, text: str) -> None:
        """A line of the plain answer; silent when the answer is JSON or nobody wants to hear."""
        if not self.as_json and not self.quiet:
            print(text)  # noqa: T201

    def answer(self, value: Any) -> None:
        """The answer as one JSON value."""
        print(json.dumps(value, ensure_ascii=False, indent=1))  # noqa: T201

    def complain(self, text: str) -> None:
        """A line on standard error."""
        print(text, file=sys.stderr)  # noqa: T201

    def progress(self, done: int, total: int, what: str = "") -> None:
        """How far a long work is; only for a person at a terminal."""
        if self.quiet or not sys.stderr.isatty():
            return
        end = "\n" if done >= total else ""
        print(f"\r{what} {done}/{total}\x1b[K", end=end, file=sys.stderr, flush=True)  # noqa: T201


def password_for(user: str, variable: str = "ERP_PASSWORD") -> str:
    """A person's password: from the environment, else asked at the terminal."""
    given = os.environ.get(variable)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise WrongUsage(f"the password of {user} is needed: set {variable}")
    from getpass import getpass

    return getpass(f"{user}: ")
