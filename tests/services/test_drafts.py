"""Drafts, remarks and the finding of pasted products, on both databases."""

from decimal import Decimal as D
from functools import partial

import pytest

from builders import Shop
from erp_desktop.core import errors
from erp_desktop.core.states import Kind
from erp_desktop.reports.document_rows import document
from erp_desktop.reports.draft_rows import draft_rows
from erp_desktop.services.catalogue.matching import match_products
from erp_desktop.services.ordering import WriteOrder, drop_order, keep_order
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.shop.drafts import draft, drafts, finish_draft, save_draft
from erp_desktop.services.shop.remarks import AddRemark, add_remark
from erp_desktop.services.trade import TradeLine


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def shop(request, tmp_path):
    place = tmp_path / "tea.shop"
    if request.param == "postgres":
        place = request.getfixturevalue("postgres_database")
    shop = Shop.found(place)
    shop.product("TEA", name="Green tea", purchase_price=8, barcodes=["0012345678905"])
    yield shop
    shop.work.close()


def test_a_paper_and_its_draft_are_done_in_one(shop):
    shop.work.run(save_draft, "goods_receipt:n1", {"lines": []})
    step = partial(finish_draft, page="goods_receipt:n1", step=receive_goods)
    nothing = ReceiveGoods(shop.supplier, lines=[])
    with pytest.raises(errors.NothingToPost):
        shop.work.run(step, nothing)
    assert shop.work.read(draft, "goods_receipt:n1") is not None
    goods = ReceiveGoods(shop.supplier, lines=[TradeLine(shop.pid("TEA"), D(3), D(8))])
    shop.work.run(step, goods)
    assert shop.work.read(drafts) == []
    assert shop.on_hand("TEA") == D(3)


def order(shop, price, **facts):
    line = TradeLine(shop.pid("TEA"), D(2), D(price))
    return WriteOrder(Kind.PURCHASE_ORDER, shop.supplier, [line], **facts)


def test_an_order_that_is_not_right_yet_keeps_its_words(shop):
    kept = shop.work.run(keep_order, order(shop, "8"), {"fields": {"due": "2026-1"}})
    slip = order(shop, "8.12345678", draft_id=kept.id, version=kept.version)
    again = shop.work.run(keep_order, slip, {"fields": {"due": "2026-11"}})
    assert again == kept  # the document stays as it was right
    words = shop.work.read(draft, f"purchase_order:{kept.id}").content
    assert words == {"fields": {"due": "2026-11"}, "version": kept.version}
    assert [(row.kind, row.lines) for row in shop.work.read(draft_rows)] == [
        (Kind.PURCHASE_ORDER, 1)
    ]
    shop.work.run(drop_order, Kind.PURCHASE_ORDER, kept.id)
    assert shop.work.read(drafts) == []
    assert shop.work.read(draft_rows) == []


def test_nobody_keeps_over_anothers_draft(shop):
    kept = shop.work.run(keep_order, order(shop, "8"), {})
    shop.work.run(keep_order, order(shop, "9", draft_id=kept.id, version=kept.version), {})
    with pytest.raises(errors.ChangedMeanwhile):
        shop.work.run(keep_order, order(shop, "7", draft_id=kept.id, version=kept.version), {})


def test_a_remark_stands_beside_the_document(shop):
    receipt = shop.receive("TEA", 3, 8)
    shop.work.run(add_remark, AddRemark(receipt.id, " one box was wet "))
    (said,) = shop.work.read(document, receipt.id).remarks
    assert said.words == "one box was wet"
    with pytest.raises(errors.Missing):
        shop.work.run(add_remark, AddRemark(receipt.id, "  "))


def test_pasted_products_are_found_by_code_barcode_and_name(shop):
    found = shop.work.read(match_products, ["tea", "12345678905", "GREEN TEA", "coffee"])
    assert {text for text, some in found.items() if some and text} == {
        "tea", "12345678905", "GREEN TEA",
    }  # fmt: skip
