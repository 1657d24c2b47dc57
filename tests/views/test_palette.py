"""The palette finds anything: products, documents, partners, commands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from erp_desktop.views.palette import Palette
from erp_desktop.views.print_preview import PreviewDialog
from views.counter import Counter, freed, small_shop


@pytest.fixture
def counter(dressed, qtbot, tmp_path):
    small_shop(tmp_path / "tea.shop").work.close()
    made = Counter(tmp_path / "tea.shop", qtbot)
    made.page("home")
    yield made
    made.close()


@pytest.fixture
def palette(counter, qtbot):
    counter.window.show_palette()
    QApplication.processEvents()
    return counter.window.findChild(Palette)


def find(palette, qtbot, words):
    qtbot.keyClicks(palette.field, words)
    palette.look()
    return [line.hit.title for line in palette.hits.lines if line.hit]


def test_ctrl_k_opens_it_from_anywhere_and_in_any_language(counter, qtbot):
    counter.window.activateWindow()
    for _ in range(2):
        qtbot.keyClick(counter.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: counter.window.findChild(Palette) is not None)
        palette = counter.window.findChild(Palette)
        palette.close()
        freed(palette)
        counter.window.top.retranslate()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("green", "Green tea 250 g"),
        ("6901234567892", "Green tea 250 g"),
        ("GR-2026", "GR-2026-000002 Acme Ltd"),
        ("acme", "Acme Ltd"),
        (">profit", "Report: Profit by month"),
        ("@zhou", "Zhou trading"),
    ],
)
def test_it_finds(palette, qtbot, words, found):
    assert found in find(palette, qtbot, words)


def test_enter_opens_what_is_chosen(counter, palette, qtbot):
    find(palette, qtbot, "green")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert counter.seen().header.title.text() == "Green tea 250 g"


def test_down_chooses_the_next(palette, qtbot):
    find(palette, qtbot, "e")
    first = palette.hits.chosen()
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.hits.chosen() is not first
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.hits.chosen() is first


def test_tab_goes_through_the_scopes(palette, qtbot):
    find(palette, qtbot, "acme")
    qtbot.keyClick(palette.field, Qt.Key.Key_Tab)
    assert palette.scopes.code() == "products"


def test_nothing_found_is_said(palette, qtbot):
    assert find(palette, qtbot, "zzzz") == []
    assert palette.nothing.text() == "Nothing is called that."


def test_escape_closes_and_frees_it(palette, qtbot):
    died = []
    palette.destroyed.connect(lambda: died.append(True))
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    freed(palette)
    assert died == [True]


def test_a_part_of_the_settings_is_found_by_its_name(counter, palette, qtbot):
    assert find(palette, qtbot, ">printers")[0] == "Settings: Printers"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert counter.window.sheets.place() == "settings/printers"


def test_more_can_be_done_with_a_product_than_opening_it(counter, palette, qtbot):
    find(palette, qtbot, "green")
    qtbot.keyClick(palette.field, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    preview = counter.dialog(PreviewDialog)
    assert preview.job.kind == "labels"
    preview.reject()


def test_a_product_is_used_in_the_page_below(counter, qtbot):
    till = counter.page("till")
    counter.window.show_palette()
    palette = counter.window.findChild(Palette)
    find(palette, qtbot, "green")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [line.name for line in till.cart.lines] == ["Green tea 250 g"]


def test_a_page_that_takes_no_products_offers_no_use(counter, palette, qtbot):
    find(palette, qtbot, "green")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert palette.isVisible()


def test_what_can_be_done_with_the_product_found_stands_among_the_commands(palette, qtbot):
    assert "Print labels for Green tea 250 g" in find(palette, qtbot, "green")


def test_a_documents_paper_is_printed_from_here(counter, palette, qtbot):
    find(palette, qtbot, "#GR-2026")
    qtbot.keyClick(palette.field, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    preview = counter.dialog(PreviewDialog)
    assert preview.job.kind == "goods-receipt"
    preview.reject()
