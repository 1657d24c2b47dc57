"""The statement 对账单 to print or send: every paper of a period with the running balance, what is
open by age, and who owes whom in the end. The partner signs it or says what is different.
"""

from dataclasses import dataclass
from typing import Final

from erp_desktop.core import clock
from erp_desktop.core.money import money
from erp_desktop.core.states import Kind
from erp_desktop.documents import figures
from erp_desktop.documents.blocks import Notes, Signatures, Sums
from erp_desktop.documents.figures import figure, priced
from erp_desktop.documents.gather import shop_head
from erp_desktop.documents.grid import BODY, SMALL, STRONG, Cell, Figure, Grid, GridColumn, Words
from erp_desktop.documents.page import Block, Head, Sheet, draw_sheet
from erp_desktop.documents.paper_words import Say, words_of
from erp_desktop.documents.papers import Party, ShopHead
from erp_desktop.models.books import Books
from erp_desktop.services.finance.statements import (
    OPENING,
    Statement,
    StatementAsk,
    Told,
    statement_of,
)

KINDS: Final[dict[str, str]] = {
    OPENING: "Opening balance",
    Kind.SALE: "Sale",
    Kind.INVOICE: "Invoice",
    Kind.SALES_RETURN: "Customer return",
    Kind.BILL: "Bill",
    Kind.LANDED_COST: "Landed cost",
    Kind.PURCHASE_RETURN: "Supplier return",
    Kind.PAYMENT_IN: "Payment received",
    Kind.PAYMENT_OUT: "Payment made",
    Kind.ASSEMBLY: "Assembly",
    Kind.REVERSAL: "Reversal",
}
AGES: Final = (
    "Not due", "1–30 days overdue", "31–60 days overdue", "61–90 days overdue",
    "Over 90 days overdue", "Credits and advances",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatementPaper:
    """A statement as it is printed, in the paper's own language."""

    language: str
    shop: ShopHead
    told: Statement
    practice: bool = False


def gather_statement(
    books: Books, ask: StatementAsk, language: str | None = None
) -> StatementPaper:
    """Raises Missing (partner), UnknownPartner, NotAllowed."""
    return StatementPaper(
        language or books.setting("language", "en"),
        shop_head(books),
        statement_of(books, ask),
        practice=books.setting("practice") == "1",
    )


def draw(paper: StatementPaper) -> bytes:
    """The statement on A4."""
    say, told = words_of(paper.language), paper.told
    party = Party(
        told.who.name,
        told.who.code,
        told.who.address,
        told.who.phone,
        tax_number=told.who.tax_number,
    )
    facts = (
        (say("Period") if told.first else say("Until"), _days(paper)),
        (say("Currency"), paper.shop.currency),
    )
    head = Head(
        title=say("Statement of account"),
        number="",
        shop=paper.shop,
        parties=((say("Supplier" if told.who.ours else "Customer"), party),),
        facts=facts,
        stamp=say("Practice") if paper.practice else "",
    )
    ask = "Please compare this with your books, and sign it or tell us what is different."
    ending: list[Block] = [
        _sums(paper, say),
        Notes("", say(ask)),
        Signatures([say("For us"), say("For you"), say("Date")]),
    ]
    return draw_sheet(Sheet(paper.language, head, _grid(paper, say), ending))


def _days(paper: StatementPaper) -> str:
    """From when to when."""
    told = (paper.told.first, paper.told.last)
    return " – ".join(figures.day(day, paper.language) for day in told if day)


def _grid(paper: StatementPaper, say: Say) -> Grid:
    places = paper.shop.places
    columns = (
        GridColumn(say("Date"), least=56),
        GridColumn(say("Number"), least=84),
        GridColumn(say("Document"), share=1),
        GridColumn(say("Due"), least=56),
        GridColumn(say("Debit"), right=True, least=56),
        GridColumn(say("Credit"), right=True, least=56),
        GridColumn(say("Balance"), right=True, least=60),
    )
    rows = [_row(row, paper, say) for row in paper.told.rows]
    sums = (figure(one, places) for one in (paper.told.debit, paper.told.credit))
    return Grid(columns, rows, ("", "", say("Total"), "", *sums, ""))


def _row(row: Told, paper: StatementPaper, say: Say) -> tuple[Cell, ...]:
    words = say(KINDS.get(row.kind, "Other"))
    due = figures.day(clock.day_date(row.due_on), paper.language) if row.due_on else ""
    reference = (Words(row.reference, SMALL, 1),) if row.reference else ()
    return (
        (Words(figures.day(clock.day_date(row.day), paper.language), BODY, 1),),
        (Words(row.number, BODY, 1),),
        (Words(words, STRONG if row.kind == OPENING else BODY), *reference),
        (Words(due, BODY, 1),),
        (_amount(row.debit or None, paper),),
        (_amount(row.credit or None, paper),),
        (_amount(row.balance, paper),),
    )


def _amount(parts: int | None, paper: StatementPaper) -> Figure:
    """An amount; a side on which nothing stands is left free."""
    places = paper.shop.places
    return Figure("" if parts is None else figure(money(parts, places), places))


def _sums(paper: StatementPaper, say: Say) -> Sums:
    """From the opening to the closing balance, and beside it how old what is open is."""
    told, places = paper.told, paper.shop.places
    more, less = (told.credit, told.debit) if told.who.ours else (told.debit, told.credit)
    labels = ("Credit", "Debit") if told.who.ours else ("Debit", "Credit")
    owes = "We owe you" if (told.closing < 0) != told.who.ours else "You owe us"
    if not told.closing:
        owes = "Nothing is open"
    aged = [
        (say(words), figure(amount, places))
        for words, amount in zip(AGES, told.ages, strict=True)
        if amount
    ]
    return Sums(
        rows=[
            (say("Opening balance"), figure(told.opening, places)),
            (f"+ {say(labels[0])}", figure(more, places)),
            (f"\u2212 {say(labels[1])}", figure(less, places)),
        ],
        total=(say(owes), priced(abs(told.closing), paper.shop.symbol, places)),
        left=[(say("By age"), say("Amount")), *aged] if aged else (),
    )
