"""Where a document of buying or selling stands, as SQL: written once for lists and pages.

Nothing of this is stored: "partly received", "to bill" and "overdue" follow from the posted lines
that answer a line and from what settles a bill. Every expression speaks of one document `d`; the
two sides are one story with the ends swapped, so a `Side` names the kinds that take part.
"""

from dataclasses import dataclass

from erp_desktop.core.shares import fraction_sql

# Every text put into the SQL below is from our own code; what people type is bound.
# ruff: noqa: S608


@dataclass(frozen=True, slots=True)
class Side:
    """The kinds of one side of the trade, and what its steps are called (English keys)."""

    order: str
    movement: str
    invoices: tuple[str, ...]  # what is owed for; the first one is charged by the next step
    back: str
    resting: str  # the state of an order that nothing happened to yet
    part: str
    whole: str
    fulfil: str
    fulfil_rest: str
    charge: str
    settle: str


BUYING = Side(
    "purchase_order", "goods_receipt", ("bill", "landed_cost"), "purchase_return",
    "on_order", "partly_received", "received",
    "Receive", "Receive the rest", "Enter bill", "Pay",
)  # fmt: skip
SELLING = Side(
    "sales_order", "goods_issue", ("invoice",), "sales_return",
    "confirmed", "partly_shipped", "shipped",
    "Ship", "Ship the rest", "Invoice", "Take payment",
)  # fmt: skip


def quantity_done(kinds: str, line: str) -> str:
    """How much of a line the posted lines of some kinds answered (whole parts)."""
    return (
        "COALESCE((SELECT CAST(SUM(a.quantity) AS BIGINT) FROM document_line a "
        f"JOIN document ad ON ad.id = a.document_id WHERE a.answers_id = {line}.id "
        f"AND ad.state = 'posted' AND ad.kind IN ({kinds})), 0)"
    )


def quoted(*kinds: str) -> str:
    """Kinds as a list of SQL texts."""
    return ", ".join(f"'{kind}'" for kind in kinds)


# The document itself and those that answer it. CROSS JOIN makes SQLite begin with these few, where
# it would otherwise read every document of a kind.
_NEXT = "SELECT d.id AS id UNION ALL SELECT x.id FROM document x WHERE x.of_id = d.id"
_AFTER = (
    f"{_NEXT} UNION ALL SELECT y.id FROM document x JOIN document y ON y.of_id = x.id "
    "WHERE x.of_id = d.id"
)
_GOODS = (
    "document_line o JOIN product op ON op.id = o.product_id "
    "WHERE o.document_id = d.id AND op.kind <> 'service'"
)


def outstanding(side: Side) -> str:
    """Is an order still to be received or shipped (in part)?"""
    done = quantity_done(quoted(side.movement), "o")
    return (
        f"(d.kind = '{side.order}' AND d.state = 'confirmed' AND EXISTS "
        f"(SELECT 1 FROM {_GOODS} AND o.quantity > {done}))"
    )


def begun(side: Side) -> str:
    return (
        "EXISTS (SELECT 1 FROM document m WHERE m.of_id = d.id "
        f"AND m.kind = '{side.movement}' AND m.state = 'posted')"
    )


def fraction(side: Side) -> str:
    """The share of an order's quantity that is done, as the text 0.00 to 0.99."""
    done = quantity_done(quoted(side.movement), "o")
    return (
        f"(SELECT {fraction_sql('t.done', 't.whole')} FROM (SELECT CAST(SUM(l.done) AS BIGINT) "
        "AS done, CAST(SUM(l.whole) AS BIGINT) AS whole FROM "
        f"(SELECT o.quantity AS whole, {done} AS done FROM {_GOODS}) l) t)"
    )


def _movements(side: Side, lines: str = "") -> str:
    """The posted receipts (or issues) `m` of an order, or the one that the document itself is.

    `lines` names their lines, to be read with them.
    """
    found = (
        f"({_NEXT}) n CROSS JOIN document m {f'CROSS JOIN document_line {lines}' if lines else ''} "
        f"WHERE m.id = n.id AND m.kind = '{side.movement}' AND m.state = 'posted'"
    )
    return f"{found} AND {lines}.document_id = m.id" if lines else found


def to_charge(side: Side) -> str:
    """Is something received and not billed yet (or shipped and not invoiced)?"""
    charged = quantity_done(quoted(side.invoices[0], side.back), "r")
    if side is BUYING:
        return (
            f"EXISTS (SELECT 1 FROM {_movements(side, 'r')} AND r.promotion IS NULL "
            f"AND r.quantity > {charged})"
        )
    credited = (
        "COALESCE((SELECT CAST(SUM(c.quantity) AS BIGINT) FROM document_line i "
        "CROSS JOIN document_line c CROSS JOIN document cd WHERE i.answers_id = r.id "
        "AND c.answers_id = i.id AND cd.id = c.document_id AND cd.kind = 'sales_return' "
        "AND cd.state = 'posted'), 0)"
    )
    answered = quantity_done(quoted(side.movement, side.invoices[0]), "o")
    services = (
        "(d.kind = 'sales_order' AND d.state IN ('confirmed', 'closed') AND EXISTS (SELECT 1 "
        "FROM document_line o JOIN product op ON op.id = o.product_id WHERE "
        f"o.document_id = d.id AND op.kind = 'service' AND o.quantity > {answered}))"
    )
    goods = (
        f"EXISTS (SELECT 1 FROM {_movements(side, 'r')} AND r.quantity > {charged} - {credited})"
    )
    return f"({goods} OR {services})"


def all_back(side: Side) -> str:
    """Did everything that arrived (or left) come back?"""
    returned = quantity_done(quoted(side.back), "r")
    return (
        f"(EXISTS (SELECT 1 FROM {_movements(side, 'r')} AND r.quantity > 0) "
        f"AND NOT EXISTS (SELECT 1 FROM {_movements(side, 'r')} AND r.quantity > {returned}))"
    )


def invoices_of(side: Side) -> str:
    """The posted bills (or invoices) for a document, or the one that it is itself."""
    return (
        f"({_AFTER}) n CROSS JOIN document b WHERE b.id = n.id "
        f"AND b.kind IN ({quoted(*side.invoices)}) AND b.state = 'posted' "
        "AND b.partner_id IS NOT NULL"
    )


OPEN = "b.total - COALESCE((SELECT SUM(s.amount) FROM allocation s WHERE s.invoice_id = b.id), 0)"


def charged(side: Side) -> str:
    """What was billed or invoiced for a document, in money parts."""
    return f"COALESCE((SELECT CAST(SUM(b.total) AS BIGINT) FROM {invoices_of(side)}), 0)"


def to_pay(side: Side) -> str:
    """What is still open of it."""
    return f"COALESCE((SELECT CAST(SUM({OPEN}) AS BIGINT) FROM {invoices_of(side)}), 0)"


def unpaid(side: Side) -> str:
    return f"EXISTS (SELECT 1 FROM {invoices_of(side)} AND {OPEN} > 0)"


def overdue(side: Side, today: int) -> str:
    """Is an open bill or invoice past its day?"""
    return f"EXISTS (SELECT 1 FROM {invoices_of(side)} AND b.due_on < {int(today)} AND {OPEN} > 0)"


def due_on(side: Side) -> str:
    """The day that matters next: of the open invoice, else the one promised while goods wait."""
    waiting = (
        "d.state = 'draft' OR (d.kind = 'quotation' AND d.state = 'confirmed') "
        f"OR {outstanding(side)}"
    )
    return (
        f"COALESCE((SELECT MIN(b.due_on) FROM {invoices_of(side)} AND {OPEN} > 0), "
        f"CASE WHEN {waiting} THEN d.due_on END)"
    )


def paid_share(side: Side) -> str:
    """The share of what was charged that is paid, as the text 0.00 to 0.99."""
    paid = f"({charged(side)} - {to_pay(side)})"
    return (
        f"(SELECT {fraction_sql('t.done', 't.whole')} FROM "
        f"(SELECT {paid} AS done, NULLIF({charged(side)}, 0) AS whole) t)"
    )


def moved_value(side: Side) -> str:
    """What arrived (or left) of an order is worth at its prices."""
    return f"COALESCE((SELECT CAST(SUM(m.net) AS BIGINT) FROM {_movements(side)}), 0)"


def line_count() -> str:
    return "(SELECT COUNT(*) FROM document_line n WHERE n.document_id = d.id)"


def margin() -> str:
    """Gross profit of what was shipped, in per cent parts; nothing before anything was."""
    issues = _movements(SELLING)
    shipped = f"(SELECT CAST(SUM(m.net) AS BIGINT) FROM {issues})"
    cost = (
        "(SELECT CAST(SUM((SELECT SUM(e.amount) FROM stock_move v JOIN stock_value_entry e "
        f"ON e.move_id = v.id WHERE v.document_id = m.id)) AS BIGINT) FROM {issues})"
    )
    return f"(({shipped} - {cost}) * 10000 / NULLIF({shipped}, 0)) * 10000"


def state(side: Side, today: int) -> str:
    """The state a person cares about: how far the document is, or what is due."""
    order = f"d.kind = '{side.order}'"
    return (
        "CASE WHEN d.state NOT IN ('confirmed', 'closed', 'posted') THEN d.state "
        "WHEN d.kind = 'quotation' AND d.state = 'confirmed' THEN 'quoted' "
        f"WHEN d.kind IN ('quotation', '{side.back}', 'payment_in', 'payment_out', 'sale', "
        "'reversal') THEN d.state "
        f"WHEN {outstanding(side)} THEN CASE WHEN {begun(side)} "
        f"THEN '{side.part}:' || {fraction(side)} ELSE '{side.resting}' END "
        f"WHEN {all_back(side)} THEN 'returned' "
        f"WHEN {to_charge(side)} THEN '{side.whole}' "
        f"WHEN {overdue(side, today)} THEN 'overdue' "
        f"WHEN {unpaid(side)} THEN CASE WHEN {to_pay(side)} < {charged(side)} "
        f"THEN 'partly_paid:' || {paid_share(side)} ELSE 'to_pay' END "
        f"WHEN {charged(side)} > 0 THEN 'paid' "
        f"WHEN {order} AND d.state = 'closed' THEN 'closed' "
        f"WHEN {order} OR d.kind = '{side.movement}' THEN '{side.whole}' ELSE d.state END"
    )


def next_step(side: Side) -> str:
    """What to do next, as an English key of the context Trade; empty when nothing is."""
    return (
        "CASE WHEN d.state = 'draft' THEN 'Confirm' "
        "WHEN d.kind = 'quotation' THEN CASE WHEN d.state = 'confirmed' THEN 'Accept' ELSE '' END "
        f"WHEN d.state IN ('cancelled', 'reversed') OR d.kind IN ('{side.back}', 'payment_in', "
        "'payment_out', 'reversal', 'sale') THEN '' "
        f"WHEN {outstanding(side)} THEN CASE WHEN {begun(side)} THEN '{side.fulfil_rest}' "
        f"ELSE '{side.fulfil}' END "
        f"WHEN {to_charge(side)} THEN '{side.charge}' "
        f"WHEN {unpaid(side)} THEN '{side.settle}' ELSE '' END"
    )
