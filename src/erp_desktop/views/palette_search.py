"""What the palette finds: products, documents, partners and commands, best first."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from erp_desktop.core import clock
from erp_desktop.core.money import price, quantity
from erp_desktop.core.pinyin import first_letters
from erp_desktop.reports.finding import find_documents
from erp_desktop.services.catalogue.search import find_products
from erp_desktop.services.partners.partners import find_partners
from erp_desktop.views import costs, figures, wording
from erp_desktop.views.opening import PAGES
from erp_desktop.views.shop_office import ShopOffice

translate = wording.translate
FEW, MANY = 3, 10  # hits of a group among all, and alone

ICONS: Final[dict[str, str]] = {
    "purchase_order": "truck", "goods_receipt": "package-check", "bill": "receipt",
    "sales_order": "receipt-text", "quotation": "file-text", "goods_issue": "truck",
    "invoice": "receipt", "sale": "scan-barcode", "payment_in": "banknote",
    "payment_out": "hand-coins", "expense": "coins", "money_transfer": "arrow-left-right",
    "transfer": "arrow-left-right", "count": "clipboard-check",
    "write_off": "trash-2", "sales_return": "undo-2", "purchase_return": "undo-2",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Also:
    """Something else that can be done with a hit: words, the key, and the page or the act."""

    words: str
    shortcut: str
    page: str = ""
    key: Any = None
    act: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: how it is shown, the page it opens (or what it does), and what else."""

    title: str
    icon: str
    detail: str = ""
    right: str = ""
    state: str = ""
    shortcut: str = ""
    page: str = ""
    key: Any = None
    act: Callable[[], object] | None = None
    code: str = ""  # what a page that takes scans can make use of
    also: tuple[Also, ...] = ()


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do: its words, an icon, its key; a page to open, or an act.

    `also` is what it is called in the other language, `detail` where it belongs to.
    """

    words: str
    icon: str
    shortcut: str = ""
    page: str = ""
    key: Any = None
    act: Callable[[], object] | None = None
    also: str = ""
    detail: str = ""

    def called(self) -> str:
        """All that it may be called by: its words with and without what stands between them, the
        other language's, and the first letters of the Chinese."""
        words = f"{self.words} {self.also}".lower()
        return f"{words} {_BETWEEN.sub('', words)} {first_letters(words)}"


_BETWEEN: Final = re.compile(r"[\W_]+")
Group = tuple[str, int, list[Hit]]


class Finding:
    """Looks for things in one shop; `acts` does what needs more than a page."""

    def __init__(self, office: ShopOffice, commands: Sequence[Command], acts: "Acts") -> None:
        self._office, self._acts = office, acts
        self._commands = [(one, one.called()) for one in commands]

    def __call__(self, words: str, scope: str) -> list[Group]:
        """The groups that have something, in the order of the scopes."""
        products = self._products(words) if scope in {"all", "products", "commands"} else []
        makers: dict[str, tuple[str, Callable[[], list[Hit]]]] = {
            "products": (translate("Palette", "Products"), lambda: products),
            "documents": (translate("Palette", "Documents"), lambda: self._documents(words)),
            "partners": (translate("Palette", "Partners"), lambda: _partners(self._office, words)),
            "commands": (
                translate("Palette", "Commands"),
                lambda: commands_called(self._commands, words) + self._about(products[:1]),
            ),
        }
        wanted = {one: makers[one] for one in (_order(words) if scope == "all" else (scope,))}
        found = [(title, hits) for title, make in wanted.values() if (hits := make())]
        most = MANY if len(found) == 1 else FEW
        return [(title, len(hits), hits[:most]) for title, hits in found]

    def _products(self, words: str) -> list[Hit]:
        places = self._office.facts.places
        hits = self._office.ask(find_products, words, 50) if words else []
        return [
            Hit(
                one.name, "package", one.sku,
                _product_facts(price(one.price, places), one.on_hand, one.kind),
                page="product", key=one.id, code=one.sku, also=self._of_product(one.id, one.kind),
            )
            for one in hits
        ]  # fmt: skip

    def _of_product(self, product_id: int, kind: str) -> tuple[Also, ...]:
        labels = Also(
            translate("Palette", "Labels"), "Ctrl+P", act=_With(self._acts.labels, product_id)
        )
        order = Also(
            translate("Palette", "Order"), "Ctrl+B", "purchase_order", {"product_id": product_id}
        )
        return (order, labels) if kind == "goods" else (labels,)

    def _about(self, products: Sequence[Hit]) -> list[Hit]:
        """What can be done with the best product that was found."""
        return [
            Hit(words.format(one.title), icon, page=page, key=key, act=act)
            for one in products
            for words, icon, page, key, act in (
                (translate("Palette", "Print labels for {0}"), "tag", "", None,
                 _With(self._acts.labels, one.key)),
                (translate("Palette", "Order more of {0}"), "truck", "purchase_order",
                 {"product_id": one.key}, None),
                (translate("Palette", "Ledger card of {0}"), "boxes", "stock_card", one.key, None),
            )
        ]  # fmt: skip

    def _documents(self, words: str) -> list[Hit]:
        hits = self._office.ask(find_documents, words, MANY) if len(words) > 1 else []
        return [
            Hit(
                f"{one.number} {one.partner}".strip(), ICONS.get(one.kind, "file-text"),
                f"{wording.kind_word(one.kind)} · {figures.day(clock.day_date(one.day))}",
                figures.money_with_sign(one.total) if costs.seen_of(one.kind) else "",
                one.state if one.state != "posted" else "", page=PAGES.get(one.kind, one.kind),
                key=one.id, also=(Also(translate("Palette", "Print"), "Ctrl+P",
                                       act=_With(self._acts.paper, one.id)),),
            )
            for one in hits
        ]  # fmt: skip


class Acts(Protocol):
    """What the palette can do with a hit besides opening its page."""

    def labels(self, product_id: int) -> None: ...

    def paper(self, document_id: int) -> None: ...


class _With:
    """Calls an act with what it is about."""

    def __init__(self, act: Callable[[int], object], about: int) -> None:
        self._act, self._about = act, about

    def __call__(self) -> None:
        self._act(self._about)


def _product_facts(asked: Any, on_hand: int, kind: str) -> str:
    shown = f"{figures.form().symbol}{figures.price(asked)}"
    if kind != "goods":
        return shown
    held = figures.quantity(quantity(on_hand))
    return f"{shown}    " + translate("Palette", "{0} on hand").format(held)


def _partners(office: ShopOffice, words: str) -> list[Hit]:
    if not words:
        return []
    found = {one.id: one for one in office.ask(find_partners, words, "is_customer")}
    customers = set(found)
    found |= {one.id: one for one in office.ask(find_partners, words, "is_supplier")}
    return [
        Hit(
            one.name, "users-round",
            translate("Palette", "Customer") if one.id in customers
            else translate("Palette", "Supplier"),
            one.code, page="partner", key=one.id,
        )
        for one in found.values()
    ]  # fmt: skip


def _order(words: str) -> Sequence[str]:
    """Which groups come first: a number is a document's, a name rather the partner than what was
    sold to them."""
    if any(one.isdigit() for one in words):
        return ("products", "documents", "partners", "commands")
    return ("products", "partners", "documents", "commands")


def commands_called(commands: Sequence[tuple[Command, str]], words: str) -> list[Hit]:
    """All commands that are called so, the nearest to what was typed first."""
    typed = words.lower().strip()
    parts = typed.split()
    found = [one for one, called in commands if all(part in called for part in parts)]
    found.sort(key=lambda one: _distance(one.words.lower(), typed, parts))
    return [
        Hit(one.words, one.icon, one.detail, shortcut=one.shortcut, page=one.page, key=one.key,
            act=one.act)
        for one in found
    ]  # fmt: skip


def _distance(seen: str, typed: str, parts: Sequence[str]) -> int:
    """How far what is seen is from what was typed: it begins so, each part begins a word of it,
    it has all the parts somewhere, or it is called so in other words."""
    if seen.startswith(typed):
        return 0
    begun = seen.split()
    if all(any(word.startswith(part) for word in begun) for part in parts):
        return 1
    return 2 if all(part in seen for part in parts) else 3
