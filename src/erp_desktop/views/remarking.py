"""Saying something about a settled document: Enter hands it in; half a sentence keeps itself."""

from PySide6.QtCore import QObject

from erp_desktop.services.shop.remarks import AddRemark, add_remark
from erp_desktop.views.drafts import DraftKeeper
from erp_desktop.views.widgets.field_values import put_value
from erp_desktop.views.widgets.note_field import NoteField
from erp_desktop.views.widgets.page import Page


class Remarking(QObject):
    """The note field of a page, for the remarks of one document."""

    def __init__(self, page: Page, field: NoteField, document_id: int) -> None:
        super().__init__(page)
        self._page, self._field, self.document_id = page, field, document_id
        self._keeper = DraftKeeper(page.office, f"remark:{document_id}", self)
        kept = self._keeper.kept()
        put_value(field, str(kept.content.get("words", "")) if kept is not None else "")
        field.sends = True
        field.setReadOnly(False)
        field.textChanged.connect(self._keep)
        field.entered.connect(self._hand_in)

    def stop(self) -> None:
        """The field is for something else now."""
        self._keeper.flush()
        self._field.textChanged.disconnect(self._keep)
        self._field.entered.disconnect(self._hand_in)
        self._field.sends = False
        self.deleteLater()

    def _keep(self) -> None:
        if self._field.words():
            self._keeper.keep({"words": self._field.toPlainText()})
        else:
            self._keeper.forget()

    def _hand_in(self, words: str) -> None:
        self._page.hand_in(add_remark, AddRemark(self.document_id, words))
        put_value(self._field, "")
        self._keeper.forget()
