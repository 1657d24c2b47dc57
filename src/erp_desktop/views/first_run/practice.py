"""The practice shop: made of a real gift shop's sales, in a file of its own.

Making it takes some seconds, so it is made in a thread while the window says so.
"""

from pathlib import Path

from PySide6.QtCore import QThread

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.views import language, wording

translate = wording.translate


def free_place(folder: str) -> str:
    """A path for a new practice shop; one that was made before is not touched."""
    name = translate("FirstRun", "Practice shop")
    number = 1
    path = Path(folder) / f"{name}.shop"
    while path.exists():
        number += 1
        path = Path(folder) / f"{name} {number}.shop"
    return str(path)


class PracticeMaker(QThread):
    """Makes the practice shop at a place; when `finished` comes, `refusal` says what went wrong."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self._place, self._language = place, language.spoken()
        self.refusal: RuleBroken | None = None

    def run(self) -> None:
        """Make it (Qt calls this in the new thread)."""
        try:
            make_practice_shop(self._place, self._language)
        except RuleBroken as broken:
            self.refusal = broken
        except OSError as fault:
            self.refusal = errors.FileUnwritable(self._place, fault.strerror or str(fault))


def make_practice_shop(place: str, spoken: str) -> None:
    """Make it here and now. Raises RuleBroken, OSError."""
    from erp_desktop.exchange.demo import make_demo_shop

    Path(place).parent.mkdir(parents=True, exist_ok=True)
    make_demo_shop(place, language=spoken).close()
