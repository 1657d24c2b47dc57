"""Price levels, and the prices that are named on them or agreed with customers, out of lists.

A row names a price or changes the one for the same customers, unit and quantity; prices that the
list does not name stay.
"""

from collections import defaultdict
from decimal import Decimal

from erp_desktop.core import errors
from erp_desktop.exchange.imports.intake import ImportKind, Intake, SourceRow, nearest
from erp_desktop.exchange.mapping import FieldKind, FieldSpec
from erp_desktop.exchange.problems import Wrong
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.levels import NamedPrice, SaveLevel, put_price, save_level
from erp_desktop.services.shop.restoring import remembering

LEVEL_FIELDS = (
    FieldSpec("name", "Price level", "价格级别", required=True, aliases=("Level", "级别")),
    FieldSpec("percent", "Percent of retail", "零售价%", FieldKind.PERCENT, aliases=(
        "Percent", "Discount rate", "折扣率")),
    FieldSpec("active", "In use", "启用", FieldKind.FLAG),
)  # fmt: skip
FIELDS = (
    FieldSpec("sku", "SKU", "货号", FieldKind.CODE, required=True),
    FieldSpec("level", "Price level", "价格级别", aliases=("Level", "级别")),
    FieldSpec("customer", "Customer", "客户", FieldKind.CODE, aliases=(
        "Customer code", "客户编码")),
    FieldSpec("unit", "Unit", "单位"),
    FieldSpec("minimum", "From quantity", "起订量", FieldKind.QUANTITY, aliases=(
        "From", "Minimum")),
    FieldSpec("price", "Customer price", "级别价", FieldKind.PRICE, required=True, aliases=(
        "Level price", "Agreed price", "Price", "单价", "专价")),
    FieldSpec("until", "Valid until", "有效期至", FieldKind.DATE, aliases=("Until", "到期")),
)  # fmt: skip
Key = tuple[int, int | None, int | None, str, Decimal]


def take_levels(books: Books, intake: Intake) -> None:
    """Make or change the levels, in the order of the list."""
    seen: dict[str, int] = {}
    for row in intake.rows:
        name, percent = row.text("name") or "", row.decimal("percent")
        if name in seen:
            intake.problem(row, "name", Wrong.DUPLICATE, str(seen[name]))
        seen.setdefault(name, row.number)
        if percent is not None and percent < 0:
            intake.problem(row, "percent", Wrong.NEGATIVE, f"{-percent:f}")
    intake.stop_if_faulty()
    for row in intake.rows:
        active = row.values.get("active")
        command = SaveLevel(
            row.text("name") or "", row.decimal("percent"),
            active if isinstance(active, bool) else None,
        )  # fmt: skip
        save_level(books, command)
    intake.report.came.add("price_levels", rows=len(seen))
    intake.went_on(len(seen), len(seen))


def take_prices(books: Books, intake: Intake) -> None:
    """Check every row, then name them all."""
    checker = _Checker(books, intake)
    found: dict[int, list[tuple[SourceRow, NamedPrice]]] = defaultdict(list)
    for row in intake.rows:
        checker.take(row, found)
    intake.stop_if_faulty()
    with remembering(books, intake.changes, "product", list(found)):
        for product_id, mine in found.items():
            for row, one in mine:
                try:
                    put_price(books, product_id, one)
                except errors.RuleBroken as refusal:
                    intake.refused(row, "unit", refusal)
    intake.report.came.add("named_prices", rows=len(intake.rows))
    intake.went_on(len(intake.rows), len(intake.rows))


class _Checker:
    """Turns rows into prices, and tells what is wrong with them."""

    def __init__(self, books: Books, intake: Intake) -> None:
        self._intake = intake
        self._products: dict[str, int] = dict(books.rows("SELECT sku, id FROM product"))
        self._levels: dict[str, int] = dict(books.rows("SELECT name, id FROM price_level"))
        self._customers: dict[str, int] = {
            key: row[0]
            for row in books.rows(
                "SELECT id, name, code FROM partner WHERE is_customer ORDER BY id"
            )
            for key in row[1:]
        }
        self._seen: dict[Key, int] = {}

    def take(self, row: SourceRow, found: dict[int, list[tuple[SourceRow, NamedPrice]]]) -> None:
        product_id = self._known(row, "sku", self._products)
        level = self._known(row, "level", self._levels)
        customer = self._known(row, "customer", self._customers)
        said = [name for name in ("level", "customer") if row.text(name) is not None]
        if not said:
            self._intake.problem(row, "level", Wrong.MISSING)
        elif len(said) == 2:
            self._intake.problem(row, "customer", Wrong.NOT_AMONG, row.text("level") or "")
        for name in ("minimum", "price"):
            value = row.decimal(name)
            if value is not None and value < 0:
                self._intake.problem(row, name, Wrong.NEGATIVE, f"{-value:f}")
        if product_id is None or (level is None and customer is None):
            return
        one = NamedPrice(
            row.decimal("price") or Decimal(0), level, customer, row.text("unit") or "",
            row.decimal("minimum") or Decimal(0), row.day("until") if customer else None,
        )  # fmt: skip
        key = (product_id, level, customer, one.unit, one.minimum)
        if key in self._seen:
            self._intake.problem(row, "price", Wrong.DUPLICATE, str(self._seen[key]))
        self._seen.setdefault(key, row.number)
        found[product_id].append((row, one))

    def _known(self, row: SourceRow, name: str, known: dict[str, int]) -> int | None:
        said = row.text(name)
        if said is not None and said not in known:
            self._intake.problem(row, name, Wrong.UNKNOWN, nearest(said, known))
        return None if said is None else known.get(said)


PRICE_LEVELS = ImportKind(
    "price-levels", "Price levels", LEVEL_FIELDS, take_levels, title_zh="价格级别"
)
CUSTOMER_PRICES = ImportKind(
    "customer-prices", "Customer prices", FIELDS, take_prices, title_zh="级别价与专价"
)
