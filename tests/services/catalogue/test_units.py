"""Bought by the case, kept and sold singly: the units of a product (LEDGER L-10, L-57 to L-60)."""

from decimal import Decimal

import pytest

from builders import D, Shop, day
from erp_desktop.core import errors
from erp_desktop.core.states import Kind
from erp_desktop.documents.gather import find
from erp_desktop.documents.gather_goods import delivery
from erp_desktop.documents.gather_priced import invoice, order
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.catalogue.scanning import by_code
from erp_desktop.services.catalogue.units import SaveUnit
from erp_desktop.services.finance.bills import EnterBill, enter_bill
from erp_desktop.services.finance.invoices import WriteInvoice, write_invoice
from erp_desktop.services.ordering import WriteOrder, confirm_order, save_draft
from erp_desktop.services.paper import Posted
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.records import record
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.sales.till import SellAtTill, sell_at_till
from erp_desktop.services.trade import PartLine, TradeLine


def in_packs(shop: Shop, sku: str = "TEA", **facts: object) -> int:
    """TEA by the piece, the dozen and the case of 24; a case costs less than its pieces."""
    shop.work.run(
        save_product,
        SaveProduct(
            sku,
            unit="pcs",
            price=D("1.30"),
            units=[
                SaveUnit("dozen", D(12)),
                SaveUnit("case", D(24), D("28.99"), ["16901234567899"]),
            ],
            **facts,  # type: ignore[arg-type]
        ),
    )
    return shop.pid(sku)


def lines(shop: Shop, document: Posted) -> list[tuple[Decimal, str, Decimal, Decimal]]:
    """Quantity, unit, unit price and net of a document's lines, as its paper prints them."""
    paper = shop.work.read(lambda books: invoice(find(books, document.id), "Paper"))
    return [(line.quantity, line.unit, line.unit_price, line.net) for line in paper.lines]


def test_two_packs_of_twelve_at_13_99_are_worth_27_98(shop: Shop) -> None:
    tea = in_packs(shop)
    line = TradeLine(tea, D(2), D("13.99"), unit="dozen")
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=[line], at=day(1)))
    assert shop.on_hand() == 24
    assert shop.stock_value() == D("27.98")


def test_a_thousand_cases_cost_a_thousand_times_the_price_of_one(shop: Shop) -> None:
    """Rounded to a piece's price of six places, 7,000 dozens at 13.99 would be 0.03 off."""
    tea = in_packs(shop)
    line = TradeLine(tea, D(7000), D("13.99"), unit="dozen")
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=[line], at=day(1)))
    assert shop.on_hand() == 84_000
    assert shop.stock_value() == D("97930.00")


def test_five_packs_of_four_pieces_at_182193_74(shop: Shop) -> None:
    """LEDGER L-11."""
    shop.product("PUMP", unit="pcs", units=[SaveUnit("pack", D(4))])
    line = TradeLine(shop.pid("PUMP"), D(5), D("182193.74"), unit="pack")
    got = shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=[line], at=day(1)))
    assert lines(shop, got) == [(D(5), "pack", D("182193.74"), D("910968.70"))]
    assert shop.stock_value("PUMP") == D("910968.70")


def test_one_piece_out_of_a_dozen_is_a_twelfth_and_shows_as_one_piece(shop: Shop) -> None:
    """LEDGER L-58: order, delivery and invoice all say 1 piece."""
    tea = in_packs(shop, stock_unit="dozen")
    dozen = TradeLine(tea, D(1), D(12), unit="dozen")
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=[dozen], at=day(1)))
    ordered = shop.sales_order("TEA", 1, "1.30")
    gone = shop.issue(ordered, "TEA", 1)
    charged = shop.invoice(ordered)
    assert shop.on_hand() * 12 == 11 * 12
    assert shop.stock_value() == 11
    for document in (ordered, gone, charged):
        assert lines(shop, document) == [(D(1), "pcs", D("1.30"), D("1.30"))]


def test_a_case_stays_a_case_from_order_to_invoice(shop: Shop) -> None:
    tea = in_packs(shop)
    shop.receive("TEA", 60, at=1)
    case = TradeLine(tea, D(2), unit="case")
    ordered = shop.work.run(
        confirm_order, WriteOrder(Kind.SALES_ORDER, shop.customer, [case], at=day(2))
    )
    assert shop.reserved() == 48
    gone = shop.issue(ordered, "TEA", 48)
    charged = shop.invoice(ordered)
    for document in (ordered, gone, charged):
        assert lines(shop, document) == [(D(2), "case", D("28.99"), D("57.98"))]
    assert shop.on_hand() == 12


def test_five_of_a_case_leave_as_five_pieces(shop: Shop) -> None:
    tea = in_packs(shop)
    shop.receive("TEA", 60, at=1)
    case = TradeLine(tea, D(2), unit="case")
    ordered = shop.work.run(
        confirm_order, WriteOrder(Kind.SALES_ORDER, shop.customer, [case], at=day(2))
    )
    some = shop.issue(ordered, "TEA", 5, on=3)
    case_and_rest = shop.issue(ordered, "TEA", 43, on=4)
    first, second = shop.invoice(some, on=5), shop.invoice(case_and_rest, on=6)
    assert [line[:2] for line in lines(shop, some)] == [(D(5), "pcs")]
    both = lines(shop, first) + lines(shop, second)
    assert sum(line[3] for line in both) == D("57.98")
    paper = shop.work.read(lambda books: delivery(find(books, some.id), "Delivery"))
    assert [(line.quantity, line.unit) for line in paper.lines] == [(D(5), "pcs")]


def test_a_discount_on_cases_is_taken_from_the_price_of_the_case(shop: Shop) -> None:
    tea = in_packs(shop)
    shop.receive("TEA", 240, at=1)
    line = TradeLine(tea, D(3), percent_off=D(10), unit="case")
    sold = shop.work.run(sell_at_till, SellAtTill([line], paid_by="cash", at=day(2)))
    assert lines(shop, sold)[0][3] == D("78.27")  # 86.97 less 8.697


def test_a_draft_in_cases_is_confirmed_in_cases(shop: Shop) -> None:
    tea = in_packs(shop)
    written = WriteOrder(
        Kind.PURCHASE_ORDER, shop.supplier, [TradeLine(tea, D(3), D("20.00"), unit="case")],
        at=day(1),
    )  # fmt: skip
    draft = shop.work.run(save_draft, written)
    ordered = shop.confirm(draft)
    paper = shop.work.read(lambda books: order(find(books, ordered.id), "Order"))
    assert [(x.quantity, x.unit, x.unit_price) for x in paper.lines] == [(D(3), "case", D(20))]


def test_a_bill_says_what_a_case_really_cost(shop: Shop) -> None:
    tea = in_packs(shop)
    case = TradeLine(tea, D(1), D("24.00"), unit="case")
    got = shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=[case], at=day(1)))
    line = shop.work.read(record, got.id).lines[0]
    part = PartLine(line.id, D(24), D("25.01"), in_unit=True)
    billed = shop.work.run(enter_bill, EnterBill([got.id], parts=[part], at=day(2)))
    assert lines(shop, billed) == [(D(1), "case", D("25.01"), D("25.01"))]
    assert shop.stock_value() == D("25.01")


def test_the_code_of_a_case_adds_a_case_at_its_own_price(shop: Shop) -> None:
    """LEDGER L-60."""
    in_packs(shop)
    found = shop.work.read(by_code, "16901234567899")
    assert found is not None
    assert (found.unit, found.quantity) == ("case", 24_000_000)


def test_a_case_sold_at_the_till_is_a_case_on_the_receipt(shop: Shop) -> None:
    tea = in_packs(shop)
    shop.receive("TEA", 30, at=1)
    line = TradeLine(tea, D(1), unit="case")
    sold = shop.work.run(sell_at_till, SellAtTill([line], paid_by="cash", at=day(2)))
    assert lines(shop, sold) == [(D(1), "case", D("28.99"), D("28.99"))]
    assert shop.on_hand() == 6


def test_issuing_and_invoicing_without_an_order_keep_the_unit(shop: Shop) -> None:
    tea = in_packs(shop)
    shop.receive("TEA", 30, at=1)
    gone = shop.work.run(
        issue_goods,
        IssueGoods(shop.customer, lines=[TradeLine(tea, D(2), unit="dozen")], at=day(2)),
    )
    charged = shop.work.run(write_invoice, WriteInvoice(gone.id, at=day(3)))
    assert lines(shop, charged) == [(D(2), "dozen", D("15.60"), D("31.20"))]


@pytest.mark.parametrize(
    ("unit", "refusal"),
    [
        (SaveUnit("third", D(1) / D(3)), errors.TooManyPlaces),
        (SaveUnit("nothing", D(0)), errors.NotPositive),
        (SaveUnit("pcs", D(2)), errors.UnitTwice),
        (SaveUnit(" ", D(2)), errors.Missing),
        (SaveUnit("box", D(2), D(-1)), errors.NotPositive),
    ],
)
def test_a_unit_that_makes_no_sense(
    shop: Shop, unit: SaveUnit, refusal: type[errors.RuleBroken]
) -> None:
    with pytest.raises(refusal):
        shop.work.run(save_product, SaveProduct("TEA", unit="pcs", units=[unit]))


def test_a_unit_that_the_product_does_not_have(shop: Shop) -> None:
    tea = in_packs(shop)
    with pytest.raises(errors.NotAmong, match="barrel"):
        shop.work.run(sell_at_till, SellAtTill([TradeLine(tea, D(1), unit="barrel")], at=day(2)))
    with pytest.raises(errors.NotAmong, match="barrel"):
        shop.work.run(save_product, SaveProduct("TEA", purchase_unit="barrel"))


def test_a_case_keeps_its_codes_when_the_piece_gets_another(shop: Shop) -> None:
    in_packs(shop)
    shop.work.run(save_product, SaveProduct("TEA", barcodes=["6901234567892"]))
    assert shop.work.read(by_code, "6901234567892").quantity == 1_000_000  # type: ignore[union-attr]
    assert shop.work.read(by_code, "16901234567899").quantity == 24_000_000  # type: ignore[union-attr]
