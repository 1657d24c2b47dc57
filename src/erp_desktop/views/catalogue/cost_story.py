"""Where a product's cost comes from: what came in and went out, in lines that add up."""

from erp_desktop.reports.product_card import ProductCard
from erp_desktop.views.cards.mini_table import MiniRow
from erp_desktop.views.office import Office


def rows_of(office: Office, card: ProductCard) -> list[MiniRow]:
    """What made the value up, by the documents that said so."""
    del office, card
    return []
