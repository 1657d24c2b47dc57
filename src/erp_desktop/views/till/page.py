"""The till (收银): cart left, money right, and one button that says the whole deed.

Scan, scan, F12. Everything else has a key as well, and whatever was done, the keyboard is back in
the scan field. Carts keep themselves as drafts; what the screen says is what will be posted.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.reports import till_rows
from erp_desktop.reports.till_rows import TillFacts, Ware
from erp_desktop.services.shop.drafts import draft
from erp_desktop.views import memory, theme, wording
from erp_desktop.views.drafts import DraftKeeper
from erp_desktop.views.office import Office
from erp_desktop.views.till import whole_window
from erp_desktop.views.till.cart import Cart, CartLine, Deed
from erp_desktop.views.till.cart_card import CartCard, CartTabs
from erp_desktop.views.till.cart_prices import CartPrices
from erp_desktop.views.till.carts import Carts
from erp_desktop.views.till.checkout import Checkout
from erp_desktop.views.till.customer_display import Display
from erp_desktop.views.till.duty import Duty
from erp_desktop.views.till.exchanges import EXCHANGE_DRAFT, Exchanges
from erp_desktop.views.till.face import Face, sold_words
from erp_desktop.views.till.head_strip import HeadStrip
from erp_desktop.views.till.holding import Holding
from erp_desktop.views.till.key_row import KEYS, KeyRow
from erp_desktop.views.till.line_work import LineWork
from erp_desktop.views.till.lot_choosing import LotChoosing
from erp_desktop.views.till.money_side import MoneySide
from erp_desktop.views.till.more_keys import connect_strip, till_deeds
from erp_desktop.views.till.permission import Permission
from erp_desktop.views.till.questions import Questions
from erp_desktop.views.till.refusals import Refusals
from erp_desktop.views.till.scan_row import ScanField, ScanRow
from erp_desktop.views.till.shelf import Shelf
from erp_desktop.views.till.shift_work import ShiftWork
from erp_desktop.views.till.strangers import Stranger
from erp_desktop.views.till.touch_board import TouchBoard
from erp_desktop.views.widgets.banner import Banner
from erp_desktop.views.widgets.page import Deed as PageDeed
from erp_desktop.views.widgets.page import Page
from erp_desktop.views.widgets.panels import Surface

translate = wording.translate
TOUCH = "till/touch"


class TillPage(Page):
    """See the module. `scan`, `card.view`, `money` and `banner` are what a person sees."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, translate("Page", "Till"))
        self.header.hide()
        self.facts: TillFacts = office.ask(till_rows.till_facts)
        self.carts = Carts()
        self.row = -1
        self.face, self.display = Face(self), Display(self)
        self._keeper = self._own_keeper()
        self.shelf = Shelf(self)
        hint = translate("Till", "Scan, or type a name, code or initials")
        self.scan = ScanRow(ScanField(self.shelf.find, self.shelf.knows, hint))
        self.banner, self.tabs, self.card = Banner(), CartTabs(), CartCard()
        self.money, self.strip = MoneySide(), HeadStrip()
        self.board = TouchBoard(office, self.facts.place_id)
        self.questions, self.checkout = Questions(self), Checkout(self)
        self.prices = CartPrices(self)
        self.refusals, self.holding = Refusals(self), Holding(self)
        self.stranger, self.work = Stranger(self), LineWork(self)
        self.permission, self.shifts, self.duty = Permission(self), ShiftWork(self), Duty(self)
        self.exchanges, self.lots = Exchanges(self), LotChoosing(self)
        self.keys = KeyRow(self._acts())
        self.face.show_facts()
        self._lay_out()
        self._connect()
        self._take_up_carts()
        self.setFocusProxy(self.scan.field)
        self.face.show_customer()

    # -- building ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        ground = Surface("chrome")
        left = QVBoxLayout(ground)
        pad = theme.px(16)
        left.setContentsMargins(pad, pad, pad, pad)
        left.setSpacing(0)
        left.addWidget(self.scan)
        left.addWidget(self.banner)
        left.addSpacing(theme.px(12))
        cart = QVBoxLayout()
        cart.setSpacing(0)
        cart.addWidget(self.tabs)
        cart.addWidget(self.card, 1)
        beside = QHBoxLayout()
        beside.addWidget(self.board, 54)
        beside.addLayout(cart, 46)
        left.addLayout(beside, 1)
        left.addSpacing(theme.px(12))
        left.addWidget(self.keys)
        whole = QHBoxLayout()
        whole.setSpacing(0)
        whole.addWidget(ground, 64)
        whole.addWidget(self.money, 36)
        self.money.setMinimumWidth(theme.px(380))
        self.body.addWidget(self.strip)
        self.body.addLayout(whole, 1)
        self._show_board(shown=str(memory.recalled(TOUCH, "false")).lower() == "true")

    def _acts(self) -> tuple[Callable[[], object], ...]:
        """What the function keys do, in their order."""
        ask = self.questions
        return (
            ask.quantity, ask.price, ask.discount, ask.customer, self.holding.hold,
            self.holding.resume_oldest,
            ask.receipt, self.checkout.reprint,
        )  # fmt: skip

    def deeds(self) -> list[PageDeed]:
        """The header steps aside here: the keys below the cart, and the strip's."""
        return till_deeds(self)

    def _connect(self) -> None:
        field, view, side = self.scan.field, self.card.view, self.money
        field.entered.connect(self.shelf.enter)
        field.chosen.connect(self.shelf.pick)
        field.unknown.connect(self.shelf.meet_stranger)
        field.moved.connect(self.work.move)
        field.stepped_line.connect(self.work.step_current)
        field.removed.connect(self.work.remove)
        field.finished.connect(self.to_money)
        view.chosen.connect(self.work.choose)
        view.stepped.connect(self.work.step)
        view.quantity_wanted.connect(self.questions.quantity)
        self.card.quick.wanted.connect(self.shelf.put)
        self.tabs.resumed.connect(self.holding.resume)
        self.tabs.added.connect(self.holding.hold)
        side.method_chosen.connect(self.checkout.choose)
        side.given_changed.connect(self.checkout.show)
        side.taken.connect(self.checkout.take)
        side.given.moved.connect(self.work.move)
        side.given.escaped.connect(self.scan.ready)
        side.part_removed.connect(self._remove_part)
        side.customer_removed.connect(partial(self.set_customer, None, ""))
        self.board.wanted.connect(self.shelf.put)
        connect_strip(self)
        self.banner.installEventFilter(self)
        for (key, _, _), act in zip(KEYS, self._acts(), strict=True):
            self.key(key, act)
        self.key("F12", self.checkout.take)
        for at in range(9):
            self.key(f"Ctrl+{at + 1}", partial(self.checkout.choose_nth, at))

    # -- the books changed -------------------------------------------------------------------------

    def load(self) -> None:
        self.facts = self.office.ask(till_rows.till_facts)
        self.face.show_facts()
        ids = [line.product_id for line in self.cart.lines]
        held = self.office.ask(till_rows.on_hand, ids, self.facts.place_id)
        for line in self.cart.lines:
            there = held.get(line.product_id)
            if there is not None:
                line.on_hand = there if line.factor == 1 else there // line.factor
        self.card.quick.show_wares(self.office.ask(till_rows.quick_wares, self.facts.place_id))
        if not self.board.isHidden():
            self.board.load()
        self.exchanges.take_up(self.office.ask(draft, EXCHANGE_DRAFT))
        self.face.show()

    @property
    def cart(self) -> Cart:
        return self.carts.open

    # -- putting into the cart ---------------------------------------------------------------------

    def take_scan(self, code: str) -> bool:
        if self.duty.screen is not None:
            return True  # a locked till takes nothing
        self.scan.ready()
        self.shelf.enter(code)
        return True

    def put(self, ware: Ware, code: str = "") -> None:
        """One more of a product in the cart."""
        self.refusals.paying = False
        self.banner.clear()
        self.row = self.cart.put(ware, code)
        self.face.sold = None
        self.changed()
        self.card.view.flash(self.row)
        self.scan.ready()

    # -- the line ----------------------------------------------------------------------------------

    def line(self) -> CartLine | None:
        """The chosen line."""
        return self.cart.lines[self.row] if 0 <= self.row < len(self.cart.lines) else None

    # -- the customer, the money -------------------------------------------------------------------

    def set_customer(self, customer_id: int | None, name: str) -> None:
        """Whose cart it is; None is a walk-in customer."""
        self.cart.customer_id, self.cart.customer = customer_id, name
        self.face.show_customer()
        self.answered()

    def answered(self) -> None:
        """A question was answered: back to scanning."""
        self.scan.ready()
        self.changed()

    def _remove_part(self, at: int) -> None:
        self.cart.take_part_back(at)
        self.answered()

    def to_money(self) -> None:
        """Enter in the empty scan field: on to what the customer gives."""
        if self.cart.lines:
            self.money.given.setFocus()
            self.money.given.selectAll()

    def sold(self, deed: Deed) -> None:
        """The cart was sold: an empty one, and what comes back in large figures."""
        self.face.sold = sold_words(deed)
        self.carts.finish()
        self.row = -1
        self.banner.clear()
        self.money.clear()
        self.money.choose_method(next(iter(self.money.methods)))
        self.face.show_customer()
        self.keep()
        self.load()
        self.scan.ready()

    def leave_for_return(self, sale_id: int) -> None:
        """The return of a receipt: what the last customer was told is over."""
        self.face.sold = None
        self.face.show()
        self.scan.ready()
        self.wanted.emit("sale_return", sale_id)

    def forget_sold(self) -> None:
        """The last sale was taken back."""
        self.face.sold = None
        self.load()

    def hand_over(self, person_id: int) -> None:
        """Somebody else is at the till; the carts stay with it."""
        self._keeper.forget()
        self.office.take_duty(person_id)
        if not (self.cart.lines or self.cart.back or self.carts.held):
            self._take_up_carts()
        self.changed()
        self.keep()
        self.scan.ready()

    def _take_up_carts(self) -> None:
        """What the person on duty left in the till."""
        kept = self._keeper.kept()
        if kept is not None:
            self.carts = Carts.kept(kept.content)
            self.row = len(self.carts.open.lines) - 1

    def _own_keeper(self) -> DraftKeeper:
        """The carts' draft is the till's own: another till of the same person has another."""
        name = "till" if self.facts.till == "1" else f"till:{self.facts.till}"
        return DraftKeeper(self.office, name, self)

    # -- refusals ----------------------------------------------------------------------------------

    def refuse(self, broken: RuleBroken) -> None:
        """At the line where it is a line's fault, else under the scan field."""
        self.refusals.say(broken)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """When the banner goes, the keyboard is back in the scan field."""
        if event.type() == QEvent.Type.HideToParent and not self.scan.asking():
            QTimer.singleShot(0, self.scan.field, self.scan.field.setFocus)
        return super().eventFilter(watched, event)

    # -- showing -----------------------------------------------------------------------------------

    def changed(self) -> None:
        """The cart is another: show it, and keep it."""
        self.prices.follow()
        self.face.show()
        self._keeper.keep(self.carts.content())

    def keep(self) -> None:
        """Keep the carts now."""
        self._keeper.keep(self.carts.content())
        self._keeper.flush()

    def turn_board(self) -> None:
        """Big keys with pictures, or the plain till."""
        shown = self.board.isHidden()
        memory.remember(TOUCH, shown)
        self._show_board(shown=shown)
        self.scan.ready()

    def _show_board(self, *, shown: bool) -> None:
        self.board.setVisible(shown)
        self.strip.touch.setChecked(shown)
        self.card.quick.stand_beside(board=shown)
        if shown:
            self.board.load()

    def toast_place(self) -> QWidget:
        """Over the cart: the money's button must never be covered."""
        return self.card.view if self.card.view.isVisible() else self.card

    # -- coming and going --------------------------------------------------------------------------

    def memory(self) -> object:
        self._keeper.flush()
        return self.row

    def recall(self, memory: object) -> None:
        self.row = memory if isinstance(memory, int) else -1
        self.face.show()

    def turn_whole(self) -> None:
        """The till alone in its window, or beside the rail."""
        whole = not whole_window.wished()
        whole_window.wish(whole=whole)
        whole_window.fill(self, whole=whole)
        self.scan.ready()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        whole_window.fill(self, whole=whole_window.wished())
        self.display.open_as_before()
        QTimer.singleShot(0, self.scan.field, self.scan.field.setFocus)
        QTimer.singleShot(0, self, self.duty.take_up)

    def hideEvent(self, event: QHideEvent) -> None:
        self._keeper.flush()
        if not event.spontaneous():
            whole_window.fill(self, whole=False)
            self.display.put_away()
        super().hideEvent(event)
