"""A label as a person laid it out (标签模板): its size, and what stands where on it.

All measures are whole tenths of a millimetre, from the label's top left. What an element shows is a
field of the product (its name, its price) or words of its own.
"""

import json
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, Final

SMALLEST: Final = 10  # tenths: nothing is narrower or lower than a millimetre
WIDEST: Final = 2000


class Part(StrEnum):
    """What an element is."""

    TEXT = "text"
    BARCODE = "barcode"
    QR = "qr"
    LINE = "line"
    PICTURE = "picture"  # of the shop (its mark) or of the product


class Source(StrEnum):
    """Where its words come from."""

    OWN = "own"
    NAME = "name"
    SKU = "sku"
    BARCODE = "barcode"
    PRICE = "price"
    UNIT = "unit"
    SHOP = "shop"
    PACKED = "packed"  # the day on which it is printed
    LOT = "lot"  # the lot that came last; of serial numbers one a label
    EXPIRES = "expires"
    SHELF = "shelf"
    SUPPLIER = "supplier"


@dataclass(frozen=True, slots=True)
class Element:
    """Something on the label. `size` is in points, `align` left, center or right; `turn` is a
    quarter of the clock: 0, 90, 180 or 270 degrees."""

    part: Part
    x: int
    y: int
    wide: int
    high: int
    source: Source = Source.OWN
    words: str = ""
    size: int = 9
    bold: bool = False
    align: str = "left"
    digits: bool = True  # below bars: what they say
    turn: int = 0

    @property
    def lies(self) -> bool:
        """Whether it is turned on its side."""
        return self.turn in {90, 270}

    def placed(self, x: int, y: int, wide: int, high: int) -> "Element":
        """The same thing elsewhere, or of another size."""
        return replace(self, x=x, y=y, wide=max(wide, SMALLEST), high=max(high, SMALLEST))


@dataclass(frozen=True, slots=True)
class Design:
    """A label: its name, its size, its elements in the order in which they are drawn."""

    name: str
    wide: int
    high: int
    elements: tuple[Element, ...] = ()

    def with_element(self, at: int, element: Element) -> "Design":
        """The design with this element changed; one past the last is a new one."""
        kept = list(self.elements)
        kept[at : at + 1] = [element]
        return replace(self, elements=tuple(kept))

    def without(self, at: int) -> "Design":
        """The design without this element."""
        return replace(self, elements=self.elements[:at] + self.elements[at + 1 :])


def usual_design(name: str, wide: int = 500, high: int = 300) -> Design:
    """A label to begin with: name, price, code, bars."""
    inner = wide - 40
    return Design(name, wide, high, (
        Element(Part.TEXT, 20, 15, inner, 45, Source.NAME, size=10, bold=True),
        Element(Part.TEXT, 20, 65, inner // 2, 30, Source.SHOP, size=7),
        Element(Part.TEXT, wide // 2, 60, inner // 2, 70, Source.PRICE, size=17, bold=True,
                align="right"),
        Element(Part.BARCODE, 20, 135, inner, high - 155, Source.BARCODE),
    ))  # fmt: skip


def to_json(design: Design) -> str:
    """The design as it is kept."""
    return json.dumps(asdict(design), ensure_ascii=False)


def from_json(text: str) -> Design:
    """A kept design. Raises ValueError for what is none."""
    try:
        found: dict[str, Any] = json.loads(text)
        elements = tuple(
            Element(**{**one, "part": Part(one["part"]), "source": Source(one["source"])})
            for one in found["elements"]
        )
        return Design(str(found["name"]), int(found["wide"]), int(found["high"]), elements)
    except (KeyError, TypeError) as wrong:
        raise ValueError(text) from wrong
