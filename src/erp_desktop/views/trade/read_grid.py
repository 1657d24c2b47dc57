"""The lines of a posted paper, to be read: what was agreed, what it came to, what it cost."""

from collections.abc import Mapping

from erp_desktop.core.states import Kind as Paper
from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.reports.document_rows import DocumentLine, DocumentView
from erp_desktop.views import figures, wording
from erp_desktop.views.stock.lot_cells import moved_words
from erp_desktop.views.trade.cost_words import cost_words
from erp_desktop.views.trade.line_faces import WrittenFace
from erp_desktop.views.widgets import faces
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

translate = wording.translate

# fmt: off
DONE = {
    Paper.PURCHASE_ORDER: QT_TRANSLATE_NOOP("Table", "Arrived"),
    Paper.SALES_ORDER: QT_TRANSLATE_NOOP("Table", "Shipped"),
    Paper.GOODS_RECEIPT: QT_TRANSLATE_NOOP("Table", "Billed"),
    Paper.GOODS_ISSUE: QT_TRANSLATE_NOOP("Table", "Invoiced"),
}
# fmt: on
MOVING = frozenset(
    {Paper.GOODS_RECEIPT, Paper.GOODS_ISSUE, Paper.PURCHASE_RETURN, Paper.SALES_RETURN, Paper.SALE}
)


def _columns(view: DocumentView) -> list[LineColumn]:
    kind, lines, buying = view.head.kind, view.lines, view.head.buying
    columns = [
        Column("product", QT_TRANSLATE_NOOP("Table", "Product"), width=220),
        Column("quantity", QT_TRANSLATE_NOOP("Table", "Quantity"), Kind.QUANTITY, 100),
    ]
    if any(line.rejected for line in lines):
        rejected = QT_TRANSLATE_NOOP("Table", "Rejected")
        columns.append(Column("rejected", rejected, Kind.QUANTITY, 100))
    if kind in DONE:
        columns.append(Column("done", DONE[kind], Kind.QUANTITY, 100))
    if any(line.back for line in lines):
        returned = QT_TRANSLATE_NOOP("Table", "Returned")
        columns.append(Column("back", returned, Kind.QUANTITY, 100))
    columns.append(Column("price", QT_TRANSLATE_NOOP("Table", "Price"), Kind.PRICE, 100,
                          cost=buying))  # fmt: skip
    if any(line.discount for line in lines):
        less = QT_TRANSLATE_NOOP("Table", "Discount")
        columns.append(Column("discount", less, Kind.MONEY, 96, cost=buying))
    if any(line.rate for line in lines):
        columns.append(Column("rate", QT_TRANSLATE_NOOP("Table", "Tax %"), Kind.PERCENT, 80))
    columns.append(
        Column("amount", QT_TRANSLATE_NOOP("Table", "Amount"), Kind.MONEY, 108, cost=buying)
    )
    if kind in MOVING and any(line.goods for line in lines):
        columns.append(
            Column("cost", QT_TRANSLATE_NOOP("Table", "Cost"), Kind.MONEY, 108, cost=True)
        )
    hidden = [
        Column(key, "", hidden=True) for key in ("sku", "under", "unit", "own_unit", "factor")
    ]
    return [LineColumn(column) for column in (*columns, *hidden)]


class ReadGrid(LinesGrid):
    """Shows a document; nothing in it can be typed."""

    def __init__(self, view: DocumentView) -> None:
        units = {key: faces.UnitFace("own_unit") for key in ("done", "back", "rejected")}
        units["quantity"] = WrittenFace()
        super().__init__(
            _columns(view), _nothing, _no_cells, growing=False,
            faces={"product": faces.TwoLineFace("under"), **units},
        )  # fmt: skip
        self.show_view(view)

    def show_view(self, view: DocumentView) -> None:
        """Show the document as it stands now."""
        included = view.head.tax_included
        costs = cost_words() if view.head.kind is Paper.LANDED_COST else {}
        self.show_lines([
            _cells(line, included=included)
            | {"under": _under(line, costs, moved_words(view.lots.get(line.id, ())))}
            for line in view.lines
        ])  # fmt: skip


def _cells(line: DocumentLine, *, included: bool) -> dict[str, Cell]:
    return {
        "product": line.name,
        "product_id": line.product_id,
        "line_id": line.id,
        "sku": line.sku,
        "rejected": line.rejected,
        "unit": line.written_unit,
        "own_unit": line.unit,
        "factor": line.factor,
        "quantity": line.in_unit(line.quantity),
        "done": line.done,
        "back": line.back,
        "price": line.price if line.written_price is None else line.written_price,
        "discount": -line.discount,
        "rate": line.rate,
        "amount": line.total if included else line.net,
        "cost": line.cost,
    }


def _under(line: DocumentLine, costs: Mapping[str, str], lots: str) -> str:
    """The code, its lots, how many pieces a weight was, why it was rejected, which cost it is."""
    pieces = ""
    if line.pieces is not None:
        pieces = translate("Trade", "{0} pieces").format(figures.quantity(line.pieces))
    said = (line.sku, lots, pieces, line.reason, costs.get(line.note, line.note if costs else ""))
    return " · ".join(filter(None, said))


def empty_grid() -> LinesGrid:
    """What stands on a page before its document was read."""
    return LinesGrid((), _nothing, _no_cells, growing=False)


def _nothing(text: str) -> tuple[()]:  # noqa: ARG001
    return ()


def _no_cells(found: object) -> Mapping[str, Cell]:  # noqa: ARG001
    return {}
