"""What a shift comes to: sales, what came back, means of payment, taxes, and what the drawer holds.

The X report reads these figures while the shift runs, the Z report keeps them when it is closed.
They are added up from the posted papers of the shift, so that asking twice gives the same; a sale,
its return and the sale of the same piece again close cleanly (LEDGER L-49). A reversed paper and
its reversal are both papers of the shift (or of two), and take each other away.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from erp_desktop.models.books import Books
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.sales.return_rules import return_rules

# Why cash goes in or comes out, and the account on the other side. The safe is the same cash in
# another place, so moving it there books nothing.
PUT_IN: Final[dict[str, str]] = {
    "change": Role.BANK,  # coins fetched from the bank
    "safe_in": Role.CASH,
    "owner_in": Role.EQUITY,
}
TAKEN_OUT: Final[dict[str, str]] = {
    "safe": Role.CASH,
    "bank": Role.BANK,
    "expense": Role.PETTY,
    "owner": Role.EQUITY,
}
# Keys of figures; those of means, taxes, persons and notes are followed by which.
FLOAT, SALES, RETURNS, VOIDS, DISCOUNTS = "float", "sales", "returns", "voids", "discounts"
ROUNDING, ON_ACCOUNT, EXPECTED = "rounding", "on_account", "expected"
MEANS, REFUNDED, PAID_IN, PAID_OUT = "means:", "refunded:", "paid_in:", "paid_out:"
CASH_IN, CASH_OUT = "in:", "out:"
SPENT, MOVED = "spent", "moved"  # expenses paid out of the drawer; money to own accounts and from
TAX, PERSON, NOTE = "tax:", "person:", "note:"
REASON = "reason:"  # why goods came back
COUNTED, DIFFERENCE, LEFT = "counted", "difference", "left"
BY_HAND: Final = (NOTE, COUNTED, DIFFERENCE, LEFT)  # what only the count of the drawer knows


class Figure(NamedTuple):
    """One figure: how many, how much (money parts), and the tax in it where that is told."""

    key: str
    many: int = 0
    amount: int = 0
    tax: int = 0
    name: str = ""


# The papers of a shift with their sign: a reversal's amounts are turned in the books already, so
# only its quantity of papers is told apart. `k` is what a paper is about.
_PAPERS: Final = (
    "FROM shift_paper p JOIN document d ON d.id = p.document_id "
    "LEFT JOIN document o ON o.id = d.reverses_id WHERE p.shift_id = ? "
)
_ABOUT: Final = "COALESCE(o.kind, d.kind)"


def figure_of(figures: Iterable[Figure], key: str) -> Figure:
    """One of them; nothing where there was none."""
    return next((one for one in figures if one.key == key), Figure(key))


def figures_of(books: Books, shift_id: int, opening: int) -> list[Figure]:
    """All figures of a shift so far, in the order in which a report tells them."""
    found = [Figure(FLOAT, 0, opening)]
    found += _trade(books, shift_id)
    found += _means(books, shift_id)
    found += _reasons(books, shift_id)
    found += _cash_moves(books, shift_id)
    found += _spent(books, shift_id)
    found += _taxes(books, shift_id)
    found += _persons(books, shift_id)
    drawer = books.value(
        "SELECT COALESCE(SUM(CASE WHEN " + _ABOUT + " IN ('payment_out', 'expense') THEN -m.amount "
        "ELSE m.amount END), 0) "
        + _joined("payment m ON m.document_id = d.id")
        + "AND m.method = 'cash'",
        (shift_id,),
    )
    return [*found, Figure(EXPECTED, 0, opening + int(drawer))]


def _joined(table: str) -> str:
    """The papers of a shift with another table's rows."""
    return _PAPERS.replace("WHERE", f"JOIN {table} WHERE")


def _trade(books: Books, shift_id: int) -> list[Figure]:
    """Receipts, returns, reversed receipts; what was taken off, let off, put on account."""
    rows = books.rows(
        f"SELECT {_ABOUT}, d.kind, count(*), SUM(d.total), SUM(d.tax) {_PAPERS}GROUP BY 1, 2",
        (shift_id,),
    )
    sums: dict[tuple[str, str], tuple[int, int, int]] = {
        (about, kind): (rest[0], rest[1], rest[2]) for about, kind, *rest in rows
    }
    sold = sums.get(("sale", "sale"), (0, 0, 0))
    back = sums.get(("sales_return", "sales_return"), (0, 0, 0))
    kept = sums.get(("sales_return", "reversal"), (0, 0, 0))
    void = sums.get(("sale", "reversal"), (0, 0, 0))
    found = [
        Figure(SALES, *sold),
        Figure(RETURNS, back[0] - kept[0], -back[1] - kept[1], -back[2] - kept[2]),
        Figure(VOIDS, *void),
    ]
    off = books.value(
        "SELECT COALESCE(SUM(l.discount), 0) "
        + _joined("document_line l ON l.document_id = d.id")
        + f"AND {_ABOUT} = 'sale'",
        (shift_id,),
    )
    return [*found, Figure(DISCOUNTS, 0, -int(off)), *_booked(books, shift_id)]


def _booked(books: Books, shift_id: int) -> list[Figure]:
    """What was let off (抹零) and what customers owe for: both stand in the journal."""
    rows = books.rows(
        "SELECT a.role, SUM(j.amount) "
        + _joined(
            "journal_entry e ON e.document_id = d.id JOIN journal_line j ON j.entry_id = e.id "
            "JOIN account a ON a.id = j.account_id"
        )
        + f"AND {_ABOUT} IN ('sale', 'sales_return') AND j.by_stock = 0 "
        "AND a.role IN ('rounding', 'receivable') GROUP BY a.role",
        (shift_id,),
    )
    sums: dict[str, int] = dict(rows)
    return [
        Figure(ROUNDING, 0, -int(sums.get("rounding") or 0)),
        Figure(ON_ACCOUNT, 0, int(sums.get("receivable") or 0)),
    ]


def _means(books: Books, shift_id: int) -> list[Figure]:
    """Money by means: what sales brought in, what went back, what customers paid of their debts."""
    rows = books.rows(
        f"SELECT {_ABOUT}, m.method, count(*), SUM(m.amount) "
        + _joined("payment m ON m.document_id = d.id")
        + f"AND {_ABOUT} IN ('sale', 'sales_return', 'payment_in', 'payment_out') "
        "GROUP BY 1, 2 ORDER BY 2, 1",
        (shift_id,),
    )
    keys = {"sale": MEANS, "sales_return": REFUNDED, "payment_in": PAID_IN, "payment_out": PAID_OUT}
    found = []
    for about, method, count, amount in rows:
        sign = -1 if about == "payment_out" else 1
        found.append(Figure(keys[about] + method, count, sign * int(amount)))
    order = tuple(keys.values())
    return sorted(found, key=lambda one: order.index(one.key.split(":")[0] + ":"))


def _reasons(books: Books, shift_id: int) -> list[Figure]:
    """Why goods came back: how many lines and what they came to. A reversed return takes back."""
    rows = books.rows(
        "SELECT COALESCE(r.reason, ''), "
        "SUM(CASE WHEN d.kind = 'reversal' THEN -1 ELSE 1 END), "
        "SUM(CASE WHEN d.kind = 'reversal' THEN l.net + l.tax ELSE -(l.net + l.tax) END) "
        + _joined(
            "document_line l ON l.document_id = COALESCE(o.id, d.id) "
            "LEFT JOIN returned_line r ON r.line_id = l.id"
        )
        + f"AND {_ABOUT} = 'sales_return' GROUP BY 1 ORDER BY 1",
        (shift_id,),
    )
    names = {one.code: one.name for one in return_rules(books).reasons}
    return [
        Figure(f"{REASON}{code}", int(many), int(amount), 0, names.get(code, ""))
        for code, many, amount in rows
        if many or amount
    ]


def _cash_moves(books: Books, shift_id: int) -> list[Figure]:
    rows = books.rows(
        f"SELECT COALESCE(o.reason, d.reason), count(*), SUM(d.total) {_PAPERS}"
        f"AND {_ABOUT} = 'cash_move' GROUP BY 1 ORDER BY 1",
        (shift_id,),
    )
    return [
        Figure((CASH_IN if reason in PUT_IN else CASH_OUT) + reason, count, int(amount))
        for reason, count, amount in rows
    ]


def _spent(books: Books, shift_id: int) -> list[Figure]:
    """What was spent in cash out of the drawer, and what went from it to another own account."""
    rows = books.rows(
        f"SELECT {_ABOUT}, count(*), SUM(m.amount) "
        + _joined("payment m ON m.document_id = d.id")
        + f"AND m.method = 'cash' AND {_ABOUT} IN ('expense', 'money_transfer') "
        "GROUP BY 1 ORDER BY 1",
        (shift_id,),
    )
    return [
        Figure(SPENT, count, -int(amount)) if about == "expense"
        else Figure(MOVED, count, int(amount))
        for about, count, amount in rows
    ]  # fmt: skip


def _taxes(books: Books, shift_id: int) -> list[Figure]:
    """Net and tax by rate, returns taken away."""
    rows = books.rows(
        "SELECT l.rate, "
        f"SUM(CASE WHEN {_ABOUT} = 'sales_return' THEN -l.net ELSE l.net END), "
        f"SUM(CASE WHEN {_ABOUT} = 'sales_return' THEN -l.tax ELSE l.tax END) "
        + _joined("document_line l ON l.document_id = d.id")
        + f"AND {_ABOUT} IN ('sale', 'sales_return') GROUP BY l.rate ORDER BY l.rate DESC",
        (shift_id,),
    )
    return [Figure(f"{TAX}{rate}", 0, int(net), int(tax)) for rate, net, tax in rows]


def _persons(books: Books, shift_id: int) -> list[Figure]:
    """Receipts and takings by person; told where there were several."""
    rows = books.rows(
        "SELECT d.user_id, MAX(COALESCE(NULLIF(u.full_name, ''), u.name)), "
        "SUM(CASE WHEN d.kind = 'sale' THEN 1 ELSE 0 END), "
        f"SUM(CASE WHEN {_ABOUT} = 'sales_return' THEN -d.total ELSE d.total END) "
        + _joined("user_account u ON u.id = d.user_id")
        + f"AND {_ABOUT} IN ('sale', 'sales_return') GROUP BY d.user_id ORDER BY d.user_id",
        (shift_id,),
    )
    return [
        Figure(f"{PERSON}{ident}", int(count), int(amount), 0, name)
        for ident, name, count, amount in rows
    ]
