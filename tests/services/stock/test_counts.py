"""A count from its plan to its posted document: several counters, recounts, approval."""

from decimal import Decimal as D

import pytest

from builders import day
from erp_desktop.core import clock, errors
from erp_desktop.core.states import Kind
from erp_desktop.reports.count_plans import lots_here
from erp_desktop.reports.count_progress import count_rows
from erp_desktop.services import posting
from erp_desktop.services.catalogue.products import product
from erp_desktop.services.paper import Goods, Line, Paper
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.stock import count_plans
from erp_desktop.services.stock.bins import SaveBin, save_bin
from erp_desktop.services.stock.count_deciding import (
    ApproveCount,
    accept_difference,
    approve_count,
    ask_recount,
    compare_count,
    differences,
    say_reason,
)
from erp_desktop.services.stock.count_entries import (
    CountFound,
    count_found,
    forget_found,
    outcomes,
    settle_shelf,
)
from erp_desktop.services.stock.count_plans import OpenCount
from erp_desktop.services.stock.counting import CountLine, PostCount, post_count
from erp_desktop.services.stock.places import main_warehouse, outside
from erp_desktop.services.trade import TradeLine
from erp_desktop.services.users.people import add_person


@pytest.fixture(autouse=True)
def eleven():
    clock.set_now(lambda: day(10, 11))


class Counting:
    """A count of a shop, in the words of those who count."""

    def __init__(self, shop, **facts):
        self.shop = shop
        self.id = shop.work.run(count_plans.open_count, OpenCount(**facts))

    def find(self, sku, counted, *, by="Ann", shelf="", more=False, lot="", at=None):
        found = CountFound(self.id, self.shop.pid(sku), D(counted), by, shelf, lot, more, at)
        return self.shop.work.run(count_found, found)

    def outcome(self, sku):
        return self.shop.work.read(outcomes, self.id)[self.shop.pid(sku)]

    def difference(self, sku):
        found = self.shop.work.read(
            lambda books: differences(books, count_plans.plan(books, self.id))
        )[self.shop.pid(sku)]
        return D(found.quantity) / 10**6, D(found.worth) / 10**4

    def approve(self, **how):
        return self.shop.work.run(approve_count, ApproveCount(self.id, **how))

    def state(self):
        return self.shop.work.read(count_plans.plan, self.id).state

    def items(self):
        rows = self.shop.work.read(
            lambda books: books.rows(
                "SELECT p.sku FROM count_item i JOIN product p ON p.id = i.product_id "
                "WHERE i.plan_id = ? ORDER BY p.sku",
                (self.id,),
            )
        )
        return [row[0] for row in rows]


def test_l50_sold_between_counting_and_posting_is_sold(shop):
    """Book 50 at 10:00, counted 48 at 10:05, 3 sold at 10:20, posted at 18:00: -2, final 45."""
    shop.receive("TEA", 50, 1, on=9)
    count = Counting(shop)
    count.find("TEA", 48, at=day(10, 10, 5))
    clock.set_now(lambda: day(10, 18))
    shop.sell("TEA", 3, when=day(10, 10, 20))
    assert count.difference("TEA") == (D(-2), D(-2))
    count.approve()
    assert shop.on_hand("TEA") == D(45)
    assert count.state() == "posted"


def test_l51_all_issued_before_posting(shop):
    shop.receive("TEA", 100, 1, on=9)
    count = Counting(shop)
    count.find("TEA", 100, at=day(10, 10))
    shop.sell("TEA", 100, when=day(10, 10, 30))
    count.approve()
    assert shop.on_hand("TEA") == D(0)
    assert shop.account("count_difference") == D(0)


def test_l52_different_shelves_add(shop):
    shop.receive("TEA", 10, 1, on=9)
    count = Counting(shop)
    count.find("TEA", 4, by="Ann", shelf="A1")
    count.find("TEA", 5, by="Ben", shelf="B7")
    assert count.outcome("TEA").counted == 9_000_000
    assert count.outcome("TEA").shelves == ("A1", "B7")
    count.approve()
    assert shop.on_hand("TEA") == D(9)


def test_l52_the_same_shelf_twice_is_a_conflict_not_a_sum(shop):
    shop.receive("TEA", 10, 1, on=9)
    count = Counting(shop)
    count.find("TEA", 4, by="Ann", shelf="A1")
    count.find("TEA", 6, by="Ben", shelf="A1")
    assert {one.counter for one in count.outcome("TEA").disputed} == {"Ann", "Ben"}
    with pytest.raises(errors.CountersDisagree) as refused:
        count.approve()
    assert refused.value.facts == {"sku": "TEA", "shelf": "A1", "count": "1"}
    ann = next(one for one in count.outcome("TEA").disputed if one.counter == "Ann")
    shop.work.run(settle_shelf, count.id, ann.id)
    count.approve()
    assert shop.on_hand("TEA") == D(4)


def test_two_who_find_the_same_agree(shop):
    shop.receive("TEA", 10, 1, on=9)
    count = Counting(shop)
    count.find("TEA", 6, by="Ann", shelf="A1")
    count.find("TEA", 6, by="Ben", shelf="A1")
    assert count.outcome("TEA").disputed == ()
    count.approve()
    assert shop.on_hand("TEA") == D(6)


def test_l53_uncounted_is_not_zero(shop):
    shop.product("CUP")
    shop.receive("TEA", 10, 1, on=9)
    shop.receive("CUP", 7, 1, on=9)
    count = Counting(shop)
    count.find("TEA", 9)
    count.approve()
    assert (shop.on_hand("TEA"), shop.on_hand("CUP")) == (D(9), D(7))


def test_the_rest_is_gone_when_somebody_says_so(shop):
    shop.product("CUP")
    shop.receive("TEA", 10, 1, on=9)
    shop.receive("CUP", 7, 1, on=9)
    count = Counting(shop)
    count.find("TEA", 9)
    count.approve(zero_rest=True)
    assert (shop.on_hand("TEA"), shop.on_hand("CUP")) == (D(9), D(0))


def test_l54_found_goods_come_in_at_the_last_known_cost(shop):
    shop.product("NEW")
    shop.receive("TEA", 2, "1.50", on=8)
    shop.sell("TEA", 2, on=9)
    count = Counting(shop)
    count.find("TEA", 3)
    count.find("NEW", 2)
    assert count.difference("TEA") == (D(3), D("4.5"))
    assert count.difference("NEW") == (D(2), D(0))
    count.approve()
    assert shop.on_hand("NEW") == D(2)


def test_each_scan_adds_one_at_its_own_time(shop):
    shop.receive("TEA", 10, 1, on=9)
    count = Counting(shop)
    count.find("TEA", 1, more=True, at=day(10, 10))
    count.find("TEA", 12, more=True, at=day(10, 10, 1))
    assert count.find("TEA", -2, more=True) == 11_000_000
    assert (count.outcome("TEA").counted, count.outcome("TEA").at) == (11_000_000, day(10, 11))
    with pytest.raises(errors.NotPositive):
        count.find("TEA", -12, more=True)


def lots_of(shop, sku):
    rows = shop.work.read(
        lambda books: books.rows(
            "SELECT l.code, SUM(d.on_hand) FROM stock_detail d JOIN lot l ON l.id = d.lot_id "
            "WHERE d.product_id = ? GROUP BY l.code ORDER BY l.code",
            (shop.pid(sku),),
        )
    )
    return {row[0]: D(int(row[1])) / 10**6 for row in rows}


def tracked(shop):
    """Ham in two lots: ten of A7, five of B2."""
    shop.product("HAM", track="lot")
    for lot, held in (("A7", 10), ("B2", 5)):
        shop.work.run(
            receive_goods,
            ReceiveGoods(shop.supplier, at=day(9), lines=[
                TradeLine(shop.pid("HAM"), D(held), D(2), lot=lot)
            ]),
        )  # fmt: skip


def test_lots_are_counted_each_and_the_others_stay(shop):
    """Only A7 was counted, and a lot that nobody knew: B2 stays what it was (L-53)."""
    tracked(shop)
    count = Counting(shop)
    with pytest.raises(errors.LotNeeded):
        count.find("HAM", 4)
    count.find("HAM", 3, lot="A7", shelf="A1")
    count.find("HAM", 6, lot="A7", shelf="B7")
    count.find("HAM", 2, lot="C9", shelf="A1")
    assert count.difference("HAM") == (D(1), D(2))
    count.approve()
    assert lots_of(shop, "HAM") == {"A7": D(9), "B2": D(5), "C9": D(2)}
    assert shop.on_hand("HAM") == D(16)


def test_a_lot_is_compared_at_its_own_time(shop):
    """Counted nine at ten; at half past somebody posted six. The nine were right then."""
    tracked(shop)
    count = Counting(shop)
    count.find("HAM", 9, lot="A7", at=day(10, 10))
    later = CountLine(shop.pid("HAM"), D(6), day(10, 10, 30), lot="A7")
    shop.work.run(post_count, PostCount([later], at=day(10, 10, 30)))
    assert count.difference("HAM")[0] == D(-1)
    count.approve()
    assert lots_of(shop, "HAM") == {"A7": D(6), "B2": D(5)}


def test_lots_of_what_is_not_tracked_are_not_asked(shop):
    shop.receive("TEA", 10, 1, on=9)
    count = Counting(shop)
    count.find("TEA", 4, lot="A7", shelf="A1")
    count.find("TEA", 5, lot="B2", shelf="B1")
    assert [line.lot for line in count.outcome("TEA").kept] == ["", ""]
    count.approve()
    assert shop.on_hand("TEA") == D(9)


@pytest.mark.parametrize("counted", [4, 9])
def test_a_difference_lies_in_the_bin_where_all_of_it_lies(shop, counted):
    """Six pieces in bin A1-03, and nothing anywhere else: what is missing is missing there."""
    shop.work.run(_put_into_bin, shop.pid("TEA"), 6)
    count = Counting(shop)
    count.find("TEA", counted, shelf="A1-03")
    count.approve()
    lying = shop.work.read(
        lambda books: books.rows(
            "SELECT b.code, d.on_hand FROM stock_detail d LEFT JOIN bin b ON b.id = d.bin_id "
            "WHERE d.on_hand <> 0"
        )
    )
    assert [(row[0], D(row[1]) / 10**6) for row in lying] == [("A1-03", D(counted))]


def _put_into_bin(books, product_id, pieces):
    """Opening stock that was put into a bin."""
    place = main_warehouse(books)
    bin_id = save_bin(books, SaveBin(place, "A1-03"))
    goods = product(books, product_id)
    paper = Paper(kind=Kind.OPENING, at=day(2), place_id=place)
    paper.lines.append(Line(goods.id, goods.sku, goods.name, pieces * 10**6, goods.unit))
    paper.goods.append(
        Goods(0, goods.id, outside(books, "opening"), place, pieces * 10**6, value=60_000,
              target_bin_id=bin_id)
    )  # fmt: skip
    posting.post(books, paper)


def test_a_large_difference_is_counted_again_first(shop):
    """Over the threshold: no approval before a second count, and that one is what counts."""
    shop.product("CUP")
    shop.receive("TEA", 10, 1, on=9)
    shop.receive("CUP", 10, 50, on=9)
    count = Counting(shop, recount_quantity=D(5), recount_value=D(50))
    count.find("TEA", 6, shelf="A1")
    count.find("CUP", 9)
    with pytest.raises(errors.RecountsOpen):
        count.approve()
    assert shop.work.run(compare_count, count.id) == 1
    assert count.state() == "review"
    with pytest.raises(errors.RecountsOpen):
        count.approve()
    count.find("CUP", 10, by="Ben")
    assert (count.outcome("CUP").counted, count.outcome("CUP").round) == (10_000_000, 2)
    count.approve()
    assert (shop.on_hand("TEA"), shop.on_hand("CUP")) == (D(6), D(10))


def test_a_recount_replaces_shelf_by_shelf(shop):
    shop.receive("TEA", 10, 1, on=9)
    count = Counting(shop)
    count.find("TEA", 4, shelf="A1")
    count.find("TEA", 3, shelf="B7")
    shop.work.run(ask_recount, count.id, shop.pid("TEA"))
    with pytest.raises(errors.RecountsOpen):
        count.approve()
    count.find("TEA", 7, by="Ben", shelf="A1")
    assert count.outcome("TEA").counted == 10_000_000


def test_a_recount_is_done_by_somebody_else(shop):
    """Ann's shelf by Ben and Ben's by Ann; who is alone may look again."""
    shop.receive("TEA", 10, 1, on=9)
    alone = Counting(shop)
    alone.find("TEA", 4)
    shop.work.run(ask_recount, alone.id, shop.pid("TEA"))
    alone.find("TEA", 10)
    shop.work.run(count_plans.drop_count, alone.id)
    count = Counting(shop)
    count.find("TEA", 4, by="Ann", shelf="A1")
    count.find("TEA", 3, by="Ben", shelf="B7")
    shop.work.run(ask_recount, count.id, shop.pid("TEA"))
    with pytest.raises(errors.SameCounterAgain) as refused:
        count.find("TEA", 7, by="Ann", shelf="A1")
    assert refused.value.facts == {"sku": "TEA", "counter": "Ann"}
    with pytest.raises(errors.SameCounterAgain):
        count.find("TEA", 7, by="Ann", shelf="C9")  # no way round it by another shelf
    count.find("TEA", 7, by="Ann", shelf="B7")
    count.find("TEA", 6, by="Ben", shelf="A1")
    count.find("TEA", 1, by="Ben", shelf="A1", more=True)
    assert count.outcome("TEA").counted == 14_000_000
    for one in (shop.work.run(add_person, name, "clerk") for name in ("cat", "dan")):
        assert one
    single = Counting(shop)
    single.find("TEA", 4, by="cat")
    shop.work.run(ask_recount, single.id, shop.pid("TEA"))
    with pytest.raises(errors.SameCounterAgain):
        single.find("TEA", 4, by="cat")


# -- bin by bin ----------------------------------------------------------------------------------


def binned(shop, **bins):
    """Tea that lies in bins: so many in each."""
    place = shop.wid("MAIN")
    ids = {code: shop.work.run(save_bin, SaveBin(place, code)) for code in bins}
    lines = [TradeLine(shop.pid("TEA"), D(qty), D(1), bin_id=ids[code])
             for code, qty in bins.items() if qty]  # fmt: skip
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=lines, at=day(9)))
    return ids


def in_bins(shop):
    return dict(
        shop.work.read(
            lambda books: books.rows(
                "SELECT n.code, d.on_hand / 1000000 FROM stock_detail d JOIN bin n "
                "ON n.id = d.bin_id WHERE d.on_hand <> 0"
            )
        )
    )


def test_a_bin_is_compared_with_itself_and_the_others_stay(shop):
    """20 in A1, 30 in B7; only A1 is counted: two are missing there, nothing else is."""
    binned(shop, A1=20, B7=30)
    count = Counting(shop, scope="shelf", value="A1")
    count.find("TEA", 18, shelf="A1", at=day(10, 10))
    assert count.difference("TEA")[0] == D(-2)
    shop.sell("TEA", 3, when=day(10, 10, 30))  # out of A1, after it was counted
    assert count.difference("TEA")[0] == D(-2)
    count.approve()
    assert shop.on_hand("TEA") == D(45)
    assert in_bins(shop) == {"A1": 15, "B7": 30}


def test_shelves_that_are_found_empty_empty_no_others(shop):
    binned(shop, A1=20, A2=4, B7=30)
    count = Counting(shop, scope="shelf", value="A")
    rows = shop.work.read(count_rows, count.id)
    assert [(row.sku, row.book) for row in rows] == [("TEA", D(24))]
    shop.product("CUP")
    shop.receive("CUP", 1, 1, on=9)
    count.find("CUP", 1, shelf="A1")
    count.approve(zero_rest=True)
    assert in_bins(shop) == {"B7": 30}
    assert shop.on_hand("TEA") == D(30)


def test_several_bins_are_counted_at_their_own_times(shop):
    binned(shop, A1=20, B7=30, C2=5)
    count = Counting(shop)
    count.find("TEA", 33, shelf="B7", at=day(10, 10, 30))
    count.find("TEA", 18, shelf="A1", at=day(10, 10))
    assert count.difference("TEA")[0] == D(1)
    count.approve()
    assert in_bins(shop) == {"A1": 18, "B7": 33, "C2": 5}
    assert shop.on_hand("TEA") == D(56)
    assert shop.account("count_difference") == D("-1.00")


def test_found_in_a_bin_where_the_books_have_nothing(shop):
    binned(shop, A1=20, B7=0)
    count = Counting(shop)
    count.find("TEA", 20, shelf="A1")
    count.find("TEA", 2, shelf="B7")
    count.approve()
    assert in_bins(shop) == {"A1": 20, "B7": 2}


def test_what_lies_outside_of_bins_is_counted_as_a_whole(shop):
    """Bins that only the counter knows are shelves as ever: their numbers add up."""
    shop.receive("TEA", 10, 1, on=9)
    for code in ("A1", "B7"):
        shop.work.run(save_bin, SaveBin(shop.wid("MAIN"), code))
    count = Counting(shop)
    count.find("TEA", 4, shelf="A1")
    count.find("TEA", 5, shelf="B7")
    assert count.difference("TEA")[0] == D(-1)
    count.approve()
    assert shop.on_hand("TEA") == D(9)


def test_lots_are_counted_in_their_bins(shop):
    shop.product("MILK", track="lot")
    place = shop.wid("MAIN")
    ids = [shop.work.run(save_bin, SaveBin(place, code)) for code in ("A1", "B7")]
    lines = [TradeLine(shop.pid("MILK"), D(8), D(1), lot=lot, bin_id=bin_id)
             for lot in ("L1", "L2") for bin_id in ids]  # fmt: skip
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=lines, at=day(9)))
    count = Counting(shop)
    count.find("MILK", 7, shelf="A1", lot="L1")
    count.find("MILK", 9, shelf="A1", lot="L2")
    count.find("MILK", 5, shelf="B7", lot="L1")
    assert count.difference("MILK")[0] == D(-3)
    count.approve()
    assert shop.work.read(
        lambda books: books.rows(
            "SELECT l.code, n.code, d.on_hand / 1000000 FROM stock_detail d JOIN bin n "
            "ON n.id = d.bin_id JOIN lot l ON l.id = d.lot_id ORDER BY 1, 2"
        )
    ) == [("L1", "A1", 7), ("L1", "B7", 5), ("L2", "A1", 9), ("L2", "B7", 8)]


def test_the_lots_of_the_shelf_are_offered_first(shop):
    shop.product("MILK", track="lot")
    place = shop.wid("MAIN")
    ids = [shop.work.run(save_bin, SaveBin(place, code)) for code in ("A1", "B7")]
    lines = [
        TradeLine(shop.pid("MILK"), D(8), D(1), lot=lot, expires_on=until, bin_id=bin_id)
        for lot, until, bin_id in (("SOON", 20260201, ids[0]), ("LATE", 20260901, ids[1]))
    ]
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=lines, at=day(9)))
    for shelf, offered in (("B7", ["LATE", "SOON"]), ("A1", ["SOON", "LATE"]),
                           ("", ["SOON", "LATE"])):  # fmt: skip
        assert shop.work.read(lots_here, shop.pid("MILK"), place, shelf) == offered


def test_a_difference_may_be_accepted_without_a_recount(shop):
    shop.receive("TEA", 10, 1, on=9)
    count = Counting(shop, recount_quantity=D(1))
    count.find("TEA", 4)
    shop.work.run(compare_count, count.id)
    shop.work.run(say_reason, count.id, shop.pid("TEA"), "damaged")
    shop.work.run(accept_difference, count.id, shop.pid("TEA"))
    count.approve()
    assert shop.on_hand("TEA") == D(4)


def test_a_clerk_counts_and_a_manager_approves(shop):
    shop.receive("TEA", 10, 1, on=9)
    clerk = shop.work.run(add_person, "ben", "clerk")
    manager = shop.work.run(add_person, "may", "manager")
    count = Counting(shop)
    count.find("TEA", 4)
    shop.work.user_id = clerk
    with pytest.raises(errors.NotAllowed):
        count.approve()
    with pytest.raises(errors.NotAllowed):
        shop.work.run(accept_difference, count.id, shop.pid("TEA"))
    shop.work.user_id = manager
    count.approve()
    shop.work.user_id = None
    assert shop.on_hand("TEA") == D(4)


def test_what_is_posted_or_thrown_away_takes_nothing(shop):
    shop.receive("TEA", 10, 1, on=9)
    count = Counting(shop)
    count.find("TEA", 4)
    shop.work.run(count_plans.drop_count, count.id)
    with pytest.raises(errors.CountClosed):
        count.find("TEA", 5)
    shop.work.run(count_plans.take_up_count, count.id)
    count.find("TEA", 5)
    count.approve()
    for deed in (count.approve, lambda: count.find("TEA", 6)):
        with pytest.raises(errors.CountClosed):
            deed()
    with pytest.raises(errors.CountClosed):
        shop.work.run(count_plans.take_up_count, count.id)


def test_what_was_not_asked_for_joins_and_leaves_again(shop):
    shop.product("NEW")
    shop.receive("TEA", 10, 1, on=9)
    count = Counting(shop)
    count.find("NEW", 1)
    assert count.items() == ["NEW", "TEA"]
    shop.work.run(forget_found, CountFound(count.id, shop.pid("NEW"), D(0), "Ann"))
    assert count.items() == ["TEA"]


def test_a_service_is_not_counted(shop):
    shop.product("WRAP", kind="service")
    shop.receive("TEA", 10, 1, on=9)
    with pytest.raises(errors.NotStocked):
        Counting(shop).find("WRAP", 1)


@pytest.mark.parametrize(
    ("scope", "value", "skus"),
    [
        ("all", "", ["CUP", "MUG", "TEA"]),
        ("category", "Cups", ["CUP", "MUG"]),
        ("abc", "a", ["MUG"]),
        ("supplier", "1", ["CUP"]),
        ("due", "30", ["CUP", "MUG"]),
        ("shelf", "A1", ["TEA"]),
    ],
)
def test_what_a_plan_asks_for(shop, scope, value, skus):
    shop.product("CUP", category="Cups", supplier_id=shop.supplier)
    shop.product("MUG", category="Cups")
    shop.product("NEVER", category="Cups")
    for sku in ("TEA", "CUP", "MUG"):
        shop.receive(sku, 5, 1, on=2)
    shop.count("TEA", 5, on=9)
    shop.work.run(_lay_out, shop.pid("MUG"), shop.pid("TEA"))
    if scope == "supplier":
        value = str(shop.supplier)
    asked = Counting(shop, scope=scope, value=value).items()
    shop.work.run(lambda books: books.run("DELETE FROM stock_detail"))
    assert asked == skus


def _lay_out(books, mug, tea):
    """A is the mug's class; the tea lies in bin A1-03."""
    books.run("UPDATE product SET abc = 'A' WHERE id = ?", (mug,))
    place = books.value("SELECT id FROM location WHERE kind = 'storage' ORDER BY id")
    bin_id = books.insert("bin", location_id=place, code="A1-03")
    books.run(
        "INSERT INTO stock_detail (product_id, location_id, bin_id, lot_id, on_hand) "
        "VALUES (?, ?, ?, 0, 5000000)",
        (tea, place, bin_id),
    )


def test_a_plan_without_products_is_refused(shop):
    shop.receive("TEA", 5, 1, on=2)
    for scope, value, wrong in (
        ("category", "Cups", errors.NothingToCount),
        ("due", "soon", errors.NotPositive),
        ("moon", "", errors.NotAmong),
    ):
        with pytest.raises(wrong):
            Counting(shop, scope=scope, value=value)


def test_shelves_are_given_to_people(shop):
    shop.receive("TEA", 5, 1, on=2)
    count = Counting(shop)
    shop.work.run(count_plans.assign_shelf, count.id, "A1", "Ann")
    count.find("TEA", 5, by="Ben", shelf="B7")
    shop.work.run(lambda books: count_plans.finish_shelf(books, count.id, "B7"))
    told = shop.work.read(
        lambda books: books.rows("SELECT shelf, counter, done FROM count_shelf ORDER BY shelf")
    )
    assert [(row[0], row[1], bool(row[2])) for row in told] == [
        ("A1", "Ann", False), ("B7", "Ben", True),
    ]  # fmt: skip
