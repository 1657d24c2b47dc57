"""The shop's warehouses: rename them, or add one."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.core.errors import CodeTaken, Missing, RuleBroken
from erp_desktop.reports.count_rows import stock_terms
from erp_desktop.services.stock.places import save_warehouse
from erp_desktop.views import theme, wording
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, LineField

translate = wording.translate


class WarehousesDialog(Dialog):
    """One field for each warehouse's name, and two for a new one."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        title = translate("Stock", "Warehouses")
        super().__init__(office, title, translate("Stock", "Save"), parent=parent)
        self._known = office.ask(stock_terms).warehouses
        self.names: dict[str, LineField] = {}
        box = QVBoxLayout()
        box.setSpacing(theme.px(8))
        for _, code, name in self._known:
            box.addLayout(self._row(code, name))
        self.body.addLayout(box)
        self.body.addWidget(Label(translate("Stock", "One more"), theme.BOLD, "text2"))
        self.code, self.name = LineField("BACK"), LineField(translate("Stock", "Back room"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(Labelled(translate("Stock", "Code"), self.code), 2)
        row.addWidget(Labelled(translate("Stock", "Name"), self.name), 5)
        self.body.addLayout(row)
        self.setMinimumWidth(theme.px(420))

    def _row(self, code: str, name: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        shown = Label(code, theme.BODY, "text2")
        shown.setFixedWidth(theme.px(110))
        field = LineField()
        field.setText(name)
        field.setAccessibleName(translate("Stock", "Name of {0}").format(code))
        self.names[code] = field
        row.addWidget(shown)
        row.addWidget(field, 1)
        return row

    def confirm(self) -> None:
        """Save what changed; all of it or, where a rule says no, nothing more."""
        office = self.office
        if office is None:
            return
        try:
            for code, name in self._changes():
                office.do(save_warehouse, code, name)
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
        else:
            self.accept()

    def _changes(self) -> list[tuple[str, str]]:
        """(code, name) of what is new or renamed. Raises Missing, CodeTaken."""
        changes = []
        for _, code, name in self._known:
            wanted = self.names[code].text().strip()
            if not wanted:
                raise Missing("name")
            if wanted != name:
                changes.append((code, wanted))
        code, name = self.code.text().strip(), self.name.text().strip()
        if name and not code:
            raise Missing("code")
        if code in self.names:
            raise CodeTaken(code)
        return [*changes, (code, name or code)] if code else changes
