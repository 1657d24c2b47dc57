"""What counting and scanning can say no to."""

from erp_desktop.core.rule_broken import RuleBroken


class UnknownCount(RuleBroken):
    fact_names = ("plan",)


class CountClosed(RuleBroken):
    """A count that was posted or thrown away takes nothing any more."""

    fact_names = ("name", "state")


class CountersDisagree(RuleBroken):
    """Two people found different numbers on one shelf, and nobody decided yet."""

    fact_names = ("sku", "shelf", "count")


class RecountsOpen(RuleBroken):
    """Differences that are to be counted again before the count can be approved."""

    fact_names = ("count",)


class SeveralShelves(RuleBroken):
    """A product that lies on several shelves has no one figure to correct."""

    fact_names = ("sku",)


class WeighFirst(RuleBroken):
    """How many pieces a weight is can be said once there is a weight."""

    fact_names = ("sku",)


class SameCounterAgain(RuleBroken):
    """A difference is counted again by somebody else, not by whoever found it."""

    fact_names = ("sku", "counter")


class NothingToCount(RuleBroken):
    """No product falls under what was asked to be counted."""


class CountedTwice(RuleBroken):
    """Two lines of one count for the same product and shelf."""

    fact_names = ("sku",)


class WrongPattern(RuleBroken):
    """A pattern of weight and price barcodes that cannot be read."""

    fact_names = ("pattern", "example")
