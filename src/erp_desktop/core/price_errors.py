"""What price levels, agreed prices and credit limits can say no to."""

from erp_desktop.core.rule_broken import RuleBroken


class UnknownPriceLevel(RuleBroken):
    fact_names = ("level", "known")


class LevelInUse(RuleBroken):
    """A level that customers carry cannot be forgotten; it can be taken out of use."""

    fact_names = ("level", "customers")


class PriceTwice(RuleBroken):
    """Two prices of one product for the same customers, unit and quantity."""

    fact_names = ("sku", "unit", "minimum")


class CreditLimitReached(RuleBroken):
    """A customer would owe more than he may. `owes` is what stands open before this."""

    fact_names = ("customer", "limit", "owes", "wanted", "over")
