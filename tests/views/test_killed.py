"""Killed while documents are typed: the last second may be gone, nothing else is.

A real process types on the real pages and is killed (SIGKILL) at moments nobody chose. What the
shop's file holds then is held against what the process wrote down of every key it pressed.
"""

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from builders import Shop
from conftest import REPOSITORY
from erp_desktop.services.shop import drafts
from erp_desktop.services.unit_of_work import open_shop
from shop_proof import assert_books_are_exact

LOST = 1.0  # seconds of typing that may be lost
PATIENCE = 60  # seconds for a start on a busy machine


@pytest.fixture
def shop_file(tmp_path: Path) -> Path:
    shop = Shop.found(tmp_path / "typed.shop", prices_include_tax=False)
    for code, (sku, name) in zip(
        ("6901", "6902", "6903"),
        (("TEA", "Green tea"), ("CUP", "White cup"), ("POT", "Pot of iron")), strict=True,
    ):  # fmt: skip
        shop.product(sku, name=name, price=9, purchase_price=4, barcodes=[code], negative="allow")
    shop.warehouse("BACK")
    shop.work.close()
    return tmp_path / "typed.shop"


class Killed:
    """One life of the process, and what is known of it."""

    def __init__(self, shop_file: Path, log: Path, seed: int, home: Path) -> None:
        environment = {
            **os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home),
            "XDG_CONFIG_HOME": str(home), "ERP_CONFIG": str(home),
            "PYTHONPATH": os.pathsep.join((str(REPOSITORY / "src"), str(REPOSITORY / "tests"))),
        }  # fmt: skip
        before = len(read(log))
        self._said = home / "said.txt"
        with self._said.open("w") as said:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "views.typist", str(shop_file), str(log), str(seed)],
                env=environment, stdout=subprocess.DEVNULL, stderr=said,
            )  # fmt: skip
        end = time.monotonic() + PATIENCE
        while len(read(log)) == before:
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < end, "it did not start"
            time.sleep(0.05)

    def kill_after(self, seconds: float) -> float:
        """When it was killed."""
        time.sleep(seconds)
        assert self.process.poll() is None, self.said()
        moment = time.time()
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)
        return moment

    def said(self) -> str:
        return self._said.read_text()


def read(log: Path) -> list[dict[str, Any]]:
    """The lines of the log; the last one may be cut off."""
    if not log.exists():
        return []
    lines = log.read_bytes().split(b"\n")[:-1]
    return [json.loads(line) for line in lines]


def live_and_die(times: int, shop_file: Path, tmp_path: Path) -> None:
    """Start, type, be killed, so many times on the same shop; each time all must be there."""
    dice, home = random.Random(times), tmp_path / "home"
    home.mkdir()
    posted: set[str] = set()
    seen: dict[str, Any] | None = None
    before: dict[str, Any] = {}
    for life in range(times):
        log = tmp_path / f"life-{life}.log"
        killed = Killed(shop_file, log, life, home)
        moment = killed.kill_after(dice.uniform(0.3, 6.0))
        told = read(log)
        assert_came_back_where_it_was(told[0], seen)
        shop = Shop(open_shop(str(shop_file)))
        shop.work.user_id = shop.value_of("SELECT MIN(user_id) FROM draft") or None
        try:
            undone = assert_posted_once(shop, told, posted)
            before = assert_drafts_are_there(shop, told, moment, before, undone)
            if life % 10 == 9 or life == times - 1:
                shop.work.read(assert_books_are_exact)
        finally:
            shop.work.close()
        seen = last_seen(told, moment)


def assert_came_back_where_it_was(started: dict[str, Any], seen: dict[str, Any] | None) -> None:
    """The page that was seen a second before the end is seen again."""
    if seen is not None:
        assert started["seen"] in seen["codes"], (started, seen)


def last_seen(told: list[dict[str, Any]], moment: float) -> dict[str, Any] | None:
    """The pages that were seen in the last second, and the one before."""
    turns = [(one["t"], one.get("turned") or one.get("seen")) for one in told
             if "turned" in one or "started" in one]  # fmt: skip
    early = [code for at, code in turns if at <= moment - LOST]
    late = {code for at, code in turns if at > moment - LOST}
    return {"codes": late | set(early[-1:])} if early else None


def assert_drafts_are_there(
    shop: Shop, told: list[dict[str, Any]], moment: float, before: dict[str, Any],
    undone: dict[str, Any] | None,
) -> dict[str, Any]:  # fmt: skip
    """Every draft is kept, as it stood a second ago or later; what nobody touched, as it was."""
    kept = {one.page: one.content for one in shop.work.read(drafts.drafts)}
    stories = stories_of([one for one in told if one is not undone])
    for name, states in stories.items():
        old = [at for at, one in enumerate(states) if one["t"] <= moment - LOST]
        if old:
            allowed, mine = states[old[-1] :], candidates(kept, name)
            assert any(is_same(one, state) for one in mine for state in allowed), (name, mine)
    untouched = {name: one for name, one in before.items() if name not in touched(told)}
    assert {name: kept.get(name) for name in untouched} == untouched
    return {name: one for name, one in kept.items() if not name.startswith("window@")}


def candidates(kept: dict[str, Any], name: str) -> list[Any]:
    """The drafts that may be meant; an order has no name before it was kept first."""
    if "#" not in name:
        return [kept.get(name)]
    code = name.partition(":")[0]
    return [one for other, one in kept.items() if other.startswith(f"{code}:")] + [None]


def touched(told: list[dict[str, Any]]) -> set[str]:
    return {one["draft"] for one in told if one.get("draft")}


def stories_of(told: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """By draft: what stood in it, one state after another, since it was posted last."""
    stories: dict[str, list[dict[str, Any]]] = {}
    cut_off = ""
    for one in named(told):
        name = one["draft"]
        if set(one) & {"posting", "posted", "refused"}:
            cut_off = name if "posting" in one else ""
        if "posted" in one:
            stories.pop(name, None)
        elif "content" in one:
            stories.setdefault(name, []).append(one)
    stories.pop(cut_off, None)  # it came to pass, and is a paper
    return stories


def named(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What was told of drafts; an order is called by the name that it got with its first save."""
    told = [one for one in told if one.get("draft")]
    names: dict[tuple[int, str], str] = {}
    for one in told:
        if not one["draft"].endswith(":0"):
            names.setdefault((one["page"], one["draft"].partition(":")[0]), one["draft"])
    return [{**one, "draft": _name(one, names)} for one in told]


def _name(one: dict[str, Any], names: dict[tuple[int, str], str]) -> str:
    name = str(one["draft"])
    if not name.endswith(":0"):
        return name
    return names.get((one["page"], name.partition(":")[0]), f"{name}#{one['page']}")


def is_same(content: dict[str, Any] | None, state: dict[str, Any]) -> bool:
    """Whether a draft says what stood on the page; an empty page keeps no draft."""
    said = state["content"]
    if content is None:
        return bool(state["blank"])
    where = content.get("where") or {}
    same = all(content.get(part) == said[part] for part in ("fields", "lines", "mark"))
    return same and where.get("text") == state["typing"]


def words_of_papers(shop: Shop) -> list[str]:
    """The word that each document in the books was given before it was posted."""
    question = "SELECT reason || ' ' || reference || ' ' || note FROM document WHERE state <> ?"
    found = shop.work.read(lambda books: books.rows(question, ("draft",)))
    return [word for row in found for word in re.findall(r"R\d+-\d+", row[0])]


def assert_posted_once(
    shop: Shop, told: list[dict[str, Any]], posted: set[str]
) -> dict[str, Any] | None:
    """What was said to be posted is in the books, once, and is no draft any more.

    Gives the posting that the kill cut off, if it did not come to pass.
    """
    words = words_of_papers(shop)
    assert len(words) == len(set(words)), words
    posted |= {one["posted"] for one in told if one.get("posted")}
    assert posted <= set(words), posted - set(words)
    last = next((one for one in reversed(told) if set(one) & {"posting", "posted", "refused"}), {})
    if "posting" not in last:
        return None
    if last["posting"] not in words:
        return last
    posted.add(last["posting"])
    assert last["draft"] not in {one.page for one in shop.work.read(drafts.drafts)}
    return None


def test_killed_a_few_times_while_typing(shop_file: Path, tmp_path: Path) -> None:
    live_and_die(4, shop_file, tmp_path)


@pytest.mark.full
@pytest.mark.timeout(1_800)
def test_killed_at_fifty_moments(shop_file: Path, tmp_path: Path) -> None:
    live_and_die(50, shop_file, tmp_path)
