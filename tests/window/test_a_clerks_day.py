"""A clerk's day in a real window, by keyboard and scanner alone, and the ledgers asked afterwards.

An order of five lines is received and labelled, a shift opened, three carts sold (one held and
taken up again, one paid in two ways), a return taken by its receipt's number, a shelf counted, the
shift closed. Each task takes no more keys than `docs/keystrokes.md` says.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from builders import D, Shop
from erp_desktop.core.states import Kind
from erp_desktop.reports.integrity import verify
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.trade import TradeLine
from real_window import Clerk, until
from shop_proof import assert_books_are_exact

pytestmark = pytest.mark.window
TABLE = Path(__file__).resolve().parents[2] / "docs" / "keystrokes.md"
CODES = {
    "TEA": "6901234567892",
    "CUP": "0012345678905",
    "POT": "4006381333931",
    "MAT": "5901234123457",
    "BAG": "9780201379624",
}
ORDERED = {"TEA": 3, "CUP": 4, "POT": 2, "MAT": 1, "BAG": 2}
SHELVES = {"CUP": "Crockery", "POT": "Crockery"}
PRICES = {"TEA": "28.00", "CUP": "4.50", "POT": "35.00", "MAT": "6.00", "BAG": "2.50"}


class Hands(Clerk):
    """A clerk whose keys are counted, task by task."""

    def __init__(self, environment: dict[str, str], shop_file: Path | None = None) -> None:
        super().__init__(environment, shop_file)
        self.keys: dict[str, int] = {}

    def begin(self, task: str) -> None:
        self.task = task
        self.keys[task] = 0

    def press(self, *keys: str) -> None:
        self.keys[self.task] += len(keys)
        super().press(*keys)

    def type(self, words: str) -> None:
        self.keys[self.task] += len(words)
        super().type(words)

    def asked_by(self, title: str) -> None:
        """A question with this title has the keyboard, and was painted."""
        super().asked_by(title)
        self.still()


@pytest.fixture
def shop_file(tmp_path: Path) -> Path:
    """A shop that waits for an order of five lines; nothing is on its shelves."""
    shop = Shop.found(tmp_path / "corner.shop", currency="GBP")
    for sku, code in CODES.items():
        shop.product(sku, name=f"Fine {sku.lower()}", price=PRICES[sku], barcodes=[code],
                     category=SHELVES.get(sku, "Dry goods"))  # fmt: skip
    lines = [TradeLine(shop.pid(sku), D(many), D(2)) for sku, many in ORDERED.items()]
    shop.work.run(confirm_order, WriteOrder(Kind.PURCHASE_ORDER, shop.supplier, lines))
    shop.work.close()
    return tmp_path / "corner.shop"


@pytest.fixture
def hands(sit_down: Callable[..., Hands], shop_file: Path) -> Hands:
    """The program is open at the till."""
    return sit_down(shop_file, "till", Hands)


def test_a_day(hands: Hands, shop_file: Path, tmp_path: Path) -> None:
    """Everything from the order to the closed shift, and then the books."""
    receive(hands)
    label(hands, tmp_path / "home")
    open_the_shift(hands)
    sell(hands)
    take_a_return(hands)
    count(hands)
    close_the_shift(hands)
    hands.books(assert_as_done)
    over = {task: keys for task, keys in hands.keys.items() if keys > allowed()[task]}
    assert not over


def posted(kind: str) -> str:
    return f"SELECT COUNT(*) FROM document WHERE kind = '{kind}' AND state = 'posted'"


def kept(page: str, words: str) -> str:
    """How many drafts of a page hold these words: what was typed or scanned has arrived."""
    return f"SELECT COUNT(*) FROM draft WHERE page LIKE '{page}%' AND content LIKE '%{words}%'"


def receive(hands: Hands) -> None:
    hands.begin("receive an order")
    hands.press("ctrl+k")
    hands.type("#po")
    hands.press("Return")
    hands.sees("purchase_order")
    hands.scan_all([CODES[sku] for sku, many in ORDERED.items() for _ in range(many)])
    hands.still()
    hands.press("ctrl+Return")
    hands.says(posted("goods_receipt"), 1)
    hands.still()  # the page reads the order anew, and then offers its labels


def label(hands: Hands, home: Path) -> None:
    hands.begin("print its labels")
    hands.press("ctrl+shift+l")
    hands.asked_by("Labels")
    hands.press("Return")
    hands.asked_by("Save as PDF")
    hands.press("Return")
    until(lambda: [one.read_bytes()[:4] for one in home.glob("*.pdf")], [b"%PDF"], "the labels")
    hands.asked_by("Corner shop")


def open_the_shift(hands: Hands) -> None:
    hands.begin("open the shift")
    hands.press("ctrl+w")
    hands.sees("till")
    hands.press("F10")
    hands.asked_by("Open the shift")
    hands.type("50")
    hands.press("Return")
    hands.says("SELECT COUNT(*) FROM till_shift WHERE closed_at IS NULL", 1)
    hands.asked_by("Corner shop")


def sell(hands: Hands) -> None:
    hands.begin("hold a cart, sell another")
    hands.scan_all([CODES["TEA"], CODES["CUP"]])
    hands.says(kept("till", "Fine cup"), 1)
    hands.press("F6")
    hands.scan_all([CODES["CUP"], CODES["BAG"]])
    hands.says(kept("till", "Fine bag"), 1)
    hands.press("F12")
    hands.says(posted("sale"), 1)
    hands.begin("take it up, paid by card and cash")
    hands.press("F7", "ctrl+2")
    hands.type("5")
    hands.press("Return", "ctrl+1", "F12")
    hands.says(posted("sale"), 2)
    hands.begin("sell what was scanned")
    hands.scan(CODES["POT"])
    hands.says(kept("till", "Fine pot"), 1)
    hands.press("F12")
    hands.says(posted("sale"), 3)


def take_a_return(hands: Hands) -> None:
    hands.begin("return by the receipt's number")
    hands.press("F8")
    hands.type("1")
    hands.press("Return")
    hands.sees("sale_return")
    hands.scan(CODES["CUP"])
    hands.still()
    hands.press("F12")
    hands.says(posted("sales_return"), 1)


def count(hands: Hands) -> None:
    """The shelf with the crockery: one cup is missing. What stands on others is not asked for."""
    hands.begin("count a shelf")
    hands.press("ctrl+k")
    hands.type(">new: stock c")
    hands.press("Return")
    hands.sees("count")
    hands.press("a", "Tab", "c")
    hands.press("ctrl+Return")
    hands.says("SELECT scope || ' ' || scope_value FROM count_plan", "category Crockery")
    hands.sees("count_run")
    hands.scan_all([CODES[sku] for sku in ("CUP", "CUP", "POT")])
    hands.says("SELECT SUM(counted) FROM count_entry", 3_000_000)
    hands.press("ctrl+Return")
    hands.says("SELECT state FROM count_plan", "posted")


def close_the_shift(hands: Hands) -> None:
    """Two fifties, a ten and a five are in the drawer."""
    hands.begin("count the drawer, close the shift")
    hands.press("ctrl+k")
    hands.type(">till")
    hands.press("Return")
    hands.sees("till")
    hands.press("F10")
    hands.still()
    hands.press("l")
    hands.asked_by("Count the drawer")
    for many in ("2", "", "1", "1", *[""] * 11):
        hands.type(many) if many else None
        hands.press("Return")
    hands.says("SELECT COUNT(*) FROM till_shift WHERE closed_at IS NULL", 0)
    hands.asked_by("Corner shop")


def assert_as_done(shop: Shop) -> None:
    """Goods, money and the program's own proof."""
    held = {sku: str(shop.on_hand(sku)) for sku in CODES}
    assert held == {"TEA": "2", "CUP": "2", "POT": "1", "MAT": "1", "BAG": "1"}
    paid = "SELECT method, SUM(amount) FROM payment GROUP BY method ORDER BY method"
    assert shop.work.read(lambda books: books.rows(paid)) == [("card", 50_000), ("cash", 650_000)]
    booked = {role: str(shop.account(role)) for role in ("cash", "cash_difference")}
    assert booked == {"cash": "65.00", "cash_difference": "0.00"}
    shop.work.read(assert_books_are_exact)
    assert shop.work.read(verify).ok


def allowed() -> dict[str, int]:
    """What the table says, by task."""
    rows = re.findall(r"^\| ([^|]+?) \| (\d+) \|", TABLE.read_text(encoding="utf-8"), re.MULTILINE)
    return {task: int(keys) for task, keys in rows}
