"""How an exchange is shown on its page: what came back below what went, and the difference."""

from decimal import Decimal

from erp_desktop.core.money import ZERO
from erp_desktop.core.table import Cell
from erp_desktop.reports.document_rows import DocumentLine
from erp_desktop.reports.exchanges import Swapped
from erp_desktop.views import figures, wording
from erp_desktop.views.till.means import means_word

translate = wording.translate


def line_cells(line: DocumentLine, sign: int, included: bool) -> dict[str, Cell]:  # noqa: FBT001
    """A line of a posted document as its page shows it; `sign` turns what went back."""
    worth = abs(line.cost)
    cost = worth / line.quantity if line.quantity else ZERO
    return {
        "name": line.name, "sku": line.sku, "unit": line.unit, "quantity": sign * line.quantity,
        "price": line.price, "discount": -line.discount if line.discount else ZERO,
        "tax": line.tax, "amount": line.total if included else line.net,
        "cost": cost.quantize(Decimal("0.0001")), "worth": sign * worth, "note": line.note,
    }  # fmt: skip


def lines(swap: Swapped) -> list[dict[str, Cell]]:
    """What came back: quantities and amounts below zero."""
    found = []
    for line in swap.back.lines:
        cells = line_cells(line, -1, swap.back.head.tax_included)
        under = translate("Stock", "{0} · came back").format(line.sku)
        turned = {key: -value for key in ("amount", "tax")
                  if isinstance(value := cells[key], Decimal)}  # fmt: skip
        found.append({**cells, **turned, "under": under})
    return found


def totals(swap: Swapped) -> list[tuple[str, str]]:
    """What went, what came back, how the difference changed hands, and the difference."""
    rows = [
        (translate("Stock", "Goods out"), figures.money(swap.costs)),
        (translate("Stock", "Came back"), figures.money(-swap.worth)),
    ]
    rows += [(means_word(code), figures.money(amount)) for code, amount in swap.methods]
    words = translate("Stock", "Difference paid")
    if swap.difference < 0:
        words = translate("Stock", "Difference given back")
    return [*rows, (words, figures.money_with_sign(abs(swap.difference)))]
