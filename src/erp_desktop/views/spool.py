"""The system's printers: pages go there as the very pictures that the preview shows.

One path for file, preview and paper (docs: printing/preview). What a printer is and which there are
only the system knows; a shop without one saves PDFs instead.
"""

from typing import Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from erp_desktop.printing.preview import each_png
from erp_desktop.views import memory

FINEST: Final = 300  # dots per inch: finer than this, a page takes seconds and looks the same
POINTS: Final = 72


def printer_names() -> list[str]:
    """The printers that the system knows, its default first."""
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    # the status bar says what was known last: asking the system can take seconds
    memory.remember("printers/system", "\n".join(names))
    return sorted(names, key=lambda name: (name != usual, name))


def printer_named(name: str) -> QPrinter:
    """A printer of the system, ready to take pages."""
    return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)


def spool(
    pdf: bytes, printer: QPrinter, title: str, copies: int = 1, shift: tuple[int, int] = (0, 0)
) -> bool:
    """Print all pages; False when the printer did not take them.

    `shift` moves the print right and down, in tenths of a millimetre.
    """
    printer.setDocName(title)
    printer.setFullPage(True)
    if printer.resolution() > FINEST:
        printer.setResolution(FINEST)
    rounds = 1
    if printer.supportsMultipleCopies():
        printer.setCopyCount(copies)
    else:
        rounds = copies
    dots = printer.resolution()
    painter = QPainter()
    began = False
    for _ in range(rounds):
        for png in each_png(pdf, dots):
            page = QImage.fromData(png)
            _fit_paper(printer, page, dots)
            if began:
                printer.newPage()
            elif not painter.begin(printer):
                return False
            began = True
            x, y = (tenths * dots / 254 for tenths in shift)
            painter.drawImage(QRectF(x, y, page.width(), page.height()), page)
    return painter.end() if began else False


def _fit_paper(printer: QPrinter, page: QImage, dots: int) -> None:
    """Ask for paper of the page's own size (A4, a roll, a label), with no margins of its own."""
    wide, high = page.width() * POINTS / dots, page.height() * POINTS / dots
    lying = wide > high and abs(max(wide, high) - 842) < 3  # A4 across; a label is as it is
    size = QSizeF(high, wide) if lying else QSizeF(wide, high)
    match = QPageSize.SizeMatchPolicy.FuzzyMatch
    paper = QPageSize(size, QPageSize.Unit.Point, "", match)
    turned = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    layout = QPageLayout(paper, turned, QMarginsF(0, 0, 0, 0))
    if layout != printer.pageLayout():
        printer.setPageLayout(layout)
