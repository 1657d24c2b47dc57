"""Words of counting: why a difference is, what was asked to be counted."""

from erp_desktop.reports.count_progress import PlanHead
from erp_desktop.services.stock.bins import LOOSE
from erp_desktop.views import figures, wording

translate = wording.translate


def reasons() -> list[str]:
    """Why a difference may be, in the user's language: the words are kept as they were chosen."""
    return [
        translate("Count", "Damaged"),
        translate("Count", "Expired"),
        translate("Count", "Weighing error"),
        translate("Count", "Arrival not booked"),
        translate("Count", "Sale not booked"),
        translate("Count", "Gift not booked"),
        translate("Count", "Sample, tester"),
        translate("Count", "Counted wrong before"),
        translate("Count", "Lost or stolen"),
    ]


def shelf_words(shelf: str) -> str:
    """A shelf (or several) as people read it: what lies in no bin has no code to show."""
    loose = translate("Count", "no bin")
    return ", ".join(loose if one == LOOSE else one for one in shelf.split(", "))


def scope_words(head: PlanHead) -> str:
    """What was asked for, short; nothing for everything."""
    patterns = {
        "category": translate("Count", "category {0}"),
        "shelf": translate("Count", "shelves {0}…"),
        "abc": translate("Count", "class {0}"),
        "due": translate("Count", "not counted for {0} days"),
        "supplier": translate("Count", "goods of {0}"),
    }
    return patterns[head.scope].format(head.value) if head.scope in patterns else ""


def recount_words(head: PlanHead) -> str:
    """From which difference on a product is counted twice; nothing where none is."""
    limits = []
    if head.recount_quantity is not None:
        limits.append(figures.quantity(head.recount_quantity))
    if head.recount_value is not None:
        limits.append(figures.money_with_sign(head.recount_value))
    if not limits:
        return ""
    return translate("Count", "counted again from {0}").format(" / ".join(limits))
