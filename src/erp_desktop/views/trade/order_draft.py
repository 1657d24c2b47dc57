"""The draft of an order: it saves itself a moment after the last key, and never over another's."""

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from erp_desktop.core import clock, errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.ordering import WriteOrder, discard_draft, save_draft
from erp_desktop.views import wording

if TYPE_CHECKING:
    from erp_desktop.views.trade.order_page import OrderPage

translate = wording.translate
SAVED_AFTER = 1_200  # milliseconds after the last key


class OrderDraft(QObject):
    """What stands on an order's page while it is written, and what of it is saved.

    `id` is None until the first save; `version` is the one that was last read or written.
    """

    def __init__(self, page: "OrderPage", document_id: int | None) -> None:
        super().__init__(page)
        self._page = page
        self.id = document_id
        self.version: int | None = None
        self.dirty = False
        self.saving = False
        self._timer = QTimer(self, singleShot=True, interval=SAVED_AFTER)
        self._timer.timeout.connect(self.save_quietly)

    def command(self) -> WriteOrder:
        """The document as it stands. Raises NotADate, NotANumber, Missing."""
        page, fields = self._page, self._page.fields
        lines = page.editor.lines() if page.editor is not None else []
        head = page.view.head if page.view is not None else None
        return WriteOrder(
            kind=page.kind,
            partner_id=fields.partner.key(),
            lines=lines,
            place_id=fields.place_id(),
            at=fields.at(),
            due_on=fields.due_on(),
            discount=fields.whole_discount() if lines else Decimal(0),
            reference=fields.reference.text().strip(),
            note=head.note if head is not None else "",
            of_id=head.of_id if head is not None else None,
            draft_id=self.id,
            version=self.version,
        )

    def save(self) -> None:
        """Keep it now. Raises what a rule says, ChangedMeanwhile among them."""
        self._timer.stop()
        command = self.command()
        self.saving = True
        try:
            self.id = self._page.office.do(save_draft, command)
        finally:
            self.saving = False
        self.read((command.version or 0) + 1)
        now = clock.local_time(clock.now())
        self._page.say_fact(translate("Trade", "saved {0}").format(f"{now:%H:%M}"))

    def read(self, version: int | None) -> None:
        """What stands on the page is what is saved."""
        self.version, self.dirty = version, False
        self._page.drafted.emit(False)  # noqa: FBT003  (a signal)

    def touch(self) -> None:
        """Something was typed: it saves itself a moment later."""
        self.dirty = True
        self._page.drafted.emit(True)  # noqa: FBT003  (a signal)
        self._timer.start()

    def save_quietly(self) -> None:
        """Keep what can be kept; only a clash with somebody else is worth a word."""
        if self._page.editor is None or not (self.dirty and self._worth_saving()):
            return
        try:
            self.save()
        except errors.ChangedMeanwhile as broken:
            self._page.refuse(broken)
        except RuleBroken:
            self._page.say_fact(translate("Trade", "not saved yet"))

    def part_from_theirs(self) -> None:
        """Somebody else saved it: what stands here becomes a draft of its own."""
        self.id = self.version = None
        self.touch()
        self.save_quietly()

    def discard(self) -> None:
        """Throw it away."""
        self._timer.stop()
        self.dirty = False
        kept, self.id = self.id, None
        if kept is not None:
            self._page.office.do(discard_draft, kept)

    def _worth_saving(self) -> bool:
        page = self._page
        written = page.editor is not None and bool(page.editor.grid.lines.lines())
        return written or page.fields.partner.key() is not None
