"""Who sells a product to us: any number of suppliers, in a list of their own."""

from builders import D, Shop, day
from erp_desktop.reports.document_rows import document
from erp_desktop.reports.listing import ListingSource
from erp_desktop.reports.lists.catalogue import PRODUCTS
from erp_desktop.reports.lists.purchasing import supplier_price_of, supplier_prices
from erp_desktop.reports.lists.stock import stock
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.catalogue.supply import Offer, offers_of, save_offers
from erp_desktop.services.catalogue.units import SaveUnit
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.stock.bins import SaveBin, save_bin
from erp_desktop.services.trade import TradeLine


def suppliers(shop: Shop, *codes: str) -> list[int]:
    return [
        shop.work.run(save_partner, SavePartner(code, code.title(), is_supplier=True))
        for code in codes
    ]


def page(shop: Shop, source: ListingSource) -> list[tuple[int, tuple[object, ...]]]:
    return [(key, row) for key, row in shop.work.read(source.page, 0, 50)]


def test_each_supplier_of_a_product_is_a_row_of_the_prices(shop: Shop) -> None:
    four = suppliers(shop, "ACE", "BEE", "COD", "DOT")
    shop.work.run(save_offers, shop.pid("TEA"), [Offer(one, price=D(9)) for one in four])
    rows = page(shop, ListingSource(supplier_prices(), 2))
    assert len({key for key, _ in rows}) == 4
    assert {supplier_price_of(key) for key, _ in rows} == {shop.pid("TEA")}


def test_the_usual_supplier_is_one_of_them_without_a_price_too(shop: Shop) -> None:
    ace, bee = suppliers(shop, "ACE", "BEE")
    shop.work.run(save_offers, shop.pid("TEA"), [Offer(ace, price=D(9))])
    shop.work.run(save_product, SaveProduct("TEA", supplier_id=bee))
    found = shop.work.read(offers_of, shop.pid("TEA"))
    assert [(one.partner_id, one.price) for one in found] == [(bee, None), (ace, D(9))]


def test_lists_know_the_unit_that_stock_is_shown_in(shop: Shop) -> None:
    unit = SaveUnit("case", D(12))
    shop.work.run(save_product, SaveProduct("TEA", units=[unit], stock_unit="case"))
    shop.receive("TEA", 40, 1)
    for listing in (PRODUCTS, stock()):
        keys = [column.key for column in listing.columns]
        ((_, row),) = page(shop, ListingSource(listing, 2))
        shown = [row[keys.index(key)] for key in ("on_hand", "pack", "holds")]
        assert shown == [D(40), "case", D(12)]


def test_a_posted_paper_knows_the_lots_and_bins_it_moved(shop: Shop) -> None:
    shop.product("MILK", track="lot")
    place = shop.wid("MAIN") or 0
    shelf = shop.work.run(save_bin, SaveBin(place, "A-01"))
    lines = [
        TradeLine(shop.pid("MILK"), D(5), D(1), lot="L1", expires_on=20260301, bin_id=shelf),
        TradeLine(shop.pid("MILK"), D(7), D(1), lot="L2"),
    ]
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=lines, at=day(2)))
    issued = shop.issue(shop.sales_order("MILK", 9, on=3), "MILK", 9, on=4)
    view = shop.work.read(document, issued.id)
    (lots,) = view.lots.values()
    assert [(one.lot, one.bin, one.quantity) for one in lots] == [
        ("L1", "A-01", D(5)), ("L2", "", D(4))
    ]  # fmt: skip
