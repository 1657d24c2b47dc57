"""Each command on its own: found, ask, print, keep, name, take in and out."""

import csv
import io
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from documents.reading import codes
from erp_desktop.core import last_shop

DAY = Path(__file__).with_name("day.jsonl")


@pytest.fixture
def trading(erp, shop):
    """The shop after the contract's day."""
    assert erp("--shop", shop, "post", DAY).status == 0
    return shop


# -- found -----------------------------------------------------------------------------------------


def test_a_shop_is_founded_with_what_was_asked(erp, tmp_path):
    place = tmp_path / "tea.shop"
    who = ["--name", "Tea house", "--currency", "jpy", "--language", "en", "--tax", "10"]
    where = ["--prices-exclude-tax", "--time-zone", "Asia/Tokyo", "--warehouse", "Ginza"]

    done = erp("--shop", place, "--json", "init", *who, *where)

    assert done.json == {
        "shop": str(place), "name": "Tea house", "currency": "JPY", "language": "en", "tax": "10",
        "prices_include_tax": False, "time_zone": "Asia/Tokyo",
    }  # fmt: skip
    assert last_shop.last_shop() == str(place)


def test_a_shop_needs_no_more_than_its_place(erp, tmp_path):
    done = erp("--shop", tmp_path / "小店.shop", "--json", "init")
    assert (done.json["name"], done.json["currency"], done.json["tax"]) == ("小店", "CNY", "13")


@pytest.mark.parametrize(
    "words",
    [["--currency", "yuan"], ["--tax", "a lot"], ["--tax", "101"], ["--time-zone", "Mars/Phobos"],
     ["--language", "tlh"], ["--prices-include-tax", "--prices-exclude-tax"]],
)  # fmt: skip
def test_a_shop_with_nonsense_is_not_founded(erp, tmp_path, words):
    place = tmp_path / "x.shop"
    assert erp("--shop", place, "init", *words).status == 2
    assert not place.exists()


def test_the_shop_is_the_one_named_else_the_one_of_the_environment_else_the_last(
    erp, tmp_path, monkeypatch
):
    for name in ("first", "second", "third"):
        erp("--shop", tmp_path / f"{name}.shop", "init", "--language", "en")
    monkeypatch.setenv("ERP_SHOP", str(tmp_path / "second.shop"))

    assert erp("--shop", tmp_path / "first.shop", "verify").status == 0
    assert last_shop.last_shop() == str(tmp_path / "first.shop")
    assert erp("verify").status == 0
    assert last_shop.last_shop() == str(tmp_path / "second.shop")
    monkeypatch.delenv("ERP_SHOP")
    assert erp("verify").status == 0
    assert last_shop.recent_shops()[2] == str(tmp_path / "third.shop")


def test_a_servers_password_is_never_written_down(tmp_path):
    last_shop.remember_shop("postgresql+psycopg://kate:secret@till.example/shop")
    assert last_shop.last_shop() == "postgresql+psycopg://kate@till.example/shop"
    assert b"secret" not in (last_shop.config_folder() / "last_shop.json").read_bytes()


def test_a_damaged_memory_is_as_good_as_none():
    last_shop.remember_shop("a.shop")
    (last_shop.config_folder() / "last_shop.json").write_text('{"shops": 3', "utf-8")
    assert last_shop.recent_shops() == []


# -- ask -------------------------------------------------------------------------------------------


def test_a_report_has_four_faces(erp, trading, tmp_path):
    ask = ["--shop", trading, "report", "stock", "--warehouse", "STORE2"]
    book = tmp_path / "stock.xlsx"

    table, rows = erp(*ask), erp(*ask, "--format", "json").json
    lines = list(csv.reader(io.StringIO(erp(*ask, "--format", "csv").out)))

    assert rows == [
        {"sku": "TEA", "warehouse": "STORE2", "quantity": "2", "reserved": "0",
         "available": "2", "value": "21.93", "unit_cost": "10.965"}
    ]  # fmt: skip
    assert table.out.splitlines()[2].split()[:3] == ["TEA", "STORE2", "2"]
    assert lines[1][:3] == ["TEA", "STORE2", "2"]
    assert erp(*ask, "--format", "xlsx", "--out", book).status == 0
    assert zipfile.is_zipfile(book)
    said = erp("--json", *ask, "--format", "csv", "--out", tmp_path / "stock.csv").json
    assert (said["report"], said["rows"]) == ("stock", 1)


def test_a_report_looks_back_to_a_day_or_a_moment(erp, trading):
    ask = ["--shop", trading, "report", "stock", "--format", "json", "--warehouse", "MAIN"]
    assert [row["quantity"] for row in erp(*ask, "--as-of", "2026-01-02T09:30").json] == ["6"]
    assert [row["quantity"] for row in erp(*ask, "--as-of", "2026-01-02").json] == ["14"]


def test_the_reports_of_the_contract_are_there(erp, shop):
    named = {report["name"] for report in erp("--json", "report", "--list").json}
    assert named >= {
        "stock", "valuation", "stock-ledger", "cost-of-sales", "sales", "purchases",
        "replenishment", "receivables", "payables", "profit",
    }  # fmt: skip
    for name in named:
        assert erp("--shop", shop, "report", name).status == 0, name
        assert isinstance(erp("--shop", shop, "--json", "report", name).json, list), name


def test_why_a_cost_is_what_it_is(erp, trading):
    def leaves(node):
        return [leaf for child in node["children"] for leaf in leaves(child)] or [node]

    tree = erp("--shop", trading, "--json", "why", "TEA").json
    stock = erp("--shop", trading, "report", "stock", "--format", "json").json

    assert sum(Decimal(leaf["value"]) for leaf in leaves(tree)) == Decimal(tree["value"])
    assert Decimal(tree["value"]) == sum(Decimal(row["value"]) for row in stock)
    assert "LC-2026-000001" in erp("--shop", trading, "why", "TEA").out
    assert erp("--shop", trading, "--json", "why", "NONE").json["error"] == "UnknownProduct"


# -- print -----------------------------------------------------------------------------------------


def test_papers_are_named_by_number_or_senders_id(erp, trading, tmp_path):
    by_id, by_number = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert erp("--shop", trading, "print", "receipt", "T1", "--out", by_id).status == 0
    number = codes(by_id.read_bytes())[0]
    assert number == "TS-2026-000001"
    assert erp("--shop", trading, "print", "receipt", number, "--out", by_number).status == 0
    assert codes(by_number.read_bytes()) == [number]


def test_the_papers_are_named(erp, shop):
    papers = {one["name"] for one in erp("--json", "print", "--list").json}
    assert {"receipt", "delivery-note", "count-sheet", "labels", "pick-list"} <= papers
    assert erp("print").status == 2


def test_labels_are_counted_by_product(erp, trading, tmp_path):
    out = tmp_path / "labels.pdf"
    assert erp("--shop", trading, "print", "labels", "TEA=3", "--out", out).status == 0
    assert codes(out.read_bytes()) == ["6901234567892"] * 3


@pytest.mark.parametrize("ending", ["png", "escpos", "zpl", "tspl"])
def test_a_paper_comes_in_the_printers_language(erp, trading, tmp_path, ending):
    out = tmp_path / f"paper.{ending}"
    done = erp("--shop", trading, "--json", "print", "labels", "TEA=1", "--out", out)
    assert done.status == 0
    assert out.stat().st_size == done.json["bytes"] > 0


def test_a_count_sheet_is_for_a_warehouse_or_of_a_count(erp, trading, tmp_path):
    for ref in ("STORE2", "K1"):
        out = tmp_path / f"{ref}.pdf"
        assert erp("--shop", trading, "print", "count-sheet", ref, "--out", out).status == 0
        assert out.read_bytes().startswith(b"%PDF")


def test_a_paper_that_cannot_be_written_is_refused(erp, trading, tmp_path):
    out = tmp_path / "no such folder" / "receipt.pdf"
    done = erp("--shop", trading, "--json", "print", "receipt", "T1", "--out", out)
    assert (done.status, done.json["error"]) == (1, "FileUnwritable")


# -- keep ------------------------------------------------------------------------------------------


def test_a_backup_is_proved_and_can_be_restored_beside_the_shop(erp, trading, tmp_path):
    folder, new = tmp_path / "backups", tmp_path / "new.shop"

    kept = erp("--shop", trading, "--json", "backup", folder).json
    again = erp("--shop", trading, "--json", "backup", folder).json
    back = erp("--json", "restore", kept["backup"], "--to", new)

    assert kept["verified"] is True
    assert kept["backup"] != again["backup"]
    assert Path(kept["backup"]).name.startswith("corner-")
    assert sorted(map(str, folder.iterdir())) == sorted([kept["backup"], again["backup"]])
    assert back.status == 0
    assert erp("--shop", new, "verify").status == 0
    ask = ["report", "stock", "--format", "json"]
    assert erp("--shop", new, *ask).json == erp("--shop", trading, *ask).json


def test_a_restore_overwrites_nothing(erp, trading, tmp_path):
    kept = erp("--shop", trading, "--json", "backup", tmp_path / "backups").json["backup"]
    before = trading.read_bytes()
    done = erp("--json", "restore", kept, "--to", trading)
    assert (done.status, done.json["error"]) == (1, "ShopExists")
    assert trading.read_bytes() == before


# -- people ----------------------------------------------------------------------------------------


def test_people_have_roles_and_passwords(erp, shop, monkeypatch):
    erp("--shop", shop, "user", "add", "kate", "--full-name", "Kate Lee")
    erp("--shop", shop, "user", "role", "kate", "manager")
    monkeypatch.setenv("ERP_NEW_PASSWORD", "tea time")
    known = erp("--shop", shop, "--json", "user", "password", "kate").json

    assert known[1] == {
        "name": "kate", "full_name": "Kate Lee", "role": "manager", "has_password": True,
        "has_pin": False,
    }  # fmt: skip
    monkeypatch.setenv("ERP_PASSWORD", "tea time")
    monkeypatch.setenv("ERP_NEW_PIN", "2468")
    assert erp("--shop", shop, "--json", "user", "pin", "kate").json[1]["has_pin"]
    monkeypatch.setenv("ERP_PASSWORD", "coffee")
    assert erp("--shop", shop, "--as", "kate", "--json", "verify").json["error"] == "WrongPassword"
    monkeypatch.setenv("ERP_PASSWORD", "tea time")
    assert erp("--shop", shop, "--as", "kate", "verify").status == 0
    assert erp("--shop", shop, "--as", "joe", "--json", "verify").json["error"] == "UnknownPerson"


def test_what_somebody_posts_bears_their_name(erp, shop, day_file):
    import sqlite3

    erp("--shop", shop, "user", "add", "kate")
    file = day_file(
        {"do": "product", "sku": "TEA"},
        {"do": "opening", "id": "O1", "lines": [{"sku": "TEA", "qty": 3, "unit_cost": "2.50"}]},
    )
    erp("--shop", shop, "--as", "kate", "post", file)
    raw = sqlite3.connect(shop)
    named = raw.execute("SELECT u.name FROM document d JOIN user_account u ON u.id = d.user_id")
    assert named.fetchall() == [("kate",)]
    raw.close()


# -- in and out ------------------------------------------------------------------------------------


def test_products_come_in_from_a_file_and_are_taken_back(erp, shop, tmp_path):
    file = tmp_path / "products.csv"
    file.write_text("SKU,Name,Price,Barcode\nTEA,Green tea,28.00,6901234567892\n", "utf-8")

    tried = erp("--shop", shop, "--json", "import", "products", file, "--dry-run").json
    done = erp("--shop", shop, "--json", "import", "products", file)
    listed = erp("--shop", shop, "import", "products", file)

    assert tried["imported"] == done.json["imported"]
    assert done.status == 0
    assert done.json["rows"] == sum(done.json["imported"].values()) == 1
    assert done.json["problems"] == []
    assert listed.status == 1  # the same file again
    assert erp("--shop", shop, "undo-import", done.json["id"]).status == 0


def test_every_problem_of_a_file_is_told_at_once(erp, shop, tmp_path):
    file, faulty = tmp_path / "products.csv", tmp_path / "faulty.xlsx"
    file.write_text("SKU,Name,Price,Barcode\nTEA,Tea,cheap,6.9E+12\nCUP,Cup,-3,1\n", "utf-8")

    done = erp("--shop", shop, "--json", "import", "products", file, "--errors", faulty)
    plain = erp("--shop", shop, "import", "products", file)

    assert done.status == plain.status == 1
    assert {problem["row"] for problem in done.json["problems"]} == {2, 3}
    assert {"sheet", "row", "column", "value", "problem", "suggestion"} <= set(
        done.json["problems"][0]
    )
    assert "row 2 Price: “cheap”" in plain.err
    assert faulty.exists()


def test_lists_and_reports_go_out_as_workbooks(erp, trading, tmp_path):
    for kind in ("products", "partners", "stock-ledger"):
        out = tmp_path / f"{kind}.xlsx"
        assert erp("--shop", trading, "export", kind, out, "--quiet").status == 0, kind
        assert zipfile.is_zipfile(out)
    book = tmp_path / "year.xlsx"
    done = erp("--shop", trading, "export", "accountant", book, "--from", "2026-01-01")
    assert done.status == 0
    tie_out = load_workbook(book, data_only=True)["Tie-out"]
    assert {row[3] for row in tie_out.iter_rows(min_row=2, values_only=True)} == {0}
    out = tmp_path / "purchases.csv"
    period = ["--from", "2026-01-02", "--to", "2026-01-02"]
    done = erp("--shop", trading, "--json", "export", "purchases", out, *period)
    assert done.json["rows"] == 2  # the order of the day before is not of this day
    assert len(out.read_text("utf-8-sig").splitlines()) == 3


# -- the statement of a partner ----------------------------------------------------------------


def test_a_statement_is_read_and_printed(erp, trading, tmp_path):
    told = erp("--shop", trading, "report", "statement", "--partner", "ACME", "--format", "json")
    assert told.status == 0
    assert {"day", "document", "kind", "debit", "credit", "balance"} <= set(told.json[0])
    owed = erp("--shop", trading, "report", "payables-by-age", "--format", "json").json
    assert told.json[-1]["balance"] == next(row["balance"] for row in owed if row["code"] == "ACME")
    out = tmp_path / "acme.pdf"
    days = ["--from", "2026-01-01", "--to", "2026-12-31"]
    assert erp("--shop", trading, "print", "statement", "ACME", *days, "--out", out).status == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_a_statement_is_of_somebody(erp, trading, tmp_path):
    asked = erp("--shop", trading, "report", "statement", "--format", "json")
    assert (asked.status, asked.json) == (0, [])
    assert "--partner CODE" in asked.err
    out = tmp_path / "x.pdf"
    assert erp("--shop", trading, "print", "statement", "NOBODY", "--out", out).status == 1
    assert not out.exists()


# -- quantities in the units that stock is shown in ------------------------------------------------

PACKED = (
    '{"do":"product","sku":"TEA","unit":"pcs","units":[{"unit":"carton","holds":"4"}],'
    '"stock_unit":"carton"}'
)


def test_quantities_are_told_in_units_too_when_asked(erp, trading, tmp_path):
    day = tmp_path / "units.jsonl"
    day.write_text(PACKED, "utf-8")
    assert erp("--shop", trading, "post", day).status == 0
    plain = erp("--shop", trading, "--json", "report", "stock").json
    told = erp("--shop", trading, "--json", "report", "stock", "--units").json
    assert [{key: row[key] for key in plain[0]} for row in told] == plain
    for row in told:
        whole, rest = divmod(Decimal(row["quantity"]), 4)
        packed = row["sku"] == "TEA" and whole
        assert not packed or row["quantity_units"].startswith(f"{whole} carton")
        assert not rest or row["sku"] != "TEA" or row["quantity_units"].endswith(f"{rest} pcs")


def test_a_file_has_the_words_behind_each_quantity(erp, trading, tmp_path):
    out = tmp_path / "stock.csv"
    assert erp("--shop", trading, "export", "stock", out, "--units").status == 0
    head = next(csv.reader(io.StringIO(out.read_text("utf-8-sig"))))
    at = head.index("On hand")
    assert head[at + 1] == "On hand, in units"
    assert erp("--shop", trading, "export", "stock", out).status == 0
    assert "On hand, in units" not in out.read_text("utf-8-sig")


@pytest.mark.parametrize("words", [["export", "partners"], ["export", "accountant"]])
def test_what_has_no_quantities_has_none_in_units(erp, trading, tmp_path, words):
    done = erp("--shop", trading, *words, tmp_path / "x.xlsx", "--units")
    assert done.status == 2
    assert "--units" in done.err
