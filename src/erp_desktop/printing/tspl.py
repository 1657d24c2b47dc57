"""TSPL for TSC-like label printers: each label as one bitmap, equal neighbours as copies."""

from itertools import groupby
from typing import Final

from erp_desktop.printing.preview import Bitmap, bitmaps, moved

GAP_MM: Final = 2
_INVERTED: Final = bytes(255 - byte for byte in range(256))  # TSPL prints the zero bits


def labels(pdf: bytes, dots_per_mm: float = 8, shift: tuple[int, int] = (0, 0)) -> bytes:
    """Commands that print each page as a label; repeated pages are sent once with a count.

    `shift` moves the print right and down, in dots.
    """
    pages = groupby(moved(page, *shift) for page in bitmaps(pdf, dots_per_mm))
    return b"".join(_label(page, len(list(copies)), dots_per_mm) for page, copies in pages)


def _label(page: Bitmap, copies: int, dots_per_mm: float) -> bytes:
    wide, high = round(page.wide / dots_per_mm), round(page.high / dots_per_mm)
    head = (
        f"SIZE {wide} mm,{high} mm\r\nGAP {GAP_MM} mm,0\r\nDIRECTION 1\r\nCLS\r\n"
        f"BITMAP 0,0,{page.row_bytes},{page.high},0,"
    )
    picture = b"".join(page.rows).translate(_INVERTED)
    return head.encode("ascii") + picture + f"\r\nPRINT 1,{copies}\r\n".encode("ascii")
