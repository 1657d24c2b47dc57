"""The row of fields under a document's title: partner, warehouse, days, reference, discount."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.core import clock, errors
from erp_desktop.core.states import Kind
from erp_desktop.reports.document_rows import DocumentHead
from erp_desktop.reports.trade_facts import Terms
from erp_desktop.services.partners.partners import partner as partner_of
from erp_desktop.views import wording
from erp_desktop.views.office import Office
from erp_desktop.views.partners.quick_partner import offer_new_partner
from erp_desktop.views.trade.finding import PartnerFinder
from erp_desktop.views.trade.pricing import NOTHING
from erp_desktop.views.widgets.choice_fields import Combo, DateField
from erp_desktop.views.widgets.document_page import DocumentPage
from erp_desktop.views.widgets.fields import Labelled, LineField
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate


@dataclass(frozen=True, slots=True)
class HeadWords:
    """What the fields are called for a kind of document; an empty word leaves the field out."""

    partner: str
    day: str
    due: str


def words_of(kind: Kind, *, buying: bool) -> HeadWords:
    """The names of the fields for a kind of document."""
    partner = translate("Trade", "Customer")
    if buying:
        partner = translate("Trade", "Supplier")
    if kind is Kind.EXPENSE:
        partner = translate("Trade", "Paid to")
    due = {
        Kind.PURCHASE_ORDER: translate("Trade", "Expected on"),
        Kind.SALES_ORDER: translate("Trade", "Promised for"),
        Kind.QUOTATION: translate("Trade", "Valid until"),
        Kind.BILL: translate("Trade", "Due on"),
        Kind.INVOICE: translate("Trade", "Due on"),
    }
    return HeadWords(partner, translate("Trade", "Date"), due.get(kind, ""))


class HeadFields(QObject):
    """Puts the fields into a page; `changed` when a person changed one, `moved` the warehouse.

    Enter walks through the fields; after the last one comes `through`.
    """

    changed = Signal()
    moved = Signal()
    through = Signal()  # Enter in the last field

    def __init__(
        self, page: DocumentPage, office: Office, terms: Terms, kind: Kind, *, buying: bool,
        discount: bool,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._office = office
        self._at: datetime | None = None
        self._discounts = discount
        words = words_of(kind, buying=buying)
        self.partner = Finder(PartnerFinder(office, buying=buying).find)
        offer_new_partner(self.partner, office, buying=buying, over=page)
        self.place = Combo(terms.warehouses)
        self.day = DateField(clock.day_date(clock.today()))
        self.due = DateField()
        self.reference = LineField()
        self.discount = NumberField(places=terms.places)
        self.partner_read, self.place_read = LineField(), LineField()
        place = translate("Trade", "Warehouse")
        self.partner_box = page.add_field(words.partner, self.partner, 3)
        self._partner_shown = page.add_field(words.partner, self.partner_read, 3)
        self.place_box = page.add_field(place, self.place, 2)
        self._place_shown = page.add_field(place, self.place_read, 2)
        self.day_box = page.add_field(words.day, self.day, 2)
        self.due_box = page.add_field(words.due, self.due, 2)
        self.reference_box = page.add_field(self._reference(buying=buying), self.reference, 2)
        self.discount_box = page.add_field(translate("Trade", "Overall discount"), self.discount, 2)
        self.lock(locked=False)
        self.due_box.setVisible(bool(words.due))
        self.discount_box.setVisible(discount)
        self._connect()

    @staticmethod
    def _reference(*, buying: bool) -> str:
        if buying:
            return translate("Trade", "Supplier's number")
        return translate("Trade", "Customer's number")

    def _connect(self) -> None:
        self.partner.chosen.connect(self._partner_chosen)
        self.partner.cleared.connect(self.changed)
        self.place.currentIndexChanged.connect(self._moved)
        for field in (self.day, self.due):
            field.chosen.connect(self.changed)
        for line in (self.reference, self.discount):
            line.textEdited.connect(self.changed)
        for one in (self.partner, self.day, self.due, self.reference, self.discount):
            one.returnPressed.connect(self._walk)

    def _walk(self) -> None:
        """Enter goes on: to the next field that can be written, from the last one to the lines."""
        chain: list[LineField] = [self.partner, self.day, self.due, self.reference, self.discount]
        open_ones = [one for one in chain if one.isVisible() and not one.isReadOnly()]
        at = next((at for at, one in enumerate(open_ones) if one is self.sender()), -1)
        if at + 1 < len(open_ones):
            open_ones[at + 1].setFocus()
            open_ones[at + 1].selectAll()
        else:
            self.through.emit()

    def leave_goods_out(self, out: bool) -> None:  # noqa: FBT001
        """A payment has no warehouse."""
        if out:
            self.place_box.hide()
            self._place_shown.hide()

    def leave_partner_out(self, out: bool) -> None:  # noqa: FBT001
        """Money between own accounts has nobody else in it, an expense need not; what stands on
        its paper is nobody's number but a reference."""
        if out:
            self.partner_box.hide()
            self._partner_shown.hide()
            self.reference_box.label.setText(translate("Trade", "Reference"))

    # -- showing ---------------------------------------------------------------------------------

    def show_head(self, head: DocumentHead) -> None:
        """Show a document's header."""
        self._at = head.at
        found = Found(head.partner_id, head.partner) if head.partner_id else None
        self.partner.set_value(found)
        self.place.choose(head.place_id)
        self.partner_read.setText(head.partner)
        self.partner_read.setCursorPosition(0)
        self.place_read.setText(head.place)
        self.day.set_value(head.at.date())
        self.due.set_value(head.due_on)
        self.reference.setText(head.reference)
        self.discount.set_value(head.discount or None)
        asked = bool(head.discount) or head.state == "draft"
        self.discount_box.setVisible(self._discounts and asked)

    def show_partner(self, partner_id: int) -> None:
        """Put a partner in."""
        found = self._office.ask(partner_of, partner_id)
        self.partner.set_value(Found(found.id, found.name, found.code))

    def start_anew(self) -> None:
        """The fields of the earlier paper that a new one does not take over."""
        self._at = None
        self.day.set_value(clock.day_date(clock.today()))
        self.due.set_value(None)
        self.reference.setText("")

    def ask_reason(self, words: str = "") -> None:
        """A return has a reason where others have the partner's number."""
        words = words or translate("Trade", "Reason")
        self.reference_box.label.setText(words)
        self.reference.setAccessibleName(words)

    def lock(self, *, locked: bool = True) -> None:
        """Fields of what is settled can be read and copied, not typed."""
        for field in (self.day, self.due, self.reference, self.discount):
            field.setReadOnly(locked)
        for written, shown in (
            (self.partner_box, self._partner_shown),
            (self.place_box, self._place_shown),
        ):
            written.setVisible(not locked)
            shown.setVisible(locked)
        for read in (self.partner_read, self.place_read):
            read.setReadOnly(True)

    def kept(self) -> dict[str, QWidget]:
        """The fields by the names that a draft keeps them under."""
        return {
            "partner": self.partner, "place": self.place, "day": self.day, "due": self.due,
            "reference": self.reference, "discount": self.discount,
        }  # fmt: skip

    # -- reading ---------------------------------------------------------------------------------

    def place_id(self) -> int | None:
        value = self.place.value()
        return value if isinstance(value, int) else None

    def at(self) -> int | None:
        """The business time: now for today, else noon of the day typed. Raises NotADate."""
        day = self._day(self.day)
        if self._at is not None and day == self._at.date():
            return clock.instant(self._at)
        return self.day.moment()

    def due_on(self) -> int | None:
        day = self._day(self.due)
        return clock.day_number(day) if day else None

    def whole_discount(self) -> Decimal:
        """What is taken off the whole document. Raises NotANumber."""
        return self.discount.value() or NOTHING

    @staticmethod
    def _day(field: DateField) -> date | None:
        value = field.value()
        if value is None and field.text().strip():
            raise errors.NotADate(field.text().strip())
        return value

    # -- refusals --------------------------------------------------------------------------------

    def box_of(self, broken: errors.RuleBroken) -> Labelled | None:
        """The field that a refusal is about, if it is one of these."""
        if isinstance(broken, errors.Missing) and broken.facts["field"] in {
            "partner",
            "customer",
            "supplier",
        }:
            return self.partner_box
        if isinstance(broken, errors.NotADate):
            return self.due_box if broken.facts["text"] in self.due.text() else self.day_box
        if isinstance(broken, errors.NotANumber):
            return self.discount_box
        return None

    def clear_refusals(self) -> None:
        for box in (self.partner_box, self.day_box, self.due_box, self.discount_box):
            box.refuse("")

    def _partner_chosen(self) -> None:
        self.partner_box.refuse("")
        self.changed.emit()

    def _moved(self) -> None:
        self.moved.emit()
        self.changed.emit()
