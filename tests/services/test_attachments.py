"""Files beside documents, products and partners: kept, found, taken away, and by whom."""

from typing import Any

import pytest

from builders import D, Shop
from erp_desktop.core import errors, file_names
from erp_desktop.core.states import Kind
from erp_desktop.services.catalogue.merging import MergeProducts, merge_products
from erp_desktop.services.ordering import WriteOrder, confirm_order, drop_order, save_draft
from erp_desktop.services.purchasing.inspecting import Inspected
from erp_desktop.services.shop import attachments
from erp_desktop.services.shop.attachments import (
    Attach,
    RenameFile,
    attach,
    attach_all,
    attachment,
    attachment_count,
    attachments_of,
    beside,
    detach,
    put_back,
    rename,
)
from erp_desktop.services.trade import TradeLine
from erp_desktop.services.users.people import add_person

PDF, PHOTO = b"%PDF-1.7 the supplier's bill", b"\x89PNG a torn box"


def lay(shop: Shop, of: str, name: str = "bill.pdf", data: bytes = PDF) -> Any:
    return shop.work.run(attach, Attach(of, name, data))


def names(shop: Shop, of: str) -> list[str]:
    return [one.name for one in shop.work.read(attachments_of, of)]


def on_duty(shop: Shop, name: str, role: str) -> int:
    shop.work.user_id = None  # nobody may make a person with more rights than their own
    shop.work.user_id = shop.work.run(add_person, name, role, name.title())
    return shop.work.user_id


def test_what_the_supplier_sent_lies_beside_his_bill(shop):
    receipt = shop.receive("TEA", 6, 10)
    of = beside("document", shop.bill(receipt).id)
    on_duty(shop, "kim", "owner")
    laid = lay(shop, of)
    lay(shop, of, "box.png", PHOTO)

    first, second = shop.work.read(attachments_of, of)
    assert (first.id, first.name, first.size, first.person) == (laid.id, "bill.pdf", 28, "Kim")
    assert second.name == "box.png"
    assert shop.work.read(attachment_count, of) == 2
    assert shop.work.read(attachment, laid.id).data == PDF


def test_products_and_partners_have_files_too(shop):
    goods, whose = beside("product", shop.pid("TEA")), beside("partner", shop.customer)
    lay(shop, goods, "data sheet.pdf")
    lay(shop, whose, "contract.pdf")
    assert (names(shop, goods), names(shop, whose)) == (["data sheet.pdf"], ["contract.pdf"])


def test_the_same_file_twice_is_one(shop):
    of = beside("product", shop.pid("TEA"))
    first = lay(shop, of)
    again = lay(shop, of)
    assert (again.id, again.again, first.again) == (first.id, True, False)
    other = lay(shop, of, "bill.pdf", b"another bill")
    assert other.name == "bill (2).pdf"
    assert lay(shop, of, "bill.pdf", b"another bill").id == other.id
    assert lay(shop, of, "copy.pdf").id != first.id  # another name was given on purpose
    assert names(shop, of) == ["bill.pdf", "bill (2).pdf", "copy.pdf"]


def test_what_cannot_be_kept_is_refused_with_its_facts(shop, monkeypatch):
    monkeypatch.setattr(attachments, "LARGEST", 3_000_000)
    of = beside("product", shop.pid("TEA"))
    with pytest.raises(errors.FileEmpty) as empty:
        lay(shop, of, "scan.pdf", b"")
    with pytest.raises(errors.FileTooLarge) as large:
        lay(shop, of, "film.mp4", bytes(3_000_001))
    assert empty.value.facts == {"name": "scan.pdf"}
    assert large.value.facts == {"name": "film.mp4", "size": "4", "largest": "3"}
    with pytest.raises(errors.Missing):
        lay(shop, of, "a folder/..")
    for nowhere, broken in (("document:999999", errors.UnknownDocument),
                            ("product:999999", errors.UnknownProduct),
                            ("partner:999999", errors.UnknownPartner)):  # fmt: skip
        with pytest.raises(broken):
            lay(shop, nowhere)
    assert names(shop, of) == []


def test_several_files_are_laid_there_together_or_not_at_all(shop):
    of = beside("product", shop.pid("TEA"))
    with pytest.raises(errors.FileEmpty):
        shop.work.run(attach_all, [Attach(of, "one.pdf", PDF), Attach(of, "two.pdf", b"")])
    assert names(shop, of) == []
    shop.work.run(attach_all, [Attach(of, "one.pdf", PDF), Attach(of, "two.pdf", PHOTO)])
    assert names(shop, of) == ["one.pdf", "two.pdf"]


def test_a_file_gets_another_name_and_keeps_its_ending(shop):
    of = beside("product", shop.pid("TEA"))
    laid = lay(shop, of, "IMG_0041.pdf")
    assert shop.work.run(rename, RenameFile(laid.id, " Data sheet 2026 ")) == "Data sheet 2026.pdf"
    lay(shop, of, "test.pdf", PHOTO)
    assert shop.work.run(rename, RenameFile(laid.id, "TEST.pdf")) == "TEST (2).pdf"
    with pytest.raises(errors.Missing):
        shop.work.run(rename, RenameFile(laid.id, "   "))
    with pytest.raises(errors.UnknownFile):
        shop.work.run(rename, RenameFile(laid.id + 99, "x"))


def test_what_was_taken_away_can_be_put_back_as_it_was(shop):
    of = beside("product", shop.pid("TEA"))
    kim = on_duty(shop, "kim", "owner")
    laid = lay(shop, of)
    before = shop.work.read(attachments_of, of)[0]
    gone = shop.work.run(detach, laid.id)
    assert names(shop, of) == []
    with pytest.raises(errors.UnknownFile):
        shop.work.read(attachment, laid.id)
    on_duty(shop, "lee", "owner")
    back = shop.work.run(put_back, gone)
    assert gone.user_id == kim
    assert shop.work.read(attachments_of, of)[0] == before._replace(id=back)


def test_beside_a_posted_document_only_who_put_it_there_or_who_leads_takes_it_away(shop):
    shop.receive("TEA", 6, 10)
    of = beside("document", shop.sell("TEA", 1, 28).id)
    lin = on_duty(shop, "lin", "clerk")
    laid = lay(shop, of)
    on_duty(shop, "max", "clerk")
    assert not shop.work.read(attachments_of, of)[0].loose
    for step in (lambda books: detach(books, laid.id),
                 lambda books: rename(books, RenameFile(laid.id, "other"))):  # fmt: skip
        with pytest.raises(errors.NotYourFile) as refused:
            shop.work.run(step)
        assert refused.value.facts == {"name": "bill.pdf", "person": "Lin"}
    shop.work.user_id = lin
    assert shop.work.read(attachments_of, of)[0].loose
    gone = shop.work.run(detach, laid.id)
    back = shop.work.run(put_back, gone)
    for name, role in (("meg", "manager"), ("oli", "owner")):
        on_duty(shop, name, role)
        assert shop.work.read(attachments_of, of)[0].loose
    shop.work.run(detach, back)


def test_beside_a_draft_a_product_or_a_customer_anybody_takes_it_away(shop):
    line = TradeLine(shop.pid("TEA"), D(1), D(28))
    draft = shop.work.run(save_draft, WriteOrder(Kind.SALES_ORDER, shop.customer, [line]))
    places = (beside("document", draft), beside("product", shop.pid("TEA")),
              beside("partner", shop.customer))  # fmt: skip
    on_duty(shop, "lin", "clerk")
    laid = [lay(shop, of) for of in places]
    on_duty(shop, "max", "clerk")
    for of, one in zip(places, laid, strict=True):
        assert shop.work.read(attachments_of, of)[0].loose
        shop.work.run(detach, one.id)


def test_a_draft_keeps_its_files_when_it_is_confirmed(shop):
    line = TradeLine(shop.pid("TEA"), D(1), D(10))
    order = WriteOrder(Kind.PURCHASE_ORDER, shop.supplier, [line])
    draft = shop.work.run(save_draft, order)
    lay(shop, beside("document", draft), "offer.pdf")
    again = WriteOrder(Kind.PURCHASE_ORDER, shop.supplier, [line], draft_id=draft)
    assert shop.work.run(save_draft, again) == draft
    posted = shop.work.run(confirm_order, again)
    assert names(shop, beside("document", posted.id)) == ["offer.pdf"]


def test_a_draft_that_is_thrown_away_leaves_its_files_to_no_other_document(shop):
    line = TradeLine(shop.pid("TEA"), D(1), D(10))
    draft = shop.work.run(save_draft, WriteOrder(Kind.PURCHASE_ORDER, shop.supplier, [line]))
    lay(shop, beside("document", draft), "offer.pdf")
    shop.work.run(drop_order, Kind.PURCHASE_ORDER, draft)
    assert names(shop, beside("document", shop.order("TEA", 1, 10).id)) == []


def test_l_81_whoever_may_not_see_costs_reads_no_file_of_buying(shop):
    order = shop.order("TEA", 9, 10)
    receipt = shop.receive("TEA", 6, of=order)
    bill = shop.bill(receipt)
    back = shop.reverse(bill)
    paid = shop.pay(5, incoming=False)
    told = [beside("document", one.id) for one in (order, receipt, bill, back, paid)]
    told.append(beside("partner", shop.supplier))
    free = [beside("document", shop.sell("TEA", 1, 28).id), beside("product", shop.pid("TEA")),
            beside("partner", shop.customer)]  # fmt: skip
    laid = {of: lay(shop, of).id for of in (*told, *free)}

    on_duty(shop, "lin", "clerk")
    for of in told:
        assert names(shop, of) == []
        assert shop.work.read(attachment_count, of) == 0
        for step in (attachment, detach):
            with pytest.raises(errors.NotAllowed):
                shop.work.run(step, laid[of])
        with pytest.raises(errors.NotAllowed):
            shop.work.run(rename, RenameFile(laid[of], "mine"))
    for of in free:
        assert names(shop, of) == ["bill.pdf"]
        assert shop.work.read(attachment, laid[of]).data == PDF

    on_duty(shop, "ada", "accountant")
    assert all(names(shop, of) == ["bill.pdf"] for of in (*told, *free))


def test_l_81_a_clerk_finds_the_photo_that_he_laid_there_himself(shop):
    of = beside("document", shop.receive("TEA", 6, 10).id)
    secret = lay(shop, of)
    on_duty(shop, "lin", "clerk")
    mine = lay(shop, of, "box.png", PHOTO)
    assert names(shop, of) == ["box.png"]
    assert shop.work.read(attachment_count, of) == 1
    assert shop.work.read(attachment, mine.id).data == PHOTO
    assert lay(shop, of, "box.png", PHOTO).again
    blind = lay(shop, of)  # the very bytes of what he may not know: nothing tells him
    assert (blind.again, blind.id != secret.id) == (False, True)


def test_the_photos_of_what_was_rejected_are_found_beside_the_receipt(shop):
    order = shop.order("TEA", 9, 10)
    check = Inspected(D(3), "Damaged", PHOTO)
    receipt = shop.receive("TEA", 6, of=order, check=check)
    of = beside("document", receipt.id)
    lay(shop, of)
    bill, photo = shop.work.read(attachments_of, of)
    assert (bill.name, photo.size, photo.loose) == ("bill.pdf", len(PHOTO), False)
    assert photo.name.endswith(", Damaged.png")
    assert shop.work.read(attachment, photo.id).data == PHOTO
    assert shop.work.read(attachment_count, of) == 2
    with pytest.raises(errors.UnknownFile):
        shop.work.run(detach, photo.id)
    with pytest.raises(errors.UnknownFile):
        shop.work.read(attachment, photo.id - 99)
    on_duty(shop, "lin", "clerk")
    assert shop.work.read(attachments_of, of) == [photo]


def test_files_go_along_when_two_products_become_one(shop):
    shop.product("TEA-OLD", price="28.00")
    old, new = (beside("product", shop.pid(sku)) for sku in ("TEA-OLD", "TEA"))
    lay(shop, old, "data sheet.pdf", PDF)
    lay(shop, old, "photo.png", PHOTO)
    lay(shop, old, "origin.pdf", b"from the old one")
    lay(shop, new, "data sheet.pdf", PDF)
    lay(shop, new, "origin.pdf", b"from the new one")
    shop.work.run(merge_products, MergeProducts(shop.pid("TEA-OLD"), shop.pid("TEA")))
    assert names(shop, old) == []
    assert sorted(names(shop, new)) == ["data sheet.pdf", "origin (2).pdf", "origin.pdf",
                                        "photo.png"]  # fmt: skip


# -- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("bill.pdf", "bill.pdf"),
        ("/home/kim/bills/bill.pdf", "bill.pdf"),
        ("C:\\fakepath\\bill.pdf", "bill.pdf"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b\nc.pdf", "abc.pdf"),
        ("bill\u202efdp.exe", "billfdp.exe"),  # an override that turned the ending round
        ('what: "is"? <this>|*.pdf', "what_ _is__ _this___.pdf"),
        (" . bill . ", "bill"),
        ("CON.txt", "_CON.txt"),
        ("e\u0301te\u0301.jpg", "été.jpg"),  # as macOS writes it
        ("茶叶 报价单.xlsx", "茶叶 报价单.xlsx"),
        ("...", ""),
        ("folder/", ""),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("A sentence. With a dot", "A sentence. With a dot"),
    ],
)
def test_a_name_is_one_that_every_system_can_write(given, kept):
    assert file_names.clean_name(given) == kept


def test_a_name_that_is_taken_gets_a_number():
    assert file_names.free_name("a.pdf", ["b.pdf"]) == "a.pdf"
    assert file_names.free_name("a.pdf", ["A.PDF", "a (2).pdf"]) == "a (3).pdf"
    assert file_names.same_name("a (3).pdf", "a.pdf")
    assert not file_names.same_name("a.pdf", "b.pdf")
