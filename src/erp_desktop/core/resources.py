"""Where the files are that the program carries with it: fonts, icons, words, demo data.

They lie in one folder `resources`, found in three places: beside the unpacked program
(PyInstaller says where), inside the installed package, or at the top of the source tree.
"""

import sys
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def path(*names: str) -> Path:
    """The file or folder of these names under `resources`; it need not exist."""
    return root().joinpath(*names)


@cache
def root() -> Path:
    """The folder `resources` of this copy of the program."""
    unpacked = getattr(sys, "_MEIPASS", None)
    if unpacked is not None:
        return Path(unpacked) / "resources"
    installed = PACKAGE / "resources"
    return installed if installed.is_dir() else PACKAGE.parents[1] / "resources"
