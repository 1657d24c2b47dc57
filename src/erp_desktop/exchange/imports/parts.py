"""What kits are sold from, and what assembled products are made of, out of a list.

The rows of a product are all of its parts: a product that the list names has these and no others.
"""

from collections import defaultdict
from decimal import Decimal

from erp_desktop.core import errors
from erp_desktop.exchange.imports.intake import ImportKind, Intake, SourceRow, nearest
from erp_desktop.exchange.mapping import FieldKind, FieldSpec
from erp_desktop.exchange.problems import Wrong
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.columns import SavePart
from erp_desktop.services.catalogue.parts import put_parts
from erp_desktop.services.shop.restoring import remembering

FIELDS = (
    FieldSpec("sku", "SKU", "货号", FieldKind.CODE, required=True, aliases=(
        "Kit", "Bundle", "Parent SKU", "套装货号", "成品货号")),
    FieldSpec("part", "Part", "组成货号", FieldKind.CODE, required=True, aliases=(
        "Part SKU", "Component", "Component SKU", "子件货号", "配件货号", "物料")),
    FieldSpec("quantity", "Quantity", "数量", FieldKind.QUANTITY, required=True, aliases=(
        "Qty per", "用量", "单位用量")),
)  # fmt: skip

Made = dict[str, dict[str, int]]  # by SKU: its parts, and the row each stands in


def take_in(books: Books, intake: Intake) -> None:
    """Check every row, then save them by product."""
    checker = _Checker(books, intake)
    found: dict[str, list[tuple[SourceRow, SavePart]]] = defaultdict(list)
    for row in intake.rows:
        checker.take(row, found)
    checker.tell_loops()
    intake.stop_if_faulty()
    ids = [checker.products[sku][0] for sku in found]
    with remembering(books, intake.changes, "product", ids):
        for product_id, mine in zip(ids, found.values(), strict=True):
            try:
                put_parts(books, product_id, [part for _, part in mine])
            except errors.RuleBroken as refusal:
                intake.refused(mine[0][0], "part", refusal)
    intake.report.came.add("parts", rows=len(intake.rows))
    intake.went_on(len(intake.rows), len(intake.rows))


class _Checker:
    """Turns rows into parts, and tells what is wrong with them."""

    def __init__(self, books: Books, intake: Intake) -> None:
        self.intake = intake
        self.products = {
            row[0]: (int(row[1]), str(row[2]))
            for row in books.rows("SELECT sku, id, kind FROM product")
        }
        self.made: dict[str, set[str]] = defaultdict(set)
        for sku, part in books.rows(
            "SELECT p.sku, q.sku FROM product_part r JOIN product p ON p.id = r.product_id "
            "JOIN product q ON q.id = r.part_id"
        ):
            self.made[sku].add(part)
        self.rows_of: dict[tuple[str, str], SourceRow] = {}

    def take(self, row: SourceRow, found: dict[str, list[tuple[SourceRow, SavePart]]]) -> None:
        before = len(self.intake.report.problems)
        sku, part = self._known(row, "sku"), self._known(row, "part")
        if part and self.products[part][1] != "goods":
            self.intake.problem(row, "part", Wrong.NO_STOCK_OF_ITS_OWN)
        quantity = row.decimal("quantity")
        if quantity is not None and quantity <= 0:
            right = abs(quantity) or Decimal(1)
            self.intake.problem(row, "quantity", Wrong.NOT_POSITIVE, f"{right:f}")
        if not (sku and part):
            return
        if (sku, part) in self.rows_of:
            first = str(self.rows_of[sku, part].number)
            self.intake.problem(row, "part", Wrong.DUPLICATE, first)
        self.rows_of.setdefault((sku, part), row)
        if len(self.intake.report.problems) == before:
            found[sku].append((row, SavePart(part, quantity or Decimal(1))))

    def _known(self, row: SourceRow, name: str) -> str:
        said = row.text(name)
        if said is not None and said not in self.products:
            self.intake.problem(row, name, Wrong.UNKNOWN, nearest(said, self.products))
        return said if said is not None and said in self.products else ""

    def tell_loops(self) -> None:
        """The rows that would make a product a part of itself, at any depth."""
        for sku in {sku for sku, _ in self.rows_of}:
            self.made[sku] = {part for one, part in self.rows_of if one == sku}
        for (sku, part), row in self.rows_of.items():
            if self._contains(part, sku):
                self.intake.problem(row, "part", Wrong.LOOP, sku)

    def _contains(self, sku: str, wanted: str) -> bool:
        seen: set[str] = set()
        fresh = {sku}
        while fresh:
            if wanted in fresh:
                return True
            seen |= fresh
            fresh = set().union(*(self.made.get(one, set()) for one in fresh)) - seen
        return False


PARTS = ImportKind("parts", "Parts of kits", FIELDS, take_in, title_zh="套装组成")
