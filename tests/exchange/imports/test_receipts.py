"""Purchase orders that come with what arrived of them: in parts, late, rejected."""

import csv
from collections import defaultdict
from decimal import Decimal as D
from pathlib import Path

import pytest

from builders import Shop
from erp_desktop.core.money import quantity
from erp_desktop.exchange.imports.registry import run_import, undo_import
from erp_desktop.reports.integrity import verify

SECOND = "02_erp_demo/northwind2_purchasing"


def by_sku(shop: Shop, sql: str) -> dict[str, D]:
    return {
        row[0]: quantity(int(row[1]))
        for row in shop.work.read(lambda books: books.rows(sql))
        if row[1]
    }


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.data
def test_every_piece_that_northwind_bought_arrives(shop: Shop, shared_data: Path) -> None:
    """Quantities received, still to come, and on hand agree with the source, product by product."""
    report = run_import(shop.work, "purchase-orders", shared_data / SECOND)
    assert report.problems == []
    folder = shared_data / SECOND
    skus = {row["id"]: row["product_code"] for row in read(folder / "products.csv")}
    came: dict[str, D] = defaultdict(D)
    for row in read(folder / "inventory_transactions.csv"):
        if row["transaction_type"] == "1":
            came[skus[row["product_id"]]] += D(row["quantity"])
    waits: dict[str, D] = defaultdict(D)
    for row in read(folder / "purchase_order_details.csv"):
        if row["posted_to_inventory"] == "0":
            waits[skus[row["product_id"]]] += D(row["quantity"])
    assert by_sku(
        shop, "SELECT p.sku, SUM(b.on_hand) FROM stock_balance b JOIN product p "
        "ON p.id = b.product_id GROUP BY p.sku",
    ) == came  # fmt: skip
    assert by_sku(
        shop, "SELECT l.sku, SUM(l.quantity - COALESCE((SELECT SUM(a.quantity) "
        "FROM document_line a WHERE a.answers_id = l.id), 0)) FROM document_line l "
        "JOIN document d ON d.id = l.document_id WHERE d.kind = 'purchase_order' GROUP BY l.sku",
    ) == waits  # fmt: skip
    assert report.rows == sum(report.imported.values()) + sum(report.left_out.values())
    partly = shop.work.read(lambda books: books.rows(
        "SELECT reference FROM document d WHERE kind = 'purchase_order' AND EXISTS (SELECT 1 "
        "FROM document_line l JOIN document_line a ON a.answers_id = l.id WHERE "
        "l.document_id = d.id) AND EXISTS (SELECT 1 FROM document_line l WHERE "
        "l.document_id = d.id AND NOT EXISTS (SELECT 1 FROM document_line a "
        "WHERE a.answers_id = l.id)) ORDER BY reference"
    ))  # fmt: skip
    assert partly == [("90",), ("91",), ("92",)]
    assert shop.work.read(verify).differences == []
    assert undo_import(shop.work, report.id).kept == 0
    assert shop.value_of("SELECT SUM(on_hand) FROM stock_balance") == 0


@pytest.mark.data
def test_orders_alone_are_closed_when_they_had_arrived(shop: Shop, shared_data: Path) -> None:
    report = run_import(
        shop.work, "purchase-orders", shared_data / SECOND, options={"received": "close"}
    )
    assert report.problems == []
    assert shop.value_of("SELECT COUNT(*) FROM document WHERE kind = 'goods_receipt'") == 0
    assert shop.value_of("SELECT COUNT(*) FROM document WHERE state = 'closed'") == 18


def bundle(folder: Path, transactions: str) -> Path:
    (folder / "products.csv").write_text("id,product_code,product_name\n1,CHAI,Chai\n")
    (folder / "suppliers.csv").write_text("id,company\n4,Supplier D\n")
    (folder / "purchase_orders.csv").write_text(
        "id,supplier_id,submitted_date\n90,4,2006-01-14 00:00:00\n"
    )
    (folder / "purchase_order_details.csv").write_text(
        "id,purchase_order_id,product_id,quantity,unit_cost,date_received,posted_to_inventory,"
        "inventory_id\n1,90,1,40,14,2006-01-22 00:00:00,1,59\n2,90,1,20,14,,0,\n"
    )
    head = "id,transaction_type,transaction_created_date,product_id,quantity,purchase_order_id,"
    (folder / "inventory_transactions.csv").write_text(head + "comments\n" + transactions)
    return folder


def test_what_was_thrown_out_on_arrival_is_rejected(shop: Shop, tmp_path: Path) -> None:
    files = bundle(
        tmp_path,
        "59,1,2006-01-22 10:00:00,1,40,90,\n60,4,2006-01-22 11:00:00,1,5,90,Broken boxes\n"
        "61,2,2006-02-01 10:00:00,1,3,,\n",
    )
    report = run_import(shop.work, "purchase-orders", files)
    assert report.problems == []
    line = shop.work.read(lambda books: books.rows(
        "SELECT l.quantity, l.rejected, l.reason FROM document_line l JOIN document d "
        "ON d.id = l.document_id WHERE d.kind = 'goods_receipt'"
    ))  # fmt: skip
    assert line == [(35_000_000, 5_000_000, "Broken boxes")]
    assert report.imported["receipt_rows"] == 2
    assert report.left_out == {"not_imported": 1}


def test_more_than_was_ordered_is_told_with_its_row(shop: Shop, tmp_path: Path) -> None:
    files = bundle(tmp_path, "59,1,2006-01-22 10:00:00,1,41,90,\n")
    report = run_import(shop.work, "purchase-orders", files)
    assert [(one.row, one.problem) for one in report.problems] == [(2, "MoreThanOrdered")]
    assert shop.value_of("SELECT COUNT(*) FROM document") == 0
