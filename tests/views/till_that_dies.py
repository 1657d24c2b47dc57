"""A till that sells and scans until it is killed: the other half of test_till_dies.

It says on standard output how many scans the books have kept, and then goes on scanning.
"""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.views import theme
from erp_desktop.views.office import Office
from erp_desktop.views.till.page import TillPage


def main(place: str, habits: str) -> None:
    app = QApplication([])
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, habits)
    theme.load_fonts()
    theme.wear(theme.Choice())
    page = TillPage(Office(open_shop(place)))
    page.show()
    page.shelf.enter("22423")
    page.checkout.take()
    for count in range(1, 10_000):
        page.shelf.enter("85099B")
        page.holding.hold() if count % 7 == 0 else None
        QTest.qWait(20)
        sys.stdout.write(f"{count}\n")
        sys.stdout.flush()
    app.quit()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
