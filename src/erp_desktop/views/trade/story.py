"""The side panel of a document: the way it goes, what belongs to it, who did what and when."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from erp_desktop.core import clock
from erp_desktop.core.states import BUYING, Kind, State
from erp_desktop.reports.document_rows import DocumentHead, DocumentView, Related
from erp_desktop.views import costs, figures, wording
from erp_desktop.views.opening import open_document
from erp_desktop.views.widgets.chips import split_state
from erp_desktop.views.widgets.page import Page
from erp_desktop.views.widgets.panels import Entry, Step, StepState

translate = wording.translate
ICONS = {
    Kind.PURCHASE_ORDER: "truck",
    Kind.SALES_ORDER: "receipt-text",
    Kind.QUOTATION: "file-text",
    Kind.GOODS_RECEIPT: "package-check",
    Kind.GOODS_ISSUE: "truck",
    Kind.BILL: "file-check",
    Kind.INVOICE: "file-check",
    Kind.LANDED_COST: "container",
    Kind.PURCHASE_RETURN: "undo-2",
    Kind.SALES_RETURN: "undo-2",
    Kind.PAYMENT_IN: "wallet",
    Kind.PAYMENT_OUT: "wallet",
    Kind.EXPENSE: "coins",
    Kind.MONEY_TRANSFER: "arrow-left-right",
    Kind.REVERSAL: "rotate-ccw",
}
SHOWN = 8  # entries of the history
CHANGED = 0  # the key of the line that leads to what a document changed
RESTATERS = 3  # documents that changed this one are named
_BUYING: tuple[Kind, ...] = (Kind.PURCHASE_ORDER, Kind.GOODS_RECEIPT, Kind.BILL, Kind.PAYMENT_OUT)
_SELLING: tuple[Kind, ...] = (Kind.SALES_ORDER, Kind.GOODS_ISSUE, Kind.INVOICE, Kind.PAYMENT_IN)


def steps_of(view: DocumentView) -> list[Step]:
    """Order, goods, bill, payment: what is done, what is now, what comes."""
    head, way = view.head, _BUYING if view.head.buying else _SELLING
    if head.kind is Kind.QUOTATION or any(one.kind is Kind.QUOTATION for one in view.related):
        way = (Kind.QUOTATION, *way)
    if head.kind not in way:  # a return, a cost that came later: what it followed, and itself
        return [_done(view, kind) for kind in (*way, head.kind) if _papers(view, kind)]
    done = [_papers(view, kind) for kind in way]
    if head.of_id is None and head.kind in way[1:]:
        way, done = way[way.index(head.kind) :], done[way.index(head.kind) :]
    now, here = _now(view, way), way.index(head.kind)
    steps = []
    for at, kind in enumerate(way):
        if not done[at] and at < min(now, here):
            continue  # there was none: sold without an order, or before this program
        state = StepState.DONE if at < now and done[at] else StepState.LATER
        if at == now:
            state = StepState.NOW
        steps.append(Step(_title(kind, done[at]), _detail(head, done[at], state), state))
    return steps


def _done(view: DocumentView, kind: Kind) -> Step:
    papers = _papers(view, kind)
    said = _detail(view.head, papers, StepState.DONE)
    return Step(_title(kind, papers), said, StepState.DONE)


def steps_ahead(kind: Kind) -> list[Step]:
    """The way of a document that is being written: it is now, the rest comes."""
    way = _BUYING if kind in BUYING else _SELLING
    if kind is Kind.QUOTATION:
        way = (Kind.QUOTATION, *way)
    way = way[way.index(kind) :] if kind in way else (kind,)
    now = translate("Trade", "being written")
    return [Step(wording.kind_word(way[0]), now, StepState.NOW)] + [
        Step(wording.kind_word(later)) for later in way[1:]
    ]


def _papers(view: DocumentView, kind: Kind) -> list[Related]:
    """The papers of one kind that belong to the story, this one included."""
    mine = [one for one in view.related if one.kind is kind and one.state in _LIVING]
    if view.head.kind is kind:
        mine.append(itself(view.head))
    return mine


_LIVING = (State.DRAFT, State.CONFIRMED, State.POSTED, State.CLOSED)


def itself(head: DocumentHead) -> Related:
    """A document as others list it."""
    return Related(
        head.id, head.kind, head.called, head.state, head.day, head.posted_at, head.person,
        Decimal(0), head.total,
    )  # fmt: skip


def _now(view: DocumentView, way: Sequence[Kind]) -> int:
    """Where the story stands: the step that comes next."""
    head = view.head
    after = {
        "Confirm": way.index(head.kind) if head.kind in way else 0,
        "Accept": 0,
        "Receive": _at(way, Kind.GOODS_RECEIPT),
        "Receive the rest": _at(way, Kind.GOODS_RECEIPT),
        "Ship": _at(way, Kind.GOODS_ISSUE),
        "Ship the rest": _at(way, Kind.GOODS_ISSUE),
        "Enter bill": _at(way, Kind.BILL),
        "Invoice": _at(way, Kind.INVOICE),
        "Pay": _at(way, Kind.PAYMENT_OUT),
        "Take payment": _at(way, Kind.PAYMENT_IN),
    }
    return after.get(head.next, len(way))


def _at(way: Sequence[Kind], kind: Kind) -> int:
    return way.index(kind) if kind in way else len(way)


def _title(kind: Kind, papers: Sequence[Related]) -> str:
    words = wording.kind_word(kind)
    if len(papers) > 1:
        return translate("Trade", "{0}, {1} documents").format(words, len(papers))
    return words


def _detail(head: DocumentHead, papers: Sequence[Related], state: StepState) -> str:
    if papers and state is not StepState.LATER:
        last = papers[-1]
        said = [figures.day(last.day), last.person]
        if last.kind not in {Kind.PAYMENT_IN, Kind.PAYMENT_OUT}:
            said.insert(0, last.number)
        return " · ".join(word for word in said if word)
    if state is StepState.NOW:
        name, share = split_state(head.shown)
        if share and name.startswith("partly"):
            return translate("Trade", "{0}% done").format(round(share * 100))
        return translate("Trade", "next")
    return ""


def related_of(view: DocumentView) -> list[Entry]:
    """The other documents of the story, as lines that open them."""
    belong = [entry_of(one) for one in view.related if one.state != State.CANCELLED]
    return [*belong, *restated_of(view)]


def restated_of(view: DocumentView) -> list[Entry]:
    """What this document changed in the cost of others, and which documents changed its own."""
    told, entries = view.restated, []
    if told.documents:
        words = translate("Restating", "Changed {0} documents")
        if told.documents == 1:
            words = translate("Restating", "Changed one document")
        detail = translate("Restating", "cost of sales since then")
        entries.append(
            Entry(words.format(figures.number(told.documents)), detail, more(told.more),
                  "history", CHANGED)
        )  # fmt: skip
    for ident, number, amount in told.by[:RESTATERS]:
        words = translate("Restating", "Restated by {0}").format(number)
        detail = translate("Restating", "its cost, since then")
        entries.append(Entry(words, detail, more(amount), "history", ident))
    return entries


def more(amount: Decimal) -> str:
    """By how much a cost differs: with its sign; nothing for whoever may not know costs."""
    if not costs.seen():
        return ""
    return f"+{figures.money(amount)}" if amount > 0 else figures.money(amount)


def open_related(page: Page, view: DocumentView | None, key: int) -> None:
    """What a line of the side panel leads to: a document, or the report of what it changed."""
    if key == CHANGED and view is not None:
        page.wanted.emit("report", f"restated:{view.head.number}")
    else:
        open_document(page, key)


def word_of(one: Related) -> str:
    """What a document of the story is called."""
    return wording.kind_word("exchange" if one.exchange else one.kind)


def entry_of(one: Related) -> Entry:
    """A line of the side panel that opens a document."""
    return Entry(
        one.number,
        f"{word_of(one)} · {figures.day(one.day)}",
        _amount(one) or _pieces(one.quantity),
        "repeat" if one.exchange else ICONS.get(one.kind, "file-text"),
        one.id,
    )


def _amount(one: Related) -> str:
    return figures.money_with_sign(one.total) if one.total and costs.seen_of(one.kind) else ""


def _pieces(quantity: Decimal) -> str:
    return figures.quantity(quantity) if quantity else ""


def history_of(view: DocumentView) -> list[Entry]:
    """Who did or said what when, the newest first."""
    head = view.head
    told = [
        (one.posted_at, one.id, _deed(one), one.person) for one in (*view.related, itself(head))
    ]
    if head.note:
        told.append((head.posted_at, head.id, head.note, head.person))
    told += [(one.at, head.id, one.words, one.person) for one in view.remarks]
    told.sort(key=lambda one: one[:2], reverse=True)
    return [
        Entry(words, person, _when(at), badge=person[:1]) for at, _, words, person in told[:SHOWN]
    ]


def _deed(one: Related) -> str:
    words = word_of(one)
    if one.state == State.DRAFT:
        return translate("Trade", "{0} drafted").format(words)
    return f"{words} {one.number}"


def _when(at: datetime) -> str:
    if clock.day_number(at.date()) == clock.today():
        return f"{at:%H:%M}"
    return figures.day(at.date())
