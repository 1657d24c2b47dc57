"""What stands under and beside the lines of an earlier paper while part of it is done."""

from collections.abc import Mapping
from decimal import Decimal

from erp_desktop.core.table import Cell
from erp_desktop.reports.document_rows import DocumentLine
from erp_desktop.views import figures, wording
from erp_desktop.views.stock.lot_cells import parts_words
from erp_desktop.views.stock.pack_cells import in_packs

translate = wording.translate


def under_words(line: Mapping[str, Cell]) -> str:
    """The code, what was agreed, what is done now in packs, why it was rejected, its lots."""
    agreed = str(line.get("agreed") or "")
    if agreed.endswith(f" {line.get('pack')}"):
        agreed = ""  # as it stands in the column of what was ordered
    said = (
        str(line.get("coded") or ""), agreed, _now(line), str(line.get("reason") or ""),
        parts_words(line.get("lots")),
    )  # fmt: skip
    return " · ".join(filter(None, said))


def agreed_words(line: DocumentLine) -> str:
    """What was agreed, where that was in another unit: 2 case."""
    if line.factor == 1:
        return ""
    return f"{figures.quantity(line.in_unit(line.quantity))} {line.written_unit}"


def _now(line: Mapping[str, Cell]) -> str:
    """What is done now, in packs."""
    words = in_packs(line, "now")
    return translate("Trade", "now {0}").format(words) if words else ""


def left_words(whole: Decimal, arrived: Decimal) -> str:
    """What a progress bar says: complete, so many short, so many over."""
    if not whole:
        return translate("Trade", "extra")
    if arrived == whole:
        return translate("Trade", "complete")
    words = translate("Trade", "{0} short") if arrived < whole else translate("Trade", "{0} over")
    return words.format(figures.quantity(abs(whole - arrived)))
