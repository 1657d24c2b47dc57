"""A window with fields, a table and a busy program behind it; it writes down what it heard.

`python scan_desk.py REPORT BUSY`: REPORT becomes JSON with the codes in order and what the fields
say, anew after every scan; BUSY is how many milliseconds of every hundred the program is busy.

The window system says when each key was pressed. A burst with a pause in it that no scanner makes
(the machine held the hand that types up) is no scan: what was typed is put down as it was typed,
what a field took of it is put back, and it is counted (`paused`).
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from erp_desktop.views.scan_burst import GAP
from erp_desktop.views.scanner import ScanFilter

TEXTS, CELL = ("3", "12.50", "", "green tea"), "7"


class ScanDesk(QWidget):
    """After each scan the focus goes on to the next part: fields, table, nowhere."""

    def __init__(self, report: Path, busy: int) -> None:
        super().__init__()
        self.setWindowTitle("Scan desk")
        self.report, self.busy, self.heard = report, busy, list[str]()
        self.paused, self._typed, self._at = 0, "", 0
        self._ended = self._pause = self._taken = False
        self.fields = [QLineEdit(text) for text in TEXTS]
        self.table = QTableWidget(2, 2)
        self.table.setItem(1, 1, QTableWidgetItem(CELL))
        box = QVBoxLayout(self)
        for part in (*self.fields, self.table):
            box.addWidget(part)
        self._work = QTimer(self, interval=100)
        self._work.timeout.connect(self._be_busy)
        self._work.start()
        self._go_on()

    def key(self, event: QKeyEvent) -> None:
        """A key as the window system brings it, before anybody has seen it."""
        self._judge()
        end = event.key() == Qt.Key.Key_Return
        if not (end or event.text()):
            return  # Shift
        self._pause |= bool(self._typed) and event.timestamp() - self._at > GAP
        self._at = event.timestamp()
        self._typed += "" if end else event.text()
        self._ended = end
        if end:
            QTimer.singleShot(0, self, self._judge)

    def _judge(self) -> None:
        """The burst is over: was it one?"""
        if not self._ended:
            return
        if self._pause:
            self.paused += 1
            if self._taken:
                self.heard.pop()
            for field, text in zip(self.fields, TEXTS, strict=True):
                field.setText(text)
            cell = self.table.item(1, 1)
            if cell is not None:
                cell.setText(CELL)
            self.take(self._typed)
        self._typed, self._ended, self._pause, self._taken = "", False, False, False

    def take(self, code: str) -> None:
        self._taken = True
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
        news.write_text(json.dumps({"heard": self.heard, "said": said, "paused": self.paused}))
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


class Hand(QObject):
    """Sees the keys first."""

    def __init__(self, app: QApplication, desk: ScanDesk) -> None:
        super().__init__(app)
        self._desk = desk
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() is QEvent.Type.KeyPress and isinstance(watched, QWindow)
        if pressed and isinstance(event, QKeyEvent):
            self._desk.key(event)
        return False


def main(report: str, busy: str) -> Any:
    app = QApplication([])
    desk = ScanDesk(Path(report), int(busy))
    scans = ScanFilter(app)
    scans.scanned.connect(desk.take)
    Hand(app, desk)
    desk.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
