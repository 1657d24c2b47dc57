"""From the books to paper: what every paper of a posted document has in common.

Names, prices, rates and amounts are the document's own frozen copies, never today's master data
(LEDGER L-79); of a partner only the code is looked up, which never changes. A reversal (红冲) tells
the story of the document it answers once more, with the signs turned: so it is printed on the same
paper, stamped. Amounts are the books' own and are only added up per tax rate, never computed.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, NamedTuple

from erp_desktop.core import clock, money
from erp_desktop.core.states import Kind, State
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import ZERO, PaperLine, Party, ShopHead, TaxGroup
from erp_desktop.models.books import Books
from erp_desktop.services.records import Header, LineRow, Record, header, record
from erp_desktop.services.stock.places import place

SYMBOLS: Final = {
    "CNY": "¥", "JPY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "HKD": "HK$", "TWD": "NT$",
    "AUD": "A$", "CAD": "C$", "NZD": "NZ$", "SGD": "S$",
}  # fmt: skip
STAMPS: Final = {
    State.DRAFT: "Draft",
    State.CANCELLED: "Cancelled",
    State.CLOSED: "Closed",
    State.REVERSED: "Reversed",
}
# whose paper names the document it came from as the one it answers
ANSWERING: Final = frozenset(
    {Kind.SALES_RETURN, Kind.PURCHASE_RETURN, Kind.TRANSFER_IN, Kind.REVERSAL}
)
PERCENT_PLACES: Final = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A document as it is about to be printed; `kind` is what the paper is about."""

    books: Books
    record: Record
    kind: Kind
    language: str
    shop: ShopHead

    @property
    def head(self) -> Header:
        return self.record.header

    @property
    def reverses(self) -> bool:
        return self.head.kind is Kind.REVERSAL

    def money(self, parts: int) -> Decimal:
        return money.money(parts, self.shop.places)


def find(books: Books, document_id: int, language: str | None = None) -> Found:
    """The document and what its paper needs to know of the shop. Raises UnknownDocument."""
    found = record(books, document_id)
    spoken = language or books.setting("language", "en")
    return Found(books, found, told_kind(books, found.header), spoken, shop_head(books))


def told_kind(books: Books, head: Header) -> Kind:
    """What the document's paper is about: a reversal is about the document it answers."""
    if head.kind is Kind.REVERSAL and head.reverses_id is not None:
        return header(books, head.reverses_id).kind
    return head.kind


def shop_head(books: Books) -> ShopHead:
    """The shop as its papers name it, from its settings."""
    currency = books.setting("currency", "CNY")
    return ShopHead(
        name=books.setting("name"),
        address=books.setting("address"),
        phone=books.setting("phone"),
        email=books.setting("email"),
        tax_number=books.setting("tax_number"),
        bank=books.setting("bank"),
        currency=currency,
        symbol=books.setting("currency_symbol") or SYMBOLS.get(currency, f"{currency}\u00a0"),
        places=books.money_places,
    )


def common(found: Found) -> dict[str, Any]:
    """The facts that every paper of a document tells (the fields of `papers.Paper`)."""
    head = found.head
    return {
        "language": found.language,
        "shop": found.shop,
        "number": head.number or "",
        "day": clock.local_time(head.happened_at).date(),
        "notes": head.note,
        "made_by": _maker(found),
        "answers": number_of(found.books, head.of_id) if head.kind in ANSWERING else "",
        "reversed_by": _reversal(found),
        "reason": head.reason,
        "stamps": _stamps(found),
        "tax_included": bool(head.tax_included),
    }


def party(found: Found) -> Party:
    """The partner as the document froze it; without a name for a walk-in customer."""
    head = found.head
    code = found.books.value("SELECT code FROM partner WHERE id = ?", (head.partner_id,))
    return Party(name=head.partner_name, code=code or "", address=head.partner_address)


def place_name(found: Found, place_id: int | None) -> str:
    return place(found.books, place_id).name if place_id is not None else ""


def number_of(books: Books, document_id: int | None) -> str:
    """The number of another document, "" for none."""
    if document_id is None:
        return ""
    return str(books.value("SELECT number FROM document WHERE id = ?", (document_id,)) or "")


def line_of(
    row: LineRow, found: Found, *, credit: bool = False, ordered: Decimal | None = None
) -> PaperLine:
    """A line in the unit it was written in.

    `credit` turns the signs: the books keep what came back as positive, the paper gives it back.
    A reversal's amounts are turned in the books already, its quantity is not.
    """
    sign = -1 if credit else 1
    turned = -sign if found.reverses else sign
    return PaperLine(
        name=row.name,
        sku=row.sku,
        quantity=in_unit(turned * row.quantity, row),
        unit=row.unit,
        unit_price=_unit_price(row, found.shop.places),
        discount=found.money(sign * row.discount),
        tax_rate=money.decimal_of(row.rate, PERCENT_PLACES),
        net=found.money(sign * row.net),
        tax=found.money(sign * row.tax),
        gross=found.money(sign * (row.net + row.tax)),
        ordered=ordered,
        rejected=in_unit(row.rejected, row) if row.rejected else None,
        note=_note(row, found),
    )


def _note(row: LineRow, found: Found) -> str:
    """What stands under the name: how many pieces a weight was, that it is a gift, why goods were
    rejected, a remark."""
    gift = words_of(found.language)("Gift") if row.promotion else ""
    why = row.reason if row.rejected else ""
    return " · ".join(filter(None, (_pieces(row, found), gift, why, row.note)))


def _pieces(row: LineRow, found: Found) -> str:
    """How many pieces the weight was, where both are kept (L-59)."""
    if row.pieces is None:
        return ""
    return f"{money.quantity(row.pieces):f} {catch_unit(found.books, row.product_id)}".strip()


def catch_unit(books: Books, product_id: int | None) -> str:
    """What the pieces of a product are called."""
    found = books.value("SELECT catch_unit FROM product WHERE id = ?", (product_id,))
    return str(found or "")


class Answered(NamedTuple):
    """What a line answers: of which kind of document, its number, and the quantity it said."""

    kind: str
    number: str
    quantity: int


def answered_by_position(found: Found) -> dict[int, Answered]:
    """What each line answers, by its position; a reversal's lines stand for those it turns back."""
    of = found.head.reverses_id or found.head.id
    return {
        row[0]: Answered(*row[1:])
        for row in found.books.rows(
            "SELECT l.position, d.kind, COALESCE(d.number, ''), o.quantity FROM document_line l "
            "JOIN document_line o ON o.id = l.answers_id JOIN document d ON d.id = o.document_id "
            "WHERE l.document_id = ?",
            (of,),
        )
    }


def in_unit(parts: int, row: LineRow) -> Decimal:
    """A quantity of stock units in the unit that the line was written in (L-57)."""
    if row.factor == money.ONE_QUANTITY:
        return money.quantity(parts)
    return Decimal(parts) / Decimal(row.factor)


def _unit_price(row: LineRow, places: int) -> Decimal:
    if row.unit_price is not None:
        return money.price(row.unit_price, places)
    each = money.price(row.price, places)
    if row.factor == money.ONE_QUANTITY:
        return each
    return each * money.quantity(row.factor)


def groups_of(lines: tuple[PaperLine, ...]) -> tuple[TaxGroup, ...]:
    """Net and tax by rate, in the order of the lines."""
    return tuple(
        TaxGroup(
            rate,
            sum((line.net for line in lines if line.tax_rate == rate), ZERO),
            sum((line.tax for line in lines if line.tax_rate == rate), ZERO),
        )
        for rate in dict.fromkeys(line.tax_rate for line in lines)
    )


def _maker(found: Found) -> str:
    row = found.books.row(
        "SELECT u.full_name, u.name FROM document d JOIN user_account u ON u.id = d.user_id "
        "WHERE d.id = ?",
        (found.head.id,),
    )
    return str(row[0] or row[1]) if row else ""


def _reversal(found: Found) -> str:
    by = found.books.value("SELECT number FROM document WHERE reverses_id = ?", (found.head.id,))
    return str(by or "")


def _stamps(found: Found) -> tuple[str, ...]:
    stamps = [STAMPS[State(found.head.state)]] if found.head.state in STAMPS else []
    if found.reverses:
        stamps.append("Reversal")
    if found.books.setting("practice") == "1":
        stamps.insert(0, "Practice")
    return tuple(stamps)
