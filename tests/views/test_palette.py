"""The palette finds anything: products, documents, partners, commands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from erp_desktop.core.pinyin import first_letters
from erp_desktop.reports.registry import REPORTS
from erp_desktop.views import palette_words
from erp_desktop.views.palette import Palette
from erp_desktop.views.palette_search import commands_called
from erp_desktop.views.print_preview import PreviewDialog
from erp_desktop.views.shell.menus import change_language
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.menus import Menu
from erp_desktop.views.widgets.page import MORE
from erp_desktop.views.wings import all_pages
from views.counter import Counter, freed, small_shop
from views.every_window import settled


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


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (">new: stock c", "New: Stock count"),
        (">stock count", "New: Stock count"),
        ("acme", "Acme Ltd"),  # and behind him what was bought from him
        ("GR-2026", "GR-2026-000002 Acme Ltd"),
    ],
)
def test_the_nearest_comes_first(palette, qtbot, words, first):
    assert find(palette, qtbot, words)[0] == first


def test_enter_opens_what_is_chosen(counter, palette, qtbot):
    find(palette, qtbot, "green")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert counter.seen().header.title.text() == "Green tea 250 g"


def actions_of(menu, before=()):
    """Every entry of a menu with the words that lead to it; separators are none."""
    for action in menu.actions():
        if action.menu() is not None:
            yield from actions_of(action.menu(), (*before, action.text()))
        elif not action.isSeparator():
            yield (*before, action.text())


@pytest.fixture
def finds(counter, qtbot):
    """What the palette finds for some words, with the page that is seen now."""

    def found(words):
        commands = counter.window.palette_commands()
        called = [(one, one.called()) for one in commands]
        return [hit.title for hit in commands_called(called, words)]

    return found


@pytest.mark.parametrize("spoken", ["en", "zh_CN"])
def test_every_entry_of_the_menus_is_found_by_its_words_and_their_first_letters(
    counter, finds, qtbot, spoken
):
    change_language(spoken)
    settled()
    window = counter.window
    entries = [*actions_of(window.top.menus), *actions_of(window.top.new_menu)]
    assert len(entries) > 60
    for *_, words in entries:
        plain = words.replace("…", "")
        assert any(plain in one for one in finds(plain)), words
        letters = first_letters(words)
        if letters:
            assert any(plain in one for one in finds(letters)), (words, letters)
    change_language("en")
    settled()


@pytest.mark.parametrize(
    ("spoken", "typed", "found"),
    [
        ("en", "new goods receipt", "New: Goods receipt"),
        ("en", "采购入库", "New: Goods receipt"),
        ("en", "dark", "Theme: Dark"),
        ("zh_CN", "xjcgrkd", "新建：采购入库单"),
        ("zh_CN", "new transfer", "新建：调拨"),
        ("zh_CN", "pd", "新建：盘点"),
        ("zh_CN", "dark", "主题：深色"),
    ],
)
def test_an_act_is_found_in_both_languages(counter, finds, spoken, typed, found):
    change_language(spoken)
    settled()
    assert any(found in one for one in finds(typed)), finds(typed)
    change_language("en")
    settled()


def more_of(page):
    """The entries of the menu behind More, as it is opened."""
    page.offer_more(page)
    menu = page.findChildren(Menu)[-1]
    words = [action.text() for action in menu.actions()]
    menu.close()
    return words


def test_what_a_page_offers_is_found_while_it_is_seen(counter, finds):
    told = counter.value("SELECT id FROM product WHERE sku = 'TEA'")
    for code, key in (("product", told), ("stock", None), ("purchases", None), ("sales", None),
                      ("partner", 1), ("goods_receipt", 2), ("products", None)):  # fmt: skip
        page = counter.page(code, key)
        offered = [words for words in more_of(page) if words]
        seen = [one for one in page.header.findChildren(Button) if one.isVisible()]
        buttons = [one.text() for one in seen if one.isEnabled() and not one.wears(MORE)]
        assert offered or buttons
        for words in filter(None, (*offered, *buttons)):
            assert words in finds(words), (code, words)


def test_what_a_page_offers_is_done_from_the_palette(counter, qtbot):
    counter.page("products")
    counter.window.show_palette()
    palette = counter.window.findChild(Palette)
    find(palette, qtbot, ">new product")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert counter.window.sheets.place() == "product_form"


def test_at_the_till_its_keys_are_found(counter, finds):
    counter.page("till")
    for words in ("Lock the till", "Customer", "Return without a receipt"):
        assert words in finds(words)


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


@pytest.mark.parametrize(
    ("typed", "title"),
    [("replenishment", "Go to What to order"), ("stocktake", "New: Stock count"),
     ("vendor", "Go to Partners"), ("refund", "New: Sales return"),
     ("补货", "Go to What to order")],
)  # fmt: skip
def test_things_are_found_by_the_other_words_of_the_trade(finds, typed, title):
    change_language("en")
    assert title in finds(typed)


def test_every_other_word_leads_somewhere(finds):
    change_language("en")
    assert {spec.code for spec in all_pages()} >= palette_words.PAGES.keys()
    assert REPORTS.keys() >= palette_words.REPORTS.keys()
    words = [*palette_words.PAGES.values(), *palette_words.REPORTS.values()]
    assert [one for one in words if not finds(one)] == []
