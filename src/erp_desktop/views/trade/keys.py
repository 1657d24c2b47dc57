"""Keys for pages that show something new, so that each new document has a page of its own."""

from itertools import count

from erp_desktop.views.trade.deeds import Fresh

_serials = count(1)


def fresh() -> Fresh:
    """A key that no other page has."""
    return Fresh(next(_serials))
