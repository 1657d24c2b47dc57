"""The way of a document in its side panel: what was, what is now, what comes; nothing hollow."""

from builders import D
from erp_desktop.reports.document_rows import document
from erp_desktop.services.finance.payments import Pay
from erp_desktop.services.finance.payments import pay as take
from erp_desktop.views.trade.story import steps_of
from erp_desktop.views.widgets.panels import StepState
from views.counter import small_shop


def steps(shop, document_id):
    shown = steps_of(shop.work.read(document, document_id))
    return [(one.title, one.state.value) for one in shown]


def test_a_payment_for_what_was_never_ordered_shows_no_empty_steps(tmp_path):
    shop = small_shop(tmp_path / "tea.shop")
    sold = shop.sell("TEA", 2, 28, on=19, customer_id=shop.customer, payments=[])
    paid = shop.work.run(take, Pay(True, D(56), "bank", shop.customer, sold.id))
    assert steps(shop, paid.id) == [("Payment in", "done")]
    shop.work.close()


def test_a_bill_for_goods_that_came_without_an_order_begins_with_the_goods(tmp_path):
    shop = small_shop(tmp_path / "tea.shop")
    receipt = shop.receive("TEA", 4, 10, on=3)
    bill = shop.bill(receipt, on=4)
    assert steps(shop, bill.id) == [
        ("Goods receipt", "done"), ("Bill", "done"), ("Payment out", "now"),
    ]  # fmt: skip
    shop.work.close()


def test_what_is_still_to_come_stays(tmp_path):
    shop = small_shop(tmp_path / "tea.shop")
    order = shop.order("TEA", 4, 10, on=3)
    states = [state for _, state in steps(shop, order.id)]
    assert states == [StepState.DONE, StepState.NOW, StepState.LATER, StepState.LATER]
    shop.work.close()
