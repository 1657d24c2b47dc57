"""What people can be told no to: who they are, what they may do, who is left to manage the shop."""

from erp_desktop.core.rule_broken import RuleBroken


class WrongPassword(RuleBroken):
    fact_names = ("user",)


class NotAllowed(RuleBroken):
    fact_names = ("user", "right")


class LastToManage(RuleBroken):
    """Nobody would be left with this right: the shop would be locked out of itself."""

    fact_names = ("right",)


class UnknownPerson(RuleBroken):
    fact_names = ("name",)


class WrongPin(RuleBroken):
    fact_names = ("user",)


class PinMustWait(RuleBroken):
    """A PIN was wrong too often: the next try waits so many seconds."""

    fact_names = ("user", "seconds")


class BadPin(RuleBroken):
    """A PIN is four to eight digits."""

    fact_names = ("digits",)
