"""Which shop was open last: the window opens it again, the command line works on it.

It is one small file in the folder where this system keeps a person's settings. A server's
password is never written down there.
"""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

_MOST: Final = 8  # shops that are remembered


def config_folder() -> Path:
    """Where this program keeps what belongs to the person at this computer, not to the shop."""
    chosen = os.environ.get("ERP_CONFIG")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData/Roaming") / "ERP Desktop"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "ERP Desktop"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "erp-desktop"


def last_shop() -> str | None:
    """The shop opened last: a path or a server's URL; None when there was none yet."""
    return next(iter(recent_shops()), None)


def recent_shops() -> list[str]:
    """Shops opened before, the newest first. A damaged file is as good as none."""
    try:
        kept: Any = json.loads(_file().read_text("utf-8"))
        return [shop for shop in kept["shops"] if isinstance(shop, str)]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def remember_shop(place: str) -> None:
    """Keep a shop as the one opened last. That it cannot be written down stops nobody's work."""
    shop = without_password(place) if "://" in place else str(Path(place).resolve())
    known = recent_shops()
    if known[:1] == [shop]:
        return
    shops = [shop, *(other for other in known if other != shop)][:_MOST]
    with suppress(OSError):
        _file().parent.mkdir(parents=True, exist_ok=True)
        draft = _file().with_suffix(f".{os.getpid()}")
        draft.write_text(json.dumps({"shops": shops}, ensure_ascii=False, indent=1), "utf-8")
        draft.chmod(0o600)
        draft.replace(_file())


def _file() -> Path:
    return config_folder() / "last_shop.json"


def without_password(url: str) -> str:
    """A shop's place as it may be shown and kept."""
    if "://" not in url:
        return url
    scheme, _, rest = url.partition("://")
    person, at, server = rest.rpartition("@")
    return f"{scheme}://{person.partition(':')[0]}{at}{server}"
