"""A whole sheet read by a mapping, as the imports read it row by row."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from erp_desktop.exchange.mapping import FieldSpec, Mapping, Plan, Record
from erp_desktop.exchange.problems import Problem
from erp_desktop.exchange.sheet import Sheet


class Row(NamedTuple):
    number: int
    values: Record


def converted(
    sheet: Sheet, mapping: Mapping, fields: Sequence[FieldSpec], problems: list[Problem]
) -> Iterator[Row]:
    """The rows that are right; the problems of the others, and of the head, are added."""
    plan = Plan(sheet.name, sheet.header, mapping, fields)
    lacking = plan.lacking(sheet.header_row)
    problems.extend(lacking)
    for number, cells in sheet.rows:
        record, wrong = plan.read(number, cells)
        problems.extend(wrong)
        if not wrong and not lacking:
            yield Row(number, record)
