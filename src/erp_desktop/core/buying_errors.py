"""What can be refused in buying: too small an order, a cost that cannot be shared, a huge photo."""

from erp_desktop.core.rule_broken import RuleBroken


class PictureTooLarge(RuleBroken):
    """A picture that would make the shop's file needlessly large; sizes in megabytes."""

    fact_names = ("size", "largest")


class MeasureMissing(RuleBroken):
    """A cost is shared by weight or volume, and a product has none."""

    fact_names = ("sku", "measure")


class BelowMinimumOrder(RuleBroken):
    """An order for less than its supplier delivers for."""

    fact_names = ("supplier", "total", "minimum")
