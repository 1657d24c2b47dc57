"""What an item of the list of files knows besides its name."""

from typing import Final

from PySide6.QtCore import Qt

KEY: Final = int(Qt.ItemDataRole.UserRole)
DETAIL: Final = KEY + 1
LOOSE: Final = KEY + 2  # whether the person may rename it and take it away
ICON: Final = KEY + 3
