"""The demo shop: three weeks of a real gift shop's sales, moved so that they end yesterday.

The sales come from resources/demo (see its ATTRIBUTION.txt) and go through the normal import. What
a sales history does not tell is added: suppliers, barcodes, minimums, a second warehouse and one
restocking, bought, received and billed by the same services that the windows use, and the work that
waits in the morning.
"""

import csv
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from erp_desktop.core import clock, resources
from erp_desktop.core.barcode import check_digit
from erp_desktop.core.money import divided, price
from erp_desktop.core.states import Kind
from erp_desktop.exchange.demo_prices import name_prices
from erp_desktop.exchange.demo_waiting import leave_work
from erp_desktop.exchange.imports.registry import run_import
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.products import SaveProduct, save_products
from erp_desktop.services.finance.bills import EnterBill, enter_bill
from erp_desktop.services.finance.payments import Pay, pay
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.records import header, record
from erp_desktop.services.shop.founding import FoundShop, found_shop
from erp_desktop.services.shop.practising import begin_tasks
from erp_desktop.services.stock.places import save_warehouse
from erp_desktop.services.trade import PartLine, TradeLine
from erp_desktop.services.unit_of_work import UnitOfWork

HISTORY: Final = "online_retail_excerpt.csv"
LAST_DAY: Final = date(2011, 2, 18)  # of the excerpt
VAT: Final = "20"
HISTORY_TAKES: Final = 12  # as long as so many of the steps after it
SHIPS_AT: Final = 17 * 3600  # the restocking is ordered in the morning and here in the evening
AFTER_CLOSING: Final = 13 * 3600  # after the morning of the restocking
EVENING: Final = 18 * 60

SUPPLIERS: Final = (
    ("BRIGHT", "Brightwater Gifts Ltd", "4 Quay Street, Bristol BS1 4XX", 30),
    ("OLDMILL", "Old Mill Homeware", "The Old Mill, Mill Lane, Leeds LS2 7XX", 14),
    ("LANTERN", "Paper Lantern Trading", "27 Canal Walk, Manchester M1 3XX", 30),
)
CATEGORIES: Final = (  # the first word that is found in a name decides
    ("BAG", "Bags", "包袋"),
    ("CHRISTMAS", "Seasonal", "节庆用品"),
    ("EASTER", "Seasonal", "节庆用品"),
    ("HEART", "Decoration", "装饰"),
    ("HOLDER", "Decoration", "装饰"),
    ("SIGN", "Decoration", "装饰"),
    ("FRAME", "Decoration", "装饰"),
    ("LIGHT", "Lighting", "灯具"),
    ("LANTERN", "Lighting", "灯具"),
    ("CARD", "Paper and cards", "纸品"),
    ("WRAP", "Paper and cards", "纸品"),
    ("PAPER", "Paper and cards", "纸品"),
)
KITCHEN: Final = ("Kitchen and home", "厨房家居")


Progress = Callable[[int, int], None]


class _Sold(NamedTuple):
    """A product of the history: its id, SKU, name, price in parts, and lines sold."""

    id: int
    sku: str
    name: str
    price: int
    lines: int


def make_demo_shop(
    place: str, *, language: str = "en", today: int | None = None,
    progress: Progress = lambda _done, _whole: None,
) -> UnitOfWork:  # fmt: skip
    """Make the demo shop at `place` and open it; its history ends before the day `today`.

    `progress` is told (done, of how many); what it raises leaves an unfinished shop, closed.
    Raises what founding a shop raises.
    """
    chinese = language.startswith("zh")
    work = found_shop(
        place,
        FoundShop(
            name="彩灯礼品店（演示）" if chinese else "Fairy Lights Gift Shop (demo)",
            currency="GBP",
            language=language,
            tax=Decimal(VAT),
            practice=True,
        ),
    )
    with ExitStack() as undoing:
        undoing.callback(work.close)
        _fill(work, chinese, clock.day_date(today or clock.today()), progress)
        undoing.pop_all()
    return work


def _fill(work: UnitOfWork, chinese: bool, day: date, progress: Progress) -> None:  # noqa: FBT001
    """What the shop has and what happened in it, step by step."""
    work.run(_furnish, chinese)
    _import_history(work, day, progress)
    morning = clock.instant(datetime(day.year, day.month, day.day)) - 86_400 + 8 * 3600  # noqa: DTZ001
    steps = (
        partial(work.run, _dress_products, chinese),
        partial(work.run, _restock, morning),
        partial(work.run, leave_work, morning + AFTER_CLOSING),
        partial(work.run, name_prices, chinese, morning + AFTER_CLOSING),
        partial(work.run, begin_tasks),
    )
    for at, step in enumerate(steps):
        progress(HISTORY_TAKES + at, HISTORY_TAKES + len(steps))
        step()


def _furnish(books: Books, chinese: bool) -> None:  # noqa: FBT001
    """A second warehouse, and whom to buy from."""
    save_warehouse(books, "STORE", "仓库" if chinese else "Store room")
    for code, name, address, terms in SUPPLIERS:
        save_partner(
            books,
            SavePartner(code, name, is_supplier=True, address=address, terms_days=terms),
        )
    address = "12 Market Row, Bath BA1 5XX, United Kingdom"
    for key, value in (("address", address), ("phone", "+44 1225 496 0000")):
        books.put_setting(key, value)


def _import_history(work: UnitOfWork, day: date, progress: Progress) -> None:
    """Import the excerpt with its dates moved: a page about yesterday or this week says something.

    (Moved by whole weeks it kept its weekdays, but ended up to a week ago.)
    """
    days = day - timedelta(days=1) - LAST_DAY
    with tempfile.TemporaryDirectory() as folder:
        moved = Path(folder) / HISTORY
        _move_dates(resources.path("demo", HISTORY), moved, days)
        report = run_import(
            work, "sales-history", moved, options={"tax": VAT},
            progress=lambda done, whole: progress(
                HISTORY_TAKES * done, (HISTORY_TAKES + 4) * max(whole, 1)
            ),
        )  # fmt: skip
    if not report.ok:
        raise ValueError(f"the demo data is not right: {report.problems[:1]}")


def _move_dates(source: Path, target: Path, by: timedelta) -> None:
    with (
        source.open(encoding="utf-8", newline="") as old,
        target.open("w", encoding="utf-8", newline="") as new,
    ):
        rows, out = csv.DictReader(old), csv.writer(new)
        out.writerow(rows.fieldnames or ())
        for row in rows:
            row["InvoiceDate"] = str(datetime.fromisoformat(row["InvoiceDate"]) + by)
            out.writerow(row.values())


def _sold(books: Books) -> list[_Sold]:
    """The goods of the history, the most often sold first."""
    return [
        _Sold(*row)
        for row in books.rows(
            "SELECT p.id, p.sku, p.name, p.price, COUNT(l.id) FROM product p "
            "JOIN document_line l ON l.product_id = p.id WHERE p.kind = 'goods' "
            "GROUP BY p.id, p.sku, p.name, p.price ORDER BY 5 DESC, p.sku"
        )
    ]


def _dress_products(books: Books, chinese: bool) -> None:  # noqa: FBT001
    """What the history does not tell of a product: barcode, category, minimum, who sells it."""
    suppliers = [row[0] for row in books.rows("SELECT id FROM partner WHERE is_supplier")]
    save_products(
        books,
        [
            SaveProduct(
                sku=one.sku,
                barcodes=[_in_store_code(one.id)],
                category=_category(one.name, chinese),
                minimum=Decimal(6),
                supplier_id=suppliers[one.id % len(suppliers)],
                purchase_price=_cost(one),
            )
            for one in _sold(books)
        ],
    )


def _in_store_code(number: int) -> str:
    """A barcode of the range that shops may give themselves (GS1 prefix 20)."""
    digits = f"20{number:010}"
    return digits + check_digit(digits)


def _category(name: str, chinese: bool) -> str:  # noqa: FBT001
    words = name.upper()
    found = next(((en, zh) for word, en, zh in CATEGORIES if word in words), KITCHEN)
    return found[chinese]


def _cost(one: _Sold) -> Decimal:
    """Half of the price without tax, in whole pence."""
    return price(divided(one.price * 100, 2 * (100 + int(VAT)) * 10_000) * 10_000)


def _restock(books: Books, morning: int) -> None:
    """Each supplier's goods: ordered in the morning, here in the evening, billed; one is paid."""
    known = {one.id: one for one in _sold(books)}
    for at, (code, *_) in enumerate(SUPPLIERS):
        supplier = int(books.value("SELECT id FROM partner WHERE code = ?", (code,)))
        ids = books.rows("SELECT id FROM product WHERE supplier_id = ? ORDER BY sku", (supplier,))
        lines = [_reordered(known[row[0]]) for row in ids if row[0] in known]
        _buy(books, supplier, lines, morning + at * 600, paid=at == 0)


def _reordered(one: _Sold) -> TradeLine:
    return TradeLine(one.id, Decimal(12 + one.lines // 2 * 6), _cost(one))


def _buy(books: Books, supplier: int, lines: Sequence[TradeLine], at: int, *, paid: bool) -> None:
    order = confirm_order(books, WriteOrder(Kind.PURCHASE_ORDER, supplier, lines, at=at))
    parts = [
        PartLine(line.id, Decimal(line.quantity).scaleb(-6))
        for line in record(books, order.id).lines
    ]
    here = at + SHIPS_AT - 8 * 3600
    receipt = receive_goods(books, ReceiveGoods(order_id=order.id, parts=parts, at=here))
    bill = enter_bill(books, EnterBill([receipt.id], at=here + EVENING))
    if paid:
        total = price(header(books, bill.id).total * 100)
        pay(books, Pay(incoming=False, amount=total, invoice_id=bill.id, at=here + 2 * EVENING))
