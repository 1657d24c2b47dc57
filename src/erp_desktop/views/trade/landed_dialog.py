"""Freight, customs or packing over what arrived; the shares are shown before it is posted."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import NotPositive, RuleBroken
from erp_desktop.core.money import ZERO
from erp_desktop.core.states import Kind
from erp_desktop.reports.receipt_finding import found_receipts
from erp_desktop.services.finance.landed import (
    AddLandedCost,
    Cost,
    LandedPreview,
    Share,
    add_landed_cost,
    preview_landed_cost,
)
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.form_draft import FormDraft
from erp_desktop.views.office import Office
from erp_desktop.views.trade.cost_words import cost_words
from erp_desktop.views.trade.dialogs import TradeDialog
from erp_desktop.views.trade.finding import PartnerFinder
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Label, Labelled, LineField, in_a_row
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate
WAIT = 250  # ms after the last key before the shares are found anew
SHOWN = 8  # lines of the preview; the rest is summed in one


class LandedCostDialog(TradeDialog):
    """One or two costs at a time, over one or several receipts."""

    def __init__(
        self, office: Office, receipt_ids: Sequence[int], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            office, translate("Trade", "Freight and other costs of the goods"),
            translate("Trade", "Add to the cost"), parent,
        )  # fmt: skip
        self.setMinimumWidth(theme.px(640))
        self._receipts = list(receipt_ids)
        self.amount, self.second = _money(), _money()
        self.name, self.second_name = _names(), _names()
        self.second_name.choose("customs")
        self.by, self.second_by = _ways(), _ways()
        self.tax = NumberField(unit="%")
        hint = translate("Trade", "Who is paid for it; empty when it was paid elsewhere")
        self.supplier = Finder(PartnerFinder(office, buying=True).find, hint)
        self.reference = LineField()
        self.also = Finder(self._find_receipt, translate("Trade", "Another receipt: its number"))
        self.over = Label("", theme.HINT, "text2")
        self.table = MiniTable(_columns(), pitch=26, total=True)
        self.goes = Label("", theme.BODY, "text2")
        self.goes.setWordWrap(True)
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self.show_shares)
        self._lay_out_fields()
        fields: dict[str, QWidget] = {
            "partner": self.supplier, "amount": self.amount, "by": self.by, "day": self.day,
            "reference": self.reference, "name": self.name, "second": self.second,
            "second_by": self.second_by, "second_name": self.second_name, "tax": self.tax,
        }  # fmt: skip
        name = f"{Kind.LANDED_COST}:{self._receipts[0] if self._receipts else 0}"
        self.draft = FormDraft(self, office, name, fields)
        self.draft.begin()
        self._listen()
        self.show_shares()

    def _lay_out_fields(self) -> None:
        costs = (
            (translate("Trade", "Cost"), self.name, self.amount, self.by),
            (translate("Trade", "Another cost"), self.second_name, self.second, self.second_by),
        )
        for words, name, amount, by in costs:
            self.body.addLayout(
                in_a_row(
                    Labelled(words, name), Labelled(translate("Trade", "Amount"), amount),
                    Labelled(translate("Trade", "Shared"), by), gap=12,
                )
            )  # fmt: skip
        self.body.addLayout(
            in_a_row(
                Labelled(translate("Trade", "Paid to"), self.supplier),
                Labelled(translate("Trade", "Tax"), self.tax), gap=12,
            )
        )  # fmt: skip
        self.body.addLayout(
            in_a_row(
                Labelled(translate("Trade", "Date"), self.day),
                Labelled(translate("Trade", "Reference"), self.reference),
                Labelled(translate("Trade", "Also over"), self.also), gap=12,
            )
        )  # fmt: skip
        for part in (self.over, self.table, self.goes):
            self.body.addWidget(part)

    def _listen(self) -> None:
        for field in (self.amount, self.second, self.tax):
            field.textChanged.connect(self._timer.start)
        for way in (self.by, self.second_by):
            way.activated.connect(self._timer.start)
        self.also.chosen.connect(self._add_receipt)

    # -- what it is over -------------------------------------------------------------------------

    def _find_receipt(self, text: str) -> list[Found]:
        if self.office is None:
            return []
        found = self.office.ask(found_receipts, text)
        return [
            Found(one.id, one.number, one.supplier) for one in found if one.id not in self._receipts
        ]

    def _add_receipt(self, found: Found) -> None:
        self._receipts.append(found.key)
        self.also.clear()
        self.show_shares()

    # -- the shares ------------------------------------------------------------------------------

    def command(self) -> AddLandedCost:
        """What was typed. Raises NotANumber."""
        rate = self.amount_of(self.tax)
        typed = (
            (self.amount, self.by, self.name), (self.second, self.second_by, self.second_name)
        )  # fmt: skip
        costs = [
            Cost(amount, by.value(), name.value(), rate)
            for field, by, name in typed
            if (amount := self.amount_of(field))
        ]
        return AddLandedCost(
            tuple(self._receipts), costs, at=self.at(), supplier_id=self.supplier.key(),
            reference=self.reference.text().strip(),
        )  # fmt: skip

    def show_shares(self) -> None:
        """Show what each line would take, and where it goes; nothing is posted."""
        preview: LandedPreview | None = None
        self.notice.clear()
        try:
            command = self.command()
            if command.costs and self.office is not None:
                preview = self.office.try_out(preview_landed_cost, command)
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken), focus=False)
        shown = preview is not None
        for part in (self.over, self.table, self.goes):
            part.setVisible(shown)
        if preview is not None:
            self._show(preview)
        self.adjustSize()

    def _show(self, preview: LandedPreview) -> None:
        receipts = list(dict.fromkeys(share.receipt for share in preview.shares))
        self.over.setText(translate("Trade", "Over {0}").format(", ".join(receipts)))
        rows = [_row(share) for share in preview.shares[:SHOWN]]
        rest = preview.shares[SHOWN:]
        if rest:
            words = translate("Trade", "{0} more lines").format(len(rest))
            rows.append(_plain(words, sum((share.value for share in rest), ZERO),
                               sum((share.total for share in rest), ZERO)))  # fmt: skip
        rows.append(
            _plain(
                translate("Trade", "Together"),
                sum((share.value for share in preview.shares), ZERO),
                sum((share.total for share in preview.shares), ZERO),
                theme.FIGURE_BOLD,
            )
        )
        self.table.show_rows(rows)
        self.goes.setText(_where(preview))

    # -- handing in ------------------------------------------------------------------------------

    def confirm(self) -> None:
        try:
            command = self.command()
            if not command.costs:
                raise NotPositive("amount", ZERO)
        except RuleBroken as broken:
            self.refuse(broken)
            return
        self.hand_in(self.draft.finishing(add_landed_cost), command)

    def change(self) -> None:
        self.amount.setFocus()


def _money() -> NumberField:
    return NumberField(places=figures.form().places, unit=figures.form().symbol)


def _names() -> Combo:
    return Combo(list(cost_words().items()))


def _ways() -> Combo:
    return Combo([
        ("value", translate("Trade", "By the amounts")),
        ("quantity", translate("Trade", "By the quantities")),
        ("weight", translate("Trade", "By weight")),
        ("volume", translate("Trade", "By volume")),
    ])  # fmt: skip


def _columns() -> list[MiniColumn]:
    return [
        MiniColumn(translate("Trade", "Product")),
        MiniColumn(translate("Trade", "Quantity"), 90, right=True),
        MiniColumn(translate("Trade", "Received at"), 100, right=True),
        MiniColumn(translate("Trade", "Share"), 90, right=True),
        MiniColumn(translate("Trade", "Cost each"), 100, right=True),
    ]


def _row(share: Share) -> MiniRow:
    each = (share.value + share.total) / share.quantity
    return MiniRow((
        MiniCell(f"{share.name} · {share.sku}"),
        MiniCell(f"{figures.quantity(share.quantity)} {share.unit}", "text2", theme.FIGURE),
        MiniCell(figures.money(share.value), "text2", theme.FIGURE),
        MiniCell(figures.money(share.total), "text", theme.FIGURE),
        MiniCell(figures.price(each.quantize(Decimal("0.0001"))), "text2", theme.FIGURE),
    ))  # fmt: skip


def _plain(words: str, value: Decimal, share: Decimal, kind: theme.Type = theme.FIGURE) -> MiniRow:
    return MiniRow((
        MiniCell(words), MiniCell(""), MiniCell(figures.money(value), "text2", kind),
        MiniCell(figures.money(share), "text", kind), MiniCell(""),
    ))  # fmt: skip


def _where(preview: LandedPreview) -> str:
    said = [translate("Trade", "{0} stays in the stock").format(figures.money(preview.to_stock))]
    if preview.to_sales:
        words = translate("Trade", "{0} goes to the cost of what was sold since")
        said.append(words.format(figures.money(preview.to_sales)))
    if preview.elsewhere:
        words = translate("Trade", "{0} went with goods that are gone otherwise")
        said.append(words.format(figures.money(preview.elsewhere)))
    return " · ".join(said)
