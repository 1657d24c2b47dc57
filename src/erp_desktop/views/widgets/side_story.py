"""The side panel of a document: its steps, what belongs to it, who did what, and a note.

A section that has nothing to say is not there. What was done on the page just now (and is not in
the books yet) stands above what the books tell.
"""

from collections.abc import Sequence

from erp_desktop.views import wording
from erp_desktop.views.widgets.note_field import NoteField
from erp_desktop.views.widgets.panels import Entry, EntryList, SidePanel, Step, StepsPanel

translate = wording.translate
MOST_ACTS = 7


class SideStory:
    """The parts of the panel; `show` what the books tell, `show_acts` what was done since."""

    def __init__(self) -> None:
        self.side = SidePanel()
        self.steps = StepsPanel()
        self.related, self.history = EntryList(), EntryList()
        self.note = NoteField(translate("Document", "Write a note"))
        self.note.setAccessibleName(translate("Document", "Note"))
        self._told: Sequence[Entry] = ()
        self._acts: Sequence[Entry] = ()
        self._above = [True, True]  # whether something stands above the second, the third section
        self._parts = [
            self.side.add(self.steps, translate("Document", "Steps")),
            self.side.add(self.related, translate("Document", "Related documents")),
            self.side.add(self.history, translate("Document", "Recent")),
        ]
        self.side.add_foot(self.note)
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
