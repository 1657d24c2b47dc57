"""The same day with the shop on a PostgreSQL server: the command line changes nothing else."""

import json
from pathlib import Path

import pytest

DAY = Path(__file__).with_name("day.jsonl")


@pytest.mark.postgres
def test_the_day_gives_the_same_answers_on_a_server(erp, shop, postgres_database):
    url = postgres_database
    made = erp("--shop", url, "init", "--name", "Corner", "--language", "en", "--time-zone", "UTC")
    assert made.status == 0, made.err

    tried = erp("--shop", url, "--json", "post", DAY, "--dry-run")
    done = erp("--shop", url, "--json", "post", DAY)

    huge = {"sku": "TEA", "qty": "999999999", "unit_cost": "999999999"}
    huge_day = shop.parent / "huge.jsonl"
    huge_day.write_text(json.dumps({"do": "receive", "id": "H", "lines": [huge]}))
    for place in (url, shop):
        erp("--shop", place, "post", DAY)
        refused = erp("--shop", place, "--json", "post", huge_day)
        assert (refused.status, refused.json[0]["error"]) == (1, "AmountTooLarge")

    assert tried.json == done.json == erp("--shop", shop, "--json", "post", DAY).json
    assert erp("--shop", url, "verify").status == 0
    for report in ("stock", "cost-of-sales"):
        ask = ["report", report, "--format", "json"]
        assert erp("--shop", url, *ask).json == erp("--shop", shop, *ask).json
    assert erp("--shop", url, "backup", shop.parent).status == 2  # not yet
