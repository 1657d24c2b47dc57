"""A shop with one of everything that makes stock deep: units, kits, variants, lots, serial numbers,
bins, every way of costing, and goods that came at several prices.
"""

from decimal import Decimal as D

from builders import Shop
from erp_desktop.services.catalogue.columns import SavePart
from erp_desktop.services.catalogue.levels import NamedPrice, SaveLevel, put_price, save_level
from erp_desktop.services.catalogue.supply import Offer, put_offer
from erp_desktop.services.catalogue.units import SaveUnit
from erp_desktop.services.catalogue.variants import Axis, MakeVariants, make_variants
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.stock.bins import SaveBin, save_bin
from erp_desktop.services.stock.lots import ChangeLot, change_lot, lot_named
from erp_desktop.services.stock.warehouses import ArrangeWarehouse, arrange_warehouse


def depth(shop: Shop) -> Shop:
    """A shop with one of everything that makes stock deep."""
    work = shop.work
    shop.warehouse("NORTH")
    main = shop.wid("MAIN") or 0
    work.run(arrange_warehouse, ArrangeWarehouse("ZHOU-SHOP", "Zhou's shop", "consignment",
                                                 shop.customer, 9))  # fmt: skip
    work.run(save_bin, SaveBin(main, "A-01", "Tea", 3))
    shop.product("TEA", name="绿茶, 明前", category="Tea", price="28", tax="13", unit="盒",
                 barcodes=["6901234567892"], minimum="5", safety=D("2.5"), target=D(40),
                 dynamic_minimum=True, abc="A", lead_days=4, supplier_id=shop.supplier,
                 units=[SaveUnit("箱", D(24), D(600), ["16901234567899"]),
                        SaveUnit("打", D(12))],
                 purchase_unit="箱", sale_unit="打", note="=1+1")  # fmt: skip
    shop.product("FIFO", costing="fifo", tax="0.5")
    shop.product("LOT", track="lot", shelf_days=90, costing="fifo", negative="allow")
    shop.product("SPEC", track="lot", costing="specific")
    shop.product("PHONE", track="serial", costing="specific", price="999.99")
    shop.product("STD", costing="standard", standard_cost="2.5")
    shop.product("MEAT", unit="kg", catch_unit="件", weight=D(1), volume=D("0.9"))
    made_of = [SavePart("TEA", D(2)), SavePart("STD", D(1))]
    shop.product("BOX", kind="kit", price="50", parts=made_of)
    shop.product("FEE", kind="service", price="5", active=False)
    shop.product("SHIRT", price="80", category="Clothes")
    sizes = [Axis("Size", ("S", "M")), Axis("Colour", ("Red", "Deep blue"))]
    work.run(make_variants, MakeVariants("SHIRT", sizes, only=[("S", "Red"), ("M", "Deep blue")],
                                         prices={("M", "Deep blue"): D(85)}))  # fmt: skip
    return in_stock(priced(shop))


def priced(shop: Shop) -> Shop:
    """Two levels, one of them out of use, with prices of their own; one that was agreed."""
    work, tea = shop.work, shop.pid("TEA")
    member = work.run(save_level, SaveLevel("会员价", D("93.5")))
    whole = work.run(save_level, SaveLevel("Wholesale, A"))
    work.run(save_level, SaveLevel("Old", active=False))
    work.run(put_price, tea, NamedPrice(D("24.50"), whole, minimum=D(10)))
    work.run(put_price, tea, NamedPrice(D(560), whole, unit="箱"))
    work.run(put_price, shop.pid("STD"), NamedPrice(D("4.125"), member))
    work.run(put_price, tea, NamedPrice(D(23), customer_id=shop.customer, until=20261231))
    work.run(save_partner, SavePartner("ZHOU", price_level_id=whole, credit_limit=D("1500.50"),
                                       tags=["VIP", "tea house"]))  # fmt: skip
    return shop


def in_stock(shop: Shop) -> Shop:
    """Goods of every product: bought at several prices, sold, moved, counted."""
    work, main = shop.work, shop.wid("MAIN") or 0
    work.run(put_offer, "TEA", Offer(shop.supplier, "A-1", D("9.80"), D(24), D(24), 5))
    for qty, cost, on in ((3, "10.01", 1), (4, "10.05", 2), (5, "11", 3)):
        shop.receive("TEA", qty, cost, on=on)
        shop.receive("FIFO", qty, cost, on=on)
        shop.receive("SPEC", qty, cost, on=on, lot=f"S{on}", expires_on=20270101 + on)
        shop.receive("LOT", qty, cost, on=on, lot=f"L{1 + on % 2}", expires_on=20270101 + on % 2)
    shop.receive("PHONE", 2, "700.10", serials=["SN1", "0002"])
    shop.receive("STD", 7, "2.6")
    shop.receive("MEAT", "12.345", "30")
    shop.receive("SHIRT-S-Red", 3, "33.33")
    for sku in ("FIFO", "SPEC", "LOT", "TEA"):
        shop.sell(sku, 2, 20, on=4)
    shop.transfer("TEA", 4, "MAIN", "NORTH", on=5)
    work.run(save_bin, SaveBin(main, "A-02", "Tea"))
    shop.count("TEA", 7, on=6)
    lot = work.read(lot_named, shop.pid("SPEC"), "S2") or 0
    work.run(change_lot, ChangeLot(lot, "Damp", D("9.99"), supplier_code="AC-77"))
    return shop


def told_late(shop: Shop) -> None:
    """What changes earlier costs: late bills, freight, standards, other credits, other methods."""
    receipts = {sku: shop.receive(sku, 6, "12.34", on=8) for sku in ("TEA", "FIFO", "STD")}
    for sku in receipts:
        shop.sell(sku, 5, 30, on=9)
    for sku in ("TEA", "STD"):
        shop.landed(receipts[sku], "7.77", on=10)
    for sku, receipt in receipts.items():
        shop.bill(receipt, "13.01", sku, on=11)
    shop.send_back(receipts["TEA"], "TEA", 1, "9.99", on=12)
    shop.recost("TEA", "fifo", on=13)
    shop.recost("STD", "standard", "3.1", on=13)
    shop.receive("TEA", 2, "20", on=2)  # back-dated
    shop.reverse(shop.sell("SPEC", 1, 30, on=14))
    shop.write_off("FIFO", 1, on=15)
