"""A small form that keeps itself while it is typed, as every document does.

It is forgotten when the form is cancelled, and in the same transaction when it is booked; what was
cut off by a crash stands in the list of drafts and in the form when it is opened again.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.shop.drafts import finish_draft
from erp_desktop.views.drafts import AGAIN, WAIT, PlainStore
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.field_values import on_change, put_value, value_of


class FormDraft(QObject):
    """`begin()` once the form shows what it begins with; `between` is called after the first field
    came back, for what follows from it. `finishing(step)` books and forgets in one go."""

    def __init__(
        self, dialog: Dialog, office: Office, name: str, fields: Mapping[str, QWidget],
        between: Callable[[], object] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(dialog)
        self._store = PlainStore(office, name)
        self._fields, self._between = dict(fields), between
        self._blank: dict[str, Any] = {}
        self._open = False
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self._keep_in_passing)
        for field in self._fields.values():
            on_change(field, self._touched)
        dialog.rejected.connect(self.forget)

    def begin(self) -> bool:
        """Whether a form that was not finished came back."""
        self._blank = self._content()
        kept = self._store.kept()
        fields = kept.get("fields") if kept is not None else None
        if isinstance(fields, dict):
            self._restore(fields)
        self._open = True
        return isinstance(fields, dict)

    def _keep_in_passing(self) -> None:
        with self._store.office.in_passing():
            self.keep()

    def keep(self) -> None:
        """Keep now what was typed."""
        self._timer.stop()
        content = self._content()
        if not self._open or content == self._blank:
            return
        try:
            self._store.save({"fields": content, "lines": []})
        except RuleBroken:
            self._timer.start(AGAIN)

    def forget(self) -> None:
        """The person does not want it."""
        self._open = False
        self._timer.stop()
        self._store.forget()

    def finishing(self, step: Callable[..., Any]) -> Callable[..., Any]:
        """The same step, which also forgets the draft."""
        return partial(finish_draft, page=self._store.name, step=step)

    def done(self) -> None:
        """It was booked."""
        self._open = False
        self._timer.stop()

    def _touched(self) -> None:
        if self._open and not self._timer.isActive():
            self._timer.start(WAIT)

    def _content(self) -> dict[str, Any]:
        return {name: value_of(field) for name, field in self._fields.items()}

    def _restore(self, kept: Mapping[str, Any]) -> None:
        for at, (name, field) in enumerate(self._fields.items()):
            if name in kept:
                put_value(field, kept[name])
            if not at and self._between is not None:
                self._between()
