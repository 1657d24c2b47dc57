"""Bought and sold by weight, counted in pieces: both are kept (LEDGER L-59)."""

from builders import D, Shop, day
from erp_desktop.core.states import Kind
from erp_desktop.documents.gather import find
from erp_desktop.documents.gather_goods import arrival
from erp_desktop.reports.product_details import pieces_of, product_details
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.purchasing.returning import (
    ReturnLine,
    ReturnToSupplier,
    return_to_supplier,
)
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.services.sales.till import SellAtTill, sell_at_till
from erp_desktop.services.stock.transferring import (
    MoveLine,
    TransferGoods,
    WriteOff,
    transfer_goods,
    write_off,
)
from erp_desktop.services.stock.transit import ArrivedPart, ReceiveTransfer, receive_transfer
from erp_desktop.services.trade import PartLine, TradeLine


def ham(shop: Shop) -> int:
    """Hams: 5 of them weigh 110 kg, at 8.00 a kilogram."""
    shop.product("HAM", unit="kg", catch_unit="ham", price=20)
    line = TradeLine(shop.pid("HAM"), D(110), D(8), pieces=D(5))
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=[line], at=day(1)))
    return shop.pid("HAM")


def test_five_pieces_of_110_kg_are_five_pieces(shop: Shop) -> None:
    ham_id = ham(shop)
    assert shop.on_hand("HAM") == 110
    assert shop.work.read(pieces_of, ham_id) == 5
    assert shop.stock_value("HAM") == 880


def test_the_till_takes_pieces_and_kilograms_away(shop: Shop) -> None:
    ham_id = ham(shop)
    line = TradeLine(ham_id, D("21.35"), pieces=D(1))
    sold = shop.work.run(sell_at_till, SellAtTill([line], paid_by="cash", at=day(2)))
    details = shop.work.read(product_details, ham_id)
    assert (shop.on_hand("HAM"), details.pieces) == (D("88.65"), 4)
    shop.reverse(sold)
    assert shop.work.read(pieces_of, ham_id) == 5


def test_an_ordered_weight_is_shipped_and_brought_back_in_pieces(shop: Shop) -> None:
    ham_id = ham(shop)
    ordered = shop.work.run(
        confirm_order,
        WriteOrder(Kind.SALES_ORDER, shop.customer, [TradeLine(ham_id, D(40))], at=day(2)),
    )
    part = PartLine(shop.lines_of(ordered)["HAM"].id, D(40), pieces=D(2))
    gone = shop.work.run(issue_goods, IssueGoods(order_id=ordered.id, parts=[part], at=day(3)))
    assert shop.work.read(pieces_of, ham_id) == 3
    back = PartLine(shop.lines_of(gone)["HAM"].id, D(19), pieces=D(1))
    shop.work.run(return_from_customer, ReturnFromCustomer(gone.id, parts=[back], at=day(4)))
    assert (shop.on_hand("HAM"), shop.work.read(pieces_of, ham_id)) == (89, 4)


def test_the_paper_says_how_many_pieces_the_weight_was(shop: Shop) -> None:
    ham(shop)
    got = shop.value_of("SELECT id FROM document WHERE kind = 'goods_receipt'")
    paper = shop.work.read(lambda books: arrival(find(books, got), "Goods receipt"))
    assert [(line.quantity, line.unit, line.note) for line in paper.lines] == [
        (D(110), "kg", "5 ham")
    ]


def pieces_at(shop: Shop, place: str) -> int:
    found: int = shop.value_of(
        "SELECT COALESCE(SUM(pieces), 0) FROM stock_detail WHERE location_id = ?", shop.wid(place)
    )
    return int(found) // 1_000_000


def test_a_weight_is_carried_to_another_warehouse_in_its_pieces(shop: Shop) -> None:
    """Two hams of 43 kg were said; of the rest nobody said anything: 22 kg are most likely one."""
    ham_id = ham(shop)
    shop.warehouse("BACK")
    main, back = shop.wid("MAIN") or 0, shop.wid("BACK") or 0
    said = MoveLine(ham_id, D(43), pieces=D(2))
    shop.work.run(transfer_goods, TransferGoods(main, back, [said], at=day(2)))
    assert (pieces_at(shop, "MAIN"), pieces_at(shop, "BACK")) == (3, 2)
    moved = shop.work.run(
        transfer_goods, TransferGoods(main, back, [MoveLine(ham_id, D(22))], at=day(3))
    )
    assert (pieces_at(shop, "MAIN"), pieces_at(shop, "BACK")) == (2, 3)
    shop.reverse(moved)
    assert (pieces_at(shop, "MAIN"), pieces_at(shop, "BACK")) == (3, 2)
    lost = WriteOff([MoveLine(ham_id, D(23), pieces=D(1))], "mouldy", main, at=day(4))
    shop.work.run(write_off, lost)
    assert pieces_at(shop, "MAIN") == 2


def test_pieces_that_travel_arrive_or_are_missing(shop: Shop) -> None:
    ham_id = ham(shop)
    shop.warehouse("BACK")
    line = MoveLine(ham_id, D(66), pieces=D(3))
    sent = shop.work.run(
        transfer_goods,
        TransferGoods(
            shop.wid("MAIN") or 0, shop.wid("BACK") or 0, [line], at=day(2), travels=True
        ),
    )
    part = ArrivedPart(shop.lines_of(sent)["HAM"].id, D(44), D(22))
    shop.work.run(receive_transfer, ReceiveTransfer(sent.id, [part], "fell off", at=day(3)))
    assert (pieces_at(shop, "MAIN"), pieces_at(shop, "BACK")) == (2, 2)
    assert shop.work.read(pieces_of, ham_id) == 4


def test_pieces_go_back_to_the_supplier(shop: Shop) -> None:
    """By its receipt a share of its pieces, or as somebody says; without one by what lies there."""
    ham_id = ham(shop)
    receipt = shop.value_of("SELECT id FROM document WHERE kind = 'goods_receipt'")
    line_id = shop.value_of("SELECT id FROM document_line WHERE document_id = ?", receipt)
    for part, left in (
        (ReturnLine(line_id, D(22)), 4),
        (ReturnLine(line_id, D(45), pieces=D(2)), 2),
    ):
        shop.work.run(return_to_supplier, ReturnToSupplier(receipt, parts=[part], at=day(2)))
        assert shop.work.read(pieces_of, ham_id) == left
    line = TradeLine(ham_id, D(21), D(8))
    shop.work.run(
        return_to_supplier, ReturnToSupplier(supplier_id=shop.supplier, lines=[line], at=day(3))
    )
    assert shop.work.read(pieces_of, ham_id) == 1
