"""What reconciliation says: its accounts, its figures, and what stands where nothing is left."""

from collections.abc import Sequence
from decimal import Decimal

from erp_desktop.core import clock
from erp_desktop.core.money import money
from erp_desktop.reports.listing import ListingSource
from erp_desktop.reports.lists import bank
from erp_desktop.reports.reconciliation import Standing
from erp_desktop.services.finance.bank_lines import METHODS
from erp_desktop.services.finance.chart import CHART
from erp_desktop.views import figures, wording
from erp_desktop.views.cards.figure_strip import Figure
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.faces import LinkFace, TranslatedFace
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import ListingPages
from erp_desktop.views.widgets.panels import EmptyState
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

translate = wording.translate
HOW = (QT_TRANSLATE_NOOP("Bank", "automatically"), QT_TRANSLATE_NOOP("Bank", "by hand"))


def accounts() -> list[tuple[str, str]]:
    """The accounts that can have a statement, in the person's language."""
    at = 3 if figures.form().chinese else 2
    return [(str(one[0]), one[at]) for one in CHART if one[0] in METHODS]


def figures_of(stands: Standing, places: int) -> Sequence[Figure]:
    """How the account stands: the bank, what parts the two, the books, and what is unexplained."""

    def shown(parts: int) -> str:
        return figures.money_with_sign(money(parts, places))

    if stands.bank_on is None:  # no statement yet: only the books say something
        return [Figure(translate("Bank", "In the books"), shown(stands.books))]
    on = figures.day(clock.day_date(stands.bank_on))
    left = stands.difference
    return [
        Figure(translate("Bank", "In the books"), shown(stands.books)),
        Figure(translate("Bank", "Not yet at the bank"), shown(stands.pending),
               note=figures.number(stands.pending_lines)),
        Figure(translate("Bank", "Not in the books"), shown(stands.unbooked),
               note=figures.number(stands.unbooked_lines)),
        Figure(translate("Bank", "At the bank"), shown(stands.bank), note=on),
        Figure(translate("Bank", "Unexplained"), shown(left), role="bad" if left else "ok",
               note=translate("Bank", "a statement is missing") if left else ""),
    ]  # fmt: skip


def matches_of(office: Office, role: str) -> ListingPages:
    """What is matched on an account."""
    return ListingPages(office, ListingSource(bank.bank_matches(role), figures.form().places))


def matched_list(office: Office, role: str) -> ListPage:
    """The list of what is matched."""
    page = ListPage(
        office, translate("Bank", "Matched"), matches_of(office, role),
        {"number": LinkFace(quiet=True), "how": TranslatedFace("Bank")},
        search_hint=translate("Bank", "Filter by words or document"),
        empty=EmptyState(
            "list-checks",
            translate("Bank", "Nothing is matched yet"),
            translate("Bank", "What is the same money at the bank and in the books stands here"),
        ),
    )  # fmt: skip
    page.header.hide()
    return page


def nothing_yet() -> EmptyState:
    """No statement of this account has come in."""
    return EmptyState(
        "landmark",
        translate("Bank", "Lay the bank's statement beside the books"),
        translate("Bank", "Every line finds its payment, and what is missing on either side shows"),
        translate("Bank", "Import a statement…"),
    )


def marked(count: int, amount: Decimal) -> str:
    """What is marked of a list, under it."""
    if not count:
        return translate("Bank", "Nothing marked")
    words = translate("Bank", "{0} marked · {1}")
    return words.format(figures.number(count), figures.money_with_sign(amount))
