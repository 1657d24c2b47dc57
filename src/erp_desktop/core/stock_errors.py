"""What the stock ledger can say no to: too little, a lot or serial number, a way of costing."""

from erp_desktop.core.rule_broken import RuleBroken


class NotEnoughStock(RuleBroken):
    fact_names = ("sku", "wanted", "available")


class LotNeeded(RuleBroken):
    """A product that is tracked by lot or serial number moves with one."""

    fact_names = ("sku",)


class LotShort(RuleBroken):
    """A lot would have less than nothing at some moment of its story."""

    fact_names = ("sku", "lot", "missing")


class SerialNotOne(RuleBroken):
    """A serial number is one piece."""

    fact_names = ("sku", "serial")


class SerialTwice(RuleBroken):
    """The piece with this serial number is here already."""

    fact_names = ("sku", "serial")


class SameCosting(RuleBroken):
    """The product is costed that way already."""

    fact_names = ("sku", "costing")


class BothSides(RuleBroken):
    """A product cannot be made of itself."""

    fact_names = ("sku",)


class CostingFixed(RuleBroken):
    """Goods that moved are costed otherwise only from a date on, by a change of costing."""

    fact_names = ("sku",)


class BeforeLastChange(RuleBroken):
    """A method can be changed after its last change only."""

    fact_names = ("sku", "changed_at")


class UnknownLot(RuleBroken):
    """No such lot or serial number of this product, or not in what is answered."""

    fact_names = ("sku", "lot")


class LotExpired(RuleBroken):
    """Expired goods are not sold without permission (LEDGER L-55)."""

    fact_names = ("sku", "lot", "expired_on")


class LotBlocked(RuleBroken):
    """The lot may not be sold, and why."""

    fact_names = ("sku", "lot", "reason")


class UnknownBin(RuleBroken):
    """No such shelf in that warehouse."""

    fact_names = ("code",)


class StillHoldsGoods(RuleBroken):
    """A warehouse or bin cannot be closed while something lies in it."""

    fact_names = ("code", "count")


class MainWarehouse(RuleBroken):
    """The warehouse the shop trades from cannot be closed."""

    fact_names = ("code",)
