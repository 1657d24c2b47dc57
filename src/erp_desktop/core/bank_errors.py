"""What can be refused when a bank's statement is laid beside the books."""

from erp_desktop.core.rule_broken import RuleBroken


class SumsDiffer(RuleBroken):
    """Lines are the same money only where the bank's sum is the sum in the books."""

    fact_names = ("bank", "books", "difference")


class MatchedAlready(RuleBroken):
    """A line belongs to another match; that is taken apart first."""

    fact_names = ("line",)


class SeveralAccounts(RuleBroken):
    """Only lines of one account are the same money."""

    fact_names = ("account", "other")
