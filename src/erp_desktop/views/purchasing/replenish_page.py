"""What to order: every product that falls short with its reason, and one click to the orders.

The orders are drafts, one a supplier, so that somebody looks at them before they are sent. Drafts
count as on order: what was ordered here is not suggested again.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from erp_desktop.core import errors
from erp_desktop.core.money import decimal_from, minor_unit, price, quantity
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.replenishment import COLUMNS, asked, replenishment
from erp_desktop.services.catalogue.packing import packings
from erp_desktop.services.purchasing.proposing import (
    Ordered,
    OrderProposed,
    Proposed,
    filled_up,
    order_proposed,
)
from erp_desktop.services.stock.places import warehouses
from erp_desktop.services.stock.replenishing import Advice, advise
from erp_desktop.views import costs, figures, theme, wording
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.purchasing.reasons import WhyFace
from erp_desktop.views.reading import Latest
from erp_desktop.views.trade.answers import Then
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.faces import Row
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import TableSource
from erp_desktop.views.widgets.pack_face import PackFace
from erp_desktop.views.widgets.panels import EmptyState
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

translate = wording.translate
IN_PACKS = ("on_hand", "on_order", "reserved", "minimum", "suggested", "forecast")
PACKED = (
    Column("stock_unit", "Stock unit", Kind.TEXT, 80, hidden=True),
    Column("holds", "Conversion", Kind.QUANTITY, 80, hidden=True),
)
PLACES = tuple(
    next(at for at, column in enumerate(COLUMNS) if column.key == key)
    for key in ("supplier", "suggested", "why")
)


class ReplenishPage(ListPage):
    """The chosen rows are ordered, or all that fall short when none is chosen."""

    def __init__(self, office: Office, key: object = None) -> None:  # noqa: ARG002
        self._office = office
        self._place: str | None = None
        empty = EmptyState(
            "shopping-cart",
            translate("Replenishment", "Nothing has to be ordered"),
            translate("Replenishment", "Give products a minimum, and what falls short stands here"),
        )
        self._answered = False
        nothing = Table("replenishment", "What to order", (*COLUMNS, *PACKED), [])
        source = TableSource(nothing, None, _views())
        super().__init__(
            office, translate("Page", "What to order"), source,
            {"why": WhyFace(), **{key: PackFace(pack="stock_unit") for key in IN_PACKS}},
            search_hint=translate("Replenishment", "Filter by product or supplier"),
            opens="product", empty=empty,
        )  # fmt: skip
        self._reading = Latest()
        self.destroyed.connect(self._reading.give_up)
        self.place = Combo([
            (None, translate("Report", "All warehouses")),
            *((one.code, one.name) for one in office.ask(warehouses)),
        ])  # fmt: skip
        self.place.setFixedWidth(theme.px(160))
        self.place.setAccessibleName(translate("Report", "Warehouse"))
        self.place.activated.connect(self._choose_place)
        self.filters.insertWidget(1, self.place)
        offer_export(self)
        self.main = self.action(
            translate("Replenishment", "Write the orders"), self.order_chosen,
            look=Look.PRIMARY, icon="shopping-cart", shortcut="Ctrl+Return",
        )  # fmt: skip
        self.show_view("short")

    # -- reading ---------------------------------------------------------------------------------

    def _choose_place(self) -> None:
        self._place = self.place.value()
        self.load()

    def load(self) -> None:
        """Read beside the window: the use of every product is looked at."""
        question = partial(_all, ask=ReportAsk(warehouse=self._place))
        self._reading.give_up()
        self._reading.asking(self._office.ask_beside(question, self._show))
        if self._reading.waits():
            self.view.wait()

    def _sheet(self) -> int:
        """Nothing is said before the first answer."""
        return super()._sheet() if self._answered else 0

    def _show(self, found: tuple[Table, list[Advice]]) -> None:
        table, short = found
        self._answered = True
        source = self.source
        if isinstance(source, TableSource):
            source.show(table)
        super().load()
        self._say_facts(short)

    def _say_facts(self, short: list[Advice]) -> None:
        suppliers = {one.supplier_id for one in short if one.supplier_id is not None}
        worth = sum((self._worth(one) for one in short), Decimal(0))
        words = translate("Replenishment", "Products {0} · Suppliers {1} · {2}")
        self.header.facts.setText(
            words.format(len(short), len(suppliers), figures.money_with_sign(worth))
            if short and costs.seen()
            else ""
        )

    def _short(self) -> list[Advice]:
        """What falls short now, as the books say it."""
        return self._office.ask(_falls_short, ReportAsk(warehouse=self._place))

    @staticmethod
    def _worth(one: Advice) -> Decimal:
        places = figures.form().places
        each = price(one.price, places) * quantity(one.suggested)
        return each.quantize(Decimal(1).scaleb(-places))

    # -- ordering --------------------------------------------------------------------------------

    def order_chosen(self) -> None:
        """Write the orders of what is chosen, or of all that falls short."""
        chosen = set(self.view.chosen_keys())
        short = self._short()
        wanted = [one for one in short if one.product_id in chosen] or short
        self.order(wanted)

    def order(self, wanted: Sequence[Advice], *, anyway: bool = False) -> None:
        """One draft a supplier; who has no supplier is said afterwards."""
        known = [one for one in wanted if one.supplier_id is not None]
        if not known:
            self._say_nobody(wanted)
            return
        place = self._office.ask(asked, ReportAsk(warehouse=self._place)).place_id
        command = OrderProposed([_proposed(one) for one in known], place, anyway=anyway)
        try:
            made = self.office.do(order_proposed, command)
        except errors.BelowMinimumOrder as broken:
            self._say_below(broken, known)
            return
        self.notice.clear()
        self._tell(made)
        if len(known) < len(wanted):
            self._say_nobody([one for one in wanted if one.supplier_id is None])

    def _tell(self, made: Sequence[Ordered]) -> None:
        words = translate("Replenishment", "Draft orders written: {0}").format(len(made))
        look = translate("Replenishment", "Look at them")
        self.said.emit(words, look, Then(self._show_orders, [one.id for one in made]))

    def _show_orders(self, order_ids: Sequence[int]) -> None:
        for order_id in order_ids:
            self.wanted.emit("purchase_order", order_id)

    def _say_below(self, broken: errors.BelowMinimumOrder, wanted: Sequence[Advice]) -> None:
        supplier = broken.facts["supplier"]
        others = [one for one in wanted if one.supplier != supplier]
        answers = [Answer(translate("Replenishment", "Order anyway"),
                          Then(_anyway, self, wanted))]  # fmt: skip
        mine = [one for one in wanted if one.supplier == supplier]
        more = filled_up(
            mine, decimal_from(broken.facts["minimum"]), minor_unit(figures.form().places)
        )
        fill = translate("Replenishment", "Fill up to {0}").format(broken.facts["minimum"])
        answers.append(Answer(fill, Then(self.order, [*others, *more])))
        if others:
            words = translate("Replenishment", "Without {0}").format(supplier)
            answers.append(Answer(words, Then(self.order, others)))
        answers.append(Answer(translate("Trade", "Leave it"), self.notice.clear))
        self.notice.refuse(wording.explain(broken), answers, serious=False)

    def _say_nobody(self, lacking: Sequence[Advice]) -> None:
        if not lacking:
            self.notice.refuse(translate("Replenishment", "Nothing falls short."), serious=False)
            return
        words = translate("Replenishment", "Without a supplier, so not ordered: {0}")
        show = Answer(translate("Replenishment", "Show them"), Then(self.show_view, "nobody"))
        self.notice.refuse(words.format(len(lacking)), [show], serious=False, focus=False)


def _all(books: Any, ask: ReportAsk) -> tuple[Table, list[Advice]]:
    return _with_packs(books, ask), _falls_short(books, ask)


def _falls_short(books: Any, ask: ReportAsk) -> list[Advice]:
    return [one for one in advise(books, asked(books, ask)) if one.suggested > 0]


def _with_packs(books: Any, ask: ReportAsk) -> Table:
    """What to order, each row with the unit that its stock is shown in (a row's own `pack` is what
    the supplier packs)."""
    found = replenishment(books, ask)
    packs = packings(books, found.keys)
    rows = [
        (*row, packs[key].pack, packs[key].holds)
        for row, key in zip(found.rows, found.keys, strict=True)
    ]
    return replace(found, columns=(*found.columns, *PACKED), rows=rows)


def _anyway(page: ReplenishPage, wanted: Sequence[Advice]) -> None:
    page.order(wanted, anyway=True)


def _proposed(one: Advice) -> Proposed:
    """A suggestion as it is ordered; the supplier's own price stands on the order."""
    return Proposed(one.product_id, one.supplier_id, quantity(one.suggested), None, one.lead_days)


def _views() -> tuple[tuple[str, str, "_Test"], ...]:
    return (
        ("short", QT_TRANSLATE_NOOP("Table", "To order"), _Test("short")),
        ("coming", QT_TRANSLATE_NOOP("Table", "On its way"), _Test("coming")),
        ("nobody", QT_TRANSLATE_NOOP("Table", "Without a supplier"), _Test("nobody")),
        ("all", QT_TRANSLATE_NOOP("Table", "All"), _Test("all")),
    )


class _Test:
    """Whether a row belongs to a view."""

    def __init__(self, code: str) -> None:
        self._code = code

    def __call__(self, row: Row) -> bool:
        supplier, suggested, why = (row[at] for at in PLACES)
        if self._code == "coming":
            return str(why).startswith("coming")
        if self._code == "nobody":
            return bool(suggested) and not supplier
        return bool(suggested) or self._code == "all"
