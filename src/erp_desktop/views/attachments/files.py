"""What a person does with the files beside one thing: add, look at, save, rename, take away.

Files may be large and disks slow: everything that touches what is in them goes on beside the
window. Whatever adds or takes away can be undone from the toast.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from erp_desktop.core.errors import FileUnreadable, RuleBroken
from erp_desktop.services.shop.attachments import (
    Attach,
    Attached,
    AttachedFile,
    Laid,
    RenameFile,
    attach_all,
    attachment_count,
    attachments_of,
    detach,
    put_back,
    rename,
)
from erp_desktop.views import wording
from erp_desktop.views.attachments import opened
from erp_desktop.views.attachments.arrivals import Arrivals
from erp_desktop.views.attachments.beside import write_beside
from erp_desktop.views.attachments.carried import Coming, from_path
from erp_desktop.views.attachments.panel import ADD_KEY, FilesPanel
from erp_desktop.views.attachments.small_pictures import SmallPictures
from erp_desktop.views.attachments.writing_out import written_out
from erp_desktop.views.reading import Latest
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.page import Deed, Page

translate = wording.translate
Of = Callable[[], str | None]
Nearer = Callable[[Sequence[Coming]], bool]


class Files(QObject):
    """The files beside what a page shows; `panel` stands somewhere on it.

    `of` says beside what, None while there is nothing yet; `made` is asked before a file is laid
    there, and may make it first (a draft keeps itself). `counted(n)` when their number is known.
    """

    counted = Signal(int)

    def __init__(self, page: Page, of: Of, made: Of | None = None) -> None:
        super().__init__(page)
        self._page, self._of, self._made = page, of, made or of
        self._office = page.office
        self.panel = FilesPanel()
        self.files: Sequence[Attached] = ()
        self._latest = Latest()
        self._pictures = SmallPictures(page.office, self)
        self._pictures.came.connect(self.panel.list.show_pictures)
        self.panel.adding.connect(self.choose)
        self.panel.seen.connect(self._read)
        for signal, act in (
            (self.panel.list.opened, self.open), (self.panel.list.saving, self.save),
            (self.panel.list.removing, self.remove), (self.panel.list.renamed, self.rename),
        ):  # fmt: skip
            signal.connect(act)
        self.destroyed.connect(self._latest.give_up)
        self.nearer: Nearer | None = None
        arrivals = Arrivals(page, self, self._arrive)
        arrivals.seen.connect(self.refresh)
        page.office.changed.connect(self._hear)
        page.key(ADD_KEY, self.choose)

    def deed(self) -> Deed:
        """What the page's menu and the palette offer."""
        return Deed(translate("Files", "Attach a file…"), self.choose, ADD_KEY)

    # -- showing ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read again how many there are, and which where they are seen; the page comes into sight,
        or the books changed."""
        of = self._of()
        self.counted.emit(self._office.ask(attachment_count, of) if of else 0)
        if self.panel.isVisible():
            self._read()

    def _hear(self) -> None:
        if self._page.isVisible():
            self.refresh()

    def _read(self) -> None:
        of = self._of()
        if of is None:
            self._show([])
            return
        step = partial(attachments_of, of=of)
        self._latest.asking(self._office.ask_beside(step, self._show))

    def _show(self, files: Sequence[Attached]) -> None:
        if isValid(self.panel):
            self.files = files
            self.panel.show_files(files)
            self._pictures.want(files)

    def name_of(self, file_id: int) -> str:
        """What a file that is shown is called."""
        return next((one.name for one in self.files if one.id == file_id), "")

    # -- adding ----------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for files."""
        title = translate("Files", "Choose files to attach")
        paths, _ = QFileDialog.getOpenFileNames(self._page, title)
        if paths:
            self.take([from_path(Path(path)) for path in paths])

    def _arrive(self, coming: Sequence[Coming]) -> None:
        """What was dropped or pasted; a line that waits for a photo is `nearer`."""
        if self.nearer is None or not self.nearer(coming):
            self.take(coming)

    def take(self, coming: Sequence[Coming]) -> None:
        """Lay these there."""
        of = self._made()
        if of is None:
            words = translate(
                "Files", "Nothing is written here yet that a file could be kept with. "
                "Write the first line, then attach it."
            )  # fmt: skip
            self._page.notice.refuse(words, serious=False)
            return
        self._write(partial(_read_all, of, coming), attach_all, self._tell_laid)

    def _tell_laid(self, laid: Sequence[Laid]) -> None:
        new = [one.id for one in laid if not one.again]
        words = translate("Files", "“{0}” is attached").format(laid[0].name)
        if len(laid) > 1:
            words = translate("Files", "{0} files are attached").format(len(laid))
        if not new:
            words = translate("Files", "“{0}” is attached already").format(laid[0].name)
            self._page.said.emit(words, "", None)
            return
        self._page.said.emit(words, translate("Files", "Undo"), partial(self._take_back, new))

    def _take_back(self, file_ids: Sequence[int]) -> None:
        self._write(lambda: file_ids, _detach_all, _nothing)

    # -- looking ---------------------------------------------------------------------------------

    def open(self, file_id: int) -> None:
        """Let the program that the computer has for it show a file."""
        name = self.name_of(file_id)
        if opened.is_program(name):
            words = translate(
                "Files", "“{0}” can run as a program, so it is not opened from here. Save it "
                "if you know where it comes from."
            )  # fmt: skip
            self._offer_saving(words.format(name), file_id)
            return
        step = partial(opened.laid_out, file_id=file_id)
        self._office.ask_beside(step, partial(self._show_outside, file_id), self._refuse)

    def _show_outside(self, file_id: int, path: Path) -> None:
        if isValid(self) and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = translate("Files", "No program on this computer opens “{0}”.")
            self._offer_saving(words.format(path.name), file_id)

    def _offer_saving(self, words: str, file_id: int) -> None:
        answer = Answer(translate("Files", "Save as…"), partial(self._save_and_clear, file_id))
        self._page.notice.refuse(words, [answer], serious=False)

    def _save_and_clear(self, file_id: int) -> None:
        self._page.notice.clear()
        self.save(file_id)

    def save(self, file_id: int) -> None:
        """Write a copy where the person says."""
        title = translate("Files", "Save as…")
        chosen, _ = QFileDialog.getSaveFileName(self._page, title, self.name_of(file_id))
        if chosen:
            step = partial(written_out, file_id=file_id, path=Path(chosen))
            self._office.ask_beside(step, self._tell_saved, self._refuse)

    def _tell_saved(self, path: Path) -> None:
        if isValid(self):
            words = translate("Files", "Saved: {0}").format(path.name)
            self._page.said.emit(words, "", None)

    # -- changing --------------------------------------------------------------------------------

    def rename(self, file_id: int, name: str) -> None:
        """Call a file otherwise."""
        self._write(lambda: RenameFile(file_id, name), rename, _nothing)

    def remove(self, file_id: int) -> None:
        """Take a file away; the toast puts it back."""
        self._write(lambda: file_id, detach, self._tell_removed)

    def _tell_removed(self, file: AttachedFile) -> None:
        words = translate("Files", "“{0}” is removed").format(file.name)
        self._page.said.emit(words, translate("Files", "Undo"), partial(self._put_back, file))

    def _put_back(self, file: AttachedFile) -> None:
        self._write(lambda: file, put_back, _nothing)

    def _write(
        self, read: Callable[[], Any], step: Callable[[Any, Any], Any], then: Callable[[Any], Any]
    ) -> None:
        """The toast's Undo comes here, too, when the page was closed meanwhile."""
        if isValid(self):
            self._page.notice.clear()
        write_beside(self, self._office, read, step, then, self._refuse)

    def _refuse(self, broken: RuleBroken) -> None:
        if isValid(self):
            self._page.notice.refuse(wording.explain(broken), serious=False)


def _read_all(of: str, coming: Sequence[Coming]) -> list[Attach]:
    """What is in the files. Raises FileUnreadable."""
    found = []
    for one in coming:
        try:
            found.append(Attach(of, one.name, one.read()))
        except OSError as wrong:
            raise FileUnreadable(one.name, wrong.strerror or "unknown") from wrong
    return found


def _detach_all(books: Any, file_ids: Sequence[int]) -> None:
    for one in file_ids:
        detach(books, one)


def _nothing(_: object) -> None:
    """What was done is seen."""
