"""The report of a bug: version, system and where it happened, as a file that can be sent.

It holds no figures of the shop beyond what the fault itself says.
"""

import platform
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

from erp_desktop.core import clock
from erp_desktop.core.last_shop import config_folder


def write_report(fault: Exception, version: str) -> Path | None:
    """Write the report and say where; None when it can be written nowhere."""
    moment = datetime.fromtimestamp(clock.now(), UTC)
    text = "\n".join(
        (
            f"ERP Desktop {version}, Python {platform.python_version()}, {platform.platform()}",
            f"{moment:%Y-%m-%d %H:%M:%S} UTC, command: {sys.argv[1:2]}",
            "",
            *traceback.format_exception(fault),
        )
    )
    for folder in (config_folder() / "reports", Path(tempfile.gettempdir())):
        path = folder / f"erp-desktop-{moment:%Y%m%d-%H%M%S}.txt"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", errors="backslashreplace")
        except OSError:
            continue
        return path
    return None
