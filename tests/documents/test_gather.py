"""From documents in the books to papers in the hand: every kind, in both languages."""

import re
from decimal import Decimal as D
from pathlib import Path

import pytest

from builders import Shop
from erp_desktop.core import errors
from erp_desktop.core.money import money
from erp_desktop.core.states import Kind
from erp_desktop.core.table import Column, Table
from erp_desktop.documents import registry
from erp_desktop.documents.gather import find
from erp_desktop.documents.gather_priced import credit_note, invoice, order, receipt
from erp_desktop.documents.papers import PricedPaper
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.paper import Posted
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.records import header
from erp_desktop.services.sales.till import PaidBy

from . import reading
from .trading import GOODS, NAMES, PARTNERS, Trading, opened, traded

PAPERS = {  # what was made: the papers it has
    "order": ["purchase-order"],
    "arrival": ["goods-receipt", "labels"],
    "bill": ["bill"],
    "sent back": ["supplier-return"],
    "quotation": ["quotation"],
    "sales order": ["sales-order"],
    "issue": ["delivery-note"],
    "invoice": ["invoice"],
    "credited": ["return-receipt", "credit-note", "customer-return"],
    "sale": ["receipt", "invoice", "delivery-note"],
    "transfer": ["transfer"],
    "write-off": ["write-off"],
    "count": ["count-sheet"],
    "reversal": ["receipt", "invoice", "delivery-note"],
}
WITH_MONEY = {
    "order": lambda found: order(found, "Purchase order"),
    "quotation": lambda found: order(found, "Quotation"),
    "sales order": lambda found: order(found, "Sales order"),
    "draft": lambda found: order(found, "Sales order"),
    "invoice": lambda found: invoice(found, "Invoice"),
    "bill": lambda found: invoice(found, "Bill"),
    "credited": lambda found: credit_note(found, "Credit note"),
    "sale": lambda found: receipt(found, "Receipt", 80),
    "return": lambda found: receipt(found, "Return receipt", 58),
    "reversal": lambda found: invoice(found, "Invoice"),
}
TITLES = {
    "order": ("Purchase order", "采购订单"),
    "arrival": ("Goods receipt", "采购入库单"),
    "bill": ("Bill", "采购账单"),
    "sent back": ("Supplier return", "采购退货单"),
    "issue": ("Delivery note", "销售出库单"),
    "credited": ("Return receipt", "退货小票"),
    "sale": ("Receipt", "销售小票"),
    "transfer": ("Stock transfer", "调拨单"),
    "write-off": ("Write-off", "报损单"),
    "count": ("Count result", "盘点结果"),
}


@pytest.fixture(scope="module", params=["en", "zh_CN"])
def trading(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Trading:
    folder = tmp_path_factory.mktemp("trading")
    return traded(folder / "own.shop", request.param)


@pytest.fixture(scope="module", params=["with tax", "without tax"])
def both_bases(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Trading:
    place = tmp_path_factory.mktemp("bases") / "own.shop"
    return traded(place, "zh_CN", included=request.param == "with tax")


def paper(trading: Trading, kind: str, made: str | Posted, **facts: str) -> bytes:
    posted = trading.made[made] if isinstance(made, str) else made
    return trading.shop.work.read(registry.paper_for, kind, posted.id, **facts)


def said(trading: Trading, kind: str, made: str | Posted, **facts: str) -> str:
    return reading.words(paper(trading, kind, made, **facts))


# -- every paper ---------------------------------------------------------------------------------


@pytest.mark.parametrize("made", PAPERS)
def test_every_document_has_its_papers(trading: Trading, made: str) -> None:
    posted = trading.made[made]
    assert trading.shop.work.read(registry.papers_of, posted.id) == PAPERS[made]
    lines = trading.shop.lines_of(posted)
    for kind in PAPERS[made]:
        words = said(trading, kind, made)
        assert NAMES[trading.language] in words
        assert all(trading.name_of(sku).split(" ")[0] in words for sku in lines), kind
        if kind != "labels":
            assert posted.number in words
            assert posted.number in reading.codes(paper(trading, kind, made)), kind


@pytest.mark.parametrize("made", TITLES)
def test_a_paper_speaks_its_shops_language(trading: Trading, made: str) -> None:
    title = TITLES[made][trading.language == "zh_CN"]
    assert title in said(trading, PAPERS[made][0], made)


def test_a_paper_can_be_asked_for_in_the_other_language(trading: Trading) -> None:
    other = "en" if trading.language == "zh_CN" else "zh_CN"
    words = said(trading, "invoice", "invoice", language=other)
    assert ("Invoice" if other == "en" else "销售发票") in words


def test_every_document_that_people_hand_over_has_a_paper() -> None:
    without = {Kind.REVERSAL, Kind.COSTING_CHANGE}  # nobody is handed how goods are costed
    for kind in set(Kind) - without:
        assert registry.kinds_for(kind), kind


# -- the sums (LEDGER L-62) ----------------------------------------------------------------------


@pytest.mark.parametrize("made", WITH_MONEY)
def test_printed_lines_make_the_documents_total(both_bases: Trading, made: str) -> None:
    work, posted = both_bases.shop.work, both_bases.made[made]

    def gathered(books: object) -> PricedPaper:
        gathered: PricedPaper = WITH_MONEY[made](find(books, posted.id))  # type: ignore[arg-type]
        return gathered

    printed = work.read(gathered)
    printed.require_sum()
    booked = money(work.read(header, posted.id).total)
    sign = -1 if made in {"credited", "return"} else 1
    assert printed.total - printed.rounding == sign * booked
    assert sum(group.net + group.tax for group in printed.groups) == sign * booked


@pytest.mark.parametrize("made", ["invoice", "credited", "sale"])
def test_the_amounts_on_the_paper_itself_add_up(both_bases: Trading, made: str) -> None:
    """Read back from the PDF: what is printed after each line's rate makes the printed total."""
    kind = {"invoice": "invoice", "credited": "credit-note", "sale": "invoice"}[made]
    words = said(both_bases, kind, made).replace(",", "").replace("−", "-")
    lines = [D(amount) for amount in re.findall(r"% (-?\d+\.\d\d)(?! -?\d+\.\d\d)", words)]
    booked = both_bases.shop.work.read(header, both_bases.made[made].id)
    sign, rounding = (-1 if made == "credited" else 1), D("0.03" if made == "sale" else 0)
    assert len(lines) == len(both_bases.shop.lines_of(both_bases.made[made]))
    assert sum(lines) == sign * money(booked.total if booked.tax_included else booked.net)
    found = re.search(r"合计 (-?)¥(\d+\.\d\d)", words)
    assert found
    assert D(found[1] + found[2]) == sign * money(booked.total) - rounding
    if not booked.tax_included:
        assert f"税额 {sign * money(booked.tax)}" in words


def test_a_discount_a_partial_delivery_and_its_tax(tmp_path: Path) -> None:
    """A third of an order with a discount on the whole: the invoice still re-adds to the cent."""
    trading = opened(tmp_path / "a.shop", "en", included=False)
    shop = trading.shop
    ordered = shop.sales_order("TEA", 3, "33.335", discount=D("10.00"))
    bills = [shop.invoice(shop.issue(ordered, "TEA", 1, on=on), on=on + 3) for on in (3, 4, 5)]
    printed = [shop.work.read(lambda b, i=i: invoice(find(b, i.id), "Invoice")) for i in bills]
    for one in printed:
        one.require_sum()
    assert sum(one.subtotal for one in printed) == D("90.01")


# -- receipts ------------------------------------------------------------------------------------


@pytest.mark.parametrize("roll", ["58", "80"])
def test_a_receipt_tells_payments_change_and_rounding(trading: Trading, roll: str) -> None:
    words = said(trading, "receipt", "sale", template=roll)
    chinese = trading.language == "zh_CN"
    for label, figure in [
        (("Card", "刷卡"), "50.00"),
        (("Cash", "现金"), "300.00"),
        (("Change", "找零"), "179.95"),
        (("Rounding", "抹零"), "−0.03"),
        (("Subtotal", "小计"), "170.08"),
    ]:
        assert f"{label[chinese]} {figure}" in words
    assert ("¥170.05" if chinese else "£170.05") in words
    assert reading.codes(paper(trading, "receipt", "sale", template=roll)) == [
        trading.made["sale"].number
    ]


def test_a_return_names_its_sale_and_gives_back_below_zero(trading: Trading) -> None:
    words = said(trading, "return-receipt", "return")
    assert trading.made["sale"].number in words
    assert "−1" in words
    symbol = "¥" if trading.language == "zh_CN" else "£"
    assert f"−{symbol}71.44" in words  # with its share of what was let off (LEDGER L-70)


def test_what_a_known_customer_owes_stands_on_the_receipt(tmp_path: Path) -> None:
    trading = opened(tmp_path / "a.shop", "en")
    sold = trading.shop.sell(
        "TEA", 2, "28.90", payments=[PaidBy("cash", D(20))], customer_id=trading.shop.customer
    )
    words = said(trading, "receipt", sold)
    assert "On account 37.80" in words
    assert PARTNERS["en"][0] in words
    assert "Paid or credited −20.00" in said(trading, "invoice", sold)


def test_the_shop_chooses_its_roll_once(tmp_path: Path) -> None:
    trading = opened(tmp_path / "a.shop", "en")
    trading.shop.work.run(lambda books: books.put_setting("paper_receipt", "58"))
    sold = trading.shop.sell("TEA", 1, 20)
    assert _width_mm(paper(trading, "receipt", sold)) == 58
    assert _width_mm(paper(trading, "receipt", sold, template="80")) == 80


def _width_mm(pdf: bytes) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return round(document[0].get_width() / 72 * 25.4)


# -- what the papers say -------------------------------------------------------------------------


def test_an_invoice_tells_where_it_came_from_and_what_is_open(trading: Trading) -> None:
    words = said(trading, "invoice", "invoice")
    for made in ("sales order", "issue"):
        assert trading.made[made].number in words
    assert "PO 4711" in words
    assert ("2026-02-04" if trading.language == "zh_CN" else "4 Feb 2026") in words
    assert ("未付 ¥" if trading.language == "zh_CN" else "Still to pay £") in words
    assert ("人民币" in words) is (trading.language == "zh_CN")


def test_a_credit_note_answers_its_invoice_in_capitals(trading: Trading) -> None:
    words = said(trading, "credit-note", "credited")
    assert trading.made["invoice"].number in words
    assert ("人民币负陆佰陆拾伍元叁角" in words) is (trading.language == "zh_CN")
    roll = said(trading, "return-receipt", "credited")
    assert roll.count(trading.name_of("TEA")) == 1
    assert ("记入往来账 −665.30" if trading.language == "zh_CN" else "On account −665.30") in roll


def test_a_delivery_says_what_was_ordered_and_prices_only_when_asked(trading: Trading) -> None:
    plain = said(trading, "delivery-note", "issue")
    assert trading.made["sales order"].number in plain
    assert "16 5" in plain  # ordered, delivered
    assert "348.35" not in plain
    assert "348.35" in said(trading, "delivery-note", "issue", template="prices")


def test_an_arrival_names_the_order_and_the_suppliers_number(trading: Trading) -> None:
    words = said(trading, "goods-receipt", "arrival")
    assert trading.made["order"].number in words
    assert "LS-88213" in words
    assert "40 24" in words


def test_a_bill_names_the_suppliers_own_number(trading: Trading) -> None:
    words = said(trading, "bill", "bill")
    assert "RE-2026-117" in words
    assert trading.made["arrival"].number in words


def test_a_count_shows_the_difference_and_a_write_off_its_reason(trading: Trading) -> None:
    assert "37 −19" in said(trading, "count-sheet", "count")
    assert "橱窗内打碎" in said(trading, "write-off", "write-off")


def test_papers_keep_what_was_agreed(tmp_path: Path) -> None:
    """LEDGER L-79: today's names, prices, taxes and addresses are not on yesterday's papers."""
    trading = traded(tmp_path / "a.shop", "en")
    kept = ["invoice", "sales order", "issue", "sale", "arrival", "credited"]
    before = {made: paper(trading, PAPERS[made][0], made) for made in kept}
    for sku in GOODS:
        change = SaveProduct(sku, "Renamed", price=D(1), tax=D(0), unit="ton", barcodes=["1"])
        work = trading.shop.work
        work.run(save_product, SaveProduct(sku, barcodes=[]))
        work.run(save_product, change)
        work.run(save_product, SaveProduct(sku, barcodes=[]))
    renamed = SavePartner("ZHOU", "Somebody else", address="Elsewhere", terms_days=0)
    trading.shop.work.run(save_partner, renamed)
    assert {made: paper(trading, PAPERS[made][0], made) for made in kept} == before


# -- stamps --------------------------------------------------------------------------------------


def test_what_no_longer_holds_is_stamped(trading: Trading) -> None:
    chinese = trading.language == "zh_CN"
    gone = said(trading, "receipt", "mistake")
    assert ("已冲销" if chinese else "Reversed") in gone
    assert trading.made["reversal"].number in gone
    back = said(trading, "receipt", "reversal")
    assert ("红冲" if chinese else "Reversal") in back
    assert trading.made["mistake"].number in back
    assert "−128.00" in back
    assert "−1 " in back
    assert ("草稿" if chinese else "Draft") in said(trading, "sales-order", "draft")
    assert ("草稿" if chinese else "Draft") not in said(trading, "sales-order", "sales order")


def test_a_closed_order_and_a_practice_shop_say_so(tmp_path: Path) -> None:
    shop = Shop.found(tmp_path / "a.shop", practice=True)
    shop.product("TEA")
    placed = shop.order("TEA", 5, 3)
    shop.close_order(placed)
    words = reading.words(shop.work.read(registry.paper_for, "purchase-order", placed.id))
    assert "Practice · Cancelled" in words


def test_a_draft_without_a_line_can_be_looked_at(tmp_path: Path) -> None:
    from erp_desktop.services.ordering import WriteOrder, save_draft

    shop = Shop.found(tmp_path / "a.shop")
    draft = shop.work.run(save_draft, WriteOrder(Kind.SALES_ORDER, None))
    assert "Draft" in reading.words(shop.work.read(registry.paper_for, "sales-order", draft))


@pytest.mark.parametrize("made", ["credited", "count", "issue", "bill", "transfer", "arrival"])
def test_a_reversal_is_printed_on_the_paper_it_turns_back(tmp_path: Path, made: str) -> None:
    trading = traded(tmp_path / "a.shop", "en")
    shop = trading.shop
    for follower in {
        "issue": ["credited", "paid", "invoice"],
        "bill": ["sent back"],
        "arrival": ["sent back", "bill"],
    }.get(made, []):
        if follower == "paid":
            number = "SELECT id FROM document WHERE kind = 'payment_in'"
            shop.work.run(lambda books, sql=number: _reverse(books, books.value(sql)))
        else:
            shop.reverse(trading.made[follower])
    turned = shop.reverse(trading.made[made])
    for kind in shop.work.read(registry.papers_of, turned.id):
        words = said(trading, kind, turned)
        assert "Reversal" in words
        assert trading.made[made].number in words
    assert "labels" not in shop.work.read(registry.papers_of, turned.id)


def _reverse(books, document_id):  # type: ignore[no-untyped-def]
    from erp_desktop.services.reversing import reverse

    return reverse(books, document_id)


# -- labels and count sheets ---------------------------------------------------------------------


def test_a_label_for_every_piece_that_arrived(trading: Trading) -> None:
    shop = trading.shop
    pdf = shop.work.read(registry.paper_for, "labels", trading.made["arrival"].id, template="50x30")
    pages = reading.words_of_pages(pdf)
    assert len(pages) == 24 + 6 + 60 + 1  # 1.375 kg are one bag
    assert "¥21.53" in pages[0] or "£21.53" in pages[0]
    few = shop.work.read(registry.labels_for, [(shop.pid(sku), 1) for sku in GOODS], size="60x40")
    read = {code.lstrip("0") for code in reading.codes(few)}
    assert read == {row[6].lstrip("0") for row in GOODS.values()}


def test_labels_refuse_what_cannot_be_printed(trading: Trading) -> None:
    work, tea = trading.shop.work, trading.shop.pid("TEA")
    with pytest.raises(errors.NotAmong):
        work.read(registry.labels_for, [(tea, 1)], size="1x1")
    with pytest.raises(errors.NotPositive):
        work.read(registry.labels_for, [(tea, 0)])
    with pytest.raises(errors.UnknownProduct):
        work.read(registry.labels_for, [(999_999, 1)])
    with pytest.raises(errors.NothingToPost):
        work.read(registry.labels_for, [])


def test_a_sheet_to_count_with_lists_what_belongs_there(trading: Trading) -> None:
    shop, work = trading.shop, trading.shop.work
    main, back = shop.wid("MAIN"), shop.wid("BACK")
    pdf = work.read(registry.count_sheet_for, main)
    blind = reading.words(pdf)
    assert all(trading.name_of(sku).split(" ")[0] in blind for sku in GOODS)
    assert ("账面数量" if trading.language == "zh_CN" else "Book quantity") not in blind
    assert ("草稿" if trading.language == "zh_CN" else "Draft") not in blind
    assert len(reading.codes(pdf)) == len(GOODS)
    seeing = reading.words(work.read(registry.count_sheet_for, back, blind=False))
    assert "12" in seeing
    assert trading.name_of("OOL") not in seeing
    one = work.read(registry.count_sheet_for, back, product_ids=[shop.pid("TEA")])
    assert trading.name_of("TEA") in reading.words(one)
    other = work.read(registry.count_sheet_for, main, category_id=999)
    assert trading.name_of("TEA") not in reading.words(other)


# -- refusals ------------------------------------------------------------------------------------


def test_a_paper_that_a_document_does_not_have_is_refused(trading: Trading) -> None:
    work = trading.shop.work
    with pytest.raises(errors.WrongDocument):
        work.read(registry.paper_for, "receipt", trading.made["order"].id)
    with pytest.raises(errors.NotAmong):
        work.read(registry.paper_for, "poem", trading.made["order"].id)
    with pytest.raises(errors.NotAmong):
        work.read(registry.paper_for, "receipt", trading.made["sale"].id, template="33")
    with pytest.raises(errors.UnknownDocument):
        work.read(registry.paper_for, "receipt", 999_999)


def test_a_list_on_paper_carries_the_shops_name(trading: Trading) -> None:
    table = Table("stock", "Stock", (Column("name", "Name"),), [("Tea 茶",)])
    words = reading.words(trading.shop.work.read(registry.table_paper, table, facts=[("A", "b")]))
    assert NAMES[trading.language] in words
    assert "Tea 茶" in words


# -- on a server ---------------------------------------------------------------------------------


@pytest.mark.postgres
def test_papers_come_from_a_server_alike(postgres_database: str, tmp_path: Path) -> None:
    served, local = traded(postgres_database, "zh_CN"), traded(tmp_path / "a.shop", "zh_CN")  # type: ignore[arg-type]
    for made, kinds in PAPERS.items():
        for kind in kinds:
            assert said(served, kind, made) == said(local, kind, made), (made, kind)
    sheets = [
        trading.shop.work.read(registry.count_sheet_for, trading.shop.wid("MAIN"), blind=False)
        for trading in (served, local)
    ]
    assert reading.words(sheets[0]) == reading.words(sheets[1])
    served.shop.work.close()
