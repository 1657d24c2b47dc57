"""A window with fields, a table and a busy program behind it; it writes down what it heard.

`python scan_desk.py REPORT BUSY`: REPORT becomes JSON with the codes in order and what the fields
say, anew after every scan; BUSY is how many milliseconds of every hundred the program is busy.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from erp_desktop.views.scanner import ScanFilter


class ScanDesk(QWidget):
    """After each scan the focus goes on to the next part: fields, table, nowhere."""

    def __init__(self, report: Path, busy: int) -> None:
        super().__init__()
        self.setWindowTitle("Scan desk")
        self.report, self.busy, self.heard = report, busy, list[str]()
        self.fields = [QLineEdit(text) for text in ("3", "12.50", "", "green tea")]
        self.table = QTableWidget(2, 2)
        self.table.setItem(1, 1, QTableWidgetItem("7"))
        box = QVBoxLayout(self)
        for part in (*self.fields, self.table):
            box.addWidget(part)
        self._work = QTimer(self, interval=100)
        self._work.timeout.connect(self._be_busy)
        self._work.start()
        self._go_on()

    def take(self, code: str) -> None:
        self.heard.append(code)
        self._write_down()
        self._go_on()

    def changeEvent(self, event: QEvent) -> None:
        """The keyboard is the window's now: it says so, and scans may begin."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            QTimer.singleShot(0, self, self._write_down)

    def _write_down(self) -> None:
        cell = self.table.item(1, 1)
        said = [*(field.text() for field in self.fields), cell.text() if cell else ""]
        news = self.report.with_suffix(".new")
        news.write_text(json.dumps({"heard": self.heard, "said": said}))
        news.replace(self.report)

    def _go_on(self) -> None:
        at = len(self.heard) % (len(self.fields) + 2)
        if at < len(self.fields):
            self.fields[at].setFocus()
            self.fields[at].selectAll()
        elif at == len(self.fields):
            self.table.setFocus()
            self.table.setCurrentCell(1, 1)
        else:
            self.table.clearFocus()

    def _be_busy(self) -> None:
        time.sleep(self.busy / 1000)


def main(report: str, busy: str) -> Any:
    app = QApplication([])
    desk = ScanDesk(Path(report), int(busy))
    scans = ScanFilter(app)
    scans.scanned.connect(desk.take)
    desk.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
