"""Where a product's cost comes from: what came in and went out, in lines that add up."""

from datetime import date
from decimal import Decimal

from erp_desktop.core.money import ZERO
from erp_desktop.reports.product_card import ProductCard
from erp_desktop.reports.why import ARRIVED, BELOW_ZERO, CHANGED, LEFT, Node, why
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniRow
from erp_desktop.views.office import Office

translate = wording.translate
ARRIVALS = 4  # the newest ones are told one by one, the others together


def rows_of(office: Office, card: ProductCard) -> list[MiniRow]:
    """What made the value up, by the documents that said so; the last row is what is left."""
    tree = office.ask(why, card.sku)
    told: list[MiniRow] = []
    for place in tree.children:
        if len(tree.children) > 1 and place.children:
            told.append(MiniRow((MiniCell(_place_name(card, place), "text2", theme.BOLD),
                                 MiniCell(), MiniCell())))  # fmt: skip
        told += _place(place, card.unit)
    if not told:
        return []
    return [*told, _total(tree, card.unit)]


def _place_name(card: ProductCard, place: Node) -> str:
    code = place.facts.get("warehouse", "")
    return card.warehouse_names.get(code, code)


def _place(place: Node, unit: str) -> list[MiniRow]:
    came = [node for node in place.children if node.label == ARRIVED]
    gone = [node for node in place.children if node.label != ARRIVED]
    rows = []
    earlier = came[:-ARRIVALS]
    for node in reversed(came[-ARRIVALS:]):
        rows.append(_arrival(node, unit))
        rows += [_part(part) for part in node.children]
    if earlier:
        words = translate("Catalogue", "{0} earlier receipts").format(len(earlier))
        rows.append(_line(words, _sum(earlier), _worth(earlier), unit))
    rows += [_left(node, unit) for node in gone]
    return rows


def _arrival(node: Node, unit: str) -> MiniRow:
    day = figures.day(date.fromisoformat(node.facts["day"]))
    words = MiniCell(node.facts["document"], note=day)
    each = node.value / node.quantity if node.quantity else ZERO
    how = f"{figures.quantity(node.quantity)} {unit} × {figures.number(each, 2)}"
    return MiniRow((words, MiniCell(how, "text2", theme.FIGURE_SMALL), _money(node.value)))


def _part(node: Node) -> MiniRow:
    said = {
        CHANGED: translate("Catalogue", "changed by {0}"),
        BELOW_ZERO: translate("Catalogue", "difference of what was sold below zero"),
    }.get(node.label, translate("Catalogue", "as it came"))
    words = said.format(node.facts.get("document", ""))
    return MiniRow((MiniCell(f"   └  {words}", "text2", theme.HINT), MiniCell(),
                    _money(node.value, "text2")))  # fmt: skip


def _left(node: Node, unit: str) -> MiniRow:
    kind = wording.kind_word(node.facts.get("kind", ""))
    words = kind
    if node.label == LEFT:
        words = translate("Catalogue", "{0} × {1}").format(kind, node.facts["count"])
    return _line(words, node.quantity, node.value, unit)


def _line(words: str, held: Decimal, value: Decimal, unit: str) -> MiniRow:
    how = f"{figures.quantity(held)} {unit}" if held else ""
    return MiniRow((MiniCell(words), MiniCell(how, "text2", theme.FIGURE_SMALL), _money(value)))


def _total(tree: Node, unit: str) -> MiniRow:
    held = f"{figures.quantity(tree.quantity)} {unit}"
    return MiniRow((
        MiniCell(translate("Catalogue", "Left")),
        MiniCell(held, "text", theme.BOLD),
        MiniCell(figures.money(tree.value), "text", theme.FIGURE_BOLD),
    ))  # fmt: skip


def _money(value: Decimal, role: str = "text") -> MiniCell:
    return MiniCell(figures.money(value), "bad" if value < 0 else role, theme.FIGURE)


def _sum(nodes: list[Node]) -> Decimal:
    return sum((node.quantity for node in nodes), ZERO)


def _worth(nodes: list[Node]) -> Decimal:
    return sum((node.value for node in nodes), ZERO)
