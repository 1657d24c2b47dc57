"""A bank's statement from the command line: in, asked about, exported, taken back."""

from pathlib import Path

import pytest

DAY = Path(__file__).with_name("day.jsonl")
STATEMENT = (
    "交易日期,摘要,收入,支出,余额\n2026-01-08,货款,200.00,,200.00\n2026-01-09,手续费,,5.00,195.00\n"
)


@pytest.fixture
def trading(erp, shop):
    """The shop after the contract's day."""
    assert erp("--shop", shop, "post", DAY).status == 0
    return shop


def test_a_statement_comes_in_is_told_and_goes_again(erp, trading, tmp_path):
    file = tmp_path / "january.csv"
    file.write_bytes(STATEMENT.encode("gbk"))

    tried = erp("--shop", trading, "--json", "import", "bank-statement", file, "--dry-run")
    assert (tried.status, tried.json["imported"]) == (0, {"bank_lines": 2})
    done = erp("--shop", trading, "--json", "import", "bank-statement", file, "--account", "card")
    assert done.json["sums"]["imported"] == "195.00"
    report = erp("--shop", trading, "report", "reconciliation", "--as-of", "2026-01-08",
                 "--format", "json").json  # fmt: skip
    said = {(row["item"], row["words"]): row for row in report}
    assert said["Not in the books", "货款"]["open"] == "200.00"
    assert said["Balance at the bank", None]["bank"] == "200.00"
    assert erp("--shop", trading, "--json", "verify").json["ok"]
    out = tmp_path / "lines.xlsx"
    assert erp("--shop", trading, "export", "reconciliation", out).status == 0
    gone = erp("--shop", trading, "--json", "undo-import", done.json["id"])
    assert gone.json["lines"] == 2


def test_an_account_that_has_no_statement_is_refused(erp, trading, tmp_path):
    file = tmp_path / "january.csv"
    file.write_text(STATEMENT)
    done = erp("--shop", trading, "import", "bank-statement", file, "--account", "cash")
    assert done.status == 1
    assert "card" in done.err
