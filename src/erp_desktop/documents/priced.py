"""Lines and sums of a paper with money on it: the same on invoice, order and quotation.

Printed amounts are with tax when prices contain it, else without; the tax is told once per rate.
So the amounts, less discounts, make the total with a pocket calculator (LEDGER L-62, L-64).
"""

from decimal import Decimal

from erp_desktop.documents.amount_words import amount_in_words
from erp_desktop.documents.blocks import Sums
from erp_desktop.documents.figures import aligned, figure, percent, places_of, priced, taken_off
from erp_desktop.documents.grid import BESIDE, SMALL, Cell, Figure, Grid, GridColumn, Mark, Words
from erp_desktop.documents.paper_words import Say, words_of
from erp_desktop.documents.papers import PaperLine, PricedPaper


def item_cell(line: PaperLine) -> Cell:
    """Name above, codes below."""
    codes = " · ".join(dict.fromkeys(code for code in (line.sku, line.barcode) if code))
    marks: list[Mark] = [Words(line.name)]
    if codes:
        marks.append(Words(codes, SMALL, 1))
    if line.note:
        marks.append(Words(line.note, SMALL))
    return tuple(marks)


def quantity_mark(value: Decimal, places: int) -> Figure:
    text, tail = aligned(value, places)
    return Figure(text, tail=tail)


def packed_mark(words: str) -> tuple[Figure, ...]:
    """Below a quantity: what it is in packs, where that says more."""
    return (Figure(words, SMALL),) if words else ()


def priced_grid(paper: PricedPaper) -> Grid:
    """The lines of a paper with money; columns that would be empty everywhere are left out."""
    say, lines = words_of(paper.language), paper.lines
    discounts = any(line.discount for line in lines)
    taxes = any(line.tax_rate for line in lines)
    places = paper.shop.places
    price_places = places_of((line.unit_price for line in lines), places)
    quantity_places = places_of(line.quantity for line in lines)
    columns = _columns(say, discounts=discounts, taxes=taxes)
    rows = []
    for at, line in enumerate(lines, start=1):
        cells: list[Cell] = [
            (Words(str(at), BESIDE),),
            item_cell(line),
            (quantity_mark(line.quantity, quantity_places),),
            (Words(line.unit, BESIDE, 1),),
            (Figure(figure(line.unit_price, price_places)),),
        ]
        if discounts:
            cells.append((Figure(taken_off(line.discount, places)),))
        if taxes:
            cells.append((Figure(percent(line.tax_rate)),))
        rows.append((*cells, (Figure(figure(paper.printed(line), places)),)))
    amounts = [paper.printed(line) for line in lines]
    last = len(columns) - 1
    return Grid(columns, rows, carried=last, amounts=amounts, places=places)


def _columns(say: Say, *, discounts: bool, taxes: bool) -> tuple[GridColumn, ...]:
    columns = [
        GridColumn(say("No."), least=14),
        GridColumn(say("Item"), share=1),
        GridColumn(say("Quantity"), right=True),
        GridColumn(say("Unit"), least=18),
        GridColumn(say("Unit price"), right=True, least=44),
    ]
    if discounts:
        columns.append(GridColumn(say("Discount"), right=True))
    if taxes:
        columns.append(GridColumn(say("Tax %"), right=True, least=26))
    return (*columns, GridColumn(say("Amount"), right=True, least=52))


def sums_of(paper: PricedPaper, *, total: str = "Total", after: list[tuple[str, str]]) -> Sums:
    """The way from the lines to the total; `after` follows it (paid, still to pay)."""
    say, places = words_of(paper.language), paper.shop.places
    words = ("", "")
    if paper.language.startswith("zh") and paper.shop.currency == "CNY":
        words = (say("In words"), amount_in_words(paper.total))
    return Sums(
        rows=_steps(paper, say),
        total=(say(total), priced(paper.total, paper.shop.symbol, places)),
        after=after,
        left=tax_rows(paper),
        words=words,
    )


def _steps(paper: PricedPaper, say: Say) -> list[tuple[str, str]]:
    places = paper.shop.places
    steps: list[tuple[str, Decimal]] = []
    if paper.discount:
        steps.append((say("Order discount"), -paper.discount))
    if not paper.tax_included and paper.tax:
        steps.append((say("Tax"), paper.tax))
    if paper.rounding:
        steps.append((say("Rounding"), paper.rounding))
    if not steps:
        return []
    name = say("Subtotal") if paper.tax_included else say("Net")
    return [(label, figure(value, places)) for label, value in [(name, paper.subtotal), *steps]]


def tax_rows(paper: PricedPaper) -> list[tuple[str, ...]]:
    """Tax rate, net, tax, with tax: one row a rate; nothing when there is no tax at all."""
    if not paper.tax:
        return []
    say, places = words_of(paper.language), paper.shop.places
    head = (say("Tax rate"), say("Net"), say("Tax"), say("With tax"))
    return [
        head,
        *(
            (
                percent(group.rate),
                figure(group.net, places),
                figure(group.tax, places),
                figure(group.net + group.tax, places),
            )
            for group in paper.groups
        ),
    ]
