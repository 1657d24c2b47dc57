"""The report of a shift (X 中途报表, Z 交班日结单) on a receipt roll, and the slip of a cash move.

X is read while the shift runs and changes nothing; Z is the posted end of it. Both say the same
things in the same order: takings, taxes, means of payment, the drawer, and who sold.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from erp_desktop.documents.figures import figure, moment, priced
from erp_desktop.documents.paper_words import Say, words_of
from erp_desktop.documents.papers import Paper
from erp_desktop.documents.pen import BLACK, Style
from erp_desktop.documents.roll import NAME, SMALL, TEXT, TOTAL, Piece, Roll, draw_roll

HEADING = Style(9, "semibold", BLACK, 14)


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A label and a figure; `strong` stands out. `many` is how many there were, where it is told.

    The words are ready for paper.
    """

    words: str
    amount: Decimal
    many: int | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report under its heading; `columns` are small rows of ready words."""

    heading: str
    lines: tuple[ReportLine, ...] = ()
    columns: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftPaper(Paper):
    """What a shift comes to. `title` is "X report" or "Z report"; `closed` only of a Z."""

    title: str
    till: str
    shift: int
    opened: datetime
    closed: datetime | None = None
    now: datetime
    opened_by: str = ""
    sections: tuple[Section, ...] = ()
    roll: int = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class CashSlipPaper(Paper):
    """Cash put into a drawer or taken out of it, to be signed."""

    till: str
    at: datetime
    why: str
    amount: Decimal
    roll: int = 80


def draw(paper: ShiftPaper) -> bytes:
    """The report as a PDF of the roll's width."""
    roll, say = Roll(paper.roll), words_of(paper.language)
    return draw_roll(roll, _pieces(paper, roll, say), f"{say(paper.title)} {paper.number}".strip())


def draw_slip(paper: CashSlipPaper) -> bytes:
    """The slip as a PDF of the roll's width."""
    roll, say = Roll(paper.roll), words_of(paper.language)
    return draw_roll(roll, _slip(paper, roll, say), f"{say('Cash slip')} {paper.number}")


def _pieces(paper: ShiftPaper, roll: Roll, say: Say) -> Iterator[Piece]:
    yield from _head(paper, paper.title, roll, say)
    facts = [
        (say("Number"), paper.number),
        (say("Till"), paper.till),
        (say("Shift"), str(paper.shift)),
        (say("Opened"), moment(paper.opened, paper.language)),
        (say("Opened by"), paper.opened_by),
        (say("Closed at"), moment(paper.closed, paper.language) if paper.closed else ""),
        (say("Closed by"), paper.made_by),
        (say("Until"), "" if paper.closed else moment(paper.now, paper.language)),
    ]
    yield from (roll.pair(label, value, SMALL) for label, value in facts if value)
    for section in paper.sections:
        yield from _section(section, paper, roll)
    yield from _foot(paper, roll, say)


def _section(section: Section, paper: Paper, roll: Roll) -> Iterator[Piece]:
    places = paper.shop.places
    yield roll.rule()
    yield from roll.words(section.heading, HEADING)
    yield from map(roll.columns, section.columns)
    for line in section.lines:
        words = f"{line.words}  ×{line.many}" if line.many else line.words
        if line.strong:
            amount = priced(line.amount, paper.shop.symbol, places)
            yield roll.pair(words, amount, Style(10, "bold", BLACK, 15))
        else:
            yield roll.pair(words, figure(line.amount, places), TEXT)


def _head(paper: Paper, title: str, roll: Roll, say: Say) -> Iterator[Piece]:
    yield from roll.centred(paper.shop.name, NAME)
    yield from roll.centred(paper.shop.address, SMALL)
    yield roll.rule()
    yield from roll.centred(say(title), Style(11, "semibold", BLACK, 17))
    if paper.stamps:  # an X report has no number, and is no draft for that
        yield roll.framed(" · ".join(map(say, paper.stamps)))


def _foot(paper: Paper, roll: Roll, say: Say) -> Iterator[Piece]:
    yield roll.rule()
    if paper.notes:
        yield from roll.words(paper.notes, SMALL, 6)
    if paper.number:
        yield Piece(16, lambda pen, y: None)  # noqa: ARG005
        yield roll.pair(say("Signature"), "", TEXT)
        yield Piece(8, lambda pen, y: pen.dashes(roll.left + roll.wide * 0.4, y, roll.wide * 0.6))
        yield from roll.code(paper.number)


def _slip(paper: CashSlipPaper, roll: Roll, say: Say) -> Iterator[Piece]:
    yield from _head(paper, "Cash slip", roll, say)
    facts = [
        (say("Number"), paper.number),
        (say("Till"), paper.till),
        (say("Date"), moment(paper.at, paper.language)),
        (say("Cashier"), paper.made_by),
        (say("Reason"), paper.why),
    ]
    yield from (roll.pair(label, value, SMALL) for label, value in facts if value)
    yield roll.rule()
    words = say("Put in") if paper.amount > 0 else say("Taken out")
    amount = priced(abs(paper.amount), paper.shop.symbol, paper.shop.places)
    yield roll.pair(words, amount, TOTAL)
    yield from _foot(paper, roll, say)
