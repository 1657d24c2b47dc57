"""Bins out of a list: which shelves a warehouse has, in the order of the rows unless it is said.

A bin moves nothing: what a list made stays when its import is taken back, empty and harmless.
"""

from erp_desktop.exchange.imports.intake import ImportKind, Intake, SourceRow, nearest
from erp_desktop.exchange.mapping import FieldKind, FieldSpec
from erp_desktop.exchange.problems import Wrong
from erp_desktop.models.books import Books
from erp_desktop.services.stock.bins import SaveBin, save_bin
from erp_desktop.services.stock.places import main_warehouse, warehouses

FIELDS = (
    FieldSpec("code", "Bin", "库位", FieldKind.CODE, required=True, aliases=(
        "Bin code", "Shelf", "Code", "库位编码", "库位号", "货位", "货架")),
    FieldSpec("warehouse", "Warehouse", "仓库", FieldKind.CODE, aliases=(
        "Warehouse code", "仓库编码")),
    FieldSpec("zone", "Zone", "库区", aliases=("Area", "区域")),
    FieldSpec("rank", "Way", "拣货顺序", FieldKind.COUNT, aliases=(
        "Pick order", "Rank", "Order", "顺序")),
)  # fmt: skip


def take_in(books: Books, intake: Intake) -> None:
    """Check every row, then save them all."""
    places = {place.code: place.id for place in warehouses(books)}
    known = set(books.rows("SELECT location_id, code FROM bin"))
    seen: dict[tuple[int, str], int] = {}
    commands = [_command(intake, row, places, main_warehouse(books), seen) for row in intake.rows]
    intake.stop_if_faulty()
    there = sum((command.place_id, command.code) in known for command in commands)
    for command in commands:
        save_bin(books, command)
    intake.report.came.add("bins", rows=len(commands) - there)
    intake.report.came.add("bins_changed", rows=there)
    intake.went_on(len(commands), len(commands))


def _command(
    intake: Intake, row: SourceRow, places: dict[str, int], main: int,
    seen: dict[tuple[int, str], int],
) -> SaveBin:  # fmt: skip
    code, said = row.text("code") or "", row.text("warehouse")
    place = main if said is None else places.get(said, 0)
    if not place:
        intake.problem(row, "warehouse", Wrong.UNKNOWN, nearest(said or "", places))
    if code and (place, code) in seen:
        intake.problem(row, "code", Wrong.DUPLICATE, str(seen[place, code]))
    seen.setdefault((place, code), row.number)
    rank = row.values.get("rank")
    return SaveBin(place, code, row.text("zone"), rank if isinstance(rank, int) else None)


BINS = ImportKind("bins", "Bins", FIELDS, take_in, title_zh="库位")
