"""An exchange in the back office (换货): what comes back of a receipt, what goes, the difference.

The upper lines are those of the receipt, as for a return; below them stand the goods that go
instead, found by name or scanned. One button takes or gives the difference: a scan is for what goes
once something comes back. What the rules refuse (more than is on hand, an expired lot, a customer
who would owe too much) is sold anyway by whoever may.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import ZERO, money, money_parts, parts, price_parts, quantity_parts
from erp_desktop.core.states import Kind
from erp_desktop.core.table import Cell, Column
from erp_desktop.core.table import Kind as Cells
from erp_desktop.core.tax import Priced, price_document
from erp_desktop.reports import till_rows
from erp_desktop.reports.till_rows import Ware
from erp_desktop.services.reversing import reverse
from erp_desktop.services.sales.exchanging import Exchange, Exchanged, exchange
from erp_desktop.services.sales.return_rules import Came
from erp_desktop.services.sales.returning import ReturnFromCustomer
from erp_desktop.services.sales.till import SellAtTill
from erp_desktop.services.trade import TradeLine
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.office import Office
from erp_desktop.views.till.cart import ACCOUNT
from erp_desktop.views.till.means import means_word
from erp_desktop.views.till.receipts import Receipt
from erp_desktop.views.till.return_page import ReturnPage
from erp_desktop.views.till.shelf import stock_words
from erp_desktop.views.trade.anyway import Anyway
from erp_desktop.views.trade.proposing import Proposing
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.widgets.panels import Line

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
COLUMNS = (
    LineColumn(Column("name", mark("Table", "Item"), Cells.TEXT, 260), editable=True),
    LineColumn(Column("quantity", mark("Table", "Qty"), Cells.QUANTITY, 110), editable=True),
    LineColumn(Column("price", mark("Table", "Price"), Cells.PRICE, 120), editable=True),
    LineColumn(Column("amount", mark("Table", "Amount"), Cells.MONEY, 120)),
    LineColumn(Column("sku", "sku", Cells.TEXT, 10, hidden=True)),
)


class ExchangePage(ReturnPage):
    """`going` are the lines that go instead. F12 does the exchange."""

    def __init__(self, office: Office, sale_id: int) -> None:
        self.going = LinesGrid(COLUMNS, self._find, self._fill, derive=self._amount)
        self._anyway = Anyway(self, self.post)
        super().__init__(office, sale_id)
        self._proposing = Proposing(
            office, lambda: self.sale.customer_id, lambda: None, levels=self._facts.levels
        )
        self.header.title.setText(translate("Till", "Exchange of {0}").format(self.sale.number))
        self.swap.hide()
        self.day_box.hide()  # what goes is taken along now
        self.method_box.label.setText(translate("Till", "Difference paid or given back by"))
        if self.scan is not None:
            hint = translate("Till", "Scan what came back, then what goes instead")
            self.scan.field.setPlaceholderText(hint)
            self.scan.field.setAccessibleName(hint)
        self.going.setAccessibleName(translate("Till", "Goes instead"))
        self.going.changed.connect(self._show)
        self._lay_out_going()
        self._show()

    def _lay_out_going(self) -> None:
        """Below what comes back: a heading and the lines that go."""
        at = self.body.indexOf(self.grid)
        heading = Label(translate("Till", "Goes instead"), theme.PANEL)
        heading.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(6))
        self.body.insertWidget(at + 1, Line())  # the lines above may be cut there
        self.body.insertWidget(at + 2, heading)
        self.body.insertWidget(at + 3, self.going)
        for part in (self.grid, self.going):
            self.body.setStretchFactor(part, 1)

    # -- what goes ---------------------------------------------------------------------------------

    def _find(self, text: str) -> list[Found]:
        found = self.office.ask(till_rows.wares, text, self._facts.place_id)
        return [
            Found(one.id, one.name, stock_words(one), figures.price(one.price)) for one in found
        ]

    def _fill(self, found: Found) -> dict[str, Cell]:
        one = self.office.ask(till_rows.ware, found.key, self._facts.place_id)
        return {} if one is None else _cells(one)

    def _amount(self, line: Mapping[str, Cell]) -> Mapping[str, Cell]:
        """What a line comes to, at the customer's own price while nobody typed another."""
        proposed = self._proposing.cells(line)
        quantity, price = line.get("quantity"), {**line, **proposed}.get("price")
        exact = isinstance(quantity, Decimal) and isinstance(price, Decimal)
        return {**proposed, "amount": quantity * price if exact else ZERO}  # type: ignore[operator]

    def scan_back(self, code: str) -> None:
        """What is on the receipt comes back; once that is done, any other code goes."""
        found = self.office.ask(till_rows.scanned_ware, code, self._facts.place_id)
        if self._row_of(code) >= 0 or found is None or not self._parts():
            super().scan_back(code)
            return
        rows = enumerate(self.going.lines.lines())
        row = next((at for at, line in rows if line.get("product_id") == found.id), -1)
        if row < 0:
            row = self.going.lines.add(_cells(found))
        else:
            much = self.going.lines.line(row) or {}
            self.going.lines.write(row, {"quantity": _exact(much.get("quantity")) + found.times})
        self.going.flash(row)

    def costs(self) -> Decimal:
        """What goes comes to, as it will be posted."""
        lines = [
            Priced(
                quantity_parts(_exact(line.get("quantity"))),
                price_parts(_exact(line.get("price"))), int(str(line.get("rate") or 0)),
                parts(ZERO, 6), money_parts(ZERO),
            )
            for line in self._wanted()
        ]  # fmt: skip
        facts = self._facts
        priced = price_document(lines, included=facts.tax_included, minor=facts.minor)
        return money(priced.total, facts.places)

    def _wanted(self) -> list[Mapping[str, Cell]]:
        return [line for line in self.going.lines.lines() if _exact(line.get("quantity")) > 0]

    # -- showing -----------------------------------------------------------------------------------

    def _show(self) -> None:
        self._check()
        worth, costs = self.refund(), self.costs()
        rest = costs - worth
        words = translate("Till", "Difference to pay")
        if rest < 0:
            words = translate("Till", "Difference to give back")
        self.totals.show_totals([
            (translate("Till", "Goes instead"), figures.money(costs)),
            (translate("Till", "Came back"), figures.money(-worth)),
            (words, figures.money_with_sign(abs(rest))),
        ])  # fmt: skip
        self.give.setText(self._deed(rest))
        self.give.setEnabled(bool(self._parts() and self._wanted()))
        self.give.setShortcut("F12")  # Qt forgets the key with each new text
        self.give.updateGeometry()

    def _deed(self, rest: Decimal) -> str:
        amount, method = figures.money_with_sign(abs(rest)), str(self.method.value())
        if not rest:
            return translate("Till", "Exchange, nothing to pay")
        if method == ACCOUNT:
            words = translate("Till", "Exchange, {0} on account")
        elif rest > 0:
            words = translate("Till", "Exchange, take {0} {1}")
        else:
            words = translate("Till", "Exchange, give {0} {1} back")
        return words.format(amount, means_word(method).lower())

    # -- the deed ----------------------------------------------------------------------------------

    def post(self) -> None:
        """Take back and sell in one."""
        parts_back, method = self._parts(), str(self.method.value())
        came = Came(str(self.why.value()), self.reason.text().strip(), str(self.goes.value()))
        agreed = dict(self._anyway.facts())
        lent = (*self._approvals, *agreed.pop("approvals", ()))
        back = ReturnFromCustomer(
            self.sale.id, parts=parts_back, came=[came] * len(parts_back),
            reason=came.words or self.why.currentText(), approvals=lent,
        )  # fmt: skip
        lines = [
            TradeLine(int(str(line["product_id"])), _exact(line["quantity"]), _exact(line["price"]))
            for line in self._wanted()
        ]
        going = SellAtTill(
            lines, paid_by="" if method == ACCOUNT else method, place_id=self._facts.place_id,
            customer_id=self.sale.customer_id, approvals=lent, **agreed,
        )  # fmt: skip
        done = self.hand_in(exchange, Exchange(back, going, method))
        if isinstance(done, Exchanged):
            self._exchanged(done)

    def refuse(self, broken: RuleBroken) -> None:
        """Say why not, with the way to sell it anyway where a right is all that it takes."""
        way = self._anyway.answer(broken)
        if way is None:
            super().refuse(broken)
            return
        way = way._replace(words=translate("Trade", "Sell anyway"))
        self.notice.refuse(wording.explain(broken), [way], serious=False)

    def _exchanged(self, done: Exchanged) -> None:
        office, going = self.office, done.going
        receipt = Receipt(self, Kind.SALE, going.id, cash=self.method.value() == "cash")
        words = translate("Till", "Exchanged: {0}").format(going.number)

        def undo() -> None:
            office.do(reverse, going.id)

        self.said.emit(words, translate("Till", "Undo"), receipt.offered_with(undo))
        receipt.print_quietly()
        self.wanted.emit("sale", going.id)
        self.done.emit()


def _cells(one: Ware) -> dict[str, Any]:
    return {
        "product_id": one.id, "name": one.name, "sku": one.sku, "quantity": one.times,
        "price": one.price, "offered": one.price, "rate": one.rate,
    }  # fmt: skip


def _exact(cell: Cell) -> Decimal:
    return cell if isinstance(cell, Decimal) else ZERO
