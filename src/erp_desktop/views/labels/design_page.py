"""The label designer: what stands on the label at the left, the label itself, the chosen element.

The label is drawn by the very code that prints it, with a real product, and read back by a decoder
after each change: what cannot be scanned is said before a roll is printed.
"""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from erp_desktop.core.label_design import Design, Element, Part, Source, usual_design
from erp_desktop.documents.designed_label import DesignedPaper, draw
from erp_desktop.documents.gather_shelf import designed
from erp_desktop.printing import preview
from erp_desktop.services.catalogue.search import find_products
from erp_desktop.services.shop.label_designs import designs, drop_design, save_design
from erp_desktop.views import theme, wording
from erp_desktop.views.labels.canvas import LabelCanvas
from erp_desktop.views.labels.properties import Properties, element_words
from erp_desktop.views.labels.reading_back import ReadBack, read_back
from erp_desktop.views.labels.stock import SIZES, first_products
from erp_desktop.views.manual.chapter_list import ChapterList
from erp_desktop.views.office import Office
from erp_desktop.views.printing import print_labels
from erp_desktop.views.widgets.buttons import Button, Look, key_words
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Label, Labelled, LineField, SearchField
from erp_desktop.views.widgets.page import Page
from erp_desktop.views.widgets.panels import Surface

translate = wording.translate
SOON = 80  # milliseconds after the last change until it is drawn
SHARP = 300  # dots per inch on the screen
NEW = ""


class DesignPage(Page):
    """`show_design(name)` opens one; a new one begins with name, price, code and bars."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, translate("Page", "Label designer"))
        self.design = usual_design(translate("Label", "Shelf label"))
        self._before: list[Design] = []
        self._after: list[Design] = []
        self._kept = self.design
        self._product = 0
        self._dragging = False
        self.at = -1
        self.found: list[ReadBack] = []
        self._timer = QTimer(self, singleShot=True, interval=SOON)
        self._timer.timeout.connect(self.draw)
        self.canvas, self.properties = LabelCanvas(), Properties()
        self.canvas.setAccessibleName(translate("Label", "The label"))
        self._make_head()
        self._make_fields()
        self._lay_out()
        self._connect()

    # -- building --------------------------------------------------------------------------------

    def _make_head(self) -> None:
        self.undo_button = self.action("", self.undo, look=Look.GHOST, icon="undo-2")
        self.undo_button.setAccessibleName(translate("Label", "Undo"))
        self.redo_button = self.action("", self.redo, look=Look.GHOST, icon="redo-2")
        self.redo_button.setAccessibleName(translate("Label", "Redo"))
        for button, shortcut in ((self.undo_button, "Ctrl+Z"), (self.redo_button, "Ctrl+Y")):
            button.setShortcut(shortcut)
            button.setToolTip(f"{button.accessibleName()} {key_words(shortcut)}")
        self.action(translate("Label", "Delete"), self.drop, look=Look.GHOST, icon="trash-2")
        self.action(translate("Label", "Print"), self.print_some, icon="printer",
                    shortcut="Ctrl+P")  # fmt: skip
        self.action(translate("Label", "Save"), self.save, look=Look.PRIMARY, icon="save",
                    shortcut="Ctrl+Return")  # fmt: skip

    def _make_fields(self) -> None:
        self.choice = Combo()
        self.name = LineField()
        self.sheet_size = Combo(
            [(size, f"{size[0] / 10:g} × {size[1] / 10:g} mm") for size in SIZES]
        )
        self.list = ChapterList()
        self.list.setAccessibleName(translate("Label", "On this label"))
        self.sample = SearchField(translate("Label", "Sample product"), icon="package")
        self.sample.setAccessibleName(translate("Label", "Sample product"))
        self.verdict = Label("", theme.BOLD)
        self.facts = Label("", theme.HINT, "text2")
        self.facts.setWordWrap(True)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addLayout(self._middle(), 1)
        right = Surface("page", "l")
        right.setFixedWidth(theme.px(264))
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.properties)
        row.addWidget(right)
        self.body.addLayout(row, 1)

    def _left(self) -> QWidget:
        left = Surface("ground", "r")
        left.setFixedWidth(theme.px(252))
        box = QVBoxLayout(left)
        box.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        box.setSpacing(theme.px(10))
        box.addWidget(Labelled(translate("Label", "Label"), self.choice))
        box.addWidget(Labelled(translate("Label", "Name"), self.name))
        box.addWidget(Labelled(translate("Label", "Paper"), self.sheet_size))
        box.addWidget(Label(translate("Label", "Add"), theme.Type(12, 600), "text2"))
        grid = QGridLayout()
        grid.setSpacing(theme.px(8))
        for at, (words, icon, element) in enumerate(_kinds()):
            button = Button(words, icon=icon)
            button.clicked.connect(_Adding(self, element))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            grid.addWidget(button, at // 2, at % 2)
        box.addLayout(grid)
        box.addWidget(Label(translate("Label", "On this label"), theme.Type(12, 600), "text2"))
        box.addWidget(self.list, 1)
        return left

    def _middle(self) -> QVBoxLayout:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        bar = Surface("page", "b")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        self.sample.setMaximumWidth(theme.px(320))
        row.addWidget(self.sample, 2)
        row.addStretch(1)
        middle.addWidget(bar)
        middle.addWidget(self.canvas, 1)
        foot = Surface("page", "t")
        box = QVBoxLayout(foot)
        box.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        box.setSpacing(theme.px(2))
        box.addWidget(self.verdict)
        box.addWidget(self.facts)
        middle.addWidget(foot)
        return middle

    def _connect(self) -> None:
        self.canvas.chosen.connect(self.choose)
        self.canvas.changed.connect(self._move)
        self.canvas.dropped.connect(self._remember)
        self.properties.changed.connect(self._change_element)
        self.list.currentRowChanged.connect(self._listed)
        self.choice.activated.connect(self._open_chosen)
        self.sheet_size.activated.connect(self._resize)
        self.name.editingFinished.connect(self._rename)
        self.sample.asked.connect(self._find_sample)

    # -- showing ---------------------------------------------------------------------------------

    def load(self) -> None:
        """The designs there are, and a product to look at."""
        known = self.office.ask(designs)
        new = (NEW, translate("Label", "A new label"))
        self.choice.fill([(one.name, one.name) for one in known] + [new])
        self.choice.choose(self.design.name if self.design in known else NEW)
        if not self._product:
            self._product = next(iter(self.office.ask(first_products)), 0)
        self._show_design()

    def show_design(self, name: str) -> None:
        """Open one that was kept."""
        found = next((one for one in self.office.ask(designs) if one.name == name), None)
        self.design = found or usual_design(translate("Label", "Shelf label"))
        self._kept, self._before, self._after = self.design, [], []
        self.choose(-1)
        self._show_design()

    def _show_design(self) -> None:
        self.name.setText(self.design.name)
        self.sheet_size.choose((self.design.wide, self.design.high))
        self.list.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self.list.clear()
        for one in self.design.elements:
            self.list.add(element_words(one), "")
        self.list.setCurrentRow(self.at)
        self.list.blockSignals(False)  # noqa: FBT003
        self.undo_button.setEnabled(bool(self._before))
        self.redo_button.setEnabled(bool(self._after))
        self.drafted.emit(self.design != self._kept)
        self.draw()

    def paper(self) -> DesignedPaper | None:
        """The label with the sample product; None where there is no product yet."""
        if not self._product:
            return None
        return self.office.ask(designed, [(self._product, 1)], self.design)

    def draw(self) -> None:
        """Draw it as the printer will, and read it back."""
        paper = self.paper()
        if paper is None:
            self.verdict.setText(translate("Label", "Make a product first, to look at."))
            self.canvas.show_design(self.design, QImage(), self.at)
            return
        pdf = draw(paper)
        picture = QImage.fromData(next(iter(preview.each_png(pdf, SHARP))))
        self.canvas.show_design(self.design, picture, self.at)
        self.found = read_back(paper, pdf)
        self._say_verdict()

    def _say_verdict(self) -> None:
        good = all(one.good for one in self.found)
        self.verdict.recolour("ok" if good else "bad")
        if not self.found:
            self.verdict.recolour("text2")
            self.verdict.setText(translate("Label", "No barcode on this label."))
        elif good:
            self.verdict.setText(translate("Label", "Reads back"))
        else:
            self.verdict.setText(translate("Label", "A scanner cannot read this; make it wider"))
        said = translate("Label", "{0} {1}: narrow bar {2} dots")
        self.facts.setText(
            "  ·  ".join(said.format(one.kind, one.code, one.dots) for one in self.found)
        )

    # -- changing --------------------------------------------------------------------------------

    def choose(self, at: int) -> None:
        """Choose an element; -1 chooses none."""
        self.at = at if 0 <= at < len(self.design.elements) else -1
        element = self.design.elements[self.at] if self.at >= 0 else None
        self.properties.show_element(element)
        if self.list.currentRow() != self.at:
            self.list.setCurrentRow(self.at)
        self.canvas.choose(self.at)

    def change(self, design: Design) -> None:
        """Another state of the label, one step on."""
        if design != self.design:
            self._before.append(self.design)
            self._after.clear()
            self.design = design
            self._show_design()

    def add(self, element: Element) -> None:
        """Put something on the label, and choose it."""
        self.change(self.design.with_element(len(self.design.elements), element))
        self.choose(len(self.design.elements) - 1)

    def undo(self) -> None:
        self._step(self._before, self._after)

    def redo(self) -> None:
        self._step(self._after, self._before)

    def _step(self, source: list[Design], target: list[Design]) -> None:
        if source:
            target.append(self.design)
            self.design = source.pop()
            self.choose(min(self.at, len(self.design.elements) - 1))
            self._show_design()

    def _move(self, design: Design) -> None:
        """While something is dragged: drawn soon, remembered when it is let go."""
        if not self._dragging:
            self._before.append(self.design)
            self._after.clear()
        self._dragging = True
        self.design = design
        seen = 0 <= self.at < len(design.elements)
        self.properties.show_element(design.elements[self.at] if seen else None)
        self.canvas.show_moved(design)
        self._timer.start()

    def _remember(self) -> None:
        self._dragging = False
        self._show_design()

    def _change_element(self, element: Element) -> None:
        self.change(self.design.with_element(self.at, element))
        self.choose(self.at)

    def _listed(self, at: int) -> None:
        self.choose(at)

    def _open_chosen(self) -> None:
        self.show_design(str(self.choice.value()))

    def _resize(self) -> None:
        wide, high = self.sheet_size.value()
        self.change(replace(self.design, wide=wide, high=high))

    def _rename(self) -> None:
        self.change(replace(self.design, name=self.name.text().strip() or self.design.name))

    def _find_sample(self, words: str) -> None:
        hits = self.office.ask(find_products, words, 1) if words else []
        if hits:
            self._product = hits[0].id
            self.sample.setText(hits[0].name)
            self.draw()

    # -- acts ------------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep it under its name; labels are then offered in it."""
        self._rename()
        if self.hand_in(save_design, self.design) is None:
            self._kept = self.design
            self.load()
            words = translate("Label", "{0} is kept: it is offered when labels are printed.")
            self.said.emit(words.format(self.design.name), "", None)

    def drop(self) -> None:
        """Forget it; one that was never kept just begins anew."""
        if any(one.name == self.design.name for one in self.office.ask(designs)):
            self.hand_in(drop_design, self.design.name)
        self.show_design(NEW)
        self.load()

    def print_some(self) -> None:
        """Labels of the sample product, looked at first."""
        if self._product:
            print_labels(self, {self._product: 1})

    def take_scan(self, code: str) -> bool:
        """A scanned product is looked at on the label."""
        self._find_sample(code)
        return True


class _Adding:
    """Adds one kind of element."""

    def __init__(self, page: DesignPage, element: Element) -> None:
        self._page, self._element = page, element

    def __call__(self) -> None:
        self._page.add(self._element)


def _kinds() -> list[tuple[str, str, Element]]:
    """What can be added: its words, its icon, and how it begins."""
    return [
        (translate("Label", "Text"), "type",
         Element(Part.TEXT, 20, 20, 250, 45, Source.OWN, translate("Label", "Text"))),
        (translate("Label", "Barcode"), "barcode",
         Element(Part.BARCODE, 20, 100, 320, 120, Source.BARCODE)),
        (translate("Label", "QR code"), "qr-code",
         Element(Part.QR, 20, 80, 150, 150, Source.BARCODE)),
        (translate("Label", "Price"), "circle-dollar-sign",
         Element(Part.TEXT, 200, 60, 250, 70, Source.PRICE, size=17, bold=True, align="right")),
        (translate("Label", "Name"), "tag",
         Element(Part.TEXT, 20, 20, 400, 45, Source.NAME, size=10, bold=True)),
        (translate("Label", "Line"), "minus", Element(Part.LINE, 20, 120, 400, 10)),
    ]  # fmt: skip
