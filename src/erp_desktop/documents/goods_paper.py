"""Lines of papers about goods that moved, not about money: what, how much, from where."""

from collections.abc import Iterable
from decimal import Decimal

from erp_desktop.documents.figures import figure, places_of, taken_off
from erp_desktop.documents.grid import BESIDE, BODY, Cell, Figure, Grid, GridColumn, Words
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import Paper, PaperLine
from erp_desktop.documents.priced import item_cell, packed_mark, quantity_mark


def goods_grid(paper: Paper, moved: str, *, prices: bool = False, summed: bool = True) -> Grid:
    """Item, ordered (where an order is answered), quantity moved, unit, place, money if wanted.

    `moved` is the title of the quantity column. Quantities are totalled only in one unit: the sum
    of pieces and kilograms says nothing; nor does that of parts and what was made of them, which is
    not `summed`.
    """
    say, lines = words_of(paper.language), paper.lines
    ordered = any(line.ordered is not None for line in lines)
    placed = any(line.place for line in lines)
    columns = [GridColumn(say("No."), least=14), GridColumn(say("Item"), share=1)]
    columns += [GridColumn(say("Place"), least=32)] if placed else []
    columns += [GridColumn(say("Ordered"), right=True)] if ordered else []
    refused = any(line.rejected for line in lines)
    columns += [GridColumn(say(moved), right=True)]
    columns += [GridColumn(say("Rejected"), right=True)] if refused else []
    columns += [GridColumn(say("Unit"), least=24)]
    off = prices and any(line.discount for line in lines)
    columns += [GridColumn(say("Unit price"), right=True, least=44)] if prices else []
    columns += [GridColumn(say("Discount"), right=True)] if off else []
    columns += [GridColumn(say("Amount"), right=True, least=52)] if prices else []
    places = places_of(_quantities(lines))
    price_places = places_of((line.unit_price for line in lines), paper.shop.places)
    rows = []
    for at, line in enumerate(lines, start=1):
        cells: list[Cell] = [(Words(str(at), BESIDE),), item_cell(line)]
        cells += [(Words(line.place, BODY, 1),)] if placed else []
        cells += [_maybe(line.ordered, places)] if ordered else []
        cells += [(quantity_mark(line.quantity, places), *packed_mark(line.packed))]
        cells += [_maybe(line.rejected, places)] if refused else []
        cells += [(Words(line.unit, BESIDE, 1),)]
        cells += [(Figure(figure(line.unit_price, price_places)),)] if prices else []
        cells += [(Figure(taken_off(line.discount, paper.shop.places)),)] if off else []
        cells += [(Figure(figure(paper.printed(line), paper.shop.places)),)] if prices else []
        rows.append(tuple(cells))
    totals = _totals(paper, moved, columns, places, prices=prices) if summed else ()
    return Grid(tuple(columns), rows, totals=totals, places=paper.shop.places)


def _maybe(value: Decimal | None, places: int) -> Cell:
    return () if value is None else (quantity_mark(value, places),)


def _quantities(lines: Iterable[PaperLine]) -> Iterable[Decimal]:
    for line in lines:
        yield line.quantity
        if line.ordered is not None:
            yield line.ordered


def _totals(
    paper: Paper, moved: str, columns: list[GridColumn], places: int, *, prices: bool
) -> tuple[str, ...]:
    say, lines = words_of(paper.language), paper.lines
    sums = {say("Item"): say("Total")}
    units = {line.unit for line in lines}
    if len(units) == 1:
        sums[say(moved)] = figure(sum((line.quantity for line in lines), Decimal(0)), places)
        sums[say("Unit")] = units.pop()
    if prices:
        amount = sum((paper.printed(line) for line in lines), Decimal(0))
        sums[say("Item")] = say("Total" if paper.tax_included else "Net")
        sums[say("Amount")] = figure(amount, paper.shop.places)
    said = tuple(sums.get(column.title, "") for column in columns)
    return said if len(sums) > 1 else ()
