"""Variants (规格): one shirt in sizes and colours, each a product of its own with its stock.

The template (款) holds what they share and what they differ in; only its variants are bought, kept
and sold. A change of what they share reaches every variant that still has the template's value:
an exception, once made, stays.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product as combined
from math import prod
from typing import Any, Final, NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.barcode import check_digit
from erp_desktop.core.money import price_parts
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue import search
from erp_desktop.services.catalogue.units import put_codes

BETWEEN: Final = " / "  # the words of a variant: "M / Red"
MOST_VARIANTS: Final = 2_000
SHARED: Final = (
    "category_id", "unit", "price", "purchase_price", "tax", "costing", "standard_cost",
    "negative", "minimum",
    "supplier_id", "track", "shelf_days", "weight", "volume", "safety", "target", "lead_days",
    "dynamic_minimum", "abc", "active",
)  # fmt: skip

SETTLED: Final = frozenset({"costing", "standard_cost", "track", "unit"})  # once goods moved
UNMOVED: Final = " AND NOT EXISTS (SELECT 1 FROM stock_move m WHERE m.product_id = product.id)"


class Axis(NamedTuple):
    """What variants differ in, and the values there are, in order."""

    name: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MakeVariants:
    """All variants of a product by its axes, or those in `only`; what is there already stays.

    `pattern` makes the SKU: {sku} is the template's, {1} {2} … the values of the axes. Barcodes
    are numbered on from `barcode_start` (12 digits or fewer; the check digit is added).
    """

    sku: str
    axes: Sequence[Axis]
    only: Sequence[tuple[str, ...]] | None = None
    pattern: str = ""
    barcode_start: str = ""
    prices: Mapping[tuple[str, ...], Decimal] = field(default_factory=dict)


def make_variants(books: Books, command: MakeVariants) -> list[int]:
    """Make a product a template, and the variants that it does not have yet; their ids.

    Raises UnknownProduct, InUse (it was bought or sold as it is), Missing, NotAmong, WrongPattern,
    CodeTaken (an SKU), BarcodeTaken.
    """
    row = books.row("SELECT id, kind FROM product WHERE sku = ?", (command.sku,))
    if row is None:
        raise errors.UnknownProduct(command.sku)
    if row[1] != "goods":
        raise errors.NotStocked(command.sku)
    template_id = int(row[0])
    axes = arrange_axes(books, template_id, command.sku, command.axes)
    there = set(variants_of(books, template_id))
    wanted = [one for one in _wanted(axes, command.only) if one not in there]
    codes = _codes(books, command.barcode_start, len(wanted))
    made = [
        _make(books, template_id, command, values, code)
        for values, code in zip(wanted, codes, strict=True)
    ]
    search.index_products(books, [template_id, *made])
    return made


def arrange_axes(books: Books, template_id: int, sku: str, axes: Sequence[Axis]) -> list[Axis]:
    """Make a product a template, if it is none yet, with these axes; the axes as they were read.

    Raises InUse, Missing, NotAmong.
    """
    checked = _checked(axes)
    if not books.value("SELECT is_template FROM product WHERE id = ?", (template_id,)):
        _may_be_template(books, template_id, sku)
    _put_axes(books, template_id, checked)
    return checked


def axes_of(books: Books, template_id: int) -> list[Axis]:
    """What the variants of a template differ in."""
    return [
        Axis(row[0], tuple(json.loads(row[1])))
        for row in books.rows(
            "SELECT name, choices FROM variant_axis WHERE product_id = ? ORDER BY position",
            (template_id,),
        )
    ]


def variants_of(books: Books, template_id: int) -> dict[tuple[str, ...], int]:
    """The variants of a template by their values."""
    return {
        tuple(row[1].split(BETWEEN)): row[0]
        for row in books.rows(
            "SELECT id, variant FROM product WHERE parent_id = ? ORDER BY id", (template_id,)
        )
    }


def spread_to_variants(books: Books, template_id: int, was: Mapping[str, Any]) -> None:
    """What the template says now reaches the variants that said what it said before.

    `was` holds the template's columns before the change.
    """
    now = shared_columns(books, template_id)
    for name in SHARED:
        if now[name] != was[name]:
            still = UNMOVED if name in SETTLED else ""
            books.run(
                f"UPDATE product SET {name} = ?, version = version + 1 "  # noqa: S608
                f"WHERE parent_id = ? AND {name} IS NOT DISTINCT FROM ?{still}",
                (now[name], template_id, was[name]),
            )
    if now["name"] != was["name"]:
        _rename(books, template_id, str(was["name"]), str(now["name"]))


def shared_columns(books: Books, template_id: int) -> dict[str, Any]:
    """What a template shares with its variants, and its name."""
    names = ("name", *SHARED)
    row = books.row(
        f"SELECT {', '.join(names)} FROM product WHERE id = ?",  # noqa: S608
        (template_id,),
    )
    return dict(zip(names, row or (), strict=True))


def _rename(books: Books, template_id: int, was: str, now: str) -> None:
    touched = []
    for values, variant_id in variants_of(books, template_id).items():
        words = BETWEEN.join(values)
        changed = books.run(
            "UPDATE product SET name = ?, initials = ? WHERE id = ? AND name = ?",
            (f"{now} {words}", search.initials(f"{now} {words}"), variant_id, f"{was} {words}"),
        )
        touched += [variant_id] * changed
    search.index_products(books, touched)


def _checked(axes: Sequence[Axis]) -> list[Axis]:
    found = []
    for axis in axes:
        choices = tuple(dict.fromkeys(text.strip() for text in axis.choices if text.strip()))
        if not axis.name.strip():
            raise errors.Missing("axis")
        if not choices:
            raise errors.Missing(axis.name.strip())
        if wrong := next((text for text in choices if BETWEEN.strip() in text), ""):
            raise errors.NotAmong(axis.name.strip(), wrong, f"no “{BETWEEN.strip()}”")
        found.append(Axis(axis.name.strip(), choices))
    if not found:
        raise errors.Missing("axis")
    return found


def _may_be_template(books: Books, product_id: int, sku: str) -> None:
    number = books.value(
        "SELECT COALESCE(d.number, '') FROM document_line l JOIN document d "
        "ON d.id = l.document_id WHERE l.product_id = ? ORDER BY l.id LIMIT 1",
        (product_id,),
    )
    if number is not None:
        raise errors.InUse(sku, "kind", number)
    books.update("product", product_id, is_template=True)


def _put_axes(books: Books, template_id: int, axes: Sequence[Axis]) -> None:
    """Axes may be named anew and get more values; a value that a variant has stays."""
    for at, (was, now) in enumerate(zip(axes_of(books, template_id), axes, strict=False)):
        kept = dict.fromkeys((*now.choices, *_worn(books, template_id, at, was)))
        axes = [*axes[:at], Axis(now.name, tuple(kept)), *axes[at + 1 :]]
    if (known := variants_of(books, template_id)) and any(len(one) != len(axes) for one in known):
        raise errors.NotAmong("axes", len(axes), len(next(iter(known))))
    books.run("DELETE FROM variant_axis WHERE product_id = ?", (template_id,))
    books.many(
        "INSERT INTO variant_axis (product_id, position, name, choices) VALUES (?, ?, ?, ?)",
        [
            (template_id, at, axis.name, json.dumps(axis.choices, ensure_ascii=False))
            for at, axis in enumerate(axes, start=1)
        ],
    )


def _worn(books: Books, template_id: int, at: int, axis: Axis) -> list[str]:
    """The values of an axis that a variant has."""
    worn = {values[at] for values in variants_of(books, template_id) if at < len(values)}
    return [choice for choice in axis.choices if choice in worn]


def _wanted(axes: Sequence[Axis], only: Sequence[tuple[str, ...]] | None) -> list[tuple[str, ...]]:
    many = prod(len(axis.choices) for axis in axes)
    if many > MOST_VARIANTS:  # counted first: thirty axes would fill the memory
        raise errors.NotAmong("axes", many, f"1 … {MOST_VARIANTS}")
    every = list(combined(*(axis.choices for axis in axes)))
    if only is None:
        return every
    for one in only:
        if one not in every:
            allowed = " | ".join(map(BETWEEN.join, every))
            raise errors.NotAmong("variant", BETWEEN.join(one), allowed)
    return [one for one in every if one in set(only)]


def _codes(books: Books, start: str, count: int) -> list[str]:
    """So many free EAN-13 codes from a first one on; none when no start is given."""
    digits = start.strip()
    if not digits:
        return [""] * count
    if not digits.isascii() or not digits.isdigit() or len(digits) > 12:
        raise errors.WrongPattern(start, "690123400001")
    found: list[str] = []
    number = int(digits.ljust(12, "0"))
    while len(found) < count:
        body = f"{number:012}"
        code = body + check_digit(body)
        if books.value("SELECT 1 FROM barcode WHERE code = ?", (code,)) is None:
            found.append(code)
        number += 1
    return found


def _make(
    books: Books, template_id: int, command: MakeVariants, values: tuple[str, ...], code: str
) -> int:
    shared = shared_columns(books, template_id)
    words = BETWEEN.join(values)
    sku = _sku(command, values)
    if books.value("SELECT 1 FROM product WHERE sku = ?", (sku,)) is not None:
        raise errors.CodeTaken(sku)
    name = f"{shared.pop('name')} {words}"
    if (own := command.prices.get(values)) is not None:
        shared["price"] = price_parts(own)
    made = books.insert("product", sku=sku, name=name, initials=search.initials(name),
                        parent_id=template_id, variant=words, **shared)  # fmt: skip
    books.run(
        "INSERT INTO product_unit (product_id, unit, factor, price) "
        "SELECT ?, unit, factor, price FROM product_unit WHERE product_id = ?",
        (made, template_id),
    )
    if code:
        put_codes(books, made, [code])
    return made


def _sku(command: MakeVariants, values: tuple[str, ...]) -> str:
    """The SKU by the pattern. Raises WrongPattern for one that makes no difference."""
    pattern = command.pattern.strip() or "-".join(
        ("{sku}", *(f"{{{at}}}" for at in range(1, len(values) + 1)))
    )
    said = pattern.replace("{sku}", command.sku)
    for at, value in enumerate(values, start=1):
        if f"{{{at}}}" not in pattern:
            raise errors.WrongPattern(command.pattern, "{sku}-{1}-{2}")
        said = said.replace(f"{{{at}}}", value.replace(" ", ""))
    return said
