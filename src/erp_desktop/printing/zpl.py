"""ZPL for Zebra label printers: each label as one graphic field, equal neighbours as copies."""

from itertools import groupby

from erp_desktop.printing.preview import Bitmap, bitmaps, moved


def labels(pdf: bytes, dots_per_mm: float = 8, shift: tuple[int, int] = (0, 0)) -> bytes:
    """Commands that print each page as a label; repeated pages are sent once with a count.

    `shift` moves the print right and down, in dots.
    """
    pages = groupby(moved(page, *shift) for page in bitmaps(pdf, dots_per_mm))
    return b"".join(_label(page, len(list(copies))) for page, copies in pages)


def _label(page: Bitmap, copies: int) -> bytes:
    size = page.row_bytes * page.high
    picture = b"".join(page.rows).hex().upper()
    return (
        f"^XA^PW{page.wide}^LL{page.high}^LH0,0"
        f"^FO0,0^GFA,{size},{size},{page.row_bytes},{picture}^FS"
        f"^PQ{copies}^XZ\n"
    ).encode("ascii")
