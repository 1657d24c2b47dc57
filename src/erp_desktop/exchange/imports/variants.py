"""Variants in a list of products: a row that names its template is one of its sizes or colours.

What a variant is stands in one column (`M / Red`), or in columns for size and colour. What the
template comes in may be said in its own row (`Size: S, M; Colour: Red`); else the columns name it.
"""

import re
from typing import Final

from erp_desktop.core import errors
from erp_desktop.exchange.imports.intake import Intake, SourceRow, nearest
from erp_desktop.exchange.problems import Wrong
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.adopting import AdoptVariants, adopt_variants
from erp_desktop.services.catalogue.variants import Axis, arrange_axes, axes_of

_AXES: Final = re.compile(r"[;；\n]+")
_CHOICES: Final = re.compile(r"[,，、|]+")
_VALUES: Final = re.compile(r"\s*[/／]\s*")
_COLUMNS: Final = ("size", "colour")


class Variants:
    """Gathers which row is a variant of which, and tells what is wrong with it."""

    def __init__(self, books: Books, intake: Intake) -> None:
        self._intake = intake
        self.parents: dict[str, str] = {}  # SKU of a variant -> of its template
        self._rows: dict[str, SourceRow] = {}
        self._axes: dict[str, list[Axis]] = {}
        self._values: dict[str, tuple[str, ...]] = {}
        self._known: dict[str, list[str]] = {}
        if "parent" in intake.mapping.columns:
            for sku, name in books.rows(
                "SELECT p.sku, a.name FROM variant_axis a JOIN product p ON p.id = a.product_id "
                "ORDER BY a.product_id, a.position"
            ):
                self._known.setdefault(sku, []).append(name)
        self._skus = {row[0] for row in books.rows("SELECT sku FROM product")}

    def take(self, row: SourceRow) -> None:
        """Note what a row says of variants."""
        sku, parent = row.text("sku") or "", row.text("parent")
        self._skus.add(sku)
        if (said := row.text("axes")) is not None and parent is None:
            self._axes[sku] = self._read_axes(row, said)
            self._rows.setdefault(sku, row)
        if parent is None:
            return
        if parent == sku:
            self._intake.problem(row, "parent", Wrong.LOOP, sku)
        self.parents[sku] = parent
        self._rows[sku] = row
        self._values[sku] = self._read_values(row)
        if not self._values[sku]:
            self._intake.problem(row, "variant", Wrong.MISSING)

    def _read_axes(self, row: SourceRow, said: str) -> list[Axis]:
        axes = []
        for part in filter(None, map(str.strip, _AXES.split(said))):
            name, _, choices = part.replace("：", ":").partition(":")
            values = tuple(filter(None, map(str.strip, _CHOICES.split(choices))))
            if not name.strip() or not values:
                self._intake.problem(row, "axes", Wrong.NOT_AMONG, "Size: S, M, L; Colour: Red")
                return []
            axes.append(Axis(name.strip(), values))
        return axes

    @staticmethod
    def _read_values(row: SourceRow) -> tuple[str, ...]:
        if (said := row.text("variant")) is not None:
            return tuple(filter(None, _VALUES.split(said.strip())))
        return tuple(said for name in _COLUMNS if (said := row.text(name)) is not None)

    def finish(self) -> None:
        """What only all rows together can tell: unknown templates, values that do not fit."""
        for sku, parent in self.parents.items():
            row = self._rows[sku]
            if parent not in self._skus:
                self._intake.problem(row, "parent", Wrong.UNKNOWN, nearest(parent, self._skus))
            elif parent in self.parents:
                self._intake.problem(row, "parent", Wrong.NOT_AMONG, self.parents[parent])
            elif self._values[sku] and len(self._values[sku]) != len(names := self._names(parent)):
                self._intake.problem(row, "variant", Wrong.NOT_THAT_MANY, " / ".join(names))

    def _names(self, parent: str) -> list[str]:
        """What the template comes in: as it is known, as its row says, as the columns are named."""
        if parent in self._known:
            return self._known[parent]
        if self._axes.get(parent):
            return [axis.name for axis in self._axes[parent]]
        first = next(sku for sku, one in self.parents.items() if one == parent)
        row, columns = self._rows[first], self._intake.mapping.columns
        if row.text("variant") is not None:
            many = len(self._values[first])
            name = columns["variant"]
            return [name] if many == 1 else [f"{name} {at}" for at in range(1, many + 1)]
        return [
            row.text(f"{name}_name") or columns[name]
            for name in _COLUMNS
            if row.text(name) is not None
        ]

    def save(self, books: Books) -> None:
        """File the variants under their templates."""
        for parent in dict.fromkeys((*self._axes, *self.parents.values())):
            mine = {sku: self._values[sku] for sku, one in self.parents.items() if one == parent}
            try:
                self._save(books, parent, mine)
            except errors.RuleBroken as refusal:
                row = self._rows[next(iter(mine), parent)]
                self._intake.refused(row, "parent" if mine else "axes", refusal)

    def _save(self, books: Books, parent: str, mine: dict[str, tuple[str, ...]]) -> None:
        template_id = int(books.value("SELECT id FROM product WHERE sku = ?", (parent,)))
        axes = self._axes.get(parent) or [Axis(name, ()) for name in self._names(parent)]
        if parent in self._axes and not axes_of(books, template_id):
            arrange_axes(books, template_id, parent, axes)
        if mine:
            adopt_variants(books, AdoptVariants(parent, axes, mine))
