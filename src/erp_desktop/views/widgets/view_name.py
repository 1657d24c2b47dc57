"""Asks for the name under which a person keeps a view of a list."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.shop.list_views import KeptView
from erp_desktop.views import wording
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Labelled, LineField
from erp_desktop.views.widgets.kept_views import KeptViews

translate = wording.translate


class NameDialog(Dialog):
    """Asks for the name of a view."""

    def __init__(
        self, kept: KeptViews, title: str, verb: str, view: KeptView, parent: QWidget
    ) -> None:
        super().__init__(None, title, verb, parent=parent)
        self._kept, self._view = kept, view
        self.name = LineField()
        self.name.setText(view.name)
        self.name.selectAll()
        self.body.addWidget(Labelled(translate("List", "Name"), self.name))
        self.name.setFocus()

    def confirm(self) -> None:
        try:
            self._kept.keep(replace(self._view, name=self.name.text()))
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
        else:
            self.accept()
