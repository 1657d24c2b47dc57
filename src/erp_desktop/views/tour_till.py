"""The tour at the till: a shift is open, carts wait, a customer has a discount and pays in cash."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.sales.shifts import MoveCash, OpenShift, move_cash, open_shift
from erp_desktop.services.sales.till import SellAtTill, sell_at_till

if TYPE_CHECKING:
    from erp_desktop.views.tour import Tour

TILL = "1"
CAKESTAND, TINS, HEART, LUNCH_BAG = "22423", "22720", "85123A", "20725"
WICKER_HEART, CHALKBOARD, JUMBO_BAG = "22470", "84378", "85099B"
QUICK = (
    ("BAG", "0.10", "Carrier bag", "购物袋"),
    ("WRAP", "1.50", "Gift wrap", "礼品包装"),
    ("CARD", "2.25", "Greeting card", "贺卡"),
    ("POST", "4.95", "Local delivery", "同城配送"),
)

EARLIER = (
    (21, (TINS, LUNCH_BAG, "BAG")),
    (34, (CHALKBOARD, JUMBO_BAG, "WRAP")),
    (52, (CAKESTAND, "CARD", "BAG")),
    (58, (WICKER_HEART, HEART, "POST")),
)


def live_at_till(tour: "Tour") -> None:
    """Customers pay at the till; one cart is scanned in the window, and paid."""
    tour.at(8, 58)
    tour.office.do(open_shift, OpenShift(TILL, Decimal(100)))
    _sell_earlier(tour)
    tour.at(11, 4)
    till = tour.page("till")
    _hold(tour, till)
    for sku in (CAKESTAND, HEART, HEART, WICKER_HEART, "CARD", JUMBO_BAG, JUMBO_BAG, LUNCH_BAG):
        tour.shop().take_scan(sku)
        tour.settle(30)
    command = SavePartner("HART", tour.words("Amelia Hart", "林静"), is_customer=True)
    name = tour.words("Amelia Hart", "林静")
    till.set_customer(int(tour.office.do(save_partner, command)), name)
    till.cart.lines[1].percent_off = Decimal(10)
    till.changed()
    till.money.given.setText("40.00")
    tour.picture("till")
    till.checkout.take()
    tour.picture("till-sold", toast=True)


def _hold(tour: "Tour", till: Any) -> None:
    """Two customers went back for something; their carts wait."""
    tour.at(10, 57)
    for skus, name in (((TINS, JUMBO_BAG), tour.words("Mrs Patel", "张女士")), ((CHALKBOARD,), "")):
        for sku in skus:
            tour.shop().take_scan(sku)
            tour.settle(30)
        till.holding.hold_under(name)
    tour.at(11, 4)


def _sell_earlier(tour: "Tour") -> None:
    """What was sold before: also what has no code to scan, which becomes a quick key."""
    for sku, price, english, chinese in QUICK:
        name = tour.words(english, chinese)
        tour.office.do(save_product, SaveProduct(sku, name, "service", price=Decimal(price)))
    for minute, skus in EARLIER:
        tour.at(10, minute)
        lines = [tour.line(sku, 1 if len(sku) < 5 else 2) for sku in skus]
        paid = "cash" if minute == 52 else "card"
        tour.do(sell_at_till, SellAtTill(lines, (), paid_by=paid))
    tour.do(move_cash, MoveCash(TILL, Decimal(40), "bank", tour.words("To the bank", "存银行")))
