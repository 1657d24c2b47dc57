"""What paying, moving money, and laying a bank's statement beside the books can say no to."""

from erp_desktop.core.rule_broken import RuleBroken


class PaymentTooSmall(RuleBroken):
    """A till sale without a customer must be paid in full."""

    fact_names = ("due", "paid")


class PaymentTooLarge(RuleBroken):
    """More than is due, by a means that gives no change, from nobody it could be kept for."""

    fact_names = ("due", "paid")


class AdvanceTooSmall(RuleBroken):
    """More is to be paid from an advance than is left of it."""

    fact_names = ("advance", "wanted")


class SameAccount(RuleBroken):
    """Money is to move from an account to itself."""

    fact_names = ("account",)


class FeeTooHigh(RuleBroken):
    """Of money that is moved, nothing would arrive."""

    fact_names = ("fee", "amount")


class SumsDiffer(RuleBroken):
    """Lines are the same money only where the bank's sum is the sum in the books."""

    fact_names = ("bank", "books", "difference")


class MatchedAlready(RuleBroken):
    """A line belongs to another match; that is taken apart first."""

    fact_names = ("line",)


class SeveralAccounts(RuleBroken):
    """Only lines of one account are the same money."""

    fact_names = ("account", "other")
