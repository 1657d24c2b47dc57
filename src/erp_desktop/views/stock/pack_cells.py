"""Lines of documents in the unit that a product's stock is shown in: shown so, and typed so.

A grid that takes `PACKS` among its columns and `pack_cells` into its lines can say its quantities
by `PackFace`; whoever types `3 c + 4` in one of them has typed 40 (`core/packs`).
"""

from collections.abc import Mapping
from decimal import Decimal

from erp_desktop.core.packs import measures
from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.services.catalogue.packing import Packing
from erp_desktop.views import figures
from erp_desktop.views.widgets.line_model import LineColumn

PACK_COLUMNS = (
    Column("pack", "", Kind.TEXT, 10, hidden=True),
    Column("holds", "", Kind.QUANTITY, 10, hidden=True),
)
PACKS = tuple(LineColumn(column) for column in PACK_COLUMNS)


def pack_cells(packing: Packing | None) -> dict[str, Cell]:
    """How a product is packed, as cells of its line."""
    known = packing or Packing()
    return {"pack": known.pack, "holds": known.holds, "measures": measures(known.units)}


def in_packs(line: Mapping[str, Cell], key: str) -> str:
    """A quantity of a line in words, where it is a pack at least: 3 cartons + 4 pcs."""
    cell, pack, holds = line.get(key), str(line.get("pack") or ""), line.get("holds")
    if not pack or not isinstance(cell, Decimal) or not isinstance(holds, Decimal):
        return ""
    if not holds or abs(cell) < holds:
        return ""
    words = figures.packed(cell, str(line.get("unit") or ""), pack, holds)
    return " ".join(filter(None, words))
