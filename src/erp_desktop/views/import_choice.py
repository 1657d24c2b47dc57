"""The first page of the import dialog: what the file brings, and which file it is."""

from collections.abc import Mapping as Pairs
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.views import figures, theme, wording
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Label, Labelled, LineField

translate = wording.translate
FILES: Final = "Excel, CSV, ODS (*.xlsx *.xls *.ods *.csv *.txt *.gz)"
Choices = Pairs[str, Pairs[str, Sequence[tuple[str, str, str]]]]  # kind -> option -> choices


class ChoosePage(QWidget):
    """What the file brings, and the file."""

    def __init__(
        self, kinds: Sequence[tuple[str, str]], choices: Choices | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._kind = Combo([(name, translate("Import", title)) for name, title in kinds])
        self._choices = choices or {}
        self._kind.currentIndexChanged.connect(self._show_choices)
        self.file = LineField(translate("Import", "Excel, CSV or ODS"), icon="file-spreadsheet")
        browse = Button(translate("Import", "Browse…"), icon="folder-open", high=30)
        browse.clicked.connect(self._browse)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(14))
        box.addWidget(Labelled(translate("Import", "What the file brings"), self._kind))
        box.addLayout(self._statement())
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(Labelled(translate("Import", "File"), self.file), 1)
        row.addWidget(browse, 0, Qt.AlignmentFlag.AlignBottom)
        box.addLayout(row)
        said = Label(
            translate(
                "Import",
                "The file is looked over first. Nothing is taken in before you have seen what"
                " would come of it, and every import can be taken back as a whole.",
            ),
            theme.BODY,
            "text2",
        )
        said.setWordWrap(True)
        box.addWidget(said)
        box.addStretch(1)
        self._show_choices()

    def _statement(self) -> QHBoxLayout:
        """Whose statement it is, and what a wallet held before it."""
        self._account = Combo()
        self._account_field = Labelled(translate("Import", "Account"), self._account)
        self._opening = LineField(translate("Import", "Only where the file says no balances"))
        self._opening_field = Labelled(
            translate("Import", "Balance before the first line"), self._opening
        )
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        for field in (self._account_field, self._opening_field):
            row.addWidget(field, 1)
        return row

    def _show_choices(self) -> None:
        """The account that a statement is of; other kinds have none."""
        at = 2 if figures.form().chinese else 1
        offered = self._choices.get(self.kind(), {}).get("account", ())
        self._account.fill([(one[0], one[at]) for one in offered])
        for field in (self._account_field, self._opening_field):
            field.setVisible(bool(offered))

    def options(self) -> dict[str, str]:
        """What was chosen beside the file, as the kind understands it."""
        if not self._account.count():
            return {}
        return {"account": str(self._account.value()), "opening": self._opening.text().strip()}

    def choose_kind(self, kind: str, account: str = "") -> None:
        """Choose from outside what the file brings, and of which account."""
        self._kind.choose(kind)
        self._show_choices()
        if account:
            self._account.choose(account)

    def kind(self) -> str:
        return str(self._kind.value())

    def path(self) -> Path | None:
        """The chosen file, or None."""
        text = self.file.text().strip()
        return Path(text) if text else None

    def choose(self, kind: str, path: Path) -> None:
        """Choose from outside (a file was dropped, or the first run said Excel)."""
        self._kind.choose(kind)
        self.file.setText(str(path))

    def _browse(self) -> None:
        title = translate("Import", "Choose a file")
        path, _ = QFileDialog.getOpenFileName(self, title, "", f"{FILES};;*")
        if path:
            self.file.setText(path)
