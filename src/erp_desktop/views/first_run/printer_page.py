"""The receipt printer in the first run: how it is reached, and one page to see that it works."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from erp_desktop.views import device_test, devices, language, print_preview, print_queue, theme
from erp_desktop.views import wording as words
from erp_desktop.views.devices import Role
from erp_desktop.views.settings.device_form import DeviceForm
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.fields import Label, in_a_row

translate = words.translate


class PrinterPage(QWidget):
    """`shop_name` is called when a page is printed: the shop may be named in another step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shop_name = ""
        self.form = DeviceForm(Role.RECEIPT)
        self.test = Button(translate("Devices", "Print a test page"), icon="printer")
        self.test.clicked.connect(self.print_test)
        self.said = Label("", theme.BODY, "text2")
        self.said.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(12))
        box.addWidget(self.form)
        box.addLayout(in_a_row(self.test, 0))
        box.addWidget(self.said)
        box.addStretch(1)
        self.form.changed.connect(self._show_state)
        print_queue.queue.failed.connect(self._fail)
        print_queue.queue.printed.connect(self._sent)
        self._show_state()

    def device(self) -> devices.Device:
        return devices.device_of(Role.RECEIPT)

    def print_test(self) -> None:
        """Print the test page on what is set up."""
        device = self.device()
        self.said.recolour("text2")
        job = device_test.test_job(device, language.spoken(), self.shop_name)
        if not device_test.print_test(device, job):
            self._refuse("")
        elif not device.raw:
            self.said.setText(device_test.was_sent(device))

    def _show_state(self) -> None:
        there = device_test.is_set_up(self.device())
        self.test.setEnabled(there)
        none = translate("FirstRun", "Without a printer, receipts are shown and saved as PDF.")
        self.said.setText("" if there else none)
        self.said.recolour("text2")

    def _sent(self, paper: print_queue.Waiting) -> None:
        self.said.setText(device_test.was_sent(paper.device))

    def _fail(self, failed: print_queue.Failed) -> None:
        self._refuse(failed.reason)

    def _refuse(self, reason: str) -> None:
        said = print_preview.no_answer(self.device().name)
        self.said.recolour("bad")
        self.said.setText(f"{said} ({reason})" if reason else said)
