"""Papers from the windows: previewed, printed at once, or saved where there is no printer."""

import gc
import weakref
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog

from builders import Shop
from erp_desktop.core.errors import UnknownDocument, WrongDocument
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.documents import registry
from erp_desktop.views import language, memory, print_preview, printing, spool, theme
from erp_desktop.views.office import Office
from erp_desktop.views.printing import Printing, paper_title
from erp_desktop.views.printing_lists import print_table
from erp_desktop.views.tour import pictured
from erp_desktop.views.widgets.page import Page


@pytest.fixture
def shop(tmp_path):
    shop = Shop.found(tmp_path / "own.shop")
    shop.product("TEA", name="Green tea 绿茶", barcodes=["6901234567892"], price="28.90")
    shop.receive("TEA", 30, 13)
    yield shop
    shop.work.close()


@pytest.fixture
def papers(dressed, shop):
    return Printing(Office(shop.work))


@pytest.fixture
def till_printer(monkeypatch, tmp_path):
    """A printer that the system knows; what it prints lies in a file."""
    printed = tmp_path / "printed.pdf"

    def named(name: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(printed))
        return printer

    monkeypatch.setattr(spool, "printer_names", lambda: ["Till", "Office"])
    monkeypatch.setattr(spool, "printer_named", named)
    return printed


@pytest.fixture
def no_printer(monkeypatch):
    monkeypatch.setattr(spool, "printer_names", list)


def freed(widget_ref) -> bool:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    return widget_ref() is None


def sizes_mm(path: Path) -> list[tuple[int, int]]:
    with pypdfium2.PdfDocument(path) as document:
        return [
            (round(page.get_width() / 72 * 25.4), round(page.get_height() / 72 * 25.4))
            for page in document
        ]


def codes(path: Path) -> list[str]:
    import zxingcpp

    with pypdfium2.PdfDocument(path) as document:
        picture = document[0].render(scale=300 / 72).to_pil()
    return [found.text for found in zxingcpp.read_barcodes(picture)]


# -- the till ------------------------------------------------------------------------------------


def test_a_receipt_prints_without_a_question(papers, shop, till_printer):
    sold = shop.sell("TEA", 2, "28.90")
    printed = papers.print_now("receipt", sold.id)
    assert printed.words == f"Receipt {sold.number}: printed on Till."
    assert printed.path is None
    ((wide, high),) = sizes_mm(till_printer)
    assert wide == 80
    assert high > 60
    assert codes(till_printer) == [sold.number]


def test_an_invoice_prints_on_a4(papers, shop, till_printer):
    sold = shop.sell("TEA", 2, "28.90")
    papers.print_now("invoice", sold.id)
    assert sizes_mm(till_printer) == [(210, 297)]
    assert codes(till_printer) == [sold.number]


def test_without_a_printer_the_paper_is_saved(papers, shop, no_printer, tmp_path):
    memory.remember("printing/folder", str(tmp_path / "papers" / "of today"))
    sold = shop.sell("TEA")
    printed = papers.print_now("receipt", sold.id)
    assert printed.path == tmp_path / "papers" / "of today" / f"Receipt {sold.number}.pdf"
    assert printed.path.read_bytes() == shop.work.read(registry.paper_for, "receipt", sold.id)
    assert str(printed.path) in printed.words


def test_a_printer_that_does_not_answer_loses_nothing(
    papers, shop, till_printer, monkeypatch, tmp_path
):
    memory.remember("printing/folder", str(tmp_path))
    monkeypatch.setattr(spool, "spool", lambda *facts: False)
    printed = papers.print_now("receipt", shop.sell("TEA").id)
    assert printed.words.startswith("Till did not take the paper.")
    assert printed.path is not None
    assert printed.path.exists()


def test_a_paper_that_is_not_there_is_refused(papers, shop, no_printer):
    sold = shop.sell("TEA")
    with pytest.raises(WrongDocument):
        papers.print_now("bill", sold.id)
    with pytest.raises(UnknownDocument):
        papers.print_now("receipt", 999)


# -- the preview ---------------------------------------------------------------------------------


def test_what_is_chosen_is_remembered_for_the_kind_of_paper(papers, shop, till_printer, qtbot):
    sold = shop.sell("TEA")
    dialog = papers.preview(None, "receipt", sold.id)
    assert dialog.windowTitle() == f"Receipt {sold.number}"
    assert dialog.pages.count() == 1
    dialog.printer.choose("Office")
    dialog.copies.setText("2")
    dialog.template.choose("58")
    dialog.verb.click()
    assert sizes_mm(till_printer)[0][0] == 58
    assert len(sizes_mm(till_printer)) == 2 or QPrinter().supportsMultipleCopies()
    habit = print_preview.habit_of(papers.job("receipt", sold.id))
    assert habit == print_preview.Habit("Office", 2, "58")
    assert papers.print_now("receipt", sold.id).words.endswith("printed on Office.")
    other = print_preview.habit_of(papers.job("invoice", sold.id))
    assert other == print_preview.Habit("Till", 1, "")


def test_copies_that_are_no_number_are_refused_at_the_field(papers, shop, till_printer):
    dialog = papers.preview(None, "receipt", shop.sell("TEA").id)
    for wrong in ("", "0", "1.5", "many", "100"):
        dialog.copies.setText(wrong)
        dialog.verb.click()
        assert dialog.isVisible()
        assert dialog.copies.refused
    assert not till_printer.exists()
    dialog.reject()


def test_without_a_printer_the_verb_saves(papers, shop, no_printer, tmp_path, monkeypatch):
    target = tmp_path / "receipt.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (str(target), ""))
    sold = shop.sell("TEA")
    dialog = papers.preview(None, "receipt", sold.id)
    assert dialog.verb.text() == "Save as PDF…"
    assert not dialog.copies.isEnabled()
    dialog.verb.click()
    assert target.read_bytes().startswith(b"%PDF")
    assert memory.recalled("printing/folder") == str(tmp_path)


def test_a_file_that_cannot_be_written_keeps_the_dialog_open(
    papers, shop, no_printer, tmp_path, monkeypatch
):
    (tmp_path / "file").write_text("in the way")
    target = tmp_path / "file" / "receipt.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (str(target), ""))
    dialog = papers.preview(None, "receipt", shop.sell("TEA").id)
    dialog.verb.click()
    assert dialog.isVisible()
    assert "receipt.pdf" in dialog.notice.sentence()
    dialog.reject()


def test_a_refused_paper_is_explained_in_the_dialog(papers, shop, no_printer):
    dialog = papers.preview(None, "bill", shop.sell("TEA").id)
    assert dialog.notice.sentence()
    assert not dialog.verb.isEnabled()
    dialog.reject()


@pytest.mark.parametrize("close", ["reject", "accept"])
def test_the_preview_is_freed_when_closed(papers, shop, till_printer, close):
    dialog = papers.preview(None, "receipt", shop.sell("TEA").id)
    ref = weakref.ref(dialog)
    getattr(dialog, close)()
    del dialog
    assert freed(ref)


def test_labels_are_previewed_and_their_size_chosen(papers, shop, till_printer):
    dialog = papers.labels(None, {shop.pid("TEA"): 30})
    assert dialog.pages.count() == print_preview.SHOWN
    dialog.template.choose("A4-3x8")
    assert dialog.pages.count() == 2
    dialog.verb.click()
    assert sizes_mm(till_printer) == [(210, 297)] * 2


def test_so_many_labels_of_each_are_printed(papers, shop, till_printer, qtbot):
    shop.product("CUP", barcodes=["4006381333931"])
    dialog = papers.labels(None, {shop.pid("TEA"): 2, shop.pid("CUP"): 1})
    assert dialog.copies.accessibleName() == "Of each"
    dialog.copies.selectAll()
    qtbot.keyClicks(dialog.copies, "3")
    dialog.verb.click()
    assert sizes_mm(till_printer) == [(50, 30)] * 9
    again = papers.labels(None, {shop.pid("TEA"): 1})
    assert again.copies.value() == 1, "the next labels begin with one"
    again.copies.setText("0.5")
    again.verb.click()
    assert again.isVisible()
    again.reject()


def test_a_label_printer_gets_labels(papers, shop, till_printer):
    dialog = papers.labels(None, {shop.pid("TEA"): 3})
    dialog.verb.click()
    assert sizes_mm(till_printer) == [(50, 30)] * 3
    assert codes(till_printer) == ["6901234567892"]


def test_a_count_sheet_and_a_list(papers, shop, no_printer, dressed):
    sheet = papers.count_sheet(None, shop.wid("MAIN"), blind=False)
    assert sheet.pages.count() == 1
    sheet.reject()
    columns = (Column("name", "Name"), Column("value", "Value", Kind.MONEY, total=True))
    page = Page(papers.office, "Stock")
    print_table(page, Table("stock", "Stock", columns, [("Tea", None)]))
    (dialog,) = page.findChildren(print_preview.PreviewDialog)
    assert dialog.pages.count() == 1
    dialog.reject()
    page.deleteLater()


# -- words ---------------------------------------------------------------------------------------


def test_every_paper_has_a_title_in_the_windows_language():
    assert set(printing.TITLES) == set(registry.KINDS)
    assert paper_title("delivery-note") == "Delivery note"


def test_a_documents_papers_can_be_offered(papers, shop):
    sold = shop.sell("TEA")
    assert papers.papers(sold.id) == [
        ("receipt", "Receipt"),
        ("invoice", "Invoice"),
        ("delivery-note", "Delivery note"),
    ]


def test_few_pages_are_as_sharp_as_the_screen(papers, shop, no_printer, monkeypatch):
    sold = shop.sell("TEA").id
    shown = papers.preview(None, "receipt", sold)
    plain = shown.pages
    monkeypatch.setattr(print_preview.PreviewDialog, "devicePixelRatioF", lambda _: 2.0)
    also = papers.preview(None, "receipt", sold)
    sharp = also.pages
    for pages in (plain, sharp):
        pages.resize(2_000, 400)
    (narrow,), (wide,) = plain._pages, sharp._pages
    assert abs(wide.width() - 2 * narrow.width()) <= 2
    (one,), (other,) = plain._placed(), sharp._placed()
    assert abs(one.width() - other.width()) <= 1
    pictured(sharp, 2.0)
    assert sharp._shrunk[0][0] == 2 * other.width()


def test_the_preview_follows_the_look(papers, shop, no_printer):
    theme.wear(theme.Choice(scheme=theme.Scheme.DARK, size=16))
    language.speak("zh_CN")
    dialog = papers.preview(None, "receipt", shop.sell("TEA").id)
    corner = dialog.grab().toImage().pixelColor(4, 4)
    assert corner.lightness() < 100, corner.name()
    said = " ".join(one.text() for one in dialog.findChildren(QAbstractButton))
    assert "取消" in said, said
    dialog.reject()
