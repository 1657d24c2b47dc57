"""The label designer: what stands on the label at the left, the label itself, the chosen element.

The label is drawn by the very code that prints it, with a real product, and read back by a decoder
after each change: what cannot be scanned is said before a roll is printed.
"""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage

from erp_desktop.core.label_design import Design, Element, Part, Source, usual_design
from erp_desktop.documents.designed_label import DesignedPaper, draw, words_of
from erp_desktop.documents.gather_shelf import designed
from erp_desktop.printing import preview
from erp_desktop.services.shop.label_designs import designs, drop_design, save_design
from erp_desktop.views import wording
from erp_desktop.views.labels.adding import AddKeys, field_of
from erp_desktop.views.labels.align_row import aligned
from erp_desktop.views.labels.canvas import LabelCanvas
from erp_desktop.views.labels.design_layout import lay_out
from erp_desktop.views.labels.element_list import ElementList
from erp_desktop.views.labels.field_chips import FieldChips
from erp_desktop.views.labels.pictures import choose_picture
from erp_desktop.views.labels.properties import Properties, source_words
from erp_desktop.views.labels.read_card import ReadCard
from erp_desktop.views.labels.reading_back import ReadBack, read_back
from erp_desktop.views.labels.sample_bar import SampleBar
from erp_desktop.views.labels.sheet_fields import NEW, SheetFields
from erp_desktop.views.office import Office
from erp_desktop.views.printing import print_labels
from erp_desktop.views.widgets.buttons import Look, key_words
from erp_desktop.views.widgets.page import Page

translate = wording.translate
SOON = 80  # milliseconds after the last change until it is drawn
SHARP, SHARPEST = 300, 1_200  # dots per inch on the screen


class DesignPage(Page):
    """`show_design(name)` opens one; a new one begins with name, price, code and bars."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, translate("Page", "Label designer"))
        self.design = usual_design(translate("Label", "Shelf label"))
        self._before: list[Design] = []
        self._after: list[Design] = []
        self._kept = self.design
        self._dragging = False
        self.at = -1
        self.found: list[ReadBack] = []
        self._timer = QTimer(self, singleShot=True, interval=SOON)
        self._timer.timeout.connect(self.draw)
        self.canvas, self.properties = LabelCanvas(), Properties()
        self.canvas.setAccessibleName(translate("Label", "The label"))
        self._make_head()
        self._make_fields()
        lay_out(self)
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
        self.sheet = SheetFields()
        self.choice, self.name = self.sheet.choice, self.sheet.name
        self.list, self.card = ElementList(), ReadCard()
        self.verdict = self.card.verdict
        self.list.setAccessibleName(translate("Label", "Elements"))
        self.sample = SampleBar(self.office)
        self.keys = AddKeys()
        self.fields = FieldChips([
            (source, words) for source, words in source_words().items() if source is not Source.OWN
        ])  # fmt: skip

    def _connect(self) -> None:
        self.canvas.chosen.connect(self.choose)
        self.canvas.changed.connect(self._move)
        self.canvas.dropped.connect(self._remember)
        self.properties.changed.connect(self._change_element)
        self.list.currentRowChanged.connect(self._listed)
        self.choice.activated.connect(self._open_chosen)
        self.sheet.size_of.activated.connect(self._resize)
        self.fields.wanted.connect(self._place)
        self.properties.picture_wanted.connect(self._choose_picture)
        self.properties.align_row.wanted.connect(self._align)
        self.keys.wanted.connect(self.add)
        self.name.editingFinished.connect(self._rename)
        self.sample.changed.connect(self.draw)
        zoom = self.sample.zoom
        zoom.switched.connect(self._show_aids)
        zoom.wanted.connect(self.canvas.zoom_to)
        zoom.stepped.connect(self.canvas.step)
        self.canvas.zoomed.connect(self._zoomed)
        self._show_aids()

    # -- looking ---------------------------------------------------------------------------------

    def _show_aids(self) -> None:
        zoom = self.sample.zoom
        self.canvas.show_aids(
            rulers=zoom.rulers.isChecked(), snaps=zoom.snap.isChecked(),
            grid=zoom.grid.isChecked(),
        )  # fmt: skip

    def _zoomed(self, percent: int) -> None:
        """Another size needs another picture, as sharp as the screen."""
        self.sample.zoom.show_size(percent)
        self._timer.start()

    # -- showing ---------------------------------------------------------------------------------

    def load(self) -> None:
        """The designs there are, and a product to look at."""
        self.sheet.offer(self.office.ask(designs), self.design)
        self.sample.load()
        self._show_design()

    def show_design(self, name: str) -> None:
        """Open one that was kept."""
        found = next((one for one in self.office.ask(designs) if one.name == name), None)
        self.design = found or usual_design(translate("Label", "Shelf label"))
        self._kept, self._before, self._after = self.design, [], []
        self.choose(-1)
        self._show_design()

    def _show_design(self) -> None:
        self.sheet.show_design(self.design)
        size = f"{self.design.wide / 10:g} × {self.design.high / 10:g} mm"
        words = translate("Label", "Label: {0}").format(self.design.name)
        self.header.title.setText(f"{words} {size}")
        self.undo_button.setEnabled(bool(self._before))
        self.redo_button.setEnabled(bool(self._after))
        self.drafted.emit(self.design != self._kept)
        self.draw()

    def paper(self) -> DesignedPaper | None:
        """The label with the sample product; None where there is no product yet."""
        if not self.sample.product:
            return None
        return self.office.ask(designed, [(self.sample.product, 1)], self.design)

    def draw(self) -> None:
        """Draw it as the printer will, and read it back."""
        paper = self.paper()
        if paper is None:
            self.card.say(translate("Label", "Make a product first, to look at."))
            self.canvas.show_design(self.design, QImage(), self.at)
            return
        pdf = draw(paper)
        dots = min(max(round(self.canvas.dots()), SHARP), SHARPEST)
        picture = QImage.fromData(next(iter(preview.each_png(pdf, dots))))
        self.canvas.show_design(self.design, picture, self.at)
        self.sample.zoom.show_size(self.canvas.percent())
        self.found = read_back(paper, pdf)
        self.card.show_found(self.found, round(paper.dots_per_mm * 25.4))
        self._list_elements(paper)

    def _list_elements(self, paper: DesignedPaper) -> None:
        """What stands on the label, with what it says of the sample."""
        self.list.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self.list.clear()
        for one in self.design.elements:
            said = f"{one.wide / 10:g} mm" if one.part is Part.LINE else ""
            if one.part not in {Part.LINE, Part.PICTURE} and one.source is not Source.OWN:
                said = words_of(paper, one, paper.labels[0])
            self.list.add(one, said)
        self.list.setCurrentRow(self.at)
        self.list.blockSignals(False)  # noqa: FBT003

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

    def _place(self, source: Source) -> None:
        self.add(field_of(source))

    def _choose_picture(self) -> None:
        """Another picture for the chosen element."""
        if choose_picture(self, self.design.elements[self.at].source, self.sample.product):
            self.draw()

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

    def _align(self, side: str) -> None:
        self._change_element(aligned(self.design.elements[self.at], self.design, side))

    def _listed(self, at: int) -> None:
        self.choose(at)

    def _open_chosen(self) -> None:
        self.show_design(str(self.choice.value()))

    def _resize(self) -> None:
        wide, high = self.sheet.size_of.value()
        self.change(replace(self.design, wide=wide, high=high))

    def _rename(self) -> None:
        self.change(replace(self.design, name=self.name.text().strip() or self.design.name))

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
        if self.sample.product:
            print_labels(self, {self.sample.product: 1})

    def take_scan(self, code: str) -> bool:
        """A scanned product is looked at on the label."""
        self.sample.look_for(code)
        return True
