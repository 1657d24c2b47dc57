"""The costs of a landed cost, any number of them: which, how much, shared by what, its tax.

A cost is found like a product: its kind and the way it is shared come together (*Freight · by
weight*), and a word that nobody knows is a cost of the shop's own.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from erp_desktop.core.money import ZERO
from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.services.finance.landed import BY, NAMES, Cost
from erp_desktop.views import theme, wording
from erp_desktop.views.trade.cost_words import cost_words, way_words
from erp_desktop.views.widgets import faces
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.line_content import Kept
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

translate = wording.translate
SHOWN: Final = 5
KEPT: Final = ("cost", "by", "name", "amount", "tax")
_OWN: Final = len(NAMES)  # a kind that the shop has its own word for


class CostsGrid(LinesGrid):
    """`costs()` are those with an amount; `changed` after each edit."""

    def __init__(self) -> None:
        mark = QT_TRANSLATE_NOOP
        self._typed = ""
        super().__init__(
            [
                LineColumn(Column("name", mark("Table", "Kind of cost"), width=260), finder=True),
                LineColumn(Column("way", mark("Table", "Shared"), width=180)),
                LineColumn(Column("amount", mark("Table", "Amount"), Kind.MONEY, 130),
                           editable=True),
                LineColumn(Column("tax", mark("Table", "Tax %"), Kind.PERCENT, 90), editable=True),
                LineColumn(Column("taxed", mark("Table", "With tax"), Kind.MONEY, 130)),
            ],
            self._find, self._fill, derive=_derived,
            faces={"way": faces.Face(role="text2")},
        )  # fmt: skip
        self.adds = translate(
            "Trade", "Enter adds a cost: freight, customs, packing, or your own word"
        )
        self.setAccessibleName(translate("Trade", "Costs"))
        self.kept = Kept(KEPT, "cost", _nothing_more)
        self.changed.connect(self._fit)
        self._fit()

    def costs(self) -> list[Cost]:
        """The costs as the service takes them."""
        return [
            Cost(_exact(line.get("amount")), str(line["by"]), str(line["cost"]),
                 _exact(line.get("tax")))
            for line in self.lines.lines()
            if line.get("amount") is not None
        ]  # fmt: skip

    def _find(self, text: str) -> Sequence[Found]:
        """Kinds whose word (or code) begins so, each in every way it can be shared."""
        self._typed, wanted = text.strip(), text.strip().lower()
        found = [
            at for at, (code, words) in enumerate(cost_words().items())
            if wanted in words.lower() or code.startswith(wanted)
        ] or [_OWN]  # fmt: skip
        names = [*cost_words().values(), self._typed]
        return [
            Found(at * len(BY) + by, names[at], words)
            for at in found
            for by, words in enumerate(way_words().values())
        ]

    def _fill(self, found: Found) -> Mapping[str, Cell]:
        at, by = divmod(found.key, len(BY))
        return {"cost": NAMES[at] if at < _OWN else self._typed, "by": BY[by]}

    def _fit(self) -> None:
        rows = min(self.lines.rowCount(), SHOWN)
        self.setFixedHeight(theme.px(44) * rows + theme.px(34))


def _derived(line: Mapping[str, Cell]) -> Mapping[str, Cell]:
    cost, by = str(line.get("cost") or ""), str(line.get("by") or "")
    amount = line.get("amount")
    taxed = None
    if isinstance(amount, Decimal):
        taxed = (amount * (1 + _exact(line.get("tax")) / 100)).quantize(Decimal("0.01"))
    return {
        "name": cost_words().get(cost, cost), "way": way_words().get(by, ""), "taxed": taxed
    }  # fmt: skip


def _exact(cell: Cell) -> Decimal:
    return cell if isinstance(cell, Decimal) else ZERO


def _nothing_more(key: int) -> Mapping[str, Cell]:  # noqa: ARG001
    return {}
