"""What the counters do: scan, correct, type into the list; each by name and on a shelf."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from erp_desktop.core.errors import LotNeeded, NotANumber, RuleBroken
from erp_desktop.core.money import ZERO, decimal_from, quantity
from erp_desktop.core.packs import typed_quantity
from erp_desktop.reports import count_plans, count_rows
from erp_desktop.reports.variant_rows import is_template
from erp_desktop.services.stock.bins import LOOSE
from erp_desktop.services.stock.count_entries import (
    CountFound,
    correct_found,
    count_found,
    count_pieces,
    forget_found,
    uncount,
)
from erp_desktop.views import figures, stranger, wording
from erp_desktop.views.stock.count_lot import ask_lot
from erp_desktop.views.stock.wares_grid import ask_variants

if TYPE_CHECKING:
    from erp_desktop.views.stock.count_page import CountPage

translate = wording.translate


class _Last(NamedTuple):
    """The last scan, and what this counter had there before it (None: nothing)."""

    found: CountFound
    before: Decimal | None
    pieces: Decimal | None = None  # how many pieces that was


class CountWork:
    """Writes down what is found, at once: nothing is lost when the power goes."""

    def __init__(self, page: CountPage) -> None:
        self._page = page
        self._last: _Last | None = None
        page.board.correct.reads = self._reads

    def scan(self, code: str) -> None:
        """A product was found, or a shelf's label says where one counts from now on."""
        page, echo = self._page, self._page.board.scan.echo
        found = None
        try:
            found = page.office.ask(count_rows.scanned_pieces, code)
            if found is None and self._went_to(code):
                return
            if found is not None and page.office.ask(is_template, found.product_id):
                words = translate("Count", "Count these")
                ask_variants(page.office, found.product_id, page.head.place_id, self._count_all,
                             page, words)  # fmt: skip
                return
            if found is not None:
                self.count(found)
                return
        except LotNeeded:
            ask_lot(self, page, found)
            return
        except RuleBroken as broken:
            echo.say(code, wording.explain(broken), good=False)
            return
        echo.say(code, translate("Count", "is no product we know"), good=False)
        stranger.offer(page, code, self.scan, page.board.scan.field.setFocus)

    def go_to(self, shelf: str) -> None:
        """From now on one counts on this shelf."""
        page = self._page
        page.board.shelf.setText(shelf)
        page.board.side.show_here(shelf)
        words = translate("Count", "is where you count now")
        if shelf == LOOSE:
            said = translate("Count", "What lies in no bin"), translate("Count", "is counted now")
            page.board.scan.echo.say(*said, undo=False)
        else:
            page.board.scan.echo.say(shelf, words, undo=False)
        page.board.scan.field.setFocus()

    def take_back(self) -> None:
        """The last scan was a mistake."""
        last, self._last = self._last, None
        if last is None:
            return
        self._page.board.scan.echo.say("")
        self._page.board.correct.set_value(last.before)
        self._put(last.found, last.before, last.pieces)

    def correct_last(self) -> None:
        """F2: the hand goes to the number of what was scanned last."""
        if self._last is not None:
            self._page.board.correct.setFocus()
            self._page.board.correct.selectAll()

    def corrected(self) -> None:
        """What was scanned last was counted by hand."""
        if self._last is None:
            return
        try:
            self._put(self._last.found, self._page.board.correct.value())
        except RuleBroken as broken:
            self._page.refuse(broken)
            return
        self._page.board.scan.field.setFocus()

    def _reads(self, text: str) -> Decimal:
        """How much it is, also in packs. Raises NotANumber, NoSuchUnit."""
        row = self._page.rows.get(self._last.found.product_id) if self._last else None
        try:
            return decimal_from(text)
        except NotANumber:
            if row is None or not row.units:
                raise
            return typed_quantity(text, row.unit, dict(row.units))

    def typed(self, row: int, product_id: int, cell: object) -> None:
        """A count was typed into the list."""
        page = self._page
        value = cell if isinstance(cell, Decimal) else None
        found = self._found(product_id, value if value is not None else ZERO)
        try:
            if value is None:
                page.quietly(uncount, found)
            else:
                page.quietly(correct_found, found)
        except RuleBroken as broken:
            self._refuse(row, product_id, broken)
            return
        page.counted(product_id, flash=False)

    def typed_pieces(self, row: int, product_id: int, cell: object) -> None:
        """How many pieces the weight is was typed into the list."""
        page = self._page
        pieces = cell if isinstance(cell, Decimal) else None  # emptied: it stays as it was said
        try:
            if pieces is not None:
                found = replace(self._found(product_id, ZERO), pieces=pieces)
                page.quietly(count_pieces, found)
        except RuleBroken as broken:
            self._refuse(row, product_id, broken)
            return
        page.counted(product_id, flash=False)

    def _refuse(self, row: int, product_id: int, broken: RuleBroken) -> None:
        """What was typed is not taken: the line says why, and shows again what stands."""
        page = self._page
        page.show_product(product_id)
        page.board.show_row(product_id)
        page.board.grid.refuse(row, wording.explain(broken))

    def _went_to(self, code: str) -> bool:
        page = self._page
        head = page.head
        shelf = page.office.ask(count_plans.is_shelf, head.id, head.place_id, code)
        if shelf:
            self.go_to(code)
        return bool(shelf)

    def count(self, scanned: count_rows.ScannedPieces) -> None:
        """So many more of a product. Raises LotNeeded, NotStocked."""
        page = self._page
        found = self._found(scanned.product_id, scanned.pieces, scanned.lot)
        found = replace(found, pieces=scanned.caught)
        now = quantity(page.quietly(count_found, found))
        before = now - scanned.pieces
        page.counted(scanned.product_id)
        words = translate("Count", "+{0}, {1} counted")
        said = words.format(figures.quantity(scanned.pieces), figures.quantity(now))
        row = page.rows[scanned.product_id]
        if row.pieces is not None:
            said += f" · {figures.quantity(row.pieces)} {row.catch_unit}"
        pieces = None if row.pieces is None else row.pieces - (scanned.caught or ZERO)
        self._last = _Last(found, before or None, pieces)
        page.board.scan.echo.say(page.rows[scanned.product_id].name, said)
        page.board.correct.set_value(now)

    def _count_all(self, found: dict[int, Decimal]) -> None:
        """Variants were counted in their grid."""
        for product_id, pieces in found.items():
            self.count(count_rows.ScannedPieces(product_id, pieces))

    def _put(self, found: CountFound, value: Decimal | None, pieces: Decimal | None = None) -> None:
        """This much is there, or it was not counted at all."""
        page = self._page
        plain = CountFound(
            found.plan_id, found.product_id, value if value is not None else ZERO, found.counter,
            found.shelf, found.lot, pieces=pieces,
        )  # fmt: skip
        page.quietly(forget_found if value is None else count_found, plain)
        page.counted(found.product_id)

    def _found(self, product_id: int, pieces: Decimal, lot: str = "") -> CountFound:
        board = self._page.board
        return CountFound(
            self._page.head.id, product_id, pieces, board.counter.text().strip(),
            board.shelf.text().strip(), lot, more=True,
        )  # fmt: skip
