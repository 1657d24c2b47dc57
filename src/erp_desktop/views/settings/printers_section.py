"""The printers of this computer: how each is reached, tried with a test page, moved into place.

Below them, which paper goes to which printer. What is chosen here is what the preview of a paper
remembers too: there is one memory of it.
"""

from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from erp_desktop.documents.registry import KINDS
from erp_desktop.views import (
    device_test,
    devices,
    memory,
    print_preview,
    print_queue,
    theme,
    wording,
)
from erp_desktop.views.devices import Role
from erp_desktop.views.printing import TITLES, paper_title, template_words
from erp_desktop.views.settings.device_form import DeviceForm
from erp_desktop.views.settings.section import Section
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Label, in_a_row
from erp_desktop.views.widgets.panels import Card

translate = wording.translate


class PrintersSection(Section):
    """A card for each printer, and one for which paper goes where."""

    needed_right = ""

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
        device, facts = devices.device_of(role), self.office.facts
        job = device_test.test_job(device, facts.language, facts.name)
        if not device_test.is_set_up(device):
            print_preview.PreviewDialog(job, self.window()).open()
        elif device_test.print_test(device, job):
            if not device.raw:
                self.said.emit(device_test.was_sent(device))
        else:
            self.notice.refuse(print_preview.no_answer(device.name))

    def open_drawer(self) -> None:
        """Kick the drawer, or say that none hangs there."""
        if not print_queue.open_drawer():
            words = translate("Devices", "No drawer hangs on a printer that takes bytes.")
            self.notice.refuse(words, serious=False)

    def _refill(self) -> None:
        self.notice.clear()
        self.papers.fill()

    def _fail(self, failed: print_queue.Failed) -> None:
        words = print_preview.no_answer(failed.paper.device.name)
        self.notice.refuse(f"{words} ({failed.reason})")

    def _print(self, paper: print_queue.Waiting) -> None:
        self.notice.clear()
        self.said.emit(device_test.was_sent(paper.device))


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
