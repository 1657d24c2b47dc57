"""A real screen without a monitor, and hands at a keyboard: what tests in a window stand on."""

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


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


class Clerk:
    """Hands on a keyboard, and a scanner."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment

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

    def wait_for_window(self, name: str = "Corner shop") -> None:
        found = self.xdotool("search", "--sync", "--onlyvisible", "--name", name)
        self.xdotool("windowactivate", "--sync", found.split()[0])
        time.sleep(2)  # the first paint, and the keyboard is the window's
