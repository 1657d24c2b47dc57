"""What the window remembers of a person's habits: columns, sizes, the last page. Never data."""

from typing import Any

from PySide6.QtCore import QByteArray, QSettings


def remember(key: str, value: Any) -> None:
    """Keep a plain value under a key such as 'list/sales_orders'."""
    QSettings().setValue(key, QByteArray(value) if isinstance(value, bytes) else value)


def recalled(key: str, otherwise: Any = None) -> Any:
    """What was kept, or the other value; bytes come back as bytes."""
    value = QSettings().value(key, otherwise)
    return bytes(value.data()) if isinstance(value, QByteArray) else value
