"""What typed or pasted words would do to the cells of products: the change, or why not.

A price or quantity may also be typed as a change: +5% or -10% of what stands there, to the
currency's own places.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import PRICE_PLACES, decimal_from, parts
from erp_desktop.core.table import Column
from erp_desktop.services.catalogue.changing import ProductCells, ProductChange, Value
from erp_desktop.views import figures, wording

translate = wording.translate
# The columns of the list that may be changed in it, and the product's own fields.
FIELDS: Final[Mapping[str, str]] = {
    "name": "name", "category": "category", "price": "price", "cost": "purchase_price",
    "minimum": "minimum", "tax": "tax",
}  # fmt: skip
WORDS: Final = frozenset({"name", "category"})
_SHARE: Final = re.compile(r"^([+\-−])\s*(\d+(?:\.\d+)?)\s*[%％]$")


class Plan(NamedTuple):
    """One cell: of which product and column, what was typed, and the change or the problem."""

    sku: str
    column: str
    typed: str
    change: ProductChange | None = None
    problem: str = ""
    note: str = ""


def planned(cells: ProductCells, key: str, text: str, categories: Sequence[str] = ()) -> Plan:
    """What the words would do to a cell; no change and no problem where they say the same."""
    field = FIELDS.get(key)
    if field is None:
        problem = translate("Changes", "This column cannot be changed here.")
        return Plan(cells.sku, key, text, problem=problem)
    before = cells.value(field)
    try:
        after = _value(field, text.strip(), before)
    except RuleBroken as broken:
        return Plan(cells.sku, key, text, problem=wording.explain(broken))
    problem = _problem(field, after)
    if problem:
        return Plan(cells.sku, key, text, problem=problem)
    change = ProductChange(cells.id, field, before, after) if after != before else None
    new = field == "category" and after and after not in categories
    note = translate("Changes", "a new category") if change and new else ""
    return Plan(cells.sku, key, text, change, note=note)


def said(column: Column, value: Value) -> str:
    """A value as the list shows it; a zero can be read."""
    if isinstance(value, Decimal) and not value:
        return "0"
    return figures.written(column.kind, value)


def _value(field: str, text: str, before: Value) -> Value:
    if field in WORDS:
        return text
    if not text:
        return None if field == "purchase_price" else Decimal(0)
    share = _SHARE.match(text)
    if share is not None and isinstance(before, Decimal) and field != "tax":
        sign, percent = share.groups()
        change = before * Decimal(percent) / 100
        exact = before + change if sign == "+" else before - change
        return exact.quantize(Decimal(1).scaleb(-_places(field)), ROUND_HALF_UP)
    number = decimal_from(text.rstrip("%％") if field == "tax" else text)
    parts(number, PRICE_PLACES)  # refuses more places than are kept
    return number


def _places(field: str) -> int:
    return 0 if field == "minimum" else figures.form().places


def _problem(field: str, after: Value) -> str:
    if field == "name" and not after:
        return translate("Changes", "A product needs a name.")
    if isinstance(after, Decimal) and after < 0:
        return translate("Changes", "It cannot be below zero.")
    return ""
