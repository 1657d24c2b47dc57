"""What the kinds of cost of a landed cost are called."""

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
