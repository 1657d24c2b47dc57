"""What was imported so far; each import can be taken back as a whole."""

from PySide6.QtWidgets import QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.shop.imports import Batch, batches, undo_batch
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.exporting_catalogue import CatalogueExport
from erp_desktop.views.settings.section import Section
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, in_a_row

translate = wording.translate
TRIED_OUT = 2_000  # rows of an import that are undone twice, to show what that changes


class ImportsSection(Section):
    """A click on an import offers to take it back."""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        card = self.card(translate("Settings", "Imports"))
        self.table = MiniTable(
            [
                MiniColumn(translate("Settings", "Import"), 100),
                MiniColumn(translate("Settings", "When"), 120),
                MiniColumn(translate("Settings", "File")),
                MiniColumn(translate("Settings", "Rows"), 70, right=True),
                MiniColumn("", 100, right=True),
            ],
            pitch=34,
        )
        self.table.opened.connect(self._ask)
        self.nothing = Label(
            translate("Settings", "Nothing was imported yet."), theme.BODY, "text2"
        )
        card.body.addWidget(self.table)
        card.body.addWidget(self.nothing)
        begin = Button(translate("Settings", "Import a file…"), icon="import")
        begin.clicked.connect(self.begin)
        self.export = CatalogueExport(office, self)
        self.export.written.connect(self.said)
        self.export.refused.connect(self._refuse)
        out = Button(translate("Settings", "Export the catalogue…"), icon="file-spreadsheet")
        out.clicked.connect(self.export.ask)
        card.body.addLayout(in_a_row(begin, out, 0))
        words = translate(
            "Settings",
            "The catalogue is one workbook: partners, warehouses, bins, products with units, parts"
            " and variants, suppliers' prices, and the stock by lot with its value. An empty shop"
            " takes it in as it is.",
        )
        hint = Label(words, theme.HINT, "text2")
        hint.setWordWrap(True)
        card.body.addWidget(hint)

    def _refuse(self, broken: RuleBroken) -> None:
        self.notice.refuse(wording.explain(broken))

    def load(self) -> None:
        found = self.office.ask(batches)
        self.table.show_rows([_row(batch) for batch in found])
        self.table.setVisible(bool(found))
        self.nothing.setVisible(not found)

    def begin(self) -> None:
        from erp_desktop.views.import_dialog import ImportDialog

        ImportDialog(self.office, self.window()).open()

    def _ask(self, batch_id: int) -> None:
        batch = next(one for one in self.office.ask(batches) if one.id == batch_id)
        if batch.undone_at is None:
            UndoImport(self.office, batch, self).open()


class UndoImport(Dialog):
    """Asks before an import is taken back."""

    def __init__(self, office: ShopOffice, batch: Batch, parent: QWidget | None = None) -> None:
        title = translate("Settings", "Take {0} back?").format(batch.code)
        verb = translate("Settings", "Take it back")
        super().__init__(office, title, verb, look=Look.DANGER, parent=parent)
        self._batch = batch
        words = translate(
            "Settings",
            "Every document of {0} is reversed; products and partners that only this import made"
            " are not offered any more.",
        )
        said = Label(words.format(batch.file_name), theme.BODY, "text2")
        said.setWordWrap(True)
        self.body.addWidget(said)

    def confirm(self) -> None:
        """A whole history is not tried out first: that takes as long as undoing it."""
        if int(self._batch.report.get("rows", 0)) > TRIED_OUT:
            self.hand_in(undo_batch, self._batch.code)
        else:
            self.book(undo_batch, self._batch.code)


def _row(batch: Batch) -> MiniRow:
    rows = batch.report.get("rows", 0)
    if batch.undone_at is None:
        state = MiniCell(translate("Settings", "take back"), "accent_text", theme.HINT)
    else:
        state = MiniCell(translate("Settings", "taken back"), "text3", theme.HINT)
    return MiniRow((
        MiniCell(batch.code),
        MiniCell(figures.moment(clock.local_time(batch.imported_at)), "text2"),
        MiniCell(batch.file_name),
        MiniCell(figures.number(int(rows)), "text", theme.FIGURE),
        state,
    ), batch.id)  # fmt: skip
