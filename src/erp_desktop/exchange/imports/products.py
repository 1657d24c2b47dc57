"""Products out of a list: new ones are made, known ones (by SKU) are changed as the list says.

An empty cell leaves alone what the shop has. Barcodes may be several in one cell, separated by
comma, semicolon or line break.
"""

import re
from decimal import Decimal

from erp_desktop.core import errors
from erp_desktop.core.barcode import whole_code
from erp_desktop.exchange.imports.intake import ImportKind, Intake, SourceRow, nearest
from erp_desktop.exchange.mapping import FieldKind, FieldSpec
from erp_desktop.exchange.problems import Wrong
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.products import SaveProduct, save_products
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
)
_GOODS = frozenset({"goods", "product", "storable", "商品", "实物", "货品"})
_SERVICE = frozenset({"service", "services", "服务", "劳务"})
_BETWEEN = re.compile(r"[,;，；、|\n\r\t]+")


def take_in(books: Books, intake: Intake) -> None:
    """Check every row, then save them all."""
    checker = _Checker(books, intake)
    commands = [checker.command(row) for row in intake.rows]
    intake.stop_if_faulty()
    known = [checker.skus[command.sku] for command in commands if command.sku in checker.skus]
    with remembering(books, intake.changes, "product", known):
        save_products(books, commands)
    intake.report.came.add("products", rows=len(commands) - len(known))
    intake.report.came.add("products_changed", rows=len(known))
    intake.went_on(len(commands), len(commands))


class _Checker:
    """Turns rows into commands, and tells what is wrong with them."""

    def __init__(self, books: Books, intake: Intake) -> None:
        self.intake = intake
        self.skus: dict[str, int] = dict(books.rows("SELECT sku, id FROM product"))
        self.taken: dict[str, str] = dict(
            books.rows("SELECT b.code, p.sku FROM barcode b JOIN product p ON p.id = b.product_id")
        )
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
            kind=self._kind(row),
            unit=row.text("unit"),
            category=row.text("category"),
            price=self._amount(row, "price"),
            purchase_price=self._amount(row, "cost"),
            tax=self._amount(row, "tax"),
            minimum=self._amount(row, "minimum"),
            supplier_id=self._supplier(row),
            barcodes=self._barcodes(row, sku),
            note=row.text("note"),
            safety=self._amount(row, "safety"),
            target=self._amount(row, "target"),
            weight=self._amount(row, "weight"),
            volume=self._amount(row, "volume"),
            catch_unit=row.text("catch_unit"),
            batch_id=self.intake.batch_id,
        )

    def _kind(self, row: SourceRow) -> str | None:
        said = (row.text("kind") or "").casefold()
        if not said:
            return None
        if said in _GOODS:
            return "goods"
        if said not in _SERVICE:
            self.intake.problem(row, "kind", Wrong.NOT_AMONG, "goods, service")
        return "service"

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
            self.intake.problem(row, "supplier", Wrong.UNKNOWN, nearest(code, self.suppliers))
        return self.suppliers.get(code)

    def _barcodes(self, row: SourceRow, sku: str) -> list[str] | None:
        said = row.text("barcode")
        if said is None:
            return None
        found = []
        for part in filter(None, map(str.strip, _BETWEEN.split(said))):
            try:
                code = whole_code(part)
            except errors.DamagedCode:
                self.intake.problem(row, "barcode", Wrong.DAMAGED_CODE)
                continue
            owner = self.taken.setdefault(code, sku)
            if owner != sku:
                self.intake.problem(row, "barcode", Wrong.TAKEN, owner)
            found.append(code)
        return found


PRODUCTS = ImportKind("products", "Products", FIELDS, take_in)
