"""Reading papers back: their words, their barcodes, their fonts."""

import subprocess
from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image

from erp_desktop.printing.preview import Grey, bitmaps, grey_pages


def words_of_pages(pdf: bytes) -> list[str]:
    """The text of each page, with blanks and line ends as single blanks."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def words(pdf: bytes) -> str:
    return " ".join(words_of_pages(pdf))


def codes(pdf: bytes, dots_per_mm: float = 8) -> list[str]:
    """What a scanner reads from every page, in the order of reading."""
    found = [
        barcode
        for page in grey_pages(pdf, dots_per_mm)
        for barcode in zxingcpp.read_barcodes(_picture(page))
    ]
    return [barcode.text for barcode in found]


def printed_codes(pdf: bytes, dots_per_mm: float = 8) -> list[str]:
    """What a scanner reads from the black dots that a printer would burn."""
    found = []
    for page in bitmaps(pdf, dots_per_mm):
        picture = Image.frombytes("1", (page.wide, page.high), b"".join(page.rows), "raw", "1;I")
        found += [barcode.text for barcode in zxingcpp.read_barcodes(picture.convert("L"))]
    return found


def fonts(pdf: bytes, folder: Path) -> list[tuple[str, str]]:
    """(name without its subset's prefix, embedded yes or no) of each font in the file."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    said = subprocess.run(["pdffonts", str(path)], check=True, capture_output=True, text=True)
    rows = [line.split() for line in said.stdout.splitlines()[2:]]
    return [(row[0].rpartition("+")[2], row[-5]) for row in rows]


def _picture(page: Grey) -> Image.Image:
    return Image.frombytes("L", (page.wide, page.high), page.pixels)
