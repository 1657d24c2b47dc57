"""Invoices (销售发票): what was delivered is charged.

An invoice answers the lines of one issue, or of every issue of one order; services of the order
are charged with it. Its tax is taken from its own rounded lines, the same way as everywhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from erp_desktop.core import clock, errors
from erp_desktop.core.allocation import cumulative
from erp_desktop.core.money import quantity
from erp_desktop.core.states import Kind, State
from erp_desktop.core.tax import Priced, price_document
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.paper import Leg, Paper, Posted
from erp_desktop.services.partners.partners import partner
from erp_desktop.services.records import Answered, LineRow, Record, answered, record, require
from erp_desktop.services.trade import PartLine, part_of, positive, put_amounts, put_partner


@dataclass(frozen=True, slots=True)
class WriteInvoice:
    """Charge for a sales order's deliveries or for one issue. Empty `parts` means all of it."""

    of_id: int
    parts: Sequence[PartLine] = field(default=())
    at: int | None = None
    due_on: int | None = None
    external_id: str | None = None
    note: str = ""


def write_invoice(books: Books, command: WriteInvoice) -> Posted:
    """Book the sale: receivable against sales and tax.

    Raises NothingToPost when all was invoiced, MoreThanSold, Missing (customer), WrongDocument.
    """
    if again := posting.posted_before(books, command.external_id):
        return again
    source = record(books, command.of_id)
    require(
        source.header,
        [Kind.SALES_ORDER, Kind.GOODS_ISSUE],
        [State.CONFIRMED, State.CLOSED, State.POSTED],
    )
    if source.header.partner_id is None:
        raise errors.Missing("customer")
    at = command.at if command.at is not None else clock.now()
    paper = Paper(
        kind=Kind.INVOICE,
        at=at,
        of_id=command.of_id,
        external_id=command.external_id,
        place_id=source.header.place_id,
        reference=source.header.reference,
        note=command.note,
        tax_included=source.header.tax_included,
    )
    put_partner(books, paper, source.header.partner_id)
    paper.due_on = command.due_on or _due(books, source.header.partner_id, at)
    _charge(books, command, paper, source)
    paper.legs = [
        Leg(Role.RECEIVABLE, paper.total, paper.partner_id),
        Leg(Role.SALES, -paper.net),
        Leg(Role.OUTPUT_TAX, -paper.tax),
    ]
    return posting.post(books, paper)


def _due(books: Books, partner_id: int, at: int) -> int:
    return clock.day_after(clock.day_of(at), partner(books, partner_id).terms_days)


def to_invoice(books: Books, source: Record) -> list[tuple[LineRow, int, int]]:
    """The lines that may be charged: (line, quantity left, quantity charged before)."""
    rows = list(source.lines)
    if source.header.kind is Kind.SALES_ORDER:
        services = [row for row in rows if row.kind == "service"]
        issues = [
            record(books, found[0])
            for found in books.rows(
                "SELECT id FROM document WHERE of_id = ? AND kind = 'goods_issue' "
                "AND state = 'posted' ORDER BY happened_at, id",
                (source.header.id,),
            )
        ]
        # a service that went out with an issue is charged from there
        gone = {line.answers_id for issue in issues for line in issue.lines}
        rows = [line for issue in issues for line in issue.lines]
        rows += [row for row in services if row.id not in gone]
    ids = [row.id for row in rows]
    done = answered(books, ids, [Kind.INVOICE])
    back = answered(books, ids, [Kind.SALES_RETURN])
    credited = _credited(books, ids)
    found = []
    for row in rows:
        charged = done.get(row.id, Answered()).quantity
        returned = back.get(row.id, Answered()).quantity - credited.get(row.id, 0)
        found.append((row, row.quantity - charged - max(returned, 0), charged))
    return found


def _credited(books: Books, line_ids: Sequence[int]) -> dict[int, int]:
    """By issue line: how much of what was invoiced was credited again."""
    if not line_ids:
        return {}
    marks = ", ".join("?" * len(line_ids))
    return {
        row[0]: int(row[1])
        for row in books.rows(
            "SELECT i.answers_id, SUM(c.quantity) FROM document_line c "  # noqa: S608
            "JOIN document cd ON cd.id = c.document_id AND cd.kind = 'sales_return' "
            "AND cd.state = 'posted' JOIN document_line i ON i.id = c.answers_id "
            "JOIN document d ON d.id = i.document_id AND d.kind = 'invoice' "
            f"WHERE i.answers_id IN ({marks}) GROUP BY i.answers_id",
            line_ids,
        )
    }


def _charge(books: Books, command: WriteInvoice, paper: Paper, source: Record) -> None:
    open_lines = {row.id: (row, left, done) for row, left, done in to_invoice(books, source)}
    wanted = [(part.line_id, positive("quantity", part.quantity)) for part in command.parts]
    if not wanted:
        wanted = [(row.id, left) for row, left, _ in open_lines.values() if left > 0]
    if not wanted:
        raise errors.NothingToPost
    included = bool(source.header.tax_included)
    stated = []
    for line_id, charging in wanted:
        if line_id not in open_lines:
            raise errors.UnknownDocument(line_id)
        row, left, done = open_lines[line_id]
        if charging > left:
            raise errors.MoreThanSold(row.sku, quantity(charging), quantity(left))
        open_lines[line_id] = (row, left - charging, done + charging)  # it may be named again
        paper.lines.append(part_of(row, charging, done, books.minor))
        basis = row.net + row.tax if included else row.net
        amount = cumulative(basis, done, charging, row.quantity, books.minor)
        stated.append(Priced(charging, row.price, row.rate, stated=amount))
    priced = price_document(stated, included=included, minor=books.minor)
    put_amounts(paper, paper.lines, priced.lines)
