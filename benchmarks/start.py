"""P9: from the start of the process to a painted window with 50 real rows, beside an empty one.

Both sides are whole Python processes that end behind their first complete paint; ours opens a shop
with 10,000 products and shows the product list. Both have their modules compiled, as an installed
program has, in a folder of their own.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _measure import compare, show
from _synthetic import found, products

EMPTY = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))
app = QApplication(sys.argv); window = Window(); window.resize(1200, 800); window.show()
app.exec()
"""
OURS = """
import os, sys
from erp_desktop.app import Program, make_application
app = make_application(); program = Program(app)
def painted():
    assert "sqlalchemy" not in sys.modules
    view = program.window.sheets.current().view
    if view.model().rowCount() == 10_000: os._exit(0)
    view.answered.connect(lambda: (view.viewport().repaint(), os._exit(0)))  # the rows came later
program.start(sys.argv[1], "products")
program.window.painted.connect(painted)
app.exec()
"""


ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)


def run(script: str, *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=ENVIRONMENT,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = ENVIRONMENT["XDG_CONFIG_HOME"] = folder
        ENVIRONMENT["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        work = found(Path(folder))
        work.run(products, 10_000)
        work.close()
        shop = str(Path(folder) / "large.shop")
        time.sleep(0.2)
        ratio = compare(
            "start to a painted list against an empty window",
            lambda: run(OURS, shop), lambda: run(EMPTY), rounds=9, target=1.5,
        )  # fmt: skip
    show("Start of the program (whole processes)", [ratio])
    return 0


if __name__ == "__main__":
    sys.exit(main())
