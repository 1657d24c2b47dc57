"""Opening stock out of a list: how much of each product there is, where, and what it is worth.

A row is what lies of a product in one warehouse, of one lot, in one bin. Rows of one lot that
arrived on different days are layers of cost of their own, the older one first. A quantity may be
said in any unit of the product.
"""

from collections import defaultdict
from typing import NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.exchange.imports.intake import ImportKind, Intake, SourceRow
from erp_desktop.exchange.imports.opening_rows import Checker, OpenedRow
from erp_desktop.exchange.mapping import FieldKind, FieldSpec
from erp_desktop.exchange.problems import Problem, Wrong
from erp_desktop.models.books import Books
from erp_desktop.services.stock.lots import ChangeLot, change_lot, lot_named
from erp_desktop.services.stock.opening import OpenStock, open_stock

FIELDS = (
    FieldSpec("sku", "SKU", "货号", FieldKind.CODE, required=True),
    FieldSpec("quantity", "Quantity", "数量", FieldKind.QUANTITY, required=True, aliases=(
        "On hand", "Stock", "Opening stock", "Opening quantity", "Units in stock", "库存",
        "库存数量", "期初数量", "期初库存", "现存量", "结存数量")),
    FieldSpec("unit", "Unit", "单位"),
    FieldSpec("cost", "Unit cost", "成本单价", FieldKind.PRICE),
    FieldSpec("amount", "Value", "金额", FieldKind.MONEY, aliases=(
        "Stock value", "Opening value", "Total cost", "期初金额", "库存金额", "结存金额")),
    FieldSpec("warehouse", "Warehouse", "仓库"),
    FieldSpec("bin", "Bin", "库位", FieldKind.CODE, aliases=("Shelf", "Bin code", "货位")),
    FieldSpec("lot", "Lot", "批次", FieldKind.CODE, aliases=("Batch", "Lot number", "批号")),
    FieldSpec("serials", "Serial numbers", "序列号", aliases=(
        "Serial number", "Serial", "Serials", "SN")),
    FieldSpec("expires", "Expiry", "有效期", FieldKind.DATE, aliases=(
        "Expires", "Expiry date", "Best before", "Use by", "到期日", "有效期至")),
    FieldSpec("arrived", "Arrived", "入库日期", FieldKind.MOMENT, aliases=(
        "Arrival date", "Received", "到货日期")),
    FieldSpec("supplier_lot", "Supplier's lot", "供应商批号", FieldKind.CODE),
    FieldSpec("blocked", "Why blocked", "冻结原因", aliases=("Blocked",)),
    FieldSpec("near_price", "Price near expiry", "临期价", FieldKind.PRICE),
    FieldSpec("pieces", "Pieces", "件数", FieldKind.QUANTITY),
)  # fmt: skip


class _Paper(NamedTuple):
    """The rows of one warehouse's opening paper."""

    place_id: int
    rows: list[OpenedRow]


def take_in(books: Books, intake: Intake) -> None:
    """Check every row, then open one paper for each warehouse."""
    if not {"cost", "amount"} & set(intake.mapping.columns):
        for sheet in intake.sheets:
            intake.report.problems.append(
                Problem(sheet.name, sheet.header_row, intake.titles["cost"], "",
                        Wrong.MISSING_COLUMN)
            )  # fmt: skip
    checker = Checker(books, intake)
    papers: dict[int, list[OpenedRow]] = defaultdict(list)
    for row in intake.rows:
        opened = checker.take(row)
        if opened is not None:
            papers[opened.place_id].append(opened)
    intake.stop_if_faulty()
    at = clock.parsed(intake.options["at"]) if intake.options["at"] else clock.now()
    for place_id, rows in papers.items():
        _open(books, intake, _Paper(place_id, rows), at)
    intake.went_on(len(intake.rows), len(intake.rows))


def _open(books: Books, intake: Intake, paper: _Paper, at: int) -> None:
    """Post the paper; what a rule refuses is told by the row it speaks of."""
    rows = sorted(paper.rows, key=lambda one: one.arrived or 0)
    lines = [one.line for one in rows]
    try:
        open_stock(books, OpenStock(lines, paper.place_id, at, batch_id=intake.batch_id))
    except errors.RuleBroken as refusal:
        intake.refused(_about(rows, refusal), "sku", refusal)
        return
    for one in reversed(rows):  # what arrived first has the last word
        if one.tells_of_its_lot:
            _tell_lots(books, one)


def _about(rows: list[OpenedRow], refusal: errors.RuleBroken) -> SourceRow:
    sku = str(refusal.facts.get("sku", ""))
    return next((one.row for one in rows if one.row.text("sku") == sku), rows[0].row)


def _tell_lots(books: Books, one: OpenedRow) -> None:
    """What the list knows of a lot beyond its name."""
    row, codes = one.row, one.line.serials or [one.line.lot or ""]
    price = row.decimal("near_price")
    for code in codes:
        lot_id = lot_named(books, one.line.product_id, code)
        if lot_id is not None:
            change_lot(books, ChangeLot(
                lot_id, row.text("blocked"), price, row.day("expires"), row.text("supplier_lot"),
                one.arrived,
            ))  # fmt: skip


OPENING_STOCK = ImportKind(
    "opening-stock", "Opening stock", FIELDS, take_in, {"at": ""}, title_zh="期初库存"
)
