"""How the state of a thing looks: its word, its tone, its shape."""

from dataclasses import dataclass
from typing import Final

from erp_desktop.views.marking import QT_TRANSLATE_NOOP
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets.ink import Glyph


@dataclass(frozen=True, slots=True)
class Sign:
    """How a state looks: its word (an English key), its tone and its shape."""

    word: str
    tone: Tone
    glyph: Glyph


# fmt: off
STATES: Final[dict[str, Sign]] = {
    "draft": Sign(QT_TRANSLATE_NOOP("State", "Draft"), Tone.NEUTRAL, Glyph.DASHED),
    "confirmed": Sign(QT_TRANSLATE_NOOP("State", "Confirmed"), Tone.BLUE, Glyph.RING),
    "quoted": Sign(QT_TRANSLATE_NOOP("State", "Offered"), Tone.BLUE, Glyph.RING),
    "posted": Sign(QT_TRANSLATE_NOOP("State", "Posted"), Tone.GREEN, Glyph.TICK),
    "closed": Sign(QT_TRANSLATE_NOOP("State", "Closed"), Tone.NEUTRAL, Glyph.TICK),
    "cancelled": Sign(QT_TRANSLATE_NOOP("State", "Void"), Tone.NEUTRAL, Glyph.DASHED),
    "reversed": Sign(QT_TRANSLATE_NOOP("State", "Reversed"), Tone.NEUTRAL, Glyph.RETURN),
    "open": Sign(QT_TRANSLATE_NOOP("State", "Open"), Tone.BLUE, Glyph.RING),
    "on_order": Sign(QT_TRANSLATE_NOOP("State", "On order"), Tone.BLUE, Glyph.RING),
    "partly_received": Sign(QT_TRANSLATE_NOOP("State", "Receiving"), Tone.AMBER, Glyph.PIE),
    "received": Sign(QT_TRANSLATE_NOOP("State", "Received"), Tone.GREEN, Glyph.TICK),
    "partly_shipped": Sign(QT_TRANSLATE_NOOP("State", "Partly shipped"), Tone.AMBER, Glyph.PIE),
    "shipped": Sign(QT_TRANSLATE_NOOP("State", "Shipped"), Tone.BLUE, Glyph.TICK),
    "invoiced": Sign(QT_TRANSLATE_NOOP("State", "Invoiced"), Tone.VIOLET, Glyph.RING),
    "billed": Sign(QT_TRANSLATE_NOOP("State", "Billed"), Tone.VIOLET, Glyph.RING),
    "to_pay": Sign(QT_TRANSLATE_NOOP("State", "To pay"), Tone.VIOLET, Glyph.RING),
    "partly_paid": Sign(QT_TRANSLATE_NOOP("State", "Partly paid"), Tone.VIOLET, Glyph.PIE),
    "paid": Sign(QT_TRANSLATE_NOOP("State", "Paid"), Tone.GREEN, Glyph.TICK),
    "overdue": Sign(QT_TRANSLATE_NOOP("State", "Overdue"), Tone.RED, Glyph.ALERT),
    "late": Sign(QT_TRANSLATE_NOOP("State", "Late"), Tone.RED, Glyph.ALERT),
    "on_hold": Sign(QT_TRANSLATE_NOOP("State", "On hold"), Tone.NEUTRAL, Glyph.PAUSE),
    "returned": Sign(QT_TRANSLATE_NOOP("State", "Returned"), Tone.NEUTRAL, Glyph.RETURN),
    "partly_returned": Sign(QT_TRANSLATE_NOOP("State", "Partly returned"), Tone.NEUTRAL, Glyph.PIE),
    "counting": Sign(QT_TRANSLATE_NOOP("State", "Counting"), Tone.AMBER, Glyph.PIE),
    "review": Sign(QT_TRANSLATE_NOOP("State", "In review"), Tone.BLUE, Glyph.RING),
    "differs": Sign(QT_TRANSLATE_NOOP("State", "Differs"), Tone.AMBER, Glyph.RING),
    "recount": Sign(QT_TRANSLATE_NOOP("State", "Count again"), Tone.AMBER, Glyph.RETURN),
    "dispute": Sign(QT_TRANSLATE_NOOP("State", "Two results"), Tone.RED, Glyph.ALERT),
    "accepted": Sign(QT_TRANSLATE_NOOP("State", "Accepted"), Tone.GREEN, Glyph.TICK),
    "agrees": Sign(QT_TRANSLATE_NOOP("State", "Agrees"), Tone.GREEN, Glyph.TICK),
    "counted": Sign(QT_TRANSLATE_NOOP("State", "Counted"), Tone.GREEN, Glyph.TICK),
    "matched": Sign(QT_TRANSLATE_NOOP("State", "Matched"), Tone.GREEN, Glyph.TICK),
    "to_bill": Sign(QT_TRANSLATE_NOOP("State", "To be billed"), Tone.VIOLET, Glyph.RING),
    "other_price": Sign(QT_TRANSLATE_NOOP("State", "Another price"), Tone.AMBER, Glyph.ALERT),
    "other_tax": Sign(QT_TRANSLATE_NOOP("State", "Another tax"), Tone.AMBER, Glyph.ALERT),
    "claimed_too_much": Sign(
        QT_TRANSLATE_NOOP("State", "Billed more than came"), Tone.RED, Glyph.ALERT
    ),
    "closed_short": Sign(QT_TRANSLATE_NOOP("State", "Closed short"), Tone.NEUTRAL, Glyph.PIE),
    "short": Sign(QT_TRANSLATE_NOOP("State", "Short"), Tone.RED, Glyph.ALERT),
    "enough": Sign(QT_TRANSLATE_NOOP("State", "Enough"), Tone.GREEN, Glyph.TICK),
    "low": Sign(QT_TRANSLATE_NOOP("State", "Low"), Tone.AMBER, Glyph.ALERT),
    "out": Sign(QT_TRANSLATE_NOOP("State", "Sold out"), Tone.RED, Glyph.ALERT),
    "below_zero": Sign(QT_TRANSLATE_NOOP("State", "Below zero"), Tone.RED, Glyph.ALERT),
    "on_sale": Sign(QT_TRANSLATE_NOOP("State", "On sale"), Tone.GREEN, Glyph.TICK),
    "ready": Sign(QT_TRANSLATE_NOOP("State", "Ready to ship"), Tone.GREEN, Glyph.TICK),
    "not_ordered": Sign(QT_TRANSLATE_NOOP("State", "Not on order"), Tone.RED, Glyph.ALERT),
    "expired": Sign(QT_TRANSLATE_NOOP("State", "Expired"), Tone.RED, Glyph.ALERT),
    "expires_soon": Sign(QT_TRANSLATE_NOOP("State", "Expires soon"), Tone.AMBER, Glyph.ALERT),
    "good": Sign(QT_TRANSLATE_NOOP("State", "Good"), Tone.GREEN, Glyph.TICK),
    "blocked": Sign(QT_TRANSLATE_NOOP("State", "Blocked"), Tone.RED, Glyph.PAUSE),
    "gone": Sign(QT_TRANSLATE_NOOP("State", "Gone"), Tone.NEUTRAL, Glyph.DASHED),
    "in_transit": Sign(QT_TRANSLATE_NOOP("State", "On the way"), Tone.BLUE, Glyph.RING),
    "partly_arrived": Sign(QT_TRANSLATE_NOOP("State", "Partly arrived"), Tone.AMBER, Glyph.PIE),
    "arrived": Sign(QT_TRANSLATE_NOOP("State", "Arrived"), Tone.GREEN, Glyph.TICK),
    "active": Sign(QT_TRANSLATE_NOOP("State", "Active"), Tone.GREEN, Glyph.TICK),
    "inactive": Sign(QT_TRANSLATE_NOOP("State", "Inactive"), Tone.NEUTRAL, Glyph.PAUSE),
}
# fmt: on
