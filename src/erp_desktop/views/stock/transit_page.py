"""Goods on the way (在途): the board of transfers that travel, and the page that receives one."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from erp_desktop.core.errors import Missing, MoreThanSent, RuleBroken
from erp_desktop.core.money import ZERO
from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.reports.count_rows import scanned_pieces
from erp_desktop.reports.listing import ListingSource
from erp_desktop.reports.lists.places import in_transit
from erp_desktop.reports.place_rows import Travel, TravelLine, travel
from erp_desktop.services.paper import Posted
from erp_desktop.services.stock.bins import bin_named
from erp_desktop.services.stock.transit import ArrivedPart, ReceiveTransfer, receive_transfer
from erp_desktop.views import figures, wording
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.stock.pack_cells import PACKS, in_packs, pack_cells
from erp_desktop.views.stock.paper_page import exact
from erp_desktop.views.widgets import faces
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.document_page import DocumentPage
from erp_desktop.views.widgets.fields import LineField
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import ListingPages
from erp_desktop.views.widgets.pack_face import TallPackFace
from erp_desktop.views.widgets.panels import EmptyState

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP


class TransitPage(ListPage):
    """Enter or a double click receives what is still on its way, or shows what arrived."""

    def __init__(self, office: Office) -> None:
        empty = EmptyState(
            "truck",
            translate("Stock", "Nothing travels"),
            translate("Stock", "What is sent to another warehouse and not received yet is here"),
            translate("Stock", "Send goods"),
        )
        super().__init__(
            office,
            translate("Page", "On the way"),
            ListingPages(office, ListingSource(in_transit(), figures.form().places)),
            search_hint=translate("Stock", "Filter by number, warehouse, note"),
            empty=empty,
            checkable=False,
        )
        empty.started.connect(self._send)
        self.view.opened.connect(self._open_one)
        offer_export(self)
        self.action(
            translate("Stock", "Send goods"), self._send, look=Look.PRIMARY, icon="truck",
            shortcut="Ctrl+N",
        )  # fmt: skip
        self.show_view("open")

    def _open_one(self, key: int) -> None:
        left = self.office.ask(travel, key).left
        if left:
            self.wanted.emit("transfer_in", {"of": key})
        else:
            self.wanted.emit("transfer", key)

    def _send(self) -> None:
        self.wanted.emit("transfer", {"travels": True})


# What may be wrong with what arrives; other words may be typed.
REASONS = (
    mark("Reason", "Damaged"),
    mark("Reason", "Lost or stolen"),
    mark("Reason", "Sent less than written"),
    mark("Reason", "Other"),
)
_HIDDEN = (
    LineColumn(Column("sku", "sku", Kind.TEXT, 10, hidden=True)),
    LineColumn(Column("under", "", Kind.TEXT, 10, hidden=True)),
    LineColumn(Column("unit", "unit", Kind.TEXT, 10, hidden=True)),
    *PACKS,
)


class TransferInPage(DocumentPage):
    """What of a transfer arrives now, by key or by scan; what is missing for good, and why."""

    def __init__(self, office: Office, transfer_id: int) -> None:
        self._id = transfer_id
        self.travel: Travel = office.ask(travel, transfer_id)
        grid = LinesGrid(
            self._columns(), _nothing, _no_cells, derive=_derived, growing=False,
            faces={
                "name": faces.TwoLineFace("under"), "sent": TallPackFace(), "left": TallPackFace(),
                "after": TallPackFace(),
            },
        )  # fmt: skip
        title = translate("Stock", "Receive {0}").format(self.travel.number)
        super().__init__(office, title, grid)
        self.reason = Combo(
            [("", figures.ZERO_WORD), *((one, translate("Reason", one)) for one in REASONS)]
        )
        self.goes = Combo([
            ("scrap", translate("Stock", "Write it off")),
            ("adjustment", translate("Stock", "Count difference")),
        ])  # fmt: skip
        self.note = LineField()
        self._lay_fields()
        bar = self.scan_bar(translate("Stock", "Scan what arrives"), self.scan_in)
        bar.echo.undone.connect(self._unscan)
        self._scanned: tuple[int, Decimal] | None = None
        every = Button(translate("Stock", "All of it arrived"), icon="list-checks", high=36)
        every.clicked.connect(self.take_all)
        bar.add(every)
        self.button = self.action(
            translate("Stock", "Receive"), self.post, look=Look.PRIMARY, icon="check",
            shortcut="Ctrl+Return",
        )  # fmt: skip
        grid.changed.connect(self._show_totals)
        self.grid.show_lines([_cells(line) for line in self.travel.lines if line.left])
        self._show_totals()
        self.setFocusProxy(bar.field)

    def _columns(self) -> list[LineColumn]:
        found = [
            LineColumn(Column("name", mark("Table", "Product"), Kind.TEXT, 240)),
            LineColumn(Column("sent", mark("Table", "Pieces sent"), Kind.QUANTITY, 110)),
            LineColumn(Column("left", mark("Table", "Still on the way"), Kind.QUANTITY, 130)),
            LineColumn(Column("now", mark("Table", "Arrives now"), Kind.QUANTITY, 110),
                       editable=True),
            LineColumn(Column("missing", mark("Table", "Missing"), Kind.QUANTITY, 100),
                       editable=True),
        ]  # fmt: skip
        if self.travel.has_bins:
            column = Column("bin", mark("Table", "Bin"), Kind.CODE, 110)
            found.append(LineColumn(column, editable=True))
        after = Column("after", mark("Table", "Left on the way"), Kind.QUANTITY, 130)
        return [*found, LineColumn(after), *_HIDDEN]

    def _lay_fields(self) -> None:
        for words, value, share in (
            (translate("Stock", "From"), self.travel.source, 3),
            (translate("Stock", "To"), self.travel.target, 3),
            (translate("Stock", "Sent"), figures.moment(self.travel.sent_at), 2),
        ):
            field = LineField()
            field.setText(value)
            field.setReadOnly(True)
            self.add_field(words, field, share)
        self.add_field(translate("Stock", "Why something is missing"), self.reason, 3)
        self.add_field(translate("Stock", "What is missing"), self.goes, 2)
        self.add_field(translate("Stock", "Note"), self.note, 3)

    # -- lines -----------------------------------------------------------------------------------

    def take_all(self) -> None:
        """Everything that is still on its way arrives now."""
        for row, line in enumerate(self.grid.lines.lines()):
            self.grid.lines.write(row, {"now": exact(line["left"]) - exact(line["missing"])})

    def scan_in(self, code: str) -> None:
        """A code was scanned: one more of its product arrives."""
        if self.scan is None:
            return
        try:
            found = self.office.ask(scanned_pieces, code)
        except RuleBroken as broken:
            self.refuse(broken)
            return
        lines = self.grid.lines.lines()
        wanted = found.product_id if found else 0
        row = next((at for at, line in enumerate(lines) if line["product"] == wanted), -1)
        if found is None or row < 0:
            words = translate("Stock", "is not on its way here")
            self.scan.echo.say(code, words, good=False)
            return
        self._scanned = (row, found.pieces)
        arrived = exact(lines[row]["now"]) + found.pieces
        self.grid.lines.write(row, {"now": arrived})
        self.grid.flash(row)
        words = translate("Stock", "+{0}, {1} of {2}").format(
            figures.quantity(found.pieces), figures.quantity(arrived),
            figures.quantity(exact(lines[row]["left"])),
        )  # fmt: skip
        self.scan.echo.say(str(lines[row]["name"]), words)

    def _unscan(self) -> None:
        if self._scanned is None or self.scan is None:
            return
        (row, pieces), self._scanned = self._scanned, None
        line = self.grid.lines.line(row) or {}
        self.grid.lines.write(row, {"now": exact(line.get("now")) - pieces})
        self.scan.echo.say("")

    def _show_totals(self) -> None:
        lines = self.grid.lines.lines()
        now = sum((exact(line["now"]) for line in lines), ZERO)
        missing = sum((exact(line["missing"]) for line in lines), ZERO)
        left = sum((exact(line["after"]) for line in lines), ZERO)
        self.button.setEnabled(bool(now or missing))
        self.totals.show_totals([
            (translate("Stock", "Missing"), figures.quantity(missing)),
            (translate("Stock", "Left on the way"), figures.quantity(left)),
            (translate("Stock", "Arrives now"), figures.quantity(now)),
        ])  # fmt: skip

    # -- posting ---------------------------------------------------------------------------------

    def command(self) -> ReceiveTransfer:
        """What stands on the page. Raises UnknownBin."""
        reason = self.reason.currentText() if self.reason.value() else ""
        return ReceiveTransfer(
            self._id,
            [
                ArrivedPart(
                    int(str(line["line_id"])), exact(line["now"]), exact(line["missing"]),
                    self._bin(line),
                )
                for line in self.grid.lines.lines()
                if exact(line["now"]) or exact(line["missing"])
            ],
            reason=reason,
            missing_goes=str(self.goes.value()),
            note=self.note.text().strip(),
        )  # fmt: skip

    def _bin(self, line: Mapping[str, Cell]) -> int | None:
        found: int | None = self.office.ask(
            bin_named, self.travel.target_id, str(line.get("bin") or "")
        )
        return found

    def post(self) -> None:
        """Take it in, or say why not."""
        try:
            command = self.command()
        except RuleBroken as broken:
            self.refuse(broken)
            return
        self.book(receive_transfer, command, self._posted)

    def _posted(self, posted: Posted) -> None:
        self.said.emit(translate("Stock", "{0} posted").format(posted.number), "", None)
        self.wanted.emit("transfer_in", posted.id)
        self.done.emit()

    def refuse(self, broken: RuleBroken) -> None:
        """At the line it speaks of, else at the top."""
        facts = broken.facts
        for row, line in enumerate(self.grid.lines.lines()):
            if facts.get("sku") == line["sku"] or facts.get("code", "?") == line.get("bin"):
                self.grid.refuse(row, wording.explain(broken), self._only_left(broken, row, line))
                return
        if isinstance(broken, Missing) and broken.facts.get("field") == "reason":
            self.notice.refuse(wording.explain(broken), self._reasons(), serious=False)
            return
        super().refuse(broken)

    def _only_left(self, broken: RuleBroken, row: int, line: Mapping[str, Cell]) -> list[Answer]:
        """Where more arrives than is on its way: take in what is."""
        if not isinstance(broken, MoreThanSent):
            return []
        left = exact(line["left"])

        def act() -> None:
            self.grid.lines.write(row, {"now": left, "missing": ZERO})
            self.grid.clear_refusal(row)

        words = f"{translate('Stock', 'Receive')} {figures.quantity(left)}"
        return [Answer(words, act)]

    def _reasons(self) -> list[Answer]:
        """Every reason is an answer: with it, it is posted."""

        def because(reason: str) -> Callable[[], None]:
            def act() -> None:
                self.reason.choose(reason)
                self.post()

            return act

        return [Answer(translate("Reason", one), because(one)) for one in REASONS]


def _cells(line: TravelLine) -> dict[str, Cell]:
    return {
        "line_id": line.line_id, "product": line.product_id, "name": line.name, "sku": line.sku,
        "unit": line.unit, "sent": line.sent, "left": line.left, "now": ZERO, "missing": ZERO,
        "bin": line.bin or None, **pack_cells(line.packing),
    }  # fmt: skip


def _derived(line: Mapping[str, Cell]) -> Mapping[str, Cell]:
    gone = exact(line.get("now")) + exact(line.get("missing"))
    words = in_packs(line, "now")
    now = translate("Trade", "now {0}").format(words) if words else ""
    said = (str(line.get("sku") or ""), now)
    return {
        "after": exact(line.get("left")) - gone,
        "under": " · ".join(filter(None, said)),
    }


def _nothing(text: str) -> list[Any]:  # noqa: ARG001
    return []


def _no_cells(found: Found) -> Mapping[str, Cell]:  # noqa: ARG001
    return {}
