"""The card of a product: what it is, where it lies, what came and went, what it costs and why."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.core.label_design import Source
from erp_desktop.reports.product_card import ProductCard, product_card
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.shop.attachments import PRODUCT, beside
from erp_desktop.services.shop.pictures import picture
from erp_desktop.views import costs, figures, theme, wording
from erp_desktop.views.attachments.files import Files
from erp_desktop.views.cards.figure_strip import Figure, FigureStrip
from erp_desktop.views.catalogue.form_fields import costing_words
from erp_desktop.views.catalogue.merged_line import MergedLine
from erp_desktop.views.catalogue.prices_card import PricesCard
from erp_desktop.views.catalogue.product_dialogs import (
    CostingDialog,
    MergeDialog,
    ProductDialog,
    UnitDialog,
    VariantsDialog,
)
from erp_desktop.views.catalogue.product_panels import (
    CodesCard,
    CostCard,
    MovesCard,
    PlacesCard,
    StoryCard,
)
from erp_desktop.views.catalogue.product_picture import ProductPicture
from erp_desktop.views.catalogue.product_sections import KeepingCard, PartsCard, VariantsCard
from erp_desktop.views.catalogue.product_sheets import ProductSheets
from erp_desktop.views.catalogue.promise_card import PromiseCard
from erp_desktop.views.catalogue.stock_unit import in_stock_unit
from erp_desktop.views.catalogue.supply_card import SupplyCard
from erp_desktop.views.labels.pictures import choose_picture
from erp_desktop.views.office import Office
from erp_desktop.views.opening import open_document
from erp_desktop.views.printing import print_labels
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.chips import Chip
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.page import PAGE_MARGIN, Deed, Page
from erp_desktop.views.widgets.panels import Surface
from erp_desktop.views.widgets.tab_row import TabRow

translate = wording.translate
ProductForm = Callable[[Office, ProductCard, QWidget], ProductDialog]


class ProductPage(Page):
    """One product. Tabs: overview, all of its moves, the files that lie beside it."""

    def __init__(self, office: Office, product_id: int) -> None:
        super().__init__(office)
        self._id = product_id
        self.card: ProductCard | None = None
        self.strip, self.picture, self.tabs = FigureStrip(), ProductPicture(), TabRow()
        self.facts = Label("", theme.HINT, "text2")
        self._chips = [Chip() for _ in range(3)]
        self.codes, self.places, self.flow = CodesCard(), PlacesCard(), StoryCard()
        self.moves, self.cost, self.promises = MovesCard(), CostCard(), PromiseCard()
        self.supply, self.merged = SupplyCard(), MergedLine()
        self.parts, self.variants, self.keeping = PartsCard(), VariantsCard(), KeepingCard()
        self.prices = PricesCard()
        self.files = Files(self, partial(beside, PRODUCT, product_id))
        self._lay_out()
        self._offer()
        self._connect()

    # -- building --------------------------------------------------------------------------------

    def _offer(self) -> None:
        self._more = Button("", icon="ellipsis")
        self._more.setAccessibleName(translate("Catalogue", "More"))
        self._more.clicked.connect(self._show_more)
        self.header.add(self._more)
        self.action(translate("Catalogue", "Edit"), self.edit, icon="pencil", shortcut="F2")
        self.action(
            translate("Catalogue", "Print labels"), self.print_labels, icon="tag",
            shortcut="Ctrl+P",
        )  # fmt: skip
        self._order = self.action(
            translate("Catalogue", "Order more"), self.order,
            look=Look.PRIMARY, icon="shopping-cart", shortcut="Ctrl+B",
        )  # fmt: skip

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._turn)
        self.moves.opened.connect(self._open)
        self.moves.all_wanted.connect(self._all_moves)
        self.codes.wanted.connect(self.edit)
        self.cost.opened.connect(self._open)
        self.supply.wanted.connect(self.edit_supply)
        self.parts.opened.connect(self._open_product)
        self.merged.opened.connect(self._open_product)
        self.parts.wanted.connect(self.assemble)
        self.variants.wanted.connect(self.make_variants)
        self.keeping.wanted.connect(self.edit)
        self.prices.opened.connect(partial(self.wanted.emit, "partner"))

    def _lay_out(self) -> None:
        top = Surface("page", "b")
        box = QVBoxLayout(top)
        margin = theme.px(PAGE_MARGIN)
        box.setContentsMargins(margin, 0, margin, 0)
        box.setSpacing(theme.px(12))
        head = QHBoxLayout()
        head.setSpacing(theme.px(16))
        said = QVBoxLayout()
        said.setSpacing(theme.px(12))
        for part in (self.facts, self.merged, self.strip):
            said.addWidget(part)
        head.addWidget(self.picture)
        head.addLayout(said, 1)
        box.addLayout(head)
        box.addWidget(self.tabs)
        header = self.header.layout()
        for at, chip in enumerate(self._chips):
            header.insertWidget(2 + at, chip)  # type: ignore[union-attr]
        self.body.addWidget(top)
        self._sheets = ProductSheets(self, self._id)
        self.body.addWidget(self._sheets, 1)

    # -- showing ---------------------------------------------------------------------------------

    def load(self) -> None:
        card = self.card = self.office.ask(product_card, self._id)
        self.header.title.setText(card.name)
        self.named.emit(card.name)
        self.picture.show_picture(self.office.ask(picture, f"product:{self._id}"))
        self._order.setVisible(card.kind != "kit")  # its parts are bought
        self._show_chips(card)
        self._show_facts(card)
        self._show_figures(card)
        for panel in (
            self.codes, self.places, self.prices, self.flow, self.moves, self.cost,
            self.promises, self.supply, self.parts, self.variants, self.keeping,
            self.merged,
        ):  # fmt: skip
            panel.show_card(self.office, card)
        self.tabs.show_tabs(self._sheets.tabs(card))
        self._sheets.refresh()

    def _show_chips(self, card: ProductCard) -> None:
        states = ["on_sale" if card.active else "inactive"]
        if card.kind == "goods":
            if card.on_hand < 0:
                states.append("below_zero")
            elif card.on_hand == 0 and card.minimum:
                states.append("out")
            elif card.minimum and card.available < card.minimum:
                states.append("low")
        for chip, state in zip(self._chips, [*states, ""], strict=False):
            chip.show_state(state)
            chip.setVisible(bool(state))
        self._chips[2].setVisible(card.estimated)
        self._chips[2].say(translate("Catalogue", "Cost is an estimate"), Tone.AMBER)

    def _show_facts(self, card: ProductCard) -> None:
        codes = ", ".join(code.code for code in card.codes[:2])
        said = [
            (translate("Catalogue", "SKU"), card.sku),
            (translate("Catalogue", "Barcode"), codes),
            (translate("Catalogue", "Category"), card.category),
            (translate("Catalogue", "Variant of"), card.details.parent_name),
            (translate("Catalogue", "Supplier"), card.supplier),
            (translate("Catalogue", "Note"), card.note),
        ]
        self.facts.setText("      ".join(f"{words}  {fact}" for words, fact in said if fact))

    def _show_figures(self, card: ProductCard) -> None:
        price = Figure(
            translate("Catalogue", "Sale price"), figures.price(card.price),
            figures.form().symbol.strip(), _margin(card),
        )  # fmt: skip
        sold = Figure(
            translate("Catalogue", "Sold in 30 days"), figures.quantity(card.sold), card.unit,
            translate("Catalogue", "{0} a day").format(figures.number(card.sold / 30, 1)),
        )  # fmt: skip
        available = Figure(
            translate("Catalogue", "Available"), figures.quantity(card.available), card.unit,
            role="bad" if card.available < 0 else "text",
        )  # fmt: skip
        if card.kind == "kit" or card.details.is_template:
            self.strip.show_figures([available, price, sold])
            return
        if card.kind == "service":
            self.strip.show_figures([price, sold])
            return
        cost = figures.price(card.unit_cost) if card.unit_cost is not None else figures.ZERO_WORD
        low = card.available < card.minimum or card.available < 0
        self.strip.show_figures([
            Figure(translate("Catalogue", "Available"), *in_stock_unit(card, card.available),
                   role="bad" if low else "text"),
            Figure(translate("Catalogue", "On hand"), *in_stock_unit(card, card.on_hand)),
            Figure(translate("Catalogue", "Reserved"), *in_stock_unit(card, card.reserved),
                   _orders(card.reserving)),
            Figure(translate("Catalogue", "On order"), *in_stock_unit(card, card.on_order)),
            price,
            Figure(translate("Catalogue", "Cost"), cost, figures.form().symbol.strip(),
                   costing_words().get(card.details.costing, "").lower(), cost=True),
            sold,
        ])  # fmt: skip

    # -- hands -----------------------------------------------------------------------------------

    def edit(self) -> None:
        self.wanted.emit("product_form", self._id)

    def edit_supply(self) -> None:
        """Suppliers, packs, when it is ordered again."""
        from erp_desktop.views.catalogue.supply_dialog import SupplyDialog

        if self.card is not None:
            SupplyDialog(self.office, self._id, self.card.sku, self).open()

    def print_labels(self) -> None:
        print_labels(self, {self._id: 1})

    def order(self) -> None:
        """A new purchase order with this product on it."""
        self.wanted.emit("purchase_order", {"product_id": self._id})

    def _open(self, document_id: int) -> None:
        open_document(self, document_id)

    def _all_moves(self) -> None:
        self.tabs.choose("moves")
        self._turn("moves")

    def _turn(self, code: str) -> None:
        self._sheets.turn(code)

    def _show_more(self) -> None:
        self.offer_more(self._more)

    def more_deeds(self) -> list[Deed]:
        card = self.card
        if card is None:
            return []
        found: list[Deed] = []
        more = card.details
        if card.kind == "goods" and not more.is_template:
            found.append(Deed(translate("Catalogue", "Assemble or take apart…"), self.assemble))
            if costs.seen():
                words = translate("Catalogue", "Change costing…")
                found.append(Deed(words, self.change_costing))
            words = translate("Catalogue", "Change to a smaller unit…")
            found.append(Deed(words, self.change_unit))
            found.append(Deed(translate("Catalogue", "Merge into another product…"), self.merge))
        if card.kind == "goods" and more.parent_id is None and (more.is_template or not more.moved):
            found.append(Deed(translate("Catalogue", "Make variants…"), self.make_variants))
        if more.parent_id is not None:
            found.append(Deed(translate("Catalogue", "All its variants"), self._open_template))
        found.append(Deed(translate("Catalogue", "Picture…"), self.choose_picture))
        found.append(self.files.deed())
        words = (
            translate("Catalogue", "Discontinue")
            if card.active
            else translate("Catalogue", "Sell again")
        )
        return [*found, Deed(words, self._retire)]

    def choose_picture(self) -> None:
        """A file becomes the product's picture: on its card, the till's keys, labels."""
        choose_picture(self, Source.NAME, self._id)

    def assemble(self) -> None:
        """A new assembly of this product."""
        self.wanted.emit("assembly", {"product": self._id})

    def merge(self) -> None:
        self._ask(MergeDialog)

    def change_unit(self) -> None:
        self._ask(UnitDialog)

    def change_costing(self) -> None:
        self._ask(CostingDialog)

    def make_variants(self) -> None:
        self._ask(VariantsDialog)

    def _ask(self, form: ProductForm) -> None:
        if self.card is not None:
            dialog = form(self.office, self.card, self)
            dialog.became.connect(self._open_product)
            dialog.open()

    def _open_product(self, product_id: int) -> None:
        if product_id != self._id:
            self.wanted.emit("product", product_id)

    def _open_template(self) -> None:
        if self.card is not None and self.card.details.parent_id is not None:
            self.wanted.emit("product", self.card.details.parent_id)

    def _retire(self) -> None:
        if self.card is not None:
            self.hand_in(save_product, SaveProduct(self.card.sku, active=not self.card.active))


def _margin(card: ProductCard) -> str:
    """What of the price (without tax) is earned."""
    if card.unit_cost is None or card.price <= 0 or not costs.seen():
        return ""
    share = (card.net - card.unit_cost) * 100 / card.net
    return translate("Catalogue", "margin {0}%").format(figures.percent(share))


def _orders(count: int) -> str:
    if count == 1:
        return translate("Catalogue", "1 order")
    return translate("Catalogue", "{0} orders").format(count) if count else ""
