"""Suppliers' price lists: what each sells a product for, under which code and in which packs."""

from collections import defaultdict
from decimal import Decimal

from erp_desktop.exchange.imports.intake import ImportKind, Intake, SourceRow, nearest
from erp_desktop.exchange.mapping import FieldKind, FieldSpec
from erp_desktop.exchange.problems import Wrong
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.supply import Offer, put_offers
from erp_desktop.services.shop.restoring import remembering

FIELDS = (
    FieldSpec("sku", "SKU", "货号", FieldKind.CODE, required=True),
    FieldSpec("supplier", "Supplier", "供应商", FieldKind.CODE, required=True, aliases=(
        "Supplier code", "Vendor", "供应商编码")),
    FieldSpec("code", "Supplier's SKU", "供应商货号", FieldKind.CODE, aliases=(
        "Supplier SKU", "Their code", "Vendor SKU", "厂家货号")),
    FieldSpec("price", "Price", "进价", FieldKind.PRICE, aliases=(
        "Unit cost", "Cost", "单价", "采购单价")),
    FieldSpec("minimum", "Minimum quantity", "起订量", FieldKind.QUANTITY, aliases=(
        "Minimum", "MOQ", "最小订货量")),
    FieldSpec("pack", "Pack", "包装数", FieldKind.QUANTITY, aliases=("Pack size", "装箱数")),
    FieldSpec("lead_days", "Lead days", "到货天数", FieldKind.COUNT, aliases=(
        "Lead time", "Days to arrive", "交货天数")),
)  # fmt: skip
_AMOUNTS = ("price", "minimum", "pack")


def take_in(books: Books, intake: Intake) -> None:
    """Check every row, then save them all."""
    products: dict[str, int] = dict(books.rows("SELECT sku, id FROM product"))
    suppliers = {
        key: row[0]
        for row in books.rows("SELECT id, name, code FROM partner WHERE is_supplier ORDER BY id")
        for key in row[1:]
    }
    offers: dict[int, list[Offer]] = defaultdict(list)
    seen: dict[tuple[int, int], int] = {}
    for row in intake.rows:
        product_id = _known(intake, row, "sku", products)
        supplier_id = _known(intake, row, "supplier", suppliers)
        _check_amounts(intake, row)
        if product_id is None or supplier_id is None:
            continue
        if (product_id, supplier_id) in seen:
            first = str(seen[product_id, supplier_id])
            intake.problem(row, "supplier", Wrong.DUPLICATE, first)
        seen.setdefault((product_id, supplier_id), row.number)
        offers[product_id].append(_offer(row, supplier_id))
    intake.stop_if_faulty()
    with remembering(books, intake.changes, "product", list(offers)):
        put_offers(books, offers)
    intake.report.came.add("offers", rows=len(seen))
    intake.went_on(len(seen), len(seen))


def _known(intake: Intake, row: SourceRow, name: str, known: dict[str, int]) -> int | None:
    said = row.text(name)
    if said is None:
        return None
    if said not in known:
        intake.problem(row, name, Wrong.UNKNOWN, nearest(said, known))
        return None
    return known[said]


def _check_amounts(intake: Intake, row: SourceRow) -> None:
    for name in _AMOUNTS:
        value = row.decimal(name)
        if value is not None and value < 0:
            intake.problem(row, name, Wrong.NEGATIVE, f"{-value:f}")


def _offer(row: SourceRow, supplier_id: int) -> Offer:
    days = row.values.get("lead_days")
    return Offer(
        supplier_id, row.text("code") or "", row.decimal("price"),
        row.decimal("minimum") or Decimal(0), row.decimal("pack") or Decimal(0),
        days if isinstance(days, int) else None,
    )  # fmt: skip


SUPPLIER_PRICES = ImportKind(
    "supplier-prices", "Supplier prices", FIELDS, take_in, title_zh="供应商价格"
)
