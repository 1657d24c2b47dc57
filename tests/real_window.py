"""A real screen without a monitor, and hands at a keyboard: what tests in a window stand on.

Every test has an X server and a window manager of its own, the program as a process, and a clerk
whose keys go through the server. The books are asked from outside; nothing is waited for by the
clock, only until the books, the screen or a window say that it happened.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from builders import Shop
from erp_desktop.services.unit_of_work import open_shop

PATIENCE = 60  # seconds that a busy machine is given
LOOK = 0.1  # seconds between two looks
CALM = 2  # looks in a row that saw the same
CARET = 60  # points of a small picture that a blinking caret may change
T = TypeVar("T")


@contextmanager
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a new user before a screen of its own."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[write], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    home = tmp_path / "home"
    home.mkdir()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "DISPLAY": f":{number}",
        "LANG": "C.UTF-8",
        "XDG_RUNTIME_DIR": str(home),
        "ERP_CONFIG": str(home / "config"),
    }
    manager = subprocess.Popen(
        ["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    yield environment
    for process in (manager, server):
        process.terminate()
        process.wait(timeout=20)


@contextmanager
def program(
    environment: dict[str, str], shop_file: Path, page: str
) -> Iterator["subprocess.Popen[bytes]"]:
    """The real program, opened at a page; ended with the test if it still runs."""
    running = subprocess.Popen(
        [sys.executable, "-m", "erp_desktop", "--shop", str(shop_file), "--page", page],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    yield running
    if running.poll() is None:
        running.terminate()
    running.wait(timeout=20)


def until(look: Callable[[], T], wanted: T, task: str = "") -> None:
    """Look until it is so, or fail with what is seen instead."""
    end = time.monotonic() + PATIENCE
    while (said := look()) != wanted:
        assert time.monotonic() < end, f"{task}: {said!r} instead of {wanted!r}"
        time.sleep(LOOK)


class Clerk:
    """Hands on a keyboard, and a scanner; with a shop, eyes on its books."""

    def __init__(self, environment: dict[str, str], shop_file: Path | None = None) -> None:
        self.environment, self.shop_file = environment, shop_file
        self.task = ""
        self.program: subprocess.Popen[bytes] | None = None

    # -- hands -------------------------------------------------------------------------------------

    def xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        self.xdotool("key", "--delay", "60", *keys)

    def type(self, words: str) -> None:
        self.xdotool("type", "--delay", "90", words)

    def scan(self, code: str) -> None:
        """A scanner: a burst of keys, ended by Enter."""
        self.xdotool("type", "--delay", "8", "--args", "1", code, "key", "Return")

    def scan_all(self, codes: Sequence[str]) -> None:
        """Scan after scan, as fast as a hand can bring the goods."""
        words = [part for code in codes for part in ("type", "--delay", "8", "--args", "1", code,
                                                     "key", "Return", "sleep", "0.06")]  # fmt: skip
        self.xdotool(*words)

    # -- eyes --------------------------------------------------------------------------------------

    def wait_for_window(self, name: str = "Corner shop") -> None:
        """The window is there, painted, and the keyboard is its own."""
        found = self.xdotool("search", "--sync", "--onlyvisible", "--name", name)
        self.xdotool("windowactivate", "--sync", found.split()[0])
        self.asked_by(name)
        self.still()

    def asked_by(self, title: str) -> None:
        """A window with this title has the keyboard."""
        until(lambda: title in self._active(), True, f"{self.task}: {title}")

    def still(self) -> None:
        """What is to be seen has come to rest: the page was read and painted."""
        before, calm, end = b"", 0, time.monotonic() + PATIENCE
        while calm < CALM:
            assert time.monotonic() < end, f"{self.task}: the window never comes to rest"
            seen = self._picture()
            calm = calm + 1 if _alike(before, seen) else 0
            before = seen
            time.sleep(LOOK)

    def sees(self, page: str) -> None:
        """The page of this code is the one that is seen, by what the program keeps of its window,
        and it has come to rest."""
        until(self._page, page, self.task)
        self.still()

    def _page(self) -> str:
        kept = "SELECT content FROM draft WHERE page LIKE 'window@%'"
        said = json.loads(str(self.books(lambda shop: shop.value_of(kept)) or "{}"))
        tabs = said.get("tabs", [])
        return str(tabs[said.get("at", 0)]["code"]) if tabs else ""

    def says(self, sql: str, wanted: object) -> None:
        """The books come to say this, or the test fails with what they say."""
        until(lambda: self.books(lambda shop: shop.value_of(sql)), wanted, f"{self.task}: {sql}")

    def books(self, question: Callable[[Shop], T]) -> T:
        """What the shop's file says, asked from outside."""
        assert self.shop_file is not None
        shop = Shop(open_shop(str(self.shop_file)))
        try:
            return question(shop)
        finally:
            shop.work.close()

    def _active(self) -> str:
        found = subprocess.run(
            ["xdotool", "getactivewindow", "getwindowname"],
            env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return found.stdout

    def _picture(self) -> bytes:
        """The whole screen, small and in greys."""
        done = subprocess.run(
            ["import", "-window", "root", "-resize", "25%", "-depth", "8", "gray:-"],
            env=self.environment, capture_output=True, check=True,
        )  # fmt: skip
        return done.stdout


def _alike(one: bytes, other: bytes) -> bool:
    """Whether two pictures are the same but for a caret that blinks."""
    if len(one) != len(other):
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) <= CARET
