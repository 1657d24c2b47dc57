"""What hangs from the bell: the notices, each with the button that does something about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.views import theme, wording
from erp_desktop.views.notices import Notice, NoticeBoard
from erp_desktop.views.shell.popover import Popover, PopoverRow
from erp_desktop.views.widgets.fields import Label

translate = wording.translate


class BellPanel(Popover):
    """`wanted(page, key)` when a notice leads to a page."""

    wanted = Signal(str, object)

    def __init__(self, board: NoticeBoard, parent: QWidget) -> None:
        super().__init__(translate("Notice", "Notices"), parent)
        self._board = board
        self._fill()
        board.see()
        board.changed.connect(self._fill)

    def _fill(self) -> None:
        self.clear_rows()
        found = self._board.notices()
        for notice in found:
            row = PopoverRow(notice.icon, notice.role, notice.words, notice.detail)
            row.offer(notice.verb).clicked.connect(_Doing(self, notice))
            self.rows.addWidget(row)
        if not found:
            said = Label(translate("Notice", "Nothing waits for you."), theme.BODY, "text2")
            said.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(10))
            self.rows.addWidget(said)
        self.settle()

    def do(self, notice: Notice) -> None:
        """Close, and do what the notice's button says."""
        self.dismiss()
        if notice.act is not None:
            notice.act()
        else:
            self.wanted.emit(notice.page, notice.key)


class _Doing:
    """Does what one notice says."""

    def __init__(self, panel: BellPanel, notice: Notice) -> None:
        self._panel, self._notice = panel, notice

    def __call__(self) -> None:
        self._panel.do(self._notice)
