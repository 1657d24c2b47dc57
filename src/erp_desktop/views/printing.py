"""Papers from the windows: looked at first, or printed at once without a question.

`Printing(office)` takes a kind of paper (`documents/registry.py`) and a document. What is printed
without a question goes to the printer chosen the last time; where there is no printer, the paper
is saved as a PDF and the answer says where.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.later import loaded_later
from erp_desktop.services.records import header
from erp_desktop.services.shop.label_designs import designs
from erp_desktop.views import memory, wording
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.page import Page
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from erp_desktop.documents import registry
    from erp_desktop.views import print_preview
    from erp_desktop.views.print_preview import Job, PreviewDialog
else:
    registry = loaded_later("erp_desktop.documents.registry")
    print_preview = loaded_later("erp_desktop.views.print_preview")

translate = wording.translate

TITLES: Final[dict[str, str]] = {
    "receipt": QT_TRANSLATE_NOOP("Paper", "Receipt"),
    "return-receipt": QT_TRANSLATE_NOOP("Paper", "Return receipt"),
    "invoice": QT_TRANSLATE_NOOP("Paper", "Invoice"),
    "credit-note": QT_TRANSLATE_NOOP("Paper", "Credit note"),
    "bill": QT_TRANSLATE_NOOP("Paper", "Bill"),
    "purchase-order": QT_TRANSLATE_NOOP("Paper", "Purchase order"),
    "sales-order": QT_TRANSLATE_NOOP("Paper", "Sales order"),
    "quotation": QT_TRANSLATE_NOOP("Paper", "Quotation"),
    "delivery-note": QT_TRANSLATE_NOOP("Paper", "Delivery note"),
    "goods-receipt": QT_TRANSLATE_NOOP("Paper", "Goods receipt"),
    "customer-return": QT_TRANSLATE_NOOP("Paper", "Customer return"),
    "supplier-return": QT_TRANSLATE_NOOP("Paper", "Supplier return"),
    "landed-cost": QT_TRANSLATE_NOOP("Paper", "Landed cost"),
    "payment-made": QT_TRANSLATE_NOOP("Paper", "Payment made"),
    "payment-received": QT_TRANSLATE_NOOP("Paper", "Payment received"),
    "expense": QT_TRANSLATE_NOOP("Paper", "Expense"),
    "money-transfer": QT_TRANSLATE_NOOP("Paper", "Money transfer"),
    "transfer": QT_TRANSLATE_NOOP("Paper", "Stock transfer"),
    "transfer-receipt": QT_TRANSLATE_NOOP("Paper", "Transfer receipt"),
    "write-off": QT_TRANSLATE_NOOP("Paper", "Write-off"),
    "assembly": QT_TRANSLATE_NOOP("Paper", "Assembly"),
    "rejection-note": QT_TRANSLATE_NOOP("Paper", "Rejection note"),
    "count-sheet": QT_TRANSLATE_NOOP("Paper", "Count sheet"),
    "z-report": QT_TRANSLATE_NOOP("Paper", "Z report"),
    "cash-slip": QT_TRANSLATE_NOOP("Paper", "Cash slip"),
    "labels": QT_TRANSLATE_NOOP("Paper", "Labels"),
}
TEMPLATES: Final[dict[str, str]] = {
    "80": QT_TRANSLATE_NOOP("Paper", "80 mm roll"),
    "58": QT_TRANSLATE_NOOP("Paper", "58 mm roll"),
    "plain": QT_TRANSLATE_NOOP("Paper", "Without prices"),
    "prices": QT_TRANSLATE_NOOP("Paper", "With prices"),
    "A4-3x8": QT_TRANSLATE_NOOP("Paper", "A4 sheet, 3 × 8"),
}


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a paper went: to a printer, or (`path`) to a file. `words` is the sentence for it."""

    words: str
    path: Path | None = None


def paper_title(kind: str) -> str:
    """The paper's name in the language of the window."""
    return translate("Paper", TITLES[kind])


class Printing:
    """Prints and previews the papers of one shop."""

    def __init__(self, office: Office) -> None:
        self.office = office

    def papers(self, document_id: int) -> list[tuple[str, str]]:
        """The papers that a document has, as (kind, title), the usual one first."""
        return [
            (kind, paper_title(kind)) for kind in self.office.ask(registry.papers_of, document_id)
        ]

    def preview(self, parent: QWidget | None, kind: str, document_id: int) -> "PreviewDialog":
        """Show a paper before it is printed. Raises RuleBroken where the document has none."""
        return self.show(parent, self.job(kind, document_id))

    def show(self, parent: QWidget | None, job: "Job") -> "PreviewDialog":
        """Show any paper before it is printed."""
        dialog = print_preview.PreviewDialog(job, parent)
        dialog.open()
        return dialog

    def print_now(
        self, kind: str, document_id: int, printer: str = "", *, drawer: bool = False
    ) -> Printed:
        """Print without a question, as it was printed the last time, or on the printer named.

        `drawer` opens the drawer that hangs on the printer. Raises RuleBroken where the document
        has no such paper or the file cannot be written.
        """
        job = self.job(kind, document_id)
        habit = print_preview.habit_of(job)
        pdf = job.draw(habit.template)
        name = printer or habit.printer
        if name in print_preview.printer_names():
            taken = print_preview.take(name, pdf, job.title, habit.copies, drawer=drawer)
            if taken:
                words = translate("Printing", "{0}: printed on {1}.")
                return Printed(words.format(job.title, print_preview.printer_words(name)))
        return _saved(job, pdf, name)

    def job(self, kind: str, document_id: int) -> "Job":
        """A document's paper as something to print. Raises UnknownDocument, NotAmong."""
        head = self.office.ask(header, document_id)

        def draw(template: str) -> bytes:
            return self.office.ask(registry.paper_for, kind, document_id, template=template or None)

        return self._job(kind, f"{paper_title(kind)} {head.called}", draw)

    def roll(
        self, parent: QWidget | None, kind: str, title: str, draw: Callable[[str], bytes]
    ) -> "PreviewDialog":
        """Show something drawn for a receipt roll that is no document's paper."""
        return self.show(parent, self._job(kind, title, draw))

    def labels(self, parent: QWidget | None, counts: Mapping[int, int]) -> "PreviewDialog":
        """Show labels of products (id to how many), so many times as is said there."""

        def drawn(books: Any, template: str, times: int = 1) -> bytes:
            wanted = [(product_id, many * times) for product_id, many in counts.items() if many > 0]
            return registry.labels_for(books, wanted, size=template or None)

        def each(
            template: str, times: int, then: Callable[[bytes], None],
            refused: Callable[[RuleBroken], None],
        ) -> None:  # fmt: skip
            self.office.ask_beside(lambda books: drawn(books, template, times), then, refused)

        job = self._job("labels", paper_title("labels"), lambda t: self.office.ask(drawn, t))
        own = [(registry.OWN + one.name, one.name) for one in self.office.ask(designs)]
        return self.show(parent, replace(job, templates=[*job.templates, *own], each=each))

    def bin_labels(self, parent: QWidget | None, bin_ids: Sequence[int]) -> "PreviewDialog":
        """Show the labels of bins (库位标签)."""

        def draw(template: str) -> bytes:
            return self.office.ask(registry.bin_labels_for, bin_ids, size=template or None)

        return self.show(parent, self._job("labels", translate("Paper", "Bin labels"), draw))

    def count_sheet(
        self, parent: QWidget | None, place_id: int, *, blind: bool = True, **chosen: Any
    ) -> "PreviewDialog":
        """Show a sheet to count a place with; `chosen` as in registry.count_sheet_for."""

        def draw(template: str) -> bytes:  # noqa: ARG001
            return self.office.ask(registry.count_sheet_for, place_id, blind=blind, **chosen)

        return self.show(parent, print_preview.Job("count-sheet", paper_title("count-sheet"), draw))

    def _job(self, kind: str, title: str, draw: Callable[[str], bytes]) -> "Job":
        templates = [(code, template_words(code)) for code in registry.KINDS[kind].templates]
        usual = self.office.ask(registry.template_of, kind)
        return print_preview.Job(kind, title, draw, templates, usual)


def print_labels(page: Page, counts: Mapping[int, int]) -> None:
    """Offer labels of products (id to how many) over a page; a refusal is shown there."""
    try:
        Printing(page.office).labels(page, counts)
    except RuleBroken as broken:
        page.refuse(broken)


def template_words(code: str) -> str:
    """`50x30` is `50 × 30 mm`; the others have names."""
    if code in TEMPLATES:
        return translate("Paper", TEMPLATES[code])
    return translate("Paper", "{0} mm").format(code.replace("x", " × "))


def _saved(job: "Job", pdf: bytes, silent: str) -> Printed:
    """Save the paper beside the person's documents, and say so."""
    folder = memory.recalled("printing/folder")
    if folder is None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents)) / "ERP Desktop"
    path = Path(str(folder)) / job.file_name
    print_preview.write(path, pdf)
    words = translate("Printing", "{0}: saved as {1}.").format(job.title, path)
    return Printed(f"{print_preview.no_answer(silent)} {words}" if silent else words, path)
