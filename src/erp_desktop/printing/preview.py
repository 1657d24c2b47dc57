"""What a PDF looks like: pages as PNG for the screen, and as black dots for printer heads.

One path for file, preview and paper: whatever is shown or sent to a device is this rendering of
the same PDF. Dots per millimetre are the printers' own unit (8 is 203 dpi, 12 is 300 dpi).
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

DARK: Final = 150  # grey below this becomes a black dot; a little dark, so that thin strokes stay
POINTS_PER_MM: Final = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A page as dots: `rows` are packed eight to a byte, a set bit is black."""

    wide: int
    high: int
    rows: tuple[bytes, ...]

    @property
    def row_bytes(self) -> int:
        return (self.wide + 7) // 8


@dataclass(frozen=True, slots=True)
class Grey:
    """A page as grey values, one byte a pixel, row by row."""

    wide: int
    high: int
    pixels: bytes


def page_count(pdf: bytes) -> int:
    """How many pages the file has."""
    import pypdfium2  # type: ignore[import-untyped]

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def png(pdf: bytes, dpi: int = 200) -> bytes:
    """The whole file as one PNG; several pages stand below each other."""
    pages = list(_rendered(pdf, dpi / 72, colour=True))
    wide = max(page[0] for page in pages)
    rows = b"".join(_widened(page, wide) for page in pages)
    return _png(wide, sum(page[1] for page in pages), rows, colour=True)


def grey_pages(pdf: bytes, dots_per_mm: float) -> list[Grey]:
    """Each page in grey, at this resolution."""
    scale = dots_per_mm / POINTS_PER_MM
    return [Grey(*page) for page in _rendered(pdf, scale, colour=False)]


def bitmaps(pdf: bytes, dots_per_mm: float = 8, crop_to: int | None = None) -> list[Bitmap]:
    """Each page as black dots; `crop_to` keeps that many dots of the middle of each row."""
    return [_dots(page, crop_to) for page in grey_pages(pdf, dots_per_mm)]


def moved(page: Bitmap, right: int, down: int) -> Bitmap:
    """The page shifted by so many dots (less than nothing: left, up); what leaves it is lost."""
    if not right and not down:
        return page
    bits, ends = page.row_bytes * 8, (1 << page.row_bytes * 8) - 1
    keep = ends ^ ((1 << bits - page.wide) - 1)
    rows = []
    for row in page.rows:
        number = int.from_bytes(row, "big")
        number = number >> right if right >= 0 else number << -right
        rows.append((number & ends & keep).to_bytes(page.row_bytes, "big"))
    blank = bytes(page.row_bytes)
    if down >= 0:
        rows = [blank] * min(down, page.high) + rows[: page.high - down]
    else:
        rows = rows[-down:] + [blank] * min(-down, page.high)
    return Bitmap(page.wide, page.high, tuple(rows[: page.high]))


def each_png(pdf: bytes, dpi: int = 144) -> Iterator[bytes]:
    """The pages one after another, each rendered when it is asked for: a thousand labels fit."""
    for page in _rendered(pdf, dpi / 72, colour=True):
        yield _png(*page, colour=True)


def _rendered(pdf: bytes, scale: float, *, colour: bool) -> Iterator[tuple[int, int, bytes]]:
    """Width, height and tight rows of each page: RGB, or one grey byte a pixel."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            bitmap = page.render(
                scale=_whole(page.get_width(), scale), grayscale=not colour, rev_byteorder=True
            )
            line = bitmap.width * (3 if colour else 1)
            buffer = bytes(bitmap.buffer)
            rows = [
                buffer[at * bitmap.stride : at * bitmap.stride + line]
                for at in range(bitmap.height)
            ]
            yield bitmap.width, bitmap.height, b"".join(rows)


def _whole(wide: float, scale: float) -> float:
    """The scale that makes the page whole dots wide.

    The renderer rounds the size up and stretches the page to it: 400.001 dots would become 401,
    and every bar would lose its place on the printer's grid.
    """
    return float((round(wide * scale) - 0.01) / wide)


def _widened(page: tuple[int, int, bytes], wide: int) -> bytes:
    own, high, pixels = page
    rest = b"\xff" * (3 * (wide - own))
    return b"".join(pixels[at * own * 3 : (at + 1) * own * 3] + rest for at in range(high))


def _png(wide: int, high: int, pixels: bytes, *, colour: bool) -> bytes:
    line = wide * (3 if colour else 1)
    raw = b"".join(b"\0" + pixels[at * line : (at + 1) * line] for at in range(high))
    head = struct.pack(">IIBBBBB", wide, high, 8, 2 if colour else 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(raw, 6)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)


_TO_BITS: Final = bytes(49 if grey < DARK else 48 for grey in range(256))  # "1" is black


def _dots(page: Grey, crop_to: int | None) -> Bitmap:
    wide = min(page.wide, crop_to or page.wide)
    left = (page.wide - wide) // 2
    count = (wide + 7) // 8
    rows = []
    for at in range(page.high):
        start = at * page.wide + left
        bits = page.pixels[start : start + wide].translate(_TO_BITS).ljust(count * 8, b"0")
        rows.append(int(bits, 2).to_bytes(count, "big"))
    return Bitmap(wide, page.high, tuple(rows))
