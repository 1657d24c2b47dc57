"""Products out of a list: new ones are made, known ones (by SKU) are changed as the list says.

An empty cell leaves alone what the shop has. Barcodes may be several in one cell, separated by
comma, semicolon or line break. A purchase or sale unit may be said with how many it holds; units
with prices and barcodes of their own have a list of their own (`units`), as the parts of kits have.
"""

from decimal import Decimal
from typing import Any

from erp_desktop.core import errors
from erp_desktop.exchange.imports.barcodes import Barcodes
from erp_desktop.exchange.imports.choices import COSTING, KINDS, NEGATIVE, TRACK, chosen
from erp_desktop.exchange.imports.intake import ImportKind, Intake, SourceRow, nearest
from erp_desktop.exchange.imports.product_units import OwnUnits
from erp_desktop.exchange.imports.variants import Variants
from erp_desktop.exchange.mapping import FieldKind, FieldSpec
from erp_desktop.exchange.problems import Wrong
from erp_desktop.models.books import Books, marks
from erp_desktop.services.catalogue.products import SaveProduct, save_products
from erp_desktop.services.shop.imports import set_aside
from erp_desktop.services.shop.restoring import remembering

FIELDS = (
    FieldSpec("sku", "SKU", "货号", FieldKind.CODE, required=True),
    FieldSpec("name", "Name", "品名"),
    FieldSpec("barcode", "Barcodes", "条码", FieldKind.BARCODE, aliases=("Barcode",)),
    FieldSpec("unit", "Unit", "单位"),
    FieldSpec("category", "Category", "分类", aliases=("Category name",)),
    FieldSpec("price", "Sale price", "售价", FieldKind.PRICE),
    FieldSpec("cost", "Purchase price", "进价", FieldKind.PRICE),
    FieldSpec("tax", "Tax rate", "税率", FieldKind.PERCENT),
    FieldSpec("minimum", "Minimum stock", "最低库存", FieldKind.QUANTITY),
    FieldSpec("supplier", "Supplier", "供应商", FieldKind.CODE, aliases=("Supplier code",)),
    FieldSpec("kind", "Kind", "种类", aliases=("Product kind", "商品种类")),
    FieldSpec("note", "Note", "备注"),
    FieldSpec("safety", "Safety stock", "安全库存", FieldKind.QUANTITY),
    FieldSpec("target", "Order up to", "补货到", FieldKind.QUANTITY),
    FieldSpec("weight", "Weight kg", "重量（千克）", FieldKind.QUANTITY),
    FieldSpec("volume", "Volume L", "体积（升）", FieldKind.QUANTITY),
    FieldSpec("catch_unit", "Pieces unit", "件数单位"),
    FieldSpec("costing", "Costing", "计价方法", aliases=("Costing method", "成本方法")),
    FieldSpec("standard_cost", "Standard cost", "标准成本", FieldKind.PRICE, needs="costing"),
    FieldSpec("track", "Kept by", "批次管理", aliases=("Tracking", "Track", "批次/序列号")),
    FieldSpec("shelf_days", "Shelf life (days)", "保质期（天）", FieldKind.COUNT, aliases=(
        "Shelf life", "保质期")),
    FieldSpec("negative", "Below zero", "负库存"),
    FieldSpec("lead_days", "Days to arrive", "到货天数", FieldKind.COUNT, aliases=(
        "Lead time", "Lead days", "采购周期")),
    FieldSpec("dynamic", "Dynamic minimum", "动态最低库存", FieldKind.FLAG),
    FieldSpec("abc", "ABC class", "ABC 分类", aliases=("ABC",)),
    FieldSpec("active", "On sale", "在售", FieldKind.FLAG, aliases=("Active", "启用")),
    FieldSpec("parent", "Variant of", "所属款", FieldKind.CODE, aliases=(
        "Parent", "Parent SKU", "Template", "父商品", "主货号", "款号")),
    FieldSpec("axes", "Comes in", "规格项", aliases=("Axes", "Options")),
    FieldSpec("variant", "Variant", "规格", aliases=("Option values", "规格值")),
    FieldSpec("size", "Size", "尺码", aliases=(
        "尺寸", "Attribute 1 value(s)", "Option1 Value", "Option 1 value", "Opción 1 valor",
        "规格1")),
    FieldSpec("size_name", "Size is called", "尺码的名称", aliases=(
        "Attribute 1 name", "Option1 Name", "Option 1 name", "Opción 1 nombre", "规格1名称")),
    FieldSpec("colour", "Colour", "颜色", aliases=(
        "Color", "Attribute 2 value(s)", "Option2 Value", "Option 2 value", "Opción 2 valor",
        "规格2")),
    FieldSpec("colour_name", "Colour is called", "颜色的名称", aliases=(
        "Attribute 2 name", "Option2 Name", "Option 2 name", "Opción 2 nombre", "规格2名称")),
    FieldSpec("purchase_unit", "Purchase unit", "采购单位"),
    FieldSpec("purchase_holds", "Purchase unit holds", "采购单位含量", FieldKind.QUANTITY,
              aliases=("Units per purchase unit", "装箱数")),
    FieldSpec("sale_unit", "Sale unit", "销售单位"),
    FieldSpec("sale_holds", "Sale unit holds", "销售单位含量", FieldKind.QUANTITY,
              aliases=("Units per sale unit",)),
)  # fmt: skip


def take_in(books: Books, intake: Intake) -> None:
    """Check every row, then save them all: templates before their variants."""
    checker = _Checker(books, intake)
    variants, units = Variants(books, intake), OwnUnits(books, intake)
    commands = [checker.command(row) for row in intake.rows]
    for row in intake.rows:
        variants.take(row)
        units.take(row)
    variants.finish()
    intake.stop_if_faulty()
    commands.sort(key=lambda command: command.sku in variants.parents)
    known = [checker.skus[command.sku] for command in commands if command.sku in checker.skus]
    rows = {row.text("sku"): row for row in intake.rows}

    def refused(command: SaveProduct, refusal: errors.RuleBroken) -> None:
        intake.refused(rows[command.sku], "sku", refusal)

    parents = {checker.skus[sku] for sku in variants.parents.values() if sku in checker.skus}
    touched = _with_variants(books, [*known, *parents])
    with remembering(books, intake.changes, "product", touched):
        save_products(books, commands, refused)
        if not intake.report.problems:
            units.save(books)
            variants.save(books)
    intake.report.came.add("products", rows=len(commands) - len(known))
    intake.report.came.add("products_changed", rows=len(known))
    intake.went_on(len(commands), len(commands))


def _with_variants(books: Books, known: list[int]) -> list[int]:
    """A changed template changes the variants that say what it says."""
    found = dict.fromkeys(known)
    for first in range(0, len(known), 500):
        some = known[first : first + 500]
        sql = f"SELECT id FROM product WHERE parent_id IN ({marks(some)})"  # noqa: S608
        found |= dict.fromkeys(row[0] for row in books.rows(sql, some))
    return list(found)


class _Checker:
    """Turns rows into commands, and tells what is wrong with them."""

    def __init__(self, books: Books, intake: Intake) -> None:
        self.intake = intake
        self.skus: dict[str, int] = dict(books.rows("SELECT sku, id FROM product"))
        self.costed: dict[str, Any] = dict(
            books.rows("SELECT sku, standard_cost FROM product WHERE standard_cost IS NOT NULL")
        )
        self.codes = Barcodes(books, intake)
        self.aside = set_aside(books, "product")
        self.suppliers: dict[str, int] = {}
        for partner_id, code, name in books.rows(
            "SELECT id, code, name FROM partner WHERE is_supplier ORDER BY id DESC"
        ):
            self.suppliers[str(name)] = self.suppliers[str(code)] = partner_id
        self.rows_of: dict[str, int] = {}

    def command(self, row: SourceRow) -> SaveProduct:
        sku = row.text("sku") or ""
        if sku and sku in self.rows_of:
            self.intake.problem(row, "sku", Wrong.DUPLICATE, str(self.rows_of[sku]))
        self.rows_of.setdefault(sku, row.number)
        return SaveProduct(
            sku=sku,
            name=row.text("name"),
            kind=chosen(self.intake, row, "kind", KINDS),
            unit=row.text("unit"),
            category=row.text("category"),
            price=self._amount(row, "price"),
            purchase_price=self._amount(row, "cost"),
            tax=self._amount(row, "tax"),
            supplier_id=self._supplier(row),
            barcodes=self.codes.read(row, sku),
            note=row.text("note"),
            weight=self._amount(row, "weight"),
            volume=self._amount(row, "volume"),
            catch_unit=row.text("catch_unit"),
            active=self._active(row, sku),
            batch_id=self.intake.batch_id,
            **self._costing(row, sku),
            **self._keeping(row),
        )

    def _active(self, row: SourceRow, sku: str) -> bool | None:
        """A product that an import brought and its undoing set aside is on sale again."""
        said = row.values.get("active")
        return said if isinstance(said, bool) else (True if sku in self.aside else None)

    def _costing(self, row: SourceRow, sku: str) -> dict[str, Any]:
        method = chosen(self.intake, row, "costing", COSTING)
        cost = self._amount(row, "standard_cost")
        told = row.told("standard_cost", self.intake.mapping)
        if method == "standard" and cost is None and sku not in self.costed and not told:
            self.intake.problem(row, "standard_cost", Wrong.MISSING)
        return {"costing": method, "standard_cost": cost}

    def _keeping(self, row: SourceRow) -> dict[str, Any]:
        """How it is kept in stock and in supply."""
        found: dict[str, Any] = {
            name: self._amount(row, name) for name in ("minimum", "safety", "target")
        }
        for name in ("shelf_days", "lead_days"):
            days = row.values.get(name)
            if isinstance(days, int) and days < 0:
                self.intake.problem(row, name, Wrong.NEGATIVE, str(-days))
            found[name] = days if isinstance(days, int) else None
        found["track"] = chosen(self.intake, row, "track", TRACK)
        found["negative"] = chosen(self.intake, row, "negative", NEGATIVE)
        dynamic = row.values.get("dynamic")
        found["dynamic_minimum"] = dynamic if isinstance(dynamic, bool) else None
        letter = row.text("abc")
        found["abc"] = letter and letter.upper()
        if letter and letter.upper() not in {"A", "B", "C"}:
            self.intake.problem(row, "abc", Wrong.NOT_AMONG, "A, B, C")
        return found

    def _amount(self, row: SourceRow, name: str) -> Decimal | None:
        value = row.values.get(name)
        if not isinstance(value, Decimal):
            return None
        if value < 0:
            self.intake.problem(row, name, Wrong.NEGATIVE, f"{-value:f}")
        return value

    def _supplier(self, row: SourceRow) -> int | None:
        code = row.text("supplier")
        if code is None:
            return None
        if code not in self.suppliers:
            known = nearest(code, self.suppliers)
            wrong = Wrong.UNKNOWN if known else Wrong.NO_SUCH_PARTNER
            self.intake.problem(row, "supplier", wrong, known)
        return self.suppliers.get(code)


PRODUCTS = ImportKind("products", "Products", FIELDS, take_in, title_zh="商品")
