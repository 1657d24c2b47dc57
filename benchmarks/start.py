"""P9: from the start of the process to a painted window with 50 real rows, beside an empty one.

Both sides are whole Python processes that end at their first complete paint; ours opens a shop
with 10,000 products and shows the product list.
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
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv); window = QMainWindow(); window.resize(1200, 800); window.show()
app.processEvents(); window.repaint(); app.processEvents(); os._exit(0)
"""
OURS = """
import os, sys
from erp_desktop.app import Program, make_application
app = make_application(); program = Program(app); program.start(sys.argv[1], "products")
app.processEvents(); program.window.repaint(); app.processEvents()
assert "sqlalchemy" not in sys.modules
os._exit(0)
"""


def run(script: str, *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
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
