"""The deeds that answer an earlier paper line by line: receive, ship, send back, bill, charge.

All of them are the same form (how much of each line now?), so each is one row of a table: which
paper it makes and what its columns and buttons are called.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from erp_desktop.core.states import Kind
from erp_desktop.views.wording import QT_TRANSLATE_NOOP, translate


class Deed(StrEnum):
    """What is done with the lines of an earlier paper."""

    RECEIVE = "receive"  # of a purchase order
    SHIP = "ship"  # of a sales order
    BILL = "bill"  # receipts, or those of a purchase order
    CHARGE = "charge"  # issues, or a sales order
    SEND_BACK = "send_back"  # of a receipt
    TAKE_BACK = "take_back"  # of an issue


class Answering(NamedTuple):
    """The key of a page that answers a paper; `amounts` are (line, quantity, price or None)."""

    deed: Deed
    of_id: int
    amounts: tuple[tuple[int, Decimal, Decimal | None], ...] = ()


class Fresh(NamedTuple):
    """The key of a page for something new, so that a second new one is not the first one."""

    serial: int


class Copied(NamedTuple):
    """The key of a page that starts as a copy of an earlier paper's lines."""

    of_id: int


@dataclass(frozen=True, slots=True)
class DeedWords:
    """The paper a deed makes, and its words (English keys of the contexts Table and Trade)."""

    makes: Kind
    whole: str  # title of what the earlier paper says
    done: str  # title of what was done before
    now: str  # title of what is done now
    verb: str  # the main button
    icon: str
    everything: str  # the button that takes all that is left
    scan: str  # the scan field's hint; empty where nothing is scanned
    prefilled: bool  # all that is left stands there at the start


# fmt: off
WORDS: Final[Mapping[Deed, DeedWords]] = {
    Deed.RECEIVE: DeedWords(
        Kind.GOODS_RECEIPT,
        QT_TRANSLATE_NOOP("Table", "Ordered"), QT_TRANSLATE_NOOP("Table", "Arrived"),
        QT_TRANSLATE_NOOP("Table", "Now"),
        QT_TRANSLATE_NOOP("Trade", "Receive"), "package-check",
        QT_TRANSLATE_NOOP("Trade", "Receive all"),
        QT_TRANSLATE_NOOP("Trade", "Scan what arrives: every scan adds one"), prefilled=False,
    ),
    Deed.SHIP: DeedWords(
        Kind.GOODS_ISSUE,
        QT_TRANSLATE_NOOP("Table", "Ordered"), QT_TRANSLATE_NOOP("Table", "Shipped"),
        QT_TRANSLATE_NOOP("Table", "Now"),
        QT_TRANSLATE_NOOP("Trade", "Ship"), "truck",
        QT_TRANSLATE_NOOP("Trade", "Ship all"),
        QT_TRANSLATE_NOOP("Trade", "Scan what leaves: every scan adds one"), prefilled=True,
    ),
    Deed.BILL: DeedWords(
        Kind.BILL,
        QT_TRANSLATE_NOOP("Table", "Arrived"), QT_TRANSLATE_NOOP("Table", "Billed"),
        QT_TRANSLATE_NOOP("Table", "Now"),
        QT_TRANSLATE_NOOP("Trade", "Enter bill"), "file-check",
        QT_TRANSLATE_NOOP("Trade", "Bill all"), "", prefilled=True,
    ),
    Deed.CHARGE: DeedWords(
        Kind.INVOICE,
        QT_TRANSLATE_NOOP("Table", "Shipped"), QT_TRANSLATE_NOOP("Table", "Invoiced"),
        QT_TRANSLATE_NOOP("Table", "Now"),
        QT_TRANSLATE_NOOP("Trade", "Invoice"), "file-check",
        QT_TRANSLATE_NOOP("Trade", "Invoice all"), "", prefilled=True,
    ),
    Deed.SEND_BACK: DeedWords(
        Kind.PURCHASE_RETURN,
        QT_TRANSLATE_NOOP("Table", "Arrived"), QT_TRANSLATE_NOOP("Table", "Sent back"),
        QT_TRANSLATE_NOOP("Table", "Now"),
        QT_TRANSLATE_NOOP("Trade", "Send back"), "undo-2",
        QT_TRANSLATE_NOOP("Trade", "Send all back"),
        QT_TRANSLATE_NOOP("Trade", "Scan what goes back: every scan adds one"), prefilled=False,
    ),
    Deed.TAKE_BACK: DeedWords(
        Kind.SALES_RETURN,
        QT_TRANSLATE_NOOP("Table", "Shipped"), QT_TRANSLATE_NOOP("Table", "Came back"),
        QT_TRANSLATE_NOOP("Table", "Now"),
        QT_TRANSLATE_NOOP("Trade", "Take back"), "undo-2",
        QT_TRANSLATE_NOOP("Trade", "Take all back"),
        QT_TRANSLATE_NOOP("Trade", "Scan what comes back: every scan adds one"), prefilled=False,
    ),
}

# The next steps as reports name them, so that the collector finds them.
NEXT_STEPS: Final = (
    QT_TRANSLATE_NOOP("Trade", "Confirm"), QT_TRANSLATE_NOOP("Trade", "Accept"),
    QT_TRANSLATE_NOOP("Trade", "Receive"), QT_TRANSLATE_NOOP("Trade", "Receive the rest"),
    QT_TRANSLATE_NOOP("Trade", "Ship"), QT_TRANSLATE_NOOP("Trade", "Ship the rest"),
    QT_TRANSLATE_NOOP("Trade", "Enter bill"), QT_TRANSLATE_NOOP("Trade", "Pay"),
    QT_TRANSLATE_NOOP("Trade", "Invoice"), QT_TRANSLATE_NOOP("Trade", "Take payment"),
)
# fmt: on


def said(words: str) -> str:
    """One of the words above in the user's language."""
    return translate("Trade", words)
