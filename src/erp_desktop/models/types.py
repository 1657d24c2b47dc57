"""Column types: decimals as whole numbers of their smallest part, instants and days as numbers.

NUMERIC in SQLite is a float; whole numbers are exact on every database and add up with SUM. The
posting path reads and writes these whole numbers directly (`books.py`); here they become Decimals
for whoever uses the tables through SQLAlchemy.
"""

from decimal import Decimal
from typing import Annotated

from sqlalchemy import BigInteger, Dialect, ForeignKey, Integer, String, Text
from sqlalchemy.orm import mapped_column
from sqlalchemy.types import TypeDecorator

from erp_desktop.core.money import (
    MONEY_PLACES,
    PRICE_PLACES,
    QUANTITY_PLACES,
    decimal_of,
    parts,
)


class Scaled(TypeDecorator[Decimal]):
    """A decimal kept as a whole number of its smallest part; too many places is an error."""

    impl = BigInteger
    cache_ok = True

    def __init__(self, places: int) -> None:
        super().__init__()
        self.places = places

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else parts(value, self.places)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else decimal_of(int(value), self.places)


# SQLite numbers rows by itself only in a column declared INTEGER.
Id = BigInteger().with_variant(Integer, "sqlite")

PrimaryKey = Annotated[int, mapped_column(Id, primary_key=True)]
Money = Annotated[Decimal, mapped_column(Scaled(MONEY_PLACES))]
Quantity = Annotated[Decimal, mapped_column(Scaled(QUANTITY_PLACES))]
Price = Annotated[Decimal, mapped_column(Scaled(PRICE_PLACES))]
Percent = Annotated[Decimal, mapped_column(Scaled(QUANTITY_PLACES))]
Moment = Annotated[int, mapped_column(BigInteger)]  # seconds since 1970 UTC (core.clock)
Day = Annotated[int, mapped_column(Integer)]  # 20261122 (core.clock)
Code = Annotated[str, mapped_column(String(80))]
Words = Annotated[str, mapped_column(Text)]
Word = Annotated[str, mapped_column(String(24))]


def link(target: str) -> ForeignKey:
    """A foreign key, checked at once: postings write parents before their children."""
    return ForeignKey(target)
