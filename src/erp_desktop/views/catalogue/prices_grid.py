"""Named prices in a grid of any length: whose or of what, unit, from how many, price, until.

Rows can be pasted from a spreadsheet in that order; the last lines may leave the unit and the
beginning out ("Wholesale A, 138").
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from erp_desktop.core import clock, errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import ZERO, decimal_from
from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.services.catalogue.levels import NamedPrice, SavedPrice, levels
from erp_desktop.services.catalogue.search import find_products
from erp_desktop.services.partners.partners import find_partners
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.office import Office
from erp_desktop.views.widgets import faces
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

translate = wording.translate
SHOWN = 9
Find = Callable[[str], Sequence[Found]]
_NAMES = ("unit", "minimum", "price", "until")


def whose_finder(office: Office) -> Find:
    """Levels first (keys below zero), then customers."""

    def find(text: str) -> Sequence[Found]:
        said = text.strip().casefold()
        quiet = translate("Prices", "Price level")
        mine = [Found(-one.id, one.name, quiet) for one in office.ask(levels)
                if said in one.name.casefold()]  # fmt: skip
        people = office.ask(find_partners, text, "is_customer")
        return [*mine, *(Found(one.id, one.name, one.code) for one in people)]

    return find


def product_finder(office: Office) -> Find:
    """Products by name, code, initials."""

    def find(text: str) -> Sequence[Found]:
        places = figures.form().places
        return [
            Found(one.id, one.name, one.sku, figures.price(_exact(one.price), places))
            for one in office.ask(find_products, text, 20, 0)
        ]

    return find


class PricesGrid(LinesGrid):
    """`prices()` are (key of what was found, the price); `unread` tells rows that were pasted in
    vain."""

    def __init__(self, find: Find, title: str, adds: str) -> None:
        mark = QT_TRANSLATE_NOOP
        columns = (
            ("unit", mark("Table", "Unit"), Kind.TEXT, 84),
            ("minimum", mark("Table", "From quantity"), Kind.QUANTITY, 104),
            ("price", mark("Table", "Price"), Kind.PRICE, 104),
            ("until", mark("Table", "Until"), Kind.TEXT, 110),
        )
        super().__init__(
            [
                LineColumn(Column("whose", title, width=240), finder=True),
                *(LineColumn(Column(key, said, kind, wide), editable=True)
                  for key, said, kind, wide in columns),
                *(LineColumn(Column(key, "", hidden=True)) for key in ("detail", "key")),
            ],
            find, _cells_of_found, faces={"whose": faces.TwoLineFace("detail")},
        )  # fmt: skip
        self.adds = adds
        self.changed.connect(self._fit)
        self.pasted.connect(self._take_pasted)
        self._fit()

    def show_prices(self, saved: Sequence[tuple[int, str, str, SavedPrice]]) -> None:
        """(key, title, quiet words, the price) of each."""
        self.show_lines([
            {"key": key, "whose": title, "detail": quiet, "unit": one.unit,
             "minimum": one.minimum or None, "price": one.price, "until": _day_words(one.until)}
            for key, title, quiet, one in saved
        ])  # fmt: skip

    def prices(self) -> list[tuple[int, NamedPrice]]:
        """What stands there. Raises Missing for a line without a price, NotADate."""
        return [(int(line["key"]), _named(line)) for line in self._written()]

    def _written(self) -> list[dict[str, Any]]:
        return [line for line in self.lines.lines() if line.get("key") is not None]

    def _take_pasted(self, text: str) -> None:
        """Each row names a level, customer or product first, then as many cells as it has."""
        with self.lines.together():
            unread = [row for row in text.splitlines() if row.strip() and not self._take_row(row)]
        self.refusals.clear_all()
        if unread and self.lines.lines():
            words = translate("Prices", "{0} rows were not understood: {1}")
            self.refuse(len(self.lines.lines()) - 1, words.format(len(unread), unread[0].strip()),
                        serious=False, focus=False)  # fmt: skip

    def _take_row(self, row: str) -> bool:
        name, *cells = [cell.strip() for cell in row.split("\t")]
        said = name.casefold()
        hits = self.find_products(name)
        exact = (one for one in hits if said in {one.title.casefold(), one.detail.casefold()})
        found = next(exact, None)
        if found is None or not cells:
            return False
        names = {1: ("price",), 2: ("minimum", "price")}.get(len(cells), _NAMES)
        line: dict[str, Cell] = dict(_cells_of_found(found))
        try:
            for key, cell in zip(names, cells, strict=False):
                number = key in {"minimum", "price"}
                line[key] = (decimal_from(cell) if number and cell else cell) or None
        except RuleBroken:
            return False
        self.lines.add(line)
        return True

    def _fit(self) -> None:
        rows = min(max(self.lines.rowCount(), 3), SHOWN)
        self.setFixedHeight(theme.px(44) * rows + theme.px(36))


def _named(line: Mapping[str, Any]) -> NamedPrice:
    price = line.get("price")
    if not isinstance(price, Decimal):
        raise errors.Missing("price")
    return NamedPrice(
        price, unit=str(line.get("unit") or ""), minimum=line.get("minimum") or ZERO,
        until=_day_of(line.get("until")),
    )  # fmt: skip


def _day_words(day: int | None) -> str | None:
    return None if day is None else clock.day_date(day).isoformat()


def _day_of(said: object) -> int | None:
    words = str(said or "").strip().replace("/", "-").replace(".", "-")
    return clock.parsed_day(words) if words else None


def _exact(parts: int) -> Decimal:
    return Decimal(parts).scaleb(-6)


def _cells_of_found(found: Found) -> Mapping[str, Cell]:
    return {"key": found.key, "whose": found.title, "detail": found.detail}
