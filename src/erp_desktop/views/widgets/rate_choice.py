"""The field in which a tax rate is chosen: among those that the shop has."""

from collections.abc import Sequence
from decimal import Decimal

from erp_desktop.services.finance.tax_rates import TaxRate
from erp_desktop.views import figures
from erp_desktop.views.widgets.choice_fields import Combo


class RateChoice(Combo):
    """`rate()` is the chosen one in percent. Rates are kept as texts: Qt compares no Decimals."""

    def offer(self, rates: Sequence[TaxRate], chosen: Decimal | None = None) -> None:
        """The rates to choose from, and which of them is chosen first."""
        self.fill([(_key(one.rate), rate_words(one)) for one in rates])
        if chosen is not None:
            self.choose(_key(chosen))

    def rate(self) -> Decimal:
        """Nothing to choose from is no tax."""
        return Decimal(self.value() or 0)


def rate_words(one: TaxRate) -> str:
    """A rate as it is chosen: 13%   Standard."""
    return f"{figures.number(one.rate)}%   {one.name}".rstrip()


def _key(rate: Decimal) -> str:
    return figures.plain(rate.normalize())
