"""Picking (拣货): orders chosen, the shelves walked in their order, each piece scanned.

A scan of goods that are not wanted, or are there already, is said in red and changes nothing; a
scanned bin leads to its first line. What was picked leaves as stock-outs, one an order.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtGui import QHideEvent

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.later import loaded_later
from erp_desktop.core.money import ZERO, quantity
from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.reports.count_rows import scanned_pieces, stock_terms
from erp_desktop.services.catalogue.packing import packings
from erp_desktop.services.sales.picking import (
    Pick,
    Picked,
    Plan,
    ShipPicked,
    pickable_orders,
    plan_picking,
    ship_picked,
)
from erp_desktop.views import figures, wording
from erp_desktop.views.drafts import DraftKeeper
from erp_desktop.views.office import Office
from erp_desktop.views.print_preview import Job
from erp_desktop.views.printing import Printing
from erp_desktop.views.stock.pack_cells import PACKS, in_packs, pack_cells
from erp_desktop.views.widgets import faces
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.document_page import DocumentPage
from erp_desktop.views.widgets.fields import LineField
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.widgets.pack_face import TallPackFace

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
registry: Any = loaded_later("erp_desktop.documents.registry")
_HIDDEN = (
    tuple(
        LineColumn(Column(key, key, Kind.TEXT, 10, hidden=True))
        for key in ("sku", "under", "unit", "partner")
    )
    + PACKS
)


def _columns() -> list[LineColumn]:
    return [
        LineColumn(Column("name", mark("Table", "Product"), Kind.TEXT, 230)),
        LineColumn(Column("bin", mark("Table", "Bin"), Kind.CODE, 90)),
        LineColumn(Column("lot", mark("Table", "Lot"), Kind.CODE, 110)),
        LineColumn(Column("expires", mark("Table", "Expires"), Kind.DATE, 90)),
        LineColumn(Column("order", mark("Table", "For"), Kind.CODE, 170)),
        LineColumn(Column("wanted", mark("Table", "To pick"), Kind.QUANTITY, 100)),
        LineColumn(Column("picked", mark("Table", "Picked"), Kind.QUANTITY, 100), editable=True),
        LineColumn(Column("left", mark("Table", "Missing"), Kind.QUANTITY, 100)),
        *_HIDDEN,
    ]


class PickingPage(DocumentPage):
    """`orders` are the orders to pick; none means all that can leave the warehouse."""

    code = "picking"

    def __init__(self, office: Office, orders: Sequence[int] = ()) -> None:
        grid = LinesGrid(
            _columns(), _nothing, _no_cells, derive=_derived, growing=False,
            faces={
                "name": faces.TwoLineFace("under"), "order": faces.TwoLineFace("partner"),
                "wanted": TallPackFace(), "left": TallPackFace(),
            },
        )  # fmt: skip
        super().__init__(office, translate("Page", "Picking"), grid)
        places = office.ask(stock_terms).warehouses
        self.place = Combo([(ident, name) for ident, _, name in places])
        self.orders = list(orders)
        self.note = LineField()
        self.plan: Plan | None = None
        self._keeper = DraftKeeper(office, "picking", self)
        self.add_field(translate("Pick", "Warehouse"), self.place, 3)
        self.add_field(translate("Pick", "Note"), self.note, 6)
        bar = self.scan_bar(translate("Pick", "Scan a bin or what you take"), self.scan_in)
        bar.echo.undone.connect(self._unscan)
        self._scanned: tuple[int, Decimal] | None = None
        every = Button(translate("Pick", "All of it is here"), icon="list-checks", high=36)
        every.clicked.connect(self.take_all)
        bar.add(every)
        self._offer()
        self.place.currentIndexChanged.connect(self._choose_all)
        grid.changed.connect(self._changed)
        self.setFocusProxy(bar.field)

    def _offer(self) -> None:
        self.action(
            translate("Pick", "Pick list"), self.print_list, icon="printer", shortcut="Ctrl+P"
        )
        self.button = self.action(
            translate("Pick", "Ship what is picked"), self.post, look=Look.PRIMARY, icon="check",
            shortcut="Ctrl+Return",
        )  # fmt: skip

    # -- what is to pick -------------------------------------------------------------------------

    def load(self) -> None:
        """Plan anew; what was picked so far stays picked."""
        done = self._done()
        if not self.orders:
            kept = self._keeper.kept()
            if kept is not None and not done:
                self.place.choose(kept.content["place"])
                self.orders = list(kept.content["orders"])
                done = {tuple(key): Decimal(much) for key, much in kept.content["picked"]}
        place_id = int(self.place.value() or 0)
        can = self.office.ask(pickable_orders, place_id)
        self.orders = [one for one in self.orders if one in can] or list(can)
        self.plan = self.office.ask(plan_picking, self.orders, place_id)
        packs = self.office.ask(packings, [pick.product_id for pick in self.plan.picks])
        self.grid.show_lines([
            _cells(pick, done) | pack_cells(packs.get(pick.product_id)) for pick in self.plan.picks
        ])  # fmt: skip
        self._show_short(self.plan)
        self._show_totals()

    def _choose_all(self) -> None:
        """Another warehouse: its orders, from the beginning."""
        self.orders = []
        self.grid.show_lines(())
        self._keeper.forget()
        self.load()

    def _show_short(self, plan: Plan) -> None:
        """What the warehouse does not have is said at once, not at the end of the walk."""
        self.notice.clear()
        if plan.short:
            each = translate("Pick", "{0} {1} ({2})")
            words = translate("Pick", "Not on hand: {0}").format(
                "; ".join(
                    each.format(one.name, figures.quantity(quantity(one.quantity)), one.number)
                    for one in plan.short[:4]
                )
            )
            waits = Answer(translate("Pick", "Back orders"),
                           partial(self.wanted.emit, "back_orders", None))  # fmt: skip
            self.notice.refuse(words, [waits], serious=False)
        elif not plan.picks:
            words = translate("Pick", "No order waits for goods of this warehouse.")
            self.notice.refuse(words, serious=False)

    def _done(self) -> dict[tuple[int, int, int, int], Decimal]:
        return {
            _key(line): _exact(line.get("picked"))
            for line in self.grid.lines.lines()
            if _exact(line.get("picked"))
        }

    def take_all(self) -> None:
        """Everything on the list was found."""
        for row, line in enumerate(self.grid.lines.lines()):
            self.grid.lines.write(row, {"picked": line["wanted"]})

    # -- scanning --------------------------------------------------------------------------------

    def scan_in(self, code: str) -> None:
        """A bin leads to its line; goods are checked against the list."""
        lines = self.grid.lines.lines()
        in_bin = [row for row, line in enumerate(lines) if line.get("bin") == code]
        if in_bin:
            self.grid.choose(in_bin[0], "picked")
            words = translate("Pick", "{0} lines to pick here").format(len(in_bin))
            self._say(code, words, undo=False)
            return
        try:
            found = self.office.ask(scanned_pieces, code)
        except RuleBroken as broken:
            self.refuse(broken)
            return
        wanted = found.product_id if found else 0
        rows = [row for row, line in enumerate(lines) if line["product"] == wanted]
        if found is None or not rows:
            self._say(code, translate("Pick", "is wrong: it is not on this list"), good=False)
            return
        if found.lot:
            wrong, rows = rows, [row for row in rows if lines[row].get("lot") == found.lot]
            if not rows:
                self._say_lot(found.lot, [lines[row] for row in wrong])
                return
        self._take(rows, lines, found.pieces)

    def _say_lot(self, lot: str, wanted: Sequence[Mapping[str, Cell]]) -> None:
        """The goods are right, the lot is not."""
        lots = dict.fromkeys(
            f"{line['lot']} @{line['bin']}" if line.get("bin") else str(line["lot"])
            for line in wanted if line.get("lot") and _exact(line["left"]) > 0
        )  # fmt: skip
        words = translate("Pick", "is the wrong lot: take {0}").format(", ".join(lots) or "–")
        self._say(f"{wanted[0]['name']} {lot}", words, good=False)

    def _take(
        self, rows: Sequence[int], lines: Sequence[Mapping[str, Cell]], pieces: Decimal
    ) -> None:
        current = self.grid.currentIndex().row()
        rows = sorted(rows, key=lambda row: (row != current, row))
        open_rows = [row for row in rows if _exact(lines[row]["left"]) >= pieces]
        name = str(lines[rows[0]]["name"])
        if not open_rows:
            self._say(name, translate("Pick", "is too much: all of it is picked"), good=False)
            return
        row = open_rows[0]
        picked = _exact(lines[row]["picked"]) + pieces
        self._scanned = (row, pieces)
        self.grid.lines.write(row, {"picked": picked})
        self.grid.flash(row)
        words = translate("Pick", "{0} of {1} for {2}").format(
            figures.quantity(picked), figures.quantity(_exact(lines[row]["wanted"])),
            lines[row]["order"],
        )  # fmt: skip
        self._say(name, words)

    def _say(self, name: str, words: str, *, good: bool = True, undo: bool = True) -> None:
        if self.scan is not None:
            self.scan.echo.say(name, words, good=good, undo=undo)

    def _unscan(self) -> None:
        if self._scanned is None:
            return
        (row, pieces), self._scanned = self._scanned, None
        line = self.grid.lines.line(row) or {}
        self.grid.lines.write(row, {"picked": _exact(line.get("picked")) - pieces})
        self._say("", "")

    # -- how far it is ---------------------------------------------------------------------------

    def _changed(self) -> None:
        self._show_totals()
        if self._done():
            self._keeper.keep({
                "place": self.place.value(), "orders": self.orders,
                "picked": [[list(key), str(much)] for key, much in self._done().items()],
            })  # fmt: skip

    def _show_totals(self) -> None:
        lines = self.grid.lines.lines()
        wanted = sum((_exact(line["wanted"]) for line in lines), ZERO)
        picked = sum((_exact(line["picked"]) for line in lines), ZERO)
        self.button.setEnabled(bool(picked))
        self.totals.show_totals([
            (translate("Pick", "Orders"), figures.number(len({line["order"] for line in lines}))),
            (translate("Pick", "Missing"), figures.quantity(wanted - picked)),
            (translate("Pick", "Picked"), figures.quantity(picked)),
        ])  # fmt: skip
        title = translate("Pick", "Picked so far")
        words = translate("Pick", "{0} of {1}").format(
            figures.quantity(picked), figures.quantity(wanted)
        )
        share = picked / wanted if wanted else ZERO
        self.totals.show_progress(title, words, "", min(share, Decimal(1)))

    # -- shipping --------------------------------------------------------------------------------

    def post(self) -> None:
        """Ship it; where something is missing, ask in a line of text first."""
        missing = sum((_exact(line["left"]) for line in self.grid.lines.lines()), ZERO)
        if missing <= 0:
            self.ship()
            return
        words = translate("Pick", "{0} pieces are missing. They stay on their orders.")
        if missing == 1:
            words = translate("Pick", "{0} piece is missing. It stays on its order.")
        answers = [
            Answer(translate("Pick", "Ship what is picked"), self.ship),
            Answer(translate("Pick", "Go on picking"), self.notice.clear),
        ]
        self.notice.refuse(words.format(figures.quantity(missing)), answers, serious=False)

    def ship(self) -> None:
        """One stock-out for each order."""
        command = ShipPicked(
            int(self.place.value() or 0),
            [_picked(line) for line in self.grid.lines.lines() if _exact(line["picked"])],
            note=self.note.text().strip(),
        )
        posted = self.hand_in(ship_picked, command)
        if posted is None:
            return
        self._keeper.forget()
        numbers = ", ".join(one.number for one in posted)
        self.said.emit(translate("Pick", "Shipped: {0}").format(numbers), "", None)
        self.orders = []
        self.grid.show_lines(())
        self.load()

    def refuse(self, broken: RuleBroken) -> None:
        """At the line of the product it speaks of, else at the top."""
        sku = broken.facts.get("sku")
        for row, line in enumerate(self.grid.lines.lines()):
            if sku and line.get("sku") == sku:
                self.grid.refuse(row, wording.explain(broken))
                return
        super().refuse(broken)

    def print_list(self) -> None:
        """The list on paper, in the order of walking."""
        orders, place_id = list(self.orders), int(self.place.value() or 0)

        def draw(template: str) -> bytes:  # noqa: ARG001
            pdf: bytes = self.office.ask(registry.pick_list_for, orders, place_id)
            return pdf

        Printing(self.office).show(self, Job("pick-list", translate("Paper", "Pick list"), draw))

    def hideEvent(self, event: QHideEvent) -> None:
        self._keeper.flush()
        super().hideEvent(event)


def _cells(pick: Pick, done: Mapping[tuple[int, int, int, int], Decimal]) -> dict[str, Cell]:
    key = (pick.line_id, pick.product_id, pick.bin_id or 0, pick.lot_id or 0)
    return {
        "line_id": pick.line_id, "product": pick.product_id, "bin_id": pick.bin_id or 0,
        "lot_id": pick.lot_id or 0, "name": pick.name, "sku": pick.sku, "unit": pick.unit,
        "bin": pick.bin or None, "lot": pick.lot or None, "partner": pick.partner,
        "expires": clock.day_date(pick.expires_on) if pick.expires_on else None,
        "order": pick.number, "wanted": quantity(pick.quantity), "picked": done.get(key, ZERO),
    }  # fmt: skip


def _key(line: Mapping[str, Cell]) -> tuple[int, int, int, int]:
    line_id, product, shelf, lot = (
        int(str(line[key])) for key in ("line_id", "product", "bin_id", "lot_id")
    )
    return line_id, product, shelf, lot


def _picked(line: Mapping[str, Cell]) -> Picked:
    line_id, product, shelf, _ = _key(line)
    return Picked(line_id, product, _exact(line["picked"]), str(line["lot"] or ""), shelf or None)


def _derived(line: Mapping[str, Cell]) -> Mapping[str, Cell]:
    words = in_packs(line, "picked")
    picked = translate("Pick", "picked {0}").format(words) if words else ""
    under = " · ".join(filter(None, (str(line.get("sku") or ""), picked)))
    return {"left": _exact(line.get("wanted")) - _exact(line.get("picked")), "under": under}


def _exact(cell: Cell) -> Decimal:
    return cell if isinstance(cell, Decimal) else ZERO


def _nothing(text: str) -> list[Any]:  # noqa: ARG001
    return []


def _no_cells(found: Found) -> Mapping[str, Cell]:  # noqa: ARG001
    return {}
