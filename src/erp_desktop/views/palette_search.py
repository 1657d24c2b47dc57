"""What the palette finds: products, documents, partners and commands, best first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from erp_desktop.core.money import price, quantity
from erp_desktop.reports.finding import find_documents
from erp_desktop.services.catalogue.search import find_products
from erp_desktop.services.partners.partners import find_partners
from erp_desktop.views import figures, wording
from erp_desktop.views.opening import PAGES
from erp_desktop.views.pages import PageSpec, page_title
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.buttons import key_words

translate = wording.translate
FEW, MANY = 3, 10  # hits of a group among all, and alone

ICONS: Final[dict[str, str]] = {
    "purchase_order": "truck", "goods_receipt": "package-check", "bill": "receipt",
    "sales_order": "receipt-text", "quotation": "file-text", "goods_issue": "package",
    "invoice": "receipt", "sale": "scan-barcode", "payment_in": "banknote",
    "payment_out": "hand-coins", "transfer": "arrow-left-right", "count": "clipboard-check",
    "write_off": "trash-2", "sales_return": "undo-2", "purchase_return": "undo-2",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: how it is shown, and the page it opens (or what it does)."""

    title: str
    icon: str
    detail: str = ""
    right: str = ""
    state: str = ""
    shortcut: str = ""
    page: str = ""
    key: Any = None
    act: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do: its words, an icon, its key; a page to open, or an act."""

    words: str
    icon: str
    shortcut: str = ""
    page: str = ""
    key: Any = None
    act: Callable[[], object] | None = None


Group = tuple[str, int, list[Hit]]


def commands_of(specs: Iterable[PageSpec]) -> list[Command]:
    """Pages to go to and things to make."""
    found = []
    for spec in specs:
        if spec.place != "nowhere":
            words = translate("Palette", "Go to {0}").format(page_title(spec))
            keys = key_words(spec.shortcut) if spec.shortcut else ""
            found.append(Command(words, spec.icon, keys, spec.code))
        if spec.new_words:
            words = translate("Palette", "New: {0}").format(translate("Page", spec.new_words))
            found.append(Command(words, "plus", "", spec.code))
    return found


def searched(
    office: ShopOffice, commands: Sequence[Command], words: str, scope: str
) -> list[Group]:
    """The groups that have something, in the order of the scopes."""
    makers: dict[str, tuple[str, Callable[[], list[Hit]]]] = {
        "products": (translate("Palette", "Products"), lambda: _products(office, words)),
        "documents": (translate("Palette", "Documents"), lambda: _documents(office, words)),
        "partners": (translate("Palette", "Partners"), lambda: _partners(office, words)),
        "commands": (translate("Palette", "Commands"), lambda: _commands(commands, words)),
    }
    wanted = makers if scope == "all" else {scope: makers[scope]}
    most = MANY if scope == "all" and not words else FEW if scope == "all" else MANY
    found = []
    for title, make in wanted.values():
        hits = make()
        if hits:
            found.append((title, len(hits), hits[:most]))
    return found


def _products(office: ShopOffice, words: str) -> list[Hit]:
    places = office.facts.places
    hits = office.ask(find_products, words, 50) if words else []
    return [
        Hit(
            one.name, "package", one.sku,
            _product_facts(price(one.price, places), one.on_hand, one.kind),
            page="product", key=one.id,
        )
        for one in hits
    ]  # fmt: skip


def _product_facts(asked: Any, on_hand: int, kind: str) -> str:
    shown = f"{figures.form().symbol}{figures.price(asked)}"
    if kind != "goods":
        return shown
    held = figures.quantity(quantity(on_hand))
    return f"{shown}    " + translate("Palette", "{0} on hand").format(held)


def _documents(office: ShopOffice, words: str) -> list[Hit]:
    hits = office.ask(find_documents, words, MANY) if len(words) > 1 else []
    return [
        Hit(
            f"{one.number} {one.partner}".strip(), ICONS.get(one.kind, "file-text"),
            wording.kind_word(one.kind), figures.money_with_sign(one.total),
            one.state if one.state != "posted" else "", page=PAGES.get(one.kind, one.kind),
            key=one.id,
        )
        for one in hits
    ]  # fmt: skip


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


def _commands(commands: Sequence[Command], words: str) -> list[Hit]:
    parts = words.lower().split()
    return [
        Hit(one.words, one.icon, shortcut=one.shortcut, page=one.page, key=one.key, act=one.act)
        for one in commands
        if all(part in one.words.lower() for part in parts)
    ]
