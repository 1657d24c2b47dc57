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
