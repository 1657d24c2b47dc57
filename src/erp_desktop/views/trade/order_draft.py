"""The draft of an order: a document that others see in their lists, and the page's own words.

Both are kept in one go. The document is what of it is right so far; the words are all of it, half
a date included, for the person who typed them. Nobody saves over another's draft.
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.ordering import WriteOrder, draft_page, drop_order, keep_order
from erp_desktop.services.shop.attachments import DOCUMENT, beside, move_attachments
from erp_desktop.services.shop.drafts import draft
from erp_desktop.views.drafting import Drafting
from erp_desktop.views.drafts import quietly
from erp_desktop.views.undoing import Content

if TYPE_CHECKING:
    from erp_desktop.views.trade.order_page import OrderPage

T = TypeVar("T")


class OrderStore:
    """`id` is None until the first save; `version` is the one that was last read or written."""

    def __init__(self, page: "OrderPage", document_id: int | None) -> None:
        self._page = page
        self.id = document_id
        self.version: int | None = None
        self.untold = False  # something was saved that the lists do not know yet
        self._thrown: WriteOrder | None = None
        self._thrown_id: int | None = None

    @property
    def name(self) -> str:
        return draft_page(self._page.kind, self.id or 0)

    def files_of(self) -> str | None:
        """What files lie beside; None while nothing was kept."""
        return None if self.id is None else beside(DOCUMENT, self.id)

    def kept_first(self) -> str | None:
        """The same for a file that is to be laid there: what is written is kept before."""
        self._page.writing.flush()
        return self.files_of()

    def command(self) -> WriteOrder:
        """The document as it stands. Raises NotADate, NotANumber, Missing."""
        lines = self._page.lines()
        off = self._page.fields.whole_discount() if lines else Decimal(0)
        fields = self._page.fields
        return replace(self._plain(), lines=lines, discount=off, at=fields.at(),
                       due_on=fields.due_on())  # fmt: skip

    def _plain(self) -> WriteOrder:
        """What can never be wrong of it."""
        page, fields = self._page, self._page.fields
        head = page.view.head if page.view is not None else None
        return WriteOrder(
            kind=page.kind,
            partner_id=fields.partner.key(),
            place_id=fields.place_id(),
            reference=fields.reference.text().strip(),
            note=page.remark.words(),
            of_id=head.of_id if head is not None else None,
            draft_id=self.id,
            version=self.version,
        )

    def so_far(self) -> WriteOrder:
        """What of the document is right already."""
        fields, page = self._page.fields, self._page
        return replace(
            self._plain(),
            lines=page.good_lines(),
            discount=_or_else(fields.whole_discount, Decimal(0)),
            at=_or_else(fields.at, None),
            due_on=_or_else(fields.due_on, None),
        )

    # -- as Drafting wants it ----------------------------------------------------------------

    def kept(self) -> Content | None:
        """The words that were kept, if nobody saved the document after them."""
        if self.id is None:
            return None
        found = self._page.office.ask(draft, self.name)
        mine = found is not None and found.content.get("version") == self.version
        return found.content if found is not None and mine else None

    def save(self, content: Content) -> None:
        """Keep it. Raises ChangedMeanwhile when somebody else saved it since."""
        kept = quietly(self._page.office, keep_order, self.so_far(), content)
        self.id, self.version, self.untold = kept.id, kept.version, True

    def forget(self) -> None:
        """Throw document and words away."""
        self._thrown = replace(self.so_far(), draft_id=None, version=None)
        kept, self.id, self.version = self.id, None, None
        self._thrown_id = kept
        if kept is not None:
            self._page.office.do(drop_order, self._page.kind, kept)

    def bring_back(self, content: Content) -> Any:
        """Keep again what was thrown away, with its files; the id of the new draft."""
        command, office = self._thrown or self.so_far(), self._page.office
        found = office.do(keep_order, command, content).id
        if self._thrown_id is not None:
            was, now = beside(DOCUMENT, self._thrown_id), beside(DOCUMENT, found)
            office.do(move_attachments, was, now)
        return found

    def tell(self) -> None:
        """Let the lists hear of what was saved while nobody looked at them."""
        if self.untold:
            self.untold = False
            self._page.office.changed.emit()


class OrderDrafting(Drafting):
    """Says at once when somebody else saved the same draft."""

    def not_kept(self, broken: RuleBroken) -> None:
        if isinstance(broken, errors.ChangedMeanwhile):
            self.rest()
            self._page.refuse(broken)


def _or_else(read: Callable[[], T], otherwise: T) -> T:
    try:
        return read()
    except RuleBroken:
        return otherwise
