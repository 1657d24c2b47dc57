"""The rest of the tour: every page filled, every part of the settings, every dialog and panel.

The day shows what a shop does; this shows what there is. Each is looked at beside its picture
before a version goes out. A page or a dialog that is not seen here fails a test.
"""

from typing import TYPE_CHECKING, Any

from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.partners.partners import by_code
from erp_desktop.views.pages import PageSpec
from erp_desktop.views.tour_bank import lay_statement
from erp_desktop.views.tour_dialogs import see_dialogs
from erp_desktop.views.tour_files import see_files
from erp_desktop.views.tour_goods import BISCUITS, HAMPER, close_till, newest
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.wings import all_pages

if TYPE_CHECKING:
    from erp_desktop.views.tour import Tour

SHOWN = frozenset({"shop", "look", "books"})  # parts of the settings that the day shows
HEART, JUMBO, TINS, SIGN = "85123A", "85099B", "22720", "82580"


def see_everything(tour: "Tour") -> None:
    """Take the pictures that are missing."""
    close_till(tour)
    lay_statement(tour)
    found = tour.ask(newest)
    for spec in all_pages():
        for key in _keys(tour, spec, found):
            page = tour.page(spec.code, key)
            _fill(tour, spec.code, key, page)
            after = "" if key is None else "-filled"
            tour.picture(spec.code.replace("_", "-") + after)
    see_files(tour, tour.keys["order_with_files"], HEART, "BRIGHT")
    _settings(tour)
    see_dialogs(tour)


def _keys(tour: "Tour", spec: PageSpec, found: Any) -> list[Any]:
    """What a page is opened for: nothing, or what it shows; none where the day showed it."""
    known = tour.keys.get(spec.code, found.get(spec.code))
    wanted: dict[str, list[Any]] = {
        "settings": [],
        "money": ["receivables", "cash", "expenses"],
        "product": [tour.keys["template"], tour.ask(by_sku, BISCUITS).id],
        "product_form": [tour.ask(by_sku, HEART).id],
        "partner": [tour.ask(by_code, "BRIGHT").id],
        "partner_form": [None, tour.ask(by_code, "BRIGHT").id],
        "stock_card": [tour.ask(by_sku, HEART).id],
        "report": ["reconciliation", "profit-by-day", "valuation-by-category"],
        "manual": [None],
        "sale_return": [found["sale"]],
        "count_run": [],
        "sale_exchange": [found["sale"]],
        "purchase_return": [known, {"product_id": tour.ask(by_sku, JUMBO).id}],
        "transfer": [known, {"lines": _pieces(tour, (JUMBO, 6), (TINS, 4))}],
        "transfer_in": [known, tour.keys["to_receive"]],
        "write_off": [known, {"lines": _pieces(tour, (SIGN, 2)), "reason": "Damaged"}],
        "assembly": [known, {"product": tour.ask(by_sku, HAMPER).id, "quantity": 2}],
        "opening": [known, None],
        "count": [known],
        "purchase_order": [known, {"product_id": tour.ask(by_sku, JUMBO).id}],
        "sales_order": [known, None],
        "quotation": [known, None],
        "goods_receipt": [known, None],
        "landed_cost": [known, {"receipts": [tour.keys["lots_receipt"]]}],
        "goods_issue": [known, None],
    }
    if spec.code in wanted:
        return wanted[spec.code]
    return [known if spec.make_for is not None else None]


def _pieces(tour: "Tour", *wanted: tuple[str, int]) -> list[Any]:
    from decimal import Decimal

    return [(tour.ask(by_sku, sku).id, Decimal(count)) for sku, count in wanted]


def _fill(tour: "Tour", code: str, key: Any, page: Any) -> None:
    """Type into what is written by hand; scan what is scanned."""
    if key is None and code in {"sales_order", "quotation"}:
        customer = tour.ask(by_code, "C110")
        page.fields.partner.set_value(Found(customer.id, customer.name, customer.code))
        for sku in (HEART, JUMBO, JUMBO, TINS):
            tour.shop().take_scan(sku)
            tour.settle(30)
    if code == "landed_cost" and key and not isinstance(key, int):
        page.costs.pick(0, page.costs.find_products("freight")[0])
        page.costs.lines.typed(0, "amount", "36")
        page.show_shares()
    if code == "picking":
        for sku in ("20725", "20725", BISCUITS):
            tour.shop().take_scan(sku)
            tour.settle(30)
    if code == "label_design":
        page.choose(len(page.design.elements) - 1)
    if code == "sale_return":
        tour.settle(150)


def _settings(tour: "Tour") -> None:
    from erp_desktop.views.settings.sections import ICONS

    page = tour.page("settings")
    for code in ICONS:
        if code not in SHOWN:
            page.show_section(code)
            tour.picture(f"settings-{code}")
