"""The printers of this computer: how each is reached, tried with a test page, moved into place.

Below them, which paper goes to which printer. What is chosen here is what the preview of a paper
remembers too: there is one memory of it.
"""

from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from erp_desktop.core.errors import NotANumber
from erp_desktop.documents import test_page
from erp_desktop.documents.registry import KINDS
from erp_desktop.views import devices, memory, print_preview, print_queue, spool, theme, wording
from erp_desktop.views.devices import Device, Role, Speech, Way
from erp_desktop.views.printing import TITLES, paper_title, template_words
from erp_desktop.views.settings.section import Section, row_of
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Label, Labelled, LineField, in_a_row
from erp_desktop.views.widgets.number_field import NumberField
from erp_desktop.views.widgets.panels import Card

translate = wording.translate
FARTHEST = Decimal(20)  # mm that a print can be moved
TENTHS = Decimal(10)


class DeviceForm(QWidget):
    """One printer: how it is reached and what it understands. `changed` after every choice."""

    changed = Signal()

    def __init__(self, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self.way = Combo(_ways())
        self.system = Combo([(name, name) for name in spool.printer_names()])
        self.target = LineField()
        self.speech = Combo(_speeches(role))
        self.roll = Combo([(80, "80 mm"), (58, "58 mm")])
        self.dpi = Combo([(203, "203 dpi"), (300, "300 dpi")])
        self.right, self.down = NumberField(places=1, unit="mm"), NumberField(places=1, unit="mm")
        self.drawer = Check(translate("Devices", "A cash drawer hangs on it"))
        self._lay_out()
        self.show_device(devices.device_of(role))
        for combo in (self.way, self.system, self.speech, self.roll, self.dpi):
            combo.activated.connect(self._choose)
        for field in (self.target, self.right, self.down):
            field.editingFinished.connect(self._choose)
        self.drawer.clicked.connect(self._choose)

    def _lay_out(self) -> None:
        self._system = Labelled(translate("Devices", "Printer"), self.system)
        self._target = Labelled(translate("Devices", "Address"), self.target)
        self._speech = Labelled(translate("Devices", "It understands"), self.speech)
        self._roll = Labelled(translate("Devices", "Roll"), self.roll)
        self._dpi = Labelled(translate("Devices", "Resolution"), self.dpi)
        self._right = Labelled(translate("Devices", "Move right"), self.right)
        self._down = Labelled(translate("Devices", "Move down"), self.down)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(10))
        way = Labelled(translate("Devices", "Connected"), self.way)
        box.addLayout(row_of((way, 1), (self._system, 1), (self._target, 1)))
        self._fine = QWidget()
        fine = row_of((self._speech, 2), (self._roll, 1), (self._dpi, 1), (self._right, 1),
                      (self._down, 1))  # fmt: skip
        fine.setContentsMargins(0, 0, 0, 0)
        self._fine.setLayout(fine)
        box.addWidget(self._fine)
        box.addWidget(self.drawer)

    def show_device(self, device: Device) -> None:
        """Show how it is set up."""
        self.way.choose(device.way)
        self.system.choose(device.target)
        self.target.setText("" if device.way is Way.SYSTEM else device.target)
        self.speech.choose(device.speech)
        self.roll.choose(device.roll)
        self.dpi.choose(device.dpi)
        self.right.set_value(Decimal(device.right) / TENTHS)
        self.down.set_value(Decimal(device.down) / TENTHS)
        self.drawer.setChecked(device.drawer)
        self._fit()

    def device(self) -> Device:
        """What is chosen. Raises NotANumber for a distance that is none."""
        way = Way(self.way.value())
        target = self.system.value() if way is Way.SYSTEM else self.target.text().strip()
        return Device(
            self.role, way, "" if way is Way.NONE else str(target or ""),
            Speech(self.speech.value()), int(self.roll.value()), int(self.dpi.value()),
            _tenths(self.right), _tenths(self.down), self.drawer.isChecked(),
        )  # fmt: skip

    def _choose(self) -> None:
        self._fit()
        try:
            devices.keep(self.device())
        except NotANumber:
            self._right.refuse(translate("Devices", "−20 to 20 mm"))
            return
        self._right.refuse("")
        self.changed.emit()

    def _fit(self) -> None:
        """Ask only for what matters to this way of reaching it."""
        way = Way(self.way.value())
        raw = way in {Way.NETWORK, Way.DIRECT}
        self._system.setVisible(way is Way.SYSTEM)
        self._target.setVisible(raw)
        hint = "192.168.1.50" if way is Way.NETWORK else "/dev/usb/lp0"
        self.target.setPlaceholderText(hint)
        self._fine.setVisible(way is not Way.NONE)
        self._speech.setVisible(raw)
        self._roll.setVisible(raw and self.role is Role.RECEIPT)
        self._dpi.setVisible(raw and self.role is Role.LABEL)
        self.drawer.setVisible(raw and self.role is Role.RECEIPT)


class PrintersSection(Section):
    """A card for each printer, and one for which paper goes where."""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        self.forms: dict[Role, DeviceForm] = {}
        for role, title in _titles().items():
            self._add(role, self.card(title))
        self.papers = PaperChoices()
        card = self.card(
            translate("Devices", "Which paper goes where"),
            translate("Devices", "The preview of a paper shows and changes the same choice."),
        )
        card.body.addWidget(self.papers)
        print_queue.queue.failed.connect(self._fail)
        print_queue.queue.printed.connect(self._print)

    def _add(self, role: Role, card: Card) -> None:
        form = DeviceForm(role)
        self.forms[role] = form
        card.body.addWidget(form)
        test = Button(translate("Devices", "Print a test page"), icon="printer")
        test.clicked.connect(_Calling(self.test, role))
        row: list[Any] = [test]
        if role is Role.RECEIPT:
            drawer = Button(translate("Devices", "Open the drawer"), Look.GHOST, icon="inbox")
            drawer.clicked.connect(self.open_drawer)
            row.append(drawer)
        card.body.addLayout(in_a_row(*row, 0))
        form.changed.connect(self._refill)

    def load(self) -> None:
        """Printers of the system come and go."""
        self._refill()

    def test(self, role: Role) -> None:
        """Print the test page; without a printer, show it."""
        device = devices.device_of(role)
        job = print_preview.Job("test-page", translate("Devices", "Test page"), self._drawing(role))
        if device.way is Way.NONE:
            print_preview.PreviewDialog(job, self.window()).open()
            return
        pdf = job.draw("")
        if print_preview.take(device.name, pdf, job.title):
            if not device.raw:
                self.said.emit(_was_printed(device))
        else:
            self.notice.refuse(print_preview.no_answer(device.name))

    def open_drawer(self) -> None:
        """Kick the drawer, or say that none hangs there."""
        if not print_queue.open_drawer():
            words = translate("Devices", "No drawer hangs on a printer that takes bytes.")
            self.notice.refuse(words, serious=False)

    def _drawing(self, role: Role) -> Any:
        device, facts = devices.device_of(role), self.office.facts
        wide, high = _paper_of(device)
        paper = test_page.TestPaper(
            facts.language, facts.name, devices.device_words(device), wide, high
        )

        def draw(_template: str) -> bytes:
            return test_page.draw(paper)

        return draw

    def _refill(self) -> None:
        self.notice.clear()
        self.papers.fill()

    def _fail(self, failed: print_queue.Failed) -> None:
        words = print_preview.no_answer(failed.paper.device.name)
        self.notice.refuse(f"{words} ({failed.reason})")

    def _print(self, paper: print_queue.Waiting) -> None:
        self.notice.clear()
        self.said.emit(_was_printed(paper.device))


class PaperChoices(QWidget):
    """A row for each kind of paper: its printer, and the paper it is printed on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.printers: dict[str, Combo] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 1)
        for at, kind in enumerate(TITLES):
            self._add(grid, at, kind)
        self.fill()

    def _add(self, grid: QGridLayout, at: int, kind: str) -> None:
        words = Label(paper_title(kind))
        printer = Combo()
        printer.setAccessibleName(translate("Devices", "Printer for {0}").format(words.text()))
        printer.activated.connect(_Calling(self._choose, kind))
        words.setBuddy(printer)
        self.printers[kind] = printer
        grid.addWidget(words, at, 0)
        grid.addWidget(printer, at, 1)
        templates = KINDS[kind].templates
        if templates:
            paper = Combo([(code, template_words(code)) for code in templates])
            paper.choose(memory.recalled(f"printing/{kind}/template", templates[0]))
            paper.setAccessibleName(translate("Devices", "Paper for {0}").format(words.text()))
            paper.activated.connect(_Calling(_keep_template, kind, paper))
            grid.addWidget(paper, at, 2)

    def fill(self) -> None:
        """Offer the printers that there are now."""
        known = print_preview.printer_names()
        choices = [(name, print_preview.printer_words(name)) for name in known]
        choices.append((print_preview.TO_FILE, translate("Printing", "PDF file")))
        for kind, combo in self.printers.items():
            combo.fill(choices)
            combo.choose(print_preview.printer_for(kind))

    def _choose(self, kind: str) -> None:
        memory.remember(f"printing/{kind}/printer", self.printers[kind].value())


class _Calling:
    """Calls with our own arguments, whatever the signal brings."""

    def __init__(self, act: Any, *args: Any) -> None:
        self._act, self._args = act, args

    def __call__(self, *_brought: Any) -> None:
        self._act(*self._args)


def _keep_template(kind: str, paper: Combo) -> None:
    memory.remember(f"printing/{kind}/template", paper.value())


def _titles() -> dict[Role, str]:
    return {
        Role.RECEIPT: translate("Devices", "Receipt printer"),
        Role.LABEL: translate("Devices", "Label printer"),
        Role.PAGE: translate("Devices", "Page printer"),
    }


def _ways() -> list[tuple[Way, str]]:
    return [
        (Way.NONE, translate("Devices", "No printer: papers are saved as PDF")),
        (Way.SYSTEM, translate("Devices", "A printer of this computer")),
        (Way.NETWORK, translate("Devices", "On the network")),
        (Way.DIRECT, translate("Devices", "Directly (device file)")),
    ]


def _speeches(role: Role) -> list[tuple[Speech, str]]:
    if role is Role.LABEL:
        return [(Speech.ZPL, "ZPL"), (Speech.TSPL, "TSPL")]
    return [
        (Speech.PICTURE, translate("Devices", "ESC/POS, as a picture")),
        (Speech.TEXT, translate("Devices", "ESC/POS, GB18030 text")),
    ]


def _paper_of(device: Device) -> tuple[float, float | None]:
    """Its paper in mm, as the shop's papers for it are set."""
    if device.role is Role.RECEIPT:
        return device.roll, None
    if device.role is Role.PAGE:
        return 210, 297
    size = str(memory.recalled("printing/labels/template", "50x30"))
    wide, _, high = size.partition("x")
    return (float(wide), float(high)) if high.isdecimal() and wide.isdecimal() else (50, 30)


def _tenths(field: NumberField) -> int:
    """A distance in tenths of a millimetre. Raises NotANumber."""
    distance = field.value() or Decimal(0)
    if abs(distance) > FARTHEST:
        raise NotANumber(field.text())
    return int(distance * TENTHS)


def _was_printed(device: Device) -> str:
    words = translate("Devices", "Sent to {0}.")
    return words.format(devices.device_words(device))
