"""What hangs from the button that arranges the panels: a row for each, with its buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from erp_desktop.views import theme, wording
from erp_desktop.views.home.arranging import Placed
from erp_desktop.views.shell.popover import Popover
from erp_desktop.views.widgets.buttons import Button, LinkButton, Look
from erp_desktop.views.widgets.fields import Label

translate = wording.translate


class Arranging(Popover):
    """A row for each panel: see it or not, further up, further down. `arranged(list of Placed)`
    at once, and `reset` when it shall be as at first."""

    arranged = Signal(object)
    reset = Signal()

    def __init__(self, placed: Sequence[Placed], titles: dict[str, str], parent: QWidget) -> None:
        super().__init__(translate("Home", "Arrange the panels"), parent)
        self.placed, self._titles = list(placed), titles
        back = LinkButton(translate("Home", "Reset"))
        back.clicked.connect(self._reset)
        self.head.addWidget(back)
        self.fill()

    def fill(self, seek: tuple[str, str] = ("", "")) -> None:
        """Show the rows; the keyboard goes to this button of this panel."""
        self.clear_rows()
        last = len(self.placed) - 1
        for at, one in enumerate(self.placed):
            row = PanelRow(one, self._titles[one.code], first=at == 0, last=at == last)
            row.wanted.connect(self._do)
            self.rows.addWidget(row)
            if one.code == seek[0]:
                row.seek(seek[1])
        self.settle()

    def _do(self, code: str, what: str) -> None:
        at = next(at for at, one in enumerate(self.placed) if one.code == code)
        one = self.placed[at]
        if what == "show":
            self.placed[at] = one._replace(shown=not one.shown)
        else:
            to = at + (1 if what == "down" else -1)
            self.placed.insert(to, self.placed.pop(at))
        self.fill((code, what))
        self.arranged.emit(list(self.placed))

    def _reset(self) -> None:
        self.dismiss()
        self.reset.emit()


class PanelRow(QWidget):
    """`wanted(code, what)`: show (or not), up, down."""

    wanted = Signal(str, str)

    def __init__(self, placed: Placed, title: str, *, first: bool, last: bool) -> None:
        super().__init__()
        self._code = placed.code
        words = Label(title, theme.BODY, "text" if placed.shown else "text3")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(2), theme.px(12), theme.px(2))
        row.setSpacing(theme.px(2))
        row.addWidget(words, 1)
        see = translate("Home", "Hide {0}") if placed.shown else translate("Home", "Show {0}")
        self._buttons: dict[str, Button] = {}
        for what, icon, said in (
            ("show", "eye" if placed.shown else "eye-off", see),
            ("up", "arrow-up", translate("Home", "{0} further up")),
            ("down", "arrow-down", translate("Home", "{0} further down")),
        ):
            button = Button("", Look.GHOST, icon=icon, high=28)
            button.setAccessibleName(said.format(title))
            button.setToolTip(said.format(title))
            button.clicked.connect(self._asked)
            self._buttons[what] = button
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._buttons["up"].setEnabled(not first)
        self._buttons["down"].setEnabled(not last)

    def seek(self, what: str) -> None:
        """The keyboard stays on the button that was pressed; at an end on the other way."""
        button = self._buttons[what]
        if not button.isEnabled():
            button = self._buttons["down" if what == "up" else "up"]
        button.setFocus()

    def _asked(self) -> None:
        what = next(one for one, button in self._buttons.items() if button is self.sender())
        self.wanted.emit(self._code, what)
