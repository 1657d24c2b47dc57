"""One rule for how much is done, wherever it is said."""

import sqlite3
from decimal import Decimal as D

import pytest

from erp_desktop.core.shares import fraction, fraction_sql, percent


@pytest.mark.parametrize(
    ("done", "whole", "said"),
    [
        (17, 40, 43),  # 42.5
        (57, 200, 29),  # 28.5, which as a float is a little less
        (3, 7, 43),
        (D("0.001"), D(1), 1),  # begun is not nothing
        (D("999.999"), 1_000, 99),  # and not yet all
        (5, 5, 100),
        (6, 5, 100),
        (0, 5, 0),
        (0, 0, 0),
    ],
)
def test_percent(done, whole, said):
    assert percent(done, whole) == said


def test_lists_say_what_pages_say():
    base = sqlite3.connect(":memory:")
    for whole in (*range(2, 60), 200, 1_000, 1_001):
        for done in range(whole):
            (listed,) = base.execute(f"SELECT {fraction_sql('d', 'w')} FROM "
                                     f"(SELECT {done} AS d, {whole} AS w)").fetchone()  # fmt: skip
            assert listed == fraction(done, whole), (done, whole)
