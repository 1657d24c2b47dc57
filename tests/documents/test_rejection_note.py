"""Papers of inspected goods: the receipt says what was rejected, the note goes back with it."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from builders import D, Shop, day
from erp_desktop.core import errors
from erp_desktop.core.states import Kind
from erp_desktop.documents import registry
from erp_desktop.services.catalogue.supply import Offer, save_offers
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.paper import Posted
from erp_desktop.services.purchasing.inspecting import Inspected
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.trade import PartLine, TradeLine

from . import reading


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    shop = Shop.found(tmp_path / "own.shop")
    shop.product("TEA", name="Green tea")
    shop.product("CUP", name="Cup", purchase_price="2.40")
    return shop


def photo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (640, 480), "brown").save(out, "JPEG")
    return out.getvalue()


def inspected(shop: Shop) -> Posted:
    order = shop.order("TEA", 10, 5)
    check = Inspected(D(3), "Damaged", photo())
    part = PartLine(shop.lines_of(order)["TEA"].id, D(7), check=check)
    gift = TradeLine(shop.pid("CUP"), D(1), check=Inspected(promotion=True))
    return shop.work.run(
        receive_goods, ReceiveGoods(order_id=order.id, parts=[part], lines=[gift], at=day(2))
    )


def test_the_receipt_shows_what_was_rejected_and_what_was_a_gift(shop: Shop) -> None:
    words = reading.words(shop.work.read(registry.paper_for, "goods-receipt", inspected(shop).id))
    assert "Rejected" in words
    assert "Damaged" in words
    assert "Gift" in words


@pytest.mark.parametrize(("language", "title"), [("en", "Rejection note"), ("zh_CN", "拒收单")])
def test_the_note_names_only_what_was_rejected(shop: Shop, language: str, title: str) -> None:
    receipt = inspected(shop)
    pdf = shop.work.read(registry.paper_for, "rejection-note", receipt.id, language=language)
    words = reading.words(pdf)
    assert title in words
    assert "Green tea" in words
    assert "Damaged" in words
    assert "Cup" not in words
    assert b"/Image" in pdf


def test_a_photo_that_is_none_does_not_stop_the_paper(shop: Shop) -> None:
    order = shop.order("TEA", 10, 5)
    check = Inspected(D(1), "Damaged", b"no picture at all")
    part = PartLine(shop.lines_of(order)["TEA"].id, D(9), check=check)
    receipt = shop.work.run(receive_goods, ReceiveGoods(order_id=order.id, parts=[part], at=day(2)))
    pdf = shop.work.read(registry.paper_for, "rejection-note", receipt.id)
    assert "Damaged" in reading.words(pdf)


def test_a_receipt_without_rejections_has_no_note(shop: Shop) -> None:
    receipt = shop.receive("TEA", 1, 1)
    assert shop.work.read(registry.papers_of, receipt.id) == ["goods-receipt", "labels"]
    with pytest.raises(errors.WrongDocument):
        shop.work.read(registry.paper_for, "rejection-note", receipt.id)


def test_an_order_costs_what_its_supplier_offers_and_names_his_code(shop: Shop) -> None:
    cup = shop.pid("CUP")
    shop.work.run(save_offers, cup, [Offer(shop.supplier, "AC-99", D("2.10"))])
    order = shop.work.run(
        confirm_order,
        WriteOrder(Kind.PURCHASE_ORDER, shop.supplier, [TradeLine(cup, D(10))], at=day(1)),
    )
    words = reading.words(shop.work.read(registry.paper_for, "purchase-order", order.id))
    assert "Your code AC-99" in words
    assert "21.00" in words
    other = shop.work.run(
        confirm_order,
        WriteOrder(Kind.PURCHASE_ORDER, shop.customer, [TradeLine(cup, D(10))], at=day(1)),
    )
    assert "24.00" in reading.words(shop.work.read(registry.paper_for, "purchase-order", other.id))
