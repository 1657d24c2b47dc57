"""Why PySide6 is pinned, watched.

PySide6 6.12.0 on Python 3.11 drops a reference to None with every call into Qt that returns
nothing; after some thousand calls the interpreter stops with `none_dealloc`.
"""

import subprocess
import sys

import PySide6
from PySide6.QtCore import QObject

CALLS = 1000
OTHERS = 100  # references that anything else takes or drops meanwhile


def test_calls_into_qt_leave_none_alone():
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("till")
    assert abs(sys.getrefcount(None) - before) < OTHERS


def test_the_tried_version_is_installed():
    assert PySide6.__version_info__[:2] == (6, 11)


def test_no_source_is_read_when_a_window_is_imported():
    """The binding's private question is still the one that `erp_desktop.views` answers for it."""
    code = (
        "import inspect\n"
        "read, getsource = [], inspect.getsource\n"
        "inspect.getsource = lambda module: read.append(module.__name__) or getsource(module)\n"
        "import erp_desktop.views; before = len(read)\n"
        "import erp_desktop.views.theme, erp_desktop.core.gs1; print(before > 0, read[before:])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "True []"
