"""What paying, and moving money between own accounts, can say no to."""

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
