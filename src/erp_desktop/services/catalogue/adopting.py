"""Variants that are there already become those of a template: a list of products brings them so.

`make_variants` makes variants and their SKUs; here products with SKUs of their own, out of another
program's list, are filed under their template, and keep all that is said of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from erp_desktop.core import errors
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.variants import (
    BETWEEN,
    Axis,
    arrange_axes,
    axes_of,
    variants_of,
)


@dataclass(frozen=True, slots=True)
class AdoptVariants:
    """The products of these SKUs are variants of a template; each by its values of the axes."""

    sku: str
    axes: Sequence[Axis]
    variants: Mapping[str, tuple[str, ...]]


def adopt_variants(books: Books, command: AdoptVariants) -> None:
    """File products under their template; values that an axis lacks are added to it.

    Raises UnknownProduct, NotStocked, InUse (the template was bought or sold as it is), Missing,
    NotAmong (another number of values than axes), CodeTaken (two variants of the same values, or a
    variant of another template).
    """
    template_id = _template(books, command.sku)
    axes = _widened(axes_of(books, template_id) or command.axes, command)
    arrange_axes(books, template_id, command.sku, axes)
    taken = variants_of(books, template_id)
    for sku, values in command.variants.items():
        variant_id = _variant(books, sku, template_id)
        if taken.setdefault(values, variant_id) != variant_id:
            raise errors.CodeTaken(BETWEEN.join(values))
        books.update("product", variant_id, parent_id=template_id, variant=BETWEEN.join(values))


def _template(books: Books, sku: str) -> int:
    row = books.row("SELECT id, kind, parent_id FROM product WHERE sku = ?", (sku,))
    if row is None:
        raise errors.UnknownProduct(sku)
    if row[1] != "goods":
        raise errors.NotStocked(sku)
    if row[2] is not None:
        raise errors.CodeTaken(sku)
    return int(row[0])


def _variant(books: Books, sku: str, template_id: int) -> int:
    row = books.row("SELECT id, kind, parent_id, is_template FROM product WHERE sku = ?", (sku,))
    if row is None:
        raise errors.UnknownProduct(sku)
    if row[1] != "goods":
        raise errors.NotStocked(sku)
    if row[3] or row[2] not in {None, template_id}:
        raise errors.CodeTaken(sku)
    return int(row[0])


def _widened(axes: Sequence[Axis], command: AdoptVariants) -> list[Axis]:
    """The axes with every value that a variant has."""
    for sku, values in command.variants.items():
        if len(values) != len(axes):
            raise errors.NotAmong(sku, BETWEEN.join(values), BETWEEN.join(a.name for a in axes))
    return [
        Axis(axis.name, tuple(dict.fromkeys(
            (*axis.choices, *(values[at] for values in command.variants.values()))
        )))
        for at, axis in enumerate(axes)
    ]  # fmt: skip
