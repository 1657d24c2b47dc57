"""Files beside documents, products and partners, as a clerk lays them there and looks at them."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QWidget

from builders import day
from erp_desktop.core import clock
from erp_desktop.core.states import Kind
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.partners.partners import by_code
from erp_desktop.services.shop.attachments import Attach, attach, attachment, attachments_of, beside
from erp_desktop.services.trade import TradeLine
from erp_desktop.services.users.people import add_person
from erp_desktop.views.attachments import opened
from erp_desktop.views.attachments.arrivals import Veil
from erp_desktop.views.attachments.file_list import size_words
from erp_desktop.views.shop_office import Job
from views.counter import Counter, button, freed

PDF = b"%PDF-1.7 the supplier's bill"


@pytest.fixture
def counter(dressed, qtbot, place):
    """A window with room for the panel beside a document."""
    made = Counter(place, qtbot)
    made.window.resize(1500, 900)
    yield made
    made.close()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """What came by mail."""
    folder = tmp_path / "mail"
    folder.mkdir()
    (folder / "bill.pdf").write_bytes(PDF)
    photo = QImage(300, 200, QImage.Format.Format_RGB32)
    photo.fill(QColor("#c08040"))
    assert photo.save(str(folder / "box.png"))
    return folder


@pytest.fixture
def receipt(counter: Counter) -> int:
    return counter.value("SELECT MIN(id) FROM document WHERE kind = 'goods_receipt'")


def names(counter: Counter, of: str) -> list[str]:
    return [one.name for one in counter.read(attachments_of, of)]


def until(counter: Counter, of: str, wanted: list[str]) -> None:
    """Files are read and written beside the window, which hears of it when the job has ended."""
    counter.bot.waitUntil(lambda: names(counter, of) == wanted, timeout=20_000)
    counter.bot.waitUntil(lambda: not counter.office.findChildren(Job), timeout=20_000)
    QApplication.processEvents()


def carrying(*paths: Path) -> QMimeData:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return carried


def held_over(page: QWidget, carried: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, carried,
                            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    QApplication.sendEvent(page, event)
    return event.isAccepted()


def let_fall(page: QWidget, carried: QMimeData) -> None:
    held_over(page, carried)
    event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, carried,
                       Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    QApplication.sendEvent(page, event)


def shown(page: Any) -> list[str]:
    listed = page.files.panel.list
    return [listed.item(at).text() for at in range(listed.count())]


def see_files(page: Any) -> Any:
    page.story.tabs.tab_at("files").click()
    QApplication.processEvents()
    return page.files.panel.list


# -- coming --------------------------------------------------------------------------------------


def test_the_supplier_s_bill_is_chosen_and_lies_beside_his_receipt(
    counter, receipt, files, monkeypatch
):
    of = beside("document", receipt)
    page = counter.page("goods_receipt", receipt)
    assert page.story.tabs.tab_at("files").accessibleName() == "Attachments"
    see_files(page)
    chosen = [str(files / "bill.pdf"), str(files / "box.png")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: (chosen, ""))
    counter.click("Attach a file…")
    until(counter, of, ["bill.pdf", "box.png"])
    assert shown(page) == ["bill.pdf", "box.png"]
    assert page.story.tabs.tab_at("files").accessibleName() == "Attachments 2"
    assert counter.window.toast.accessibleName() == "2 files are attached"

    QTest.keyClick(page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier
                   | Qt.KeyboardModifier.ShiftModifier)  # fmt: skip
    counter.bot.waitUntil(
        lambda: counter.window.toast.accessibleName() == "“bill.pdf” is attached already"
    )
    assert shown(page) == ["bill.pdf", "box.png"]


def test_what_was_attached_by_mistake_is_taken_back_in_the_toast(counter, receipt, files):
    of = beside("document", receipt)
    page = counter.page("goods_receipt", receipt)
    let_fall(page, carrying(files / "bill.pdf"))
    until(counter, of, ["bill.pdf"])
    counter.bot.mouseClick(button(counter.window.toast, "Undo"), Qt.MouseButton.LeftButton)
    until(counter, of, [])


def test_undo_works_though_the_page_was_closed(counter, receipt, files):
    of = beside("document", receipt)
    page = counter.page("goods_receipt", receipt)
    let_fall(page, carrying(files / "bill.pdf"))
    until(counter, of, ["bill.pdf"])
    counter.bot.waitUntil(counter.window.toast.isVisible)
    counter.page("products")
    sheets = counter.window.sheets
    sheets.close_sheet(next(at for at in range(sheets.tabs.count())
                            if sheets.tabs.tabText(at).startswith("GR-")))  # fmt: skip
    freed(None)
    counter.bot.mouseClick(button(counter.window.toast, "Undo"), Qt.MouseButton.LeftButton)
    until(counter, of, [])


def test_files_are_dropped_anywhere_on_the_page(counter, receipt, files):
    page = counter.page("goods_receipt", receipt)
    words = QMimeData()
    words.setText("a sentence")
    assert not held_over(page, words)
    assert not held_over(page, carrying(files))  # a folder
    assert held_over(page, carrying(files / "bill.pdf"))
    assert page.findChild(Veil).isVisible()
    let_fall(page, carrying(files / "bill.pdf", files / "box.png"))
    until(counter, beside("document", receipt), ["bill.pdf", "box.png"])
    assert page.findChild(Veil) is None


def test_a_picture_is_pasted_with_the_keyboard_in_the_lines(counter, receipt):
    clock.set_now(lambda: day(20, 12, 30))
    page = counter.page("goods_receipt", receipt)
    photo = QImage(40, 30, QImage.Format.Format_RGB32)
    photo.fill(QColor("#336699"))
    QGuiApplication.clipboard().setImage(photo)
    QTest.keySequence(page.grid, QKeySequence(QKeySequence.StandardKey.Paste))
    of = beside("document", receipt)
    until(counter, of, ["Picture 2026-01-20 12.30.00.png"])
    kept = counter.read(attachment, counter.read(attachments_of, of)[0].id).data
    assert QImage.fromData(kept).pixelColor(5, 5) == QColor("#336699")


def test_words_that_are_pasted_stay_words(counter, receipt):
    page = counter.page("goods_receipt", receipt)
    QGuiApplication.clipboard().setText("TEA\t5")
    QTest.keySequence(page.grid, QKeySequence(QKeySequence.StandardKey.Paste))
    QTest.keySequence(page, QKeySequence(QKeySequence.StandardKey.Paste))
    QApplication.processEvents()
    assert names(counter, beside("document", receipt)) == []


def test_what_cannot_be_kept_is_said_and_the_page_stays(counter, receipt, files):
    (files / "empty.pdf").touch()
    page = counter.page("goods_receipt", receipt)
    let_fall(page, carrying(files / "empty.pdf"))
    said = "“empty.pdf” is empty: there is nothing in it to keep."
    counter.bot.waitUntil(lambda: page.notice.sentence() == said)
    let_fall(page, carrying(files / "bill.pdf"))
    until(counter, beside("document", receipt), ["bill.pdf"])
    assert page.notice.sentence() == ""


def test_a_new_order_is_kept_first_and_keeps_its_files_when_it_is_confirmed(counter, files):
    page = counter.page("purchase_order")
    let_fall(page, carrying(files / "bill.pdf"))
    assert "Nothing is written here yet" in page.notice.sentence()
    page.fields.show_partner(counter.read(by_code, "ACME").id)
    page.editor.grid.add_product(counter.read(by_sku, "TEA").id)
    let_fall(page, carrying(files / "bill.pdf"))
    counter.bot.waitUntil(lambda: page.document_id is not None)
    until(counter, beside("document", page.document_id), ["bill.pdf"])
    page.confirm()
    QApplication.processEvents()
    seen = counter.seen()
    assert seen.view.head.state == "confirmed"
    see_files(seen)
    assert shown(seen) == ["bill.pdf"]


def test_a_draft_that_is_thrown_away_comes_back_with_its_files(counter, files):
    page = counter.page("purchase_order")
    page.editor.grid.add_product(counter.read(by_sku, "TEA").id)
    let_fall(page, carrying(files / "bill.pdf"))
    counter.bot.waitUntil(lambda: page.document_id is not None)
    until(counter, beside("document", page.document_id), ["bill.pdf"])
    page.throw_away()
    QApplication.processEvents()
    counter.bot.mouseClick(button(counter.window.toast, "Undo"), Qt.MouseButton.LeftButton)
    again = counter.seen()
    see_files(again)
    assert shown(again) == ["bill.pdf"]


@pytest.fixture
def rejecting(counter, tmp_path, monkeypatch):
    """A delivery of which three pieces are not taken in, and nobody said why yet."""
    monkeypatch.setenv("ERP_CONFIG", str(tmp_path / "own"))
    line = TradeLine(counter.read(by_sku, "TEA").id, Decimal(10), Decimal(10))
    order = WriteOrder(Kind.PURCHASE_ORDER, counter.read(by_code, "ACME").id, [line])
    page = counter.page("purchase_order", counter.office.do(confirm_order, order).id)
    page.part.lines.write(0, {"now": Decimal(7), "rejected": Decimal(3)})
    page.inspecting.ask(page.part)
    return page


def photo_of(page: Any) -> str:
    return str(page.part.cell(0, "photo") or "")


@pytest.mark.parametrize("way", ["dropped", "pasted"])
def test_a_photo_of_what_is_rejected_goes_to_its_line_and_is_seen_on_the_receipt(
    counter, rejecting, files, way
):
    page = rejecting
    if way == "dropped":
        let_fall(page, carrying(files / "box.png"))
    else:
        QGuiApplication.clipboard().setImage(QImage(str(files / "box.png")))
        QTest.keySequence(page.part, QKeySequence(QKeySequence.StandardKey.Paste))
    counter.bot.waitUntil(lambda: bool(photo_of(page)))
    assert counter.window.toast.accessibleName() == "The photo goes with line 1"
    assert names(counter, beside("document", page.view.head.id)) == []
    page.part.lines.write(0, {"reason": "Damaged"})
    page.fulfil()
    QApplication.processEvents()
    receipt = counter.value("SELECT MAX(id) FROM document WHERE kind = 'goods_receipt'")
    shown_there = counter.page("goods_receipt", receipt)
    assert shown_there.story.tabs.tab_at("files").accessibleName() == "Attachments 1"
    see_files(shown_there)
    assert shown(shown_there) == ["Green tea 250 g, Damaged.png"]


def test_a_bill_that_is_dropped_meanwhile_is_no_photo(counter, rejecting, files):
    let_fall(rejecting, carrying(files / "bill.pdf"))
    until(counter, beside("document", rejecting.view.head.id), ["bill.pdf"])
    assert photo_of(rejecting) == ""


# -- looking -------------------------------------------------------------------------------------


class Desktop(QObject):
    """The programs of the computer."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def desktop():
    made = Desktop()
    QDesktopServices.setUrlHandler("file", made, "show")
    yield made
    QDesktopServices.unsetUrlHandler("file")
    opened.clean(opened._room())
    opened._room.cache_clear()


def lay(counter: Counter, of: str, name: str = "bill.pdf", data: bytes = PDF) -> int:
    return counter.office.do(attach, Attach(of, name, data)).id


def test_enter_opens_a_copy_that_cannot_be_written(counter, receipt, desktop):
    lay(counter, beside("document", receipt))
    page = counter.page("goods_receipt", receipt)
    listed = see_files(page)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    counter.bot.waitUntil(lambda: len(desktop.opened) == 1)
    (place,) = desktop.opened
    assert (place.name, place.read_bytes()) == ("bill.pdf", PDF)
    assert not place.stat().st_mode & 0o222
    room = place.parents[1]
    opened.clean(room)
    assert not room.exists()


def test_a_program_is_never_opened_from_here(counter, receipt, desktop, tmp_path, monkeypatch):
    lay(counter, beside("document", receipt), "bill.pdf.EXE")
    page = counter.page("goods_receipt", receipt)
    listed = see_files(page)
    middle = listed.visualItemRect(listed.item(0)).center()
    counter.bot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    counter.bot.mouseDClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert "can run as a program" in page.notice.sentence()
    target = tmp_path / "kept.exe"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    counter.click("Save as…", page.notice)
    counter.bot.waitUntil(target.exists)
    assert (target.read_bytes(), desktop.opened) == (PDF, [])
    assert page.notice.sentence() == ""


def test_a_picture_is_seen_small(counter, receipt, files):
    lay(counter, beside("document", receipt), "box.png", (files / "box.png").read_bytes())
    lay(counter, beside("document", receipt), "torn.jpg", b"no picture at all")
    page = counter.page("goods_receipt", receipt)
    listed = see_files(page)

    def painted() -> bool:
        middle = listed.visualItemRect(listed.item(0))
        seen = listed.viewport().grab().toImage()
        return seen.pixelColor(middle.x() + 20, middle.center().y()) == QColor("#c08040")

    counter.bot.waitUntil(painted)


# -- changing ------------------------------------------------------------------------------------


def test_a_file_is_taken_away_and_put_back(counter, receipt):
    of = beside("document", receipt)
    lay(counter, of)
    page = counter.page("goods_receipt", receipt)
    listed = see_files(page)
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    until(counter, of, [])
    assert listed.isHidden()
    assert counter.window.toast.accessibleName() == "“bill.pdf” is removed"
    counter.bot.mouseClick(button(counter.window.toast, "Undo"), Qt.MouseButton.LeftButton)
    until(counter, of, ["bill.pdf"])
    assert shown(page) == ["bill.pdf"]


def test_f2_renames_the_file_and_not_the_product(counter):
    tea = counter.read(by_sku, "TEA").id
    of = beside("product", tea)
    lay(counter, of, "IMG_0041.pdf")
    page = counter.page("product", tea)
    page.tabs.tab_at("files").click()
    listed = page.files.panel.list
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_F2)
    assert counter.seen() is page
    QApplication.processEvents()
    editor = listed.viewport().findChild(QLineEdit)
    assert editor.selectedText() == "IMG_0041"
    QTest.keyClicks(editor, "Data sheet")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    until(counter, of, ["Data sheet.pdf"])


def test_the_menu_offers_what_may_be_done(counter, receipt):
    lay(counter, beside("document", receipt))
    page = counter.page("goods_receipt", receipt)
    listed = see_files(page)
    row = listed.visualItemRect(listed.item(0))
    dots = QPoint(row.right() - 8, row.center().y())
    counter.bot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=dots)
    menu = listed.findChild(QMenu)
    assert [one.text() for one in menu.actions()] == ["Open", "Save as…", "Rename", "Remove"]
    menu.close()


def test_what_a_colleague_laid_beside_a_posted_paper_stays(dressed, qtbot, place):
    first = Counter(place, qtbot)
    sold = first.value("SELECT MIN(id) FROM document WHERE kind = 'sale'")
    lay(first, beside("document", sold))
    lin = first.office.do(add_person, "lin", "clerk", "Lin")
    first.close()
    counter = Counter(place, qtbot, lin)
    try:
        page = counter.page("sale", sold)
        listed = see_files(page)
        assert [one.words for one in listed.actions_of(listed.item(0))] == ["Open", "Save as…"]
        QTest.keyClick(listed, Qt.Key.Key_Delete)
        counter.bot.waitUntil(lambda: "belongs to a posted document" in page.notice.sentence())
        assert shown(page) == ["bill.pdf"]
    finally:
        counter.close()


# -- where it is found ---------------------------------------------------------------------------


@pytest.mark.parametrize(("code", "whose"), [("product", "TEA"), ("partner", "ACME")])
def test_products_and_partners_have_a_tab_for_them(counter, files, code, whose):
    found = counter.read(by_sku if code == "product" else by_code, whose).id
    page = counter.page(code, found)
    assert page.tabs.tab_at("files").accessibleName() == "Attachments"
    let_fall(page, carrying(files / "bill.pdf"))
    until(counter, beside(code, found), ["bill.pdf"])
    assert page.tabs.tab_at("files").accessibleName() == "Attachments 1"
    page.tabs.tab_at("files").click()
    QApplication.processEvents()
    assert shown(page) == ["bill.pdf"]


@pytest.mark.parametrize("kind", ["goods_receipt", "sale"])
def test_the_palette_knows_it_on_every_document(counter, kind):
    found = counter.value("SELECT MIN(id) FROM document WHERE kind = ?", kind)
    page = counter.page(Kind(kind).value, found)
    assert "Attach a file…" in [one.words for one in page.deeds()]


@pytest.mark.parametrize(
    ("size", "said"),
    [(1, "1 B"), (999, "999 B"), (1_000, "1 kB"), (1_001, "2 kB"), (999_000, "999 kB"),
     (1_000_000, "1.0 MB"), (1_234_567, "1.3 MB"), (20_000_000, "20.0 MB")],
)  # fmt: skip
def test_a_size_is_said_as_file_managers_say_it(dressed, size, said):
    assert size_words(size) == said
