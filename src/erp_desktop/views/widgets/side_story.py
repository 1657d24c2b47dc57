"""The side panel of a document: its steps, what belongs to it, who did what, and a note.

A section that has nothing to say is not there. What was done on the page just now (and is not in
the books yet) stands above what the books tell. Files that lie beside the document are the second
tab, where it can have any.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from erp_desktop.views import theme, wording
from erp_desktop.views.widgets.note_field import NoteField
from erp_desktop.views.widgets.panels import (
    WIDE,
    Entry,
    EntryList,
    SidePanel,
    Step,
    StepsPanel,
    Surface,
)
from erp_desktop.views.widgets.tab_row import Tab, TabRow

translate = wording.translate
MOST_ACTS = 7


class Side(QWidget):
    """All of the panel: tabs, and what belongs to them."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        theme.worn.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFixedWidth(theme.px(WIDE))


class SideStory:
    """The parts of the panel; `show` what the books tell, `show_acts` what was done since."""

    def __init__(self) -> None:
        self.side, self._panel = Side(), SidePanel()
        self.side.box.addWidget(self._panel, 1)
        self.tabs: TabRow | None = None
        self._files: SidePanel | None = None
        self.steps = StepsPanel()
        self.related, self.history = EntryList(), EntryList()
        self.note = NoteField(translate("Document", "Write a note"))
        self.note.setAccessibleName(translate("Document", "Note"))
        self._told: Sequence[Entry] = ()
        self._acts: Sequence[Entry] = ()
        self._above = [True, True]  # whether something stands above the second, the third section
        self._parts = [
            self._panel.add(self.steps, translate("Document", "Steps")),
            self._panel.add(self.related, translate("Document", "Related documents")),
            self._panel.add(self.history, translate("Document", "Recent")),
        ]
        self._panel.add_foot(self.note)
        self.note.hide()
        self.side.hide()

    def show(
        self, steps: Sequence[Step], related: Sequence[Entry] = (), history: Sequence[Entry] = ()
    ) -> None:
        """What the books tell."""
        self.steps.show_steps(steps)
        self.related.show_entries(related)
        self._told = history
        self._above = [bool(steps), bool(steps) or bool(related)]
        self._show_part(0, shown=bool(steps))
        self._show_part(1, shown=bool(related))
        self._show_history()

    def offer_files(self, files: QWidget) -> None:
        """A second tab for the files beside the document."""
        self._files = SidePanel()
        self._files.take(files)
        head = Surface("page", "lb")
        row = QVBoxLayout(head)
        row.setContentsMargins(theme.px(20), theme.px(8), theme.px(20), 0)
        self.tabs = TabRow()
        row.addWidget(self.tabs)
        self.count_files(0)
        self.tabs.chosen.connect(self.turn)
        self._parts[0].title.hide()  # the tab says it
        self.side.box.insertWidget(0, head)
        self.side.box.addWidget(self._files, 1)
        self._files.hide()

    def count_files(self, count: int) -> None:
        """So many files lie beside the document."""
        if self.tabs is not None:
            self.tabs.show_tabs([
                Tab("story", translate("Document", "Overview")),
                Tab("files", translate("Files", "Attachments"), count or None),
            ])  # fmt: skip

    def turn(self, code: str) -> None:
        """Show what belongs to a tab."""
        if self.tabs is not None and self._files is not None:
            self.tabs.choose(code)
            self._panel.setVisible(code != "files")
            self._files.setVisible(code == "files")

    def show_acts(self, acts: Sequence[Entry]) -> None:
        """What was done here and is not in the books yet, the latest first."""
        self._acts = acts
        self._show_history()

    def _show_history(self) -> None:
        every = [*self._acts, *self._told][:MOST_ACTS]
        self.history.show_entries(every)
        self._show_part(2, shown=bool(every))

    def _show_part(self, at: int, *, shown: bool) -> None:
        part = self._parts[at]
        part.setVisible(shown)
        part.line.setVisible(bool(at) and self._above[at - 1])
