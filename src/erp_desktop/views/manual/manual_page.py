"""The manual: chapters at the left, the text at the right, a search over all of it."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from erp_desktop.views import language, theme, wording
from erp_desktop.views.manual import topics
from erp_desktop.views.manual.chapter_list import FILE, ChapterList
from erp_desktop.views.manual.reader import Reader
from erp_desktop.views.manual.searching import found_in
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.fields import SearchField
from erp_desktop.views.widgets.page import PAGE_MARGIN, Page
from erp_desktop.views.widgets.panels import EmptyState

translate = wording.translate


class ManualPage(Page):
    """`show_for(page code)` opens what is written about a page of the program."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, translate("Page", "Manual"))
        self._chapters = topics.chapters(language.spoken())
        self._words = ""
        self.search = SearchField(translate("Manual", "Search the manual"), icon="search",
                                  shortcut="Ctrl+F")  # fmt: skip
        self.search.setAccessibleName(translate("Manual", "Search the manual"))
        self.search.asked.connect(self.look)
        self.key("Ctrl+F", self.search.setFocus)
        self.list = ChapterList()
        self.list.setAccessibleName(translate("Manual", "Chapters"))
        self.list.currentItemChanged.connect(self._chosen)
        self.reader = Reader()
        self.reader.setAccessibleName(translate("Page", "Manual"))
        self.reader.followed.connect(self._follow)
        self.nothing = EmptyState(
            "book-open", translate("Manual", "The manual is not here"),
            translate("Manual", "It comes with the program; this copy was made without it."),
        )  # fmt: skip
        self._lay_out()
        self.look("")

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, theme.px(12))
        side.setSpacing(theme.px(8))
        self.search.setFixedWidth(theme.px(240))
        self.list.setFixedWidth(theme.px(240))
        side.addWidget(self.search)
        side.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(PAGE_MARGIN), 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addLayout(side)
        row.addWidget(self.reader, 1)
        self._whole = QWidget()
        self._whole.setLayout(row)
        self.body.addWidget(self._whole, 1)
        self.body.addWidget(self.nothing, 1)
        self._whole.setVisible(bool(self._chapters))
        self.nothing.setVisible(not self._chapters)

    def show_for(self, page: str) -> None:
        """Open what is written about a page of the program ('settings/printers' for a part)."""
        chapter = topics.chapter_for(page, self._chapters)
        if chapter is not None:
            self.search.clear()
            self.look("")
            self._open(chapter.file)

    def look(self, words: str) -> None:
        """List the chapters; with words, only the places where they are said."""
        self._words = words
        self.list.clear()
        for chapter, said in found_in(self._chapters, words):
            self.list.add(chapter.title, str(chapter.file), said)
        if self.list.count() and (words or self.reader.file() is None):
            self.list.setCurrentRow(0)

    def memory(self) -> str:
        file = self.reader.file()
        return topics.topic_of(file) if file else ""

    def recall(self, memory: object) -> None:
        known = {chapter.topic: chapter.file for chapter in self._chapters}
        if memory in known:
            self._open(known[str(memory)])

    def _open(self, file: Path, heading: str = "") -> None:
        for at in range(self.list.count()):
            item = self.list.item(at)
            if item.data(FILE) == str(file):
                self.list.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
                self.list.setCurrentRow(at)
                self.list.blockSignals(False)  # noqa: FBT003
        self.reader.read(file, heading)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.reader.read(Path(str(item.data(FILE))), words=self._words)

    def _follow(self, file: Path, heading: str) -> None:
        if file.is_file():
            self._open(file, heading)
