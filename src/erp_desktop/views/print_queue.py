"""Papers on their way to a printer that takes bytes: drawn and sent beside the window.

A printer that is switched off answers after seconds or not at all; the till must not wait for it.
What did not come out is kept with the reason, so that the bell can offer to print it again.
"""

from typing import NamedTuple

from PySide6.QtCore import QObject, QThread, Signal

from erp_desktop.views import devices, wording
from erp_desktop.views.devices import Device

translate = wording.translate
KEPT = 20


class Waiting(NamedTuple):
    """A paper to be sent: to which printer, how often, and whether the drawer opens."""

    device: Device
    pdf: bytes  # empty: only the drawer
    title: str
    copies: int = 1
    drawer: bool = False


class Failed(NamedTuple):
    """A paper that did not come out, and what the system said."""

    paper: Waiting
    reason: str


class _Sending(QThread):
    """Draws and sends one paper."""

    def __init__(self, paper: Waiting, parent: QObject) -> None:
        super().__init__(parent)
        self.paper, self.reason = paper, ""

    def run(self) -> None:
        """Send it (Qt calls this in the new thread)."""
        paper = self.paper
        try:
            data = devices.bytes_for(paper.device, paper.pdf, drawer=paper.drawer)
            for _ in range(paper.copies):
                devices.send(paper.device, data, paper.title)
        except OSError as wrong:
            self.reason = wrong.strerror or str(wrong)


class PrintQueue(QObject):
    """`send` hands a paper over; `failed(Failed)` and `printed(Waiting)` say what became of it."""

    failed = Signal(object)
    printed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.faults: list[Failed] = []
        self._sending: list[_Sending] = []

    def send(self, paper: Waiting) -> None:
        """Hand a paper over; this returns at once."""
        sending = _Sending(paper, self)
        sending.finished.connect(self._settle)
        self._sending.append(sending)
        sending.start()

    def again(self, fault: Failed) -> None:
        """Try once more what did not come out."""
        if fault in self.faults:
            self.faults.remove(fault)
        self.send(fault.paper)

    def forget(self, fault: Failed) -> None:
        """It is not wanted any more."""
        if fault in self.faults:
            self.faults.remove(fault)

    def busy(self) -> int:
        """How many papers are on their way."""
        return len(self._sending)

    def wait(self) -> None:
        """Let everything on its way arrive or fail; for the end of the program."""
        for sending in list(self._sending):
            sending.wait()
        self._settle()

    def _settle(self) -> None:
        for sending in [one for one in self._sending if one.isFinished()]:
            self._sending.remove(sending)
            paper, reason = sending.paper, sending.reason
            sending.deleteLater()
            if reason:
                self.faults = [*self.faults[1 - KEPT :], Failed(paper, reason)]
                self.failed.emit(self.faults[-1])
            else:
                self.printed.emit(paper)


queue = PrintQueue()


def open_drawer() -> bool:
    """Open the drawer that hangs on the receipt printer; False where none does."""
    device = devices.device_of(devices.Role.RECEIPT)
    if not (device.raw and device.drawer):
        return False
    queue.send(Waiting(device, b"", translate("Devices", "Cash drawer"), drawer=True))
    return True
