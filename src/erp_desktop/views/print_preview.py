"""The paper before it is printed: its pages, the printer, how many copies, on which paper.

What was chosen is remembered for each kind of paper, so that the next one needs no choice at all.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget
from shiboken6 import isValid

from erp_desktop.core.errors import FileUnwritable, NotANumber, RuleBroken
from erp_desktop.printing.preview import each_png, page_count
from erp_desktop.views import devices, memory, print_queue, spool, theme, wording
from erp_desktop.views.cards.scrolled import Scrolled
from erp_desktop.views.noticing import noticed
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, in_a_row
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate

TO_FILE: Final = ""  # the printer that is none: a PDF
SHOWN: Final = 20  # pages in the preview; all of them are printed
SHARP: Final = 110  # dots per inch of the pictures
FEW: Final = 3  # pages: so many are drawn twice as sharp where the screen shows it
MOST_COPIES: Final = 99
MOST_OF_EACH: Final = 999
Each = Callable[[str, int, Callable[[bytes], None], Callable[[RuleBroken], None]], None]
SOON: Final = 250  # milliseconds without a key until labels are drawn anew


@dataclass(frozen=True, slots=True)
class Job:
    """A paper to be printed: its kind (for what is remembered), its name, how it is drawn.

    `draw` takes one of `templates` (the code and its words), or "" where there is no choice.
    """

    kind: str
    title: str
    draw: Callable[[str], bytes]
    templates: Sequence[tuple[str, str]] = ()
    usual: str = ""  # the template that the shop is set to
    each: Each | None = None  # labels: drawn beside the window, with so many of each

    @property
    def file_name(self) -> str:
        return f"{self.title}.pdf".replace("/", "-").replace("\\", "-")


@dataclass(frozen=True, slots=True)
class Habit:
    """What was chosen for a kind of paper the last time."""

    printer: str
    copies: int
    template: str


def habit_of(job: Job) -> Habit:
    """The remembered choice, as far as it still can be chosen."""
    names, printer = printer_names(), printer_for(job.kind)
    template = str(memory.recalled(f"printing/{job.kind}/template", job.usual))
    known = {code for code, _ in job.templates}
    copies = "1" if job.each else str(memory.recalled(f"printing/{job.kind}/copies", "1"))
    return Habit(
        printer if printer in names else TO_FILE,
        int(copies) if copies.isdecimal() and 0 < int(copies) <= MOST_COPIES else 1,
        template if template in known else job.usual,
    )


def remember(job: Job, habit: Habit) -> None:
    for name in ("printer", "copies", "template"):
        memory.remember(f"printing/{job.kind}/{name}", getattr(habit, name))


def write(path: Path, pdf: bytes) -> None:
    """Save a paper. Raises FileUnwritable."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pdf)
    except OSError as wrong:
        raise FileUnwritable(path, wrong.strerror or str(wrong)) from wrong


class Pages(QWidget):
    """The pages below each other, on the grey ground, as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QImage] = []
        self._dense = 1  # dots of a picture for each pixel of its width
        self._shrunk: dict[int, tuple[int, QImage]] = {}  # by page: made for this width
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_pages(self, pictures: Iterator[bytes], dense: int = 1) -> None:
        """Show these; `dense` dots of them make one pixel where the page has its full width."""
        self._dense = dense
        self._pages = [QImage.fromData(png) for png in pictures]
        self._shrunk.clear()
        self._settle()
        self.update()

    def count(self) -> int:
        return len(self._pages)

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002
        self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme.tokens()
        painter.fillRect(self.rect(), t.ground)
        painter.setPen(t.line2)
        scale = painter.deviceTransform().m11()  # also that of a picture of the window
        for at, box in enumerate(self._placed()):
            if box.intersects(event.rect()):
                painter.drawImage(box, self._picture(at, round(box.width() * scale)))
                painter.drawRect(box.adjusted(-1, -1, 0, 0))

    def _picture(self, at: int, dots: int) -> QImage:
        """The page so many dots wide; made smaller by averaging, so that thin strokes stay."""
        if at not in self._shrunk or self._shrunk[at][0] != dots:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._shrunk[at] = (dots, self._pages[at].scaledToWidth(dots, smooth))
        return self._shrunk[at][1]

    def _placed(self) -> Iterator[QRect]:
        """Where each page stands."""
        gap = theme.px(16)
        y = gap
        for page in self._pages:
            wide = max(min(self.width() - 2 * gap, page.width() // self._dense), 1)
            high = round(wide * page.height() / max(page.width(), 1))
            yield QRect((self.width() - wide) // 2, y, wide, high)
            y += high + gap

    def _settle(self) -> None:
        bottom = max((box.bottom() for box in self._placed()), default=0)
        self.setMinimumHeight(bottom + theme.px(16))


class _PageArea(Scrolled):
    """Scrolls the pages, also with the keyboard."""

    def __init__(self, pages: Pages) -> None:
        super().__init__(pages, "page", translate("Printing", "Pages of the paper"))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(600), theme.px(520))


class PreviewDialog(Dialog):
    """Shows a paper; the verb prints it, or saves it where no printer is chosen."""

    def __init__(self, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(None, job.title, translate("Printing", "Print"), parent=parent)
        self.job = job
        self._pdf = b""
        self._asked, self._confirmed = 0, False
        habit = habit_of(job)
        self.pages = Pages()
        self._more = Label("", theme.HINT, "text2")
        self.printer = Combo(_printers())
        self.printer.choose(habit.printer)
        self.copies = NumberField(Decimal(habit.copies))
        self.template = Combo(job.templates)
        self.template.choose(habit.template)
        self._place_fields()
        self.printer.currentIndexChanged.connect(self._name_verb)
        self.template.currentIndexChanged.connect(self.draw)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.draw)
        if job.each:
            self.copies.changed.connect(lambda _: self._soon.start())
        self._name_verb()
        self.draw()

    def _place_fields(self) -> None:
        self.body.addWidget(_PageArea(self.pages), 1)
        self.body.addWidget(self._more)
        words = (
            translate("Printing", "Of each") if self.job.each else translate("Printing", "Copies")
        )
        self._copies = Labelled(words, self.copies)
        self.copies.setFixedWidth(theme.px(64))
        row = in_a_row(Labelled(translate("Printing", "Printer"), self.printer), self._copies)
        row.setStretch(0, 1)
        if self.job.templates:
            row.addWidget(Labelled(translate("Printing", "Paper"), self.template))
        self.body.addLayout(row)

    def draw(self) -> None:
        """Draw the paper anew, on the chosen template."""
        template = self.template.value() or ""
        try:
            if self.job.each is None:
                self._show(self.job.draw(template))
            else:
                self._draw_beside(self.job.each, template)
        except RuleBroken as broken:
            self._refuse(broken)

    def _draw_beside(self, each: "Each", template: str) -> None:
        """Thousands of labels take seconds: the window does not wait for them."""
        try:
            times = self.chosen().copies
        except NotANumber:
            return
        self.verb.setEnabled(False)
        self._asked += 1
        asked = self._asked

        def then(pdf: bytes) -> None:
            if isValid(self) and asked == self._asked:
                self._show(pdf)

        def refused(broken: RuleBroken) -> None:
            if isValid(self) and asked == self._asked:
                self._refuse(broken)

        each(template, times, then, refused)

    def _refuse(self, broken: RuleBroken) -> None:
        self._confirmed = False
        self.notice.refuse(wording.explain(broken))
        self.verb.setEnabled(False)

    def _show(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.notice.clear()
        self.verb.setEnabled(True)
        count = page_count(pdf)
        dense = 2 if count <= FEW and self.devicePixelRatioF() > 1 else 1
        self.pages.show_pages(islice(each_png(pdf, SHARP * dense), SHOWN), dense)
        words = translate("Printing", "The first {0} of {1} pages are shown; all are printed.")
        self._more.setText(words.format(SHOWN, count))
        self._more.setVisible(count > SHOWN)
        if self._confirmed:  # the verb was pressed while the last labels were being drawn
            self._confirmed = False
            self.confirm()

    def chosen(self) -> Habit:
        """What is chosen now. Raises NotANumber for copies that are none."""
        copies = self.copies.value()
        if copies is None or copies != int(copies) or not 0 < copies <= self._most():
            raise NotANumber(self.copies.text())
        return Habit(self.printer.value() or TO_FILE, int(copies), self.template.value() or "")

    def _most(self) -> int:
        return MOST_OF_EACH if self.job.each else MOST_COPIES

    def confirm(self) -> None:
        """Print or save; stay open when that fails."""
        self._copies.refuse("")
        try:
            habit = self.chosen()
        except NotANumber:
            words = translate("Printing", "1 to {0}").format(self._most())
            self._copies.refuse(words)
            return
        if self._soon.isActive():  # the number was typed just now
            self._soon.stop()
            self.draw()
        if not self.verb.isEnabled():
            self._confirmed = True
            return
        remember(self.job, habit)
        copies = 1 if self.job.each else habit.copies
        if habit.printer == TO_FILE:
            self._save()
        elif take(habit.printer, self._pdf, self.job.title, copies):
            self._printed()
        else:
            self.notice.refuse(no_answer(habit.printer))

    def _save(self) -> None:
        folder = Path(str(memory.recalled("printing/folder", Path.home())))
        words = translate("Printing", "Save as PDF")
        where = str(folder / self.job.file_name)
        name, _ = QFileDialog.getSaveFileName(self, words, where, "PDF (*.pdf)")
        if not name:
            return
        try:
            write(Path(name), self._pdf)
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        memory.remember("printing/folder", str(Path(name).parent))
        self._printed()

    def _printed(self) -> None:
        if self.job.kind == "labels":
            noticed.done.emit("label")
        self.accept()

    def _name_verb(self) -> None:
        saving = self.printer.value() == TO_FILE
        words = translate("Printing", "Save as PDF…") if saving else translate("Printing", "Print")
        self.verb.setText(words)
        self.verb.updateGeometry()
        self.copies.setEnabled(self.job.each is not None or not saving)


def no_answer(printer: str) -> str:
    """The sentence for a printer that did not take the paper."""
    words = translate(
        "Printing", "{0} did not take the paper. Check that it is switched on and connected."
    )
    return words.format(printer_words(printer))


def printer_names() -> list[str]:
    """All printers by name: those set up here (`@receipt`), then the system's."""
    return [*(one.name for one in devices.all_devices()), *spool.printer_names()]


def printer_for(kind: str) -> str:
    """The printer chosen for a kind of paper; else the one set up for it, or the system's usual."""
    usual = devices.usual_for(kind) or next(iter(spool.printer_names()), TO_FILE)
    return str(memory.recalled(f"printing/{kind}/printer", usual))


def printer_words(name: str) -> str:
    """What a person calls a printer."""
    device = devices.named(name)
    return devices.device_words(device) if device else name


def take(name: str, pdf: bytes, title: str, copies: int = 1, *, drawer: bool = False) -> bool:
    """Let a printer take a paper; False when the system's printer did not.

    One that takes bytes is sent to beside the window: what goes wrong there is told by the queue.
    """
    device = devices.named(name)
    if device is None:
        return spool.spool(pdf, spool.printer_named(name), title, copies)
    if device.raw:
        print_queue.queue.send(print_queue.Waiting(device, pdf, title, copies, drawer))
        return True
    taking = spool.printer_named(device.target)
    return spool.spool(pdf, taking, title, copies, (device.right, device.down))


def _printers() -> list[tuple[str, str]]:
    names = [(name, printer_words(name)) for name in printer_names()]
    return [*names, (TO_FILE, translate("Printing", "PDF file"))]
