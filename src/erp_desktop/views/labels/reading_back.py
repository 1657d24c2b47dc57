"""Does the label scan? It is drawn as the printer will draw it, and decoded again."""

from typing import NamedTuple

from erp_desktop.core.label_design import Design, Part
from erp_desktop.documents.barcodes import bars_of
from erp_desktop.documents.designed_label import DesignedPaper, module_of, words_of
from erp_desktop.printing import preview

FINEST = 2  # dots: narrower bars print, but few scanners read them


class ReadBack(NamedTuple):
    """Each code that should be there, whether it was read, how many dots its bars have, and how
    high it is (tenths of a millimetre)."""

    code: str
    kind: str
    read: bool
    dots: int
    high: int = 0

    @property
    def good(self) -> bool:
        return self.read and self.dots >= FINEST


def read_back(paper: DesignedPaper, pdf: bytes) -> list[ReadBack]:
    """What a scanner makes of the first label."""
    wanted = _wanted(paper)
    if not wanted:
        return []
    import zxingcpp

    page = preview.grey_pages(pdf, paper.dots_per_mm)[0]
    picture = memoryview(page.pixels).cast("B", shape=[page.high, page.wide])
    read = {found.text for found in zxingcpp.read_barcodes(picture)}
    return [ReadBack(code, kind, code in read, dots, high) for code, kind, dots, high in wanted]


def _wanted(paper: DesignedPaper) -> list[tuple[str, str, int, int]]:
    design: Design = paper.design
    found = []
    for element in design.elements:
        if element.part in {Part.BARCODE, Part.QR}:
            words = words_of(paper, element, paper.labels[0])
            if words:
                bars = bars_of(words) if element.part is Part.BARCODE else None
                dots = module_of(bars, element, paper.dots_per_mm) if bars else FINEST
                kind = bars.symbology.value.upper() if bars else "QR"
                high = element.wide if element.lies else element.high
                found.append((words, kind, dots, high))
    return found
