"""Which shops were opened last, so that the program opens where it was.

A small JSON file in the platform's own place for settings. It is a convenience: a file that cannot
be read counts as empty, one that cannot be written is left alone. A server's address is kept only
when no password stands in it.
"""

import json
import os
import sys
from pathlib import Path
from typing import Final

KEPT: Final = 8


def folder() -> Path:
    """Where the program keeps what is the person's and not the shop's."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", str(Path.home()))) / "ERP Desktop"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "ERP Desktop"
    base = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "erp-desktop"


def recent() -> list[str]:
    """The places of the shops opened before, the last one first."""
    try:
        kept = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        return []
    places = kept.get("shops", []) if isinstance(kept, dict) else []
    return [place for place in places if isinstance(place, str)]


def last() -> str | None:
    """The shop that was open last, or None."""
    return next(iter(recent()), None)


def remember(place: str) -> None:
    """This shop was opened: it comes first now."""
    place = _whole(place)
    if _tells_a_password(place):
        return
    _keep([place, *(other for other in recent() if other != place)][:KEPT])


def forget(place: str) -> None:
    """Take a shop from the list (its file is gone)."""
    _keep([other for other in recent() if other not in {place, _whole(place)}])


def _file() -> Path:
    return folder() / "shops.json"


def _keep(places: list[str]) -> None:
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().write_text(json.dumps({"shops": places}, ensure_ascii=False), "utf-8")
    except OSError:
        return


def _whole(place: str) -> str:
    return place if "://" in place else str(Path(place).absolute())


def _tells_a_password(place: str) -> bool:
    head, at, _ = place.partition("://")[2].rpartition("@")
    return bool(at) and ":" in head
