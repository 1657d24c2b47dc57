"""Bank reconciliation: which lines of a statement and of the journal are the same money."""

from typing import Any

import pytest

from builders import D, Shop, day
from erp_desktop.core import errors
from erp_desktop.core.money import money_parts
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.integrity import verify
from erp_desktop.reports.reconciliation import reconciliation, standing
from erp_desktop.services.finance.bank_lines import (
    PutLines,
    StatementLine,
    put_lines,
    remove_lines,
    unmatch,
)
from erp_desktop.services.finance.expenses import EnterExpense, enter_expense
from erp_desktop.services.finance.payments import Pay, pay
from erp_desktop.services.finance.reconciling import (
    Match,
    book_and_match,
    match,
    match_with_fees,
)
from erp_desktop.services.finance.reconciling_alone import match_automatically
from erp_desktop.services.paper import Posted
from erp_desktop.services.shop.backup import back_up, restore
from erp_desktop.services.shop.imports import open_batch
from erp_desktop.services.unit_of_work import open_shop

Line = tuple[int, str, str] | tuple[int, str, str, str | None]


def parts(amount: str) -> int:
    return money_parts(D(amount))


def statement(shop: Shop, *lines: Line, account: str = "bank") -> list[bool]:
    """Lines as (day of January, amount, words, balance)."""

    def put(books: Any) -> list[bool]:
        batch, _ = open_batch(books, "bank-statement", "january.csv")
        said = [
            StatementLine(20260100 + on, parts(amount), words, "",
                          parts(more[0]) if more and more[0] else None)
            for on, amount, words, *more in lines
        ]  # fmt: skip
        return put_lines(books, PutLines(account, said, batch))

    return shop.work.run(put)


def bank(shop: Shop) -> dict[str, int]:
    """The open lines of the bank by their words."""
    return dict(
        shop.work.read(
            lambda books: books.rows("SELECT words, id FROM bank_line WHERE match_id IS NULL")
        )
    )


def entry(shop: Shop, paper: Posted, account: str = "bank") -> tuple[int, int]:
    """The journal line of a paper on an account."""
    found = shop.work.read(
        lambda books: books.row(
            "SELECT j.entry_id, j.position FROM journal_line j JOIN journal_entry e "
            "ON e.id = j.entry_id JOIN account a ON a.id = j.account_id "
            "WHERE e.document_id = ? AND a.role = ?",
            (paper.id, account),
        )
    )
    return (found[0], found[1])


def tie(shop: Shop, lines: list[int], *papers: Posted) -> int:
    command = Match(lines, [entry(shop, paper) for paper in papers])
    return shop.work.run(match, command)


def open_sums(shop: Shop, account: str = "bank") -> tuple[int, int, int]:
    stands = shop.work.read(standing, account)
    return stands.pending_lines, stands.unbooked_lines, stands.difference


def test_a_payment_and_the_banks_line_are_the_same_money(shop):
    paid = shop.pay(100, on=5)
    statement(shop, (6, "100", "Zhou"))
    assert open_sums(shop) == (1, 1, 0)
    done = tie(shop, [bank(shop)["Zhou"]], paid)
    assert open_sums(shop) == (0, 0, 0)
    assert shop.account("bank") == D(100)
    assert shop.work.run(unmatch, [done]) == 1
    assert open_sums(shop) == (1, 1, 0)


def test_one_payout_is_several_payments(shop):
    papers = [shop.pay(amount, on=5) for amount in (30, 30, 40)]
    statement(shop, (6, "60", "Payout 1"), (7, "40", "Payout 2"))
    tie(shop, list(bank(shop).values()), *papers)
    assert open_sums(shop) == (0, 0, 0)


def test_sums_that_differ_are_refused_with_their_difference(shop):
    paid = shop.pay(100, on=5)
    statement(shop, (6, "99.40", "Zhou"))
    with pytest.raises(errors.SumsDiffer) as refused:
        tie(shop, [bank(shop)["Zhou"]], paid)
    assert refused.value.facts == {"bank": "99.40", "books": "100.00", "difference": "0.60"}
    with pytest.raises(errors.Missing):
        tie(shop, [])


def test_a_line_is_matched_once(shop):
    paid, again = shop.pay(100, on=5), shop.pay(100, on=5)
    statement(shop, (6, "100", "Zhou"))
    line = bank(shop)["Zhou"]
    tie(shop, [line], paid)
    with pytest.raises(errors.MatchedAlready):
        tie(shop, [line], again)
    statement(shop, (7, "100", "Li"))
    with pytest.raises(errors.MatchedAlready) as refused:
        tie(shop, [bank(shop)["Li"]], paid)
    assert refused.value.facts == {"line": paid.number}


def test_two_accounts_are_not_the_same_money(shop):
    paid = shop.pay(100, on=5, method="card")
    statement(shop, (6, "100", "Zhou"))
    command = Match([bank(shop)["Zhou"]], [entry(shop, paid, "card")])
    with pytest.raises(errors.SeveralAccounts):
        shop.work.run(match, command)
    cash = shop.pay(100, on=5, method="cash")
    gone = shop.reverse(cash)
    drawer = Match((), [entry(shop, cash, "cash"), entry(shop, gone, "cash")])
    with pytest.raises(errors.NotAmong):  # the drawer has no statement
        shop.work.run(match, drawer)


def test_a_payment_and_its_reversal_are_matched_alone(shop):
    paid = shop.pay(100, on=5)
    gone = shop.reverse(paid)
    statement(shop, (6, "1", "Interest"))
    tie(shop, [], paid, gone)
    assert open_sums(shop) == (0, 1, 0)


def test_a_reversal_of_what_was_matched_stays_to_be_seen(shop):
    paid = shop.pay(100, on=5)
    statement(shop, (6, "100", "Zhou"))
    tie(shop, [bank(shop)["Zhou"]], paid)
    shop.reverse(paid)
    stands = shop.work.read(standing, "bank")
    assert (stands.pending_lines, stands.pending) == (1, parts("-100"))
    shop.work.run(match_automatically, "bank")
    assert open_sums(shop)[0] == 1  # the matched payment is not taken out of its match


def test_what_came_before_the_first_statement_is_brought_forward(shop):
    shop.pay(70, on=2)
    shop.pay(50, on=3)
    statement(shop, (10, "20", "Li", "140"), (11, "-5", "Fee", "135"))
    stands = shop.work.read(standing, "bank")
    assert (stands.bank, stands.unbooked_lines, stands.difference) == (parts("135"), 3, 0)
    done = shop.work.run(match_automatically, "bank")
    assert (len(done.matches), done.lines, done.of) == (1, 1, 3)
    assert open_sums(shop) == (0, 2, 0)
    # an earlier statement: the balance brought forward moves before it, its match falls
    statement(shop, (2, "70", "Zhou", "70"), (3, "50", "Zhou", "120"))
    assert open_sums(shop) == (2, 4, 0)
    assert shop.work.run(match_automatically, "bank").lines == 2


def test_an_overlapping_statement_adds_what_is_new(shop):
    first = statement(shop, (5, "-5", "Fee", "95"), (5, "-5", "Fee", "90"))
    assert first == [True, True]
    again = statement(shop, (5, "-5", "Fee", "95"), (5, "-5", "Fee", "90"), (5, "-5", "Fee", "85"))
    assert again == [False, False, True]
    other_words = statement(shop, (5, "-5", "Charges", "85"), (6, "10", "Li", "95"))
    assert other_words == [False, True]
    assert open_sums(shop) == (0, 5, 0)


def test_without_balances_equal_lines_are_counted(shop):
    assert statement(shop, (5, "-5", "Fee"), (5, "-5", "Fee")) == [True, True]
    assert statement(shop, (5, "-5", "Fee"), (5, "-5", "Fee"), (5, "-5", "Fee")) == [
        False, False, True,
    ]  # fmt: skip
    assert statement(shop, (5, "-5", "Other fee")) == [True]


def test_lines_go_with_their_import(shop):
    paid = shop.pay(100, on=5)
    statement(shop, (5, "100", "Zhou", "150"))
    statement(shop, (6, "10", "Li", "160"))
    tie(shop, [bank(shop)["Zhou"]], paid)
    shop.work.run(remove_lines, 1)
    assert bank(shop).keys() == {"Li", ""}
    assert open_sums(shop) == (1, 2, 0)
    shop.work.run(remove_lines, 2)
    assert shop.value_of("SELECT COUNT(*) FROM bank_line") == 0


def test_lines_that_a_later_statement_rests_on_stay(shop):
    statement(shop, (6, "10", "Li", "160"))
    statement(shop, (5, "50", "Zhou", "150"), (6, "10", "Li", "160"), (7, "1", "Wu", "161"))
    with pytest.raises(errors.HasFollowers):
        shop.work.run(remove_lines, 1)
    shop.work.run(remove_lines, 2)
    shop.work.run(remove_lines, 1)


def test_automatically_only_what_can_mean_one_thing(shop):
    shop.pay(100, on=5)
    shop.pay(40, on=5)
    shop.pay(40, on=5)
    shop.pay(60, on=1)
    statement(shop, (6, "100", "A"), (7, "40", "B"), (20, "60", "too late"), (6, "7", "nobody"))
    done = shop.work.run(match_automatically, "bank")
    assert (done.lines, done.of) == (1, 4)
    assert bank(shop).keys() == {"B", "too late", "nobody"}
    assert shop.work.run(unmatch, done.matches) == 1
    assert open_sums(shop) == (4, 4, 0)


def test_of_two_alike_the_nearest_day_decides(shop):
    early, late = shop.pay(40, on=5), shop.pay(40, on=9)
    statement(shop, (6, "40", "first"), (10, "40", "second"))
    lines = bank(shop)
    assert shop.work.run(match_automatically, "bank").lines == 2
    for words, paper in (("first", early), ("second", late)):
        assert shop.value_of(
            "SELECT COUNT(*) FROM bank_line b JOIN bank_match_entry n ON n.match_id = b.match_id "
            "WHERE b.id = ? AND n.entry_id = ?",
            lines[words], entry(shop, paper)[0],
        ) == 1  # fmt: skip


@pytest.mark.parametrize("words", ["RV2026000002", "ZHOU TRADING", "their ref 88-1234"])
def test_the_banks_words_break_a_tie(shop, words):
    shop.pay(40, on=5, partner_id=shop.supplier)
    meant = shop.pay(40, on=5, reference="88 1234")
    statement(shop, (6, "40", words))
    assert shop.work.run(match_automatically, "bank").lines == 1
    assert shop.value_of("SELECT entry_id FROM bank_match_entry") == entry(shop, meant)[0]


def test_a_reversed_payment_is_matched_by_itself(shop):
    shop.reverse(shop.pay(100, on=5))
    right = shop.pay(100, on=5, reference="again")
    statement(shop, (6, "100", "Zhou"))
    assert len(shop.work.run(match_automatically, "bank").matches) == 2
    assert open_sums(shop) == (0, 0, 0)
    assert right.number


def test_the_rest_is_the_banks_fee(shop):
    paid = shop.pay(100, on=5)
    statement(shop, (6, "99.40", "Payout"))
    command = Match([bank(shop)["Payout"]], [entry(shop, paid)])
    shop.work.run(match_with_fees, command)
    assert open_sums(shop) == (0, 0, 0)
    assert shop.account("bank") == D("99.40")
    assert shop.value_of("SELECT booked_on FROM document WHERE kind = 'expense'") == 20260106
    more = shop.pay(10, on=7)
    statement(shop, (8, "11", "Too much"))
    with pytest.raises(errors.NotPositive):
        shop.work.run(match_with_fees, Match([bank(shop)["Too much"]], [entry(shop, more)]))


def test_what_the_bank_says_is_booked_and_matched_at_once(shop):
    statement(shop, (6, "100", "Zhou"), (7, "-30", "Rent"))
    lines = bank(shop)
    command = Pay(True, D(100), "bank", shop.customer, at=day(6))
    shop.work.run(book_and_match, command, book=pay, bank=[lines["Zhou"]])
    assert open_sums(shop) == (0, 1, 0)
    part = EnterExpense("Rent", D(20), method="bank", at=day(7))
    shop.work.run(book_and_match, part, book=enter_expense, bank=[lines["Rent"]])
    assert open_sums(shop) == (1, 1, 0)  # another sum: both stay open, and the rest is entered
    rest = EnterExpense("Rent", D(10), method="bank", at=day(7))
    shop.work.run(book_and_match, rest, book=enter_expense, bank=[lines["Rent"]])
    assert open_sums(shop) == (2, 1, 0)


def test_as_of_a_day_a_later_line_is_outstanding(shop):
    paid = shop.pay(100, on=5)
    statement(shop, (4, "1", "Interest", "1"), (8, "100", "Zhou", "101"))
    tie(shop, [bank(shop)["Zhou"]], paid)
    rows = shop.work.read(reconciliation, ReportAsk(as_of=day(6))).rows
    told = [(row[2], row[7], row[8], row[9]) for row in rows]
    assert told == [
        ("Balance in the books", D(100), None, None),
        ("Not yet at the bank", None, D(-100), None),
        ("Not in the books", None, D(1), None),
        ("Balance at the bank", None, None, D(1)),
    ]
    later = shop.work.read(reconciliation, ReportAsk(as_of=day(9))).rows
    assert [row[2] for row in later] == [
        "Balance in the books", "Not in the books", "Balance at the bank",
    ]  # fmt: skip


def test_a_missing_statement_is_said(shop):
    statement(shop, (4, "1", "Interest", "1"))
    statement(shop, (20, "2", "Interest", "13"))
    stands = shop.work.read(standing, "bank")
    assert stands.difference == parts("10")
    rows = shop.work.read(reconciliation, ReportAsk()).rows
    assert ("Statement missing", D(10)) in {(row[2], row[8]) for row in rows}


BEHIND_ITS_BACK = {
    "UPDATE bank_line SET amount = amount + 10000 WHERE words = 'Zhou'": "a match is not the same",
    "UPDATE bank_line SET amount = 10000, balance = 10000 WHERE words = 'Fee'": "does not follow",
    "UPDATE bank_match SET account_id = (SELECT id FROM account WHERE role = 'card')":
        "two accounts",
    "UPDATE bank_match_entry SET position = 9": "names what is not there",
}  # fmt: skip


@pytest.mark.parametrize("change", BEHIND_ITS_BACK)
def test_verify_sees_what_was_changed_behind_its_back(shop, change):
    paid = shop.pay(100, on=5)
    statement(shop, (6, "100", "Zhou", "100"), (7, "-5", "Fee", "95"))
    tie(shop, [bank(shop)["Zhou"]], paid)
    done = shop.work.read(verify)
    assert (done.ok, done.checked["bank_matches"], done.checked["bank_lines"]) == (True, 1, 2)

    def changed(books: Any) -> list[str]:
        books.run(change)
        return [one.what for one in verify(books).differences]

    assert any(BEHIND_ITS_BACK[change] in what for what in shop.work.try_out(changed))


def test_a_copy_of_the_shop_has_its_statements_and_matches(shop, tmp_path):
    """From a file to a file, and from a server to a file."""
    paid = shop.pay(100, on=5)
    statement(shop, (6, "100", "Zhou", "130"), (7, "-5", "Fee", "125"))
    tie(shop, [bank(shop)["Zhou"]], paid)
    path = back_up(shop.work, tmp_path / "safe", prove)
    restore(path, tmp_path / "new.shop", prove)
    again = open_shop(str(tmp_path / "new.shop"))
    assert again.read(standing, "bank") == shop.work.read(standing, "bank")
    for table in ("bank_line", "bank_match", "bank_match_entry"):
        rows = f"SELECT * FROM {table} ORDER BY 1"
        assert again.read(lambda b, q=rows: b.rows(q)) == shop.work.read(
            lambda b, q=rows: b.rows(q)
        )
    again.close()


@pytest.mark.postgres
def test_a_shop_moves_to_a_server_with_its_matches(local_shop, tmp_path, postgres_database):
    paid = local_shop.pay(100, on=5)
    statement(local_shop, (6, "100", "Zhou"), (7, "-5", "Fee"))
    tie(local_shop, [bank(local_shop)["Zhou"]], paid)
    restore(back_up(local_shop.work, tmp_path / "safe", prove), postgres_database, prove)
    there = open_shop(postgres_database)
    assert there.read(standing, "bank") == local_shop.work.read(standing, "bank")
    open_line = there.read(lambda b: b.value("SELECT id FROM bank_line WHERE match_id IS NULL"))
    fee = EnterExpense("Bank fees", D(5), method="bank", at=day(7))
    there.run(book_and_match, fee, book=enter_expense, bank=[open_line])  # numbered behind them
    assert there.read(standing, "bank").unbooked_lines == 0
    there.close()


def prove(work: Any) -> None:
    assert work.read(verify).ok
