"""Telling a posting's goods, one product at a time: what each move costs, and what it changes.

There are three ways. Nothing happened later: the balances are the state just before. Something
did: the story is told again from the first change on, and what comes out differently is appended.
A reversal: the answered document and its answer leave the story together.
"""

from erp_desktop.core import clock, errors, money
from erp_desktop.core.costing.average import Holding
from erp_desktop.core.costing.replay import Event, Outcome, replay
from erp_desktop.core.states import Kind
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.paper import Goods, Revalue, Warned
from erp_desktop.services.stock.appending import Appender
from erp_desktop.services.stock.restating import (
    Correction,
    Pending,
    Retold,
    keys_of,
    last_return,
    retell,
    sold_before,
)

# Selling and moving respect what is promised to confirmed orders; what is broken is simply gone.
RESPECTS_PROMISES = frozenset({Kind.GOODS_ISSUE, Kind.SALE, Kind.TRANSFER})


class Telling(Appender):
    """One product's part of a posting."""

    def tell(self, sku: str, negative: str) -> None:
        if self.paper.kind is Kind.REVERSAL and self.goods:
            self._take_back(sku)
            own = min((g.at or self.paper.at, g.sequence or 0) for _, g in self.goods)
            since = self.paper.retell.get(self.product_id, own)
            if since is None:  # a later reversal of the same step tells it
                return
            told = self._tell_without(sku, min(since, own))
        elif self.revalues or self._late():
            told = self._restate(sku)
        else:
            told = self._continue(sku)
        if negative != "allow" and self.goods:
            self._check(sku, negative, told)

    def _late(self) -> bool:
        """Did something happen later in a place this touches, or another return of the same?"""
        if any(
            (goods.at or self.paper.at) < self.held[place].last_at
            for _, goods in self.goods
            for place in (goods.source_id, goods.target_id)
            if place in self.held
        ):
            return True
        answered = [goods.answers_id for _, goods in self.goods if goods.answers_id]
        return bool(answered) and (last_return(self.books, answered) > self.paper.at)

    def _continue(self, sku: str) -> Retold:
        """Nothing happened later: the balances are the state just before."""
        minor = self.books.minor
        told = Retold()
        for _, goods in self.goods:
            for place in (goods.source_id, goods.target_id):
                was = self.held.get(place)
                if was is not None and place not in told.holdings:
                    told.holdings[place] = Holding(
                        minor, was.on_hand, was.value, was.cost_value, was.cost_quantity
                    )
        events = [self._event(move_id, goods) for move_id, goods in self.goods]
        answered = [event.answers for event in events if event.answers]
        sold = sold_before(self.books, self.product_id, None, answered) if answered else {}
        outcomes = replay(events, told.holdings, sold, lambda: Holding(minor))
        for (move_id, goods), outcome in zip(self.goods, outcomes, strict=True):
            self._write(sku, move_id, goods, outcome)
            place = goods.source_id
            told.lowest[place] = min(told.lowest.get(place, outcome.lowest), outcome.lowest)
        self._balance(told)
        return told

    def _restate(self, sku: str) -> Retold:
        """Something happened later: tell the story again from the first change on."""
        pending = [
            Pending((goods.at or self.paper.at, self.head.sequence), self._event(move_id, goods))
            for move_id, goods in self.goods
        ]
        revalued: dict[int, int] = {}
        for change in self.revalues:
            revalued[change.move_id] = revalued.get(change.move_id, 0) + change.amount
        since = min([new.key for new in pending] + keys_of(self.books, list(revalued)))
        told = retell(self.books, self.product_id, since, pending, revalued)
        for move_id, goods in self.goods:
            self._write(sku, move_id, goods, told.outcomes[move_id])
        for change in self.revalues:
            self._revalue(change)
        for correction in told.corrections:
            # what this paper states anew is written above, against the account it names
            if stated := revalued.get(correction.move.id, 0):
                self._correct(sku, correction._replace(cost=correction.cost - stated))
            else:
                self._correct(sku, correction)
        self._balance(told)
        return told

    def _take_back(self, sku: str) -> None:
        """Every move of the answered document goes back with the value it has by now."""
        for move_id, goods in self.goods:
            cost = goods.value or 0
            day = self.head.booked(clock.day_of(goods.at or self.paper.at))
            self._add_move(move_id, goods, goods.quantity, day)
            self._add_entry(move_id, "cost", cost, day)
            self._book(day, goods.target_id, goods.source_id, -cost)
            self._moved(sku, goods.source_id, goods.target_id, goods.quantity, cost)
            if goods.variance and goods.answers_id:
                self._add_entry(goods.answers_id, "variance", -goods.variance, day)
                self._book_variance(day, -goods.variance)

    def _tell_without(self, sku: str, since: tuple[int, int]) -> Retold:
        """The answered document (marked reversed by now) and this one leave the story together."""
        told = retell(self.books, self.product_id, since)
        for correction in told.corrections:
            self._correct(sku, correction)
        for place in self.held:  # a place whose only story this was is empty now
            told.holdings.setdefault(place, Holding(self.books.minor))
        self._balance(told)
        return told

    def _event(self, move_id: int, goods: Goods) -> Event:
        known = self.places
        if goods.counted is not None:
            return Event(move_id, 0, goods.target_id, 0, None, 0, goods.counted)
        source = goods.source_id if known[goods.source_id].own else 0
        target = goods.target_id if known[goods.target_id].own else 0
        return Event(move_id, source, target, goods.quantity, goods.value, goods.answers_id or 0)

    def _write(self, sku: str, move_id: int, goods: Goods, outcome: Outcome) -> None:
        """The move, its value, and the booking of it."""
        at = goods.at or self.paper.at
        day = self.head.booked(clock.day_of(at)) if goods.at else self.head.day
        cost = outcome.cost
        if goods.counted is not None and outcome.quantity < 0:
            goods.source_id, goods.target_id = goods.target_id, goods.source_id
            cost = -cost
        quantity = abs(outcome.quantity)
        self._add_move(move_id, goods, quantity, day)
        self._add_entry(move_id, "cost", cost, day)
        self._book(day, goods.source_id, goods.target_id, cost)
        if outcome.variance:
            self._add_entry(move_id, "variance", outcome.variance, day)
            self._book_variance(day, outcome.variance)
        self._moved(sku, goods.source_id, goods.target_id, quantity, cost)

    def _revalue(self, change: Revalue) -> None:
        """A stated value changed: stock takes it up at the receipt, against the named account."""
        day = self.head.booked(change.day)
        self._add_entry(change.move_id, "cost", change.amount, day)
        book = self.bookings[day]
        book[Role.STOCK, None, 1] += change.amount
        book[change.role, None, 1] -= change.amount

    def _correct(self, sku: str, correction: Correction) -> None:
        """Append what the books say differently about an earlier move, and book it."""
        move, quantity, cost, variance = correction
        if not (quantity or cost or variance):
            return
        day = self.head.booked(move.booked_on)
        move_id, source, target = move.id, move.source_id, move.target_id
        if move.counted is not None:
            inward = (source, target) if self.places[target].own else (target, source)
            if quantity:
                source, target = inward if quantity > 0 else inward[::-1]
                move_id = self._count_again(correction, source, target, day)
                self._moved(sku, source, target, abs(quantity), abs(cost))
            cost = cost if self.places[target].own else -cost
        self._add_entry(move_id, "cost", cost, day)
        self._book(day, source, target, cost)
        if variance:
            self._add_entry(move_id, "variance", variance, day)
            self._book_variance(day, variance)

    def _check(self, sku: str, negative: str, told: Retold) -> None:
        """By the minimum over the future, not by today's balance (LEDGER L-22, L-41, L-45)."""
        wanted: dict[int, int] = {}
        for _, goods in self.goods:
            if self.places[goods.source_id].own and goods.counted is None:
                wanted[goods.source_id] = wanted.get(goods.source_id, 0) + goods.quantity
        for place, quantity in wanted.items():
            was = self.held.get(place)
            promised = was.reserved if was and self.paper.kind in RESPECTS_PROMISES else 0
            short = max(promised - told.holdings[place].quantity, -told.lowest.get(place, 0))
            if short > 0:
                facts = (sku, money.quantity(quantity), money.quantity(quantity - short))
                refusal = errors.NotEnoughStock(*facts)
                if negative == "block":
                    raise refusal
                self.rows.warnings.append(Warned("NotEnoughStock", refusal.facts))
