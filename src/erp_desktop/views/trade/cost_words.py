"""What the kinds of cost of a landed cost are called, and the ways they are shared."""

from erp_desktop.views import wording

translate = wording.translate


def cost_words() -> dict[str, str]:
    """By their codes, the usual one first."""
    return {
        "freight": translate("Trade", "Freight"),
        "customs": translate("Trade", "Customs"),
        "packing": translate("Trade", "Packing"),
        "other": translate("Trade", "Other"),
    }


def way_words() -> dict[str, str]:
    """By their codes, the usual one first."""
    return {
        "value": translate("Trade", "By the amounts"),
        "quantity": translate("Trade", "By the quantities"),
        "weight": translate("Trade", "By weight"),
        "volume": translate("Trade", "By volume"),
    }
