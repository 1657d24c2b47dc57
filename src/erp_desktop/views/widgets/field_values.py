"""What stands in a field, as a draft keeps it: the words as they were typed, right or wrong."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from erp_desktop.views.widgets.choice_fields import Combo, DateField
from erp_desktop.views.widgets.fields import LineField
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.number_field import NumberField


def value_of(field: QWidget) -> Any:
    """Plain JSON for what stands in a field."""
    if isinstance(field, Combo):
        return field.value()
    if isinstance(field, Finder):
        found = field.value()
        return [found.key, found.title, found.detail] if found else field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    return field.text() if isinstance(field, LineField) else None


def put_value(field: QWidget, value: Any) -> None:
    """Show what was kept, telling nobody."""
    field.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
    try:
        _put(field, value)
    finally:
        field.blockSignals(False)  # noqa: FBT003


def _put(field: QWidget, value: Any) -> None:
    if isinstance(field, Combo):
        field.choose(value)
    elif isinstance(field, Finder):
        field.set_value(Found(*value) if isinstance(value, list) else None)
        if isinstance(value, str):
            field.setText(value)
    elif isinstance(field, QPlainTextEdit):
        if field.toPlainText() != value:
            field.setPlainText(str(value or ""))
    elif isinstance(field, LineField) and field.text() != value:
        field.setText(str(value or ""))
        field.refuse(refused=False)


def on_change(field: QWidget, act: Callable[[], object]) -> None:
    """Have something done each time a person changes the field."""
    told = _Told(act)
    if isinstance(field, Combo):
        field.currentIndexChanged.connect(told)
    if isinstance(field, QPlainTextEdit):
        field.textChanged.connect(told)
    if isinstance(field, LineField):
        field.textEdited.connect(told)
    if isinstance(field, Finder):
        field.chosen.connect(told)
        field.cleared.connect(told)
    if isinstance(field, DateField):
        field.chosen.connect(told)
    if isinstance(field, NumberField):
        field.changed.connect(told)


class _Told:
    """Forgets what a signal says."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act

    def __call__(self, *_: object) -> None:
        self._act()
