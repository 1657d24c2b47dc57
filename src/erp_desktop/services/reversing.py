"""Reversal (红冲): a posted document is never edited or deleted, it is answered.

The reversal takes effect right behind the document it answers, with exactly its value, so that all
later figures are as if neither had been (LEDGER, Definitions; L-23). It is refused while another
posted document answers this one, and where later stock would break the product's rule.
"""

from collections.abc import Callable, Sequence

from erp_desktop.core import errors
from erp_desktop.core.states import ORDERS, Kind, State
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.ordering import close_order, hold, outstanding
from erp_desktop.services.paper import Goods, Leg, Line, Paid, Paper, Posted, Revalue, Settles
from erp_desktop.services.records import Header, LineRow, Record, record
from erp_desktop.services.stock.recosting import put_back

_FOLLOWER = """
SELECT d.number FROM document d WHERE d.state IN ('posted', 'confirmed', 'closed')
AND d.kind <> 'reversal' AND d.id <> ? AND (
    EXISTS (SELECT 1 FROM document_line l JOIN document_line o ON o.id = l.answers_id
            WHERE l.document_id = d.id AND o.document_id = ?)
    OR EXISTS (SELECT 1 FROM allocation s WHERE s.document_id = d.id AND s.invoice_id = ?
               AND s.amount > 0))
ORDER BY d.id LIMIT 1
"""


def reverse(
    books: Books, document_id: int, external_id: str | None = None, reason: str = ""
) -> Posted:
    """Answer a posted document with its reversal; an order is closed instead.

    Raises AlreadyReversed, HasFollowers, StateForbids, NotEnoughStock.
    """
    if again := posting.posted_before(books, external_id):
        return again
    answered = record(books, document_id)
    head = answered.header
    _may_reverse(books, head)
    if head.kind in ORDERS:
        close_order(books, document_id)
        return Posted(head.id, head.called)
    paper = _reversal(books, answered)
    paper.external_id, paper.reason = external_id, reason
    posting.set_state(books, document_id, State.REVERSED)
    if head.kind is Kind.COSTING_CHANGE:
        paper.again = put_back(books, document_id)
    _promise_again(books, answered)
    posted = posting.post(books, paper)
    for other in _exchanged_with(books, head):
        reverse(books, other, reason=reason)
    return posted


def _exchanged_with(books: Books, head: Header) -> list[int]:
    """The other half of an exchange: what came back and what went stand or fall together."""
    if head.kind not in {Kind.SALE, Kind.SALES_RETURN}:
        return []
    return [
        row[0]
        for row in books.rows(
            "SELECT d.id FROM document d JOIN payment p ON p.document_id = d.id "
            "WHERE d.state = 'posted' AND d.kind IN ('sale', 'sales_return') "
            "AND p.method = 'exchange' AND (d.id = ? OR d.of_id = ?) "
            "AND EXISTS (SELECT 1 FROM payment q WHERE q.document_id = ? "
            "AND q.method = 'exchange')",
            (head.of_id or 0, head.id, head.id),
        )
    ]


def reverse_together(
    books: Books, document_ids: Sequence[int], progress: Callable[[int, int], None] | None = None
) -> None:
    """Answer many posted documents, the newest given first; each product is told again once.

    That nothing outside answers one of them is for the caller to see to. Raises NotEnoughStock.
    """
    books.many(
        "UPDATE document SET state = 'reversed', version = version + 1 WHERE id = ?",
        [(document_id,) for document_id in document_ids],
    )
    since, last = _told_once(books, document_ids)
    for done, document_id in enumerate(document_ids, start=1):
        answered = record(books, document_id)
        paper = _reversal(books, answered)
        paper.retell = {
            goods.product_id: since[goods.product_id]
            if last[goods.product_id] == document_id else None
            for goods in paper.goods
        }  # fmt: skip
        _promise_again(books, answered)
        posting.post(books, paper)
        if progress is not None:
            progress(done, len(document_ids))


def _told_once(
    books: Books, document_ids: Sequence[int]
) -> tuple[dict[int, tuple[int, int]], dict[int, int]]:
    """By product: the first moment these documents touch, and the last of them to touch it."""
    since: dict[int, tuple[int, int]] = {}
    last: dict[int, int] = {}
    for document_id in document_ids:
        for product_id, at, sequence in books.rows(
            "SELECT product_id, happened_at, sequence FROM stock_move WHERE document_id = ?",
            (document_id,),
        ):
            since[product_id] = min(since.get(product_id, (at, sequence)), (at, sequence))
            last[product_id] = document_id
    return since, last


def _reversal(books: Books, answered: Record) -> Paper:
    """The paper that takes back all that a document did."""
    head = answered.header
    paper = Paper(
        kind=Kind.REVERSAL,
        at=head.happened_at,
        partner_id=head.partner_id,
        partner_name=head.partner_name,
        partner_address=head.partner_address,
        place_id=head.place_id,
        to_place_id=head.to_place_id,
        of_id=head.id,
        reverses_id=head.id,
        tax_included=head.tax_included,
        discount=-head.discount,
        net=-head.net,
        tax=-head.tax,
        total=-head.total,
        lines=[_mirrored(line) for line in answered.lines],
    )
    _goods(books, paper, answered)
    _revalues(books, paper, head)
    _money(books, paper, head)
    return paper


def _may_reverse(books: Books, head: Header) -> None:
    if head.state == State.REVERSED:
        by = books.value("SELECT number FROM document WHERE reverses_id = ?", (head.id,))
        raise errors.AlreadyReversed(head.called, by)
    if head.kind in {Kind.REVERSAL, Kind.SHIFT} or head.state in {
        State.DRAFT,
        State.CANCELLED,
        State.CLOSED,
    }:
        raise errors.StateForbids(head.called, head.state, "reverse")
    if head.kind in ORDERS:
        return
    follower = books.value(_FOLLOWER, (head.id, head.id, head.id))
    if follower:
        raise errors.HasFollowers(head.called, follower)


def _mirrored(line: LineRow) -> Line:
    return Line(
        line.product_id, line.sku, line.name, line.quantity, line.unit, line.factor, line.price,
        line.percent_off, line.off, -line.discount, line.rate, -line.net, -line.tax,
        lot=line.lot, expires_on=line.expires_on, pieces=line.pieces, unit_price=line.unit_price,
    )  # fmt: skip


def _goods(books: Books, paper: Paper, answered: Record) -> None:
    """Every move goes back the way it came, with the value it has by now."""
    position = {line.id: at for at, line in enumerate(answered.lines)}
    for row in books.rows(
        "SELECT m.id, m.line_id, m.product_id, m.source_id, m.target_id, m.quantity, "
        "m.happened_at, m.sequence, m.lot_id, m.source_bin_id, m.target_bin_id, m.pieces, "
        "COALESCE(SUM(CASE WHEN e.kind = 'cost' THEN e.amount END), 0), "
        "COALESCE(SUM(CASE WHEN e.kind = 'variance' THEN e.amount END), 0), "
        "COALESCE(SUM(CASE WHEN e.kind = 'price' THEN e.amount END), 0) "
        "FROM stock_move m LEFT JOIN stock_value_entry e ON e.move_id = m.id "
        "WHERE m.document_id = ? GROUP BY m.id ORDER BY m.id",
        (answered.header.id,),
    ):
        move_id, line_id, product_id, source, target, moved, at, sequence, lot, *more = row
        from_bin, into_bin, pieces, cost, variance, price = more
        counted = 0 if moved == 0 else None  # a count that changed nothing is answered the same way
        paper.goods.append(
            Goods(position[line_id], product_id, target, source, moved, cost, move_id, counted,
                  at, lot, sequence, variance, price, into_bin, from_bin, pieces)
        )  # fmt: skip


def _revalues(books: Books, paper: Paper, head: Header) -> None:
    """A bill or landed cost takes back what it added to its receipts."""
    if head.kind not in {Kind.BILL, Kind.LANDED_COST}:
        return
    role = Role.UNBILLED if head.kind is Kind.BILL else Role.LANDED
    for move_id, product_id, amount, day in books.rows(
        "SELECT m.id, m.product_id, SUM(e.amount), m.booked_on FROM stock_value_entry e "
        "JOIN stock_move m ON m.id = e.move_id JOIN location s ON s.id = m.source_id "
        "WHERE e.caused_by_id = ? AND e.kind = 'cost' AND s.kind IN ('supplier', 'opening') "
        "GROUP BY m.id, m.product_id, m.booked_on ORDER BY m.id",
        (head.id,),
    ):
        paper.revalues.append(Revalue(move_id, product_id, -amount, role, day))


def _money(books: Books, paper: Paper, head: Header) -> None:
    paper.legs = [
        Leg(role, -amount, partner_id)
        for role, amount, partner_id in books.rows(
            "SELECT a.role, SUM(j.amount), j.partner_id FROM journal_entry e "
            "JOIN journal_line j ON j.entry_id = e.id JOIN account a ON a.id = j.account_id "
            "WHERE e.document_id = ? AND j.by_stock = 0 GROUP BY a.role, j.partner_id "
            "ORDER BY a.role",
            (head.id,),
        )
    ]
    paper.payments = [
        Paid(method, -amount, -given)
        for method, amount, given in books.rows(
            "SELECT method, amount, given FROM payment WHERE document_id = ? ORDER BY position",
            (head.id,),
        )
    ]
    paper.settles = [
        Settles(invoice_id, -amount, head.id)
        for invoice_id, amount in books.rows(
            "SELECT invoice_id, SUM(amount) FROM allocation WHERE document_id = ? "
            "GROUP BY invoice_id ORDER BY invoice_id",
            (head.id,),
        )
        if amount
    ]


def _promise_again(books: Books, answered: Record) -> None:
    """Goods that did not leave after all are promised to their order again."""
    head = answered.header
    if head.kind is not Kind.GOODS_ISSUE or head.of_id is None:
        return
    was = record(books, head.of_id)
    if was.header.state != State.CONFIRMED:
        return
    left = outstanding(books, was)
    gone = dict.fromkeys(left, 0)
    for line in answered.lines:
        if line.answers_id in gone:
            gone[line.answers_id] += line.quantity
    before = {line_id: left[line_id] - much for line_id, much in gone.items()}
    hold(books, was, before, -1)
    hold(books, was, left, 1)
