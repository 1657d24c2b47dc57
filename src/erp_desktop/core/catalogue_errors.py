"""What the catalogue can say no to: units, parts, variants, products that are in use."""

from erp_desktop.core.rule_broken import RuleBroken


class UnitTwice(RuleBroken):
    """A product has two units of one name."""

    fact_names = ("unit",)


class NoSuchUnit(RuleBroken):
    """A word was typed behind a figure that is none of the product's units, or may be several."""

    fact_names = ("typed", "unit", "units")


class InUse(RuleBroken):
    """What documents rest on already cannot become something else."""

    fact_names = ("sku", "field", "document")


class NoParts(RuleBroken):
    """A kit without parts, or a product to be assembled from nothing."""

    fact_names = ("sku",)


class PartOfItself(RuleBroken):
    """A kit or an assembled product that would contain itself."""

    fact_names = ("sku",)


class SameProduct(RuleBroken):
    """A product merged into itself."""

    fact_names = ("sku",)


class TemplateOnly(RuleBroken):
    """Only the variants of a template are bought, kept and sold."""

    fact_names = ("sku",)


class DamagedCode(RuleBroken):
    """A code that a spreadsheet turned into a number such as 6.90123E+12."""

    fact_names = ("code",)


class BarcodeTaken(RuleBroken):
    fact_names = ("barcode", "sku")


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
