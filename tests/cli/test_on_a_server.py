"""The same day with the shop on a PostgreSQL server: the command line changes nothing else."""

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

    assert tried.json == done.json == erp("--shop", shop, "--json", "post", DAY).json
    assert erp("--shop", url, "verify").status == 0
    for report in ("stock", "cost-of-sales"):
        ask = ["report", report, "--format", "json"]
        assert erp("--shop", url, *ask).json == erp("--shop", shop, *ask).json
    assert erp("--shop", url, "backup", shop.parent).status == 2  # not yet
