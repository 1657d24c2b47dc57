"""Verbs of a day file for the stock itself, for taking things back and for closing."""

from decimal import Decimal
from functools import partial

from erp_desktop.core import errors
from erp_desktop.core.money import (
    ZERO,
    money,
    price_parts,
    quantity,
    quantity_parts,
    value_of,
)
from erp_desktop.core.states import ORDERS, Kind, State
from erp_desktop.exchange.day_fields import Fields
from erp_desktop.exchange.day_lines import (
    Deed,
    Named,
    Verb,
    named_goods,
    paper,
    place_id,
    said,
    told,
)
from erp_desktop.models.books import Books
from erp_desktop.services.finance.periods import close_period
from erp_desktop.services.ordering import close_order
from erp_desktop.services.paper import Posted
from erp_desktop.services.records import Header, Record, record, require
from erp_desktop.services.reversing import reverse
from erp_desktop.services.sales.repairing import EndRepair, end_repair
from erp_desktop.services.stock.bins import bin_named, counted_bin
from erp_desktop.services.stock.counting import CountLine, PostCount, post_count
from erp_desktop.services.stock.opening import OpeningLine, OpenStock, open_stock
from erp_desktop.services.stock.transferring import (
    MoveLine,
    TransferGoods,
    WriteOff,
    transfer_goods,
    write_off,
)
from erp_desktop.services.stock.transit import (
    ArrivedPart,
    ReceiveTransfer,
    on_the_way,
    receive_transfer,
)
from erp_desktop.services.trade import spread


def opening(books: Books, fields: Fields) -> Deed:
    """What was on the shelves when the shop began with this program."""
    command = OpenStock(
        lines=[_opened(books, line) for line in named_goods(books, fields)],
        **told(books, fields),
    )
    return partial(open_stock, books, command)


def _opened(books: Books, line: Named) -> OpeningLine:
    lot, expires_on = line.lot()
    cost, value = line.price("unit_cost"), line.fields.number("value")
    if value is None and line.unit:  # so many cases at so much each, exactly (L-10)
        value = _worth(books, line)
    return OpeningLine(
        line.product.id,
        line.quantity(),
        cost or ZERO,
        value,
        lot,
        expires_on,
        line.serials(),
        line.bin(books),
    )


def _worth(books: Books, line: Named) -> Decimal:
    much, each = line.fields.need_number("qty"), line.fields.number("unit_cost") or ZERO
    return money(value_of(quantity_parts(much), price_parts(each), books.minor))


def transfer(books: Books, fields: Fields) -> Deed:
    """From one warehouse to another."""
    for end in ("from", "to"):
        fields.need(end)
    target = place_id(books, fields, "to") or 0
    command = TransferGoods(
        source_id=place_id(books, fields, "from") or 0,
        target_id=target,
        lines=[_moved(books, line, target) for line in named_goods(books, fields)],
        travels=fields.flag("travels") or False,
        **said(fields),
    )
    return partial(transfer_goods, books, command)


def repaired(books: Books, fields: Fields) -> Deed:
    """What became of goods in repair: back to stock, or scrap."""
    target = place_id(books, fields)
    command = EndRepair(
        lines=[_moved(books, line, target or 0) for line in named_goods(books, fields)],
        end=fields.text("goes", "stock"),
        place_id=target,
        **said(fields),
    )
    return partial(end_repair, books, command)


def transfer_in(books: Books, fields: Fields) -> Deed:
    """What arrives of a transfer that travels; without lines all that is still on its way."""
    head = paper(books, fields)
    require(head, [Kind.TRANSFER], [State.POSTED])
    sent = record(books, head.id)
    command = ReceiveTransfer(
        head.id,
        _arrivals(books, fields, sent, head.to_place_id or 0),
        reason=fields.text("reason"),
        missing_goes=fields.text("missing_goes", "scrap"),
        **said(fields),
    )
    return partial(receive_transfer, books, command)


def _arrivals(books: Books, fields: Fields, sent: Record, place: int) -> list[ArrivedPart]:
    left = on_the_way(books, sent)
    lines = named_goods(books, fields)
    if not lines:
        return [ArrivedPart(row, quantity(much)) for row, much in left.items() if much]
    found: list[ArrivedPart] = []
    for line in lines:
        bin_id = bin_named(books, place, line.fields.text("bin"))
        arrived, missing = line.quantity(), line.fields.number("missing") or ZERO
        wanted = quantity_parts(arrived + missing * line.per)
        taken = spread([(line.product.id, wanted)], sent.lines, left, errors.MoreThanSent)
        for row, part in taken:
            here = min(quantity(part), arrived)
            arrived -= here
            found.append(ArrivedPart(row.id, here, quantity(part) - here, bin_id))
    return found


def _moved(books: Books, line: Named, target: int = 0) -> MoveLine:
    note, (lot, _) = line.fields.text("note"), line.lot()
    return MoveLine(line.product.id, line.quantity(), note, lot, line.serials(), line.bin(books),
                    bin_named(books, target, line.fields.text("to_bin")),
                    line.pieces())  # fmt: skip


def count(books: Books, fields: Fields) -> Deed:
    """What was found on the shelves, each line at its own time; the bin `-` is no bin."""
    command = PostCount(
        lines=[
            CountLine(line.product.id, line.quantity("counted"), line.fields.moment("at"),
                      line.fields.text("shelf") or line.fields.text("bin"), line.lot()[0],
                      counted_bin(books, line.place_id, line.fields.text("bin")), line.pieces())
            for line in named_goods(books, fields)
        ],
        **told(books, fields),
    )  # fmt: skip
    return partial(post_count, books, command)


def write_off_goods(books: Books, fields: Fields) -> Deed:
    """Goods that are gone, and why."""
    command = WriteOff(
        lines=[_moved(books, line) for line in named_goods(books, fields)],
        reason=fields.text("reason"),
        **told(books, fields),
    )
    return partial(write_off, books, command)


def reverse_paper(books: Books, fields: Fields) -> Deed:
    """Answer a paper with its reversal; it takes effect at the paper's own time (`at` is only
    what the sender noted)."""
    head = paper(books, fields)
    fields.moment("at")
    reason, sender = fields.text("reason"), fields.maybe("id")
    if head.kind in ORDERS:
        return partial(_close, books, head)
    return partial(reverse, books, head.id, sender, reason)


def close(books: Books, fields: Fields) -> Deed:
    """Cancel what is outstanding of an order."""
    fields.moment("at")
    fields.maybe("id")
    return partial(_close, books, paper(books, fields))


def _close(books: Books, head: Header) -> Posted:
    """An order that is closed already stays so: sending the line twice changes nothing."""
    if head.kind not in ORDERS or head.state not in {State.CLOSED, State.CANCELLED}:
        close_order(books, head.id)
    return Posted(head.id, head.called)


def close_books(books: Books, fields: Fields) -> Deed:
    """Close the books through a day."""
    fields.need("through")
    through = fields.day("through") or 0
    if through == books.closed_through:  # sent again
        return lambda: None
    return partial(close_period, books, through)


VERBS: dict[str, Verb] = {
    "opening": opening,
    "transfer": transfer,
    "transfer_in": transfer_in,
    "repaired": repaired,
    "count": count,
    "write_off": write_off_goods,
    "reverse": reverse_paper,
    "close": close,
    "close_period": close_books,
}
