"""Counting while the shop sells: scan, type, compare, post; an unfinished count waits."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt

from builders import day
from erp_desktop.core import clock
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.stock.count_entries import CountFound, count_found
from erp_desktop.services.stock.count_plans import open_plans
from erp_desktop.services.trade import TradeLine
from erp_desktop.services.users.people import add_person
from erp_desktop.views.print_preview import PreviewDialog
from erp_desktop.views.stock.count_lot import LotDialog
from erp_desktop.views.stock.count_page import CountPage
from erp_desktop.views.stock.count_start import CountStartPage
from erp_desktop.views.stock.document_view import DocumentViewPage
from erp_desktop.views.stock.lists import CountsPage
from erp_desktop.views.stranger import LinkDialog
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.fields import Label
from shop_pages import gift_shop, press, shown, type_into

Key = Qt.Key
CLOCK, CAKE, BAG = "22727", "22423", "85099B"


@pytest.fixture
def gifts(dressed, tmp_path):
    with gift_shop(tmp_path) as (shop, office):
        yield shop, office


@pytest.fixture
def start(qtbot, gifts):
    return shown(qtbot, CountStartPage(gifts[1]))


@pytest.fixture
def begin(qtbot, gifts, start):
    """Begin a count as the form is filled; the page of the count."""

    def begun(*, blind=False, scope="", value="", pieces=None):
        start.seen.choose("blind" if blind else "open")
        start.scope.choose(scope or "all")
        start.scope.activated.emit(0)
        start.choice.choose(value)
        start.pieces.set_value(pieces)
        with qtbot.waitSignal(start.wanted) as wanted:
            press(start, Key.Key_Return, control=True)
        start.hide()
        assert wanted.args[0] == "count_run"
        return shown(qtbot, CountPage(gifts[1], wanted.args[1]))

    return begun


def scan(page, *codes):
    for code in codes:
        type_into(page.board.scan.field, code)


def rows(page, tab, *keys):
    page.board.choose(tab)
    return [tuple(line.get(key) for key in keys) for line in page.board.grid.lines.lines()]


def answer(page, words):
    buttons = page.notice.findChildren(Button)
    [one for one in buttons if one.text() == words][-1].click()  # older ones are on their way out


def figures(page):
    return {one.title: one.figure for one in page.board.strip.strip.figures()}


def newest(shop):
    return shop.value_of("SELECT MAX(id) FROM document")


def choose(page, sku):
    lines = page.board.grid.lines.lines()
    row = next(at for at, line in enumerate(lines) if line["sku"] == sku)
    page.board.grid.choose(row)


def found_by(shop, page, sku, counted, by, shelf=""):
    found = CountFound(page.head.id, shop.pid(sku), D(counted), by, shelf)
    shop.work.run(count_found, found)


def test_each_scan_counts_one_and_is_echoed(begin):
    page = begin()
    scan(page, CLOCK, "5012345678903", CLOCK)
    assert "+1, 3 counted" in page.board.scan.echo.accessibleName()
    assert rows(page, "recent", "sku", "book", "counted", "difference", "worth") == [
        (CLOCK, D(5), D(3), D(-2), D("-2.40"))
    ]
    assert page.board.strip.progress.accessibleName() == "1 of 4 counted"
    assert figures(page)["Shortage"] == "−£2.40"
    page.board.scan.echo.undo.click()
    assert rows(page, "recent", "counted") == [(D(2),)]


def test_the_first_scan_taken_back_was_never_counted(begin):
    page = begin()
    scan(page, CLOCK)
    page.board.scan.echo.undo.click()
    assert rows(page, "counted", "sku") == []


def test_the_last_scan_is_corrected_by_hand(begin):
    page = begin()
    scan(page, CLOCK)
    press(page.board.scan.field, Key.Key_F2)
    page.board.correct.selectAll()
    type_into(page.board.correct, "5")
    assert rows(page, "counted", "counted", "difference") == [(D(5), D(0))]
    assert page.board.scan.field.hasFocus()


def test_a_count_is_typed_into_the_list_and_taken_out_again(begin):
    page = begin()
    names = rows(page, "left", "sku")
    assert len(names) == 4
    page.board.grid.lines.typed(names.index((CAKE,)), "counted", "11")
    assert rows(page, "differ", "sku", "difference") == [(CAKE, D(-1))]
    page.board.grid.lines.typed(0, "counted", "")
    assert rows(page, "counted", "sku") == []


def test_posting_says_what_happens_to_the_rest(begin, gifts, qtbot):
    shop, _ = gifts
    page = begin()
    scan(page, *[CLOCK] * 3)
    press(page.board.scan.field, Key.Key_Return, control=True)
    qtbot.waitUntil(lambda: "3 products were not counted" in page.notice.sentence())
    with qtbot.waitSignal(page.wanted) as wanted:
        answer(page, "Post what is counted")
    assert wanted.args == ["count", newest(shop)]
    assert (shop.on_hand(CLOCK), shop.on_hand(CAKE)) == (D(3), D(12))
    assert shop.account("count_difference") == D("2.40")


def test_the_rest_is_zero_only_when_somebody_says_so(begin, gifts):
    shop, _ = gifts
    page = begin()
    scan(page, *[CLOCK] * 5)
    page.end.finish()
    answer(page, "Set the rest to zero")
    assert [shop.on_hand(sku) for sku in (CLOCK, CAKE, BAG)] == [D(5), D(0), D(0)]


def test_what_is_sold_meanwhile_is_sold_not_missing(begin, gifts):
    """Counted five at eleven, sold two at a quarter past, posted at noon: no difference."""
    shop, _ = gifts
    page = begin()
    scan(page, *[CLOCK] * 5)
    clock.set_now(lambda: day(10, 12))
    shop.sell(CLOCK, 2, when=day(10, 11, 15))
    page.load()
    assert rows(page, "counted", "book", "difference") == [(D(5), D(0))]
    page.post()
    assert shop.on_hand(CLOCK) == D(3)
    assert shop.account("count_difference") == D(0)


def test_a_blind_count_shows_nothing_of_the_books_until_it_is_compared(begin, qtbot):
    page = begin(blind=True)
    scan(page, CLOCK)
    header = page.board.grid.header
    keys = [column.key for column in page.board.grid.lines.columns]
    hidden = [header.isSectionHidden(keys.index(key) + 1) for key in ("book", "difference")]
    assert hidden == [True, True]
    assert not page.board.strip.strip.isVisible()
    assert not page.board.accept.isVisible()
    assert page.primary.text() == "Compare with the books"
    press(page.board.scan.field, Key.Key_Return, control=True)
    qtbot.waitUntil(lambda: page.primary.text() == "Post the count")
    assert not header.isSectionHidden(keys.index("book") + 1)
    assert rows(page, "differ", "difference") == [(D(-4),)]


def test_an_unfinished_count_waits_in_the_list(begin, gifts, qtbot):
    _, office = gifts
    page = begin()
    scan(page, CLOCK, CAKE)
    page.hide()
    listed = shown(qtbot, CountsPage(office))
    assert listed.notice.sentence() == ("A count of Shop is under way: 2 of 4 products counted.")
    with qtbot.waitSignal(listed.wanted) as wanted:
        answer(listed, "Go on counting")
    again = shown(qtbot, CountPage(office, wanted.args[1]))
    assert rows(again, "recent", "sku", "counted") == [(CAKE, D(1)), (CLOCK, D(1))]
    again.post()
    listed.hide()
    listed.show()
    assert not listed.notice.isVisible()
    assert listed.source.count() == 1


def test_a_count_of_one_category(begin, gifts, start):
    shop, _ = gifts
    shop.product("MUG", name="Mug", category="Cups")
    shop.receive("MUG", 4, 2, on=2)
    start.load()
    page = begin(scope="category", value="Cups")
    assert rows(page, "left", "sku") == [("MUG",)]
    assert "category Cups" in page.header.facts.text()


def test_a_plan_without_products_is_said(start, gifts):
    shop, _ = gifts
    shop.product("MUG", name="Mug", category="Cups")
    start.load()
    start.scope.choose("category")
    start.scope.activated.emit(0)
    start.choice.choose("Cups")
    start.begin.click()
    assert start.notice.sentence() == "No product falls under this choice."
    assert shop.work.read(open_plans) == []


def test_goods_that_never_lay_here_join_the_count(begin, gifts):
    shop, _ = gifts
    shop.product("MUG", name="Mug")
    page = begin()
    scan(page, "MUG", "MUG")
    assert rows(page, "recent", "sku", "book", "counted") == [("MUG", D(0), D(2))]
    page.post()
    assert shop.on_hand("MUG") == D(2)


def test_a_service_and_an_unknown_code_are_told(begin, qtbot):
    page = begin()
    scan(page, "WRAP")
    assert "WRAP" in page.board.scan.echo.accessibleName()
    scan(page, "4006381333931")
    assert "is no product we know" in page.board.scan.echo.accessibleName()
    assert rows(page, "counted", "sku") == []
    answer(page, "Link to a product")
    dialog = page.findChild(LinkDialog)
    type_into(dialog.finder, "bakelike")
    dialog.confirm()
    assert rows(page, "recent", "sku", "counted") == [(CLOCK, D(1))]


def test_throwing_a_count_away_can_be_undone(begin, gifts, qtbot):
    shop, _ = gifts
    page = begin()
    scan(page, CLOCK)
    with qtbot.waitSignal(page.said) as said:
        page.end.discard()
    assert shop.work.read(open_plans) == []
    said.args[2]()
    assert [plan.id for plan in shop.work.read(open_plans)] == [page.head.id]


def test_a_posted_count_shows_what_it_found(begin, gifts, qtbot):
    shop, office = gifts
    page = begin()
    scan(page, *[CLOCK] * 3)
    scan(page, CAKE)
    page.post()
    view = shown(qtbot, DocumentViewPage(office, newest(shop)))
    found = {
        line["sku"]: (line["book"], line["counted"], line["difference"], line["worth"])
        for line in view.grid.lines.lines()
    }
    assert found == {
        CLOCK: (D(5), D(3), D(-2), D("-2.40")), CAKE: (D(12), D(1), D(-11), D("-13.20")),
    }  # fmt: skip
    assert view.totals.accessibleName().endswith("Net difference −£15.60")
    view.reverse()
    assert shop.on_hand(CAKE) == D(12)


def test_the_count_sheet_is_shown_before_printing(begin, qtbot):
    page = begin(blind=True)
    press(page.board.scan.field, Key.Key_P, control=True)
    qtbot.waitUntil(lambda: bool(page.findChildren(PreviewDialog)))
    for dialog in page.findChildren(PreviewDialog):
        dialog.close()


def test_a_late_fact_changes_the_difference_and_the_pages_say_so(begin, gifts, qtbot):
    """Counted three of five; then a sale of the day before is entered: only one was missing."""
    shop, office = gifts
    page = begin()
    scan(page, *[CLOCK] * 3)
    page.post()
    posted = newest(shop)
    shop.sell(CLOCK, 1, on=9)
    view = shown(qtbot, DocumentViewPage(office, posted))
    line = view.grid.lines.lines()[0]
    assert (line["book"], line["difference"], line["worth"]) == (D(4), D(-1), D("-1.20"))
    listed = shown(qtbot, CountsPage(office))
    assert listed.source.totals()[-3:-1] == (D("0.00"), D("-1.20"))


def test_a_tracked_product_asks_for_its_lot(begin, gifts):
    shop, _ = gifts
    shop.product("HAM", name="Ham", track="lot")
    line = TradeLine(shop.pid("HAM"), D(10), D(2), lot="A7")
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, at=day(9), lines=[line]))
    page = begin()
    scan(page, "HAM")
    assert page.notice.sentence() == "Which lot or serial number is it?"
    answer(page, "A7")
    scan(page, "HAM")
    answer(page, "Another lot…")
    dialog = page.findChild(LotDialog)
    dialog.lot.setText("B2")
    dialog.confirm()
    assert rows(page, "recent", "sku", "counted", "difference") == [("HAM", D(2), D(-8))]
    page.post()
    assert shop.on_hand("HAM") == D(2)


# -- several counters ----------------------------------------------------------------------------


def test_a_shelfs_label_says_where_one_counts(begin, gifts, qtbot):
    shop, _ = gifts
    page = begin()
    type_into(page.board.shelf, "A1-03")
    scan(page, CLOCK)
    found_by(shop, page, CAKE, 12, "Ben", "B7-01")
    page.look_around()
    scan(page, "B7-01", CLOCK)
    assert page.board.shelf.text() == "B7-01"
    assert rows(page, "counted", "sku", "shelf", "counted") == [
        (CLOCK, "A1-03, B7-01", D(2)), (CAKE, "B7-01", D(12)),
    ]  # fmt: skip
    qtbot.waitUntil(lambda: tiles(page) == ["A1-03 Δ 1", "B7-01 Δ 1"])


def tiles(page):
    return [tile.accessibleName() for tile in page.board.side.tiles]


def test_a_shelf_is_given_and_finished(begin, gifts, qtbot):
    shop, _ = gifts
    shop.work.run(add_person, "ben", "clerk", "Ben")
    page = begin()
    type_into(page.board.shelf, "A1-03")
    scan(page, *[CLOCK] * 5)
    qtbot.waitUntil(lambda: bool(tiles(page)))
    actions = {
        one.text(): one for one in page.board.side.menu_of(page.board.side.tiles[0]).actions()
    }
    actions["Give it to Ben"].trigger()
    actions["Done"].trigger()
    assert tiles(page) == ["A1-03 B ✓"]


def test_two_results_for_one_shelf_are_decided(begin, gifts):
    shop, _ = gifts
    page = begin()
    found_by(shop, page, CLOCK, 4, "Ann", "A1")
    found_by(shop, page, CLOCK, 5, "Ben", "A1")
    page.look_around()
    assert rows(page, "differ", "sku", "status") == [(CLOCK, "dispute")]
    page.post()
    assert "was counted twice on shelf “A1”" in page.notice.sentence()
    choose(page, CLOCK)
    assert page.board.accept.text() == "Which is right"
    page.board.accept.click()
    answer(page, "Ann found 4")
    assert rows(page, "differ", "counted", "status") == [(D(4), "differs")]
    page.post()
    assert shop.on_hand(CLOCK) == D(4)


def test_a_large_difference_is_counted_again(begin, gifts):
    shop, _ = gifts
    page = begin(pieces=D(3))
    scan(page, CLOCK)
    page.end.finish()
    assert page.notice.sentence() == "To be counted again, because it differs much: 1 product."
    assert rows(page, "again", "sku", "status") == [(CLOCK, "recount")]
    page.end.finish()
    answer(page, "Post what is counted")
    assert "counted again before" in page.notice.sentence()
    scan(page, *[CLOCK] * 4)
    assert rows(page, "differ", "counted", "status") == [(D(4), "differs")]
    page.post()
    assert shop.on_hand(CLOCK) == D(4)


def test_a_difference_has_its_reason_and_is_accepted(begin, gifts):
    shop, _ = gifts
    page = begin(pieces=D(3))
    scan(page, CLOCK)
    page.board.choose("differ")
    choose(page, CLOCK)
    reasons = page.end.reasons(shop.pid(CLOCK)).actions()
    next(one for one in reasons if one.text() == "Damaged").trigger()
    choose(page, CLOCK)
    press(page.board.grid, Key.Key_F7)
    assert rows(page, "differ", "reason", "status") == [("Damaged", "accepted")]
    page.post()
    assert shop.on_hand(CLOCK) == D(1)


def test_a_clerk_compares_and_cannot_post(begin, gifts):
    shop, _ = gifts
    clerk = shop.work.run(add_person, "ben", "clerk")
    page = begin()
    shop.work.user_id = clerk
    page.load()
    scan(page, *[CLOCK] * 4)
    assert page.primary.text() == "Compare with the books"
    page.end.finish()
    assert page.header.chip.accessibleName() == "In review"
    page.end.finish()
    answer(page, "Post what is counted")
    assert "may not do this" in page.notice.sentence()
    shop.work.user_id = None
    page.load()
    page.post()
    assert shop.on_hand(CLOCK) == D(4)


def test_what_lies_on_several_shelves_has_no_one_figure(begin, gifts):
    shop, _ = gifts
    page = begin()
    found_by(shop, page, CLOCK, 2, "Ann", "A1")
    found_by(shop, page, CLOCK, 3, "Ben", "B2")
    page.look_around()
    page.board.choose("counted")
    page.board.grid.lines.typed(0, "counted", "9")
    assert 0 in page.board.grid.refusals
    assert rows(page, "counted", "counted") == [(D(5),)]


def test_an_empty_list_of_a_count_says_what_it_means(begin):
    page = begin()

    def said():
        return {one.text() for one in page.board.findChildren(Label) if one.isVisible()}

    assert "Scan the first product" in said()
    page.board.choose("differ")
    assert "Nothing differs" in said()
    scan(page, CLOCK)
    page.board.choose("recent")
    assert not {"Scan the first product", "Nothing differs"} & said()
    assert page.board.grid.isVisible()
