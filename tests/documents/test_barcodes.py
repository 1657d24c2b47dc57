"""Every code is drawn as what it is, and a scanner reads it back from paper."""

from decimal import Decimal as D
from itertools import groupby

import pytest

from erp_desktop.documents.barcodes import Symbology, bars_of, symbology_of
from erp_desktop.documents.label import SIZES, Label, LabelPaper, draw
from erp_desktop.documents.pen import MM, Pen

from .reading import codes, printed_codes

SHELF = {
    "6901234567892": Symbology.EAN13,
    "0012345678905": Symbology.EAN13,  # with leading zeros
    "96385074": Symbology.EAN8,
    "012345678905": Symbology.UPCA,
    "16901234567899": Symbology.ITF14,
    "cndl-7b": Symbology.CODE128,
    "aB-20261122-0001": Symbology.CODE128,
    "5012345678901": Symbology.CODE128,  # wrong check digit: never another product's EAN
    "12345": Symbology.CODE128,
    "茶叶-001": Symbology.QR,
    "x" * 60: Symbology.QR,
}


@pytest.mark.parametrize(("code", "symbology"), SHELF.items())
def test_the_content_chooses_the_symbology(code: str, symbology: Symbology) -> None:
    assert symbology_of(code) is symbology
    assert bars_of(code).symbology is symbology


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("dots_per_mm", [8, 300 / 25.4], ids=["203dpi", "300dpi"])
def test_a_scanner_reads_every_label_of_every_size(size: str, dots_per_mm: float) -> None:
    for code in SHELF:
        labels = [Label("White metal lantern", code, "71053", D("21.53"), "pcs")]
        paper = LabelPaper(language="en", labels=labels, size=size, dots_per_mm=dots_per_mm)
        pdf = draw(paper)
        assert [_plain(read) for read in codes(pdf, dots_per_mm)] == [_plain(code)], code
        assert [_plain(read) for read in printed_codes(pdf, dots_per_mm)] == [_plain(code)], code


def test_bars_of_a_label_are_whole_dots_of_its_printer() -> None:
    """At 8 dots a millimetre an EAN module is 3 dots on a 50 mm label, with no grey edge."""
    from erp_desktop.printing.preview import grey_pages

    label = LabelPaper(language="en", labels=[Label("Tea", "6901234567892")], size="50x30")
    (page,) = grey_pages(draw(label), 8)
    middle = page.pixels[150 * page.wide : 151 * page.wide]
    assert not set(middle) & set(range(3, 253))
    widths = [len(list(run)) for dark, run in groupby(grey < 128 for grey in middle) if dark]
    assert widths
    assert all(width % 3 == 0 for width in widths)


def test_gs1_128_keeps_its_parts_without_the_parentheses() -> None:
    bars = bars_of("(01)16901234567899(17)271231(10)LOT7")
    pen = Pen(120 * MM, 30 * MM)
    pen.bars(bars, (10 * MM, 5 * MM), 0.375 * MM, 15 * MM)
    (read,) = codes(pen.done())
    assert read in {"(01)16901234567899(17)271231(10)LOT7", "01169012345678991727123110LOT7"}


def test_nothing_is_not_a_code() -> None:
    with pytest.raises(ValueError, match="no code"):
        bars_of("")


def _plain(code: str) -> str:
    """A UPC-A is the EAN-13 with a zero before it: readers may say either."""
    return code.lstrip("0") if code.isdigit() else code
