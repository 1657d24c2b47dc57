"""ESC/POS: the receipt as dots for a thermal printer, the cut, and the kick for the drawer.

The receipt is sent as the same picture that the preview shows (`GS v 0`), in bands, so that small
printer memories suffice and Chinese prints on any model, whatever code page it knows. A printer
sold in China writes GB18030 with its own letters, which is faster: that is `text_receipt`.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from erp_desktop.printing.preview import Bitmap, bitmaps, moved

INIT: Final = b"\x1b@"
FEED: Final = b"\x1bd\x04"
CUT: Final = b"\x1dV\x42\x00"  # feed to the knife, partial cut
DRAWER: Final = b"\x1bp\x00\x19\xfa"  # pin 2, 50 ms on, 500 ms off
DOTS: Final = {58: 384, 80: 576}  # what the head can reach, at 8 dots a millimetre
BAND: Final = 128
CHINESE: Final = b"\x1c&"  # the printer's own Chinese letters, two bytes each


def receipt(
    pdf: bytes, roll: int, *, cut: bool = True, drawer: bool = False, right: int = 0
) -> bytes:
    """Commands that print the PDF's pages on a roll of 58 or 80 mm, moved `right` dots.

    The drawer opens first: the cashier need not wait for the paper.
    """
    parts = [INIT]
    if drawer:
        parts.append(DRAWER)
    for page in bitmaps(pdf, crop_to=DOTS[roll]):
        parts.extend(_bands(moved(page, right, 0)))
        if cut:
            parts.append(CUT)
    return b"".join(parts)


def text_receipt(lines: Sequence[str], *, cut: bool = True, drawer: bool = False) -> bytes:
    """Commands that print these lines in GB18030, with the printer's own letters."""
    written = [line.encode("gb18030", "replace") + b"\n" for line in lines]
    kick = DRAWER if drawer else b""
    return b"".join([INIT, kick, CHINESE, *written, FEED, CUT if cut else b""])


def open_drawer() -> bytes:
    """The kick alone, for a sale without a receipt."""
    return INIT + DRAWER


def _bands(page: Bitmap) -> Iterator[bytes]:
    rows = _trimmed(page.rows)
    for at in range(0, len(rows), BAND):
        band = rows[at : at + BAND]
        yield b"\x1dv0\x00" + _word(page.row_bytes) + _word(len(band)) + b"".join(band)
    yield FEED


def _trimmed(rows: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """Without the white at the end: the feed before the knife is there already."""
    last = len(rows)
    while last and not rows[last - 1].strip(b"\0"):
        last -= 1
    return rows[:last]


def _word(number: int) -> bytes:
    return number.to_bytes(2, "little")
