"""What the tour's shop needs so that no page is empty: lots, bins, goods on the road, returns.

The day of the tour is a plain one. Before every page is shown, the shop gets what a deeper shop
has, posted by the same services that the pages use.
"""

from decimal import Decimal as D
from typing import TYPE_CHECKING, Any

from erp_desktop.core import clock
from erp_desktop.core.states import Kind
from erp_desktop.services.catalogue.columns import SavePart
from erp_desktop.services.catalogue.products import SaveProduct, by_sku, save_product
from erp_desktop.services.catalogue.supply import Offer, SaveSupply, save_supply
from erp_desktop.services.catalogue.variants import Axis, MakeVariants, make_variants
from erp_desktop.services.finance.expenses import EnterExpense, enter_expense
from erp_desktop.services.finance.landed import AddLandedCost, Cost, add_landed_cost
from erp_desktop.services.finance.money_transfers import TransferMoney, transfer_money
from erp_desktop.services.finance.payments import Pay, pay
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.paper import Posted
from erp_desktop.services.partners.partners import by_code
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.purchasing.returning import (
    ReturnLine,
    ReturnToSupplier,
    return_to_supplier,
)
from erp_desktop.services.records import record
from erp_desktop.services.reversing import reverse
from erp_desktop.services.sales.return_rules import Came
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.services.sales.shifts import CloseShift, close_shift
from erp_desktop.services.stock.assembling import Assemble, StockLine, assemble
from erp_desktop.services.stock.bins import MakeBins, make_bins
from erp_desktop.services.stock.counting import CountLine, PostCount, post_count
from erp_desktop.services.stock.lots import ChangeLot, change_lot
from erp_desktop.services.stock.places import main_warehouse, save_warehouse
from erp_desktop.services.stock.recosting import ChangeCosting, change_costing
from erp_desktop.services.stock.transferring import (
    MoveLine,
    TransferGoods,
    WriteOff,
    transfer_goods,
    write_off,
)
from erp_desktop.services.stock.transit import ArrivedPart, ReceiveTransfer, receive_transfer
from erp_desktop.services.trade import TradeLine

if TYPE_CHECKING:
    from erp_desktop.views.tour import Tour

TILL = "1"
HEART, JUMBO, TINS, SIGN, CLOCK = "85123A", "85099B", "22720", "82580", "22727"
BISCUITS, LAMP, HAMPER, APRON = "SB-400", "LAMP-2", "HAMPER", "APRON"
OFFERS = (
    (HEART, "BRIGHT", "BW-85123", "1.10"),
    (HEART, "OLDMILL", "OM-0311", "1.18"),
    (JUMBO, "LANTERN", "PL-JB-09", "0.88"),
    (TINS, "BRIGHT", "BW-22720", "2.05"),
)
NAMES = {
    BISCUITS: ("Shortbread tin 400 g", "黄油酥饼 400 g"),
    "TEA-250": ("Breakfast tea 250 g", "早餐红茶 250 g"),
    LAMP: ("Brass desk lamp", "黄铜台灯"),
    HAMPER: ("Tea time hamper", "下午茶礼篮"),
    APRON: ("Linen apron", "亚麻围裙"),
}


def fill_shop(tour: "Tour") -> dict[str, Any]:
    """Post all of it; what the pages are opened for, by the name of the page."""
    keys: dict[str, Any] = {}
    for step in (_catalogue, _lots, _road, _orders, _corrections, _money):
        keys |= step(tour)
    return keys


def name_of(sku: str, spoken: str) -> str:
    """What a product of this tour is called."""
    return NAMES[sku][spoken.startswith("zh")]


def _catalogue(tour: "Tour") -> dict[str, Any]:
    """Goods with lots and with serial numbers, an assembled product, one in sizes and colours."""
    spoken = tour.spoken
    supplier = tour.ask(by_code, "BRIGHT").id
    for sku, price, more in (
        (BISCUITS, "6.50", {"track": "lot", "shelf_days": 180}),
        ("TEA-250", "4.20", {"track": "lot", "shelf_days": 540}),
        (LAMP, "48.00", {"track": "serial"}),
        (HAMPER, "35.00", {"parts": [SavePart(TINS, D(1)), SavePart(HEART, D(2))]}),
        (APRON, "18.00", {}),
    ):  # fmt: skip
        facts: dict[str, Any] = dict(more)
        command = SaveProduct(sku, name_of(sku, spoken), price=D(price), supplier_id=supplier,
                              minimum=D(4), **facts)  # fmt: skip
        tour.office.do(save_product, command)
    sizes, colours = ("S", "M", "L"), ("Red", "Blue")
    axes = [Axis("Size", sizes), Axis("Colour", colours)]
    if spoken.startswith("zh"):
        axes = [Axis("尺码", sizes), Axis("颜色", ("红", "蓝"))]
    tour.office.do(make_variants, MakeVariants(APRON, axes))
    by_product: dict[str, list[Offer]] = {}
    for sku, supplies, code, price in OFFERS:
        one = Offer(tour.ask(by_code, supplies).id, code, D(price), D(12), D(6), 7)
        by_product.setdefault(sku, []).append(one)
    for sku, some in by_product.items():
        known = tour.ask(by_sku, sku).id
        tour.office.do(save_supply, SaveSupply(known, SaveProduct(sku), some))
    return {"template": tour.ask(by_sku, APRON).id}


def _lots(tour: "Tour") -> dict[str, Any]:
    """A row of bins; lots that expire now and later, and one that may not be sold."""
    main = tour.ask(main_warehouse)
    bins = tour.office.do(make_bins, MakeBins(main, "A-", 1, 6, tour.words("Shop floor", "前场")))
    tour.office.do(make_bins, MakeBins(main, "B-", 1, 4, tour.words("Cold room", "冷藏区")))
    tin, tea, lamp = (tour.ask(by_sku, sku).id for sku in (BISCUITS, "TEA-250", LAMP))
    lines = [
        TradeLine(tin, D(12), D("3.10"), lot="L2405", expires_on=_in_days(9), bin_id=bins[0]),
        TradeLine(tin, D(30), D("3.10"), lot="L2511", expires_on=_in_days(26), bin_id=bins[1]),
        TradeLine(tea, D(24), D("2.00"), lot="T0731", expires_on=_in_days(-3), bin_id=bins[2]),
        TradeLine(tea, D(36), D("2.05"), lot="T1105", expires_on=_in_days(200), bin_id=bins[3]),
        TradeLine(lamp, D(3), D("26.00"), serials=("BL-1041", "BL-1042", "BL-1043"),
                  bin_id=bins[4]),
    ]  # fmt: skip
    supplier = tour.ask(by_code, "BRIGHT").id
    came = tour.do(receive_goods, ReceiveGoods(supplier, lines=lines))
    blocked = tour.ask(_lot, "T1105")
    reason = tour.words("Torn bags", "包装破损")
    tour.office.do(change_lot, ChangeLot(blocked, blocked=reason))
    return {"lot": tour.ask(_lot, "L2511"), "lots_receipt": came.id, "blocked_lot": blocked}


def _lot(books: Any, code: str) -> int:
    return int(books.value("SELECT id FROM lot WHERE code = ?", (code,)))


def _road(tour: "Tour") -> dict[str, Any]:
    """A transfer that arrived short, and one that is still on its way."""
    store = tour.office.do(save_warehouse, "STORE", tour.words("Store room", "仓库"))
    main = tour.ask(main_warehouse)
    jumbo, tins = (tour.ask(by_sku, sku).id for sku in (JUMBO, TINS))
    sent = [MoveLine(jumbo, D(10)), MoveLine(tins, D(8))]
    first = tour.do(transfer_goods, TransferGoods(main, store, sent, travels=True))
    ids = [line.id for line in tour.ask(record, first.id).lines]
    parts = [ArrivedPart(ids[0], D(9), D(1)), ArrivedPart(ids[1], D(8))]
    arrived = tour.do(
        receive_transfer, ReceiveTransfer(first.id, parts, reason=tour.words("Damaged", "破损"))
    )
    again = TransferGoods(main, store, [MoveLine(jumbo, D(6)), MoveLine(tins, D(4))], travels=True)
    waits = tour.do(transfer_goods, again)
    return {"transfer": waits.id, "transfer_in": arrived.id, "to_receive": {"of": waits.id}}


def _orders(tour: "Tour") -> dict[str, Any]:
    """A customer who wants more than there is, and one who wants to know a price."""
    wanted = [tour.line(SIGN, 90), tour.line(CLOCK, 40), tour.line(BISCUITS, 6)]
    tour.do(confirm_order, WriteOrder(Kind.SALES_ORDER, tour.partner("WREN"), wanted,
                                      due_on=_in_days(4)))  # fmt: skip
    asked = [tour.line(HEART, 24, "2.60"), tour.line(CLOCK, 12)]
    offer = WriteOrder(Kind.QUOTATION, tour.partner("CASTLE"), asked, due_on=_in_days(14))
    return {"quotation": tour.do(confirm_order, offer).id}


def _corrections(tour: "Tour") -> dict[str, Any]:
    """What goes wrong in a shop: returns, breakage, a count, another method, a wrong sale."""
    supplier = tour.ask(by_code, "OLDMILL").id
    sign, clock_ = tour.ask(by_sku, SIGN).id, tour.ask(by_sku, CLOCK).id
    line = TradeLine(sign, D(12), D("0.60"))
    receipt = tour.do(receive_goods, ReceiveGoods(supplier, lines=[line]))
    ids = [row.id for row in tour.ask(record, receipt.id).lines]
    tour.do(return_to_supplier, ReturnToSupplier(receipt.id, parts=[ReturnLine(ids[0], D(2))]))
    back = TradeLine(sign, D(1), D("2.08"))
    came = [Came("faulty", went_to="repair")]
    tour.do(return_from_customer, ReturnFromCustomer(lines=[back], paid_by="cash", came=came))
    freight = Cost(D("9.60"), name=tour.words("Freight", "运费"))
    tour.do(add_landed_cost, AddLandedCost([receipt.id], [freight]))
    broken = tour.words("Damaged", "破损")
    tour.do(write_off, WriteOff([MoveLine(clock_, D(2)), MoveLine(sign, D(1))], broken))
    tour.do(post_count, PostCount([CountLine(clock_, D(57), shelf="B2-01")]))
    hamper = tour.ask(by_sku, HAMPER).id
    used = [StockLine(tour.ask(by_sku, TINS).id, D(3)), StockLine(tour.ask(by_sku, HEART).id, D(6))]
    tour.do(assemble, Assemble([StockLine(hamper, D(3))], used, work=D("4.50")))
    tour.do(change_costing, ChangeCosting(clock_, "fifo"))
    tour.office.do(_take_back, None)
    return {"receipt": receipt.id}


def _take_back(books: Any, _nothing: object) -> Posted:
    """The last but one till sale was a mistake."""
    last = books.value("SELECT MAX(id) FROM document WHERE kind = 'sale' AND state = 'posted' "
                       "AND id < (SELECT MAX(id) FROM document WHERE kind = 'sale')")  # fmt: skip
    return reverse(books, int(last))


def _money(tour: "Tour") -> dict[str, Any]:
    """A customer pays a part; rent, power and a broken lamp; the week's takings to the bank."""
    castle = tour.partner("CASTLE")
    tour.do(pay, Pay(incoming=True, amount=D("6.00"), method="bank", partner_id=castle))
    for account, amount, rate, method, note in (
        ("Rent", "1200.00", "0", "bank", tour.words("November", "11 月")),
        ("Water and power", "186.40", "20", "bank", tour.words("Third quarter", "第三季度")),
        ("Repairs", "48.00", "20", "cash", tour.words("Lamp over the counter", "柜台灯")),
    ):
        tour.do(enter_expense, EnterExpense(account, D(amount), D(rate), method, note=note))
    tour.do(transfer_money, TransferMoney("cash", "bank", D("80.00")))
    paid_out = TransferMoney("card", "bank", D("64.50"), D("1.08"), D(20), reference="TX-20931")
    tour.do(transfer_money, paid_out)
    return {}


def close_till(tour: "Tour") -> Posted:
    """The evening: what is in the drawer is counted."""
    return tour.do(close_shift, CloseShift(TILL, D("143.00")))


def _in_days(days: int) -> int:
    return clock.day_of(clock.now() + days * 86_400)


def sold_receipt(books: Any) -> int:
    """The earliest receipt of goods of which some were sold later."""
    found = books.value(
        "SELECT r.document_id FROM stock_move r JOIN document d ON d.id = r.document_id "
        "JOIN stock_move s ON s.product_id = r.product_id AND s.happened_at > r.happened_at "
        "JOIN document i ON i.id = s.document_id WHERE d.kind = 'goods_receipt' "
        "AND d.state = 'posted' AND i.kind IN ('sale', 'goods_issue') "
        "AND s.source_id = r.target_id ORDER BY r.id LIMIT 1"
    )
    return int(found)


def newest(books: Any) -> dict[str, int]:
    """The newest document of each kind."""
    rows = books.rows("SELECT kind, MAX(id) FROM document WHERE state <> 'draft' GROUP BY kind")
    return dict(rows)
