"""Goods come back with a receipt (退货): choose lines and quantities, see the refund, give it back.

The refund shown is the exact share of what was paid, as it will be posted: taking everything back
gives back everything, discounts included.
"""

from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from erp_desktop.core import clock
from erp_desktop.core.errors import MoreThanSold, NotADate, ReturnTooLate, RuleBroken
from erp_desktop.core.money import ZERO, money, money_parts
from erp_desktop.core.states import Kind
from erp_desktop.core.table import Cell, Column
from erp_desktop.core.table import Kind as Cells
from erp_desktop.reports import till_rows
from erp_desktop.services.finance.means import EXCHANGE
from erp_desktop.services.paper import Posted
from erp_desktop.services.reversing import reverse
from erp_desktop.services.sales.return_rules import Came, return_rules
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.services.sales.till import PaidBy
from erp_desktop.services.shop.drafts import save_draft
from erp_desktop.services.trade import PartLine
from erp_desktop.services.users.rights import LATE_RETURN, Approve
from erp_desktop.views import figures, wording
from erp_desktop.views.lending import ask_who_may
from erp_desktop.views.office import Office
from erp_desktop.views.till.cart import ACCOUNT, Back
from erp_desktop.views.till.exchanges import EXCHANGE_DRAFT
from erp_desktop.views.till.means import WORDS, learn, means_word
from erp_desktop.views.till.reasons import goes_words, reason_word
from erp_desktop.views.till.receipts import Receipt
from erp_desktop.views.widgets import faces
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.choice_fields import Combo, DateField
from erp_desktop.views.widgets.document_page import DocumentPage
from erp_desktop.views.widgets.fields import LineField
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
COLUMNS = (
    LineColumn(Column("name", mark("Table", "Item"), Cells.TEXT, 260)),
    LineColumn(Column("sold", mark("Table", "Sold"), Cells.QUANTITY, 96)),
    LineColumn(Column("back", mark("Table", "Came back"), Cells.QUANTITY, 110)),
    LineColumn(Column("now", mark("Table", "Returns now"), Cells.QUANTITY, 116), editable=True),
    LineColumn(Column("refund", mark("Table", "Refund"), Cells.MONEY, 120)),
    LineColumn(Column("sku", "sku", Cells.TEXT, 10, hidden=True)),
    LineColumn(Column("unit", "unit", Cells.TEXT, 10, hidden=True)),
)


class ReturnPage(DocumentPage):
    """A return of one till sale. F12 gives the money back."""

    def __init__(self, office: Office, sale_id: int) -> None:
        self.sale = office.ask(till_rows.sold_sale, sale_id)
        self._facts = office.ask(till_rows.till_facts)
        self._approvals: list[int] = []
        self._serials: dict[int, list[str]] = {}  # by line: the pieces whose numbers were scanned
        special = {
            "name": faces.TwoLineFace("sku"),
            "sold": faces.UnitFace("unit"),
            "back": faces.UnitFace("unit"),
        }
        grid = LinesGrid(
            COLUMNS, _nothing_found, _nothing_filled, derive=self._refund_cell, faces=special,
            growing=False,
        )  # fmt: skip
        title = translate("Till", "Return of {0}").format(self.sale.number)
        super().__init__(office, title, grid)
        at = figures.moment(clock.local_time(self.sale.at))
        self.say_fact(f"{at}  ·  {figures.money_with_sign(self.sale.total)}")
        self.action(
            translate("Till", "All of it"), self.take_all, icon="list-checks", shortcut="F4"
        )
        words = translate("Till", "Exchange for other goods")
        self.swap = self.action(words, self.exchange, icon="repeat", shortcut="F6")
        self.give = self.action("", self.post, look=Look.PRIMARY, icon="undo-2", shortcut="F12")
        self._ask_why()
        self.scan_bar(
            translate("Till", "Scan what came back: each scan counts one"), self.scan_back
        )
        grid.changed.connect(self._show)
        self.method.currentIndexChanged.connect(self._show)
        grid.show_lines([self._line(line) for line in self.sale.lines])
        if self.scan is not None:
            self.setFocusProxy(self.scan.field)

    def _ask_why(self) -> None:
        """How the money goes back, why the goods come, and where they go."""
        self.method = Combo(self._methods())
        self.method.choose(self._first_method())
        self._reasons = self.office.ask(return_rules).offered
        self.why = Combo([(one.code, reason_word(one)) for one in self._reasons])
        self.goes = Combo(goes_words())
        self.reason = LineField(translate("Till", "What was wrong with it"))
        self.why.currentIndexChanged.connect(self._propose)
        words = translate("Till", "Money goes back by")
        self.method_box = self.add_field(words, self.method, 2)
        self.add_field(translate("Till", "Customer"), _read_only(self._customer()), 2)
        self.add_field(translate("Till", "Reason"), self.why, 2)
        self.add_field(translate("Till", "In words"), self.reason, 3)
        self.add_field(translate("Till", "Goes to"), self.goes, 2)
        self.day = DateField(clock.day_date(clock.today()))
        self.day_box = self.add_field(translate("Till", "Came back on"), self.day, 2)
        self.day.chosen.connect(self._show)

    # -- lines -----------------------------------------------------------------------------------

    def scan_back(self, code: str) -> None:
        """One more of a line's product came back."""
        found = self._row_of(code)
        if self.scan is None or (found >= 0 and not self._took_serial(found, code)):
            return
        if found < 0:
            words = translate("Till", "is not on this receipt, or all of it came back")
            self.scan.echo.say(code, words, good=False)
            return
        line = self.grid.lines.line(found) or {}
        more = _decimal(line["now"]) + 1
        self.grid.lines.write(found, {"now": more})
        self.grid.flash(found)
        words = translate("Till", "{0} come back").format(figures.quantity(more))
        self.scan.echo.say(str(line["name"]), words, undo=False)

    def take_scan(self, code: str) -> bool:
        self.scan_back(code)
        return True

    def take_all(self) -> None:
        """Everything that has not come back yet."""
        for row, line in enumerate(self.sale.lines):
            self.grid.lines.write(row, {"now": line.returnable})

    def _took_serial(self, row: int, code: str) -> bool:
        """Keep the number of a piece; the same piece cannot come back twice."""
        ware = self.office.ask(till_rows.scanned_ware, code, self._facts.place_id)
        if ware is None or not ware.serial:
            return True
        known = self._serials.setdefault(self.sale.lines[row].line_id, [])
        new = ware.serial not in known
        known += [ware.serial] if new else []
        return new

    def _row_of(self, code: str) -> int:
        """The line of a scanned code that may still take one."""
        try:
            found = self.office.ask(till_rows.scanned_ware, code, self._facts.place_id)
        except RuleBroken:
            return -1
        for row, line in enumerate(self.sale.lines):
            now = _decimal((self.grid.lines.line(row) or {}).get("now"))
            if found and line.product_id == found.id and now + 1 <= line.returnable:
                return row
        return -1

    def _line(self, line: till_rows.SoldLine) -> dict[str, Cell]:
        return {
            "line": line.line_id, "name": line.name, "sku": line.sku, "unit": line.unit,
            "sold": line.sold, "back": line.back, "now": ZERO, "refund": ZERO,
        }  # fmt: skip

    def _refund_cell(self, cells: Mapping[str, Cell]) -> Mapping[str, Cell]:
        line = next((x for x in self.sale.lines if x.line_id == cells["line"]), None)
        now = _decimal(cells["now"])
        if line is None or not 0 < now <= line.returnable:
            return {"refund": ZERO}
        return {"refund": self._worth(line, now)}

    def _worth(self, line: till_rows.SoldLine, now: Decimal) -> Decimal:
        return money(till_rows.refund_of(line, now, self._facts.minor), self._facts.places)

    # -- showing ---------------------------------------------------------------------------------

    def refund(self) -> Decimal:
        """What is given back, as it stands on the page: less the share of what was let off."""
        whole = sum((_decimal(line["refund"]) for line in self.grid.lines.lines()), ZERO)
        let_off = till_rows.let_off_of(self.sale, money_parts(whole), self._facts.minor)
        return whole - money(let_off, self._facts.places)

    def _propose(self) -> None:
        """Where goods usually go that come back for this reason."""
        found = next((one for one in self._reasons if one.code == self.why.value()), None)
        if found is not None:
            self.goes.choose(found.goes)

    def _show(self) -> None:
        self._check()
        amount = figures.money_with_sign(self.refund())
        self.totals.show_totals([("", ""), (translate("Till", "Refund"), amount)])
        words = translate("Till", "Give {0} back by {1}")
        if self.method.value() == "cash":
            words = translate("Till", "Give {0} {1} back")
        if self.method.value() == ACCOUNT:
            words = translate("Till", "Credit {0} {1}")
        self.give.setText(words.format(amount, means_word(str(self.method.value())).lower()))
        some = any(_decimal(line["now"]) > 0 for line in self.grid.lines.lines())
        self.give.setEnabled(some)
        self.swap.setEnabled(some and self.day.moment() is None)
        self.give.setShortcut("F12")  # Qt forgets the key with each new text
        self.give.updateGeometry()

    def _check(self) -> None:
        """More than was sold is said under its line at once."""
        for row, line in enumerate(self.sale.lines):
            now = _decimal((self.grid.lines.line(row) or {}).get("now"))
            refused = row in self.grid.refused_rows()
            if now > line.returnable and not refused:
                broken = MoreThanSold(line.sku, now, line.returnable)
                words = translate("Till", "Take back {0}").format(figures.quantity(line.returnable))
                answer = Answer(words, self._setting(row, line.returnable))
                self.grid.refuse(row, wording.explain(broken), [answer])
            elif now <= line.returnable and refused:
                self.grid.clear_refusal(row)

    def _setting(self, row: int, value: Decimal) -> Any:
        def act() -> None:
            self.grid.lines.write(row, {"now": value})

        return act

    def _methods(self) -> list[tuple[str, str]]:
        learn(self._facts.means)
        codes = [one.code for one in self._facts.means]
        codes += [ACCOUNT] if self.sale.customer_id else []
        codes += [code for code in self.sale.methods if code in WORDS and code not in codes]
        return [(code, means_word(code)) for code in codes if code != EXCHANGE]

    def _first_method(self) -> str:
        """As it was paid; what was never paid is credited."""
        paid = [one for one in self.sale.methods if one not in {"advance", EXCHANGE}]
        return paid[0] if paid else ACCOUNT if self.sale.customer_id else "cash"

    def _customer(self) -> str:
        return self.sale.customer or translate("Till", "Walk-in customer")

    # -- the deed --------------------------------------------------------------------------------

    def post(self) -> None:
        """Take the goods back and give the money."""
        if self.day.value() is None and self.day.text().strip():
            self.day_box.refuse(wording.explain(NotADate(self.day.text().strip())))
            return
        parts = self._parts()
        method, amount = str(self.method.value()), self.refund()
        refunds = [] if method == ACCOUNT else [PaidBy(method, amount)]
        came = Came(str(self.why.value()), self.reason.text().strip(), str(self.goes.value()))
        command = ReturnFromCustomer(
            self.sale.id, parts=parts, refunds=refunds, came=[came] * len(parts),
            reason=came.words or self.why.currentText(), at=self._moment(),
            approvals=tuple(self._approvals),
        )  # fmt: skip
        words = figures.money_with_sign(amount)
        self.book(return_from_customer, command, lambda posted: self._posted(posted, words))

    def _moment(self) -> int | None:
        """When the goods came; on the day of the sale that is not before it."""
        at = self.day.moment()
        same = at is not None and clock.day_of(at) == clock.day_of(self.sale.at)
        return max(at, self.sale.at) if at is not None and same else at

    def exchange(self) -> None:
        """Leave what came back to the till, where other goods are scanned for it."""
        back = Back(
            self.sale.id, self.sale.number, str(self.refund()),
            [[str(part.line_id), str(part.quantity)] for part in self._parts()],
            str(self.why.value()), self.reason.text().strip(), str(self.goes.value()),
        )  # fmt: skip
        content = {
            "back": asdict(back),
            "customer_id": self.sale.customer_id,
            "customer": self.sale.customer,
        }
        self.office.do(save_draft, EXCHANGE_DRAFT, content)
        self.wanted.emit("till", None)
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the till; what was counted already waits in its tab."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        self.wanted.emit("till", None)
        if not self._parts():
            self.done.emit()

    def refuse(self, broken: RuleBroken) -> None:
        """Goods that come too late can be taken back by whoever may."""
        if not isinstance(broken, ReturnTooLate):
            super().refuse(broken)
            return
        words = wording.explain(broken)
        answer = Answer(translate("Till", "Take it back anyway"), self._ask_late)
        self.notice.refuse(words, [answer], serious=False)

    def _ask_late(self) -> None:
        wanted = Approve(LATE_RETURN, 0, "", words=self.sale.number)
        ask_who_may(self.office, wanted, self._allowed, self)

    def _allowed(self, approval_id: int) -> None:
        self._approvals.append(approval_id)
        self.post()

    def _parts(self) -> list[PartLine]:
        return [
            PartLine(
                int(str(line["line"])),
                _decimal(line["now"]),
                serials=self._serials.get(int(str(line["line"])), ()),
            )
            for line in self.grid.lines.lines()
            if _decimal(line["now"]) > 0
        ]

    def _posted(self, posted: Posted, amount: str) -> None:
        office = self.office

        def undo() -> None:
            office.do(reverse, posted.id)

        cash = self.method.value() == "cash"
        receipt = Receipt(self, Kind.SALES_RETURN, posted.id, cash=cash)
        words = translate("Till", "{0}: {1} given back").format(posted.number, amount)
        self.said.emit(words, translate("Till", "Undo"), receipt.offered_with(undo))
        receipt.print_quietly()
        self.done.emit()


def _decimal(cell: Cell) -> Decimal:
    return cell if isinstance(cell, Decimal) else ZERO


def _nothing_found(text: str) -> list[Any]:  # noqa: ARG001  (no line is added to a return)
    return []


def _nothing_filled(found: Any) -> dict[str, Cell]:  # noqa: ARG001
    return {}


def _read_only(words: str) -> LineField:
    field = LineField()
    field.setText(words)
    field.setReadOnly(True)
    return field
