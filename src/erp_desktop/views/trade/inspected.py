"""What the inspection of a line found, as its cells keep it."""

from collections.abc import Mapping
from pathlib import Path

from erp_desktop.core.table import Cell
from erp_desktop.services.purchasing.inspecting import Inspected
from erp_desktop.views.trade.pricing import number


def inspected_of(line: Mapping[str, Cell]) -> Inspected | None:
    """None when nothing was rejected."""
    rejected = number(line.get("rejected"))
    if not rejected:
        return None
    photo = str(line.get("photo") or "")
    data = Path(photo).read_bytes() if photo and Path(photo).is_file() else None
    return Inspected(rejected, str(line.get("reason") or ""), data)
