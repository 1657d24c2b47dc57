"""Cells from a spreadsheet, laid onto the list of products.

With the list's own titles in the first row and the code of the product in a column, each row finds
its product wherever it stands: so a copied list comes back from Excel. Without titles the cells
fall from the current one downwards and to the right, as spreadsheets do.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from erp_desktop.core.table import Column
from erp_desktop.services.catalogue.changing import ProductCells
from erp_desktop.views import column_words, wording
from erp_desktop.views.catalogue.cell_plans import Plan, planned

translate = wording.translate
SKU = "sku"
Sheet = Sequence[Sequence[str]]


class Titled(NamedTuple):
    """A sheet that says itself where its cells belong."""

    keys: list[str]  # by column of the sheet; empty for one that the list does not have
    rows: Sheet

    def skus(self) -> list[str]:
        at = self.keys.index(SKU)
        return [row[at].strip() for row in self.rows if len(row) > at]


def sheet_of(text: str) -> list[list[str]]:
    """The clipboard's text as rows of cells."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    return [line.split("\t") for line in lines]


def titled(sheet: Sheet, columns: Sequence[Column]) -> Titled | None:
    """The sheet by its titles; None where its first row is not titles with the product's code."""
    known = {wording.title(column.title).strip().lower(): column.key for column in columns}
    known |= {column_words.title(column).strip().lower(): column.key for column in columns}
    keys = [known.get(cell.strip().lower(), "") for cell in sheet[0]]
    return Titled(keys, sheet[1:]) if SKU in keys else None


def by_titles(
    found: Titled,
    products: dict[str, ProductCells],
    changeable: Callable[[str], bool],
    categories: Sequence[str],
) -> list[Plan]:
    """Plans of a sheet with titles; what the list only shows is passed over."""
    plans = []
    for row, sku in zip(found.rows, found.skus(), strict=False):
        cells = products.get(sku)
        if cells is None:
            if sku:
                problem = translate("Changes", "No product has this code.")
                plans.append(Plan(sku, SKU, sku, problem=problem))
            continue
        plans += [
            planned(cells, key, text, categories)
            for key, text in zip(found.keys, row, strict=False)
            if changeable(key)
        ]
    return plans


def by_place(
    sheet: Sheet,
    products: Sequence[ProductCells | None],
    keys: Sequence[str],
    categories: Sequence[str],
) -> list[Plan]:
    """Plans of cells that fall from the current one: `products` and `keys` from there on."""
    plans = []
    for at, row in enumerate(sheet):
        cells = products[at] if at < len(products) else None
        for place, text in enumerate(row):
            if cells is None:
                problem = translate("Changes", "The list has no more rows.")
                plans.append(Plan("", "", text, problem=problem))
            elif place >= len(keys):
                problem = translate("Changes", "The list has no more columns.")
                plans.append(Plan(cells.sku, "", text, problem=problem))
            else:
                plans.append(planned(cells, keys[place], text, categories))
    return plans
