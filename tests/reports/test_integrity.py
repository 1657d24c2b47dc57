"""The proof of the books: green on honest ones, and it names the document of every changed byte."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from builders import Shop
from erp_desktop.reports.integrity import Verification, check_balances, quick_check, verify
from erp_desktop.services.unit_of_work import open_shop

from .telling import busy_shop

# Every table of a posting, the document that a row of it belongs to, and columns worth changing.
POSTED = {
    "document": ("id", (
        "kind", "number", "external_id", "sequence", "happened_at", "booked_on", "due_on",
        "partner_id", "partner_name", "partner_address", "place_id", "of_id", "reference", "reason",
        "note", "tax_included", "discount", "net", "tax", "total", "posted_at", "state", "hash",
    )),
    "document_line": ("document_id", (
        "document_id", "position", "product_id", "sku", "name", "quantity", "unit", "factor",
        "price", "discount", "rate", "net", "tax", "answers_id", "counted", "expected", "note",
    )),
    "payment": ("document_id", ("document_id", "method", "amount", "given")),
    "allocation": ("caused_by_id", ("document_id", "invoice_id", "amount", "caused_by_id")),
    "stock_move": ("caused_by_id", (
        "document_id", "product_id", "source_id", "target_id", "quantity", "happened_at",
        "sequence", "booked_on", "answers_id", "counted", "caused_by_id", "line_id",
    )),
    "stock_value_entry": ("caused_by_id", (
        "move_id", "kind", "amount", "caused_by_id", "booked_on",
    )),
    "journal_entry": ("document_id", ("document_id", "booked_on")),
    "journal_line": (
        "(SELECT document_id FROM journal_entry e WHERE e.id = entry_id)",
        ("entry_id", "position", "account_id", "partner_id", "amount", "by_stock"),
    ),
}  # fmt: skip
CHANGES = [(table, column) for table, (_, columns) in POSTED.items() for column in columns]


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("shop") / "honest.shop"
    busy_shop(place).work.close()
    return place


@pytest.fixture
def place(honest: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(honest, tmp_path / "changed.shop"))


def proof(place: Path) -> Verification:
    work = open_shop(str(place))
    try:
        return work.read(verify)
    finally:
        work.close()


def behind_the_back(place: Path, *statements: str) -> None:
    raw = sqlite3.connect(place)
    raw.execute("PRAGMA ignore_check_constraints = ON")
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()


def test_honest_books_are_green(place: Path) -> None:
    found = proof(place)
    assert (found.ok, found.differences) == (True, [])
    raw = sqlite3.connect(place)
    tables = {"documents": "document", "lines": "document_line", "movements": "stock_move",
              "value_entries": "stock_value_entry", "journal_lines": "journal_line",
              "payments": "payment", "allocations": "allocation",
              "balances": "stock_balance"}  # fmt: skip
    for name, table in tables.items():
        assert found.checked[name] == raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    raw.close()


@pytest.mark.parametrize(("table", "column"), CHANGES)
def test_a_changed_byte_of_a_posted_row_names_its_document(
    place: Path, table: str, column: str
) -> None:
    owner = POSTED[table][0]
    raw = sqlite3.connect(place)
    row_id, was, document_id = raw.execute(
        f"SELECT rowid, {column}, {owner} FROM {table} "
        f"ORDER BY ({column} IS NULL), rowid LIMIT 1 OFFSET 1"
    ).fetchone()
    number = raw.execute("SELECT number FROM document WHERE id = ?", (document_id,)).fetchone()[0]
    raw.close()
    changed = f"'{was}x'" if isinstance(was, str) else str((was or 0) + 1_000_003)
    behind_the_back(place, f"UPDATE {table} SET {column} = {changed} WHERE rowid = {row_id}")
    found = proof(place)
    assert not found.ok
    named = {difference.document for difference in found.differences}
    assert (changed.strip("'") if column == "number" else number) in named


@pytest.mark.parametrize("table", sorted(POSTED))
def test_a_deleted_row_is_missed(place: Path, table: str) -> None:
    behind_the_back(place, f"DELETE FROM {table} WHERE rowid = (SELECT MIN(rowid) FROM {table})")
    assert not proof(place).ok


def test_a_deleted_last_document_is_missed(place: Path) -> None:
    behind_the_back(
        place, "DELETE FROM document WHERE sequence = (SELECT MAX(sequence) FROM document)"
    )
    found = proof(place)
    assert any("missing" in difference.what for difference in found.differences)


_STRAY_LINE = (
    "INSERT INTO document_line (id, document_id, position, quantity) VALUES (9999, 999, 1, 1000000)"
)
_STRAY_ALLOCATION = (
    "INSERT INTO allocation (document_id, invoice_id, amount, caused_by_id) VALUES (1, 2, 5, 999)"
)


@pytest.mark.parametrize(
    "statement",
    [
        _STRAY_LINE,
        _STRAY_ALLOCATION,
        "INSERT INTO stock_value_entry VALUES (9999, 1, 'cost', 100, 999, 20260101)",
        "INSERT INTO journal_line VALUES (999, 1, 1, NULL, 100, 0)",
    ],
)
def test_a_row_that_no_posting_wrote_is_a_stray(place: Path, statement: str) -> None:
    behind_the_back(place, statement)
    assert not proof(place).ok


@pytest.mark.parametrize(
    "column", ["on_hand", "reserved", "value", "cost_value", "last_at", "last_sequence"]
)
def test_a_changed_balance_is_named_with_its_product(place: Path, column: str) -> None:
    behind_the_back(
        place,
        f"UPDATE stock_balance SET {column} = {column} + 10000 WHERE product_id = "
        "(SELECT id FROM product WHERE sku = 'POT') AND on_hand > 2000000",
    )
    found = proof(place)
    assert any("POT STORE2" in difference.what for difference in found.differences)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_head SET hash = 'x'",
        "UPDATE ledger_head SET sequence = sequence + 1",
        "UPDATE number_series SET next = next + 1 WHERE kind = 'sale'",
        "UPDATE document SET state = 'reversed' WHERE number = 'TS-2026-000001'",
        "UPDATE document SET state = 'posted' WHERE number = 'TS-2026-000003'",
        "UPDATE stock_move SET quantity = 'many' WHERE id = 2",
    ],
)
def test_other_changes_show(place: Path, statement: str) -> None:
    behind_the_back(place, statement)
    assert not proof(place).ok


def test_every_difference_is_counted_and_a_thousand_listed(place: Path) -> None:
    behind_the_back(place, "UPDATE stock_move SET quantity = quantity + 1")
    found = proof(place)
    assert found.found == len(found.differences) <= 1000
    assert len({difference.document for difference in found.differences}) > 10


def test_a_draft_is_no_part_of_the_chain(shop: Shop) -> None:
    shop.receive("TEA", 8, 10)
    shop.work.run(_draft, shop)
    assert shop.work.read(verify).ok


def _draft(books: object, shop: Shop) -> int:
    from erp_desktop.core.states import Kind
    from erp_desktop.services.ordering import WriteOrder, save_draft

    return save_draft(books, WriteOrder(Kind.PURCHASE_ORDER, shop.supplier))  # type: ignore[arg-type]


def test_progress_ends_at_the_end(place: Path) -> None:
    told: list[tuple[int, int]] = []
    work = open_shop(str(place))
    work.read(verify, lambda done, total: told.append((done, total)))
    work.close()
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def test_the_light_sees_a_changed_sum_and_a_changed_end(place: Path) -> None:
    def light() -> bool:
        work = open_shop(str(place))
        try:
            return work.read(quick_check).ok
        finally:
            work.close()

    assert light()
    behind_the_back(place, "UPDATE stock_balance SET value = value + 1 WHERE on_hand > 0")
    assert not light()
    behind_the_back(place, "UPDATE stock_balance SET value = value - 1 WHERE on_hand > 0")
    assert light()
    behind_the_back(
        place,
        "UPDATE document SET note = 'x' WHERE sequence = (SELECT MAX(sequence) FROM document)",
    )
    assert not light()


def test_the_balances_alone(place: Path) -> None:
    def answer() -> Verification:
        work = open_shop(str(place))
        try:
            return work.read(check_balances)
        finally:
            work.close()

    assert answer().ok
    behind_the_back(place, "UPDATE stock_balance SET value = value + 1 WHERE on_hand > 0")
    assert not answer().ok
