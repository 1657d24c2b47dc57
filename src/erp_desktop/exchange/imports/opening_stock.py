"""Opening stock out of a list: how much of each product there is, and what it is worth."""

from collections import defaultdict
from decimal import Decimal

from erp_desktop.core import clock
from erp_desktop.exchange.imports.intake import ImportKind, Intake, SourceRow, nearest
from erp_desktop.exchange.mapping import FieldKind, FieldSpec
from erp_desktop.exchange.problems import Problem, Wrong
from erp_desktop.models.books import Books
from erp_desktop.services.stock.opening import OpeningLine, OpenStock, open_stock
from erp_desktop.services.stock.places import warehouses

FIELDS = (
    FieldSpec("sku", "SKU", "货号", FieldKind.CODE, required=True),
    FieldSpec("quantity", "Quantity", "数量", FieldKind.QUANTITY, required=True, aliases=(
        "On hand", "Stock", "Opening stock", "Opening quantity", "Units in stock", "库存",
        "库存数量", "期初数量", "期初库存", "现存量", "结存数量")),
    FieldSpec("cost", "Unit cost", "成本单价", FieldKind.PRICE),
    FieldSpec("amount", "Value", "金额", FieldKind.MONEY, aliases=(
        "Stock value", "Opening value", "Total cost", "期初金额", "库存金额", "结存金额")),
    FieldSpec("warehouse", "Warehouse", "仓库"),
    FieldSpec("lot", "Lot", "批次", FieldKind.CODE, aliases=("Batch", "Lot number", "批号")),
    FieldSpec("expires", "Expiry", "有效期", FieldKind.DATE, aliases=(
        "Expires", "Expiry date", "Best before", "Use by", "到期日", "有效期至")),
)  # fmt: skip


def take_in(books: Books, intake: Intake) -> None:
    """Check every row, then open one paper for each warehouse."""
    if not {"cost", "amount"} & set(intake.mapping.columns):
        for sheet in intake.sheets:
            intake.report.problems.append(
                Problem(sheet.name, sheet.header_row, intake.titles["cost"], "",
                        Wrong.MISSING_COLUMN)
            )  # fmt: skip
    checker = _Checker(books, intake)
    papers: dict[int, list[OpeningLine]] = defaultdict(list)
    for row in intake.rows:
        checker.take(row, papers)
    intake.stop_if_faulty()
    at = clock.parsed(intake.options["at"]) if intake.options["at"] else clock.now()
    for place_id, lines in papers.items():
        open_stock(books, OpenStock(lines, place_id, at, batch_id=intake.batch_id))
    intake.went_on(len(intake.rows), len(intake.rows))


class _Checker:
    """Turns rows into lines of opening papers, and tells what is wrong with them."""

    def __init__(self, books: Books, intake: Intake) -> None:
        self.intake = intake
        self.products = {
            row[0]: (row[1], row[2]) for row in books.rows("SELECT sku, id, kind FROM product")
        }
        places = warehouses(books)
        self.places = {place.name: place.id for place in places}
        self.places |= {place.code: place.id for place in places}
        self.default = places[0].id
        self.rows_of: dict[tuple[str, int, str], int] = {}

    def take(self, row: SourceRow, papers: dict[int, list[OpeningLine]]) -> None:
        before = len(self.intake.report.problems)
        product_id = self._product(row)
        place_id = self._place(row)
        held, cost, value = self._worth(row)
        self._once(row, place_id)
        if len(self.intake.report.problems) > before:
            return
        worth = cost * held if value is None else value
        if held == 0:
            self.intake.report.stayed.add("without_effect", worth)
            return
        papers[place_id].append(
            OpeningLine(product_id, held, cost, value, row.text("lot"), row.day("expires"))
        )  # fmt: skip
        self.intake.report.came.add("opening_stock", worth)

    def _product(self, row: SourceRow) -> int:
        sku = row.text("sku")
        found = self.products.get(sku or "")
        if sku is None:
            return 0
        if found is None:
            self.intake.problem(row, "sku", Wrong.UNKNOWN, nearest(sku, self.products))
            return 0
        if found[1] == "service":
            self.intake.problem(row, "sku", Wrong.NOT_STOCKED)
        return int(found[0])

    def _place(self, row: SourceRow) -> int:
        said = row.values.get("warehouse")
        if said is None:
            return self.default
        if str(said) not in self.places:
            self.intake.problem(row, "warehouse", Wrong.UNKNOWN, ", ".join(self.places))
        return self.places.get(str(said), 0)

    def _worth(self, row: SourceRow) -> tuple[Decimal, Decimal, Decimal | None]:
        """Quantity, unit cost and, where the list says it, the value in all."""
        found: dict[str, Decimal | None] = {}
        for name in ("quantity", "cost", "amount"):
            value = row.values.get(name)
            found[name] = value if isinstance(value, Decimal) else None
            if isinstance(value, Decimal) and value < 0:
                self.intake.problem(row, name, Wrong.NEGATIVE, f"{-value:f}")
        told = any(row.told(name, self.intake.mapping) for name in ("cost", "amount"))
        if found["cost"] is None and found["amount"] is None and not told:
            self.intake.problem(row, "cost", Wrong.MISSING)
        return found["quantity"] or Decimal(0), found["cost"] or Decimal(0), found["amount"]

    def _once(self, row: SourceRow, place_id: int) -> None:
        key = (row.text("sku") or "", place_id, row.text("lot") or "")
        if key[0] and key in self.rows_of:
            self.intake.problem(row, "sku", Wrong.DUPLICATE, str(self.rows_of[key]))
        self.rows_of.setdefault(key, row.number)


OPENING_STOCK = ImportKind("opening-stock", "Opening stock", FIELDS, take_in, {"at": ""})
