"""Telling a posting's goods, one product at a time: what each move costs, and what it changes.

There are three ways. Nothing happened later: the balances are the state just before. Something
did: the story is told again from the first change on, and what comes out differently is appended.
A reversal: the answered document and its answer leave the story together.

First everything is *found*, for all products of the paper and for those that were assembled from
them (`cascading`); then it is *written*, each product once.
"""

from erp_desktop.core import clock, errors, money
from erp_desktop.core.costing.replay import Event, Outcome, Pool, Story, replay
from erp_desktop.core.states import Kind
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.paper import Goods, Revalue, Warned
from erp_desktop.services.stock import layers
from erp_desktop.services.stock.appending import Appender
from erp_desktop.services.stock.restating import (
    Correction,
    Key,
    Pending,
    Retold,
    bins_now,
    keys_of,
    last_return,
    retell,
    sold_before,
    without_lot,
)

# Selling and moving respect what is promised to confirmed orders; what is broken is simply gone.
RESPECTS_PROMISES = frozenset({Kind.GOODS_ISSUE, Kind.SALE, Kind.TRANSFER})


class Telling(Appender):
    """One product's part of a posting."""

    told: Retold | None = None
    restated = False

    def find(self, cascaded: dict[int, int]) -> Retold | None:
        """What every event comes to. `cascaded`: by how much assembled goods are worth more."""
        self.restated = True
        if self.layered:
            self.shelf = layers.read(self.books, self.product_id)
        if self.paper.kind is Kind.REVERSAL and self.goods:
            since = self._reversed_since()
            self.told = since and self._tell_without(min(since, self._own_key()), cascaded)
        elif self._late() or cascaded:
            self.told = self._tell_again(cascaded)
        else:
            self.restated = False
            self.told = self._go_on()
        return self.told

    def write(self) -> None:
        """Append what was found. Raises NotEnoughStock where the product's rule blocks it."""
        told = self.told
        if self.paper.kind is Kind.REVERSAL and self.goods:
            self._take_back()
        elif told is not None:
            for move_id, goods in self.goods:
                self._write(move_id, goods, told.outcomes[move_id])
            for change in self.revalues:
                self._revalue(change)
        if told is None:  # a later reversal of the same step tells it
            return
        self._write_corrections(told)
        self._balance(told)
        if self.rule.negative != "allow" and self.goods:
            self._check(told)

    # -- finding -----------------------------------------------------------------------------------

    def _late(self) -> bool:
        """Is this no news at the end of the story alone?"""
        paper, held = self.paper, self.held
        if self.revalues or self.product_id in paper.recosts or self.product_id in paper.again:
            return True
        changed_at, answers = self.rule.changed_at, False
        for _, goods in self.goods:
            at = goods.at or paper.at
            if changed_at and at <= changed_at:
                return True
            for place in held if self.whole else (goods.source_id, goods.target_id):
                if place in held and at < held[place].last_at:
                    return True
            answers = answers or bool(goods.answers_id)
        return answers and self._returns_late()

    def _returns_late(self) -> bool:
        """Did another return of the same come later? Of which parcels it was sold is history."""
        answered = [goods.answers_id for _, goods in self.goods if goods.answers_id]
        come_back = [
            goods.answers_id for _, goods in self.goods
            if goods.answers_id and self.places[goods.target_id].own
        ]  # fmt: skip
        if come_back and self._parcelled(come_back):
            return True
        return last_return(self.books, answered) > self.paper.at

    def _parcelled(self, sold: list[int]) -> bool:
        """May one of these moves have left in several parcels: of layers, of lots nobody named?

        A change of the method keeps what was sold before it as it was sold.
        """
        if self.rule.costing == "fifo" or self.rule.changed_at:
            return True
        return self.rule.costing == "specific" and without_lot(self.books, sold)

    def _go_on(self) -> Retold:
        """Nothing happened later: the balances are the state just before."""
        events = [self._event(move_id, goods) for move_id, goods in self.goods]
        story = self._standing(events)
        told = Retold(holdings=story.holdings, places=story.places)
        outcomes, lowest = told.outcomes, told.lowest
        for (_, goods), outcome in zip(self.goods, replay(events, story), strict=True):
            outcomes[outcome.move] = outcome
            place, low = goods.source_id, outcome.lowest
            if place not in lowest or low < lowest[place]:
                lowest[place] = low
        return told

    def _standing(self, events: list[Event]) -> Story:
        """The story as the balances, and the layers, have it."""
        rule, answered = self.rule, []
        story = Story(self.books.minor, rule.costing, rule.standard)
        if self.whole:
            story.places = {place: was.on_hand for place, was in self.held.items()}
        for event in events:
            if event.counted is not None and (event.lot or event.one_bin):
                self._know_parts(story, event)
            for scope in (event.source, event.target):
                if scope and scope not in story.holdings:
                    story.holdings[scope] = self._pool(story, scope)
            if event.answers:
                answered.append(event.answers)
        if answered:
            story.sold = sold_before(self.books, self.product_id, None, answered)
        return story

    def _know_parts(self, story: Story, counted: Event) -> None:
        """The quantities of lots and bins, where one of them was counted."""
        if counted.lot and story.lots is None:
            story.lots = self._lots_now()
        if counted.one_bin and story.bins is None:
            on_hand = {place: was.on_hand for place, was in self.held.items()}
            story.bins = bins_now(self.books, self.product_id, on_hand)

    def _pool(self, story: Story, scope: int) -> Pool:
        """What a scope holds by now; of the whole shop, all of it."""
        was = self.held.get(scope)
        if story.places is not None:
            on_hand = sum(each.on_hand for each in self.held.values())
            value = sum(each.value for each in self.held.values())
            cost = (was.cost_value, was.cost_quantity) if was else (0, 0)
            pool = story.start(on_hand, value, *cost)
        elif was:
            pool = story.start(was.on_hand, was.value, was.cost_value, was.cost_quantity)
        else:
            pool = story.start()
        if self.shelf:
            layers.fill(pool, scope, self.shelf)
        return pool

    def _lots_now(self) -> dict[tuple[int, int], int]:
        return {
            (place, lot): int(quantity)
            for place, lot, quantity in self.books.rows(
                "SELECT location_id, lot_id, SUM(on_hand) FROM stock_detail WHERE product_id = ? "
                "AND lot_id <> 0 GROUP BY location_id, lot_id",
                (self.product_id,),
            )
        }

    def _tell_again(self, cascaded: dict[int, int]) -> Retold:
        """Something happened later: tell the story again from the first change on."""
        pending = [
            Pending((goods.at or self.paper.at, self.head.sequence), self._event(move_id, goods))
            for move_id, goods in self.goods
        ]
        if change := self.paper.recosts.get(self.product_id):
            change = change._replace(sequence=self.head.sequence)
            pending.append(Pending((change.at, change.sequence), change))
        revalued = self._stated()
        for move_id, amount in cascaded.items():
            revalued[move_id] = revalued.get(move_id, 0) + amount
        since = min(
            [new.key for new in pending]
            + keys_of(self.books, list(revalued))
            + [at for pid, at in self.paper.again.items() if pid == self.product_id]
        )
        return retell(self.books, self.product_id, since, pending, revalued)

    def _stated(self) -> dict[int, int]:
        """By how much this paper itself changes the stated value of earlier receipts."""
        revalued: dict[int, int] = {}
        for change in self.revalues:
            revalued[change.move_id] = revalued.get(change.move_id, 0) + change.amount
        return revalued

    def _own_key(self) -> Key:
        return min((g.at or self.paper.at, g.sequence or 0) for _, g in self.goods)

    def _reversed_since(self) -> Key | None:
        return self.paper.retell.get(self.product_id, self._own_key())

    def _tell_without(self, since: Key, cascaded: dict[int, int]) -> Retold:
        """The answered document (marked reversed by now) and this one leave the story together;
        what was assembled of goods that cost differently without it is worth more or less."""
        since = min([since, *keys_of(self.books, list(cascaded))])
        told = retell(self.books, self.product_id, since, revalued=cascaded)
        empty = Story(self.books.minor, self.rule.costing, self.rule.standard)
        for place in self.held:  # a place whose only story this was is empty now
            if told.places is not None:
                told.places.setdefault(place, 0)
            told.holdings.setdefault(self.scopes.get(place, place), empty.start())
        return told

    def _event(self, move_id: int, goods: Goods) -> Event:
        source, target = goods.source_id, goods.target_id
        at, sequence = goods.at or self.paper.at, goods.sequence or self.head.sequence
        scopes, lot = self.scopes, goods.lot_id or 0
        from_bin, into_bin = goods.source_bin_id, goods.target_bin_id
        if goods.counted is not None:
            one_bin = from_bin is not None and into_bin is not None
            return Event(
                move_id, 0, scopes[target], 0, None, 0, goods.counted, at, sequence, lot, 0, target,
                "", 0, 0, into_bin or 0, one_bin,
            )  # fmt: skip
        return Event(
            move_id, scopes.get(source, 0), scopes.get(target, 0), goods.quantity, goods.value,
            goods.answers_id or 0, None, at, sequence, lot,
            source if source in scopes else 0, target if target in scopes else 0,
            "", 0, from_bin or 0, into_bin or 0,
        )  # fmt: skip

    # -- writing -----------------------------------------------------------------------------------

    def _take_back(self) -> None:
        """Every move of the answered document goes back with the value it has by now."""
        for move_id, goods in self.goods:
            cost = goods.value or 0
            day = self.head.booked(clock.day_of(goods.at or self.paper.at))
            self._add_move(move_id, goods, goods.quantity, day)
            self._add_entry(move_id, "cost", cost, day)
            self._book(day, goods.target_id, goods.source_id, -cost)
            self._moved(goods.source_id, goods.target_id, goods.quantity, cost)
            if goods.answers_id:
                self._add_differences(goods.answers_id, -goods.variance, -goods.price, day)

    def _write(self, move_id: int, goods: Goods, outcome: Outcome) -> None:
        """The move, its value, and the booking of it."""
        at, day, cost = goods.at, self.head.day, outcome.cost
        if at and at != self.paper.at:
            day = self.head.booked(clock.day_of(at))
        if goods.counted is not None and outcome.quantity < 0:
            goods.source_id, goods.target_id = goods.target_id, goods.source_id
            goods.source_bin_id, goods.target_bin_id = goods.target_bin_id, goods.source_bin_id
            cost = -cost
        quantity = abs(outcome.quantity)
        self._add_move(move_id, goods, quantity, day)
        self._add_entry(move_id, "cost", cost, day)
        self._book(day, goods.source_id, goods.target_id, cost)
        if outcome.variance or outcome.price:
            self._add_differences(move_id, outcome.variance, outcome.price, day)
        self._moved(goods.source_id, goods.target_id, quantity, cost)

    def _revalue(self, change: Revalue) -> None:
        """A stated value changed: stock takes it up at the receipt, against the named account."""
        day = self.head.booked(change.day)
        self._add_entry(change.move_id, "cost", change.amount, day)
        book = self.bookings[day]
        book[Role.STOCK, None, 1] += change.amount
        book[change.role, None, 1] -= change.amount

    def _write_corrections(self, told: Retold) -> None:
        """What this paper states anew is written by itself, against the account it names."""
        if not told.corrections:  # nearly always
            return
        stated = self._stated()
        booked: dict[tuple[int, int, int], int] = {}  # thousands of moves between the same ends
        for correction in told.corrections:
            mine = stated.get(correction.move.id, 0)
            one = correction._replace(cost=correction.cost - mine) if mine else correction
            if one:
                self._correct(one, booked)
        for (day, source, target), cost in booked.items():
            self._book(day, source, target, cost)

    def _correct(self, correction: Correction, booked: dict[tuple[int, int, int], int]) -> None:
        """Append what the books say differently about an earlier move; sum up what to book."""
        move, quantity, cost, variance, price = correction
        day = self.head.booked(move.booked_on)
        move_id, source, target = move.id, move.source_id, move.target_id
        if move.counted is not None:
            inward = (source, target) if self.places[target].own else (target, source)
            if quantity:
                source, target = inward if quantity > 0 else inward[::-1]
                move_id = self._count_again(correction, source, target, day)
                self._moved(source, target, abs(quantity), abs(cost))
            cost = cost if self.places[target].own else -cost
        self._add_entry(move_id, "cost", cost, day)
        ends = day, source, target
        booked[ends] = booked.get(ends, 0) + cost
        if variance or price:
            self._add_differences(move_id, variance, price, day)

    def _check(self, told: Retold) -> None:
        """By the minimum over the future, not by today's balance (LEDGER L-22, L-41, L-45)."""
        wanted: dict[int, int] = {}
        for _, goods in self.goods:
            if self.places[goods.source_id].own and goods.counted is None:
                wanted[goods.source_id] = wanted.get(goods.source_id, 0) + goods.quantity
        for place, quantity in wanted.items():
            was = self.held.get(place)
            promised = was.reserved if was and self.paper.kind in RESPECTS_PROMISES else 0
            left = told.holdings[place].quantity if told.places is None else told.places[place]
            short = max(promised - left, -told.lowest.get(place, 0))
            if short > 0:
                facts = (self.rule.sku, money.quantity(quantity), money.quantity(quantity - short))
                refusal = errors.NotEnoughStock(*facts)
                if self.rule.negative == "block" and not self.paper.below_stock:
                    raise refusal
                self.rows.warnings.append(Warned("NotEnoughStock", refusal.facts))
