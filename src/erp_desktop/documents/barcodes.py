"""Which bars a code gets, and where they stand: modules to be drawn as one vector path.

A code that is a GTIN with the right check digit is drawn as what it is (EAN-13, EAN-8, UPC-A,
ITF-14); everything else that a keyboard can type is Code 128, so a wrong check digit never
becomes another product's code. What Code 128 cannot say, or what gets too long, is a QR code.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import Final

from erp_desktop.core.barcode import is_gtin


class Symbology(StrEnum):
    EAN13 = "ean13"
    EAN8 = "ean8"
    UPCA = "upca"
    ITF14 = "itf14"
    CODE128 = "code128"
    GS1_128 = "gs1-128"
    QR = "qr"


LINEAR_MOST: Final = 48  # letters; more would not fit across an A4 sheet's column
_BY_LENGTH: Final = {
    13: Symbology.EAN13,
    8: Symbology.EAN8,
    12: Symbology.UPCA,
    14: Symbology.ITF14,
}
_BUILDERS: Final = {
    Symbology.EAN13: "ean13",
    Symbology.EAN8: "ean8",
    Symbology.UPCA: "upca",
    Symbology.ITF14: "itf",
    Symbology.CODE128: "code128",
}
# the module ranges of the guard bars, which reach down between the figures
_GUARDS: Final = {
    Symbology.EAN13: ((0, 3), (45, 50), (92, 95)),
    Symbology.UPCA: ((0, 10), (45, 50), (85, 95)),
    Symbology.EAN8: ((0, 3), (31, 36), (64, 67)),
}
# free modules left and right that the standards ask for
_QUIET: Final = {
    Symbology.EAN13: (11, 7),
    Symbology.EAN8: (7, 7),
    Symbology.UPCA: (9, 9),
    Symbology.ITF14: (20, 20),  # its narrow bar is two units here
    Symbology.QR: (4, 4),
}


@dataclass(frozen=True, slots=True)
class Bars:
    """A drawn code: dark runs (start, width) in modules, one tuple a row (one row for bars)."""

    symbology: Symbology
    text: str
    size: int
    rows: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def quiet(self) -> tuple[int, int]:
        """Free modules before and after."""
        return _QUIET.get(self.symbology, (10, 10))

    @property
    def square(self) -> bool:
        return self.symbology is Symbology.QR

    @property
    def guards(self) -> tuple[tuple[int, int], ...]:
        return _GUARDS.get(self.symbology, ())

    @property
    def unit(self) -> int:
        """How many modules the narrowest bar has (ITF's wide bar is 2.5 narrow ones)."""
        return 2 if self.symbology is Symbology.ITF14 else 1


def symbology_of(code: str) -> Symbology:
    """What the code is drawn as (see the module)."""
    if is_gtin(code):
        return _BY_LENGTH[len(code)]
    if code.startswith("(") and code.isascii() and code[1:3].isdigit() and ")" in code:
        return Symbology.GS1_128
    if code.isascii() and code.isprintable() and len(code) <= LINEAR_MOST:
        return Symbology.CODE128
    return Symbology.QR


@lru_cache(maxsize=2048)
def bars_of(code: str, symbology: Symbology | None = None) -> Bars:
    """The modules of a code. An empty code is a bug (ValueError)."""
    if not code:
        raise ValueError("no code to draw")
    kind = symbology or symbology_of(code)
    if kind in _BUILDERS:
        row = _built(code, _BUILDERS[kind])
        return Bars(kind, code, len(row), (tuple(_dark(row)),))
    rows = _created(code, kind)
    return Bars(kind, code, len(rows[0]), tuple(tuple(_dark(row)) for row in rows))


def _built(code: str, name: str) -> str:
    import barcode

    built: list[str] = barcode.get_barcode_class(name)(code).build()
    return built[0].strip("0")


def _created(code: str, kind: Symbology) -> list[str]:
    """Rows of modules from zxing-cpp (python-barcode would encode GS1's parentheses)."""
    import zxingcpp

    if kind is Symbology.GS1_128:
        made = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.Code128, gs1=True)
    else:
        made = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.QRCode)
    image = memoryview(made.to_image(scale=1, add_hrt=False, add_quiet_zones=False))  # type: ignore[arg-type]
    height, wide = image.shape[:2] if image.shape else (0, 0)
    flat = image.tobytes()
    rows = ["".join("01"[flat[y * wide + x] < 128] for x in range(wide)) for y in range(height)]
    return rows if kind is Symbology.QR else [rows[height // 2]]


def _dark(row: str) -> Iterator[tuple[int, int]]:
    at = 0
    for module, group in groupby(row):
        wide = len(list(group))
        if module == "1":
            yield at, wide
        at += wide
