"""The same day with the shop on a PostgreSQL server: the command line changes nothing else."""

import json
from pathlib import Path

import pytest

from postgres import fresh_database

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


@pytest.mark.postgres
def test_a_trial_goes_on_behind_an_amount_that_is_too_large(erp, postgres_database, tmp_path):
    url, file = postgres_database, tmp_path / "day.jsonl"
    assert erp("--shop", url, "init", "--name", "Corner").status == 0
    receive = '{"do":"receive","id":"%s","lines":[{"sku":"TEA","qty":"%s","unit_cost":"%s"}]}\n'
    file.write_text(
        '{"do":"product","sku":"TEA"}\n'
        + receive % ("R1", "999999999999", "999999999999")
        + receive % ("R2", "1", "2")
    )
    _, huge, fine = erp("--shop", url, "--json", "post", file, "--dry-run").json
    assert (huge["error"], fine["posted"]) == ("AmountTooLarge", True)


@pytest.mark.postgres
def test_a_server_s_shop_is_backed_up_into_a_file_and_goes_back(
    erp, shop, postgres_database, postgres_url, tmp_path
):
    url = postgres_database
    erp("--shop", url, "init", "--name", "角店", "--language", "zh_CN", "--time-zone", "UTC")
    erp("--shop", url, "post", DAY)

    kept = erp("--shop", url, "--json", "backup", tmp_path / "safe").json
    new = tmp_path / "new.shop"
    assert erp("restore", kept["backup"], "--to", new).status == 0

    assert Path(kept["backup"]).name.startswith("test_")
    assert [one.name for one in (tmp_path / "safe").iterdir()] == [Path(kept["backup"]).name]
    for report in ("stock", "cost-of-sales"):
        ask = ["report", report, "--format", "json"]
        assert erp("--shop", new, *ask).json == erp("--shop", url, *ask).json

    with fresh_database(postgres_url, "moved") as other:
        back = erp("--json", "restore", kept["backup"], "--to", other)
        assert back.json == {"shop": other, "verified": True}
        assert erp("--shop", other, "verify").status == 0
        more = tmp_path / "more.jsonl"
        more.write_text(
            '{"do":"product","sku":"NEW","name":"新茶","unit":"pcs","price":"9"}\n'
            '{"do":"supplier","code":"NEW","name":"New"}\n'
            '{"do":"receive","id":"N1","supplier":"NEW","lines":'
            '[{"sku":"NEW","qty":"5","unit_cost":"4"}]}\n'
        )
        assert erp("--shop", other, "post", more).status == 0  # numbers go on behind the old ones
        assert erp("--shop", other, "verify").status == 0
        again = erp("--json", "restore", kept["backup"], "--to", other)
        assert (again.status, again.json["error"]) == (1, "ShopExists")
