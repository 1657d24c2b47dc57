"""The foot of an order: how far it is on the left, what it comes to on the right."""

from decimal import Decimal
from typing import TYPE_CHECKING

from erp_desktop.core.states import Kind
from erp_desktop.reports.document_rows import DocumentView
from erp_desktop.views import costs, figures, wording
from erp_desktop.views.trade.pricing import NOTHING, number

if TYPE_CHECKING:
    from erp_desktop.views.trade.part_page import PartPage
    from erp_desktop.views.trade.trade_page import TradePage

translate = wording.translate
PAYMENTS = frozenset({Kind.PAYMENT_IN, Kind.PAYMENT_OUT})  # no tax, so nothing without it


def show_document_totals(page: "TradePage", view: DocumentView) -> None:
    """Net, discount, tax by rate, total; what is paid and open where money is due."""
    head = view.head
    if not costs.seen_of(head.kind):
        page.totals.show_totals(())
        return
    if head.kind is Kind.MONEY_TRANSFER:
        _show_transfer(page, view)
        return
    rows = []
    if head.kind not in PAYMENTS:
        rows.append((translate("Trade", "Net amount"), figures.money(head.net)))
    discount = sum((line.discount for line in view.lines), NOTHING)
    if discount:
        rows.append((translate("Trade", "Discount included"), figures.money(-discount)))
    for rate in dict.fromkeys(line.rate for line in view.lines if line.rate):
        tax = sum((line.tax for line in view.lines if line.rate == rate), NOTHING)
        words = translate("Trade", "Tax {0}%").format(figures.number(rate))
        if head.tax:
            rows.append((words, figures.money(tax)))
    total = translate("Trade", "Total")
    page.totals.show_totals([*rows, (total, figures.money_with_sign(head.total))])


def _show_transfer(page: "TradePage", view: DocumentView) -> None:
    """Of money between own accounts: what left, what was kept of it, what arrived."""
    left, kept = view.head.total, sum((line.total for line in view.lines), NOTHING)
    rows = [(translate("Money", "Leaves"), figures.money(left))]
    if kept:
        rows.append((translate("Money", "Fee kept"), figures.money(-kept)))
    arrives = (translate("Money", "Arrives"), figures.money_with_sign(left - kept))
    page.totals.show_totals([*rows, arrives])


def show_order_totals(page: "PartPage", view: DocumentView) -> None:
    """The totals, and how far receiving or shipping is, with what stands there now."""
    show_document_totals(page, view)
    if page.part is None:
        _show_money(page, view)
        return
    lines = [line for line in page.part.lines.lines() if line.get("line_id") is not None]
    whole = sum((number(line.get("whole")) for line in lines), NOTHING)
    arrived = sum(
        (min(number(line.get("arrived")), number(line.get("whole"))) for line in lines), NOTHING
    )
    full = sum(1 for line in lines if number(line.get("arrived")) >= number(line.get("whole")))
    title = translate("Trade", "Shipping")
    words = translate("Trade", "{0} complete, {1} still to ship")
    note = translate("Trade", "{0} of {1} pieces are shipped with these")
    if page.buying:
        title = translate("Trade", "Receiving")
        words = translate("Trade", "{0} complete, {1} still to come")
        note = translate("Trade", "{0} of {1} pieces are here with these")
    if full == len(lines):
        words = translate("Trade", "All lines complete")
    page.totals.show_progress(
        title,
        words.format(full, len(lines) - full),
        note.format(figures.quantity(arrived), figures.quantity(whole)),
        arrived / whole if whole else NOTHING,
    )


def _show_money(page: "TradePage", view: DocumentView) -> None:
    """What is billed or invoiced is paid by so much."""
    head = view.head
    if not head.charged or not costs.seen_of(head.kind):
        _show_goods(page, view)
        return
    paid = head.charged - head.open
    words = translate("Trade", "{0} paid, {1} to pay").format(
        figures.money_with_sign(paid), figures.money_with_sign(head.open)
    )
    if not head.open:
        words = translate("Trade", "Paid in full")
    note = translate("Trade", "{0} invoiced").format(figures.money_with_sign(head.charged))
    if head.buying:
        note = translate("Trade", "{0} billed").format(figures.money_with_sign(head.charged))
    share = paid / head.charged if head.charged else Decimal(0)
    page.totals.show_progress(translate("Trade", "Payment"), words, note, share)


def _show_goods(page: "TradePage", view: DocumentView) -> None:
    """All goods moved and nothing was charged yet."""
    goods = [line for line in view.lines if line.goods]
    whole = sum((line.quantity for line in goods), NOTHING)
    done = sum((line.done for line in goods), NOTHING)
    if not done:
        return
    title, words = translate("Trade", "Shipping"), translate("Trade", "{0} of {1} pieces shipped")
    note = translate("Trade", "not invoiced yet")
    if page.buying:
        title = translate("Trade", "Receiving")
        words = translate("Trade", "{0} of {1} pieces arrived")
        note = translate("Trade", "not billed yet")
    said = words.format(figures.quantity(done), figures.quantity(whole))
    page.totals.show_progress(title, said, note, done / whole)


def show_money(page: "TradePage", view: DocumentView) -> None:
    """The foot of an invoice or a bill."""
    show_document_totals(page, view)
    _show_money(page, view)
