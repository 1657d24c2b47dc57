"""Which lots, serial numbers and bins a line is of: asked in one small dialog, kept in its cell.

What comes in is written lot by lot; what goes out is chosen from what is there, with the first to
expire proposed. Serial numbers are scanned, one a line.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import ZERO
from erp_desktop.reports.lot_choices import LotTerms, lot_terms
from erp_desktop.services.stock.bins import bin_named
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.office import Office
from erp_desktop.views.stock.lot_cells import LotPart
from erp_desktop.views.widgets.buttons import LinkButton
from erp_desktop.views.widgets.choice_fields import DateField
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, LineField
from erp_desktop.views.widgets.note_field import NoteField
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate
ROWS_SHOWN = 12


class Wanted(NamedTuple):
    """What is asked about: so much of a product in a warehouse; `incoming` goods make new lots."""

    product_id: int
    quantity: Decimal
    place_id: int
    incoming: bool = False


class LotEntry(Dialog):
    """`taken(parts)` is called with what was said."""

    def __init__(
        self, office: Office, wanted: Wanted, known: Sequence[LotPart],
        taken: Callable[[list[LotPart]], object], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        quantity, incoming = wanted.quantity, wanted.incoming
        self._terms: LotTerms = office.ask(lot_terms, wanted.product_id, wanted.place_id)
        title = translate("Lots", "{0}: {1} {2}").format(
            self._terms.name, figures.quantity(quantity), self._terms.unit
        )
        super().__init__(office, title, translate("Lots", "Done"), parent=parent)
        self.office: Office = office
        self._quantity, self._place_id, self._taken = quantity, wanted.place_id, taken
        self._incoming = incoming
        self.rows: list[tuple[LineField, DateField | None, LineField | None, NumberField]] = []
        self.serials: NoteField | None = None
        self.said = Label("", theme.BODY, "text2")
        if self._terms.track == "serial":
            self._lay_serials(known)
        elif incoming:
            self._lay_new(known)
        else:
            self._lay_there(known)
        self.body.addWidget(self.said)
        self._tell()
        self.setMinimumWidth(theme.px(520))

    # -- laying out ------------------------------------------------------------------------------

    def _lay_serials(self, known: Sequence[LotPart]) -> None:
        self.serials = NoteField()
        self.serials.setAccessibleName(translate("Lots", "Serial numbers"))
        self.serials.setPlainText("\n".join(code for part in known for code in part.serials))
        self.serials.setMinimumHeight(theme.px(180))
        self.serials.textChanged.connect(self._tell)
        words = translate("Lots", "Scan the serial numbers, one a line")
        self.body.addWidget(Label(words, theme.BODY, "text2"))
        if not self._incoming and self._terms.choices:
            there = ", ".join(one.lot for one in self._terms.choices[:ROWS_SHOWN])
            here = Label(translate("Lots", "On hand: {0}").format(there), theme.HINT, "text2")
            here.setWordWrap(True)
            self.body.addWidget(here)
        self.body.addWidget(self.serials)
        self.serials.setFocus()

    def _heads(self, *words: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        for at, one in enumerate(words):
            grid.addWidget(Label(one, theme.LABEL, "text2"), 0, at)
        self.body.addLayout(grid)
        return grid

    def _lay_new(self, known: Sequence[LotPart]) -> None:
        heads = [translate("Lots", "Lot"), translate("Lots", "Expires")]
        heads += [translate("Lots", "Bin")] if self._terms.bins else []
        self._grid = self._heads(*heads, translate("Lots", "Quantity"))
        for part in known or [LotPart(self._quantity, bin=self._terms.put_away)]:
            self._add_row(part)
        more = LinkButton(translate("Lots", "One more lot"))
        more.clicked.connect(self._add_rest)
        self.body.addWidget(more)
        self.rows[0][0].setFocus()

    def _add_row(self, part: LotPart) -> None:
        at = len(self.rows) + 1
        lot, day, much = LineField(), DateField(), NumberField(part.quantity)
        lot.setText(part.lot)
        lot.setAccessibleName(translate("Lots", "Lot"))
        day.setAccessibleName(translate("Lots", "Expires"))
        much.setAccessibleName(translate("Lots", "Quantity"))
        day.set_value(clock.day_date(part.expires_on) if part.expires_on else None)
        fields: list[QWidget] = [lot, day]
        shelf = None
        if self._terms.bins:
            shelf = LineField(self._terms.put_away)
            shelf.setText(part.bin)
            shelf.setAccessibleName(translate("Lots", "Bin"))
            fields.append(shelf)
        for place, field in enumerate([*fields, much]):
            self._grid.addWidget(field, at, place)
        much.textChanged.connect(self._tell)
        self.rows.append((lot, day, shelf, much))

    def _add_rest(self) -> None:
        self._add_row(LotPart(max(self._quantity - self._sum(), ZERO)))
        self.rows[-1][0].setFocus()
        self._tell()

    def _lay_there(self, known: Sequence[LotPart]) -> None:
        """What is there, the first to go first, with how much of each goes."""
        grid = self._heads(
            translate("Lots", "Lot"), translate("Lots", "Expires"), translate("Lots", "Bin"),
            translate("Lots", "On hand"), translate("Lots", "Goes out"),
        )  # fmt: skip
        said = {(part.lot, part.bin_id): part.quantity for part in known}
        grid.setColumnStretch(0, 1)
        rest = self._quantity
        for at, one in enumerate(self._terms.choices[:ROWS_SHOWN], start=1):
            much = said.get((one.lot, one.bin_id), ZERO)
            if not known and one.good:
                much = min(rest, one.on_hand)
                rest -= much
            field = NumberField(much)
            field.setAccessibleName(translate("Lots", "Goes out of {0}").format(one.lot or one.bin))
            field.textChanged.connect(self._tell)
            role = "text" if one.good else "bad"
            day = figures.day(clock.day_date(one.expires_on)) if one.expires_on else ""
            for place, words in enumerate((one.lot, day, one.bin)):
                grid.addWidget(Label(words, theme.BODY, role), at, place)
            held = Label(figures.quantity(one.on_hand), theme.FIGURE, role)
            grid.addWidget(held, at, 3, Qt.AlignmentFlag.AlignRight)
            field.setFixedWidth(theme.px(120))
            grid.addWidget(field, at, 4)
            lot = LineField()
            lot.setText(one.lot)
            self.rows.append((lot, None, None, field))

    # -- taking over -----------------------------------------------------------------------------

    def _codes(self) -> list[str]:
        text = self.serials.toPlainText() if self.serials is not None else ""
        return [code.strip() for code in text.splitlines() if code.strip()]

    def _sum(self) -> Decimal:
        if self.serials is not None:
            return Decimal(len(set(self._codes())))
        total = ZERO
        for *_, much in self.rows:
            try:
                total += much.value() or ZERO
            except RuleBroken:
                continue
        return total

    def _tell(self) -> None:
        """How much of the line is said."""
        now = self._sum()
        words = translate("Lots", "{0} of {1}").format(
            figures.quantity(now), figures.quantity(self._quantity)
        )
        self.said.setText(words)
        self.verb.setEnabled(now == self._quantity)

    def parts(self) -> list[LotPart]:
        """What was said. Raises NotANumber, NotADate, UnknownBin."""
        if self.serials is not None:
            codes = tuple(dict.fromkeys(self._codes()))
            return [LotPart(Decimal(len(codes)), serials=codes)]
        if not self._incoming:
            return [
                LotPart(much.value() or ZERO, one.lot, None, one.bin_id, one.bin)
                for one, (*_, much) in zip(self._terms.choices, self.rows, strict=False)
                if much.value()
            ]
        found = []
        for lot, day, shelf, much in self.rows:
            code = shelf.text().strip() if shelf is not None else ""
            when = day.value() if day is not None else None
            if much.value():
                found.append(
                    LotPart(
                        much.value() or ZERO, lot.text().strip(),
                        clock.day_number(when) if when else None,
                        self.office.ask(bin_named, self._place_id, code), code,
                    )
                )  # fmt: skip
        return found

    def confirm(self) -> None:
        try:
            parts = self.parts()
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        self._taken(parts)
        self.accept()
