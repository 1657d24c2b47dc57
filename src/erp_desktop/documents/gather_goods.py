"""Papers about goods that moved: deliveries, receipts, returns, transfers, write-offs, counts."""

from dataclasses import replace
from decimal import Decimal

from erp_desktop.core import money
from erp_desktop.core.states import Kind
from erp_desktop.documents.count_result import CountResultPaper
from erp_desktop.documents.delivery_note import DeliveryPaper
from erp_desktop.documents.figures import in_packs
from erp_desktop.documents.gather import (
    Found,
    answered_by_position,
    catch_unit,
    common,
    in_unit,
    line_of,
    number_of,
    party,
    place_name,
)
from erp_desktop.documents.goods_receipt import ReceiptOfGoodsPaper
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import ZERO, PaperLine
from erp_desktop.documents.rejection_note import RejectionPaper
from erp_desktop.services.catalogue.packing import Packing, packings
from erp_desktop.services.purchasing.inspecting import photos_of
from erp_desktop.services.records import LineRow, record

ORDERING = (Kind.PURCHASE_ORDER, Kind.SALES_ORDER)
# Papers of the house, always in the product's own unit: they say it in packs, too.
INSIDE = frozenset({Kind.TRANSFER, Kind.TRANSFER_IN, Kind.WRITE_OFF})


def delivery(found: Found, title: str, *, prices: bool = False) -> DeliveryPaper:
    """Goods that left: to a customer, back to a supplier, to another warehouse, for good."""
    return DeliveryPaper(
        **common(found),
        lines=_lines(found),
        party=party(found),
        title=title,
        order_number=_order_number(found),
        warehouse=place_name(found, found.head.place_id),
        to_warehouse=place_name(found, found.head.to_place_id),
        prices=prices,
    )


def assembly(found: Found, title: str) -> DeliveryPaper:
    """What was made, and what it was made of: only what was made has a share of the value."""
    say = words_of(found.language)
    paper = delivery(found, title)
    marked = tuple(
        replace(line, place=say("Made" if row.price else "Used"))
        for line, row in zip(paper.lines, found.record.lines, strict=True)
    )
    return replace(paper, lines=marked)


def arrival(found: Found, title: str, *, prices: bool = False) -> ReceiptOfGoodsPaper:
    """Goods that arrived: from a supplier, or back from a customer."""
    return ReceiptOfGoodsPaper(
        **common(found),
        lines=_lines(found),
        party=party(found),
        title=title,
        order_number=_order_number(found),
        their_number=found.head.reference,
        warehouse=place_name(found, found.head.place_id),
        prices=prices,
    )


def rejection(found: Found) -> RejectionPaper:
    """What of a receipt was not taken in; each line says why."""
    rows = [row for row in found.record.lines if row.rejected]
    numbers = {row.id: at for at, row in enumerate(rows, start=1)}
    return RejectionPaper(
        **common(found),
        lines=tuple(_rejected(row) for row in rows),
        party=party(found),
        order_number=_order_number(found),
        their_number=found.head.reference,
        warehouse=place_name(found, found.head.place_id),
        photos=tuple(
            (numbers[photo.line_id], photo.data)
            for photo in photos_of(found.books, found.head.id)
            if photo.line_id in numbers
        ),
    )


def _rejected(row: LineRow) -> PaperLine:
    refused = row.rejected or 0
    return PaperLine(
        name=row.name,
        sku=row.sku,
        unit=row.unit,
        quantity=in_unit(refused, row),
        ordered=in_unit(refused + row.quantity, row),
        place=row.reason or "",
        note=row.note,
    )


def count_result(found: Found) -> CountResultPaper:
    """What a posted count found. Its reversal shows the same count, the other way round."""
    rows, back = found.record.lines, found.reverses
    if found.head.reverses_id is not None:
        rows = record(found.books, found.head.reverses_id).lines
    packs = packings(found.books, [row.product_id for row in rows])
    return CountResultPaper(
        **common(found),
        lines=tuple(
            _counted(row, found, packs.get(row.product_id or 0), back=back) for row in rows
        ),
        warehouse=place_name(found, found.head.place_id),
    )


def _counted(row: LineRow, found: Found, packing: Packing | None, *, back: bool) -> PaperLine:
    book, counted = row.expected or 0, row.counted or 0
    book_pieces, pieces = _pieces_counted(row, found)
    if back:
        book, counted, book_pieces, pieces = counted, book, pieces or 0, book_pieces
    return PaperLine(
        name=row.name,
        sku=row.sku,
        unit=row.unit,
        quantity=money.quantity(book),
        counted=money.quantity(counted),
        packed=in_packs(money.quantity(book), packing),
        counted_packed=in_packs(money.quantity(counted), packing),
        place=row.note,
        catch_unit="" if row.pieces is None else catch_unit(found.books, row.product_id),
        book_pieces=money.quantity(book_pieces),
        pieces=None if pieces is None else money.quantity(pieces),
    )


def _pieces_counted(row: LineRow, found: Found) -> tuple[int, int | None]:
    """How many pieces the books had when it was posted, and how many were found."""
    if row.pieces is None:
        return 0, None
    more = found.books.value(
        "SELECT SUM(CASE WHEN t.kind = 'storage' THEN m.pieces ELSE -m.pieces END) "
        "FROM stock_move m JOIN location t ON t.id = m.target_id "
        "WHERE m.line_id = ? AND m.caused_by_id = m.document_id",
        (row.id,),
    )
    return row.pieces - int(more or 0), row.pieces


def _lines(found: Found) -> tuple[PaperLine, ...]:
    """The lines of goods, with what their order said; a credit's own lines are about money."""
    answered, inside = answered_by_position(found), found.kind in INSIDE
    rows = found.record.lines
    packs = packings(found.books, [row.product_id for row in rows] if inside else [])
    lines = []
    for row in rows:
        was = answered.get(row.position)
        if was is not None and was.kind == Kind.INVOICE:
            continue
        ordered = in_unit(was.quantity, row) if was is not None and was.kind in ORDERING else None
        line = line_of(row, found, ordered=ordered)
        packed = in_packs(line.quantity, packs.get(row.product_id or 0))
        lines.append(replace(line, discount=_taken_off(row, found), packed=packed))
    return tuple(lines)


def _taken_off(row: LineRow, found: Found) -> Decimal:
    """What lies between price x quantity and the amount (a receipt's line keeps it in its net)."""
    if not (row.percent_off or row.discount):
        return ZERO
    each, per = (row.price, money.ONE_QUANTITY)
    if row.unit_price is not None:
        each, per = row.unit_price, row.factor
    listed = money.value_of(row.quantity, each, found.books.minor, per)
    amount = row.net + row.tax if found.head.tax_included else row.net
    return found.money(-listed - amount if found.reverses else listed - amount)


def _order_number(found: Found) -> str:
    if found.head.kind not in {Kind.GOODS_ISSUE, Kind.GOODS_RECEIPT}:
        return ""
    return number_of(found.books, found.head.of_id)
