"""The practice shop: made of a real gift shop's sales, in a file of its own.

Making it takes some seconds, so it is made in a thread while the window says so.
"""

from pathlib import Path

from erp_desktop.core import errors
from erp_desktop.views import wording
from erp_desktop.views.shop_office import Cancelled, Progress

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


def make_practice_shop(place: str, spoken: str, progress: Progress) -> None:
    """The task of a thread, at a free place. Raises RuleBroken; Cancelled leaves nothing."""
    from erp_desktop.exchange.demo import make_demo_shop

    try:
        Path(place).parent.mkdir(parents=True, exist_ok=True)
        make_demo_shop(place, language=spoken, progress=progress).close()
    except Cancelled:
        for ending in ("", "-wal", "-shm", "-journal"):
            Path(f"{place}{ending}").unlink(missing_ok=True)
        raise
    except OSError as fault:
        raise errors.FileUnwritable(place, fault.strerror or str(fault)) from fault
