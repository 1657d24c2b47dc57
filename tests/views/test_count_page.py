"""Counting while the shop sells: scan, type, compare, post; an unfinished count waits."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt

from builders import day
from erp_desktop.core import clock
from erp_desktop.views.print_preview import PreviewDialog
from erp_desktop.views.stock.count_page import CountPage
from erp_desktop.views.stock.document_view import DocumentViewPage
from erp_desktop.views.stock.lists import CountsPage
from erp_desktop.views.widgets.buttons import Button
from shop_pages import gift_shop, press, shown, type_into

Key = Qt.Key


@pytest.fixture
def gifts(dressed, tmp_path):
    with gift_shop(tmp_path) as (shop, office):
        yield shop, office


@pytest.fixture
def page(qtbot, gifts):
    return shown(qtbot, CountPage(gifts[1]))


def begin(page, *, blind=False, scope=""):
    page.start.seen.choose("blind" if blind else "open")
    page.start.scope.choose(scope)
    page.start.begin.click()


def scan(page, *codes):
    for code in codes:
        type_into(page.board.scan.field, code)


def rows(page, tab, *keys):
    page.board.choose(tab)
    return [tuple(line.get(key) for key in keys) for line in page.board.grid.lines.lines()]


def answer(page, words):
    next(one for one in page.notice.findChildren(Button) if one.text() == words).click()


def figures(page):
    return {one.title: one.figure for one in page.board.strip.strip.figures()}


def newest(shop):
    return shop.value_of("SELECT MAX(id) FROM document")


def test_each_scan_counts_one_and_is_echoed(page):
    begin(page)
    scan(page, "22727", "5012345678903", "22727")
    assert "+1, 3 counted" in page.board.scan.echo.accessibleName()
    assert rows(page, "recent", "sku", "book", "counted", "difference", "worth") == [
        ("22727", D(5), D(3), D(-2), D("-2.40"))
    ]
    assert page.board.strip.progress.accessibleName() == "1 of 4 counted"
    assert figures(page)["Shortage"] == "−£2.40"
    page.board.scan.echo.undo.click()
    assert rows(page, "recent", "counted") == [(D(2),)]


def test_the_last_scan_is_corrected_by_hand(page):
    begin(page)
    scan(page, "22727")
    press(page.board.scan.field, Key.Key_F2)
    page.board.correct.selectAll()
    type_into(page.board.correct, "5")
    assert rows(page, "counted", "counted", "difference") == [(D(5), D(0))]
    assert page.board.scan.field.hasFocus()


def test_a_count_is_typed_into_the_list(page):
    begin(page)
    names = rows(page, "left", "sku")
    assert len(names) == 4
    page.board.grid.lines.typed(names.index(("22423",)), "counted", "11")
    assert rows(page, "differ", "sku", "difference") == [("22423", D(-1))]


def test_posting_says_what_happens_to_the_rest(page, gifts, qtbot):
    shop, _ = gifts
    begin(page)
    scan(page, *["22727"] * 3)
    press(page.board.scan.field, Key.Key_Return, control=True)
    qtbot.waitUntil(lambda: "3 products were not counted" in page.notice.sentence())
    with qtbot.waitSignal(page.wanted) as wanted:
        answer(page, "Post what is counted")
    assert wanted.args == ["count", newest(shop)]
    assert (shop.on_hand("22727"), shop.on_hand("22423")) == (D(3), D(12))
    assert shop.account("count_difference") == D("2.40")


def test_the_rest_is_zero_only_when_somebody_says_so(page, gifts):
    shop, _ = gifts
    begin(page)
    scan(page, *["22727"] * 5)
    page.end.finish()
    answer(page, "Set the rest to zero")
    assert [shop.on_hand(sku) for sku in ("22727", "22423", "85099B")] == [D(5), D(0), D(0)]


def test_what_is_sold_meanwhile_is_sold_not_missing(page, gifts):
    """Counted five at eleven, sold two at a quarter past, posted at noon: no difference."""
    shop, _ = gifts
    begin(page)
    scan(page, *["22727"] * 5)
    clock.set_now(lambda: day(10, 12))
    shop.sell("22727", 2, when=day(10, 11, 15))
    page.load()
    assert rows(page, "counted", "book", "difference") == [(D(5), D(0))]
    page.post()
    assert shop.on_hand("22727") == D(3)
    assert shop.account("count_difference") == D(0)


def test_a_blind_count_shows_nothing_of_the_books_until_it_is_compared(page, qtbot):
    begin(page, blind=True)
    scan(page, "22727")
    header = page.board.grid.header
    keys = [column.key for column in page.board.grid.lines.columns]
    hidden = [header.isSectionHidden(keys.index(key) + 1) for key in ("book", "difference")]
    assert hidden == [True, True]
    assert not page.board.strip.strip.isVisible()
    assert page.primary.text() == "Compare with the books"
    press(page.board.scan.field, Key.Key_Return, control=True)
    qtbot.waitUntil(lambda: page.primary.text() == "Post the count")
    assert not header.isSectionHidden(keys.index("book") + 1)
    assert rows(page, "differ", "difference") == [(D(-4),)]


def test_an_unfinished_count_survives_closing(page, gifts, qtbot):
    _, office = gifts
    begin(page)
    scan(page, "22727", "22423")
    page.hide()
    listed = shown(qtbot, CountsPage(office))
    assert listed.notice.sentence() == "A count of Shop is under way: 2 products counted."
    again = shown(qtbot, CountPage(office))
    assert rows(again, "counted", "sku", "counted") == [("22727", D(1)), ("22423", D(1))]
    again.post()
    listed.hide()
    listed.show()
    assert not listed.notice.isVisible()
    assert listed.source.count() == 1


def test_a_count_of_one_category(page, gifts):
    shop, _ = gifts
    shop.product("MUG", name="Mug", category="Cups")
    shop.receive("MUG", 4, 2, on=2)
    page.load()
    begin(page, scope="Cups")
    assert rows(page, "left", "sku") == [("MUG",)]


def test_goods_that_never_lay_here_join_the_count(page, gifts):
    shop, _ = gifts
    shop.product("MUG", name="Mug")
    begin(page)
    scan(page, "MUG", "MUG")
    assert rows(page, "recent", "sku", "book", "counted") == [("MUG", D(0), D(2))]
    page.post()
    assert shop.on_hand("MUG") == D(2)


def test_a_service_and_an_unknown_code_are_told(page):
    begin(page)
    scan(page, "WRAP")
    assert "WRAP" in page.board.scan.echo.accessibleName()
    scan(page, "4006381333931")
    assert "is no product we know" in page.board.scan.echo.accessibleName()
    assert page.session.entries == {}


def test_throwing_a_count_away_can_be_undone(page, qtbot):
    begin(page)
    scan(page, "22727")
    with qtbot.waitSignal(page.said) as said:
        page.end.discard()
    assert page.session is None
    said.args[2]()
    assert rows(page, "counted", "sku") == [("22727",)]


def test_a_posted_count_shows_what_it_found(page, gifts, qtbot):
    shop, office = gifts
    begin(page)
    scan(page, *["22727"] * 3)
    page.board.grid.lines.typed(0, "counted", "3")
    scan(page, "22423")
    page.post()
    view = shown(qtbot, DocumentViewPage(office, newest(shop)))
    found = [
        (line["sku"], line["book"], line["counted"], line["difference"], line["worth"])
        for line in view.grid.lines.lines()
    ]
    assert found == [
        ("22727", D(5), D(3), D(-2), D("-2.40")),
        ("22423", D(12), D(1), D(-11), D("-13.20")),
    ]
    assert view.totals.accessibleName().endswith("Net difference −£15.60")
    view.reverse()
    assert shop.on_hand("22423") == D(12)


def test_the_count_sheet_is_shown_before_printing(page, qtbot):
    begin(page, blind=True)
    press(page.board.scan.field, Key.Key_P, control=True)
    qtbot.waitUntil(lambda: bool(page.findChildren(PreviewDialog)))
    for dialog in page.findChildren(PreviewDialog):
        dialog.close()


def test_a_late_fact_changes_the_difference_and_the_pages_say_so(page, gifts, qtbot):
    """Counted three of five; then a sale of the day before is entered: only one was missing."""
    shop, office = gifts
    begin(page)
    scan(page, *["22727"] * 3)
    page.post()
    posted = newest(shop)
    shop.sell("22727", 1, on=9)
    view = shown(qtbot, DocumentViewPage(office, posted))
    line = view.grid.lines.lines()[0]
    assert (line["book"], line["difference"], line["worth"]) == (D(4), D(-1), D("-1.20"))
    listed = shown(qtbot, CountsPage(office))
    assert listed.source.totals()[-3:-1] == (D("0.00"), D("-1.20"))
