"""Somebody without the right to costs learns nothing about them, anywhere (LEDGER L-81).

Two shops live the same days and differ only in what they pay for their goods. To a clerk who may
not see costs both must look the same, to the pixel and to the last word, on every page, in every
dialog, report, list and paper. To the owner they must not: else nothing was shown at all.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pypdfium2
import pytest
from PySide6.QtWidgets import (
    QWidget,
)

from builders import day
from erp_desktop.cli.exporting import _kinds, lists
from erp_desktop.cli.program import run as run_program
from erp_desktop.core import clock, states
from erp_desktop.core.errors import NotAllowed
from erp_desktop.documents import registry
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.list_questions import Filter, Question
from erp_desktop.reports.listing import ListingSource
from erp_desktop.reports.registry import REPORTS
from erp_desktop.services.unit_of_work import UnitOfWork, open_shop
from erp_desktop.services.users import rights
from erp_desktop.services.users.people import add_person, people, set_password, set_pin, set_role
from erp_desktop.services.users.rights import set_rights
from erp_desktop.views import theme
from erp_desktop.views.closed_page import ClosedPage
from views.counter import Counter
from views.every_window import Told, every_dialog, every_page, picture_of, settled, words_of

T = TypeVar("T")
CHEAP, DEAR = "1", "1.37"


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, Told, int]]:
    """The two shops as the days left them, with the id of the clerk in each."""
    found = []
    for name, times in (("cheap", CHEAP), ("dear", DEAR)):
        place = tmp_path_factory.mktemp(name) / "tea.shop"
        told = Told(place, times=times)
        work = open_shop(str(place))
        clerk = work.run(add_person, "lin", "clerk", "Lin")
        work.close()
        found.append((place, told, clerk))
    return found


@pytest.fixture
def shops(
    lived: list[tuple[Path, Told, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[Path, Told, int]]:
    """Both of them, for a test of its own."""
    monkeypatch.setenv("ERP_CONFIG", str(tmp_path / "config"))
    clock.set_now(lambda: day(20, 12))
    found = []
    for at, (place, told, clerk) in enumerate(lived):
        mine = tmp_path / str(at) / place.name
        mine.parent.mkdir()
        shutil.copy(place, mine)
        found.append((mine, told, clerk))
    return found


Seen = dict[str, tuple[list[str], str]]


def all_that_is_seen(place: Path, told: Told, person: int | None, qtbot) -> Seen:
    theme.wear(theme.Choice(scheme=theme.Scheme.LIGHT, motion=False))
    counter = Counter(place, qtbot, person)
    counter.window.resize(1440, 900)
    try:
        windows: Iterator[tuple[str, QWidget]] = every_page(counter, told)
        seen = {}
        for name, window in windows:
            seen[name] = (words_of(window), picture_of(window))
        for name, window in every_dialog(counter, told):
            seen[name] = (words_of(window), picture_of(window))
    finally:
        counter.close()
    return seen


def test_both_shops_look_the_same_to_somebody_without_the_right(dressed, qtbot, shops):
    one, two = (all_that_is_seen(place, told, clerk, qtbot) for place, told, clerk in shops)
    assert set(one) == set(two)
    told = [
        f"{name}: {sorted(set(one[name][0]) ^ set(two[name][0]))}"
        for name in one
        if one[name][0] != two[name][0]
    ]
    told += [f"{name} is painted otherwise" for name in one if one[name][1] != two[name][1]]
    assert not told, "\n".join(["", *told])


def test_the_owner_sees_which_shop_pays_more(dressed, qtbot, shops):
    one, two = (all_that_is_seen(place, told, None, qtbot) for place, told, _ in shops)
    differs = {name for name in one if one[name] != two[name]}
    assert differs >= {
        "home", "purchases", "stock", "products", "counts", "bill filled", "drafts",
        "purchase_order filled", "purchase_order draft", "goods_receipt filled", "opening filled",
        "goods_issue filled", "product filled", "product_form filled", "stock_card filled",
        "write_off filled", "transfer filled", "assembly filled", "partner filled",
        "landed_cost filled", "purchase_return filled", "payment_out filled", "supplier_prices",
        "expense filled", "money_transfer filled",
    }  # fmt: skip


# -- what is read, without a window --------------------------------------------------------------


def read_of(place: Path, person: int | None, ask: Callable[[Books], T]) -> T:
    work = open_shop(str(place), person)
    try:
        return work.read(ask)
    finally:
        work.close()


def answered(books: Books, name: str) -> list[Any]:
    """A report as its person sees it; nothing where it is not for them."""
    asked = ReportAsk(lot="M1", partner="ZHOU" if REPORTS[name].partner else None)
    try:
        return list(REPORTS[name].answer(books, asked).rows)
    except NotAllowed:
        return []


@pytest.mark.parametrize("name", REPORTS)
def test_no_report_tells_it(shops, name):
    seen = [read_of(place, clerk, partial(answered, name=name)) for place, _, clerk in shops]
    assert seen[0] == seen[1]


def test_most_reports_are_still_there_for_a_clerk(shops):
    place, _, clerk = shops[0]
    given = [name for name in REPORTS if read_of(place, clerk, partial(answered, name=name))]
    assert {"stock", "sales", "sales-by-product", "replenishment", "expiry"} <= set(given)
    closed = {name for name, report in REPORTS.items() if report.costs}
    assert closed >= {"valuation", "profit", "cost-of-sales", "journal", "payables"}


@pytest.mark.parametrize("name", [name for name, _ in _kinds() if name != "accountant"])
def test_no_list_tells_it_when_it_is_exported(shops, name, tmp_path):
    told = []
    for at, (place, _, _) in enumerate(shops):
        out = tmp_path / f"{at}.{'xlsx' if name == 'catalogue' else 'csv'}"
        done = erp("--shop", str(place), "--as", "lin", "export", name, str(out))
        told.append(out.read_text("utf-8-sig") if done == 0 else "")
    assert told[0] == told[1]


@pytest.mark.parametrize("listing", [one for one in lists().values() if not one.costs],
                         ids=lambda one: one.name)  # fmt: skip
def test_a_kept_question_about_costs_is_asked_without_them(shops, listing):
    hidden = [column.key for column in listing.columns if column.cost]
    question = Question(
        order=hidden[0] if hidden else "", group=hidden[-1] if hidden else "",
        filters=tuple(Filter(key, at_least=Decimal(12)) for key in hidden),
    )  # fmt: skip

    def rows(books: Books) -> list[Any]:
        source = ListingSource(listing.without_costs()).asked(question).prepare(books)
        return list(source.all_rows(books))

    one, two = (read_of(place, clerk, rows) for place, _, clerk in shops)
    assert one == two


def test_no_paper_tells_it(shops):
    """Every paper of every document: the same to the byte, or not to be had."""
    papers = 0
    for kind in states.Kind:
        drawn = [read_of(place, clerk, partial(papers_of_kind, kind=kind))
                 for place, _, clerk in shops]  # fmt: skip
        assert drawn[0] == drawn[1], kind
        papers += len(drawn[0])
    assert papers > len(states.Kind)  # there was something to tell it


def papers_of_kind(books: Books, kind: str) -> list[tuple[str, str]]:
    found = []
    for (document_id,) in books.rows(
        "SELECT id FROM document WHERE kind = ? AND state <> 'draft' ORDER BY id", (kind,)
    ):
        for code in registry.papers_of(books, document_id):
            templates = registry.KINDS[code].templates or (None,)
            for template in templates:
                pdf = registry.paper_for(books, code, document_id, template=template)
                found.append((code, text_of(pdf)))
    return found


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def erp(*words: str) -> int:
    return run_program(list(words))


def test_the_command_line_tells_a_clerk_nothing(shops, capsys, tmp_path):
    sold = {"do": "sale", "id": "T9", "at": "2026-01-20T13:00", "warehouse": "MAIN",
            "lines": [{"sku": "TEA", "qty": "1", "price": "28.00"}],
            "payments": [{"method": "cash", "amount": "28.00"}]}  # fmt: skip
    (tmp_path / "day.jsonl").write_text(json.dumps(sold) + "\n")
    told = []
    for place, _, _ in shops:
        clerk = ("--shop", str(place), "--json", "--as", "lin")
        assert erp(*clerk, "post", str(tmp_path / "day.jsonl")) == 0
        assert erp(*clerk, "why", "TEA") == 1
        assert erp(*clerk, "report", "valuation") == 1
        assert erp(*clerk, "report", "stock") == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
    assert "TEA" in told[0]


# -- the right itself ----------------------------------------------------------------------------


def test_nobody_gives_a_right_that_they_do_not_have(shops):
    place, _, clerk = shops[0]
    work = open_shop(str(place), clerk)
    try:
        for step, args in (
            (set_rights, ("lin", {rights.COST: True}, Decimal(10))),
            (set_role, ("lin", "owner")),
            (add_person, ("wu", "manager")),
            (add_person, ("wu", "clerk")),  # nor anybody at all, who does not keep the people
            (set_password, (owner_of(work), "new")),
            (set_pin, (owner_of(work), "1234")),
        ):
            with pytest.raises(NotAllowed):
                work.run(step, *args)
        work.run(set_pin, "lin", "1234")
    finally:
        work.close()


def owner_of(work: UnitOfWork) -> str:
    return next(one.name for one in work.read(people) if one.role == "owner")


def test_when_somebody_else_takes_over_the_pages_are_made_anew(dressed, qtbot, shops):
    place, told, clerk = shops[0]
    counter = Counter(place, qtbot)
    try:
        page = counter.page("home")
        assert not page.stock.isHidden()
        counter.office.take_duty(clerk)
        settled()
        page = counter.seen()
        assert page.stock.isHidden()
        assert isinstance(counter.page("bill", told.ids["bill"]), ClosedPage)
        counter.office.take_duty(counter.value("SELECT MIN(id) FROM user_account"))
        settled()
        assert not isinstance(counter.seen(), ClosedPage)
    finally:
        counter.close()
