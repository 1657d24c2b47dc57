"""Warehouses out of a list: whose house each is, and which serves orders first.

A warehouse moves nothing: what a list made stays when its import is taken back, empty.
"""

from erp_desktop.core import errors
from erp_desktop.exchange.imports.choices import USAGE, chosen
from erp_desktop.exchange.imports.intake import ImportKind, Intake, SourceRow, nearest
from erp_desktop.exchange.mapping import FieldKind, FieldSpec
from erp_desktop.exchange.problems import Wrong
from erp_desktop.models.books import Books
from erp_desktop.services.stock.warehouses import ArrangeWarehouse, arrange_warehouse
from erp_desktop.services.users import rights

FIELDS = (
    FieldSpec("code", "Code", "编码", FieldKind.CODE, required=True, aliases=(
        "Warehouse code", "仓库编码")),
    FieldSpec("name", "Name", "名称", aliases=("Warehouse", "仓库", "仓库名称")),
    FieldSpec("usage", "Ownership", "类型", aliases=("Whose it is", "Usage", "Type", "仓库类型")),
    FieldSpec("partner", "Partner", "往来单位", FieldKind.CODE, aliases=("Partner code",)),
    FieldSpec("rank", "Serves", "发货顺序", FieldKind.COUNT, aliases=("Rank", "Order", "顺序")),
)  # fmt: skip


def take_in(books: Books, intake: Intake) -> None:
    """Check every row, then save them all. Raises NotAllowed: a list takes the right, too."""
    rights.require(books, rights.SETTINGS)
    known = {row[0] for row in books.rows("SELECT code FROM location WHERE kind = 'storage'")}
    partners: dict[str, int] = dict(books.rows("SELECT code, id FROM partner"))
    seen: dict[str, int] = {}
    commands = [_command(intake, row, partners, seen) for row in intake.rows]
    intake.stop_if_faulty()
    for row, command in zip(intake.rows, commands, strict=True):
        try:
            arrange_warehouse(books, command)
        except errors.RuleBroken as refusal:
            intake.refused(row, "code", refusal)
    there = sum(command.code in known for command in commands)
    intake.report.came.add("warehouses", rows=len(commands) - there)
    intake.report.came.add("warehouses_changed", rows=there)
    intake.went_on(len(commands), len(commands))


def _command(
    intake: Intake, row: SourceRow, partners: dict[str, int], seen: dict[str, int]
) -> ArrangeWarehouse:
    code, partner = row.text("code") or "", row.text("partner")
    if code and code in seen:
        intake.problem(row, "code", Wrong.DUPLICATE, str(seen[code]))
    seen.setdefault(code, row.number)
    if partner is not None and partner not in partners:
        intake.problem(row, "partner", Wrong.UNKNOWN, nearest(partner, partners))
    rank = row.values.get("rank")
    return ArrangeWarehouse(
        code, row.text("name"), chosen(intake, row, "usage", USAGE),
        partners.get(partner or ""), rank if isinstance(rank, int) else None,
    )  # fmt: skip


WAREHOUSES = ImportKind("warehouses", "Warehouses", FIELDS, take_in, title_zh="仓库")
