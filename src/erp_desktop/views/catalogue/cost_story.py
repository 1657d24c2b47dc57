"""Where a product's cost comes from: what came in and went out, in lines that add up."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from erp_desktop.core.money import ZERO
from erp_desktop.reports.product_card import ProductCard
from erp_desktop.reports.why import why
from erp_desktop.reports.why_tree import (
    ARRIVED,
    BELOW_ZERO,
    BESIDE,
    CHANGED,
    EARLIER,
    FROM,
    LEFT,
    PART,
    PRICE,
    STAYED,
    UNSHARED,
    WORK,
    Node,
)
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniRow, cell_width
from erp_desktop.views.office import Office

translate = wording.translate
ARRIVALS = 4  # the newest ones are told one by one, the others together
LONG = 160  # of a quantity with its price and the amount, at font size 13: more takes two lines
BEHIND = 2  # how far the card looks behind a transfer or an assembly; the command line says all


def rows_of(office: Office, card: ProductCard) -> list[MiniRow]:
    """What made the value up, by the documents that said so; the last row is what is left."""
    tree = office.ask(why, card.sku)
    told: list[MiniRow] = []
    for place in tree.children:
        if len(tree.children) > 1 and place.children:
            name = _place_name(card.warehouse_names, place)
            told.append(MiniRow((MiniCell(name, "text2", theme.BOLD), MiniCell(), MiniCell())))
        told += _place(card, place)
    if not told:
        return []
    return [*(line for row in told for line in unfolded(row)), _total(tree, card.unit)]


def unfolded(row: MiniRow) -> list[MiniRow]:
    """A row whose figures leave its document no room says how much it was in a line of its own."""
    words, how, worth = row.cells
    if cell_width(how) + cell_width(worth) <= theme.px(LONG):
        return [row]
    below = MiniCell(how.words, "text3", how.kind)
    return [MiniRow((words, MiniCell(), worth)), MiniRow((below, MiniCell(), MiniCell()))]


def _place_name(names: Mapping[str, str], place: Node) -> str:
    code = place.facts.get("warehouse", "")
    return names.get(code, code)


def _place(card: ProductCard, place: Node) -> list[MiniRow]:
    unit = card.unit
    came = [node for node in place.children if node.label == ARRIVED]
    gone = [node for node in place.children if node.label != ARRIVED]
    rows = []
    earlier = came[:-ARRIVALS]
    for node in reversed(came[-ARRIVALS:]):
        rows.append(_arrival(node, unit))
        rows += [row for part in node.children for row in _parts(card.warehouse_names, part)]
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


def reasons_of(names: Mapping[str, str], node: Node) -> list[MiniRow]:
    """A reason and all that stands behind it, in two columns."""
    return [MiniRow((row.cells[0], row.cells[-1])) for row in _parts(names, node)]


def _parts(names: Mapping[str, str], node: Node, depth: int = 0) -> list[MiniRow]:
    """A reason, and what stands behind it: another warehouse, the parts of an assembly."""
    words = MiniCell(f"{'   ' * (depth + 1)}└  {_reason(names, node)}", "text2", theme.HINT)
    rows = [MiniRow((words, MiniCell(), _money(node.value, "text2")))]
    if depth < BEHIND:
        rows += [row for child in node.children for row in _parts(names, child, depth + 1)]
    return rows


def _reason(names: Mapping[str, str], node: Node) -> str:
    facts = node.facts
    said = {
        CHANGED: translate("Catalogue", "changed by {0}"),
        BELOW_ZERO: translate("Catalogue", "difference of what was sold below zero"),
        PRICE: translate("Catalogue", "difference to the standard cost"),
        ARRIVED: "{0}",
        FROM: translate("Catalogue", "out of what was in {2}"),
        STAYED: translate("Catalogue", "less what stayed there"),
        PART: translate("Catalogue", "{3} × {4}"),
        WORK: translate("Catalogue", "the work of {0}"),
        BESIDE: translate("Catalogue", "less what else came out of {0}"),
        UNSHARED: translate("Catalogue", "not shared out by {0}"),
        EARLIER: translate("Catalogue", "{1} earlier receipts"),
        LEFT: translate("Catalogue", "gone with {1} × {5}"),
    }.get(node.label, translate("Catalogue", "as it came"))
    return said.format(
        facts.get("document", ""), facts.get("count", ""), _place_name(names, node),
        facts.get("pieces", ""), facts.get("name", ""), wording.kind_word(facts.get("kind", "")),
    )  # fmt: skip


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
