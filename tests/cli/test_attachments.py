"""Files beside documents, products and partners, laid there and taken out by scripts."""

from pathlib import Path

import pytest

from postgres import fresh_database

DAY = Path(__file__).with_name("day.jsonl")
PDF, SHEET = b"%PDF-1.7 supplier's bill", b"\x00\x01 grown in Fuding"


@pytest.fixture
def trading(erp, shop):
    """The shop after the contract's day."""
    assert erp("--shop", shop, "post", DAY).status == 0
    return shop


@pytest.fixture
def files(tmp_path):
    """What came by mail."""
    folder = tmp_path / "mail"
    folder.mkdir()
    (folder / "bill.pdf").write_bytes(PDF)
    (folder / "data sheet.bin").write_bytes(SHEET)
    return folder


def test_a_bill_goes_in_by_its_number_and_comes_out_again(erp, trading, files, tmp_path):
    laid = erp("--shop", trading, "--json", "attach", "document:I1", files / "bill.pdf",
               files / "data sheet.bin")  # fmt: skip
    assert laid.status == 0, laid.err
    assert [(one["name"], one["size"], one["again"]) for one in laid.json] == [
        ("bill.pdf", len(PDF), False), ("data sheet.bin", len(SHEET), False),
    ]  # fmt: skip

    out = tmp_path / "out"
    (out / "x").mkdir(parents=True)
    (out / "bill.pdf").write_text("something else that lies there")
    found = erp("--shop", trading, "--json", "attachments", "document:I1", "--out", out).json
    assert [one["id"] for one in found] == [one["id"] for one in laid.json]
    assert set(found[0]) == {"id", "name", "size", "at", "by", "file"}
    assert Path(found[0]["file"]).name == "bill (2).pdf"
    assert Path(found[0]["file"]).read_bytes() == PDF
    assert Path(found[1]["file"]).read_bytes() == SHEET

    twice = erp("--shop", trading, "--json", "attachments", "document:I1", "--out", out).json
    assert twice == found  # what is there already is not written once more


@pytest.mark.parametrize("where", ["product:TEA", "partner:ACME"])
def test_products_and_partners_are_called_by_their_codes(erp, trading, files, where):
    assert erp("--shop", trading, "attach", where, files / "bill.pdf").status == 0
    again = erp("--shop", trading, "attach", where, files / "bill.pdf")
    assert "lay there already" in again.out
    (one,) = erp("--shop", trading, "--json", "attachments", where).json
    assert (one["name"], one["size"], one["by"]) == ("bill.pdf", len(PDF), "")
    assert "bill.pdf" in erp("--shop", trading, "attachments", where).out


def test_what_cannot_be_done_is_said(erp, trading, files):
    (files / "empty.pdf").touch()
    bill, empty = files / "bill.pdf", files / "empty.pdf"
    refused = erp("--shop", trading, "--json", "attach", "product:TEA", bill, empty)
    assert (refused.status, refused.json["error"]) == (1, "FileEmpty")
    assert erp("--shop", trading, "--json", "attachments", "product:TEA").json == []  # nor the bill
    for where, error in (("product:NONE", "UnknownProduct"), ("partner:NONE", "UnknownPartner"),
                         ("document:NONE", "UnknownDocument")):  # fmt: skip
        refused = erp("--shop", trading, "--json", "attach", where, bill)
        assert (refused.status, refused.json["error"]) == (1, error)
    missing = erp("--shop", trading, "--json", "attach", "product:TEA", files / "none.pdf")
    assert (missing.status, missing.json["error"]) == (1, "FileUnreadable")
    for where in ("TEA", "lot:A7", "product:"):
        assert erp("--shop", trading, "attach", where, bill).status == 2


def test_l_81_a_clerk_reads_no_bill(erp, trading, files):
    erp("--shop", trading, "user", "add", "lin", "--role", "clerk")
    erp("--shop", trading, "attach", "document:I1", files / "bill.pdf")
    erp("--shop", trading, "attach", "product:TEA", files / "bill.pdf")
    as_lin = ("--shop", trading, "--as", "lin", "--json")
    assert erp(*as_lin, "attachments", "document:I1").json == []
    assert len(erp(*as_lin, "attachments", "product:TEA").json) == 1


def test_a_backup_carries_them(erp, trading, files, tmp_path):
    erp("--shop", trading, "attach", "partner:ACME", files / "data sheet.bin")
    kept = erp("--shop", trading, "--json", "backup", tmp_path / "safe").json["backup"]
    assert erp("restore", kept, "--to", tmp_path / "new.shop").status == 0
    (one,) = erp("--shop", tmp_path / "new.shop", "--json", "attachments", "partner:ACME",
                 "--out", tmp_path / "out").json  # fmt: skip
    assert Path(one["file"]).read_bytes() == SHEET


@pytest.mark.postgres
def test_they_go_to_a_server_and_come_back(erp, trading, files, tmp_path, postgres_url):
    many = [files / f"{at}.bin" for at in range(9)]  # more than are under way together
    for at, path in enumerate(many):
        path.write_bytes(bytes([at]) * 70_000)
    erp("--shop", trading, "attach", "product:TEA", *many)
    kept = erp("--shop", trading, "--json", "backup", tmp_path / "safe").json["backup"]
    with fresh_database(postgres_url, "attached") as url:
        assert erp("restore", kept, "--to", url).status == 0
        more = erp("--shop", url, "--json", "attach", "product:TEA", files / "bill.pdf", many[0])
        assert [one["again"] for one in more.json] == [False, True]
        back = erp("--shop", url, "--json", "backup", tmp_path / "from the server").json["backup"]
    assert erp("restore", back, "--to", tmp_path / "home.shop").status == 0
    found = erp("--shop", tmp_path / "home.shop", "--json", "attachments", "product:TEA",
                "--out", tmp_path / "out").json  # fmt: skip
    assert [Path(one["file"]).read_bytes() for one in found] == [
        *(path.read_bytes() for path in many), PDF,
    ]  # fmt: skip
