"""The board of three-way matching: what waits for its bill, and where the bill says otherwise."""

from erp_desktop.core import clock
from erp_desktop.core.table import Table
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.matching import COLUMNS, ISSUES, matching
from erp_desktop.views import wording
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.faces import LinkFace, Row
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import TableSource
from erp_desktop.views.widgets.panels import EmptyState
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

translate = wording.translate
STATE = next(at for at, column in enumerate(COLUMNS) if column.key == "state")
BACK_DAYS = 400  # orders older than that are looked up in the report


class MatchingPage(ListPage):
    """Lines of orders by what is to be done about them; Enter opens the order."""

    def __init__(self, office: Office, key: object = None) -> None:  # noqa: ARG002
        self._office = office
        empty = EmptyState(
            "list-checks",
            translate("Trade", "Everything is as agreed"),
            translate("Trade", "Lines whose order, receipt and bill differ stand here"),
        )
        super().__init__(
            office, wording.title("Order, receipt and bill"),
            TableSource(self._read(), self._read, _views()), {"document": LinkFace(quiet=True)},
            search_hint=translate("Trade", "Filter by number, supplier or product"),
            opens="purchase_order", empty=empty,
        )  # fmt: skip
        self.view.linked.connect(self._follow)
        offer_export(self)
        self.show_view("different")

    def _read(self) -> Table:
        today = clock.day_date(clock.today())
        first = clock.day_number(today.fromordinal(today.toordinal() - BACK_DAYS))
        return self._office.ask(matching, ReportAsk(from_day=first))

    def _follow(self, key: int, _column: str) -> None:
        self.wanted.emit("purchase_order", key)


class _Test:
    """Whether a row belongs to a view."""

    def __init__(self, *codes: str) -> None:
        self._codes = codes

    def __call__(self, row: Row) -> bool:
        state = str(row[STATE]).partition(":")[0]
        return not self._codes or state in self._codes


def _views() -> tuple[tuple[str, str, _Test], ...]:
    return (
        ("different", QT_TRANSLATE_NOOP("Table", "Not as agreed"), _Test(*ISSUES)),
        ("too_much", QT_TRANSLATE_NOOP("Table", "Billed more than came"),
         _Test("claimed_too_much")),
        ("to_bill", QT_TRANSLATE_NOOP("Table", "To be billed"), _Test("to_bill")),
        ("waiting", QT_TRANSLATE_NOOP("Table", "To arrive"), _Test("on_order", "partly_received")),
        ("matched", QT_TRANSLATE_NOOP("Table", "Matched"), _Test("matched", "closed_short")),
        ("all", QT_TRANSLATE_NOOP("Table", "All"), _Test()),
    )  # fmt: skip
